<h1>{{title}}</h1>
<p class="lead">[[Kế hoạch, tiêu chí và chỉ tiêu của các phong trào thi đua do cơ quan nhà nước phát động.]]</p>
{{#NO_PLAN}}<div class="empty"><p>[[Chưa có kế hoạch nào được ban hành trên cổng. Cán bộ thường trực đăng nhập để đưa văn bản đầu tiên vào.]]</p><p><a href="/account/sign-in">[[Đăng nhập]]</a></p></div>{{/NO_PLAN}}
<ul class="list">{{#PLAN}}<li><a href="{{path}}">{{subject}}</a><p class="meta">{{number}}, {{date}} · {{issuer}}</p></li>{{/PLAN}}</ul>
<p><a href="/plan">[[Tất cả kế hoạch, tìm theo từ]]</a> · <a href="/unit">[[Cây đơn vị]]</a></p>
