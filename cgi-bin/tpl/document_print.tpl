<div class="acts no-print"><p class="note">[[Bản in theo thể thức: bấm Ctrl+P, chọn khổ A4, bỏ chọn “Đầu trang và chân trang” trong hộp in. Văn bản có giá trị là bản đã ký, đóng dấu hoặc ký số.]]</p> <a href="{{document_path}}/print.docx">[[Tải tệp Word (.docx)]]</a> <a href="{{document_path}}">[[Về trang văn bản]]</a></div>
<article class="vb" lang="vi">
{{>HEAD}}
<h2 class="vh">[[Toàn văn]]</h2>
{{#PREAMBLE}}<p>{{text}}</p>
{{/PREAMBLE}}
{{#CLAUSE}}{{clause_html:none}}
{{/CLAUSE}}
<div class="vb-end">
{{#LAST}}{{clause_html:none}}{{/LAST}}
{{>FOOT}}
</div>
</article>
