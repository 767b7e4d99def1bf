<h1>{{title}}</h1>
{{#FILTER}}
<form class="row no-print" method="get" action="/report/sign">
<p class="field"><label for="q">[[Đơn vị]]</label><input class="w16" id="q" name="q" value="{{q}}" maxlength="100" autocomplete="off"></p>
<p class="field"><label for="period">[[Kỳ]]</label><select id="period" name="period"><option value="">[[Tất cả]]</option>{{#IN_PERIOD}}<option value="{{value}}"{{#CHOSEN}} selected{{/CHOSEN}}>{{option}}</option>{{/IN_PERIOD}}</select></p>
<p class="field"><button class="btn alt" type="submit">[[Lọc]]</button></p>
</form>
{{/FILTER}}
{{>TABLE}}
{{#FACES}}<p class="no-print"><a href="{{xlsx_path}}">[[Tải .xlsx]]</a> · <a href="{{csv_path}}">[[Tải .csv]]</a></p>{{/FACES}}
{{#REPORT}}
<section aria-labelledby="h{{id}}">
<h2 id="h{{id}}"><a href="{{path}}">{{heading}}</a></h2>
<p class="asof">{{unit_name}} · [[hạn gửi]] <b>{{due}}</b> {{far}} · [[người lập]] {{saver}}, [[lưu lúc]] {{saved_at}}</p>
{{>BACK}}
{{>UNMENDED}}
<table class="stack">
<caption class="vh">[[Số liệu chính]]: {{heading}}</caption>
<thead><tr><th scope="col">[[Chỉ số]]</th><th scope="col">[[Đơn vị tính]]</th><th scope="col" class="num">[[Kỳ trước]]</th><th scope="col" class="num">[[Kỳ này]]</th><th scope="col">[[Thay đổi]]</th></tr></thead>
<tbody>
{{#KEY}}
<tr><th scope="row">{{name}}</th><td data-l="[[Đơn vị tính]]">{{measure}}</td><td class="num" data-l="[[Kỳ trước]]">{{last}}</td><td class="num" data-l="[[Kỳ này]]"><b>{{value}}</b></td><td data-l="[[Thay đổi]]">{{change}}</td></tr>
{{/KEY}}
</tbody>
</table>
{{#WHY_ODD}}<div class="note"><h3>[[Giải trình số liệu bất thường]]</h3><p>{{odd}}</p></div>{{/WHY_ODD}}
<form method="post" action="{{action}}" class="no-print">
<input type="hidden" name="csrf" value="{{csrf}}"><input type="hidden" name="once" value="{{once}}"><input type="hidden" name="edition" value="{{edition}}">
<p class="field"><label for="reason{{id}}">[[Lý do, nếu trả lại người nhập]]</label><textarea id="reason{{id}}" name="reason" rows="2"></textarea></p>
<p class="acts"><button class="btn" type="submit" name="move" value="send">[[Gửi báo cáo]]</button> <button class="btn risk" type="submit" name="move" value="back">[[Trả lại người nhập]]</button> <a href="{{path}}">[[Xem đủ số liệu]]</a></p>
</form>
</section>
{{/REPORT}}
