<h1>{{title}}</h1>
<p class="lead">{{name}}</p>
<dl class="facts">
<dt>[[Tên đăng nhập]]</dt><dd>{{login}}</dd>
<dt>[[Điện thoại]]</dt><dd>{{phone}}</dd>
<dt>[[Xác minh hai bước]]</dt><dd>{{factor}}</dd>
</dl>
<p class="acts"><a href="/account/password">[[Đổi mật khẩu]]</a> <a href="/account/factor">[[Xác minh hai bước]]</a> <a href="/account/mail">[[Nhận thông báo qua thư điện tử]]</a></p>
<section>
<h2>[[Vai trò của tôi]]</h2>
{{#NO_MANDATE}}
<div class="empty"><p>[[Hôm nay bạn chưa được giao vai trò nào, nên chỉ xem được những gì ai cũng xem được. Đề nghị người quản trị của đơn vị giao vai trò; cần số quyết định hoặc văn bản phân công.]]</p></div>
{{/NO_MANDATE}}
{{#MANDATES}}
<table class="stack">
<caption>[[Bạn làm việc trên cổng thay mặt]]</caption>
<thead><tr><th scope="col">[[Vai trò]]</th><th scope="col">[[Đơn vị]]</th><th scope="col">[[Chức vụ]]</th><th scope="col">[[Từ ngày]]</th><th scope="col">[[Đến hết ngày]]</th><th scope="col">[[Văn bản giao]]</th></tr></thead>
<tbody>
{{#MANDATE}}
<tr><th scope="row">{{role}}</th><td data-l="[[Đơn vị]]">{{unit}}</td><td data-l="[[Chức vụ]]">{{post}}</td><td data-l="[[Từ ngày]]">{{valid_from}}</td><td data-l="[[Đến hết ngày]]">{{valid_to}}</td><td data-l="[[Văn bản giao]]">{{document}}</td></tr>
{{/MANDATE}}
</tbody>
</table>
{{/MANDATES}}
</section>
<section>
<h2>[[Phiên làm việc]]</h2>
<p class="text">[[Thấy máy hoặc địa chỉ lạ: kết thúc phiên đó rồi đổi mật khẩu.]]</p>
<table class="stack">
<caption>[[Những nơi đang đăng nhập bằng tài khoản này]]</caption>
<thead><tr><th scope="col">[[Máy]]</th><th scope="col">[[Địa chỉ mạng]]</th><th scope="col">[[Đăng nhập lúc]]</th><th scope="col">[[Dùng gần nhất]]</th><th scope="col">[[Việc làm]]</th></tr></thead>
<tbody>
{{#SESSION}}
<tr><th scope="row">{{machine}}</th><td data-l="[[Địa chỉ mạng]]">{{address}}</td><td data-l="[[Đăng nhập lúc]]">{{since}}</td><td data-l="[[Dùng gần nhất]]">{{last_seen}}</td><td data-l="[[Việc làm]]">{{#THIS}}<span class="tag done">[[Phiên này]]</span>{{/THIS}}{{#OTHER}}<form method="post" action="{{action}}"><input type="hidden" name="csrf" value="{{csrf}}"><input type="hidden" name="once" value="{{once}}"><button class="btn risk slim" type="submit" aria-label="[[Kết thúc phiên]]: {{machine}}, {{since}}">[[Kết thúc phiên]]</button></form>{{/OTHER}}</td></tr>
{{/SESSION}}
</tbody>
</table>
{{#OTHERS}}
<form method="post" action="{{action}}"><input type="hidden" name="csrf" value="{{csrf}}"><input type="hidden" name="once" value="{{once}}"><p class="acts"><button class="btn risk" type="submit">[[Kết thúc mọi phiên khác]]</button></p></form>
{{/OTHERS}}
</section>
