<h1>{{title}}</h1>
{{>FAULTS}}
<form class="row box" method="get" action="/award/form">
<p class="field"><label for="day">[[Vào ngày]]</label><span class="hint" id="day-h">[[Viết như 05/01/2026]]</span>{{#day_error}}<span class="err">{{why}}</span>{{/day_error}}<input class="w8" id="day" name="day" value="{{day}}" inputmode="numeric" autocomplete="off" aria-invalid="{{day_invalid}}" aria-describedby="day-h"></p>
<p class="field"><button class="btn alt" type="submit">[[Xem]]</button></p>
</form>
{{#MAY_ADD}}<p class="acts"><a class="btn" href="/award/form/add">[[Thêm danh hiệu, hình thức]]</a></p>{{/MAY_ADD}}
<p class="asof">[[Có hiệu lực vào ngày]] {{as_of}}</p>
{{>TABLE}}
{{#FACES}}<p class="no-print"><a href="{{xlsx_path}}">[[Tải .xlsx]]</a> · <a href="{{csv_path}}">[[Tải .csv]]</a></p>{{/FACES}}
