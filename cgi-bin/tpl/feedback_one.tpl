<p class="meta">[[Kế hoạch]] <a href="{{plan_path}}">{{number}}</a> · <span class="tag {{tag}}">{{state_label}}</span></p>
<h1>{{title}}</h1>
<div class="cols">
<div>
<h2>{{clause}}</h2>
<blockquote class="lines">{{text:pre_escape}}</blockquote>
{{#DRAFT}}<p class="meta">[[Góp ý vào dự thảo, bản số]] {{edition}}</p>{{#THEN}}<details><summary>[[Điểm này khi góp ý]]</summary><p class="lines">{{clause_then:pre_escape}}</p></details>{{/THEN}}{{/DRAFT}}
{{#WISH}}<h2>[[Kiến nghị]]</h2><blockquote class="lines">{{wish:pre_escape}}</blockquote>{{/WISH}}
{{#ANSWER}}<div class="note good"><h2>[[Trả lời]]: {{state_label}}</h2><p class="lines">{{answer:pre_escape}}</p><p class="meta">{{answered}}</p></div>{{/ANSWER}}
{{#DONE}}<p>[[Văn bản thực hiện]]: {{#BY}}<a href="{{done_path}}">{{done}}</a>{{/BY}}{{#NOT_YET}}<span class="tag soon">{{done}}</span>{{/NOT_YET}}</p>{{/DONE}}
{{#WAITS}}<p class="note">[[Cơ quan thường trực đang tổng hợp. Câu trả lời sẽ hiện ở đây và ở Việc của tôi.]]</p>{{/WAITS}}
{{#WITHDRAW}}<form class="no-print" method="post" action="{{action}}"><input type="hidden" name="csrf" value="{{csrf}}"><input type="hidden" name="once" value="{{once}}"><p><button class="btn risk" type="submit">[[Rút góp ý]]</button> <span class="meta">[[Rút được đến khi góp ý được tổng hợp.]]</span></p></form>{{/WITHDRAW}}
</div>
<aside aria-label="[[Góp ý]]">
<div class="box">
<h2>[[Góp ý]]</h2>
<dl class="facts">
<dt>[[Kế hoạch]]</dt><dd><a href="{{plan_path}}">{{subject}}</a></dd>
{{#ANCHOR}}<dt>[[Điểm]]</dt><dd><a href="{{then_path}}#{{anchor}}">{{cited}}</a></dd>{{/ANCHOR}}
<dt>[[Đơn vị góp ý]]</dt><dd>{{unit_name}}</dd>
{{#SENDER}}<dt>[[Người gửi]]</dt><dd>{{name}}</dd>{{/SENDER}}
<dt>[[Gửi lúc]]</dt><dd>{{at}}</dd>
</dl>
</div>
{{#TOPIC}}<p class="no-print"><a href="{{topic_path}}">[[Nhóm góp ý]]: {{topic_name}}</a></p>{{/TOPIC}}
{{#GROUP}}<p class="no-print"><a href="{{group_path}}">[[Tổng hợp góp ý của kế hoạch này]]</a></p>{{/GROUP}}
{{#TO_TABLE}}<p class="no-print"><a href="{{table_path}}">[[Bảng góp ý và trả lời của kế hoạch này]]</a></p>{{/TO_TABLE}}
</aside>
</div>
