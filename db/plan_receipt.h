/*
 * plan_receipt.h - who gets a plan on paper, and receipts on paper (giấy ký nhận): a part of
 * plan.h.  Lines of words, but for the archive's; and units to which it was sent where no
 * account that may sign in could acknowledge it.
 */
#ifndef PLAN_RECEIPT_H
#define PLAN_RECEIPT_H

#include "db/plan.h"

struct plan_receipt {
	int64_t recipient, unit;	/* unit 0: the line itself */
	const char *text;		/* of the line */
	int64_t copies;			/* of the line, 0 nobody said; of a unit those of its whole line */
	const char *unit_name, *unit_code;
	const char *contact, *phone;	/* the unit's, or of the one above it */
	const char *name, *day;		/* who received it, on which day; "" not yet */
	const char *entered_by;
	struct plan_receipt *next;
};
struct plan_receipt_ask {
	int64_t plan;
	const char *day;
	const char *state;		/* "", "open": no receipt yet, "done" */
	int sort;			/* 1 line or unit, 2 who, 3 day; - is down */
	int64_t limit, skip;		/* limit -1: all */
};
/* Rights are the caller's to ask. */
struct plan_receipt *plan_receipts(struct db *, struct mem *, const struct plan_receipt_ask *,
	int64_t *total);
/* One of them, whatever else was asked; NULL. */
struct plan_receipt *plan_receipt_get(struct db *, struct mem *, int64_t plan,
	int64_t recipient, int64_t unit, const char *day);
/* From recipient, unit, name, day; in the place of an earlier one.  Of a unit it
 * acknowledges the plan. */
void plan_put_receipt(struct db *, int64_t plan, const struct plan_receipt *, int64_t account,
	int64_t now);

/* Of the units to which it was sent. */
struct plan_funnel {
	int64_t sent, opened, acknowledged, paper, joined;	/* paper: of the acknowledged */
};
struct plan_funnel plan_funnel(struct db *, int64_t plan);

#endif
