/*
 * maintain - what must be done once, beside those who serve.
 *
 * usage: maintain [DIR]
 *
 * DIR (or PORTAL_VAR) holds portal.db, files.db and secret.db, brought up to date
 * by `migrate`.  It starts before the page programs and stays; SIGTERM ends it
 * after what it is doing.  All is done at the start too:
 *
 *   every second   what was committed goes from the log into the file; while much is written,
 *                  each tenth of one
 *   15 seconds     `upkeep` says that this program lives
 *   minute         the last line of the audit trail is sealed, notices are made of
 *                  the steps of cases (db/inbox.h), once a day reminders of due dates
 *   5 seconds      files that were attached meanwhile are read for the search, by
 *                  `indexer`, beside this program, which is started each hour too
 *   hour           what is past its time is removed, so are files that no record
 *                  has named for 7 days, and sort keys are made anew if ICU has
 *                  changed; proposals, conclusions and answers of a unit that was
 *                  merged or split pass to its heir (db/document.h)
 *
 * Where PORTAL_BACKUP names a folder, by its full path, a backup is made there each day
 * (`portalctl backup`, beside this program, so that nothing here waits for it), to the
 * public key in the file PORTAL_BACKUP_PUBLIC if that is set.  The hour, and how many
 * days and weeks stay, are settings.
 *
 * No other program checkpoints, and this one only while it holds the writer's lock
 * (cgi-bin/lib/tend.h).  The key of the seals is DIR/seal.key, made when there is no seal
 * yet and never written over.  Silent unless something is wrong, but for a line a backup.
 *
 * `ballast` beside portal.db takes up some room (64 MiB, or on a small disk a thirtieth), is let
 * go of when the disk is full, and made again when there is plenty.
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
#include "cgi-bin/lib/tend.h"
#include "db/audit.h"
#include "db/document.h"
#include "db/inbox.h"
#include "db/mem.h"

enum { SECOND = 1, FILES = 5, BEAT = 15, MINUTE = 60, HOUR = 3600, SOON = 100000000 /* ns */ };

static struct base portal = { .name = "portal",
	.probe = "SELECT max(id) FROM audit" };
static struct base secret = { .name = "secret",
	.probe = "SELECT EXISTS (SELECT 1 FROM credential), EXISTS (SELECT 1 FROM attempt)" };
static struct base files = { .name = "files",
	.probe = "SELECT EXISTS (SELECT 1 FROM file), EXISTS (SELECT 1 FROM file_piece)" };
static const char *dir;

static bool
held_too_long(const struct base *base)
{
	return base->held && base->log > LOG_MAX;
}

/* What is not noted for a minute /health takes for broken. */
static void
beat(void)
{
	char detail[100];

	if (tend_sound(&secret))
		tend_note(&portal, "secret", "read");
	if (tend_sound(&files))
		tend_note(&portal, "files", "read");
	if (!tend_sound(&portal))
		return;
	snprintf(detail, sizeof(detail), "portal %lld kB, files %lld kB, secret %lld kB"
	    " in the log", portal.log >> 10, files.log >> 10, secret.log >> 10);
	if (held_too_long(&portal) || held_too_long(&files) || held_too_long(&secret))
		tend_note(&portal, "log", detail);	/* /health tells it while it is fresh */
	else
		tend_command(&portal, "DELETE FROM upkeep WHERE name = 'log'");
	tend_note(&portal, "maintain", detail);
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
	return ok || tend_wrong(file, "cannot be made");
}

static bool
read_key(unsigned char key[static SEAL_KEY], bool sealed)
{
	char file[4096], more;
	int fd;

	snprintf(file, sizeof(file), "%s/seal.key", dir);
	if (access(file, F_OK)) {
		if (sealed)
			return tend_wrong(file, "is gone, and there are seals made with it");
		if (!make_key(file))
			return false;
	}
	fd = open(file, O_RDONLY);
	bool ok = fd >= 0 && read(fd, key, SEAL_KEY)
	    == SEAL_KEY && read(fd, &more, 1) == 0;
	if (fd >= 0)
		close(fd);
	return ok || tend_wrong(file, "is no key of 32 bytes");
}

static bool
add_seal(sqlite3_int64 line, const char *chain)
{
	unsigned char key[SEAL_KEY];
	sqlite3_int64 at = time(NULL);
	sqlite3_stmt *s = tend_ask(&portal, "SELECT count(*) FROM seal");
	bool sealed = tend_next(s) && sqlite3_column_int64(s, 0);

	if (!tend_finish(&portal, s) || !read_key(key, sealed))
		return false;
	struct mem *mem = mem_new();
	const char *mac = seal_mac(mem, key, line, chain, at);
	sodium_memzero(key, sizeof(key));
	s = tend_ask(&portal, "INSERT INTO seal (at, audit, chain, mac)"
	    " VALUES (?1, ?2, ?3, ?4)");
	sqlite3_bind_int64(s, 1, at);
	sqlite3_bind_int64(s, 2, line);
	sqlite3_bind_text(s, 3, chain, -1, SQLITE_TRANSIENT);
	sqlite3_bind_text(s, 4, mac, -1, SQLITE_TRANSIENT);
	mem_free(mem);
	return tend_finish(&portal, s);
}

/* A line that was sealed and has changed or gone is told, and not sealed over. */
static void
seal(void)
{
	char chain[200];
	sqlite3_int64 line = 0;
	sqlite3_stmt *s = tend_ask(&portal, "SELECT 1 FROM seal s"
	    " LEFT JOIN audit a ON a.id = s.audit"
	    " WHERE s.id = (SELECT max(id) FROM seal)"
	    " AND a.chain IS NOT s.chain");
	bool tampered = tend_next(s);

	if (!tend_finish(&portal, s))
		return;
	if (tampered) {
		tend_wrong("audit", "the line sealed last is not what it was");
		return;
	}
	s = tend_ask(&portal, "SELECT id, chain FROM audit"
	    " WHERE id > coalesce((SELECT audit FROM seal"
	    " ORDER BY id DESC LIMIT 1), 0) ORDER BY id DESC LIMIT 1");
	if (tend_next(s)) {
		line = sqlite3_column_int64(s, 0);
		snprintf(chain, sizeof(chain), "%s", sqlite3_column_text(s, 1));
	}
	if (tend_finish(&portal, s) && line)
		add_seal(line, chain);
}

/* portal.db as a page would have it; NULL where the migrations have not laid the row that says
 * from which step on notices are made. */
static struct db *
open_as(const struct grant *grants, time_t now, char today[static 11])
{
	sqlite3_stmt *s = tend_ask(&portal, "SELECT 1 FROM upkeep WHERE name = 'inbox'");
	bool there = tend_next(s);
	struct tm tm;

	strftime(today, 11, "%F", localtime_r(&now, &tm));
	return tend_finish(&portal, s) && there ? db_open(DB_PORTAL, dir, grants) : NULL;
}

static void
notices(void)
{
	time_t now = time(NULL);
	char today[11];
	struct db *db = open_as(inbox_makes, now, today);

	if (!db)
		return;
	struct mem *mem = mem_new();
	if (!inbox_make(db, mem, today, now))
		tend_wrong("notices", "were not made");
	mem_free(mem);
	db_close(db);
}

/* What a unit that has ended asked or owes passes on, each with a line in the trail. */
static void
heirs(void)
{
	time_t now = time(NULL);
	char today[11];
	struct document_heir h;
	struct db *db = open_as(document_inherits, now, today);

	if (!db)
		return;
	struct mem *mem = mem_new();
	db_begin(db, DB_WRITE);
	while (document_inherit(db, mem, today, &h)) {
		struct change change = { "unit", h.old_name, h.heir_name, NULL };
		audit_add(db, mem, &(struct audit_line){ .at = now, .address = "maintain", .entity = h.id,
		    .action = h.answer ? "document_answer.inherit" : "document.inherit", .changes = &change });
	}
	if (!db_commit(db))
		tend_wrong("document", "did not pass to its heir");
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
	sqlite3_stmt *s = tend_ask(&portal, "SELECT CAST(value AS INTEGER) FROM setting"
	    " WHERE name = ?1 AND valid_from <= ?2 ORDER BY valid_from DESC LIMIT 1");

	strftime(today, sizeof(today), "%F", localtime_r(&now, &tm));
	sqlite3_bind_text(s, 1, name, -1, SQLITE_STATIC);
	sqlite3_bind_text(s, 2, today, -1, SQLITE_STATIC);
	int n = tend_next(s) ? sqlite3_column_int(s, 0) : or_else;
	tend_finish(&portal, s);
	return n;
}

/* When the last was noted; 0: never. */
static time_t
last_backup(void)
{
	sqlite3_stmt *s = tend_ask(&portal, "SELECT at FROM upkeep WHERE name = 'backup'");
	time_t at = tend_next(s) ? sqlite3_column_int64(s, 0) : 0;

	return tend_finish(&portal, s) ? at : 0;
}

/* Since when backups are wanted: by this /health tells that the last is too old. */
static void
want_backups(const char *to)
{
	bool wanted = to && *to;

	tend_command(&portal, !wanted ? "DELETE FROM upkeep WHERE name = 'backup_wanted'"
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
			tend_note(&portal, "backup", to);
		else
			tend_wrong("backup", "was not made, see above; tried again in an hour");
	}
	if (c->pid > 0 || !to || !*to || !due(&c->again, MINUTE)
	    || !backup_due(last_backup(), time(NULL), setting("backup_hour", 2)))
		return;
	c->again = tick() + HOUR;
	if (*to != '/')
		tend_wrong(to, "no backup: PORTAL_BACKUP must be a full path");
	else if ((c->pid = backup_start(dir, to, getenv("PORTAL_BACKUP_PUBLIC"),
	    setting("backup_days", 14), setting("backup_weeks", 8))) < 0)
		tend_wrong(to, "the backup cannot be started");
}

/* Is there a file that was not read to its end? */
static bool
unread(void)
{
	sqlite3_stmt *s = tend_ask(&portal, "SELECT EXISTS (SELECT 1 FROM attachment a WHERE a.id >"
	    " coalesce((SELECT max(attachment) FROM attached_text), 0)) OR EXISTS (SELECT 1"
	    " FROM attached_text WHERE attachment = (SELECT max(attachment) FROM attached_text)"
	    " AND state = 'reading')");
	bool is = tend_next(s) && sqlite3_column_int(s, 0);

	return tend_finish(&portal, s) && is;
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
			tend_note(&portal, "words", "");
		} else {
			c->again = tick() + MINUTE;
			tend_wrong("indexer", "ended before its time");
		}
	}
	if (c->pid > 0 || !due(&c->again, FILES) || room_left(DB_PORTAL) != ROOM)
		return;
	sqlite3_stmt *s = tend_ask(&portal, "SELECT 1 FROM upkeep WHERE name = 'words'");
	bool there = tend_next(s);
	if (!tend_finish(&portal, s) || !there || (!unread() && !due(hour, HOUR)))
		return;
	if ((c->pid = beside_start(dir, argv)) < 0)
		tend_wrong("indexer", "cannot be started");
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

/* The longest first: one that is killed again and again may not come to the last. */
static void
checkpoint(void)
{
	struct base *all[] = { &portal, &files, &secret }, *shorter;

	for (int i = 0; i < 2; i++)
		for (int j = 2; j > i; j--)
			if (all[j]->log > all[j - 1]->log)
				shorter = all[j - 1], all[j - 1] = all[j], all[j] = shorter;
	for (int i = 0; i < 3; i++)
		tend_checkpoint(all[i]);
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
	if (sodium_init() < 0 || !tend_open(&portal, dir) || !tend_open(&files, dir)
	    || !tend_open(&secret, dir)) {
		sleep(1);	/* its supervisor would start it again at once */
		return 1;
	}
	room_ready(dir);
	want_backups(getenv("PORTAL_BACKUP"));
	checkpoint();		/* its first look, for which nobody waits */
	do {
		/* First of all: one that is killed again and again gets as far as this, and the
		 * longer the logs have grown the more they cost. */
		checkpoint();
		if (due(&hour, HOUR)) {
			tend_hour(&portal, &files, &secret);
			heirs();
		}
		if (due(&minute, MINUTE)) {
			seal();
			notices();
			tend_ballast(dir);
		}
		if (due(&heart, BEAT))
			beat();
		backup(&backing);
		read_files(&reading, &sweeping);
	} while (sigtimedwait(&stop, NULL, portal.busy || files.busy || secret.busy
	    ? &(struct timespec){ .tv_nsec = SOON } : &(struct timespec){ .tv_sec = SECOND }) < 0);
	cut_short(&backing);
	cut_short(&reading);
	tend_close(&secret);
	tend_close(&files);
	tend_close(&portal);
	return 0;
}
