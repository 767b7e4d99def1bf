<h1>{{title}}</h1>
{{>FAULTS}}
<p class="lead">{{form_name}}</p>
<form method="post" action="{{action}}">
<input type="hidden" name="csrf" value="{{csrf}}"><input type="hidden" name="once" value="{{once}}">
<p class="field"><label for="kind">[[Người đứng đầu loại đơn vị]]</label><span class="hint" id="kind-h">[[Chọn “cấp trên, không có trên cổng” nếu là Thủ tướng, Chủ tịch nước, bộ, ngành]]</span>{{#kind_error}}<span class="err">{{why}}</span>{{/kind_error}}<select id="kind" name="kind" aria-invalid="{{kind_invalid}}" aria-describedby="kind-h">{{#KIND}}<option value="{{value}}"{{#CHOSEN}} selected{{/CHOSEN}}>{{option}}</option>{{/KIND}}</select></p>
<p class="field"><label for="outside">[[Hoặc cấp trên, không có trên cổng]]</label><span class="hint" id="outside-h">[[Thí dụ: Thủ tướng Chính phủ]]</span>{{#outside_error}}<span class="err">{{why}}</span>{{/outside_error}}<input class="w30" id="outside" name="outside" value="{{outside}}" maxlength="200" autocomplete="off" aria-invalid="{{outside_invalid}}" aria-describedby="outside-h"></p>
<p class="field"><label for="valid_from">[[Từ ngày]]</label><span class="hint" id="valid_from-h">[[Viết như 05/01/2026]]</span>{{#valid_from_error}}<span class="err">{{why}}</span>{{/valid_from_error}}<input class="w8" id="valid_from" name="valid_from" value="{{valid_from}}" inputmode="numeric" autocomplete="off" aria-invalid="{{valid_from_invalid}}" aria-describedby="valid_from-h"></p>
<p class="field"><label for="document">[[Căn cứ]]</label><span class="hint" id="document-h">[[Điều, khoản của văn bản giao thẩm quyền]]</span>{{#document_error}}<span class="err">{{why}}</span>{{/document_error}}<input class="w30" id="document" name="document" value="{{document}}" maxlength="200" autocomplete="off" aria-invalid="{{document_invalid}}" aria-describedby="document-h"></p>
<p class="acts"><button class="btn" type="submit">[[Thêm thẩm quyền]]</button> <a href="{{form_path}}">[[Quay lại danh hiệu này]]</a></p>
</form>
