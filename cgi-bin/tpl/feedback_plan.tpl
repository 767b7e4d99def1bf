<p class="meta">[[Kế hoạch]] <a href="{{plan_path}}">{{number}}</a></p>
<h1>{{title}}</h1>
<p class="lead">{{subject}}</p>
<p class="acts no-print">{{#ADD}}<a class="btn" href="{{add_path}}">[[Góp ý]]</a> {{/ADD}}{{#GROUP}}<a class="btn alt" href="{{group_path}}">[[Tổng hợp góp ý của kế hoạch này]]</a>{{/GROUP}}{{#DRAFT}} <a href="{{draft_table_path}}">[[Bảng tổng hợp, tiếp thu, giải trình]]</a>{{/DRAFT}}</p>
{{>TABLE}}
{{#FACES}}<p class="acts"><a href="{{xlsx_path}}">[[Tải .xlsx]]</a> <a href="{{csv_path}}">[[Tải .csv]]</a></p>{{/FACES}}
