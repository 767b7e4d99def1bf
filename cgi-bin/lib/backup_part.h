/* backup_part.h - what the parts of backup.h share. */
#ifndef BACKUP_PART_H
#define BACKUP_PART_H

#include <sodium.h>

#include "cgi-bin/lib/backup.h"
#include "db/db.h"

enum { STREAM_KEY = crypto_secretstream_xchacha20poly1305_KEYBYTES };

/* A file of a backup: as it is, and as it is stored. */
struct part {
	int64_t schema, at;		/* at: the moment of its copy */
	int64_t size, stored_size;
	const char *hash, *stored_hash;	/* SHA-256 in hex */
};

struct paper {
	int64_t at;
	const char *set;		/* hex, of this backup alone */
	const char *key;		/* hex, the stream's key sealed to a public key; "": plain */
	bool sound;
	struct part parts[3];		/* by enum db_file */
	const char *totals;		/* lines */
	int64_t line;
	const char *chain;		/* "-" of no line */
	const char *seal;		/* of that line at that moment; "-" without a key */
};

/* The order in which they are copied: what names a file is copied before it (docs). */
static const enum db_file backup_order[] = { DB_PORTAL, DB_FILES, DB_SECRET };
enum { PARTS = 3 };

/* backup_base.c */
const char *base_copy(struct mem *, enum db_file, const char *from, const char *to);
/* A line for each table and each sum; *totals and *rows are set. */
const char *base_totals(struct mem *, const char *dir, const char **totals, int64_t *rows);
/* Its log mode is that of a database in use; nobody else has it open. */
const char *base_ready(struct mem *, const char *file);

/* backup_pack.c: key NULL is plain. */
const char *stored_name(struct mem *, enum db_file, bool encrypted);
const char *pack(struct mem *, const char *from, const char *to, const unsigned char *key,
	const char *bound, struct part *);
/* Is the stored file that one?  Then it may be unpacked. */
const char *pack_look(struct mem *, const char *file, const struct part *);
const char *unpack(struct mem *, const char *from, const char *to, const unsigned char *key,
	const char *bound, const struct part *);

/* backup_key.c */
const char *key_seal(struct mem *, const char *public_key, const unsigned char *stream,
	const char **sealed);
const char *key_open(struct mem *, const char *secret_key, const char *sealed,
	unsigned char *stream);
const char *hex_of(struct mem *, const unsigned char *, size_t n);
bool        hex_read(const char *hex, unsigned char *, size_t n);

/* backup_paper.c: the manifest.  seal_key may be NULL. */
const char *paper_write(struct mem *, const char *file, const struct paper *,
	const unsigned char *seal_key);
/* *proved: its last line is made with that key; another key's is refused. */
const char *paper_read(struct mem *, const char *file, struct paper *,
	const unsigned char *seal_key, bool *proved);

/* backup_place.c: folders. */
const char *place_lock(struct mem *, const char *dir, int *held);
const char *place_make(struct mem *, const char *dir);
void        place_remove(const char *dir);	/* it and the files in it */
const char *place_keep(struct mem *, const char *dir);	/* on disk, by its name */
const char *place_parent(struct mem *, const char *path);
bool        is_backup(const char *name, bool unfinished);

#endif
