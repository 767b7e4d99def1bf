<h1>{{title}}</h1>
<p class="asof">{{unit_name}} · <span class="tag {{tag}}">{{state_word}}</span> [[hạn gửi]] <b>{{due}}</b> · <a href="{{results_path}}">[[Bảng xếp hạng]]</a></p>
{{>FAULTS}}
{{#WAITING}}
<section aria-labelledby="h-waiting" id="waiting">
<h2 id="h-waiting">[[Chờ thẩm định]] ({{waiting}})</h2>
<p class="hint">[[Một lần bấm chấp nhận nguyên điểm tự chấm của phiếu, hoặc của mọi phiếu đang chờ trong cụm. Tiêu chí đã ghi điểm thẩm định kèm lý do giữ điểm ấy; phiếu có điểm khác mà thiếu lý do, hoặc ghi trước lần gửi này, thì phải mở ra xem.]]</p>
<form method="post" action="{{action}}" class="no-print">
<input type="hidden" name="csrf" value="{{csrf}}"><input type="hidden" name="once" value="{{once}}">
{{#OF_GROUP}}
<table class="stack dense">
<caption>{{group_name}}</caption>
<thead><tr><th scope="col">[[Đơn vị, đối tượng]]</th><th scope="col">[[Nhóm]]</th><th scope="col">[[Gửi lúc]]</th><th scope="col" class="num">[[Tự chấm]]</th><th scope="col">[[Việc]]</th></tr></thead>
<tbody>
{{#SHEET}}
<tr><th scope="row"><a href="{{path}}">{{name}}</a><input type="hidden" name="e{{sheet_id}}" value="{{edition}}"></th><td data-l="[[Nhóm]]">{{class_name}}</td><td data-l="[[Gửi lúc]]">{{at}}</td><td class="num" data-l="[[Tự chấm]]">{{own_total}}</td><td><button class="btn alt slim" type="submit" name="sheet" value="{{sheet_id}}">[[Chấp nhận]]<span class="vh"> {{name}}</span></button></td></tr>
{{/SHEET}}
</tbody>
</table>
<p class="acts"><button class="btn alt" type="submit" name="group" value="{{group_id}}">[[Chấp nhận mọi phiếu đang chờ]]: {{group_name}}</button></p>
{{/OF_GROUP}}
</form>
</section>
{{/WAITING}}
<section aria-labelledby="h-all">
<h2 id="h-all">[[Tất cả phiếu]]</h2>
<form class="row no-print" method="get" action="{{path}}">
<p class="field"><label for="state">[[Tình trạng]]</label><select id="state" name="state"><option value="">[[Tất cả]]</option>{{#STATE}}<option value="{{value}}"{{#CHOSEN}} selected{{/CHOSEN}}>{{option}}</option>{{/STATE}}</select></p>
<p class="field"><label for="q">[[Tên đơn vị, đối tượng]]</label><input class="w16" id="q" name="q" value="{{q}}" type="search" autocomplete="off" maxlength="200"></p>
<p class="field"><button class="btn alt" type="submit">[[Lọc]]</button></p>
</form>
{{>TABLE}}
{{#FACES}}<p class="acts"><a href="{{xlsx_path}}">[[Tải .xlsx]]</a> <a href="{{csv_path}}">[[Tải .csv]]</a></p>{{/FACES}}
</section>
