/*
 * pipe.c - what comes through the pipe from the child that reads a stranger's document, should
 * the document have made the child its own: a reading of sound text, or none.
 * rooms: db/mem.c db/text.c cgi-bin/lib/reading.c cgi-bin/lib/outline_word.c cgi-bin/lib/outline_tree.c
 * rooms: cgi-bin/lib/legacy.c
 */

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "cgi-bin/lib/docx.h"
#include "cgi-bin/lib/pdf.h"
#include "db/text.h"

/* The readers are on the other side. */
struct reading *
docx_read(struct mem *mem, const char *bytes, size_t n)
{
	(void)bytes, (void)n;
	return reading_new(mem);
}

struct reading *
pdf_read(struct mem *mem, const char *bytes, size_t n)
{
	(void)bytes, (void)n;
	return reading_new(mem);
}

static void
must(int ok)
{
	if (!ok)
		abort();
}

static void
must_be_sound(struct mem *mem, const char *text)
{
	const char *same = text_nfc(mem, text, strlen(text));

	must(same && !strcmp(same, text));
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct mem *mem = mem_new();
	struct reading *r = reading_unpack(mem, (const char *)data, size), *again;
	size_t n, m;

	if (r) {
		must(!r->wrong || *r->wrong);
		must_be_sound(mem, r->text);
		for (int i = 0; i < NOTES; i++)
			must_be_sound(mem, r->notes[i].sample);
		const char *bytes = reading_pack(r, &n);
		must((again = reading_unpack(mem, bytes, n)) != NULL);
		const char *same = reading_pack(again, &m);
		must(n == m && !memcmp(bytes, same, n));
	}
	mem_free(mem);
	return 0;
}
