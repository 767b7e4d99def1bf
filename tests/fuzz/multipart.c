/*
 * multipart.c - any type, any body: what comes out keeps multipart.h's limits.
 * rooms: db/mem.c cgi-bin/lib/multipart.c
 *
 * The first line is the Content-Type; without one the boundary is "b".
 */

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "cgi-bin/lib/multipart.h"

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
	const char *body = (const char *)data, *wrong = "not set";
	const char *type = "multipart/form-data; boundary=b";
	const char *line = size ? memchr(body, '\n', size) : NULL;
	size_t sum = 0;
	int count = 0;

	if (line && (line == body || line[-1] != '\r')) {
		type = mem_copy(mem, body, (size_t)(line - body));
		size -= (size_t)(line + 1 - body);
		body = line + 1;
	}
	struct part *p = multipart_read(mem, type, body, size, &wrong);
	must(!p || !wrong);
	for (; p; p = p->next) {
		size_t n = strlen(p->name);
		must(n >= 1 && n <= 127);
		must(p->bytes[p->length] == '\0');
		must(!p->file || (strlen(p->file) <= 255 && !strpbrk(p->file, "/\\\r\n\t")));
		must(!p->file || !strstr(p->file, "\u202e"));
		sum += p->length;
		count++;
	}
	must(count <= 200 && sum <= size);
	mem_free(mem);
	return 0;
}
