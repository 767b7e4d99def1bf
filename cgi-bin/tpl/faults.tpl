<div class="note bad" role="alert" id="faults" tabindex="-1" aria-labelledby="faults-h">
<h2 id="faults-h">[[Chưa làm được: còn chỗ phải sửa]]</h2>
<ul>
{{#FAULT}}
<li>{{#HERE}}<a href="#{{field}}">{{label}}: {{why}}</a>{{/HERE}}{{#AWAY}}{{label}}: {{why}}{{/AWAY}}</li>
{{/FAULT}}
</ul>
{{#STILL}}<p>[[Mọi điều đã gõ vẫn còn nguyên.]]</p>{{/STILL}}
{{#GONE}}<p>[[Mật khẩu không được giữ lại trên trang: hãy gõ lại.]]</p>{{/GONE}}
</div>
