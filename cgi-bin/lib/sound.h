/*
 * sound.h - are the three databases of a folder sound, and is its trail whole?
 *
 * Reads only and leaves the log alone, so it may be asked beside those who serve.
 */
#ifndef SOUND_H
#define SOUND_H

#include <stdbool.h>
#include <stdio.h>

#include "db/mem.h"

/*
 * Integrity and references of each database, the chain of the trail, its seals, the award
 * register as the trail tells it, the bytes of every attached file, and whether the duties to
 * report are what they would be if made anew; a line on `out` for each, unless only what is BAD shall be
 * told.  The seals are looked at with the key in that file; it may be missing where nothing
 * is sealed.  seal_key NULL leaves them out.
 */
bool sound_all(struct mem *, const char *dir, const char *seal_key, FILE *out, bool only_bad);

/* A seal's key; false if that file holds none. */
bool sound_key(const char *file, unsigned char *key);

#endif
