<h1 id="edition">{{title}}</h1>
{{>FAULTS}}
<p class="lead">{{name}}: {{form}}</p>
<form method="post" action="{{action}}">
<input type="hidden" name="csrf" value="{{csrf}}"><input type="hidden" name="once" value="{{once}}"><input type="hidden" name="edition" value="{{edition}}">
<p class="field"><label for="day">[[Ngày họp hoặc lấy ý kiến]]</label><span class="hint" id="day-h">[[Viết như 05/01/2026]]</span>{{#day_error}}<span class="err">{{why}}</span>{{/day_error}}<input class="w8" id="day" name="day" value="{{day}}" inputmode="numeric" autocomplete="off" aria-invalid="{{day_invalid}}" aria-describedby="day-h"></p>
<p class="field"><label for="document">[[Số biên bản]]</label>{{#document_error}}<span class="err">{{why}}</span>{{/document_error}}<input class="w16" id="document" name="document" value="{{document}}" maxlength="100" autocomplete="off" aria-invalid="{{document_invalid}}"></p>
<p class="field"><label for="members">[[Tổng số thành viên]]</label><span class="hint" id="members-h">[[Tỷ lệ tính trên tổng số thành viên, kể cả người vắng]]</span>{{#members_error}}<span class="err">{{why}}</span>{{/members_error}}<input class="w8 num" id="members" name="members" value="{{members}}" inputmode="numeric" autocomplete="off" aria-invalid="{{members_invalid}}" aria-describedby="members-h"></p>
<p class="field"><label for="present">[[Số dự họp, cho ý kiến]]</label><span class="hint" id="present-h">[[Kể cả người vắng cho ý kiến bằng văn bản]]</span>{{#present_error}}<span class="err">{{why}}</span>{{/present_error}}<input class="w8 num" id="present" name="present" value="{{present}}" inputmode="numeric" autocomplete="off" aria-invalid="{{present_invalid}}" aria-describedby="present-h"></p>
<p class="field"><label for="agreed">[[Số đồng ý]]</label>{{#agreed_error}}<span class="err">{{why}}</span>{{/agreed_error}}<input class="w8 num" id="agreed" name="agreed" value="{{agreed}}" inputmode="numeric" autocomplete="off" aria-invalid="{{agreed_invalid}}"></p>
<p class="field"><label for="text">[[Kết luận]]</label>{{#text_error}}<span class="err">{{why}}</span>{{/text_error}}<textarea id="text" name="text" rows="4" maxlength="4000" aria-invalid="{{text_invalid}}">{{text:pre_escape}}</textarea></p>
<p class="acts"><button class="btn" type="submit">[[Ghi ý kiến Hội đồng]]</button> <a href="{{self}}">[[Về đề nghị]]</a></p>
</form>
