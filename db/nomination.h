/*
 * nomination.h - nominations (đề nghị khen thưởng): who is to get what, for what, and
 * what has been said of it (nomination_side.c: papers, consent, holds, the council; what
 * was rewarded before, what reports say).
 *
 * A nomination moves by its case (db/flow.h).  The case belongs to the unit that
 * nominates while that unit's leader may send it, and to the handler while a standing
 * body has it: whoever moves it calls nomination_settle() in the same transaction, by
 * which a page that was opened before is of an earlier edition.
 */
#ifndef NOMINATION_H
#define NOMINATION_H

#include "db/db.h"

struct nomination {
	int64_t id, flow_case, unit;	/* who nominates */
	int64_t handler;		/* whose standing body has it or last had it; 0: none yet */
	const char *subject;		/* collective, person, household */
	const char *name, *name_key, *person_key, *name_plain;
	int64_t birth_year;		/* 0: unknown */
	const char *post, *place;
	int64_t of_unit;		/* the nominee's own; 0: outside the tree */
	int64_t outside;		/* of its form alone: that it was said so */
	int64_t award_form, plan;	/* 0: none, of a draft not yet */
	const char *award_type, *award_group;
	const char *achieved_from, *achieved_to;	/* "": of a draft, not yet */
	const char *report, *html;
	int64_t saved, edition;		/* read only; edition goes up with each save and move */
	int64_t decision;		/* read only: on whose list it stands; 0: none */

	const char *state, *state_label, *tag, *kind;	/* read only, as all below */
	bool edits, stands;
	bool at_unit;			/* not sent: it may be changed, or waits for its leader */
	const char *unit_name, *handler_name, *of_name, *of_code;
	const char *form_name, *type_label, *group_label, *plan_number, *plan_subject;
	const char *decision_number, *decision_date;
	bool named;			/* is, or has agreed to be, named in public */
	bool held;			/* on the day asked for */
	struct nomination *next;
};

struct nomination_ask {
	int64_t account;
	const char *day, *lang;
	const char *words;		/* plain: of the name; "" is all */
	const char *state;		/* "" is all */
	int sort;			/* name, subject, form, unit, state, saved: 1 ...; - is down */
	int64_t limit, skip;
};

/* Those that this account may see: its own unit's (award.nominate, award.send), and once
 * they have been sent, those that award.view reaches by nominator or handler. */
struct nomination *nomination_list(struct db *, struct mem *, const struct nomination_ask *,
	int64_t *total);
/* May this account see that one? */
bool nomination_seen(struct db *, int64_t id, int64_t account, const char *day);
/* NULL if there is none: rights are the caller's to ask. */
struct nomination *nomination_get(struct db *, struct mem *, int64_t id, const char *day,
	const char *lang);
int64_t nomination_add(struct db *, const struct nomination *, int64_t now);
void    nomination_change(struct db *, const struct nomination *, int64_t now);

/* Units in or above that one that may grant something on that day, the nearest first;
 * `grants`: may grant that form; the topmost stands for those outside. */
struct nomination_office {
	int64_t unit;
	const char *name;
	bool grants;
	struct nomination_office *next;
};
struct nomination_office *nomination_offices(struct db *, struct mem *, int64_t unit,
	int64_t form, const char *day);
void nomination_hand(struct db *, int64_t id, int64_t handler);
/* A standing body has received it on that day: the rules of that day hold for it. */
void nomination_accept(struct db *, int64_t id, const char *day);
void nomination_settle(struct db *, int64_t id);
/* Its papers changed: a page that was opened before is of an earlier edition. */
void nomination_touch(struct db *, int64_t id);
/* This account wrote in it: from then on it is one of its own. */
void nomination_write(struct db *, int64_t id, int64_t account);
/* Did this account ever open it, write in it or send it?  More than the flow asks, which
 * knows who opened it and who moved it on last: none of them is to consider it. */
bool nomination_own(struct db *, int64_t id, int64_t account);

/* Choices of a form: units where the account may nominate, plans that stand. */
struct nomination_choice {
	int64_t id;
	const char *code, *label;
	struct nomination_choice *next;
};
struct nomination_choice *nomination_units(struct db *, struct mem *, int64_t account,
	const char *day);
struct nomination_choice *nomination_plans(struct db *, struct mem *);
/* Units alive on that day by code, or by name in plain form (several may bear it). */
struct nomination_choice *nomination_of(struct db *, struct mem *, const char *code,
	const char *plain, const char *day);

/* ---- at its side ---- */

struct nomination_consent {
	int64_t id;
	const char *given, *how, *document, *withdrawn, *why;
	struct nomination_consent *next;
};
struct nomination_consent *nomination_consents(struct db *, struct mem *, int64_t id);
int64_t nomination_consent_add(struct db *, int64_t id, const struct nomination_consent *);
void    nomination_consent_end(struct db *, int64_t consent, const char *day, const char *why);

struct nomination_hold {
	int64_t id;
	const char *reason, *document, *valid_from, *valid_to;
	const char *ended;		/* the day on which it was lifted; "" not */
	struct nomination_hold *next;
};
struct nomination_hold *nomination_holds(struct db *, struct mem *, int64_t id);
int64_t nomination_hold_add(struct db *, int64_t id, const struct nomination_hold *);
void    nomination_hold_end(struct db *, int64_t hold, const char *day);

/* What the law of the day on which it was received, else of that day, wants with its form
 * and type; `there`: a file of that part is attached. */
struct nomination_paper {
	const char *paper, *label, *document;
	bool required, there;
	const char *types;		/* of a form: the types with which it goes; "": all */
	struct nomination_paper *next;
};
struct nomination_paper *nomination_papers(struct db *, struct mem *, int64_t id,
	const char *day, const char *lang);
/* The same of a form of the catalogue, with each type; `there` false. */
struct nomination_paper *nomination_form_papers(struct db *, struct mem *, int64_t form,
	const char *day, const char *lang);

/* Those who may send a unit's nominations on that day, ", " between; "": nobody. */
const char *nomination_senders(struct db *, struct mem *, int64_t unit, const char *day);

struct nomination_opinion {
	const char *day, *document, *text;
	int64_t members, present, agreed;
	struct nomination_opinion *next;
};
struct nomination_opinion *nomination_opinions(struct db *, struct mem *, int64_t id);
void nomination_opinion_add(struct db *, int64_t id, const struct nomination_opinion *);

/*
 * The same achievement elsewhere: the same subject (name without marks; a person's birth
 * year if both are known; a collective's or a household's unit), overlapping days, same
 * movement, same type.  Awards that were not revoked: all of them to who appraises this
 * one, to others those that they may see or that are named in public, or whoever types a
 * name would learn of it.  Of nominations under way, those that the account may see.
 */
struct nomination_found {
	bool award;			/* it was given; else it is under way */
	int64_t id;			/* of the decision or of the nomination */
	const char *number, *date, *form, *unit_name, *state_label;
	const char *achieved_from, *achieved_to;
	struct nomination_found *next;
};
struct nomination_found *nomination_same(struct db *, struct mem *, int64_t id,
	int64_t account, const char *day, const char *lang);

/* All nominations of that one's achievement, to check a list by; to be told to nobody. */
struct nomination_other {
	int64_t id;
	bool rewarded;			/* by an award that was not revoked */
	struct nomination_other *next;
};
struct nomination_other *nomination_others(struct db *, struct mem *, int64_t id);

/* What the unit's reports that stand say of that time: the first and the last of each
 * indicator.  Rates are derived from their counts. */
struct nomination_fact {
	const char *name, *measure, *first_period, *last_period;
	int64_t decimals, first, last;	/* hundredths */
	int64_t periods;		/* of 1 the first is the last */
	struct nomination_fact *next;
};
struct nomination_fact *nomination_facts(struct db *, struct mem *, int64_t unit,
	const char *from, const char *to);

/* What the rounds of that time that are published now gave the unit, if this account reads
 * the unit's results. */
struct nomination_score {
	const char *round, *number;	/* of the publication */
	int64_t total, maximum;		/* hundredths */
	const char *grade;		/* "": none */
	struct nomination_score *next;
};
struct nomination_score *nomination_scores(struct db *, struct mem *, int64_t unit,
	const char *from, const char *to, int64_t account, const char *day);

#endif
