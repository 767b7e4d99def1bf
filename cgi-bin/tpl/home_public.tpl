<h1>{{title}}</h1>
<p class="lead">[[Nơi đăng kế hoạch thi đua, danh sách khen thưởng và để đơn vị đăng ký, báo cáo, góp ý. Ai cũng đọc và tra cứu được, không cần tài khoản.]]</p>
<form class="box no-print" action="/search" method="get" aria-labelledby="find-h">
<h2 id="find-h">[[Tìm văn bản, đơn vị, người được khen]]</h2>
<div class="row">
<p class="field"><label for="k">[[Từ cần tìm]]</label><span class="hint" id="k-h">[[Gõ có dấu hoặc không dấu đều được. Thí dụ: ho ngheo, 118/KH-UBND]]</span><input class="w30" id="k" name="q" type="search" maxlength="200" autocomplete="off" aria-describedby="k-h"></p>
<p class="field"><label for="k-in">[[Tìm trong]]</label><select id="k-in" name="in"><option value="">[[Tất cả]]</option><option value="plan">[[mục::Kế hoạch]]</option><option value="award">[[mục::Danh sách khen thưởng]]</option><option value="unit">[[mục::Đơn vị]]</option></select></p>
<p class="field"><button class="btn" type="submit">[[Tìm]]</button></p>
</div>
</form>
{{#OFFICIAL}}
<section aria-labelledby="num-h">
<h2 id="num-h">[[Kết quả đến hết]] {{period}}</h2>
<dl class="stats">
{{#FIGURE}}
<div><dt>{{name}}</dt><dd class="big">{{value}}</dd><dd>{{more}}</dd></div>
{{/FIGURE}}
<div><dt>[[đơn vị đã được tiếp nhận báo cáo]]</dt><dd class="big">{{complete}}</dd><dd>[[số liệu chính thức]]</dd></div>
</dl>
<p class="meta">[[Số liệu đến ngày]] {{window_to}}, [[theo]] {{source}}. {{form}}.</p>
</section>
{{/OFFICIAL}}
<div class="half">
<section aria-labelledby="plan-h">
<h2 id="plan-h">[[Kế hoạch đang thực hiện]]</h2>
{{#NO_PLAN}}<div class="empty"><p>[[Chưa có kế hoạch nào được ban hành trên cổng. Cán bộ cơ quan thường trực đăng nhập để đưa văn bản đầu tiên vào.]]</p><p><a href="/account/sign-in">[[Đăng nhập]]</a></p></div>{{/NO_PLAN}}
<ul class="list">{{#PLAN}}<li><a href="{{path}}">{{subject}}</a><p class="meta">{{numbered}} · {{issuer}}{{#JOINED}} · {{joined}}{{/JOINED}}</p></li>{{/PLAN}}</ul>
{{#ALL_PLANS}}<p class="no-print"><a href="/plan">[[Xem tất cả kế hoạch]] ({{n}})</a></p>{{/ALL_PLANS}}
</section>
<section aria-labelledby="award-h">
<h2 id="award-h">[[Danh sách khen thưởng mới]]</h2>
{{#NO_AWARD}}<div class="empty"><p>[[Chưa có quyết định khen thưởng nào đăng trên cổng. Quyết định ban hành thì danh sách hiện ở đây; hộ gia đình, cá nhân chỉ nêu tên khi đã đồng ý.]]</p></div>{{/NO_AWARD}}
<ul class="list">{{#AWARD}}<li><a href="{{path}}">{{subject}}</a><p class="meta">[[Quyết định số]] {{numbered}}{{#COUNTED}} · {{counted}}{{/COUNTED}}</p></li>{{/AWARD}}</ul>
<p class="no-print"><a href="/award">[[Xem tất cả danh sách]]</a> · <a href="/award/check">[[Kiểm tra một bằng, giấy khen]]</a> · <a href="/unit">[[Cây đơn vị]]</a></p>
</section>
</div>
<p class="meta">[[Tính đến]] {{now}}.</p>
