<h1>{{title}}</h1>
{{>FAULTS}}
<p class="text">[[Mật khẩu đúng. Tài khoản này bật xác minh hai bước: mở ứng dụng xác minh trên điện thoại, gõ 6 chữ số đang hiện.]]</p>
<form method="post" action="{{action}}">
<input type="hidden" name="csrf" value="{{csrf}}"><input type="hidden" name="then" value="{{then}}">
<p class="field"><label for="code">[[Mã xác minh]]</label><span class="hint" id="code-h">[[6 chữ số, đổi sau mỗi 30 giây]]</span><input class="w8" id="code" name="code" type="text" inputmode="numeric" maxlength="20" autocomplete="one-time-code" value="{{code}}" aria-describedby="code-h{{#code_error}} code-e{{/code_error}}" aria-invalid="{{code_invalid}}">{{#code_error}}<span class="err" id="code-e">[[Lỗi]]: {{why}}</span>{{/code_error}}</p>
<details {{open}}>
<summary>[[Không có điện thoại: dùng mã dự phòng]]</summary>
<p class="field"><label for="paper">[[Mã dự phòng]]</label><span class="hint" id="paper-h">[[Một trong 8 mã đã in ra khi bật; mỗi mã dùng một lần. Để trống ô mã xác minh ở trên]]</span><input class="w16" id="paper" name="paper" type="text" maxlength="40" autocomplete="off" autocapitalize="none" spellcheck="false" value="{{paper}}" aria-describedby="paper-h{{#paper_error}} paper-e{{/paper_error}}" aria-invalid="{{paper_invalid}}">{{#paper_error}}<span class="err" id="paper-e">[[Lỗi]]: {{why}}</span>{{/paper_error}}</p>
</details>
<p class="acts"><button class="btn" type="submit">[[Đăng nhập]]</button> <a href="/account/sign-in">[[Đăng nhập bằng tài khoản khác]]</a></p>
</form>
<details>
<summary>[[Mất cả điện thoại và mã dự phòng]]</summary>
<p class="text">[[Gọi người quản trị của đơn vị bạn, hoặc]] {{standing_body}}{{#CALL}}, [[số]] <span class="nowrap">{{support_phone}}</span>{{/CALL}} ([[giờ làm việc]]). [[Người quản trị đặt lại xác minh hai bước sau khi chắc chắn đúng là bạn.]]</p>
</details>
