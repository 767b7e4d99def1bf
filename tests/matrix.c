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
	static bool kept;

	if (kept) {
		fresh_kept();
		return;
	}
	char *sql = slurp("tests/policy.sql"), *files = slurp("tests/policy.files.sql");
	fresh();
	scene(sql);
	if (page.files)
		scene_file(files);
	free(sql), free(files);
	scene_keep();
	kept = true;
}

/* Has that address a place of its own in nginx, with a limit? */
static bool
slowed(const char *path)
{
	static char *conf;
	struct mem *mem = scene_mem();

	if (!conf)
		conf = slurp("nginx.conf.example");
	const char *at = strstr(conf, mem_printf(mem, "\tlocation = %s {\n", path));
	const char *end = at ? strstr(at, "\n\t}") : NULL, *limit = at ? strstr(at, "\tlimit_req ") : NULL;
	return limit && end && limit < end;
}

static bool
plain_path(const char *path)
{
	const char *prefix = page.prefix ? page.prefix : mem_printf(scene_mem(), "/%s", page.name);
	size_t n = strlen(prefix);
	int numbers = 0;

	for (const char *s = path; *s; s++)
		numbers += *s == '#';
	return !strncmp(path, prefix, n) && (!path[n] || path[n] == '/' || prefix[n - 1] == '/')
	    && numbers <= 2 && !strstr(path, "//") && (!path[1] || path[strlen(path) - 1] != '/')
	    && path[strspn(path, "abcdefghijklmnopqrstuvwxyz0123456789/-.#")] == '\0';
}

static bool
ability(const char *name)
{
	return !strcmp(name, ANYONE) || !strcmp(name, SIGNED)
	    || (!strchr(name, '\'') && look(mem_printf(scene_mem(),
	    "SELECT count(*) FROM ability WHERE ability = '%s'", name)));
}

const char *
route_wrong(const struct route *r)
{
	for (const struct route *k = page.routes; k != r && k->path; k++)
		if (!strcmp(k->path, r->path) && (k->method == POST) == (r->method == POST))
			return "is there twice";
	if (r->method != GET && r->method != POST && r->method != NOTE)
		return "has no method";
	if (!plain_path(r->path))
		return "is no address of the page";
	if (!r->may || !ability(r->may))
		return "names no ability";
	if (!r->run)
		return "has no handler";
	if (r->flags & ~(LIST | PRIVATE | PROBE | SINK))
		return "has a flag that nobody knows";
	if (r->method != GET && r->flags & (LIST | PROBE))
		return "is no page to be read";
	if (r->flags & SINK && (r->method != POST || !page.files))
		return "takes files that it cannot keep";
	if (body_limit(r) > 32 << 20)
		return "takes too long a body";
	if (r->method == POST && !strcmp(r->may, ANYONE) && !slowed(r->path))
		return "is open, and nobody slows it";
	return NULL;
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
	else if (!strcmp(who, "owner"))
		as(OWNER);
	else
		as(person(who, word_in(scopes, "own") || word_in(scopes, "any") ? A
		    : word_in(scopes, "parent") ? P : word_in(scopes, "child") ? A1 : B));
}
