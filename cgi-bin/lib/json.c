/* json.c - see json.h. */

#include "cgi-bin/lib/json.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A tree of values, written out at the end. */
struct json {
	struct mem *mem;
	const char *name;	/* NULL in a list */
	char kind;		/* '{', '[', or 0: `text` stands as it is */
	const char *text;
	struct json *members, **end, *next;
};

static struct json *
node(struct mem *mem, const char *name, char kind, const char *text)
{
	struct json *j = mem_take(mem, sizeof(*j));

	*j = (struct json){ .mem = mem, .name = name, .kind = kind, .text = text };
	j->end = &j->members;
	return j;
}

static struct json *
member(struct json *in, const char *name, char kind, const char *text)
{
	struct json *j = node(in->mem, name, kind, text);

	*in->end = j, in->end = &j->next;
	return j;
}

/* A JSON string.  "</" cannot end a script that someone puts it into. */
static const char *
spell(struct mem *mem, const char *text)
{
	char *out = mem_take(mem, strlen(text) * 6 + 3), *at = out;

	*at++ = '"';
	for (; *text; text++) {
		unsigned char c = (unsigned char)*text;
		if (c == '"' || c == '\\')
			*at++ = '\\', *at++ = (char)c;
		else if (c == '\n')
			*at++ = '\\', *at++ = 'n';
		else if (c < ' ' || c == '<')
			at += snprintf(at, 7, "\\u%04x", c);
		else
			*at++ = (char)c;
	}
	*at++ = '"';
	*at = '\0';
	return out;
}

struct json *
json_root(struct mem *mem)
{
	return node(mem, NULL, '{', NULL);
}

void
json_bare(struct json *j, const char *name, const char *number)
{
	member(j, name, 0, number);
}

void
json_text(struct json *j, const char *name, const char *text)
{
	member(j, name, 0, text ? spell(j->mem, text) : "null");
}

void
json_int(struct json *j, const char *name, int64_t n)
{
	member(j, name, 0, mem_printf(j->mem, "%lld", (long long)n));
}

void
json_decimal(struct json *j, const char *name, int64_t hundredths)
{
	long long n = llabs(hundredths);

	member(j, name, 0, mem_printf(j->mem, "%s%lld.%02lld", hundredths < 0 ? "-" : "",
	    n / 100, n % 100));
}

struct json *
json_record(struct json *j, const char *name)
{
	return member(j, name, '{', NULL);
}

struct json *
json_list(struct json *j, const char *name)
{
	return member(j, name, '[', NULL);
}

static void
write_out(FILE *f, const struct json *j)
{
	if (j->name)
		fprintf(f, "%s: ", spell(j->mem, j->name));
	if (!j->kind) {
		fputs(j->text, f);
		return;
	}
	fputc(j->kind, f);
	for (const struct json *m = j->members; m; m = m->next) {
		write_out(f, m);
		if (m->next)
			fputs(",\n", f);
	}
	fputc(j->kind == '{' ? '}' : ']', f);
}

const char *
json_spell(const struct json *j, size_t *length)
{
	char *text = NULL;
	FILE *f = mem_must(open_memstream(&text, length));

	write_out(f, j);
	fputc('\n', f);
	bool whole = !ferror(f);
	mem_must(fclose(f) || !whole ? NULL : text);
	const char *copy = mem_copy(j->mem, text, *length);
	free(text);	/* the stream's own */
	return copy;
}
