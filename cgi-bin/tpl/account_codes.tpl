<h1>{{title}}</h1>
<div class="receipt" role="status">
{{#NOW_ON}}<p><b>[[Xác minh hai bước đã bật.]]</b></p>{{/NOW_ON}}
{{#ANEW}}<p><b>[[Tám mã cũ không dùng được nữa.]]</b></p>{{/ANEW}}
<p>[[Mã dự phòng của tài khoản]] <b>{{login}}</b> [[trên Cổng Thi đua]] {{office}}:</p>
{{#CODE}}<p class="code" translate="no">{{word}}</p>
{{/CODE}}
<p>[[In trang này hoặc chép lại ngay: rời trang thì không xem lại được. Mỗi mã thay cho điện thoại một lần đăng nhập. Cất ở chỗ an toàn, không để cùng mật khẩu.]]</p>
</div>
<p class="acts no-print"><a class="btn" href="/">[[Đã in hoặc chép, làm việc tiếp]]</a> <a href="/account/factor">[[Xác minh hai bước]]</a></p>
