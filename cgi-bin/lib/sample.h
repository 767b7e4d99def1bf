/*
 * sample.h - a made-up province to look at (db/sample): units, people in every role, a
 * plan in force, a closed report period whose numbers add up and an open one with late
 * units.  All of it goes through the same rooms as a person's own work.
 */
#ifndef SAMPLE_H
#define SAMPLE_H

#include <stdio.h>

#include "db/db.h"

/*
 * Loads the folder into two empty databases, within the writing transactions that the
 * caller holds, and prints the sign-ins.  The plan keeps the days of its own date, the
 * report periods end before `today`.  NULL, or what went wrong: the caller rolls back.
 */
const char *sample_load(struct db *, struct db *secret, struct mem *, const char *dir,
	int64_t now, const char *today, FILE *out);

#endif
