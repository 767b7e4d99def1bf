/*
 * award.h - awards (khen thưởng): the catalogue (award_form.c), decisions (award.c),
 * what they gave, and how the public sees it (award_register.c).
 *
 * A decision is a draft until its case (db/flow.h) stands; then its rows are in the
 * register for good.  A revocation is a row beside an award's.
 *
 * Who has not agreed to be named is, in all that stands under "the public" below, a
 * number at a place: no question by words or order reaches him.
 */
#ifndef AWARD_H
#define AWARD_H

#include "db/db.h"

/* ---- the catalogue ---- */

struct award_form {
	int64_t id;
	const char *code;
	const char *kind;		/* title, form */
	const char *name, *name_en;	/* name: in the language asked for */
	int64_t collective, person, household;	/* 1: may go to it */
	int64_t seq;
	const char *valid_from, *valid_to, *document;
	const char *granters;		/* read only: who may grant it that day, "; " between */
	const char *grants;		/* read only: by which articles */
	struct award_form *next;
};

/* Those of that day, in their order; subject "" or one of collective, person, household. */
struct award_form *award_forms(struct db *, struct mem *, const char *day,
	const char *subject, const char *lang);
/* NULL if there is none; granters of that day. */
struct award_form *award_form_get(struct db *, struct mem *, int64_t id, const char *day,
	const char *lang);
/* Another row of that code on some of the same days? */
bool    award_form_taken(struct db *, const struct award_form *);
int64_t award_form_add(struct db *, const struct award_form *);
void    award_form_end(struct db *, int64_t id, const char *day);

struct award_right {
	int64_t id;
	const char *kind, *kind_label;	/* of unit; or "" and */
	const char *outside;		/* somebody outside the tree */
	const char *valid_from, *valid_to, *document;
	struct award_right *next;
};

/* All of a form, the newest first. */
struct award_right *award_rights(struct db *, struct mem *, int64_t form, const char *lang);
int64_t award_right_add(struct db *, int64_t form, const struct award_right *);
void    award_right_end(struct db *, int64_t id, const char *day);

/* A paper that goes with nominations of a form: of it alone, or of all of its kind. */
struct award_paper {
	int64_t id;
	const char *paper;		/* as attachments have it */
	const char *label_vi, *label_en;
	const char *label;		/* read only: in the language asked for */
	const char *award_type, *type_label;	/* "": all; the label is read only */
	int64_t all;			/* 1: of all forms of that kind */
	int64_t required;
	const char *valid_from, *valid_to, *document;
	struct award_paper *next;
};

/* All rows that reach a form, the newest first. */
struct award_paper *award_papers(struct db *, struct mem *, int64_t form, const char *lang);
void    award_paper_add(struct db *, const struct award_form *, const struct award_paper *);
void    award_paper_end(struct db *, int64_t id, const char *day);
/* What papers of titles, or of forms, there ever were, for a choice. */
struct award_choice *award_paper_kinds(struct db *, struct mem *, const char *kind,
	const char *lang);

/* Words of that day and their labels, for a choice: types of award, groups of subjects,
 * kinds of unit, those outside who may grant something. */
struct award_choice {
	const char *value, *label, *subject;
	struct award_choice *next;
};
struct award_choice *award_types(struct db *, struct mem *, const char *lang,
	const char *day);
struct award_choice *award_groups(struct db *, struct mem *, const char *lang,
	const char *day);
struct award_choice *award_kinds(struct db *, struct mem *, const char *lang,
	const char *day);
struct award_choice *award_outsiders(struct db *, struct mem *, const char *day);

/* May this account change the catalogue: award.catalogue at a unit that has none above
 * it that day?  The unit; 0: no. */
int64_t award_catalogue_unit(struct db *, int64_t account, const char *day);

/* ---- decisions ---- */

struct award_decision {
	int64_t id, flow_case, unit;
	const char *outside;		/* who decides, if outside the tree; else "" */
	const char *issuer, *title, *title_plain;
	int64_t plan;			/* 0: none */
	const char *number, *number_plain, *date, *signer_title, *signer_name;
	int64_t edition;		/* read only: goes up with each save */
	const char *state, *state_label, *tag, *unit_name, *plan_number;	/* read only */
	bool stands, edits;
	int64_t collectives, persons, households, revoked;	/* read only: how many it gave */
	struct award_decision *next;
};

struct award_ask {
	int64_t account;		/* 0: signed out */
	const char *day, *lang;
	const char *words;		/* plain, or "" */
	const char *number;		/* the words without spaces */
	int64_t year, unit;		/* 0 is all */
	const char *subject, *state;	/* "" is all */
	int64_t decision;
	int sort;			/* the column, from 1; - is down */
	int64_t limit, skip;
};

/* Those that stand; and with award.view those in preparation.  Words are looked for in
 * title, number and the names that are public.  Sort: number, date, title, issuer, count. */
struct award_decision *award_list(struct db *, struct mem *, const struct award_ask *,
	int64_t *total);
/* NULL if there is none: rights are the caller's to ask. */
struct award_decision *award_get(struct db *, struct mem *, int64_t id, const char *lang);
int64_t award_add(struct db *, const struct award_decision *);
void    award_change(struct db *, const struct award_decision *);
/* Another of that number, of the same issuer in the year of that day? */
bool    award_number_taken(struct db *, const struct award_decision *);
/* Did this account draft it or ever submit it? */
bool    award_own(struct db *, int64_t id, int64_t account);
/* Who may have signed it: who approved it last, and those who may decide at its unit on
 * that day, by name; each once.  flow_case 0: none approved it yet. */
struct award_signer {
	int64_t account;
	const char *name, *post;	/* post: of the mandate, or "" */
	bool approved;
	struct award_signer *next;
};
struct award_signer *award_signers(struct db *, struct mem *, int64_t flow_case, int64_t unit,
	const char *day);
/* Units where this account may appraise: whose decisions he may draft. */
struct award_choice *award_offices(struct db *, struct mem *, int64_t account, const char *day);

/* A nomination that is on a decision, or may be put on one. */
struct award_item {
	int64_t nomination, flow_case, award, book, year;
	const char *subject, *name, *name_plain, *post, *place, *of_name, *unit_name;
	int64_t birth_year;
	const char *form, *type, *achieved_from, *achieved_to;
	const char *revoked_number, *revoked_date, *revoked_reason;
	const char *decision_number, *decision_date;	/* of the register */
	int64_t decision;
	bool named;			/* is, or has agreed to be, named in public */
	bool listed;			/* stands on the decision */
	/* Why it cannot be decided that day: */
	bool held;			/* it is held */
	bool gone;			/* its unit is no more */
	bool no_right;			/* the issuer may not grant that form */
	bool own;			/* the account that asks prepared it or sent it */
	bool twice;			/* by award_find_twice() */
	struct award_item *next;
};

/* On that decision; `day` is of the decision. */
struct award_item *award_items(struct db *, struct mem *, int64_t decision,
	const char *day, const char *today, int64_t account, const char *lang);
/* And those received at its unit that are on none yet.  decision 0: of that unit. */
struct award_item *award_candidates(struct db *, struct mem *, int64_t decision,
	int64_t unit, const char *outside, const char *day, int64_t account, const char *lang);
/* On it, or with 0 on none. */
void award_put(struct db *, int64_t nomination, int64_t decision);

/* The first free number in the book of the decision's issuer in that year. */
int64_t award_next_book(struct db *, int64_t unit, const char *outside, int64_t year);
/* Is a number from `first` to `last` given? */
bool    award_book_taken(struct db *, int64_t unit, const char *outside, int64_t year,
	int64_t first, int64_t last);
/* Rows of the register for all that stand on the decision, from that number on, in the
 * order in which they were nominated: an alphabetical one would tell of unnamed people. */
void    award_enter(struct db *, struct mem *, int64_t decision, int64_t first);

/* ---- the register ---- */

/* What award.view reaches.  Sort: book, name, form, unit, decision, date. */
struct award_item *award_register(struct db *, struct mem *, const struct award_ask *,
	int64_t *total);
/* One of that decision, or NULL. */
struct award_item *award_item_get(struct db *, struct mem *, int64_t decision, int64_t award,
	const char *lang);
void award_revoke(struct db *, int64_t award, const char *number, const char *date,
	const char *reason, int64_t account, int64_t now);

/* ---- the public ---- */

struct award_row {
	const char *subject, *name, *post, *place, *unit_name;	/* name "": not named */
	int64_t birth_year;		/* 0: not told; it is of namesakes on a list */
	const char *form, *type, *group;
	int64_t book, n, revoked;	/* n: how many, where they are not named */
	const char *revoked_number, *revoked_date;
	const char *decision_title, *decision_number, *decision_date, *issuer;
	const char *achieved_from, *achieved_to;
	int64_t decision;
	struct award_row *next;
};

/* Those named, by subject and then name; total counts them. */
struct award_row *award_named(struct db *, struct mem *, const struct award_ask *,
	int64_t *total);
/* The others: counted by subject, form and place; none if words are asked for. */
struct award_row *award_unnamed(struct db *, struct mem *, const struct award_ask *,
	int64_t *total);
/* The places of a decision's awards, for a choice. */
struct award_choice *award_places(struct db *, struct mem *, int64_t decision);
/* The rows of that number (plain, no spaces), book number and year: one of each issuer who
 * has them. */
struct award_row *award_check(struct db *, struct mem *, const char *number, int64_t book,
	int64_t year, const char *lang);
/* How many, by type, form, subject and group. */
struct award_row *award_counts(struct db *, struct mem *, const struct award_ask *,
	int64_t *total);

#endif
