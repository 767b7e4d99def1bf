/* outline_annex.c - what the head of an annex leaves open until its plan is issued. */

#include <stdlib.h>
#include <string.h>

#include "cgi-bin/lib/outline.h"
#include "db/text.h"

/* Of a line: what is open in it. */
struct open {
	const char *from, *to;
};

/* What stands for nothing yet: spaces, dots, a rule. */
static const char *
past_blank(const char *s)
{
	for (;;)
		if (*s == ' ' || *s == '.' || *s == '_')
			s++;
		else if (!strncmp(s, "…", strlen("…")))
			s += strlen("…");
		else
			return s;
}

/* "số /KH-UBND": of these letters, or of any if symbol is NULL. */
static bool
open_number(const char *line, const char *symbol, struct open *at)
{
	while ((line = strstr(line, "số"))) {
		const char *from = line += strlen("số"), *s = past_blank(from);
		size_t n = strcspn(s, " ),;");
		if (*s == '/' && n > 1 && (!symbol || (strlen(symbol) == n && !strncmp(s, symbol, n)))) {
			*at = (struct open){ from, s + n };
			return true;
		}
	}
	return false;
}

/* "tháng 11", "năm ...": past it; NULL if it is not there, or says another than n (0: any). */
static const char *
past_part(const char *s, const char *word, long n)
{
	if (strncmp(s, word, strlen(word)))
		return NULL;
	s = past_blank(s + strlen(word));
	size_t said = strspn(s, "0123456789");
	return said && n && strtol(s, NULL, 10) != n ? NULL : s + said;
}

/* "ngày tháng 11 năm 2026", of that month and year; of any if date is "". */
static bool
open_day(const char *line, const char *date, struct open *at)
{
	while ((line = strstr(line, "ngày"))) {
		const char *from = line;
		line += strlen("ngày");
		const char *s = past_part(past_blank(line), "tháng", *date ? strtol(date + 5, NULL, 10) : 0);
		if (s && (s = past_part(past_blank(s), "năm", *date ? strtol(date, NULL, 10) : 0))) {
			*at = (struct open){ from, s };
			return true;
		}
	}
	return false;
}

static const char *
put(struct mem *mem, const char *line, const struct open *at, const char *before, const char *text)
{
	return mem_printf(mem, "%.*s%s%s%s", (int)(at->from - line), line, before, text, at->to);
}

static const char *
filled(struct mem *mem, const char *line, const char *number, const char *date)
{
	struct open at;

	if (open_number(line, strchr(number, '/'), &at))
		line = put(mem, line, &at, " ", number);
	if (strstr(line, number) && open_day(line, date, &at))
		line = put(mem, line, &at, "", text_of_day_long(mem, date));
	return line;
}

/* The next line that says to what it is an annex, from s on; NULL. */
static const char *
next_head(const char *body, const char *s, size_t *length)
{
	if (!(s = strstr(s, "èm theo")))
		return NULL;
	while (s > body && s[-1] != '\n')
		s--;
	*length = strcspn(s, "\n");
	return s;
}

const char *
outline_annex_filled(struct mem *mem, const char *body, const char *number, const char *date)
{
	size_t n;

	if (!strchr(number, '/') || strlen(date) != 10)
		return body;
	for (const char *s = body; (s = next_head(body, s, &n)); ) {
		const char *line = mem_copy(mem, s, n), *now = filled(mem, line, number, date);
		if (now == line) {
			s += n;
			continue;
		}
		size_t before = (size_t)(s - body);
		body = mem_printf(mem, "%.*s%s%s", (int)before, body, now, s + n);
		s = body + before + strlen(now);
	}
	return body;
}

const char *
outline_annex_open(struct mem *mem, const char *body)
{
	struct open at;
	size_t n;

	for (const char *s = body; (s = next_head(body, s, &n)); s += n) {
		const char *line = mem_copy(mem, s, n);
		if (open_number(line, NULL, &at) || open_day(line, "", &at))
			return line;
	}
	return "";
}
