/* unit_bound.c - the SQL of what binds a unit. */

#include "db/unit_bound.h"

#include "db/unit.h"

/* Here ?1 is the unit, ?2 the day, ?3 the language. */
#define OF_UNIT(column) "(SELECT n." column " FROM unit u JOIN unit_name n ON n.unit = u.id" \
	" AND max(u.valid_from, min(?2, u.valid_to)) BETWEEN n.valid_from AND n.valid_to" \
	" WHERE u.id = ?1)"

static struct sql plans = SQL(
	"SELECT p.id, p.number, coalesce(p.date, ''), p.subject,"
	" coalesce((SELECT z.name FROM plan_short_name z WHERE z.plan = p.id AND z.tie = 0 ORDER BY z.seq LIMIT 1), ''),"
	" p.period_from,"
	" p.period_to, p.unit, n.name, CASE WHEN ?3 = 'en' THEN k.label_en ELSE k.label_vi END,"
	" coalesce(d.sent, 0), coalesce(d.acknowledged, 0), coalesce(p.signup_due, ''),"
	" coalesce(CASE WHEN ?3 = 'en' THEN t.outside_en ELSE t.outside_vi END, ''),"
	" coalesce(t.tag, ''), coalesce(s.id, 0), coalesce(t.stands, 0)"
	" FROM plan p JOIN plan_force y ON y.plan = p.id AND ?2 BETWEEN y.first_day AND y.last_day"
	"  AND y.own = 1"
	" JOIN unit i ON i.id = p.unit"
	" JOIN unit_name n ON n.unit = i.id"
	"  AND max(i.valid_from, min(?2, i.valid_to)) BETWEEN n.valid_from AND n.valid_to"
	" JOIN unit_kind k ON k.kind = n.kind"
	" LEFT JOIN plan_delivery d ON d.plan = p.id AND d.unit = ?1"
	"  AND EXISTS (SELECT 1 FROM plan_recipient pr WHERE pr.id = d.recipient AND pr.purpose IN ('act', 'join'))"
	" LEFT JOIN signup s ON s.plan = p.id AND s.unit = ?1"
	" LEFT JOIN flow_case f ON f.id = s.flow_case"
	" LEFT JOIN flow_state t ON t.flow = f.flow AND t.state = f.state"
	" WHERE (d.plan IS NOT NULL OR (EXISTS (SELECT 1 FROM plan_class a"
	"   JOIN plan_class_kind b ON b.plan_class = a.id"
	"   WHERE a.plan = p.id AND b.kind = " OF_UNIT("kind") ")"
	"  AND EXISTS (SELECT 1 FROM unit_under x WHERE x.ancestor = p.unit AND x.unit = ?1"
	"   AND x.depth > 0 AND ?2 BETWEEN x.valid_from AND x.valid_to)))"
	" ORDER BY k.level, p.unit, p.date DESC, p.id DESC");

struct unit_plan *
unit_plans(struct db *db, struct mem *mem, int64_t id, const char *day, const char *lang)
{
	struct unit_plan *first = NULL, **tail = &first;

	db_query(db, &plans, INT(id), TEXT(day), TEXT(lang));
	while (db_next(db, &plans)) {
		*tail = mem_take(mem, sizeof(**tail));
		**tail = (struct unit_plan){
			.id           = col_int(&plans, 0),
			.number       = col_text(&plans, 1, mem),
			.date         = col_text(&plans, 2, mem),
			.subject      = col_text(&plans, 3, mem),
			.short_name   = col_text(&plans, 4, mem),
			.period_from  = col_text(&plans, 5, mem),
			.period_to    = col_text(&plans, 6, mem),
			.issuer       = col_int(&plans, 7),
			.issuer_name  = col_text(&plans, 8, mem),
			.level_label  = col_text(&plans, 9, mem),
			.sent         = col_int(&plans, 10),
			.acknowledged = col_int(&plans, 11),
			.signup_due   = col_text(&plans, 12, mem),
			.signup       = col_text(&plans, 13, mem),
			.signup_tag   = col_text(&plans, 14, mem),
			.signup_id    = col_int(&plans, 15),
			.signed_up    = col_int(&plans, 16),
		};
		tail = &(*tail)->next;
	}
	return first;
}

static struct sql dues = SQL(
	"SELECT q.id, q.name, f.name, " UNIT_CALLED("f.unit", "?2") ", e.last_day,"
	" coalesce((SELECT min(x.at) FROM report_sent x WHERE x.report = r.id), 0),"
	" coalesce(CASE WHEN ?3 = 'en' THEN t.outside_en ELSE t.outside_vi END, ''),"
	" coalesce(t.tag, ''), coalesce(r.id, 0), coalesce(t.stands, 0)"
	" FROM report_period q JOIN report_form f ON f.id = q.report_form"
	" JOIN report_deadline e ON e.report_period = q.id AND e.kind = " OF_UNIT("kind")
	" LEFT JOIN report r ON r.report_period = q.id AND r.unit = ?1"
	" LEFT JOIN flow_case c ON c.id = r.flow_case"
	" LEFT JOIN flow_state t ON t.flow = c.flow AND t.state = c.state"
	" WHERE q.opens <= ?2 AND EXISTS (SELECT 1 FROM unit_under x WHERE x.ancestor = f.unit"
	"  AND x.unit = ?1 AND x.depth > 0 AND ?2 BETWEEN x.valid_from AND x.valid_to)"
	" ORDER BY e.last_day DESC, q.id DESC LIMIT ?4");

struct unit_due *
unit_dues(struct db *db, struct mem *mem, int64_t id, const char *day, const char *lang,
    int64_t limit)
{
	struct unit_due *first = NULL, **tail = &first;

	db_query(db, &dues, INT(id), TEXT(day), TEXT(lang), INT(limit));
	while (db_next(db, &dues)) {
		*tail = mem_take(mem, sizeof(**tail));
		**tail = (struct unit_due){
			.period     = col_int(&dues, 0),
			.name       = col_text(&dues, 1, mem),
			.form       = col_text(&dues, 2, mem),
			.asker_name = col_text(&dues, 3, mem),
			.due_date   = col_text(&dues, 4, mem),
			.sent       = col_int(&dues, 5),
			.state      = col_text(&dues, 6, mem),
			.tag        = col_text(&dues, 7, mem),
			.report     = col_int(&dues, 8),
			.stands     = col_int(&dues, 9),
		};
		tail = &(*tail)->next;
	}
	return first;
}

static struct sql tasks = SQL(
	"SELECT x.id, k.text, p.number, p.subject, " UNIT_CALLED("p.unit", "?2") ", e.last_day,"
	" coalesce(x.first_day, ''), t.stands,"
	" CASE WHEN ?3 = 'en' THEN t.outside_en ELSE t.outside_vi END, t.tag"
	" FROM task_unit x JOIN task k ON k.id = x.task JOIN task_deadline e ON e.task = k.id"
	" JOIN plan p ON p.id = k.plan JOIN flow_case c ON c.id = x.flow_case"
	" JOIN flow_state t ON t.flow = c.flow AND t.state = c.state"
	" WHERE x.unit = ?1 AND c.state NOT IN ('new', 'withdrawn') AND k.day <= ?2"
	" ORDER BY t.stands, CASE t.stands WHEN 0 THEN e.last_day END, e.last_day DESC, k.id"
	" LIMIT ?4");

struct unit_task *
unit_tasks(struct db *db, struct mem *mem, int64_t id, const char *day, const char *lang,
    int64_t limit)
{
	struct unit_task *first = NULL, **tail = &first;

	db_query(db, &tasks, INT(id), TEXT(day), TEXT(lang), INT(limit));
	while (db_next(db, &tasks)) {
		*tail = mem_take(mem, sizeof(**tail));
		**tail = (struct unit_task){
			.id          = col_int(&tasks, 0),
			.text        = col_text(&tasks, 1, mem),
			.number      = col_text(&tasks, 2, mem),
			.subject     = col_text(&tasks, 3, mem),
			.issuer_name = col_text(&tasks, 4, mem),
			.last_day    = col_text(&tasks, 5, mem),
			.first_day   = col_text(&tasks, 6, mem),
			.stands      = col_int(&tasks, 7),
			.state       = col_text(&tasks, 8, mem),
			.tag         = col_text(&tasks, 9, mem),
		};
		tail = &(*tail)->next;
	}
	return first;
}

static struct sql answers = SQL(
	"SELECT x.id, d.number, d.subject, " UNIT_CALLED("d.unit", "?2") ", coalesce(e.last_day, ''),"
	" coalesce(x.first_day, ''), t.stands,"
	" CASE WHEN ?3 = 'en' THEN w.outside_en ELSE w.outside_vi END, w.tag"
	" FROM document_answer x JOIN document d ON d.id = x.document"
	" LEFT JOIN holiday_due e ON e.day = d.due_date JOIN flow_case c ON c.id = x.flow_case"
	" JOIN flow_state t ON t.flow = c.flow AND t.state = c.state"
	/* what its leader gave back was never sent: outside it is not answered, as before */
	" JOIN flow_state w ON w.flow = c.flow AND w.state = CASE WHEN c.state = 'returned'"
	"  AND x.first_day IS NULL THEN 'waiting' ELSE c.state END"
	" WHERE coalesce(x.heir, x.unit) = ?1 AND c.state NOT IN ('new', 'withdrawn')"
	" AND coalesce(d.date, ?2) <= ?2"
	" ORDER BY t.stands, CASE t.stands WHEN 0 THEN e.last_day END, e.last_day DESC, x.id"
	" LIMIT ?4");

struct unit_answer *
unit_answers(struct db *db, struct mem *mem, int64_t id, const char *day, const char *lang,
    int64_t limit)
{
	struct unit_answer *first = NULL, **tail = &first;

	db_query(db, &answers, INT(id), TEXT(day), TEXT(lang), INT(limit));
	while (db_next(db, &answers)) {
		*tail = mem_take(mem, sizeof(**tail));
		**tail = (struct unit_answer){
			.id         = col_int(&answers, 0),
			.number     = col_text(&answers, 1, mem),
			.subject    = col_text(&answers, 2, mem),
			.asker_name = col_text(&answers, 3, mem),
			.last_day   = col_text(&answers, 4, mem),
			.first_day  = col_text(&answers, 5, mem),
			.stands     = col_int(&answers, 6),
			.state      = col_text(&answers, 7, mem),
			.tag        = col_text(&answers, 8, mem),
		};
		tail = &(*tail)->next;
	}
	return first;
}
