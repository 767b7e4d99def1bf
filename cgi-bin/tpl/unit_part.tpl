<h1>{{title}}</h1>
{{>FAULTS}}
{{#PREVIEW}}<section class="note warn" aria-labelledby="preview-h"><h2 id="preview-h">[[Xem trước: chưa ghi gì]]</h2>
<ul>{{#WOULD}}<li>{{would}}</li>{{/WOULD}}</ul>
<form method="post" action="{{action}}">
<input type="hidden" name="csrf" value="{{csrf}}"><input type="hidden" name="once" value="{{once}}"><input type="hidden" name="confirm" value="1">{{#SENT}}<input type="hidden" name="{{sent_name}}" value="{{sent_value:pre_escape}}">{{/SENT}}
<p>[[Đã ghi thì không hủy được. Nếu chưa đúng, sửa bên dưới rồi xem trước lại.]]</p>
<p class="acts"><button class="btn risk" type="submit">[[Ghi điều chuyển]]</button></p>
</form></section>{{/PREVIEW}}
<p class="lead">[[Một số hộ sang đơn vị khác, cả hai đơn vị vẫn hoạt động. Thôn, bản chuyển nguyên vẹn thì dùng Chuyển cấp trên ở trang của thôn, bản ấy; chuyển hết số hộ thì dùng Sáp nhập, giải thể.]]</p>
<form method="post" action="{{action}}">
<input type="hidden" name="csrf" value="{{csrf}}"><input type="hidden" name="once" value="{{once}}">
<p class="field"><label for="successor">[[Đơn vị nhận]]</label><span class="hint" id="successor-h">[[Gõ mã hoặc một phần tên rồi chọn trong gợi ý; đơn vị khác thì ghi mã, hoặc tên đầy đủ nếu không trùng]]</span>{{#successor_error}}<span class="err">{{why}}</span>{{/successor_error}}<input class="w30" id="successor" name="successor" list="units" autocomplete="off" value="{{successor}}" maxlength="200" aria-invalid="{{successor_invalid}}" aria-describedby="successor-h"></p>
<p class="field"><label for="share">[[Tỷ lệ số hộ chuyển đi (%)]]</label><span class="hint" id="share-h">[[Từ 0,01 đến 99,99 trong tổng số hộ của đơn vị này: 18,5]]</span>{{#share_error}}<span class="err">{{why}}</span>{{/share_error}}<input class="num w5" id="share" name="share" value="{{share}}" inputmode="decimal" autocomplete="off" aria-invalid="{{share_invalid}}" aria-describedby="share-h"></p>
<p class="field"><label for="valid_from">[[Từ ngày]]</label><span class="hint" id="valid_from-h">[[Ngày văn bản có hiệu lực: 01/7/2025]]</span>{{#valid_from_error}}<span class="err">{{why}}</span>{{/valid_from_error}}<input class="w8" id="valid_from" name="valid_from" value="{{valid_from}}" inputmode="numeric" autocomplete="off" aria-invalid="{{valid_from_invalid}}" aria-describedby="valid_from-h"></p>
<p class="field"><label for="document">[[Theo văn bản]]</label><span class="hint" id="document-h">[[Số, ký hiệu: 1690/NQ-UBTVQH15]]</span>{{#document_error}}<span class="err">{{why}}</span>{{/document_error}}<input class="w16" id="document" name="document" value="{{document}}" maxlength="100" aria-invalid="{{document_invalid}}" aria-describedby="document-h"></p>
<p class="field"><label for="note">[[Ghi chú]]</label>{{#note_error}}<span class="err">{{why}}</span>{{/note_error}}<input class="w30" id="note" name="note" value="{{note}}" maxlength="500" aria-invalid="{{note_invalid}}"></p>
<p class="acts"><button class="btn" type="submit">[[Xem trước]]</button> <a href="{{self}}">[[Bỏ, về trang đơn vị]]</a></p>
</form>
{{>UNITS}}
