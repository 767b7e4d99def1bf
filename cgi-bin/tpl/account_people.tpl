<h1>{{title}}</h1>
<p class="acts no-print"><a class="btn" href="/account/people/add">[[Thêm người dùng]]</a>{{#TOP}} <a href="/account/setting">[[Cài đặt của cổng]]</a>{{/TOP}}{{#ERASES}} <a href="/account/trail/erase">[[Xóa giá trị trong nhật ký]]</a>{{/ERASES}}</p>
<form class="box row no-print" method="get" action="/account/people">
<p class="field"><label for="q">[[Họ tên, tên đăng nhập hoặc điện thoại]]</label><input class="w16" id="q" name="q" type="search" maxlength="120" value="{{q}}"></p>
<p class="field"><label for="unit">[[Đơn vị (tên hoặc mã)]]</label><input class="w16" id="unit" name="unit" type="search" maxlength="200" value="{{unit}}"></p>
<p class="field"><label for="state">[[Tình trạng]]</label><select id="state" name="state"><option value="">[[Tất cả]]</option><option value="on" {{state_on}}>[[Đang dùng]]</option><option value="off" {{state_off}}>[[Đã khóa]]</option><option value="bare" {{state_bare}}>[[Chưa được giao vai trò]]</option></select></p>
<p class="acts"><button class="btn alt" type="submit">[[Lọc danh sách]]</button></p>
</form>
{{>TABLE}}
{{#FACES}}<p class="no-print"><a href="{{xlsx_path}}">[[Tải .xlsx]]</a> · <a href="{{csv_path}}">[[Tải .csv]]</a></p>{{/FACES}}
