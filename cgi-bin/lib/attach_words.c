/* attach_words.c - see attach_words.h. */

#include "cgi-bin/lib/attach_words.h"

#include <string.h>

#include "cgi-bin/lib/reader.h"
#include "db/attached.h"
#include "db/file.h"

const struct grant attach_words_grants[] = {
	{ "attachment", READ }, { "attached_text", READ | ADD | CHANGE },
	{ "attached_word", READ | ADD | CHANGE | REMOVE }, { 0 }
};
const struct grant attach_words_files[] = { { "file", READ }, { 0 } };

enum { FILE_MAX = 20 << 20 };	/* what file_type takes at most */

/* Of the types that are taken (0014_attachment.sql) those with words that are read here. */
static bool
has_words(const char *type)
{
	static const char *const types[] = { "text/plain", "application/pdf",
	    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
	    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" };

	for (size_t i = 0; i < sizeof(types) / sizeof(*types); i++)
		if (!strcmp(type, types[i]))
			return true;
	return false;
}

/* Of files.db: NULL in *f if it is erased or was never there.  False: nobody knows, and that is
 * no answer. */
static bool
find(struct db *files, struct mem *mem, const char *hash, struct file **f)
{
	db_begin(files, DB_READ);
	*f = file_find(files, mem, hash);
	if (*f && (*f)->erased)
		*f = NULL;
	db_rollback(files);
	return !db_failed(files);
}

/* NULL if it is not whole: it is being erased; or, with db_failed(), it could not be read. */
static const char *
bytes_of(struct db *files, struct mem *mem, const struct file *f)
{
	char *all = mem_take(mem, (size_t)f->size + 1);
	struct mem *one = mem_new();
	const char *piece;
	size_t n, sum = 0, size = (size_t)f->size;

	for (int64_t seq = 0; sum < size && (piece = file_piece(files, one, f->id, seq, &n))
	    && n <= size - sum; seq++, sum += n) {
		memcpy(all + sum, piece, n);
		mem_empty(one);
	}
	mem_free(one);
	return sum == size ? all : NULL;
}

/* What is asked while the writer's place in portal.db is held, is asked anew: it may have been
 * taken off or erased meanwhile, and who erases looks for words after the bytes are gone. */
static bool
keep(struct db *portal, struct db *files, struct mem *mem, const struct attached_due *d,
    const struct reading *r, const char *why, int64_t now)
{
	struct file *f;

	db_begin(portal, DB_WRITE);
	if (!find(files, mem, d->hash, &f)) {
		db_rollback(portal);
		return false;
	}
	if (!f || !attached_stands(portal, d->id))
		attached_drop(portal, d->id, now);
	else
		attached_put(portal, d, r ? r->text : "", why, now);
	return db_commit(portal);
}

/* DONE with it; LATER once more; AGAIN, as if this had been no try; or that after a FAULT. */
enum end { DONE, LATER, AGAIN, FAULT };

static enum end
read_one(struct db *portal, struct db *files, struct mem *mem, const struct attached_due *d,
    int64_t now)
{
	struct reading *r = NULL;
	const char *why = NULL, *bytes;
	struct file *f;

	if (!find(files, mem, d->hash, &f))
		return FAULT;
	if (d->removed || !f || !has_words(d->type))
		why = "";
	else if (d->tries > ATTACHED_TRIES)
		why = reading_stopped;
	else if (f->size > FILE_MAX)
		why = reading_too_long;
	else if ((bytes = bytes_of(files, mem, f)))
		why = (r = reader_words(mem, bytes, (size_t)f->size))->wrong;
	else if (db_failed(files))
		return FAULT;
	else
		why = reading_other;
	/* tried once more, soon: its reader has 20 seconds by the clock, and another moment may be quieter */
	if (r && why == reading_stopped && (reader_given_up() || d->tries < ATTACHED_TRIES))
		return reader_given_up() ? AGAIN : LATER;
	return keep(portal, files, mem, d, r, why, now) ? DONE : FAULT;
}

int
attach_words(struct db *portal, struct db *files, int64_t now, int most)
{
	struct attached_due d;
	struct mem *mem = mem_new();
	enum end end = DONE;
	int n = 0;

	while (end == DONE && n < most && !reader_given_up()) {
		mem_empty(mem);
		db_begin(portal, DB_WRITE);
		if (!attached_begin(portal, mem, now, &d)) {
			end = db_failed(portal) ? FAULT : DONE;
			db_rollback(portal);
			break;
		}
		if (!db_commit(portal)) {
			end = FAULT;
			break;
		}
		end = read_one(portal, files, mem, &d, now);
		n += end == DONE;
		if (end == AGAIN || end == FAULT) {
			db_begin(portal, DB_WRITE);
			attached_again(portal, &d);
			db_commit(portal);
		}
	}
	mem_free(mem);
	return end == FAULT ? -1 : n;
}

bool
attach_words_sweep(struct db *portal, struct db *files, int64_t now)
{
	struct mem *mem = mem_new();
	bool ok = true;

	db_begin(portal, DB_WRITE);
	attached_forget_removed(portal, now);
	ok = db_commit(portal);
	db_begin(files, DB_READ);
	struct file *f = files_erased(files, mem);
	db_rollback(files);
	for (; ok && f; f = f->next) {
		db_begin(portal, DB_WRITE);
		if (attached_has_words(portal, f->hash))
			attached_forget(portal, f->hash, now);
		ok = db_commit(portal);
	}
	mem_free(mem);
	return ok && !db_failed(files);
}
