<p class="meta">{{kind_label}} · {{unit_name}}</p>
<h1>{{title}}</h1>
{{>FAULTS}}
{{#CHOICE}}<form class="row box no-print" method="get" action="/document/add">{{#PLANNED}}<input type="hidden" name="plan" value="{{plan}}">{{/PLANNED}}
<p class="field"><label for="choose-kind">[[Loại]]</label><select id="choose-kind" name="kind">{{#KIND}}<option value="{{value}}"{{#CHOSEN}} selected{{/CHOSEN}}>{{option}}</option>{{/KIND}}</select></p>
<p class="field"><label for="choose-unit">[[Của đơn vị]]</label><select class="w16" id="choose-unit" name="unit">{{#UNIT}}<option value="{{value}}"{{#CHOSEN}} selected{{/CHOSEN}}>{{option}}</option>{{/UNIT}}</select></p>
<p class="field"><button class="btn alt" type="submit">[[Đổi loại, đơn vị]]</button></p>
</form>{{/CHOICE}}
{{#PREVIEW}}
<section class="box" id="preview" aria-labelledby="preview-h">
<h2 id="preview-h">[[Xem trước, chưa lưu]]</h2>
<p class="meta"><a href="#text">[[Đến ô nội dung]]</a></p>
<div class="doc raw" tabindex="0" role="region" aria-label="[[Bản xem trước]]">{{#CLAUSE}}<div class="clause">{{clause_html:none}}</div>
{{/CLAUSE}}</div>
</section>
{{/PREVIEW}}
<p class="lead">[[Lưu được khi còn thiếu. Cần đủ trước khi gửi: số, ngày, trích yếu, nội dung, nơi gửi, hạn trả lời]]{{#PARTIES}}[[, các bên thống nhất]]{{/PARTIES}}{{#CONCERNS}}[[, chính sách được kiến nghị]]{{/CONCERNS}}.</p>
<form method="post" action="{{action}}">
<input type="hidden" name="csrf" value="{{csrf}}"><input type="hidden" name="once" value="{{once}}"><input type="hidden" name="edition" value="{{edition}}"><input type="hidden" name="kind" value="{{kind}}"><input type="hidden" name="unit" value="{{unit}}">
<div class="three">
<p class="field"><label for="number">[[Số, ký hiệu]]</label>{{#number_error}}<span class="err" id="number-e">[[Lỗi]]: {{why}}</span>{{/number_error}}<input class="w16" id="number" name="number" value="{{number}}" maxlength="60" autocomplete="off"{{#number_error}} aria-describedby="number-e"{{/number_error}} aria-invalid="{{number_invalid}}"></p>
<p class="field"><label for="date">[[Ngày văn bản]]</label>{{#date_error}}<span class="err" id="date-e">[[Lỗi]]: {{why}}</span>{{/date_error}}<input class="w8" id="date" name="date" value="{{date}}" inputmode="numeric" autocomplete="off"{{#date_error}} aria-describedby="date-e"{{/date_error}} aria-invalid="{{date_invalid}}"></p>
<p class="field"><label for="place">[[Địa danh]]</label>{{#place_error}}<span class="err" id="place-e">[[Lỗi]]: {{why}}</span>{{/place_error}}<input class="w16" id="place" name="place" value="{{place}}" maxlength="100" autocomplete="off"{{#place_error}} aria-describedby="place-e"{{/place_error}} aria-invalid="{{place_invalid}}"></p>
</div>
<p class="field"><label for="issuer">[[Cơ quan ban hành]]</label><span class="hint" id="issuer-h">[[Như ở đầu văn bản, ví dụ UBND xã Nậm Khao; để trống thì lấy tên đơn vị. Lần sau cổng ghi sẵn.]]</span>{{#issuer_error}}<span class="err" id="issuer-e">[[Lỗi]]: {{why}}</span>{{/issuer_error}}<input class="w30" id="issuer" name="issuer" value="{{issuer}}" maxlength="200" autocomplete="off" aria-describedby="issuer-h{{#issuer_error}} issuer-e{{/issuer_error}}" aria-invalid="{{issuer_invalid}}"></p>
<p class="field"><label for="subject">[[Trích yếu]]</label><span class="hint" id="subject-h">[[Như trên văn bản: về việc gì. Tối đa 500 ký tự.]]</span>{{#subject_error}}<span class="err" id="subject-e">[[Lỗi]]: {{why}}</span>{{/subject_error}}<textarea id="subject" name="subject" rows="2" aria-describedby="subject-h{{#subject_error}} subject-e{{/subject_error}}" aria-invalid="{{subject_invalid}}">{{subject:pre_escape}}</textarea></p>
{{#PARTIES}}<p class="field"><label for="parties">[[Các bên thống nhất]]</label><span class="hint" id="parties-h">[[Như Hội đồng Thi đua - Khen thưởng tỉnh, Ban Chỉ đạo các chương trình mục tiêu quốc gia. Tối đa 500 ký tự.]]</span>{{#parties_error}}<span class="err" id="parties-e">[[Lỗi]]: {{why}}</span>{{/parties_error}}<textarea id="parties" name="parties" rows="2" aria-describedby="parties-h{{#parties_error}} parties-e{{/parties_error}}" aria-invalid="{{parties_invalid}}">{{parties:pre_escape}}</textarea></p>{{/PARTIES}}
{{#CONCERNS}}<p class="field"><label for="concerns">[[Chính sách, văn bản được kiến nghị]]</label><span class="hint" id="concerns-h">[[Tên, số và điều khoản đề nghị sửa đổi, bổ sung. Tối đa 500 ký tự.]]</span>{{#concerns_error}}<span class="err" id="concerns-e">[[Lỗi]]: {{why}}</span>{{/concerns_error}}<textarea id="concerns" name="concerns" rows="2" aria-describedby="concerns-h{{#concerns_error}} concerns-e{{/concerns_error}}" aria-invalid="{{concerns_invalid}}">{{concerns:pre_escape}}</textarea></p>{{/CONCERNS}}
<p class="field"><label for="text">[[Nội dung]]</label><span class="hint" id="text-h">[[Dòng trống tách các đoạn; ## là đề mục; I., 1., a), - giữ nguyên như trên văn bản; **chữ đậm**. Tối đa 60.000 ký tự.]]</span>{{#text_error}}<span class="err" id="text-e">[[Lỗi]]: {{why}}</span>{{/text_error}}<textarea id="text" name="text" rows="16" aria-describedby="text-h{{#text_error}} text-e{{/text_error}}" aria-invalid="{{text_invalid}}">{{text:pre_escape}}</textarea></p>
{{#UPWARD}}<p class="field"><label for="body">[[Gửi cho]]</label><span class="hint" id="body-h">[[Cơ quan cấp trên, hoặc cơ quan của cấp trên đang có người trả lời được trên cổng.]]</span>{{#body_error}}<span class="err" id="body-e">[[Lỗi]]: {{why}}</span>{{/body_error}}<select class="w100" id="body" name="body" aria-describedby="body-h{{#body_error}} body-e{{/body_error}}" aria-invalid="{{body_invalid}}"><option value="">[[chưa chọn]]</option>{{#BODY}}<option value="{{value}}"{{#CHOSEN}} selected{{/CHOSEN}}>{{option}}</option>{{/BODY}}</select></p>{{/UPWARD}}
{{#DOWNWARD}}<fieldset><legend>[[Gửi cho]]</legend>
{{#TO}}<label class="opt"><input type="checkbox" name="to" value="{{value}}" {{ticked}}>{{label}}</label>
{{/TO}}
<p class="field"><label for="code">[[và mã đơn vị]]</label><span class="hint" id="code-h">[[Nhiều mã cách nhau bằng dấu phẩy; mã ghi ở trang Đơn vị. Đơn vị tính theo ngày gửi, mỗi đơn vị một lần.]]</span>{{#code_error}}<span class="err" id="code-e">[[Lỗi]]: {{why}}</span>{{/code_error}}<input class="w30" id="code" name="code" value="{{code}}" maxlength="400" autocomplete="off" aria-describedby="code-h{{#code_error}} code-e{{/code_error}}" aria-invalid="{{code_invalid}}"></p>
</fieldset>{{/DOWNWARD}}
<p class="field"><label for="due_date">[[Hạn trả lời]]</label><span class="hint" id="due_date-h">[[Viết như 30/11/2026; rơi vào ngày nghỉ thì tính đến hết ngày làm việc kế tiếp.]]</span>{{#due_date_error}}<span class="err" id="due_date-e">[[Lỗi]]: {{why}}</span>{{/due_date_error}}<input class="w8" id="due_date" name="due_date" value="{{due_date}}" inputmode="numeric" autocomplete="off" aria-describedby="due_date-h{{#due_date_error}} due_date-e{{/due_date_error}}" aria-invalid="{{due_date_invalid}}"></p>
<p class="field"><label for="plan">[[Phong trào]]</label><span class="hint" id="plan-h">[[Nếu văn bản gắn với một kế hoạch phong trào.]]</span>{{#plan_error}}<span class="err" id="plan-e">[[Lỗi]]: {{why}}</span>{{/plan_error}}<select class="w100" id="plan" name="plan" aria-describedby="plan-h{{#plan_error}} plan-e{{/plan_error}}" aria-invalid="{{plan_invalid}}"><option value="">[[không gắn với kế hoạch nào]]</option>{{#PLAN}}<option value="{{value}}"{{#CHOSEN}} selected{{/CHOSEN}}>{{option}}</option>{{/PLAN}}</select></p>
<div class="half">
<p class="field"><label for="authority">[[Thẩm quyền ký]]</label><span class="hint" id="authority-h">[[Mỗi dòng như trên văn bản: TM. ỦY BAN NHÂN DÂN, rồi chức vụ.]]</span>{{#authority_error}}<span class="err" id="authority-e">[[Lỗi]]: {{why}}</span>{{/authority_error}}<textarea id="authority" name="authority" rows="3" aria-describedby="authority-h{{#authority_error}} authority-e{{/authority_error}}" aria-invalid="{{authority_invalid}}">{{authority:pre_escape}}</textarea></p>
<p class="field"><label for="signer_name">[[Họ tên người ký]]</label>{{#signer_name_error}}<span class="err" id="signer_name-e">[[Lỗi]]: {{why}}</span>{{/signer_name_error}}<input class="w100" id="signer_name" name="signer_name" value="{{signer_name}}" maxlength="200" autocomplete="off"{{#signer_name_error}} aria-describedby="signer_name-e"{{/signer_name_error}} aria-invalid="{{signer_name_invalid}}"></p>
</div>
<p class="acts bar-acts"><button class="btn" type="submit" name="do" value="save">[[Lưu bản đang soạn]]</button> <button class="btn alt" type="submit" name="do" value="look">[[Xem trước]]</button> <a href="{{back_path}}">[[Bỏ, không lưu]]</a></p>
</form>
