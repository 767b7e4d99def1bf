{{#PAGES}}
<nav class="pager" aria-label="[[Trang]]">{{#PAGE}}{{#HERE}}<b aria-current="page">[[Trang]] {{page}}</b> {{/HERE}}{{#THERE}}<a href="{{page_path}}">[[Trang]] {{page}}</a> {{/THERE}}{{/PAGE}}</nav>
{{/PAGES}}
