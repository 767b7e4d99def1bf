/* award.c - the SQL of award decisions: what stands on them, and how they enter the
 * register. */

#include "db/award.h"

#include "db/mandate.h"

#define LABEL(lang) "CASE WHEN " lang " = 'en' THEN f.inside_en ELSE f.inside_vi END"

/* Of a draft those that are put to it; once it is issued those that were not revoked. */
#define HOW_MANY(subject) \
	"(SELECT count(*) FROM nomination n LEFT JOIN award a ON a.nomination = n.id" \
	" LEFT JOIN award_revocation v ON v.award = a.id" \
	" WHERE n.award_decision = d.id AND n.subject = '" subject "' AND v.award IS NULL)"

#define DECISION \
	"d.id, d.flow_case, d.unit, d.outside, d.issuer, d.title, d.title_plain, d.plan," \
	" d.number, d.number_plain, d.date, d.signer_title, d.signer_name, d.edition," \
	" c.state, " LABEL("?3") ", f.tag, f.stands, f.edits," \
	" coalesce((SELECT n.name FROM unit_name n WHERE n.unit = d.unit" \
	"   AND coalesce(d.date, ?2) BETWEEN n.valid_from AND n.valid_to)," \
	"  (SELECT n.name FROM unit_name n WHERE n.unit = d.unit ORDER BY n.valid_from DESC LIMIT 1))," \
	" (SELECT p.number FROM plan p WHERE p.id = d.plan)," \
	" " HOW_MANY("collective") ", " HOW_MANY("person") ", " HOW_MANY("household") "," \
	" (SELECT count(*) FROM award a JOIN award_revocation v ON v.award = a.id" \
	"  WHERE a.award_decision = d.id)" \
	" FROM award_decision d JOIN flow_case c ON c.id = d.flow_case" \
	" JOIN flow_state f ON f.flow = c.flow AND f.state = c.state"

/* Rights first; of names only those that are public are looked at. */
static struct sql list = SQL(
	"SELECT x.*, count(*) OVER () FROM (SELECT " DECISION
	" WHERE (f.stands = 1 OR EXISTS (" MAY("award.view", "?1", "d.unit", "?2") "))"
	" AND ?4 IN (0, CAST(substr(coalesce(d.date, ?2), 1, 4) AS INTEGER)) AND (?5 = ''"
	"  OR instr(d.title_plain, ?5) OR (?6 <> '' AND instr(d.number_plain, ?6))"
	"  OR EXISTS (SELECT 1 FROM award_public p WHERE p.award_decision = d.id"
	"   AND f.stands = 1 AND instr(p.name_plain, ?5)))"
	" ORDER BY CASE ?7 WHEN 1 THEN d.number WHEN 2 THEN d.date WHEN 3 THEN d.title_plain"
	"  WHEN 4 THEN d.issuer END,"
	" CASE ?7 WHEN -1 THEN d.number WHEN -2 THEN coalesce(d.date, '9999') WHEN -3 THEN"
	"  d.title_plain WHEN -4 THEN d.issuer END DESC, d.id DESC) x LIMIT ?8 OFFSET ?9");

static struct sql get = SQL("SELECT " DECISION " WHERE d.id = ?1 AND ?2 IS NOT NULL");

static struct sql add = SQL(
	"INSERT INTO award_decision (flow_case, unit, outside, issuer, title, title_plain, plan,"
	" signer_title, signer_name) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)");
static struct sql change = SQL(
	"UPDATE award_decision SET outside = ?2, issuer = ?3, title = ?4, title_plain = ?5,"
	" plan = ?6, number = ?7, number_plain = ?8, date = ?9, signer_title = ?10,"
	" signer_name = ?11, edition = edition + 1 WHERE id = ?1");
static struct sql taken = SQL(
	"SELECT 1 FROM award_decision WHERE unit = ?1 AND outside = ?2 AND number <> ''"
	" AND number_plain = ?3 AND substr(date, 1, 4) = substr(?4, 1, 4) AND id <> ?5");

static struct sql own = SQL(
	"SELECT 1 FROM award_decision d JOIN flow_case c ON c.id = d.flow_case WHERE d.id = ?1"
	" AND (c.author = ?2 OR EXISTS (SELECT 1 FROM flow_step p WHERE p.flow_case = c.id"
	"  AND p.move = 'submit' AND p.account = ?2))");

static struct sql signers = SQL(
	"SELECT x.account, x.name, coalesce(max(CASE WHEN x.approved THEN nullif(x.post, '') END),"
	"  max(x.post)), max(x.approved) FROM ("
	" SELECT a.id AS account, a.name, a.name_key, coalesce(m.post, '') AS post, 1 AS approved FROM flow_step p"
	"  JOIN account a ON a.id = p.account LEFT JOIN mandate m ON m.id = p.mandate"
	"  WHERE p.id = (SELECT max(q.id) FROM flow_step q WHERE q.flow_case = ?1"
	"   AND q.move = 'approve')"
	" UNION ALL SELECT a.id, a.name, a.name_key, m.post, 0 FROM mandate_scope s"
	"  JOIN mandate m ON m.id = s.mandate JOIN account a ON a.id = s.account"
	"  WHERE s.ability = 'award.decide' AND s.unit = ?2 AND a.disabled IS NULL"
	"  AND ?3 BETWEEN s.mandate_from AND s.mandate_to"
	"  AND ?3 BETWEEN s.unit_from AND s.unit_to) x"
	" GROUP BY x.account, x.name ORDER BY max(x.approved) DESC, max(x.name_key), x.account LIMIT 20");

static struct sql offices = SQL(
	"SELECT DISTINCT s.unit, n.name FROM mandate_scope s"
	" JOIN unit_name n ON n.unit = s.unit AND ?2 BETWEEN n.valid_from AND n.valid_to"
	" WHERE s.account = ?1 AND s.ability = 'award.review'"
	" AND ?2 BETWEEN s.mandate_from AND s.mandate_to"
	" AND ?2 BETWEEN s.unit_from AND s.unit_to ORDER BY n.name_key");

/*
 * ?1 decision, ?2 its day, ?3 account, ?4 language, ?5 its unit, ?6 outside,
 * ?7 today: what is held now is not decided by an earlier date, and a hold that was
 * lifted still covers the days on which it held.  The form is one of the day on which
 * the dossier was received, the right one of the decision's.
 */
#define ITEM \
	"n.id, n.flow_case, coalesce(a.id, 0), coalesce(a.book, 0), coalesce(a.year, 0)," \
	" n.subject, n.name, n.name_plain, n.post, n.place," \
	" (SELECT k.name FROM unit_name k WHERE k.unit = n.of_unit ORDER BY" \
	"  ?2 BETWEEN k.valid_from AND k.valid_to DESC, k.valid_from DESC LIMIT 1)," \
	" (SELECT k.name FROM unit_name k WHERE k.unit = n.unit ORDER BY" \
	"  ?2 BETWEEN k.valid_from AND k.valid_to DESC, k.valid_from DESC LIMIT 1)," \
	" coalesce(n.birth_year, 0)," \
	" CASE WHEN ?4 = 'en' AND f.name_en <> '' THEN f.name_en ELSE f.name END," \
	" CASE WHEN ?4 = 'en' THEN t.label_en ELSE t.label_vi END," \
	" n.achieved_from, n.achieved_to," \
	" n.subject = 'collective' OR EXISTS (SELECT 1 FROM nomination_consent o" \
	"  WHERE o.nomination = n.id AND o.withdrawn IS NULL)," \
	" n.award_decision IS NOT NULL," \
	" EXISTS (SELECT 1 FROM nomination_hold h WHERE h.nomination = n.id" \
	"  AND (h.ended IS NULL OR h.ended > ?2) AND ?2 <= h.valid_to" \
	"  AND h.valid_from <= CASE WHEN h.ended IS NULL THEN max(?2, ?7) ELSE ?2 END)," \
	" n.subject = 'collective' AND n.of_unit IS NOT NULL AND NOT EXISTS (SELECT 1 FROM unit u" \
	"  WHERE u.id = n.of_unit AND ?2 BETWEEN u.valid_from AND u.valid_to)," \
	" NOT EXISTS (SELECT 1 FROM award_right r JOIN unit_name k ON k.unit = ?5" \
	"   AND ?2 BETWEEN k.valid_from AND k.valid_to WHERE r.award_form = n.award_form" \
	"   AND ?2 BETWEEN r.valid_from AND r.valid_to" \
	"   AND CASE ?6 WHEN '' THEN r.kind = k.kind ELSE r.outside = ?6 END)" \
	"  OR NOT coalesce(n.accepted, ?2) BETWEEN f.valid_from AND f.valid_to," \
	" EXISTS (SELECT 1 FROM nomination_own o WHERE o.nomination = n.id AND o.account = ?3)" \
	" FROM nomination n JOIN flow_case c ON c.id = n.flow_case" \
	" JOIN award_form f ON f.id = n.award_form JOIN award_type t ON t.type = n.award_type" \
	" LEFT JOIN award a ON a.nomination = n.id"

#define IN_ORDER \
	" ORDER BY CASE n.subject WHEN 'collective' THEN 1 WHEN 'person' THEN 2 ELSE 3 END," \
	" CASE n.subject WHEN 'collective' THEN n.name_key ELSE n.person_key END, n.id"

static struct sql items = SQL("SELECT " ITEM " WHERE n.award_decision = ?1" IN_ORDER);
static struct sql candidates = SQL("SELECT " ITEM
	" WHERE n.award_decision = ?1 OR (n.award_decision IS NULL AND n.handler = ?5"
	"  AND c.state = 'received' AND c.unit = ?5)" IN_ORDER);

static struct sql put = SQL("UPDATE nomination SET award_decision = ?2 WHERE id = ?1");

static struct sql next_book = SQL(
	"SELECT coalesce(max(book), 0) + 1 FROM award WHERE unit = ?1 AND outside = ?2 AND year = ?3");
static struct sql book_taken = SQL(
	"SELECT 1 FROM award WHERE unit = ?1 AND outside = ?2 AND year = ?3"
	" AND book BETWEEN ?4 AND ?5");
static struct sql to_enter = SQL(
	"SELECT id FROM nomination WHERE award_decision = ?1 ORDER BY CASE subject"
	" WHEN 'collective' THEN 1 WHEN 'person' THEN 2 ELSE 3 END, id");
static struct sql whose = SQL(
	"SELECT unit, outside, CAST(substr(date, 1, 4) AS INTEGER) FROM award_decision WHERE id = ?1");
static struct sql enter = SQL(
	"INSERT INTO award (nomination, award_decision, unit, outside, year, book)"
	" VALUES (?1, ?2, ?3, ?4, ?5, ?6)");

static struct award_decision *
take(struct sql *q, struct mem *mem)
{
	struct award_decision *d = mem_take(mem, sizeof(*d));

	*d = (struct award_decision){
		.id           = col_int(q, 0),
		.flow_case    = col_int(q, 1),
		.unit         = col_int(q, 2),
		.outside      = col_text(q, 3, mem),
		.issuer       = col_text(q, 4, mem),
		.title        = col_text(q, 5, mem),
		.title_plain  = col_text(q, 6, mem),
		.plan         = col_int(q, 7),
		.number       = col_text(q, 8, mem),
		.number_plain = col_text(q, 9, mem),
		.date         = col_text(q, 10, mem),
		.signer_title = col_text(q, 11, mem),
		.signer_name  = col_text(q, 12, mem),
		.edition      = col_int(q, 13),
		.state        = col_text(q, 14, mem),
		.state_label  = col_text(q, 15, mem),
		.tag          = col_text(q, 16, mem),
		.stands       = col_int(q, 17),
		.edits        = col_int(q, 18),
		.unit_name    = col_text(q, 19, mem),
		.plan_number  = col_text(q, 20, mem),
		.collectives  = col_int(q, 21),
		.persons      = col_int(q, 22),
		.households   = col_int(q, 23),
		.revoked      = col_int(q, 24),
	};
	return d;
}

enum { TOTAL_AT = 25 };

struct award_decision *
award_list(struct db *db, struct mem *mem, const struct award_ask *ask, int64_t *total)
{
	struct award_decision *first = NULL, **end = &first;

	*total = 0;
	db_query(db, &list, INT(ask->account), TEXT(ask->day), TEXT(ask->lang), INT(ask->year),
	    TEXT(ask->words), TEXT(ask->number), INT(ask->sort), INT(ask->limit), INT(ask->skip));
	while (db_next(db, &list)) {
		*end = take(&list, mem);
		*total = col_int(&list, TOTAL_AT);
		end = &(*end)->next;
	}
	return first;
}

struct award_decision *
award_get(struct db *db, struct mem *mem, int64_t id, const char *lang)
{
	return db_row(db, &get, INT(id), TEXT("9999-12-31"), TEXT(lang)) ? take(&get, mem) : NULL;
}

int64_t
award_add(struct db *db, const struct award_decision *d)
{
	db_run(db, &add, INT(d->flow_case), INT(d->unit), TEXT(d->outside), TEXT(d->issuer),
	    TEXT(d->title), TEXT(d->title_plain), ID(d->plan), TEXT(d->signer_title),
	    TEXT(d->signer_name));
	return db_new_id(db);
}

void
award_change(struct db *db, const struct award_decision *d)
{
	db_run(db, &change, INT(d->id), TEXT(d->outside), TEXT(d->issuer), TEXT(d->title),
	    TEXT(d->title_plain), ID(d->plan), TEXT(d->number), TEXT(d->number_plain),
	    DAY(d->date), TEXT(d->signer_title), TEXT(d->signer_name));
}

bool
award_number_taken(struct db *db, const struct award_decision *d)
{
	return db_row(db, &taken, INT(d->unit), TEXT(d->outside), TEXT(d->number_plain),
	    TEXT(d->date), INT(d->id));
}

bool
award_own(struct db *db, int64_t id, int64_t account)
{
	return db_row(db, &own, INT(id), INT(account));
}

struct award_signer *
award_signers(struct db *db, struct mem *mem, int64_t flow_case, int64_t unit, const char *day)
{
	struct award_signer *first = NULL, **end = &first;

	db_query(db, &signers, INT(flow_case), INT(unit), TEXT(day));
	while (db_next(db, &signers)) {
		*end = mem_take(mem, sizeof(**end));
		**end = (struct award_signer){ col_int(&signers, 0), col_text(&signers, 1, mem),
		    col_text(&signers, 2, mem), col_int(&signers, 3), NULL };
		end = &(*end)->next;
	}
	return first;
}

struct award_choice *
award_offices(struct db *db, struct mem *mem, int64_t account, const char *day)
{
	struct award_choice *first = NULL, **end = &first;

	db_query(db, &offices, INT(account), TEXT(day));
	while (db_next(db, &offices)) {
		*end = mem_take(mem, sizeof(**end));
		**end = (struct award_choice){ mem_printf(mem, "%lld",
		    (long long)col_int(&offices, 0)), col_text(&offices, 1, mem), "", NULL };
		end = &(*end)->next;
	}
	return first;
}

static struct award_item *
take_items(struct db *db, struct mem *mem, struct sql *q)
{
	struct award_item *first = NULL, **end = &first;

	while (db_next(db, q)) {
		*end = mem_take(mem, sizeof(**end));
		**end = (struct award_item){
			.nomination  = col_int(q, 0),
			.flow_case   = col_int(q, 1),
			.award       = col_int(q, 2),
			.book        = col_int(q, 3),
			.year        = col_int(q, 4),
			.subject     = col_text(q, 5, mem),
			.name        = col_text(q, 6, mem),
			.name_plain  = col_text(q, 7, mem),
			.post        = col_text(q, 8, mem),
			.place       = col_text(q, 9, mem),
			.of_name     = col_text(q, 10, mem),
			.unit_name   = col_text(q, 11, mem),
			.birth_year  = col_int(q, 12),
			.form        = col_text(q, 13, mem),
			.type        = col_text(q, 14, mem),
			.achieved_from = col_text(q, 15, mem),
			.achieved_to = col_text(q, 16, mem),
			.named       = col_int(q, 17),
			.listed      = col_int(q, 18),
			.held        = col_int(q, 19),
			.gone        = col_int(q, 20),
			.no_right    = col_int(q, 21),
			.own         = col_int(q, 22),
		};
		end = &(*end)->next;
	}
	return first;
}

struct award_item *
award_items(struct db *db, struct mem *mem, int64_t decision, const char *day,
    const char *today, int64_t account, const char *lang)
{
	struct award_decision *d = award_get(db, mem, decision, lang);

	if (!d)
		return NULL;
	db_query(db, &items, INT(decision), TEXT(day), INT(account), TEXT(lang), INT(d->unit),
	    TEXT(d->outside), TEXT(today));
	return take_items(db, mem, &items);
}

struct award_item *
award_candidates(struct db *db, struct mem *mem, int64_t decision, int64_t unit,
    const char *outside, const char *day, int64_t account, const char *lang)
{
	db_query(db, &candidates, ID(decision), TEXT(day), INT(account), TEXT(lang), INT(unit),
	    TEXT(outside), TEXT(day));
	return take_items(db, mem, &candidates);
}

void
award_put(struct db *db, int64_t nomination, int64_t decision)
{
	db_run(db, &put, INT(nomination), ID(decision));
}

int64_t
award_next_book(struct db *db, int64_t unit, const char *outside, int64_t year)
{
	return db_row(db, &next_book, INT(unit), TEXT(outside), INT(year))
	    ? col_int(&next_book, 0) : 1;
}

bool
award_book_taken(struct db *db, int64_t unit, const char *outside, int64_t year,
    int64_t first, int64_t last)
{
	return db_row(db, &book_taken, INT(unit), TEXT(outside), INT(year), INT(first), INT(last));
}

struct id {
	int64_t id;
	struct id *next;
};

void
award_enter(struct db *db, struct mem *mem, int64_t decision, int64_t first)
{
	struct id *ids = NULL, **end = &ids;
	int64_t unit, year;
	const char *outside;

	if (!db_row(db, &whose, INT(decision)))
		return;
	unit = col_int(&whose, 0), outside = col_text(&whose, 1, mem), year = col_int(&whose, 2);
	db_query(db, &to_enter, INT(decision));
	while (db_next(db, &to_enter)) {
		*end = mem_take(mem, sizeof(**end));
		(*end)->id = col_int(&to_enter, 0);
		end = &(*end)->next;
	}
	for (struct id *i = ids; i; i = i->next)
		db_run(db, &enter, INT(i->id), INT(decision), INT(unit), TEXT(outside), INT(year),
		    INT(first++));
}
