/* home_front.c - the SQL of the front page that needs no sign-in. */

#include "db/home_front.h"

static struct sql upkeep = SQL("SELECT at FROM upkeep WHERE name = ?1");

#define STANDS(case_) \
	" JOIN flow_case c ON c.id = " case_ \
	" JOIN flow_state s ON s.flow = c.flow AND s.state = c.state AND s.stands = 1"

static struct sql plans = SQL(
	"SELECT p.id, p.number, p.date, p.subject, p.issuer,"
	" (SELECT count(*) FROM signup g JOIN flow_case q ON q.id = g.flow_case"
	"  JOIN flow_state w ON w.flow = q.flow AND w.state = q.state AND w.stands = 1"
	"  WHERE g.plan = p.id), (SELECT count(*) FROM plan p" STANDS("p.flow_case") ")"
	" FROM plan p JOIN plan_force y ON y.plan = p.id AND ?1 BETWEEN y.first_day AND y.last_day"
	"  AND y.own = 1 ORDER BY p.date DESC, p.id DESC LIMIT ?2");

#define COUNT(subject_) \
	"(SELECT count(*) FROM award_public a WHERE a.award_decision = d.id" \
	" AND a.subject = '" subject_ "' AND a.revoked_number IS NULL)"
static struct sql awards = SQL(
	"SELECT d.id, d.number, d.date, d.title, " COUNT("collective") ", " COUNT("person") ", "
	COUNT("household") " FROM award_decision d" STANDS("d.flow_case")
	" ORDER BY d.date DESC, d.id DESC LIMIT ?1");

#define ACCEPTED(report_) \
	"EXISTS (SELECT 1 FROM flow_case x WHERE x.id = " report_ ".flow_case AND x.state = 'accepted')"

static struct sql period = SQL(
	"SELECT p.id, f.name, p.name, p.window_to, p.source,"
	" (SELECT count(*) FROM report_expected e WHERE e.report_period = p.id),"
	" (SELECT count(*) FROM report_expected e JOIN report r ON r.report_period = p.id"
	"  AND r.unit = e.unit WHERE e.report_period = p.id AND " ACCEPTED("r") ") AS accepted"
	" FROM report_period p JOIN report_form f ON f.id = p.report_form"
	" WHERE p.source <> '' AND accepted > 0"
	" AND NOT EXISTS (SELECT 1 FROM unit_under u WHERE u.unit = f.unit AND u.depth > 0"
	"  AND p.window_to BETWEEN u.valid_from AND u.valid_to)"
	" AND (?1 = 0 OR (p.report_form = (SELECT report_form FROM report_period WHERE id = ?1)"
	"  AND p.window_to < (SELECT window_from FROM report_period WHERE id = ?1)))"
	" ORDER BY p.window_to DESC, p.id DESC LIMIT 1");

/* What an indicator adds up to: a unit's value is passed by where one above it gives its
 * own. */
#define SUM(indicator_) \
	"(SELECT sum(v.value) FROM report r JOIN report_value v ON v.report = r.id" \
	"  AND v.indicator = " indicator_ \
	" WHERE r.report_period = ?1 AND " ACCEPTED("r") \
	" AND NOT EXISTS (SELECT 1 FROM unit_under u JOIN report o ON o.report_period = ?1" \
	"  AND o.unit = u.ancestor JOIN report_value y ON y.report = o.id AND y.indicator = " indicator_ \
	"  JOIN report_period z ON z.id = ?1 AND z.window_to BETWEEN u.valid_from AND u.valid_to" \
	"  WHERE u.unit = r.unit AND u.depth > 0 AND " ACCEPTED("o") "))"

static struct sql figures = SQL(
	"SELECT i.id, i.name, i.measure, i.rule = 'rate',"
	" CASE i.rule WHEN 'rate' THEN " SUM("i.numerator") " ELSE " SUM("i.id") " END AS part,"
	" CASE i.rule WHEN 'rate' THEN " SUM("i.denominator") " ELSE 1 END AS whole"
	" FROM report_period p JOIN report_section s ON s.report_form = p.report_form"
	" JOIN report_line l ON l.report_section = s.id"
	" JOIN indicator i ON i.id = l.indicator AND i.rule IN ('sum', 'rate')"
	" WHERE p.id = ?1 AND ?2 IN (0, i.id) AND part IS NOT NULL AND whole > 0"
	" ORDER BY i.rule = 'rate' DESC, (SELECT count(*) FROM signup_target t"
	"  WHERE t.indicator = i.id) DESC, s.seq, l.seq LIMIT ?3");

int64_t
home_upkeep(struct db *db, const char *name)
{
	return db_row(db, &upkeep, TEXT(name)) ? col_int(&upkeep, 0) : 0;
}

struct in_force *
home_plans(struct db *db, struct mem *mem, const char *day, int64_t limit, int64_t *total)
{
	struct in_force *first = NULL, **end = &first;

	*total = 0;
	db_query(db, &plans, TEXT(day), INT(limit));
	while (db_next(db, &plans)) {
		*end = mem_take(mem, sizeof(**end));
		**end = (struct in_force){ col_int(&plans, 0), col_text(&plans, 1, mem),
		    col_text(&plans, 2, mem), col_text(&plans, 3, mem),
		    col_text(&plans, 4, mem), col_int(&plans, 5), NULL };
		*total = col_int(&plans, 6);
		end = &(*end)->next;
	}
	return first;
}

struct award_list *
home_awards(struct db *db, struct mem *mem, int64_t limit)
{
	struct award_list *first = NULL, **end = &first;

	db_query(db, &awards, INT(limit));
	while (db_next(db, &awards)) {
		*end = mem_take(mem, sizeof(**end));
		**end = (struct award_list){ col_int(&awards, 0), col_text(&awards, 1, mem),
		    col_text(&awards, 2, mem), col_text(&awards, 3, mem), col_int(&awards, 4),
		    col_int(&awards, 5), col_int(&awards, 6), NULL };
		end = &(*end)->next;
	}
	return first;
}

/* Half up, in hundredths of a per cent. */
static int64_t
value_of(void)
{
	int64_t part = col_int(&figures, 4), whole = col_int(&figures, 5);

	if (!col_int(&figures, 3))
		return part;
	if (part > INT64_MAX / 40000 || whole > INT64_MAX / 40000) {	/* far beyond a country */
		part /= 100000;
		whole = whole / 100000 + 1;
	}
	return (20000 * part + whole) / (2 * whole);
}

static struct official *
take_period(struct db *db, struct mem *mem, int64_t before, int64_t *id)
{
	struct official *o;

	if (!db_row(db, &period, INT(before)))
		return NULL;
	*id = col_int(&period, 0);
	o = mem_take(mem, sizeof(*o));
	*o = (struct official){ col_text(&period, 1, mem), col_text(&period, 2, mem),
	    col_text(&period, 3, mem), col_text(&period, 4, mem), col_int(&period, 5),
	    col_int(&period, 6), NULL };
	return o;
}

struct official *
home_official(struct db *db, struct mem *mem, int64_t limit)
{
	int64_t id, last, indicators[8];
	struct official *o = take_period(db, mem, 0, &id), *was;
	struct official_figure **end, *f;
	size_t n = 0;

	if (!o)
		return NULL;
	end = &o->figures;
	db_query(db, &figures, INT(id), INT(0), INT(limit < 8 ? limit : 8));
	while (db_next(db, &figures)) {
		indicators[n++] = col_int(&figures, 0);
		*end = mem_take(mem, sizeof(**end));
		**end = (struct official_figure){ .name = col_text(&figures, 1, mem),
		    .measure = col_text(&figures, 2, mem), .rate = col_int(&figures, 3),
		    .value = value_of() };
		end = &(*end)->next;
	}
	was = o->accepted == o->expected ? take_period(db, mem, id, &last) : NULL;
	if (was && was->accepted == was->expected)
		for (f = o->figures, n = 0; f; f = f->next, n++)
			if (db_row(db, &figures, INT(last), INT(indicators[n]), INT(1))) {
				f->has_last = true;
				f->last = value_of();
				f->last_period = was->period;
			}
	return o;
}
