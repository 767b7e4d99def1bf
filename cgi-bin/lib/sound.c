/* sound.c - see sound.h. */

#include "cgi-bin/lib/sound.h"

#include <sodium.h>
#include <sqlite3.h>
#include <string.h>
#include <unistd.h>

#include "db/attachment.h"
#include "db/audit.h"
#include "db/award_entry.h"
#include "db/file.h"
#include "db/holiday.h"
#include "db/report.h"
#include "db/tokenizer.h"

struct sound {
	struct mem *mem;
	const char *dir;
	FILE *out;
	bool only_bad, well;
};

static const struct grant portal_grants[] = {
	{ "audit", READ }, { "seal", READ }, { "attachment", READ }, { "award", READ },
	{ "nomination", READ }, { "report", READ }, { "unit", READ }, { "flow", READ },
	{ "holiday", READ }, { "plan", READ }, { "evaluation", READ }, { "task", READ },
	{ "document", READ }, { "feedback", READ }, { 0 }
};
static const struct grant file_grants[] = { { "file", READ }, { 0 } };

static void
tell(struct sound *s, bool well, const char *what, const char *how)
{
	s->well = s->well && well;
	if (!well || !s->only_bad)
		fprintf(s->out, "%s: %s%s\n", what, well ? "ok" : "BAD", how);
}

/* Rows of a PRAGMA other than `good`: each is told.  A connection of its own, for
 * db.h's refuses every PRAGMA. */
static void
look(struct sound *s, const char *name, const char *pragma, const char *good)
{
	const char *file = mem_printf(s->mem, "%s/%s", s->dir, name);
	sqlite3 *db = NULL;
	sqlite3_stmt *q = NULL;
	bool well = false;

	if (sqlite3_open_v2(file, &db, SQLITE_OPEN_READONLY, NULL) == SQLITE_OK
	    && sqlite3_db_config(db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, (int *)0) == SQLITE_OK
	    && tokenizer_add(db)
	    && sqlite3_prepare_v2(db, pragma, -1, &q, NULL) == SQLITE_OK) {
		int rc;
		well = true;
		while ((rc = sqlite3_step(q)) == SQLITE_ROW) {
			const char *text = (const char *)sqlite3_column_text(q, 0);
			if (*good && text && !strcmp(text, good))
				continue;
			well = false;
			fprintf(s->out, "%s: %s: %s\n", file, pragma, text ? text : "?");
		}
		well = well && rc == SQLITE_DONE;
	}
	if (!well)
		fprintf(stderr, "%s: %s\n", file, sqlite3_errmsg(db));
	sqlite3_finalize(q);
	sqlite3_close(db);
	tell(s, well, mem_printf(s->mem, "%s: %s", file, pragma + 7), "");
}

bool
sound_key(const char *file, unsigned char *key)
{
	FILE *f = fopen(file, "rb");
	bool read = f && fread(key, 1, SEAL_KEY, f) == SEAL_KEY && getc(f) == EOF;

	if (f)
		fclose(f);
	return read;
}

/* Where nothing is sealed yet there need be no key. */
static void
look_at_seals(struct sound *s, struct db *db, const char *file)
{
	unsigned char key[SEAL_KEY] = { 0 };
	bool there = !access(file, F_OK), read = sound_key(file, key);
	int64_t total, bad = seal_check(db, s->mem, key, &total);

	sodium_memzero(key, sizeof(key));
	if (!read && (there || total))
		tell(s, false, "seals", mem_printf(s->mem, ", %s %s", file,
		    there ? "is no key of 32 bytes" : "cannot be read"));
	else
		tell(s, !bad, "seals", bad
		    ? mem_printf(s->mem, " at seal %lld", (long long)bad) : "");
}

/* Of the rows from before the trail told them, that they are there is all that is known. */
static void
look_at_register(struct sound *s, struct db *db)
{
	struct award_entries e = award_entry_check(db, s->mem);

	if (e.award)
		tell(s, false, "register", mem_printf(s->mem, " at award %lld", (long long)e.award));
	if (e.line)
		tell(s, false, "register", mem_printf(s->mem, ", what line %lld of the trail"
		    " entered is not there", (long long)e.line));
	if (!e.award && !e.line)
		tell(s, true, "register", e.bare ? mem_printf(s->mem, ", %lld, %lld of them not told"
		    " by the trail", (long long)e.total, (long long)e.bare)
		    : mem_printf(s->mem, ", %lld", (long long)e.total));
}

/* Every file's bytes, and that every attachment has its file. */
static void
look_at_files(struct sound *s, struct db *db)
{
	struct db *files = db_open(DB_FILES, s->dir, file_grants);
	int64_t total = 0, lost = 0, bad;
	const char *last = "";

	if (!files) {
		s->well = false;
		return;
	}
	db_begin(files, DB_READ);
	bad = file_check(files, s->mem, &total);
	for (struct attachment_hash *h; (h = attachment_hashes(db, s->mem, last, 1000)); )
		for (; h; last = h->hash, h = h->next)
			lost += !file_find(files, s->mem, h->hash);
	db_rollback(files);
	if (bad)
		tell(s, false, "files", mem_printf(s->mem, " at file %lld", (long long)bad));
	if (lost)
		tell(s, false, "files", mem_printf(s->mem, ", %lld named and not there",
		    (long long)lost));
	if (!bad && !lost)
		tell(s, !db_failed(files), "files", mem_printf(s->mem, ", %lld", (long long)total));
	db_close(files);
}

bool
sound_all(struct mem *mem, const char *dir, const char *seal_key, FILE *out, bool only_bad)
{
	struct sound s = { mem, dir, out, only_bad, true };

	for (enum db_file i = DB_PORTAL; i <= DB_FILES; i++) {
		look(&s, db_name(i), "PRAGMA integrity_check", "ok");
		look(&s, db_name(i), "PRAGMA foreign_key_check", "");
	}
	struct db *db = db_open(DB_PORTAL, dir, portal_grants);
	if (!db)
		return false;
	db_begin(db, DB_READ);
	int64_t bad = audit_check(db, mem);
	if (seal_key)
		look_at_seals(&s, db, seal_key);
	look_at_register(&s, db);
	look_at_files(&s, db);
	int64_t wrong = report_duties_wrong(db) + due_days_wrong(db);
	tell(&s, !wrong, "duties", wrong ? mem_printf(mem, ", %lld are not as made anew",
	    (long long)wrong) : "");
	db_rollback(db);
	s.well = s.well && !db_failed(db);
	db_close(db);
	tell(&s, !bad, "trail", bad < 0 ? ", a line stands before the first" : bad
	    ? mem_printf(mem, " from line %lld on", (long long)bad) : "");
	return s.well;
}
