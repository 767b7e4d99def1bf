/*
 * probe.c - a page program as if it were an attacker's by now: what its declaration does
 * not grant is denied by the database, and what serving does not take by the kernel.
 */

#include "tests/scene.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/mount.h>
#include <sys/prctl.h>
#include <sys/ptrace.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include "cgi-bin/lib/jail.h"

/* As page.h promises: a grant of "plan" is one of "plan_clause" too. */
static bool
declared(const struct grant *g, const char *table, int may)
{
	for (; g->table; g++) {
		size_t n = strlen(g->table);
		if ((g->may & may) && !strncmp(g->table, table, n) && (!table[n] || table[n] == '_'))
			return true;
	}
	return false;
}

/* Is it prepared, or run, without a word against it? */
static bool
passes(struct db *db, const char *text, bool run)
{
	static struct sql kept[4000];	/* they live as long as the connection */
	static int n;
	struct sql *q = &kept[n++];

	if (n == 4000)
		exit(1);
	*q = (struct sql){ .text = text };
	db_begin(db, DB_WRITE);
	if (run)
		db_row(db, q);
	else
		db_query(db, q);
	bool ok = !db_failed(db);
	db_rollback(db);
	return ok;
}

/* The last one is nobody's: what is put in a row's place removes it. */
enum { VERBS = 5, REPLACE = 0 };
static const int mays[VERBS] = { READ, ADD, CHANGE, REMOVE, REPLACE };

static const char *
spell(int verb, const char *table, const char *column)
{
	switch (mays[verb]) {
	case READ:   return mem_printf(scene_mem(), "SELECT 1 FROM %s", table);
	case ADD:    return mem_printf(scene_mem(), "INSERT INTO %s DEFAULT VALUES", table);
	case CHANGE: return mem_printf(scene_mem(), "UPDATE %s SET %s = 1", table, column);
	case REMOVE: return mem_printf(scene_mem(), "DELETE FROM %s", table);
	default:     return mem_printf(scene_mem(), "REPLACE INTO %s DEFAULT VALUES", table);
	}
}

/* Every table by every verb, every view to be read: denied if not declared.  The same
 * passes where all is granted, so it is not refused for another reason. */
static void
what_is_not_declared_is_denied(void)
{
	char *list = mem_text(scene_mem(), look_text("SELECT group_concat(m.type || ' ' || m.name"
	    " || ' ' || (SELECT p.name FROM pragma_table_info(m.name) p WHERE p.pk = 0 LIMIT 1), ';')"
	    " FROM sqlite_master m WHERE m.type IN ('table', 'view') AND m.sql NOT LIKE 'CREATE VIRTUAL%'"
	    " AND NOT EXISTS (SELECT 1 FROM sqlite_master v WHERE v.sql LIKE 'CREATE VIRTUAL%'"
	    "  AND substr(m.name, 1, length(v.name) + 1) = v.name || '_')")), *one;
	struct grant *all = mem_take(scene_mem(), 1000 * sizeof(*all));
	struct found { char type[8], name[80], column[80]; } *found =
	    mem_take(scene_mem(), 1000 * sizeof(*found));
	int tables = 0, denied = 0;

	while ((one = strsep(&list, ";")) && tables < 990)
		if (sscanf(one, "%7s %79s %79s", found[tables].type, found[tables].name,
		    found[tables].column) == 3) {
			all[tables] = (struct grant){ found[tables].name, READ | ADD | CHANGE | REMOVE };
			tables++;
		}
	all[tables] = (struct grant){ "json_each", READ };
	struct db *every = scene_beside(all);
	for (struct found *f = found; f < found + tables; f++)
		for (int verb = 0; verb < (*f->type == 'v' ? 1 : VERBS); verb++) {
			const char *text = spell(verb, f->name, f->column);
			bool ok = passes(scene_db(), text, false);
			if (mays[verb] == REPLACE) {
				CHECK(!ok && !passes(every, text, false));
				continue;
			}
			/* what is declared may still need more: a view what lies under it */
			if (declared(page.grants, f->name, mays[verb]))
				continue;
			denied++;
			if (ok || !passes(every, text, false))
				fprintf(stderr, "%s: %s\n", page.name, text);
			CHECK(!ok && passes(every, text, false));
		}
	db_close(every);
	CHECK(tables > 80 && denied > 100);
}

/* Whatever is granted: the schema, other files, how the log is kept. */
static void
the_schema_is_nobodys(void)
{
	static const char *const texts[] = {
		"ATTACH ':memory:' AS other", "ATTACH 'secret.db' AS other", "PRAGMA writable_schema = 1",
		"PRAGMA journal_mode = DELETE", "PRAGMA wal_checkpoint(TRUNCATE)", "PRAGMA synchronous = OFF",
		"PRAGMA wal_autocheckpoint = 1000", "PRAGMA trusted_schema = 1", "CREATE TABLE z (a)",
		"CREATE TEMP TABLE z (a)", "CREATE VIEW z AS SELECT 1", "DROP TABLE setting",
		"ALTER TABLE setting ADD COLUMN z", "CREATE TRIGGER z AFTER INSERT ON posted BEGIN SELECT 1; END",
		"SELECT load_extension('x')", "VACUUM", "VACUUM INTO '/tmp/z'", "REINDEX",
		"UPDATE sqlite_master SET sql = ''", "DELETE FROM sqlite_master", "DETACH main",
	};

	for (size_t i = 0; i < sizeof(texts) / sizeof(*texts); i++) {
		bool ok = passes(scene_db(), texts[i], true);
		if (ok)
			fprintf(stderr, "%s: %s\n", page.name, texts[i]);
		CHECK(!ok);
	}
	CHECK(passes(scene_db(), "SELECT value FROM setting", true));
}

/* Answers of a child in the jail: errno, 0 for done, 1000 and a signal for its death. */
static int
in_jail(int (*probe)(void))
{
	pid_t pid = fork();
	int status;

	if (!pid) {
		int done = jail() ? (errno = 0, probe()) : (errno = 200, -1);
		/* not _exit(): the sanitizers make a call of their own before it */
		syscall(SYS_exit_group, done == -1 ? errno : 0);
	}
	waitpid(pid, &status, 0);
	return WIFSIGNALED(status) ? 1000 + WTERMSIG(status) : WEXITSTATUS(status);
}

static int opens(void)    { return open("/etc/passwd", O_RDONLY); }
static int makes(void)    { return open("/tmp/probe", O_CREAT | O_WRONLY, 0600); }
static int unlinks(void)  { return unlink("/tmp/probe"); }
static int renames(void)  { return rename("/tmp/probe", "/tmp/probe2"); }
static int sockets(void)  { return socket(AF_INET, SOCK_STREAM, 0); }
static int execs(void)    { return execl("/bin/true", "true", (char *)0); }
static int forks(void)    { return (int)syscall(SYS_clone, SIGCHLD, 0, 0, 0, 0); }
static int traces(void)   { return (int)ptrace(PTRACE_ATTACH, getppid(), 0, 0); }
static int kills(void)    { return kill(getppid(), SIGTERM); }
static int changes(void)  { return chmod("/tmp", 0777); }
static int becomes(void)  { return setuid(0); }
static int mounts(void)   { return mount("none", "/tmp", "tmpfs", 0, ""); }
static int listens(void)  { return listen(0, 1); }
static int sets(void)     { return prctl(PR_SET_DUMPABLE, 1, 0, 0, 0); }
static int controls(void) { return fcntl(1, F_SETOWN, getpid()); }
static int links(void)    { return symlink("/etc/passwd", "/tmp/probe"); }
static int runs(void)
{
	return mmap(NULL, 4096, PROT_READ | PROT_WRITE | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS,
	    -1, 0) == MAP_FAILED ? -1 : 0;
}
static int turns(void)
{
	void *page_ = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

	return mprotect(page_, 4096, PROT_READ | PROT_EXEC);
}
static int maps(void)
{
	return mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
	    == MAP_FAILED ? -1 : 0;
}

static void
what_serving_does_not_take_is_denied(void)
{
	static const struct {
		int (*probe)(void);
		const char *name;
		int answer;
	} probes[] = {
		{ opens, "open", EACCES }, { makes, "create", EACCES }, { unlinks, "unlink", EACCES },
		{ renames, "rename", EACCES }, { sockets, "socket", EACCES },
		{ execs, "exec", 1000 + SIGSYS }, { forks, "fork", 1000 + SIGSYS },
		{ traces, "ptrace", 1000 + SIGSYS }, { kills, "kill", 1000 + SIGSYS },
		{ changes, "chmod", 1000 + SIGSYS }, { becomes, "setuid", 1000 + SIGSYS },
		{ mounts, "mount", 1000 + SIGSYS }, { listens, "listen", 1000 + SIGSYS },
		{ sets, "prctl", 1000 + SIGSYS }, { controls, "fcntl", 1000 + SIGSYS },
		{ links, "symlink", 1000 + SIGSYS },
		{ runs, "W+X", 1000 + SIGSYS }, { turns, "mprotect X", 1000 + SIGSYS },
		{ maps, "memory", 0 },
	};

	for (size_t i = 0; i < sizeof(probes) / sizeof(*probes); i++) {
		int answer = in_jail(probes[i].probe);
		if (answer != probes[i].answer)
			fprintf(stderr, "%s: %s: %d\n", page.name, probes[i].name, answer);
		CHECK(answer == probes[i].answer);
	}
}

/* Every plain address; 404 and 403 are served too. */
__attribute__((unused)) static int
serves(void)
{
	for (const struct route *r = page.routes; r->path; r++)
		if (r->method == GET && !strchr(r->path, '#') && !(r->flags & PROBE)) {
			struct reply got = ask_get(r->path);
			if (got.status >= 500 || got.status < 200)
				return (errno = 99), -1;
		}
	return 0;
}

static void
what_serving_takes_is_not(void)
{
#ifndef __SANITIZE_ADDRESS__	/* whose memory takes calls of its own */
	CHECK(in_jail(serves) == 0);
	as(person("specialist", P));
	CHECK(in_jail(serves) == 0);
#endif
}

/* Of a process that waits in the jail: what the kernel says of it. */
static void
its_powers_are_gone(void)
{
	int go[2], ready[2];
	char c, text[8192] = "", path[40];
	bool open_ = !pipe(go) && !pipe(ready);
	pid_t pid = open_ ? fork() : -1;

	if (!pid) {
		close(go[1]);
		syscall(SYS_exit_group, !jail() || write(ready[1], "", 1) != 1 || read(go[0], &c, 1));
	}
	CHECK(read(ready[0], &c, 1) == 1);
	snprintf(path, sizeof(path), "/proc/%d/status", (int)pid);
	FILE *f = fopen(path, "r");
	CHECK(f && fread(text, 1, sizeof(text) - 1, f) > 0);
	if (f)
		fclose(f);
	CHECK(strstr(text, "CapEff:\t0000000000000000") && strstr(text, "CapPrm:\t0000000000000000"));
	CHECK(strstr(text, "NoNewPrivs:\t1") && strstr(text, "Seccomp:\t2"));
	close(go[1]);
	waitpid(pid, NULL, 0);
}

int
main(void)
{
	fresh();
	what_is_not_declared_is_denied();
	the_schema_is_nobodys();
	what_serving_does_not_take_is_denied();
	what_serving_takes_is_not();
	its_powers_are_gone();
	return done();
}
