/*
 * lines.c - a page of words and rules as no honest PDF has them, wherever they stand: an
 * account of every word, and text that comes back through the pipe.
 * rooms: db/mem.c db/text.c cgi-bin/lib/pdf_page.c cgi-bin/lib/pdf_table.c cgi-bin/lib/pdf_text.c cgi-bin/lib/outline_mark.c
 * rooms: cgi-bin/lib/reading.c cgi-bin/lib/legacy.c cgi-bin/lib/outline_word.c cgi-bin/lib/outline_tree.c
 *
 * A byte says what comes: a page, a rule, a word; its measures follow, a small number each or,
 * now and then, any that poppler's side lets through.
 */

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "cgi-bin/lib/docx.h"
#include "cgi-bin/lib/pdf.h"
#include "cgi-bin/lib/pdf_part.h"

enum { PAGES = 8, WORDS = 200, RULES = 60, FAR = 100000000 };

static const uint8_t *at, *end;

/* Word is another harness's. */
struct reading *
docx_read(struct mem *mem, const char *bytes, size_t n)
{
	(void)bytes, (void)n;
	return reading_new(mem);
}

static unsigned
byte(void)
{
	return at < end ? *at++ : 0;
}

static int
measure(void)
{
	unsigned b = byte();

	if (b < 240)
		return (int)b * 300;
	int32_t n = (int32_t)(byte() << 24 | byte() << 16 | byte() << 8 | byte());
	return n % (FAR + 1);
}

static const char *
text(struct mem *mem)
{
	static const char *const words[] = { "Điều", "1.", "a)", "Trang", "2", "Céng", "hßa", "-", "kế\u00ad", "|", "\xff" };
	unsigned b = byte(), n = b & 15;

	if (b >= 128)
		return words[b % (sizeof(words) / sizeof(*words))];
	n = (size_t)(end - at) < n ? (unsigned)(end - at) : n;
	const char *s = mem_copy(mem, (const char *)at, n);
	at += n;
	return s;
}

static void
put_word(struct mem *mem, struct pdf_sheet *s)
{
	static const char *const fonts[] = { "Times", ".VnTime", ".VnTimeH", "VNI-Times" };
	int x0 = measure(), y0 = measure(), x1 = measure(), y1 = measure();
	unsigned how = byte();

	if (s->count == WORDS)
		return;
	/* poppler's boxes may be upside down, too */
	s->words[s->count++] = (struct pdf_word){ x0, y0, x1, y1, measure(), measure(), (int)(how & 3),
	    fonts[how >> 2 & 3], text(mem) };
}

static void
put_rule(struct pdf_sheet *s)
{
	int x0 = measure(), y0 = measure(), far = measure();
	bool stands = byte() & 1;

	if (s->rule_count == RULES || far < 0)
		return;
	if ((stands ? y0 : x0) + far > FAR)
		far = 0;
	s->rules[s->rule_count++] = stands ? (struct pdf_rule){ x0, y0, x0, y0 + far }
	    : (struct pdf_rule){ x0, y0, x0 + far, y0 };
}

enum pdf_fault
pdf_load(struct mem *mem, const char *bytes, size_t n, struct pdf_book *book)
{
	struct pdf_sheet *s = NULL;

	at = (const uint8_t *)bytes, end = at + n;
	book->sheets = mem_take(mem, PAGES * sizeof(*book->sheets));
	while (at < end) {
		unsigned b = byte();
		if (!s || (b < 8 && book->count < PAGES)) {
			s = &book->sheets[book->count++];
			s->width = measure(), s->height = measure();
			s->words = mem_take(mem, WORDS * sizeof(*s->words));
			s->rules = mem_take(mem, RULES * sizeof(*s->rules));
		} else if (b < 80) {
			put_rule(s);
		} else {
			put_word(mem, s);
		}
	}
	return PDF_SOUND;
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct mem *mem = mem_new();
	struct reading *r = pdf_read(mem, (const char *)data, size), *again;
	int left = 0, added = 0;
	size_t n;

	for (int i = 0; i < NOTES; i++) {
		left += NOTE_LEFT(i) ? r->notes[i].words : 0;
		added += NOTE_ADDED(i) ? r->notes[i].words : 0;
	}
	if (r->wrong ? !*r->wrong : r->words_in + added != r->words_out + left && !r->notes[UNACCOUNTED].times)
		abort();
	const char *piped = reading_pack(r, &n);
	if (!(again = reading_unpack(mem, piped, n)) || !again->wrong != !r->wrong)
		abort();
	mem_free(mem);
	return 0;
}
