<h1>{{title}}</h1>
<p class="asof">[[Tính đến]] {{as_of}}. [[Việc quá hạn và bị trả lại xếp trước.]]</p>
<div class="cols">
<div>
{{#NOTHING}}<div class="empty"><h2>[[Không có việc nào chờ bạn]]</h2>{{#COMING}}<p>[[Việc gần nhất:]] <b>{{what}}</b>, {{unit_name}}: [[mở nhập ngày]] {{opens}}, [[hạn]] {{due}}.</p><p class="no-print"><a href="/report">[[Xem các kỳ báo cáo]]</a></p>{{/COMING}}{{#FOLLOWS}}<p>[[Hồ sơ gửi đến, việc chờ duyệt, chờ ký hiện ở đây, việc chờ lâu xếp trước.]]</p><p class="no-print"><a href="/board">[[Xem bảng theo dõi]]</a></p>{{/FOLLOWS}}{{#NUMBERS}}<p>[[Kế hoạch, quyết định đã ký chờ cấp số hiện ở đây.]]</p><p class="no-print"><a href="/plan">[[Xem các kế hoạch]]</a></p>{{/NUMBERS}}{{#MANAGES}}<p>[[Việc của người quản trị không có hạn: người và đơn vị cần xem lại ở ngay dưới.]]</p><p class="no-print"><a href="/account/people">[[Xem người dùng]]</a></p>{{/MANAGES}}{{#WAIT}}<p>[[Khi có kế hoạch gửi tới, báo cáo đến kỳ hoặc việc bị trả lại, việc hiện ở đây, sắp theo hạn.]]</p><p class="no-print"><a href="/plan">[[Xem các kế hoạch]]</a></p>{{/WAIT}}{{#NO_ROLE}}<p>[[Tài khoản của bạn hiện không được giao vai trò nào nên chưa làm được việc gì cho đơn vị. Đề nghị người quản trị giao vai trò.]]{{#CALL}} [[Điện thoại giúp đỡ:]] <span class="nowrap">{{phone}}</span>.{{/CALL}}</p><p class="no-print"><a href="/account">[[Xem tài khoản của tôi]]</a></p>{{/NO_ROLE}}</div>{{/NOTHING}}
{{#TASKS}}
<section aria-labelledby="{{anchor}}-h">
<h2 id="{{anchor}}-h">{{heading}} ({{n}})</h2>
<ol class="tasks">
{{#TASK}}
<li>
{{#DUE}}<p class="due {{late}}"><b>{{due}}</b> {{how_far}}</p>{{/DUE}}{{#NO_DUE}}<p class="due">{{waited}}</p>{{/NO_DUE}}
<div class="what"><a href="{{path}}">{{what}}</a> {{#LATE}}<span class="tag late">[[Quá hạn]]</span> {{/LATE}}{{#STATE}}<span class="tag {{tag}}">{{state}}</span>{{/STATE}}
<p class="meta">{{unit_name}}</p>
{{#RETURNED}}<blockquote><b>[[Lý do trả lại]]:</b> {{reason}} <span class="meta">{{by}}, {{at}}</span></blockquote>{{/RETURNED}}</div>
<p class="go"><a class="btn alt slim" href="{{path}}">{{button}}<span class="vh">: {{what}}</span></a></p>
</li>
{{/TASK}}
</ol>
</section>
{{/TASKS}}
{{#FOLLOWED}}
<section aria-labelledby="board-h">
<h2 id="board-h">[[Theo dõi]]: {{period}}</h2>
<p class="meta">{{form}}</p>
{{>STATS}}
<p class="no-print"><a href="{{path}}">[[Mở bảng theo dõi: đơn vị chậm, biểu đồ, từng đơn vị]]</a></p>
</section>
{{/FOLLOWED}}
{{#MANAGED}}
<section aria-labelledby="managed-h">
<h2 id="managed-h">[[Người và đơn vị cần xem lại]]</h2>
{{#NO_CONCERN}}<p class="text">[[Xã, cơ quan nào cũng có người gửi báo cáo; không vai trò nào kết thúc trong 30 ngày tới.]]</p>{{/NO_CONCERN}}
<ul class="list">{{#CONCERN}}<li><a href="{{path}}">{{what}}</a><p class="meta">{{detail}}</p></li>{{/CONCERN}}</ul>
<h2>[[Việc thường làm]]</h2>
<ul class="list">{{#LINK}}<li><a href="{{path}}">{{what}}</a><p class="meta">{{detail}}</p></li>{{/LINK}}</ul>
</section>
{{/MANAGED}}
{{#CONSIDERED}}
<section aria-labelledby="considered-h">
<h2 id="considered-h">[[Đang xem xét]]</h2>
<ul class="list">{{#ONE}}<li><a href="{{path}}">{{what}}</a><p class="meta">{{detail}}</p></li>{{/ONE}}</ul>
</section>
{{/CONSIDERED}}
{{#SENT_OUT}}
<section aria-labelledby="sent-h">
<h2 id="sent-h">[[Văn bản đã ban hành, tình hình nhận]]</h2>
<ul class="list">{{#SENT}}<li><a href="{{path}}">{{what}}</a><p class="meta">{{detail}}</p></li>{{/SENT}}</ul>
</section>
{{/SENT_OUT}}
{{#BOUND}}
<section aria-labelledby="{{anchor}}">
<h2 id="{{anchor}}">[[Phong trào đơn vị phải thực hiện]]: {{unit_name}}</h2>
{{#NO_PLAN}}<p class="text">[[Chưa có kế hoạch nào đã ban hành gửi đến đơn vị hoặc dành cho loại đơn vị này.]]</p>{{/NO_PLAN}}
{{#LEVEL}}
<h3>[[Cấp phát động:]] {{level}}</h3>
<ul class="list">
{{#PLAN}}
<li><a href="{{path}}">{{subject}}</a><p class="meta">{{numbered}} · {{issuer}}{{#STATE}} · <span class="tag {{tag}}">{{state}}</span>{{/STATE}}</p></li>
{{/PLAN}}
</ul>
{{/LEVEL}}
</section>
{{/BOUND}}
</div>
<aside aria-label="[[Bên lề]]">
{{>ASIDE}}
</aside>
</div>
