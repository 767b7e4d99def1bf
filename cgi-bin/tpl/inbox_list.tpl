<h1>{{title}}</h1>
<form class="row no-print" method="get" action="/inbox">
<p class="field"><label for="show">[[Xem]]</label><select id="show" name="show"><option value=""{{#UNREAD}} selected{{/UNREAD}}>[[chưa đọc]]</option><option value="all"{{#ALL}} selected{{/ALL}}>[[tất cả]]</option></select></p>
<p class="field"><button class="btn alt" type="submit">[[Lọc]]</button></p>
</form>
{{>TABLE}}
{{#READ_ALL}}<form class="no-print" method="post" action="{{action}}"><input type="hidden" name="csrf" value="{{csrf}}"><input type="hidden" name="once" value="{{once}}"><input type="hidden" name="upto" value="{{upto}}"><p class="acts"><button class="btn alt" type="submit">[[Đánh dấu tất cả đã đọc]]</button></p></form>{{/READ_ALL}}
{{#FACES}}<p class="acts no-print"><a href="{{xlsx_path}}">[[Tải .xlsx]]</a> <a href="{{csv_path}}">[[Tải .csv]]</a></p>{{/FACES}}
<p class="acts no-print">{{#LETTERS}}<a href="/inbox/letter">[[Công văn đôn đốc đơn vị chậm]]</a> {{/LETTERS}}<a href="/inbox/link">[[Đưa hạn vào lịch, thông báo vào chương trình đọc tin tức trên máy]]</a> <a href="/account/mail">[[Nhận thông báo qua thư điện tử]]</a></p>
