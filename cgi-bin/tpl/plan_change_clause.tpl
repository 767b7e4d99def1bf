<p class="meta"><a href="{{change_path}}">{{target_name}}</a></p>
<h1>{{title}}</h1>
{{>FAULTS}}
<p class="acts">{{#OTHER_ACT}}<a href="{{act_path}}">{{act_label}}</a> {{/OTHER_ACT}}<a href="{{change_path}}">[[Về các thay đổi]]</a></p>
<form method="post" action="{{action}}">
<input type="hidden" name="csrf" value="{{csrf}}"><input type="hidden" name="once" value="{{once}}"><input type="hidden" name="edition" value="{{edition}}"><input type="hidden" name="act" value="{{act}}"><input type="hidden" name="clause" value="{{anchor}}">
<div class="half">
{{#PRESENT}}<div><h2>[[Nội dung hiện nay]]</h2><div class="box doc">{{clause_html:none}}{{#NOTED}}<p class="clause-note">{{note}}</p>{{/NOTED}}</div></div>
{{/PRESENT}}
<div>
{{#DROP}}<h2>[[Bỏ điểm này]]</h2><p>[[Từ ngày văn bản có hiệu lực, điểm này không còn trong nội dung. Bản đã ban hành vẫn giữ nguyên để tra cứu.]]</p><ul>{{#UNDER}}<li>[[Cùng bị bỏ:]] {{cited}} <span class="meta">{{text}}</span></li>{{/UNDER}}</ul><p><button class="btn risk" type="submit">[[Ghi vào dự thảo: bỏ điểm này]]</button></p>{{/DROP}}
{{#BOX}}<h2><label for="markdown">[[Nội dung mới]]</label></h2><p class="field"><span class="hint" id="markdown-h">[[Một điểm, cả số thứ tự đứng trước; **chữ đậm**, *chữ nghiêng*. Sửa thẳng vào chữ dưới đây.]]</span>{{#WRONG}}<span class="err" id="markdown-e">[[Lỗi]]: {{why}}</span>{{/WRONG}}<textarea id="markdown" name="markdown" rows="14" aria-describedby="markdown-h{{#WRONG}} markdown-e{{/WRONG}}" aria-invalid="{{markdown_invalid}}">{{markdown:pre_escape}}</textarea></p><p><button class="btn" type="submit">[[Ghi vào dự thảo]]</button></p>{{/BOX}}
</div>
</div>
</form>
