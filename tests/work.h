/*
 * work.h - the units of work of a page program, each a form that it takes: those of the
 * table in work.c, and each POST of tests/policy.tsv that does something as it stands there.
 *
 * They are laid over tests/policy.sql.  Random numbers are the same each time, and so is
 * what a unit leaves: work_state() tells it from all else.
 */
#ifndef WORK_H
#define WORK_H

#include "tests/scene.h"

struct work {
	const char *page;	/* the program */
	const char *name;
	const char *role;	/* "": a person without a mandate */
	int64_t unit;
	const char *path, *fields;
	const char *file;	/* what a file is called that comes with it, or NULL */
	const char *lay;	/* SQL, beside tests/policy.sql */
};

/* Before sodium_init(). */
void work_ready(void);
/* Those of this page, those of the table first; it ends with a NULL path. */
const struct work *works(int64_t *of_table);
/* A fresh scene with the people and records of all of them; scene_shut() is done. */
void work_lay(const struct work *all);
/* Asks for it, once or again: the same form with the same key. */
struct reply work_ask(const struct work *);

/* Digests of all that the folder's databases hold, in hex; "broken: " and why if one is not
 * sound.  Nothing is opened by the VFS under test. */
enum { STATE = 192 };
void work_state(const char *dir, char state[STATE]);
/* Is the trail in that folder whole? */
bool work_chain(const char *dir);
/* Has each file that a record names all its bytes? */
bool work_files(const char *dir);

#endif
