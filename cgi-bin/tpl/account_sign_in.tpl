{{#SIGNED}}
<h1>[[Bạn đã đăng nhập]]</h1>
<p class="lead">{{name}}</p>
<p class="acts"><a class="btn" href="{{then}}">[[Làm việc tiếp]]</a></p>
<form method="post" action="{{action}}"><input type="hidden" name="csrf" value="{{csrf}}">
<p>[[Không phải bạn? Hãy đăng xuất rồi đăng nhập lại.]]</p>
<p class="acts"><button class="btn alt" type="submit">[[Đăng xuất]]</button></p>
</form>
{{/SIGNED}}
{{#ENTRY}}
<div class="cols">
<div>
<h1>[[Đăng nhập]]</h1>
{{>FAULTS}}
{{#LOST}}
<div class="note warn" role="status"><h2>[[Phiên làm việc đã hết]]</h2><p>[[Đăng nhập lại để làm tiếp. Nếu bạn đang gõ dở một biểu mẫu, phần đã gõ được giữ và hiện lại.]]</p></div>
{{/LOST}}
<form method="post" action="{{action}}">
<input type="hidden" name="csrf" value="{{csrf}}"><input type="hidden" name="then" value="{{then}}">
<p class="field"><label for="login">[[Tên đăng nhập]]</label><span class="hint" id="login-h">[[Thí dụ:]] huyen.ltt.namkhao</span><input class="w16" id="login" name="login" type="text" maxlength="60" autocomplete="username" autocapitalize="none" spellcheck="false" value="{{login}}" aria-describedby="login-h{{#login_error}} login-e{{/login_error}}" aria-invalid="{{login_invalid}}">{{#login_error}}<span class="err" id="login-e">[[Lỗi]]: {{why}}</span>{{/login_error}}</p>
<p class="field"><label for="password">[[Mật khẩu]]</label><input class="w16" id="password" name="password" type="password" autocomplete="current-password"{{#password_error}} aria-describedby="password-e"{{/password_error}} aria-invalid="{{password_invalid}}">{{#password_error}}<span class="err" id="password-e">[[Lỗi]]: {{why}}</span>{{/password_error}}</p>
<p class="acts"><button class="btn" type="submit">[[Đăng nhập]]</button></p>
</form>
<details>
<summary>[[Quên mật khẩu hoặc chưa có tài khoản]]</summary>
<p class="text">[[Gọi người quản trị của đơn vị bạn, hoặc]] {{standing_body}}{{#CALL}}, [[số]] <span class="nowrap">{{support_phone}}</span>{{/CALL}} ([[giờ làm việc]]). [[Người quản trị cấp mật khẩu tạm dùng một lần; cổng không gửi mật khẩu qua thư điện tử.]]</p>
</details>
</div>
<aside aria-label="[[Lưu ý]]">
<div class="box">
<h2>[[Lưu ý]]</h2>
<ul>
<li>[[Mỗi người dùng tài khoản của mình. Việc làm trên cổng được ghi tên người làm.]]</li>
<li>[[Gõ sai nhiều lần thì phải chờ giữa hai lần thử; tài khoản không bị khóa hẳn.]]</li>
<li>[[Dùng máy chung: bấm “Đăng xuất” khi xong việc.]]</li>
</ul>
</div>
<p class="meta">[[Nếu đang nhập dở mà hết phiên, đăng nhập lại sẽ thấy nguyên phần đã gõ.]]</p>
</aside>
</div>
{{/ENTRY}}
