<h1>{{title}}</h1>
{{>FAULTS}}
<p class="text">[[Số liệu không khớp phép kiểm tra thì báo cáo chưa gửi được; lưu nháp thì chỉ nhắc. Áp dụng cho mọi mẫu hỏi đủ các chỉ số trong phép.]]</p>
{{#NONE}}<div class="empty"><p>[[Chưa có phép kiểm tra nào. Thêm phép đầu tiên bằng biểu mẫu bên dưới.]]</p></div>{{/NONE}}
{{#CHECKS}}
<ul class="list">
{{#CHECK}}<li>{{text_of}}<p class="meta">{{sum_of}}</p><form method="post" action="{{action}}">
<input type="hidden" name="csrf" value="{{csrf}}"><input type="hidden" name="once" value="{{once}}">
<button class="btn risk slim" type="submit">[[Bỏ phép này]]<span class="vh">: {{sum_of}}</span></button></form></li>
{{/CHECK}}
</ul>
{{/CHECKS}}
<h2>[[Thêm phép kiểm tra]]</h2>
<form method="post" action="{{action}}">
<input type="hidden" name="csrf" value="{{csrf}}"><input type="hidden" name="once" value="{{once}}">
<p class="field"><label for="sum">[[Phép tính]]</label><span class="hint" id="sum-h">[[Bằng mã chỉ số. Hai vế bằng nhau: dau_ky - thoat + tai + moi = cuoi_ky. Vế trái không quá vế phải: cuoi_ky <= tong_ho (khi đó tỷ lệ cuoi_ky / tong_ho không quá 100%).]]</span>{{#sum_error}}<span class="err">[[Lỗi:]] {{why}}</span>{{/sum_error}}<input class="w30" id="sum" name="sum" value="{{sum}}" autocomplete="off" aria-describedby="sum-h" aria-invalid="{{sum_invalid}}"></p>
<p class="field"><label for="text">[[Diễn giải]]</label><span class="hint" id="text-h">[[Câu báo cho người nhập khi số liệu không khớp, thí dụ: Cuối kỳ phải bằng đầu kỳ trừ thoát nghèo cộng tái nghèo cộng phát sinh; Hộ nghèo cuối kỳ không quá tổng số hộ]]</span>{{#text_error}}<span class="err">[[Lỗi:]] {{why}}</span>{{/text_error}}<input class="w30" id="text" name="text" value="{{text}}" autocomplete="off" aria-describedby="text-h" aria-invalid="{{text_invalid}}"></p>
<p class="acts"><button class="btn" type="submit">[[Thêm phép kiểm tra]]</button></p>
</form>
