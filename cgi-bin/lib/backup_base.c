/* backup_base.c - what SQLite does for a backup: the copy, and what is added up. */

#include <sqlite3.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "cgi-bin/lib/backup_part.h"
#include "db/tokenizer.h"

/* What a reader would miss first.  A table is counted without being named here. */
static const struct {
	enum db_file file;
	const char *what, *sql;
} sums[] = {
	{ DB_PORTAL, "report_value.value", "SELECT coalesce(sum(value), 0) FROM report_value" },
	{ DB_PORTAL, "evaluation_score.points",
	    "SELECT coalesce(sum(points), 0) FROM evaluation_score" },
	{ DB_PORTAL, "attachment.size", "SELECT coalesce(sum(size), 0) FROM attachment" },
	{ DB_FILES, "file.size", "SELECT coalesce(sum(size), 0) FROM file WHERE erased IS NULL" },
	{ DB_FILES, "file_piece.bytes",
	    "SELECT coalesce(sum(length(bytes)), 0) FROM file_piece" },
};

static int
wait_a_little(void *arg, int times)
{
	(void)arg;
	usleep(1000);
	return times < 5000;
}

/* Reads only, and leaves the log to `maintain`. */
static bool
open_base(const char *file, sqlite3 **db)
{
	return sqlite3_open_v2(file, db, SQLITE_OPEN_READONLY, NULL) == SQLITE_OK
	    && sqlite3_db_config(*db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, (int *)0) == SQLITE_OK
	    && sqlite3_busy_handler(*db, wait_a_little, NULL) == SQLITE_OK
	    && tokenizer_add(*db);
}

static const char *
why_not(struct mem *mem, const char *file, sqlite3 *db)
{
	return mem_printf(mem, "%s: %s", file, sqlite3_errmsg(db));
}

static bool
one(sqlite3 *db, const char *sql, int64_t *n)
{
	sqlite3_stmt *s = NULL;
	bool well = sqlite3_prepare_v2(db, sql, -1, &s, NULL) == SQLITE_OK
	    && sqlite3_step(s) == SQLITE_ROW;

	if (well)
		*n = sqlite3_column_int64(s, 0);
	return sqlite3_finalize(s) == SQLITE_OK && well;
}

const char *
base_copy(struct mem *mem, enum db_file which, const char *from, const char *to)
{
	char *sql = sqlite3_mprintf("VACUUM INTO %Q", to);
	const char *wrong = NULL;
	sqlite3 *db = NULL;
	int64_t schema = 0;

	if (!sql || !open_base(from, &db) || !one(db, "PRAGMA user_version", &schema))
		wrong = why_not(mem, from, db);
	else if (schema != db_schema(which))
		wrong = mem_printf(mem, "%s: stands at schema %lld, this program takes %d", from,
		    (long long)schema, db_schema(which));
	else if (sqlite3_exec(db, sql, 0, 0, 0) != SQLITE_OK)
		wrong = why_not(mem, from, db);
	sqlite3_free(sql);
	sqlite3_close(db);
	return wrong;
}

static bool
count(struct mem *mem, sqlite3 *db, enum db_file which, const char **text, int64_t *rows)
{
	sqlite3_stmt *s = NULL;
	bool well = sqlite3_prepare_v2(db, "SELECT name FROM sqlite_schema WHERE type = 'table'"
	    " ORDER BY name", -1, &s, NULL) == SQLITE_OK;
	int64_t n = 0;

	while (well && sqlite3_step(s) == SQLITE_ROW) {
		const char *table = (const char *)sqlite3_column_text(s, 0);
		char *sql = sqlite3_mprintf("SELECT count(*) FROM \"%w\"", table);
		well = sql && one(db, sql, &n);
		*rows += n;
		*text = mem_printf(mem, "%scount %s %s %lld\n", *text, db_name(which), table,
		    (long long)n);
		sqlite3_free(sql);
	}
	well = sqlite3_finalize(s) == SQLITE_OK && well;
	for (size_t i = 0; well && i < sizeof(sums) / sizeof(*sums); i++) {
		if (sums[i].file != which)
			continue;
		well = one(db, sums[i].sql, &n);
		*text = mem_printf(mem, "%ssum %s %s %lld\n", *text, db_name(which),
		    sums[i].what, (long long)n);
	}
	return well;
}

const char *
base_totals(struct mem *mem, const char *dir, const char **totals, int64_t *rows)
{
	const char *wrong = NULL;

	*totals = "";
	*rows = 0;
	for (int i = 0; !wrong && i < PARTS; i++) {
		const char *file = mem_printf(mem, "%s/%s", dir, db_name(backup_order[i]));
		sqlite3 *db = NULL;
		if (!open_base(file, &db) || !count(mem, db, backup_order[i], totals, rows))
			wrong = why_not(mem, file, db);
		sqlite3_close(db);
	}
	return wrong;
}

const char *
base_ready(struct mem *mem, const char *file)
{
	const char *wrong = NULL;
	sqlite3 *db = NULL;

	if (sqlite3_open_v2(file, &db, SQLITE_OPEN_READWRITE, NULL) != SQLITE_OK
	    || !tokenizer_add(db)
	    || sqlite3_exec(db, "PRAGMA journal_mode = WAL", 0, 0, 0) != SQLITE_OK)
		wrong = why_not(mem, file, db);
	sqlite3_close(db);
	return wrong;
}
