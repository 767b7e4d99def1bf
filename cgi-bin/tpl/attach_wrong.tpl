<h1>{{title}}</h1>
{{>FAULTS}}
<p class="text">[[Chưa có gì bị thay đổi. Chọn lại tệp dưới đây, hoặc]] <a href="{{record_path}}">[[quay lại hồ sơ]]</a>.</p>
{{>FILE_FORMS}}
{{>FILES}}
