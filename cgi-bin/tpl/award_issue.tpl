<p class="meta">{{issuer}} · <span class="tag {{tag}}">{{state_label}}</span></p>
<h1>{{title}}</h1>
{{>FAULTS}}
<p class="lead" id="list">{{decision_title}}</p>
<p class="note">[[Sau bước này danh sách được công khai, mỗi dòng có số vào sổ; nội dung không sửa được nữa, chỉ có thể hủy từng dòng.]]</p>
<form method="post" action="{{action}}">
<input type="hidden" name="csrf" value="{{csrf}}"><input type="hidden" name="once" value="{{once}}"><input type="hidden" name="edition" value="{{edition}}">
<p class="field"><label for="number">[[Số, ký hiệu]]</label><span class="hint" id="number-h">[[Như trong sổ văn bản đi, thí dụ 2417/QĐ-UBND]]</span>{{#number_error}}<span class="err">{{why}}</span>{{/number_error}}<input class="w16" id="number" name="number" value="{{number}}" maxlength="60" autocomplete="off" aria-invalid="{{number_invalid}}" aria-describedby="number-h"></p>
<p class="field"><label for="date">[[Ngày quyết định]]</label><span class="hint" id="date-h">[[Viết như 05/01/2026]]</span>{{#date_error}}<span class="err">{{why}}</span>{{/date_error}}<input class="w8" id="date" name="date" value="{{date}}" inputmode="numeric" autocomplete="off" aria-invalid="{{date_invalid}}" aria-describedby="date-h"></p>
<p class="field"><label for="signer_title">[[Chức vụ người ký]]</label>{{#signer_title_error}}<span class="err">{{why}}</span>{{/signer_title_error}}<input class="w30" id="signer_title" name="signer_title" value="{{signer_title}}" maxlength="120" autocomplete="off" aria-invalid="{{signer_title_invalid}}"></p>
<p class="field"><label for="signer_name">[[Họ tên người ký]]</label>{{#signer_name_error}}<span class="err">{{why}}</span>{{/signer_name_error}}<input class="w30" id="signer_name" name="signer_name" value="{{signer_name}}" maxlength="120" autocomplete="off" aria-invalid="{{signer_name_invalid}}"></p>
<p class="field"><label for="book">[[Số vào sổ đầu tiên]]</label><span class="hint" id="book-h">[[Các dòng sau nối tiếp; số trống kế tiếp của năm:]] {{next_book}}</span>{{#book_error}}<span class="err">{{why}}</span>{{/book_error}}<input class="w8 num" id="book" name="book" value="{{book}}" inputmode="numeric" autocomplete="off" aria-invalid="{{book_invalid}}" aria-describedby="book-h"></p>
<p class="acts"><button class="btn" type="submit">[[Cấp số, công khai danh sách]]</button> <a href="{{self}}">[[Về dự thảo]]</a></p>
</form>
