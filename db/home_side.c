/* home_side.c - the SQL of what stands beside a person's work. */

#include "db/home.h"

#include "db/mandate.h"

#define HERE(ability_, unit_) "EXISTS (" MAY(ability_, "?1", unit_, "?2") ")"

static struct sql coming = SQL(
	"SELECT f.name || ', ' || e.name, n.name, e.opens, d.last_day"
	" FROM report_period e JOIN report_form f ON f.id = e.report_form"
	" JOIN report_deadline d ON d.report_period = e.id"
	" JOIN unit_under u ON u.ancestor = f.unit AND ?2 BETWEEN u.valid_from AND u.valid_to"
	" JOIN unit_name n ON n.unit = u.unit AND n.kind = d.kind"
	"  AND ?2 BETWEEN n.valid_from AND n.valid_to"
	" WHERE e.opens > ?2 AND " HERE("report.write", "u.unit")
	" ORDER BY e.opens, d.last_day LIMIT 1");

/* Those who hold the role there, not those who reach it from above. */
#define SIGNERS \
	"(SELECT coalesce(group_concat(x.name, ', '), '') FROM (SELECT DISTINCT a.name" \
	" FROM mandate m JOIN role_ability y ON y.role = m.role AND y.ability = 'report.send'" \
	" JOIN account a ON a.id = m.account AND a.disabled IS NULL" \
	" WHERE m.unit = o.unit AND ?2 BETWEEN m.valid_from AND m.valid_to" \
	" AND " ROLE_HOLDS("y", "?2") " ORDER BY a.name_key) x)"

#define DUTIES(what_) \
	"(SELECT count(*) FROM report_expected e WHERE e.unit = o.unit AND e.opens <= ?2" \
	"  AND substr(e.last_day, 1, 4) = substr(?2, 1, 4) AND " what_ ")"

#define WAITS(what_) \
	"(SELECT " what_ " FROM feedback f LEFT JOIN feedback_topic t ON t.id = f.feedback_topic" \
	" LEFT JOIN flow_case c ON c.id = t.flow_case" \
	" LEFT JOIN flow_state s ON s.flow = c.flow AND s.state = c.state" \
	" WHERE f.unit = o.unit AND f.withdrawn IS NULL AND coalesce(s.stands, 0) = 0)"

static struct sql units = SQL(
	"SELECT o.unit, n.name, " DUTIES("(e.first_day IS NOT NULL OR e.last_day < ?2)") ", "
	DUTIES("e.first_day IS NOT NULL AND NOT e.late") ","
	" (SELECT count(*) FROM signup g JOIN flow_case c ON c.id = g.flow_case"
	"  JOIN flow_state s ON s.flow = c.flow AND s.state = c.state AND s.stands = 1"
	"  WHERE g.unit = o.unit), " WAITS("count(*)") ", coalesce(" WAITS("max(f.at)") ", 0), " SIGNERS ","
	" (SELECT count(*) FROM report p JOIN flow_case c ON c.id = p.flow_case"
	"  AND c.state = 'signing' WHERE p.unit = o.unit)"
	" FROM (SELECT DISTINCT ms.unit FROM mandate_scope ms WHERE ms.account = ?1"
	"  AND ms.ability IN ('report.write', 'report.send', 'signup.write')"
	"  AND ?2 BETWEEN ms.mandate_from AND ms.mandate_to"
	"  AND ?2 BETWEEN ms.unit_from AND ms.unit_to) o"
	" JOIN unit_name n ON n.unit = o.unit AND ?2 BETWEEN n.valid_from AND n.valid_to"
	" ORDER BY n.name_key LIMIT 5");

/* Each arm: kind, id, moment, name, detail.  ?4: since when. */
#define NAME "trim(p.number || ' ' || p.subject)"
static struct sql news = SQL(
	"SELECT 0, f.id, c.at, coalesce(nullif(f.anchor, ''), " NAME "),"
	"  CASE WHEN ?3 = 'en' THEN s.outside_en ELSE s.outside_vi END"
	" FROM feedback f JOIN plan p ON p.id = f.plan"
	" JOIN feedback_topic t ON t.id = f.feedback_topic JOIN flow_case c ON c.id = t.flow_case"
	" JOIN flow_state s ON s.flow = c.flow AND s.state = c.state AND s.stands = 1"
	" WHERE c.at >= ?4 AND " HERE("feedback.write", "f.unit")
	" UNION ALL SELECT 1, d.id, c.at, d.title, d.number"
	" FROM award_decision d JOIN flow_case c ON c.id = d.flow_case"
	" JOIN flow_state s ON s.flow = c.flow AND s.state = c.state AND s.stands = 1"
	" WHERE c.at >= ?4"
	" UNION ALL SELECT 2, p.id, c.at, p.subject, p.number"
	" FROM plan p JOIN flow_case c ON c.id = p.flow_case"
	" JOIN flow_state s ON s.flow = c.flow AND s.state = c.state AND s.stands = 1"
	" WHERE c.at >= ?4"
	" UNION ALL SELECT 3, r.id, b.at, r.name, b.number"
	" FROM evaluation_round r JOIN flow_case c ON c.id = r.flow_case AND c.state = 'published'"
	" JOIN evaluation_publication b ON b.id = (SELECT max(z.id) FROM evaluation_publication z"
	"  WHERE z.evaluation_round = r.id)"
	" WHERE b.at >= ?4 AND (" HERE("evaluation.follow", "r.unit")
	"  OR EXISTS (SELECT 1 FROM evaluation_result q JOIN evaluation e ON e.id = q.evaluation"
	"   WHERE q.evaluation_publication = b.id AND " HERE("evaluation.view", "e.unit") "))"
	" UNION ALL SELECT 4, r.id, c.at, f.name || ', ' || e.name, coalesce((SELECT t.receipt"
	"  FROM report_sent t WHERE t.report = r.id ORDER BY t.id DESC LIMIT 1), '')"
	" FROM report r JOIN flow_case c ON c.id = r.flow_case AND c.state = 'accepted'"
	" JOIN report_period e ON e.id = r.report_period JOIN report_form f ON f.id = e.report_form"
	" WHERE c.at >= ?4 AND (" HERE("report.write", "r.unit") " OR " HERE("report.send", "r.unit") ")"
	" UNION ALL SELECT 5, n.id, c.at, n.name || ', ' || a.name,"
	"  CASE WHEN ?3 = 'en' THEN s.inside_en ELSE s.inside_vi END"
	" FROM nomination n JOIN flow_case c ON c.id = n.flow_case AND c.state IN ('decided', 'refused')"
	" JOIN flow_state s ON s.flow = c.flow AND s.state = c.state"
	" JOIN award_form a ON a.id = n.award_form"
	" WHERE c.at >= ?4 AND (" HERE("award.nominate", "n.unit") " OR " HERE("award.send", "n.unit") ")"
	" ORDER BY 3 DESC, 1, 2 DESC LIMIT ?5");

/* A number is the next of its own unit's book: whoever numbers for units below, too, is not
 * told theirs among his. */
#define HELD_HERE(ability_, unit_) "EXISTS (" MAY(ability_, "?1", unit_, "?2") \
	" AND EXISTS (SELECT 1 FROM mandate mo WHERE mo.id = ms.mandate AND mo.unit = ms.unit))"
#define LAST_PLAN \
	"(SELECT p.id FROM plan p JOIN flow_case c ON c.id = p.flow_case AND c.state = 'issued'" \
	" WHERE p.number <> '' AND substr(p.date, 1, 4) = substr(?2, 1, 4)" \
	" AND " HELD_HERE("plan.issue", "p.unit") " ORDER BY p.date DESC, c.at DESC, p.id DESC LIMIT 1)"
#define LAST_DECISION \
	"(SELECT d.id FROM award_decision d JOIN flow_case c ON c.id = d.flow_case" \
	"  AND c.state = 'issued'" \
	" WHERE d.outside = '' AND substr(d.date, 1, 4) = substr(?2, 1, 4)" \
	" AND " HELD_HERE("award.record", "d.unit") " ORDER BY d.date DESC, c.at DESC, d.id DESC LIMIT 1)"
static struct sql book = SQL(
	"SELECT (SELECT count(*) FROM plan p JOIN flow_case c ON c.id = p.flow_case"
	"  AND c.state = 'issued' WHERE substr(p.date, 1, 4) = substr(?2, 1, 4)"
	"  AND " HELD_HERE("plan.issue", "p.unit") "),"
	" (SELECT count(*) FROM award_decision d JOIN flow_case c ON c.id = d.flow_case"
	"  AND c.state = 'issued' WHERE d.outside = '' AND substr(d.date, 1, 4) = substr(?2, 1, 4)"
	"  AND " HELD_HERE("award.record", "d.unit") "), p.number, p.date, d.number, d.date"
	" FROM (SELECT " LAST_PLAN " AS plan, " LAST_DECISION " AS decision) l"
	" LEFT JOIN plan p ON p.id = l.plan LEFT JOIN award_decision d ON d.id = l.decision");

/* The units in reach, and the people who hold a mandate there today. */
#define REACH "SELECT ms.unit FROM mandate_scope ms WHERE ms.account = ?1" \
	" AND ms.ability = 'account.manage' AND ?2 BETWEEN ms.mandate_from AND ms.mandate_to" \
	" AND ?2 BETWEEN ms.unit_from AND ms.unit_to"
#define PEOPLE \
	"(SELECT DISTINCT a.id FROM mandate m JOIN account a ON a.id = m.account" \
	"  AND a.disabled IS NULL WHERE m.unit IN (" REACH ") AND ?2 BETWEEN m.valid_from AND m.valid_to)"
#define BODIES \
	"(SELECT u.id, n.name, n.name_key FROM unit u JOIN unit_name n ON n.unit = u.id" \
	"  AND ?2 BETWEEN n.valid_from AND n.valid_to AND n.kind IN ('commune', 'department', 'front')" \
	" WHERE u.id IN (" REACH ") AND ?2 BETWEEN u.valid_from AND u.valid_to)"
#define UNSTAFFED(body_) \
	"NOT EXISTS (SELECT 1 FROM mandate_scope w" \
	"  JOIN account a ON a.id = w.account AND a.disabled IS NULL" \
	"  WHERE w.unit = " body_ " AND w.ability = 'report.send'" \
	"  AND ?2 BETWEEN w.mandate_from AND w.mandate_to AND ?2 BETWEEN w.unit_from AND w.unit_to)"
#define ENDING "m.unit IN (" REACH ") AND m.valid_to BETWEEN ?2 AND date(?2, '+30 days')" \
	" AND m.valid_from <= m.valid_to"
static struct sql staff = SQL(
	"SELECT (SELECT count(*) FROM " PEOPLE "),"
	" (SELECT count(*) FROM " PEOPLE " x WHERE NOT EXISTS (SELECT 1 FROM session s"
	"  WHERE s.account = x.id)),"
	" (SELECT count(*) FROM mandate m WHERE " ENDING "),"
	" (SELECT count(*) FROM " BODIES "),"
	" (SELECT count(*) FROM " BODIES " b WHERE " UNSTAFFED("b.id") ")");
static struct sql concerns = SQL(
	"SELECT * FROM (SELECT b.id, 0, b.name, '', '', '', 0, b.name_key FROM " BODIES " b"
	"  WHERE " UNSTAFFED("b.id")
	" UNION ALL SELECT m.unit, p.id, p.name, CASE WHEN ?3 = 'en' THEN o.label_en ELSE o.label_vi END,"
	"  coalesce((SELECT n.name FROM unit_name n WHERE n.unit = m.unit"
	"   AND ?2 BETWEEN n.valid_from AND n.valid_to), ''), m.valid_to, 1, m.valid_to"
	"  FROM mandate m JOIN account p ON p.id = m.account AND p.disabled IS NULL"
	"  JOIN role o ON o.role = m.role WHERE " ENDING ")"
	" ORDER BY 7, 8 LIMIT ?4");

static struct sql seal = SQL("SELECT audit, at FROM seal ORDER BY id DESC LIMIT 1");

bool
home_coming(struct db *db, struct mem *mem, int64_t account, const char *day,
    struct coming *c)
{
	if (!db_row(db, &coming, INT(account), TEXT(day)))
		return false;
	*c = (struct coming){ col_text(&coming, 0, mem), col_text(&coming, 1, mem),
	    col_text(&coming, 2, mem), col_text(&coming, 3, mem) };
	return true;
}

struct home_unit *
home_units(struct db *db, struct mem *mem, int64_t account, const char *day)
{
	struct home_unit *first = NULL, **end = &first;

	db_query(db, &units, INT(account), TEXT(day));
	while (db_next(db, &units)) {
		*end = mem_take(mem, sizeof(**end));
		**end = (struct home_unit){ col_int(&units, 0), col_text(&units, 1, mem),
		    col_int(&units, 2), col_int(&units, 3), col_int(&units, 4),
		    col_int(&units, 5), col_int(&units, 6), col_text(&units, 7, mem),
		    col_int(&units, 8), NULL };
		end = &(*end)->next;
	}
	return first;
}

struct news *
home_news(struct db *db, struct mem *mem, int64_t account, const char *day,
    const char *lang, int64_t now, int64_t limit)
{
	struct news *first = NULL, **end = &first;

	db_query(db, &news, INT(account), TEXT(day), TEXT(lang), INT(now - 90 * 86400),
	    INT(limit));
	while (db_next(db, &news)) {
		*end = mem_take(mem, sizeof(**end));
		**end = (struct news){ (enum news_kind)col_int(&news, 0), col_int(&news, 1),
		    col_int(&news, 2), col_text(&news, 3, mem), col_text(&news, 4, mem), NULL };
		end = &(*end)->next;
	}
	return first;
}

struct book
home_book(struct db *db, struct mem *mem, int64_t account, const char *day)
{
	if (!db_row(db, &book, INT(account), TEXT(day)))
		return (struct book){ 0, 0, "", "", "", "" };
	return (struct book){ col_int(&book, 0), col_int(&book, 1), col_text(&book, 2, mem),
	    col_text(&book, 3, mem), col_text(&book, 4, mem), col_text(&book, 5, mem) };
}

struct staff
home_staff(struct db *db, int64_t account, const char *day)
{
	if (!db_row(db, &staff, INT(account), TEXT(day)))
		return (struct staff){ 0 };
	return (struct staff){ col_int(&staff, 0), col_int(&staff, 1), col_int(&staff, 2),
	    col_int(&staff, 3), col_int(&staff, 4) };
}

struct concern *
home_concerns(struct db *db, struct mem *mem, int64_t account, const char *day,
    const char *lang, int64_t limit)
{
	struct concern *first = NULL, **end = &first;

	db_query(db, &concerns, INT(account), TEXT(day), TEXT(lang), INT(limit));
	while (db_next(db, &concerns)) {
		*end = mem_take(mem, sizeof(**end));
		**end = (struct concern){ col_int(&concerns, 0), col_int(&concerns, 1),
		    col_text(&concerns, 2, mem), col_text(&concerns, 3, mem),
		    col_text(&concerns, 4, mem), col_text(&concerns, 5, mem), NULL };
		end = &(*end)->next;
	}
	return first;
}

bool
home_seal(struct db *db, int64_t *line, int64_t *at)
{
	if (!db_row(db, &seal))
		return false;
	*line = col_int(&seal, 0);
	*at = col_int(&seal, 1);
	return true;
}
