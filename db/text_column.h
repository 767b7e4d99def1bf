/*
 * text_column.h - the columns that ICU makes from what stands beside them.
 *
 * Their writers bind them (text.h); `maintain` makes them anew, all together, when
 * text_version() has changed.  Every column of portal.db named *_key or *_plain is one.
 */
#ifndef TEXT_COLUMN_H
#define TEXT_COLUMN_H

#include "db/mem.h"

struct text_column {
	const char *table, *source, *column;
	const char *(*make)(struct mem *, const char *);
};

/* Ends with a table of NULL. */
extern const struct text_column text_columns[];

#endif
