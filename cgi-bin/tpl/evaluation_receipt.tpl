<div class="receipt" role="status">
<h1>{{title}}</h1>
<p>{{name}}, {{round_name}}</p>
<p class="code">{{receipt}}</p>
<p>{{at}}, {{sender}}. {{against}}</p>
</div>
<p class="meta">[[Mã kiểm tra SHA-256]] {{digest}}</p>
<p class="acts"><a href="{{path}}">[[Xem bản đã gửi]]</a> <a href="{{sheet_path}}">[[Về phiếu chấm]]</a> <a href="/evaluation">[[Về danh sách]]</a></p>
