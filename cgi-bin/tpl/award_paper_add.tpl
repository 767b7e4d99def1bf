<h1>{{title}}</h1>
{{>FAULTS}}
<p class="lead">{{form_name}}</p>
<p class="text">[[Có dòng riêng của danh hiệu, hình thức thì dòng ấy thay dòng chung; có dòng riêng của loại hình thì dòng ấy thay dòng của mọi loại hình.]]</p>
<form method="post" action="{{action}}">
<input type="hidden" name="csrf" value="{{csrf}}"><input type="hidden" name="once" value="{{once}}">
<p class="field"><label for="paper">[[Giấy tờ]]</label>{{#paper_error}}<span class="err">{{why}}</span>{{/paper_error}}<select id="paper" name="paper" aria-invalid="{{paper_invalid}}">{{#PAPER}}<option value="{{value}}"{{#CHOSEN}} selected{{/CHOSEN}}>{{option}}</option>{{/PAPER}}</select></p>
<p class="field"><label for="label_vi">[[Hoặc tên giấy tờ mới]]</label><span class="hint" id="label_vi-h">[[Chỉ ghi khi không có trong danh sách]]</span>{{#label_vi_error}}<span class="err">{{why}}</span>{{/label_vi_error}}<input class="w30" id="label_vi" name="label_vi" value="{{label_vi}}" maxlength="200" autocomplete="off" aria-invalid="{{label_vi_invalid}}" aria-describedby="label_vi-h"></p>
<p class="field"><label for="label_en">[[Tên tiếng Anh]]</label>{{#label_en_error}}<span class="err">{{why}}</span>{{/label_en_error}}<input class="w30" id="label_en" name="label_en" value="{{label_en}}" maxlength="200" autocomplete="off" aria-invalid="{{label_en_invalid}}"></p>
<p class="field"><label for="award_type">[[Loại hình]]</label>{{#award_type_error}}<span class="err">{{why}}</span>{{/award_type_error}}<select id="award_type" name="award_type" aria-invalid="{{award_type_invalid}}">{{#TYPE}}<option value="{{value}}"{{#CHOSEN}} selected{{/CHOSEN}}>{{option}}</option>{{/TYPE}}</select></p>
<p class="field"><label class="opt" for="required"><input type="checkbox" id="required" name="required" value="1" {{required}} aria-invalid="{{required_invalid}}"> [[Bắt buộc: thiếu thì không trình, không gửi được]]</label></p>
<p class="field"><label class="opt" for="all"><input type="checkbox" id="all" name="all" value="1" {{all}} aria-invalid="{{all_invalid}}"> [[Dùng cho mọi danh hiệu, hình thức cùng loại]]</label></p>
<p class="field"><label for="valid_from">[[Từ ngày]]</label><span class="hint" id="valid_from-h">[[Viết như 05/01/2026]]</span>{{#valid_from_error}}<span class="err">{{why}}</span>{{/valid_from_error}}<input class="w8" id="valid_from" name="valid_from" value="{{valid_from}}" inputmode="numeric" autocomplete="off" aria-invalid="{{valid_from_invalid}}" aria-describedby="valid_from-h"></p>
<p class="field"><label for="document">[[Căn cứ]]</label><span class="hint" id="document-h">[[Điều, khoản của văn bản quy định hồ sơ]]</span>{{#document_error}}<span class="err">{{why}}</span>{{/document_error}}<input class="w30" id="document" name="document" value="{{document}}" maxlength="200" autocomplete="off" aria-invalid="{{document_invalid}}" aria-describedby="document-h"></p>
<p class="acts"><button class="btn" type="submit">[[Thêm giấy tờ của hồ sơ]]</button> <a href="{{form_path}}">[[Quay lại danh hiệu này]]</a></p>
</form>
