/*
 * attach_words.h - attached files read, so that they are found by what stands in them; the
 * program `indexer` does it (cgi-bin/tool/indexer.c), no page.
 *
 * A file is read by a process that has nothing (reader.h) and is noted before: what ends its
 * reader, or this program, is tried twice and never again.  The second try is another run's.
 * A try does not count that was given up (reader_give_up()), or during which a database could
 * not be read.
 */
#ifndef ATTACH_WORDS_H
#define ATTACH_WORDS_H

#include "db/db.h"

/* At most so many; with how many it is done, or -1 after a fault. */
int attach_words(struct db *portal, struct db *files, int64_t now, int most);

/* Words go whose files were taken off or erased: those that were not yet. */
bool attach_words_sweep(struct db *portal, struct db *files, int64_t now);

#define ATTACH_WORDS_GRANTS (const struct grant[]){ \
	{ "attachment", READ }, { "attached_text", READ | ADD | CHANGE }, \
	{ "attached_word", READ | ADD | CHANGE | REMOVE }, { 0 } }
#define ATTACH_WORDS_FILES (const struct grant[]){ { "file", READ }, { 0 } }

#endif
