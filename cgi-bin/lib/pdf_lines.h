/*
 * pdf_lines.h - words of a page put to lines, tables and paragraphs (pdf_table.c, pdf_page.c,
 * pdf_text.c); units as of pdf_part.h.
 */
#ifndef PDF_LINES_H
#define PDF_LINES_H

#include <stdbool.h>

#include "cgi-bin/lib/legacy.h"
#include "cgi-bin/lib/outline_part.h"
#include "cgi-bin/lib/pdf_part.h"
#include "cgi-bin/lib/reading.h"

/* What stands on one line, in one column. */
struct pdf_line {
	const char *text;
	struct piece *pieces;		/* the same by how it looks */
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

enum { PDF_SLACK = 300 };	/* what stands at one place stands no further off */

/* The text of words in order, with blanks where there are any; counted as words of the file. */
struct pdf_line pdf_line_of(struct reading *, const struct pdf_sheet *, int first, int n);
/* Sorts n words from there into lines, from above; answers how many, their lengths in *ends. */
int pdf_sort_lines(struct mem *, struct pdf_word *, int n, int **ends);

/* The tables of a sheet, from above; their words are taken out of it. */
struct pdf_table *pdf_tables(struct reading *, struct pdf_sheet *);

/* A line, or a table, of all pages in order. */
struct pdf_item {
	struct pdf_line line;
	struct pdf_table *table;
	int page;
	enum { WHOLE, LEFT_HALF, RIGHT_HALF } half;
	bool gone;
};

struct pdf_pages {
	struct reading *r;
	struct pdf_book *book;
	struct pdf_item *items;
	int n, room;
	int *left, *right;		/* margins of the pages; of pdf_text.c */
};

/* One more page: its words are turned, tidied and put to lines. */
void pdf_page(struct pdf_pages *, int page, enum legacy force);
/* Of all of them: the numbers, and the lines that most repeat. */
void pdf_drop_running(struct pdf_pages *);

#endif
