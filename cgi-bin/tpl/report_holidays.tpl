<h1>{{title}}</h1>
{{>FAULTS}}
<p class="text">[[Hạn gửi rơi vào thứ Bảy, Chủ nhật hoặc ngày nghỉ dưới đây thì lùi đến hết ngày làm việc tiếp theo (Bộ luật Dân sự 2015, Điều 148 khoản 5). Thêm hoặc bỏ một ngày là đổi ngày cuối của mọi hạn rơi vào ngày đó; ngày đã qua giữ nguyên, nên hạn đã qua không đổi.]]</p>
<form class="row no-print" method="get" action="/report/holiday">
<p class="field"><label for="year">[[Từ năm]]</label><input class="w5" id="year" name="year" inputmode="numeric" value="{{year}}" maxlength="4" autocomplete="off"></p>
<p class="field"><button class="btn alt" type="submit">[[Lọc]]</button></p>
</form>
{{#NONE}}<div class="empty"><p>[[Chưa có ngày nào từ năm này. Thứ Bảy, Chủ nhật vẫn là ngày nghỉ.]]</p></div>{{/NONE}}
{{#DAYS}}
<table class="stack">
<caption>[[Ngày nghỉ, ngày làm bù]] <small>[[Tất cả]]: {{total}}</small></caption>
<thead><tr>
{{>HEADS}}<th scope="col" class="no-print"><span class="vh">[[Việc]]</span></th></tr></thead>
<tbody>
{{#DAY}}
<tr><th scope="row">{{day_of}}</th><td data-l="[[Thứ]]">{{weekday}}</td><td data-l="[[Loại]]">{{kind_of}}</td><td data-l="[[Tên]]">{{name_of}}</td><td data-l="[[Văn bản]]">{{document_of}}</td><td class="no-print">{{#DROP}}<form method="post" action="{{action}}"><input type="hidden" name="csrf" value="{{csrf}}"><input type="hidden" name="once" value="{{once}}"><button class="btn risk slim" type="submit">[[Bỏ ngày này]]<span class="vh"> {{day_of}}</span></button></form>{{/DROP}}</td></tr>
{{/DAY}}
</tbody>
</table>
{{>PAGER}}{{#FACES}}<p class="no-print"><a href="{{xlsx_path}}">[[Tải .xlsx]]</a> · <a href="{{csv_path}}">[[Tải .csv]]</a></p>{{/FACES}}
{{/DAYS}}
{{#KEEPS}}
<h2>[[Thêm ngày]]</h2>
<p class="text">[[Có sẵn các ngày nghỉ cố định. Tết Nguyên đán, Giỗ Tổ Hùng Vương, ngày liền kề Quốc khánh, ngày nghỉ bù và ngày làm bù thì thêm theo thông báo từng năm.]]</p>
<form method="post" action="{{action}}">
<input type="hidden" name="csrf" value="{{csrf}}"><input type="hidden" name="once" value="{{once}}">
<p class="field"><label for="day">[[Ngày]]</label><span class="hint" id="day-h">[[Thí dụ 16/2/2026.]]</span>{{#day_error}}<span class="err">[[Lỗi:]] {{why}}</span>{{/day_error}}<input class="w8" id="day" name="day" value="{{day}}" autocomplete="off" aria-describedby="day-h" aria-invalid="{{day_invalid}}"></p>
<p class="field"><label for="to">[[Đến ngày]]</label><span class="hint" id="to-h">[[Khi nghỉ nhiều ngày liền, tối đa 15 ngày; một ngày thì để trống.]]</span>{{#to_error}}<span class="err">[[Lỗi:]] {{why}}</span>{{/to_error}}<input class="w8" id="to" name="to" value="{{to}}" autocomplete="off" aria-describedby="to-h" aria-invalid="{{to_invalid}}"></p>
<p class="field"><label for="kind">[[Loại]]</label><span class="hint" id="kind-h">[[Ngày làm bù: thứ Bảy hoặc Chủ nhật đi làm thay cho ngày nghỉ hoán đổi.]]</span>{{#kind_error}}<span class="err">[[Lỗi:]] {{why}}</span>{{/kind_error}}<select id="kind" name="kind" aria-describedby="kind-h" aria-invalid="{{kind_invalid}}">{{#KIND}}<option value="{{value}}"{{#CHOSEN}} selected{{/CHOSEN}}>{{option}}</option>{{/KIND}}</select></p>
<p class="field"><label for="name">[[Tên]]</label><span class="hint" id="name-h">[[Thí dụ: Tết Nguyên đán. Tên này hiện cạnh hạn gửi bị lùi.]]</span>{{#name_error}}<span class="err">[[Lỗi:]] {{why}}</span>{{/name_error}}<input class="w30" id="name" name="name" value="{{name}}" autocomplete="off" aria-describedby="name-h" aria-invalid="{{name_invalid}}"></p>
<p class="field"><label for="document">[[Văn bản]]</label><span class="hint" id="document-h">[[Số, ký hiệu, ngày của văn bản quy định hoặc thông báo ngày này.]]</span>{{#document_error}}<span class="err">[[Lỗi:]] {{why}}</span>{{/document_error}}<input class="w30" id="document" name="document" value="{{document}}" autocomplete="off" aria-describedby="document-h" aria-invalid="{{document_invalid}}"></p>
<p class="acts"><button class="btn" type="submit">[[Thêm ngày]]</button></p>
</form>
{{/KEEPS}}
