<h1>{{title}}</h1>
{{#ON}}
<p class="lead"><span class="tag done">[[Đang bật]]</span> [[từ]] {{since}}</p>
<p class="text">[[Mỗi lần đăng nhập, sau mật khẩu, cổng hỏi 6 chữ số mà ứng dụng trên điện thoại của bạn đang hiện. Ai biết mật khẩu của bạn mà không có điện thoại thì không vào được.]]</p>
<dl class="facts">
<dt>[[Mã dự phòng còn dùng được]]</dt><dd>{{left}} [[trên 8]]</dd>
</dl>
<p class="acts"><a class="btn alt" href="/account/factor/codes">[[Cấp lại mã dự phòng]]</a>{{#FREE}} <a href="/account/factor/off">[[Tắt xác minh hai bước]]</a>{{/FREE}}</p>
{{#NEEDED}}<p class="meta">[[Vai trò của bạn phải dùng xác minh hai bước, nên không tắt được. Đổi điện thoại: đề nghị người quản trị đặt lại.]]</p>{{/NEEDED}}
{{/ON}}
{{#OFF}}
{{>FAULTS}}
{{#OWED}}
<div class="note warn" role="status"><h2>[[Vai trò của bạn phải dùng xác minh hai bước]]</h2><p>[[Hãy bật theo các bước dưới đây; xong mới làm việc tiếp được. Phần bạn đang gõ ở trang khác vẫn được giữ.]]</p></div>
{{/OWED}}
<p class="text">[[Bật lên thì mỗi lần đăng nhập, sau mật khẩu, cổng hỏi thêm 6 chữ số do một ứng dụng trên điện thoại của bạn làm ra. Ai biết mật khẩu của bạn mà không có điện thoại thì không vào được.]]</p>
<ol>
<li>[[Cài một ứng dụng xác minh trên điện thoại, thí dụ Google Authenticator, Microsoft Authenticator, Aegis hoặc FreeOTP. Ứng dụng không cần mạng, chỉ cần điện thoại đúng giờ.]]</li>
<li>[[Gõ mật khẩu đang dùng ở dưới; cổng hiện mã QR để ứng dụng quét.]]</li>
<li>[[Gõ 6 chữ số ứng dụng hiện ra, rồi in 8 mã dự phòng và cất ở chỗ an toàn.]]</li>
</ol>
<form method="post" action="{{action}}">
<input type="hidden" name="csrf" value="{{csrf}}">
<input class="vh" type="text" name="username" value="{{login}}" autocomplete="username" readonly tabindex="-1" aria-label="[[Tên đăng nhập]]">
<p class="field"><label for="password">[[Mật khẩu đang dùng]]</label><input class="w16" id="password" name="password" type="password" autocomplete="current-password"{{#password_error}} aria-describedby="password-e"{{/password_error}} aria-invalid="{{password_invalid}}">{{#password_error}}<span class="err" id="password-e">[[Lỗi]]: {{why}}</span>{{/password_error}}</p>
<p class="acts"><button class="btn" type="submit">[[Bắt đầu bật]]</button></p>
</form>
{{/OFF}}
