/* plan_date_test.c - the dates that a plan sets for itself: kept by its unit, read by all who read
 * it; a review report asked for with one press, once, of those who act on it. */

#include "tests/scene.h"

#include "cgi-bin/lib/reply.h"

/* Plan 1 of P stands, sent to A (to act), to D (to know); A1 has it by A's line no more than B.  2 is
 * P's draft, 3 A's own that stands; 4 recalls nothing yet. */
static const char plans[] =
	"INSERT INTO flow_case (id, flow, unit, state, at) VALUES (51, 'plan', 1, 'issued', 0),"
	" (52, 'plan', 1, 'draft', 0), (53, 'plan', 2, 'issued', 0), (54, 'plan', 1, 'draft', 0);"
	"INSERT INTO plan (id, flow_case, unit, number, date, place, issuer, subject, period_from, period_to) VALUES"
	" (1, 51, 1, '07/KH-UBND', '2026-01-05', 'Thử', 'UBND tỉnh', 'Giúp hộ nghèo', '2026', '2030'),"
	" (2, 52, 1, '', NULL, 'Thử', 'UBND tỉnh', 'Bản nháp kín', '', ''),"
	" (3, 53, 2, '03/KH-UBND', '2026-02-05', 'An', 'UBND xã An', 'Xã An làm', '', ''),"
	" (4, 54, 1, '', NULL, 'Thử', 'UBND tỉnh', 'Thu hồi', '', '');"
	"INSERT INTO plan_clause (plan, seq, anchor, parent, label, depth, text, html) VALUES"
	" (1, 1, 'IV', '', 'IV.', 1, 'KHEN THƯỞNG', '<h3>IV. KHEN THƯỞNG</h3>'),"
	" (1, 2, 'IV.1', 'IV', '1.', 2, 'Sơ kết năm 2028', '<p>1. Sơ kết năm 2028</p>');"
	"INSERT INTO plan_recipient (id, plan, seq, text, purpose) VALUES (1, 1, 1, 'UBND xã An', 'act'),"
	" (2, 1, 2, 'Các sở', 'know');"
	"INSERT INTO plan_delivery (plan, unit, recipient, sent) VALUES (1, 2, 1, 0), (1, 5, 2, 0);"
	"INSERT INTO plan_class (id, plan, seq, anchor, name) VALUES (91, 1, 1, 'IV', 'Đối với xã');"
	"INSERT INTO plan_criterion (plan_class, seq, anchor, text, kind) VALUES (91, 1, 'IV.1', 'Việc', 'judged');"
	"INSERT INTO plan_date (id, plan, kind, day, anchor, text) VALUES"
	" (11, 1, 'midterm', '2026-12-12', 'IV.1', 'Sơ kết một năm'),"	/* a Saturday */
	" (12, 1, 'report', '2026-12-25', '', 'Báo cáo quý IV'), (21, 2, 'final', '2030-12-20', '', ''),"
	" (31, 3, 'midterm', '2026-12-20', '', ''), (13, 1, 'final', '2026-11-10', 'IX', '');";

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

#define MORE "kind=other|day=15/12/2026|anchor=IV|text=Họp|done="

static void
whoever_reads_the_plan_reads_its_dates(void)
{
	lay();
	as(0);
	struct reply r = ask_get("/plan/1/date");
	CHECK(r.status == 200 && in_order(r, "10/11/2026", "12/12/2026") && in_order(r, "12/12/2026", "25/12/2026"));
	CHECK(says(r, "Thứ Bảy, lùi đến 14/12/2026") && says(r, "Sơ kết một năm"));
	CHECK(says(r, "href=\"/plan/1#IV.1\""));
	CHECK(says(r, "IX") && !says(r, "#IX"));		/* a clause that is there no more */
	CHECK(!says(r, "/date/11") && !says(r, "Gửi yêu cầu") && !says(r, "Lập đợt đánh giá"));
	CHECK(says(r, "Đã qua, chưa xong"));
	CHECK(says(ask_get("/plan/1.json"), "\"last_day\": \"2026-12-14\""));
	r = ask_get("/plan/1");
	CHECK(says(r, "href=\"/plan/1/date\"") && says(r, "Mốc tiếp theo") && says(r, "Thứ Bảy, lùi đến 14/12/2026"));
	/* drafts are not his */
	CHECK(ask_get("/plan/2/date").status == 404 && ask_get("/plan/2/date.ics").status == 404);
	CHECK(ask_get("/plan/99/date").status == 404);
	as(person("unit_officer", B));
	CHECK(ask_get("/plan/2/date").status == 404);
	as(person("specialist", P));
	CHECK(says(ask_get("/plan/2/date"), "20/12/2030"));
	/* what only amends another sets none */
	scene("INSERT INTO plan_change (plan, target, kind) VALUES (4, 1, 'recall')");
	CHECK(ask_get("/plan/4/date").status == 404 && ask_get("/plan/4/date/add").status == 404);
	CHECK(!says(ask_get("/plan/4"), "/plan/4/date"));
}

static void
they_stand_in_a_calendar(void)
{
	lay();
	as(0);
	struct reply r = ask_get("/plan/1/date.ics");
	CHECK(r.status == 200 && says(r, "BEGIN:VCALENDAR") && says(r, "DTSTART;VALUE=DATE:20261214"));
	CHECK(says(r, "SUMMARY:Sơ kết: 07/KH-UBND") && says(r, "DESCRIPTION:Sơ kết một năm"));
	CHECK(!says(r, "URL:"));			/* a cache keeps it: the host is the asker's word */
	scene("UPDATE plan_date SET done = '2026-11-12' WHERE id = 13");
	as(person("unit_officer", A));
	r = ask_get("/plan/1/date.ics");
	CHECK(says(r, "URL:") && says(r, "Đã xong: Tổng kết"));
}

static void
its_own_unit_keeps_them(void)
{
	lay();
	static const char *const paths[] = { "/plan/1/date/add", "/plan/1/date/11" };
	const int64_t others[] = { person("specialist", A), person("unit_officer", A), person("specialist", B) };
	for (size_t i = 0; i < sizeof(others) / sizeof(*others); i++) {
		as(others[i]);
		for (int j = 0; j < 2; j++)
			CHECK(ask_get(paths[j]).status == 404 && posts(paths[j], MORE).status == 404);
		CHECK(posts("/plan/1/date/11/remove", "").status == 404);
	}
	as(person("unit_leader", A));
	CHECK(ask_get(paths[0]).status == 403 && posts(paths[1], MORE).status == 403);
	as(0);
	CHECK(ask_get(paths[0]).status == 303 && look("SELECT count(*) FROM plan_date") == 5);
	as(person("specialist", P));
	CHECK(posts("/plan/3/date/add", MORE).status == 404);	/* a commune's own is its officer's */
	CHECK(ask_get("/plan/1/date/31").status == 404);	/* of another plan */
	CHECK(posts("/plan/1/date/21", "edition=1|" MORE).status == 404);
	CHECK(posts("/plan/1/date/31/remove", "").status == 404);
	as(person("unit_officer", A));
	struct reply r = ask_get("/plan/3/date");
	CHECK(says(r, "Thêm mốc") && says(r, "/plan/3/date/31"));
	CHECK(!says(r, "Gửi yêu cầu") && !says(r, "/evaluation/add"));	/* he designs neither */
	CHECK(posts("/plan/3/date/add", "kind=other|day=15/12/2026|anchor=|text=Họp|done=").status == 303);
}

static void
one_is_added_changed_and_removed(void)
{
	lay();
	as(person("specialist", P));
	CHECK(posts("/plan/1/date/add", MORE).status == 303);
	SAME(look_text("SELECT kind || ' ' || day || ' ' || anchor || ' ' || text FROM plan_date"
	    " WHERE id = (SELECT max(id) FROM plan_date)"), "other 2026-12-15 IV Họp");
	SAME(look_text("SELECT action FROM audit ORDER BY id DESC LIMIT 1"), "plan.date_add");
	CHECK(look("SELECT count(*) FROM holiday_due WHERE day = '2026-12-15'") == 1);
	CHECK(posts("/plan/2/date/add", "kind=report|day=15/6/2027|anchor=|text=|done=").status == 303);	/* of a draft too */
	struct reply r = ask_get("/plan/1/date/12");
	CHECK(says(r, "value=\"25/12/2026\"") && says(r, "Báo cáo quý IV"));
	CHECK(posts("/plan/1/date/12", "edition=1|kind=report|day=28/12/2026|anchor=|text=Báo cáo năm|done=19/11/2026").status == 303);
	SAME(look_text("SELECT day || ' ' || text || ' ' || done FROM plan_date WHERE id = 12"), "2026-12-28 Báo cáo năm 2026-11-19");
	SAME(look_text("SELECT old || ' ' || new FROM audit_value WHERE field = 'day' ORDER BY audit DESC LIMIT 1"),
	    "2026-12-25 2026-12-28");
	r = ask_get("/plan/1/date");
	CHECK(says(r, "Đã xong") && says(r, "19/11/2026"));
	/* a page from before that */
	r = posts("/plan/1/date/12", "edition=1|kind=report|day=29/12/2026|anchor=|text=Khác hẳn|done=");
	CHECK(r.status == 422 && says(r, "Mốc này vừa được sửa ở nơi khác") && says(r, "Khác hẳn"));
	struct reply old = posts("/plan/1/date/12/remove", "edition=0");	/* of what he has not seen */
	CHECK(old.status == 422 && says(old, "Mốc này vừa được sửa") && look("SELECT count(*) FROM plan_date WHERE id = 12") == 1);
	CHECK(posts("/plan/1/date/12/remove", "edition=2").status == 303 && !look("SELECT count(*) FROM plan_date WHERE id = 12"));
	SAME(look_text("SELECT action FROM audit ORDER BY id DESC LIMIT 1"), "plan.date_remove");
	CHECK(posts("/plan/1/date/12/remove", "edition=2").status == 404);
}

static void
what_makes_no_date_is_refused(void)
{
	lay();
	as(person("specialist", P));
	struct reply r = posts("/plan/1/date/add", "kind=x|day=15/12/2026|anchor=|text=|done=");
	CHECK(r.status == 422 && says(r, "href=\"#kind\""));
	r = posts("/plan/1/date/add", "kind=other|day=31/2/2027|anchor=|text=Họp mãi|done=");
	CHECK(r.status == 422 && says(r, "href=\"#day\"") && says(r, "Họp mãi"));
	r = posts("/plan/1/date/add", "kind=other|day=|anchor=|text=|done=");
	CHECK(r.status == 422 && says(r, "href=\"#day\""));
	r = posts("/plan/1/date/add", "kind=other|day=4/1/2026|anchor=|text=|done=");
	CHECK(r.status == 422 && says(r, "trước ngày ban hành"));
	r = posts("/plan/1/date/add", "kind=other|day=15/12/2026|anchor=IX|text=|done=");
	CHECK(r.status == 422 && says(r, "href=\"#anchor\""));
	r = posts("/plan/1/date/add", "kind=other|day=15/12/2026|anchor=|text=|done=21/11/2026");
	CHECK(r.status == 422 && says(r, "href=\"#done\""));
	r = posts("/plan/1/date/add", "kind=midterm|day=12/12/2026|anchor=IV.1|text=Sơ kết một năm|done=");
	CHECK(r.status == 422 && says(r, "đã có mốc này"));
	r = posts("/plan/1/date/12", "edition=1|kind=midterm|day=12/12/2026|anchor=IV.1|text=Sơ kết một năm|done=");
	CHECK(r.status == 422 && says(r, "đã có mốc này"));
	/* an old one keeps the clause that its plan has lost */
	CHECK(posts("/plan/1/date/13", "edition=1|kind=final|day=11/11/2026|anchor=IX|text=|done=").status == 303);
	scene("WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 97)"
	    " INSERT INTO plan_date (plan, kind, day, text) SELECT 1, 'other', '2027-01-05', 'Họp ' || i FROM n");
	r = posts("/plan/1/date/add", MORE);
	CHECK(r.status == 422 && says(r, "đã có 100 mốc"));
	CHECK(look("SELECT count(*) FROM plan_date WHERE plan = 1") == 100);
	/* a draft that was dropped keeps nothing */
	scene("UPDATE flow_case SET state = 'dropped' WHERE id = 52");
	CHECK(posts("/plan/2/date/add", MORE).status == 404);
}

#define ASK "/plan/1/date/11/request"

static void
one_press_asks_those_who_act(void)
{
	lay();
	as(person("specialist", P));
	struct reply r = ask_get("/plan/1/date");
	CHECK(says(r, "Gửi yêu cầu báo cáo sơ kết") && says(r, "1 đơn vị nhận kế hoạch để thực hiện, hạn 14/12/2026"));
	CHECK(says(r, "href=\"/evaluation/add?plan_date=11\""));
	r = posts(ASK, "edition=1");
	CHECK(r.status == 303 && !strcmp(leads(r), "/plan/1/date"));
	CHECK(says(ask_get(location(r)), "Đã gửi yêu cầu báo cáo sơ kết tới 1 đơn vị"));
	SAME(look_text("SELECT name || '; ' || kind || '; ' || document FROM report_form"),
	    "Báo cáo sơ kết: Kế hoạch 07/KH-UBND; thematic; Kế hoạch 07/KH-UBND, IV.1");
	SAME(look_text("SELECT group_concat(title, '; ') FROM (SELECT title FROM report_section"
	    " WHERE plan = 1 AND kind = 'text' ORDER BY seq)"),
	    "I. Kết quả thực hiện; II. Hạn chế, tồn tại; III. Nguyên nhân; IV. Bài học kinh nghiệm; V. Nhiệm vụ thời gian tới");
	SAME(look_text("SELECT name || '; ' || window_from || '; ' || window_to || '; ' || opens || '; ' || plan_date FROM report_period"),
	    "Sơ kết đến ngày 01/12/2026; 2026-01-01; 2026-12-01; 2026-11-20; 11");
	SAME(look_text("SELECT group_concat(kind || ' ' || due_date || ' ' || last_day) FROM report_due"), "commune 2026-12-12 2026-12-14");
	/* not B, which did not get the plan; nor D, which is to know of it */
	SAME(look_text("SELECT group_concat(unit) FROM report_duty"), "2");
	SAME(look_text("SELECT group_concat(action, ' ') FROM (SELECT DISTINCT action FROM audit WHERE account = "
	    "(SELECT max(account) FROM audit) ORDER BY action)"),
	    "plan.date_request report_form.add report_period.add report_section.add");
	r = ask_get("/plan/1/date");
	CHECK(says(r, "Đã lập") && says(r, "href=\"/report/period/1\"") && !says(r, "Gửi yêu cầu báo cáo sơ kết"));
	CHECK(says(r, "/evaluation/add?plan_date=11"));		/* the round is another thing */
	as(0);
	r = ask_get("/plan/1/date");
	CHECK(says(r, "Đã lập") && !says(r, "/report/period/1"));
	/* not twice */
	as(person("specialist", P));
	r = posts(ASK, "edition=1");
	CHECK(r.status == 422 && says(r, "không gửi lần nữa") && look("SELECT count(*) FROM report_form") == 1);
	CHECK(!scene_tries("INSERT INTO report_period (report_form, name, window_from, window_to, opens, plan_date)"
	    " VALUES (1, 'Q', '2026-06-01', '2026-09-01', '2026-09-01', 11)"));
	/* and it stays as what it was opened from */
	r = posts("/plan/1/date/11", "edition=1|kind=other|day=12/12/2026|anchor=IV.1|text=|done=");
	CHECK(r.status == 422 && says(r, "không đổi loại được"));
	r = posts("/plan/1/date/11/remove", "edition=1");
	CHECK(r.status == 422 && says(r, "không bỏ được") && look("SELECT count(*) FROM plan_date WHERE id = 11") == 1);
	CHECK(posts("/plan/1/date/11", "edition=1|kind=midterm|day=16/12/2026|anchor=IV.1|text=|done=").status == 303);
}

static void
a_request_that_cannot_be_met_is_refused(void)
{
	lay();
	as(person("specialist", P));
	CHECK(posts("/plan/1/date/12/request", "edition=1").status == 404);	/* a report date asks for none */
	CHECK(posts("/plan/2/date/21/request", "edition=1").status == 409);	/* a draft */
	CHECK(posts("/plan/3/date/31/request", "edition=1").status == 404);	/* not his to keep */
	struct reply r = posts("/plan/1/date/13/request", "edition=1");
	CHECK(r.status == 422 && says(r, "đã qua"));
	r = posts(ASK, "edition=0");
	CHECK(r.status == 422 && says(r, "vừa được sửa"));
	scene("UPDATE plan_date SET day = '2027-05-20' WHERE id = 11");		/* 181 days */
	r = posts(ASK, "edition=1");
	CHECK(r.status == 422 && says(r, "hơn 180 ngày"));
	CHECK(says(ask_get("/plan/1/date"), "Từ ngày 21/11/2026 mới gửi được yêu cầu báo cáo sơ kết"));
	scene("UPDATE plan_date SET day = '2026-12-12', done = '2026-11-19' WHERE id = 11");
	r = posts(ASK, "edition=1");
	CHECK(r.status == 422 && says(r, "đã ghi là xong"));
	scene("UPDATE plan_date SET done = NULL WHERE id = 11; UPDATE plan_recipient SET purpose = 'join' WHERE id = 1");
	r = posts(ASK, "edition=1");
	CHECK(r.status == 422 && says(r, "chưa gửi tới đơn vị nào"));
	CHECK(says(ask_get("/plan/1/date"), "Không gửi yêu cầu báo cáo sơ kết được"));
	/* a unit that has ended by then is not asked */
	scene("UPDATE plan_recipient SET purpose = 'act' WHERE id = 1; UPDATE unit SET valid_to = '2026-11-30' WHERE id = 2");
	r = posts(ASK, "edition=1");
	CHECK(r.status == 422 && says(r, "nay không còn"));
	scene("UPDATE unit SET valid_to = '9999-12-31' WHERE id = 2; UPDATE plan_date_section SET valid_to = '2026-01-01'");
	r = posts(ASK, "edition=1");
	CHECK(r.status == 422 && says(r, "đề cương"));
	scene("UPDATE plan_date_section SET valid_to = '9999-12-31'");
	/* who keeps it but designs no report */
	scene("UPDATE flow_case SET unit = 2 WHERE id = 51; UPDATE plan SET unit = 2 WHERE id = 1");
	as(person("unit_officer", A));
	CHECK(posts(ASK, "edition=1").status == 403);
	scene("UPDATE flow_case SET unit = 1 WHERE id = 51; UPDATE plan SET unit = 1 WHERE id = 1");
	/* a plan that was recalled asks nothing more */
	scene("UPDATE flow_case SET state = 'issued' WHERE id = 54; UPDATE plan SET number = '9/KH', date = '2026-11-01' WHERE id = 4;"
	    "INSERT INTO plan_change (plan, target, kind) VALUES (4, 1, 'recall')");
	as(person("specialist", P));
	CHECK(posts(ASK, "edition=1").status == 409);
	CHECK(!says(ask_get("/plan/1/date"), "Gửi yêu cầu"));
	CHECK(look("SELECT count(*) FROM report_form") == 0 && look("SELECT count(*) FROM report_period") == 0);
}

static void
rows_tell_how_many_days_before(void)
{
	lay();
	as(person("specialist", P));
	scene("UPDATE plan_date_kind SET ask_days = 21, due_days = 4 WHERE kind = 'midterm'");	/* it is in 22 days */
	struct reply r = posts(ASK, "edition=1");
	CHECK(r.status == 422 && says(r, "hơn 21 ngày"));
	CHECK(says(ask_get("/plan/1/date"), "Từ ngày 21/11/2026 mới gửi được yêu cầu báo cáo sơ kết"));
	scene("UPDATE plan_date_kind SET ask_days = 22 WHERE kind = 'midterm'");
	CHECK(posts(ASK, "edition=1").status == 303);
	SAME(look_text("SELECT window_to FROM report_period"), "2026-12-08");
}

/* A was merged into B, which was not sent the plan itself. */
static void
what_a_unit_became_is_asked_in_its_place(void)
{
	lay();
	as(person("specialist", P));
	scene("UPDATE unit SET valid_to = '2026-11-30' WHERE id = 2;"
	    "INSERT INTO unit_event (id, kind, day) VALUES (9, 'merge', '2026-12-01');"
	    "INSERT INTO unit_succession (event, unit, successor) VALUES (9, 2, 3)");
	CHECK(says(ask_get("/plan/1/date"), "1 đơn vị nhận kế hoạch"));
	CHECK(posts(ASK, "edition=1").status == 303);
	SAME(look_text("SELECT group_concat(unit) FROM report_duty"), "3");
}

/* The figures end before the merger, of which there is nobody left who could send them. */
static void
a_unit_that_is_gone_today_is_not_asked(void)
{
	lay();
	as(person("specialist", P));
	scene("UPDATE plan_date SET day = '2026-11-26' WHERE id = 11;"
	    "UPDATE unit SET valid_to = '2026-11-17' WHERE id = 2;"
	    "INSERT INTO unit_event (id, kind, day) VALUES (9, 'merge', '2026-11-18');"
	    "INSERT INTO unit_succession (event, unit, successor) VALUES (9, 2, 3)");
	CHECK(says(ask_get("/plan/1/date"), "1 đơn vị nhận kế hoạch"));
	CHECK(posts(ASK, "edition=1").status == 303);
	SAME(look_text("SELECT group_concat(unit) FROM report_duty"), "3");
}

/* What is kept is Vietnamese, whoever presses. */
static void
what_a_request_makes_is_vietnamese(void)
{
	lay();
	as(person("specialist", P));
	scene("INSERT INTO plan_clause (plan, seq, anchor, parent, label, depth, text, html) VALUES (1, 91, 'IX.1~2', '', '-', 2, 'a', 'a');"
	    "UPDATE plan_date SET anchor = 'IX.1~2' WHERE id = 11");
	const char *own = mem_printf(scene_mem(), "x%lld", (long long)person("specialist", P));
	struct ask a = ask_of("POST", ASK, mem_printf(scene_mem(), "csrf=%s&edition=1", token(scene_mem(), own, ASK)));
	a.cookie = mem_printf(scene_mem(), "%s; lang=en", a.cookie);
	CHECK(ask_raw(a).status == 303);
	CHECK(look("SELECT count(*) FROM report_form WHERE document LIKE '%IX.1, ý 2'") == 1);
}

/* A round needs criteria. */
static void
a_plan_without_criteria_is_not_evaluated(void)
{
	lay();
	as(person("specialist", P));
	scene("DELETE FROM plan_criterion; DELETE FROM plan_class_kind; DELETE FROM plan_class");
	struct reply r = ask_get("/plan/1/date");
	CHECK(says(r, "kế hoạch chưa có tiêu chí") && !says(r, "/evaluation/add"));
}

static void
a_report_date_leads_to_the_forms_of_the_plan(void)
{
	lay();
	as(person("specialist", P));
	CHECK(says(ask_get("/plan/1/date"), "href=\"/report/form\""));
	scene("INSERT INTO report_form (id, unit, name, kind) VALUES (7, 1, 'Báo cáo quý', 'periodic'),"
	    " (8, 1, 'Chuyên đề riêng', 'thematic'), (9, 2, 'Mẫu của xã', 'periodic');"
	    "INSERT INTO report_section (report_form, seq, plan, title, kind) VALUES (7, 1, 1, 'A', 'text'),"
	    " (8, 1, 1, 'A', 'text'), (9, 1, 1, 'A', 'text')");
	struct reply r = ask_get("/plan/1/date");
	CHECK(says(r, "href=\"/report/form/7/period?plan_date=12\"") && says(r, "Báo cáo quý"));
	CHECK(!says(r, "Chuyên đề riêng") && !says(r, "Mẫu của xã"));
	scene("INSERT INTO report_period (id, report_form, name, window_from, window_to, opens, plan_date)"
	    " VALUES (5, 7, 'Quý IV/2026', '2026-09-15', '2026-12-14', '2026-12-07', 12)");
	r = ask_get("/plan/1/date");
	CHECK(says(r, "href=\"/report/period/5\"") && says(r, "Báo cáo quý, Quý IV/2026") && !says(r, "?plan_date=12"));
}

int
main(void)
{
	whoever_reads_the_plan_reads_its_dates();
	they_stand_in_a_calendar();
	its_own_unit_keeps_them();
	one_is_added_changed_and_removed();
	what_makes_no_date_is_refused();
	one_press_asks_those_who_act();
	a_request_that_cannot_be_met_is_refused();
	rows_tell_how_many_days_before();
	what_a_unit_became_is_asked_in_its_place();
	a_unit_that_is_gone_today_is_not_asked();
	what_a_request_makes_is_vietnamese();
	a_plan_without_criteria_is_not_evaluated();
	a_report_date_leads_to_the_forms_of_the_plan();
	return done();
}
