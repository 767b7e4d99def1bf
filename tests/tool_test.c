/*
 * tool_test.c - `migrate` and `maintain` as programs, on databases of their own.
 */

#include <fcntl.h>
#include <signal.h>
#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "cgi-bin/lib/tend.h"
#include "db/mem.h"
#include "db/text.h"
#include "tests/bare.h"
#include "tests/paper.h"
#include "tests/test.h"

static char dir[] = "/tmp/portal-tool-XXXXXX";

/* A file in the test's directory; good until the eighth next call. */
static const char *
at(const char *name)
{
	static char path[8][200];
	static int i;

	i = (i + 1) % 8;
	snprintf(path[i], sizeof(path[i]), "%s/%s", dir, name);
	return path[i];
}

static void
put(const char *name, const char *text)
{
	FILE *f = fopen(at(name), "w");

	fputs(text, f);
	fclose(f);
}

static off_t
size_of(const char *name)
{
	struct stat st;

	return stat(at(name), &st) ? -1 : st.st_size;
}

/* Starts a program of the build; what it says on stderr goes to `said`. */
static pid_t
start(char *const argv[])
{
	const char *o = getenv("O");
	pid_t pid = fork();

	if (pid)
		return pid;
	int out = open("/dev/null", O_WRONLY);
	int err = open(at("said"), O_WRONLY | O_CREAT | O_TRUNC, 0600);
	char file[200];

	dup2(out, 1);
	dup2(err, 2);
	snprintf(file, sizeof(file), "%s/bin/%s", o ? o : "build", argv[0]);
	execv(file, argv);
	_exit(127);
}

static int
end(pid_t pid)
{
	int status;

	waitpid(pid, &status, 0);
	return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
}

static int
migrate(const char *db, const char *one, const char *two)
{
	return end(start((char *[]){ "migrate", (char *)db, (char *)one,
	    (char *)two, NULL }));
}

static void
run(const char *name, const char *sql)
{
	bare_run(at(name), sql);
}

/* The first value of the answer, "-" if there is none. */
static const char *
answer(const char *name, const char *sql)
{
	static struct mem *mem;

	return bare_text(mem ? mem : (mem = mem_new()), at(name), sql);
}

static void
migrations_run_once_each_and_in_order(void)
{
	put("1.sql", "CREATE TABLE t (a INTEGER PRIMARY KEY) STRICT;"
	    " INSERT INTO t VALUES (1);");
	put("2.sql", "INSERT INTO t VALUES (2);"
	    " CREATE TABLE u (t INTEGER REFERENCES t) STRICT;");
	CHECK(migrate(at("m.db"), at("1.sql"), NULL) == 0);
	SAME(answer("m.db", "PRAGMA user_version"), "1");
	CHECK(migrate(at("m.db"), at("1.sql"), at("2.sql")) == 0);
	CHECK(migrate(at("m.db"), at("1.sql"), at("2.sql")) == 0);
	SAME(answer("m.db", "PRAGMA user_version"), "2");
	SAME(answer("m.db", "SELECT group_concat(a) FROM t"), "1,2");
	SAME(answer("m.db", "PRAGMA journal_mode"), "wal");
}

static void
migrate_leaves_the_log_to_maintain(void)
{
	CHECK(size_of("m.db-wal") > 4096);
	CHECK(size_of("m.db") <= 4096);
}

static void
a_migration_that_fails_leaves_nothing(void)
{
	put("bad.sql", "CREATE TABLE v (a); INSERT INTO nowhere VALUES (1);");
	CHECK(migrate(at("n.db"), at("1.sql"), at("bad.sql")) == 1);
	SAME(answer("n.db", "PRAGMA user_version"), "1");
	SAME(answer("n.db", "SELECT count(*) FROM sqlite_schema"), "1");
	CHECK(size_of("said") > 0);

	put("ends.sql", "CREATE TABLE v (a); COMMIT;");
	CHECK(migrate(at("n.db"), at("1.sql"), at("ends.sql")) == 1);
	SAME(answer("n.db", "PRAGMA user_version"), "1");

	put("dangling.sql", "CREATE TABLE w (t INTEGER REFERENCES t);"
	    " INSERT INTO w VALUES (99);");
	CHECK(migrate(at("o.db"), at("1.sql"), at("dangling.sql")) == 1);
	SAME(answer("o.db", "SELECT count(*) FROM sqlite_schema"), "1");
}

static void
migrate_refuses_what_it_cannot_do(void)
{
	CHECK(migrate(at("p.db"), at("no-such.sql"), NULL) == 1);
	CHECK(migrate(at("p.db"), NULL, NULL) == 2);
	CHECK(migrate(at("no/such/p.db"), at("1.sql"), NULL) == 1);
	/* a database that is newer than the programs */
	CHECK(migrate(at("m.db"), at("1.sql"), NULL) == 1);
	SAME(answer("m.db", "PRAGMA user_version"), "2");
}

static void
lay_scene(void)
{
	put("portal.sql",
	    "CREATE TABLE upkeep (name TEXT PRIMARY KEY, at INTEGER NOT NULL,"
	    "  detail TEXT NOT NULL) STRICT;"
	    "CREATE TABLE audit (id INTEGER PRIMARY KEY, chain TEXT NOT NULL) STRICT;"
	    "CREATE TABLE seal (id INTEGER PRIMARY KEY, at INTEGER NOT NULL,"
	    "  audit INTEGER NOT NULL, chain TEXT NOT NULL, mac TEXT NOT NULL) STRICT;"
	    "CREATE TABLE account (id INTEGER PRIMARY KEY, name TEXT NOT NULL,"
	    "  name_key TEXT NOT NULL, name_plain TEXT NOT NULL) STRICT;"
	    "CREATE TABLE plan (id INTEGER PRIMARY KEY, subject TEXT NOT NULL,"
	    "  subject_plain TEXT NOT NULL, subject_key TEXT NOT NULL DEFAULT '',"
	    "  issuer TEXT NOT NULL DEFAULT '', issuer_key TEXT NOT NULL DEFAULT '') STRICT;"
	    "CREATE TABLE nomination (id INTEGER PRIMARY KEY, name TEXT NOT NULL,"
	    "  name_key TEXT NOT NULL, person_key TEXT NOT NULL, name_plain TEXT NOT NULL) STRICT;"
	    "CREATE TABLE award_decision (id INTEGER PRIMARY KEY, title TEXT NOT NULL,"
	    "  title_plain TEXT NOT NULL, number TEXT NOT NULL DEFAULT '',"
	    "  number_plain TEXT NOT NULL DEFAULT '') STRICT;"
	    "CREATE TABLE evaluation (id INTEGER PRIMARY KEY, name TEXT NOT NULL,"
	    "  name_key TEXT NOT NULL, name_plain TEXT NOT NULL) STRICT;"
	    "CREATE TABLE evaluation_left (name TEXT NOT NULL, name_key TEXT NOT NULL,"
	    "  name_plain TEXT NOT NULL) STRICT;"
	    "CREATE TABLE feedback (id INTEGER PRIMARY KEY, text TEXT NOT NULL,"
	    "  text_plain TEXT NOT NULL) STRICT;"
	    "CREATE TABLE task (id INTEGER PRIMARY KEY, text TEXT NOT NULL,"
	    "  text_plain TEXT NOT NULL) STRICT;"
	    "CREATE TABLE document (id INTEGER PRIMARY KEY, subject TEXT NOT NULL,"
	    "  subject_plain TEXT NOT NULL) STRICT;"
	    "CREATE TABLE unit_name (id INTEGER PRIMARY KEY, name TEXT NOT NULL,"
	    "  name_key TEXT NOT NULL, name_plain TEXT NOT NULL) STRICT;"
	    "CREATE TABLE session (id INTEGER PRIMARY KEY, expires INTEGER NOT NULL,"
	    "  ended INTEGER) STRICT;"
	    "CREATE TABLE draft (at INTEGER NOT NULL) STRICT;"
	    "CREATE TABLE posted (at INTEGER NOT NULL) STRICT;"
	    "CREATE TABLE attachment (hash TEXT NOT NULL, removed INTEGER) STRICT;");
	put("files.sql", "CREATE TABLE file (id INTEGER PRIMARY KEY, hash TEXT,"
	    "  at INTEGER NOT NULL, erased INTEGER) STRICT;"
	    "CREATE TABLE file_piece (file INTEGER NOT NULL REFERENCES file,"
	    "  bytes BLOB NOT NULL) STRICT;");
	put("secret.sql", "CREATE TABLE credential (account INTEGER PRIMARY KEY) STRICT;"
	    "CREATE TABLE attempt (key TEXT PRIMARY KEY,"
	    " failures INTEGER NOT NULL, last INTEGER NOT NULL) STRICT;");
	CHECK(migrate(at("portal.db"), at("portal.sql"), NULL) == 0);
	CHECK(migrate(at("secret.db"), at("secret.sql"), NULL) == 0);
	CHECK(migrate(at("files.db"), at("files.sql"), NULL) == 0);
}

/* One life of maintain: everything is done once by the time its heart beats. */
static int
maintain(void)
{
	run("portal.db", "DELETE FROM upkeep WHERE name = 'maintain'");
	pid_t pid = start((char *[]){ "maintain", dir, NULL });

	for (int i = 0; i < 500 && !strcmp("-", answer("portal.db",
	    "SELECT at FROM upkeep WHERE name = 'maintain'")); i++)
		usleep(10000);
	kill(pid, SIGTERM);
	return end(pid);
}

static void
its_heart_beats_and_all_is_quiet(void)
{
	CHECK(maintain() == 0);
	SAME(answer("portal.db", "SELECT abs(at - unixepoch()) < 10 FROM upkeep"
	    " WHERE name = 'maintain'"), "1");
	SAME(answer("portal.db", "SELECT abs(at - unixepoch()) < 10 FROM upkeep"
	    " WHERE name = 'secret'"), "1");
	SAME(answer("portal.db", "SELECT abs(at - unixepoch()) < 10 FROM upkeep"
	    " WHERE name = 'files'"), "1");
	CHECK(size_of("said") == 0);
}

/* Of passwords that it cannot read it does not say that they are sound. */
static void
a_file_that_cannot_be_read_is_not_noted(void)
{
	run("portal.db", "DELETE FROM upkeep WHERE name = 'secret'");
	run("secret.db", "ALTER TABLE credential RENAME TO gone");
	CHECK(maintain() == 0);
	SAME(answer("portal.db", "SELECT at FROM upkeep WHERE name = 'secret'"), "-");
	CHECK(size_of("said") > 0);
	run("secret.db", "ALTER TABLE gone RENAME TO credential");
	CHECK(maintain() == 0);
	SAME(answer("portal.db", "SELECT count(*) FROM upkeep WHERE name = 'secret'"), "1");
}

static void
what_was_committed_goes_into_the_file(void)
{
	run("portal.db", "INSERT INTO account VALUES (70, 'Hoàng Văn Thụ', '', '')");
	CHECK(maintain() == 0);

	FILE *from = fopen(at("portal.db"), "rb"), *to = fopen(at("alone.db"), "wb");
	for (int c; (c = getc(from)) != EOF;)
		putc(c, to);
	fclose(from);
	fclose(to);
	SAME(answer("alone.db", "SELECT name FROM account WHERE id = 70"),
	    "Hoàng Văn Thụ");
	SAME(answer("alone.db", "PRAGMA integrity_check"), "ok");
}

static void
only_what_is_past_its_time_goes(void)
{
	run("portal.db",
	    "INSERT INTO session VALUES"
	    " (1, unixepoch() + 3600, NULL), (2, unixepoch() + 3600, 0),"
	    " (3, unixepoch() - 3600, NULL), (4, unixepoch() - 90000, NULL),"
	    " (5, unixepoch() + 3600, unixepoch() - 3600),"
	    " (6, unixepoch() + 3600, unixepoch() - 90000);"
	    "INSERT INTO draft VALUES (unixepoch() - 29 * 86400),"
	    " (unixepoch() - 31 * 86400);"
	    "INSERT INTO posted VALUES (unixepoch() - 6 * 86400),"
	    " (unixepoch() - 8 * 86400);");
	run("secret.db", "INSERT INTO attempt VALUES"
	    " ('new', 1, unixepoch() - 80000), ('old', 9, unixepoch() - 90000)");
	CHECK(maintain() == 0);
	SAME(answer("portal.db", "SELECT group_concat(id) FROM session"), "1,2,3,5");
	SAME(answer("portal.db", "SELECT count(*) FROM draft"), "1");
	SAME(answer("portal.db", "SELECT (unixepoch() - at) / 86400 FROM posted"), "6");
	SAME(answer("secret.db", "SELECT group_concat(key) FROM attempt"), "new");
}

static void
a_file_that_nobody_names_goes_after_seven_days(void)
{
	run("files.db",
	    "INSERT INTO file VALUES (1, 'named', 0, NULL), (2, 'old', unixepoch() - 8 * 86400, NULL),"
	    " (3, 'new', unixepoch() - 6 * 86400, NULL), (4, 'erased', 0, 5),"
	    " (5, 'taken off long ago', 0, NULL), (6, 'taken off', 0, NULL), (7, 'both', 0, NULL);"
	    "INSERT INTO file_piece SELECT id, x'00' FROM file WHERE erased IS NULL");
	run("portal.db", "INSERT INTO attachment VALUES ('named', NULL),"
	    " ('taken off long ago', unixepoch() - 8 * 86400), ('taken off', unixepoch() - 6 * 86400),"
	    " ('both', 1), ('both', NULL)");
	CHECK(maintain() == 0);
	CHECK(size_of("said") == 0);
	SAME(answer("files.db", "SELECT group_concat(id) FROM file"), "1,3,4,6,7");
	SAME(answer("files.db", "SELECT group_concat(file) FROM file_piece"), "1,3,6,7");
	CHECK(size_of("files.db") > 0);
}

static void
the_last_line_is_sealed_with_the_key(void)
{
	unsigned char key[32], mac[32];
	char hex[65], text[200];
	struct stat st;

	SAME(answer("portal.db", "SELECT count(*) FROM seal"), "0");
	CHECK(size_of("seal.key") == -1);	/* nothing to seal yet */
	run("portal.db", "INSERT INTO audit VALUES (1, 'aa'), (2, 'bb')");
	CHECK(maintain() == 0);
	SAME(answer("portal.db", "SELECT group_concat(audit || chain) FROM seal"),
	    "2bb");
	CHECK(!stat(at("seal.key"), &st) && st.st_size == 32
	    && (st.st_mode & 0777) == 0600);
	CHECK(size_of("seal.key.new") == -1);

	FILE *f = fopen(at("seal.key"), "rb");
	CHECK(f && fread(key, 1, 32, f) == 32);
	fclose(f);
	snprintf(text, sizeof(text), "2|bb|%s",
	    answer("portal.db", "SELECT at FROM seal"));
	crypto_auth_hmacsha256(mac, (unsigned char *)text, strlen(text), key);
	sodium_bin2hex(hex, sizeof(hex), mac, 32);
	SAME(answer("portal.db", "SELECT mac FROM seal"), hex);
}

static void
no_news_is_not_sealed_again_and_the_key_stays(void)
{
	unsigned char before[32] = { 0 }, after[32] = { 1 };
	FILE *f = fopen(at("seal.key"), "rb");

	CHECK(fread(before, 1, 32, f) == 32);
	fclose(f);
	CHECK(maintain() == 0);
	SAME(answer("portal.db", "SELECT count(*) FROM seal"), "1");
	run("portal.db", "INSERT INTO audit VALUES (3, 'cc')");
	CHECK(maintain() == 0);
	SAME(answer("portal.db", "SELECT group_concat(audit || chain) FROM seal"),
	    "2bb,3cc");
	f = fopen(at("seal.key"), "rb");
	CHECK(fread(after, 1, 32, f) == 32 && !memcmp(before, after, 32));
	fclose(f);
	CHECK(size_of("said") == 0);
}

static void
a_changed_or_missing_line_is_told_and_not_sealed_over(void)
{
	run("portal.db", "UPDATE audit SET chain = 'xx' WHERE id = 3;"
	    " INSERT INTO audit VALUES (4, 'dd')");
	CHECK(maintain() == 0);
	CHECK(size_of("said") > 0);
	SAME(answer("portal.db", "SELECT max(audit) FROM seal"), "3");

	run("portal.db", "DELETE FROM audit WHERE id = 3");
	CHECK(maintain() == 0);
	CHECK(size_of("said") > 0);
	SAME(answer("portal.db", "SELECT max(audit) FROM seal"), "3");
	run("portal.db", "INSERT INTO audit VALUES (3, 'cc')");
}

static void
a_lost_or_broken_key_is_not_replaced(void)
{
	rename(at("seal.key"), at("kept"));
	CHECK(maintain() == 0);
	CHECK(size_of("said") > 0);
	CHECK(size_of("seal.key") == -1);
	SAME(answer("portal.db", "SELECT max(audit) FROM seal"), "3");

	put("seal.key", "short");
	CHECK(maintain() == 0);
	CHECK(size_of("said") > 0);
	CHECK(size_of("seal.key") == 5);
	SAME(answer("portal.db", "SELECT max(audit) FROM seal"), "3");

	rename(at("kept"), at("seal.key"));
	CHECK(maintain() == 0);
	SAME(answer("portal.db", "SELECT max(audit) FROM seal"), "4");
}

static void
keys_are_made_anew_when_icu_changes(void)
{
	struct mem *mem = mem_new();

	run("portal.db", "UPDATE upkeep SET detail = 'ICU 1' WHERE name = 'text';"
	    " INSERT INTO account VALUES (1, 'Lò Thị Thanh Huyền', 'old', 'old');"
	    " INSERT INTO unit_name VALUES (1, 'UBND xã Đồng Tâm', 'old', 'old');"
	    " INSERT INTO award_decision VALUES (1, 'Khen', 'old', '15 /QĐ-UBND', 'old');"
	    " INSERT INTO feedback VALUES (1, 'Nên  gộp', 'old');"
	    " INSERT INTO task VALUES (1, 'Lập danh sách', 'old');"
	    " INSERT INTO document VALUES (1, 'Nâng mức vay', 'old')");
	CHECK(maintain() == 0);
	SAME(answer("portal.db", "SELECT detail FROM upkeep WHERE name = 'text'"),
	    text_version());
	SAME(answer("portal.db", "SELECT name_key FROM account WHERE id = 1"),
	    text_name_key(mem, "Lò Thị Thanh Huyền"));
	SAME(answer("portal.db", "SELECT name_key FROM unit_name"),
	    text_key(mem, "UBND xã Đồng Tâm"));
	SAME(answer("portal.db", "SELECT name_plain FROM unit_name"),
	    text_plain(mem, "UBND xã Đồng Tâm"));
	SAME(answer("portal.db", "SELECT number_plain FROM award_decision"), "15/qd-ubnd");
	SAME(answer("portal.db", "SELECT text_plain FROM feedback"), "nen gop");
	SAME(answer("portal.db", "SELECT text_plain FROM task"), "lap danh sach");
	SAME(answer("portal.db", "SELECT subject_plain FROM document"), "nang muc vay");
	mem_free(mem);

	/* and by the same ICU they are left alone */
	run("portal.db", "UPDATE unit_name SET name_key = 'mine'");
	CHECK(maintain() == 0);
	SAME(answer("portal.db", "SELECT name_key FROM unit_name"), "mine");
	CHECK(size_of("said") == 0);
}

static void
keys_change_all_together_or_not_at_all(void)
{
	run("portal.db", "UPDATE upkeep SET detail = 'ICU 1' WHERE name = 'text';"
	    " ALTER TABLE account RENAME COLUMN name_key TO other");
	CHECK(maintain() == 0);
	CHECK(size_of("said") > 0);
	SAME(answer("portal.db", "SELECT name_key FROM unit_name"), "mine");
	SAME(answer("portal.db", "SELECT detail FROM upkeep WHERE name = 'text'"),
	    "ICU 1");
	run("portal.db", "ALTER TABLE account RENAME COLUMN other TO name_key");
}

/* However long it is, where nobody reads it the next writer begins it anew; what a reader keeps is
 * told, and no longer when he has let go. */
static void
a_log_that_a_reader_keeps_is_told(void)
{
	sqlite3 *reader = bare_open(at("portal.db"));

	CHECK(maintain() == 0);
	CHECK(size_of("said") == 0);
	run("portal.db", "CREATE TABLE big (b BLOB);"
	    " INSERT INTO big VALUES (zeroblob(70000000))");
	CHECK(maintain() == 0);
	CHECK(size_of("said") == 0);
	SAME(answer("portal.db", "SELECT count(*) FROM upkeep WHERE name = 'log'"), "0");
	sqlite3_exec(reader, "BEGIN; SELECT count(*) FROM upkeep", NULL, NULL, NULL);
	run("portal.db", "UPDATE big SET b = zeroblob(70000001)");
	CHECK(maintain() == 0);
	CHECK(size_of("said") > 0);
	SAME(answer("portal.db", "SELECT abs(at - unixepoch()) < 10 FROM upkeep"
	    " WHERE name = 'log'"), "1");
	sqlite3_close(reader);
	CHECK(maintain() == 0);
	CHECK(size_of("said") == 0);
	SAME(answer("portal.db", "SELECT count(*) FROM upkeep WHERE name = 'log'"), "0");
}

/* Writes so much, and is read by one who stays until sqlite3_close(). */
static void
write_some(sqlite3 *db)
{
	CHECK(!sqlite3_exec(db, "PRAGMA wal_autocheckpoint = 0; PRAGMA synchronous = OFF;"
	    " INSERT OR REPLACE INTO upkeep VALUES ('blob', 0, hex(randomblob(100000)))", NULL, NULL, NULL));
}

static sqlite3 *
a_reader(void)
{
	sqlite3 *db = bare_open(at("portal.db"));

	sqlite3_exec(db, "BEGIN; SELECT count(*) FROM upkeep", NULL, NULL, NULL);
	return db;
}

static bool
held_after_a_look(struct base *base)
{
	tend_checkpoint(base);
	return base->held;
}

/* What is held is what the next writer cannot begin anew: as of this look, by what the last one saw. */
static void
a_log_is_held_while_it_is_read(void)
{
	struct base base = { .name = "portal" };
	sqlite3 *writer = bare_open(at("portal.db")), *reader;
	struct rlimit all, none;

	CHECK(tend_open(&base, dir));
	write_some(writer);
	CHECK(!held_after_a_look(&base));		/* its first */
	write_some(writer);
	CHECK(!held_after_a_look(&base));
	/* he reads from before its end */
	reader = a_reader();
	write_some(writer);
	CHECK(held_after_a_look(&base) && held_after_a_look(&base));
	/* more was written while he read; he goes before the look */
	write_some(writer);
	sqlite3_close(reader);
	CHECK(!held_after_a_look(&base) && !held_after_a_look(&base));
	/* he reads to its end: all is copied, and it is not begun anew */
	write_some(writer);
	reader = a_reader();
	CHECK(!held_after_a_look(&base));
	write_some(writer);
	sqlite3_close(reader);
	CHECK(held_after_a_look(&base) && !held_after_a_look(&base));
	/* a disk that takes nothing is no reader */
	write_some(writer);
	CHECK(!held_after_a_look(&base));
	write_some(writer);
	getrlimit(RLIMIT_FSIZE, &all);
	none = (struct rlimit){ 1, all.rlim_max };
	signal(SIGXFSZ, SIG_IGN);
	setrlimit(RLIMIT_FSIZE, &none);
	bool held = held_after_a_look(&base);
	setrlimit(RLIMIT_FSIZE, &all);
	CHECK(!held);
	write_some(writer);
	CHECK(!held_after_a_look(&base) && !held_after_a_look(&base));
	/* nor does it make one go */
	reader = a_reader();
	write_some(writer);
	CHECK(held_after_a_look(&base));
	setrlimit(RLIMIT_FSIZE, &none);
	held = held_after_a_look(&base);
	setrlimit(RLIMIT_FSIZE, &all);
	CHECK(held && held_after_a_look(&base));
	sqlite3_close(reader);
	CHECK(!sqlite3_exec(writer, "DELETE FROM upkeep WHERE name = 'blob'", NULL, NULL, NULL));
	sqlite3_close(writer);
	tend_close(&base);
}

/* Since when, not when last looked at: by that a first one that never comes is told. */
static void
a_wanted_backup_is_noted_once(void)
{
	run("portal.db", "INSERT INTO upkeep VALUES ('backup', unixepoch(), '')");
	setenv("PORTAL_BACKUP", "/nowhere", 1);
	CHECK(maintain() == 0);
	SAME(answer("portal.db", "SELECT abs(at - unixepoch()) < 10 FROM upkeep"
	    " WHERE name = 'backup_wanted'"), "1");
	run("portal.db", "UPDATE upkeep SET at = 7 WHERE name = 'backup_wanted'");
	CHECK(maintain() == 0);
	SAME(answer("portal.db", "SELECT at FROM upkeep WHERE name = 'backup_wanted'"), "7");
	unsetenv("PORTAL_BACKUP");
	CHECK(maintain() == 0);
	SAME(answer("portal.db", "SELECT at FROM upkeep WHERE name = 'backup_wanted'"), "-");
	run("portal.db", "DELETE FROM upkeep WHERE name = 'backup'");
}

static void
it_ends_when_its_parent_dies(void)
{
	int pipe_fd[2];
	pid_t child = 0, parent;

	CHECK(!pipe(pipe_fd));
	run("portal.db", "DELETE FROM upkeep WHERE name = 'maintain'");
	if (!(parent = fork())) {
		child = start((char *[]){ "maintain", dir, NULL });
		if (write(pipe_fd[1], &child, sizeof(child)) < 0)
			_exit(1);
		pause();
	}
	CHECK(read(pipe_fd[0], &child, sizeof(child)) == sizeof(child));
	for (int i = 0; i < 500 && !strcmp("-", answer("portal.db",
	    "SELECT at FROM upkeep WHERE name = 'maintain'")); i++)
		usleep(10000);
	CHECK(!kill(child, 0));
	kill(parent, SIGKILL);
	waitpid(parent, NULL, 0);

	/* gone, or dead and not yet collected by whoever adopts it */
	char file[64], line[200] = "";
	snprintf(file, sizeof(file), "/proc/%d/stat", (int)child);
	for (int i = 0; i < 300; i++) {
		FILE *f = fopen(file, "r");
		if (!f || !fgets(line, sizeof(line), f) || strstr(line, ") Z")) {
			line[0] = '\0';
			i = 300;
		}
		if (f)
			fclose(f);
		usleep(10000);
	}
	SAME(line, "");
}

static void
copy(const char *name, const char *from_file)
{
	sqlite3 *from, *to = bare_open(at(name));

	sqlite3_open_v2(from_file, &from, SQLITE_OPEN_READONLY, NULL);
	sqlite3_backup *b = sqlite3_backup_init(to, "main", from, "main");
	CHECK(b && sqlite3_backup_step(b, -1) == SQLITE_DONE);
	sqlite3_backup_finish(b);
	sqlite3_exec(to, "PRAGMA journal_mode = WAL", 0, 0, 0);
	sqlite3_close(from);
	sqlite3_close(to);
}

/* Somebody always reads, each a little longer than it takes until the next one comes: */
static pid_t
read_on(int nth)
{
	pid_t pid = fork();
	sqlite3 *db;

	if (pid)
		return pid;
	prctl(PR_SET_PDEATHSIG, SIGKILL);
	usleep((useconds_t)nth * 13000);
	if (sqlite3_open_v2(at("portal.db"), &db, SQLITE_OPEN_READWRITE, NULL))
		_exit(1);
	for (;;) {
		sqlite3_exec(db, "BEGIN; SELECT count(*) FROM upkeep", NULL, NULL, NULL);
		usleep(40000);
		sqlite3_exec(db, "COMMIT", NULL, NULL, NULL);
	}
}

/* the log goes from its beginning again all the same, and what is written waits for it no longer
 * than a second. */
static void
readers_one_behind_another_do_not_keep_the_log(void)
{
	/* a log that was longer leaves its file as long as it was */
	run("portal.db", "PRAGMA wal_checkpoint(TRUNCATE)");
	pid_t readers[3], pid = start((char *[]){ "maintain", dir, NULL });
	off_t longest = 0;
	int written = 0;
	sqlite3 *db;

	for (int i = 0; i < 3; i++)
		readers[i] = read_on(i);
	CHECK(!sqlite3_open_v2(at("portal.db"), &db, SQLITE_OPEN_READWRITE, NULL));
	sqlite3_exec(db, "PRAGMA wal_autocheckpoint = 0; PRAGMA synchronous = OFF;"
	    " INSERT INTO upkeep VALUES ('blob', 0, '')", NULL, NULL, NULL);
	sqlite3_busy_timeout(db, 3000);
	for (int i = 0; i < 700; i++, usleep(8000)) {
		written += !sqlite3_exec(db, "UPDATE upkeep SET detail = hex(randomblob(32000))"
		    " WHERE name = 'blob'", NULL, NULL, NULL);
		if (size_of("portal.db-wal") > longest)
			longest = size_of("portal.db-wal");
	}
	CHECK(written == 700);
	bool bounded = longest > 1 << 20 && longest < 32 << 20;	/* of 48 MiB that were written */
	CHECK(bounded);
	if (!bounded)
		fprintf(stderr, "\tthe longest log: %lld kB\n", (long long)longest >> 10);
	run("portal.db", "DELETE FROM upkeep WHERE name = 'blob'");
	sqlite3_close(db);
	for (int i = 0; i < 3; i++) {
		kill(readers[i], SIGKILL);
		end(readers[i]);
	}
	kill(pid, SIGTERM);
	CHECK(end(pid) == 0);
	CHECK(size_of("said") == 0);
}

static int64_t
milliseconds(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return t.tv_sec * 1000LL + t.tv_nsec / 1000000;
}

static bool
kept_out(sqlite3 *db)
{
	if (sqlite3_exec(db, "BEGIN IMMEDIATE", NULL, NULL, NULL))
		return true;
	sqlite3_exec(db, "ROLLBACK", NULL, NULL, NULL);
	return false;
}

/* For how long `maintain` keeps writers out where the log is a long one, has grown since its first
 * look, and somebody who reads before its end goes 800 ms after them; *first: at that look, if less. */
static int64_t
keeps_writers_out(int64_t *first)
{
	sqlite3 *reader = bare_open(at("portal.db")), *writer = bare_open(at("portal.db"));
	int64_t now = milliseconds(), from = now, begun = now;

	sqlite3_busy_timeout(writer, 0);
	sqlite3_exec(writer, "PRAGMA wal_autocheckpoint = 0; PRAGMA synchronous = OFF;"
	    " INSERT OR REPLACE INTO upkeep VALUES ('blob', 0, hex(randomblob(17 << 20)))", NULL, NULL, NULL);
	sqlite3_exec(reader, "BEGIN; SELECT count(*) FROM upkeep", NULL, NULL, NULL);
	sqlite3_exec(writer, "DELETE FROM upkeep WHERE name = 'blob'", NULL, NULL, NULL);
	pid_t pid = start((char *[]){ "maintain", dir, NULL });
	while (!kept_out(writer) && milliseconds() - begun < 10000)
		usleep(500);
	/* at that look it copies what it may, and waits for nobody */
	from = milliseconds();
	sqlite3_busy_timeout(writer, 5000);
	sqlite3_exec(writer, "INSERT OR REPLACE INTO upkeep VALUES ('blob', 0, 'grown')", NULL, NULL, NULL);
	sqlite3_busy_timeout(writer, 0);
	now = milliseconds();
	if (now - from < *first)
		*first = now - from;
	from = now;
	/* what else it does at its start keeps them out for a moment */
	while (now - from < 100 && now - begun < 10000) {
		while (!kept_out(writer) && milliseconds() - begun < 10000)
			usleep(500);
		for (from = now = milliseconds(); now - from < 10000 && kept_out(writer); now = milliseconds()) {
			if (reader && now - from >= 800) {
				sqlite3_close(reader);
				reader = NULL;
			}
			usleep(1000);
		}
	}
	CHECK(!reader && now - from < 10000);
	sqlite3_close(reader);
	sqlite3_busy_timeout(writer, 5000);	/* who writes next begins the log anew */
	CHECK(!sqlite3_exec(writer, "DELETE FROM upkeep WHERE name = 'blob'", NULL, NULL, NULL));
	sqlite3_close(writer);
	kill(pid, SIGTERM);
	CHECK(end(pid) == 0);
	return now - from;
}

/* Each part of it alone may take its second, both together no more: on a busy machine the
 * shortest of some. */
static void
writers_wait_a_second_at_most(void)
{
	int64_t shortest = INT64_MAX, first = INT64_MAX, one;

	for (int i = 0; i < 5 && (shortest >= 1500 || first >= 700); i++)
		if ((one = keeps_writers_out(&first)) < shortest)
			shortest = one;
	CHECK(shortest >= 800 && shortest < 1500);
	CHECK(first < 700);
}

/* The portal's own tables have the columns that maintain names. */
static void
the_real_tables_are_what_it_takes_them_for(void)
{
	copy("portal.db", getenv("TEST_PORTAL_DB"));
	copy("secret.db", getenv("TEST_SECRET_DB"));
	copy("files.db", getenv("TEST_FILES_DB"));
	CHECK(maintain() == 0);
	CHECK(size_of("said") == 0);
	SAME(answer("portal.db", "SELECT detail FROM upkeep WHERE name = 'text'"),
	    text_version());
}

/* Of a unit that was merged, within the hour: here at its start. */
static void
what_was_asked_of_a_merged_unit_passes_to_its_heir(void)
{
	run("portal.db", "INSERT INTO unit VALUES (1, 'A', '2000-01-01', '2020-06-30'), (2, 'B', '2000-01-01', '9999-12-31');"
	    "INSERT INTO unit_name (unit, name, name_key, name_plain, kind, valid_from, valid_to) VALUES"
	    " (1, 'Xã A', '', '', 'commune', '2000-01-01', '2020-06-30'), (2, 'Xã B', '', '', 'commune', '2000-01-01', '9999-12-31');"
	    "INSERT INTO unit_event (id, kind, day) VALUES (1, 'merge', '2020-07-01');"
	    "INSERT INTO unit_succession (event, unit, successor) VALUES (1, 1, 2);"
	    "INSERT INTO flow_case (id, flow, unit, state, at) VALUES (1, 'document', 2, 'sent', 0),"
	    " (2, 'document_answer', 1, 'waiting', 0);"
	    "INSERT INTO document (id, flow_case, unit, kind) VALUES (1, 1, 2, 'conclusion');"
	    "INSERT INTO document_answer (id, document, unit, flow_case) VALUES (1, 1, 1, 2)");
	CHECK(maintain() == 0);
	CHECK(size_of("said") == 0);
	SAME(answer("portal.db", "SELECT heir FROM document_answer"), "2");
	SAME(answer("portal.db", "SELECT unit FROM flow_case WHERE id = 2"), "2");
	SAME(answer("portal.db", "SELECT v.field || ' ' || v.old || ' ' || v.new FROM audit a JOIN audit_value v"
	    " ON v.audit = a.id WHERE a.action = 'document_answer.inherit' AND a.entity = 1"), "unit Xã A Xã B");
	CHECK(maintain() == 0);
	SAME(answer("portal.db", "SELECT count(*) FROM audit"), "1");
}

/* SHA-256 of "abc". */
#define ABC "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"

/* By a program beside it, within seconds. */
static void
what_was_attached_is_read(void)
{
	copy("portal.db", getenv("TEST_PORTAL_DB"));
	copy("secret.db", getenv("TEST_SECRET_DB"));
	copy("files.db", getenv("TEST_FILES_DB"));
	run("files.db", "INSERT INTO file (id, hash, size, at) VALUES (1, '" ABC "', 3, 9000000000);"
	    " INSERT INTO file_piece VALUES (1, 0, CAST('abc' AS BLOB))");
	run("portal.db", "INSERT INTO attachment (kind, record, hash, name, type, size, at, account)"
	    " VALUES ('x', 1, '" ABC "', 'a.txt', 'text/plain', 3, 5, 1)");
	pid_t pid = start((char *[]){ "maintain", dir, NULL });
	for (int i = 0; i < 1000 && strcmp("read", answer("portal.db", "SELECT state FROM attached_text")); i++)
		usleep(10000);
	SAME(answer("portal.db", "SELECT state FROM attached_text"), "read");
	SAME(answer("portal.db", "SELECT c1 FROM attached_word_content"), "abc\n");
	for (int i = 0; i < 500 && strcmp("1", answer("portal.db", "SELECT at > 0 FROM upkeep WHERE name = 'words'")); i++)
		usleep(10000);
	SAME(answer("portal.db", "SELECT at > 0 FROM upkeep WHERE name = 'words'"), "1");
	kill(pid, SIGTERM);
	CHECK(end(pid) == 0);
	CHECK(size_of("said") == 0);
}

/* A drawing that takes its reader all the time that it may have. */
static void
lay_slow_file(struct mem *mem)
{
	enum { PIECE = 64 * 1024 };
	static const char stroke[] = "0 0 m 9 9 l S ";
	const size_t all = 100000 * (sizeof(stroke) - 1);
	char *drawing = mem_take(mem, all + 1);
	size_t n;

	for (size_t i = 0; i < all; i++)
		drawing[i] = stroke[i % (sizeof(stroke) - 1)];
	const char *bytes = paper_pdf_again(mem, drawing, 200, &n);
	char *hex = mem_take(mem, PIECE * 2 + 1);
	run("files.db", mem_printf(mem, "INSERT INTO file (id, hash, size, at)"
	    " VALUES (1, '" ABC "', %zu, 9000000000)", n));
	for (size_t i = 0; i < n; i += PIECE) {
		sodium_bin2hex(hex, PIECE * 2 + 1, (const unsigned char *)bytes + i,
		    n - i < PIECE ? n - i : PIECE);
		run("files.db", mem_printf(mem, "INSERT INTO file_piece VALUES (1, %zu, X'%s')", i / PIECE, hex));
	}
	run("portal.db", mem_printf(mem, "INSERT INTO attachment (kind, record, hash, name, type, size, at,"
	    " account) VALUES ('x', 1, '" ABC "', 'a.pdf', 'application/pdf', %zu, 5, 1)", n));
}

/* It does not wait for its reader, and what was read counts no try: a portal that is ended and
 * started again leaves no file unread. */
static void
an_indexer_that_is_ended_tries_anew(void)
{
	struct mem *mem = mem_new();

	copy("portal.db", getenv("TEST_PORTAL_DB"));
	copy("files.db", getenv("TEST_FILES_DB"));
	lay_slow_file(mem);
	for (int times = 0; times < 3; times++) {
		pid_t pid = start((char *[]){ "indexer", dir, NULL });
		for (int i = 0; i < 1000 && strcmp("1", answer("portal.db",
		    "SELECT tries FROM attached_text WHERE state = 'reading'")); i++)
			usleep(10000);
		kill(pid, SIGTERM);
		CHECK(end(pid) == 0);
		SAME(answer("portal.db", "SELECT state || ' ' || tries FROM attached_text"), "reading 0");
		CHECK(size_of("said") == 0);
	}
	mem_free(mem);
}

static void
without_its_databases_it_does_not_stay(void)
{
	CHECK(end(start((char *[]){ "maintain", "/tmp", "x", NULL })) == 2);
	unlink(at("secret.db"));
	CHECK(end(start((char *[]){ "maintain", dir, NULL })) == 1);
	CHECK(size_of("said") > 0);
	CHECK(size_of("secret.db") == -1);	/* migrate makes it, not this */
}

static void
sweep_up(void)
{
	pid_t pid = fork();

	if (!pid) {
		execlp("rm", "rm", "-rf", dir, NULL);
		_exit(127);
	}
	end(pid);
}

int
main(void)
{
	if (!mkdtemp(dir) || sodium_init() < 0)
		return 1;
	/* of those it starts: who is jailed cannot look for leaks at its end */
	setenv("ASAN_OPTIONS", "detect_leaks=0", 1);
	migrations_run_once_each_and_in_order();
	migrate_leaves_the_log_to_maintain();
	a_migration_that_fails_leaves_nothing();
	migrate_refuses_what_it_cannot_do();
	lay_scene();
	its_heart_beats_and_all_is_quiet();
	a_file_that_cannot_be_read_is_not_noted();
	what_was_committed_goes_into_the_file();
	only_what_is_past_its_time_goes();
	a_file_that_nobody_names_goes_after_seven_days();
	the_last_line_is_sealed_with_the_key();
	no_news_is_not_sealed_again_and_the_key_stays();
	a_changed_or_missing_line_is_told_and_not_sealed_over();
	a_lost_or_broken_key_is_not_replaced();
	keys_are_made_anew_when_icu_changes();
	keys_change_all_together_or_not_at_all();
	readers_one_behind_another_do_not_keep_the_log();
	writers_wait_a_second_at_most();
	a_log_that_a_reader_keeps_is_told();
	a_log_is_held_while_it_is_read();
	a_wanted_backup_is_noted_once();
	it_ends_when_its_parent_dies();
	the_real_tables_are_what_it_takes_them_for();
	what_was_asked_of_a_merged_unit_passes_to_its_heir();
	what_was_attached_is_read();
	an_indexer_that_is_ended_tries_anew();
	without_its_databases_it_does_not_stay();
	sweep_up();
	return done();
}
