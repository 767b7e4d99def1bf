<h1>{{title}}</h1>
<form class="row box" method="get" action="/award">
<p class="field"><label for="q">[[Số, trích yếu, hoặc tên người, tập thể]]</label><span class="hint" id="q-h">[[Không cần gõ dấu; chỉ tìm trong tên được nêu công khai]]</span><input class="w30" id="q" name="q" type="search" value="{{q}}" maxlength="200" aria-describedby="q-h"></p>
<p class="field"><label for="year">[[Năm]]</label><select id="year" name="year"><option value="">[[tất cả]]</option>{{#YEAR}}<option value="{{value}}"{{#CHOSEN}} selected{{/CHOSEN}}>{{option}}</option>{{/YEAR}}</select></p>
<p class="field"><button class="btn alt" type="submit">[[Tìm quyết định]]</button></p>
</form>
<p class="acts">{{#MAY_DECIDE}}<a class="btn" href="/award/add">[[Lập quyết định]]</a> {{/MAY_DECIDE}}{{#NOMINATIONS}}<a class="btn alt" href="/award/nomination">[[mục::Đề nghị khen thưởng]]</a> {{/NOMINATIONS}}{{#REGISTER}}<a href="/award/register">[[Sổ khen thưởng]]</a> {{/REGISTER}}<a href="/award/check">[[Kiểm tra bằng khen, giấy khen]]</a> <a href="/award/count">[[Thống kê]]</a> <a href="/award/form">[[Danh mục danh hiệu, hình thức]]</a></p>
{{>TABLE}}
{{#FACES}}<p class="no-print"><a href="{{xlsx_path}}">[[Tải .xlsx]]</a> · <a href="{{csv_path}}">[[Tải .csv]]</a></p>{{/FACES}}
