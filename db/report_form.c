/* report_form.c - the SQL of forms and their sections. */

#include "db/report_form.h"

#include <string.h>

#include "db/mandate.h"

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
	" coalesce(i.numerator, 0), coalesce(i.denominator, 0), i.name, i.measure"
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

#define UNITS_OF(ability_) \
	"SELECT m.unit, coalesce((SELECT n.name FROM unit_name n WHERE n.unit = m.unit" \
	"  ORDER BY n.valid_from DESC LIMIT 1), '')" \
	" FROM mandate m JOIN role_ability a ON a.role = m.role AND a.ability = '" ability_ "'" \
	" WHERE m.account = ?1 AND ?2 BETWEEN m.valid_from AND m.valid_to" \
	" AND " ROLE_HOLDS("a", "?2") " GROUP BY m.unit" \
	" ORDER BY (SELECT count(*) FROM unit_under u WHERE u.ancestor = m.unit) DESC, m.unit"

static struct sql design_units = SQL(UNITS_OF("report.design"));
static struct sql follow_units = SQL(UNITS_OF("report.follow"));
#define IS_ASKED \
	"EXISTS (SELECT 1 FROM mandate_scope ms JOIN unit_under u ON u.unit = ms.unit" \
	" AND u.ancestor = f.unit AND ?3 BETWEEN u.valid_from AND u.valid_to" \
	" WHERE ms.account = ?2 AND ms.ability = 'report.view'" \
	" AND ?3 BETWEEN ms.mandate_from AND ms.mandate_to" \
	" AND ?3 BETWEEN ms.unit_from AND ms.unit_to)"
static struct sql plan_forms = SQL(
	"SELECT f.id, f.name FROM report_form f WHERE EXISTS (SELECT 1 FROM report_section s"
	" WHERE s.report_form = f.id AND s.plan = ?1) AND " IS_ASKED " ORDER BY f.id DESC LIMIT 20");
static struct sql is_asked = SQL("SELECT 1 FROM report_form f WHERE f.id = ?1 AND " IS_ASKED);
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
			.name        = col_text(&lines, 7, mem),
			.measure     = col_text(&lines, 8, mem),
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

bool
report_form_is_asked(struct db *db, int64_t form, int64_t account, const char *day)
{
	return db_row(db, &is_asked, INT(form), INT(account), TEXT(day));
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
report_plan_forms(struct db *db, struct mem *mem, int64_t plan, int64_t account, const char *day)
{
	db_query(db, &plan_forms, INT(plan), INT(account), TEXT(day));
	return choices(db, &plan_forms, mem);
}

struct report_choice *
report_plans(struct db *db, struct mem *mem)
{
	db_query(db, &plans);
	return choices(db, &plans, mem);
}
