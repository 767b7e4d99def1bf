/* duty_test.c - who must report: what triggers keep is what it would be if made anew, and
 * the quick list is the one that looks at each row. */

#include <stdio.h>
#include <string.h>

#include "db/holiday.h"
#include "db/report.h"
#include "tests/scene.h"

static const struct grant grants[] = {
	{ "report", READ }, { "unit", READ }, { "mandate", READ }, { "role", READ },
	{ "account", READ }, { "flow", READ }, { "holiday", READ },
	{ "plan", READ }, { "evaluation", READ }, { "task", READ }, { "document", READ },
	{ "feedback", READ }, { 0 }
};

/* Province P asks for three periods, commune A for one of its own. */
static const char forms[] =
	"INSERT INTO report_form VALUES (1, 1, 'Báo cáo tỉnh', 'periodic', ''),"
	" (2, 2, 'Báo cáo xã', 'periodic', '');"
	"INSERT INTO report_period (id, report_form, name, window_from, window_to, opens) VALUES"
	" (1, 1, 'Quý II', '2026-03-15', '2026-06-14', '2026-06-07'),"
	" (2, 1, 'Quý III', '2026-06-15', '2026-09-14', '2026-09-07'),"
	" (3, 1, 'Quý IV', '2026-09-15', '2026-12-14', '2026-11-17'),"
	" (4, 2, 'Tháng 9', '2026-08-15', '2026-09-14', '2026-09-07');"
	"INSERT INTO report_due (report_period, kind, due_date) VALUES (1, 'commune', '2026-06-25'),"
	" (1, 'village', '2026-06-20'), (2, 'commune', '2026-09-25'), (2, 'village', '2026-09-25'),"
	" (2, 'department', '2026-09-25'), (3, 'commune', '2026-12-25'), (3, 'village', '2026-12-25'),"
	" (4, 'village', '2026-09-25');";

/* Whatever they are made of is changed, as pages and tools do it. */
static const char *const changes[] = {
	"INSERT INTO holiday (id, day, off, name, document) VALUES (90, '2026-09-25', 1, 'Nghỉ', 'x')",
	"UPDATE holiday SET day = '2026-12-25' WHERE id = 90",
	"DELETE FROM holiday WHERE id = 90",
	"UPDATE report_due SET due_date = '2026-09-26' WHERE report_period = 2 AND kind = 'village'",
	"DELETE FROM report_due WHERE report_period = 1 AND kind = 'village'",
	"INSERT INTO report_due (report_period, kind, due_date) VALUES (1, 'department', '2026-06-27')",
	"INSERT INTO unit (id, code, valid_from, valid_to) VALUES (80, 'X', '2026-07-01', '9999-12-31');"
	"INSERT INTO unit_under VALUES (80, 80, 0, '2026-07-01', '9999-12-31'),"
	" (2, 80, 1, '2026-07-01', '9999-12-31'), (1, 80, 2, '2026-07-01', '9999-12-31')",
	"INSERT INTO unit_name (id, unit, name, name_key, name_plain, kind, valid_from, valid_to)"
	" VALUES (80, 80, 'Thôn Mới', 'm', 'thon moi', 'village', '2026-07-01', '9999-12-31')",
	"UPDATE unit_name SET name_key = 'n' WHERE id = 80",
	"UPDATE unit_name SET valid_to = '2026-10-31' WHERE id = 80",
	"UPDATE report_period SET window_to = '2026-06-30' WHERE id = 2",
	"UPDATE report_period SET window_to = '2026-09-14' WHERE id = 2",
	"DELETE FROM unit_name WHERE id = 80",
	"DELETE FROM unit_under WHERE unit = 5 AND ancestor = 1",
	"INSERT INTO unit_under VALUES (1, 5, 1, '2000-01-01', '9999-12-31')",
	"UPDATE report_form SET unit = 3 WHERE id = 2",
	"UPDATE report_form SET unit = 2 WHERE id = 2",
	"UPDATE unit_under SET valid_to = '2026-08-31' WHERE unit = 4 AND ancestor <> 4",
	"DELETE FROM unit_under WHERE unit = 4 AND ancestor = 2",
	"UPDATE unit SET valid_to = '2026-08-31' WHERE id = 3",
	"INSERT INTO flow_case (id, flow, unit, state, at) VALUES (70, 'report', 2, 'draft', 0);"
	"INSERT INTO report (id, flow_case, report_period, unit, saved) VALUES (7, 70, 2, 2, 0);"
	"UPDATE report_duty SET flow_case = 70, state = 'draft' WHERE report_period = 2 AND unit = 2",
	"UPDATE flow_case SET state = 'sent' WHERE id = 70",
	/* And until when else something is due. */
	"INSERT INTO flow_case (id, flow, unit, state, at) VALUES (71, 'plan', 1, 'issued', 0), (72, 'round', 1, 'draft', 0);"
	"INSERT INTO plan (id, flow_case, unit, subject) VALUES (1, 71, 1, 'x')",
	"UPDATE plan SET signup_due = '2026-10-11'",
	"INSERT INTO plan_class (id, plan, seq, anchor, name) VALUES (1, 1, 1, 'I', 'x');"
	"INSERT INTO evaluation_round (id, flow_case, plan, unit, name, kind, window_from, window_to,"
	" base_day, due_date) VALUES (1, 72, 1, 1, 'x', 'yearly', '2026-01-01', '2026-09-30',"
	" '2026-01-01', '2026-10-12')",
	"UPDATE evaluation_round SET due_date = '2026-10-13'",
	"INSERT INTO evaluation_item (id, evaluation_round, plan_class, seq, anchor, text, kind)"
	" VALUES (1, 1, 1, 1, 'I', 'x', 'document');"
	"INSERT INTO evaluation_rule (evaluation_item, formula, source, due_day)"
	" VALUES (1, 'F7', 'document', '2026-10-14')",
	"UPDATE evaluation_rule SET due_day = '2026-10-15'",
	"INSERT INTO task (id, plan, text, text_plain, due_date, day, at)"
	" VALUES (1, 1, 'x', 'x', '2026-10-16', '2026-09-01', 0)",
	"UPDATE task SET due_date = '2026-10-17'",
	"INSERT INTO flow_case (id, flow, unit, state, at) VALUES (73, 'document', 1, 'draft', 0);"
	"INSERT INTO document (id, flow_case, unit, kind, due_date) VALUES (1, 73, 1, 'conclusion', '2026-10-27')",
	"UPDATE document SET due_date = '2026-10-28'",
	"INSERT INTO plan_call (plan, due_date) VALUES (1, '2026-10-18')",
	"INSERT INTO plan_date (id, plan, kind, day) VALUES (1, 1, 'midterm', '2026-11-01')",
	"UPDATE plan_date SET day = '2026-11-07'",
	"INSERT INTO report_period_unit VALUES (3, 5)",
	"INSERT INTO report_period_unit VALUES (3, 2)",
	"DELETE FROM report_period_unit WHERE unit = 2",
	"INSERT INTO account (id, login, name, name_key, name_plain, created) VALUES (80, 'x80', 'X', '', 'x', 0);"
	"INSERT INTO feedback_draft (id, plan, account, at, day, due_date, ask)"
	" VALUES (1, 1, 80, 0, '2026-09-01', '2026-10-24', 'x')",
	"UPDATE feedback_draft SET due_date = '2026-10-25'",
};
enum { CHANGES = sizeof(changes) / sizeof(*changes) };

static struct db *hand;

static bool
agree(void)
{
	db_begin(hand, DB_READ);
	int64_t wrong = report_duties_wrong(hand) + due_days_wrong(hand);
	bool sound = !wrong && !db_failed(hand);
	db_rollback(hand);
	return sound;
}

static struct db *
lay(void)
{
	hand = fresh_db(grants);
	scene(forms);
	return hand;
}

static void
what_is_wrong_is_counted(void)
{
	static const char *const wrongs[] = {
		"DELETE FROM report_duty WHERE unit = 2",
		"UPDATE report_duty SET state = 'sent' WHERE unit = 2",
		"INSERT INTO report_duty VALUES (1, 5, 5, 'x', 'department', '2026-06-25', NULL, '')",
		"UPDATE report_due SET holiday = 'Tết' WHERE kind = 'village'",
		"UPDATE report_duty_count SET n = n + 1 WHERE report_period = 1",
		"DELETE FROM report_duty_count WHERE report_period = 1",
		"INSERT INTO report_duty_count VALUES (1, '2026-01-01', 'sent', 1)",
	};

	for (size_t i = 0; i < sizeof(wrongs) / sizeof(*wrongs); i++) {
		lay();
		CHECK(agree());
		scene(wrongs[i]);
		CHECK(!agree());
	}
}

static void
every_change_is_kept(void)
{
	lay();
	CHECK(agree());
	CHECK(look("SELECT count(*) FROM report_duty") > 6);
	for (size_t i = 0; i < CHANGES; i++) {
		scene(changes[i]);
		if (!agree())
			fprintf(stderr, "after %s\n", changes[i]);
		CHECK(agree());
	}
	SAME(look_text("SELECT state FROM report_duty WHERE report_period = 2 AND unit = 2"), "sent");
}

/* Each trigger is needed: without it one of those changes is lost. */
static void
without_a_trigger_one_is_lost(void)
{
	static const char triggers[] = "FROM sqlite_schema WHERE type = 'trigger'"
	    " AND (sql LIKE '%INTO report_duty%' OR sql LIKE '%UPDATE report_du%' OR sql LIKE '%holiday_due%'"
	    "  OR sql LIKE '%FROM report_duty%')";
	int64_t n;

	lay();
	n = look(mem_printf(scene_mem(), "SELECT count(*) %s", triggers));
	CHECK(n > 10);
	for (int64_t i = 0; i < n; i++) {
		bool lost = false;
		lay();
		const char *name = look_text(mem_printf(scene_mem(),
		    "SELECT name %s ORDER BY name LIMIT 1 OFFSET %lld", triggers, (long long)i));
		scene(mem_printf(scene_mem(), "DROP TRIGGER %s", name));
		for (size_t c = 0; c < CHANGES && !lost; c++) {
			scene(changes[c]);
			lost = !agree();
		}
		if (!lost)
			fprintf(stderr, "nothing is lost without %s\n", name);
		CHECK(lost);
	}
}

/* What that list says, page by page: units and periods in its order, and its total. */
static const char *
pages(struct db *db, int64_t account, int sort, int64_t period, int64_t limit)
{
	struct report_ask ask = { .account = account, .day = TODAY, .lang = "vi", .period = period,
	    .state = "", .words = "", .what = "", .sort = sort, .limit = limit };
	const char *all = "";
	int64_t total = 0, n = 0;

	db_begin(db, DB_READ);
	do {
		struct report *r = report_list(db, scene_mem(), &ask, &total);
		for (; r; r = r->next, n++)
			all = mem_printf(scene_mem(), "%s%lld.%lld ", all, (long long)r->period,
			    (long long)r->unit);
		ask.skip += limit;
	} while (ask.skip < total);
	CHECK(!db_failed(db));
	db_rollback(db);
	CHECK(n == total);
	return mem_printf(scene_mem(), "%s(%lld)", all, (long long)total);
}

/* The same, worked out from the rows and nothing else. */
static const char *
expected(int64_t account, int64_t period, const char *order)
{
	return look_text(mem_printf(scene_mem(), "SELECT coalesce(group_concat(x, ''), '')"
	    " || '(' || count(*) || ')' FROM (SELECT e.report_period || '.' || e.unit || ' ' AS x"
	    "  FROM report_expected e WHERE e.opens <= '%s' AND %lld IN (0, e.report_period)"
	    "  AND e.unit IN (SELECT unit FROM mandate_scope WHERE account = %lld"
	    "   AND ability = 'report.view' AND '%s' BETWEEN mandate_from AND mandate_to"
	    "   AND '%s' BETWEEN unit_from AND unit_to)"
	    "  AND e.asker IN (SELECT u.ancestor FROM mandate m JOIN unit_under u ON u.unit = m.unit"
	    "   WHERE m.account = %lld UNION SELECT u.unit FROM mandate m JOIN unit_under u"
	    "   ON u.ancestor = m.unit WHERE m.account = %lld)"
	    "  ORDER BY %s)", TODAY, (long long)period, (long long)account, TODAY, TODAY,
	    (long long)account, (long long)account, order));
}

static void
the_quick_list_is_the_whole_list(void)
{
	static const char down[] = "e.last_day DESC, e.report_period DESC, e.name_key, e.unit",
	    up[] = "e.last_day, e.report_period, e.name_key, e.unit",
	    by_unit[] = "e.name_key, e.last_day DESC, e.report_period";
	struct db *db = lay();
	int64_t who[4];

	scene("INSERT INTO flow_case (id, flow, unit, state, at) VALUES (70, 'report', 2, 'sent', 0);"
	    "INSERT INTO report (id, flow_case, report_period, unit, saved) VALUES (7, 70, 2, 2, 0);");
	who[0] = person("specialist", P);
	who[1] = person("unit_officer", A);
	who[2] = person("unit_officer", A1);
	who[3] = person("specialist", B);
	for (int turn = 0; turn < 3; turn++) {
		for (int i = 0; i < 4; i++)
			for (int64_t limit = 1; limit < 8; limit += 3) {
				SAME(pages(db, who[i], -3, 0, limit), expected(who[i], 0, down));
				SAME(pages(db, who[i], 3, 0, limit), expected(who[i], 0, up));
				SAME(pages(db, who[i], -3, 2, limit), expected(who[i], 2, down));
				SAME(pages(db, who[i], 1, 0, limit), expected(who[i], 0, by_unit));
			}
		/* A village that has left its commune; then one that has ended. */
		scene(turn ? "UPDATE unit SET valid_to = '2026-10-31' WHERE id = 3;"
		    "UPDATE unit_under SET valid_to = '2026-10-31' WHERE 3 IN (unit, ancestor)"
		    : "UPDATE unit_under SET valid_to = '2026-09-30' WHERE unit = 4 AND ancestor = 2;"
		    "INSERT INTO unit_under VALUES (3, 4, 1, '2026-10-01', '9999-12-31')");
	}
	CHECK(strstr(pages(db, who[0], -3, 0, 100), "2.4 "));
	CHECK(!strstr(pages(db, who[0], -3, 0, 100), "2.3 "));
	SAME(pages(db, 0, -3, 0, 100), "(0)");
}

int
main(void)
{
	what_is_wrong_is_counted();
	every_change_is_kept();
	without_a_trigger_one_is_lost();
	the_quick_list_is_the_whole_list();
	return done();
}
