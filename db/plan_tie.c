/* plan_tie.c - the SQL of a plan's movement: short names, ties to other movements. */

#include "db/plan_tie.h"

#include "db/mandate.h"

#define LABEL "CASE WHEN ?2 = 'en' THEN k.label_en ELSE k.label_vi END"
#define SAID \
	"EXISTS (SELECT 1 FROM plan_clause c WHERE c.plan = t.plan AND c.anchor = t.anchor)"
/* By what, from which day the other is replaced or recalled: the first that holds. */
#define ENDED(column) \
	"coalesce((SELECT e." column " FROM plan_change_force e WHERE e.target = t.other" \
	" AND e.kind IN ('replace', 'recall') AND e.first_day <= e.last_day ORDER BY e.first_day, e.plan LIMIT 1), '')"

static struct sql drop_names = SQL("DELETE FROM plan_short_name WHERE plan = ?1");
static struct sql drop_ties = SQL("DELETE FROM plan_tie WHERE plan = ?1");
static struct sql add_name = SQL(
	"INSERT INTO plan_short_name (plan, tie, seq, name) VALUES (?1, ?2, ?3, ?4)");
static struct sql add_tie = SQL(
	"INSERT INTO plan_tie (plan, seq, relation, name, anchor, other) VALUES (?1, ?2, ?3, ?4, ?5, ?6)");

static struct sql own_names = SQL(
	"SELECT name FROM plan_short_name WHERE plan = ?1 AND tie = 0 ORDER BY seq");
static struct sql ties = SQL(
	"SELECT t.seq, t.relation, t.name, t.anchor, t.other, " LABEL ", " SAID ","
	" coalesce(trim(o.number || ' ' || o.subject), ''), " ENDED("kind") ", " ENDED("first_day")
	" FROM plan_tie t JOIN plan_tie_kind k ON k.relation = t.relation"
	" LEFT JOIN plan o ON o.id = t.other WHERE t.plan = ?1 ORDER BY t.seq");
/* Both come in the order of the ties. */
static struct sql tie_names = SQL(
	"SELECT tie, name FROM plan_short_name WHERE plan = ?1 AND tie > 0 ORDER BY tie, seq");

static struct sql relations = SQL(
	"SELECT relation, CASE WHEN ?1 = 'en' THEN label_en ELSE label_vi END FROM plan_tie_kind ORDER BY seq");

#define MOVEMENTS \
	" FROM plan p JOIN plan_force y ON y.plan = p.id AND y.own = 1 WHERE p.id <> ?1"
static struct sql movements = SQL(
	"SELECT p.id, trim(p.number || ' ' || p.subject),"
	" coalesce((SELECT n.name FROM unit_name n WHERE n.unit = p.unit"
	"  ORDER BY ?3 BETWEEN n.valid_from AND n.valid_to DESC, n.valid_from DESC LIMIT 1), '')"
	MOVEMENTS " ORDER BY p.unit = ?2 DESC, EXISTS (SELECT 1 FROM unit_under u WHERE u.ancestor = p.unit"
	"  AND u.unit = ?2 AND ?3 BETWEEN u.valid_from AND u.valid_to) DESC,"
	" p.date DESC, p.id DESC LIMIT 200");
static struct sql movement = SQL("SELECT p.subject" MOVEMENTS " AND p.id = ?2");
static struct sql clause = SQL("SELECT 1 FROM plan_clause WHERE plan = ?1 AND anchor = ?2");

static struct sql tied = SQL(
	"SELECT p.id, p.number, p.subject, t.relation, " LABEL ", t.anchor, " SAID ", s.stands"
	" FROM plan_tie t JOIN plan_tie_kind k ON k.relation = t.relation"
	" JOIN plan p ON p.id = t.plan JOIN flow_case f ON f.id = p.flow_case"
	" JOIN flow_state s ON s.flow = f.flow AND s.state = f.state"
	" WHERE t.other = ?1 AND (s.stands = 1"
	"  OR (s.kind <> 'end' AND EXISTS (" MAY("plan.view", "?3", "p.unit", "?4") ")))"
	" ORDER BY s.stands DESC, p.date DESC, p.id DESC, t.seq");

static void
put_names(struct db *db, int64_t plan, int tie, const struct plan_short_name *n)
{
	for (int seq = 1; n; n = n->next)
		db_run(db, &add_name, INT(plan), INT(tie), INT(seq++), TEXT(n->name));
}

void
plan_put_movement(struct db *db, int64_t plan, const struct plan_short_name *names,
    const struct plan_tie *t)
{
	db_run(db, &drop_names, INT(plan));
	db_run(db, &drop_ties, INT(plan));
	put_names(db, plan, 0, names);
	for (int seq = 1; t; t = t->next, seq++) {
		db_run(db, &add_tie, INT(plan), INT(seq), TEXT(t->relation), TEXT(t->name),
		    TEXT(t->anchor), ID(t->other));
		put_names(db, plan, seq, t->short_names);
	}
}

static struct plan_short_name **
add(struct mem *mem, struct plan_short_name **end, const char *name)
{
	*end = mem_take(mem, sizeof(**end));
	**end = (struct plan_short_name){ name, NULL };
	return &(*end)->next;
}

struct plan_short_name *
plan_short_names(struct db *db, struct mem *mem, int64_t plan)
{
	struct plan_short_name *first = NULL, **end = &first;

	db_query(db, &own_names, INT(plan));
	while (db_next(db, &own_names))
		end = add(mem, end, col_text(&own_names, 0, mem));
	return first;
}

struct plan_tie *
plan_ties(struct db *db, struct mem *mem, int64_t plan, const char *lang)
{
	struct plan_tie *first = NULL, **end = &first, *t;
	int64_t seq = 1;

	db_query(db, &ties, INT(plan), TEXT(lang));
	while (db_next(db, &ties)) {
		*end = mem_take(mem, sizeof(**end));
		**end = (struct plan_tie){
			.relation   = col_text(&ties, 1, mem),
			.name       = col_text(&ties, 2, mem),
			.anchor     = col_text(&ties, 3, mem),
			.other      = col_int(&ties, 4),
			.label      = col_text(&ties, 5, mem),
			.said       = col_int(&ties, 6),
			.other_name = col_text(&ties, 7, mem),
			.end        = col_text(&ties, 8, mem),
			.end_day    = col_text(&ties, 9, mem),
		};
		end = &(*end)->next;
	}
	struct plan_short_name **last = first ? &first->short_names : NULL;
	db_query(db, &tie_names, INT(plan));
	for (t = first; t && db_next(db, &tie_names); ) {
		for (; t && seq < col_int(&tie_names, 0); seq++)
			if ((t = t->next))
				last = &t->short_names;
		if (t)
			last = add(mem, last, col_text(&tie_names, 1, mem));
	}
	return first;
}

static struct plan_choice *
choices(struct db *db, struct sql *q, struct mem *mem, bool documented)
{
	struct plan_choice *first = NULL, **end = &first;

	while (db_next(db, q)) {
		*end = mem_take(mem, sizeof(**end));
		**end = (struct plan_choice){ .value = col_text(q, 0, mem), .label = col_text(q, 1, mem),
		    .document = documented ? col_text(q, 2, mem) : "" };
		end = &(*end)->next;
	}
	return first;
}

struct plan_choice *
plan_relations(struct db *db, struct mem *mem, const char *lang)
{
	db_query(db, &relations, TEXT(lang));
	return choices(db, &relations, mem, false);
}

struct plan_choice *
plan_tie_choices(struct db *db, struct mem *mem, int64_t plan, int64_t unit, const char *day)
{
	db_query(db, &movements, INT(plan), INT(unit), TEXT(day));
	return choices(db, &movements, mem, true);
}

const char *
plan_tie_subject(struct db *db, struct mem *mem, int64_t plan, int64_t other)
{
	return db_row(db, &movement, INT(plan), INT(other)) ? col_text(&movement, 0, mem) : NULL;
}

bool
plan_has_clause(struct db *db, int64_t plan, const char *anchor)
{
	return db_row(db, &clause, INT(plan), TEXT(anchor));
}

struct plan_tied *
plan_tied(struct db *db, struct mem *mem, int64_t other, int64_t account, const char *day,
    const char *lang)
{
	struct plan_tied *first = NULL, **end = &first;

	db_query(db, &tied, INT(other), TEXT(lang), INT(account), TEXT(day));
	while (db_next(db, &tied)) {
		*end = mem_take(mem, sizeof(**end));
		**end = (struct plan_tied){
			.plan     = col_int(&tied, 0),
			.number   = col_text(&tied, 1, mem),
			.subject  = col_text(&tied, 2, mem),
			.relation = col_text(&tied, 3, mem),
			.label    = col_text(&tied, 4, mem),
			.anchor   = col_text(&tied, 5, mem),
			.said     = col_int(&tied, 6),
			.stands   = col_int(&tied, 7),
		};
		end = &(*end)->next;
	}
	return first;
}
