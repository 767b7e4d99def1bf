/* unit_group.c - the SQL of clusters, blocs and their members. */

#include "db/unit_group.h"

#include "db/unit.h"

#define GROUP \
	"SELECT g.id, g.kind, g.name, g.unit, " UNIT_CALLED("g.unit", "?1") "," \
	" g.valid_from, g.valid_to, g.document, coalesce(g.document_date, ''), g.document_text," \
	" (SELECT count(*) FROM unit_member m WHERE m.unit_group = g.id" \
	"  AND ?1 BETWEEN m.valid_from AND m.valid_to)," \
	" coalesce((SELECT " UNIT_CALLED("m.unit", "?1") " FROM unit_member m WHERE m.unit_group = g.id" \
	"  AND m.head = 1 AND ?1 BETWEEN m.valid_from AND m.valid_to LIMIT 1), '')" \
	" FROM unit_group g "
static struct sql groups = SQL(GROUP
	"WHERE ?1 BETWEEN g.valid_from AND g.valid_to ORDER BY g.kind DESC, g.name, g.id");
static struct sql group_by_id = SQL(GROUP "WHERE g.id = ?2");
static struct sql add_group = SQL(
	"INSERT INTO unit_group (kind, name, unit, valid_from, valid_to, document, document_date,"
	" document_text) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)");
static struct sql end_group[] = {
	SQL("DELETE FROM unit_member WHERE unit_group = ?1 AND valid_from > ?2"),
	SQL("UPDATE unit_member SET valid_to = ?2 WHERE unit_group = ?1 AND valid_to > ?2"),
	SQL("DELETE FROM unit_group_seat WHERE unit_group = ?1 AND valid_from > ?2"),
	SQL("UPDATE unit_group_seat SET valid_to = ?2 WHERE unit_group = ?1 AND valid_to > ?2"),
	SQL("UPDATE unit_group SET valid_to = ?2 WHERE id = ?1"),
};

static struct unit_group *
take_groups(struct db *db, struct sql *q, struct mem *mem)
{
	struct unit_group *first = NULL, **tail = &first;

	while (db_next(db, q)) {
		*tail = mem_take(mem, sizeof(**tail));
		**tail = (struct unit_group){
			.id         = col_int(q, 0),
			.kind       = col_text(q, 1, mem),
			.name       = col_text(q, 2, mem),
			.unit       = col_int(q, 3),
			.unit_name  = col_text(q, 4, mem),
			.valid_from = col_text(q, 5, mem),
			.valid_to   = col_text(q, 6, mem),
			.document   = col_text(q, 7, mem),
			.document_date = col_text(q, 8, mem),
			.document_text = col_text(q, 9, mem),
			.members    = col_int(q, 10),
			.head_name  = col_text(q, 11, mem),
		};
		tail = &(*tail)->next;
	}
	return first;
}

struct unit_group *
unit_groups(struct db *db, struct mem *mem, const char *day)
{
	db_query(db, &groups, TEXT(day));
	return take_groups(db, &groups, mem);
}

struct unit_group *
unit_group_get(struct db *db, struct mem *mem, int64_t id, const char *day)
{
	db_query(db, &group_by_id, TEXT(day), INT(id));
	return take_groups(db, &group_by_id, mem);
}

int64_t
unit_group_add(struct db *db, const struct unit_group *g)
{
	db_run(db, &add_group, TEXT(g->kind), TEXT(g->name), INT(g->unit), TEXT(g->valid_from),
	    TEXT(UNIT_OPEN), TEXT(g->document), g->document_date ? DAY(g->document_date) : NONE,
	    TEXT(g->document_text ? g->document_text : ""));
	return db_new_id(db);
}

void
unit_group_end(struct db *db, int64_t id, const char *day)
{
	for (size_t i = 0; i < sizeof(end_group) / sizeof(*end_group); i++)
		db_run(db, &end_group[i], INT(id), TEXT(day));
}

#define MEMBER \
	"SELECT m.unit_group, m.unit, g.kind, g.name, " UNIT_CALLED("m.unit", "?2") ", u.code," \
	" g.document, m.head, m.valid_from, m.valid_to, count(*) OVER ()" \
	" FROM unit_member m JOIN unit_group g ON g.id = m.unit_group JOIN unit u ON u.id = m.unit "
static struct sql members = SQL(MEMBER
	"JOIN unit_name n ON n.unit = m.unit AND ?2 BETWEEN n.valid_from AND n.valid_to"
	" WHERE m.unit_group = ?1 AND ?2 BETWEEN m.valid_from AND m.valid_to"
	" ORDER BY CASE ?3 WHEN 1 THEN n.name_key WHEN 2 THEN u.code WHEN 4 THEN m.valid_from END,"
	" CASE ?3 WHEN -1 THEN n.name_key WHEN -2 THEN u.code WHEN -3 THEN m.head = 0"
	"  WHEN -4 THEN m.valid_from END DESC, m.head = 0, m.head, n.name_key, m.unit"
	" LIMIT ?4 OFFSET ?5");
static struct sql member = SQL(MEMBER
	"WHERE m.unit_group = ?1 AND m.unit = ?3 AND ?2 BETWEEN m.valid_from AND m.valid_to");
static struct sql groups_of = SQL(MEMBER
	"WHERE m.unit = ?1 AND ?2 BETWEEN m.valid_from AND m.valid_to ORDER BY g.kind DESC, g.name");
static struct sql cut_member = SQL(
	"UPDATE unit_member SET valid_to = date(?3, '-1 day') WHERE unit_group = ?1 AND unit = ?2"
	" AND valid_from < ?3 AND valid_to >= ?3");
static struct sql drop_member = SQL(
	"DELETE FROM unit_member WHERE unit_group = ?1 AND unit = ?2 AND valid_from >= ?3");
static struct sql add_member = SQL(
	"INSERT INTO unit_member (unit_group, unit, head, valid_from, valid_to)"
	" SELECT ?1, ?2, ?4, ?3, min(g.valid_to, u.valid_to) FROM unit_group g, unit u"
	" WHERE g.id = ?1 AND u.id = ?2");
static struct sql end_member = SQL(
	"UPDATE unit_member SET valid_to = ?3 WHERE unit_group = ?1 AND unit = ?2"
	" AND ?3 BETWEEN valid_from AND valid_to");

static struct unit_member *
take_members(struct db *db, struct sql *q, struct mem *mem, int64_t *total)
{
	struct unit_member *first = NULL, **tail = &first;

	if (total)
		*total = 0;
	while (db_next(db, q)) {
		if (total)
			*total = col_int(q, 10);
		*tail = mem_take(mem, sizeof(**tail));
		**tail = (struct unit_member){
			.group      = col_int(q, 0),
			.unit       = col_int(q, 1),
			.group_kind = col_text(q, 2, mem),
			.group_name = col_text(q, 3, mem),
			.unit_name  = col_text(q, 4, mem),
			.unit_code  = col_text(q, 5, mem),
			.document   = col_text(q, 6, mem),
			.head       = col_int(q, 7),
			.valid_from = col_text(q, 8, mem),
			.valid_to   = col_text(q, 9, mem),
		};
		tail = &(*tail)->next;
	}
	return first;
}

struct unit_member *
unit_members(struct db *db, struct mem *mem, const struct unit_member_ask *ask, int64_t *total)
{
	db_query(db, &members, INT(ask->group), TEXT(ask->day), INT(ask->sort), INT(ask->limit),
	    INT(ask->skip));
	return take_members(db, &members, mem, total);
}

struct unit_member *
unit_member_get(struct db *db, struct mem *mem, int64_t group, int64_t unit, const char *day)
{
	db_query(db, &member, INT(group), TEXT(day), INT(unit));
	return take_members(db, &member, mem, NULL);
}

struct unit_member *
unit_groups_of(struct db *db, struct mem *mem, int64_t unit, const char *day)
{
	db_query(db, &groups_of, INT(unit), TEXT(day));
	return take_members(db, &groups_of, mem, NULL);
}

void
unit_member_add(struct db *db, int64_t group, int64_t unit, int64_t head, const char *from)
{
	db_run(db, &cut_member, INT(group), INT(unit), TEXT(from));
	db_run(db, &drop_member, INT(group), INT(unit), TEXT(from));
	db_run(db, &add_member, INT(group), INT(unit), TEXT(from), INT(head));
}

void
unit_member_end(struct db *db, int64_t group, int64_t unit, const char *day)
{
	db_run(db, &end_member, INT(group), INT(unit), TEXT(day));
}
