/*
 * sheet.h - rows out of an uploaded .csv or .xlsx.
 *
 * Nothing is written to disk and no formula is computed: a cell is the text that
 * a person would see (the cached value).  Limits are held while reading, so that a
 * bomb costs no more than they say: 20,000 rows, 100 columns, 4,000 characters a
 * cell, 32 MiB unpacked in all, 200 entries in the archive, ratio 1:200.
 */
#ifndef SHEET_H
#define SHEET_H

#include <stdbool.h>
#include <stddef.h>

#include "db/mem.h"

struct sheet_row {
	int number;		/* as the spreadsheet numbers it, from 1 */
	int n;
	const char **cells;	/* n of them, NFC, trimmed; never NULL */
	struct sheet_row *next;
};

struct sheet {
	const char *wrong;	/* NULL, or why it cannot be read (Vietnamese, a key of
				   lang/en.po), naming the limit and the way out */
	struct sheet_row *rows;	/* wholly empty rows left out */
};

/* By its bytes: a zip is .xlsx (first worksheet), all else is .csv (UTF-8 with or
 * without a mark; comma, semicolon or tab, found by the first line). */
struct sheet *sheet_read(struct mem *, const char *bytes, size_t n);

/* The cell under the header that means `name`: headers are compared in plain form
 * (text_plain) with each of the names in the "|" separated list.  -1 if none. */
int sheet_column(struct mem *, const struct sheet *, const char *names);

/* "" beyond the row's end or for column -1. */
const char *sheet_cell(const struct sheet_row *, int column);

/*
 * And out: a book of one sheet, escaped XML parts zipped in memory; inline
 * strings only, no formula; header bold, first row frozen, filter on.  Cells of
 * kind SHEET_NUMBER are decimal text with a point ("1234.5") and become numbers
 * if they are ones, text otherwise; SHEET_DAY are ISO days.
 */
enum sheet_kind { SHEET_TEXT, SHEET_NUMBER, SHEET_DAY };
struct sheet_out;
struct sheet_out *sheet_new(struct mem *, const char *title, int columns,
	const char *const *headers, const enum sheet_kind *kinds);
void sheet_add(struct sheet_out *, const char *const *cells);
const char *sheet_xlsx(struct sheet_out *, size_t *length);	/* NULL: no memory */
/* With a byte-order mark, CR LF, every cell quoted where it must be; a text cell
 * that begins with = + - @ tab or CR gets a leading '. */
const char *sheet_csv(struct sheet_out *, size_t *length);

#endif
