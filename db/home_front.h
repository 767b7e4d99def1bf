/*
 * home_front.h - what everybody sees on the front page, and what /health asks.
 *
 * Needs READ on upkeep, plan, signup, award, nomination, report, indicator, unit, flow.
 */
#ifndef HOME_FRONT_H
#define HOME_FRONT_H

#include "db/db.h"

/* When that upkeep was last done; 0: never. */
int64_t home_upkeep(struct db *, const char *name);

struct in_force {
	int64_t id;
	const char *number, *date, *subject, *issuer;
	int64_t joined;			/* units that have signed up */
	struct in_force *next;
};
/* The newest plans that stand and are not over; *total: how many plans stand. */
struct in_force *home_plans(struct db *, struct mem *, const char *day, int64_t limit,
	int64_t *total);

/* The newest award decisions that stand, counted by what is public; nobody is named. */
struct award_list {
	int64_t id;
	const char *number, *date, *title;
	int64_t collectives, persons, households;
	struct award_list *next;
};
struct award_list *home_awards(struct db *, struct mem *, int64_t limit);

/*
 * The last period whose figures a decision made official, of a form that a unit with none
 * above it asks: what the accepted reports add up to.  A unit's own value stands for all
 * under it.  Rates first, then what most units have signed up to; at most `limit`.
 */
struct official {
	const char *form, *period, *window_to, *source;
	int64_t expected, accepted;	/* units */
	struct official_figure {
		const char *name, *measure;
		bool rate;
		int64_t value;		/* hundredths; of a rate: of a per cent */
		bool has_last;		/* the official period before, if both are whole */
		int64_t last;
		const char *last_period;
		struct official_figure *next;
	} *figures;
};
/* NULL if there is none, or nothing of it was accepted. */
struct official *home_official(struct db *, struct mem *, int64_t limit);

#endif
