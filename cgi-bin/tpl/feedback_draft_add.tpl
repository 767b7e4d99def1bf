<p class="meta">[[Dự thảo]] <a href="{{plan_path}}">{{subject}}</a></p>
<h1>{{title}}</h1>
{{>FAULTS}}
<form method="post" action="{{action}}">
<input type="hidden" name="csrf" value="{{csrf}}"><input type="hidden" name="once" value="{{once}}">
<p class="field"><label for="ask">[[Nội dung xin ý kiến]]</label><span class="hint" id="ask-h">[[Cần đơn vị xem kỹ chỗ nào, trả lời gì. Đơn vị đọc lời này trên cùng của dự thảo. Tối đa 2.000 ký tự.]]</span>{{#ask_error}}<span class="err" id="ask-e">[[Lỗi]]: {{why}}</span>{{/ask_error}}<textarea id="ask" name="ask" rows="4" aria-describedby="ask-h{{#ask_error}} ask-e{{/ask_error}}" aria-invalid="{{ask_invalid}}">{{ask:pre_escape}}</textarea></p>
<p class="field"><label for="due_date">[[Lấy ý kiến đến hết ngày]]</label><span class="hint" id="due_date-h">[[Viết như 30/11/2026; rơi vào ngày nghỉ thì tính đến hết ngày làm việc kế tiếp. Sau này lùi hạn, kết thúc sớm được.]]</span>{{#due_date_error}}<span class="err" id="due_date-e">[[Lỗi]]: {{why}}</span>{{/due_date_error}}<input class="w8" id="due_date" name="due_date" value="{{due_date}}" inputmode="numeric" autocomplete="off" aria-describedby="due_date-h{{#due_date_error}} due_date-e{{/due_date_error}}" aria-invalid="{{due_date_invalid}}"></p>
<fieldset><legend>[[Lấy ý kiến của]]</legend>
{{#TO}}<label class="opt"><input type="checkbox" name="to" value="{{value}}" {{ticked}}>{{label}}</label>
{{/TO}}
<p class="field"><label for="code">[[và mã đơn vị]]</label><span class="hint" id="code-h">[[Nhiều mã cách nhau bằng dấu phẩy; mã ghi ở trang Đơn vị. Đơn vị tính theo hôm nay, mỗi đơn vị một lần.]]</span>{{#code_error}}<span class="err" id="code-e">[[Lỗi]]: {{why}}</span>{{/code_error}}<input class="w30" id="code" name="code" value="{{code}}" maxlength="400" autocomplete="off" aria-describedby="code-h{{#code_error}} code-e{{/code_error}}" aria-invalid="{{code_invalid}}"></p>
</fieldset>
<p class="meta">[[Trong hạn, chỉ các đơn vị này đọc được dự thảo; dự thảo vẫn sửa được, mỗi ý kiến giữ nguyên lời của điểm lúc góp ý.]]</p>
<p class="acts"><button class="btn" type="submit">[[Lấy ý kiến]]</button> <a href="{{plan_path}}">[[Về dự thảo]]</a></p>
</form>
