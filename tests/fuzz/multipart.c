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

/* The body a few bytes at a time, how many its own bytes say. */
struct drip {
	const char *at, *end;
};

static size_t
drip(void *from, char *to, size_t max)
{
	struct drip *d = from;
	size_t n = (size_t)(d->end - d->at), want = n ? 1 + (unsigned char)*d->at % 7 : 0;

	n = want < n ? want : n;
	n = n < max ? n : max;
	memcpy(to, d->at, n);
	d->at += n;
	return n;
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
	struct drip d = { body, body + size };
	struct multipart *m = multipart_open(mem, type, drip, &d);
	for (struct part *q, *same = p; (q = multipart_next(m)) || same; same = same ? same->next : NULL) {
		const char *bytes;
		size_t got = q ? multipart_piece(m, &bytes) : 0;
		must(wrong || (q && same && !strcmp(q->name, same->name)
		    && got == same->length && !memcmp(bytes, same->bytes, got)));
	}
	must(wrong == multipart_wrong(m));
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
