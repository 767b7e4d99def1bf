<h1>{{title}}</h1>
{{>FAULTS}}
{{#PREVIEW}}<section class="note warn" aria-labelledby="preview-h"><h2 id="preview-h">[[Xem trước: chưa ghi gì]]</h2>
<ul>{{#WOULD}}<li>{{would}}</li>{{/WOULD}}</ul>
<form method="post" action="{{action}}">
<input type="hidden" name="csrf" value="{{csrf}}"><input type="hidden" name="once" value="{{once}}"><input type="hidden" name="confirm" value="1">{{#SENT}}<input type="hidden" name="{{sent_name}}" value="{{sent_value:pre_escape}}">{{/SENT}}
<p>[[Đã ghi thì không hủy được. Nếu chưa đúng, sửa bên dưới rồi xem trước lại.]]</p>
<p class="acts"><button class="btn risk" type="submit">[[Chia đơn vị này]]</button></p>
</form></section>{{/PREVIEW}}
<p class="lead">[[Đơn vị thôi hoạt động, số hộ chia cho hai đơn vị trở lên. Đơn vị nhận phải có trong cổng vào ngày đó; đơn vị mới thì thêm trước. Nếu đơn vị này còn hoạt động, dùng]] <a href="{{self}}/part">[[Điều chuyển một phần]]</a>.</p>
<section aria-labelledby="open-h"><h2 id="open-h">[[Việc chưa xong]]</h2>
<p>[[Việc chưa xong vẫn ghi ở trang của đơn vị này; đơn vị kế thừa tiếp tục xử lý.]]</p>
<ul>{{#OPEN}}<li>{{open_name}}: {{open_state}}, [[hạn gửi]] {{open_due}}</li>{{/OPEN}}</ul>{{#NO_OPEN}}<p>[[Không có báo cáo nào chưa gửi hoặc bị trả lại.]]</p>{{/NO_OPEN}}</section>
<form method="post" action="{{action}}">
<input type="hidden" name="csrf" value="{{csrf}}"><input type="hidden" name="once" value="{{once}}">
<p class="field"><label for="valid_from">[[Từ ngày]]</label><span class="hint" id="valid_from-h">[[Ngày văn bản có hiệu lực: 01/7/2025]]</span>{{#valid_from_error}}<span class="err">{{why}}</span>{{/valid_from_error}}<input class="w8" id="valid_from" name="valid_from" value="{{valid_from}}" inputmode="numeric" autocomplete="off" aria-invalid="{{valid_from_invalid}}" aria-describedby="valid_from-h"></p>
<p class="field"><label for="document">[[Theo văn bản]]</label><span class="hint" id="document-h">[[Số, ký hiệu: 1690/NQ-UBTVQH15]]</span>{{#document_error}}<span class="err">{{why}}</span>{{/document_error}}<input class="w16" id="document" name="document" value="{{document}}" maxlength="100" aria-invalid="{{document_invalid}}" aria-describedby="document-h"></p>
<table class="stack"><caption>[[Chia cho]] <small>[[Gõ mã hoặc một phần tên rồi chọn trong gợi ý; đơn vị khác thì ghi mã, hoặc tên đầy đủ nếu không trùng. Dòng không dùng để trống; các tỷ lệ cộng lại đủ 100.]]</small></caption>
<thead><tr><th scope="col" class="num">[[TT]]</th><th scope="col">[[Đơn vị nhận]]</th><th scope="col">[[Tỷ lệ số hộ (%)]]</th></tr></thead>
<tbody>
{{#HEIR_ROW}}<tr><th scope="row" class="num">{{no}}</th><td data-l="[[Đơn vị nhận]]">{{#HEIR_ERROR}}<span class="err">{{why}}</span>{{/HEIR_ERROR}}<input class="w30" id="heir_{{no}}" name="heir_{{no}}" list="units" autocomplete="off" value="{{heir}}" maxlength="200" aria-label="[[Đơn vị nhận thứ]] {{no}}" aria-invalid="{{heir_invalid}}"></td><td data-l="[[Tỷ lệ số hộ (%)]]">{{#SHARE_ERROR}}<span class="err">{{why}}</span>{{/SHARE_ERROR}}<input class="num w5" id="share_{{no}}" name="share_{{no}}" value="{{share}}" inputmode="decimal" autocomplete="off" aria-label="[[Tỷ lệ của đơn vị thứ]] {{no}}" aria-invalid="{{share_invalid}}"></td></tr>
{{/HEIR_ROW}}
</tbody></table>
{{#CHILDREN}}<table class="stack"><caption>[[Đơn vị trực thuộc về đâu]]</caption>
<thead><tr><th scope="col">[[Đơn vị trực thuộc]]</th><th scope="col">[[Về đơn vị nhận]]</th></tr></thead>
<tbody>
{{#CHILD}}<tr><th scope="row">{{child_name}}</th><td data-l="[[Về đơn vị nhận]]">{{#CHILD_ERROR}}<span class="err">{{why}}</span>{{/CHILD_ERROR}}<select id="{{child_field}}" name="{{child_field}}" aria-label="[[Về đơn vị nhận]]: {{child_name}}" aria-invalid="{{child_invalid}}"><option value="">[[chưa chọn]]</option>{{#CHOICE}}<option value="{{value}}"{{#CHOSEN}} selected{{/CHOSEN}}>{{option}}</option>{{/CHOICE}}</select></td></tr>
{{/CHILD}}
</tbody></table>{{/CHILDREN}}
<p class="field"><label for="note">[[Ghi chú]]</label>{{#note_error}}<span class="err">{{why}}</span>{{/note_error}}<input class="w30" id="note" name="note" value="{{note}}" maxlength="500" aria-invalid="{{note_invalid}}"></p>
<p class="acts"><button class="btn" type="submit">[[Xem trước]]</button> <a href="{{self}}">[[Bỏ, về trang đơn vị]]</a></p>
</form>
{{>UNITS}}
