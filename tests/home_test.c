/* home_test.c - the front page, what waits for whom, the language, health. */

#include "tests/scene.h"

#include "cgi-bin/lib/reply.h"

/* A plan of the province in force, sent to communes A and B, with a class for them. */
static const char plan[] =
	"INSERT INTO flow_case (id, flow, unit, state, author, at) VALUES (1, 'plan', 1, 'issued', NULL, 0);"
	"INSERT INTO plan (id, flow_case, unit, number, date, issuer, subject, signup_due)"
	" VALUES (1, 1, 1, '07/KH-UBND', '2026-01-05', 'UBND tỉnh', 'Giúp hộ nghèo', '2026-11-18');"
	"INSERT INTO plan_recipient (id, plan, seq, text) VALUES (1, 1, 1, 'Các xã');"
	"INSERT INTO plan_delivery (plan, unit, recipient, sent) VALUES (1, 2, 1, 5), (1, 3, 1, 5);"
	"INSERT INTO plan_class (id, plan, seq, anchor, name) VALUES (1, 1, 1, 'II.1', 'các xã');"
	"INSERT INTO plan_class_kind VALUES (1, 'commune');";

static const char period[] =
	"INSERT INTO report_form (id, unit, name, kind) VALUES (1, 1, 'Báo cáo quý', 'periodic');"
	"INSERT INTO report_period (id, report_form, name, window_from, window_to, opens)"
	" VALUES (1, 1, 'quý III/2026', '2026-06-15', '2026-09-14', '2026-09-10'),"
	" (2, 1, 'quý IV/2026', '2026-09-15', '2026-12-14', '2026-12-10');"
	"INSERT INTO report_due VALUES (1, 'commune', '2026-11-15'), (2, 'commune', '2026-12-18');";

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

int
main(void)
{
	signed_out_sees_what_stands();
	an_officer_sees_his_units_work_late_first();
	what_is_returned_comes_back_with_its_reason();
	each_next_step_waits_for_the_one_who_takes_it();
	the_language_is_kept_and_leads_nowhere_else();
	health_tells_when_maintenance_stops();
	health_tells_that_the_database_fails();
	return done();
}
