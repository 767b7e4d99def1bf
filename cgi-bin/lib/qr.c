/* qr.c - see qr.h; the only room that knows libqrencode. */

#include "cgi-bin/lib/qr.h"

#include <qrencode.h>
#include <stdio.h>

enum { BORDER = 4, LONGEST = 24 };	/* LONGEST: of one run's words */

const char *
qr_path(struct mem *mem, const char *text, int *size)
{
	QRcode *q = QRcode_encodeString8bit(text, 0, QR_ECLEVEL_M);

	if (!q)
		return NULL;
	int w = q->width;
	char *out = mem_take(mem, (size_t)w * ((size_t)w / 2 + 1) * LONGEST + 1), *at = out;
	/* A run of dark squares in a row is one bar. */
	for (int y = 0; y < w; y++)
		for (int x = 0, n; x < w; x += n + 1) {
			for (n = 0; x + n < w && q->data[y * w + x + n] & 1; n++)
				;
			if (n)
				at += snprintf(at, LONGEST, "M%d %dh%dv1h-%dz", x + BORDER,
				    y + BORDER, n, n);
		}
	QRcode_free(q);
	*size = w + 2 * BORDER;
	return out;
}
