/*
 * signup.h - sign-ups (đăng ký tham gia): a unit joins a plan and states its own
 * targets.
 *
 * Who should sign up to a plan that stands: the units alive that day under the
 * issuer whose kind is in one of the plan's classes, and the units that it was
 * delivered to for them to act on (thực hiện); nobody to what only amends, corrects or recalls
 * another.  A sign-up moves by its case (db/flow.h); whoever registers it calls
 * signup_settle() in the same transaction.
 */
#ifndef SIGNUP_H
#define SIGNUP_H

#include "db/db.h"

/* A unit that should sign up, and how far it is. */
struct signup {
	int64_t id;			/* 0: not begun, and so all of this group */
	int64_t flow_case, saved;
	int64_t edition;		/* goes up with each save */
	int64_t at;			/* of the last move */
	const char *note;
	const char *first_day;		/* on which it first stood; "" never */
	const char *state, *state_label, *tag;	/* as those who handle it say */
	bool stands, edits;
	int64_t targets;		/* how many */

	int64_t plan, unit;
	const char *unit_name, *unit_kind;
	const char *number, *subject, *due;	/* of the plan; due "": none is set */
	const char *last_day;		/* due, or the next working day: by it late is judged */
	struct signup *next;
};

/* A unit of a plan, as those who follow it see it, and whom to call. */
struct signup_unit {
	struct signup *is;
	bool nobody;			/* has not signed up, and has no user who could */
	const char *parent;		/* the unit above it; "" none */
	const char *contact, *phone;
	bool above;			/* they are the parent's, for it has none itself */
	struct signup_unit *next;
};

struct signup_target {
	int64_t indicator;		/* 0: in words */
	int64_t year, value;		/* hundredths */
	const char *text;		/* the words, or what is to be said of the value */
	const char *name, *measure;	/* read only: of the indicator */
	struct signup_target *next;
};

/* What a target may be stated in: indicators that add up, and rates. */
struct signup_indicator {
	int64_t id, decimals;
	const char *name, *measure;
	bool rate;			/* a percentage of a whole: at most 100 */
	bool asked;			/* the plan's reports ask that kind of unit for it */
	bool has_last;			/* a report of the unit that stands gives it */
	int64_t last;			/* hundredths */
	const char *last_period;
	struct signup_indicator *next;
};

/*
 * How many have signed up to a plan, of the units that an account follows.  A unit where
 * no account that may sign in holds signup.write today is not waited for: it is expected
 * only once it has signed up, else one of `nobody`.
 */
struct signup_count {
	int64_t plan;
	const char *number, *subject, *last_day;	/* of its due day; "": none is set */
	int64_t expected, registered, late, nobody;
	struct signup_count *next;
};

/* Added up over units; never of rates. */
struct signup_total {
	const char *name, *measure;
	int64_t year, value, units;
	struct signup_total *next;
};

struct signup_ask {
	int64_t account;
	const char *day, *lang;
	int64_t plan;			/* of signup_mine(): 0 is all */
	const char *state;		/* of signup_units(): "", missing, registered, late, nobody */
	int sort;			/* the column, from 1; - is down; 0 as said below */
	int64_t limit, skip;
};

/* What this account's own units (signup.write) should sign up to, of the plans in force,
 * and have begun to, of any: those that have not come first, of these the overdue.  Of one
 * plan that is asked for, though its period is over: a paper that comes late is still
 * entered.  Sort: subject, number, unit, due, state. */
struct signup *signup_mine(struct db *, struct mem *, const struct signup_ask *,
	int64_t *total);
/* The units of one plan that this account follows (signup.follow); who has not comes
 * first, and where nobody could last.  Sort: unit, parent, state, day, targets. */
struct signup_unit *signup_units(struct db *, struct mem *, const struct signup_ask *,
	int64_t *total);
/* The plans with units that it follows, the nearest due first.  Sort: subject,
 * number, due, registered, expected, missing, late, nobody. */
struct signup_count *signup_counts(struct db *, struct mem *, const struct signup_ask *,
	int64_t *total);
/* Of the plan's sign-ups that stand, over the units that it follows. */
struct signup_total *signup_totals(struct db *, struct mem *, const struct signup_ask *);

/* NULL if there is none: rights are the caller's to ask. */
struct signup *signup_get(struct db *, struct mem *, int64_t id, const char *day,
	const char *lang);
/* True if it first stood after the last day. */
bool signup_late(const struct signup *);

struct signup_target *signup_targets(struct db *, struct mem *, int64_t id);
/* Those that hold on that day, and those stated already.  Asked first, in the order of
 * the plan's forms; then by name. */
struct signup_indicator *signup_indicators(struct db *, struct mem *, int64_t plan,
	int64_t unit, const char *unit_kind, const char *day);

/* From flow_case, plan, unit, note; one for a plan and unit. */
int64_t signup_add(struct db *, const struct signup *, int64_t now);
void    signup_change(struct db *, int64_t id, const char *note, int64_t now);
void    signup_put_targets(struct db *, int64_t id, const struct signup_target *);
/* Keeps the day on which it first stood. */
void    signup_settle(struct db *, int64_t id, const char *day);

#endif
