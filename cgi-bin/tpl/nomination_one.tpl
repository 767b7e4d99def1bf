<p class="meta">[[Đề nghị khen thưởng]] · {{subject}} · <span class="tag {{tag}}">{{state_label}}</span></p>
<h1>{{title}}</h1>
{{>FAULTS}}
{{>FILE_FORMS}}
{{#HELD}}<div class="note bad"><h2>[[Tạm dừng xét]]</h2><p>{{reason}}</p><p class="meta">[[Từ ngày]] {{since}}{{#UNTIL}} [[đến ngày]] {{until}}{{/UNTIL}}</p></div>{{/HELD}}
{{#RETURNED}}<div class="note warn"><h2>{{label}}</h2><p>{{reason}}</p><p class="meta">{{who_said}}, {{at}}</p>{{#EARLIER}}<p>[[Trước đó:]] {{reason}} <span class="meta">{{returned_by}}, {{returned_at}}</span></p>{{/EARLIER}}</div>{{/RETURNED}}
{{#OWN}}<div class="note warn"><p>[[Bạn đã lập hoặc gửi đề nghị này nên không tự xét: đề nghị người khác cùng vai trò.]]</p></div>{{/OWN}}
{{>LACKS}}
{{#NEXT}}<div class="note"><p>{{#PASS_IT}}[[Bước tiếp theo: khi đã đủ, bấm “Trình lãnh đạo”. Người gửi đi là lãnh đạo]] {{unit_name}}: <b>{{senders}}</b>.{{/PASS_IT}}{{#WAITS}}[[Đề nghị đang chờ lãnh đạo]] {{unit_name}} [[gửi đi:]] <b>{{senders}}</b>. [[Việc này có trong danh sách việc của lãnh đạo.]]{{/WAITS}}{{#NOBODY_SENDS}}[[Chưa có ai được giao vai trò lãnh đạo gửi đề nghị của]] {{unit_name}}: [[báo người quản trị của đơn vị.]]{{/NOBODY_SENDS}}</p></div>
{{/NEXT}}
{{#SAME}}<div class="note warn"><h2>[[Cùng đối tượng, cùng thời gian, phong trào và loại hình]]</h2>
<ul>{{#FOUND}}<li>{{form}}, {{achieved}}: {{#GIVEN}}[[đã khen theo]] <a href="{{found_path}}">{{number}}</a>, {{date}}{{/GIVEN}}{{#UNDER_WAY}}<a href="{{found_path}}">[[một đề nghị khác]]</a> [[của]] {{unit_name}}, {{state_label}}{{/UNDER_WAY}}</li>{{/FOUND}}</ul>
{{#STOPS}}<p><b>[[Cơ quan thường trực quy định: không khen hai lần cho một thành tích. Đề nghị này không gửi được.]]</b></p>{{/STOPS}}{{#WARNS}}<p>[[Một thành tích chỉ khen một lần, một hình thức: xem lại trước khi làm tiếp.]]</p>{{/WARNS}}</div>
{{/SAME}}
{{#NOT_ALL}}<p class="meta">[[Cơ quan thẩm định sẽ kiểm tra trùng thành tích.]]</p>
{{/NOT_ALL}}
<div class="acts">{{#SEND}}<a class="btn" href="{{self}}/send">[[Gửi đề nghị]]</a> {{/SEND}}{{#EDIT}}<a class="btn alt" href="{{self}}/edit">[[Sửa đề nghị]]</a> {{/EDIT}}{{#GIVE_OPINION}}<a class="btn" href="{{self}}/opinion">[[Ghi ý kiến Hội đồng]]</a> {{/GIVE_OPINION}}{{#LIST_IT}}<a class="btn" href="/award/add">[[Đưa vào quyết định]]</a> {{/LIST_IT}}{{#MOVE}}<form method="post" action="{{action}}"><input type="hidden" name="csrf" value="{{csrf}}"><input type="hidden" name="once" value="{{once}}"><input type="hidden" name="edition" value="{{edition}}"><input type="hidden" name="move" value="{{move}}"><button class="btn {{face}}" type="submit">{{label}}</button></form> {{/MOVE}}{{#REFER}}<a class="btn alt" href="{{self}}/refer">[[mục::Chuyển cấp trên]]</a> {{/REFER}}{{#CONSENT}}<a href="{{self}}/consent">[[Đồng ý nêu tên]]</a> {{/CONSENT}}{{#HOLD}}<a href="{{self}}/hold">[[Tạm dừng xét]]</a>{{/HOLD}}</div>
{{#MOVE_REASON}}<details class="no-print"{{#OPEN}} open{{/OPEN}}><summary>{{label}}</summary><form method="post" action="{{action}}"><input type="hidden" name="csrf" value="{{csrf}}"><input type="hidden" name="once" value="{{once}}"><input type="hidden" name="edition" value="{{edition}}"><input type="hidden" name="move" value="{{move}}"><p class="field"><label for="{{reason_id}}">[[Lý do]]</label><span class="hint" id="{{reason_id}}-h">[[Bắt buộc, tối đa 4.000 ký tự; đơn vị đề nghị đọc được.]]</span><textarea id="{{reason_id}}" name="reason" rows="3" maxlength="4000" aria-describedby="{{reason_id}}-h" aria-invalid="{{reason_invalid}}">{{reason_text:pre_escape}}</textarea></p><p><button class="btn {{face}}" type="submit">{{label}}</button></p></form></details>{{/MOVE_REASON}}
<div class="cols"><div>
<dl class="facts">
<dt>[[Đề nghị tặng]]</dt><dd><b>{{form}}</b></dd>
<dt>[[Loại hình]]</dt><dd>{{type}}</dd>
{{#PLAN}}<dt>[[Phong trào]]</dt><dd><a href="{{plan_path}}">{{plan_subject}}</a></dd>{{/PLAN}}
<dt>[[Thành tích]]</dt><dd>{{achieved}}</dd>
</dl>
<h2>[[Báo cáo thành tích]]</h2>
<article class="doc">{{report_html:none}}</article>
{{#NO_REPORT}}<p class="empty">[[Chưa có báo cáo thành tích. Bấm “Sửa đề nghị” để viết.]]</p>{{/NO_REPORT}}
<h2>[[mục::Giấy tờ]]</h2>
<ul class="list">{{#PAPER}}<li>{{paper}}: {{#THERE}}<span class="tag done">[[đã có]]</span>{{/THERE}}{{#NOT_THERE}}<span class="tag none">[[chưa có]]</span>{{/NOT_THERE}}</li>{{/PAPER}}</ul>
{{>FILES}}
{{#OPINION}}<section class="note"><h2>[[Ý kiến Hội đồng]], {{day}}</h2><p>[[Đồng ý]] {{agreed}} [[trên tổng số]] {{members}} [[thành viên]] ({{percent}} %); [[dự họp, cho ý kiến]] {{present}}.</p><p>{{text}}</p><p class="meta">{{document}}</p></section>{{/OPINION}}
</div>
<aside aria-label="[[Được đề nghị]]">
<div class="box"><h2>[[Được đề nghị]]</h2>
<dl class="facts">
<dt>{{subject}}</dt><dd>{{name}}</dd>
{{#BORN}}<dt>[[Năm sinh]]</dt><dd>{{birth_year}}</dd>{{/BORN}}
{{#POST}}<dt>[[Chức vụ, nghề nghiệp]]</dt><dd>{{post}}</dd>{{/POST}}
<dt>[[Đơn vị]]</dt><dd>{{of_name}}</dd>
{{#PLACE}}<dt>[[Nơi ở, địa chỉ]]</dt><dd>{{place}}</dd>{{/PLACE}}
<dt>[[Nhóm đối tượng]]</dt><dd>{{group}}</dd>
<dt>[[Đơn vị đề nghị]]</dt><dd>{{unit_name}}</dd>
{{#HANDLER}}<dt>[[Cơ quan xét]]</dt><dd>{{handler_name}}</dd>{{/HANDLER}}
{{#DECISION}}<dt>[[Quyết định]]</dt><dd><a href="{{decision_path}}">{{number}}</a></dd>{{/DECISION}}
{{#CONSENTED}}<dt>[[Nêu tên công khai]]</dt><dd>[[có đồng ý]]</dd>{{/CONSENTED}}
{{#NOT_CONSENTED}}<dt>[[Nêu tên công khai]]</dt><dd>[[chưa đồng ý: trang công khai chỉ tính số lượng theo địa bàn]]</dd>{{/NOT_CONSENTED}}
</dl></div>
{{#STEPS}}<h2>[[Quá trình]]</h2>
<ol class="time">{{#STEP}}<li><b>{{at}}</b> {{label}} <span class="meta">{{name}}, {{unit}}</span>{{#REASON}}<blockquote>{{reason}}</blockquote>{{/REASON}}</li>{{/STEP}}</ol>
{{/STEPS}}
</aside></div>
