<p class="meta">{{unit_name}} · [[Theo kế hoạch]] <a href="{{plan_path}}">{{number}}</a> · <span class="tag {{tag}}">{{state_label}}</span></p>
<h1>{{title}}</h1>
{{>FAULTS}}
<p class="lead">{{subject}}</p>
<p class="asof">{{#DUE}}[[Hạn đăng ký]] <b>{{due}}</b>, {{how_far}}. {{/DUE}}{{#OVERDUE}}[[Vẫn đăng ký được; bản đăng ký ghi là muộn.]]{{/OVERDUE}}</p>
{{#TARGETS}}
<table class="stack">
<caption>[[Chỉ tiêu của đơn vị]]</caption>
<thead><tr><th scope="col">[[Chỉ số]]</th><th scope="col">[[Năm]]</th><th scope="col" class="num">[[Báo cáo gần nhất]]</th><th scope="col" class="num">[[Chỉ tiêu]]</th></tr></thead>
<tbody>
{{#TARGET}}
<tr><th scope="row">{{name}}{{#WORDS}} <small>{{text}}</small>{{/WORDS}}</th><td data-l="[[Năm]]">{{year}}</td><td class="num" data-l="[[Báo cáo gần nhất]]">{{#LAST}}{{last}} <small>{{last_period}}</small>{{/LAST}}{{#NO_LAST}}[[chưa có]]{{/NO_LAST}}{{#IN_WORDS}}[[không áp dụng]]{{/IN_WORDS}}</td><td class="num" data-l="[[Chỉ tiêu]]"><b>{{value}}</b> {{measure}}</td></tr>
{{/TARGET}}
</tbody>
</table>
{{/TARGETS}}
{{#NO_TARGET}}<p class="note">[[Đăng ký tham gia, chưa đặt chỉ tiêu; lý do ở phần ghi chú.]]</p>{{/NO_TARGET}}
{{#NOTE}}<h2>[[Ghi chú]]</h2><blockquote>{{note}}</blockquote>{{/NOTE}}
<p>[[Đăng ký rồi, cơ quan thường trực thấy bản này và dùng làm căn cứ đánh giá; muốn sửa phải mở lại, có lý do.]]</p>
<form method="post" action="{{action}}">
<input type="hidden" name="csrf" value="{{csrf}}"><input type="hidden" name="once" value="{{once}}"><input type="hidden" name="edition" value="{{edition}}">
<p class="acts bar-acts"><button class="btn" type="submit">[[Đăng ký tham gia]]</button> <a class="btn alt" href="{{form_path}}">[[Quay lại sửa]]</a></p>
</form>
