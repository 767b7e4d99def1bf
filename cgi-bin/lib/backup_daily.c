/* backup_daily.c - see backup.h: when, and by a program of its own. */

#include <stdio.h>

#include "cgi-bin/lib/backup_part.h"
#include "cgi-bin/lib/beside.h"

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
	char day[20], week[20];
	char *argv[] = { "portalctl", "backup", (char *)to, "--days", day, "--weeks", week,
	    public_key && *public_key ? "--public" : NULL, (char *)public_key, NULL };

	snprintf(day, sizeof(day), "%d", days);
	snprintf(week, sizeof(week), "%d", weeks);
	return beside_start(var, argv);
}
