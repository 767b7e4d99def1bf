/* qr.h - a text as a QR code; by libqrencode, which only `account` links. */
#ifndef QR_H
#define QR_H

#include "db/mem.h"

/* What an SVG path draws for it, in a square of *size units with its white border; NULL
 * if the text is too long. */
const char *qr_path(struct mem *, const char *text, int *size);

#endif
