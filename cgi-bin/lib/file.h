/* file.h - a file that an operator named, as a whole. */
#ifndef FILE_H
#define FILE_H

#include <stddef.h>

#include "db/mem.h"

/* Its bytes with a NUL behind them; NULL, with the cause on stderr, if it cannot be
 * read or has more than `max` (at most 1 GiB). */
const char *file_read(struct mem *, const char *path, size_t max, size_t *length);

#endif
