/*
 * paper.h - a document described once, made into a .docx and into a .pdf, for the tests of what
 * reads them.
 *
 * A line of the description begins with what it is, and a blank:
 *
 *	H left/left//right/right	the two-column head (F the same, of the foot)
 *	C text		centred		P text		a paragraph
 *	N 2.0 I.|text	level 0 of list 2, whose number is I.: Word counts it itself
 *	T cell|cell	a row of a table	B		a new page
 *
 * Lists: 1 is Điều 1., 1., a); 2 is I., 1., a), -; 3 is 1., 1.1.
 */
#ifndef PAPER_H
#define PAPER_H

#include <stddef.h>

#include "db/mem.h"

/* body: in place of the description's own, if it is not NULL: raw XML of <w:body>. */
const char *paper_docx(struct mem *, const char *lines, const char *body, size_t *n);
/* Any parts: names and texts in turn, NULL ends. */
const char *paper_zip(struct mem *, const char *const *parts, size_t *n);
/* running: a line at the foot of every page, or "". */
const char *paper_pdf(struct mem *, const char *lines, const char *running, size_t *n);
/* One page of that content stream; font: the name of /F (/B is bold, /I italic; /P is a
 * picture); trailer: more of the trailer. */
const char *paper_pdf_of(struct mem *, const char *content, const char *font, const char *trailer,
	size_t *n);
/* As many pages, at most 200, of the same content. */
const char *paper_pdf_again(struct mem *, const char *content, int pages, size_t *n);

#endif
