<h1>{{title}}</h1>
<p class="asof">{{form}} · {{window}} · [[tính đến]] {{now}} · [[đã gửi]] <b>{{complete}}</b><span class="no-print"> · <a href="{{totals_path}}">[[Tổng hợp]]</a></span></p>
{{#LETTER}}<p class="no-print"><a href="{{path}}">[[Công văn đôn đốc để in]]</a></p>{{/LETTER}}
<form class="row no-print" method="get" action="{{path}}">
<p class="field"><label for="what">[[Tình trạng]]</label><select id="what" name="what"><option value=""{{#ALL}} selected{{/ALL}}>[[Tất cả]]</option><option value="missing"{{#ONLY_MISSING}} selected{{/ONLY_MISSING}}>[[Chưa gửi, quá hạn]]</option><option value="late"{{#ONLY_LATE}} selected{{/ONLY_LATE}}>[[Đã gửi, trễ hạn]]</option><option value="back"{{#ONLY_BACK}} selected{{/ONLY_BACK}}>[[Bị trả lại, chưa gửi lại]]</option></select></p>
<p class="field"><label for="q">[[Đơn vị]]</label><input class="w16" id="q" name="q" value="{{q}}" maxlength="100" autocomplete="off"></p>
<p class="field"><button class="btn alt" type="submit">[[Lọc]]</button></p>
</form>
{{#NONE}}<div class="empty"><p>[[Không có đơn vị nào chậm báo cáo theo điều kiện này.]]</p></div>{{/NONE}}
{{#ROWS}}
<table class="stack">
<caption>[[Đơn vị chậm báo cáo]] <small>[[Tất cả]]: {{total}}</small></caption>
<thead><tr>
{{>HEADS}}<th scope="col" class="no-print"><span class="vh">[[Việc]]</span></th></tr></thead>
<tbody>
{{#ROW}}
<tr><th scope="row">{{unit_name}}</th><td data-l="[[Hạn gửi]]">{{due}}</td><td data-l="[[Tình trạng]]"><span class="tag {{face}}">{{word}}</span></td><td class="num" data-l="[[Số ngày trễ]]">{{days}}</td><td class="nowrap" data-l="[[Người phụ trách]]">{{contact}}</td><td class="nowrap" data-l="[[Điện thoại]]">{{phone}}</td><td data-l="[[Đã nhắc]]">{{reminded}}</td><td class="no-print">{{#REMIND}}<form method="post" action="{{action}}"><input type="hidden" name="csrf" value="{{csrf}}"><input type="hidden" name="once" value="{{once}}"><input type="hidden" name="unit" value="{{unit}}"><button class="btn alt slim" type="submit">[[Ghi đã nhắc]]<span class="vh"> {{unit_name}}</span></button></form>{{/REMIND}}</td></tr>
{{/ROW}}
</tbody>
</table>
{{>PAGER}}{{#FACES}}<p class="no-print"><a href="{{xlsx_path}}">[[Tải .xlsx]]</a> · <a href="{{csv_path}}">[[Tải .csv]]</a></p>{{/FACES}}
{{/ROWS}}
