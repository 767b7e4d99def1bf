<div class="cols"><div>
<h1>{{title}}</h1>
{{>FAULTS}}
<p class="lead">[[Nhập số quyết định và số vào sổ ghi trên bằng. Cổng trả lời bằng có trong sổ và còn giá trị hay không.]]</p>
<form method="get" action="/award/check"><div class="row">
<p class="field"><label for="number">[[Số quyết định]]</label><span class="hint" id="number-h">[[Thí dụ: 2417/QĐ-UBND]]</span>{{#number_error}}<span class="err">{{why}}</span>{{/number_error}}<input class="w16" id="number" name="number" value="{{number}}" maxlength="60" autocomplete="off" aria-invalid="{{number_invalid}}" aria-describedby="number-h"></p>
<p class="field"><label for="book">[[Số vào sổ]]</label><span class="hint" id="book-h">[[Chỉ ghi chữ số]]</span>{{#book_error}}<span class="err">{{why}}</span>{{/book_error}}<input class="w8 num" id="book" name="book" value="{{book}}" inputmode="numeric" autocomplete="off" aria-invalid="{{book_invalid}}" aria-describedby="book-h"></p>
<p class="field"><label for="year">[[Năm]]</label><span class="hint" id="year-h">[[4 chữ số]]</span>{{#year_error}}<span class="err">{{why}}</span>{{/year_error}}<input class="w5 num" id="year" name="year" value="{{year}}" inputmode="numeric" autocomplete="off" aria-invalid="{{year_invalid}}" aria-describedby="year-h"></p>
</div><p class="acts no-print"><button class="btn" type="submit">[[Kiểm tra]]</button></p></form>
{{#SEVERAL}}<p class="note" role="status">[[Nhiều cơ quan có bằng cùng số này trong năm: xem người quyết định, đối chiếu với người ký ghi trên bằng.]]</p>
{{/SEVERAL}}{{#VALID}}<section class="note good" role="status" aria-labelledby="h-valid-{{decision}}"><h2 id="h-valid-{{decision}}">[[Có trong sổ và còn giá trị]]</h2>
<dl class="facts"><dt>[[Được tặng]]</dt><dd>{{#NAMED}}<b>{{to_whom}}</b>, {{unit_name}}{{/NAMED}}{{#UNNAMED}}{{to_whom}} <small>[[Chưa có đồng ý nêu tên công khai.]]</small>{{/UNNAMED}}</dd><dt>[[Hình thức]]</dt><dd>{{form}}</dd><dt>[[Thành tích]]</dt><dd>{{decision_title}}</dd><dt>[[Quyết định]]</dt><dd><a href="{{decision_path}}">[[mục::số]] {{number}} [[ngày]] {{date}}</a> [[của]] {{issuer}}, [[số vào sổ]] {{book}}</dd></dl>
<p class="meta">[[Tra cứu lúc]] {{at}}. [[Chưa có quyết định hủy.]]</p></section>{{/VALID}}
{{#CANCELLED}}<section class="note bad" role="status" aria-labelledby="h-cancelled-{{decision}}"><h2 id="h-cancelled-{{decision}}">[[Có trong sổ nhưng đã hủy]]</h2>
<dl class="facts"><dt>[[Được tặng]]</dt><dd>{{#NAMED}}<b>{{to_whom}}</b>, {{unit_name}}{{/NAMED}}{{#UNNAMED}}{{to_whom}} <small>[[Chưa có đồng ý nêu tên công khai.]]</small>{{/UNNAMED}}</dd><dt>[[Hình thức]]</dt><dd>{{form}}</dd><dt>[[Thành tích]]</dt><dd>{{decision_title}}</dd><dt>[[Quyết định]]</dt><dd><a href="{{decision_path}}">[[mục::số]] {{number}} [[ngày]] {{date}}</a> [[của]] {{issuer}}, [[số vào sổ]] {{book}}</dd><dt>[[Hủy theo]]</dt><dd>[[quyết định]] {{revoked_number}}, {{revoked_date}}</dd></dl>
<p class="meta">[[Tra cứu lúc]] {{at}}.</p></section>{{/CANCELLED}}
{{#UNKNOWN}}<section class="note warn" role="status" aria-labelledby="h-unknown"><h2 id="h-unknown">[[Không thấy trong sổ]]</h2><p>[[Không có bằng nào với số quyết định, số vào sổ và năm này. Xem lại từng số; số quyết định gõ cả phần ký hiệu.]]</p><p class="meta">[[Tra cứu lúc]] {{at}}.</p></section>{{/UNKNOWN}}
</div>
<aside aria-label="[[Nếu không thấy]]"><div class="box"><h2>[[Nếu không thấy]]</h2><p>[[Bằng cấp trước khi có cổng chưa đưa hết vào sổ điện tử. Hỏi cơ quan đã cấp bằng.]]{{#CALL}} [[Điện thoại:]] <span class="nowrap">{{phone}}</span>.{{/CALL}}</p></div></aside></div>
