/*
 * indicator.h - the dictionary of indicators (chỉ số), shared by all forms so that
 * nothing is asked twice, and the sums over them that must be zero.
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
	struct indicator_term *terms;	/* their sum must be zero */
	struct indicator_check *next;
};

struct indicator_check *indicator_checks(struct db *, struct mem *);

/* "a - b + c = e", in codes, into terms (e with the sign -1).  NULL if it is no such
 * sum: *wrong is the code that is not in the dictionary or that stands twice, or "". */
struct indicator_term *indicator_terms(struct db *, struct mem *, const char *text,
	const char **wrong);
/* And back. */
const char *indicator_sum(struct mem *, const struct indicator_term *);

int64_t indicator_check_add(struct db *, const char *text, const struct indicator_term *);
void    indicator_check_drop(struct db *, int64_t id);

#endif
