<h1>{{title}}</h1>
{{>FAULTS}}
{{#TEMPORARY}}
<div class="note warn"><h2>[[Bạn đang dùng mật khẩu tạm]]</h2><p>[[Hãy đặt mật khẩu của riêng bạn; xong bước này mới làm việc tiếp được.]]</p></div>
{{/TEMPORARY}}
<form method="post" action="{{action}}">
<input type="hidden" name="csrf" value="{{csrf}}">
<input class="vh" type="text" name="username" value="{{login}}" autocomplete="username" readonly tabindex="-1" aria-label="[[Tên đăng nhập]]">
<p class="field"><label for="old">[[Mật khẩu đang dùng]]</label><input class="w16" id="old" name="old" type="password" autocomplete="current-password"{{#old_error}} aria-describedby="old-e"{{/old_error}} aria-invalid="{{old_invalid}}">{{#old_error}}<span class="err" id="old-e">[[Lỗi]]: {{why}}</span>{{/old_error}}</p>
<p class="field"><label for="new">[[Mật khẩu mới]]</label><span class="hint" id="new-h">[[Ít nhất]] {{least}} [[ký tự. Dễ nhớ nhất là một câu vài từ không ai đoán ra; không cần ký tự lạ, không phải đổi định kỳ.]]</span><input class="w16" id="new" name="new" type="password" autocomplete="new-password" aria-describedby="new-h{{#new_error}} new-e{{/new_error}}" aria-invalid="{{new_invalid}}">{{#new_error}}<span class="err" id="new-e">[[Lỗi]]: {{why}}</span>{{/new_error}}</p>
<p class="field"><label for="again">[[Mật khẩu mới, gõ lại]]</label><input class="w16" id="again" name="again" type="password" autocomplete="new-password"{{#again_error}} aria-describedby="again-e"{{/again_error}} aria-invalid="{{again_invalid}}">{{#again_error}}<span class="err" id="again-e">[[Lỗi]]: {{why}}</span>{{/again_error}}</p>
<p class="meta">[[Đổi xong, mọi nơi khác đang đăng nhập bằng tài khoản này phải đăng nhập lại.]]</p>
<p class="acts"><button class="btn" type="submit">[[Đổi mật khẩu]]</button></p>
</form>
