<ol class="steps" aria-label="[[Các bước]]"><li aria-current="step">1. [[Đưa văn bản vào]]</li><li>2. [[Soát lại]]</li><li>3. [[Tiêu chí theo đối tượng]]</li><li>4. [[Nơi nhận, ban hành]]</li></ol>
<h1>{{title}}</h1>
{{>FAULTS}}
<p class="lead">[[Dán toàn văn kế hoạch, cả phần đầu, nơi nhận và chữ ký. Cổng đọc số, ngày, căn cứ, các mục và tiêu chí; chỗ nào không thấy thì báo thiếu, không tự đặt ra.]]</p>
<p class="acts"><a class="btn quiet" href="/intake{{intake_query}}">[[Tải tệp Word, PDF]]</a></p>
<form method="post" action="{{action}}" enctype="multipart/form-data">
<input type="hidden" name="csrf" value="{{csrf}}"><input type="hidden" name="once" value="{{once}}">
<p class="field"><label for="unit">[[Cơ quan ban hành (trong cây đơn vị)]]</label><select id="unit" name="unit">{{#UNIT}}<option value="{{unit}}"{{#CHOSEN}} selected{{/CHOSEN}}>{{name}}</option>{{/UNIT}}</select></p>
<p class="field"><label for="parent">[[Thực hiện kế hoạch]]</label><span class="hint" id="parent-h">[[Của cấp trên hoặc của chính cơ quan này, đã ban hành trên cổng; chọn sau cũng được.]]</span><select class="w100" id="parent" name="parent" aria-describedby="parent-h" aria-invalid="{{parent_invalid}}">{{#PARENT}}<option value="{{value}}"{{#CHOSEN}} selected{{/CHOSEN}}>{{option}}</option>{{/PARENT}}</select></p>
<p class="field"><label for="file">[[Tệp .txt hoặc .md]]</label><span class="hint" id="file-h">[[Có tệp thì không cần dán. Tối đa 1 MB.]]</span><input id="file" name="file" type="file" accept=".txt,.md" aria-describedby="file-h"></p>
<p class="field"><label for="text">[[mục::Văn bản]]</label><span class="hint" id="text-h">[[Trong Word hoặc trình đọc PDF: Ctrl+A, Ctrl+C, rồi Ctrl+V vào đây. Dòng bị ngắt sẽ được nối lại.]]</span>{{#text_error}}<span class="err" id="text-e">[[Lỗi]]: {{why}}</span>{{/text_error}}<textarea class="raw" id="text" name="text" rows="20" spellcheck="false" aria-describedby="text-h">{{text:pre_escape}}</textarea></p>
<p class="acts"><button class="btn" type="submit">[[Đọc văn bản]]</button> <a href="/plan">[[Về danh sách kế hoạch]]</a></p>
</form>
