/*
 * payload.h - what an attacker types, and the eye that looks for it on the page.
 *
 * In a pattern "@" stands for a mark, "zq12z", by which a page tells what it shows of whom.
 */
#ifndef PAYLOAD_H
#define PAYLOAD_H

#include <stdbool.h>
#include <stddef.h>

#include "db/mem.h"

/* NULL ends each. */
extern const char *const sql_payloads[];	/* that end a literal, and go on */
extern const char *const html_payloads[];	/* that end a text, and come alive */
extern const char *const sheet_payloads[];	/* that a spreadsheet would compute */

const char *payload(struct mem *, const char *pattern, int number);

/*
 * NULL, or what came alive on that page: a tag, an attribute or a handler that no template
 * has, an attribute without its quotes, an address with a scheme, a bare < or &.  Reads the
 * templates at its first use.
 */
const char *alive(struct mem *, const char *html);

/* NULL, or what is wrong with a .csv: a cell with a mark that begins as a formula. */
const char *computes(struct mem *, const char *csv);

/* Calls back with the number of each mark in a text. */
void payload_marks(const char *text, void found(int number));

#endif
