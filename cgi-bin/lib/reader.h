/*
 * reader.h - strangers' documents read by a process apart, that has nothing: no database, no
 * file, no socket but the answer's.
 *
 * reader_start() makes a keeper, which starts a child for each document; the child is jailed
 * (jail.h), may take 10 s of time and 512 MiB of memory, and is ended after 20 s.  What ends
 * it, ends nothing else.  The keeper ends with who started it, and by no SIGTERM.
 */
#ifndef READER_H
#define READER_H

#include "cgi-bin/lib/reading.h"

/* Before anything is opened and before the jail. */
bool reader_start(void);

/* Never NULL: a child that ended badly is a reading that says so.  Starts the keeper if there is
 * none, which in the jail is death. */
struct reading *reader_read(struct mem *, const char *bytes, size_t n);
/* The same of any file that may hang on a record: reading_words(). */
struct reading *reader_words(struct mem *, const char *bytes, size_t n);

/* For a handler of signals: what is being read is given up at once, and whatever is asked
 * afterwards; a reading of either says that it was stopped. */
void reader_give_up(void);
bool reader_given_up(void);

#endif
