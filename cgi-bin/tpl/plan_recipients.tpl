<ol class="steps" aria-label="[[Các bước]]"><li>1. [[Đưa văn bản vào]]</li><li>2. [[Soát lại]]</li><li>3. [[Tiêu chí theo đối tượng]]</li><li aria-current="step">4. [[Nơi nhận, ban hành]]</li></ol>
<h1>{{title}}</h1>
{{>FAULTS}}
<p class="lead">[[Gắn dòng nơi nhận với đơn vị trên cổng để gửi và theo dõi việc nhận; một dòng có thể gắn nhiều loại đơn vị, cụm và mã đơn vị. Dòng không gắn thì gửi bản giấy: cơ quan cấp trên, cơ quan không có tài khoản. Bỏ trống chữ là bỏ dòng; hai dòng cuối để thêm.]]</p>
{{#NOBODY}}<p class="note warn">[[Cơ quan ban hành chưa có đơn vị trực thuộc nào trên cổng, nên mọi dòng đều gửi bản giấy. Thêm đơn vị ở trang]] <a href="/unit">[[Đơn vị]]</a>.</p>{{/NOBODY}}
<form method="post" action="{{action}}">
<input type="hidden" name="csrf" value="{{csrf}}"><input type="hidden" name="once" value="{{once}}"><input type="hidden" name="edition" value="{{edition}}">
<table class="stack">
<caption>[[Nơi nhận]]</caption>
<thead><tr><th scope="col" class="w30">[[Dòng nơi nhận]]</th><th scope="col">[[Để]]</th><th scope="col">[[Số bản]]</th><th scope="col">[[Gửi qua cổng tới]]</th><th scope="col">[[và mã đơn vị]]</th></tr></thead>
<tbody>
{{#RECIPIENT}}
<tr><td data-l="[[Dòng nơi nhận]]"><textarea id="r{{n}}_text" name="r{{n}}_text" rows="2" maxlength="500" aria-label="[[Dòng nơi nhận]] {{n}}">{{text:pre_escape}}</textarea></td><td data-l="[[Để]]"><select name="r{{n}}_purpose" aria-label="[[Để]] {{n}}">{{#PURPOSE}}<option value="{{value}}"{{#CHOSEN}} selected{{/CHOSEN}}>{{label}}</option>{{/PURPOSE}}</select></td><td data-l="[[Số bản]]"><span><input class="w5" id="r{{n}}_copies" name="r{{n}}_copies" value="{{line_copies}}" maxlength="20" inputmode="numeric" autocomplete="off" aria-label="[[Số bản]] {{n}}" aria-describedby="copies-h" aria-invalid="{{copies_wrong}}"></span>{{#COPIES_ERROR}}<span class="err">{{why}}</span>{{/COPIES_ERROR}}</td><td data-l="[[Gửi qua cổng tới]]"><details><summary>{{bound}}<span class="vh">, [[dòng]] {{n}}</span></summary>{{#TO}}<label class="opt"><input type="checkbox" name="r{{n}}_to" value="{{value}}" {{ticked}}>{{label}}</label>{{/TO}}</details>{{#UNITS}}<span class="meta">[[Hiện gồm]] {{units}} [[đơn vị]]</span>{{/UNITS}}</td><td data-l="[[và mã đơn vị]]"><input class="w8" id="r{{n}}_code" name="r{{n}}_code" value="{{code}}" maxlength="400" aria-label="[[và mã đơn vị]] {{n}}" aria-describedby="code-h" aria-invalid="{{code_invalid}}">{{#CODE_ERROR}}<span class="err">{{why}}</span>{{/CODE_ERROR}}</td></tr>
{{/RECIPIENT}}
</tbody>
</table>
<p class="hint" id="copies-h">[[Số bản giấy của cả dòng; không rõ, hoặc chỉ gửi qua cổng thì để trống.]]{{#SUM}} [[Đã lưu: cộng số bản phải in]] <b>{{sum}}</b>{{#UNSAID}}, [[còn dòng chưa ghi số bản:]] {{unsaid}}{{/UNSAID}}.{{/SUM}}</p>
<p class="hint" id="code-h">[[Nhiều mã cách nhau bằng dấu phẩy; mã ghi ở trang Đơn vị. Một đơn vị có ở nhiều dòng thì nhận một lần, theo dòng đòi nhiều nhất (thực hiện, phối hợp, để biết).]]</p>
<fieldset><legend>[[Dòng lưu]]</legend>
{{#NO_ARCHIVE}}<p class="note">[[Chưa có dòng lưu.]]</p>{{/NO_ARCHIVE}}{{#ARCHIVED}}<p>[[In là]]: <b>- {{archive_text}}.</b></p>{{/ARCHIVED}}
<p class="hint" id="archive-h">[[Cổng ghép ba ô thành dòng in cuối nơi nhận, như “Lưu: VT, TĐKT (12).” Không sửa ô nào thì chữ của dòng giữ nguyên; để trống cả ba ô là không có dòng lưu.]]</p>
<div class="three">
<p class="field"><label for="registry">[[Văn thư]]</label><input class="w8" id="registry" name="registry" value="{{registry}}" maxlength="60" autocomplete="off" aria-describedby="archive-h" aria-invalid="{{registry_invalid}}">{{#registry_error}}<span class="err">{{why}}</span>{{/registry_error}}</p>
<p class="field"><label for="drafter">[[Đơn vị, người soạn thảo]]</label><input class="w16" id="drafter" name="drafter" value="{{drafter}}" maxlength="120" autocomplete="off" aria-describedby="archive-h" aria-invalid="{{drafter_invalid}}">{{#drafter_error}}<span class="err">{{why}}</span>{{/drafter_error}}</p>
<p class="field"><label for="copies">[[Số bản lưu]]</label><input class="w5" id="copies" name="copies" value="{{copies}}" maxlength="20" inputmode="numeric" autocomplete="off" aria-describedby="archive-h" aria-invalid="{{copies_invalid}}">{{#copies_error}}<span class="err">{{why}}</span>{{/copies_error}}</p>
</div>
</fieldset>
<p class="acts bar-acts"><button class="btn" type="submit" name="do" value="next">[[Lưu và xem toàn văn]]</button> <button class="btn alt" type="submit" name="do" value="save">[[Lưu nơi nhận]]</button> <a href="{{plan_path}}/criteria">[[Quay lại bước 3]]</a></p>
</form>
