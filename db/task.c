/* task.c - the SQL of tasks and of what units make of them. */

#include "db/task.h"

#include <string.h>

/* ?1 account, ?2 day. */
#define MINE \
	"t.unit IN (SELECT ms.unit FROM mandate_scope ms WHERE ms.account = ?1" \
	" AND ms.ability IN ('task.write', 'task.send')" \
	" AND ?2 BETWEEN ms.mandate_from AND ms.mandate_to" \
	" AND ?2 BETWEEN ms.unit_from AND ms.unit_to)"
#define LOOKED_AFTER \
	"p.unit IN (SELECT ms.unit FROM mandate_scope ms WHERE ms.account = ?1" \
	" AND ms.ability = 'task.follow' AND ?2 BETWEEN ms.mandate_from AND ms.mandate_to" \
	" AND ?2 BETWEEN ms.unit_from AND ms.unit_to)"

/* The row of a unit's name of day ?2, or the last that it bore. */
#define NAME_OF(unit_) \
	"(SELECT m.id FROM unit_name m WHERE m.unit = " unit_ \
	" ORDER BY ?2 BETWEEN m.valid_from AND m.valid_to DESC, m.valid_from DESC LIMIT 1)"

/* Whether it is late on day ?2: as of reports, by the day on which it was first sent. */
#define LATE \
	"CASE WHEN s.stands = 1 THEN CASE WHEN t.first_day > d.last_day THEN 'late' ELSE '' END" \
	" WHEN s.kind = 'end' THEN '' WHEN t.first_day IS NOT NULL THEN 'back'" \
	" WHEN d.last_day < ?2 THEN 'missing' ELSE '' END"

#define CONTACT(column_) \
	"coalesce((SELECT o." column_ " FROM unit_contact o WHERE o.unit = t.unit" \
	" AND ?2 BETWEEN o.valid_from AND o.valid_to ORDER BY o.id LIMIT 1), '')"

/* Why, and by whom it was withdrawn. */
#define WITHDRAWN(what_) \
	"coalesce((SELECT " what_ " FROM flow_step z LEFT JOIN account za ON za.id = z.account" \
	" WHERE c.state = 'withdrawn' AND z.id = (SELECT max(y.id) FROM flow_step y" \
	"  WHERE y.flow_case = c.id AND y.to_state = c.state)), '')"

#define STATES \
	" JOIN flow_case c ON c.id = t.flow_case" \
	" JOIN flow_state s ON s.flow = c.flow AND s.state = c.state AND s.kind <> 'start'"

#define UNIT \
	"SELECT t.id, t.task, t.flow_case, t.unit, t.holder, coalesce(h.name, t.holder_name)," \
	" t.result, coalesce(t.first_day, ''), t.edition, n.name, " CONTACT("name") ", " \
	CONTACT("phone") ", k.plan, p.unit, k.anchor, k.text, k.papers, k.due_date, d.last_day," \
	" k.day, p.number, p.subject, i.name," \
	" CASE WHEN ?3 = 'en' THEN l.label_en ELSE l.label_vi END, c.state," \
	" CASE WHEN ?3 = 'en' THEN s.inside_en ELSE s.inside_vi END," \
	" CASE WHEN ?3 = 'en' THEN s.outside_en ELSE s.outside_vi END, s.tag, s.edits, s.stands, " \
	LATE " AS late, coalesce((SELECT min(x.at) FROM flow_step x WHERE x.flow_case = c.id" \
	" AND x.move = 'receive'), 0) AS received, c.at, " WITHDRAWN("z.reason") ", " \
	WITHDRAWN("za.name") ", count(*) OVER ()" \
	" FROM task_unit t JOIN task k ON k.id = t.task JOIN task_deadline d ON d.task = k.id" \
	" JOIN plan p ON p.id = k.plan" STATES \
	" JOIN unit_name n ON n.id = " NAME_OF("t.unit") \
	" JOIN unit_name i ON i.id = " NAME_OF("p.unit") " JOIN unit_kind l ON l.kind = i.kind" \
	" LEFT JOIN account h ON h.id = t.holder"

#define IN_STATE(state_) \
	" AND CASE " state_ " WHEN 'late' THEN late <> '' WHEN 'open' THEN s.stands = 0 AND s.kind <> 'end'" \
	" WHEN 'received' THEN c.state IN ('received', 'signing') WHEN '' THEN 1 ELSE c.state = " state_ " END"

/* The late and returned come first of all; then level by level and plan by plan, what is
 * done after what is not. */
static struct sql mine = SQL(UNIT
	" WHERE " MINE " AND ?4 IN (0, k.plan) AND (?5 = '' OR k.anchor = ?5)"
	" AND (?6 = '' OR instr(k.text_plain, ?6) OR instr(p.subject_plain, ?6)"
	"  OR instr(n.name_plain, ?6) OR instr(replace(lower(p.number), 'Đ', 'd'), ?6))"
	IN_STATE("?7")
	" ORDER BY CASE ?8 WHEN 1 THEN k.text_plain WHEN 2 THEN p.number WHEN 3 THEN k.anchor"
	"  WHEN 4 THEN n.name_key WHEN 5 THEN d.last_day WHEN 6 THEN s.seq END,"
	" CASE ?8 WHEN -1 THEN k.text_plain WHEN -2 THEN p.number WHEN -3 THEN k.anchor"
	"  WHEN -4 THEN n.name_key WHEN -5 THEN d.last_day WHEN -6 THEN s.seq END DESC,"
	" CASE WHEN late IN ('missing', 'back') OR c.state = 'returned' THEN 0 ELSE 1 END,"
	" l.level, p.unit, p.date DESC, p.id DESC, s.kind = 'end', s.stands, d.last_day, k.id,"
	" n.name_key LIMIT ?9 OFFSET ?10");

static struct sql of_task = SQL(UNIT
	" WHERE t.task = ?4 AND (?5 = '' OR instr(n.name_plain, ?5))" IN_STATE("?6")
	" ORDER BY CASE ?7 WHEN 1 THEN n.name_key WHEN 2 THEN s.seq WHEN 3 THEN received"
	"  WHEN 4 THEN t.first_day END,"
	" CASE ?7 WHEN -1 THEN n.name_key WHEN -2 THEN s.seq WHEN -3 THEN received"
	"  WHEN -4 THEN t.first_day END DESC,"
	" CASE late WHEN 'missing' THEN 0 WHEN 'back' THEN 1 ELSE 2 END, s.seq, n.name_key"
	" LIMIT ?8 OFFSET ?9");

static struct sql unit_get = SQL(UNIT " WHERE ?1 = t.id");

/* Of the clause on the day on which the task was given, if an amendment had changed it. */
#define THEN(column_) \
	"(SELECT v." column_ " FROM plan_clause_change v WHERE v.plan = k.plan AND v.anchor = k.anchor" \
	"  AND k.day BETWEEN v.first_day AND v.last_day" \
	"  ORDER BY v.first_day DESC, v.by_date DESC, v.by_plan DESC LIMIT 1)"

/*
 * Tasks with what has become of their units, those from whom it was withdrawn left out.
 * The last day is worked out once for each task, hence MATERIALIZED.
 */
#define TASK(which_) \
	"WITH k AS MATERIALIZED (SELECT g.*, d.last_day FROM task g" \
	"  JOIN task_deadline d ON d.task = g.id WHERE " which_ ")," \
	" q AS MATERIALIZED (SELECT k.id, sum(c.state <> 'withdrawn') AS units," \
	"  sum(c.state NOT IN ('given', 'withdrawn')) AS received, sum(s.stands) AS done," \
	"  sum(CASE WHEN s.stands = 1 THEN t.first_day > k.last_day" \
	"   WHEN s.kind = 'end' OR t.first_day IS NOT NULL THEN 0 ELSE k.last_day < ?2 END) AS late," \
	"  sum(c.state = 'accepted') AS accepted" \
	"  FROM k JOIN task_unit t ON t.task = k.id" STATES " GROUP BY k.id)" \
	" SELECT k.id, k.plan, k.anchor, k.text, k.papers, k.due_date, k.day, k.account, k.at," \
	" k.last_day, coalesce(" THEN("text") ", e.text, '')," \
	" coalesce(" THEN("html") ", e.html, ''), coalesce(a.name, ''), p.unit," \
	" p.number, p.subject, q.units, q.received, q.done, q.late AS late, q.accepted," \
	" count(*) OVER () FROM q JOIN k ON k.id = q.id JOIN plan p ON p.id = k.plan" \
	" LEFT JOIN plan_clause e ON e.plan = k.plan AND e.anchor = k.anchor" \
	" LEFT JOIN account a ON a.id = k.account"

static struct sql given = SQL(TASK("?3 IN (0, g.plan) AND (?4 = '' OR g.anchor = ?4)"
	" AND g.plan IN (SELECT p.id FROM plan p WHERE " LOOKED_AFTER ")")
	" WHERE (?5 = '' OR instr(k.text_plain, ?5) OR instr(p.subject_plain, ?5)"
	"  OR instr(replace(lower(p.number), 'Đ', 'd'), ?5))"
	" AND CASE ?6 WHEN 'late' THEN q.late > 0 WHEN 'open' THEN q.done < q.units ELSE 1 END"
	" ORDER BY CASE ?7 WHEN 1 THEN k.text_plain WHEN 2 THEN p.number WHEN 3 THEN k.anchor"
	"  WHEN 4 THEN k.last_day END,"
	" CASE ?7 WHEN -1 THEN k.text_plain WHEN -2 THEN p.number WHEN -3 THEN k.anchor"
	"  WHEN -4 THEN k.last_day END DESC,"
	" q.late = 0, q.done >= q.units, k.last_day, k.id LIMIT ?8 OFFSET ?9");
static struct sql get = SQL(TASK("g.id = ?1"));

static struct sql addressees = SQL(
	"SELECT coalesce(a.kind, ''), a.unit_group, a.unit,"
	" coalesce(CASE WHEN ?3 = 'en' THEN k.label_en ELSE k.label_vi END, g.name,"
	"  (SELECT n.name FROM unit_name n WHERE n.id = " NAME_OF("a.unit") "), '')"
	" FROM task_addressee a LEFT JOIN unit_kind k ON k.kind = a.kind"
	" LEFT JOIN unit_group g ON g.id = a.unit_group"
	" WHERE a.task = ?1 ORDER BY k.level, k.kind, g.name, a.rowid");

/* Each page of a plan asks: who follows it reads its tasks, all others the rows of their
 * own units. */
static struct sql follows = SQL("SELECT 1 FROM plan p WHERE p.id = ?3 AND " LOOKED_AFTER);
static struct sql counts_given = SQL(
	"SELECT k.anchor, count(*) FROM task k WHERE k.plan = ?1 AND EXISTS (SELECT 1"
	"  FROM task_unit t JOIN flow_case c ON c.id = t.flow_case"
	"   AND c.state NOT IN ('new', 'withdrawn') WHERE t.task = k.id) GROUP BY k.anchor");
static struct sql counts_mine = SQL(
	"SELECT k.anchor, count(DISTINCT k.id) FROM task_unit t JOIN task k ON k.id = t.task"
	" JOIN flow_case c ON c.id = t.flow_case AND c.state NOT IN ('new', 'withdrawn')"
	" WHERE +k.plan = ?3 AND " MINE " GROUP BY k.anchor");

#define PLANS \
	"SELECT p.id, p.number, p.subject FROM plan p WHERE EXISTS (SELECT 1 FROM task k" \
	" JOIN task_unit t ON t.task = k.id WHERE k.plan = p.id AND "
static struct sql plans_mine = SQL(PLANS MINE ") ORDER BY p.date DESC, p.id DESC");
static struct sql plans_given = SQL(PLANS LOOKED_AFTER ") ORDER BY p.date DESC, p.id DESC");

static struct sql people = SQL(
	"SELECT a.id, a.name, min(m.post) FROM mandate m JOIN account a ON a.id = m.account"
	" AND a.disabled IS NULL WHERE m.unit = ?1 AND ?2 BETWEEN m.valid_from AND m.valid_to"
	" GROUP BY a.id ORDER BY a.name_key, a.id");

static struct sql add = SQL(
	"INSERT INTO task (plan, anchor, text, text_plain, papers, due_date, account, day, at)"
	" VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)");
static struct sql extend = SQL("UPDATE task SET due_date = ?2 WHERE id = ?1");
static struct sql add_addressee = SQL(
	"INSERT INTO task_addressee (task, kind, unit_group, unit) VALUES (?1, ?2, ?3, ?4)"
	" ON CONFLICT DO NOTHING");
static struct sql add_unit = SQL(
	"INSERT INTO task_unit (task, unit, flow_case) VALUES (?1, ?2, ?3)");
static struct sql save = SQL(
	"UPDATE task_unit SET holder = ?2, holder_name = ?3, result = ?4,"
	" edition = edition + 1 WHERE id = ?1");
static struct sql moved = SQL(
	"UPDATE task_unit SET first_day = coalesce(first_day, ?2), edition = edition + 1"
	" WHERE id = ?1");

enum { TASK_TOTAL = 21, UNIT_TOTAL = 35 };

static struct task_unit *
take_unit(struct sql *q, struct mem *mem)
{
	struct task_unit *t = mem_take(mem, sizeof(*t));
	bool why = col_int(q, 28) || !strcmp(col_text(q, 24, mem), "withdrawn");

	*t = (struct task_unit){
		.id          = col_int(q, 0),
		.task        = col_int(q, 1),
		.flow_case   = col_int(q, 2),
		.unit        = col_int(q, 3),
		.holder      = col_int(q, 4),
		.holder_name = col_text(q, 5, mem),
		.result      = col_text(q, 6, mem),
		.first_day   = col_text(q, 7, mem),
		.edition     = col_int(q, 8),
		.unit_name   = col_text(q, 9, mem),
		.contact     = col_text(q, 10, mem),
		.phone       = col_text(q, 11, mem),
		.plan        = col_int(q, 12),
		.issuer      = col_int(q, 13),
		.anchor      = col_text(q, 14, mem),
		.text        = col_text(q, 15, mem),
		.papers      = col_text(q, 16, mem),
		.due         = col_text(q, 17, mem),
		.last_day    = col_text(q, 18, mem),
		.day         = col_text(q, 19, mem),
		.number      = col_text(q, 20, mem),
		.subject     = col_text(q, 21, mem),
		.issuer_name = col_text(q, 22, mem),
		.level       = col_text(q, 23, mem),
		.state       = col_text(q, 24, mem),
		.inside      = col_text(q, 25, mem),
		.outside     = col_text(q, 26, mem),
		.tag         = col_text(q, 27, mem),
		.edits       = col_int(q, 28),
		.stands      = col_int(q, 29),
		.late        = col_text(q, 30, mem),
		.received    = col_int(q, 31),
		.moved       = col_int(q, 32),
		.reason      = why ? col_text(q, 33, mem) : "",
		.by          = why ? col_text(q, 34, mem) : "",
	};
	return t;
}

static struct task_unit *
take_units(struct db *db, struct sql *q, struct mem *mem, int64_t *total)
{
	struct task_unit *first = NULL, **end = &first;

	*total = 0;
	while (db_next(db, q)) {
		*end = take_unit(q, mem);
		*total = col_int(q, UNIT_TOTAL);
		end = &(*end)->next;
	}
	return first;
}

struct task_unit *
task_mine(struct db *db, struct mem *mem, const struct task_ask *ask, int64_t *total)
{
	db_query(db, &mine, INT(ask->account), TEXT(ask->day), TEXT(ask->lang), INT(ask->plan),
	    TEXT(ask->anchor), TEXT(ask->words), TEXT(ask->state), INT(ask->sort),
	    INT(ask->limit), INT(ask->skip));
	return take_units(db, &mine, mem, total);
}

struct task_unit *
task_units(struct db *db, struct mem *mem, int64_t task, const struct task_ask *ask,
    int64_t *total)
{
	db_query(db, &of_task, INT(0), TEXT(ask->day), TEXT(ask->lang), INT(task),
	    TEXT(ask->words), TEXT(ask->state), INT(ask->sort), INT(ask->limit), INT(ask->skip));
	return take_units(db, &of_task, mem, total);
}

struct task_unit *
task_unit_get(struct db *db, struct mem *mem, int64_t id, const char *day, const char *lang)
{
	return db_row(db, &unit_get, INT(id), TEXT(day), TEXT(lang)) ? take_unit(&unit_get, mem)
	    : NULL;
}

static struct task *
take(struct sql *q, struct mem *mem)
{
	struct task *t = mem_take(mem, sizeof(*t));

	*t = (struct task){
		.id       = col_int(q, 0),
		.plan     = col_int(q, 1),
		.anchor   = col_text(q, 2, mem),
		.text     = col_text(q, 3, mem),
		.papers   = col_text(q, 4, mem),
		.due_date = col_text(q, 5, mem),
		.day      = col_text(q, 6, mem),
		.account  = col_int(q, 7),
		.at       = col_int(q, 8),
		.last_day = col_text(q, 9, mem),
		.clause   = col_text(q, 10, mem),
		.html     = col_text(q, 11, mem),
		.giver    = col_text(q, 12, mem),
		.issuer   = col_int(q, 13),
		.number   = col_text(q, 14, mem),
		.subject  = col_text(q, 15, mem),
		.units    = col_int(q, 16),
		.received = col_int(q, 17),
		.done     = col_int(q, 18),
		.late     = col_int(q, 19),
		.accepted = col_int(q, 20),
	};
	return t;
}

struct task *
task_given(struct db *db, struct mem *mem, const struct task_ask *ask, int64_t *total)
{
	struct task *first = NULL, **end = &first;

	*total = 0;
	db_query(db, &given, INT(ask->account), TEXT(ask->day), INT(ask->plan),
	    TEXT(ask->anchor), TEXT(ask->words), TEXT(ask->state), INT(ask->sort),
	    INT(ask->limit), INT(ask->skip));
	while (db_next(db, &given)) {
		*end = take(&given, mem);
		*total = col_int(&given, TASK_TOTAL);
		end = &(*end)->next;
	}
	return first;
}

struct task *
task_get(struct db *db, struct mem *mem, int64_t id, const char *day)
{
	return db_row(db, &get, INT(id), TEXT(day)) ? take(&get, mem) : NULL;
}

struct task_addressee *
task_addressees(struct db *db, struct mem *mem, int64_t task, const char *day,
    const char *lang)
{
	struct task_addressee *first = NULL, **end = &first;

	db_query(db, &addressees, INT(task), TEXT(day), TEXT(lang));
	while (db_next(db, &addressees)) {
		*end = mem_take(mem, sizeof(**end));
		**end = (struct task_addressee){ col_text(&addressees, 0, mem),
		    col_int(&addressees, 1), col_int(&addressees, 2),
		    col_text(&addressees, 3, mem), NULL };
		end = &(*end)->next;
	}
	return first;
}

struct task_count *
task_counts(struct db *db, struct mem *mem, int64_t plan, int64_t account, const char *day)
{
	struct task_count *first = NULL, **end = &first;
	bool is_given = db_row(db, &follows, INT(account), TEXT(day), INT(plan));
	struct sql *q = is_given ? &counts_given : &counts_mine;

	if (is_given)
		db_query(db, q, INT(plan));
	else
		db_query(db, q, INT(account), TEXT(day), INT(plan));
	while (db_next(db, q)) {
		*end = mem_take(mem, sizeof(**end));
		**end = (struct task_count){ col_text(q, 0, mem), col_int(q, 1), is_given, NULL };
		end = &(*end)->next;
	}
	return first;
}

struct task_plan *
task_plans(struct db *db, struct mem *mem, int64_t account, const char *day, bool is_given)
{
	struct task_plan *first = NULL, **end = &first;
	struct sql *q = is_given ? &plans_given : &plans_mine;

	db_query(db, q, INT(account), TEXT(day));
	while (db_next(db, q)) {
		*end = mem_take(mem, sizeof(**end));
		**end = (struct task_plan){ col_int(q, 0), col_text(q, 1, mem),
		    col_text(q, 2, mem), NULL };
		end = &(*end)->next;
	}
	return first;
}

struct task_person *
task_people(struct db *db, struct mem *mem, int64_t unit, const char *day)
{
	struct task_person *first = NULL, **end = &first;

	db_query(db, &people, INT(unit), TEXT(day));
	while (db_next(db, &people)) {
		*end = mem_take(mem, sizeof(**end));
		**end = (struct task_person){ col_int(&people, 0), col_text(&people, 1, mem),
		    col_text(&people, 2, mem), NULL };
		end = &(*end)->next;
	}
	return first;
}

int64_t
task_add(struct db *db, const struct task *t, const char *plain)
{
	db_run(db, &add, INT(t->plan), TEXT(t->anchor), TEXT(t->text), TEXT(plain),
	    TEXT(t->papers), TEXT(t->due_date), ID(t->account), TEXT(t->day), INT(t->at));
	return db_new_id(db);
}

void
task_extend(struct db *db, int64_t id, const char *due)
{
	db_run(db, &extend, INT(id), TEXT(due));
}

void
task_address(struct db *db, int64_t task, const struct task_addressee *a)
{
	for (; a; a = a->next)
		db_run(db, &add_addressee, INT(task), *a->kind ? TEXT(a->kind) : NONE,
		    ID(a->unit_group), ID(a->unit));
}

int64_t
task_unit_add(struct db *db, int64_t task, int64_t unit, int64_t flow_case)
{
	db_run(db, &add_unit, INT(task), INT(unit), INT(flow_case));
	return db_new_id(db);
}

void
task_unit_save(struct db *db, const struct task_unit *t)
{
	db_run(db, &save, INT(t->id), ID(t->holder), TEXT(t->holder ? "" : t->holder_name),
	    TEXT(t->result));
}

void
task_unit_moved(struct db *db, int64_t id, const char *sent)
{
	db_run(db, &moved, INT(id), DAY(sent));
}
