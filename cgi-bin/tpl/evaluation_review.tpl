{{>HEAD}}
{{>FAULTS}}
{{#OWN}}<div class="note warn"><p>[[Bạn đã lập hoặc gửi phiếu này nên không tự thẩm định được: đề nghị người khác cùng vai trò.]]</p></div>{{/OWN}}
<form method="post" action="{{action}}">
<input type="hidden" name="csrf" value="{{csrf}}"><input type="hidden" name="once" value="{{once}}"><input type="hidden" name="edition" value="{{edition}}">
{{#DECIDES}}<button class="vh" type="submit" name="do" value="save" tabindex="-1" aria-hidden="true">[[Lưu]]</button>{{/DECIDES}}
<table class="stack">
<caption>[[Điểm tự chấm và điểm thẩm định]] <small>[[Điểm khác tự chấm thì phải có lý do; đơn vị đọc được lý do. Khi trả lại, ghi lý do ở từng tiêu chí phải sửa.]]</small></caption>
<thead><tr><th scope="col">[[Tiêu chí]]</th><th scope="col">[[Thuyết minh, minh chứng]]</th><th scope="col" class="num">[[Tối đa]]</th><th scope="col" class="num">[[Tự chấm]]</th><th scope="col" class="num">[[Thẩm định]]</th><th scope="col" class="w16">[[Lý do]]</th></tr></thead>
<tbody>
{{#LINE}}
<tr><th scope="row">{{text}}{{#BONUS}} <span class="tag none">[[điểm thưởng]]</span>{{/BONUS}}<span class="hint">{{#CLAUSE}}<a href="{{clause_path}}">[[Điểm]] {{anchor}}</a>. {{/CLAUSE}}{{#CONDITION}}[[Chỉ áp dụng khi]]: {{condition}}. {{/CONDITION}}{{#HOW}}{{how}} {{/HOW}}{{#BASE}}<a href="/report/{{report}}">[[Báo cáo đầu kỳ]]</a>. {{/BASE}}{{#REPORT}}<a href="/report/{{report}}">[[Báo cáo cuối kỳ]]</a>.{{/REPORT}}</span>{{#NOW}}<span class="care"><b>[[Nay cổng tính]] {{now}}:</b> {{now_how}}</span>{{/NOW}}{{#FAULTY}}<span class="err">[[Lỗi:]] {{why}}</span>{{/FAULTY}}{{#NA}}<label class="opt"><input type="checkbox" name="{{na}}" value="1" {{ticked}}>[[Thẩm định: không phát sinh]]</label>{{/NA}}</th><td data-l="[[Thuyết minh, minh chứng]]">{{#DOCUMENT}}{{document}}, {{document_day}}. {{#PAPER}}<a href="{{paper_path}}">[[Lấy từ cổng]]<span class="vh">: {{paper_name}}</span></a>. {{/PAPER}}{{/DOCUMENT}}{{#TEXT}}{{own_text}}{{/TEXT}}{{>FILES}}</td><td class="num" data-l="[[Tối đa]]">{{maximum}}</td><td class="num" data-l="[[Tự chấm]]"><b>{{own}}</b><br><button class="btn alt slim no-print" type="submit" name="accept" value="{{item_id}}">[[Chấp nhận]]<span class="vh"> {{label}}</span></button></td><td class="num" data-l="[[Thẩm định]]"><input class="num w5" id="{{field}}" name="{{field}}" value="{{value}}" inputmode="decimal" autocomplete="off" maxlength="40" aria-label="[[Điểm thẩm định]]: {{label}}" aria-invalid="{{invalid}}"></td><td data-l="[[Lý do]]" class="w16">{{#UNSAID}}<span class="err">[[Lỗi:]] {{why}}</span>{{/UNSAID}}<textarea id="{{why_field}}" name="{{why_field}}" rows="2" aria-label="[[Lý do]]: {{label}}" aria-invalid="{{why_invalid}}">{{reason:pre_escape}}</textarea></td></tr>
{{/LINE}}
</tbody>
<tfoot><tr class="total"><th scope="row" colspan="2">[[Tổng]]{{#PLACE}} <span class="hint">[[Tạm xếp hạng]] {{rank}}/{{among}}</span>{{/PLACE}}</th><td class="num" data-l="[[Tối đa]]">{{max_total}}</td><td class="num" data-l="[[Tự chấm]]">{{own_total}}</td><td class="num" data-l="[[Thẩm định]]">{{review_total}}</td><td></td></tr></tfoot>
</table>
{{#NOTE}}<h2>[[Nhận xét chung của đơn vị]]</h2><blockquote>{{note}}</blockquote>{{/NOTE}}
{{#DECIDES}}
<details class="no-print"><summary>[[Chấp nhận nhanh điểm tự chấm]]</summary>
<p class="hint">[[Chỉ với tiêu chí chưa ghi điểm thẩm định; điểm đã ghi giữ nguyên.]]</p>
<p class="acts"><button class="btn alt" type="submit" name="do" value="computed">[[Chấp nhận các điểm cổng tính]]</button> <button class="btn alt" type="submit" name="do" value="accept">[[Chấp nhận cả phiếu]]</button></p>
</details>
<details class="no-print"{{#RETURNING}} open{{/RETURNING}}><summary>[[Trả lại đơn vị để sửa]]</summary>
<p class="field"><label for="reason">[[Lý do trả lại]]</label><span class="hint" id="reason-h">[[Chỉ cần khi trả lại; có thể ghi lý do ngay ở từng tiêu chí. Tối đa 4.000 ký tự.]]</span>{{#REASON_FAULTY}}<span class="err">[[Lỗi:]] {{why}}</span>{{/REASON_FAULTY}}<textarea id="reason" name="reason" rows="3" aria-describedby="reason-h" aria-invalid="{{reason_invalid}}">{{reason_all:pre_escape}}</textarea></p>
<p class="acts"><button class="btn risk" type="submit" name="do" value="return">[[Trả lại phiếu chấm]]</button></p>
</details>
{{/DECIDES}}
<p class="acts bar-acts">{{#DECIDES}}<button class="btn" type="submit" name="do" value="review">[[Xong thẩm định]]</button> <button class="btn alt" type="submit" name="do" value="save">[[Lưu]]</button>{{/DECIDES}}{{#NEXT}} <a href="{{path}}">[[Phiếu tiếp theo]]: {{name}}</a>{{/NEXT}}</p>
</form>
{{>HISTORY}}
