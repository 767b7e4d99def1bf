{{#COL}}
<th scope="col"{{#NUM}} class="num"{{/NUM}}{{#NOWRAP}} class="nowrap"{{/NOWRAP}}{{#SORTED}} aria-sort="{{direction}}"{{/SORTED}}>{{#SORT}}<a href="{{sort_path}}">{{col_label}}{{#UP}} ↑{{/UP}}{{#DOWN}} ↓{{/DOWN}}</a>{{/SORT}}{{#PLAIN}}{{col_label}}{{/PLAIN}}</th>
{{/COL}}
