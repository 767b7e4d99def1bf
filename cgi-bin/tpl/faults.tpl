<div class="note bad" role="alert" id="faults" tabindex="-1" aria-labelledby="faults-h">
<h2 id="faults-h">{{#REFUSED}}[[Chưa thực hiện được, còn nội dung phải sửa]]{{/REFUSED}}{{#READ}}[[Còn nội dung phải sửa]]{{/READ}}</h2>
<ul>
{{#FAULT}}
<li>{{#HERE}}<a href="#{{field}}">{{label}}: {{why}}</a>{{/HERE}}{{#AWAY}}{{label}}: {{why}}{{/AWAY}}</li>
{{/FAULT}}
</ul>
{{#STILL}}<p>[[Nội dung đã nhập được giữ nguyên.]]</p>{{/STILL}}
{{#CHOOSE}}<p>[[Chọn lại tệp: trình duyệt không giữ tệp đã chọn.]]</p>{{/CHOOSE}}
{{#GONE}}<p>[[Mật khẩu không được giữ lại trên trang: hãy gõ lại.]]</p>{{/GONE}}
</div>
