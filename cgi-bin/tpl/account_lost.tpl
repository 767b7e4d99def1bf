<h1>{{title}}</h1>
{{>FAULTS}}
<p class="lead">{{person}}</p>
<div class="note warn"><p>[[Chỉ làm khi chắc chắn đúng người: gặp mặt, hoặc gọi lại theo số điện thoại cơ quan. Đặt lại xong, ai có mật khẩu của người này cũng vào được cho tới khi người này bật lại.]]</p></div>
<form method="post" action="{{action}}">
<input type="hidden" name="csrf" value="{{csrf}}"><input type="hidden" name="once" value="{{once}}">
<p class="field"><label for="reason">[[Lý do]]</label><span class="hint" id="reason-h">[[Mất gì, đã xác nhận đúng người bằng cách nào; lý do được giữ trong nhật ký]]</span><textarea id="reason" name="reason" rows="3" maxlength="1000" aria-describedby="reason-h{{#reason_error}} reason-e{{/reason_error}}" aria-invalid="{{reason_invalid}}">{{reason:pre_escape}}</textarea>{{#reason_error}}<span class="err" id="reason-e">[[Lỗi]]: {{why}}</span>{{/reason_error}}</p>
<p class="meta">[[Khóa và mã dự phòng cũ hết dùng, mọi phiên đang mở kết thúc, người này được báo tin. Mật khẩu vẫn như cũ.]]</p>
<p class="acts"><button class="btn risk" type="submit">[[Đặt lại xác minh hai bước]]</button></p>
</form>
