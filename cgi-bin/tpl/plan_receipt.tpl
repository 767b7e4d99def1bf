<h1>{{title}}</h1>
{{>FAULTS}}
<p class="lead">{{subject}}</p>
<p class="note no-print">[[Nơi nhận là chữ, và đơn vị đã gửi mà chưa có người dùng trên cổng. In danh sách, lấy chữ ký khi giao bản giấy, rồi ghi lại ở đây ai nhận, ngày nào.]]</p>
<p class="acts no-print"><a class="btn" href="{{plan_path}}/receipt/print">[[In danh sách ký nhận]]</a> <a href="{{plan_path}}/delivery">[[Tình hình nhận trên cổng]]</a></p>
<form class="row box no-print" method="get" action="{{plan_path}}/receipt"><p class="field"><label for="state">[[Tình hình]]</label><select id="state" name="state">{{#STATE}}<option value="{{value}}"{{#CHOSEN}} selected{{/CHOSEN}}>{{option}}</option>{{/STATE}}</select></p><p class="field"><button class="btn alt" type="submit">[[Lọc]]</button></p></form>
{{#EMPTY}}<div class="empty"><p>{{why}}</p></div>{{/EMPTY}}
{{#LIST}}
<table class="stack"><caption>[[Ký nhận bản giấy]] <small>[[Tất cả]]: {{total}}</small></caption>
<thead><tr>{{>HEADS}}<th scope="col">[[Liên hệ]]</th>{{#ENTERS}}<th class="no-print" scope="col">[[Ghi ký nhận]]</th>{{/ENTERS}}</tr></thead>
<tbody>
{{#ROW}}<tr><th scope="row">{{to}}{{#LINE}} <small>{{line}}</small>{{/LINE}}</th><td data-l="[[Người nhận]]">{{#RECEIVED}}{{name}}, {{day}} <small>[[bản giấy, người ghi]]: {{entered_by}}</small>{{/RECEIVED}}{{#NOT_YET}}<span class="none">[[chưa ký nhận]]</span>{{/NOT_YET}}</td><td data-l="[[Liên hệ]]">{{contact}} {{phone}}</td>{{#ENTER}}<td class="no-print" data-l="[[Ghi ký nhận]]"><details{{#OPEN}} open{{/OPEN}}><summary>{{#AGAIN}}[[Ghi lại]]{{/AGAIN}}{{#FIRST}}[[Ghi]]{{/FIRST}}<span class="vh"> {{to}}</span></summary><form method="post" action="{{action}}"><input type="hidden" name="csrf" value="{{csrf}}"><input type="hidden" name="once" value="{{once}}"><input type="hidden" name="of" value="{{key}}"><p class="field"><label for="name{{row}}">[[Người nhận]]</label>{{#WRONG_NAME}}<span class="err" id="name-e">[[Lỗi]]: {{why}}</span>{{/WRONG_NAME}}<input{{#WRONG_NAME}} aria-describedby="name-e"{{/WRONG_NAME}} class="w16" id="name{{row}}" name="name" value="{{name}}" maxlength="200" autocomplete="off" aria-invalid="{{name_invalid}}"></p><p class="field"><label for="day{{row}}">[[Ngày nhận]]</label>{{#WRONG_DAY}}<span class="err" id="day-e">[[Lỗi]]: {{why}}</span>{{/WRONG_DAY}}<input{{#WRONG_DAY}} aria-describedby="day-e"{{/WRONG_DAY}} class="w8" id="day{{row}}" name="day" value="{{day}}" inputmode="numeric" autocomplete="off" aria-invalid="{{day_invalid}}"></p><p><button class="btn slim" type="submit">[[Ghi ký nhận]]<span class="vh"> {{to}}</span></button></p></form></details></td>{{/ENTER}}</tr>
{{/ROW}}
</tbody></table>
{{>PAGER}}{{#FACES}}<p class="acts no-print"><a href="{{xlsx_path}}">[[Tải .xlsx]]</a> <a href="{{csv_path}}">[[Tải .csv]]</a></p>{{/FACES}}
{{/LIST}}
