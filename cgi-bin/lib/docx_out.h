/*
 * docx_out.h - a .docx, piece by piece from above: escaped XML parts, zipped in memory.
 *
 * The page is that of Decree 30/2020/NĐ-CP: A4, margins of 20, 20, 30 and 15 mm, Times New Roman
 * 14, its number on top from the second page.  Sizes are half points, widths twentieths of a
 * point.
 */
#ifndef DOCX_OUT_H
#define DOCX_OUT_H

#include <stddef.h>

#include "db/mem.h"

/* TEXT: justified, first line drawn in.  KEEP: on the page of what follows. */
enum { DOCX_BOLD = 1, DOCX_ITALIC = 2, DOCX_KEEP = 4, DOCX_CENTRE = 8, DOCX_TEXT = 16, DOCX_RIGHT = 32 };

struct docx_out;
struct docx_out *docx_out_new(struct mem *);
void docx_paragraph(struct docx_out *, const char *text, int size, int how);
/* The same of pieces that look differently; NULL: an empty line. */
struct piece;
void docx_pieces(struct docx_out *, const struct piece *, int size, int how);
/* A rule under what stands before it, drawn in from both sides. */
void docx_rule(struct docx_out *, int indent);
/* Two columns without borders, on one page; what follows each stands in it. */
void docx_halves(struct docx_out *, int left, int right);
void docx_other_half(struct docx_out *, int right);
/* And a row more, beginning on the left. */
void docx_next_halves(struct docx_out *, int left);
void docx_halves_end(struct docx_out *);
/* Rows of "|", as of markdown.h; the first is repeated on every page, and the rule under it says
 * where the words of each column stand. */
void docx_table(struct docx_out *, const char *rows, int size);
/* What follows stands on a page of its own, and its pages are numbered anew. */
void docx_part(struct docx_out *);
/* The whole; NULL: no memory. */
const char *docx_out(struct docx_out *, size_t *length);

#endif
