<h1>{{heading}}</h1>
<p class="asof">{{unit_name}} · {{window}} · <span class="tag {{tag}}">{{state}}</span>{{#DUE}} · [[hạn gửi]] <b>{{due}}</b> {{far}}{{/DUE}}</p>
{{#WAITS}}<p class="note">[[Chưa gửi lên cấp trên: còn chờ lãnh đạo đơn vị xem và gửi. Cần sửa thì đề nghị lãnh đạo trả lại người nhập.]]</p>
{{/WAITS}}
{{#BACK}}
<div class="note warn">
<h2>{{what}}</h2>
<p>{{reason}} <span class="meta">{{returned_by}}, {{returned_at}}</span></p>
{{#EARLIER}}
<p>[[Trước đó:]] {{reason}} <span class="meta">{{returned_by}}, {{returned_at}}</span></p>
{{/EARLIER}}
{{#RETURNS}}
<ul>
{{#RETURNED}}<li>{{#THERE}}<a href="#{{field}}">{{name}}</a>{{/THERE}}{{#NAMED}}{{name}}{{/NAMED}}: {{reason}}{{#MENDED}} <span class="tag done">[[Đã sửa]]</span>{{/MENDED}}</li>
{{/RETURNED}}
</ul>
{{/RETURNS}}
</div>
{{/BACK}}
