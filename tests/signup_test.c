/* signup_test.c - a unit signs up to a plan, and who follows it. */

#include "tests/scene.h"

#include "cgi-bin/lib/reply.h"

enum { POOR = 1, MONEY = 2, ALL = 3, RATE = 4, NONE_OF = 5, START = 6 };	/* indicators */

static const char plans[] =
	"INSERT INTO flow_case (id, flow, unit, state, at) VALUES"
	" (51, 'plan', 1, 'issued', 0), (52, 'plan', 1, 'draft', 0), (53, 'report', 2, 'accepted', 0),"
	" (54, 'report', 2, 'draft', 0);"
	"INSERT INTO plan (id, flow_case, unit, number, date, subject, subject_plain, signup_due) VALUES"
	" (1, 51, 1, '07/KH-UBND', '2026-01-05', 'Cùng nhau giúp hộ nghèo', 'cung nhau giup ho ngheo', '2026-11-25'),"
	" (2, 52, 1, '', NULL, 'Bản nháp', 'ban nhap', NULL);"
	"UPDATE plan SET signup_due = signup_due;"
	"INSERT INTO plan_class (id, plan, seq, anchor, name) VALUES (1, 1, 1, 'II.2', 'Đối với xã, phường'),"
	" (2, 2, 1, 'II.2', 'Đối với xã'), (3, 1, 2, 'II.3', 'Đối với doanh nghiệp');"
	"INSERT INTO plan_class_kind VALUES (1, 'commune'), (2, 'commune'), (3, 'enterprise');"
	"INSERT INTO plan_criterion (plan_class, seq, anchor, text, points) VALUES"
	" (1, 1, 'II.2~1', 'Báo cáo đúng kỳ', 1250), (3, 1, 'II.3~1', 'Nhận đỡ đầu một thôn', NULL);"
	"INSERT INTO plan_recipient (id, plan, seq, text, purpose) VALUES (1, 1, 1, 'Sở Dân', 'act');"
	"INSERT INTO plan_delivery (plan, unit, recipient, sent) VALUES (1, 5, 1, 0);"
	"INSERT INTO unit_contact (unit, name, phone, valid_from, valid_to) VALUES"
	" (3, 'Lò Văn Bình', '0217 385 1111', '2020-01-01', '9999-12-31'),"
	" (2, 'Người thôi việc', '0217 385 2222', '2020-01-01', '2024-12-31');"
	"INSERT INTO indicator (id, code, name, measure, decimals, rule, numerator, denominator) VALUES"
	" (1, 'a', 'Hộ nghèo cuối kỳ', 'hộ', 0, 'sum', NULL, NULL),"
	" (2, 'b', 'Vốn huy động', 'triệu đồng', 1, 'sum', NULL, NULL),"
	" (3, 'c', 'Tổng số hộ', 'hộ', 0, 'sum', NULL, NULL),"
	" (4, 'd', 'Tỷ lệ hộ nghèo', '%', 2, 'rate', 1, 3),"
	" (5, 'e', 'Nhận xét bằng số', 'lần', 0, 'none', NULL, NULL),"
	" (6, 'f', 'Hộ nghèo đầu kỳ', 'hộ', 0, 'sum', NULL, NULL);"
	"INSERT INTO report_form (id, unit, name, kind) VALUES (1, 1, 'Quý', 'periodic');"
	"INSERT INTO report_section (id, report_form, seq, plan, title, kind) VALUES"
	" (1, 1, 1, 1, 'Số liệu', 'figures'), (2, 1, 2, 1, 'Của sở', 'figures');"
	"INSERT INTO report_section_kind VALUES (2, 'department');"
	"INSERT INTO report_line (report_section, seq, indicator, carry) VALUES"
	" (1, 1, 6, 1), (1, 2, 1, NULL), (1, 3, 4, NULL), (2, 1, 2, NULL);"
	"INSERT INTO report_period (id, report_form, name, window_from, window_to, opens) VALUES"
	" (1, 1, 'Quý II/2026', '2026-03-15', '2026-06-14', '2026-06-07'),"
	" (2, 1, 'Quý III/2026', '2026-06-15', '2026-09-14', '2026-09-07');"
	"INSERT INTO report (id, flow_case, report_period, unit, saved) VALUES (1, 53, 1, 2, 0), (2, 54, 2, 2, 0);"
	"INSERT INTO report_value VALUES (1, 1, 21400), (1, 3, 186200), (2, 1, 99900);";

static void
lay(void)
{
	fresh();
	scene(plans);
	/* each of the units that should sign up has somebody who may */
	person("unit_officer", A), person("unit_officer", B), person("unit_officer", D);
}

static struct reply
sends_for(int64_t unit, const char *fields)
{
	return ask_post(mem_printf(scene_mem(), "/signup/plan/1/unit/%lld", (long long)unit),
	    with(fields));
}

/* To save and look through, then to sign up: the answer is that of the first that is
 * refused, or of the last. */
static struct reply
joins_for(int64_t unit, const char *fields)
{
	struct reply r = sends_for(unit, mem_printf(scene_mem(), "do=check|%s", fields));

	return r.status != 303 ? r : ask_post(leads(r), mem_printf(scene_mem(), "edition=%s",
	    look_text(mem_printf(scene_mem(), "SELECT edition FROM signup WHERE unit = %lld", (long long)unit))));
}
#define joins(fields) joins_for(A, fields)

static struct reply
sends(const char *fields)
{
	return sends_for(A, fields);
}

/* That officer registers 180 poor households for his unit; answers the record's path. */
static const char *
registers(int64_t unit)
{
	as(person("unit_officer", unit));
	struct reply r = joins_for(unit, "t1_indicator=1|t1_year=2026|t1_value=180|t1_text=");
	CHECK(r.status == 303);
	return leads(r);
}

static int
moves(const char *record, const char *move, const char *reason)
{
	return ask_post(mem_printf(scene_mem(), "%s/move", record), with(mem_printf(scene_mem(),
	    "move=%s|reason=%s", move, reason))).status;
}

static void
a_plan_whose_period_is_over_asks_for_nothing_new(void)
{
	lay();
	const char *begun = registers(A);
	scene("UPDATE plan SET period_to = '2025' WHERE id = 1");
	CHECK(says(ask_get("/signup"), begun) && ask_get(begun).status == 200);
	as(person("unit_officer", B));
	CHECK(!says(ask_get("/signup"), "/signup/plan/1/unit/3"));
	/* but whoever opens the plan itself may still enter what was agreed on paper */
	CHECK(says(ask_get("/signup/plan/1/unit/3"), "Không phải điền mọi dòng"));
	CHECK(joins_for(B, "t1_indicator=1|t1_year=2026|t1_value=1|t1_text=").status == 303);
	CHECK(look("SELECT count(*) FROM signup WHERE unit = 3 AND first_day IS NOT NULL") == 1);
	CHECK(says(ask_get("/signup"), "/signup/"));
}

static void
the_form_knows_what_the_plan_asks_for(void)
{
	lay();
	as(person("unit_officer", A));
	struct reply r = ask_get("/signup/plan/1/unit/2");
	CHECK(r.status == 200);
	CHECK(says(r, "Cùng nhau giúp hộ nghèo") && says(r, "07/KH-UBND") && says(r, "còn 5 ngày"));
	CHECK(says(r, "name=\"t1_indicator\" value=\"1\""));
	CHECK(says(r, "name=\"t2_indicator\" value=\"4\""));
	/* the last report that stands, not the draft after it; a rate by its counts */
	CHECK(says(r, "214 <small>Quý II/2026") && says(r, "11,49 <small>Quý II/2026"));
	CHECK(!says(r, "999 <small>"));	/* a token may have any digits */
	/* what is carried over, what other kinds report, what does not add up */
	CHECK(!says(r, "name=\"t3_indicator\" value=\"2\""));
	CHECK(!says(r, "Nhận xét bằng số"));
	CHECK(says(r, "Báo cáo đúng kỳ") && says(r, "12,5 "));
	CHECK(!says(r, "Nhận đỡ đầu"));
	as(person("unit_officer", D));
	CHECK(says(ask_get("/signup/plan/1/unit/5"), "name=\"t1_indicator\" value=\"1\""));
	CHECK(says(ask_get("/signup/plan/1/unit/5"), "name=\"t3_indicator\" value=\"2\""));
	CHECK(look("SELECT count(*) FROM signup") == 0);
}

static void
a_draft_is_kept_and_the_second_is_the_same(void)
{
	lay();
	as(person("unit_officer", A));
	struct reply r = sends("do=save|t1_indicator=1|t1_year=2026|t1_value=1.180|t1_text=so với đầu kỳ"
	    "|t2_indicator=4|t2_year=2027|t2_value=9,75|t2_text="
	    "|t3_indicator=words|t3_year=2027|t3_value=|t3_text=Mỗi thôn một mô hình"
	    "|t4_indicator=|t4_year=2026|t4_value=|t4_text=|note=Sẽ rà lại");
	SAME(leads(r), "/signup/plan/1/unit/2");
	SAME(look_text("SELECT group_concat(coalesce(indicator, 'w') || ' ' || year || ' ' || coalesce(value, text), ';')"
	    " FROM signup_target"), "1 2026 118000;4 2027 975;w 2027 Mỗi thôn một mô hình");
	SAME(look_text("SELECT text FROM signup_target WHERE seq = 1"), "so với đầu kỳ");
	SAME(look_text("SELECT state FROM flow_case WHERE flow = 'signup'"), "draft");
	CHECK(look("SELECT count(*) FROM audit WHERE action = 'signup.save'") == 1);
	r = ask_get("/signup/plan/1/unit/2");
	CHECK(says(r, "value=\"1.180\"") && says(r, "value=\"9,75\"") && says(r, "Mỗi thôn một mô hình"));
	CHECK(says(r, "Sẽ rà lại") && says(r, "Đang lập"));
	/* another person of the same unit goes on with it */
	as(person("unit_leader", A));
	CHECK(sends("do=save|t1_indicator=1|t1_year=2026|t1_value=170|t1_text=|note=").status == 303);
	CHECK(look("SELECT count(*) FROM signup") == 1);
	CHECK(look("SELECT count(*) FROM flow_case WHERE flow = 'signup'") == 1);
	CHECK(look("SELECT count(*) FROM signup_target") == 1);
	CHECK(look("SELECT value FROM signup_target") == 17000);
	SAME(look_text("SELECT old FROM audit_value WHERE field = 'note' AND new = ''"), "Sẽ rà lại");
}

/* The order in which these stand on the page: "3 1 2". */
static const char *
order(struct reply r, const char *const *texts, int n)
{
	const char *out = "";

	for (const char *at_ = r.body; *at_; at_++)
		for (int i = 0; i < n; i++)
			if (!strncmp(at_, texts[i], strlen(texts[i])))
				out = mem_printf(scene_mem(), "%s%s%d", out, *out ? " " : "", i + 1);
	return out;
}
#define ORDER(r, ...) order(r, (const char *const[]){ __VA_ARGS__ }, \
	sizeof((const char *const[]){ __VA_ARGS__ }) / sizeof(char *))

static void
rows_stand_as_they_were_typed(void)
{
	lay();
	as(person("unit_officer", A));
	/* the first that is asked, 1, is left empty; its second year comes after words */
	const char *fields = "do=save|t1_indicator=1|t1_year=2026|t1_value=|t1_text="
	    "|t2_indicator=4|t2_year=2026|t2_value=9,5|t2_text="
	    "|t3_indicator=words|t3_year=2027|t3_value=|t3_text=Lời của xã"
	    "|t4_indicator=3|t4_year=2026|t4_value=18.000|t4_text=";
	CHECK(sends(fields).status == 303);
	struct reply r = ask_get("/signup/plan/1/unit/2");
	SAME(ORDER(r, "\"t1_indicator\" value=\"1\"", "\"t2_indicator\" value=\"4\"", ">Lời của xã<",
	    "value=\"18.000\""), "1 2 3 4");
	CHECK(says(r, "name=\"t4_value\" value=\"18.000\""));
	/* as asked, though the first comes again at the end */
	CHECK(sends(mem_printf(scene_mem(), "%s|t5_indicator=1|t5_year=2027|t5_value=150|t5_text=", fields)).status == 303);
	r = ask_get("/signup/plan/1/unit/2");
	SAME(ORDER(r, "value=\"9,5\"", ">Lời của xã<", "value=\"18.000\"", "value=\"150\""), "1 2 3 4");
	/* his own first, if he wrote so; what is asked is still there, once */
	CHECK(sends("do=save|t1_indicator=words|t1_year=2026|t1_value=|t1_text=Lời trước"
	    "|t2_indicator=4|t2_year=2026|t2_value=9|t2_text=").status == 303);
	r = ask_get("/signup/plan/1/unit/2");
	SAME(ORDER(r, "_indicator\" value=\"1\"", ">Lời trước<", "value=\"9\""), "1 2 3");
	r = ask_get(leads(joins("t1_indicator=words|t1_year=2026|t1_value=|t1_text=Lời trước"
	    "|t2_indicator=4|t2_year=2026|t2_value=9|t2_text=")));
	SAME(ORDER(r, "Lời trước", "Tỷ lệ hộ nghèo", "Hộ nghèo cuối kỳ"), "1 2");
}

static void
what_was_done_is_said(void)
{
	lay();
	as(person("unit_officer", A));
	struct reply r = sends("do=save|t1_indicator=1|t1_year=2026|t1_value=180|t1_text=");
	CHECK(says(ask_get(location(r)), "Đã lưu nháp của Xã An. Chưa phải là đăng ký"));
	CHECK(!says(ask_get(leads(r)), "Đã lưu nháp"));
	/* what is refused is not said to be done */
	CHECK(!says(joins("note=|t1_indicator=|t1_year=2026|t1_value=|t1_text="), "Đã đăng ký tham gia cho"));
	r = joins("t1_indicator=1|t1_year=2026|t1_value=180|t1_text=");
	const char *record = leads(r), *path = mem_printf(scene_mem(), "%s/move", record);
	CHECK(says(ask_get(location(r)), "Đã đăng ký tham gia cho Xã An"));
	as(person("specialist", P));
	CHECK(!says(ask_get(location(r)), "Đã đăng ký tham gia cho Xã An"));
	CHECK(!says(ask_post(path, with("move=return|reason=")), "Đã trả lại"));
	r = ask_post(path, with("move=return|reason=Thấp quá"));
	CHECK(says(ask_get(location(r)), "Đã trả lại bản đăng ký của Xã An"));
	as(person("unit_officer", A));
	CHECK(joins("t1_indicator=1|t1_year=2026|t1_value=170|t1_text=").status == 303);
	r = ask_post(path, with("move=change|reason=Tính lại"));
	CHECK(says(ask_get(location(r)), "Bản đăng ký của Xã An đã mở để sửa"));
}

static void
many_rows_are_all_kept(void)
{
	const char *fields = "do=save";

	lay();
	as(person("unit_officer", A));
	for (int i = 1; i <= 60; i++)
		fields = mem_printf(scene_mem(), "%s|t%d_indicator=words|t%d_year=2026|t%d_value=|t%d_text=Việc %d",
		    fields, i, i, i, i, i);
	CHECK(sends(fields).status == 303);
	CHECK(look("SELECT count(*) FROM signup_target") == 60);
	struct reply r = ask_get("/signup/plan/1/unit/2");
	CHECK(says(r, ">Việc 1<") && says(r, ">Việc 60<") && !says(r, "t61_"));
}

static void
what_a_colleague_saved_is_not_lost_unseen(void)
{
	lay();
	as(person("unit_officer", A));
	CHECK(sends("do=save|edition=0|t1_indicator=1|t1_year=2026|t1_value=180|t1_text=").status == 303);
	as(person("unit_leader", A));
	struct reply r = sends("do=save|edition=0|t1_indicator=1|t1_year=2026|t1_value=150|t1_text=");
	CHECK(r.status == 422);
	CHECK(says(r, "Bản đăng ký đã được lưu ở nơi khác lúc 10:00") && says(r, "value=\"150\""));
	CHECK(look("SELECT value FROM signup_target") == 18000);
	CHECK(says(r, "name=\"edition\" value=\"1\""));
	CHECK(sends("do=save|edition=1|t1_indicator=1|t1_year=2026|t1_value=150|t1_text=").status == 303);
	CHECK(look("SELECT value FROM signup_target") == 15000);
}

static void
registering_is_shown_and_read_back(void)
{
	lay();
	const char *record = registers(A);
	struct reply r = ask_get(record);

	CHECK(r.status == 200);
	CHECK(says(r, "Đã đăng ký tham gia") && says(r, "10:00, 20/11/2026") && says(r, "Người 1"));
	CHECK(says(r, "Hộ nghèo cuối kỳ") && says(r, ">180 hộ<"));
	CHECK(!says(r, "Trả lại bản đăng ký"));
	SAME(look_text("SELECT state FROM flow_case WHERE flow = 'signup'"), "registered");
	SAME(look_text("SELECT first_day FROM signup"), TODAY);
	CHECK(look("SELECT count(*) FROM audit WHERE action = 'signup.register' AND mandate > 0") == 1);
	r = ask_get(mem_printf(scene_mem(), "%s.json", record));
	CHECK(says(r, "\"value\": 180.00") && says(r, "\"state\": \"registered\""));
	/* the form leads there now, and does not take anything */
	SAME(leads(ask_get("/signup/plan/1")), record);
	SAME(leads(ask_get("/signup/plan/1/unit/2")), record);
	r = sends("do=save|t1_indicator=1|t1_year=2026|t1_value=17,5|t1_text=|note=x");
	CHECK(r.status == 409 && says(r, "Chỉ tiêu “Hộ nghèo cuối kỳ”, 2026: <b>17,5</b></li><li>Ghi chú") && !says(r, ">save<"));
	CHECK(joins("note=x").status == 409);
	CHECK(look("SELECT value FROM signup_target") == 18000);
}

static void
an_empty_sign_up_says_why(void)
{
	lay();
	as(person("unit_officer", A));
	struct reply r = joins("t1_indicator=1|t1_year=2026|t1_value=|t1_text=|note=");
	CHECK(r.status == 422);
	CHECK(says(r, "Cần ít nhất một chỉ tiêu") && says(r, "href=\"#note\""));
	CHECK(look("SELECT count(*) FROM signup") == 0);
	r = joins("t1_indicator=1|t1_year=2026|t1_value=|t1_text=|note=Chờ rà soát");
	CHECK(r.status == 303);
	r = ask_get(leads(r));
	CHECK(says(r, "Chờ rà soát") && says(r, "chưa đặt chỉ tiêu"));
}

/* Years are those of the plan, past ones too: a paper may come late. */
static void
a_target_is_for_a_year_of_the_plan(void)
{
	lay();
	scene("UPDATE plan SET period_from = '2027', period_to = '2030' WHERE id = 1");
	as(person("unit_officer", A));
	struct reply r = ask_get("/signup/plan/1/unit/2");
	CHECK(says(r, "<option value=\"2027\" selected>") && says(r, "<option value=\"2030\""));
	CHECK(!says(r, "<option value=\"2026\"") && !says(r, "<option value=\"2031\""));
	r = joins("t1_indicator=1|t1_year=2026|t1_value=12|t1_text=");
	CHECK(r.status == 422 && says(r, "Kế hoạch này nhận chỉ tiêu từ năm 2027 đến năm 2030: chọn một năm trong đó"));
	CHECK(says(r, "<option value=\"2026\" selected>"));
	CHECK(look("SELECT count(*) FROM signup") == 0);
	scene("UPDATE plan SET period_from = '2021', period_to = '2025-12-31' WHERE id = 1");
	r = ask_get("/signup/plan/1/unit/2");
	CHECK(says(r, "<option value=\"2025\" selected>") && says(r, "<option value=\"2021\""));
	CHECK(says(r, "<option value=\"2026\"") && !says(r, "<option value=\"2027\"") && !says(r, "<option value=\"2020\""));
	CHECK(joins("t1_indicator=1|t1_year=2021|t1_value=12|t1_text=").status == 303);
}

static void
faults_name_their_rows(void)
{
	lay();
	as(person("unit_officer", A));
	struct reply r = joins("t1_indicator=1|t1_year=2026|t1_value=12,5|t1_text="
	    "|t2_indicator=4|t2_year=2026|t2_value=mười|t2_text="
	    "|t3_indicator=1|t3_year=2027|t3_value=-1|t3_text="
	    "|t4_indicator=|t4_year=2026|t4_value=7|t4_text="
	    "|t5_indicator=words|t5_year=2026|t5_value=7|t5_text=Làm nhà"
	    "|t6_indicator=3|t6_year=1999|t6_value=7|t6_text="
	    "|t7_indicator=5|t7_year=2026|t7_value=7|t7_text="
	    "|t8_indicator=2|t8_year=2026|t8_value=|t8_text=nhiều hơn"
	    "|t9_indicator=2|t9_year=2026|t9_value=1.000.000.000.001|t9_text=");
	CHECK(r.status == 422);
	CHECK(says(r, "Chỉ tiêu “Hộ nghèo cuối kỳ”: Ghi số nguyên") && says(r, "value=\"12,5\""));
	CHECK(says(r, "Chỉ tiêu “Tỷ lệ hộ nghèo”: Ghi số như 12,5") && says(r, "tối đa 2 chữ số lẻ") && says(r, "value=\"mười\""));
	CHECK(says(r, "Chỉ tiêu “Hộ nghèo cuối kỳ”: Ghi số từ 0 đến 1.000.000.000.000") && says(r, "href=\"#t3_value\""));
	CHECK(says(r, "Chỉ tiêu ở dòng 4: Cần chọn chỉ số") && says(r, "id=\"t4_indicator\""));
	CHECK(says(r, "Chỉ tiêu ở dòng 5: Chỉ tiêu bằng lời không có ô số"));
	CHECK(says(r, "Chỉ tiêu “Tổng số hộ”: Năm phải từ 2000 đến 2100"));
	CHECK(says(r, "Chỉ tiêu ở dòng 7: Cần chọn chỉ số"));
	CHECK(says(r, "Chỉ tiêu “Vốn huy động”: Cần ghi số"));
	CHECK(says(r, "Chỉ tiêu “Vốn huy động”: Ghi số từ 0"));
	r = joins("t1_indicator=1|t1_year=2026|t1_value=99999999999999999999|t1_text=");
	CHECK(r.status == 422 && says(r, "Chỉ tiêu “Hộ nghèo cuối kỳ”: Ghi số từ 0 đến 1.000.000.000.000"));
	CHECK(look("SELECT count(*) FROM signup") == 0);
	CHECK(look("SELECT count(*) FROM flow_case WHERE flow = 'signup'") == 0);
	r = sends("do=save|t1_indicator=1|t1_year=2026|t1_value=1|t1_text="
	    "|t2_indicator=3|t2_year=2026|t2_value=9|t2_text="
	    "|t3_indicator=1|t3_year=2026|t3_value=2|t3_text=");
	CHECK(r.status == 422);
	CHECK(says(r, "Chỉ tiêu “Hộ nghèo cuối kỳ”: Chỉ số này đã ghi cho năm 2026 ở dòng 1"));
	/* a rate is of a whole: no more than all of it; a count may be more than 100 */
	r = sends("do=save|t1_indicator=4|t1_year=2026|t1_value=100,01|t1_text="
	    "|t2_indicator=1|t2_year=2026|t2_value=101|t2_text=");
	CHECK(r.status == 422 && says(r, "Chỉ tiêu “Tỷ lệ hộ nghèo”: Tỷ lệ không quá 100%: ghi số từ 0 đến 100")
	    && says(r, "href=\"#t1_value\"") && !says(r, "href=\"#t2_value\""));
	CHECK(sends("do=check|t1_indicator=4|t1_year=2026|t1_value=1e9|t1_text=").status == 422);
	char *long_text = mem_take(scene_mem(), 1002);
	memset(long_text, 'a', 1001);
	r = sends(mem_printf(scene_mem(), "do=save|t1_indicator=words|t1_year=2026|t1_value=|t1_text=%s", long_text));
	CHECK(r.status == 422);
	CHECK(says(r, "Chỉ tiêu ở dòng 1: Dài 1.001 ký tự, quá giới hạn 1.000"));
	char *note = mem_take(scene_mem(), 4002);
	memset(note, 'b', 4001);
	CHECK(sends(mem_printf(scene_mem(), "do=save|note=%s", note)).status == 422);
	CHECK(look("SELECT count(*) FROM signup") == 0);
	CHECK(sends("do=save|t1_indicator=4|t1_year=2026|t1_value=100|t1_text=").status == 303);
}

/* Before it counts it is shown as it was kept, beside what was reported; what another
 * changed meanwhile is looked at first. */
static void
it_is_looked_through_before_it_counts(void)
{
#define CHECK_OF "/signup/plan/1/unit/2/check"
	lay();
	as(person("unit_officer", A));
	CHECK(ask_get(CHECK_OF).status == 303 && ask_post(CHECK_OF, "edition=0").status == 409);
	struct reply r = sends("do=check|t1_indicator=4|t1_year=2026|t1_value=9,5|t1_text=|note=Chưa có tiền");
	SAME(leads(r), CHECK_OF);
	SAME(look_text("SELECT state FROM flow_case WHERE flow = 'signup'"), "draft");
	r = ask_get(CHECK_OF);
	CHECK(says(r, "Xem lại trước khi đăng ký") && says(r, "Tỷ lệ hộ nghèo") && says(r, "<b>9,5</b> %"));
	CHECK(says(r, "11,49 <small>Quý II/2026") && says(r, "Chưa có tiền"));
	CHECK(says(r, "href=\"/signup/plan/1/unit/2\"") && says(r, "name=\"edition\" value=\"1\""));
	as(person("unit_leader", A));
	CHECK(sends("do=save|edition=1|t1_indicator=4|t1_year=2026|t1_value=9|t1_text=").status == 303);
	as(person("unit_officer", A));
	r = ask_post(CHECK_OF, "edition=1");
	CHECK(r.status == 422 && says(r, "<li>Trang đã cũ: ") && says(r, "xem lại bản mới")
	    && says(r, "<b>9</b> %") && says(r, "name=\"edition\" value=\"2\""));
	/* So is what was looked at before the session ended. */
	scene(mem_printf(scene_mem(), "INSERT INTO draft VALUES (%lld, '" CHECK_OF "', 1, 'edition=1')",
	    (long long)person("unit_officer", A)));
	CHECK(says(ask_get(CHECK_OF), "name=\"edition\" value=\"1\""));
	scene("DELETE FROM draft");
	CHECK(!look("SELECT count(*) FROM audit WHERE action = 'signup.register'"));
	as(person("unit_officer", B));
	CHECK(ask_get(CHECK_OF).status == 404 && ask_post(CHECK_OF, "edition=2").status == 404);
	as(person("unit_officer", A));
	r = ask_post(CHECK_OF, "edition=2");
	CHECK(r.status == 303);
	SAME(leads(ask_get(CHECK_OF)), leads(r));
	CHECK(ask_post(CHECK_OF, "edition=2").status == 409);
	CHECK(look("SELECT count(*) FROM audit WHERE action = 'signup.register'") == 1);
	SAME(look_text("SELECT first_day FROM signup"), TODAY);
}

/* No report is missing where the target is in words. */
static void
a_target_in_words_has_no_last_report(void)
{
	lay();
	as(person("unit_officer", A));
	SAME(leads(sends("do=check|t1_indicator=words|t1_year=2026|t1_value=|t1_text=Mỗi thôn một tổ giúp nhau")), CHECK_OF);
	struct reply r = ask_get(CHECK_OF);
	CHECK(says(r, "Mỗi thôn một tổ giúp nhau") && says(r, "không áp dụng") && !says(r, "chưa có<"));
	CHECK(sends("do=check|edition=1|t1_indicator=2|t1_year=2026|t1_value=5|t1_text=").status == 303);
	r = ask_get(CHECK_OF);
	CHECK(!says(r, "không áp dụng") && says(r, "chưa có<"));
}

static void
what_is_not_mine_does_not_exist(void)
{
	lay();
	const char *record = registers(B), *json = mem_printf(scene_mem(), "%s.json", record);

	as(person("unit_officer", A));
	CHECK(ask_get(record).status == 404);
	CHECK(ask_get(json).status == 404);
	CHECK(moves(record, "change", "x") == 404);
	CHECK(ask_get("/signup/plan/1/unit/3").status == 404);
	CHECK(sends_for(B, "do=save|note=x").status == 404);
	CHECK(sends_for(P, "do=save|note=x").status == 404);
	CHECK(ask_post("/signup/plan/1", with("do=save|note=x")).status == 405);
	CHECK(!says(ask_get("/signup"), "Xã Bình") && says(ask_get("/signup"), "Xã An"));
	CHECK(!says(ask_get("/signup.csv"), "Xã Bình") && !says(ask_get("/signup.json"), "Xã Bình"));
	CHECK(ask_get("/signup/plan/1/units").status == 403);
	CHECK(ask_get("/signup/plan/1/units.csv").status == 403);
	/* a village is in no class of the plan, and was not sent it */
	as(person("unit_officer", A1));
	CHECK(ask_get("/signup/plan/1").status == 404);
	CHECK(ask_get("/signup/plan/1/unit/4").status == 404);
	CHECK(sends_for(A1, "do=save|note=x").status == 404);
	/* nor is there a plan that does not stand, or is not */
	as(person("unit_officer", A));
	CHECK(ask_get("/signup/plan/2").status == 404);
	CHECK(ask_get("/signup/plan/2/unit/2").status == 404);
	CHECK(ask_post("/signup/plan/2/unit/2", with("do=save|note=x")).status == 404);
	CHECK(ask_get("/signup/plan/99").status == 404);
	as(person("specialist", P));
	CHECK(ask_get("/signup/plan/2/units").status == 404);
	CHECK(ask_get("/signup/plan/99/units.csv").status == 404);
	CHECK(ask_get("/signup/plan/1").status == 403);
	CHECK(ask_get("/signup/plan/1/unit/2").status == 403);
	as(person("specialist", A));
	CHECK(ask_get(record).status == 404);
	CHECK(ask_get(json).status == 404);
	CHECK(moves(record, "return", "x") == 404);
	as(0);
	CHECK(ask_get(record).status == 303);
	CHECK(look("SELECT count(*) FROM signup") == 1);
	SAME(look_text("SELECT state FROM flow_case WHERE flow = 'signup'"), "registered");
}

static void
a_unit_that_is_gone_is_not_asked(void)
{
	lay();
	scene("UPDATE unit SET valid_to = '2026-11-19' WHERE id = 2");
	as(person("unit_officer", A));
	CHECK(ask_get("/signup/plan/1").status == 404);
	as(person("specialist", P));
	struct reply r = ask_get("/signup/plan/1/units");
	CHECK(says(r, "<body class=\"wide\">"));
	CHECK(!says(r, "Xã An") && says(r, "<b>0/2</b>"));
}

static void
late_is_said_and_let_through(void)
{
	lay();
	scene("UPDATE plan SET signup_due = '2026-11-15' WHERE id = 1");
	as(person("unit_officer", A));
	CHECK(says(ask_get("/signup"), "Chưa đăng ký, quá hạn 4 ngày"));	/* a Sunday */
	CHECK(says(ask_get("/signup/plan/1/unit/2"), "Vẫn đăng ký được"));
	struct reply r = ask_get(registers(A));
	CHECK(says(r, "Đăng ký muộn"));
	as(person("specialist", P));
	r = ask_get("/signup/plan/1/units?state=late");
	CHECK(says(r, "Xã An") && !says(r, "Xã Bình"));
	CHECK(says(ask_get("/signup/plan/1/units"), "trong đó muộn: 1"));
	CHECK(says(ask_get("/signup.csv"), "1,3,2,1,0"));
	/* on the very day it is in time */
	scene("UPDATE plan SET signup_due = '2026-11-20' WHERE id = 1");
	CHECK(!says(ask_get("/signup/plan/1/units?state=late"), "Xã An"));
}

/* Due on Sunday 15/11, Monday a holiday: in time on Tuesday, late on Wednesday. */
static void
a_day_off_puts_off_the_last_day(void)
{
	for (int late = 0; late < 2; late++) {
		lay();
		scene("INSERT INTO holiday (day, off, name, document) VALUES ('2026-11-16', 1, 'Nghỉ thử', 'x');"
		    "UPDATE plan SET signup_due = '2026-11-15' WHERE id = 1");
		at(NOW - (3 - late) * 86400);
		as(person("unit_officer", A));
		struct reply r = ask_get("/signup");
		CHECK(says(r, "17/11/2026") && says(r, "quá hạn 1 ngày") == late);
		r = ask_get("/signup/plan/1/unit/2");
		CHECK(says(r, "15/11/2026 (Chủ nhật, lùi đến 17/11/2026)"));
		CHECK(says(r, "Vẫn đăng ký được") == late);
		CHECK(says(ask_get("/signup.csv"), "2026-11-17") && !says(ask_get("/signup.csv"), "2026-11-15"));
		r = ask_get(registers(A));
		CHECK(says(r, "Đăng ký muộn") == late);
		as(person("specialist", P));
		CHECK(says(ask_get("/signup/plan/1/units?state=late"), "Xã An") == late);
		CHECK(says(ask_get("/signup/plan/1/units"), late ? "trong đó muộn: 1" : "trong đó muộn: 0"));
		CHECK(says(ask_get("/signup.csv"), late ? "2026-11-17,1,3,2,1,0" : "2026-11-17,1,3,2,0,0"));
	}
	at(NOW);
}

static void
a_return_has_its_reason_and_leads_back(void)
{
	lay();
	const char *record = registers(A);

	CHECK(moves(record, "return", "tự trả") == 404);
	as(person("specialist", B));
	CHECK(moves(record, "return", "x") == 404);
	as(person("council", P));
	CHECK(ask_get(record).status == 200);
	CHECK(moves(record, "return", "x") == 404);
	as(person("specialist", P));
	CHECK(says(ask_get(record), "Trả lại bản đăng ký"));
	struct reply r = ask_post(mem_printf(scene_mem(), "%s/move", record), "move=return&reason=");
	CHECK(r.status == 422);
	CHECK(says(r, "Cần ghi lý do") && says(r, "id=\"reason\""));
	CHECK(moves(record, "register", "") == 404);
	CHECK(moves(record, "change", "x") == 404);
	CHECK(moves(record, "return", "Chỉ tiêu thấp hơn kế hoạch tỉnh") == 303);
	/* what is being changed is the unit's own again */
	CHECK(ask_get(record).status == 404);
	CHECK(says(ask_get("/signup/plan/1/units?state=missing"), "Bị trả lại"));
	as(person("unit_officer", A));
	SAME(leads(ask_get(record)), "/signup/plan/1/unit/2");
	r = ask_get("/signup/plan/1/unit/2");
	CHECK(says(r, "Chỉ tiêu thấp hơn kế hoạch tỉnh") && says(r, "value=\"180\""));
	CHECK(says(ask_get("/signup"), "Bị trả lại"));
	/* registering is not a bare move: what is registered is looked at */
	CHECK(moves(record, "register", "") == 404);
	scene("UPDATE signup SET first_day = '2026-11-18'");
	CHECK(joins("t1_indicator=1|t1_year=2026|t1_value=160|t1_text=").status == 303);
	SAME(look_text("SELECT first_day FROM signup"), "2026-11-18");
	CHECK(look("SELECT value FROM signup_target") == 16000);
}

static void
nobody_returns_his_own(void)
{
	lay();
	int64_t both = person("unit_officer", A);

	scene(mem_printf(scene_mem(), "INSERT INTO mandate (account, unit, role, valid_from, valid_to)"
	    " VALUES (%lld, 1, 'specialist', '2020-01-01', '9999-12-31')", (long long)both));
	const char *record = registers(A);
	CHECK(!says(ask_get(record), "Trả lại bản đăng ký"));
	CHECK(moves(record, "return", "x") == 422);
	SAME(look_text("SELECT state FROM flow_case WHERE flow = 'signup'"), "registered");
	/* who writes and follows has both lists */
	CHECK(says(ask_get("/signup"), "href=\"/signup?of=all\"") && says(ask_get("/signup"), "Xã An"));
	CHECK(says(ask_get("/signup?of=all"), "Phải đăng ký"));
}

static void
a_change_takes_it_out_until_it_is_registered_again(void)
{
	lay();
	const char *record = registers(A);

	CHECK(moves(record, "change", "") == 422);
	char *reason = mem_take(scene_mem(), 4002);
	memset(reason, 'c', 4001);
	CHECK(moves(record, "change", reason) == 422);
	CHECK(moves(record, "change", "Tính lại theo điều tra") == 303);
	SAME(look_text("SELECT state FROM flow_case WHERE flow = 'signup'"), "draft");
	CHECK(moves(record, "change", "lần nữa") == 409);
	as(person("specialist", P));
	struct reply r = ask_get("/signup/plan/1/units");
	CHECK(says(r, "<b>0/3</b>") && says(r, "Chưa có chỉ tiêu nào bằng số"));
}

static void
who_has_not_comes_first_with_a_phone(void)
{
	lay();
	as(person("specialist", P));
	struct reply r = ask_get("/signup");
	CHECK(says(r, "href=\"/signup/plan/1/units\"") && !says(r, "Bản nháp"));
	r = ask_get("/signup/plan/1/units");
	CHECK(says(r, "<b>0/3</b>") && says(r, "Lò Văn Bình") && says(r, "0217 385 1111"));
	CHECK(!says(r, "Thôn Một") && !says(r, "UBND tỉnh Thử</a>"));
	CHECK(!says(r, "Người thôi việc"));
	const char *record = registers(A);
	registers(D);
	as(person("specialist", P));
	r = ask_get("/signup/plan/1/units");
	CHECK(says(r, "<b>2/3</b>") && says(r, record));
	CHECK(strstr(r.body, "Xã Bình") < strstr(r.body, "Xã An"));
	CHECK(says(r, "href=\"/unit/3\""));
	r = ask_get("/signup/plan/1/units?state=missing");
	CHECK(says(r, "Xã Bình") && !says(r, "Xã An") && !says(r, "Sở Dân"));
	r = ask_get("/signup/plan/1/units?state=registered");
	CHECK(!says(r, "Xã Bình") && says(r, "Xã An") && says(r, "Sở Dân"));
	r = ask_get("/signup/plan/1/units?state=late");
	CHECK(says(r, "Không có đơn vị nào khớp điều kiện lọc"));
	/* counts add up, each indicator and year apart, rates and words never */
	scene("INSERT INTO signup_target VALUES (1, 2, 4, '', 2026, 975), (1, 3, NULL, 'Lời', 2026, NULL),"
	    " (1, 4, 1, '', 2027, 15050)");
	r = ask_get("/signup/plan/1/units");
	CHECK(says(r, ">360<") && says(r, ">150,5<"));
	CHECK(!says(r, "Tỷ lệ hộ nghèo"));
	r = ask_get("/signup/plan/1/units.csv?state=registered");
	CHECK(says(r, "Xã An,UBND tỉnh Thử,Đã đăng ký,2026-11-20,4,,") && !says(r, "Xã Bình"));
	r = ask_get("/signup/plan/1/units.json?sort=-unit");
	CHECK(says(r, "\"total\": 3") && says(r, "\"phone\": \"0217 385 1111\""));
	CHECK(strstr(r.body, "Sở Dân") < strstr(r.body, "Xã An"));
	CHECK(ask_get("/signup/plan/1/units.xlsx").status == 200);
}

static void
where_nobody_could_is_apart(void)
{
	lay();
	scene("INSERT INTO plan_class_kind VALUES (1, 'village');"
	    "UPDATE plan SET signup_due = '2026-11-15' WHERE id = 1;"
	    "INSERT INTO unit_contact (unit, name, phone, valid_from, valid_to) VALUES"
	    " (1, 'Vi Thị Tỉnh', '0217 385 9999', '2020-01-01', '9999-12-31'),"
	    " (2, 'Hà Thị Xã', '0217 385 3333', '2020-01-01', '9999-12-31')");
	/* who reads there cannot sign up */
	person("specialist", A1);
	as(person("specialist", P));
	struct reply r = ask_get("/signup/plan/1/units");
	CHECK(says(r, "<b>0/3</b>") && says(r, "state=nobody\">1</a> đơn vị") && says(r, "state=missing\">3</a>"));
	CHECK(says(r, "tag none\">Chưa có người dùng<") && says(r, "Hà Thị Xã (Xã An)"));
	CHECK(strstr(r.body, "Xã Bình") < strstr(r.body, "Thôn Một"));
	r = ask_get("/signup/plan/1/units.csv?state=nobody");
	CHECK(says(r, "Thôn Một,Xã An,Chưa có người dùng,Hà Thị Xã (Xã An),0217 385 3333"));
	CHECK(!says(r, "Xã Bình") && !says(r, "quá hạn"));
	/* not among those that have not, in any face; nor is the province called for a department */
	r = ask_get("/signup/plan/1/units.csv?state=missing");
	CHECK(!says(r, "Thôn Một") && says(r, "Xã Bình") && !says(r, "0217 385 9999"));
	CHECK(says(ask_get("/signup/plan/1/units.json?state=missing"), "\"total\": 3"));
	CHECK(says(ask_get("/signup/plan/1/units.json?state=nobody"), "\"total\": 1"));
	CHECK(says(ask_get("/signup/plan/1/units.json?state=x"), "\"total\": 4"));
	CHECK(says(ask_get("/signup.csv"), ",0,3,3,0,1"));
	/* its own contact is called before its parent's */
	scene("INSERT INTO unit_contact (unit, name, phone, valid_from, valid_to) VALUES"
	    " (4, 'Trưởng Thôn', '0217 385 4444', '2020-01-01', '9999-12-31')");
	r = ask_get("/signup/plan/1/units.csv?state=nobody");
	CHECK(says(r, ",Trưởng Thôn,0217 385 4444") && !says(r, "Hà Thị Xã"));
	/* who may not sign in, or whose mandate has ended, is nobody */
	scene("UPDATE account SET disabled = 1 WHERE login = 'unit_officer.3';"
	    "UPDATE mandate SET valid_to = '2026-11-19' WHERE unit = 5");
	CHECK(says(ask_get("/signup.csv"), ",0,1,1,0,3"));
	/* what stands, stands, whoever left */
	registers(A);
	scene("UPDATE account SET disabled = 1 WHERE login = 'unit_officer.2'");
	as(person("specialist", P));
	CHECK(says(ask_get("/signup.csv"), ",1,1,0,1,3"));
	CHECK(!says(ask_get("/signup/plan/1/units?state=nobody"), "Xã An</a>"));
	as(person("unit_officer", A1));
	CHECK(ask_get("/signup/plan/1/units?state=nobody").status == 403);
	as(person("specialist", P));
	CHECK(says(ask_get("/signup.csv"), ",1,2,1,1,2"));
}

static void
a_follower_sees_his_own_scope(void)
{
	lay();
	scene("INSERT INTO plan_class_kind VALUES (1, 'village')");
	registers(A);
	registers(B);
	as(person("specialist", A));
	struct reply r = ask_get("/signup/plan/1/units");
	CHECK(says(r, "<b>1/1</b>") && says(r, "Xã An") && says(r, "Thôn Một"));
	CHECK(!says(r, "Xã Bình") && !says(r, "Sở Dân"));
	CHECK(says(r, ">180<") && !says(r, ">360<"));
	CHECK(!says(ask_get("/signup/plan/1/units.csv"), "Xã Bình"));
	CHECK(says(ask_get("/signup.csv"), "1,1,0,0,1"));
	as(person("specialist", A1));
	CHECK(says(ask_get("/signup/plan/1/units"), "<b>0/0</b>"));
	as(person("specialist", D));
	CHECK(!says(ask_get("/signup/plan/1/units"), "Thôn Một"));
	/* a mandate that ended counts for nothing */
	scene("UPDATE mandate SET valid_to = '2026-11-19' WHERE role = 'specialist'");
	CHECK(ask_get("/signup/plan/1/units").status == 403);
}

static void
the_list_puts_what_waits_first(void)
{
	lay();
	as(person("unit_officer", A1));
	CHECK(says(ask_get("/signup"), "Chưa có kế hoạch nào gửi tới đơn vị bạn"));
	as(person("clerk", P));
	CHECK(says(ask_get("/signup"), "Bạn chưa được giao"));
	scene("INSERT INTO flow_case (id, flow, unit, state, at) VALUES (60, 'plan', 1, 'issued', 0), (61, 'plan', 1, 'issued', 0);"
	    "INSERT INTO plan (id, flow_case, unit, subject, subject_plain, signup_due) VALUES"
	    " (3, 60, 1, 'Việc không hạn', 'viec khong han', NULL), (4, 61, 1, 'Việc quá hạn', 'viec qua han', '2026-11-10');"
	    "UPDATE plan SET signup_due = signup_due;"
	    "INSERT INTO plan_class (id, plan, seq, anchor, name) VALUES (4, 3, 1, 'I', 'Xã'), (5, 4, 1, 'I', 'Xã');"
	    "INSERT INTO plan_class_kind VALUES (4, 'commune'), (5, 'commune')");
	registers(A);
	struct reply r = ask_get("/signup");
	const char *late = strstr(r.body, "Việc quá hạn"), *open = strstr(r.body, "Việc không hạn"),
	    *there = strstr(r.body, "Cùng nhau giúp");
	CHECK(late && open && there && late < open && open < there);
	CHECK(says(r, "tag late\">Chưa đăng ký, quá hạn 10 ngày"));
	r = ask_get("/signup.csv?sort=-due");
	CHECK(says(r, "2026-11-10") && strstr(r.body, "Cùng nhau") < strstr(r.body, "Việc quá hạn"));
}

static void
one_person_may_write_for_two_units(void)
{
	lay();
	int64_t both = person("unit_officer", A);

	scene(mem_printf(scene_mem(), "INSERT INTO mandate (account, unit, role, valid_from, valid_to)"
	    " VALUES (%lld, 3, 'unit_officer', '2020-01-01', '9999-12-31')", (long long)both));
	as(both);
	struct reply r = ask_get("/signup/plan/1/unit/3");
	CHECK(says(r, "action=\"/signup/plan/1/unit/3\"") && says(r, "Đăng ký cho đơn vị nào"));
	CHECK(says(r, "href=\"/signup/plan/1/unit/2\""));
	CHECK(joins_for(B, "note=Đồng ý").status == 303);
	CHECK(look("SELECT unit FROM signup") == B);
	/* the one that has not comes up by itself */
	SAME(leads(ask_get("/signup/plan/1")), "/signup/plan/1/unit/2");
	CHECK(ask_get("/signup/plan/1/unit/5").status == 404);
}

static void
what_was_typed_outlives_the_session(void)
{
	lay();
	int64_t both = person("unit_officer", A);

	scene(mem_printf(scene_mem(), "INSERT INTO mandate (account, unit, role, valid_from, valid_to)"
	    " VALUES (%lld, 3, 'unit_officer', '2020-01-01', '9999-12-31');"
	    "UPDATE session SET expires = 0", (long long)both));
	as(both);
	struct reply r = sends_for(B, "do=save|t1_indicator=1|t1_year=2026|t1_value=77|t1_text=");
	SAME(leads(r), "/account/sign-in?then=/signup/plan/1/unit/3");
	scene("UPDATE session SET expires = 9000000000");
	/* his other unit's form is its own, and takes what is sent */
	r = ask_get("/signup/plan/1/unit/2");
	CHECK(says(r, "action=\"/signup/plan/1/unit/2\"") && !says(r, "value=\"77\"") && !says(r, "vẫn còn"));
	CHECK(joins_for(A, "note=Đồng ý").status == 303);
	r = ask_get("/signup/plan/1/unit/3");
	CHECK(says(r, "action=\"/signup/plan/1/unit/3\"") && says(r, "value=\"77\"") && says(r, "vẫn còn"));
	CHECK(sends_for(B, "do=save|t1_indicator=1|t1_year=2026|t1_value=77|t1_text=").status == 303);
	CHECK(!look("SELECT count(*) FROM draft") && look("SELECT value FROM signup_target") == 7700);
}

static void
english_is_english(void)
{
	lay();
	registers(A);
	as(person("specialist", P));
	struct ask a = ask_of("GET", "/signup/plan/1/units", "");

	a.cookie = mem_printf(scene_mem(), "%s; lang=en", a.cookie);
	struct reply r = ask_raw(a);
	CHECK(says(r, "Units signing up") && says(r, "tag none\">Not signed up<") && !says(r, "Chưa đăng ký"));
	as(person("unit_officer", B));
	a = ask_of("GET", "/signup/plan/1/unit/3", "");
	a.cookie = mem_printf(scene_mem(), "%s; lang=en", a.cookie);
	scene("UPDATE report SET unit = 3");
	r = ask_raw(a);
	CHECK(says(r, "Sign-up and targets") && says(r, "Under plan"));
	/* figures stand as they are to be typed */
	CHECK(says(r, ">11,49 <small>") && !says(r, "11.49"));
}

static void
a_blank_form_is_filled_in_by_pen(void)
{
	lay();
	as(person("unit_officer", A));
	CHECK(says(ask_get("/signup/plan/1/unit/2"), "/signup/plan/1/unit/2/print\">In mẫu trống"));
	struct reply r = ask_get("/signup/plan/1/unit/2/print");
	/* headed by what governs the area, not by the area */
	CHECK(says(r, "<p class=\"rule\"><b>ỦY BAN NHÂN DÂN XÃ AN</b></p>"));
	CHECK(by_pen(r) && says(r, "Cùng nhau giúp hộ nghèo") && says(r, "07/KH-UBND") && says(r, "25/11/2026"));
	CHECK(says(r, "<th scope=\"row\">Hộ nghèo cuối kỳ</th><td>hộ</td><td></td><td></td><td></td>"));
	CHECK(says(r, "<tr><td></td><td></td><td></td><td></td><td></td></tr>"));	/* of its own */
	CHECK(!says(r, "Vốn huy động") && !says(r, "214"));	/* asked of others; last reported */
	registers(A);
	r = ask_get("/signup/plan/1/unit/2/print");
	CHECK(by_pen(r) && !says(r, "180"));
	CHECK(ask_get("/signup/plan/1/unit/3/print").status == 404);
	CHECK(ask_get("/signup/plan/2/unit/2/print").status == 404);
	as(person("specialist", P));
	CHECK(ask_get("/signup/plan/1/unit/2/print").status == 403);
}

int
main(void)
{
	a_blank_form_is_filled_in_by_pen();
	a_plan_whose_period_is_over_asks_for_nothing_new();
	the_form_knows_what_the_plan_asks_for();
	a_draft_is_kept_and_the_second_is_the_same();
	rows_stand_as_they_were_typed();
	what_was_done_is_said();
	many_rows_are_all_kept();
	what_a_colleague_saved_is_not_lost_unseen();
	registering_is_shown_and_read_back();
	an_empty_sign_up_says_why();
	a_target_is_for_a_year_of_the_plan();
	faults_name_their_rows();
	it_is_looked_through_before_it_counts();
	a_target_in_words_has_no_last_report();
	what_is_not_mine_does_not_exist();
	a_unit_that_is_gone_is_not_asked();
	late_is_said_and_let_through();
	a_day_off_puts_off_the_last_day();
	a_return_has_its_reason_and_leads_back();
	nobody_returns_his_own();
	a_change_takes_it_out_until_it_is_registered_again();
	who_has_not_comes_first_with_a_phone();
	where_nobody_could_is_apart();
	a_follower_sees_his_own_scope();
	the_list_puts_what_waits_first();
	one_person_may_write_for_two_units();
	what_was_typed_outlives_the_session();
	english_is_english();
	return done();
}
