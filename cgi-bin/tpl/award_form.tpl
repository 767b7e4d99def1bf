<p class="meta">{{kind}} · {{code}} · {{life}}</p>
<h1>{{title}}</h1>
{{>FAULTS}}
<dl class="facts"><dt>[[Dành cho]]</dt><dd>{{subjects}}</dd><dt>[[Theo văn bản]]</dt><dd>{{document}}</dd></dl>
{{#NO_RIGHT}}<div class="empty"><p>[[Chưa ghi ai có thẩm quyền tặng: chưa thể đưa vào quyết định.]]</p></div>{{/NO_RIGHT}}
{{#RIGHTS}}
<table class="stack"><caption>[[Người có thẩm quyền]]</caption>
<thead><tr><th scope="col">[[Cấp, chức danh]]</th><th scope="col">[[mục::Thời gian]]</th><th scope="col">[[Căn cứ]]</th>{{#ENDS}}<th scope="col">[[Kết thúc]]</th>{{/ENDS}}</tr></thead>
<tbody>
{{#RIGHT}}<tr><th scope="row">{{who}}</th><td data-l="[[mục::Thời gian]]">{{life}}</td><td data-l="[[Căn cứ]]">{{document}}</td>{{#ENDED}}<td>[[đã kết thúc]]</td>{{/ENDED}}{{#END}}<td data-l="[[Kết thúc]]"><form class="row" method="post" action="{{action}}"><input type="hidden" name="csrf" value="{{csrf}}"><input type="hidden" name="once" value="{{once}}"><label class="vh" for="valid_to-{{row}}">[[Ngày cuối của thẩm quyền]]</label><input class="w8" id="valid_to-{{row}}" name="valid_to" value="{{valid_to}}" inputmode="numeric" autocomplete="off"> <button class="btn risk slim" type="submit">[[Kết thúc]]<span class="vh"> {{who}}</span></button></form></td>{{/END}}</tr>
{{/RIGHT}}
</tbody></table>
{{/RIGHTS}}
{{#PAPERS}}<h2>[[Hồ sơ đề nghị gồm]]</h2>
<ul><li>[[Báo cáo thành tích]]</li>{{#PAPER}}<li>{{paper}}{{#TYPES}} ({{types}}){{/TYPES}}{{#REQUIRED}} ([[bắt buộc]]){{/REQUIRED}} <span class="meta">{{paper_document}}</span></li>{{/PAPER}}</ul>
{{/PAPERS}}{{#MAY_CHANGE}}
{{#ROWS}}<table class="stack"><caption>[[Các dòng giấy tờ trong danh mục]]</caption>
<thead><tr><th scope="col">[[Giấy tờ]]</th><th scope="col">[[Dành cho]]</th><th scope="col">[[Loại hình]]</th><th scope="col">[[mục::Thời gian]]</th><th scope="col">[[Căn cứ]]</th><th scope="col">[[Kết thúc]]</th></tr></thead>
<tbody>
{{#ROW}}<tr><th scope="row">{{paper}}{{#ROW_REQUIRED}} <small>[[bắt buộc]]</small>{{/ROW_REQUIRED}}{{#ROW_TOLD}} <small>[[chỉ nhắc]]</small>{{/ROW_TOLD}}</th><td data-l="[[Dành cho]]">{{#OF_ALL}}[[mọi danh hiệu, hình thức cùng loại]]{{/OF_ALL}}{{#OF_ONE}}[[riêng mục này]]{{/OF_ONE}}</td><td data-l="[[Loại hình]]">{{row_type}}</td><td data-l="[[mục::Thời gian]]">{{row_life}}</td><td data-l="[[Căn cứ]]">{{paper_document}}</td>{{#ROW_ENDED}}<td>[[đã kết thúc]]</td>{{/ROW_ENDED}}{{#ROW_END}}<td data-l="[[Kết thúc]]"><form class="row" method="post" action="{{action}}"><input type="hidden" name="csrf" value="{{csrf}}"><input type="hidden" name="once" value="{{once}}"><label class="vh" for="paper_to-{{row}}">[[Ngày cuối của giấy tờ]]</label><input class="w8" id="paper_to-{{row}}" name="valid_to" value="{{valid_to}}" inputmode="numeric" autocomplete="off"> <button class="btn risk slim" type="submit">[[Kết thúc]]<span class="vh"> {{paper}}</span></button></form></td>{{/ROW_END}}</tr>
{{/ROW}}
</tbody></table>
{{/ROWS}}<p class="acts"><a class="btn" href="{{right_path}}">[[Thêm thẩm quyền]]</a> <a class="btn alt" href="{{paper_path}}">[[Thêm giấy tờ của hồ sơ]]</a></p>
{{#END_FORM}}
<h2>[[Kết thúc danh hiệu, hình thức này]]</h2>
<p class="text">[[Khi luật bỏ hoặc đổi tên: ghi ngày cuối rồi thêm dòng mới cùng mã. Quyết định cũ vẫn giữ tên cũ.]]</p>
<form class="row" method="post" action="{{action}}"><input type="hidden" name="csrf" value="{{csrf}}"><input type="hidden" name="once" value="{{once}}"><p class="field"><label for="valid_to">[[Ngày cuối]]</label><input class="w8" id="valid_to" name="valid_to" value="{{valid_to}}" inputmode="numeric" autocomplete="off"></p><p class="field"><button class="btn risk" type="submit">[[Kết thúc danh hiệu, hình thức]]</button></p></form>
{{/END_FORM}}
{{/MAY_CHANGE}}
