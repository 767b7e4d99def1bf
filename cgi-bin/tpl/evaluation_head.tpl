<h1>{{title}}</h1>
<p class="asof">{{unit_name}}{{#PLACE}}, {{place}}{{/PLACE}}{{#BY}} · [[nhập bởi]] {{by_unit}}{{/BY}}{{#GROUP}} · {{group_name}}{{/GROUP}} · {{class_name}} · {{round_name}}, {{window}} · <span class="tag {{tag}}">{{state}}</span> [[hạn gửi]] <b>{{due}}</b> {{far}}</p>
{{#RETURNED}}<div class="note warn"><h2>{{what}}</h2><p>{{reason}}</p><p class="meta">{{returned_by}}, {{returned_at}}</p>{{#EARLIER}}<p>[[Trước đó:]] {{reason}} <span class="meta">{{returned_by}}, {{returned_at}}</span></p>{{/EARLIER}}</div>{{/RETURNED}}
