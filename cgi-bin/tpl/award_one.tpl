<p class="meta">[[Danh sách khen thưởng]] · <span class="tag done">[[Đã ban hành]]</span></p>
<h1>{{title}}</h1>
{{#REVOKED}}<p class="note warn">[[Trong danh sách có]] {{revoked}} [[trường hợp đã hủy, vẫn giữ trong danh sách và ghi “đã hủy”.]]</p>{{/REVOKED}}
<dl class="facts">
<dt>[[Quyết định]]</dt><dd>[[mục::số]] {{number}} [[ngày]] {{date}} [[của]] {{issuer}}</dd>
{{#SIGNER}}<dt>[[Người ký]]</dt><dd>{{signer}}</dd>{{/SIGNER}}
{{#PLAN}}<dt>[[Phong trào]]</dt><dd><a href="{{plan_path}}">[[Kế hoạch]] {{plan_number}}</a></dd>{{/PLAN}}
<dt>[[Số lượng]]</dt><dd>{{how_many}}</dd>
</dl>
<p class="acts"><a class="btn alt" href="{{list_path}}?page=all">[[Mở cả danh sách để in]]</a> <a href="/award/check">[[Kiểm tra một bằng khen, giấy khen]]</a>{{#STAFF}} <a href="/award/register">[[Sổ khen thưởng]]</a>{{/STAFF}}</p>
<form class="box no-print" method="get" action="{{list_path}}"><div class="row">
<p class="field"><label for="q">[[Tên người, tập thể]]</label><input class="w16" id="q" name="q" value="{{q}}" maxlength="200" autocomplete="off"></p>
<p class="field"><label for="unit">[[Địa bàn]]</label><select id="unit" name="unit"><option value="">[[tất cả]]</option>{{#PLACE}}<option value="{{value}}"{{#CHOSEN}} selected{{/CHOSEN}}>{{option}}</option>{{/PLACE}}</select></p>
<p class="field"><label for="subject">[[Đối tượng]]</label><select id="subject" name="subject"><option value="">[[tất cả]]</option>{{#SUBJECT}}<option value="{{value}}"{{#CHOSEN}} selected{{/CHOSEN}}>{{option}}</option>{{/SUBJECT}}</select></p>
<p class="field"><button class="btn alt" type="submit">[[Lọc]]</button></p></div></form>
{{>TABLE}}
<p class="meta">[[Cá nhân xếp theo tên gọi. Người, hộ gia đình được nêu tên khi có đồng ý; số còn lại chỉ tính số lượng theo địa bàn.]]</p>
{{#FACES}}<p class="no-print"><a href="{{xlsx_path}}">[[Tải .xlsx]]</a> · <a href="{{csv_path}}">[[Tải .csv]]</a></p>{{/FACES}}
