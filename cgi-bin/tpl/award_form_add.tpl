<h1>{{title}}</h1>
{{>FAULTS}}
<form method="post" action="{{action}}">
<input type="hidden" name="csrf" value="{{csrf}}"><input type="hidden" name="once" value="{{once}}">
<p class="field"><label for="code">[[Mã]]</label><span class="hint" id="code-h">[[Ngắn gọn, như GK, BKT; khi đổi tên thì giữ nguyên mã]]</span>{{#code_error}}<span class="err">{{why}}</span>{{/code_error}}<input class="w8" id="code" name="code" value="{{code}}" maxlength="20" autocomplete="off" aria-invalid="{{code_invalid}}" aria-describedby="code-h"></p>
<p class="field"><label for="kind">[[Loại]]</label>{{#kind_error}}<span class="err">{{why}}</span>{{/kind_error}}<select id="kind" name="kind" aria-invalid="{{kind_invalid}}">{{#KIND}}<option value="{{value}}"{{#CHOSEN}} selected{{/CHOSEN}}>{{option}}</option>{{/KIND}}</select></p>
<p class="field"><label for="name">[[Tên]]</label><span class="hint" id="name-h">[[Đầy đủ, như trong luật]]</span>{{#name_error}}<span class="err">{{why}}</span>{{/name_error}}<input class="w30" id="name" name="name" value="{{name}}" maxlength="200" autocomplete="off" aria-invalid="{{name_invalid}}" aria-describedby="name-h"></p>
<p class="field"><label for="name_en">[[Tên tiếng Anh]]</label>{{#name_en_error}}<span class="err">{{why}}</span>{{/name_en_error}}<input class="w30" id="name_en" name="name_en" value="{{name_en}}" maxlength="200" autocomplete="off" aria-invalid="{{name_en_invalid}}"></p>
<fieldset class="field"><legend>[[Dành cho]]</legend>{{#collective_error}}<span class="err">{{why}}</span>{{/collective_error}}
<label class="opt" for="collective"><input type="checkbox" id="collective" name="collective" value="1" {{collective}} aria-invalid="{{collective_invalid}}"> [[Tập thể]]</label>
<label class="opt" for="person"><input type="checkbox" id="person" name="person" value="1" {{person}} aria-invalid="{{person_invalid}}"> [[Cá nhân]]</label>
<label class="opt" for="household"><input type="checkbox" id="household" name="household" value="1" {{household}} aria-invalid="{{household_invalid}}"> [[Hộ gia đình]]</label></fieldset>
<p class="field"><label for="seq">[[Thứ tự]]</label><span class="hint" id="seq-h">[[Số nhỏ xếp trước]]</span>{{#seq_error}}<span class="err">{{why}}</span>{{/seq_error}}<input class="w8 num" id="seq" name="seq" value="{{seq}}" inputmode="numeric" autocomplete="off" aria-invalid="{{seq_invalid}}" aria-describedby="seq-h"></p>
<p class="field"><label for="valid_from">[[Từ ngày]]</label><span class="hint" id="valid_from-h">[[Viết như 05/01/2026]]</span>{{#valid_from_error}}<span class="err">{{why}}</span>{{/valid_from_error}}<input class="w8" id="valid_from" name="valid_from" value="{{valid_from}}" inputmode="numeric" autocomplete="off" aria-invalid="{{valid_from_invalid}}" aria-describedby="valid_from-h"></p>
<p class="field"><label for="document">[[Theo văn bản]]</label><span class="hint" id="document-h">[[Luật, nghị định, điều khoản]]</span>{{#document_error}}<span class="err">{{why}}</span>{{/document_error}}<input class="w30" id="document" name="document" value="{{document}}" maxlength="200" autocomplete="off" aria-invalid="{{document_invalid}}" aria-describedby="document-h"></p>
<p class="acts"><button class="btn" type="submit">[[mục::Thêm vào danh mục]]</button> <a href="/award/form">[[Quay lại danh mục]]</a></p>
</form>
