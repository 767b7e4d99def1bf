/*
 * sheet_part.h - what the readers of .csv (sheet_csv.c) and of .xlsx (sheet_book.c,
 * on sheet_zip.c and sheet_number.c) share, and nobody else needs: the cells and rows
 * under way, and why it is refused.  The face of it all is sheet.h.
 */
#ifndef SHEET_PART_H
#define SHEET_PART_H

#include <stdint.h>

#include "cgi-bin/lib/sheet.h"

enum {
	SHEET_COLUMNS = 100,
	SHEET_RAW = 64 * 1024,	/* bytes that may become one cell */
	SHEET_UNPACKED = 32 * 1024 * 1024,
	SHEET_ENTRIES = 200,
};

struct sheet_in {
	struct mem *mem;
	struct sheet *sheet;
	struct sheet_row **end;
	int rows;

	/* The row and the cell under way. */
	int number, last;
	const char *cells[SHEET_COLUMNS];
	char text[SHEET_RAW + 1];
	size_t used;
	bool over;		/* the text was longer than that */
};

/* The first word against the sheet counts; row 0: of the whole file. */
void sheet_refuse(struct sheet_in *, const char *why, int row);
extern const char sheet_too_big[], sheet_broken[];

/* The text of a cell: begun, added to, and then as a cell keeps it; NULL if it is too
 * long (then `over` says so) or not UTF-8. */
void sheet_begin(struct sheet_in *);
void sheet_append(struct sheet_in *, const char *bytes, size_t n);
const char *sheet_tidy(struct sheet_in *);
bool sheet_is_blank(char);

/* A row, its number set before, and a cell of it from column 0: what sheet_tidy()
 * answered. */
void sheet_begin_row(struct sheet_in *);
void sheet_put(struct sheet_in *, int column, const char *text);
void sheet_end_row(struct sheet_in *);

/* sheet_csv.c, sheet_book.c: the whole of a file. */
void sheet_read_csv(struct sheet_in *, const char *bytes, size_t n);
void sheet_read_book(struct sheet_in *, const char *bytes, size_t n);

/* sheet_zip.c: an archive of XML parts, within the limits.  NULL: refused. */
struct sheet_zip;
struct sheet_zip *sheet_zip_open(struct sheet_in *, const char *bytes, size_t n);
void sheet_zip_close(struct sheet_zip *);
/* Who is told of the elements of a part, their names without prefix; close may be NULL. */
struct sheet_book;
struct sheet_listener {
	struct sheet_book *book;
	void (*open)(struct sheet_book *, const char *name, const char **attributes);
	void (*close)(struct sheet_book *, const char *name);
	void (*text)(struct sheet_book *, const char *s, size_t n);
};
/* Reads one part; false if there is no such part. */
bool sheet_zip_part(struct sheet_zip *, const char *path, struct sheet_listener);
/* "" if there is no such attribute. */
const char *sheet_attribute(const char **attributes, const char *name);

/* sheet_number.c: how a cell's number is to be shown. */
struct sheet_shape {
	enum { PLAIN, DAY, CLOCK, SPAN, PERCENT, ZEROS } kind;
	int zeros;
};
/* Of a format's code; of a format that Excel knows by number. */
struct sheet_shape sheet_shape_of_code(const char *code);
struct sheet_shape sheet_shape_of_id(int id);
/* The cell's text, a number of no type, in that shape. */
const char *sheet_number(struct sheet_in *, struct sheet_shape, bool from_1904);

#endif
