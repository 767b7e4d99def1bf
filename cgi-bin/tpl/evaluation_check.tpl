{{>HEAD}}
{{>FAULTS}}
{{#SOUND}}<div class="note good"><h2>[[Phiếu đã đủ điểm]]</h2><p>[[Xem lại lần cuối rồi trình hoặc gửi. Gửi rồi thì không sửa được, trừ khi phiếu được trả lại.]]</p></div>{{/SOUND}}
{{#BARE}}<div class="note warn"><h2>[[Chưa có thuyết minh hay minh chứng]]</h2><p>{{criteria}}. [[Vẫn gửi được; người thẩm định có thể trả lại.]]</p></div>{{/BARE}}
{{>LINES}}
{{#NOTE}}<h2>[[Nhận xét chung của đơn vị]]</h2><blockquote>{{note}}</blockquote>{{/NOTE}}
{{#EDIT}}<p><a href="{{path}}">[[Quay lại sửa]]</a></p>{{/EDIT}}
{{>MOVES}}
