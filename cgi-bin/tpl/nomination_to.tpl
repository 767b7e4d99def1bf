<p class="meta">{{subject}} · {{form}}</p>
<h1>{{title}}</h1>
{{>FAULTS}}
<p class="lead">{{name}}{{#OF}}, {{of_name}}{{/OF}}. [[Thành tích]] {{achieved}}.</p>
<div id="same">{{#SAME}}<div class="note warn"><h2>[[Cùng đối tượng, cùng thời gian, phong trào và loại hình]]</h2>
<ul>{{#FOUND}}<li>{{form}}, {{achieved}}: {{#GIVEN}}[[đã khen theo]] <a href="{{found_path}}">{{number}}</a>, {{date}}{{/GIVEN}}{{#UNDER_WAY}}<a href="{{found_path}}">[[một đề nghị khác]]</a> [[của]] {{unit_name}}, {{state_label}}{{/UNDER_WAY}}</li>{{/FOUND}}</ul>
{{#STOPS}}<p><b>[[Cơ quan thường trực quy định: không khen hai lần cho một thành tích. Đề nghị này không gửi được.]]</b></p>{{/STOPS}}{{#WARNS}}<p>[[Một thành tích chỉ khen một lần, một hình thức: xem lại trước khi làm tiếp.]]</p>{{/WARNS}}</div>
{{/SAME}}
{{#NOT_ALL}}<p class="meta">[[Cơ quan thẩm định sẽ kiểm tra trùng thành tích.]]</p>
{{/NOT_ALL}}
</div>
{{>LACKS}}
{{#NO_OFFICE}}<div class="empty"><p>[[Trên cổng không có cơ quan cấp trên để chuyển tới. Quyết định của Thủ tướng, Chủ tịch nước, bộ, ngành được ghi nhận ở trang lập quyết định.]]</p><p><a href="{{self}}">[[Về đề nghị]]</a></p></div>{{/NO_OFFICE}}
{{#SOME_OFFICE}}<form method="post" action="{{action}}">
<input type="hidden" name="csrf" value="{{csrf}}"><input type="hidden" name="once" value="{{once}}"><input type="hidden" name="edition" value="{{edition}}">
<p class="field"><label for="to">[[Gửi tới cơ quan thường trực của]]</label><span class="hint" id="to-h">[[Gửi cấp trên trực tiếp, hoặc gửi thẳng cấp có thẩm quyền nếu quy chế cho phép]]</span><select id="to" name="to" aria-invalid="{{to_invalid}}" aria-describedby="to-h">{{#OFFICE}}<option value="{{value}}"{{#CHOSEN}} selected{{/CHOSEN}}>{{option}}</option>{{/OFFICE}}</select></p>
<p class="field"><label for="reason">[[Ý kiến kèm theo]]</label><span class="hint" id="reason-h">[[Không bắt buộc; cơ quan nhận đọc được]]</span><textarea id="reason" name="reason" rows="3" maxlength="4000" aria-describedby="reason-h">{{reason:pre_escape}}</textarea></p>
<p class="acts">{{#SENDS}}<button class="btn" type="submit">[[Gửi đề nghị]]</button>{{/SENDS}}{{#REFERS}}<button class="btn" type="submit">[[mục::Chuyển cấp trên]]</button>{{/REFERS}} <a href="{{self}}">[[Về đề nghị]]</a></p>
</form>{{/SOME_OFFICE}}
