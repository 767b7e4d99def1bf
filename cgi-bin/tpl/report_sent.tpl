{{>HEAD}}
<div class="note"><h2>[[Bản đã gửi]] {{receipt}}</h2><p>{{at}}, {{sender}}. [[Bản này được giữ nguyên như khi gửi.]]</p></div>
{{#BROKEN}}<div class="note bad" role="alert"><h2>[[Bản này không còn nguyên vẹn]]</h2><p>[[Nội dung không khớp mã kiểm tra. Báo ngay cho người quản trị.]]</p></div>{{/BROKEN}}
{{#SECTION}}
{{#FIGURES}}
<table class="stack">
<caption>{{title_of}}</caption>
<thead><tr><th scope="col">[[Chỉ số]]</th><th scope="col">[[Đơn vị tính]]</th><th scope="col" class="num">[[Kỳ trước]]</th><th scope="col" class="num">[[Kỳ này]]</th></tr></thead>
<tbody>
{{#LINE}}
<tr><th scope="row">{{name}}</th><td class="nowrap" data-l="[[Đơn vị tính]]">{{measure}}</td><td class="num" data-l="[[Kỳ trước]]">{{last}}</td><td class="num" data-l="[[Kỳ này]]">{{value}}</td></tr>
{{/LINE}}
</tbody>
</table>
{{/FIGURES}}
{{#TEXT}}<section><h2>{{title_of}}</h2><div class="text">{{text_html:none}}</div></section>{{/TEXT}}
{{/SECTION}}
<p class="meta">[[Mã kiểm tra SHA-256]] {{digest}}{{#WHOLE}}, [[khớp]]{{/WHOLE}}. <a href="{{json}}">[[Tải .json]]</a></p>
