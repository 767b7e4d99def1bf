/* wrap.c - see wrap.h. */

#include "cgi-bin/lib/wrap.h"

#include <stdlib.h>
#include <string.h>

#include "db/text.h"

/* Of 13 points, bold: what 6,6 cm hold. */
enum { HALF = 21 };

/* Characters of UTF-8 in the first n bytes. */
static int
length(const char *s, size_t n)
{
	int count = 0;

	for (size_t i = 0; i < n; i++)
		count += (s[i] & 0xC0) != 0x80;
	return count;
}

const char *
wrap_even(struct mem *mem, const char *text, int most)
{
	char *to = mem_text(mem, text), *from = to;
	int all = length(text, strlen(text)), lines = (all + most - 1) / most;

	for (int line = 1; line < lines; line++) {
		int want = all * line / lines;
		char *best = NULL;
		for (char *at = from; (at = strchr(at, ' ')); at++)
			if (!best || abs(length(to, (size_t)(at - to)) - want)
			    < abs(length(to, (size_t)(best - to)) - want))
				best = at;
		if (!best)
			break;
		*best = '\n';
		from = best + 1;
	}
	return to;
}

const char *
wrap_body(struct mem *mem, const char *name)
{
	return wrap_even(mem, text_upper(mem, name), HALF);
}
