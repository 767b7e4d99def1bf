<h1>{{title}}</h1>
{{>FAULTS}}
<p class="lead">{{subject}}</p>
<p class="note">[[Sau khi ban hành, văn bản, các điểm và nơi nhận không sửa được nữa; kế hoạch gửi ngay tới các đơn vị đã gắn.]]</p>
{{#ANNEX}}<p class="note">[[Phụ lục còn để trống số, ngày của văn bản này; cổng điền theo số, ngày ghi dưới đây:]] “{{line}}”</p>
{{/ANNEX}}<form method="post" action="{{action}}">
<input type="hidden" name="csrf" value="{{csrf}}"><input type="hidden" name="once" value="{{once}}">
<p class="field"><label for="number">[[Số, ký hiệu]]</label><span class="hint" id="number-h">[[Như trong sổ văn bản đi, thí dụ 05/KH-UBND]]</span><input class="w16" id="number" name="number" value="{{number}}" maxlength="60" aria-describedby="number-h" aria-invalid="{{number_invalid}}">{{#number_error}}<span class="err">{{why}}</span>{{/number_error}}</p>
<p class="field"><label for="date">[[Ngày ban hành]]</label><span class="hint" id="date-h">[[Từ ngày duyệt]] {{approved_on}} [[đến hôm nay; viết như 05/01/2026]]</span><input class="w8" id="date" name="date" value="{{date}}" aria-describedby="date-h" aria-invalid="{{date_invalid}}">{{#date_error}}<span class="err">{{why}}</span>{{/date_error}}</p>
<p class="field"><label for="place">[[Địa danh]]</label><input class="w16" id="place" name="place" value="{{place}}" maxlength="60" aria-invalid="{{place_invalid}}">{{#place_error}}<span class="err">{{why}}</span>{{/place_error}}</p>
<p class="field"><label for="signer_name">[[Họ tên người ký]]</label><input class="w30" id="signer_name" name="signer_name" value="{{signer_name}}" maxlength="120" aria-invalid="{{signer_name_invalid}}">{{#signer_name_error}}<span class="err">{{why}}</span>{{/signer_name_error}}</p>
<p class="acts"><button class="btn" type="submit">[[Cấp số và ban hành]]</button> <a href="{{plan_path}}">[[Về trang kế hoạch]]</a></p>
</form>
