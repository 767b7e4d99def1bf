/* report.c - the SQL of a report, and of its writing. */

#include "db/report_row.h"

#include <string.h>

#define PLAIN REPORT("report_expected e" ANSWERED, "1", "0", "0", "''", "''", "0", "0")


static struct sql by_id = SQL(PLAIN
	"WHERE e.report_period = (SELECT report_period FROM report WHERE id = ?1)"
	" AND e.unit = (SELECT unit FROM report WHERE id = ?1) AND r.id = ?2");

static struct sql by_duty = SQL(PLAIN "WHERE e.report_period = ?1 AND e.unit = ?2");

static struct sql remind = SQL(
	"INSERT INTO report_reminder (report_period, unit, at, account) VALUES (?1, ?2, ?3, ?4)");

#define COUNTED \
	"SELECT report_period, last_day, state, count(*) FROM report_duty GROUP BY report_period, last_day, state"
static struct sql duties_wrong = SQL(
	"SELECT (SELECT count(*) FROM (SELECT * FROM report_duty EXCEPT SELECT * FROM report_duty_made))"
	" + (SELECT count(*) FROM (SELECT * FROM report_duty_made EXCEPT SELECT * FROM report_duty))"
	" + (SELECT count(*) FROM report_due d LEFT JOIN report_due_made m"
	"  ON m.report_period = d.report_period AND m.kind = d.kind"
	"  WHERE m.last_day IS NOT d.last_day OR m.holiday IS NOT d.holiday)"
	" + (SELECT count(*) FROM (SELECT * FROM report_duty_count EXCEPT " COUNTED "))"
	" + (SELECT count(*) FROM (" COUNTED " EXCEPT SELECT * FROM report_duty_count))");

static struct sql begin = SQL(
	"INSERT INTO report (flow_case, report_period, unit, saved, saver)"
	" VALUES (?1, ?2, ?3, ?4, ?5)");
static struct sql begun = SQL(
	"UPDATE report_duty SET flow_case = ?1, state = (SELECT c.state FROM flow_case c"
	" WHERE c.id = ?1) WHERE report_period = ?2 AND unit = ?3");
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
struct report *
report_take(struct db *db, struct sql *q, struct mem *mem, int64_t *total)
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
	return report_take(db, &by_id, mem, NULL);
}

struct report *
report_of(struct db *db, struct mem *mem, int64_t period, int64_t unit, const char *lang)
{
	db_query(db, &by_duty, INT(period), INT(unit), TEXT(lang));
	return report_take(db, &by_duty, mem, NULL);
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

int64_t
report_duties_wrong(struct db *db)
{
	return db_row(db, &duties_wrong) ? col_int(&duties_wrong, 0) : 0;
}

int64_t
report_open(struct db *db, int64_t flow_case, int64_t period, int64_t unit, int64_t author,
    int64_t now)
{
	db_run(db, &begin, INT(flow_case), INT(period), INT(unit), INT(now), ID(author));
	int64_t id = db_new_id(db);
	db_run(db, &begun, INT(flow_case), INT(period), INT(unit));
	return id;
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
