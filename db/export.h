/*
 * export.h - what was taken out of the portal as a file (đã tải về): by whom, from which
 * address, on which day.
 */
#ifndef EXPORT_H
#define EXPORT_H

#include "db/db.h"

/* The first of that day counts. */
void export_note(struct db *, int64_t account, const char *path, const char *day,
	int64_t now);

/*
 * What an auditor reads: of people who had, on that day, a mandate at a unit that is under
 * one of his today; of everybody if his unit has none above it.  Filters "" pass all.
 */
struct export_ask {
	int64_t auditor;
	const char *day;		/* today */
	const char *who;		/* plain: of the person's name or login */
	const char *path;		/* a part of the address */
	const char *from, *to;		/* days */
	int sort;			/* 1 time, 2 person, 3 login, 4 address; - is down; 0: -1 */
	int64_t limit, skip;
};

struct export {
	int64_t at;
	const char *name, *login, *path;
	struct export *next;
};

/* As sort says; *total is how many there are. */
struct export *exports(struct db *, struct mem *, const struct export_ask *, int64_t *total);

#endif
