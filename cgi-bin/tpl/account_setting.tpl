<h1>{{title}}</h1>
{{>FAULTS}}
<form method="post" action="{{action}}">
<input type="hidden" name="csrf" value="{{csrf}}"><input type="hidden" name="once" value="{{once}}">
{{#LINE}}<p class="field"><label for="value">[[Giá trị]]</label><span class="hint" id="value-h">{{hint}}. {{limits}}</span><input class="w30" id="value" name="value" type="text" inputmode="{{mode}}" maxlength="200" autocomplete="off" value="{{value}}" aria-describedby="value-h{{#value_error}} value-e{{/value_error}}" aria-invalid="{{value_invalid}}">{{#value_error}}<span class="err" id="value-e">[[Lỗi]]: {{why}}</span>{{/value_error}}</p>{{/LINE}}
{{#BOXES}}<fieldset id="value" tabindex="-1" aria-describedby="value-h{{#value_error}} value-e{{/value_error}}">
<legend>[[Vai trò]]</legend>
<p class="hint" id="value-h">{{hint}}.</p>
{{#BOX}}<label class="opt" for="r-{{role}}"><input type="checkbox" id="r-{{role}}" name="value" value="{{role}}" {{ticked}}> {{label}}</label>
{{/BOX}}
{{#value_error}}<span class="err" id="value-e">[[Lỗi]]: {{why}}</span>{{/value_error}}
</fieldset>{{/BOXES}}
<p class="field"><label for="valid_from">[[Từ ngày]]</label><span class="hint" id="valid_from-h">[[Hôm nay hoặc một ngày sau. Viết như]] 26/9/2026</span><input class="w8" id="valid_from" name="valid_from" type="text" inputmode="numeric" maxlength="40" autocomplete="off" value="{{valid_from}}" aria-describedby="valid_from-h{{#valid_from_error}} valid_from-e{{/valid_from_error}}" aria-invalid="{{valid_from_invalid}}">{{#valid_from_error}}<span class="err" id="valid_from-e">[[Lỗi]]: {{why}}</span>{{/valid_from_error}}</p>
<p class="field"><label for="document">[[Theo văn bản]]</label><span class="hint" id="document-h">[[Số văn bản, hoặc người quyết định và ngày]]</span><input class="w30" id="document" name="document" type="text" maxlength="200" autocomplete="off" value="{{document}}" aria-describedby="document-h{{#document_error}} document-e{{/document_error}}" aria-invalid="{{document_invalid}}">{{#document_error}}<span class="err" id="document-e">[[Lỗi]]: {{why}}</span>{{/document_error}}</p>
<p class="acts"><button class="btn" type="submit">[[Đổi cài đặt]]</button> <a href="/account/setting">[[Bỏ, về danh sách]]</a></p>
</form>
