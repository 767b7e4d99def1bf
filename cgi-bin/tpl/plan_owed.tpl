<h1>{{title}}</h1>
<p class="lead">{{subject}}</p>
{{#CALL}}<p class="asof">[[Hạn]] {{due}} · [[yêu cầu]] {{asked}} [[đơn vị]] · [[đã ban hành]] <b>{{issued}}</b> · [[quá hạn]] <b>{{overdue}}</b></p>
{{#LETTER}}<p class="acts no-print"><a class="btn alt" href="{{letter_path}}">[[Công văn đôn đốc để in]]</a></p>{{/LETTER}}{{/CALL}}
<form class="row box no-print" method="get" action="{{plan_path}}/owed">
<p class="field"><label for="state">[[Tình trạng]]</label><select id="state" name="state">{{#STATE}}<option value="{{value}}"{{#CHOSEN}} selected{{/CHOSEN}}>{{option}}</option>{{/STATE}}</select></p>
<p class="field"><label for="q">[[Đơn vị]]</label><input class="w16" id="q" name="q" value="{{q}}" maxlength="100" autocomplete="off"></p>
<p class="field"><button class="btn alt" type="submit">[[Lọc]]</button></p>
</form>
{{>TABLE}}
{{#FACES}}<p class="acts no-print"><a href="{{xlsx_path}}">[[Tải .xlsx]]</a> <a href="{{csv_path}}">[[Tải .csv]]</a></p>{{/FACES}}
