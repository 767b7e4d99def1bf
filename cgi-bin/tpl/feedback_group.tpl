<p class="meta">[[Kế hoạch]] <a href="{{plan_path}}">{{number}}</a></p>
<h1>{{title}}</h1>
{{>FAULTS}}
<p class="lead">{{subject}}</p>
{{#NOTHING}}<div class="empty" id="opinion"><h2>[[Không còn góp ý nào chờ tổng hợp]]</h2><p>[[Mọi góp ý về kế hoạch này đã nằm trong một nhóm.]] <a href="/feedback/topic">[[Mở danh sách nhóm góp ý]]</a></p></div>{{/NOTHING}}
{{#FORM}}
<form method="post" action="{{action}}">
<input type="hidden" name="csrf" value="{{csrf}}"><input type="hidden" name="once" value="{{once}}">
<fieldset id="opinion" tabindex="-1">
<legend>[[Đánh dấu các góp ý cùng một nội dung]]</legend>
{{#OPINION}}
<div class="box"><p><label><input type="checkbox" name="opinion" value="{{id}}"{{#TICKED}} checked{{/TICKED}}> <b>{{clause}}</b> <span class="meta">{{unit_name}}, {{at}}{{#ON_DRAFT}} · [[Góp ý vào dự thảo, bản số]] {{edition}}{{/ON_DRAFT}}</span></label></p><p class="lines">{{text:pre_escape}}</p>{{#WISH}}<p class="lines"><b>[[Kiến nghị]]:</b> {{wish:pre_escape}}</p>{{/WISH}}</div>
{{/OPINION}}
</fieldset>
{{#INTO}}<p class="field"><label for="into">[[Đưa vào nhóm]]</label><select class="w100" id="into" name="into"><option value="">[[Lập nhóm mới]]</option>{{#TOPIC}}<option value="{{value}}"{{#CHOSEN}} selected{{/CHOSEN}}>{{label}}</option>{{/TOPIC}}</select></p>{{/INTO}}
<p class="field"><label for="name">[[Tên nhóm góp ý]]</label><span class="hint" id="name-h">[[Khi lập nhóm mới: nói vấn đề trong một câu, tối đa 300 ký tự.]]</span>{{#name_error}}<span class="err" id="name-e">[[Lỗi]]: {{why}}</span>{{/name_error}}<input class="w100" id="name" name="name" value="{{name}}" maxlength="300" autocomplete="off" aria-describedby="name-h{{#name_error}} name-e{{/name_error}}" aria-invalid="{{name_invalid}}"></p>
<p class="acts"><button class="btn" type="submit">[[Đưa vào nhóm]]</button></p>
</form>
{{/FORM}}
