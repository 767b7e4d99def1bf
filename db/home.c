/* home.c - the SQL of the front page. */

#include "db/home.h"

static struct sql upkeep = SQL("SELECT at FROM upkeep WHERE name = ?1");

int64_t
home_upkeep(struct db *db, const char *name)
{
	return db_row(db, &upkeep, TEXT(name)) ? col_int(&upkeep, 0) : 0;
}
