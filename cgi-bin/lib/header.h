/* header.h - what strangers write into the head of a request, and what of it goes into ours. */
#ifndef HEADER_H
#define HEADER_H

#include <stdbool.h>

#include "db/mem.h"

struct ask;

/* "a=1; b=2": the value of one of these, or "". */
const char *cookie(struct mem *, const char *cookies, const char *name);

/* Did this POST come from a page of ours?  Old browsers send only some of what says so. */
bool from_here(const struct ask *);

/* For a value in a query string. */
const char *quoted(struct mem *, const char *text);

/* True for an address of ours: "/plan?q=a"; false for "//evil" and the like. */
bool local_path(const char *path);

/* The line that has a file saved under that name.  One that is not plain is told twice: for
 * old browsers without its marks, and whole (RFC 6266). */
const char *disposition(struct mem *, const char *name);

#endif
