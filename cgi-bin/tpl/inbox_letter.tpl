<div class="acts no-print"><p class="note">[[Bản thảo công văn theo thể thức: bấm Ctrl+P, chọn khổ A4, bỏ chọn “Đầu trang và chân trang” trong hộp in. Số, ngày và chữ ký do văn thư và người ký ghi.]]{{#REPORT}} [[Nhắc qua điện thoại thì bấm Ghi đã nhắc ở trang đơn vị chậm.]]{{/REPORT}}</p> <a href="/inbox/letter">[[Về danh sách công văn]]</a></div>
<article class="vb" lang="vi">
<header class="vb-head">
<div>{{#OVER}}<p>{{line}}</p>{{/OVER}}<p class="rule">{{#ISSUER}}<b>{{line}}</b>{{/ISSUER}}</p></div>
<div><p><b>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</b></p><p class="rule full"><b>Độc lập - Tự do - Hạnh phúc</b></p></div>
<div><p>Số: ..........</p><p>V/v đôn đốc {{#REPORT}}gửi báo cáo{{/REPORT}}{{#SIGNUP}}đăng ký tham gia phong trào thi đua{{/SIGNUP}}{{#SHEETS}}gửi phiếu chấm điểm thi đua{{/SHEETS}}{{#TASK}}thực hiện nhiệm vụ được giao{{/TASK}}{{#OWN}}ban hành kế hoạch của đơn vị{{/OWN}}{{#ANSWER}}trả lời kiến nghị, kết luận{{/ANSWER}}</p></div>
<p><i>{{place}}, ngày ..... {{month_year}}</i></p>
</header>
<h1 class="vh">{{title}}</h1>
<p>Kính gửi: Các cơ quan, đơn vị, địa phương có tên trong danh sách dưới đây.</p>
{{#REPORT_ASKED}}<p>Qua theo dõi việc gửi báo cáo: {{what}}, tính đến ngày {{today}} còn {{late}} đơn vị quá hạn mà chưa gửi, hoặc bị trả lại mà chưa gửi lại.</p>
<p>Đề nghị các đơn vị có tên trong danh sách gửi báo cáo trên Cổng Thi đua ngay khi nhận được văn bản này; đơn vị có khó khăn, vướng mắc báo về cơ quan theo dõi để được hướng dẫn.</p>{{/REPORT_ASKED}}
{{#SIGNUP_ASKED}}<p>Qua theo dõi việc đăng ký tham gia theo Kế hoạch {{what}}, tính đến ngày {{today}} còn {{late}} đơn vị quá hạn mà chưa đăng ký, hoặc bị trả lại mà chưa đăng ký lại.</p>
<p>Đề nghị các đơn vị có tên trong danh sách đăng ký trên Cổng Thi đua ngay khi nhận được văn bản này; đơn vị có khó khăn, vướng mắc báo về cơ quan theo dõi để được hướng dẫn.</p>{{/SIGNUP_ASKED}}
{{#SHEETS_ASKED}}<p>Qua theo dõi việc tự chấm điểm thi đua: {{what}}, tính đến ngày {{today}} còn {{late}} đơn vị quá hạn mà chưa gửi phiếu chấm, hoặc bị trả lại mà chưa gửi lại.</p>
<p>Đề nghị các đơn vị có tên trong danh sách gửi phiếu chấm trên Cổng Thi đua ngay khi nhận được văn bản này; đơn vị có khó khăn, vướng mắc báo về cơ quan theo dõi để được hướng dẫn.</p>{{/SHEETS_ASKED}}
{{#TASK_ASKED}}<p>Qua theo dõi việc thực hiện nhiệm vụ giao theo Kế hoạch {{what}}, tính đến ngày {{today}} còn {{late}} đơn vị quá hạn mà chưa gửi kết quả, hoặc bị trả lại mà chưa gửi lại.</p>
<p>Đề nghị các đơn vị có tên trong danh sách hoàn thành nhiệm vụ và gửi kết quả trên Cổng Thi đua ngay khi nhận được văn bản này; đơn vị có khó khăn, vướng mắc báo về cơ quan theo dõi để được hướng dẫn.</p>{{/TASK_ASKED}}
{{#OWN_ASKED}}<p>Qua theo dõi việc ban hành kế hoạch của đơn vị để thực hiện Kế hoạch {{what}}, tính đến ngày {{today}} còn {{late}} đơn vị quá hạn mà chưa ban hành.</p>
<p>Đề nghị các đơn vị có tên trong danh sách ban hành kế hoạch của mình và đưa lên Cổng Thi đua ngay khi nhận được văn bản này; đơn vị có khó khăn, vướng mắc báo về cơ quan theo dõi để được hướng dẫn.</p>{{/OWN_ASKED}}
{{#ANSWER_ASKED}}<p>Qua theo dõi việc trả lời văn bản {{what}}, tính đến ngày {{today}} còn {{late}} đơn vị quá hạn mà chưa gửi trả lời, hoặc bị trả lại mà chưa gửi lại.</p>
<p>Đề nghị các đơn vị có tên trong danh sách gửi trả lời trên Cổng Thi đua ngay khi nhận được văn bản này; đơn vị có khó khăn, vướng mắc báo về cơ quan theo dõi để được hướng dẫn.</p>{{/ANSWER_ASKED}}
<table class="stack">
<caption>Danh sách đơn vị quá hạn (tính đến ngày {{today}})</caption>
<thead><tr><th scope="col" class="num">TT</th><th scope="col">Đơn vị</th><th scope="col">Hạn</th><th scope="col" class="num">Số ngày trễ</th><th scope="col">Tình trạng</th></tr></thead>
<tbody>
{{#ROW}}
<tr><td class="num" data-l="TT">{{n}}</td><th scope="row">{{unit}}</th><td data-l="Hạn">{{due}}</td><td class="num" data-l="Số ngày trễ">{{days}}</td><td data-l="Tình trạng">{{#MISSING}}Chưa gửi{{/MISSING}}{{#NOT_ISSUED}}Chưa ban hành{{/NOT_ISSUED}}{{#BACK}}Bị trả lại, chưa gửi lại{{/BACK}}</td></tr>
{{/ROW}}
</tbody>
</table>
<div class="vb-end">
<p>Trân trọng./.</p>
<div class="vb-sign">
<div><p class="to"><b><i>Nơi nhận:</i></b></p><p class="to">- Như trên;</p><p class="to">- Lưu: VT.</p></div>
<div><p><b>{{issuer}}</b></p><p class="sig"></p><p>(Ký, ghi rõ họ tên)</p></div>
</div>
</div>
</article>
