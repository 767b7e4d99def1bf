/*
 * matrix.h - tests/policy.tsv line by line, and the records of tests/policy.sql (and
 * policy.files.sql, of files.db), which belong to unit A.
 */
#ifndef MATRIX_H
#define MATRIX_H

#include "tests/scene.h"

enum { MATRIX_FIELDS = 5 };
enum { METHOD, ROUTE, PATH, WHO, SCOPES };

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

/* Is that word among the words? */
bool word_in(const char *words, const char *word);

#endif
