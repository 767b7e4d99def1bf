/* sample_test.c - the made-up province: whole, in order, on whatever day it is loaded. */

#include <sodium.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "cgi-bin/lib/file.h"
#include "cgi-bin/lib/sample.h"
#include "db/audit.h"
#include "db/credential.h"
#include "db/report.h"
#include "db/text.h"
#include "tests/scene.h"

enum { ALL = READ | ADD | CHANGE | REMOVE };

static const struct grant grants[] = {
	{ "account", ALL }, { "mandate", ALL }, { "role", READ }, { "ability", READ },
	{ "unit", ALL }, { "flow", ALL }, { "plan", ALL }, { "evaluation", ALL }, { "signup", ALL },
	{ "indicator", ALL }, { "holiday", READ }, { "report", ALL }, { "json_each", READ }, { "setting", ALL },
	{ "audit", ALL },
	{ 0 }
};
static const struct grant secret_grants[] = { { "credential", ALL }, { 0 } };

static char top[] = "/tmp/portal-sample-XXXXXX";
static const char *const files[] = { "portal.db", "portal.db-wal", "portal.db-shm",
    "secret.db", "secret.db-wal", "secret.db-shm" };
static struct mem *mem;
static struct db *db, *secret;
static const char *why;
static char told[8192];

static const char *
in_top(const char *name)
{
	return mem_printf(mem, "%s/%s", top, name);
}

static sqlite3 *
raw(const char *name)
{
	sqlite3 *to = NULL;

	sqlite3_open(in_top(name), &to);
	sqlite3_db_config(to, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, (int *)0);
	sqlite3_exec(to, "PRAGMA journal_mode = WAL; PRAGMA wal_autocheckpoint = 0;"
	    " PRAGMA synchronous = OFF", 0, 0, 0);
	return to;
}

static void
clear(void)
{
	for (size_t i = 0; i < sizeof(files) / sizeof(*files); i++)
		unlink(in_top(files[i]));
}

/* The folder into new databases, at three in the afternoon of that day. */
static bool
load(const char *dir, const char *today)
{
	struct tm tm = { 0 };
	FILE *out = fmemopen(told, sizeof(told), "w");

	if (db)
		db_close(db), db_close(secret);
	clear();
	scene_copy(in_top("portal.db"), "TEST_PORTAL_DB");
	scene_copy(in_top("secret.db"), "TEST_SECRET_DB");
	db = db_open(DB_PORTAL, top, grants);
	secret = db_open(DB_SECRET, top, secret_grants);
	strptime(today, "%Y-%m-%d", &tm);
	tm.tm_hour = 15, tm.tm_isdst = -1;
	db_begin(db, DB_WRITE);
	db_begin(secret, DB_WRITE);
	why = sample_load(db, secret, mem, dir, mktime(&tm), today, out);
	fclose(out);
	if (why) {
		db_rollback(secret);
		db_rollback(db);
		return false;
	}
	return db_commit(secret) && db_commit(db);
}

static const char *
kept(const char *sql)
{
	sqlite3 *from = raw("portal.db");
	sqlite3_stmt *s = NULL;
	const char *text = "-";

	if (sqlite3_prepare_v2(from, sql, -1, &s, NULL) != SQLITE_OK)
		text = mem_text(mem, sqlite3_errmsg(from));
	else if (sqlite3_step(s) == SQLITE_ROW && sqlite3_column_text(s, 0))
		text = mem_text(mem, (const char *)sqlite3_column_text(s, 0));
	sqlite3_finalize(s);
	sqlite3_close(from);
	return text;
}

static void
there_are_units_of_every_class(void)
{
	SAME(kept("SELECT group_concat(kind || n, ' ') FROM (SELECT kind, count(*) AS n"
	    " FROM unit_name GROUP BY kind ORDER BY kind)"),
	    "agency1 armed1 commune14 department9 enterprise4 front3 province1 village6");
	SAME(kept("SELECT count(*) FROM unit u WHERE NOT EXISTS"
	    " (SELECT 1 FROM unit_parent p WHERE p.unit = u.id)"), "1");
	SAME(kept("SELECT count(DISTINCT p.parent) > 1 FROM unit_parent p JOIN unit_name n"
	    " ON n.unit = p.unit WHERE n.kind = 'village'"), "1");
	SAME(kept("SELECT group_concat(region) FROM (SELECT DISTINCT region FROM unit_name"
	    " WHERE kind = 'commune' AND region <> '' ORDER BY region)"), "I,II,III");
	SAME(kept("SELECT count(*) FROM unit_name n WHERE n.kind IN ('commune', 'department',"
	    " 'front') AND NOT EXISTS (SELECT 1 FROM unit_contact c WHERE c.unit = n.unit"
	    "  AND c.phone <> '')"), "0");
	SAME(kept("SELECT max(length(name)) > 80 FROM unit_name"), "1");
	SAME(kept("SELECT group_concat(kind || n) FROM (SELECT kind, count(*) AS n"
	    " FROM unit_group GROUP BY kind ORDER BY kind)"), "bloc1,cluster2");
	/* each has one head and one deputy, and the rest */
	SAME(kept("SELECT count(*) FROM (SELECT 1 FROM unit_member GROUP BY unit_group HAVING"
	    " sum(head = 1) = 1 AND sum(head = 2) = 1 AND sum(head = 0) > 2)"), "3");
}

static void
people_hold_every_role(void)
{
	char *line = mem_text(mem, told);
	const char *password = line + strcspn(line, ":") + 2;

	SAME(kept("SELECT count(*) FROM role r WHERE NOT EXISTS"
	    " (SELECT 1 FROM mandate m WHERE m.role = r.role)"), "0");
	SAME(kept("SELECT count(*) > 0 FROM (SELECT 1 FROM mandate GROUP BY account"
	    " HAVING count(DISTINCT unit) = 2)"), "1");
	SAME(kept("SELECT count(*) FROM account WHERE must_change OR disabled IS NOT NULL"), "0");
	/* who must report can: an officer, and a leader who sends */
	SAME(kept("SELECT count(*) FROM unit_name n, (SELECT 'unit_officer' AS role UNION"
	    " SELECT 'unit_leader') w WHERE n.kind IN ('commune', 'department', 'front') AND"
	    " NOT EXISTS (SELECT 1 FROM mandate m WHERE m.unit = n.unit AND m.role = w.role)"), "0");

	line[strcspn(line, "\n")] = '\0';
	db_begin(secret, DB_READ);
	CHECK(credential_check(secret, mem, 1, password));
	CHECK(credential_check(secret, mem, strtoll(kept("SELECT max(id) FROM account"), NULL, 10),
	    password));
	db_rollback(secret);
	for (int i = 1; i <= (int)strtol(kept("SELECT max(id) FROM account"), NULL, 10); i++)
		SAME(credential_weak(mem, password,
		    kept(mem_printf(mem, "SELECT login FROM account WHERE id = %d", i)),
		    kept(mem_printf(mem, "SELECT name FROM account WHERE id = %d", i)), 10), NULL);
	/* the sign-ins tell one of each */
	for (int i = 1; i <= 8; i++)
		CHECK(strstr(told, kept(mem_printf(mem, "SELECT role FROM role WHERE seq = %d", i))));
}

static void
the_plan_is_in_force_and_was_made_by_people(void)
{
	SAME(kept("SELECT c.state || p.number || p.date FROM plan p JOIN flow_case c"
	    " ON c.id = p.flow_case"), "issued118/KH-UBND2026-03-12");
	SAME(kept("SELECT group_concat(kinds, ';') FROM (SELECT (SELECT group_concat(kind)"
	    " FROM (SELECT kind FROM plan_class_kind k WHERE k.plan_class = c.id ORDER BY kind))"
	    " AS kinds FROM plan_class c ORDER BY seq)"),
	    "department,front;commune;village;enterprise");
	SAME(kept("SELECT count(DISTINCT kind) FROM plan_criterion"), "4");
	SAME(kept("SELECT count(*) > 4 FROM plan_criterion WHERE points > 0"), "1");
	SAME(kept("SELECT group_concat(k) FROM (SELECT DISTINCT kind AS k FROM plan_recipient r"
	    " JOIN plan_addressee a ON a.recipient = r.id WHERE purpose = 'act' ORDER BY kind)"),
	    "commune,department,enterprise,front");
	/* it was issued on its own day, and every step was somebody's who may */
	SAME(kept("SELECT date(at, 'unixepoch', 'localtime') FROM flow_step WHERE move = 'issue'"),
	    "2026-03-12");
	SAME(kept("SELECT count(*) FROM flow_step WHERE account IS NULL OR mandate IS NULL"), "0");
	SAME(kept("SELECT group_concat(state) FROM (SELECT DISTINCT"
	    " (d.acknowledged IS NOT NULL) + (w.at IS NOT NULL) AS state FROM plan_delivery d"
	    " LEFT JOIN plan_opened w ON w.plan = d.plan AND w.unit = d.unit ORDER BY 1)"), "0,1,2");
	SAME(kept("SELECT count(*) FROM plan_delivery d JOIN plan_opened w ON w.plan = d.plan"
	    " AND w.unit = d.unit WHERE d.acknowledged < w.at OR w.at < d.sent"), "0");
	SAME(kept("SELECT count(*) > 10 AND count(*) < (SELECT count(*) FROM plan_delivery)"
	    " FROM signup s JOIN flow_case c ON c.id = s.flow_case AND c.state = 'registered'"), "1");
	SAME(kept("SELECT count(*) FROM signup s JOIN plan p ON p.id = s.plan"
	    " WHERE s.first_day > p.signup_due"), "1");
}

static void
every_report_that_was_sent_holds_the_checks(void)
{
	SAME(kept("SELECT group_concat(relation) FROM indicator_check"), "=,<=,<=,<=");
	SAME(kept("SELECT count(*) FROM (SELECT c.relation, sum(v.value * t.sign) AS off,"
	    " count(*) AS n, (SELECT count(*) FROM indicator_term a WHERE a.indicator_check = c.id)"
	    "  AS terms FROM report r JOIN report_sent s ON s.report = r.id"
	    " JOIN report_value v ON v.report = r.id"
	    " JOIN indicator_term t ON t.indicator = v.indicator"
	    " JOIN indicator_check c ON c.id = t.indicator_check GROUP BY s.id, c.id)"
	    " WHERE n <> terms OR off > 0 OR (relation = '=' AND off < 0)"), "0");
	/* and begins where the last one ended */
	SAME(kept("SELECT count(*) FROM report a JOIN report b ON b.unit = a.unit"
	    " AND b.report_period > a.report_period JOIN report_value v ON v.report = a.id"
	    " JOIN report_value w ON w.report = b.id"
	    " JOIN indicator i ON i.id = v.indicator AND i.code = 'ho_ngheo_ck'"
	    " JOIN indicator j ON j.id = w.indicator AND j.code = 'ho_ngheo_dk'"
	    " WHERE v.value <> w.value"), "0");
	SAME(kept("SELECT count(*) FROM report_value v JOIN indicator i ON i.id = v.indicator"
	    " WHERE v.value % CASE i.decimals WHEN 0 THEN 100 WHEN 1 THEN 10 ELSE 1 END"), "0");
	SAME(kept("SELECT count(*) FROM report_value v JOIN indicator i ON i.id = v.indicator"
	    " WHERE i.rule = 'rate'"), "0");
}

static void
the_closed_period_is_whole_and_its_totals_are_the_sums(void)
{
	SAME(kept("SELECT group_concat(source <> '') FROM report_period"), "1,0");
	SAME(kept("SELECT count(*) FROM report_expected e WHERE e.report_period = 1"
	    " AND NOT EXISTS (SELECT 1 FROM report r JOIN flow_case c ON c.id = r.flow_case"
	    "  AND c.state = 'accepted' WHERE r.report_period = 1 AND r.unit = e.unit)"), "0");
	db_begin(db, DB_READ);
	int64_t root = strtoll(kept("SELECT ancestor FROM unit_under GROUP BY ancestor"
	    " ORDER BY count(*) DESC LIMIT 1"), NULL, 10);
	int64_t by = strtoll(kept("SELECT account FROM mandate WHERE role = 'specialist'"), NULL, 10);
	struct report_total *t = report_totals(db, mem, 1, root, by, "2026-11-26");
	int seen = 0;
	CHECK(t && t->expected == t->sent && t->expected == 26);
	for (struct report_figure *f = t ? t->figures : NULL; f; f = f->next, seen++) {
		const char *sum = kept(mem_printf(mem, "SELECT coalesce(sum(v.value), 0)"
		    " FROM report_value v JOIN report r ON r.id = v.report AND r.report_period = 1"
		    " WHERE v.indicator = %lld", (long long)f->indicator));
		if (strcmp(f->rule, "rate"))
			CHECK(f->has && f->value == strtoll(sum, NULL, 10) && f->value > 0);
		else
			CHECK(f->has && f->value > 500 && f->value < 3000);
	}
	CHECK(seen == 15);
	db_rollback(db);
}

/* report.csv is what was loaded: nothing is dropped on the way. */
static void
the_figures_are_those_of_the_file(void)
{
	size_t n;
	const char *bytes = file_read(mem, "db/sample/report.csv", 1 << 20, &n);
	int rows = 0;

	for (const char *c = bytes; c && *c; c++)
		rows += *c == '\n';
	SAME(kept("SELECT count(*) FROM report_value"), mem_printf(mem, "%d", rows - 1));
}

static void
the_open_period_shows_every_state(void)
{
	SAME(kept("SELECT group_concat(state) FROM (SELECT DISTINCT c.state FROM report r"
	    " JOIN flow_case c ON c.id = r.flow_case WHERE r.report_period = 2 ORDER BY 1)"),
	    "accepted,draft,returned,sent,signing");
	/* of the communes three have not begun, and one sent after the day */
	SAME(kept("SELECT count(*) FROM report_expected e WHERE e.report_period = 2"
	    " AND e.kind = 'commune' AND NOT EXISTS (SELECT 1 FROM report r"
	    "  WHERE r.report_period = 2 AND r.unit = e.unit)"), "3");
	SAME(kept("SELECT count(*) FROM report_expected e JOIN report r"
	    " ON r.report_period = e.report_period AND r.unit = e.unit JOIN report_sent s"
	    " ON s.report = r.id WHERE e.report_period = 2 AND s.day > e.due_date"), "1");
	SAME(kept("SELECT count(*) > 0 FROM report_return"), "1");
	SAME(kept("SELECT count(*) FROM report_return p WHERE NOT EXISTS (SELECT 1 FROM report_line l"
	    " WHERE p.field = 'v' || l.indicator)"), "0");
	SAME(kept("SELECT count(*) BETWEEN 3 AND 10 FROM report_value v JOIN report r"
	    " ON r.id = v.report JOIN flow_case c ON c.id = r.flow_case"
	    " WHERE c.state = 'draft'"), "1");
	SAME(kept("SELECT count(*) FROM report_reminder m WHERE EXISTS (SELECT 1 FROM report r"
	    " WHERE r.report_period = m.report_period AND r.unit = m.unit)"), "0");
	SAME(kept("SELECT count(*) > 0 FROM report_reminder"), "1");
	/* a text is of its own figures */
	SAME(kept("SELECT count(*) = count(DISTINCT text) FROM report_text t JOIN report r"
	    " ON r.id = t.report JOIN unit_name n ON n.unit = r.unit AND n.kind = 'commune'"
	    " WHERE r.report_period = 1"), "1");
}

static void
a_round_is_open_to_be_scored(void)
{
	SAME(kept("SELECT group_concat(DISTINCT c.state) FROM evaluation_round r JOIN flow_case c"
	    " ON c.id = r.flow_case"), "open");
	SAME(kept("SELECT count(*) FROM (SELECT sum(points) AS p FROM evaluation_item GROUP BY plan_class)"
	    " WHERE p <> 10000"), "0");
	SAME(kept("SELECT count(*) > 10 FROM evaluation_expected"), "1");
	SAME(kept("SELECT count(*) FROM evaluation"), "0");
}

static void
the_trail_is_sound_and_tells_who(void)
{
	db_begin(db, DB_READ);
	CHECK(audit_check(db, mem) == 0);
	db_rollback(db);
	SAME(kept("SELECT count(*) FROM flow_step p WHERE NOT EXISTS (SELECT 1 FROM audit a"
	    " JOIN audit_value v ON v.audit = a.id AND v.field = 'state'"
	    " AND v.new = p.to_state WHERE a.at = p.at AND a.account = p.account"
	    " AND a.mandate = p.mandate)"), "0");
	SAME(kept("SELECT count(DISTINCT a.entity) = (SELECT count(*) FROM unit) FROM audit a"
	    " JOIN audit_value v ON v.audit = a.id AND v.field = 'name'"
	    " WHERE a.action = 'unit.import'"), "1");
	SAME(kept("SELECT count(*) = (SELECT count(*) FROM mandate) FROM audit a"
	    " JOIN audit_value v ON v.audit = a.id AND v.field = 'role'"
	    " WHERE a.action IN ('account.add', 'account.give')"), "1");
}

static void
it_fits_whatever_day_it_is(void)
{
	/* just after a quarter's end, new year, the first day possible, a Wednesday (three
	 * days before it Sunday), days off three days before, years on */
	static const char *const days[] = { "2026-12-16", "2027-01-01", "2026-06-20",
	    "2026-09-30", "2027-05-04", "2028-02-29" };

	for (size_t i = 0; i < sizeof(days) / sizeof(*days); i++) {
		CHECK(load("db/sample", days[i]));
		SAME(why, NULL);
		SAME(kept(mem_printf(mem, "SELECT due_date BETWEEN date('%s', '-6 days') AND"
		    " date('%s', '-3 days') AND last_day = due_date FROM report_deadline"
		    " WHERE report_period = 2 AND kind = 'commune'", days[i], days[i])), "1");
		SAME(kept("SELECT count(*) FROM report_expected e JOIN report r"
		    " ON r.report_period = e.report_period AND r.unit = e.unit JOIN report_sent s"
		    " ON s.report = r.id WHERE e.report_period = 2 AND s.day > e.last_day"), "1");
		SAME(kept("SELECT a.window_to = date(b.window_from, '-1 day') FROM report_period a,"
		    " report_period b WHERE a.id = 1 AND b.id = 2"), "1");
		SAME(kept("SELECT count(*) FROM report r JOIN report_period p"
		    " ON p.id = r.report_period JOIN flow_step s ON s.flow_case = r.flow_case"
		    " WHERE date(s.at, 'unixepoch', 'localtime') <= p.window_to"), "0");
		SAME(kept(mem_printf(mem, "SELECT count(*) FROM audit"
		    " WHERE datetime(at, 'unixepoch', 'localtime') > '%s 15:00:00'", days[i])), "0");
		SAME(kept("SELECT count(*) FROM flow_step WHERE time(at, 'unixepoch', 'localtime')"
		    " NOT BETWEEN '08:00:00' AND '17:00:00'"), "0");
	}
}

static void
put(const char *name, const char *bytes)
{
	FILE *f = fopen(in_top(name), "w");

	fputs(bytes, f);
	fclose(f);
}

/* A folder like the sample's in which one file is another. */
static const char *
folder(const char *other, const char *bytes)
{
	static const char *const names[] = { "units.csv", "people.csv", "plan.txt", "state.csv",
	    "indicators.csv", "report.csv" };
	size_t n;

	mkdir(in_top("like"), 0700);
	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++)
		put(mem_printf(mem, "like/%s", names[i]), !strcmp(names[i], other) ? bytes
		    : file_read(mem, mem_printf(mem, "db/sample/%s", names[i]), 1 << 20, &n));
	return in_top("like");
}

static void
what_is_wrong_is_told(void)
{
	static const struct {
		const char *file, *bytes, *why;
	} cases[] = {
		{ "units.csv", "Mã,Tên,Loại,Mã cấp trên\n31,Tỉnh,province,\nX,Xã,hamlet,31\n", "row 3" },
		{ "people.csv", "login,name,role,unit,post,phone,shown\nan,An,clerk,zz,,,\n", "zz" },
		{ "people.csv", "", "people.csv" },
		{ "plan.txt", "K\xff", "plan.txt" },
		{ "plan.txt", "KẾ HOẠCH\nKhông có ngày\n", "plan.txt" },
		{ "indicators.csv", "code,name,measure,decimals,rule,numerator,denominator\n",
		    "indicators.csv" },
		{ "report.csv", "period,unit,code,value\n1,04201,tong_ho,nhiều\n", "nhiều" },
		{ "state.csv", "unit,state,late\n04201B9,sent,\n", "04201B9" },
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		CHECK(!load(folder(cases[i].file, cases[i].bytes), "2026-11-26"));
		if (!why || !strstr(why, cases[i].why))
			SAME(why, cases[i].why);
		SAME(kept("SELECT (SELECT count(*) FROM account) + (SELECT count(*) FROM unit)"), "0");
	}
	CHECK(!load("db/no-such", "2026-11-26"));
	CHECK(why != NULL);
	/* before its plan is old enough to have been signed up to */
	CHECK(!load("db/sample", "2026-06-19"));
	CHECK(why && strstr(why, "2026-06-19"));
}

static void
sweep(void)
{
	static const char *const names[] = { "units.csv", "people.csv", "plan.txt", "state.csv",
	    "indicators.csv", "report.csv" };

	clear();
	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++)
		unlink(in_top(mem_printf(mem, "like/%s", names[i])));
	rmdir(in_top("like"));
	rmdir(top);
}

int
main(void)
{
	if (sodium_init() < 0 || !text_ready() || !mkdtemp(top))
		return 1;
	mem = mem_new();
	CHECK(load("db/sample", "2026-11-26"));
	SAME(why, NULL);
	there_are_units_of_every_class();
	people_hold_every_role();
	the_plan_is_in_force_and_was_made_by_people();
	every_report_that_was_sent_holds_the_checks();
	the_closed_period_is_whole_and_its_totals_are_the_sums();
	the_figures_are_those_of_the_file();
	the_open_period_shows_every_state();
	a_round_is_open_to_be_scored();
	the_trail_is_sound_and_tells_who();
	it_fits_whatever_day_it_is();
	what_is_wrong_is_told();
	db_close(db);
	db_close(secret);
	sweep();
	mem_free(mem);
	return done();
}
