<h1>{{title}}</h1>
{{>FAULTS}}
<p class="text">[[Chưa bật: chỉ khi gõ đúng một mã ở dưới thì mới có hiệu lực. Trang này dùng được trong 15 phút.]]</p>
<h2>[[1. Đưa khóa vào ứng dụng]]</h2>
{{#QR}}<p><svg width="240" height="240" viewBox="0 0 {{size}} {{size}}" role="img" aria-label="[[Mã QR để ứng dụng xác minh quét]]" focusable="false"><rect width="{{size}}" height="{{size}}" fill="#fff"/><path d="{{path}}" fill="#000"/></svg></p>{{/QR}}
<p class="text">[[Quét mã QR bằng ứng dụng xác minh. Không quét được thì chọn nhập khóa bằng tay (loại theo thời gian):]]</p>
<dl class="facts">
<dt>[[Tên]]</dt><dd>{{issuer}}: {{login}}</dd>
<dt>[[Khóa]]</dt><dd class="code" translate="no">{{key}}</dd>
</dl>
<h2>[[2. Gõ mã ứng dụng đang hiện]]</h2>
<form method="post" action="{{action}}">
<input type="hidden" name="csrf" value="{{csrf}}">
<p class="field"><label for="code">[[Mã xác minh]]</label><span class="hint" id="code-h">[[6 chữ số, đổi sau mỗi 30 giây]]</span><input class="w8" id="code" name="code" type="text" inputmode="numeric" maxlength="20" autocomplete="one-time-code" value="{{code}}" aria-describedby="code-h{{#code_error}} code-e{{/code_error}}" aria-invalid="{{code_invalid}}">{{#code_error}}<span class="err" id="code-e">[[Lỗi]]: {{why}}</span>{{/code_error}}</p>
<p class="meta">[[Bật xong, mọi nơi khác đang đăng nhập bằng tài khoản này phải đăng nhập lại, và cổng hiện 8 mã dự phòng một lần duy nhất: hãy sẵn sàng in hoặc chép.]]</p>
<p class="acts"><button class="btn" type="submit">[[Bật xác minh hai bước]]</button> <a href="/account/factor">[[Để sau, chưa bật]]</a></p>
</form>
