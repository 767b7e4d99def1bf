{{>HEAD}}
{{>FAULTS}}
{{#SOUND}}<div class="note good"><h2>[[Phiếu đã đủ điểm]]</h2><p>[[Xem lại lần cuối rồi trình hoặc gửi. Gửi rồi thì không sửa được, trừ khi phiếu được trả lại.]]</p></div>{{/SOUND}}
{{#MOVED}}
<section class="note warn" aria-labelledby="h-moved">
<h2 id="h-moved">[[Số liệu đã đổi từ lần lưu trước]]</h2>
<table class="stack">
<caption class="vh">[[Số liệu đã đổi từ lần lưu trước]]</caption>
<thead><tr><th scope="col">[[Tiêu chí]]</th><th scope="col">[[Khi lưu phiếu]]</th><th scope="col">[[Nay]]</th></tr></thead>
<tbody>
{{#ROW}}
<tr><th scope="row">{{label}}<span class="hint">{{text}}</span></th><td data-l="[[Khi lưu phiếu]]"><b>{{was}}</b><span class="hint">{{was_how}}</span></td><td data-l="[[Nay]]"><b>{{now}}</b><span class="hint">{{now_how}}</span></td></tr>
{{/ROW}}
</tbody>
</table>
</section>
{{/MOVED}}
{{#GIVE_BACK}}<p>[[Chưa gửi được phiếu này. Trả lại người chấm để lưu lại; lý do đã ghi sẵn ở cuối trang, sửa được.]]</p>{{/GIVE_BACK}}
{{#ASK}}<p>[[Chưa gửi được phiếu này: người chấm của đơn vị mở phiếu, sửa và lưu lại thì mới gửi được.]]</p>{{/ASK}}
{{#MEND}}<p class="acts"><a class="btn" href="{{path}}">[[Mở phiếu để sửa và lưu lại]]</a></p>{{/MEND}}
{{#BARE}}<div class="note warn"><h2>[[Chưa có thuyết minh hay minh chứng]]</h2><p>{{criteria}}. [[Vẫn gửi được; người thẩm định có thể trả lại.]]</p></div>{{/BARE}}
{{>LINES}}
{{#NOTE}}<h2>[[Nhận xét chung của đơn vị]]</h2><blockquote>{{note}}</blockquote>{{/NOTE}}
{{#EDIT}}<p class="no-print"><a href="{{path}}">[[Quay lại sửa]]</a></p>{{/EDIT}}
{{>MOVES}}
