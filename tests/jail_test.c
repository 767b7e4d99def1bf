/*
 * jail_test.c - the jail's doors one by one, and those who are in it and are no page: the
 * keeper of the readers, its child, and the program `indexer`, each started as it starts.
 *
 * In the place of the library's: what loads the list of calls, so that what lies behind it
 * answers; of ours: what each does next when it is shut in.
 */

#include "tests/scene.h"

#include <errno.h>
#include <linux/landlock.h>
#include <seccomp.h>
#include <signal.h>
#include <stdio.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include "cgi-bin/lib/attach_words.h"
#include "cgi-bin/lib/jail.h"
#include "cgi-bin/lib/reader.h"
#include "tests/escape.h"

int indexer_main(int argc, char **argv);

const struct page page = {
	.name = "x",
	.grants = (const struct grant[]){ SIGNED_IN, { 0 } },
	.files = attach_words_files,
	.routes = (const struct route[]){ { 0 } },
};

/* Who tries what when he is shut in; what he saw of himself is told by memory that is shared. */
static enum { NOBODY, KEEPER, READER, INDEXER } who;
static int (*trying)(void);
static bool unfiltered;
static struct told {
	bool shut;
	int answer;
	rlim_t time, memory;
} *told;

int __real_seccomp_load(const scmp_filter_ctx);
int __wrap_seccomp_load(const scmp_filter_ctx);
bool __real_jail(void);
bool __wrap_jail(void);
bool __real_jail_keeper(void);
bool __wrap_jail_keeper(void);
int __wrap_attach_words(struct db *, struct db *, int64_t now, int most);

int
__wrap_seccomp_load(const scmp_filter_ctx f)
{
	return unfiltered ? 0 : __real_seccomp_load(f);
}

bool
__wrap_jail_keeper(void)
{
	bool ok = __real_jail_keeper();

	if (who == KEEPER)
		escape_now(ok, trying);
	return ok;
}

bool
__wrap_jail(void)
{
	struct rlimit time = { 0, 0 }, memory = { 0, 0 };

	if (who != READER)
		return __real_jail();
	getrlimit(RLIMIT_CPU, &time);
	getrlimit(RLIMIT_AS, &memory);
	told->time = time.rlim_max, told->memory = memory.rlim_max;
	told->shut = __real_jail();
	errno = 0;
	told->answer = trying() == -1 ? errno : 0;
	syscall(SYS_exit_group, 1);
	return false;
}

int
__wrap_attach_words(struct db *portal, struct db *files, int64_t now, int most)
{
	(void)now, (void)most;
	escape_now(portal && files, trying);
	return 0;
}

static void
is(const char *whose, const struct escape *e, int answer, int due)
{
	if (answer != due)
		fprintf(stderr, "%s: %s: %d\n", whose, e->name, answer);
	CHECK(answer == due);
}
#define EACH(e) (const struct escape *e = escapes; e < escapes + escapes_n; e++)

/* What is tried is no nonsense: who is in no jail does it. */
static void
who_is_free_does_it(void)
{
	for EACH(e)
		if (e->landlock)
			is("free", e, escape_from(NULL, e->try), 0);
}

/* Its version here; 0: none. */
static long
landlock(void)
{
	long abi = syscall(SYS_landlock_create_ruleset, NULL, 0, LANDLOCK_CREATE_RULESET_VERSION);
	bool none = abi < 0 && (errno == ENOSYS || errno == EOPNOTSUPP);

	CHECK(none || abi >= 1);
	return none ? 0 : abi;
}

/* The list of calls would answer first: here it lets everything through. */
static void
without_the_list_files_and_powers_are_out_of_reach(void)
{
	long abi = landlock();

	unfiltered = true;
	for EACH(e) {
		if (e->landlock > abi)
			fprintf(stderr, "jail_test: SKIPPED: %s: Landlock here is %ld\n", e->name, abi);
		else if (e->unfiltered != UNASKED) {
			is("without the list", e, escape_from(jail, e->try), e->unfiltered);
			is("a keeper without the list", e, escape_from(jail_keeper, e->try), e->unfiltered);
		}
	}
	unfiltered = false;
}

/* What of the list is let through: none but these are answered otherwise than by death or EACCES,
 * of all the numbers a kernel may know.  An argument of -1 is nothing that any of them does. */
static const int let[] = {
	SYS_accept, SYS_accept4, SYS_poll, SYS_ppoll, SYS_select, SYS_pselect6, SYS_shutdown,
	SYS_getpeername, SYS_getsockname, SYS_read, SYS_readv, SYS_write, SYS_writev,
	SYS_recvfrom, SYS_sendto, SYS_close, SYS_pread64, SYS_pwrite64, SYS_lseek, SYS_fsync,
	SYS_fdatasync, SYS_ftruncate, SYS_fallocate, SYS_fstat, SYS_fstatfs, SYS_newfstatat,
	SYS_stat, SYS_access, SYS_munmap, SYS_mremap, SYS_madvise, SYS_brk, SYS_futex,
	SYS_clock_gettime, SYS_clock_nanosleep, SYS_nanosleep, SYS_gettimeofday, SYS_getrandom,
	SYS_getpid, SYS_gettid, SYS_geteuid, SYS_getuid, SYS_rt_sigaction, SYS_rt_sigprocmask,
	SYS_rt_sigreturn, SYS_restart_syscall, SYS_exit, SYS_exit_group, SYS_tgkill, SYS_sysinfo,
};
static const int let_a_keeper[] = {
	SYS_pipe2, SYS_wait4, SYS_kill, SYS_prctl, SYS_seccomp, SYS_setrlimit, SYS_prlimit64,
	SYS_capset, SYS_set_robust_list, SYS_rseq, SYS_landlock_create_ruleset,
	SYS_landlock_restrict_self,
};

static bool
is_let(bool (*shut)(void), int call)
{
	bool here = false;

	for (size_t i = 0; i < sizeof(let) / sizeof(*let); i++)
		here = here || let[i] == call;
	for (size_t i = 0; shut == jail_keeper && i < sizeof(let_a_keeper) / sizeof(*let_a_keeper); i++)
		here = here || let_a_keeper[i] == call;
	return here;
}

static int calling;
static int
calls(void)
{
	signal(SIGSEGV, SIG_DFL);	/* a return from no signal; the sanitizers would have a word */
	long answer = syscall(calling, -1, -1, -1, -1, -1, -1);
	if (calling == SYS_vfork && !answer)	/* the child, on our stack */
		syscall(SYS_exit_group, 0);
	return (int)answer;
}

static void
no_other_call_is_let_through(bool (*shut)(void))
{
	enum { CALLS = 512, URETPROBE = 335, UPROBE = 336 };

	for (calling = 0; calling < CALLS; calling++) {
		/* of which newer kernels ask no list, for they refuse it to who calls them himself */
		if (calling == URETPROBE || calling == UPROBE)
			continue;
		int answer = escape_from(shut, calls);
		bool passed = answer != DEAD + SIGSYS && answer != EACCES;
		if (passed != is_let(shut, calling))
			fprintf(stderr, "call %d: %d\n", calling, answer);
		CHECK(passed == is_let(shut, calling));
	}
}

static void
behind_the_list_nothing_is(void)
{
	for EACH(e)
		is("jail", e, escape_from(jail, e->try), e->jail);
}

static bool
both(void)
{
	return jail_keeper() && jail();
}

static void
a_keeper_has_children_and_nothing_else(void)
{
	for EACH(e)
		if (e->keeper != UNASKED) {
			is("keeper", e, escape_from(jail_keeper, e->try), e->keeper);
			/* what it starts is shut in the smaller one */
			is("of a keeper", e, escape_from(both, e->try), e->jail);
		}
}

/* What /proc says of one that waits there. */
static const char *
seen_in(bool (*shut)(void), const char *file)
{
	static char text[8192];
	int go[2], ready[2];
	char c;
	bool open_ = !pipe(go) && !pipe(ready);
	pid_t pid = open_ ? fork() : -1;

	memset(text, 0, sizeof(text));
	if (!pid) {
		close(go[1]);
		setrlimit(RLIMIT_CORE, &(struct rlimit){ 1 << 20, 1 << 20 });
		syscall(SYS_exit_group, (shut && !shut()) || write(ready[1], "", 1) != 1 || read(go[0], &c, 1));
	}
	CHECK(read(ready[0], &c, 1) == 1);
	FILE *f = fopen(mem_printf(scene_mem(), "/proc/%d/%s", (int)pid, file), "r");
	CHECK(f && fread(text, 1, sizeof(text) - 1, f) > 0);
	if (f)
		fclose(f);
	close(go[1]);
	waitpid(pid, NULL, 0);
	close(go[0]), close(ready[0]), close(ready[1]);
	return text;
}

/* What a process held when it ended badly is written nowhere. */
static void
nothing_is_left_of_its_memory(void)
{
	static const char none[] = "Max core file size        0                    0 ";

	/* who may have none from the start says nothing by having none */
	if (strstr(seen_in(NULL, "limits"), none))
		fprintf(stderr, "jail_test: SKIPPED: here nobody may write a core\n");
	CHECK(strstr(seen_in(jail, "limits"), none) != NULL);
	CHECK(strstr(seen_in(jail_keeper, "limits"), none) != NULL);
}

static void
powers_are_gone(void)
{
	bool (*const shuts[])(void) = { jail, jail_keeper, both };

	for (int i = 0; i < 3; i++) {
		const char *text = seen_in(shuts[i], "status");
		CHECK(strstr(text, "CapEff:\t0000000000000000") && strstr(text, "CapPrm:\t0000000000000000"));
		CHECK(strstr(text, "CapInh:\t0000000000000000"));
		CHECK(strstr(text, "NoNewPrivs:\t1") && strstr(text, "Seccomp:\t2"));
	}
}

/* Of the keeper, in five seconds: one that was never shut in would wait to be asked. */
static bool
ended(int *status)
{
	for (int i = 0; i < 500; i++, usleep(10000))
		if (waitpid(-1, status, WNOHANG) > 0)
			return true;
	return false;
}

/* As intake and indexer start it (reader.h). */
static void
the_readers_keeper_is_one(void)
{
	int status;

	who = KEEPER;
	for EACH(e) {
		if (e->keeper == UNASKED)
			continue;
		escape_lay();
		trying = e->try;
		bool tried = reader_start() && ended(&status);
		escape_clear();
		CHECK(tried);
		if (!tried)
			break;
		is("the readers' keeper", e, escape_answer(status), e->keeper);
	}
	who = NOBODY;
}

static void
its_child_is_jailed(void)
{
	int status;

	who = READER;
	for EACH(e) {
		escape_lay();
		trying = e->try;
		*told = (struct told){ .answer = DEAD + SIGSYS };	/* until it tells another */
		pid_t pid = fork();
		if (!pid) {
			struct mem *mem = mem_new();
			bool none = reader_start() && reader_words(mem, "x", 1)->wrong;
			syscall(SYS_exit_group, !none);
		}
		waitpid(pid, &status, 0);
		escape_clear();
		CHECK(escape_answer(status) == 0 && told->shut);
		CHECK(told->time == 10);
#ifndef __SANITIZE_ADDRESS__	/* which maps all there is */
		CHECK(told->memory == 512 << 20);
#endif
		is("who reads a file", e, told->answer, e->jail);
	}
	who = NOBODY;
}

/* With both of its databases open, where it would read the first file. */
static void
indexer_is_jailed(void)
{
	int status;

	fresh();
	who = INDEXER;
	for EACH(e) {
		escape_lay();
		trying = e->try;
		pid_t pid = fork();
		if (!pid)
			syscall(SYS_exit_group, 100 + indexer_main(2, (char *[]){ "indexer", (char *)scene_dir(), NULL }));
		waitpid(pid, &status, 0);
		escape_clear();
		is("indexer", e, escape_answer(status), e->jail);
	}
	who = NOBODY;
}

int
main(void)
{
	told = mmap(NULL, sizeof(*told), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	fresh();
	who_is_free_does_it();
	without_the_list_files_and_powers_are_out_of_reach();
	behind_the_list_nothing_is();
	no_other_call_is_let_through(jail);
	no_other_call_is_let_through(jail_keeper);
	a_keeper_has_children_and_nothing_else();
	nothing_is_left_of_its_memory();
	powers_are_gone();
	the_readers_keeper_is_one();
	its_child_is_jailed();
	indexer_is_jailed();
	return done();
}
