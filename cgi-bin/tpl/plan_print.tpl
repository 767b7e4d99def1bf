<div class="acts no-print"><p class="note">[[Bản in theo thể thức: bấm Ctrl+P, chọn khổ A4, bỏ chọn “Đầu trang và chân trang” trong hộp in. Văn bản có giá trị là bản đã ký, đóng dấu hoặc ký số.]]</p> <a href="{{plan_path}}/print.docx?on={{on:url_query_escape}}">[[Tải tệp Word (.docx)]]</a>{{#SIGNED_COPY}} <a href="{{file_path}}">[[Bản đã ký]]: {{file_name}}</a> <span class="meta">{{file_kind}}, {{file_size}}</span>{{/SIGNED_COPY}} <a href="{{plan_path}}">[[Về trang kế hoạch]]</a></div>
<article class="vb" lang="vi">
{{#UNISSUED}}<p class="vb-draft">DỰ THẢO</p>{{/UNISSUED}}
<header class="vb-head">
<div>{{#OVER}}<p>{{line}}</p>{{/OVER}}<p class="rule">{{#ISSUER}}<b>{{line}}</b>{{/ISSUER}}</p></div>
<div><p><b>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</b></p><p class="rule full"><b>Độc lập - Tự do - Hạnh phúc</b></p></div>
<p>Số: {{number}}</p>
<p><i>{{place}}, {{#DATED}}{{date_long}}{{/DATED}}{{#UNDATED}}ngày ..... tháng ..... năm .....{{/UNDATED}}</i></p>
</header>
<h1 class="rule">{{kind}}<small>{{subject}}</small></h1>
<h2 class="vh">[[Toàn văn]]</h2>
{{#MERGED}}<p class="can">({{merged}})</p>
{{/MERGED}}
{{#BASIS}}<p class="can">{{text}}</p>
{{/BASIS}}
{{#PREAMBLE}}<p>{{text}}</p>
{{/PREAMBLE}}
{{#CLAUSE}}{{clause_html:none}}{{#CORRECTED}}<div class="mended"><p><i>({{note}}, đọc là:)</i></p>{{correction_html:none}}</div>{{/CORRECTED}}
{{/CLAUSE}}
<div class="vb-end">
{{#LAST}}{{clause_html:none}}{{#CORRECTED}}<div class="mended"><p><i>({{note}}, đọc là:)</i></p>{{correction_html:none}}</div>{{/CORRECTED}}{{/LAST}}
<div class="vb-sign">
<div>{{#TO}}<p class="to"><b><i>Nơi nhận:</i></b></p>{{/TO}}{{#RECIPIENT}}<p class="to">- {{text}}</p>{{/RECIPIENT}}</div>
<div>{{#AUTHORITY}}<p><b>{{text}}</b></p>{{/AUTHORITY}}<p class="sig"></p><p><b>{{signer_name}}</b></p></div>
</div>
</div>
{{#ANNEX}}<section class="annex annex{{nth}}"><h2 id="{{anchor}}">{{label}}{{#TITLED}}<small>{{annex_title}}</small>{{/TITLED}}</h2>
{{#MENDED}}<div class="mended"><p><i>({{note}}, đọc là:)</i></p>{{correction_html:none}}</div>{{/MENDED}}
{{#ANNEXED_TO}}<p class="to-what"><i>{{annexed_to}}</i></p>{{/ANNEXED_TO}}
{{#PIECE}}{{clause_html:none}}{{#CORRECTED}}<div class="mended"><p><i>({{note}}, đọc là:)</i></p>{{correction_html:none}}</div>{{/CORRECTED}}
{{/PIECE}}</section>
{{/ANNEX}}
</article>
