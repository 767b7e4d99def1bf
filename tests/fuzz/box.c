/*
 * box.c - a ZIP or an OLE file from a stranger, by its entries: read only where it is, and
 * always to an end.
 * rooms: cgi-bin/lib/kind_box.c
 */

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "cgi-bin/lib/kind.h"

struct bytes {
	const uint8_t *at;
	size_t n;
};

static size_t
look(void *of, int64_t at, char *to, size_t n)
{
	const struct bytes *b = of;
	size_t left = at < (int64_t)b->n ? b->n - (size_t)at : 0;

	if (at < 0)
		abort();
	n = n < left ? n : left;
	memcpy(to, b->at + at, n);
	return n;
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct bytes b = { data, size };
	const char *why = "not set";

	if (!kind_of_box(KIND_ZIP, (int64_t)size, look, &b, &why) || (why && !*why))
		abort();
	if (!kind_of_box(KIND_OLE, (int64_t)size, look, &b, &why) || (why && !*why))
		abort();
	return 0;
}
