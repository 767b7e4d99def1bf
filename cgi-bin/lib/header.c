/* header.c - see header.h. */

#include "cgi-bin/lib/header.h"

#include <stdio.h>
#include <string.h>

#include "cgi-bin/lib/serve.h"
#include "db/text.h"

const char *
cookie(struct mem *mem, const char *cookies, const char *name)
{
	size_t n = strlen(name);

	for (const char *c = cookies; c && *c; c = strchr(c, ';')) {
		c += strspn(c, "; ");
		if (!strncmp(c, name, n) && c[n] == '=')
			return mem_copy(mem, c + n + 1, strcspn(c + n + 1, ";"));
	}
	return "";
}

bool
from_here(const struct ask *ask)
{
	const char *from = *ask->origin ? ask->origin : ask->referer, *host;

	if (*ask->site && strcmp(ask->site, "same-origin") && strcmp(ask->site, "none"))
		return false;
	if (!*from)
		return *ask->site;
	if (!(host = strstr(from, "://")))
		return false;
	host += 3;
	size_t n = strcspn(host, "/");
	return n && n == strlen(ask->host) && !strncmp(host, ask->host, n);
}

const char *
quoted(struct mem *mem, const char *text)
{
	char *out = mem_take(mem, strlen(text) * 3 + 1), *at = out;

	for (; *text; text++) {
		unsigned char c = (unsigned char)*text;
		bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')
		    || (c >= '0' && c <= '9') || strchr("/-_.~", c);
		at += plain ? (*at = (char)c, 1) : snprintf(at, 4, "%%%02X", c);
	}
	*at = '\0';
	return out;
}

bool
local_path(const char *path)
{
	if (*path != '/' || path[1] == '/' || strlen(path) > 2000)
		return false;
	for (; *path; path++)
		if ((unsigned char)*path <= ' ' || *path == '\\' || *path == 0x7f)
			return false;
	return true;
}

const char *
disposition(struct mem *mem, const char *name)
{
	char *plain = mem_text(mem, name);
	bool odd = false;

	for (char *s = plain; *s; s++)
		odd |= *s < ' ' || *s > '~' || strchr("\"\\%;", *s);
	if (odd)
		plain = mem_text(mem, text_plain(mem, name));
	for (char *s = plain; *s; s++)
		if (*s < ' ' || *s > '~' || strchr("\"\\%;", *s))
			*s = '_';
	return mem_printf(mem, "Content-Disposition: attachment; filename=\"%s\"%s%s\r\n", plain,
	    odd ? "; filename*=UTF-8''" : "", odd ? quoted(mem, name) : "");
}
