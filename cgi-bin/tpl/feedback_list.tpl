<h1>{{title}}</h1>
<form class="row box" method="get" action="/feedback">
<p class="field"><label for="q">[[Từ trong góp ý, kế hoạch]]</label><input class="w30" id="q" name="q" type="search" value="{{q}}" maxlength="200" autocomplete="off"></p>
<p class="field"><label for="state">[[Tình trạng]]</label><select id="state" name="state">{{#STATE}}<option value="{{value}}"{{#CHOSEN}} selected{{/CHOSEN}}>{{label}}</option>{{/STATE}}</select></p>
<p class="field"><button class="btn alt" type="submit">[[Lọc]]</button></p>
</form>
<p class="acts no-print"><a href="/feedback/draft">[[Lấy ý kiến dự thảo]]</a>{{#TOPICS}} <a href="/feedback/topic">[[Nhóm góp ý, trình và quyết định]]</a>{{/TOPICS}}</p>
{{>TABLE}}
{{#FACES}}<p class="acts"><a href="{{xlsx_path}}">[[Tải .xlsx]]</a> <a href="{{csv_path}}">[[Tải .csv]]</a></p>{{/FACES}}
