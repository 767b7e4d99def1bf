/*
 * document.h - the register of proposals and conclusions (kiến nghị, kết luận): papers that want
 * an answer until a day.
 *
 * A unit proposes a change of policy to one body above it; council and steering committee
 * conclude jointly what units below are to do (document_kind: rows).  A document has a case
 * (db/flow.h, flow 'document') and does not change once it is sent.  Each unit that was asked
 * has an answer with a case of its own (flow 'document_answer'): written there, sent by its
 * leader, accepted or returned by the unit that asked.  Late is what was first sent after the
 * last day, the next working day of the due date; what was returned and sent again keeps its
 * first day.  Drafts are read by the unit alone, what was sent by the units that are asked
 * and by who follows either (document.follow); nothing of it is public.
 */
#ifndef DOCUMENT_H
#define DOCUMENT_H

#include "db/db.h"

struct document_kind {
	const char *kind, *label, *heading, *ability;
	bool upward;			/* to one body above; else to units below */
	bool parties, concerns;		/* fields that it has */
	struct document_kind *next;
};
/* Those of that day, in order; all that ever were with day "". */
struct document_kind *document_kinds(struct db *, struct mem *, const char *day, const char *lang);

/* What an answer of that kind may come to, in order. */
struct document_result {
	const char *result, *label, *tag;
	struct document_result *next;
};
struct document_result *document_results(struct db *, struct mem *, const char *kind, const char *lang);

struct document {
	int64_t id, flow_case, unit;
	const char *kind;
	int64_t plan;			/* the movement that it is about; 0 */
	const char *number, *date, *place;	/* "" is not known yet */
	const char *issuer;		/* in its head; "": as the unit is called */
	const char *subject, *parties, *concerns;
	const char *text;		/* Markdown */
	const char *authority, *signer_name;
	const char *due_date;		/* as it was set; "" */
	int64_t edition;
	/* Read only. */
	struct document_kind is;
	const char *unit_name, *over;	/* over: the body above it in its head, or "" (plan.h) */
	const char *last_day, *holiday;
	const char *plan_number, *plan_subject;
	const char *state, *inside, *outside, *tag;
	bool edits, stands, sent;	/* sent: also of one that was withdrawn since */
	int64_t acts;			/* the unit, or its heir (document_inherit()) */
	int64_t units, answered, late;	/* asked; have answered; overdue or answered late: in a list
					   of those answers alone that he may read */
	const char *asked;		/* the names of those that are to answer, or "" */
	const char *reason, *by;	/* of a return by the leader, or of its withdrawal; "" */
	struct document *next;		/* in a list its text is "" */
};

struct document_ask {
	int64_t account;
	const char *day, *lang;
	const char *kind, *words, *state, *year;	/* "": all; words plain; state: open (somebody has
					   not answered), late, done, draft, withdrawn, dropped
					   (not of "" either); year: of its date */
	int64_t plan, unit;		/* 0: all; unit: whose it is */
	int sort;			/* 1 number, 2 date, 3 kind, 4 subject, 5 unit, 6 due, 7 state; - is down */
	int64_t limit, skip;
};
/* What this person may read, the newest first; of drafts those of his units.  Rights are joined
 * before anything is searched, sorted or counted. */
struct document *document_list(struct db *, struct mem *, const struct document_ask *, int64_t *total);
/* The years, plans and units of those, for a choice; of his own drafts too. */
struct document_choice {
	const char *value, *label;
	struct document_choice *next;
};
struct document_choice *document_years(struct db *, struct mem *, int64_t account, const char *day);
struct document_choice *document_plans(struct db *, struct mem *, int64_t account, const char *day);
struct document_choice *document_units(struct db *, struct mem *, int64_t account, const char *day);
/* NULL if there is none: rights are the caller's to ask. */
struct document *document_get(struct db *, struct mem *, int64_t id, const char *day, const char *lang);

/* Has the same unit sent another of that number in the year of that day?  Which one, or 0. */
int64_t document_number_taken(struct db *, int64_t unit, const char *number, const char *date,
	int64_t but);

/* Head and foot as the unit's last of that kind had them (issuer, place, authority, signer_name),
 * else issuer and place of its last plan; without either they stay. */
void    document_like_last(struct db *, struct mem *, struct document *);
int64_t document_add(struct db *, const struct document *);
/* All but unit and kind; the edition goes up.  Its words for the search are written with it. */
void    document_change(struct db *, struct mem *, const struct document *);
void    document_moved(struct db *, int64_t id);
void    document_extend(struct db *, int64_t id, const char *due);

/* For whom, one of several (compare plan_addressee). */
struct document_addressee {
	const char *kind;		/* all units of that kind below, or "" */
	int64_t unit_group, unit;
	const char *code, *label;	/* read only: the unit's code, or ""; what it is called */
	struct document_addressee *next;
};
void document_address(struct db *, int64_t document, const struct document_addressee *);
struct document_addressee *document_addressees(struct db *, struct mem *, int64_t document,
	const char *day, const char *lang);

/* Units for which this account may draft by that ability, for a choice. */
struct document_body *document_drafters(struct db *, struct mem *, int64_t account,
	const char *ability, const char *day);
/* Is there somebody who may send an answer of that unit on that day? */
bool document_may_answer(struct db *, int64_t unit, const char *day);
/* Whom a unit may propose something to: each body above it, and offices of its own level or
 * above directly under one of these, where somebody may answer on that day; the nearest first. */
struct document_body {
	int64_t unit;
	const char *name;
	struct document_body *next;
};
struct document_body *document_bodies(struct db *, struct mem *, int64_t unit, const char *day);

struct document_answer {
	int64_t id, document, unit, flow_case, edition;
	const char *result, *answer;
	const char *number, *date;	/* of the paper that answers, or "" */
	const char *first_day;		/* on which it was first sent; "" */
	/* Read only. */
	int64_t acts;			/* the unit, or its heir (document_inherit()) */
	const char *unit_name, *heir_name;	/* heir_name: "" if none */
	const char *result_label, *result_tag, *contact, *phone;
	const char *state, *inside, *outside, *tag;
	bool edits, stands;
	const char *late;		/* late, missing (overdue), back (returned after it was sent), "" */
	const char *reason, *by;	/* of a return that stands; "" */
	struct document_answer *next;
};
/* Of one document, the late first: rights are the caller's to ask. */
struct document_answer *document_answers(struct db *, struct mem *, int64_t document,
	const char *day, const char *lang);
struct document_answer *document_answer_get(struct db *, struct mem *, int64_t id, const char *day,
	const char *lang);
int64_t document_answer_add(struct db *, int64_t document, int64_t unit, int64_t flow_case);
/* result, answer, number, date; the edition goes up, and its words for the search are written. */
void    document_answer_save(struct db *, const struct document_answer *);
/* A step was taken: the edition goes up, and the case is of the unit whose turn it is now: of
 * the one that answers where the flow's move 'reply' leads on, else of the one that asks.
 * `sent` is the day if it was sent, else "". */
void    document_turn(struct db *, int64_t id, const char *sent);
/* Before it is withdrawn or put off: the case is of the unit that asks.  After that it is
 * turned. */
void    document_recall(struct db *, int64_t id);

/* What waits for this person's next step, the earliest due first: drafts that were passed to
 * him or returned, answers that are owed, passed, returned, or wait to be accepted. */
struct document_step {
	int64_t id;
	bool answer;			/* an answer, else a document */
	const char *number, *subject, *kind_label;
	const char *unit_name;		/* of an answer that waits to be accepted: who answered; else
					   whose document it is */
	const char *last_day;		/* of an answer that is owed; "" */
	const char *state, *inside, *tag;
	struct document_step *next;
};
struct document_step *document_steps(struct db *, struct mem *, int64_t account, const char *day,
	const char *lang, int64_t limit, int64_t *total);

/*
 * The next unit that has ended by a merger or a split, and whose document or answer still has
 * no heir that lives: that one becomes its heir (of several the one with the largest share),
 * and it acts, answers and judges in its place.  False if there is none.
 */
struct document_heir {
	bool answer;
	int64_t id, heir;
	const char *old_name, *heir_name;
};
extern const struct grant document_inherits[];
bool document_inherit(struct db *, struct mem *, const char *day, struct document_heir *);

/* Of a plan, how many this account may read. */
int64_t document_count(struct db *, int64_t plan, int64_t account, const char *day);

#endif
