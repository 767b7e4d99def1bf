{{>HEAD}}
{{>FAULTS}}
<div class="cols">
<div>
{{#REVIEW}}<p class="acts"><a class="btn" href="{{path}}">[[Xem để tiếp nhận hoặc trả lại]]</a></p>{{/REVIEW}}
{{#CHECK}}<p class="acts"><a class="btn" href="{{path}}">[[Kiểm tra và gửi]]</a></p>{{/CHECK}}
{{#HIDDEN}}<div class="empty"><p>[[Đơn vị chưa gửi (hoặc đang sửa lại) nên chưa xem được số liệu. Các bản đã gửi trước đây, nếu có, ở mục “Các bản đã gửi”.]]</p></div>{{/HIDDEN}}
{{>VALUES}}
{{#WHY_ODD}}<div class="note"><h2>[[Giải trình số liệu bất thường]]</h2><p>{{odd}}</p></div>{{/WHY_ODD}}
{{>MOVES}}
</div>
<aside class="side" aria-label="[[Tình trạng báo cáo]]">
{{#RECEIPT}}<p class="no-print"><a href="{{path}}">[[Xem biên nhận]]</a></p>{{/RECEIPT}}
{{>HISTORY}}
</aside>
</div>
