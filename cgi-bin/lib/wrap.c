/* wrap.c - see wrap.h. */

#include "cgi-bin/lib/wrap.h"

#include <stdlib.h>
#include <string.h>

#include "cgi-bin/lib/page.h"
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

/* Where it breaks at all it does so after the words that all committees and councils have. */
const char *
wrap_body(struct mem *mem, const char *name)
{
	static const char common[] = "NHÂN DÂN ";
	const char *upper = text_upper(mem, name), *place;

	if (!strncmp(upper, "UBND ", 5))
		upper = mem_printf(mem, "ỦY BAN NHÂN DÂN %s", upper + 5);
	place = strstr(upper, common);
	size_t n = place ? (size_t)(place - upper) + sizeof(common) - 1 : 0;

	if (!place || length(upper, strlen(upper)) <= HALF)
		return wrap_even(mem, upper, HALF);
	return mem_printf(mem, "%s\n%s", wrap_even(mem, mem_copy(mem, upper, n - 1), HALF),
	    wrap_even(mem, upper + n, HALF));
}

void
wrap_show(struct req *r, const char *section, const char *name)
{
	char *lines = mem_text(r->mem, wrap_body(r->mem, name)), *line;

	while ((line = strsep(&lines, "\n")))
		view_text(view_add(r->view, section), "line", line);
}
