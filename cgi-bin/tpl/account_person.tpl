<p><span class="tag {{face}}">{{state}}</span></p>
<h1>{{title}}</h1>
<dl class="facts">
<dt>[[Tên đăng nhập]]</dt><dd>{{login}}</dd>
<dt>[[Điện thoại]]</dt><dd>{{phone}}</dd>
<dt>[[Tạo lúc]]</dt><dd>{{created}}</dd>
<dt>[[Xác minh hai bước]]</dt><dd>{{factor}}</dd>
</dl>
{{#SELF}}
<div class="note"><h2>[[Đây là tài khoản của bạn]]</h2><p>[[Không ai tự giao vai trò hoặc tự khóa mình: đề nghị người quản trị khác. Mật khẩu và phiên làm việc của bạn ở trang]] <a href="/account">[[Tài khoản]]</a>.</p></div>
{{/SELF}}
{{#PARTLY}}
<div class="note"><h2>[[Người này còn vai trò ngoài phạm vi bạn quản lý]]</h2><p>[[Bạn giao và kết thúc được các vai trò trong phạm vi của mình. Việc sửa họ tên, cấp mật khẩu, khóa tài khoản do người quản trị cấp trên làm.]]</p></div>
{{/PARTLY}}
<section>
<h2>[[Vai trò]]</h2>
{{#NO_MANDATE}}
<div class="empty"><p>[[Người này chưa được giao vai trò nào, nên chỉ xem được những gì ai cũng xem được.]]</p></div>
{{/NO_MANDATE}}
{{#MANDATES}}
<table class="stack">
<caption>[[Vai trò đã và đang giữ]]</caption>
<thead><tr><th scope="col">[[Vai trò]]</th><th scope="col">[[Đơn vị]]</th><th scope="col">[[Chức vụ]]</th><th scope="col">[[Từ ngày]]</th><th scope="col">[[Đến hết ngày]]</th><th scope="col">[[Văn bản giao]]</th><th scope="col">[[Tình trạng]]</th></tr></thead>
<tbody>
{{#MANDATE}}
<tr><th scope="row">{{role}}</th><td data-l="[[Đơn vị]]">{{unit}}</td><td data-l="[[Chức vụ]]">{{post}}</td><td data-l="[[Từ ngày]]">{{valid_from}}</td><td data-l="[[Đến hết ngày]]">{{valid_to}}</td><td data-l="[[Văn bản giao]]">{{document}}</td><td data-l="[[Tình trạng]]"><span class="tag {{tag}}">{{when}}</span>{{#END}} <a href="{{end_path}}" aria-label="[[Kết thúc]]: {{role}}, {{unit}}">[[Kết thúc]]</a>{{/END}}</td></tr>
{{/MANDATE}}
</tbody>
</table>
{{/MANDATES}}
{{#GIVE}}<p class="acts"><a class="btn" href="/account/people/{{id}}/mandate">[[Giao thêm vai trò]]</a></p>{{/GIVE}}
</section>
{{#WHOLE}}
<section>
<h2>[[Tài khoản]]</h2>
<p class="acts"><a href="/account/people/{{id}}/edit">[[Sửa họ tên, điện thoại]]</a></p>
{{#RESET}}<form method="post" action="{{action}}"><input type="hidden" name="csrf" value="{{csrf}}"><p class="text">[[Quên mật khẩu: cấp mật khẩu tạm dùng một lần; mọi phiên đang mở kết thúc.]]</p><p class="acts"><button class="btn alt" type="submit">[[Cấp mật khẩu tạm]]</button></p></form>{{/RESET}}
{{#FACTOR}}<p class="text">[[Mất điện thoại và mã dự phòng: đặt lại xác minh hai bước sau khi chắc chắn đúng người.]]</p><p class="acts"><a href="/account/people/{{id}}/factor">[[Đặt lại xác minh hai bước]]</a></p>{{/FACTOR}}
{{#SESSIONS}}<form method="post" action="{{action}}"><input type="hidden" name="csrf" value="{{csrf}}"><input type="hidden" name="once" value="{{once}}"><p class="text">[[Nghi có người khác dùng: kết thúc mọi phiên, người này phải đăng nhập lại.]]</p><p class="acts"><button class="btn alt" type="submit">[[Kết thúc mọi phiên]]</button></p></form>{{/SESSIONS}}
{{#OFF}}<form method="post" action="{{action}}"><input type="hidden" name="csrf" value="{{csrf}}"><input type="hidden" name="once" value="{{once}}"><input type="hidden" name="off" value="1"><p class="text">[[Khóa: không đăng nhập được nữa, phiên đang mở kết thúc ngay; việc đã làm và vai trò vẫn còn trong sổ.]]</p><p class="acts"><button class="btn risk" type="submit">[[Khóa tài khoản]]</button></p></form>{{/OFF}}
{{#ON}}<form method="post" action="{{action}}"><input type="hidden" name="csrf" value="{{csrf}}"><input type="hidden" name="once" value="{{once}}"><p class="acts"><button class="btn alt" type="submit">[[Mở khóa tài khoản]]</button></p></form>{{/ON}}
</section>
{{/WHOLE}}
