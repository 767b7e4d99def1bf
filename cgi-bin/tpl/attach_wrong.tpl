<h1>{{title}}</h1>
{{>FAULTS}}
{{#SEVERAL}}<p class="note warn">[[Các tệp gửi cùng lần này đều chưa được nhận, kể cả tệp không có lỗi: hãy chọn lại tất cả.]]</p>
{{/SEVERAL}}<p class="text">[[Chưa có gì bị thay đổi. Chọn lại tệp dưới đây, hoặc]] <a href="{{record_path}}">[[quay lại hồ sơ]]</a>.</p>
{{>FILE_FORMS}}
{{>FILES}}
