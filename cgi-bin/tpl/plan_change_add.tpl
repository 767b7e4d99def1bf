<p class="meta"><a href="{{target_path}}">{{target_name}}</a></p>
<h1>{{title}}</h1>
{{>FAULTS}}
<p class="lead">{{target_subject}}</p>
<p class="text">[[Văn bản đã ban hành không bị sửa. Việc thay đổi là một văn bản riêng, có số, ngày, người ký, nơi nhận của nó và đi qua các bước trình, duyệt, cấp số như mọi văn bản.]]</p>
<form method="post" action="{{action}}">
<input type="hidden" name="csrf" value="{{csrf}}"><input type="hidden" name="once" value="{{once}}">
<p class="field"><label for="kind">[[Cách thay đổi]]</label><span class="hint" id="kind-h">[[Sai nội dung thì sửa đổi hoặc thay thế; sai chữ, sai thể thức thì đính chính; thôi thực hiện thì thu hồi.]]</span>{{#kind_error}}<span class="err" id="kind-e">[[Lỗi]]: {{why}}</span>{{/kind_error}}<select id="kind" name="kind" aria-describedby="kind-h{{#kind_error}} kind-e{{/kind_error}}" aria-invalid="{{kind_invalid}}">{{#KIND}}<option value="{{value}}"{{#CHOSEN}} selected{{/CHOSEN}}>{{option}}</option>{{/KIND}}</select></p>
<p class="field"><label for="holds">[[Có hiệu lực từ ngày]]</label><span class="hint" id="holds-h">[[Để trống là từ ngày ban hành; không sớm hơn ngày đó. Đổi được đến khi trình duyệt.]]</span>{{#holds_error}}<span class="err" id="holds-e">[[Lỗi]]: {{why}}</span>{{/holds_error}}<input class="w8" id="holds" name="holds" value="{{holds}}" inputmode="numeric" autocomplete="off" aria-describedby="holds-h{{#holds_error}} holds-e{{/holds_error}}" aria-invalid="{{holds_invalid}}"></p>
<p class="acts"><button class="btn" type="submit">[[Lập dự thảo]]</button> <a href="{{target_path}}">[[Về kế hoạch]]</a></p>
</form>
