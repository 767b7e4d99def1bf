<h1>{{title}}</h1>
<p class="asof">{{unit_name}} · {{window}}{{#PUBLISHED}} · <span class="tag done">[[Đã công bố]]</span> [[theo quyết định]] <b>{{number}}</b> [[ngày]] {{day}}{{/PUBLISHED}}{{#DRAFT}} · <span class="tag soon">[[Tạm tính, chưa công bố]]</span>{{/DRAFT}}</p>
<p class="acts no-print">{{#PUBLISH}}<a class="btn" href="{{path}}">[[Công bố kết quả]]</a> {{/PUBLISH}}{{#BOARD}}<a href="{{sheets_path}}">[[Các phiếu, thẩm định]]</a>{{/BOARD}}</p>
<form class="row no-print" method="get" action="{{path}}">
<p class="field"><label for="class">[[Nhóm]]</label><select id="class" name="class"><option value="">[[Tất cả]]</option>{{#CLASS}}<option value="{{value}}"{{#CHOSEN}} selected{{/CHOSEN}}>{{option}}</option>{{/CLASS}}</select></p>
<p class="field"><label for="q">[[Tên đơn vị, đối tượng]]</label><input class="w16" id="q" name="q" value="{{q}}" type="search" autocomplete="off" maxlength="200"></p>
<p class="field"><button class="btn alt" type="submit">[[Lọc]]</button></p>
</form>
{{#LEFT_OUT}}<div class="note warn"><p>[[Có đơn vị không gửi phiếu nên không được xếp hạng. Lý do công bố thiếu phiếu:]] {{reason}}</p></div>{{/LEFT_OUT}}
{{>TABLE}}
{{#FACES}}<p class="acts"><a href="{{xlsx_path}}">[[Tải .xlsx]]</a> <a href="{{csv_path}}">[[Tải .csv]]</a></p>{{/FACES}}
<section>
<h2>[[Cách xếp]]</h2>
<p>[[Xếp hạng trong cụm, khối, giữa các đơn vị cùng nhóm; hộ và cá nhân xếp trong đơn vị quản lý.]] {{tie_text}}</p>
{{#GRADES}}<ol>{{#GRADE}}<li><b>{{name}}</b>: [[từ]] {{minimum}}% [[điểm tối đa]]{{#FLOOR}}, [[mỗi tiêu chí ít nhất]] {{floor}}% [[điểm của nó]]{{/FLOOR}}{{#QUOTA}}, [[nhiều nhất]] {{quota}}% [[số cùng xếp hạng, làm tròn xuống]]{{/QUOTA}}</li>{{/GRADE}}</ol>{{/GRADES}}
</section>
