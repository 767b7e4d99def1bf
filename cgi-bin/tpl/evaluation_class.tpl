<h1>{{title}}</h1>
<p class="asof">{{kinds}} · [[Tổng điểm]] {{max_total}}, [[thưởng tối đa]] {{bonus_total}} · <a href="{{blank_path}}">[[Phiếu trống để in]]</a></p>
{{>FAULTS}}
<p class="hint">{{from}}</p>
{{#CLOSED}}<p class="note">[[Đợt đã mở nên thang điểm, công thức, mức xếp loại và thời gian không sửa được nữa.]]</p>{{/CLOSED}}
<form method="post" action="{{action}}">
<input type="hidden" name="csrf" value="{{csrf}}"><input type="hidden" name="once" value="{{once}}">
{{#OPEN}}<button class="vh" type="submit" name="do" value="save" tabindex="-1" aria-hidden="true">[[Lưu thang điểm]]</button>{{/OPEN}}
<table class="stack">
<caption>[[Thang điểm]] <small>[[Tiêu chí có điều kiện (nếu có) được đánh dấu không phát sinh; khi ấy không bao giờ tính là 0 điểm.]]</small></caption>
<thead><tr><th scope="col">[[Tiêu chí]]</th><th scope="col">[[Cách tính]]</th><th scope="col" class="num">[[Điểm tối đa]]</th><th scope="col">[[Chỉ áp dụng khi]]</th><th scope="col">[[Nếu không phát sinh]]</th></tr></thead>
<tbody>
{{#ITEM}}
<tr><th scope="row">{{text}}{{#BONUS}} <span class="tag none">[[điểm thưởng]]</span>{{/BONUS}}{{#CLAUSE}}<span class="hint"><a href="{{clause_path}}">[[Điểm]] {{anchor}}</a></span>{{/CLAUSE}}</th><td data-l="[[Cách tính]]">{{kind_of}}{{#FORMULA}} <b>{{formula}}</b>{{/FORMULA}}{{#EDIT}}{{#LINK}}<br><a class="nowrap" href="{{item_path}}">[[Đặt cách tính]]<span class="vh">: {{label}}</span></a>{{/LINK}}{{/EDIT}}</td>{{#EDIT}}<td class="num" data-l="[[Điểm tối đa]]"><input class="num w5" id="{{field}}" name="{{field}}" value="{{points}}" inputmode="decimal" autocomplete="off" aria-label="[[Điểm tối đa]] {{label}}" aria-invalid="{{invalid}}">{{#FAULTY}}<span class="err">{{why}}</span>{{/FAULTY}}{{#PLANNED}}<span class="care">[[Kế hoạch ghi]] {{planned}}</span>{{/PLANNED}}</td><td data-l="[[Chỉ áp dụng khi]]">{{#CONDITION}}<input class="w8" id="{{c_field}}" name="{{c_field}}" value="{{condition}}" maxlength="200" autocomplete="off" aria-label="[[Chỉ áp dụng khi]] {{label}}">{{/CONDITION}}</td><td data-l="[[Nếu không phát sinh]]">{{#CONDITION}}<select class="w16" name="{{k_field}}" aria-label="[[Nếu không phát sinh]] {{label}}">{{#SKIP}}<option value="{{value}}"{{#CHOSEN}} selected{{/CHOSEN}}>{{option}}</option>{{/SKIP}}</select>{{/CONDITION}}{{#DROP}}<button class="btn risk slim" type="submit" name="drop" value="{{item_id}}">[[Bỏ điểm thưởng này]]</button>{{/DROP}}</td>{{/EDIT}}{{#FIXED}}<td class="num" data-l="[[Điểm tối đa]]">{{points}}{{#PLANNED}}<span class="hint">[[Kế hoạch ghi]] {{planned}}</span>{{/PLANNED}}</td><td data-l="[[Chỉ áp dụng khi]]">{{condition}}</td><td data-l="[[Nếu không phát sinh]]">{{skip_word}}</td>{{/FIXED}}</tr>
{{/ITEM}}
</tbody>
</table>
{{#OPEN}}
<input type="hidden" name="edition" value="{{edition}}">
<p class="acts"><button class="btn" type="submit" name="do" value="save">[[Lưu thang điểm]]</button> <button class="btn alt" type="submit" name="do" value="share">[[Chia đều 100 điểm]]</button></p>
<fieldset class="box"><legend>[[Thêm điểm thưởng]]</legend><p class="hint" id="bonus-h">[[Cộng ngoài thang điểm, không quá mức tối đa; tổng có thể vượt 100.]]</p>
<div class="row">
<p class="field"><label for="bonus_text">[[Nội dung thưởng]]</label><input class="w30" id="bonus_text" name="bonus_text" value="{{bonus_text}}" maxlength="500" autocomplete="off" aria-describedby="bonus-h" aria-invalid="{{bonus_text_invalid}}"></p>
<p class="field"><label for="bonus_points">[[Thưởng tối đa]]</label><input class="num w5" id="bonus_points" name="bonus_points" value="{{bonus_points}}" inputmode="decimal" autocomplete="off" aria-invalid="{{bonus_points_invalid}}"></p>
<p class="field"><button class="btn alt" type="submit" name="do" value="bonus">[[Thêm điểm thưởng]]</button></p>
</div>
</fieldset>
{{/OPEN}}
</form>
