/*
 * docx_part.h - what the rooms of the reader of .docx share, and nobody else needs: styles and
 * numbers (docx_number.c), the body as blocks (docx.c), blocks as text (docx_text.c).
 */
#ifndef DOCX_PART_H
#define DOCX_PART_H

#include "cgi-bin/lib/docx.h"
#include "cgi-bin/lib/legacy.h"
#include "cgi-bin/lib/outline_part.h"
#include "cgi-bin/lib/zipped.h"

enum { LEVELS = 9, UNSET = -1, COLUMNS_MAX = 63 };

/* How a run is shown: its own, else its style's. */
struct look {
	int hidden, capitals;		/* 1, 0, UNSET */
	const char *font;		/* "" */
};

struct style {
	const char *id, *name, *based_on;
	int num, level;			/* UNSET */
	struct look look;
	struct style *next;
};

struct numbers;

/* A paragraph, or a table. */
struct block {
	const char *label, *text;	/* lines, with LF between them */
	bool joins;			/* its end is deleted: the next goes on */
	struct table *table;
	struct block *next;
};
struct flow {
	struct block *first, **end;
};

struct cell {
	struct flow flow;
	int column, span;
	struct cell *next;
};
struct row_of_cells {
	struct cell *cells, **end;
	int columns;
	struct row_of_cells *next;
};
struct table {
	struct row_of_cells *rows, **end;
	int count;
};

/* docx_number.c */
struct styles;
struct styles *styles_read(struct zipped *, struct mem *, const char *path);
/* NULL: there is none of that name.  "": the one of paragraphs that name none. */
const struct style *style_of(struct styles *, const char *id);
/* Its own where it is set, else of those under it. */
struct look style_look(struct styles *, const char *id);
void style_number(struct styles *, const char *id, int *num, int *level);
struct numbers *numbers_read(struct zipped *, struct mem *, const char *path);
/* The next of that list: "II.", "a)", "Điều 4."; "" of none.  Told what was not as Word has
 * it. */
const char *numbers_next(struct numbers *, struct reading *, int num, int level);

/* The value of a toggle ("1", "0", nothing for on). */
int toggle_of(const char **attributes);
int int_of(const char **attributes, const char *name, int or_else);

/* docx_text.c */
const char *docx_text(struct reading *, const struct flow *);
/* All in one line. */
const char *docx_line(struct mem *, const struct flow *);

#endif
