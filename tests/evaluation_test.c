/* evaluation_test.c - a round from its points to its publication, and who sees what. */

#include "tests/scene.h"

#include "cgi-bin/lib/reply.h"
#include "db/evaluation.h"

enum { REPORTS = 1, FUNDS = 2, RATE = 3, HALF = 4, TARGET = 5, PLAN = 6, LASTING = 7, HELP = 8 };

/* Plan 1 of the province: communes (class 1) and households (class 2).  A and B are in
 * cluster 1, C (unit 6) in cluster 2.  The start is the report of Quý IV/2025. */
static const char country[] =
	"INSERT INTO unit VALUES (6,'C','2000-01-01','9999-12-31'), (7,'A2','2000-01-01','9999-12-31');"
	"INSERT INTO unit_name (unit,name,name_key,name_plain,kind,valid_from,valid_to) VALUES"
	" (6,'Xã Cao','06','xa cao','commune','2000-01-01','9999-12-31'),"
	" (7,'Hợp tác xã Lúa','07','hop tac xa lua','enterprise','2000-01-01','9999-12-31');"
	"UPDATE unit_name SET region = 'II' WHERE unit = 2;"
	"INSERT INTO unit_under VALUES (6,6,0,'2000-01-01','9999-12-31'),(1,6,1,'2000-01-01','9999-12-31'),"
	" (7,7,0,'2000-01-01','9999-12-31'),(2,7,1,'2000-01-01','9999-12-31'),(1,7,2,'2000-01-01','9999-12-31');"
	"INSERT INTO unit_group (id, kind, name, unit, valid_from, valid_to) VALUES"
	" (1,'cluster','Cụm 1',1,'2020-01-01','9999-12-31'), (2,'cluster','Cụm 2',1,'2020-01-01','9999-12-31');"
	"INSERT INTO unit_member (unit_group, unit, valid_from, valid_to) VALUES"
	" (1,2,'2020-01-01','9999-12-31'), (1,3,'2020-01-01','9999-12-31'), (2,6,'2020-01-01','9999-12-31');"
	"INSERT INTO flow_case (id, flow, unit, state, at) VALUES (51,'plan',1,'issued',0), (52,'plan',1,'draft',0);"
	"INSERT INTO plan (id, flow_case, unit, number, date, subject, subject_plain, signup_due) VALUES"
	" (1,51,1,'07/KH-UBND','2026-01-05','Cùng giúp hộ nghèo','cung giup ho ngheo','2026-03-01'),"
	" (2,52,1,'',NULL,'Bản nháp','ban nhap',NULL);"
	"UPDATE plan SET signup_due = signup_due;"
	"INSERT INTO plan_class (id, plan, seq, anchor, name) VALUES (1,1,1,'III.2','Đối với xã'),"
	" (2,1,2,'III.5','Đối với hộ gia đình'), (3,1,3,'III.7','Đối với doanh nghiệp'), (4,2,1,'III.2','Nháp');"
	"INSERT INTO plan_class_kind VALUES (1,'commune'), (3,'enterprise'), (4,'commune');"
	"INSERT INTO plan_criterion (id, plan_class, seq, anchor, text, kind, points, applies) VALUES"
	" (1,1,1,'III.2.1','Báo cáo đúng kỳ','document',1000,''),"
	" (2,1,2,'III.2.2','Quản lý vốn vay đúng quy định','judged',2000,'nếu có vay vốn'),"
	" (3,1,3,'III.2.3','Tỷ lệ hộ nghèo giảm','formula',3000,''),"
	" (4,1,4,'III.2.4','Hộ nghèo, cận nghèo giảm trên 50%','formula',2000,''),"
	" (5,1,5,'III.2.5','Đạt chỉ tiêu đã đăng ký','formula',1000,''),"
	" (6,1,6,'III.2.6','Ban hành kế hoạch đúng hạn','document',1000,''),"
	" (7,2,1,'III.5.1','Thoát nghèo từ 03 năm','formula',5000,''),"
	" (8,2,2,'III.5.2','Giúp hộ khác','judged',5000,''),"
	" (9,3,1,'III.7.1','Đóng góp','judged',10000,''), (10,4,1,'III.2.1','Nháp','judged',100,'');"
	"INSERT INTO indicator (id, code, name, measure, decimals, rule, numerator, denominator) VALUES"
	" (1,'a','Hộ nghèo','hộ',0,'sum',NULL,NULL), (2,'b','Hộ cận nghèo','hộ',0,'sum',NULL,NULL),"
	" (3,'c','Tổng số hộ','hộ',0,'sum',NULL,NULL), (4,'d','Tỷ lệ hộ nghèo','%',2,'rate',1,3);"
	"INSERT INTO report_form (id, unit, name, kind) VALUES (1,1,'Quý','periodic');"
	"INSERT INTO report_section (id, report_form, seq, plan, title, kind) VALUES (1,1,1,1,'Số liệu','figures');"
	"INSERT INTO report_period (id, report_form, name, window_from, window_to, opens) VALUES"
	" (1,1,'Quý IV/2025','2025-09-15','2025-12-14','2025-12-07'),"
	" (2,1,'Quý II/2026','2026-03-15','2026-06-14','2026-06-07'),"
	" (3,1,'Quý III/2026','2026-06-15','2026-09-14','2026-09-07');"
	"INSERT INTO report_due (report_period, kind, due_date) VALUES (1,'commune','2025-12-25'), (2,'commune','2026-06-25'), (3,'commune','2026-09-25');"
	"INSERT INTO flow_case (id, flow, unit, state, at) VALUES (61,'report',2,'accepted',0), (62,'report',2,'accepted',0),"
	" (63,'report',2,'sent',0), (64,'signup',2,'registered',0);"
	"INSERT INTO report (id, flow_case, report_period, unit, saved) VALUES (1,61,1,2,0), (2,62,2,2,0), (3,63,3,2,0);"
	/* poor 500 of 2.000 (25,00 %), near-poor 371: 871; then 440 (22,00 %); then 360 (18,00 %), 75: 435 */
	"INSERT INTO report_value VALUES (1,1,50000),(1,2,37100),(1,3,200000),(2,1,44000),(2,2,20000),(2,3,200000),"
	" (3,1,36000),(3,2,7500),(3,3,200000);"
	"INSERT INTO report_sent (id, report, receipt, at, day, content, digest) VALUES"
	" (1,1,'BC-2025-1',0,'2025-12-20','{}',''), (2,2,'BC-2026-1',0,'2026-06-30','{}',''), (3,3,'BC-2026-2',0,'2026-09-25','{}','');"
	"INSERT INTO signup (id, flow_case, plan, unit, saved, first_day) VALUES (1,64,1,2,0,'2026-02-01');"
	"INSERT INTO signup_target (signup, seq, indicator, year, value) VALUES (1,1,4,2026,1800);";

static struct reply
sends(const char *path, const char *fields)
{
	return ask_post(path, with(fields));
}

/* With the edition that stands. */
static struct reply
saves(const char *path, int64_t sheet, const char *fields)
{
	int64_t edition = look(mem_printf(scene_mem(), "SELECT coalesce((SELECT edition FROM evaluation"
	    " WHERE id = %lld), 0)", (long long)sheet));

	return sends(path, mem_printf(scene_mem(), "edition=%lld|%s", (long long)edition, fields));
}

/* With the edition of round 1 that stands. */
static struct reply
designs(const char *path, const char *fields)
{
	return sends(path, mem_printf(scene_mem(), "edition=%lld|%s",
	    (long long)look("SELECT edition FROM evaluation_round WHERE id = 1"), fields));
}

/* With the number of a decision, and what stands. */
static struct reply
publishes(const char *fields)
{
	return sends("/evaluation/round/1/publish", mem_printf(scene_mem(), "stand=%s|%s",
	    evaluation_stand(scene_db(), scene_mem(), 1), fields));
}

static void
lay(void)
{
	fresh();
	scene(country);
}

static int64_t
item(const char *anchor)
{
	return look(mem_printf(scene_mem(), "SELECT id FROM evaluation_item WHERE anchor = '%s'", anchor));
}

static const char *
item_path(const char *anchor)
{
	return mem_printf(scene_mem(), "/evaluation/item/%lld", (long long)item(anchor));
}

static const char *
at_item(const char *prefix, const char *anchor)
{
	return mem_printf(scene_mem(), "%s%lld", prefix, (long long)item(anchor));
}

static const char add[] = "plan=1|unit=1|name=Đánh giá năm 2026|kind=yearly|window_from=1/1/2026"
    "|window_to=31/12/2026|base_day=1/1/2026|due_date=30/11/2026";

/* A round with the formulas of the seed, not yet open. */
static void
design(void)
{
	lay();
	as(person("specialist", P));
	SAME(leads(sends("/evaluation/add", add)), "/evaluation/round/1");
	CHECK(designs(item_path("III.2.1"), "formula=F7|source=reports|off_late=1|off_missing=2").status == 303);
	CHECK(designs(item_path("III.2.3"), "formula=F3|part=1|whole=3|goal=3|threshold=40|high_goal=4|partial=1").status == 303);
	CHECK(designs(item_path("III.2.4"), "formula=F4|part=1|plus=2|goal=50|region=1").status == 303);
	CHECK(designs(item_path("III.2.5"), "formula=F6|part=4|down=1|partial=1").status == 303);
	CHECK(designs(item_path("III.2.6"), "formula=F7|source=document|due_day=15/4/2026|off_late=3").status == 303);
	CHECK(designs(item_path("III.5.1"), "formula=F5|goal=36").status == 303);
	CHECK(designs("/evaluation/round/1/grades", "tie=base|name1=Xuất sắc|min1=90|floor1=85|quota1=|name2=Tốt|min2=70").status == 303);
}

static int
moves_round(const char *move, const char *reason)
{
	return sends("/evaluation/round/1/move", mem_printf(scene_mem(), "move=%s|reason=%s|edition=%lld",
	    move, reason, (long long)look("SELECT edition FROM evaluation_round WHERE id = 1"))).status;
}

static void
open_round(void)
{
	design();
	CHECK(moves_round("open", "") == 303);
}

/* That unit scores 2.2 by hand, and what the portal could not compute. */
static const char *
scores(int64_t unit, const char *funds)
{
	as(person("unit_officer", unit));
	struct reply r = sends(mem_printf(scene_mem(), "/evaluation/round/1/unit/%lld", (long long)unit),
	    mem_printf(scene_mem(), "%s=%s|%s=31/KH-UBND|%s=9/4/2026|%s=30|%s=Đã rà|%s=20|%s=Đã rà|%s=10|%s=Đã rà|do=save",
	    at_item("s", "III.2.2"), funds, at_item("d", "III.2.6"), at_item("dd", "III.2.6"),
	    at_item("s", "III.2.3"), at_item("t", "III.2.3"), at_item("s", "III.2.4"),
	    at_item("t", "III.2.4"), at_item("s", "III.2.5"), at_item("t", "III.2.5")));
	CHECK(r.status == 303);
	return leads(r);
}

/* One click, with the edition of each sheet that is shown. */
static struct reply
accepts(const char *which)
{
	return sends("/evaluation/round/1/units", mem_printf(scene_mem(), "%s%s", which,
	    look_text("SELECT coalesce(group_concat('|e' || id || '=' || edition, ''), '') FROM evaluation")));
}

static int
moves(const char *sheet, const char *move, const char *reason)
{
	int64_t edition = look(mem_printf(scene_mem(), "SELECT edition FROM evaluation WHERE id = %s",
	    strrchr(sheet, '/') + 1));

	return sends(mem_printf(scene_mem(), "%s/move", sheet), mem_printf(scene_mem(),
	    "move=%s|reason=%s|edition=%lld", move, reason, (long long)edition)).status;
}

static const char *
sent_by(int64_t unit, const char *funds)
{
	const char *sheet = scores(unit, funds);

	as(person("unit_leader", unit));
	CHECK(moves(sheet, "send", "") == 303);
	return sheet;
}

/* ---- the design ---- */

static void
a_round_is_made_of_the_plans_criteria(void)
{
	lay();
	as(person("specialist", P));
	CHECK(says(ask_get("/evaluation"), "Chưa có đợt đánh giá nào"));
	struct reply r = ask_get("/evaluation/add");
	CHECK(r.status == 200 && says(r, "07/KH-UBND") && !says(r, "Bản nháp"));
	SAME(leads(sends("/evaluation/add", add)), "/evaluation/round/1");
	r = ask_get("/evaluation/round/1/grades");	/* offered, and not set */
	CHECK(says(r, "value=\"Hoàn thành xuất sắc nhiệm vụ\"") && says(r, "chưa đặt mức nào"));
	CHECK(look("SELECT count(*) FROM evaluation_grade") == 0);
	CHECK(look("SELECT count(*) FROM evaluation_item") == 9);
	CHECK(look("SELECT points FROM evaluation_item WHERE anchor = 'III.2.3'") == 3000);
	SAME(look_text("SELECT condition FROM evaluation_item WHERE anchor = 'III.2.2'"), "nếu có vay vốn");
	CHECK(look("SELECT count(*) FROM audit WHERE action = 'evaluation.round_add'") == 1);
	r = ask_get("/evaluation/round/1");
	CHECK(r.status == 200 && says(r, "Đối với xã") && says(r, "Đang lập") && !says(r, "Đã qua các bước"));
	r = ask_get("/evaluation/round/1/class/1");
	CHECK(says(r, "/plan/1#III.2.4") && says(r, "Điểm tối đa lấy từ kế hoạch.") && !says(r, "Kế hoạch ghi"));
	scene("UPDATE evaluation_item SET points = 2500 WHERE anchor = 'III.2.2'");
	r = ask_get("/evaluation/round/1/class/1");
	CHECK(says(r, "Kế hoạch ghi 20</span>") && says(r, "đặt khác khi lập đợt"));
	scene("UPDATE evaluation_item SET points = 2000 WHERE anchor = 'III.2.2'");
	CHECK(says(ask_get("/evaluation/round/1.json"), "\"anchor\""));
	/* what cannot be */
	CHECK(sends("/evaluation/add", "plan=2|unit=1|name=X|kind=yearly|window_from=1/1/2026|window_to=31/12/2026|base_day=1/1/2026|due_date=30/11/2026").status == 422);
	r = sends("/evaluation/add", "plan=1|unit=1|name=X|kind=weekly|window_from=1/2/2026|window_to=1/1/2026|base_day=1/1/2027|due_date=1/1/2020");
	CHECK(r.status == 422 && says(r, "Chọn một loại") && says(r, "Ngày cuối phải từ ngày đầu"));
	CHECK(says(r, "phải trước ngày cuối") && says(r, "Hạn gửi phiếu phải từ"));
	CHECK(sends("/evaluation/add", "plan=1|unit=3|name=X|kind=yearly|window_from=1/1/2026|window_to=31/12/2026|base_day=1/1/2026|due_date=30/11/2026").status == 303);
	as(person("specialist", B));
	CHECK(sends("/evaluation/add", add).status == 422);	/* not his unit */
	CHECK(ask_get("/evaluation/round/1").status == 404);
	CHECK(look("SELECT count(*) FROM evaluation_round") == 2);
}

/* Taken along from the plan's page: filled in, and kept with the round, once. */
static void
a_round_is_opened_from_a_date_of_its_plan(void)
{
	lay();
	scene("INSERT INTO plan_date (id, plan, kind, day) VALUES (7, 1, 'midterm', '2026-12-20'),"
	    " (8, 1, 'report', '2026-12-25'), (9, 2, 'final', '2026-12-25'), (10, 1, 'final', '2027-12-20');"
	    "INSERT INTO flow_case (id, flow, unit, state, at) VALUES (59, 'plan', 1, 'issued', 0);"
	    "INSERT INTO plan (id, flow_case, unit, number, date, subject) VALUES (9, 59, 1, '9/KH', '2026-01-05', 'Khác');"
	    "INSERT INTO plan_class (id, plan, seq, anchor, name) VALUES (91, 9, 1, 'III', 'Đối với xã');"
	    "INSERT INTO plan_criterion (plan_class, seq, anchor, text, kind) VALUES (91, 1, 'III.1', 'Việc', 'judged')");
	as(person("specialist", P));
	struct reply r = ask_get("/evaluation/add?plan_date=7");
	CHECK(says(r, "value=\"Đánh giá sơ kết 07/KH-UBND\"") && says(r, "value=\"20/12/2026\"") && says(r, "value=\"09/12/2026\""));
	CHECK(says(r, "<option value=\"midterm\" selected>") && says(r, "name=\"plan_date\" value=\"7\""));
	CHECK(says(r, "href=\"/plan/1/date\""));
#define REVIEW "unit=1|name=Đánh giá sơ kết|kind=midterm|window_from=1/1/2026|window_to=9/12/2026|base_day=1/1/2026|due_date=20/12/2026"
	r = sends("/evaluation/add", "plan_date=7|plan=9|" REVIEW);
	CHECK(r.status == 422 && says(r, "của kế hoạch khác") && says(r, "name=\"plan_date\" value=\"7\""));
	/* nor is it used up by another unit's round, nor once its plan is ended or it is done */
	r = sends("/evaluation/add", "plan_date=7|plan=1|unit=2|name=Đánh giá sơ kết|kind=midterm|window_from=1/1/2026"
	    "|window_to=9/12/2026|base_day=1/1/2026|due_date=20/12/2026");
	CHECK(r.status == 422 && says(r, "do cơ quan khác ban hành") && says(r, "href=\"#unit\""));
	scene("INSERT INTO plan_change (plan, target, kind) VALUES (9, 1, 'recall')");
	r = sends("/evaluation/add", "plan_date=7|plan=1|" REVIEW);
	CHECK(r.status == 422 && says(r, "đã bị thay thế, thu hồi"));
	scene("DELETE FROM plan_change; UPDATE plan_date SET done = '2026-11-01' WHERE id = 7");
	CHECK(sends("/evaluation/add", "plan_date=7|plan=1|" REVIEW).status == 422);
	scene("UPDATE plan_date SET done = NULL");
	CHECK(look("SELECT count(*) FROM evaluation_round") == 0);
	CHECK(sends("/evaluation/add", "plan_date=7|plan=1|" REVIEW).status == 303);
	CHECK(look("SELECT plan_date FROM evaluation_round") == 7);
	/* again: the page leads to what was opened, the form is refused */
	SAME(leads(ask_get("/evaluation/add?plan_date=7")), "/evaluation/round/1");
	r = sends("/evaluation/add", "plan_date=7|plan=1|" REVIEW);
	CHECK(r.status == 422 && says(r, "không lập lần nữa"));
	CHECK(look("SELECT count(*) FROM evaluation_round") == 1);
	/* a date of a report, of a draft, of none */
	CHECK(ask_get("/evaluation/add?plan_date=8").status == 404 && ask_get("/evaluation/add?plan_date=9").status == 404);
	CHECK(ask_get("/evaluation/add?plan_date=99").status == 404);
	CHECK(sends("/evaluation/add", "plan_date=8|plan=1|" REVIEW).status == 404);
	as(person("specialist", A));		/* keeps no dates of P's plans */
	CHECK(ask_get("/evaluation/add?plan_date=10").status == 404);
	CHECK(sends("/evaluation/add", "plan_date=10|plan=1|" REVIEW).status == 404);
}

static void
points_are_set_and_shared(void)
{
	lay();
	as(person("specialist", P));
	sends("/evaluation/add", add);
	scene("UPDATE evaluation_item SET points = NULL WHERE plan_class = 1");
	struct reply r = sends("/evaluation/round/1/move", "move=open|edition=1");
	CHECK(r.status == 422 && says(r, "Còn điều phải làm xong mới chấm được") && says(r, "/evaluation/round/1/grades\">Mức xếp loại</a>: chưa có mức nào"));
	CHECK(says(r, "/evaluation/round/1/class/1\">Đối với xã</a>: chưa tiêu chí nào có điểm tối đa"));
	CHECK(sends("/evaluation/round/1/class/1", "edition=1|do=share").status == 303);
	CHECK(look("SELECT sum(points) FROM evaluation_item WHERE plan_class = 1") == 10000);
	CHECK(look("SELECT points FROM evaluation_item WHERE anchor = 'III.2.1'") == 1667);
	CHECK(look("SELECT points FROM evaluation_item WHERE anchor = 'III.2.6'") == 1666);
	/* two writers */
	r = sends("/evaluation/round/1/class/1", "edition=1|do=save");
	CHECK(r.status == 422 && says(r, "Đợt này đã được sửa ở nơi khác"));
	const char *edition = mem_printf(scene_mem(), "edition=%lld", (long long)look("SELECT edition FROM evaluation_round"));
	r = sends("/evaluation/round/1/class/1", mem_printf(scene_mem(), "%s|do=save|%s=mười", edition, at_item("p", "III.2.1")));
	CHECK(r.status == 422 && says(r, "từ 0 đến 1.000") && says(r, "value=\"mười\""));
	CHECK(sends("/evaluation/round/1/class/1", mem_printf(scene_mem(), "%s|do=save|%s=12,5|%s=full|%s=nếu có", edition,
	    at_item("p", "III.2.2"), at_item("k", "III.2.2"), at_item("c", "III.2.2"))).status == 303);
	CHECK(look("SELECT points FROM evaluation_item WHERE anchor = 'III.2.2' AND skip = 'full'") == 1250);
	/* a bonus, with its cap */
	edition = mem_printf(scene_mem(), "edition=%lld", (long long)look("SELECT edition FROM evaluation_round"));
	CHECK(sends("/evaluation/round/1/class/1", mem_printf(scene_mem(), "%s|do=bonus|bonus_text=|bonus_points=10", edition)).status == 422);
	CHECK(sends("/evaluation/round/1/class/1", mem_printf(scene_mem(), "%s|do=bonus|bonus_text=Cờ thi đua|bonus_points=10", edition)).status == 303);
	CHECK(look("SELECT points FROM evaluation_item WHERE bonus = 1") == 1000);
	edition = mem_printf(scene_mem(), "edition=%lld", (long long)look("SELECT edition FROM evaluation_round"));
	CHECK(sends("/evaluation/round/1/class/1", mem_printf(scene_mem(), "%s|drop=%lld", edition,
	    (long long)look("SELECT id FROM evaluation_item WHERE bonus = 1"))).status == 303);
	CHECK(look("SELECT count(*) FROM evaluation_item WHERE bonus = 1") == 0);
}

/* What would leave a sheet without a score is named where the round is opened, with the
 * way to mend it. */
static void
what_a_round_lacks_is_told_before_it_opens(void)
{
	static const char round_[] = "/evaluation/round/1";
	struct reply r;

	design();
	CHECK(!says(ask_get(round_), "Trước khi mở"));
	/* one criterion without points */
	scene("UPDATE evaluation_item SET points = NULL WHERE anchor = 'III.2.4'");
	r = ask_get(round_);
	CHECK(says(r, mem_printf(scene_mem(), "/evaluation/round/1/class/1#p%lld\">", (long long)item("III.2.4"))));
	CHECK(says(r, "chưa có điểm tối đa") && moves_round("open", "") == 422);
	/* a class that adds up to nothing, and one that does not add up to a hundred */
	scene("UPDATE evaluation_item SET points = 2500 WHERE anchor = 'III.2.4';"
	    "UPDATE evaluation_item SET points = 0 WHERE plan_class = 3");
	r = ask_get(round_);
	CHECK(says(r, "tổng điểm là 0") && says(r, "tổng điểm là 105, không phải 100"));
	CHECK(says(r, "1 tiêu chí có điểm khác điểm ghi trong kế hoạch"));
	CHECK(designs("/evaluation/round/1/move", "move=open|agree=1").status == 422);
	scene("UPDATE evaluation_item SET points = 2000 WHERE anchor = 'III.2.4';"
	    "UPDATE evaluation_item SET points = 10000 WHERE plan_class = 3");
	CHECK(!says(ask_get(round_), "Trước khi mở"));
	/* a formula of the plan without a rule; one that finds nothing in sheets of that class */
	CHECK(designs(item_path("III.2.3"), "formula=").status == 303);
	CHECK(designs(item_path("III.2.5"), "formula=F5|goal=36").status == 303);
	CHECK(designs(item_path("III.5.1"), "formula=F1|part=1|whole=3|goal=11").status == 303);
	r = ask_get(round_);
	CHECK(says(r, mem_printf(scene_mem(), "%s\">III.2.3 Tỷ lệ hộ nghèo giảm</a>: kế hoạch ghi là công thức", item_path("III.2.3"))));
	CHECK(says(r, "nhóm này là đơn vị") && says(r, "nhóm này là hộ, cá nhân"));
	/* a class of the plan that has none at all */
	scene("INSERT INTO plan_class (id, plan, seq, anchor, name) VALUES (9,1,9,'III.9','Đối với thôn');"
	    "INSERT INTO plan_class_kind VALUES (9,'village')");
	CHECK(says(ask_get(round_), "Đối với thôn</a>: kế hoạch không có tiêu chí nào"));
	/* it is opened by who says that he has seen it, and the trail says what */
	r = designs("/evaluation/round/1/move", "move=open");
	CHECK(r.status == 422 && says(r, "đánh dấu đã xem rồi mở") && says(r, "name=\"agree\""));
	CHECK(designs("/evaluation/round/1/move", "move=open|agree=1").status == 303);
	CHECK(look("SELECT count(*) FROM audit_value WHERE field = 'opened with' AND instr(new, 'III.2.3 Tỷ lệ hộ nghèo giảm')") == 1);
	CHECK(!says(ask_get(round_), "Trước khi mở"));
}

static void
formulas_are_rows(void)
{
	design();
	SAME(look_text("SELECT formula || part || plus || goal || region FROM evaluation_rule u JOIN evaluation_item i"
	    " ON i.id = u.evaluation_item WHERE i.anchor = 'III.2.4'"), "F41250001");
	struct reply r = ask_get(mem_printf(scene_mem(), "%s?formula=F1", item_path("III.2.3")));
	CHECK(r.status == 200 && says(r, "khoảng 11%") && !says(r, "Lấy từ"));
	CHECK(says(ask_get(item_path("III.2.3")), "value=\"40\""));
	/* refusals */
	CHECK(designs(item_path("III.2.3"), "formula=F9").status == 422);
	CHECK(designs(item_path("III.2.3"), "formula=F1|part=4|whole=3|goal=11").status == 422);	/* a rate is no count */
	CHECK(designs(item_path("III.2.3"), "formula=F1|part=1|goal=11").status == 422);
	CHECK(designs(item_path("III.2.3"), "formula=F2|part=1|whole=3|goal=0").status == 422);
	CHECK(designs(item_path("III.2.3"), "formula=F3|part=1|whole=3|goal=3|threshold=40").status == 422);
	CHECK(designs(item_path("III.5.1"), "formula=F5|goal=36,5").status == 422);
	CHECK(designs(item_path("III.2.5"), "formula=F6").status == 422);
	CHECK(designs(item_path("III.2.1"), "formula=F7|source=rumour").status == 422);
	CHECK(designs(item_path("III.2.6"), "formula=F7|source=document").status == 422);
	CHECK(designs(item_path("III.2.1"), "formula=F7|source=reports|off_late=11").status == 422);
	/* back to a person's own score */
	CHECK(designs(item_path("III.2.3"), "formula=").status == 303);
	CHECK(look("SELECT count(*) FROM evaluation_rule") == 5);
	/* grades: from the best down */
	r = designs("/evaluation/round/1/grades", "tie=base|name1=A|min1=70|name2=B|min2=80");
	CHECK(r.status == 422 && says(r, "phải thấp hơn mức trên"));
	CHECK(designs("/evaluation/round/1/grades", "tie=coin|name1=A|min1=70").status == 422);
	CHECK(designs("/evaluation/round/1/grades", "tie=base|name1=A|min1=bảy").status == 422);
	CHECK(designs("/evaluation/round/1/grades", "tie=base").status == 422);
	r = ask_get("/evaluation/round/1/grades");
	CHECK(says(r, "Xuất sắc") && !says(r, "chưa đặt mức nào"));
	as(person("specialist", A));
	CHECK(ask_get(item_path("III.2.3")).status == 404);
	CHECK(ask_get("/evaluation/item/99").status == 404);
}

/* Whoever decides by a page that another has made old is told, and nothing is done. */
static void
an_old_page_decides_nothing(void)
{
	static const char old[] = "sau khi bạn mở trang";
	static const char decision[] = "number=45/QĐ-UBND|day=20/11/2026|confirm=công bố|leave=1|why=Quá hạn";
	struct reply r;

	design();
	int64_t lines = look("SELECT count(*) FROM audit");
	CHECK((r = sends(item_path("III.2.3"), "edition=1|formula=")).status == 422 && says(r, old));
	CHECK(says(r, mem_printf(scene_mem(), "name=\"edition\" value=\"%lld\"",
	    (long long)look("SELECT edition FROM evaluation_round"))));
	CHECK(sends(item_path("III.2.3"), "formula=").status == 422);
	CHECK((r = sends("/evaluation/round/1/grades", "edition=1|tie=base|name1=Mới|min1=70")).status == 422);
	CHECK(says(r, old) && says(r, "value=\"Mới\""));
	r = sends("/evaluation/round/1", "edition=1|name=Khác|kind=yearly|window_from=1/1/2026|window_to=31/12/2026|base_day=1/1/2026|due_date=30/11/2026");
	CHECK(r.status == 422 && says(r, old) && says(r, "value=\"Khác\""));
	CHECK((r = sends("/evaluation/round/1/move", "edition=1|move=open")).status == 422 && says(r, old));
	CHECK(look("SELECT count(*) FROM audit") == lines);
	CHECK(says(ask_get(item_path("III.2.3")), "name=\"edition\"") && says(ask_get("/evaluation/round/1/grades"), "name=\"edition\""));
	/* a step makes it old as well */
	int64_t edition = look("SELECT edition FROM evaluation_round");
	CHECK(moves_round("open", "") == 303);
	r = sends("/evaluation/round/1/move", mem_printf(scene_mem(), "edition=%lld|move=close", (long long)edition));
	CHECK(r.status == 422 && says(r, old));
	/* a sheet that came back and was sent again is not the one that was read */
	const char *sheet = sent_by(A, "18");
	as(person("specialist", P));
	edition = look("SELECT edition FROM evaluation");
	CHECK(saves("/evaluation/1/review", 1, "do=return|reason=Rà lại").status == 303);
	as(person("unit_leader", A));
	CHECK(moves(sheet, "send", "") == 303);
	as(person("specialist", P));
	r = sends("/evaluation/1/review", mem_printf(scene_mem(), "edition=%lld|do=accept", (long long)edition));
	CHECK(r.status == 422 && says(r, old));
	CHECK(sends("/evaluation/1/review", mem_printf(scene_mem(), "edition=%lld|do=return|reason=x", (long long)edition)).status == 422);
	CHECK(accepts("sheet=1").status == 303);
	r = sends("/evaluation/1/move", mem_printf(scene_mem(), "edition=%lld|move=reopen|reason=x", (long long)edition));
	CHECK(r.status == 422 && says(r, old));
	/* nor is a ranking that one sheet has left since */
	CHECK(moves_round("close", "") == 303);
	const char *stand = evaluation_stand(scene_db(), scene_mem(), 1);
	CHECK(says(ask_get("/evaluation/round/1/publish"), mem_printf(scene_mem(), "name=\"stand\" value=\"%s\"", stand)));
	CHECK(moves(sheet, "reopen", "Tính nhầm") == 303 && accepts("sheet=1").status == 303);
	r = sends("/evaluation/round/1/publish", mem_printf(scene_mem(), "stand=%s|%s", stand, decision));
	CHECK(r.status == 422 && says(r, old) && says(r, "45/QĐ-UBND"));
	CHECK(publishes(decision).status == 303);
}

static void
an_open_round_is_frozen(void)
{
	design();
	as(person("unit_officer", A));
	CHECK(!says(ask_get("/evaluation"), "Đánh giá năm 2026"));	/* a draft is not seen */
	CHECK(ask_get("/evaluation/round/1/unit/2").status == 404);
	CHECK(ask_get("/evaluation/round/1/results").status == 404);
	as(person("specialist", P));
	CHECK(moves_round("open", "") == 303);
	CHECK(sends("/evaluation/round/1/class/1", "edition=1|do=share").status == 409);
	CHECK(designs(item_path("III.2.3"), "formula=").status == 409);
	CHECK(designs("/evaluation/round/1/grades", "tie=base|name1=A|min1=70").status == 409);
	CHECK(designs("/evaluation/round/1", "name=Khác|kind=yearly|window_from=1/1/2026|window_to=31/12/2026|base_day=1/1/2026|due_date=30/11/2026").status == 409);
	CHECK(says(ask_get("/evaluation/round/1"), "không sửa được nữa"));
	CHECK(says(ask_get("/evaluation/round/1/class/1"), "30"));
	CHECK(moves_round("open", "") == 409);
	CHECK(moves_round("publish", "") == 404);	/* it has its own page */
	as(person("unit_officer", A));
	CHECK(says(ask_get("/evaluation"), "Đánh giá năm 2026"));
	CHECK(moves_round("close", "") == 404);
}

/* ---- a sheet ---- */

static void
it_fills_itself_and_says_how(void)
{
	open_round();
	as(person("unit_officer", A));
	struct reply r = ask_get("/evaluation/round/1/unit/2");
	CHECK(r.status == 200);
	/* two reports fell due in the year: one late */
	CHECK(says(r, "1/2 báo cáo gửi đúng hạn") && says(r, "1 gửi muộn"));
	/* 25,00 to 18,00 in nine months: 9,33 points a year, the start below 40 % */
	CHECK(says(r, "Quý IV/2025: 500/2.000 = 25%") && says(r, "Quý III/2026: 360/2.000 = 18%"));
	CHECK(says(r, "sau 9 tháng, giảm bình quân 9,33 điểm phần trăm mỗi năm, phải giảm từ 3: đạt."));
	/* the sum of counts, 871 to 435 */
	CHECK(says(r, "tổng số 871") && says(r, "còn 435: giảm 50,06%, phải giảm trên 50%: đạt."));
	CHECK(says(r, "Chỉ tiêu đăng ký năm 2026: 18 %") && says(r, "(Quý III/2026): 18: đạt."));
	CHECK(says(r, "Hạn 15/04/2026. Ghi số và ngày"));
	CHECK(says(r, "href=\"/report/3\"") && says(r, "href=\"/report/1\""));
	CHECK(look("SELECT count(*) FROM evaluation") == 0);
	/* exactly half is not more than half */
	scene("UPDATE report_value SET value = 7600 WHERE report = 3 AND indicator = 2;"
	    "UPDATE report_value SET value = 37200 WHERE report = 1 AND indicator = 2");
	CHECK(says(ask_get("/evaluation/round/1/unit/2"), "giảm 50%, phải giảm trên 50%: chưa đạt."));
	/* a start of zero does not apply, nor a unit outside of the regions */
	scene("UPDATE report_value SET value = 0 WHERE report = 1 AND indicator IN (1, 2)");
	r = ask_get("/evaluation/round/1/unit/2");
	CHECK(says(r, "bằng 0 nên không áp dụng") && says(r, "<b>không phát sinh</b>"));
	scene("UPDATE unit_name SET region = '' WHERE unit = 2");
	CHECK(says(ask_get("/evaluation/round/1/unit/2"), "không thuộc khu vực I, II, III"));
	/* a draft report does not count; without figures a person scores */
	scene("UPDATE flow_case SET state = 'draft' WHERE id IN (61, 62, 63)");
	CHECK(says(ask_get("/evaluation/round/1/unit/2"), "tự chấm và ghi rõ căn cứ"));
	as(person("unit_officer", B));
	CHECK(says(ask_get("/evaluation/round/1/unit/3"), "chưa đăng ký chỉ tiêu"));
	CHECK(says(ask_get("/evaluation/round/1/unit/3"), "0/2 báo cáo gửi đúng hạn"));
}

static struct reply
in_english(const char *path)
{
	struct ask a = ask_of("GET", path, "");

	a.cookie = mem_printf(scene_mem(), "%s; lang=en", a.cookie);
	return ask_raw(a);
}

/* A rise is called a rise, in both languages; a figure that is missing is named, beside
 * the one that there is. */
static void
it_says_what_rose_and_what_is_missing(void)
{
	static const char form[] = "/evaluation/round/1/unit/2";
	struct reply r;

	open_round();
	/* 871 at the start; 935 now: 560 and 375, and the rate from 25 to 28 */
	scene("UPDATE report_value SET value = 56000 WHERE report = 3 AND indicator = 1;"
	    "UPDATE report_value SET value = 37500 WHERE report = 3 AND indicator = 2");
	as(person("unit_officer", A));
	r = ask_get(form);
	CHECK(says(r, "lên 935: tăng 7,35%, phải giảm trên 50%: chưa đạt.") && !says(r, "giảm -"));
	CHECK(says(r, "tăng bình quân 4 điểm phần trăm mỗi năm, phải giảm từ 3: chưa đạt."));
	r = in_english(form);
	CHECK(says(r, "to 935: a rise of 7.35%") && says(r, "an average rise of 4 percentage points") && !says(r, "fall of -"));
	scene("UPDATE report_value SET value = 50000 WHERE report = 3 AND indicator = 1;"
	    "UPDATE report_value SET value = 37100 WHERE report = 3 AND indicator = 2");
	r = ask_get(form);
	CHECK(says(r, "vẫn 871: không tăng không giảm, phải giảm trên 50%") && says(r, "sau 9 tháng, không tăng không giảm"));
	/* no target: what there is, is said */
	scene("UPDATE signup_target SET year = 2020");
	CHECK(says(ask_get(form), "Số cuối kỳ đã có: Quý III/2026: 500/2.000 = 25%."));
	scene("UPDATE signup_target SET year = 2026");
	/* no start: what is asked, until when, and the end that there is, with its report */
	scene("UPDATE flow_case SET state = 'draft' WHERE id = 61");
	r = ask_get(form);
	CHECK(says(r, "Thiếu số đầu kỳ: chưa có báo cáo nào kết thúc đến ngày 01/01/2026 cho đủ số liệu (Hộ nghèo, Tổng số hộ)."));
	CHECK(says(r, "Số cuối kỳ đã có: Quý III/2026: 500/2.000 = 25%.") && says(r, "Số cuối kỳ đã có: Quý III/2026: 871."));
	CHECK(says(r, "<span class=\"care\">Thiếu số đầu kỳ") && says(r, "href=\"/report/3\""));
	/* no end */
	scene("UPDATE flow_case SET state = 'accepted' WHERE id = 61; UPDATE flow_case SET state = 'draft' WHERE id IN (62, 63)");
	r = ask_get(form);
	CHECK(says(r, "Thiếu số cuối kỳ: chưa có báo cáo nào kết thúc từ 01/01/2026 đến 31/12/2026"));
	CHECK(says(r, "Số đầu kỳ đã có: Quý IV/2025: 500/2.000 = 25%.") && says(r, "href=\"/report/1\""));
	/* the start is counted until so late that nothing comes after it */
	scene("UPDATE flow_case SET state = 'accepted' WHERE id IN (62, 63);"
	    "UPDATE evaluation_round SET base_day = '2026-10-01'");
	CHECK(says(ask_get(form), "chưa có báo cáo nào sau số đầu kỳ (Quý III/2026: 871)"));
	/* its own target in proportion of a fall from nothing */
	scene("UPDATE evaluation_round SET base_day = '2026-01-01'; UPDATE report_value SET value = 50000 WHERE report = 3 AND indicator = 1;"
	    "UPDATE flow_case SET state = 'draft' WHERE id IN (61, 62)");
	CHECK(says(ask_get(form), "không có số trước ngày 01/01/2026 nên không tính được theo tỷ lệ: chưa đạt."));
}

static void
a_draft_is_kept_half_filled(void)
{
	open_round();
	as(person("unit_officer", A));
	struct reply r = sends("/evaluation/round/1/unit/2", mem_printf(scene_mem(), "%s=12,5|note=Sẽ rà|do=save",
	    at_item("s", "III.2.2")));
	SAME(leads(r), "/evaluation/1");
	CHECK(look("SELECT s.points FROM evaluation_score s JOIN evaluation_item i ON i.id = s.evaluation_item"
	    " WHERE i.anchor = 'III.2.2' AND s.stage = 'own'") == 1250);
	/* the portal's: 10 less 1, all, all, all; the document has no day yet */
	SAME(look_text("SELECT group_concat(i.anchor || ' ' || s.points, ';') FROM evaluation_score s"
	    " JOIN evaluation_item i ON i.id = s.evaluation_item WHERE s.computed = 1"),
	    "III.2.1 900;III.2.3 3000;III.2.4 2000;III.2.5 1000");
	SAME(look_text("SELECT note FROM evaluation"), "Sẽ rà");
	r = ask_get("/evaluation/1");
	CHECK(says(r, "value=\"12,5\"") && says(r, "Sẽ rà"));
	CHECK(look("SELECT count(*) FROM audit WHERE action = 'evaluation.save'") == 1);
	/* a colleague has begun it meanwhile: what was typed is kept */
	r = sends("/evaluation/round/1/unit/2", mem_printf(scene_mem(), "edition=0|%s=7,5|do=save", at_item("s", "III.2.2")));
	CHECK(r.status == 422 && says(r, "value=\"7,5\"") && says(r, "sau khi bạn mở trang"));
	SAME(leads(ask_get("/evaluation/round/1/unit/2")), "/evaluation/1");
	/* faults named, and all that was typed kept */
	r = saves("/evaluation/1", 1, mem_printf(scene_mem(), "%s=21|%s=Vì thế|do=save", at_item("s", "III.2.2"), at_item("t", "III.2.2")));
	CHECK(r.status == 422 && says(r, "21 vượt giới hạn của tiêu chí này. Ghi số từ 0 đến 20"));
	CHECK(says(r, "value=\"21\"") && says(r, "Vì thế") && says(r, "#s2"));
	CHECK(saves("/evaluation/1", 1, mem_printf(scene_mem(), "%s=-1", at_item("s", "III.2.2"))).status == 422);
	CHECK(saves("/evaluation/1", 1, mem_printf(scene_mem(), "%s=19.07", at_item("s", "III.2.2"))).status == 422);
	/* what the portal computes is not typed over */
	CHECK(saves("/evaluation/1", 1, mem_printf(scene_mem(), "%s=99|%s=15", at_item("s", "III.2.1"), at_item("s", "III.2.2"))).status == 303);
	CHECK(look("SELECT s.points FROM evaluation_score s JOIN evaluation_item i ON i.id = s.evaluation_item"
	    " WHERE i.anchor = 'III.2.1' AND s.stage = 'own'") == 900);
	/* not applicable: only where the plan says so, and not with a score */
	CHECK(saves("/evaluation/1", 1, mem_printf(scene_mem(), "%s=15|%s=1", at_item("s", "III.2.2"), at_item("na", "III.2.2"))).status == 422);
	CHECK(saves("/evaluation/1", 1, mem_printf(scene_mem(), "%s=|%s=1", at_item("s", "III.2.2"), at_item("na", "III.2.2"))).status == 303);
	CHECK(look("SELECT count(*) FROM evaluation_score WHERE skipped = 1 AND points IS NULL") == 1);
	CHECK(saves("/evaluation/1", 1, mem_printf(scene_mem(), "%s=|%s=1", at_item("s", "III.2.6"), at_item("na", "III.2.6"))).status == 303);
	CHECK(look("SELECT count(*) FROM evaluation_score WHERE skipped = 1") == 0);
	/* what a colleague saved is not lost unseen */
	r = sends("/evaluation/1", mem_printf(scene_mem(), "edition=1|%s=3", at_item("s", "III.2.2")));
	CHECK(r.status == 422 && says(r, "lưu lần nữa để thay bằng bản này") && says(r, "value=\"3\""));
	/* the document's day: late, on time, ahead, without its number */
	CHECK(saves("/evaluation/1", 1, mem_printf(scene_mem(), "%s=31/KH|%s=16/4/2026", at_item("d", "III.2.6"), at_item("dd", "III.2.6"))).status == 303);
	CHECK(look("SELECT points FROM evaluation_score WHERE document = '31/KH'") == 700);
	CHECK(look("SELECT count(*) FROM audit_value WHERE instr(new, '31/KH 2026-04-16')") == 1);
	CHECK(saves("/evaluation/1", 1, mem_printf(scene_mem(), "%s=31/KH|%s=9/4/2026", at_item("d", "III.2.6"), at_item("dd", "III.2.6"))).status == 303);
	CHECK(look("SELECT points FROM evaluation_score WHERE document = '31/KH'") == 1000);
	CHECK(saves("/evaluation/1", 1, mem_printf(scene_mem(), "%s=|%s=9/4/2026", at_item("d", "III.2.6"), at_item("dd", "III.2.6"))).status == 422);
	CHECK(saves("/evaluation/1", 1, mem_printf(scene_mem(), "%s=31/KH|%s=9/4/2027", at_item("d", "III.2.6"), at_item("dd", "III.2.6"))).status == 422);
	/* another unit's is none of his */
	CHECK(sends("/evaluation/round/1/unit/3", "do=save").status == 404);
	as(person("unit_officer", B));
	CHECK(ask_get("/evaluation/1").status == 404 && ask_get("/evaluation/1.json").status == 404);
	CHECK(saves("/evaluation/1", 1, "note=x").status == 404);
	CHECK(ask_get("/evaluation/1/print").status == 404);
	/* the board knows of it, not of its scores */
	as(person("specialist", P));
	r = ask_get("/evaluation/1");
	CHECK(r.status == 200 && says(r, "chưa xem được điểm") && !says(r, "Sẽ rà"));
	CHECK(!says(ask_get("/evaluation/1.json"), "criteria"));
	CHECK(ask_get("/evaluation/1/print").status == 404);
	CHECK(saves("/evaluation/1", 1, "note=x").status == 403);
}

static void
the_leader_sends_what_is_whole(void)
{
	open_round();
	as(person("unit_officer", A));
	sends("/evaluation/round/1/unit/2", "do=save");
	struct reply r = ask_get("/evaluation/1/check");
	CHECK(says(r, "hoặc đánh dấu không phát sinh") && says(r, "chưa chấm: ghi điểm, không đạt thì ghi 0"));
	CHECK(moves("/evaluation/1", "submit", "") == 422);
	CHECK(moves("/evaluation/1", "send", "") == 404);	/* an officer does not send */
	CHECK(saves("/evaluation/1", 1, mem_printf(scene_mem(), "%s=18|%s=10", at_item("s", "III.2.2"), at_item("s", "III.2.6"))).status == 303);
	r = ask_get("/evaluation/1/check");
	CHECK(says(r, "cổng chưa tính được nên cần thuyết minh"));
	CHECK(saves("/evaluation/1", 1, mem_printf(scene_mem(), "%s=18|%s=10|%s=Ban hành trên giấy", at_item("s", "III.2.2"),
	    at_item("s", "III.2.6"), at_item("t", "III.2.6"))).status == 303);
	CHECK(says(ask_get("/evaluation/1/check"), "Phiếu đã đủ điểm"));
	CHECK(says(ask_get("/evaluation/1/check"), "<p class=\"no-print\"><a href=\"/evaluation/1"));
	CHECK(moves("/evaluation/1", "submit", "") == 303);
	/* what was typed is told by its labels, which a choice has none of */
	r = saves("/evaluation/1", 1, mem_printf(scene_mem(), "note=x|exit_day=1/2/2026|%s=17,5|do=check", at_item("s", "III.2.2")));
	CHECK(r.status == 409 && says(r, "<li>Nhận xét chung: <b>x</b></li><li>Ngày được công nhận thoát nghèo: <b>1/2/2026</b></li>"));
	CHECK(says(r, ": <b>17,5</b></li></ul>") && says(r, "<li>Tiêu chí ") && !says(r, "check"));
	/* the figures moved meanwhile */
	scene("UPDATE report_value SET value = 49000 WHERE report = 3 AND indicator = 1");
	as(person("unit_leader", A));
	CHECK(says(ask_get("/evaluation"), "Kiểm tra và gửi"));
	r = sends("/evaluation/1/move", mem_printf(scene_mem(), "move=send|edition=%lld", (long long)look("SELECT edition FROM evaluation")));
	const char *once = r.status == 422 ? strstr(r.body, "id=\"h-moved\"") : NULL;
	CHECK(once && !strstr(once + 1, "id=\"h-moved\""));
	/* the leader is told what changed, and is offered the way that is open, not the other */
	r = ask_get("/evaluation/1/check");
	CHECK(says(r, "Số liệu đã đổi từ lần lưu trước") && says(r, "360/2.000 = 18%; sau 9 tháng") && says(r, "490/2.000 = 24,5%"));
	CHECK(says(r, "<b>30</b>") && !says(r, "value=\"send\"") && says(r, "value=\"back\""));
	CHECK(says(r, "Chưa gửi được: Tiêu chí III.2.3: số liệu đã đổi, khi lưu là 30, nay cổng tính"));
	CHECK(says(r, "Đề nghị mở phiếu, lưu lại rồi trình lại.</textarea>"));
	as(person("unit_officer", A));
	r = ask_get("/evaluation/1/check");
	CHECK(says(r, "người chấm của đơn vị mở phiếu") && !says(r, "value=\"back\""));
	as(person("unit_leader", A));
	scene("UPDATE report_value SET value = 36000 WHERE report = 3 AND indicator = 1");
	CHECK(moves("/evaluation/1", "back", "") == 422);
	CHECK(moves("/evaluation/1", "back", "Ghi rõ hơn") == 303);
	as(person("unit_officer", A));
	CHECK(says(ask_get("/evaluation"), "Ghi rõ hơn") && moves("/evaluation/1", "submit", "") == 303);
	as(person("unit_leader", A));
	r = sends("/evaluation/1/move", "move=send|edition=1");
	CHECK(r.status == 422 && says(r, "lưu hoặc chuyển bước sau khi bạn mở trang"));	/* saved since */
	CHECK(moves("/evaluation/1", "send", "") == 303);
	CHECK(moves("/evaluation/1", "send", "") == 409);
	r = ask_get("/evaluation/1/receipt");
	CHECK(says(r, "PC-2026-00001") && says(r, "Trước hạn 10 ngày."));
	r = ask_get("/evaluation/1/sent/1");
	CHECK(says(r, "khớp") && says(r, "Ban hành trên giấy") && says(r, "giảm bình quân 9,33"));
	CHECK(says(ask_get("/evaluation/1/sent/1.json"), "\"points\":18.00"));
	SAME(look_text("SELECT json_extract(content, '$.unit') FROM evaluation_sent"), "Xã An");
	as(person("unit_leader", B));
	CHECK(ask_get("/evaluation/1/receipt").status == 404 && ask_get("/evaluation/1/sent/1").status == 404);
	CHECK(ask_get("/evaluation/1/check").status == 404);
}

static void
a_household_is_entered_by_its_unit(void)
{
	open_round();
	as(person("unit_officer", A));
	struct reply r = ask_get("/evaluation/round/1/subject");
	CHECK(r.status == 200 && says(r, "Hợp tác xã Lúa") && says(r, "Đối với hộ gia đình"));
	CHECK(!says(r, "Thôn Một"));	/* no class is for villages */
	r = sends("/evaluation/round/1/subject", "unit=2|subject=household|plan_class=2|name=Lò Văn Pâng|place=bản Pá Sang|exit_day=14/12/2023");
	SAME(leads(r), "/evaluation/1");
	CHECK(sends("/evaluation/round/1/subject", "unit=2|subject=household|plan_class=2|name=lò văn pâng|place=bản Pá Sang").status == 422);
	CHECK(sends("/evaluation/round/1/subject", "unit=2|subject=household|plan_class=2|name=Lò Văn Pâng|place=bản Khác").status == 303);
	CHECK(sends("/evaluation/round/1/subject", "unit=2|subject=household|plan_class=2|name=").status == 422);
	CHECK(sends("/evaluation/round/1/subject", "unit=2|subject=ghost|plan_class=2|name=X").status == 422);
	CHECK(sends("/evaluation/round/1/subject", "unit=2|subject=household|plan_class=4|name=X").status == 422);
	CHECK(sends("/evaluation/round/1/subject", "unit=3|subject=household|plan_class=2|name=X").status == 422);
	/* three years on the day itself */
	r = ask_get("/evaluation/1");
	CHECK(says(r, "đến 31/12/2026 được 36 tháng") && says(r, "đủ 36 tháng, không tái nghèo: đạt."));
	CHECK(saves("/evaluation/1", 1, mem_printf(scene_mem(), "exit_day=1/2/2024|back_day=|%s=40", at_item("s", "III.5.2"))).status == 303);
	CHECK(says(ask_get("/evaluation/1"), "phải đủ 36 tháng: chưa đủ điều kiện thời gian"));
	CHECK(look("SELECT skipped FROM evaluation_score WHERE computed = 1") == 1);
	CHECK(saves("/evaluation/1", 1, "exit_day=|back_day=1/2/2025").status == 422);
	CHECK(saves("/evaluation/1", 1, mem_printf(scene_mem(), "exit_day=1/2/2020|back_day=1/2/2025|%s=40", at_item("s", "III.5.2"))).status == 303);
	CHECK(look("SELECT points FROM evaluation_score WHERE computed = 1") == 0);
	/* the co-operative of the tree, for whom nobody signs in */
	CHECK(sends("/evaluation/round/1/subject", "unit=2|judged=3").status == 422);
	r = sends("/evaluation/round/1/subject", "unit=2|judged=7");
	CHECK(r.status == 303);
	CHECK(look("SELECT plan_class FROM evaluation WHERE judged = 7") == 3);
	CHECK(sends("/evaluation/round/1/subject", "unit=2|judged=7").status == 422);
	/* entered by mistake */
	CHECK(moves("/evaluation/2", "drop", "") == 422);
	CHECK(moves("/evaluation/2", "drop", "Nhập nhầm") == 303);
	CHECK(moves("/evaluation/3", "drop", "Nhập nhầm") == 409);	/* a unit's is not dropped */
	as(person("unit_officer", B));
	CHECK(ask_get("/evaluation/1").status == 404);
	CHECK(!says(ask_get("/evaluation"), "Pâng"));
	as(person("specialist", A));	/* of the commune: not the board of this round */
	CHECK(ask_get("/evaluation/round/1/units").status == 404);
}

/* ---- reviewed ---- */

static struct reply
judges(const char *sheet, const char *fields)
{
	int64_t id = strrchr(sheet, '/')[1] - '0';

	return saves(mem_printf(scene_mem(), "%s/review", sheet), id, fields);
}

static void
a_review_stands_beside_it_with_its_reason(void)
{
	open_round();
	const char *sheet = sent_by(A, "18");
	as(person("specialist", P));
	CHECK(says(ask_get("/evaluation"), "Chờ thẩm định"));
	struct reply r = ask_get("/evaluation/1/review");
	CHECK(r.status == 200 && says(r, "18") && says(r, "9,33"));
	/* no total of the review before each line has one, not the own score under its name */
	static const char none[] = "data-l=\"Thẩm định\">chưa</td><td></td></tr>\n</tfoot>";
	static const char printed[] = "data-l=\"Thẩm định\"></td></tr></tfoot>";
	CHECK(says(ask_get("/evaluation/1"), none) && says(ask_get("/evaluation/1/print"), printed));
	/* half done */
	CHECK(judges(sheet, mem_printf(scene_mem(), "do=save|%s=15", at_item("v", "III.2.2"))).status == 303);
	r = judges(sheet, mem_printf(scene_mem(), "do=review|%s=15", at_item("v", "III.2.2")));
	CHECK(r.status == 422 && says(r, "Điểm thẩm định 15 khác điểm tự chấm 18: cần ghi lý do"));
	CHECK(says(r, "Chưa thẩm định") && says(r, "value=\"15\""));
	CHECK(judges(sheet, mem_printf(scene_mem(), "do=save|%s=21", at_item("v", "III.2.2"))).status == 422);
	/* the unit does not see it yet, by no face */
	as(person("unit_officer", A));
	CHECK(!says(ask_get("/evaluation/1"), "Thẩm định</th>") && !says(ask_get("/evaluation/1.json"), "\"review\""));
	CHECK(ask_get("/evaluation/1/review").status == 403);
	r = ask_get("/evaluation/round/1/results");
	CHECK(r.status == 200 && says(r, "Chưa có kết quả để xem") && !says(r, "/evaluation/1\""));
	as(person("specialist", P));
	/* a row, those of the portal, the rest */
	CHECK(judges(sheet, mem_printf(scene_mem(), "accept=%lld", (long long)item("III.2.6"))).status == 303);
	CHECK(look("SELECT count(*) FROM evaluation_score WHERE stage = 'review'") == 1);
	CHECK(says(ask_get("/evaluation/1"), none));
	CHECK(judges(sheet, mem_printf(scene_mem(), "do=computed|%s=10|%s=15", at_item("v", "III.2.6"), at_item("v", "III.2.2"))).status == 303);
	CHECK(look("SELECT count(*) FROM evaluation_score WHERE stage = 'review'") == 6);
	CHECK(look("SELECT count(*) FROM evaluation_score WHERE stage = 'own'") == 6 && !says(ask_get("/evaluation/1"), none));
	CHECK(sends("/evaluation/1/review", "do=accept|edition=1").status == 422);	/* saved since */
	CHECK(judges(sheet, mem_printf(scene_mem(), "do=accept|%s=15", at_item("v", "III.2.2"))).status == 422);
	CHECK(judges(sheet, mem_printf(scene_mem(), "do=accept|%s=15|%s=Thiếu một biên bản", at_item("v", "III.2.2"), at_item("w", "III.2.2"))).status == 303);
	SAME(look_text("SELECT s.points || s.text FROM evaluation_score s JOIN evaluation_item i ON i.id = s.evaluation_item"
	    " WHERE s.stage = 'review' AND i.anchor = 'III.2.2'"), "1500Thiếu một biên bản");
	SAME(look_text("SELECT state FROM flow_case WHERE flow = 'evaluation'"), "reviewed");
	CHECK(ask_get("/evaluation/1/review").status == 303);
	CHECK(judges(sheet, "do=save").status == 409);
	/* now its unit sees it, and its own rank */
	as(person("unit_officer", A));
	r = ask_get("/evaluation/1");
	CHECK(says(r, "Thẩm định</th>") && !says(r, none));
	CHECK(!says(ask_get("/evaluation/1/print"), printed));
	r = ask_get("/evaluation/round/1/results");
	CHECK(says(r, "Xã An") && says(r, "Kết quả tạm tính của đơn vị bạn"));
	/* again, with a reason, and not by the one who decided for himself */
	as(person("specialist", P));
	CHECK(moves(sheet, "reopen", "") == 422 && moves(sheet, "reopen", "Tính nhầm") == 303);
	SAME(look_text("SELECT state FROM flow_case WHERE flow = 'evaluation'"), "sent");
}

static void
it_goes_back_with_reasons(void)
{
	open_round();
	const char *sheet = sent_by(A, "18");
	as(person("specialist", P));
	struct reply wrong = judges(sheet, "do=return");
	CHECK(wrong.status == 422 && says(wrong, ">Lý do: Cần ghi lý do") && says(wrong, "<details class=\"no-print\" open>"));
	CHECK(judges(sheet, mem_printf(scene_mem(), "do=return|%s=Thiếu biên bản", at_item("w", "III.2.2"))).status == 303);
	CHECK(look("SELECT count(*) FROM evaluation_return") == 1);
	CHECK(look("SELECT count(*) FROM audit a JOIN audit_value v ON v.audit = a.id WHERE a.action = 'evaluation.return' AND v.new = 'Thiếu biên bản'") == 1);
	as(person("unit_officer", A));
	struct reply r = ask_get("/evaluation/1");
	CHECK(says(r, "Thiếu biên bản") && says(r, "Phiếu bị trả lại"));
	/* closed to others, not to what was returned */
	as(person("specialist", P));
	CHECK(moves_round("close", "") == 303);
	as(person("unit_officer", B));
	CHECK(sends("/evaluation/round/1/unit/3", "do=save").status == 409);
	CHECK(ask_get("/evaluation/round/1/unit/3").status == 404);
	as(person("unit_officer", A));
	CHECK(saves(sheet, 1, mem_printf(scene_mem(), "%s=17|%s=31/KH-UBND|%s=9/4/2026", at_item("s", "III.2.2"),
	    at_item("d", "III.2.6"), at_item("dd", "III.2.6"))).status == 303);
	/* a leader's words to his officer hide nothing of what the body above has written */
	CHECK(moves(sheet, "submit", "") == 303);
	/* ... which who sends it is told */
	as(person("unit_leader", A));
	r = ask_get("/evaluation/1/check");
	CHECK(says(r, "<h2>Lần trước đã trả lại</h2>") && says(r, "<span class=\"err\">Lý do trả lại: Thiếu biên bản</span>"));
	as(person("specialist", P));
	CHECK(!says(ask_get("/evaluation/1"), "Lần trước đã trả lại"));
	as(person("unit_leader", A));
	CHECK(moves(sheet, "back", "Ghi rõ hơn") == 303);
	as(person("unit_officer", A));
	r = ask_get("/evaluation/1");
	CHECK(says(r, "<p>Ghi rõ hơn</p>") && says(r, "Thiếu biên bản") && says(r, "<p>Trước đó: "));
	/* ... and are told to nobody outside */
	static const char *const outside[] = { "specialist", "council", "auditor", "signer" };
	for (size_t i = 0; i < 4; i++) {
		as(person(outside[i], P));
		r = ask_get("/evaluation/1");
		CHECK(r.status == 200 && says(r, "<h2>Phiếu bị trả lại</h2>") && !says(r, "Ghi rõ hơn"));
	}
	as(person("unit_leader", A));
	CHECK(moves(sheet, "send", "") == 303);
	as(person("specialist", P));
	CHECK(!says(ask_get("/evaluation/1/review"), "Ghi rõ hơn") && !says(ask_get("/evaluation/1"), "Ghi rõ hơn"));
	CHECK(look("SELECT count(*) FROM evaluation_sent") == 2);
	/* taken again */
	as(person("specialist", P));
	CHECK(says(designs("/evaluation/round/1/move", "move=extend|reason="), "id=\"reason\""));
	CHECK(moves_round("extend", "") == 422 && moves_round("extend", "Đơn vị đề nghị") == 303);
	as(person("unit_officer", B));
	CHECK(ask_get("/evaluation/round/1/unit/3").status == 200);
}

static void
one_click_takes_nothing_unseen(void)
{
	open_round();
	const char *sheet = sent_by(A, "18");
	/* another score without its reason */
	as(person("specialist", P));
	CHECK(judges(sheet, mem_printf(scene_mem(), "do=save|%s=15", at_item("v", "III.2.2"))).status == 303);
	struct reply r = accepts("sheet=1");
	CHECK(r.status == 422 && says(r, "chưa ghi lý do"));
	CHECK(accepts("group=1").status == 422);
	SAME(look_text("SELECT state FROM flow_case WHERE flow = 'evaluation'"), "sent");
	/* what was read is not what stands now */
	CHECK(sends("/evaluation/round/1/units", "sheet=1").status == 422);
	CHECK(sends("/evaluation/round/1/units", "sheet=1|e1=1").status == 422);
	/* a return leaves neither that, nor what was accepted */
	CHECK(judges(sheet, mem_printf(scene_mem(), "accept=%lld", (long long)item("III.2.2"))).status == 303);
	CHECK(judges(sheet, mem_printf(scene_mem(), "do=save|%s=18|%s=5|%s=Muộn", at_item("v", "III.2.2"),
	    at_item("v", "III.2.6"), at_item("w", "III.2.6"))).status == 303);
	CHECK(judges(sheet, mem_printf(scene_mem(), "do=save|%s=18|%s=5|%s=Muộn|%s=1", at_item("v", "III.2.2"),
	    at_item("v", "III.2.6"), at_item("w", "III.2.6"), at_item("n", "III.2.1"))).status == 303);
	CHECK(look("SELECT count(*) FROM evaluation_score WHERE stage = 'review' AND skipped = 1") == 0);
	CHECK(judges(sheet, "do=return|reason=Rà lại").status == 303);
	SAME(look_text("SELECT group_concat(i.anchor) FROM evaluation_score s JOIN evaluation_item i"
	    " ON i.id = s.evaluation_item WHERE s.stage = 'review'"), "III.2.6");
	at(NOW + 60);
	as(person("unit_officer", A));
	CHECK(saves(sheet, 1, mem_printf(scene_mem(), "%s=17|%s=31/KH-UBND|%s=9/4/2026", at_item("s", "III.2.2"),
	    at_item("d", "III.2.6"), at_item("dd", "III.2.6"))).status == 303);
	as(person("unit_leader", A));
	CHECK(moves(sheet, "send", "") == 303);
	/* judged before it was sent again: to be read again */
	at(NOW + 120);
	as(person("specialist", P));
	r = accepts("sheet=1");
	CHECK(r.status == 422 && says(r, "trước lần gửi này"));
	CHECK(judges(sheet, mem_printf(scene_mem(), "do=save|%s=5|%s=Muộn", at_item("v", "III.2.6"), at_item("w", "III.2.6"))).status == 303);
	CHECK(accepts("sheet=1").status == 303);
	CHECK(look("SELECT count(*) FROM audit a JOIN audit_value v ON v.audit = a.id WHERE a.action = 'evaluation.accept' AND v.field = 'III.2.2' AND v.new = '17'") == 1);
	CHECK(look("SELECT s.points FROM evaluation_score s JOIN evaluation_item i ON i.id = s.evaluation_item"
	    " WHERE s.stage = 'review' AND i.anchor = 'III.2.2'") == 1700);
	at(NOW);
}

static void
nobody_reviews_himself(void)
{
	open_round();
	const char *sheet = sent_by(A, "18");
	/* a specialist of A reaches A, but the round is the province's */
	as(person("specialist", A));
	CHECK(ask_get("/evaluation/1/review").status == 404);
	CHECK(judges(sheet, "do=accept").status == 404);
	CHECK(sends("/evaluation/round/1/units", "sheet=1").status == 404);
	CHECK(moves(sheet, "reopen", "x") == 404);
	CHECK(ask_get("/evaluation/1").status == 200);	/* it is his unit's */
	CHECK(!says(ask_get("/evaluation/round/1/results"), "tạm tính</caption>"));
	/* nor does the leader who sent it */
	int64_t leader = person("unit_leader", A);
	scene(mem_printf(scene_mem(), "INSERT INTO mandate (account, unit, role, valid_from, valid_to)"
	    " VALUES (%lld, 1, 'specialist', '2020-01-01', '9999-12-31')", (long long)leader));
	as(leader);
	CHECK(says(ask_get("/evaluation/1/review"), "không tự thẩm định được"));
	CHECK(judges(sheet, "do=accept").status == 422);
	CHECK(judges(sheet, mem_printf(scene_mem(), "do=save|%s=20", at_item("v", "III.2.2"))).status == 422);
	CHECK(judges(sheet, mem_printf(scene_mem(), "accept=%lld", (long long)item("III.2.2"))).status == 422);
	CHECK(judges(sheet, mem_printf(scene_mem(), "do=return|%s=Vì thế", at_item("w", "III.2.2"))).status == 422);
	CHECK(look("SELECT count(*) FROM evaluation_score WHERE stage = 'review'") == 0);
	CHECK(accepts("sheet=1").status == 422);
	SAME(look_text("SELECT state FROM flow_case WHERE flow = 'evaluation'"), "sent");
}

/* Enter presses the first button of a form. */
static void
enter_saves(void)
{
	static const char first[] = "<button class=\"vh\" type=\"submit\" name=\"do\" value=\"save\"";

	open_round();
	as(person("unit_officer", A));
	const char *text = ask_get("/evaluation/round/1/unit/2").body, *form = strstr(text, first);
	CHECK(form && form < strstr(text, "value=\"check\""));
	sent_by(A, "18");
	as(person("specialist", P));
	text = ask_get("/evaluation/1/review").body, form = strstr(text, first);
	CHECK(form && form < strstr(text, "name=\"accept\""));
	design();
	CHECK(sends("/evaluation/round/1/class/1", mem_printf(scene_mem(), "edition=%lld|do=bonus|bonus_text=Cờ|bonus_points=10",
	    (long long)look("SELECT edition FROM evaluation_round"))).status == 303);
	text = ask_get("/evaluation/round/1/class/1").body, form = strstr(text, first);
	CHECK(form && form < strstr(text, "name=\"drop\""));
}

/* ---- ranked and published ---- */

static void
what_does_not_apply_has_no_rank(void)
{
	open_round();
	sent_by(A, "18");
	sent_by(B, "20");
	scene("UPDATE evaluation_score SET points = NULL, skipped = 1 WHERE evaluation = 2");
	as(person("specialist", P));
	struct reply r = ask_get("/evaluation/round/1/results?q=binh");
	CHECK(says(r, "không xếp loại") && says(r, "không xếp hạng"));
	CHECK(says(ask_get("/evaluation/round/1/results.csv?q=an"), ",1,1"));
	CHECK(!says(ask_get("/evaluation/2/review"), "Tạm xếp hạng"));
}

static void
figures_are_added_up_within_a_year(void)
{
	design();
	as(person("specialist", P));
	struct reply r = designs(item_path("III.2.5"), "formula=F6|part=4|total=1");
	CHECK(r.status == 422 && says(r, "tỷ lệ"));
	CHECK(designs(item_path("III.2.5"), "formula=F6|part=1|total=1").status == 303);
	/* the first quarter begins in December */
	scene("UPDATE report_period SET window_from = '2025-12-15', window_to = '2026-03-14' WHERE id = 2;"
	    "INSERT INTO signup_target (signup, seq, indicator, year, value) VALUES (1,2,1,2026,80000)");
	CHECK(moves_round("open", "") == 303);
	as(person("unit_officer", A));
	CHECK(says(ask_get("/evaluation/round/1/unit/2"), "thực hiện cộng dồn đến Quý III/2026: 800: đạt."));
	/* over years, against the target of the last one: that year's figures */
	scene("UPDATE evaluation_round SET kind = 'midterm', window_from = '2025-01-01'");
	CHECK(says(ask_get("/evaluation/round/1/unit/2"), "thực hiện cộng dồn đến Quý III/2026: 800: đạt."));
	/* what is missing is missing of that year; what there is, is said */
	scene("UPDATE signup_target SET year = 2025");
	CHECK(says(ask_get("/evaluation/round/1/unit/2"), "Số cuối kỳ đã có: cộng dồn đến Quý III/2026: 800."));
	scene("UPDATE signup_target SET year = 2026; UPDATE flow_case SET state = 'draft' WHERE flow = 'report'");
	r = ask_get("/evaluation/round/1/unit/2");
	CHECK(says(r, "Thiếu số cuối kỳ: chưa có báo cáo nào kết thúc từ 01/01/2026 đến 31/12/2026"));
}

static void
a_day_off_puts_off_what_is_due(void)
{
	design();
	as(person("specialist", P));
	/* 1/3/2026 is a Sunday, 15/4/2026 is made a holiday, and 19/11 and 20/11 too */
	scene("INSERT INTO holiday (day, off, name, document) VALUES ('2026-04-15', 1, 'Nghỉ', 'x'),"
	    " ('2026-11-19', 1, 'Nghỉ', 'x'); UPDATE evaluation_round SET due_date = '2026-11-19';"
	    "UPDATE signup SET first_day = '2026-03-02'");
	CHECK(designs(item_path("III.2.1"), "formula=F7|source=signup|off_late=1").status == 303);
	CHECK(moves_round("open", "") == 303);
	as(person("unit_officer", A));
	struct reply r = ask_get("/evaluation/round/1/unit/2");
	CHECK(says(r, "Hạn 01/03/2026 là ngày nghỉ nên đến hết 02/03/2026, thực hiện ngày 02/03/2026: đúng hạn."));
	CHECK(!says(ask_get("/evaluation"), "tag late"));
	r = sends("/evaluation/round/1/unit/2", mem_printf(scene_mem(), "%s=31/KH-UBND|%s=16/4/2026|do=save",
	    at_item("d", "III.2.6"), at_item("dd", "III.2.6")));
	CHECK(r.status == 303);
	CHECK(look("SELECT points FROM evaluation_score WHERE document = '31/KH-UBND'") == 1000);
	as(person("specialist", P));
	CHECK(!says(ask_get("/evaluation/round/1/units"), "tag late"));
	/* of a working day it is late */
	scene("UPDATE evaluation_round SET due_date = '2026-11-18'");
	CHECK(says(ask_get("/evaluation/round/1/units"), "tag late"));
	CHECK(says(ask_get("/evaluation/round/1/units"), "<body class=\"wide\">"));
	as(person("unit_officer", A));
	CHECK(says(ask_get("/evaluation"), "tag late"));
	scene("UPDATE evaluation_round SET due_date = '2026-11-19'");
	sends("/evaluation/1", mem_printf(scene_mem(), "edition=%lld|%s=18|%s=31/KH-UBND|%s=16/4/2026",
	    (long long)look("SELECT edition FROM evaluation"), at_item("s", "III.2.2"), at_item("d", "III.2.6"),
	    at_item("dd", "III.2.6")));
	as(person("unit_leader", A));
	CHECK(moves("/evaluation/1", "send", "") == 303);
	CHECK(says(ask_get("/evaluation/1/receipt"), "Đúng ngày hạn."));
	/* the list, the sheet and the file say the day on which it ends, and why */
	scene("UPDATE evaluation_round SET due_date = '2026-11-21'");
	CHECK(says(ask_get("/evaluation/1"), "21/11/2026 (Thứ Bảy, lùi đến 23/11/2026)"));
	as(person("specialist", P));
	CHECK(says(ask_get("/evaluation/round/1/units"), "21/11/2026 (Thứ Bảy, lùi đến 23/11/2026)"));
	CHECK(says(ask_get("/evaluation.csv"), "2026-11-23") && !says(ask_get("/evaluation.csv"), "2026-11-21"));
	CHECK(says(ask_get("/evaluation/1.json"), "\"last_day\": \"2026-11-23\""));
}

static void
whom_a_unit_enters_is_in_its_cluster(void)
{
	open_round();
	for (int i = 0; i < 2; i++) {
		as(person("unit_officer", A));
		CHECK(sends("/evaluation/round/1/subject", i ? "unit=2|subject=enterprise|plan_class=3|name=Lán"
		    : "unit=2|judged=7").status == 303);
		CHECK(saves(i ? "/evaluation/2" : "/evaluation/1", i + 1, mem_printf(scene_mem(), "%s=90", at_item("s", "III.7.1"))).status == 303);
		as(person("unit_leader", A));
		CHECK(moves(i ? "/evaluation/2" : "/evaluation/1", "send", "") == 303);
	}
	as(person("specialist", P));
	CHECK(says(ask_get("/evaluation/round/1/results.csv?q=lua"), "Cụm 1"));
	CHECK(says(ask_get("/evaluation/round/1/results.csv?q=lan"), "Cụm 1"));
	CHECK(says(ask_get("/evaluation/round/1/units.csv?q=lua"), "Cụm 1"));
	CHECK(accepts("group=1").status == 303);
	/* of a unit in none: among those whom that unit looks after */
	scene("DELETE FROM unit_member WHERE unit = 2;"
	    "INSERT INTO flow_case (id, flow, unit, state, at) VALUES (900,'evaluation',3,'reviewed',0);"
	    "INSERT INTO evaluation (id, flow_case, evaluation_round, plan_class, unit, subject, name, saved)"
	    " VALUES (90, 900, 1, 3, 3, 'enterprise', 'Khác', 0);"
	    "INSERT INTO evaluation_score (evaluation, evaluation_item, stage, points, at) SELECT 90, id, 'own', 1, 0"
	    " FROM evaluation_item WHERE anchor = 'III.7.1'; DELETE FROM unit_member WHERE unit = 3");
	CHECK(says(ask_get("/evaluation/round/1/results.csv?q=lua"), ",1,2"));
}

static void
what_is_gone_is_not_sent(void)
{
	open_round();
	const char *sheet = scores(A, "18");
	as(person("unit_leader", A));
	/* as many points, by other figures */
	scene("UPDATE report_value SET value = 35900 WHERE report = 3 AND indicator = 1");
	CHECK(moves(sheet, "send", "") == 422);
	scene("UPDATE report_value SET value = 36000 WHERE report = 3 AND indicator = 1");
	/* no figures any more */
	scene("UPDATE flow_case SET state = 'draft' WHERE id IN (61, 62, 63)");
	CHECK(moves(sheet, "send", "") == 422);
	CHECK(says(ask_get("/evaluation/1/check"), "số liệu mà cổng đã dùng không còn"));
	scene("UPDATE flow_case SET state = 'accepted' WHERE id IN (61, 62, 63)");
	CHECK(moves(sheet, "send", "") == 303);
}

static void
three_are_reviewed(void)
{
	open_round();
	sent_by(A, "18");	/* 9+18+30+20+10+10 = 97 */
	sent_by(B, "20");	/* 6 by its reports, two missing; 76 of 80, for 2.4 is not of its region */
	sent_by(6, "20");
	as(person("specialist", P));
	CHECK(accepts("group=1").status == 303);
	CHECK(look("SELECT count(*) FROM flow_case WHERE flow = 'evaluation' AND state = 'reviewed'") == 2);
	CHECK(accepts("sheet=3").status == 303);
	CHECK(accepts("sheet=3").status == 422);
}

static void
a_hidden_rank_is_found_by_nothing(void)
{
	three_are_reviewed();
	as(person("unit_officer", B));
	struct reply r = ask_get("/evaluation/round/1/results");
	CHECK(r.status == 200 && says(r, "Xã Bình") && !says(r, "Xã An") && !says(r, "Xã Cao"));
	CHECK(!says(ask_get("/evaluation/round/1/results?q=an"), "Xã An"));
	CHECK(says(ask_get("/evaluation/round/1/results?q=an"), "Không có kết quả nào hợp"));
	CHECK(!says(ask_get("/evaluation/round/1/results?sort=-total"), "Xã An"));
	CHECK(!says(ask_get("/evaluation/round/1/results.csv"), "Xã An"));
	CHECK(!says(ask_get("/evaluation/round/1/results.json"), "Xã An"));
	CHECK(ask_get("/evaluation/1").status == 404 && ask_get("/evaluation/1.json").status == 404);
	CHECK(ask_get("/evaluation/round/1/units").status == 403);
	CHECK(ask_get("/evaluation/round/1/publish").status == 403);
	CHECK(ask_get("/evaluation/round/1/results?page=2").status == 200);
	/* the board sees the draft */
	as(person("council", P));
	r = ask_get("/evaluation/round/1/results");
	CHECK(says(r, "Bảng xếp hạng tạm tính") && says(r, "Xã An") && says(r, "Xã Bình") && says(r, "Xã Cao"));
	CHECK(says(r, "chưa kể điểm thưởng cao hơn xếp trên"));
	CHECK(says(r, ">Đối với xã – "));
	scene("UPDATE plan_class SET name = 'đối với xã'");	/* as a sentence has it */
	CHECK(says(ask_get("/evaluation/round/1/results"), ">Đối với xã – "));
	CHECK(ask_get("/evaluation/round/1/units").status == 200);
	CHECK(ask_get("/evaluation/round/1/publish").status == 403);
	CHECK(sends("/evaluation/round/1/units", "sheet=1").status == 403);
	as(person("unit_officer", D));	/* no class is for departments, but it is under P */
	r = ask_get("/evaluation/round/1/results");
	CHECK(!says(r, "Xã An") && !says(r, "Xã Bình"));
	as(person("", 0));
	CHECK(ask_get("/evaluation/round/1/results").status == 404);
}

static void
it_is_published_by_a_decision(void)
{
	three_are_reviewed();
	/* a household of A, seen by none but A and the board */
	as(person("unit_officer", A));
	CHECK(sends("/evaluation/round/1/subject", "unit=2|subject=household|plan_class=2|name=Lò Văn Pâng|exit_day=1/2/2020").status == 303);
	CHECK(saves("/evaluation/4", 4, mem_printf(scene_mem(), "exit_day=1/2/2020|%s=45", at_item("s", "III.5.2"))).status == 303);
	as(person("unit_leader", A));
	CHECK(moves("/evaluation/4", "send", "") == 303);
	as(person("specialist", P));
	CHECK(ask_get("/evaluation/round/1/publish").status == 303);	/* still open */
	CHECK(publishes("number=45/QĐ-UBND|day=20/11/2026|confirm=công bố").status == 409);
	CHECK(says(ask_get("/evaluation/round/1"), "Chưa hết hạn gửi phiếu"));
	CHECK(moves_round("close", "") == 303);
	struct reply r = publishes("number=45/QĐ-UBND|day=20/11/2026|confirm=công bố");
	CHECK(r.status == 422 && says(r, "Còn phiếu đã gửi mà chưa thẩm định") && says(r, "/evaluation/round/1/units?state=sent"));
	CHECK(accepts("group=0").status == 422);
	CHECK(accepts("group=1").status == 303);
	/* nothing that is missing is passed over */
	r = publishes("number=45/QĐ-UBND|day=20/11/2026|confirm=công bố");
	CHECK(r.status == 422 && says(r, "Còn phiếu chưa gửi hoặc đã trả lại"));
	CHECK(says(ask_get("/evaluation/round/1/publish"), "<dt>Phiếu chưa bắt đầu</dt><dd>1</dd>"));
	/* who publishes without a sheet that is not due yet is told so */
	CHECK(says(ask_get("/evaluation/round/1/publish"), "Chưa hết hạn gửi phiếu"));
	scene("UPDATE evaluation_round SET due_date = '2026-11-19'");
	CHECK(!says(ask_get("/evaluation/round/1/publish"), "Chưa hết hạn gửi phiếu"));
	CHECK(publishes("number=45/QĐ-UBND|day=20/11/2026|confirm=").status == 422);
	CHECK(says(publishes("number=45/QĐ-UBND|day=20/11/2026|confirm=vâng"), "gõ hai chữ"));
	CHECK(publishes("number=|day=20/11/2026|confirm=công bố").status == 422);
	CHECK(publishes("number=45/QĐ-UBND|day=21/11/2026|confirm=công bố").status == 422);
	CHECK(look("SELECT count(*) FROM evaluation_result") == 0);
	r = publishes("number=45/QĐ-UBND|day=20/11/2026|confirm=Công bố|leave=1|why=Không có hoạt động trong năm");
	SAME(leads(r), "/evaluation/round/1/results");
	SAME(look_text("SELECT group_concat(name || ' ' || total || ' ' || rank || '/' || among || ' ' || grade, ';')"
	    " FROM evaluation_result"), "Xã An 9700 1/2 Xuất sắc;Xã Bình 9500 2/2 Tốt;Xã Cao 9500 1/1 Tốt;Lò Văn Pâng 9500 1/1 Xuất sắc");
	CHECK(look("SELECT count(*) FROM audit WHERE action = 'round.publish'") == 1);
	/* its cluster, and not another's, nor a household */
	as(person("unit_officer", B));
	r = ask_get("/evaluation/round/1/results");
	CHECK(says(r, "Xã An") && says(r, "Xã Bình") && !says(r, "Xã Cao") && !says(r, "Pâng"));
	CHECK(says(r, "45/QĐ-UBND"));
	CHECK(!says(ask_get("/evaluation/round/1/results.csv?q=pang"), "Pâng"));
	CHECK(ask_get("/evaluation/1").status == 404 && ask_get("/evaluation/4").status == 404);
	CHECK(says(ask_get("/evaluation/round/1/results.csv"), "Xã An"));
	as(person("unit_officer", A));
	CHECK(says(ask_get("/evaluation/round/1/results"), "Pâng"));
	/* what is published is fixed */
	scene("UPDATE evaluation_score SET points = 0 WHERE evaluation = 1");
	as(person("specialist", P));
	CHECK(says(ask_get("/evaluation/round/1/results"), "97"));
	CHECK(moves("/evaluation/1", "reopen", "Sửa") == 409);
	CHECK(publishes("number=46/QĐ-UBND|day=20/11/2026|confirm=công bố").status == 409);
	/* reopened with a reason, it is a draft again, and the first results are kept */
	CHECK(moves_round("reopen", "") == 422 && moves_round("reopen", "Có khiếu nại") == 303);
	as(person("unit_officer", B));
	CHECK(!says(ask_get("/evaluation/round/1/results"), "Xã An"));
	CHECK(look("SELECT count(*) FROM evaluation_result") == 4);
}

/* A sheet that was returned and never comes again does not keep the others from their
 * ranks: it is left out by name, with the reason that its unit reads. */
static void
what_never_comes_is_left_out_by_name(void)
{
	static const char decision[] = "number=45/QĐ-UBND|day=20/11/2026|confirm=công bố";
	static const char reason[] = "Đã đôn đốc hai lần mà không gửi lại";
	struct reply r;

	three_are_reviewed();
	CHECK(moves("/evaluation/2", "reopen", "Thiếu biên bản") == 303);
	CHECK(saves("/evaluation/2/review", 2, "do=return|reason=Bổ sung biên bản").status == 303);
	as(person("unit_officer", A));
	CHECK(sends("/evaluation/round/1/subject", "unit=2|subject=household|plan_class=2|name=Lò Văn Pâng|exit_day=1/2/2020").status == 303);
	as(person("specialist", P));
	CHECK(moves_round("close", "") == 303);
	scene("UPDATE flow_case SET state = 'signing' WHERE id = (SELECT flow_case FROM evaluation WHERE id = 2)");
	/* as it will be published: by what was sent, not by how far it has come within its unit */
	static const char counts[] = "<dt>Phiếu bị trả lại</dt><dd>1</dd><dt>Phiếu đang chấm, chưa gửi</dt><dd>1</dd>";
	CHECK(says(ask_get("/evaluation/round/1/publish"), counts));
	scene("UPDATE flow_case SET state = 'returned' WHERE id = (SELECT flow_case FROM evaluation WHERE name = 'Lò Văn Pâng')");
	r = ask_get("/evaluation/round/1/publish");
	CHECK(!says(r, "Chờ lãnh đạo gửi") && says(r, "Đang chấm, không gửi"));
	CHECK(says(r, counts));
	CHECK(in_order(r, "Xã Bình</a>", "Bị trả lại, không gửi lại") && in_order(r, "Bị trả lại, không gửi lại", "Đang chấm, không gửi"));
	CHECK(says(r, "Xã Bình</a>") && says(r, "Bị trả lại, không gửi lại") && says(r, "Hợp tác xã Lúa") && says(r, "Không gửi phiếu"));
	r = publishes(decision);
	CHECK(r.status == 422 && says(r, "sẽ không được xếp hạng"));
	r = publishes(mem_printf(scene_mem(), "%s|leave=1", decision));
	CHECK(r.status == 422 && says(r, "Ghi lý do công bố khi còn phiếu chưa gửi"));
	CHECK(look("SELECT count(*) FROM evaluation_publication") == 0);
	CHECK(publishes(mem_printf(scene_mem(), "%s|leave=1|why=%s", decision, reason)).status == 303);
	SAME(look_text("SELECT group_concat(name || ' ' || state, ';') FROM evaluation_left"),
	    "Xã Bình returned;Lò Văn Pâng draft;Hợp tác xã Lúa none");
	CHECK(look("SELECT count(*) FROM evaluation_result") == 2);
	/* the reason is kept: with the publication, in the steps, in the trail */
	CHECK(look(mem_printf(scene_mem(), "SELECT (SELECT count(*) FROM evaluation_publication WHERE reason = '%s')"
	    " + (SELECT count(*) FROM flow_step WHERE reason = '%s') + (SELECT count(*) FROM audit_value WHERE new = '%s')",
	    reason, reason, reason)) == 3);
	/* who is ranked alone is first of one, and the other is said not to be ranked */
	r = ask_get("/evaluation/round/1/results.csv?sort=rank");
	CHECK(says(r, "Xã An") && says(r, "Xã Bình,Đối với xã,Cụm 1,") && says(r, "Lò Văn Pâng"));
	CHECK(strstr(r.body, "Xã An") < strstr(r.body, "Xã Bình"));
	r = ask_get("/evaluation/round/1/results.csv?sort=-rank");
	CHECK(strstr(r.body, "Xã An") < strstr(r.body, "Xã Bình"));
	/* its unit and its cluster read that, and nobody else; a household only its own unit */
	as(person("unit_officer", B));
	r = ask_get("/evaluation/round/1/results");
	CHECK(says(r, "Xã Bình") && says(r, "Bị trả lại, không gửi lại") && says(r, reason) && !says(r, "Pâng"));
	CHECK(!says(ask_get("/evaluation/round/1/results.csv"), "Pâng"));
	as(person("unit_officer", A));
	CHECK(says(ask_get("/evaluation/round/1/results"), "Xã Bình") && says(ask_get("/evaluation/round/1/results"), "Pâng"));
	as(person("unit_officer", 6));
	r = ask_get("/evaluation/round/1/results");
	CHECK(says(r, "Xã Cao") && !says(r, "Xã Bình") && !says(r, reason) && !says(r, "Pâng"));
	CHECK(!says(ask_get("/evaluation/round/1/results.json?q=binh"), "Xã Bình"));
	/* it cannot be sent behind what was published; reopened, it can */
	as(person("unit_leader", B));
	CHECK(moves("/evaluation/2", "send", "") == 409);
	as(person("specialist", P));
	CHECK(moves_round("reopen", "Đơn vị đã bổ sung") == 303);
	as(person("unit_leader", B));
	CHECK(moves("/evaluation/2", "send", "") == 303);
	/* where none is missing no reason is kept */
	as(person("specialist", P));
	CHECK(accepts("sheet=2").status == 303);
	scene("UPDATE flow_case SET state = 'dropped' WHERE id = (SELECT flow_case FROM evaluation WHERE id = 4);"
	    "DELETE FROM plan_class_kind WHERE plan_class = 3");
	CHECK(publishes(mem_printf(scene_mem(), "%s|why=Thừa", decision)).status == 303);
	SAME(look_text("SELECT reason FROM evaluation_publication ORDER BY id DESC LIMIT 1"), "");
	CHECK(!says(ask_get("/evaluation/round/1/results"), reason));
}

static void
it_is_printed_blank_and_filled(void)
{
	open_round();
	scores(A, "18");
	struct reply r = ask_get("/evaluation/1/print");
	CHECK(r.status == 200 && says(r, "PHIẾU CHẤM ĐIỂM THI ĐUA") && says(r, "THỦ TRƯỞNG ĐƠN VỊ"));
	CHECK(says(r, "<td class=\"num\" data-l=\"Tự chấm\">18</td>") && says(r, "<b>ỦY BAN NHÂN DÂN XÃ AN</b>"));
	scene("UPDATE unit_name SET name = 'Tỉnh Thử', name_plain = 'tinh thu' WHERE unit = 1");
	r = ask_get("/evaluation/round/1/class/1/print");
	CHECK(says(r, "<b>ỦY BAN NHÂN DÂN</b><b>TỈNH THỬ</b>"));
	CHECK(r.status == 200 && says(r, "Quản lý vốn vay") && !says(r, "<td class=\"num\" data-l=\"Tự chấm\">18</td>"));
	CHECK(ask_get("/evaluation/round/1/class/4/print").status == 404);
	as(person("", 0));
	CHECK(ask_get("/evaluation/round/1/class/1/print").status == 404);
}

static const char *
document_of(int64_t sheet)
{
	return look_text(mem_printf(scene_mem(), "SELECT coalesce((SELECT s.document || ' ' || coalesce(s.document_day, '')"
	    " || ' ' || coalesce(s.points, '') FROM evaluation_score s JOIN evaluation_item i ON i.id = s.evaluation_item"
	    " WHERE i.anchor = 'III.2.6' AND s.stage = 'own' AND s.evaluation = %lld), '')", (long long)sheet));
}

/* Plans 12/KH-UBND of A and 8/KH-UBND of B stand; A has a draft, and one of last year. */
static void
units_have_plans_of_their_own(void)
{
	scene("INSERT INTO flow_case (id, flow, unit, state, at) VALUES (71,'plan',2,'issued',0), (72,'plan',2,'draft',0),"
	    " (73,'plan',2,'issued',0), (74,'plan',3,'issued',0);"
	    "INSERT INTO plan (id, flow_case, unit, number, date, subject, subject_plain) VALUES"
	    " (3,71,2,'12/KH-UBND','2026-04-09','Giúp hộ nghèo của xã','giup'), (4,72,2,'13/KH-UBND','2026-04-10','Nháp của xã','nhap'),"
	    " (5,73,2,'9/KH-UBND','2025-04-09','Năm trước','nam'), (6,74,3,'8/KH-UBND','2026-04-16','Của xã Bình','binh')");
}

static void
a_document_is_chosen_of_what_the_portal_holds(void)
{
	const char *p, *d, *dd;

	open_round();
	units_have_plans_of_their_own();
	p = at_item("p", "III.2.6"), d = at_item("d", "III.2.6"), dd = at_item("dd", "III.2.6");
	as(person("unit_officer", A));
	struct reply r = ask_get("/evaluation/round/1/unit/2");
	CHECK(says(r, "kế hoạch 12/KH-UBND, Giúp hộ nghèo của xã, 09/04/2026") && says(r, "value=\"plan-3\""));
	CHECK(says(r, "báo cáo BC-2026-1, Quý, Quý II/2026") && says(r, "value=\"report-2\""));
	CHECK(says(r, "bản đăng ký tham gia ĐK-1, 01/02/2026") && says(r, "value=\"signup-1\""));
	/* not a draft, not of another year, unit or body; of several none is chosen for him */
	CHECK(!says(r, "13/KH-UBND") && !says(r, "9/KH-UBND, Năm") && !says(r, "BC-2025-1") && !says(r, "8/KH-UBND, Của"));
	CHECK(!says(r, "value=\"plan-1\"") && !says(r, "Lấy từ cổng"));
	/* chosen: its number and day stand, and where they came from */
	SAME(leads(saves("/evaluation/round/1/unit/2", 0, mem_printf(scene_mem(), "%s=plan-3|%s=|%s=|do=save", p, d, dd))), "/evaluation/1");
	SAME(document_of(1), "12/KH-UBND 2026-04-09 1000");
	CHECK(look("SELECT count(*) FROM evaluation_score WHERE instr(how, 'đúng hạn. Lấy từ cổng: kế hoạch 12/KH-UBND, Giúp hộ nghèo của xã.')") == 1);
	r = ask_get("/evaluation/1");
	CHECK(says(r, "Lấy từ cổng: <a href=\"/plan/3\">") && says(r, "value=\"plan-3\" selected"));
	CHECK(says(in_english("/evaluation/1"), "From the portal: <a href=\"/plan/3\">plan 12/KH-UBND"));
	/* another, where the boxes stand as they were shown */
	CHECK(saves("/evaluation/1", 1, mem_printf(scene_mem(), "%s=report-2|%s=12/KH-UBND|%s=9/4/2026", p, d, dd)).status == 303);
	SAME(document_of(1), "BC-2026-1 2026-06-30 700");
	CHECK(says(ask_get("/evaluation/1"), "Lấy từ cổng: <a href=\"/report/2\">"));
	/* what is written by hand stays, whatever is chosen, and comes from nowhere */
	CHECK(saves("/evaluation/1", 1, mem_printf(scene_mem(), "%s=report-2|%s=31/KH|%s=16/4/2026", p, d, dd)).status == 303);
	SAME(document_of(1), "31/KH 2026-04-16 700");
	r = ask_get("/evaluation/1");
	CHECK(!says(r, "Lấy từ cổng") && says(r, "value=\"31/KH\"") && !says(r, "value=\"report-2\" selected"));
	/* a number alone is the portal's only with its day */
	CHECK(saves("/evaluation/1", 1, mem_printf(scene_mem(), "%s=|%s=12/KH-UBND|%s=10/4/2026", p, d, dd)).status == 303);
	CHECK(!says(ask_get("/evaluation/1"), "Lấy từ cổng"));
	/* what is not on the list is not taken */
	static const char *const others[] = { "plan-1", "plan-4", "plan-6", "report-1", "signup-9", "x" };
	for (size_t i = 0; i < sizeof(others) / sizeof(*others); i++) {
		r = saves("/evaluation/1", 1, mem_printf(scene_mem(), "%s=%s|%s=|%s=", p, others[i], d, dd));
		CHECK(r.status == 422 && says(r, "Cổng không còn giữ văn bản đã chọn"));
	}
	SAME(document_of(1), "12/KH-UBND 2026-04-10 1000");
	/* whoever reviews it sees where it came from */
	CHECK(saves("/evaluation/1", 1, mem_printf(scene_mem(), "%s=plan-3|%s=|%s=|%s=18", p, d, dd, at_item("s", "III.2.2"))).status == 303);
	as(person("unit_leader", A));
	CHECK(moves("/evaluation/1", "send", "") == 303);
	as(person("specialist", P));
	CHECK(says(ask_get("/evaluation/1"), "<a href=\"/plan/3\">Lấy từ cổng"));
	CHECK(says(ask_get("/evaluation/1/review"), "<a href=\"/plan/3\">Lấy từ cổng"));
	CHECK(says(ask_get("/evaluation/1/print"), "Lấy từ cổng: kế hoạch 12/KH-UBND"));
}

/* Not a draft of one, not what was withdrawn, not of another year or unit, and no conclusion. */
static void
a_proposal_is_such_a_document(void)
{
	open_round();
	scene("INSERT INTO flow_case (id, flow, unit, state, at) VALUES (81,'document',2,'sent',0), (82,'document',2,'signing',0),"
	    " (83,'document',2,'sent',0), (84,'document',3,'sent',0), (85,'document',2,'sent',0), (86,'document',2,'withdrawn',0);"
	    "INSERT INTO document (id, flow_case, unit, kind, number, date, subject) VALUES"
	    " (3,81,2,'proposal','12/KN-UBND','2026-04-09','Nâng mức vay'), (4,82,2,'proposal','13/KN','2026-04-10','Nháp'),"
	    " (5,83,2,'proposal','9/KN','2025-04-09','Năm trước'), (6,84,3,'proposal','8/KN','2026-04-16','Của Bình'),"
	    " (7,85,2,'conclusion','7/KL','2026-04-16','Thống nhất'), (8,86,2,'proposal','6/KN','2026-04-16','Đã rút')");
	as(person("unit_officer", A));
	struct reply r = ask_get("/evaluation/round/1/unit/2");
	CHECK(says(r, "kiến nghị 12/KN-UBND, Nâng mức vay, 09/04/2026") && says(r, "value=\"document-3\""));
	for (int i = 4; i < 9; i++)
		CHECK(!says(r, mem_printf(scene_mem(), "value=\"document-%d\"", i)));
	SAME(leads(saves("/evaluation/round/1/unit/2", 0, mem_printf(scene_mem(), "%s=document-3|%s=|%s=|do=save",
	    at_item("p", "III.2.6"), at_item("d", "III.2.6"), at_item("dd", "III.2.6")))), "/evaluation/1");
	SAME(document_of(1), "12/KN-UBND 2026-04-09 1000");
	CHECK(says(ask_get("/evaluation/1"), "Lấy từ cổng: <a href=\"/document/3\">kiến nghị 12/KN-UBND"));
	CHECK(says(in_english("/evaluation/1"), "proposal 12/KN-UBND, Nâng mức vay"));
	CHECK(saves("/evaluation/1", 1, mem_printf(scene_mem(), "%s=document-8", at_item("p", "III.2.6"))).status == 422);
}

static void
the_only_document_is_filled_in(void)
{
	const char *d, *dd;

	open_round();
	as(person("unit_officer", B));
	CHECK(!says(ask_get("/evaluation/round/1/unit/3"), "Văn bản của đơn vị trên cổng"));
	units_have_plans_of_their_own();
	d = at_item("d", "III.2.6"), dd = at_item("dd", "III.2.6");
	struct reply r = ask_get("/evaluation/round/1/unit/3");
	CHECK(says(r, "value=\"8/KH-UBND\"") && says(r, "value=\"16/04/2026\"") && says(r, "value=\"plan-6\" selected"));
	CHECK(says(r, "Lấy từ cổng: <a href=\"/plan/6\">") && says(r, "muộn 1 ngày"));
	CHECK(look("SELECT count(*) FROM evaluation_score") == 0);	/* until he saves */
	/* by hand, over what was filled in */
	CHECK(saves("/evaluation/round/1/unit/3", 0, mem_printf(scene_mem(), "%s=plan-6|%s=7/KH|%s=1/4/2026|do=save",
	    at_item("p", "III.2.6"), d, dd)).status == 303);
	SAME(document_of(1), "7/KH 2026-04-01 1000");
	CHECK(!says(ask_get("/evaluation/1"), "value=\"8/KH-UBND\""));
	/* what was emptied with the rest kept is not filled in again */
	CHECK(saves("/evaluation/1", 1, mem_printf(scene_mem(), "%s=|%s=|%s=Chưa ban hành", d, dd, at_item("t", "III.2.6"))).status == 303);
	r = ask_get("/evaluation/1");
	CHECK(!says(r, "value=\"8/KH-UBND\"") && !says(r, "value=\"plan-6\" selected") && says(r, "value=\"plan-6\""));
}

static void
evidence_goes_with_its_criterion(void)
{
	static const char text[] = "Biên bản kiểm tra vốn";

	open_round();
	const char *sheet = scores(A, "18"), *part = mem_printf(scene_mem(), "part=%lld", (long long)item("III.2.2"));
	struct reply r = ask_get(sheet);
	CHECK(says(r, "Minh chứng của từng tiêu chí") && says(r, at_item("id=\"files-", "III.2.2")));
	CHECK(says(r, "no-print\">Nút Gửi tệp"));	/* on paper there is none */
	/* one click saves what is typed and leads there, from the first page on */
	r = saves(sheet, 1, mem_printf(scene_mem(), "%s=17,5|%s=31/KH-UBND|%s=9/4/2026|files=%lld", at_item("s", "III.2.2"),
	    at_item("d", "III.2.6"), at_item("dd", "III.2.6"), (long long)item("III.2.2")));
	CHECK(r.status == 303 && strstr(leads(r), at_item("/evaluation/1#files-", "III.2.2")));
	CHECK(look("SELECT count(*) FROM evaluation_score WHERE points = 1750") == 1);
	r = saves(sheet, 1, mem_printf(scene_mem(), "%s=17,5|%s=31/KH-UBND|%s=9/4/2026|files=%lld\r\nX-Bad: 1", at_item("s", "III.2.2"),
	    at_item("d", "III.2.6"), at_item("dd", "III.2.6"), (long long)item("III.2.2")));
	CHECK(r.status == 303 && !strstr(r.head, "X-Bad"));
	SAME(leads(saves(sheet, 1, mem_printf(scene_mem(), "%s=18|%s=31/KH-UBND|%s=9/4/2026|files=999",
	    at_item("s", "III.2.2"), at_item("d", "III.2.6"), at_item("dd", "III.2.6")))), "/evaluation/1");
	as(person("unit_officer", 6));
	CHECK(says(ask_get("/evaluation/round/1/unit/6"), mem_printf(scene_mem(), "name=\"files\" value=\"%lld\">Lưu và kèm tệp minh chứng",
	    (long long)item("III.2.2"))));
	as(person("unit_officer", A));
	CHECK(says(ask_get("/evaluation/1/check"), "Chưa có thuyết minh hay minh chứng"));
	r = ask_raw(ask_file("/evaluation/1/file", part, "bien ban.txt", text, strlen(text)));
	CHECK(r.status == 303);
	CHECK(look("SELECT count(*) FROM attachment WHERE kind = 'evaluation' AND record = 1") == 1);
	CHECK(says(ask_get(sheet), "bien ban.txt") && ask_get("/evaluation/1/file/1").status == 200);
	CHECK(!says(ask_get("/evaluation/1/check"), "Chưa có thuyết minh hay minh chứng"));
	/* not of another class's criterion, nor of none */
	CHECK(ask_raw(ask_file("/evaluation/1/file", mem_printf(scene_mem(), "part=%lld", (long long)item("III.5.2")),
	    "a.txt", text, strlen(text))).status == 404);
	CHECK(ask_raw(ask_file("/evaluation/1/file", "part=", "a.txt", text, strlen(text))).status == 404);
	/* nobody else before it is sent */
	as(person("specialist", P));
	CHECK(ask_get("/evaluation/1/file/1").status == 404);
	as(person("unit_officer", B));
	CHECK(ask_get("/evaluation/1/file/1").status == 404);
	CHECK(ask_raw(ask_file("/evaluation/1/file", part, "b.txt", text, strlen(text))).status == 404);
	CHECK(ask_post("/evaluation/1/file/1/remove", "").status == 404);
	as(person("unit_leader", A));
	CHECK(moves(sheet, "send", "") == 303);
	CHECK(look("SELECT instr(content, 'bien ban.txt') > 0 FROM evaluation_sent") == 1);
	as(person("specialist", P));
	CHECK(ask_get("/evaluation/1/file/1").status == 200 && says(ask_get("/evaluation/1/review"), "bien ban.txt"));
	as(person("unit_officer", A));
	CHECK(ask_raw(ask_file("/evaluation/1/file", part, "c.txt", "khac", 4)).status == 409);
	CHECK(ask_post("/evaluation/1/file/1/remove", "").status == 409);
	CHECK(look("SELECT count(*) FROM attachment WHERE removed IS NULL") == 1);
}

static void
lists_have_their_faces(void)
{
	open_round();
	sent_by(A, "18");
	as(person("specialist", P));
	CHECK(says(ask_get("/evaluation.csv"), "Đánh giá năm 2026"));
	CHECK(says(ask_get("/evaluation.json?sort=-due"), "\"expected\""));
	struct reply r = ask_get("/evaluation/round/1/units");
	CHECK(says(r, "Xã Bình") && says(r, "Chưa bắt đầu") && says(r, "Đã gửi, chờ thẩm định"));
	CHECK(says(r, "Chấp nhận mọi phiếu đang chờ"));
	CHECK(!says(ask_get("/evaluation/round/1/units.csv?state=none"), "Xã An"));
	CHECK(says(ask_get("/evaluation/round/1/units.csv?q=binh"), "Xã Bình"));
	CHECK(!says(ask_get("/evaluation/round/1/units.csv?q=binh"), "Xã An"));
	CHECK(ask_get("/evaluation/round/9/units").status == 404);
}

/* The same arithmetic by tasks: what was withdrawn, is of another plan, or is not due yet
 * counts for nothing. */
static void
tasks_in_time_fill_a_criterion(void)
{
	lay();
	as(person("specialist", P));
	CHECK(sends("/evaluation/add", add).status == 303);
	CHECK(designs(item_path("III.2.1"), "formula=F7|source=tasks|off_late=1|off_missing=2").status == 303);
	CHECK(designs(item_path("III.2.1"), "formula=F7|source=errands").status == 422);
	SAME(look_text("SELECT source FROM evaluation_rule"), "tasks");
	scene("UPDATE flow_case SET state = 'open' WHERE flow = 'round'");
	as(person("unit_officer", A));
	CHECK(says(ask_get("/evaluation/round/1/unit/2"), "Không có nhiệm vụ nào của kế hoạch này đến hạn"));
	scene("INSERT INTO flow_case (id, flow, unit, state, at) VALUES (701,'task',2,'accepted',0), (702,'task',2,'returned',0),"
	    " (703,'task',2,'received',0), (704,'task',2,'withdrawn',0), (705,'task',2,'given',0), (706,'task',3,'given',0),"
	    " (707,'task',2,'given',0);"
	    "INSERT INTO task (id, plan, text, text_plain, due_date, day, at) VALUES"
	    " (1,1,'a','a','2026-10-10','2026-09-01',0), (2,1,'b','b','2026-10-13','2026-09-01',0),"	/* 1: a Saturday */
	    " (3,1,'c','c','2026-11-10','2026-09-01',0), (4,1,'d','d','2026-11-10','2026-09-01',0),"
	    " (5,1,'e','e','2026-12-10','2026-09-01',0), (6,2,'f','f','2026-10-10','2026-09-01',0);"
	    "INSERT INTO task_unit (id, task, unit, flow_case, first_day) VALUES (1,1,2,701,'2026-10-12'), (2,2,2,702,'2026-10-14'),"
	    " (3,3,2,703,NULL), (4,4,2,704,NULL), (5,5,2,705,NULL), (6,1,3,706,NULL), (7,6,2,707,NULL)");
	struct reply r = ask_get("/evaluation/round/1/unit/2");
	CHECK(says(r, "1/3 nhiệm vụ gửi đúng hạn, 1 gửi muộn, 1 chưa gửi."));
}

/* Since that day another document says something else in that clause's place. */
static void
amended(const char *anchor, const char *text, const char *day)
{
	scene(mem_printf(scene_mem(), "INSERT INTO flow_case (id, flow, unit, state, at) VALUES (90, 'plan', 1, 'issued', 0);"
	    "INSERT INTO plan (id, flow_case, unit, number, date, subject) VALUES (90, 90, 1, '90/KH-UBND', '%s', 'Sửa đổi');"
	    "INSERT INTO plan_change VALUES (90, 1, 'amend', NULL);"
	    "INSERT INTO plan_change_clause (plan, seq, act, anchor, text, html) VALUES (90, 1, 'replace', '%s', '%s', '<p>%s</p>')",
	    day, anchor, text, text));
}

static const char *
first_items(int round_)
{
	return look_text(mem_printf(scene_mem(), "SELECT group_concat(text, '|') FROM (SELECT text FROM evaluation_item"
	    " WHERE evaluation_round = %d AND anchor IN ('III.2.1', 'III.2.2') ORDER BY seq)", round_));
}

/* A round's items are the plan's words of its day; scores stay on those they were given for. */
static void
a_round_keeps_the_words_it_was_made_with(void)
{
	lay();
	as(person("specialist", P));
	CHECK(sends("/evaluation/add", add).status == 303);
	amended("III.2.1", "Báo cáo sớm hơn kỳ", "2026-11-10");
	scene("INSERT INTO plan_change_clause (plan, seq, act, anchor) VALUES (90, 2, 'drop', 'III.2.2')");
	SAME(first_items(1), "Báo cáo đúng kỳ|Quản lý vốn vay đúng quy định");
	CHECK(says(ask_get("/evaluation/round/1"), "Đối với xã"));
	CHECK(sends("/evaluation/add", add).status == 303);
	SAME(first_items(2), "Báo cáo sớm hơn kỳ");
	/* of a year that was over before it held */
	CHECK(sends("/evaluation/add", "plan=1|unit=1|name=Đánh giá năm 2025|kind=yearly|window_from=1/1/2025"
	    "|window_to=31/12/2025|base_day=1/1/2025|due_date=30/11/2026").status == 303);
	SAME(first_items(3), "Báo cáo đúng kỳ|Quản lý vốn vay đúng quy định");
	/* nor does a recall change one */
	scene("UPDATE plan_change SET kind = 'recall'");
	SAME(first_items(2), "Báo cáo sớm hơn kỳ");
}

/* And by the plan of its own that this one asks the unit for. */
static void
a_plan_of_ones_own_fills_a_criterion(void)
{
	lay();
	as(person("specialist", P));
	CHECK(sends("/evaluation/add", add).status == 303);
	CHECK(designs(item_path("III.2.1"), "formula=F7|source=plans|off_late=1|off_missing=2").status == 303);
	scene("UPDATE flow_case SET state = 'open' WHERE flow = 'round'");
	as(person("unit_officer", A));
	CHECK(says(ask_get("/evaluation/round/1/unit/2"), "không yêu cầu đơn vị ban hành kế hoạch nào đến hạn"));
	scene("INSERT INTO plan_call (plan, due_date) VALUES (1, '2026-10-10'); INSERT INTO plan_call_unit VALUES (1, 2)");
	CHECK(says(ask_get("/evaluation/round/1/unit/2"), "chưa ban hành kế hoạch của mình, đã quá hạn"));
	scene("INSERT INTO flow_case (id, flow, unit, state, at) VALUES (701, 'plan', 2, 'issued', 0);"
	    "INSERT INTO plan (id, flow_case, unit, number, date, subject) VALUES (71, 701, 2, '1/KH', '2026-10-12', 'x');"
	    "INSERT INTO plan_above VALUES (71, 1, 1)");	/* the Monday after that Saturday */
	CHECK(says(ask_get("/evaluation/round/1/unit/2"), "ban hành kế hoạch của mình đúng hạn"));
	scene("UPDATE plan SET date = '2026-10-13' WHERE id = 71");
	CHECK(says(ask_get("/evaluation/round/1/unit/2"), "ban hành kế hoạch của mình muộn"));
	/* one that was recalled is none, from that day on */
	scene("INSERT INTO flow_case (id, flow, unit, state, at) VALUES (702, 'plan', 2, 'issued', 0);"
	    "INSERT INTO plan (id, flow_case, unit, number, date, subject) VALUES (72, 702, 2, '2/KH', '2026-11-10', 'Thu hồi');"
	    "INSERT INTO plan_change VALUES (72, 71, 'recall', '2026-11-21')");
	CHECK(says(ask_get("/evaluation/round/1/unit/2"), "ban hành kế hoạch của mình muộn"));
	scene("UPDATE plan_change SET holds = '2026-11-20'");
	CHECK(says(ask_get("/evaluation/round/1/unit/2"), "chưa ban hành kế hoạch của mình, đã quá hạn"));
}

int
main(void)
{
	a_round_keeps_the_words_it_was_made_with();
	a_round_is_made_of_the_plans_criteria();
	a_round_is_opened_from_a_date_of_its_plan();
	points_are_set_and_shared();
	what_a_round_lacks_is_told_before_it_opens();
	formulas_are_rows();
	an_old_page_decides_nothing();
	an_open_round_is_frozen();
	it_fills_itself_and_says_how();
	it_says_what_rose_and_what_is_missing();
	a_draft_is_kept_half_filled();
	the_leader_sends_what_is_whole();
	a_household_is_entered_by_its_unit();
	a_review_stands_beside_it_with_its_reason();
	it_goes_back_with_reasons();
	one_click_takes_nothing_unseen();
	nobody_reviews_himself();
	enter_saves();
	what_does_not_apply_has_no_rank();
	figures_are_added_up_within_a_year();
	what_is_gone_is_not_sent();
	a_day_off_puts_off_what_is_due();
	whom_a_unit_enters_is_in_its_cluster();
	a_hidden_rank_is_found_by_nothing();
	it_is_published_by_a_decision();
	what_never_comes_is_left_out_by_name();
	it_is_printed_blank_and_filled();
	a_document_is_chosen_of_what_the_portal_holds();
	a_proposal_is_such_a_document();
	the_only_document_is_filled_in();
	evidence_goes_with_its_criterion();
	lists_have_their_faces();
	tasks_in_time_fill_a_criterion();
	a_plan_of_ones_own_fills_a_criterion();
	return done();
}
