/* backup_daily.c - see backup.h: when, and by a program of its own. */

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <unistd.h>

#include "cgi-bin/lib/backup_part.h"

bool
backup_due(time_t last, time_t now, int hour)
{
	struct tm tm;

	localtime_r(&now, &tm);
	tm.tm_mday -= tm.tm_hour < hour;
	tm.tm_hour = hour;
	tm.tm_min = tm.tm_sec = 0;
	return last < mktime(&tm) || last > now;
}

pid_t
backup_start(const char *var, const char *to, const char *public_key, int days, int weeks)
{
	char program[4096], day[20], week[20], *name;
	ssize_t n = readlink("/proc/self/exe", program, sizeof(program) - sizeof("portalctl"));
	char *argv[] = { "portalctl", "backup", (char *)to, "--days", day, "--weeks", week,
	    public_key && *public_key ? "--public" : NULL, (char *)public_key, NULL };
	pid_t parent = getpid(), pid;

	program[n > 0 ? n : 0] = '\0';
	if (!(name = strrchr(program, '/')))
		return -1;
	snprintf(name + 1, sizeof("portalctl"), "portalctl");
	snprintf(day, sizeof(day), "%d", days);
	snprintf(week, sizeof(week), "%d", weeks);
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
