/*
 * bare.c - the yardstick of a page: FastCGI and nothing else.
 *
 * usage: bare FILE...	serves on descriptor 0; each file is a whole answer, head and body,
 *			and the last digit of the address says which, from 0
 */

#include <fcgiapp.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MOST = 10 };

struct answer {
	char *bytes;
	size_t n;
};

static bool
load(struct answer *a, const char *file)
{
	FILE *f = fopen(file, "rb");

	if (!f || fseek(f, 0, SEEK_END))
		return false;
	a->n = (size_t)ftell(f);
	rewind(f);
	a->bytes = malloc(a->n);
	bool whole = a->bytes && fread(a->bytes, 1, a->n, f) == a->n;
	fclose(f);
	return whole;
}

int
main(int argc, char **argv)
{
	struct answer answers[MOST];
	FCGX_Request f;
	int n = argc - 1;

	if (n < 1 || n > MOST)
		return 2;
	for (int i = 0; i < n; i++)
		if (!load(&answers[i], argv[i + 1])) {
			fprintf(stderr, "bare: cannot read %s\n", argv[i + 1]);
			return 1;
		}
	if (FCGX_Init() || FCGX_InitRequest(&f, 0, FCGI_FAIL_ACCEPT_ON_INTR))
		return 1;
	while (FCGX_Accept_r(&f) == 0) {
		const char *path = FCGX_GetParam("PATH_INFO", f.envp);
		int which = path && *path ? path[strlen(path) - 1] - '0' : 0;
		if (which < 0 || which >= n)
			FCGX_PutS("Status: 404\r\n\r\n", f.out);
		else
			FCGX_PutStr(answers[which].bytes, (int)answers[which].n, f.out);
		FCGX_Finish_r(&f);
	}
	return 0;
}
