/* signup.c - the SQL of sign-ups. */

#include "db/signup.h"

#include <string.h>

/* The units that account ?1 may act on by that ability on day ?2. */
#define SCOPE(ability) \
	"(SELECT ms.unit FROM mandate_scope ms WHERE ms.account = ?1" \
	" AND ms.ability = '" ability "' AND ?2 BETWEEN ms.mandate_from AND ms.mandate_to" \
	" AND ?2 BETWEEN ms.unit_from AND ms.unit_to)"

/*
 * e: plan and unit, of the plans that stand and the units in scope; ?3 names one
 * plan, 0 is all.  The scope stands in both arms: nothing outside it is looked at.
 */
#define EXPECTED(ability) \
	"WITH e AS (SELECT p.id AS plan, x.unit AS unit FROM plan p" \
	" JOIN plan_class c ON c.plan = p.id JOIN plan_class_kind k ON k.plan_class = c.id" \
	" JOIN unit_under x ON x.ancestor = p.unit AND x.depth > 0" \
	"  AND ?2 BETWEEN x.valid_from AND x.valid_to AND x.unit IN " SCOPE(ability) \
	" JOIN unit_name y ON y.unit = x.unit AND y.kind = k.kind" \
	"  AND ?2 BETWEEN y.valid_from AND y.valid_to WHERE ?3 IN (0, p.id)" \
	" UNION SELECT d.plan, d.unit FROM plan_delivery d" \
	"  JOIN plan_recipient pr ON pr.id = d.recipient AND pr.purpose = 'act'" \
	"  WHERE ?3 IN (0, d.plan) AND d.unit IN " SCOPE(ability) \
	"  AND NOT EXISTS (SELECT 1 FROM plan_change g WHERE g.plan = d.plan AND g.kind <> 'replace'))"

/* Of the day until which the plan wants it: of one on a day off the next working day. */
#define LAST_DAY "(SELECT dl.last_day FROM plan_deadline dl WHERE dl.plan = p.id)"

#define SIGNUP \
	"s.id, s.flow_case, s.saved, s.edition, c.at, s.note, s.first_day, c.state," \
	" f.tag, f.stands, f.edits," \
	" (SELECT count(*) FROM signup_target t WHERE t.signup = s.id) AS targets," \
	" p.id, u.id, n.name, n.kind, p.number, p.subject, p.signup_due, " LAST_DAY " AS last_day"

#define STANDING \
	" FROM e JOIN plan p ON p.id = e.plan" \
	" JOIN flow_case pc ON pc.id = p.flow_case" \
	" JOIN flow_state pf ON pf.flow = pc.flow AND pf.state = pc.state AND pf.stands = 1" \
	" JOIN unit u ON u.id = e.unit AND ?2 BETWEEN u.valid_from AND u.valid_to" \
	" JOIN unit_name n ON n.unit = u.id AND ?2 BETWEEN n.valid_from AND n.valid_to" \
	" LEFT JOIN signup s ON s.plan = p.id AND s.unit = u.id" \
	" LEFT JOIN flow_case c ON c.id = s.flow_case" \
	" LEFT JOIN flow_state f ON f.flow = c.flow AND f.state = c.state"

/* 0 has not signed up, 1 has, 2 has not and nobody there could: no account that may
 * sign in holds signup.write for it on day ?2. */
#define PLACE \
	"CASE WHEN f.stands = 1 THEN 1 WHEN u.id IN (SELECT w.unit FROM mandate_scope w" \
	" JOIN account a ON a.id = w.account AND a.disabled IS NULL" \
	" WHERE w.ability = 'signup.write' AND ?2 BETWEEN w.mandate_from AND w.mandate_to" \
	" AND ?2 BETWEEN w.unit_from AND w.unit_to) THEN 0 ELSE 2 END"
#define LATE "(f.stands = 1 AND s.first_day > " LAST_DAY ")"

#define CONTACT(unit_) \
	"(SELECT min(k.id) FROM unit_contact k WHERE k.unit = " unit_ \
	" AND ?2 BETWEEN k.valid_from AND k.valid_to)"

#define LABEL(lang) \
	"CASE WHEN " lang " = 'en' THEN f.inside_en ELSE f.inside_vi END"

static struct sql mine = SQL(EXPECTED("signup.write")
	"SELECT " SIGNUP ", " LABEL("?4") ", count(*) OVER ()" STANDING
	" WHERE s.id IS NOT NULL OR ?3 <> 0 OR EXISTS (SELECT 1 FROM plan_force y WHERE y.plan = p.id"
	"  AND ?2 BETWEEN y.first_day AND y.last_day)"
	" ORDER BY CASE ?5 WHEN 1 THEN p.subject_plain WHEN 2 THEN p.number"
	"  WHEN 3 THEN n.name_key WHEN 4 THEN " LAST_DAY " WHEN 5 THEN f.seq END,"
	" CASE ?5 WHEN -1 THEN p.subject_plain WHEN -2 THEN p.number"
	"  WHEN -3 THEN n.name_key WHEN -4 THEN " LAST_DAY " WHEN -5 THEN f.seq END DESC,"
	" coalesce(f.stands, 0), coalesce(" LAST_DAY ", '9999-12-31'), p.id DESC, n.name_key"
	" LIMIT ?6 OFFSET ?7");

/* Whom to call: of a unit where nobody could, and which has no contact, that of the unit
 * above it. */
static struct sql units = SQL(EXPECTED("signup.follow")
	"SELECT x.*, count(*) OVER () FROM (SELECT " SIGNUP ", " LABEL("?4") ","
	"  " PLACE " AS place, b.name, o.name, o.phone, o.unit <> u.id,"
	"  n.name_key AS own_key, b.name_key AS parent_key, coalesce(f.seq, 0) AS seq" STANDING
	"  LEFT JOIN unit_parent a ON a.unit = u.id AND a.tree = 'manage'"
	"   AND ?2 BETWEEN a.valid_from AND a.valid_to"
	"  LEFT JOIN unit_name b ON b.unit = a.parent AND ?2 BETWEEN b.valid_from AND b.valid_to"
	"  LEFT JOIN unit_contact o ON o.id = coalesce(" CONTACT("u.id") ","
	"   CASE " PLACE " WHEN 2 THEN " CONTACT("a.parent") " END)) x"
	" WHERE CASE ?8 WHEN 'missing' THEN place = 0 WHEN 'registered' THEN place = 1"
	"  WHEN 'late' THEN place = 1 AND first_day > last_day"
	"  WHEN 'nobody' THEN place = 2 ELSE 1 END"
	" ORDER BY CASE ?5 WHEN 1 THEN own_key WHEN 2 THEN parent_key WHEN 3 THEN seq"
	"  WHEN 4 THEN first_day WHEN 5 THEN targets END,"
	" CASE ?5 WHEN -1 THEN own_key WHEN -2 THEN parent_key WHEN -3 THEN seq"
	"  WHEN -4 THEN first_day WHEN -5 THEN targets END DESC,"
	" place, own_key LIMIT ?6 OFFSET ?7");

#define EXPECTS "sum(" PLACE " < 2)"
#define REGISTERED "sum(coalesce(f.stands, 0))"
#define LATES "sum(coalesce(" LATE ", 0))"
static struct sql counts = SQL(EXPECTED("signup.follow")
	"SELECT p.id, p.number, p.subject, " LAST_DAY ", " EXPECTS ", " REGISTERED ", " LATES ","
	" sum(" PLACE " = 2), count(*) OVER ()" STANDING " GROUP BY p.id"
	" ORDER BY CASE ?4 WHEN 1 THEN p.subject_plain WHEN 2 THEN p.number"
	"  WHEN 3 THEN " LAST_DAY " WHEN 4 THEN " REGISTERED " WHEN 5 THEN " EXPECTS
	"  WHEN 6 THEN " EXPECTS " - " REGISTERED " WHEN 7 THEN " LATES
	"  WHEN 8 THEN sum(" PLACE " = 2) END,"
	" CASE ?4 WHEN -1 THEN p.subject_plain WHEN -2 THEN p.number"
	"  WHEN -3 THEN " LAST_DAY " WHEN -4 THEN " REGISTERED " WHEN -5 THEN " EXPECTS
	"  WHEN -6 THEN " EXPECTS " - " REGISTERED " WHEN -7 THEN " LATES
	"  WHEN -8 THEN sum(" PLACE " = 2) END DESC,"
	" coalesce(" LAST_DAY ", '9999-12-31'), p.id DESC LIMIT ?5 OFFSET ?6");

static struct sql totals = SQL(EXPECTED("signup.follow")
	"SELECT i.name, i.measure, t.year, sum(t.value), count(*)" STANDING
	" JOIN signup_target t ON t.signup = s.id"
	" JOIN indicator i ON i.id = t.indicator AND i.rule = 'sum'"
	" WHERE f.stands = 1 GROUP BY i.id, t.year ORDER BY i.code, t.year");

/* The name of the day, or the last that it bore. */
static struct sql get = SQL(
	"SELECT " SIGNUP ", " LABEL("?3") " FROM signup s"
	" JOIN plan p ON p.id = s.plan JOIN unit u ON u.id = s.unit"
	" JOIN unit_name n ON n.id = (SELECT m.id FROM unit_name m WHERE m.unit = u.id"
	"  ORDER BY ?2 BETWEEN m.valid_from AND m.valid_to DESC, m.valid_from DESC LIMIT 1)"
	" JOIN flow_case c ON c.id = s.flow_case"
	" JOIN flow_state f ON f.flow = c.flow AND f.state = c.state WHERE s.id = ?1");

static struct sql targets = SQL(
	"SELECT t.indicator, t.year, t.value, t.text, i.name, i.measure"
	" FROM signup_target t LEFT JOIN indicator i ON i.id = t.indicator"
	" WHERE t.signup = ?1 ORDER BY t.seq");

/* A rate is made from the counts of the last report that gives both; what a report
 * carries over from the one before it is no target. */
static struct sql indicators = SQL(
	"WITH stood AS (SELECT r.id, w.name, w.window_to FROM report r"
	"  JOIN report_period w ON w.id = r.report_period"
	"  JOIN flow_case c ON c.id = r.flow_case"
	"  JOIN flow_state f ON f.flow = c.flow AND f.state = c.state AND f.stands = 1"
	"  WHERE r.unit = ?2),"
	" told AS (SELECT i.id, i.code, i.name, i.measure, i.decimals, i.rule, i.numerator,"
	"  i.denominator,"
	"  (SELECT min(a.report_form * 1000000 + a.seq * 1000 + l.seq) FROM report_section a"
	"   JOIN report_line l ON l.report_section = a.id WHERE a.plan = ?1"
	"   AND l.indicator = i.id AND l.carry IS NULL"
	"   AND (?3 IN (SELECT k.kind FROM report_section_kind k WHERE k.report_section = a.id)"
	"    OR NOT EXISTS (SELECT 1 FROM report_section_kind k WHERE k.report_section = a.id)))"
	"   AS asked,"
	"  (SELECT s.id FROM stood s WHERE CASE i.rule WHEN 'rate' THEN"
	"    EXISTS (SELECT 1 FROM report_value v WHERE v.report = s.id AND v.indicator = i.numerator)"
	"    AND EXISTS (SELECT 1 FROM report_value v WHERE v.report = s.id"
	"     AND v.indicator = i.denominator AND v.value > 0)"
	"   ELSE EXISTS (SELECT 1 FROM report_value v WHERE v.report = s.id AND v.indicator = i.id)"
	"   END ORDER BY s.window_to DESC, s.id DESC LIMIT 1) AS report"
	"  FROM indicator i WHERE i.rule IN ('sum', 'rate')"
	"   AND (?4 BETWEEN i.valid_from AND i.valid_to OR EXISTS (SELECT 1 FROM signup_target t"
	"    JOIN signup g ON g.id = t.signup WHERE g.plan = ?1 AND g.unit = ?2"
	"     AND t.indicator = i.id)))"
	" SELECT i.id, i.decimals, i.name, i.measure, i.rule = 'rate', i.asked IS NOT NULL,"
	"  CASE i.rule WHEN 'rate' THEN (v.value * 20000 + d.value) / (d.value * 2)"
	"   ELSE v.value END, (SELECT s.name FROM stood s WHERE s.id = i.report)"
	" FROM told i LEFT JOIN report_value v ON v.report = i.report"
	"  AND v.indicator = CASE i.rule WHEN 'rate' THEN i.numerator ELSE i.id END"
	" LEFT JOIN report_value d ON d.report = i.report AND d.indicator = i.denominator"
	" ORDER BY i.asked IS NULL, i.asked, i.code");

static struct sql add = SQL(
	"INSERT INTO signup (flow_case, plan, unit, note, saved) VALUES (?1, ?2, ?3, ?4, ?5)");
static struct sql change = SQL(
	"UPDATE signup SET note = ?2, saved = ?3, edition = edition + 1 WHERE id = ?1");
static struct sql settle = SQL(
	"UPDATE signup SET first_day = ?2 WHERE id = ?1 AND first_day IS NULL"
	" AND EXISTS (SELECT 1 FROM flow_case c JOIN flow_state f ON f.flow = c.flow"
	"  AND f.state = c.state AND f.stands = 1 WHERE c.id = signup.flow_case)");
static struct sql drop_targets = SQL("DELETE FROM signup_target WHERE signup = ?1");
static struct sql add_target = SQL(
	"INSERT INTO signup_target (signup, seq, indicator, text, year, value)"
	" VALUES (?1, ?2, ?3, ?4, ?5, ?6)");

enum { LABEL_AT = 20, MINE_TOTAL, PLACE_AT = 21, PARENT_AT, CONTACT_AT, PHONE_AT, ABOVE_AT,
	UNITS_TOTAL = 29 };

static struct signup *
take(struct sql *q, struct mem *mem)
{
	struct signup *s = mem_take(mem, sizeof(*s));

	*s = (struct signup){
		.id        = col_int(q, 0),
		.flow_case = col_int(q, 1),
		.saved     = col_int(q, 2),
		.edition   = col_int(q, 3),
		.at        = col_int(q, 4),
		.note      = col_text(q, 5, mem),
		.first_day = col_text(q, 6, mem),
		.state     = col_text(q, 7, mem),
		.tag       = col_text(q, 8, mem),
		.stands    = col_int(q, 9),
		.edits     = col_int(q, 10),
		.targets   = col_int(q, 11),
		.plan      = col_int(q, 12),
		.unit      = col_int(q, 13),
		.unit_name = col_text(q, 14, mem),
		.unit_kind = col_text(q, 15, mem),
		.number    = col_text(q, 16, mem),
		.subject   = col_text(q, 17, mem),
		.due       = col_text(q, 18, mem),
		.last_day  = col_text(q, 19, mem),
		.state_label = col_text(q, LABEL_AT, mem),
	};
	return s;
}

struct signup *
signup_mine(struct db *db, struct mem *mem, const struct signup_ask *ask, int64_t *total)
{
	struct signup *first = NULL, **end = &first;
	struct sql *q = &mine;

	*total = 0;
	db_query(db, q, INT(ask->account), TEXT(ask->day), INT(ask->plan),
	    TEXT(ask->lang), INT(ask->sort), INT(ask->limit), INT(ask->skip));
	while (db_next(db, q)) {
		*end = take(q, mem);
		*total = col_int(q, MINE_TOTAL);
		end = &(*end)->next;
	}
	return first;
}

struct signup_unit *
signup_units(struct db *db, struct mem *mem, const struct signup_ask *ask, int64_t *total)
{
	struct signup_unit *first = NULL, **end = &first;
	struct sql *q = &units;

	*total = 0;
	db_query(db, q, INT(ask->account), TEXT(ask->day), INT(ask->plan),
	    TEXT(ask->lang), INT(ask->sort), INT(ask->limit), INT(ask->skip),
	    TEXT(ask->state));
	while (db_next(db, q)) {
		*end = mem_take(mem, sizeof(**end));
		**end = (struct signup_unit){
			.is      = take(q, mem),
			.nobody  = col_int(q, PLACE_AT) == 2,
			.parent  = col_text(q, PARENT_AT, mem),
			.contact = col_text(q, CONTACT_AT, mem),
			.phone   = col_text(q, PHONE_AT, mem),
			.above   = col_int(q, ABOVE_AT),
		};
		*total = col_int(q, UNITS_TOTAL);
		end = &(*end)->next;
	}
	return first;
}

struct signup_count *
signup_counts(struct db *db, struct mem *mem, const struct signup_ask *ask, int64_t *total)
{
	struct signup_count *first = NULL, **end = &first;
	struct sql *q = &counts;

	*total = 0;
	db_query(db, q, INT(ask->account), TEXT(ask->day), INT(ask->plan), INT(ask->sort),
	    INT(ask->limit), INT(ask->skip));
	while (db_next(db, q)) {
		*end = mem_take(mem, sizeof(**end));
		**end = (struct signup_count){
			.plan       = col_int(q, 0),
			.number     = col_text(q, 1, mem),
			.subject    = col_text(q, 2, mem),
			.last_day   = col_text(q, 3, mem),
			.expected   = col_int(q, 4),
			.registered = col_int(q, 5),
			.late       = col_int(q, 6),
			.nobody     = col_int(q, 7),
		};
		*total = col_int(q, 8);
		end = &(*end)->next;
	}
	return first;
}

struct signup_total *
signup_totals(struct db *db, struct mem *mem, const struct signup_ask *ask)
{
	struct signup_total *first = NULL, **end = &first;
	struct sql *q = &totals;

	db_query(db, q, INT(ask->account), TEXT(ask->day), INT(ask->plan));
	while (db_next(db, q)) {
		*end = mem_take(mem, sizeof(**end));
		**end = (struct signup_total){
			.name    = col_text(q, 0, mem),
			.measure = col_text(q, 1, mem),
			.year    = col_int(q, 2),
			.value   = col_int(q, 3),
			.units   = col_int(q, 4),
		};
		end = &(*end)->next;
	}
	return first;
}

struct signup *
signup_get(struct db *db, struct mem *mem, int64_t id, const char *day, const char *lang)
{
	return db_row(db, &get, INT(id), TEXT(day), TEXT(lang)) ? take(&get, mem) : NULL;
}

bool
signup_late(const struct signup *s)
{
	return *s->last_day && strcmp(s->first_day, s->last_day) > 0;
}

struct signup_target *
signup_targets(struct db *db, struct mem *mem, int64_t id)
{
	struct signup_target *first = NULL, **end = &first;
	struct sql *q = &targets;

	db_query(db, q, INT(id));
	while (db_next(db, q)) {
		*end = mem_take(mem, sizeof(**end));
		**end = (struct signup_target){
			.indicator = col_int(q, 0),
			.year      = col_int(q, 1),
			.value     = col_int(q, 2),
			.text      = col_text(q, 3, mem),
			.name      = col_text(q, 4, mem),
			.measure   = col_text(q, 5, mem),
		};
		end = &(*end)->next;
	}
	return first;
}

struct signup_indicator *
signup_indicators(struct db *db, struct mem *mem, int64_t plan, int64_t unit,
    const char *unit_kind, const char *day)
{
	struct signup_indicator *first = NULL, **end = &first;
	struct sql *q = &indicators;

	db_query(db, q, INT(plan), INT(unit), TEXT(unit_kind), TEXT(day));
	while (db_next(db, q)) {
		*end = mem_take(mem, sizeof(**end));
		**end = (struct signup_indicator){
			.id          = col_int(q, 0),
			.decimals    = col_int(q, 1),
			.name        = col_text(q, 2, mem),
			.measure     = col_text(q, 3, mem),
			.rate        = col_int(q, 4),
			.asked       = col_int(q, 5),
			.has_last    = !col_null(q, 6),
			.last        = col_int(q, 6),
			.last_period = col_text(q, 7, mem),
		};
		end = &(*end)->next;
	}
	return first;
}

int64_t
signup_add(struct db *db, const struct signup *s, int64_t now)
{
	db_run(db, &add, INT(s->flow_case), INT(s->plan), INT(s->unit), TEXT(s->note), INT(now));
	return db_new_id(db);
}

void
signup_change(struct db *db, int64_t id, const char *note, int64_t now)
{
	db_run(db, &change, INT(id), TEXT(note), INT(now));
}

void
signup_put_targets(struct db *db, int64_t id, const struct signup_target *t)
{
	db_run(db, &drop_targets, INT(id));
	for (int n = 1; t; t = t->next)
		db_run(db, &add_target, INT(id), INT(n++), ID(t->indicator), TEXT(t->text),
		    INT(t->year), t->indicator ? INT(t->value) : NONE);
}

void
signup_settle(struct db *db, int64_t id, const char *day)
{
	db_run(db, &settle, INT(id), TEXT(day));
}
