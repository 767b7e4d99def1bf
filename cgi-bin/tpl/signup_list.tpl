<h1>{{title}}</h1>
{{#BOTH}}
<nav class="acts" aria-label="[[mục::Danh sách]]">{{#MINE}}<b aria-current="page">[[Đơn vị bạn đăng ký]]</b> <a href="/signup?of=all">[[Theo dõi các đơn vị]]</a>{{/MINE}}{{#ALL}}<a href="/signup">[[Đơn vị bạn đăng ký]]</a> <b aria-current="page">[[Theo dõi các đơn vị]]</b>{{/ALL}}</nav>
{{/BOTH}}
{{>TABLE}}
{{#FACES}}<p class="acts"><a href="{{xlsx_path}}">[[Tải .xlsx]]</a> <a href="{{csv_path}}">[[Tải .csv]]</a></p>{{/FACES}}
