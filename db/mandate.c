/* mandate.c - the SQL of roles and mandates. */

#include "db/mandate.h"

#include <strings.h>

static struct sql held = SQL(
	"SELECT DISTINCT a.ability FROM mandate m JOIN role_ability a ON a.role = m.role"
	" WHERE m.account = ?1 AND ?2 BETWEEN m.valid_from AND m.valid_to"
	" AND " ROLE_HOLDS("a", "?2"));

static struct sql held_one = SQL(
	"SELECT 1 FROM mandate m JOIN role r ON r.role = m.role"
	" AND ?3 BETWEEN r.valid_from AND r.valid_to"
	" WHERE m.account = ?1 AND ?3 BETWEEN m.valid_from AND m.valid_to"
	" AND instr(' ' || ?2 || ' ', ' ' || m.role || ' ') LIMIT 1");

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
	" FROM role WHERE ?2 BETWEEN valid_from AND valid_to ORDER BY seq");

static struct sql taken = SQL(
	"SELECT 1 FROM mandate WHERE account = ?1 AND unit = ?2 AND role = ?3 AND id <> ?4"
	" AND valid_from <= ?6 AND valid_to >= ?5 AND valid_to >= valid_from");

/* ?1 is the administrator, ?2 the day. */
#define AT_THE_TOP \
	"EXISTS (SELECT 1 FROM mandate t JOIN role_ability ta ON ta.role = t.role" \
	" AND ta.ability = 'account.manage' WHERE t.account = ?1" \
	" AND ?2 BETWEEN t.valid_from AND t.valid_to AND " ROLE_HOLDS("ta", "?2") \
	" AND " TOP_UNIT("t.unit", "?2") ")"
#define MINE \
	"(EXISTS (SELECT 1 FROM mandate m WHERE m.account = a.id AND m.valid_to >= ?2" \
	"  AND EXISTS (" MAY("account.manage", "?1", "m.unit", "?2") "))" \
	" OR (" AT_THE_TOP " AND NOT EXISTS (SELECT 1 FROM mandate m JOIN unit_under u" \
	"  ON u.ancestor = m.unit AND u.unit = m.unit" \
	"  AND ?2 BETWEEN u.valid_from AND u.valid_to" \
	"  WHERE m.account = a.id AND m.valid_to >= ?2)))"
/* Is the unit of that mandate of person a for this administrator to know? */
#define TOLD \
	"(a.id = ?1 OR " AT_THE_TOP \
	" OR EXISTS (" MAY("account.manage", "?1", "m.unit", "?2") "))"

static struct sql list_people = SQL(
	"SELECT a.id, a.login, a.name, a.phone, coalesce(a.disabled, 0),"
	" (SELECT coalesce(max(s.seen), 0) FROM session s WHERE s.account = a.id),"
	" coalesce((SELECT group_concat(CASE WHEN ?3 = 'en' THEN r.label_en ELSE r.label_vi END"
	"   || ', ' || CASE WHEN " TOLD " THEN coalesce((SELECT n.name FROM unit_name n"
	"    WHERE n.unit = m.unit ORDER BY n.valid_from DESC LIMIT 1), '')"
	"   WHEN ?3 = 'en' THEN 'another unit' ELSE 'đơn vị khác' END, '; ')"
	"  FROM mandate m JOIN role r ON r.role = m.role"
	"  WHERE m.account = a.id AND ?2 BETWEEN m.valid_from AND m.valid_to), ''),"
	" count(*) OVER ()"
	" FROM account a WHERE " MINE
	" AND (?4 = '' OR instr(a.name_plain, ?4) OR instr(a.login, ?4) OR instr(a.phone, ?4))"
	" AND CASE ?5 WHEN 'on' THEN a.disabled IS NULL WHEN 'off' THEN a.disabled IS NOT NULL"
	"  WHEN 'bare' THEN NOT EXISTS (SELECT 1 FROM mandate m WHERE m.account = a.id"
	"   AND ?2 BETWEEN m.valid_from AND m.valid_to) ELSE 1 END"
	" AND (?6 = '' OR EXISTS (SELECT 1 FROM mandate m JOIN unit u ON u.id = m.unit"
	"  JOIN unit_name n ON n.unit = u.id WHERE m.account = a.id AND " TOLD
	"  AND (instr(n.name_plain, ?6) OR lower(u.code) = ?6)))"
	" ORDER BY CASE ?7 WHEN 1 THEN a.name_key WHEN 2 THEN a.login END,"
	" CASE ?7 WHEN -1 THEN a.name_key WHEN -2 THEN a.login END DESC,"
	" CASE ?7 WHEN 3 THEN 1 WHEN -3 THEN -1 END * (SELECT max(s.seen) FROM session s"
	"  WHERE s.account = a.id), a.id LIMIT ?8 OFFSET ?9");

static struct sql mine = SQL("SELECT 1 FROM account a WHERE a.id = ?3 AND " MINE);

static struct sql beyond = SQL(
	"SELECT 1 FROM mandate m JOIN unit u ON u.id = m.unit AND u.valid_to >= ?2"
	" WHERE m.account = ?3 AND m.valid_to >= ?2"
	" AND NOT EXISTS (" MAY("account.manage", "?1", "m.unit", "?2") ")");

static struct sql left = SQL(
	"SELECT 1 FROM mandate m JOIN unit u ON u.id = m.unit"
	" WHERE m.id = ?1 AND u.valid_to < ?2");

static struct sql told = SQL("SELECT 1 FROM account a JOIN mandate m ON m.account = a.id"
	" WHERE m.id = ?3 AND " TOLD);

static struct sql top = SQL("SELECT 1 WHERE " AT_THE_TOP);

#define PLACE \
	"SELECT u.id, u.code, n.name FROM unit u JOIN unit_name n ON n.unit = u.id" \
	" AND ?2 BETWEEN n.valid_from AND n.valid_to" \
	" WHERE EXISTS (" MAY("account.manage", "?1", "u.id", "?2") ")"

static struct sql reached = SQL(PLACE " ORDER BY n.name_key, u.id LIMIT ?3");

static struct sql found = SQL(PLACE
	" AND (lower(u.code) = lower(?3) OR n.name_plain = ?4)"
	" ORDER BY lower(u.code) = lower(?3) DESC LIMIT 2");

static struct sql any = SQL(
	"SELECT u.id FROM unit u WHERE ?2 BETWEEN u.valid_from AND u.valid_to"
	" AND (u.code = ?1 OR (?1 = '' AND NOT EXISTS (SELECT 1 FROM unit_parent p"
	"  WHERE p.unit = u.id AND p.tree = 'manage'"
	"  AND ?2 BETWEEN p.valid_from AND p.valid_to))) ORDER BY u.id LIMIT 1");

static struct sql first_unit = SQL(
	"INSERT INTO unit (code, valid_from, valid_to) VALUES (?1, '2000-01-01', '9999-12-31')");

static struct sql first_name = SQL(
	"INSERT INTO unit_name (unit, name, name_key, name_plain, kind, valid_from, valid_to)"
	" VALUES (?1, ?2, ?3, ?4, 'province', '2000-01-01', '9999-12-31')");

static struct sql first_under = SQL(
	"INSERT INTO unit_under (ancestor, unit, depth, valid_from, valid_to)"
	" VALUES (?1, ?1, 0, '2000-01-01', '9999-12-31')");

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

bool
role_held(struct db *db, int64_t account, const char *all, const char *day)
{
	return *all && db_row(db, &held_one, INT(account), TEXT(all), TEXT(day));
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
roles(struct db *db, struct mem *mem, const char *day, const char *lang)
{
	struct role *first = NULL, **tail = &first;

	db_query(db, &all_roles, TEXT(lang), TEXT(day));
	while (db_next(db, &all_roles)) {
		*tail = mem_take(mem, sizeof(**tail));
		(*tail)->role = col_text(&all_roles, 0, mem);
		(*tail)->label = col_text(&all_roles, 1, mem);
		tail = &(*tail)->next;
	}
	return first;
}

bool
mandate_taken(struct db *db, const struct mandate *m)
{
	return db_row(db, &taken, INT(m->account), INT(m->unit), TEXT(m->role), INT(m->id),
	    TEXT(m->valid_from), TEXT(m->valid_to));
}

struct person *
people(struct db *db, struct mem *mem, const struct person_ask *ask, int64_t *total)
{
	struct sql *q = &list_people;
	struct person *first = NULL, **tail = &first;

	*total = 0;
	db_query(db, q, INT(ask->admin), TEXT(ask->day), TEXT(ask->lang), TEXT(ask->q),
	    TEXT(ask->state), TEXT(ask->unit), INT(ask->sort), INT(ask->limit),
	    INT(ask->skip));
	while (db_next(db, q)) {
		*tail = mem_take(mem, sizeof(**tail));
		**tail = (struct person){
			.id       = col_int(q, 0),
			.login    = col_text(q, 1, mem),
			.name     = col_text(q, 2, mem),
			.phone    = col_text(q, 3, mem),
			.disabled = col_int(q, 4),
			.seen     = col_int(q, 5),
			.roles    = col_text(q, 6, mem),
		};
		*total = col_int(q, 7);
		tail = &(*tail)->next;
	}
	return first;
}

bool
person_mine(struct db *db, int64_t admin, int64_t account, const char *day)
{
	return db_row(db, &mine, INT(admin), TEXT(day), INT(account));
}

bool
person_whole(struct db *db, int64_t admin, int64_t account, const char *day)
{
	return person_mine(db, admin, account, day)
	    && !db_row(db, &beyond, INT(admin), TEXT(day), INT(account)) && !db_failed(db);
}

bool
mandate_is_left(struct db *db, int64_t id, const char *day)
{
	return db_row(db, &left, INT(id), TEXT(day));
}

bool
mandate_told(struct db *db, int64_t admin, int64_t id, const char *day)
{
	return db_row(db, &told, INT(admin), TEXT(day), INT(id));
}

bool
person_root(struct db *db, int64_t admin, const char *day)
{
	return db_row(db, &top, INT(admin), TEXT(day));
}

static struct place *
place_list(struct db *db, struct sql *q, struct mem *mem)
{
	struct place *first = NULL, **tail = &first;

	while (db_next(db, q)) {
		*tail = mem_take(mem, sizeof(**tail));
		**tail = (struct place){
			.id   = col_int(q, 0),
			.code = col_text(q, 1, mem),
			.name = col_text(q, 2, mem),
		};
		tail = &(*tail)->next;
	}
	return first;
}

struct place *
places_of(struct db *db, struct mem *mem, int64_t admin, const char *day, int64_t limit)
{
	db_query(db, &reached, INT(admin), TEXT(day), INT(limit));
	return place_list(db, &reached, mem);
}

struct place *
place_find(struct db *db, struct mem *mem, int64_t admin, const char *day,
    const char *code, const char *plain)
{
	db_query(db, &found, INT(admin), TEXT(day), TEXT(code), TEXT(plain));
	struct place *p = place_list(db, &found, mem);

	return p && (!p->next || !strcasecmp(p->code, code)) ? p : NULL;
}

int64_t
place_any(struct db *db, const char *code, const char *day)
{
	return db_row(db, &any, TEXT(code), TEXT(day)) ? col_int(&any, 0) : 0;
}

int64_t
place_first(struct db *db, const char *code, const char *name, const char *key,
    const char *plain)
{
	db_run(db, &first_unit, TEXT(code));
	int64_t id = db_new_id(db);

	db_run(db, &first_name, INT(id), TEXT(name), TEXT(key), TEXT(plain));
	db_run(db, &first_under, INT(id));
	return id;
}
