<h1>{{title}}</h1>
<form class="row box" method="get" action="/award/register">
<p class="field"><label for="q">[[Tên]]</label><input class="w16" id="q" name="q" type="search" value="{{q}}" maxlength="200"></p>
<p class="field"><label for="year">[[Năm]]</label><select id="year" name="year"><option value="">[[tất cả]]</option>{{#YEAR}}<option value="{{value}}"{{#CHOSEN}} selected{{/CHOSEN}}>{{option}}</option>{{/YEAR}}</select></p>
<p class="field"><label for="state">[[Tình trạng]]</label><select id="state" name="state"><option value="">[[tất cả]]</option>{{#STATE}}<option value="{{value}}"{{#CHOSEN}} selected{{/CHOSEN}}>{{option}}</option>{{/STATE}}</select></p>
<p class="field"><button class="btn alt" type="submit">[[Lọc]]</button></p>
</form>
<p class="note">[[Sổ có đủ tên, kể cả người chưa đồng ý nêu công khai: chỉ dùng trong cơ quan.]]</p>
{{>TABLE}}
{{#FACES}}<p class="no-print"><a href="{{xlsx_path}}">[[Tải .xlsx]]</a> · <a href="{{csv_path}}">[[Tải .csv]]</a></p>{{/FACES}}
