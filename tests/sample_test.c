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
#include "db/award_entry.h"
#include "db/award.h"
#include "db/credential.h"
#include "db/feedback.h"
#include "db/nomination.h"
#include "db/report.h"
#include "db/text.h"
#include "tests/scene.h"

enum { ALL = READ | ADD | CHANGE | REMOVE };

static const struct grant grants[] = {
	{ "account", ALL }, { "mandate", ALL }, { "role", READ }, { "ability", READ },
	{ "unit", ALL }, { "flow", ALL }, { "plan", ALL }, { "evaluation", ALL }, { "signup", ALL },
	{ "indicator", ALL }, { "holiday", READ }, { "report", ALL }, { "json_each", READ }, { "setting", ALL },
	{ "audit", ALL }, { "award", ALL }, { "nomination", ALL }, { "feedback", ALL },
	{ "task", ALL }, { "document", ALL }, { "attachment", READ | ADD }, { "notice", READ },
	{ 0 }
};
static const struct grant file_grants[] = { { "file", ALL }, { 0 } };
static const struct grant secret_grants[] = { { "credential", ALL }, { "halfway", ALL }, { "device", ALL }, { 0 } };

static char top[] = "/tmp/portal-sample-XXXXXX";
static const char *const files[] = { "portal.db", "portal.db-wal", "portal.db-shm",
    "secret.db", "secret.db-wal", "secret.db-shm", "files.db", "files.db-wal", "files.db-shm" };
static struct mem *mem;
static struct db *db, *secret, *file_db;
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
		db_close(db), db_close(secret), db_close(file_db);
	clear();
	scene_copy(in_top("portal.db"), "TEST_PORTAL_DB");
	scene_copy(in_top("secret.db"), "TEST_SECRET_DB");
	scene_copy(in_top("files.db"), "TEST_FILES_DB");
	db = db_open(DB_PORTAL, top, grants);
	secret = db_open(DB_SECRET, top, secret_grants);
	file_db = db_open(DB_FILES, top, file_grants);
	strptime(today, "%Y-%m-%d", &tm);
	tm.tm_hour = 15, tm.tm_isdst = -1;
	db_begin(db, DB_WRITE);
	db_begin(secret, DB_WRITE);
	why = sample_load(db, secret, file_db, mem, dir, mktime(&tm), today, out);
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
	    "agency3 armed3 commune14 department12 enterprise7 front5 province1 village15");
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
	    " FROM unit_group GROUP BY kind ORDER BY kind)"), "bloc2,cluster2,list1");
	/* each has one head and one deputy, and the rest */
	SAME(kept("SELECT count(*) FROM (SELECT 1 FROM unit_member GROUP BY unit_group HAVING"
	    " sum(head = 1) = 1 AND sum(head = 2) = 1 AND sum(head = 0) > 2)"), "4");
	/* every commune is in one cluster, every department and front in one bloc */
	SAME(kept("SELECT count(*) FROM unit_name n WHERE n.kind IN ('commune', 'department', 'front')"
	    " AND (SELECT count(*) FROM unit_member m JOIN unit_group g ON g.id = m.unit_group"
	    "  WHERE m.unit = n.unit AND g.kind = CASE n.kind WHEN 'commune' THEN 'cluster'"
	    "  ELSE 'bloc' END) <> 1"), "0");
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
		    kept(mem_printf(mem, "SELECT name FROM account WHERE id = %d", i)),
		    kept("SELECT value FROM setting WHERE name = 'office'"), 10), NULL);
	/* the sign-ins tell one of each */
	for (int i = 1; i <= 8; i++)
		CHECK(strstr(told, kept(mem_printf(mem, "SELECT role FROM role WHERE seq = %d", i))));
}

static void
the_plans_are_in_force_and_were_made_by_people(void)
{
	SAME(kept("SELECT group_concat(state || number || date, ' ') FROM (SELECT * FROM plan p"
	    " JOIN flow_case c ON c.id = p.flow_case ORDER BY p.date)"),
	    "issued41/KH-UBND2025-07-25 issued118/KH-UBND2026-03-12 issued27/KH-UBND2026-04-08 issued151/KH-UBND2026-04-21");
	SAME(kept("SELECT group_concat(f.kind || f.first_day || p.number) FROM plan_change_force f"
	    " JOIN plan p ON p.id = f.target"), "amend2026-05-01118/KH-UBND");
	SAME(kept("SELECT group_concat(act || anchor, ' ') FROM plan_change_clause"), "replaceIII.2~4 replaceV.1 addI.2.c");
	SAME(kept("SELECT group_concat(kinds, ';') FROM (SELECT coalesce((SELECT group_concat(kind)"
	    " FROM (SELECT kind FROM plan_class_kind k WHERE k.plan_class = c.id ORDER BY kind)), '')"
	    " AS kinds FROM plan_class c JOIN plan p ON p.id = c.plan ORDER BY p.date, c.seq)"),
	    "department,front;commune;village;enterprise;;department,front;commune;village;enterprise;village;");
	SAME(kept("SELECT count(DISTINCT kind) FROM plan_criterion"), "4");
	SAME(kept("SELECT count(*) > 4 FROM plan_criterion WHERE points > 0"), "1");
	/* the older one shares out a hundred points in each class */
	SAME(kept("SELECT group_concat(n) FROM (SELECT sum(k.points) AS n FROM plan_criterion k"
	    " JOIN plan_class c ON c.id = k.plan_class JOIN plan p ON p.id = c.plan"
	    " WHERE p.number = '41/KH-UBND' GROUP BY c.id)"), "10000,10000,10000,10000,10000");
	SAME(kept("SELECT count(DISTINCT p.id) FROM plan p JOIN plan_criterion k ON k.applies <> ''"
	    " JOIN plan_class c ON c.id = k.plan_class AND c.plan = p.id"), "2");
	SAME(kept("SELECT group_concat(k) FROM (SELECT DISTINCT kind AS k FROM plan_recipient r"
	    " JOIN plan_addressee a ON a.recipient = r.id WHERE purpose = 'act' ORDER BY kind)"),
	    "commune,department,enterprise,front,village");
	/* it was issued on its own day */
	SAME(kept("SELECT count(*) FROM plan p JOIN flow_step s ON s.flow_case = p.flow_case"
	    " AND s.move = 'issue' WHERE date(s.at, 'unixepoch', 'localtime') <> p.date"), "0");
	SAME(kept("SELECT group_concat(state) FROM (SELECT DISTINCT"
	    " (d.acknowledged IS NOT NULL) + (w.at IS NOT NULL) AS state FROM plan_delivery d"
	    " LEFT JOIN plan_opened w ON w.plan = d.plan AND w.unit = d.unit ORDER BY 1)"), "0,1,2");
	SAME(kept("SELECT count(*) FROM plan_delivery d JOIN plan_opened w ON w.plan = d.plan"
	    " AND w.unit = d.unit WHERE d.acknowledged < w.at OR w.at < d.sent"), "0");
	SAME(kept("SELECT min(n) > 10 FROM (SELECT count(*) AS n FROM signup s"
	    " JOIN flow_case c ON c.id = s.flow_case AND c.state = 'registered' GROUP BY s.plan)"), "1");
	SAME(kept("SELECT count(*) FROM plan p WHERE p.unit = 1 AND p.date AND (SELECT count(*) FROM signup s WHERE s.plan = p.id)"
	    " >= (SELECT count(*) FROM plan_delivery d WHERE d.plan = p.id)"), "0");
	SAME(kept("SELECT group_concat(n) FROM (SELECT count(*) AS n FROM signup s JOIN plan p"
	    " ON p.id = s.plan WHERE s.first_day > p.signup_due GROUP BY p.id)"), "1,1");
}

/* Every step is somebody's who may, by a mandate of that day; nobody decided his own. */
static void
every_step_is_somebodys_who_may(void)
{
	SAME(kept("SELECT count(*) FROM flow_step WHERE account IS NULL OR mandate IS NULL"), "0");
	SAME(kept("SELECT count(*) FROM flow_step p JOIN flow_case c ON c.id = p.flow_case"
	    " WHERE NOT EXISTS (SELECT 1 FROM flow_move m JOIN mandate_scope s"
	    "  ON s.ability = m.ability AND s.account = p.account AND s.mandate = p.mandate"
	    "  AND date(p.at, 'unixepoch', 'localtime') BETWEEN s.mandate_from AND s.mandate_to"
	    "  AND (s.unit = c.unit OR EXISTS (SELECT 1 FROM nomination n WHERE n.flow_case = c.id"
	    "   AND s.unit IN (n.unit, n.handler)) OR EXISTS (SELECT 1 FROM document_answer w"
	    "   JOIN document d ON d.id = w.document WHERE w.flow_case = c.id AND s.unit IN (w.unit, d.unit)))"
	    "  WHERE m.flow = c.flow AND m.move = p.move AND m.from_state = p.from_state)"), "0");
	SAME(kept("SELECT count(*) FROM flow_step p JOIN flow_case c ON c.id = p.flow_case"
	    " JOIN flow_move m ON m.flow = c.flow AND m.move = p.move AND m.from_state = p.from_state"
	    " AND m.decides = 1 WHERE p.account = c.author"), "0");
	/* in their order, and the case stands where the last one led */
	SAME(kept("SELECT count(*) FROM flow_step a JOIN flow_step b ON b.flow_case = a.flow_case"
	    " AND b.id > a.id AND b.at < a.at"), "0");
	SAME(kept("SELECT count(*) FROM flow_case c WHERE c.state <> (SELECT p.to_state FROM flow_step p"
	    " WHERE p.flow_case = c.id ORDER BY p.id DESC LIMIT 1)"), "0");
	SAME(kept("SELECT count(DISTINCT flow) = (SELECT count(*) FROM flow) FROM flow_case"), "1");
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
	CHECK(t && t->expected == t->sent && t->expected == 31);
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
	/* one report serves both plans */
	SAME(kept("SELECT count(DISTINCT plan) FROM report_section"), "2");
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

#define TOTAL(e) \
	"(SELECT sum(coalesce(v.points, o.points)) FROM evaluation_score o LEFT JOIN" \
	" evaluation_score v ON v.evaluation = o.evaluation AND v.stage = 'review'" \
	" AND v.evaluation_item = o.evaluation_item" \
	" WHERE o.evaluation = " e " AND o.stage = 'own')"

static void
a_round_is_published_and_its_ranks_agree_with_its_points(void)
{
	SAME(kept("SELECT group_concat(state) FROM (SELECT c.state FROM evaluation_round r"
	    " JOIN flow_case c ON c.id = r.flow_case ORDER BY r.id)"), "published,open");
	SAME(kept("SELECT count(*) FROM (SELECT sum(points) AS p FROM evaluation_item"
	    " GROUP BY evaluation_round, plan_class) WHERE p <> 10000"), "0");
	SAME(kept("SELECT count(*) = (SELECT count(*) FROM evaluation WHERE evaluation_round = 1)"
	    " AND count(*) > 30 FROM evaluation_result"), "1");
	SAME(kept("SELECT count(*) FROM evaluation e JOIN flow_case c ON c.id = e.flow_case"
	    " WHERE e.evaluation_round = 1 AND c.state <> 'reviewed'"), "0");
	SAME(kept("SELECT count(*) FROM evaluation_result x WHERE NOT EXISTS (SELECT 1"
	    " FROM evaluation_score o WHERE o.evaluation = x.evaluation AND o.skipped)"
	    " AND x.total <> " TOTAL("x.evaluation")), "0");
	/* among one class, in one cluster; persons and households in one unit */
	SAME(kept("SELECT count(*) FROM evaluation_result x JOIN evaluation e ON e.id = x.evaluation"
	    " WHERE x.rank <> 1 + (SELECT count(*) FROM evaluation_result y JOIN evaluation f"
	    "  ON f.id = y.evaluation AND f.plan_class = e.plan_class"
	    "  AND (e.subject <> 'household' OR f.unit = e.unit)"
	    "  WHERE y.unit_group IS x.unit_group AND y.total > x.total)"), "0");
	/* equal ones share a rank, one is not applicable, one judged differently */
	SAME(kept("SELECT count(*) > 0 FROM evaluation_result x JOIN evaluation_result y"
	    " ON y.unit_group = x.unit_group AND y.rank = x.rank AND y.evaluation > x.evaluation"), "1");
	SAME(kept("SELECT count(*) > 0 FROM evaluation_score WHERE skipped AND NOT computed"), "1");
	SAME(kept("SELECT count(DISTINCT grade) FROM evaluation_result"), "4");
	SAME(kept("SELECT group_concat(subject) FROM (SELECT DISTINCT subject FROM evaluation"
	    " ORDER BY subject)"), "household,unit");
	/* who has nobody is entered by the unit above */
	SAME(kept("SELECT count(*) > 3 FROM evaluation WHERE judged <> unit"), "1");
	SAME(kept("SELECT count(*) FROM evaluation e WHERE judged <> unit AND NOT EXISTS (SELECT 1"
	    " FROM unit_under u WHERE u.unit = e.judged AND u.ancestor = e.unit)"), "0");
}

static void
a_round_is_half_done(void)
{
	SAME(kept("SELECT group_concat(state) FROM (SELECT DISTINCT c.state FROM evaluation e"
	    " JOIN flow_case c ON c.id = e.flow_case WHERE e.evaluation_round = 2 ORDER BY 1)"),
	    "draft,returned,reviewed,sent,signing");
	SAME(kept("SELECT count(*) BETWEEN 15 AND 40 FROM evaluation WHERE evaluation_round = 2"), "1");
	SAME(kept("SELECT count(*) > 40 FROM evaluation_expected WHERE evaluation_round = 2"), "1");
	SAME(kept("SELECT count(*) FROM evaluation_score s JOIN evaluation_item i"
	    " ON i.id = s.evaluation_item WHERE s.points > i.points"), "0");
	/* what differs has a reason, what does not has none */
	SAME(kept("SELECT count(*) FROM evaluation_score o JOIN evaluation_score v"
	    " ON v.evaluation = o.evaluation AND v.evaluation_item = o.evaluation_item"
	    " AND v.stage = 'review' WHERE o.stage = 'own'"
	    " AND (o.points IS NOT v.points) <> (v.text <> '')"), "0");
	SAME(kept("SELECT min(n) > 2 FROM (SELECT count(*) AS n FROM evaluation_score v JOIN"
	    " evaluation e ON e.id = v.evaluation WHERE v.stage = 'review' AND v.text <> ''"
	    " GROUP BY e.evaluation_round)"), "1");
	/* whatever was sent is whole, and what is not computed is explained */
	SAME(kept("SELECT count(*) FROM evaluation e JOIN flow_case c ON c.id = e.flow_case"
	    " AND c.state NOT IN ('draft') JOIN evaluation_item i"
	    " ON i.evaluation_round = e.evaluation_round AND i.plan_class = e.plan_class"
	    " LEFT JOIN evaluation_score o ON o.evaluation = e.id AND o.evaluation_item = i.id"
	    " AND o.stage = 'own' WHERE o.stage IS NULL OR (o.points IS NULL AND NOT o.skipped)"), "0");
	SAME(kept("SELECT count(*) FROM evaluation_score WHERE stage = 'own' AND NOT skipped"
	    " AND CASE computed WHEN 1 THEN how ELSE text END = ''"), "0");
	SAME(kept("SELECT count(*) > 0 FROM evaluation e JOIN flow_case c ON c.id = e.flow_case"
	    " AND c.state = 'draft' WHERE (SELECT count(*) FROM evaluation_score o WHERE o.evaluation"
	    "  = e.id) < (SELECT count(*) FROM evaluation_item i WHERE i.plan_class = e.plan_class"
	    "  AND i.evaluation_round = e.evaluation_round)"), "1");
	SAME(kept("SELECT count(*) = 3 AND count(DISTINCT r.flow_step) = 2 FROM evaluation_return r"
	    " JOIN flow_step p ON p.id = r.flow_step AND p.to_state = 'returned'"), "1");
	/* each formula of the sample comes to something somewhere */
	SAME(kept("SELECT group_concat(f) FROM (SELECT DISTINCT r.formula || r.source AS f"
	    " FROM evaluation_rule r JOIN evaluation_score s ON s.evaluation_item = r.evaluation_item"
	    " AND s.computed ORDER BY 1)"), "F4,F5,F7document,F7reports,F7signup");
	/* a copy for each that was sent */
	SAME(kept("SELECT count(*) FROM evaluation e JOIN flow_step p ON p.flow_case = e.flow_case"
	    " AND p.move = 'send' WHERE NOT EXISTS (SELECT 1 FROM evaluation_sent t"
	    " WHERE t.evaluation = e.id AND t.at = p.at)"), "0");
}

/* ---- awards ---- */

static int64_t
n_named(int64_t decision, const char *words)
{
	int64_t total;
	struct award_ask ask = { .day = "2026-11-26", .lang = "vi", .words = words, .number = "",
	    .subject = "", .state = "", .decision = decision, .limit = 100 };

	award_named(db, mem, &ask, &total);
	return total;
}

static void
awards_are_decided_and_the_rest_is_under_way(void)
{
	SAME(kept("SELECT group_concat(state) FROM (SELECT DISTINCT c.state FROM nomination n"
	    " JOIN flow_case c ON c.id = n.flow_case ORDER BY 1)"), "council,decided,draft,listed,"
	    "received,refused,returned,signing,submitted,withdrawn");
	SAME(kept("SELECT group_concat(state || number, ' ') FROM (SELECT * FROM award_decision d"
	    " JOIN flow_case c ON c.id = d.flow_case ORDER BY d.id)"),
	    "issued356/QĐ-UBND issued812/QĐ-UBND submitted approved");
	SAME(kept("SELECT group_concat(n) FROM (SELECT count(DISTINCT n.subject) AS n FROM award a"
	    " JOIN nomination n ON n.id = a.nomination GROUP BY a.award_decision)"), "3,3");
	SAME(kept("SELECT count(*) FROM nomination n JOIN flow_case c ON c.id = n.flow_case"
	    " WHERE (c.state = 'decided') <> EXISTS (SELECT 1 FROM award a WHERE a.nomination = n.id)"), "0");
	SAME(kept("SELECT count(*) FROM award_revocation v JOIN award a ON a.id = v.award"
	    " JOIN award_decision d ON d.id = a.award_decision WHERE v.date > d.date"), "1");
	/* papers are there, but for a few that somebody has yet to ask for */
	SAME(kept("SELECT count(DISTINCT part) || count(DISTINCT hash = lower(hash)) FROM attachment WHERE kind = 'nomination'"), "31");
	SAME(kept("SELECT group_concat(DISTINCT state) FROM (SELECT c.state FROM nomination n JOIN flow_case c"
	    " ON c.id = n.flow_case WHERE NOT EXISTS (SELECT 1 FROM attachment a WHERE a.kind = 'nomination'"
	    " AND a.record = n.id AND a.part = 'minutes') AND n.award_type = 'movement' ORDER BY 1)"), "draft,returned,submitted,withdrawn");
	SAME(kept("SELECT count(*) FROM nomination_hold WHERE ended IS NULL"), "1");
	SAME(kept("SELECT count(*) FROM nomination_opinion WHERE agreed <= present"), "1");
	/* book numbers without a gap; the achievement lies before its nomination */
	SAME(kept("SELECT count(*) = max(book) AND min(book) = 1 FROM award"), "1");
	SAME(kept("SELECT count(*) FROM nomination n JOIN flow_case c ON c.id = n.flow_case"
	    " WHERE n.achieved_to > date(n.saved, 'unixepoch', 'localtime')"), "0");
	/* each may be granted by whom it was, to whom it was */
	SAME(kept("SELECT count(*) FROM nomination n JOIN award_form f ON f.id = n.award_form"
	    " WHERE NOT CASE n.subject WHEN 'collective' THEN f.collective WHEN 'person'"
	    " THEN f.person ELSE f.household END"), "0");
	SAME(kept("SELECT count(*) FROM award a JOIN nomination n ON n.id = a.nomination"
	    " JOIN award_decision d ON d.id = a.award_decision WHERE NOT EXISTS (SELECT 1"
	    " FROM award_right r WHERE r.award_form = n.award_form AND r.kind = 'province'"
	    " AND d.date BETWEEN r.valid_from AND r.valid_to)"), "0");
	/* flags go to the first of their cluster or bloc, after it was published */
	SAME(kept("SELECT group_concat(x.rank) FROM nomination n JOIN award_form f ON f.id = n.award_form"
	    " AND f.code = 'CTDT' JOIN award a ON a.nomination = n.id JOIN evaluation e"
	    " ON e.judged = n.of_unit AND e.evaluation_round = 1 JOIN evaluation_result x"
	    " ON x.evaluation = e.id"), "1,1,1,1");
	SAME(kept("SELECT count(*) FROM nomination n JOIN award_form f ON f.id = n.award_form"
	    " AND f.code = 'CTDT' WHERE n.saved < (SELECT max(at) FROM evaluation_publication)"), "0");
	/* one asks for what was rewarded already, and is told so */
	db_begin(db, DB_READ);
	int64_t again = strtoll(kept("SELECT n.id FROM nomination n JOIN flow_case c"
	    " ON c.id = n.flow_case AND c.state = 'draft' WHERE n.subject = 'collective'"), NULL, 10);
	struct nomination_found *found = again ? nomination_same(db, mem, again, 1, "2026-11-26", "vi") : NULL;
	CHECK(found && found->award);
	db_rollback(db);
}

static void
nobody_is_public_who_has_not_agreed(void)
{
	sqlite3 *from = raw("portal.db");
	sqlite3_stmt *q = NULL;
	int unnamed = 0;

	SAME(kept("SELECT group_concat(n) FROM (SELECT count(*) AS n FROM award_public"
	    " WHERE subject <> 'collective' GROUP BY subject, named ORDER BY subject, named)"), "3,1,2,4");
	SAME(kept("SELECT count(*) FROM award_public WHERE NOT named AND (name IS NOT NULL"
	    " OR place <> '' OR post <> '' OR birth_year IS NOT NULL OR of_unit IS NOT NULL)"), "0");
	SAME(kept("SELECT count(*) FROM nomination_consent WHERE withdrawn IS NOT NULL"), "1");
	SAME(kept("SELECT count(*) FROM nomination_consent c JOIN nomination n ON n.id = c.nomination"
	    " WHERE n.subject = 'collective' OR c.given > (SELECT min(date(p.at, 'unixepoch',"
	    " 'localtime')) FROM flow_step p WHERE p.flow_case = n.flow_case)"), "0");
	db_begin(db, DB_READ);
	CHECK(n_named(1, "") == 9 && n_named(2, "") == 2);
	sqlite3_prepare_v2(from, "SELECT n.name_plain, a.award_decision, n.name FROM nomination n"
	    " JOIN award a ON a.nomination = n.id WHERE n.subject <> 'collective' AND NOT EXISTS"
	    " (SELECT 1 FROM nomination_consent c WHERE c.nomination = n.id AND c.withdrawn IS NULL)",
	    -1, &q, NULL);
	for (; sqlite3_step(q) == SQLITE_ROW; unnamed++) {
		const char *plain = mem_text(mem, (const char *)sqlite3_column_text(q, 0));
		int64_t total;
		struct award_ask ask = { .day = "2026-11-26", .lang = "vi", .words = plain,
		    .number = plain, .subject = "", .state = "", .limit = 10 };
		CHECK(n_named(sqlite3_column_int64(q, 1), plain) == 0);
		CHECK(!award_list(db, mem, &ask, &total) && total == 0);
		/* nor is he told of where everybody reads */
		SAME(kept(mem_printf(mem, "SELECT (SELECT count(*) FROM feedback WHERE instr(text, '%s'))"
		    " + (SELECT count(*) FROM award_decision WHERE instr(title, '%s'))"
		    " + (SELECT count(*) FROM plan WHERE instr(body, '%s'))",
		    sqlite3_column_text(q, 2), sqlite3_column_text(q, 2), sqlite3_column_text(q, 2))), "0");
	}
	db_rollback(db);
	CHECK(unnamed == 5);
	sqlite3_finalize(q);
	sqlite3_close(from);
}

/* ---- feedback ---- */

static void
feedback_is_new_grouped_and_answered(void)
{
	SAME(kept("SELECT group_concat(state) FROM (SELECT c.state FROM feedback_topic t"
	    " JOIN flow_case c ON c.id = t.flow_case ORDER BY t.id)"),
	    "partly,accepted,accepted,rejected,partly,submitted,draft");
	SAME(kept("SELECT count(*) FROM feedback WHERE feedback_topic IS NULL AND withdrawn IS NULL AND feedback_draft IS NULL"), "4");
	SAME(kept("SELECT count(*) FROM feedback WHERE withdrawn IS NOT NULL"), "1");
	SAME(kept("SELECT count(*) FROM feedback_topic t WHERE NOT EXISTS"
	    " (SELECT 1 FROM feedback f WHERE f.feedback_topic = t.id AND f.plan = t.plan)"), "0");
	SAME(kept("SELECT count(*) > 1 FROM (SELECT 1 FROM feedback GROUP BY feedback_topic"
	    " HAVING feedback_topic AND count(DISTINCT unit) > 1)"), "1");
	SAME(kept("SELECT count(*) FROM feedback f WHERE anchor <> '' AND NOT EXISTS"
	    " (SELECT 1 FROM plan_clause c WHERE c.plan = f.plan AND c.anchor = f.anchor)"), "0");
	SAME(kept("SELECT count(*) FROM feedback f JOIN plan p ON p.id = f.plan"
	    " WHERE date(f.at, 'unixepoch', 'localtime') <= p.date"), "0");
	/* what was sent lies before it was grouped, and the answer reaches all of a topic */
	SAME(kept("SELECT count(*) FROM feedback f JOIN feedback_topic t ON t.id = f.feedback_topic"
	    " JOIN flow_case c ON c.id = t.flow_case JOIN flow_step p ON p.flow_case = c.id"
	    " WHERE p.at <= f.at"), "0");
	db_begin(db, DB_READ);
	int64_t signer = strtoll(kept("SELECT account FROM mandate WHERE role = 'signer'"), NULL, 10);
	int64_t total;
	struct feedback_ask ask = { .account = signer, .day = "2026-11-26", .lang = "vi",
	    .words = "", .state = "decided", .limit = 100 };
	int answered = 0;
	for (struct feedback *f = feedback_list(db, mem, &ask, &total); f; f = f->next, answered++)
		CHECK(*f->answer && f->answered > f->at && f->decided);
	CHECK(answered == 8);
	db_rollback(db);
}

/* What units said of the plan is carried out by its amendment. */
static void
an_opinion_is_carried_out(void)
{
	SAME(kept("SELECT group_concat(p.number) FROM feedback_topic t JOIN plan p ON p.id = t.done_by"
	    " JOIN plan_change g ON g.plan = p.id AND g.target = t.plan"), "151/KH-UBND");
}

/* Two communes have said something, one agrees, one is silent; and it goes on. */
static void
a_draft_is_under_consultation(void)
{
	SAME(kept("SELECT count(*) FROM feedback_draft d JOIN feedback_draft_window w"
	    " ON w.feedback_draft = d.id AND w.runs = 1 AND '2026-11-26' BETWEEN w.first_day AND w.last_day"), "1");
	SAME(kept("SELECT count(DISTINCT unit) || ' ' || count(*) FROM feedback WHERE feedback_draft = 1"), "2 3");
	SAME(kept("SELECT count(*) || ' ' || count(agreed) FROM feedback_draft_unit"), "4 1");
	SAME(kept("SELECT count(*) FROM feedback WHERE feedback_draft AND clause = ''"), "0");
	SAME(kept("SELECT count(*) FROM feedback_word_docsize"), kept("SELECT count(*) FROM feedback WHERE feedback_draft IS NULL"));
}

/* ---- tasks ---- */

static void
tasks_are_given_done_and_late(void)
{
	SAME(kept("SELECT group_concat(n) FROM (SELECT c.state || count(*) AS n FROM task_unit t"
	    " JOIN flow_case c ON c.id = t.flow_case GROUP BY c.state)"),
	    "accepted3,given14,received5,returned1,sent2,signing1");
	SAME(kept("SELECT group_concat(n) FROM (SELECT count(*) AS n FROM task_unit GROUP BY task)"), "7,5,14");
	/* with a document and a sheet, to be found by what stands in them */
	SAME(kept("SELECT group_concat(substr(name, -5)) FROM (SELECT a.name FROM attachment a"
	    " JOIN task_unit t ON t.id = a.record WHERE a.kind = 'task_unit' AND a.size > 1000 ORDER BY 1)"),
	    ".docx,.xlsx");
	SAME(kept("SELECT count(*) FROM task_unit t JOIN task_deadline d ON d.task = t.task"
	    " JOIN flow_case c ON c.id = t.flow_case WHERE d.last_day < '2026-11-26'"
	    " AND c.state IN ('given', 'received')"), "2");
	SAME(kept("SELECT count(*) FROM task_unit t JOIN task_deadline d ON d.task = t.task"
	    " WHERE t.first_day > d.last_day"), "1");
	SAME(kept("SELECT count(*) FROM task k JOIN plan p ON p.id = k.plan WHERE k.day < p.date"
	    " OR k.due_date < k.day OR NOT EXISTS (SELECT 1 FROM plan_clause c"
	    "  WHERE c.plan = k.plan AND c.anchor = k.anchor)"), "0");
}

/* ---- proposals and a conclusion ---- */

static void
documents_are_answered_accepted_returned_and_late(void)
{
	SAME(kept("SELECT group_concat(n) FROM (SELECT d.kind || c.state || count(*) AS n FROM document d"
	    " JOIN flow_case c ON c.id = d.flow_case GROUP BY d.kind, c.state)"),
	    "conclusionsent1,proposaldraft1,proposalsent2");
	SAME(kept("SELECT group_concat(n) FROM (SELECT c.state || count(*) AS n FROM document_answer a"
	    " JOIN document d ON d.id = a.document AND d.kind = 'conclusion'"
	    " JOIN flow_case c ON c.id = a.flow_case GROUP BY c.state)"),
	    "accepted8,answered3,returned1,signing1,waiting1");
	SAME(kept("SELECT group_concat(c.state || a.result) FROM document_answer a JOIN document d ON d.id = a.document"
	    " AND d.kind = 'proposal' JOIN flow_case c ON c.id = a.flow_case"), "acceptedpart,waiting");
	SAME(kept("SELECT count(*) FROM document_answer a JOIN document_deadline h ON h.document = a.document"
	    " WHERE a.first_day > h.last_day"), "1");
	SAME(kept("SELECT count(*) FROM document_deadline WHERE last_day BETWEEN '2026-11-26' AND '2026-12-03'"), "1");
	SAME(kept("SELECT count(DISTINCT document) FROM document_addressee"), "4");
	/* whose turn it is */
	SAME(kept("SELECT count(*) FROM document_answer a JOIN document d ON d.id = a.document JOIN flow_case c"
	    " ON c.id = a.flow_case WHERE c.unit <> CASE WHEN c.state IN ('answered', 'accepted') THEN d.unit ELSE a.unit END"), "0");
	SAME(kept("SELECT (SELECT count(*) FROM document_word_docsize) || ' ' || (SELECT count(*) FROM document_answer_word_docsize)"), "4 14");
}

static void
the_trail_is_sound_and_tells_who(void)
{
	db_begin(db, DB_READ);
	CHECK(audit_check(db, mem) == 0);
	struct award_entries e = award_entry_check(db, mem);
	CHECK(e.total > 10 && !e.bare && !e.award && !e.line);
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
		SAME(kept(mem_printf(mem, "SELECT due_date BETWEEN date('%s', '-12 days') AND"
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
		SAME(kept("SELECT count(*) FROM (SELECT date(at, 'unixepoch', 'localtime') AS d"
		    " FROM flow_step) x LEFT JOIN holiday h ON h.day = x.d"
		    " WHERE coalesce(h.off, strftime('%w', x.d) IN ('0', '6'))"), "0");
		SAME(kept("SELECT group_concat(n) FROM (SELECT count(DISTINCT c.state) AS n"
		    " FROM evaluation e JOIN flow_case c ON c.id = e.flow_case GROUP BY"
		    " e.evaluation_round)"), "1,5");
		SAME(kept(mem_printf(mem, "SELECT count(*) FROM evaluation_round r JOIN flow_case c"
		    " ON c.id = r.flow_case AND c.state = 'open' WHERE r.due_date > '%s'"
		    " AND r.window_from < '%s' AND r.base_day < '%s'", days[i], days[i], days[i])), "1");
		SAME(kept("SELECT count(*) FROM evaluation_score"
		    " WHERE document_day > date(at, 'unixepoch', 'localtime')"), "0");
		SAME(kept("SELECT count(*) FROM nomination WHERE achieved_to < achieved_from"
		    " OR achieved_to > date(saved, 'unixepoch', 'localtime')"), "0");
		SAME(kept("SELECT count(*) FROM award_decision d JOIN flow_case c ON c.id = d.flow_case"
		    " AND c.state = 'submitted' WHERE (SELECT count(*) FROM nomination n"
		    "  WHERE n.award_decision = d.id) = 3"), "1");
	}
}

/* One commune has issued its own in time, one drafts it, one has nothing; a village has signed
 * for it on paper. */
static void
communes_have_plans_of_their_own(void)
{
	SAME(kept("SELECT group_concat(u.code || ' ' || coalesce((SELECT p.number || (p.date <= a.last_day)"
	    "  FROM plan p WHERE p.id = a.child), CASE WHEN a.draft IS NULL THEN 'none' ELSE 'draft' END), '; ')"
	    " FROM plan_call_answer a JOIN unit u ON u.id = a.unit ORDER BY u.code"),
	    "04217 27/KH-UBND1; 04233 none; 04241 draft");
	SAME(kept("SELECT group_concat(o.anchor || ' ' || k.anchor) FROM plan_criterion k"
	    " JOIN plan_criterion o ON o.id = k.sharpens"), "III.3~1 II.1~1");
	SAME(kept("SELECT count(*) FROM plan_receipt x JOIN plan_delivery d ON d.plan = x.plan AND d.unit = x.unit"
	    " AND d.acknowledged IS NOT NULL JOIN plan p ON p.id = x.plan AND x.day > p.date"), "1");
	SAME(kept("SELECT count(*) FROM unit_group WHERE document_date IS NULL OR document_text = ''"), "0");
	/* its movement is tied where the text says so, once to a plan that stands here */
	SAME(kept("SELECT count(*) || ' ' || count(t.other) FROM plan_tie t JOIN plan_clause c ON c.plan = t.plan"
	    " AND c.anchor = t.anchor"), "2 1");
	SAME(kept("SELECT group_concat(name, '; ') FROM (SELECT n.name FROM plan_short_name n JOIN plan p ON p.id = n.plan"
	    " WHERE n.tie = 0 AND p.date IS NOT NULL ORDER BY n.name)"), "Chung sức vì người nghèo; Mái ấm Hà Lâm");
	SAME(kept("SELECT count(*) FROM plan_word_content WHERE c2 LIKE '%”; Nếp nhà mới%'"), "1");
	SAME(kept("SELECT group_concat(copies) FROM plan_recipient r JOIN plan p ON p.id = r.plan"
	    " WHERE p.number = '118/KH-UBND' AND copies IS NOT NULL AND purpose = 'file'"), "3");
}

/* One is done, one has the period that is open, two are near: on a free day, too. */
static void
the_plans_have_dates_of_their_own(void)
{
	SAME(kept("SELECT group_concat(k, '; ') FROM (SELECT d.kind || ' ' || e.done AS k FROM plan_date d"
	    " JOIN plan_date_deadline e ON e.plan_date = d.id ORDER BY d.day)"),
	    "other 1; report 1; midterm 0; report 0; midterm 0; final 0");
	SAME(kept("SELECT group_concat(e.report_period) FROM plan_date_deadline e WHERE e.report_period > 0"), "2");
	SAME(kept("SELECT count(*) FROM plan_date_deadline WHERE done = 0 AND day BETWEEN '2026-11-27' AND '2026-12-26'"), "2");
	SAME(kept("SELECT count(*) FROM audit WHERE action = 'plan.date_add'"), "6");
}

static const char *const names[] = { "units.csv", "groups.csv", "people.csv", "plan.txt",
    "plan2.txt", "criteria.csv", "signup.csv", "state.csv", "indicators.csv", "report.csv",
    "evaluation.csv", "evidence.csv", "nomination.csv", "award.csv", "feedback.csv", "topic.csv",
    "task.csv", "task_unit.csv", "document.csv", "document_answer.csv", "child.csv", "plan3.txt", "plan4.txt", "change.csv",
    "draft.txt", "comment.csv", "date.csv", "tie.csv" };

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
		{ "groups.csv", "kind,group,unit,head\ncluster,Cụm,zz,1\n", "zz" },
		{ "plan2.txt", "KẾ HOẠCH\nKhông có ngày\n", "plan2.txt" },
		{ "signup.csv", "plan,unit,code,value,days,note\n1,04201T1,nha_o,1,20,\n", "04201T1" },
		{ "evaluation.csv", "round,unit,subject,name,place,exit,day,state,own,review,why\n"
		    "2025,04201,unit,,,,2026-01-07,draft,- - 90,,\n"
		    "2025,04201,unit,,,,2026-01-08,draft,- - 90,,\n", "twice" },
		{ "evaluation.csv", "round,unit,subject,name,place,exit,day,state,own,review,why\n"
		    "2025,04201,unit,,,,2026-01-07,draft,- - -,,\n", "not computed" },
		{ "nomination.csv", "unit,subject,name,birth,post,of,place,form,type,group,plan,from,to,"
		    "day,state,decision,consent,reason,report\n04201,person,An,,,,Bản A,HUYH,movement,"
		    "worker,1,2026-03-12,-30,-9,draft,,,,x\n", "HUYH" },
		{ "award.csv", "key,plan,title,number,date,drafted,submitted,approved\n"
		    "Z,1,Về việc khen thưởng,,,-4,-3,\n", "award_decision.submit" },
		{ "feedback.csv", "plan,anchor,unit,day,topic,text,wish\n1,X.9,04201,-3,,Khó,\n", "X.9" },
		{ "comment.csv", "unit,day,anchor,text,wish\n04221,-3,X.9,Khó,\n", "X.9" },
		{ "draft.txt", "K\xff", "draft.txt" },
		{ "change.csv", "act,anchor,markdown\nreplace,X.9,Một\n", "X.9" },
		{ "tie.csv", "plan,relation,name,short,anchor,other\n1,with,Một,,X.9,\n", "X.9" },
		{ "tie.csv", "plan,relation,name,short,anchor,other\n1,with,Một,,II.4,1\n", "no such plan" },
		{ "task.csv", "key,plan,anchor,day,due,to,text,papers\nN1,1,X.9,-3,9,commune,Làm,\n", "X.9" },
		{ "task.csv", "key,plan,anchor,day,due,to,text,papers\nN1,1,V.1,-3,9,zz,Làm,\n", "zz" },
		{ "date.csv", "plan,kind,day,anchor,text,done,opened\n1,other,2028-02-30,V.1,,,\n", "2028-02-30" },
		{ "date.csv", "plan,kind,day,anchor,text,done,opened\n1,other,2028-02-28,X.9,,,\n", "X.9" },
		{ "child.csv", "unit,file,sharpens,original\n04217,plan3.txt,II.9~9,III.3~1\n", "II.9~9" },
		{ "child.csv", "unit,file,sharpens,original\n04217,none.txt,,\n", "none.txt" },
		{ "child.csv", "unit,file,sharpens,original\n04201T1,plan3.txt,,\n", "04201T1" },
		{ "document.csv", "key,kind,unit,day,state\nK1,letter,04217,-9,draft\n", "letter" },
		{ "document.csv", "key,kind,unit,day,state\nK1,proposal,0,-9,draft\n", "0" },
		{ "document.csv", "key,kind,unit,number,day,due,to,state,subject,text\n"
		    "K1,proposal,04217,1/KN,-9,5,31,sent,Việc,\n", "document.submit" },
		{ "document.csv", "key,kind,unit,number,day,due,to,state,subject,text\n"
		    "K1,conclusion,31,1/KL,-9,5,hamlet,sent,Việc,Nội dung\n", "hamlet" },
		{ "document_answer.csv", "key,unit,state,sent,decided,result,number,answer,reason\n"
		    "L1,04217,answered,-9,,yes,,,\n", "document_answer.submit" },
		{ "task_unit.csv", "key,unit,state,received,holder,sent,decided,result,reason\n"
		    "N1,04217,sent,-40,me,-30,,,\n", "task_unit.submit" },
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
	scene_cheap();	/* of the passwords of what is loaded after it */
	there_are_units_of_every_class();
	people_hold_every_role();
	the_plans_are_in_force_and_were_made_by_people();
	the_plans_have_dates_of_their_own();
	communes_have_plans_of_their_own();
	every_step_is_somebodys_who_may();
	every_report_that_was_sent_holds_the_checks();
	the_closed_period_is_whole_and_its_totals_are_the_sums();
	the_figures_are_those_of_the_file();
	the_open_period_shows_every_state();
	a_round_is_published_and_its_ranks_agree_with_its_points();
	a_round_is_half_done();
	awards_are_decided_and_the_rest_is_under_way();
	nobody_is_public_who_has_not_agreed();
	feedback_is_new_grouped_and_answered();
	an_opinion_is_carried_out();
	a_draft_is_under_consultation();
	tasks_are_given_done_and_late();
	documents_are_answered_accepted_returned_and_late();
	the_trail_is_sound_and_tells_who();
	it_fits_whatever_day_it_is();
	what_is_wrong_is_told();
	db_close(db);
	db_close(secret);
	db_close(file_db);
	sweep();
	mem_free(mem);
	return done();
}
