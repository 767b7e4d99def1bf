<h1>{{title}}</h1>
{{>FAULTS}}
{{#TURN_OFF}}<div class="note warn"><p>[[Tắt rồi thì ai biết mật khẩu của bạn cũng vào được. Khóa trong ứng dụng và các mã dự phòng hết dùng; muốn bật lại phải quét mã mới. Đổi điện thoại thì tắt rồi bật lại trên máy mới.]]</p></div>{{/TURN_OFF}}
{{#RENEW}}<p class="text">[[Cổng hiện 8 mã mới một lần duy nhất; các mã cũ hết dùng ngay.]]</p>{{/RENEW}}
<form method="post" action="{{action}}">
<input type="hidden" name="csrf" value="{{csrf}}">
<input class="vh" type="text" name="username" value="{{login}}" autocomplete="username" readonly tabindex="-1" aria-label="[[Tên đăng nhập]]">
<p class="field"><label for="password">[[Mật khẩu đang dùng]]</label><input class="w16" id="password" name="password" type="password" autocomplete="current-password"{{#password_error}} aria-describedby="password-e"{{/password_error}} aria-invalid="{{password_invalid}}">{{#password_error}}<span class="err" id="password-e">[[Lỗi]]: {{why}}</span>{{/password_error}}</p>
<p class="field"><label for="code">[[Mã xác minh]]</label><span class="hint" id="code-h">[[6 chữ số, đổi sau mỗi 30 giây]]</span><input class="w8" id="code" name="code" type="text" inputmode="numeric" maxlength="20" autocomplete="one-time-code" value="{{code}}" aria-describedby="code-h{{#code_error}} code-e{{/code_error}}" aria-invalid="{{code_invalid}}">{{#code_error}}<span class="err" id="code-e">[[Lỗi]]: {{why}}</span>{{/code_error}}</p>
<details {{open}}>
<summary>[[Không có điện thoại: dùng mã dự phòng]]</summary>
<p class="field"><label for="paper">[[Mã dự phòng]]</label><span class="hint" id="paper-h">[[Một trong 8 mã đã in ra khi bật; mỗi mã dùng một lần. Để trống ô mã xác minh ở trên]]</span><input class="w16" id="paper" name="paper" type="text" maxlength="40" autocomplete="off" autocapitalize="none" spellcheck="false" value="{{paper}}" aria-describedby="paper-h{{#paper_error}} paper-e{{/paper_error}}" aria-invalid="{{paper_invalid}}">{{#paper_error}}<span class="err" id="paper-e">[[Lỗi]]: {{why}}</span>{{/paper_error}}</p>
</details>
<p class="acts"><button class="btn{{#TURN_OFF}} risk{{/TURN_OFF}}" type="submit">{{button}}</button> <a href="/account/factor">[[Giữ nguyên như cũ]]</a></p>
</form>
