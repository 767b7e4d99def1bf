/* report.c - the SQL of reports, as lists and as they are written. */

#include "db/report.h"

#include <string.h>

#include "db/mandate.h"
#include "db/text.h"

/*
 * The columns of every list; ?3 is the language.  A duty is a row of the view
 * report_expected, whether or not a report was begun.
 */
#define REPORT(from_, total_, write_, send_, contact_, phone_, reminders_, reminded_) \
	"SELECT coalesce(r.id, 0), coalesce(r.flow_case, 0), coalesce(r.edition, 0)," \
	" coalesce(r.saved, 0), coalesce(a.name, ''), coalesce(r.odd, '')," \
	" coalesce(c.state, ''), CASE WHEN ?3 = 'en' THEN s.inside_en ELSE s.inside_vi END," \
	" CASE WHEN ?3 = 'en' THEN s.outside_en ELSE s.outside_vi END, coalesce(s.tag, 'none')," \
	" (SELECT t.receipt FROM report_sent t WHERE t.report = r.id ORDER BY t.id DESC LIMIT 1)," \
	" (SELECT t.at FROM report_sent t WHERE t.report = r.id ORDER BY t.id DESC LIMIT 1)," \
	" coalesce(e.first_day, ''), e.late, e.report_period, e.unit, e.report_form, e.name, e.kind, e.form, e.period," \
	" e.window_from, e.window_to, e.opens, e.due_date, e.last_day, e.holiday, e.source," \
	" p.reason, q.name, coalesce(p.at, 0), coalesce(p.id, 0), " \
	write_ ", " send_ ", " contact_ ", " phone_ ", " reminders_ ", " reminded_ ", " total_ \
	" FROM " from_ \
	" LEFT JOIN account a ON a.id = r.saver" \
	" LEFT JOIN flow_step p ON c.state IN ('returned', 'signing', 'sent')" \
	"  AND p.id = (SELECT max(w.id) FROM flow_step w WHERE w.flow_case = c.id" \
	"   AND w.to_state = 'returned' AND (c.state <> 'sent' OR w.from_state <> 'signing'))" \
	" LEFT JOIN account q ON q.id = p.account "

/* A duty with what became of it. */
#define ANSWERED \
	" LEFT JOIN report r ON r.report_period = e.report_period AND r.unit = e.unit" \
	" LEFT JOIN flow_case c ON c.id = r.flow_case" \
	" LEFT JOIN flow_state s ON s.flow = 'report' AND s.state = c.state"
#define PLAIN REPORT("report_expected e" ANSWERED, "1", "0", "0", "''", "''", "0", "0")

/*
 * Lists begin with the units that the account reaches, so that those of others are not
 * looked at (CROSS JOIN keeps that order), and work out a row only once it is known to be
 * shown: of thousands that are counted and sorted a page shows a hundred.
 */
#define REACH(ability_) \
	"WITH reach (unit) AS MATERIALIZED (SELECT DISTINCT ms.unit FROM mandate_scope ms" \
	" WHERE ms.account = ?1 AND ms.ability IN (" ability_ ")" \
	" AND ?2 BETWEEN ms.mandate_from AND ms.mandate_to" \
	" AND ?2 BETWEEN ms.unit_from AND ms.unit_to)"
#define REACHED "reach CROSS JOIN report_expected e ON e.unit = reach.unit" ANSWERED
#define HIT "hit CROSS JOIN report_expected e ON e.report_period = hit.report_period" \
	" AND e.unit = hit.unit" ANSWERED
/* Of those whose case stands in one state, by the index of cases. */
#define STANDING(state_) \
	"reach CROSS JOIN flow_case c ON c.flow = 'report' AND c.state = '" state_ "'" \
	" AND c.unit = reach.unit" \
	" CROSS JOIN report r ON r.flow_case = c.id" \
	" CROSS JOIN report_expected e ON e.report_period = r.report_period AND e.unit = r.unit" \
	" JOIN flow_state s ON s.flow = 'report' AND s.state = c.state"

#define ORDER \
	" ORDER BY CASE ?8 WHEN 1 THEN e.name_key WHEN 2 THEN e.window_to WHEN 3 THEN e.last_day" \
	"  WHEN 4 THEN coalesce(s.seq, 0) END," \
	" CASE ?8 WHEN -1 THEN e.name_key WHEN -2 THEN e.window_to WHEN -3 THEN e.last_day" \
	"  WHEN -4 THEN coalesce(s.seq, 0) END DESC," \
	" e.last_day DESC, e.name_key, e.report_period"
#define PAGE " LIMIT ?9 OFFSET ?10"

static struct sql by_id = SQL(PLAIN
	"WHERE e.report_period = (SELECT report_period FROM report WHERE id = ?1)"
	" AND e.unit = (SELECT unit FROM report WHERE id = ?1) AND r.id = ?2");

static struct sql by_duty = SQL(PLAIN "WHERE e.report_period = ?1 AND e.unit = ?2");

static struct sql list = SQL(REACH("'report.view'")
	", hit AS MATERIALIZED (SELECT e.report_period, e.unit, count(*) OVER () AS total"
	" FROM " REACHED
	" WHERE e.opens <= ?2 AND (?4 = 0 OR e.report_period = ?4)"
	" AND (?5 = '' OR coalesce(c.state, 'none') = ?5)"
	" AND (?6 = '' OR instr(e.name_plain, ?6) > 0) AND ?7 = ''" ORDER PAGE ")"
	REPORT(HIT, "hit.total", "0", "0", "''", "''", "0", "0") ORDER);

static struct sql mine = SQL(REACH("'report.write', 'report.send'")
	REPORT(REACHED, "1", "EXISTS (" MAY("report.write", "?1", "e.unit", "?2") ")",
	    "EXISTS (" MAY("report.send", "?1", "e.unit", "?2") ")", "''", "''", "0", "0")
	"WHERE coalesce(c.state, '') IN ('', 'draft', 'returned', 'signing')"
	" ORDER BY CASE WHEN e.last_day < ?2 THEN 0 WHEN c.state = 'returned' THEN 1 ELSE 2 END,"
	" e.last_day, e.name_key, e.report_period LIMIT 100");

static struct sql to_sign = SQL(REACH("'report.send'")
	REPORT(STANDING("signing"), "1", "0", "0", "''", "''", "0", "0")
	" ORDER BY e.last_day, c.at, r.id LIMIT 100");

static struct sql to_review = SQL(REACH("'report.review'")
	REPORT(STANDING("sent"), "1", "0", "0", "''", "''", "0", "0")
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
	REPORT("report_expected e" ANSWERED, "count(*) OVER ()", "0", "0", CONTACT("name"), CONTACT("phone"),
	    "(SELECT count(*) FROM report_reminder m WHERE m.report_period = e.report_period"
	    " AND m.unit = e.unit)",
	    "(SELECT max(m.at) FROM report_reminder m WHERE m.report_period = e.report_period"
	    " AND m.unit = e.unit)")
	"WHERE e.report_period = ?4 AND ?5 = '' AND (?6 = '' OR instr(e.name_plain, ?6) > 0)"
	" AND EXISTS (" MAY("report.follow", "?1", "e.unit", "?2") ")"
	" AND ((?7 IN ('', 'missing') AND " IS_MISSING ")"
	"  OR (?7 IN ('', 'late') AND " IS_LATE ")"
	"  OR (?7 IN ('', 'back') AND " IS_BACK "))" ORDER PAGE);

static struct sql owed = SQL(
	"SELECT 1 FROM report_expected e"
	" LEFT JOIN report r ON r.report_period = e.report_period AND r.unit = e.unit"
	" LEFT JOIN flow_case c ON c.id = r.flow_case"
	" WHERE e.report_period = ?3 AND e.unit <> ?4 AND e.last_day < ?2"
	" AND coalesce(c.state, '') NOT IN ('sent', 'accepted')"
	" AND EXISTS (" MAY("report.follow", "?1", "e.unit", "?2") ") LIMIT 1");

static struct sql remind = SQL(
	"INSERT INTO report_reminder (report_period, unit, at, account) VALUES (?1, ?2, ?3, ?4)");

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

bool
report_owed(struct db *db, int64_t period, int64_t but, int64_t account, const char *day)
{
	return db_row(db, &owed, INT(account), TEXT(day), INT(period), INT(but));
}

void
report_remind(struct db *db, int64_t period, int64_t unit, int64_t account, int64_t now)
{
	db_run(db, &remind, INT(period), INT(unit), INT(now), INT(account));
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
