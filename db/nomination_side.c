/* nomination_side.c - the SQL of what stands beside a nomination: papers, consent, holds,
 * the council's opinion; what was rewarded before, what the unit's reports say. */

#include "db/nomination.h"

#include "db/mandate.h"

static struct sql consents = SQL(
	"SELECT id, given, how, document, withdrawn, why FROM nomination_consent"
	" WHERE nomination = ?1 ORDER BY id DESC");
static struct sql consent_add = SQL(
	"INSERT INTO nomination_consent (nomination, given, how, document) VALUES (?1, ?2, ?3, ?4)");
static struct sql consent_end = SQL(
	"UPDATE nomination_consent SET withdrawn = ?2, why = ?3 WHERE id = ?1 AND withdrawn IS NULL");

static struct sql holds = SQL(
	"SELECT id, reason, document, valid_from, valid_to, ended FROM nomination_hold"
	" WHERE nomination = ?1 ORDER BY valid_from DESC, id DESC");
static struct sql hold_add = SQL(
	"INSERT INTO nomination_hold (nomination, reason, document, valid_from, valid_to)"
	" VALUES (?1, ?2, ?3, ?4, ?5)");
static struct sql hold_end = SQL("UPDATE nomination_hold SET ended = ?2 WHERE id = ?1");

static struct sql opinions = SQL(
	"SELECT day, document, text, members, present, agreed FROM nomination_opinion"
	" WHERE nomination = ?1 ORDER BY id DESC");
static struct sql opinion_add = SQL(
	"INSERT INTO nomination_opinion (nomination, day, document, members, present, agreed, text)"
	" VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)");

/* May the account see nomination n? */
#define SEEN \
	"(EXISTS (" MAY("award.nominate", "?1", "n.unit", "?2") ")" \
	" OR EXISTS (" MAY("award.send", "?1", "n.unit", "?2") ")" \
	" OR (n.handler IS NOT NULL AND (EXISTS (" MAY("award.view", "?1", "n.unit", "?2") ")" \
	"  OR EXISTS (" MAY("award.view", "?1", "n.handler", "?2") "))))"

/* ?1 account, ?2 day, ?3 language, ?4 this one's id */
static struct sql same = SQL(
	"SELECT a.id IS NOT NULL, CASE WHEN a.id IS NULL THEN n.id ELSE d.id END, d.number, d.date,"
	" CASE WHEN ?3 = 'en' AND f.name_en <> '' THEN f.name_en ELSE f.name END,"
	" (SELECT k.name FROM unit_name k WHERE k.unit = n.unit ORDER BY"
	"  ?2 BETWEEN k.valid_from AND k.valid_to DESC, k.valid_from DESC LIMIT 1),"
	" CASE WHEN ?3 = 'en' THEN s.inside_en ELSE s.inside_vi END, n.achieved_from, n.achieved_to"
	" FROM nomination_same x JOIN nomination o ON o.id = x.nomination"
	" JOIN nomination n ON n.id = x.other LEFT JOIN award_form f ON f.id = n.award_form"
	" JOIN flow_case c ON c.id = n.flow_case"
	" JOIN flow_state s ON s.flow = c.flow AND s.state = c.state"
	" LEFT JOIN award a ON a.nomination = n.id"
	" LEFT JOIN award_decision d ON d.id = a.award_decision"
	" WHERE x.nomination = ?4 AND CASE WHEN a.id IS NULL THEN s.kind <> 'end' AND " SEEN
	"  ELSE x.rewarded AND (" SEEN " OR EXISTS (" MAY("award.view", "?1", "a.unit", "?2") ")"
	"   OR EXISTS (" MAY("award.review", "?1", "o.handler", "?2") ")"
	"   OR EXISTS (SELECT 1 FROM award_public p WHERE p.id = a.id AND p.named)) END"
	" ORDER BY a.id IS NULL, d.date DESC, n.id LIMIT 20");
static struct sql others = SQL(
	"SELECT other, rewarded FROM nomination_same WHERE nomination = ?1");

/* A rate by the counts of its own report. */
static struct sql facts = SQL(
	"WITH stood AS (SELECT r.id, w.name, w.window_to FROM report r"
	"  JOIN report_period w ON w.id = r.report_period"
	"  JOIN flow_case c ON c.id = r.flow_case"
	"  JOIN flow_state f ON f.flow = c.flow AND f.state = c.state AND f.stands = 1"
	"  WHERE r.unit = ?1 AND w.window_from <= ?3 AND ?2 <= w.window_to),"
	" told AS (SELECT i.id, s.name, s.window_to, CASE i.rule WHEN 'rate'"
	"   THEN (v.value * 20000 + e.value) / (e.value * 2) ELSE v.value END AS value"
	"  FROM stood s JOIN indicator i JOIN report_value v ON v.report = s.id"
	"   AND v.indicator = CASE i.rule WHEN 'rate' THEN i.numerator ELSE i.id END"
	"  LEFT JOIN report_value e ON e.report = s.id AND e.indicator = i.denominator"
	"  WHERE i.rule <> 'rate' OR e.value > 0),"
	" ends AS (SELECT t.id, t.name, t.value, count(*) OVER (PARTITION BY t.id) AS n,"
	"  row_number() OVER (PARTITION BY t.id ORDER BY t.window_to) AS up,"
	"  row_number() OVER (PARTITION BY t.id ORDER BY t.window_to DESC) AS down FROM told t)"
	" SELECT i.name, i.measure, a.name, b.name, i.decimals, a.value, b.value, a.n"
	" FROM indicator i JOIN ends a ON a.id = i.id AND a.up = 1"
	" JOIN ends b ON b.id = i.id AND b.down = 1 ORDER BY i.code LIMIT 60");

/* ?1 unit, ?2 from, ?3 to, ?4 account, ?5 day.  Of a round that is published now, the
 * last publication: one before it was opened again does not count any more. */
static struct sql scores = SQL(
	"SELECT r.name, b.number, x.total, x.maximum, x.grade"
	" FROM evaluation e JOIN evaluation_round r ON r.id = e.evaluation_round"
	" JOIN flow_case c ON c.id = r.flow_case AND c.state = 'published'"
	" JOIN evaluation_publication b ON b.id = (SELECT max(p.id) FROM evaluation_publication p"
	"  WHERE p.evaluation_round = r.id)"
	" JOIN evaluation_result x ON x.evaluation_publication = b.id AND x.evaluation = e.id"
	" WHERE e.judged = ?1 AND r.window_from <= ?3 AND ?2 <= r.window_to"
	" AND (EXISTS (" MAY("evaluation.view", "?4", "e.judged", "?5") ")"
	"  OR EXISTS (" MAY("evaluation.view", "?4", "e.unit", "?5") "))"
	" ORDER BY r.window_to, r.id LIMIT 20");

/* The row of a code wins over that of all, then that of a type. */
#define WINS \
	"ORDER BY p.code = '', p.award_type IS NULL, p.valid_from DESC, p.id DESC"
#define PAPER \
	"p.paper, p.document, p.required, p.seq, p.id," \
	" CASE WHEN ?3 = 'en' THEN p.label_en ELSE p.label_vi END AS label"
#define OF_FORM(day) \
	" JOIN award_paper p ON p.kind = f.kind AND p.code IN ('', f.code)" \
	"  AND " day " BETWEEN p.valid_from AND p.valid_to"

static struct sql papers = SQL(
	"SELECT x.paper, x.label, x.document, x.required, EXISTS (SELECT 1 FROM attachment a"
	"  WHERE a.kind = 'nomination' AND a.record = ?1 AND a.part = x.paper AND a.removed IS NULL), ''"
	" FROM (SELECT " PAPER ", row_number() OVER (PARTITION BY p.paper " WINS ") AS nth"
	"  FROM nomination n JOIN award_form f ON f.id = n.award_form"
	OF_FORM("coalesce(n.accepted, ?2)")
	"  WHERE n.id = ?1 AND coalesce(p.award_type, n.award_type) = n.award_type) x"
	" WHERE x.nth = 1 ORDER BY x.seq, x.id");
/* Of each type by itself; those that want the same are told together. */
static struct sql form_papers = SQL(
	"SELECT x.paper, x.label, x.document, x.required, 0, CASE WHEN count(*) ="
	"  (SELECT count(*) FROM award_type t WHERE ?2 BETWEEN t.valid_from AND t.valid_to) THEN ''"
	"  ELSE group_concat(x.type, ', ') END"
	" FROM (SELECT " PAPER ", CASE WHEN ?3 = 'en' THEN t.label_en ELSE t.label_vi END AS type,"
	"   row_number() OVER (PARTITION BY p.paper, t.type " WINS ") AS nth"
	"  FROM award_form f" OF_FORM("?2")
	"  JOIN award_type t ON coalesce(p.award_type, t.type) = t.type"
	"   AND ?2 BETWEEN t.valid_from AND t.valid_to"
	"  WHERE f.id = ?1 ORDER BY t.seq) x"
	" WHERE x.nth = 1 GROUP BY x.paper, x.label, x.document, x.required"
	" ORDER BY min(x.seq), min(x.id)");

static struct sql senders = SQL(
	"SELECT coalesce(group_concat(x.name, ', '), '') FROM (SELECT DISTINCT a.name"
	" FROM account a WHERE a.disabled IS NULL"
	" AND EXISTS (" MAY("award.send", "a.id", "?1", "?2") ") ORDER BY a.name_key LIMIT 5) x");

struct nomination_consent *
nomination_consents(struct db *db, struct mem *mem, int64_t id)
{
	struct nomination_consent *first = NULL, **end = &first;
	struct sql *q = &consents;

	db_query(db, q, INT(id));
	while (db_next(db, q)) {
		*end = mem_take(mem, sizeof(**end));
		**end = (struct nomination_consent){ col_int(q, 0), col_text(q, 1, mem),
		    col_text(q, 2, mem), col_text(q, 3, mem), col_text(q, 4, mem),
		    col_text(q, 5, mem), NULL };
		end = &(*end)->next;
	}
	return first;
}

int64_t
nomination_consent_add(struct db *db, int64_t id, const struct nomination_consent *c)
{
	db_run(db, &consent_add, INT(id), TEXT(c->given), TEXT(c->how), TEXT(c->document));
	return db_new_id(db);
}

void
nomination_consent_end(struct db *db, int64_t consent, const char *day, const char *why)
{
	db_run(db, &consent_end, INT(consent), TEXT(day), TEXT(why));
}

struct nomination_hold *
nomination_holds(struct db *db, struct mem *mem, int64_t id)
{
	struct nomination_hold *first = NULL, **end = &first;
	struct sql *q = &holds;

	db_query(db, q, INT(id));
	while (db_next(db, q)) {
		*end = mem_take(mem, sizeof(**end));
		**end = (struct nomination_hold){ col_int(q, 0), col_text(q, 1, mem),
		    col_text(q, 2, mem), col_text(q, 3, mem), col_text(q, 4, mem),
		    col_text(q, 5, mem), NULL };
		end = &(*end)->next;
	}
	return first;
}

int64_t
nomination_hold_add(struct db *db, int64_t id, const struct nomination_hold *h)
{
	db_run(db, &hold_add, INT(id), TEXT(h->reason), TEXT(h->document), TEXT(h->valid_from),
	    TEXT(h->valid_to));
	return db_new_id(db);
}

void
nomination_hold_end(struct db *db, int64_t hold, const char *day)
{
	db_run(db, &hold_end, INT(hold), TEXT(day));
}

static struct nomination_paper *
take_papers(struct db *db, struct mem *mem, struct sql *q)
{
	struct nomination_paper *first = NULL, **end = &first;

	while (db_next(db, q)) {
		*end = mem_take(mem, sizeof(**end));
		**end = (struct nomination_paper){ col_text(q, 0, mem), col_text(q, 1, mem),
		    col_text(q, 2, mem), col_int(q, 3), col_int(q, 4), col_text(q, 5, mem), NULL };
		end = &(*end)->next;
	}
	return first;
}

struct nomination_paper *
nomination_papers(struct db *db, struct mem *mem, int64_t id, const char *day, const char *lang)
{
	db_query(db, &papers, INT(id), TEXT(day), TEXT(lang));
	return take_papers(db, mem, &papers);
}

struct nomination_paper *
nomination_form_papers(struct db *db, struct mem *mem, int64_t form, const char *day,
    const char *lang)
{
	db_query(db, &form_papers, INT(form), TEXT(day), TEXT(lang));
	return take_papers(db, mem, &form_papers);
}

const char *
nomination_senders(struct db *db, struct mem *mem, int64_t unit, const char *day)
{
	return db_row(db, &senders, INT(unit), TEXT(day)) ? col_text(&senders, 0, mem) : "";
}

struct nomination_opinion *
nomination_opinions(struct db *db, struct mem *mem, int64_t id)
{
	struct nomination_opinion *first = NULL, **end = &first;
	struct sql *q = &opinions;

	db_query(db, q, INT(id));
	while (db_next(db, q)) {
		*end = mem_take(mem, sizeof(**end));
		**end = (struct nomination_opinion){ col_text(q, 0, mem), col_text(q, 1, mem),
		    col_text(q, 2, mem), col_int(q, 3), col_int(q, 4), col_int(q, 5), NULL };
		end = &(*end)->next;
	}
	return first;
}

void
nomination_opinion_add(struct db *db, int64_t id, const struct nomination_opinion *o)
{
	db_run(db, &opinion_add, INT(id), TEXT(o->day), TEXT(o->document), INT(o->members),
	    INT(o->present), INT(o->agreed), TEXT(o->text));
}

struct nomination_found *
nomination_same(struct db *db, struct mem *mem, int64_t id, int64_t account,
    const char *day, const char *lang)
{
	struct nomination_found *first = NULL, **end = &first;
	struct sql *q = &same;

	db_query(db, q, INT(account), TEXT(day), TEXT(lang), INT(id));
	while (db_next(db, q)) {
		*end = mem_take(mem, sizeof(**end));
		**end = (struct nomination_found){
			.award         = col_int(q, 0),
			.id            = col_int(q, 1),
			.number        = col_text(q, 2, mem),
			.date          = col_text(q, 3, mem),
			.form          = col_text(q, 4, mem),
			.unit_name     = col_text(q, 5, mem),
			.state_label   = col_text(q, 6, mem),
			.achieved_from = col_text(q, 7, mem),
			.achieved_to   = col_text(q, 8, mem),
		};
		end = &(*end)->next;
	}
	return first;
}

struct nomination_other *
nomination_others(struct db *db, struct mem *mem, int64_t id)
{
	struct nomination_other *first = NULL, **end = &first;

	db_query(db, &others, INT(id));
	while (db_next(db, &others)) {
		*end = mem_take(mem, sizeof(**end));
		**end = (struct nomination_other){ col_int(&others, 0), col_int(&others, 1), NULL };
		end = &(*end)->next;
	}
	return first;
}

struct nomination_fact *
nomination_facts(struct db *db, struct mem *mem, int64_t unit, const char *from,
    const char *to)
{
	struct nomination_fact *first = NULL, **end = &first;
	struct sql *q = &facts;

	db_query(db, q, INT(unit), TEXT(from), TEXT(to));
	while (db_next(db, q)) {
		*end = mem_take(mem, sizeof(**end));
		**end = (struct nomination_fact){
			.name         = col_text(q, 0, mem),
			.measure      = col_text(q, 1, mem),
			.first_period = col_text(q, 2, mem),
			.last_period  = col_text(q, 3, mem),
			.decimals     = col_int(q, 4),
			.first        = col_int(q, 5),
			.last         = col_int(q, 6),
			.periods      = col_int(q, 7),
		};
		end = &(*end)->next;
	}
	return first;
}

struct nomination_score *
nomination_scores(struct db *db, struct mem *mem, int64_t unit, const char *from,
    const char *to, int64_t account, const char *day)
{
	struct nomination_score *first = NULL, **end = &first;
	struct sql *q = &scores;

	db_query(db, q, INT(unit), TEXT(from), TEXT(to), INT(account), TEXT(day));
	while (db_next(db, q)) {
		*end = mem_take(mem, sizeof(**end));
		**end = (struct nomination_score){
			.round   = col_text(q, 0, mem),
			.number  = col_text(q, 1, mem),
			.total   = col_int(q, 2),
			.maximum = col_int(q, 3),
			.grade   = col_text(q, 4, mem),
		};
		end = &(*end)->next;
	}
	return first;
}
