/*
 * sample.h - a made-up province to look at (db/sample): units of all classes in clusters
 * and blocs, people in every role, two plans in force, one of them amended, a closed report period whose numbers
 * add up and an open one with late units, a round of evaluation that was published and one
 * half done, nominations in every state, awards with consent and without, feedback new and
 * answered.  All of it goes through the same rooms as a person's own work, each step by
 * somebody who may, on working days (rooms: sample_part.h).
 */
#ifndef SAMPLE_H
#define SAMPLE_H

#include <stdio.h>

#include "db/db.h"

/*
 * Loads the folder into empty databases, within the writing transactions that the caller
 * holds of portal.db and secret.db, and prints the sign-ins.  Files of papers go into
 * `files` in transactions of their own: if the rest is not kept, nobody names them.  The plans, and what followed them in their first
 * months, keep their own days; what is under way ends before `today`, which is 100 days or
 * more after the later plan.  NULL, or what went wrong: the caller rolls back.
 */
const char *sample_load(struct db *, struct db *secret, struct db *files, struct mem *,
	const char *dir, int64_t now, const char *today, FILE *out);

#endif
