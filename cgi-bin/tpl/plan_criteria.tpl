<ol class="steps" aria-label="[[Các bước]]"><li>1. [[Đưa văn bản vào]]</li><li>2. [[Soát lại]]</li><li aria-current="step">3. [[Tiêu chí theo đối tượng]]</li><li>4. [[Nơi nhận, ban hành]]</li></ol>
<h1>{{title}}</h1>
{{>FAULTS}}
<p class="lead">[[Mỗi nhóm đối tượng trong văn bản là một bảng. Chọn loại đơn vị thuộc nhóm, cách tính và điểm tối đa nếu kế hoạch có cho điểm. Chữ của tiêu chí sửa ở bước 2.]]</p>
{{#NO_CLASS}}<div class="empty"><p>[[Chưa nhận ra nhóm đối tượng nào. Ở bước 2, đặt mỗi nhóm dưới một tiêu đề bắt đầu bằng “Đối với”, trong mục có chữ “tiêu chuẩn” hoặc “tiêu chí”, rồi lưu lại.]]</p>{{#ABOVE}}<p>[[Tiêu chí của kế hoạch cấp trên vẫn áp dụng, không phải chép lại; không có tiêu chí riêng thì sang nơi nhận.]]</p>{{/ABOVE}}</div>{{/NO_CLASS}}
<form method="post" action="{{action}}">
<input type="hidden" name="csrf" value="{{csrf}}"><input type="hidden" name="once" value="{{once}}"><input type="hidden" name="edition" value="{{edition}}">
{{#CLASS}}
<section>
<h2>{{class_anchor}}. {{class_name}}</h2>
<fieldset class="field"><legend>[[Loại đơn vị thuộc nhóm này]]</legend><span class="hint">[[Không chọn loại nào nếu nhóm là hộ gia đình hoặc cá nhân.]]</span><div class="three">{{#KIND}}<label class="opt"><input type="checkbox" name="{{kind_field}}" value="{{kind}}" {{ticked}}>{{kind_label}}</label>{{/KIND}}</div></fieldset>
<table class="stack">
<caption>[[mục::Tiêu chí]]</caption>
<thead><tr><th scope="col">[[Tiêu chí]]</th><th scope="col">[[Từ điểm]]</th><th scope="col">[[Cách tính]]</th><th scope="col">[[Điểm tối đa]]</th><th scope="col">[[Chỉ áp dụng khi]]</th>{{#SHARPENS}}<th scope="col">[[Làm rõ tiêu chí cấp trên]]</th>{{/SHARPENS}}</tr></thead>
<tbody>
{{#CRITERION}}
<tr><th scope="row">{{text}}</th><td data-l="[[Từ điểm]]" class="nowrap">{{cited}}</td><td data-l="[[Cách tính]]"><select name="t:{{anchor}}" aria-label="[[Cách tính]] {{cited}}">{{#CHOICE}}<option value="{{value}}"{{#CHOSEN}} selected{{/CHOSEN}}>{{label}}</option>{{/CHOICE}}</select></td><td data-l="[[Điểm tối đa]]"><input class="num w5" id="p:{{anchor}}" name="p:{{anchor}}" value="{{points}}" inputmode="decimal" aria-label="[[Điểm tối đa]] {{cited}}" aria-invalid="{{points_invalid}}">{{#POINTS_ERROR}}<span class="err">[[Lỗi]]: {{why}}</span>{{/POINTS_ERROR}}</td><td data-l="[[Chỉ áp dụng khi]]"><input class="w16" name="a:{{anchor}}" value="{{applies}}" maxlength="200" aria-label="[[Chỉ áp dụng khi]] {{cited}}"></td>{{#SHARPEN}}<td data-l="[[Làm rõ tiêu chí cấp trên]]"><select class="w16" id="{{s_field}}" name="{{s_field}}" aria-label="[[Làm rõ tiêu chí cấp trên]] {{cited}}">{{#ORIGINAL}}<option value="{{value}}"{{#CHOSEN}} selected{{/CHOSEN}}>{{option}}</option>{{/ORIGINAL}}</select></td>{{/SHARPEN}}</tr>
{{/CRITERION}}
</tbody>
</table>
</section>
{{/CLASS}}
<p class="acts bar-acts"><button class="btn" type="submit" name="do" value="next">[[Lưu và sang nơi nhận]]</button> <button class="btn alt" type="submit" name="do" value="save">[[Lưu tiêu chí]]</button> <a href="{{plan_path}}/edit">[[Quay lại bước 2]]</a></p>
</form>
