/* award_form.c - the SQL of the catalogue: titles and forms, who may grant them, and what
 * papers go with them. */

#include "db/award.h"

/* ?1 day, ?2 language */
#define FORM \
	"f.id, f.code, f.kind, CASE WHEN ?2 = 'en' AND f.name_en <> '' THEN f.name_en" \
	" ELSE f.name END, f.name_en, f.collective, f.person, f.household, f.seq," \
	" f.valid_from, f.valid_to, f.document," \
	" (SELECT group_concat(x.who, '; ') FROM (SELECT CASE WHEN r.kind IS NULL THEN r.outside" \
	"   WHEN ?2 = 'en' THEN k.label_en ELSE k.label_vi END AS who FROM award_right r" \
	"   LEFT JOIN unit_kind k ON k.kind = r.kind WHERE r.award_form = f.id" \
	"   AND ?1 BETWEEN r.valid_from AND r.valid_to ORDER BY k.level, r.id) x)," \
	" (SELECT group_concat(x.document, '; ') FROM (SELECT DISTINCT r.document FROM award_right r" \
	"   WHERE r.award_form = f.id AND ?1 BETWEEN r.valid_from AND r.valid_to) x)"

static struct sql forms = SQL(
	"SELECT " FORM " FROM award_form f WHERE ?1 BETWEEN f.valid_from AND f.valid_to"
	" AND CASE ?3 WHEN 'collective' THEN f.collective WHEN 'person' THEN f.person"
	"  WHEN 'household' THEN f.household ELSE 1 END ORDER BY f.seq, f.code");
static struct sql form = SQL("SELECT " FORM " FROM award_form f WHERE f.id = ?3");
static struct sql taken = SQL(
	"SELECT 1 FROM award_form WHERE code = ?1 AND id <> ?2"
	" AND valid_from <= ?4 AND ?3 <= valid_to");
static struct sql add = SQL(
	"INSERT INTO award_form (code, kind, name, name_en, collective, person, household, seq,"
	" valid_from, valid_to, document) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)");
static struct sql end_form = SQL("UPDATE award_form SET valid_to = ?2 WHERE id = ?1");

static struct sql rights = SQL(
	"SELECT r.id, r.kind, CASE WHEN ?2 = 'en' THEN k.label_en ELSE k.label_vi END,"
	" r.outside, r.valid_from, r.valid_to, r.document FROM award_right r"
	" LEFT JOIN unit_kind k ON k.kind = r.kind WHERE r.award_form = ?1"
	" ORDER BY r.valid_from DESC, k.level, r.id");
static struct sql add_right = SQL(
	"INSERT INTO award_right (award_form, kind, outside, valid_from, valid_to, document)"
	" VALUES (?1, ?2, ?3, ?4, ?5, ?6)");
static struct sql end_right = SQL("UPDATE award_right SET valid_to = ?2 WHERE id = ?1");

static struct sql papers = SQL(
	"SELECT p.id, p.paper, p.label_vi, p.label_en, CASE WHEN ?2 = 'en' THEN p.label_en"
	"  ELSE p.label_vi END, p.award_type, CASE WHEN ?2 = 'en' THEN t.label_en ELSE t.label_vi END,"
	" p.code = '', p.required, p.valid_from, p.valid_to, p.document"
	" FROM award_form f JOIN award_paper p ON p.kind = f.kind AND p.code IN ('', f.code)"
	" LEFT JOIN award_type t ON t.type = p.award_type WHERE f.id = ?1"
	" ORDER BY p.valid_from DESC, p.seq, p.id");
/* A paper that there was stands where it stood, a new one last. */
static struct sql add_paper = SQL(
	"INSERT INTO award_paper (paper, label_vi, label_en, kind, code, award_type, required, seq,"
	" valid_from, valid_to, document) SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, coalesce("
	"  (SELECT min(seq) FROM award_paper WHERE kind = ?4 AND paper = ?1),"
	"  (SELECT max(seq) + 1 FROM award_paper WHERE kind = ?4), 1), ?8, ?9, ?10");
static struct sql end_paper = SQL("UPDATE award_paper SET valid_to = ?2 WHERE id = ?1");
static struct sql paper_kinds = SQL(
	"SELECT paper, CASE WHEN ?1 = 'en' THEN label_en ELSE label_vi END, '' FROM award_paper p"
	" WHERE kind = ?2 AND id = (SELECT max(id) FROM award_paper q WHERE q.kind = p.kind"
	"  AND q.paper = p.paper) ORDER BY seq, id");

static struct sql types = SQL(
	"SELECT type, CASE WHEN ?1 = 'en' THEN label_en ELSE label_vi END, ''"
	" FROM award_type WHERE ?2 BETWEEN valid_from AND valid_to ORDER BY seq");
static struct sql groups = SQL(
	"SELECT grp, CASE WHEN ?1 = 'en' THEN label_en ELSE label_vi END, subject"
	" FROM award_group WHERE ?2 BETWEEN valid_from AND valid_to ORDER BY seq");
static struct sql kinds = SQL(
	"SELECT kind, CASE WHEN ?1 = 'en' THEN label_en ELSE label_vi END, ''"
	" FROM unit_kind WHERE ?2 BETWEEN valid_from AND valid_to ORDER BY level, rowid");
static struct sql outsiders = SQL(
	"SELECT outside, outside, '' FROM award_right WHERE outside <> ''"
	" AND ?2 BETWEEN valid_from AND valid_to GROUP BY outside ORDER BY min(id)");

/* What is changed holds for all: only from a unit that has none above it. */
static struct sql root = SQL(
	"SELECT min(s.unit) FROM mandate_scope s WHERE s.account = ?1"
	" AND s.ability = 'award.catalogue' AND ?2 BETWEEN s.mandate_from AND s.mandate_to"
	" AND ?2 BETWEEN s.unit_from AND s.unit_to AND NOT EXISTS (SELECT 1 FROM unit_under u"
	"  WHERE u.unit = s.unit AND u.depth > 0 AND ?2 BETWEEN u.valid_from AND u.valid_to)");

static struct award_form *
take(struct sql *q, struct mem *mem)
{
	struct award_form *f = mem_take(mem, sizeof(*f));

	*f = (struct award_form){
		.id         = col_int(q, 0),
		.code       = col_text(q, 1, mem),
		.kind       = col_text(q, 2, mem),
		.name       = col_text(q, 3, mem),
		.name_en    = col_text(q, 4, mem),
		.collective = col_int(q, 5),
		.person     = col_int(q, 6),
		.household  = col_int(q, 7),
		.seq        = col_int(q, 8),
		.valid_from = col_text(q, 9, mem),
		.valid_to   = col_text(q, 10, mem),
		.document   = col_text(q, 11, mem),
		.granters   = col_text(q, 12, mem),
		.grants     = col_text(q, 13, mem),
	};
	return f;
}

struct award_form *
award_forms(struct db *db, struct mem *mem, const char *day, const char *subject,
    const char *lang)
{
	struct award_form *first = NULL, **end = &first;

	db_query(db, &forms, TEXT(day), TEXT(lang), TEXT(subject));
	while (db_next(db, &forms)) {
		*end = take(&forms, mem);
		end = &(*end)->next;
	}
	return first;
}

struct award_form *
award_form_get(struct db *db, struct mem *mem, int64_t id, const char *day, const char *lang)
{
	return db_row(db, &form, TEXT(day), TEXT(lang), INT(id)) ? take(&form, mem) : NULL;
}

bool
award_form_taken(struct db *db, const struct award_form *f)
{
	return db_row(db, &taken, TEXT(f->code), INT(f->id), TEXT(f->valid_from),
	    TEXT(f->valid_to));
}

int64_t
award_form_add(struct db *db, const struct award_form *f)
{
	db_run(db, &add, TEXT(f->code), TEXT(f->kind), TEXT(f->name), TEXT(f->name_en),
	    INT(f->collective), INT(f->person), INT(f->household), INT(f->seq),
	    TEXT(f->valid_from), TEXT(f->valid_to), TEXT(f->document));
	return db_new_id(db);
}

void
award_form_end(struct db *db, int64_t id, const char *day)
{
	db_run(db, &end_form, INT(id), TEXT(day));
}

struct award_right *
award_rights(struct db *db, struct mem *mem, int64_t form_id, const char *lang)
{
	struct award_right *first = NULL, **end = &first;
	struct sql *q = &rights;

	db_query(db, q, INT(form_id), TEXT(lang));
	while (db_next(db, q)) {
		*end = mem_take(mem, sizeof(**end));
		**end = (struct award_right){
			.id         = col_int(q, 0),
			.kind       = col_text(q, 1, mem),
			.kind_label = col_text(q, 2, mem),
			.outside    = col_text(q, 3, mem),
			.valid_from = col_text(q, 4, mem),
			.valid_to   = col_text(q, 5, mem),
			.document   = col_text(q, 6, mem),
		};
		end = &(*end)->next;
	}
	return first;
}

int64_t
award_right_add(struct db *db, int64_t form_id, const struct award_right *x)
{
	db_run(db, &add_right, INT(form_id), DAY(x->kind), TEXT(x->outside),
	    TEXT(x->valid_from), TEXT(x->valid_to), TEXT(x->document));
	return db_new_id(db);
}

void
award_right_end(struct db *db, int64_t id, const char *day)
{
	db_run(db, &end_right, INT(id), TEXT(day));
}

struct award_paper *
award_papers(struct db *db, struct mem *mem, int64_t form_id, const char *lang)
{
	struct award_paper *first = NULL, **end = &first;
	struct sql *q = &papers;

	db_query(db, q, INT(form_id), TEXT(lang));
	while (db_next(db, q)) {
		*end = mem_take(mem, sizeof(**end));
		**end = (struct award_paper){
			.id         = col_int(q, 0),
			.paper      = col_text(q, 1, mem),
			.label_vi   = col_text(q, 2, mem),
			.label_en   = col_text(q, 3, mem),
			.label      = col_text(q, 4, mem),
			.award_type = col_text(q, 5, mem),
			.type_label = col_text(q, 6, mem),
			.all        = col_int(q, 7),
			.required   = col_int(q, 8),
			.valid_from = col_text(q, 9, mem),
			.valid_to   = col_text(q, 10, mem),
			.document   = col_text(q, 11, mem),
		};
		end = &(*end)->next;
	}
	return first;
}

void
award_paper_add(struct db *db, const struct award_form *f, const struct award_paper *p)
{
	db_run(db, &add_paper, TEXT(p->paper), TEXT(p->label_vi), TEXT(p->label_en), TEXT(f->kind),
	    TEXT(p->all ? "" : f->code), DAY(p->award_type), INT(p->required), TEXT(p->valid_from),
	    TEXT(p->valid_to), TEXT(p->document));
}

void
award_paper_end(struct db *db, int64_t id, const char *day)
{
	db_run(db, &end_paper, INT(id), TEXT(day));
}

static struct award_choice *
choices(struct db *db, struct mem *mem, struct sql *q, const char *lang, const char *of)
{
	struct award_choice *first = NULL, **end = &first;

	db_query(db, q, TEXT(lang), TEXT(of));
	while (db_next(db, q)) {
		*end = mem_take(mem, sizeof(**end));
		**end = (struct award_choice){ col_text(q, 0, mem), col_text(q, 1, mem),
		    col_text(q, 2, mem), NULL };
		end = &(*end)->next;
	}
	return first;
}

struct award_choice *
award_paper_kinds(struct db *db, struct mem *mem, const char *kind, const char *lang)
{
	return choices(db, mem, &paper_kinds, lang, kind);
}

struct award_choice *
award_types(struct db *db, struct mem *mem, const char *lang, const char *day)
{
	return choices(db, mem, &types, lang, day);
}

struct award_choice *
award_groups(struct db *db, struct mem *mem, const char *lang, const char *day)
{
	return choices(db, mem, &groups, lang, day);
}

struct award_choice *
award_kinds(struct db *db, struct mem *mem, const char *lang, const char *day)
{
	return choices(db, mem, &kinds, lang, day);
}

struct award_choice *
award_outsiders(struct db *db, struct mem *mem, const char *day)
{
	return choices(db, mem, &outsiders, "", day);
}

int64_t
award_catalogue_unit(struct db *db, int64_t account, const char *day)
{
	return db_row(db, &root, INT(account), TEXT(day)) ? col_int(&root, 0) : 0;
}
