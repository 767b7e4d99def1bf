/* plan_tree_test.c - the tree of plans: a parent, plans asked of units, criteria inherited; and
 * recipients: by purpose, on the day of issue, on paper. */

#include "tests/scene.h"

#include <stdlib.h>

#include "cgi-bin/lib/reply.h"
#include "db/evaluation.h"

/* Plan 1 of P stands, with classes and criteria; 2 is P's draft, 3 A's draft; 4 of A and 5 of B
 * stand; 6 of P was dropped. */
static const char plans[] =
	"INSERT INTO flow_case (id, flow, unit, state, at) VALUES (51, 'plan', 1, 'issued', 0),"
	" (52, 'plan', 1, 'draft', 0), (53, 'plan', 2, 'draft', 0), (54, 'plan', 2, 'issued', 0),"
	" (55, 'plan', 3, 'issued', 0), (56, 'plan', 1, 'dropped', 0);"
	"INSERT INTO plan (id, flow_case, unit, number, date, place, issuer, subject, signer_name, period_to) VALUES"
	" (1, 51, 1, '07/KH-UBND', '2026-01-05', 'Thử', 'UBND tỉnh', 'Giúp hộ nghèo', 'Vi', '2030'),"
	" (2, 52, 1, '', NULL, 'Thử', 'UBND tỉnh', 'Bản nháp tỉnh', 'Vi', '2030'),"
	" (3, 53, 2, '', NULL, 'An', 'UBND xã An', 'Xã An làm theo', 'Lò', '2030'),"
	" (4, 54, 2, '03/KH-UBND', '2026-02-05', 'An', 'UBND xã An', 'Xã An việc khác', 'Lò', '2030'),"
	" (5, 55, 3, '04/KH-UBND', '2026-02-06', 'Bình', 'UBND xã Bình', 'Xã Bình', 'Lò', '2030'),"
	" (6, 56, 1, '', NULL, '', 'UBND tỉnh', 'Bỏ rồi', '', '');"
	"INSERT INTO plan_class (id, plan, seq, anchor, name) VALUES (11, 1, 1, 'III.1', 'xã, phường'),"
	" (12, 1, 2, 'III.2', 'thôn, bản'), (13, 1, 3, 'III.3', 'sở, ban, ngành'), (14, 1, 4, 'III.4', 'hộ gia đình'),"
	" (31, 3, 1, 'II.1', 'bản, tổ');"
	"INSERT INTO plan_class_kind VALUES (11, 'commune'), (12, 'village'), (13, 'department'), (31, 'village');"
	"INSERT INTO plan_criterion (id, plan_class, seq, anchor, text, kind, points) VALUES"
	" (111, 11, 1, 'III.1~1', 'Có kế hoạch của xã', 'document', 2000),"
	" (121, 12, 1, 'III.2~1', 'Hộ giúp nhau', 'judged', 3000), (122, 12, 2, 'III.2~2', 'Giữ vốn', 'judged', 1000),"
	" (131, 13, 1, 'III.3~1', 'Hướng dẫn đúng hạn', 'document', NULL),"
	" (141, 14, 1, 'III.4~1', 'Tự đăng ký', 'judged', NULL),"
	" (311, 31, 1, 'II.1~1', 'Hộ khá giúp một hộ', 'judged', 5000);"
	"INSERT INTO plan_recipient (id, plan, seq, text, purpose) VALUES (1, 1, 1, 'UBND các xã', 'act');"
	"INSERT INTO plan_delivery (plan, unit, recipient, sent) VALUES (1, 2, 1, 0), (1, 3, 1, 0);"
	"INSERT INTO unit_contact (unit, name, phone, valid_from, valid_to) VALUES"
	" (3, 'Lò Văn Ó', '0912 345 678', '2020-01-01', '9999-12-31');";

static void
lay(void)
{
	fresh();
	scene(plans);
}

static struct reply
posts(const char *path, const char *fields)
{
	return ask_post(path, with(fields));
}

static const char *
code_of(int unit)
{
	return look_text(mem_printf(scene_mem(), "SELECT code FROM unit WHERE id = %d", unit));
}

static struct reply
places(int plan, const char *fields)
{
	return posts(mem_printf(scene_mem(), "/plan/%d/tree", plan), mem_printf(scene_mem(),
	    "edition=%lld|%s", (long long)look(mem_printf(scene_mem(),
	    "SELECT edition FROM plan WHERE id = %d", plan)), fields));
}

/* As its own case would take it there, step by step. */
static void
stands(int plan, const char *number, const char *date)
{
	scene(mem_printf(scene_mem(), "UPDATE flow_case SET state = 'issued' WHERE id = %d;"
	    "UPDATE plan SET number = '%s', date = '%s' WHERE id = %d", plan + 50, number, date, plan));
}

/* The province's draft asks both communes by 31/10/2026, a Saturday, and is issued on the 12th. */
static void
asked(void)
{
	lay();
	as(person("specialist", P));
	CHECK(places(2, "parent=|to=kind:commune|code=|due_date=31/10/2026|text=Nêu ai giúp hộ nào").status == 303);
	scene("UPDATE flow_case SET state = 'approved' WHERE id = 52;"
	    "INSERT INTO flow_step (flow_case, move, from_state, to_state, at, reason)"
	    " VALUES (52, 'approve', 'submitted', 'approved', 1790000000, '')");
	as(person("clerk", P));
	CHECK(posts("/plan/2/issue", "number=12/KH-UBND|date=12/10/2026|place=Thử|signer_name=Vi").status == 303);
}

static void
a_draft_names_the_plan_it_carries_out(void)
{
	lay();
	as(person("unit_officer", A));
	struct reply r = ask_get("/plan/3/tree");
	CHECK(r.status == 200 && in_order(r, "07/KH-UBND", "03/KH-UBND"));	/* sent to it: first */
	CHECK(!says(r, "04/KH-UBND") && !says(r, "Bản nháp tỉnh") && !says(r, "Bỏ rồi"));
	CHECK(places(3, "parent=1|code=|due_date=|text=").status == 303);
	CHECK(look("SELECT ancestor FROM plan_above WHERE plan = 3 AND depth = 1") == 1);
	SAME(look_text("SELECT new FROM audit_value WHERE field = 'parent_plan'"), "1");
	r = ask_get("/plan/3");
	CHECK(says(r, "href=\"/plan/1\"") && says(r, "Giúp hộ nghèo"));
	ask_get("/plan/1/open");
	CHECK(says(ask_get("/plan/1"), "href=\"/plan/3\""));		/* he sees drafts there */
	as(person("unit_officer", B));
	CHECK(!says(ask_get("/plan/1"), "/plan/3") && !says(ask_get("/plan/1/child"), "Xã An làm theo"));
	as(0);
	CHECK(!says(ask_get("/plan/1"), "/plan/3") && !says(ask_get("/plan/1/child.json"), "Xã An làm theo"));
	stands(3, "05/KH-UBND", "2026-10-01");
	CHECK(says(ask_get("/plan/1"), "href=\"/plan/3\"") && says(ask_get("/plan/1/child"), "05/KH-UBND"));
	as(person("unit_officer", A));
	CHECK(places(3, "parent=|code=|due_date=|text=").status == 409);	/* it stands */
}

static void
a_parent_stands_and_is_of_a_unit_above(void)
{
	lay();
	as(person("unit_officer", A));
	struct reply r = places(3, "parent=2|code=|due_date=|text=");
	CHECK(r.status == 422 && says(r, "chưa ban hành") && says(r, "href=\"#parent\""));
	r = places(3, "parent=6|code=|due_date=|text=");
	CHECK(r.status == 422 && says(r, "chưa ban hành"));
	r = places(3, "parent=99|code=|due_date=|text=");
	CHECK(r.status == 422 && says(r, "chưa ban hành"));
	r = places(3, "parent=5|code=|due_date=|text=");		/* of the commune beside it */
	CHECK(r.status == 422 && says(r, "không ở cấp trên"));
	r = places(3, "parent=3|code=|due_date=|text=");
	CHECK(r.status == 422);
	CHECK(places(3, "parent=4|code=|due_date=|text=").status == 303);	/* its own */
	as(person("specialist", P));
	r = places(2, "parent=4|code=|due_date=|text=");		/* of a unit below */
	CHECK(r.status == 422 && says(r, "không ở cấp trên"));
	as(person("unit_officer", B));
	CHECK(places(3, "parent=1|code=|due_date=|text=").status == 404);
	as(person("unit_leader", A));
	CHECK(places(3, "parent=1|code=|due_date=|text=").status == 403);	/* he does not draft */
}

/* A document that recalls plan 1 from that day on; one that amends a clause of it. */
static void
changes(const char *kind, const char *holds)
{
	scene(mem_printf(scene_mem(), "INSERT INTO flow_case (id, flow, unit, state, at) VALUES (57, 'plan', 1, 'issued', 0);"
	    "INSERT INTO plan (id, flow_case, unit, number, date, subject, issuer) VALUES"
	    " (7, 57, 1, '20/KH-UBND', '2026-03-01', 'Thay đổi', 'UBND tỉnh'); INSERT INTO plan_change VALUES (7, 1, '%s', '%s')",
	    kind, holds));
}

static void
what_was_recalled_is_no_parent(void)
{
	lay();
	changes("recall", "2026-11-21");
	as(person("unit_officer", A));
	CHECK(says(ask_get("/plan/3/tree"), "07/KH-UBND") && !says(ask_get("/plan/3/tree"), "20/KH-UBND"));
	CHECK(places(3, "parent=7|code=|due_date=|text=").status == 422);	/* no movement of its own */
	CHECK(places(3, "parent=1|code=|due_date=|text=").status == 303);	/* until tomorrow */
	scene("UPDATE plan_change SET holds = '2026-11-20'");
	struct reply r = places(3, "parent=1|code=|due_date=|text=");
	CHECK(r.status == 422 && says(r, "đã bị thay thế hoặc thu hồi"));
	/* what it has is still chosen: saving the page for something else takes nothing away unsaid */
	CHECK(says(ask_get("/plan/3/tree"), "<option value=\"1\" selected>07/KH-UBND"));
	CHECK(look("SELECT ancestor FROM plan_above WHERE plan = 3 AND depth = 1") == 1);
	CHECK(!says(ask_get("/plan/add?unit=2"), "07/KH-UBND"));
	CHECK(says(ask_get("/plan/3"), "class=\"tag none\">"));	/* its page says that it ended */
}

static void
an_inherited_criterion_is_worded_as_in_force(void)
{
	lay();
	changes("amend", "2026-06-01");
	scene("INSERT INTO plan_change_clause (plan, seq, act, anchor, text, html) VALUES"
	    " (7, 1, 'replace', 'III.2~2', 'Giữ vốn và công khai', ''), (7, 2, 'drop', 'III.4~1', '', '');"
	    "INSERT INTO plan_above VALUES (3, 1, 1)");
	stands(3, "05/KH-UBND", "2026-02-01");
	struct reply r = ask_get("/plan/3");
	CHECK(says(r, "Giữ vốn và công khai") && !says(r, "Tự đăng ký"));
	r = ask_get("/plan/3?on=1/5/2026");
	CHECK(says(r, "Giữ vốn") && !says(r, "Giữ vốn và công khai") && says(r, "Tự đăng ký"));
}

static void
no_ring_can_come_about(void)
{
	lay();
	scene("INSERT INTO plan_above VALUES (4, 1, 1)");
	CHECK(!scene_tries("INSERT INTO plan_above VALUES (1, 4, 1)"));
	CHECK(!scene_tries("INSERT INTO plan_above VALUES (1, 1, 1)"));
	CHECK(!scene_tries("INSERT INTO plan_above VALUES (4, 5, 1)"));		/* one parent */
	as(person("unit_officer", A));
	CHECK(places(3, "parent=4|code=|due_date=|text=").status == 303);
	SAME(look_text("SELECT group_concat(ancestor || ':' || depth) FROM plan_above WHERE plan = 3"), "1:2,4:1");
}

static void
a_parent_that_stands_no_more_holds_up_the_issue(void)
{
	lay();
	as(person("unit_officer", A));
	CHECK(places(3, "parent=1|code=|due_date=|text=").status == 303);
	scene("UPDATE flow_case SET state = 'dropped' WHERE id = 51; UPDATE flow_case SET state = 'approved' WHERE id = 53");
	as(person("unit_leader", A));
	struct reply r = posts("/plan/3/issue", "number=05/KH-UBND|date=20/11/2026|place=An|signer_name=Lò");
	CHECK(r.status == 422 && says(r, "chưa ban hành"));
	scene("UPDATE flow_case SET state = 'issued' WHERE id = 51");
	CHECK(posts("/plan/3/issue", "number=05/KH-UBND|date=20/11/2026|place=An|signer_name=Lò").status == 303);
}

static void
a_draft_begins_under_its_parent(void)
{
	static const char text[] = "KẾ HOẠCH\nXã An giúp hộ nghèo\n\nI. MỤC ĐÍCH\n\n1. Làm việc tốt hằng ngày.\n";
	lay();
	as(person("unit_officer", A));
	struct reply r = ask_get("/plan/add?parent=1&unit=2");
	CHECK(says(r, "<option value=\"1\" selected>07/KH-UBND") && says(r, "/intake?parent=1&amp;unit=2"));
	CHECK(posts("/plan/add", mem_printf(scene_mem(), "unit=2|parent=1|text=%s", text)).status == 303);
	CHECK(look("SELECT ancestor FROM plan_above WHERE plan = 7") == 1);
	r = posts("/plan/add", mem_printf(scene_mem(), "unit=2|parent=5|text=%s", text));
	CHECK(r.status == 422 && says(r, "không ở cấp trên") && says(r, "Làm việc tốt"));
	r = posts("/plan/add", mem_printf(scene_mem(), "unit=2|parent=2|text=%s", text));
	CHECK(r.status == 422 && says(r, "chưa ban hành"));
	CHECK(look("SELECT count(*) FROM plan") == 7);
}

static void
units_are_asked_on_the_day_of_issue(void)
{
	asked();
	SAME(look_text("SELECT group_concat(unit) FROM plan_call_unit WHERE plan = 2"), "2,3");
	SAME(look_text("SELECT last_day FROM plan_call_deadline WHERE plan = 2"), "2026-11-02");
	as(person("unit_officer", A));
	struct reply r = ask_get("/plan/2");
	CHECK(says(r, "phải ban hành kế hoạch của mình") && says(r, "/plan/add?parent=2&amp;unit=2"));
	CHECK(says(r, "Nêu ai giúp hộ nào") && !says(r, "/plan/2/owed"));
	as(person("unit_leader", A));
	r = ask_get("/plan/2");
	CHECK(says(r, "phải ban hành kế hoạch của mình") && !says(r, "/plan/add?"));
	as(0);
	CHECK(!says(ask_get("/plan/2"), "/plan/add?"));
	as(person("unit_officer", D));
	CHECK(!says(ask_get("/plan/2"), "/plan/add?"));
}

static void
what_is_asked_is_whole(void)
{
	lay();
	as(person("specialist", P));
	struct reply r = places(2, "parent=|to=kind:commune|code=|due_date=|text=");
	CHECK(r.status == 422 && says(r, "chưa có hạn") && says(r, "href=\"#due_date\"") && says(r, "value=\"kind:commune\" checked"));
	r = places(2, "parent=|code=|due_date=31/10/2026|text=");
	CHECK(r.status == 422 && says(r, "Chưa chọn đơn vị nào") && says(r, "href=\"#code\""));
	r = places(2, "parent=|code=KHONGCO|due_date=31/10/2026|text=Giữ chữ này");
	CHECK(r.status == 422 && says(r, "KHONGCO") && says(r, "Giữ chữ này"));
	r = places(2, "parent=|to=kind:commune|code=|due_date=32/10/2026|text=");
	CHECK(r.status == 422 && says(r, "href=\"#due_date\""));
	scene("UPDATE plan SET date = '2026-10-12' WHERE id = 2");
	r = places(2, "parent=|to=kind:commune|code=|due_date=11/10/2026|text=");
	CHECK(r.status == 422 && says(r, "trước ngày ban hành"));
	r = posts("/plan/2/tree", "edition=0|parent=|to=kind:commune|code=|due_date=31/10/2026|text=");
	CHECK(r.status == 303);
	r = posts("/plan/2/tree", "edition=0|parent=|code=|due_date=|text=");	/* of the page before */
	CHECK(r.status == 422 && look("SELECT count(*) FROM plan_call") == 1);
	as(person("unit_officer", A));
	r = places(3, mem_printf(scene_mem(), "parent=|code=%s|due_date=31/10/2026|text=", code_of(B)));
	CHECK(r.status == 422 && says(r, "không thuộc cơ quan ban hành"));
	as(person("specialist", P));
	CHECK(places(2, "parent=|code=|due_date=|text=").status == 303);	/* taken back */
	CHECK(look("SELECT count(*) FROM plan_call") + look("SELECT count(*) FROM plan_call_addressee") == 0);
}

/* Units are asked for a day that has not passed when they are asked. */
static void
what_is_asked_is_not_past_on_the_day_of_issue(void)
{
	lay();
	as(person("specialist", P));
	CHECK(places(2, "parent=|to=kind:commune|code=|due_date=15/11/2026|text=").status == 303);
	scene("UPDATE plan SET number = '13/KH-UBND', date = '2026-11-16', body = 'Một' WHERE id = 2");
	struct reply r = posts("/plan/2/move", mem_printf(scene_mem(), "edition=%lld|move=record|reason=",
	    (long long)look("SELECT edition FROM plan WHERE id = 2")));
	CHECK(r.status == 422 && says(r, "Sau hạn 15/11/2026"));
	scene("UPDATE plan SET number = '', date = NULL WHERE id = 2; UPDATE flow_case SET state = 'approved' WHERE id = 52;"
	    "INSERT INTO flow_step (flow_case, move, from_state, to_state, at, reason)"
	    " VALUES (52, 'approve', 'submitted', 'approved', 1790000000, '')");
	as(person("clerk", P));
	r = posts("/plan/2/issue", "number=12/KH-UBND|date=16/11/2026|place=Thử|signer_name=Vi");
	CHECK(r.status == 422 && says(r, "Sau hạn 15/11/2026") && says(r, "href=\"#date\""));
	CHECK(posts("/plan/2/issue", "number=12/KH-UBND|date=15/11/2026|place=Thử|signer_name=Vi").status == 303);
}

/* What only changes another is no movement: it carries out none and asks nobody. */
static void
an_amendment_has_no_place_in_the_tree(void)
{
	lay();
	changes("amend", "2026-06-01");
	scene("UPDATE flow_case SET state = 'draft' WHERE id = 57");
	as(person("specialist", P));
	CHECK(ask_get("/plan/7/tree").status == 404);
	CHECK(places(7, "parent=|to=kind:commune|code=|due_date=31/12/2026|text=").status == 404);
	CHECK(look("SELECT count(*) FROM plan_call") == 0);
	scene("UPDATE plan_change SET kind = 'replace'");
	CHECK(ask_get("/plan/7/tree").status == 200);
	CHECK(places(7, "parent=|to=kind:commune|code=|due_date=31/12/2026|text=").status == 303);
}

static void
who_has_issued_who_drafts_who_is_late(void)
{
	asked();
	as(person("specialist", P));
	struct reply r = ask_get("/plan/2/owed");
	CHECK(says(r, "Chưa có, quá hạn") && says(r, "0912 345 678") && says(r, "/inbox/letter/own/2"));
	scene("INSERT INTO plan_above VALUES (3, 2, 1)");
	CHECK(says(ask_get("/plan/2/owed"), "Đang soạn, quá hạn"));
	stands(3, "05/KH-UBND", "2026-11-02");		/* the Monday after that Saturday */
	r = ask_get("/plan/2/owed.json");
	CHECK(says(r, "Ban hành đúng hạn") && says(r, "05/KH-UBND") && says(r, "\"days\": 18"));
	CHECK(says(ask_get("/plan/2/owed.json?state=issued"), "\"total\": 1"));
	CHECK(says(ask_get("/plan/2/owed.json?state=late"), "\"total\": 1"));
	CHECK(says(ask_get("/plan/2/owed.json?q=binh"), "\"total\": 1"));
	scene("UPDATE plan SET date = '2026-11-03' WHERE id = 3");
	CHECK(says(ask_get("/plan/2/owed.json?state=late&sort=unit"), "Ban hành muộn"));
	CHECK(in_order(ask_get("/plan/2/owed.csv?sort=-days"), "18", "Ban hành muộn"));
	CHECK(says(ask_get("/plan/2"), "quá hạn 1"));
	as(person("council", P));		/* is told whether, and reads no draft */
	scene("UPDATE flow_case SET state = 'draft' WHERE id = 53");
	r = ask_get("/plan/2/owed");
	CHECK(says(r, "Đang soạn") && !says(r, "href=\"/plan/3\""));
	as(person("specialist", B));		/* follows B alone */
	r = ask_get("/plan/2/owed.json");
	CHECK(says(r, "\"total\": 1") && !says(r, "Xã An"));
	as(person("unit_officer", A));
	CHECK(ask_get("/plan/2/owed").status == 403);
	as(person("specialist", P));
	CHECK(says(ask_get("/plan/1/owed"), "không yêu cầu đơn vị"));
	CHECK(ask_get("/plan/6/owed").status == 404);
}

static void
a_recalled_plan_answers_no_more(void)
{
	asked();
	scene("INSERT INTO plan_above VALUES (3, 2, 1);"
	    "INSERT INTO flow_case (id, flow, unit, state, at) VALUES (58, 'plan', 2, 'issued', 0);"
	    "INSERT INTO plan (id, flow_case, unit, number, date, subject, issuer) VALUES"
	    " (8, 58, 2, '20/KH-UBND', '2026-11-10', 'Thu hồi', 'UBND xã An'); INSERT INTO plan_change VALUES (8, 3, 'recall', '2026-11-21')");
	stands(3, "05/KH-UBND", "2026-10-30");
	as(person("specialist", P));
	CHECK(says(ask_get("/plan/2/owed.json?state=issued"), "\"total\": 1"));	/* until tomorrow */
	CHECK(says(ask_get("/plan/2"), "quá hạn 1"));
	as(person("unit_officer", A));
	CHECK(!says(ask_get("/plan/2"), "/plan/add?parent=2&amp;unit=2"));
	scene("UPDATE plan_change SET holds = '2026-11-20'");
	CHECK(says(ask_get("/plan/2"), "/plan/add?parent=2&amp;unit=2"));
	as(person("specialist", P));
	CHECK(says(ask_get("/plan/2/owed.json?state=issued"), "\"total\": 0"));
	CHECK(says(ask_get("/plan/2"), "quá hạn 2"));
	/* a second one answers for it */
	scene("UPDATE flow_case SET state = 'issued' WHERE id = 54; INSERT INTO plan_above VALUES (4, 2, 1);"
	    "UPDATE plan SET date = '2026-11-15' WHERE id = 4");
	struct reply r = ask_get("/plan/2/owed.json?state=issued");
	CHECK(says(r, "03/KH-UBND") && says(r, "Ban hành muộn"));
}

/* What a replacement has ended is no answer once that one is recalled: it does not come back. */
static void
what_a_recalled_replacement_ended_answers_no_more(void)
{
	static const char answers[] = "SELECT coalesce(child, 0) || ' ' || leaves FROM plan_call_answer WHERE plan = 2 AND unit = 2";

	asked();
	scene("INSERT INTO plan_above VALUES (3, 2, 1);"
	    "INSERT INTO flow_case (id, flow, unit, state, at) VALUES (87, 'plan', 2, 'issued', 0), (88, 'plan', 2, 'issued', 0);"
	    "INSERT INTO plan (id, flow_case, unit, number, date, subject, issuer) VALUES"
	    " (87, 87, 2, '12/KH-UBND', '2026-11-05', 'Thay thế', 'UBND xã An'),"
	    " (88, 88, 2, '20/KH-UBND', '2026-11-10', 'Thu hồi', 'UBND xã An');"
	    "INSERT INTO plan_change VALUES (87, 3, 'replace', '2026-11-05');"
	    "INSERT INTO plan_above VALUES (87, 2, 1)");
	stands(3, "05/KH-UBND", "2026-10-30");
	SAME(look_text("SELECT child FROM plan_call_answer WHERE plan = 2 AND unit = 2"), "3");	/* by the first one's day */
	scene("INSERT INTO plan_change VALUES (88, 87, 'recall', '2026-11-20')");
	SAME(look_text(answers), "0 2026-11-19");
	as(person("specialist", P));
	CHECK(says(ask_get("/plan/2/owed.json?state=issued"), "\"total\": 0"));
	/* one that is recalled before it held has ended nothing */
	scene("UPDATE plan_change SET holds = '2026-11-20' WHERE plan = 87");
	SAME(look_text("SELECT child FROM plan_call_answer WHERE plan = 2 AND unit = 2"), "3");
}

static void
criteria_hold_by_reference(void)
{
	lay();
	as(person("unit_officer", A));
	CHECK(places(3, "parent=1|code=|due_date=|text=").status == 303);
	struct reply r = ask_get("/plan/3");
	CHECK(in_order(r, "Hộ khá giúp một hộ", "Hộ giúp nhau"));	/* one class, by its kind */
	CHECK(says(r, "href=\"/plan/1#III.2~1\"") && says(r, "kế thừa từ"));
	CHECK(says(r, "Có kế hoạch của xã") && says(r, "Tự đăng ký"));
	CHECK(!says(r, "Hướng dẫn đúng hạn"));		/* there is no department under a commune */
	scene("INSERT INTO flow_case (id, flow, unit, state, at) VALUES (77, 'plan', 2, 'draft', 0);"
	    "INSERT INTO plan (id, flow_case, unit, subject) VALUES (77, 77, 2, 'Chưa có tiêu chí riêng')");
	CHECK(says(ask_get("/plan/77/criteria"), "Chưa nhận ra nhóm") && !says(ask_get("/plan/77/criteria"), "vẫn áp dụng"));
	scene("INSERT INTO plan_above VALUES (77, 1, 1)");
	CHECK(says(ask_get("/plan/77/criteria"), "vẫn áp dụng, không phải chép lại"));
	/* said by reference: what is changed above (a correction) is changed here */
	scene("UPDATE plan_criterion SET text = 'Giữ vốn quay vòng' WHERE id = 122");
	CHECK(says(ask_get("/plan/3"), "Giữ vốn quay vòng"));
	r = ask_get("/plan/3/criteria");
	CHECK(says(r, "Làm rõ tiêu chí cấp trên") && says(r, "<option value=\"121\">07/KH-UBND"));
	CHECK(posts("/plan/3/criteria", "k:II.1=village|t:II.1~1=judged|p:II.1~1=50|a:II.1~1=|s:II.1~1=121|do=save").status == 303);
	CHECK(look("SELECT sharpens FROM plan_criterion WHERE id = 311") == 121);
	r = ask_get("/plan/3");
	CHECK(in_order(r, "Hộ khá giúp một hộ", "Hộ giúp nhau") && says(r, "07/KH-UBND, III.2, ý 1"));
	CHECK(!says(r, "<a href=\"/plan/1#III.2~1\">III.2, ý 1</a></td>"));	/* not a line of its own */
	/* saved anew from its text, it still sharpens it; without the parent it does not */
	CHECK(says(ask_get("/plan/3/criteria"), "<option value=\"121\" selected>"));
	CHECK(places(3, "parent=4|code=|due_date=|text=").status == 303);
	CHECK(look("SELECT sharpens IS NULL FROM plan_criterion WHERE id = 311"));
}

/* Once its clause is dropped, what it sharpened stands for itself again. */
static void
what_was_dropped_sharpens_no_more(void)
{
	static const struct grant grants[] = { { "evaluation", READ | ADD | CHANGE }, { "plan", READ },
	    { "flow", READ }, { "flow_case", READ | ADD }, { "unit", READ }, { "indicator", READ },
	    { "signup", READ }, { "holiday", READ }, { 0 } };
	static const char line[] = "<a href=\"/plan/1#III.2~1\">III.2, ý 1</a></td>";
	static const char drops[] = "INSERT INTO plan_above VALUES (3, 1, 1); UPDATE plan_criterion SET sharpens = 121 WHERE id = 311;"
	    "INSERT INTO flow_case (id, flow, unit, state, at) VALUES (57, 'plan', 2, 'issued', 0), (61, 'round', 2, 'draft', 0);"
	    "INSERT INTO plan (id, flow_case, unit, number, date, subject, issuer) VALUES"
	    " (7, 57, 2, '20/KH-UBND', '2026-03-01', 'Thay đổi', 'UBND xã An'); INSERT INTO plan_change VALUES (7, 3, 'amend', '2026-06-01');"
	    "INSERT INTO plan_change_clause (plan, seq, act, anchor) VALUES (7, 1, 'drop', 'II.1~1')";

	lay();
	stands(3, "05/KH-UBND", "2026-02-01");
	scene(drops);
	as(person("unit_officer", A));
	struct reply r = ask_get("/plan/3?on=31/5/2026");
	CHECK(says(r, "Hộ khá giúp một hộ") && !says(r, line));
	r = ask_get("/plan/3");
	CHECK(!says(r, "Hộ khá giúp một hộ") && says(r, line));
	/* and so in a round */
	struct db *db = fresh_db(grants);
	scene(plans);
	stands(3, "05/KH-UBND", "2026-02-01");
	scene(drops);
	struct evaluation_round round = { .plan = 3, .unit = A, .name = "Đợt xã", .kind = "yearly",
	    .window_from = "2026-01-01", .window_to = "2026-12-31", .base_day = "2025-12-31",
	    .due_date = "2026-12-31", .flow_case = 61 };
	db_begin(db, DB_WRITE);
	evaluation_round_add(db, &round, TODAY);
	CHECK(db_commit(db));
	SAME(look_text("SELECT group_concat(anchor, '; ') FROM (SELECT * FROM evaluation_item ORDER BY plan_criterion)"),
	    "07/KH-UBND III.2~1; 07/KH-UBND III.2~2; 07/KH-UBND III.4~1");
}

static void
one_sharpens_what_holds_for_it(void)
{
	lay();
	as(person("unit_officer", A));
	struct reply r = posts("/plan/3/criteria", "k:II.1=village|t:II.1~1=judged|p:II.1~1=|a:II.1~1=|s:II.1~1=121|do=save");
	CHECK(r.status == 422 && says(r, "không có ở kế hoạch mà kế hoạch này thực hiện"));	/* no parent */
	CHECK(places(3, "parent=1|code=|due_date=|text=").status == 303);
	r = posts("/plan/3/criteria", "k:II.1=village|t:II.1~1=judged|p:II.1~1=|a:II.1~1=|s:II.1~1=131|do=save");
	CHECK(r.status == 422);				/* of departments */
	r = posts("/plan/3/criteria", "k:II.1=village|t:II.1~1=judged|p:II.1~1=|a:II.1~1=|s:II.1~1=311|do=save");
	CHECK(r.status == 422);				/* itself */
	CHECK(look("SELECT sharpens IS NULL FROM plan_criterion WHERE id = 311"));
}

/* By the rooms of the data: the pages of a round are another program's. */
static void
a_round_of_a_child_has_both(void)
{
	static const struct grant grants[] = { { "evaluation", READ | ADD | CHANGE }, { "plan", READ },
	    { "flow", READ }, { "flow_case", READ | ADD }, { "unit", READ }, { "indicator", READ },
	    { "signup", READ }, { "holiday", READ }, { 0 } };
	struct db *db = fresh_db(grants);
	struct evaluation_round round = { .plan = 3, .unit = A, .name = "Đợt xã", .kind = "yearly",
	    .window_from = "2026-01-01", .window_to = "2026-12-31", .base_day = "2025-12-31",
	    .due_date = "2026-12-31", .flow_case = 61 };

	scene(plans);
	stands(3, "05/KH-UBND", "2026-10-01");
	scene("INSERT INTO plan_above VALUES (3, 1, 1); UPDATE plan_criterion SET sharpens = 121 WHERE id = 311;"
	    "INSERT INTO flow_case (id, flow, unit, state, at) VALUES (61, 'round', 2, 'draft', 0)");
	db_begin(db, DB_WRITE);
	int64_t id = evaluation_round_add(db, &round, TODAY);
	CHECK(db_commit(db));
	/* the sharpened stands for the original; what concerns no unit under A is left out */
	SAME(look_text("SELECT group_concat(plan_class || ' ' || plan_criterion || ' ' || anchor, '; ') FROM"
	    " (SELECT * FROM evaluation_item ORDER BY plan_class <> 31, plan_class, seq)"),
	    "31 311 II.1~1; 31 122 07/KH-UBND III.2~2; 14 141 07/KH-UBND III.4~1");
	SAME(look_text("SELECT group_concat(unit || ' ' || plan_class) FROM evaluation_expected"), "4 31");
	db_begin(db, DB_READ);
	struct evaluation_item *i = evaluation_items(db, scene_mem(), id, 31);
	CHECK(i && i->plan == 3 && i->next && i->next->plan == 1 && !i->next->next);
	SAME(i->next->clause, "III.2~2");
	CHECK(i->next->planned == 1000);
	/* a plan that only inherits may be judged by, too */
	bool found = false;
	for (struct evaluation_choice *c = evaluation_plans(db, scene_mem()); c; c = c->next)
		found |= c->id == 3;
	CHECK(found);
	db_rollback(db);
}

static void
a_target_of_the_plan_above_holds(void)
{
	static const struct grant grants[] = { { "evaluation", READ }, { "plan", READ }, { "signup", READ },
	    { "flow", READ }, { "flow_case", READ }, { 0 } };
	struct db *db = fresh_db(grants);
	int64_t value = 0;

	scene(plans);
	scene("INSERT INTO plan_above VALUES (3, 1, 1);"
	    "INSERT INTO indicator (id, code, name, measure, rule) VALUES (1, 'nha', 'Nhà', 'nhà', 'sum');"
	    "INSERT INTO flow_case (id, flow, unit, state, at) VALUES (71, 'signup', 2, 'registered', 0), (72, 'signup', 2, 'draft', 0);"
	    "INSERT INTO signup (id, flow_case, plan, unit, saved, first_day) VALUES (1, 71, 1, 2, 0, '2026-02-01'), (2, 72, 3, 2, 0, NULL);"
	    "INSERT INTO signup_target (signup, seq, indicator, year, value) VALUES (1, 1, 1, 2026, 900), (2, 1, 1, 2026, 1200)");
	db_begin(db, DB_READ);
	CHECK(evaluation_target(db, 3, A, 1, "2026", &value) && value == 900);
	CHECK(!evaluation_target(db, 3, A, 1, "2027", &value));
	CHECK(!evaluation_target(db, 5, A, 1, "2026", &value));
	db_rollback(db);
	scene("UPDATE flow_case SET state = 'registered' WHERE id = 72");	/* raised in its own */
	db_begin(db, DB_READ);
	CHECK(evaluation_target(db, 3, A, 1, "2026", &value) && value == 1200);
	db_rollback(db);
}

static void
targets_are_read_by_their_unit(void)
{
	lay();
	scene("INSERT INTO plan_above VALUES (3, 1, 1);"
	    "INSERT INTO indicator (id, code, name, measure, rule) VALUES (1, 'nha', 'Nhà làm mới', 'nhà', 'sum');"
	    "INSERT INTO flow_case (id, flow, unit, state, at) VALUES (71, 'signup', 2, 'registered', 0);"
	    "INSERT INTO signup (id, flow_case, plan, unit, saved, first_day) VALUES (1, 71, 1, 2, 0, '2026-02-01');"
	    "INSERT INTO signup_target (signup, seq, indicator, year, value) VALUES (1, 1, 1, 2026, 900)");
	stands(3, "05/KH-UBND", "2026-10-01");
	as(person("unit_officer", A));
	struct reply r = ask_get("/plan/3");
	CHECK(says(r, "Nhà làm mới") && says(r, "9 nhà") && says(r, "/signup/1"));
	as(0);
	CHECK(!says(ask_get("/plan/3"), "Nhà làm mới"));
	as(person("unit_officer", B));
	CHECK(!says(ask_get("/plan/3"), "Nhà làm mới"));
	scene("UPDATE flow_case SET state = 'draft' WHERE id = 71");
	as(person("unit_officer", A));
	CHECK(!says(ask_get("/plan/3"), "Nhà làm mới"));
}

/* ---- recipients ---- */

/* Plan 2 with these lines, approved on the 10th. */
static void
lined(const char *sql)
{
	lay();
	scene(sql);
	scene("UPDATE flow_case SET state = 'approved' WHERE id = 52;"
	    "INSERT INTO flow_step (flow_case, move, from_state, to_state, at, reason)"
	    " VALUES (52, 'approve', 'submitted', 'approved', 1794300000, '')");
}

static struct reply
issues(const char *day)
{
	as(person("clerk", P));
	return posts("/plan/2/issue", mem_printf(scene_mem(),
	    "number=12/KH-UBND|date=%s|place=Thử|signer_name=Vi", day));
}

static void
a_group_is_of_the_day_of_issue(void)
{
	static const char group[] =
		"INSERT INTO unit_group (id, kind, name, unit, valid_from, valid_to, document, document_date, document_text)"
		" VALUES (7, 'list', 'Cụm năm 2026', 1, '2026-01-01', '9999-12-31', '90/TB-UBND', '2026-01-15', 'về việc chia cụm');"
		"INSERT INTO unit_member (unit_group, unit, valid_from, valid_to) VALUES"
		" (7, 2, '2026-01-01', '2026-11-19'), (7, 3, '2026-11-20', '9999-12-31');"
		"INSERT INTO plan_recipient (id, plan, seq, text, purpose) VALUES (21, 2, 1, 'Cụm năm 2026 theo TB 90/TB-UBND', 'act');"
		"INSERT INTO plan_addressee (recipient, unit_group) VALUES (21, 7);"
		"INSERT INTO plan_call (plan, due_date) VALUES (2, '2026-12-01');"
		"INSERT INTO plan_call_addressee (plan, unit_group) VALUES (2, 7)";

	lined(group);
	CHECK(issues("19/11/2026").status == 303);	/* A leaves on the day after, B came then */
	SAME(look_text("SELECT group_concat(unit) FROM plan_delivery WHERE plan = 2"), "2");
	SAME(look_text("SELECT group_concat(unit) FROM plan_call_unit WHERE plan = 2"), "2");
	lined(group);
	CHECK(issues("20/11/2026").status == 303);
	SAME(look_text("SELECT group_concat(unit) FROM plan_delivery WHERE plan = 2"), "3");
	SAME(look_text("SELECT group_concat(unit) FROM plan_call_unit WHERE plan = 2"), "3");
}

static void
a_group_is_told_with_its_document(void)
{
	lay();
	scene("INSERT INTO unit_group (id, kind, name, unit, valid_from, valid_to, document, document_date) VALUES"
	    " (7, 'list', 'Cụm năm 2026', 1, '2026-01-01', '9999-12-31', '90/TB-UBND', '2026-01-15'),"
	    " (8, 'cluster', 'Cụm không văn bản', 1, '2026-01-01', '9999-12-31', '', NULL)");
	as(person("specialist", P));
	struct reply r = ask_get("/plan/2/recipients");
	CHECK(says(r, "Cụm năm 2026 (theo 90/TB-UBND, 15/01/2026)") && !says(r, "Cụm không văn bản (theo"));
	CHECK(says(ask_get("/plan/2/tree"), "Cụm năm 2026 (theo 90/TB-UBND, 15/01/2026)"));
}

static void
a_unit_is_sent_it_by_what_is_asked_most(void)
{
	lined("INSERT INTO plan_recipient (id, plan, seq, text, purpose) VALUES (21, 2, 1, 'Để biết', 'know'),"
	    " (22, 2, 2, 'Phối hợp', 'join'), (23, 2, 3, 'Thực hiện', 'act'), (24, 2, 4, 'Thực hiện nữa', 'act');"
	    "INSERT INTO plan_addressee (recipient, kind) VALUES (21, 'commune'), (21, 'department'), (22, 'commune');"
	    "INSERT INTO plan_addressee (recipient, unit) VALUES (23, 2), (24, 2)");
	CHECK(issues("20/11/2026").status == 303);
	SAME(look_text("SELECT group_concat(unit || ':' || recipient) FROM plan_delivery WHERE plan = 2"), "2:23,3:22,5:21");
	/* and only one to act on asks for a sign-up */
	scene("UPDATE plan SET signup_due = '2026-12-01' WHERE id = 2");
	SAME(look_text("SELECT group_concat(unit) FROM notice_duty WHERE duty = 'signup' AND record = 2"), "2");
}

static void
paper_is_signed_for_and_entered(void)
{
	lined("INSERT INTO plan_recipient (id, plan, seq, text, purpose) VALUES (21, 2, 1, 'Thường trực Tỉnh ủy', 'know'),"
	    " (22, 2, 2, 'Các xã, thôn', 'act'), (23, 2, 3, 'Lưu: VT', 'file');"
	    "INSERT INTO plan_addressee (recipient, kind) VALUES (22, 'commune'), (22, 'village')");
	person("unit_officer", A);
	CHECK(issues("18/11/2026").status == 303);
	as(person("specialist", P));
	struct reply r = ask_get("/plan/2/receipt");
	CHECK(says(r, "Thường trực Tỉnh ủy") && says(r, "Xã Bình") && says(r, "Thôn Một"));
	CHECK(!says(r, "Lưu: VT") && !says(r, ">Xã An"));	/* A has an officer */
	CHECK(by_pen(ask_get("/plan/2/receipt/print")) && says(ask_get("/plan/2/receipt/print"), "Kế hoạch số 12/KH-UBND ngày "));
	CHECK(says(ask_get("/plan/2/receipt?state=done"), "Chưa ghi ký nhận bản giấy nào"));
	r = posts("/plan/2/receipt", "of=22.3|name=|day=");
	CHECK(r.status == 422 && says(r, "href=\"#name\"") && says(r, "href=\"#day\""));
	CHECK(says(r, "aria-describedby=\"name-e\"") && says(r, "id=\"day-e\">Lỗi: Cần nhập"));
	r = posts("/plan/2/receipt", "of=22.3|name=Chị Mai giữ lại|day=21/11/2026");
	CHECK(!says(r, "id=\"name-e\"") && says(r, "id=\"day-e\""));
	CHECK(r.status == 422 && says(r, "chưa đến") && says(r, "Chị Mai giữ lại"));
	r = posts("/plan/2/receipt", "of=22.3|name=Chị Mai|day=17/11/2026");
	CHECK(r.status == 422 && says(r, "trước ngày ban hành"));
	CHECK(posts("/plan/2/receipt", "of=22.2|name=a|day=19/11/2026").status == 404);	/* A signs for itself */
	CHECK(posts("/plan/2/receipt", "of=23.0|name=a|day=19/11/2026").status == 404);
	CHECK(posts("/plan/2/receipt", "of=1.0|name=a|day=19/11/2026").status == 404);	/* of plan 1 */
	CHECK(posts("/plan/1/receipt", "of=22.3|name=a|day=19/11/2026").status == 404);
	CHECK(posts("/plan/3/receipt", "of=22.3|name=a|day=19/11/2026").status == 404);	/* a draft */
	CHECK(look("SELECT count(*) FROM plan_receipt") == 0);
	CHECK(posts("/plan/2/receipt", "of=22.3|name=Chị Mai, văn thư|day=19/11/2026").status == 303);
	CHECK(posts("/plan/2/receipt", "of=21.0|name=Anh Tú|day=19/11/2026").status == 303);
	CHECK(posts("/plan/2/receipt", "of=21.0|name=Anh Tuấn|day=20/11/2026").status == 303);	/* put right */
	SAME(look_text("SELECT group_concat(coalesce(unit, 0) || name || day, '; ') FROM plan_receipt"),
	    "3Chị Mai, văn thư2026-11-19; 0Anh Tuấn2026-11-20");
	CHECK(look("SELECT acknowledged IS NOT NULL FROM plan_delivery WHERE plan = 2 AND unit = 3"));
	SAME(look_text("SELECT group_concat(new) FROM audit_value WHERE field = 'received_by'"),
	    "Chị Mai, văn thư,Anh Tú,Anh Tuấn");
	CHECK(says(ask_get("/plan/2/receipt.json?state=done"), "\"total\": 2"));
	CHECK(says(ask_get("/plan/2/receipt.csv?state=open"), "Thôn Một"));
	r = ask_get("/plan/2/delivery");
	CHECK(says(r, "bản giấy, 19/11/2026, Chị Mai, văn thư"));
	as(person("auditor", P));
	CHECK(says(ask_get("/plan/2/receipt"), "Chị Mai") && !says(ask_get("/plan/2/receipt"), "name=\"of\""));
	CHECK(posts("/plan/2/receipt", "of=22.4|name=a|day=19/11/2026").status == 403);
	as(person("specialist", A));		/* not the plan's standing body */
	CHECK(ask_get("/plan/2/receipt").status == 404 && ask_get("/plan/2/receipt/print").status == 404);
	CHECK(posts("/plan/2/receipt", "of=22.4|name=a|day=19/11/2026").status == 404);
}

static void
the_funnel_counts_each_unit_once(void)
{
	lay();
	scene("INSERT INTO flow_case (id, flow, unit, state, at) VALUES (71, 'signup', 2, 'registered', 0), (72, 'signup', 3, 'draft', 0);"
	    "INSERT INTO signup (id, flow_case, plan, unit, saved, first_day) VALUES (1, 71, 1, 2, 0, '2026-02-01'), (2, 72, 1, 3, 0, NULL);");
	int64_t officer = person("unit_officer", A);
	scene(mem_printf(scene_mem(), "INSERT INTO plan_opened (plan, unit, account, at) VALUES (1, 2, %lld, 5)", (long long)officer));
	as(person("specialist", P));
	struct reply r = ask_get("/plan/1");
	CHECK(says(r, "Đã gửi 2, đã mở 1, đã ký nhận 0, đã đăng ký 1."));
	r = ask_get("/plan/1/delivery.json?state=unsigned");
	CHECK(says(r, "\"total\": 1") && says(r, "Xã Bình"));
	CHECK(in_order(ask_get("/plan/1/delivery.csv?sort=signed"), "Xã Bình", "Xã An"));
	as(officer);
	CHECK(!says(ask_get("/plan/1"), "đã đăng ký 1"));
}

/* A paper on which some are missing is signed by some. */
static void
the_list_to_be_signed_is_whole(void)
{
	lay();
	as(person("specialist", P));
	scene("WITH n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2100) INSERT INTO plan_recipient"
	    " (plan, seq, text, purpose) SELECT 1, 100 + i, 'Nơi nhận thứ ' || i || '.', 'act' FROM n");
	struct reply r = ask_get("/plan/1/receipt/print");
	CHECK(r.status == 200 && says(r, "Nơi nhận thứ 1.") && says(r, "Nơi nhận thứ 2100."));
}

int
main(void)
{
	a_draft_names_the_plan_it_carries_out();
	a_parent_stands_and_is_of_a_unit_above();
	what_was_recalled_is_no_parent();
	an_inherited_criterion_is_worded_as_in_force();
	no_ring_can_come_about();
	a_parent_that_stands_no_more_holds_up_the_issue();
	a_draft_begins_under_its_parent();
	units_are_asked_on_the_day_of_issue();
	what_is_asked_is_whole();
	what_is_asked_is_not_past_on_the_day_of_issue();
	an_amendment_has_no_place_in_the_tree();
	who_has_issued_who_drafts_who_is_late();
	a_recalled_plan_answers_no_more();
	what_a_recalled_replacement_ended_answers_no_more();
	criteria_hold_by_reference();
	what_was_dropped_sharpens_no_more();
	one_sharpens_what_holds_for_it();
	a_round_of_a_child_has_both();
	a_target_of_the_plan_above_holds();
	targets_are_read_by_their_unit();
	a_group_is_of_the_day_of_issue();
	a_group_is_told_with_its_document();
	a_unit_is_sent_it_by_what_is_asked_most();
	paper_is_signed_for_and_entered();
	the_funnel_counts_each_unit_once();
	the_list_to_be_signed_is_whole();
	return done();
}
