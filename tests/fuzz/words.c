/*
 * fuzz/words.c - files that hang on records, read for the search: text, or a book of which a part
 * is the fuzzer's (packed.h).  What is read is sound text, no longer than it may be.
 *
 * rooms: db/mem.c db/text.c cgi-bin/lib/reading_words.c cgi-bin/lib/reading.c cgi-bin/lib/zipped.c
 * rooms: cgi-bin/lib/outline_word.c cgi-bin/lib/outline_tree.c cgi-bin/lib/legacy.c tests/craft.c
 */

#include "cgi-bin/lib/docx.h"
#include "cgi-bin/lib/pdf.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "db/text.h"
#include "tests/fuzz/packed.h"

static const struct packed_part parts[] = {
	{ "xl/workbook.xml", "<w/>" },
	{ "xl/sharedStrings.xml", "<s><si><t>một</t></si><si><r><t>hai </t></r><r><t>ba</t></r></si></s>" },
	{ "xl/worksheets/sheet1.xml", "<s><row><c t='s'><v>0</v></c><c t='str'><v>bon</v></c>"
	    "<c t='inlineStr'><is><t>nam</t></is></c></row></s>" },
	{ 0 }
};

/* These have fuzzers of their own, or are not built here. */
struct reading *
docx_read(struct mem *mem, const char *bytes, size_t n)
{
	(void)bytes; (void)n;
	struct reading *r = reading_new(mem);
	reading_refuse(r, docx_no_document);
	return r;
}

struct reading *
pdf_read(struct mem *mem, const char *bytes, size_t n)
{
	(void)bytes; (void)n;
	struct reading *r = reading_new(mem);
	reading_refuse(r, pdf_broken);
	return r;
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	struct mem *mem = mem_new();
	const char *bytes = packed(mem, parts, data, &n);
	struct reading *r = reading_words(mem, bytes, n);

	if (r->wrong ? !*r->wrong : !r->words_out || strlen(r->text) > READING_MAX)
		abort();
	const char *same = text_nfc(mem, r->text, strlen(r->text));
	if (!same || strcmp(same, r->text))
		abort();
	mem_free(mem);
	return 0;
}
