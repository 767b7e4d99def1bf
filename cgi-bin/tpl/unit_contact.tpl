<h1>{{title}}</h1>
{{>FAULTS}}
<div id="valid_to" tabindex="-1">
<table class="stack"><caption>[[Người liên hệ]] <small>[[Chỉ người đã đăng nhập thấy tên và số điện thoại]]</small></caption>
<thead><tr><th scope="col">[[Họ tên]]</th><th scope="col">[[Chức vụ, việc phụ trách]]</th><th scope="col">[[Điện thoại]]</th><th scope="col">[[Từ ngày]]</th><th scope="col">[[Ngày cuối]]</th></tr></thead>
<tbody>
{{#CONTACT}}<tr><th scope="row">{{contact_name}}</th><td data-l="[[Chức vụ, việc phụ trách]]">{{contact_post}}</td><td data-l="[[Điện thoại]]">{{contact_phone}}</td><td data-l="[[Từ ngày]]">{{since}}</td><td data-l="[[Ngày cuối]]">{{#GONE}}{{till}}{{/GONE}}{{#END}}<form class="row" method="post" action="{{action}}"><input type="hidden" name="csrf" value="{{csrf}}"><input type="hidden" name="once" value="{{once}}"><label class="vh" for="valid_to-{{row}}">[[Ngày cuối của]] {{contact_name}}</label><input class="w8" id="valid_to-{{row}}" name="valid_to" value="{{valid_to}}" inputmode="numeric" autocomplete="off"> <button class="btn risk slim" type="submit">[[Ghi thôi phụ trách]]<span class="vh"> {{contact_name}}</span></button></form>{{/END}}</td></tr>
{{/CONTACT}}
</tbody></table></div>
<h2>[[Thêm người liên hệ]]</h2>
<form method="post" action="{{action}}">
<input type="hidden" name="csrf" value="{{csrf}}"><input type="hidden" name="once" value="{{once}}">
<p class="field"><label for="name">[[Họ tên]]</label>{{#name_error}}<span class="err">{{why}}</span>{{/name_error}}<input class="w30" id="name" name="name" value="{{name}}" maxlength="120" aria-invalid="{{name_invalid}}"></p>
<p class="field"><label for="post">[[Chức vụ, việc phụ trách]]</label>{{#post_error}}<span class="err">{{why}}</span>{{/post_error}}<input class="w30" id="post" name="post" value="{{post}}" maxlength="120" aria-invalid="{{post_invalid}}"></p>
<p class="field"><label for="phone">[[Điện thoại]]</label><span class="hint" id="phone-h">[[Chữ số và dấu cách: 0217 385 2204]]</span>{{#phone_error}}<span class="err">{{why}}</span>{{/phone_error}}<input class="w16" id="phone" name="phone" value="{{phone}}" maxlength="30" inputmode="tel" aria-invalid="{{phone_invalid}}" aria-describedby="phone-h"></p>
<p class="field"><label for="valid_from">[[Từ ngày]]</label>{{#valid_from_error}}<span class="err">{{why}}</span>{{/valid_from_error}}<input class="w8" id="valid_from" name="valid_from" value="{{valid_from}}" inputmode="numeric" autocomplete="off" aria-invalid="{{valid_from_invalid}}"></p>
<p class="acts"><button class="btn" type="submit">[[Thêm người liên hệ]]</button> <a href="{{self}}">[[Về trang đơn vị]]</a></p>
</form>
