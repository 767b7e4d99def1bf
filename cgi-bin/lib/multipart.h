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

#include <stdbool.h>
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

/*
 * The same piece by piece: at no time is more in memory than a piece and the headers of
 * a part.  `feed` gives the next bytes of the body, at most max; 0 is its end.
 */
enum { MULTIPART_PIECE = 64 * 1024 };
typedef size_t body_feed(void *from, char *to, size_t max);
struct multipart;

struct multipart *multipart_open(struct mem *, const char *type, body_feed *, void *from);
/* The next part, without its bytes; NULL at the end or at a fault.  What was left of the
 * part before is passed over. */
struct part *multipart_next(struct multipart *);
/* The next bytes of that part, until the next call; 0 at its end or at a fault.  All
 * pieces but the last have MULTIPART_PIECE bytes. */
size_t       multipart_piece(struct multipart *, const char **bytes);
/* True if nothing is left of that part. */
bool         multipart_ended(struct multipart *);
/* NULL, or the sentence. */
const char  *multipart_wrong(const struct multipart *);

/* NULL with *wrong set if the body is not lawful: a Vietnamese sentence that says
 * what to do.  NULL with *wrong NULL if there are no parts.  `type` is the
 * Content-Type header, with its boundary; NULL stands for none.  Linear. */
struct part *multipart_read(struct mem *, const char *type, const char *body,
	size_t length, const char **wrong);

#endif
