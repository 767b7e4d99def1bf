/*
 * plan_archive.h - the archive's line, the last of a plan's recipients ("Lưu: VT, TĐKT (12)"),
 * and how many copies on paper the lines ask for.
 *
 * The words of the line are what is printed, and all that is kept of it: its parts are read
 * out of them, and who enters parts has the words made of them.
 */
#ifndef PLAN_ARCHIVE_H
#define PLAN_ARCHIVE_H

#include "db/plan.h"

enum { PLAN_COPIES_MAX = 9999 };

struct plan_archive {
	const char *registry;		/* "VT" */
	const char *drafter;		/* the drafting unit's sign, the drafter's mark with it: "KG-VX (NTB)"; "" */
	int64_t copies;			/* 0: the words do not say */
};

/* Of words as they stand, with a point at their end or without; false: they are no such line
 * ("Lưu trữ lịch sử tỉnh" is a body). */
bool plan_archive_read(struct mem *, const char *text, struct plan_archive *);
/* Those that have such parts, without a point. */
const char *plan_archive_text(struct mem *, const struct plan_archive *);

/* The first that is the archive's; NULL. */
const struct plan_recipient *plan_archive_line(struct mem *, const struct plan_recipient *);
bool plan_is_archived(const struct plan_recipient *);	/* some line is for the archive */

/* Of one line, 0 if nobody said: what an archive's line says of itself counts before what
 * stands beside it. */
int64_t plan_copies(struct mem *, const struct plan_recipient *);
/* Of all lines; and how many lines do not say. */
int64_t plan_copies_sum(struct mem *, const struct plan_recipient *, int64_t *unsaid);

#endif
