<div class="note bad" role="alert" id="faults" tabindex="-1" aria-labelledby="faults-h">
<h2 id="faults-h">[[Chưa làm được: còn chỗ phải sửa]]</h2>
<ul>
{{#FAULT}}
<li><a href="#{{field}}">{{label}}: {{why}}</a></li>
{{/FAULT}}
</ul>
<p>[[Mọi điều đã gõ vẫn còn nguyên.]]</p>
</div>
