<p class="meta">{{unit_name}} · [[Theo kế hoạch]] <a href="{{plan_path}}">{{number}}</a> · <span class="tag {{tag}}">{{state_label}}</span></p>
{{>FAULTS}}
<div class="cols">
<div>
<div class="receipt" role="status"><h1>{{title}}</h1><p>{{unit_name}}</p><p class="code">{{at}}</p><p>[[mục::Chỉ tiêu]]: {{target_count}}. [[Người đăng ký]]: {{by}}.</p></div>
{{#TARGETS}}
<table class="stack">
<caption>[[Chỉ tiêu của đơn vị]]</caption>
<thead><tr><th scope="col">[[Chỉ số]]</th><th scope="col">[[Năm]]</th><th scope="col">[[Chỉ tiêu]]</th></tr></thead>
<tbody>
{{#TARGET}}
<tr><th scope="row">{{name}}{{#WORDS}} <small>{{text}}</small>{{/WORDS}}</th><td data-l="[[Năm]]">{{year}}</td><td data-l="[[Chỉ tiêu]]">{{value}} {{measure}}</td></tr>
{{/TARGET}}
</tbody>
</table>
{{/TARGETS}}
{{#NO_TARGET}}<p class="note">[[Đăng ký tham gia, chưa đặt chỉ tiêu; lý do ở phần ghi chú.]]</p>{{/NO_TARGET}}
{{#NOTE}}<h2>[[Ghi chú]]</h2><blockquote>{{note}}</blockquote>{{/NOTE}}
{{#MOVE_REASON}}<details class="no-print"{{#OPEN}} open{{/OPEN}}><summary>{{label}}</summary><form method="post" action="{{action}}"><input type="hidden" name="csrf" value="{{csrf}}"><input type="hidden" name="once" value="{{once}}"><input type="hidden" name="move" value="{{move}}"><p class="field"><label for="{{reason_id}}">[[Lý do]]</label><span class="hint" id="{{reason_id}}-h">[[Bắt buộc, tối đa 4.000 ký tự; được giữ trong quá trình của bản đăng ký.]]</span><textarea id="{{reason_id}}" name="reason" rows="3" aria-describedby="{{reason_id}}-h" aria-invalid="{{reason_invalid}}">{{reason_text:pre_escape}}</textarea></p><p><button class="btn {{risk}}" type="submit">{{label}}</button></p></form></details>{{/MOVE_REASON}}
</div>
<aside aria-label="[[Bản đăng ký]]">
<div class="box">
<h2>[[Bản đăng ký]]</h2>
<dl class="facts">
<dt>[[Kế hoạch]]</dt><dd><a href="{{plan_path}}">{{subject}}</a></dd>
<dt>[[Mã bản đăng ký]]</dt><dd>{{id}}</dd>
{{#DUE}}<dt>[[Hạn đăng ký]]</dt><dd>{{due}}</dd>{{/DUE}}
<dt class="no-print">[[Để in]]</dt><dd class="no-print">[[Ctrl + P]]</dd>
</dl>
</div>
<h2>[[Quá trình]]</h2>
<ol class="time">{{#STEP}}<li><b>{{at}}</b> {{label}} <span class="meta">{{name}}</span>{{#REASON}}<blockquote>{{reason}}</blockquote>{{/REASON}}</li>{{/STEP}}</ol>
{{#FOLLOW}}<p class="no-print"><a href="{{units_path}}">[[Các đơn vị đăng ký kế hoạch này]]</a></p>{{/FOLLOW}}
</aside>
</div>
