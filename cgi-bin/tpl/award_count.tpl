<h1>{{title}}</h1>
<form class="row box" method="get" action="/award/count">
<p class="field"><label for="year">[[Năm]]</label><select id="year" name="year"><option value="">[[tất cả]]</option>{{#YEAR}}<option value="{{value}}"{{#CHOSEN}} selected{{/CHOSEN}}>{{option}}</option>{{/YEAR}}</select></p>
<p class="field"><button class="btn alt" type="submit">[[Xem]]</button></p>
</form>
<p class="asof">[[Tính trên các quyết định đã ban hành trên cổng, theo năm của quyết định; nhóm đối tượng theo biểu 0602, 0603 (Thông tư 02/2023/TT-BNV).]]</p>
{{>TABLE}}
{{#FACES}}<p class="no-print"><a href="{{xlsx_path}}">[[Tải .xlsx]]</a> · <a href="{{csv_path}}">[[Tải .csv]]</a></p>{{/FACES}}
