<h1>{{title}}</h1>
<p class="text">[[Mỗi dòng là một kỳ báo cáo, một kế hoạch, một nhiệm vụ, một đợt đánh giá hoặc một kiến nghị, kết luận còn đơn vị quá hạn. Mở ra để in công văn gửi tất cả các đơn vị đó. Gọi điện nhắc từng đơn vị thì ghi ở trang đơn vị chậm của kỳ báo cáo.]]</p>
{{>TABLE}}
{{#FACES}}<p class="acts no-print"><a href="{{xlsx_path}}">[[Tải .xlsx]]</a> <a href="{{csv_path}}">[[Tải .csv]]</a></p>{{/FACES}}
