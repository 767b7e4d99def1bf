<div class="half">
<figure class="chart">
<figcaption><h3 id="{{chart}}-t">{{chart_title}}</h3><p id="{{chart}}-d">{{under}}</p></figcaption>
<div class="swipe" role="group" aria-label="[[Biểu đồ]]: {{chart_title}}" tabindex="0"><svg viewBox="0 0 580 {{height}}" role="img" aria-labelledby="{{chart}}-t" aria-describedby="{{chart}}-d">
{{#LINE}}
{{#LINE_TICK}}<line class="{{line}}" x1="58" x2="554" y1="{{y}}" y2="{{y}}"/><text class="dim" text-anchor="end" x="50" y="{{base}}">{{tick}}</text>{{/LINE_TICK}}
{{#GOAL}}<polyline class="goal" points="{{goal}}"/>{{/GOAL}}
<polyline class="l1" points="{{points}}"/>
{{#DOT}}<circle class="dot" cx="{{x}}" cy="{{y}}" r="5"/>{{#LABELLED}}<text class="bold" text-anchor="{{anchor}}" x="{{x}}" y="{{above}}">{{label}}</text>{{/LABELLED}}{{#NAMED}}<text class="dim" text-anchor="{{anchor}}" x="{{x}}" y="284">{{name}}</text>{{/NAMED}}{{/DOT}}
{{/LINE}}
{{#BARS}}
{{#BAR_TICK}}<line class="{{line}}" x1="{{x}}" x2="{{x}}" y1="0" y2="{{bottom}}"/><text class="dim" text-anchor="middle" x="{{x}}" y="{{base}}">{{tick}}</text>{{/BAR_TICK}}
{{#BAR}}<text text-anchor="end" x="{{name_x}}" y="{{base}}">{{name}}</text><rect class="{{fill}}" x="{{start}}" y="{{top}}" width="{{width}}" height="22"/>{{#AIM}}<line class="aim" x1="{{x}}" x2="{{x}}" y1="{{from}}" y2="{{to}}"/>{{/AIM}}<text class="{{weight}}" x="{{label_x}}" y="{{base}}">{{label}}</text>
{{/BAR}}
{{/BARS}}
</svg></div>
</figure>
<div class="scroll" role="group" aria-label="[[Bảng số]]: {{caption}}" tabindex="0">
<table class="dense"><caption>{{caption}}</caption>
<thead><tr><th scope="col">{{first}}</th>{{#HEAD}}<th scope="col" class="num">{{head}}</th>{{/HEAD}}</tr></thead>
<tbody>
{{#ROW}}<tr><th scope="row">{{name}}</th>{{#CELL}}<td class="num">{{cell}}</td>{{/CELL}}</tr>
{{/ROW}}
</tbody></table>
</div>
</div>
