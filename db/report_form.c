/* report_form.c - the SQL of forms and periods. */

#include "db/report_form.h"

#include <string.h>

#include "db/mandate.h"
#include "db/text.h"

#define FORM \
	"SELECT f.id, f.unit, f.name, f.kind, f.document," \
	" coalesce((SELECT n.name FROM unit_name n WHERE n.unit = f.unit" \
	"  ORDER BY n.valid_from DESC LIMIT 1), '')," \
	" (SELECT count(*) FROM report_period p WHERE p.report_form = f.id)," \
	" (SELECT count(DISTINCT t.report) FROM report_period p" \
	"  JOIN report r ON r.report_period = p.id JOIN report_sent t ON t.report = r.id" \
	"  WHERE p.report_form = f.id)" \
	" FROM report_form f "

static struct sql my_forms = SQL(FORM
	"WHERE EXISTS (" MAY("report.design", "?1", "f.unit", "?2") ") ORDER BY f.id DESC");
static struct sql one_form = SQL(FORM "WHERE f.id = ?1");
static struct sql add_form = SQL(
	"INSERT INTO report_form (unit, name, kind, document) VALUES (?1, ?2, ?3, ?4)");
static struct sql change_form = SQL(
	"UPDATE report_form SET name = ?2, kind = ?3, document = ?4 WHERE id = ?1");

#define SECTION \
	"SELECT s.id, s.report_form, s.seq, coalesce(s.plan, 0)," \
	" coalesce(trim(p.number || ' ' || p.subject), ''), s.title, s.hint, s.kind," \
	" coalesce((SELECT group_concat(k.kind, ' ') FROM report_section_kind k" \
	"  WHERE k.report_section = s.id), '')" \
	" FROM report_section s LEFT JOIN plan p ON p.id = s.plan "

static struct sql form_sections = SQL(SECTION "WHERE s.report_form = ?1 ORDER BY s.seq");
static struct sql one_section = SQL(SECTION "WHERE s.id = ?1");
static struct sql add_section = SQL(
	"INSERT INTO report_section (report_form, seq, plan, title, kind, hint)"
	" VALUES (?1, CASE WHEN ?2 > 0 THEN ?2 ELSE (SELECT coalesce(max(seq), 0) + 1"
	"  FROM report_section WHERE report_form = ?1) END, ?3, ?4, ?5, ?6)");
static struct sql change_section = SQL(
	"UPDATE report_section SET plan = ?2, title = ?3, kind = ?4, hint = ?5 WHERE id = ?1");
static struct sql drop_kinds = SQL(
	"DELETE FROM report_section_kind WHERE report_section = ?1");
static struct sql add_kind = SQL(
	"INSERT INTO report_section_kind (report_section, kind) VALUES (?1, ?2)");
static struct sql is_begun = SQL(
	"SELECT 1 FROM report_text WHERE report_section = ?1 UNION ALL"
	" SELECT 1 FROM report_section s JOIN report_line l ON l.report_section = s.id"
	" JOIN report_period p ON p.report_form = s.report_form"
	" JOIN report r ON r.report_period = p.id"
	" JOIN report_value v ON v.report = r.id AND v.indicator = l.indicator"
	" WHERE s.id = ?1");
static struct sql drop_section = SQL("DELETE FROM report_section WHERE id = ?1");

static struct sql lines = SQL(
	"SELECT l.indicator, coalesce(l.carry, 0), i.code, coalesce(c.code, ''), i.rule,"
	" coalesce(i.numerator, 0), coalesce(i.denominator, 0)"
	" FROM report_line l JOIN indicator i ON i.id = l.indicator"
	" LEFT JOIN indicator c ON c.id = l.carry"
	" WHERE l.report_section = ?1 ORDER BY l.seq");
static struct sql add_line = SQL(
	"INSERT INTO report_line (report_section, seq, indicator, carry)"
	" VALUES (?1, ?2, ?3, ?4)");
static struct sql drop_lines = SQL("DELETE FROM report_line WHERE report_section = ?1");
static struct sql count_lines = SQL(
	"SELECT count(*) FROM report_line l JOIN report_section s ON s.id = l.report_section"
	" WHERE s.report_form = ?1 AND s.id <> ?2");
static struct sql asks = SQL(
	"SELECT 1 FROM report_line l JOIN report_section s ON s.id = l.report_section"
	" WHERE s.report_form = ?1 AND l.indicator = ?2 AND s.id <> ?3");

#define PERIOD(expected_, sent_) \
	"SELECT p.id, p.report_form, p.name, p.window_from, p.window_to, p.opens, p.source," \
	" f.name, f.unit, " expected_ ", " sent_ \
	" FROM report_period p JOIN report_form f ON f.id = p.report_form "

/* Whom a person follows is read on the window's last day: an old period keeps the
 * units of its time. */
#define FOLLOWED \
	"EXISTS (SELECT 1 FROM mandate_scope ms WHERE ms.account = ?1" \
	" AND ms.ability = 'report.follow' AND ms.unit = e.unit" \
	" AND ?2 BETWEEN ms.mandate_from AND ms.mandate_to" \
	" AND e.window_to BETWEEN ms.unit_from AND ms.unit_to)"

static struct sql form_periods = SQL(PERIOD("0", "0")
	"WHERE p.report_form = ?1 ORDER BY p.window_to DESC, p.id DESC");
static struct sql one_period = SQL(PERIOD("0", "0") "WHERE p.id = ?1");
/* Those of askers above whom he follows: the others' units are not even looked at. */
static struct sql followed = SQL(PERIOD(
	"(SELECT count(*) FROM report_expected e WHERE e.report_period = p.id AND " FOLLOWED ")",
	"(SELECT count(*) FROM report_expected e JOIN report r ON r.report_period = p.id"
	"  AND r.unit = e.unit JOIN flow_case c ON c.id = r.flow_case"
	"  AND c.state IN ('sent', 'accepted')"
	"  WHERE e.report_period = p.id AND " FOLLOWED ")")
	"WHERE ?3 IN (0, p.id) AND f.unit IN (SELECT u.ancestor FROM mandate_scope ms"
	"  JOIN unit_under u ON u.unit = ms.unit WHERE ms.account = ?1"
	"  AND ms.ability = 'report.follow' AND ?2 BETWEEN ms.mandate_from AND ms.mandate_to)"
	" AND EXISTS (SELECT 1 FROM report_expected e WHERE e.report_period = p.id AND "
	FOLLOWED ") ORDER BY p.window_to DESC, p.id DESC LIMIT 24");
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
	"INSERT INTO report_period (report_form, name, window_from, window_to, opens, source)"
	" VALUES (?1, ?2, ?3, ?4, ?5, ?6)");
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

#define UNITS_OF(ability_) \
	"SELECT m.unit, coalesce((SELECT n.name FROM unit_name n WHERE n.unit = m.unit" \
	"  ORDER BY n.valid_from DESC LIMIT 1), '')" \
	" FROM mandate m JOIN role_ability a ON a.role = m.role AND a.ability = '" ability_ "'" \
	" WHERE m.account = ?1 AND ?2 BETWEEN m.valid_from AND m.valid_to" \
	" AND " ROLE_HOLDS("a", "?2") " GROUP BY m.unit" \
	" ORDER BY (SELECT count(*) FROM unit_under u WHERE u.ancestor = m.unit) DESC, m.unit"

static struct sql design_units = SQL(UNITS_OF("report.design"));
static struct sql follow_units = SQL(UNITS_OF("report.follow"));
static struct sql plans = SQL(
	"SELECT p.id, trim(p.number || ' ' || p.subject) FROM plan p"
	" JOIN flow_case c ON c.id = p.flow_case AND c.state = 'issued'"
	" ORDER BY p.date DESC, p.id DESC LIMIT 200");

static struct report_form *
take_forms(struct db *db, struct sql *q, struct mem *mem)
{
	struct report_form *first = NULL, **tail = &first;

	while (db_next(db, q)) {
		*tail = mem_take(mem, sizeof(**tail));
		**tail = (struct report_form){
			.id        = col_int(q, 0),
			.unit      = col_int(q, 1),
			.name      = col_text(q, 2, mem),
			.kind      = col_text(q, 3, mem),
			.document  = col_text(q, 4, mem),
			.unit_name = col_text(q, 5, mem),
			.periods   = col_int(q, 6),
			.sent      = col_int(q, 7),
		};
		tail = &(*tail)->next;
	}
	return first;
}

struct report_form *
report_forms(struct db *db, struct mem *mem, int64_t account, const char *day)
{
	db_query(db, &my_forms, INT(account), TEXT(day));
	return take_forms(db, &my_forms, mem);
}

struct report_form *
report_form_get(struct db *db, struct mem *mem, int64_t id)
{
	db_query(db, &one_form, INT(id));
	return take_forms(db, &one_form, mem);
}

int64_t
report_form_add(struct db *db, const struct report_form *f)
{
	db_run(db, &add_form, INT(f->unit), TEXT(f->name), TEXT(f->kind), TEXT(f->document));
	return db_new_id(db);
}

void
report_form_change(struct db *db, const struct report_form *f)
{
	db_run(db, &change_form, INT(f->id), TEXT(f->name), TEXT(f->kind), TEXT(f->document));
}

static struct report_section_form *
take_sections(struct db *db, struct sql *q, struct mem *mem)
{
	struct report_section_form *first = NULL, **tail = &first;

	while (db_next(db, q)) {
		*tail = mem_take(mem, sizeof(**tail));
		**tail = (struct report_section_form){
			.id        = col_int(q, 0),
			.form      = col_int(q, 1),
			.seq       = col_int(q, 2),
			.plan      = col_int(q, 3),
			.plan_name = col_text(q, 4, mem),
			.title     = col_text(q, 5, mem),
			.hint      = col_text(q, 6, mem),
			.kind      = col_text(q, 7, mem),
			.kinds     = col_text(q, 8, mem),
		};
		tail = &(*tail)->next;
	}
	return first;
}

struct report_section_form *
report_form_sections(struct db *db, struct mem *mem, int64_t form)
{
	db_query(db, &form_sections, INT(form));
	return take_sections(db, &form_sections, mem);
}

struct report_section_form *
report_section_get(struct db *db, struct mem *mem, int64_t id)
{
	db_query(db, &one_section, INT(id));
	return take_sections(db, &one_section, mem);
}

static void
put_kinds(struct db *db, struct mem *mem, int64_t section, const char *kinds)
{
	db_run(db, &drop_kinds, INT(section));
	while (*(kinds += strspn(kinds, " "))) {
		size_t n = strcspn(kinds, " ");
		db_run(db, &add_kind, INT(section), TEXT(mem_copy(mem, kinds, n)));
		kinds += n;
	}
}

int64_t
report_section_add(struct db *db, struct mem *mem, const struct report_section_form *s)
{
	db_run(db, &add_section, INT(s->form), INT(s->seq), ID(s->plan), TEXT(s->title),
	    TEXT(s->kind), TEXT(s->hint));
	int64_t id = db_new_id(db);
	put_kinds(db, mem, id, s->kinds);
	return id;
}

void
report_section_change(struct db *db, struct mem *mem, const struct report_section_form *s)
{
	db_run(db, &change_section, INT(s->id), ID(s->plan), TEXT(s->title), TEXT(s->kind),
	    TEXT(s->hint));
	put_kinds(db, mem, s->id, s->kinds);
}

bool
report_section_is_begun(struct db *db, int64_t id)
{
	return db_row(db, &is_begun, INT(id));
}

void
report_section_drop(struct db *db, int64_t id)
{
	db_run(db, &drop_lines, INT(id));
	db_run(db, &drop_kinds, INT(id));
	db_run(db, &drop_section, INT(id));
}

struct report_line_form *
report_section_lines(struct db *db, struct mem *mem, int64_t section)
{
	struct report_line_form *first = NULL, **tail = &first;

	db_query(db, &lines, INT(section));
	while (db_next(db, &lines)) {
		*tail = mem_take(mem, sizeof(**tail));
		**tail = (struct report_line_form){
			.indicator   = col_int(&lines, 0),
			.carry       = col_int(&lines, 1),
			.code        = col_text(&lines, 2, mem),
			.carry_code  = col_text(&lines, 3, mem),
			.rule        = col_text(&lines, 4, mem),
			.numerator   = col_int(&lines, 5),
			.denominator = col_int(&lines, 6),
		};
		tail = &(*tail)->next;
	}
	return first;
}

void
report_line_add(struct db *db, int64_t section, int64_t seq, int64_t indicator,
    int64_t carry)
{
	db_run(db, &add_line, INT(section), INT(seq), INT(indicator), ID(carry));
}

void
report_lines_drop(struct db *db, int64_t section)
{
	db_run(db, &drop_lines, INT(section));
}

int64_t
report_form_lines(struct db *db, int64_t form, int64_t but)
{
	return db_row(db, &count_lines, INT(form), INT(but)) ? col_int(&count_lines, 0) : 0;
}

bool
report_form_asks(struct db *db, int64_t form, int64_t indicator, int64_t but)
{
	return db_row(db, &asks, INT(form), INT(indicator), INT(but));
}

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
	    TEXT(p->window_to), TEXT(p->opens), TEXT(p->source));
	return db_new_id(db);
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

static struct report_choice *
choices(struct db *db, struct sql *q, struct mem *mem)
{
	struct report_choice *first = NULL, **tail = &first;

	while (db_next(db, q)) {
		*tail = mem_take(mem, sizeof(**tail));
		**tail = (struct report_choice){ col_int(q, 0), col_text(q, 1, mem), NULL };
		tail = &(*tail)->next;
	}
	return first;
}

struct report_choice *
report_design_units(struct db *db, struct mem *mem, int64_t account, const char *day)
{
	db_query(db, &design_units, INT(account), TEXT(day));
	return choices(db, &design_units, mem);
}

struct report_choice *
report_follow_units(struct db *db, struct mem *mem, int64_t account, const char *day)
{
	db_query(db, &follow_units, INT(account), TEXT(day));
	return choices(db, &follow_units, mem);
}

struct report_choice *
report_plans(struct db *db, struct mem *mem)
{
	db_query(db, &plans);
	return choices(db, &plans, mem);
}
