/* document_test.c - proposals and conclusions: drafted, sent, withdrawn, put off; on paper. */

#include "tests/document_scene.h"

static struct reply
puts_off(const char *fields)
{
	return posts("/document/1/extend", mem_printf(scene_mem(), "edition=%lld|%s", (long long)edition("document", 1), fields));
}

static void
a_proposal_is_drafted(void)
{
	fresh();
	person("unit_leader", D);
	as(person("unit_officer", A));
	struct reply r = ask_get("/document");
	CHECK(r.status == 200 && says(r, "/document/add?kind=proposal") && says(r, "Sổ chưa có văn bản nào"));
	CHECK(!says(r, "kind=conclusion"));
	r = ask_get("/document/add?kind=proposal");
	CHECK(r.status == 200 && says(r, ">Sở Dân</option>") && !says(r, ">Xã Bình<"));
	CHECK(!says(r, ">UBND tỉnh Thử</option>"));		/* nobody there may answer */
	CHECK(says(r, "name=\"concerns\"") && !says(r, "name=\"parties\""));
	person("signer", P);
	CHECK(in_order(ask_get("/document/add?kind=proposal"), ">UBND tỉnh Thử</option>", ">Sở Dân</option>"));
	CHECK(posts("/document/add", "kind=proposal|unit=2|subject=Nửa chừng").status == 303);
	SAME(state("document", 1), "draft");
	r = ask_get("/document/1");
	CHECK(r.status == 200 && says(r, "Chưa gửi được") && says(r, "Hạn trả lời: Chưa có"));
	CHECK(says(r, "Chính sách, văn bản được kiến nghị: Chưa có") && !says(r, "Các bên thống nhất"));
	CHECK(says(ask_get("/document/1/edit"), ">Nửa chừng</textarea>"));
	r = posts("/document/1/edit", mem_printf(scene_mem(), "edition=1|body=5|%s", whole));
	SAME(leads(r), "/document/1");
	r = ask_get("/document/1");
	CHECK(!says(r, "Chưa gửi được") && says(r, "<strong>quá thấp</strong>") && says(r, "số đơn vị phải trả lời: 1."));
	CHECK(says(r, "30/11/2026") && says(r, "Sở Dân") && says(r, "Trình lãnh đạo gửi"));
	CHECK(!says(r, "Gửi văn bản"));
	CHECK(look("SELECT count(*) FROM audit WHERE action IN ('document.add', 'document.save') AND entity = 1") == 2);
	SAME(look_text("SELECT new FROM audit_value WHERE field = 'concerns'"), "Quyết định 24/2021/QĐ-TTg");
	SAME(look_text("SELECT subject_plain FROM document"), "ve viec sua muc ho tro nha o");
}

static void
what_is_wrong_is_told_at_once_and_nothing_is_lost(void)
{
	fresh();
	person("unit_leader", D);
	as(person("unit_officer", A));
	struct reply r = posts("/document/add", "kind=proposal|unit=2");
	CHECK(r.status == 422 && says(r, "Bản soạn còn trống") && says(r, "href=\"#subject\""));
	r = posts("/document/add", "kind=proposal|unit=2|subject=Giữ lại|text=Giữ chữ|date=21/11/2026"
	    "|due_date=31/2/2027|body=3|plan=77|number=7/KN");
	CHECK(r.status == 422 && says(r, "sau hôm nay") && says(r, "href=\"#due_date\"") && says(r, "href=\"#body\""));
	CHECK(says(r, "href=\"#plan\"") && says(r, ">Giữ lại</textarea>") && says(r, ">Giữ chữ</textarea>"));
	CHECK(says(r, "value=\"7/KN\"") && says(r, "value=\"31/2/2027\""));
	r = posts("/document/add", "kind=proposal|unit=2|subject=a|date=10/11/2026|due_date=10/11/2026");
	CHECK(r.status == 422 && says(r, "không sau ngày văn bản"));
	r = posts("/document/add", mem_printf(scene_mem(), "kind=proposal|unit=2|subject=a|number=%s",
	    "1234567890123456789012345678901234567890123456789012345678901"));
	CHECK(r.status == 422 && says(r, "href=\"#number\""));
	CHECK(look("SELECT count(*) FROM document") == 0);
	/* other kinds and units are not his */
	CHECK(posts("/document/add", "kind=conclusion|unit=2|subject=a").status == 404);
	CHECK(posts("/document/add", "kind=proposal|unit=3|subject=a").status == 404);
	CHECK(posts("/document/add", "kind=proposal|unit=1|subject=a").status == 404);
	CHECK(posts("/document/add", "kind=khong|unit=2|subject=a").status == 404 && posts("/document/add", "subject=a").status == 404);
	CHECK(ask_get("/document/add?kind=conclusion").status == 404 && ask_get("/document/add?unit=3").status == 404);
	as(person("auditor", P));
	CHECK(ask_get("/document/add").status == 404);
	scene("UPDATE document_kind SET valid_to = '2026-11-19' WHERE kind = 'proposal'");
	as(person("unit_officer", A));
	CHECK(ask_get("/document/add?kind=proposal").status == 404);
}

static void
a_look_keeps_nothing_and_an_old_page_takes_nothing(void)
{
	fresh();
	proposed("");
	struct reply r = posts("/document/1/edit", "edition=1|subject=Thử|text=**Đậm** <script>x</script>|do=look");
	CHECK(r.status == 200 && says(r, "Xem trước, chưa lưu") && says(r, "<strong>Đậm</strong>"));
	CHECK(!says(r, "<script>x") && says(r, ">Thử</textarea>"));
	SAME(look_text("SELECT number FROM document"), "12/KN-UBND");
	CHECK(posts("/document/1/edit", mem_printf(scene_mem(), "edition=1|body=5|%s", whole)).status == 303);
	r = posts("/document/1/edit", "edition=1|subject=Của tôi");
	CHECK(r.status == 422 && says(r, "Bản này vừa được lưu ở nơi khác") && says(r, ">Của tôi</textarea>"));
	r = posts("/document/1/move", "edition=1|move=submit");
	CHECK(r.status == 422 && says(r, "sau khi bạn mở trang"));
	SAME(state("document", 1), "draft");
	/* a form whose session ended comes back with its kind */
	int64_t who = person("specialist", P);
	as(who);
	scene(mem_printf(scene_mem(), "INSERT INTO draft (account, path, at, fields) VALUES (%lld,"
	    " '/document/add', %d, 'kind=conclusion&unit=1&subject=Hai&parties=Ba&code=')", (long long)who, NOW));
	r = ask_get("/document/add?kind=proposal");
	CHECK(says(r, ">Hai</textarea>") && says(r, ">Ba</textarea>") && says(r, "name=\"kind\" value=\"conclusion\""));
}

static void
its_leader_sends_it(void)
{
	fresh();
	proposed("");
	CHECK(moves(1, "move=send").status == 404);		/* the officer does not send */
	CHECK(moves(1, "move=submit").status == 303);
	CHECK(ask_get("/document/1/edit").status == 409 && posts("/document/1/edit", "edition=2|subject=b").status == 409);
	as(person("unit_leader", A));
	CHECK(says(ask_get("/document"), "Chờ bạn (1)"));
	CHECK(moves(1, "move=back|reason= ").status == 422);
	CHECK(moves(1, "move=back|reason=Ghi rõ điều khoản").status == 303);
	as(person("unit_officer", A));
	struct reply r = ask_get("/document/1");
	CHECK(says(r, "Ghi rõ điều khoản") && says(r, "Bị trả lại"));
	CHECK(moves(1, "move=submit").status == 303);
	as(person("unit_leader", A));
	int64_t seen = edition("document", 1);
	r = moves(1, "move=send");
	CHECK(r.status == 303 && says(ask_get(location(r)), "Đã gửi cho 1 đơn vị"));
	SAME(look_text("SELECT a.unit || c.state || c.unit FROM document_answer a JOIN flow_case c ON c.id = a.flow_case"
	    " AND c.author IS NULL"), "5waiting5");
	CHECK(look("SELECT count(*) FROM audit WHERE action = 'document.send'") == 1);
	CHECK(look("SELECT count(*) FROM audit WHERE action = 'document_answer.ask'") == 1);
	SAME(look_text("SELECT new FROM audit_value WHERE field = 'units'"), "1");
	CHECK(look("SELECT count(*) FROM notice_rule WHERE flow = 'document_answer' AND kind = 'document_asked' AND move = 'ask'") == 1);
	/* who has the page of before is told, and nothing is sent twice */
	CHECK(posts("/document/1/move", mem_printf(scene_mem(), "edition=%lld|move=send", (long long)seen)).status == 409);
	CHECK(look("SELECT count(*) FROM document_answer") == 1);
	CHECK(moves(1, "move=drop").status == 409);
	CHECK(ask_get("/document/1/edit").status == 409);
}

static void
nothing_half_done_is_sent(void)
{
	fresh();
	person("unit_leader", D);
	as(person("unit_leader", A));
	CHECK(posts("/document/add", "kind=proposal|unit=2|subject=a").status == 303);
	struct reply r = moves(1, "move=send");
	CHECK(r.status == 422 && says(r, "Nội dung: Chưa có") && says(r, "Số, ký hiệu: Chưa có") && says(r, "Ngày văn bản: Chưa có")
	    && says(r, "Hạn trả lời: Chưa có") && says(r, "Gửi cho: Chưa có") && says(r, "được kiến nghị: Chưa có"));
	SAME(state("document", 1), "draft");
	CHECK(posts("/document/1/edit", mem_printf(scene_mem(), "edition=1|body=5|%s", whole)).status == 303);
	scene("UPDATE document SET number = 'mười hai', due_date = '2026-11-19'");
	r = moves(1, "move=send");
	CHECK(r.status == 422 && says(r, "viết như 12/KN-UBND") && says(r, "Hạn đã qua"));
	scene("UPDATE document SET date = '2026-11-21', due_date = '2026-11-21'");
	CHECK(says(moves(1, "move=send"), "sau hôm nay") && says(moves(1, "move=send"), "không sau ngày văn bản"));
	scene("UPDATE document SET number = '12/KN', date = '2026-11-10', due_date = '2026-11-20'");	/* today */
	/* the body has ended meanwhile, or nobody there may answer */
	scene("UPDATE account SET disabled = 1 WHERE id IN (SELECT account FROM mandate WHERE unit = 5)");
	r = moves(1, "move=send");
	CHECK(r.status == 422 && says(r, "Cơ quan đã chọn không còn") && says(ask_get("/document/1"), "Cơ quan đã chọn không còn"));
	scene("UPDATE account SET disabled = NULL; UPDATE unit SET valid_to = '2026-11-19' WHERE id = 5;"
	    "UPDATE unit_under SET valid_to = '2026-11-19' WHERE unit = 5; UPDATE unit_name SET valid_to = '2026-11-19' WHERE unit = 5;"
	    "UPDATE unit_parent SET valid_to = '2026-11-19' WHERE unit = 5");
	r = moves(1, "move=send");
	CHECK(r.status == 422 && says(r, "Cơ quan đã chọn không còn"));
	CHECK(look("SELECT count(*) FROM document_answer") == 0);
	SAME(state("document", 1), "draft");
}

static void
a_number_is_taken_once_a_year(void)
{
	sent();
	as(person("unit_leader", A));
	CHECK(posts("/document/add", mem_printf(scene_mem(), "kind=proposal|unit=2|body=5|%s", whole)).status == 303);
	struct reply r = moves(2, "move=send");
	CHECK(r.status == 422 && says(r, "Số này năm 2026 đã dùng cho Kiến nghị chính sách “Về việc sửa mức hỗ trợ nhà ở”"));
	scene("UPDATE document SET number = '0012/KN-UBND' WHERE id = 2");
	CHECK(moves(2, "move=send").status == 422);
	/* what was withdrawn keeps its number */
	CHECK(moves(1, "move=withdraw|reason=Nhầm").status == 303);
	CHECK(moves(2, "move=send").status == 422);
	scene("INSERT INTO flow_case (id, flow, unit, state, at) VALUES (51, 'plan', 2, 'issued', 0), (52, 'plan', 2, 'draft', 0);"
	    "INSERT INTO plan (id, flow_case, unit, number, date, subject, subject_plain) VALUES"
	    " (1, 51, 2, '03/KN-UBND', '2026-02-05', 'Xã làm theo', ''), (2, 52, 2, '04/KN-UBND', '2026-02-05', 'Nháp', '');"
	    "UPDATE document SET number = '3/KN-UBND' WHERE id = 2");
	r = moves(2, "move=send");
	CHECK(r.status == 422 && says(r, "đã dùng cho kế hoạch “Xã làm theo”"));
	scene("UPDATE document SET number = '4/KN-UBND' WHERE id = 2");	/* of a draft it is not */
	CHECK(moves(2, "move=send").status == 303);
	/* another unit, or another year, has numbers of its own */
	person("signer", P);
	as(person("unit_leader", B));
	CHECK(posts("/document/add", mem_printf(scene_mem(), "kind=proposal|unit=3|body=5|%s", whole)).status == 303);
	CHECK(moves(3, "move=send").status == 303);
	as(person("unit_leader", A));
	CHECK(posts("/document/add", mem_printf(scene_mem(), "kind=proposal|unit=2|body=5|%s|date=10/11/2025", whole)).status == 303);
	scene("UPDATE document SET date = '2025-12-30' WHERE id = 4");
	CHECK(moves(4, "move=send").status == 303);
}

static void
a_conclusion_asks_units_below(void)
{
	concluded();
	SAME(look_text("SELECT group_concat(a.unit || c.state) FROM document_answer a JOIN flow_case c ON c.id = a.flow_case"),
	    "2waiting,3waiting");
	fresh();
	person("unit_leader", A);
	as(person("specialist", P));
	struct reply r = ask_get("/document/add");
	CHECK(says(r, "Đổi loại, đơn vị"));
	r = posts("/document/add", "kind=conclusion|unit=1|subject=a|code=P");
	CHECK(r.status == 422 && says(r, "không tự yêu cầu mình"));
	r = posts("/document/add", "kind=conclusion|unit=1|subject=a|code=KHONGCO|to=kind:commune");
	CHECK(r.status == 422 && says(r, "KHONGCO") && says(r, "value=\"kind:commune\" checked") && says(r, "href=\"#code\""));
	r = posts("/document/add", "kind=conclusion|unit=1|number=05/KL-HĐ|date=10/11/2026|subject=a|text=b"
	    "|due_date=30/11/2026|to=kind:commune|code=A1");
	CHECK(r.status == 303);
	r = ask_get("/document/1/edit");
	CHECK(says(r, "value=\"kind:commune\" checked") && says(r, "value=\"A1\""));
	r = ask_get("/document/1");
	CHECK(says(r, "Các bên thống nhất: Chưa có") && says(r, "số đơn vị phải trả lời: 3."));
	CHECK(says(r, "Chưa có ai trả lời được trên cổng: 2 (Xã Bình, Thôn Một)"));
	scene("UPDATE document SET parties = 'Hội đồng'");
	as(person("signer", P));
	r = moves(1, "move=send");
	CHECK(says(ask_get(location(r)), "Đã gửi cho 3 đơn vị. Chưa có ai trả lời được trên cổng, phải báo bằng cách khác: 2 (Xã Bình, Thôn Một)"));
	/* nobody of that kind is there any more */
	as(person("specialist", P));
	CHECK(posts("/document/add", "kind=conclusion|unit=1|number=06/KL-HĐ|date=10/11/2026|subject=a|text=b|parties=c"
	    "|due_date=30/11/2026|to=kind:village|code=").status == 303);
	scene("UPDATE unit_under SET valid_to = '2026-11-01' WHERE unit = 4");
	as(person("signer", P));
	r = moves(2, "move=send");
	CHECK(r.status == 422 && says(r, "hiện không có đơn vị nào"));
}

static void
drafts_are_their_units_alone(void)
{
	fresh();
	proposed("");
	scene("INSERT INTO flow_case (id, flow, unit, state, at) VALUES (51, 'plan', 1, 'issued', 0);"
	    "INSERT INTO plan (id, flow_case, unit, number, date, subject, subject_plain) VALUES"
	    " (1, 51, 1, '07/KH-UBND', '2026-01-05', 'Cùng nhau', ''); UPDATE document SET plan = 1");
	static const char *const paths[] = { "/document/1", "/document/1.json", "/document/1/edit", "/document/1/print",
	    "/document/1/print.docx" };
	const struct { const char *role; int64_t unit; } others[] = { { "unit_leader", D }, { "unit_officer", B },
	    { "specialist", P }, { "signer", P }, { "council", P }, { "auditor", P }, { "clerk", A }, { "auditor", A } };
	for (size_t i = 0; i < sizeof(others) / sizeof(*others); i++) {
		as(person(others[i].role, others[i].unit));
		for (size_t j = 0; j < sizeof(paths) / sizeof(*paths); j++)
			CHECK(ask_get(paths[j]).status == 404);
		struct reply r = ask_get("/document");
		CHECK(!says(r, "/document/1\"") && !says(r, "12/KN-UBND") && !says(r, "Cùng nhau") && !says(r, ">2026<"));
		CHECK(!says(r, "<option value=\"2\">Xã An"));
		CHECK(!says(ask_get("/document.csv"), "12/KN-UBND"));
		CHECK(moves(1, "move=drop").status == 404);
	}
	as(person("specialist", A));
	CHECK(ask_get("/document/1").status == 200);
	as(person("unit_officer", A));
	CHECK(says(ask_get("/document"), "12/KN-UBND") && says(ask_get("/document?q=ho+tro"), "/document/1\""));
	CHECK(moves(1, "move=drop").status == 303);
	CHECK(!says(ask_get("/document"), "12/KN-UBND") && says(ask_get("/document?state=dropped"), "12/KN-UBND"));
	as(0);
	CHECK(ask_get("/document/1").status == 303 && ask_get("/document").status == 303);
}

static void
who_was_asked_and_who_follows_read_what_was_sent(void)
{
	sent();
	const struct { const char *role; int64_t unit; bool reads; } all[] = { { "unit_leader", D, true },
	    { "unit_officer", D, true }, { "specialist", P, true }, { "signer", P, true }, { "council", P, true },
	    { "auditor", P, true }, { "specialist", A, true }, { "unit_officer", B, false }, { "specialist", B, false },
	    { "auditor", B, false }, { "clerk", A, false }, { "unit_officer", A1, false } };
	for (size_t i = 0; i < sizeof(all) / sizeof(*all); i++) {
		as(person(all[i].role, all[i].unit));
		int status = all[i].reads ? 200 : 404;
		CHECK(ask_get("/document/1").status == status && ask_get("/document/1/print").status == status);
		CHECK(ask_get("/document/answer/1").status == status);
		struct reply r = ask_get("/document");
		CHECK(says(r, "12/KN-UBND") == all[i].reads && says(r, "<option value=\"2\">Xã An") == all[i].reads);
	}
	/* also when it was withdrawn */
	as(person("unit_leader", A));
	CHECK(moves(1, "move=withdraw|reason=Đã có quy định mới").status == 303);
	as(person("unit_leader", D));
	CHECK(says(ask_get("/document/1"), "Đã có quy định mới") && says(ask_get("/document?state=withdrawn"), "12/KN-UBND"));
	scene("UPDATE mandate SET valid_to = '2026-11-19' WHERE unit = 5");
	CHECK(ask_get("/document/1").status == 404);
}

/* What communes beside it answered is no matter of a commune's: neither the words nor how many. */
static void
a_unit_asked_counts_itself_alone(void)
{
	answered();
	as(person("unit_officer", B));
	struct reply r = ask_get("/document/1");
	CHECK(r.status == 200 && !says(r, "Xã An") && !says(r, "31 hộ") && says(r, "yêu cầu 1 đơn vị"));
	CHECK(says(ask_get("/document"), "Đã trả lời 0/1") && !says(ask_get("/document.json"), "1/2"));
	CHECK(!says(ask_get("/document/1.json"), "Xã An") && ask_get("/document/answer/1").status == 404);
	CHECK(!says(ask_get("/document.csv?state=done"), "05/KL-HĐ"));
	as(person("unit_officer", A));
	CHECK(says(ask_get("/document?state=done"), "Đã trả lời 1/1"));
	as(person("auditor", P));
	r = ask_get("/document/1");
	CHECK(says(r, "yêu cầu 2 đơn vị") && says(r, "31 hộ") && says(r, "40/UBND, 15/11/2026"));
	CHECK(says(ask_get("/document"), "Đã trả lời 1/2"));
}

static void
the_register_is_sorted_filtered_and_filed(void)
{
	sent();
	concluded();
	scene("INSERT INTO flow_case (id, flow, unit, state, at) VALUES (51, 'plan', 1, 'issued', 0);"
	    "INSERT INTO plan (id, flow_case, unit, number, date, subject, subject_plain) VALUES"
	    " (1, 51, 1, '07/KH-UBND', '2026-01-05', 'Cùng nhau', '')");
	proposed("plan=1");
	as(person("unit_leader", A));
	CHECK(moves(2, "move=send").status == 303);
	as(person("specialist", P));
	struct reply r = ask_get("/document?sort=number");
	CHECK(in_order(r, "05/KL-HĐ", "12/KN-UBND"));
	CHECK(says(r, "<option value=\"1\">07/KH-UBND Cùng nhau") && says(r, "<option value=\"2026\">2026"));
	CHECK(in_order(ask_get("/document?sort=-number"), "12/KN-UBND", "05/KL-HĐ"));
	static const char *const sorts[] = { "date", "kind", "subject", "unit", "due", "state" };
	for (size_t i = 0; i < sizeof(sorts) / sizeof(*sorts); i++)
		CHECK(ask_get(mem_printf(scene_mem(), "/document?sort=-%s", sorts[i])).status == 200);
	CHECK(in_order(ask_get("/document.csv?sort=-subject"), "12/KN-UBND", "05/KL-HĐ"));
	CHECK(!says(ask_get("/document?kind=proposal"), "05/KL-HĐ") && says(ask_get("/document?kind=proposal"), "12/KN-UBND"));
	CHECK(!says(ask_get("/document?plan=1"), "05/KL-HĐ") && !says(ask_get("/document?unit=2"), "05/KL-HĐ"));
	CHECK(!says(ask_get("/document?year=2025"), "12/KN-UBND") && says(ask_get("/document?year=2026"), "12/KN-UBND"));
	r = ask_get("/document?q=nha+o");
	CHECK(says(r, "12/KN-UBND") && !says(r, "05/KL-HĐ"));
	CHECK(says(ask_get("/document?q=ra+soat"), "05/KL-HĐ"));	/* in its text */
	CHECK(says(ask_get("/document?state=open"), "12/KN-UBND") && !says(ask_get("/document?state=late"), "12/KN-UBND"));
	r = ask_get("/document.csv?sort=number");
	CHECK(r.status == 200 && says(r, "2026-11-30") && says(r, "05/KL-HĐ"));
	CHECK(ask_get("/document.xlsx").status == 200 && says(ask_get("/document.json"), "\"due\""));
	r = ask_get("/document/1.json");
	CHECK(says(r, "\"last_day\": \"2026-11-30\"") && says(r, "\"answers\"") && says(r, "\"state\": \"waiting\""));
	CHECK(says(ask_get("/document?q=khongcogi"), "Bỏ bớt điều kiện lọc"));
}

static void
it_is_withdrawn_with_a_reason(void)
{
	answered();
	as(person("specialist", P));
	CHECK(steps(1, "move=accept").status == 303);
	CHECK(moves(1, "move=withdraw|reason=Nhầm").status == 404);	/* he does not send */
	as(person("signer", A));
	CHECK(moves(1, "move=withdraw|reason=Nhầm").status == 404);	/* it is not his */
	as(person("signer", P));
	CHECK(moves(1, "move=withdraw|reason= ").status == 422);
	struct reply r = moves(1, "move=withdraw|reason=Thay bằng kết luận khác");
	CHECK(r.status == 303);
	SAME(state("document", 1), "withdrawn");
	SAME(state("document_answer", 1), "accepted");		/* what is done stays */
	SAME(state("document_answer", 2), "withdrawn");
	CHECK(look("SELECT count(*) FROM notice_duty WHERE duty = 'document' AND unit = 3") == 0);
	CHECK(moves(1, "move=withdraw|reason=Nữa").status == 409);
	as(person("unit_leader", B));
	CHECK(says(ask_get("/document/answer/2"), "Thay bằng kết luận khác") && answers(2, "result=yes|answer=a").status == 409);
	CHECK(steps(2, "move=reply").status == 404);
	as(person("specialist", P));
	CHECK(steps(1, "move=reopen|reason=a").status == 404);	/* of what was withdrawn nothing moves */
}

static void
it_is_put_off_with_a_reason(void)
{
	answered();
	CHECK(puts_off("due_date=15/12/2026|why=Mưa lũ").status == 404);
	as(person("specialist", P));
	CHECK(puts_off("due_date=15/12/2026|why=Mưa lũ").status == 403);
	as(person("signer", P));
	CHECK(posts("/document/9/extend", "due_date=15/12/2026|why=Mưa lũ").status == 404);
	struct reply r = puts_off("due_date=15/12/2026|why= ");
	CHECK(r.status == 422 && says(r, "href=\"#why\"") && says(r, "value=\"15/12/2026\""));
	r = puts_off("due_date=30/11/2026|why=Mưa lũ");
	CHECK(r.status == 422 && says(r, "Hạn đang là 30/11/2026: chọn ngày sau đó"));
	SAME(look_text("SELECT due_date FROM document"), "2026-11-30");
	r = puts_off("due_date=13/12/2026|why=Mưa lũ ở Pá Sang");	/* a Sunday */
	CHECK(r.status == 303);
	r = ask_get(location(r));
	CHECK(says(r, "Đã lùi hạn đến 13/12/2026; 1 đơn vị được báo"));
	CHECK(says(r, "13/12/2026 (Chủ nhật, lùi đến 14/12/2026)"));
	SAME(look_text("SELECT group_concat(a.unit || s.reason) FROM flow_step s JOIN document_answer a"
	    " ON a.flow_case = s.flow_case WHERE s.move = 'extend'"), "330/11/2026 - 13/12/2026: Mưa lũ ở Pá Sang");
	SAME(look_text("SELECT c.unit || c.state FROM flow_case c JOIN document_answer a ON a.flow_case = c.id WHERE a.id = 2"), "3waiting");
	CHECK(look("SELECT count(*) FROM audit WHERE action = 'document.extend' AND entity = 1") == 1);
	/* of a page from before that nothing is put off unseen */
	CHECK(says(posts("/document/1/extend", "edition=1|due_date=31/12/2026|why=Nữa"), "sau khi bạn mở trang"));
	as(person("unit_leader", B));
	CHECK(says(ask_get("/document/answer/2"), "Mưa lũ ở Pá Sang"));
	CHECK(answers(2, "result=no|answer=Chưa có kinh phí|do=reply").status == 303);
	as(person("signer", P));
	CHECK(!says(ask_get("/document/1"), "Hạn mới") && puts_off("due_date=30/12/2026|why=a").status == 409);
	SAME(look_text("SELECT due_date FROM document"), "2026-12-13");
}

static void
it_is_printed_as_the_decree_has_it(void)
{
	sent();
	struct reply r = ask_get("/document/1/print");
	CHECK(r.status == 200 && in_order(r, "KIẾN NGHỊ<small>Về việc sửa mức hỗ trợ nhà ở</small>", "Kính gửi: Sở Dân."));
	CHECK(says(r, "Số: 12/KN-UBND") && says(r, "ngày 10 tháng 11 năm 2026") && says(r, "được kiến nghị: Quyết định 24/2021/QĐ-TTg."));
	CHECK(says(r, "<p>1. Mức hỗ trợ"));			/* its number is of the text, no list */
	CHECK(in_order(r, "vb-end", "<strong>quá thấp</strong>") && in_order(r, "quá thấp", "Nơi nhận"));
	CHECK(says(r, "- Sở Dân;") && says(r, "- Lưu: VT.") && says(r, "<b>CHỦ TỊCH</b>") && says(r, "<b>Lò Văn Sương</b>"));
	CHECK(!says(r, "DỰ THẢO") && says(r, "<b>ỦY BAN NHÂN DÂN XÃ AN</b>"));
	scene("UPDATE document SET issuer = 'UBND xã An'");
	CHECK(says(ask_get("/document/1/print"), "<b>ỦY BAN NHÂN DÂN</b><b>XÃ AN</b>")
	    || says(ask_get("/document/1/print"), "<b>ỦY BAN NHÂN DÂN XÃ AN</b>"));
	r = ask_get("/document/1/print.docx");
	CHECK(r.status == 200 && !memcmp(r.body, "PK", 2) && strstr(r.head, "kien-nghi-1.docx"));
	fresh();
	proposed("");
	CHECK(says(ask_get("/document/1/print"), "DỰ THẢO"));
}

/* The English page says what its Vietnamese says; the paper stays. */
static void
in_english_too(void)
{
	sent();
	as(person("unit_leader", D));
	struct ask a = ask_of("GET", "/document/1", "");
	a.cookie = mem_printf(scene_mem(), "%s; lang=en", a.cookie);
	struct reply r = ask_raw(a);
	CHECK(says(r, "Policy proposal") && says(r, "Answer due") && says(r, "Not answered") && !says(r, "Hạn trả lời"));
	a.path = "/document/1/print";
	r = ask_raw(a);
	CHECK(says(r, "KIẾN NGHỊ") && says(r, "Kính gửi"));
}

static void
the_signed_copy_comes_while_nobody_has_answered(void)
{
	static const char text[] = "Bản đã ký";

	sent();
	as(person("unit_officer", A));
	CHECK(ask_raw(ask_file("/document/1/file", "once=1", "a.txt", text, sizeof(text) - 1)).status == 409);
	as(person("unit_leader", A));
	CHECK(ask_raw(ask_file("/document/1/file", "once=2", "ky.txt", text, sizeof(text) - 1)).status == 303);
	CHECK(says(ask_get("/document/1"), "ky.txt") && ask_post("/document/1/file/1/remove", "").status == 409);
	as(person("unit_leader", D));
	CHECK(ask_get("/document/1/file/1").status == 200);
	CHECK(ask_raw(ask_file("/document/1/file", "once=3", "a.txt", text, sizeof(text) - 1)).status == 404);
	CHECK(answers(1, "result=yes|answer=a|do=reply").status == 303);
	as(person("unit_leader", A));
	CHECK(ask_raw(ask_file("/document/1/file", "once=4", "b.txt", text, sizeof(text) - 1)).status == 409);
	as(person("unit_officer", B));
	CHECK(ask_get("/document/1/file/1").status == 404);
}

/* As the last one had them; else as the unit's plan; never as another unit's. */
static void
head_and_foot_are_filled_in_again(void)
{
	fresh();
	person("unit_leader", D);
	scene("INSERT INTO flow_case (id, flow, unit, state, at) VALUES (52, 'plan', 2, 'issued', 0);"
	    "INSERT INTO plan (id, flow_case, unit, number, date, issuer, place, subject) VALUES"
	    " (2, 52, 2, '08/KH-UBND', '2026-02-05', 'UBND xã An', 'Bản An', 'Xã làm theo')");
	as(person("unit_officer", A));
	struct reply r = ask_get("/document/add?kind=proposal&unit=2");
	CHECK(says(r, "value=\"UBND xã An\"") && says(r, "value=\"Bản An\""));
	CHECK(posts("/document/add", mem_printf(scene_mem(), "kind=proposal|unit=2|body=5|issuer=Ban Chỉ đạo xã An|%s", whole)).status == 303);
	r = ask_get("/document/add?kind=proposal&unit=2");
	CHECK(says(r, "value=\"Ban Chỉ đạo xã An\"") && says(r, "value=\"Lò Văn Sương\"") && says(r, "CHỦ TỊCH</textarea>"));
	CHECK(!says(r, "sửa mức hỗ trợ") && says(ask_get("/document/1/print"), "<b>BAN CHỈ ĐẠO XÃ AN</b>"));
	CHECK(posts("/document/add", "kind=proposal|unit=2|subject=a|issuer=").status == 303);
	CHECK(says(ask_get("/document/2/print"), "<b>ỦY BAN NHÂN DÂN XÃ AN</b>"));
	as(person("unit_officer", B));
	CHECK(!says(ask_get("/document/add?kind=proposal&unit=3"), "Ban Chỉ đạo"));
}

int
main(void)
{
	head_and_foot_are_filled_in_again();
	a_proposal_is_drafted();
	what_is_wrong_is_told_at_once_and_nothing_is_lost();
	a_look_keeps_nothing_and_an_old_page_takes_nothing();
	its_leader_sends_it();
	nothing_half_done_is_sent();
	a_number_is_taken_once_a_year();
	a_conclusion_asks_units_below();
	drafts_are_their_units_alone();
	who_was_asked_and_who_follows_read_what_was_sent();
	a_unit_asked_counts_itself_alone();
	the_register_is_sorted_filtered_and_filed();
	it_is_withdrawn_with_a_reason();
	it_is_put_off_with_a_reason();
	it_is_printed_as_the_decree_has_it();
	in_english_too();
	the_signed_copy_comes_while_nobody_has_answered();
	return done();
}
