/* attachment.c - the SQL of attachments. */

#include "db/attachment.h"

#define COLUMNS \
	"SELECT a.id, a.kind, a.record, a.part, a.hash, a.name, a.type, a.size, a.at," \
	" a.account, p.name, a.removed IS NOT NULL," \
	" coalesce((SELECT CASE WHEN ?1 = 'en' THEN t.label_en ELSE t.label_vi END" \
	"  FROM file_type t WHERE a.name LIKE '%.' || t.extension), a.type)" \
	" FROM attachment a JOIN account p ON p.id = a.account"

static struct sql one = SQL(COLUMNS " WHERE a.id = ?2");
static struct sql of_part = SQL(COLUMNS " WHERE a.kind = ?2 AND a.record = ?3"
	" AND a.part = coalesce(?4, a.part) AND a.removed IS NULL ORDER BY a.part, a.id");
static struct sql sum = SQL("SELECT count(*), coalesce(sum(size), 0) FROM attachment"
	" WHERE kind = ?1 AND record = ?2 AND removed IS NULL");
static struct sql add = SQL("INSERT INTO attachment"
	" (kind, record, part, hash, name, type, size, at, account)"
	" VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)");
static struct sql take_off = SQL("UPDATE attachment SET removed = ?2, removed_by = ?3"
	" WHERE id = ?1 AND removed IS NULL");
static struct sql types = SQL("SELECT extension, type,"
	" CASE WHEN ?1 = 'en' THEN label_en ELSE label_vi END, max_bytes"
	" FROM file_type ORDER BY seq");
static struct sql hashes = SQL("SELECT DISTINCT hash FROM attachment"
	" WHERE removed IS NULL AND hash > ?1 ORDER BY hash LIMIT ?2");

struct file_type *
file_types(struct db *db, struct mem *mem, const char *lang)
{
	struct file_type *first = NULL, **end = &first;

	db_query(db, &types, TEXT(lang));
	while (db_next(db, &types)) {
		*end = mem_take(mem, sizeof(**end));
		**end = (struct file_type){ col_text(&types, 0, mem), col_text(&types, 1, mem),
		    col_text(&types, 2, mem), col_int(&types, 3), NULL };
		end = &(*end)->next;
	}
	return first;
}

static struct attachment *
take(struct sql *q, struct mem *mem)
{
	struct attachment *a = mem_take(mem, sizeof(*a));

	*a = (struct attachment){
		.id      = col_int(q, 0),
		.kind    = col_text(q, 1, mem),
		.record  = col_int(q, 2),
		.part    = col_text(q, 3, mem),
		.hash    = col_text(q, 4, mem),
		.name    = col_text(q, 5, mem),
		.type    = col_text(q, 6, mem),
		.size    = col_int(q, 7),
		.at      = col_int(q, 8),
		.account = col_int(q, 9),
		.who     = col_text(q, 10, mem),
		.removed = col_int(q, 11),
		.label   = col_text(q, 12, mem),
	};
	return a;
}

struct attachment *
attachment_get(struct db *db, struct mem *mem, int64_t id, const char *lang)
{
	return db_row(db, &one, TEXT(lang), INT(id)) ? take(&one, mem) : NULL;
}

struct attachment *
attachments(struct db *db, struct mem *mem, const char *kind, int64_t record,
    const char *part, const char *lang)
{
	struct attachment *first = NULL, **end = &first;

	db_query(db, &of_part, TEXT(lang), TEXT(kind), INT(record), TEXT(part));
	while (db_next(db, &of_part)) {
		*end = take(&of_part, mem);
		end = &(*end)->next;
	}
	return first;
}

int64_t
attachment_sum(struct db *db, const char *kind, int64_t record, int64_t *bytes)
{
	bool row = db_row(db, &sum, TEXT(kind), INT(record));

	*bytes = row ? col_int(&sum, 1) : 0;
	return row ? col_int(&sum, 0) : 0;
}

int64_t
attachment_add(struct db *db, const struct attachment *a)
{
	db_run(db, &add, TEXT(a->kind), INT(a->record), TEXT(a->part), TEXT(a->hash),
	    TEXT(a->name), TEXT(a->type), INT(a->size), INT(a->at), INT(a->account));
	return db_new_id(db);
}

void
attachment_remove(struct db *db, int64_t id, int64_t account, int64_t now)
{
	db_run(db, &take_off, INT(id), INT(now), INT(account));
}

struct attachment_hash *
attachment_hashes(struct db *db, struct mem *mem, const char *after, int64_t limit)
{
	struct attachment_hash *first = NULL, **end = &first;

	db_query(db, &hashes, TEXT(after), INT(limit));
	while (db_next(db, &hashes)) {
		*end = mem_take(mem, sizeof(**end));
		**end = (struct attachment_hash){ col_text(&hashes, 0, mem), NULL };
		end = &(*end)->next;
	}
	return first;
}
