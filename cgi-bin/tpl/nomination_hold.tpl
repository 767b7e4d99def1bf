<h1>{{title}}</h1>
{{>FAULTS}}
<p class="lead">{{name}}</p>
<p class="text">[[Khi đang xem xét kỷ luật, điều tra, thanh tra có dấu hiệu vi phạm, hoặc có khiếu nại, tố cáo chưa giải quyết. Trong lúc tạm dừng, đề nghị chưa được xét tiếp và chưa đưa vào quyết định.]]</p>
{{#HELD}}<div class="note warn"><p><b>[[Từ ngày]] {{since}}{{#UNTIL}} [[đến ngày]] {{until}}{{/UNTIL}}{{#ENDED}}, [[đã kết thúc từ]] {{ended}}{{/ENDED}}</b></p><p>{{why}}</p><p class="meta">{{paper}}</p>{{#END}}<form method="post" action="{{action}}"><input type="hidden" name="csrf" value="{{csrf}}"><input type="hidden" name="once" value="{{once}}"><button class="btn alt" type="submit">[[Kết thúc tạm dừng]]<span class="vh"> {{since}}</span></button></form>{{/END}}</div>{{/HELD}}
<h2>[[Ghi tạm dừng]]</h2>
<form method="post" action="{{action}}">
<input type="hidden" name="csrf" value="{{csrf}}"><input type="hidden" name="once" value="{{once}}">
<p class="field"><label for="reason">[[Lý do]]</label>{{#reason_error}}<span class="err">{{why}}</span>{{/reason_error}}<textarea id="reason" name="reason" rows="3" maxlength="1000" aria-invalid="{{reason_invalid}}">{{reason:pre_escape}}</textarea></p>
<p class="field"><label for="document">[[Nguồn, văn bản]]</label>{{#document_error}}<span class="err">{{why}}</span>{{/document_error}}<input class="w30" id="document" name="document" value="{{document}}" maxlength="200" autocomplete="off" aria-invalid="{{document_invalid}}"></p>
<p class="field"><label for="valid_from">[[Từ ngày]]</label><span class="hint" id="valid_from-h">[[Viết như 05/01/2026]]</span>{{#valid_from_error}}<span class="err">{{why}}</span>{{/valid_from_error}}<input class="w8" id="valid_from" name="valid_from" value="{{valid_from}}" inputmode="numeric" autocomplete="off" aria-invalid="{{valid_from_invalid}}" aria-describedby="valid_from-h"></p>
<p class="field"><label for="valid_to">[[Đến ngày]]</label><span class="hint" id="valid_to-h">[[Để trống nếu chưa biết]]</span>{{#valid_to_error}}<span class="err">{{why}}</span>{{/valid_to_error}}<input class="w8" id="valid_to" name="valid_to" value="{{valid_to}}" inputmode="numeric" autocomplete="off" aria-invalid="{{valid_to_invalid}}" aria-describedby="valid_to-h"></p>
<p class="acts"><button class="btn risk" type="submit">[[Tạm dừng xét]]</button> <a href="{{self}}">[[Về đề nghị]]</a></p>
</form>
