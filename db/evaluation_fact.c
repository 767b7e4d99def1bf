/* evaluation_fact.c - figures, targets and days by which a criterion fills itself. */

#include "db/evaluation.h"

#define STOOD \
	" FROM report s JOIN report_period w ON w.id = s.report_period" \
	" JOIN flow_case c ON c.id = s.flow_case" \
	" JOIN flow_state f ON f.flow = c.flow AND f.state = c.state AND f.stands = 1"

static struct sql figure = SQL(
	"SELECT s.id, w.name, w.window_to, a.value + coalesce(b.value, 0), d.value" STOOD
	" JOIN report_value a ON a.report = s.id AND a.indicator = ?2"
	" LEFT JOIN report_value b ON b.report = s.id AND b.indicator = ?3"
	" LEFT JOIN report_value d ON d.report = s.id AND d.indicator = ?4"
	" WHERE s.unit = ?1 AND (?3 IS NULL OR b.value IS NOT NULL)"
	" AND (?4 IS NULL OR d.value IS NOT NULL) AND w.window_to BETWEEN ?5 AND ?6"
	" ORDER BY w.window_to DESC, s.id DESC LIMIT 1");
static struct sql sum = SQL(
	"SELECT sum(v.value)" STOOD " JOIN report_value v ON v.report = s.id AND v.indicator = ?2"
	" WHERE s.unit = ?1 AND w.window_to BETWEEN ?3 AND ?4"
	" AND w.report_form = (SELECT q.report_form FROM report p"
	"  JOIN report_period q ON q.id = p.report_period WHERE p.id = ?5)");
static struct sql counts_of = SQL(
	"SELECT rule, coalesce(numerator, 0), coalesce(denominator, 0) FROM indicator WHERE id = ?1");
static struct sql target = SQL(
	"SELECT t.value FROM signup s JOIN flow_case c ON c.id = s.flow_case"
	" JOIN flow_state f ON f.flow = c.flow AND f.state = c.state AND f.stands = 1"
	" JOIN signup_target t ON t.signup = s.id AND t.indicator = ?3 AND t.year = CAST(?4 AS INTEGER)"
	" JOIN plan_source q ON q.plan = ?1 AND q.source = s.plan"
	" WHERE s.unit = ?2 ORDER BY q.depth LIMIT 1");
static struct sql reports = SQL(
	"SELECT coalesce(sum(x.first_day IS NOT NULL AND NOT x.late), 0), coalesce(sum(x.late), 0),"
	" coalesce(sum(x.first_day IS NULL), 0)"
	" FROM report_expected x WHERE x.unit = ?2 AND x.due_date BETWEEN ?3 AND ?4"
	" AND EXISTS (SELECT 1 FROM report_section z WHERE z.report_form = x.report_form"
	"  AND z.plan = ?1) AND (x.first_day IS NOT NULL OR x.last_day < ?5)");
static struct sql tasks = SQL(
	"SELECT coalesce(sum(t.first_day <= d.last_day), 0), coalesce(sum(t.first_day > d.last_day), 0),"
	" coalesce(sum(t.first_day IS NULL), 0)"
	" FROM task_unit t JOIN task k ON k.id = t.task AND k.plan = ?1"
	" JOIN task_deadline d ON d.task = k.id"
	" JOIN flow_case c ON c.id = t.flow_case AND c.state NOT IN ('new', 'withdrawn')"
	" WHERE t.unit = ?2 AND k.due_date BETWEEN ?3 AND ?4"
	" AND (t.first_day IS NOT NULL OR d.last_day < ?5)");
static struct sql plans = SQL(
	"SELECT coalesce(sum(day <= last_day), 0), coalesce(sum(day > last_day), 0), coalesce(sum(day IS NULL), 0)"
	" FROM (SELECT u.last_day, (SELECT coalesce(p.date, date(c.at, 'unixepoch', 'localtime')) FROM plan p"
	"   JOIN flow_case c ON c.id = p.flow_case WHERE p.id = u.child) AS day"
	"  FROM (SELECT o.plan, o.unit, o.due_date, o.last_day,"
	"    coalesce(o.child, CASE WHEN ?5 <= o.leaves THEN o.leaving END) AS child FROM plan_call_answer o) u"
	"  WHERE u.plan = ?1 AND u.unit = ?2 AND u.due_date BETWEEN ?3 AND ?4"
	"  AND (u.child IS NOT NULL OR u.last_day < ?5))");
static struct sql signup = SQL(
	"SELECT p.signup_due, CASE WHEN f.stands = 1 THEN s.first_day END FROM plan p"
	" LEFT JOIN signup s ON s.plan = p.id AND s.unit = ?2"
	" LEFT JOIN flow_case c ON c.id = s.flow_case"
	" LEFT JOIN flow_state f ON f.flow = c.flow AND f.state = c.state WHERE p.id = ?1");
static struct sql documents = SQL(
	"SELECT 'plan', p.id, p.number, p.date AS day, p.subject FROM plan p"
	" JOIN flow_case c ON c.id = p.flow_case"
	" JOIN flow_state f ON f.flow = c.flow AND f.state = c.state AND f.stands = 1"
	" WHERE p.unit = ?2 AND p.number <> '' AND p.date BETWEEN ?3 AND ?4"
	" UNION ALL SELECT 'report', s.id, x.receipt, x.day, m.name || ', ' || w.name" STOOD
	" JOIN report_form m ON m.id = w.report_form"
	" JOIN report_sent x ON x.id = (SELECT min(y.id) FROM report_sent y WHERE y.report = s.id)"
	" WHERE s.unit = ?2 AND x.day BETWEEN ?3 AND ?4"
	" UNION ALL SELECT 'signup', s.id, '', s.first_day, '' FROM signup s"
	" JOIN flow_case c ON c.id = s.flow_case"
	" JOIN flow_state f ON f.flow = c.flow AND f.state = c.state AND f.stands = 1"
	" WHERE s.plan = ?1 AND s.unit = ?2 AND s.first_day BETWEEN ?3 AND ?4"
	" UNION ALL SELECT 'document', d.id, d.number, d.date, d.subject FROM document d"
	" JOIN document_kind k ON k.kind = d.kind AND k.upward = 1"
	" JOIN flow_case c ON c.id = d.flow_case"
	" JOIN flow_state f ON f.flow = c.flow AND f.state = c.state AND f.stands = 1"
	" WHERE d.unit = ?2 AND d.date BETWEEN ?3 AND ?4"
	" ORDER BY day, 1, 2");

struct evaluation_figure
evaluation_figure(struct db *db, struct mem *mem, int64_t unit,
    const struct evaluation_rule *rule, const char *from, const char *to)
{
	if (!db_row(db, &figure, INT(unit), INT(rule->part), ID(rule->plus), ID(rule->whole),
	    TEXT(from), TEXT(to)))
		return (struct evaluation_figure){ .period = "", .to = "" };
	return (struct evaluation_figure){
		.has    = true,
		.report = col_int(&figure, 0),
		.period = col_text(&figure, 1, mem),
		.to     = col_text(&figure, 2, mem),
		.part   = col_int(&figure, 3),
		.whole  = col_int(&figure, 4),
	};
}

struct evaluation_figure
evaluation_figure_of(struct db *db, struct mem *mem, int64_t unit, int64_t indicator,
    const char *from, const char *to)
{
	struct evaluation_rule rule = { .part = indicator };

	if (!db_row(db, &counts_of, INT(indicator)))
		return (struct evaluation_figure){ .period = "", .to = "" };
	if (col_int(&counts_of, 1)) {
		rule.part = col_int(&counts_of, 1);
		rule.whole = col_int(&counts_of, 2);
	}
	return evaluation_figure(db, mem, unit, &rule, from, to);
}

struct evaluation_figure
evaluation_figure_sum(struct db *db, struct mem *mem, int64_t unit, int64_t indicator,
    const char *from, const char *to)
{
	struct evaluation_figure f = evaluation_figure_of(db, mem, unit, indicator, from, to);

	if (f.has && !f.whole && db_row(db, &sum, INT(unit), INT(indicator), TEXT(from), TEXT(to),
	    INT(f.report)))
		f.part = col_int(&sum, 0);
	return f;
}

bool
evaluation_target(struct db *db, int64_t plan, int64_t unit, int64_t indicator,
    const char *year, int64_t *value)
{
	if (!db_row(db, &target, INT(plan), INT(unit), INT(indicator), TEXT(year)))
		return false;
	*value = col_int(&target, 0);
	return true;
}

static struct evaluation_times
times(struct db *db, struct sql *q, int64_t plan, int64_t unit, const char *from,
    const char *to, const char *today)
{
	if (!db_row(db, q, INT(plan), INT(unit), TEXT(from), TEXT(to), TEXT(today)))
		return (struct evaluation_times){ 0 };
	return (struct evaluation_times){ col_int(q, 0), col_int(q, 1), col_int(q, 2) };
}

struct evaluation_times
evaluation_reports(struct db *db, int64_t plan, int64_t unit, const char *from,
    const char *to, const char *today)
{
	return times(db, &reports, plan, unit, from, to, today);
}

struct evaluation_times
evaluation_tasks(struct db *db, int64_t plan, int64_t unit, const char *from,
    const char *to, const char *today)
{
	return times(db, &tasks, plan, unit, from, to, today);
}

struct evaluation_times
evaluation_own_plans(struct db *db, int64_t plan, int64_t unit, const char *from,
    const char *to, const char *today)
{
	return times(db, &plans, plan, unit, from, to, today);
}

void
evaluation_signup(struct db *db, struct mem *mem, int64_t plan, int64_t unit,
    const char **due, const char **day)
{
	bool row = db_row(db, &signup, INT(plan), INT(unit));

	*due = row ? col_text(&signup, 0, mem) : "";
	*day = row ? col_text(&signup, 1, mem) : "";
}

struct evaluation_document *
evaluation_documents(struct db *db, struct mem *mem, int64_t plan, int64_t unit,
    const char *from, const char *to)
{
	struct evaluation_document *first = NULL, **tail = &first;

	db_query(db, &documents, INT(plan), INT(unit), TEXT(from), TEXT(to));
	while (db_next(db, &documents)) {
		*tail = mem_take(mem, sizeof(**tail));
		**tail = (struct evaluation_document){ col_text(&documents, 0, mem),
		    col_int(&documents, 1), col_text(&documents, 2, mem), col_text(&documents, 3, mem),
		    col_text(&documents, 4, mem), NULL };
		tail = &(*tail)->next;
	}
	return first;
}
