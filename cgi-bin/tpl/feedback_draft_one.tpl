<p class="meta">{{issuer}} · <span class="tag {{tag}}">{{state_label}}</span></p>
<h1>{{title}}</h1>
{{>FAULTS}}
{{#OPEN_UNTIL}}<p class="note warn"><b>[[DỰ THẢO lấy ý kiến đến ngày]] {{until}}</b> ({{how_far}})</p>{{/OPEN_UNTIL}}
{{#OVER}}<p class="note">[[Việc lấy ý kiến đã kết thúc]]{{#ON}}: {{until}}{{/ON}}. [[Dự thảo không còn hiện ở đây; câu trả lời hiện dưới từng ý kiến.]]</p>{{/OVER}}
{{#WHY}}<p class="meta">[[Lý do đổi hạn]]: {{why}}</p>{{/WHY}}
<blockquote class="lines">{{ask:pre_escape}}</blockquote>
<dl class="facts">
<dt>[[Người soạn]]</dt><dd>{{name}}, {{issuer}}</dd>
<dt>[[Lấy ý kiến từ ngày]]</dt><dd>{{day}}</dd>
</dl>
{{#KEEP}}
<div class="box">
<h2>[[Tình hình trả lời]]</h2>
<dl class="facts">
<dt>[[Đơn vị được hỏi]]</dt><dd>{{asked}}</dd>
<dt>[[Đơn vị đã trả lời]]</dt><dd>{{answered}}</dd>
<dt>[[Ý kiến]]</dt><dd>{{comments}} ([[chưa có quyết định]]: {{undecided}})</dd>
</dl>
<p class="acts no-print"><a class="btn alt" href="{{units_path}}">[[Ai đã trả lời, điện thoại]]</a> {{#GROUP}}<a href="{{group_path}}">[[Tổng hợp góp ý của kế hoạch này]]</a> {{/GROUP}}<a href="{{table_path}}">[[Bảng tổng hợp, tiếp thu, giải trình]]</a> <a href="{{plan_path}}">[[Mở dự thảo]]</a></p>
</div>
{{/KEEP}}
{{#LATER}}<details class="no-print"{{#OPEN}} open{{/OPEN}}><summary>[[Lùi hạn lấy ý kiến]]</summary><form method="post" action="{{action}}"><input type="hidden" name="csrf" value="{{csrf}}"><input type="hidden" name="once" value="{{once}}"><p class="field"><label for="due_date">[[Hạn mới]]</label>{{#due_date_error}}<span class="err" id="due_date-e">[[Lỗi]]: {{why}}</span>{{/due_date_error}}<input class="w8" id="due_date" name="due_date" value="{{due_date}}" inputmode="numeric" autocomplete="off"{{#due_date_error}} aria-describedby="due_date-e"{{/due_date_error}} aria-invalid="{{due_date_invalid}}"></p><p class="field"><label for="reason">[[Lý do]]</label>{{#reason_error}}<span class="err" id="reason-e">[[Lỗi]]: {{why}}</span>{{/reason_error}}<textarea id="reason" name="reason" rows="2"{{#reason_error}} aria-describedby="reason-e"{{/reason_error}} aria-invalid="{{reason_invalid}}">{{reason:pre_escape}}</textarea></p><p><button class="btn alt" type="submit">[[Lùi hạn]]</button></p></form></details>{{/LATER}}
{{#END}}<details class="no-print"{{#OPEN}} open{{/OPEN}}><summary>[[Kết thúc sớm]]</summary><form method="post" action="{{action}}"><input type="hidden" name="csrf" value="{{csrf}}"><input type="hidden" name="once" value="{{once}}"><p class="field"><label for="end_reason">[[Lý do]]</label><span class="hint" id="end_reason-h">[[Đơn vị đọc lý do này; sau đó không mở lại được đợt này.]]</span>{{#end_reason_error}}<span class="err" id="end_reason-e">[[Lỗi]]: {{why}}</span>{{/end_reason_error}}<textarea id="end_reason" name="end_reason" rows="2" aria-describedby="end_reason-h{{#end_reason_error}} end_reason-e{{/end_reason_error}}" aria-invalid="{{end_reason_invalid}}">{{end_reason:pre_escape}}</textarea></p><p><button class="btn risk" type="submit">[[Kết thúc sớm]]</button></p></form></details>{{/END}}
{{#MINE}}
<div class="box no-print">
<h2>{{unit_name}}</h2>
<p>{{answer}}</p>
<div class="acts">{{#AGREE}}<form method="post" action="{{action}}"><input type="hidden" name="csrf" value="{{csrf}}"><input type="hidden" name="once" value="{{once}}"><input type="hidden" name="edition" value="{{edition}}"><input type="hidden" name="unit" value="{{unit}}"><button class="btn" type="submit">[[Nhất trí với dự thảo]]</button></form> {{/AGREE}}{{#DISAGREE}}<form method="post" action="{{action}}"><input type="hidden" name="csrf" value="{{csrf}}"><input type="hidden" name="once" value="{{once}}"><input type="hidden" name="unit" value="{{unit}}"><button class="btn alt" type="submit">[[Rút lời nhất trí]]</button></form> {{/DISAGREE}}{{#SPEAK}}<a class="btn alt" href="{{add_path}}">[[Góp ý chung]]</a>{{/SPEAK}}</div>
</div>
{{/MINE}}
{{#SAID}}
<section aria-labelledby="said-h">
<h2 id="said-h">[[Ý kiến của đơn vị bạn]]</h2>
{{#OPINION}}
<div class="box"><p><a href="{{opinion_path}}"><b>{{clause}}</b></a> <span class="tag {{tag}}">{{state_label}}</span> <span class="meta">{{unit_name}}, {{at}}{{#ON_DRAFT}}, [[bản số]] {{edition}}{{/ON_DRAFT}}</span></p><p class="lines">{{text:pre_escape}}</p>{{#WISH}}<p class="lines"><b>[[Kiến nghị]]:</b> {{wish:pre_escape}}</p>{{/WISH}}{{#ANSWER}}<div class="note good"><h3>[[Trả lời]]</h3><p class="lines">{{answer_text:pre_escape}}</p></div>{{/ANSWER}}</div>
{{/OPINION}}
</section>
{{/SAID}}
{{#TEXT}}
<h2>[[Toàn văn dự thảo]]</h2>
<article class="doc" aria-label="[[Toàn văn dự thảo]]">
{{#BASIS}}<p><i>{{text}}</i></p>
{{/BASIS}}
{{#CLAUSE}}<div class="clause" id="{{anchor}}">{{clause_html:none}}<p class="clause-acts"><a href="{{add_path}}?clause={{anchor:url_query_escape}}">[[Góp ý điểm này]]<span class="vh"> {{anchor}}</span></a></p></div>
{{/CLAUSE}}
</article>
{{/TEXT}}
