<p class="meta"><a href="{{plan_path}}">{{target_name}}</a></p>
<h1>{{title}}</h1>
{{>FAULTS}}
<p class="lead">{{subject}}</p>
<form class="row box no-print" method="get" action="{{plan_path}}/difference">
<p class="field"><label for="from">[[Nội dung ngày]]</label>{{#from_error}}<span class="err" id="from-e">[[Lỗi]]: {{why}}</span>{{/from_error}}<input class="w8" id="from" name="from" value="{{from}}" inputmode="numeric" autocomplete="off" {{#from_error}}aria-describedby="from-e" {{/from_error}}aria-invalid="{{from_invalid}}"></p>
<p class="field"><label for="to">[[So với ngày]]</label>{{#to_error}}<span class="err" id="to-e">[[Lỗi]]: {{why}}</span>{{/to_error}}<input class="w8" id="to" name="to" value="{{to}}" inputmode="numeric" autocomplete="off" {{#to_error}}aria-describedby="to-e" {{/to_error}}aria-invalid="{{to_invalid}}"></p>
<p class="field"><button class="btn alt" type="submit">[[So]]</button></p>
</form>
{{#NOTHING}}<p class="empty">{{count}}</p>{{/NOTHING}}
{{#COUNT}}<p>{{count}} <del>[[Chữ bỏ đi]]</del> <ins>[[chữ thêm vào]]</ins></p>{{/COUNT}}
{{#CHANGED}}<section class="changed"><h2>{{how}}: {{cited}}</h2>{{#NOTED}}<p class="meta"><a href="{{by_path}}">{{note}}</a></p>{{/NOTED}}<p class="doc lines">{{#PIECE}}{{#SAME}}{{text:pre_escape}}{{/SAME}}{{#DROP}}<del>{{text:pre_escape}}</del>{{/DROP}}{{#ADD}}<ins>{{text:pre_escape}}</ins>{{/ADD}}{{/PIECE}}</p></section>
{{/CHANGED}}
