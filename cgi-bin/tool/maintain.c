/*
 * maintain - what must be done once, beside those who serve.
 *
 * usage: maintain [DIR]
 *
 * DIR (or PORTAL_VAR) holds portal.db, files.db and secret.db, brought up to date
 * by `migrate`.  It starts before the page programs and stays; SIGTERM ends it
 * after what it is doing.  All is done at the start too:
 *
 *   every second   what was committed goes from the log into the file
 *   15 seconds     `upkeep` says that this program lives
 *   minute         the last line of the audit trail is sealed, notices are made of
 *                  the steps of cases (db/inbox.h), once a day reminders of due dates
 *   5 seconds      files that were attached meanwhile are read for the search, by
 *                  `indexer`, beside this program, which is started each hour too
 *   hour           what is past its time is removed, so are files that no record
 *                  has named for 7 days, and sort keys are made anew if ICU has
 *                  changed
 *
 * Where PORTAL_BACKUP names a folder, by its full path, a backup is made there each day
 * (`portalctl backup`, beside this program, so that nothing here waits for it), to the
 * public key in the file PORTAL_BACKUP_PUBLIC if that is set.  The hour, and how many
 * days and weeks stay, are settings.
 *
 * No other program checkpoints, and this one only while it holds the writer's
 * lock: SQLite 3.40 can lose pages when a writer restarts the log under a
 * checkpoint.  The key of the seals is DIR/seal.key, made when there is no seal
 * yet and never written over.  Silent unless something is wrong, but for a line a backup.
 *
 * On a full disk the log cannot go into the file, for the file grows.  For this `ballast`
 * beside portal.db takes up some room (64 MiB, or on a small disk a thirtieth), is let go of when the disk
 * is full, and made again when there is plenty.
 */

#include <fcntl.h>
#include <signal.h>
#include <sodium.h>
#include <sqlite3.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "cgi-bin/lib/backup.h"
#include "cgi-bin/lib/beside.h"
#include "cgi-bin/lib/room.h"
#include "db/audit.h"
#include "db/inbox.h"
#include "db/mem.h"
#include "db/text.h"
#include "db/text_column.h"

enum {
	SECOND = 1, FILES = 5, BEAT = 15, MINUTE = 60, HOUR = 3600, DAY = 86400,
	LOG_MAX = 64 << 20	/* beyond this some reader never lets go */
};

/* `lock` keeps writers out while `copy` moves the log; all else is by `lock`. */
struct base {
	const char *name;
	const char *probe;	/* reads the tables without which it is of no use */
	sqlite3 *lock, *copy;
	long long log;		/* bytes in use of the log */
	int frames;		/* of the log, and its salt, as they were last seen; 0: never */
	uint32_t salt;
	time_t told;		/* when it last said that the log does not go, */
	time_t failed;		/* or that it cannot */
};

static struct base portal = { .name = "portal",
	.probe = "SELECT max(id) FROM audit" };
static struct base secret = { .name = "secret",
	.probe = "SELECT EXISTS (SELECT 1 FROM credential), EXISTS (SELECT 1 FROM attempt)" };
static struct base files = { .name = "files",
	.probe = "SELECT EXISTS (SELECT 1 FROM file), EXISTS (SELECT 1 FROM file_piece)" };
static const char *dir;

/* ?1 is now.  An ended session stays a day, for what was typed in it. */
static const struct old {
	struct base *base;
	const char *sql;
} olds[] = {
	{ &portal, "DELETE FROM session WHERE expires < ?1 - 86400"
	    " OR (ended > 0 AND ended < ?1 - 86400)" },
	{ &portal, "DELETE FROM draft WHERE at < ?1 - 30 * 86400" },
	{ &portal, "DELETE FROM posted WHERE at < ?1 - 7 * 86400" },
	{ &secret, "DELETE FROM attempt WHERE last < ?1 - 86400" },
};

static bool
wrong(const char *what, const char *why)
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
	wrong(what, why);
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
open_one(sqlite3 **db, const char *name)
{
	char file[4096];

	snprintf(file, sizeof(file), "%s/%s.db", dir, name);
	return (sqlite3_open_v2(file, db, SQLITE_OPEN_READWRITE, NULL) == SQLITE_OK
	    && sqlite3_busy_handler(*db, wait_a_little, NULL) == SQLITE_OK
	    && sqlite3_db_config(*db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1,
		(int *)0) == SQLITE_OK
	    && sqlite3_exec(*db,
		"PRAGMA wal_autocheckpoint = 0;"
		"PRAGMA synchronous = FULL;"
		"PRAGMA foreign_keys = ON;"
		"PRAGMA trusted_schema = OFF;", 0, 0, 0) == SQLITE_OK)
	    || wrong(file, sqlite3_errmsg(*db));
}

static bool
open_base(struct base *base)
{
	return open_one(&base->lock, base->name) && open_one(&base->copy, base->name);
}

static void
close_base(struct base *base)
{
	sqlite3_close(base->copy);
	sqlite3_close(base->lock);
}

/* NULL after saying why; binding and finishing take that NULL. */
static sqlite3_stmt *
ask(struct base *base, const char *sql)
{
	sqlite3_stmt *s = NULL;

	if (sqlite3_prepare_v2(base->lock, sql, -1, &s, NULL) != SQLITE_OK)
		wrong(base->name, sqlite3_errmsg(base->lock));
	return s;
}

static bool
next(sqlite3_stmt *s)
{
	return s && sqlite3_step(s) == SQLITE_ROW;
}

/* Does a change, or ends a question; false if either went wrong. */
static bool
finish(struct base *base, sqlite3_stmt *s)
{
	if (!s)
		return false;
	if (!sqlite3_stmt_readonly(s))
		sqlite3_step(s);
	return sqlite3_finalize(s) == SQLITE_OK
	    || wrong(base->name, sqlite3_errmsg(base->lock));
}

static bool
command(struct base *base, const char *sql)
{
	return sqlite3_exec(base->lock, sql, 0, 0, 0) == SQLITE_OK
	    || wrong(base->name, sqlite3_errmsg(base->lock));
}

/* Beside portal.db, on whatever disk that is. */
static const char *
ballast_file(void)
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
drop_ballast(void)
{
	if (!unlink(ballast_file()))
		wrong("ballast", "the disk is full, so what was kept for this is let go of: clear the disk");
}

/* Only where plenty is left with it. */
static void
lay_ballast(void)
{
	int64_t total, left = room_free(DB_PORTAL, &total), size = total / 30;
	int fd;

	if (size > LOG_MAX)	/* by so much may a file grow when its log goes into it */
		size = LOG_MAX;
	if (!access(ballast_file(), F_OK) || room_left(DB_PORTAL) != ROOM
	    || left - size < total / 10)
		return;
	if ((fd = open(ballast_file(), O_WRONLY | O_CREAT | O_EXCL, 0600)) < 0)
		return;
	if (posix_fallocate(fd, 0, size))
		unlink(ballast_file());
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

	snprintf(path, sizeof(path), "%s/%s.db-wal", dir, base->name);
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
	return frames < 1000 ? 0 : frames < 2000 ? 20 : frames < 4000 ? 80 : frames < 8000 ? 320 : 1000;
}

/*
 * On a connection that has read nothing a checkpoint does nothing, and says so
 * only by nLog < 0: hence the first question, and the test.
 *
 * The next writer begins the log anew where all is copied and nobody reads it.  Readers that
 * come one behind another would never leave it so; but while no one writes, those who come
 * after all was copied read the file: it is enough to wait for those who came before.
 */
static void
checkpoint(struct base *base)
{
	int rc, frames = -1, copied = -1, page = 0, most, waited;
	bool grows;
	sqlite3_stmt *s;

	if (sqlite3_exec(base->copy, "SELECT count(*) FROM sqlite_schema", 0, 0, 0)
	    || !command(base, "BEGIN IMMEDIATE"))
		return;
	grows = !begun_anew(base);
	for (waited = 0;; waited += 5) {
		rc = sqlite3_wal_checkpoint_v2(base->copy, NULL, SQLITE_CHECKPOINT_PASSIVE,
		    &frames, &copied);
		/* one that begins anew by itself, or rests, keeps nobody waiting */
		most = grows && frames > base->frames ? patience(frames) : 0;
		if (rc || copied == frames || waited >= most)
			break;
		rest(5);
	}
	if (!rc && copied == frames && waited < most)
		rest(most - waited);
	command(base, "ROLLBACK");
	base->frames = frames;
	if ((rc & 0xff) == SQLITE_FULL || (rc & 0xff) == SQLITE_IOERR)
		drop_ballast();
	if (rc != SQLITE_OK || frames < 0) {
		wrong_again(&base->failed, base->name, rc ? sqlite3_errstr(rc) : "the log was not read");
		return;
	}
	s = ask(base, "PRAGMA page_size");
	if (next(s))
		page = sqlite3_column_int(s, 0);
	finish(base, s);
	base->log = (long long)frames * (page + 24);
	if (base->log > LOG_MAX && time(NULL) - base->told >= MINUTE) {
		base->told = time(NULL);
		fprintf(stderr, "maintain: %s: the log holds %lld MB, %d of %d"
		    " pages copied; who reads for so long?\n", base->name,
		    base->log >> 20, copied, frames);
	}
}

static bool
note(const char *name, const char *detail)
{
	sqlite3_stmt *s = ask(&portal, "INSERT INTO upkeep (name, at, detail)"
	    " VALUES (?1, ?2, ?3) ON CONFLICT (name) DO UPDATE"
	    " SET at = excluded.at, detail = excluded.detail");

	sqlite3_bind_text(s, 1, name, -1, SQLITE_TRANSIENT);
	sqlite3_bind_int64(s, 2, time(NULL));
	sqlite3_bind_text(s, 3, detail, -1, SQLITE_TRANSIENT);
	return finish(&portal, s);
}

/* Asked anew, by its name: a file that was taken away goes on for who has it open. */
static bool
sound(const struct base *base)
{
	sqlite3 *db = NULL;
	bool ok = open_one(&db, base->name)
	    && (sqlite3_exec(db, base->probe, 0, 0, 0) == SQLITE_OK
	    || wrong(base->name, sqlite3_errmsg(db)));

	sqlite3_close(db);
	return ok;
}

/* What is not noted for a minute /health takes for broken. */
static void
beat(void)
{
	char detail[100];

	if (sound(&secret))
		note("secret", "read");
	if (sound(&files))
		note("files", "read");
	if (!sound(&portal))
		return;
	snprintf(detail, sizeof(detail), "portal %lld kB, files %lld kB, secret %lld kB"
	    " in the log", portal.log >> 10, files.log >> 10, secret.log >> 10);
	if (portal.log > LOG_MAX || files.log > LOG_MAX || secret.log > LOG_MAX)
		note("log", detail);	/* /health tells it while it is fresh */
	note("maintain", detail);
}

/* Written beside and linked: a key is whole or is not there. */
static bool
make_key(const char *file)
{
	unsigned char key[SEAL_KEY];
	char beside[4200];
	int fd, in;

	snprintf(beside, sizeof(beside), "%s.new", file);
	unlink(beside);
	randombytes_buf(key, sizeof(key));
	fd = open(beside, O_WRONLY | O_CREAT | O_EXCL, 0600);
	bool ok = fd >= 0 && write(fd, key, sizeof(key)) == (ssize_t)sizeof(key)
	    && !fsync(fd) && !link(beside, file);
	sodium_memzero(key, sizeof(key));
	if (fd >= 0)
		close(fd);
	unlink(beside);
	if ((in = open(dir, O_RDONLY | O_DIRECTORY)) >= 0) {
		fsync(in);
		close(in);
	}
	return ok || wrong(file, "cannot be made");
}

static bool
read_key(unsigned char key[static SEAL_KEY], bool sealed)
{
	char file[4096], more;
	int fd;

	snprintf(file, sizeof(file), "%s/seal.key", dir);
	if (access(file, F_OK)) {
		if (sealed)
			return wrong(file, "is gone, and there are seals made with it");
		if (!make_key(file))
			return false;
	}
	fd = open(file, O_RDONLY);
	bool ok = fd >= 0 && read(fd, key, SEAL_KEY)
	    == SEAL_KEY && read(fd, &more, 1) == 0;
	if (fd >= 0)
		close(fd);
	return ok || wrong(file, "is no key of 32 bytes");
}

static bool
add_seal(sqlite3_int64 line, const char *chain)
{
	unsigned char key[SEAL_KEY];
	sqlite3_int64 at = time(NULL);
	sqlite3_stmt *s = ask(&portal, "SELECT count(*) FROM seal");
	bool sealed = next(s) && sqlite3_column_int64(s, 0);

	if (!finish(&portal, s) || !read_key(key, sealed))
		return false;
	struct mem *mem = mem_new();
	const char *mac = seal_mac(mem, key, line, chain, at);
	sodium_memzero(key, sizeof(key));
	s = ask(&portal, "INSERT INTO seal (at, audit, chain, mac)"
	    " VALUES (?1, ?2, ?3, ?4)");
	sqlite3_bind_int64(s, 1, at);
	sqlite3_bind_int64(s, 2, line);
	sqlite3_bind_text(s, 3, chain, -1, SQLITE_TRANSIENT);
	sqlite3_bind_text(s, 4, mac, -1, SQLITE_TRANSIENT);
	mem_free(mem);
	return finish(&portal, s);
}

/* A line that was sealed and has changed or gone is told, and not sealed over. */
static void
seal(void)
{
	char chain[200];
	sqlite3_int64 line = 0;
	sqlite3_stmt *s = ask(&portal, "SELECT 1 FROM seal s"
	    " LEFT JOIN audit a ON a.id = s.audit"
	    " WHERE s.id = (SELECT max(id) FROM seal)"
	    " AND a.chain IS NOT s.chain");
	bool tampered = next(s);

	if (!finish(&portal, s))
		return;
	if (tampered) {
		wrong("audit", "the line sealed last is not what it was");
		return;
	}
	s = ask(&portal, "SELECT id, chain FROM audit"
	    " WHERE id > coalesce((SELECT audit FROM seal"
	    " ORDER BY id DESC LIMIT 1), 0) ORDER BY id DESC LIMIT 1");
	if (next(s)) {
		line = sqlite3_column_int64(s, 0);
		snprintf(chain, sizeof(chain), "%s", sqlite3_column_text(s, 1));
	}
	if (finish(&portal, s) && line)
		add_seal(line, chain);
}

static void
sweep(void)
{
	for (size_t i = 0; i < sizeof(olds) / sizeof(*olds); i++) {
		sqlite3_stmt *s = ask(olds[i].base, olds[i].sql);
		sqlite3_bind_int64(s, 1, time(NULL));
		finish(olds[i].base, s);
	}
}

/* Does no record of today or of the last 7 days name it? */
static bool
unnamed(const char *hash, sqlite3_int64 before)
{
	sqlite3_stmt *s = ask(&portal, "SELECT 1 FROM attachment WHERE hash = ?1"
	    " AND (removed IS NULL OR removed >= ?2)");

	sqlite3_bind_text(s, 1, hash, -1, SQLITE_TRANSIENT);
	sqlite3_bind_int64(s, 2, before);
	bool named = next(s);
	return finish(&portal, s) && !named;
}

static bool
remove_file(const char *sql, sqlite3_int64 id)
{
	sqlite3_stmt *s = ask(&files, sql);

	sqlite3_bind_int64(s, 1, id);
	return finish(&files, s);
}

/* The first file from `from` on that came before then, and its hash; 0 if none. */
static sqlite3_int64
old_file(sqlite3_int64 from, sqlite3_int64 before, char hash[static 100])
{
	sqlite3_int64 id = 0;
	sqlite3_stmt *s = ask(&files, "SELECT id, hash FROM file WHERE id >= ?1"
	    " AND at < ?2 AND erased IS NULL ORDER BY id LIMIT 1");

	sqlite3_bind_int64(s, 1, from);
	sqlite3_bind_int64(s, 2, before);
	if (next(s)) {
		id = sqlite3_column_int64(s, 0);
		snprintf(hash, 100, "%s", sqlite3_column_text(s, 1));
	}
	return finish(&files, s) ? id : 0;
}

/* Asked anew while the writer's place is held: its bytes may have come again. */
static void
sweep_file(sqlite3_int64 id, sqlite3_int64 before)
{
	char hash[100];

	if (!command(&files, "BEGIN IMMEDIATE"))
		return;
	bool ok = old_file(id, before, hash) == id && unnamed(hash, before)
	    && remove_file("DELETE FROM file_piece WHERE file = ?1", id)
	    && remove_file("DELETE FROM file WHERE id = ?1", id);
	command(&files, ok ? "COMMIT" : "ROLLBACK");
}

/* One that was erased stays: its row says that it was, and by whom. */
static void
sweep_files(void)
{
	sqlite3_int64 id = 0, before = time(NULL) - 7 * DAY;
	char hash[100];

	while ((id = old_file(id + 1, before, hash)))
		if (unnamed(hash, before))
			sweep_file(id, before);
}

/* In the order of rows, so that no row comes twice while an index moves. */
static bool
rekey(const struct text_column *key, struct mem *mem)
{
	char *from = sqlite3_mprintf("SELECT rowid, \"%w\" FROM \"%w\" ORDER BY rowid",
	    key->source, key->table);
	char *to = sqlite3_mprintf("UPDATE \"%w\" SET \"%w\" = ?2"
	    " WHERE rowid = ?1 AND \"%w\" IS NOT ?2",
	    key->table, key->column, key->column);
	sqlite3_stmt *row = ask(&portal, from), *set = ask(&portal, to);
	bool ok = row && set;

	while (ok && next(row)) {
		const char *text = (const char *)sqlite3_column_text(row, 1);
		sqlite3_bind_int64(set, 1, sqlite3_column_int64(row, 0));
		sqlite3_bind_text(set, 2, key->make(mem, text ? text : ""), -1,
		    SQLITE_TRANSIENT);
		ok = sqlite3_step(set) == SQLITE_DONE;
		sqlite3_reset(set);
		mem_empty(mem);
	}
	if (!ok)
		wrong(key->table, sqlite3_errmsg(portal.lock));
	ok = finish(&portal, row) && ok;
	ok = finish(&portal, set) && ok;
	sqlite3_free(from);
	sqlite3_free(to);
	return ok;
}

/* All keys and the version that made them change together, or none does. */
static void
rekey_all(void)
{
	sqlite3_stmt *s = ask(&portal, "SELECT 1 FROM upkeep"
	    " WHERE name = 'text' AND detail = ?1");
	struct mem *mem;
	bool ok;

	sqlite3_bind_text(s, 1, text_version(), -1, SQLITE_TRANSIENT);
	bool same = next(s);
	if (!finish(&portal, s) || same || !command(&portal, "BEGIN IMMEDIATE"))
		return;
	mem = mem_new();
	ok = true;
	for (const struct text_column *c = text_columns; ok && c->table; c++)
		ok = rekey(c, mem);
	mem_free(mem);
	ok = ok && note("text", text_version());
	command(&portal, ok ? "COMMIT" : "ROLLBACK");
}

/* Where the migrations have laid the row that says from which step on. */
static void
notices(void)
{
	sqlite3_stmt *s = ask(&portal, "SELECT 1 FROM upkeep WHERE name = 'inbox'");
	bool there = next(s);
	time_t now = time(NULL);
	struct tm tm;
	char today[11];

	if (!finish(&portal, s) || !there)
		return;
	struct db *db = db_open(DB_PORTAL, dir, inbox_makes);
	if (!db)
		return;
	struct mem *mem = mem_new();
	strftime(today, sizeof(today), "%F", localtime_r(&now, &tm));
	if (!inbox_make(db, mem, today, now))
		wrong("notices", "were not made");
	mem_free(mem);
	db_close(db);
}

/* Seconds of a clock that never jumps. */
static time_t
tick(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return now.tv_sec;
}

/* True once every so many seconds, the first time at once. */
static bool
due(time_t *at, int every)
{
	time_t now = tick();

	if (*at && now < *at)
		return false;
	*at = now + every;
	return true;
}

/* The setting's number today, or or_else. */
static int
setting(const char *name, int or_else)
{
	time_t now = time(NULL);
	struct tm tm;
	char today[11];
	sqlite3_stmt *s = ask(&portal, "SELECT CAST(value AS INTEGER) FROM setting"
	    " WHERE name = ?1 AND valid_from <= ?2 ORDER BY valid_from DESC LIMIT 1");

	strftime(today, sizeof(today), "%F", localtime_r(&now, &tm));
	sqlite3_bind_text(s, 1, name, -1, SQLITE_STATIC);
	sqlite3_bind_text(s, 2, today, -1, SQLITE_STATIC);
	int n = next(s) ? sqlite3_column_int(s, 0) : or_else;
	finish(&portal, s);
	return n;
}

/* When the last was noted; 0: never. */
static time_t
last_backup(void)
{
	sqlite3_stmt *s = ask(&portal, "SELECT at FROM upkeep WHERE name = 'backup'");
	time_t at = next(s) ? sqlite3_column_int64(s, 0) : 0;

	return finish(&portal, s) ? at : 0;
}

/* Since when backups are wanted: by this /health tells that the last is too old. */
static void
want_backups(const char *to)
{
	bool wanted = to && *to;

	command(&portal, !wanted ? "DELETE FROM upkeep WHERE name = 'backup_wanted'"
	    : "INSERT INTO upkeep (name, at, detail) VALUES ('backup_wanted', unixepoch(), '')"
	    " ON CONFLICT (name) DO NOTHING");
}

/* A program of its own, and when it may be started again. */
struct child {
	pid_t pid;
	time_t again;
};

/* One at a time; one that failed is tried again after an hour. */
static void
backup(struct child *c)
{
	const char *to = getenv("PORTAL_BACKUP");
	int status;

	if (c->pid > 0 && waitpid(c->pid, &status, WNOHANG) == c->pid) {
		c->pid = 0;
		if (!status)
			note("backup", to);
		else
			wrong("backup", "was not made, see above; tried again in an hour");
	}
	if (c->pid > 0 || !to || !*to || !due(&c->again, MINUTE)
	    || !backup_due(last_backup(), time(NULL), setting("backup_hour", 2)))
		return;
	c->again = tick() + HOUR;
	if (*to != '/')
		wrong(to, "no backup: PORTAL_BACKUP must be a full path");
	else if ((c->pid = backup_start(dir, to, getenv("PORTAL_BACKUP_PUBLIC"),
	    setting("backup_days", 14), setting("backup_weeks", 8))) < 0)
		wrong(to, "the backup cannot be started");
}

/* Is there a file that was not read to its end? */
static bool
unread(void)
{
	sqlite3_stmt *s = ask(&portal, "SELECT EXISTS (SELECT 1 FROM attachment a WHERE a.id >"
	    " coalesce((SELECT max(attachment) FROM attached_text), 0)) OR EXISTS (SELECT 1"
	    " FROM attached_text WHERE attachment = (SELECT max(attachment) FROM attached_text)"
	    " AND state = 'reading')");
	bool is = next(s) && sqlite3_column_int(s, 0);

	return finish(&portal, s) && is;
}

/* Where the migrations have laid the row that tells when it was last done.  One at a time; one
 * that failed is tried again after a minute. */
static void
read_files(struct child *c, time_t *hour)
{
	char *argv[] = { "indexer", NULL };
	int status;

	if (c->pid > 0 && waitpid(c->pid, &status, WNOHANG) == c->pid) {
		c->pid = 0;
		if (!status) {
			note("words", "");
		} else {
			c->again = tick() + MINUTE;
			wrong("indexer", "ended before its time");
		}
	}
	if (c->pid > 0 || !due(&c->again, FILES) || room_left(DB_PORTAL) != ROOM)
		return;
	sqlite3_stmt *s = ask(&portal, "SELECT 1 FROM upkeep WHERE name = 'words'");
	bool there = next(s);
	if (!finish(&portal, s) || !there || (!unread() && !due(hour, HOUR)))
		return;
	if ((c->pid = beside_start(dir, argv)) < 0)
		wrong("indexer", "cannot be started");
}

/* It leaves nothing half done. */
static void
cut_short(const struct child *c)
{
	if (c->pid > 0) {
		kill(c->pid, SIGTERM);
		waitpid(c->pid, NULL, 0);
	}
}

int
main(int argc, char **argv)
{
	time_t hour = 0, minute = 0, heart = 0, sweeping = tick() + HOUR;
	struct child backing = { 0 }, reading = { 0 };
	sigset_t stop;

	dir = argc > 1 ? argv[1] : getenv("PORTAL_VAR");
	if (argc > 2 || !dir || strlen(dir) > 4000) {
		fprintf(stderr, "usage: maintain [DIR]\n");
		return 2;
	}
	/* Waited for between two rounds, so that none is cut short. */
	sigemptyset(&stop);
	sigaddset(&stop, SIGTERM);
	sigaddset(&stop, SIGINT);
	sigprocmask(SIG_BLOCK, &stop, NULL);
	prctl(PR_SET_PDEATHSIG, SIGTERM);
	umask(077);
	setenv("TZ", "<+07>-7", 0);
	tzset();
	if (sodium_init() < 0 || !open_base(&portal) || !open_base(&files)
	    || !open_base(&secret)) {
		sleep(1);	/* its supervisor would start it again at once */
		return 1;
	}
	room_ready(dir);
	want_backups(getenv("PORTAL_BACKUP"));
	do {
		/* First of all: one that is killed again and again gets as far as this, and the
		 * longer the logs have grown the more they cost. */
		checkpoint(&portal);
		checkpoint(&files);
		checkpoint(&secret);
		if (due(&hour, HOUR)) {
			sweep();
			sweep_files();
			rekey_all();
		}
		if (due(&minute, MINUTE)) {
			seal();
			notices();
			lay_ballast();
		}
		if (due(&heart, BEAT))
			beat();
		backup(&backing);
		read_files(&reading, &sweeping);
	} while (sigtimedwait(&stop, NULL, &(struct timespec){ .tv_sec = SECOND }) < 0);
	cut_short(&backing);
	cut_short(&reading);
	close_base(&secret);
	close_base(&files);
	close_base(&portal);
	return 0;
}
