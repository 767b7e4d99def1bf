/*
 * plan_date.h - the dates that a plan sets for itself (a part of plan.h): mid-term and final
 * review, reports, others; what is opened from each, once; and a ready request, by which the
 * units that the plan was sent to act on are asked for a review report.
 *
 * They are not the plan's text: they may be written of a draft and of a plan that stands.
 */
#ifndef PLAN_DATE_H
#define PLAN_DATE_H

#include "db/plan.h"

enum { PLAN_DATES_MAX = 100 };		/* of one plan */

struct plan_date_kind {
	const char *kind, *label;
	const char *round;		/* the kind of evaluation round that is opened from it, or "" */
	const char *round_name;		/* what that is called, before the plan's number, or "" */
	bool period;			/* a period of a periodic form is opened from it */
	const char *asks;		/* what its ready request asks for, "báo cáo sơ kết", or "" */
	int64_t ask_days;		/* the request goes out at most so many days before */
	int64_t due_days;		/* from the last day of figures to the date on which they are due */
	struct plan_date_kind *next;
};
/* In order. */
struct plan_date_kind *plan_date_kinds(struct db *, struct mem *, const char *lang);

struct plan_date {
	int64_t id, plan, edition;
	const char *kind, *day;
	const char *anchor;		/* the clause that sets it, or "" */
	const char *text;		/* its words, or "" */
	const char *done;		/* the day on which it was done by another road, or "" */
	/* Read only. */
	struct plan_date_kind is;
	const char *last_day, *holiday;	/* the next working day; what `day` is, or "" */
	int64_t round, period;		/* opened from it; 0 */
	const char *round_name, *period_name;
	bool over;			/* done, or something was opened */
	struct plan_date *next;
};
/* By day; needs READ on evaluation and report. */
struct plan_date *plan_dates(struct db *, struct mem *, int64_t plan, const char *lang);
struct plan_date *plan_date_get(struct db *, struct mem *, int64_t id, const char *lang);	/* NULL */
/* Is the same there, in all but its done day, another than `but`? */
bool    plan_date_taken(struct db *, const struct plan_date *, int64_t but);
int64_t plan_date_add(struct db *, const struct plan_date *);
/* All but id and plan; the edition goes up. */
void    plan_date_change(struct db *, const struct plan_date *);
/* Of one from which nothing was opened. */
void    plan_date_remove(struct db *, int64_t id);
/* At its issue a replacement takes along what of the plan `from` is not done, be it overdue; what it
 * has itself stays. */
void    plan_date_copy(struct db *, int64_t to, int64_t from);

/* Of a date on which figures are due: their last day, due_days before; their first, that of the
 * plan's period, or its date of issue, or `to` itself where these are not known or are later. */
const char *plan_date_to(struct mem *, const struct plan_date *);
const char *plan_date_from(struct mem *, const struct plan *, const char *to);

/* A unit that was sent the plan to act on, or what became of it, and its kind on that day; it stands
 * under the plan's issuer then, and lives still today: nobody else could report. */
struct plan_acting {
	int64_t unit;
	const char *kind;
	struct plan_acting *next;
};
/* By kind. */
struct plan_acting *plan_acting(struct db *, struct mem *, int64_t plan, const char *day,
	const char *today);

/* The sections of a review report on that day, in order. */
struct plan_date_section {
	const char *title, *hint, *document;
	struct plan_date_section *next;
};
struct plan_date_section *plan_date_sections(struct db *, struct mem *, const char *day);

/* Periodic report forms of the plan's unit that ask something of it, the newest first, at most
 * 20: value is the id. */
struct plan_choice *plan_date_forms(struct db *, struct mem *, int64_t plan);

#endif
