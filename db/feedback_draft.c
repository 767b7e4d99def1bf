/* feedback_draft.c - the SQL of comments on a draft. */

#include "db/feedback_draft.h"

/* ?1 account, ?2 day, ?3 language. */
#define REACHED(ability_) \
	"(SELECT ms.unit FROM mandate_scope ms WHERE ms.account = ?1" \
	" AND ms.ability = '" ability_ "' AND ?2 BETWEEN ms.mandate_from AND ms.mandate_to" \
	" AND ?2 BETWEEN ms.unit_from AND ms.unit_to)"

/* A unit asked that he speaks for, and that still stands under who asks. */
#define MINE \
	"u.unit IN " REACHED("feedback.write") \
	" AND EXISTS (SELECT 1 FROM unit_under x WHERE x.ancestor = p.unit AND x.unit = u.unit" \
	"  AND ?2 BETWEEN x.valid_from AND x.valid_to)"
#define KEPT \
	"(p.unit IN " REACHED("plan.view") " AND p.unit IN " REACHED("feedback.view") ")"

/* The row of a unit's name of day ?2, or the last that it bore. */
#define NAME_OF(unit_) \
	"(SELECT m.id FROM unit_name m WHERE m.unit = " unit_ \
	" ORDER BY ?2 BETWEEN m.valid_from AND m.valid_to DESC, m.valid_from DESC LIMIT 1)"

#define CONTACT(column_) \
	"coalesce((SELECT o." column_ " FROM unit_contact o WHERE o.unit = u.unit" \
	" AND ?2 BETWEEN o.valid_from AND o.valid_to ORDER BY o.id LIMIT 1), '')"

/* What stands of a unit's opinions, of those of unit row u. */
#define SAID(what_) \
	"(SELECT " what_ " FROM feedback f WHERE f.feedback_draft = u.feedback_draft" \
	" AND f.unit = u.unit AND f.withdrawn IS NULL)"
#define ANSWERED "(u.agreed IS NOT NULL OR " SAID("count(*)") " > 0)"

/* How many opinions that stand. */
#define COUNTED \
	"SELECT count(*) FROM feedback f" \
	" LEFT JOIN feedback_topic t ON t.id = f.feedback_topic" \
	" LEFT JOIN flow_case tc ON tc.id = t.flow_case" \
	" LEFT JOIN flow_state ts ON ts.flow = tc.flow AND ts.state = tc.state" \
	" WHERE f.withdrawn IS NULL"
#define UNDECIDED "coalesce(ts.stands, 0) = 0"
/* Of draft row d. */
#define OPINIONS(more_) "(" COUNTED " AND f.feedback_draft = d.id AND " more_ ")"

#define DRAFT \
	"SELECT d.id, d.plan, d.account, d.at, d.day, d.due_date, d.ask, d.why, d.closed, p.unit," \
	" p.edition, p.number, p.subject, i.name, a.name, w.last_day AS last_day," \
	" w.runs AND ?2 <= w.last_day AS open, s.stands," \
	" (SELECT count(*) FROM feedback_draft_unit u WHERE u.feedback_draft = d.id)," \
	" (SELECT count(*) FROM feedback_draft_unit u WHERE u.feedback_draft = d.id AND " ANSWERED ")," \
	OPINIONS("1") ", " OPINIONS(UNDECIDED) ", w.runs"
#define DRAFTS \
	" FROM feedback_draft d JOIN feedback_draft_window w ON w.feedback_draft = d.id" \
	" JOIN plan p ON p.id = d.plan JOIN flow_case c ON c.id = p.flow_case" \
	" JOIN flow_state s ON s.flow = c.flow AND s.state = c.state" \
	" JOIN unit_name i ON i.id = " NAME_OF("p.unit") " JOIN account a ON a.id = d.account"
/* After the columns of DRAFT: what only a list has. */
enum { KEPT_AT = 23, AGREED_AT, MINE_AT, TOTAL_AT };

static struct sql add = SQL(
	"INSERT INTO feedback_draft (plan, account, at, day, due_date, ask)"
	" VALUES (?1, ?2, ?3, ?4, ?5, ?6)");
static struct sql put = SQL(
	"INSERT INTO feedback_draft_unit (feedback_draft, unit) VALUES (?1, ?2)");
static struct sql prolong = SQL(
	"UPDATE feedback_draft SET due_date = ?2, why = ?3 WHERE id = ?1 AND closed IS NULL");
static struct sql end = SQL(
	"UPDATE feedback_draft SET closed = ?2, why = ?3 WHERE id = ?1 AND closed IS NULL");

static struct sql get = SQL(DRAFT DRAFTS " WHERE d.id = ?1");
static struct sql last = SQL(DRAFT DRAFTS " WHERE d.plan = ?1 ORDER BY d.id DESC LIMIT 1");
static struct sql undecided = SQL(COUNTED " AND f.plan = ?1 AND f.feedback_draft IS NOT NULL"
	" AND " UNDECIDED);
static struct sql list = SQL(DRAFT
	", " KEPT " AS kept,"
	" EXISTS (SELECT 1 FROM feedback_draft_unit u WHERE u.feedback_draft = d.id"
	"  AND u.agreed IS NOT NULL AND " MINE "),"
	" (SELECT coalesce(sum(" SAID("count(*)") "), 0) FROM feedback_draft_unit u"
	"  WHERE u.feedback_draft = d.id AND " MINE "), count(*) OVER ()" DRAFTS
	" WHERE (kept OR EXISTS (SELECT 1 FROM feedback_draft_unit u"
	"  WHERE u.feedback_draft = d.id AND " MINE "))"
	" AND CASE ?3 WHEN 'open' THEN open WHEN 'over' THEN NOT open ELSE 1 END"
	" ORDER BY CASE ?4 WHEN 1 THEN p.subject_key WHEN 2 THEN i.name_key WHEN 3 THEN last_day END,"
	" CASE ?4 WHEN -1 THEN p.subject_key WHEN -2 THEN i.name_key WHEN -3 THEN last_day END DESC,"
	" open DESC, d.id DESC LIMIT ?5 OFFSET ?6");

#define UNIT \
	"SELECT u.unit, n.name, " CONTACT("name") ", " CONTACT("phone") ", u.agreed, u.edition," \
	" g.name, " SAID("count(*)") " AS comments, max(coalesce(u.agreed, 0), " \
	SAID("coalesce(max(f.at), 0)") ") AS said, count(*) OVER ()" \
	" FROM feedback_draft_unit u JOIN feedback_draft d ON d.id = u.feedback_draft" \
	" JOIN plan p ON p.id = d.plan JOIN unit_name n ON n.id = " NAME_OF("u.unit") \
	" LEFT JOIN account g ON g.id = u.account"
static struct sql mine = SQL(UNIT " WHERE u.feedback_draft = ?3 AND " MINE " ORDER BY n.name_key");
static struct sql units = SQL(UNIT
	" WHERE u.feedback_draft = ?1 AND CASE ?3 WHEN 'silent' THEN u.agreed IS NULL AND comments = 0"
	"  WHEN 'agreed' THEN u.agreed IS NOT NULL WHEN 'said' THEN comments > 0 ELSE 1 END"
	" ORDER BY CASE ?4 WHEN 1 THEN n.name_key WHEN 2 THEN comments + 1000 * (u.agreed IS NOT NULL)"
	"  WHEN 3 THEN said END,"
	" CASE ?4 WHEN -1 THEN n.name_key WHEN -2 THEN comments + 1000 * (u.agreed IS NOT NULL)"
	"  WHEN -3 THEN said END DESC, said > 0, n.name_key LIMIT ?5 OFFSET ?6");

static struct sql lines = SQL(
	"SELECT *, count(*) OVER () FROM ("
	"SELECT 1 AS part, f.id AS id, f.anchor, f.clause, n.name, f.text, f.wish,"
	" CASE WHEN ?3 = 'en' THEN s.inside_en ELSE s.inside_vi END, s.tag, s.stands,"
	" CASE WHEN s.stands = 1 THEN (SELECT z.reason FROM flow_step z WHERE z.flow_case = c.id"
	"  ORDER BY z.id DESC LIMIT 1) END, f.edition, f.at,"
	" coalesce(l.seq, f.clause_seq) AS seq, n.name_key AS sort_key"
	" FROM feedback f JOIN unit_name n ON n.id = " NAME_OF("f.unit")
	" LEFT JOIN plan_clause l ON l.plan = f.plan AND l.anchor = f.anchor"
	" LEFT JOIN feedback_topic t ON t.id = f.feedback_topic"
	" LEFT JOIN flow_case c ON c.id = t.flow_case"
	" LEFT JOIN flow_state s ON s.flow = c.flow AND s.state = c.state"
	" WHERE f.feedback_draft = ?1 AND f.withdrawn IS NULL"
	" UNION ALL SELECT CASE WHEN u.agreed IS NULL THEN 3 ELSE 2 END, 0, '', '', n.name, '', '',"
	"  NULL, NULL, 0, NULL, u.edition, u.agreed, 0, n.name_key"
	" FROM feedback_draft_unit u JOIN unit_name n ON n.id = " NAME_OF("u.unit")
	" WHERE u.feedback_draft = ?1 AND (u.agreed IS NOT NULL OR NOT " ANSWERED "))"
	" ORDER BY part, seq, sort_key, id LIMIT ?4 OFFSET ?5");

static struct sql agree = SQL(
	"UPDATE feedback_draft_unit AS u SET agreed = ?5, account = ?3, edition = ?4"
	" WHERE u.feedback_draft = ?1 AND u.unit = ?2 AND NOT " ANSWERED);
static struct sql disagree = SQL(
	"UPDATE feedback_draft_unit SET agreed = NULL, account = NULL, edition = NULL"
	" WHERE feedback_draft = ?1 AND unit = ?2 AND agreed IS NOT NULL");

int64_t
feedback_draft_add(struct db *db, const struct feedback_draft *d)
{
	db_run(db, &add, INT(d->plan), INT(d->account), INT(d->at), TEXT(d->day),
	    TEXT(d->due_date), TEXT(d->ask));
	return db_new_id(db);
}

void
feedback_draft_put(struct db *db, int64_t draft, int64_t unit)
{
	db_run(db, &put, INT(draft), INT(unit));
}

bool
feedback_draft_prolong(struct db *db, int64_t id, const char *due_date, const char *why)
{
	return db_run(db, &prolong, INT(id), TEXT(due_date), TEXT(why));
}

bool
feedback_draft_close(struct db *db, int64_t id, int64_t now, const char *why)
{
	return db_run(db, &end, INT(id), INT(now), TEXT(why));
}

static struct feedback_draft *
take(struct sql *q, struct mem *mem)
{
	struct feedback_draft *d = mem_take(mem, sizeof(*d));

	*d = (struct feedback_draft){
		.id          = col_int(q, 0),
		.plan        = col_int(q, 1),
		.account     = col_int(q, 2),
		.at          = col_int(q, 3),
		.day         = col_text(q, 4, mem),
		.due_date    = col_text(q, 5, mem),
		.ask         = col_text(q, 6, mem),
		.why         = col_text(q, 7, mem),
		.closed      = col_int(q, 8),
		.issuer      = col_int(q, 9),
		.edition     = col_int(q, 10),
		.number      = col_text(q, 11, mem),
		.subject     = col_text(q, 12, mem),
		.issuer_name = col_text(q, 13, mem),
		.name        = col_text(q, 14, mem),
		.last_day    = col_text(q, 15, mem),
		.open        = col_int(q, 16),
		.stands      = col_int(q, 17),
		.asked       = col_int(q, 18),
		.answered    = col_int(q, 19),
		.comments    = col_int(q, 20),
		.undecided   = col_int(q, 21),
		.runs        = col_int(q, 22),
	};
	return d;
}

struct feedback_draft *
feedback_draft_get(struct db *db, struct mem *mem, int64_t id, const char *day)
{
	return db_row(db, &get, INT(id), TEXT(day)) ? take(&get, mem) : NULL;
}

struct feedback_draft *
feedback_draft_last(struct db *db, struct mem *mem, int64_t plan, const char *day)
{
	return db_row(db, &last, INT(plan), TEXT(day)) ? take(&last, mem) : NULL;
}

int64_t
feedback_draft_undecided(struct db *db, int64_t plan)
{
	return db_row(db, &undecided, INT(plan)) ? col_int(&undecided, 0) : 0;
}

struct feedback_draft *
feedback_drafts(struct db *db, struct mem *mem, const struct feedback_draft_ask *ask,
    int64_t *total)
{
	struct feedback_draft *first = NULL, **tail = &first;

	*total = 0;
	db_query(db, &list, INT(ask->account), TEXT(ask->day), TEXT(ask->state), INT(ask->sort),
	    INT(ask->limit), INT(ask->skip));
	while (db_next(db, &list)) {
		*tail = take(&list, mem);
		(*tail)->kept = col_int(&list, KEPT_AT);
		(*tail)->agreed = col_int(&list, AGREED_AT);
		(*tail)->mine = col_int(&list, MINE_AT);
		*total = col_int(&list, TOTAL_AT);
		tail = &(*tail)->next;
	}
	return first;
}

static struct feedback_draft_unit *
take_units(struct db *db, struct sql *q, struct mem *mem, int64_t *total)
{
	struct feedback_draft_unit *first = NULL, **tail = &first;

	*total = 0;
	while (db_next(db, q)) {
		*tail = mem_take(mem, sizeof(**tail));
		**tail = (struct feedback_draft_unit){
			.unit      = col_int(q, 0),
			.name      = col_text(q, 1, mem),
			.contact   = col_text(q, 2, mem),
			.phone     = col_text(q, 3, mem),
			.agreed    = col_int(q, 4),
			.edition   = col_int(q, 5),
			.agreed_by = col_text(q, 6, mem),
			.comments  = col_int(q, 7),
			.last      = col_int(q, 8),
		};
		*total = col_int(q, 9);
		tail = &(*tail)->next;
	}
	return first;
}

struct feedback_draft_unit *
feedback_draft_mine(struct db *db, struct mem *mem, int64_t draft, int64_t account,
    const char *day)
{
	int64_t total;

	db_query(db, &mine, INT(account), TEXT(day), INT(draft));
	return take_units(db, &mine, mem, &total);
}

struct feedback_draft_unit *
feedback_draft_units(struct db *db, struct mem *mem, const struct feedback_draft_ask *ask,
    int64_t *total)
{
	db_query(db, &units, INT(ask->draft), TEXT(ask->day), TEXT(ask->state), INT(ask->sort),
	    INT(ask->limit), INT(ask->skip));
	return take_units(db, &units, mem, total);
}

struct feedback_draft_line *
feedback_draft_lines(struct db *db, struct mem *mem, const struct feedback_draft_ask *ask,
    int64_t *total)
{
	struct feedback_draft_line *first = NULL, **tail = &first;

	*total = 0;
	db_query(db, &lines, INT(ask->draft), TEXT(ask->day), TEXT(ask->lang), INT(ask->limit),
	    INT(ask->skip));
	while (db_next(db, &lines)) {
		*tail = mem_take(mem, sizeof(**tail));
		**tail = (struct feedback_draft_line){
			.part      = (int)col_int(&lines, 0),
			.id        = col_int(&lines, 1),
			.anchor    = col_text(&lines, 2, mem),
			.clause    = col_text(&lines, 3, mem),
			.unit_name = col_text(&lines, 4, mem),
			.text      = col_text(&lines, 5, mem),
			.wish      = col_text(&lines, 6, mem),
			.state     = col_text(&lines, 7, mem),
			.tag       = col_text(&lines, 8, mem),
			.decided   = col_int(&lines, 9),
			.answer    = col_text(&lines, 10, mem),
			.edition   = col_int(&lines, 11),
			.at        = col_int(&lines, 12),
		};
		*total = col_int(&lines, 15);
		tail = &(*tail)->next;
	}
	return first;
}

bool
feedback_draft_agree(struct db *db, const struct feedback_draft *d, int64_t unit,
    int64_t account, int64_t now)
{
	return db_run(db, &agree, INT(d->id), INT(unit), INT(account), INT(d->edition), INT(now));
}

bool
feedback_draft_disagree(struct db *db, int64_t draft, int64_t unit)
{
	return db_run(db, &disagree, INT(draft), INT(unit));
}
