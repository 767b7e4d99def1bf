/*
 * docx.h - the text of a .docx as Word shows it.
 *
 * Numbers that Word counts are written out; the two-column head and the signature's table are
 * told half by half, any other table row by row as lines of "|"; insertions stay, deletions,
 * comments, hidden text and running heads are left out and told; notes stand in brackets where
 * they are called, text boxes after the paragraph that holds them.  Fonts of before Unicode are
 * read as what they show (legacy.h).
 *
 * Limits, held while reading: 2,000 entries, 48 MiB unpacked in the parts that are read, ratio
 * 1:200 (for parts over 1 MiB), elements 200 deep, 100,000 paragraphs, 1 MiB of text.
 */
#ifndef DOCX_H
#define DOCX_H

#include "cgi-bin/lib/reading.h"

/* Never NULL; `wrong` says why it cannot be read. */
struct reading *docx_read(struct mem *, const char *bytes, size_t n);

#endif
