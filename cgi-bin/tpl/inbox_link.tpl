<h1>{{title}}</h1>
{{>FAULTS}}
<p class="text">[[Liên kết riêng đưa hạn của một đơn vị vào lịch (Outlook, điện thoại) và thông báo vào chương trình đọc tin tức trên máy (như mục RSS của Outlook) mà không phải đăng nhập. Ai có liên kết cũng đọc được, nên đừng gửi cho người khác. Liên kết hết dùng được khi bạn thu hồi, hoặc khi bạn thôi vai trò ở đơn vị đó.]]</p>
{{#NO_UNIT}}<div class="empty" id="unit"><p>[[Hôm nay bạn chưa được giao vai trò ở đơn vị nào, nên chưa tạo được liên kết. Đề nghị người quản trị của đơn vị giao vai trò.]]</p></div>{{/NO_UNIT}}
{{#ADD}}
<form class="box" method="post" action="{{action}}"><input type="hidden" name="csrf" value="{{csrf}}"><input type="hidden" name="once" value="{{once}}">
<p class="field"><label for="unit">[[Đơn vị]]</label>{{#unit_error}}<span class="err" id="unit-err">{{why}}</span>{{/unit_error}}<select id="unit" name="unit" aria-invalid="{{unit_invalid}}"{{#unit_error}} aria-describedby="unit-err"{{/unit_error}}>{{#UNIT}}<option value="{{value}}"{{#CHOSEN}} selected{{/CHOSEN}}>{{label}}</option>{{/UNIT}}</select></p>
<p><button class="btn" type="submit">[[Tạo liên kết riêng]]</button></p>
</form>
{{/ADD}}
{{#NO_LINK}}<h2>[[Liên kết đang dùng]]</h2><div class="empty"><p>[[Bạn chưa có liên kết riêng nào.]]</p></div>{{/NO_LINK}}
{{#LINKS}}
<table class="stack">
<caption>[[Liên kết đang dùng]]</caption>
<thead><tr><th scope="col">[[Đơn vị]]</th><th scope="col">[[Tạo lúc]]</th><th scope="col">[[Việc làm]]</th></tr></thead>
<tbody>
{{#LINK}}
<tr><th scope="row">{{unit_name}}</th><td data-l="[[Tạo lúc]]">{{made}}</td><td data-l="[[Việc làm]]"><form method="post" action="{{action}}"><input type="hidden" name="csrf" value="{{csrf}}"><input type="hidden" name="once" value="{{once}}"><button class="btn risk slim" type="submit">[[Thu hồi]]<span class="vh"> {{unit_name}}, {{made}}</span></button></form></td></tr>
{{/LINK}}
</tbody>
</table>
{{/LINKS}}
<p class="meta">[[Kế hoạch đã ban hành có nguồn tin công khai, ai cũng dùng được:]] <a href="/inbox/plan.atom">/inbox/plan.atom</a></p>
