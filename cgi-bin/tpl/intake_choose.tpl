<ol class="steps" aria-label="[[Các bước]]"><li aria-current="step">1. [[Đưa văn bản vào]]</li><li>2. [[Soát lại]]</li><li>3. [[Tiêu chí theo đối tượng]]</li><li>4. [[Nơi nhận, ban hành]]</li></ol>
<h1>{{title}}</h1>
{{>FAULTS}}
<p class="lead">[[Cổng đọc chữ trong tệp và cho xem trước, kèm danh sách những gì không lấy. Chưa lưu gì cho tới khi bạn bấm tiếp.]]</p>
<form method="post" action="{{action}}" enctype="multipart/form-data">
<input type="hidden" name="csrf" value="{{csrf}}"><input type="hidden" name="once" value="{{once}}">{{#PARENT}}<input type="hidden" name="parent" value="{{parent}}">{{/PARENT}}
<p class="field"><label for="unit">[[Cơ quan ban hành (trong cây đơn vị)]]</label><select id="unit" name="unit">{{#UNIT}}<option value="{{unit}}"{{#CHOSEN}} selected{{/CHOSEN}}>{{name}}</option>{{/UNIT}}</select></p>
<p class="field"><label for="file">[[Tệp Word hoặc PDF]]</label><span class="hint" id="file-h">[[.docx, hoặc .pdf có lớp chữ (chọn được chữ trong đó). Tối đa 16 MB. Tệp .doc đời cũ: lưu lại dạng .docx trước.]]</span>{{#file_error}}<span class="err" id="file-e">[[Lỗi]]: {{why}}</span>{{/file_error}}<input type="file" id="file" name="file" accept=".docx,.pdf" aria-invalid="{{file_invalid}}" aria-describedby="file-h{{#file_error}} file-e{{/file_error}}"></p>
<p class="acts"><button class="btn" type="submit">[[Đọc tệp]]</button> <a href="/plan/add">[[Dán văn bản thay cho tệp]]</a></p>
</form>
