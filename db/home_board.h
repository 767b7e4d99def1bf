/*
 * home_board.h - the board (theo dõi) of those who follow others: per period and plan who
 * has sent, who is late, how complete it is; and what each unit aims at.
 *
 * A unit is looked at, counted or sorted only where this account holds report.follow for
 * it, on the window's last day; its sign-up only with signup.follow, its score sheet's
 * state with evaluation.follow for the unit that holds the round, a plan's delivery with
 * plan.follow.  No score is read.
 */
#ifndef HOME_BOARD_H
#define HOME_BOARD_H

#include "db/db.h"

struct board_ask {
	int64_t account;
	const char *day, *lang;
	int64_t period;			/* 0: all that have opened */
	int64_t group;			/* a cluster or bloc of that time; 0: all */
	int sort;			/* of units: 1 unit, 2 group, 3 report, 4 sign-up, 5 sheet; - is down */
};

struct board_period {
	int64_t period, asker;
	const char *form, *name, *window_from, *window_to;
	const char *source;		/* what made it official; "": preliminary */
	const char *last_day;		/* the last of its due days */
	int64_t plan;			/* of the form's first section that has one; 0 */
	const char *plans;		/* numbers of all its plans: "118/KH-UBND, 97/KH-UBND" */
	int64_t expected, sent, accepted;	/* sent: or accepted */
	int64_t late, missing, back;	/* first sent after its last day; overdue; returned */
	int64_t waiting, since;		/* sent, not yet accepted; the oldest when */
	struct board_period *next;
};
/* The latest window first, at most 24. */
struct board_period *board_periods(struct db *, struct mem *, const struct board_ask *);
/* Of these the one to look at first: the latest of the last year in which somebody is overdue,
 * was returned to or waits for acceptance; else the latest whose window has ended; else the first. */
struct board_period *board_first(struct board_period *, const char *day);

/* Every unit that must report in that period; overdue and returned first. */
struct board_unit {
	int64_t unit;
	const char *name, *group;	/* "Cụm thi đua số 1"; "" none */
	const char *what;		/* missing, back, late (sent, after its last day), none (not
					 * due yet), sent */
	const char *state, *tag;	/* the report, to the outside; "" not begun */
	const char *last_day, *first_day;
	const char *contact, *phone;
	int64_t reminders, reminded;
	bool asked, signed_up;		/* by the period's plan to sign up */
	const char *sheet, *sheet_tag;	/* the state of its score sheet; "": none begun */
	struct board_unit *next;
};
struct board_unit *board_units(struct db *, struct mem *, const struct board_ask *);

/* Clusters and blocs that have one of them, the id and name. */
struct board_choice {
	int64_t id;
	const char *name;
	bool rate;			/* of an indicator: a rate, else a sum */
	const char *measure;
	bool less;			/* less is better: rates, but where a criterion of F6 says the other */
	struct board_choice *next;
};
struct board_choice *board_groups(struct db *, struct mem *, const struct board_ask *);
/* What can be drawn: rates of the form, and sums that units signed up to for that year. */
struct board_choice *board_figures(struct db *, struct mem *, const struct board_ask *,
	int64_t year);

/* The latest round of that plan whose sheets this account follows; 0. */
int64_t board_round(struct db *, const struct board_ask *, int64_t plan);

/* What units signed up to: of an indicator, for a year. */
struct board_aim {
	int64_t unit, value;		/* hundredths */
	struct board_aim *next;
};
struct board_aim *board_aims(struct db *, struct mem *, const struct board_ask *,
	int64_t indicator, int64_t year);

/* To how many units a plan that stands was sent, and how many acknowledged it. */
struct board_delivery {
	int64_t plan;
	const char *number, *subject;
	int64_t sent, opened, acknowledged;
	struct board_delivery *next;
};
struct board_delivery *board_deliveries(struct db *, struct mem *, const struct board_ask *);

#endif
