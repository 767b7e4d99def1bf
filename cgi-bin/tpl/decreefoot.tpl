<div class="vb-sign">
<div>{{#TO}}<p class="to"><b><i>Nơi nhận:</i></b></p>{{/TO}}{{#RECIPIENT}}<p class="to">{{text}}</p>{{/RECIPIENT}}</div>
<div>{{#AUTHORITY}}<p><b>{{text}}</b></p>{{/AUTHORITY}}<p class="sig"></p><p><b>{{signer_name}}</b></p></div>
</div>
