<h1>{{title}}</h1>
{{>FAULTS}}
<p class="text">[[Danh sách và bản ghi mà người đã đăng nhập tải về thành tệp (.csv, .xlsx, .json); mỗi địa chỉ ghi một lần trong ngày.]]</p>
<form class="box row no-print" method="get" action="/account/export">
<p class="field"><label for="who">[[Người tải (họ tên hoặc tên đăng nhập)]]</label><input class="w16" id="who" name="who" type="search" maxlength="120" value="{{who}}"{{#who_error}} aria-describedby="who-e"{{/who_error}} aria-invalid="{{who_invalid}}">{{#who_error}}<span class="err" id="who-e">[[Lỗi]]: {{why}}</span>{{/who_error}}</p>
<p class="field"><label for="path">[[Địa chỉ có chữ, thí dụ /report]]</label><input class="w16" id="path" name="path" type="search" maxlength="200" autocapitalize="none" spellcheck="false" value="{{path}}"{{#path_error}} aria-describedby="path-e"{{/path_error}} aria-invalid="{{path_invalid}}">{{#path_error}}<span class="err" id="path-e">[[Lỗi]]: {{why}}</span>{{/path_error}}</p>
<p class="field"><label for="from">[[Từ ngày]]</label><input class="w8" id="from" name="from" type="text" inputmode="numeric" maxlength="40" value="{{from}}"{{#from_error}} aria-describedby="from-e"{{/from_error}} aria-invalid="{{from_invalid}}">{{#from_error}}<span class="err" id="from-e">[[Lỗi]]: {{why}}</span>{{/from_error}}</p>
<p class="field"><label for="to">[[Đến hết ngày]]</label><input class="w8" id="to" name="to" type="text" inputmode="numeric" maxlength="40" value="{{to}}"{{#to_error}} aria-describedby="to-e"{{/to_error}} aria-invalid="{{to_invalid}}">{{#to_error}}<span class="err" id="to-e">[[Lỗi]]: {{why}}</span>{{/to_error}}</p>
<p class="acts"><button class="btn alt" type="submit">[[Lọc danh sách]]</button></p>
</form>
{{#SPAN}}<p class="asof">[[Từ ngày]] {{from_day}} [[đến hết ngày]] {{to_day}}</p>{{/SPAN}}
{{>TABLE}}
{{#FACES}}<p class="no-print"><a href="{{xlsx_path}}">[[Tải .xlsx]]</a> · <a href="{{csv_path}}">[[Tải .csv]]</a></p>{{/FACES}}
