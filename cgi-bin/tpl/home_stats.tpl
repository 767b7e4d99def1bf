<dl class="stats">
<div><dt>[[đơn vị đã gửi báo cáo]]</dt><dd class="big">{{sent}}</dd><dd>{{percent}}; [[đã tiếp nhận]] {{accepted}}</dd></div>
<div><dt>[[báo cáo quá hạn]]</dt><dd class="big">{{missing}}</dd><dd>{{#LATE}}<a href="{{late_path}}">[[xem danh sách, điện thoại]]</a>{{/LATE}}{{#NOT_LATE}}[[không đơn vị nào chậm]]{{/NOT_LATE}}</dd></div>
{{#SIGNUP}}<div><dt>[[đơn vị chưa đăng ký]]</dt><dd class="big">{{n}}</dd><dd><a href="{{path}}">{{#DUE}}[[hạn]] {{due}}{{/DUE}}{{#NO_DUE}}[[chưa đặt hạn]]{{/NO_DUE}}</a></dd></div>{{/SIGNUP}}
<div><dt>[[báo cáo chờ tiếp nhận]]</dt><dd class="big">{{waiting}}</dd><dd>{{#LONGEST}}{{days}}{{/LONGEST}}</dd></div>
</dl>
