/* archive.h - parts put into a zip in memory: for a .xlsx (sheet_out.c) and a .docx (docx_out.c). */
#ifndef ARCHIVE_H
#define ARCHIVE_H

#include <stddef.h>

#include "db/mem.h"

struct archive_part {
	const char *path, *bytes;	/* path NULL ends */
	size_t n;
};

/* The same parts are always the same bytes.  NULL without memory. */
const char *archive_of(struct mem *, const struct archive_part *, size_t *length);

#endif
