/* home_board.c - the SQL of the board. */

#include "db/home_board.h"

#include <string.h>

#include "db/mandate.h"
#include "db/text.h"

/* ?1 account, ?2 day, ?3 language, ?4 period or 0, ?5 group or 0.  Rights first: they are
 * those of the window's last day, as in report_totals(). */
#define FOLLOWED \
	"e.unit IN (SELECT ms.unit FROM mandate_scope ms WHERE ms.account = ?1" \
	" AND ms.ability = 'report.follow' AND ?2 BETWEEN ms.mandate_from AND ms.mandate_to)" \
	" AND EXISTS (SELECT 1 FROM mandate_scope ms WHERE ms.account = ?1" \
	" AND ms.ability = 'report.follow' AND ms.unit = e.unit" \
	" AND ?2 BETWEEN ms.mandate_from AND ms.mandate_to" \
	" AND e.window_to BETWEEN ms.unit_from AND ms.unit_to)"
#define IN_GROUP \
	"(?5 = 0 OR EXISTS (SELECT 1 FROM unit_member w WHERE w.unit_group = ?5" \
	" AND w.unit = e.unit AND e.window_to BETWEEN w.valid_from AND w.valid_to))"
#define CHOSEN " e.opens <= ?2 AND ?4 IN (0, e.report_period) AND " FOLLOWED " AND " IN_GROUP

/* As in db/report.c. */
#define WHAT \
	"CASE WHEN c.state IN ('sent', 'accepted') THEN CASE WHEN e.late THEN 'late'" \
	"  ELSE 'sent' END" \
	" WHEN e.first_day IS NOT NULL THEN 'back'" \
	" WHEN e.last_day < ?2 THEN 'missing' ELSE 'none' END"
#define REPORTS \
	" FROM report_expected e" \
	" LEFT JOIN report r ON r.report_period = e.report_period AND r.unit = e.unit" \
	" LEFT JOIN flow_case c ON c.id = r.flow_case"
#define PLAN \
	"(SELECT s.plan FROM report_section s WHERE s.report_form = e.report_form" \
	" AND s.plan IS NOT NULL ORDER BY s.seq LIMIT 1)"

static struct sql periods = SQL(
	"SELECT x.report_period, x.asker, x.form, x.period, x.window_from, x.window_to, x.source,"
	" max(x.last_day), coalesce(x.plan, 0), coalesce((SELECT group_concat(y.number, ', ')"
	"  FROM (SELECT DISTINCT p.number FROM report_section s JOIN plan p ON p.id = s.plan"
	"   WHERE s.report_form = x.report_form AND p.number <> '' ORDER BY s.seq) y), ''),"
	" count(*), sum(x.what IN ('sent', 'late')), sum(coalesce(x.state, '') = 'accepted'),"
	" sum(x.what = 'late'), sum(x.what = 'missing'), sum(x.what = 'back'),"
	" sum(coalesce(x.state, '') = 'sent'), min(CASE x.state WHEN 'sent' THEN x.at END)"
	" FROM (SELECT e.*, c.state, c.at, " WHAT " AS what, " PLAN " AS plan" REPORTS
	"  WHERE length(?3) > 0 AND" CHOSEN ") x"
	" GROUP BY x.report_period ORDER BY x.window_to DESC, x.report_period DESC LIMIT 24");

#define CONTACT(column_) \
	"coalesce((SELECT k." column_ " FROM unit_contact k WHERE k.unit = x.unit" \
	" AND ?2 BETWEEN k.valid_from AND k.valid_to ORDER BY k.id LIMIT 1), '')"
#define REMINDED(of_) \
	"(SELECT " of_ " FROM report_reminder m WHERE m.report_period = x.report_period" \
	" AND m.unit = x.unit)"
#define LABEL(state_) \
	"CASE WHEN ?3 = 'en' THEN " state_ ".outside_en ELSE " state_ ".outside_vi END"
#define ROUND(plan_) \
	"(SELECT d.id FROM evaluation_round d JOIN flow_case q ON q.id = d.flow_case" \
	" JOIN flow_state w ON w.flow = q.flow AND w.state = q.state AND w.stands = 1" \
	" WHERE d.plan = " plan_ " AND EXISTS (" MAY("evaluation.follow", "?1", "d.unit", "?2") ")" \
	" ORDER BY d.window_to DESC, d.id DESC LIMIT 1)"

static struct sql units = SQL(
	"SELECT x.unit, x.name, coalesce(x.grp, ''), x.what, coalesce(" LABEL("s") ", ''),"
	" coalesce(s.tag, 'none'), x.last_day, coalesce(x.first_day, ''), " CONTACT("name") ", "
	CONTACT("phone") ", " REMINDED("count(*)") ", coalesce(" REMINDED("max(m.at)") ", 0),"
	" x.bound, coalesce(gs.stands, 0) AS joined, coalesce(" LABEL("es") ", ''),"
	" coalesce(es.tag, 'none')"
	" FROM (SELECT e.*, c.state, " WHAT " AS what, " PLAN " AS plan,"
	"  (SELECT min(h.name) FROM unit_group h JOIN unit_member w ON w.unit_group = h.id"
	"   AND h.kind <> 'list' AND w.unit = e.unit AND e.window_to BETWEEN w.valid_from AND w.valid_to) AS grp,"
	"  EXISTS (" MAY("signup.follow", "?1", "e.unit", "?2") ") AND (EXISTS (SELECT 1"
	"   FROM plan_delivery d JOIN plan_recipient pr ON pr.id = d.recipient AND pr.purpose = 'act'"
	"   WHERE d.plan = " PLAN " AND d.unit = e.unit) OR EXISTS (SELECT 1"
	"   FROM plan_class l JOIN plan_class_kind k ON k.plan_class = l.id AND k.kind = e.kind"
	"   WHERE l.plan = " PLAN ")) AS bound" REPORTS " WHERE" CHOSEN ") x"
	" LEFT JOIN flow_state s ON s.flow = 'report' AND s.state = x.state"
	" LEFT JOIN signup g ON x.bound AND g.plan = x.plan AND g.unit = x.unit"
	" LEFT JOIN flow_case gc ON gc.id = g.flow_case"
	" LEFT JOIN flow_state gs ON gs.flow = gc.flow AND gs.state = gc.state"
	" LEFT JOIN evaluation v ON v.evaluation_round = " ROUND("x.plan") " AND v.judged = x.unit"
	" LEFT JOIN flow_case ec ON ec.id = v.flow_case"
	" LEFT JOIN flow_state es ON es.flow = ec.flow AND es.state = ec.state"
	" ORDER BY CASE ?6 WHEN 1 THEN x.name_key WHEN 2 THEN x.grp WHEN 3 THEN coalesce(s.seq, 0)"
	"  WHEN 4 THEN joined WHEN 5 THEN coalesce(es.seq, 0) END,"
	" CASE ?6 WHEN -1 THEN x.name_key WHEN -2 THEN x.grp WHEN -3 THEN coalesce(s.seq, 0)"
	"  WHEN -4 THEN joined WHEN -5 THEN coalesce(es.seq, 0) END DESC,"
	" CASE x.what WHEN 'missing' THEN 0 WHEN 'back' THEN 1 WHEN 'none' THEN 2 ELSE 3 END,"
	" x.last_day, x.name_key, x.unit");

static struct sql groups = SQL(
	"SELECT h.id, h.name FROM unit_group h WHERE length(?3) > 0 AND h.kind <> 'list' AND EXISTS (SELECT 1"
	"  FROM unit_member m JOIN report_expected e ON e.unit = m.unit"
	"  AND e.window_to BETWEEN m.valid_from AND m.valid_to"
	"  WHERE m.unit_group = h.id AND" CHOSEN ") ORDER BY h.kind = 'bloc', h.name");

static struct sql figures = SQL(
	"SELECT i.id, i.name, i.rule = 'rate', i.measure, i.rule = 'rate' AND NOT EXISTS (SELECT 1"
	"  FROM evaluation_rule q WHERE q.formula = 'F6' AND q.part = i.id AND q.down = 0)"
	" FROM report_period e JOIN report_section s ON s.report_form = e.report_form"
	" JOIN report_line l ON l.report_section = s.id JOIN indicator i ON i.id = l.indicator"
	" WHERE e.id = ?4 AND (i.rule = 'rate' OR (i.rule = 'sum'"
	"  AND EXISTS (SELECT 1 FROM signup_target t JOIN signup g ON g.id = t.signup"
	"   JOIN flow_case c ON c.id = g.flow_case"
	"   JOIN flow_state f ON f.flow = c.flow AND f.state = c.state AND f.stands = 1"
	"   WHERE t.indicator = i.id AND t.year = ?6 AND ?5 IS NOT NULL AND length(?3) > 0"
	"   AND (EXISTS (" MAY("signup.follow", "?1", "g.unit", "?2") ")"
	"    OR EXISTS (" MAY("signup.write", "?1", "g.unit", "?2") ")))))"
	" GROUP BY i.id ORDER BY i.rule = 'rate' DESC, s.seq, l.seq");

static struct sql round_ = SQL("SELECT " ROUND("?3"));

static struct sql aims = SQL(
	"SELECT g.unit, max(t.value) FROM signup_target t JOIN signup g ON g.id = t.signup"
	" JOIN flow_case c ON c.id = g.flow_case"
	" JOIN flow_state f ON f.flow = c.flow AND f.state = c.state AND f.stands = 1"
	" WHERE t.indicator = ?3 AND t.year = ?4 AND t.value IS NOT NULL"
	" AND (EXISTS (" MAY("signup.follow", "?1", "g.unit", "?2") ")"
	"  OR EXISTS (" MAY("signup.write", "?1", "g.unit", "?2") ")) GROUP BY g.unit");

static struct sql deliveries = SQL(
	"SELECT p.id, p.number, p.subject, count(*), sum(EXISTS (SELECT 1 FROM plan_opened o"
	"  WHERE o.plan = d.plan AND o.unit = d.unit)), sum(d.acknowledged IS NOT NULL)"
	" FROM plan_delivery d JOIN plan p ON p.id = d.plan"
	" JOIN flow_case c ON c.id = p.flow_case"
	" JOIN flow_state s ON s.flow = c.flow AND s.state = c.state AND s.stands = 1"
	" WHERE EXISTS (" MAY("plan.follow", "?1", "d.unit", "?2") ")"
	" GROUP BY p.id ORDER BY p.date DESC, p.id DESC LIMIT 50");

struct board_period *
board_periods(struct db *db, struct mem *mem, const struct board_ask *a)
{
	struct board_period *first = NULL, **end = &first;

	db_query(db, &periods, INT(a->account), TEXT(a->day), TEXT(a->lang), INT(a->period),
	    INT(a->group));
	while (db_next(db, &periods)) {
		*end = mem_take(mem, sizeof(**end));
		**end = (struct board_period){
			.period      = col_int(&periods, 0),
			.asker       = col_int(&periods, 1),
			.form        = col_text(&periods, 2, mem),
			.name        = col_text(&periods, 3, mem),
			.window_from = col_text(&periods, 4, mem),
			.window_to   = col_text(&periods, 5, mem),
			.source      = col_text(&periods, 6, mem),
			.last_day    = col_text(&periods, 7, mem),
			.plan        = col_int(&periods, 8),
			.plans       = col_text(&periods, 9, mem),
			.expected    = col_int(&periods, 10),
			.sent        = col_int(&periods, 11),
			.accepted    = col_int(&periods, 12),
			.late        = col_int(&periods, 13),
			.missing     = col_int(&periods, 14),
			.back        = col_int(&periods, 15),
			.waiting     = col_int(&periods, 16),
			.since       = col_int(&periods, 17),
		};
		end = &(*end)->next;
	}
	return first;
}

struct board_period *
board_first(struct board_period *all, const char *day)
{
	struct board_period *ended = NULL;

	for (struct board_period *p = all; p; p = p->next) {
		if (p->missing + p->back + p->waiting && text_days(p->window_to, day) <= 366)
			return p;
		if (!ended && strcmp(p->window_to, day) <= 0)
			ended = p;
	}
	return ended ? ended : all;
}

struct board_unit *
board_units(struct db *db, struct mem *mem, const struct board_ask *a)
{
	struct board_unit *first = NULL, **end = &first;

	db_query(db, &units, INT(a->account), TEXT(a->day), TEXT(a->lang), INT(a->period),
	    INT(a->group), INT(a->sort));
	while (db_next(db, &units)) {
		*end = mem_take(mem, sizeof(**end));
		**end = (struct board_unit){
			.unit      = col_int(&units, 0),
			.name      = col_text(&units, 1, mem),
			.group     = col_text(&units, 2, mem),
			.what      = col_text(&units, 3, mem),
			.state     = col_text(&units, 4, mem),
			.tag       = col_text(&units, 5, mem),
			.last_day  = col_text(&units, 6, mem),
			.first_day = col_text(&units, 7, mem),
			.contact   = col_text(&units, 8, mem),
			.phone     = col_text(&units, 9, mem),
			.reminders = col_int(&units, 10),
			.reminded  = col_int(&units, 11),
			.asked     = col_int(&units, 12),
			.signed_up = col_int(&units, 13),
			.sheet     = col_text(&units, 14, mem),
			.sheet_tag = col_text(&units, 15, mem),
		};
		end = &(*end)->next;
	}
	return first;
}

struct board_choice *
board_groups(struct db *db, struct mem *mem, const struct board_ask *a)
{
	struct board_choice *first = NULL, **end = &first;

	db_query(db, &groups, INT(a->account), TEXT(a->day), TEXT(a->lang), INT(a->period),
	    INT(0));
	while (db_next(db, &groups)) {
		*end = mem_take(mem, sizeof(**end));
		**end = (struct board_choice){ .id = col_int(&groups, 0),
		    .name = col_text(&groups, 1, mem) };
		end = &(*end)->next;
	}
	return first;
}

struct board_choice *
board_figures(struct db *db, struct mem *mem, const struct board_ask *a, int64_t year)
{
	struct board_choice *first = NULL, **end = &first;

	db_query(db, &figures, INT(a->account), TEXT(a->day), TEXT(a->lang), INT(a->period),
	    INT(0), INT(year));
	while (db_next(db, &figures)) {
		*end = mem_take(mem, sizeof(**end));
		**end = (struct board_choice){ col_int(&figures, 0), col_text(&figures, 1, mem),
		    col_int(&figures, 2), col_text(&figures, 3, mem), col_int(&figures, 4), NULL };
		end = &(*end)->next;
	}
	return first;
}

int64_t
board_round(struct db *db, const struct board_ask *a, int64_t plan)
{
	return db_row(db, &round_, INT(a->account), TEXT(a->day), INT(plan))
	    ? col_int(&round_, 0) : 0;
}

struct board_aim *
board_aims(struct db *db, struct mem *mem, const struct board_ask *a, int64_t indicator,
    int64_t year)
{
	struct board_aim *first = NULL, **end = &first;

	db_query(db, &aims, INT(a->account), TEXT(a->day), INT(indicator), INT(year));
	while (db_next(db, &aims)) {
		*end = mem_take(mem, sizeof(**end));
		**end = (struct board_aim){ col_int(&aims, 0), col_int(&aims, 1), NULL };
		end = &(*end)->next;
	}
	return first;
}

struct board_delivery *
board_deliveries(struct db *db, struct mem *mem, const struct board_ask *a)
{
	struct board_delivery *first = NULL, **end = &first;

	db_query(db, &deliveries, INT(a->account), TEXT(a->day));
	while (db_next(db, &deliveries)) {
		*end = mem_take(mem, sizeof(**end));
		**end = (struct board_delivery){ col_int(&deliveries, 0),
		    col_text(&deliveries, 1, mem), col_text(&deliveries, 2, mem),
		    col_int(&deliveries, 3), col_int(&deliveries, 4), col_int(&deliveries, 5), NULL };
		end = &(*end)->next;
	}
	return first;
}
