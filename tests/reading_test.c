/* reading_test.c - documents out of .docx and .pdf: the same text, and every word accounted for. */

#include "cgi-bin/lib/outline.h"
#include "cgi-bin/lib/outline_part.h"
#include "cgi-bin/lib/docx.h"
#include "cgi-bin/lib/pdf.h"
#include "cgi-bin/lib/reader.h"
#include "tests/paper.h"
#include "tests/papers.h"
#include "tests/test.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static struct mem *mem;

static const char *
body_of(const struct reading *r)
{
	return outline_markdown(mem, outline_read(mem, r->text));
}

static bool
accounted(const struct reading *r)
{
	int left = 0, added = 0;

	for (enum note_kind k = 0; k < NOTES; k++) {
		left += NOTE_LEFT(k) ? r->notes[k].words : 0;
		added += NOTE_ADDED(k) ? r->notes[k].words : 0;
	}
	return !r->notes[UNACCOUNTED].times && r->words_out > 0
	    && r->words_in + added == r->words_out + left && r->words_out == count_words(r->text);
}

/* A body of XML, and "word/document.xml" around it. */
static struct reading *
read_body(const char *xml)
{
	size_t n;
	const char *bytes = paper_docx(mem, NULL, xml, &n);

	return docx_read(mem, bytes, n);
}

static struct reading *
read_page(const char *content, const char *font)
{
	size_t n;
	const char *bytes = paper_pdf_of(mem, content, font, "", &n);

	return pdf_read(mem, bytes, n);
}

static void
both_ways_are_one(void)
{
	for (int i = 0; i < PAPERS; i++) {
		size_t n;
		const char *bytes = paper_docx(mem, papers[i], NULL, &n);
		struct reading *word = reading_of(mem, bytes, n);
		bytes = paper_pdf(mem, papers[i], "", &n);
		struct reading *pdf = reading_of(mem, bytes, n);
		CHECK(!word->wrong && !pdf->wrong);
		CHECK(accounted(word));
		CHECK(accounted(pdf));
		struct outline *a = outline_read(mem, word->text), *b = outline_read(mem, pdf->text);
		SAME(outline_markdown(mem, b), outline_markdown(mem, a));
		SAME(outline_json(mem, b), outline_json(mem, a));
		CHECK(*a->number && *a->date && *a->issuer && *a->place && *a->signer && a->recipients
		    && a->authority);
	}
}

int
main(void)
{
	mem = mem_new();
	both_ways_are_one();
	mem_free(mem);
	return done();
}
