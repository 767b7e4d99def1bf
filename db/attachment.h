/*
 * attachment.h - which record has which files; their bytes are in files.db (db/file.h).
 *
 * A row is never deleted: what was taken off says when and by whom, and 7 days later
 * `maintain` removes bytes that no row names any more.
 */
#ifndef ATTACHMENT_H
#define ATTACHMENT_H

#include "db/db.h"

enum { ATTACHMENT_NAME = 150, ATTACHMENT_PART = 100 };	/* characters */

struct attachment {
	int64_t id;
	const char *kind;	/* of the record: "evaluation" */
	int64_t record;
	const char *part;	/* of the record: a criterion; "" for the whole */
	const char *hash, *name, *type;
	const char *label;	/* the type in words; read only */
	int64_t size, at;
	int64_t account;
	const char *who;	/* name of the account; read only */
	bool removed;
	struct attachment *next;
};

/* A type that is taken, by the ending of its name. */
struct file_type {
	const char *extension;	/* "pdf" */
	const char *type;	/* what its content must be: "application/pdf" */
	const char *label;	/* "PDF" */
	int64_t max;		/* bytes */
	struct file_type *next;
};

/* In the order in which they are told to people; `lang` of the labels. */
struct file_type *file_types(struct db *, struct mem *, const char *lang);

/* NULL if there is none; one that was removed is there. */
struct attachment *attachment_get(struct db *, struct mem *, int64_t id, const char *lang);
/* Of one part, the first attached first; without what was removed.  part NULL: of all
 * parts, in the order of parts. */
struct attachment *attachments(struct db *, struct mem *, const char *kind, int64_t record,
	const char *part, const char *lang);
/* How many files that record has, and their bytes. */
int64_t attachment_sum(struct db *, const char *kind, int64_t record, int64_t *bytes);

int64_t attachment_add(struct db *, const struct attachment *);
void    attachment_remove(struct db *, int64_t id, int64_t account, int64_t now);

/* Hashes that rows name which were not removed, each once, from `after` on; at most
 * `limit`. */
struct attachment_hash {
	const char *hash;
	struct attachment_hash *next;
};
struct attachment_hash *attachment_hashes(struct db *, struct mem *, const char *after,
	int64_t limit);

#endif
