/*
 * cookie.c - the head of a request: a cookie is found as another way of looking finds it, who
 * comes from elsewhere is not taken for one from here, and where a sign-in leads is never
 * another host's.
 * rooms: db/mem.c db/text.c cgi-bin/lib/header.c
 *
 * Lines: the cookies; the name that is looked for; Sec-Fetch-Site; Origin; Referer; Host.
 */

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "cgi-bin/lib/header.h"
#include "cgi-bin/lib/serve.h"

static void
must(int ok)
{
	if (!ok)
		abort();
}

/* Piece by piece, as the header's own grammar divides it. */
static const char *
found(struct mem *mem, const char *cookies, const char *name)
{
	char *all = mem_text(mem, cookies), *piece;

	while ((piece = strsep(&all, ";"))) {
		while (*piece == ' ')
			piece++;
		char *is = strchr(piece, '=');
		if (!is)
			continue;
		*is = '\0';
		if (!strcmp(piece, name))
			return is + 1;
	}
	return "";
}

static void
look_from(const struct ask *a)
{
	const char *from = *a->origin ? a->origin : a->referer;
	size_t host = strlen(a->host), all = strlen(from);

	if (!from_here(a))
		return;
	must(!*a->site || !strcmp(a->site, "same-origin") || !strcmp(a->site, "none"));
	must(*from || *a->site);
	if (!*from)
		return;
	const char *at = strstr(from, "://");
	must(at && *a->host && (size_t)(at + 3 - from) + host <= all && !strncmp(at + 3, a->host, host)
	    && (!at[3 + host] || at[3 + host] == '/'));
}

/* What a browser makes of it: it takes \ for /, and leaves out tabs and ends of line. */
static void
look_path(const char *path)
{
	if (!local_path(path))
		return;
	must(path[0] == '/' && path[1] != '/' && path[1] != '\\' && strlen(path) <= 2000);
	must(!strpbrk(path, "\t\r\n \\"));
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct mem *mem = mem_new();
	char *all = mem_copy(mem, (const char *)data, size), *line;
	const char *lines[6] = { "", "", "", "", "", "" };

	for (int i = 0; i < 6 && (line = strsep(&all, "\n")); i++)
		lines[i] = line;
	/* what is looked for is a name of ours */
	if (*lines[1] && !strpbrk(lines[1], "=; "))
		must(!strcmp(cookie(mem, lines[0], lines[1]), found(mem, lines[0], lines[1])));
	must(!strcmp(cookie(mem, lines[0], "s"), found(mem, lines[0], "s")));
	look_from(&(struct ask){ .site = lines[2], .origin = lines[3], .referer = lines[4], .host = lines[5] });
	look_path(lines[0]);
	const char *q = quoted(mem, lines[0]);
	must(strspn(q, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789/-_.~%") == strlen(q));
	mem_free(mem);
	return 0;
}
