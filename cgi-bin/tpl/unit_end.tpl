<h1>{{title}}</h1>
{{>FAULTS}}
<p class="lead">[[Đơn vị trực thuộc hiện nay:]] {{children}}. [[Nếu có đơn vị kế thừa, các đơn vị này chuyển về đơn vị ấy từ ngày kế tiếp. Quá trình trước đó giữ nguyên.]]</p>
<section aria-labelledby="open-h"><h2 id="open-h">[[Việc chưa xong]]</h2>
<p>[[Việc chưa xong vẫn ghi ở trang của đơn vị này; đơn vị kế thừa tiếp tục xử lý.]]</p>
<ul>{{#OPEN}}<li>{{open_name}}: {{open_state}}, [[hạn gửi]] {{open_due}}</li>{{/OPEN}}</ul>{{#NO_OPEN}}<p>[[Không có báo cáo nào chưa gửi hoặc bị trả lại.]]</p>{{/NO_OPEN}}</section>
<form method="post" action="{{action}}">
<input type="hidden" name="csrf" value="{{csrf}}"><input type="hidden" name="once" value="{{once}}">
<p class="field"><label for="valid_to">[[Ngày hoạt động cuối cùng]]</label><span class="hint" id="valid_to-h">[[Ngày trước ngày văn bản có hiệu lực: 30/6/2025]]</span>{{#valid_to_error}}<span class="err">{{why}}</span>{{/valid_to_error}}<input class="w8" id="valid_to" name="valid_to" value="{{valid_to}}" inputmode="numeric" autocomplete="off" aria-invalid="{{valid_to_invalid}}" aria-describedby="valid_to-h"></p>
<p class="field"><label for="successor">[[Đơn vị kế thừa]]</label><span class="hint" id="successor-h">[[Gõ mã hoặc một phần tên rồi chọn trong gợi ý. Để trống nếu giải thể]]</span>{{#successor_error}}<span class="err">{{why}}</span>{{/successor_error}}<input class="w30" id="successor" name="successor" list="units" autocomplete="off" value="{{successor}}" maxlength="200" aria-invalid="{{successor_invalid}}" aria-describedby="successor-h"></p>
<p class="field"><label for="document">[[Theo văn bản]]</label><span class="hint" id="document-h">[[Số, ký hiệu: 1690/NQ-UBTVQH15]]</span>{{#document_error}}<span class="err">{{why}}</span>{{/document_error}}<input class="w16" id="document" name="document" value="{{document}}" maxlength="100" aria-invalid="{{document_invalid}}" aria-describedby="document-h"></p>
<p class="field"><label for="note">[[Ghi chú]]</label>{{#note_error}}<span class="err">{{why}}</span>{{/note_error}}<input class="w30" id="note" name="note" value="{{note}}" maxlength="500" aria-invalid="{{note_invalid}}"></p>
<p class="acts"><button class="btn risk" type="submit">[[Kết thúc đơn vị này]]</button> <a href="{{self}}">[[Bỏ, về trang đơn vị]]</a></p>
</form>
{{>UNITS}}
