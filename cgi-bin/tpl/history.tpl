{{#COPIES}}
<h2>[[Các bản đã gửi]]</h2>
<ul class="list">
{{#COPY}}
<li><a href="{{path}}">{{receipt}}</a> <span class="meta">{{at}}</span></li>
{{/COPY}}
</ul>
{{/COPIES}}
{{#STEPS}}
<h2>[[Đã qua các bước]]</h2>
<ol class="time">
{{#STEP}}
<li><b>{{at}}</b> {{label}}, {{name}}{{#WHY}}<br>{{why}}{{/WHY}}</li>
{{/STEP}}
</ol>
{{/STEPS}}
