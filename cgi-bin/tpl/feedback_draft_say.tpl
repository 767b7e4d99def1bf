<p class="meta">[[Dự thảo]] <a href="{{draft_path}}">{{subject}}</a></p>
<h1>{{title}}</h1>
{{>FAULTS}}
{{#SEND}}<p class="note warn"><b>[[DỰ THẢO lấy ý kiến đến ngày]] {{until}}</b></p>{{/SEND}}
{{#QUOTE}}<div class="box doc"><h2>[[Điểm đang góp ý]]</h2>{{clause_html:none}}</div>{{/QUOTE}}
<form method="post" action="{{action}}">
<input type="hidden" name="csrf" value="{{csrf}}"><input type="hidden" name="once" value="{{once}}"><input type="hidden" name="edition" value="{{edition}}">
{{#UNITS}}<p class="field"><label for="unit">[[Góp ý thay mặt đơn vị]]</label><select id="unit" name="unit">{{#UNIT}}<option value="{{value}}"{{#CHOSEN}} selected{{/CHOSEN}}>{{option}}</option>{{/UNIT}}</select></p>{{/UNITS}}
{{#ONE_UNIT}}<p class="meta">[[Góp ý thay mặt đơn vị]] <b>{{unit_name}}</b><input type="hidden" name="unit" value="{{unit}}"></p>{{/ONE_UNIT}}
<p class="field"><label for="anchor">[[Điểm góp ý]]</label><select class="w100" id="anchor" name="clause">{{#CLAUSE}}<option value="{{value}}"{{#CHOSEN}} selected{{/CHOSEN}}>{{option}}</option>{{/CLAUSE}}</select></p>
<p class="field"><label for="text">[[Nội dung góp ý]]</label><span class="hint" id="text-h">[[Chỗ nào chưa phù hợp, vì sao, khi thực hiện vướng gì. Tối đa 4.000 ký tự.]]</span>{{#text_error}}<span class="err" id="text-e">[[Lỗi]]: {{why}}</span>{{/text_error}}<textarea id="text" name="text" rows="6" aria-describedby="text-h{{#text_error}} text-e{{/text_error}}" aria-invalid="{{text_invalid}}">{{text:pre_escape}}</textarea></p>
<p class="field"><label for="wish">[[Kiến nghị]]</label><span class="hint" id="wish-h">[[Nếu có: đề nghị sửa thành thế nào. Tối đa 4.000 ký tự.]]</span>{{#wish_error}}<span class="err" id="wish-e">[[Lỗi]]: {{why}}</span>{{/wish_error}}<textarea id="wish" name="wish" rows="3" aria-describedby="wish-h{{#wish_error}} wish-e{{/wish_error}}" aria-invalid="{{wish_invalid}}">{{wish:pre_escape}}</textarea></p>
<p class="meta">[[Góp ý gửi rồi thì không sửa được; rút được đến khi cơ quan thường trực tổng hợp.]]</p>
<p class="acts">{{#SEND}}<button class="btn" type="submit">[[Gửi góp ý]]</button> {{/SEND}}<a href="{{draft_path}}">[[Về dự thảo]]</a></p>
</form>
