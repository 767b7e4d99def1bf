<h1>{{title}}</h1>
{{#DONE}}<div class="note good"><p>[[Không có phiếu chấm nào chờ bạn.]]</p></div>{{/DONE}}
{{#TASKS}}
<section aria-labelledby="h-tasks">
<h2 id="h-tasks">[[Phiếu chờ bạn]] ({{n}})</h2>
<ol class="tasks">
{{#TASK}}
<li>
<p class="due{{#LATE}} is-late{{/LATE}}"><b>{{due}}</b> {{far}}</p>
<div class="what">{{heading}} <span class="tag {{tag}}">{{state}}</span>
<p class="meta">{{unit_name}} · {{class_name}}.{{#WAITS}} [[Chờ cán bộ của đơn vị chấm.]]{{/WAITS}}</p>
{{#BACK}}<blockquote><b>[[Lý do trả lại:]]</b> {{reason}} <span class="meta">{{returned_by}}, {{returned_at}}</span></blockquote>{{/BACK}}</div>
<p class="go">{{#GO}}<a class="btn slim" href="{{path}}">{{label}}<span class="vh">: {{heading}}</span></a>{{/GO}}</p>
</li>
{{/TASK}}
</ol>
</section>
{{/TASKS}}
{{#REVIEW}}
<section aria-labelledby="h-review">
<h2 id="h-review">[[Chờ thẩm định]] ({{n}})</h2>
<ul class="list">
{{#WAITING}}<li><a href="{{path}}">{{heading}}</a><p class="meta">{{class_name}}. [[Gửi lúc]] {{at}}</p></li>
{{/WAITING}}
</ul>
</section>
{{/REVIEW}}
<section aria-label="[[Các đợt đánh giá]]">
{{#ADD}}<p class="acts"><a class="btn alt" href="/evaluation/add">[[Lập đợt đánh giá]]</a></p>{{/ADD}}
{{>TABLE}}
<ul class="list no-print">
{{#ROUND}}<li><b>{{name}}</b> <span class="clause-acts">{{#SUBJECT}}<a href="{{path}}">[[Nhập phiếu cho hộ, cá nhân, thôn, doanh nghiệp]]<span class="vh">: {{name}}</span></a> {{/SUBJECT}}{{#DESIGN}}<a href="{{path}}">[[Thang điểm, mức xếp loại, mở và khóa đợt]]<span class="vh">: {{name}}</span></a>{{/DESIGN}}</span></li>
{{/ROUND}}
</ul>
{{#FACES}}<p class="acts"><a href="{{xlsx_path}}">[[Tải .xlsx]]</a> <a href="{{csv_path}}">[[Tải .csv]]</a></p>{{/FACES}}
</section>
