<div id="files-{{key}}">
{{#SOME}}
<table class="stack">
<caption>{{files_label}}</caption>
<thead><tr><th scope="col">[[Tệp]]</th>{{#PARTED}}<th scope="col">[[Giấy tờ]]</th>{{/PARTED}}<th scope="col">[[Loại]]</th><th scope="col" class="num">[[Dung lượng]]</th><th scope="col">[[Ngày gửi]]</th>{{#MAY_DROP}}<th scope="col" class="no-print"><span class="vh">[[Việc]]</span></th>{{/MAY_DROP}}</tr></thead>
<tbody>
{{#FILE}}
<tr><th scope="row">{{#THERE}}<a href="{{file_path}}">{{file_name}}</a>{{/THERE}}{{#ERASED}}{{file_name}} <span class="meta">([[nội dung đã xóa khỏi cổng lúc]] {{erased_at}})</span>{{/ERASED}}</th>{{#FILE_PART}}<td data-l="[[Giấy tờ]]">{{part_label}}</td>{{/FILE_PART}}<td data-l="[[Loại]]">{{file_kind}}</td><td class="num" data-l="[[Dung lượng]]">{{file_size}}</td><td data-l="[[Ngày gửi]]">{{file_at}}<br><span class="meta">{{file_by}}</span></td>{{#DROP}}<td class="no-print"><button class="btn alt slim" type="submit" form="{{form_id}}">[[Bỏ tệp]]<span class="vh"> {{file_name}}</span></button></td>{{/DROP}}</tr>
{{/FILE}}
</tbody>
</table>
{{/SOME}}
{{#NONE}}<p class="meta">{{files_label}}: [[chưa có tệp nào.]]</p>{{/NONE}}
{{#ADD}}
{{#AGAIN}}<p class="note warn">[[Phiên làm việc đã hết khi tệp đang tới nên cổng chưa nhận: hãy chọn lại tệp.]]</p>{{/AGAIN}}
{{#CHOOSE_PART}}<p class="field no-print"><label for="part-{{key}}">[[Loại giấy tờ]]</label><select id="part-{{key}}" name="part" form="{{form_id}}">{{#PART}}<option value="{{value}}"{{#CHOSEN}} selected{{/CHOSEN}}>{{option}}</option>{{/PART}}</select></p>
{{/CHOOSE_PART}}<p class="field no-print"><label for="file-{{key}}">[[Thêm tệp]]<span class="vh">: {{files_label}}</span></label><span class="hint" id="file-{{key}}-h">[[Nhận]] {{kinds}}. [[Mỗi tệp tối đa]] {{most}}, [[mỗi lần gửi tối đa 10 tệp,]] {{most_once}}; [[cả hồ sơ tối đa]] {{most_files}} [[tệp,]] {{most_bytes}}.</span><input type="file" multiple id="file-{{key}}" name="file" form="{{form_id}}" accept="{{accept}}" aria-describedby="file-{{key}}-h"></p>
<p class="acts no-print"><button class="btn alt" type="submit" form="{{form_id}}">[[Gửi tệp]]<span class="vh">: {{files_label}}</span></button></p>
{{/ADD}}
</div>
