<h1>{{title}}</h1>
<p class="text">[[Mỗi dòng là một kỳ báo cáo, một kế hoạch hoặc một đợt đánh giá còn đơn vị quá hạn. Mở ra để in công văn gửi tất cả các đơn vị đó. Gọi điện nhắc từng đơn vị thì ghi ở trang đơn vị chậm của kỳ báo cáo.]]</p>
{{#NONE}}<div class="empty"><p>[[Hôm nay không có đơn vị nào quá hạn trong phạm vi bạn theo dõi.]]</p></div>{{/NONE}}
{{#SOME}}
<table class="stack">
<caption>[[Còn đơn vị quá hạn]]</caption>
<thead><tr><th scope="col">[[Kỳ báo cáo, kế hoạch, đợt đánh giá]]</th><th scope="col">[[Việc]]</th><th scope="col">[[Hạn]]</th><th scope="col" class="num">[[Số đơn vị chậm]]</th></tr></thead>
<tbody>
{{#LETTER}}
<tr><th scope="row"><a href="{{path}}">{{what}}</a></th><td data-l="[[Việc]]">{{duty}}</td><td data-l="[[Hạn]]">{{due}}</td><td class="num" data-l="[[Số đơn vị chậm]]">{{late}}</td></tr>
{{/LETTER}}
</tbody>
</table>
{{/SOME}}
