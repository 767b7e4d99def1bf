<h1>{{title}}</h1>
{{>FAULTS}}
{{#WAITING}}<div class="note warn"><p>[[Còn]] {{waiting}} [[phiếu đã gửi mà chưa thẩm định xong: thẩm định hoặc trả lại trước khi công bố.]]</p><p><a href="{{waiting_path}}">[[Mở các phiếu chờ thẩm định]]</a></p></div>{{/WAITING}}
{{#EARLY}}<div class="note warn"><p>[[Chưa hết hạn gửi phiếu:]] <b>{{due}}</b>. [[Đơn vị chưa gửi vẫn còn thời gian: về trang đợt đánh giá, bấm “Nhận phiếu thêm”.]]</p><p><a href="{{round_path}}">[[Về trang đợt đánh giá]]</a></p></div>{{/EARLY}}
<div class="note"><p>[[Công bố rồi thì mọi đơn vị trong cụm, khối thấy điểm, xếp loại và thứ hạng của nhau; kết quả được giữ nguyên, chỉ mở lại được khi có lý do.]]</p></div>
<dl class="facts"><dt>[[Phiếu đã thẩm định]]</dt><dd>{{reviewed}}</dd><dt>[[Phiếu bị trả lại]]</dt><dd>{{returned}}</dd><dt>[[Phiếu đang chấm, chưa gửi]]</dt><dd>{{begun}}</dd><dt>[[Phiếu chưa bắt đầu]]</dt><dd>{{none}}</dd><dt>[[Khi bằng điểm]]</dt><dd>{{tie_text}}</dd><dt>[[Bảng xếp hạng]]</dt><dd><a href="{{results_path}}">[[Xem lại bảng xếp hạng tạm tính]]</a></dd></dl>
<form method="post" action="{{action}}">
<input type="hidden" name="csrf" value="{{csrf}}"><input type="hidden" name="once" value="{{once}}"><input type="hidden" name="stand" value="{{stand}}">
{{#LEAVE}}
<fieldset class="box"><legend>[[Phiếu không có trong xếp hạng]]</legend>
<table class="stack dense">
<caption class="vh">[[Phiếu không có trong xếp hạng]]</caption>
<thead><tr><th scope="col">[[Đơn vị, đối tượng]]</th><th scope="col">[[Nhóm]]</th><th scope="col">[[Cụm, khối]]</th><th scope="col">[[Tình trạng]]</th></tr></thead>
<tbody>
{{#LEFT}}
<tr><th scope="row">{{#SHEET}}<a href="{{path}}">{{/SHEET}}{{name}}{{#SHEET}}</a>{{/SHEET}}</th><td data-l="[[Nhóm]]">{{class_name}}</td><td data-l="[[Cụm, khối]]">{{group_name}}</td><td data-l="[[Tình trạng]]">{{state}}</td></tr>
{{/LEFT}}
</tbody>
</table>
<p class="field"><label class="opt"><input type="checkbox" id="leave" name="leave" value="1" {{ticked}}>[[Công bố dù thiếu các phiếu ấy; bảng kết quả ghi tên đơn vị là không gửi phiếu, không xếp hạng]]</label></p>
<p class="field"><label for="why">[[Lý do công bố thiếu phiếu]]</label><span class="hint" id="why-h">[[Thí dụ: quá hạn 10 ngày, đã đôn đốc hai lần mà đơn vị không gửi lại. Các đơn vị ấy đọc được; tối đa 1.000 ký tự.]]</span>{{#why_error}}<span class="err">[[Lỗi:]] {{why}}</span>{{/why_error}}<textarea id="why" name="why" rows="3" aria-describedby="why-h" aria-invalid="{{why_invalid}}">{{why:pre_escape}}</textarea></p>
</fieldset>
{{/LEAVE}}
<p class="field"><label for="number">[[Số, ký hiệu quyết định]]</label><span class="hint" id="number-h">[[Thí dụ 45/QĐ-UBND]]</span>{{#number_error}}<span class="err">[[Lỗi:]] {{why}}</span>{{/number_error}}<input class="w16" id="number" name="number" value="{{number}}" maxlength="60" autocomplete="off" aria-describedby="number-h" aria-invalid="{{number_invalid}}"></p>
<p class="field"><label for="day">[[Ngày quyết định]]</label>{{#day_error}}<span class="err">[[Lỗi:]] {{why}}</span>{{/day_error}}<input class="w8" id="day" name="day" value="{{day}}" autocomplete="off" aria-invalid="{{day_invalid}}"></p>
<p class="field"><label for="confirm">[[Gõ lại để công bố]]</label><span class="hint" id="confirm-h">[[Gõ hai chữ: công bố]]</span>{{#confirm_error}}<span class="err">[[Lỗi:]] {{why}}</span>{{/confirm_error}}<input class="w16" id="confirm" name="confirm" value="{{confirm}}" maxlength="40" autocomplete="off" aria-describedby="confirm-h" aria-invalid="{{confirm_invalid}}"></p>
<p class="acts"><button class="btn risk" type="submit">[[Công bố kết quả]]</button> <a href="{{results_path}}">[[Quay lại]]</a></p>
</form>
