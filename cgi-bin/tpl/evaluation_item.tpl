<h1>{{title}}</h1>
<p class="lead">{{text}}</p>
<p class="asof">[[Điểm tối đa]]: {{points}}</p>
{{>FAULTS}}
<form class="row box no-print" method="get">
<p class="field"><label for="formula">[[Công thức]]</label><select class="w30" id="formula" name="formula"><option value="">[[Không: đơn vị tự chấm, có minh chứng]]</option>{{#CHOICE}}<option value="{{value}}"{{#CHOSEN}} selected{{/CHOSEN}}>{{option}}</option>{{/CHOICE}}</select></p>
<p class="field"><button class="btn alt" type="submit">[[Chọn công thức]]</button></p>
</form>
<form method="post" action="{{action}}">
<input type="hidden" name="csrf" value="{{csrf}}"><input type="hidden" name="once" value="{{once}}"><input type="hidden" name="edition" value="{{edition}}">
{{#BY_HAND}}<input type="hidden" name="formula" value="{{formula}}"><p>[[Tiêu chí này đơn vị tự chấm và cơ quan thường trực thẩm định theo minh chứng.]]</p>{{/BY_HAND}}
{{#FORMULA}}
<input type="hidden" name="formula" value="{{formula}}">
{{#SOURCE}}
<p class="field"><label for="source">[[Lấy từ]]</label><select class="w30" id="source" name="source">{{#FROM}}<option value="{{value}}"{{#CHOSEN}} selected{{/CHOSEN}}>{{option}}</option>{{/FROM}}</select></p>
<p class="field"><label for="due_day">[[Hạn của văn bản]]</label><span class="hint" id="due_day-h">[[Chỉ cần khi lấy từ một văn bản; thí dụ 15/4/2026.]]</span><input class="w8" id="due_day" name="due_day" value="{{due_day}}" autocomplete="off" aria-describedby="due_day-h" aria-invalid="{{due_day_invalid}}"></p>
{{/SOURCE}}
{{#OFF}}
<p class="field"><label for="off_late">[[Trừ mỗi lần muộn]]</label><span class="hint" id="off_late-h">[[Điểm trừ; để trống cả hai ô thì tính theo tỷ lệ đúng hạn (một văn bản muộn thì không có điểm).]]</span><input class="num w5" id="off_late" name="off_late" value="{{off_late}}" inputmode="decimal" autocomplete="off" aria-describedby="off_late-h" aria-invalid="{{off_late_invalid}}"></p>
<p class="field"><label for="off_missing">[[Trừ mỗi lần thiếu]]</label><input class="num w5" id="off_missing" name="off_missing" value="{{off_missing}}" inputmode="decimal" autocomplete="off" aria-invalid="{{off_missing_invalid}}"></p>
{{/OFF}}
{{#PART}}<p class="field"><label for="part">[[Số liệu]]</label><span class="hint" id="part-h">[[Thí dụ số hộ nghèo cuối kỳ; với F6 là chỉ số mà đơn vị đăng ký.]]</span><select class="w30" id="part" name="part" aria-describedby="part-h" aria-invalid="{{part_invalid}}"><option value="">[[chọn chỉ số]]</option>{{#INDICATOR}}<option value="{{value}}"{{#CHOSEN}} selected{{/CHOSEN}}>{{option}}</option>{{/INDICATOR}}</select></p>{{/PART}}
{{#PLUS}}<p class="field"><label for="plus">[[Cộng thêm]]</label><span class="hint" id="plus-h">[[Thí dụ số hộ cận nghèo, khi tính trên tổng hai số.]]</span><select class="w30" id="plus" name="plus" aria-describedby="plus-h"><option value="">[[không cộng]]</option>{{#INDICATOR}}<option value="{{value}}"{{#CHOSEN}} selected{{/CHOSEN}}>{{option}}</option>{{/INDICATOR}}</select></p>{{/PLUS}}
{{#WHOLE}}<p class="field"><label for="whole">[[Trên tổng số]]</label><span class="hint" id="whole-h">[[Mẫu số của tỷ lệ, thí dụ tổng số hộ.]]</span><select class="w30" id="whole" name="whole" aria-describedby="whole-h" aria-invalid="{{whole_invalid}}"><option value="">[[chọn chỉ số]]</option>{{#INDICATOR}}<option value="{{value}}"{{#CHOSEN}} selected{{/CHOSEN}}>{{option}}</option>{{/INDICATOR}}</select></p>{{/WHOLE}}
{{#GOAL_RATE}}<p class="field"><label for="goal">[[Mức đề ra (%)]]</label><input class="num w5" id="goal" name="goal" value="{{goal}}" inputmode="decimal" autocomplete="off" aria-invalid="{{goal_invalid}}"></p>{{/GOAL_RATE}}
{{#GOAL_FALL}}<p class="field"><label for="goal">[[Giảm mỗi năm (điểm phần trăm)]]</label><span class="hint" id="goal-h">[[Từ 22,37% xuống 19,07% là giảm 3,30 điểm phần trăm. Với F3, để trống nếu chỉ áp dụng nơi đầu kỳ cao.]]</span><input class="num w5" id="goal" name="goal" value="{{goal}}" inputmode="decimal" autocomplete="off" aria-describedby="goal-h" aria-invalid="{{goal_invalid}}"></p>{{/GOAL_FALL}}
{{#GOAL_SHRINK}}<p class="field"><label for="goal">[[Giảm trên (%) so với đầu kỳ]]</label><span class="hint" id="goal-h">[[Phải vượt hẳn mức này: đúng 50% chưa phải là trên 50%.]]</span><input class="num w5" id="goal" name="goal" value="{{goal}}" inputmode="decimal" autocomplete="off" aria-describedby="goal-h" aria-invalid="{{goal_invalid}}"></p>{{/GOAL_SHRINK}}
{{#GOAL_MONTHS}}<p class="field"><label for="goal">[[Số tháng]]</label><span class="hint" id="goal-h">[[Từ ngày được công nhận thoát nghèo đến ngày cuối của thời gian đánh giá, không tái nghèo; 03 năm là 36 tháng.]]</span><input class="num w5" id="goal" name="goal" value="{{goal}}" inputmode="decimal" autocomplete="off" aria-describedby="goal-h" aria-invalid="{{goal_invalid}}"></p>{{/GOAL_MONTHS}}
{{#TOLERANCE}}<p class="field"><label for="tolerance">[[Chênh lệch cho phép (điểm phần trăm)]]</label><span class="hint" id="tolerance-h">[[Khi kế hoạch ghi “khoảng 11%”: 0,5 nghĩa là đến 11,5% vẫn đạt.]]</span><input class="num w5" id="tolerance" name="tolerance" value="{{tolerance}}" inputmode="decimal" autocomplete="off" aria-describedby="tolerance-h" aria-invalid="{{tolerance_invalid}}"></p>{{/TOLERANCE}}
{{#THRESHOLD}}
<p class="field"><label for="threshold">[[Nơi đầu kỳ tỷ lệ từ (%)]]</label><input class="num w5" id="threshold" name="threshold" value="{{threshold}}" inputmode="decimal" autocomplete="off" aria-invalid="{{threshold_invalid}}"></p>
<p class="field"><label for="high_goal">[[thì phải giảm mỗi năm (điểm phần trăm)]]</label><input class="num w5" id="high_goal" name="high_goal" value="{{high_goal}}" inputmode="decimal" autocomplete="off" aria-invalid="{{high_goal_invalid}}"></p>
{{/THRESHOLD}}
{{#DOWN}}<p class="field"><label class="opt"><input type="checkbox" name="down" value="1" {{down}}>[[Càng thấp càng tốt (tỷ lệ hộ nghèo)]]</label></p>{{/DOWN}}
{{#TOTAL}}<p class="field"><label class="opt"><input type="checkbox" id="total" name="total" value="1" {{total}}>[[Cộng dồn số của các kỳ trong thời gian đánh giá (vốn huy động, hộ thoát nghèo)]]</label></p>{{/TOTAL}}
{{#PARTIAL}}<p class="field"><label class="opt"><input type="checkbox" name="partial" value="1" {{partial}}>[[Chưa đạt thì cho điểm theo tỷ lệ đạt được (làm tròn xuống)]]</label></p>{{/PARTIAL}}
{{#REGION}}<p class="field"><label class="opt"><input type="checkbox" name="region" value="1" {{region}}>[[Chỉ đơn vị thuộc khu vực I, II, III; nơi khác không áp dụng]]</label></p>{{/REGION}}
{{/FORMULA}}
<p class="acts"><button class="btn" type="submit">[[Lưu cách tính]]</button></p>
</form>
