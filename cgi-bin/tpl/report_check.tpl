{{>HEAD}}
{{>FAULTS}}
{{#SOUND}}<div class="note good"><h2>[[Đủ số liệu, các phép tính đều khớp]]</h2><p>[[Xem lại lần cuối các số dưới đây rồi trình hoặc gửi.]]</p></div>{{/SOUND}}
{{#ODD}}<div class="note warn" id="odd" tabindex="-1"><h2>[[Có số khác xa kỳ trước]]</h2><p>[[Các ô ghi “Xem lại” gấp hơn 10 lần hoặc chưa bằng một phần mười kỳ trước. Nếu đúng, ghi lý do ở cuối trang rồi vẫn gửi được.]]</p></div>{{/ODD}}
{{>VALUES}}
{{#EDIT}}<p><a href="{{path}}">[[Quay lại sửa]]</a></p>{{/EDIT}}
{{>MOVES}}
