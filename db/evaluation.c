/* evaluation.c - the SQL of rounds: their classes, items, formulas and grades. */

#include "db/evaluation_row.h"

#include <string.h>

#include "db/mandate.h"

#define ROUND \
	"r.id, r.flow_case, r.plan, r.unit, r.edition, r.name, r.kind, r.window_from," \
	" r.window_to, r.base_day, r.due_date, r.tie," \
	" CASE WHEN ?1 = 'en' THEN t.text_en ELSE t.text_vi END," \
	" coalesce((SELECT m.name FROM unit_name m WHERE m.unit = r.unit" \
	"  AND r.window_to BETWEEN m.valid_from AND m.valid_to), (SELECT m.name FROM unit_name m" \
	"  WHERE m.unit = r.unit ORDER BY m.valid_from DESC LIMIT 1))," \
	" p.number, p.subject, c.state," \
	" CASE WHEN ?1 = 'en' THEN f.inside_en ELSE f.inside_vi END," \
	" CASE WHEN ?1 = 'en' THEN f.outside_en ELSE f.outside_vi END," \
	" f.tag, f.edits, f.stands, b.id, b.at, b.number, b.day, b.reason"

#define ROUNDS \
	" FROM evaluation_round r JOIN plan p ON p.id = r.plan" \
	" JOIN evaluation_tie t ON t.tie = r.tie" \
	" JOIN flow_case c ON c.id = r.flow_case" \
	" JOIN flow_state f ON f.flow = c.flow AND f.state = c.state" \
	" LEFT JOIN evaluation_publication b ON c.state = 'published' AND b.id =" \
	"  (SELECT max(z.id) FROM evaluation_publication z WHERE z.evaluation_round = r.id)"

#define BOARD "EXISTS (" MAY("evaluation.follow", "?2", "r.unit", "?3") ")"

static struct sql rounds = SQL(
	"SELECT " ROUND ", count(*) OVER (), " BOARD ","
	" (SELECT count(*) FROM evaluation_duty d WHERE d.evaluation_round = r.id),"
	" (SELECT count(*) FROM evaluation e JOIN flow_case q ON q.id = e.flow_case"
	"  AND q.state IN ('sent', 'reviewed') WHERE e.evaluation_round = r.id),"
	" (SELECT count(*) FROM evaluation e JOIN flow_case q ON q.id = e.flow_case"
	"  AND q.state = 'reviewed' WHERE e.evaluation_round = r.id)"
	ROUNDS
	" WHERE EXISTS (" MAY("evaluation.design", "?2", "r.unit", "?3") ")"
	" OR (f.stands = 1 AND (" BOARD
	"  OR EXISTS (SELECT 1 FROM unit_under u WHERE u.ancestor = r.unit"
	"   AND r.window_to BETWEEN u.valid_from AND u.valid_to"
	"   AND (EXISTS (" MAY("evaluation.view", "?2", "u.unit", "?3") ")"
	"    OR EXISTS (" MAY("evaluation.write", "?2", "u.unit", "?3") ")"
	"    OR EXISTS (" MAY("evaluation.send", "?2", "u.unit", "?3") ")))))"
	" ORDER BY CASE ?4 WHEN 1 THEN r.name WHEN 3 THEN r.due_date WHEN 4 THEN f.seq END,"
	" CASE ?4 WHEN -1 THEN r.name WHEN -3 THEN r.due_date WHEN -4 THEN f.seq END DESC,"
	" r.due_date DESC, r.id DESC LIMIT ?5 OFFSET ?6");

static struct sql round_get = SQL("SELECT " ROUND ROUNDS " WHERE r.id = ?2");

static struct sql plans = SQL(
	"SELECT p.id, p.number, p.subject FROM plan p JOIN flow_case c ON c.id = p.flow_case"
	" JOIN flow_state f ON f.flow = c.flow AND f.state = c.state AND f.stands = 1"
	" WHERE EXISTS (SELECT 1 FROM plan_source s JOIN plan_class k ON k.plan = s.source"
	"  JOIN plan_criterion i ON i.plan_class = k.id WHERE s.plan = p.id) ORDER BY p.date DESC, p.id DESC");
static struct sql designers = SQL(
	"SELECT DISTINCT ms.unit, '', n.name FROM mandate_scope ms"
	" JOIN unit u ON u.id = ms.unit AND ?2 BETWEEN u.valid_from AND u.valid_to"
	" JOIN unit_name n ON n.unit = ms.unit AND ?2 BETWEEN n.valid_from AND n.valid_to"
	" WHERE ms.account = ?1 AND ms.ability = 'evaluation.design'"
	" AND ?2 BETWEEN ms.mandate_from AND ms.mandate_to"
	" AND ?2 BETWEEN ms.unit_from AND ms.unit_to"
	" ORDER BY (SELECT count(*) FROM unit_under x WHERE x.unit = ms.unit), n.name_key LIMIT 500");
static struct sql bound = SQL(
	"SELECT 1 FROM plan p JOIN unit_under u ON u.ancestor = p.unit AND u.unit = ?2"
	" AND ?3 BETWEEN u.valid_from AND u.valid_to WHERE p.id = ?1");
static struct sql ties = SQL(
	"SELECT seq, tie, CASE WHEN ?1 = 'en' THEN text_en ELSE text_vi END"
	" FROM evaluation_tie ORDER BY seq");
static struct sql formulas = SQL(
	"SELECT 0, formula, CASE WHEN ?1 = 'en' THEN label_en ELSE label_vi END"
	" FROM evaluation_formula ORDER BY formula");
static struct sql indicators = SQL("SELECT id, rule, name || ' (' || measure || ')'"
	" FROM indicator WHERE ?1 BETWEEN valid_from AND valid_to ORDER BY code");

static struct sql add = SQL(
	"INSERT INTO evaluation_round (flow_case, plan, unit, name, kind, window_from, window_to,"
	" base_day, due_date, plan_date) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)");
/* Of plan ?1, and of those above it whose class judges a unit under ?2 on day ?3, or no unit, as in
 * force on day ?4, but for what a nearer one sharpens that is there then; of these the clause is told with the plan's number: "118/KH-UBND III.2~1".  Of
 * one that was dropped the words are "". */
static struct sql criteria = SQL(
	"SELECT * FROM (SELECT h.as_class, i.id, CASE h.depth WHEN 0 THEN i.anchor"
	"   ELSE coalesce(nullif(q.number, ''), '#' || q.id) || ' ' || i.anchor END,"
	"  coalesce((SELECT v.text FROM plan_clause_change v WHERE v.plan = h.source AND v.anchor = i.anchor"
	"    AND ?4 BETWEEN v.first_day AND v.last_day"
	"   ORDER BY v.first_day DESC, v.by_date DESC, v.by_plan DESC LIMIT 1), i.text) AS words, i.kind, i.points,"
	"  i.applies, h.depth, h.class_seq, h.seq AS item_seq FROM plan_holds h"
	"  JOIN plan_criterion i ON i.id = h.plan_criterion JOIN plan q ON q.id = h.source"
	"  WHERE h.plan = ?1 AND NOT EXISTS (SELECT 1 FROM plan_sharpened z WHERE z.plan_criterion = h.plan_criterion"
	"   AND (z.source = h.plan OR EXISTS (SELECT 1 FROM plan_above w WHERE w.plan = h.plan"
	"    AND w.ancestor = z.source AND w.depth < h.depth))"
	"   AND coalesce((SELECT v.act FROM plan_clause_change v WHERE v.plan = z.source AND v.anchor = z.anchor"
	"    AND ?4 BETWEEN v.first_day AND v.last_day"
	"    ORDER BY v.first_day DESC, v.by_date DESC, v.by_plan DESC LIMIT 1), '') <> 'drop')"
	"  AND (h.depth = 0"
	"   OR NOT EXISTS (SELECT 1 FROM plan_class_kind x WHERE x.plan_class = h.plan_class)"
	"   OR EXISTS (SELECT 1 FROM unit_under u JOIN unit_name n ON n.unit = u.unit"
	"     AND ?3 BETWEEN n.valid_from AND n.valid_to"
	"    JOIN plan_class_kind x ON x.kind = n.kind AND x.plan_class = h.plan_class"
	"    WHERE u.ancestor = ?2 AND u.depth > 0 AND ?3 BETWEEN u.valid_from AND u.valid_to)))"
	" WHERE words <> '' ORDER BY depth, class_seq, item_seq");
static struct sql add_item = SQL(
	"INSERT INTO evaluation_item (evaluation_round, plan_class, plan_criterion, seq, anchor,"
	" text, kind, points, condition, bonus) VALUES (?1, ?2, ?3, (SELECT coalesce(max(x.seq), 0) + 1"
	"  FROM evaluation_item x WHERE x.evaluation_round = ?1 AND x.plan_class = ?2),"
	" ?4, ?5, ?6, ?7, ?8, ?9)");
static struct sql change = SQL(
	"UPDATE evaluation_round SET name = ?2, kind = ?3, window_from = ?4, window_to = ?5,"
	" base_day = ?6, due_date = ?7, edition = edition + 1 WHERE id = ?1");
static struct sql touch = SQL("UPDATE evaluation_round SET edition = edition + 1 WHERE id = ?1");

static struct sql grades = SQL(
	"SELECT name, minimum, floor, coalesce(quota, -1) FROM evaluation_grade"
	" WHERE evaluation_round = ?1 ORDER BY seq");
static struct sql drop_grades = SQL("DELETE FROM evaluation_grade WHERE evaluation_round = ?1");
static struct sql add_grade = SQL(
	"INSERT INTO evaluation_grade (evaluation_round, seq, name, minimum, floor, quota)"
	" VALUES (?1, ?2, ?3, ?4, ?5, ?6)");
static struct sql set_tie = SQL(
	"UPDATE evaluation_round SET tie = ?2, edition = edition + 1 WHERE id = ?1");

static struct sql classes = SQL(
	"SELECT k.id, k.anchor, k.name, coalesce((SELECT group_concat(CASE WHEN ?2 = 'en'"
	"   THEN u.label_en ELSE u.label_vi END, '; ') FROM plan_class_kind x"
	"   JOIN unit_kind u ON u.kind = x.kind WHERE x.plan_class = k.id), ''),"
	" count(*), sum(i.points IS NULL), sum(CASE WHEN i.bonus THEN 0 ELSE coalesce(i.points, 0) END),"
	" sum(CASE WHEN i.bonus THEN coalesce(i.points, 0) ELSE 0 END)"
	" FROM plan_class k JOIN evaluation_item i ON i.plan_class = k.id"
	" WHERE i.evaluation_round = ?1 GROUP BY k.id ORDER BY k.plan <> (SELECT r.plan"
	"  FROM evaluation_round r WHERE r.id = ?1), k.seq, k.id");

static struct sql bare = SQL(
	"SELECT k.id, k.anchor, k.name FROM evaluation_round r JOIN plan_class k ON k.plan = r.plan"
	" WHERE r.id = ?1 AND EXISTS (SELECT 1 FROM plan_class_kind x WHERE x.plan_class = k.id)"
	" AND NOT EXISTS (SELECT 1 FROM evaluation_item i WHERE i.evaluation_round = r.id"
	"  AND i.plan_class = k.id) ORDER BY k.seq");

#define ITEM \
	"i.id, i.evaluation_round, i.plan_class, i.plan_criterion, i.anchor, i.text, i.kind," \
	" i.condition, i.skip, coalesce(i.points, -1), i.bonus, u.formula, u.source, u.due_day," \
	" a.name, b.name, w.name, a.measure, u.part, u.plus, u.whole, u.goal, u.tolerance," \
	" u.threshold, u.high_goal, u.region, u.down, u.total, u.partial, u.off_late, u.off_missing," \
	" coalesce(p.points, -1), coalesce(p.anchor, ''), coalesce((SELECT z.plan FROM plan_class z WHERE z.id = p.plan_class), 0)"
#define ITEMS \
	" FROM evaluation_item i LEFT JOIN evaluation_rule u ON u.evaluation_item = i.id" \
	" LEFT JOIN indicator a ON a.id = u.part LEFT JOIN indicator b ON b.id = u.plus" \
	" LEFT JOIN indicator w ON w.id = u.whole" \
	" LEFT JOIN plan_criterion p ON p.id = i.plan_criterion"

static struct sql items = SQL("SELECT " ITEM ITEMS
	" WHERE i.evaluation_round = ?1 AND i.plan_class = ?2 ORDER BY i.seq");
static struct sql item = SQL("SELECT " ITEM ITEMS " WHERE i.id = ?1");
static struct sql change_item = SQL(
	"UPDATE evaluation_item SET points = ?2, condition = ?3, skip = ?4 WHERE id = ?1");
static struct sql drop_item = SQL(
	"DELETE FROM evaluation_item WHERE id = ?1 AND plan_criterion IS NULL");
static struct sql drop_rule = SQL("DELETE FROM evaluation_rule WHERE evaluation_item = ?1");
static struct sql add_rule = SQL(
	"INSERT INTO evaluation_rule (evaluation_item, formula, part, plus, whole, goal, tolerance,"
	" threshold, high_goal, region, down, total, partial, source, off_late, off_missing, due_day)"
	" VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17)");

enum { ROUND_COLUMNS = 27 };

static struct evaluation_round *
take(struct sql *q, struct mem *mem)
{
	struct evaluation_round *r = mem_take(mem, sizeof(*r));

	*r = (struct evaluation_round){
		.id          = col_int(q, 0),
		.flow_case   = col_int(q, 1),
		.plan        = col_int(q, 2),
		.unit        = col_int(q, 3),
		.edition     = col_int(q, 4),
		.name        = col_text(q, 5, mem),
		.kind        = col_text(q, 6, mem),
		.window_from = col_text(q, 7, mem),
		.window_to   = col_text(q, 8, mem),
		.base_day    = col_text(q, 9, mem),
		.due_date    = col_text(q, 10, mem),
		.tie         = col_text(q, 11, mem),
		.tie_text    = col_text(q, 12, mem),
		.unit_name   = col_text(q, 13, mem),
		.plan_number = col_text(q, 14, mem),
		.plan_subject = col_text(q, 15, mem),
		.state       = col_text(q, 16, mem),
		.inside      = col_text(q, 17, mem),
		.outside     = col_text(q, 18, mem),
		.tag         = col_text(q, 19, mem),
		.edits       = col_int(q, 20),
		.stands      = col_int(q, 21),
		.publication = col_int(q, 22),
		.published   = col_int(q, 23),
		.number      = col_text(q, 24, mem),
		.day         = col_text(q, 25, mem),
		.reason      = col_text(q, 26, mem),
	};
	return r;
}

struct evaluation_round *
evaluation_rounds(struct db *db, struct mem *mem, const struct evaluation_ask *ask,
    int64_t *total)
{
	struct evaluation_round *first = NULL, **tail = &first;
	struct sql *q = &rounds;

	*total = 0;
	db_query(db, q, TEXT(ask->lang), INT(ask->account), TEXT(ask->day), INT(ask->sort),
	    INT(ask->limit), INT(ask->skip));
	while (db_next(db, q)) {
		struct evaluation_round *r = *tail = take(q, mem);
		*total      = col_int(q, ROUND_COLUMNS);
		r->board    = col_int(q, ROUND_COLUMNS + 1);
		r->expected = col_int(q, ROUND_COLUMNS + 2);
		r->sent     = col_int(q, ROUND_COLUMNS + 3);
		r->reviewed = col_int(q, ROUND_COLUMNS + 4);
		tail = &r->next;
	}
	return first;
}

struct evaluation_round *
evaluation_round_get(struct db *db, struct mem *mem, int64_t id, const char *lang)
{
	return db_row(db, &round_get, TEXT(lang), INT(id)) ? take(&round_get, mem) : NULL;
}

struct evaluation_choice *
evaluation_choices(struct db *db, struct sql *q, struct mem *mem)
{
	struct evaluation_choice *first = NULL, **tail = &first;

	while (db_next(db, q)) {
		*tail = mem_take(mem, sizeof(**tail));
		**tail = (struct evaluation_choice){ col_int(q, 0), col_text(q, 1, mem),
		    col_text(q, 2, mem), NULL };
		tail = &(*tail)->next;
	}
	return first;
}

struct evaluation_choice *
evaluation_plans(struct db *db, struct mem *mem)
{
	db_query(db, &plans);
	return evaluation_choices(db, &plans, mem);
}

bool
evaluation_among(const struct evaluation_choice *c, int64_t id)
{
	while (c && c->id != id)
		c = c->next;
	return c;
}

struct evaluation_choice *
evaluation_designers(struct db *db, struct mem *mem, int64_t account, const char *day)
{
	db_query(db, &designers, INT(account), TEXT(day));
	return evaluation_choices(db, &designers, mem);
}

bool
evaluation_bound(struct db *db, int64_t plan, int64_t unit, const char *day)
{
	return db_row(db, &bound, INT(plan), INT(unit), TEXT(day));
}

struct evaluation_choice *
evaluation_ties(struct db *db, struct mem *mem, const char *lang)
{
	db_query(db, &ties, TEXT(lang));
	return evaluation_choices(db, &ties, mem);
}

struct evaluation_choice *
evaluation_formulas(struct db *db, struct mem *mem, const char *lang)
{
	db_query(db, &formulas, TEXT(lang));
	return evaluation_choices(db, &formulas, mem);
}

struct evaluation_choice *
evaluation_indicators(struct db *db, struct mem *mem, const char *day)
{
	db_query(db, &indicators, TEXT(day));
	return evaluation_choices(db, &indicators, mem);
}

int64_t
evaluation_round_add(struct db *db, const struct evaluation_round *r, const char *day)
{
	struct mem *mem = mem_new();
	struct sql *q = &criteria;
	int64_t id;

	db_run(db, &add, INT(r->flow_case), INT(r->plan), INT(r->unit), TEXT(r->name),
	    TEXT(r->kind), TEXT(r->window_from), TEXT(r->window_to), TEXT(r->base_day),
	    TEXT(r->due_date), ID(r->plan_date));
	id = db_new_id(db);
	db_query(db, q, INT(r->plan), INT(r->unit), TEXT(r->window_to),
	    TEXT(strcmp(r->window_to, day) < 0 ? r->window_to : day));
	while (db_next(db, q))
		db_run(db, &add_item, INT(id), INT(col_int(q, 0)), INT(col_int(q, 1)),
		    TEXT(col_text(q, 2, mem)), TEXT(col_text(q, 3, mem)), TEXT(col_text(q, 4, mem)),
		    col_null(q, 5) ? NONE : INT(col_int(q, 5)), TEXT(col_text(q, 6, mem)), INT(0));
	mem_free(mem);
	return id;
}

void
evaluation_round_change(struct db *db, const struct evaluation_round *r)
{
	db_run(db, &change, INT(r->id), TEXT(r->name), TEXT(r->kind), TEXT(r->window_from),
	    TEXT(r->window_to), TEXT(r->base_day), TEXT(r->due_date));
}

void
evaluation_round_touch(struct db *db, int64_t id)
{
	db_run(db, &touch, INT(id));
}

struct evaluation_grade *
evaluation_grades(struct db *db, struct mem *mem, int64_t round)
{
	struct evaluation_grade *first = NULL, **tail = &first;

	db_query(db, &grades, INT(round));
	while (db_next(db, &grades)) {
		*tail = mem_take(mem, sizeof(**tail));
		**tail = (struct evaluation_grade){ col_text(&grades, 0, mem), col_int(&grades, 1),
		    col_int(&grades, 2), col_int(&grades, 3), NULL };
		tail = &(*tail)->next;
	}
	return first;
}

void
evaluation_put_grades(struct db *db, int64_t round, const char *tie,
    const struct evaluation_grade *g)
{
	db_run(db, &set_tie, INT(round), TEXT(tie));
	db_run(db, &drop_grades, INT(round));
	for (int n = 1; g; g = g->next)
		db_run(db, &add_grade, INT(round), INT(n++), TEXT(g->name), INT(g->minimum),
		    INT(g->floor), g->quota < 0 ? NONE : INT(g->quota));
}

struct evaluation_class *
evaluation_classes(struct db *db, struct mem *mem, int64_t round, const char *lang)
{
	struct evaluation_class *first = NULL, **tail = &first;
	struct sql *q = &classes;

	db_query(db, q, INT(round), TEXT(lang));
	while (db_next(db, q)) {
		*tail = mem_take(mem, sizeof(**tail));
		**tail = (struct evaluation_class){
			.id      = col_int(q, 0),
			.anchor  = col_text(q, 1, mem),
			.name    = col_text(q, 2, mem),
			.kinds   = col_text(q, 3, mem),
			.items   = col_int(q, 4),
			.unset   = col_int(q, 5),
			.maximum = col_int(q, 6),
			.bonus   = col_int(q, 7),
		};
		tail = &(*tail)->next;
	}
	return first;
}

struct evaluation_choice *
evaluation_bare_classes(struct db *db, struct mem *mem, int64_t round)
{
	db_query(db, &bare, INT(round));
	return evaluation_choices(db, &bare, mem);
}

static struct evaluation_item *
take_item(struct sql *q, struct mem *mem)
{
	struct evaluation_item *i = mem_take(mem, sizeof(*i));

	*i = (struct evaluation_item){
		.id         = col_int(q, 0),
		.round      = col_int(q, 1),
		.plan_class = col_int(q, 2),
		.criterion  = col_int(q, 3),
		.anchor     = col_text(q, 4, mem),
		.text       = col_text(q, 5, mem),
		.kind       = col_text(q, 6, mem),
		.condition  = col_text(q, 7, mem),
		.skip       = col_text(q, 8, mem),
		.points     = col_int(q, 9),
		.bonus      = col_int(q, 10),
		.rule = {
			.formula    = col_text(q, 11, mem),
			.source     = col_text(q, 12, mem),
			.due_day    = col_text(q, 13, mem),
			.part_name  = col_text(q, 14, mem),
			.plus_name = col_text(q, 15, mem),
			.whole_name = col_text(q, 16, mem),
			.measure    = col_text(q, 17, mem),
			.part       = col_int(q, 18),
			.plus      = col_int(q, 19),
			.whole      = col_int(q, 20),
			.goal       = col_int(q, 21),
			.tolerance  = col_int(q, 22),
			.threshold  = col_int(q, 23),
			.high_goal  = col_int(q, 24),
			.region     = col_int(q, 25),
			.down       = col_int(q, 26),
			.total      = col_int(q, 27),
			.partial    = col_int(q, 28),
			.off_late   = col_int(q, 29),
			.off_missing = col_int(q, 30),
		},
		.planned    = col_int(q, 31),
		.clause     = col_text(q, 32, mem),
		.plan       = col_int(q, 33),
	};
	return i;
}

struct evaluation_item *
evaluation_items(struct db *db, struct mem *mem, int64_t round, int64_t plan_class)
{
	struct evaluation_item *first = NULL, **tail = &first;

	db_query(db, &items, INT(round), INT(plan_class));
	while (db_next(db, &items)) {
		*tail = take_item(&items, mem);
		tail = &(*tail)->next;
	}
	return first;
}

struct evaluation_item *
evaluation_item_get(struct db *db, struct mem *mem, int64_t id)
{
	return db_row(db, &item, INT(id)) ? take_item(&item, mem) : NULL;
}

void
evaluation_item_change(struct db *db, const struct evaluation_item *i)
{
	db_run(db, &change_item, INT(i->id), i->points < 0 ? NONE : INT(i->points),
	    TEXT(i->condition), TEXT(i->skip));
	db_run(db, &touch, INT(i->round));
}

int64_t
evaluation_bonus_add(struct db *db, int64_t round, int64_t plan_class, const char *text,
    int64_t points)
{
	db_run(db, &add_item, INT(round), INT(plan_class), NONE, TEXT(""), TEXT(text),
	    TEXT("judged"), INT(points), TEXT(""), INT(1));
	int64_t id = db_new_id(db);
	db_run(db, &touch, INT(round));
	return id;
}

void
evaluation_bonus_drop(struct db *db, int64_t id)
{
	db_run(db, &drop_item, INT(id));
}

void
evaluation_rule_drop(struct db *db, int64_t id)
{
	db_run(db, &drop_rule, INT(id));
}

void
evaluation_rule_put(struct db *db, int64_t id, const struct evaluation_rule *u)
{
	db_run(db, &drop_rule, INT(id));
	db_run(db, &add_rule, INT(id), TEXT(u->formula), ID(u->part), ID(u->plus), ID(u->whole),
	    INT(u->goal), INT(u->tolerance), INT(u->threshold), INT(u->high_goal), INT(u->region),
	    INT(u->down), INT(u->total), INT(u->partial), TEXT(u->source), INT(u->off_late),
	    INT(u->off_missing), DAY(u->due_day));
}
