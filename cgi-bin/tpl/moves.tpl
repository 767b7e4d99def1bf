{{#MOVE}}
<form method="post" action="{{action}}" class="no-print">
<input type="hidden" name="csrf" value="{{csrf}}"><input type="hidden" name="once" value="{{once}}">
<input type="hidden" name="edition" value="{{edition}}"><input type="hidden" name="move" value="{{move}}">
{{#ODD}}<p class="field"><label for="odd-{{move}}">[[Giải trình số liệu bất thường]]</label><span class="hint" id="odd-{{move}}-h">[[Nêu rõ vì sao số liệu ở các ô ghi “Xem lại” vẫn đúng; tối đa 2.000 ký tự.]]</span>{{#BOX_FAULTY}}<span class="err" id="odd-{{move}}-e">[[Lỗi:]] {{why}}</span>{{/BOX_FAULTY}}<textarea id="odd-{{move}}" name="odd" rows="3" aria-describedby="odd-{{move}}-h{{#BOX_FAULTY}} odd-{{move}}-e{{/BOX_FAULTY}}"{{#BOX_FAULTY}} aria-invalid="true"{{/BOX_FAULTY}}>{{odd:pre_escape}}</textarea></p>{{/ODD}}
{{#REASON}}<p class="field"><label for="reason">[[Lý do]] ({{label}})</label><span class="hint" id="reason-h">[[Ghi rõ nội dung cần sửa; tối đa 4.000 ký tự.]]</span>{{#BOX_FAULTY}}<span class="err" id="reason-e">[[Lỗi:]] {{why}}</span>{{/BOX_FAULTY}}<textarea id="reason" name="reason" rows="3" aria-describedby="reason-h{{#BOX_FAULTY}} reason-e{{/BOX_FAULTY}}"{{#BOX_FAULTY}} aria-invalid="true"{{/BOX_FAULTY}}>{{reason:pre_escape}}</textarea></p>{{/REASON}}
<p class="acts"><button class="{{class}}" type="submit">{{label}}</button></p>
</form>
{{/MOVE}}
