/*
 * pdf_part.h - what the rooms of the reader of .pdf share, and nobody else needs: words and
 * rules out of poppler (pdf.cc), tables (pdf_table.c), lines (pdf_page.c), paragraphs
 * (pdf_text.c).
 *
 * Measures are hundredths of a point, from the page's upper left corner.
 */
#ifndef PDF_PART_H
#define PDF_PART_H

#ifdef __cplusplus
extern "C" {
#endif

#include <stddef.h>

#include "db/mem.h"

struct pdf_word {
	int x0, y0, x1, y1, base, size;
	int turned;		/* by how many quarters */
	const char *font, *text;	/* UTF-8, as it came */
};

struct pdf_rule {
	int x0, y0, x1, y1;	/* x0 == x1: it stands; y0 == y1: it lies */
};

struct pdf_sheet {
	int width, height;
	struct pdf_word *words;
	int count;
	struct pdf_rule *rules;
	int rule_count;
	int pictures;
};

enum pdf_fault { PDF_SOUND, PDF_BROKEN, PDF_LOCKED, PDF_TOO_MANY, PDF_TOO_LONG };

struct pdf_book {
	struct pdf_sheet *sheets;
	int count;
};

/* WORDS: of the whole file; the others but PAGES of each page. */
enum { PDF_PAGES = 500, PDF_RULES = 20000, PDF_PICTURES = 100, PDF_WORDS = 400000 };

enum pdf_fault pdf_load(struct mem *, const char *bytes, size_t n, struct pdf_book *);

#ifdef __cplusplus
}
#endif

#endif
