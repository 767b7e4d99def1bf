<div class="acts no-print"><p class="note">[[Danh sách để ký khi nhận bản giấy: bấm Ctrl+P, chọn khổ A4, bỏ chọn “Đầu trang và chân trang” trong hộp in. Ký xong thì ghi lại ai nhận, ngày nào.]]</p> <a href="{{plan_path}}/receipt">[[Về trang ký nhận bản giấy]]</a></div>
<article class="vb" lang="vi">
<header class="vb-head">
<div><p class="rule"><b>{{issuer}}</b></p></div>
<div><p><b>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</b></p><p class="rule full"><b>Độc lập - Tự do - Hạnh phúc</b></p><p><i>{{place}}, ngày ..... tháng ..... năm .....</i></p></div>
</header>
<h1 class="rule">DANH SÁCH KÝ NHẬN VĂN BẢN<small>{{document}}{{#DATED}}, {{date_long}}{{/DATED}}: {{subject}}</small></h1>
<table class="stack">
<caption class="vh">[[Ký nhận bản giấy]]</caption>
<thead><tr><th scope="col" class="num">TT</th><th scope="col">Đơn vị, nơi nhận</th><th scope="col">Họ tên người nhận</th><th scope="col">Ngày nhận</th><th scope="col">Ký nhận</th></tr></thead>
<tbody>
{{#ROW}}<tr><td class="num" data-l="TT">{{n}}</td><th scope="row">{{to}}</th><td data-l="Họ tên người nhận">{{name}}</td><td data-l="Ngày nhận">{{day}}</td><td data-l="Ký nhận"><span class="sig"></span></td></tr>
{{/ROW}}
</tbody>
</table>
{{#EMPTY}}<p>Không có nơi nhận bản giấy.</p>{{/EMPTY}}
<div class="vb-end">
<div class="vb-sign">
<div></div>
<div><p><b>NGƯỜI GIAO</b></p><p class="sig"></p><p>(Ký, ghi rõ họ tên)</p></div>
</div>
</div>
</article>
