/* evaluation_sheet.c - the SQL of score sheets: whose they are, what they hold. */

#include "db/evaluation_row.h"

#include <string.h>

#include "db/mandate.h"

/* A unit's name on the last day that is judged, or the last that it bore. */
#define NAME(column, unit) \
	"coalesce((SELECT m." column " FROM unit_name m WHERE m.unit = " unit \
	" AND r.window_to BETWEEN m.valid_from AND m.valid_to), (SELECT m." column \
	" FROM unit_name m WHERE m.unit = " unit " ORDER BY m.valid_from DESC LIMIT 1))"
#define OF_NAME(column) \
	"CASE WHEN d.judged IS NULL THEN e." column " ELSE " NAME(column, "d.judged") " END"

/* ?1 who asks, ?2 the day, ?3 the language. */
#define SHEET \
	"coalesce(e.id, 0), e.flow_case, r.id, d.plan_class, d.unit, d.judged," \
	" coalesce(e.subject, 'unit'), " OF_NAME("name") ", " OF_NAME("name_key") ", " \
	OF_NAME("name_plain") ", e.place, e.exit_day, e.back_day, e.note, a.name, e.saved," \
	" e.edition, " NAME("name", "d.unit") ", k.name, " NAME("region", "d.judged") "," \
	" coalesce(c.state, ''), CASE WHEN ?3 = 'en' THEN f.inside_en ELSE f.inside_vi END," \
	" CASE WHEN ?3 = 'en' THEN f.outside_en ELSE f.outside_vi END, f.tag, f.edits, f.stands," \
	" t.receipt, t.at, (SELECT min(x.day) FROM evaluation_sent x WHERE x.evaluation = e.id)," \
	" s.reason, b.name, s.at, s.id, r.unit, r.plan, r.name, rc.state, r.window_from," \
	" r.window_to, r.base_day, r.due_date, g.id, g.name"

#define GROUP_OF(whose) \
	"(SELECT min(h.id) FROM unit_group h JOIN unit_member w ON w.unit_group = h.id" \
	"  AND w.unit = " whose " AND r.window_to BETWEEN w.valid_from AND w.valid_to" \
	" WHERE h.unit = r.unit AND r.window_to BETWEEN h.valid_from AND h.valid_to)"

#define SHEETS \
	" FROM evaluation_duty d JOIN evaluation_round r ON r.id = d.evaluation_round" \
	" JOIN plan_class k ON k.id = d.plan_class" \
	" JOIN flow_case rc ON rc.id = r.flow_case" \
	" JOIN flow_state rf ON rf.flow = rc.flow AND rf.state = rc.state" \
	" LEFT JOIN evaluation e ON e.id = d.evaluation" \
	" LEFT JOIN flow_case c ON c.id = e.flow_case" \
	" LEFT JOIN flow_state f ON f.flow = c.flow AND f.state = c.state" \
	" LEFT JOIN account a ON a.id = e.saver" \
	" LEFT JOIN evaluation_sent t ON t.id =" \
	"  (SELECT max(x.id) FROM evaluation_sent x WHERE x.evaluation = e.id)" \
	" LEFT JOIN flow_step s ON c.state IN ('returned', 'signing') AND s.id =" \
	"  (SELECT max(y.id) FROM flow_step y WHERE y.flow_case = c.id AND y.to_state = 'returned')" \
	" LEFT JOIN account b ON b.id = s.account" \
	" LEFT JOIN unit_group g ON g.id = coalesce(" GROUP_OF("d.judged") ", " GROUP_OF("d.unit") ")"

#define HERE(ability, unit) "EXISTS (" MAY(ability, "?1", unit, "?2") ")"
#define LIVES " coalesce(c.state, '') <> 'dropped'"

static struct sql get = SQL("SELECT " SHEET SHEETS " WHERE e.id = ?4");
static struct sql of_unit = SQL("SELECT " SHEET SHEETS
	" WHERE d.evaluation_round = ?4 AND d.judged = ?5");
static struct sql mine = SQL(
	"SELECT " SHEET ", " HERE("evaluation.write", "d.unit") ", "
	HERE("evaluation.send", "d.unit") SHEETS
	" WHERE rf.stands = 1 AND (rc.state = 'open' OR (rc.state = 'closed' AND t.id IS NOT NULL))"
	" AND coalesce(c.state, 'draft') IN ('draft', 'returned', 'signing')"
	" AND (" HERE("evaluation.write", "d.unit") " OR " HERE("evaluation.send", "d.unit") ")"
	" ORDER BY (SELECT l.last_day FROM evaluation_deadline l WHERE l.evaluation_round = r.id) >= ?2, coalesce(c.state, '') <> 'returned', r.due_date, r.id,"
	" d.judged IS NULL, e.name_key LIMIT 100");
static struct sql to_review = SQL(
	"SELECT " SHEET SHEETS " WHERE rc.state IN ('open', 'closed') AND c.state = 'sent'"
	" AND " HERE("evaluation.review", "r.unit") " ORDER BY t.at, e.id LIMIT 100");

/* Rights first: what is left is searched, counted and sorted. */
static struct sql list = SQL(
	"SELECT " SHEET ", count(*) OVER () " SHEETS
	" WHERE d.evaluation_round = ?4 AND rf.stands = 1 AND" LIVES
	" AND (" HERE("evaluation.follow", "r.unit") " OR " HERE("evaluation.view", "d.unit")
	"  OR " HERE("evaluation.write", "d.unit") " OR " HERE("evaluation.send", "d.unit") ")"
	" AND (?5 = '' OR coalesce(c.state, 'none') = ?5)"
	" AND (?6 = '' OR instr(" OF_NAME("name_plain") ", ?6))"
	" ORDER BY CASE ?7 WHEN 1 THEN " OF_NAME("name_key") " WHEN 2 THEN k.seq"
	"  WHEN 3 THEN coalesce(f.seq, 0) WHEN 4 THEN t.at END,"
	" CASE ?7 WHEN -1 THEN " OF_NAME("name_key") " WHEN -2 THEN k.seq"
	"  WHEN -3 THEN coalesce(f.seq, 0) WHEN -4 THEN t.at END DESC,"
	" k.seq, " OF_NAME("name_key") " LIMIT ?8 OFFSET ?9");

static struct sql under = SQL(
	"SELECT x.unit, x.plan_class, x.name FROM evaluation_expected x"
	" JOIN unit_under u ON u.unit = x.unit AND u.ancestor = ?2 AND u.depth > 0"
	"  AND ?3 BETWEEN u.valid_from AND u.valid_to"
	" WHERE x.evaluation_round = ?1 AND NOT EXISTS (SELECT 1 FROM evaluation e"
	"  WHERE e.evaluation_round = ?1 AND e.judged = x.unit)"
	" AND NOT EXISTS (SELECT 1 FROM mandate m JOIN role_ability y ON y.role = m.role"
	"  AND y.ability = 'evaluation.write' AND " ROLE_HOLDS("y", "?3")
	"  JOIN account o ON o.id = m.account AND o.disabled IS NULL"
	"  WHERE m.unit = x.unit"
	"  AND ?3 BETWEEN m.valid_from AND m.valid_to) ORDER BY x.name_key LIMIT 500");
static struct sql units = SQL(
	"SELECT ms.unit, '', " NAME("name", "ms.unit") " FROM evaluation_round r"
	" JOIN unit_under u ON u.ancestor = r.unit AND ?3 BETWEEN u.valid_from AND u.valid_to"
	" JOIN mandate_scope ms ON ms.unit = u.unit AND ms.account = ?2"
	"  AND ms.ability = 'evaluation.write' AND ?3 BETWEEN ms.mandate_from AND ms.mandate_to"
	"  AND ?3 BETWEEN ms.unit_from AND ms.unit_to"
	" WHERE r.id = ?1 GROUP BY ms.unit ORDER BY 3");
static struct sql taken = SQL(
	"SELECT 1 FROM evaluation e JOIN flow_case c ON c.id = e.flow_case AND c.state <> 'dropped'"
	" WHERE e.evaluation_round = ?1 AND e.unit = ?2 AND e.plan_class = ?3"
	" AND e.name_plain = ?4 AND e.place = ?5");

static struct sql add = SQL(
	"INSERT INTO evaluation (flow_case, evaluation_round, plan_class, unit, judged, subject,"
	" name, name_key, name_plain, place, exit_day, back_day, saved, saver)"
	" VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)");
static struct sql saved = SQL(
	"UPDATE evaluation SET note = ?2, exit_day = ?3, back_day = ?4, saver = ?5, saved = ?6,"
	" edition = edition + 1 WHERE id = ?1");
static struct sql touch = SQL("UPDATE evaluation SET edition = edition + 1 WHERE id = ?1");

#define SCORE(s) \
	s ".stage IS NOT NULL, coalesce(" s ".points, -1), " s ".skipped, " s ".computed, " \
	s ".text, " s ".how, " s ".document, " s ".document_day, " s ".report, " s ".base_report, " \
	s ".at, (SELECT q.name FROM account q WHERE q.id = " s ".account)"

/* The same criterion in the last published round of this plan before this one. */
static struct sql lines = SQL(
	"SELECT i.id, " SCORE("o") ", " SCORE("v") ", (SELECT CASE WHEN z.stage IS NULL THEN y.points ELSE z.points END"
	"  FROM evaluation_item j JOIN evaluation_round w ON w.id = j.evaluation_round"
	"  JOIN flow_case n ON n.id = w.flow_case AND n.state = 'published'"
	"  JOIN evaluation p ON p.evaluation_round = w.id AND p.judged = ?4"
	"  JOIN flow_case m ON m.id = p.flow_case AND m.state = 'reviewed'"
	"  JOIN evaluation_score y ON y.evaluation = p.id AND y.evaluation_item = j.id AND y.stage = 'own'"
	"  LEFT JOIN evaluation_score z ON z.evaluation = p.id AND z.evaluation_item = j.id"
	"   AND z.stage = 'review'"
	"  WHERE j.plan_criterion = i.plan_criterion AND w.plan = r.plan AND w.window_to < r.window_to"
	"  ORDER BY w.window_to DESC LIMIT 1),"
	/* of all returns since it was sent: a leader's to his officer has none, and hides none */
	" (SELECT x.reason FROM flow_step w JOIN evaluation_return x ON x.flow_step = w.id"
	"  AND x.evaluation_item = i.id WHERE w.flow_case = ?6 AND w.id <= ?3 AND w.id > (SELECT"
	"  coalesce(max(b.id), 0) FROM flow_step b WHERE b.flow_case = ?6 AND b.id < ?3 AND b.to_state = 'sent')"
	"  ORDER BY w.id DESC LIMIT 1)"
	" FROM evaluation_item i JOIN evaluation_round r ON r.id = i.evaluation_round"
	" LEFT JOIN evaluation_score o ON o.evaluation = ?1 AND o.evaluation_item = i.id AND o.stage = 'own'"
	" LEFT JOIN evaluation_score v ON v.evaluation = ?1 AND v.evaluation_item = i.id AND v.stage = 'review'"
	" WHERE i.evaluation_round = ?2 AND i.plan_class = ?5 ORDER BY i.seq");

static struct sql put = SQL(
	"INSERT INTO evaluation_score (evaluation, evaluation_item, stage, points, skipped, computed,"
	" text, how, document, document_day, report, base_report, account, at)"
	" VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)"
	" ON CONFLICT (evaluation, evaluation_item, stage) DO UPDATE SET points = ?4, skipped = ?5,"
	" computed = ?6, text = ?7, how = ?8, document = ?9, document_day = ?10, report = ?11,"
	" base_report = ?12, account = ?13, at = ?14");
static struct sql drop = SQL(
	"DELETE FROM evaluation_score WHERE evaluation = ?1 AND evaluation_item = ?2 AND stage = ?3");
static struct sql drop_accepted = SQL(
	"DELETE FROM evaluation_score WHERE evaluation = ?1 AND stage = 'review' AND text = ''");
static struct sql add_return = SQL("INSERT INTO evaluation_return VALUES (?1, ?2, ?3)");

enum { SHEET_COLUMNS = 43, SCORE_COLUMNS = 12 };

static struct evaluation *
take(struct sql *q, struct mem *mem)
{
	struct evaluation *e = mem_take(mem, sizeof(*e));

	*e = (struct evaluation){
		.id          = col_int(q, 0),
		.flow_case   = col_int(q, 1),
		.round       = col_int(q, 2),
		.plan_class  = col_int(q, 3),
		.unit        = col_int(q, 4),
		.judged      = col_int(q, 5),
		.subject     = col_text(q, 6, mem),
		.name        = col_text(q, 7, mem),
		.name_key    = col_text(q, 8, mem),
		.name_plain  = col_text(q, 9, mem),
		.place       = col_text(q, 10, mem),
		.exit_day    = col_text(q, 11, mem),
		.back_day    = col_text(q, 12, mem),
		.note        = col_text(q, 13, mem),
		.saver       = col_text(q, 14, mem),
		.saved       = col_int(q, 15),
		.edition     = col_int(q, 16),
		.unit_name   = col_text(q, 17, mem),
		.class_name  = col_text(q, 18, mem),
		.region      = col_text(q, 19, mem),
		.state       = col_text(q, 20, mem),
		.inside      = col_text(q, 21, mem),
		.outside     = col_text(q, 22, mem),
		.tag         = col_text(q, 23, mem),
		.edits       = col_int(q, 24),
		.stands      = col_int(q, 25),
		.receipt     = col_text(q, 26, mem),
		.sent        = col_int(q, 27),
		.first_day   = col_text(q, 28, mem),
		.reason      = col_text(q, 29, mem),
		.returned_by = col_text(q, 30, mem),
		.returned_at = col_int(q, 31),
		.returned_step = col_int(q, 32),
		.round_unit  = col_int(q, 33),
		.plan        = col_int(q, 34),
		.round_name  = col_text(q, 35, mem),
		.round_state = col_text(q, 36, mem),
		.window_from = col_text(q, 37, mem),
		.window_to   = col_text(q, 38, mem),
		.base_day    = col_text(q, 39, mem),
		.due         = col_text(q, 40, mem),
		.unit_group  = col_int(q, 41),
		.group_name  = col_text(q, 42, mem),
	};
	return e;
}

struct evaluation *
evaluation_get(struct db *db, struct mem *mem, int64_t id, const char *day, const char *lang)
{
	return db_row(db, &get, INT(0), TEXT(day), TEXT(lang), INT(id)) ? take(&get, mem) : NULL;
}

struct evaluation *
evaluation_of(struct db *db, struct mem *mem, int64_t round, int64_t unit, const char *day,
    const char *lang)
{
	return db_row(db, &of_unit, INT(0), TEXT(day), TEXT(lang), INT(round), INT(unit))
	    ? take(&of_unit, mem) : NULL;
}

struct evaluation *
evaluation_mine(struct db *db, struct mem *mem, const struct evaluation_ask *ask)
{
	struct evaluation *first = NULL, **tail = &first;

	db_query(db, &mine, INT(ask->account), TEXT(ask->day), TEXT(ask->lang));
	while (db_next(db, &mine)) {
		struct evaluation *e = *tail = take(&mine, mem);
		e->may_write = col_int(&mine, SHEET_COLUMNS);
		e->may_send  = col_int(&mine, SHEET_COLUMNS + 1);
		tail = &e->next;
	}
	return first;
}

struct evaluation *
evaluation_to_review(struct db *db, struct mem *mem, const struct evaluation_ask *ask)
{
	struct evaluation *first = NULL, **tail = &first;

	db_query(db, &to_review, INT(ask->account), TEXT(ask->day), TEXT(ask->lang));
	while (db_next(db, &to_review)) {
		*tail = take(&to_review, mem);
		tail = &(*tail)->next;
	}
	return first;
}

struct evaluation *
evaluation_list(struct db *db, struct mem *mem, const struct evaluation_ask *ask,
    int64_t *total)
{
	struct evaluation *first = NULL, **tail = &first;

	*total = 0;
	db_query(db, &list, INT(ask->account), TEXT(ask->day), TEXT(ask->lang), INT(ask->round),
	    TEXT(ask->state), TEXT(ask->words), INT(ask->sort), INT(ask->limit), INT(ask->skip));
	while (db_next(db, &list)) {
		*tail = take(&list, mem);
		*total = col_int(&list, SHEET_COLUMNS);
		tail = &(*tail)->next;
	}
	return first;
}

struct evaluation_choice *
evaluation_under(struct db *db, struct mem *mem, int64_t round, int64_t unit, const char *day)
{
	db_query(db, &under, INT(round), INT(unit), TEXT(day));
	return evaluation_choices(db, &under, mem);
}

struct evaluation_choice *
evaluation_units(struct db *db, struct mem *mem, int64_t round, int64_t account,
    const char *day)
{
	db_query(db, &units, INT(round), INT(account), TEXT(day));
	return evaluation_choices(db, &units, mem);
}

bool
evaluation_taken(struct db *db, const struct evaluation *e)
{
	return db_row(db, &taken, INT(e->round), INT(e->unit), INT(e->plan_class),
	    TEXT(e->name_plain), TEXT(e->place));
}

int64_t
evaluation_add(struct db *db, const struct evaluation *e, int64_t account, int64_t now)
{
	bool unit = e->judged;

	db_run(db, &add, INT(e->flow_case), INT(e->round), INT(e->plan_class), INT(e->unit),
	    ID(e->judged), TEXT(unit ? "unit" : e->subject), TEXT(unit ? "" : e->name),
	    TEXT(unit ? "" : e->name_key), TEXT(unit ? "" : e->name_plain), TEXT(e->place),
	    DAY(e->exit_day), DAY(e->back_day), INT(now), ID(account));
	return db_new_id(db);
}

void
evaluation_saved(struct db *db, const struct evaluation *e, int64_t account, int64_t now)
{
	db_run(db, &saved, INT(e->id), TEXT(e->note), DAY(e->exit_day), DAY(e->back_day),
	    ID(account), INT(now));
}

void
evaluation_touch(struct db *db, int64_t id)
{
	db_run(db, &touch, INT(id));
}

static struct evaluation_score
take_score(struct sql *q, struct mem *mem, int at)
{
	return (struct evaluation_score){
		.has          = col_int(q, at),
		.points       = col_int(q, at + 1),
		.skipped      = col_int(q, at + 2),
		.computed     = col_int(q, at + 3),
		.text         = col_text(q, at + 4, mem),
		.how          = col_text(q, at + 5, mem),
		.document     = col_text(q, at + 6, mem),
		.document_day = col_text(q, at + 7, mem),
		.report       = col_int(q, at + 8),
		.base_report  = col_int(q, at + 9),
		.at           = col_int(q, at + 10),
		.who          = col_text(q, at + 11, mem),
	};
}

struct evaluation_line *
evaluation_lines(struct db *db, struct mem *mem, const struct evaluation *e)
{
	struct evaluation_line *first = NULL, **tail = &first;
	struct evaluation_item *i = evaluation_items(db, mem, e->round, e->plan_class);
	struct sql *q = &lines;

	db_query(db, q, INT(e->id), INT(e->round), INT(e->returned_step), ID(e->judged),
	    INT(e->plan_class), INT(e->flow_case));
	for (; db_next(db, q); i = i ? i->next : NULL) {
		struct evaluation_line *l = *tail = mem_take(mem, sizeof(*l));
		int at = 1 + 2 * SCORE_COLUMNS;
		*l = (struct evaluation_line){
			.own    = take_score(q, mem, 1),
			.review = take_score(q, mem, 1 + SCORE_COLUMNS),
			.last   = col_null(q, at) ? -1 : col_int(q, at),
			.reason = col_text(q, at + 1, mem),
		};
		if (i)
			l->item = *i;
		tail = &l->next;
	}
	return first;
}

void
evaluation_put(struct db *db, int64_t id, int64_t item, const char *stage,
    const struct evaluation_score *s, int64_t account, int64_t now)
{
	db_run(db, &put, INT(id), INT(item), TEXT(stage),
	    s->skipped || s->points < 0 ? NONE : INT(s->points), INT(s->skipped), INT(s->computed),
	    TEXT(s->text), TEXT(s->how), TEXT(s->document), DAY(s->document_day), ID(s->report),
	    ID(s->base_report), ID(account), INT(now));
}

void
evaluation_drop(struct db *db, int64_t id, int64_t item, const char *stage)
{
	db_run(db, &drop, INT(id), INT(item), TEXT(stage));
}

void
evaluation_drop_accepted(struct db *db, int64_t id)
{
	db_run(db, &drop_accepted, INT(id));
}

void
evaluation_return_add(struct db *db, int64_t step, int64_t item, const char *reason)
{
	db_run(db, &add_return, INT(step), INT(item), TEXT(reason));
}
