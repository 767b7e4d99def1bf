/*
 * holiday.h - days off that are no weekend (ngày nghỉ lễ), and weekend days that are
 * worked in exchange (ngày làm bù), each with the document that set it.
 *
 * What is due on a day off is due on the next working day (Civil Code, article 148.5): each
 * due date that is set is kept with its last day (table holiday_due), by triggers; so a row
 * that is added or dropped moves the last day of everything that ends there.  Callers touch
 * no day that is over: what has passed is not late, nor on time, in hindsight.  In SQL a last
 * day is had from report_deadline, task_deadline, document_deadline, plan_deadline,
 * plan_call_deadline, plan_date_deadline, evaluation_deadline.
 */
#ifndef HOLIDAY_H
#define HOLIDAY_H

#include "db/db.h"

struct holiday {
	int64_t id;
	const char *day;
	int64_t off;			/* 1: a day off; 0: worked in exchange */
	const char *name, *document;
	struct holiday *next;
};

struct holiday_ask {
	const char *from;		/* from that day on */
	int sort;			/* 1 day, 2 kind, days worked first; negative downwards */
	int64_t limit, skip;
};
struct holiday *holidays(struct db *, struct mem *, const struct holiday_ask *, int64_t *total);
struct holiday *holiday_get(struct db *, struct mem *, int64_t id);	/* NULL */
bool    holiday_taken(struct db *, const char *day);
int64_t holiday_add(struct db *, const struct holiday *);
void    holiday_drop(struct db *, int64_t id);

/* The unit by whose mandate this account keeps these days: one that has none above it,
 * for they bind everybody; 0 denies. */
int64_t holiday_keeper(struct db *, int64_t account, const char *day);

/* A weekend or a holiday; a day worked in exchange is not. */
bool day_is_off(struct db *, const char *day);
bool day_is_weekend(const char *day);
/* Of a due date that stands somewhere: its last day, and what holiday it is, or "". */
const char *due_last_day(struct db *, struct mem *, const char *due);
const char *due_holiday(struct db *, struct mem *, const char *due);
/* How many are not kept as the days off would make them anew, or not at all.  Needs READ on
 * plan, evaluation, task, document and feedback too. */
int64_t due_days_wrong(struct db *);
/* True if a working day lies between the two, neither counted. */
bool workday_between(struct db *, struct mem *, const char *from, const char *to);

#endif
