/*
 * multipart.h - the parts of a multipart/form-data body (RFC 7578), strictly.
 *
 * Boundary at most 70 characters of RFC 2046's set; header block of a part at
 * most 4 KiB, name 127, file name 255 bytes, 200 parts; CR LF only; form-data
 * only; no transfer encodings; a part with two Content-Dispositions or control
 * bytes in its headers is refused, and so is anything before the first boundary
 * or after the last.
 *
 * Names and texts are bytes as they came: text_nfc() is the door.  Browsers send
 * a quote in a name as %22; here it is a quote again.
 */
#ifndef MULTIPART_H
#define MULTIPART_H

#include <stddef.h>

#include "db/mem.h"

struct part {
	const char *name;
	const char *file;	/* NULL for a field; the file's name, without a path,
				   control characters and marks of direction; ""
				   if none was chosen */
	const char *bytes;	/* NUL-terminated beyond the end; may hold NULs */
	size_t length;
	struct part *next;	/* in the order sent */
};

/* NULL with *wrong set if the body is not lawful: a Vietnamese sentence that says
 * what to do.  NULL with *wrong NULL if there are no parts.  `type` is the
 * Content-Type header, with its boundary; NULL stands for none.  Linear. */
struct part *multipart_read(struct mem *, const char *type, const char *body,
	size_t length, const char **wrong);

#endif
