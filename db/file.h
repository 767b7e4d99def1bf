/*
 * file.h - the bytes that people attach: files.db, each once, known by its SHA-256.
 *
 * A file is written piece by piece and read piece by piece; never is more than one
 * piece of it in memory.  Writing is one transaction of files.db, begun by file_open()
 * and ended by file_keep() or file_drop(), and is over before a row of portal.db names
 * the file: whoever hangs up half way leaves nothing, and a file that nobody comes to
 * name is removed by `maintain` after 7 days.
 */
#ifndef DB_FILE_H
#define DB_FILE_H

#include "db/db.h"

enum { FILE_PIECE = 64 * 1024 };

struct file_in;			/* a file that comes in */

struct file_in *file_open(struct db *, struct mem *, int64_t now);
void            file_add(struct file_in *, const char *bytes, size_t n);
/* Looks at what has come so far: how many of the n bytes from there were copied. */
size_t          file_look(struct file_in *, int64_t at, char *to, size_t n);
int64_t         file_size(const struct file_in *);
/*
 * The end: its hash in hex, or NULL with nothing kept: db_failed() says whether that
 * was the machine's fault; if not, the file was erased once and is not taken again.
 * The same bytes are kept once, and count as having come now.
 */
const char     *file_keep(struct file_in *);
void            file_drop(struct file_in *);

struct file {
	int64_t id, size, at;
	const char *hash;
	int64_t erased;		/* the moment; 0: it is there */
	const char *erased_by;
	struct file *next;
};

/* NULL if there is none. */
struct file *file_find(struct db *, struct mem *, const char *hash);
/* All that were erased. */
struct file *files_erased(struct db *, struct mem *);
/* Piece seq, from 0, of n bytes, in the arena; NULL at the end.  A transaction of its own:
 * none is open between two pieces, nor may one be when it is called. */
const char  *file_piece(struct db *, struct mem *, int64_t id, int64_t seq, size_t *n);

/* Takes the bytes out for good; hash, size, moment and by whom stay. */
void file_erase(struct db *, int64_t id, int64_t now, const char *by);

/* 0 if each file's pieces add up to its size and its hash, else the first bad id;
 * *total is how many there are. */
int64_t file_check(struct db *, struct mem *, int64_t *total);

#endif
