/* file.c - see file.h. */

#include "db/file.h"

#include <sodium.h>
#include <string.h>

static struct sql begin = SQL("INSERT INTO file (size, at) VALUES (0, ?1)");
static struct sql put = SQL("INSERT INTO file_piece (file, seq, bytes) VALUES (?1, ?2, ?3)");
static struct sql known = SQL("SELECT erased IS NOT NULL FROM file WHERE hash = ?1");
static struct sql finish = SQL("UPDATE file SET hash = ?2, size = ?3 WHERE id = ?1");
static struct sql renew = SQL("UPDATE file SET at = ?2 WHERE hash = ?1 AND erased IS NULL");
static struct sql part = SQL("SELECT substr(bytes, ?3, ?4) FROM file_piece"
	" WHERE file = ?1 AND seq = ?2");
static struct sql by_hash = SQL("SELECT id, size, at, hash, erased, erased_by FROM file"
	" WHERE hash = ?1");
static struct sql erased = SQL("SELECT id, size, at, hash, erased, erased_by FROM file"
	" WHERE erased IS NOT NULL ORDER BY id");
static struct sql piece = SQL("SELECT bytes FROM file_piece WHERE file = ?1 AND seq = ?2");
static struct sql mark_erased = SQL("UPDATE file SET erased = ?2, erased_by = ?3"
	" WHERE id = ?1 AND erased IS NULL");
static struct sql empty = SQL("DELETE FROM file_piece WHERE file = ?1");
static struct sql all = SQL("SELECT id, coalesce(hash, ''), size, erased IS NOT NULL"
	" FROM file ORDER BY id");
static struct sql pieces = SQL("SELECT seq, bytes FROM file_piece WHERE file = ?1 ORDER BY seq");

struct file_in {
	struct db *db;
	struct mem *mem;
	int64_t id, now, seq;		/* seq: of the piece that fills */
	size_t n;			/* bytes in it */
	crypto_hash_sha256_state state;
	char piece[FILE_PIECE];
};

struct file_in *
file_open(struct db *db, struct mem *mem, int64_t now)
{
	struct file_in *in = mem_take(mem, sizeof(*in));

	in->db = db;
	in->mem = mem;
	in->now = now;
	crypto_hash_sha256_init(&in->state);
	db_begin(db, DB_WRITE);
	db_run(db, &begin, INT(now));
	in->id = db_new_id(db);
	return in;
}

static void
flush(struct file_in *in)
{
	if (in->n)
		db_run(in->db, &put, INT(in->id), INT(in->seq++), BYTES(in->piece, in->n));
	in->n = 0;
}

void
file_add(struct file_in *in, const char *bytes, size_t n)
{
	crypto_hash_sha256_update(&in->state, (const unsigned char *)bytes, n);
	while (n) {
		size_t take = n < FILE_PIECE - in->n ? n : FILE_PIECE - in->n;
		memcpy(in->piece + in->n, bytes, take);
		in->n += take, bytes += take, n -= take;
		if (in->n == FILE_PIECE)
			flush(in);
	}
}

int64_t
file_size(const struct file_in *in)
{
	return in->seq * FILE_PIECE + (int64_t)in->n;
}

/* Of one piece, from there in it; the last is not yet in the database. */
static size_t
look_piece(struct file_in *in, int64_t seq, size_t from, char *to, size_t n)
{
	const char *bytes = in->piece + from;
	size_t got = in->n > from ? in->n - from : 0;

	if (seq < in->seq) {
		if (!db_row(in->db, &part, INT(in->id), INT(seq), INT((int64_t)from + 1),
		    INT((int64_t)n)))
			return 0;
		bytes = col_bytes(&part, 0, &got);
	} else if (seq > in->seq) {
		return 0;
	}
	if (got > n)
		got = n;
	if (got)
		memcpy(to, bytes, got);
	return got;
}

size_t
file_look(struct file_in *in, int64_t at, char *to, size_t n)
{
	size_t sum = 0, got;

	while (sum < n) {
		size_t from = (size_t)(at % FILE_PIECE), want = FILE_PIECE - from;
		if (want > n - sum)
			want = n - sum;
		got = look_piece(in, at / FILE_PIECE, from, to + sum, want);
		sum += got, at += (int64_t)got;
		if (got < want)
			break;
	}
	return sum;
}

/* Its bytes are here already: what was just written goes, and the old row is new. */
static bool
keep_old(struct file_in *in, const char *hash)
{
	db_rollback(in->db);
	db_begin(in->db, DB_WRITE);
	if (!db_run(in->db, &renew, TEXT(hash), INT(in->now))) {
		db_rollback(in->db);
		return false;
	}
	return db_commit(in->db);
}

const char *
file_keep(struct file_in *in)
{
	unsigned char digest[crypto_hash_sha256_BYTES];
	char *hash = mem_take(in->mem, sizeof(digest) * 2 + 1);
	int64_t size = file_size(in);

	flush(in);
	crypto_hash_sha256_final(&in->state, digest);
	sodium_bin2hex(hash, sizeof(digest) * 2 + 1, digest, sizeof(digest));
	if (db_row(in->db, &known, TEXT(hash))) {
		if (!col_int(&known, 0))
			return keep_old(in, hash) ? hash : NULL;
		db_rollback(in->db);
		return NULL;
	}
	db_run(in->db, &finish, INT(in->id), TEXT(hash), INT(size));
	return db_commit(in->db) ? hash : NULL;
}

void
file_drop(struct file_in *in)
{
	db_rollback(in->db);
}

static struct file *
take(struct sql *q, struct mem *mem)
{
	struct file *f = mem_take(mem, sizeof(*f));

	*f = (struct file){ col_int(q, 0), col_int(q, 1), col_int(q, 2), col_text(q, 3, mem),
	    col_int(q, 4), col_text(q, 5, mem), NULL };
	return f;
}

struct file *
file_find(struct db *db, struct mem *mem, const char *hash)
{
	return db_row(db, &by_hash, TEXT(hash)) ? take(&by_hash, mem) : NULL;
}

struct file *
files_erased(struct db *db, struct mem *mem)
{
	struct file *first = NULL, **end = &first;

	db_query(db, &erased);
	while (db_next(db, &erased)) {
		*end = take(&erased, mem);
		end = &(*end)->next;
	}
	return first;
}

const char *
file_piece(struct db *db, struct mem *mem, int64_t id, int64_t seq, size_t *n)
{
	const char *bytes = NULL;

	db_begin(db, DB_READ);
	if (db_row(db, &piece, INT(id), INT(seq))) {
		bytes = col_bytes(&piece, 0, n);
		bytes = mem_copy(mem, bytes, *n);
	}
	db_rollback(db);
	return bytes;
}

void
file_erase(struct db *db, int64_t id, int64_t now, const char *by)
{
	db_run(db, &mark_erased, INT(id), INT(now), TEXT(by));
	db_run(db, &empty, INT(id));
}

static bool
adds_up(struct db *db, struct mem *mem, int64_t id, const char *hash, int64_t size)
{
	crypto_hash_sha256_state state;
	unsigned char digest[crypto_hash_sha256_BYTES];
	char *hex = mem_take(mem, sizeof(digest) * 2 + 1);
	int64_t sum = 0, seq = 0;
	bool whole = true;

	crypto_hash_sha256_init(&state);
	db_query(db, &pieces, INT(id));
	while (db_next(db, &pieces)) {
		size_t n;
		const char *bytes = col_bytes(&pieces, 1, &n);
		whole = whole && col_int(&pieces, 0) == seq++;
		crypto_hash_sha256_update(&state, (const unsigned char *)bytes, n);
		sum += (int64_t)n;
	}
	crypto_hash_sha256_final(&state, digest);
	sodium_bin2hex(hex, sizeof(digest) * 2 + 1, digest, sizeof(digest));
	return whole && sum == size && !strcmp(hex, hash);
}

static bool
has_pieces(struct db *db, int64_t id)
{
	size_t n;

	return db_row(db, &part, INT(id), INT(0), INT(1), INT(1)) && col_bytes(&part, 0, &n);
}

int64_t
file_check(struct db *db, struct mem *mem, int64_t *total)
{
	int64_t bad = 0;

	*total = 0;
	db_query(db, &all);
	while (db_next(db, &all)) {
		int64_t id = col_int(&all, 0);
		bool well = col_int(&all, 3) ? !has_pieces(db, id)
		    : adds_up(db, mem, id, col_text(&all, 1, mem), col_int(&all, 2));
		++*total;
		if (!well && !bad)
			bad = id;
	}
	return bad;
}
