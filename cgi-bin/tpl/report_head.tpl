<h1>{{heading}}</h1>
<p class="asof">{{unit_name}} · {{window}} · <span class="tag {{tag}}">{{state}}</span>{{#DUE}} · [[hạn gửi]] <b>{{due}}</b> {{far}}{{/DUE}}</p>
{{#WAITS}}<p class="note">[[Chưa gửi lên cấp trên: còn chờ lãnh đạo đơn vị xem và gửi. Cần sửa thì đề nghị lãnh đạo trả lại người nhập.]]</p>
{{/WAITS}}
{{>BACK}}
