/*
 * plan_date_page.h - the rooms of the page program plan for the dates that a plan sets for itself:
 * the list and its forms (plan_date.c), and what is opened from each (plan_date_open.c).
 */
#ifndef PLAN_DATE_PAGE_H
#define PLAN_DATE_PAGE_H

#include "cgi-bin/lib/plan_page.h"
#include "db/plan_date.h"

/* plan_date.c */
handler plan_date_list, plan_date_calendar, plan_date_add_page, plan_date_add_save, plan_date_page,
	plan_date_save, plan_date_drop;
/* The plan of the address, if this person keeps its dates; else NULL. */
struct plan *plan_date_kept(struct req *);
/* The date of the address, if it is that plan's (NULL: none). */
struct plan_date *plan_date_here(struct req *, const struct plan *);
int plan_date_show(struct req *, int status, const struct plan *);

/* plan_date_open.c: the ready request. */
handler plan_date_request;
/* Of a row: {{#DONE}} with what was opened, for who may open that; {{#PAST}}. */
void plan_date_show_state(struct req *, struct view *row, const struct plan *, const struct plan_date *);
/* Of a row: what may be opened from it by this person; a round of a plan that has criteria. */
void plan_date_offer(struct req *, struct view *row, const struct plan *, const struct plan_date *,
	bool evaluated);

#endif
