/* tend_hour.c - what of the portal's files goes or is made anew each hour: see tend.h. */

#include "cgi-bin/lib/tend.h"

#include <sqlite3.h>
#include <stdio.h>

#include "db/mem.h"
#include "db/text.h"
#include "db/text_column.h"

enum { DAY = 86400 };

/* ?1 is now.  An ended session stays a day, for what was typed in it. */
static const struct old {
	bool secret;		/* of secret.db */
	const char *sql;
} olds[] = {
	{ false, "DELETE FROM session WHERE expires < ?1 - 86400"
	    " OR (ended > 0 AND ended < ?1 - 86400)" },
	{ false, "DELETE FROM draft WHERE at < ?1 - 30 * 86400" },
	{ false, "DELETE FROM posted WHERE at < ?1 - 7 * 86400" },
	{ true,  "DELETE FROM attempt WHERE last < ?1 - 86400" },
};

static void
sweep(struct base *portal, struct base *secret)
{
	for (size_t i = 0; i < sizeof(olds) / sizeof(*olds); i++) {
		struct base *base = olds[i].secret ? secret : portal;
		sqlite3_stmt *s = tend_ask(base, olds[i].sql);
		sqlite3_bind_int64(s, 1, time(NULL));
		tend_finish(base, s);
	}
}

/* Does no record of today or of the last 7 days name it? */
static bool
unnamed(struct base *portal, const char *hash, sqlite3_int64 before)
{
	sqlite3_stmt *s = tend_ask(portal, "SELECT 1 FROM attachment WHERE hash = ?1"
	    " AND (removed IS NULL OR removed >= ?2)");

	sqlite3_bind_text(s, 1, hash, -1, SQLITE_TRANSIENT);
	sqlite3_bind_int64(s, 2, before);
	bool named = tend_next(s);
	return tend_finish(portal, s) && !named;
}

static bool
remove_file(struct base *files, const char *sql, sqlite3_int64 id)
{
	sqlite3_stmt *s = tend_ask(files, sql);

	sqlite3_bind_int64(s, 1, id);
	return tend_finish(files, s);
}

/* The first file from `from` on that came before then, and its hash; 0 if none. */
static sqlite3_int64
old_file(struct base *files, sqlite3_int64 from, sqlite3_int64 before, char hash[static 100])
{
	sqlite3_int64 id = 0;
	sqlite3_stmt *s = tend_ask(files, "SELECT id, hash FROM file WHERE id >= ?1"
	    " AND at < ?2 AND erased IS NULL ORDER BY id LIMIT 1");

	sqlite3_bind_int64(s, 1, from);
	sqlite3_bind_int64(s, 2, before);
	if (tend_next(s)) {
		id = sqlite3_column_int64(s, 0);
		snprintf(hash, 100, "%s", sqlite3_column_text(s, 1));
	}
	return tend_finish(files, s) ? id : 0;
}

/* Asked anew while the writer's place is held: its bytes may have come again. */
static void
sweep_file(struct base *portal, struct base *files, sqlite3_int64 id, sqlite3_int64 before)
{
	char hash[100];

	if (!tend_command(files, "BEGIN IMMEDIATE"))
		return;
	bool ok = old_file(files, id, before, hash) == id && unnamed(portal, hash, before)
	    && remove_file(files, "DELETE FROM file_piece WHERE file = ?1", id)
	    && remove_file(files, "DELETE FROM file WHERE id = ?1", id);
	tend_command(files, ok ? "COMMIT" : "ROLLBACK");
}

/* One that was erased stays: its row says that it was, and by whom. */
static void
sweep_files(struct base *portal, struct base *files)
{
	sqlite3_int64 id = 0, before = time(NULL) - 7 * DAY;
	char hash[100];

	while ((id = old_file(files, id + 1, before, hash)))
		if (unnamed(portal, hash, before))
			sweep_file(portal, files, id, before);
}

/* In the order of rows, so that no row comes twice while an index moves. */
static bool
rekey(struct base *portal, const struct text_column *key, struct mem *mem)
{
	char *from = sqlite3_mprintf("SELECT rowid, \"%w\" FROM \"%w\" ORDER BY rowid",
	    key->source, key->table);
	char *to = sqlite3_mprintf("UPDATE \"%w\" SET \"%w\" = ?2"
	    " WHERE rowid = ?1 AND \"%w\" IS NOT ?2",
	    key->table, key->column, key->column);
	sqlite3_stmt *row = tend_ask(portal, from), *set = tend_ask(portal, to);
	bool ok = row && set;

	while (ok && tend_next(row)) {
		const char *text = (const char *)sqlite3_column_text(row, 1);
		sqlite3_bind_int64(set, 1, sqlite3_column_int64(row, 0));
		sqlite3_bind_text(set, 2, key->make(mem, text ? text : ""), -1,
		    SQLITE_TRANSIENT);
		ok = sqlite3_step(set) == SQLITE_DONE;
		sqlite3_reset(set);
		mem_empty(mem);
	}
	if (!ok)
		tend_wrong(key->table, sqlite3_errmsg(portal->lock));
	ok = tend_finish(portal, row) && ok;
	ok = tend_finish(portal, set) && ok;
	sqlite3_free(from);
	sqlite3_free(to);
	return ok;
}

/* All keys and the version that made them change together, or none does. */
static void
rekey_all(struct base *portal)
{
	sqlite3_stmt *s = tend_ask(portal, "SELECT 1 FROM upkeep"
	    " WHERE name = 'text' AND detail = ?1");
	struct mem *mem;
	bool ok;

	sqlite3_bind_text(s, 1, text_version(), -1, SQLITE_TRANSIENT);
	bool same = tend_next(s);
	if (!tend_finish(portal, s) || same || !tend_command(portal, "BEGIN IMMEDIATE"))
		return;
	mem = mem_new();
	ok = true;
	for (const struct text_column *c = text_columns; ok && c->table; c++)
		ok = rekey(portal, c, mem);
	mem_free(mem);
	ok = ok && tend_note(portal, "text", text_version());
	tend_command(portal, ok ? "COMMIT" : "ROLLBACK");
}

void
tend_hour(struct base *portal, struct base *files, struct base *secret)
{
	sweep(portal, secret);
	sweep_files(portal, files);
	rekey_all(portal);
}
