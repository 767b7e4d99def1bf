<h1>{{title}}</h1>
<p class="text">[[Những cài đặt này có hiệu lực với mọi người dùng cổng. Bấm tên một cài đặt để đổi; giá trị cũ vẫn ở trong bảng dưới và trong nhật ký.]]</p>
{{>NOW}}
{{>TABLE}}
{{#FACES}}<p class="no-print"><a href="{{xlsx_path}}">[[Tải .xlsx]]</a> · <a href="{{csv_path}}">[[Tải .csv]]</a></p>{{/FACES}}
