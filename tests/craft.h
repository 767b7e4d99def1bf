/*
 * craft.h - files made byte by byte, as no honest program makes them.  There is one in the
 * making at a time.
 */
#ifndef CRAFT_H
#define CRAFT_H

#include <stddef.h>
#include <stdint.h>

extern char craft[];			/* its bytes */
extern size_t craft_n;
enum { CRAFT_MAX = 8 << 20 };

void craft_begin(void);
void craft_put(const void *bytes, size_t n);
void craft_text(const char *text);
void craft_fill(char c, size_t n);
void craft_number(uint64_t n, int bytes);	/* the least first */

/* An entry of a ZIP; what is 0 or NULL is as it truly is. */
struct craft_entry {
	const char *name, *bytes;
	size_t n;			/* of the bytes; 0: to their NUL */
	size_t spaces;			/* packed: so many spaces, in the bytes' place */
	unsigned flags, method;
	uint32_t says_unpacked, says_packed;
	const char *local;		/* its name before the bytes */
	long at;			/* the directory leads there, and no bytes are put; -1 in
					 * the directory alone: to the entry before */
};
void craft_entry(struct craft_entry);
/* The directory; `entries` as it tells, -1: the truth. */
void craft_end(long entries);

/* An OLE file with streams of those names; NULL ends. */
void craft_ole(const char *const *names);

/* A picture's head, and enough behind it. */
void craft_png(uint32_t width, uint32_t height);

#endif
