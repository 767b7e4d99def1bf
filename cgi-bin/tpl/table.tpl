{{#EMPTY}}
<div class="empty"><p>{{empty}}{{#FIRST}} <a class="no-print" href="{{first_path}}">[[Mở lại từ trang 1]]</a>{{/FIRST}}</p></div>
{{/EMPTY}}
{{#FULL}}
<table class="stack">
<caption>{{#SAME}}<span class="vh">{{/SAME}}{{caption}}{{#SAME}}</span>{{/SAME}} <small>[[Tất cả]]: {{total}}</small></caption>
<thead><tr>
{{>HEADS}}</tr></thead>
<tbody>
{{#ROW}}
{{#GROUP}}{{#NEXT}}</tbody><tbody>{{/NEXT}}<tr class="group"><th colspan="{{width}}" scope="rowgroup">{{heading}}</th></tr>{{/GROUP}}{{#CELLS}}<tr>{{#TH}}<th scope="row"{{#NOWRAP}} class="nowrap"{{/NOWRAP}}>{{#LINK}}<a href="{{link}}">{{cell}}</a>{{/LINK}}{{#WORD}}{{cell}}{{/WORD}}{{#TAG}}<span class="tag {{tag}}">{{cell}}</span>{{/TAG}}</th>{{/TH}}{{#TD}}<td{{#NUM}} class="num"{{/NUM}}{{#NOWRAP}} class="nowrap"{{/NOWRAP}} data-l="{{col_label}}">{{#TAG}}<span class="tag {{tag}}">{{/TAG}}{{cell}}{{#TAG}}</span>{{/TAG}}</td>{{/TD}}{{#WIDE}}<td>{{cell}}</td>{{/WIDE}}</tr>{{/CELLS}}
{{/ROW}}
</tbody>
</table>
{{>PAGER}}{{/FULL}}
