{{>HEAD}}
{{>FAULTS}}
{{#MEANWHILE}}
<div class="note bad" role="alert"><h2>[[Chưa lưu: báo cáo này vừa được lưu ở nơi khác]]</h2><p>{{saver}}, {{saved_at}}. [[Số liệu bạn nhập vẫn còn trong các ô; số của bản kia ghi ngay dưới tên ô. Xem lại từng ô khác nhau rồi lưu: bản của bạn sẽ thay bản kia.]]</p></div>
{{/MEANWHILE}}
<form method="post" action="{{action}}">
<input type="hidden" name="csrf" value="{{csrf}}"><input type="hidden" name="once" value="{{once}}"><input type="hidden" name="edition" value="{{edition}}">
<div class="cols">
<div>
{{#ASKED}}<p class="hint">[[Số lẻ viết dấu phẩy, thí dụ 1.234,5. Không phát sinh thì ghi 0; chưa biết thì để trống và lưu nháp.]]</p>{{/ASKED}}
{{#SECTION}}
{{#FIGURES}}
<table class="stack">
<caption>{{title_of}} <small>{{plan_name}} {{section_hint}}</small></caption>
<thead><tr><th scope="col">[[Chỉ số]]</th><th scope="col">[[Đơn vị tính]]</th><th scope="col" class="num">[[Kỳ trước]]</th><th scope="col" class="num">[[Kỳ này]]</th></tr></thead>
<tbody>
{{#LINE}}
<tr>{{#INPUT}}<th scope="row"><label for="{{field}}">{{name}}</label>{{#CARRIED}}<span class="hint" id="h_{{field}}">[[Lấy từ cuối kỳ trước, không sửa ở đây.]]</span>{{/CARRIED}}{{#REASON}}<span class="err" id="r_{{field}}">[[Lý do trả lại:]] {{reason}}</span>{{/REASON}}{{#MENDED}}<span class="hint" id="r_{{field}}"><span class="tag done">[[Đã sửa]]</span> [[Lý do trả lại:]] {{reason}}</span>{{/MENDED}}{{#FAULTY}}<span class="err" id="e_{{field}}">[[Lỗi:]] {{why}}</span>{{/FAULTY}}{{#WRONG_SUM}}<span class="care">[[Chưa khớp:]] {{rule}}: {{sum}}</span>{{/WRONG_SUM}}{{#ODD}}<span class="care" id="o_{{field}}"><b>[[Xem lại:]]</b> [[gấp hơn 10 lần hoặc chưa bằng một phần mười kỳ trước.]]</span>{{/ODD}}{{#OTHER}}<span class="care" id="t_{{field}}">[[Bản kia đã lưu:]] <b>{{other}}</b></span>{{/OTHER}}</th><td class="nowrap" id="u_{{field}}" data-l="[[Đơn vị tính]]">{{measure}}</td><td class="num" data-l="[[Kỳ trước]]">{{last}}</td><td class="num" data-l="[[Kỳ này]]"><input class="num w8" id="{{field}}" name="{{field}}" inputmode="decimal" autocomplete="off" maxlength="40" value="{{value}}" aria-invalid="{{invalid}}" aria-describedby="{{described}}"{{#READONLY}} readonly{{/READONLY}}></td>{{/INPUT}}{{#RATE}}<th scope="row">{{name}}<span class="hint">[[Tính từ số đã lưu]]{{#CHANGE}}: {{change}}{{/CHANGE}}</span></th><td class="nowrap" data-l="[[Đơn vị tính]]">{{measure}}</td><td class="num" data-l="[[Kỳ trước]]">{{last}}</td><td class="num" data-l="[[Kỳ này]]"><b>{{value}}</b>{{#COUNTS}} ({{counts}}){{/COUNTS}}</td>{{/RATE}}</tr>
{{/LINE}}
</tbody>
</table>
{{/FIGURES}}
{{#WORDS}}
<p class="field"><label for="{{field}}">{{title_of}}</label><span class="hint" id="h_{{field}}">{{plan_name}} {{section_hint}} [[Tối đa khoảng 15 trang A4. Để một dòng trống giữa hai đoạn; dấu - ở đầu dòng để liệt kê.]]</span>{{#REASON}}<span class="err" id="r_{{field}}">[[Lý do trả lại:]] {{reason}}</span>{{/REASON}}{{#MENDED}}<span class="hint" id="r_{{field}}"><span class="tag done">[[Đã sửa]]</span> [[Lý do trả lại:]] {{reason}}</span>{{/MENDED}}{{#FAULTY}}<span class="err" id="e_{{field}}">[[Lỗi:]] {{why}}</span>{{/FAULTY}}<textarea id="{{field}}" name="{{field}}" rows="8" aria-invalid="{{invalid}}" aria-describedby="{{described}}">{{value:pre_escape}}</textarea></p>
{{#OTHER}}<details><summary>[[Bản đã lưu ở nơi khác]]</summary><blockquote>{{other}}</blockquote></details>{{/OTHER}}
{{#PREVIEW}}<details class="no-print"><summary>[[Xem bản trình bày]]</summary><div class="text">{{preview_html:none}}</div></details>{{/PREVIEW}}
{{/WORDS}}
{{/SECTION}}
</div>
<aside class="side" aria-label="[[Tình trạng báo cáo]]">
<div class="box">
<h2>[[Báo cáo này]]</h2>
<dl class="facts">
{{#SAVED}}<dt>[[Lưu lần cuối]]</dt><dd>{{saved_at}} {{saver}}</dd>{{/SAVED}}
<dt>[[Đã nhập]]</dt><dd>{{filled}}/{{asked}} {{#ASKED}}[[chỉ số]]{{/ASKED}}{{#WORDS_ALONE}}[[phần]]{{/WORDS_ALONE}}</dd>
</dl>
</div>
{{>HISTORY}}
</aside>
</div>
<p class="acts bar-acts"><button class="btn" type="submit" name="do" value="check">[[Lưu và kiểm tra]]</button> <button class="btn alt" type="submit" name="do" value="save">[[Lưu nháp]]</button> <a href="{{blank_path}}">[[In mẫu trống]]</a></p>
</form>
