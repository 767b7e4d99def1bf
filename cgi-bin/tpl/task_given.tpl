<h1>{{title}}</h1>
<form class="row box no-print" method="get" action="/task/given">
<p class="field"><label for="q">[[Từ trong nhiệm vụ, kế hoạch]]</label><input class="w16" id="q" name="q" type="search" value="{{q}}" maxlength="200" autocomplete="off"></p>
<p class="field"><label for="plan">[[Kế hoạch]]</label><select class="w16" id="plan" name="plan"><option value="">[[mọi kế hoạch]]</option>{{#PLAN}}<option value="{{value}}"{{#CHOSEN}} selected{{/CHOSEN}}>{{option}}</option>{{/PLAN}}</select></p>
<p class="field"><label for="state">[[Tình trạng]]</label><select id="state" name="state">{{#STATE}}<option value="{{value}}"{{#CHOSEN}} selected{{/CHOSEN}}>{{option}}</option>{{/STATE}}</select></p>
{{#CLAUSE}}<p class="field"><label class="opt"><input type="checkbox" name="clause" value="{{anchor}}" checked> [[Chỉ điểm]] {{cited}}</label></p>{{/CLAUSE}}
<p class="field"><button class="btn alt" type="submit">[[Lọc]]</button></p>
</form>
{{>TABLE}}
{{#FACES}}<p class="acts no-print"><a href="{{xlsx_path}}">[[Tải .xlsx]]</a> <a href="{{csv_path}}">[[Tải .csv]]</a></p>{{/FACES}}
