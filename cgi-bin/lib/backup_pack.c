/*
 * backup_pack.c - a file into a backup and out of it, piece by piece.
 *
 * Encrypted it is libsodium's secretstream: its header, then pieces of 64 KiB and 17 bytes,
 * each bound to the backup and the file's name, the last one marked: none can be left out,
 * moved, or taken from another.
 */

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cgi-bin/lib/backup_part.h"

enum {
	PIECE = 64 * 1024,
	MORE = crypto_secretstream_xchacha20poly1305_ABYTES,
	HEADER = crypto_secretstream_xchacha20poly1305_HEADERBYTES,
	FINAL = crypto_secretstream_xchacha20poly1305_TAG_FINAL,
};

/* One file that is read and one that is written, and what has gone by. */
struct flow {
	struct mem *mem;
	const char *from, *to;
	int in, out;
	int64_t read, written;
	crypto_hash_sha256_state read_hash, written_hash;
	crypto_secretstream_xchacha20poly1305_state stream;
	unsigned char bytes[PIECE + MORE], other[PIECE + MORE];
};

const char *
stored_name(struct mem *mem, enum db_file which, bool encrypted)
{
	return mem_printf(mem, "%s%s", db_name(which), encrypted ? ".enc" : "");
}

static const char *
why_not(struct mem *mem, const char *file)
{
	return mem_printf(mem, "%s: %s", file, strerror(errno));
}

/* A full piece, or the last of the file. */
static ssize_t
take(struct flow *f, size_t most)
{
	size_t n = 0;
	ssize_t got = 1;

	while (n < most && (got = read(f->in, f->bytes + n, most - n)) > 0)
		n += (size_t)got;
	if (got < 0)
		return -1;
	crypto_hash_sha256_update(&f->read_hash, f->bytes, n);
	f->read += (int64_t)n;
	return (ssize_t)n;
}

static bool
give(struct flow *f, const unsigned char *bytes, size_t n)
{
	size_t done = 0;
	ssize_t put;

	crypto_hash_sha256_update(&f->written_hash, bytes, n);
	f->written += (int64_t)n;
	for (; done < n && (put = write(f->out, bytes + done, n - done)) > 0; done += (size_t)put)
		;
	return done == n;
}

static struct flow *
open_flow(struct mem *mem, const char *from, const char *to)
{
	struct flow *f = mem_take(mem, sizeof(*f));

	f->mem = mem, f->from = from, f->to = to;
	f->in = open(from, O_RDONLY | O_CLOEXEC);
	f->out = f->in < 0 || !to ? -1 : open(to, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
	crypto_hash_sha256_init(&f->read_hash);
	crypto_hash_sha256_init(&f->written_hash);
	return f;
}

static void
close_flow(struct flow *f)
{
	if (f->in >= 0)
		close(f->in);
	if (f->out >= 0)
		close(f->out);
	sodium_memzero(f, sizeof(*f));
}

static const char *
fault(const struct flow *f)
{
	return why_not(f->mem, f->in < 0 || f->out >= 0 || !f->to ? f->from : f->to);
}

static const char *
digest(struct mem *mem, crypto_hash_sha256_state *state)
{
	unsigned char bytes[crypto_hash_sha256_BYTES];

	crypto_hash_sha256_final(state, bytes);
	return hex_of(mem, bytes, sizeof(bytes));
}

static bool
encrypt_all(struct flow *f, const unsigned char *key, const char *bound)
{
	unsigned char header[HEADER];
	ssize_t n;

	if (crypto_secretstream_xchacha20poly1305_init_push(&f->stream, header, key)
	    || !give(f, header, sizeof(header)))
		return false;
	do {
		if ((n = take(f, PIECE)) < 0
		    || crypto_secretstream_xchacha20poly1305_push(&f->stream, f->other, NULL,
			f->bytes, (size_t)n, (const unsigned char *)bound, strlen(bound),
			n < PIECE ? FINAL : 0)
		    || !give(f, f->other, (size_t)n + MORE))
			return false;
	} while (n == PIECE);
	return true;
}

/* False, too, for what was not written by encrypt_all() with that key and binding. */
static bool
decrypt_all(struct flow *f, const unsigned char *key, const char *bound)
{
	unsigned char tag = 0;
	unsigned long long got;
	ssize_t n;

	if (take(f, HEADER) != HEADER
	    || crypto_secretstream_xchacha20poly1305_init_pull(&f->stream, f->bytes, key))
		return false;
	while ((n = take(f, PIECE + MORE)) > 0)
		if (tag == FINAL
		    || crypto_secretstream_xchacha20poly1305_pull(&f->stream, f->other, &got, &tag,
			f->bytes, (size_t)n, (const unsigned char *)bound, strlen(bound))
		    || !give(f, f->other, got))
			return false;
	return !n && tag == FINAL;
}

static bool
copy_all(struct flow *f)
{
	ssize_t n;

	while ((n = take(f, PIECE)) > 0)
		if (!give(f, f->bytes, (size_t)n))
			return false;
	return !n;
}

const char *
pack(struct mem *mem, const char *from, const char *to, const unsigned char *key,
    const char *bound, struct part *p)
{
	struct flow *f = open_flow(mem, from, to);
	const char *wrong = NULL;

	if (f->out < 0)
		wrong = fault(f);
	else if (!(key ? encrypt_all(f, key, bound) : copy_all(f)) || fsync(f->out))
		wrong = why_not(mem, to);
	p->size = f->read, p->stored_size = f->written;
	p->hash = digest(mem, &f->read_hash), p->stored_hash = digest(mem, &f->written_hash);
	close_flow(f);
	return wrong;
}

const char *
pack_look(struct mem *mem, const char *file, const struct part *p)
{
	struct flow *f = open_flow(mem, file, NULL);
	struct stat st;
	const char *wrong = NULL;
	ssize_t n = 1;

	if (f->in < 0 || fstat(f->in, &st)) {
		wrong = fault(f);
	} else if (st.st_size != p->stored_size) {
		wrong = mem_printf(mem, "%s: has %lld bytes, not the %lld of the manifest: it is"
		    " cut short, or of another backup", file, (long long)st.st_size,
		    (long long)p->stored_size);
	} else {
		while (n > 0)
			n = take(f, PIECE);
		if (n < 0)
			wrong = fault(f);
		else if (strcmp(digest(mem, &f->read_hash), p->stored_hash))
			wrong = mem_printf(mem, "%s: is not what the manifest names: it is"
			    " damaged, or of another backup", file);
	}
	close_flow(f);
	return wrong;
}

const char *
unpack(struct mem *mem, const char *from, const char *to, const unsigned char *key,
    const char *bound, const struct part *p)
{
	struct flow *f = open_flow(mem, from, to);
	const char *wrong = NULL;

	if (f->in < 0 || f->out < 0)
		wrong = fault(f);
	else if (errno = 0, !(key ? decrypt_all(f, key, bound) : copy_all(f)) || fsync(f->out))
		wrong = errno ? why_not(mem, to)
		    : mem_printf(mem, "%s: cannot be decrypted: it is of another backup", from);
	else if (f->written != p->size || strcmp(digest(mem, &f->written_hash), p->hash))
		wrong = mem_printf(mem, "%s: what comes out is not what went in", from);
	close_flow(f);
	return wrong;
}
