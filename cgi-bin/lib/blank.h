/*
 * blank.h - a form on paper, empty: a head, dotted lines, ruled lines and tables of empty
 * boxes to be filled in by pen, places for two signatures.  What is asked stands in the
 * order in which it was added.
 *
 * Labels, headings and heads of columns come ready-made in the reader's language.
 */
#ifndef BLANK_H
#define BLANK_H

#include "cgi-bin/lib/page.h"

/* Whose it is, at the top left in capitals, "" dots to write on; the title; what it is of,
 * "" none. */
void blank_open(struct req *, const char *issuer, const char *title_ready, const char *of);

/* A label with what the portal knows of it; with "" a dotted line to write on. */
void blank_ask(struct req *, const char *label, const char *known);
/* A box to tick. */
void blank_tick(struct req *, const char *label);
/* A heading, a word of help or "", and n ruled lines. */
void blank_lines(struct req *, const char *heading, const char *hint, int n);
/* A table; heads end with NULL, and so do the cells of a row: those that are missing or ""
 * are boxes to write in. */
struct view *blank_table(struct req *, const char *caption, const char *const *heads);
void blank_row(struct view *table, const char *const *heads, const char *const *cells);

int blank_show(struct req *);

#endif
