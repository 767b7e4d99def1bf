<h1>{{title}}</h1>
{{>FAULTS}}
<form method="post" action="{{action}}">
<input type="hidden" name="csrf" value="{{csrf}}"><input type="hidden" name="once" value="{{once}}">
<p class="field"><label for="kind">[[Loại]]</label><span class="hint" id="kind-h">[[Cụm gồm các địa phương, khối gồm các cơ quan]]</span>{{#kind_error}}<span class="err">{{why}}</span>{{/kind_error}}<select id="kind" name="kind" aria-invalid="{{kind_invalid}}" aria-describedby="kind-h">{{#KIND}}<option value="{{value}}"{{#CHOSEN}} selected{{/CHOSEN}}>{{option}}</option>{{/KIND}}</select></p>
<p class="field"><label for="name">[[Tên cụm, khối]]</label>{{#name_error}}<span class="err">{{why}}</span>{{/name_error}}<input class="w30" id="name" name="name" value="{{name}}" maxlength="200" aria-invalid="{{name_invalid}}"></p>
<p class="field"><label for="unit">[[Hội đồng của đơn vị]]</label><span class="hint" id="unit-h">[[Đơn vị có Hội đồng lập cụm, khối: mã hoặc tên đầy đủ]]</span>{{#unit_error}}<span class="err">{{why}}</span>{{/unit_error}}<input class="w30" id="unit" name="unit" value="{{unit}}" maxlength="200" aria-invalid="{{unit_invalid}}" aria-describedby="unit-h"></p>
<p class="field"><label for="valid_from">[[Từ ngày]]</label><span class="hint" id="valid_from-h">[[Ngày văn bản có hiệu lực: 01/7/2025]]</span>{{#valid_from_error}}<span class="err">{{why}}</span>{{/valid_from_error}}<input class="w8" id="valid_from" name="valid_from" value="{{valid_from}}" inputmode="numeric" autocomplete="off" aria-invalid="{{valid_from_invalid}}" aria-describedby="valid_from-h"></p>
<p class="field"><label for="document">[[Theo văn bản]]</label><span class="hint" id="document-h">[[Số, ký hiệu: 1690/NQ-UBTVQH15]]</span>{{#document_error}}<span class="err">{{why}}</span>{{/document_error}}<input class="w16" id="document" name="document" value="{{document}}" maxlength="100" aria-invalid="{{document_invalid}}" aria-describedby="document-h"></p>
<p class="acts"><button class="btn" type="submit">[[Lập cụm, khối]]</button> <a href="/unit/group">[[Bỏ, về danh sách]]</a></p>
</form>
