<h1>{{title}}</h1>
<p class="asof">{{form}} · {{window}} · [[xem lúc]] {{now}} · [[số liệu]] <b>{{mark}}</b> · [[đã gửi]] <b>{{complete}}</b></p>
{{#PART}}<div class="note warn"><p>[[Tổng chưa đủ: còn]] {{missing}} [[đơn vị chưa gửi.]] <a href="{{late_path}}">[[Xem đơn vị chậm]]</a></p></div>{{/PART}}
{{#REACHES}}<p class="no-print">[[Phạm vi của bạn:]] {{#REACH}}<a href="{{path}}"{{#CURRENT}} aria-current="page"{{/CURRENT}}>{{name}}</a> {{/REACH}}</p>{{/REACHES}}
<table class="stack">
<caption>[[Tổng hợp toàn đơn vị]] <small>[[Tỷ lệ tính lại từ tổng số liệu. Đơn vị tự báo cáo thì lấy báo cáo đó, không cộng các đơn vị cấp dưới.]]</small></caption>
<thead><tr><th scope="col">[[Chỉ số]]</th><th scope="col">[[Đơn vị tính]]</th><th scope="col" class="num">[[Kỳ trước]]</th><th scope="col" class="num">[[Kỳ này]]</th>{{#COMPARED}}<th scope="col">[[Thay đổi]]</th>{{/COMPARED}}</tr></thead>
<tbody>
{{#FIGURE}}
<tr><th scope="row">{{name}}</th><td data-l="[[Đơn vị tính]]">{{measure}}</td><td class="num" data-l="[[Kỳ trước]]">{{last}}</td><td class="num" data-l="[[Kỳ này]]"><b>{{value}}</b>{{#COUNTS}} ({{counts}}){{/COUNTS}}</td>{{#CHANGE}}<td data-l="[[Thay đổi]]">{{change}}</td>{{/CHANGE}}</tr>
{{/FIGURE}}
</tbody>
</table>
{{#NOT_COMPARED}}<p class="meta">[[Chưa đủ đơn vị trong cả hai kỳ nên chưa so với kỳ trước.]]</p>{{/NOT_COMPARED}}
{{#UNITS}}<h2 id="units">[[Từng đơn vị]]</h2>{{/UNITS}}
{{#SOME}}<p>[[Đơn vị]] {{from}}–{{to}} [[trong]] {{most}}. <a class="no-print" href="{{all_path}}">[[Mở tất cả đơn vị để in]]</a></p>{{/SOME}}
{{#FACES}}<p class="no-print"><a href="{{xlsx_path}}">[[Tải .xlsx]]</a> · <a href="{{csv_path}}">[[Tải .csv]]</a></p>{{/FACES}}
{{>PAGER}}
{{#PART_OF_FORM}}
<div class="scroll long figures" role="group" aria-label="[[Từng đơn vị]]: {{name}}" tabindex="0">
{{>TABLE}}
</div>
{{/PART_OF_FORM}}
