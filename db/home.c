/* home.c - the SQL of the front page: what waits for whom. */

#include "db/home.h"

#include <string.h>

#include "db/mandate.h"

static struct sql upkeep = SQL("SELECT at FROM upkeep WHERE name = ?1");

static struct sql plans = SQL(
	"SELECT p.id, p.number, p.date, p.subject, p.issuer FROM plan p"
	" JOIN flow_case c ON c.id = p.flow_case"
	" JOIN flow_state s ON s.flow = c.flow AND s.state = c.state AND s.stands = 1"
	" ORDER BY p.date DESC, p.id DESC LIMIT ?1");

#define NAME "trim(p.number || ' ' || p.subject)"

#define UNIT(of) "(SELECT n.name FROM unit_name n WHERE n.unit = " of \
	" AND ?2 BETWEEN n.valid_from AND n.valid_to)"

#define INSIDE "CASE WHEN ?3 = 'en' THEN s.inside_en ELSE s.inside_vi END"

/* Why it was returned, by whom: of the last step of a case that may be mended. */
#define RETURN_OF(c) \
	"coalesce((SELECT w.reason FROM flow_step w WHERE w.id = (SELECT max(x.id)" \
	"  FROM flow_step x WHERE x.flow_case = " c ") AND s.edits = 1), '')," \
	" coalesce((SELECT a.name FROM flow_step w JOIN account a ON a.id = w.account" \
	"  WHERE w.id = (SELECT max(x.id) FROM flow_step x WHERE x.flow_case = " c ")), '')"

/* Columns: id, period, unit, name, unit_name, due, state, tag, reason, by, at. */

static struct sql to_receive = SQL(
	"SELECT p.id, 0, d.unit, " NAME ", " UNIT("d.unit") ", '', '', 'soon', '', '', d.sent"
	" FROM plan_delivery d JOIN plan p ON p.id = d.plan"
	" WHERE d.acknowledged IS NULL AND length(?3) > 0"
	" AND EXISTS (" MAY("plan.receive", "?1", "d.unit", "?2") ")"
	" ORDER BY d.sent LIMIT 100");

/* Units whose kind is in a class of the plan, or to which it was sent. */
static struct sql to_sign_up = SQL(
	"SELECT p.id, 0, u.unit, " NAME ", n.name, coalesce(p.signup_due, ''),"
	" coalesce(CASE WHEN ?3 = 'en' THEN s.inside_en ELSE s.inside_vi END, ''),"
	" coalesce(s.tag, 'none'), "
	RETURN_OF("g.flow_case") ", coalesce(g.saved, 0)"
	" FROM plan p JOIN flow_case c ON c.id = p.flow_case"
	" JOIN flow_state t ON t.flow = c.flow AND t.state = c.state AND t.stands = 1"
	" JOIN unit_under u ON u.ancestor = p.unit AND u.depth > 0"
	"  AND ?2 BETWEEN u.valid_from AND u.valid_to"
	" JOIN unit_name n ON n.unit = u.unit AND ?2 BETWEEN n.valid_from AND n.valid_to"
	" LEFT JOIN signup g ON g.plan = p.id AND g.unit = u.unit"
	" LEFT JOIN flow_case b ON b.id = g.flow_case"
	" LEFT JOIN flow_state s ON s.flow = b.flow AND s.state = b.state"
	" WHERE (s.stands IS NULL OR s.stands = 0)"
	" AND EXISTS (" MAY("signup.write", "?1", "u.unit", "?2") ")"
	" AND (EXISTS (SELECT 1 FROM plan_delivery d WHERE d.plan = p.id AND d.unit = u.unit)"
	"  OR EXISTS (SELECT 1 FROM plan_class l JOIN plan_class_kind k ON k.plan_class = l.id"
	"   WHERE l.plan = p.id AND k.kind = n.kind)) LIMIT 100");

/* Reports of my units in opened periods that do not stand and are not with the leader. */
static struct sql to_report = SQL(
	"SELECT coalesce(r.id, 0), e.id, u.unit, f.name || ', ' || e.name, n.name, d.last_day,"
	" coalesce(CASE WHEN ?3 = 'en' THEN s.inside_en ELSE s.inside_vi END, ''),"
	" coalesce(s.tag, 'none'), "
	RETURN_OF("r.flow_case") ", coalesce(c.at, 0)"
	" FROM report_period e JOIN report_form f ON f.id = e.report_form"
	" JOIN report_deadline d ON d.report_period = e.id"
	" JOIN unit_under u ON u.ancestor = f.unit AND e.window_to BETWEEN u.valid_from AND u.valid_to"
	" JOIN unit_name n ON n.unit = u.unit AND n.kind = d.kind"
	"  AND e.window_to BETWEEN n.valid_from AND n.valid_to"
	" LEFT JOIN report r ON r.report_period = e.id AND r.unit = u.unit"
	" LEFT JOIN flow_case c ON c.id = r.flow_case"
	" LEFT JOIN flow_state s ON s.flow = c.flow AND s.state = c.state"
	" WHERE e.opens <= ?2 AND (s.edits IS NULL OR s.edits = 1)"
	" AND EXISTS (" MAY("report.write", "?1", "u.unit", "?2") ") LIMIT 200");

/* Somebody's next plain move (no reason, no risk): mine, and not on my own case. */
#define MINE(ability_) \
	" EXISTS (SELECT 1 FROM flow_way m JOIN mandate_scope ms ON ms.ability = m.ability" \
	"  AND ms.account = ?1 AND ms.unit = c.unit" \
	"  AND ?2 BETWEEN ms.mandate_from AND ms.mandate_to" \
	"  AND ?2 BETWEEN ms.unit_from AND ms.unit_to" \
	"  WHERE m.flow = c.flow AND m.from_state = c.state AND m.reason = 0" \
	"  AND ?2 BETWEEN m.valid_from AND m.valid_to" \
	"  AND m.ability " ability_ ")"

static struct sql plan_steps = SQL(
	"SELECT p.id, 0, p.unit, " NAME ", " UNIT("p.unit") ", '', " INSIDE ", s.tag, "
	RETURN_OF("c.id") ", c.at"
	" FROM plan p JOIN flow_case c ON c.id = p.flow_case"
	" JOIN flow_state s ON s.flow = c.flow AND s.state = c.state AND s.kind <> 'end'"
	" WHERE" MINE("LIKE 'plan.%'") " ORDER BY c.at LIMIT 100");

#define REPORTS \
	"SELECT r.id, e.id, r.unit, f.name || ', ' || e.name, " UNIT("r.unit") "," \
	" coalesce((SELECT d.last_day FROM report_deadline d JOIN unit_name n ON n.unit = r.unit" \
	"  AND n.kind = d.kind AND e.window_to BETWEEN n.valid_from AND n.valid_to" \
	"  WHERE d.report_period = e.id), ''), " INSIDE ", s.tag, '', '', c.at" \
	" FROM report r JOIN flow_case c ON c.id = r.flow_case" \
	" JOIN flow_state s ON s.flow = c.flow AND s.state = c.state AND s.edits = 0 AND s.kind <> 'end'" \
	" JOIN report_period e ON e.id = r.report_period" \
	" JOIN report_form f ON f.id = e.report_form WHERE"

static struct sql to_send = SQL(REPORTS MINE("= 'report.send'") " ORDER BY c.at LIMIT 100");
static struct sql to_review = SQL(REPORTS MINE("= 'report.review'") " ORDER BY c.at LIMIT 100");

int64_t
home_upkeep(struct db *db, const char *name)
{
	return db_row(db, &upkeep, TEXT(name)) ? col_int(&upkeep, 0) : 0;
}

struct in_force *
home_plans(struct db *db, struct mem *mem, int64_t limit)
{
	struct in_force *first = NULL, **end = &first;

	db_query(db, &plans, INT(limit));
	while (db_next(db, &plans)) {
		*end = mem_take(mem, sizeof(**end));
		**end = (struct in_force){ col_int(&plans, 0), col_text(&plans, 1, mem),
		    col_text(&plans, 2, mem), col_text(&plans, 3, mem),
		    col_text(&plans, 4, mem), NULL };
		end = &(*end)->next;
	}
	return first;
}

/* Returned and overdue, then dated, then the rest; the earlier first. */
static int
rank(const struct task *t, const char *day)
{
	if (*t->reason || (*t->due && strcmp(t->due, day) < 0))
		return 0;
	return *t->due ? 1 : 2;
}

static bool
before(const struct task *a, const struct task *b, const char *day)
{
	int x = rank(a, day), y = rank(b, day);

	if (x != y)
		return x < y;
	x = strcmp(a->due, b->due);
	return x ? x < 0 : a->at < b->at;
}

static struct task *
collect(struct db *db, struct sql *q, struct mem *mem, enum task_kind kind,
    struct task *all, int64_t account, const char *day, const char *lang)
{
	db_query(db, q, INT(account), TEXT(day), TEXT(lang));
	while (db_next(db, q)) {
		struct task *t = mem_take(mem, sizeof(*t)), **at = &all;
		*t = (struct task){
			.kind      = kind,
			.id        = col_int(q, 0),
			.period    = col_int(q, 1),
			.unit      = col_int(q, 2),
			.name      = col_text(q, 3, mem),
			.unit_name = col_text(q, 4, mem),
			/* The unit's due date is not the reviewer's. */
			.due       = kind == TASK_REVIEW ? "" : col_text(q, 5, mem),
			.state     = col_text(q, 6, mem),
			.tag       = col_text(q, 7, mem),
			.reason    = col_text(q, 8, mem),
			.by        = col_text(q, 9, mem),
			.at        = col_int(q, 10),
		};
		while (*at && !before(t, *at, day))
			at = &(*at)->next;
		t->next = *at;
		*at = t;
	}
	return all;
}

struct task *
home_tasks(struct db *db, struct mem *mem, int64_t account, const char *day,
    const char *lang)
{
	static const struct {
		struct sql *q;
		enum task_kind kind;
	} kinds[] = {
		{ &to_report, TASK_REPORT }, { &to_send, TASK_SEND },
		{ &to_review, TASK_REVIEW }, { &plan_steps, TASK_PLAN },
		{ &to_sign_up, TASK_SIGNUP }, { &to_receive, TASK_RECEIVE },
	};
	struct task *all = NULL;

	for (size_t i = 0; i < sizeof(kinds) / sizeof(*kinds); i++)
		all = collect(db, kinds[i].q, mem, kinds[i].kind, all, account, day, lang);
	return all;
}
