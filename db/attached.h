/*
 * attached.h - what stands in attached files, to be found: who is read next, and what
 * was read.
 *
 * Attachments are read in the order of their ids, each once; one at which its reader ended is
 * tried a second time and then left unread.  Words are there as long as the bytes are.  In the
 * index the row of an attachment has its id, below zero if it hangs on a plan: whoever has not
 * signed in may read no other file, and his search ends where those of others begin.
 */
#ifndef ATTACHED_H
#define ATTACHED_H

#include "db/db.h"

enum { ATTACHED_TRIES = 2 };

struct attached_due {
	int64_t id, row, size;
	const char *hash, *name, *type;
	bool removed;
	int tries;		/* this one counted */
};

/* The next, which is noted as begun; false if there is none. */
bool attached_begin(struct db *, struct mem *, int64_t now, struct attached_due *);
/* That was no try: it is begun anew. */
void attached_again(struct db *, const struct attached_due *);
/* Its name and text are found from now on; `why` NULL, or a sentence: it could not be read, and
 * its name alone is found. */
void attached_put(struct db *, const struct attached_due *, const char *text, const char *why,
	int64_t now);
/* It is found no more, or never. */
void attached_drop(struct db *, int64_t id, int64_t now);
/* Is there still a row that is found? */
bool attached_stands(struct db *, int64_t id);

/* Words of files with that hash, out of the index too and not only out of what it answers. */
void attached_forget(struct db *, const char *hash, int64_t now);
/* Those of all that were taken off. */
void attached_forget_removed(struct db *, int64_t now);
/* Are there words of a file of that hash? */
bool attached_has_words(struct db *, const char *hash);

#endif
