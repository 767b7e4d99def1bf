/* bare.c - see bare.h. */

#include "tests/bare.h"

#include "db/tokenizer.h"
#include "tests/test.h"

sqlite3 *
bare_open(const char *file)
{
	sqlite3 *db = NULL;

	sqlite3_open(file, &db);
	sqlite3_busy_timeout(db, 5000);
	tokenizer_add(db);
	sqlite3_db_config(db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, (int *)0);
	sqlite3_exec(db, "PRAGMA wal_autocheckpoint = 0", 0, 0, 0);
	return db;
}

void
bare_run(const char *file, const char *sql)
{
	sqlite3 *db = bare_open(file);
	char *why = NULL;

	sqlite3_exec(db, sql, 0, 0, &why);
	SAME(why ? why : "", "");
	sqlite3_free(why);
	sqlite3_close(db);
}

const char *
bare_text(struct mem *mem, const char *file, const char *sql)
{
	sqlite3 *db = bare_open(file);
	sqlite3_stmt *s = NULL;
	const char *text = "-";

	if (sqlite3_prepare_v2(db, sql, -1, &s, NULL) == SQLITE_OK && sqlite3_step(s) == SQLITE_ROW
	    && sqlite3_column_text(s, 0))
		text = mem_text(mem, (const char *)sqlite3_column_text(s, 0));
	sqlite3_finalize(s);
	sqlite3_close(db);
	return text;
}
