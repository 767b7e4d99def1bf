<h1>{{title}}</h1>
{{>FAULTS}}
{{#DONE}}<div class="note good"><p>[[Không có báo cáo nào chờ bạn nhập hoặc gửi.]]</p></div>{{/DONE}}
{{#SIGN}}
<section aria-labelledby="h-sign">
<h2 id="h-sign">[[Chờ lãnh đạo gửi]] ({{n}})</h2>
<ul class="list">
{{#WAITING}}<li><a href="{{path}}">{{unit_name}}: {{heading}}</a><p class="meta">[[Lưu lúc]] {{at}}, [[hạn gửi]] {{due}}</p></li>
{{/WAITING}}
</ul>
<p class="acts"><a class="btn" href="/report/sign">[[Mở danh sách để gửi]]</a></p>
</section>
{{/SIGN}}
{{#REVIEW}}
<section aria-labelledby="h-review">
<h2 id="h-review">[[Chờ tiếp nhận]]</h2>
<form method="post" action="{{action}}">
<input type="hidden" name="csrf" value="{{csrf}}"><input type="hidden" name="once" value="{{once}}">
<p class="hint">[[Mở từng báo cáo để xem, tiếp nhận hoặc trả lại; hoặc đánh dấu những báo cáo đã xem rồi tiếp nhận một lần.]]</p>
<ul class="list" id="report">
{{#WAITING}}<li><label class="opt"><input type="checkbox" name="report" value="{{value}}"{{#CHECKED}} checked{{/CHECKED}}>{{unit_name}}: {{heading}}</label><p class="meta">[[Gửi lúc]] {{at}}, [[hạn gửi]] {{due}}{{#LATE}} <span class="tag soon">[[Đã gửi, trễ hạn]]</span>{{/LATE}} · <a href="{{path}}">[[Mở xem]]<span class="vh">: {{unit_name}}, {{heading}}</span></a></p></li>
{{/WAITING}}
</ul>
<p class="acts"><button class="btn" type="submit">[[Tiếp nhận các báo cáo đã chọn]]</button></p>
</form>
</section>
{{/REVIEW}}
{{#FIRST}}
<section aria-labelledby="h-first">
<h2 id="h-first">[[Quá hạn và bị trả lại]] ({{n}})</h2>
<ol class="tasks">
{{#TASK}}
<li>
<p class="due{{#LATE}} is-late{{/LATE}}"><b>{{due}}</b> {{far}}</p>
<div class="what">{{heading}} <span class="tag {{tag}}">{{state}}</span>
<p class="meta">{{unit_name}}. {{window}}.{{#SHIFTED}} [[Hạn]] {{shifted}}.{{/SHIFTED}}{{#OPENS}} [[Mở nhập từ]] {{opens}}.{{/OPENS}}{{#WAITS}} [[Chờ cán bộ của đơn vị nhập.]]{{/WAITS}}</p>
{{#BACK}}<blockquote><b>[[Lý do trả lại:]]</b> {{reason}} <span class="meta">{{returned_by}}, {{returned_at}}</span></blockquote>{{/BACK}}</div>
<p class="go">{{#GO}}<a class="btn slim" href="{{path}}">{{label}}<span class="vh">: {{heading}}, {{unit_name}}</span></a>{{/GO}}</p>
</li>
{{/TASK}}
</ol>
</section>
{{/FIRST}}
{{#SOON}}
<section aria-labelledby="h-soon">
<h2 id="h-soon">[[Trong 7 ngày tới]] ({{n}})</h2>
<ol class="tasks">
{{#TASK}}
<li>
<p class="due{{#LATE}} is-late{{/LATE}}"><b>{{due}}</b> {{far}}</p>
<div class="what">{{heading}} <span class="tag {{tag}}">{{state}}</span>
<p class="meta">{{unit_name}}. {{window}}.{{#SHIFTED}} [[Hạn]] {{shifted}}.{{/SHIFTED}}{{#OPENS}} [[Mở nhập từ]] {{opens}}.{{/OPENS}}{{#WAITS}} [[Chờ cán bộ của đơn vị nhập.]]{{/WAITS}}</p>
{{#BACK}}<blockquote><b>[[Lý do trả lại:]]</b> {{reason}} <span class="meta">{{returned_by}}, {{returned_at}}</span></blockquote>{{/BACK}}</div>
<p class="go">{{#GO}}<a class="btn slim" href="{{path}}">{{label}}<span class="vh">: {{heading}}, {{unit_name}}</span></a>{{/GO}}</p>
</li>
{{/TASK}}
</ol>
</section>
{{/SOON}}
{{#THEN}}
<section aria-labelledby="h-then">
<h2 id="h-then">[[Sau đó]] ({{n}})</h2>
<ol class="tasks">
{{#TASK}}
<li>
<p class="due{{#LATE}} is-late{{/LATE}}"><b>{{due}}</b> {{far}}</p>
<div class="what">{{heading}} <span class="tag {{tag}}">{{state}}</span>
<p class="meta">{{unit_name}}. {{window}}.{{#SHIFTED}} [[Hạn]] {{shifted}}.{{/SHIFTED}}{{#OPENS}} [[Mở nhập từ]] {{opens}}.{{/OPENS}}{{#WAITS}} [[Chờ cán bộ của đơn vị nhập.]]{{/WAITS}}</p>
{{#BACK}}<blockquote><b>[[Lý do trả lại:]]</b> {{reason}} <span class="meta">{{returned_by}}, {{returned_at}}</span></blockquote>{{/BACK}}</div>
<p class="go">{{#GO}}<a class="btn slim" href="{{path}}">{{label}}<span class="vh">: {{heading}}, {{unit_name}}</span></a>{{/GO}}</p>
</li>
{{/TASK}}
</ol>
</section>
{{/THEN}}
{{#PERIODS}}
<section aria-labelledby="h-periods">
<h2 id="h-periods">[[Theo dõi các kỳ]]</h2>
<table class="stack">
<caption class="vh">[[Các kỳ báo cáo trong phạm vi của bạn]]</caption>
<thead><tr><th scope="col">[[Kỳ]]</th><th scope="col">[[Mẫu báo cáo]]</th><th scope="col">[[Thời gian]]</th><th scope="col" class="num">[[Đã gửi]]</th><th scope="col">[[Xem]]</th></tr></thead>
<tbody>
{{#PERIOD}}
<tr><th scope="row">{{period_name}}</th><td data-l="[[Mẫu báo cáo]]">{{form_name}}</td><td data-l="[[Thời gian]]">{{window}}</td><td class="num" data-l="[[Đã gửi]]">{{complete}}</td><td><a href="{{totals_path}}">[[Tổng hợp]]<span class="vh"> {{period_name}}, {{form_name}}</span></a> · <a href="{{late_path}}">[[Đơn vị chậm]]<span class="vh"> {{period_name}}, {{form_name}}</span></a></td></tr>
{{/PERIOD}}
</tbody>
</table>
</section>
{{/PERIODS}}
<section aria-labelledby="h-all">
<h2 id="h-all">[[Tất cả báo cáo]]</h2>
<form class="row no-print" method="get" action="/report#h-all">
<p class="field"><label for="period">[[Kỳ]]</label><select id="period" name="period"><option value="">[[Tất cả]]</option>{{#IN_PERIOD}}<option value="{{value}}"{{#CHOSEN}} selected{{/CHOSEN}}>{{option}}</option>{{/IN_PERIOD}}</select></p>
<p class="field"><label for="state">[[Tình trạng]]</label><select id="state" name="state"><option value="">[[Tất cả]]</option>{{#STATE}}<option value="{{value}}"{{#CHOSEN}} selected{{/CHOSEN}}>{{option}}</option>{{/STATE}}</select></p>
<p class="field"><label for="q">[[Đơn vị]]</label><input class="w16" id="q" name="q" value="{{q}}" maxlength="100" autocomplete="off"></p>
<p class="field"><button class="btn alt" type="submit">[[Lọc]]</button></p>
</form>
{{>TABLE}}
{{#FACES}}<p class="no-print"><a href="{{xlsx_path}}">[[Tải .xlsx]]</a> · <a href="{{csv_path}}">[[Tải .csv]]</a></p>{{/FACES}}
</section>
{{#DESIGN}}<p class="no-print"><a href="/report/form">[[Mẫu và kỳ báo cáo]]</a></p>{{/DESIGN}}
{{#HOLIDAYS}}<p class="no-print"><a href="/report/holiday">[[Ngày nghỉ, ngày làm bù]]</a></p>{{/HOLIDAYS}}
