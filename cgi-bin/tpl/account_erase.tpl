<h1>{{title}}</h1>
{{#ERASE}}{{>FAULTS}}{{/ERASE}}
<dl class="facts">
<dt>[[Lúc]]</dt><dd>{{at}}</dd>
<dt>[[Người làm]]</dt><dd>{{who}}</dd>
<dt>[[Việc]]</dt><dd>{{what}}</dd>
<dt>[[Bản ghi số]]</dt><dd>{{entity}}</dd>
</dl>
{{#ERASED}}<div class="note"><p>[[Giá trị của dòng này]] {{why}}.</p></div>{{/ERASED}}
{{#BARE}}<div class="empty"><p>[[Dòng này không giữ giá trị nào: không có gì để xóa.]]</p></div>{{/BARE}}
{{#KEPT_LINE}}<div class="note"><p>[[Dòng này ghi một lần xóa: được giữ để còn biết ai đã xóa gì, theo văn bản nào.]]</p></div>{{/KEPT_LINE}}
{{#OWN}}<div class="note"><p>[[Dòng này do chính bạn làm: đề nghị một người quản trị khác xóa.]]</p></div>{{/OWN}}
{{#VALUES}}
<table class="stack"><caption>[[Giá trị mà dòng này giữ]]</caption>
<thead><tr><th scope="col">[[Ô]]</th><th scope="col">[[Trước]]</th><th scope="col">[[Sau]]</th></tr></thead>
<tbody>
{{#VALUE}}<tr><th scope="row">{{field}}</th><td data-l="[[Trước]]">{{old}}</td><td data-l="[[Sau]]">{{new}}</td></tr>
{{/VALUE}}
</tbody></table>
{{#UNREAD}}<p class="meta">[[Nội dung giá trị chỉ người được đọc nhật ký xem được.]]</p>{{/UNREAD}}
{{/VALUES}}
{{#ERASE}}
<h2>[[Xóa mọi giá trị trên]]</h2>
<div class="note warn"><p>[[Không lấy lại được. Dòng nhật ký vẫn còn, ghi “đã xóa” và văn bản; bản sao lưu cũ vẫn giữ giá trị cho tới khi hết hạn giữ.]]</p></div>
<form method="post" action="{{action}}">
<input type="hidden" name="csrf" value="{{csrf}}"><input type="hidden" name="once" value="{{once}}">
<p class="field"><label for="reason">[[Lý do]]</label><span class="hint" id="reason-h">[[Không nhắc lại dữ liệu đang xóa: lý do này được giữ trong nhật ký]]</span><textarea id="reason" name="reason" rows="3" maxlength="1000" aria-describedby="reason-h{{#reason_error}} reason-e{{/reason_error}}" aria-invalid="{{reason_invalid}}">{{reason:pre_escape}}</textarea>{{#reason_error}}<span class="err" id="reason-e">[[Lỗi]]: {{why}}</span>{{/reason_error}}</p>
<p class="field"><label for="document">[[Theo văn bản]]</label><span class="hint" id="document-h">[[Số đơn, quyết định hoặc văn bản yêu cầu]]</span><input class="w30" id="document" name="document" type="text" maxlength="200" autocomplete="off" value="{{document}}" aria-describedby="document-h{{#document_error}} document-e{{/document_error}}" aria-invalid="{{document_invalid}}">{{#document_error}}<span class="err" id="document-e">[[Lỗi]]: {{why}}</span>{{/document_error}}</p>
<p class="field"><label for="typed">[[Gõ lại số dòng để xác nhận]]: {{id}}</label><input class="w8" id="typed" name="typed" type="text" inputmode="numeric" maxlength="20" autocomplete="off" value="{{typed}}"{{#typed_error}} aria-describedby="typed-e"{{/typed_error}} aria-invalid="{{typed_invalid}}">{{#typed_error}}<span class="err" id="typed-e">[[Lỗi]]: {{why}}</span>{{/typed_error}}</p>
<p class="acts"><button class="btn risk" type="submit">[[Xóa giá trị]]</button> <a href="/account/people">[[Không xóa nữa]]</a></p>
</form>
{{/ERASE}}
