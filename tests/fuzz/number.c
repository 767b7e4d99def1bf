/*
 * number.c - a number of a cell in each shape that a spreadsheet gives it, and a format's
 * code: sound text, whatever they are.
 * rooms: db/mem.c db/text.c cgi-bin/lib/sheet.c cgi-bin/lib/sheet_number.c
 *
 * The first byte says the shape, up to a line's end the code, the rest the number.
 */

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "cgi-bin/lib/sheet_part.h"
#include "db/text.h"

const char sheet_broken[] = "";

void
sheet_read_book(struct sheet_in *in, const char *bytes, size_t n)
{
	(void)in, (void)bytes, (void)n;
}

void
sheet_read_csv(struct sheet_in *in, const char *bytes, size_t n)
{
	(void)in, (void)bytes, (void)n;
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static struct sheet_in in;
	static struct sheet sheet;
	const uint8_t *end = size ? memchr(data, '\n', size) : NULL;
	struct mem *mem = mem_new();

	in.mem = mem, in.sheet = &sheet;
	for (int by_code = 0; by_code < 2 && end; by_code++) {
		struct sheet_shape shape = by_code
		    ? sheet_shape_of_code(mem_copy(mem, (const char *)data, (size_t)(end - data)))
		    : sheet_shape_of_id(*data);
		sheet_begin(&in);
		sheet_append(&in, (const char *)end + 1, size - (size_t)(end - data) - 1);
		const char *text = sheet_number(&in, shape, *data & 1);
		if (text && text_length(text) < 0)
			abort();
	}
	mem_free(mem);
	return 0;
}
