/* backup_restore.c - see backup.h: the way back. */

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "cgi-bin/lib/backup_part.h"
#include "cgi-bin/lib/sound.h"
#include "db/account.h"
#include "db/audit.h"

static const struct grant trail_grants[] = { { "audit", READ }, { 0 } };
static const struct grant grants[] = {
	{ "audit", READ | ADD }, { "account", READ }, { "session", READ | CHANGE }, { 0 }
};

/* One that comes back. */
struct job {
	struct mem *mem;
	const char *from, *part;	/* part: what becomes the folder */
	const char *seal_file;
	unsigned char stream[STREAM_KEY], seal_key[SEAL_KEY];
	struct paper paper;
};

static const char *
without_slash(struct mem *mem, const char *path)
{
	size_t n = strlen(path);

	while (n > 1 && path[n - 1] == '/')
		n--;
	return mem_copy(mem, path, n);
}

/* Nothing is there, or a folder with nothing in it. */
static const char *
is_free(struct mem *mem, const char *dir)
{
	DIR *d = opendir(dir);
	const char *wrong = NULL;

	if (!d)
		return errno == ENOENT ? NULL : mem_printf(mem, "%s: %s", dir, strerror(errno));
	for (struct dirent *e; !wrong && (e = readdir(d)); )
		if (strcmp(e->d_name, ".") && strcmp(e->d_name, ".."))
			wrong = mem_printf(mem, "%s: is not empty: a backup is restored into a"
			    " folder of its own", dir);
	closedir(d);
	return wrong;
}

/* Do its parts belong to these programs, and to one another? */
static const char *
judge(struct job *j, bool unsound)
{
	const struct paper *p = &j->paper;
	int64_t last = p->at;

	for (int i = 0; i < PARTS; i++) {
		enum db_file which = backup_order[i];
		const struct part *f = &p->parts[which];
		if (f->schema != db_schema(which))
			return mem_printf(j->mem, "%s: %s stands at schema %lld, these programs take"
			    " %d: restore it with the programs that made it, then upgrade", j->from,
			    db_name(which), (long long)f->schema, db_schema(which));
		if (f->at < last || f->at > p->at + 86400)
			return mem_printf(j->mem, "%s: the moments of its files do not belong"
			    " together", j->from);
		last = f->at;
	}
	if (!p->sound && !unsound)
		return mem_printf(j->mem, "%s: was not sound when it was made: take another, or"
		    " say --unsound", j->from);
	return NULL;
}

static const char *
stored(struct job *j, enum db_file which)
{
	return mem_printf(j->mem, "%s/%s", j->from,
	    stored_name(j->mem, which, *j->paper.key));
}

static const char *
unpack_all(struct job *j)
{
	const char *wrong = NULL;

	for (int i = 0; !wrong && i < PARTS; i++)
		wrong = pack_look(j->mem, stored(j, backup_order[i]),
		    &j->paper.parts[backup_order[i]]);
	if (!wrong)
		wrong = place_make(j->mem, j->part);
	for (int i = 0; !wrong && i < PARTS; i++) {
		enum db_file which = backup_order[i];
		wrong = unpack(j->mem, stored(j, which),
		    mem_printf(j->mem, "%s/%s", j->part, db_name(which)),
		    *j->paper.key ? j->stream : NULL,
		    mem_printf(j->mem, "%s %s", j->paper.set, db_name(which)),
		    &j->paper.parts[which]);
	}
	return wrong;
}

/* The first line that is not what the manifest says. */
static const char *
differs(struct mem *mem, const char *said, const char *is)
{
	size_t n = 0, line = 0;

	for (; said[n] && said[n] == is[n]; n++)
		if (said[n] == '\n')
			line = n + 1;
	if (said[n] == is[n])
		return NULL;
	return mem_printf(mem, "the manifest says \"%.*s\", restored is \"%.*s\"",
	    (int)strcspn(said + line, "\n"), said + line, (int)strcspn(is + line, "\n"), is + line);
}

/* The same rows, sums and trail as when it was made, and all of it sound. */
static const char *
add_up(struct job *j, int64_t *rows)
{
	const char *totals, *chain = "-", *wrong = base_totals(j->mem, j->part, &totals, rows);
	const struct paper *p = &j->paper;

	if (wrong || (wrong = differs(j->mem, p->totals, totals)))
		return wrong;
	struct db *db = db_open(DB_PORTAL, j->part, grants);
	if (!db)
		return "the restored portal.db cannot be opened";
	db_begin(db, DB_READ);
	int64_t line = audit_last(db, j->mem, &chain);
	db_rollback(db);
	bool failed = db_failed(db);
	db_close(db);
	if (failed || line != p->line || strcmp(line ? chain : "-", p->chain)
	    || (j->seal_file && strcmp(p->seal, seal_mac(j->mem, j->seal_key, p->line, p->chain,
		p->at))))
		return "the last line of the trail is not the one that was sealed";
	if (!sound_all(j->mem, j->part, j->seal_file, stderr, true) && p->sound)
		return "what was restored is not sound";
	return NULL;
}

/* Nobody is signed in by a session that he may have ended since. */
static const char *
note(struct job *j, const char *name, int64_t now)
{
	struct db *db = db_open(DB_PORTAL, j->part, grants);

	if (!db)
		return "the restored portal.db cannot be opened";
	db_begin(db, DB_WRITE);
	for (struct account *a = accounts(db, j->mem); a; a = a->next)
		session_end(db, a->id, 0, 0, now);
	struct change of = { "backup", "", name, NULL };
	audit_add(db, j->mem, &(struct audit_line){ .at = now, .address = "portalctl",
	    .action = "backup.restore", .changes = &of });
	bool kept = db_commit(db);
	db_close(db);
	return kept ? NULL : "the restored portal.db cannot be written to";
}

static const char *
put_key(struct job *j)
{
	const char *file = mem_printf(j->mem, "%s/seal.key", j->part);
	int fd = open(file, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
	const char *wrong = fd < 0 || write(fd, j->seal_key, SEAL_KEY) != SEAL_KEY || fsync(fd)
	    ? mem_printf(j->mem, "%s: %s", file, strerror(errno)) : NULL;

	if (fd >= 0)
		close(fd);
	return wrong;
}

static const char *
finish(struct job *j, const char *dir, const char *name, int64_t now)
{
	const char *wrong = note(j, name, now);

	for (int i = 0; !wrong && i < PARTS; i++)
		wrong = base_ready(j->mem, mem_printf(j->mem, "%s/%s", j->part,
		    db_name(backup_order[i])));
	if (!wrong && j->seal_file)
		wrong = put_key(j);
	if (!wrong)
		wrong = place_keep(j->mem, j->part);
	if (!wrong && rename(j->part, dir))
		wrong = mem_printf(j->mem, "%s: %s", dir, strerror(errno));
	return wrong ? wrong : place_keep(j->mem, place_parent(j->mem, dir));
}

static const char *
read_keys(struct job *j, const char *secret_key, struct backup *b)
{
	const char *wrong;

	if (j->seal_file && !sound_key(j->seal_file, j->seal_key))
		return mem_printf(j->mem, "%s: is no seal's key of 32 bytes", j->seal_file);
	if ((wrong = paper_read(j->mem, mem_printf(j->mem, "%s/manifest", j->from), &j->paper,
	    j->seal_file ? j->seal_key : NULL, &b->proved)))
		return wrong;
	if (!*j->paper.key)
		return secret_key ? mem_printf(j->mem, "%s: is not encrypted, though a key was given:"
		    " it is not the backup that you mean", j->from) : NULL;
	return secret_key ? key_open(j->mem, secret_key, j->paper.key, j->stream)
	    : mem_printf(j->mem, "%s: is encrypted: give its secret key with --secret", j->from);
}

const char *
backup_restore(struct mem *mem, const char *from, const char *dir, const char *secret_key,
    const char *seal_key, bool unsound, int64_t now, struct backup *b)
{
	struct job j = { .mem = mem, .from = without_slash(mem, from), .seal_file = seal_key };
	const char *wrong, *name = strrchr(j.from, '/');

	*b = (struct backup){ 0 };
	name = name ? name + 1 : j.from;
	dir = without_slash(mem, dir);
	j.part = mem_printf(mem, "%s.part", dir);
	if (strlen(name) > 5 && !strcmp(name + strlen(name) - 5, ".part"))
		return mem_printf(mem, "%s: was never finished", j.from);
	if ((wrong = is_free(mem, dir)))
		return wrong;
	if (!access(j.part, F_OK))
		return mem_printf(mem, "%s: is there, left by a restore that was cut short:"
		    " remove it", j.part);
	if (!(wrong = read_keys(&j, secret_key, b)) && !(wrong = judge(&j, unsound))) {
		wrong = unpack_all(&j);
		if (!wrong)
			wrong = add_up(&j, &b->rows);
		if (!wrong)
			wrong = finish(&j, dir, name, now);
		if (wrong)
			place_remove(j.part);
	}
	b->name = name;
	b->line = j.paper.line;
	b->sound = j.paper.sound;
	sodium_memzero(j.stream, sizeof(j.stream));
	sodium_memzero(j.seal_key, sizeof(j.seal_key));
	return wrong;
}

const char *
backup_witness(struct mem *mem, const char *from, const char *var, struct backup *b)
{
	unsigned char key[SEAL_KEY];
	struct paper p;
	bool keyed = sound_key(mem_printf(mem, "%s/seal.key", var), key);
	const char *wrong = paper_read(mem, mem_printf(mem, "%s/manifest", without_slash(mem, from)),
	    &p, keyed ? key : NULL, &b->proved);

	sodium_memzero(key, sizeof(key));
	if (wrong)
		return wrong;
	struct db *db = db_open(DB_PORTAL, var, trail_grants);
	if (!db)
		return "portal.db cannot be opened";
	db_begin(db, DB_READ);
	const char *chain = audit_chain(db, mem, p.line);
	db_rollback(db);
	bool failed = db_failed(db);
	db_close(db);
	b->line = p.line;
	if (failed)
		return "portal.db cannot be read";
	return p.line && strcmp(chain, p.chain) ? mem_printf(mem, "line %lld of the trail is not"
	    " there as it was when %s was made", (long long)p.line, from) : NULL;
}
