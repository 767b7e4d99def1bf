<h1>{{heading}}</h1>
{{>FAULTS}}
<form method="post" action="{{action}}">
<input type="hidden" name="csrf" value="{{csrf}}"><input type="hidden" name="once" value="{{once}}">
<p class="field"><label for="title">[[Tên phần]]</label>{{#title_error}}<span class="err">[[Lỗi:]] {{why}}</span>{{/title_error}}<input class="w30" id="title" name="title" value="{{title}}" autocomplete="off" aria-invalid="{{title_invalid}}"></p>
<p class="field"><label for="kind">[[Loại phần]]</label>{{#kind_error}}<span class="err">[[Lỗi:]] {{why}}</span>{{/kind_error}}<select id="kind" name="kind" aria-invalid="{{kind_invalid}}">{{#KIND}}<option value="{{value}}"{{#CHOSEN}} selected{{/CHOSEN}}>{{option}}</option>{{/KIND}}</select></p>
<p class="field"><label for="plan">[[Kế hoạch]]</label><span class="hint" id="plan-h">[[Phong trào mà phần này báo cáo; có thể để trống.]]</span>{{#plan_error}}<span class="err">[[Lỗi:]] {{why}}</span>{{/plan_error}}<select id="plan" name="plan" aria-describedby="plan-h" aria-invalid="{{plan_invalid}}"><option value="">[[Không thuộc kế hoạch nào]]</option>{{#PLAN}}<option value="{{value}}"{{#CHOSEN}} selected{{/CHOSEN}}>{{option}}</option>{{/PLAN}}</select></p>
<p class="field"><label for="lines">[[Chỉ số, mỗi dòng một mã]]</label><span class="hint" id="lines-h">[[Theo thứ tự hiện trong biểu. “dau_ky < cuoi_ky”: ô dau_ky tự lấy số cuoi_ky của kỳ trước.]]</span>{{#lines_error}}<span class="err">[[Lỗi:]] {{why}}</span>{{/lines_error}}<textarea id="lines" name="lines" rows="10" aria-describedby="lines-h" aria-invalid="{{lines_invalid}}">{{lines:pre_escape}}</textarea></p>
<p class="field"><label for="hint">[[Hướng dẫn ghi]]</label><span class="hint" id="hint-h">[[Hiện cạnh tên phần; có thể để trống.]]</span>{{#hint_error}}<span class="err">[[Lỗi:]] {{why}}</span>{{/hint_error}}<input class="w30" id="hint" name="hint" value="{{hint}}" autocomplete="off" aria-describedby="hint-h" aria-invalid="{{hint_invalid}}"></p>
<fieldset class="field"><legend>[[Loại đơn vị phải điền phần này]]</legend><span class="hint">[[Không chọn loại nào: mọi đơn vị phải báo cáo đều điền.]]</span>
<div class="three">
{{#UNIT_KIND}}<label class="opt"><input type="checkbox" name="kinds" value="{{value}}"{{#CHECKED}} checked{{/CHECKED}}>{{label}}</label>
{{/UNIT_KIND}}
</div>
</fieldset>
<p class="acts"><button class="btn" type="submit">[[Lưu phần này]]</button></p>
</form>
{{#DROP}}<form method="post" action="{{action}}">
<input type="hidden" name="csrf" value="{{csrf}}"><input type="hidden" name="once" value="{{once}}">
<p class="acts"><button class="btn risk" type="submit">[[Bỏ phần này khỏi mẫu]]</button></p>
</form>{{/DROP}}
