/*
 * fuzz/docx.c - Word files from strangers, whole or a part of a sound one (packed.h).  Every
 * word of what is read is accounted for, and comes back through the pipe.
 *
 * rooms: db/mem.c db/text.c cgi-bin/lib/docx.c cgi-bin/lib/docx_block.c cgi-bin/lib/docx_number.c cgi-bin/lib/docx_text.c
 * rooms: cgi-bin/lib/reading.c cgi-bin/lib/legacy.c cgi-bin/lib/zipped.c
 * rooms: cgi-bin/lib/outline_word.c cgi-bin/lib/outline_mark.c cgi-bin/lib/outline_tree.c tests/craft.c
 */

#include "cgi-bin/lib/docx.h"
#include "cgi-bin/lib/pdf.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "tests/fuzz/packed.h"

static const struct packed_part parts[] = {
	{ "word/document.xml", "<d><body><p><pPr><pStyle val='a'/><numPr><ilvl val='1'/><numId val='1'/>"
	    "</numPr></pPr><r><t>một hai</t><footnoteReference id='1'/></r></p><tbl><tr><tc><p><r><t>ba"
	    "</t></r></p></tc><tc><p/></tc></tr><tr><tc><p/></tc></tr></tbl></body></d>" },
	{ "word/styles.xml", "<s><style styleId='a'><name val='List'/><basedOn val='b'/></style></s>" },
	{ "word/numbering.xml", "<n><abstractNum abstractNumId='1'><lvl ilvl='1'><start val='3'/>"
	    "<numFmt val='lowerRoman'/><lvlText val='%1.%2)'/></lvl></abstractNum><num numId='1'>"
	    "<abstractNumId val='1'/></num></n>" },
	{ "word/footnotes.xml", "<f><footnote id='1'><p><r><t>bon</t></r></p></footnote></f>" },
	{ "word/header1.xml", "<h><p><r><t>nam</t></r></p></h>" },
	{ 0 }
};

/* PDF is poppler's, which is not built here. */
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
	struct reading *r = reading_of(mem, bytes, n), *again;
	size_t length;

	if (r->wrong ? !*r->wrong : !r->words_out)
		abort();
	const char *piped = reading_pack(r, &length);
	if (!(again = reading_unpack(mem, piped, length)) || !again->wrong != !r->wrong)
		abort();
	mem_free(mem);
	return 0;
}
