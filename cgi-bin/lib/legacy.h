/*
 * legacy.h - Vietnamese of before Unicode: TCVN3 (ABC; fonts .VnTime, .VnArial) and VNI
 * (fonts VNI-Times), whose bytes were taken for Western letters: "Céng hßa", "Coäng hoøa".
 */
#ifndef LEGACY_H
#define LEGACY_H

#include <stdbool.h>
#include <stddef.h>

#include "db/mem.h"

enum legacy { UNICODE, TCVN3, TCVN3_CAPITALS, VNI };	/* CAPITALS: .VnTimeH shows them */

/* By the name of a font; a subset's "ABCDEF+" before it does not matter. */
enum legacy legacy_of_font(const char *font);

/* By the letters: UNICODE unless the text has no Vietnamese letter of Unicode's own and reads as
 * Vietnamese by the other. */
enum legacy legacy_of_text(struct mem *, const char *text);

/*
 * n bytes of UTF-8 as Unicode, composed.  `hyphens`: out of a PDF, where the ư of TCVN3 may come
 * as a hyphen: one that touches a letter is an ư, unless it stands between capitals or figures.
 */
const char *legacy_text(struct mem *, enum legacy, const char *bytes, size_t n, bool hyphens);

#endif
