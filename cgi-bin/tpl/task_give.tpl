<p class="meta">[[Kế hoạch]] <a href="{{plan_path}}">{{number}}</a></p>
<h1>{{title}}</h1>
{{>FAULTS}}
<p class="lead">{{subject}}</p>
{{#QUOTE}}<div class="box doc"><h2>[[Điểm của kế hoạch]]</h2>{{clause_html:none}}</div>{{/QUOTE}}
<form method="post" action="{{action}}">
<input type="hidden" name="csrf" value="{{csrf}}"><input type="hidden" name="once" value="{{once}}">
<p class="field"><label for="anchor">[[Điểm của kế hoạch]]</label>{{#anchor_error}}<span class="err">[[Lỗi]]: {{why}}</span>{{/anchor_error}}<select class="w100" id="anchor" name="clause" aria-invalid="{{anchor_invalid}}">{{#CLAUSE}}<option value="{{value}}"{{#CHOSEN}} selected{{/CHOSEN}}>{{option}}</option>{{/CLAUSE}}</select></p>
<p class="field"><label for="text">[[Việc phải làm]]</label><span class="hint" id="text-h">[[Lấy sẵn từ điểm của kế hoạch, sửa cho rõ việc. Tối đa 2.000 ký tự; giao rồi thì không sửa được, chỉ rút được.]]</span>{{#text_error}}<span class="err" id="text-e">[[Lỗi]]: {{why}}</span>{{/text_error}}<textarea id="text" name="text" rows="5" aria-describedby="text-h{{#text_error}} text-e{{/text_error}}" aria-invalid="{{text_invalid}}">{{text:pre_escape}}</textarea></p>
<p class="field"><label for="papers">[[Giấy tờ phải có]]</label><span class="hint" id="papers-h">[[Nếu có: văn bản, danh sách, ảnh mà đơn vị phải gửi kèm. Tối đa 2.000 ký tự.]]</span>{{#papers_error}}<span class="err" id="papers-e">[[Lỗi]]: {{why}}</span>{{/papers_error}}<textarea id="papers" name="papers" rows="2" aria-describedby="papers-h{{#papers_error}} papers-e{{/papers_error}}" aria-invalid="{{papers_invalid}}">{{papers:pre_escape}}</textarea></p>
<p class="field"><label for="due_date">[[Hạn]]</label><span class="hint" id="due_date-h">[[Viết như 30/11/2026; rơi vào ngày nghỉ thì tính đến hết ngày làm việc kế tiếp.]]</span>{{#due_date_error}}<span class="err" id="due_date-e">[[Lỗi]]: {{why}}</span>{{/due_date_error}}<input class="w8" id="due_date" name="due_date" value="{{due_date}}" inputmode="numeric" autocomplete="off" aria-describedby="due_date-h{{#due_date_error}} due_date-e{{/due_date_error}}" aria-invalid="{{due_date_invalid}}"></p>
<fieldset><legend>[[Giao cho]]</legend>
{{#TO}}<label class="opt"><input type="checkbox" name="to" value="{{value}}" {{ticked}}>{{label}}</label>
{{/TO}}
<p class="field"><label for="code">[[và mã đơn vị]]</label><span class="hint" id="code-h">[[Nhiều mã cách nhau bằng dấu phẩy; mã ghi ở trang Đơn vị. Đơn vị tính theo hôm nay, mỗi đơn vị một lần.]]</span>{{#code_error}}<span class="err" id="code-e">[[Lỗi]]: {{why}}</span>{{/code_error}}<input class="w30" id="code" name="code" value="{{code}}" maxlength="400" autocomplete="off" aria-describedby="code-h{{#code_error}} code-e{{/code_error}}" aria-invalid="{{code_invalid}}"></p>
</fieldset>
<p class="acts"><button class="btn" type="submit">[[Giao nhiệm vụ]]</button> <a href="{{plan_path}}">[[Về kế hoạch]]</a></p>
</form>
