<h1>{{title}}</h1>
{{>FAULTS}}
{{#NO_MAILER}}<div class="note warn"><p>[[Cổng này hiện chưa gửi thư điện tử. Bạn vẫn đặt được địa chỉ; thư chỉ được gửi khi người vận hành mở việc gửi thư. Thông báo luôn có ở trang Thông báo.]]</p></div>{{/NO_MAILER}}
<p class="text">[[Thư chỉ có tên việc và đường dẫn đến cổng, không có số liệu, điểm hay tên người; mỗi giờ nhiều nhất một thư.]]</p>
<form method="post" action="{{action}}">
<input type="hidden" name="csrf" value="{{csrf}}"><input type="hidden" name="once" value="{{once}}">
<p class="field"><label for="email">[[Thư điện tử]] <span class="opt">([[không bắt buộc]])</span></label><input class="w30" id="email" name="email" type="email" maxlength="200" autocomplete="email" value="{{email}}"{{#email_error}} aria-describedby="email-e"{{/email_error}} aria-invalid="{{email_invalid}}">{{#email_error}}<span class="err" id="email-e">[[Lỗi]]: {{why}}</span>{{/email_error}}</p>
<p class="field"><label class="opt" for="mail"><input type="checkbox" id="mail" name="mail" value="1" {{mail}} aria-invalid="{{mail_invalid}}"> [[Gửi thông báo đến địa chỉ này]]</label></p>
<p class="acts"><button class="btn" type="submit">[[Lưu nơi nhận thư]]</button></p>
</form>
