/*
 * route.c - any method, any path: the route is the one that another way of looking finds, and
 * its numbers are those that stand in the path.
 * rooms: db/mem.c cgi-bin/lib/route.c
 *
 * Lines: the method, the path.
 */

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cgi-bin/lib/route.h"

static const struct route routes[] = {
	{ GET,  "/a",                 ANYONE, NULL, LIST },
	{ GET,  "/a/#",               SIGNED, NULL, RECORD },
	{ POST, "/a/#/edit",          SIGNED, NULL, 0 },
	{ GET,  "/a/#/edit",          SIGNED, NULL, 0 },
	{ GET,  "/a/#/file/#",        SIGNED, NULL, 0 },
	{ POST, "/a/#/file/#/remove", SIGNED, NULL, PRIVATE },
	{ NOTE, "/a/seen",            SIGNED, NULL, 0 },
	{ GET,  "/a/#/print.docx",    SIGNED, NULL, 0 },
	{ GET,  "/a/b.atom",          SIGNED, NULL, 0 },
	{ POST, "/a/new",             SIGNED, NULL, SINK },
	{ 0 }
};

static void
must(int ok)
{
	if (!ok)
		abort();
}

/* Step by step between the slashes; all numbers in a row. */
static int
agrees(struct mem *mem, const char *pattern, const char *path, long long *ids)
{
	char *p = mem_text(mem, pattern), *q = mem_text(mem, path), *step, *is;
	char again[32];

	while ((step = strsep(&p, "/"))) {
		if (!(is = strsep(&q, "/")))
			return 0;
		if (strcmp(step, "#")) {
			if (strcmp(step, is))
				return 0;
			continue;
		}
		if (!*is || strlen(is) > 18 || sscanf(is, "%lld", ids) != 1 || *ids < 1)
			return 0;
		snprintf(again, sizeof(again), "%lld", *ids++);
		if (strcmp(again, is))
			return 0;
	}
	return !q;
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct mem *mem = mem_new();
	char *path = mem_copy(mem, (const char *)data, size), *method = strsep(&path, "\n");
	int64_t id[2] = { 0, 0 };
	int status;

	path = path ? path : "";
	const char *bare = path;
	enum face face = route_face(mem, &bare);
	static const char *const ends[] = { "", ".csv", ".xlsx", NULL, ".json" };
	must(!strcmp(mem_printf(mem, "%s%s", bare, ends[face]), path));

	const struct route *r = route_find(routes, method, bare, face, id, &status), *same = NULL;
	int post = !strcmp(method, "POST"), known = post || !strcmp(method, "GET") || !strcmp(method, "HEAD");
	int there = 0;
	long long ids[4] = { 0 };
	for (const struct route *k = routes; k->path && !same; k++) {
		long long mine[4] = { 0 };
		if (!agrees(mem, k->path, bare, mine) || (face && !(k->flags & face)))
			continue;
		there = 1;
		if (known && post == (k->method == POST))
			same = k, memcpy(ids, mine, sizeof(ids));
	}
	must(r == same);
	must(r ? id[0] == ids[0] && id[1] == ids[1] : status == (!known || there ? 405 : 404));

	const char *above = route_above(routes, mem, path);
	must(!strncmp(above, path, strlen(above)));
	mem_free(mem);
	return 0;
}
