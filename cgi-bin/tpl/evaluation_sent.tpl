<h1>{{title}}</h1>
<p class="asof">{{name}} · {{at}}, {{sender}}</p>
{{#BROKEN}}<div class="note bad" role="alert"><h2>[[Bản này không còn khớp mã kiểm tra]]</h2><p>[[Báo ngay cho người quản trị hệ thống.]]</p></div>{{/BROKEN}}
<table class="stack">
<caption>[[Bản đã gửi]]</caption>
<thead><tr><th scope="col">[[Tiêu chí]]</th><th scope="col">[[mục::Thuyết minh]]</th><th scope="col" class="num">[[Tối đa]]</th><th scope="col" class="num">[[Tự chấm]]</th></tr></thead>
<tbody>
{{#LINE}}
<tr><th scope="row">{{text}}<span class="hint">{{anchor}} {{how}}</span></th><td data-l="[[mục::Thuyết minh]]">{{own_text}}</td><td class="num" data-l="[[Tối đa]]">{{maximum}}</td><td class="num" data-l="[[Tự chấm]]"><b>{{own}}</b></td></tr>
{{/LINE}}
</tbody>
</table>
<p class="meta">[[Mã kiểm tra SHA-256]] {{digest}}{{#WHOLE}}, [[khớp]]{{/WHOLE}}. <a href="{{json}}">[[Tải .json]]</a></p>
