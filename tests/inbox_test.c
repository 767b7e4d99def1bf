/* inbox_test.c - notices: who is told what, when, and who reads it. */

#include "tests/scene.h"

#include <expat.h>
#include <stdio.h>

#include "cgi-bin/lib/reply.h"
#include "db/inbox.h"

/* Plan 1 of P, sent to A and B; form 1 of P asks communes; its period 1 is due on Wednesday
 * 25/11/2026. */
static const char records[] =
	"INSERT INTO flow_case (id, flow, unit, state, at) VALUES (51, 'plan', 1, 'issued', 1795000000);"
	"INSERT INTO plan (id, flow_case, unit, number, date, place, issuer, subject) VALUES"
	" (1, 51, 1, '07/KH-UBND', '2026-10-05', 'Thử Lâm', 'UBND tỉnh Thử', 'Giúp hộ nghèo <&>');"
	"INSERT INTO plan_recipient (id, plan, seq, text, purpose) VALUES (1, 1, 1, 'Các xã', 'act');"
	"INSERT INTO plan_delivery (plan, unit, recipient, sent) VALUES (1, 2, 1, 0), (1, 3, 1, 0);"
	"INSERT INTO report_form (id, unit, name, kind) VALUES (1, 1, 'Báo cáo quý', 'periodic');"
	"INSERT INTO report_period (id, report_form, name, window_from, window_to, opens) VALUES"
	" (1, 1, 'Quý III/2026', '2026-06-15', '2026-09-14', '2026-09-15');"
	"INSERT INTO report_due (report_period, kind, due_date) VALUES (1, 'commune', '2026-11-25');";

static void
lay(void)
{
	fresh();
	scene(records);
}

static bool
make_on(const char *day, int64_t now)
{
	struct db *db = scene_beside(inbox_makes);
	struct mem *mem = mem_new();
	bool ok = inbox_make(db, mem, day, now);

	mem_free(mem);
	db_close(db);
	return ok;
}

/* A move of that case, as act() leaves it. */
static void
step(int64_t flow_case, const char *move, const char *to)
{
	scene(mem_printf(scene_mem(), "INSERT INTO flow_step (flow_case, move, from_state, to_state, at, reason)"
	    " SELECT id, '%s', state, '%s', %d, 'Thiếu số của Lò Văn Ó' FROM flow_case WHERE id = %lld;"
	    "UPDATE flow_case SET state = '%s' WHERE id = %lld", move, to, NOW, (long long)flow_case,
	    to, (long long)flow_case));
}

static const char *
told(void)
{
	return look_text("SELECT coalesce(group_concat(t, ' '), '') FROM (SELECT kind || unit || ':'"
	    " || CASE due_date WHEN '' THEN '' ELSE stage END AS t FROM notice WHERE over IS NULL ORDER BY id)");
}

static void
report_of_a(const char *state)
{
	scene(mem_printf(scene_mem(), "INSERT INTO flow_case (id, flow, unit, state, at)"
	    " VALUES (61, 'report', 2, '%s', 0); INSERT INTO report (id, flow_case, report_period,"
	    " unit, saved) VALUES (9, 61, 1, 2, 0)", state));
}

static void
a_plan_sent_is_told_to_each_unit_once(void)
{
	lay();
	step(51, "issue", "issued");
	CHECK(make_on("2026-11-20", NOW) && make_on("2026-11-20", NOW));
	SAME(told(), "plan_sent2: plan_sent3:");
	as(person("unit_officer", A));
	struct reply r = ask_get("/inbox");
	CHECK(says(r, "Kế hoạch mới gửi đến") && says(r, "07/KH-UBND Giúp hộ nghèo &lt;&amp;&gt;"));
	CHECK(says(r, "Thông báo (1)"));
	CHECK(!says(r, "Xã Bình"));
	as(person("specialist", P));
	r = ask_get("/inbox?show=all");
	CHECK(!says(r, "07/KH-UBND") && !says(r, "Thông báo ("));
	as(person("unit_officer", A1));
	CHECK(!says(ask_get("/inbox?show=all"), "07/KH-UBND"));
}

static void
steps_from_before_are_old_news(void)
{
	lay();
	step(51, "issue", "issued");
	scene("UPDATE upkeep SET detail = (SELECT max(id) FROM flow_step) WHERE name = 'inbox'");
	CHECK(make_on("2026-11-20", NOW));
	SAME(told(), "");
	/* and without the row none are made */
	scene("DELETE FROM upkeep WHERE name = 'inbox'");
	CHECK(make_on("2026-11-20", NOW));
	SAME(told(), "");
}

static void
one_reads_it_and_it_is_read_for_him_alone(void)
{
	lay();
	step(51, "issue", "issued");
	make_on("2026-11-20", NOW);
	int64_t officer = person("unit_officer", A), leader = person("unit_leader", A);
	as(officer);
	struct ask early = ask_of("GET", "/inbox/1", "");
	early.purpose = "prefetch";
	CHECK(ask_raw(early).status == 204 && look("SELECT count(*) FROM notice_read") == 0);
	SAME(leads(ask_get("/inbox/1")), "/plan/1");
	SAME(leads(ask_get("/inbox/1")), "/plan/1");
	CHECK(look("SELECT count(*) FROM notice_read") == 1);
	CHECK(!says(ask_get("/inbox"), "07/KH-UBND"));
	struct reply r = ask_get("/inbox?show=all");
	CHECK(says(r, "07/KH-UBND") && says(r, "Đã đọc") && !says(r, "Thông báo ("));
	as(leader);
	CHECK(says(ask_get("/inbox"), "Thông báo (1)"));
	CHECK(ask_get("/inbox/2").status == 404);	/* of B */
	CHECK(ask_get("/inbox/99").status == 404);
	scene("UPDATE mandate SET valid_to = '2026-11-19' WHERE role = 'unit_leader'");
	CHECK(ask_get("/inbox/1").status == 404);
	CHECK(!says(ask_get("/inbox?show=all"), "07/KH-UBND"));
	as(0);
	CHECK(ask_get("/inbox/1").status == 303 && look("SELECT count(*) FROM notice_read") == 1);
}

/* What was done to one person's account is his alone, and in no feed of his unit. */
static void
a_notice_to_one_person_is_his(void)
{
	lay();
	int64_t officer = person("unit_officer", A), leader = person("unit_leader", A);
	scene(mem_printf(scene_mem(), "INSERT INTO notice (id, kind, unit, record, stage, what, path, day, at, account)"
	    " VALUES (7, 'factor_reset', 2, %lld, 0, 'Xác minh hai bước', '/account/factor', '2026-11-20', 0, %lld)",
	    (long long)officer, (long long)officer));
	as(leader);
	CHECK(!says(ask_get("/inbox?show=all"), "Xác minh hai bước") && !says(ask_get("/inbox"), "Thông báo ("));
	CHECK(ask_get("/inbox/7").status == 404);
	CHECK(ask_post("/inbox/read", "upto=99").status == 303);
	CHECK(look("SELECT count(*) FROM notice_read") == 0);
	as(officer);
	CHECK(ask_post("/inbox/link", "unit=2").status == 200);
	scene(mem_printf(scene_mem(), "UPDATE feed_link SET token = '%s'", digest_of(scene_mem(), "k", 1)));
	CHECK(ask_get("/inbox/unit.atom?key=k").status == 200);
	CHECK(!says(ask_get("/inbox/unit.atom?key=k"), "Xác minh hai bước"));
	/* whatever he holds by now */
	scene("DELETE FROM mandate");
	struct reply r = ask_get("/inbox");
	CHECK(says(r, "Thông báo (1)") && says(r, "Người quản trị đã đặt lại xác minh hai bước của bạn"));
	SAME(leads(ask_get("/inbox/7")), "/account/factor");
	CHECK(!says(ask_get("/inbox"), "Thông báo (") && says(ask_get("/inbox?show=all"), "Xác minh hai bước"));
	scene("DELETE FROM notice_read");
	CHECK(ask_post("/inbox/read", "upto=7").status == 303);
	CHECK(look("SELECT count(*) FROM notice_read WHERE notice = 7") == 1);
}

static void
all_that_was_shown_is_marked_and_no_more(void)
{
	lay();
	step(51, "issue", "issued");
	report_of_a("sent");
	step(61, "accept", "accepted");
	make_on("2026-11-20", NOW);
	as(person("unit_leader", A));
	CHECK(says(ask_get("/inbox"), "Thông báo (2)"));
	CHECK(ask_post("/inbox/read", "upto=1").status == 303);
	CHECK(look("SELECT count(*) FROM notice_read") == 1);
	CHECK(says(ask_get("/inbox"), "Thông báo (1)"));
	CHECK(ask_post("/inbox/read", "upto=x").status == 303 && ask_post("/inbox/read", "").status == 303);
	CHECK(look("SELECT count(*) FROM notice_read") == 1);
	CHECK(ask_post("/inbox/read", "upto=999").status == 303);
	/* what is not his is not marked by him */
	CHECK(look("SELECT count(*) FROM notice_read WHERE notice IN (SELECT id FROM notice WHERE unit = 3)") == 0);
	CHECK(look("SELECT count(*) FROM notice_read") == 2);
	CHECK(look("SELECT count(*) FROM audit WHERE action = 'notice.read'") == 4);
}

static void
what_is_returned_is_told_to_whom_it_concerns(void)
{
	lay();
	int64_t officer = person("unit_officer", A), leader = person("unit_leader", A);
	report_of_a("signing");
	step(61, "back", "returned");
	make_on("2026-11-20", NOW);
	as(officer);
	CHECK(says(ask_get("/inbox.json"), "Lãnh đạo trả lại báo cáo"));
	as(leader);
	CHECK(!says(ask_get("/inbox.json"), "Lãnh đạo trả lại báo cáo"));
	step(61, "send", "sent");
	step(61, "return", "returned");
	make_on("2026-11-20", NOW);
	CHECK(says(ask_get("/inbox.csv"), "Báo cáo bị trả lại"));
	CHECK(says(ask_get("/inbox"), "Báo cáo quý, Quý III/2026"));
	/* the reason names people: it stays with the report */
	CHECK(look("SELECT count(*) FROM notice WHERE what LIKE '%Ó%' OR path LIKE '%Ó%'") == 0);
	SAME(look_text("SELECT path FROM notice WHERE kind = 'report_returned'"), "/report/9");
}

static void
awards_are_told_without_names(void)
{
	lay();
	scene("INSERT INTO flow_case (id, flow, unit, state, at) VALUES (71, 'award', 1, 'received', 0);"
	    "INSERT INTO nomination (id, flow_case, unit, handler, subject, name, name_key, person_key,"
	    " name_plain, award_form, award_type, award_group, achieved_from, achieved_to, saved)"
	    " VALUES (5, 71, 2, 1, 'household', 'Hộ Lò Văn Ó', '', '', '', 23, 'movement', 'household',"
	    " '2026-01-01', '2026-10-01', 0)");
	step(71, "return", "returned");
	step(71, "refuse", "refused");
	step(71, "back", "returned");
	make_on("2026-11-20", NOW);
	/* to the nominator, not to the unit that handles it */
	CHECK(look("SELECT count(*) FROM notice WHERE unit = 2 AND kind LIKE 'nomination%'") == 3);
	CHECK(look("SELECT count(*) FROM notice WHERE unit = 1 OR what LIKE '%Ó%'") == 0);
	as(person("unit_officer", A));
	struct reply r = ask_get("/inbox");
	CHECK(says(r, "Đề nghị khen thưởng đã có kết quả") && says(r, "Lãnh đạo trả lại đề nghị") && says(r, "Bằng khen của Chủ tịch UBND tỉnh"));
	CHECK(!says(r, "Lò Văn"));
}

static void
signups_evaluations_and_feedback_are_told(void)
{
	lay();
	int64_t officer = person("unit_officer", A);
	scene("DELETE FROM report_due;"
	    "INSERT INTO flow_case (id, flow, unit, state, at) VALUES (81, 'signup', 2, 'registered', 0),"
	    " (82, 'round', 1, 'closed', 0), (83, 'evaluation', 2, 'reviewed', 0), (84, 'feedback', 1, 'submitted', 0);"
	    "INSERT INTO signup (id, flow_case, plan, unit, saved) VALUES (1, 81, 1, 2, 0);"
	    "INSERT INTO plan_class (id, plan, seq, anchor, name) VALUES (1, 1, 1, 'I', 'Xã');"
	    "INSERT INTO evaluation_round (id, flow_case, plan, unit, name, kind, window_from, window_to,"
	    " base_day, due_date) VALUES (1, 82, 1, 1, 'Chấm năm 2026', 'yearly', '2026-01-01',"
	    " '2026-10-31', '2026-01-01', '2026-11-10');"
	    "INSERT INTO evaluation (id, flow_case, evaluation_round, plan_class, unit, judged, subject, saved)"
	    " VALUES (1, 83, 1, 1, 2, 2, 'unit', 0);"
	    "INSERT INTO feedback_topic (id, flow_case, plan, name) VALUES (1, 84, 1, 'Nhóm');");
	scene(mem_printf(scene_mem(), "INSERT INTO feedback (id, plan, unit, account, at, text, text_plain,"
	    " feedback_topic) VALUES (3, 1, 2, %lld, 0, 'a', 'a', 1), (4, 1, 2, %lld, 0, 'b', 'b', 1)",
	    (long long)officer, (long long)officer));
	step(81, "return", "returned");
	step(83, "return", "returned");
	step(84, "partly", "partly");
	make_on("2026-11-20", NOW);
	SAME(told(), "signup_returned2: evaluation_returned2: feedback_answered2:");
	SAME(look_text("SELECT path FROM notice WHERE kind = 'feedback_answered'"), "/feedback/3");
	/* results: only of a publication, and without points or rank */
	scene("INSERT INTO evaluation_publication (id, evaluation_round, number, day, at, account) VALUES (1, 1, '9/QĐ', '2026-11-19', 0, NULL);"
	    "INSERT INTO evaluation_result VALUES (1, 1, 'Xã An', NULL, 8765, 0, 10000, 8765, 'Loại Tốt', 3, 7)");
	step(82, "publish", "published");
	make_on("2026-11-20", NOW);
	as(officer);
	struct reply r = ask_get("/inbox");
	CHECK(says(r, "Đã công bố kết quả đánh giá") && says(r, "Chấm năm 2026"));
	CHECK(!says(r, "87,65") && !says(r, "8765") && !says(r, "Loại Tốt"));
	CHECK(look("SELECT count(*) FROM notice WHERE unit <> 2") == 0);
}

static void
reminders_come_before_on_and_after(void)
{
	static const struct { const char *day, *told; } days[] = {
		{ "2026-11-17", "" },
		{ "2026-11-18", "report_soon2:-7" }, { "2026-11-19", "report_soon2:-7" },
		{ "2026-11-23", "report_soon2:-2" }, { "2026-11-25", "report_due2:0" },
		{ "2026-11-26", "report_late2:1" }, { "2026-11-28", "report_late2:3" },
		{ "2026-12-02", "report_late2:7" }, { "2026-12-20", "report_late2:7" },
	};

	lay();
	as(person("unit_officer", A));	/* B has nobody: nothing is made for it */
	for (size_t i = 0; i < sizeof(days) / sizeof(*days); i++) {
		CHECK(make_on(days[i].day, NOW + (int64_t)i * 86400));
		CHECK(make_on(days[i].day, NOW + (int64_t)i * 86400));
		SAME(told(), days[i].told);
	}
	CHECK(look("SELECT count(*) FROM notice") == 6);
	CHECK(says(ask_get("/inbox"), "25/11/2026") && says(ask_get("/inbox"), "Thông báo (1)"));
}

static void
after_days_off_only_the_latest_is_made(void)
{
	lay();
	person("unit_officer", A);
	make_on("2026-11-30", NOW);
	SAME(told(), "report_late2:3");
	CHECK(look("SELECT count(*) FROM notice") == 1);
	/* and what is long over is told no more */
	lay();
	person("unit_officer", A);
	make_on("2027-03-01", NOW);
	SAME(told(), "");
}

static void
who_is_done_is_left_alone(void)
{
	lay();
	as(person("unit_officer", A));
	report_of_a("sent");
	make_on("2026-11-23", NOW);
	SAME(told(), "");
	/* a reminder ends when the report is sent, the same minute */
	lay();
	as(person("unit_officer", A));
	report_of_a("draft");
	make_on("2026-11-23", NOW);
	SAME(told(), "report_soon2:-2");
	SAME(look_text("SELECT path FROM notice"), "/report/9");
	step(61, "send", "sent");
	make_on("2026-11-23", NOW);
	SAME(told(), "");
	CHECK(!says(ask_get("/inbox"), "Sắp đến hạn") && says(ask_get("/inbox?show=all"), "Sắp đến hạn"));
	step(61, "return", "returned");
	make_on("2026-11-25", NOW);
	SAME(told(), "report_returned2: report_due2:0");
}

static void
a_due_date_that_moves_is_told_anew(void)
{
	lay();
	person("unit_officer", A);
	make_on("2026-11-23", NOW);
	scene("UPDATE report_due SET due_date = '2026-11-26'");
	make_on("2026-11-24", NOW);
	SAME(told(), "report_soon2:-2");
	CHECK(look("SELECT count(*) FROM notice WHERE over IS NULL AND due_date = '2026-11-26'") == 1);
	/* a Saturday ends on Monday */
	scene("UPDATE report_due SET due_date = '2026-11-28'");
	make_on("2026-11-28", NOW);
	SAME(look_text("SELECT due_date || stage FROM notice WHERE over IS NULL"), "2026-11-30-2");
}

static void
the_days_are_settings(void)
{
	lay();
	person("unit_officer", A);
	scene("UPDATE setting SET value = '5 x 900 -3' WHERE name = 'remind_before';"
	    "UPDATE setting SET value = '' WHERE name = 'remind_after'");
	make_on("2026-11-18", NOW);
	SAME(told(), "");
	make_on("2026-11-20", NOW);
	SAME(told(), "report_soon2:-5");
	make_on("2026-11-30", NOW);
	SAME(told(), "report_due2:0");
}

static void
signups_and_sheets_are_reminded_of(void)
{
	lay();
	person("unit_officer", A);
	person("unit_officer", A1);
	scene("DELETE FROM report_due; UPDATE plan SET signup_due = '2026-11-22';"
	    "INSERT INTO plan_class (id, plan, seq, anchor, name) VALUES (1, 1, 1, 'I', 'Xã');"
	    "INSERT INTO plan_class_kind VALUES (1, 'commune'), (1, 'village');"
	    "INSERT INTO flow_case (id, flow, unit, state, at) VALUES (82, 'round', 1, 'open', 0);"
	    "INSERT INTO evaluation_round (id, flow_case, plan, unit, name, kind, window_from, window_to,"
	    " base_day, due_date) VALUES (1, 82, 1, 1, 'Chấm năm 2026', 'yearly', '2026-01-01',"
	    " '2026-10-31', '2026-01-01', '2026-11-20');"
	    "INSERT INTO evaluation_item (evaluation_round, plan_class, seq, anchor, text, kind)"
	    " VALUES (1, 1, 1, 'I', 'a', 'judged')");
	make_on("2026-11-20", NOW);
	SAME(look_text("SELECT group_concat(kind || unit || stage, ' ') FROM (SELECT * FROM notice ORDER BY kind, unit)"),
	    "evaluation_due20 evaluation_due40 signup_soon2-7 signup_soon4-7");	/* due on a Sunday: Monday is its last day */
	scene("INSERT INTO flow_case (id, flow, unit, state, at) VALUES (83, 'evaluation', 2, 'draft', 0),"
	    " (84, 'signup', 2, 'draft', 0);"
	    "INSERT INTO signup (id, flow_case, plan, unit, saved) VALUES (1, 84, 1, 2, 0);"
	    "INSERT INTO evaluation (id, flow_case, evaluation_round, plan_class, unit, judged, subject, saved)"
	    " VALUES (1, 83, 1, 1, 2, 2, 'unit', 0)");
	step(83, "send", "sent");
	step(84, "register", "registered");
	make_on("2026-11-20", NOW);
	SAME(told(), "evaluation_due4:0 signup_soon4:-7");
	/* a round that takes no more sheets reminds nobody */
	scene("UPDATE flow_case SET state = 'closed' WHERE id = 82");
	make_on("2026-11-21", NOW);
	CHECK(look("SELECT count(*) FROM notice WHERE over IS NULL AND kind LIKE 'evaluation%'") == 0);
}

static void
an_empty_portal_is_not_done_for_the_day(void)
{
	lay();
	person("unit_officer", A);
	scene("PRAGMA foreign_keys = OFF; CREATE TEMP TABLE kept AS SELECT * FROM unit; DELETE FROM unit");
	CHECK(make_on("2026-11-23", NOW));
	CHECK(look("SELECT count(*) FROM upkeep WHERE name = 'inbox_day'") == 0);
	scene("INSERT INTO unit SELECT * FROM kept; DROP TABLE kept; PRAGMA foreign_keys = ON");
	CHECK(make_on("2026-11-23", NOW));
	SAME(told(), "report_soon2:-2");
}

static void
what_is_old_goes(void)
{
	lay();
	step(51, "issue", "issued");
	make_on("2026-11-20", NOW);
	as(person("unit_officer", A));
	ask_get("/inbox/1");
	make_on("2026-11-21", NOW + 399 * 86400);
	CHECK(look("SELECT count(*) FROM notice WHERE kind = 'plan_sent'") == 2);
	make_on("2026-11-22", NOW + 401 * 86400);
	CHECK(look("SELECT count(*) FROM notice WHERE kind = 'plan_sent'") == 0);
	CHECK(look("SELECT count(*) FROM notice_read") == 0);
}

static void
a_letter_names_all_who_are_late(void)
{
	lay();
	scene("UPDATE report_due SET due_date = '2026-11-10'");
	as(person("specialist", P));
	CHECK(says(ask_get("/inbox/letter"), "/inbox/letter/period/1"));
	CHECK(says(ask_get("/inbox/letter.csv"), "2026-11-10") && ask_get("/inbox/letter.xlsx").status == 200);
	CHECK(says(ask_get("/inbox/letter.json?sort=-late"), "\"late\": 2"));
	CHECK(says(ask_get("/inbox/letter?sort=due"), "aria-sort=\"ascending\""));
	scene("UPDATE unit_name SET name = 'Tỉnh Thử', name_plain = 'tinh thu' WHERE unit = 1");
	struct reply r = ask_get("/inbox/letter/period/1");
	CHECK(says(r, "<b>ỦY BAN NHÂN DÂN</b><b>TỈNH THỬ</b>") && says(r, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"));
	CHECK(says(r, "V/v đôn đốc gửi báo cáo") && says(r, "Thử Lâm, ngày ..... tháng 11 năm 2026"));
	CHECK(says(r, "Xã An") && says(r, "Xã Bình") && says(r, ">10<") && says(r, "còn 2 đơn vị"));
	report_of_a("accepted");
	r = ask_get("/inbox/letter/period/1");
	CHECK(!says(r, "Xã An") && says(r, "Xã Bình"));
	scene("UPDATE flow_case SET state = 'returned' WHERE id = 61");
	CHECK(says(ask_get("/inbox/letter/period/1"), "Bị trả lại, chưa gửi lại"));
	CHECK(ask_get("/inbox/letter/period/2").status == 404);
	CHECK(ask_get("/inbox/letter/plan/1").status == 404);	/* no due date */
	/* of a commune's own lateness no letter is written by itself: none is offered to who
	 * has nobody on the portal below him */
	person("unit_officer", B);
	as(person("specialist", P));
	CHECK(says(ask_get("/inbox"), "href=\"/inbox/letter\""));
	as(person("unit_leader", A));
	CHECK(!says(ask_get("/inbox"), "href=\"/inbox/letter\""));
	CHECK(says(ask_get("/inbox/letter.json"), "\"total\": 0"));
	CHECK(ask_get("/inbox/letter/period/1").status == 404);
	CHECK(!says(ask_get("/inbox/letter"), "/inbox/letter/period/1"));
	as(person("specialist", B));
	CHECK(ask_get("/inbox/letter/period/1").status == 404);
	as(person("clerk", P));
	CHECK(ask_get("/inbox/letter/period/1").status == 403);
}

static void
on_the_last_day_nobody_is_late(void)
{
	lay();
	scene("UPDATE report_due SET due_date = '2026-11-20'");
	as(person("specialist", P));
	CHECK(ask_get("/inbox/letter/period/1").status == 404);
	scene("UPDATE report_due SET due_date = '2026-11-19'");
	CHECK(ask_get("/inbox/letter/period/1").status == 200);
}

static void
a_letter_for_signups_waits_for_those_who_could(void)
{
	lay();
	scene("UPDATE plan SET signup_due = '2026-11-10'");
	person("unit_officer", A);
	as(person("specialist", P));
	struct reply r = ask_get("/inbox/letter/plan/1");
	CHECK(says(r, "V/v đôn đốc đăng ký tham gia") && says(r, "Xã An") && !says(r, "Xã Bình"));
}

/* P asks A and B for plans of their own by the 10th. */
static void
a_plan_of_ones_own_is_reminded_of_until_it_stands(void)
{
	lay();
	scene("DELETE FROM report_due; INSERT INTO plan_call (plan, due_date) VALUES (1, '2026-11-10');"
	    "INSERT INTO plan_call_unit VALUES (1, 2), (1, 3);"
	    "INSERT INTO flow_case (id, flow, unit, state, at) VALUES (52, 'plan', 2, 'draft', 0);"
	    "INSERT INTO plan (id, flow_case, unit, subject) VALUES (2, 52, 2, 'Của xã An'); INSERT INTO plan_above VALUES (2, 1, 1)");
	person("unit_officer", A);
	person("specialist", B);		/* has no officer: nobody would read it */
	make_on("2026-11-20", NOW);
	SAME(told(), "plan_late2:7");
	as(person("specialist", P));
	struct reply r = ask_get("/inbox/letter/own/1");
	CHECK(says(r, "V/v đôn đốc ban hành kế hoạch của đơn vị") && says(r, "Xã An") && says(r, "Xã Bình"));
	CHECK(says(ask_get("/inbox/letter"), "href=\"/inbox/letter/own/1\""));
	step(52, "issue", "issued");
	make_on("2026-11-20", NOW + 60);	/* over within the minute */
	CHECK(look("SELECT count(*) FROM notice WHERE kind = 'plan_late' AND over IS NULL") == 0);
	r = ask_get("/inbox/letter/own/1");
	CHECK(!says(r, "Xã An") && says(r, "Xã Bình"));
	/* recalled from tomorrow on, and from today */
	scene("INSERT INTO flow_case (id, flow, unit, state, at) VALUES (53, 'plan', 2, 'issued', 0);"
	    "INSERT INTO plan (id, flow_case, unit, number, date, subject) VALUES (3, 53, 2, '09/KH-UBND', '2026-11-18', 'Thu hồi');"
	    "INSERT INTO plan_change VALUES (3, 2, 'recall', '2026-11-21'); DELETE FROM notice");
	scene("DELETE FROM upkeep WHERE name = 'inbox_day'");
	make_on("2026-11-20", NOW + 120);
	CHECK(look("SELECT count(*) FROM notice WHERE kind = 'plan_late' AND over IS NULL") == 0);
	r = ask_get("/inbox/letter/own/1");
	CHECK(!says(r, "Xã An") && says(r, "Xã Bình"));
	scene("UPDATE plan_change SET holds = '2026-11-20'; DELETE FROM upkeep WHERE name = 'inbox_day'");
	make_on("2026-11-20", NOW + 180);
	CHECK(look("SELECT count(*) FROM notice WHERE kind = 'plan_late' AND over IS NULL") == 1);
	CHECK(says(ask_get("/inbox/letter/own/1"), "Xã An"));
	as(person("specialist", A));
	CHECK(ask_get("/inbox/letter/own/1").status == 404);
	as(person("unit_officer", B));
	CHECK(ask_get("/inbox/letter/own/1").status == 403);
	scene("UPDATE plan_call SET due_date = due_date; DELETE FROM plan_call; INSERT INTO plan_call (plan, due_date) VALUES (1, '2026-11-20')");
	as(person("specialist", P));
	CHECK(ask_get("/inbox/letter/own/1").status == 404);	/* today is in time */
}

/* A Sunday, and so Monday 23/11; told to P's own specialist, not to others'. */
static void
a_date_of_a_plan_is_reminded_of_until_it_is_done(void)
{
	lay();
	scene("DELETE FROM report_due; INSERT INTO plan_date (id, plan, kind, day) VALUES (7, 1, 'midterm', '2026-11-22')");
	make_on("2026-11-20", NOW);
	SAME(told(), "");			/* nobody keeps it */
	int64_t keeper = person("specialist", P);
	person("specialist", A);
	scene("DELETE FROM upkeep WHERE name = 'inbox_day'");
	make_on("2026-11-20", NOW);
	SAME(told(), "date_soon1:-7");
	as(keeper);
	struct reply r = ask_get("/inbox");
	CHECK(says(r, "Sắp đến mốc của kế hoạch") && says(r, "Sơ kết, 07/KH-UBND Giúp hộ nghèo"));
	as(person("specialist", A));
	CHECK(!says(ask_get("/inbox?show=all"), "mốc của kế hoạch"));
	make_on("2026-11-24", NOW + 4 * 86400);
	SAME(told(), "date_late1:1");
	scene("UPDATE plan_date SET done = '2026-11-24'");
	make_on("2026-11-25", NOW + 5 * 86400);
	SAME(told(), "");
}

/* A round of P, due on the 10th, that judges communes and villages. */
static void
a_round_is_late(void)
{
	scene("DELETE FROM report_due;"
	    "INSERT INTO plan_class (id, plan, seq, anchor, name) VALUES (1, 1, 1, 'I', 'Xã');"
	    "INSERT INTO plan_class_kind VALUES (1, 'commune');"
	    "INSERT INTO flow_case (id, flow, unit, state, at) VALUES (82, 'round', 1, 'open', 0);"
	    "INSERT INTO evaluation_round (id, flow_case, plan, unit, name, kind, window_from, window_to,"
	    " base_day, due_date) VALUES (1, 82, 1, 1, 'Chấm năm 2026', 'yearly', '2026-01-01',"
	    " '2026-10-31', '2026-01-01', '2026-11-10');"
	    "INSERT INTO evaluation_item (evaluation_round, plan_class, seq, anchor, text, kind)"
	    " VALUES (1, 1, 1, 'I', 'a', 'judged')");
}

static void
a_letter_names_all_whose_sheets_are_late(void)
{
	lay();
	a_round_is_late();
	as(person("specialist", P));
	struct reply r = ask_get("/inbox/letter");
	CHECK(says(r, "/inbox/letter/round/1") && says(r, "Phiếu chấm điểm"));
	r = ask_get("/inbox/letter/round/1");
	CHECK(says(r, "V/v đôn đốc gửi phiếu chấm điểm thi đua") && says(r, "Chấm năm 2026"));
	CHECK(says(r, "Xã An") && says(r, "Xã Bình") && says(r, ">10<") && says(r, "còn 2 đơn vị"));
	CHECK(!says(r, "gửi báo cáo") && !says(r, "đăng ký tham gia"));
	/* who has sent is not named; who got it back is; a unit that owes two sheets once */
	scene("INSERT INTO flow_case (id, flow, unit, state, at) VALUES (83, 'evaluation', 2, 'sent', 0),"
	    " (84, 'evaluation', 3, 'draft', 0);"
	    "INSERT INTO evaluation (id, flow_case, evaluation_round, plan_class, unit, judged, subject, name, saved)"
	    " VALUES (1, 83, 1, 1, 2, 2, 'unit', '', 0), (2, 84, 1, 1, 3, NULL, 'household', 'Hộ Một', 0)");
	r = ask_get("/inbox/letter/round/1");
	CHECK(!says(r, "Xã An") && says(r, "Xã Bình") && says(r, "còn 1 đơn vị"));
	scene("UPDATE flow_case SET state = 'returned' WHERE id = 83");
	r = ask_get("/inbox/letter/round/1");
	CHECK(says(r, "Xã An") && says(r, "Bị trả lại, chưa gửi lại"));
	/* no other's, no period's and no plan's number opens it */
	CHECK(ask_get("/inbox/letter/round/2").status == 404);
	CHECK(ask_get("/inbox/letter/period/1").status == 404);
	as(person("specialist", B));
	CHECK(ask_get("/inbox/letter/round/1").status == 404);
	as(person("unit_leader", P));
	CHECK(ask_get("/inbox/letter/round/1").status == 403);
	/* on its last day nobody is late; a round that is closed takes no sheet */
	as(person("specialist", P));
	scene("UPDATE evaluation_round SET due_date = '2026-11-20'");
	CHECK(ask_get("/inbox/letter/round/1").status == 404);
	CHECK(!says(ask_get("/inbox/letter"), "/inbox/letter/round/1"));
	scene("UPDATE evaluation_round SET due_date = '2026-11-19'");
	CHECK(ask_get("/inbox/letter/round/1").status == 200);
	scene("UPDATE flow_case SET state = 'closed' WHERE id = 82");
	CHECK(ask_get("/inbox/letter/round/1").status == 404);
}

/* What binds until 31/12/2025 asks nobody to sign up in 2026. */
static void
a_plan_that_has_ended_wants_no_sign_up(void)
{
	lay();
	person("unit_officer", A);
	scene("UPDATE plan SET signup_due = '2026-11-22', date = '2025-10-05', period_to = '2026-11-21'");
	make_on("2026-11-20", NOW);
	SAME(look_text("SELECT group_concat(kind || unit || stage, ' ') FROM notice WHERE kind LIKE 'signup%'"),
	    "signup_soon2-7");	/* its last day is Monday */
	/* the reminder ends with its plan, and no letter is written of it */
	make_on("2026-11-22", NOW + 2 * 86400);
	CHECK(look("SELECT count(*) FROM notice WHERE kind LIKE 'signup%' AND over IS NULL") == 0);
	scene("UPDATE plan SET signup_due = '2026-11-10', period_to = '2025'");
	as(person("specialist", P));
	CHECK(ask_get("/inbox/letter/plan/1").status == 404);
	scene("UPDATE plan SET period_to = '2026'");
	CHECK(ask_get("/inbox/letter/plan/1").status == 200);
}

/* The key in what was shown, once. */
static const char *
new_link(int64_t unit)
{
	struct reply r = ask_post("/inbox/link", mem_printf(scene_mem(), "unit=%lld", (long long)unit));
	const char *at = r.body ? strstr(r.body, "unit.ics?key=") : NULL;

	CHECK(r.status == 200 && at);
	return at ? mem_copy(scene_mem(), at + 13, 64) : "";
}

static struct reply
by_key(const char *ending, const char *key)
{
	return ask_get(mem_printf(scene_mem(), "/inbox/unit.%s?key=%s", ending, key));
}

static void
a_link_is_private_and_revocable(void)
{
	lay();
	int64_t officer = person("unit_officer", A);
	as(officer);
	const char *key = new_link(A);
	CHECK(look("SELECT count(*) FROM feed_link WHERE account = 1 AND unit = 2") == 1);
	CHECK(look(mem_printf(scene_mem(), "SELECT count(*) FROM feed_link WHERE token LIKE '%%%s%%'", key)) == 0);
	CHECK(!says(ask_get("/inbox/link"), key));
	as(0);
	struct reply r = by_key("ics", key);
	CHECK(r.status == 200 && strstr(r.head, "no-store") && strstr(r.head, "text/calendar"));
	CHECK(strstr(by_key("atom", key).head, "no-store"));
	/* unknown, empty, none */
	CHECK(by_key("ics", "00").status == 404 && by_key("atom", "").status == 404);
	CHECK(ask_get("/inbox/unit.ics").status == 404);
	/* somebody else cannot end it */
	as(person("unit_leader", A));
	CHECK(ask_post("/inbox/link/1/revoke", "").status == 404);
	CHECK(!says(ask_get("/inbox/link"), "/inbox/link/1/revoke"));
	as(officer);
	CHECK(ask_post("/inbox/link/1/revoke", "").status == 303);
	CHECK(ask_post("/inbox/link/1/revoke", "").status == 404);
	CHECK(by_key("ics", key).status == 404 && by_key("atom", key).status == 404);
}

static void
a_link_ends_with_the_mandate_and_the_account(void)
{
	lay();
	as(person("unit_officer", A));
	const char *key = new_link(A);
	scene("UPDATE mandate SET valid_to = '2026-11-20'");
	CHECK(by_key("ics", key).status == 200);
	at(NOW + 86400);
	CHECK(by_key("ics", key).status == 404 && by_key("atom", key).status == 404);
	scene("UPDATE mandate SET valid_to = '9999-12-31'");
	CHECK(by_key("ics", key).status == 200);
	scene("UPDATE account SET disabled = 1");
	CHECK(by_key("ics", key).status == 404);
}

static void
links_are_made_where_one_stands_and_not_too_many(void)
{
	lay();
	as(person("specialist", P));
	CHECK(ask_post("/inbox/link", "unit=2").status == 422);	/* below, but not his own */
	CHECK(ask_post("/inbox/link", "unit=x").status == 422 && ask_post("/inbox/link", "").status == 422);
	for (int i = 0; i < 5; i++)
		new_link(P);
	CHECK(ask_post("/inbox/link", "unit=1").status == 422);
	CHECK(look("SELECT count(*) FROM feed_link") == 5);
	as(person("", 0));
	CHECK(says(ask_get("/inbox/link"), "chưa được giao vai trò"));
	CHECK(ask_post("/inbox/link", "unit=1").status == 422);
}

static void XMLCALL
count_entry(void *n, const XML_Char *name, const XML_Char **atts)
{
	(void)atts;
	*(int *)n += !strcmp(name, "entry");
}

/* How many entries; -1 if it is not well-formed. */
static int
entries(struct reply r)
{
	int n = 0;
	XML_Parser p = XML_ParserCreate(NULL);

	XML_SetUserData(p, &n);
	XML_SetElementHandler(p, count_entry, NULL);
	bool ok = XML_Parse(p, r.body, (int)r.length, 1) == XML_STATUS_OK;
	XML_ParserFree(p);
	return ok ? n : -1;
}

static void
issued_plans_are_a_public_feed(void)
{
	lay();
	scene("INSERT INTO flow_case (id, flow, unit, state, at) VALUES (52, 'plan', 1, 'approved', 0);"
	    "INSERT INTO plan (id, flow_case, unit, subject) VALUES (2, 52, 1, 'Chưa ban hành')");
	struct reply r = ask_get("/inbox/plan.atom");
	CHECK(r.status == 200 && strstr(r.head, "s-maxage=2") && strstr(r.head, "application/atom+xml"));
	CHECK(entries(r) == 1 && says(r, "Giúp hộ nghèo &lt;&amp;&gt;") && says(r, "href=\"/plan/1\""));
	CHECK(!says(r, "Chưa ban hành"));
	const char *id = strstr(r.body, "<entry>");
	id = mem_copy(scene_mem(), strstr(id, "urn:uuid:"), 45);
	scene("UPDATE plan SET subject = 'Tên ' || char(1) || 'khác'; UPDATE setting SET value = 'X' WHERE name = 'office'");
	r = ask_get("/inbox/plan.atom");
	CHECK(entries(r) == 1 && says(r, id) && says(r, "Tên khác"));
	scene("UPDATE flow_case SET state = 'draft'");
	CHECK(entries(ask_get("/inbox/plan.atom")) == 0);
}

static void
a_units_feed_holds_what_its_person_may_read(void)
{
	lay();
	step(51, "issue", "issued");
	report_of_a("signing");
	step(61, "back", "returned");
	make_on("2026-11-20", NOW);
	as(person("unit_leader", A));
	const char *leader = new_link(A);
	as(person("auditor", A));
	const char *auditor = new_link(A);
	as(0);
	struct reply r = by_key("atom", leader);
	CHECK(entries(r) == 1 && says(r, "Kế hoạch mới gửi đến") && !says(r, "Lãnh đạo trả lại"));
	CHECK(entries(by_key("atom", auditor)) == 0);
	CHECK(!strstr(by_key("ics", auditor).body, "VEVENT"));
}

/* Lines of at most 75 octets that are UTF-8 each; unfolded, or NULL. */
static const char *
unfolded(struct reply r)
{
	const char *at = r.body, *all = "";

	for (const char *end; *at; at = end + 2) {
		if (!(end = strstr(at, "\r\n")) || end - at > 75)
			return NULL;
		const char *line = mem_copy(scene_mem(), at, (size_t)(end - at));
		if (text_length(line) < 0 || strpbrk(line, "\r\n"))
			return NULL;
		all = mem_printf(scene_mem(), "%s%s%s", all, *line == ' ' ? "" : "\n",
		    line + (*line == ' '));
	}
	return all;
}

static void
due_dates_are_a_calendar(void)
{
	lay();
	scene("UPDATE report_form SET name = 'Báo cáo kết quả thực hiện phong trào thi đua; dòng một,"
	    " dòng hai \\ và mọi điều rất dài để phải gập lại nhiều lần ở giữa các chữ có dấu'");
	as(person("unit_officer", A));
	const char *key = new_link(A);
	as(0);
	struct ask a = ask_of("GET", "/inbox/unit.ics", "");
	a.query = mem_printf(scene_mem(), "key=%s", key);
	a.host = "thidua.thu.vn";
	struct reply r = ask_raw(a);
	const char *text = unfolded(r);
	CHECK(text != NULL);
	text = text ? text : "";
	CHECK(!strncmp(text, "\nBEGIN:VCALENDAR\nVERSION:2.0\n", 29) && strstr(text, "\nEND:VCALENDAR"));
	CHECK(strstr(text, "\nDTSTART;VALUE=DATE:20261125\nDTEND;VALUE=DATE:20261126\n"));
	CHECK(strstr(text, "thi đua\\; dòng một\\, dòng hai \\\\ và mọi"));
	CHECK(strstr(text, "\nURL:http://thidua.thu.vn/report/period/1/unit/2\n"));
	CHECK(strstr(text, "\nDTSTAMP:20261120T030000Z\n"));
	const char *uid = mem_printf(scene_mem(), "\nUID:report-1-2@%s\n",
	    look_text("SELECT value FROM setting WHERE name = 'feed_id'"));
	CHECK(strstr(text, uid));
	CHECK(!strstr(text, "Xã Bình"));
	/* done, it stays where it was and says so */
	report_of_a("sent");
	text = unfolded(by_key("ics", key));
	CHECK(text && strstr(text, "\nSUMMARY:Đã xong: Gửi báo cáo") && strstr(text, uid));
	/* long past, it goes */
	scene("UPDATE report_due SET due_date = '2026-08-01'");
	CHECK(!strstr(by_key("ics", key).body, "VEVENT"));
}

/* A letter names the units that have not done a task, as any other. */
static void
a_letter_names_all_who_owe_a_task(void)
{
	lay();
	scene("DELETE FROM report_due;"
	    "INSERT INTO flow_case (id, flow, unit, state, at) VALUES (85, 'task', 2, 'received', 0), (86, 'task', 3, 'returned', 0);"
	    "INSERT INTO task (id, plan, anchor, text, text_plain, due_date, day, at) VALUES"
	    " (1, 1, 'V.1~2', 'Giúp hộ ông Lò Văn Ó', 'a', '2026-11-15', '2026-11-01', 0);"	/* a Sunday */
	    "INSERT INTO task_unit (id, task, unit, flow_case) VALUES (5, 1, 2, 85), (6, 1, 3, 86)");
	as(person("specialist", P));
	struct reply r = ask_get("/inbox/letter");
	CHECK(says(r, "/inbox/letter/task/1") && says(r, ">Nhiệm vụ<"));
	CHECK(says(ask_get("/inbox/letter.csv"), "2026-11-16"));
	r = ask_get("/inbox/letter/task/1");
	CHECK(says(r, "V/v đôn đốc thực hiện nhiệm vụ được giao") && says(r, "(V.1, ý 2)") && says(r, "còn 2 đơn vị"));
	CHECK(says(r, "Xã An") && says(r, "Xã Bình") && says(r, "Bị trả lại, chưa gửi lại"));
	CHECK(!says(r, "Lò Văn") && !says(r, "gửi báo cáo") && !says(r, "phiếu chấm"));
	/* who has sent is not named; what is withdrawn is not asked for */
	scene("UPDATE flow_case SET state = 'sent' WHERE id = 85");
	r = ask_get("/inbox/letter/task/1");
	CHECK(!says(r, "Xã An") && says(r, "Xã Bình"));
	/* no other's number opens it, nor another's mandate, nor one who does not follow */
	CHECK(ask_get("/inbox/letter/task/2").status == 404 && ask_get("/inbox/letter/round/1").status == 404);
	as(person("specialist", B));
	CHECK(ask_get("/inbox/letter/task/1").status == 404);
	as(person("unit_leader", P));
	CHECK(ask_get("/inbox/letter/task/1").status == 403);
	as(person("specialist", P));
	scene("UPDATE flow_case SET state = 'withdrawn' WHERE id = 86");
	CHECK(ask_get("/inbox/letter/task/1").status == 404);
	/* put off, nobody is late any more */
	scene("UPDATE flow_case SET state = 'received' WHERE id = 86");
	CHECK(ask_get("/inbox/letter/task/1").status == 200);
	scene("UPDATE task SET due_date = '2026-11-20'");
	CHECK(ask_get("/inbox/letter/task/1").status == 404);
}

/* Due on Sunday 15/11, Monday 16/11 is a holiday: Tuesday is the last day of all of it, in
 * notices, in letters and in the calendar. */
static void
a_day_off_puts_off_what_is_told(void)
{
	lay();
	a_round_is_late();
	scene("INSERT INTO holiday (day, off, name, document) VALUES ('2026-11-16', 1, 'Nghỉ thử', 'x');"
	    "UPDATE plan SET signup_due = '2026-11-15'; UPDATE evaluation_round SET due_date = '2026-11-15'");
	as(person("unit_officer", A));
	const char *key = new_link(A);
	struct reply r = by_key("ics", key);
	CHECK(strstr(r.body, "DTSTART;VALUE=DATE:20261117") && !strstr(r.body, "VALUE=DATE:20261115"));
	make_on("2026-11-17", NOW - 3 * 86400);
	SAME(told(), "evaluation_due2:0 signup_due2:0");
	SAME(look_text("SELECT DISTINCT due_date FROM notice"), "2026-11-17");
	as(person("specialist", P));
	at(NOW - 3 * 86400);
	CHECK(ask_get("/inbox/letter/plan/1").status == 404 && ask_get("/inbox/letter/round/1").status == 404);
	at(NOW - 2 * 86400);
	r = ask_get("/inbox/letter/plan/1");
	CHECK(r.status == 200 && says(r, "17/11/2026") && says(r, "data-l=\"Số ngày trễ\">1<"));
	r = ask_get("/inbox/letter/round/1");
	CHECK(r.status == 200 && says(r, "17/11/2026") && says(r, "data-l=\"Số ngày trễ\">1<"));
	CHECK(says(ask_get("/inbox/letter.csv"), "2026-11-17"));
	make_on("2026-11-18", NOW - 2 * 86400);
	SAME(told(), "evaluation_late2:1 signup_late2:1");
	/* Without the holiday Monday was the last day: it is told anew, and the old one is over. */
	scene("DELETE FROM holiday WHERE name = 'Nghỉ thử'");
	SAME(look_text("SELECT group_concat(last_day) FROM holiday_due WHERE day = '2026-11-15'"), "2026-11-16");
	make_on("2026-11-19", NOW - 1 * 86400);
	SAME(told(), "evaluation_late2:3 signup_late2:3");
	at(NOW);
}

/* Of its words a notice says none: they may name a person. */
static void
tasks_are_told_and_reminded_of(void)
{
	lay();
	int64_t officer = person("unit_officer", A);
	as(officer);
	const char *key = new_link(A);
	scene("DELETE FROM report_due;"
	    "INSERT INTO flow_case (id, flow, unit, state, at) VALUES (85, 'task', 2, 'new', 0), (86, 'task', 3, 'new', 0);"
	    "INSERT INTO task (id, plan, anchor, text, text_plain, due_date, day, at) VALUES"
	    " (1, 1, 'V.1~2', 'Giúp hộ ông Lò Văn Ó', 'a', '2026-11-28', '2026-11-20', 0);"	/* a Saturday */
	    "INSERT INTO task_unit (id, task, unit, flow_case) VALUES (5, 1, 2, 85), (6, 1, 3, 86)");
	step(85, "give", "given");
	step(86, "give", "given");
	make_on("2026-11-20", NOW);
	SAME(told(), "task_given2: task_given3:");
	struct reply r = ask_get("/inbox");
	CHECK(says(r, "Nhiệm vụ mới được giao") && says(r, "(V.1, ý 2)") && !says(r, "Lò Văn"));
	SAME(look_text("SELECT path FROM notice WHERE unit = 2"), "/task/unit/5");
	make_on("2026-11-28", NOW + 8 * 86400);
	SAME(told(), "task_given2: task_given3: task_soon2:-2");	/* Monday is the last day */
	make_on("2026-12-01", NOW + 11 * 86400);
	SAME(told(), "task_given2: task_given3: task_late2:1");
	as(0);
	r = by_key("ics", key);
	CHECK(strstr(r.body, "DTSTART;VALUE=DATE:20261130") && strstr(r.body, "SUMMARY:Nhiệm vụ: "));
	CHECK(!strstr(r.body, "Lò"));
	step(85, "send", "sent");		/* who is done is not reminded */
	make_on("2026-12-01", NOW + 11 * 86400);
	SAME(told(), "task_given2: task_given3:");
	make_on("2026-12-03", NOW + 13 * 86400);
	SAME(told(), "task_given2: task_given3:");
	step(85, "return", "returned");
	make_on("2026-12-07", NOW + 17 * 86400);
	SAME(told(), "task_given2: task_given3: task_returned2: task_late2:7");
	/* put off: it is told, and nobody is late */
	scene("UPDATE task SET due_date = '2026-12-20'");
	step(85, "extend", "returned");
	make_on("2026-12-07", NOW + 17 * 86400);
	SAME(told(), "task_given2: task_given3: task_returned2: task_extended2:");
	step(85, "withdraw", "withdrawn");
	make_on("2026-12-07", NOW + 17 * 86400);
	SAME(told(), "task_given2: task_given3: task_returned2: task_extended2: task_withdrawn2:");
	as(0);
	CHECK(!strstr(by_key("ics", key).body, "Nhiệm vụ: "));
	as(person("unit_officer", A1));
	CHECK(!says(ask_get("/inbox"), "nhiệm vụ"));
}

/* A conclusion of P for A and B, due on Saturday 28/11/2026; its cases are 85 and 86. */
static void
lay_conclusion(const char *due, const char *of_a, const char *of_b)
{
	lay();
	scene("DELETE FROM report_due");
	scene(mem_printf(scene_mem(),
	    "INSERT INTO flow_case (id, flow, unit, state, at) VALUES (84, 'document', 1, 'sent', 0),"
	    " (85, 'document_answer', 2, '%s', 0), (86, 'document_answer', 3, '%s', 0);"
	    "INSERT INTO document (id, flow_case, unit, kind, number, date, subject, text, due_date) VALUES"
	    " (1, 84, 1, 'conclusion', '03/KL', '2026-11-02', 'Rà soát hộ nghèo', 'Hộ ông Lò Văn Ó', '%s');"
	    "INSERT INTO document_answer (id, document, unit, flow_case, answer) VALUES"
	    " (5, 1, 2, 85, 'Ông Lò Văn Ó'), (6, 1, 3, 86, '')", of_a, of_b, due));
}

/* Number and subject are told, of its text and of the answer's no word. */
static void
documents_are_told_and_reminded_of(void)
{
	lay_conclusion("2026-11-28", "new", "new");
	as(person("unit_officer", A));
	const char *key = new_link(A);
	step(85, "ask", "waiting");
	step(86, "ask", "waiting");
	make_on("2026-11-20", NOW);
	SAME(told(), "document_asked2: document_asked3:");
	struct reply r = ask_get("/inbox");
	CHECK(says(r, "Kiến nghị, kết luận cần trả lời") && says(r, "03/KL Rà soát hộ nghèo") && !says(r, "Lò Văn"));
	SAME(look_text("SELECT path FROM notice WHERE unit = 2"), "/document/answer/5");
	make_on("2026-11-28", NOW + 8 * 86400);
	SAME(told(), "document_asked2: document_asked3: document_soon2:-2");	/* Monday is the last day */
	make_on("2026-12-01", NOW + 11 * 86400);
	SAME(told(), "document_asked2: document_asked3: document_late2:1");
	as(0);
	r = by_key("ics", key);
	CHECK(strstr(r.body, "DTSTART;VALUE=DATE:20261130") && strstr(unfolded(r),
	    "SUMMARY:Trả lời kiến nghị\\, kết luận: 03/KL"));
	CHECK(!strstr(r.body, "Lò"));
	CHECK(strstr(by_key("atom", key).body, "Quá hạn trả lời: 03/KL"));
	/* a return by the leader is for who writes, not for him */
	step(85, "submit", "signing");
	step(85, "back", "returned");
	make_on("2026-12-01", NOW + 11 * 86400);
	SAME(told(), "document_asked2: document_asked3: document_late2:1 document_answer_back2:");
	as(person("unit_officer", A));
	CHECK(says(ask_get("/inbox"), "Lãnh đạo trả lại trả lời để sửa"));
	as(person("specialist", P));		/* whose the conclusion is is not asked */
	CHECK(!says(ask_get("/inbox"), "03/KL"));
	step(85, "reply", "answered");		/* who has answered is not reminded */
	make_on("2026-12-03", NOW + 13 * 86400);
	SAME(told(), "document_asked2: document_asked3: document_answer_back2:");
	step(85, "return", "returned");
	make_on("2026-12-07", NOW + 17 * 86400);
	SAME(told(), "document_asked2: document_asked3: document_answer_back2: document_returned2: document_late2:7");
	/* put off, nobody is late */
	scene("UPDATE document SET due_date = '2026-12-20'");
	step(85, "extend", "returned");
	make_on("2026-12-07", NOW + 17 * 86400);
	SAME(told(), "document_asked2: document_asked3: document_answer_back2: document_returned2: document_extended2:");
	step(85, "withdraw", "withdrawn");
	step(86, "reply", "answered");
	step(86, "accept", "accepted");
	make_on("2026-12-07", NOW + 17 * 86400);
	SAME(look_text("SELECT group_concat(kind || unit, ' ') FROM (SELECT kind, unit FROM notice ORDER BY id DESC LIMIT 2)"),
	    "document_accepted3 document_withdrawn2");
	as(0);
	CHECK(!strstr(by_key("ics", key).body, "SUMMARY:Trả lời"));
	as(person("unit_officer", A1));
	CHECK(!says(ask_get("/inbox?show=all"), "03/KL"));
}

static void
a_letter_names_all_who_owe_an_answer(void)
{
	lay_conclusion("2026-11-15", "waiting", "returned");	/* a Sunday */
	as(person("specialist", P));
	struct reply r = ask_get("/inbox/letter");
	CHECK(says(r, "/inbox/letter/document/1") && says(r, ">Trả lời kiến nghị, kết luận<"));
	CHECK(says(ask_get("/inbox/letter.csv"), "2026-11-16"));
	r = ask_get("/inbox/letter/document/1");
	CHECK(says(r, "V/v đôn đốc trả lời kiến nghị, kết luận") && says(r, "03/KL Rà soát hộ nghèo") && says(r, "còn 2 đơn vị"));
	CHECK(says(r, "Xã An") && says(r, "Xã Bình") && says(r, "Bị trả lại, chưa gửi lại"));
	CHECK(!says(r, "Lò Văn") && !says(r, "nhiệm vụ") && !says(r, "phiếu chấm"));
	scene("UPDATE flow_case SET state = 'answered', unit = 1 WHERE id = 85");
	r = ask_get("/inbox/letter/document/1");
	CHECK(!says(r, "Xã An") && says(r, "Xã Bình"));
	CHECK(ask_get("/inbox/letter/document/2").status == 404 && ask_get("/inbox/letter/task/1").status == 404);
	as(person("specialist", B));
	CHECK(ask_get("/inbox/letter/document/1").status == 404);
	as(person("unit_leader", P));
	CHECK(ask_get("/inbox/letter/document/1").status == 403);
	as(person("specialist", P));
	scene("UPDATE flow_case SET state = 'withdrawn' WHERE id = 86");
	CHECK(ask_get("/inbox/letter/document/1").status == 404);
	/* put off, nobody is late any more */
	scene("UPDATE flow_case SET state = 'waiting' WHERE id = 86");
	CHECK(ask_get("/inbox/letter/document/1").status == 200);
	scene("UPDATE document SET due_date = '2026-11-20'");
	CHECK(ask_get("/inbox/letter/document/1").status == 404);
}

int
main(void)
{
	tasks_are_told_and_reminded_of();
	documents_are_told_and_reminded_of();
	a_letter_names_all_who_owe_an_answer();
	a_plan_sent_is_told_to_each_unit_once();
	steps_from_before_are_old_news();
	one_reads_it_and_it_is_read_for_him_alone();
	a_notice_to_one_person_is_his();
	all_that_was_shown_is_marked_and_no_more();
	what_is_returned_is_told_to_whom_it_concerns();
	awards_are_told_without_names();
	signups_evaluations_and_feedback_are_told();
	reminders_come_before_on_and_after();
	after_days_off_only_the_latest_is_made();
	who_is_done_is_left_alone();
	a_due_date_that_moves_is_told_anew();
	the_days_are_settings();
	signups_and_sheets_are_reminded_of();
	an_empty_portal_is_not_done_for_the_day();
	what_is_old_goes();
	a_letter_names_all_who_are_late();
	on_the_last_day_nobody_is_late();
	a_letter_for_signups_waits_for_those_who_could();
	a_plan_of_ones_own_is_reminded_of_until_it_stands();
	a_date_of_a_plan_is_reminded_of_until_it_is_done();
	a_letter_names_all_whose_sheets_are_late();
	a_letter_names_all_who_owe_a_task();
	a_day_off_puts_off_what_is_told();
	a_plan_that_has_ended_wants_no_sign_up();
	a_link_is_private_and_revocable();
	a_link_ends_with_the_mandate_and_the_account();
	links_are_made_where_one_stands_and_not_too_many();
	issued_plans_are_a_public_feed();
	a_units_feed_holds_what_its_person_may_read();
	due_dates_are_a_calendar();
	return done();
}
