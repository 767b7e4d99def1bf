<h1>{{title}}</h1>
<div class="note warn"><h2>[[Chép ngay: hai địa chỉ này chỉ hiện một lần]]</h2><p>[[Cổng không giữ chúng, chỉ giữ dấu để nhận ra. Mất thì thu hồi rồi tạo lại.]]</p></div>
<p class="lead">{{unit_name}}</p>
<p class="field"><label for="calendar">[[Hạn, cho lịch (.ics)]]</label><input class="w100" id="calendar" type="text" readonly value="{{calendar}}"></p>
<p class="field"><label for="feed">[[Thông báo, cho chương trình đọc tin tức trên máy (Atom)]]</label><input class="w100" id="feed" type="text" readonly value="{{feed}}"></p>
<p class="acts"><a class="btn" href="/inbox/link">[[Đã chép, về danh sách liên kết]]</a></p>
