/*
 * zipped.h - an archive of XML parts (.xlsx, .docx), read in memory by libzip and expat
 * within limits that are held while reading: what an archive says of its sizes may be lies,
 * so what comes out is counted.
 *
 * No part may have a document type (an entity bomb is refused before it is declared), no
 * entry a path that leads elsewhere or a password; elements nest `deep` at most, and a
 * token that does not end within 256 KiB is refused, for expat reads it ever again.
 */
#ifndef ZIPPED_H
#define ZIPPED_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "db/mem.h"

enum zipped_fault { ZIPPED_SOUND, ZIPPED_BROKEN, ZIPPED_TOO_MANY, ZIPPED_TOO_DENSE,
	ZIPPED_TOO_BIG, ZIPPED_UNSAFE, ZIPPED_LOCKED };

struct zipped_limits {
	uint64_t entries, unpacked;	/* unpacked: bytes of all parts that are read */
	int deep;
};
enum { ZIPPED_RATIO = 200 };	/* of a part over 1 MiB */

/* Who is told of the elements of a part, their names without prefix; close may be NULL. */
struct zipped_listener {
	void *of;
	void (*open)(void *of, const char *name, const char **attributes);
	void (*close)(void *of, const char *name);
	void (*text)(void *of, const char *s, size_t n);
};

struct zipped;

/* NULL with *fault set if it is refused.  The bytes must stay until zipped_close(). */
struct zipped *zipped_open(struct mem *, const char *bytes, size_t n,
	const struct zipped_limits *, enum zipped_fault *fault);
void zipped_close(struct zipped *);

/* Reads one part; false if there is no such part.  A fault ends all reading. */
bool zipped_part(struct zipped *, const char *path, struct zipped_listener);
enum zipped_fault zipped_fault(const struct zipped *);
/* From a listener: no more of this part, nor of any other. */
void zipped_stop(struct zipped *);

/* Paths of the entries, from 0; NULL after the last. */
const char *zipped_entry(struct zipped *, uint64_t i);

/* "" if there is no such attribute; the name without prefix. */
const char *zipped_attribute(const char **attributes, const char *name);

#endif
