/*
 * home.h - what waits for a person (việc của tôi), across plans, sign-ups and reports;
 * and what the front page and /health ask.
 */
#ifndef HOME_H
#define HOME_H

#include "db/db.h"

struct task {
	enum task_kind {
		TASK_RECEIVE,	/* a plan sent to my unit, not acknowledged */
		TASK_SIGNUP,	/* a plan that my unit should sign up to */
		TASK_REPORT,	/* a report of my unit, to write or to send on */
		TASK_PLAN,	/* a plan whose next step is mine */
		TASK_SEND,	/* a report that waits for me, the leader */
		TASK_REVIEW	/* a report that waits to be accepted */
	} kind;
	int64_t id;		/* of the plan, or of the report (0: not begun) */
	int64_t period, unit;	/* of a report: its period and unit */
	const char *name;	/* the plan's number and subject, or the form and period */
	const char *unit_name;
	const char *due;	/* ISO, or "" */
	const char *state, *tag;	/* in words, and its face */
	const char *reason, *by;	/* of a return that stands, or "" */
	int64_t at;		/* of the last move, or when it was sent */
	struct task *next;
};

/* All of it: returned and overdue first, then by due date, then what has none. */
struct task *home_tasks(struct db *, struct mem *, int64_t account, const char *day,
	const char *lang);

/* When that upkeep was last done; 0: never. */
int64_t home_upkeep(struct db *, const char *name);

struct in_force {
	int64_t id;
	const char *number, *date, *subject, *issuer;
	struct in_force *next;
};
/* The newest plans that stand. */
struct in_force *home_plans(struct db *, struct mem *, int64_t limit);

#endif
