/* report_list.c - the SQL of lists of reports: all, what waits for whom, and who is late. */

#include "db/report_row.h"

#include <string.h>

#include "db/mandate.h"

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
/* He holds a mandate at a unit that is or was under that one, or above it. */
#define ASKER(unit_) \
	"EXISTS (SELECT 1 FROM mandate m JOIN unit_under u ON u.ancestor IN (m.unit, " unit_ ")" \
	" AND u.unit IN (m.unit, " unit_ ") AND (u.depth > 0 OR m.unit = " unit_ ")" \
	" WHERE m.account = ?1)"

#define ORDER(e_, p_, seq_) \
	" ORDER BY CASE ?8 WHEN 1 THEN " e_ ".name_key WHEN 2 THEN " p_ ".window_to" \
	"  WHEN 3 THEN " e_ ".last_day WHEN 4 THEN coalesce(" seq_ ", 0) END," \
	" CASE ?8 WHEN -1 THEN " e_ ".name_key WHEN -2 THEN " p_ ".window_to" \
	"  WHEN -3 THEN " e_ ".last_day WHEN -4 THEN coalesce(" seq_ ", 0) END DESC," \
	" " e_ ".last_day DESC, " e_ ".name_key, " e_ ".report_period"
#define PAGE " LIMIT ?9 OFFSET ?10"

/* By any column, of chosen words or states: each row is looked at. */
#define OPENED \
	", opened (id, window_to) AS MATERIALIZED (SELECT p.id, p.window_to FROM report_form f" \
	" CROSS JOIN report_period p ON p.report_form = f.id AND p.opens <= ?2" \
	" WHERE ?4 IN (0, p.id) AND " ASKER("f.unit") ")"
#define CHOSEN \
	" FROM reach CROSS JOIN report_duty d ON d.unit = reach.unit" \
	" CROSS JOIN opened p ON p.id = d.report_period" \
	" CROSS JOIN unit_name n ON n.id = d.unit_name" \
	" WHERE (?5 = '' OR coalesce(nullif(d.state, ''), 'none') = ?5)" \
	" AND (?6 = '' OR instr(n.name_plain, ?6) > 0) AND length(?3 || ?7) > 0"
static struct sql count = SQL(REACH("'report.view'") OPENED "SELECT count(*)" CHOSEN);
static struct sql list = SQL(REACH("'report.view'") OPENED
	", hit AS MATERIALIZED (SELECT d.report_period, d.unit" CHOSEN
	ORDER("d", "p", "(SELECT s.seq FROM flow_state s WHERE s.flow = 'report' AND s.state = d.state)")
	PAGE ")" REPORT(HIT, "0", "0", "0", "''", "''", "0", "0") ORDER("e", "e", "s.seq"));

/*
 * By the last day, all of them: period by period, of which most are not even looked at.
 * Who may see all that is under the asker is not asked about each unit, but for those that
 * have left; they are few, and found by an index of their own.  How many there
 * are in all is counted as they come and go (report_duty_count).
 */
#define COUNT(from_) \
	"(SELECT count(*) FROM " from_ " e.report_period = d.id AND e.last_day = d.last_day"
static struct sql days = SQL(REACH("'report.view'")
	" SELECT d.id, d.last_day, d.whole, d.unit, CASE WHEN d.whole THEN coalesce((SELECT sum(c.n)"
	"  FROM report_duty_count c WHERE c.report_period = d.id AND c.last_day = d.last_day), 0) - "
	COUNT("unit_under g CROSS JOIN report_duty e"
	" ON e.unit = g.unit AND")
	"  WHERE g.ancestor = d.unit AND g.valid_to < '9999-12-31' AND g.valid_to < ?2"
	"  AND d.window_to BETWEEN g.valid_from AND g.valid_to"
	"  AND NOT EXISTS (" MAY("report.view", "?1", "g.unit", "?2") "))"
	" ELSE " COUNT("reach CROSS JOIN report_duty e ON e.unit = reach.unit AND") ") END AS n"
	" FROM (SELECT DISTINCT p.id, u.last_day, f.unit, p.window_to, p.window_to <= ?2"
	"   AND EXISTS (" MAY_ALL("report.view", "?1", "f.unit", "?2", "?2") ") AS whole"
	"  FROM report_form f CROSS JOIN report_period p ON p.report_form = f.id AND p.opens <= ?2"
	"  CROSS JOIN report_due u ON u.report_period = p.id"
	"  WHERE ?3 IN (0, p.id) AND " ASKER("f.unit") ") d ORDER BY d.last_day, d.id");

/* Of one of them: in the order of an index, until there are enough; or first those in reach. */
#define OF_DAY(from_) \
	"hit AS MATERIALIZED (SELECT e.report_period, e.unit FROM " from_ \
	" e.report_period = ?4 AND e.last_day = ?5"
#define IN_ORDER " ORDER BY e.name_key, e.unit"
static struct sql whole_day = SQL("WITH " OF_DAY("report_duty e WHERE")
	" AND (e.unit NOT IN (SELECT g.unit FROM unit_under g WHERE g.ancestor = ?8"
	"   AND g.valid_to < '9999-12-31' AND g.valid_to < ?2)"
	"  OR EXISTS (" MAY("report.view", "?1", "e.unit", "?2") "))" IN_ORDER
	" LIMIT ?6 OFFSET ?7)" REPORT(HIT, "0", "0", "0", "''", "''", "0", "0") IN_ORDER);
static struct sql part_of_day = SQL(REACH("'report.view'") ", "
	OF_DAY("reach CROSS JOIN report_duty e ON e.unit = reach.unit AND") IN_ORDER
	" LIMIT ?6 OFFSET ?7)" REPORT(HIT, "0", "0", "0", "''", "''", "0", "0") IN_ORDER);

static struct sql mine = SQL(REACH("'report.write', 'report.send'")
	REPORT(REACHED, "1", "EXISTS (" MAY("report.write", "?1", "e.unit", "?2") ")",
	    "EXISTS (" MAY("report.send", "?1", "e.unit", "?2") ")", "''", "''", "0", "0")
	"WHERE coalesce(c.state, '') IN ('', 'draft', 'returned', 'signing')"
	" ORDER BY CASE WHEN e.last_day < ?2 THEN 0 WHEN c.state = 'returned' THEN 1 ELSE 2 END,"
	" e.last_day, e.name_key, e.report_period LIMIT 100");

/* What is shown is chosen by the case alone, before a duty is worked out. */
#define SIGN_KEY(n_) \
	"CASE ?8 WHEN " n_ "1 THEN n.name_key WHEN " n_ "2 THEN p.window_to" \
	" WHEN " n_ "3 THEN d.last_day WHEN " n_ "4 THEN a.name_key END"
static struct sql to_sign = SQL(REACH("'report.send'")
	", hit AS MATERIALIZED (SELECT r.report_period, r.unit, count(*) OVER () AS n,"
	"  row_number() OVER (ORDER BY " SIGN_KEY("") ", " SIGN_KEY("-") " DESC, d.last_day, c.at, r.id)"
	"   AS at FROM reach"
	"  CROSS JOIN flow_case c ON c.flow = 'report' AND c.state = 'signing' AND c.unit = reach.unit"
	"  CROSS JOIN report r ON r.flow_case = c.id"
	"  CROSS JOIN report_duty d ON d.report_period = r.report_period AND d.unit = r.unit"
	"  JOIN report_period p ON p.id = r.report_period JOIN unit_name n ON n.id = d.unit_name"
	"  LEFT JOIN account a ON a.id = r.saver"
	"  WHERE ?4 IN (0, r.report_period) AND (?6 = '' OR instr(n.name_plain, ?6) > 0)"
	"  AND length(?5 || ?7) >= 0 ORDER BY at LIMIT ?9 OFFSET ?10)"
	REPORT(HIT, "hit.n", "0", "0", "''", "''", "0", "0") " ORDER BY hit.at");

static struct sql sign_periods = SQL(REACH("'report.send'")
	" SELECT DISTINCT p.id, p.name, f.name FROM reach"
	" CROSS JOIN flow_case c ON c.flow = 'report' AND c.state = 'signing' AND c.unit = reach.unit"
	" CROSS JOIN report r ON r.flow_case = c.id"
	" JOIN report_period p ON p.id = r.report_period JOIN report_form f ON f.id = p.report_form"
	" ORDER BY p.window_to DESC, p.id");

/* Of the periods of whose asker he has all, those that wait; of the others, his units'. */
#define WAITING(from_) \
	"SELECT e.report_period, e.unit, e.flow_case FROM report_form f" \
	" CROSS JOIN report_period p ON p.report_form = f.id " from_ \
	" AND e.report_period = p.id AND e.state = 'sent' WHERE " ASKER("f.unit") " AND "
#define ALL_MINE "EXISTS (" MAY_ALL("report.review", "?1", "f.unit", "?2", "?2") ")"
static struct sql to_review = SQL("WITH hit AS MATERIALIZED (SELECT w.report_period, w.unit"
	" FROM (" WAITING("CROSS JOIN report_duty e ON true") ALL_MINE
	"  AND EXISTS (" MAY("report.review", "?1", "e.unit", "?2") ")"
	" UNION " WAITING("CROSS JOIN mandate_scope ms ON ms.account = ?1"
	"  AND ms.ability = 'report.review' AND ?2 BETWEEN ms.mandate_from AND ms.mandate_to"
	"  AND ?2 BETWEEN ms.unit_from AND ms.unit_to"
	"  CROSS JOIN report_duty e ON e.unit = ms.unit") "NOT " ALL_MINE ") w"
	" CROSS JOIN flow_case c ON c.id = w.flow_case ORDER BY c.at LIMIT 100)"
	REPORT(HIT, "1", "0", "0", "''", "''", "0", "0") " ORDER BY c.at, r.id");

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
	"  OR (?7 IN ('', 'back') AND " IS_BACK "))" ORDER("e", "e", "s.seq") PAGE);

static struct sql owed = SQL(
	"SELECT 1 FROM report_expected e"
	" LEFT JOIN report r ON r.report_period = e.report_period AND r.unit = e.unit"
	" LEFT JOIN flow_case c ON c.id = r.flow_case"
	" WHERE e.report_period = ?3 AND e.unit <> ?4 AND e.last_day < ?2"
	" AND coalesce(c.state, '') NOT IN ('sent', 'accepted')"
	" AND EXISTS (" MAY("report.follow", "?1", "e.unit", "?2") ") LIMIT 1");

static struct report *
ask_for(struct db *db, struct sql *q, struct mem *mem, const struct report_ask *a,
    int64_t *total)
{
	if (total)
		*total = 0;
	db_query(db, q, INT(a->account), TEXT(a->day), TEXT(a->lang), INT(a->period),
	    TEXT(a->state), TEXT(a->words), TEXT(a->what), INT(a->sort), INT(a->limit),
	    INT(a->skip));
	return report_take(db, q, mem, total);
}

/* A last day of a period, and how many duties of it he may see. */
struct day {
	int64_t period, asker, n;
	const char *last_day;
	bool whole;		/* he may see all that is under the asker */
	struct day *next;
};

/* Beginning with the latest, or with the earliest. */
static struct day *
take_days(struct db *db, struct mem *mem, const struct report_ask *a)
{
	struct day *first = NULL, **tail = &first;

	db_query(db, &days, INT(a->account), TEXT(a->day), INT(a->period));
	while (db_next(db, &days)) {
		struct day *d = mem_take(mem, sizeof(*d));
		*d = (struct day){ .period = col_int(&days, 0), .last_day = col_text(&days, 1, mem),
		    .whole = col_int(&days, 2), .asker = col_int(&days, 3), .n = col_int(&days, 4) };
		if (a->sort < 0)
			d->next = first, first = d;
		else
			*tail = d, tail = &d->next;
	}
	return first;
}

static struct report *
by_day(struct db *db, struct mem *mem, const struct report_ask *a, int64_t *total)
{
	struct report *first = NULL, **tail = &first;
	int64_t skip = a->skip, left = a->limit;

	*total = 0;
	for (struct day *d = take_days(db, mem, a); d; d = d->next) {
		struct sql *q = d->whole ? &whole_day : &part_of_day;
		*total += d->n;
		if (skip >= d->n || left <= 0) {
			skip -= skip < d->n ? skip : d->n;
			continue;
		}
		if (d->whole)
			db_query(db, q, INT(a->account), TEXT(a->day), TEXT(a->lang), INT(d->period),
			    TEXT(d->last_day), INT(left), INT(skip), INT(d->asker));
		else
			db_query(db, q, INT(a->account), TEXT(a->day), TEXT(a->lang), INT(d->period),
			    TEXT(d->last_day), INT(left), INT(skip));
		*tail = report_take(db, q, mem, NULL);
		for (; *tail; tail = &(*tail)->next)
			left--;
		skip = 0;
	}
	return first;
}

struct report *
report_list(struct db *db, struct mem *mem, const struct report_ask *a, int64_t *total)
{
	bool all = !*a->state && !*a->words;

	if (all && (a->sort == 3 || a->sort == -3))
		return by_day(db, mem, a, total);
	*total = db_row(db, &count, INT(a->account), TEXT(a->day), TEXT(a->lang),
	    INT(a->period), TEXT(a->state), TEXT(a->words), TEXT(a->what)) ? col_int(&count, 0) : 0;
	return ask_for(db, &list, mem, a, NULL);
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
	return report_take(db, &mine, mem, NULL);
}

struct report *
report_to_sign(struct db *db, struct mem *mem, const struct report_ask *a, int64_t *total)
{
	return ask_for(db, &to_sign, mem, a, total);
}

struct report *
report_sign_periods(struct db *db, struct mem *mem, int64_t account, const char *day)
{
	struct report *first = NULL, **tail = &first;

	db_query(db, &sign_periods, INT(account), TEXT(day));
	while (db_next(db, &sign_periods)) {
		*tail = mem_take(mem, sizeof(**tail));
		**tail = (struct report){ .period = col_int(&sign_periods, 0),
		    .period_name = col_text(&sign_periods, 1, mem),
		    .form_name = col_text(&sign_periods, 2, mem) };
		tail = &(*tail)->next;
	}
	return first;
}

struct report *
report_to_review(struct db *db, struct mem *mem, const struct report_ask *a)
{
	db_query(db, &to_review, INT(a->account), TEXT(a->day), TEXT(a->lang));
	return report_take(db, &to_review, mem, NULL);
}

bool
report_owed(struct db *db, int64_t period, int64_t but, int64_t account, const char *day)
{
	return db_row(db, &owed, INT(account), TEXT(day), INT(period), INT(but));
}

