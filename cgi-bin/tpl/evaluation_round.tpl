<h1>{{title}}</h1>
<p class="asof">{{unit_name}} · {{window}} · <span class="tag {{tag}}">{{state_word}}</span></p>
{{>FAULTS}}
{{#STANDS}}<p class="acts"><a class="btn" href="{{sheets_path}}">[[Các phiếu, thẩm định]]</a> <a href="{{results_path}}">[[Bảng xếp hạng]]</a></p>{{/STANDS}}
{{#LACKS}}
<section id="lacks" aria-labelledby="h-lacks" class="note warn">
<h2 id="h-lacks">[[Trước khi mở]]</h2>
<ul>
{{#STOP}}<li><b>[[Phải làm:]]</b> <a href="{{path}}">{{what}}</a>: {{why}}</li>
{{/STOP}}
{{#ODD}}<li>[[Xem lại:]] <a href="{{path}}">{{what}}</a>: {{why}}</li>
{{/ODD}}
</ul>
</section>
{{/LACKS}}
<div class="cols">
<div>
<section id="classes">
<h2>1. [[Thang điểm từng nhóm]]</h2>
<table class="stack">
<caption class="vh">[[Các nhóm đối tượng của đợt]]</caption>
<thead><tr><th scope="col">[[Nhóm]]</th><th scope="col">[[Ai được chấm]]</th><th scope="col" class="num">[[mục::Tiêu chí]]</th><th scope="col" class="num">[[Tổng điểm]]</th><th scope="col">[[Phiếu]]</th></tr></thead>
<tbody>
{{#CLASS}}
<tr><th scope="row"><a href="{{path}}">{{class_name}}</a>{{#UNSET}} <span class="care">[[Còn]] {{unset}} [[tiêu chí chưa có điểm]]</span>{{/UNSET}}</th><td data-l="[[Ai được chấm]]">{{kinds}}</td><td class="num" data-l="[[mục::Tiêu chí]]">{{items}}</td><td class="num" data-l="[[Tổng điểm]]">{{max_total}}</td><td data-l="[[Phiếu]]"><a class="nowrap" href="{{blank_path}}">[[Phiếu trống để in]]<span class="vh">: {{class_name}}</span></a></td></tr>
{{/CLASS}}
</tbody>
</table>
</section>
<section id="grades">
<h2>2. [[Mức xếp loại và cách xếp hạng]]</h2>
{{#NO_GRADE}}<div class="empty"><p>[[Chưa có mức xếp loại nào.]]</p></div>{{/NO_GRADE}}
<ol>{{#GRADE}}<li>{{name}}</li>{{/GRADE}}</ol>
<p>{{tie_text}}</p>
{{#OPEN}}<p class="acts"><a class="btn alt" href="{{grades_path}}">[[Đặt mức xếp loại, cách xếp hạng]]</a></p>{{/OPEN}}
</section>
<section>
<h2>3. [[Thời gian và hạn]]</h2>
{{#CLOSED}}<p class="note">[[Đợt đã mở nên thang điểm, công thức, mức xếp loại và thời gian không sửa được nữa.]]</p>{{/CLOSED}}
<form method="post" action="{{action}}"><fieldset{{#CLOSED}} disabled{{/CLOSED}}><legend class="vh">[[Thời gian và hạn]]</legend>
<input type="hidden" name="csrf" value="{{csrf}}"><input type="hidden" name="once" value="{{once}}"><input type="hidden" name="edition" value="{{edition}}">
<p class="field"><label for="name">[[Tên đợt đánh giá]]</label>{{#name_error}}<span class="err">[[Lỗi:]] {{why}}</span>{{/name_error}}<input class="w30" id="name" name="name" value="{{name}}" maxlength="200" autocomplete="off" aria-invalid="{{name_invalid}}"></p>
<p class="field"><label for="kind">[[Loại]]</label><select id="kind" name="kind" aria-invalid="{{kind_invalid}}">{{#KIND}}<option value="{{value}}"{{#CHOSEN}} selected{{/CHOSEN}}>{{option}}</option>{{/KIND}}</select></p>
<div class="three">
<p class="field"><label for="window_from">[[Đánh giá từ ngày]]</label>{{#window_from_error}}<span class="err">[[Lỗi:]] {{why}}</span>{{/window_from_error}}<input class="w8" id="window_from" name="window_from" value="{{window_from}}" autocomplete="off" aria-invalid="{{window_from_invalid}}"></p>
<p class="field"><label for="window_to">[[Đến ngày]]</label>{{#window_to_error}}<span class="err">[[Lỗi:]] {{why}}</span>{{/window_to_error}}<input class="w8" id="window_to" name="window_to" value="{{window_to}}" autocomplete="off" aria-invalid="{{window_to_invalid}}"></p>
<p class="field"><label for="base_day">[[Số đầu kỳ lấy đến ngày]]</label>{{#base_day_error}}<span class="err">[[Lỗi:]] {{why}}</span>{{/base_day_error}}<input class="w8" id="base_day" name="base_day" value="{{base_day}}" autocomplete="off" aria-invalid="{{base_day_invalid}}"></p>
<p class="field"><label for="due_date">[[Hạn gửi phiếu]]</label>{{#due_date_error}}<span class="err">[[Lỗi:]] {{why}}</span>{{/due_date_error}}<input class="w8" id="due_date" name="due_date" value="{{due_date}}" autocomplete="off" aria-invalid="{{due_date_invalid}}"></p>
</div>
{{#OPEN}}<p class="acts"><button class="btn alt" type="submit">[[Lưu đợt đánh giá]]</button></p>{{/OPEN}}
</fieldset></form>
</section>
</div>
<aside aria-label="[[Tình trạng của đợt]]">
<div class="box">
<h2>[[Việc tiếp theo]]</h2>
<dl class="facts"><dt>[[Kế hoạch]]</dt><dd><a href="{{plan_path}}">{{plan_name}}</a></dd></dl>
{{#MOVE}}
<form method="post" action="{{action}}" class="no-print">
<input type="hidden" name="csrf" value="{{csrf}}"><input type="hidden" name="once" value="{{once}}"><input type="hidden" name="edition" value="{{edition}}"><input type="hidden" name="move" value="{{move}}">
{{#REASON}}<p class="field"><label for="{{reason_id}}">[[Lý do]] ({{label}})</label><textarea id="{{reason_id}}" name="reason" rows="3">{{reason:pre_escape}}</textarea></p>{{/REASON}}
{{#AGREE}}<p class="field"><label class="opt"><input type="checkbox" id="agree" name="agree" value="1" {{ticked}}>[[Đã xem các điều nêu ở mục Trước khi mở, vẫn mở]]</label></p>{{/AGREE}}
{{#EARLY}}<p class="care">[[Chưa hết hạn gửi phiếu:]] <b>{{due}}</b>. [[Thôi nhận thì đơn vị chưa gửi không gửi được nữa.]]</p>{{/EARLY}}
<p class="acts"><button class="{{class}}" type="submit">{{label}}</button></p>
</form>
{{/MOVE}}
{{#PUBLISH}}<p class="acts"><a class="btn" href="{{path}}">[[Công bố kết quả]]</a></p>{{/PUBLISH}}
</div>
{{#STEPS}}<h2>[[Đã qua các bước]]</h2>
<ol class="time">{{#STEP}}<li><b>{{at}}</b> {{label}}, {{name}}{{#WHY}}<br>{{why}}{{/WHY}}</li>{{/STEP}}</ol>{{/STEPS}}
</aside>
</div>
