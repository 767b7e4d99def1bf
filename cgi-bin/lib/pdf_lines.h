/*
 * pdf_lines.h - words of a page put to lines, tables and paragraphs (pdf_table.c, pdf_page.c);
 * units as of pdf_part.h.
 */
#ifndef PDF_LINES_H
#define PDF_LINES_H

#include <stdbool.h>

#include "cgi-bin/lib/outline_part.h"
#include "cgi-bin/lib/pdf_part.h"
#include "cgi-bin/lib/reading.h"

/* What stands on one line, in one column. */
struct pdf_line {
	const char *text;
	int x0, x1, y, size;		/* y: the base */
	int first, second;		/* width of the first word; where the second begins */
	bool hyphen;			/* a soft one at its end */
	int word, words;		/* which of the sheet's, in order */
};

struct pdf_table {
	int y0, y1, columns, rows;
	const int *xs;			/* columns + 1 */
	const char **cells;		/* row by row */
	struct pdf_table *next;
};

/* The text of words in order, with blanks where there are any; counted as words of the file. */
struct pdf_line pdf_line_of(struct reading *, const struct pdf_sheet *, int first, int n);
/* Sorts n words from there into lines, from above; answers how many, their lengths in *ends. */
int pdf_sort_lines(struct mem *, struct pdf_word *, int n, int **ends);

/* The tables of a sheet, from above; their words are taken out of it. */
struct pdf_table *pdf_tables(struct reading *, struct pdf_sheet *);

#endif
