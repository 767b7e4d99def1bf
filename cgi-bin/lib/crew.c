/* crew.c - see crew.h. */

#include "cgi-bin/lib/crew.h"

#include <malloc.h>
#include <signal.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { WORKERS_MAX = 64, TITLE_MAX = 4096 };

static struct {
	struct worker {
		pid_t pid;		/* 0: none in that place */
		int64_t since;		/* milliseconds */
	} workers[WORKERS_MAX];
	int n;
	bool begun;			/* one has stayed for a second */
	sigset_t minded, before;
	int (*work)(void);
	char **argv;
	char title[TITLE_MAX];		/* argv[0] as it was */
} c;

static int64_t
clock_ms(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return t.tv_sec * 1000LL + t.tv_nsec / 1000000;
}

/* In the place of the command's own word, where ps reads it; cut to its length. */
static void
show_as(const char *name)
{
	size_t n = strlen(c.title);

	memset(c.argv[0], 0, n);
	memcpy(c.argv[0], name, strlen(name) < n ? strlen(name) : n);
}

static void
begin(struct worker *w)
{
	pid_t crew_ = getpid();

	fflush(NULL);
	w->since = clock_ms();
	w->pid = fork();
	if (w->pid < 0) {
		perror(c.title);
		w->pid = 0;	/* fill() tries again */
	}
	if (w->pid || getpid() == crew_)
		return;
	prctl(PR_SET_PDEATHSIG, SIGTERM);
	if (getppid() != crew_)
		_exit(0);
	show_as(c.title);
	sigprocmask(SIG_SETMASK, &c.before, NULL);
	exit(c.work());
}

/* Every place that is free gets its worker; false if one could not be had. */
static bool
fill(void)
{
	bool all = true;

	for (int i = 0; i < c.n; i++) {
		if (!c.workers[i].pid)
			begin(&c.workers[i]);
		all = all && c.workers[i].pid;
	}
	return all;
}

static void
end_all(void)
{
	for (int i = 0; i < c.n; i++)
		if (c.workers[i].pid)
			kill(c.workers[i].pid, SIGTERM);
	while (wait(NULL) > 0)
		;
}

/* By a fault of its own, which could be somebody's doing; not by who may kill it. */
static bool
has_crashed(int status)
{
	int sig = WIFSIGNALED(status) ? WTERMSIG(status) : 0;

	return sig == SIGSEGV || sig == SIGBUS || sig == SIGILL || sig == SIGFPE
	    || sig == SIGABRT || sig == SIGSYS || sig == SIGTRAP;
}

/* If even that fails, whoever started the crew starts another. */
static _Noreturn void
begin_anew(void)
{
	end_all();
	show_as(c.title);
	sigprocmask(SIG_SETMASK, &c.before, NULL);
	execv("/proc/self/exe", c.argv);
	perror(c.title);
	exit(1);
}

enum { GO_ON = -1 };

/* Those that have ended leave their places; or how the crew ends, if they have nothing to do
 * (descriptor 0 is no socket) or cannot begin. */
static int
bury(void)
{
	const struct timespec moment = { 0, 100000000 };
	int status;

	for (pid_t pid; (pid = waitpid(-1, &status, WNOHANG)) > 0; )
		for (int i = 0; i < c.n; i++) {
			struct worker *w = &c.workers[i];
			if (w->pid != pid)
				continue;
			bool stayed = clock_ms() - w->since >= 1000;
			w->pid = 0;
			c.begun = c.begun || stayed;
			if (WIFSIGNALED(status))
				fprintf(stderr, "%s: a worker was ended by signal %d\n", c.title,
				    WTERMSIG(status));
			if (!c.begun && WIFEXITED(status) && (!WEXITSTATUS(status)
			    || WEXITSTATUS(status) == CREW_CANNOT))
				return WEXITSTATUS(status) != 0;
			/* One that cannot stay does not keep the machine busy. */
			if (!stayed)
				nanosleep(&moment, NULL);
			if (has_crashed(status))
				begin_anew();
		}
	return GO_ON;
}

int
crew(int n, char **argv, const char *name, int (*work)(void))
{
	const struct timespec a_while = { 1, 0 };
	char title[64];
	int sig = 0, end = GO_ON;

	snprintf(c.title, sizeof(c.title), "%s", argv[0]);
	snprintf(title, sizeof(title), "%s: crew", name);
	c.argv = argv;
	c.work = work;
	c.n = n < 1 ? 1 : n > WORKERS_MAX ? WORKERS_MAX : n;
	/* Signals are taken one by one, so that none falls between two looks. */
	sigemptyset(&c.minded);
	sigaddset(&c.minded, SIGTERM);
	sigaddset(&c.minded, SIGCHLD);
	sigprocmask(SIG_BLOCK, &c.minded, &c.before);
	malloc_trim(0);		/* what loading left behind would be each worker's own */
	show_as(title);
	while (end == GO_ON && sig != SIGTERM) {
		/* A machine that has no memory for one has some in a while. */
		sig = fill() ? sigwaitinfo(&c.minded, NULL) : sigtimedwait(&c.minded, NULL, &a_while);
		if (sig == SIGCHLD)
			end = bury();
	}
	end_all();
	return end == 1;
}
