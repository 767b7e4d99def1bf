/*
 * filename_item.h - names of files that were made to do harm, each with what is to become of it.
 * The table is in filename_items.h.
 */
#ifndef FILENAME_ITEM_H
#define FILENAME_ITEM_H

#include <stddef.h>

struct filename {
	const char *what, *sent;
	size_t n;			/* of what stands behind `name="file"; ` in a form's head */
	const char *kept, *refused;	/* as it is kept; NULL: a part of the sentence */
};

extern const struct filename filenames[];
extern const size_t filenames_n;

#endif
