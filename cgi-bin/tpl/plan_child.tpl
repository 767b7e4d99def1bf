<h1>{{title}}</h1>
<p class="lead"><a href="{{plan_path}}">{{subject}}</a></p>
{{>TABLE}}
{{#FACES}}<p class="acts no-print"><a href="{{xlsx_path}}">[[Tải .xlsx]]</a> <a href="{{csv_path}}">[[Tải .csv]]</a></p>{{/FACES}}
