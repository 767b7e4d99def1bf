/* unit_contact.c - the SQL of whom to call. */

#include "db/unit_contact.h"

#include "db/unit.h"

#define CONTACT "SELECT id, unit, name, post, phone, valid_from, valid_to FROM unit_contact"
static struct sql contacts = SQL(CONTACT
	" WHERE unit = ?1 AND (?2 = '' OR ?2 BETWEEN valid_from AND valid_to)"
	" ORDER BY valid_from, id");
static struct sql contact_by_id = SQL(CONTACT " WHERE id = ?1");
static struct sql add_contact = SQL(
	"INSERT INTO unit_contact (unit, name, post, phone, valid_from, valid_to)"
	" VALUES (?1, ?2, ?3, ?4, ?5, ?6)");
static struct sql change_contact = SQL(
	"UPDATE unit_contact SET post = ?2, phone = ?3 WHERE id = ?1");
static struct sql end_contact = SQL("UPDATE unit_contact SET valid_to = ?2 WHERE id = ?1");

static struct unit_contact *
take_contacts(struct db *db, struct sql *q, struct mem *mem)
{
	struct unit_contact *first = NULL, **tail = &first;

	while (db_next(db, q)) {
		*tail = mem_take(mem, sizeof(**tail));
		**tail = (struct unit_contact){
			.id         = col_int(q, 0),
			.unit       = col_int(q, 1),
			.name       = col_text(q, 2, mem),
			.post       = col_text(q, 3, mem),
			.phone      = col_text(q, 4, mem),
			.valid_from = col_text(q, 5, mem),
			.valid_to   = col_text(q, 6, mem),
		};
		tail = &(*tail)->next;
	}
	return first;
}

struct unit_contact *
unit_contacts(struct db *db, struct mem *mem, int64_t unit, const char *day)
{
	db_query(db, &contacts, INT(unit), TEXT(day));
	return take_contacts(db, &contacts, mem);
}

struct unit_contact *
unit_contact_get(struct db *db, struct mem *mem, int64_t id)
{
	db_query(db, &contact_by_id, INT(id));
	return take_contacts(db, &contact_by_id, mem);
}

int64_t
unit_contact_add(struct db *db, const struct unit_contact *c)
{
	db_run(db, &add_contact, INT(c->unit), TEXT(c->name), TEXT(c->post), TEXT(c->phone),
	    TEXT(c->valid_from), TEXT(UNIT_OPEN));
	return db_new_id(db);
}

void
unit_contact_change(struct db *db, const struct unit_contact *c)
{
	db_run(db, &change_contact, INT(c->id), TEXT(c->post), TEXT(c->phone));
}

void
unit_contact_end(struct db *db, int64_t id, const char *day)
{
	db_run(db, &end_contact, INT(id), TEXT(day));
}
