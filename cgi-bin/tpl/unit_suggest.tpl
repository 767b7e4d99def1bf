<datalist id="units">{{#UNIT}}<option value="{{unit}}"></option>
{{/UNIT}}</datalist>
