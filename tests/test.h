/*
 * test.h - checks: a test is a program that says CHECK(...) and returns done().
 */
#ifndef TEST_H
#define TEST_H

#include <stdbool.h>
#include <string.h>

#define CHECK(ok) check((ok), #ok, __FILE__, __LINE__)
/* Two texts that must be equal; both are printed when they are not. */
#define SAME(got, want) same_text((got), (want), #got, __FILE__, __LINE__)

void check(bool ok, const char *what, const char *file, int line);
void same_text(const char *got, const char *want, const char *what,
	const char *file, int line);

/* Prints "N passed, N failed" and answers the exit status. */
int done(void);

#endif
