/*
 * feedback_draft.h - comments on a draft (lấy ý kiến): who drafts a plan asks units for their
 * words on it from one day until another.  What they say are opinions (db/feedback.h).
 *
 * It is open on a day while that is not after its last day, it was not ended early, and the
 * plan is a draft still.  A unit counts as asked on a day on which it stands under the plan's
 * issuer; whoever holds feedback.write there speaks for it.  To look after it is to hold both
 * plan.view and feedback.view at the issuer.
 */
#ifndef FEEDBACK_DRAFT_H
#define FEEDBACK_DRAFT_H

#include "db/feedback.h"

struct feedback_draft {
	int64_t id, plan, account, at;
	const char *day, *due_date, *ask;
	const char *why;		/* it was prolonged, or ended early; "" */
	int64_t closed;			/* 0: it was not ended early */
	/* Read only. */
	int64_t issuer, edition;	/* the plan's, as they are now */
	const char *number, *subject, *issuer_name, *name;	/* of the plan; who asks */
	const char *last_day;
	bool open, stands;		/* stands: the plan does */
	bool runs;			/* it was not ended early, and the plan is a draft still */
	int64_t asked, answered, comments;	/* units, units, opinions that stand */
	int64_t undecided;		/* opinions among these without a decision */
	/* Of a list: may he look after it; what his own units said. */
	bool kept, agreed;
	int64_t mine;
	struct feedback_draft *next;
};

struct feedback_draft_unit {
	int64_t unit;
	const char *name, *contact, *phone;
	int64_t agreed, edition;	/* 0: not; with which edition of the draft */
	const char *agreed_by;
	int64_t comments, last;		/* that stand; the last when, or 0 */
	struct feedback_draft_unit *next;
};

/* A line of the table that is filed: an opinion, and after them the units that agreed and
 * those that did not answer. */
struct feedback_draft_line {
	enum { DRAFT_OPINION = 1, DRAFT_AGREED, DRAFT_SILENT } part;
	int64_t id, edition, at;
	const char *anchor, *clause, *unit_name, *text, *wish;
	const char *state, *tag, *answer;	/* "" while it has no topic, no answer */
	bool decided;
	struct feedback_draft_line *next;
};

struct feedback_draft_ask {
	int64_t account;
	const char *day, *lang;
	int64_t draft;
	const char *state;	/* of the list: open, over; of units: silent, agreed, said; "" all */
	int sort;		/* list: subject, issuer, last day; units: name, how far, last word */
	int64_t limit, skip;
};

/* From plan, account, at, day, due_date, ask. */
int64_t feedback_draft_add(struct db *, const struct feedback_draft *);
/* One more unit that is asked; it is told (db/inbox.h). */
void feedback_draft_put(struct db *, int64_t draft, int64_t unit);
/* False: it was ended meanwhile. */
bool feedback_draft_prolong(struct db *, int64_t id, const char *due_date, const char *why);
bool feedback_draft_close(struct db *, int64_t id, int64_t now, const char *why);

/* NULL if there is none: rights are the caller's to ask. */
struct feedback_draft *feedback_draft_get(struct db *, struct mem *, int64_t id,
	const char *day);
/* Of a plan, the last to be opened; NULL: there was none. */
struct feedback_draft *feedback_draft_last(struct db *, struct mem *, int64_t plan,
	const char *day);
/* Opinions on drafts of a plan, of all its windows, that stand and have no decision. */
int64_t feedback_draft_undecided(struct db *, int64_t plan);
/* Those that ask units of mine, and those that I look after. */
struct feedback_draft *feedback_drafts(struct db *, struct mem *,
	const struct feedback_draft_ask *, int64_t *total);

/* The units that are asked and for which he may speak on that day. */
struct feedback_draft_unit *feedback_draft_mine(struct db *, struct mem *, int64_t draft,
	int64_t account, const char *day);
/* All that were asked, with a contact. */
struct feedback_draft_unit *feedback_draft_units(struct db *, struct mem *,
	const struct feedback_draft_ask *, int64_t *total);
/* What they said, clause by clause in the plan's order, then unit by unit. */
struct feedback_draft_line *feedback_draft_lines(struct db *, struct mem *,
	const struct feedback_draft_ask *, int64_t *total);

/* Without more words; false: it has agreed, or has said something that stands. */
bool feedback_draft_agree(struct db *, const struct feedback_draft *, int64_t unit,
	int64_t account, int64_t now);
/* False: it has not agreed. */
bool feedback_draft_disagree(struct db *, int64_t draft, int64_t unit);

#endif
