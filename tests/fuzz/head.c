/*
 * head.c - the first bytes of a file: a kind, with a word for it, and never one whose first
 * bytes are another's.
 * rooms: db/mem.c cgi-bin/lib/kind.c cgi-bin/lib/kind_box.c
 */

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "cgi-bin/lib/kind.h"

static void
must(int ok)
{
	if (!ok)
		abort();
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct mem *mem = mem_new();
	size_t n = size < KIND_HEAD ? size : KIND_HEAD;
	const char *type = kind_of_head(mem, (const char *)data, n);

	must(strchr(type, '/') && *kind_word(type));
	must(strcmp(type, "application/pdf") || (n >= 5 && !memcmp(data, "%PDF-", 5)));
	must(strcmp(type, "image/png") || (n >= 8 && !memcmp(data, "\x89PNG\r\n\x1a\n", 8)));
	must(strcmp(type, "image/jpeg") || (n >= 3 && !memcmp(data, "\xff\xd8\xff", 3)));
	must(strncmp(type, "text/", 5) || !memchr(data, 0, n));
	mem_free(mem);
	return 0;
}
