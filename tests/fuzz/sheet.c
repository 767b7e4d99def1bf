/*
 * fuzz/sheet.c - sheets from strangers.  The first byte says what the rest is: a
 * part of a book, or else a file as it stands.  What was read must come back from
 * both kinds of file that are written.
 *
 * rooms: db/mem.c db/text.c cgi-bin/lib/sheet.c cgi-bin/lib/sheet_csv.c cgi-bin/lib/sheet_out.c
 * rooms: cgi-bin/lib/sheet_book.c cgi-bin/lib/sheet_zip.c cgi-bin/lib/zipped.c cgi-bin/lib/sheet_number.c
 */

#include "cgi-bin/lib/sheet.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <zip.h>

static const char *const parts[][2] = {
	{ "xl/_rels/workbook.xml.rels", "<r>"
	    "<Relationship Id='1' Type='/worksheet' Target='sheet.xml'/>"
	    "<Relationship Id='2' Type='/sharedStrings' Target='strings.xml'/>"
	    "<Relationship Id='3' Type='/styles' Target='styles.xml'/></r>" },
	{ "xl/workbook.xml", "<w><sheet id='1'/></w>" },
	{ "xl/styles.xml", "<s><numFmt numFmtId='170' formatCode='dd/mm'/><cellXfs>"
	    "<xf/><xf numFmtId='14'/><xf numFmtId='170'/><xf numFmtId='46'/>"
	    "<xf numFmtId='10'/></cellXfs></s>" },
	{ "xl/strings.xml", "<t><si><t>một</t></si><si><t>hai_x000D_</t></si></t>" },
	{ "xl/sheet.xml", "<s><sheetData><row><c s='1'><v>46027</v></c>"
	    "<c t='s'><v>0</v></c></row></sheetData></s>" },
};
enum { PARTS = sizeof(parts) / sizeof(*parts) };

static struct sheet *
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
	char *book = mem_take(mem, s.size);
	zip_source_read(out, book, s.size);
	zip_source_close(out);
	zip_source_free(out);
	return sheet_read(mem, book, s.size);
}

static void
must_be_same(const struct sheet *a, const struct sheet *b)
{
	const struct sheet_row *p = a->rows, *q = b->rows;

	for (; p && q; p = p->next, q = q->next) {
		if (p->n != q->n)
			abort();
		for (int i = 0; i < p->n; i++)
			if (strcmp(p->cells[i], q->cells[i]))
				abort();
	}
	if (p || q)
		abort();
}

static void
write_and_read(struct mem *mem, const struct sheet *s, bool book)
{
	static const enum sheet_kind kinds[100];
	const char *cells[100];
	struct sheet_out *o = NULL;
	int columns = 0;
	size_t n;

	for (const struct sheet_row *row = s->rows; row; row = row->next)
		if (row->n > columns)
			columns = row->n;
	for (const struct sheet_row *row = s->rows; row; row = row->next) {
		for (int i = 0; i < columns; i++)
			cells[i] = sheet_cell(row, i);
		if (o)
			sheet_add(o, cells);
		else
			o = sheet_new(mem, cells[0], columns, cells, kinds);
	}
	const char *bytes;
	if (book) {
		bytes = sheet_xlsx(o, &n);
		must_be_same(s, sheet_read(mem, bytes, n));
	}
	bytes = sheet_csv(o, &n);
	must_be_same(s, sheet_read(mem, bytes, n));
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	struct mem *mem = mem_new();
	const char *bytes = (const char *)data;
	struct sheet *s;

	if (n && *data >= 'a' && *data < 'a' + PARTS)
		s = read_part(mem, (size_t)(*data - 'a'), bytes + 1, n - 1);
	else
		s = sheet_read(mem, bytes, n);
	if (s->wrong ? s->rows || !*s->wrong || !s->wrong_key : !s->rows)
		abort();
	sheet_column(mem, s, "Mã|code");
	if (!s->wrong)	/* to pack a book takes longer than all else: now and then */
		write_and_read(mem, s, n % 16 == 0);
	mem_free(mem);
	return 0;
}
