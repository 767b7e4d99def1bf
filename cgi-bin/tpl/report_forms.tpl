<h1>{{title}}</h1>
{{>FAULTS}}
<p class="text">[[Mỗi mẫu gồm các phần, mỗi phần có thể thuộc một kế hoạch. Chỉ số lấy từ danh mục chung để không hỏi hai lần.]]</p>
<p><a href="/report/indicator">[[Danh mục chỉ số]]</a> · <a href="/report/check">[[Phép kiểm tra số liệu]]</a> · <a href="/report/holiday">[[Ngày nghỉ, ngày làm bù]]</a></p>
{{>TABLE}}
{{#FACES}}<p class="no-print"><a href="{{xlsx_path}}">[[Tải .xlsx]]</a> · <a href="{{csv_path}}">[[Tải .csv]]</a></p>{{/FACES}}
<h2>[[Lập mẫu mới]]</h2>
<form method="post" action="{{action}}">
<input type="hidden" name="csrf" value="{{csrf}}"><input type="hidden" name="once" value="{{once}}">
<p class="field"><label for="name">[[Tên mẫu báo cáo]]</label>{{#name_error}}<span class="err">[[Lỗi:]] {{why}}</span>{{/name_error}}<input class="w30" id="name" name="name" value="{{name}}" autocomplete="off" aria-invalid="{{name_invalid}}"></p>
<p class="field"><label for="kind">[[Loại báo cáo]]</label>{{#kind_error}}<span class="err">[[Lỗi:]] {{why}}</span>{{/kind_error}}<select id="kind" name="kind" aria-invalid="{{kind_invalid}}">{{#KIND}}<option value="{{value}}"{{#CHOSEN}} selected{{/CHOSEN}}>{{option}}</option>{{/KIND}}</select></p>
<p class="field"><label for="document">[[Văn bản quy định]]</label><span class="hint" id="document-h">[[Số, ký hiệu văn bản yêu cầu báo cáo; có thể để trống.]]</span>{{#document_error}}<span class="err">[[Lỗi:]] {{why}}</span>{{/document_error}}<input class="w30" id="document" name="document" value="{{document}}" autocomplete="off" aria-describedby="document-h" aria-invalid="{{document_invalid}}"></p>
<p class="field"><label for="unit">[[Cơ quan yêu cầu]]</label><span class="hint" id="unit-h">[[Các đơn vị trực thuộc cơ quan này sẽ báo cáo.]]</span><select id="unit" name="unit" aria-describedby="unit-h">{{#UNIT}}<option value="{{value}}"{{#CHOSEN}} selected{{/CHOSEN}}>{{option}}</option>{{/UNIT}}</select></p>
<p class="acts"><button class="btn" type="submit">[[Lập mẫu báo cáo]]</button></p>
</form>
