<p class="meta">[[Kế hoạch]] <a href="{{plan_path}}">{{number}}</a>{{#ANCHOR}} · [[Điểm]] <a href="{{plan_path}}#{{anchor}}">{{cited}}</a>{{/ANCHOR}} · {{subject}}</p>
<h1>{{title}}</h1>
{{>FAULTS}}
<p class="asof">[[Tính đến]] {{now}} · [[giao]] {{units}} [[đơn vị]] · [[đã nhận]] <b>{{received}}</b> · [[đã gửi]] <b>{{done}}</b> · [[đã tiếp nhận]] <b>{{accepted}}</b> · [[chậm]] <b>{{late}}</b></p>
{{#WHOLE}}<p class="lines">{{task_text:pre_escape}}</p>{{/WHOLE}}
{{#QUOTE}}<details class="no-print"><summary>[[Điểm của kế hoạch]]</summary><div class="doc">{{clause_html:none}}</div></details>{{/QUOTE}}
<dl class="facts">
<dt>[[Hạn]]</dt><dd>{{due}}</dd>
<dt>[[Giao cho]]</dt><dd>{{addressee}}</dd>
<dt>[[Ngày giao]]</dt><dd>{{given_day}}, {{giver}}</dd>
{{#PAPERS}}<dt>[[Giấy tờ phải có]]</dt><dd class="lines">{{papers:pre_escape}}</dd>{{/PAPERS}}
</dl>
{{#REVIEW}}
<section class="no-print" aria-labelledby="h-review">
<h2 id="h-review">[[Chờ tiếp nhận]]</h2>
<form method="post" action="{{action}}">
<input type="hidden" name="csrf" value="{{csrf}}"><input type="hidden" name="once" value="{{once}}">
<p class="hint">[[Mở từng đơn vị để xem, tiếp nhận hoặc trả lại; hoặc đánh dấu những đơn vị đã xem rồi tiếp nhận một lần.]]</p>
<ul class="list" id="unit">
{{#WAITING}}<li><label class="opt"><input type="checkbox" name="unit" value="{{value}}"{{#CHECKED}} checked{{/CHECKED}}>{{unit_name}}</label><p class="meta">[[Gửi ngày]] {{first_day}}{{#LATE}} <span class="tag soon">[[trễ hạn]]</span>{{/LATE}} · {{result}} · <a href="{{path}}">[[Mở xem]]<span class="vh">: {{unit_name}}</span></a></p></li>
{{/WAITING}}
</ul>
<p class="acts"><button class="btn" type="submit">[[Tiếp nhận các đơn vị đã chọn]]</button></p>
</form>
</section>
{{/REVIEW}}
<form class="row no-print" method="get" action="{{self}}">
<p class="field"><label for="state">[[Tình trạng]]</label><select id="state" name="state">{{#STATE}}<option value="{{value}}"{{#CHOSEN}} selected{{/CHOSEN}}>{{option}}</option>{{/STATE}}</select></p>
<p class="field"><label for="q">[[Đơn vị]]</label><input class="w16" id="q" name="q" value="{{q}}" maxlength="100" autocomplete="off"></p>
<p class="field"><button class="btn alt" type="submit">[[Lọc]]</button></p>
</form>
{{>TABLE}}
{{#FACES}}<p class="acts no-print"><a href="{{xlsx_path}}">[[Tải .xlsx]]</a> <a href="{{csv_path}}">[[Tải .csv]]</a></p>{{/FACES}}
{{#EXTEND}}<details class="no-print"{{#OPEN}} open{{/OPEN}}><summary>[[Lùi hạn]]</summary><form method="post" action="{{action}}"><input type="hidden" name="csrf" value="{{csrf}}"><input type="hidden" name="once" value="{{once}}"><p class="field"><label for="due_date">[[Hạn mới]]</label><span class="hint" id="due_date-h">[[Sau hạn đang có, viết như 30/11/2026. Hạn mới là hạn của mọi đơn vị được giao; đơn vị đã gửi giữa hai hạn không còn tính là trễ.]]</span>{{#due_date_error}}<span class="err">[[Lỗi:]] {{why}}</span>{{/due_date_error}}<input class="w8" id="due_date" name="due_date" value="{{due_date}}" inputmode="numeric" autocomplete="off" aria-describedby="due_date-h" aria-invalid="{{due_date_invalid}}"></p><p class="field"><label for="why">[[Lý do lùi hạn]]</label><span class="hint" id="why-h">[[Bắt buộc, tối đa 2.000 ký tự; đơn vị chưa gửi được báo và đọc đúng những chữ này.]]</span>{{#why_error}}<span class="err">[[Lỗi:]] {{why}}</span>{{/why_error}}<textarea id="why" name="why" rows="3" aria-describedby="why-h" aria-invalid="{{why_invalid}}">{{why:pre_escape}}</textarea></p><p><button class="btn alt" type="submit">[[Lùi hạn nhiệm vụ]]</button></p></form></details>{{/EXTEND}}
{{#WITHDRAW}}<details class="no-print"{{#OPEN}} open{{/OPEN}}><summary>[[Rút nhiệm vụ của mọi đơn vị chưa được tiếp nhận]]</summary><form method="post" action="{{action}}"><input type="hidden" name="csrf" value="{{csrf}}"><input type="hidden" name="once" value="{{once}}"><p class="field"><label for="reason">[[Lý do rút nhiệm vụ]]</label><span class="hint" id="reason-h">[[Bắt buộc, tối đa 4.000 ký tự; người nhận đọc đúng những chữ này.]]</span><textarea id="reason" name="reason" rows="3" aria-describedby="reason-h" aria-invalid="{{reason_invalid}}">{{reason:pre_escape}}</textarea></p><p><button class="btn risk" type="submit">[[Rút nhiệm vụ]]</button></p></form></details>{{/WITHDRAW}}
