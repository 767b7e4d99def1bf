<h1>{{title}}</h1>
{{>FAULTS}}
<p class="lead">[[Xếp từ mức cao xuống; phiếu đạt mức nào trước thì xếp mức ấy. Mức cao nhất còn đòi từng tiêu chí không thấp hơn một phần của điểm tối đa của chính nó, và có thể có tỷ lệ tối đa trong số cùng xếp hạng (làm tròn xuống).]]</p>
{{#USUAL}}<p class="note">[[Đợt này chưa đặt mức nào: các ô ghi sẵn mức nhiều nơi đang dùng. Sửa cho đúng quy định của tỉnh rồi lưu.]]</p>{{/USUAL}}
<form method="post" action="{{action}}">
<input type="hidden" name="csrf" value="{{csrf}}"><input type="hidden" name="once" value="{{once}}"><input type="hidden" name="edition" value="{{edition}}">
<table class="stack">
<caption>[[Mức xếp loại]]</caption>
<thead><tr><th scope="col">[[Tên mức]]</th><th scope="col" class="num">[[Từ % điểm tối đa]]</th><th scope="col" class="num">[[Mỗi tiêu chí ít nhất %]]</th><th scope="col" class="num">[[Nhiều nhất % số cùng xếp hạng]]</th></tr></thead>
<tbody>
{{#GRADE}}
<tr><th scope="row"><input class="w16" id="name{{n}}" name="name{{n}}" value="{{name}}" maxlength="100" autocomplete="off" aria-label="[[Tên mức]] {{n}}" aria-invalid="{{bad_name}}">{{#FAULTY}}<span class="err">[[Lỗi:]] {{why}}</span>{{/FAULTY}}</th><td class="num" data-l="[[Từ % điểm tối đa]]"><input class="num w5" id="min{{n}}" name="min{{n}}" value="{{minimum}}" inputmode="decimal" autocomplete="off" aria-label="[[Từ % điểm tối đa]], {{n}}" aria-invalid="{{bad_min}}"></td><td class="num" data-l="[[Mỗi tiêu chí ít nhất %]]"><input class="num w5" id="floor{{n}}" name="floor{{n}}" value="{{floor}}" inputmode="decimal" autocomplete="off" aria-label="[[Mỗi tiêu chí ít nhất %]], {{n}}" aria-invalid="{{bad_floor}}"></td><td class="num" data-l="[[Nhiều nhất % số cùng xếp hạng]]"><input class="num w5" id="quota{{n}}" name="quota{{n}}" value="{{quota}}" inputmode="decimal" autocomplete="off" aria-label="[[Nhiều nhất % số cùng xếp hạng]], {{n}}" aria-invalid="{{bad_quota}}"></td></tr>
{{/GRADE}}
</tbody>
</table>
<p class="field"><label for="tie">[[Khi bằng điểm]]</label><select class="w100" id="tie" name="tie">{{#TIE}}<option value="{{value}}"{{#CHOSEN}} selected{{/CHOSEN}}>{{option}}</option>{{/TIE}}</select></p>
<p class="acts"><button class="btn" type="submit">[[Lưu mức xếp loại]]</button></p>
</form>
