<p class="meta">{{kind_label}} · {{#STATE}}<span class="tag {{tag}}">{{state}}</span>{{/STATE}} · [[mã]] {{code}}</p>
<h1>{{title}}</h1>
{{>FAULTS}}
<form class="row" method="get" action="{{self}}"><p class="field"><label for="day">[[Xem tại ngày]]</label><span class="hint" id="day-h">[[Gõ ngày cũ để xem đơn vị khi đó]]</span>{{#day_error}}<span class="err">{{why}}</span>{{/day_error}}<input class="w8" id="day" name="day" value="{{day}}" inputmode="numeric" autocomplete="off" aria-invalid="{{day_invalid}}" aria-describedby="day-h"></p><p class="field"><button class="btn alt" type="submit">[[Xem]]</button></p></form>
{{#ENDED}}
<div class="note"><p>[[Đơn vị thôi hoạt động sau ngày]] {{last_day}}. {{#NO_HEIR}}[[Chưa ghi đơn vị kế thừa.]]{{/NO_HEIR}}{{#HEIR}}[[Việc chưa xong do đơn vị kế thừa thực hiện:]] <a href="{{heir_path}}">{{heir_name}}</a>. {{/HEIR}}</p></div>
{{/ENDED}}
{{#MAY_CHANGE}}<p class="acts"><a class="btn alt slim" href="{{self}}/edit">[[Sửa tên, loại]]</a> <a class="btn alt slim" href="{{self}}/move">[[Chuyển cấp trên]]</a> <a class="btn alt slim" href="{{self}}/contact">[[Sửa người liên hệ]]</a> <a class="btn alt slim" href="/unit/add?parent={{code:url_query_escape}}">[[Thêm đơn vị trực thuộc]]</a> <a class="btn alt slim" href="{{self}}/part">[[Điều chuyển một phần]]</a> <a class="btn risk slim" href="{{self}}/split">[[Chia đơn vị]]</a> <a class="btn risk slim" href="{{self}}/end">[[Sáp nhập, giải thể]]</a></p>{{/MAY_CHANGE}}
<div class="cols"><div>
<section aria-labelledby="facts-h"><h2 id="facts-h">[[Thông tin tại ngày]] {{as_of_day}}</h2>
<dl class="facts">
{{#PARENT}}<dt>[[Trực thuộc]]</dt><dd><a href="{{parent_path}}">{{parent_name}}</a></dd>{{/PARENT}}
<dt>[[Loại]]</dt><dd>{{kind_label}}</dd>
{{#SHORT}}<dt>[[Tên viết tắt]]</dt><dd>{{short_name}}</dd>{{/SHORT}}
{{#MEMBER_OF}}<dt>{{group_kind}}</dt><dd><a href="{{group_path}}">{{group_name}}</a>{{group_more}}</dd>{{/MEMBER_OF}}
{{#IN_REGION}}<dt>[[Vùng]]</dt><dd>{{region}}</dd>{{/IN_REGION}}
{{#AT}}<dt>[[Địa chỉ]]</dt><dd>{{address}}</dd>{{/AT}}
{{#MANY}}<dt>[[Dưới quyền]]</dt><dd><a href="{{many_path}}">{{many}}</a></dd>{{/MANY}}
</dl></section>
{{#STRANGER}}<p class="text">[[Kế hoạch, báo cáo, cụm thi đua và người liên hệ của đơn vị chỉ hiện với người đã đăng nhập và đang được giao vai trò.]]</p>{{/STRANGER}}
{{#PLANS}}<section aria-labelledby="plans-h"><h2 id="plans-h">[[Phong trào đơn vị phải thực hiện]] ({{plan_count}})</h2>
{{#NO_PLAN}}<p class="text">[[Vào ngày này chưa có kế hoạch nào đã ban hành gửi đến đơn vị hoặc áp dụng cho loại đơn vị này.]]</p>{{/NO_PLAN}}
{{#LEVEL}}
<h3>[[Cấp phát động:]] {{level_label}}</h3>
<ul class="list">
{{#PLAN}}
<li><a href="{{plan_path}}">{{plan_name}}</a><p class="meta">{{plan_number}}{{#DATED}}, {{plan_date}}{{/DATED}} · {{plan_issuer}}{{#SIGNUP}} · <span class="tag {{tag}}">{{signup}}</span>{{#SIGNUP_READ}} <a href="{{signup_path}}">[[Xem bản đăng ký]]</a>{{/SIGNUP_READ}}{{#SIGNUP_BEGIN}} <a href="{{signup_path}}">[[Đăng ký chỉ tiêu]]</a>{{/SIGNUP_BEGIN}}{{#UNTIL}} [[hạn đăng ký]] {{due_day}}, {{far}}{{/UNTIL}}{{/SIGNUP}}{{#RECEIVED}} · {{received}}{{/RECEIVED}}</p></li>
{{/PLAN}}
</ul>
{{/LEVEL}}
</section>{{/PLANS}}
{{#DUES}}<section aria-labelledby="dues-h"><h2 id="dues-h">[[mục::Báo cáo]]</h2>{{>TABLE_DUES}}</section>{{/DUES}}
{{#TASKS}}<section aria-labelledby="tasks-h"><h2 id="tasks-h">[[mục::Nhiệm vụ]]</h2>{{>TABLE_TASKS}}</section>{{/TASKS}}
{{#ANSWERS}}<section aria-labelledby="answers-h"><h2 id="answers-h">[[Kiến nghị, kết luận]]</h2>{{>TABLE_ANSWERS}}</section>{{/ANSWERS}}
{{#HISTORY}}<section aria-labelledby="past-h"><h2 id="past-h">[[Quá trình]]</h2>
<ol class="time">
{{#PAST}}
<li{{#NOW}} class="now" aria-current="true"{{/NOW}}><b>{{past}}{{#CALLED}} {{past_name}}{{/CALLED}}</b>{{#OTHER}} <a href="{{past_path}}">{{past_name}}</a>{{/OTHER}}<p>{{past_more}}{{#BY}}<br>[[Theo văn bản:]] {{document}}.{{/BY}}</p></li>
{{/PAST}}
</ol></section>{{/HISTORY}}
</div>
<aside aria-label="[[Bên lề]]">
{{#CALL}}<div class="box"><h2>[[Liên hệ]]</h2>{{#NOBODY}}<p>[[Chưa có người liên hệ vào ngày này.]]</p>{{/NOBODY}}<dl class="facts">{{#CONTACT}}<dt>{{contact_post}}</dt><dd>{{contact_name}}<br><span class="nowrap">{{contact_phone}}</span></dd>{{/CONTACT}}</dl></div>{{/CALL}}
{{#CHILDREN}}{{>TABLE_CHILDREN}}{{/CHILDREN}}
</aside></div>
