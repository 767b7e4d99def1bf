/*
 * pdf.h - the text layer of a .pdf, as outline.h takes it.
 *
 * Lines that the page broke are joined by where they stand; numbers of pages and lines that
 * every page repeats are left out and told, and so are pictures; two columns (head, signature)
 * are told one after the other; a table is one if it has rules, and goes on over pages; bold and
 * italic words are known by their fonts.  A scanned file has no text layer and says so.  500
 * pages, 1 MiB of text.
 */
#ifndef PDF_H
#define PDF_H

#include "cgi-bin/lib/reading.h"

/* Never NULL; `wrong` says why it cannot be read. */
struct reading *pdf_read(struct mem *, const char *bytes, size_t n);

/* Opens what the library needs, so that no file is opened later: before the jail. */
void pdf_ready(void);

#endif
