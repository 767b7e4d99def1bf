/*
 * matrix.h - tests/policy.tsv line by line, and the records of tests/policy.sql (and
 * policy.files.sql, of files.db), which belong to unit A.
 */
#ifndef MATRIX_H
#define MATRIX_H

#include "tests/scene.h"

enum { MATRIX_FIELDS = 5 };
enum { METHOD, ROUTE, PATH, WHO, SCOPES };

enum { OWNER = 901 };	/* the account whose own is what no role gives */

typedef char *matrix_row[MATRIX_FIELDS];

/* The lines; one without a method ends. */
matrix_row *matrix(void);

const char *matrix_method(const struct route *);
/* The first line of that route; of that path, and of him, if they are given. */
char **matrix_line(const struct route *, const char *path, const char *who);

/* A scene with those records. */
void matrix_lay(void);

/* Asks as the one whom a line names, with a mandate where it lets him through. */
void matrix_as(const matrix_row);

/*
 * NULL, or what a route's declaration lacks, by itself and among the page's: a known method,
 * an address under the page's own, an ability that exists, a handler, lawful flags, a body of
 * at most 32 MiB.  A POST for anyone, which can bear no token, must be slowed by nginx.
 */
const char *route_wrong(const struct route *);

/* Is that word among the words? */
bool word_in(const char *words, const char *word);

#endif
