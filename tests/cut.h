/* cut.h - a page program whose power is cut, and whose log is hurt (see cut.c). */
#ifndef CUT_H
#define CUT_H

#include "tests/work.h"

/* The states of a folder's databases, one after another as they were committed. */
struct states {
	struct one_state {
		char state[STATE];
		int64_t at;		/* after so many notes of the disk */
	} *list;
	int64_t n;
};

/* Of what the disk has noted; `spare` is a folder to lay them out in. */
void    states_of(struct states *, const char *spare);
void    states_free(struct states *);
/* The first of them from there on that is it; -1: none. */
int64_t states_find(const struct states *, const char *state, int64_t from);

/* A folder beside the scene's, removed at the end. */
const char *cut_folder(int i);

/* T-05, T-06b, T-06c over all these units, one after another. */
void cut_try(const struct work *, bool all);

#endif
