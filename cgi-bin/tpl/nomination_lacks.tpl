<div class="note warn" id="papers"><h2>[[Hồ sơ còn thiếu]]</h2>
<ul>{{#LACK}}<li><b>{{paper}}</b>{{#REQUIRED}} ([[bắt buộc]]){{/REQUIRED}}</li>{{/LACK}}</ul>
{{#TO_UNIT}}<p>[[Vẫn gửi được, nhưng cơ quan thẩm định có thể trả lại để bổ sung.]]</p>{{/TO_UNIT}}{{#STOPPED}}<p>[[Chưa trình, gửi được khi thiếu mục bắt buộc.]]</p>{{/STOPPED}}{{#TO_REVIEWER}}<p>[[Trả lại để bổ sung, hoặc thêm tệp vào hồ sơ nếu đã nhận bản giấy.]]</p>{{/TO_REVIEWER}}{{#WANTED}}<p class="meta"><a href="{{form_path}}">[[Hồ sơ cần có, căn cứ]]</a></p>{{/WANTED}}</div>
