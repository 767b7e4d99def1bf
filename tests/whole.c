/*
 * whole.c - a database and its log as one file, for many tests to copy at a time.
 *
 * usage: whole FROM TO
 */

#include <sqlite3.h>
#include <stdio.h>

#include "db/tokenizer.h"

int
main(int argc, char **argv)
{
	sqlite3 *db = NULL;
	char *sql = argc == 3 ? sqlite3_mprintf("VACUUM INTO %Q", argv[2]) : NULL;
	int rc = !sql || sqlite3_open(argv[1], &db) || !tokenizer_add(db)
	    || sqlite3_exec(db, sql, 0, 0, 0);

	if (rc)
		fprintf(stderr, "whole: %s\n", db ? sqlite3_errmsg(db) : "usage: whole FROM TO");
	sqlite3_free(sql);
	sqlite3_close(db);
	return rc;
}
