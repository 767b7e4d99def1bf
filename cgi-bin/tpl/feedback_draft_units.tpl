<p class="meta">[[Dự thảo]] <a href="{{draft_path}}">{{subject}}</a> · {{#OPEN_UNTIL}}[[Lấy ý kiến đến hết ngày]] {{until}}{{/OPEN_UNTIL}}{{#OVER}}[[Việc lấy ý kiến đã kết thúc]]{{#ON}}: {{until}}{{/ON}}{{/OVER}}</p>
<h1>{{title}}</h1>
<form class="row box" method="get" action="{{self}}">
<p class="field"><label for="state">[[Trả lời]]</label><select id="state" name="state">{{#STATE}}<option value="{{value}}"{{#CHOSEN}} selected{{/CHOSEN}}>{{option}}</option>{{/STATE}}</select></p>
<p class="field"><button class="btn alt" type="submit">[[Lọc đơn vị]]</button></p>
</form>
{{>TABLE}}
{{#FACES}}<p class="acts"><a href="{{xlsx_path}}">[[Tải .xlsx]]</a> <a href="{{csv_path}}">[[Tải .csv]]</a></p>{{/FACES}}
