<p class="meta">{{group_kind}}, {{life}}</p>
<h1>{{title}}</h1>
{{>FAULTS}}
<dl class="facts"><dt>[[Hội đồng lập]]</dt><dd><a href="{{unit_path}}">{{unit_name}}</a></dd><dt>[[Theo văn bản]]</dt><dd>{{document}}{{#WORDS}}: {{document_text}}{{/WORDS}}</dd></dl>
{{#NO_MEMBER}}<div class="empty"><p>[[Vào ngày này cụm, khối chưa có thành viên.]]</p></div>{{/NO_MEMBER}}
{{#MEMBERS}}
<table class="stack"><caption>[[Thành viên]] <small>[[Tất cả]]: {{total}}</small></caption>
<thead><tr>
{{>HEADS}}{{#ENDS}}<th scope="col">[[Ngày cuối]]</th>{{/ENDS}}</tr></thead>
<tbody>
{{#MEMBER}}<tr><th scope="row"><a href="{{member_path}}">{{member_name}}</a></th><td data-l="[[Mã]]">{{member_code}}</td><td data-l="[[Vai trò]]">{{member_head}}</td><td data-l="[[Từ ngày]]">{{since}}</td>{{#END}}<td data-l="[[Ngày cuối]]"><form class="row" method="post" action="{{action}}"><input type="hidden" name="csrf" value="{{csrf}}"><input type="hidden" name="once" value="{{once}}"><label class="vh" for="valid_to-{{row}}">[[Ngày cuối của]] {{member_name}}</label><input class="w8" id="valid_to-{{row}}" name="valid_to" value="{{valid_to}}" inputmode="numeric" autocomplete="off"> <button class="btn risk slim" type="submit">[[Ghi thôi tham gia]]<span class="vh"> {{member_name}}</span></button></form></td>{{/END}}</tr>
{{/MEMBER}}
</tbody></table>
{{>PAGER}}{{#FACES}}<p class="no-print"><a href="{{xlsx_path}}">[[Tải .xlsx]]</a> · <a href="{{csv_path}}">[[Tải .csv]]</a></p>{{/FACES}}
{{/MEMBERS}}
{{#MAY_CHANGE}}
<h2>[[Thêm thành viên hoặc đổi vai trò]]</h2>
<form method="post" action="{{action}}">
<input type="hidden" name="csrf" value="{{csrf}}"><input type="hidden" name="once" value="{{once}}">
<p class="field"><label for="unit">[[Đơn vị]]</label><span class="hint" id="unit-h">[[Mã, hoặc tên đầy đủ nếu không trùng]]</span>{{#unit_error}}<span class="err">{{why}}</span>{{/unit_error}}<input class="w30" id="unit" name="unit" value="{{unit}}" maxlength="200" aria-invalid="{{unit_invalid}}" aria-describedby="unit-h"></p>
<p class="field"><label for="head">[[Vai trò]]</label><select id="head" name="head">{{#HEAD}}<option value="{{value}}"{{#CHOSEN}} selected{{/CHOSEN}}>{{option}}</option>{{/HEAD}}</select></p>
<p class="field"><label for="valid_from">[[Từ ngày]]</label>{{#valid_from_error}}<span class="err">{{why}}</span>{{/valid_from_error}}<input class="w8" id="valid_from" name="valid_from" value="{{valid_from}}" inputmode="numeric" autocomplete="off" aria-invalid="{{valid_from_invalid}}"></p>
<p class="acts"><button class="btn" type="submit">[[Ghi thành viên]]</button></p>
</form>
{{/MAY_CHANGE}}
{{#WITH_SEATS}}<h2>[[Ủy viên Hội đồng phụ trách]]</h2>{{/WITH_SEATS}}
{{#NO_SEAT}}<p class="text">[[Vào ngày này chưa ghi ủy viên nào của Hội đồng phụ trách cụm, khối.]]</p>{{/NO_SEAT}}
{{#SEATS}}
<table class="stack"><caption class="vh">[[Ủy viên phụ trách]]</caption>
<thead><tr><th scope="col">[[Họ và tên]]</th><th scope="col">[[Từ ngày]]</th><th scope="col">[[Theo quyết định]]</th>{{#ENDS}}<th scope="col">[[Ngày cuối]]</th>{{/ENDS}}</tr></thead>
<tbody>
{{#SEAT}}<tr><th scope="row">{{seat_name}}</th><td data-l="[[Từ ngày]]">{{since}}</td><td data-l="[[Theo quyết định]]">{{decision_of}}</td>{{#END}}<td data-l="[[Ngày cuối]]"><form class="row" method="post" action="{{action}}"><input type="hidden" name="csrf" value="{{csrf}}"><input type="hidden" name="once" value="{{once}}"><label class="vh" for="seat_to-{{row}}">[[Ngày cuối của]] {{seat_name}}</label><input class="w8" id="seat_to-{{row}}" name="valid_to" value="{{valid_to}}" inputmode="numeric" autocomplete="off"> <button class="btn risk slim" type="submit">[[Ghi thôi phụ trách]]<span class="vh"> {{seat_name}}</span></button></form></td>{{/END}}</tr>
{{/SEAT}}
</tbody></table>
{{/SEATS}}
{{#MAY_SEAT}}
<form method="post" action="{{action}}">
<input type="hidden" name="csrf" value="{{csrf}}"><input type="hidden" name="once" value="{{once}}">
<p class="field"><label for="login">[[Tên đăng nhập của ủy viên]]</label><span class="hint" id="login-h">[[Người đang giữ vai trò ủy viên ở Hội đồng lập cụm, khối này; phụ trách không thêm quyền nào.]]</span>{{#login_error}}<span class="err">{{why}}</span>{{/login_error}}<input class="w16" id="login" name="login" value="{{login}}" maxlength="60" autocomplete="off" aria-describedby="login-h" aria-invalid="{{login_invalid}}"></p>
<p class="field"><label for="seat_from">[[Phụ trách từ ngày]]</label>{{#seat_from_error}}<span class="err">{{why}}</span>{{/seat_from_error}}<input class="w8" id="seat_from" name="seat_from" value="{{seat_from}}" inputmode="numeric" autocomplete="off" aria-invalid="{{seat_from_invalid}}"></p>
<p class="field"><label for="decision">[[Số quyết định]]</label><span class="hint" id="decision-h">[[Quyết định lập Hội đồng hoặc phân công, thí dụ 2338/QĐ-UBND.]]</span>{{#decision_error}}<span class="err">{{why}}</span>{{/decision_error}}<input class="w16" id="decision" name="decision" value="{{decision}}" maxlength="100" autocomplete="off" aria-describedby="decision-h" aria-invalid="{{decision_invalid}}"></p>
<p class="acts"><button class="btn" type="submit">[[Giao phụ trách]]</button></p>
</form>
{{/MAY_SEAT}}
{{#MAY_END}}
<h2>[[Thôi cụm, khối này]]</h2>
<form class="row" method="post" action="{{action}}"><input type="hidden" name="csrf" value="{{csrf}}"><input type="hidden" name="once" value="{{once}}"><p class="field"><label for="valid_to">[[Ngày cuối]]</label><input class="w8" id="valid_to" name="valid_to" value="{{valid_to}}" inputmode="numeric" autocomplete="off"></p><p class="field"><button class="btn risk" type="submit">[[Kết thúc cụm, khối]]</button></p></form>
{{/MAY_END}}
