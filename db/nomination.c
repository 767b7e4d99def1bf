/* nomination.c - the SQL of nominations: what they are, who sees them, who has them. */

#include "db/nomination.h"

#include "db/mandate.h"

#define NAME_OF(unit) \
	"(SELECT k.name FROM unit_name k WHERE k.unit = " unit " ORDER BY" \
	" ?2 BETWEEN k.valid_from AND k.valid_to DESC, k.valid_from DESC LIMIT 1)"

#define NOMINATION \
	"n.id, n.flow_case, n.unit, n.handler, n.subject, n.name, n.name_key, n.person_key," \
	" n.name_plain, n.birth_year, n.post, n.place, n.of_unit, n.award_form, n.plan," \
	" n.award_type, n.award_group, n.achieved_from, n.achieved_to, n.report, n.html," \
	" n.saved, n.edition, n.award_decision, c.state," \
	" CASE WHEN ?3 = 'en' THEN s.inside_en ELSE s.inside_vi END, s.tag, s.kind, s.edits," \
	" s.stands, " NAME_OF("n.unit") ", " NAME_OF("n.handler") ", " NAME_OF("n.of_unit") "," \
	" (SELECT u.code FROM unit u WHERE u.id = n.of_unit)," \
	" CASE WHEN ?3 = 'en' AND f.name_en <> '' THEN f.name_en ELSE f.name END," \
	" CASE WHEN ?3 = 'en' THEN t.label_en ELSE t.label_vi END," \
	" CASE WHEN ?3 = 'en' THEN g.label_en ELSE g.label_vi END," \
	" p.number, p.subject, d.number, d.date," \
	" n.subject = 'collective' OR EXISTS (SELECT 1 FROM nomination_consent o" \
	"  WHERE o.nomination = n.id AND o.withdrawn IS NULL)," \
	" EXISTS (SELECT 1 FROM nomination_hold h WHERE h.nomination = n.id" \
	"  AND h.ended IS NULL AND ?2 BETWEEN h.valid_from AND h.valid_to)," \
	" EXISTS (SELECT 1 FROM flow_move m WHERE m.flow = c.flow AND m.from_state = c.state" \
	"  AND m.ability = 'award.send')" \
	FROM_NOMINATION
#define FROM_NOMINATION \
	" FROM nomination n JOIN flow_case c ON c.id = n.flow_case" \
	" JOIN flow_state s ON s.flow = c.flow AND s.state = c.state" \
	" LEFT JOIN award_form f ON f.id = n.award_form JOIN award_type t ON t.type = n.award_type" \
	" JOIN award_group g ON g.grp = n.award_group" \
	" LEFT JOIN plan p ON p.id = n.plan" \
	" LEFT JOIN award_decision d ON d.id = n.award_decision"

/* A draft is its own unit's: nobody above looks on while it is written. */
#define SEEN(account) \
	"(EXISTS (" MAY("award.nominate", account, "n.unit", "?2") ")" \
	" OR EXISTS (" MAY("award.send", account, "n.unit", "?2") ")" \
	" OR (n.handler IS NOT NULL AND (EXISTS (" MAY("award.view", account, "n.unit", "?2") ")" \
	"  OR EXISTS (" MAY("award.view", account, "n.handler", "?2") "))))"

static struct sql list = SQL(
	"SELECT x.*, count(*) OVER () FROM (SELECT " NOMINATION " WHERE " SEEN("?1")
	" AND ?4 IN ('', c.state) AND (?5 = '' OR instr(n.name_plain, ?5))"
	" ORDER BY CASE ?6 WHEN 1 THEN n.person_key WHEN 2 THEN n.subject WHEN 3 THEN f.seq"
	"  WHEN 4 THEN " NAME_OF("n.unit") " WHEN 5 THEN s.seq WHEN 6 THEN n.saved END,"
	" CASE ?6 WHEN -1 THEN n.person_key WHEN -2 THEN n.subject WHEN -3 THEN f.seq"
	"  WHEN -4 THEN " NAME_OF("n.unit") " WHEN -5 THEN s.seq WHEN -6 THEN n.saved END DESC,"
	" s.kind = 'end', s.seq, n.saved DESC, n.id DESC) x LIMIT ?7 OFFSET ?8");
static struct sql seen = SQL(
	"SELECT 1 FROM nomination n WHERE n.id = ?3 AND " SEEN("?1"));
static struct sql get = SQL("SELECT " NOMINATION " WHERE n.id = ?1");

static struct sql add = SQL(
	"INSERT INTO nomination (flow_case, unit, subject, name, name_key, person_key, name_plain,"
	" birth_year, post, place, of_unit, award_form, award_type, award_group, plan,"
	" achieved_from, achieved_to, report, html, saved) VALUES"
	" (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20)");
static struct sql change = SQL(
	"UPDATE nomination SET subject = ?3, name = ?4, name_key = ?5, person_key = ?6,"
	" name_plain = ?7, birth_year = ?8, post = ?9, place = ?10, of_unit = ?11,"
	" award_form = ?12, award_type = ?13, award_group = ?14, plan = ?15, achieved_from = ?16,"
	" achieved_to = ?17, report = ?18, html = ?19, saved = ?20, edition = edition + 1"
	" WHERE id = ?1 AND unit = ?2");

/* ?1 unit, ?2 day, ?3 form: those in or above it whose kind may grant anything, and the
 * topmost. */
static struct sql offices = SQL(
	"SELECT u.ancestor, k.name, EXISTS (SELECT 1 FROM award_right r WHERE r.award_form = ?3"
	"  AND r.kind = k.kind AND ?2 BETWEEN r.valid_from AND r.valid_to)"
	"  OR (NOT EXISTS (SELECT 1 FROM award_right r WHERE r.award_form = ?3"
	"   AND r.kind IS NOT NULL AND ?2 BETWEEN r.valid_from AND r.valid_to) AND t.top),"
	" u.depth"
	" FROM unit_under u JOIN unit_name k ON k.unit = u.ancestor"
	"  AND ?2 BETWEEN k.valid_from AND k.valid_to"
	" JOIN (SELECT x.id, NOT EXISTS (SELECT 1 FROM unit_under y WHERE y.unit = x.id"
	"  AND y.depth > 0 AND ?2 BETWEEN y.valid_from AND y.valid_to) AS top FROM unit x"
	"  WHERE ?2 BETWEEN x.valid_from AND x.valid_to) t ON t.id = u.ancestor"
	" WHERE u.unit = ?1 AND ?2 BETWEEN u.valid_from AND u.valid_to"
	" AND (t.top OR EXISTS (SELECT 1 FROM award_right r WHERE r.kind = k.kind"
	"  AND ?2 BETWEEN r.valid_from AND r.valid_to)) ORDER BY u.depth");

static struct sql hand = SQL("UPDATE nomination SET handler = ?2 WHERE id = ?1");
static struct sql accept_ = SQL("UPDATE nomination SET accepted = ?2 WHERE id = ?1");
/* It is its unit's while that unit's leader may send it. */
static struct sql settle = SQL(
	"UPDATE flow_case SET unit = (SELECT CASE WHEN EXISTS (SELECT 1 FROM flow_move m"
	"  WHERE m.flow = flow_case.flow AND m.from_state = flow_case.state"
	"  AND m.ability = 'award.send') THEN n.unit ELSE coalesce(n.handler, n.unit) END"
	"  FROM nomination n WHERE n.flow_case = flow_case.id)"
	" WHERE id = (SELECT flow_case FROM nomination WHERE id = ?1)");
static struct sql touch = SQL("UPDATE nomination SET edition = edition + 1 WHERE id = ?1");
static struct sql own = SQL(
	"SELECT 1 FROM nomination_own WHERE nomination = ?1 AND account = ?2");
static struct sql write_ = SQL(
	"INSERT OR IGNORE INTO nomination_writer (nomination, account) VALUES (?1, ?2)");

static struct sql units = SQL(
	"SELECT DISTINCT s.unit, u.code, n.name FROM mandate_scope s JOIN unit u ON u.id = s.unit"
	" JOIN unit_name n ON n.unit = s.unit AND ?2 BETWEEN n.valid_from AND n.valid_to"
	" WHERE s.account = ?1 AND s.ability = 'award.nominate'"
	" AND ?2 BETWEEN s.mandate_from AND s.mandate_to"
	" AND ?2 BETWEEN s.unit_from AND s.unit_to ORDER BY n.name_key");
static struct sql plans = SQL(
	"SELECT p.id, p.number, p.subject FROM plan p JOIN flow_case c ON c.id = p.flow_case"
	" JOIN flow_state s ON s.flow = c.flow AND s.state = c.state AND s.stands = 1"
	" ORDER BY p.date DESC, p.id DESC LIMIT 200");
static struct sql of = SQL(
	"SELECT u.id, u.code, n.name FROM unit u JOIN unit_name n ON n.unit = u.id"
	" AND ?3 BETWEEN n.valid_from AND n.valid_to WHERE ?3 BETWEEN u.valid_from AND u.valid_to"
	" AND (u.code = ?1 OR n.name_plain = ?2) ORDER BY u.code = ?1 DESC, u.code LIMIT 20");

static struct nomination *
take(struct sql *q, struct mem *mem)
{
	struct nomination *n = mem_take(mem, sizeof(*n));

	*n = (struct nomination){
		.id            = col_int(q, 0),
		.flow_case     = col_int(q, 1),
		.unit          = col_int(q, 2),
		.handler       = col_int(q, 3),
		.subject       = col_text(q, 4, mem),
		.name          = col_text(q, 5, mem),
		.name_key      = col_text(q, 6, mem),
		.person_key    = col_text(q, 7, mem),
		.name_plain    = col_text(q, 8, mem),
		.birth_year    = col_int(q, 9),
		.post          = col_text(q, 10, mem),
		.place         = col_text(q, 11, mem),
		.of_unit       = col_int(q, 12),
		.award_form    = col_int(q, 13),
		.plan          = col_int(q, 14),
		.award_type    = col_text(q, 15, mem),
		.award_group   = col_text(q, 16, mem),
		.achieved_from = col_text(q, 17, mem),
		.achieved_to   = col_text(q, 18, mem),
		.report        = col_text(q, 19, mem),
		.html          = col_text(q, 20, mem),
		.saved         = col_int(q, 21),
		.edition       = col_int(q, 22),
		.decision      = col_int(q, 23),
		.state         = col_text(q, 24, mem),
		.state_label   = col_text(q, 25, mem),
		.tag           = col_text(q, 26, mem),
		.kind          = col_text(q, 27, mem),
		.edits         = col_int(q, 28),
		.stands        = col_int(q, 29),
		.unit_name     = col_text(q, 30, mem),
		.handler_name  = col_text(q, 31, mem),
		.of_name       = col_text(q, 32, mem),
		.of_code       = col_text(q, 33, mem),
		.form_name     = col_text(q, 34, mem),
		.type_label    = col_text(q, 35, mem),
		.group_label   = col_text(q, 36, mem),
		.plan_number   = col_text(q, 37, mem),
		.plan_subject  = col_text(q, 38, mem),
		.decision_number = col_text(q, 39, mem),
		.decision_date = col_text(q, 40, mem),
		.named         = col_int(q, 41),
		.held          = col_int(q, 42),
		.at_unit       = col_int(q, 43),
	};
	return n;
}

enum { TOTAL_AT = 44 };

struct nomination *
nomination_list(struct db *db, struct mem *mem, const struct nomination_ask *ask,
    int64_t *total)
{
	struct nomination *first = NULL, **end = &first;

	*total = 0;
	db_query(db, &list, INT(ask->account), TEXT(ask->day), TEXT(ask->lang), TEXT(ask->state),
	    TEXT(ask->words), INT(ask->sort), INT(ask->limit), INT(ask->skip));
	while (db_next(db, &list)) {
		*end = take(&list, mem);
		*total = col_int(&list, TOTAL_AT);
		end = &(*end)->next;
	}
	return first;
}

bool
nomination_seen(struct db *db, int64_t id, int64_t account, const char *day)
{
	return db_row(db, &seen, INT(account), TEXT(day), INT(id));
}

struct nomination *
nomination_get(struct db *db, struct mem *mem, int64_t id, const char *day, const char *lang)
{
	return db_row(db, &get, INT(id), TEXT(day), TEXT(lang)) ? take(&get, mem) : NULL;
}

#define MEMBERS(n) \
	TEXT((n)->subject), TEXT((n)->name), TEXT((n)->name_key), TEXT((n)->person_key), \
	TEXT((n)->name_plain), ID((n)->birth_year), TEXT((n)->post), TEXT((n)->place), \
	ID((n)->of_unit), ID((n)->award_form), TEXT((n)->award_type), TEXT((n)->award_group), \
	ID((n)->plan), DAY((n)->achieved_from), DAY((n)->achieved_to), TEXT((n)->report), \
	TEXT((n)->html)

int64_t
nomination_add(struct db *db, const struct nomination *n, int64_t now)
{
	db_run(db, &add, INT(n->flow_case), INT(n->unit), MEMBERS(n), INT(now));
	return db_new_id(db);
}

void
nomination_change(struct db *db, const struct nomination *n, int64_t now)
{
	db_run(db, &change, INT(n->id), INT(n->unit), MEMBERS(n), INT(now));
}

struct nomination_office *
nomination_offices(struct db *db, struct mem *mem, int64_t unit, int64_t form,
    const char *day)
{
	struct nomination_office *first = NULL, **end = &first;

	db_query(db, &offices, INT(unit), TEXT(day), INT(form));
	while (db_next(db, &offices)) {
		*end = mem_take(mem, sizeof(**end));
		**end = (struct nomination_office){ col_int(&offices, 0),
		    col_text(&offices, 1, mem), col_int(&offices, 2), NULL };
		end = &(*end)->next;
	}
	return first;
}

void
nomination_hand(struct db *db, int64_t id, int64_t handler)
{
	db_run(db, &hand, INT(id), INT(handler));
}

void
nomination_accept(struct db *db, int64_t id, const char *day)
{
	db_run(db, &accept_, INT(id), TEXT(day));
}

void
nomination_settle(struct db *db, int64_t id)
{
	db_run(db, &settle, INT(id));
	nomination_touch(db, id);
}

void
nomination_touch(struct db *db, int64_t id)
{
	db_run(db, &touch, INT(id));
}

bool
nomination_own(struct db *db, int64_t id, int64_t account)
{
	return db_row(db, &own, INT(id), INT(account));
}

void
nomination_write(struct db *db, int64_t id, int64_t account)
{
	db_run(db, &write_, INT(id), INT(account));
}

static struct nomination_choice *
choices(struct db *db, struct mem *mem, struct sql *q)
{
	struct nomination_choice *first = NULL, **end = &first;

	while (db_next(db, q)) {
		*end = mem_take(mem, sizeof(**end));
		**end = (struct nomination_choice){ col_int(q, 0), col_text(q, 1, mem),
		    col_text(q, 2, mem), NULL };
		end = &(*end)->next;
	}
	return first;
}

struct nomination_choice *
nomination_units(struct db *db, struct mem *mem, int64_t account, const char *day)
{
	db_query(db, &units, INT(account), TEXT(day));
	return choices(db, mem, &units);
}

struct nomination_choice *
nomination_plans(struct db *db, struct mem *mem)
{
	db_query(db, &plans);
	return choices(db, mem, &plans);
}

struct nomination_choice *
nomination_of(struct db *db, struct mem *mem, const char *code, const char *plain,
    const char *day)
{
	db_query(db, &of, TEXT(code), TEXT(plain), TEXT(day));
	return choices(db, mem, &of);
}
