<div class="note warn">
{{#HEADED}}<h2>{{what}}</h2>{{/HEADED}}{{#LISTED}}<h3>{{what}}</h3>{{/LISTED}}
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
