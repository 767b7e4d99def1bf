<p class="meta">[[Theo kế hoạch]] <a href="{{plan_path}}">{{number}}</a></p>
<h1>{{title}}</h1>
<p class="lead">{{subject}}</p>
<p class="asof">[[Đã đăng ký]] <b>{{registered}}/{{expected}}</b> [[đơn vị]], [[trong đó muộn]]: {{late_count}}.{{#MISSING}} [[Chưa đăng ký]]: <a href="{{missing_path}}">{{missing_count}}</a>.{{/MISSING}}{{#DUE}} [[Hạn đăng ký]] {{due}}, {{how_far}}.{{/DUE}} <span class="only-print">[[Tính đến]] {{now}}.</span></p>
{{#NOBODY}}<p class="note">[[Chưa có người dùng trên cổng]]: <a href="{{nobody_path}}">{{nobody_count}}</a> [[đơn vị]]. [[Các đơn vị này chưa thể đăng ký nên không tính vào số phải đăng ký; đề nghị đơn vị cấp trên cử người, rồi người quản trị giao vai trò.]]</p>{{/NOBODY}}
<form class="row box no-print" method="get">
<p class="field"><label for="state">[[Đơn vị]]</label><select id="state" name="state">{{#STATE}}<option value="{{value}}"{{#CHOSEN}} selected{{/CHOSEN}}>{{option}}</option>{{/STATE}}</select></p>
<p class="field"><button class="btn alt" type="submit">[[Lọc đơn vị]]</button></p>
</form>
{{>TABLE}}
{{#FACES}}<p class="acts"><a href="{{xlsx_path}}">[[Tải .xlsx]]</a> <a href="{{csv_path}}">[[Tải .csv]]</a></p>{{/FACES}}
{{#WHOLE}}
<section aria-labelledby="totals-h">
<h2 id="totals-h">[[Tổng chỉ tiêu]]</h2>
{{>TOTALS}}
</section>
{{/WHOLE}}
