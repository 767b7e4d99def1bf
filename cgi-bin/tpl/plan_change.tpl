<p class="meta">{{kind_label}} · <a href="{{target_path}}">{{target_name}}</a></p>
<h1>{{title}}</h1>
{{>FAULTS}}
<p class="lead">{{target_subject}}</p>
<p class="acts"><a href="{{plan_path}}">[[Về trang dự thảo để trình]]</a> <a href="{{plan_path}}/edit">[[Sửa căn cứ, lời dẫn, thể thức]]</a> <a href="{{plan_path}}/print">[[Bản in theo thể thức]]</a></p>
{{#BY_HAND}}<div class="note warn"><p>[[Nội dung văn bản đã sửa tay, khác với nội dung lập từ các thay đổi. Thay đổi ghi thêm ở đây không tự vào văn bản: sửa cả nội dung văn bản.]] <a href="{{plan_path}}/edit">[[Sửa nội dung văn bản]]</a></p></div>{{/BY_HAND}}
<form class="row box" method="post" action="{{action}}">
<input type="hidden" name="csrf" value="{{csrf}}"><input type="hidden" name="once" value="{{once}}"><input type="hidden" name="edition" value="{{edition}}">
<p class="field"><label for="holds">[[Có hiệu lực từ ngày]]</label><span class="hint" id="holds-h">[[Để trống là từ ngày ban hành.]]</span>{{#holds_error}}<span class="err" id="holds-e">[[Lỗi]]: {{why}}</span>{{/holds_error}}<input class="w8" id="holds" name="holds" value="{{holds}}" inputmode="numeric" autocomplete="off" aria-describedby="holds-h{{#holds_error}} holds-e{{/holds_error}}" aria-invalid="{{holds_invalid}}"></p>
<p class="field"><button class="btn alt" type="submit">[[Lưu ngày]]</button></p>
</form>
{{#CLAUSES}}
<section aria-labelledby="ch-h">
<h2 id="ch-h">[[Đã soạn]]</h2>
{{#NO_CHANGE}}<p class="empty">[[Chưa có thay đổi nào. Chọn một điểm ở bảng dưới để sửa, bỏ, hoặc thêm điểm mới vào sau nó.]]</p>{{/NO_CHANGE}}
<ul class="list">
{{#CHANGE}}<li><b>{{act_label}}: {{cited}}</b>{{#AFTER}} <span class="meta">[[ngay sau]] {{after}}</span>{{/AFTER}}{{#NEW}}<div class="doc">{{clause_html:none}}</div>{{/NEW}}<form class="line" method="post" action="{{action}}"><input type="hidden" name="csrf" value="{{csrf}}"><input type="hidden" name="once" value="{{once}}"><input type="hidden" name="edition" value="{{edition}}"><input type="hidden" name="clause" value="{{anchor}}">{{#MEND}}<a href="{{clause_path}}">[[Sửa lại]]<span class="vh"> {{cited}}</span></a> {{/MEND}}<button class="link" type="submit">[[Bỏ thay đổi này]]<span class="vh"> {{cited}}</span></button></form></li>
{{/CHANGE}}
</ul>
</section>
<section aria-labelledby="all-h">
<h2 id="all-h">[[Các điểm của văn bản được sửa]]</h2>
<form class="row box no-print" method="get" action="{{plan_path}}/change">
<p class="field"><label for="q">[[Từ trong điểm, hoặc số điểm]]</label><input class="w16" id="q" name="q" type="search" value="{{q}}" maxlength="200" autocomplete="off"></p>
<p class="field"><button class="btn alt" type="submit">[[Lọc]]</button></p>
</form>
</section>
{{/CLAUSES}}
{{>TABLE}}
