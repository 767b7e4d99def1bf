<p class="meta">{{unit_name}} · <span class="tag {{tag}}">{{state_label}}</span>{{#FAR}} · [[Hạn]] {{due}}, {{far}}{{/FAR}}</p>
<h1>{{title}}</h1>
{{>FAULTS}}
{{>FILE_FORMS}}
{{#RETURNED}}<div class="note warn"><h2>{{what}}</h2><p class="lines">{{reason:pre_escape}}</p><p class="meta">{{name}}, {{at}}</p>{{#EARLIER}}<p class="lines">[[Trước đó:]] {{reason:pre_escape}} <span class="meta">{{returned_by}}, {{returned_at}}</span></p>{{/EARLIER}}</div>{{/RETURNED}}
{{#WITHDRAWN}}<div class="note"><h2>[[Nhiệm vụ đã được rút]]</h2><p class="lines">{{reason:pre_escape}}</p><p class="meta">{{name}}, {{at}}</p></div>{{/WITHDRAWN}}
<div class="cols">
<div>
{{#WHOLE}}<h2>[[Việc phải làm]]</h2>
<p class="lines">{{task_text:pre_escape}}</p>{{/WHOLE}}
{{#PAPERS}}<h2>[[Giấy tờ phải có]]</h2><p class="lines">{{papers:pre_escape}}</p>{{/PAPERS}}
{{#QUOTE}}<details class="no-print"><summary>[[Điểm của kế hoạch]]</summary><div class="doc">{{clause_html:none}}</div></details>{{/QUOTE}}
{{#FORM}}<h2>[[Tổ chức thực hiện]]</h2>{{/FORM}}
{{#HOLDER}}<p>[[Người làm]]: {{holder_name}}</p>{{/HOLDER}}
{{#RESULT}}<h2>[[Kết quả thực hiện]]</h2><p class="lines">{{result:pre_escape}}</p>{{/RESULT}}
{{#HIDDEN}}<p class="note">[[Kết quả hiện ở đây khi đơn vị gửi.]]</p>{{/HIDDEN}}
{{>FILES}}
{{#NO_FILE}}<p class="note warn">[[Nhiệm vụ yêu cầu giấy tờ mà chưa có tệp nào: thêm tệp trước khi gửi, hoặc ghi rõ trong kết quả vì sao chưa có.]]</p>{{/NO_FILE}}
{{#FORM}}
<form class="no-print" method="post" action="{{action}}">
<input type="hidden" name="csrf" value="{{csrf}}"><input type="hidden" name="once" value="{{once}}"><input type="hidden" name="edition" value="{{edition}}">
<div class="half">
<p class="field"><label for="holder">[[Người làm]]</label><span class="hint" id="holder-h">[[Người của đơn vị có tài khoản]]</span>{{#holder_error}}<span class="err" id="holder-e">[[Lỗi]]: {{why}}</span>{{/holder_error}}<select id="holder" name="holder" aria-describedby="holder-h{{#holder_error}} holder-e{{/holder_error}}" aria-invalid="{{holder_invalid}}"><option value="">[[chưa chọn]]</option>{{#PERSON}}<option value="{{value}}"{{#CHOSEN}} selected{{/CHOSEN}}>{{option}}</option>{{/PERSON}}</select></p>
<p class="field"><label for="holder_name">[[hoặc ghi tên]]</label><span class="hint" id="holder_name-h">[[Khi người làm không có tài khoản]]</span>{{#holder_name_error}}<span class="err" id="holder_name-e">[[Lỗi]]: {{why}}</span>{{/holder_name_error}}<input class="w16" id="holder_name" name="holder_name" value="{{holder_name}}" maxlength="200" autocomplete="off" aria-describedby="holder_name-h{{#holder_name_error}} holder_name-e{{/holder_name_error}}" aria-invalid="{{holder_name_invalid}}"></p>
</div>
<p class="field"><label for="result">[[Kết quả thực hiện]]</label><span class="hint" id="result-h">[[Đã làm gì, ngày nào, đến đâu. Cần có trước khi gửi. Tối đa 8.000 ký tự.]]</span>{{#result_error}}<span class="err" id="result-e">[[Lỗi]]: {{why}}</span>{{/result_error}}<textarea id="result" name="result" rows="8" aria-describedby="result-h{{#result_error}} result-e{{/result_error}}" aria-invalid="{{result_invalid}}">{{result:pre_escape}}</textarea></p>
<p class="acts"><button class="btn alt" type="submit" name="do" value="save">[[Lưu nháp]]</button> {{#FORWARD}}<button class="btn" type="submit" name="do" value="{{move}}">{{label}}</button> {{/FORWARD}}</p>
</form>
{{/FORM}}
{{#MOVE}}<form class="no-print" method="post" action="{{action}}"><input type="hidden" name="csrf" value="{{csrf}}"><input type="hidden" name="once" value="{{once}}"><input type="hidden" name="move" value="{{move}}"><input type="hidden" name="edition" value="{{edition}}"><p><button class="btn {{face}}" type="submit">{{label}}</button></p></form>{{/MOVE}}
{{#MOVE_REASON}}<details class="no-print"{{#OPEN}} open{{/OPEN}}><summary>{{label}}</summary><form method="post" action="{{action}}"><input type="hidden" name="csrf" value="{{csrf}}"><input type="hidden" name="once" value="{{once}}"><input type="hidden" name="move" value="{{move}}"><input type="hidden" name="edition" value="{{edition}}"><p class="field"><label for="{{reason_id}}">[[Lý do]]</label><span class="hint" id="{{reason_id}}-h">[[Bắt buộc, tối đa 4.000 ký tự; người nhận đọc đúng những chữ này.]]</span><textarea id="{{reason_id}}" name="reason" rows="3" aria-describedby="{{reason_id}}-h" aria-invalid="{{reason_invalid}}">{{reason_text:pre_escape}}</textarea></p><p><button class="btn {{face}}" type="submit">{{label}}</button></p></form></details>{{/MOVE_REASON}}
</div>
<aside aria-label="[[Nhiệm vụ]]">
<div class="box">
<h2>[[Nhiệm vụ]]</h2>
<dl class="facts">
<dt>[[Kế hoạch]]</dt><dd><a href="{{plan_path}}">{{number}}</a> {{subject}}</dd>
{{#ANCHOR}}<dt>[[Điểm]]</dt><dd><a href="{{plan_path}}#{{anchor}}">{{cited}}</a></dd>{{/ANCHOR}}
<dt>[[Cơ quan giao]]</dt><dd>{{issuer_name}}</dd>
<dt>[[Ngày giao]]</dt><dd>{{given_day}}, {{giver}}</dd>
<dt>[[Hạn]]</dt><dd><b>{{due}}</b></dd>
{{#SENT}}<dt>[[Gửi lần đầu]]</dt><dd>{{first_day}}</dd>{{/SENT}}
</dl>
</div>
{{#ALL_UNITS}}<p class="no-print"><a href="{{path}}">[[Mọi đơn vị của nhiệm vụ này]]</a></p>{{/ALL_UNITS}}
{{>HISTORY}}
</aside>
</div>
