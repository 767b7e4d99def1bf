<section aria-labelledby="life-h">
<h2 id="life-h">[[Sửa đổi, đính chính, thay thế, thu hồi]]</h2>
<ul class="list">
{{#CHANGE}}<li><b>{{kind_label}}</b>: <a href="{{by_path}}">{{by_name}}</a> <p class="meta">{{subject}}{{#DRAFT}} · <span class="tag {{tag}}">{{state_label}}</span>{{/DRAFT}}{{#DAYS}} · {{held}}{{#COMPARE}}<span class="no-print"> · <a href="{{difference_path}}">[[Xem từng điểm đã thay đổi]]<span class="vh">: {{by_name}}</span></a></span>{{/COMPARE}}{{/DAYS}}</p></li>
{{/CHANGE}}
</ul>
<form class="row box no-print" method="get" action="{{plan_path}}">
<p class="field"><label for="on">[[Nội dung có hiệu lực vào ngày]]</label>{{#on_error}}<span class="err" id="on-e">[[Lỗi]]: {{why}}</span>{{/on_error}}<input class="w8" id="on" name="on" value="{{on}}" inputmode="numeric" autocomplete="off" {{#on_error}}aria-describedby="on-e" {{/on_error}}aria-invalid="{{on_invalid}}"></p>
<p class="field"><button class="btn alt" type="submit">[[Xem]]</button></p>
<p class="field"><a href="{{plan_path}}/difference">[[So nội dung hai ngày]]</a></p>
</form>
</section>
