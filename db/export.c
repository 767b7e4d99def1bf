/* export.c - the SQL of what was taken out. */

#include "db/export.h"

#include "db/mandate.h"

static struct sql note = SQL(
	"INSERT INTO exported (account, day, path, at) VALUES (?1, ?2, ?3, ?4)"
	" ON CONFLICT (account, day, path) DO NOTHING");

static struct sql list = SQL(
	"SELECT e.at, a.name, a.login, e.path, count(*) OVER ()"
	" FROM exported e JOIN account a ON a.id = e.account"
	" WHERE e.day BETWEEN ?5 AND ?6"
	" AND (?3 = '' OR instr(a.name_plain, ?3) OR instr(a.login, ?3))"
	" AND (?4 = '' OR instr(e.path, ?4))"
	" AND (EXISTS (SELECT 1 FROM mandate t JOIN role_ability ta ON ta.role = t.role"
	"   AND ta.ability = 'audit.read' WHERE t.account = ?1"
	"   AND ?2 BETWEEN t.valid_from AND t.valid_to AND " ROLE_HOLDS("ta", "?2")
	"   AND " TOP_UNIT("t.unit", "?2") ")"
	"  OR EXISTS (SELECT 1 FROM mandate m WHERE m.account = e.account"
	"   AND e.day BETWEEN m.valid_from AND m.valid_to"
	"   AND EXISTS (" MAY("audit.read", "?1", "m.unit", "?2") ")))"
	" ORDER BY CASE ?9 WHEN 1 THEN e.at WHEN 2 THEN a.name_key WHEN 3 THEN a.login"
	"  WHEN 4 THEN e.path END,"
	" CASE ?9 WHEN -2 THEN a.name_key WHEN -3 THEN a.login WHEN -4 THEN e.path END DESC,"
	" e.at DESC, e.account, e.path LIMIT ?7 OFFSET ?8");

void
export_note(struct db *db, int64_t account, const char *path, const char *day, int64_t now)
{
	db_run(db, &note, INT(account), TEXT(day), TEXT(path), INT(now));
}

struct export *
exports(struct db *db, struct mem *mem, const struct export_ask *ask, int64_t *total)
{
	struct export *first = NULL, **tail = &first;

	*total = 0;
	db_query(db, &list, INT(ask->auditor), TEXT(ask->day), TEXT(ask->who), TEXT(ask->path),
	    TEXT(ask->from), TEXT(ask->to), INT(ask->limit), INT(ask->skip),
	    INT(ask->sort));
	while (db_next(db, &list)) {
		*tail = mem_take(mem, sizeof(**tail));
		**tail = (struct export){ col_int(&list, 0), col_text(&list, 1, mem),
		    col_text(&list, 2, mem), col_text(&list, 3, mem), NULL };
		*total = col_int(&list, 4);
		tail = &(*tail)->next;
	}
	return first;
}
