<h1>{{title}}</h1>
{{>FAULTS}}
<p class="asof">{{unit_name}}</p>
{{#CLOSED}}<div class="note"><p>[[Đã có báo cáo gửi theo mẫu này nên mẫu không đổi được. Cần nội dung khác thì lập mẫu mới; vẫn thêm kỳ mới được.]]</p></div>{{/CLOSED}}
<h2>[[Các phần]]</h2>
{{#NO_SECTION}}<div class="empty"><p>[[Mẫu chưa có phần nào. Thêm phần số liệu hoặc thuyết minh trước khi mở kỳ.]]</p></div>{{/NO_SECTION}}
<ol class="list">
{{#SECTION}}<li><a href="{{path}}">{{title_of}}</a><p class="meta">{{kind_of}}{{#OF_PLAN}} · {{plan_name}}{{/OF_PLAN}}</p><p class="meta">{{lines}}</p></li>
{{/SECTION}}
</ol>
<p class="acts">{{#OPEN}}<a class="btn" href="{{section_path}}">[[Thêm phần]]</a>{{/OPEN}} {{#BLANK}}<a href="{{blank_path}}">[[In mẫu trống]]</a>{{/BLANK}}</p>
{{>TABLE}}
<p class="acts"><a class="btn alt" href="{{period_path}}">[[Thêm kỳ báo cáo]]</a></p>
<h2>[[Tên và loại]]</h2>
<form method="post" action="{{action}}">
<input type="hidden" name="csrf" value="{{csrf}}"><input type="hidden" name="once" value="{{once}}">
<p class="field"><label for="name">[[Tên mẫu báo cáo]]</label>{{#name_error}}<span class="err">[[Lỗi:]] {{why}}</span>{{/name_error}}<input class="w30" id="name" name="name" value="{{name}}" autocomplete="off" aria-invalid="{{name_invalid}}"></p>
<p class="field"><label for="kind">[[Loại báo cáo]]</label>{{#kind_error}}<span class="err">[[Lỗi:]] {{why}}</span>{{/kind_error}}<select id="kind" name="kind" aria-invalid="{{kind_invalid}}">{{#KIND}}<option value="{{value}}"{{#CHOSEN}} selected{{/CHOSEN}}>{{option}}</option>{{/KIND}}</select></p>
<p class="field"><label for="document">[[Văn bản quy định]]</label><span class="hint" id="document-h">[[Số, ký hiệu văn bản yêu cầu báo cáo; có thể để trống.]]</span>{{#document_error}}<span class="err">[[Lỗi:]] {{why}}</span>{{/document_error}}<input class="w30" id="document" name="document" value="{{document}}" autocomplete="off" aria-describedby="document-h" aria-invalid="{{document_invalid}}"></p>
<p class="acts"><button class="btn alt" type="submit">[[Lưu tên và loại]]</button></p>
</form>
