/* sent.c - see sent.h. */

#include "db/sent.h"

#include <sodium.h>
#include <stdlib.h>
#include <string.h>

static const char *
digest_of_text(struct mem *mem, const char *text)
{
	unsigned char digest[crypto_hash_sha256_BYTES];
	char *hex = mem_take(mem, sizeof(digest) * 2 + 1);

	crypto_hash_sha256(digest, (const unsigned char *)text, strlen(text));
	return sodium_bin2hex(hex, sizeof(digest) * 2 + 1, digest, sizeof(digest));
}

const char *
sent_receipt(struct db *db, struct mem *mem, struct sent_book *book, const char *prefix,
    const char *day)
{
	const char *of_year = mem_printf(mem, "%s-%.4s-", prefix, day);

	return db_row(db, &book->last, TEXT(of_year)) ? mem_printf(mem, "%s%05lld", of_year,
	    (long long)col_int(&book->last, 0)) : "";
}

void
sent_add(struct db *db, struct mem *mem, struct sent_book *book, const struct sent_copy *c,
    int64_t account)
{
	db_run(db, &book->add, INT(c->record), TEXT(c->receipt), INT(c->at), TEXT(c->day),
	    ID(account), TEXT(c->content), TEXT(digest_of_text(mem, c->content)));
}

static struct sent_copy *
take(struct db *db, struct sql *q, struct mem *mem)
{
	struct sent_copy *first = NULL, **tail = &first;

	while (db_next(db, q)) {
		*tail = mem_take(mem, sizeof(**tail));
		**tail = (struct sent_copy){
			.id      = col_int(q, 0),
			.record  = col_int(q, 1),
			.at      = col_int(q, 2),
			.receipt = col_text(q, 3, mem),
			.day     = col_text(q, 4, mem),
			.sender  = col_text(q, 5, mem),
			.digest  = col_text(q, 6, mem),
			.content = col_text(q, 7, mem),
		};
		tail = &(*tail)->next;
	}
	return first;
}

struct sent_copy *
sent_all(struct db *db, struct mem *mem, struct sent_book *book, int64_t record)
{
	db_query(db, &book->all, INT(record));
	return take(db, &book->all, mem);
}

struct sent_copy *
sent_one(struct db *db, struct mem *mem, struct sent_book *book, int64_t record, int64_t id)
{
	db_query(db, &book->one, INT(record), INT(id));
	return take(db, &book->one, mem);
}

bool
sent_is_sound(struct mem *mem, const char *content, const char *digest)
{
	return !strcmp(digest_of_text(mem, content), digest);
}

bool
sent_decimal(struct mem *mem, const char *spelled, int64_t *hundredths)
{
	char *digits = mem_text(mem, spelled), *out = digits;

	*hundredths = 0;
	if (!spelled[strcspn(spelled, "0123456789")])
		return false;
	for (; *spelled; spelled++)
		if (*spelled != '.')
			*out++ = *spelled;
	*out = '\0';
	*hundredths = strtoll(digits, NULL, 10);
	return true;
}
