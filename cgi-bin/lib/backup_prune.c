/* backup_prune.c - see backup.h: which old ones go. */

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "cgi-bin/lib/backup_part.h"

struct old {
	const char *name;
	bool sound;
	struct old *next;
};

/* Days since 1970 of portal-YYYYMMDD-... */
static int64_t
day_of(const char *name)
{
	int64_t date = strtoll(name + strlen("portal-"), NULL, 10);
	struct tm tm = { .tm_year = (int)(date / 10000) - 1900,
	    .tm_mon = (int)(date / 100 % 100) - 1, .tm_mday = (int)(date % 100) };

	return timegm(&tm) / 86400;
}

/* The newest first: of a second's, the longer name is the newer, then the greater. */
static bool
newer(const char *a, const char *b)
{
	size_t n = strlen("portal-########-######");
	int order = strncmp(a, b, n);

	if (order)
		return order > 0;
	return strlen(a) != strlen(b) ? strlen(a) > strlen(b) : strcmp(a, b) > 0;
}

static struct old *
list(struct mem *mem, const char *to)
{
	struct old *first = NULL;
	struct paper p;
	bool proved;
	DIR *d = opendir(to);

	for (struct dirent *e; d && (e = readdir(d)); ) {
		const char *file = mem_printf(mem, "%s/%s/manifest", to, e->d_name);
		if (!is_backup(e->d_name, false) || paper_read(mem, file, &p, NULL, &proved))
			continue;
		struct old *o = mem_take(mem, sizeof(*o)), **at = &first;
		*o = (struct old){ mem_text(mem, e->d_name), p.sound, NULL };
		while (*at && newer((*at)->name, o->name))
			at = &(*at)->next;
		o->next = *at;
		*at = o;
	}
	if (d)
		closedir(d);
	return first;
}

/* It loses its name first: cut short, it is none that could be taken for whole. */
static const char *
drop(struct mem *mem, const char *to, const char *name)
{
	const char *whole = mem_printf(mem, "%s/%s", to, name);
	const char *part = mem_printf(mem, "%s.part", whole);

	if (rename(whole, part))
		return mem_printf(mem, "%s: %s", whole, strerror(errno));
	place_remove(part);
	return NULL;
}

static const char *
prune(struct mem *mem, const char *to, struct old *o, bool sound, int64_t days, int64_t weeks,
    int64_t *removed)
{
	int64_t day = -1, week = -1;
	const char *wrong = NULL;

	for (; o && !wrong; o = o->next) {
		if (o->sound != sound)
			continue;
		int64_t his = day_of(o->name), his_week = (his + 3) / 7;	/* from Mondays on */
		bool keep = (his != day && days > 0) || (his_week != week && weeks > 0);
		days -= his != day;
		weeks -= his_week != week;
		day = his, week = his_week;
		if (!keep && !(wrong = drop(mem, to, o->name)))
			++*removed;
	}
	return wrong;
}

const char *
backup_prune(struct mem *mem, const char *to, int64_t days, int64_t weeks, int64_t *removed)
{
	const char *wrong;
	int held;

	*removed = 0;
	if ((days <= 0 && weeks <= 0) || (wrong = place_lock(mem, to, &held)))
		return days <= 0 && weeks <= 0 ? NULL : wrong;
	struct old *all = list(mem, to);
	if (!(wrong = prune(mem, to, all, true, days, weeks, removed)))
		wrong = prune(mem, to, all, false, days, weeks, removed);
	close(held);
	return wrong;
}
