/*
 * halt.c - a page program of whose statements one fails: each in turn, of every address of
 * tests/policy.tsv, asked as one who may.
 *
 * Whichever it was: the process goes on, the answer is the portal's own page of a fault and
 * not a page in which something is missing, and nothing was written.  tests/fault.c fails
 * the disk and the memory, which meet a statement in many ways, of a few addresses; this is
 * one way, of all.
 */

#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include "tests/matrix.h"

/* What the child, who asks, tells of it. */
static struct {
	int64_t n, halted;		/* the statement that fails; how many have failed */
	bool over;
	char text[200], wrong[200];
} *told;

static struct { int64_t nth, seen; bool fired; } arm;

int __real_sqlite3_step(sqlite3_stmt *);
int __wrap_sqlite3_step(sqlite3_stmt *);

/* The linker puts it in the place of SQLite's own, in what is ours. */
int
__wrap_sqlite3_step(sqlite3_stmt *s)
{
	const char *text = sqlite3_sql(s);

	/* A row after the first is of a statement that has begun; what begins and ends a
	 * transaction is the disk's to fail. */
	if (arm.nth && !sqlite3_stmt_busy(s) && strncmp(text, "BEGIN", 5) && strcmp(text, "COMMIT")
	    && strcmp(text, "ROLLBACK") && ++arm.seen == arm.nth) {
		arm.fired = true;
		snprintf(told->text, sizeof(told->text), "%s", text);
		return SQLITE_IOERR;
	}
	return __real_sqlite3_step(s);
}

static struct reply
ask_line(const struct route *route, const char *path)
{
	const char *mark = strchr(path, '?');	/* of a POST: its fields */

	return route->method != POST ? ask_get(path) : !mark ? ask_post(path, "")
	    : ask_post(mem_copy(scene_mem(), path, (size_t)(mark - path)), mark + 1);
}

/* A file of which a piece is missing is cut short, which its length tells; /health has words
 * of its own. */
static bool
owned_up(struct reply r, const char *path)
{
	return (r.status == 500 && says(r, "Cổng gặp trục trặc")) || (r.status == 200 && r.source)
	    || (r.status == 503 && !strcmp(path, "/health"));
}

/* The line that goes before (audit_first() in cgi-bin/lib/serve.h) is kept, whatever follows. */
static bool
begun(void)
{
	return look("SELECT action GLOB '*_begun' FROM audit ORDER BY id DESC LIMIT 1");
}

/* Its statements in turn, until there is none to fail. */
static void
child(const struct route *route, const matrix_row line)
{
	matrix_lay();
	matrix_as(line);
	for (int64_t n = 1; ; n++) {
		int64_t before = look("SELECT data_version FROM pragma_data_version");
		told->n = n;
		arm.nth = n, arm.seen = 0, arm.fired = false;
		struct reply r = ask_line(route, line[PATH]);
		arm.nth = 0;
		if (!arm.fired)
			break;
		told->halted++;
		if (!owned_up(r, line[PATH]))
			snprintf(told->wrong, sizeof(told->wrong), "answers %d", r.status);
		else if (look("SELECT data_version FROM pragma_data_version") != before && !begun())
			snprintf(told->wrong, sizeof(told->wrong), "something was written");
		if (*told->wrong)
			break;
	}
	told->over = true;
	_exit(0);
}

static void
try_line(const struct route *route, const matrix_row line)
{
	int status;
	pid_t pid;

	memset(told, 0, sizeof(*told));
	fflush(NULL);
	if (!(pid = fork()))
		child(route, line);
	waitpid(pid, &status, 0);
	if (!told->over)
		snprintf(told->wrong, sizeof(told->wrong), "%s",
		    WIFSIGNALED(status) ? strsignal(WTERMSIG(status)) : "it ended");
	if (*told->wrong)
		fprintf(stderr, "halt: %s %s, statement %lld: %s (%s)\n", matrix_method(route), line[PATH],
		    (long long)told->n, told->wrong, told->text);
	CHECK(!*told->wrong);
}

int
main(void)
{
	int64_t addresses = 0, halted = 0;

	scene_cheap();
	matrix_lay();
	told = mmap(NULL, sizeof(*told), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	if (told == MAP_FAILED)
		return 1;
	for (const struct route *route = page.routes; route->path; route++)
		for (matrix_row *l = matrix(); (*l)[METHOD]; l++)
			if (matrix_line(route, (*l)[PATH], NULL) == *l) {
				try_line(route, *l);
				addresses++, halted += told->halted;
			}
	CHECK(halted > addresses);
	fprintf(stderr, "halt-%s: %lld addresses, %lld statements\n", page.name, (long long)addresses,
	    (long long)halted);
	return done();
}
