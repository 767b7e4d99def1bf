/*
 * fuzz/sheet.c - sheets from strangers, whole or a part of a sound book (packed.h).  What was
 * read must come back from both kinds of file that are written.
 *
 * rooms: db/mem.c db/text.c cgi-bin/lib/sheet.c cgi-bin/lib/sheet_csv.c cgi-bin/lib/sheet_out.c cgi-bin/lib/archive.c
 * rooms: cgi-bin/lib/sheet_book.c cgi-bin/lib/sheet_zip.c cgi-bin/lib/zipped.c cgi-bin/lib/sheet_number.c
 * rooms: tests/craft.c
 */

#include "cgi-bin/lib/sheet.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "tests/fuzz/packed.h"

static const struct packed_part parts[] = {
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
	{ 0 }
};

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
	const char *bytes = packed(mem, parts, data, &n);
	struct sheet *s = sheet_read(mem, bytes, n);

	if (s->wrong ? s->rows || !*s->wrong || !s->wrong_key : !s->rows)
		abort();
	sheet_column(mem, s, "Mã|code");
	if (!s->wrong)	/* to pack a book takes longer than all else: now and then */
		write_and_read(mem, s, n % 16 == 0);
	mem_free(mem);
	return 0;
}
