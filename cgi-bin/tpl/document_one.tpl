<p class="meta">{{kind_label}} · {{unit_name}} · <span class="tag {{tag}}">{{state_label}}</span></p>
<h1>{{title}}</h1>
{{>FAULTS}}
{{>FILE_FORMS}}
{{#RETURNED}}<div class="note warn"><h2>[[Bị trả lại]]</h2><p class="lines">{{reason:pre_escape}}</p><p class="meta">{{name}}</p></div>{{/RETURNED}}
{{#WITHDRAWN}}<div class="note"><h2>[[Văn bản đã được rút]]</h2><p class="lines">{{reason:pre_escape}}</p><p class="meta">{{name}}</p></div>{{/WITHDRAWN}}
{{#LACKING}}<div class="note warn no-print" role="region" aria-labelledby="lack-h"><h2 id="lack-h">[[Chưa gửi được: còn thiếu hoặc phải sửa]]</h2><ul>{{#LACK}}<li>{{lack}}</li>{{/LACK}}</ul></div>{{/LACKING}}
{{#TALLY}}<p class="asof">[[Tính đến]] {{now}} · [[yêu cầu]] {{units}} [[đơn vị]] · [[đã trả lời]] <b>{{answered}}</b> · [[đã tiếp nhận]] <b>{{accepted}}</b> · [[chậm]] <b>{{late}}</b></p>{{/TALLY}}
<div class="cols">
<div>
{{#ANSWERS}}
<h2>[[mục::Trả lời]]</h2>
<ul class="list">
{{#ANSWER}}<li><p><a href="{{path}}">{{answer_unit}}</a>{{#HEIR}} <span class="meta">([[nay là]] {{heir}})</span>{{/HEIR}} <span class="tag {{tag}}">{{state_label}}</span>{{#RESULT}} <span class="tag {{result_tag}}">{{result}}</span>{{/RESULT}}</p>{{#WORDS}}<p>{{words}}</p>{{/WORDS}}<p class="meta">{{#SENT}}[[Gửi lần đầu]] {{first_day}}. {{/SENT}}{{#PAPER}}[[Văn bản trả lời]]: {{paper}}. {{/PAPER}}{{#CONTACT}}[[Liên hệ]]: {{contact}}{{/CONTACT}}</p></li>
{{/ANSWER}}
</ul>
{{/ANSWERS}}
{{#TEXT}}{{#BELOW}}<h2>[[Toàn văn]]</h2>{{/BELOW}}<div class="doc">{{#CLAUSE}}<div class="clause">{{clause_html:none}}</div>
{{/CLAUSE}}</div>{{/TEXT}}
{{>FILES}}
{{#WOULD_ASK}}<p class="note no-print">[[Nếu gửi hôm nay, số đơn vị phải trả lời]]: {{units}}.{{#MUTE}} [[Chưa có ai trả lời được trên cổng]]: {{mute}} ({{names}}). [[Vẫn gửi được; những đơn vị này phải báo bằng cách khác.]]{{/MUTE}}</p>{{/WOULD_ASK}}
{{#EDIT}}<p class="acts no-print"><a href="{{edit_path}}">[[Sửa bản đang soạn]]</a></p>{{/EDIT}}
{{#MOVE}}<form class="no-print" method="post" action="{{action}}"><input type="hidden" name="csrf" value="{{csrf}}"><input type="hidden" name="once" value="{{once}}"><input type="hidden" name="move" value="{{move}}"><input type="hidden" name="edition" value="{{edition}}"><p><button class="btn {{face}}" type="submit">{{label}}</button></p></form>{{/MOVE}}
{{#EXTEND}}<details class="no-print"{{#OPEN}} open{{/OPEN}}><summary>[[Lùi hạn trả lời]]</summary><form method="post" action="{{action}}"><input type="hidden" name="csrf" value="{{csrf}}"><input type="hidden" name="once" value="{{once}}"><input type="hidden" name="edition" value="{{edition}}"><p class="field"><label for="due_date">[[Hạn mới]]</label><span class="hint" id="due_date-h">[[Sau hạn đang có, viết như 30/11/2026. Hạn mới là hạn của mọi đơn vị được hỏi; đơn vị đã trả lời giữa hai hạn không còn tính là trễ.]]</span>{{#due_date_error}}<span class="err">[[Lỗi:]] {{why}}</span>{{/due_date_error}}<input class="w8" id="due_date" name="due_date" value="{{due_date}}" inputmode="numeric" autocomplete="off" aria-describedby="due_date-h" aria-invalid="{{due_date_invalid}}"></p><p class="field"><label for="why">[[Lý do lùi hạn]]</label><span class="hint" id="why-h">[[Bắt buộc, tối đa 2.000 ký tự; đơn vị chưa trả lời được báo và đọc đúng những chữ này.]]</span>{{#why_error}}<span class="err">[[Lỗi:]] {{why}}</span>{{/why_error}}<textarea id="why" name="why" rows="3" aria-describedby="why-h" aria-invalid="{{why_invalid}}">{{why:pre_escape}}</textarea></p><p><button class="btn alt" type="submit">[[Lùi hạn trả lời]]</button></p></form></details>{{/EXTEND}}
{{#MOVE_REASON}}<details class="no-print"{{#OPEN}} open{{/OPEN}}><summary>{{label}}</summary><form method="post" action="{{action}}"><input type="hidden" name="csrf" value="{{csrf}}"><input type="hidden" name="once" value="{{once}}"><input type="hidden" name="move" value="{{move}}"><input type="hidden" name="edition" value="{{edition}}"><p class="field"><label for="{{reason_id}}">[[Lý do]]</label><span class="hint" id="{{reason_id}}-h">[[Bắt buộc, tối đa 4.000 ký tự; người nhận đọc đúng những chữ này.]]</span><textarea id="{{reason_id}}" name="reason" rows="3" aria-describedby="{{reason_id}}-h" aria-invalid="{{reason_invalid}}">{{reason_text:pre_escape}}</textarea></p><p><button class="btn {{face}}" type="submit">{{label}}</button></p></form></details>{{/MOVE_REASON}}
</div>
<aside aria-label="[[mục::Văn bản]]">
<div class="box">
<h2>{{kind_label}}</h2>
<dl class="facts">
<dt>[[Số, ký hiệu]]</dt><dd>{{number}}</dd>
<dt>[[Ngày văn bản]]</dt><dd>{{dated}}</dd>
{{#PLACE}}<dt>[[Địa danh]]</dt><dd>{{place}}</dd>{{/PLACE}}
<dt>[[Gửi cho]]</dt><dd>{{asked}}</dd>
<dt>[[Hạn trả lời]]</dt><dd><b>{{due}}</b></dd>
{{#PARTIES}}<dt>[[Các bên thống nhất]]</dt><dd class="lines">{{parties:pre_escape}}</dd>{{/PARTIES}}
{{#CONCERNS}}<dt>[[Chính sách, văn bản được kiến nghị]]</dt><dd class="lines">{{concerns:pre_escape}}</dd>{{/CONCERNS}}
{{#PLAN}}<dt>[[Phong trào]]</dt><dd><a href="{{plan_path}}">{{plan}}</a></dd>{{/PLAN}}
{{#SIGNER}}<dt>[[Người ký]]</dt><dd>{{signer_name}}</dd>{{/SIGNER}}
</dl>
<p class="no-print"><a href="{{print_path}}">[[Bản in theo thể thức]]</a> · <a href="{{docx_path}}">[[Tải tệp Word (.docx)]]</a></p>
</div>
{{>HISTORY}}
</aside>
</div>
