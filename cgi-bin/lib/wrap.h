/* wrap.h - a heading in lines of about the same length, as papers set the name of a body. */
#ifndef WRAP_H
#define WRAP_H

#include "db/mem.h"

/* The same words with '\n' for some of the spaces: in as few lines as hold about `most`
 * characters each, broken where they come out most alike.  A line of few spaces may be longer. */
const char *wrap_even(struct mem *, const char *text, int most);

/* The name of a body as it stands in the left half of a document's head (Decree
 * 30/2020/NĐ-CP, Annex I, II.2): in capitals, UBND written out, in such lines, the
 * place on its own below "ỦY BAN NHÂN DÂN" where both do not fit in one. */
const char *wrap_body(struct mem *, const char *name);

/* The same on a page: a section for each line, with the marker `line`. */
struct req;
void wrap_show(struct req *, const char *section, const char *name);

#endif
