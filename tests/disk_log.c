/* disk_log.c - see disk.h: what was written, and what a power cut leaves of it. */

#include <fcntl.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "tests/disk.h"
#include "tests/disk_part.h"

enum { FILES = 6, SECTOR = 512 };

static const char *const names[FILES] = { "portal.db", "portal.db-wal", "secret.db",
    "secret.db-wal", "files.db", "files.db-wal" };
static const char *const indices[] = { "portal.db-shm", "secret.db-shm", "files.db-shm" };

struct note {
	enum disk_note kind;
	int file;
	int64_t at, n;
	char *bytes;
};

/* One file's bytes. */
struct image {
	char *bytes;
	int64_t n, size;
	bool there;
};

static struct note *notes;
static int64_t count, room;
static struct image base[FILES];
static bool watching, lying;
static uint64_t seed, state;

uint64_t
disk_seed(void)
{
	if (!seed) {
		const char *given = getenv("SEED");
		seed = given ? strtoull(given, NULL, 10) : (uint64_t)time(NULL) * 1000 + (uint64_t)getpid() % 1000;
		seed = seed ? seed : 1;
		state = seed * 0x9e3779b97f4a7c15u | 1;
	}
	return seed;
}

int64_t
disk_chance(int64_t n)
{
	disk_seed();
	state ^= state << 13, state ^= state >> 7, state ^= state << 17;
	return n > 0 ? (int64_t)(state >> 1) % n : 0;
}

static void *
must(void *p)
{
	if (!p)
		exit(1);
	return p;
}

static void
grow(struct image *m, int64_t n)
{
	if (n > m->size) {
		m->size = n * 2;
		m->bytes = must(realloc(m->bytes, (size_t)m->size));
	}
	if (n > m->n) {
		memset(m->bytes + m->n, 0, (size_t)(n - m->n));
		m->n = n;
	}
	m->there = true;
}

static void
put(struct image *m, int64_t at, const char *bytes, int64_t n)
{
	grow(m, at + n);
	if (n)		/* an empty file has no bytes to begin with */
		memcpy(m->bytes + at, bytes, (size_t)n);
}

static void
name_in(char to[256], const char *dir, const char *name)
{
	snprintf(to, 256, "%s/%s", dir, name);
}

static void
load(struct image *m, const char *dir, const char *name)
{
	char path[256], bytes[8192];
	size_t n;

	name_in(path, dir, name);
	m->n = 0, m->there = false;
	FILE *f = fopen(path, "rb");
	if (!f)
		return;
	m->there = true;
	while ((n = fread(bytes, 1, sizeof(bytes), f)))
		put(m, m->n, bytes, (int64_t)n);
	fclose(f);
}

static void
store(const struct image *m, const char *dir, const char *name)
{
	char path[256];

	name_in(path, dir, name);
	if (!m->there) {
		unlink(path);
		return;
	}
	/* over what is there: new pages would take longer than the bytes */
	int fd = open(path, O_WRONLY | O_CREAT, 0600);
	if (fd < 0 || (m->n && write(fd, m->bytes, (size_t)m->n) != m->n) || ftruncate(fd, m->n) || close(fd))
		exit(1);
}

void
disk_watch(const char *dir, bool lie)
{
	for (int i = 0; i < FILES; i++)
		load(&base[i], dir, names[i]);
	while (count)
		free(notes[--count].bytes);
	watching = true, lying = lie;
}

void
disk_unwatch(void)
{
	watching = false;
}

void
disk_note(const char *file, enum disk_note kind, int64_t at, const void *bytes, int n)
{
	int which = 0;

	if (!watching)
		return;
	while (which < FILES && strcmp(names[which], file))
		which++;
	if (which == FILES)
		return;
	if (count == room) {
		room = room ? room * 2 : 1024;
		notes = must(realloc(notes, (size_t)room * sizeof(*notes)));
	}
	notes[count] = (struct note){ kind, which, at, n, NULL };
	if (n)
		notes[count].bytes = memcpy(must(malloc((size_t)n)), bytes, (size_t)n);
	count++;
}

int64_t
disk_noted(void)
{
	return count;
}

bool
disk_synced(int64_t i)
{
	return notes[i].kind == NOTE_SYNC && notes[i].file % 2;
}

static void
begin(struct image m[FILES])
{
	for (int i = 0; i < FILES; i++) {
		m[i] = (struct image){ .there = base[i].there };
		put(&m[i], 0, base[i].bytes ? base[i].bytes : "", base[i].n);
		m[i].there = base[i].there;
	}
}

static void
store_all(const struct image m[FILES], const char *to)
{
	char path[256];

	for (size_t i = 0; i < sizeof(indices) / sizeof(*indices); i++) {
		name_in(path, to, indices[i]);
		unlink(path);
	}
	for (int i = 0; i < FILES; i++)
		store(&m[i], to, names[i]);
}

static void
end(struct image m[FILES], const char *to)
{
	store_all(m, to);
	for (int i = 0; i < FILES; i++)
		free(m[i].bytes);
}

static void
apply(struct image *m, const struct note *n)
{
	if (n->kind == NOTE_WRITE)
		put(m, n->at, n->bytes, n->n);
	else if (n->kind == NOTE_TRUNCATE && n->at < m->n)
		m->n = n->at;
}

/* Sector by sector, some not at all and some half. */
static void
apply_some(struct image *m, const struct note *n, int64_t percent)
{
	if (n->kind == NOTE_TRUNCATE) {
		if (disk_chance(100) < percent)
			apply(m, n);
		return;
	}
	for (int64_t from = 0, size; from < n->n; from += size) {
		size = SECTOR - (n->at + from) % SECTOR;
		size = size < n->n - from ? size : n->n - from;
		if (disk_chance(100) >= percent)
			continue;
		put(m, n->at + from, n->bytes + from, disk_chance(8) ? size : disk_chance(size));
	}
}

void
disk_replay(const char *to, int64_t n)
{
	struct image m[FILES];

	if (!n) {
		store_all(base, to);
		return;
	}
	begin(m);
	for (int64_t i = 0; i < n; i++)
		apply(&m[notes[i].file], &notes[i]);
	end(m, to);
}

void
disk_cut(const char *to, int64_t n)
{
	static const int64_t shares[] = { 0, 30, 60, 90, 98 };
	struct image m[FILES];
	int64_t safe[FILES] = { 0 }, percent = shares[disk_chance(5)];

	begin(m);
	for (int64_t i = 0; i < n && !lying; i++)
		if (notes[i].kind == NOTE_SYNC)
			safe[notes[i].file] = i;
	for (int64_t i = 0; i < n; i++)
		if (i < safe[notes[i].file] || !disk_chance(3))
			apply(&m[notes[i].file], &notes[i]);
		else if (notes[i].kind != NOTE_SYNC)
			apply_some(&m[notes[i].file], &notes[i], percent);
	end(m, to);
}

const char *
disk_tear(const char *to, int64_t n)
{
	static char told[80];
	struct image m[FILES], *log;
	char noise[4096];

	begin(m);
	for (int64_t i = 0; i < n; i++)
		apply(&m[notes[i].file], &notes[i]);
	do
		log = &m[1 + 2 * disk_chance(FILES / 2)];
	while (log->n == 0 && m[1].n);
	int64_t at = disk_chance(log->n), size = 1 + disk_chance((int64_t)sizeof(noise));
	switch (disk_chance(3)) {
	case 0:
		log->n = at;
		snprintf(told, sizeof(told), "cut off at %lld", (long long)at);
		break;
	case 1:
		for (int64_t i = 0; i < size; i++)
			noise[i] = (char)disk_chance(256);
		size = size < log->n - at ? size : log->n - at;
		put(log, at, noise, size);
		snprintf(told, sizeof(told), "%lld bytes over at %lld", (long long)size, (long long)at);
		break;
	default:
		at -= at % SECTOR;
		size = SECTOR < log->n - at ? SECTOR : log->n - at;
		memset(log->bytes + at, 0, (size_t)size);
		snprintf(told, sizeof(told), "zeroed at %lld", (long long)at);
	}
	end(m, to);
	return told;
}

bool
disk_same(const char *dir)
{
	struct image now = { 0 };
	bool same = true;

	for (int i = 0; i < FILES && same; i++) {
		load(&now, dir, names[i]);
		/* an empty log is none */
		same = (i % 2 || now.there == base[i].there) && now.n == base[i].n
		    && (!now.n || !memcmp(now.bytes, base[i].bytes, (size_t)now.n));
	}
	free(now.bytes);
	return same;
}

void
disk_copy(const char *from, const char *to)
{
	struct image m[FILES] = { { 0 } };

	for (int i = 0; i < FILES; i++)
		load(&m[i], from, names[i]);
	end(m, to);
}
