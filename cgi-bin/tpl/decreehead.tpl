{{#UNISSUED}}<p class="vb-draft">DỰ THẢO</p>{{/UNISSUED}}
<header class="vb-head">
<div>{{#OVER}}<p>{{text}}</p>{{/OVER}}<p class="rule">{{#ISSUER}}<b>{{text}}</b>{{/ISSUER}}</p></div>
<div><p><b>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</b></p><p class="rule full"><b>Độc lập - Tự do - Hạnh phúc</b></p></div>
<p>Số: {{number}}</p>
<p><i>{{place}}, {{#DATED}}{{date_long}}{{/DATED}}{{#UNDATED}}ngày ..... tháng ..... năm .....{{/UNDATED}}</i></p>
</header>
<h1 class="rule">{{kind}}<small>{{subject}}</small></h1>
<h2 class="vh">[[Toàn văn]]</h2>
{{#NOTE}}<p class="can">({{note}})</p>
{{/NOTE}}
