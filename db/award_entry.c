/* award_entry.c - the SQL of award_entry.h. */

#include "db/award_entry.h"

#include <string.h>

static const char *const fields[] = {
	"book", "number", "date", "issuer", "signer_name", "name", "post", "place", "of_unit",
	"award_form", "award_type", "achieved_from", "achieved_to"
};
enum { FIELDS = sizeof(fields) / sizeof(*fields), BATCH = 500 };

/* In the order of fields[]. */
static struct sql entry = SQL(
	"SELECT a.book, d.number, d.date, d.issuer, d.signer_name, n.name, n.post, n.place,"
	" n.of_unit, f.name, n.award_type, n.achieved_from, n.achieved_to"
	" FROM award a JOIN nomination n ON n.id = a.nomination"
	" JOIN award_decision d ON d.id = a.award_decision JOIN award_form f ON f.id = n.award_form"
	" WHERE a.nomination = ?1");

static struct sql batch = SQL("SELECT id, nomination FROM award WHERE id > ?1 ORDER BY id LIMIT ?2");

static struct sql last_line = SQL(
	"SELECT coalesce(max(id), 0) FROM audit WHERE action = ?1 AND entity = ?2 AND id > 0");

/* From here on every line tells its row. */
static struct sql first_told = SQL(
	"SELECT coalesce(min(a.id), 0) FROM audit a JOIN audit_value v ON v.audit = a.id"
	" WHERE a.id > 0 AND a.action = 'award.decide' AND v.field = 'book'");

static struct sql told = SQL("SELECT field, new, salt IS NULL FROM audit_value WHERE audit = ?1");

static struct sql revocation = SQL("SELECT number, date, reason FROM award_revocation WHERE award = ?1");

static struct sql gone = SQL(
	"SELECT coalesce(min(l.id), 0) FROM audit l WHERE CASE l.action"
	" WHEN 'award.decide' THEN NOT EXISTS (SELECT 1 FROM award a WHERE a.nomination = l.entity)"
	" WHEN 'award.revoke' THEN NOT EXISTS (SELECT 1 FROM award_revocation v WHERE v.award = l.entity)"
	" ELSE 0 END");

static struct change *
add(struct mem *mem, struct change *list, const char *field, const char *new)
{
	struct change *c = mem_take(mem, sizeof(*c));

	*c = (struct change){ field, "", new, list };
	return c;
}

struct change *
award_entry(struct db *db, struct mem *mem, int64_t nomination)
{
	struct change *list = NULL;

	if (db_row(db, &entry, INT(nomination)))
		for (int i = FIELDS - 1; i >= 0; i--)
			list = add(mem, list, fields[i], col_text(&entry, i, mem));
	return list;
}

struct change *
award_entry_revoked(struct db *db, struct mem *mem, int64_t award)
{
	struct change *list = NULL;

	if (db_row(db, &revocation, INT(award))) {
		list = add(mem, list, "number", col_text(&revocation, 0, mem));
		list = add(mem, list, "date", col_text(&revocation, 1, mem));
		list = add(mem, list, "reason", col_text(&revocation, 2, mem));
	}
	return list;
}

static int64_t
line_of(struct db *db, const char *action, int64_t entity)
{
	return db_row(db, &last_line, TEXT(action), INT(entity)) ? col_int(&last_line, 0) : 0;
}

/* What the line tells; an erased value is NULL. */
static struct change *
values(struct db *db, struct mem *mem, int64_t line)
{
	struct change *list = NULL;

	db_query(db, &told, INT(line));
	while (db_next(db, &told))
		list = add(mem, list, col_text(&told, 0, mem),
		    col_int(&told, 2) ? NULL : col_text(&told, 1, mem));
	return list;
}

static const struct change *
find(const struct change *list, const char *field)
{
	while (list && strcmp(list->field, field))
		list = list->next;
	return list;
}

/* An empty value has no place in a line. */
static bool
agrees(const struct change *row, const struct change *line)
{
	for (; row; row = row->next) {
		const struct change *v = find(line, row->field);
		if (v ? v->new && strcmp(v->new, row->new) : *row->new)
			return false;
	}
	return true;
}

/* Is this row as its lines say? */
static bool
sound(struct db *db, struct mem *mem, int64_t award, int64_t nomination, int64_t first,
    struct award_entries *e)
{
	int64_t entered = line_of(db, "award.decide", nomination);
	int64_t ended = line_of(db, "award.revoke", award);
	const struct change *line = values(db, mem, entered), *end = award_entry_revoked(db, mem, award);

	if (!entered || (end && !ended) || (end && !agrees(end, values(db, mem, ended))))
		return false;
	if (!find(line, "book")) {
		e->bare++;
		return !first || entered < first;
	}
	return agrees(award_entry(db, mem, nomination), line);
}

struct award_entries
award_entry_check(struct db *db, struct mem *mem)
{
	struct award_entries e = { 0 };
	int64_t first = db_row(db, &first_told) ? col_int(&first_told, 0) : 0, last = 0, n;
	struct { int64_t award, nomination; } *rows = mem_take(mem, BATCH * sizeof(*rows));
	struct mem *some = mem_new();

	do {
		n = 0;
		db_query(db, &batch, INT(last), INT(BATCH));
		while (db_next(db, &batch)) {
			rows[n].award = last = col_int(&batch, 0);
			rows[n++].nomination = col_int(&batch, 1);
		}
		for (int64_t i = 0; i < n; i++) {
			bool well = sound(db, some, rows[i].award, rows[i].nomination, first, &e);
			if (!well && !e.award)
				e.award = rows[i].award;
		}
		e.total += n;
		mem_empty(some);
	} while (n == BATCH);
	mem_free(some);
	e.line = db_row(db, &gone) ? col_int(&gone, 0) : 0;
	return e;
}
