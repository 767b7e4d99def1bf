<p class="meta">{{unit_name}} · [[Theo kế hoạch]] <a href="{{plan_path}}">{{number}}</a> · <span class="tag {{tag}}">{{state_label}}</span></p>
<h1>{{title}}</h1>
{{>FAULTS}}
{{#RETURNED}}<div class="note warn"><h2>[[Bị trả lại]]</h2><p>{{reason}} <span class="meta">{{name}}, {{at}}</span></p></div>{{/RETURNED}}
{{#CHOOSE}}
<nav class="box" aria-label="[[Chọn đơn vị]]">
<h2>[[Đăng ký cho đơn vị nào]]</h2>
<ul>
{{#UNIT}}
<li>{{#HERE}}<b aria-current="page">{{unit_name}}</b> <span class="meta">{{state_label}}</span>{{/HERE}}{{#THERE}}<a href="{{unit_path}}">{{unit_name}}</a> <span class="meta">{{state_label}}</span>{{/THERE}}</li>
{{/UNIT}}
</ul>
</nav>
{{/CHOOSE}}
<p class="lead">{{subject}}</p>
{{#DUE}}<p class="asof">[[Hạn đăng ký]] <b>{{due}}</b>, {{how_far}}. {{#OVERDUE}}[[Vẫn đăng ký được; bản đăng ký ghi là muộn.]]{{/OVERDUE}}</p>{{/DUE}}
{{#CLASS}}
<details class="no-print"><summary>[[Tiêu chí của nhóm]] {{class_name}} ({{criteria_count}})</summary><ul>
{{#CRITERION}}<li>{{text}}{{#POINTS}} <span class="meta">{{points}} [[điểm]]</span>{{/POINTS}}</li>
{{/CRITERION}}
</ul></details>
{{/CLASS}}
<form method="post" action="{{action}}">
<input type="hidden" name="csrf" value="{{csrf}}"><input type="hidden" name="once" value="{{once}}"><input type="hidden" name="edition" value="{{edition}}">
<p class="text">[[Không phải điền mọi dòng: ít nhất một chỉ tiêu, hoặc ghi chú vì sao chưa đặt chỉ tiêu.]]</p>
<table class="stack">
<caption>[[Chỉ tiêu của đơn vị]] <small>[[Số lẻ viết dấu phẩy, thí dụ 12,5. Dòng để trống không tính. Lưu nháp để có thêm dòng.]]</small></caption>
<thead><tr><th scope="col">[[Chỉ số]]</th><th scope="col">[[Năm]]</th><th scope="col" class="num">[[Báo cáo gần nhất]]</th><th scope="col" class="num">[[Chỉ tiêu]]</th><th scope="col" class="nowrap">[[Ghi bằng lời, diễn giải]]</th></tr></thead>
<tbody>
{{#LINE}}
<tr><th scope="row">{{#FIXED}}<input type="hidden" name="t{{n}}_indicator" value="{{indicator}}">{{n}}. {{name}} <small>{{measure}}</small>{{/FIXED}}{{#CHOICE}}<select class="w100" id="t{{n}}_indicator" name="t{{n}}_indicator" aria-label="[[Chỉ số, dòng]] {{n}}" aria-invalid="{{bad_indicator}}">{{#INDICATOR}}<option value="{{value}}"{{#CHOSEN}} selected{{/CHOSEN}}>{{option}}</option>{{/INDICATOR}}</select>{{/CHOICE}}{{#LINE_ERROR}}<span class="err">[[Lỗi]]: {{why}}</span>{{/LINE_ERROR}}</th><td data-l="[[Năm]]"><select id="t{{n}}_year" name="t{{n}}_year" aria-label="[[Năm, dòng]] {{n}}" aria-invalid="{{bad_year}}">{{#YEAR}}<option value="{{value}}"{{#CHOSEN}} selected{{/CHOSEN}}>{{option}}</option>{{/YEAR}}</select></td><td class="num" data-l="[[Báo cáo gần nhất]]">{{#LAST}}{{last}} <small>{{last_period}}</small>{{/LAST}}{{#NO_LAST}}[[chưa có]]{{/NO_LAST}}</td><td class="num" data-l="[[Chỉ tiêu]]"><input class="num w8" id="t{{n}}_value" name="t{{n}}_value" value="{{value}}" inputmode="decimal" autocomplete="off" maxlength="30" aria-label="[[Chỉ tiêu, dòng]] {{n}}" aria-invalid="{{bad_value}}"></td><td data-l="[[Ghi bằng lời, diễn giải]]"><textarea id="t{{n}}_text" name="t{{n}}_text" rows="1" aria-label="[[Ghi bằng lời, diễn giải, dòng]] {{n}}" aria-invalid="{{bad_text}}">{{text:pre_escape}}</textarea></td></tr>
{{/LINE}}
</tbody>
</table>
<p class="field"><label for="note">[[Ghi chú]]</label><span class="hint" id="note-h">[[Nếu có: cách làm, điều kiện kèm theo, hoặc vì sao chưa đặt chỉ tiêu. Tối đa 4.000 ký tự.]]</span>{{#note_error}}<span class="err" id="note-e">[[Lỗi]]: {{why}}</span>{{/note_error}}<textarea id="note" name="note" rows="3" aria-describedby="note-h{{#note_error}} note-e{{/note_error}}" aria-invalid="{{note_invalid}}">{{note:pre_escape}}</textarea></p>
<p class="acts bar-acts"><button class="btn" type="submit" name="do" value="check">[[Lưu và xem lại]]</button> <button class="btn alt" type="submit" name="do" value="save">[[Lưu nháp]]</button> <a href="{{blank_path}}">[[In mẫu trống]]</a> {{#SAVED}}<span class="meta">[[Lưu lần cuối]] {{saved}}</span>{{/SAVED}}</p>
</form>
