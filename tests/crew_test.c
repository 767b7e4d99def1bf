/* crew_test.c - as many workers as were asked for, whatever ends them or keeps one from its
 * beginning. */

#include "cgi-bin/lib/crew.h"
#include "tests/test.h"

#include <dlfcn.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { MOST = 64 };

/* What all processes of a case see. */
static struct seen {
	int refused;			/* forks yet to fail */
	int begun;
	pid_t pids[MOST];
} *seen;

/* In the place of the library's: no memory, no more processes. */
pid_t
fork(void)
{
	static pid_t (*next)(void);

	if (seen && __atomic_load_n(&seen->refused, __ATOMIC_SEQ_CST) > 0) {
		__atomic_sub_fetch(&seen->refused, 1, __ATOMIC_SEQ_CST);
		return -1;
	}
	if (!next)
		*(void **)&next = dlsym(RTLD_NEXT, "fork");
	return next();
}

static void
nap(int ms)
{
	nanosleep(&(struct timespec){ ms / 1000, ms % 1000 * 1000000L }, NULL);
}

static void
count_me(void)
{
	int i = __atomic_fetch_add(&seen->begun, 1, __ATOMIC_SEQ_CST);

	if (i < MOST)
		__atomic_store_n(&seen->pids[i], getpid(), __ATOMIC_SEQ_CST);
}

static int
stays(void)
{
	count_me();
	while (pause())
		;
	return 0;
}

static int
falls(void)
{
	count_me();
	raise(SIGSYS);		/* as the jail ends it; the sanitizers keep SIGSEGV to themselves */
	return 0;
}

static int
cannot(void)
{
	count_me();
	return CREW_CANNOT;
}

static int
has_nothing(void)
{
	return 0;
}

static char **words;

static pid_t
crew_of(int n, int refused, int (*work)(void))
{
	*seen = (struct seen){ 0 };
	pid_t pid = fork();
	if (!pid) {
		prctl(PR_SET_PDEATHSIG, SIGKILL);
		seen->refused = refused;
		exit(freopen("/dev/null", "w", stderr) ? crew(n, words, "test", work) : 9);
	}
	return pid;
}

/* As soon as there are so many, or after ten seconds. */
static int
begun(int n)
{
	for (int i = 0; i < 500 && __atomic_load_n(&seen->begun, __ATOMIC_SEQ_CST) < n; i++)
		nap(20);
	return __atomic_load_n(&seen->begun, __ATOMIC_SEQ_CST);
}

static int
status_of(pid_t crew_)
{
	int status;

	return waitpid(crew_, &status, 0) == crew_ && WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

static int
end(pid_t crew_)
{
	kill(crew_, SIGTERM);
	return status_of(crew_);
}

static bool
lives(pid_t pid)
{
	return pid > 0 && !kill(pid, 0);
}

static void
strike(pid_t pid)
{
	if (pid > 0)	/* 0 would be all of us */
		kill(pid, SIGKILL);
}

static void
all_begin_and_end_together(void)
{
	pid_t c = crew_of(3, 0, stays);

	CHECK(begun(3) == 3);
	CHECK(!end(c));
	for (int i = 0; i < 3; i++)
		CHECK(!lives(seen->pids[i]));
}

static void
one_that_is_killed_is_replaced(void)
{
	pid_t c = crew_of(2, 0, stays);

	CHECK(begun(2) == 2);
	nap(1100);
	strike(seen->pids[0]);
	CHECK(begun(3) == 3 && lives(seen->pids[1]) && lives(seen->pids[2]));
	CHECK(!end(c));
}

/* The machine was out of memory or of processes for a while. */
static void
one_that_could_not_be_forked_is_tried_again(void)
{
	pid_t c = crew_of(3, 2, stays);

	CHECK(begun(3) == 3);
	CHECK(!end(c));

	c = crew_of(2, 2, stays);	/* all of them */
	CHECK(begun(2) == 2);
	nap(1100);
	seen->refused = 1;		/* and one that is to take a place */
	strike(seen->pids[0]);
	CHECK(begun(3) == 3);
	CHECK(!end(c));

	c = crew_of(2, MOST, stays);	/* it may be ended meanwhile */
	nap(200);
	CHECK(!end(c) && !seen->begun);
}

static void
who_has_nothing_to_do_or_cannot_begin_ends_it(void)
{
	CHECK(!status_of(crew_of(1, 0, has_nothing)));
	CHECK(status_of(crew_of(2, 0, cannot)) == 1);
}

/* After a crash all begins anew by exec, here of this program with that word; one that always
 * crashes does not keep the machine busy. */
static void
after_a_crash_all_begins_anew(void)
{
	char *own[] = { words[0], (char[]){ "again" }, NULL };

	words = own;
	pid_t c = crew_of(1, 0, falls);
	CHECK(status_of(c) == 42);
	CHECK(seen->begun == 1);
}

int
main(int argc, char **argv)
{
	struct timespec from, to;

	if (argc > 1 && !strcmp(argv[1], "again"))
		return 42;
	words = argv;
	seen = mmap(NULL, sizeof(*seen), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	if (seen == MAP_FAILED)
		return 1;
	all_begin_and_end_together();
	one_that_is_killed_is_replaced();
	one_that_could_not_be_forked_is_tried_again();
	who_has_nothing_to_do_or_cannot_begin_ends_it();
	clock_gettime(CLOCK_MONOTONIC, &from);
	after_a_crash_all_begins_anew();
	clock_gettime(CLOCK_MONOTONIC, &to);
	CHECK((to.tv_sec - from.tv_sec) * 1000 + (to.tv_nsec - from.tv_nsec) / 1000000 >= 100);
	return done();
}
