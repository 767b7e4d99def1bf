<h1>{{title}}</h1>
{{>FAULTS}}
{{#MANDATE}}
<dl class="facts">
<dt>[[Vai trò]]</dt><dd>{{role}}</dd>
<dt>[[Đơn vị]]</dt><dd>{{unit}}</dd>
<dt>[[Chức vụ]]</dt><dd>{{post}}</dd>
<dt>[[Từ ngày]]</dt><dd>{{valid_from}}</dd>
<dt>[[Đến hết ngày]]</dt><dd>{{valid_to}}</dd>
<dt>[[Văn bản giao]]</dt><dd>{{document}}</dd>
</dl>
{{/MANDATE}}
<form method="post" action="{{action}}">
<input type="hidden" name="csrf" value="{{csrf}}"><input type="hidden" name="once" value="{{once}}">
<p class="field"><label for="valid_to">[[Ngày cuối cùng còn giữ vai trò]]</label><span class="hint" id="valid_to-h">[[Muốn kết thúc ngay, hoặc thu hồi vai trò giao nhầm: ghi ngày hôm qua. Viết như]] 26/9/2026</span><input class="w8" id="valid_to" name="valid_to" type="text" inputmode="numeric" maxlength="40" value="{{valid_to}}" aria-describedby="valid_to-h{{#valid_to_error}} valid_to-e{{/valid_to_error}}" aria-invalid="{{valid_to_invalid}}">{{#valid_to_error}}<span class="err" id="valid_to-e">[[Lỗi]]: {{why}}</span>{{/valid_to_error}}</p>
<p class="acts"><button class="btn risk" type="submit">[[Kết thúc vai trò]]</button></p>
</form>
