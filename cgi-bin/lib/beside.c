/* beside.c - see beside.h. */

#include "cgi-bin/lib/beside.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <unistd.h>

pid_t
beside_start(const char *var, char *const argv[])
{
	char program[4096], *name;
	size_t room = strlen(argv[0]) + 1;
	ssize_t n = readlink("/proc/self/exe", program, sizeof(program) - room);
	pid_t parent = getpid(), pid;

	program[n > 0 ? n : 0] = '\0';
	if (!(name = strrchr(program, '/')))
		return -1;
	snprintf(name + 1, room, "%s", argv[0]);
	if ((pid = fork()))
		return pid;
	sigset_t none;
	sigemptyset(&none);
	sigprocmask(SIG_SETMASK, &none, NULL);
	prctl(PR_SET_PDEATHSIG, SIGTERM);
	if (getppid() != parent || setenv("PORTAL_VAR", var, 1))
		_exit(1);
	execv(program, argv);
	_exit(127);
}
