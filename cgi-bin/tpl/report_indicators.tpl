<h1>{{title}}</h1>
{{>FAULTS}}
{{>TABLE}}
{{#FACES}}<p class="no-print"><a href="{{xlsx_path}}">[[Tải .xlsx]]</a> · <a href="{{csv_path}}">[[Tải .csv]]</a></p>{{/FACES}}
<h2>[[Thêm chỉ số]]</h2>
<form method="post" action="{{action}}">
<input type="hidden" name="csrf" value="{{csrf}}"><input type="hidden" name="once" value="{{once}}">
<p class="field"><label for="code">[[Mã]]</label><span class="hint" id="code-h">[[Tối đa 20 ký tự: chữ không dấu, số, dấu chấm, gạch dưới. Mã không đổi được về sau.]]</span>{{#code_error}}<span class="err">[[Lỗi:]] {{why}}</span>{{/code_error}}<input class="w16" id="code" name="code" value="{{code}}" autocomplete="off" aria-describedby="code-h" aria-invalid="{{code_invalid}}"></p>
<p class="field"><label for="name">[[Tên chỉ số]]</label>{{#name_error}}<span class="err">[[Lỗi:]] {{why}}</span>{{/name_error}}<input class="w30" id="name" name="name" value="{{name}}" autocomplete="off" aria-invalid="{{name_invalid}}"></p>
<p class="field"><label for="measure">[[Đơn vị tính]]</label><span class="hint" id="measure-h">[[Hộ, nhà, triệu đồng; tỷ lệ thì ghi %.]]</span>{{#measure_error}}<span class="err">[[Lỗi:]] {{why}}</span>{{/measure_error}}<input class="w16" id="measure" name="measure" value="{{measure}}" autocomplete="off" aria-describedby="measure-h" aria-invalid="{{measure_invalid}}"></p>
<p class="field"><label for="decimals">[[Số chữ số lẻ]]</label><span class="hint" id="decimals-h">[[0, 1 hoặc 2.]]</span>{{#decimals_error}}<span class="err">[[Lỗi:]] {{why}}</span>{{/decimals_error}}<input class="w5" id="decimals" name="decimals" value="{{decimals}}" autocomplete="off" aria-describedby="decimals-h" aria-invalid="{{decimals_invalid}}"></p>
<p class="field"><label for="rule">[[Cách cộng]]</label>{{#rule_error}}<span class="err">[[Lỗi:]] {{why}}</span>{{/rule_error}}<select id="rule" name="rule" aria-invalid="{{rule_invalid}}">{{#RULE}}<option value="{{value}}"{{#CHOSEN}} selected{{/CHOSEN}}>{{option}}</option>{{/RULE}}</select></p>
<p class="field"><label for="numerator">[[Tử số]]</label><span class="hint" id="numerator-h">[[Mã chỉ số; chỉ dùng cho tỷ lệ.]]</span>{{#numerator_error}}<span class="err">[[Lỗi:]] {{why}}</span>{{/numerator_error}}<input class="w16" id="numerator" name="numerator" value="{{numerator}}" autocomplete="off" aria-describedby="numerator-h" aria-invalid="{{numerator_invalid}}"></p>
<p class="field"><label for="denominator">[[Mẫu số]]</label><span class="hint" id="denominator-h">[[Mã chỉ số; chỉ dùng cho tỷ lệ.]]</span>{{#denominator_error}}<span class="err">[[Lỗi:]] {{why}}</span>{{/denominator_error}}<input class="w16" id="denominator" name="denominator" value="{{denominator}}" autocomplete="off" aria-describedby="denominator-h" aria-invalid="{{denominator_invalid}}"></p>
<p class="acts"><button class="btn" type="submit">[[Thêm vào danh mục]]</button></p>
</form>
