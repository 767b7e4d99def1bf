{{>HEAD}}
{{>FAULTS}}
<div>
{{#REVIEW}}<p class="acts"><a class="btn" href="{{path}}">[[Thẩm định phiếu này]]</a></p>{{/REVIEW}}
{{#CHECK}}<p class="acts"><a class="btn" href="{{path}}">[[Kiểm tra và gửi]]</a></p>{{/CHECK}}
{{#HIDDEN}}<div class="empty"><p>[[Đơn vị chưa gửi phiếu (hoặc đang sửa lại) nên chưa xem được điểm.]]</p></div>{{/HIDDEN}}

{{>LINES}}
{{#NOTE}}<h2>[[Nhận xét chung của đơn vị]]</h2><blockquote>{{note}}</blockquote>{{/NOTE}}
<p class="acts">{{#RECEIPT}}<a href="{{path}}">[[Xem biên nhận]]</a> {{/RECEIPT}}{{#PRINT}}<a href="{{path}}">[[In phiếu chấm]]</a> {{/PRINT}}<a href="{{results_path}}">[[Kết quả, xếp hạng]]</a></p>
{{>MOVES}}
{{>HISTORY}}
</div>
