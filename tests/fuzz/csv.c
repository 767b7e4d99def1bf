/*
 * csv.c - a .csv from a stranger: rows within the limits, and the same when they are written
 * and read again.
 * rooms: db/mem.c db/text.c cgi-bin/lib/sheet_csv.c cgi-bin/lib/sheet_out.c cgi-bin/lib/archive.c
 * rooms: cgi-bin/lib/sheet.c
 */

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "cgi-bin/lib/sheet.h"
#include "cgi-bin/lib/sheet_part.h"
#include "db/text.h"

/* A book is another harness's. */
const char sheet_broken[] = "";

void
sheet_read_book(struct sheet_in *in, const char *bytes, size_t n)
{
	(void)bytes, (void)n;
	sheet_refuse(in, "a book", 0);
}

static void
must(int ok)
{
	if (!ok)
		abort();
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const enum sheet_kind kinds[100];
	struct mem *mem = mem_new();
	struct sheet *s = sheet_read(mem, (const char *)data, size), *t;
	const char *cells[100];
	struct sheet_out *o = NULL;
	int columns = 0, rows = 0;
	size_t n;

	must(s->wrong ? !s->rows && *s->wrong && s->wrong_key : s->rows != NULL);
	for (struct sheet_row *r = s->rows; r; r = r->next, rows++) {
		must(r->n >= 1 && r->n <= 100);
		columns = r->n > columns ? r->n : columns;
		for (int i = 0; i < r->n; i++)
			must(text_length(r->cells[i]) >= 0 && text_length(r->cells[i]) <= 4000);
	}
	must(rows <= 20000);
	for (struct sheet_row *r = s->rows; r; r = r->next) {
		for (int i = 0; i < columns; i++)
			cells[i] = sheet_cell(r, i);
		if (o)
			sheet_add(o, cells);
		else
			o = sheet_new(mem, cells[0], columns, cells, kinds);
	}
	if (o) {
		const char *bytes = sheet_csv(o, &n);
		t = sheet_read(mem, bytes, n);
		const struct sheet_row *p = s->rows, *q = t->rows;
		for (; p && q; p = p->next, q = q->next)
			for (int i = 0; i < columns; i++)
				must(!strcmp(sheet_cell(p, i), sheet_cell(q, i)));
		must(!p && !q);
	}
	mem_free(mem);
	return 0;
}
