<p class="no-print meta">[[Mẫu để điền bằng bút. In trang này: Ctrl + P, khổ A4.]]</p>
<div class="vb">
<div class="vb-head"><div><p class="rule">{{#ISSUER}}<b>{{line}}</b>{{/ISSUER}}</p></div><div><p><b>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</b></p><p class="rule full"><b>Độc lập - Tự do - Hạnh phúc</b></p></div></div>
<h1>{{title}}</h1>
{{#OF}}<p>{{of}}</p>{{/OF}}
{{#PART}}
{{#ASK}}<p class="pen">{{label}}: {{#KNOWN}}<b>{{known}}</b>{{/KNOWN}}{{#DOTS}}<span></span>{{/DOTS}}</p>{{/ASK}}
{{#TICK}}<p class="pen"><i class="square"></i> {{label}}</p>{{/TICK}}
{{#RULED}}<h2>{{heading}}</h2>{{#HINT}}<p><i>{{hint}}</i></p>{{/HINT}}<div class="ruled">{{#RULE}}<p></p>{{/RULE}}</div>{{/RULED}}
{{#GRID}}<div class="scroll" role="region" aria-label="{{caption}}" tabindex="0"><table class="by-pen"><caption>{{caption}}</caption><thead><tr>{{#COLUMN}}<th scope="col">{{head}}</th>{{/COLUMN}}</tr></thead><tbody>
{{#ROW}}<tr>{{#NAME}}<th scope="row">{{text}}</th>{{/NAME}}{{#CELL}}<td>{{text}}</td>{{/CELL}}</tr>
{{/ROW}}</tbody></table></div>{{/GRID}}
{{/PART}}
<div class="vb-sign"><div><p><b>[[NGƯỜI LẬP]]</b></p><p class="sig"></p></div><div><p><i>[[..............., ngày ..... tháng ..... năm 20.....]]</i></p><p><b>[[THỦ TRƯỞNG ĐƠN VỊ]]</b></p><p class="sig"></p></div></div>
</div>
