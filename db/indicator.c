/* indicator.c - the SQL of the dictionary, and the reading of checks. */

#include "db/indicator.h"

#include <string.h>

#include "db/mandate.h"

#define INDICATOR \
	"SELECT i.id, i.code, i.name, i.measure, i.decimals, i.rule," \
	" coalesce(i.numerator, 0), coalesce(i.denominator, 0)," \
	" coalesce(a.code, ''), coalesce(b.code, '')," \
	" (SELECT count(DISTINCT s.report_form) FROM report_line l" \
	"  JOIN report_section s ON s.id = l.report_section WHERE l.indicator = i.id)," \
	" EXISTS (SELECT 1 FROM report_value v JOIN report_sent t ON t.report = v.report" \
	"  WHERE v.indicator IN (i.id, i.numerator, i.denominator))" \
	" FROM indicator i LEFT JOIN indicator a ON a.id = i.numerator" \
	" LEFT JOIN indicator b ON b.id = i.denominator "

static struct sql all_indicators = SQL(INDICATOR "ORDER BY i.code");
static struct sql one_indicator = SQL(INDICATOR "WHERE i.id = ?1");
static struct sql id_of_code = SQL("SELECT id FROM indicator WHERE code = ?1");
static struct sql is_offered = SQL(
	"SELECT 1 FROM indicator WHERE id = ?1 AND ?2 BETWEEN valid_from AND valid_to");
static struct sql add_indicator = SQL(
	"INSERT INTO indicator (code, name, measure, decimals, rule, numerator, denominator)"
	" VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)");
static struct sql change_indicator = SQL(
	"UPDATE indicator SET name = ?2, measure = ?3, decimals = ?4, rule = ?5,"
	" numerator = ?6, denominator = ?7 WHERE id = ?1");
static struct sql elsewhere = SQL(
	"SELECT 1 FROM report_line l JOIN report_section s ON s.id = l.report_section"
	" JOIN report_form f ON f.id = s.report_form"
	" WHERE l.indicator = ?3 AND NOT EXISTS ("
	MAY("report.design", "?1", "f.unit", "?2") ")");

static struct sql is_part = SQL(
	"SELECT 1 FROM indicator WHERE numerator = ?1 OR denominator = ?1");

static struct sql all_checks = SQL(
	"SELECT c.id, c.text, c.relation, t.indicator, t.sign, i.code FROM indicator_check c"
	" JOIN indicator_term t ON t.indicator_check = c.id"
	" JOIN indicator i ON i.id = t.indicator ORDER BY c.id, t.seq");
static struct sql add_check = SQL(
	"INSERT INTO indicator_check (text, relation) VALUES (?1, ?2)");
static struct sql add_term = SQL(
	"INSERT INTO indicator_term (indicator_check, seq, indicator, sign)"
	" VALUES (?1, ?2, ?3, ?4)");
static struct sql drop_terms = SQL("DELETE FROM indicator_term WHERE indicator_check = ?1");
static struct sql drop_check = SQL("DELETE FROM indicator_check WHERE id = ?1");

static struct indicator *
take_indicators(struct db *db, struct sql *q, struct mem *mem)
{
	struct indicator *first = NULL, **tail = &first;

	while (db_next(db, q)) {
		*tail = mem_take(mem, sizeof(**tail));
		**tail = (struct indicator){
			.id               = col_int(q, 0),
			.code             = col_text(q, 1, mem),
			.name             = col_text(q, 2, mem),
			.measure          = col_text(q, 3, mem),
			.decimals         = col_int(q, 4),
			.rule             = col_text(q, 5, mem),
			.numerator        = col_int(q, 6),
			.denominator      = col_int(q, 7),
			.numerator_code   = col_text(q, 8, mem),
			.denominator_code = col_text(q, 9, mem),
			.forms            = col_int(q, 10),
			.sent             = col_int(q, 11),
		};
		tail = &(*tail)->next;
	}
	return first;
}

struct indicator *
indicators(struct db *db, struct mem *mem)
{
	db_query(db, &all_indicators);
	return take_indicators(db, &all_indicators, mem);
}

struct indicator *
indicator_get(struct db *db, struct mem *mem, int64_t id)
{
	db_query(db, &one_indicator, INT(id));
	return take_indicators(db, &one_indicator, mem);
}

int64_t
indicator_id(struct db *db, const char *code)
{
	return db_row(db, &id_of_code, TEXT(code)) ? col_int(&id_of_code, 0) : 0;
}

bool
indicator_offered(struct db *db, int64_t id, const char *day)
{
	return db_row(db, &is_offered, INT(id), TEXT(day));
}

static bool
is_code_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
	    || c == '.' || c == '_';
}

bool
indicator_code_is_lawful(const char *code)
{
	size_t n = strlen(code);

	for (const char *c = code; *c; c++)
		if (!is_code_letter(*c))
			return false;
	return n && n <= 20;
}

int64_t
indicator_add(struct db *db, const struct indicator *i)
{
	db_run(db, &add_indicator, TEXT(i->code), TEXT(i->name), TEXT(i->measure),
	    INT(i->decimals), TEXT(i->rule), ID(i->numerator), ID(i->denominator));
	return db_new_id(db);
}

void
indicator_change(struct db *db, const struct indicator *i)
{
	db_run(db, &change_indicator, INT(i->id), TEXT(i->name), TEXT(i->measure),
	    INT(i->decimals), TEXT(i->rule), ID(i->numerator), ID(i->denominator));
}

bool
indicator_is_elsewhere(struct db *db, int64_t id, int64_t account, const char *day)
{
	return db_row(db, &elsewhere, INT(account), TEXT(day), INT(id));
}

bool
indicator_is_part(struct db *db, int64_t id)
{
	return db_row(db, &is_part, INT(id));
}

struct indicator_check *
indicator_checks(struct db *db, struct mem *mem)
{
	struct indicator_check *first = NULL, **tail = &first, *now = NULL;
	struct indicator_term **end = NULL;

	db_query(db, &all_checks);
	while (db_next(db, &all_checks)) {
		if (!now || now->id != col_int(&all_checks, 0)) {
			now = *tail = mem_take(mem, sizeof(*now));
			tail = &now->next;
			now->id = col_int(&all_checks, 0);
			now->text = col_text(&all_checks, 1, mem);
			now->relation = col_text(&all_checks, 2, mem);
			end = &now->terms;
		}
		*end = mem_take(mem, sizeof(**end));
		**end = (struct indicator_term){ col_int(&all_checks, 3),
		    col_int(&all_checks, 4), col_text(&all_checks, 5, mem), NULL };
		end = &(*end)->next;
	}
	return first;
}

/* One term after an optional sign; NULL and *wrong if it is none. */
static struct indicator_term *
read_term(struct db *db, struct mem *mem, const char **at, int64_t side, bool first,
    const char **wrong)
{
	const char *s = *at + strspn(*at, " \t\n");
	int64_t sign = 1;
	size_t n = 0;

	*wrong = "";
	if (*s == '-' || *s == '+')
		sign = *s++ == '-' ? -1 : 1;
	else if (!first)
		return NULL;
	s += strspn(s, " \t\n");
	while (is_code_letter(s[n]))
		n++;
	if (!n)
		return NULL;
	struct indicator_term *t = mem_take(mem, sizeof(*t));
	t->code = mem_copy(mem, s, n);
	t->indicator = indicator_id(db, t->code);
	t->sign = sign * side;
	*at = s + n + strspn(s + n, " \t\n");
	if (!t->indicator) {
		*wrong = t->code;
		return NULL;
	}
	return t;
}

/* The bytes of the sign between two sides that stands there, and what it is called. */
static size_t
read_relation(const char *text, const char **relation)
{
	static const struct {
		const char *sign, *relation;
	} all[] = { { "=", "=" }, { "<=", "<=" }, { "≤", "<=" } };

	for (size_t i = 0; i < sizeof(all) / sizeof(*all); i++)
		if (!strncmp(text, all[i].sign, strlen(all[i].sign))) {
			*relation = all[i].relation;
			return strlen(all[i].sign);
		}
	return 0;
}

static bool
has_both_sides(const struct indicator_term *t)
{
	bool more = false, less = false;

	for (; t; t = t->next)
		more |= t->sign > 0, less |= t->sign < 0;
	return more && less;
}

struct indicator_term *
indicator_terms(struct db *db, struct mem *mem, const char *text, const char **relation,
    const char **wrong)
{
	struct indicator_term *first = NULL, **tail = &first;
	int64_t side = 1;
	bool begins = true;

	while (begins || *text) {
		struct indicator_term *t = read_term(db, mem, &text, side, begins, wrong);
		if (!t)
			return NULL;
		for (struct indicator_term *o = first; o; o = o->next)
			if (o->indicator == t->indicator) {
				*wrong = t->code;
				return NULL;
			}
		*tail = t, tail = &t->next;
		begins = false;
		size_t n = side == 1 ? read_relation(text, relation) : 0;
		if (n) {
			text += n;
			side = -1;
			begins = true;
		}
	}
	*wrong = "";
	return side == -1 && (**relation == '=' || has_both_sides(first)) ? first : NULL;
}

/* The codes of one sign, added. */
static const char *
side_of(struct mem *mem, const struct indicator_term *t, int64_t sign)
{
	const char *text = "";

	for (; t; t = t->next)
		if (t->sign == sign)
			text = mem_printf(mem, "%s%s%s", text, *text ? " + " : "", t->code);
	return text;
}

const char *
indicator_sum(struct mem *mem, const char *relation, const struct indicator_term *terms)
{
	if (*relation == '<')
		return mem_printf(mem, "%s ≤ %s", side_of(mem, terms, 1), side_of(mem, terms, -1));

	const char *text = "";
	const struct indicator_term *t = terms;

	for (; t && t->next; t = t->next)
		text = mem_printf(mem, "%s%s%s", text,
		    t->sign < 0 ? t == terms ? "-" : " - " : t == terms ? "" : " + ", t->code);
	return t ? mem_printf(mem, "%s = %s%s", *text ? text : "0",
	    t->sign < 0 ? "" : "-", t->code) : text;
}

int64_t
indicator_check_add(struct db *db, const char *text, const char *relation,
    const struct indicator_term *t)
{
	int64_t seq = 0, id;

	db_run(db, &add_check, TEXT(text), TEXT(relation));
	id = db_new_id(db);
	for (; t; t = t->next)
		db_run(db, &add_term, INT(id), INT(++seq), INT(t->indicator), INT(t->sign));
	return id;
}

void
indicator_check_drop(struct db *db, int64_t id)
{
	db_run(db, &drop_terms, INT(id));
	db_run(db, &drop_check, INT(id));
}
