/* award_register.c - the SQL of the register; and of what the public sees of it, which
 * goes by the view award_public alone. */

#include "db/award.h"

#include "db/mandate.h"

#define FORM_NAME(lang) \
	"CASE WHEN " lang " = 'en' AND f.name_en <> '' THEN f.name_en ELSE f.name END"
#define NAME_OF(unit, day) \
	"coalesce((SELECT k.name FROM unit_name k WHERE k.unit = " unit \
	"  AND " day " BETWEEN k.valid_from AND k.valid_to)," \
	" (SELECT k.name FROM unit_name k WHERE k.unit = " unit " ORDER BY k.valid_from DESC LIMIT 1))"

#define REGISTER(lang) \
	"n.id, n.flow_case, a.id, a.book, a.year, n.subject, n.name, n.post, n.place," \
	" " NAME_OF("n.of_unit", "d.date") ", " NAME_OF("n.unit", "d.date") "," \
	" coalesce(n.birth_year, 0), " FORM_NAME(lang) "," \
	" CASE WHEN " lang " = 'en' THEN t.label_en ELSE t.label_vi END," \
	" n.achieved_from, n.achieved_to, n.subject = 'collective' OR EXISTS (SELECT 1" \
	"  FROM nomination_consent o WHERE o.nomination = n.id AND o.withdrawn IS NULL)," \
	" v.number, v.date, v.reason, d.number, d.date, d.id" \
	" FROM award a JOIN nomination n ON n.id = a.nomination" \
	" JOIN award_decision d ON d.id = a.award_decision" \
	" JOIN award_form f ON f.id = n.award_form JOIN award_type t ON t.type = n.award_type" \
	" LEFT JOIN award_revocation v ON v.award = a.id"

static struct sql in_register = SQL(
	"SELECT x.*, count(*) OVER () FROM (SELECT " REGISTER("?3")
	" WHERE EXISTS (" MAY("award.view", "?1", "a.unit", "?2") ")"
	" AND ?4 IN (0, a.year) AND (?5 = '' OR instr(n.name_plain, ?5))"
	" AND CASE ?6 WHEN 'revoked' THEN v.award IS NOT NULL WHEN 'unnamed' THEN"
	"  n.subject <> 'collective' AND NOT EXISTS (SELECT 1 FROM nomination_consent o"
	"  WHERE o.nomination = n.id AND o.withdrawn IS NULL) ELSE 1 END"
	" ORDER BY CASE ?7 WHEN 1 THEN a.year * 1000000 + a.book WHEN 2 THEN CASE n.subject"
	"   WHEN 'collective' THEN n.name_key ELSE n.person_key END WHEN 3 THEN f.seq"
	"  WHEN 4 THEN d.number WHEN 5 THEN d.date END,"
	" CASE ?7 WHEN -1 THEN a.year * 1000000 + a.book WHEN -2 THEN CASE n.subject"
	"   WHEN 'collective' THEN n.name_key ELSE n.person_key END WHEN -3 THEN f.seq"
	"  WHEN -4 THEN d.number WHEN -5 THEN d.date END DESC,"
	" a.year DESC, a.unit, a.outside, a.book) x LIMIT ?8 OFFSET ?9");
static struct sql item = SQL("SELECT " REGISTER("?3") " WHERE a.award_decision = ?1 AND a.id = ?2");

static struct sql revoke = SQL(
	"INSERT INTO award_revocation (award, number, date, reason, account, at)"
	" VALUES (?1, ?2, ?3, ?4, ?5, ?6)");

/* ?1 decision, ?2 subject, ?3 place */
#define SHOWN \
	" FROM award_public a JOIN award_decision d ON d.id = a.award_decision" \
	" JOIN flow_case c ON c.id = d.flow_case JOIN flow_state s ON s.flow = c.flow" \
	"  AND s.state = c.state AND s.stands = 1" \
	" JOIN award_form f ON f.id = a.award_form JOIN award_type t ON t.type = a.award_type" \
	" JOIN award_group g ON g.grp = a.award_group"
#define ASKED \
	" a.award_decision = ?1 AND ?2 IN ('', a.subject) AND ?3 IN (0, a.counted_at)"

/* The year is told where two of that name stand on the list: of those named alone,
 * else it would tell that an unnamed namesake is on it. */
#define ROW(year, lang) \
	"a.subject, a.name, a.post, a.place, " NAME_OF("coalesce(a.of_unit, a.counted_at)", "d.date") "," \
	" " year ", " FORM_NAME(lang) ", CASE WHEN " lang " = 'en' THEN t.label_en ELSE t.label_vi END," \
	" CASE WHEN " lang " = 'en' THEN g.label_en ELSE g.label_vi END, a.book," \
	" a.revoked_number, a.revoked_date, d.title, d.number, d.date, d.issuer," \
	" a.achieved_from, a.achieved_to, d.id"

#define BY_SUBJECT \
	" CASE a.subject WHEN 'collective' THEN 1 WHEN 'person' THEN 2 ELSE 3 END"

static struct sql named = SQL(
	"SELECT " ROW("CASE WHEN a.subject = 'person' AND (SELECT count(*) FROM award_public b"
	"  WHERE b.award_decision = a.award_decision AND b.name_plain = a.name_plain) > 1"
	"  THEN coalesce(a.birth_year, 0) ELSE 0 END", "?4") ", count(*) OVER ()" SHOWN
	" WHERE" ASKED " AND a.named AND (?5 = '' OR instr(a.name_plain, ?5))"
	" ORDER BY" BY_SUBJECT ","
	" CASE ?6 WHEN 1 THEN a.sort_key WHEN 2 THEN a.book END,"
	" CASE ?6 WHEN -1 THEN a.sort_key WHEN -2 THEN a.book END DESC, a.sort_key, a.book"
	" LIMIT ?7 OFFSET ?8");

static struct sql unnamed = SQL(
	"SELECT a.subject, " NAME_OF("a.counted_at", "d.date") ", " FORM_NAME("?4") ", count(*),"
	" count(a.revoked_number)" SHOWN " WHERE" ASKED " AND NOT a.named"
	" GROUP BY a.subject, a.counted_at, f.id ORDER BY" BY_SUBJECT ", a.counted_at IS NULL, 2, f.seq");

static struct sql places = SQL(
	"SELECT DISTINCT a.counted_at, " NAME_OF("a.counted_at", "d.date") SHOWN
	" WHERE a.award_decision = ?1 AND a.counted_at IS NOT NULL ORDER BY 2");

static struct sql check = SQL(
	"SELECT " ROW("0", "?4") SHOWN
	" WHERE d.number_plain = ?1 AND a.book = ?2 AND a.year = ?3 ORDER BY d.issuer, d.id LIMIT 50");

static struct sql counts = SQL(
	"SELECT CASE WHEN ?1 = 'en' THEN t.label_en ELSE t.label_vi END, " FORM_NAME("?1") ","
	" a.subject, CASE WHEN ?1 = 'en' THEN g.label_en ELSE g.label_vi END, count(*),"
	" count(a.revoked_number), count(*) OVER ()" SHOWN
	" WHERE ?2 IN (0, a.year) GROUP BY t.seq, f.code, f.name, g.seq"
	" ORDER BY t.seq, f.seq, g.seq LIMIT ?3 OFFSET ?4");

static struct award_item *
take_item(struct sql *q, struct mem *mem)
{
	struct award_item *i = mem_take(mem, sizeof(*i));

	*i = (struct award_item){
		.nomination      = col_int(q, 0),
		.flow_case       = col_int(q, 1),
		.award           = col_int(q, 2),
		.book            = col_int(q, 3),
		.year            = col_int(q, 4),
		.subject         = col_text(q, 5, mem),
		.name            = col_text(q, 6, mem),
		.post            = col_text(q, 7, mem),
		.place           = col_text(q, 8, mem),
		.of_name         = col_text(q, 9, mem),
		.unit_name       = col_text(q, 10, mem),
		.birth_year      = col_int(q, 11),
		.form            = col_text(q, 12, mem),
		.type            = col_text(q, 13, mem),
		.achieved_from   = col_text(q, 14, mem),
		.achieved_to     = col_text(q, 15, mem),
		.named           = col_int(q, 16),
		.revoked_number  = col_text(q, 17, mem),
		.revoked_date    = col_text(q, 18, mem),
		.revoked_reason  = col_text(q, 19, mem),
		.decision_number = col_text(q, 20, mem),
		.decision_date   = col_text(q, 21, mem),
		.decision        = col_int(q, 22),
		.listed          = true,
	};
	return i;
}

struct award_item *
award_register(struct db *db, struct mem *mem, const struct award_ask *ask, int64_t *total)
{
	struct award_item *first = NULL, **end = &first;
	struct sql *q = &in_register;

	*total = 0;
	db_query(db, q, INT(ask->account), TEXT(ask->day), TEXT(ask->lang), INT(ask->year),
	    TEXT(ask->words), TEXT(ask->state), INT(ask->sort), INT(ask->limit), INT(ask->skip));
	while (db_next(db, q)) {
		*end = take_item(q, mem);
		*total = col_int(q, 23);
		end = &(*end)->next;
	}
	return first;
}

struct award_item *
award_item_get(struct db *db, struct mem *mem, int64_t decision, int64_t award,
    const char *lang)
{
	return db_row(db, &item, INT(decision), INT(award), TEXT(lang))
	    ? take_item(&item, mem) : NULL;
}

void
award_revoke(struct db *db, int64_t award, const char *number, const char *date,
    const char *reason, int64_t account, int64_t now)
{
	db_run(db, &revoke, INT(award), TEXT(number), TEXT(date), TEXT(reason), INT(account),
	    INT(now));
}

static struct award_row *
take_row(struct sql *q, struct mem *mem)
{
	struct award_row *w = mem_take(mem, sizeof(*w));

	*w = (struct award_row){
		.subject         = col_text(q, 0, mem),
		.name            = col_text(q, 1, mem),
		.post            = col_text(q, 2, mem),
		.place           = col_text(q, 3, mem),
		.unit_name       = col_text(q, 4, mem),
		.birth_year      = col_int(q, 5),
		.form            = col_text(q, 6, mem),
		.type            = col_text(q, 7, mem),
		.group           = col_text(q, 8, mem),
		.book            = col_int(q, 9),
		.revoked_number  = col_text(q, 10, mem),
		.revoked_date    = col_text(q, 11, mem),
		.decision_title  = col_text(q, 12, mem),
		.decision_number = col_text(q, 13, mem),
		.decision_date   = col_text(q, 14, mem),
		.issuer          = col_text(q, 15, mem),
		.achieved_from   = col_text(q, 16, mem),
		.achieved_to     = col_text(q, 17, mem),
		.decision        = col_int(q, 18),
		.n               = 1,
	};
	return w;
}

struct award_row *
award_named(struct db *db, struct mem *mem, const struct award_ask *ask, int64_t *total)
{
	struct award_row *first = NULL, **end = &first;

	*total = 0;
	db_query(db, &named, INT(ask->decision), TEXT(ask->subject), INT(ask->unit),
	    TEXT(ask->lang), TEXT(ask->words), INT(ask->sort), INT(ask->limit), INT(ask->skip));
	while (db_next(db, &named)) {
		*end = take_row(&named, mem);
		*total = col_int(&named, 19);
		end = &(*end)->next;
	}
	return first;
}

struct award_row *
award_unnamed(struct db *db, struct mem *mem, const struct award_ask *ask, int64_t *total)
{
	struct award_row *first = NULL, **end = &first;
	struct sql *q = &unnamed;

	*total = 0;
	if (*ask->words)
		return NULL;
	db_query(db, q, INT(ask->decision), TEXT(ask->subject), INT(ask->unit), TEXT(ask->lang));
	while (db_next(db, q)) {
		*end = mem_take(mem, sizeof(**end));
		**end = (struct award_row){ .subject = col_text(q, 0, mem), .name = "",
		    .unit_name = col_text(q, 1, mem), .form = col_text(q, 2, mem),
		    .n = col_int(q, 3), .revoked = col_int(q, 4) };
		*total += (*end)->n;
		end = &(*end)->next;
	}
	return first;
}

struct award_choice *
award_places(struct db *db, struct mem *mem, int64_t decision)
{
	struct award_choice *first = NULL, **end = &first;

	db_query(db, &places, INT(decision));
	while (db_next(db, &places)) {
		*end = mem_take(mem, sizeof(**end));
		**end = (struct award_choice){ mem_printf(mem, "%lld",
		    (long long)col_int(&places, 0)), col_text(&places, 1, mem), "", NULL };
		end = &(*end)->next;
	}
	return first;
}

struct award_row *
award_check(struct db *db, struct mem *mem, const char *number, int64_t book, int64_t year,
    const char *lang)
{
	struct award_row *first = NULL, **end = &first;

	db_query(db, &check, TEXT(number), INT(book), INT(year), TEXT(lang));
	while (db_next(db, &check)) {
		*end = take_row(&check, mem);
		end = &(*end)->next;
	}
	return first;
}

struct award_row *
award_counts(struct db *db, struct mem *mem, const struct award_ask *ask, int64_t *total)
{
	struct award_row *first = NULL, **end = &first;

	*total = 0;
	db_query(db, &counts, TEXT(ask->lang), INT(ask->year), INT(ask->limit), INT(ask->skip));
	while (db_next(db, &counts)) {
		*end = mem_take(mem, sizeof(**end));
		**end = (struct award_row){ .type = col_text(&counts, 0, mem),
		    .form = col_text(&counts, 1, mem), .subject = col_text(&counts, 2, mem),
		    .group = col_text(&counts, 3, mem), .n = col_int(&counts, 4),
		    .revoked = col_int(&counts, 5) };
		*total = col_int(&counts, 6);
		end = &(*end)->next;
	}
	return first;
}
