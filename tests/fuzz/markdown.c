/*
 * markdown.c - any text as a plan's: what comes out has no tag, no handler and no address but
 * those that markdown.h promises.
 * rooms: db/mem.c cgi-bin/lib/markdown.c
 */

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "cgi-bin/lib/markdown.h"

static void
must(int ok)
{
	if (!ok)
		abort();
}

static int
is(const char *at, size_t n, const char *word)
{
	return strlen(word) == n && !strncmp(at, word, n);
}

static int
one_of(const char *at, size_t n, const char *const *words)
{
	for (; *words; words++)
		if (is(at, n, *words))
			return 1;
	return 0;
}

/* From a tag's <; answers what is behind it. */
static const char *
tag(const char *s)
{
	static const char *const tags[] = { "p", "em", "strong", "ul", "ol", "li", "a", "img", "code", "pre",
	    "blockquote", "h3", "h4", "h5", "h6", "hr", "br", "table", "thead", "tbody", "tr", "th", "td", NULL };
	static const char *const attributes[] = { "href", "src", "alt", "title", "class", "scope", "start", NULL };
	size_t n;

	s += 1 + (s[1] == '/');
	n = strspn(s, "abcdefghijklmnopqrstuvwxyz0123456789");
	if (!strncmp(s, "!-- raw HTML omitted -->", 24))
		return s + 24;
	must(one_of(s, n, tags));
	for (s += n; *s != '>'; ) {
		s += strspn(s, " /");
		if (*s == '>')
			break;
		const char *name = s;
		n = strcspn(s, "=");
		must(one_of(name, n, attributes) && s[n + 1] == '"');
		s += n + 2;
		if (is(name, n, "href"))
			must((*s == '/' && s[1] != '/') || *s == '#');
		if (is(name, n, "src"))
			must(*s == '/' && s[1] != '/');
		for (; *s != '"'; s++)
			must(*s && *s != '<' && *s != '>');
		s++;
	}
	return s + 1;
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct mem *mem = mem_new();
	const char *s = markdown(mem, mem_copy(mem, (const char *)data, size)).text;

	while ((s = strchr(s, '<')))
		s = tag(s);
	mem_free(mem);
	return 0;
}
