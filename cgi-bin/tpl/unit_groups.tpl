<h1>{{title}}</h1>
{{>FAULTS}}
<form class="row box" method="get" action="/unit/group"><p class="field"><label for="day">[[Xem tại ngày]]</label>{{#day_error}}<span class="err">{{why}}</span>{{/day_error}}<input class="w8" id="day" name="day" value="{{day}}" inputmode="numeric" autocomplete="off" aria-invalid="{{day_invalid}}"></p><p class="field"><button class="btn alt" type="submit">[[Xem]]</button></p></form>
{{#MAY_CHANGE}}<p class="acts"><a class="btn" href="/unit/group/add">[[Lập cụm, khối]]</a></p>{{/MAY_CHANGE}}
{{>TABLE}}
{{#FACES}}<p class="acts"><a href="{{xlsx_path}}">[[Tải .xlsx]]</a> <a href="{{csv_path}}">[[Tải .csv]]</a></p>{{/FACES}}
