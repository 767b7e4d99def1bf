<h1>{{title}}</h1>
<div class="receipt" role="status">
<p>[[Mật khẩu tạm của]] <b>{{person}}</b> ([[tên đăng nhập]] <b>{{login}}</b>):</p>
<p class="code">{{word}}</p>
<p>[[Hãy trao tận tay hoặc đọc qua điện thoại cho đúng người. Rời trang này thì không xem lại được; quên thì cấp mật khẩu tạm khác.]]</p>
<p>[[Người nhận phải đặt mật khẩu riêng ngay lần đăng nhập đầu tiên.]]</p>
</div>
<p class="acts"><a class="btn" href="/account/people/{{id}}">{{person}}</a> <a href="/account/people">[[Về danh sách người dùng]]</a></p>
