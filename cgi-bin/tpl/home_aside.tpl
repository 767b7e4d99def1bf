{{#BOX}}
<div class="box">
<h2>{{heading}}</h2>
<dl class="facts">{{#FACT}}<dt>{{name}}</dt><dd>{{#LINK}}<a href="{{path}}">{{value}}</a>{{/LINK}}{{#WORD}}{{value}}{{/WORD}}</dd>{{/FACT}}</dl>
</div>
{{/BOX}}
<h2>[[Mới trả lời, mới đăng]]</h2>
{{#NO_NEWS}}<p class="meta">[[Trong 90 ngày qua chưa có kế hoạch, danh sách khen thưởng hay câu trả lời nào mới.]]</p>{{/NO_NEWS}}
<ul class="list">{{#NEWS}}<li><a href="{{path}}">{{what}}</a><p class="meta">{{detail}}</p></li>{{/NEWS}}</ul>
