/*
 * plan_child.h - the tree of plans (a part of plan.h): which plan a plan carries out, what
 * units it asks for plans of their own and what became of that, and the criteria that hold
 * for it by reference to those above it.
 *
 * A parent stands, was not replaced or recalled, and is of the unit itself or of one above it.  It is chosen while the plan
 * is a draft; so no ring can come about, and what is above a plan does not change.
 */
#ifndef PLAN_CHILD_H
#define PLAN_CHILD_H

#include "db/plan.h"

/* 0 if it has none that this portal holds. */
int64_t plan_parent(struct db *, int64_t plan);
/* Those that may be the parent of a plan of that unit on that day, the ones that were sent to
 * it first, then the newest: value is the id, label its number and subject, document its
 * issuer. */
struct plan_choice *plan_parents(struct db *, struct mem *, int64_t unit, const char *day);

enum plan_kin { PLAN_KIN, PLAN_NONE, PLAN_NOT_ABOVE, PLAN_RING };
/* May that one be the parent of a plan (0: a new one) of that unit on that day?  PLAN_NONE:
 * it is none that stands, or was replaced or recalled by then. */
enum plan_kin plan_may_parent(struct db *, int64_t plan, int64_t unit, int64_t parent,
	const char *day);
/* Of a draft, by what plan_may_parent() allowed; 0 takes it away. */
void    plan_put_parent(struct db *, int64_t plan, int64_t parent);

/* What a plan asks units for. */
struct plan_call {
	const char *due_date;		/* "": it asks for nothing */
	const char *text;
	struct plan_addressee *to;
	int64_t units;			/* read only: asked, once it stands; else those of today */
	const char *last_day;		/* read only: of due_date; "" */
};
struct plan_call plan_call(struct db *, struct mem *, int64_t plan, const char *day,
	const char *lang);
/* Of a draft. */
void    plan_put_call(struct db *, int64_t plan, const struct plan_call *);
/* On the day of issue: finds the units, each once, by the rule of recipients; how many. */
int     plan_call_units(struct db *, struct mem *, int64_t plan, const char *day);

/* A plan that carries out another. */
struct plan_child {
	int64_t id, unit;
	const char *unit_name, *number, *date, *subject;
	const char *state_label, *tag;
	bool stands;
	struct plan_child *next;
};
struct plan_child_ask {
	int64_t plan, account;		/* account 0: signed out */
	const char *day, *lang;
	int sort;			/* 1 unit, 2 number, 3 date, 4 subject, 5 state; - is down */
	int64_t limit, skip;
};
/* Those that stand, and drafts where this account may see them (plan.view); the newest first. */
struct plan_child *plan_children(struct db *, struct mem *, const struct plan_child_ask *,
	int64_t *total);

/* A unit that was asked. */
struct plan_owed {
	int64_t unit, child, draft;	/* child: its plan that stands, or 0; draft: being written */
	const char *unit_name, *contact, *phone;
	const char *number, *date;	/* of the child */
	const char *last_day;
	int64_t days;			/* late: of the child, or until today; 0 */
	struct plan_owed *next;
};
struct plan_owed_ask {
	int64_t plan, account;
	const char *day;
	const char *state;		/* "", issued, late (overdue or issued late), draft, none */
	const char *words;		/* plain, of the unit's name; "" */
	int sort;			/* 1 unit, 2 state, 3 date, 4 days late; - is down */
	int64_t limit, skip;
};
/* The units that this account follows (plan.follow), the overdue first. */
struct plan_owed *plan_owed(struct db *, struct mem *, const struct plan_owed_ask *,
	int64_t *total);
struct plan_owed_count {
	int64_t asked, issued, late, overdue;	/* late: issued after the last day */
};
struct plan_owed_count plan_owed_count(struct db *, int64_t plan, int64_t account,
	const char *day);
/* The units of this account (plan.receive) that still owe it. */
struct plan_owed *plan_owed_mine(struct db *, struct mem *, int64_t plan, int64_t account,
	const char *day);

/* A criterion that holds for a plan by reference: of a plan above it, whose class concerns the
 * plan's unit or one below it on that day, or no kind of unit. */
struct plan_inherited {
	int64_t source;			/* the plan that says it */
	const char *number;		/* of that one; "" */
	int64_t plan_class, as_class;	/* its class; that of this plan, or a nearer one, which it joins */
	const char *class_name, *class_anchor;
	struct plan_criterion is;
	struct plan_inherited *next;
};
/* The nearest plan's first, worded as in force on text_day. */
struct plan_inherited *plan_inherited(struct db *, struct mem *, int64_t plan, const char *day,
	const char *text_day);
/* The criterion that another sharpens: is, source and number; NULL if there is none. */
struct plan_inherited *plan_criterion_get(struct db *, struct mem *, int64_t id, const char *text_day);

/* What its unit signed up to in a plan above it: the nearest one's of each indicator and year. */
struct plan_target {
	int64_t signup, source;
	const char *number;		/* of the source */
	const char *name, *measure;	/* of the indicator; "" in words */
	int64_t year, value;		/* hundredths */
	const char *text;
	struct plan_target *next;
};
/* Of sign-ups that stand.  Rights are the caller's to ask; needs READ on signup and indicator. */
struct plan_target *plan_targets(struct db *, struct mem *, int64_t plan);

#endif
