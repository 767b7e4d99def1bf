<h1>{{title}}</h1>
<p class="lead">{{subject}}</p>
{{#FUNNEL}}<p class="asof">[[gửi]] {{sent}} · [[mở]] <b>{{opened}}</b> · [[ký nhận]] <b>{{acknowledged}}</b>{{#ON_PAPER}} ([[bản giấy]] {{paper}}){{/ON_PAPER}}{{#JOINED}} · [[đăng ký]] <b>{{joined}}</b>{{/JOINED}}</p>{{/FUNNEL}}
{{#RECEIPTS}}<p class="acts no-print"><a href="{{plan_path}}/receipt">[[Ký nhận bản giấy]]</a></p>{{/RECEIPTS}}
<form class="row box" method="get" action="{{plan_path}}/delivery">
<p class="field"><label for="line">[[Dòng nơi nhận]]</label><select id="line" name="line"><option value="">[[mọi dòng]]</option>{{#LINE}}<option value="{{value}}"{{#CHOSEN}} selected{{/CHOSEN}}>{{label}}</option>{{/LINE}}</select></p>
<p class="field"><label for="state">[[Tình hình]]</label><select id="state" name="state"><option value="">[[tất cả]]</option>{{#STATE}}<option value="{{value}}"{{#CHOSEN}} selected{{/CHOSEN}}>{{label}}</option>{{/STATE}}</select></p>
<p class="field"><button class="btn alt" type="submit">[[Lọc đơn vị]]</button></p>
</form>
{{>TABLE}}
{{#FACES}}<p class="acts"><a href="{{xlsx_path}}">[[Tải .xlsx]]</a> <a href="{{csv_path}}">[[Tải .csv]]</a></p>{{/FACES}}
