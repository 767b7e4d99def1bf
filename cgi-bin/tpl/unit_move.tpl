<h1>{{title}}</h1>
{{>FAULTS}}
<p class="lead">[[Hiện trực thuộc:]] {{parent_name}}. [[Báo cáo và quyền xem của những ngày trước vẫn theo cấp trên cũ.]]</p>
<form method="post" action="{{action}}">
<input type="hidden" name="csrf" value="{{csrf}}"><input type="hidden" name="once" value="{{once}}">
<p class="field"><label for="parent">[[Trực thuộc đơn vị]]</label><span class="hint" id="parent-h">[[Gõ mã hoặc một phần tên rồi chọn trong gợi ý; đơn vị khác thì ghi mã, hoặc tên đầy đủ nếu không trùng]]</span>{{#parent_error}}<span class="err">{{why}}</span>{{/parent_error}}<input class="w30" id="parent" name="parent" list="units" autocomplete="off" value="{{parent}}" maxlength="200" aria-invalid="{{parent_invalid}}" aria-describedby="parent-h"></p>
<p class="field"><label for="valid_from">[[Từ ngày]]</label><span class="hint" id="valid_from-h">[[Ngày văn bản có hiệu lực: 01/7/2025]]</span>{{#valid_from_error}}<span class="err">{{why}}</span>{{/valid_from_error}}<input class="w8" id="valid_from" name="valid_from" value="{{valid_from}}" inputmode="numeric" autocomplete="off" aria-invalid="{{valid_from_invalid}}" aria-describedby="valid_from-h"></p>
<p class="field"><label for="document">[[Theo văn bản]]</label><span class="hint" id="document-h">[[Số, ký hiệu: 1690/NQ-UBTVQH15]]</span>{{#document_error}}<span class="err">{{why}}</span>{{/document_error}}<input class="w16" id="document" name="document" value="{{document}}" maxlength="100" aria-invalid="{{document_invalid}}" aria-describedby="document-h"></p>
<p class="acts"><button class="btn" type="submit">[[Chuyển cấp trên]]</button> <a href="{{self}}">[[Bỏ, về trang đơn vị]]</a></p>
</form>
{{>UNITS}}
