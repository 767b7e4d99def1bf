<table class="stack">
<caption>[[Bảng điểm]] <small>{{class_name}}</small></caption>
<thead><tr><th scope="col">[[Tiêu chí]]</th><th scope="col">[[Thuyết minh, minh chứng]]</th><th scope="col" class="num">[[Tối đa]]</th><th scope="col" class="num">[[Tự chấm]]</th>{{#JUDGED_HEAD}}<th scope="col" class="num">[[Thẩm định]]</th><th scope="col">[[Lý do khi khác điểm]]</th>{{/JUDGED_HEAD}}</tr></thead>
<tbody>
{{#LINE}}
<tr id="{{row_id}}"><th scope="row">{{text}}{{#BONUS}} <span class="tag none">[[điểm thưởng]]</span>{{/BONUS}}<span class="hint">{{#CLAUSE}}<a href="{{clause_path}}">[[Điểm]] {{anchor}}</a>. {{/CLAUSE}}{{#CONDITION}}[[Chỉ áp dụng khi]]: {{condition}}. {{/CONDITION}}{{#HOW}}{{how}} {{/HOW}}{{#BASE}}<a href="/report/{{report}}">[[Báo cáo đầu kỳ]]</a>. {{/BASE}}{{#REPORT}}<a href="/report/{{report}}">[[Báo cáo cuối kỳ]]</a>.{{/REPORT}}</span>{{#REASON}}<span class="err">[[Lý do trả lại:]] {{reason}}</span>{{/REASON}}</th><td data-l="[[Thuyết minh, minh chứng]]">{{#DOCUMENT}}{{document}}, {{document_day}}. {{#PAPER}}<a href="{{paper_path}}">[[Lấy từ cổng]]<span class="vh">: {{paper_name}}</span></a>. {{/PAPER}}{{/DOCUMENT}}{{#TEXT}}{{own_text}}{{/TEXT}}{{>FILES}}</td><td class="num" data-l="[[Tối đa]]">{{maximum}}</td><td class="num" data-l="[[Tự chấm]]"><b>{{own}}</b></td>{{#JUDGED}}<td class="num" data-l="[[Thẩm định]]"><b>{{review}}</b></td><td data-l="[[Lý do khi khác điểm]]">{{why}}</td>{{/JUDGED}}</tr>
{{/LINE}}
</tbody>
<tfoot>
<tr class="total"><th scope="row" colspan="2">[[Tổng]]{{#PART}} <span class="hint">[[Chưa tính các ô chưa chấm.]]</span>{{/PART}}{{#SCALED}} <span class="hint">[[Điểm tối đa của các tiêu chí có phát sinh là]] {{applies}}; [[điểm được quy đổi theo thang đầy đủ.]]</span>{{/SCALED}}</th><td class="num" data-l="[[Tối đa]]">{{max_total}}</td><td class="num" data-l="[[Tự chấm]]">{{own_total}}</td>{{#JUDGED_TOTAL}}<td class="num" data-l="[[Thẩm định]]">{{review_total}}</td><td></td>{{/JUDGED_TOTAL}}</tr>
</tfoot>
</table>
