/* plan_feedback_test.c - what a plan's page says of comments on its draft, and of opinions that it
 * carries out. */

#include "tests/scene.h"

#include "cgi-bin/lib/reply.h"

/* 2 is a draft of P; A is asked about it and has said something. */
static const char plans[] =
	"INSERT INTO flow_case (id, flow, unit, state, at) VALUES (51, 'plan', 1, 'issued', 0),"
	" (52, 'plan', 1, 'draft', 0), (53, 'feedback', 1, 'accepted', 0);"
	"INSERT INTO plan (id, flow_case, unit, number, date, subject) VALUES"
	" (1, 51, 1, '07/KH-UBND', '2026-01-05', 'Cùng nhau giúp hộ nghèo'),"
	" (2, 52, 1, '', NULL, 'Bản làng không thuốc lá');"
	"INSERT INTO account (id, login, name, name_key, name_plain, created) VALUES (81, 'x81', 'X', '', 'x', 0);";
static const char window[] =
	"INSERT INTO feedback_draft (id, plan, account, at, day, due_date, ask) VALUES"
	" (1, 2, 81, 0, '2026-11-01', '2026-11-23', 'Xem mục I');"
	"INSERT INTO feedback_draft_unit (feedback_draft, unit) VALUES (1, 2), (1, 3);"
	"INSERT INTO feedback (id, plan, unit, account, at, text, text_plain, feedback_draft)"
	" VALUES (1, 2, 2, 81, 0, 'Quy ước nào', 'quy uoc nao', 1)";

static void
a_draft_leads_to_who_is_asked(void)
{
	fresh();
	scene(plans);
	as(person("specialist", P));
	struct reply r = ask_get("/plan/2");
	CHECK(says(r, "href=\"/feedback/draft/plan/2/add\"") && !says(r, "Xem ý kiến"));
	CHECK(!says(ask_get("/plan/1"), "/feedback/draft/plan/1/add"));
	scene(window);
	r = ask_get("/plan/2");
	CHECK(says(r, "1 trên 2 đơn vị đã trả lời, 1 ý kiến") && says(r, "href=\"/feedback/draft/1\""));
	CHECK(!says(r, "/feedback/draft/plan/2/add"));		/* one at a time */
	as(person("clerk", P));			/* sees drafts, not what units say */
	r = ask_get("/plan/2");
	CHECK(r.status == 200 && !says(r, "đơn vị đã trả lời"));
	as(person("unit_officer", A));		/* who is asked still does not see the plan itself */
	CHECK(ask_get("/plan/2").status == 404);
	CHECK(!says(ask_get("/plan"), "thuốc lá") && !says(ask_get("/plan?q=thuoc+la"), "thuốc lá"));
}

/* Beside the button to ask anew no day is told to which nobody is asked. */
static void
a_window_that_is_over_is_told_as_over(void)
{
	fresh();
	scene(plans);
	scene(window);
	as(person("specialist", P));
	struct reply r = ask_get("/plan/2");
	CHECK(says(r, "Lấy ý kiến dự thảo đến hết ngày 23/11/2026: 1 trên 2") && !says(r, "đã kết thúc"));
	scene("UPDATE feedback_draft SET closed = 1795143000");
	r = ask_get("/plan/2");
	CHECK(says(r, "/feedback/draft/plan/2/add") && says(r, "1 trên 2 đơn vị đã trả lời"));
	CHECK(says(r, "Việc lấy ý kiến đã kết thúc (09:50, 20/11/2026)") && !says(r, "23/11/2026"));
	scene("UPDATE feedback_draft SET closed = NULL, due_date = '2026-11-19'");
	CHECK(says(ask_get("/plan/2"), "Việc lấy ý kiến đã kết thúc (19/11/2026)"));
	scene("UPDATE feedback_draft SET due_date = '2026-11-23'; UPDATE flow_case SET state = 'dropped' WHERE id = 52");
	r = ask_get("/plan/2");
	CHECK(says(r, "Việc lấy ý kiến đã kết thúc: 1 trên 2") && !says(r, "23/11/2026"));
}

/* It is not refused, it is said: before, and after. */
static void
what_has_no_decision_is_told_when_it_is_submitted(void)
{
	fresh();
	scene(plans);
	scene(window);
	scene("UPDATE plan SET issuer = 'UBND', place = 'Hà Lâm', kind = 'KẾ HOẠCH', body = 'a' WHERE id = 2;"
	    "INSERT INTO plan_clause (plan, seq, anchor, parent, label, depth, text, html)"
	    " VALUES (2, 1, 'I', '', 'I.', 1, 'a', '<p>a</p>')");
	as(person("specialist", P));
	CHECK(says(ask_get("/plan/2"), "Còn 1 ý kiến về dự thảo chưa có quyết định"));
	struct reply r = ask_post("/plan/2/move", "edition=0&move=submit");
	CHECK(r.status == 303);
	CHECK(says(ask_get(location(r)), "Đã trình. Còn 1 ý kiến về dự thảo chưa có quyết định"));
	/* what was said in an earlier window waits as well */
	scene("UPDATE feedback_draft SET closed = 1;"
	    "INSERT INTO feedback_draft (id, plan, account, at, day, due_date, ask) VALUES"
	    " (2, 2, 81, 0, '2026-11-19', '2026-11-25', 'Lần hai');"
	    "INSERT INTO feedback_draft_unit (feedback_draft, unit) VALUES (2, 2);"
	    "UPDATE flow_case SET state = 'draft' WHERE id = 52");
	r = ask_get("/plan/2");
	CHECK(says(r, "0 trên 1 đơn vị đã trả lời") && says(r, "Còn 1 ý kiến về dự thảo chưa có quyết định"));
	scene("INSERT INTO feedback (id, plan, unit, account, at, text, text_plain, feedback_draft, withdrawn)"
	    " VALUES (2, 2, 2, 81, 0, 'Rút', 'rut', 2, 1), (3, 2, 2, 81, 0, 'Thêm', 'them', 2, NULL),"
	    " (4, 2, 2, 81, 0, 'Khi thi hành', 'x', NULL, NULL)");
	CHECK(says(ask_get("/plan/2"), "Còn 2 ý kiến về dự thảo chưa có quyết định"));
	r = ask_post("/plan/2/move", mem_printf(scene_mem(), "edition=%lld&move=submit",
	    (long long)look("SELECT edition FROM plan WHERE id = 2")));
	CHECK(says(ask_get(location(r)), "Đã trình. Còn 2 ý kiến về dự thảo chưa có quyết định"));
	fresh();
	scene(plans);
	scene(window);
	scene("INSERT INTO feedback_topic (id, flow_case, plan, name) VALUES (1, 53, 2, 'Quy ước');"
	    "UPDATE feedback SET feedback_topic = 1");
	as(person("specialist", P));
	CHECK(!says(ask_get("/plan/2"), "chưa có quyết định"));
}

static void
a_plan_says_what_it_carries_out(void)
{
	fresh();
	scene(plans);
	scene("INSERT INTO flow_case (id, flow, unit, state, at) VALUES (54, 'plan', 1, 'issued', 0);"
	    "INSERT INTO plan (id, flow_case, unit, number, date, subject) VALUES"
	    " (3, 54, 1, '19/KH-UBND', '2026-06-01', 'Sửa đổi kế hoạch 07');"
	    "INSERT INTO feedback_topic (id, flow_case, plan, name, done_by) VALUES (1, 53, 1, 'Hạn nộp', 3)");
	as(person("specialist", P));
	struct reply r = ask_get("/plan/3");
	CHECK(says(r, "Văn bản này thực hiện góp ý") && says(r, "Hạn nộp") && says(r, "/feedback/topic/1\""));
	as(person("unit_officer", A));
	r = ask_get("/plan/3");
	CHECK(says(r, "Văn bản này thực hiện góp ý") && says(r, "/feedback/plan/1\">về 07/KH-UBND</a>"));
	/* how those name it who look after it is their own, and of which plan it was is said once */
	CHECK(!says(r, "Hạn nộp"));
	scene("INSERT INTO flow_case (id, flow, unit, state, at) VALUES (55, 'feedback', 1, 'partly', 0);"
	    "INSERT INTO feedback_topic (id, flow_case, plan, name, done_by) VALUES (2, 55, 1, 'Cách tính', 3)");
	r = ask_get("/plan/3");
	const char *first = strstr(r.body, "về 07/KH-UBND");
	CHECK(first && !strstr(first + 1, "về 07/KH-UBND") && !says(r, "Cách tính"));
	scene("UPDATE plan SET number = '' WHERE id = 1");
	CHECK(says(ask_get("/plan/3"), ">về Cùng nhau giúp hộ nghèo</a>"));
	as(person("specialist", P));
	r = ask_get("/plan/3");
	CHECK(says(r, "Hạn nộp") && says(r, "Cách tính") && says(r, "/feedback/topic/2\""));
	as(0);
	CHECK(!says(ask_get("/plan/3"), "Hạn nộp"));
}

int
main(void)
{
	a_draft_leads_to_who_is_asked();
	a_window_that_is_over_is_told_as_over();
	what_has_no_decision_is_told_when_it_is_submitted();
	a_plan_says_what_it_carries_out();
	return done();
}
