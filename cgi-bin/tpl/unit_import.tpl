<h1>{{title}}</h1>
{{>FAULTS}}
{{#BAD}}
<table class="stack"><caption>[[Dòng có lỗi]]</caption>
<thead><tr><th scope="col" class="num">[[Dòng]]</th><th scope="col">[[Cột]]</th><th scope="col">[[Ghi trong tệp]]</th><th scope="col">[[Lỗi và cách sửa]]</th></tr></thead>
<tbody>
{{#FAULTY}}<tr><th scope="row" class="num">{{row}}</th><td data-l="[[Cột]]">{{column}}</td><td data-l="[[Ghi trong tệp]]">{{value}}</td><td data-l="[[Lỗi và cách sửa]]">{{why}}</td></tr>
{{/FAULTY}}
</tbody></table>
{{#FAULTS_CUT}}<p>[[Bảng chỉ liệt kê các lỗi đầu tiên; còn lỗi ở các dòng:]] {{rest}}</p>{{/FAULTS_CUT}}
{{/BAD}}
{{#TRIAL}}
<dl class="stats"><div><dt>[[đơn vị được thêm]]</dt><dd class="big">{{added}}</dd></div><div><dt>[[đơn vị được sửa]]</dt><dd class="big">{{changed}}</dd></div><div><dt>[[dòng không đổi]]</dt><dd class="big">{{unchanged}}</dd></div></dl>
{{#NOTHING}}<div class="note"><p>[[Mọi dòng đã đúng như trong cổng: không có gì để nhập.]]</p></div>{{/NOTHING}}
{{#CONFIRM}}
<div class="note warn"><p>[[Mới là xem thử: chưa ghi gì. Bấm nút để ghi tất cả các dòng; nếu một dòng không ghi được thì không dòng nào được ghi.]]</p></div>
<form method="post" action="{{action}}" enctype="multipart/form-data">
<input type="hidden" name="csrf" value="{{csrf}}"><input type="hidden" name="once" value="{{once}}"><input type="hidden" name="rows" value="{{rows:pre_escape}}">
<p class="acts"><button class="btn" type="submit">[[Ghi tất cả vào cổng]]</button> <a href="/unit/import">[[Bỏ, chọn tệp khác]]</a></p>
</form>
<table class="stack"><caption>[[Sẽ thực hiện]]</caption>
<thead><tr><th scope="col" class="num">[[Dòng]]</th><th scope="col">[[Việc]]</th><th scope="col">[[Mã]]</th><th scope="col">[[Tên đơn vị]]</th><th scope="col">[[Từ ngày]]</th><th scope="col">[[Thay đổi]]</th></tr></thead>
<tbody>
{{#LINE}}<tr><th scope="row" class="num">{{row}}</th><td data-l="[[Việc]]">{{what}}</td><td data-l="[[Mã]]">{{line_code}}</td><td data-l="[[Tên đơn vị]]">{{line_name}}</td><td data-l="[[Từ ngày]]">{{line_from}}</td><td data-l="[[Thay đổi]]">{{#DIFFERENCE}}{{#INSTEAD}}{{difference_old}} → {{/INSTEAD}}{{difference}}<br>{{/DIFFERENCE}}</td></tr>
{{/LINE}}
</tbody></table>
{{#LINES_CUT}}<p>[[Số dòng nữa không hiện ở đây nhưng cũng được ghi:]] {{rest}}</p>{{/LINES_CUT}}
{{/CONFIRM}}
{{/TRIAL}}
<h2>[[Chọn tệp]]</h2>
<form method="post" action="{{action}}" enctype="multipart/form-data">
<input type="hidden" name="csrf" value="{{csrf}}"><input type="hidden" name="once" value="{{once}}">
<p class="field"><label for="file">[[Tệp bảng tính]]</label><span class="hint" id="file-h">[[.xlsx hoặc .csv, tối đa 2 MB. Dòng đầu là tên cột: Mã, Tên, Loại, Mã cấp trên; có thể thêm Khu vực, Từ ngày, Người liên hệ, Chức vụ, Điện thoại, Địa chỉ, Tên viết tắt, Văn bản]]</span>{{#file_error}}<span class="err">{{why}}</span>{{/file_error}}<input type="file" id="file" name="file" accept=".csv,.xlsx" aria-invalid="{{file_invalid}}" aria-describedby="file-h"></p>
<p class="acts"><button class="btn" type="submit">[[Xem thử]]</button> <a href="/unit/import.csv">[[Tải tệp mẫu .csv]]</a></p>
</form>
<p class="text">[[Cổng kiểm tra mọi dòng trước và chưa ghi gì. Mã đã có là đơn vị đã có: chỗ nào khác thì sửa từ ngày ghi trong dòng, ô để trống thì giữ nguyên.]]</p>
