<h1>{{title}}</h1>
{{>FAULTS}}
<p class="no-print"><a href="/account/export">[[Đã tải về: ai lấy danh sách nào ra khỏi cổng]]</a></p>
<form class="box row no-print" method="get" action="/account/trail">
<p class="field"><label for="who">[[Người làm (họ tên hoặc tên đăng nhập)]]</label><input class="w16" id="who" name="who" type="search" maxlength="120" value="{{who}}"{{#who_error}} aria-describedby="who-e"{{/who_error}} aria-invalid="{{who_invalid}}">{{#who_error}}<span class="err" id="who-e">[[Lỗi]]: {{why}}</span>{{/who_error}}</p>
<p class="field"><label for="action">[[Việc (thí dụ: gửi báo cáo; hoặc mã report.send)]]</label><input class="w16" id="action" name="action" type="search" maxlength="60" autocapitalize="none" spellcheck="false" value="{{action}}"{{#action_error}} aria-describedby="action-e"{{/action_error}} aria-invalid="{{action_invalid}}">{{#action_error}}<span class="err" id="action-e">[[Lỗi]]: {{why}}</span>{{/action_error}}</p>
<p class="field"><label for="entity">[[Bản ghi số]]</label><input class="w8" id="entity" name="entity" type="text" inputmode="numeric" maxlength="20" value="{{entity}}"{{#entity_error}} aria-describedby="entity-e"{{/entity_error}} aria-invalid="{{entity_invalid}}">{{#entity_error}}<span class="err" id="entity-e">[[Lỗi]]: {{why}}</span>{{/entity_error}}</p>
<p class="field"><label for="from">[[Từ ngày]]</label><input class="w8" id="from" name="from" type="text" inputmode="numeric" maxlength="40" value="{{from}}"{{#from_error}} aria-describedby="from-e"{{/from_error}} aria-invalid="{{from_invalid}}">{{#from_error}}<span class="err" id="from-e">[[Lỗi]]: {{why}}</span>{{/from_error}}</p>
<p class="field"><label for="to">[[Đến hết ngày]]</label><input class="w8" id="to" name="to" type="text" inputmode="numeric" maxlength="40" value="{{to}}"{{#to_error}} aria-describedby="to-e"{{/to_error}} aria-invalid="{{to_invalid}}">{{#to_error}}<span class="err" id="to-e">[[Lỗi]]: {{why}}</span>{{/to_error}}</p>
<p class="acts"><button class="btn alt" type="submit">[[Lọc nhật ký]]</button></p>
</form>
{{#SPAN}}<p class="asof">[[Từ ngày]] {{from_day}} [[đến hết ngày]] {{to_day}}</p>{{/SPAN}}
<div class="trail">{{>TABLE}}</div>
{{#FACES}}<p class="no-print"><a href="{{xlsx_path}}">[[Tải .xlsx]]</a> · <a href="{{csv_path}}">[[Tải .csv]]</a></p>{{/FACES}}
