/*
 * upload_item.h - files that were made to do harm, each with what is to be said of it: as a file
 * of a record, and as a sheet.  The table is in upload_items.h.
 */
#ifndef UPLOAD_ITEM_H
#define UPLOAD_ITEM_H

#include <stddef.h>

struct item {
	const char *what, *name;
	void (*make)(const struct item *);	/* of a and b, by craft.h */
	const char *a;
	size_t an;
	const char *b;
	size_t bn;
	const char *file, *sheet;	/* "": taken, read; else a part of the sentence */
};

extern const struct item items[];
extern const size_t items_n;

#endif
