/* reader.c - see reader.h. */

#include "cgi-bin/lib/reader.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "cgi-bin/lib/jail.h"
#include "cgi-bin/lib/pdf.h"
#include "db/text.h"

enum { SECONDS = 20, CPU_SECONDS = 10, MEMORY = 512 << 20, ANSWER_MAX = 4 << 20 };

static int keeper = -1;
static volatile sig_atomic_t given_up;

static bool
get(int fd, void *to, size_t n)
{
	for (char *at = to; n; ) {
		ssize_t got = read(fd, at, n);
		if (got < 0 && errno == EINTR)
			continue;
		if (got <= 0)
			return false;
		at += got, n -= (size_t)got;
	}
	return true;
}

static bool
put(int fd, const void *from, size_t n)
{
	for (const char *at = from; n; ) {
		ssize_t sent = send(fd, at, n, MSG_NOSIGNAL);
		if (sent < 0 && errno == EINTR)
			continue;
		if (sent <= 0)
			return false;
		at += sent, n -= (size_t)sent;
	}
	return true;
}

/* Not _exit(): the sanitizers make a call of their own before it. */
static _Noreturn void
end(int status)
{
	for (;;)
		syscall(SYS_exit_group, status);
}

/* What is asked of the keeper; n bytes follow. */
struct ask {
	uint64_t n, words;	/* words: of any file, for an index */
};

/* The child: bytes in, an account of them out, and the end. */
static _Noreturn void
read_one(struct mem *mem, const struct ask *ask, const char *bytes, int out)
{
	struct rlimit time = { CPU_SECONDS, CPU_SECONDS };
	size_t length;

	prctl(PR_SET_PDEATHSIG, SIGKILL);
	setrlimit(RLIMIT_CPU, &time);
#ifndef __SANITIZE_ADDRESS__	/* which maps all there is */
	setrlimit(RLIMIT_AS, &(struct rlimit){ MEMORY, MEMORY });
#endif
	if (!jail())
		end(1);
	const char *packed = reading_pack((ask->words ? reading_words : reading_of)(mem, bytes, ask->n),
	    &length);
	for (size_t done = 0; done < length; ) {
		ssize_t sent = write(out, packed + done, length - done);
		if (sent <= 0)
			end(1);
		done += (size_t)sent;
	}
	end(0);
}

static int64_t
now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

/* All that it answers, in time; else 0. */
static size_t
hear(int in, char *answer)
{
	int64_t until = now() + SECONDS * 1000, left;
	struct pollfd p = { .fd = in, .events = POLLIN };
	size_t n = 0;

	while ((left = until - now()) > 0 && n < ANSWER_MAX) {
		ssize_t got = poll(&p, 1, (int)left) > 0 ? read(in, answer + n, ANSWER_MAX - n) : -1;
		if (!got)
			return n;
		if (got > 0)
			n += (size_t)got;
		else if (errno != EINTR)
			return 0;
	}
	return 0;
}

/* The child keeps its pipe alone: with the keeper's socket it could answer for others. */
static size_t
ask_child(int asker, struct mem *mem, const struct ask *ask, const char *bytes, char *answer)
{
	int ends[2], status;
	size_t length = 0;
	pid_t child;

	if (pipe2(ends, O_CLOEXEC) < 0)
		return 0;
	child = fork();
	if (!child) {
		close(asker);
		close(ends[0]);
		read_one(mem, ask, bytes, ends[1]);
	}
	close(ends[1]);
	if (child > 0) {
		length = hear(ends[0], answer);
		kill(child, SIGKILL);
		while (waitpid(child, &status, 0) < 0 && errno == EINTR)
			;
		if (length && WIFEXITED(status) && WEXITSTATUS(status))
			length = 0;
	}
	close(ends[0]);
	return length;
}

/* The socket takes the place of the one on which nginx asks; nothing else stays open. */
static _Noreturn void
keep(int fd)
{
	struct mem *mem = mem_new();
	char *answer = mem_take(mem_new(), ANSWER_MAX);
	struct ask ask;
	uint64_t n;

	prctl(PR_SET_PDEATHSIG, SIGKILL);
	/* told to all of a group it is not the keeper's to obey: who asks may have an answer to wait for */
	signal(SIGTERM, SIG_IGN);
	fd = dup2(fd, 0);
	closefrom(3);
	if (fd || !jail_keeper())
		end(1);
	while (get(fd, &ask, sizeof(ask))) {
		char *bytes = mem_take(mem, ask.n + 1);
		if (!get(fd, bytes, ask.n))
			break;
		n = ask_child(fd, mem, &ask, bytes, answer);
		if (!put(fd, &n, sizeof(n)) || !put(fd, answer, n))
			break;
		mem_empty(mem);
	}
	end(0);
}

bool
reader_start(void)
{
	int ends[2];
	pid_t child;

	if (!text_ready() || socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) < 0)
		return false;
	pdf_ready();
	child = fork();
	if (!child)
		keep(ends[1]);
	close(ends[1]);
	if (child < 0)
		close(ends[0]);
	else
		keeper = ends[0];
	return child > 0;
}

/* Without its keeper this program is of no use: its supervisor starts another. */
static size_t
gone(void)
{
	if (!given_up)
		exit(1);
	return 0;
}

/* The length of its answer; 0: there is none. */
static size_t
answer_of(const struct ask *ask, const char *bytes, struct mem *mem, char **answer)
{
	uint64_t length;

	if (given_up)
		return 0;
	if (keeper < 0 && !reader_start())
		exit(1);
	if (!put(keeper, ask, sizeof(*ask)) || !put(keeper, bytes, ask->n)
	    || !get(keeper, &length, sizeof(length)) || length > ANSWER_MAX)
		return gone();
	*answer = mem_take(mem, length + 1);
	return get(keeper, *answer, length) ? length : gone();
}

static struct reading *
ask_keeper(struct mem *mem, const struct ask *ask, const char *bytes)
{
	char *answer;
	size_t length = answer_of(ask, bytes, mem, &answer);
	struct reading *r;

	if (length && (r = reading_unpack(mem, answer, length)))
		return r;
	r = reading_new(mem);
	reading_refuse(r, reading_stopped);
	return r;
}

struct reading *
reader_read(struct mem *mem, const char *bytes, size_t n)
{
	return ask_keeper(mem, &(struct ask){ n, false }, bytes);
}

struct reading *
reader_words(struct mem *mem, const char *bytes, size_t n)
{
	return ask_keeper(mem, &(struct ask){ n, true }, bytes);
}

/* The keeper's own answer could be 20 seconds away. */
void
reader_give_up(void)
{
	given_up = true;
	if (keeper >= 0)
		shutdown(keeper, SHUT_RDWR);
}

bool
reader_given_up(void)
{
	return given_up;
}
