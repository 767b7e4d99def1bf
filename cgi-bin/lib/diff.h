/*
 * diff.h - the difference between two texts, word by word.
 *
 * A word is letters and figures with the blanks before it; every other sign is one by itself.
 * Nothing is lost: the pieces that are not added make up the old text, those that are not
 * dropped the new one, byte by byte.
 */
#ifndef DIFF_H
#define DIFF_H

#include <stdint.h>

#include "db/mem.h"

enum diff { DIFF_SAME, DIFF_DROP, DIFF_ADD };

struct diff_piece {
	enum diff what;
	const char *text;		/* never "" */
	struct diff_piece *next;
};

/*
 * A shortest difference (Myers, in linear space), but for single blanks and signs between two
 * changes, which are told with them.  *steps is what it may cost, and what is left of that: once
 * there is none, what has not been compared is dropped as a whole and added as a whole.  The same
 * number may serve a page of clauses.
 */
struct diff_piece *diff_words(struct mem *, const char *old, const char *new, int64_t *steps);

#endif
