/*
 * escape.h - what a process that is an attacker's by now would try, and what it must be told:
 * behind the whole jail (jail.h), as a keeper, and behind its second door alone, the kernel's
 * own rights to files and powers, as if the list of calls had let it through.
 */
#ifndef ESCAPE_H
#define ESCAPE_H

#include <stdbool.h>
#include <stddef.h>

/* Answers of a try: errno; 0, it was done; DEAD and a signal. */
enum { DEAD = 1000, UNASKED = -1 };

struct escape {
	const char *name;
	int (*try)(void);	/* -1 and errno: it was refused */
	int jail, keeper;
	int unfiltered;		/* UNASKED: the list of calls alone refuses it */
	int landlock;		/* its version that refuses this; 0: it does not.  These are of
				 * one's own files: without any jail they are done */
};
extern const struct escape escapes[];
extern const size_t escapes_n;

/* By a child that shuts itself in; NULL: in nothing. */
int escape_from(bool (*shut)(void), int (*try)(void));
/* For one that is shut in: tries, and ends with the answer.  Not _Noreturn: the sanitizers would
 * make calls of their own before it. */
void escape_now(bool shut, int (*try)(void));
int escape_answer(int status);		/* of waitpid() */

/* What is tried on: a folder of one's own; made before, and gone after. */
void escape_lay(void);
void escape_clear(void);

#endif
