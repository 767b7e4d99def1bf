<h1>{{title}}</h1>
<p class="lead">[[Bước 1: đề nghị khen thưởng cho ai, trong phong trào nào. Bước sau chỉ hiện danh hiệu, hình thức dành cho đối tượng đã chọn.]]</p>
<form method="get" action="/award/nomination/add">
<fieldset class="field"><legend>[[Đối tượng]]</legend>
{{#SUBJECT}}<label class="opt" for="subject-{{value}}"><input type="radio" id="subject-{{value}}" name="subject" value="{{value}}"{{#CHOSEN}} checked{{/CHOSEN}}> {{label}}</label>
{{/SUBJECT}}</fieldset>
<p class="field"><label for="plan">[[Phong trào]]</label><select id="plan" name="plan">{{#PLAN}}<option value="{{value}}"{{#CHOSEN}} selected{{/CHOSEN}}>{{option}}</option>{{/PLAN}}</select></p>
<p class="acts"><button class="btn" type="submit">[[Tiếp tục]]</button> <a href="/award/nomination">[[Về danh sách]]</a></p>
</form>
<p class="no-print">[[In mẫu trống]]: {{#SUBJECT}}{{#NEXT}} · {{/NEXT}}<a href="/award/nomination/print?subject={{value:url_query_escape}}">{{label}}</a>{{/SUBJECT}}</p>
