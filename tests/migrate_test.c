/*
 * migrate_test.c - `migrate` is killed half-way, over the real migrations: what is left is an
 * old schema or a newer one with its rows, never something between (reliability T-33).
 *
 * From databases as the first n migrations made them, with the rows of tests/policy.sql that
 * those could hold.  It is killed at the entry of one of its writes or syncs, each time
 * another (ptrace): no clock is asked.  PORTAL_SOAK=1: from each n, at twenty.
 */

#include <fcntl.h>
#include <glob.h>
#include <signal.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/ptrace.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <linux/ptrace.h>

#include "db/mem.h"
#include "db/tokenizer.h"
#include "tests/test.h"

static char dir[64];
static struct mem *mem;
static glob_t files[3];		/* of portal, secret, files: what migrates them */
static const char *const names[] = { "portal", "secret", "files" };

static const char *
at(const char *name)
{
	return mem_printf(mem, "%s/%s", dir, name);
}

static const char *
program(const char *name)
{
	return mem_printf(mem, "%s/bin/%s", getenv("O") ? getenv("O") : "build", name);
}

static void
become(const char *file, char **argv)
{
	int null = open("/dev/null", O_RDWR), said = open(at("said"), O_WRONLY | O_CREAT | O_TRUNC, 0600);

	dup2(null, 0);
	dup2(null, 1);
	dup2(said, 2);
	/* A leak cannot be looked for by whoever is looked at. */
	setenv("ASAN_OPTIONS", "detect_leaks=0", 1);
	execv(file, argv);
	_exit(127);
}

static bool
writes(pid_t pid)
{
	struct ptrace_syscall_info info;

	return ptrace(PTRACE_GET_SYSCALL_INFO, pid, sizeof(info), &info) > 0
	    && info.op == PTRACE_SYSCALL_INFO_ENTRY
	    && (info.entry.nr == SYS_pwrite64 || info.entry.nr == SYS_fdatasync
	    || info.entry.nr == SYS_fsync || info.entry.nr == SYS_ftruncate);
}

/* Brings a database up to the first n migrations.  Killed before its k-th write, from 1; 0:
 * never.  Answers how many writes there were, or -1 if it went wrong by itself. */
static int
migrate(const char *db, int base, int n, int k)
{
	char **argv = mem_take(mem, ((size_t)n + 3) * sizeof(*argv));
	const char *file = program("migrate");
	int status, seen = 0;
	pid_t pid;

	if (!n)
		return 0;
	argv[0] = "migrate", argv[1] = mem_text(mem, db), argv[n + 2] = NULL;
	for (int i = 0; i < n; i++)
		argv[i + 2] = files[base].gl_pathv[i];
	if (!(pid = fork())) {
		ptrace(PTRACE_TRACEME, 0, 0, 0);
		become(file, argv);
	}
	waitpid(pid, &status, 0);	/* it has just become migrate */
	ptrace(PTRACE_SETOPTIONS, pid, 0, PTRACE_O_TRACESYSGOOD | PTRACE_O_EXITKILL);
	while (WIFSTOPPED(status)) {
		int sig = WSTOPSIG(status);
		if (sig == (SIGTRAP | 0x80) && writes(pid) && ++seen == k)
			kill(pid, SIGKILL);
		ptrace(PTRACE_SYSCALL, pid, 0, sig == SIGTRAP || sig & 0x80 ? 0 : sig);
		waitpid(pid, &status, 0);
	}
	return (k ? WIFSIGNALED(status) : WIFEXITED(status) && !WEXITSTATUS(status)) ? seen : -1;
}

static sqlite3 *
open_(const char *file)
{
	sqlite3 *db;

	if (sqlite3_open(file, &db) != SQLITE_OK || !tokenizer_add(db))
		exit(1);
	sqlite3_db_config(db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, (int *)0);
	sqlite3_exec(db, "PRAGMA foreign_keys = ON; PRAGMA synchronous = OFF", 0, 0, 0);
	return db;
}

/* All values of the answer, a line each. */
static const char *
ask(sqlite3 *db, const char *sql)
{
	const char *all = "";
	sqlite3_stmt *s = NULL;

	if (sqlite3_prepare_v2(db, sql, -1, &s, NULL) != SQLITE_OK)
		return sqlite3_errmsg(db);
	while (sqlite3_step(s) == SQLITE_ROW)
		all = mem_printf(mem, "%s%s\n", all, sqlite3_column_text(s, 0));
	sqlite3_finalize(s);
	return all;
}

/* What a database is: version, schema, and how many rows each table has. */
static const char *
look_of(const char *file)
{
	sqlite3 *db = open_(file);
	const char *counts = ask(db, "SELECT group_concat('SELECT ''' || name || ' '' || count(*) AS n"
	    " FROM \"' || name || '\"', ' UNION ALL ') FROM sqlite_schema WHERE type = 'table'");
	const char *text = mem_printf(mem, "%s%s%s", ask(db, "PRAGMA user_version"),
	    ask(db, "SELECT group_concat(what, char(10)) FROM (SELECT coalesce(sql, name) AS what"
	    " FROM sqlite_schema ORDER BY type, name)"),
	    strncmp(counts, "SELECT", 6) ? "" : ask(db, mem_printf(mem,
	    "SELECT group_concat(n, char(10)) FROM (%s)", counts)));

	SAME(ask(db, "PRAGMA integrity_check"), "ok\n");
	SAME(ask(db, "SELECT 1 FROM pragma_foreign_key_check"), "");
	sqlite3_close(db);
	return text;
}

static void
forget(const char *file)
{
	unlink(file);
	unlink(mem_printf(mem, "%s-wal", file));
	unlink(mem_printf(mem, "%s-shm", file));
}

static const char *
fresh_copy(const char *from, const char *to)
{
	sqlite3 *db = open_(from);

	forget(to);
	char *sql = sqlite3_mprintf("VACUUM INTO %Q", to);
	CHECK(sqlite3_exec(db, sql, 0, 0, 0) == SQLITE_OK);
	sqlite3_free(sql);
	sqlite3_close(db);
	return to;
}

static const char country[] =
	"INSERT INTO unit VALUES (1,'P','2000-01-01','9999-12-31'),"
	" (2,'A','2000-01-01','9999-12-31'), (4,'A1','2000-01-01','9999-12-31');\n"
	"INSERT INTO unit_name (unit,name,name_key,name_plain,kind,valid_from,valid_to) VALUES"
	" (1,'UBND tỉnh Thử','01','ubnd tinh thu','province','2000-01-01','9999-12-31'),"
	" (2,'Xã An','02','xa an','commune','2000-01-01','9999-12-31'),"
	" (4,'Thôn Một','04','thon mot','village','2000-01-01','9999-12-31');\n"
	"INSERT INTO unit_parent (unit,parent,valid_from,valid_to) VALUES"
	" (2,1,'2000-01-01','9999-12-31'),(4,2,'2000-01-01','9999-12-31');\n";

/* Statement by statement: those for which that schema is not made yet are refused. */
static int
put_rows(const char *file)
{
	static char policy[65536];
	FILE *f = fopen("tests/policy.sql", "r");
	sqlite3 *db = open_(file);
	char *at_ = mem_printf(mem, "%s%s", country, f && fread(policy, 1, sizeof(policy) - 1, f) ? policy : ""), *end;
	int n = 0;

	fclose(f);
	for (; (end = strstr(at_, ";\n")); at_ = end + 2) {
		*end = '\0';
		n += sqlite3_exec(db, at_, 0, 0, 0) == SQLITE_OK;
	}
	sqlite3_close(db);
	return n;
}

static const char *
units_of(const char *file)
{
	sqlite3 *db = open_(file);
	const char *n = ask(db, "SELECT count(*) FROM unit");

	sqlite3_close(db);
	return n;
}

/* As the first n migrations made it. */
static const char *
old_of(int base, int n)
{
	const char *raw = at("raw.db"), *old = at(mem_printf(mem, "old-%s-%d.db", names[base], n));

	forget(raw);
	CHECK(migrate(raw, base, n, 0) >= 0);
	int put = put_rows(raw);
	if (!base && n) {	/* an empty one would come through anything: with each there is more to hold */
		CHECK(put >= 4 + n);
		CHECK(n < 3 || strtol(units_of(raw), NULL, 10) >= 3);	/* 0003_unit.sql */
	}
	fresh_copy(raw, old);
	return old;
}

static const char *
version_of(const char *look)
{
	return mem_copy(mem, look, strcspn(look, "\n"));
}

/* Killed before its k-th write: what is left is what a number of whole migrations leave. */
static void
kill_once(const char *old, int base, int n, int k)
{
	const char *db = fresh_copy(old, at("killed.db")), *whole = at("whole.db"), *left;
	int last = (int)files[base].gl_pathc, reached;

	CHECK(migrate(db, base, last, k) == k);
	left = look_of(db);
	reached = (int)strtol(version_of(left), NULL, 10);
	CHECK(reached >= n && reached <= last);
	fresh_copy(old, whole);
	CHECK(migrate(whole, base, reached, 0) >= 0);
	SAME(left, look_of(whole));
	/* and it goes on from there as if nothing had been */
	CHECK(migrate(db, base, last, 0) >= 0);
	fresh_copy(old, whole);
	CHECK(migrate(whole, base, last, 0) >= 0);
	SAME(look_of(db), look_of(whole));
}

static int
kills_from(int base, int n, int part, int parts)
{
	const char *old = old_of(base, n);
	int total = migrate(fresh_copy(old, at("killed.db")), base, (int)files[base].gl_pathc, 0);
	int step = getenv("PORTAL_SOAK") ? total / 20 + 1 : total, kills = 0;

	CHECK(total > 0);
	for (int k = 1 + (step - 1) * part / parts; k <= total; k += step, kills++) {
		struct mem *all = mem;
		mem = mem_new();
		kill_once(old, base, n, k);
		mem_free(mem);
		mem = all;
	}
	return kills;
}

/* Ten, from every part of its history and at every part of its work. */
static void
killed_half_way_it_stands_at_one_or_the_next(void)
{
	int last = (int)files[0].gl_pathc, rounds = getenv("PORTAL_SOAK") ? last : 10, kills = 0;

	for (int i = 0; i < rounds; i++)
		kills += kills_from(0, i * last / rounds, i * 7 % 10, 10);
	for (int base = 1; base < 3; base++)
		kills += kills_from(base, 0, 1, 2);
	CHECK(kills >= 12);
	fprintf(stderr, "migrate: killed %d times\n", kills);
}

/* A database between two schemas would be seen. */
static void
half_a_migration_would_be_told(void)
{
	const char *old = old_of(0, 1), *db = fresh_copy(old, at("killed.db"));
	sqlite3 *hand = open_(db);
	char text[65536] = "";
	FILE *f = fopen(files[0].gl_pathv[1], "r");
	sqlite3_stmt *s = NULL;
	const char *rest = text;

	CHECK(f && fread(text, 1, sizeof(text) - 1, f) > 0);
	fclose(f);
	CHECK(sqlite3_prepare_v2(hand, rest, -1, &s, &rest) == SQLITE_OK && sqlite3_step(s) == SQLITE_DONE);
	sqlite3_finalize(s);
	sqlite3_close(hand);
	const char *left = look_of(db);
	SAME(version_of(left), "1");
	CHECK(strcmp(left, look_of(old)));
}

static int
start(const char *name)
{
	int status;
	pid_t pid = fork();

	if (!pid) {
		setenv("PORTAL_VAR", dir, 1);
		become(program(name), (char *[]){ (char *)name, NULL });
	}
	waitpid(pid, &status, 0);
	return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

static bool
said(const char *what)
{
	char text[4096] = "";
	FILE *f = fopen(at("said"), "r");
	bool some = f && fread(text, 1, sizeof(text) - 1, f) && strstr(text, what);

	if (f)
		fclose(f);
	return some;
}

static void
page_programs_do_not_start_on_an_old_schema(void)
{
	glob_t pages;
	int last = (int)files[0].gl_pathc;

	for (int base = 0; base < 3; base++) {
		const char *db = at(mem_printf(mem, "%s.db", names[base]));
		forget(db);
		CHECK(migrate(db, base, (int)files[base].gl_pathc - !base, 0) >= 0);
	}
	CHECK(!glob("cgi-bin/*.c", 0, NULL, &pages) && pages.gl_pathc > 5);
	for (size_t i = 0; i < pages.gl_pathc; i++) {
		const char *name = strrchr(pages.gl_pathv[i], '/') + 1;
		CHECK(start(mem_copy(mem, name, strlen(name) - 2)) == 1);
		CHECK(said(mem_printf(mem, "portal.db: schema %d, this program wants %d", last - 1, last)));
	}
	/* with the last migration they do: here there is only nobody to serve */
	CHECK(migrate(at("portal.db"), 0, last, 0) >= 0);
#ifndef __SANITIZE_ADDRESS__	/* which, where a process exits, asks what its jail forbids */
	CHECK(start("home") == 0 && !said("schema"));
#endif
	globfree(&pages);
}

int
main(void)
{
	/* In memory where there is such a place: each commit is synced to its disk. */
	snprintf(dir, sizeof(dir), "%s/portal-migrate-XXXXXX", access("/dev/shm", W_OK) ? "/tmp" : "/dev/shm");
	if (!mkdtemp(dir))
		return 1;
	mem = mem_new();
	for (int base = 0; base < 3; base++)
		if (glob(mem_printf(mem, "db/migrations/%s/*.sql", names[base]), 0, NULL, &files[base]))
			return 1;
	killed_half_way_it_stands_at_one_or_the_next();
	half_a_migration_would_be_told();
	page_programs_do_not_start_on_an_old_schema();
	pid_t pid = fork();
	if (!pid) {
		execlp("rm", "rm", "-rf", dir, NULL);
		_exit(127);
	}
	waitpid(pid, NULL, 0);
	return done();
}
