<h1>{{title}}</h1>
{{>FAULTS}}
<p class="text">[[Khi một người yêu cầu xóa dữ liệu cá nhân của mình: xóa giá trị cũ và mới mà một dòng nhật ký còn giữ. Dòng ấy, người làm, thời điểm và chuỗi bảo vệ vẫn còn nguyên.]]</p>
<form method="get" action="/account/trail/erase">
<p class="field"><label for="line">[[Dòng nhật ký]]</label><span class="hint" id="line-h">[[Số ở cột “Dòng nhật ký”; người giữ nhật ký (thanh tra, kiểm toán) cho biết]]</span><input class="w8" id="line" name="line" type="text" inputmode="numeric" maxlength="20" autocomplete="off" value="{{line}}" aria-describedby="line-h{{#line_error}} line-e{{/line_error}}" aria-invalid="{{line_invalid}}">{{#line_error}}<span class="err" id="line-e">[[Lỗi]]: {{why}}</span>{{/line_error}}</p>
<p class="acts"><button class="btn" type="submit">[[Mở dòng này]]</button></p>
</form>
