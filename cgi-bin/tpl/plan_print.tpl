<div class="acts no-print"><p class="note">[[Bản in theo thể thức: bấm Ctrl+P, chọn khổ A4, bỏ chọn “Đầu trang và chân trang” trong hộp in. Văn bản có giá trị là bản đã ký, đóng dấu hoặc ký số.]]</p> <a href="{{plan_path}}/print.docx?on={{on:url_query_escape}}">[[Tải tệp Word (.docx)]]</a>{{#SIGNED_COPY}} <a href="{{file_path}}">[[Bản đã ký]]: {{file_name}}</a> <span class="meta">{{file_kind}}, {{file_size}}</span>{{/SIGNED_COPY}} <a href="{{plan_path}}">[[Về trang kế hoạch]]</a></div>
<article class="vb" lang="vi">
{{>HEAD}}
{{#BASIS}}<p class="can">{{text}}</p>
{{/BASIS}}
{{#PREAMBLE}}<p>{{text}}</p>
{{/PREAMBLE}}
{{#CLAUSE}}{{clause_html:none}}{{#CORRECTED}}<div class="mended"><p><i>({{note}}, đọc là:)</i></p>{{correction_html:none}}</div>{{/CORRECTED}}
{{/CLAUSE}}
<div class="vb-end">
{{#LAST}}{{clause_html:none}}{{#CORRECTED}}<div class="mended"><p><i>({{note}}, đọc là:)</i></p>{{correction_html:none}}</div>{{/CORRECTED}}{{/LAST}}
{{>FOOT}}
</div>
{{#ANNEX}}<section class="annex annex{{nth}}"><h2 id="{{anchor}}">{{label}}{{#TITLED}}<small>{{annex_title}}</small>{{/TITLED}}</h2>
{{#MENDED}}<div class="mended"><p><i>({{note}}, đọc là:)</i></p>{{correction_html:none}}</div>{{/MENDED}}
{{#ANNEXED_TO}}<p class="to-what"><i>{{annexed_to}}</i></p>{{/ANNEXED_TO}}
{{#PIECE}}{{clause_html:none}}{{#CORRECTED}}<div class="mended"><p><i>({{note}}, đọc là:)</i></p>{{correction_html:none}}</div>{{/CORRECTED}}
{{/PIECE}}</section>
{{/ANNEX}}
</article>
