/*
 * text.c - what is typed into a search box, a number or a day: keys, words and values made
 * of any bytes are sound, and are the same when they are made of themselves.
 * rooms: db/mem.c db/text.c db/text_query.c
 */

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "db/text.h"

static void
must(int ok)
{
	if (!ok)
		abort();
}

/* As many words as a list in JSON has, each between quotes and none escaped. */
static void
must_be_a_list(const char *list)
{
	size_t n = strlen(list), quotes = 0;

	must(n >= 2 && list[0] == '[' && list[n - 1] == ']' && !strchr(list, '\\'));
	for (const char *c = list; *c; c++) {
		must((unsigned char)*c >= ' ');
		quotes += *c == '"';
	}
	must(quotes % 2 == 0 && !strstr(list, "\"\""));
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct mem *mem = mem_new();
	const char *text = mem_copy(mem, (const char *)data, size);
	const char *plain = text_plain(mem, text), *nfc = text_nfc(mem, (const char *)data, size);
	int64_t n;

	must(!strcmp(text_plain(mem, plain), plain));
	must_be_a_list(text_each(mem, text));
	must(strlen(text_match(mem, text)) <= strlen(text) * 30);
	must(strlen(text_plain_number(mem, text)) <= strlen(plain));
	text_key(mem, text);
	text_name_key(mem, text);
	if (nfc) {
		const char *again = text_nfc(mem, nfc, strlen(nfc));
		must(again && !strcmp(again, nfc));
		must(text_length(nfc) <= (int64_t)strlen(nfc));
	}
	if (text_number(text, 2, &n)) {
		int64_t same;
		must(text_number(text_of_number(mem, n, 2, true, "vi"), 2, &same) && same == n);
	}
	const char *day = text_day(mem, text);
	if (day && *day) {
		must(text_is_day(day));
		const char *later = text_day_add(mem, day, 40);
		must(!later || !strcmp(text_day_add(mem, later, -40), day));
	}
	mem_free(mem);
	return 0;
}
