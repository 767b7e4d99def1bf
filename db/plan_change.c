/* plan_change.c - the SQL of what changes a plan, and the text in force on a day. */

#include "db/plan_change.h"

#include <string.h>

static struct sql add = SQL(
	"INSERT INTO plan_change (plan, target, kind, holds) VALUES (?1, ?2, ?3, ?4)");
static struct sql hold = SQL("UPDATE plan_change SET holds = ?2 WHERE plan = ?1");

#define CHANGE \
	"SELECT g.plan, g.target, g.kind, g.holds, p.number, p.date, p.subject," \
	" (SELECT f.first_day FROM plan_change_force f WHERE f.plan = g.plan) AS first_day," \
	" (SELECT f.last_day FROM plan_change_force f WHERE f.plan = g.plan), CASE WHEN ?2 = 'en' THEN s.inside_en ELSE s.inside_vi END, s.tag, s.stands" \
	" FROM plan_change g JOIN plan p ON p.id = g.plan JOIN flow_case c ON c.id = p.flow_case" \
	" JOIN flow_state s ON s.flow = c.flow AND s.state = c.state"
static struct sql get = SQL(CHANGE " WHERE g.plan = ?1");
static struct sql all = SQL(CHANGE " WHERE g.target = ?1 AND c.state <> 'dropped'"
	" ORDER BY first_day IS NULL, first_day, p.date, p.id");

static struct sql put = SQL(
	"INSERT INTO plan_change_clause (plan, seq, act, anchor, beside, parent, label, depth, text,"
	" markdown, html, was) SELECT ?1, coalesce(max(seq), 0) + 1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11"
	" FROM plan_change_clause WHERE plan = ?1");
static struct sql mend = SQL("UPDATE plan_change_clause SET label = ?3, text = ?4, markdown = ?5, html = ?6,"
	" was = ?7 WHERE plan = ?1 AND anchor = ?2");
/* Two: each has its index. */
static struct sql drop = SQL("DELETE FROM plan_change_clause WHERE plan = ?1 AND anchor = ?2");
static struct sql drop_with = SQL("DELETE FROM plan_change_clause WHERE plan = ?1 AND beside = ?2 AND act = 'drop'");
/* It, or what is under it. */
#define UNDER(column) \
	"(" column " = ?2 OR substr(" column ", 1, length(?2) + 1) IN (?2 || '.', ?2 || '~'))"
#define MOVED(column) \
	"CASE WHEN " UNDER(column) " THEN ?3 || substr(" column ", length(?2) + 1) ELSE " column " END"
static struct sql rename_clause = SQL(
	"UPDATE plan_change_clause SET anchor = " MOVED("anchor") ", parent = " MOVED("parent")
	" WHERE plan = ?1 AND act = 'add' AND (" UNDER("anchor") " OR " UNDER("parent") ")");
static struct sql clauses = SQL(
	"SELECT seq, act, anchor, beside, parent, label, depth, text, html,"
	" CASE WHEN ?2 THEN markdown END, was FROM plan_change_clause WHERE plan = ?1 ORDER BY seq");
static struct sql in_force = SQL("SELECT f.plan FROM plan_change_force f WHERE f.target = ?1"
	" AND f.kind IN ('amend', 'correct') AND ?2 BETWEEN f.first_day AND f.last_day"
	" ORDER BY f.first_day, f.date, f.plan");
/* After which clause one was added that does not hold on that day. */
static struct sql stood = SQL("SELECT x.beside FROM plan_change_force f JOIN plan_change_clause x ON x.plan = f.plan"
	" WHERE f.target = ?1 AND f.kind = 'amend' AND x.act = 'add' AND x.anchor = ?2");
static struct sql taken = SQL(
	"SELECT 1 FROM plan_clause WHERE plan = ?1 AND anchor = ?2 UNION ALL"
	" SELECT 1 FROM plan_change_force f JOIN plan_change_clause x ON x.plan = f.plan"
	" WHERE f.target = ?1 AND f.plan <> ?3 AND x.anchor = ?2");

void
plan_change_add(struct db *db, const struct plan_change *g)
{
	db_run(db, &add, INT(g->plan), INT(g->target), TEXT(g->kind), DAY(g->holds));
}

void
plan_change_hold(struct db *db, int64_t plan, const char *holds)
{
	db_run(db, &hold, INT(plan), DAY(holds));
}

static struct plan_change *
take(struct db *db, struct sql *q, struct mem *mem)
{
	struct plan_change *first = NULL, **end = &first;

	while (db_next(db, q)) {
		*end = mem_take(mem, sizeof(**end));
		**end = (struct plan_change){
			.plan        = col_int(q, 0),
			.target      = col_int(q, 1),
			.kind        = col_text(q, 2, mem),
			.holds       = col_text(q, 3, mem),
			.number      = col_text(q, 4, mem),
			.date        = col_text(q, 5, mem),
			.subject     = col_text(q, 6, mem),
			.first_day   = col_text(q, 7, mem),
			.last_day    = col_text(q, 8, mem),
			.state_label = col_text(q, 9, mem),
			.tag         = col_text(q, 10, mem),
			.stands      = col_int(q, 11),
		};
		end = &(*end)->next;
	}
	return first;
}

struct plan_change *
plan_change_get(struct db *db, struct mem *mem, int64_t plan, const char *lang)
{
	db_query(db, &get, INT(plan), TEXT(lang));
	return take(db, &get, mem);
}

struct plan_change *
plan_changes(struct db *db, struct mem *mem, int64_t target, const char *lang)
{
	db_query(db, &all, INT(target), TEXT(lang));
	return take(db, &all, mem);
}

void
plan_change_put(struct db *db, int64_t plan, const struct plan_change_clause *c)
{
	db_run(db, &put, INT(plan), TEXT(c->act), TEXT(c->anchor), TEXT(c->beside), TEXT(c->parent),
	    TEXT(c->label), INT(c->depth), TEXT(c->text), TEXT(c->markdown), TEXT(c->html),
	    TEXT(c->was ? c->was : ""));
}

void
plan_change_mend(struct db *db, int64_t plan, const struct plan_change_clause *c)
{
	db_run(db, &mend, INT(plan), TEXT(c->anchor), TEXT(c->label), TEXT(c->text), TEXT(c->markdown),
	    TEXT(c->html), TEXT(c->was ? c->was : ""));
}

void
plan_change_drop(struct db *db, int64_t plan, const char *anchor)
{
	db_run(db, &drop, INT(plan), TEXT(anchor));
	db_run(db, &drop_with, INT(plan), TEXT(anchor));
}

void
plan_change_rename(struct db *db, int64_t plan, const char *anchor, const char *to)
{
	db_run(db, &rename_clause, INT(plan), TEXT(anchor), TEXT(to));
}

bool
plan_anchor_taken(struct db *db, int64_t target, const char *anchor, int64_t but)
{
	return db_row(db, &taken, INT(target), TEXT(anchor), INT(but));
}

static struct plan_change_clause *
read_clauses(struct db *db, struct mem *mem, int64_t plan, bool written)
{
	struct plan_change_clause *first = NULL, **end = &first;
	struct sql *q = &clauses;

	db_query(db, q, INT(plan), INT(written));
	while (db_next(db, q)) {
		*end = mem_take(mem, sizeof(**end));
		**end = (struct plan_change_clause){
			.seq      = col_int(q, 0),
			.act      = col_text(q, 1, mem),
			.anchor   = col_text(q, 2, mem),
			.beside   = col_text(q, 3, mem),
			.parent   = col_text(q, 4, mem),
			.label    = col_text(q, 5, mem),
			.depth    = col_int(q, 6),
			.text     = col_text(q, 7, mem),
			.html     = col_text(q, 8, mem),
			.markdown = col_text(q, 9, mem),
			.was      = col_text(q, 10, mem),
		};
		end = &(*end)->next;
	}
	return first;
}

struct plan_change_clause *
plan_change_clauses(struct db *db, struct mem *mem, int64_t plan)
{
	return read_clauses(db, mem, plan, true);
}

enum { STEPS = 1000 };	/* from one recalled document to the next */

/* Clauses by their anchors. */
struct known {
	struct plan_clause *is;
	struct plan_clause *last;	/* what the document `by` added last after it */
	int64_t by;
};
struct table {
	struct known *slots;
	size_t room;
	struct plan_clause *first;
};

static struct known *
find(const struct table *t, const char *anchor)
{
	uint32_t h = 2166136261u;

	for (const char *s = anchor; *s; s++)
		h = (h ^ (unsigned char)*s) * 16777619u;
	for (size_t at = h % t->room; ; at = at + 1 == t->room ? 0 : at + 1)
		if (!t->slots[at].is || !strcmp(t->slots[at].is->anchor, anchor))
			return &t->slots[at];
}

/* The clause after which a new one comes.  If that one was added by a document that does not hold
 * then, what it was put after, and so on; else the last of what the new one is under. */
static struct known *
place_of(struct db *db, struct mem *mem, const struct table *t, const struct plan_change *by,
    const struct plan_change_clause *c)
{
	const char *beside = c->beside;
	struct plan_clause *last = find(t, c->parent)->is;

	for (int n = 0; n < STEPS; n++) {
		struct known *at = find(t, beside);
		if (at->is)
			return at;
		if (!db_row(db, &stood, INT(by->target), TEXT(beside)))
			break;
		beside = col_text(&stood, 0, mem);
	}
	int64_t above = last ? last->depth : -1;
	for (last = last ? last : t->first; last && last->next && last->next->depth > above; )
		last = last->next;
	return last ? find(t, last->anchor) : NULL;
}

static void
add_after(struct db *db, struct mem *mem, const struct table *t, const struct plan_change *by,
    const struct plan_change_clause *c)
{
	struct known *at = find(t, c->anchor), *before = at->is ? NULL : place_of(db, mem, t, by, c);

	if (!before)
		return;
	struct plan_clause *after = before->by == by->plan ? before->last : before->is;
	struct plan_clause *new = mem_take(mem, sizeof(*new));
	*new = (struct plan_clause){ .anchor = c->anchor, .parent = c->parent, .label = c->label,
	    .text = c->text, .html = c->html, .depth = c->depth, .act = "add", .by = by,
	    .markdown = c->markdown, .next = after->next };
	after->next = new;
	before->by = by->plan;
	before->last = new;
	at->is = new;
}

static void
correct(struct mem *mem, struct plan_clause *at, const struct plan_change *by,
    const struct plan_change_clause *c)
{
	struct plan_correction **end = &at->corrected;

	while (*end)
		end = &(*end)->next;
	*end = mem_take(mem, sizeof(**end));
	**end = (struct plan_correction){ by, c->text, c->html, c->markdown, NULL };
}

static void
apply(struct db *db, struct mem *mem, const struct table *t, const struct plan_change *by,
    const struct plan_change_clause *c)
{
	struct plan_clause *at = find(t, c->anchor)->is;

	if (!strcmp(c->act, "add")) {
		add_after(db, mem, t, by, c);
	} else if (at && !strcmp(by->kind, "correct")) {
		correct(mem, at, by, c);
	} else if (at) {
		bool drops = !strcmp(c->act, "drop");
		at->act = c->act;
		at->by = by;
		at->label = drops ? at->label : c->label;
		at->text = c->text;
		at->html = c->html;
		at->markdown = c->markdown;
		at->corrected = NULL;	/* of words that are there no more */
	}
}

/* A document and what it does, in the order in which they hold. */
struct change {
	int64_t plan;
	const struct plan_change *by;
	struct plan_change_clause *clauses;
	struct change *next;
};

static struct change *
changes_of(struct db *db, struct mem *mem, int64_t plan, const char *day, int64_t draft, bool written,
    size_t *n)
{
	struct change *first = NULL, **end = &first;

	db_query(db, &in_force, INT(plan), TEXT(day));
	while (db_next(db, &in_force)) {
		*end = mem_take(mem, sizeof(**end));
		(*end)->plan = col_int(&in_force, 0);
		end = &(*end)->next;
	}
	if (draft) {
		*end = mem_take(mem, sizeof(**end));
		(*end)->plan = draft;
	}
	for (struct change *g = first; g; g = g->next) {
		g->by = plan_change_get(db, mem, g->plan, "vi");
		g->clauses = g->by ? read_clauses(db, mem, g->plan, written) : NULL;
		for (const struct plan_change_clause *c = g->clauses; c; c = c->next)
			++*n;
	}
	return first;
}

static struct plan_clause *
clauses_on(struct db *db, struct mem *mem, int64_t plan, const char *day, int64_t draft, bool written)
{
	struct plan_clause *first = plan_clauses(db, mem, plan);
	size_t n = 0;
	const struct change *all_of = changes_of(db, mem, plan, day, draft, written, &n);
	struct table t = { .room = 16 + 2 * n, .first = first };

	if (!n)
		return first;
	for (const struct plan_clause *c = first; c; c = c->next)
		t.room += 2;
	t.slots = mem_take(mem, t.room * sizeof(*t.slots));
	for (struct plan_clause *c = first; c; c = c->next)
		find(&t, c->anchor)->is = c;
	for (; all_of; all_of = all_of->next)
		for (const struct plan_change_clause *c = all_of->clauses; c; c = c->next)
			apply(db, mem, &t, all_of->by, c);
	return first;
}

struct plan_clause *
plan_clauses_on(struct db *db, struct mem *mem, int64_t plan, const char *day, int64_t draft)
{
	return clauses_on(db, mem, plan, day, draft, false);
}

struct plan_clause *
plan_clauses_written_on(struct db *db, struct mem *mem, int64_t plan, const char *day, int64_t draft)
{
	return clauses_on(db, mem, plan, day, draft, true);
}

struct plan_clause *
plan_text_on(struct db *db, struct mem *mem, int64_t plan, const char *day)
{
	struct plan_clause *first = plan_clauses_on(db, mem, plan, day, 0), **at = &first;

	while (*at)
		if (!strcmp((*at)->act, "drop"))
			*at = (*at)->next;
		else
			at = &(*at)->next;
	return first;
}

static struct sql worded = SQL(
	"SELECT i.id, v.act, v.text FROM plan_class k CROSS JOIN plan_criterion i ON i.plan_class = k.id"
	" JOIN plan_clause_change v ON v.plan = k.plan AND v.anchor = i.anchor"
	" WHERE k.plan = ?1 AND ?2 BETWEEN v.first_day AND v.last_day"
	" ORDER BY v.first_day, v.by_date, v.by_plan, v.seq");

struct plan_class *
plan_classes_on(struct db *db, struct mem *mem, int64_t plan, const char *day)
{
	struct plan_class *first = plan_classes(db, mem, plan);

	db_query(db, &worded, INT(plan), TEXT(day));
	while (db_next(db, &worded)) {
		bool drops = !strcmp(col_text(&worded, 1, mem), "drop");
		for (struct plan_class *c = first; c; c = c->next)
			for (struct plan_criterion *k = c->criteria; k; k = k->next)
				if (k->id == col_int(&worded, 0))
					k->text = drops ? "" : col_text(&worded, 2, mem);
	}
	for (struct plan_class *c = first; c; c = c->next)
		for (struct plan_criterion **k = &c->criteria; *k; )
			if (*(*k)->text)
				k = &(*k)->next;
			else
				*k = (*k)->next;
	return first;
}
