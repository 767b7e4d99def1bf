/* test.c - see test.h. */

#include "tests/test.h"

#include <stdio.h>

static int passed, failed;

void
check(bool ok, const char *what, const char *file, int line)
{
	if (ok) {
		passed++;
		return;
	}
	failed++;
	fprintf(stderr, "%s:%d: %s\n", file, line, what);
}

void
same_text(const char *got, const char *want, const char *what, const char *file,
    int line)
{
	bool ok = got && want ? !strcmp(got, want) : got == want;

	check(ok, what, file, line);
	if (!ok)
		fprintf(stderr, "\tgot:  %s\n\twant: %s\n", got ? got : "(NULL)",
		    want ? want : "(NULL)");
}

int
done(void)
{
	printf("%d passed, %d failed\n", passed, failed);
	return failed != 0;
}
