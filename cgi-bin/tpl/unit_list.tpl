<h1>{{title}}</h1>
{{>FAULTS}}
<form class="row box" method="get" action="/unit">
{{#UNDER}}<input type="hidden" name="under" value="{{under}}">{{/UNDER}}
<p class="field"><label for="q">[[Tên hoặc mã]]</label><span class="hint" id="q-h">[[Không cần gõ dấu; tìm được cả tên cũ]]</span><input class="w16" id="q" name="q" type="search" value="{{q}}" maxlength="200" aria-describedby="q-h"></p>
<p class="field"><label for="kind">[[Loại]]</label><select class="w16" id="kind" name="kind"><option value="">[[tất cả]]</option>{{#KIND}}<option value="{{value}}"{{#CHOSEN}} selected{{/CHOSEN}}>{{option}}</option>{{/KIND}}</select></p>
{{#GROUPS}}<p class="field"><label for="group">[[Cụm, khối]]</label><select id="group" name="group"><option value="">[[tất cả]]</option>{{#GROUP}}<option value="{{value}}"{{#CHOSEN}} selected{{/CHOSEN}}>{{option}}</option>{{/GROUP}}</select></p>{{/GROUPS}}
<p class="field"><label for="day">[[Xem tại ngày]]</label>{{#day_error}}<span class="err">{{why}}</span>{{/day_error}}<input class="w8" id="day" name="day" value="{{day}}" inputmode="numeric" autocomplete="off" aria-invalid="{{day_invalid}}"></p>
<p class="field"><label><input type="checkbox" name="ended" value="1" {{ended}}>[[Cả đơn vị đã thôi hoạt động]]</label></p>
<p class="field"><button class="btn" type="submit">[[Tìm đơn vị]]</button></p>
</form>
{{#UNDER}}<p>[[Chỉ trong đơn vị:]] <b>{{under_name}}</b>. <a href="{{all_path}}">[[Xem tất cả đơn vị]]</a></p>{{/UNDER}}
<p class="acts">{{#ALL}}<a href="{{all_path}}">[[Xem tất cả đơn vị]]</a> {{/ALL}}{{#GROUPS}}<a href="/unit/group">[[Cụm, khối thi đua]]</a>{{/GROUPS}}{{#MAY_CHANGE}} <a class="btn alt slim" href="/unit/add">[[Thêm đơn vị]]</a> <a class="btn alt slim" href="/unit/import">[[Nhập từ bảng tính]]</a>{{/MAY_CHANGE}}</p>
{{#TREE}}<div class="cols toc-first">
<nav class="toc" aria-labelledby="tree-h">
<h2 id="tree-h">[[Cây đơn vị]]</h2>
<ol>
{{#ROOT}}
<li><a href="{{unit_path}}"><b>{{unit_name}}</b></a>{{#COUNT}} <a href="{{below_path}}">{{below}}</a>{{/COUNT}}
{{#KINDS}}
<details><summary>{{kind_label}} ({{kind_count}})</summary>
<ol>
{{#BRANCH}}
<li><a href="{{unit_path}}">{{unit_name}}</a>{{#COUNT}} <a href="{{below_path}}">{{below}}</a>{{/COUNT}}{{#MORE}}<details><summary>{{below}}</summary><ol>{{#LEAF}}<li><a href="{{unit_path}}">{{unit_name}}</a></li>{{/LEAF}}</ol></details>{{/MORE}}</li>
{{/BRANCH}}
</ol></details>
{{/KINDS}}
</li>
{{/ROOT}}
</ol>
</nav>{{/TREE}}
<div>
{{>TABLE}}
{{#FACES}}<p class="acts"><a href="{{xlsx_path}}">[[Tải .xlsx]]</a> <a href="{{csv_path}}">[[Tải .csv]]</a></p>{{/FACES}}
</div>
{{#TREE}}</div>{{/TREE}}
