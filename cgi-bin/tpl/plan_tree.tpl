<h1>{{title}}</h1>
{{>FAULTS}}
<p class="lead">{{subject}}</p>
<form method="post" action="{{action}}">
<input type="hidden" name="csrf" value="{{csrf}}"><input type="hidden" name="once" value="{{once}}"><input type="hidden" name="edition" value="{{edition}}">
<h2>[[Kế hoạch cấp trên]]</h2>
<p class="field"><label for="parent">[[Thực hiện kế hoạch]]</label><span class="hint" id="parent-h">[[Kế hoạch đã ban hành trên cổng của cấp trên hoặc của chính cơ quan này; kế hoạch đã gửi cho cơ quan xếp trước. Tiêu chí của kế hoạch ấy được giữ nguyên, kế hoạch này thêm hoặc làm rõ.]]</span>{{#parent_error}}<span class="err" id="parent-e">[[Lỗi]]: {{why}}</span>{{/parent_error}}<select class="w100" id="parent" name="parent" aria-describedby="parent-h{{#parent_error}} parent-e{{/parent_error}}" aria-invalid="{{parent_invalid}}">{{#PARENT}}<option value="{{value}}"{{#CHOSEN}} selected{{/CHOSEN}}>{{option}}</option>{{/PARENT}}</select></p>
<h2>[[Kế hoạch của đơn vị]]</h2>
<p class="lead">[[Yêu cầu đơn vị ban hành kế hoạch của mình để thực hiện kế hoạch này. Không yêu cầu thì để trống.]]</p>
{{#NOBODY}}<p class="note warn">[[Cơ quan ban hành chưa có đơn vị trực thuộc nào trên cổng nên chưa yêu cầu được đơn vị nào.]]</p>{{/NOBODY}}
<fieldset><legend>[[Đơn vị phải ban hành kế hoạch]]</legend>
<div class="three">{{#TO}}<label class="opt"><input type="checkbox" name="to" value="{{value}}" {{ticked}}>{{label}}</label>
{{/TO}}</div>
<p class="field"><label for="code">[[và mã đơn vị]]</label><span class="hint" id="code-h">[[Nhiều mã cách nhau bằng dấu phẩy; mã ghi ở trang Đơn vị. Đơn vị tính theo ngày ban hành, mỗi đơn vị một lần.]]</span>{{#code_error}}<span class="err" id="code-e">[[Lỗi]]: {{why}}</span>{{/code_error}}<input class="w30" id="code" name="code" value="{{code}}" maxlength="400" autocomplete="off" aria-describedby="code-h{{#code_error}} code-e{{/code_error}}" aria-invalid="{{code_invalid}}"></p>
{{#UNITS}}<p class="meta">[[Hiện gồm]] {{units}} [[đơn vị]]</p>{{/UNITS}}
</fieldset>
<p class="field"><label for="due_date">[[Hạn ban hành kế hoạch của đơn vị]]</label><span class="hint" id="due_date-h">[[Viết như 15/4/2026; rơi vào ngày nghỉ thì tính đến hết ngày làm việc kế tiếp.]]</span>{{#due_date_error}}<span class="err" id="due_date-e">[[Lỗi]]: {{why}}</span>{{/due_date_error}}<input class="w8" id="due_date" name="due_date" value="{{due_date}}" inputmode="numeric" autocomplete="off" aria-describedby="due_date-h{{#due_date_error}} due_date-e{{/due_date_error}}" aria-invalid="{{due_date_invalid}}"></p>
<p class="field"><label for="text">[[Lời yêu cầu]]</label><span class="hint" id="text-h">[[Nếu cần: kế hoạch của đơn vị phải nêu gì. Tối đa 1.000 ký tự.]]</span>{{#text_error}}<span class="err" id="text-e">[[Lỗi]]: {{why}}</span>{{/text_error}}<textarea id="text" name="text" rows="3" aria-describedby="text-h{{#text_error}} text-e{{/text_error}}" aria-invalid="{{text_invalid}}">{{text:pre_escape}}</textarea></p>
<p class="acts bar-acts"><button class="btn" type="submit">[[Lưu]]</button> <a href="{{plan_path}}">[[Về trang kế hoạch]]</a></p>
</form>
