/*
 * fuzz/docx.c - Word files from strangers.  The first byte says which part of a sound file the
 * rest is; else it is a file as it stands.  Every word of what is read is accounted for, and
 * comes back through the pipe.
 *
 * rooms: db/mem.c db/text.c cgi-bin/lib/docx.c cgi-bin/lib/docx_block.c cgi-bin/lib/docx_number.c cgi-bin/lib/docx_text.c
 * rooms: cgi-bin/lib/reading.c cgi-bin/lib/legacy.c cgi-bin/lib/zipped.c
 * rooms: cgi-bin/lib/outline_word.c cgi-bin/lib/outline_mark.c cgi-bin/lib/outline_tree.c
 */

#include "cgi-bin/lib/docx.h"
#include "cgi-bin/lib/pdf.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <zip.h>

static const char *const parts[][2] = {
	{ "word/document.xml", "<d><body><p><pPr><pStyle val='a'/><numPr><ilvl val='1'/><numId val='1'/>"
	    "</numPr></pPr><r><t>một hai</t><footnoteReference id='1'/></r></p><tbl><tr><tc><p><r><t>ba"
	    "</t></r></p></tc><tc><p/></tc></tr><tr><tc><p/></tc></tr></tbl></body></d>" },
	{ "word/styles.xml", "<s><style styleId='a'><name val='List'/><basedOn val='b'/></style></s>" },
	{ "word/numbering.xml", "<n><abstractNum abstractNumId='1'><lvl ilvl='1'><start val='3'/>"
	    "<numFmt val='lowerRoman'/><lvlText val='%1.%2)'/></lvl></abstractNum><num numId='1'>"
	    "<abstractNumId val='1'/></num></n>" },
	{ "word/footnotes.xml", "<f><footnote id='1'><p><r><t>bon</t></r></p></footnote></f>" },
	{ "word/header1.xml", "<h><p><r><t>nam</t></r></p></h>" },
};
enum { PARTS = sizeof(parts) / sizeof(*parts) };

/* PDF is poppler's, which is not built here. */
struct reading *
pdf_read(struct mem *mem, const char *bytes, size_t n)
{
	(void)bytes; (void)n;
	struct reading *r = reading_new(mem);
	reading_refuse(r, pdf_broken);
	return r;
}

static struct reading *
read_part(struct mem *mem, size_t which, const char *bytes, size_t n)
{
	zip_source_t *out = zip_source_buffer_create(NULL, 0, 0, NULL);
	zip_t *zip = zip_open_from_source(out, ZIP_CREATE | ZIP_TRUNCATE, NULL);
	zip_stat_t s;

	zip_source_keep(out);
	for (size_t i = 0; i < PARTS; i++) {
		const char *text = i == which ? bytes : parts[i][1];
		size_t length = i == which ? n : strlen(text);
		zip_int64_t at = zip_file_add(zip, parts[i][0],
		    zip_source_buffer(zip, text, length, 0), 0);
		zip_set_file_compression(zip, (zip_uint64_t)at, ZIP_CM_STORE, 0);
	}
	if (zip_close(zip) || zip_source_open(out) || zip_source_stat(out, &s))
		abort();
	char *file = mem_take(mem, s.size);
	zip_source_read(out, file, s.size);
	zip_source_close(out);
	zip_source_free(out);
	return reading_of(mem, file, s.size);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	struct mem *mem = mem_new();
	const char *bytes = (const char *)data;
	struct reading *r, *again;
	size_t length;

	if (n && *data >= 'a' && *data < 'a' + PARTS)
		r = read_part(mem, (size_t)(*data - 'a'), bytes + 1, n - 1);
	else
		r = reading_of(mem, bytes, n);
	if (r->wrong ? !*r->wrong : !r->words_out)
		abort();
	const char *packed = reading_pack(r, &length);
	if (!(again = reading_unpack(mem, packed, length)) || !again->wrong != !r->wrong)
		abort();
	mem_free(mem);
	return 0;
}
