/* home_test.c - the front page, what waits for whom, the language, health. */

#include "tests/scene.h"

#include "cgi-bin/lib/reply.h"
#include "db/home_board.h"

/* A plan of the province in force, sent to communes A and B, with a class for them. */
static const char plan[] =
	"INSERT INTO flow_case (id, flow, unit, state, author, at) VALUES (1, 'plan', 1, 'issued', NULL, 0);"
	"INSERT INTO plan (id, flow_case, unit, number, date, issuer, subject, signup_due)"
	" VALUES (1, 1, 1, '07/KH-UBND', '2026-01-05', 'UBND tỉnh', 'Giúp hộ nghèo', '2026-11-18');"
	"UPDATE plan SET signup_due = signup_due;"
	"INSERT INTO plan_recipient (id, plan, seq, text, purpose) VALUES (1, 1, 1, 'Các xã', 'act');"
	"INSERT INTO plan_delivery (plan, unit, recipient, sent) VALUES (1, 2, 1, 5), (1, 3, 1, 5);"
	"INSERT INTO plan_class (id, plan, seq, anchor, name) VALUES (1, 1, 1, 'II.1', 'các xã');"
	"INSERT INTO plan_class_kind VALUES (1, 'commune');";

static const char period[] =
	"INSERT INTO report_form (id, unit, name, kind) VALUES (1, 1, 'Báo cáo quý', 'periodic');"
	"INSERT INTO report_period (id, report_form, name, window_from, window_to, opens)"
	" VALUES (1, 1, 'quý III/2026', '2026-06-15', '2026-09-14', '2026-09-10'),"
	" (2, 1, 'quý IV/2026', '2026-09-15', '2026-12-14', '2026-12-10');"
	"INSERT INTO report_due (report_period, kind, due_date) VALUES (1, 'commune', '2026-11-15'), (2, 'commune', '2026-12-18');";

static void
signed_out_sees_what_stands(void)
{
	fresh();
	struct reply r = ask_get("/");
	CHECK(r.status == 200);
	CHECK(says(r, "Chưa có kế hoạch nào"));
	scene(plan);
	scene("INSERT INTO flow_case (id, flow, unit, state, at) VALUES (2, 'plan', 1, 'draft', 0);"
	    "INSERT INTO plan (id, flow_case, unit, subject) VALUES (2, 2, 1, 'Bản nháp kín')");
	r = ask_get("/");
	CHECK(says(r, "Giúp hộ nghèo"));
	CHECK(!says(r, "Bản nháp kín"));
	CHECK(!says(r, "Việc của tôi"));
}

static void
an_officer_sees_his_units_work_late_first(void)
{
	fresh();
	as(person("unit_officer", A));
	CHECK(says(ask_get("/"), "Không có việc nào chờ bạn"));
	scene(plan);
	scene(period);
	struct reply r = ask_get("/");
	CHECK(says(r, "Ký nhận kế hoạch 07/KH-UBND"));
	CHECK(says(r, "quá hạn 4 ngày"));	/* due on a Sunday, and so on the Monday after */
	CHECK(says(r, "quá hạn 2 ngày"));
	CHECK(strstr(r.body, "Báo cáo quý, quý III/2026") < strstr(r.body, "Đăng ký tham gia"));
	CHECK(strstr(r.body, "Đăng ký tham gia") < strstr(r.body, "Ký nhận kế hoạch"));
	CHECK(!says(r, "quý IV/2026"));
	CHECK(says(r, "href=\"/signup/plan/1/unit/2\""));
	CHECK(says(r, "Xã An") && !says(r, "Xã Bình"));
	/* nobody signs up to a plan whose period is over: its last day still binds */
	scene("UPDATE plan SET period_to = '2026-11-19'");
	CHECK(!says(ask_get("/"), "/signup/plan/1/unit/2"));
	scene("UPDATE plan SET period_to = '2025'");
	CHECK(!says(ask_get("/"), "/signup/plan/1/unit/2"));
	scene("UPDATE plan SET period_to = '2026-11-20'");
	CHECK(says(ask_get("/"), "/signup/plan/1/unit/2"));
	scene("UPDATE plan SET period_to = '2026'");
	CHECK(says(ask_get("/"), "/signup/plan/1/unit/2"));
	/* a village has none of it; an ended mandate has nothing */
	as(person("unit_officer", A1));
	CHECK(says(ask_get("/"), "Không có việc nào chờ bạn"));
	as(person("unit_officer", A));
	scene("UPDATE mandate SET valid_to = '2026-11-19'");
	CHECK(says(ask_get("/"), "Không có việc nào chờ bạn"));
}

static void
what_is_returned_comes_back_with_its_reason(void)
{
	fresh();
	int64_t who = person("specialist", P);
	scene(period);
	scene("INSERT INTO flow_case (id, flow, unit, state, at) VALUES (5, 'report', 2, 'returned', 9);"
	    "INSERT INTO report (id, flow_case, report_period, unit, saved) VALUES (1, 5, 1, 2, 0);");
	scene(mem_printf(scene_mem(), "INSERT INTO flow_step (flow_case, move, from_state, to_state,"
	    " at, account, reason) VALUES (5, 'return', 'sent', 'returned', 9, %lld, 'Số chưa khớp')",
	    (long long)who));
	as(person("unit_officer", A));
	struct reply r = ask_get("/");
	CHECK(says(r, "Số chưa khớp") && says(r, "Sửa và gửi lại"));
	as(person("unit_officer", B));
	CHECK(!says(ask_get("/"), "Số chưa khớp"));
}

static void
each_next_step_waits_for_the_one_who_takes_it(void)
{
	fresh();
	int64_t author = person("specialist", P);
	scene(period);
	scene("INSERT INTO flow_case (id, flow, unit, state, at) VALUES (5, 'report', 2, 'signing', 9),"
	    " (6, 'report', 3, 'sent', 9), (7, 'plan', 1, 'submitted', 9);"
	    "INSERT INTO report (id, flow_case, report_period, unit, saved) VALUES (1, 5, 1, 2, 0), (2, 6, 1, 3, 0);"
	    "INSERT INTO plan (id, flow_case, unit, subject) VALUES (7, 7, 1, 'Kế hoạch chờ duyệt')");
	as(person("unit_leader", A));
	CHECK(says(ask_get("/"), "Gửi: Báo cáo quý"));
	CHECK(says(ask_get("/"), "href=\"/report/1/check\""));	/* where the button is */
	as(person("unit_leader", B));
	CHECK(!says(ask_get("/"), "Nhập báo cáo"));	/* that is his officer's */
	as(person("unit_officer", A));
	CHECK(!says(ask_get("/"), "Gửi: Báo cáo quý"));
	as(author);
	struct reply r = ask_get("/");
	CHECK(says(r, "Tiếp nhận: Báo cáo quý") && says(r, "Xã Bình") && !says(r, "Xã An"));
	CHECK(!says(r, "quá hạn 5 ngày"));	/* the unit's due date is not the reviewer's */
	CHECK(!says(r, "Kế hoạch chờ duyệt"));
	as(person("signer", P));
	CHECK(says(ask_get("/"), "Kế hoạch chờ duyệt"));
	as(person("signer", A));
	CHECK(!says(ask_get("/"), "Kế hoạch chờ duyệt"));
}

/* A round of the province over plan 1, due in five days. */
static const char round_[] =
	"INSERT INTO flow_case (id, flow, unit, state, at) VALUES (20, 'round', 1, 'open', 0);"
	"INSERT INTO evaluation_round (id, flow_case, plan, unit, name, kind, window_from, window_to,"
	" base_day, due_date) VALUES (1, 20, 1, 1, 'Đánh giá năm 2026', 'yearly', '2026-01-01',"
	" '2026-12-31', '2026-01-01', '2026-11-25');"
	"INSERT INTO evaluation_item (id, evaluation_round, plan_class, seq, anchor, text, kind, points)"
	" VALUES (1, 1, 1, 1, '', 'Đoàn kết', 'judged', 10000);";

static void
sheet(int id, int unit, const char *state)
{
	scene(mem_printf(scene_mem(), "INSERT INTO flow_case (id, flow, unit, state, at)"
	    " VALUES (%d, 'evaluation', %d, '%s', %lld);"
	    "INSERT INTO evaluation (id, flow_case, evaluation_round, plan_class, unit, judged,"
	    " subject, saved) VALUES (%d, %d, 1, 1, %d, %d, 'unit', 0);"
	    "INSERT INTO evaluation_score (evaluation, evaluation_item, stage, points, at)"
	    " VALUES (%d, 1, 'own', 8765, 0)", 100 + id, unit, state, (long long)NOW - 86400 * 4,
	    id, 100 + id, unit, unit, id));
}

static void
a_score_sheet_waits_for_whoever_moves_it(void)
{
	fresh();
	scene(plan);
	scene(round_);
	as(person("unit_officer", A));
	struct reply r = ask_get("/");
	CHECK(says(r, "Tự chấm điểm: Đánh giá năm 2026") && says(r, "Bắt đầu chấm"));
	CHECK(says(r, "Trong 7 ngày tới") && says(r, "còn 5 ngày"));
	CHECK(says(r, "href=\"/evaluation/round/1/unit/2\"") && !says(r, "/unit/3\""));
	sheet(1, A, "signing");
	sheet(2, B, "sent");
	CHECK(!says(ask_get("/"), "Tự chấm điểm"));
	as(person("unit_leader", A));
	r = ask_get("/");
	CHECK(says(r, "Gửi phiếu chấm") && says(r, "/evaluation/1/check"));
	as(person("unit_leader", B));
	CHECK(!says(ask_get("/"), "phiếu chấm"));
	as(person("specialist", P));
	r = ask_get("/");
	CHECK(says(r, "Thẩm định phiếu chấm") && says(r, "/evaluation/2/review"));
	CHECK(says(r, "đã chờ 4 ngày") && says(r, "Xã Bình"));
	/* two are one piece of work */
	scene("UPDATE flow_case SET state = 'sent' WHERE id = 101");
	r = ask_get("/");
	CHECK(says(r, "Thẩm định 2 phiếu chấm") && says(r, "units?state=sent"));
	/* nobody reviews what he has sent himself */
	scene(mem_printf(scene_mem(), "UPDATE flow_case SET author = %lld WHERE id IN (101, 102)",
	    (long long)person("specialist", P)));
	CHECK(!says(ask_get("/"), "Thẩm định"));
	/* one of another commune's standing body sees none of it, nor does a draft round show */
	as(person("specialist", A));
	CHECK(!says(ask_get("/"), "Đánh giá năm"));
	scene("UPDATE flow_case SET state = 'draft' WHERE id IN (20, 101)");
	as(person("unit_officer", A));
	CHECK(!says(ask_get("/"), "Đánh giá năm"));
	as(person("specialist", P));
	CHECK(says(ask_get("/"), "Lập xong và mở đợt"));
}

/* A commune fills the sheet of a village: beside its own it says whose it is. */
static void
a_sheet_of_another_says_whose_it_is(void)
{
	fresh();
	scene(plan);
	scene(round_);
	sheet(1, A, "draft");
	sheet(2, B, "draft");
	scene(mem_printf(scene_mem(), "UPDATE evaluation SET unit = %d WHERE id = 2;"
	    "UPDATE flow_case SET unit = %d WHERE id = 102", A, A));
	as(person("unit_officer", A));
	struct reply r = ask_get("/");
	CHECK(says(r, ">Tự chấm điểm: Đánh giá năm 2026<"));
	CHECK(says(r, ">Phiếu chấm: Đánh giá năm 2026: Xã Bình<"));
	scene("UPDATE flow_case SET state = 'signing' WHERE id = 102");
	as(person("unit_leader", A));
	CHECK(says(ask_get("/"), "Gửi phiếu chấm: Đánh giá năm 2026: Xã Bình"));
}

static void
a_round_is_closed_when_due_and_published_when_closed(void)
{
	fresh();
	scene(plan);
	scene(round_);
	as(person("specialist", P));
	CHECK(!says(ask_get("/"), "thôi nhận phiếu"));
	scene("UPDATE evaluation_round SET due_date = '2026-11-19'");
	CHECK(says(ask_get("/"), "Hết hạn gửi, thôi nhận phiếu"));
	scene("UPDATE flow_case SET state = 'closed' WHERE id = 20");
	as(person("signer", P));
	CHECK(says(ask_get("/"), "Công bố kết quả Đánh giá năm 2026"));
	CHECK(says(ask_get("/"), "/evaluation/round/1/publish"));
	as(person("council", P));
	CHECK(!says(ask_get("/"), "Công bố kết quả"));
}

/* A nomination of that unit's, with its case where that unit has it. */
static void
nominate(int id, int unit, int at, const char *state, const char *report)
{
	scene(mem_printf(scene_mem(), "INSERT INTO flow_case (id, flow, unit, state, at)"
	    " VALUES (%d, 'award', %d, '%s', 9);"
	    "INSERT INTO nomination (id, flow_case, unit, subject, name, name_key, person_key,"
	    " name_plain, of_unit, award_form, award_type, award_group, achieved_from, achieved_to,"
	    " report, saved) VALUES (%d, %d, %d, 'household', 'Hộ ông Kín %d', '', '', '', %d, 23,"
	    " 'movement', 'household', '2026-01-01', '2026-06-30', '%s', 0)",
	    200 + id, at, state, id, 200 + id, unit, id, unit, report));
}

static void
nominations_and_decisions_wait_in_turn(void)
{
	fresh();
	nominate(1, A, A, "draft", "");
	as(person("unit_officer", A));
	struct reply r = ask_get("/");
	CHECK(says(r, "Soạn đề nghị khen thưởng: Hộ ông Kín 1") && says(r, "/award/nomination/1\""));
	CHECK(says(r, "<p class=\"meta\">Xã An</p>"));
	as(person("unit_leader", A));
	CHECK(!says(ask_get("/"), "Hộ ông Kín"));	/* a draft is its writer's until he passes it on */
	scene("UPDATE flow_case SET state = 'signing' WHERE id = 201");
	CHECK(says(ask_get("/"), "Gửi đề nghị khen thưởng: Hộ ông Kín 1"));
	as(person("unit_officer", A));
	CHECK(!says(ask_get("/"), "Hộ ông Kín"));
	as(person("unit_officer", B));
	CHECK(!says(ask_get("/"), "Hộ ông Kín"));
	as(person("specialist", P));
	CHECK(!says(ask_get("/"), "Hộ ông Kín"));
	nominate(2, A, P, "submitted", "x");
	CHECK(says(ask_get("/"), "Tiếp nhận hồ sơ khen thưởng: Hộ ông Kín 2"));
	nominate(3, B, P, "submitted", "x");
	r = ask_get("/");
	CHECK(says(r, "Tiếp nhận 2 hồ sơ khen thưởng") && says(r, "nomination?state=submitted"));
	CHECK(!says(r, "Hộ ông Kín"));
	scene("INSERT INTO flow_case (id, flow, unit, state, at) VALUES (301, 'award_decision', 1, 'submitted', 9);"
	    "INSERT INTO award_decision (id, flow_case, unit, issuer, title, title_plain)"
	    " VALUES (1, 301, 1, 'Chủ tịch', 'Khen đợt một', '')");
	as(person("signer", P));
	CHECK(says(ask_get("/"), "Ký quyết định: Khen đợt một"));
	as(person("clerk", P));
	CHECK(!says(ask_get("/"), "Khen đợt một"));
	scene("UPDATE flow_case SET state = 'approved' WHERE id = 301");
	CHECK(says(ask_get("/"), "Cấp số quyết định") && says(ask_get("/"), "/award/1/issue"));
	as(person("clerk", A));
	CHECK(!says(ask_get("/"), "Khen đợt một"));
	/* a draft is submitted, unless it was decided outside: then it is recorded */
	scene("UPDATE flow_case SET state = 'draft' WHERE id = 301");
	as(person("clerk", P));
	CHECK(!says(ask_get("/"), "Khen đợt một"));
	scene("UPDATE award_decision SET outside = 'Thủ tướng Chính phủ'");
	CHECK(says(ask_get("/"), "Dự thảo quyết định: Khen đợt một"));
	as(person("specialist", P));
	CHECK(!says(ask_get("/"), "Khen đợt một"));
}

/* What is written waits for the leader, where nobody is there who could pass it to him. */
static void
a_draft_without_an_officer_waits_for_its_leader(void)
{
	fresh();
	nominate(1, A, A, "draft", "x");
	nominate(2, A, A, "draft", "x");
	nominate(3, B, B, "draft", "x");
	scene("UPDATE nomination SET html = '<h2>Kết quả</h2>\n' WHERE id = 1;"
	    "UPDATE nomination SET html = '<h2>Kết quả</h2>\n<p>Giúp ba hộ</p>\n' WHERE id > 1");
	int64_t leader = person("unit_leader", A);
	as(leader);
	struct reply r = ask_get("/");
	CHECK(says(r, "Gửi đề nghị khen thưởng: Hộ ông Kín 2") && !says(r, "Hộ ông Kín 3"));
	CHECK(!says(r, "Gửi 2 đề nghị"));		/* headings alone are not written yet */
	scene("UPDATE nomination SET html = '<ul>\n<li>Giúp</li>\n</ul>\n' WHERE id = 1");
	r = ask_get("/");
	CHECK(says(r, "Gửi 2 đề nghị") && says(r, "nomination?state=draft\""));
	/* an officer is there: it is his until he passes it on */
	int64_t officer = person("unit_officer", A);
	CHECK(!says(ask_get("/"), "Gửi đề nghị") && !says(ask_get("/"), "Gửi 2 đề nghị"));
	/* disabled, or his mandate ended: nobody is */
	scene(mem_printf(scene_mem(), "UPDATE account SET disabled = 1 WHERE id = %lld", (long long)officer));
	CHECK(says(ask_get("/"), "Gửi 2 đề nghị"));
	scene(mem_printf(scene_mem(), "UPDATE account SET disabled = NULL; UPDATE mandate SET valid_to = '2021-01-01'"
	    " WHERE account = %lld", (long long)officer));
	CHECK(says(ask_get("/"), "Gửi 2 đề nghị"));
	/* the leader himself writes: it waits for nobody else */
	scene(mem_printf(scene_mem(), "INSERT INTO mandate (account, unit, role, valid_from, valid_to)"
	    " VALUES (%lld, 2, 'unit_officer', '2020-01-01', '9999-12-31')", (long long)leader));
	CHECK(says(ask_get("/"), "Gửi 2 đề nghị"));
	/* what was returned there is told, each by itself */
	scene("UPDATE flow_case SET state = 'returned' WHERE id = 201");
	CHECK(says(ask_get("/"), "Gửi đề nghị khen thưởng: Hộ ông Kín 1"));
}

static void
feedback_is_grouped_decided_and_told_to_its_sender(void)
{
	fresh();
	scene(plan);
	int64_t sender = person("unit_officer", A);
	scene(mem_printf(scene_mem(), "INSERT INTO feedback (id, plan, anchor, unit, account, at, text,"
	    " text_plain) VALUES (1, 1, 'III.2', 2, %lld, %lld, 'Xin rõ hơn', ''),"
	    " (2, 1, 'III.3', 2, %lld, 9, 'Đã rút', '');"
	    "UPDATE feedback SET withdrawn = 10 WHERE id = 2", (long long)sender,
	    (long long)NOW - 86400, (long long)sender));
	as(person("specialist", P));
	struct reply r = ask_get("/");
	CHECK(says(r, "Tổng hợp góp ý: 07/KH-UBND") && says(r, "/feedback/plan/1/group"));
	CHECK(says(r, "đã chờ 1 ngày"));	/* what was withdrawn waits for nobody */
	as(person("specialist", A));
	CHECK(!says(ask_get("/"), "góp ý: "));
	as(sender);
	CHECK(says(ask_get("/"), "1 góp ý, gần nhất 19/11/2026"));
	scene("INSERT INTO flow_case (id, flow, unit, state, at) VALUES (400, 'feedback', 1, 'submitted', 9);"
	    "INSERT INTO feedback_topic (id, flow_case, plan, name) VALUES (1, 400, 1, 'Rõ hơn');"
	    "UPDATE feedback SET feedback_topic = 1 WHERE id = 1");
	as(person("signer", P));
	CHECK(says(ask_get("/"), "Quyết định về góp ý: Rõ hơn"));
	as(person("specialist", P));
	CHECK(!says(ask_get("/"), "góp ý: "));
	scene(mem_printf(scene_mem(), "UPDATE flow_case SET state = 'partly', at = %lld WHERE id = 400",
	    (long long)NOW - 60));
	as(sender);
	r = ask_get("/");
	CHECK(says(r, "Trả lời góp ý về III.2") && says(r, "Tiếp thu một phần"));
	CHECK(says(r, "href=\"/feedback/1\""));
	as(person("unit_officer", B));
	CHECK(!says(ask_get("/"), "Trả lời góp ý"));
}

static void
many_reports_to_accept_are_one_piece_of_work(void)
{
	fresh();
	scene(period);
	scene("INSERT INTO flow_case (id, flow, unit, state, at) VALUES (5, 'report', 2, 'sent', 9),"
	    " (6, 'report', 3, 'sent', 9);"
	    "INSERT INTO report (id, flow_case, report_period, unit, saved) VALUES (1, 5, 1, 2, 0), (2, 6, 1, 3, 0);");
	as(person("specialist", P));
	struct reply r = ask_get("/");
	CHECK(says(r, "Tiếp nhận 2 báo cáo: Báo cáo quý, quý III/2026") && says(r, "/report#report"));
	CHECK(!says(r, "Xã An") && !says(r, "Xã Bình"));
	as(person("specialist", A));
	CHECK(says(ask_get("/"), "/report/1/review"));	/* of these one is in his reach */
}

static void
nothing_to_do_says_why_and_what_is_next(void)
{
	fresh();
	as(person("unit_officer", A));
	CHECK(says(ask_get("/"), "Khi có kế hoạch gửi tới"));
	scene(period);
	scene("DELETE FROM report_due WHERE report_period = 1");
	struct reply r = ask_get("/");
	CHECK(says(r, "Việc gần nhất") && says(r, "quý IV/2026") && says(r, "10/12/2026"));
	as(person("clerk", P));
	CHECK(says(ask_get("/"), "chờ cấp số hiện ở đây"));
	as(person("council", P));
	CHECK(says(ask_get("/"), "Xem bảng theo dõi"));
	as(person("admin", P));
	r = ask_get("/");
	CHECK(says(r, "Việc thường làm") && says(r, "/account/people"));
	/* who has no mandate is told whom to ask */
	scene("INSERT INTO setting (name, value, valid_from) VALUES ('support_phone', '0217 385', '2020-01-01')");
	as(person("auditor", P));
	CHECK(says(ask_get("/"), "Niêm phong gần nhất"));
	scene("UPDATE mandate SET valid_to = '2026-11-19'");
	r = ask_get("/");
	CHECK(says(r, "không được giao vai trò nào") && says(r, "0217 385"));
	CHECK(!says(r, "Niêm phong"));
}

/* Asked for by the province until the 13th: of A, not of B; until one of A's stands. */
static void
a_plan_of_ones_own_waits_until_it_stands(void)
{
	fresh();
	scene(plan);
	scene("UPDATE plan_recipient SET purpose = 'know'; DELETE FROM plan_class_kind;"
	    "INSERT INTO plan_call (plan, due_date) VALUES (1, '2026-11-13'); INSERT INTO plan_call_unit VALUES (1, 2)");
	int64_t officer = person("unit_officer", A);
	as(officer);
	struct reply r = ask_get("/");
	CHECK(says(r, "Ban hành kế hoạch của đơn vị, thực hiện 07/KH-UBND") && says(r, "quá hạn 7 ngày"));
	CHECK(says(r, "href=\"/plan/add?parent=1&amp;unit=2\"") && says(r, "Soạn kế hoạch"));
	CHECK(!says(r, "Đăng ký tham gia"));		/* it was sent for his knowledge */
	as(person("unit_leader", A));			/* does not draft */
	r = ask_get("/");
	CHECK(says(r, "Ban hành kế hoạch của đơn vị") && !says(r, "/plan/add?"));
	as(person("unit_officer", B));
	CHECK(!says(ask_get("/"), "Ban hành kế hoạch của đơn vị"));
	as(person("specialist", P));
	CHECK(!says(ask_get("/"), "Ban hành kế hoạch của đơn vị"));
	scene("INSERT INTO flow_case (id, flow, unit, state, at) VALUES (2, 'plan', 2, 'draft', 0);"
	    "INSERT INTO plan (id, flow_case, unit, subject) VALUES (2, 2, 2, 'Việc của xã An'); INSERT INTO plan_above VALUES (2, 1, 1)");
	as(officer);
	r = ask_get("/");
	CHECK(says(r, "Soạn tiếp") && says(r, "href=\"/plan/2\"") && says(r, "quá hạn 7 ngày"));
	scene("UPDATE flow_case SET state = 'dropped' WHERE id = 2");
	CHECK(says(ask_get("/"), "/plan/add?parent=1"));
	scene("UPDATE flow_case SET state = 'issued' WHERE id = 2");
	CHECK(!says(ask_get("/"), "Ban hành kế hoạch của đơn vị"));
	scene("INSERT INTO flow_case (id, flow, unit, state, at) VALUES (3, 'plan', 2, 'issued', 0);"
	    "INSERT INTO plan (id, flow_case, unit, number, date, subject) VALUES (3, 3, 2, '09/KH-UBND', '2026-11-18', 'Thu hồi');"
	    "INSERT INTO plan_change VALUES (3, 2, 'recall', '2026-11-21')");
	CHECK(!says(ask_get("/"), "Ban hành kế hoạch của đơn vị"));	/* until tomorrow */
	scene("UPDATE plan_change SET holds = '2026-11-20'");
	CHECK(says(ask_get("/"), "Ban hành kế hoạch của đơn vị"));
	scene("UPDATE flow_case SET state = 'dropped' WHERE id = 2; UPDATE plan SET period_to = '2026-11-19' WHERE id = 1");
	CHECK(!says(ask_get("/"), "Ban hành kế hoạch của đơn vị"));	/* its plan is over */
}

/* From a month before, until something is opened from it or it was done by another road. */
static void
a_date_of_a_plan_waits_for_who_keeps_it(void)
{
	fresh();
	scene(plan);
	scene("INSERT INTO plan_date (id, plan, kind, day) VALUES (1, 1, 'midterm', '2026-11-15'),"	/* a Sunday */
	    " (2, 1, 'report', '2026-12-18'), (3, 1, 'final', '2026-12-21')");
	int64_t keeper = person("specialist", P);
	as(keeper);
	struct reply r = ask_get("/");
	CHECK(in_order(r, "Mốc của kế hoạch. Sơ kết: 07/KH-UBND Giúp hộ nghèo", "Mốc của kế hoạch. Báo cáo định kỳ"));
	CHECK(says(r, "quá hạn 4 ngày") && says(r, "href=\"/plan/1/date\"") && !says(r, "Tổng kết"));
	scene("UPDATE plan_date_kind SET near_days = 40 WHERE kind = 'final'");
	CHECK(says(ask_get("/"), "Mốc của kế hoạch. Tổng kết"));
	scene("UPDATE plan_date_kind SET near_days = 30 WHERE kind = 'final'");
	as(person("unit_officer", A));
	CHECK(!says(ask_get("/"), "Mốc của kế hoạch"));
	as(person("specialist", A));
	CHECK(!says(ask_get("/"), "Mốc của kế hoạch"));
	as(person("signer", P));
	CHECK(!says(ask_get("/"), "Mốc của kế hoạch"));
	as(keeper);
	scene(period);
	scene("UPDATE report_period SET plan_date = 2 WHERE id = 2; UPDATE plan_date SET done = '2026-11-18' WHERE id = 1");
	CHECK(!says(ask_get("/"), "Mốc của kế hoạch"));
	scene("UPDATE plan_date SET done = NULL; UPDATE flow_case SET state = 'submitted' WHERE id = 1");
	CHECK(!says(ask_get("/"), "Mốc của kế hoạch"));		/* a draft asks nothing yet */
	scene("UPDATE flow_case SET state = 'issued' WHERE id = 1; UPDATE plan SET period_to = '2026-11-01' WHERE id = 1");
	CHECK(says(ask_get("/"), "Mốc của kế hoạch. Sơ kết"));	/* its final review comes after its period */
}

static void
a_units_plan_waits_for_its_own_people(void)
{
	fresh();
	int64_t above = person("specialist", P), signer = person("signer", P);
	scene("INSERT INTO flow_case (id, flow, unit, state, at) VALUES (2, 'plan', 2, 'draft', 0);"
	    "INSERT INTO plan (id, flow_case, unit, subject) VALUES (2, 2, 2, 'Việc của xã An')");
	as(above);		/* who else, as long as A has nobody */
	CHECK(says(ask_get("/"), "href=\"/plan/2\""));
	int64_t officer = person("unit_officer", A), leader = person("unit_leader", A);
	CHECK(!says(ask_get("/"), "href=\"/plan/2\""));
	as(officer);
	CHECK(says(ask_get("/"), "href=\"/plan/2\""));
	as(above);
	scene(mem_printf(scene_mem(), "UPDATE flow_case SET author = %lld", (long long)above));
	CHECK(says(ask_get("/"), "href=\"/plan/2\""));	/* which this one began */
	scene("UPDATE flow_case SET author = NULL, state = 'submitted'");
	as(signer);
	CHECK(!says(ask_get("/"), "Duyệt kế hoạch"));
	as(leader);
	CHECK(says(ask_get("/"), "Duyệt kế hoạch"));
	scene("UPDATE mandate SET valid_to = '2026-11-19' WHERE unit = 2");
	as(signer);
	CHECK(says(ask_get("/"), "Duyệt kế hoạch"));
}

static void
a_plan_binds_by_the_level_that_launched_it(void)
{
	fresh();
	scene(plan);
	scene("INSERT INTO flow_case (id, flow, unit, state, at) VALUES (2, 'plan', 2, 'issued', 0),"
	    " (3, 'plan', 3, 'issued', 0);"
	    "INSERT INTO plan (id, flow_case, unit, number, date, issuer, subject) VALUES"
	    " (2, 2, 2, '3/KH', '2026-02-01', 'UBND xã An', 'Việc của xã An'),"
	    " (3, 3, 3, '4/KH', '2026-02-01', 'UBND xã Bình', 'Việc của xã Bình');"
	    "INSERT INTO plan_recipient (id, plan, seq, text, purpose) VALUES (2, 2, 1, 'x', 'act');"
	    "INSERT INTO plan_delivery (plan, unit, recipient, sent) VALUES (2, 2, 2, 5);");
	as(person("unit_leader", A));
	struct reply r = ask_get("/");
	CHECK(says(r, "Phong trào đơn vị phải thực hiện: Xã An"));
	const char *upper = strstr(r.body, "Tỉnh, thành phố"), *lower = strstr(r.body, "Xã, phường, thị trấn");
	CHECK(upper && lower && upper < lower);
	CHECK(says(r, "Việc của xã An") && !says(r, "Việc của xã Bình"));
	as(person("specialist", P));
	CHECK(!says(ask_get("/"), "Phong trào đơn vị phải thực hiện"));
}

static void
the_units_year_and_what_is_new(void)
{
	fresh();
	scene(plan);
	scene(period);
	scene(round_);
	int64_t officer = person("unit_officer", A);
	int64_t leader = person("unit_leader", A);
	as(officer);
	struct reply r = ask_get("/");
	CHECK(says(r, "Xã An năm 2026") && says(r, "0 trên 1 kỳ"));	/* overdue: it counts */
	CHECK(says(r, mem_printf(scene_mem(), "<dd>Người %lld</dd>", (long long)leader)));
	scene(mem_printf(scene_mem(),
	    "INSERT INTO flow_case (id, flow, unit, state, at) VALUES (5, 'report', 2, 'accepted', %lld),"
	    " (6, 'report', 3, 'accepted', %lld), (7, 'signup', 2, 'registered', 0), (8, 'signup', 3, 'draft', 0);"
	    "INSERT INTO report (id, flow_case, report_period, unit, saved) VALUES (1, 5, 1, 2, 0), (2, 6, 1, 3, 0);"
	    "INSERT INTO report_sent (report, receipt, at, day, content, digest) VALUES"
	    " (1, 'BC-2026-00001', 9, '2026-11-16', '', ''), (2, 'BC-2026-00002', 9, '2026-11-17', '', '');"
	    "INSERT INTO signup (id, flow_case, plan, unit, saved) VALUES (1, 7, 1, 2, 0), (2, 8, 1, 3, 0);",
	    (long long)NOW - 100, (long long)NOW - 100));
	/* what he passed on is no task of his, yet he reads where it is */
	CHECK(!says(r, "Chờ lãnh đạo gửi"));
	scene("UPDATE flow_case SET state = 'signing' WHERE id = 5");
	CHECK(says(ask_get("/"), "<dt>Chờ lãnh đạo gửi</dt><dd><a href=\"/report\">1 báo cáo</a>"));
	scene("UPDATE flow_case SET state = 'accepted' WHERE id = 5");
	r = ask_get("/");
	CHECK(says(r, "1 trên 1 kỳ") && says(r, "1 phong trào"));	/* on the Monday after a Sunday */
	CHECK(says(r, "BC-2026-00001") && !says(r, "BC-2026-00002"));
	as(person("unit_officer", B));
	r = ask_get("/");
	CHECK(says(r, "0 trên 1 kỳ") && says(r, "chưa đăng ký"));
	CHECK(says(r, "chưa ai được giao"));
	/* that results are out is told to whom they judge, no score to anybody */
	sheet(1, A, "reviewed");
	scene(mem_printf(scene_mem(), "UPDATE flow_case SET state = 'published' WHERE id = 20;"
	    "INSERT INTO evaluation_publication (id, evaluation_round, number, day, at)"
	    " VALUES (1, 1, '9/QĐ', '2026-11-19', %lld);"
	    "INSERT INTO evaluation_result (evaluation_publication, evaluation, name, total, bonus,"
	    " maximum, share, grade, rank, among) VALUES (1, 1, 'Xã An', 8765, 0, 10000, 8765,"
	    " 'Xếp loại kín', 1, 1)", (long long)NOW - 60));
	as(officer);
	r = ask_get("/");
	CHECK(says(r, "Công bố kết quả Đánh giá năm 2026") && says(r, "/evaluation/round/1/results"));
	CHECK(!says(r, "87,65") && !says(r, "Xếp loại kín"));
	as(person("unit_officer", B));
	CHECK(!says(ask_get("/"), "Công bố kết quả"));
	scene("UPDATE flow_case SET state = 'closed' WHERE id = 20");
	as(officer);
	CHECK(!says(ask_get("/"), "Công bố kết quả"));
	/* what is older than 90 days is not new */
	CHECK(says(ask_get("/"), "BC-2026-00001"));
	scene(mem_printf(scene_mem(), "UPDATE flow_case SET at = %lld", (long long)NOW - 91 * 86400));
	CHECK(!says(ask_get("/"), "BC-2026-00001"));
}

static void
the_clerk_and_the_administrator_have_their_books(void)
{
	fresh();
	scene(plan);
	as(person("clerk", P));
	struct reply r = ask_get("/");
	CHECK(says(r, "Sổ văn bản năm 2026") && says(r, "07/KH-UBND, 05/01/2026"));
	CHECK(says(r, "gửi 2 đơn vị"));
	/* a commune's plan, later in the year, is in the commune's book */
	scene("INSERT INTO flow_case (id, flow, unit, state, at) VALUES (401, 'plan', 2, 'issued', 9);"
	    "INSERT INTO plan (id, flow_case, unit, number, date, issuer, subject) VALUES"
	    " (41, 401, 2, '31/KH-UBND', '2026-02-05', 'UBND xã', 'Giúp hộ nghèo')");
	r = ask_get("/");
	CHECK(says(r, "07/KH-UBND, 05/01/2026") && !says(r, "31/KH-UBND, 05/02/2026"));
	CHECK(says(r, "Kế hoạch đã ban hành</dt><dd><a href=\"/plan\">1</a>"));
	as(person("clerk", A));
	CHECK(says(ask_get("/"), "31/KH-UBND, 05/02/2026"));
	as(person("clerk", B));
	r = ask_get("/");
	CHECK(says(r, "gửi 1 đơn vị") && !says(r, "07/KH-UBND, 05/01/2026"));
	as(person("admin", P));
	r = ask_get("/");
	CHECK(says(r, "Chưa ai được giao gửi báo cáo") && says(r, "Xã Bình") && says(r, "3/3"));
	person("unit_leader", B);
	r = ask_get("/");
	CHECK(says(r, "2/3") && !says(r, "vai trò kết thúc"));
	scene("UPDATE mandate SET valid_to = '2026-12-01' WHERE role = 'unit_leader'");
	CHECK(says(ask_get("/"), "vai trò kết thúc ngày 01/12/2026"));
	as(person("admin", A));
	r = ask_get("/");
	CHECK(!says(r, "vai trò kết thúc") && !says(r, "Xã Bình"));
	scene("INSERT INTO seal VALUES (1, 1795143000, 77, 'x', 'x')");
	CHECK(!says(ask_get("/"), "77"));	/* the trail is the auditor's */
	as(person("auditor", P));
	CHECK(says(ask_get("/"), "77"));
}

static void
award_lists_name_nobody_on_the_front_page(void)
{
	fresh();
	CHECK(says(ask_get("/"), "Chưa có quyết định khen thưởng nào"));
	nominate(1, A, A, "decided", "x");
	nominate(2, A, A, "decided", "x");
	scene("INSERT INTO flow_case (id, flow, unit, state, at) VALUES (301, 'award_decision', 1, 'issued', 9),"
	    " (302, 'award_decision', 1, 'approved', 9);"
	    "INSERT INTO award_decision (id, flow_case, unit, issuer, title, title_plain, number, number_plain, date) VALUES"
	    " (1, 301, 1, 'Chủ tịch', 'Khen đợt một', '', '9/QĐ', '9/qd', '2026-10-10'),"
	    " (2, 302, 1, 'Chủ tịch', 'Khen đợt hai', '', '', '', NULL);"
	    "INSERT INTO award (id, nomination, award_decision, unit, year, book) VALUES"
	    " (1, 1, 1, 1, 2026, 1), (2, 2, 1, 1, 2026, 2);"
	    "INSERT INTO nomination_consent (nomination, given, how) VALUES (1, '2026-09-01', 'đơn')");
	struct reply r = ask_get("/");
	CHECK(says(r, "Khen đợt một") && says(r, "9/QĐ, 10/10/2026") && says(r, "2 hộ gia đình"));
	CHECK(!says(r, "Khen đợt hai") && !says(r, "Hộ ông Kín"));
	scene(mem_printf(scene_mem(), "INSERT INTO award_revocation (award, number, date, reason, account, at)"
	    " VALUES (2, '1', '2026-11-01', 'x', %lld, 0)", (long long)person("signer", P)));
	CHECK(says(ask_get("/"), "1 hộ gia đình"));
	/* to whom is signed in the list is news, and nobody is named there either */
	scene(mem_printf(scene_mem(), "UPDATE flow_case SET at = %lld WHERE id = 301", (long long)NOW));
	as(person("unit_officer", B));
	r = ask_get("/");
	CHECK(says(r, "Danh sách khen thưởng: Khen đợt một") && !says(r, "Hộ ông Kín"));
}

/* Quarter III: A, B and the village's own; the province's form asks households and the
 * rate of the poor. */
static const char figures[] =
	"INSERT INTO indicator (id, code, name, measure, rule) VALUES (1, 'ho', 'Số hộ', 'hộ', 'sum'),"
	" (2, 'ngheo', 'Hộ nghèo', 'hộ', 'sum');"
	"INSERT INTO indicator (id, code, name, measure, rule, numerator, denominator)"
	" VALUES (3, 'ty_le', 'Tỷ lệ nghèo', '%', 'rate', 2, 1);"
	"INSERT INTO report_form (id, unit, name, kind) VALUES (1, 1, 'Báo cáo quý', 'periodic');"
	"INSERT INTO report_section (id, report_form, seq, plan, title, kind) VALUES (1, 1, 1, 1, 'I', 'figures');"
	"INSERT INTO report_line (report_section, seq, indicator) VALUES (1, 1, 1), (1, 2, 2), (1, 3, 3);"
	"INSERT INTO report_period (id, report_form, name, window_from, window_to, opens)"
	" VALUES (1, 1, 'quý II/2026', '2026-03-15', '2026-06-14', '2026-06-10'),"
	" (2, 1, 'quý III/2026', '2026-06-15', '2026-09-14', '2026-09-10');"
	"INSERT INTO report_due (report_period, kind, due_date) VALUES (1, 'commune', '2026-06-25'), (2, 'commune', '2026-11-12');";

/* In whole households; poor 0: not begun. */
static void
reported(int period_, int unit, const char *state, int all, int poor)
{
	int id = period_ * 10 + unit;

	scene(mem_printf(scene_mem(), "INSERT INTO flow_case (id, flow, unit, state, at)"
	    " VALUES (%d, 'report', %d, '%s', %lld);"
	    "INSERT INTO report (id, flow_case, report_period, unit, saved) VALUES (%d, %d, %d, %d, 0);"
	    "INSERT INTO report_value VALUES (%d, 1, %d), (%d, 2, %d);"
	    "INSERT INTO report_sent (report, receipt, at, day, content, digest)"
	    " VALUES (%d, 'BC-%d', 9, '%s', '', '')", 500 + id, unit, state, (long long)NOW - 86400 * 3,
	    id, 500 + id, period_, unit, id, all * 100, id, poor * 100, id, id,
	    period_ == 1 ? "2026-06-20" : "2026-11-16"));
}

static void
only_official_figures_are_everybodys(void)
{
	fresh();
	scene(plan);
	scene(figures);
	reported(1, A, "accepted", 1000, 100);
	reported(1, B, "accepted", 1000, 50);
	CHECK(!says(ask_get("/"), "Tỷ lệ nghèo"));		/* preliminary */
	scene("UPDATE report_period SET source = '12/QĐ-UBND' WHERE id = 1");
	struct reply r = ask_get("/");
	CHECK(says(r, "Tỷ lệ nghèo") && says(r, "7,5%") && says(r, "2/2") && says(r, "12/QĐ-UBND"));
	CHECK(says(r, "14/06/2026"));
	/* what is only sent does not count, and then nothing is compared */
	reported(2, A, "accepted", 1000, 40);
	reported(2, B, "sent", 1000, 900);
	scene("UPDATE report_period SET source = '13/QĐ-UBND' WHERE id = 2");
	r = ask_get("/");
	CHECK(says(r, "4%") && says(r, "1/2") && !says(r, "so với"));
	scene("UPDATE flow_case SET state = 'accepted' WHERE id = 523;"
	    "UPDATE report_value SET value = 2000 WHERE report = 23 AND indicator = 2");
	r = ask_get("/");
	CHECK(says(r, "3%") && says(r, "giảm 4,5 điểm % so với quý II/2026"));
	/* a unit's own figure stands for all under it */
	scene("INSERT INTO report_due (report_period, kind, due_date) VALUES (2, 'village', '2026-11-12')");
	reported(2, A1, "accepted", 500, 500);
	CHECK(says(ask_get("/"), "3%"));
	/* a commune's own form is not the province's */
	scene("UPDATE report_form SET unit = 2");
	CHECK(!says(ask_get("/"), "Tỷ lệ nghèo"));
}

static void
the_front_page_lists_what_is_not_over(void)
{
	fresh();
	scene(plan);
	scene("INSERT INTO flow_case (id, flow, unit, state, at) VALUES (7, 'signup', 2, 'registered', 0),"
	    " (8, 'signup', 3, 'draft', 0);"
	    "INSERT INTO signup (id, flow_case, plan, unit, saved) VALUES (1, 7, 1, 2, 0), (2, 8, 1, 3, 0);");
	struct reply r = ask_get("/");
	CHECK(says(r, "1 đơn vị tham gia") && says(r, "action=\"/search\""));
	scene("UPDATE plan SET period_to = '2025'");
	CHECK(!says(ask_get("/"), "Giúp hộ nghèo"));
	scene("UPDATE plan SET period_to = '2026'");
	CHECK(says(ask_get("/"), "Giúp hộ nghèo"));
}

/* Due on Sunday 15/11, Monday 16/11 a holiday: at home and on the board it is due on Tuesday,
 * and late on Wednesday. */
static void
a_day_off_puts_off_what_waits(void)
{
	fresh();
	scene(plan);
	scene(round_);
	scene(figures);
	scene("INSERT INTO holiday (day, off, name, document) VALUES ('2026-11-16', 1, 'Nghỉ thử', 'x');"
	    "DELETE FROM report_due; UPDATE plan SET signup_due = '2026-11-15';"
	    "UPDATE evaluation_round SET due_date = '2026-11-15'");
	int64_t officer = person("unit_officer", A), follows = person("specialist", P);
	for (int late = 0; late < 2; late++) {
		at(NOW - (3 - late) * 86400);
		as(officer);
		struct reply r = ask_get("/");
		CHECK(says(r, "<b>17/11/2026</b>") && !says(r, "<b>15/11/2026</b>"));
		CHECK(says(r, "quá hạn 1 ngày") == late && says(r, "is-late") == late);
		as(follows);
		CHECK(says(ask_get("/"), "thôi nhận phiếu") == late);
	}
	scene("INSERT INTO report_due (report_period, kind, due_date) VALUES (1, 'commune', '2026-11-12')");
	struct reply r = ask_get("/board");
	CHECK(says(r, "data-l=\"Hạn đăng ký\">17/11/2026<") && says(r, "data-l=\"Hạn gửi\">17/11/2026<"));
	CHECK(!says(r, ">15/11/2026<"));
	at(NOW);
}

/* A request for a later window hides nobody who is overdue. */
static void
the_board_begins_where_something_is_to_be_done(void)
{
	struct board_period old = { .period = 1, .window_to = "2024-12-14", .missing = 1 };
	struct board_period done_ = { .period = 2, .window_to = "2026-06-14", .next = &old };
	struct board_period open = { .period = 3, .window_to = "2026-09-14", .next = &done_ };
	struct board_period asked = { .period = 4, .window_to = "2026-12-06", .expected = 38, .next = &open };

	open.missing = 5;
	CHECK(board_first(&asked, "2026-11-20")->period == 3);
	open.missing = 0, open.waiting = 1;
	CHECK(board_first(&asked, "2026-11-20")->period == 3);
	open.waiting = 0;
	CHECK(board_first(&asked, "2026-11-20")->period == 3);	/* the last that has ended */
	asked.waiting = 1;
	CHECK(board_first(&asked, "2026-11-20")->period == 4);
	asked.next = NULL, asked.waiting = 0;
	CHECK(board_first(&asked, "2026-11-20")->period == 4);
	CHECK(!board_first(NULL, "2026-11-20"));
}

static void
the_board_counts_what_one_follows(void)
{
	fresh();
	as(person("clerk", P));
	CHECK(ask_get("/board").status == 403);
	as(0);
	CHECK(ask_get("/board").status == 303);
	as(person("specialist", P));
	CHECK(says(ask_get("/board"), "Chưa có kỳ báo cáo nào để theo dõi"));
	CHECK(ask_get("/board?period=1").status == 404);
	scene(plan);
	scene(figures);
	scene("INSERT INTO unit_contact (unit, name, phone, valid_from, valid_to)"
	    " VALUES (3, 'Lò Gọi', '0217 999', '2020-01-01', '9999-12-31');"
	    "INSERT INTO unit_group (id, kind, name, unit, valid_from, valid_to) VALUES"
	    " (1, 'cluster', 'Cụm một', 1, '2020-01-01', '9999-12-31'),"
	    " (2, 'cluster', 'Cụm hai', 1, '2020-01-01', '9999-12-31');"
	    "INSERT INTO unit_member (unit_group, unit, valid_from, valid_to)"
	    " VALUES (1, 2, '2020-01-01', '9999-12-31'), (2, 3, '2020-01-01', '9999-12-31')");
	reported(2, A, "sent", 1000, 40);
	struct reply r = ask_get("/board");
	CHECK(says(r, "Theo dõi: quý III/2026") && says(r, "1/2") && says(r, "50%"));
	CHECK(says(r, "số sơ bộ") && says(r, "trễ 8 ngày"));
	CHECK(says(r, "Lò Gọi") && says(r, "0217 999") && says(r, "chưa nhắc"));
	CHECK(says(r, "lâu nhất chờ 3 ngày") && says(r, "Đăng ký</a>"));
	CHECK(says(r, "quý II/2026"));				/* and each period: 0/2 */
	/* sent after its last day */
	CHECK(says(ask_get("/board.csv"), "trễ hạn"));
	/* a cluster */
	r = ask_get("/board?group=1");
	CHECK(says(r, "1/1") && !says(r, "0217 999"));
	CHECK(ask_get("/board?group=9").status == 404);
	CHECK(ask_get("/board?period=9").status == 404);
	/* a period that has not opened is nobody's */
	scene("UPDATE report_period SET opens = '2026-12-01' WHERE id = 2");
	CHECK(ask_get("/board?period=2").status == 404);
	scene("UPDATE report_period SET opens = '2026-09-10' WHERE id = 2");
	/* a commune sees itself and what is under it */
	as(person("unit_officer", A));
	r = ask_get("/board");
	CHECK(says(r, "1/1") && says(r, "Xã An") && !says(r, "Xã Bình") && !says(r, "0217 999"));
	CHECK(!says(r, "Đăng ký</"));				/* that is not his to follow */
	CHECK(ask_get("/board?group=2").status == 404);
	CHECK(!says(ask_get("/board.json"), "Xã Bình"));
	CHECK(!says(ask_get("/board.csv"), "Xã Bình"));
	as(person("unit_officer", A1));
	CHECK(says(ask_get("/board"), "Chưa có kỳ báo cáo nào"));
	/* an ended mandate follows nothing */
	as(person("specialist", P));
	scene("UPDATE mandate SET valid_to = '2026-11-19'");
	CHECK(ask_get("/board").status == 403);
}

static void
the_board_shows_no_score_and_no_others_sheets(void)
{
	fresh();
	scene(plan);
	scene(figures);
	scene(round_);
	sheet(1, A, "sent");
	as(person("council", P));
	struct reply r = ask_get("/board");
	CHECK(says(r, "Phiếu chấm") && says(r, "Đã gửi") && says(r, "Đánh giá năm 2026"));
	CHECK(!says(r, "87,65"));
	/* who looks on finds on his first page what is being considered */
	r = ask_get("/");
	CHECK(says(r, "Hồ sơ khen thưởng chờ ý kiến Hội đồng: 0") && says(r, "/award/nomination?state=council"));
	CHECK(says(r, "1 trên 2 phiếu đã gửi, 0 đã thẩm định") && says(r, "/evaluation/round/1/units\""));
	CHECK(says(r, "/evaluation/round/1/units?state=sent\">Phiếu đang xem xét: 1"));
	CHECK(!says(r, "/unit/group/"));
	/* and the clusters for which he sits, but no others and none that has ended */
	scene("INSERT INTO unit_group (id, kind, name, unit, valid_from, valid_to) VALUES"
	    " (81, 'cluster', 'Cụm số 1', 1, '2020-01-01', '9999-12-31'), (82, 'cluster', 'Cụm đã thôi', 1, '2020-01-01', '2024-12-31'),"
	    " (83, 'cluster', 'Cụm của xã', 2, '2020-01-01', '9999-12-31');"
	    "INSERT INTO unit_member (unit_group, unit, head, valid_from, valid_to) VALUES (81, 2, 1, '2020-01-01', '9999-12-31'),"
	    " (81, 3, 0, '2020-01-01', '9999-12-31')");
	r = ask_get("/");
	CHECK(says(r, "/unit/group/81\">Cụm số 1") && says(r, "2 đơn vị, đứng đầu là Xã An"));
	CHECK(!says(r, "/unit/group/82") && !says(r, "/unit/group/83"));
	/* put down for one, it is that one, as long as it holds */
	scene("INSERT INTO unit_group (id, kind, name, unit, valid_from, valid_to)"
	    " VALUES (84, 'bloc', 'Khối số 1', 1, '2020-01-01', '9999-12-31');");
	scene(mem_printf(scene_mem(), "INSERT INTO unit_group_seat (unit_group, account, valid_from, valid_to, document)"
	    " VALUES (84, %lld, '2026-01-01', '2026-11-20', '1120/QĐ')", (long long)person("council", P)));
	r = ask_get("/");
	CHECK(says(r, "/unit/group/84\">Bạn phụ trách Khối số 1") && says(r, "theo 1120/QĐ, từ ngày 01/01/2026"));
	CHECK(!says(r, "/unit/group/81"));
	scene("UPDATE unit_group_seat SET valid_to = '2026-11-19'");
	r = ask_get("/");
	CHECK(!says(r, "Bạn phụ trách") && says(r, "/unit/group/81"));
	as(person("council", A));
	r = ask_get("/");
	CHECK(says(r, "/unit/group/81") && says(r, "/unit/group/83\">Cụm của xã") && !says(r, "state=sent"));
	as(person("unit_officer", A));
	CHECK(!says(ask_get("/"), "/unit/group/83"));
	/* what is reviewed waits no more */
	scene("UPDATE flow_case SET state = 'reviewed' WHERE flow = 'evaluation'");
	as(person("council", P));
	CHECK(!says(ask_get("/"), "Phiếu đang xem xét"));
	scene("UPDATE flow_case SET state = 'sent' WHERE flow = 'evaluation'");
	as(person("specialist", P));
	CHECK(!says(ask_get("/"), "chờ ý kiến Hội đồng: "));
	as(person("unit_officer", A));
	CHECK(!says(ask_get("/"), "chờ ý kiến Hội đồng: "));
	as(person("council", P));
	CHECK(!says(ask_get("/board.json"), "8765") && !says(ask_get("/board.csv"), "87.65"));
	as(person("unit_leader", A));
	r = ask_get("/board");
	CHECK(!says(r, "Phiếu chấm") && !says(r, "Đánh giá năm 2026"));
	/* a standing body below the one that holds the round */
	as(person("council", A));
	CHECK(!says(ask_get("/board"), "Phiếu chấm"));
	/* nor does an unknown sort find it */
	CHECK(ask_get("/board?sort=sheet").status == 200);
}

/* Of that polyline; 0 if it is not drawn. */
static int
points(struct reply r, const char *class)
{
	const char *s = strstr(r.body, mem_printf(scene_mem(), "<polyline class=\"%s\" points=\"", class));
	int n = 0;

	for (s = s ? strstr(s, "points=\"") + 8 : ""; *s && *s != '"'; s++)
		n += *s == ',';
	return n;
}

static void
a_chart_says_what_may_be_said(void)
{
	fresh();
	scene(plan);
	scene(figures);
	as(person("specialist", P));
	reported(1, A, "accepted", 1000, 100);
	reported(1, B, "accepted", 1000, 50);
	reported(2, A, "sent", 1000, 40);
	struct reply r = ask_get("/board");
	/* of an incomplete sum no change is told nor drawn */
	CHECK(says(r, "Tỷ lệ nghèo: 4% ở quý III/2026, sơ bộ") && !says(r, "giảm 3,5"));
	CHECK(says(r, "1/2 đơn vị, chưa so được"));
	CHECK(points(r, "l1") == 1);
	reported(2, B, "sent", 1000, 80);
	r = ask_get("/board");
	CHECK(says(r, "Tỷ lệ nghèo giảm 1,5 điểm %") && points(r, "l1") == 2);
	CHECK(says(r, "role=\"img\" aria-labelledby=\"trend-t\""));
	/* without targets against the whole, the farthest first */
	CHECK(says(r, "1 trong 2 đơn vị cao hơn mức chung 6%"));
	const char *bars = strstr(r.body, "units-t");
	CHECK(bars && strstr(bars, "Xã Bình") < strstr(bars, "Xã An"));
	/* a target that is only a draft is none */
	scene("INSERT INTO flow_case (id, flow, unit, state, at) VALUES (7, 'signup', 2, 'draft', 0);"
	    "INSERT INTO signup (id, flow_case, plan, unit, saved) VALUES (1, 7, 1, 2, 0);"
	    "INSERT INTO signup_target (signup, seq, indicator, year, value) VALUES (1, 1, 3, 2026, 300),"
	    " (1, 2, 2, 2026, 20000)");
	CHECK(says(ask_get("/board"), "cao hơn mức chung"));
	CHECK(!says(ask_get("/board"), "Hộ nghèo</option>"));
	scene("UPDATE flow_case SET state = 'registered' WHERE id = 7");
	r = ask_get("/board");
	CHECK(says(r, "1 trong 1 đơn vị chưa đạt chỉ tiêu năm 2026") && says(r, "4 / 3"));
	CHECK(!says(r, "Nét đứt"));				/* B is silent: no common aim */
	/* what is added up over the year is a share of its target: 100 + 40 of 200 */
	r = ask_get("/board?figure=2");
	CHECK(says(r, "70%") && says(r, "cộng từ đầu năm"));
	/* where more is better, the other way round */
	scene("INSERT INTO evaluation_round (id, flow_case, plan, unit, name, kind, window_from, window_to,"
	    " base_day, due_date) SELECT 1, 1, 1, 1, 'x', 'yearly', '2026-01-01', '2026-12-31', '2026-01-01',"
	    " '2026-12-01';"
	    "INSERT INTO evaluation_item (id, evaluation_round, plan_class, seq, anchor, text, kind, points)"
	    " VALUES (1, 1, 1, 1, '', 'x', 'formula', 1000);"
	    "INSERT INTO evaluation_rule (evaluation_item, formula, part, goal) VALUES (1, 'F6', 3, 0)");
	CHECK(says(ask_get("/board?figure=3"), "Cả 1 đơn vị đã đạt chỉ tiêu năm 2026"));
	/* both have a target: the whole's is by weight, (3 x 1000 + 5 x 1000) / 2000 */
	scene("INSERT INTO flow_case (id, flow, unit, state, at) VALUES (8, 'signup', 3, 'registered', 0);"
	    "INSERT INTO signup (id, flow_case, plan, unit, saved) VALUES (2, 8, 1, 3, 0);"
	    "INSERT INTO signup_target (signup, seq, indicator, year, value) VALUES (2, 1, 3, 2026, 500)");
	r = ask_get("/board");
	CHECK(says(r, "Nét đứt") && points(r, "goal") == 2 && says(r, ">4%</td>"));
	/* a commune's own board: what another signed up to is not in it */
	as(person("unit_leader", A));
	r = ask_get("/board");
	CHECK(!says(r, "Xã Bình") && says(r, "10%") && says(r, "3%"));
}

static void
all_of_it_in_english(void)
{
	fresh();
	scene(plan);
	scene(figures);
	reported(2, A, "sent", 1000, 40);
	as(person("specialist", P));
	struct ask a = ask_of("GET", "/board", "");
	a.cookie = mem_printf(scene_mem(), "%s; lang=en", a.cookie);
	struct reply r = ask_raw(a);
	CHECK(says(r, "Follow up: quý III/2026") && says(r, "Overdue, to be reminded"));
	a = ask_of("GET", "/", "");
	a.cookie = mem_printf(scene_mem(), "%s; lang=en", a.cookie);
	r = ask_raw(a);
	CHECK(says(r, "My work") && says(r, "Accept: ") && says(r, "has waited 3 days"));
}

static void
the_language_is_kept_and_leads_nowhere_else(void)
{
	fresh();
	struct reply r = ask_get("/lang?to=en&then=/plan%3Fq%3Da");
	CHECK(r.status == 303);
	SAME(leads(r), "/plan?q=a");
	CHECK(strstr(r.head, "Set-Cookie: lang=en") != NULL);
	SAME(leads(ask_get("/lang?to=en&then=//evil")), "/");
	SAME(leads(ask_get("/lang?to=en&then=https://evil")), "/");
	SAME(leads(ask_get("/lang?to=en&then=/%5Cevil")), "/");
	CHECK(strstr(ask_get("/lang?to=fr").head, "lang=vi") != NULL);
	SAME(leads(ask_get("/lang?to=en&then=/a%0d%0aX:y")), "/");
}

static void
health_tells_when_maintenance_stops(void)
{
	fresh();
	CHECK(ask_get("/health").status == 503);
	scene(mem_printf(scene_mem(), "INSERT INTO upkeep VALUES ('maintain', %lld, ''), ('secret', %lld, ''),"
	    " ('files', %lld, '')", (long long)NOW - 20, (long long)NOW - 20, (long long)NOW - 20));
	struct reply r = ask_get("/health");
	CHECK(r.status == 200);
	CHECK(says(r, "\"status\": \"ok\"") && strstr(r.head, "no-store"));
	at(NOW + 120);
	CHECK(ask_get("/health").status == 503);
	CHECK(says(ask_get("/health"), "maintenance is not running"));
	/* it runs, and cannot read the passwords */
	scene(mem_printf(scene_mem(), "UPDATE upkeep SET at = %lld WHERE name = 'maintain'", (long long)NOW + 119));
	r = ask_get("/health");
	CHECK(r.status == 503 && says(r, "secret.db cannot be read"));
	/* or what was attached */
	scene("UPDATE upkeep SET at = 9000000000 WHERE name = 'secret'");
	r = ask_get("/health");
	CHECK(r.status == 503 && says(r, "files.db cannot be read"));
	scene("DELETE FROM upkeep WHERE name = 'secret'");
	CHECK(ask_get("/health").status == 503);
}

/* Nor is it sent about to renew the session of whoever looks with his browser. */
static void
health_asks_nothing_of_a_session(void)
{
	fresh();
	scene(mem_printf(scene_mem(), "INSERT INTO upkeep VALUES ('maintain', %lld, ''), ('secret', %lld, ''),"
	    " ('files', %lld, '')", (long long)NOW + 900, (long long)NOW + 900, (long long)NOW + 900));
	as(person("auditor", P));
	at(NOW + 901);
	CHECK(ask_get("/").status == 303);
	CHECK(ask_get("/health").status == 200);
}

/* A log too long for a minute at most; a backup 26 hours after the last, or after it was
 * first wanted. */
static void
health_tells_of_the_log_and_of_the_backup(void)
{
	fresh();
	scene(mem_printf(scene_mem(), "INSERT INTO upkeep VALUES ('maintain', %lld, ''), ('secret', %lld, ''),"
	    " ('files', %lld, ''), ('log', %lld, '')", (long long)NOW, (long long)NOW, (long long)NOW, (long long)NOW - 59));
	struct reply r = ask_get("/health");
	CHECK(r.status == 503 && says(r, "the log grows"));
	scene("UPDATE upkeep SET at = at - 1 WHERE name = 'log'");
	CHECK(ask_get("/health").status == 200);
	/* where none is wanted an old one is no fault */
	scene("INSERT INTO upkeep VALUES ('backup', 1, '')");
	CHECK(ask_get("/health").status == 200);
	scene(mem_printf(scene_mem(), "INSERT INTO upkeep VALUES ('backup_wanted', %lld, '')", (long long)NOW - 26 * 3600 + 1));
	CHECK(ask_get("/health").status == 200);
	scene("UPDATE upkeep SET at = at - 1 WHERE name = 'backup_wanted'");
	r = ask_get("/health");
	CHECK(r.status == 503 && says(r, "the nightly backup is overdue"));
	scene(mem_printf(scene_mem(), "UPDATE upkeep SET at = %lld WHERE name = 'backup'", (long long)NOW - 26 * 3600 + 1));
	CHECK(ask_get("/health").status == 200);
}

/* A monitor reads one answer, whatever is broken, and no page made for people. */
static void
health_tells_that_the_database_fails(void)
{
	static const char *const tables[] = { "upkeep", "setting" };

	for (size_t i = 0; i < sizeof(tables) / sizeof(*tables); i++) {
		fresh();
		scene(mem_printf(scene_mem(), "ALTER TABLE %s RENAME TO gone", tables[i]));
		struct reply r = ask_get("/health");
		CHECK(r.status == 503 && r.length < 100);
		CHECK(says(r, "\"status\": \"portal.db cannot be read\""));
		CHECK(strstr(r.head, "application/json") && strstr(r.head, "no-store"));
		/* to people it is an error like others */
		CHECK(i == 0 || ask_get("/").status == 500);
	}
}

static void
tasks_wait_for_whoever_moves_them(void)
{
	fresh();
	scene(plan);
	scene("DELETE FROM plan_delivery; UPDATE plan SET signup_due = NULL; DELETE FROM plan_class_kind;"
	    "INSERT INTO flow_case (id, flow, unit, state, at) VALUES (701, 'task', 2, 'given', 0), (702, 'task', 3, 'given', 0);"
	    "INSERT INTO task (id, plan, text, text_plain, due_date, day, at) VALUES"
	    " (1, 1, 'Lập danh sách hộ', 'a', '2026-11-14', '2026-11-02', 0);"	/* a Saturday */
	    "INSERT INTO task_unit (id, task, unit, flow_case) VALUES (1, 1, 2, 701), (2, 1, 3, 702)");
	int64_t officer = person("unit_officer", A), leader = person("unit_leader", A);
	as(officer);
	struct reply r = ask_get("/");
	CHECK(says(r, "Nhận nhiệm vụ: Lập danh sách hộ (07/KH-UBND") && says(r, "href=\"/task/unit/1\""));
	CHECK(says(r, "quá hạn 4 ngày") && !says(r, "/task/unit/2"));
	scene("UPDATE flow_case SET state = 'signing' WHERE id = 701");
	CHECK(!says(ask_get("/"), "/task/unit/1"));
	as(leader);
	CHECK(says(ask_get("/"), "Gửi kết quả nhiệm vụ: Lập danh sách hộ"));
	scene("UPDATE flow_case SET state = 'sent' WHERE id = 701; UPDATE task_unit SET first_day = '2026-11-16'");
	CHECK(!says(ask_get("/"), "/task/unit/1"));
	as(person("specialist", A));		/* it is not his plan */
	CHECK(!says(ask_get("/"), "/task/unit/1"));
	as(person("specialist", P));
	r = ask_get("/");
	CHECK(says(r, "Tiếp nhận kết quả nhiệm vụ: Lập danh sách hộ") && !says(r, "quá hạn 4 ngày"));
	scene("UPDATE flow_case SET state = 'sent' WHERE id = 702");
	r = ask_get("/");
	CHECK(says(r, "Tiếp nhận 2 kết quả nhiệm vụ") && says(r, "href=\"/task/1\""));
	scene("UPDATE flow_case SET state = 'withdrawn' WHERE id > 700");
	CHECK(!says(ask_get("/"), "/task/"));
	as(officer);
	CHECK(!says(ask_get("/"), "/task/unit/1"));
}

/* Document 1 of A (a proposal to the province), 2 of P (a conclusion for A and B); answers 1 of P
 * to the first, 2 of A and 3 of B to the second. */
static const char documents[] =
	"INSERT INTO flow_case (id, flow, unit, state, at) VALUES (801, 'document', 2, 'draft', 0),"
	" (802, 'document', 1, 'sent', 0), (803, 'document_answer', 2, 'new', 0),"
	" (804, 'document_answer', 2, 'waiting', 0), (805, 'document_answer', 3, 'waiting', 0);"
	"INSERT INTO document (id, flow_case, unit, kind, number, date, subject, due_date) VALUES"
	" (1, 801, 2, 'proposal', '', NULL, 'Nâng mức vay', NULL),"
	" (2, 802, 1, 'conclusion', '03/KL', '2026-11-02', 'Rà soát hộ nghèo', '2026-11-14');"	/* a Saturday */
	"INSERT INTO document_answer (id, document, unit, flow_case) VALUES (1, 1, 1, 803), (2, 2, 2, 804), (3, 2, 3, 805);";

static void
a_document_waits_for_whoever_moves_it(void)
{
	fresh();
	scene(documents);
	int64_t officer = person("unit_officer", A), leader = person("unit_leader", A);
	as(officer);
	struct reply r = ask_get("/");
	CHECK(says(r, ">Soạn: Kiến nghị chính sách, Nâng mức vay<") && says(r, ">Soạn tiếp<") && says(r, "href=\"/document/1\""));
	/* many drafts are one piece of work */
	scene("INSERT INTO flow_case (id, flow, unit, state, at) VALUES (806, 'document', 2, 'draft', 0);"
	    "INSERT INTO document (id, flow_case, unit, kind) VALUES (3, 806, 2, 'proposal')");
	r = ask_get("/");
	CHECK(says(r, ">Soạn 2 kiến nghị, kết luận<") && says(r, "href=\"/document?state=draft\""));
	as(person("unit_officer", B));
	CHECK(!says(ask_get("/"), "Soạn tiếp"));
	as(person("auditor", P));
	CHECK(!says(ask_get("/"), "href=\"/document/"));
	scene("UPDATE flow_case SET state = 'dropped' WHERE id = 806; UPDATE flow_case SET state = 'signing' WHERE id = 801");
	as(officer);
	CHECK(!says(ask_get("/"), "href=\"/document/1\""));
	as(leader);
	CHECK(says(ask_get("/"), "Gửi: Kiến nghị chính sách, Nâng mức vay"));
	as(person("unit_leader", B));
	CHECK(!says(ask_get("/"), "href=\"/document/1\""));
	scene(mem_printf(scene_mem(), "INSERT INTO flow_step (flow_case, move, from_state, to_state, account, at, reason)"
	    " VALUES (801, 'back', 'signing', 'returned', %lld, 0, 'Ghi rõ văn bản nào');"
	    "UPDATE flow_case SET state = 'returned' WHERE id = 801", (long long)leader));
	as(officer);
	r = ask_get("/");
	CHECK(says(r, "Sửa, trình lại: Kiến nghị chính sách") && says(r, "Ghi rõ văn bản nào") && says(r, "Sửa và gửi lại"));
	CHECK(in_order(r, "Quá hạn và bị trả lại", "Ghi rõ văn bản nào"));
}

static void
who_has_to_do_with_documents_has_the_way_there(void)
{
	fresh();
	as(person("unit_officer", A));
	CHECK(says(ask_get("/"), "href=\"/document\">Kiến nghị<"));
	as(person("auditor", P));
	CHECK(says(ask_get("/"), "href=\"/document\""));
	as(person("clerk", P));
	CHECK(!says(ask_get("/"), "href=\"/document\""));
	as(0);
	CHECK(!says(ask_get("/"), "href=\"/document\""));
}

static void
an_answer_waits_for_whoever_moves_it(void)
{
	fresh();
	scene(documents);
	scene("UPDATE flow_case SET state = 'withdrawn' WHERE id = 801");
	int64_t officer = person("unit_officer", A), leader = person("unit_leader", A);
	int64_t specialist = person("specialist", P);
	as(officer);
	struct reply r = ask_get("/");
	CHECK(says(r, "Trả lời: Kết luận thống nhất 03/KL, Rà soát hộ nghèo") && says(r, "href=\"/document/answer/2\""));
	CHECK(says(r, "quá hạn 4 ngày") && !says(r, "/document/answer/3") && !says(r, "/document/answer/1"));
	as(specialist);		/* it is not his to answer, nor to accept yet */
	CHECK(!says(ask_get("/"), "/document/"));
	scene("UPDATE flow_case SET state = 'signing' WHERE id = 804");
	as(officer);
	CHECK(!says(ask_get("/"), "/document/"));
	as(leader);
	r = ask_get("/");
	CHECK(says(r, "Gửi trả lời: Kết luận thống nhất 03/KL") && says(r, "quá hạn 4 ngày"));
	/* answered, it is the turn of who asked, whose due day it is not */
	scene("UPDATE flow_case SET state = 'answered', unit = 1 WHERE id = 804;"
	    "UPDATE document_answer SET first_day = '2026-11-17' WHERE id = 2");
	CHECK(!says(ask_get("/"), "/document/"));
	as(person("signer", P));	/* sends, and does not judge */
	CHECK(!says(ask_get("/"), "/document/"));
	as(specialist);
	r = ask_get("/");
	CHECK(says(r, "Tiếp nhận trả lời: Kết luận thống nhất 03/KL") && says(r, "href=\"/document/answer/2\""));
	CHECK(!says(r, "quá hạn 4 ngày"));
	scene("UPDATE flow_case SET state = 'answered', unit = 1 WHERE id = 805");
	r = ask_get("/");
	CHECK(says(r, "Tiếp nhận 2 trả lời") && says(r, "href=\"/document/2\""));
	/* nobody accepts what he sent himself */
	scene(mem_printf(scene_mem(), "INSERT INTO flow_step (flow_case, move, from_state, to_state, account, at, reason)"
	    " VALUES (804, 'reply', 'signing', 'answered', %lld, 0, ''), (805, 'reply', 'signing', 'answered', %lld, 0, '')",
	    (long long)specialist, (long long)specialist));
	CHECK(!says(ask_get("/"), "Tiếp nhận"));
	scene("UPDATE flow_case SET state = 'withdrawn' WHERE id IN (804, 805)");
	CHECK(!says(ask_get("/"), "/document/"));
	as(officer);
	CHECK(!says(ask_get("/"), "/document/"));
}

/* While it is open and the unit has said nothing; late it never is. */
static void
a_draft_waits_for_who_is_asked(void)
{
	static const char asked[] =
	    "INSERT INTO flow_case (id, flow, unit, state, at) VALUES (81, 'plan', 1, 'draft', 0);"
	    "INSERT INTO plan (id, flow_case, unit, subject) VALUES (81, 81, 1, 'Bản làng không thuốc lá');"
	    "INSERT INTO account (id, login, name, name_key, name_plain, created) VALUES (81, 'x81', 'X', '', 'x', 0);"
	    "INSERT INTO feedback_draft (id, plan, account, at, day, due_date, ask) VALUES"
	    " (1, 81, 81, 0, '2026-11-01', '2026-11-23', 'Xem mục I');"
	    "INSERT INTO feedback_draft_unit (feedback_draft, unit) VALUES (1, 2), (1, 3)";

	fresh();
	scene(asked);
	as(person("unit_officer", D));
	CHECK(!says(ask_get("/"), "thuốc lá"));
	as(person("unit_officer", A));
	struct reply r = ask_get("/");
	CHECK(says(r, "Cho ý kiến về dự thảo: Bản làng không thuốc lá") && says(r, "href=\"/feedback/draft/1\""));
	CHECK(says(r, "còn 3 ngày"));
	scene("UPDATE feedback_draft_unit SET agreed = 1, account = 81, edition = 0 WHERE unit = 2");
	CHECK(!says(ask_get("/"), "thuốc lá"));
	as(person("unit_officer", B));
	scene("INSERT INTO feedback (id, plan, unit, account, at, text, text_plain, feedback_draft)"
	    " VALUES (1, 81, 3, 81, 0, 'a', 'a', 1)");
	CHECK(!says(ask_get("/"), "thuốc lá"));
	scene("UPDATE feedback SET withdrawn = 1");
	CHECK(says(ask_get("/"), "thuốc lá"));
	scene("UPDATE feedback_draft SET due_date = '2026-11-19'");
	CHECK(!says(ask_get("/"), "thuốc lá"));
	scene("UPDATE feedback_draft SET due_date = '2026-11-23', closed = 1");
	CHECK(!says(ask_get("/"), "thuốc lá"));
	/* what was said waits for who may see drafts, and nobody else is told of one; issued or not */
	scene("UPDATE feedback SET withdrawn = NULL");
	for (int issued = 0; issued < 2; issued++) {
		as(person("specialist", P));
		CHECK(says(ask_get("/"), "Tổng hợp góp ý: Bản làng không thuốc lá"));
		scene("CREATE TABLE had AS SELECT * FROM role_ability WHERE ability = 'plan.view'"
		    " AND role IN ('specialist', 'signer');"
		    "DELETE FROM role_ability WHERE ability = 'plan.view' AND role IN ('specialist', 'signer')");
		CHECK(!says(ask_get("/"), "góp ý: "));
		scene("INSERT INTO flow_case (id, flow, unit, state, at) VALUES (400, 'feedback', 1, 'submitted', 9);"
		    "INSERT INTO feedback_topic (id, flow_case, plan, name) VALUES (1, 400, 81, 'Chế tài');"
		    "UPDATE feedback SET feedback_topic = 1");
		as(person("signer", P));
		CHECK(!says(ask_get("/"), "góp ý: ") && !says(ask_get("/"), "Chế tài"));
		scene("INSERT INTO role_ability SELECT * FROM had; DROP TABLE had");
		CHECK(says(ask_get("/"), "Quyết định về góp ý: Chế tài"));
		scene("UPDATE feedback SET feedback_topic = NULL; DELETE FROM feedback_topic;"
		    "DELETE FROM flow_case WHERE id = 400;"
		    "UPDATE flow_case SET state = 'issued' WHERE id = 81; UPDATE plan SET date = '2026-11-20' WHERE id = 81");
	}
}

int
main(void)
{
	a_draft_waits_for_who_is_asked();
	tasks_wait_for_whoever_moves_them();
	a_document_waits_for_whoever_moves_it();
	an_answer_waits_for_whoever_moves_it();
	who_has_to_do_with_documents_has_the_way_there();
	signed_out_sees_what_stands();
	an_officer_sees_his_units_work_late_first();
	what_is_returned_comes_back_with_its_reason();
	each_next_step_waits_for_the_one_who_takes_it();
	a_score_sheet_waits_for_whoever_moves_it();
	a_sheet_of_another_says_whose_it_is();
	a_round_is_closed_when_due_and_published_when_closed();
	a_day_off_puts_off_what_waits();
	nominations_and_decisions_wait_in_turn();
	a_draft_without_an_officer_waits_for_its_leader();
	feedback_is_grouped_decided_and_told_to_its_sender();
	many_reports_to_accept_are_one_piece_of_work();
	nothing_to_do_says_why_and_what_is_next();
	a_plan_of_ones_own_waits_until_it_stands();
	a_date_of_a_plan_waits_for_who_keeps_it();
	a_units_plan_waits_for_its_own_people();
	a_plan_binds_by_the_level_that_launched_it();
	the_units_year_and_what_is_new();
	the_clerk_and_the_administrator_have_their_books();
	award_lists_name_nobody_on_the_front_page();
	only_official_figures_are_everybodys();
	the_front_page_lists_what_is_not_over();
	the_board_begins_where_something_is_to_be_done();
	the_board_counts_what_one_follows();
	the_board_shows_no_score_and_no_others_sheets();
	a_chart_says_what_may_be_said();
	all_of_it_in_english();
	the_language_is_kept_and_leads_nowhere_else();
	health_tells_when_maintenance_stops();
	health_asks_nothing_of_a_session();
	health_tells_of_the_log_and_of_the_backup();
	health_tells_that_the_database_fails();
	return done();
}
