/*
 * backup.h - a copy of the three databases at a moment, and the way back.
 *
 * A backup is a folder portal-YYYYMMDD-HHMMSS (UTC+7) with portal.db, files.db and
 * secret.db, copied in this order, and `manifest`, which says what each must be: schema,
 * moment, bytes, SHA-256; the rows of every table and the sums of what is counted; the
 * last line of the trail and its seal.  It is written as NAME.part, and gets its name when
 * it has been read back, added up again and is on disk: what has a name is whole.
 *
 * Who holds the key of the seals (seal.key, never part of a backup) can tell by the
 * manifest's last line that nothing in it was forged.  An encrypted backup is opened with
 * the secret half of a key pair that need not be on the server.
 *
 * Reads the live databases and changes nothing in them.  What answers a text answers NULL,
 * or why it was not done, in English.
 */
#ifndef BACKUP_H
#define BACKUP_H

#include <stdbool.h>
#include <stdint.h>
#include <sys/types.h>
#include <time.h>

#include "db/mem.h"

struct backup {
	const char *name;
	int64_t rows;		/* of all tables */
	int64_t line;		/* the last of the trail; 0: none */
	int64_t removed;	/* old ones that went */
	bool sound;		/* false: kept, for there may be no better, and told on stderr */
	bool proved;		/* restored: its manifest is of the seal's key that was given */
};

/*
 * Into the folder `to`, which is there.  public_key is a file, or NULL for no encryption.
 * One at a time for a `var` and for a `to`; what one that was cut short has left is removed.
 */
const char *backup_make(struct mem *, const char *var, const char *to,
	const char *public_key, int64_t now, struct backup *);

/*
 * Keeps the newest backup of each of the last `days` days that have one, and of each of
 * the last `weeks` weeks; removes the others.  Counts days that have a backup, not the
 * calendar: where none is made any more, none goes.  Those that are not sound are counted
 * by themselves, and what is not whole is none.
 */
const char *backup_prune(struct mem *, const char *to, int64_t days, int64_t weeks,
	int64_t *removed);

/*
 * Into `dir`, which must be empty or not there; it is there whole, or not at all.  `from` is
 * a backup's folder; secret_key and seal_key are files, or NULL.  All that the manifest says
 * is proved before; one that was not sound when it was made is refused unless `unsound`.
 * The trail's next line says what was restored, every session ends, and the seal's key, if
 * it was given, is put in its place.
 */
const char *backup_restore(struct mem *, const char *from, const char *dir,
	const char *secret_key, const char *seal_key, bool unsound, int64_t now,
	struct backup *);

/*
 * Does the trail in `var` still hold the line that was its last when that backup was made,
 * as it was?  It tells a tail that was cut off together with its seals.  The manifest alone
 * is read; with seal.key in `var` it must be of that key.
 */
const char *backup_witness(struct mem *, const char *from, const char *var, struct backup *);

/* Was the last made before that hour, of the local clock, struck last?  One of the future
 * counts for nothing. */
bool backup_due(time_t last, time_t now, int hour);
/* `portalctl backup`, found beside this very program, which goes on meanwhile; it ends with
 * its parent.  A process of its own, for SQLite's connections do not bear a fork.  Its id,
 * or less than 0; it ends with 0 when the backup is made and sound. */
pid_t backup_start(const char *var, const char *to, const char *public_key, int days,
	int weeks);

/* NAME.public for the server, NAME.secret to be kept elsewhere; refused if one is there. */
const char *backup_keypair(struct mem *, const char *name);

#endif
