/*
 * fault.c - a page program whose disk or memory fails in the midst of a unit of work, or
 * while it opens its databases, or while it recovers them (T-06, T-06b, T-10).
 *
 * Operation after operation is made to fail, once or from there on.  Whatever it was:
 * what was answered as done is done; what was not is done whole or not at all, its line in
 * the trail with it; a failure is told by the portal's own page; nothing is broken; and the
 * same form sent again, when all is well, leaves just what it leaves without a fault.
 *
 * As the house has it, memory that runs out ends the process: it ends by itself, with
 * status 1, and the next one finds all in order; where SQLite lacks it, after the answer.  Where
 * ctemplate asks, which does not look whether it got any, or libmagic, which does not everywhere,
 * a signal may end it; the next one finds all in order after that, too.
 *
 * usage: fault-PAGE		a few operations, others each time: SEED= repeats it
 *        fault-PAGE MANY	every operation of the disk of a unit of tests/work.c, at most so many
 *				of another's, and of the pieces of memory that one asks for
 *        fault-PAGE each [N]	every piece of memory that its units of tests/work.c ask for, or
 *				that its Nth unit asks for
 *        fault-PAGE sqlite	every piece that SQLite asks for in them, and all that it asks for then,
 *				while all else is well
 *        fault-PAGE open	every piece that opening the databases asks for, before the first of them
 */

#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include "tests/cut.h"
#include "tests/disk.h"
#include "tests/memory.h"
#include "tests/work.h"

enum way { WELL, IO, FULL, SQLITE, ALL };
static const char *const way_names[] = { "nothing", "a disk that fails", "a full disk",
    "SQLite's memory", "all memory" };

/* What a child, who asks, tells of it. */
struct outcome {
	enum { STARTED, ASKED, OVER } stage;
	bool refused;			/* the databases were not opened */
	int status, again;
	bool told;			/* by the portal's own page */
	bool spent;			/* and the process ends then (main.c) */
	bool unlooked;			/* ctemplate or libmagic was refused memory, and does not look */
	bool fired, moved;
	int64_t opened, count;		/* what was asked for till they were open, and in all */
	int64_t held, sqlite;
	char what[96], first[STATE], second[STATE];
};
static struct outcome *out;

/* What a unit leaves when nothing fails. */
struct course {
	const struct work *work;
	int status, again;
	char before[STATE], after[STATE], twice[STATE];
	struct states between;		/* of what commits more than once */
	int64_t held, sqlite;
};

static bool each, sqlites, opening;
static int64_t faults, late, ended;	/* late: told as failed, and yet done */

static void
arm(enum way way, int64_t n, bool sticky)
{
	if (way == IO || way == FULL)
		disk_fail(way == IO ? DISK_IO : DISK_FULL, n, sticky);
	else if (way != WELL)
		memory_fail(way == SQLITE ? MEMORY_SQLITE : MEMORY_ALL, n, sticky);
	else
		disk_fail(DISK_IO, 0, false);
}

static void
disarm(enum way way)
{
	if (way == SQLITE || way == ALL) {
		out->count = memory_well();
		out->fired = memory_failed();
	} else {
		out->count = disk_well();
		out->fired = disk_failed();
		out->moved = disk_moved();
		snprintf(out->what, sizeof(out->what), "%s", disk_what());
	}
}

/* What the files hold; of the same bytes it need not be asked. */
static void
state_of(char state[STATE], const struct course *c)
{
	if (disk_same(scene_dir()))
		memcpy(state, c->before, STATE);
	else
		work_state(scene_dir(), state);
}

/* The whole of it, so many times: opened, and asked; when all is well asked again. */
static void
child(const struct course *c, enum way way, int64_t n, bool sticky, int rounds)
{
	const struct work *w = c->work;

	while (rounds--) {
		scene_shut();
		arm(way, n, sticky);
		out->refused = !scene_again();
		out->opened = memory_asked();
		struct reply r = out->refused ? (struct reply){ .body = "" } : work_ask(w);
		disarm(way);
		out->spent = !out->refused && scene_spent();
		if (out->spent) {
			scene_shut();
			if (!scene_again())
				_exit(2);
		}
		out->status = r.status;
		out->told = says(r, r.status == 503 ? "Máy chủ hết chỗ lưu" : "Cổng gặp trục trặc");
	}
	if (out->refused) {
		scene_shut();
		if (!scene_again())
			_exit(2);
	}
	out->stage = ASKED;
	state_of(out->first, c);
	out->again = work_ask(w).status;
	work_state(scene_dir(), out->second);
	scene_shut();
	mem_empty(scene_mem());
	out->held = memory_held();
	out->sqlite = memory_of_sqlite();
	out->stage = OVER;
	_exit(0);
}

/* The process that is started when one has ended. */
static void
next_child(const struct course *c)
{
	state_of(out->first, c);
	if (!scene_again())
		_exit(2);
	out->again = work_ask(c->work).status;
	work_state(scene_dir(), out->second);
	scene_shut();
	out->stage = OVER;
	_exit(0);
}

/* In a process of its own over fresh files; answers its wait status. */
static int
in_child(const struct course *c, enum way way, int64_t n, bool sticky, int rounds)
{
	int status;
	pid_t pid;

	disk_replay(scene_dir(), 0);
	memset(out, 0, sizeof(*out));
	fflush(NULL);
	if (!(pid = fork()))
		child(c, way, n, sticky, rounds);
	waitpid(pid, &status, 0);
	return status;
}

static void
told(const struct course *c, enum way way, int64_t n, bool sticky, const char *wrong)
{
	fprintf(stderr, "fault-%s: %s, %s, %s: at %lld%s (%s): %s; answered %d, then %d\n", page.name,
	    c->work->path, c->work->name, way_names[way], (long long)n, sticky ? " and after" : "",
	    out->what, wrong, out->status, out->again);
}

/* Is that state on the way from before to after? */
static bool
on_the_way(const struct course *c, const char *state)
{
	return !strcmp(state, c->before) || !strcmp(state, c->after) || states_find(&c->between, state, 0) >= 0;
}

static const char *
broken_promise(const struct course *c, enum way way, bool died)
{
	if (way == SQLITE && !died && !out->refused && out->status >= 500 && !out->spent)
		return "SQLite lacked memory, and the process goes on";
	if (!on_the_way(c, out->first))
		return strncmp(out->first, "broken", 6) ? "half done" : out->first;
	if (!died && !out->refused && out->status < 400 && strcmp(out->first, c->after))
		return "told as done, and is not";
	if (!died && !out->refused && out->status != c->status && (out->status != 500 && out->status != 503))
		return "another answer";
	if (!died && !out->refused && out->status >= 500 && !out->told)
		return "not told by our page";
	if (out->moved)
		return "a page program wrote to the database file itself";
	if (!strcmp(out->first, c->before) && (out->again != c->status || strcmp(out->second, c->after)))
		return "sent again it leaves something else";
	if (!strcmp(out->first, c->after) && (out->again != c->again || strcmp(out->second, c->twice)))
		return "done and sent again it leaves something else";
	if (out->again >= 500 || !strncmp(out->second, "broken", 6))
		return "it does not work again";
	return NULL;
}

/* What is held more than without the fault was made once and is kept, or is lost each time. */
static bool
loses(const struct course *c, enum way way, int64_t n, bool sticky)
{
	struct outcome once = *out;
	int64_t held;

	if (out->sqlite != c->sqlite)
		return true;
	if (out->held <= c->held)
		return false;
	in_child(c, way, n, sticky, 2);
	held = out->held;
	in_child(c, way, n, sticky, 5);
	bool more = out->held > held;
	*out = once;
	return more;
}

/* One operation. */
static void
fault(const struct course *c, enum way way, int64_t n, bool sticky)
{
	int status = in_child(c, way, n, sticky, 1);
	bool died = out->stage != OVER;
	const char *wrong = NULL;

	if (died && out->stage == STARTED && (way == SQLITE || way == ALL)
	    && ((WIFEXITED(status) && WEXITSTATUS(status) == 1) || (WIFSIGNALED(status) && out->unlooked))) {
		pid_t pid;
		ended++;
		out->fired = true;
		if (!(pid = fork()))
			next_child(c);
		waitpid(pid, &status, 0);
		if (out->stage != OVER)
			wrong = "the next process does not work";
	} else if (died) {
		out->fired = true;
		wrong = WIFSIGNALED(status) ? strsignal(WTERMSIG(status)) : "it ended";
	}
	if (!wrong)
		wrong = broken_promise(c, way, died);
	if (!wrong && !died && loses(c, way, n, sticky))
		wrong = "memory is lost";
	faults += out->fired;
	late += !died && !out->refused && out->status >= 400 && strcmp(out->first, c->before);
	if (wrong)
		told(c, way, n, sticky, wrong);
	CHECK(!wrong);
}

/* So many of the operations after from, up to `to`, or all: once and from there on. */
static void
sweep(const struct course *c, enum way way, int64_t from, int64_t to, int64_t many)
{
	int64_t step = many && many < to - from ? (to - from) / many + 1 : 1;

	for (int sticky = 0; sticky < 2; sticky++)
		for (int64_t n = from + 1 + disk_chance(step); n <= to; n += step)
			fault(c, way, n, sticky);
}

/* How it goes without a fault; false if the unit does nothing as it stands. */
static bool
run_well(struct course *c)
{
	disk_replay(scene_dir(), 0);
	work_state(scene_dir(), c->before);
	/* What the two error pages make once and keep, no run shall. */
	for (int way = DISK_IO; way <= DISK_FULL; way++) {
		disk_replay(scene_dir(), 0);
		if (!scene_again())
			exit(1);
		disk_fail(way, 1, true);
		work_ask(c->work);
		disk_well();
		scene_shut();
	}
	disk_replay(scene_dir(), 0);
	disk_watch(scene_dir(), false);
	if (!scene_again())
		exit(1);
	work_ask(c->work);
	scene_shut();
	disk_unwatch();
	states_of(&c->between, cut_folder(0));
	int status = in_child(c, WELL, 0, false, 1);
	if (status || out->stage != OVER) {
		fprintf(stderr, "fault-%s: %s: it ended with %d without a fault\n", page.name, c->work->path, status);
		CHECK(!status);
		return false;
	}
	c->status = out->status, c->again = out->again;
	c->held = out->held, c->sqlite = out->sqlite;
	snprintf(c->after, STATE, "%s", out->first);
	snprintf(c->twice, STATE, "%s", out->second);
	return c->status < 400 && strcmp(c->before, c->after);
}

static void
try_unit(struct course *c, int64_t many, bool of_table)
{
	enum way ways[] = { IO, FULL, SQLITE, ALL };
	int64_t few = of_table && many ? 3 : 1;

	for (size_t i = 0; i < sizeof(ways) / sizeof(*ways); i++) {
		if (ways[i] == ALL && !memory_has_all())
			continue;
		in_child(c, ways[i], 0, false, 1);
		bool memory = ways[i] == SQLITE || ways[i] == ALL;
		int64_t opened = memory ? out->opened : 0, count = out->count;
		if (many)
			fprintf(stderr, "fault-%s: %s, %s: %s: %lld, and %lld to open the databases\n", page.name,
			    c->work->path, c->work->name, way_names[ways[i]], (long long)(count - opened), (long long)opened);
		/* Most of what opening takes is for one thing: the schema. */
		if (memory)
			sweep(c, ways[i], 0, opened, many ? many * few / 12 + 1 : 1);
		sweep(c, ways[i], opened, count, !many ? few : memory ? many * few / 3 + 1
		    : of_table ? 0 : many);
	}
}

/* A piece that SQLite asks for is one that libc is asked for: once refused it is the same. */
static void
try_each(const struct course *c)
{
	enum way way = memory_has_all() && !sqlites ? ALL : SQLITE;

	in_child(c, way, 0, false, 1);
	int64_t from = opening ? 0 : out->opened, to = opening ? out->opened : out->count;
	fprintf(stderr, "fault-%s: %s, %s: each of %lld pieces of %s%s%s\n", page.name, c->work->path,
	    c->work->name, (long long)(to - from), way_names[way], opening ? " to open the databases" : "",
	    sqlites ? ", and all after it" : ", once and with all after it");
	for (int64_t n = from + 1; n <= to; n++) {
		fault(c, way, n, true);
		if (!sqlites)
			fault(c, way, n, false);
	}
}

/* False if it does nothing as it stands, which one of the table must. */
static bool
unit(const struct work *w, int64_t many, bool of_table)
{
	struct course c = { .work = w };
	bool does = run_well(&c);

	if (of_table && !does)
		fprintf(stderr, "fault-%s: %s: %d\n", page.name, w->path, c.status);
	CHECK(does || !of_table);
	if (does && (each || opening))
		try_each(&c);
	else if (does)
		try_unit(&c, many, of_table);
	states_free(&c.between);
	return does;
}

int
main(int argc, char **argv)
{
	int64_t of_table, n, units = 0, many = argc > 1 ? strtoll(argv[1], NULL, 10) : 0;
	const struct work *list;

	sqlites = argc > 1 && !strcmp(argv[1], "sqlite");
	each = sqlites || (argc > 1 && !strcmp(argv[1], "each"));
	opening = argc > 1 && !strcmp(argv[1], "open");
	int64_t one = each && argc > 2 ? strtoll(argv[2], NULL, 10) : 0;
	scene_cheap();
	work_ready();
	memory_add();
	disk_add();
	disk_seed();
	out = mmap(NULL, sizeof(*out), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	if (out == MAP_FAILED)
		return 1;
	memory_tell(&out->unlooked);
	list = works(&of_table);
	work_lay(list);
	disk_watch(scene_dir(), false);
	disk_unwatch();
	for (n = 0; list[n].path; n++)
		;
	for (int64_t i = 0; i < (opening ? of_table > 0 : of_table); i++)
		if (!one || i == one - 1)
			units += unit(&list[i], many, true);
	CHECK(!one || units == 1);
	/* Of the others two in a common run, or as many as there are. */
	int64_t from = disk_chance(n - of_table), tried = each || opening ? 0 : many ? INT64_MAX : of_table + 2;
	for (int64_t i = 0; i < n - of_table && units < tried; i++)
		units += unit(&list[of_table + (from + i) % (n - of_table)], many, false);
	if (!each && !opening)
		cut_try(list, many > 0);
	fprintf(stderr, "fault-%s: seed %llu: %lld units, %lld faults, %lld told as failed and yet done,"
	    " %lld times out of memory\n", page.name, (unsigned long long)disk_seed(), (long long)units,
	    (long long)faults, (long long)late, (long long)ended);
	return done();
}
