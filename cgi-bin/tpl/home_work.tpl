<h1>{{title}}</h1>
<p class="asof">[[Tính đến]] {{as_of}}. [[Việc quá hạn và bị trả lại xếp trước.]]</p>
{{#NOTHING}}<div class="empty"><p>[[Không có việc nào chờ bạn. Khi có kế hoạch gửi tới, báo cáo đến kỳ hoặc việc bị trả lại, việc hiện ở đây, sắp theo hạn.]]</p><p><a href="/plan">[[Xem các kế hoạch]]</a></p></div>{{/NOTHING}}
{{#URGENT}}
<section aria-labelledby="urgent-h">
<h2 id="urgent-h">[[Quá hạn và bị trả lại]] ({{n}})</h2>
<ol class="tasks">
{{#TASK}}
<li>
{{#DUE}}<p class="due {{late}}"><b>{{due}}</b> {{how_far}}</p>{{/DUE}}{{#NO_DUE}}<p class="due">[[không có hạn]]</p>{{/NO_DUE}}
<div class="what"><a href="{{path}}">{{what}}</a> {{#LATE}}<span class="tag late">[[Quá hạn]]</span> {{/LATE}}{{#STATE}}<span class="tag {{tag}}">{{state}}</span>{{/STATE}}
<p class="meta">{{unit_name}}</p>
{{#RETURNED}}<blockquote><b>[[Lý do trả lại]]:</b> {{reason}} <span class="meta">{{by}}, {{at}}</span></blockquote>{{/RETURNED}}</div>
<p class="go"><a class="btn alt slim" href="{{path}}">{{button}}</a></p>
</li>
{{/TASK}}
</ol>
</section>
{{/URGENT}}
{{#LATER}}
<section aria-labelledby="later-h">
<h2 id="later-h">[[Đang chờ bạn]]</h2>
<ol class="tasks">
{{#TASK}}
<li>
{{#DUE}}<p class="due {{late}}"><b>{{due}}</b> {{how_far}}</p>{{/DUE}}{{#NO_DUE}}<p class="due">[[không có hạn]]</p>{{/NO_DUE}}
<div class="what"><a href="{{path}}">{{what}}</a> {{#LATE}}<span class="tag late">[[Quá hạn]]</span> {{/LATE}}{{#STATE}}<span class="tag {{tag}}">{{state}}</span>{{/STATE}}
<p class="meta">{{unit_name}}</p>
{{#RETURNED}}<blockquote><b>[[Lý do trả lại]]:</b> {{reason}} <span class="meta">{{by}}, {{at}}</span></blockquote>{{/RETURNED}}</div>
<p class="go"><a class="btn alt slim" href="{{path}}">{{button}}</a></p>
</li>
{{/TASK}}
</ol>
</section>
{{/LATER}}
