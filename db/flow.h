/*
 * flow.h - the one state machine.  Every case (plan, sign-up, report) is opened by
 * flow_open() and moves only by flow_move(), which checks the state, the right, the
 * reason and the fields against rows, and writes the step.  A move is there on the days
 * on which it and its flow hold.
 */
#ifndef FLOW_H
#define FLOW_H

#include "db/db.h"

struct flow_case {
	int64_t id;
	const char *flow, *state;
	const char *inside, *outside;	/* the state's words for those who handle the case, and for others */
	const char *tag;		/* late, back, soon, done, none: its face */
	const char *kind;		/* start, open, end */
	bool edits;			/* the record may still be changed */
	bool stands;			/* it stands outside: issued, signed up, counted */
	int64_t unit, author, at;
};

struct flow_move {
	const char *move, *label;
	bool reason, risk;
	struct flow_move *next;
};

struct flow_step {
	int64_t id, at, account, mandate;
	const char *move, *label;	/* the move's words */
	const char *from_state, *to_state, *to_label, *tag;
	const char *name, *unit;	/* who, and for which unit */
	const char *reason;
	struct flow_step *next;
};

enum flow_answer {
	FLOW_DONE,
	FLOW_STALE,	/* the case is no longer in a state from which that move goes, or
			 * the move does not hold on that day */
	FLOW_NO,	/* no mandate for it here */
	FLOW_OWN,	/* nobody decides on his own case */
	FLOW_REASON,	/* a reason must be given: spaces are none */
	FLOW_FIELD	/* a field that the move needs is empty: *field */
};

struct flow_ask {
	int64_t flow_case, account, now;
	const char *move, *day, *reason;
	const char *lang;	/* of the label; NULL: Vietnamese */
	/* The record's value of a field that a move may need; "" if it has none. */
	const char *(*value)(const void *record, const char *field);
	const void *record;
	/* The answer. */
	int64_t mandate, step;
	const char *from_state, *to_state, *field;
	const char *label;	/* of the move: "Gửi báo cáo"; of FLOW_STALE too, or "" */
};

/* In the flow's start state.  author 0: an operator. */
int64_t flow_open(struct db *, const char *flow, int64_t unit, int64_t author, int64_t now);

/* NULL if there is none. */
struct flow_case *flow_get(struct db *, struct mem *, int64_t id, const char *lang);

/* What this account may do with it now, on that day. */
struct flow_move *flow_moves(struct db *, struct mem *, int64_t id, int64_t account,
	const char *day, const char *lang);

enum flow_answer flow_move(struct db *, struct mem *, struct flow_ask *);

/* For operators and samples: the same checks but those of rights; account may be 0. */
enum flow_answer flow_force(struct db *, struct mem *, struct flow_ask *);

/*
 * What happened, the newest first, as far as it is told to this account on that day: steps within
 * a unit (flow_move.within_unit) only to who works for it, or for one in which it lives on, or
 * may take such steps for it.
 */
struct flow_step *flow_steps(struct db *, struct mem *, int64_t id, int64_t account,
	const char *day, const char *lang);

#endif
