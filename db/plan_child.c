/* plan_child.c - the SQL of the tree of plans. */

#include "db/plan_child.h"

#include <stdlib.h>
#include <string.h>

#include "db/mandate.h"
#include "db/text.h"

#define STATE \
	" JOIN flow_case c ON c.id = p.flow_case" \
	" JOIN flow_state s ON s.flow = c.flow AND s.state = c.state"

/* The row of a unit's name of day ?2, or the last that it bore. */
#define NAME_OF(unit_) \
	"(SELECT m.id FROM unit_name m WHERE m.unit = " unit_ \
	" ORDER BY ?2 BETWEEN m.valid_from AND m.valid_to DESC, m.valid_from DESC LIMIT 1)"

static struct sql parent_of = SQL("SELECT ancestor FROM plan_above WHERE plan = ?1 AND depth = 1");
/* A movement of its own, and neither replaced nor recalled by that day. */
#define HOLDS(day) \
	" JOIN plan_force y ON y.plan = p.id AND y.own = 1 AND NOT EXISTS (SELECT 1 FROM plan_change_force e" \
	"  WHERE e.target = p.id AND e.kind IN ('replace', 'recall') AND e.first_day <= e.last_day" \
	"  AND e.first_day <= " day ")"
static struct sql stands = SQL("SELECT p.unit FROM plan p" HOLDS("?2") " WHERE p.id = ?1");
static struct sql above = SQL(
	"SELECT 1 FROM unit_under WHERE ancestor = ?1 AND unit = ?2 AND ?3 BETWEEN valid_from AND valid_to");
static struct sql below = SQL("SELECT 1 FROM plan_above WHERE plan = ?1 AND ancestor = ?2");

static struct sql parents = SQL(
	"SELECT p.id, trim(p.number || ' ' || p.subject), n.name FROM plan p" HOLDS("?2")
	" JOIN unit_under u ON u.ancestor = p.unit AND u.unit = ?1 AND ?2 BETWEEN u.valid_from AND u.valid_to"
	" JOIN unit_name n ON n.id = " NAME_OF("p.unit")
	" ORDER BY EXISTS (SELECT 1 FROM plan_delivery d WHERE d.plan = p.id AND d.unit = ?1) DESC,"
	" p.date DESC, p.id DESC LIMIT 200");

static struct sql drop_above = SQL("DELETE FROM plan_above WHERE plan = ?1");
static struct sql add_parent = SQL("INSERT INTO plan_above (plan, ancestor, depth) VALUES (?1, ?2, 1)");
static struct sql add_above = SQL(
	"INSERT INTO plan_above (plan, ancestor, depth)"
	" SELECT ?1, a.ancestor, a.depth + 1 FROM plan_above a WHERE a.plan = ?2");

/* What sharpened another parent's criteria does so no more. */
static struct sql drop_sharpens = SQL(
	"UPDATE plan_criterion SET sharpens = NULL WHERE sharpens IS NOT NULL"
	" AND plan_class IN (SELECT k.id FROM plan_class k WHERE k.plan = ?1)"
	" AND NOT EXISTS (SELECT 1 FROM plan_criterion i JOIN plan_class k ON k.id = i.plan_class"
	"  JOIN plan_above a ON a.ancestor = k.plan WHERE a.plan = ?1 AND i.id = plan_criterion.sharpens)");

static struct sql call = SQL(
	"SELECT c.due_date, c.text, d.last_day,"
	" (SELECT count(*) FROM plan_call_unit u WHERE u.plan = c.plan)"
	" FROM plan_call c JOIN plan_call_deadline d ON d.plan = c.plan WHERE c.plan = ?1");
static struct sql call_to = SQL(
	"SELECT coalesce(a.kind, ''), a.unit_group, a.unit, coalesce(u.code, ''),"
	" coalesce(CASE WHEN ?3 = 'en' THEN k.label_en ELSE k.label_vi END, g.name,"
	"  (SELECT n.name FROM unit_name n WHERE n.id = " NAME_OF("a.unit") "), '')"
	" FROM plan_call_addressee a LEFT JOIN unit_kind k ON k.kind = a.kind"
	" LEFT JOIN unit_group g ON g.id = a.unit_group LEFT JOIN unit u ON u.id = a.unit"
	" WHERE a.plan = ?1 ORDER BY k.level, k.kind, g.name, a.rowid");
static struct sql drop_call = SQL("DELETE FROM plan_call WHERE plan = ?1");
static struct sql drop_call_to = SQL("DELETE FROM plan_call_addressee WHERE plan = ?1");
static struct sql add_call = SQL("INSERT INTO plan_call (plan, due_date, text) VALUES (?1, ?2, ?3)");
static struct sql add_call_to = SQL(
	"INSERT INTO plan_call_addressee (plan, kind, unit_group, unit) VALUES (?1, ?2, ?3, ?4)"
	" ON CONFLICT DO NOTHING");
static struct sql add_call_unit = SQL("INSERT INTO plan_call_unit (plan, unit) VALUES (?1, ?2)");
static struct sql issuer_of = SQL("SELECT unit FROM plan WHERE id = ?1");

/* ?1 account. */
#define SEEN \
	"(s.stands = 1 OR (s.kind <> 'end' AND EXISTS (" MAY("plan.view", "?1", "p.unit", "?2") ")))"
static struct sql children = SQL(
	"SELECT p.id, p.unit, n.name, p.number, coalesce(p.date, ''), p.subject, s.stands, s.tag,"
	" CASE WHEN ?3 = 'en' THEN s.inside_en ELSE s.inside_vi END, count(*) OVER ()"
	" FROM plan_above a JOIN plan p ON p.id = a.plan" STATE
	" JOIN unit_name n ON n.id = " NAME_OF("p.unit")
	" WHERE a.ancestor = ?4 AND a.depth = 1 AND " SEEN
	" ORDER BY CASE ?5 WHEN 1 THEN n.name_key WHEN 2 THEN CAST(p.number AS INTEGER) WHEN 3 THEN p.date"
	"  WHEN 4 THEN p.subject_key WHEN 5 THEN s.seq END,"
	" CASE ?5 WHEN -1 THEN n.name_key WHEN -2 THEN CAST(p.number AS INTEGER) WHEN -3 THEN p.date"
	"  WHEN -4 THEN p.subject_key WHEN -5 THEN s.seq END DESC,"
	" s.stands DESC, p.date DESC, p.id DESC LIMIT ?6 OFFSET ?7");

/* A child without a date stands since its case moved. */
#define CHILD_DAY "coalesce(p.date, date(c.at, 'unixepoch', 'localtime'))"
#define CONTACT(column_) \
	"coalesce((SELECT o." column_ " FROM unit_contact o WHERE o.unit = u.unit" \
	" AND ?2 BETWEEN o.valid_from AND o.valid_to ORDER BY o.id LIMIT 1), '')"
#define DAYS_LATE \
	"max(0, CAST(julianday(coalesce(" CHILD_DAY ", ?2)) - julianday(u.last_day) AS INTEGER))"
/* Its plan of day ?2: one that is recalled answers until the day before. */
#define CHILD "coalesce(u.child, CASE WHEN ?2 <= u.leaves THEN u.leaving END)"
/* none 0, draft 1, issued 2 */
#define STAGE "CASE WHEN p.id IS NOT NULL THEN 2 WHEN u.draft IS NOT NULL THEN 1 ELSE 0 END"
#define OWED \
	"SELECT u.unit, coalesce(p.id, 0), coalesce(u.draft, 0), n.name, " CONTACT("name") ", " \
	CONTACT("phone") ", coalesce(p.number, ''), coalesce(" CHILD_DAY ", ''), u.last_day, " \
	DAYS_LATE " AS days, count(*) OVER ()" \
	" FROM plan_call_answer u JOIN unit_name n ON n.id = " NAME_OF("u.unit") \
	" LEFT JOIN plan p ON p.id = " CHILD " LEFT JOIN flow_case c ON c.id = p.flow_case" \
	" WHERE u.plan = ?3"
static struct sql owed = SQL(OWED " AND EXISTS (" MAY("plan.follow", "?1", "u.unit", "?2") ")"
	" AND (?5 = '' OR instr(n.name_plain, ?5)) AND CASE ?4 WHEN 'issued' THEN p.id IS NOT NULL"
	"  WHEN 'late' THEN days > 0 WHEN 'draft' THEN " STAGE " = 1 WHEN 'none' THEN " STAGE " = 0"
	"  ELSE 1 END"
	" ORDER BY CASE ?6 WHEN 1 THEN n.name_key WHEN 2 THEN " STAGE " WHEN 3 THEN " CHILD_DAY
	"  WHEN 4 THEN days END,"
	" CASE ?6 WHEN -1 THEN n.name_key WHEN -2 THEN " STAGE " WHEN -3 THEN " CHILD_DAY
	"  WHEN -4 THEN days END DESC,"
	" p.id IS NOT NULL, days DESC, " STAGE ", n.name_key LIMIT ?7 OFFSET ?8");
static struct sql owed_mine = SQL(OWED " AND p.id IS NULL"
	" AND EXISTS (" MAY("plan.receive", "?1", "u.unit", "?2") ") ORDER BY n.name_key");
static struct sql owed_count = SQL(
	"SELECT count(*), count(p.id), coalesce(sum(p.id IS NOT NULL AND " CHILD_DAY " > u.last_day), 0),"
	" coalesce(sum(p.id IS NULL AND u.last_day < ?2), 0)"
	" FROM plan_call_answer u LEFT JOIN plan p ON p.id = " CHILD
	" LEFT JOIN flow_case c ON c.id = p.flow_case"
	" WHERE u.plan = ?3 AND EXISTS (" MAY("plan.follow", "?1", "u.unit", "?2") ")");

/* As in force on that day; "" of one that was dropped. */
#define WORDS(day) \
	"coalesce((SELECT v.text FROM plan_clause_change v WHERE v.plan = k.plan AND v.anchor = i.anchor" \
	" AND " day " BETWEEN v.first_day AND v.last_day" \
	" ORDER BY v.first_day DESC, v.by_date DESC, v.by_plan DESC LIMIT 1), i.text)"
#define CRITERION(day) "i.id, i.anchor, " WORDS(day) " AS words, i.kind, i.points, i.applies, i.sharpens, k.plan, q.number"
/* Does a nearer plan's criterion, whose clause is there on that day, stand in its place? */
#define SHARPENED(day) \
	"EXISTS (SELECT 1 FROM plan_sharpened z WHERE z.plan_criterion = h.plan_criterion" \
	" AND (z.source = h.plan OR EXISTS (SELECT 1 FROM plan_above w WHERE w.plan = h.plan" \
	"  AND w.ancestor = z.source AND w.depth < h.depth))" \
	" AND coalesce((SELECT v.act FROM plan_clause_change v WHERE v.plan = z.source AND v.anchor = z.anchor" \
	"  AND " day " BETWEEN v.first_day AND v.last_day" \
	"  ORDER BY v.first_day DESC, v.by_date DESC, v.by_plan DESC LIMIT 1), '') <> 'drop')"
static struct sql inherited = SQL(
	"SELECT " CRITERION("?3") ", h.plan_class, h.as_class, k.name, k.anchor FROM plan_holds h"
	" JOIN plan_criterion i ON i.id = h.plan_criterion JOIN plan_class k ON k.id = h.plan_class"
	" JOIN plan q ON q.id = h.source WHERE h.plan = ?1 AND h.depth > 0 AND words <> ''"
	" AND NOT " SHARPENED("?3")
	" AND (NOT EXISTS (SELECT 1 FROM plan_class_kind x WHERE x.plan_class = k.id) OR EXISTS (SELECT 1"
	"  FROM plan p JOIN unit_under u ON u.ancestor = p.unit AND ?2 BETWEEN u.valid_from AND u.valid_to"
	"  JOIN unit_name n ON n.unit = u.unit AND ?2 BETWEEN n.valid_from AND n.valid_to"
	"  JOIN plan_class_kind x ON x.kind = n.kind AND x.plan_class = k.id WHERE p.id = h.plan))"
	" ORDER BY h.depth, h.class_seq, h.seq");
static struct sql criterion = SQL("SELECT " CRITERION("?2") " FROM plan_criterion i"
	" JOIN plan_class k ON k.id = i.plan_class JOIN plan q ON q.id = k.plan WHERE i.id = ?1");

static struct sql targets = SQL(
	"SELECT g.id, a.ancestor, q.number, coalesce(i.name, ''), coalesce(i.measure, ''), t.year, t.value, t.text"
	" FROM plan p JOIN plan_above a ON a.plan = p.id JOIN plan q ON q.id = a.ancestor"
	" JOIN signup g ON g.plan = a.ancestor AND g.unit = p.unit JOIN flow_case c ON c.id = g.flow_case"
	" JOIN flow_state s ON s.flow = c.flow AND s.state = c.state AND s.stands = 1"
	" JOIN signup_target t ON t.signup = g.id LEFT JOIN indicator i ON i.id = t.indicator"
	" WHERE p.id = ?1 AND NOT EXISTS (SELECT 1 FROM plan_above w JOIN signup h ON h.plan = w.ancestor"
	"   AND h.unit = p.unit JOIN flow_case e ON e.id = h.flow_case"
	"  JOIN flow_state f ON f.flow = e.flow AND f.state = e.state AND f.stands = 1"
	"  JOIN signup_target y ON y.signup = h.id AND y.indicator = t.indicator AND y.year = t.year"
	"  WHERE w.plan = p.id AND w.depth < a.depth)"
	" ORDER BY a.depth, i.name IS NULL, i.code, t.year, t.seq LIMIT 200");

int64_t
plan_parent(struct db *db, int64_t plan)
{
	return db_row(db, &parent_of, INT(plan)) ? col_int(&parent_of, 0) : 0;
}

struct plan_choice *
plan_parents(struct db *db, struct mem *mem, int64_t unit, const char *day)
{
	struct plan_choice *first = NULL, **end = &first;

	db_query(db, &parents, INT(unit), TEXT(day));
	while (db_next(db, &parents)) {
		*end = mem_take(mem, sizeof(**end));
		**end = (struct plan_choice){ .value = col_text(&parents, 0, mem),
		    .label = col_text(&parents, 1, mem), .document = col_text(&parents, 2, mem) };
		end = &(*end)->next;
	}
	return first;
}

enum plan_kin
plan_may_parent(struct db *db, int64_t plan, int64_t unit, int64_t parent, const char *day)
{
	if (!db_row(db, &stands, INT(parent), TEXT(day)))
		return PLAN_NONE;
	if (!db_row(db, &above, INT(col_int(&stands, 0)), INT(unit), TEXT(day)))
		return PLAN_NOT_ABOVE;
	return plan == parent || db_row(db, &below, INT(parent), INT(plan)) ? PLAN_RING : PLAN_KIN;
}

void
plan_put_parent(struct db *db, int64_t plan, int64_t parent)
{
	db_run(db, &drop_above, INT(plan));
	if (parent) {
		db_run(db, &add_parent, INT(plan), INT(parent));
		db_run(db, &add_above, INT(plan), INT(parent));
	}
	db_run(db, &drop_sharpens, INT(plan));
}

static struct plan_addressee *
called(struct db *db, struct mem *mem, int64_t plan, const char *day, const char *lang)
{
	struct plan_addressee *first = NULL, **end = &first;

	db_query(db, &call_to, INT(plan), TEXT(day), TEXT(lang));
	while (db_next(db, &call_to)) {
		*end = mem_take(mem, sizeof(**end));
		**end = (struct plan_addressee){
			.kind       = col_text(&call_to, 0, mem),
			.unit_group = col_int(&call_to, 1),
			.unit       = col_int(&call_to, 2),
			.code       = col_text(&call_to, 3, mem),
			.label      = col_text(&call_to, 4, mem),
		};
		end = &(*end)->next;
	}
	return first;
}

static int64_t
count(const struct plan_unit *u)
{
	int64_t n = 0;

	for (; u; u = u->next)
		n++;
	return n;
}

static struct plan_unit *
meant(struct db *db, struct mem *mem, int64_t plan, const struct plan_addressee *to,
    const char *day)
{
	return db_row(db, &issuer_of, INT(plan))
	    ? plan_meant(db, mem, col_int(&issuer_of, 0), to, day) : NULL;
}

struct plan_call
plan_call(struct db *db, struct mem *mem, int64_t plan, const char *day, const char *lang)
{
	struct plan_call c = { .due_date = "", .text = "", .last_day = "" };

	if (!db_row(db, &call, INT(plan)))
		return c;
	c.due_date = col_text(&call, 0, mem);
	c.text = col_text(&call, 1, mem);
	c.last_day = col_text(&call, 2, mem);
	c.units = col_int(&call, 3);
	c.to = called(db, mem, plan, day, lang);
	if (!c.units)
		c.units = count(meant(db, mem, plan, c.to, day));
	return c;
}

void
plan_put_call(struct db *db, int64_t plan, const struct plan_call *c)
{
	db_run(db, &drop_call, INT(plan));
	db_run(db, &drop_call_to, INT(plan));
	if (!*c->due_date)
		return;
	db_run(db, &add_call, INT(plan), TEXT(c->due_date), TEXT(c->text));
	for (const struct plan_addressee *a = c->to; a; a = a->next)
		db_run(db, &add_call_to, INT(plan), *a->kind ? TEXT(a->kind) : NONE,
		    ID(a->unit_group), ID(a->unit));
}

int
plan_call_units(struct db *db, struct mem *mem, int64_t plan, const char *day)
{
	int n = 0;

	for (struct plan_unit *u = meant(db, mem, plan, called(db, mem, plan, day, "vi"), day); u;
	    u = u->next)
		n += db_run(db, &add_call_unit, INT(plan), INT(u->unit));
	return n;
}

struct plan_child *
plan_children(struct db *db, struct mem *mem, const struct plan_child_ask *ask, int64_t *total)
{
	struct plan_child *first = NULL, **end = &first;
	struct sql *q = &children;

	*total = 0;
	db_query(db, q, INT(ask->account), TEXT(ask->day), TEXT(ask->lang), INT(ask->plan),
	    INT(ask->sort), INT(ask->limit), INT(ask->skip));
	while (db_next(db, q)) {
		*end = mem_take(mem, sizeof(**end));
		**end = (struct plan_child){
			.id          = col_int(q, 0),
			.unit        = col_int(q, 1),
			.unit_name   = col_text(q, 2, mem),
			.number      = col_text(q, 3, mem),
			.date        = col_text(q, 4, mem),
			.subject     = col_text(q, 5, mem),
			.stands      = col_int(q, 6),
			.tag         = col_text(q, 7, mem),
			.state_label = col_text(q, 8, mem),
		};
		*total = col_int(q, 9);
		end = &(*end)->next;
	}
	return first;
}

static struct plan_owed *
take_owed(struct db *db, struct sql *q, struct mem *mem, int64_t *total)
{
	struct plan_owed *first = NULL, **end = &first;

	*total = 0;
	while (db_next(db, q)) {
		*end = mem_take(mem, sizeof(**end));
		**end = (struct plan_owed){
			.unit      = col_int(q, 0),
			.child     = col_int(q, 1),
			.draft     = col_int(q, 2),
			.unit_name = col_text(q, 3, mem),
			.contact   = col_text(q, 4, mem),
			.phone     = col_text(q, 5, mem),
			.number    = col_text(q, 6, mem),
			.date      = col_text(q, 7, mem),
			.last_day  = col_text(q, 8, mem),
			.days      = col_int(q, 9),
		};
		*total = col_int(q, 10);
		end = &(*end)->next;
	}
	return first;
}

struct plan_owed *
plan_owed(struct db *db, struct mem *mem, const struct plan_owed_ask *ask, int64_t *total)
{
	db_query(db, &owed, INT(ask->account), TEXT(ask->day), INT(ask->plan), TEXT(ask->state),
	    TEXT(ask->words), INT(ask->sort), INT(ask->limit), INT(ask->skip));
	return take_owed(db, &owed, mem, total);
}

struct plan_owed *
plan_owed_mine(struct db *db, struct mem *mem, int64_t plan, int64_t account, const char *day)
{
	int64_t total;

	db_query(db, &owed_mine, INT(account), TEXT(day), INT(plan));
	return take_owed(db, &owed_mine, mem, &total);
}

struct plan_owed_count
plan_owed_count(struct db *db, int64_t plan, int64_t account, const char *day)
{
	if (!db_row(db, &owed_count, INT(account), TEXT(day), INT(plan)))
		return (struct plan_owed_count){ 0 };
	return (struct plan_owed_count){ col_int(&owed_count, 0), col_int(&owed_count, 1),
	    col_int(&owed_count, 2), col_int(&owed_count, 3) };
}

static struct plan_inherited *
take_criterion(struct sql *q, struct mem *mem)
{
	struct plan_inherited *x = mem_take(mem, sizeof(*x));

	*x = (struct plan_inherited){
		.is = {
			.id       = col_int(q, 0),
			.anchor   = col_text(q, 1, mem),
			.text     = col_text(q, 2, mem),
			.kind     = col_text(q, 3, mem),
			.points   = col_null(q, 4) ? -1 : col_int(q, 4),
			.applies  = col_text(q, 5, mem),
			.sharpens = col_int(q, 6),
		},
		.source = col_int(q, 7),
		.number = col_text(q, 8, mem),
		.class_name = "", .class_anchor = "",
	};
	return x;
}

struct plan_inherited *
plan_inherited(struct db *db, struct mem *mem, int64_t plan, const char *day, const char *text_day)
{
	struct plan_inherited *first = NULL, **end = &first;
	struct sql *q = &inherited;

	db_query(db, q, INT(plan), TEXT(day), TEXT(text_day));
	while (db_next(db, q)) {
		struct plan_inherited *x = *end = take_criterion(q, mem);
		x->plan_class   = col_int(q, 9);
		x->as_class     = col_int(q, 10);
		x->class_name   = col_text(q, 11, mem);
		x->class_anchor = col_text(q, 12, mem);
		end = &x->next;
	}
	return first;
}

struct plan_inherited *
plan_criterion_get(struct db *db, struct mem *mem, int64_t id, const char *text_day)
{
	return db_row(db, &criterion, INT(id), TEXT(text_day)) ? take_criterion(&criterion, mem) : NULL;
}

struct plan_target *
plan_targets(struct db *db, struct mem *mem, int64_t plan)
{
	struct plan_target *first = NULL, **end = &first;

	db_query(db, &targets, INT(plan));
	while (db_next(db, &targets)) {
		*end = mem_take(mem, sizeof(**end));
		**end = (struct plan_target){
			.signup  = col_int(&targets, 0),
			.source  = col_int(&targets, 1),
			.number  = col_text(&targets, 2, mem),
			.name    = col_text(&targets, 3, mem),
			.measure = col_text(&targets, 4, mem),
			.year    = col_int(&targets, 5),
			.value   = col_int(&targets, 6),
			.text    = col_text(&targets, 7, mem),
		};
		end = &(*end)->next;
	}
	return first;
}
