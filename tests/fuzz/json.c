/*
 * json.c - any text as a value of our JSON: read by the grammar of RFC 8259 it is that text
 * again, and no script's end stands in it.
 * rooms: db/mem.c db/text.c cgi-bin/lib/json.c
 */

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cgi-bin/lib/json.h"
#include "db/text.h"

static void
must(int ok)
{
	if (!ok)
		abort();
}

static const char *
must_begin(const char *s, const char *with)
{
	s += strspn(s, " \n");
	must(!strncmp(s, with, strlen(with)));
	s += strlen(with);
	return s + strspn(s, " \n");
}

/* The string at s is that text. */
static const char *
must_say(const char *s, const char *text)
{
	unsigned code;

	must(*s++ == '"');
	for (; *s != '"'; text++) {
		must((unsigned char)*s >= ' ' && *s != '<');
		if (*s != '\\') {
			must(*s++ == *text);
			continue;
		}
		switch (*++s) {
		case 'u':
			must(sscanf(s + 1, "%4x", &code) == 1 && strspn(s + 1, "0123456789abcdef") >= 4);
			must((unsigned char)*text == code);
			s += 4;
			break;
		case 'n':
			must(*text == '\n');
			break;
		default:
			must((*s == '"' || *s == '\\') && *text == *s);
		}
		s++;
	}
	must(!*text);
	return s + 1;
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct mem *mem = mem_new();
	const char *text = text_nfc(mem, (const char *)data, size);
	size_t n;

	if (text) {
		struct json *j = json_root(mem), *list = json_list(j, "l");
		json_text(list, NULL, text);
		json_text(json_record(list, NULL), "t", text);
		json_decimal(j, "d", size && data[0] ? -(int64_t)size : (int64_t)size);
		const char *s = json_spell(j, &n);
		must(strlen(s) == n);
		s = must_begin(must_begin(s, "{"), "\"l\"");
		s = must_begin(must_begin(s, ":"), "[");
		s = must_begin(must_say(s, text), ",");
		s = must_begin(must_begin(must_begin(s, "{"), "\"t\""), ":");
		s = must_begin(must_begin(must_say(s, text), "}"), "]");
		s = must_begin(must_begin(must_begin(s, ","), "\"d\""), ":");
		s += *s == '-';
		must(*s >= '0' && *s <= '9' && (*s != '0' || s[1] < '0' || s[1] > '9'));
		s += strspn(s, "0123456789");
		if (*s == '.')
			must(s[1] >= '0' && s[1] <= '9'), s += 1 + strspn(s + 1, "0123456789");
		s = must_begin(s, "}");
		must(!*s);
	}
	mem_free(mem);
	return 0;
}
