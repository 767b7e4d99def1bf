<p class="meta">[[Sổ khen thưởng]] · {{subject}}</p>
<h1>{{title}}</h1>
{{>FAULTS}}
{{#CANCELLED}}<div class="note bad"><h2>[[Đã hủy]]</h2><p>[[Quyết định]] {{revoked_number}}, {{revoked_date}}</p><p>{{revoked_reason}}</p></div>{{/CANCELLED}}
<dl class="facts">
<dt>[[Được tặng]]</dt><dd><a href="{{nomination_path}}">{{name}}</a></dd>
<dt>[[Danh hiệu, hình thức]]</dt><dd>{{form}}</dd>
<dt>[[Loại hình]]</dt><dd>{{type}}</dd>
<dt>[[Thành tích]]</dt><dd>{{achieved}}</dd>
<dt>[[Quyết định]]</dt><dd>{{number_given}}, {{date_given}}</dd>
<dt>[[Số vào sổ]]</dt><dd>{{book}}</dd>
</dl>
{{#MAY_REVOKE}}
<h2>[[Hủy khen thưởng]]</h2>
<p class="text">[[Khi kê khai gian dối, giấy tờ giả, thẩm định trái pháp luật, hoặc sau này có kết luận không đạt tiêu chuẩn. Trường hợp này vẫn giữ trong sổ và ở danh sách công khai, ghi “đã hủy”.]]</p>
<form method="post" action="{{action}}">
<input type="hidden" name="csrf" value="{{csrf}}"><input type="hidden" name="once" value="{{once}}">
<p class="field"><label for="number">[[Số quyết định hủy]]</label>{{#number_error}}<span class="err">{{why}}</span>{{/number_error}}<input class="w16" id="number" name="number" value="{{number}}" maxlength="60" autocomplete="off" aria-invalid="{{number_invalid}}"></p>
<p class="field"><label for="date">[[Ngày quyết định hủy]]</label><span class="hint" id="date-h">[[Viết như 05/01/2026]]</span>{{#date_error}}<span class="err">{{why}}</span>{{/date_error}}<input class="w8" id="date" name="date" value="{{date}}" inputmode="numeric" autocomplete="off" aria-invalid="{{date_invalid}}" aria-describedby="date-h"></p>
<p class="field"><label for="reason">[[Lý do]]</label>{{#reason_error}}<span class="err">{{why}}</span>{{/reason_error}}<textarea id="reason" name="reason" rows="3" maxlength="1000" aria-invalid="{{reason_invalid}}">{{reason:pre_escape}}</textarea></p>
<p class="acts"><button class="btn risk" type="submit">[[Ghi hủy khen thưởng]]</button></p>
</form>
{{/MAY_REVOKE}}
