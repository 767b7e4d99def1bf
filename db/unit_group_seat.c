/* unit_group_seat.c - the SQL of who of a council sits for which cluster or bloc. */

#include "db/unit_group.h"

#include "db/mandate.h"

#define SEAT \
	"SELECT s.id, s.unit_group, s.account, a.name, a.login, s.valid_from, s.valid_to, s.document" \
	" FROM unit_group_seat s JOIN account a ON a.id = s.account "
static struct sql of_group = SQL(SEAT
	"WHERE s.unit_group = ?1 AND ?2 BETWEEN s.valid_from AND s.valid_to ORDER BY a.name_key, s.id");
static struct sql of_account = SQL(SEAT
	"JOIN unit_group g ON g.id = s.unit_group AND ?2 BETWEEN g.valid_from AND g.valid_to"
	" WHERE s.account = ?1 AND ?2 BETWEEN s.valid_from AND s.valid_to ORDER BY s.unit_group, s.id");
static struct sql taken = SQL(
	"SELECT 1 FROM unit_group_seat s WHERE s.unit_group = ?1 AND s.account = ?2 AND s.valid_to >= ?3");
static struct sql may_sit = SQL(MAY("evaluation.follow", "?1", "?2", "?3"));
static struct sql add = SQL(
	"INSERT INTO unit_group_seat (unit_group, account, valid_from, valid_to, document)"
	" SELECT g.id, ?2, ?3, g.valid_to, ?4 FROM unit_group g WHERE g.id = ?1");
static struct sql end = SQL(
	"UPDATE unit_group_seat SET valid_to = ?2 WHERE id = ?1 AND ?2 BETWEEN valid_from AND valid_to");

static struct unit_seat *
take(struct db *db, struct sql *q, struct mem *mem)
{
	struct unit_seat *first = NULL, **tail = &first;

	while (db_next(db, q)) {
		*tail = mem_take(mem, sizeof(**tail));
		**tail = (struct unit_seat){
			.id         = col_int(q, 0),
			.group      = col_int(q, 1),
			.account    = col_int(q, 2),
			.name       = col_text(q, 3, mem),
			.login      = col_text(q, 4, mem),
			.valid_from = col_text(q, 5, mem),
			.valid_to   = col_text(q, 6, mem),
			.document   = col_text(q, 7, mem),
		};
		tail = &(*tail)->next;
	}
	return first;
}

struct unit_seat *
unit_seats(struct db *db, struct mem *mem, int64_t group, const char *day)
{
	db_query(db, &of_group, INT(group), TEXT(day));
	return take(db, &of_group, mem);
}

struct unit_seat *
unit_seats_of(struct db *db, struct mem *mem, int64_t account, const char *day)
{
	db_query(db, &of_account, INT(account), TEXT(day));
	return take(db, &of_account, mem);
}

bool
unit_seat_taken(struct db *db, int64_t group, int64_t account, const char *from)
{
	return db_row(db, &taken, INT(group), INT(account), TEXT(from));
}

bool
unit_may_sit(struct db *db, int64_t account, int64_t unit, const char *day)
{
	return db_row(db, &may_sit, INT(account), INT(unit), TEXT(day));
}

void
unit_seat_add(struct db *db, const struct unit_seat *s)
{
	db_run(db, &add, INT(s->group), INT(s->account), TEXT(s->valid_from), TEXT(s->document));
}

void
unit_seat_end(struct db *db, int64_t id, const char *day)
{
	db_run(db, &end, INT(id), TEXT(day));
}
