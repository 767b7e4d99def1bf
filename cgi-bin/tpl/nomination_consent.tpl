<h1>{{title}}</h1>
{{>FAULTS}}
<p class="lead">{{name}}</p>
<p class="text">[[Chỉ nêu tên người, hộ gia đình ở trang công khai khi họ đồng ý. Chưa đồng ý hoặc đã rút: cổng chỉ tính số lượng theo địa bàn, tìm kiếm và tệp tải về đều không có tên.]]</p>
{{#NO_CONSENT}}<div class="empty"><p>[[Chưa ghi đồng ý nào.]]</p></div>{{/NO_CONSENT}}
{{#CONSENTS}}<ul class="list">{{#GIVEN}}<li>[[Đồng ý ngày]] {{given_day}}: {{how_given}}. [[Giấy tờ lưu:]] {{paper}} {{#LASTS}}<span class="tag done">[[còn giá trị]]</span>{{/LASTS}}{{#WITHDRAWN}}<span class="tag none">[[đã rút]] {{withdrawn}}</span> <p class="meta">{{why_withdrawn}}</p>{{/WITHDRAWN}}</li>{{/GIVEN}}</ul>{{/CONSENTS}}
{{#ADD}}<h2>[[Ghi đồng ý]]</h2>
<form method="post" action="{{action}}">
<input type="hidden" name="csrf" value="{{csrf}}"><input type="hidden" name="once" value="{{once}}">
<p class="field"><label for="given">[[Ngày đồng ý]]</label><span class="hint" id="given-h">[[Viết như 05/01/2026]]</span>{{#given_error}}<span class="err">{{why}}</span>{{/given_error}}<input class="w8" id="given" name="given" value="{{given}}" inputmode="numeric" autocomplete="off" aria-invalid="{{given_invalid}}" aria-describedby="given-h"></p>
<p class="field"><label for="how">[[Hình thức đồng ý]]</label><span class="hint" id="how-h">[[Thí dụ: ký phiếu tại nhà; ghi trong biên bản họp thôn]]</span>{{#how_error}}<span class="err">{{why}}</span>{{/how_error}}<input class="w30" id="how" name="how" value="{{how}}" maxlength="200" autocomplete="off" aria-invalid="{{how_invalid}}" aria-describedby="how-h"></p>
<p class="field"><label for="document">[[Giấy tờ lưu]]</label><span class="hint" id="document-h">[[Số, ngày của phiếu hoặc biên bản]]</span>{{#document_error}}<span class="err">{{why}}</span>{{/document_error}}<input class="w30" id="document" name="document" value="{{document}}" maxlength="200" autocomplete="off" aria-invalid="{{document_invalid}}" aria-describedby="document-h"></p>
<p class="acts"><button class="btn" type="submit">[[Ghi đồng ý nêu tên]]</button></p>
</form>{{/ADD}}
{{#WITHDRAW}}<h2>[[Rút đồng ý]]</h2>
<form method="post" action="{{action}}">
<input type="hidden" name="csrf" value="{{csrf}}"><input type="hidden" name="once" value="{{once}}">
<p class="field"><label for="why">[[Người đề nghị rút, giấy tờ kèm theo]]</label>{{#why_error}}<span class="err">{{why}}</span>{{/why_error}}<input class="w30" id="why" name="why" value="{{why}}" maxlength="500" autocomplete="off" aria-invalid="{{why_invalid}}"></p>
<p class="acts"><button class="btn risk" type="submit">[[Ghi rút đồng ý, không nêu tên nữa]]</button></p>
</form>{{/WITHDRAW}}
<p><a href="{{self}}">[[Về đề nghị]]</a></p>
