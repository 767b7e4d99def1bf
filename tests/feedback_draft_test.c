/* feedback_draft_test.c - units are asked about a draft, in a window of days. */

#include "tests/scene.h"

#include "cgi-bin/lib/reply.h"

/* 1 stands, 2 is a draft of P, whose clause I.1 units are asked about. */
static const char plans[] =
	"INSERT INTO flow_case (id, flow, unit, state, at) VALUES"
	" (51, 'plan', 1, 'issued', 0), (52, 'plan', 1, 'draft', 0);"
	"INSERT INTO plan (id, flow_case, unit, number, date, subject, subject_plain, edition) VALUES"
	" (1, 51, 1, '07/KH-UBND', '2026-01-05', 'Cùng nhau giúp hộ nghèo', 'cung nhau giup ho ngheo', 0),"
	" (2, 52, 1, '', NULL, 'Bản làng không thuốc lá', 'ban lang khong thuoc la', 3);"
	"INSERT INTO plan_clause (plan, seq, anchor, parent, label, depth, text, html) VALUES"
	" (1, 1, 'I', '', 'I.', 1, 'MỤC ĐÍCH', '<h3>I. MỤC ĐÍCH</h3>'),"
	" (2, 1, 'I', '', 'I.', 1, 'YÊU CẦU', '<h3>I. YÊU CẦU</h3>'),"
	" (2, 2, 'I.1', 'I', '1.', 2, 'Mỗi bản một quy ước', '<p>1. Mỗi bản một quy ước</p>'),"
	" (2, 3, 'I.2', 'I', '2.', 2, 'Không bán cho trẻ em', '<p>2. Không bán cho trẻ em</p>');"
	"INSERT INTO unit_contact (id, unit, name, phone, valid_from, valid_to) VALUES"
	" (1, 3, 'Lò Bình', '0217 385 0003', '2020-01-01', '9999-12-31');";

enum { DAY_SECONDS = 86400 };

static void
lay(void)
{
	fresh();
	scene(plans);
	at(NOW);
}

static struct reply
posts(const char *path, const char *fields)
{
	return ask_post(path, with(fields));
}

/* Communes A and B are asked, until Wednesday the 25th. */
static void
opened(void)
{
	lay();
	as(person("specialist", P));
	struct reply r = posts("/feedback/draft/plan/2/add",
	    "ask=Xem kỹ mục I|due_date=25/11/2026|to=kind:commune");
	CHECK(r.status == 303);
	SAME(leads(r), "/feedback/draft/1");
	CHECK(says(ask_get(location(r)), "Đã gửi xin ý kiến 2 đơn vị, đến hết ngày 25/11/2026"));
}

static const char *
at_unit(int64_t unit, const char *fields)
{
	return mem_printf(scene_mem(), "unit=%lld|edition=%lld|%s", (long long)unit,
	    (long long)look("SELECT edition FROM plan WHERE id = 2"), fields);
}

static struct reply
comments(int64_t unit, const char *clause, const char *text)
{
	as(person("unit_officer", unit));
	return posts("/feedback/draft/1/add", at_unit(unit,
	    mem_printf(scene_mem(), "clause=%s|text=%s", clause, text)));
}

static void
who_drafts_asks_units_once(void)
{
	opened();
	SAME(look_text("SELECT group_concat(unit, ' ') FROM feedback_draft_unit"), "2 3");
	SAME(look_text("SELECT day || ' ' || due_date FROM feedback_draft"), "2026-11-20 2026-11-25");
	SAME(look_text("SELECT action FROM audit ORDER BY id DESC LIMIT 1"), "feedback_draft.open");
	CHECK(look("SELECT count(*) FROM notice WHERE kind = 'feedback_draft' AND unit IN (2, 3)") == 2);
	struct reply r = ask_get("/feedback/draft/1");
	CHECK(r.status == 200 && says(r, "DỰ THẢO lấy ý kiến đến ngày 25/11/2026") && says(r, "Xem kỹ mục I"));
	CHECK(says(ask_get("/feedback/draft"), "Bản làng không thuốc lá"));
	/* one at a time */
	SAME(leads(ask_get("/feedback/draft/plan/2/add")), "/feedback/draft/1");
	r = posts("/feedback/draft/plan/2/add", "ask=Nữa|due_date=26/11/2026|to=kind:commune");
	CHECK(r.status == 422 && says(r, "đang được lấy ý kiến rồi"));
	CHECK(look("SELECT count(*) FROM feedback_draft") == 1);
}

static void
a_window_needs_words_a_day_and_units(void)
{
	lay();
	as(person("specialist", P));
	CHECK(ask_get("/feedback/draft/plan/2/add").status == 200);
	struct reply r = posts("/feedback/draft/plan/2/add", "ask= |due_date=25/11/2026|to=kind:commune");
	CHECK(r.status == 422 && says(r, "href=\"#ask\"") && says(r, "value=\"kind:commune\" checked"));
	CHECK(says(posts("/feedback/draft/plan/2/add", "ask=a|due_date=19/11/2026|to=kind:commune"),
	    "Ngày đã qua"));
	CHECK(says(posts("/feedback/draft/plan/2/add", "ask=a|due_date=25/11/2027|to=kind:commune"),
	    "Xa quá 120 ngày"));
	r = posts("/feedback/draft/plan/2/add", "ask=a|due_date=25/11/2026");
	CHECK(r.status == 422 && says(r, "Chưa chọn đơn vị nào"));
	CHECK(says(posts("/feedback/draft/plan/2/add", "ask=a|due_date=25/11/2026|code=ZZ"), "ZZ"));
	CHECK(posts("/feedback/draft/plan/1/add", "ask=a|due_date=25/11/2026|to=kind:commune").status == 409);
	CHECK(posts("/feedback/draft/plan/9/add", "ask=a|due_date=25/11/2026|to=kind:commune").status == 404);
	as(person("specialist", A));
	CHECK(ask_get("/feedback/draft/plan/2/add").status == 404);
	CHECK(posts("/feedback/draft/plan/2/add", "ask=a|due_date=25/11/2026|to=kind:commune").status == 404);
	as(person("unit_officer", A));
	CHECK(ask_get("/feedback/draft/plan/2/add").status == 404);
	CHECK(look("SELECT count(*) FROM feedback_draft") == 0);
}

static void
a_unit_that_is_asked_reads_and_comments(void)
{
	opened();
	as(person("unit_officer", A));
	struct reply r = ask_get("/feedback/draft/1");
	CHECK(says(r, "Mỗi bản một quy ước") && says(r, "Chưa trả lời") && !says(r, "Đơn vị được hỏi"));
	CHECK(says(ask_get("/feedback/draft/1/add?clause=I.1"), "<p>1. Mỗi bản một quy ước</p>"));
	CHECK(comments(A, "I.1", "Quy ước nào").status == 303);
	CHECK(comments(A, "", "Cần kinh phí").status == 303);
	SAME(look_text("SELECT feedback_draft || ' ' || edition || ' ' || clause || ' ' || clause_seq"
	    " FROM feedback WHERE id = 1"), "1 3 Mỗi bản một quy ước 2");
	r = ask_get("/feedback/draft/1");
	CHECK(says(r, "Quy ước nào") && says(r, "Cần kinh phí") && says(r, "Đã gửi 2 ý kiến"));
	/* the draft goes on; what was said keeps the words of which it was said */
	scene("UPDATE plan_clause SET text = 'Mỗi bản một hương ước' WHERE plan = 2 AND anchor = 'I.1';"
	    "UPDATE plan SET edition = 4 WHERE id = 2");
	CHECK(says(ask_get("/feedback/1"), "Mỗi bản một quy ước"));
	r = comments(A, "IX", "Không có điểm này");
	CHECK(r.status == 422 && says(r, "Dự thảo không có điểm này") && says(r, ">Không có điểm này</textarea>"));
	CHECK(comments(A, "I.1", " ").status == 422);
	CHECK(posts("/feedback/draft/1/add", "unit=3|edition=4|clause=I.1|text=Thay xã khác").status == 404);
	CHECK(look("SELECT count(*) FROM feedback") == 2);
}

/* What is said is said of what was read. */
static void
a_stale_edition_takes_nothing(void)
{
	opened();
	scene("UPDATE plan SET edition = 4 WHERE id = 2");
	as(person("unit_officer", A));
	struct reply r = posts("/feedback/draft/1/add", "unit=2|edition=3|clause=I.1|text=Quy ước nào");
	CHECK(r.status == 422 && says(r, "Dự thảo đã được sửa sau khi bạn mở trang") && says(r, ">Quy ước nào</textarea>"));
	r = posts("/feedback/draft/1/agree", "unit=2|edition=3");
	CHECK(r.status == 422 && says(r, "Dự thảo đã được sửa"));
	CHECK(look("SELECT count(*) FROM feedback") == 0);
	CHECK(look("SELECT count(agreed) FROM feedback_draft_unit") == 0);
}

static void
to_agree_is_one_click(void)
{
	opened();
	as(person("unit_leader", A));
	CHECK(posts("/feedback/draft/1/agree", at_unit(A, "")).status == 303);
	SAME(look_text("SELECT unit || ' ' || edition FROM feedback_draft_unit WHERE agreed IS NOT NULL"), "2 3");
	CHECK(posts("/feedback/draft/1/agree", at_unit(A, "")).status == 409);
	CHECK(posts("/feedback/draft/1/agree", at_unit(B, "")).status == 404);
	CHECK(says(ask_get("/feedback/draft/1"), "Đã nhất trí lúc"));
	CHECK(ask_post("/feedback/draft/1/disagree", "unit=2").status == 303);
	CHECK(ask_post("/feedback/draft/1/disagree", "unit=2").status == 409);
	CHECK(posts("/feedback/draft/1/agree", at_unit(A, "")).status == 303);
	/* words take its place, and the other way round it is refused */
	CHECK(comments(A, "I.2", "Thêm chế tài").status == 303);
	CHECK(look("SELECT count(agreed) FROM feedback_draft_unit") == 0);
	CHECK(posts("/feedback/draft/1/agree", at_unit(A, "")).status == 409);
	CHECK(ask_post("/feedback/1/withdraw", "").status == 303);
	CHECK(posts("/feedback/draft/1/agree", at_unit(A, "")).status == 303);
}

/* Byte for byte as what is not there. */
static void
is_not_there(const char *path)
{
	struct reply r = ask_get(path), none = ask_get("/feedback/draft/999");

	CHECK(r.status == 404 && none.status == 404);
	CHECK(!says(r, "thuốc lá") && !says(r, "Quy ước"));
}

static void
others_see_nothing_of_it(void)
{
	static const char *const roles[] = { "unit_officer", "unit_leader", "council", "clerk" };
	static const int64_t places[] = { D, A1, P };

	opened();
	CHECK(comments(A, "I.1", "Quy ước nào").status == 303);
	for (size_t i = 0; i < sizeof(roles) / sizeof(*roles); i++)
		for (size_t k = 0; k < sizeof(places) / sizeof(*places); k++) {
			as(person(roles[i], places[k]));
			is_not_there("/feedback/draft/1");
			is_not_there("/feedback/1");
			CHECK(!says(ask_get("/feedback/draft"), "thuốc lá"));
			CHECK(!says(ask_get("/feedback/draft.csv"), "thuốc lá"));
			CHECK(!says(ask_get("/feedback"), "thuốc lá"));
			CHECK(!says(ask_get("/feedback.json"), "Quy ước"));
			CHECK(ask_get("/feedback/plan/2").status == 404);
		}
	as(person("unit_officer", D));
	struct reply a = ask_get("/feedback/draft/1"), b = ask_get("/feedback/draft/9");
	CHECK(a.length == b.length);
	CHECK(posts("/feedback/draft/1/add", "unit=5|edition=3|clause=|text=a").status == 404);
	CHECK(posts("/feedback/draft/1/agree", "unit=5|edition=3").status == 404);
	/* a unit sees what is its own, and counts of nobody else */
	as(person("unit_officer", B));
	struct reply r = ask_get("/feedback/draft/1");
	CHECK(r.status == 200 && !says(r, "Quy ước nào") && !says(r, "/units"));
	CHECK(ask_get("/feedback/1").status == 404);
	CHECK(ask_get("/feedback/draft/1/units").status == 403);
	CHECK(says(ask_get("/feedback/draft.csv"), "Chưa trả lời"));
	CHECK(ask_get("/feedback/plan/2").status == 404);
	as(person("auditor", A));
	CHECK(ask_get("/feedback/draft/1").status == 404);
	as(person("auditor", P));
	CHECK(says(ask_get("/feedback/1"), "Quy ước nào"));
	as(0);
	CHECK(ask_get("/feedback/draft/1").status == 303);
	CHECK(look("SELECT count(*) FROM feedback_word") == 0);	/* not to be found */
}

/* One that was merged away, or went under another, is not asked any more. */
static void
a_unit_that_left_is_asked_no_more(void)
{
	opened();
	scene("UPDATE unit SET valid_to = '2026-11-19' WHERE id = 2;"
	    "UPDATE unit_name SET valid_to = '2026-11-19' WHERE unit = 2;"
	    "UPDATE unit_under SET valid_to = '2026-11-19' WHERE unit = 2;"
	    "UPDATE unit_under SET valid_to = '2026-11-19' WHERE ancestor = 1 AND unit = 3");
	as(person("unit_officer", A));
	CHECK(ask_get("/feedback/draft/1").status == 404);
	as(person("unit_officer", B));
	CHECK(ask_get("/feedback/draft/1").status == 404);
	CHECK(posts("/feedback/draft/1/add", "unit=3|edition=3|clause=I.1|text=a").status == 404);
	CHECK(!says(ask_get("/feedback/draft"), "thuốc lá"));
}

static void
after_its_day_it_takes_nothing_more(void)
{
	opened();
	CHECK(comments(A, "I.1", "Quy ước nào").status == 303);
	scene("UPDATE feedback_draft SET day = '2026-11-09', due_date = '2026-11-20'");
	CHECK(comments(A, "I.1", "Kịp").status == 303);		/* its last day */
	scene("UPDATE feedback_draft SET due_date = '2026-11-19'");
	struct reply r = comments(A, "I.1", "Quá muộn");
	CHECK(r.status == 422 && says(r, "đã kết thúc (19/11/2026)") && says(r, ">Quá muộn</textarea>"));
	CHECK(!says(r, "Mỗi bản một quy ước"));
	r = posts("/feedback/draft/1/agree", at_unit(A, ""));
	CHECK(r.status == 422 && says(r, "19/11/2026"));
	SAME(leads(ask_get("/feedback/draft/1/add")), "/feedback/draft/1");
	r = ask_get("/feedback/draft/1");
	CHECK(r.status == 200 && !says(r, "Không bán cho trẻ em") && says(r, "Quy ước nào"));
	as(person("unit_officer", B));
	CHECK(ask_post("/feedback/draft/1/disagree", "unit=3").status == 422);
	CHECK(look("SELECT count(*) FROM feedback") == 2);
	/* a day off is not its end: Saturday the 28th goes on to Monday */
	opened();
	scene("UPDATE feedback_draft SET due_date = '2026-11-28'");
	at(NOW + 10 * DAY_SECONDS);	/* who has not been here: a session ends sooner */
	CHECK(comments(A, "I.1", "Thứ Hai").status == 303);
	at(NOW + 11 * DAY_SECONDS);
	CHECK(comments(B, "I.1", "Thứ Ba").status == 422);
}

static void
it_is_prolonged_and_ended_with_a_reason(void)
{
	opened();
	as(person("specialist", P));
	CHECK(posts("/feedback/draft/1/prolong", "due_date=30/11/2026|reason= ").status == 422);
	struct reply r = posts("/feedback/draft/1/prolong", "due_date=24/11/2026|reason=Mưa lũ");
	CHECK(r.status == 422 && says(r, "Hạn đang là 25/11/2026") && says(r, ">Mưa lũ</textarea>"));
	CHECK(posts("/feedback/draft/1/prolong", "due_date=30/11/2026|reason=Mưa lũ").status == 303);
	SAME(look_text("SELECT due_date || ' ' || why FROM feedback_draft"), "2026-11-30 Mưa lũ");
	as(person("unit_officer", A));
	r = ask_get("/feedback/draft/1");
	CHECK(says(r, "30/11/2026") && says(r, "Mưa lũ"));
	CHECK(posts("/feedback/draft/1/close", "end_reason=a").status == 404);
	as(person("specialist", A));
	CHECK(posts("/feedback/draft/1/close", "end_reason=a").status == 404);
	CHECK(posts("/feedback/draft/1/prolong", "due_date=01/12/2026|reason=a").status == 404);
	as(person("signer", P));
	CHECK(posts("/feedback/draft/1/close", "end_reason=a").status == 403);
	as(person("specialist", P));
	CHECK(posts("/feedback/draft/1/close", "end_reason= ").status == 422);
	CHECK(posts("/feedback/draft/1/close", "end_reason=Đã đủ ý kiến").status == 303);
	SAME(look_text("SELECT action FROM audit ORDER BY id DESC LIMIT 1"), "feedback_draft.close");
	CHECK(posts("/feedback/draft/1/close", "end_reason=a").status == 409);
	CHECK(posts("/feedback/draft/1/prolong", "due_date=01/12/2026|reason=a").status == 409);
	r = comments(A, "I.1", "Quy ước nào");
	CHECK(r.status == 422 && says(r, "20/11/2026"));
	CHECK(says(ask_get("/feedback/draft/1"), "Đã đủ ý kiến"));
	/* and then another may be opened */
	as(person("specialist", P));
	CHECK(posts("/feedback/draft/plan/2/add", "ask=Lần hai|due_date=30/11/2026|to=kind:commune").status == 303);
	CHECK(posts("/feedback/draft/1/prolong", "due_date=01/12/2026|reason=a").status == 409);
}

static void
once_issued_or_dropped_it_is_over(void)
{
	opened();
	scene("UPDATE flow_case SET state = 'issued' WHERE id = 52");
	struct reply r = comments(A, "I.1", "Quy ước nào");
	CHECK(r.status == 422 && says(r, "Văn bản đã ban hành"));
	as(person("specialist", P));
	CHECK(posts("/feedback/draft/1/prolong", "due_date=01/12/2026|reason=a").status == 409);
	opened();
	scene("UPDATE flow_case SET state = 'dropped' WHERE id = 52");
	CHECK(comments(A, "I.1", "Quy ước nào").status == 422);
}

/* The day of its end is told if it is known: not a day to come. */
static void
its_end_is_told_as_it_was(void)
{
	static const char *const pages[] = { "/feedback/draft/1", "/feedback/draft/1/table", "/feedback/draft/1/units" };

	for (int dropped = 0; dropped < 2; dropped++) {
		opened();
		scene(dropped ? "UPDATE flow_case SET state = 'dropped' WHERE id = 52"
		    : "UPDATE flow_case SET state = 'issued' WHERE id = 52");
		as(person("specialist", P));
		for (size_t i = 0; i < 3; i++) {
			struct reply r = ask_get(pages[i]);
			CHECK(says(r, "Việc lấy ý kiến đã kết thúc.") || says(r, "Việc lấy ý kiến đã kết thúc<"));
			CHECK(!says(r, "25/11/2026") && !says(r, "đến hết ngày") && !says(r, "DỰ THẢO"));
		}
		/* once that day is over it is no day to come */
		at(NOW + 10 * DAY_SECONDS);
		as(person("signer", P));
		CHECK(says(ask_get(pages[0]), "Việc lấy ý kiến đã kết thúc: 25/11/2026"));
	}
	opened();
	for (size_t i = 1; i < 3; i++)
		CHECK(says(ask_get(pages[i]), "đến hết ngày 25/11/2026") && !says(ask_get(pages[i]), "đã kết thúc"));
	CHECK(posts("/feedback/draft/1/close", "end_reason=Đủ").status == 303);
	for (size_t i = 0; i < 3; i++) {
		struct reply r = ask_get(pages[i]);
		CHECK(says(r, "Việc lấy ý kiến đã kết thúc: 10:00, 20/11/2026"));
		CHECK(!says(r, "đến hết ngày") && !says(r, "DỰ THẢO"));
	}
	CHECK(says(ask_get(pages[1]), "0 trên 2 đơn vị đã trả lời"));
}

/* A of two, one says something of I.2, B agrees. */
static void
answered(void)
{
	opened();
	CHECK(comments(A, "I.2", "Thêm chế tài").status == 303);
	CHECK(comments(A, "I.1", "Quy ước nào").status == 303);
}

static void
the_drafter_sees_who_answered(void)
{
	answered();
	as(person("specialist", P));
	struct reply r = ask_get("/feedback/draft/1/units");
	CHECK(r.status == 200 && says(r, "2 ý kiến") && says(r, "Lò Bình") && says(r, "0217 385 0003"));
	CHECK(in_order(r, "Xã Bình", "Xã An"));		/* who has not comes first */
	r = ask_get("/feedback/draft/1/units.csv?state=silent");
	CHECK(says(r, "Xã Bình") && !says(r, "Xã An"));
	CHECK(says(ask_get("/feedback/draft.csv"), "1 trên 2 đơn vị đã trả lời, 2 ý kiến"));
	as(person("specialist", A));
	CHECK(ask_get("/feedback/draft/1/units").status == 404);
	CHECK(ask_get("/feedback/draft/1/table").status == 404);
	CHECK(ask_get("/feedback/draft/1/table.csv").status == 404);
}

static struct reply
moves(const char *fields)
{
	return posts("/feedback/topic/1/move", mem_printf(scene_mem(), "edition=%lld|%s",
	    (long long)look("SELECT edition FROM feedback_topic"), fields));
}

static void
what_is_said_is_answered_and_filed(void)
{
	answered();
	as(person("unit_officer", B));
	CHECK(posts("/feedback/draft/1/agree", at_unit(B, "")).status == 303);
	as(person("specialist", P));
	CHECK(says(ask_get("/feedback/plan/2/group"), "Góp ý vào dự thảo, bản số 3"));
	CHECK(posts("/feedback/plan/2/group", "opinion=1|opinion=2|name=Chế tài").status == 303);
	as(person("unit_officer", A));
	CHECK(ask_post("/feedback/1/withdraw", "").status == 409);
	as(person("council", P));
	CHECK(ask_get("/feedback/topic/1").status == 404 && !says(ask_get("/feedback/topic"), "Chế tài"));
	as(person("specialist", P));
	CHECK(posts("/feedback/topic/1", "edition=1|name=Chế tài|answer=Thêm vào I.2").status == 303);
	CHECK(moves("move=submit").status == 303);
	struct reply r = ask_get("/feedback/draft/1/table.csv");
	CHECK(says(r, "Thêm chế tài") && !says(r, "Đã thêm"));
	as(person("signer", P));
	CHECK(moves("move=accept|reason=Đã thêm vào I.2").status == 303);
	as(person("specialist", P));
	r = ask_get("/feedback/draft/1/table");
	CHECK(r.status == 200 && in_order(r, "Quy ước nào", "Thêm chế tài"));	/* I.1 before I.2 */
	CHECK(in_order(r, "Thêm chế tài", "Nhất trí với dự thảo") && says(r, "Đã thêm vào I.2"));
	CHECK(says(ask_get("/feedback/draft/1/table.json"), "\"answer\": \"Đã thêm vào I.2\"")
	    || says(ask_get("/feedback/draft/1/table.json"), "\"answer\":\"Đã thêm vào I.2\""));
	CHECK(says(ask_get("/feedback/plan/2.csv"), "Dự thảo"));
	CHECK(!says(ask_get("/feedback/topic/1"), "chưa có văn bản sửa đổi"));	/* the draft itself is mended */
	as(person("unit_officer", A));
	CHECK(says(ask_get("/feedback/draft/1"), "Đã thêm vào I.2"));
	/* once it is issued, still nobody else's */
	scene("UPDATE flow_case SET state = 'issued' WHERE id = 52; UPDATE plan SET date = '2026-11-20' WHERE id = 2");
	as(person("unit_officer", B));
	CHECK(ask_get("/feedback/1").status == 404);
	CHECK(ask_get("/feedback/plan/2").status == 200 && !says(ask_get("/feedback/plan/2"), "Thêm chế tài"));
}

/* Whoever may not see the draft sees no name, no plan and no answer of it, and none of that
 * either once the last opinion was taken out of the topic. */
static void
an_emptied_topic_of_a_draft_is_as_hidden(void)
{
	static const char *const paths[] = { "/feedback/topic", "/feedback/topic.csv", "/feedback/topic.json" };

	answered();
	as(person("specialist", P));
	CHECK(posts("/feedback/plan/2/group", "opinion=1|name=Chế tài").status == 303);
	CHECK(posts("/feedback/topic/1", "edition=1|name=Chế tài|answer=Thêm vào I.2").status == 303);
	CHECK(posts("/feedback/topic/1/leave", "opinion=1").status == 303);
	CHECK(says(ask_get("/feedback/topic"), "Chế tài") && says(ask_get("/feedback/topic/1"), "Thêm vào I.2"));
	for (int issued = 0; issued < 2; issued++) {
		as(person("council", P));
		for (size_t i = 0; i < sizeof(paths) / sizeof(*paths); i++)
			CHECK(!says(ask_get(paths[i]), "Chế tài") && !says(ask_get(paths[i]), "thuốc lá"));
		CHECK(ask_get("/feedback/topic/1").status == 404);
		CHECK(ask_get("/feedback/topic/1.json").status == 404);
		scene("UPDATE flow_case SET state = 'issued' WHERE id = 52;"
		    "UPDATE plan SET date = '2026-11-20' WHERE id = 2");
	}
	/* what is empty takes either kind again */
	as(person("specialist", P));
	CHECK(posts("/feedback/plan/2/group", "opinion=2|into=1|name=").status == 303);
	/* one of a plan on which no one was asked is all theirs, though it is empty */
	as(person("unit_officer", A));
	CHECK(posts("/feedback/plan/1/add", "unit=2|clause=I|text=Sửa mục đích").status == 303);
	as(person("specialist", P));
	CHECK(posts("/feedback/plan/1/group", "opinion=3|name=Mục đích").status == 303);
	CHECK(posts("/feedback/topic/2/leave", "opinion=3").status == 303);
	as(person("council", P));
	CHECK(ask_get("/feedback/topic/2").status == 200 && says(ask_get("/feedback/topic"), "Mục đích"));
}

/* Who reviews feedback on what is in force, and may not see drafts, groups none of theirs. */
static void
what_was_said_of_a_draft_is_grouped_by_who_may_see_it(void)
{
	answered();
	as(person("specialist", P));
	CHECK(posts("/feedback/plan/2/group", "opinion=1|name=Chế tài").status == 303);
	scene("INSERT INTO feedback (id, plan, unit, account, at, text, text_plain) SELECT"
	    " 90, 2, 2, account, 0, 'Khi thi hành', 'khi thi hanh' FROM feedback WHERE id = 1;"
	    "UPDATE flow_case SET state = 'issued' WHERE id = 52; UPDATE plan SET date = '2026-11-20' WHERE id = 2;"
	    "DELETE FROM role_ability WHERE role = 'specialist' AND ability = 'plan.view'");
	struct reply r = ask_get("/feedback/plan/2/group");
	CHECK(r.status == 200 && says(r, "Khi thi hành") && !says(r, "Quy ước nào") && !says(r, "Chế tài"));
	r = posts("/feedback/plan/2/group", "opinion=2|name=Lén");
	CHECK(r.status == 422 && says(r, "Chưa chọn góp ý nào"));
	/* nor into a topic of theirs, not even one that is empty */
	r = posts("/feedback/plan/2/group", "opinion=90|into=1|name=");
	CHECK(r.status == 422 && says(r, "không còn nhận thêm") && !says(r, "không gộp chung"));
	scene("UPDATE feedback SET feedback_topic = NULL");
	CHECK(posts("/feedback/plan/2/group", "opinion=90|into=1|name=").status == 422);
	CHECK(look("SELECT count(*) FROM feedback WHERE feedback_topic IS NOT NULL") == 0);
	CHECK(posts("/feedback/plan/2/group", "opinion=90|name=Thi hành").status == 303);
}

static void
a_topic_is_of_one_kind(void)
{
	answered();
	scene("INSERT INTO feedback (id, plan, unit, account, at, text, text_plain) SELECT"
	    " 90, 2, 2, account, 0, 'Khi thi hành', 'khi thi hanh' FROM feedback WHERE id = 1");
	as(person("specialist", P));
	struct reply r = posts("/feedback/plan/2/group", "opinion=1|opinion=90|name=Lẫn");
	CHECK(r.status == 422 && says(r, "không gộp chung một nhóm"));
	CHECK(posts("/feedback/plan/2/group", "opinion=1|name=Dự thảo").status == 303);
	r = posts("/feedback/plan/2/group", "opinion=90|into=1|name=");
	CHECK(r.status == 422 && says(r, "không gộp chung một nhóm"));
	CHECK(look("SELECT count(*) FROM feedback WHERE feedback_topic IS NOT NULL") == 1);
}

/* What was accepted of a plan in force names the document that carries it out. */
static void
what_is_accepted_is_carried_out_by_a_document(void)
{
	lay();
	as(person("unit_officer", A));
	CHECK(posts("/feedback/plan/1/add", "unit=2|clause=I|text=Sửa mục đích").status == 303);
	as(person("specialist", P));
	CHECK(posts("/feedback/plan/1/group", "opinion=1|name=Mục đích").status == 303);
	CHECK(posts("/feedback/topic/1/done", "plan=1").status == 409);	/* not decided */
	CHECK(posts("/feedback/topic/1", "edition=1|name=Mục đích|answer=Sửa").status == 303);
	CHECK(moves("move=submit").status == 303);
	as(person("signer", P));
	CHECK(moves("move=accept|reason=Sẽ sửa").status == 303);
	as(person("specialist", P));
	CHECK(says(ask_get("/feedback/topic/1"), "chưa có văn bản sửa đổi"));
	CHECK(says(ask_get("/feedback/plan/1"), "chưa có văn bản sửa đổi"));
	CHECK(says(ask_get("/feedback/topic.csv?state=undone"), "Mục đích"));
	/* not a draft, not another unit's, not an older one, not itself */
	scene("INSERT INTO flow_case (id, flow, unit, state, at) VALUES (61, 'plan', 1, 'issued', 0),"
	    " (62, 'plan', 2, 'issued', 0), (63, 'plan', 1, 'issued', 0);"
	    "INSERT INTO plan (id, flow_case, unit, number, date, subject) VALUES"
	    " (3, 61, 1, '19/KH-UBND', '2026-06-01', 'Sửa đổi kế hoạch 07'),"
	    " (4, 62, 2, '20/KH-UBND', '2026-06-01', 'Của xã'), (5, 63, 1, '1/KH-UBND', '2025-06-01', 'Cũ')");
	/* the one that changes it stands first, though it is older */
	scene("INSERT INTO flow_case (id, flow, unit, state, at) VALUES (64, 'plan', 1, 'issued', 0);"
	    "INSERT INTO plan (id, flow_case, unit, number, date, subject) VALUES"
	    " (6, 64, 1, '18/KH-UBND', '2026-05-01', 'Sửa đổi');"
	    "INSERT INTO plan_change (plan, target, kind) VALUES (6, 1, 'amend')");
	CHECK(in_order(ask_get("/feedback/topic/1"), "18/KH-UBND", "19/KH-UBND"));
	CHECK(posts("/feedback/topic/1/done", "plan=2").status == 404);
	CHECK(posts("/feedback/topic/1/done", "plan=4").status == 404);
	CHECK(posts("/feedback/topic/1/done", "plan=5").status == 404);
	CHECK(posts("/feedback/topic/1/done", "plan=1").status == 404);
	CHECK(posts("/feedback/topic/1/done", "plan=3").status == 303);
	CHECK(look("SELECT done_by FROM feedback_topic") == 3);
	CHECK(!says(ask_get("/feedback/topic.csv?state=undone"), "Mục đích"));
	CHECK(says(ask_get("/feedback/topic/1"), "19/KH-UBND") && says(ask_get("/feedback/plan/1.csv"), "19/KH-UBND"));
	as(person("unit_officer", A));
	CHECK(says(ask_get("/feedback/1"), "19/KH-UBND"));
	as(person("signer", P));
	CHECK(posts("/feedback/topic/1/done", "plan=0").status == 403);
	as(person("specialist", A));
	CHECK(posts("/feedback/topic/1/done", "plan=3").status == 404);
	as(person("specialist", P));
	CHECK(posts("/feedback/topic/1/done", "plan=0").status == 303);
	CHECK(says(ask_get("/feedback/topic/1"), "chưa có văn bản sửa đổi"));
	/* a plan of old, of which no one knows the day, is not older than nothing */
	scene("UPDATE plan SET date = NULL WHERE id = 1");
	CHECK(says(ask_get("/feedback/topic/1"), "19/KH-UBND"));
	CHECK(posts("/feedback/topic/1/done", "plan=3").status == 303);
	CHECK(look("SELECT done_by FROM feedback_topic") == 3);
}

int
main(void)
{
	who_drafts_asks_units_once();
	a_window_needs_words_a_day_and_units();
	a_unit_that_is_asked_reads_and_comments();
	a_stale_edition_takes_nothing();
	to_agree_is_one_click();
	others_see_nothing_of_it();
	a_unit_that_left_is_asked_no_more();
	after_its_day_it_takes_nothing_more();
	it_is_prolonged_and_ended_with_a_reason();
	once_issued_or_dropped_it_is_over();
	its_end_is_told_as_it_was();
	the_drafter_sees_who_answered();
	what_is_said_is_answered_and_filed();
	an_emptied_topic_of_a_draft_is_as_hidden();
	what_was_said_of_a_draft_is_grouped_by_who_may_see_it();
	a_topic_is_of_one_kind();
	what_is_accepted_is_carried_out_by_a_document();
	return done();
}
