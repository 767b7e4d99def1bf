/* scene.c - see scene.h. */

#include "tests/scene.h"

#include <sodium.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cgi-bin/lib/reply.h"
#include "db/argon.h"
#include "db/tokenizer.h"

static char dir[64];
static sqlite3 *free_hand, *free_secret, *free_files;
static struct db *db, *secret, *filed;
static struct mem *mem;
static int64_t account, now = NOW;

static const char country[] =
	"INSERT INTO unit VALUES (1,'P','2000-01-01','9999-12-31'),(2,'A','2000-01-01','9999-12-31'),"
	" (3,'B','2000-01-01','9999-12-31'),(4,'A1','2000-01-01','9999-12-31'),(5,'D','2000-01-01','9999-12-31');"
	"INSERT INTO unit_name (unit,name,name_key,name_plain,kind,valid_from,valid_to) VALUES"
	" (1,'UBND tỉnh Thử','01','ubnd tinh thu','province','2000-01-01','9999-12-31'),"
	" (2,'Xã An','02','xa an','commune','2000-01-01','9999-12-31'),"
	" (3,'Xã Bình','03','xa binh','commune','2000-01-01','9999-12-31'),"
	" (4,'Thôn Một','04','thon mot','village','2000-01-01','9999-12-31'),"
	" (5,'Sở Dân','05','so dan','department','2000-01-01','9999-12-31');"
	"INSERT INTO unit_parent (unit,parent,valid_from,valid_to) VALUES"
	" (2,1,'2000-01-01','9999-12-31'),(3,1,'2000-01-01','9999-12-31'),"
	" (4,2,'2000-01-01','9999-12-31'),(5,1,'2000-01-01','9999-12-31');"
	"INSERT INTO unit_under (ancestor,unit,depth,valid_from,valid_to) VALUES"
	" (1,1,0,'2000-01-01','9999-12-31'),(2,2,0,'2000-01-01','9999-12-31'),"
	" (3,3,0,'2000-01-01','9999-12-31'),(4,4,0,'2000-01-01','9999-12-31'),"
	" (5,5,0,'2000-01-01','9999-12-31'),(1,2,1,'2000-01-01','9999-12-31'),"
	" (1,3,1,'2000-01-01','9999-12-31'),(1,5,1,'2000-01-01','9999-12-31'),"
	" (2,4,1,'2000-01-01','9999-12-31'),(1,4,2,'2000-01-01','9999-12-31');";

void
scene_shut(void)
{
	if (db)
		db_close(db);
	if (secret)
		db_close(secret);
	if (filed)
		db_close(filed);
	sqlite3_close(free_hand);
	sqlite3_close(free_secret);
	sqlite3_close(free_files);
	db = NULL, secret = NULL, filed = NULL;
	free_hand = NULL, free_secret = NULL, free_files = NULL;
}

bool
scene_spent(void)
{
	return db_spent(db) || (secret && db_spent(secret)) || (filed && db_spent(filed));
}

static void
clear(void)
{
	if (mem)
		mem_free(mem);
	scene_shut();
	if (*dir) {
		static const char *const made[] = { "portal.db", "portal.db-wal",
		    "portal.db-shm", "secret.db", "secret.db-wal", "secret.db-shm",
		    "files.db", "files.db-wal", "files.db-shm" };
		char file[128];
		for (size_t i = 0; i < sizeof(made) / sizeof(*made); i++) {
			snprintf(file, sizeof(file), "%s/%s", dir, made[i]);
			unlink(file);
		}
		rmdir(dir);
	}
	*dir = '\0';
	mem = NULL;
}

static void
run(sqlite3 *hand, const char *sql)
{
	char *error = NULL;

	if (sqlite3_exec(hand, sql, 0, 0, &error) != SQLITE_OK) {
		fprintf(stderr, "scene: %s: %s\n", sql, error);
		exit(1);
	}
}

/* A database as it stands in its file, its log emptied into it. */
struct image {
	char *bytes;
	size_t n;
};

/* What a scene begins with, and what scene_keep() kept. */
static struct image images[2][3];
static struct image *begun = images[0];

static const char *const names[] = { [DB_PORTAL] = "portal.db", [DB_SECRET] = "secret.db",
    [DB_FILES] = "files.db" };
static const char *const envs[] = { [DB_PORTAL] = "TEST_PORTAL_DB",
    [DB_SECRET] = "TEST_SECRET_DB", [DB_FILES] = "TEST_FILES_DB" };

static struct image
image_of(const char *file)
{
	FILE *f = file ? fopen(file, "rb") : NULL;
	struct stat s;
	struct image m = { 0 };

	if (!f || fstat(fileno(f), &s) || !(m.bytes = malloc(m.n = (size_t)s.st_size))
	    || fread(m.bytes, 1, m.n, f) != m.n || m.n < 100) {
		fprintf(stderr, "scene: %s is not read\n", file ? file : "no file");
		exit(1);
	}
	fclose(f);
	m.bytes[18] = m.bytes[19] = 2;	/* as PRAGMA journal_mode = WAL leaves the header */
	return m;
}

static void
put(const struct image *m, const char *file)
{
	FILE *f = fopen(file, "wb");

	if (!f || fwrite(m->bytes, 1, m->n, f) != m->n || fclose(f)) {
		fprintf(stderr, "scene: %s is not written\n", file);
		exit(1);
	}
}

void
scene_copy(const char *file, const char *env)
{
	struct image m = image_of(getenv(env));

	put(&m, file);
	free(m.bytes);
}

static sqlite3 *
copy(int i)
{
	sqlite3 *to = NULL;
	char file[128];

	snprintf(file, sizeof(file), "%s/%s", dir, names[i]);
	if (!begun[i].bytes)
		begun[i] = image_of(getenv(envs[i]));
	put(&begun[i], file);
	sqlite3_open(file, &to);
	run(to, "PRAGMA foreign_keys = ON; PRAGMA synchronous = OFF");
	tokenizer_add(to);
	return to;
}

static void
keep_one(struct image *m, int i, sqlite3 *hand)
{
	char file[128];

	snprintf(file, sizeof(file), "%s/%s", dir, names[i]);
	run(hand, "PRAGMA wal_checkpoint(TRUNCATE)");
	free(m[i].bytes);
	m[i] = image_of(file);
}

void
scene_keep(void)
{
	keep_one(images[1], DB_PORTAL, free_hand);
	keep_one(images[1], DB_SECRET, free_secret);
	if (free_files)
		keep_one(images[1], DB_FILES, free_files);
}

static void
lay(struct image *m)
{
	static bool once;

	clear();
	begun = m;
	if (!once && (atexit(clear) || sodium_init() < 0 || !text_ready()))
		exit(1);
	once = true;
	serve_ready();
	/* In memory where there is such a place: each commit is synced to its disk. */
	snprintf(dir, sizeof(dir), "%s/portal-test-XXXXXX",
	    access("/dev/shm", W_OK) ? "/tmp" : "/dev/shm");
	if (!mkdtemp(dir))
		exit(1);
	bool first = !m[DB_PORTAL].bytes;
	free_hand = copy(DB_PORTAL);
	free_secret = copy(DB_SECRET);
	if (first) {
		run(free_hand, country);
		keep_one(m, DB_PORTAL, free_hand);
	}
	mem = mem_new();
	account = 0;
	now = NOW;
}

void
scene_lay(void)
{
	lay(images[0]);
}

void
scene_lay_kept(void)
{
	lay(images[1]);
}

struct db *
scene_beside(const struct grant *grants)
{
	return db_open(DB_PORTAL, dir, grants);
}

bool
scene_open_page(const struct grant *grants, const struct grant *secrets,
    const struct grant *files)
{
	return (db = db_open(DB_PORTAL, dir, grants))
	    && (!secrets || (secret = db_open(DB_SECRET, dir, secrets)))
	    && (!files || (filed = db_open(DB_FILES, dir, files)));
}

struct db *
scene_open(const struct grant *grants, const struct grant *secrets,
    const struct grant *files)
{
	if (files)	/* which few pages have */
		free_files = copy(DB_FILES);
	if (!scene_open_page(grants, secrets, files))
		exit(1);
	return db;
}

const char *
scene_dir(void)
{
	return dir;
}

struct db *
fresh_db(const struct grant *grants)
{
	scene_lay();
	return scene_open(grants, NULL, NULL);
}

struct db *
scene_db(void)
{
	return db;
}

struct db *
scene_secrets(void)
{
	return secret;
}

struct db *
scene_files(void)
{
	return filed;
}

int64_t
scene_account(void)
{
	return account;
}

struct mem *
scene_mem(void)
{
	return mem;
}

void
scene_cheap(void)
{
	argon.passes = crypto_pwhash_OPSLIMIT_MIN;
	argon.memory = crypto_pwhash_MEMLIMIT_MIN;
}

void
scene(const char *sql)
{
	run(free_hand, sql);
}

bool
scene_tries(const char *sql)
{
	return sqlite3_exec(free_hand, sql, 0, 0, 0) == SQLITE_OK;
}

void
scene_secret(const char *sql)
{
	run(free_secret, sql);
}

void
scene_file(const char *sql)
{
	run(free_files, sql);
}

static const char *
text_of(sqlite3 *hand, const char *sql)
{
	sqlite3_stmt *s = NULL;
	const char *text = "";

	if (sqlite3_prepare_v2(hand, sql, -1, &s, NULL) != SQLITE_OK) {
		fprintf(stderr, "look: %s: %s\n", sql, sqlite3_errmsg(hand));
		exit(1);
	}
	if (sqlite3_step(s) == SQLITE_ROW && sqlite3_column_text(s, 0))
		text = mem_text(mem, (const char *)sqlite3_column_text(s, 0));
	sqlite3_finalize(s);
	return text;
}

const char *
look_text(const char *sql)
{
	return text_of(free_hand, sql);
}

int64_t
look_file(const char *sql)
{
	return strtoll(text_of(free_files, sql), NULL, 10);
}

int64_t
scene_written(void)
{
	sqlite3 *const hands[] = { free_hand, free_secret, free_files };
	int64_t n = 0;

	for (int i = 0; i < 3; i++)
		if (hands[i])
			n += strtoll(text_of(hands[i], "SELECT data_version FROM pragma_data_version"), NULL, 10);
	return n;
}

int64_t
look(const char *sql)
{
	return strtoll(look_text(sql), NULL, 10);
}

/* The session's token is "t" and the account's number. */
int64_t
person(const char *role, int64_t unit)
{
	const char *login = mem_printf(mem, "%s.%lld", role, (long long)unit);
	int64_t id = look(mem_printf(mem, "SELECT id FROM account WHERE login = '%s'", login));

	if (id)
		return id;
	id = look("SELECT coalesce(max(id), 0) + 1 FROM account");
	const char *cookie = mem_printf(mem, "t%lld", (long long)id);
	scene(mem_printf(mem,
	    "INSERT INTO account (id, login, name, name_key, name_plain, created)"
	    " VALUES (%lld, '%s', 'Người %lld', '', '', 0);"
	    "INSERT INTO session (token, account, secret, created, seen, expires, address, agent)"
	    " VALUES ('%s', %lld, 'x%lld', %lld, %lld, 9000000000, '10.0.0.1', 'test')",
	    (long long)id, login, (long long)id,
	    digest_of(mem, cookie, strlen(cookie)), (long long)id, (long long)id,
	    (long long)now, (long long)now));
	if (*role)
		scene(mem_printf(mem, "INSERT INTO mandate (account, unit, role, valid_from, valid_to)"
		    " VALUES (%lld, %lld, '%s', '2020-01-01', '9999-12-31')", (long long)id,
		    (long long)unit, role));
	return id;
}

void
as(int64_t id)
{
	account = id;
}

void
at(int64_t moment_)
{
	now = moment_;
}

struct ask
ask_of(const char *method, const char *path, const char *body)
{
	const char *mark = strchr(path, '?');

	return (struct ask){
		.method = method,
		.path = mark ? mem_copy(mem, path, (size_t)(mark - path)) : path,
		.query = mark ? mark + 1 : "",
		.cookie = account ? mem_printf(mem, "s=t%lld", (long long)account) : "",
		.type = "application/x-www-form-urlencoded",
		.body = body, .length = strlen(body),
		.site = "same-origin", .origin = "http://portal", .referer = "",
		.host = "portal", .purpose = "", .address = "10.0.0.1", .agent = "test",
		.now = now,
	};
}

/* Do these few digits stand in a token: a run of 32 hex digits or more? */
static bool
by_chance(const char *body, const char *at, const char *text)
{
	static const char hex[] = "0123456789abcdef";

	if (strlen(text) > 15 || text[strspn(text, hex)] != '\0')
		return false;
	while (at > body && strchr(hex, at[-1]))
		at--;
	return strspn(at, hex) >= 32;
}

bool
by_pen(struct reply r)
{
	const char *at = strstr(r.body, "<div class=\"vb\">");
	const char *end = at ? strstr(at, "</main>") : NULL;

	if (r.status != 200 || !end || !strstr(r.body, "class=\"sheet") || !strstr(at, "class=\"vb-sign\""))
		return false;
	for (; at < end; at++)
		if (!strncmp(at, "<input", 6) || !strncmp(at, "<button", 7)
		    || !strncmp(at, "<select", 7) || !strncmp(at, "<textarea", 9)
		    || !strncmp(at, "<form", 5))
			return false;
	return true;
}

bool
says(struct reply r, const char *text)
{
	const char *at = strstr(r.body, text);

	while (at != NULL && by_chance(r.body, at, text))
		at = strstr(at + 1, text);
	return at != NULL;
}

bool
in_order(struct reply r, const char *first, const char *then)
{
	const char *at = strstr(r.body, first);

	return at != NULL && strstr(at + strlen(first), then) != NULL;
}

const char *
location(struct reply r)
{
	const char *at_ = strstr(r.head, "\nLocation: ");

	return at_ ? mem_copy(mem, at_ + 11, strcspn(at_ + 11, "\r")) : "";
}

const char *
leads(struct reply r)
{
	const char *whole = location(r), *done_ = strstr(whole, "done=");

	if (!done_ || !strchr("?&", done_[-1]))
		return whole;
	return mem_printf(mem, "%.*s%s", (int)(done_ - whole) - 1, whole,
	    done_ + strcspn(done_, "#"));
}
