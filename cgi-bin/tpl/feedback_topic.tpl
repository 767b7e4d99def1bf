<p class="meta">[[Kế hoạch]] <a href="{{plan_path}}">{{number}}</a> · <span class="tag {{tag}}">{{state_label}}</span></p>
<h1>{{title}}</h1>
{{>FAULTS}}
{{#RETURNED}}<div class="note warn"><h2>[[Bị trả lại]]</h2><p>{{reason}} <span class="meta">{{name}}, {{at}}</span></p></div>{{/RETURNED}}
<div class="cols">
<div>
<h2>[[Các góp ý trong nhóm]]</h2>
{{#EMPTY}}<p class="empty">[[Nhóm chưa có góp ý nào; không trình được nhóm trống.]]</p>{{/EMPTY}}
{{#OPINION}}
<div class="box"><p><a href="{{opinion_path}}"><b>{{clause}}</b></a> <span class="meta">{{unit_name}}, {{at}}{{#ON_DRAFT}} · [[Góp ý vào dự thảo, bản số]] {{edition}}{{/ON_DRAFT}}</span></p><p class="lines">{{text:pre_escape}}</p>{{#WISH}}<p class="lines"><b>[[Kiến nghị]]:</b> {{wish:pre_escape}}</p>{{/WISH}}{{#LEAVE}}<form class="no-print" method="post" action="{{action}}"><input type="hidden" name="csrf" value="{{csrf}}"><input type="hidden" name="once" value="{{once}}"><input type="hidden" name="opinion" value="{{id}}"><p><button class="btn alt slim" type="submit">[[Đưa ra khỏi nhóm]]</button></p></form>{{/LEAVE}}</div>
{{/OPINION}}
{{#EDIT}}
<form method="post" action="{{action}}">
<input type="hidden" name="csrf" value="{{csrf}}"><input type="hidden" name="once" value="{{once}}"><input type="hidden" name="edition" value="{{edition}}">
<p class="field"><label for="name">[[Tên nhóm góp ý]]</label>{{#name_error}}<span class="err" id="name-e">[[Lỗi]]: {{why}}</span>{{/name_error}}<input class="w100" id="name" name="name" value="{{name}}" maxlength="300" autocomplete="off"{{#name_error}} aria-describedby="name-e"{{/name_error}} aria-invalid="{{name_invalid}}"></p>
<p class="field"><label for="answer">[[Dự kiến trả lời]]</label><span class="hint" id="answer-h">[[Đề xuất tiếp thu hay không, vì sao; lãnh đạo sửa được khi quyết định. Cần có trước khi trình. Tối đa 4.000 ký tự.]]</span>{{#answer_error}}<span class="err" id="answer-e">[[Lỗi]]: {{why}}</span>{{/answer_error}}<textarea id="answer" name="answer" rows="5" aria-describedby="answer-h{{#answer_error}} answer-e{{/answer_error}}" aria-invalid="{{answer_invalid}}">{{answer:pre_escape}}</textarea></p>
<p class="acts"><button class="btn alt" type="submit">[[Lưu]]</button>{{#GROUP}} <a href="{{group_path}}">[[Đưa thêm góp ý vào nhóm]]</a>{{/GROUP}}</p>
</form>
{{/EDIT}}
{{#ANSWER}}<h2>{{answer_label}}</h2><blockquote class="lines">{{answer_text:pre_escape}}</blockquote>{{/ANSWER}}
{{#DONE}}<h2>[[Văn bản thực hiện]]</h2><p>{{#BY}}<a href="{{done_path}}">{{done}}</a>{{/BY}}{{#NOT_YET}}<span class="tag soon">{{done}}</span>{{/NOT_YET}}</p>
{{#NO_CHOICE}}<p class="meta no-print">[[Khi đơn vị ban hành văn bản sửa đổi, ghi văn bản đó ở đây.]]</p>{{/NO_CHOICE}}
{{#NAME_IT}}<form class="no-print" method="post" action="{{action}}"><input type="hidden" name="csrf" value="{{csrf}}"><input type="hidden" name="once" value="{{once}}"><p class="field"><label for="plan">[[Văn bản sửa theo nhóm góp ý này]]</label><select class="w100" id="plan" name="plan">{{#CHOICE}}<option value="{{value}}"{{#CHOSEN}} selected{{/CHOSEN}}>{{option}}</option>{{/CHOICE}}</select></p><p><button class="btn alt" type="submit">[[Ghi văn bản]]</button></p></form>{{/NAME_IT}}{{/DONE}}
{{#DECIDES}}<h2 class="no-print">[[Quyết định]]</h2><p class="meta no-print">[[Mở một mục, sửa câu trả lời nếu cần, rồi bấm nút.]]</p>{{/DECIDES}}
{{#MOVE}}<form class="no-print" method="post" action="{{action}}"><input type="hidden" name="csrf" value="{{csrf}}"><input type="hidden" name="once" value="{{once}}"><input type="hidden" name="move" value="{{move}}"><input type="hidden" name="edition" value="{{edition}}"><p><button class="btn {{face}}" type="submit">{{label}}</button></p></form>{{/MOVE}}
{{#MOVE_REASON}}<details class="no-print"{{#OPEN}} open{{/OPEN}}><summary>{{label}}</summary><form method="post" action="{{action}}"><input type="hidden" name="csrf" value="{{csrf}}"><input type="hidden" name="once" value="{{once}}"><input type="hidden" name="move" value="{{move}}"><input type="hidden" name="edition" value="{{edition}}"><p class="field"><label for="{{reason_id}}">{{reason_label}}</label><span class="hint" id="{{reason_id}}-h">[[Bắt buộc, tối đa 4.000 ký tự; người nhận đọc đúng những chữ này.]]</span><textarea id="{{reason_id}}" name="reason" rows="4" aria-describedby="{{reason_id}}-h" aria-invalid="{{reason_invalid}}">{{reason_text:pre_escape}}</textarea></p><p><button class="btn {{face}}" type="submit">{{label}}</button></p></form></details>{{/MOVE_REASON}}
</div>
<aside aria-label="[[Quá trình]]">
<h2>[[Quá trình]]</h2>
<ol class="time">{{#STEP}}<li><b>{{at}}</b> {{label}} <span class="meta">{{name}}</span>{{#REASON}}<blockquote>{{reason}}</blockquote>{{/REASON}}</li>{{/STEP}}</ol>
<p class="no-print"><a href="{{table_path}}">[[Bảng góp ý và trả lời của kế hoạch này]]</a></p>
</aside>
</div>
