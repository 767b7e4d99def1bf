/* escape.c - see escape.h. */

#include "tests/escape.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/capability.h>
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/mount.h>
#include <sys/prctl.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

static char dir[64], kept[80], empty[80], new[80];

static int opens(void)    { return open("/etc/passwd", O_RDONLY); }
static int lists(void)    { return open(dir, O_RDONLY | O_DIRECTORY); }
static int reads(void)    { return open(kept, O_RDONLY); }
static int writes(void)   { return open(kept, O_WRONLY); }
static int creates(void)  { return open(new, O_CREAT | O_WRONLY, 0600); }
static int cuts(void)     { return truncate(kept, 0); }
static int unlinks(void)  { return unlink(kept); }
static int renames(void)  { return rename(kept, new); }
static int makes(void)    { return mkdir(new, 0700); }
static int empties(void)  { return rmdir(empty); }
static int links(void)    { return symlink("/etc/passwd", new); }
static int pipes(void)    { return mkfifo(new, 0600); }
static int sockets(void)  { return socket(AF_INET, SOCK_STREAM, 0); }
static int binds(void)
{
	struct sockaddr_un at = { .sun_family = AF_UNIX };
	int fd = socket(AF_UNIX, SOCK_STREAM, 0);

	snprintf(at.sun_path, sizeof(at.sun_path), "%s", new);
	return fd < 0 ? -1 : bind(fd, (struct sockaddr *)&at, sizeof(at));
}
static int execs(void)    { return execl("/bin/true", "true", (char *)0); }
static int forks(void)
{
	long child = syscall(SYS_clone, SIGCHLD, 0, 0, 0, 0);

	if (!child)
		syscall(SYS_exit_group, 0);
	return child < 0 ? -1 : 0;
}
static int spaces(void)
{
	long child = syscall(SYS_clone, CLONE_NEWUSER | SIGCHLD, 0, 0, 0, 0);

	if (!child)
		syscall(SYS_exit_group, 0);
	return child < 0 ? -1 : 0;
}
static int traces(void)   { return (int)ptrace(PTRACE_SEIZE, getppid(), 0, 0); }	/* which stops nobody */
static int kills(void)    { return kill(getppid(), 0); }
static int changes(void)  { return chmod(dir, 0777); }
static int becomes(void)  { return setuid(geteuid() + 1); }
static int mounts(void)   { return mount("none", empty, "tmpfs", 0, ""); }
static int listens(void)  { return listen(0, 1); }
static int sets(void)     { return prctl(PR_SET_DUMPABLE, 1, 0, 0, 0); }
static int dumps(void)    { return setrlimit(RLIMIT_CORE, &(struct rlimit){ 1 << 20, 1 << 20 }); }
static int powers(void)
{
	struct __user_cap_header_struct self = { _LINUX_CAPABILITY_VERSION_3, 0 };
	struct __user_cap_data_struct all[_LINUX_CAPABILITY_U32S_3] = { { 1 << CAP_CHOWN, 1 << CAP_CHOWN, 0 } };

	return (int)syscall(SYS_capset, &self, all);
}
static int controls(void) { return fcntl(1, F_SETOWN, getpid()); }
static int runs(void)
{
	return mmap(NULL, 4096, PROT_READ | PROT_WRITE | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS,
	    -1, 0) == MAP_FAILED ? -1 : 0;
}
static int turns(void)
{
	void *page = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

	return mprotect(page, 4096, PROT_READ | PROT_EXEC);
}
static int maps(void)
{
	return mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
	    == MAP_FAILED ? -1 : 0;
}

enum { SHOT = DEAD + SIGSYS };
const struct escape escapes[] = {
	{ "open", opens, EACCES, EACCES, EACCES, 1 },
	{ "open a folder", lists, EACCES, EACCES, EACCES, 1 },
	{ "read", reads, EACCES, EACCES, EACCES, 1 },
	{ "write", writes, EACCES, EACCES, EACCES, 1 },
	{ "create", creates, EACCES, EACCES, EACCES, 1 },
	{ "truncate", cuts, SHOT, SHOT, EACCES, 3 },
	{ "unlink", unlinks, EACCES, EACCES, EACCES, 1 },
	{ "rename", renames, EACCES, EACCES, EACCES, 1 },
	{ "mkdir", makes, SHOT, SHOT, EACCES, 1 },
	{ "rmdir", empties, SHOT, SHOT, EACCES, 1 },
	{ "symlink", links, SHOT, SHOT, EACCES, 1 },
	{ "mkfifo", pipes, SHOT, SHOT, EACCES, 1 },
	{ "bind", binds, EACCES, EACCES, EACCES, 1 },
	{ "exec", execs, SHOT, SHOT, EACCES, 1 },
	{ "socket", sockets, EACCES, EACCES, UNASKED, 0 },
	{ "fork", forks, SHOT, 0, UNASKED, 0 },
	{ "namespace", spaces, SHOT, SHOT, UNASKED, 0 },
	{ "ptrace", traces, SHOT, SHOT, EPERM, 0 },
	{ "kill", kills, SHOT, UNASKED, UNASKED, 0 },	/* a keeper ends its child */
	{ "chmod", changes, SHOT, SHOT, UNASKED, 0 },
	{ "setuid", becomes, SHOT, SHOT, EPERM, 0 },
	{ "mount", mounts, SHOT, SHOT, EPERM, 0 },
	{ "listen", listens, SHOT, SHOT, UNASKED, 0 },
	{ "prctl", sets, SHOT, UNASKED, UNASKED, 0 },	/* its child's end, and jail */
	{ "dump", dumps, SHOT, EPERM, EPERM, 0 },
	{ "powers", powers, SHOT, EPERM, EPERM, 0 },
	{ "fcntl", controls, SHOT, SHOT, UNASKED, 0 },
	{ "W+X", runs, SHOT, SHOT, UNASKED, 0 },
	{ "mprotect X", turns, SHOT, SHOT, UNASKED, 0 },
	{ "memory", maps, 0, 0, 0, 0 },
};
const size_t escapes_n = sizeof(escapes) / sizeof(*escapes);

void
escape_lay(void)
{
	const char *tmp = getenv("TMPDIR");

	snprintf(dir, sizeof(dir), "%.40s/escape-XXXXXX", tmp ? tmp : "/tmp");
	if (!mkdtemp(dir))
		exit(1);
	snprintf(kept, sizeof(kept), "%s/kept", dir);
	snprintf(empty, sizeof(empty), "%s/empty", dir);
	snprintf(new, sizeof(new), "%s/new", dir);
	close(open(kept, O_CREAT | O_WRONLY, 0600));
	mkdir(empty, 0700);
}

void
escape_clear(void)
{
	remove(kept);
	remove(new);
	umount2(empty, MNT_DETACH);	/* where what was tried was done */
	rmdir(empty);
	rmdir(dir);
}

/* Not _exit(), nor a loop without end: before what does not return the sanitizers make calls of
 * their own. */
void
escape_now(bool shut, int (*try)(void))
{
	int done = shut ? (errno = 0, try()) : (errno = 200, -1);

	syscall(SYS_exit_group, done == -1 ? errno : 0);
}

int
escape_answer(int status)
{
	return WIFSIGNALED(status) ? DEAD + WTERMSIG(status) : WEXITSTATUS(status);
}

int
escape_from(bool (*shut)(void), int (*try)(void))
{
	int status;

	escape_lay();
	pid_t pid = fork();
	if (!pid)
		escape_now(!shut || shut(), try);
	waitpid(pid, &status, 0);
	escape_clear();
	return escape_answer(status);
}
