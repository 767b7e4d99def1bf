/* document.c - the SQL of proposals and conclusions. */

#include "db/document.h"

#include "db/document_row.h"
#include "db/text.h"

/* Drafts are their unit's; what was sent is read where it was written and where it was asked,
 * by who works there or follows either. */
#define DRAFTS "'document.write', 'document.conclude', 'document.send'"
#define READS  DRAFTS ", 'document.judge', 'document.follow'"
#define SEEN \
	"(coalesce(d.heir, d.unit) IN " DOCUMENT_HELD(DRAFTS) \
	" OR (c.state IN ('sent', 'withdrawn') AND (coalesce(d.heir, d.unit) IN " DOCUMENT_HELD(READS) \
	"  OR EXISTS (SELECT 1 FROM document_answer a " DOCUMENT_ASKED \
	"   WHERE a.document = d.id AND coalesce(a.heir, a.unit) IN " DOCUMENT_HELD(READS) "))))"

/* What has become of the answers: of who is asked no more nothing is counted, nor in a list what
 * this person may not read. */
#define MINE \
	" AND (coalesce(d.heir, d.unit) IN " DOCUMENT_HELD(READS) \
	" OR coalesce(a.heir, a.unit) IN " DOCUMENT_HELD(READS) ")"
#define TALLY(of_, whose_) \
	"coalesce((SELECT sum(" of_ ") FROM document_answer a " DOCUMENT_ASKED \
	" JOIN flow_state z ON z.flow = ac.flow AND z.state = ac.state" \
	" WHERE a.document = d.id" whose_ "), 0)"
#define UNITS(whose_)    TALLY("ac.state <> 'withdrawn'", whose_)
#define ANSWERED(whose_) TALLY("z.stands", whose_)
#define LATE(whose_) \
	TALLY("CASE WHEN z.stands = 1 THEN a.first_day > t.last_day" \
	" WHEN z.kind = 'end' OR a.first_day IS NOT NULL THEN 0 ELSE t.last_day < ?2 END", whose_)

#define WHOM \
	"coalesce(CASE WHEN ?3 = 'en' THEN wk.label_en ELSE wk.label_vi END, wg.name," \
	" (SELECT wn.name FROM unit_name wn WHERE wn.id = " DOCUMENT_NAME("w.unit", "?2") "), '')"
#define WHOM_FROM \
	" FROM document_addressee w LEFT JOIN unit_kind wk ON wk.kind = w.kind" \
	" LEFT JOIN unit_group wg ON wg.id = w.unit_group"
#define WHOM_ORDER \
	" ORDER BY w.unit IS NOT NULL, w.unit_group IS NOT NULL, wk.level, wk.kind, wg.name, w.rowid"

#define DOCUMENT(whose_) \
	"SELECT d.id, d.flow_case, d.unit, d.kind, d.plan, d.number, d.date, d.place, d.subject," \
	" d.parties, d.concerns, d.authority, d.signer_name, d.due_date, d.edition," \
	" CASE WHEN ?3 = 'en' THEN k.label_en ELSE k.label_vi END, k.heading, k.ability, k.upward," \
	" k.parties, k.concerns, n.name, coalesce((SELECT v.name FROM unit_over v WHERE v.unit = d.unit" \
	"  AND coalesce(d.date, '9999-12-31') BETWEEN v.valid_from AND v.valid_to), '')," \
	" t.last_day, t.name, p.number, p.subject, c.state," \
	" CASE WHEN ?3 = 'en' THEN s.inside_en ELSE s.inside_vi END," \
	" CASE WHEN ?3 = 'en' THEN s.outside_en ELSE s.outside_vi END, s.tag, s.edits, s.stands," \
	" c.state IN ('sent', 'withdrawn'), coalesce(d.heir, d.unit), " \
	UNITS(whose_) ", " ANSWERED(whose_) ", " LATE(whose_) "," \
	" coalesce((SELECT group_concat(x.label, '; ') FROM (SELECT " WHOM " AS label" WHOM_FROM \
	"  WHERE w.document = d.id" WHOM_ORDER ") x), ''), " \
	DOCUMENT_LAST_STEP("z.reason") ", " DOCUMENT_LAST_STEP("za.name") ", d.issuer"
#define OF_IT \
	" JOIN flow_case c ON c.id = d.flow_case LEFT JOIN holiday_due t ON t.day = d.due_date"
#define FROM \
	OF_IT " JOIN document_kind k ON k.kind = d.kind" \
	" JOIN flow_state s ON s.flow = c.flow AND s.state = c.state" \
	" JOIN unit_name n ON n.id = " DOCUMENT_NAME("d.unit", "coalesce(d.date, ?2)") \
	" LEFT JOIN plan p ON p.id = d.plan"
enum { LAST = 42 };

/* Which, and in what order; only of those on the page is all made that a row shows. */
#define ORDER \
	"CASE ?10 WHEN 1 THEN CAST(d.number AS INTEGER) WHEN 2 THEN d.date WHEN 3 THEN " KIND_SEQ \
	" WHEN 4 THEN d.subject_plain WHEN 5 THEN " UNIT_KEY " WHEN 6 THEN t.last_day WHEN 7 THEN " STATE_SEQ \
	" END, CASE ?10 WHEN -1 THEN CAST(d.number AS INTEGER) WHEN -2 THEN d.date WHEN -3 THEN " KIND_SEQ \
	" WHEN -4 THEN d.subject_plain WHEN -5 THEN " UNIT_KEY " WHEN -6 THEN t.last_day WHEN -7 THEN " STATE_SEQ \
	" END DESC, coalesce(d.date, '9999-12-31') DESC, d.id DESC"
#define KIND_SEQ  "(SELECT k.seq FROM document_kind k WHERE k.kind = d.kind)"
#define STATE_SEQ "(SELECT s.seq FROM flow_state s WHERE s.flow = c.flow AND s.state = c.state)"
#define UNIT_KEY \
	"(SELECT n.name_key FROM unit_name n WHERE n.id = " DOCUMENT_NAME("d.unit", "coalesce(d.date, ?2)") ")"
#define LIST(found_) \
	"WITH shown AS (SELECT d.id, count(*) OVER () AS total, row_number() OVER (ORDER BY " ORDER ") AS pos" \
	" FROM document d" OF_IT " WHERE " SEEN \
	" AND ?4 IN ('', d.kind) AND ?6 IN ('', substr(d.date, 1, 4)) AND ?7 IN (0, d.plan)" \
	" AND ?8 IN (0, d.unit)" \
	" AND CASE ?5 WHEN '' THEN c.state <> 'dropped'" \
	"  WHEN 'open' THEN c.state = 'sent' AND " ANSWERED(MINE) " < " UNITS(MINE) \
	"  WHEN 'late' THEN " LATE(MINE) " > 0" \
	"  WHEN 'done' THEN c.state = 'sent' AND " ANSWERED(MINE) " >= " UNITS(MINE) \
	"  WHEN 'draft' THEN c.state IN ('draft', 'signing', 'returned') ELSE c.state = ?5 END" found_ \
	" ORDER BY pos LIMIT ?11 OFFSET ?12) " \
	DOCUMENT(MINE) ", shown.total FROM shown JOIN document d ON d.id = shown.id" FROM " ORDER BY shown.pos"

static struct sql list_all = SQL(LIST(""));
static struct sql list_found = SQL(LIST(
	" AND d.id IN (SELECT rowid FROM document_word WHERE document_word MATCH ?9)"));
static struct sql get = SQL(DOCUMENT("") ", d.text FROM document d" FROM " WHERE d.id = ?1");
static struct sql count = SQL(
	"SELECT count(*) FROM document d JOIN flow_case c ON c.id = d.flow_case AND c.state <> 'dropped'"
	" WHERE d.plan = ?3 AND " SEEN);

#define CHOICE(columns_, join_, order_) \
	"SELECT DISTINCT " columns_ " FROM document d JOIN flow_case c ON c.id = d.flow_case" \
	" AND c.state <> 'dropped' " join_ " WHERE " SEEN " ORDER BY " order_
static struct sql years = SQL(CHOICE("substr(d.date, 1, 4), ''", "AND d.date IS NOT NULL", "1 DESC"));
static struct sql plans = SQL(CHOICE("p.id, trim(p.number || ' ' || p.subject), p.date",
	"JOIN plan p ON p.id = d.plan", "3 DESC, 1 DESC"));
static struct sql units = SQL(CHOICE("d.unit, n.name, n.name_key",
	"JOIN unit_name n ON n.id = " DOCUMENT_NAME("d.unit", "?2"), "3"));

static struct sql kinds = SQL(
	"SELECT kind, CASE WHEN ?2 = 'en' THEN label_en ELSE label_vi END, heading, ability, upward,"
	" parties, concerns FROM document_kind WHERE ?1 = '' OR ?1 BETWEEN valid_from AND valid_to"
	" ORDER BY seq");
static struct sql results = SQL(
	"SELECT result, CASE WHEN ?2 = 'en' THEN label_en ELSE label_vi END, tag"
	" FROM document_result WHERE kind = ?1 ORDER BY seq");

/* 7/KN is 07/KN, as of plans. */
static struct sql taken = SQL(
	"SELECT d.id FROM document d JOIN flow_case c ON c.id = d.flow_case"
	" AND c.state IN ('sent', 'withdrawn') WHERE d.unit = ?1"
	" AND ltrim(d.number, '0') = ltrim(?2, '0') AND substr(d.date, 1, 4) = substr(?3, 1, 4)"
	" AND d.id <> ?4 ORDER BY d.id LIMIT 1");

static struct sql addressees = SQL(
	"SELECT coalesce(w.kind, ''), w.unit_group, w.unit,"
	" coalesce((SELECT wu.code FROM unit wu WHERE wu.id = w.unit), ''), " WHOM WHOM_FROM
	" WHERE w.document = ?1" WHOM_ORDER);
static struct sql drop_addressees = SQL("DELETE FROM document_addressee WHERE document = ?1");
static struct sql add_addressee = SQL(
	"INSERT INTO document_addressee (document, kind, unit_group, unit) VALUES (?1, ?2, ?3, ?4)"
	" ON CONFLICT DO NOTHING");

static struct sql add = SQL(
	"INSERT INTO document (flow_case, unit, kind, plan, number, date, place, subject, subject_plain,"
	" parties, concerns, text, authority, signer_name, due_date, issuer)"
	" VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16)");
static struct sql last = SQL(
	"SELECT x.issuer, x.place, x.authority, x.signer_name FROM ("
	" SELECT 0 AS far, d.id, d.issuer, d.place, d.authority, d.signer_name FROM document d"
	"  JOIN flow_case c ON c.id = d.flow_case AND c.state <> 'dropped' WHERE d.unit = ?1 AND d.kind = ?2"
	" UNION ALL SELECT 1, p.id, p.issuer, p.place, '', '' FROM plan p WHERE p.unit = ?1 AND p.issuer <> '') x"
	" ORDER BY x.far, x.id DESC LIMIT 1");
static struct sql change = SQL(
	"UPDATE document SET plan = ?2, number = ?3, date = ?4, place = ?5, subject = ?6,"
	" subject_plain = ?7, parties = ?8, concerns = ?9, text = ?10, authority = ?11,"
	" signer_name = ?12, due_date = ?13, issuer = ?14, edition = edition + 1 WHERE id = ?1");
static struct sql moved = SQL("UPDATE document SET edition = edition + 1 WHERE id = ?1");
static struct sql extend = SQL(
	"UPDATE document SET due_date = ?2, edition = edition + 1 WHERE id = ?1");
static struct sql drop_words = SQL("DELETE FROM document_word WHERE rowid = ?1");
static struct sql put_words = SQL(
	"INSERT INTO document_word (rowid, number, subject, body) VALUES (?1, ?2, ?3, ?4)");

#define ANSWERS(unit_, day_) \
	"EXISTS (SELECT 1 FROM mandate_scope ms JOIN account t ON t.id = ms.account AND t.disabled IS NULL" \
	" WHERE ms.unit = " unit_ " AND ms.ability = 'document.send'" \
	" AND " day_ " BETWEEN ms.mandate_from AND ms.mandate_to" \
	" AND " day_ " BETWEEN ms.unit_from AND ms.unit_to)"
static struct sql may_answer = SQL("SELECT 1 WHERE " ANSWERS("?1", "?2"));
/* An area beside is no body; nor is an office further down. */
static struct sql bodies = SQL(
	"WITH above AS (SELECT u.ancestor AS unit, u.depth FROM unit_under u WHERE u.unit = ?1"
	"  AND u.depth > 0 AND ?2 BETWEEN u.valid_from AND u.valid_to)"
	" SELECT x.unit, n.name FROM (SELECT unit, depth, 0 AS beside FROM above"
	"  UNION ALL SELECT e.unit, b.depth, 1 FROM above b JOIN unit_parent e ON e.parent = b.unit"
	"   AND e.tree = 'manage' AND ?2 BETWEEN e.valid_from AND e.valid_to"
	"  JOIN unit_name m ON m.unit = e.unit AND ?2 BETWEEN m.valid_from AND m.valid_to"
	"  JOIN unit_kind l ON l.kind = m.kind AND l.area = 0 AND l.level <= (SELECT ok.level"
	"   FROM unit_name o JOIN unit_kind ok ON ok.kind = o.kind WHERE o.unit = ?1"
	"   AND ?2 BETWEEN o.valid_from AND o.valid_to)"
	"  WHERE e.unit <> ?1 AND e.unit NOT IN (SELECT unit FROM above)) x"
	" JOIN unit_name n ON n.unit = x.unit AND ?2 BETWEEN n.valid_from AND n.valid_to"
	" WHERE " ANSWERS("x.unit", "?2") " ORDER BY x.depth, x.beside, n.name_key");
static struct sql drafters = SQL(
	"SELECT DISTINCT n.unit, n.name, k.level, n.name_key FROM mandate_scope ms"
	" JOIN unit_name n ON n.unit = ms.unit AND ?2 BETWEEN n.valid_from AND n.valid_to"
	" JOIN unit_kind k ON k.kind = n.kind WHERE ms.account = ?1 AND ms.ability = ?3"
	" AND ?2 BETWEEN ms.mandate_from AND ms.mandate_to AND ?2 BETWEEN ms.unit_from AND ms.unit_to"
	" ORDER BY k.level, n.name_key");

static struct document *
take(struct sql *q, struct mem *mem)
{
	struct document *d = mem_take(mem, sizeof(*d));

	*d = (struct document){
		.id          = col_int(q, 0),
		.flow_case   = col_int(q, 1),
		.unit        = col_int(q, 2),
		.kind        = col_text(q, 3, mem),
		.plan        = col_int(q, 4),
		.number      = col_text(q, 5, mem),
		.date        = col_text(q, 6, mem),
		.place       = col_text(q, 7, mem),
		.subject     = col_text(q, 8, mem),
		.parties     = col_text(q, 9, mem),
		.concerns    = col_text(q, 10, mem),
		.authority   = col_text(q, 11, mem),
		.signer_name = col_text(q, 12, mem),
		.due_date    = col_text(q, 13, mem),
		.edition     = col_int(q, 14),
		.is = { col_text(q, 3, mem), col_text(q, 15, mem), col_text(q, 16, mem),
		    col_text(q, 17, mem), col_int(q, 18), col_int(q, 19), col_int(q, 20), NULL },
		.unit_name   = col_text(q, 21, mem),
		.over        = col_text(q, 22, mem),
		.last_day    = col_text(q, 23, mem),
		.holiday     = col_text(q, 24, mem),
		.plan_number = col_text(q, 25, mem),
		.plan_subject = col_text(q, 26, mem),
		.state       = col_text(q, 27, mem),
		.inside      = col_text(q, 28, mem),
		.outside     = col_text(q, 29, mem),
		.tag         = col_text(q, 30, mem),
		.edits       = col_int(q, 31),
		.stands      = col_int(q, 32),
		.sent        = col_int(q, 33),
		.acts        = col_int(q, 34),
		.units       = col_int(q, 35),
		.answered    = col_int(q, 36),
		.late        = col_int(q, 37),
		.asked       = col_text(q, 38, mem),
		.reason      = col_text(q, 39, mem),
		.by          = col_text(q, 40, mem),
		.issuer      = col_text(q, 41, mem),
		.text        = "",
	};
	return d;
}

struct document *
document_list(struct db *db, struct mem *mem, const struct document_ask *ask, int64_t *total)
{
	struct document *first = NULL, **end = &first;
	const char *match = text_match(mem, ask->words);
	struct sql *q = *match ? &list_found : &list_all;

	*total = 0;
	db_query(db, q, INT(ask->account), TEXT(ask->day), TEXT(ask->lang), TEXT(ask->kind),
	    TEXT(ask->state), TEXT(ask->year), INT(ask->plan), INT(ask->unit), TEXT(match),
	    INT(ask->sort), INT(ask->limit), INT(ask->skip));
	while (db_next(db, q)) {
		*end = take(q, mem);
		*total = col_int(q, LAST);
		end = &(*end)->next;
	}
	return first;
}

struct document *
document_get(struct db *db, struct mem *mem, int64_t id, const char *day, const char *lang)
{
	if (!db_row(db, &get, INT(id), TEXT(day), TEXT(lang)))
		return NULL;
	struct document *d = take(&get, mem);
	d->text = col_text(&get, LAST, mem);
	return d;
}

int64_t
document_count(struct db *db, int64_t plan, int64_t account, const char *day)
{
	return db_row(db, &count, INT(account), TEXT(day), INT(plan)) ? col_int(&count, 0) : 0;
}

static struct document_choice *
choices(struct db *db, struct sql *q, struct mem *mem, int label, int64_t account, const char *day)
{
	struct document_choice *first = NULL, **end = &first;

	db_query(db, q, INT(account), TEXT(day));
	while (db_next(db, q)) {
		*end = mem_take(mem, sizeof(**end));
		**end = (struct document_choice){ col_text(q, 0, mem), col_text(q, label, mem), NULL };
		end = &(*end)->next;
	}
	return first;
}

struct document_choice *
document_years(struct db *db, struct mem *mem, int64_t account, const char *day)
{
	return choices(db, &years, mem, 0, account, day);
}

struct document_choice *
document_plans(struct db *db, struct mem *mem, int64_t account, const char *day)
{
	return choices(db, &plans, mem, 1, account, day);
}

struct document_choice *
document_units(struct db *db, struct mem *mem, int64_t account, const char *day)
{
	return choices(db, &units, mem, 1, account, day);
}

struct document_kind *
document_kinds(struct db *db, struct mem *mem, const char *day, const char *lang)
{
	struct document_kind *first = NULL, **end = &first;

	db_query(db, &kinds, TEXT(day), TEXT(lang));
	while (db_next(db, &kinds)) {
		*end = mem_take(mem, sizeof(**end));
		**end = (struct document_kind){ col_text(&kinds, 0, mem), col_text(&kinds, 1, mem),
		    col_text(&kinds, 2, mem), col_text(&kinds, 3, mem), col_int(&kinds, 4),
		    col_int(&kinds, 5), col_int(&kinds, 6), NULL };
		end = &(*end)->next;
	}
	return first;
}

struct document_result *
document_results(struct db *db, struct mem *mem, const char *kind, const char *lang)
{
	struct document_result *first = NULL, **end = &first;

	db_query(db, &results, TEXT(kind), TEXT(lang));
	while (db_next(db, &results)) {
		*end = mem_take(mem, sizeof(**end));
		**end = (struct document_result){ col_text(&results, 0, mem),
		    col_text(&results, 1, mem), col_text(&results, 2, mem), NULL };
		end = &(*end)->next;
	}
	return first;
}

int64_t
document_number_taken(struct db *db, int64_t unit, const char *number, const char *date,
    int64_t but)
{
	return *number && *date && db_row(db, &taken, INT(unit), TEXT(number), TEXT(date), INT(but))
	    ? col_int(&taken, 0) : 0;
}

static void
put_index(struct db *db, const struct document *d, int64_t id)
{
	db_run(db, &drop_words, INT(id));
	db_run(db, &put_words, INT(id), TEXT(d->number), TEXT(d->subject), TEXT(d->text));
}

void
document_like_last(struct db *db, struct mem *mem, struct document *d)
{
	if (!db_row(db, &last, INT(d->unit), TEXT(d->kind)))
		return;
	d->issuer = col_text(&last, 0, mem);
	d->place = col_text(&last, 1, mem);
	d->authority = col_text(&last, 2, mem);
	d->signer_name = col_text(&last, 3, mem);
}

int64_t
document_add(struct db *db, const struct document *d)
{
	struct mem *mem = mem_new();

	db_run(db, &add, INT(d->flow_case), INT(d->unit), TEXT(d->kind), ID(d->plan),
	    TEXT(d->number), DAY(d->date), TEXT(d->place), TEXT(d->subject),
	    TEXT(text_plain(mem, d->subject)), TEXT(d->parties), TEXT(d->concerns), TEXT(d->text),
	    TEXT(d->authority), TEXT(d->signer_name), DAY(d->due_date), TEXT(d->issuer));
	int64_t id = db_new_id(db);
	put_index(db, d, id);
	mem_free(mem);
	return id;
}

void
document_change(struct db *db, struct mem *mem, const struct document *d)
{
	db_run(db, &change, INT(d->id), ID(d->plan), TEXT(d->number), DAY(d->date), TEXT(d->place),
	    TEXT(d->subject), TEXT(text_plain(mem, d->subject)), TEXT(d->parties), TEXT(d->concerns),
	    TEXT(d->text), TEXT(d->authority), TEXT(d->signer_name), DAY(d->due_date),
	    TEXT(d->issuer));
	put_index(db, d, d->id);
}

void
document_moved(struct db *db, int64_t id)
{
	db_run(db, &moved, INT(id));
}

void
document_extend(struct db *db, int64_t id, const char *due)
{
	db_run(db, &extend, INT(id), TEXT(due));
}

void
document_address(struct db *db, int64_t document, const struct document_addressee *a)
{
	db_run(db, &drop_addressees, INT(document));
	for (; a; a = a->next)
		db_run(db, &add_addressee, INT(document), *a->kind ? TEXT(a->kind) : NONE,
		    ID(a->unit_group), ID(a->unit));
}

struct document_addressee *
document_addressees(struct db *db, struct mem *mem, int64_t document, const char *day,
    const char *lang)
{
	struct document_addressee *first = NULL, **end = &first;

	db_query(db, &addressees, INT(document), TEXT(day), TEXT(lang));
	while (db_next(db, &addressees)) {
		*end = mem_take(mem, sizeof(**end));
		**end = (struct document_addressee){ col_text(&addressees, 0, mem),
		    col_int(&addressees, 1), col_int(&addressees, 2),
		    col_text(&addressees, 3, mem), col_text(&addressees, 4, mem), NULL };
		end = &(*end)->next;
	}
	return first;
}

static struct document_body *
take_bodies(struct db *db, struct sql *q, struct mem *mem)
{
	struct document_body *first = NULL, **end = &first;

	while (db_next(db, q)) {
		*end = mem_take(mem, sizeof(**end));
		**end = (struct document_body){ col_int(q, 0), col_text(q, 1, mem), NULL };
		end = &(*end)->next;
	}
	return first;
}

struct document_body *
document_bodies(struct db *db, struct mem *mem, int64_t unit, const char *day)
{
	db_query(db, &bodies, INT(unit), TEXT(day));
	return take_bodies(db, &bodies, mem);
}

struct document_body *
document_drafters(struct db *db, struct mem *mem, int64_t account, const char *ability,
    const char *day)
{
	db_query(db, &drafters, INT(account), TEXT(day), TEXT(ability));
	return take_bodies(db, &drafters, mem);
}

bool
document_may_answer(struct db *db, int64_t unit, const char *day)
{
	return db_row(db, &may_answer, INT(unit), TEXT(day));
}
