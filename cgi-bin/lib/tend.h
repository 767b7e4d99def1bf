/*
 * tend.h - the portal's three files as `maintain` tends them, and nobody else: past db.h, with no
 * grant and no jail.
 *
 * No other program checkpoints, and this one only while it holds the writer's lock: SQLite
 * 3.40 can lose pages when a writer restarts the log under a checkpoint.  What goes wrong is
 * said on stderr.
 */
#ifndef TEND_H
#define TEND_H

#include <stdbool.h>
#include <stdint.h>
#include <time.h>

enum { LOG_MAX = 64 << 20 };	/* one that a reader keeps shall not be longer */

struct sqlite3;
struct sqlite3_stmt;

/* `lock` keeps writers out while `copy` moves the log; all else is by `lock`. */
struct base {
	const char *name;	/* "portal", of portal.db */
	const char *probe;	/* reads the tables without which it is of no use */
	const char *dir;
	struct sqlite3 *lock, *copy;
	long long log;		/* bytes in use of the log */
	bool whole;		/* all of the log was in the file when it was last seen */
	bool held;		/* some reader keeps it from beginning anew */
	bool busy;		/* it fills fast: it wants to be looked at again soon */
	int frames;		/* of the log, and its salt, as they were last seen; 0: never */
	uint32_t salt;
	time_t told;		/* when it last said that a reader keeps the log, */
	time_t failed;		/* or that it cannot */
};

/* Says it; false, to be answered on. */
bool tend_wrong(const char *what, const char *why);

/* That of its name in that folder, which stays the caller's. */
bool tend_open(struct base *, const char *dir);
void tend_close(struct base *);

/* NULL after saying why; binding, asking for the next row and finishing take that NULL. */
struct sqlite3_stmt *tend_ask(struct base *, const char *sql);
bool tend_next(struct sqlite3_stmt *);
/* Does a change, or ends a question; false if either went wrong. */
bool tend_finish(struct base *, struct sqlite3_stmt *);
bool tend_command(struct base *, const char *sql);
/* A row of `upkeep`: that it was done now. */
bool tend_note(struct base *portal, const char *name, const char *detail);

/* What was committed goes from the log into the file, while writers wait; for readers they wait
 * a second at most, and at the first look at a file not at all. */
void tend_checkpoint(struct base *);
/* Asked anew, by its name: a file that was taken away goes on for who has it open. */
bool tend_sound(const struct base *);
/*
 * On a full disk the log cannot go into the file, for the file grows.  For this `ballast`
 * beside portal.db takes up some room, where plenty is left with it, and is let go of by
 * tend_checkpoint().
 */
void tend_ballast(const char *dir);

/* tend_hour.c: what is past its time goes, so do files that no record has named for 7 days,
 * and sort keys are made anew if ICU has changed. */
void tend_hour(struct base *portal, struct base *files, struct base *secret);

#endif
