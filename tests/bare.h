/*
 * bare.h - a database by its file, past db.h: to lay out what a program finds there, and to
 * look at what it leaves.  Opened for one question, and closed without a checkpoint, as all do.
 */
#ifndef BARE_H
#define BARE_H

#include <sqlite3.h>

#include "db/mem.h"

sqlite3    *bare_open(const char *file);
/* A word against it is a failed check. */
void        bare_run(const char *file, const char *sql);
/* The first value of the answer; "-" if there is none. */
const char *bare_text(struct mem *, const char *file, const char *sql);

#endif
