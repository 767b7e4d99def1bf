<p class="meta">{{issuer}} · <span class="tag {{tag}}">{{state_label}}</span></p>
<h1>{{title}}</h1>
<p class="lead">[[Chưa ban hành. Xem lại những gì sẽ được công khai; khi đã ban hành thì không sửa được nữa.]]</p>
{{#NOT_APPROVER}}<p class="note warn">[[Người ký ghi trên quyết định không phải người đã ký trên cổng]] ({{approver}}). [[Bấm “Sửa lại” nếu ghi nhầm.]]</p>
{{/NOT_APPROVER}}<dl class="facts">
<dt>[[Số, ký hiệu]]</dt><dd><b>{{number}}</b></dd>
<dt>[[Ngày quyết định]]</dt><dd>{{on_day}}</dd>
<dt>[[Trích yếu]]</dt><dd>{{decision_title}}</dd>
<dt>[[Người quyết định]]</dt><dd>{{issuer}}</dd>
<dt>[[Người ký]]</dt><dd>{{signer_title}}<br>{{signed_by}}</dd>
<dt>[[Số vào sổ]]</dt><dd>{{book}} - {{last_book}}</dd>
<dt>[[Nêu tên công khai]]</dt><dd>{{named}}</dd>
<dt>[[Chỉ tính số lượng, không nêu tên]]</dt><dd>{{counted}}</dd>
</dl>
<table class="stack"><caption>[[Danh sách kèm theo quyết định]]</caption>
<thead><tr><th scope="col" class="num">[[Số vào sổ]]</th><th scope="col">[[Được khen thưởng]]</th><th scope="col">[[Danh hiệu, hình thức]]</th><th scope="col">[[Trên trang công khai]]</th></tr></thead>
<tbody>
{{#ITEM}}<tr><td class="num" data-l="[[Số vào sổ]]">{{item_book}}</td><th scope="row">{{name}} <small>{{subject}}</small></th><td data-l="[[Danh hiệu, hình thức]]">{{form}}</td><td data-l="[[Trên trang công khai]]">{{#NAMED}}<span class="tag done">[[nêu tên]]</span>{{/NAMED}}{{#COUNTED}}<span class="tag none">[[chỉ tính số lượng]]</span>{{/COUNTED}}</td></tr>
{{/ITEM}}
</tbody></table>
<form method="post" action="{{action}}">
<input type="hidden" name="csrf" value="{{csrf}}"><input type="hidden" name="once" value="{{once}}"><input type="hidden" name="edition" value="{{edition}}"><input type="hidden" name="number" value="{{number}}"><input type="hidden" name="date" value="{{date}}"><input type="hidden" name="signer" value="{{signer}}"><input type="hidden" name="signer_other" value="{{signer_other}}"><input type="hidden" name="signer_title" value="{{signer_title}}"><input type="hidden" name="book" value="{{book}}">
<p class="bar-acts acts"><button class="btn" type="submit" name="do" value="issue">[[Ban hành, công khai danh sách]]</button> <button class="btn alt" type="submit" name="do" value="back">[[Sửa lại]]</button> <a href="{{self}}">[[Về dự thảo]]</a></p>
</form>
