<h1>{{title}}</h1>
{{>FAULTS}}
<p class="lead">[[Phiếu chấm của mỗi nhóm được lập từ tiêu chí của kế hoạch; điểm, công thức và mức xếp loại đặt ở bước sau.]]</p>
{{#OF_DATE}}<p class="note">[[Lập từ mốc của kế hoạch]]: <a href="{{date_path}}">{{date_name}}</a></p>{{/OF_DATE}}
<form method="post" action="{{action}}">
<input type="hidden" name="csrf" value="{{csrf}}"><input type="hidden" name="once" value="{{once}}">{{#OF_DATE}}<input type="hidden" name="plan_date" value="{{plan_date}}">{{/OF_DATE}}
<p class="field"><label for="plan">[[Kế hoạch]]</label><select class="w100" id="plan" name="plan">{{#PLAN}}<option value="{{value}}"{{#CHOSEN}} selected{{/CHOSEN}}>{{option}}</option>{{/PLAN}}</select></p>
<p class="field"><label for="unit">[[Cơ quan đánh giá]]</label><span class="hint" id="unit-h">[[Cơ quan thường trực của đơn vị này thẩm định; các đơn vị bên dưới tự chấm.]]</span><select id="unit" name="unit" aria-describedby="unit-h">{{#UNIT}}<option value="{{value}}"{{#CHOSEN}} selected{{/CHOSEN}}>{{option}}</option>{{/UNIT}}</select></p>
<p class="field"><label for="name">[[Tên đợt đánh giá]]</label>{{#name_error}}<span class="err">[[Lỗi:]] {{why}}</span>{{/name_error}}<input class="w30" id="name" name="name" value="{{name}}" maxlength="200" autocomplete="off" aria-invalid="{{name_invalid}}"></p>
<p class="field"><label for="kind">[[Loại]]</label><select id="kind" name="kind" aria-invalid="{{kind_invalid}}">{{#KIND}}<option value="{{value}}"{{#CHOSEN}} selected{{/CHOSEN}}>{{option}}</option>{{/KIND}}</select></p>
<div class="three">
<p class="field"><label for="window_from">[[Đánh giá từ ngày]]</label><span class="hint" id="window_from-h">[[Thí dụ 01/01/2026.]]</span>{{#window_from_error}}<span class="err">[[Lỗi:]] {{why}}</span>{{/window_from_error}}<input class="w8" id="window_from" name="window_from" value="{{window_from}}" autocomplete="off" aria-describedby="window_from-h" aria-invalid="{{window_from_invalid}}"></p>
<p class="field"><label for="window_to">[[Đến ngày]]</label><span class="hint" id="window_to-h">[[Báo cáo kết thúc trong khoảng này được lấy số.]]</span>{{#window_to_error}}<span class="err">[[Lỗi:]] {{why}}</span>{{/window_to_error}}<input class="w8" id="window_to" name="window_to" value="{{window_to}}" autocomplete="off" aria-describedby="window_to-h" aria-invalid="{{window_to_invalid}}"></p>
<p class="field"><label for="base_day">[[Số đầu kỳ lấy đến ngày]]</label><span class="hint" id="base_day-h">[[Đầu giai đoạn của kế hoạch; lấy báo cáo cuối cùng kết thúc không muộn hơn ngày này.]]</span>{{#base_day_error}}<span class="err">[[Lỗi:]] {{why}}</span>{{/base_day_error}}<input class="w8" id="base_day" name="base_day" value="{{base_day}}" autocomplete="off" aria-describedby="base_day-h" aria-invalid="{{base_day_invalid}}"></p>
<p class="field"><label for="due_date">[[Hạn gửi phiếu]]</label><span class="hint" id="due_date-h">[[Thí dụ 15/12/2026.]]</span>{{#due_date_error}}<span class="err">[[Lỗi:]] {{why}}</span>{{/due_date_error}}<input class="w8" id="due_date" name="due_date" value="{{due_date}}" autocomplete="off" aria-describedby="due_date-h" aria-invalid="{{due_date_invalid}}"></p>
</div>
<p class="acts"><button class="btn" type="submit">[[Lập đợt đánh giá]]</button></p>
</form>
