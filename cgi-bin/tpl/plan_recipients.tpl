<ol class="steps" aria-label="[[Các bước]]"><li>1. [[Đưa văn bản vào]]</li><li>2. [[Soát lại]]</li><li>3. [[Tiêu chí theo đối tượng]]</li><li aria-current="step">4. [[Nơi nhận, ban hành]]</li></ol>
<h1>{{title}}</h1>
{{>FAULTS}}
<p class="lead">[[Gắn dòng nơi nhận với đơn vị trên cổng để gửi và theo dõi việc nhận. Dòng không gắn thì gửi bản giấy. Bỏ trống chữ là bỏ dòng; hai dòng cuối để thêm.]]</p>
<form method="post" action="{{action}}">
<input type="hidden" name="csrf" value="{{csrf}}"><input type="hidden" name="once" value="{{once}}"><input type="hidden" name="edition" value="{{edition}}">
<table class="stack">
<caption>[[Nơi nhận]]</caption>
<thead><tr><th scope="col">[[Dòng nơi nhận]]</th><th scope="col">[[Để]]</th><th scope="col">[[Gửi tới loại đơn vị, cụm]]</th><th scope="col">[[hoặc mã một đơn vị]]</th></tr></thead>
<tbody>
{{#RECIPIENT}}
<tr><td data-l="[[Dòng nơi nhận]]"><textarea name="r{{n}}_text" rows="2" maxlength="500" aria-label="[[Dòng nơi nhận]] {{n}}">{{text:pre_escape}}</textarea></td><td data-l="[[Để]]"><select name="r{{n}}_purpose" aria-label="[[Để]] {{n}}">{{#PURPOSE}}<option value="{{value}}"{{#CHOSEN}} selected{{/CHOSEN}}>{{label}}</option>{{/PURPOSE}}</select></td><td data-l="[[Gửi tới loại đơn vị, cụm]]"><select name="r{{n}}_to" aria-label="[[Gửi tới loại đơn vị, cụm]] {{n}}"><option value="">[[không gắn]]</option>{{#TO}}<option value="{{value}}"{{#CHOSEN}} selected{{/CHOSEN}}>{{label}}</option>{{/TO}}</select></td><td data-l="[[hoặc mã một đơn vị]]"><input class="w8" id="r{{n}}_code" name="r{{n}}_code" value="{{code}}" maxlength="20" aria-label="[[hoặc mã một đơn vị]] {{n}}" aria-invalid="{{code_invalid}}">{{#CODE_ERROR}}<span class="err">{{why}}</span>{{/CODE_ERROR}}</td></tr>
{{/RECIPIENT}}
</tbody>
</table>
<p class="acts bar-acts"><button class="btn" type="submit" name="do" value="next">[[Lưu và xem toàn văn]]</button> <button class="btn alt" type="submit" name="do" value="save">[[Lưu nơi nhận]]</button> <a href="{{plan_path}}/criteria">[[Quay lại bước 3]]</a></p>
</form>
