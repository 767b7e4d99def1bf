{{>HEAD}}
{{>FAULTS}}
{{#SOUND}}<div class="note good"><h2>[[Đủ số liệu, các phép tính đều khớp]]</h2><p>[[Xem lại lần cuối các số dưới đây rồi trình hoặc gửi.]]</p></div>{{/SOUND}}
{{#ODD}}<div class="note warn" id="odd" tabindex="-1"><h2>[[Có số liệu tăng, giảm bất thường so với kỳ trước]]</h2><p>[[Các ô ghi “Xem lại” gấp hơn 10 lần hoặc chưa bằng một phần mười kỳ trước. Nếu đúng, giải trình ở cuối trang rồi vẫn gửi được.]]</p></div>{{/ODD}}
{{>UNMENDED}}
{{>VALUES}}
{{#UNSOUND}}<div class="note warn"><p>[[Chưa trình, chưa gửi được: sửa hết các ô ghi “Lỗi” rồi bấm Lưu và kiểm tra.]]</p></div>{{/UNSOUND}}
{{#UNSOUND_TO_RETURN}}<div class="note warn"><p>[[Chưa gửi được: trả lại người nhập để sửa các ô ghi “Lỗi”.]]</p></div>{{/UNSOUND_TO_RETURN}}
{{#EDIT}}<p class="acts no-print"><a class="btn alt" href="{{path}}">[[Quay lại sửa]]</a></p>{{/EDIT}}
{{>MOVES}}
