/*
 * docx_part.h - what the rooms of the reader of .docx share, and nobody else needs: styles and
 * numbers (docx_number.c), elements (docx.c), what they make: blocks (docx_block.c), and blocks as
 * text (docx_text.c).
 */
#ifndef DOCX_PART_H
#define DOCX_PART_H

#include "cgi-bin/lib/docx.h"
#include "cgi-bin/lib/legacy.h"
#include "cgi-bin/lib/outline_part.h"
#include "cgi-bin/lib/zipped.h"

enum { LEVELS = 9, UNSET = -1, COLUMNS_MAX = 63 };

/* Where a paragraph's lines stand; of a table's columns it is kept. */
enum align { AT_START, AT_MIDDLE, AT_END };

/* How a run is shown: its own, else its style's. */
struct look {
	int hidden, capitals, bold, italic, struck, underlined;	/* 1, 0, UNSET */
	const char *font;		/* "" */
};

#define NO_LOOK (struct look){ UNSET, UNSET, UNSET, UNSET, UNSET, UNSET, "" }

struct style {
	const char *id, *name, *based_on;
	int num, level;			/* UNSET */
	int align;			/* enum align, or UNSET */
	struct look look;
	struct style *next;
};

struct numbers;

/* A paragraph, or a table. */
struct block {
	const char *label, *text;	/* lines, with LF between them */
	const char *rich;		/* the same with stars; NULL: nothing in it is marked */
	bool joins;			/* its end is deleted: the next goes on */
	int align;
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

/* Under way. */
struct piece_open {
	struct buf text;
	bool bold, italic;
	struct piece_open *next;
};
/* Of the words of a paragraph: the first two are not in its text, the others are. */
enum { DELETED, HIDDEN, INSERTED, STRUCK, UNDERLINED, APART };

struct paragraph {
	struct buf text, apart[APART];
	struct piece_open *pieces, *last;	/* of `text`, by how they look */
	const char *style;
	int num, level, align;
	bool joins;
	struct flow boxes;		/* text boxes: after it */
	struct paragraph *up;
};

struct open_table {
	struct table *table;
	struct row_of_cells *row;
	struct cell *cell;
	struct flow *outer;
	struct open_table *up;
};

/* A text box stands in a run. */
struct frame {
	struct flow *flow;
	struct open_table *tables;
	struct look look;
	int runs;
	struct frame *up;
};

struct footnote {
	const char *id, *text;
	struct footnote *next;
};

struct docx {
	struct mem *mem;
	struct reading *r;
	struct zipped *z;
	struct styles *styles;
	struct numbers *numbers;
	enum legacy force;
	struct footnote *notes[2];	/* at the foot, at the end */
	int note_count, blocks;
	size_t bytes;

	/* Under way. */
	enum { BODY, NOTES_PART, ASIDE } part;
	enum note_kind aside;		/* of a part that is left out: as what */
	int which;			/* of the notes */
	const char *note;		/* the id of the one that is read */
	struct flow *flow, note_flow;
	struct paragraph *paragraph;
	struct open_table *tables;
	struct frame *frames;
	int skip, deleted, inserted, properties, runs, collects;
	struct look look;
	struct buf run;
	struct buf carried;		/* of a paragraph whose end is deleted */
};

/* docx_number.c */
struct styles;
struct styles *styles_read(struct zipped *, struct mem *, const char *path);
/* NULL: there is none of that name.  "": the one of paragraphs that name none. */
const struct style *style_of(struct styles *, const char *id);
/* Its own where it is set, else of those under it. */
struct look style_look(struct styles *, const char *id);
/* What is not set is as of that. */
void look_under(struct look *, const struct look *under);
void style_number(struct styles *, const char *id, int *num, int *level);
int  style_align(struct styles *, const char *id);
/* Of an element jc. */
int  align_of(const char **attributes);
struct numbers *numbers_read(struct zipped *, struct mem *, const char *path);
/* The next of that list: "II.", "a)", "Điều 4."; "" of none.  Told what was not as Word has
 * it. */
const char *numbers_next(struct numbers *, struct reading *, int num, int level);

/* The value of a toggle ("1", "0", nothing for on). */
int toggle_of(const char **attributes);
int int_of(const char **attributes, const char *name, int or_else);

/* docx_block.c */
void docx_flow_begin(struct flow *);
void docx_paragraph_begin(struct docx *);
void docx_paragraph_end(struct docx *);
/* Words of paragraphs that are one, so far. */
void docx_count_carried(struct docx *);
void docx_run_begin(struct docx *);
/* The text that was collected. */
void docx_run_text(struct docx *);
/* A sign that is an element: a tab, a line's end. */
void docx_run_mark(struct docx *, const char *);
/* A call of a note, at the foot (0) or at the end (1). */
void docx_run_note(struct docx *, int which, const char *id);
void docx_run_symbol(struct docx *, const char **attributes);
void docx_table_begin(struct docx *);
void docx_row_begin(struct docx *);
void docx_cell_begin(struct docx *);
void docx_cell_span(struct open_table *, int columns);

/* docx_text.c */
const char *docx_text(struct reading *, const struct flow *);
/* All in one line. */
const char *docx_line(struct mem *, const struct flow *);

#endif
