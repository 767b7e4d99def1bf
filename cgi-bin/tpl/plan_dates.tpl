<h1>{{title}}</h1>
{{>FAULTS}}
<p class="lead">{{subject}}</p>
{{#KEEPS}}<p class="note no-print">[[Ghi ngày sơ kết, tổng kết, báo cáo mà kế hoạch đặt ra. Từ mỗi mốc lập được đợt đánh giá, kỳ báo cáo, hoặc gửi yêu cầu báo cáo cho các đơn vị; mỗi thứ một lần.]]{{#DRAFT}} [[Kế hoạch ban hành rồi mới lập, gửi được.]]{{/DRAFT}}</p>{{/KEEPS}}
<p class="acts no-print">{{#KEEPS}}<a class="btn" href="{{plan_path}}/date/add">[[Thêm mốc]]</a> {{/KEEPS}}{{#LIST}}<a href="{{plan_path}}/date.ics">[[Tải lịch (.ics)]]</a> {{/LIST}}<a href="{{plan_path}}">[[Về trang kế hoạch]]</a></p>
{{#EMPTY}}<div class="empty"><p>[[Kế hoạch này chưa ghi mốc thời gian nào.]]</p></div>{{/EMPTY}}
{{#LIST}}<table class="stack"><caption class="vh">{{title}}</caption>
<thead><tr><th scope="col">[[Ngày]]</th><th scope="col">[[Mốc]]</th><th scope="col">[[Theo điểm]]</th><th scope="col">[[Tình hình]]</th>{{#KEEPS}}<th scope="col" class="no-print">[[Việc]]</th>{{/KEEPS}}</tr></thead>
<tbody>
{{#ROW}}<tr><th scope="row">{{day}}{{#FAR}} <small>{{how_far}}</small>{{/FAR}}</th><td>{{kind_of}}{{#WORDS}} <small>{{words}}</small>{{/WORDS}}</td><td data-l="[[Theo điểm]]">{{#CLAUSE}}<a href="{{plan_path}}#{{anchor}}">{{cited}}</a>{{/CLAUSE}}{{#GONE}}{{cited}}{{/GONE}}</td><td data-l="[[Tình hình]]">{{#DONE}}{{#ON}}<span class="tag done">[[Đã xong]]</span> <small>{{on}}</small>{{/ON}}{{#MADE}}<span class="tag done">[[Đã lập]]</span>{{/MADE}}{{#OPENED}} <a href="{{path}}">{{name}}</a>{{/OPENED}}{{/DONE}}{{#PAST}}<span class="tag late">[[Đã qua, chưa xong]]</span>{{/PAST}}</td>{{#EDIT}}<td class="no-print">{{#ASK}}{{#CAN}}<form method="post" action="{{action}}"><input type="hidden" name="csrf" value="{{csrf}}"><input type="hidden" name="once" value="{{once}}"><input type="hidden" name="edition" value="{{edition}}"><p><button class="btn alt slim" type="submit">{{label}}</button> <small>{{whom}}</small></p></form>{{/CAN}}{{#CANNOT}}<p class="meta">{{why}}</p>{{/CANNOT}}{{/ASK}}{{#PERIOD}}<p><a href="{{period_path}}">[[Lập kỳ báo cáo]]</a> <small>{{form_name}}</small></p>{{/PERIOD}}{{#NO_FORM}}<p><a href="/report/form">[[Lập mẫu báo cáo định kỳ của kế hoạch]]</a></p>{{/NO_FORM}}<p>{{#ROUND}}<a href="{{round_path}}">[[Lập đợt đánh giá]]<span class="vh">, {{day}}</span></a> · {{/ROUND}}<a href="{{edit_path}}">[[Sửa mốc]]<span class="vh"> {{day}}</span></a></p></td>{{/EDIT}}</tr>
{{/ROW}}
</tbody></table>{{/LIST}}
