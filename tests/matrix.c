/* matrix.c - see matrix.h. */

#include "tests/matrix.h"

#include <stdio.h>
#include <stdlib.h>

enum { LINES_MAX = 1000 };

static char *
slurp(const char *file)
{
	FILE *f = fopen(file, "r");
	char *text = calloc(1, 1 << 20);

	if (!f || !text || !fread(text, 1, (1 << 20) - 1, f))
		exit(1);
	fclose(f);
	return text;
}

matrix_row *
matrix(void)
{
	static matrix_row lines[LINES_MAX + 1];
	char *text, *line;
	int n = 0;

	if (lines[0][0])
		return lines;
	text = slurp("tests/policy.tsv");
	while ((line = strsep(&text, "\n"))) {
		if (!*line || *line == '#')
			continue;
		for (int i = 0; i < MATRIX_FIELDS; i++)
			if (!(lines[n][i] = strsep(&line, "\t"))) {
				fprintf(stderr, "policy.tsv: a line of %d fields\n", i);
				exit(1);
			}
		if (++n == LINES_MAX)
			exit(1);
	}
	return lines;
}

const char *
matrix_method(const struct route *r)
{
	return r->method == POST ? "POST" : r->method == NOTE ? "NOTE" : "GET";
}

char **
matrix_line(const struct route *r, const char *path, const char *who)
{
	for (matrix_row *l = matrix(); (*l)[METHOD]; l++)
		if (!strcmp((*l)[METHOD], matrix_method(r)) && !strcmp((*l)[ROUTE], r->path)
		    && (!path || !strcmp((*l)[PATH], path)) && (!who || !strcmp((*l)[WHO], who)))
			return *l;
	return NULL;
}

void
matrix_lay(void)
{
	static char *sql, *files;

	if (!sql) {
		sql = slurp("tests/policy.sql");
		files = slurp("tests/policy.files.sql");
	}
	fresh();
	scene(sql);
	if (page.files)
		scene_file(files);
}

bool
word_in(const char *words, const char *word)
{
	const char *at = strstr(words, word);
	size_t len = strlen(word);

	return at && (at == words || at[-1] == ' ') && (!at[len] || at[len] == ' ');
}

void
matrix_as(const matrix_row line)
{
	const char *who = line[WHO], *scopes = line[SCOPES];

	if (!strcmp(who, "anyone") || !strcmp(who, "link"))
		as(0);
	else if (!strcmp(who, "signed"))
		as(person("unit_officer", A));
	else
		as(person(who, word_in(scopes, "own") || word_in(scopes, "any") ? A
		    : word_in(scopes, "parent") ? P : word_in(scopes, "child") ? A1 : B));
}
