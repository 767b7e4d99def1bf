/* tend.c - see tend.h. */

#include "cgi-bin/lib/tend.h"

#include <fcntl.h>
#include <sodium.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "cgi-bin/lib/room.h"

enum { MINUTE = 60, BUSY = 500, MANY = 1000 };	/* frames: 2 MB, 4 MB */

bool
tend_wrong(const char *what, const char *why)
{
	fprintf(stderr, "maintain: %s: %s\n", what, why);
	return false;
}

/* Said once a minute, not each second: the log of a full disk shall not fill it. */
static void
wrong_again(time_t *told, const char *what, const char *why)
{
	if (time(NULL) - *told < MINUTE)
		return;
	*told = time(NULL);
	tend_wrong(what, why);
}

/* A short wait of uneven length: writers that wait alike meet again. */
static int
wait_a_little(void *arg, int times)
{
	(void)arg;
	usleep(500 + randombytes_uniform(1500));
	return times < 4000;	/* some 5 seconds */
}

static bool
open_one(sqlite3 **db, const struct base *base)
{
	char file[4096];

	snprintf(file, sizeof(file), "%s/%s.db", base->dir, base->name);
	return (sqlite3_open_v2(file, db, SQLITE_OPEN_READWRITE, NULL) == SQLITE_OK
	    && sqlite3_busy_handler(*db, wait_a_little, NULL) == SQLITE_OK
	    && sqlite3_db_config(*db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1,
		(int *)0) == SQLITE_OK
	    && sqlite3_exec(*db,
		"PRAGMA wal_autocheckpoint = 0;"
		"PRAGMA synchronous = FULL;"
		"PRAGMA foreign_keys = ON;"
		"PRAGMA trusted_schema = OFF;", 0, 0, 0) == SQLITE_OK)
	    || tend_wrong(file, sqlite3_errmsg(*db));
}

bool
tend_open(struct base *base, const char *dir)
{
	base->dir = dir;
	return open_one(&base->lock, base) && open_one(&base->copy, base);
}

void
tend_close(struct base *base)
{
	sqlite3_close(base->copy);
	sqlite3_close(base->lock);
}

sqlite3_stmt *
tend_ask(struct base *base, const char *sql)
{
	sqlite3_stmt *s = NULL;

	if (sqlite3_prepare_v2(base->lock, sql, -1, &s, NULL) != SQLITE_OK)
		tend_wrong(base->name, sqlite3_errmsg(base->lock));
	return s;
}

bool
tend_next(sqlite3_stmt *s)
{
	return s && sqlite3_step(s) == SQLITE_ROW;
}

bool
tend_finish(struct base *base, sqlite3_stmt *s)
{
	if (!s)
		return false;
	if (!sqlite3_stmt_readonly(s))
		sqlite3_step(s);
	return sqlite3_finalize(s) == SQLITE_OK
	    || tend_wrong(base->name, sqlite3_errmsg(base->lock));
}

bool
tend_command(struct base *base, const char *sql)
{
	return sqlite3_exec(base->lock, sql, 0, 0, 0) == SQLITE_OK
	    || tend_wrong(base->name, sqlite3_errmsg(base->lock));
}

bool
tend_sound(const struct base *base)
{
	sqlite3 *db = NULL;
	bool ok = open_one(&db, base)
	    && (sqlite3_exec(db, base->probe, 0, 0, 0) == SQLITE_OK
	    || tend_wrong(base->name, sqlite3_errmsg(db)));

	sqlite3_close(db);
	return ok;
}

bool
tend_note(struct base *portal, const char *name, const char *detail)
{
	sqlite3_stmt *s = tend_ask(portal, "INSERT INTO upkeep (name, at, detail)"
	    " VALUES (?1, ?2, ?3) ON CONFLICT (name) DO UPDATE"
	    " SET at = excluded.at, detail = excluded.detail");

	sqlite3_bind_text(s, 1, name, -1, SQLITE_TRANSIENT);
	sqlite3_bind_int64(s, 2, time(NULL));
	sqlite3_bind_text(s, 3, detail, -1, SQLITE_TRANSIENT);
	return tend_finish(portal, s);
}

/* Beside portal.db, on whatever disk that is. */
static const char *
ballast_file(const char *dir)
{
	static char file[4096 + 16];
	char name[4096], real[4096], *slash;

	snprintf(name, sizeof(name), "%s/portal.db", dir);
	if (!realpath(name, real) || !(slash = strrchr(real, '/')))
		return "";
	*slash = '\0';
	snprintf(file, sizeof(file), "%s/ballast", real);
	return file;
}

static void
drop_ballast(const char *dir)
{
	if (!unlink(ballast_file(dir)))
		tend_wrong("ballast", "the disk is full, so what was kept for this is let go of: clear the disk");
}

void
tend_ballast(const char *dir)
{
	int64_t total, left = room_free(DB_PORTAL, &total), size = total / 30;
	int fd;

	if (size > LOG_MAX)	/* by so much may a file grow when its log goes into it */
		size = LOG_MAX;
	if (!access(ballast_file(dir), F_OK) || room_left(DB_PORTAL) != ROOM
	    || left - size < total / 10)
		return;
	if ((fd = open(ballast_file(dir), O_WRONLY | O_CREAT | O_EXCL, 0600)) < 0)
		return;
	if (posix_fallocate(fd, 0, size))
		unlink(ballast_file(dir));
	close(fd);
}

static void
rest(int ms)
{
	nanosleep(&(struct timespec){ .tv_sec = ms / 1000, .tv_nsec = ms % 1000 * 1000000L }, NULL);
}

/* Has the log gone from its beginning again since this was last asked?  Then its first salt,
 * the bytes from 16 of its head, is another. */
static bool
begun_anew(struct base *base)
{
	char path[4100];
	uint32_t salt = 0, before = base->salt;

	snprintf(path, sizeof(path), "%s/%s.db-wal", base->dir, base->name);
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	if (fd >= 0 && pread(fd, &salt, sizeof(salt), 16) == sizeof(salt))
		base->salt = salt;
	if (fd >= 0)
		close(fd);
	return before && base->salt != before;
}

/* How long writers wait so that a log of so many frames may begin anew, in ms. */
static int
patience(int frames)
{
	return frames < MANY ? 0 : frames < 2000 ? 20 : frames < 4000 ? 80 : frames < 8000 ? 320 : 1000;
}

/*
 * On a connection that has read nothing a checkpoint does nothing, and says so
 * only by nLog < 0: hence the first question, and the test.
 *
 * The next writer begins the log anew where all is copied and nobody reads it.  Readers that
 * come one behind another would never leave it so; but while no one writes, those who come
 * after all was copied read the file: it is enough to wait for those who came before.
 */
void
tend_checkpoint(struct base *base)
{
	int rc, frames = -1, copied = -1, page = 0, most, waited;
	bool first, grows, grown;
	sqlite3_stmt *s;

	if (sqlite3_exec(base->copy, "SELECT count(*) FROM sqlite_schema", 0, 0, 0)
	    || !tend_command(base, "BEGIN IMMEDIATE"))
		return;
	first = !base->salt;
	grows = !begun_anew(base) && !first;
	for (waited = 0;; waited += 5) {
		rc = sqlite3_wal_checkpoint_v2(base->copy, NULL, SQLITE_CHECKPOINT_PASSIVE,
		    &frames, &copied);
		/* one that begins anew by itself, rests, or is not known yet, keeps nobody waiting */
		most = grows && frames > base->frames ? patience(frames) : 0;
		if (rc || copied == frames || waited >= most)
			break;
		rest(5);
	}
	if (!rc && copied == frames && waited < most)
		rest(most - waited);
	tend_command(base, "ROLLBACK");
	if ((rc & 0xff) == SQLITE_FULL || (rc & 0xff) == SQLITE_IOERR)
		drop_ballast(base->dir);
	if (rc != SQLITE_OK || frames < 0) {
		base->whole = false;	/* what has grown since then has not grown by a reader */
		wrong_again(&base->failed, base->name, rc ? sqlite3_errstr(rc) : "the log was not read");
		return;
	}
	grown = grows && frames > base->frames;
	/* Wholly copied it is begun anew by who writes next, unless it is read at that moment. */
	base->held = copied < frames || (grown && base->whole);
	base->whole = copied == frames;
	/* One that rests, however long it is, keeps nobody awake. */
	base->busy = frames > BUSY && (!grows || grown);
	base->frames = frames;
	s = tend_ask(base, "PRAGMA page_size");
	if (tend_next(s))
		page = sqlite3_column_int(s, 0);
	tend_finish(base, s);
	base->log = (long long)frames * (page + 24);
	if (base->held && base->log > LOG_MAX && time(NULL) - base->told >= MINUTE) {
		base->told = time(NULL);
		fprintf(stderr, "maintain: %s: the log holds %lld MB, %d of %d"
		    " pages copied; who reads for so long?\n", base->name,
		    base->log >> 20, copied, frames);
	}
}

