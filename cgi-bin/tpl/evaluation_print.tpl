<p class="no-print meta">[[In trang này: Ctrl + P, khổ A4.]]</p>
<div class="vb">
<div class="vb-head"><div><p class="rule">{{#ISSUER}}<b>{{line}}</b>{{/ISSUER}}</p></div><div><p><b>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</b></p><p class="rule full"><b>Độc lập - Tự do - Hạnh phúc</b></p></div></div>
<h1>[[PHIẾU CHẤM ĐIỂM THI ĐUA]]</h1>
<p>{{round_name}}, {{window}}</p>
<p class="pen">[[Đơn vị, đối tượng]]: {{#NAMED}}<b>{{name}}</b>{{/NAMED}}{{#BLANK}}<span></span>{{/BLANK}}</p>
<p class="pen">[[Nhóm]]: {{class_name}}</p>
<table class="stack{{#BLANK}} by-pen{{/BLANK}}">
<caption class="vh">[[Bảng điểm]]</caption>
<thead><tr><th scope="col">[[Tiêu chí, thuyết minh]]</th><th scope="col" class="num">[[Tối đa]]</th><th scope="col" class="num">[[Tự chấm]]</th><th scope="col" class="num">[[Thẩm định]]</th></tr></thead>
<tbody>
{{#LINE}}
<tr><th scope="row"><b>{{anchor}} {{text}}</b><br>{{how}} {{own_text}}</th><td class="num" data-l="[[Tối đa]]">{{maximum}}</td><td class="num" data-l="[[Tự chấm]]">{{own}}</td><td class="num" data-l="[[Thẩm định]]">{{review}}</td></tr>
{{/LINE}}
</tbody>
<tfoot><tr class="total"><th scope="row">[[Tổng]]</th><td class="num" data-l="[[Tối đa]]">{{max_total}}</td><td class="num" data-l="[[Tự chấm]]">{{own_total}}</td><td class="num" data-l="[[Thẩm định]]">{{review_total}}</td></tr></tfoot>
</table>
<p>{{note}}</p>
<div class="vb-sign"><div><p><b>[[NGƯỜI CHẤM]]</b></p><p class="sig"></p></div><div><p><i>[[..............., ngày ..... tháng ..... năm 20.....]]</i></p><p><b>[[THỦ TRƯỞNG ĐƠN VỊ]]</b></p><p class="sig"></p></div></div>
</div>
