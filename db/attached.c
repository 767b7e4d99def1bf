/* attached.c - the SQL of words in attached files. */

#include "db/attached.h"

#include <string.h>

#define ROW_OF "CASE a.kind WHEN 'plan' THEN -a.id ELSE a.id END"

/* The one that was begun and not ended is the last that has a row. */
static struct sql next = SQL(
	"SELECT a.id, a.size, a.hash, a.name, a.type, a.removed IS NOT NULL, coalesce(t.tries, 0) + 1,"
	" " ROW_OF " FROM attachment a LEFT JOIN attached_text t ON t.attachment = a.id"
	" WHERE a.id >= coalesce((SELECT max(attachment) FROM attached_text), 0)"
	" AND (t.attachment IS NULL OR t.state = 'reading') ORDER BY a.id LIMIT 1");
static struct sql begin = SQL(
	"INSERT INTO attached_text (attachment, state, tries, at) VALUES (?1, 'reading', ?2, ?3)"
	" ON CONFLICT (attachment) DO UPDATE SET tries = ?2, at = ?3");
static struct sql again = SQL("UPDATE attached_text SET tries = ?2 WHERE attachment = ?1");
static struct sql end = SQL(
	"UPDATE attached_text SET state = ?2, why = ?3, at = ?4 WHERE attachment = ?1");
static struct sql add = SQL("INSERT INTO attached_word (rowid, name, text) VALUES (?1, ?2, ?3)");
static struct sql drop = SQL("DELETE FROM attached_word WHERE rowid IN (?1, -?1)");
static struct sql is_there = SQL("SELECT 1 FROM attachment WHERE id = ?1 AND removed IS NULL");
static struct sql of_hash = SQL("SELECT 1 FROM attachment a"
	" JOIN attached_text t ON t.attachment = a.id AND t.state IN ('read', 'unread')"
	" WHERE a.hash = ?1 LIMIT 1");
static struct sql drop_hash = SQL("DELETE FROM attached_word"
	" WHERE rowid IN (SELECT " ROW_OF " FROM attachment a WHERE a.hash = ?1)");
static struct sql end_hash = SQL("UPDATE attached_text SET state = 'gone', why = '', at = ?2"
	" WHERE attachment IN (SELECT id FROM attachment WHERE hash = ?1)");
#define REMOVED \
	" FROM attachment a JOIN attached_text t ON t.attachment = a.id" \
	" WHERE a.removed IS NOT NULL AND t.state IN ('read', 'unread'))"
static struct sql drop_removed = SQL(
	"DELETE FROM attached_word WHERE rowid IN (SELECT " ROW_OF REMOVED);
static struct sql end_removed = SQL("UPDATE attached_text SET state = 'gone', why = '', at = ?1"
	" WHERE attachment IN (SELECT a.id" REMOVED);
/* What was deleted stands in the index until its parts are merged: this merges all of them. */
static struct sql merge = SQL("INSERT INTO attached_word (attached_word) VALUES ('optimize')");

bool
attached_begin(struct db *db, struct mem *mem, int64_t now, struct attached_due *d)
{
	if (!db_row(db, &next))
		return false;
	*d = (struct attached_due){
		.id      = col_int(&next, 0),
		.size    = col_int(&next, 1),
		.hash    = col_text(&next, 2, mem),
		.name    = col_text(&next, 3, mem),
		.type    = col_text(&next, 4, mem),
		.removed = col_int(&next, 5),
		.tries   = (int)col_int(&next, 6),
		.row     = col_int(&next, 7),
	};
	db_run(db, &begin, INT(d->id), INT(d->tries), INT(now));
	return true;
}

void
attached_again(struct db *db, const struct attached_due *d)
{
	db_run(db, &again, INT(d->id), INT(d->tries - 1));
}

void
attached_put(struct db *db, const struct attached_due *d, const char *text, const char *why,
    int64_t now)
{
	db_run(db, &drop, INT(d->id));
	db_run(db, &add, INT(d->row), TEXT(d->name), TEXT(why ? "" : text));
	db_run(db, &end, INT(d->id), TEXT(why ? "unread" : "read"), TEXT(why ? why : ""), INT(now));
}

void
attached_drop(struct db *db, int64_t id, int64_t now)
{
	db_run(db, &drop, INT(id));
	db_run(db, &end, INT(id), TEXT("gone"), TEXT(""), INT(now));
}

bool
attached_stands(struct db *db, int64_t id)
{
	return db_row(db, &is_there, INT(id));
}

bool
attached_has_words(struct db *db, const char *hash)
{
	return db_row(db, &of_hash, TEXT(hash));
}

void
attached_forget(struct db *db, const char *hash, int64_t now)
{
	db_run(db, &drop_hash, TEXT(hash));
	db_run(db, &end_hash, TEXT(hash), INT(now));
	db_run(db, &merge);
}

void
attached_forget_removed(struct db *db, int64_t now)
{
	db_run(db, &drop_removed);
	db_run(db, &end_removed, INT(now));
}
