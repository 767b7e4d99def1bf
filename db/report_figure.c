/* report_figure.c - what a report holds: its sections with their figures and texts, and what
 * is derived from them. */

#include "db/report.h"

#include <string.h>

#include "db/text.h"

/*
 * The last remark on that field of case case_, up to the return step_: of all returns since it was
 * sent, for a leader's to his officer has none, and hides none of the receiving body's.
 */
#define REMARK(field_, case_, step_) \
	" LEFT JOIN report_return b ON b.field = " field_ " AND b.flow_step = (SELECT max(x.flow_step)" \
	"  FROM flow_step w JOIN report_return x ON x.flow_step = w.id AND x.field = " field_ \
	"  WHERE w.flow_case = " case_ " AND w.id <= " step_ " AND w.id > (SELECT coalesce(max(y.id), 0)" \
	"   FROM flow_step y WHERE y.flow_case = " case_ " AND y.id < " step_ " AND y.to_state = 'sent'))"

static struct sql sections = SQL(
	"SELECT s.id, coalesce(s.plan, 0), trim(p.number || ' ' || p.subject), s.title, s.kind,"
	" s.hint, t.text, t.html, b.reason, b.was <> coalesce(t.text, '')"
	" FROM report_section s LEFT JOIN plan p ON p.id = s.plan"
	" LEFT JOIN report_text t ON t.report_section = s.id AND t.report = ?2"
	REMARK("'s' || s.id", "?5", "?4")
	" WHERE s.report_form = ?1 AND (?3 IN (SELECT k.kind FROM report_section_kind k"
	"  WHERE k.report_section = s.id)"
	" OR NOT EXISTS (SELECT 1 FROM report_section_kind k WHERE k.report_section = s.id))"
	" ORDER BY s.seq");

/* What this unit has sent before; and a value of one indicator in it. */
#define SENT_BEFORE \
	"WITH past AS MATERIALIZED (SELECT q.id, o.report_form = ?6 AS same, o.window_from," \
	" o.window_to FROM report q" \
	" JOIN flow_case d ON d.id = q.flow_case AND d.state IN ('sent', 'accepted')" \
	" JOIN report_period o ON o.id = q.report_period AND o.window_to < ?4" \
	" WHERE q.unit = ?3)"
#define VALUE_OF(indicator_) \
	"SELECT w.value FROM past CROSS JOIN report_value w ON w.report = past.id" \
	" AND w.indicator = " indicator_

/* The eve of a window, ?5, lies before it. */
static struct sql lines = SQL(SENT_BEFORE
	"SELECT i.id, i.code, i.name, i.measure, i.rule, i.decimals, l.carry IS NOT NULL,"
	" v.value, (" VALUE_OF("i.id")
	"  ORDER BY past.same DESC, past.window_to DESC, past.window_from DESC LIMIT 1),"
	" (" VALUE_OF("l.carry") " WHERE past.window_to = ?5"
	"  ORDER BY past.same DESC, past.window_from DESC LIMIT 1),"
	" coalesce(i.numerator, 0), coalesce(i.denominator, 0),"
	" b.reason, b.was <> coalesce(CAST(v.value AS TEXT), '')"
	" FROM report_line l JOIN indicator i ON i.id = l.indicator"
	" LEFT JOIN report_value v ON v.indicator = i.id AND v.report = ?2"
	REMARK("'v' || i.id", "?8", "?7")
	" WHERE l.report_section = ?1 ORDER BY l.seq");

static struct sql sums = SQL(
	"SELECT c.id, c.text, t.indicator, t.sign, c.relation = '<=' FROM indicator_check c"
	" JOIN indicator_term t ON t.indicator_check = c.id ORDER BY c.id, t.seq");

static struct report_line *
take_lines(struct db *db, struct mem *mem, const struct report *r, int64_t section,
    const char *eve)
{
	struct report_line *first = NULL, **tail = &first, *l;

	db_query(db, &lines, INT(section), INT(r->id), INT(r->unit), TEXT(r->window_from),
	    TEXT(eve), INT(r->form), INT(r->returned_step), INT(r->flow_case));
	while (db_next(db, &lines)) {
		l = *tail = mem_take(mem, sizeof(*l));
		*l = (struct report_line){
			.indicator   = col_int(&lines, 0),
			.code        = col_text(&lines, 1, mem),
			.name        = col_text(&lines, 2, mem),
			.measure     = col_text(&lines, 3, mem),
			.rule        = col_text(&lines, 4, mem),
			.decimals    = col_int(&lines, 5),
			.has         = !col_null(&lines, 7),
			.value       = col_int(&lines, 7),
			.has_last    = !col_null(&lines, 8),
			.last        = col_int(&lines, 8),
			.numerator   = col_int(&lines, 10),
			.denominator = col_int(&lines, 11),
			.reason      = col_text(&lines, 12, mem),
			.mended      = col_int(&lines, 13),
		};
		/* What stands sent is not touched by what was sent before it. */
		if (col_int(&lines, 6) && !col_null(&lines, 9)) {
			l->carried = true;
			if (strcmp(r->state, "sent") && strcmp(r->state, "accepted"))
				l->has = true, l->value = col_int(&lines, 9);
		}
		tail = &l->next;
	}
	return first;
}

struct report_line *
report_line_of(struct report_section *s, int64_t indicator)
{
	for (; s; s = s->next)
		for (struct report_line *l = s->lines; l; l = l->next)
			if (l->indicator == indicator)
				return l;
	return NULL;
}

static void
derive(struct report_section *all, struct report_line *rate)
{
	const struct report_line *of = report_line_of(all, rate->numerator),
	    *by = report_line_of(all, rate->denominator);

	rate->has = rate->has_last = false;
	if (!of || !by)
		return;
	rate->of = of, rate->by = by;
	rate->has = of->has && by->has && report_rate(of->value, by->value, &rate->value);
	rate->has_last = of->has_last && by->has_last
	    && report_rate(of->last, by->last, &rate->last);
}

struct report_section *
report_sections(struct db *db, struct mem *mem, const struct report *r)
{
	struct report_section *first = NULL, **tail = &first, *s;
	const char *eve = text_day_add(mem, r->window_from, -1);

	db_query(db, &sections, INT(r->form), INT(r->id), TEXT(r->kind), INT(r->returned_step),
	    INT(r->flow_case));
	while (db_next(db, &sections)) {
		*tail = mem_take(mem, sizeof(**tail));
		**tail = (struct report_section){
			.id        = col_int(&sections, 0),
			.plan      = col_int(&sections, 1),
			.plan_name = col_text(&sections, 2, mem),
			.title     = col_text(&sections, 3, mem),
			.kind      = col_text(&sections, 4, mem),
			.hint      = col_text(&sections, 5, mem),
			.text      = col_text(&sections, 6, mem),
			.html      = col_text(&sections, 7, mem),
			.reason    = col_text(&sections, 8, mem),
			.mended    = col_int(&sections, 9),
		};
		tail = &(*tail)->next;
	}
	for (s = first; s; s = s->next)
		s->lines = take_lines(db, mem, r, s->id, eve ? eve : "");
	for (s = first; s; s = s->next)
		for (struct report_line *l = s->lines; l; l = l->next)
			if (!strcmp(l->rule, "rate"))
				derive(first, l);
	return first;
}

void
report_count(const struct report_section *s, int64_t *asked, int64_t *filled)
{
	*asked = *filled = 0;
	for (; s; s = s->next)
		for (const struct report_line *l = s->lines; l; l = l->next)
			if (strcmp(l->rule, "rate"))
				++*asked, *filled += l->has;
}

bool
report_rate(int64_t numerator, int64_t denominator, int64_t *rate)
{
	if (!denominator)
		return false;
	__int128 n = (__int128)numerator * 20000, d = (__int128)denominator * 2;

	if (d < 0)
		n = -n, d = -d;
	/* n / d is the rate; half a unit more, and down to a whole one. */
	n += d / 2;
	*rate = (int64_t)(n / d - (n % d < 0));
	return true;
}

bool
report_is_odd(const struct report_line *l)
{
	enum { SMALL = 1000 };
	__int128 now = l->value < 0 ? -(__int128)l->value : l->value;
	__int128 was = l->last < 0 ? -(__int128)l->last : l->last;

	if (!l->has || !l->has_last || l->carried || !was || !strcmp(l->rule, "rate")
	    || (now < SMALL && was < SMALL))
		return false;
	return now > was * 10 || now * 10 < was;
}

/* The term that is mended: of at most the first of its left side, else the last. */
static const struct report_term *
to_mend(const struct report_sum *s)
{
	const struct report_term *found = NULL;

	for (const struct report_term *t = s->terms; t; t = t->next)
		if (!t->line->carried && (!s->at_most || (t->sign > 0 && !found)))
			found = t;
	for (const struct report_term *t = s->terms; t && !found; t = t->next)
		if (!t->next || !t->line->carried)
			found = t;
	return found;
}

/* Drops a sum whose terms this report is not asked. */
static struct report_sum *
settle(struct report_sum *s)
{
	int64_t sum = 0;

	s->whole = true;
	for (const struct report_term *t = s->terms; t; t = t->next) {
		if (!t->line)
			return NULL;
		s->whole &= t->line->has;
		sum += t->sign * t->line->value;
		*(t->sign > 0 ? &s->left : &s->right) += t->line->value;
	}
	const struct report_term *mend = to_mend(s);
	s->last = mend->line;
	s->should = mend->line->value - mend->sign * sum;
	return s;
}

struct report_sum *
report_sums(struct db *db, struct mem *mem, struct report_section *all)
{
	struct report_sum *first = NULL, **tail = &first, *now = NULL, *right = NULL;
	struct report_term **end = NULL;
	int64_t id = 0;

	db_query(db, &sums);
	while (db_next(db, &sums)) {
		if (!now || id != col_int(&sums, 0)) {
			now = *tail = mem_take(mem, sizeof(*now));
			tail = &now->next;
			id = col_int(&sums, 0);
			now->text = col_text(&sums, 1, mem);
			now->at_most = col_int(&sums, 4);
			end = &now->terms;
		}
		*end = mem_take(mem, sizeof(**end));
		(*end)->line = report_line_of(all, col_int(&sums, 2));
		(*end)->sign = col_int(&sums, 3);
		end = &(*end)->next;
	}
	tail = &right;
	for (struct report_sum *s = first, *next; s; s = next) {
		next = s->next;
		s->next = NULL;
		if (settle(s))
			*tail = s, tail = &s->next;
	}
	return right;
}

bool
report_sum_is_right(const struct report_sum *s)
{
	return !s->whole || (s->at_most ? s->left <= s->right : s->last->value == s->should);
}
