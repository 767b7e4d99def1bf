<h1>{{title}}</h1>
{{#NOTHING}}<div class="empty"><h2>[[Chưa có kỳ báo cáo nào để theo dõi]]</h2><p>[[Khi một kỳ báo cáo mở cho các đơn vị bạn theo dõi, bảng này cho biết ai đã gửi, ai chậm, kèm điện thoại và biểu đồ.]]</p>{{#DESIGN}}<p><a href="/report/form">[[Lập mẫu và kỳ báo cáo]]</a></p>{{/DESIGN}}</div>{{/NOTHING}}
{{#BOARD}}
<form class="row no-print" method="get" action="/board">
<p class="field"><label for="period">[[Kỳ]]</label><select id="period" name="period" class="w30">{{#PERIOD}}<option value="{{value}}"{{#CHOSEN}} selected{{/CHOSEN}}>{{label}}</option>{{/PERIOD}}</select></p>
<p class="field"><label for="group">[[Cụm, khối]]</label><select id="group" name="group"><option value="">[[Tất cả]]</option>{{#GROUP}}<option value="{{value}}"{{#CHOSEN}} selected{{/CHOSEN}}>{{label}}</option>{{/GROUP}}</select></p>
{{#FIGURES}}<p class="field"><label for="figure">[[Biểu đồ của chỉ số]]</label><select id="figure" name="figure">{{#FIGURE}}<option value="{{value}}"{{#CHOSEN}} selected{{/CHOSEN}}>{{label}}</option>{{/FIGURE}}</select></p>{{/FIGURES}}
<p class="field"><button class="btn alt" type="submit">[[Xem]]</button></p>
</form>
<p class="asof">{{form}}. [[Số liệu đến]] {{now}}. {{#PRELIMINARY}}[[Số của kỳ này là]] <b>[[số sơ bộ]]</b>: {{complete}} [[đơn vị đã gửi]].{{/PRELIMINARY}}{{#OFFICIAL}}<b>[[Số chính thức]]</b> [[theo]] {{source}}.{{/OFFICIAL}}</p>
{{>STATS}}
<section id="late" aria-labelledby="late-h">
<h2 id="late-h">[[Quá hạn, cần đôn đốc]]</h2>
{{#NONE_LATE}}<p class="text">[[Không đơn vị nào quá hạn hoặc bị trả lại mà chưa gửi lại.]]</p>{{/NONE_LATE}}
{{#LATE}}
<table class="stack">
<caption>[[Đơn vị quá hạn, bị trả lại]] <small>[[Tất cả]]: {{n}}</small></caption>
<thead><tr><th scope="col">[[Đơn vị]]</th><th scope="col">[[Tình trạng]]</th><th scope="col">[[Người phụ trách]]</th><th scope="col">[[Điện thoại]]</th><th scope="col">[[Đã nhắc]]</th></tr></thead>
<tbody>
{{#ROW}}
<tr><th scope="row"><a href="{{path}}">{{unit_name}}</a></th><td data-l="[[Tình trạng]]"><span class="tag {{tag}}">{{state}}</span></td><td data-l="[[Người phụ trách]]">{{contact}}</td><td class="nowrap" data-l="[[Điện thoại]]">{{phone}}</td><td data-l="[[Đã nhắc]]">{{reminded}}</td></tr>
{{/ROW}}
</tbody>
</table>
<p class="no-print"><a href="{{path}}">[[Mở danh sách đơn vị chậm]]{{#REMIND}} [[để ghi đã nhắc]]{{/REMIND}}</a></p>
{{/LATE}}
</section>
{{>CHART}}
{{#PLANS}}
<section aria-labelledby="plans-h">
<h2 id="plans-h">[[Từng kế hoạch]]</h2>
<table class="dense stack">
<caption>[[Kế hoạch: nhận và đăng ký]]</caption>
<thead><tr><th scope="col">[[Kế hoạch]]</th><th scope="col">[[Hạn đăng ký]]</th><th scope="col" class="num">[[Ký nhận]]</th><th scope="col" class="num">[[Đã đăng ký]]</th><th scope="col" class="num">[[Trong đó muộn]]</th><th scope="col" class="num">[[Chưa đăng ký]]</th></tr></thead>
<tbody>
{{#EACH_PLAN}}
<tr><th scope="row"><a href="{{path}}">{{number}}</a> {{subject}}</th><td data-l="[[Hạn đăng ký]]">{{due}}</td><td class="num" data-l="[[Ký nhận]]">{{acknowledged}}</td><td class="num" data-l="[[Đã đăng ký]]">{{signed_up}} ({{percent}})</td><td class="num" data-l="[[Trong đó muộn]]">{{late}}</td><td class="num" data-l="[[Chưa đăng ký]]">{{missing}}</td></tr>
{{/EACH_PLAN}}
</tbody>
</table>
</section>
{{/PLANS}}
<section aria-labelledby="periods-h">
<h2 id="periods-h">[[Từng kỳ báo cáo]]</h2>
<table class="dense stack">
<caption>[[Kỳ báo cáo: đã gửi, chậm, thiếu]]</caption>
<thead><tr><th scope="col">[[Kỳ]]</th><th scope="col">[[Kế hoạch]]</th><th scope="col">[[Hạn cuối]]</th><th scope="col" class="num">[[Đã gửi]]</th><th scope="col" class="num">[[Gửi trễ]]</th><th scope="col" class="num">[[Quá hạn]]</th><th scope="col" class="num">[[Bị trả lại]]</th><th scope="col">[[Số liệu]]</th></tr></thead>
<tbody>
{{#EACH_PERIOD}}
<tr><th scope="row"><a href="{{path}}">{{period}}</a> <small>{{form}}</small></th><td data-l="[[Kế hoạch]]">{{plans}}</td><td data-l="[[Hạn cuối]]">{{due}}</td><td class="num" data-l="[[Đã gửi]]">{{sent}} ({{percent}})</td><td class="num" data-l="[[Gửi trễ]]">{{late}}</td><td class="num" data-l="[[Quá hạn]]">{{missing}}</td><td class="num" data-l="[[Bị trả lại]]">{{back}}</td><td data-l="[[Số liệu]]"><a href="{{totals_path}}">{{mark}}<span class="vh">: [[Tổng hợp]] {{period}}</span></a></td></tr>
{{/EACH_PERIOD}}
</tbody>
</table>
</section>
{{#ROUNDS}}
<section aria-labelledby="rounds-h">
<h2 id="rounds-h">[[Từng đợt đánh giá]]</h2>
<table class="dense stack">
<caption>[[Đợt đánh giá: phiếu đã gửi, đã thẩm định]]</caption>
<thead><tr><th scope="col">[[Đợt]]</th><th scope="col">[[Hạn gửi]]</th><th scope="col">[[Tình trạng]]</th><th scope="col" class="num">[[Đã gửi]]</th><th scope="col" class="num">[[Đã thẩm định]]</th></tr></thead>
<tbody>
{{#EACH_ROUND}}
<tr><th scope="row"><a href="{{path}}">{{name}}</a></th><td data-l="[[Hạn gửi]]">{{due}}</td><td data-l="[[Tình trạng]]"><span class="tag {{tag}}">{{state}}</span></td><td class="num" data-l="[[Đã gửi]]">{{sent}}</td><td class="num" data-l="[[Đã thẩm định]]">{{reviewed}}</td></tr>
{{/EACH_ROUND}}
</tbody>
</table>
</section>
{{/ROUNDS}}
<section aria-labelledby="units-h">
<h2 class="vh" id="units-h">[[Từng đơn vị]]</h2>
{{>TABLE}}
{{#FACES}}<p class="no-print"><a href="{{xlsx_path}}">[[Tải .xlsx]]</a> · <a href="{{csv_path}}">[[Tải .csv]]</a></p>{{/FACES}}
</section>
{{/BOARD}}
