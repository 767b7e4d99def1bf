/* payload_eye.c - a browser's eye: which tags and attributes a page has, and whether they are
 * the templates' own. */

#include "tests/payload.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <strings.h>

#include "cgi-bin/lib/file.h"
#include <string.h>

/* Names that the templates have, those of Markdown, and those that pages make in C. */
enum { NAMES = 400 };
static char names[NAMES][24];
static int n;

static bool
known(const char *name, size_t length)
{
	for (int i = 0; i < n; i++)
		if (strlen(names[i]) == length && !strncasecmp(names[i], name, length))
			return true;
	return false;
}

static void
learn(const char *name, size_t length)
{
	if (known(name, length) || length >= sizeof(names[0]) || n == NAMES)
		return;
	memcpy(names[n], name, length);
	names[n++][length] = '\0';
}

static size_t
word(const char *at)
{
	return strcspn(at, " \t\r\n/>=\"'<");
}

/* The tags and attributes of a template, which no attacker wrote. */
static void
learn_template(const char *text)
{
	for (const char *s = text; (s = strchr(s, '<')); ) {
		s += 1 + (s[1] == '/');
		if ((*s < 'a' || *s > 'z') && (*s < 'A' || *s > 'Z'))
			continue;
		learn(s, word(s));
		s += word(s);
		while (*s && *s != '>') {
			if (!strncmp(s, "{{", 2) || !strncmp(s, "[[", 2)) {
				s = strstr(s, *s == '{' ? "}}" : "]]") + 2;
			} else if (*s == '"') {
				s = strchr(s + 1, '"') + 1;
			} else if (*s >= 'A' && *s <= 'z') {
				size_t length = strcspn(s, " \t\r\n/>=\"{");
				learn(s, length);
				s += length;
			} else {
				s++;
			}
		}
	}
}

static void
learn_all(void)
{
	static const char *const markdown[] = { "p", "em", "strong", "ul", "ol", "li", "a", "href",
	    "title", "img", "src", "alt", "code", "pre", "blockquote", "h3", "h4", "h5", "h6", "hr",
	    "br", "class", "start", "table", "thead", "tbody", "tr", "th", "td", "scope" };
	struct mem *mem = mem_new();
	DIR *d = opendir("cgi-bin/tpl");

	for (size_t i = 0; i < sizeof(markdown) / sizeof(*markdown); i++)
		learn(markdown[i], strlen(markdown[i]));
	for (struct dirent *e; d && (e = readdir(d)); ) {
		size_t length;
		const char *text = strstr(e->d_name, ".tpl") ? file_read(mem,
		    mem_printf(mem, "cgi-bin/tpl/%s", e->d_name), 1 << 20, &length) : NULL;
		if (text)
			learn_template(text);
	}
	if (!d || n < 50)
		exit(1);
	closedir(d);
	mem_free(mem);
}

/* An & that begins no reference. */
static bool
bare(const char *at)
{
	size_t digits = at[1] == '#' ? strspn(at + 2, "xX0123456789abcdefABCDEF") : 0;
	size_t letters = strspn(at + 1, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789");

	return !strncmp(at + 1, "zq", 2)
	    || !(digits ? at[2 + digits] == ';' : letters && at[1 + letters] == ';');
}

static bool
is(const char *at, size_t length, const char *name)
{
	return strlen(name) == length && !strncasecmp(at, name, length);
}

/* A value in quotes, from behind the first: NULL, or what is wrong with it. */
static const char *
of_value(const char *name, size_t length, const char *at, const char *end)
{
	bool marked = false, address = is(name, length, "href") || is(name, length, "src")
	    || is(name, length, "action") || is(name, length, "formaction");

	for (const char *s = at; s < end; s++) {
		if (*s == '<')
			return "a bare < in an attribute";
		if (*s == '&' && bare(s))
			return "a bare & in an attribute";
		marked |= !strncmp(s, "zq", 2);
	}
	if (address && !(*at == '/' || *at == '#' || *at == '?' || at == end))
		return "an address with a scheme";
	if (address && at[0] == '/' && (at[1] == '/' || at[1] == '\\'))
		return "an address of another host";
	if (marked && is(name, length, "style"))
		return "a style";
	return NULL;
}

/* From behind the tag's name; *end is behind it all. */
static const char *
of_attributes(const char *s, const char **end)
{
	const char *why;

	for (;;) {
		s += strspn(s, " \t\r\n/");
		if (*s == '>') {
			*end = s + 1;
			return NULL;
		}
		const char *name = s;
		size_t length = word(s);
		if (!length)
			return "a tag that is not well formed";
		if (!known(name, length))
			return "an attribute that no template has";
		if (!strncasecmp(name, "on", 2) || is(name, length, "srcdoc"))
			return "a handler";
		s += length;
		if (*s != '=')
			continue;
		if (s[1] != '"' || !(*end = strchr(s + 2, '"')))
			return "an attribute without quotes";
		if ((why = of_value(name, length, s + 2, *end)))
			return why;
		s = *end + 1;
	}
}

static const char *
of_tag(const char *s, const char **end)
{
	size_t length;

	if (!strncasecmp(s, "<!doctype html>", 15)) {
		*end = s + 15;
		return NULL;
	}
	s += 1 + (s[1] == '/');
	length = word(s);
	if ((*s < 'a' || *s > 'z') && (*s < 'A' || *s > 'Z'))
		return "a bare <";
	if (!known(s, length))
		return "a tag that no template has";
	return of_attributes(s + length, end);
}

const char *
alive(struct mem *mem, const char *html)
{
	const char *why = NULL, *s = html;

	if (!n)
		learn_all();
	for (const char *at; *s; ) {
		at = s;
		if (*s == '<')
			why = of_tag(s, &s);
		else if (*s++ == '&')
			why = bare(at) ? "a bare &" : NULL;
		if (why)
			return mem_printf(mem, "%s: %.80s", why, at);
	}
	return NULL;
}

const char *
computes(struct mem *mem, const char *csv)
{
	for (const char *s = csv + (strncmp(csv, "\xef\xbb\xbf", 3) ? 0 : 3); *s; ) {
		const char *cell = s, *first = s;
		if (*s == '"') {
			first = ++s;
			while (*s && (*s != '"' || s[1] == '"'))
				s += 1 + (*s == '"');
		}
		s += strcspn(s, ",\n");
		if (strchr("=+-@\t\r\n", *first) && *first && memmem(cell, (size_t)(s - cell), "zq", 2))
			return mem_printf(mem, "%.*s", (int)(s - cell), cell);
		s += *s != '\0';
	}
	return NULL;
}
