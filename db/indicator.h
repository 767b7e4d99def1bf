/*
 * indicator.h - the dictionary of indicators (chỉ số), shared by all forms so that
 * nothing is asked twice, and the checks over them: sums that must be equal, or one at
 * most the other.
 */
#ifndef INDICATOR_H
#define INDICATOR_H

#include "db/db.h"

struct indicator {
	int64_t id;
	const char *code;		/* letters, digits, . and _ */
	const char *name, *measure;
	int64_t decimals;		/* of what is typed: 0, 1, 2 */
	const char *rule;		/* up the tree: sum, rate, none */
	int64_t numerator, denominator;	/* of a rate; else 0 */
	const char *numerator_code, *denominator_code;	/* read only */
	int64_t forms;			/* read only: how many forms ask it */
	bool sent;			/* read only: a sent report holds it */
	struct indicator *next;
};

struct indicator *indicators(struct db *, struct mem *);	/* by code */
struct indicator *indicator_get(struct db *, struct mem *, int64_t id);	/* NULL */
/* The id of that code; 0 if there is none. */
int64_t indicator_id(struct db *, const char *code);
/* May a form be made to ask it on that day?  What a form asks already it goes on asking. */
bool    indicator_offered(struct db *, int64_t id, const char *day);
bool    indicator_code_is_lawful(const char *code);
int64_t indicator_add(struct db *, const struct indicator *);
/* Name, measure, decimals, rule and parts; the code stays. */
void    indicator_change(struct db *, const struct indicator *);
/* True if a rate is made of it. */
bool    indicator_is_part(struct db *, int64_t id);
/* True if some form asks it that belongs to a unit which this account may not design for. */
bool    indicator_is_elsewhere(struct db *, int64_t id, int64_t account, const char *day);

struct indicator_term {
	int64_t indicator;
	int64_t sign;			/* 1 or -1 */
	const char *code;
	struct indicator_term *next;
};

struct indicator_check {
	int64_t id;
	const char *text;		/* the rule in words */
	const char *relation;		/* "=", "<=" */
	struct indicator_term *terms;	/* their sum must be zero, or at most zero */
	struct indicator_check *next;
};

struct indicator_check *indicator_checks(struct db *, struct mem *);

/* "a - b + c = e" or "a <= b" (also ≤), in codes, into the relation and the terms (those
 * to the right with the other sign).  NULL if it is no such check: *wrong is the code that
 * is not in the dictionary or that stands twice, or "".  What is at most something needs
 * a count on both sides once what is taken away stands on the other one. */
struct indicator_term *indicator_terms(struct db *, struct mem *, const char *text,
	const char **relation, const char **wrong);
/* And back: "a - b + c = e"; of at most without a minus, "a + b ≤ e". */
const char *indicator_sum(struct mem *, const char *relation, const struct indicator_term *);

int64_t indicator_check_add(struct db *, const char *text, const char *relation,
	const struct indicator_term *);
void    indicator_check_drop(struct db *, int64_t id);

#endif
