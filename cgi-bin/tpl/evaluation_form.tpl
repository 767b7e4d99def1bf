{{>HEAD}}
{{>FAULTS}}
{{>FILE_FORMS}}

<form method="post" action="{{action}}">
<input type="hidden" name="csrf" value="{{csrf}}"><input type="hidden" name="once" value="{{once}}"><input type="hidden" name="edition" value="{{edition}}">
<button class="vh" type="submit" name="do" value="save" tabindex="-1" aria-hidden="true">[[Lưu nháp]]</button>
{{#HOUSEHOLD}}
<div class="row box">
<p class="field"><label for="exit_day">[[Ngày được công nhận thoát nghèo]]</label><span class="hint" id="exit_day-h">[[Theo quyết định; chưa thoát nghèo thì để trống.]]</span>{{#exit_day_error}}<span class="err">[[Lỗi:]] {{why}}</span>{{/exit_day_error}}<input class="w8" id="exit_day" name="exit_day" value="{{exit_day}}" autocomplete="off" aria-describedby="exit_day-h" aria-invalid="{{exit_day_invalid}}"></p>
<p class="field"><label for="back_day">[[Ngày tái nghèo]]</label><span class="hint" id="back_day-h">[[Không tái nghèo thì để trống.]]</span>{{#back_day_error}}<span class="err">[[Lỗi:]] {{why}}</span>{{/back_day_error}}<input class="w8" id="back_day" name="back_day" value="{{back_day}}" autocomplete="off" aria-describedby="back_day-h" aria-invalid="{{back_day_invalid}}"></p>
</div>
{{/HOUSEHOLD}}
<table class="stack">
<caption>[[Bảng tự chấm]] <small>[[Nhóm]] {{class_name}}. {{from}} [[Điểm cổng tính lấy từ báo cáo, không gõ lại. Chưa biết thì để trống và lưu nháp; không phát sinh không bị tính là 0 điểm.]]</small></caption>
<thead><tr><th scope="col">[[Tiêu chí]]</th><th scope="col" class="w16 wide">[[Thuyết minh, minh chứng]]</th><th scope="col" class="num">[[Tự chấm]]</th><th scope="col" class="num">[[Tối đa]]</th></tr></thead>
<tbody>
{{#LINE}}
<tr><th scope="row"><b>{{text}}</b>{{#BONUS}} <span class="tag none">[[điểm thưởng]]</span>{{/BONUS}}<span class="hint" id="{{hint_id}}">{{#CLAUSE}}<a href="{{clause_path}}">[[Điểm]] {{anchor}}</a>. {{/CLAUSE}}{{#CONDITION}}[[Chỉ áp dụng khi]]: {{condition}}. {{/CONDITION}}{{#HOW}}<br>{{how}} {{/HOW}}{{#LACKING}}<span class="care">{{how}}</span> {{/LACKING}}{{#BASE}}<a href="/report/{{report}}">[[Báo cáo đầu kỳ]]</a>. {{/BASE}}{{#REPORT}}<a href="/report/{{report}}">[[Báo cáo cuối kỳ]]</a>. {{/REPORT}}{{#LAST}}[[Đợt trước]]: {{last}}.{{/LAST}}</span>{{#REASON}}<span class="err">[[Lý do trả lại:]] {{reason}}</span>{{/REASON}}{{#FAULTY}}<span class="err" id="e_{{field}}">[[Lỗi:]] {{why}}</span>{{/FAULTY}}{{#NA}}<label class="opt"><input type="checkbox" name="{{na}}" value="1" {{ticked}}>[[Không phát sinh nhiệm vụ này]]</label>{{/NA}}</th><td data-l="[[Thuyết minh, minh chứng]]">{{#DOCUMENT}}{{#FAULTY}}<span class="err">[[Lỗi:]] {{why}}</span>{{/FAULTY}}{{#PAPERS}}<label for="{{p_field}}">[[Văn bản của đơn vị trên cổng]]</label> <select class="w100" id="{{p_field}}" name="{{p_field}}" aria-invalid="{{p_invalid}}">{{#CHOICE}}<option value="{{value}}"{{#CHOSEN}} selected{{/CHOSEN}}>{{option}}</option>{{/CHOICE}}</select><br>{{/PAPERS}}{{#PAPER}}<span class="hint">[[Lấy từ cổng]]: <a href="{{paper_path}}">{{paper_name}}</a></span>{{/PAPER}}<label for="{{d_field}}">[[Số, ký hiệu văn bản]]</label> <input class="w8" id="{{d_field}}" name="{{d_field}}" value="{{document}}" maxlength="200" autocomplete="off" aria-invalid="{{document_invalid}}"><br><label for="{{dd_field}}">[[Ngày của văn bản]]</label> <input class="w8" id="{{dd_field}}" name="{{dd_field}}" value="{{document_day}}" autocomplete="off" aria-invalid="{{day_invalid}}">{{/DOCUMENT}}{{#TEXT_FAULTY}}<span class="err">[[Lỗi:]] {{why}}</span>{{/TEXT_FAULTY}}<textarea id="{{t_field}}" name="{{t_field}}" rows="2" aria-label="[[mục::Thuyết minh]]: {{label}}" aria-invalid="{{t_invalid}}">{{own_text:pre_escape}}</textarea>{{#FILE}}<button class="link no-print" type="submit" name="files" value="{{item_id}}">[[Lưu và kèm tệp minh chứng]]<span class="vh">: {{label}}</span></button> <span class="meta">{{files}}</span>{{/FILE}}</td><td class="num" data-l="[[Tự chấm]]">{{#INPUT}}<input class="num w5" id="{{field}}" name="{{field}}" inputmode="decimal" autocomplete="off" maxlength="40" value="{{value}}" aria-label="[[Điểm tự chấm]]: {{label}}" aria-describedby="{{described}}" aria-invalid="{{invalid}}">{{/INPUT}}{{#COMPUTED}}<output id="{{field}}"><b>{{points}}</b></output><span class="hint">[[Cổng tính]]</span>{{/COMPUTED}}</td><td class="num" data-l="[[Tối đa]]">{{maximum}}</td></tr>
{{/LINE}}
</tbody>
<tfoot>
<tr class="total"><th scope="row" colspan="2">[[Tổng]]{{#PART}} <span class="hint">[[Chưa tính các ô chưa chấm.]]</span>{{/PART}}</th><td class="num" data-l="[[Tự chấm]]">{{own_total}}</td><td class="num" data-l="[[Tối đa]]">{{max_total}}</td></tr>
</tfoot>
</table>
<p class="field"><label for="note">[[Nhận xét chung của đơn vị]]</label>{{#note_error}}<span class="err">[[Lỗi:]] {{why}}</span>{{/note_error}}<textarea id="note" name="note" rows="4" aria-invalid="{{note_invalid}}">{{note:pre_escape}}</textarea></p>
<p class="acts bar-acts"><button class="btn" type="submit" name="do" value="check">[[Xem lại rồi gửi]]</button> <button class="btn alt" type="submit" name="do" value="save">[[Lưu nháp]]</button>{{#SAVED}} <a href="{{print_path}}">[[In phiếu chấm]]</a> <span class="meta">[[Lưu lần cuối]] {{saved_at}} {{saver}}</span>{{/SAVED}}</p>
</form>
{{#SAVED}}
<section>
<h2>[[Minh chứng của từng tiêu chí]]</h2>
<p class="hint no-print">[[Nút Gửi tệp chỉ gửi tệp: bấm Lưu nháp trước nếu vừa gõ điểm hay thuyết minh.]]</p>
</section>
{{/SAVED}}
{{#EVIDENCE}}
<details{{#OPEN}} open{{/OPEN}}><summary>{{label}} ({{n}} [[tệp]])</summary><p class="meta">{{text}}</p>{{>FILES}}</details>
{{/EVIDENCE}}
{{>MOVES}}
{{>HISTORY}}
