/*
 * sent.h - copies of a record as it was sent (bản đã gửi): a text that is frozen, known by
 * its SHA-256, and by a receipt of its own.
 *
 * Each aggregate that sends holds a book of them, over its own table of the columns id, the
 * record, receipt, at, day, account, content, digest:
 *
 *	static struct sent_book book = SENT_BOOK("report_sent", "report");
 */
#ifndef SENT_H
#define SENT_H

#include "db/db.h"

struct sent_copy {
	int64_t id, record, at;
	const char *receipt, *day, *sender, *digest;
	const char *content;		/* of sent_one() only */
	struct sent_copy *next;
};

struct sent_book {
	struct sql last, add, all, one;
};
#define SENT_COPY(record) \
	"SELECT t.id, t." record ", t.at, t.receipt, t.day, coalesce(a.name, ''), t.digest, "
#define SENT_OF(table, record) \
	" FROM " table " t LEFT JOIN account a ON a.id = t.account WHERE t." record " = ?1"
#define SENT_BOOK(table, record) { \
	SQL("SELECT coalesce((SELECT CAST(substr(receipt, 9) AS INTEGER) FROM " table \
	    " WHERE substr(receipt, 1, 8) = ?1 ORDER BY id DESC LIMIT 1), 0) + 1"), \
	SQL("INSERT INTO " table " (" record ", receipt, at, day, account, content, digest)" \
	    " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)"), \
	SQL(SENT_COPY(record) "''" SENT_OF(table, record) " ORDER BY t.id DESC"), \
	SQL(SENT_COPY(record) "t.content" SENT_OF(table, record) " AND t.id = ?2"), \
}

/* The next receipt of that day's year, "PC": PC-2026-00012; "" if the database fails. */
const char *sent_receipt(struct db *, struct mem *, struct sent_book *, const char *prefix,
	const char *day);
/* The copy, by its receipt, with its digest. */
void sent_add(struct db *, struct mem *, struct sent_book *, const struct sent_copy *,
	int64_t account);
struct sent_copy *sent_all(struct db *, struct mem *, struct sent_book *, int64_t record);	/* newest first */
struct sent_copy *sent_one(struct db *, struct mem *, struct sent_book *, int64_t record,
	int64_t id);	/* NULL */
/* Is the content still what its digest says? */
bool sent_is_sound(struct mem *, const char *content, const char *digest);

/* A number as JSON spells it, 12.50, in hundredths; false, and 0, for "" and null. */
bool sent_decimal(struct mem *, const char *spelled, int64_t *hundredths);

#endif
