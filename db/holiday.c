/* holiday.c - the SQL of days off, and what a working day is. */

#include "db/holiday.h"

#include "db/mandate.h"

#include <string.h>

#include "db/text.h"

static struct sql list = SQL(
	"SELECT id, day, off, name, document, count(*) OVER () FROM holiday WHERE day >= ?1"
	" ORDER BY CASE ?2 WHEN 2 THEN off WHEN -2 THEN -off END,"
	" CASE ?2 WHEN -1 THEN day END DESC, day LIMIT ?3 OFFSET ?4");
static struct sql one = SQL("SELECT id, day, off, name, document FROM holiday WHERE id = ?1");
static struct sql of_day = SQL("SELECT off FROM holiday WHERE day = ?1");
static struct sql last_of = SQL("SELECT last_day, name FROM holiday_due WHERE day = ?1");
static struct sql wrong = SQL(
	"SELECT count(*) FROM holiday_due d JOIN holiday_due_made m ON m.day = d.day"
	" WHERE (m.last_day, m.name) <> (d.last_day, d.name)"
	" UNION ALL SELECT count(*) FROM (SELECT signup_due AS day FROM plan"
	"  UNION SELECT due_date FROM evaluation_round UNION SELECT due_day FROM evaluation_rule"
	"  UNION SELECT due_date FROM task UNION SELECT due_date FROM document UNION SELECT due_date FROM plan_call"
	"  UNION SELECT due_date FROM feedback_draft UNION SELECT day FROM plan_date) s"
	" WHERE s.day IS NOT NULL AND s.day NOT IN (SELECT d.day FROM holiday_due d)");
static struct sql add = SQL(
	"INSERT INTO holiday (day, off, name, document) VALUES (?1, ?2, ?3, ?4)");
static struct sql drop = SQL("DELETE FROM holiday WHERE id = ?1");
static struct sql keeper = SQL(
	"SELECT m.unit FROM mandate m JOIN role_ability a ON a.role = m.role"
	" AND a.ability = 'holiday.change' AND " ROLE_HOLDS("a", "?2") " WHERE m.account = ?1"
	" AND ?2 BETWEEN m.valid_from AND m.valid_to"
	" AND " TOP_UNIT("m.unit", "?2")
	" ORDER BY m.unit LIMIT 1");

static struct holiday *
take(struct db *db, struct sql *q, struct mem *mem, int64_t *total)
{
	struct holiday *first = NULL, **tail = &first;

	if (total)
		*total = 0;
	while (db_next(db, q)) {
		if (total)
			*total = col_int(q, 5);
		*tail = mem_take(mem, sizeof(**tail));
		**tail = (struct holiday){
			.id       = col_int(q, 0),
			.day      = col_text(q, 1, mem),
			.off      = col_int(q, 2),
			.name     = col_text(q, 3, mem),
			.document = col_text(q, 4, mem),
		};
		tail = &(*tail)->next;
	}
	return first;
}

struct holiday *
holidays(struct db *db, struct mem *mem, const struct holiday_ask *ask, int64_t *total)
{
	db_query(db, &list, TEXT(ask->from), INT(ask->sort), INT(ask->limit), INT(ask->skip));
	return take(db, &list, mem, total);
}

struct holiday *
holiday_get(struct db *db, struct mem *mem, int64_t id)
{
	db_query(db, &one, INT(id));
	return take(db, &one, mem, NULL);
}

bool
holiday_taken(struct db *db, const char *day)
{
	return db_row(db, &of_day, TEXT(day));
}

int64_t
holiday_add(struct db *db, const struct holiday *h)
{
	db_run(db, &add, TEXT(h->day), INT(h->off), TEXT(h->name), TEXT(h->document));
	return db_new_id(db);
}

void
holiday_drop(struct db *db, int64_t id)
{
	db_run(db, &drop, INT(id));
}

int64_t
holiday_keeper(struct db *db, int64_t account, const char *day)
{
	return db_row(db, &keeper, INT(account), TEXT(day)) ? col_int(&keeper, 0) : 0;
}

bool
day_is_weekend(const char *day)
{
	static const char monday[] = "2024-01-01";

	return (text_days(monday, day) % 7 + 7) % 7 > 4;
}

bool
day_is_off(struct db *db, const char *day)
{
	return db_row(db, &of_day, TEXT(day)) ? col_int(&of_day, 0) != 0 : day_is_weekend(day);
}

const char *
due_last_day(struct db *db, struct mem *mem, const char *due)
{
	return *due && db_row(db, &last_of, TEXT(due)) ? col_text(&last_of, 0, mem) : due;
}

const char *
due_holiday(struct db *db, struct mem *mem, const char *due)
{
	return *due && db_row(db, &last_of, TEXT(due)) ? col_text(&last_of, 1, mem) : "";
}

int64_t
due_days_wrong(struct db *db)
{
	int64_t n = 0;

	db_query(db, &wrong);
	while (db_next(db, &wrong))
		n += col_int(&wrong, 0);
	return n;
}

bool
workday_between(struct db *db, struct mem *mem, const char *from, const char *to)
{
	enum { LONGEST = 60 };	/* days off in a row, and more */

	for (int64_t i = 1; i < text_days(from, to) && i < LONGEST; i++)
		if (!day_is_off(db, text_day_add(mem, from, i)))
			return true;
	return false;
}
