<h1>{{title}}</h1>
{{#DRAFTS}}<p class="acts no-print">{{#DRAFT}}<a href="/document/add?kind={{kind:url_query_escape}}">[[Soạn]]: {{label}}</a> {{/DRAFT}}</p>{{/DRAFTS}}
{{#TASKS}}
<section class="no-print" aria-labelledby="h-steps">
<h2 id="h-steps">[[Chờ bạn]] ({{n}})</h2>
<ol class="tasks">
{{#TASK}}
<li>
{{#DUE}}<p class="due {{late}}"><b>{{due}}</b> {{how_far}}</p>{{/DUE}}{{#NO_DUE}}<p class="due">[[không có hạn]]</p>{{/NO_DUE}}
<div class="what"><a href="{{path}}">{{what}}</a> <span class="tag {{tag}}">{{state}}</span>
<p class="meta">{{unit_name}}</p></div>
</li>
{{/TASK}}
</ol>
</section>
{{/TASKS}}
<form class="row box no-print" method="get" action="/document">
<p class="field"><label for="q">[[Từ trong văn bản]]</label><input class="w16" id="q" name="q" type="search" value="{{q}}" maxlength="200" autocomplete="off"></p>
<p class="field"><label for="kind">[[Loại]]</label><select id="kind" name="kind"><option value="">[[tất cả]]</option>{{#KIND}}<option value="{{value}}"{{#CHOSEN}} selected{{/CHOSEN}}>{{option}}</option>{{/KIND}}</select></p>
<p class="field"><label for="state">[[Tình trạng]]</label><select id="state" name="state">{{#STATE}}<option value="{{value}}"{{#CHOSEN}} selected{{/CHOSEN}}>{{option}}</option>{{/STATE}}</select></p>
<p class="field"><label for="year">[[Năm]]</label><select id="year" name="year"><option value="">[[tất cả]]</option>{{#YEAR}}<option value="{{value}}"{{#CHOSEN}} selected{{/CHOSEN}}>{{option}}</option>{{/YEAR}}</select></p>
<p class="field"><label for="unit">[[Của đơn vị]]</label><select class="w16" id="unit" name="unit"><option value="">[[tất cả]]</option>{{#UNIT}}<option value="{{value}}"{{#CHOSEN}} selected{{/CHOSEN}}>{{option}}</option>{{/UNIT}}</select></p>
<p class="field"><label for="plan">[[Phong trào]]</label><select class="w16" id="plan" name="plan"><option value="">[[tất cả]]</option>{{#PLAN}}<option value="{{value}}"{{#CHOSEN}} selected{{/CHOSEN}}>{{option}}</option>{{/PLAN}}</select></p>
<p class="field"><button class="btn alt" type="submit">[[Lọc]]</button></p>
</form>
{{>TABLE}}
{{#FACES}}<p class="acts no-print"><a href="{{xlsx_path}}">[[Tải .xlsx]]</a> <a href="{{csv_path}}">[[Tải .csv]]</a></p>{{/FACES}}
