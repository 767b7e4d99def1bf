/* report_form_period.c - the SQL of periods and their due dates, and the windows they span. */

#include "db/report_form.h"

#include <string.h>

#include "db/mandate.h"
#include "db/text.h"

#define PERIOD(expected_, sent_, date_) \
	"SELECT p.id, p.report_form, p.name, p.window_from, p.window_to, p.opens, p.source," \
	" f.name, f.unit, " expected_ ", " sent_ ", " date_ \
	" FROM report_period p JOIN report_form f ON f.id = p.report_form "

/*
 * Whom a person follows is read on the window's last day: an old period keeps the units of
 * its time.  Where he follows the asker and all under it, they are not looked at:
 * report_duty_count has their number.
 */
#define HELD \
	"WITH held (unit, below) AS MATERIALIZED (SELECT m.unit, max(a.scope = 'below')" \
	" FROM mandate m JOIN role_ability a ON a.role = m.role AND a.ability = 'report.follow'" \
	" WHERE m.account = ?1 AND ?2 BETWEEN m.valid_from AND m.valid_to" \
	" AND " ROLE_HOLDS("a", "?2") " GROUP BY m.unit)"
#define FOLLOWED(period_, day_) \
	"FROM held h CROSS JOIN unit_under u ON u.ancestor = h.unit AND (h.below OR u.depth = 0)" \
	" AND " day_ " BETWEEN u.valid_from AND u.valid_to" \
	" CROSS JOIN report_duty e ON e.report_period = " period_ " AND e.unit = u.unit"
#define COUNTED(where_) \
	"CASE WHEN q.whole THEN (SELECT coalesce(sum(e.n), 0) FROM report_duty_count e" \
	"  WHERE e.report_period = p.id" where_ ")" \
	" ELSE (SELECT count(DISTINCT e.unit) " FOLLOWED("p.id", "p.window_to") where_ ") END"

static struct sql form_periods = SQL(PERIOD("0", "0", "0, 0, 0")
	"WHERE p.report_form = ?1 ORDER BY p.window_to DESC, p.id DESC");
static struct sql one_period = SQL(PERIOD("0", "0", "coalesce(p.plan_date, 0),"
	" coalesce((SELECT d.plan FROM plan_date d WHERE d.id = p.plan_date), 0),"
	" (SELECT count(*) FROM report_period_unit o WHERE o.report_period = p.id)")
	"WHERE p.id = ?1");
static struct sql followed = SQL(HELD
	PERIOD(COUNTED(""), COUNTED(" AND e.state IN ('sent', 'accepted')"), "0, 0, 0")
	"JOIN (SELECT z.id, EXISTS (SELECT 1 FROM held h CROSS JOIN unit_under u"
	"   ON u.ancestor = h.unit AND u.unit = y.unit AND z.window_to BETWEEN u.valid_from AND u.valid_to"
	"   WHERE h.below) AS whole"
	"  FROM report_form y CROSS JOIN report_period z ON z.report_form = y.id"
	"  WHERE ?3 IN (0, z.id) AND CASE WHEN whole"
	"   THEN EXISTS (SELECT 1 FROM report_duty_count e WHERE e.report_period = z.id)"
	"   WHEN EXISTS (SELECT 1 FROM held h CROSS JOIN unit_under a ON a.ancestor = y.unit"
	"    AND a.unit = h.unit AND z.window_to BETWEEN a.valid_from AND a.valid_to)"
	"   THEN EXISTS (SELECT 1 " FOLLOWED("z.id", "z.window_to") ") END"
	"  ORDER BY z.window_to DESC, z.id DESC LIMIT 24) q ON q.id = p.id"
	" ORDER BY p.window_to DESC, p.id DESC");
static struct sql period_before = SQL(
	"SELECT b.id FROM report_period p JOIN report_period b"
	" ON b.report_form = p.report_form AND b.window_to < p.window_from"
	" WHERE p.id = ?1 ORDER BY b.window_to DESC, b.window_from DESC LIMIT 1");
static struct sql window_taken = SQL(
	"SELECT 1 FROM report_period WHERE report_form = ?1 AND window_from = ?2"
	" AND window_to = ?3 AND id <> ?4");
static struct sql is_sent = SQL(
	"SELECT 1 FROM report r JOIN report_sent t ON t.report = r.id WHERE r.report_period = ?1");
static struct sql add_period = SQL(
	"INSERT INTO report_period (report_form, name, window_from, window_to, opens, source, plan_date)"
	" VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)");
static struct sql ask_unit = SQL(
	"INSERT INTO report_period_unit (report_period, unit) VALUES (?1, ?2)");
static struct sql change_period = SQL(
	"UPDATE report_period SET name = ?2, window_from = ?3, window_to = ?4, opens = ?5,"
	" source = ?6 WHERE id = ?1");

static struct sql dues = SQL(
	"SELECT k.kind, CASE WHEN ?2 = 'en' THEN k.label_en ELSE k.label_vi END,"
	" coalesce(d.due_date, ''), coalesce(d.last_day, ''), coalesce(d.holiday, ''),"
	" (SELECT count(*) FROM report r"
	"  JOIN report_period p ON p.id = r.report_period"
	"  JOIN unit_name n ON n.unit = r.unit"
	"   AND p.window_to BETWEEN n.valid_from AND n.valid_to"
	"  WHERE r.report_period = ?1 AND n.kind = k.kind),"
	" CASE WHEN k.valid_to < ?3 THEN k.valid_to ELSE '' END"
	" FROM unit_kind k LEFT JOIN report_deadline d ON d.kind = k.kind AND d.report_period = ?1"
	" ORDER BY k.level, k.kind");
static struct sql drop_due = SQL(
	"DELETE FROM report_due WHERE report_period = ?1 AND kind = ?2");
static struct sql add_due = SQL(
	"INSERT INTO report_due (report_period, kind, due_date) VALUES (?1, ?2, ?3)");

static struct report_period *
take_periods(struct db *db, struct sql *q, struct mem *mem)
{
	struct report_period *first = NULL, **tail = &first;

	while (db_next(db, q)) {
		*tail = mem_take(mem, sizeof(**tail));
		**tail = (struct report_period){
			.id          = col_int(q, 0),
			.form        = col_int(q, 1),
			.name        = col_text(q, 2, mem),
			.window_from = col_text(q, 3, mem),
			.window_to   = col_text(q, 4, mem),
			.opens       = col_text(q, 5, mem),
			.source      = col_text(q, 6, mem),
			.form_name   = col_text(q, 7, mem),
			.unit        = col_int(q, 8),
			.expected    = col_int(q, 9),
			.sent        = col_int(q, 10),
			.plan_date   = col_int(q, 11),
			.plan        = col_int(q, 12),
			.asked       = col_int(q, 13),
		};
		tail = &(*tail)->next;
	}
	return first;
}

struct report_period *
report_form_periods(struct db *db, struct mem *mem, int64_t form)
{
	db_query(db, &form_periods, INT(form));
	return take_periods(db, &form_periods, mem);
}

struct report_period *
report_periods_followed(struct db *db, struct mem *mem, int64_t account, const char *day,
    int64_t period)
{
	db_query(db, &followed, INT(account), TEXT(day), INT(period));
	return take_periods(db, &followed, mem);
}

struct report_period *
report_period_get(struct db *db, struct mem *mem, int64_t id)
{
	db_query(db, &one_period, INT(id));
	return take_periods(db, &one_period, mem);
}

int64_t
report_period_before(struct db *db, int64_t id)
{
	return db_row(db, &period_before, INT(id)) ? col_int(&period_before, 0) : 0;
}

bool
report_window_taken(struct db *db, int64_t form, const char *from, const char *to,
    int64_t but)
{
	return db_row(db, &window_taken, INT(form), TEXT(from), TEXT(to), INT(but));
}

bool
report_period_is_sent(struct db *db, int64_t id)
{
	return db_row(db, &is_sent, INT(id));
}

int64_t
report_period_add(struct db *db, const struct report_period *p)
{
	db_run(db, &add_period, INT(p->form), TEXT(p->name), TEXT(p->window_from),
	    TEXT(p->window_to), TEXT(p->opens), TEXT(p->source), ID(p->plan_date));
	return db_new_id(db);
}

void
report_period_ask(struct db *db, int64_t period, int64_t unit)
{
	db_run(db, &ask_unit, INT(period), INT(unit));
}

void
report_period_change(struct db *db, const struct report_period *p)
{
	db_run(db, &change_period, INT(p->id), TEXT(p->name), TEXT(p->window_from),
	    TEXT(p->window_to), TEXT(p->opens), TEXT(p->source));
}

struct report_due *
report_dues(struct db *db, struct mem *mem, int64_t period, const char *day, const char *lang)
{
	struct report_due *first = NULL, **tail = &first;

	db_query(db, &dues, INT(period), TEXT(lang), TEXT(day));
	while (db_next(db, &dues)) {
		*tail = mem_take(mem, sizeof(**tail));
		**tail = (struct report_due){ col_text(&dues, 0, mem), col_text(&dues, 1, mem),
		    col_text(&dues, 2, mem), col_text(&dues, 3, mem), col_text(&dues, 4, mem),
		    col_int(&dues, 5), col_text(&dues, 6, mem), NULL };
		tail = &(*tail)->next;
	}
	return first;
}

void
report_due_put(struct db *db, int64_t period, const char *kind, const char *due_date)
{
	db_run(db, &drop_due, INT(period), TEXT(kind));
	if (*due_date)
		db_run(db, &add_due, INT(period), TEXT(kind), TEXT(due_date));
}

/* The first and last month of the window: months counted from January of `year`,
 * which is 1; 0 is the December before. */
static bool
months(const char *kind, int64_t n, int64_t *first, int64_t *last)
{
	if (!strcmp(kind, "month") && n >= 1 && n <= 12)
		*first = n - 1, *last = n;
	else if (!strcmp(kind, "quarter") && n >= 1 && n <= 4)
		*first = n * 3 - 3, *last = n * 3;
	else if (!strcmp(kind, "half") && n >= 1 && n <= 2)
		*first = n * 6 - 6, *last = n * 6;
	else if (!strcmp(kind, "year"))
		*first = 0, *last = 12;
	else
		return false;
	return true;
}

static const char *
day_of(struct mem *mem, int64_t year, int64_t month, int64_t day)
{
	if (month < 1)
		year--, month += 12;
	return mem_printf(mem, "%04lld-%02lld-%02lld", (long long)year, (long long)month,
	    (long long)day);
}

static const char *
period_name(struct mem *mem, const char *kind, int64_t year, int64_t n)
{
	static const char *const roman[] = { "", "I", "II", "III", "IV" };
	long long y = year;

	if (*kind == 'm')
		return mem_printf(mem, "Tháng %lld/%lld", (long long)n, y);
	if (*kind == 'q')
		return mem_printf(mem, "Quý %s/%lld", roman[n], y);
	if (*kind == 'h')
		return mem_printf(mem, n == 1 ? "6 tháng đầu năm %lld"
		    : "6 tháng cuối năm %lld", y);
	return mem_printf(mem, "Năm %lld", y);
}

bool
report_window(struct mem *mem, const char *kind, int64_t year, int64_t n,
    struct report_window *w)
{
	int64_t first, last;

	if (year < 2000 || year > 2100 || !months(kind, n, &first, &last))
		return false;
	w->name = period_name(mem, kind, year, n);
	w->from = day_of(mem, year, first, 15);
	w->to = day_of(mem, year, last, 14);
	w->opens = text_day_add(mem, w->to, -7);
	w->due = day_of(mem, year, last, 25);
	return true;
}
