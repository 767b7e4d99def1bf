/*
 * plan_tie.h - the movement of a plan (a part of plan.h): its short names, and the other
 * movements with which it goes together (ties).
 *
 * They say how the office files what the text says; they may be entered after the issue, and
 * the text never changes by them.
 */
#ifndef PLAN_TIE_H
#define PLAN_TIE_H

#include "db/plan.h"

struct plan_short_name {
	const char *name;
	struct plan_short_name *next;
};

struct plan_tie {
	const char *relation;		/* a value of plan_relations() */
	const char *name;		/* the other movement */
	struct plan_short_name *short_names;	/* that one's */
	const char *anchor;		/* of the clause that says so; "" is not known */
	int64_t other;			/* the plan that launches it, which stands here; 0 */
	/* Read only. */
	const char *label;		/* of the relation */
	bool said;			/* there is a clause of that anchor in the plan */
	const char *other_name;		/* its number and subject; "" */
	const char *end, *end_day;	/* it is no more in force: "replace" or "recall", from which day */
	struct plan_tie *next;
};

/* All at once, in order; those that stood before are gone. */
void plan_put_movement(struct db *, int64_t plan, const struct plan_short_name *,
	const struct plan_tie *);
struct plan_short_name *plan_short_names(struct db *, struct mem *, int64_t plan);
struct plan_tie *plan_ties(struct db *, struct mem *, int64_t plan, const char *lang);

/* The relations, value and label. */
struct plan_choice *plan_relations(struct db *, struct mem *, const char *lang);
/* Those that a tie of a plan of that unit may lead to: movements of their own that stand, be they
 * in force or not; its own issuer's first, then those of units above it, then the newest. */
struct plan_choice *plan_tie_choices(struct db *, struct mem *, int64_t plan, int64_t unit,
	const char *day);
/* The subject of such a one, whoever issued it; NULL if it is none. */
const char *plan_tie_subject(struct db *, struct mem *, int64_t plan, int64_t other);
bool plan_has_clause(struct db *, int64_t plan, const char *anchor);

/* A tie as its other end has it: the plan that says so. */
struct plan_tied {
	int64_t plan;
	const char *number, *subject, *relation, *label, *anchor;
	bool said, stands;
	struct plan_tied *next;
};
/* Of plans that stand, and of drafts where this account may see them (plan.view). */
struct plan_tied *plan_tied(struct db *, struct mem *, int64_t other, int64_t account,
	const char *day, const char *lang);

#endif
