/* mandate.c - the SQL of roles and mandates. */

#include "db/mandate.h"

static struct sql held = SQL(
	"SELECT DISTINCT a.ability FROM mandate m JOIN role_ability a ON a.role = m.role"
	" WHERE m.account = ?1 AND ?2 BETWEEN m.valid_from AND m.valid_to");

static struct sql label = SQL(
	"SELECT CASE WHEN ?2 = 'en' THEN label_en ELSE label_vi END"
	" FROM ability WHERE ability = ?1");

static struct sql lets = SQL(
	"SELECT mandate FROM mandate_scope WHERE account = ?1 AND ability = ?2 AND unit = ?3"
	" AND ?4 BETWEEN mandate_from AND mandate_to AND ?4 BETWEEN unit_from AND unit_to"
	" ORDER BY mandate LIMIT 1");

#define MANDATE \
	"SELECT m.id, m.account, m.unit, m.role," \
	" CASE WHEN ?3 = 'en' THEN r.label_en ELSE r.label_vi END," \
	" coalesce((SELECT n.name FROM unit_name n WHERE n.unit = m.unit" \
	"  ORDER BY n.valid_from DESC LIMIT 1), '')," \
	" m.post, m.document, m.valid_from, m.valid_to" \
	" FROM mandate m JOIN role r ON r.role = m.role "

static struct sql of_account = SQL(MANDATE
	"WHERE m.account = ?1 AND (?2 = '' OR ?2 BETWEEN m.valid_from AND m.valid_to)"
	" ORDER BY m.valid_from, m.id");

static struct sql by_id = SQL(MANDATE "WHERE m.id = ?1 AND ?2 = ''");

static struct sql add = SQL(
	"INSERT INTO mandate (account, unit, role, post, valid_from, valid_to, document)"
	" VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)");

static struct sql end = SQL("UPDATE mandate SET valid_to = ?2 WHERE id = ?1");

static struct sql all_roles = SQL(
	"SELECT role, CASE WHEN ?1 = 'en' THEN label_en ELSE label_vi END"
	" FROM role ORDER BY seq");

struct ability *
abilities_of(struct db *db, struct mem *mem, int64_t account, const char *day)
{
	struct ability *first = NULL, **tail = &first;

	db_query(db, &held, INT(account), TEXT(day));
	while (db_next(db, &held)) {
		*tail = mem_take(mem, sizeof(**tail));
		(*tail)->ability = col_text(&held, 0, mem);
		tail = &(*tail)->next;
	}
	return first;
}

const char *
ability_label(struct db *db, struct mem *mem, const char *ability, const char *lang)
{
	return db_row(db, &label, TEXT(ability), TEXT(lang)) ? col_text(&label, 0, mem) : "";
}

int64_t
mandate_for(struct db *db, int64_t account, const char *ability, int64_t unit,
    const char *day)
{
	return db_row(db, &lets, INT(account), TEXT(ability), INT(unit), TEXT(day))
	    ? col_int(&lets, 0) : 0;
}

static struct mandate *
list(struct db *db, struct sql *q, struct mem *mem)
{
	struct mandate *first = NULL, **tail = &first;

	while (db_next(db, q)) {
		*tail = mem_take(mem, sizeof(**tail));
		**tail = (struct mandate){
			.id         = col_int(q, 0),
			.account    = col_int(q, 1),
			.unit       = col_int(q, 2),
			.role       = col_text(q, 3, mem),
			.role_label = col_text(q, 4, mem),
			.unit_name  = col_text(q, 5, mem),
			.post       = col_text(q, 6, mem),
			.document   = col_text(q, 7, mem),
			.valid_from = col_text(q, 8, mem),
			.valid_to   = col_text(q, 9, mem),
		};
		tail = &(*tail)->next;
	}
	return first;
}

struct mandate *
mandates_of(struct db *db, struct mem *mem, int64_t account, const char *day,
    const char *lang)
{
	db_query(db, &of_account, INT(account), TEXT(day), TEXT(lang));
	return list(db, &of_account, mem);
}

struct mandate *
mandate_get(struct db *db, struct mem *mem, int64_t id, const char *lang)
{
	db_query(db, &by_id, INT(id), TEXT(""), TEXT(lang));
	return list(db, &by_id, mem);
}

int64_t
mandate_add(struct db *db, const struct mandate *m)
{
	db_run(db, &add, INT(m->account), INT(m->unit), TEXT(m->role), TEXT(m->post),
	    TEXT(m->valid_from), TEXT(m->valid_to), TEXT(m->document));
	return db_new_id(db);
}

void
mandate_end(struct db *db, int64_t id, const char *day)
{
	db_run(db, &end, INT(id), TEXT(day));
}

struct role *
roles(struct db *db, struct mem *mem, const char *lang)
{
	struct role *first = NULL, **tail = &first;

	db_query(db, &all_roles, TEXT(lang));
	while (db_next(db, &all_roles)) {
		*tail = mem_take(mem, sizeof(**tail));
		(*tail)->role = col_text(&all_roles, 0, mem);
		(*tail)->label = col_text(&all_roles, 1, mem);
		tail = &(*tail)->next;
	}
	return first;
}
