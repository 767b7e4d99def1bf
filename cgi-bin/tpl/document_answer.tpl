<p class="meta">{{unit_name}}{{#HEIR}} ([[nay là]] {{heir}}){{/HEIR}} · <span class="tag {{tag}}">{{state_label}}</span>{{#FAR}} · [[Hạn]] {{due}}, {{far}}{{/FAR}}</p>
<h1>{{title}}</h1>
{{>FAULTS}}
{{>FILE_FORMS}}
{{#RETURNED}}<div class="note warn"><h2>{{what}}</h2><p class="lines">{{reason:pre_escape}}</p><p class="meta">{{name}}</p>{{#EARLIER}}<p class="lines">[[Trước đó:]] {{reason:pre_escape}} <span class="meta">{{returned_by}}, {{returned_at}}</span></p>{{/EARLIER}}</div>{{/RETURNED}}
{{#WITHDRAWN}}<div class="note"><h2>[[Không phải trả lời nữa]]</h2><p class="lines">{{reason:pre_escape}}</p><p class="meta">{{name}}</p></div>{{/WITHDRAWN}}
<div class="cols">
<div>
<details><summary>[[Toàn văn]] {{document_name}}</summary><div class="doc">{{#CLAUSE}}<div class="clause">{{clause_html:none}}</div>
{{/CLAUSE}}</div></details>
{{#RESULT}}<h2>[[Kết quả]]</h2><p><span class="tag {{result_tag}}">{{result_label}}</span></p>{{/RESULT}}
{{#WORDS}}<h2>[[Nội dung trả lời]]</h2><p class="lines">{{words:pre_escape}}</p>{{/WORDS}}
{{#PAPER}}<p>[[Văn bản trả lời]]: {{paper}}</p>{{/PAPER}}
{{#HIDDEN}}<p class="note">[[Trả lời hiện ở đây khi đơn vị gửi.]]</p>{{/HIDDEN}}{{#MENDED}}<p class="note">[[Đơn vị đang sửa trả lời đã bị trả lại; hiện lại ở đây khi đơn vị gửi lại.]]</p>{{/MENDED}}
{{>FILES}}
{{#FORM}}
<form class="no-print" method="post" action="{{action}}">
<input type="hidden" name="csrf" value="{{csrf}}"><input type="hidden" name="once" value="{{once}}"><input type="hidden" name="edition" value="{{edition}}">
<fieldset><legend>[[Kết quả]]</legend>
{{#result_error}}<span class="err" id="result-e">[[Lỗi]]: {{why}}</span>{{/result_error}}
{{#CHOICE}}<label class="opt"><input type="radio" id="{{choice_id}}" name="result" value="{{value}}" {{ticked}}>{{label}}</label>
{{/CHOICE}}
</fieldset>
<p class="field"><label for="answer">[[Nội dung trả lời]]</label><span class="hint" id="answer-h">[[Tiếp thu, thực hiện đến đâu, vì sao. Cần có trước khi gửi. Tối đa 8.000 ký tự.]]</span>{{#answer_error}}<span class="err" id="answer-e">[[Lỗi]]: {{why}}</span>{{/answer_error}}<textarea id="answer" name="answer" rows="8" aria-describedby="answer-h{{#answer_error}} answer-e{{/answer_error}}" aria-invalid="{{answer_invalid}}">{{answer:pre_escape}}</textarea></p>
<div class="half">
<p class="field"><label for="number">[[Số, ký hiệu văn bản trả lời]]</label><span class="hint" id="number-h">[[Nếu trả lời bằng văn bản]]</span>{{#number_error}}<span class="err" id="number-e">[[Lỗi]]: {{why}}</span>{{/number_error}}<input class="w16" id="number" name="number" value="{{number}}" maxlength="60" autocomplete="off" aria-describedby="number-h{{#number_error}} number-e{{/number_error}}" aria-invalid="{{number_invalid}}"></p>
<p class="field"><label for="date">[[Ngày văn bản trả lời]]</label><span class="hint" id="date-h">[[Viết như 30/11/2026]]</span>{{#date_error}}<span class="err" id="date-e">[[Lỗi]]: {{why}}</span>{{/date_error}}<input class="w8" id="date" name="date" value="{{date}}" inputmode="numeric" autocomplete="off" aria-describedby="date-h{{#date_error}} date-e{{/date_error}}" aria-invalid="{{date_invalid}}"></p>
</div>
<p class="acts"><button class="btn alt" type="submit" name="do" value="save">[[Lưu nháp]]</button> {{#FORWARD}}<button class="btn" type="submit" name="do" value="{{move}}">{{label}}</button> {{/FORWARD}}</p>
</form>
{{/FORM}}
{{#MOVE}}<form class="no-print" method="post" action="{{action}}"><input type="hidden" name="csrf" value="{{csrf}}"><input type="hidden" name="once" value="{{once}}"><input type="hidden" name="move" value="{{move}}"><input type="hidden" name="edition" value="{{edition}}"><p><button class="btn {{face}}" type="submit">{{label}}</button></p></form>{{/MOVE}}
{{#MOVE_REASON}}<details class="no-print"{{#OPEN}} open{{/OPEN}}><summary>{{label}}</summary><form method="post" action="{{action}}"><input type="hidden" name="csrf" value="{{csrf}}"><input type="hidden" name="once" value="{{once}}"><input type="hidden" name="move" value="{{move}}"><input type="hidden" name="edition" value="{{edition}}"><p class="field"><label for="{{reason_id}}">[[Lý do]]</label><span class="hint" id="{{reason_id}}-h">[[Bắt buộc, tối đa 4.000 ký tự; người nhận đọc đúng những chữ này.]]</span><textarea id="{{reason_id}}" name="reason" rows="3" aria-describedby="{{reason_id}}-h" aria-invalid="{{reason_invalid}}">{{reason_text:pre_escape}}</textarea></p><p><button class="btn {{face}}" type="submit">{{label}}</button></p></form></details>{{/MOVE_REASON}}
</div>
<aside aria-label="[[mục::Văn bản]]">
<div class="box">
<h2>{{kind_label}}</h2>
<dl class="facts">
<dt>[[mục::Văn bản]]</dt><dd><a href="{{document_path}}">{{document_name}}</a> {{subject}}</dd>
<dt>[[Của đơn vị]]</dt><dd>{{asker}}</dd>
<dt>[[Ngày văn bản]]</dt><dd>{{document_date}}</dd>
{{#CONCERNS}}<dt>[[Chính sách, văn bản được kiến nghị]]</dt><dd class="lines">{{concerns:pre_escape}}</dd>{{/CONCERNS}}
<dt>[[Hạn trả lời]]</dt><dd><b>{{due}}</b></dd>
{{#SENT}}<dt>[[Gửi lần đầu]]</dt><dd>{{first_day}}</dd>{{/SENT}}
{{#CONTACT}}<dt>[[Liên hệ]]</dt><dd>{{contact}}</dd>{{/CONTACT}}
</dl>
</div>
{{>HISTORY}}
</aside>
</div>
