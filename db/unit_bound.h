/*
 * unit_bound.h - what binds a unit on a day: plans, reports, tasks, and what it has to answer.
 *
 * Needs READ on unit, plan, signup, report and flow.
 */
#ifndef UNIT_BOUND_H
#define UNIT_BOUND_H

#include "db/db.h"

/*
 * Plans that are issued, not over, and delivered to it to act on or to join in, or of which a class takes in
 * its kind while the issuer is above it; the highest issuer first.  The list itself is
 * for whoever has a task; of sent, acknowledged and signup the caller asks who may see
 * them.
 */
struct unit_plan {
	int64_t id;
	const char *number, *date, *subject, *short_name, *period_from, *period_to;
	int64_t issuer;
	const char *issuer_name, *level_label;	/* of the issuer's kind */
	int64_t sent, acknowledged;	/* moments; 0: not */
	const char *signup_due;		/* "": none */
	int64_t signup_id;		/* 0: not begun */
	const char *signup, *signup_tag;	/* its state in words, "": not begun */
	bool signed_up;			/* it stands: who follows it may read it */
	struct unit_plan *next;
};
struct unit_plan *unit_plans(struct db *, struct mem *, int64_t id, const char *day,
	const char *lang);

/* Report periods that have opened and ask its kind, under a form of a unit above it;
 * the latest due first, at most `limit`.  Not for everybody's eyes either. */
struct unit_due {
	int64_t period, report;		/* report 0: not begun */
	const char *name, *form, *asker_name;
	const char *due_date;		/* the next working day if it falls on a day off */
	int64_t sent;			/* moment it was first sent; 0: not yet */
	bool stands;			/* it is sent or accepted: not open, not returned */
	const char *state, *tag;	/* in words, "": not begun */
	struct unit_due *next;
};
struct unit_due *unit_dues(struct db *, struct mem *, int64_t id, const char *day,
	const char *lang, int64_t limit);

/* Tasks given to it and not withdrawn, what is not done first, the earliest due first; at
 * most `limit`.  Needs READ on task and holiday; for whoever works for it or follows it. */
struct unit_task {
	int64_t id;			/* of its row */
	const char *text, *number, *subject, *issuer_name;
	const char *last_day;		/* the next working day if it falls on a day off */
	const char *first_day;		/* first sent; "" */
	bool stands;			/* it is sent or accepted */
	const char *state, *tag;
	struct unit_task *next;
};
struct unit_task *unit_tasks(struct db *, struct mem *, int64_t id, const char *day,
	const char *lang, int64_t limit);

/* Proposals and conclusions that it, or a unit whose heir it is, was asked to answer, in the
 * same order.  Needs READ on document and holiday; for whoever works for it or follows it. */
struct unit_answer {
	int64_t id;
	const char *number, *subject, *asker_name;
	const char *last_day;		/* the next working day if it falls on a day off */
	const char *first_day;		/* first sent; "" */
	bool stands;			/* it is answered or accepted */
	const char *state, *tag;
	struct unit_answer *next;
};
struct unit_answer *unit_answers(struct db *, struct mem *, int64_t id, const char *day,
	const char *lang, int64_t limit);

#endif
