/* backup.c - see backup.h: the copy. */

#include "cgi-bin/lib/backup.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "cgi-bin/lib/backup_part.h"
#include "cgi-bin/lib/sound.h"
#include "db/audit.h"

static const struct grant trail_grants[] = { { "audit", READ }, { 0 } };

/* One that is being made. */
struct job {
	struct mem *mem;
	const char *var, *scratch, *part;	/* scratch: beside what is copied, as plain as it */
	unsigned char stream[STREAM_KEY];
	const char *seal_file;
	unsigned char seal_key[SEAL_KEY];
	bool encrypted, keyed;
	time_t now, started;			/* started: by the clock that never jumps */
	struct paper paper;
};

static time_t
clock_now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return t.tv_sec;
}

/* Moments of one backup follow one another, whatever is done to the clock. */
static const char *
copy_all(struct job *j)
{
	const char *wrong = place_make(j->mem, j->scratch);

	for (int i = 0; !wrong && i < PARTS; i++) {
		const char *name = db_name(backup_order[i]);
		struct part *p = &j->paper.parts[backup_order[i]];
		p->at = j->now + (clock_now() - j->started);
		p->schema = db_schema(backup_order[i]);
		wrong = base_copy(j->mem, backup_order[i],
		    mem_printf(j->mem, "%s/%s", j->var, name), mem_printf(j->mem, "%s/%s", j->scratch, name));
	}
	return wrong;
}

/* The trail's last line in the copy, and its seal at this moment. */
static const char *
seal_head(struct job *j)
{
	struct paper *p = &j->paper;
	struct db *db = db_open(DB_PORTAL, j->scratch, trail_grants);

	if (!db)
		return "the copy of portal.db cannot be opened";
	db_begin(db, DB_READ);
	p->line = audit_last(db, j->mem, &p->chain);
	db_rollback(db);
	bool failed = db_failed(db);
	db_close(db);
	p->chain = p->line ? p->chain : "-";
	p->seal = j->keyed ? seal_mac(j->mem, j->seal_key, p->line, p->chain, p->at) : "-";
	return failed ? "the trail of the copy cannot be read" : NULL;
}

static const char *
bound_to(struct job *j, enum db_file which)
{
	return mem_printf(j->mem, "%s %s", j->paper.set, db_name(which));
}

static const char *
pack_all(struct job *j)
{
	const char *wrong = place_make(j->mem, j->part);

	for (int i = 0; !wrong && i < PARTS; i++) {
		enum db_file which = backup_order[i];
		wrong = pack(j->mem, mem_printf(j->mem, "%s/%s", j->scratch, db_name(which)),
		    mem_printf(j->mem, "%s/%s", j->part, stored_name(j->mem, which, j->encrypted)),
		    j->encrypted ? j->stream : NULL, bound_to(j, which), &j->paper.parts[which]);
	}
	return wrong;
}

/* Out of what was stored, as a restore would. */
static const char *
prove(struct job *j)
{
	const char *wrong, *totals;
	int64_t rows;

	place_remove(j->scratch);
	wrong = place_make(j->mem, j->scratch);
	for (int i = 0; !wrong && i < PARTS; i++) {
		enum db_file which = backup_order[i];
		wrong = unpack(j->mem,
		    mem_printf(j->mem, "%s/%s", j->part, stored_name(j->mem, which, j->encrypted)),
		    mem_printf(j->mem, "%s/%s", j->scratch, db_name(which)),
		    j->encrypted ? j->stream : NULL, bound_to(j, which), &j->paper.parts[which]);
	}
	if (!wrong)
		wrong = base_totals(j->mem, j->scratch, &totals, &rows);
	if (!wrong && strcmp(totals, j->paper.totals))
		wrong = "what was read back does not add up to what was copied";
	if (!wrong)
		j->paper.sound = sound_all(j->mem, j->scratch, j->seal_file, stderr, true);
	return wrong;
}

static const char *
write_all(struct job *j, int64_t *rows)
{
	const char *wrong, *file = mem_printf(j->mem, "%s/manifest", j->part);
	struct paper again;
	bool proved;

	if ((wrong = copy_all(j)) || (wrong = seal_head(j))
	    || (wrong = base_totals(j->mem, j->scratch, &j->paper.totals, rows))
	    || (wrong = pack_all(j)) || (wrong = prove(j)))
		return wrong;
	if ((wrong = paper_write(j->mem, file, &j->paper, j->keyed ? j->seal_key : NULL))
	    || (wrong = paper_read(j->mem, file, &again, j->keyed ? j->seal_key : NULL, &proved)))
		return wrong;
	return place_keep(j->mem, j->part);
}

/* What was cut short, here and in the scratch place: the locks say that nobody works on it. */
static void
clear_away(struct mem *mem, const char *to, const char *scratch)
{
	DIR *d = opendir(to);

	place_remove(scratch);
	for (struct dirent *e; d && (e = readdir(d)); )
		if (is_backup(e->d_name, true))
			place_remove(mem_printf(mem, "%s/%s", to, e->d_name));
	if (d)
		closedir(d);
}

static const char *
free_name(struct mem *mem, const char *to, time_t now)
{
	time_t here = now + 7 * 3600;
	struct tm tm;
	char first[40];
	const char *name = first;

	strftime(first, sizeof(first), "portal-%Y%m%d-%H%M%S", gmtime_r(&here, &tm));
	for (int i = 2; !access(mem_printf(mem, "%s/%s", to, name), F_OK); i++)
		name = mem_printf(mem, "%s-%d", first, i);
	return mem_text(mem, name);
}

static const char *
make(struct job *j, const char *to, struct backup *b)
{
	const char *wrong, *name = free_name(j->mem, to, j->now);
	const char *whole = mem_printf(j->mem, "%s/%s", to, name);

	clear_away(j->mem, to, j->scratch);
	j->part = mem_printf(j->mem, "%s.part", whole);
	wrong = write_all(j, &b->rows);
	place_remove(j->scratch);
	if (!wrong && rename(j->part, whole))
		wrong = mem_printf(j->mem, "%s: %s", whole, strerror(errno));
	if (wrong)
		place_remove(j->part);
	else
		wrong = place_keep(j->mem, to);
	b->name = name;
	b->line = j->paper.line;
	b->sound = j->paper.sound;
	return wrong;
}

static const char *
two_places(struct mem *mem, const char *var, const char *to)
{
	struct stat a, b;

	if (stat(to, &b) || !S_ISDIR(b.st_mode))
		return mem_printf(mem, "%s: is no folder: make it first", to);
	if (stat(var, &a))
		return mem_printf(mem, "%s: %s", var, strerror(errno));
	return a.st_dev == b.st_dev && a.st_ino == b.st_ino
	    ? mem_printf(mem, "%s: is where the databases lie: name another folder", to) : NULL;
}

const char *
backup_make(struct mem *mem, const char *var, const char *to, const char *public_key,
    int64_t now, struct backup *b)
{
	struct job j = { .mem = mem, .var = var, .now = (time_t)now, .started = clock_now(),
	    .scratch = mem_printf(mem, "%s/backup.tmp", var),
	    .seal_file = mem_printf(mem, "%s/seal.key", var), .encrypted = public_key,
	    .paper = { .at = now, .key = "" } };
	unsigned char set[16];
	int here = -1, there = -1;
	const char *wrong = two_places(mem, var, to);

	*b = (struct backup){ 0 };
	j.keyed = sound_key(j.seal_file, j.seal_key);
	randombytes_buf(set, sizeof(set));
	randombytes_buf(j.stream, sizeof(j.stream));
	j.paper.set = hex_of(mem, set, sizeof(set));
	if (!wrong && public_key)
		wrong = key_seal(mem, public_key, j.stream, &j.paper.key);
	if (!wrong && !(wrong = place_lock(mem, var, &here))
	    && !(wrong = place_lock(mem, to, &there)))
		wrong = make(&j, to, b);
	if (there >= 0)
		close(there);
	if (here >= 0)
		close(here);
	sodium_memzero(j.stream, sizeof(j.stream));
	sodium_memzero(j.seal_key, sizeof(j.seal_key));
	return wrong;
}
