<h1>{{title}}</h1>
{{>FAULTS}}
{{#FOLLOW}}<p><a href="{{totals_path}}">[[Tổng hợp]]</a> · <a href="{{late_path}}">[[Đơn vị chậm]]</a></p>{{/FOLLOW}}
{{#FROM_DATE}}<p class="note">[[Lập từ]] <a href="{{date_path}}">[[mốc thời gian của kế hoạch]]</a>.{{#SOME}} [[Chỉ hỏi những đơn vị nhận kế hoạch để thực hiện, số đơn vị:]] {{asked}}.{{/SOME}}</p>{{/FROM_DATE}}
{{#OF_DATE}}<p class="note">[[Lập từ mốc của kế hoạch]]: <a href="{{date_path}}">{{date_name}}</a></p>{{/OF_DATE}}
{{#PROPOSE}}
<form class="row box" method="get" action="{{propose_path}}">{{#OF_DATE}}<input type="hidden" name="plan_date" value="{{plan_date}}">{{/OF_DATE}}
<p class="field"><label for="of">[[Đề xuất theo Nghị định 09/2019/NĐ-CP]]</label><select id="of" name="of">{{#WINDOW}}<option value="{{value}}"{{#CHOSEN}} selected{{/CHOSEN}}>{{option}}</option>{{/WINDOW}}</select></p>
<p class="field"><label for="n">[[Kỳ thứ]]</label><input class="w5" id="n" name="n" inputmode="numeric" value="{{n}}" autocomplete="off"></p>
<p class="field"><label for="year">[[Năm]]</label><input class="w5" id="year" name="year" inputmode="numeric" value="{{year}}" autocomplete="off"></p>
<p class="field"><button class="btn alt" type="submit">[[Điền ngày đề xuất]]</button></p>
</form>
{{/PROPOSE}}
<form method="post" action="{{action}}">
<input type="hidden" name="csrf" value="{{csrf}}"><input type="hidden" name="once" value="{{once}}">{{#OF_DATE}}<input type="hidden" name="plan_date" value="{{plan_date}}">{{/OF_DATE}}
<p class="field"><label for="name">[[Tên kỳ]]</label>{{#name_error}}<span class="err">[[Lỗi:]] {{why}}</span>{{/name_error}}<input class="w30" id="name" name="name" value="{{name}}" autocomplete="off" aria-invalid="{{name_invalid}}"></p>
<p class="field"><label for="window_from">[[Số liệu từ ngày]]</label><span class="hint" id="window_from-h">[[Thí dụ 15/6/2026.]]</span>{{#window_from_error}}<span class="err">[[Lỗi:]] {{why}}</span>{{/window_from_error}}<input class="w8" id="window_from" name="window_from" value="{{window_from}}" autocomplete="off" aria-describedby="window_from-h" aria-invalid="{{window_from_invalid}}"></p>
<p class="field"><label for="window_to">[[Số liệu đến ngày]]</label><span class="hint" id="window_to-h">[[Thí dụ 14/9/2026.]]</span>{{#window_to_error}}<span class="err">[[Lỗi:]] {{why}}</span>{{/window_to_error}}<input class="w8" id="window_to" name="window_to" value="{{window_to}}" autocomplete="off" aria-describedby="window_to-h" aria-invalid="{{window_to_invalid}}"></p>
<p class="field"><label for="opens">[[Mở nhập từ ngày]]</label>{{#opens_error}}<span class="err">[[Lỗi:]] {{why}}</span>{{/opens_error}}<input class="w8" id="opens" name="opens" value="{{opens}}" autocomplete="off" aria-invalid="{{opens_invalid}}"></p>
<fieldset><legend>[[Hạn gửi của từng loại đơn vị]]</legend><span class="hint">[[Để trống: loại đó không phải báo cáo. Giữa ngày chốt số liệu và hạn gửi có ít nhất 1 ngày làm việc. Hạn rơi vào ngày nghỉ thì tự lùi đến ngày làm việc tiếp theo.]]</span>
<div class="three">
{{#DUE}}<p class="field"><label for="{{field}}">{{label}}</label>{{#SHIFTED}}<span class="hint">{{shifted}}</span>{{/SHIFTED}}{{#FAULTY}}<span class="err">[[Lỗi:]] {{why}}</span>{{/FAULTY}}<input class="w8" id="{{field}}" name="{{field}}" value="{{value}}" autocomplete="off" aria-invalid="{{invalid}}"></p>
{{/DUE}}
</div>
</fieldset>
<p class="field"><label for="source">[[Văn bản công nhận số chính thức]]</label><span class="hint" id="source-h">[[Khi có, số tổng hợp ghi là chính thức; chưa có thì để trống (sơ bộ).]]</span>{{#source_error}}<span class="err">[[Lỗi:]] {{why}}</span>{{/source_error}}<input class="w30" id="source" name="source" value="{{source}}" autocomplete="off" aria-describedby="source-h" aria-invalid="{{source_invalid}}"></p>
<p class="acts"><button class="btn" type="submit">[[Lưu kỳ báo cáo]]</button></p>
</form>
