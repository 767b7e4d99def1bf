<h1>{{title}}</h1>
{{>FAULTS}}
<form method="post" action="{{action}}">
<input type="hidden" name="csrf" value="{{csrf}}"><input type="hidden" name="once" value="{{once}}">
{{#PERSON}}
<fieldset>
<legend>[[mục::Người dùng]]</legend>
<p class="field"><label for="name">[[Họ và tên]]</label><input class="w30" id="name" name="name" type="text" maxlength="120" autocomplete="off" value="{{name}}"{{#name_error}} aria-describedby="name-e"{{/name_error}} aria-invalid="{{name_invalid}}">{{#name_error}}<span class="err" id="name-e">[[Lỗi]]: {{why}}</span>{{/name_error}}</p>
<p class="field"><label for="login">[[Tên đăng nhập]]</label><span class="hint" id="login-h">[[Chữ cái không dấu, chữ số, dấu chấm; sau này không đổi được. Thí dụ:]] huyen.ltt.namkhao</span><input class="w16" id="login" name="login" type="text" maxlength="60" autocomplete="off" autocapitalize="none" spellcheck="false" value="{{login}}" aria-describedby="login-h{{#login_error}} login-e{{/login_error}}" aria-invalid="{{login_invalid}}">{{#login_error}}<span class="err" id="login-e">[[Lỗi]]: {{why}}</span>{{/login_error}}</p>
<p class="field"><label for="phone">[[Điện thoại]] <span class="opt">([[không bắt buộc]])</span></label><input class="w16" id="phone" name="phone" type="tel" maxlength="40" autocomplete="off" value="{{phone}}"{{#phone_error}} aria-describedby="phone-e"{{/phone_error}} aria-invalid="{{phone_invalid}}">{{#phone_error}}<span class="err" id="phone-e">[[Lỗi]]: {{why}}</span>{{/phone_error}}</p>
</fieldset>
{{/PERSON}}
<fieldset>
<legend>[[Vai trò được giao]]</legend>
<p class="field"><label for="role">[[Vai trò]]</label><select id="role" name="role"{{#role_error}} aria-describedby="role-e"{{/role_error}} aria-invalid="{{role_invalid}}"><option value="">[[Chọn vai trò]]</option>{{#CHOICE}}<option value="{{value}}" {{chosen}}>{{label}}</option>{{/CHOICE}}</select>{{#role_error}}<span class="err" id="role-e">[[Lỗi]]: {{why}}</span>{{/role_error}}</p>
<p class="field"><label for="unit">[[Đơn vị]]</label><span class="hint" id="unit-h">[[Mã hoặc tên đầy đủ của đơn vị trong phạm vi bạn quản lý]]</span><input class="w30" id="unit" name="unit" type="text" maxlength="200" list="places" autocomplete="off" value="{{unit}}" aria-describedby="unit-h{{#unit_error}} unit-e{{/unit_error}}" aria-invalid="{{unit_invalid}}">{{#unit_error}}<span class="err" id="unit-e">[[Lỗi]]: {{why}}</span>{{/unit_error}}</p>
<datalist id="places">{{#PLACE}}<option value="{{code}}">{{place}}</option>{{/PLACE}}</datalist>
<p class="field"><label for="post">[[Chức vụ]] <span class="opt">([[không bắt buộc]])</span></label><input class="w30" id="post" name="post" type="text" maxlength="120" value="{{post}}"{{#post_error}} aria-describedby="post-e"{{/post_error}} aria-invalid="{{post_invalid}}">{{#post_error}}<span class="err" id="post-e">[[Lỗi]]: {{why}}</span>{{/post_error}}</p>
<p class="field"><label for="valid_from">[[Từ ngày]]</label><span class="hint" id="valid_from-h">[[Viết như]] 26/9/2026</span><input class="w8" id="valid_from" name="valid_from" type="text" inputmode="numeric" maxlength="40" value="{{valid_from}}" aria-describedby="valid_from-h{{#valid_from_error}} valid_from-e{{/valid_from_error}}" aria-invalid="{{valid_from_invalid}}">{{#valid_from_error}}<span class="err" id="valid_from-e">[[Lỗi]]: {{why}}</span>{{/valid_from_error}}</p>
<p class="field"><label for="valid_to">[[Đến hết ngày]] <span class="opt">([[không bắt buộc]])</span></label><span class="hint" id="valid_to-h">[[Bỏ trống nếu không có thời hạn]]</span><input class="w8" id="valid_to" name="valid_to" type="text" inputmode="numeric" maxlength="40" value="{{valid_to}}" aria-describedby="valid_to-h{{#valid_to_error}} valid_to-e{{/valid_to_error}}" aria-invalid="{{valid_to_invalid}}">{{#valid_to_error}}<span class="err" id="valid_to-e">[[Lỗi]]: {{why}}</span>{{/valid_to_error}}</p>
<p class="field"><label for="document">[[Văn bản giao]]</label><span class="hint" id="document-h">[[Số quyết định hoặc văn bản phân công]]</span><input class="w30" id="document" name="document" type="text" maxlength="200" value="{{document}}" aria-describedby="document-h{{#document_error}} document-e{{/document_error}}" aria-invalid="{{document_invalid}}">{{#document_error}}<span class="err" id="document-e">[[Lỗi]]: {{why}}</span>{{/document_error}}</p>
</fieldset>
{{#PERSON}}<p class="meta">[[Bấm nút xong, cổng hiện mật khẩu tạm một lần duy nhất để bạn trao tận tay.]]</p>{{/PERSON}}
<p class="acts"><button class="btn" type="submit">{{title}}</button></p>
</form>
