<h1>{{heading}}</h1>
{{>FAULTS}}
{{#OTHER_OFFICE}}<p><a href="/award/add?unit={{other_id:url_query_escape}}">[[Lập cho]] {{other_name}}</a></p>{{/OTHER_OFFICE}}
<form method="post" action="{{action}}">
<input type="hidden" name="csrf" value="{{csrf}}"><input type="hidden" name="once" value="{{once}}"><input type="hidden" name="edition" value="{{edition}}"><input type="hidden" name="unit" value="{{unit}}">
<p class="meta">[[Cơ quan thường trực của]] {{unit_name}}</p>
<p class="field"><label for="title">[[Trích yếu]]</label><span class="hint" id="title-h">[[Như: Khen thưởng sơ kết phong trào ... năm 2026. Không nêu tên người, hộ]]</span>{{#title_error}}<span class="err">{{why}}</span>{{/title_error}}<input class="w100" id="title" name="title" value="{{title}}" maxlength="1000" autocomplete="off" aria-invalid="{{title_invalid}}" aria-describedby="title-h"></p>
<div class="half"><div><p class="field"><label for="outside">[[Người quyết định]]</label><span class="hint" id="outside-h">[[Chọn cấp trên khi ghi nhận quyết định của Thủ tướng, Chủ tịch nước, bộ, ngành]]</span>{{#outside_error}}<span class="err">{{why}}</span>{{/outside_error}}<select id="outside" name="outside" aria-invalid="{{outside_invalid}}" aria-describedby="outside-h">{{#OUTSIDE}}<option value="{{value}}"{{#CHOSEN}} selected{{/CHOSEN}}>{{option}}</option>{{/OUTSIDE}}</select></p>
<p class="field"><label for="issuer">[[Chức danh người quyết định]]</label><span class="hint" id="issuer-h">[[In trên danh sách; quyết định của cấp trên thì lấy theo ô trên]]</span>{{#issuer_error}}<span class="err">{{why}}</span>{{/issuer_error}}<input class="w100" id="issuer" name="issuer" value="{{issuer}}" maxlength="200" autocomplete="off" aria-invalid="{{issuer_invalid}}" aria-describedby="issuer-h"></p>
</div><div><p class="field"><label for="plan">[[Phong trào]]</label>{{#plan_error}}<span class="err">{{why}}</span>{{/plan_error}}<select id="plan" name="plan" aria-invalid="{{plan_invalid}}">{{#PLAN}}<option value="{{value}}"{{#CHOSEN}} selected{{/CHOSEN}}>{{option}}</option>{{/PLAN}}</select></p>
<p class="field"><label for="signer_title">[[Chức vụ người ký]]</label><span class="hint" id="signer_title-h">[[Như: KT. Chủ tịch, Phó Chủ tịch]]</span>{{#signer_title_error}}<span class="err">{{why}}</span>{{/signer_title_error}}<input class="w100" id="signer_title" name="signer_title" value="{{signer_title}}" maxlength="120" autocomplete="off" aria-invalid="{{signer_title_invalid}}" aria-describedby="signer_title-h"></p>
<p class="field"><label for="signer_name">[[Họ tên người ký]]</label>{{#signer_name_error}}<span class="err">{{why}}</span>{{/signer_name_error}}<span class="hint" id="signer_name-h">[[Bấm đúp hoặc gõ để chọn lãnh đạo ký của đơn vị]]</span><input class="w100" id="signer_name" name="signer_name" list="signers" aria-describedby="signer_name-h" value="{{signer_name}}" maxlength="120" autocomplete="off" aria-invalid="{{signer_name_invalid}}"><datalist id="signers">{{#SIGNER}}<option value="{{value}}"></option>{{/SIGNER}}</datalist></p>
</div></div>
{{#NO_CANDIDATE}}<div class="empty" id="pick"><p>[[Chưa có đề nghị nào đã tiếp nhận và chờ quyết định ở cơ quan này.]] <a href="/award/nomination?state=submitted">[[Xem đề nghị chờ tiếp nhận]]</a></p></div>{{/NO_CANDIDATE}}
{{#CANDIDATES}}
<table class="stack" id="pick"><caption>[[Đề nghị đã thẩm định: chọn để đưa vào quyết định]]</caption>
<thead><tr><th scope="col">[[Chọn]]</th><th scope="col">[[Danh hiệu, hình thức]]</th><th scope="col">[[Đơn vị đề nghị]]</th><th scope="col">[[Thành tích]]</th><th scope="col">[[Kiểm tra]]</th></tr></thead>
<tbody>
{{#CANDIDATE}}<tr><th scope="row"><label class="opt" for="pick-{{id}}"><input type="checkbox" id="pick-{{id}}" name="pick" value="{{id}}"{{#PICKED}} checked{{/PICKED}}> {{name}}</label> <small>{{subject}} · <a href="{{nomination_path}}">[[xem]]<span class="vh"> {{name}}</span></a></small></th><td data-l="[[Danh hiệu, hình thức]]">{{form}}</td><td data-l="[[Đơn vị đề nghị]]">{{nominator}}</td><td data-l="[[Thành tích]]">{{achieved}}</td><td data-l="[[Kiểm tra]]">{{#HINDERED}}<span class="err">{{why}}</span>{{/HINDERED}}{{#LACKING}}<span class="tag soon">[[thiếu giấy tờ]]</span>{{/LACKING}}{{#CLEAR}}[[đủ điều kiện]]{{/CLEAR}}</td></tr>
{{/CANDIDATE}}
</tbody></table>
{{/CANDIDATES}}
<p class="bar-acts acts"><button class="btn" type="submit">[[Lưu dự thảo]]</button> <a href="/award/nomination">[[Về danh sách đề nghị]]</a></p>
</form>
