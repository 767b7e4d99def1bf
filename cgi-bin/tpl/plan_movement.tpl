<h1>{{title}}</h1>
{{>FAULTS}}
<p class="lead">{{subject}}</p>
<p class="note">[[Ghi theo chữ của văn bản để tra cứu và nối các phong trào với nhau. Chữ của văn bản không thay đổi, nên văn bản đã ban hành vẫn ghi được.]]</p>
{{#LACKING}}
<div class="note warn" role="region" aria-labelledby="lack-h">
<h2 id="lack-h">[[Còn thiếu]]</h2>
<ul>{{#LACK}}<li><a href="#{{field}}">{{text}}</a></li>{{/LACK}}</ul>
<p>[[Văn bản thật sự không có thì để trống.]]</p>
</div>
{{/LACKING}}
<form method="post" action="{{action}}">
<input type="hidden" name="csrf" value="{{csrf}}"><input type="hidden" name="once" value="{{once}}"><input type="hidden" name="edition" value="{{edition}}">
<p class="field"><label for="short_names">[[Tên gọi tắt của phong trào]]</label><span class="hint" id="short_names-h">[[Như văn bản ghi sau chữ “gọi tắt là”; nhiều tên cách nhau bằng dấu chấm phẩy.]]</span><input class="w100" id="short_names" name="short_names" value="{{short_names}}" maxlength="1000" autocomplete="off" aria-describedby="short_names-h" aria-invalid="{{short_names_invalid}}">{{#short_names_error}}<span class="err">{{why}}</span>{{/short_names_error}}</p>
<h2>[[Phong trào liên quan]]</h2>
<p class="hint" id="ties-h">[[Phong trào, cuộc vận động mà văn bản nói cùng thực hiện. Có trên cổng thì chọn kế hoạch phát động, ô tên để trống sẽ lấy trích yếu của kế hoạch ấy. Nêu ở điểm: nhãn như ở Mục lục, ví dụ II.3 hoặc III.2, ý 4. Xóa tên và bỏ chọn kế hoạch là bỏ dòng; hai dòng cuối để thêm.]]</p>
<table class="stack dense">
<caption class="vh">[[Phong trào liên quan]]</caption>
<thead><tr><th scope="col">[[Quan hệ]]</th><th scope="col" class="w30">[[Phong trào, cuộc vận động]]</th><th scope="col">[[Gọi tắt]]</th><th scope="col">[[Nêu ở điểm]]</th><th scope="col">[[Kế hoạch phát động]]</th></tr></thead>
<tbody>
{{#TIE}}
<tr>
<td data-l="[[Quan hệ]]"><select id="t{{n}}_relation" name="t{{n}}_relation" aria-label="[[Quan hệ]] {{n}}" aria-invalid="{{wrong_relation}}">{{#RELATION}}<option value="{{value}}"{{#CHOSEN}} selected{{/CHOSEN}}>{{option}}</option>{{/RELATION}}</select>{{#WHY_relation}}<span class="err">{{why}}</span>{{/WHY_relation}}</td>
<td data-l="[[Phong trào, cuộc vận động]]"><textarea id="t{{n}}_name" name="t{{n}}_name" rows="2" maxlength="300" aria-label="[[Phong trào, cuộc vận động]] {{n}}" aria-describedby="ties-h" aria-invalid="{{wrong_name}}">{{tie_name:pre_escape}}</textarea>{{#WHY_name}}<span class="err">{{why}}</span>{{/WHY_name}}</td>
<td data-l="[[Gọi tắt]]"><span><input class="w8" id="t{{n}}_short" name="t{{n}}_short" value="{{tie_short}}" maxlength="400" autocomplete="off" aria-label="[[Gọi tắt]] {{n}}" aria-invalid="{{wrong_short}}"></span>{{#WHY_short}}<span class="err">{{why}}</span>{{/WHY_short}}</td>
<td data-l="[[Nêu ở điểm]]"><span><input class="w5" id="t{{n}}_anchor" name="t{{n}}_anchor" value="{{tie_anchor}}" maxlength="60" autocomplete="off" aria-label="[[Nêu ở điểm]] {{n}}" aria-describedby="ties-h" aria-invalid="{{wrong_anchor}}"></span>{{#WHY_anchor}}<span class="err">{{why}}</span>{{/WHY_anchor}}</td>
<td data-l="[[Kế hoạch phát động]]"><select class="w16" id="t{{n}}_other" name="t{{n}}_other" aria-label="[[Kế hoạch phát động]] {{n}}" aria-describedby="ties-h" aria-invalid="{{wrong_other}}">{{#OTHER}}<option value="{{value}}"{{#CHOSEN}} selected{{/CHOSEN}}>{{option}}</option>{{/OTHER}}</select>{{#WHY_other}}<span class="err">{{why}}</span>{{/WHY_other}}</td>
</tr>
{{/TIE}}
</tbody>
</table>
<p class="acts bar-acts"><button class="btn" type="submit">[[Lưu]]</button> <a href="{{plan_path}}">[[Về trang kế hoạch]]</a></p>
</form>
