/*
 * signup_page.h - the rooms of the page program signup: what is to be signed up to, who
 * has and who has not (signup_list.c), a unit's form (signup_form.c; signup_blank.c on paper), the look at it before
 * it counts (signup_check.c), a sign-up as its readers see it, with its moves (signup_one.c), and what they share (signup_page.c).
 * The addresses stand in cgi-bin/signup.c.
 */
#ifndef SIGNUP_PAGE_H
#define SIGNUP_PAGE_H

#include "cgi-bin/lib/due.h"
#include "cgi-bin/lib/page.h"
#include "db/signup.h"

/* signup_list.c */
handler signup_list, signup_units_page;

/* signup_form.c */
handler signup_lead, signup_form_page, signup_form_save;

/* signup_check.c */
handler signup_check_page, signup_register;

/* signup_blank.c: the form on paper, empty. */
handler signup_blank;

/* signup_one.c */
handler signup_one, signup_move;
/* {{#TARGETS}} or {{#NO_TARGET}}; with `last`, beside each what was last reported. */
void signup_show_targets(struct req *, const struct signup *, const struct signup_indicator *last);

/* signup_page.c: "/signup/7"; "/signup/plan/7" and the rest; the form of a unit, and the
 * page on which it is looked through. */
const char *signup_path(struct req *, int64_t id);
const char *signup_plan_path(struct req *, int64_t plan, const char *rest);
const char *signup_form_path(struct req *, const struct signup *);
const char *signup_check_path(struct req *, const struct signup *);

/* My units that should sign up to the plan of the address, NULL if none should; and that
 * unit among them, or NULL. */
struct signup *signup_mine_of(struct req *);
struct signup *signup_of_unit(struct signup *, int64_t unit);

/* A plan's number, or that it has none yet. */
const char *signup_number(struct req *, const char *number);
bool signup_overdue(const struct req *, const struct signup *);
/* Where a unit stands, in words; *tag is its face.  The second says how far the due day
 * is, too. */
const char *signup_state(struct req *, const struct signup *, const char **tag);
const char *signup_standing(struct req *, const struct signup *, const char **tag);

/* The unit, the plan and its due day: the head of a page. */
void signup_show_plan(struct req *, const struct signup *);

#endif
