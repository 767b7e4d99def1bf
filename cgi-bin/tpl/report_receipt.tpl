<div class="cols"><div>
{{#BACK}}<h1>[[Biên nhận của lần gửi trước]]</h1>
<div class="note warn"><p>[[Báo cáo đã bị trả lại sau lần gửi này; bản sửa chưa gửi.]]</p></div>
<p>{{heading}}</p><p>[[Mã biên nhận]] <b>{{receipt}}</b>. {{at}}. {{against}}</p>{{/BACK}}
{{#STANDS}}<div class="receipt" role="status"><h1>[[Đã gửi báo cáo]]</h1><p>{{heading}}</p><p>[[Mã biên nhận]]</p><p class="code">{{receipt}}</p><p>{{at}}. {{against}}</p></div>
<h2>[[Việc tiếp theo]]</h2>
<ol><li>[[Cơ quan thường trực xem rồi tiếp nhận hoặc trả lại.]]</li><li>[[Nếu bị trả lại, báo cáo hiện trên cùng ở trang Báo cáo, có lý do ở từng ô.]]</li><li>[[Bản vừa gửi được giữ nguyên, không ai sửa được.]]</li></ol>{{/STANDS}}
<p class="acts"><a class="btn" href="/report">[[Về trang Báo cáo]]</a> {{#SIGNER}}<a href="/report/sign">[[Báo cáo khác chờ gửi]]</a> {{/SIGNER}}<a href="{{path}}">[[Xem bản đã gửi]]</a></p>
</div><aside aria-label="[[Nội dung đã gửi]]"><div class="box"><h2>[[Đã gửi]]</h2><dl class="facts"><dt>[[Đơn vị]]</dt><dd>{{unit_name}}</dd><dt>[[Số liệu]]</dt><dd>{{figures}} [[chỉ số]]. {{window}}</dd><dt>[[Người gửi]]</dt><dd>{{sender}}</dd></dl><p class="meta">[[Mã kiểm tra SHA-256]] {{digest}}</p></div></aside></div>
