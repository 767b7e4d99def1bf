/* evaluation_result.c - what sheets add up to is ranked elsewhere; who sees it is here. */

#include "db/evaluation.h"

#include <string.h>

#include "db/mandate.h"

#define NAME(unit, column) \
	"coalesce((SELECT m." column " FROM unit_name m WHERE m.unit = " unit \
	" AND r.window_to BETWEEN m.valid_from AND m.valid_to), (SELECT m." column \
	" FROM unit_name m WHERE m.unit = " unit " ORDER BY m.valid_from DESC LIMIT 1))"
#define OF_NAME(column) \
	"CASE WHEN e.judged IS NULL THEN e." column " ELSE " NAME("e.judged", column) " END"
#define GROUP_OF(whose) \
	"(SELECT min(h.id) FROM unit_group h JOIN unit_member w ON w.unit_group = h.id" \
	"  AND w.unit = " whose " AND r.window_to BETWEEN w.valid_from AND w.valid_to" \
	" WHERE h.unit = r.unit AND h.kind <> 'list' AND r.window_to BETWEEN h.valid_from AND h.valid_to" \
	"  AND e.subject NOT IN ('household', 'cadre'))"
/* One under it without a cluster of its own, a village, is in that of its unit. */
#define GROUP "coalesce(" GROUP_OF("e.judged") ", " GROUP_OF("e.unit") ")"

static struct sql marks = SQL(
	"SELECT e.id, e.plan_class, coalesce(" GROUP ", 0),"
	" CASE WHEN e.judged IS NOT e.unit AND " GROUP " IS NULL THEN e.unit ELSE 0 END,"
	" (SELECT min(t.day) FROM evaluation_sent t WHERE t.evaluation = e.id), c.state = 'reviewed',"
	" coalesce(i.points, 0), CASE WHEN v.stage IS NULL THEN o.points ELSE v.points END,"
	" i.bonus, coalesce(v.skipped, o.skipped, 0), i.skip = 'full', coalesce(o.computed, 0),"
	" coalesce(o.points, -1), coalesce(o.skipped, 0)"
	" FROM evaluation e JOIN evaluation_round r ON r.id = e.evaluation_round"
	" JOIN flow_case c ON c.id = e.flow_case AND c.state IN ('sent', 'reviewed')"
	" JOIN evaluation_item i ON i.evaluation_round = r.id AND i.plan_class = e.plan_class"
	" LEFT JOIN evaluation_score o ON o.evaluation = e.id AND o.evaluation_item = i.id AND o.stage = 'own'"
	" LEFT JOIN evaluation_score v ON v.evaluation = e.id AND v.evaluation_item = i.id AND v.stage = 'review'"
	" WHERE r.id = ?1 ORDER BY e.plan_class, e.id, i.seq");
static struct sql waiting = SQL(
	"SELECT count(*) FROM evaluation e JOIN flow_case c ON c.id = e.flow_case"
	" AND c.state = 'sent' WHERE e.evaluation_round = ?1");

#define UNSENT "c.state IN ('draft', 'signing', 'returned')"
#define WAS_SENT "EXISTS (SELECT 1 FROM evaluation_sent t WHERE t.evaluation = e.id)"
static struct sql missing = SQL(
	"SELECT coalesce(sum(" UNSENT " AND " WAS_SENT "), 0), coalesce(sum(" UNSENT " AND NOT " WAS_SENT "), 0),"
	" coalesce(sum(d.evaluation IS NULL), 0) FROM evaluation_duty d"
	" LEFT JOIN evaluation e ON e.id = d.evaluation"
	" LEFT JOIN flow_case c ON c.id = e.flow_case WHERE d.evaluation_round = ?1");

static struct sql stand = SQL(
	"SELECT r.edition || '.' || (SELECT coalesce(max(s.id), 0) FROM flow_step s"
	"  WHERE s.flow_case = r.flow_case) || '.' || (SELECT count(*) || '.'"
	"  || coalesce(sum(e.edition), 0) || '.' || coalesce(max((SELECT max(s.id) FROM flow_step s"
	"   WHERE s.flow_case = e.flow_case)), 0) FROM evaluation e WHERE e.evaluation_round = r.id)"
	" FROM evaluation_round r WHERE r.id = ?1");

static struct sql publish = SQL(
	"INSERT INTO evaluation_publication (evaluation_round, number, day, at, account, reason)"
	" VALUES (?1, ?2, ?3, ?4, ?5, ?6)");
static struct sql add_left = SQL(
	"INSERT INTO evaluation_left VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)");
static struct sql add = SQL(
	"INSERT INTO evaluation_result VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)");

#define HERE(unit) \
	"(EXISTS (" MAY("evaluation.view", "?2", unit, "?3") ")" \
	" OR EXISTS (" MAY("evaluation.write", "?2", unit, "?3") ")" \
	" OR EXISTS (" MAY("evaluation.send", "?2", unit, "?3") "))"
#define BOARD "EXISTS (" MAY("evaluation.follow", "?2", "r.unit", "?3") ")"
#define MINE "(" HERE("e.unit") " OR (e.judged IS NOT NULL AND " HERE("e.judged") "))"

#define LEFT_MINE "(" HERE("x.unit") " OR (x.judged IS NOT NULL AND " HERE("x.judged") "))"

static struct sql results = SQL(
	"SELECT e.id, x.unit_group, e.plan_class, x.name, " OF_NAME("name_key") ", "
	OF_NAME("name_plain") ", g.name, k.name, x.grade, " NAME("e.unit", "name") ", x.total, x.bonus,"
	" x.maximum, x.share, x.rank, x.among, " MINE ", " HERE("e.unit") " OR " BOARD ", ''"
	" FROM evaluation_result x JOIN evaluation e ON e.id = x.evaluation"
	" JOIN evaluation_round r ON r.id = e.evaluation_round"
	" JOIN plan_class k ON k.id = e.plan_class LEFT JOIN unit_group g ON g.id = x.unit_group"
	" WHERE x.evaluation_publication = ?1 AND (" BOARD " OR " MINE
	"  OR (e.subject NOT IN ('household', 'cadre') AND EXISTS (SELECT 1 FROM unit_member w"
	"   WHERE w.unit_group = x.unit_group AND r.window_to BETWEEN w.valid_from AND w.valid_to"
	"   AND " HERE("w.unit") ")))"
	" ORDER BY k.seq, g.kind, g.name, x.rank, 5");

/* As results, of what was left out. */
static struct sql left = SQL(
	"SELECT coalesce(x.evaluation, 0), x.unit_group, x.plan_class, x.name, x.name_key, x.name_plain,"
	" g.name, k.name, '', " NAME("x.unit", "name") ", 0, 0, 0, 0, 0, 0, " LEFT_MINE ","
	" x.evaluation IS NOT NULL AND (" HERE("x.unit") " OR " BOARD "), x.state"
	" FROM evaluation_left x JOIN evaluation_publication p ON p.id = x.evaluation_publication"
	" JOIN evaluation_round r ON r.id = p.evaluation_round"
	" JOIN plan_class k ON k.id = x.plan_class LEFT JOIN unit_group g ON g.id = x.unit_group"
	" WHERE x.evaluation_publication = ?1 AND (" BOARD " OR " LEFT_MINE
	"  OR (x.subject NOT IN ('household', 'cadre') AND EXISTS (SELECT 1 FROM unit_member w"
	"   WHERE w.unit_group = x.unit_group AND r.window_to BETWEEN w.valid_from AND w.valid_to"
	"   AND " HERE("w.unit") "))) ORDER BY x.seq");

static struct sql drafts = SQL(
	"SELECT e.id, " GROUP " AS at, e.plan_class, " OF_NAME("name") ", " OF_NAME("name_key") ", "
	OF_NAME("name_plain") ", (SELECT g.name FROM unit_group g WHERE g.id = " GROUP "), k.name, '',"
	" " NAME("e.unit", "name") ", 0, 0, 0, 0, 0, 0, " MINE ", " HERE("e.unit") " OR " BOARD ", ''"
	" FROM evaluation e JOIN evaluation_round r ON r.id = e.evaluation_round"
	" JOIN plan_class k ON k.id = e.plan_class"
	" JOIN flow_case c ON c.id = e.flow_case AND c.state IN ('sent', 'reviewed')"
	" WHERE r.id = ?1 AND (" BOARD " OR (c.state = 'reviewed' AND " MINE "))"
	" ORDER BY k.seq, at, 5");

struct evaluation_mark *
evaluation_marks(struct db *db, struct mem *mem, int64_t round)
{
	struct evaluation_mark *first = NULL, **tail = &first;
	struct sql *q = &marks;

	db_query(db, q, INT(round));
	while (db_next(db, q)) {
		*tail = mem_take(mem, sizeof(**tail));
		**tail = (struct evaluation_mark){
			.evaluation  = col_int(q, 0),
			.plan_class  = col_int(q, 1),
			.unit_group  = col_int(q, 2),
			.holder      = col_int(q, 3),
			.first_day   = col_text(q, 4, mem),
			.reviewed    = col_int(q, 5),
			.maximum     = col_int(q, 6),
			.points      = col_int(q, 7),
			.none        = col_null(q, 7),
			.bonus       = col_int(q, 8),
			.skipped     = col_int(q, 9),
			.full        = col_int(q, 10),
			.computed    = col_int(q, 11),
			.own         = col_int(q, 12),
			.own_skipped = col_int(q, 13),
		};
		tail = &(*tail)->next;
	}
	return first;
}

int64_t
evaluation_waiting(struct db *db, int64_t round)
{
	return db_row(db, &waiting, INT(round)) ? col_int(&waiting, 0) : 0;
}

struct evaluation_missing
evaluation_missing(struct db *db, int64_t round)
{
	if (!db_row(db, &missing, INT(round)))
		return (struct evaluation_missing){ 0 };
	return (struct evaluation_missing){ col_int(&missing, 0), col_int(&missing, 1),
	    col_int(&missing, 2) };
}

const char *
evaluation_stand(struct db *db, struct mem *mem, int64_t round)
{
	return db_row(db, &stand, INT(round)) ? col_text(&stand, 0, mem) : "";
}

int64_t
evaluation_publish(struct db *db, int64_t round, const char *number, const char *day,
    const char *reason, int64_t account, int64_t now)
{
	db_run(db, &publish, INT(round), TEXT(number), TEXT(day), INT(now), ID(account), TEXT(reason));
	return db_new_id(db);
}

const char *
evaluation_left_state(const struct evaluation *e)
{
	return !e->id ? "none" : *e->first_day ? "returned" : "draft";
}

void
evaluation_left_add(struct db *db, int64_t publication, int seq, const struct evaluation *e)
{
	db_run(db, &add_left, INT(publication), INT(seq), ID(e->id), INT(e->plan_class), INT(e->unit),
	    ID(e->judged), TEXT(e->subject), TEXT(e->name), TEXT(e->name_key), TEXT(e->name_plain),
	    ID(e->unit_group), TEXT(evaluation_left_state(e)));
}

void
evaluation_result_add(struct db *db, int64_t publication, const struct evaluation_result *x)
{
	db_run(db, &add, INT(publication), INT(x->evaluation), TEXT(x->name), ID(x->unit_group),
	    INT(x->total), INT(x->bonus), INT(x->maximum), INT(x->share), TEXT(x->grade),
	    INT(x->rank), INT(x->among));
}

static struct evaluation_result **
take(struct db *db, struct sql *q, struct mem *mem, struct evaluation_result **tail)
{
	while (db_next(db, q)) {
		*tail = mem_take(mem, sizeof(**tail));
		**tail = (struct evaluation_result){
			.evaluation = col_int(q, 0),
			.unit_group = col_int(q, 1),
			.plan_class = col_int(q, 2),
			.name       = col_text(q, 3, mem),
			.name_key   = col_text(q, 4, mem),
			.name_plain = col_text(q, 5, mem),
			.group_name = col_text(q, 6, mem),
			.class_name = col_text(q, 7, mem),
			.grade      = col_text(q, 8, mem),
			.unit_name  = col_text(q, 9, mem),
			.total      = col_int(q, 10),
			.bonus      = col_int(q, 11),
			.maximum    = col_int(q, 12),
			.share      = col_int(q, 13),
			.rank       = col_int(q, 14),
			.among      = col_int(q, 15),
			.mine       = col_int(q, 16),
			.sheet      = col_int(q, 17),
			.left       = col_text(q, 18, mem),
		};
		tail = &(*tail)->next;
	}
	return tail;
}

struct evaluation_result *
evaluation_results(struct db *db, struct mem *mem, int64_t publication, int64_t account,
    const char *day)
{
	struct evaluation_result *first = NULL, **tail;

	db_query(db, &results, INT(publication), INT(account), TEXT(day));
	tail = take(db, &results, mem, &first);
	db_query(db, &left, INT(publication), INT(account), TEXT(day));
	take(db, &left, mem, tail);
	return first;
}

struct evaluation_result *
evaluation_drafts(struct db *db, struct mem *mem, int64_t round, int64_t account,
    const char *day)
{
	struct evaluation_result *first = NULL;

	db_query(db, &drafts, INT(round), INT(account), TEXT(day));
	take(db, &drafts, mem, &first);
	return first;
}
