/* report_test.c - reports, from the dictionary of indicators to totals and the late. */

#include "tests/scene.h"

#include "db/evaluation.h"
#include "db/holiday.h"
#include "db/indicator.h"
#include "db/report.h"
#include "db/report_form.h"

#include <stdio.h>
#include <stdlib.h>

/*
 * Indicators: 1 all households; 2 poor at the start (from 6 of the period before),
 * 3 exited, 4 fallen back, 5 new, 6 poor at the end; 7 the rate 6/1; 8 money, one
 * decimal, asked of communes alone; 9 which is not added.  Periods: 1 Q2 (closed),
 * 2 Q3 (due in September), 3 Q4 (opens on 7/12), 4 November (due on 25/11).
 */
static const char forms[] =
	"INSERT INTO indicator (id, code, name, measure, decimals, rule, numerator, denominator) VALUES"
	" (1,'ho','Tổng số hộ','hộ',0,'sum',NULL,NULL),(2,'dau','Hộ nghèo đầu kỳ','hộ',0,'sum',NULL,NULL),"
	" (3,'thoat','Hộ thoát nghèo','hộ',0,'sum',NULL,NULL),(4,'tai','Hộ tái nghèo','hộ',0,'sum',NULL,NULL),"
	" (5,'moi','Hộ nghèo mới','hộ',0,'sum',NULL,NULL),(6,'cuoi','Hộ nghèo cuối kỳ','hộ',0,'sum',NULL,NULL),"
	" (7,'tyle','Tỷ lệ hộ nghèo','%',2,'rate',6,1),(8,'tien','Tiền đóng góp','triệu đồng',1,'sum',NULL,NULL),"
	" (9,'hang','Xếp hạng','bậc',0,'none',NULL,NULL);"
	"INSERT INTO indicator_check (id, text) VALUES (1,'Cuối kỳ phải bằng đầu kỳ trừ thoát nghèo cộng tái nghèo cộng mới');"
	"INSERT INTO indicator_term VALUES (1,1,2,1),(1,2,3,-1),(1,3,4,1),(1,4,5,1),(1,5,6,-1);"
	"INSERT INTO report_form VALUES (1,1,'Báo cáo giảm nghèo','periodic','');"
	"INSERT INTO report_section VALUES (1,1,1,NULL,'Biến động hộ nghèo','figures',''),"
	" (2,1,2,NULL,'Kết quả, cách làm','text',''),(3,1,3,NULL,'Nguồn lực','figures','');"
	"INSERT INTO report_section_kind VALUES (3,'commune');"
	"INSERT INTO report_line VALUES (1,1,1,NULL),(1,2,2,6),(1,3,3,NULL),(1,4,4,NULL),(1,5,5,NULL),"
	" (1,6,6,NULL),(1,7,7,NULL),(3,1,8,NULL);"
	"INSERT INTO report_period (id, report_form, name, window_from, window_to, opens, source) VALUES"
	" (1,1,'Quý II/2026','2026-03-15','2026-06-14','2026-06-07',''),"
	" (2,1,'Quý III/2026','2026-06-15','2026-09-14','2026-09-07',''),"
	" (3,1,'Quý IV/2026','2026-09-15','2026-12-14','2026-12-07',''),"
	" (4,1,'Tháng 11/2026','2026-10-15','2026-11-14','2026-11-07','');"
	"INSERT INTO report_due (report_period, kind, due_date) VALUES (1,'commune','2026-06-20'),(1,'village','2026-06-17'),"
	" (2,'commune','2026-09-25'),(2,'village','2026-09-18'),(3,'commune','2026-12-25'),"
	" (4,'commune','2026-11-25');";

/* A report of Q2 of that unit, sent on the day: 100 households of 1.000 poor at its end. */
static const char q2[] =
	"INSERT INTO flow_case (id,flow,unit,state,at) VALUES (1,'report',2,'accepted',1);"
	"INSERT INTO report (id,flow_case,report_period,unit,saved) VALUES (1,1,1,2,1);"
	"INSERT INTO report_value VALUES (1,1,100000),(1,2,12000),(1,3,2500),(1,4,0),(1,5,500),"
	" (1,6,10000),(1,8,14500);"
	"INSERT INTO report_sent VALUES (1,1,'BC-2026-00001',1,'2026-06-18',NULL,'{\"sections\":[]}','x');";

/* A report that was put straight into the tables is told to who counts them. */
#define COUNTED "DELETE FROM report_duty; INSERT INTO report_duty SELECT * FROM report_duty_made;"

static int64_t officer, leader, reviewer;

static void
lay(void)
{
	fresh();
	scene(forms);
	scene(q2);
	scene(COUNTED);
	officer = person("unit_officer", A);
	leader = person("unit_leader", A);
	reviewer = person("specialist", P);
}

#define GOOD "v1=1.000&v3=31&v4=2&v5=5&v6=76&v8=150,5&s2=Xong"

static const char *
path_of(int64_t id, const char *tail)
{
	return mem_printf(scene_mem(), "/report/%lld%s", (long long)id, tail);
}

/* A's report of Q3, begun by its officer with those fields; answers its id. */
static int64_t
begin(const char *fields)
{
	as(officer);
	struct reply r = ask_post("/report/period/2/unit/2", mem_printf(scene_mem(),
	    "edition=0&%s", fields));
	if (r.status != 303)
		fprintf(stderr, "%s\n", r.body);
	CHECK(r.status == 303);
	return look("SELECT max(id) FROM report WHERE id > 1");
}

static const char *
edition(int64_t id)
{
	return look_text(mem_printf(scene_mem(), "SELECT edition FROM report WHERE id = %lld",
	    (long long)id));
}

static struct reply
move(int64_t who, int64_t id, const char *fields)
{
	as(who);
	return ask_post(path_of(id, "/move"), mem_printf(scene_mem(), "edition=%s&receipt=%s&%s",
	    edition(id), look_text(mem_printf(scene_mem(), "SELECT coalesce(max(receipt), '')"
	    " FROM report_sent WHERE report = %lld", (long long)id)), fields));
}

static int64_t
sent(void)
{
	int64_t id = begin(GOOD);

	CHECK(move(officer, id, "move=submit").status == 303);
	CHECK(move(leader, id, "move=send").status == 303);
	return id;
}

static const char *
state(int64_t id)
{
	return look_text(mem_printf(scene_mem(), "SELECT state FROM flow_case c JOIN report r"
	    " ON r.flow_case = c.id WHERE r.id = %lld", (long long)id));
}

static void
rates_are_rounded_half_up_and_need_a_denominator(void)
{
	int64_t rate = -7;

	CHECK(report_rate(3653700, 19159400, &rate) && rate == 1907);
	CHECK(report_rate(464300, 19976500, &rate) && rate == 232);
	CHECK(report_rate(1, 8, &rate) && rate == 1250);
	CHECK(report_rate(1, 20000, &rate) && rate == 1);	/* 0,5 is 1 */
	CHECK(report_rate(1, 20001, &rate) && rate == 0);
	CHECK(report_rate(1000000000000000000, 1000000000000000000, &rate) && rate == 10000);
	rate = -7;
	CHECK(!report_rate(5, 0, &rate));
	CHECK(rate == -7);
}

static void
windows_run_from_the_15th_to_the_14th(void)
{
	struct report_window w;

	fresh();
	CHECK(report_window(scene_mem(), "quarter", 2026, 3, &w));
	SAME(w.name, "Quý III/2026");
	SAME(w.from, "2026-06-15");
	SAME(w.to, "2026-09-14");
	SAME(w.opens, "2026-09-07");
	SAME(w.due, "2026-09-25");
	CHECK(report_window(scene_mem(), "month", 2026, 1, &w));
	SAME(w.from, "2025-12-15");
	SAME(w.to, "2026-01-14");
	CHECK(report_window(scene_mem(), "half", 2026, 1, &w));
	SAME(w.from, "2025-12-15");
	SAME(w.to, "2026-06-14");
	CHECK(report_window(scene_mem(), "half", 2026, 2, &w));
	SAME(w.from, "2026-06-15");
	CHECK(report_window(scene_mem(), "year", 2026, 9, &w));
	SAME(w.from, "2025-12-15");
	SAME(w.to, "2026-12-14");
	CHECK(!report_window(scene_mem(), "quarter", 2026, 5, &w));
	CHECK(!report_window(scene_mem(), "month", 2026, 0, &w));
	CHECK(!report_window(scene_mem(), "week", 2026, 1, &w));
	CHECK(!report_window(scene_mem(), "year", 1999, 1, &w));
}

static void
a_working_day_is_no_weekend_and_no_holiday(void)
{
	static const struct grant grants[] = { { "holiday", READ }, { 0 } };
	struct db *db = fresh_db(grants);

	scene("INSERT INTO holiday (day, off, name, document) VALUES"
	    " ('2026-11-17',1,'Nghỉ','1/TB'),('2026-11-21',0,'Bù','1/TB')");
	db_begin(db, DB_READ);
	/* 14/11/2026 is a Saturday. */
	CHECK(day_is_weekend("2026-11-14") && day_is_weekend("2026-11-15"));
	CHECK(!day_is_weekend("2026-11-13") && !day_is_weekend("2026-11-16"));
	CHECK(day_is_weekend("2000-01-01"));
	CHECK(day_is_off(db, "2026-11-14") && day_is_off(db, "2026-11-17"));
	CHECK(!day_is_off(db, "2026-11-16") && !day_is_off(db, "2026-11-21"));
	CHECK(!workday_between(db, scene_mem(), "2026-11-14", "2026-11-16"));
	CHECK(workday_between(db, scene_mem(), "2026-11-14", "2026-11-17"));
	CHECK(!workday_between(db, scene_mem(), "2026-11-16", "2026-11-18"));
	CHECK(workday_between(db, scene_mem(), "2026-11-20", "2026-11-22"));
	CHECK(!workday_between(db, scene_mem(), "2026-11-14", "2026-11-14"));
	CHECK(!workday_between(db, scene_mem(), "2026-11-17", "2026-11-14"));
	db_rollback(db);
}

static const char *
last_day(int64_t period)
{
	return look_text(mem_printf(scene_mem(), "SELECT last_day FROM report_expected"
	    " WHERE report_period = %lld AND unit = 2", (long long)period));
}

static void
a_due_date_on_a_day_off_ends_with_the_next_working_day(void)
{
	lay();
	/* 14/11/2026 is a Saturday; TODAY the Friday after it. */
	scene("UPDATE report_due SET due_date = '2026-11-14' WHERE report_period = 2");
	SAME(last_day(2), "2026-11-16");
	as(officer);
	struct reply r = ask_get("/report");
	CHECK(says(r, "Hạn 14/11/2026 (Thứ Bảy, lùi đến 16/11/2026)"));
	CHECK(says(r, "quá hạn 4 ngày"));
	CHECK(says(ask_get("/report/period/2/unit/2"), "14/11/2026 (Thứ Bảy, lùi đến 16/11/2026)"));
	scene("INSERT INTO holiday (day, off, name, document) VALUES ('2026-11-16',1,'Lễ tỉnh','1/TB')");
	SAME(last_day(2), "2026-11-17");
	/* A Saturday worked in exchange is no day off. */
	scene("INSERT INTO holiday (day, off, name, document) VALUES ('2026-11-14',0,'Làm bù','1/TB')");
	SAME(last_day(2), "2026-11-14");
	scene("UPDATE report_due SET due_date = '2026-11-16' WHERE report_period = 2");
	CHECK(says(ask_get("/report/period/2/unit/2"), "16/11/2026 (Lễ tỉnh, lùi đến 17/11/2026)"));
	CHECK(says(ask_get("/report.json?period=2"), "\"due\": \"2026-11-17\""));
	/* Tết: nine days in a row, the ends of the weeks within. */
	for (int i = 0; i < 9; i++)
		scene(mem_printf(scene_mem(), "INSERT INTO holiday (day, off, name, document)"
		    " VALUES (date('2027-02-05','+%d days'),1,'Tết','1/TB')", i));
	scene("UPDATE report_due SET due_date = '2027-02-05' WHERE report_period = 3");
	SAME(last_day(3), "2027-02-15");
	/* The Labour Code's own are there. */
	scene("UPDATE report_due SET due_date = '2027-04-30' WHERE report_period = 3");
	SAME(last_day(3), "2027-05-03");
	scene("UPDATE report_due SET due_date = '2027-05-04' WHERE report_period = 3");
	SAME(last_day(3), "2027-05-04");
}

/* What is late is judged by the last day: in lists, receipts and on the front page. */
static void
the_last_day_judges_what_is_late(void)
{
	lay();
	scene("UPDATE report_due SET due_date = '2026-11-14' WHERE report_period = 2;"
	    "INSERT INTO holiday (day, off, name, document) VALUES"
	    " ('2026-11-16',1,'a','1'),('2026-11-17',1,'a','1'),('2026-11-18',1,'a','1'),('2026-11-19',1,'a','1')");
	SAME(last_day(2), "2026-11-20");
	as(reviewer);
	CHECK(!says(ask_get("/report/period/2/late.csv"), "Xã An"));
	CHECK(!says(ask_get("/report.csv?period=2"), "Quá hạn"));
	int64_t id = sent();
	as(officer);
	CHECK(says(ask_get(path_of(id, "/receipt")), "Đúng ngày hạn"));
	CHECK(look("SELECT content LIKE '%\"due\":\"2026-11-14\"%\"last_day\":\"2026-11-20\"%'"
	    " FROM report_sent ORDER BY id DESC LIMIT 1") == 1);
	/* Without the holidays it was late, and who has not sent is. */
	scene("DELETE FROM holiday WHERE document = '1'");
	CHECK(says(ask_get(path_of(id, "/receipt")), "Trễ hạn 4 ngày"));
	as(reviewer);
	struct reply r = ask_get("/report/period/2/late");
	CHECK(says(r, "14/11/2026 (Thứ Bảy, lùi đến 16/11/2026)"));
	CHECK(says(r, ">4<"));
	CHECK(says(r, "href=\"/report/period/2/late?sort=unit\"") && says(r, "/report/period/2/late.xlsx"));
	CHECK(says(ask_get("/report/period/2/late.json?what=missing"), "Xã Bình"));
	r = ask_get("/report/period/2/late?q=xa&sort=-unit");
	CHECK(in_order(r, ">Xã Bình<", ">Xã An<") && says(r, "/report/period/2/late.csv?q=xa&amp;sort=-unit"));
	CHECK(in_order(ask_get("/report/period/2/late?sort=unit"), ">Xã An<", ">Xã Bình<"));
}

/* "on time, late, missing" of A, as an evaluation of plan 1 counts them on TODAY. */
static const char *
counted(void)
{
	struct evaluation_times t = evaluation_reports(scene_db(), 1, A, "2026-09-01", "2026-09-30", TODAY);

	return mem_printf(scene_mem(), "%d, %d, %d", (int)t.on_time, (int)t.late, (int)t.missing);
}

/* The day of the first copy counts, on the receipt and in each list, for the evaluation
 * too: who was in time is not late because he was asked to mend something. */
static int64_t
first_sent_on(const char *day)
{
	lay();
	scene("INSERT INTO flow_case (id,flow,unit,state,at) VALUES (900,'plan',1,'issued',1);"
	    "INSERT INTO plan (id, flow_case, unit, kind, subject) VALUES (1, 900, 1, 'KH', 'x');"
	    "UPDATE report_section SET plan = 1 WHERE id = 1");
	SAME(counted(), "0, 0, 1");
	int64_t id = begin(GOOD);
	scene(mem_printf(scene_mem(), "INSERT INTO report_sent VALUES (70,%lld,'BC-2026-00070',1,'%s',NULL,"
	    "'{\"sections\":[]}','x'); UPDATE flow_case SET state = 'sent' WHERE flow = 'report' AND state = 'draft'",
	    (long long)id, day));
	return id;
}

static void
one_that_is_sent_again_keeps_its_first_day(void)
{
	int64_t id = first_sent_on("2026-09-20");
	as(reviewer);
	CHECK(!says(ask_get("/report.csv?period=2"), "trễ hạn"));
	CHECK(move(reviewer, id, "move=return&reason=X").status == 303);
	CHECK(says(ask_get("/report/period/2/late.csv?what=back"), "Xã An")
	    && !says(ask_get("/report/period/2/late.csv?what=missing"), "Xã An"));
	SAME(counted(), "1, 0, 0");
	CHECK(move(officer, id, "move=submit").status == 303 && move(leader, id, "move=send").status == 303);
	SAME(look_text("SELECT max(day) FROM report_sent"), TODAY);
	struct reply r = ask_get(path_of(id, "/receipt"));
	CHECK(says(r, "Lần gửi đầu ngày 20/09/2026: trước hạn 5 ngày.") && !says(r, "rễ hạn"));
	as(reviewer);
	CHECK(!says(ask_get("/report.csv?period=2"), "trễ hạn") && !says(ask_get("/report/period/2/late.csv"), "Xã An"));
	SAME(counted(), "1, 0, 0");
	/* And who was late stays late. */
	id = first_sent_on("2026-09-28");
	CHECK(move(reviewer, id, "move=return&reason=X").status == 303);
	CHECK(move(officer, id, "move=submit").status == 303 && move(leader, id, "move=send").status == 303);
	CHECK(says(ask_get(path_of(id, "/receipt")), "Lần gửi đầu ngày 28/09/2026: trễ hạn 3 ngày."));
	as(reviewer);
	/* who has the unit in hand reads what is to be done, and the filter's word */
	CHECK(says(ask_get("/report.csv?period=2"), "Đã gửi, chờ tiếp nhận, trễ hạn"));
	/* a receipt's code is not broken in two, nor a short period; a long one must be */
	CHECK(says(ask_get("/report?period=2"), "<td class=\"nowrap\" data-l=\"Mã biên nhận\">"));
	CHECK(says(ask_get("/report?period=2"), "<td class=\"nowrap\" data-l=\"Kỳ\">"));
	scene("UPDATE report_period SET name = 'Sơ kết công tác thi đua 6 tháng đầu năm 2026'");
	CHECK(says(ask_get("/report?period=2"), "<td data-l=\"Kỳ\">Sơ kết"));
	CHECK(says(ask_get("/report/period/2/late.json?what=late"), "\"days\": 3"));
	SAME(counted(), "0, 1, 0");
}

/* What has passed stays as it was: neither late nor in time in hindsight. */
static void
a_day_that_is_over_moves_no_deadline(void)
{
	lay();
	scene("INSERT INTO holiday (id, day, off, name, document) VALUES (90,'2026-11-19',1,'A','1'),"
	    " (91,'" TODAY "',1,'B','1')");
	as(person("admin", P));
	struct reply r = ask_post("/report/holiday", "day=19/11/2026&kind=off&name=T&document=1");
	CHECK(r.status == 422 && says(r, "Ngày đã qua không thêm được, để hạn đã qua không đổi: ghi từ 20/11/2026 trở đi"));
	CHECK(ask_post("/report/holiday", "day=18/11/2026&to=24/11/2026&kind=off&name=T&document=1").status == 422);
	CHECK(ask_post("/report/holiday/90/drop", "").status == 409);
	r = ask_get("/report/holiday");
	CHECK(!says(r, "/report/holiday/90/drop") && says(r, "/report/holiday/91/drop"));
	CHECK(ask_post("/report/holiday/91/drop", "").status == 303);
	CHECK(ask_post("/report/holiday", "day=20/11/2026&kind=off&name=T&document=1").status == 303);
}

static void
the_administrator_at_the_top_keeps_days_off(void)
{
#define NGHI "kind=off&name=T%E1%BA%BFt&document=12/TB-BNV"
	lay();
	int64_t admin = person("admin", P);
	as(officer);
	struct reply r = ask_get("/report/holiday");
	CHECK(r.status == 200);
	CHECK(says(r, "02/09/2027"));
	CHECK(!says(r, "Thêm ngày"));
	CHECK(!says(r, "Bỏ ngày này"));
	scene("INSERT INTO holiday (day, off, name, document) VALUES ('2027-09-04', 0, 'Bù', '1')");
	CHECK(in_order(ask_get("/report/holiday"), ">02/09/2027<", ">04/09/2027<"));
	CHECK(in_order(ask_get("/report/holiday?sort=-day"), ">04/09/2027<", ">02/09/2027<"));
	CHECK(in_order(ask_get("/report/holiday.json?sort=-day"), "2027-09-04", "2027-09-02"));
	CHECK(in_order(ask_get("/report/holiday?sort=kind"), ">04/09/2027<", ">02/09/2027<"));
	CHECK(in_order(ask_get("/report/holiday?sort=-kind"), ">02/09/2027<", ">04/09/2027<"));
	CHECK(says(ask_get("/report/holiday?year=2027&sort=day"), "/report/holiday?year=2027&amp;sort=-day"));
	CHECK(says(ask_get("/report/holiday?year=2027&sort=-day"), "/report/holiday.csv?year=2027&amp;sort=-day"));
	scene("DELETE FROM holiday WHERE name = 'Bù'");
	CHECK(ask_post("/report/holiday", "day=16/2/2027&" NGHI).status == 403);
	CHECK(ask_post("/report/holiday/1/drop", "").status == 403);
	/* They bind the whole tree: no commune's own. */
	as(person("admin", A));
	CHECK(ask_post("/report/holiday", "day=16/2/2027&" NGHI).status == 404);
	CHECK(ask_post("/report/holiday/1/drop", "").status == 404);
	CHECK(!says(ask_get("/report/holiday"), "Thêm ngày"));
	as(admin);
	CHECK(says(ask_get("/report"), "/report/holiday"));
	CHECK(ask_post("/report/holiday", "day=16/2/2027&kind=off&name=T&document=").status == 422);
	CHECK(ask_post("/report/holiday", "day=30/2/2027&" NGHI).status == 422);
	CHECK(says(ask_post("/report/holiday", "day=2/9/2027&" NGHI), "đã có trong danh sách"));
	CHECK(says(ask_post("/report/holiday", "day=1/9/2027&to=3/9/2027&" NGHI), "Ngày 02/09/2027 đã có"));
	CHECK(says(ask_post("/report/holiday", "day=3/9/2027&to=1/9/2027&" NGHI), "trước ngày đầu"));
	CHECK(says(ask_post("/report/holiday", "day=1/3/2027&to=16/3/2027&" NGHI), "tối đa 15 ngày"));
	CHECK(ask_post("/report/holiday", "day=16/2/2027&kind=x&name=T&document=1").status == 422);
	r = ask_post("/report/holiday", "day=16/2/2027&kind=work&name=B&document=1");
	CHECK(says(r, "Ngày 16/02/2027 là Thứ Ba"));
	CHECK(says(r, "href=\"#day\""));
	CHECK(says(r, "value=\"16/2/2027\""));
	CHECK(look("SELECT count(*) FROM holiday") == 20);
	CHECK(look("SELECT count(*) FROM audit") == 0);
	CHECK(ask_post("/report/holiday", "day=5/2/2027&to=7/2/2027&" NGHI).status == 303);
	CHECK(ask_post("/report/holiday", "day=13/2/2027&kind=work&name=B%C3%B9&document=1").status == 303);
	CHECK(look("SELECT count(*) FROM holiday WHERE name = 'Tết' AND off = 1") == 3);
	CHECK(look("SELECT count(*) FROM audit WHERE action = 'holiday.add' AND mandate IS NOT NULL") == 4);
	r = ask_get("/report/holiday?year=2027");
	CHECK(says(r, "07/02/2027") && says(r, "12/TB-BNV"));
	CHECK(!says(r, "02/09/2026"));
	CHECK(says(ask_get("/report/holiday.csv"), "2027-02-13,Thứ Bảy,Ngày làm bù,Bù,1"));
	/* In pages, as any list; the file holds all. */
	scene("WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 100)"
	    " INSERT INTO holiday (day, off, name, document)"
	    " SELECT date('2040-01-01', i || ' days'), 1, 'n', '1' FROM n");
	r = ask_get("/report/holiday?year=2040");
	CHECK(says(r, ": 101</small>") && !says(r, "10/04/2040") && says(r, "/report/holiday?year=2040&amp;page=2"));
	CHECK(says(ask_get("/report/holiday?year=2040&page=2"), ">10/04/2040<"));
	CHECK(!says(ask_get("/report/holiday?year=2040&page=2"), ">01/01/2040<"));
	CHECK(says(ask_get("/report/holiday.csv?year=2040"), "2040-04-10"));
	CHECK(ask_get("/report/holiday?year=2040&page=3").status == 200);
	CHECK(says(ask_get("/report/holiday?year=9999"), "Chưa có ngày nào"));
	int64_t id = look("SELECT id FROM holiday WHERE day = '2027-02-06'");
	const char *path = mem_printf(scene_mem(), "/report/holiday/%lld/drop", (long long)id);
	CHECK(ask_post(path, "").status == 303);
	CHECK(ask_post(path, "").status == 404);
	CHECK(look("SELECT count(*) FROM audit WHERE action = 'holiday.drop' AND entity > 0") == 1);
	SAME(look_text("SELECT old FROM audit_value WHERE field = 'day' ORDER BY audit DESC"), "2027-02-06");
}

static void
sums_are_read_strictly(void)
{
	static const struct grant grants[] = { { "indicator", READ }, { "report", READ },
	    { "mandate", READ }, { "role", READ }, { "unit", READ }, { 0 } };
	struct db *db = fresh_db(grants);
	const char *relation, *wrong;

	scene(forms);
	db_begin(db, DB_READ);
	struct indicator_term *t = indicator_terms(db, scene_mem(),
	    "dau - thoat + tai+moi = cuoi", &relation, &wrong);
	SAME(indicator_sum(scene_mem(), relation, t), "dau - thoat + tai + moi = cuoi");
	t = indicator_terms(db, scene_mem(), "cuoi = dau - thoat", &relation, &wrong);
	SAME(indicator_sum(scene_mem(), relation, t), "cuoi - dau = -thoat");
	CHECK(!indicator_terms(db, scene_mem(), "dau - thoat", &relation, &wrong));
	SAME(wrong, "");
	CHECK(!indicator_terms(db, scene_mem(), "dau thoat = cuoi", &relation, &wrong));
	CHECK(!indicator_terms(db, scene_mem(), "dau = cuoi = moi", &relation, &wrong));
	CHECK(!indicator_terms(db, scene_mem(), "dau = ", &relation, &wrong));
	CHECK(!indicator_terms(db, scene_mem(), "dau * 2 = cuoi", &relation, &wrong));
	CHECK(!indicator_terms(db, scene_mem(), "dau - la = cuoi", &relation, &wrong));
	SAME(wrong, "la");
	CHECK(!indicator_terms(db, scene_mem(), "dau - dau = cuoi", &relation, &wrong));
	SAME(wrong, "dau");
	/* At most: one count on each side, whatever stood where. */
	t = indicator_terms(db, scene_mem(), "cuoi - moi <= dau", &relation, &wrong);
	SAME(relation, "<=");
	SAME(indicator_sum(scene_mem(), relation, t), "cuoi ≤ moi + dau");
	t = indicator_terms(db, scene_mem(), "cuoi≤ho", &relation, &wrong);
	SAME(indicator_sum(scene_mem(), relation, t), "cuoi ≤ ho");
	CHECK(!indicator_terms(db, scene_mem(), "cuoi < ho", &relation, &wrong));
	CHECK(!indicator_terms(db, scene_mem(), "cuoi >= ho", &relation, &wrong));
	CHECK(!indicator_terms(db, scene_mem(), "cuoi <= -ho", &relation, &wrong));
	SAME(wrong, "");
	CHECK(!indicator_terms(db, scene_mem(), "cuoi <= ho <= dau", &relation, &wrong));
	CHECK(!indicator_terms(db, scene_mem(), "cuoi <= cuoi", &relation, &wrong));
	SAME(wrong, "cuoi");
	CHECK(!indicator_code_is_lawful("đầu"));
	CHECK(!indicator_code_is_lawful("a-b"));
	CHECK(!indicator_code_is_lawful(""));
	CHECK(indicator_code_is_lawful("ho_ngheo.1"));
	db_rollback(db);
}

static void
what_is_odd_is_far_from_the_last(void)
{
	struct report_line l = { .has = true, .has_last = true, .rule = "sum" };

	l.last = 14500, l.value = 145000;
	CHECK(!report_is_odd(&l));
	l.value = 145001;
	CHECK(report_is_odd(&l));
	l.value = 1450;
	CHECK(!report_is_odd(&l));
	l.value = 1449;
	CHECK(report_is_odd(&l));
	l.value = 0;
	CHECK(report_is_odd(&l));
	l.last = 300;	/* 3 and 0: too few to tell */
	CHECK(!report_is_odd(&l));
	l.last = 0, l.value = 100000;
	CHECK(!report_is_odd(&l));
	l.last = 100, l.rule = "rate";
	CHECK(!report_is_odd(&l));
}

static void
a_duty_is_shown_late_first_and_what_is_to_come_last(void)
{
	lay();
	as(officer);
	struct reply r = ask_get("/report");
	CHECK(r.status == 200);
	const char *late = strstr(r.body, "Quý III/2026"), *soon = strstr(r.body, "Tháng 11/2026"),
	    *then = strstr(r.body, "Quý IV/2026");
	CHECK(late && soon && then && late < soon && soon < then);
	CHECK(says(r, "quá hạn 56 ngày"));
	CHECK(says(r, "còn 5 ngày"));
	CHECK(says(r, "Chưa đến kỳ"));
	/* Not open: neither a link nor an address. */
	CHECK(!says(r, "/report/period/3/unit/2"));
	CHECK(ask_get("/report/period/3/unit/2").status == 404);
	CHECK(ask_post("/report/period/3/unit/2", "edition=0&v1=1").status == 404);
}

static void
one_without_duties_is_told_so(void)
{
	lay();
	as(person("unit_officer", D));
	CHECK(says(ask_get("/report"), "Không có báo cáo nào chờ bạn"));
	as(person("", 0));
	struct reply r = ask_get("/report");
	CHECK(r.status == 200);
	CHECK(says(r, "Chưa có kỳ báo cáo nào mở"));
	as(0);
	CHECK(ask_get("/report").status == 303);
}

static void
a_draft_may_be_half_filled(void)
{
	lay();
	int64_t id = begin("v1=1.000&v3=&s2=");
	SAME(state(id), "draft");
	CHECK(look("SELECT value FROM report_value WHERE indicator = 1 AND report > 1") == 100000);
	CHECK(look("SELECT count(*) FROM report_value WHERE indicator = 3 AND report > 1") == 0);
	CHECK(look("SELECT count(*) FROM report_text") == 0);
	struct reply r = ask_get(path_of(id, ""));
	CHECK(says(r, "value=\"1.000\""));
	CHECK(says(r, "2/7"));	/* the household and what is carried over */
	/* An emptied field is empty again. */
	CHECK(ask_post(path_of(id, ""), "edition=1&v1=").status == 303);
	CHECK(look("SELECT count(*) FROM report_value WHERE indicator = 1 AND report > 1") == 0);
	CHECK(look("SELECT count(*) FROM audit WHERE action = 'report.open'") == 1);
	CHECK(look("SELECT count(*) FROM audit WHERE action = 'report.save'") == 1);
}

static void
what_cannot_be_a_figure_is_refused_and_kept(void)
{
	lay();
	as(officer);
	struct reply r = ask_post("/report/period/2/unit/2",
	    "edition=0&v1=1.5&v3=-2&v4=abc&v5=9999999999999&v6=7&v8=1,25&s2=%3Cscript%3E");
	CHECK(r.status == 422);
	CHECK(says(r, "href=\"#v1\""));
	CHECK(says(r, "không có phần lẻ"));
	CHECK(says(r, "Không ghi số âm"));
	CHECK(says(r, "href=\"#v4\""));
	CHECK(says(r, "Số quá lớn"));
	CHECK(says(r, "tối đa 1 chữ số lẻ"));
	CHECK(says(r, "value=\"abc\""));
	CHECK(says(r, "value=\"7\""));
	CHECK(says(r, "&lt;script&gt;"));
	CHECK(!says(r, "<script>"));
	CHECK(look("SELECT count(*) FROM report") == 1);
	CHECK(look("SELECT count(*) FROM audit") == 0);
}

static void
what_is_carried_over_is_not_typed(void)
{
	lay();
	int64_t id = begin("v1=1.000&v2=777");
	CHECK(look("SELECT value FROM report_value WHERE indicator = 2 AND report > 1") == 10000);
	struct reply r = ask_get(path_of(id, ""));
	CHECK(says(r, "readonly"));
	CHECK(says(r, "Lấy từ cuối kỳ trước"));
	/* Of November nothing ended on the eve: there it is typed. */
	as(officer);
	r = ask_get("/report/period/4/unit/2");
	CHECK(r.status == 200);
	CHECK(!says(r, "readonly"));
}

static void
a_section_is_filled_by_its_kinds_alone(void)
{
	lay();
	as(officer);
	CHECK(says(ask_get("/report/period/2/unit/2"), "Tiền đóng góp"));
	as(person("unit_officer", A1));
	struct reply r = ask_get("/report/period/2/unit/4");
	CHECK(r.status == 200);
	CHECK(!says(r, "Tiền đóng góp"));
	CHECK(says(r, "18/09/2026"));	/* the due date of villages */
	CHECK(ask_get("/report/period/4/unit/4").status == 404);	/* they need not */
}

static void
markdown_is_shown_tame(void)
{
	lay();
	int64_t id = begin("s2=%2A%2Ac%C3%B3%2A%2A%0A%0A%3Cb%20onclick%3D1%3Ex%3C/b%3E");
	struct reply r = ask_get(path_of(id, ""));
	CHECK(says(r, "<strong>có</strong>"));
	CHECK(!says(r, "<b onclick"));
	/* on paper the text stands there already */
	CHECK(says(r, "<details class=\"no-print\"><summary>Xem bản trình bày"));
	CHECK(look("SELECT count(*) FROM report_text WHERE html LIKE '%<strong>%'") == 1);
}

static void
two_who_write_do_not_undo_each_other(void)
{
	lay();
	int64_t id = begin("v1=1.000&v3=5");
	CHECK(ask_post(path_of(id, ""), "edition=1&v1=1.000&v3=6").status == 303);
	struct reply r = ask_post(path_of(id, ""), "edition=1&v1=1.000&v3=7");
	CHECK(r.status == 409);
	CHECK(says(r, "value=\"7\""));
	CHECK(says(r, "Bản kia đã lưu:"));
	CHECK(says(r, "name=\"edition\" value=\"2\""));
	CHECK(look("SELECT value FROM report_value WHERE indicator = 3 AND report > 1") == 600);
	/* Opened anew it shows what is saved. */
	CHECK(look("SELECT count(*) FROM draft") == 0);
	CHECK(says(ask_get(path_of(id, "")), "value=\"6\""));
	/* Sent once more it is his decision. */
	CHECK(ask_post(path_of(id, ""), "edition=2&v1=1.000&v3=7").status == 303);
	CHECK(look("SELECT value FROM report_value WHERE indicator = 3 AND report > 1") == 700);
	CHECK(look("SELECT count(*) FROM draft") == 0);
	/* Begun by another meanwhile: the same. */
	CHECK(ask_post("/report/period/2/unit/2", "edition=0&v1=3").status == 409);
}

static void
missing_figures_and_wrong_sums_hold_it_back(void)
{
	lay();
	int64_t id = begin("v1=1.000&v3=31&v4=2&v5=5&v6=77");
	struct reply r = ask_get(path_of(id, "/check"));
	CHECK(r.status == 200);
	CHECK(says(r, "Chưa có số"));
	CHECK(says(r, "100 - 31 + 2 + 5 = 76"));
	CHECK(says(r, "đang ghi 77"));
	/* who only looks has done nothing yet, and typed nothing */
	CHECK(says(r, ">Còn nội dung phải sửa</h2>") && !says(r, "Nội dung đã nhập được giữ nguyên"));
	/* No button that leads nowhere: a way to each field that is wrong. */
	CHECK(!says(r, "value=\"submit\""));
	CHECK(says(r, "Chưa trình, chưa gửi được"));
	CHECK(says(r, mem_printf(scene_mem(), "href=\"/report/%lld#v6\"", (long long)id)));
	CHECK(says(r, mem_printf(scene_mem(), "href=\"/report/%lld#v8\"", (long long)id)));
	CHECK(!says(r, mem_printf(scene_mem(), "href=\"/report/%lld#v1\"", (long long)id)));
	r = move(officer, id, "move=submit");
	CHECK(r.status == 422);
	CHECK(says(r, ">Chưa thực hiện được, còn nội dung phải sửa</h2>") && says(r, "Nội dung đã nhập được giữ nguyên"));
	CHECK(says(r, "href=\"#v8\""));
	CHECK(says(r, "href=\"#v6\""));
	SAME(state(id), "draft");
	CHECK(move(leader, id, "move=send").status == 422);
	SAME(state(id), "draft");
	CHECK(look("SELECT count(*) FROM flow_step") == 0);
	as(officer);
	CHECK(ask_post(path_of(id, ""), "edition=1&" GOOD "&do=check").status == 303);
	r = ask_get(path_of(id, "/check"));
	CHECK(says(r, "các phép tính đều khớp"));
	CHECK(says(r, "value=\"submit\""));
	CHECK(move(officer, id, "move=submit").status == 303);
	SAME(state(id), "signing");
	as(leader);
	CHECK(says(ask_get(path_of(id, "/check")), "value=\"send\""));
	/* A check that was made meanwhile: the leader can but return it. */
	scene("INSERT INTO indicator_check (id, text) VALUES (2,'Thoát bằng tái');"
	    "INSERT INTO indicator_term VALUES (2,1,3,1),(2,2,4,-1);");
	r = ask_get(path_of(id, "/check"));
	CHECK(!says(r, "value=\"send\""));
	CHECK(says(r, "value=\"back\""));
	CHECK(says(r, "trả lại người nhập để sửa"));
	CHECK(!says(r, mem_printf(scene_mem(), "href=\"/report/%lld#v4\"", (long long)id)));
	CHECK(move(leader, id, "move=send").status == 422);
}

/* More poor households than households: no rate above 100 %. */
static void
what_is_at_most_another_holds_it_back(void)
{
	lay();
	scene("UPDATE report_value SET value = 95000 WHERE report = 1 AND indicator = 6;"
	    "INSERT INTO indicator_check (id, text, relation) VALUES"
	    " (2,'Hộ nghèo không quá tổng số hộ','<='),(3,'Thoát nghèo và mới không quá đầu kỳ','<=');"
	    "INSERT INTO indicator_term VALUES (2,1,6,1),(2,2,1,-1),"
	    " (3,1,2,-1),(3,2,3,1),(3,3,5,1);");
	/* Saved it is a hint: what is typed may be mended later. */
	int64_t id = begin("v1=900&v3=10&v4=0&v5=0&v6=940&v8=150");
	struct reply r = ask_get(path_of(id, ""));
	CHECK(says(r, "Hộ nghèo không quá tổng số hộ: 940, nhiều nhất 900"));
	CHECK(!says(r, "đầu kỳ: 10 + 0"));
	r = move(officer, id, "move=submit");
	CHECK(r.status == 422);
	CHECK(says(r, "href=\"#v6\""));
	CHECK(says(r, "đang là 940, nhiều nhất 900. Sửa ô này hoặc ô “Tổng số hộ”"));
	SAME(state(id), "draft");
	CHECK(move(leader, id, "move=send").status == 422);
	/* Two on the left; the one carried over on the right is not the one to mend. */
	as(officer);
	CHECK(ask_post(path_of(id, ""), "edition=1&v1=1.000&v3=940&v4=0&v5=20&v6=30&v8=150").status
	    == 303);
	r = move(officer, id, "move=submit");
	CHECK(says(r, "href=\"#v3\""));
	CHECK(says(r, "940 + 20 = 960, nhiều nhất 950. Sửa ô này"));
	CHECK(!says(r, "href=\"#v2\"") && !says(r, "hoặc ô “Hộ nghèo đầu kỳ”"));
	/* Two that are wrong with one figure are both told, above and beside it. */
	as(officer);
	CHECK(ask_post(path_of(id, ""), "edition=2&v1=900&v3=10&v4=0&v5=0&v6=945&v8=150").status == 303);
	r = ask_get(path_of(id, "/check"));
	CHECK(in_order(r, "Lỗi: Cuối kỳ phải bằng", "đang ghi 945. Sửa ô này hoặc các ô trong phép tính. Hộ nghèo"));
	CHECK(says(r, "Hộ nghèo không quá tổng số hộ: đang là 945, nhiều nhất 900. Sửa ô này hoặc ô “Tổng số hộ”"));
	r = ask_get(path_of(id, ""));
	CHECK(says(r, "945, nhiều nhất 900") && says(r, "950 - 10 + 0 + 0 = 940"));
	/* As many as all is still right, and what is not there yet is no fault of a sum. */
	as(officer);
	CHECK(ask_post(path_of(id, ""), "edition=3&v1=950&v3=10&v4=0&v5=10&v6=950&v8=").status == 303);
	CHECK(!says(ask_get(path_of(id, "")), "nhiều nhất"));
	CHECK(ask_post(path_of(id, ""), "edition=4&v1=&v3=10&v4=0&v5=10&v6=950&v8=150").status == 303);
	CHECK(!says(ask_get(path_of(id, "")), "nhiều nhất"));
	CHECK(ask_post(path_of(id, ""), "edition=5&v1=950&v3=10&v4=0&v5=10&v6=950&v8=150").status == 303);
	CHECK(move(officer, id, "move=submit").status == 303);
	CHECK(move(leader, id, "move=send").status == 303);
	as(reviewer);
	CHECK(says(ask_get(path_of(id, "/review")), "950, nhiều nhất 950"));
}

static void
odd_figures_go_on_with_a_reason(void)
{
	lay();
	int64_t id = begin("v1=1.000&v3=31&v4=2&v5=5&v6=76&v8=1.450,5");
	CHECK(says(ask_get(path_of(id, "/check")), "Có số liệu tăng, giảm bất thường so với kỳ trước"));
	struct reply r = move(officer, id, "move=submit&odd=");
	CHECK(r.status == 422);
	CHECK(says(r, "href=\"#odd\""));
	CHECK(says(r, "aria-describedby=\"odd-submit-h odd-submit-e\" aria-invalid=\"true\"")
	    && says(r, "id=\"odd-submit-e\">Lỗi: Có số gấp hơn 10 lần"));
	CHECK(move(officer, id, "move=submit&odd=T%C3%A0i+tr%E1%BB%A3").status == 303);
	SAME(look_text("SELECT odd FROM report WHERE id > 1"), "Tài trợ");
	CHECK(move(leader, id, "move=send").status == 303);
	as(reviewer);
	CHECK(says(ask_get(path_of(id, "/review")), "Tài trợ"));
}

static void
only_its_leader_sends(void)
{
	lay();
	int64_t id = begin(GOOD);
	CHECK(move(officer, id, "move=send").status == 404);
	CHECK(move(reviewer, id, "move=send").status == 404);
	CHECK(move(person("unit_leader", B), id, "move=send").status == 404);
	CHECK(move(person("unit_leader", P), id, "move=send").status == 404);
	CHECK(move(person("unit_leader", A1), id, "move=send").status == 404);
	CHECK(move(officer, id, "move=nonsense").status == 404);
	SAME(state(id), "draft");
	CHECK(move(officer, id, "move=submit").status == 303);
	/* What waits for the leader is not changed under his eyes. */
	as(officer);
	struct reply r = ask_post(path_of(id, ""), "edition=1&v1=2&v4=&v8=191%2C5&do=check&s2=M%E1%BB%99t%0A%3Chai%3E");
	CHECK(r.status == 409 && says(r, "<h1>Hồ sơ đã chuyển sang bước khác</h1>"));
	/* what was typed is told by its labels, in its order; what was chosen, and empty boxes, are not */
	CHECK(says(r, "<ul><li>Tổng số hộ: <b>2</b></li><li>Tiền đóng góp: <b>191,5</b></li></ul>"));
	CHECK(says(r, ">Kết quả, cách làm</label><textarea") && says(r, "readonly>Một\n&lt;hai&gt;</textarea>"));
	CHECK(!says(r, "check") && !says(r, "Đoạn"));
	as(leader);
	r = ask_get("/report/sign");
	CHECK(r.status == 200);
	CHECK(says(r, "Tỷ lệ hộ nghèo"));
	CHECK(says(r, "7,60%"));
	CHECK(says(r, "/report/sign.xlsx") && ask_get("/report/sign.xlsx").status == 200);
	CHECK(says(ask_get("/report/sign.json"), "\"total\": 1") && says(ask_get("/report/sign.csv"), "Xã An"));
	CHECK(says(ask_get("/report"), "/report/sign"));
	as(person("unit_leader", B));
	CHECK(says(ask_get("/report/sign"), "Không có báo cáo nào chờ bạn gửi"));
	CHECK(says(ask_get("/report/sign.json"), "\"total\": 0"));
	as(officer);
	CHECK(ask_get("/report/sign.csv").status == 403);
	CHECK(move(leader, id, "move=send").status == 303);
	SAME(state(id), "sent");
	/* Sent a second time it is stale. */
	CHECK(move(leader, id, "move=send").status == 409);
	as(officer);
	CHECK(ask_post(path_of(id, ""), "edition=1&v1=2").status == 409);
}

/* What waits for a leader is a list as any other: sorted, chosen and in pages on its page. */
static void
what_waits_for_the_leader_is_sorted_and_chosen(void)
{
	lay();
	scene("UPDATE role_ability SET scope = 'below' WHERE role = 'unit_leader'"
	    " AND ability = 'report.send'");
	int64_t all = person("unit_leader", P), other = person("unit_officer", B);
	CHECK(move(officer, begin(GOOD), "move=submit").status == 303);
	as(other);
	CHECK(ask_post("/report/period/2/unit/3", "edition=0&v1=10&v2=2&v3=1&v4=0&v5=0&v6=1&v8=2")
	    .status == 303);
	int64_t b = look("SELECT id FROM report WHERE unit = 3");
	CHECK(move(other, b, "move=submit").status == 303);
	as(all);
	struct reply r = ask_get("/report/sign");
	CHECK(r.status == 200);
	CHECK(says(r, "href=\"/report/sign?sort=unit\""));
	CHECK(in_order(ask_get("/report/sign?sort=unit"), "Xã An · hạn gửi", "Xã Bình · hạn gửi"));
	CHECK(in_order(ask_get("/report/sign?sort=-unit"), "Xã Bình · hạn gửi", "Xã An · hạn gửi"));
	CHECK(in_order(ask_get("/report/sign.csv?sort=-unit"), "Xã Bình", "Xã An"));
	CHECK(in_order(ask_get("/report/sign.csv?sort=saver"), "Xã An", "Xã Bình"));
	/* people in the Vietnamese order: D, Đ, E */
	scene(mem_printf(scene_mem(), "UPDATE account SET name = 'Đèo', name_key = '%s' WHERE id = %lld;"
	    "UPDATE account SET name = 'Em', name_key = '%s' WHERE id = %lld", text_key(scene_mem(), "Đèo"),
	    (long long)officer, text_key(scene_mem(), "Em"), (long long)other));
	CHECK(in_order(ask_get("/report/sign.csv?sort=saver"), "Xã An", "Xã Bình"));
	CHECK(in_order(ask_get("/report/sign.csv?sort=-saver"), "Xã Bình", "Xã An"));
	r = ask_get("/report/sign?q=binh");
	CHECK(says(r, "Xã Bình · hạn gửi") && !says(r, "Xã An · hạn gửi"));
	CHECK(says(ask_get("/report/sign.json?q=binh"), "\"total\": 1"));
	r = ask_get("/report/sign?q=khong-co");
	CHECK(says(r, "Không có báo cáo nào hợp với điều kiện lọc") && says(r, "name=\"q\""));
	CHECK(says(ask_get("/report/sign?period=2"), "Xã An · hạn gửi"));
	CHECK(!says(ask_get("/report/sign?period=1"), "Xã An · hạn gửi"));
	/* No sort and no word shows another's. */
	as(person("unit_leader", B));
	CHECK(!says(ask_get("/report/sign?sort=-unit&q=xa"), "Xã An"));
	CHECK(says(ask_get("/report/sign.json?q=xa+an"), "\"total\": 0"));
	as(officer);
	CHECK(ask_get("/report/sign?sort=unit").status == 403);
	/* More than a page of them; the files hold all. */
	scene("WITH RECURSIVE n (i) AS (SELECT 100 UNION ALL SELECT i + 1 FROM n WHERE i < 200)"
	    " INSERT INTO report_period (id, report_form, name, window_from, window_to, opens, source) SELECT i, 1, 'Kỳ ' || i, date('2026-06-15', -i || ' days'), '2026-09-14', '2026-09-07', ''"
	    " FROM n;"
	    "INSERT INTO report_due (report_period, kind, due_date)"
	    " SELECT id, 'commune', '2026-12-25' FROM report_period WHERE id >= 100;"
	    "INSERT INTO flow_case (id,flow,unit,state,at) SELECT id,'report',2,'signing',9"
	    " FROM report_period WHERE id >= 100;"
	    "INSERT INTO report (flow_case,report_period,unit,saved) SELECT id,id,2,9"
	    " FROM report_period WHERE id >= 100;" COUNTED);
	as(leader);
	r = ask_get("/report/sign");
	CHECK(says(r, "aria-label=\"Trang\"") && !says(r, ": Kỳ 200"));
	CHECK(says(ask_get("/report/sign?page=2"), ": Kỳ 200"));
	CHECK(says(ask_get("/report/sign.csv"), ": Kỳ 200") && says(ask_get("/report/sign.csv"), ": Kỳ 100"));
	CHECK(says(ask_get("/report"), "Chờ lãnh đạo gửi (102)"));
}

static void
a_leader_returns_it_to_the_officer(void)
{
	lay();
	int64_t id = begin(GOOD);
	CHECK(move(officer, id, "move=submit").status == 303);
	/* Of the report nothing is wrong: the reason alone is marked, and it could still be sent. */
	struct reply r = move(leader, id, "move=back&reason=");
	CHECK(r.status == 422 && says(r, "<a href=\"#reason\">"));
	CHECK(says(r, "aria-describedby=\"reason-h reason-e\" aria-invalid=\"true\""));
	CHECK(says(r, "id=\"reason-e\">Lỗi: Cần ghi lý do"));
	CHECK(says(r, "value=\"send\"") && says(r, "value=\"back\""));
	CHECK(says(r, "các phép tính đều khớp") && !says(r, "trả lại người nhập để sửa"));
	as(leader);
	r = ask_get(path_of(id, "/check"));
	CHECK(says(r, "aria-describedby=\"reason-h\">"));
	CHECK(move(leader, id, "move=back&reason=Xem+l%E1%BA%A1i").status == 303);
	/* Within the unit: to others it was never sent, and is late. */
	as(reviewer);
	CHECK(says(ask_get("/report/period/2/late.csv?what=missing"), "Xã An")
	    && !says(ask_get("/report/period/2/late.csv?what=back"), "Xã An"));
	as(officer);
	r = ask_get("/report");
	CHECK(says(r, "Xem lại"));
	CHECK(says(ask_get(path_of(id, "")), "Lý do trả lại"));
	/* Values that changed since he looked are not sent by the way. */
	as(leader);
	r = ask_post(path_of(id, "/move"), "move=send&edition=0");
	CHECK(r.status == 422 && says(r, "Trang đã cũ: Báo cáo đã được lưu"));
	CHECK(look("SELECT count(*) FROM report_sent") == 1);
	/* What a leader says to his officer is not the reviewer's to read first. */
	CHECK(move(officer, id, "move=submit").status == 303);
	as(leader);
	CHECK(says(ask_get(path_of(id, "/check")), "Lần trước đã trả lại"));
	CHECK(move(leader, id, "move=send").status == 303);
	as(reviewer);
	CHECK(!says(ask_get(path_of(id, "/review")), "Lần trước đã trả lại"));
}

/* By number, not by letters, and each year by itself. */
static void
receipts_are_counted_past_five_digits(void)
{
	lay();
	int64_t id = sent();
	scene("INSERT INTO report_sent (report, receipt, at, day, content, digest) VALUES"
	    " (1, 'BC-2026-99999', 1, '2026-11-20', '{}', ''),"
	    " (1, 'BC-2026-100000', 1, '2026-11-20', '{}', ''),"
	    " (1, 'BC-2025-00007', 1, '2025-11-20', '{}', '')");
	CHECK(move(reviewer, id, "move=return&reason=Sai").status == 303);
	CHECK(move(officer, id, "move=submit").status == 303);
	CHECK(move(leader, id, "move=send").status == 303);
	SAME(look_text("SELECT receipt FROM report_sent ORDER BY id DESC LIMIT 1"), "BC-2026-100001");
}

static void
a_sent_report_has_a_receipt_and_a_frozen_copy(void)
{
	lay();
	int64_t id = sent();
	as(officer);
	struct reply r = ask_get(path_of(id, "/receipt"));
	CHECK(r.status == 200);
	CHECK(says(r, "BC-2026-00002"));
	CHECK(says(r, "Trễ hạn 56 ngày"));
	CHECK(says(r, "<dd>7 chỉ số"));
	CHECK(says(ask_get(path_of(id, "/receipt.json")), "BC-2026-00002"));
	int64_t copy = look("SELECT max(id) FROM report_sent");
	const char *path = path_of(id, mem_printf(scene_mem(), "/sent/%lld", (long long)copy));
	r = ask_get(path);
	CHECK(r.status == 200);
	CHECK(says(r, ">76<"));
	CHECK(says(r, "150,5"));
	CHECK(says(r, "<p>Xong</p>"));
	CHECK(says(r, "7,60%") && says(r, "10,00%"));	/* as in the form; the last one too */
	CHECK(says(r, "khớp"));
	CHECK(says(ask_get(mem_printf(scene_mem(), "%s.json", path)), "\"value\":150.50"));
	CHECK(ask_get(path_of(id, "/sent/1")).status == 404);	/* another report's */
	as(person("unit_officer", B));
	CHECK(ask_get(path).status == 404);
	/* Neither changed nor dropped. */
	static const struct grant grants[] = { { "report", READ | CHANGE | REMOVE },
	    { "account", READ }, { 0 } };
	static struct sql change = SQL("UPDATE report_sent SET content = ''");
	static struct sql drop = SQL("DELETE FROM report_sent");
	struct db *db = fresh_db(grants);
	scene("INSERT INTO flow_case (id,flow,unit,state,at) VALUES (1,'report',2,'accepted',1)");
	scene(forms);
	scene("INSERT INTO report (id,flow_case,report_period,unit,saved) VALUES (1,1,1,2,1);"
	    "INSERT INTO report_sent VALUES (1,1,'BC-2026-00001',1,'2026-06-18',NULL,'{}','x')");
	db_begin(db, DB_WRITE);
	db_run(db, &change);
	CHECK(db_failed(db));
	db_rollback(db);
	db_begin(db, DB_WRITE);
	db_run(db, &drop);
	CHECK(db_failed(db));
	db_rollback(db);
	CHECK(look("SELECT count(*) FROM report_sent WHERE content = '{}'") == 1);
}

static void
a_tampered_copy_is_shown_as_such(void)
{
	lay();
	as(reviewer);
	CHECK(says(ask_get("/report/1/sent/1"), "không còn nguyên vẹn"));
}

static void
it_is_returned_per_field_and_sent_again(void)
{
	lay();
	int64_t id = sent();
	as(reviewer);
	struct reply r = ask_get(path_of(id, "/review"));
	CHECK(says(r, "name=\"r_v6\""));
	CHECK(says(r, "aria-describedby=\"reason-h\">"));
	CHECK(says(r, "100 - 31 + 2 + 5 = 76"));
	CHECK(says(ask_get("/report"), "Chờ tiếp nhận"));
	struct reply none = move(reviewer, id, "move=return");
	CHECK(none.status == 422 && says(none, "name=\"r_v6\""));	/* the boxes stay */
	CHECK(says(none, "id=\"reason-e\">Lỗi: Cần ghi lý do") && says(none, "aria-invalid=\"true\""));
	CHECK(move(reviewer, id, mem_printf(scene_mem(), "move=return&r_v6=%01001d", 0)).status == 422);
	SAME(state(id), "sent");
	CHECK(move(reviewer, id, "move=return&r_v6=%C4%90%E1%BA%BFm+l%E1%BA%A1i&r_s2=Ng%E1%BA%AFn&r_v99=x&r_v6=y").status
	    == 303);
	SAME(state(id), "returned");
	CHECK(look("SELECT count(*) FROM report_return") == 2);
	/* the trail calls them as people do */
	SAME(look_text("SELECT group_concat(field, '|') FROM (SELECT v.field FROM audit_value v JOIN audit a ON a.id = v.audit"
	    " WHERE a.action = 'report.return' AND v.field LIKE 'reason %' ORDER BY v.field)"), "reason cuoi|reason “Kết quả, cách làm”");
	as(officer);
	r = ask_get(path_of(id, ""));
	CHECK(says(r, "Đếm lại"));
	CHECK(says(r, "Ngắn"));
	/* on top too, with the way to each field */
	CHECK(says(r, "<a href=\"#v6\">Hộ nghèo cuối kỳ</a>: Đếm lại"));
	CHECK(says(r, "<a href=\"#s2\">Kết quả, cách làm</a>: Ngắn"));
	CHECK(!says(r, "<a href=\"#v1\">"));
	/* red until it is another than it was */
	CHECK(says(r, "<span class=\"err\" id=\"r_v6\">") && says(r, "<span class=\"err\" id=\"r_s2\">"));
	CHECK(!says(r, "Đã sửa"));
	const char *saved_before = edition(id);
	CHECK(ask_post(path_of(id, ""), mem_printf(scene_mem(), "edition=%s&v1=1.000&v3=31&v4=2&v5=5&v6=77&v8=150,5&s2=Xong",
	    saved_before)).status == 303);
	r = ask_get(path_of(id, ""));
	CHECK(!says(r, "<span class=\"err\" id=\"r_v6\">") && says(r, "<span class=\"hint\" id=\"r_v6\">")
	    && says(r, "<span class=\"err\" id=\"r_s2\">"));
	CHECK(says(r, "Đếm lại <span class=\"tag done\">Đã sửa</span>"));
	CHECK(ask_post(path_of(id, ""), mem_printf(scene_mem(), "edition=%s&v1=1.000&v3=31&v4=2&v5=5&v6=&v8=150,5&s2=Xong+h%%C6%%A1n",
	    edition(id))).status == 303);
	r = ask_get(path_of(id, ""));
	CHECK(!says(r, "class=\"err\" id=\"r_"));
	CHECK(ask_post(path_of(id, ""), mem_printf(scene_mem(), "edition=%s&" GOOD, edition(id))).status == 303);
	CHECK(says(ask_get(path_of(id, "")), "<span class=\"err\" id=\"r_v6\">"));
	CHECK(says(ask_get(path_of(id, "/check")), "<a href=\"#v6\">Hộ nghèo cuối kỳ</a>: Đếm lại"));
	CHECK(says(ask_get("/report"), "Xem lý do ghi ở từng ô."));
	/* What is being mended is its own unit's; the copy that was sent stays readable. */
	as(reviewer);
	r = ask_get(path_of(id, ""));
	CHECK(says(r, "Đơn vị chưa gửi"));
	CHECK(says(r, "/sent/"));
	/* what he wrote himself, not what the unit has made of it since, nor a way to where nothing is */
	CHECK(says(r, "<li>Hộ nghèo cuối kỳ: Đếm lại</li>") && says(r, "<li>Kết quả, cách làm: Ngắn</li>"));
	CHECK(!says(ask_get(path_of(id, ".json")), "150.50"));
	as(officer);
	CHECK(ask_post(path_of(id, ""), mem_printf(scene_mem(), "edition=%s&" GOOD "+h%%C6%%A1n",
	    edition(id))).status == 303);
	CHECK(move(officer, id, "move=submit").status == 303);
	/* what was said stands on its page until it is sent again, to its unit */
	r = ask_get(path_of(id, ""));
	CHECK(says(r, "<h2>Lần trước đã trả lại</h2>") && says(r, ">Hộ nghèo cuối kỳ</a>: Đếm lại"));
	CHECK(says(ask_get(path_of(id, ".json")), "\"state\": \"signing\""));
	as(reviewer);
	CHECK(!says(ask_get(path_of(id, "")), "Lần trước đã trả lại"));
	as(person("auditor", P));
	CHECK(says(ask_get(path_of(id, "")), ">Chưa gửi</span>") && says(ask_get(path_of(id, ".json")), "\"state\": \"draft\""));
	as(officer);
	/* its receipt is of a copy that came back; who passed it on is told who sends */
	r = ask_get(path_of(id, "/receipt"));
	CHECK(says(r, "Biên nhận của lần gửi trước") && says(r, "bản sửa chưa gửi") && says(r, "BC-2026-00002"));
	CHECK(!says(r, "Đã gửi báo cáo</h1>") && !says(r, "Việc tiếp theo"));
	CHECK(says(ask_get(path_of(id, "")), "còn chờ lãnh đạo đơn vị xem và gửi"));
	as(reviewer);
	CHECK(!says(ask_get(path_of(id, "")), "còn chờ lãnh đạo"));
	as(leader);
	r = ask_get(path_of(id, "/check"));
	CHECK(says(r, "Lần trước đã trả lại") && !says(r, "còn chờ lãnh đạo"));
	/* what was returned and stands as it was is told, and hinders nothing */
	CHECK(says(r, "Bị trả lại mà chưa sửa") && says(r, "<p>Hộ nghèo cuối kỳ. Vẫn gửi được"));
	/* among others too, where it is sent as well */
	r = ask_get("/report/sign");
	CHECK(says(r, "<h3>Lần trước đã trả lại</h3>") && says(r, "<li>Hộ nghèo cuối kỳ: Đếm lại</li>")
	    && says(r, "<li>Kết quả, cách làm: Ngắn <span class=\"tag done\">Đã sửa</span></li>"));
	CHECK(says(r, "<h3>Bị trả lại mà chưa sửa</h3><p>Hộ nghèo cuối kỳ. Vẫn gửi được"));
	/* a leader's words to his officer hide nothing of what the body above has written, and are of
	 * the whole */
	CHECK(move(leader, id, "move=back&reason=R%C3%A0+k%E1%BB%B9&r_v6=Xem+s%E1%BB%95").status == 303);
	as(officer);
	r = ask_get(path_of(id, ""));
	CHECK(says(r, "Rà kỹ") && !says(r, "Xem sổ") && says(r, "Đếm lại") && says(r, "Ngắn"));
	CHECK(says(r, ", Trả lại người nhập") || says(r, "Trả lại người nhập,"));
	/* ... and are nobody's else, nor are the steps */
	as(reviewer);
	r = ask_get(path_of(id, ""));
	CHECK(r.status == 200 && says(r, "<li>Hộ nghèo cuối kỳ: Đếm lại</li>") && says(r, "Ngắn"));
	CHECK(says(r, "Đã qua các bước") && !says(r, "Rà kỹ") && !says(r, "Trình lãnh đạo"));
	/* ... nor told to who was too late */
	r = ask_post(path_of(id, "/move"), "receipt=BC-2026-00002&move=accept");
	CHECK(r.status == 409 && says(r, "Bước đã ghi gần nhất") && !says(r, "Rà kỹ") && says(r, "Trả lại báo cáo"));
	as(person("auditor", P));
	r = ask_get(path_of(id, ""));
	CHECK(r.status == 200 && !says(r, "Rà kỹ"));
	as(officer);
	r = ask_get(path_of(id, ""));
	CHECK(says(r, "Trước đó: Xem lý do ghi ở từng ô."));
	CHECK(!says(ask_get(path_of(id, "/check")), "Chưa có nội dung"));
	CHECK(ask_post(path_of(id, ""), mem_printf(scene_mem(), "edition=%s&v1=1.000&v3=31&v4=2&v5=5&v6=76&v8=150,5&s2=",
	    edition(id))).status == 303);
	r = ask_get(path_of(id, "/check"));
	CHECK(says(r, "Chưa có nội dung") && says(r, "<p>Kết quả, cách làm. Vẫn gửi được"));
	CHECK(says(ask_get(path_of(id, "/receipt")), "bản sửa chưa gửi"));
	CHECK(move(officer, id, "move=submit").status == 303);
	CHECK(move(leader, id, "move=send").status == 303);
	r = ask_get(path_of(id, "/receipt"));
	CHECK(says(r, "Đã gửi báo cáo</h1>") && !says(r, "bản sửa chưa gửi"));
	CHECK(look("SELECT count(*) FROM report_sent WHERE report > 1") == 2);
	CHECK(look("SELECT count(*) FROM report_sent WHERE receipt = 'BC-2026-00003'") == 1);
	/* what was said stood until it was sent again */
	as(officer);
	CHECK(!says(ask_get(path_of(id, "")), "Đếm lại"));
	as(person("auditor", P));
	CHECK(!says(ask_get(path_of(id, "")), "Đếm lại"));
	/* whoever has the first copy before him decides on none */
	as(reviewer);
	r = ask_post(path_of(id, "/move"), "receipt=BC-2026-00002&move=accept");
	CHECK(r.status == 422 && says(r, "gửi bản khác") && says(r, "value=\"BC-2026-00003\""));
	CHECK(ask_post(path_of(id, "/move"), "move=return&reason=Sai").status == 422);
	SAME(state(id), "sent");
	/* he sees what he asked for, and what of it was mended */
	r = ask_get(path_of(id, "/review"));
	CHECK(says(r, "Lần trước đã trả lại") && says(r, "Xem lý do ghi ở từng ô.")
	    && says(r, "<a href=\"#s2\">Kết quả, cách làm</a>: Ngắn <span class=\"tag done\">Đã sửa</span>"));
	CHECK(says(r, "<span class=\"err\">Lý do trả lại: Đếm lại</span>"));
	CHECK(says(r, "Đã qua các bước") && !says(r, "Rà kỹ") && !says(r, "Trình lãnh đạo"));
	CHECK(move(reviewer, id, "move=accept").status == 303);
	CHECK(!says(ask_get(path_of(id, "")), "Rà kỹ"));
	SAME(state(id), "accepted");
	CHECK(!says(ask_get(path_of(id, "")), "Lần trước đã trả lại"));
	/* Reopened with a reason alone. */
	none = move(reviewer, id, "move=reopen");
	CHECK(none.status == 422 && says(none, "id=\"reason-e\">Lỗi: Cần ghi lý do"));
	CHECK(move(reviewer, id, "move=reopen&reason=Sai").status == 303);
	SAME(state(id), "returned");
}

static void
nobody_accepts_his_own(void)
{
	lay();
	int64_t id = sent();
	scene(mem_printf(scene_mem(), "INSERT INTO mandate (account,unit,role,valid_from,valid_to)"
	    " VALUES (%lld,1,'specialist','2020-01-01','9999-12-31'),"
	    " (%lld,1,'specialist','2020-01-01','9999-12-31')", (long long)leader,
	    (long long)officer));
	struct reply r = move(leader, id, "move=accept");
	CHECK(r.status == 422);
	CHECK(says(r, "không được tự quyết định"));
	CHECK(move(officer, id, "move=accept").status == 422);
	as(officer);
	CHECK(says(ask_get(path_of(id, "/review")), "không tự tiếp nhận được"));
	SAME(state(id), "sent");
	CHECK(move(person("specialist", B), id, "move=accept").status == 404);
	CHECK(move(reviewer, id, "move=accept").status == 303);
}

static void
a_siblings_report_does_not_exist(void)
{
	static const char *const tails[] = { "", ".json", "/check", "/receipt", "/receipt.json" };

	lay();
	int64_t id = sent();
	int64_t stranger = person("unit_officer", B);
	as(stranger);
	for (size_t i = 0; i < sizeof(tails) / sizeof(*tails); i++) {
		CHECK(ask_get(path_of(id, tails[i])).status == 404);
		CHECK(ask_get(path_of(77777, tails[i])).status == 404);
	}
	CHECK(ask_post(path_of(id, ""), "edition=1&v1=1").status == 404);
	CHECK(ask_get("/report/period/2/unit/2").status == 404);
	CHECK(!says(ask_get("/report"), "Xã An"));
	CHECK(!says(ask_get("/report?q=an"), "Xã An"));
	CHECK(!says(ask_get("/report.csv"), "Xã An"));
	CHECK(!says(ask_get("/report.json?q=xa"), "Xã An"));
	CHECK(says(ask_get("/report.json"), "Xã Bình"));
	CHECK(ask_get("/report/period/2/totals?unit=2").status == 404);
	CHECK(ask_get("/report/period/2/totals?unit=1").status == 404);
	struct reply r = ask_get("/report/period/2/totals.json");
	CHECK(r.status == 200);
	CHECK(!says(r, "Xã An"));
	CHECK(says(r, "0/1"));
	CHECK(!says(ask_get("/report/period/2/late.csv"), "Xã An"));
	as(person("auditor", P));
	CHECK(says(ask_get("/report.csv"), "Xã An"));
	CHECK(move(person("auditor", P), id, "move=accept").status == 404);
}

static void
an_unsent_draft_is_its_units_own(void)
{
	lay();
	int64_t id = begin(GOOD);
	as(leader);
	CHECK(says(ask_get(path_of(id, "")), "150,5"));
	as(person("auditor", P));
	struct reply r = ask_get(path_of(id, ""));
	CHECK(r.status == 200);
	CHECK(!says(r, "150,5"));
	CHECK(!says(ask_get(path_of(id, ".json")), "150.5"));
	CHECK(ask_get(path_of(id, "/check")).status == 404);
	CHECK(ask_get(path_of(id, "/receipt")).status == 404);
}

/* A sent report of a unit in Q3 with those values, straight into the tables. */
static void
put(int64_t id, int64_t unit, const char *state_, const char *day, int64_t all, int64_t poor,
    int64_t money)
{
	scene(mem_printf(scene_mem(),
	    "INSERT INTO flow_case (id,flow,unit,state,at) VALUES (%lld,'report',%lld,'%s',1);"
	    "INSERT INTO report (id,flow_case,report_period,unit,saved) VALUES (%lld,%lld,2,%lld,1);"
	    "INSERT INTO report_value VALUES (%lld,1,%lld),(%lld,6,%lld);",
	    (long long)id, (long long)unit, state_, (long long)id, (long long)id,
	    (long long)unit, (long long)id, (long long)all * 100, (long long)id,
	    (long long)poor * 100));
	if (money >= 0)
		scene(mem_printf(scene_mem(), "INSERT INTO report_value VALUES (%lld,8,%lld)",
		    (long long)id, (long long)money));
	if (*day)
		scene(mem_printf(scene_mem(), "INSERT INTO report_sent VALUES"
		    " (%lld,%lld,'BC-2026-1%04lld',1,'%s',NULL,'{}','x')", (long long)id,
		    (long long)id, (long long)id, day));
	scene(COUNTED);
}

static void
totals_add_counts_and_derive_rates(void)
{
	lay();
	/* B sends, A has only its village's: 36.537 of 191.594 in all. */
	put(501, B, "accepted", "2026-09-20", 191000, 36500, 2050);
	put(502, A1, "sent", "2026-09-18", 594, 37, -1);
	as(reviewer);
	struct reply r = ask_get("/report/period/2/totals.json?unit=1");
	CHECK(says(r, "\"ho\": 191594.00"));
	CHECK(says(r, "\"cuoi\": 36537.00"));
	CHECK(says(r, "\"tyle\": 19.07"));
	CHECK(says(r, "\"complete\": \"2/3\""));
	CHECK(says(r, "Cộng: UBND tỉnh Thử"));
	r = ask_get("/report/period/2/totals?unit=1");
	CHECK(says(r, "36.537/191.594"));
	CHECK(says(r, "sơ bộ"));
	CHECK(says(r, "/report/period/2/totals?unit=2"));	/* down to A */
	CHECK(says(r, "còn 1"));
	/* A's own report stands for its village: nothing twice. */
	put(503, A, "sent", "2026-09-30", 2000, 100, 1000);
	r = ask_get("/report/period/2/totals.json?unit=1");
	CHECK(says(r, "\"ho\": 193000.00"));
	CHECK(says(r, "\"tien\": 30.50"));
	CHECK(says(r, "\"complete\": \"3/3\""));
	CHECK(says(ask_get("/report/period/2/totals.json?unit=2"), "\"ho\": 594.00"));
	/* What A does not say itself comes from below. */
	scene("DELETE FROM report_value WHERE report = 503 AND indicator = 1");
	CHECK(says(ask_get("/report/period/2/totals.json?unit=1"), "\"ho\": 191594.00"));
	/* Returned counts no more. */
	scene("UPDATE flow_case SET state = 'returned' WHERE id = 501");
	r = ask_get("/report/period/2/totals.json?unit=1");
	CHECK(says(r, "\"complete\": \"2/3\""));
	CHECK(says(r, "\"ho\": 594.00"));
	scene("UPDATE report_period SET source = '83/QĐ-UBND' WHERE id = 2");
	CHECK(says(ask_get("/report/period/2/totals"), "chính thức theo 83/QĐ-UBND"));
	CHECK(ask_get("/report/period/2/totals?unit=99").status == 404);
	CHECK(ask_get("/report/period/99/totals").status == 404);
	CHECK(strstr(ask_get("/report/period/2/totals.xlsx").head, "spreadsheetml") != NULL);
}

/* Who need not report stands in no row; each section has a table that paper holds. */
static void
totals_leave_out_who_is_not_asked(void)
{
	lay();
	put(501, B, "accepted", "2026-09-20", 1000, 76, 2050);
	as(reviewer);
	struct reply r = ask_get("/report/period/2/totals?unit=1");
	CHECK(!says(r, "Sở Dân"));
	CHECK(!says(r, "0/0"));
	CHECK(!says(ask_get("/report/period/2/totals.csv?unit=1"), "Sở Dân"));
	CHECK(says(ask_get("/report/period/2/totals.csv?unit=1"), "Xã An"));	/* asked, not sent */
	CHECK(!says(ask_get("/report"), "class=\"wide\""));
	r = ask_get("/report/period/2/totals?unit=1");
	CHECK(says(r, "<body class=\"wide\">"));
	CHECK(says(r, "<caption>Biến động hộ nghèo") && says(r, "<caption>Nguồn lực"));
	CHECK(!says(r, "<caption>Kết quả, cách làm"));
	CHECK(says(r, "7,60%"));
	CHECK(says(r, "/report/period/2/totals.xlsx?unit=1"));
	/* Sorted by any column, the sum on top; the files too, and never another's unit. */
	CHECK(in_order(r, ">Xã An<", ">Xã Bình<"));
	r = ask_get("/report/period/2/totals?unit=1&sort=-unit");
	CHECK(in_order(r, "Cộng: UBND tỉnh Thử", ">Xã Bình<") && in_order(r, ">Xã Bình<", ">Xã An<"));
	CHECK(says(r, "/report/period/2/totals.csv?unit=1&amp;sort=-unit"));
	CHECK(in_order(ask_get("/report/period/2/totals.csv?unit=1&sort=-unit"), "Xã Bình", "Xã An"));
	CHECK(in_order(ask_get("/report/period/2/totals.csv?unit=1&sort=-cuoi"), "Xã Bình", "Xã An"));
	CHECK(!says(ask_get("/report/period/2/totals?unit=1&page=2"), ">Xã An<"));
	CHECK(says(ask_get("/report/period/2/totals?unit=1&page=2"), ": không có trang này. <a class=\"no-print\""
	    " href=\"/report/period/2/totals?unit=1#units\">Mở lại từ trang 1</a>"));
	CHECK(says(ask_get(mem_printf(scene_mem(), "/report/period/2/totals?unit=%d", A1)), "<b>không yêu cầu</b>"));
	/* The village does not fill the last section: no row there, a word in the file. */
	r = ask_get("/report/period/2/totals?unit=2");
	CHECK(strstr(r.body, "Thôn Một") < strstr(r.body, "<caption>Nguồn lực"));
	CHECK(!strstr(strstr(r.body, "<caption>Nguồn lực"), "Thôn Một"));
	CHECK(strstr(strstr(r.body, "<caption>Nguồn lực"), "Cộng: Xã An"));
	/* Each table counts those that its section asks, in the sum and in each row: A with its
	 * village above, A alone below; the page and its files count all. */
	CHECK(in_order(r, ">0/2</td>", "<caption>Nguồn lực"));
	CHECK(strstr(strstr(r.body, "<caption>Nguồn lực"), ">0/1</td>")
	    && !strstr(strstr(r.body, "<caption>Nguồn lực"), "/2<"));
	r = ask_get("/report/period/2/totals?unit=1");
	const char *money = strstr(r.body, "<caption>Nguồn lực");
	CHECK(in_order(r, ">1/3</td>", "<caption>Nguồn lực") && !strstr(money, "/3<"));
	CHECK(strstr(money, ">1/2</td>") && strstr(money, ">1/2</td>") < strstr(money, ">0/1</td>")
	    && strstr(money, ">0/1</td>") < strstr(money, ">1/1</td>"));
	CHECK(says(r, "<b>1/3</b>") && says(ask_get("/report/period/2/totals.csv?unit=1"), ",1/3,"));
	CHECK(says(ask_get("/report/period/2/totals.json?unit=2"), "\"tien\": null"));
	/* One that is not asked and yet says something is not hidden. */
	scene("UPDATE report_due SET kind = 'front' WHERE report_period = 2 AND kind = 'village'");
	put(502, A1, "sent", "2026-09-18", 594, 37, -1);
	CHECK(says(ask_get("/report/period/2/totals.csv?unit=2"), "Thôn Một,0/0"));
	/* A unit under which nobody must report has no totals. */
	CHECK(ask_get("/report/period/2/totals?unit=5").status == 404);
}

/* 40 figures in four sections, with names of some length, of 300 communes that all say millions:
 * each page stays small, and page after page has them all, each once. */
static void
totals_of_a_wide_form_stay_small(void)
{
	static const char wide[] =
		"WITH RECURSIVE n (i) AS (SELECT 101 UNION ALL SELECT i + 1 FROM n WHERE i < 190)"
		" INSERT INTO indicator (id, code, name, measure, decimals, rule) SELECT i, 'c' || i,"
		" 'Số hộ nghèo, hộ cận nghèo được hỗ trợ theo nội dung số ' || i"
		" || ', kể cả hộ tái nghèo và hộ mới thoát nghèo trong năm', 'triệu đồng', 2, 'sum' FROM n;"
		"DELETE FROM report_line; INSERT INTO report_section VALUES (4,1,4,NULL,'Bốn','figures',''),"
		" (5,1,5,NULL,'Năm','figures','');"
		"INSERT INTO report_line SELECT CASE (i.id - 101) / 23 WHEN 0 THEN 1 WHEN 1 THEN 3 WHEN 2 THEN 4"
		" ELSE 5 END, i.id, i.id, NULL FROM indicator i WHERE i.id > 100;",
	many[] =
		"WITH RECURSIVE n (i) AS (SELECT 1001 UNION ALL SELECT i + 1 FROM n WHERE i < 1300)"
		" INSERT INTO unit SELECT i, 'X' || i, '2000-01-01', '9999-12-31' FROM n;"
		"INSERT INTO unit_parent (unit, parent, valid_from, valid_to)"
		" SELECT id, 1, '2000-01-01', '9999-12-31' FROM unit WHERE id > 1000;"
		"INSERT INTO unit_under SELECT id, id, 0, '2000-01-01', '9999-12-31' FROM unit WHERE id > 1000;"
		"INSERT INTO unit_under SELECT 1, id, 1, '2000-01-01', '9999-12-31' FROM unit WHERE id > 1000;"
		"INSERT INTO unit_name (unit, name, name_key, name_plain, kind, valid_from, valid_to)"
		" SELECT id, 'Uỷ ban nhân dân xã Nậm Nhừ số ' || id, id, 'x', 'commune', '2000-01-01', '9999-12-31'"
		"  FROM unit WHERE id > 1000;"
		"INSERT INTO flow_case (id, flow, unit, state, at) SELECT id, 'report', id, 'sent', 1"
		"  FROM unit WHERE id > 1000;"
		"INSERT INTO report (id, flow_case, report_period, unit, saved) SELECT id, id, 2, id, 1"
		"  FROM unit WHERE id > 1000;"
		"INSERT INTO report_value SELECT r.id, i.id, 123456789 FROM report r, indicator i"
		"  WHERE r.id > 1000 AND i.id > 100;";
	int64_t seen[300] = { 0 };
	char ends[40];
	int last = 0, rows = 0;

	lay();
	scene(wide);
	scene(many);
	scene(COUNTED);
	as(reviewer);
	struct reply r = ask_get("/report/period/2/totals?unit=1&sort=-c190");
	CHECK(says(r, ">370.370.367<") && says(r, "<caption>Năm"));	/* 300 times 1.234.567,89 */
	for (int n = 1; n <= 1 + last; n++) {
		r = ask_get(mem_printf(scene_mem(), "/report/period/2/totals?unit=1&sort=c101&page=%d", n));
		CHECK(r.status == 200 && r.length > 10000 && r.length <= 100000);
		for (const char *at = r.body; (at = strstr(at, "page=")); at++)
			if (n == 1 && atoi(at + 5) > last)
				last = atoi(at + 5);	/* as the first page says */
		CHECK(says(r, "Cộng: UBND tỉnh Thử") == (n <= last));
		/* beyond the last: said once, with the way back */
		const char *none = strstr(r.body, ": không có trang này.");
		CHECK(!none == (n <= last) && (!none || !strstr(none + 8, "không có trang này")));
		CHECK(says(r, "Mở lại từ trang 1</a>") == (n > last));
		/* one pager for all of them, before their boxes; what is printed says what part it is */
		CHECK(n > last || in_order(r, "class=\"pager\"", "<caption>Biến động"));
		CHECK(in_order(r, "<p>Đơn vị 1–", " trong 302.") == (n == 1));
		if (n == 1)
			CHECK(says(r, "<caption>Năm <small>Tất cả: 302<"));	/* and two of lay() */
		int heads = 0;
		for (const char *at = r.body; (at = strstr(at, "<th scope=\"row\"")); at++)
			heads++;
		if (n <= last)	/* four tables, each with its sum, below one of a row a figure */
			rows += (heads - 90) / 4 - 1;
		for (int i = 0; i < 300; i++) {
			snprintf(ends, sizeof(ends), "số %d<", 1001 + i);
			for (const char *at = r.body; (at = strstr(at, ends)); at++)
				seen[i]++;
		}
	}
	for (int i = 0; i < 300; i++)
		CHECK(seen[i] == 4);	/* once in the table of each section */
	CHECK(rows == 302 && last > 20);
	r = ask_get("/report/period/2/totals?unit=2");
	CHECK(!says(r, "page=2") && !says(r, "page=all"));
	r = ask_get("/report/period/2/totals?unit=1001");	/* who has none below: his own figures alone */
	CHECK(r.status == 200 && says(r, "số 101, kể cả") && !says(r, "Từng đơn vị") && !says(r, "<caption>Năm"));
	r = ask_get("/report/period/2/totals?unit=1");
	CHECK(says(r, "<a class=\"no-print\" href=\"/report/period/2/totals?unit=1&amp;page=all\">"));
	CHECK(says(ask_get("/report/period/2/totals?unit=1&sort=-c101"), "page=all&amp;sort=-c101\">"));
	CHECK(says(ask_get("/report/period/2/totals?unit=1&page=all"), "số 1300<"));
	CHECK(says(ask_get("/report/period/2/totals.csv?unit=1"), "số 1300"));
}

/* A rate is a number, not a text: 7,60% is less than 20,00%. */
static void
totals_are_sorted_by_a_rate(void)
{
	lay();
	put(501, B, "accepted", "2026-09-20", 1000, 76, -1);
	put(502, A, "sent", "2026-09-20", 1000, 200, -1);
	as(reviewer);
	struct reply r = ask_get("/report/period/2/totals?unit=1&sort=tyle");
	CHECK(in_order(r, ">7,60%<", ">20,00%<"));
	CHECK(in_order(ask_get("/report/period/2/totals?unit=1&sort=-tyle"), ">20,00%<", ">7,60%<"));
	CHECK(in_order(ask_get("/report/period/2/totals.csv?unit=1&sort=tyle"), "Xã Bình", "Xã An"));
	CHECK(says(ask_get("/report/period/2/totals.json?unit=1"), "\"tyle\": 7.60"));
}

/* As many figures as a form may ask, and one more. */
static void
ninety_figures_are_all_shown(void)
{
	const char *lines = "";

	lay();
	scene("INSERT INTO report_form VALUES (2,1,'Dài','periodic','')");
	for (int i = 1; i <= 91; i++) {
		scene(mem_printf(scene_mem(), "INSERT INTO indicator (code,name,measure,rule)"
		    " VALUES ('n%d','Chỉ số %d','hộ','sum')", i, i));
		lines = mem_printf(scene_mem(), "%s%sn%d", lines, i > 1 ? "%0A" : "", i);
	}
	as(reviewer);
	CHECK(says(ask_post("/report/form/2/section", mem_printf(scene_mem(),
	    "title=A&kind=figures&lines=%s", lines)), "quá 90 chỉ số"));
	CHECK(ask_post("/report/form/2/section", mem_printf(scene_mem(),
	    "title=A&kind=figures&lines=%.*s", (int)(strlen(lines) - 6), lines)).status == 303);
	scene("INSERT INTO report_period (id, report_form, name, window_from, window_to, opens, source) VALUES (9,2,'Q','2026-06-15','2026-09-14','2026-09-07','');"
	    "INSERT INTO report_due (report_period, kind, due_date) VALUES (9,'commune','2026-09-25');");
	struct reply r = ask_get("/report/period/9/totals.json");
	CHECK(says(r, "\"n1\""));
	CHECK(says(r, "\"n90\""));
}

static bool
tells(struct reply r, const char *const *secrets)
{
	for (; *secrets; secrets++)
		if (says(r, *secrets)) {
			fprintf(stderr, "told: %s\n", *secrets);
			return true;
		}
	return false;
}

/*
 * What B has not sent is nobody else's: not its figures, not its words, in no list,
 * total, count or file; beside it, not even that it is there.
 */
static void
an_unsent_report_is_in_no_list_total_count_or_file(void)
{
	static const char *const paths[] = { "/report", "/report.csv", "/report.json",
	    "/report?q=binh", "/report.json?state=draft", "/report.json?state=returned&sort=-unit",
	    "/report/period/2/totals", "/report/period/2/totals.csv", "/report/period/2/totals.json",
	    "/report/period/2/late", "/report/period/2/late.csv", "/report/period/2/late.json",
	    "/report/502", "/report/502.json" };
	static const char *const states[] = { "draft", "signing", "returned" };
	/* so long that no key of a form has them by chance */
	static const char *const content[] = { "7.777.777", "7777777", "4.321.432", "4321432", "55.555,55",
	    "5555555", "kín đáo", NULL };
	static const char *const all[] = { "7.777.777", "7777777", "4.321.432", "4321432", "55.555,55",
	    "5555555", "kín đáo", "Xã Bình", "\"/report/502", NULL };

	for (size_t s = 0; s < sizeof(states) / sizeof(*states); s++) {
		lay();
		put(502, B, states[s], "", 7777777, 4321432, 5555555);
		scene("INSERT INTO report_text VALUES (502,2,'kín đáo','<p>kín đáo</p>');"
		    "UPDATE report SET odd = 'kín đáo' WHERE id = 502");
		for (size_t i = 0; i < sizeof(paths) / sizeof(*paths); i++) {
			as(reviewer);
			CHECK(!tells(ask_get(paths[i]), content));
			as(person("auditor", P));
			CHECK(!tells(ask_get(paths[i]), content));
			as(officer);
			CHECK(!tells(ask_get(paths[i]), all));
			as(person("specialist", A));
			CHECK(!tells(ask_get(paths[i]), all));
		}
		as(reviewer);
		CHECK(says(ask_get("/report/period/2/totals.json"), "\"complete\": \"0/3\""));
		CHECK(says(ask_get("/report/period/2/totals.json"), "\"ho\": null"));
		CHECK(says(ask_get("/report.json"), "\"total\": 8"));
		as(officer);
		CHECK(says(ask_get("/report/period/2/totals.json"), "\"complete\": \"0/2\""));
		CHECK(says(ask_get("/report.json?period=2"), "\"total\": 2"));
		CHECK(says(ask_get("/report.json?period=2&q=binh"), "\"total\": 0"));
		CHECK(says(ask_get("/report/period/2/late.json?q=binh"), "\"total\": 0"));
		CHECK(ask_get("/report/502").status == 404 && ask_get("/report/502.json").status == 404);
	}
	/* Its own unit sees it; sent, it is counted above, and still not beside. */
	as(person("unit_leader", B));
	CHECK(says(ask_get("/report/502"), "7.777.777") && says(ask_get("/report/502"), "kín đáo"));
	scene("UPDATE flow_case SET state = 'sent' WHERE id = 502");
	as(reviewer);
	CHECK(says(ask_get("/report/period/2/totals.csv"), "7777777"));
	as(officer);
	CHECK(!tells(ask_get("/report/period/2/totals.csv"), all));
}

static void
change_of_a_rate_is_in_points(void)
{
	lay();
	scene("UPDATE report_value SET value = 18994100 WHERE report = 1 AND indicator = 1;"
	    "UPDATE report_value SET value = 4249000 WHERE report = 1 AND indicator = 6;");
	put(503, A, "sent", "2026-09-20", 191594, 36537, 0);
	as(reviewer);
	struct reply r = ask_get("/report/503");
	CHECK(says(r, "22,37%"));
	CHECK(says(r, "19,07%"));
	CHECK(says(r, "giảm 3,30 điểm phần trăm"));
	/* in totals only between two whole sums: the village has not answered */
	r = ask_get("/report/period/2/totals?unit=2");
	CHECK(says(r, "Chưa đủ đơn vị trong cả hai kỳ") && !says(r, "giảm 3,30"));
	scene("DELETE FROM report_due WHERE kind = 'village'");
	CHECK(says(ask_get("/report/period/2/totals?unit=2"), "giảm 3,30 điểm phần trăm"));
}

/* Sections of one plan that stand together name it once, on the form and on the page. */
static void
a_plan_is_named_once_over_its_sections(void)
{
	lay();
	scene("INSERT INTO flow_case (id,flow,unit,state,at) VALUES (900,'plan',1,'issued',1);"
	    "INSERT INTO plan (id, flow_case, unit, kind, number, subject) VALUES (1, 900, 1, 'KH', '7/KH', 'Vì người nghèo');"
	    "UPDATE report_section SET plan = 1");
	as(officer);
	struct reply r = ask_get("/report/period/2/unit/2");
	const char *once = strstr(r.body, "7/KH Vì người nghèo");
	CHECK(once && !strstr(once + 1, "7/KH Vì người nghèo"));
	scene("UPDATE report_section SET plan = NULL WHERE id = 2");
	r = ask_get(path_of(sent(), ""));
	once = strstr(r.body, "7/KH Vì người nghèo");
	CHECK(once && (once = strstr(once + 1, "7/KH Vì người nghèo")) && !strstr(once + 1, "7/KH Vì người nghèo"));
}

static void
no_households_is_no_rate(void)
{
	lay();
	put(503, A, "sent", "2026-09-20", 0, 0, 0);
	as(reviewer);
	CHECK(says(ask_get("/report/503"), "không tính"));
	CHECK(says(ask_get("/report/period/2/totals?unit=2"), "không tính"));
}

static void
who_is_late_is_listed_with_days_and_phones(void)
{
	lay();
	scene("INSERT INTO unit_contact (unit,name,phone,valid_from,valid_to) VALUES"
	    " (2,'Hạng A Chứ','0217 385 2210','2020-01-01','9999-12-31')");
	put(501, B, "accepted", "2026-09-28", 10, 1, 0);
	put(502, A1, "returned", "2026-09-18", 10, 1, -1);
	as(reviewer);
	struct reply r = ask_get("/report/period/2/late");
	CHECK(r.status == 200);
	CHECK(says(r, "Hạng A Chứ"));
	CHECK(says(r, "0217 385 2210"));
	CHECK(says(r, ">56<"));		/* A: due on 25/9, not begun */
	CHECK(says(r, ">3<"));		/* B: sent on 28/9 */
	CHECK(says(r, "Bị trả lại, chưa gửi lại"));
	CHECK(!says(ask_get("/report/period/2/late.csv?what=late"), "Xã An"));
	CHECK(says(ask_get("/report/period/2/late.csv?what=late"), "Xã Bình"));
	CHECK(says(ask_get("/report/period/2/late.csv?what=missing"), "Xã An"));
	CHECK(!says(ask_get("/report/period/2/late.csv?what=missing&q=binh"), "Xã An"));
	CHECK(says(ask_get("/report/period/2/late.json?what=back"), "Thôn Một"));
	/* The file is what the page shows. */
	CHECK(says(ask_get("/report/period/2/late?what=missing&q=an"), "late.csv?what=missing&amp;q=an"));
	/* to write to those that owe one, whatever of the list is shown */
	CHECK(says(ask_get("/report/period/2/late"), "href=\"/inbox/letter/period/2\""));
	CHECK(says(ask_get("/report/period/2/late"), "<body class=\"wide\">"));	/* on paper across */
	CHECK(says(ask_get("/report/period/2/late?what=late&q=binh"), "/inbox/letter/period/2"));
	CHECK(says(ask_get("/report/period/2/late?page=9"), "/inbox/letter/period/2"));
	/* In time, or not yet due: not here. */
	CHECK(says(ask_get("/report/period/4/late"), "Không có đơn vị nào chậm"));
	CHECK(ask_get("/report/period/99/late").status == 404);
	CHECK(ask_post("/report/period/2/late", "unit=2").status == 303);
	CHECK(look("SELECT count(*) FROM report_reminder WHERE unit = 2") == 1);
	CHECK(says(ask_get("/report/period/2/late"), "1 lần"));
	/* no letter to those that were late */
	scene("UPDATE flow_case SET state = 'sent' WHERE flow = 'report'");
	put(503, A, "sent", "2026-09-24", 10, 1, 0);
	CHECK(!says(ask_get("/report/period/2/late"), "/inbox/letter/"));
	CHECK(ask_post("/report/period/2/late", "unit=3").status == 409);
	CHECK(ask_post("/report/period/2/late", "unit=5").status == 404);	/* need not report */
	as(person("specialist", B));
	CHECK(ask_post("/report/period/2/late", "unit=2").status == 404);
	as(officer);
	CHECK(!says(ask_get("/report/period/2/late"), "Ghi đã nhắc"));
	CHECK(ask_post("/report/period/2/late", "unit=2").status == 403);
}

static void
units_are_asked_as_of_the_windows_last_day(void)
{
	lay();
	/* B was dissolved within the window; A1 was made after it. */
	scene("UPDATE unit SET valid_to = '2026-08-31' WHERE id = 3;"
	    "UPDATE unit_under SET valid_to = '2026-08-31' WHERE unit = 3;"
	    "UPDATE unit_name SET valid_to = '2026-08-31' WHERE unit = 3;"
	    "UPDATE unit SET valid_from = '2026-10-01' WHERE id = 4;"
	    "UPDATE unit_under SET valid_from = '2026-10-01' WHERE unit = 4;"
	    "UPDATE unit_name SET valid_from = '2026-10-01' WHERE unit = 4;");
	as(reviewer);
	struct reply r = ask_get("/report/period/2/totals.json?unit=1");
	CHECK(says(r, "\"complete\": \"0/1\""));
	CHECK(!says(r, "Xã Bình"));
	/* In the quarter before, B was there and is still counted as it was. */
	CHECK(says(ask_get("/report/period/1/totals.json?unit=1"), "Xã Bình"));
	CHECK(!says(ask_get("/report/period/2/late.csv"), "Thôn Một"));
	as(person("unit_officer", A1));
	CHECK(ask_get("/report/period/2/unit/4").status == 404);
}

static void
lists_filter_and_sort(void)
{
	lay();
	sent();
	as(reviewer);
	CHECK(says(ask_get("/report.csv?state=sent"), "BC-2026-00002"));
	CHECK(!says(ask_get("/report.csv?state=sent"), "Xã Bình"));
	CHECK(says(ask_get("/report.csv?state=none"), "Xã Bình"));
	CHECK(says(ask_get("/report.csv?period=1"), "BC-2026-00001"));
	CHECK(!says(ask_get("/report.csv?period=1"), "BC-2026-00002"));
	const char *up = ask_get("/report.csv?sort=unit&period=2").body;
	CHECK(strstr(up, "Xã An") < strstr(up, "Xã Bình"));
	up = ask_get("/report.csv?sort=-unit&period=2").body;
	CHECK(strstr(up, "Xã An") > strstr(up, "Xã Bình"));
	CHECK(says(ask_get("/report?q=khong+co"), "Không có báo cáo nào hợp"));
	/* Below all that waits: who sorts or chooses stays at the list; a file has no such place. */
	struct reply r = ask_get("/report?period=2");
	CHECK(says(r, "<h2 id=\"h-all\">") && says(r, "action=\"/report#h-all\""));
	CHECK(says(r, "href=\"/report?period=2&amp;sort=unit#h-all\""));
	CHECK(says(r, "href=\"/report.csv?period=2\""));
	CHECK(!says(ask_get("/report/period/2/late"), "#h-all"));
	/* One form is named over the table, several in each row; a file always says it. */
	CHECK(!says(ask_get("/report"), "\n<th scope=\"col\">Mẫu báo cáo</th>") && says(ask_get("/report"), "<caption>Báo cáo giảm nghèo"));
	CHECK(says(ask_get("/report.csv"), "Mẫu báo cáo"));
	scene("INSERT INTO report_form VALUES (2,1,'Báo cáo nhanh','adhoc','');"
	    "INSERT INTO report_period (id, report_form, name, window_from, window_to, opens, source) VALUES (9,2,'Đợt 1','2026-06-15','2026-09-14','2026-09-07','');"
	    "INSERT INTO report_due (report_period, kind, due_date) VALUES (9,'commune','2026-09-25');");
	CHECK(says(ask_get("/report"), "\n<th scope=\"col\">Mẫu báo cáo</th>"));
}

static void
forms_are_designed_by_the_standing_body(void)
{
	lay();
	as(officer);
	CHECK(ask_get("/report/form").status == 403);
	CHECK(ask_post("/report/form", "name=x&kind=adhoc&unit=2").status == 403);
	as(person("specialist", B));
	CHECK(ask_get("/report/form/1").status == 404);
	CHECK(ask_post("/report/form/1", "name=x&kind=adhoc").status == 404);
	CHECK(ask_get("/report/section/1").status == 404);
	CHECK(ask_get("/report/section/1.json").status == 404);
	CHECK(ask_get("/report/period/2").status == 404);
	CHECK(ask_post("/report/form", "name=x&kind=adhoc&unit=1").status == 422);
	as(reviewer);
	CHECK(ask_post("/report/form", "name=&kind=what&unit=1").status == 422);
	struct reply r = ask_post("/report/form", "name=M%E1%BB%9Bi&kind=adhoc&unit=1");
	CHECK(r.status == 303);
	SAME(leads(r), "/report/form/2");
	CHECK(says(ask_get("/report/form/2"), "Mẫu chưa có phần nào"));
	CHECK(ask_post("/report/form/2/period", "name=a&window_from=1/1/2026&window_to=2/1/2026"
	    "&opens=3/1/2026&due_commune=9/1/2026").status == 422);	/* no section yet */
	CHECK(ask_post("/report/form/2", "name=Kh%C3%A1c&kind=thematic").status == 303);
	SAME(look_text("SELECT name FROM report_form WHERE id = 2"), "Khác");
	CHECK(says(ask_get("/report/form.json"), "Khác"));
}

static void
lines_are_read_strictly(void)
{
	lay();
	scene("INSERT INTO report_form VALUES (2,1,'Mới','periodic','')");
	as(reviewer);
	CHECK(ask_get("/report/form/2/section").status == 200);
	struct reply r = ask_post("/report/form/2/section",
	    "title=A&kind=figures&lines=ho%0A%0Alaha");
	CHECK(r.status == 422);
	CHECK(says(r, "Dòng 3: mã “laha”"));
	r = ask_post("/report/form/2/section", "title=A&kind=figures&lines=ho+cuoi");
	CHECK(says(r, "còn chữ thừa"));
	r = ask_post("/report/form/2/section", "title=A&kind=figures&lines=ho%0Aho");
	CHECK(says(r, "đã có ở dòng trên"));
	r = ask_post("/report/form/2/section", "title=A&kind=figures&lines=dau+%3C+laha");
	CHECK(says(r, "mã lấy từ kỳ trước “laha”"));
	r = ask_post("/report/form/2/section", "title=A&kind=figures&lines=tyle%0Acuoi");
	CHECK(says(r, "Tỷ lệ “tyle” cần cả “cuoi” và “ho”"));
	CHECK(says(ask_post("/report/form/2/section", "title=A&kind=text&lines=ho"), "không có chỉ số"));
	CHECK(says(ask_post("/report/form/2/section", "title=A&kind=figures&lines="), "ít nhất một chỉ số"));
	CHECK(ask_post("/report/form/2/section", "title=A&kind=figures&lines=ho&plan=5").status == 422);
	CHECK(look("SELECT count(*) FROM report_section WHERE report_form = 2") == 0);
	CHECK(ask_post("/report/form/2/section", "title=A&kind=figures&kinds=commune&kinds=laha"
	    "&lines=ho%0D%0Adau%3Ccuoi%0Acuoi%0Atyle").status == 303);
	CHECK(look("SELECT carry FROM report_line WHERE report_section = 4 AND indicator = 2") == 6);
	SAME(look_text("SELECT group_concat(kind) FROM report_section_kind WHERE report_section = 4"),
	    "commune");
	CHECK(says(ask_get("/report/section/4"), "dau &lt; cuoi"));
	CHECK(says(ask_get("/report/section/4.json"), "\"carry\": \"cuoi\""));
	CHECK(says(ask_get("/report/section/4.json"), "\"form\": 2"));
	CHECK(in_order(ask_get("/report/form.json?sort=name"), "/report/form/1", "/report/form/2"));
	CHECK(in_order(ask_get("/report/form.json?sort=-name"), "/report/form/2", "/report/form/1"));
	r = ask_post("/report/form/2/section", "title=B&kind=figures&lines=ho");
	CHECK(says(r, "đã có ở phần khác"));
	CHECK(says(ask_get("/report/form/2.json"), "\"carry\": \"cuoi\""));
	CHECK(ask_post("/report/section/4", "title=C&kind=figures&lines=ho").status == 303);
	CHECK(look("SELECT count(*) FROM report_line WHERE report_section = 4") == 1);
	CHECK(ask_post("/report/section/4/drop", "").status == 303);
	CHECK(look("SELECT count(*) FROM report_section WHERE id = 4") == 0);
}

static void
a_form_that_was_answered_stays(void)
{
	lay();
	as(reviewer);
	CHECK(says(ask_post("/report/form/1", "name=x&kind=adhoc"), "lập mẫu mới"));
	CHECK(ask_post("/report/section/1", "title=C&kind=figures&lines=ho").status == 422);
	CHECK(ask_post("/report/form/1/section", "title=C&kind=text").status == 422);
	CHECK(ask_post("/report/section/2/drop", "").status == 422);
	CHECK(look("SELECT count(*) FROM report_section") == 3);
	CHECK(says(ask_get("/report/form/1"), "mẫu không đổi được"));
	/* Nor what its figures mean; a name may be mended. */
	CHECK(ask_post("/report/indicator/1", "code=ho&name=H%E1%BB%99&measure=nh%C3%A0&rule=sum").status
	    == 422);
	CHECK(ask_post("/report/indicator/1", "code=ho&name=H%E1%BB%99&measure=h%E1%BB%99&rule=sum").status
	    == 303);
	SAME(look_text("SELECT name FROM indicator WHERE id = 1"), "Hộ");
	CHECK(says(ask_post("/report/period/1", "name=a&window_from=1/1/2026&window_to=2/1/2026"
	    "&opens=3/1/2026&due_commune=9/1/2026&due_village=9/1/2026"), "thêm kỳ mới"));
}

static void
the_dictionary_holds_each_once(void)
{
	lay();
	as(reviewer);
	CHECK(ask_get("/report/indicator").status == 200);
	struct reply again = ask_post("/report/indicator", "code=ho&name=a&measure=b&rule=sum");
	CHECK(says(again, "đã có"));
	/* what was typed, and the form's token, stand in no link */
	CHECK(says(again, "href=\"/report/indicator?sort=code\"") && says(again, "href=\"/report/indicator.csv\""));
	CHECK(ask_post("/report/indicator", "code=%C4%91&name=a&measure=b&rule=sum").status == 422);
	CHECK(ask_post("/report/indicator", "code=x&name=a&measure=b&rule=any").status == 422);
	CHECK(ask_post("/report/indicator", "code=x&name=a&measure=b&rule=sum&decimals=3").status == 422);
	CHECK(ask_post("/report/indicator", "code=x&name=a&measure=%25&rule=rate&numerator=ho").status == 422);
	CHECK(ask_post("/report/indicator",
	    "code=x&name=a&measure=%25&rule=rate&numerator=tyle&denominator=ho").status == 422);
	CHECK(ask_post("/report/indicator", "code=x&name=a&measure=b&rule=sum&numerator=ho").status == 422);
	CHECK(ask_post("/report/indicator",
	    "code=x&name=a&measure=%25&rule=rate&numerator=dau&denominator=ho").status == 303);
	CHECK(look("SELECT numerator FROM indicator WHERE code = 'x'") == 2);
	CHECK(look("SELECT count(*) FROM audit WHERE action = 'indicator.add' AND mandate IS NOT NULL") == 1);
	CHECK(says(ask_get("/report/indicator.json"), "dau / ho"));
	CHECK(in_order(ask_get("/report/indicator.json?sort=code"), "\"cuoi\"", "\"ho\""));
	CHECK(in_order(ask_get("/report/indicator.json?sort=-code"), "\"ho\"", "\"cuoi\""));
	/* paged: of the 140 the page shows 100, a file all */
	scene("WITH RECURSIVE n(i) AS (SELECT 100 UNION ALL SELECT i + 1 FROM n WHERE i < 240)"
	    " INSERT INTO indicator (code, name, measure, decimals, rule)"
	    " SELECT 'z' || i, 'Z', 'z', 0, 'sum' FROM n");
	CHECK(says(ask_get("/report/indicator"), ">z100<") && !says(ask_get("/report/indicator"), ">z240<"));
	CHECK(says(ask_get("/report/indicator?page=2"), ">z240<") && !says(ask_get("/report/indicator?page=2"), ">z100<"));
	CHECK(says(ask_get("/report/indicator.csv"), "z240") && says(ask_get("/report/indicator.csv"), "z100"));
	scene("DELETE FROM indicator WHERE code LIKE 'z%'");
	struct reply one = ask_get("/report/indicator/1.json");
	CHECK(one.status == 200 && says(one, "\"code\": \"ho\"") && says(one, "\"numerator\": null"));
	CHECK(ask_get("/report/indicator/99.json").status == 404);
	as(officer);
	CHECK(ask_get("/report/indicator/1.json").status == 403);
	as(reviewer);
	CHECK(ask_post("/report/indicator/9", "code=y&name=a&measure=b&rule=none").status == 422);
	CHECK(ask_get("/report/indicator/99").status == 404);
	/* Asked by another office's form: not this one's to change. */
	as(person("specialist", B));
	CHECK(says(ask_post("/report/indicator/2", "code=dau&name=a&measure=h%E1%BB%99&rule=sum"),
	    "cơ quan khác"));
}

static void
checks_are_added_and_dropped(void)
{
	lay();
	as(reviewer);
	CHECK(says(ask_get("/report/check"), "dau - thoat + tai + moi = cuoi"));
	CHECK(says(ask_post("/report/check", "sum=ho+-+la+%3D+cuoi&text=a"), "Mã “la”"));
	CHECK(ask_post("/report/check", "sum=ho&text=a").status == 422);
	CHECK(ask_post("/report/check", "sum=tyle+%3D+ho&text=a").status == 422);
	CHECK(ask_post("/report/check", "sum=ho+%3D+cuoi&text=").status == 422);
	CHECK(ask_post("/report/check", "sum=ho+%3D+cuoi+%2B+dau&text=a").status == 303);
	CHECK(look("SELECT count(*) FROM indicator_term WHERE indicator_check = 2") == 3);
	CHECK(ask_post("/report/check", "sum=cuoi+%3C%3D+-ho&text=a").status == 422);
	CHECK(ask_post("/report/check", "sum=tyle+%3C%3D+ho&text=a").status == 422);
	CHECK(ask_post("/report/check", "sum=cuoi+%3C%3D+ho&text=a").status == 303);
	SAME(look_text("SELECT relation FROM indicator_check WHERE id = 3"), "<=");
	SAME(look_text("SELECT new FROM audit_value WHERE field = 'sum' ORDER BY audit DESC"), "cuoi <= ho");
	CHECK(says(ask_get("/report/check"), "cuoi ≤ ho"));
	CHECK(ask_post("/report/check/3/drop", "").status == 303);
	CHECK(ask_post("/report/check/2/drop", "").status == 303);
	CHECK(ask_post("/report/check/2/drop", "").status == 404);
	as(person("specialist", B));
	CHECK(ask_post("/report/check/1/drop", "").status == 422);
	CHECK(look("SELECT count(*) FROM indicator_check") == 1);
}

static void
periods_have_windows_and_due_dates(void)
{
	lay();
	as(reviewer);
	struct reply r = ask_get("/report/form/1/period?of=quarter&year=2027&n=1");
	CHECK(says(r, "Quý I/2027"));
	CHECK(says(r, "15/12/2026"));
	CHECK(says(r, "14/03/2027"));
	CHECK(says(r, "25/03/2027"));
	CHECK(ask_get("/report/form/1/period?of=quarter&year=2027&n=7").status == 422);
	CHECK(ask_get("/report/form/1/period").status == 200);
#define QUARTER "name=Q&window_from=15/12/2026&window_to=14/3/2027&opens=7/3/2027"
	CHECK(says(ask_post("/report/form/1/period", QUARTER), "ít nhất một loại đơn vị"));
	CHECK(says(ask_post("/report/form/1/period", QUARTER "&due_commune=15/3/2027"), "1 ngày làm việc"));
	scene("INSERT INTO holiday (day, off, name, document) VALUES ('2027-03-15',1,'Lễ','1/TB')");
	CHECK(says(ask_post("/report/form/1/period", QUARTER "&due_commune=16/3/2027"), "1 ngày làm việc"));
	CHECK(ask_post("/report/form/1/period", QUARTER "&due_commune=32/3/2027").status == 422);
	CHECK(says(ask_post("/report/form/1/period", "name=Q&window_from=15/6/2026&window_to=14/9/2026"
	    "&opens=7/9/2026&due_commune=25/9/2026"), "đã có kỳ"));
	CHECK(ask_post("/report/form/1/period", "name=Q&window_from=15/6/2026&window_to=14/5/2026"
	    "&opens=7/9/2026&due_commune=25/9/2026").status == 422);
	CHECK(ask_post("/report/form/1/period", QUARTER "&due_commune=25/3/2027&due_village=18/3/2027").status
	    == 303);
	CHECK(look("SELECT count(*) FROM report_due WHERE report_period = 5") == 2);
	SAME(look_text("SELECT due_date FROM report_due WHERE report_period = 5 AND kind = 'village'"),
	    "2027-03-18");
	CHECK(says(ask_get("/report/period/5.json"), "\"due\": \"2027-03-25\""));
	scene("UPDATE report_due SET due_date = '2027-03-20' WHERE report_period = 5 AND kind = 'commune'");
	CHECK(says(ask_get("/report/period/5"), "20/03/2027 (Thứ Bảy, lùi đến 22/03/2027)"));
	CHECK(says(ask_get("/report/period/5.json"), "\"last_day\": \"2027-03-22\""));
	CHECK(ask_post("/report/period/5", QUARTER "&due_commune=26/3/2027&source=83/Q%C4%90").status == 303);
	CHECK(look("SELECT count(*) FROM report_due WHERE report_period = 5") == 1);
	/* A kind that has ended before the window does is not asked anew, but stays where it was. */
	CHECK(!says(ask_get("/report/form/1/period"), "due_district"));
	CHECK(says(ask_get("/report/form/1/period?of=quarter&year=2025&n=1"), "due_district"));
	CHECK(!says(ask_get("/report/form/1/period?of=quarter&year=2025&n=3"), "due_district"));
	r = ask_post("/report/form/1/period", "name=R&window_from=15/6/2027&window_to=14/9/2027"
	    "&opens=7/9/2027&due_commune=25/9/2027&due_district=27/9/2027");
	CHECK(r.status == 422 && says(r, "chỉ dùng đến hết ngày 30/06/2025") && says(r, "href=\"#due_district\""));
	scene("INSERT INTO report_due (report_period, kind, due_date) VALUES (5,'district','2027-03-30')");
	CHECK(says(ask_get("/report/period/5"), "name=\"due_district\" value=\"30/03/2027\""));
	CHECK(ask_post("/report/period/5", QUARTER "&due_commune=26/3/2027&due_district=31/3/2027").status == 303);
	SAME(look_text("SELECT due_date FROM report_due WHERE kind = 'district'"), "2027-03-31");
	CHECK(ask_post("/report/period/5", QUARTER "&due_commune=26/3/2027").status == 303);
	CHECK(!says(ask_get("/report/form/1/section"), "value=\"district\""));
	scene("INSERT INTO report_section_kind VALUES (3,'district')");
	CHECK(says(ask_get("/report/section/3"), "value=\"district\" checked"));
	scene("DELETE FROM report_section_kind WHERE kind = 'district'");
	/* A duty that was begun is not taken away. */
	begin("v1=1");
	as(reviewer);
	CHECK(says(ask_post("/report/period/2", "name=Q&window_from=15/6/2026&window_to=14/9/2026"
	    "&opens=7/9/2026&due_village=18/9/2026"), "không bỏ hạn được"));
}

/* A report that was sent, straight into the tables, with a copy. */
static const char *
waiting(int64_t id, int64_t unit, const char *state_)
{
	put(id, unit, state_, "2026-09-20", 10, 1, 0);
	return mem_printf(scene_mem(), "report=%lld/BC-2026-1%04lld", (long long)id, (long long)id);
}

static void
several_are_accepted_at_once_each_by_itself(void)
{
	lay();
	const char *a = waiting(501, A, "sent"), *b = waiting(502, B, "sent"),
	    *c = waiting(503, A1, "returned");
	as(reviewer);
	struct reply r = ask_get("/report");
	CHECK(says(r, "value=\"501/BC-2026-10501\""));
	CHECK(says(r, "value=\"502/BC-2026-10502\""));
	CHECK(!says(r, "value=\"503/"));
	r = ask_post("/report/accept", "");
	CHECK(r.status == 422);
	CHECK(says(r, "Chưa chọn báo cáo nào"));
	CHECK(says(r, "href=\"#report\"") && says(r, "id=\"report\""));
	/* Nobody decides on his own; nor on what he has not seen. */
	scene(mem_printf(scene_mem(), "UPDATE flow_case SET author = %lld WHERE id = 501",
	    (long long)reviewer));
	r = ask_post("/report/accept", mem_printf(scene_mem(), "%s&%s", a, c));
	CHECK(r.status == 422);
	CHECK(says(r, "Xã An (bạn đã lập hoặc gửi báo cáo này)"));
	CHECK(says(r, "Thôn Một (không còn chờ tiếp nhận)"));
	CHECK(says(r, "value=\"501/BC-2026-10501\" checked"));
	r = ask_post("/report/accept", "report=502/BC-2026-00001");
	CHECK(says(r, "Xã Bình (đã gửi bản khác, hãy mở xem)"));
	CHECK(ask_post("/report/accept", "report=502").status == 422);
	CHECK(look("SELECT count(*) FROM flow_step") == 0);
	CHECK(look("SELECT count(*) FROM audit") == 0);
	r = ask_post("/report/accept", mem_printf(scene_mem(), "%s&%s&%s&%s&report=9/x", a, b, b, c));
	CHECK(r.status == 303);
	SAME(look_text("SELECT said FROM posted ORDER BY rowid DESC"), "Đã tiếp nhận 1 báo cáo."
	    " Chưa tiếp nhận: Xã An (bạn đã lập hoặc gửi báo cáo này);"
	    " Thôn Một (không còn chờ tiếp nhận)");
	SAME(state(502), "accepted");
	SAME(state(501), "sent");
	SAME(state(503), "returned");
	CHECK(look("SELECT count(*) FROM audit WHERE action = 'report.accept' AND entity = 502"
	    " AND mandate IS NOT NULL") == 1);
	scene("UPDATE flow_case SET author = NULL WHERE id = 501; UPDATE flow_case SET state = 'sent'"
	    " WHERE id IN (502, 503)");
	CHECK(ask_post("/report/accept", mem_printf(scene_mem(), "%s&%s&%s", a, b, c)).status == 303);
	/* all have gone: a fault without a box to lead to */
	CHECK(ask_post("/report/accept", mem_printf(scene_mem(), "%s&%s", a, c)).status == 422);
	CHECK(ask_post("/report/accept", "").status == 422);
	SAME(look_text("SELECT said FROM posted ORDER BY rowid DESC"), "Đã tiếp nhận 3 báo cáo");
	CHECK(look("SELECT count(*) FROM audit WHERE action = 'report.accept'") == 4);
}

static void
nobody_accepts_what_is_not_in_his_reach(void)
{
	lay();
	const char *a = waiting(501, A, "sent"), *b = waiting(502, B, "sent");
	as(officer);
	CHECK(ask_post("/report/accept", a).status == 403);
	CHECK(!says(ask_get("/report"), "Tiếp nhận các báo cáo"));
	as(person("specialist", B));
	CHECK(ask_post("/report/accept", a).status == 404);
	CHECK(!says(ask_get("/report"), "501/"));
	struct reply r = ask_post("/report/accept", mem_printf(scene_mem(), "%s&%s", a, b));
	CHECK(r.status == 303);
	SAME(look_text("SELECT said FROM posted ORDER BY rowid DESC"), "Đã tiếp nhận 1 báo cáo");
	SAME(state(501), "sent");
}

/* The page after an action says what was done; one that was refused says nothing. */
static const char *
said_by(struct reply r)
{
	(void)r;
	return look_text("SELECT said FROM posted ORDER BY rowid DESC");
}

static void
what_was_done_is_said(void)
{
	lay();
	as(officer);
	struct reply r = ask_post("/report/period/2/unit/2", "edition=0&" GOOD);
	SAME(said_by(r), "Đã lưu nháp");
	CHECK(ask_post("/report/2", "edition=1&v1=x").status == 422);
	CHECK(look("SELECT count(*) FROM posted") == 1);
	CHECK(move(officer, 2, "move=submit").status == 303);
	SAME(said_by(r), "Đã trình lãnh đạo gửi");
	r = move(leader, 2, "move=send");
	SAME(said_by(r), "Đã gửi. Biên nhận BC-2026-00002");
	as(reviewer);
	SAME(said_by(ask_post("/report/period/2/late", "unit=3")), "Đã ghi nhắc: Xã Bình");
	CHECK(ask_post("/report/period/2/late", "unit=2").status == 409);
	SAME(said_by(r), "Đã ghi nhắc: Xã Bình");
	SAME(said_by(ask_post("/report/check", "sum=cuoi+%3C%3D+ho&text=a")), "Đã thêm phép kiểm tra: a");
}

static void
english_is_whole(void)
{
	lay();
	int64_t id = sent();
	as(reviewer);
	struct ask a = ask_of("GET", "/report/form/1/print", "");
	a.cookie = mem_printf(scene_mem(), "%s; lang=en", a.cookie);
	CHECK(says(ask_raw(a), ">Reports</a>") && !says(ask_raw(a), ">Report</a>"));	/* the section, not one */
	a = ask_of("GET", path_of(id, "/review"), "");
	a.cookie = mem_printf(scene_mem(), "%s; lang=en", a.cookie);
	struct reply r = ask_raw(a);
	CHECK(r.status == 200);
	CHECK(says(r, "Accept the report"));
	CHECK(says(r, "Last period"));
}

static void
a_blank_form_is_filled_in_by_pen(void)
{
	lay();
	as(officer);
	CHECK(says(ask_get("/report/period/2/unit/2"), "/report/period/2/unit/2/print\">In mẫu trống"));
	struct reply r = ask_get("/report/period/2/unit/2/print");
	CHECK(by_pen(r) && says(r, "Báo cáo giảm nghèo") && says(r, "Quý III/2026") && says(r, "Xã An"));
	CHECK(says(r, "<b>ỦY BAN NHÂN DÂN XÃ AN</b>"));
	CHECK(says(r, "<th scope=\"row\">Tổng số hộ</th><td>hộ</td><td></td>"));
	CHECK(says(r, "<td>lấy từ kỳ trước</td>") && says(r, "<td>cổng tính</td>"));
	CHECK(says(r, "Kết quả, cách làm") && says(r, "class=\"ruled\"") && says(r, "Tiền đóng góp"));
	/* no figure of anybody's stands in it, not of one that is written already */
	int64_t id = begin(GOOD);
	CHECK(says(ask_get(path_of(id, "")), "/report/period/2/unit/2/print\">In mẫu trống"));
	r = ask_get("/report/period/2/unit/2/print");
	CHECK(by_pen(r) && !says(r, "1.000") && !says(r, "150,5") && !says(r, "<p>Xong</p>"));
	/* nor what is asked of communes alone, of a village */
	as(reviewer);
	r = ask_get("/report/period/2/unit/4/print");
	CHECK(by_pen(r) && !says(r, "Tiền đóng góp") && says(r, "<b>THÔN MỘT</b>"));
	CHECK(ask_get("/report/period/3/unit/4/print").status == 404);	/* which asks no village */
	CHECK(ask_get("/report/period/9/unit/2/print").status == 404);
	as(person("unit_officer", B));
	CHECK(ask_get("/report/period/2/unit/2/print").status == 404);
	struct ask english = ask_of("GET", "/report/period/2/unit/3/print", "");
	english.cookie = mem_printf(scene_mem(), "%s; lang=en", english.cookie);
	r = ask_raw(english);
	CHECK(by_pen(r) && says(r, "HEAD OF THE UNIT") && says(r, "computed by the portal"));
	as(person("", 0));
	CHECK(ask_get("/report/period/2/unit/2/print").status == 403);
}

/* Whoever will answer may print it before there is a period; who will not, may not. */
static void
a_blank_form_waits_for_no_period(void)
{
	lay();
	scene("INSERT INTO report_form VALUES (5,1,'Báo cáo mới','periodic','');"
	    "INSERT INTO report_section VALUES (51,5,1,NULL,'Biến động hộ nghèo','figures',''),"
	    " (52,5,2,NULL,'Kết quả, cách làm','text',''),(53,5,3,NULL,'Nguồn lực','figures','');"
	    "INSERT INTO report_section_kind VALUES (53,'commune');"
	    "INSERT INTO report_line VALUES (51,1,1,NULL),(51,2,2,6),(51,3,7,NULL),(53,1,8,NULL)");
	as(officer);
	struct reply r = ask_get("/report/form/5/print");
	CHECK(by_pen(r) && says(r, "Báo cáo mới") && says(r, ">..............................."));
	CHECK(says(r, "<th scope=\"row\">Tổng số hộ</th><td>hộ</td><td></td>"));
	CHECK(says(r, "<td>lấy từ kỳ trước</td>") && says(r, "<td>cổng tính</td>"));
	CHECK(says(r, "Kết quả, cách làm") && says(r, "class=\"ruled\""));
	/* what communes alone are asked says so */
	CHECK(says(r, "Nguồn lực (Xã, phường") && !says(r, "Biến động hộ nghèo ("));
	CHECK(ask_get("/report/form/9/print").status == 404);
	CHECK(ask_get("/report/form/5").status == 403);
	as(reviewer);
	CHECK(says(ask_get("/report/form/5"), "/report/form/5/print\">In mẫu trống"));
	scene("INSERT INTO report_form VALUES (2,3,'Của đơn vị khác','adhoc','')");
	CHECK(by_pen(ask_get("/report/form/2/print")));
	CHECK(!says(ask_get("/report/form/2"), "In mẫu trống"));	/* nothing is asked in it yet */
	as(officer);
	CHECK(ask_get("/report/form/2/print").status == 404);
	as(person("", 0));
	CHECK(ask_get("/report/form/5/print").status == 403);
}

/* Taken along from the plan's page: filled in, and kept with the period, once. */
static void
a_period_is_opened_from_a_date_of_a_plan(void)
{
	lay();
	scene("INSERT INTO flow_case (id, flow, unit, state, at) VALUES (51, 'plan', 1, 'issued', 0), (52, 'plan', 2, 'issued', 0);"
	    "INSERT INTO plan (id, flow_case, unit, number, date, subject) VALUES (1, 51, 1, '07/KH', '2026-01-05', 'Giúp'),"
	    " (2, 52, 2, '08/KH', '2026-01-05', 'Của xã');"
	    "INSERT INTO plan_recipient (id, plan, seq, text, purpose) VALUES (1, 1, 1, 'Thôn', 'act');"
	    "INSERT INTO plan_delivery (plan, unit, recipient, sent) VALUES (1, 4, 1, 0);"
	    "INSERT INTO plan_date (id, plan, kind, day, text) VALUES (7, 1, 'report', '2027-03-25', 'Báo cáo quý I'),"
	    " (8, 1, 'midterm', '2027-03-25', ''), (9, 2, 'report', '2027-03-25', '')");
	as(reviewer);
	struct reply r = ask_get("/report/form/1/period?plan_date=7");
	CHECK(says(r, "value=\"Báo cáo quý I\"") && says(r, "value=\"15/12/2026\"") && says(r, "value=\"14/03/2027\""));
	CHECK(says(r, "name=\"due_village\" value=\"25/03/2027\"") && says(r, "name=\"due_commune\" value=\"\""));
	CHECK(says(r, "href=\"/plan/1/date\""));
	/* the proposal of a window keeps it */
	r = ask_get("/report/form/1/period?plan_date=7&of=quarter&year=2027&n=1");
	CHECK(says(r, "value=\"Quý I/2027\"") && says(r, "name=\"plan_date\" value=\"7\""));
#define FIRST "name=Q1&window_from=15/12/2026&window_to=14/3/2027&opens=7/3/2027"
	r = ask_post("/report/form/1/period", FIRST "&plan_date=7");
	CHECK(r.status == 422 && says(r, "name=\"plan_date\" value=\"7\""));
	scene("UPDATE plan_date SET done = '2026-11-01' WHERE id = 7");
	r = ask_post("/report/form/1/period", FIRST "&plan_date=7&due_village=25/3/2027");
	CHECK(r.status == 422 && says(r, "mốc đã ghi là xong"));
	scene("UPDATE plan_date SET done = NULL");
	CHECK(ask_post("/report/form/1/period", FIRST "&plan_date=7&due_village=25/3/2027").status == 303);
	int64_t id = look("SELECT id FROM report_period WHERE plan_date = 7");
	CHECK(id > 0);
	const char *path = mem_printf(scene_mem(), "/report/period/%lld", (long long)id);
	SAME(leads(ask_get("/report/form/1/period?plan_date=7")), path);
	r = ask_get(path);
	CHECK(says(r, "href=\"/plan/1/date\"") && !says(r, "Chỉ hỏi những đơn vị"));
	r = ask_post("/report/form/1/period", "name=Q2&window_from=16/3/2027&window_to=14/6/2027&opens=7/6/2027"
	    "&plan_date=7&due_village=25/6/2027");
	CHECK(r.status == 422 && says(r, "không lập lần nữa"));
	/* a review asks for no such period, a commune's plan for none of the province's form */
	CHECK(ask_get("/report/form/1/period?plan_date=8").status == 404);
	CHECK(ask_get("/report/form/1/period?plan_date=9").status == 404);
	CHECK(ask_post("/report/form/1/period", FIRST "&plan_date=9&due_village=25/3/2027").status == 404);
	CHECK(ask_get("/report/form/1/period?plan_date=99").status == 404);
	CHECK(look("SELECT count(*) FROM report_period WHERE plan_date IS NOT NULL") == 1);
}

/* A form without figures counts the sections that are written. */
static void
a_report_of_words_alone(void)
{
	lay();
	scene("INSERT INTO report_form VALUES (3, 1, 'Lời', 'thematic', '');"
	    "INSERT INTO report_section (id, report_form, seq, title, kind) VALUES (31, 3, 1, 'Kết quả', 'text'), (32, 3, 2, 'Bài học', 'text');"
	    "INSERT INTO report_period (id, report_form, name, window_from, window_to, opens) VALUES"
	    " (10, 3, 'Sơ kết', '2026-09-01', '2026-11-01', '2026-11-02');"
	    "INSERT INTO report_due (report_period, kind, due_date) VALUES (10, 'commune', '2026-11-25')");
	as(officer);
	struct reply r = ask_get("/report/period/10/unit/2");
	CHECK(says(r, "0/2 phần") && !says(r, "chỉ số") && !says(r, "Số lẻ viết"));
	CHECK(ask_post("/report/period/10/unit/2", "edition=0&s31=Xong&s32=").status == 303);
	int64_t id = look("SELECT max(id) FROM report");
	CHECK(says(ask_get(path_of(id, "")), "1/2 phần"));
	CHECK(move(officer, id, "move=submit").status == 303 && move(leader, id, "move=send").status == 303);
	as(reviewer);
	CHECK(says(ask_get(path_of(id, "")), "Xong"));
}

/* Named units of a kind are asked, and no others; also when its days or the tree change. */
static void
a_period_may_ask_some_units_alone(void)
{
	lay();
	as(reviewer);
	scene("INSERT INTO report_period (id, report_form, name, window_from, window_to, opens) VALUES"
	    " (9, 1, 'Riêng', '2026-09-01', '2026-11-01', '2026-11-02');"
	    "INSERT INTO report_period_unit VALUES (9, 3); INSERT INTO report_due (report_period, kind, due_date)"
	    " VALUES (9, 'commune', '2026-11-25')");
	SAME(look_text("SELECT group_concat(unit) FROM report_duty WHERE report_period = 9"), "3");
	CHECK(says(ask_get("/report/period/9/late.json"), "\"total\": 0"));
	scene("UPDATE report_period SET window_to = '2026-11-02' WHERE id = 9; UPDATE unit_name SET name_key = name_key");
	SAME(look_text("SELECT group_concat(unit) FROM report_duty WHERE report_period = 9"), "3");
	as(officer);
	CHECK(ask_get("/report/period/9/unit/2").status == 404);
	as(person("unit_officer", B));
	CHECK(ask_get("/report/period/9/unit/3").status == 200);
	CHECK(look("SELECT count(*) FROM report_duty x WHERE NOT EXISTS (SELECT 1 FROM report_duty_made m"
	    " WHERE m.report_period = x.report_period AND m.unit = x.unit)") == 0);
}

int
main(void)
{
	a_blank_form_waits_for_no_period();
	a_blank_form_is_filled_in_by_pen();
	rates_are_rounded_half_up_and_need_a_denominator();
	windows_run_from_the_15th_to_the_14th();
	a_working_day_is_no_weekend_and_no_holiday();
	a_due_date_on_a_day_off_ends_with_the_next_working_day();
	the_last_day_judges_what_is_late();
	one_that_is_sent_again_keeps_its_first_day();
	a_day_that_is_over_moves_no_deadline();
	the_administrator_at_the_top_keeps_days_off();
	sums_are_read_strictly();
	what_is_odd_is_far_from_the_last();
	a_duty_is_shown_late_first_and_what_is_to_come_last();
	one_without_duties_is_told_so();
	a_draft_may_be_half_filled();
	what_cannot_be_a_figure_is_refused_and_kept();
	what_is_carried_over_is_not_typed();
	a_section_is_filled_by_its_kinds_alone();
	markdown_is_shown_tame();
	two_who_write_do_not_undo_each_other();
	missing_figures_and_wrong_sums_hold_it_back();
	what_is_at_most_another_holds_it_back();
	odd_figures_go_on_with_a_reason();
	only_its_leader_sends();
	what_waits_for_the_leader_is_sorted_and_chosen();
	a_leader_returns_it_to_the_officer();
	a_sent_report_has_a_receipt_and_a_frozen_copy();
	receipts_are_counted_past_five_digits();
	a_tampered_copy_is_shown_as_such();
	it_is_returned_per_field_and_sent_again();
	nobody_accepts_his_own();
	a_siblings_report_does_not_exist();
	an_unsent_draft_is_its_units_own();
	totals_add_counts_and_derive_rates();
	totals_leave_out_who_is_not_asked();
	totals_of_a_wide_form_stay_small();
	totals_are_sorted_by_a_rate();
	ninety_figures_are_all_shown();
	an_unsent_report_is_in_no_list_total_count_or_file();
	change_of_a_rate_is_in_points();
	a_plan_is_named_once_over_its_sections();
	no_households_is_no_rate();
	who_is_late_is_listed_with_days_and_phones();
	units_are_asked_as_of_the_windows_last_day();
	lists_filter_and_sort();
	forms_are_designed_by_the_standing_body();
	lines_are_read_strictly();
	a_form_that_was_answered_stays();
	the_dictionary_holds_each_once();
	checks_are_added_and_dropped();
	periods_have_windows_and_due_dates();
	several_are_accepted_at_once_each_by_itself();
	nobody_accepts_what_is_not_in_his_reach();
	what_was_done_is_said();
	english_is_whole();
	a_period_is_opened_from_a_date_of_a_plan();
	a_report_of_words_alone();
	a_period_may_ask_some_units_alone();
	return done();
}
