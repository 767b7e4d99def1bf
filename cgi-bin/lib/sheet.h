/*
 * sheet.h - rows out of an uploaded .csv or .xlsx, and rows into one.
 *
 * Nothing is written to disk and no formula is computed: a cell is the text that
 * a person would see (the cached value), with no control characters but line
 * feed and tab.  Numbers come with a decimal comma and no points ("1234,5"), up
 * to 15 digits; per cents as "12,5%"; days as "05/01/2026", times as "07:30",
 * a time with a day as the day alone; truths as TRUE and FALSE; numbers whose
 * format is 00000 with their zeros.
 *
 * Limits are held while reading, so that a bomb costs no more than they say:
 * 20,000 rows, 100 columns, 4,000 characters a cell, 32 MiB unpacked in all (or
 * of .csv), 200 entries in the archive, ratio 1:200 (for parts over 1 MiB).
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
	const char *wrong;	/* NULL, or why it cannot be read, in Vietnamese: the
				   limit, the way out, and "Dòng 12: " before them
				   where a row is to blame; then there are no rows */
	const char *wrong_key;	/* the same without the row: a key of lang/en.po, as is
				   "Dòng" */
	int wrong_row;		/* that row, or 0 */
	struct sheet_row *rows;	/* wholly empty rows left out; at least one */
};

/*
 * By its bytes: a zip is .xlsx (the first worksheet that is not hidden), all else
 * is .csv (UTF-8 with or without a mark; comma, semicolon or tab, whichever the
 * first line has most of, the later of two).  The ' of sheet_csv() is taken off
 * again.  A PDF, an old .xls, a web page and the like are known, to be refused
 * with a word of their own.
 */
struct sheet *sheet_read(struct mem *, const char *bytes, size_t n);

/* The column whose header, in the first row, is in plain form (text_plain) one of
 * the names in the "|" separated list; the first name that fits.  -1 if none. */
int sheet_column(struct mem *, const struct sheet *, const char *names);

/* "" beyond the row's end or for column -1. */
const char *sheet_cell(const struct sheet_row *, int column);

/*
 * And out: a book of one sheet, escaped XML parts zipped in memory; inline
 * strings only, no formula; header bold, first row frozen, filter on.  Cells of
 * kind SHEET_NUMBER are decimal text with a point ("1234.5") and become numbers
 * if they are ones of at most 15 digits, text otherwise ("007" is text);
 * SHEET_DAY are ISO days, text where they are none or before March 1900.  NULL is
 * an empty cell.  What is added is copied.  The same rows make the same bytes.
 */
enum sheet_kind { SHEET_TEXT, SHEET_NUMBER, SHEET_DAY };
struct sheet_out;
struct sheet_out *sheet_new(struct mem *, const char *title, int columns,
	const char *const *headers, const enum sheet_kind *kinds);
void sheet_add(struct sheet_out *, const char *const *cells);
const char *sheet_xlsx(struct sheet_out *, size_t *length);	/* NULL: no memory */

/*
 * For programs: a byte-order mark, commas, CR LF, every cell quoted where it must
 * be, numbers with a point, ISO days.  A text cell that begins with = + - @, a tab
 * or a line's end gets a leading ', and so does one where such a ' stands already.
 * A number of three decimals gets a fourth ("1.2340"), lest a Vietnamese reader
 * take the point for thousands.
 */
const char *sheet_csv(struct sheet_out *, size_t *length);

#endif
