{{>HEAD}}
{{>FAULTS}}
<form method="post" action="{{action}}">
<input type="hidden" name="csrf" value="{{csrf}}"><input type="hidden" name="once" value="{{once}}"><input type="hidden" name="receipt" value="{{receipt}}">
{{#WHY_ODD}}<div class="note"><h2>[[Giải trình số liệu bất thường]]</h2><p>{{odd}}</p></div>{{/WHY_ODD}}
{{>VALUES}}
{{#SUMS}}<h2>[[Các phép kiểm tra]]</h2>{{/SUMS}}
<ul>
{{#SUM}}<li>{{rule}}: {{sum}} {{#RIGHT}}<span class="tag done">[[Khớp]]</span>{{/RIGHT}}{{#WRONG}}<span class="tag late">[[Chưa khớp]]</span>{{/WRONG}}</li>
{{/SUM}}
</ul>
{{#OWN}}<div class="note warn"><p>[[Bạn đã lập hoặc gửi báo cáo này nên không tự tiếp nhận được: đề nghị người khác cùng vai trò.]]</p></div>{{/OWN}}
<p class="field no-print"><label for="reason">[[Lý do trả lại]]</label><span class="hint" id="reason-h">[[Chỉ cần khi trả lại; có thể ghi lý do ngay ở từng ô phía trên. Tối đa 4.000 ký tự.]]</span>{{#BOX_FAULTY}}<span class="err" id="reason-e">[[Lỗi:]] {{why}}</span>{{/BOX_FAULTY}}<textarea id="reason" name="reason" rows="3" aria-describedby="reason-h{{#BOX_FAULTY}} reason-e{{/BOX_FAULTY}}"{{#BOX_FAULTY}} aria-invalid="true"{{/BOX_FAULTY}}>{{reason:pre_escape}}</textarea></p>
<p class="acts no-print">{{#MOVE}}<button class="{{class}}" type="submit" name="move" value="{{move}}">{{label}}</button> {{/MOVE}}</p>
</form>
{{>HISTORY}}
