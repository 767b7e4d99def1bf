/* report.c - the SQL of reports, and what is derived from one of them. */

#include "db/report.h"

#include <string.h>

#include "db/mandate.h"
#include "db/text.h"

/*
 * The columns of every list; ?3 is the language.  A duty is a row of the view
 * report_expected, whether or not a report was begun.
 */
#define REPORT(write_, send_, contact_, phone_, reminders_, reminded_) \
	"SELECT coalesce(r.id, 0), coalesce(r.flow_case, 0), coalesce(r.edition, 0)," \
	" coalesce(r.saved, 0), coalesce(a.name, ''), coalesce(r.odd, '')," \
	" coalesce(c.state, ''), CASE WHEN ?3 = 'en' THEN s.inside_en ELSE s.inside_vi END," \
	" CASE WHEN ?3 = 'en' THEN s.outside_en ELSE s.outside_vi END, coalesce(s.tag, 'none')," \
	" (SELECT t.receipt FROM report_sent t WHERE t.report = r.id ORDER BY t.id DESC LIMIT 1)," \
	" (SELECT t.at FROM report_sent t WHERE t.report = r.id ORDER BY t.id DESC LIMIT 1)," \
	" coalesce(e.first_day, ''), e.late, e.report_period, e.unit, e.report_form, e.name, e.kind, e.form, e.period," \
	" e.window_from, e.window_to, e.opens, e.due_date, e.last_day, e.holiday, e.source," \
	" p.reason, q.name, coalesce(p.at, 0), coalesce(p.id, 0), " \
	write_ ", " send_ ", " contact_ ", " phone_ ", " reminders_ ", " reminded_ "," \
	" count(*) OVER ()" \
	" FROM report_expected e" \
	" LEFT JOIN report r ON r.report_period = e.report_period AND r.unit = e.unit" \
	" LEFT JOIN account a ON a.id = r.saver" \
	" LEFT JOIN flow_case c ON c.id = r.flow_case" \
	" LEFT JOIN flow_state s ON s.flow = 'report' AND s.state = c.state" \
	" LEFT JOIN flow_step p ON c.state IN ('returned', 'signing', 'sent')" \
	"  AND p.id = (SELECT max(w.id) FROM flow_step w WHERE w.flow_case = c.id" \
	"   AND w.to_state = 'returned' AND (c.state <> 'sent' OR w.from_state <> 'signing'))" \
	" LEFT JOIN account q ON q.id = p.account "
#define PLAIN REPORT("0", "0", "''", "''", "0", "0")

#define SORT \
	" ORDER BY CASE ?8 WHEN 1 THEN e.name_key WHEN 2 THEN e.window_to WHEN 3 THEN e.last_day" \
	"  WHEN 4 THEN coalesce(s.seq, 0) END," \
	" CASE ?8 WHEN -1 THEN e.name_key WHEN -2 THEN e.window_to WHEN -3 THEN e.last_day" \
	"  WHEN -4 THEN coalesce(s.seq, 0) END DESC," \
	" e.last_day DESC, e.name_key, e.report_period LIMIT ?9 OFFSET ?10"

static struct sql by_id = SQL(PLAIN
	"WHERE e.report_period = (SELECT report_period FROM report WHERE id = ?1)"
	" AND e.unit = (SELECT unit FROM report WHERE id = ?1) AND r.id = ?2");

static struct sql by_duty = SQL(PLAIN "WHERE e.report_period = ?1 AND e.unit = ?2");

static struct sql list = SQL(PLAIN
	"WHERE e.opens <= ?2 AND (?4 = 0 OR e.report_period = ?4)"
	" AND (?5 = '' OR coalesce(c.state, 'none') = ?5)"
	" AND (?6 = '' OR instr(e.name_plain, ?6) > 0) AND ?7 = ''"
	" AND EXISTS (" MAY("report.view", "?1", "e.unit", "?2") ")" SORT);

static struct sql mine = SQL(
	REPORT("EXISTS (" MAY("report.write", "?1", "e.unit", "?2") ")",
	    "EXISTS (" MAY("report.send", "?1", "e.unit", "?2") ")", "''", "''", "0", "0")
	"WHERE coalesce(c.state, '') IN ('', 'draft', 'returned', 'signing')"
	" AND (EXISTS (" MAY("report.write", "?1", "e.unit", "?2") ")"
	"  OR EXISTS (" MAY("report.send", "?1", "e.unit", "?2") "))"
	" ORDER BY CASE WHEN e.last_day < ?2 THEN 0 WHEN c.state = 'returned' THEN 1 ELSE 2 END,"
	" e.last_day, e.name_key, e.report_period LIMIT 100");

static struct sql to_sign = SQL(PLAIN
	"WHERE c.state = 'signing' AND EXISTS (" MAY("report.send", "?1", "e.unit", "?2") ")"
	" ORDER BY e.last_day, c.at, r.id LIMIT 100");

static struct sql to_review = SQL(PLAIN
	"WHERE c.state = 'sent' AND EXISTS (" MAY("report.review", "?1", "e.unit", "?2") ")"
	" ORDER BY c.at, r.id LIMIT 100");

#define CONTACT(column_) \
	"(SELECT k." column_ " FROM unit_contact k WHERE k.unit = e.unit" \
	" AND ?2 BETWEEN k.valid_from AND k.valid_to ORDER BY k.id LIMIT 1)"
#define IS_BACK \
	"(c.state IN ('draft', 'signing', 'returned') AND e.first_day IS NOT NULL)"
#define IS_MISSING \
	"(coalesce(c.state, '') NOT IN ('sent', 'accepted') AND e.first_day IS NULL" \
	" AND e.last_day < ?2)"
#define IS_LATE "(c.state IN ('sent', 'accepted') AND e.late)"

static struct sql late = SQL(
	REPORT("0", "0", CONTACT("name"), CONTACT("phone"),
	    "(SELECT count(*) FROM report_reminder m WHERE m.report_period = e.report_period"
	    " AND m.unit = e.unit)",
	    "(SELECT max(m.at) FROM report_reminder m WHERE m.report_period = e.report_period"
	    " AND m.unit = e.unit)")
	"WHERE e.report_period = ?4 AND ?5 = '' AND (?6 = '' OR instr(e.name_plain, ?6) > 0)"
	" AND EXISTS (" MAY("report.follow", "?1", "e.unit", "?2") ")"
	" AND ((?7 IN ('', 'missing') AND " IS_MISSING ")"
	"  OR (?7 IN ('', 'late') AND " IS_LATE ")"
	"  OR (?7 IN ('', 'back') AND " IS_BACK "))" SORT);

static struct sql remind = SQL(
	"INSERT INTO report_reminder (report_period, unit, at, account) VALUES (?1, ?2, ?3, ?4)");

static struct sql sections = SQL(
	"SELECT s.id, coalesce(s.plan, 0), trim(p.number || ' ' || p.subject), s.title, s.kind,"
	" s.hint, t.text, t.html, b.reason, b.was <> coalesce(t.text, '')"
	" FROM report_section s LEFT JOIN plan p ON p.id = s.plan"
	" LEFT JOIN report_text t ON t.report_section = s.id AND t.report = ?2"
	" LEFT JOIN report_return b ON b.flow_step = ?4 AND b.field = 's' || s.id"
	" WHERE s.report_form = ?1 AND (?3 IN (SELECT k.kind FROM report_section_kind k"
	"  WHERE k.report_section = s.id)"
	" OR NOT EXISTS (SELECT 1 FROM report_section_kind k WHERE k.report_section = s.id))"
	" ORDER BY s.seq");

/* Values of one indicator that this unit has sent before. */
#define SENT_BEFORE(indicator_) \
	" FROM report_value w JOIN report q ON q.id = w.report AND q.unit = ?3" \
	" JOIN flow_case d ON d.id = q.flow_case AND d.state IN ('sent', 'accepted')" \
	" JOIN report_period o ON o.id = q.report_period" \
	" WHERE w.indicator = " indicator_

static struct sql lines = SQL(
	"SELECT i.id, i.code, i.name, i.measure, i.rule, i.decimals, l.carry IS NOT NULL,"
	" v.value, (SELECT w.value" SENT_BEFORE("i.id") " AND o.window_to < ?4"
	"  ORDER BY o.report_form = ?6 DESC, o.window_to DESC, o.window_from DESC LIMIT 1),"
	" (SELECT w.value" SENT_BEFORE("l.carry") " AND o.window_to = ?5"
	"  ORDER BY o.report_form = ?6 DESC, o.window_from DESC LIMIT 1),"
	" coalesce(i.numerator, 0), coalesce(i.denominator, 0),"
	" b.reason, b.was <> coalesce(CAST(v.value AS TEXT), '')"
	" FROM report_line l JOIN indicator i ON i.id = l.indicator"
	" LEFT JOIN report_value v ON v.indicator = i.id AND v.report = ?2"
	" LEFT JOIN report_return b ON b.flow_step = ?7 AND b.field = 'v' || i.id"
	" WHERE l.report_section = ?1 ORDER BY l.seq");

static struct sql sums = SQL(
	"SELECT c.id, c.text, t.indicator, t.sign, c.relation = '<=' FROM indicator_check c"
	" JOIN indicator_term t ON t.indicator_check = c.id ORDER BY c.id, t.seq");

static struct sql begin = SQL(
	"INSERT INTO report (flow_case, report_period, unit, saved, saver)"
	" VALUES (?1, ?2, ?3, ?4, ?5)");
static struct sql put_value = SQL(
	"INSERT INTO report_value (report, indicator, value) VALUES (?1, ?2, ?3)"
	" ON CONFLICT (report, indicator) DO UPDATE SET value = excluded.value");
static struct sql drop_value = SQL(
	"DELETE FROM report_value WHERE report = ?1 AND indicator = ?2");
static struct sql put_text = SQL(
	"INSERT INTO report_text (report, report_section, text, html) VALUES (?1, ?2, ?3, ?4)"
	" ON CONFLICT (report, report_section) DO UPDATE"
	" SET text = excluded.text, html = excluded.html");
static struct sql drop_text = SQL(
	"DELETE FROM report_text WHERE report = ?1 AND report_section = ?2");
static struct sql save = SQL(
	"UPDATE report SET edition = edition + 1, saved = ?2, saver = ?3 WHERE id = ?1");
static struct sql put_odd = SQL("UPDATE report SET odd = ?2 WHERE id = ?1");
static struct sql add_return = SQL(
	"INSERT INTO report_return (flow_step, field, reason, was) VALUES (?1, ?2, ?3,"
	" coalesce((SELECT CASE substr(?2, 1, 1)"
	"   WHEN 'v' THEN (SELECT CAST(v.value AS TEXT) FROM report_value v"
	"    WHERE v.report = r.id AND 'v' || v.indicator = ?2)"
	"   ELSE (SELECT t.text FROM report_text t"
	"    WHERE t.report = r.id AND 's' || t.report_section = ?2) END"
	"  FROM flow_step p JOIN report r ON r.flow_case = p.flow_case WHERE p.id = ?1), ''))");

/* The rows of one of these queries; db_next() must not have been called. */
static struct report *
take(struct db *db, struct sql *q, struct mem *mem, int64_t *total)
{
	struct report *first = NULL, **tail = &first;

	while (db_next(db, q)) {
		*tail = mem_take(mem, sizeof(**tail));
		**tail = (struct report){
			.id          = col_int(q, 0),
			.flow_case   = col_int(q, 1),
			.edition     = col_int(q, 2),
			.saved       = col_int(q, 3),
			.saver       = col_text(q, 4, mem),
			.odd         = col_text(q, 5, mem),
			.state       = col_text(q, 6, mem),
			.inside      = col_text(q, 7, mem),
			.outside     = col_text(q, 8, mem),
			.tag         = col_text(q, 9, mem),
			.receipt     = col_text(q, 10, mem),
			.sent        = col_int(q, 11),
			.first_day   = col_text(q, 12, mem),
			.late        = col_int(q, 13),
			.period      = col_int(q, 14),
			.unit        = col_int(q, 15),
			.form        = col_int(q, 16),
			.unit_name   = col_text(q, 17, mem),
			.kind        = col_text(q, 18, mem),
			.form_name   = col_text(q, 19, mem),
			.period_name = col_text(q, 20, mem),
			.window_from = col_text(q, 21, mem),
			.window_to   = col_text(q, 22, mem),
			.opens       = col_text(q, 23, mem),
			.due         = col_text(q, 24, mem),
			.last_day    = col_text(q, 25, mem),
			.holiday     = col_text(q, 26, mem),
			.source      = col_text(q, 27, mem),
			.reason      = col_text(q, 28, mem),
			.returned_by = col_text(q, 29, mem),
			.returned_at = col_int(q, 30),
			.returned_step = col_int(q, 31),
			.may_write   = col_int(q, 32),
			.may_send    = col_int(q, 33),
			.contact     = col_text(q, 34, mem),
			.phone       = col_text(q, 35, mem),
			.reminders   = col_int(q, 36),
			.reminded    = col_int(q, 37),
		};
		if (total)
			*total = col_int(q, 38);
		tail = &(*tail)->next;
	}
	return first;
}

struct report *
report_get(struct db *db, struct mem *mem, int64_t id, const char *lang)
{
	db_query(db, &by_id, INT(id), INT(id), TEXT(lang));
	return take(db, &by_id, mem, NULL);
}

struct report *
report_of(struct db *db, struct mem *mem, int64_t period, int64_t unit, const char *lang)
{
	db_query(db, &by_duty, INT(period), INT(unit), TEXT(lang));
	return take(db, &by_duty, mem, NULL);
}

static struct report *
ask_for(struct db *db, struct sql *q, struct mem *mem, const struct report_ask *a,
    int64_t *total)
{
	*total = 0;
	db_query(db, q, INT(a->account), TEXT(a->day), TEXT(a->lang), INT(a->period),
	    TEXT(a->state), TEXT(a->words), TEXT(a->what), INT(a->sort), INT(a->limit),
	    INT(a->skip));
	return take(db, q, mem, total);
}

struct report *
report_list(struct db *db, struct mem *mem, const struct report_ask *a, int64_t *total)
{
	return ask_for(db, &list, mem, a, total);
}

struct report *
report_late(struct db *db, struct mem *mem, const struct report_ask *a, int64_t *total)
{
	return ask_for(db, &late, mem, a, total);
}

struct report *
report_mine(struct db *db, struct mem *mem, const struct report_ask *a)
{
	db_query(db, &mine, INT(a->account), TEXT(a->day), TEXT(a->lang));
	return take(db, &mine, mem, NULL);
}

struct report *
report_to_sign(struct db *db, struct mem *mem, const struct report_ask *a)
{
	db_query(db, &to_sign, INT(a->account), TEXT(a->day), TEXT(a->lang));
	return take(db, &to_sign, mem, NULL);
}

struct report *
report_to_review(struct db *db, struct mem *mem, const struct report_ask *a)
{
	db_query(db, &to_review, INT(a->account), TEXT(a->day), TEXT(a->lang));
	return take(db, &to_review, mem, NULL);
}

const char *
report_lateness(const struct report *r, const char *day)
{
	bool stands = !strcmp(r->state, "sent") || !strcmp(r->state, "accepted");

	if (stands)
		return r->late ? "late" : "";
	if (*r->first_day)
		return "back";
	return strcmp(r->last_day, day) < 0 ? "missing" : "";
}

void
report_remind(struct db *db, int64_t period, int64_t unit, int64_t account, int64_t now)
{
	db_run(db, &remind, INT(period), INT(unit), INT(now), INT(account));
}

static struct report_line *
take_lines(struct db *db, struct mem *mem, const struct report *r, int64_t section,
    const char *eve)
{
	struct report_line *first = NULL, **tail = &first, *l;

	db_query(db, &lines, INT(section), INT(r->id), INT(r->unit), TEXT(r->window_from),
	    TEXT(eve), INT(r->form), INT(r->returned_step));
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

	db_query(db, &sections, INT(r->form), INT(r->id), TEXT(r->kind), INT(r->returned_step));
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

int64_t
report_open(struct db *db, int64_t flow_case, int64_t period, int64_t unit, int64_t author,
    int64_t now)
{
	db_run(db, &begin, INT(flow_case), INT(period), INT(unit), INT(now), ID(author));
	return db_new_id(db);
}

void
report_value_put(struct db *db, int64_t report, int64_t indicator, int64_t value)
{
	db_run(db, &put_value, INT(report), INT(indicator), INT(value));
}

void
report_value_drop(struct db *db, int64_t report, int64_t indicator)
{
	db_run(db, &drop_value, INT(report), INT(indicator));
}

void
report_text_put(struct db *db, int64_t report, int64_t section, const char *text,
    const char *html)
{
	if (*text)
		db_run(db, &put_text, INT(report), INT(section), TEXT(text), TEXT(html));
	else
		db_run(db, &drop_text, INT(report), INT(section));
}

void
report_carry(struct db *db, int64_t report, const struct report_section *s)
{
	for (; s; s = s->next)
		for (const struct report_line *l = s->lines; l; l = l->next)
			if (l->carried)
				report_value_put(db, report, l->indicator, l->value);
}

void
report_saved(struct db *db, int64_t report, int64_t account, int64_t now)
{
	db_run(db, &save, INT(report), INT(now), ID(account));
}

void
report_odd_put(struct db *db, int64_t report, const char *odd)
{
	db_run(db, &put_odd, INT(report), TEXT(odd));
}

void
report_return_add(struct db *db, int64_t step, const char *field, const char *reason)
{
	db_run(db, &add_return, INT(step), TEXT(field), TEXT(reason));
}
