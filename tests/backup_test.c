/*
 * backup_test.c - the drill: backups of the sample under writes, what comes back of them,
 * and all that must not.  `portalctl` and `maintain` as programs, on databases of their own.
 *
 * PORTAL_SOAK=1: also a gigabyte of files, on the disk of the build; how long it takes to copy
 * and to bring back is told.
 */

#include <dirent.h>
#include <fcntl.h>
#include <signal.h>
#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/file.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "cgi-bin/lib/backup.h"
#include "db/audit.h"
#include "db/credential.h"
#include "tests/bare.h"
#include "tests/scene.h"

#define PASSWORD "lua nep thom ban Pa Sang"	/* of the sample's people */

static char base[40];
static char told[16384];		/* by the last program, on both descriptors */
static struct mem *mem;

#define AT(...) mem_printf(mem, __VA_ARGS__)

/* A place of the test. */
static const char *
in(const char *name)
{
	return AT("%s/%s", base, name);
}

/* Starts a program of the build; what it says goes to `said`. */
static pid_t
start(const char *const argv[], rlim_t most)
{
	const char *o = getenv("O"), *file = AT("%s/bin/%s", o ? o : "build", argv[0]);
	const char *said = in("said"), *var = in("var");
	pid_t pid = fork();

	if (pid)
		return pid;
	int out = open(said, O_WRONLY | O_CREAT | O_TRUNC, 0600);
	dup2(out, 1);
	dup2(out, 2);
	if (!getenv("PORTAL_VAR"))
		setenv("PORTAL_VAR", var, 1);
	if (most) {
		signal(SIGXFSZ, SIG_IGN);
		setrlimit(RLIMIT_FSIZE, &(struct rlimit){ most, most });
	}
	execv(file, (char *const *)argv);
	_exit(127);
}

static int
end(pid_t pid)
{
	FILE *f;
	int status;

	waitpid(pid, &status, 0);
	f = fopen(in("said"), "r");
	told[fread(told, 1, sizeof(told) - 1, f)] = '\0';
	fclose(f);
	return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
}
#define START(...) start((const char *const[]){ __VA_ARGS__, NULL }, 0)
#define CTL(...) end(START("portalctl", __VA_ARGS__))

static int
shell(const char *script)
{
	pid_t pid = fork();

	if (!pid) {
		execlp("sh", "sh", "-c", script, "sh", base, NULL);
		_exit(127);
	}
	int status;
	waitpid(pid, &status, 0);
	return WEXITSTATUS(status);
}

static const char *
answer(const char *file, const char *sql)
{
	return bare_text(mem, file, sql);
}

/* Every row of every table, but of those that a restore writes to. */
static const char *
content(const char *file)
{
	const char *tables = answer(file, "SELECT group_concat(name, ' ') FROM (SELECT name"
	    " FROM sqlite_schema WHERE type = 'table' AND name NOT IN ('audit', 'audit_value',"
	    " 'session', 'upkeep', 'seal') ORDER BY name)"), *all = "";

	for (char *rest = mem_text(mem, tables), *t; (t = strsep(&rest, " ")); ) {
		sqlite3 *db = bare_open(file);
		sqlite3_stmt *s = NULL;
		crypto_hash_sha256_state state;
		unsigned char hash[32];
		char hex[65];

		crypto_hash_sha256_init(&state);
		sqlite3_prepare_v2(db, AT("SELECT * FROM \"%s\"", t), -1, &s, NULL);
		while (sqlite3_step(s) == SQLITE_ROW)
			for (int i = 0; i < sqlite3_column_count(s); i++) {
				const void *bytes = sqlite3_column_blob(s, i);
				int n = sqlite3_column_bytes(s, i);
				crypto_hash_sha256_update(&state, (unsigned char *)&n, sizeof(n));
				if (n)
					crypto_hash_sha256_update(&state, bytes, (size_t)n);
			}
		sqlite3_finalize(s);
		sqlite3_close(db);
		crypto_hash_sha256_final(&state, hash);
		all = AT("%s%s %s\n", all, t, sodium_bin2hex(hex, sizeof(hex), hash, sizeof(hash)));
	}
	return all;
}

/* The newest backup in `to`, NULL if there is none; *n: how many, *parts: unfinished. */
static const char *
newest(const char *to, int *n, int *parts)
{
	const char *name = NULL;
	DIR *d = opendir(in(to));

	*n = *parts = 0;
	for (struct dirent *e; d && (e = readdir(d)); ) {
		if (strncmp(e->d_name, "portal-", 7))
			continue;
		if (strstr(e->d_name, ".part")) {
			++*parts;
			continue;
		}
		++*n;
		int order = name ? strncmp(e->d_name, name, 22) : 1;
		if (order > 0 || (!order && strlen(e->d_name) > strlen(name))
		    || (!order && strlen(e->d_name) == strlen(name) && strcmp(e->d_name, name) > 0))
			name = AT("%s", e->d_name);
	}
	closedir(d);
	return name ? AT("%s/%s", in(to), name) : NULL;
}

/* A fresh backup by these options, in a folder of that name. */
static const char *
backup_in(const char *to, const char *public)
{
	int n, parts;

	mkdir(in(to), 0700);
	CHECK((public ? CTL("backup", in(to), "--public", in(public)) : CTL("backup", in(to))) == 0);
	const char *b = newest(to, &n, &parts);
	CHECK(n == 1 && parts == 0);
	return b ? b : "";
}

static bool
there(const char *path)
{
	return !access(path, F_OK);
}

/* A restore that must come to nothing, for that reason. */
static void
refused(const char *what, const char *why, const char *const argv[])
{
	const char *dir = in("never"), *part = in("never.part");
	bool well = end(start(argv, 0)) == 1 && strstr(told, why) && !there(dir) && !there(part);

	CHECK(well);
	if (!well)
		fprintf(stderr, "\t%s, \"%s\": %s\n", what, why, told);
}
#define REFUSED(why, from, ...) refused(from, why, \
	(const char *const[]){ "portalctl", "restore", from, in("never"), ##__VA_ARGS__, NULL })

static void
copy_of(const char *from, const char *to)
{
	CHECK(shell(AT("rm -rf '%s' && cp -r '%s' '%s'", to, from, to)) == 0);
}

static char *
slurp(const char *file, size_t *n)
{
	struct stat st;
	FILE *f = fopen(file, "rb");

	fstat(fileno(f), &st);
	*n = (size_t)st.st_size;
	char *bytes = mem_take(mem, *n + 1);
	CHECK(fread(bytes, 1, *n, f) == *n);
	fclose(f);
	return bytes;
}

static void
put(const char *file, const char *bytes, size_t n)
{
	FILE *f = fopen(file, "wb");

	fwrite(bytes, 1, n, f);
	fclose(f);
}

/* One word of the manifest changed, and its digest made to fit again. */
static void
forge(const char *backup, const char *old, const char *new)
{
	const char *file = AT("%s/manifest", backup);
	unsigned char hash[32];
	char hex[65];
	size_t n;
	const char *text = slurp(file, &n), *place = strstr(text, old);

	CHECK(place != NULL);
	if (!place)
		return;
	text = AT("%.*s%s%s", (int)(place - text), text, new, place + strlen(old));
	const char *tail = strstr(text, "digest "), *mac = strstr(tail, "mac ");
	crypto_hash_sha256(hash, (const unsigned char *)text, (size_t)(tail - text));
	text = AT("%.*sdigest %s\n%s", (int)(tail - text), text,
	    sodium_bin2hex(hex, sizeof(hex), hash, sizeof(hash)), mac);
	put(file, text, strlen(text));
}

/* The value of a line of the manifest, to its end. */
static const char *
line_of(const char *backup, const char *head)
{
	size_t n;
	const char *text = slurp(AT("%s/manifest", backup), &n), *at = strstr(text, head);

	return at ? AT("%.*s", (int)strcspn(at + strlen(head), "\n"), at + strlen(head)) : "";
}

static void
what_went_in_comes_out(void)
{
	const char *b = backup_in("plain", NULL), *files[] = { "portal.db", "files.db", "secret.db" };
	struct stat st;

	CHECK(strstr(told, "rows, the trail to line") != NULL);
	CHECK(!stat(b, &st) && (st.st_mode & 0777) == 0700);
	CHECK(!stat(AT("%s/secret.db", b), &st) && (st.st_mode & 0777) == 0600);
	CHECK(!there(in("var/backup.tmp")) && !there(AT("%s/seal.key", b)));
	SAME(line_of(b, "sum portal.db report_value.value "),
	    answer(in("var/portal.db"), "SELECT sum(value) FROM report_value"));
	SAME(line_of(b, "count portal.db unit "), answer(in("var/portal.db"), "SELECT count(*) FROM unit"));
	SAME(line_of(b, "trail "), answer(in("var/portal.db"),
	    "SELECT id || ' ' || chain FROM audit ORDER BY id DESC LIMIT 1"));
	CHECK(CTL("restore", b, in("back"), "--seal", in("var/seal.key")) == 0);
	CHECK(!strstr(told, "not proved"));
	for (int i = 0; i < 3; i++)
		SAME(content(AT("%s/%s", in("back"), files[i])), content(AT("%s/%s", in("var"), files[i])));
	SAME(answer(in("back/portal.db"), "PRAGMA journal_mode"), "wal");
	SAME(answer(in("back/portal.db"), "SELECT a.action || v.field || (v.new = '' ) FROM audit a"
	    " JOIN audit_value v ON v.audit = a.id ORDER BY a.id DESC LIMIT 1"), "backup.restorebackup0");
	SAME(answer(in("back/portal.db"), "SELECT max(id) - 1 FROM audit"),
	    answer(in("var/portal.db"), "SELECT max(id) FROM audit"));
	CHECK(shell(AT("cmp -s '%s' '%s'", in("back/seal.key"), in("var/seal.key"))) == 0);
	setenv("PORTAL_VAR", in("back"), 1);
	CHECK(CTL("check") == 0 && strstr(told, "seals: ok") && strstr(told, "trail: ok"));
	unsetenv("PORTAL_VAR");
	/* it lies where something is now */
	CHECK(CTL("restore", b, in("back")) == 1 && strstr(told, "is not empty"));
	/* an empty folder will do, and without the seal's key it says so */
	mkdir(in("back2"), 0700);
	CHECK(CTL("restore", AT("%s/", b), AT("%s/", in("back2"))) == 0 && strstr(told, "not proved"));
	CHECK(!there(in("back2/seal.key")) && there(in("back2/portal.db")));
}

static void
people_sign_in_again_and_nobody_stays_signed_in(void)
{
	static const struct grant read[] = { { "credential", READ }, { 0 } };
	const char *who = answer(in("back/portal.db"), "SELECT id FROM account WHERE login = 'thang.nd'");
	struct db *db = db_open(DB_SECRET, in("back"), read);

	CHECK(db != NULL);
	db_begin(db, DB_READ);
	CHECK(credential_check(db, mem, strtoll(who, NULL, 10), PASSWORD));
	CHECK(!credential_check(db, mem, strtoll(who, NULL, 10), "another one altogether"));
	db_rollback(db);
	db_close(db);
	SAME(answer(in("var/portal.db"), "SELECT count(*) FROM session WHERE ended IS NULL"), "1");
	SAME(answer(in("back/portal.db"), "SELECT count(*) FROM session WHERE ended IS NULL"), "0");
}

static void
an_encrypted_one_is_opened_by_its_secret_alone(void)
{
	size_t n;

	CHECK(CTL("keypair", in("off")) == 0 && CTL("keypair", in("other")) == 0);
	CHECK(CTL("keypair", in("off")) == 1 && strstr(told, "is there already"));
	CHECK(CTL("keypair") == 1 && CTL("keypair", in("no/such")) == 1);
	const char *b = backup_in("enc", "off.public");
	CHECK(!there(AT("%s/portal.db", b)) && there(AT("%s/portal.db.enc", b)));
	const char *bytes = slurp(AT("%s/portal.db.enc", b), &n);
	CHECK(!memmem(bytes, n, "SQLite format", 13) && !memmem(bytes, n, "thang.nd", 8));
	REFUSED("give its secret key", b);
	REFUSED("is not the key of this backup", b, "--secret", in("other.secret"));
	REFUSED("is no secret key", b, "--secret", in("off.public"));
	REFUSED("cannot be read", b, "--secret", in("none"));
	REFUSED("is not encrypted", newest("plain", &(int){ 0 }, &(int){ 0 }), "--secret", in("off.secret"));
	CHECK(CTL("restore", b, in("back3"), "--secret", in("off.secret"), "--seal", in("var/seal.key")) == 0);
	SAME(content(in("back3/portal.db")), content(in("var/portal.db")));
	SAME(content(in("back3/secret.db")), content(in("var/secret.db")));
	/* a key that is none: no backup, and nothing left */
	mkdir(in("nokey"), 0700);
	CHECK(CTL("backup", in("nokey"), "--public", in("off.secret")) == 1 && strstr(told, "is no public key"));
	put(in("zero.public"), AT("public %064d\n", 0), 72);
	CHECK(CTL("backup", in("nokey"), "--public", in("zero.public")) == 1);
	CHECK(CTL("backup", in("nokey"), "--public", in("none")) == 1);
	CHECK(!newest("nokey", &(int){ 0 }, &(int){ 0 }));
}

static void
nothing_damaged_or_cut_short_comes_back(void)
{
	static const char *const files[] = { "portal.db", "files.db", "secret.db" };
	const char *b = newest("plain", &(int){ 0 }, &(int){ 0 });
	const char *e = newest("enc", &(int){ 0 }, &(int){ 0 }), *bad = in("bad");
	size_t n;

	for (int enc = 0; enc < 2; enc++)
		for (int i = 0; i < 3; i++) {
			const char *file = AT("%s/%s%s", bad, files[i], enc ? ".enc" : "");
			copy_of(enc ? e : b, bad);
			const char *secret = enc ? "--secret" : NULL;
			char *bytes = slurp(file, &n);
			bytes[n / 3] ^= 1;
			put(file, bytes, n);
			REFUSED(AT("%s: is not what the manifest names", file), bad, secret, in("off.secret"));
			put(file, bytes, n - 1);
			REFUSED(AT("%s: has %zu bytes", file, n - 1), bad, secret, in("off.secret"));
			unlink(file);
			REFUSED(AT("%s: No such file", file), bad, secret, in("off.secret"));
		}
	/* the manifest cut at every 97th byte, or with one of them changed */
	copy_of(b, bad);
	const char *paper = AT("%s/manifest", bad);
	char *text = slurp(paper, &n);
	for (size_t i = 0; i < n; i += i ? 97 : 1) {
		put(paper, text, i);
		REFUSED("manifest: ", bad);
	}
	put(paper, text, n - 1);
	REFUSED("cut short or damaged", bad);
	size_t signed_part = (size_t)(strstr(text, "mac ") - text);
	for (size_t i = 0; i < signed_part; i += 97) {
		text[i] ^= 2;
		put(paper, text, n);
		REFUSED("manifest: ", bad);
		text[i] ^= 2;
	}
	unlink(paper);
	REFUSED("this is no backup, or not a whole one", bad);
	REFUSED("this is no backup", in("nowhere"));
	copy_of(b, in("portal-x.part"));
	REFUSED("was never finished", in("portal-x.part"));
}

static void
no_mixed_set_comes_back(void)
{
	const char *one = newest("plain", &(int){ 0 }, &(int){ 0 }), *bad = in("bad");
	const char *enc = newest("enc", &(int){ 0 }, &(int){ 0 });

	bare_run(in("var/portal.db"), "UPDATE unit_name SET name = name || '!' WHERE id = 1");
	bare_run(in("var/secret.db"), "INSERT INTO credential VALUES (9999, 'x', 1)");
	const char *two = backup_in("plain2", NULL), *enc2 = backup_in("enc2", "off.public");
	static const char *const files[] = { "portal.db", "secret.db", "manifest" };
	for (int i = 0; i < 3; i++) {
		copy_of(one, bad);
		CHECK(shell(AT("cp '%s/%s' '%s'", two, files[i], bad)) == 0);
		REFUSED("of another backup", bad);
		copy_of(enc, bad);
		CHECK(shell(AT("cp '%s/%s%s' '%s'", enc2, files[i], i < 2 ? ".enc" : "", bad)) == 0);
		REFUSED("of another backup", bad, "--secret", in("off.secret"));
	}
	/* one whose manifest was made to fit: its rows do not */
	copy_of(one, bad);
	CHECK(shell(AT("cp '%s/secret.db' '%s'", two, bad)) == 0);
	forge(bad, line_of(one, "file secret.db "), line_of(two, "file secret.db "));
	REFUSED("the manifest says \"count secret.db credential", bad);
	REFUSED("or forged", bad, "--seal", in("var/seal.key"));
	/* nor are two files of one set each other's, by their names in the stream */
	copy_of(enc, bad);
	const char *a = strstr(line_of(enc, "file files.db "), " bytes");
	const char *c = strstr(line_of(enc, "file secret.db "), " bytes");
	forge(bad, a, " bytes A");
	forge(bad, c, a);
	forge(bad, " bytes A", c);
	CHECK(shell(AT("cd '%s' && mv files.db.enc x && mv secret.db.enc files.db.enc"
	    " && mv x secret.db.enc", bad)) == 0);
	REFUSED("files.db.enc: cannot be decrypted", bad, "--secret", in("off.secret"));
	bare_run(in("var/secret.db"), "DELETE FROM credential WHERE account = 9999");
}

static void
what_is_made_to_fit_is_not_proved(void)
{
	const char *b = newest("plain", &(int){ 0 }, &(int){ 0 }), *bad = in("bad");
	unsigned char key[32] = { 1 };

	/* other totals, other moments, another schema */
	copy_of(b, bad);
	forge(bad, AT("count portal.db unit %s\n", line_of(b, "count portal.db unit ")),
	    "count portal.db unit 3\n");
	REFUSED("the manifest says \"count portal.db unit 3\"", bad);
	copy_of(b, bad);
	forge(bad, AT("made %s", line_of(b, "made ")), "made 2000000000 2033-05-18 10:33:20");
	REFUSED("moments of its files do not belong together", bad);
	copy_of(b, bad);
	forge(bad, "file files.db schema 1 ", "file files.db schema 2 ");
	REFUSED("files.db stands at schema 2, these programs take 1", bad);
	copy_of(b, bad);
	forge(bad, AT("trail %s", line_of(b, "trail ")), AT("trail 1 %064d", 0));
	REFUSED("is not the one that was sealed", bad);
	copy_of(b, bad);
	forge(bad, "set ", "set  ");
	forge(bad, "sound yes", "sound  yes");
	REFUSED("damaged or changed", bad);
	/* the key of the seals tells what else fits, and what is another's */
	copy_of(b, bad);
	forge(bad, "sound yes", "sound no");
	REFUSED("was not sound when it was made", bad);
	REFUSED("or forged", bad, "--unsound", "--seal", in("var/seal.key"));
	put(in("other.key"), (char *)key, 32);
	REFUSED("or forged", b, "--seal", in("other.key"));
	put(in("short.key"), (char *)key, 31);
	REFUSED("is no seal's key", b, "--seal", in("short.key"));
	/* one without it proves nothing to who asks for proof */
	CHECK(!rename(in("var/seal.key"), in("seal.aside")));
	bare_run(in("var/portal.db"), "DROP TRIGGER seal_is_kept; CREATE TABLE aside AS SELECT * FROM seal;"
	    " DELETE FROM seal");
	const char *none = backup_in("unsealed", NULL);
	REFUSED("without the seal's key", none, "--seal", in("seal.aside"));
	bare_run(in("var/portal.db"), "INSERT INTO seal SELECT * FROM aside; DROP TABLE aside;"
	    " CREATE TRIGGER seal_is_kept BEFORE DELETE ON seal"
	    " BEGIN SELECT RAISE(ABORT, 'seals are kept'); END");
	CHECK(!rename(in("seal.aside"), in("var/seal.key")));
}

static void
what_is_asked_wrongly_is_refused(void)
{
	const char *b = newest("plain", &(int){ 0 }, &(int){ 0 });
	int n, parts;

	mkdir(in("q"), 0700);
	CHECK(CTL("backup") == 1 && CTL("backup", in("q"), in("q")) == 1);
	CHECK(CTL("backup", in("q"), "--days") == 1 && CTL("backup", in("q"), "--days", "0") == 1);
	CHECK(CTL("backup", in("q"), "--weeks", "x") == 1 && CTL("backup", "--days", "3") == 1);
	CHECK(CTL("backup", in("q"), "--years", "3") == 1 && CTL("backup", in("q"), "--days", "1", "--days", "1") == 1);
	CHECK(CTL("backup", in("none")) == 1 && strstr(told, "is no folder"));
	CHECK(CTL("backup", in("said")) == 1 && strstr(told, "is no folder"));
	CHECK(CTL("backup", in("var")) == 1 && strstr(told, "is where the databases lie"));
	CHECK(CTL("restore", b) == 1 && CTL("restore", b, in("never"), "x") == 1);
	REFUSED("restore BACKUP DIR", b, "--unsound", "x");
	CHECK(CTL("restore", b, in("said")) == 1 && strstr(told, "Not a directory"));
	CHECK(CTL("restore", b, in("no/such")) == 1 && strstr(told, "No such file"));
	mkdir(in("never.part"), 0700);
	CHECK(CTL("restore", b, in("never")) == 1 && strstr(told, "left by a restore"));
	rmdir(in("never.part"));
	/* while another works, in the one place or in the other */
	for (int i = 0; i < 2; i++) {
		int fd = open(i ? in("q/backup.lock") : in("var/backup.lock"), O_RDWR | O_CREAT, 0600);
		flock(fd, LOCK_EX);
		CHECK(CTL("backup", in("q")) == 1 && strstr(told, "another backup is running"));
		close(fd);
	}
	/* of databases that these programs do not know */
	const char *schema = answer(in("var/files.db"), "PRAGMA user_version");
	bare_run(in("var/files.db"), "PRAGMA user_version = 77");
	CHECK(CTL("backup", in("q")) == 1 && strstr(told, "stands at schema 77"));
	bare_run(in("var/files.db"), AT("PRAGMA user_version = %s", schema));
	/* nowhere to put it */
	CHECK(end(start((const char *const[]){ "portalctl", "backup", in("q"), NULL }, 300000)) == 1);
	CHECK(strlen(told) > 20);
	newest("q", &n, &parts);
	CHECK(n == 0 && parts == 0 && !there(in("var/backup.tmp")));
	CHECK(end(start((const char *const[]){ "portalctl", "restore", b, in("never"), NULL }, 300000)) == 1);
	CHECK(!there(in("never")) && !there(in("never.part")));
}

static pid_t
writer(void)
{
	static const struct grant grants[] = { { "audit", READ | ADD }, { "account", READ }, { 0 } };
	pid_t pid = fork();

	if (pid)
		return pid;
	struct mem *own = mem_new();
	struct db *db = db_open(DB_PORTAL, in("var"), grants);
	for (int64_t i = 1; db; i++) {
		struct change c = { "n", "", mem_printf(own, "%lld", (long long)i), NULL };
		db_begin(db, DB_WRITE);
		audit_add(db, own, &(struct audit_line){ .at = time(NULL), .address = "test",
		    .action = "test.write", .entity = i, .changes = &c });
		if (!db_commit(db))
			break;
		mem_empty(own);
		usleep(2000);
	}
	_exit(1);
}

static void
one_under_writes_is_of_one_moment(void)
{
	pid_t keeper = START("maintain", in("var")), pid;
	long long before = 0;
	int n, parts;

	mkdir(in("busy"), 0700);
	sleep(1);
	pid = writer();
	usleep(300000);
	for (int i = 0; i < 8; i++) {
		CHECK(CTL("backup", in("busy")) == 0);
		long long line = strtoll(line_of(newest("busy", &n, &parts), "trail "), NULL, 10);
		CHECK(n == i + 1 && parts == 0 && line > before);
		before = line;
	}
	kill(pid, SIGKILL);
	waitpid(pid, NULL, 0);
	kill(keeper, SIGTERM);
	waitpid(keeper, NULL, 0);
	CHECK(strtoll(answer(in("var/portal.db"), "SELECT max(id) FROM audit"), NULL, 10) >= before);
	CHECK(CTL("restore", newest("busy", &n, &parts), in("back4"), "--seal", in("var/seal.key")) == 0);
	SAME(answer(in("back4/portal.db"), "SELECT max(id) - 1 FROM audit"), AT("%lld", before));
	CHECK(CTL("check") == 0);
}

/* A moment in the life of such a program. */
static void
kill_within(pid_t pid, long most)
{
	usleep((useconds_t)randombytes_uniform((uint32_t)most));
	kill(pid, SIGKILL);
	waitpid(pid, NULL, 0);
}

static long
how_long(pid_t pid)
{
	struct timespec a, b;

	clock_gettime(CLOCK_MONOTONIC, &a);
	CHECK(end(pid) == 0);
	clock_gettime(CLOCK_MONOTONIC, &b);
	return (b.tv_sec - a.tv_sec) * 1000000 + (b.tv_nsec - a.tv_nsec) / 1000;
}

static void
killed_half_way_it_is_none(void)
{
	int n, parts, before, seen = 0;
	long most;

	mkdir(in("killed"), 0700);
	most = how_long(START("portalctl", "backup", in("killed")));
	for (int i = 0; i < 20; i++) {
		newest("killed", &before, &parts);
		kill_within(START("portalctl", "backup", in("killed")), most);
		const char *b = newest("killed", &n, &parts);
		seen += parts;
		if (n > before) {
			CHECK(CTL("restore", b, in("back5")) == 0);
			CHECK(shell("rm -rf \"$1/back5\"") == 0);
		}
	}
	CHECK(seen > 0);
	CHECK(CTL("backup", in("killed")) == 0);
	const char *b = newest("killed", &n, &parts);
	CHECK(parts == 0 && !there(in("var/backup.tmp")));
	/* and a restore is there whole or not at all */
	most = how_long(START("portalctl", "restore", b, in("back5")));
	for (int i = 0; i < 12; i++) {
		CHECK(shell("rm -rf \"$1/back5\" \"$1/back5.part\"") == 0);
		kill_within(START("portalctl", "restore", b, in("back5"), "--seal", in("var/seal.key")), most);
		if (!there(in("back5")))
			continue;
		setenv("PORTAL_VAR", in("back5"), 1);
		CHECK(CTL("check") == 0);
		unsetenv("PORTAL_VAR");
	}
}

static void
what_is_not_sound_is_kept_and_told(void)
{
	int n, parts;

	mkdir(in("odd"), 0700);
	bare_run(in("var/portal.db"), "DROP TRIGGER audit_is_fixed; UPDATE audit SET entity = entity + 1 WHERE id = 7");
	CHECK(CTL("backup", in("odd")) == 1);
	CHECK(strstr(told, "trail: BAD from line 7 on") && strstr(told, "it is kept"));
	const char *b = newest("odd", &n, &parts);
	CHECK(n == 1 && parts == 0);
	bare_run(in("var/portal.db"), "UPDATE audit SET entity = entity - 1 WHERE id = 7;"
	    " CREATE TRIGGER audit_is_fixed BEFORE UPDATE ON audit"
	    " BEGIN SELECT RAISE(ABORT, 'audit lines are fixed'); END");
	REFUSED("was not sound when it was made", b);
	CHECK(CTL("restore", b, in("back6"), "--unsound") == 0);
}

static void
a_backup_tells_of_a_tail_cut_off_with_its_seals(void)
{
	int n, parts;
	const char *b = newest("plain", &n, &parts), *bad = in("bad");

	CHECK(CTL("restore", b, in("cut"), "--seal", in("var/seal.key")) == 0);
	setenv("PORTAL_VAR", in("cut"), 1);
	CHECK(CTL("check", b, newest("enc", &n, &parts)) == 0);
	CHECK(strstr(told, AT("backup: ok, %s, the trail to line", b)) != NULL);
	/* a later one has seen lines that the restored trail has not */
	CHECK(CTL("check", newest("busy", &n, &parts)) == 1 && strstr(told, "backup: BAD, line"));
	/* after the last line that tells a row of the register, which would be missed */
	const char *kept = answer(in("cut/portal.db"),
	    "SELECT max(id) FROM audit WHERE action IN ('award.decide', 'award.revoke')");
	bare_run(in("cut/portal.db"), AT("DROP TRIGGER audit_is_kept; DROP TRIGGER audit_value_is_kept;"
	    " DROP TRIGGER seal_is_kept; DELETE FROM seal WHERE audit > %s;"
	    " DELETE FROM audit_value WHERE audit > %s; DELETE FROM audit WHERE id > %s", kept, kept, kept));
	CHECK(CTL("check") == 0);	/* alone it cannot know */
	CHECK(CTL("check", b) == 1 && strstr(told, "is not there as it was when"));
	copy_of(b, bad);
	forge(bad, AT("trail %s", line_of(b, "trail ")), answer(in("cut/portal.db"),
	    "SELECT 'trail ' || id || ' ' || chain FROM audit ORDER BY id DESC LIMIT 1"));
	CHECK(CTL("check", bad) == 1 && strstr(told, "or forged"));
	CHECK(CTL("check", in("nowhere")) == 1 && strstr(told, "this is no backup"));
	unsetenv("PORTAL_VAR");
}

static void
old_ones_go_and_the_newest_of_days_and_weeks_stay(void)
{
	const char *b = newest("plain", &(int){ 0 }, &(int){ 0 });
	int64_t removed;

	mkdir(in("old"), 0700);
	/* Tuesday 20/10/2026 and back; two on Monday the 19th; weeks begin on Mondays */
	static const char *const names[] = { "20261020-020000", "20261019-020000", "20261019-020000-2",
	    "20261018-020000", "20261012-020000", "20261011-020000", "20260901-020000" };
	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++)
		copy_of(b, AT("%s/portal-%s", in("old"), names[i]));
	/* no backups of ours: not whole, unfinished, of another name */
	copy_of(b, in("old/portal-20260101-000000"));
	unlink(in("old/portal-20260101-000000/manifest"));
	copy_of(b, in("old/portal-20260101-000000-b"));
	copy_of(b, in("old/mine"));
	/* one that is not sound takes no sound one's place */
	copy_of(newest("odd", &(int){ 0 }, &(int){ 0 }), in("old/portal-20261020-030000"));
	CHECK(!backup_prune(mem, in("old"), 0, 0, &removed) && removed == 0);
	CHECK(!backup_prune(mem, in("old"), 2, 3, &removed) && removed == 3);
	CHECK(there(in("old/portal-20261020-020000")));		/* first day, first week */
	CHECK(there(in("old/portal-20261019-020000-2")));	/* second day */
	CHECK(!there(in("old/portal-20261019-020000")));
	CHECK(there(in("old/portal-20261018-020000")));		/* second week */
	CHECK(!there(in("old/portal-20261012-020000")));
	CHECK(there(in("old/portal-20261011-020000")));		/* third week */
	CHECK(!there(in("old/portal-20260901-020000")));
	CHECK(there(in("old/portal-20261020-030000")) && there(in("old/mine")));
	CHECK(there(in("old/portal-20260101-000000")) && there(in("old/portal-20260101-000000-b")));
	CHECK(!backup_prune(mem, in("old"), 2, 3, &removed) && removed == 0);
	CHECK(!backup_prune(mem, in("old"), 1, 0, &removed) && removed == 3);
	CHECK(there(in("old/portal-20261020-020000")) && there(in("old/portal-20261020-030000")));
	CHECK(backup_prune(mem, in("none"), 1, 1, &removed) != NULL);
	/* what is just made stays, the day's older one goes, with what was left unfinished */
	mkdir(in("old/portal-20200101-000000.part"), 0700);
	CHECK(CTL("backup", in("old"), "--days", "1") == 0 && strstr(told, "1 old removed"));
	CHECK(!there(in("old/portal-20200101-000000.part")));
}

static void
it_is_due_once_that_hour_has_struck(void)
{
	enum { AT_2 = 1795201200 };	/* 21/11/2026 02:00 */

	CHECK(backup_due(0, AT_2 + 60, 2));
	CHECK(backup_due(AT_2 - 1, AT_2, 2) && !backup_due(AT_2, AT_2 + 86399, 2));
	CHECK(backup_due(AT_2, AT_2 + 86400, 2));
	CHECK(!backup_due(AT_2 - 3600, AT_2 - 1, 2));		/* yesterday's hour counts */
	CHECK(backup_due(AT_2 - 86401, AT_2 - 1, 2));
	CHECK(backup_due(AT_2 + 99999, AT_2, 2));		/* a clock that was set back */
	CHECK(!backup_due(AT_2 - 7200, AT_2 + 3600 * 20, 0) && backup_due(AT_2 - 7201, AT_2 + 3600 * 20, 0));
	CHECK(!backup_due(AT_2 - 2 * 3600, AT_2, 23));
}

/* Until maintain has noted a backup, or said something; at most a minute, and where it is
 * told nothing for two seconds. */
static const char *
life_of_maintain(const char *to, const char *public)
{
	struct stat st;

	setenv("PORTAL_BACKUP", to, 1);
	setenv("PORTAL_BACKUP_PUBLIC", public, 1);
	bare_run(in("var/portal.db"), "DELETE FROM upkeep WHERE name = 'backup'");
	pid_t pid = START("maintain", in("var"));
	for (int i = 0; i < (*to ? 600 : 20) && !strcmp(answer(in("var/portal.db"),
	    "SELECT 1 FROM upkeep WHERE name = 'backup'"), "-"); i++) {
		usleep(100000);
		if (!stat(in("said"), &st) && st.st_size > 0 && i > 15)
			break;
	}
	kill(pid, SIGTERM);
	CHECK(end(pid) == 0);
	unsetenv("PORTAL_BACKUP");
	unsetenv("PORTAL_BACKUP_PUBLIC");
	return answer(in("var/portal.db"), "SELECT detail FROM upkeep WHERE name = 'backup'");
}

static void
maintain_makes_one_where_it_is_told(void)
{
	int n, parts;

	mkdir(in("daily"), 0700);
	SAME(life_of_maintain(in("daily"), ""), in("daily"));
	CHECK(strstr(told, "the trail to line") && !strstr(told, "maintain:"));
	const char *b = newest("daily", &n, &parts);
	CHECK(n == 1 && parts == 0 && there(AT("%s/portal.db", b)));
	/* the day's older one goes with the next, by the settings; to a public key */
	SAME(life_of_maintain(in("daily"), in("off.public")), in("daily"));
	b = newest("daily", &n, &parts);
	CHECK(n == 1 && b && there(AT("%s/portal.db.enc", b)));
	CHECK(CTL("restore", b, in("back7"), "--secret", in("off.secret"), "--seal", in("var/seal.key")) == 0);
	SAME(life_of_maintain("daily", ""), "-");
	CHECK(strstr(told, "must be a full path") != NULL);
	SAME(life_of_maintain(in("daily"), in("none")), "-");
	CHECK(strstr(told, "the key cannot be read") && strstr(told, "was not made"));
	newest("daily", &n, &parts);
	CHECK(n == 1 && parts == 0);
	SAME(life_of_maintain("", ""), "-");
	SAME(told, "");
}

enum { FILES = 1024, PIECE = 65536, PIECES = 16 };	/* a gigabyte in all */

static void
lay_a_gigabyte(const char *file)
{
	static unsigned char bytes[PIECES * PIECE];
	sqlite3 *db = bare_open(file);
	sqlite3_stmt *f = NULL, *p = NULL;

	sqlite3_exec(db, "BEGIN IMMEDIATE", NULL, NULL, NULL);
	sqlite3_prepare_v2(db, "INSERT INTO file (id, hash, size, at) VALUES (?1, ?2, ?3, 0)", -1, &f, NULL);
	sqlite3_prepare_v2(db, "INSERT INTO file_piece (file, seq, bytes) VALUES (?1, ?2, ?3)", -1, &p, NULL);
	for (int i = 0; i < FILES; i++) {
		unsigned char hash[32];
		char hex[65];
		randombytes_buf(bytes, sizeof(bytes));
		crypto_hash_sha256(hash, bytes, sizeof(bytes));
		sodium_bin2hex(hex, sizeof(hex), hash, sizeof(hash));
		sqlite3_bind_int(f, 1, 1000 + i);
		sqlite3_bind_text(f, 2, hex, -1, SQLITE_TRANSIENT);
		sqlite3_bind_int(f, 3, sizeof(bytes));
		CHECK(sqlite3_step(f) == SQLITE_DONE);
		sqlite3_reset(f);
		for (int k = 0; k < PIECES; k++) {
			sqlite3_bind_int(p, 1, 1000 + i);
			sqlite3_bind_int(p, 2, k);
			sqlite3_bind_blob(p, 3, bytes + k * PIECE, PIECE, SQLITE_STATIC);
			CHECK(sqlite3_step(p) == SQLITE_DONE);
			sqlite3_reset(p);
		}
	}
	sqlite3_finalize(f);
	sqlite3_finalize(p);
	CHECK(sqlite3_exec(db, "COMMIT", NULL, NULL, NULL) == SQLITE_OK);
	sqlite3_close(db);
}

/* The most memory that a process has had, in kB, as it says itself while it runs: what the kernel
 * tells afterwards counts what its parent had when it was forked. */
static long
most_memory(pid_t pid)
{
	char line[200];
	long most = 0;
	FILE *f = fopen(AT("/proc/%d/status", (int)pid), "r");

	while (f && fgets(line, sizeof(line), f))
		sscanf(line, "VmHWM: %ld kB", &most);
	if (f)
		fclose(f);
	return most;
}

/* What `portalctl` took of the clock and of memory, told; true if it ended well, in five minutes. */
static bool
told_of(const char *what, const char *const argv[])
{
	struct timespec from, to;
	long most = 0, now;
	int status;

	clock_gettime(CLOCK_MONOTONIC, &from);
	pid_t pid = start(argv, 0);
	usleep(100000);		/* it is another program by then */
	for (; waitpid(pid, &status, WNOHANG) == 0; usleep(20000))
		if ((now = most_memory(pid)) > most)
			most = now;
	clock_gettime(CLOCK_MONOTONIC, &to);
	double took = (double)(to.tv_sec - from.tv_sec) + (double)(to.tv_nsec - from.tv_nsec) / 1e9;
	fprintf(stderr, "backup_test: 1 GiB of files, %s: %.1f s, %.1f MB of memory\n", what, took,
	    (double)most / 1024);
	return status == 0 && took < 300;
}
#define TOLD_OF(what, ...) told_of(what, (const char *const[]){ "portalctl", __VA_ARGS__, NULL })

static void
a_gigabyte_goes_out_and_comes_back(void)
{
	const char *o = getenv("O");
	const char *big = AT("%s/portal-backup-big-XXXXXX", realpath(o ? o : "build", NULL));
	int n, parts;

	CHECK(mkdtemp((char *)big) != NULL);
	/* all of it in the log, where it lies until `maintain` has come by */
	CHECK(shell(AT("ln -s '%s' '%s' && cp -r '%s' '%s/var' && mkdir '%s/to'", big, in("big"), in("var"), big,
	    big)) == 0);
	lay_a_gigabyte(AT("%s/var/files.db", big));
	setenv("PORTAL_VAR", AT("%s/var", big), 1);
	CHECK(TOLD_OF("a backup", "backup", AT("%s/to", big)));
	const char *b = newest("big/to", &n, &parts);
	CHECK(n == 1 && parts == 0);
	CHECK(TOLD_OF("restored", "restore", b, AT("%s/back", big), "--seal", AT("%s/var/seal.key", big)));
	SAME(content(AT("%s/back/files.db", big)), content(AT("%s/var/files.db", big)));
	SAME(answer(AT("%s/back/files.db", big), "SELECT count(*) FROM file_piece WHERE file >= 1000"), "16384");
	unsetenv("PORTAL_VAR");
	CHECK(shell(AT("rm -rf '%s'", big)) == 0);
}

/* In the place of the library's, where a backup is made by this very process: after each copy, and
 * before the first is stored, something happens. */
static void (*after_copy)(enum db_file), (*before_pack)(const char *copy);

const char *__real_base_copy(struct mem *, enum db_file, const char *, const char *);
const char *__wrap_base_copy(struct mem *, enum db_file, const char *, const char *);
const char *__real_pack(struct mem *, const char *, const char *, const unsigned char *, const char *,
	void *part);
const char *__wrap_pack(struct mem *, const char *, const char *, const unsigned char *, const char *,
	void *part);

const char *
__wrap_base_copy(struct mem *m, enum db_file which, const char *from, const char *to)
{
	const char *wrong = __real_base_copy(m, which, from, to);

	if (after_copy)
		after_copy(which);
	return wrong;
}

const char *
__wrap_pack(struct mem *m, const char *from, const char *to, const unsigned char *key,
    const char *bound, void *part)
{
	if (before_pack)
		before_pack(from);
	return __real_pack(m, from, to, key, bound, part);
}

/* As a page does: the bytes first, then the row that names them. */
static void
attach_one(int i)
{
	const char *bytes = AT("tep %d", i);
	unsigned char hash[32];
	char hex[65];

	crypto_hash_sha256(hash, (const unsigned char *)bytes, strlen(bytes));
	sodium_bin2hex(hex, sizeof(hex), hash, sizeof(hash));
	bare_run(in("live/files.db"), AT("INSERT INTO file (id, hash, size, at) VALUES (%d, '%s', %zu, 0);"
	    " INSERT INTO file_piece (file, seq, bytes) VALUES (%d, 0, CAST('%s' AS BLOB))", 5000 + i, hex,
	    strlen(bytes), 5000 + i, bytes));
	bare_run(in("live/portal.db"), AT("INSERT INTO attachment (id, kind, record, hash, name, type, size, at,"
	    " account) VALUES (%d, 'evaluation', 1, '%s', 'a.txt', 'text/plain', %zu, 0, 1)", 5000 + i, hex,
	    strlen(bytes)));
}

static int copies;

static void
attach_after(enum db_file which)
{
	(void)which;
	attach_one(++copies);
}

/* Whoever's row is copied has its bytes copied after it: the other way round one that came between
 * would be named and not there. */
static void
files_that_come_meanwhile_are_whole_or_not_named(void)
{
	struct backup b;

	copy_of(in("var"), in("live"));
	mkdir(in("meanwhile"), 0700);
	copies = 0, after_copy = attach_after;
	const char *wrong = backup_make(mem, in("live"), in("meanwhile"), NULL, time(NULL), &b);
	after_copy = NULL;
	SAME(wrong ? wrong : "", "");
	CHECK(copies == 3 && b.sound);
	CHECK(CTL("restore", AT("%s/%s", in("meanwhile"), b.name), in("back8"), "--seal", in("var/seal.key")) == 0);
	setenv("PORTAL_VAR", in("back8"), 1);
	CHECK(CTL("check") == 0);
	unsetenv("PORTAL_VAR");
	/* of the one that came after the first copy the bytes are there, and nothing names them */
	SAME(answer(in("back8/portal.db"), "SELECT count(*) FROM attachment WHERE id > 5000"), "0");
	SAME(answer(in("back8/files.db"), "SELECT count(*) FROM file WHERE id > 5000"), "1");
}

/* A row goes after the totals were taken, where every digest still fits. */
static void
lose_one(const char *copy)
{
	if (strstr(copy, "secret.db"))
		bare_run(copy, "DELETE FROM credential WHERE account = (SELECT max(account) FROM credential)");
}

static void
change_one(const char *copy)
{
	if (strstr(copy, "portal.db"))
		bare_run(copy, "UPDATE report_value SET value = value + 1 WHERE value IS NOT NULL");
}

static void
what_does_not_add_up_again_is_no_backup(void)
{
	void (*const harms[])(const char *) = { lose_one, change_one };
	struct backup b;
	int n, parts;

	mkdir(in("less"), 0700);
	for (int i = 0; i < 2; i++) {
		before_pack = harms[i];
		const char *wrong = backup_make(mem, in("var"), in("less"), NULL, time(NULL), &b);
		before_pack = NULL;
		SAME(wrong ? wrong : "", "what was read back does not add up to what was copied");
		newest("less", &n, &parts);
		CHECK(n == 0 && parts == 0 && !there(in("var/backup.tmp")));
	}
}

int
main(void)
{
	static const char *const names[] = { "portal.db", "secret.db", "files.db" };
	static const char *const envs[] = { "TEST_PORTAL_DB", "TEST_SECRET_DB", "TEST_FILES_DB" };

	setenv("TZ", "<+07>-7", 1);
	tzset();
	snprintf(base, sizeof(base), "%s/portal-backup-XXXXXX",
	    access("/dev/shm", W_OK) ? "/tmp" : "/dev/shm");
	mem = mem_new();
	if (!mkdtemp(base) || sodium_init() < 0)
		return 1;
	mkdir(in("var"), 0700);
	for (int i = 0; i < 3; i++)
		scene_copy(AT("%s/%s", in("var"), names[i]), envs[i]);
	CHECK(CTL("sample", "db/sample") == 0);
	bare_run(in("var/portal.db"), "INSERT INTO session (token, account, secret, created, seen, expires,"
	    " address, agent) VALUES ('t', 1, '', 0, 0, 4000000000, '', '')");
	pid_t keeper = START("maintain", in("var"));	/* seals the trail, and makes the key */
	for (int i = 0; i < 100 && !strcmp(answer(in("var/portal.db"), "SELECT 1 FROM upkeep"
	    " WHERE name = 'maintain'"), "-"); i++)
		usleep(100000);
	kill(keeper, SIGTERM);
	CHECK(end(keeper) == 0);
	what_went_in_comes_out();
	people_sign_in_again_and_nobody_stays_signed_in();
	an_encrypted_one_is_opened_by_its_secret_alone();
	nothing_damaged_or_cut_short_comes_back();
	no_mixed_set_comes_back();
	what_is_made_to_fit_is_not_proved();
	what_is_asked_wrongly_is_refused();
	one_under_writes_is_of_one_moment();
	files_that_come_meanwhile_are_whole_or_not_named();
	what_does_not_add_up_again_is_no_backup();
	killed_half_way_it_is_none();
	what_is_not_sound_is_kept_and_told();
	a_backup_tells_of_a_tail_cut_off_with_its_seals();
	old_ones_go_and_the_newest_of_days_and_weeks_stay();
	it_is_due_once_that_hour_has_struck();
	maintain_makes_one_where_it_is_told();
	if (getenv("PORTAL_SOAK"))
		a_gigabyte_goes_out_and_comes_back();
	shell("rm -rf \"$1\"");
	return done();
}
