<p class="meta">[[Dự thảo quyết định khen thưởng]] · {{unit_name}} · <span class="tag {{tag}}">{{state_label}}</span></p>
<h1>{{title}}</h1>
{{>FAULTS}}
{{#RETURNED}}<div class="note warn"><h2>[[Bị trả lại]]</h2><p>{{reason}}</p><p class="meta">{{who_said}}, {{at}}</p></div>{{/RETURNED}}
<p class="lead">{{decision_title}}</p>
<dl class="facts"><dt>[[Người quyết định]]</dt><dd>{{issuer}}</dd>{{#SIGNER}}<dt>[[Người ký]]</dt><dd>{{signer}}</dd>{{/SIGNER}}</dl>
<div class="acts">{{#ISSUE}}<a class="btn" href="{{self}}/issue">[[Cấp số, ghi sổ]]</a> {{/ISSUE}}{{#MOVE}}<form method="post" action="{{action}}"><input type="hidden" name="csrf" value="{{csrf}}"><input type="hidden" name="once" value="{{once}}"><input type="hidden" name="edition" value="{{edition}}"><input type="hidden" name="move" value="{{move}}"><button class="btn {{face}}" type="submit">{{label}}</button></form> {{/MOVE}}{{#EDIT}}<a class="btn alt" href="{{self}}/edit">[[Sửa dự thảo]]</a>{{/EDIT}}</div>
{{#MOVE_REASON}}<details class="no-print"{{#OPEN}} open{{/OPEN}}><summary>{{label}}</summary><form method="post" action="{{action}}"><input type="hidden" name="csrf" value="{{csrf}}"><input type="hidden" name="once" value="{{once}}"><input type="hidden" name="edition" value="{{edition}}"><input type="hidden" name="move" value="{{move}}"><p class="field"><label for="{{reason_id}}">[[Lý do]]</label><span class="hint" id="{{reason_id}}-h">[[Bắt buộc, tối đa 4.000 ký tự; đơn vị đề nghị đọc được.]]</span><textarea id="{{reason_id}}" name="reason" rows="3" maxlength="4000" aria-describedby="{{reason_id}}-h" aria-invalid="{{reason_invalid}}">{{reason_text:pre_escape}}</textarea></p><p><button class="btn {{face}}" type="submit">{{label}}</button></p></form></details>{{/MOVE_REASON}}
<div id="list">{{>TABLE}}</div>
{{#STEPS}}<h2>[[Quá trình]]</h2>
<ol class="time">{{#STEP}}<li><b>{{at}}</b> {{label}} <span class="meta">{{name}}, {{unit}}</span>{{#REASON}}<blockquote>{{reason}}</blockquote>{{/REASON}}</li>{{/STEP}}</ol>
{{/STEPS}}
