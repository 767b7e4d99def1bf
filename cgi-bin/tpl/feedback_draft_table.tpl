<p class="meta">{{issuer}}</p>
<h1>{{title}}</h1>
<p class="lead">[[Dự thảo]]: <a href="{{draft_path}}">{{subject}}</a></p>
<p class="meta">{{#OPEN_UNTIL}}[[Lấy ý kiến đến hết ngày]] {{until}}{{/OPEN_UNTIL}}{{#OVER}}[[Việc lấy ý kiến đã kết thúc]]{{#ON}}: {{until}}{{/ON}}{{/OVER}}. {{counts}}.</p>
{{>TABLE}}
{{#FACES}}<p class="acts"><a href="{{xlsx_path}}">[[Tải .xlsx]]</a> <a href="{{csv_path}}">[[Tải .csv]]</a></p>{{/FACES}}
