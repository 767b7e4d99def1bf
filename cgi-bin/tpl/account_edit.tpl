<h1>{{title}}</h1>
{{>FAULTS}}
<form method="post" action="{{action}}">
<input type="hidden" name="csrf" value="{{csrf}}"><input type="hidden" name="once" value="{{once}}">
<p class="field"><label for="name">[[Họ và tên]]</label><input class="w30" id="name" name="name" type="text" maxlength="120" autocomplete="off" value="{{name}}"{{#name_error}} aria-describedby="name-e"{{/name_error}} aria-invalid="{{name_invalid}}">{{#name_error}}<span class="err" id="name-e">[[Lỗi]]: {{why}}</span>{{/name_error}}</p>
<p class="field"><label for="phone">[[Điện thoại]] <span class="opt">([[không bắt buộc]])</span></label><input class="w16" id="phone" name="phone" type="tel" maxlength="40" autocomplete="off" value="{{phone}}"{{#phone_error}} aria-describedby="phone-e"{{/phone_error}} aria-invalid="{{phone_invalid}}">{{#phone_error}}<span class="err" id="phone-e">[[Lỗi]]: {{why}}</span>{{/phone_error}}</p>
<p class="acts"><button class="btn" type="submit">[[Lưu họ tên, điện thoại]]</button></p>
</form>
