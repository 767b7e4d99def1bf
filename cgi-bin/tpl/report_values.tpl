{{#SECTION}}
{{#FIGURES}}
<table class="stack">
<caption>{{title_of}} <small>{{plan_name}}</small></caption>
<thead><tr><th scope="col">[[Chỉ số]]</th><th scope="col">[[Đơn vị tính]]</th><th scope="col" class="num">[[Kỳ trước]]</th><th scope="col" class="num">[[Kỳ này]]</th><th scope="col">[[Thay đổi]]</th>{{#ASKS}}<th scope="col">[[Lý do trả lại ô này]]</th>{{/ASKS}}</tr></thead>
<tbody>
{{#LINE}}
<tr id="{{field}}"><th scope="row">{{name}}{{#WRONG_SUM}}<span class="err">[[Chưa khớp:]] {{rule}}: {{sum}}</span>{{/WRONG_SUM}}{{#FAULTY}}<span class="err">[[Lỗi:]] {{why}}{{#MEND}} <a href="{{path}}">[[Sửa ô này]]<span class="vh">: {{name}}</span></a>{{/MEND}}</span>{{/FAULTY}}{{#ODD}}<span class="care"><b>[[Xem lại:]]</b> [[gấp hơn 10 lần hoặc chưa bằng một phần mười kỳ trước.]]</span>{{/ODD}}{{#REASON}}<span class="err">[[Lý do trả lại:]] {{reason}}</span>{{/REASON}}{{#MENDED}}<span class="hint"><span class="tag done">[[Đã sửa]]</span> [[Lý do trả lại:]] {{reason}}</span>{{/MENDED}}</th><td class="nowrap" data-l="[[Đơn vị tính]]">{{measure}}</td><td class="num" data-l="[[Kỳ trước]]">{{last}}</td><td class="num" data-l="[[Kỳ này]]"><b>{{value}}</b>{{#COUNTS}} ({{counts}}){{/COUNTS}}</td><td data-l="[[Thay đổi]]">{{change}}</td>{{#ASK}}<td data-l="[[Lý do trả lại ô này]]">{{#IN}}<input class="w16" id="{{r_field}}" name="{{r_field}}" value="{{typed}}" maxlength="1000" autocomplete="off" aria-label="[[Lý do trả lại ô này]]: {{name}}">{{/IN}}</td>{{/ASK}}</tr>
{{/LINE}}
</tbody>
</table>
{{/FIGURES}}
{{#WORDS}}
<section id="{{field}}">
<h2>{{title_of}}</h2>
<p class="meta">{{plan_name}}</p>
{{#REASON}}<p class="err">[[Lý do trả lại:]] {{reason}}</p>{{/REASON}}{{#MENDED}}<p class="hint"><span class="tag done">[[Đã sửa]]</span> [[Lý do trả lại:]] {{reason}}</p>{{/MENDED}}
{{#TEXT}}<div class="text">{{text_html:none}}</div>{{/TEXT}}
{{#NOTHING}}<p class="meta">[[Chưa có nội dung.]]</p>{{/NOTHING}}
{{#ASK}}<p class="field no-print"><label for="{{r_field}}">[[Lý do trả lại phần này]]: {{title_of}}</label><input class="w100" id="{{r_field}}" name="{{r_field}}" value="{{typed}}" maxlength="1000" autocomplete="off"></p>{{/ASK}}
</section>
{{/WORDS}}
{{/SECTION}}
