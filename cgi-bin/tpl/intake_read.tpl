<ol class="steps" aria-label="[[Các bước]]"><li aria-current="step">1. [[Đưa văn bản vào]]</li><li>2. [[Soát lại]]</li><li>3. [[Tiêu chí theo đối tượng]]</li><li>4. [[Nơi nhận, ban hành]]</li></ol>
<h1>{{title}}</h1>
<p class="lead">[[Đây là chữ đọc từ tệp]] {{file_name}}. [[Chưa lưu gì: so với bản gốc, sửa chỗ sai, rồi bấm tiếp.]]</p>
<dl class="stats"><div><dt>[[từ trong tệp]]</dt><dd class="big">{{words_in}}</dd></div><div><dt>[[từ đã lấy]]</dt><dd class="big">{{words_out}}</dd></div></dl>
{{#NOTHING_LEFT}}<p class="note">[[Không bỏ lại gì.]]</p>{{/NOTHING_LEFT}}
{{#LEFT}}<div class="note warn" role="region" aria-labelledby="left-h">
<h2 id="left-h">[[Không lấy]]</h2>
<ul>{{#GONE}}<li>{{note}}: {{times}} [[chỗ]]{{#WORDS}}, [[số từ]] {{words}}{{/WORDS}}{{#SAMPLE}} (<i>{{sample}}</i>){{/SAMPLE}}</li>{{/GONE}}</ul>
<p>[[Cần phần nào thì gõ thêm vào ô dưới.]]</p>
</div>{{/LEFT}}
{{#TOLD}}<details class="box"><summary>[[Những chỗ đã chuyển đổi]]</summary>
<ul>{{#CHANGED}}<li>{{note}}: {{times}} [[chỗ]]{{#WORDS}}, [[số từ]] {{words}}{{/WORDS}}{{#SAMPLE}} (<i>{{sample}}</i>){{/SAMPLE}}</li>{{/CHANGED}}</ul>
</details>{{/TOLD}}
<form method="post" action="{{action}}" enctype="multipart/form-data">
<input type="hidden" name="csrf" value="{{csrf}}"><input type="hidden" name="once" value="{{once}}">{{#PARENT}}<input type="hidden" name="parent" value="{{parent}}">{{/PARENT}}
<p class="field"><label for="unit">[[Cơ quan ban hành (trong cây đơn vị)]]</label><select id="unit" name="unit">{{#UNIT}}<option value="{{unit}}"{{#CHOSEN}} selected{{/CHOSEN}}>{{name}}</option>{{/UNIT}}</select></p>
<p class="field"><label for="text">[[mục::Văn bản]]</label><span class="hint" id="text-h">[[Mỗi đoạn một dòng, cách nhau bằng dòng trống. Số và chữ đầu mục (I., 1., a), Điều 1.) là nội dung: giữ nguyên. Chữ đậm, nghiêng đặt giữa dấu sao: **đậm**, *nghiêng*.]]</span><textarea class="raw" id="text" name="text" rows="30" spellcheck="false" aria-describedby="text-h">{{text:pre_escape}}</textarea></p>
<p class="acts"><button class="btn" type="submit">[[Đọc thành dự thảo]]</button> <a href="/intake">[[Chọn tệp khác]]</a></p>
</form>
