/*
 * report_form.h - what is asked in reports: forms (mẫu báo cáo) of sections and lines
 * of indicators (db/indicator.h), periods (kỳ) with a data window and a due date for
 * each kind of unit.
 *
 * A form that was answered by a sent report does not change: a new one is made.
 */
#ifndef REPORT_FORM_H
#define REPORT_FORM_H

#include "db/db.h"

struct report_form {
	int64_t id, unit;		/* who asks; those under it answer */
	const char *name;
	const char *kind;		/* periodic, thematic, adhoc */
	const char *document;
	const char *unit_name;		/* read only */
	int64_t periods, sent;		/* read only: how many; reports sent */
	struct report_form *next;
};

/* Forms that this account may design. */
struct report_form *report_forms(struct db *, struct mem *, int64_t account, const char *day);
struct report_form *report_form_get(struct db *, struct mem *, int64_t id);	/* NULL */
int64_t report_form_add(struct db *, const struct report_form *);
void    report_form_change(struct db *, const struct report_form *);

struct report_section_form {
	int64_t id, form, seq;
	int64_t plan;			/* 0: of none */
	const char *plan_name;		/* read only: 165/KH-UBND, subject */
	const char *title, *hint;
	const char *kind;		/* figures, text */
	const char *kinds;		/* of unit, "commune village"; "": all that are asked */
	struct report_section_form *next;
};

struct report_section_form *report_form_sections(struct db *, struct mem *, int64_t form);
struct report_section_form *report_section_get(struct db *, struct mem *, int64_t id);
/* At the end of its form if seq is 0; with its kinds. */
int64_t report_section_add(struct db *, struct mem *, const struct report_section_form *);
/* All but id and form; the lines stay. */
void    report_section_change(struct db *, struct mem *, const struct report_section_form *);
/* True if some report holds a text or a figure of it. */
bool    report_section_is_begun(struct db *, int64_t id);
/* With its lines. */
void    report_section_drop(struct db *, int64_t id);

struct report_line_form {
	int64_t indicator, carry;	/* carry: filled from this one's last value; 0 */
	const char *code, *name, *measure, *carry_code, *rule;	/* read only */
	int64_t numerator, denominator;	/* read only */
	struct report_line_form *next;
};

struct report_line_form *report_section_lines(struct db *, struct mem *, int64_t section);
void report_line_add(struct db *, int64_t section, int64_t seq, int64_t indicator,
	int64_t carry);
void report_lines_drop(struct db *, int64_t section);
/* How many figures the form asks in all its sections but that one. */
int64_t report_form_lines(struct db *, int64_t form, int64_t but);
/* True if another section than `but` of that form asks it. */
bool report_form_asks(struct db *, int64_t form, int64_t indicator, int64_t but);

struct report_period {
	int64_t id, form;
	const char *name, *window_from, *window_to, *opens;
	const char *source;		/* the decision that made the figures official, or "" */
	int64_t plan_date;		/* from which it was opened (plan_date.h), 0: none; never changed */
	const char *form_name;		/* read only */
	int64_t unit;			/* read only: of the form */
	int64_t expected, sent;		/* read only, of a list: units in scope, and how many sent */
	int64_t plan, asked;		/* read only, of one: of that date; units that alone are asked, 0 all */
	struct report_period *next;
};

struct report_period *report_form_periods(struct db *, struct mem *, int64_t form);
/* Those that ask a unit which this account may follow, the newest first, at most 24 (or
 * that one of them, if period is not 0); only such units are counted. */
struct report_period *report_periods_followed(struct db *, struct mem *, int64_t account,
	const char *day, int64_t period);
struct report_period *report_period_get(struct db *, struct mem *, int64_t id);	/* NULL */
/* The same form's last period that ended before this one began; 0. */
int64_t report_period_before(struct db *, int64_t id);
/* True if another period of that form than `but` has this window. */
bool    report_window_taken(struct db *, int64_t form, const char *from, const char *to,
	int64_t but);
/* True if a report was sent in it. */
bool    report_period_is_sent(struct db *, int64_t id);
int64_t report_period_add(struct db *, const struct report_period *);
void    report_period_change(struct db *, const struct report_period *);
/* It asks that unit, and of the others only those that are named so too; costs least before the
 * period has due dates. */
void    report_period_ask(struct db *, int64_t period, int64_t unit);

struct report_due {
	const char *kind, *label;
	const char *due_date;		/* "": that kind need not report */
	const char *last_day;		/* due_date, or the next working day after a day off */
	const char *holiday;		/* what due_date is, or "" */
	int64_t begun;			/* reports of that kind that were begun */
	const char *ended;		/* the kind's last day, if before the day asked; or "" */
	struct report_due *next;
};

/* Every kind of unit, in order; one that has ended before that day is offered only where
 * it stands already. */
struct report_due *report_dues(struct db *, struct mem *, int64_t period, const char *day,
	const char *lang);
/* due_date "" takes the duty away. */
void report_due_put(struct db *, int64_t period, const char *kind, const char *due_date);

/*
 * The data window that Decree 09/2019/NĐ-CP sets: from the 15th to the 14th.  kind:
 * month (n 1-12), quarter (n 1-4), half (n 1-2), year.  The name comes with it ("Quý
 * III/2026"), and what is usual: open a week before its end, due on the 25th of its
 * last month.  False if there is no such period.
 */
struct report_window {
	const char *name, *from, *to, *opens, *due;
};
bool report_window(struct mem *, const char *kind, int64_t year, int64_t n,
	struct report_window *);

struct report_choice {
	int64_t id;
	const char *name;
	struct report_choice *next;
};
/* Units for which this account designs by a mandate of their own. */
struct report_choice *report_design_units(struct db *, struct mem *, int64_t account,
	const char *day);
/* The units whose reports this account follows by a mandate of their own, the highest first. */
struct report_choice *report_follow_units(struct db *, struct mem *, int64_t account,
	const char *day);
/* The forms that ask something of that plan, and ask a unit whose reports this account may
 * see: they are printed before there is a period.  The newest first, at most 20. */
struct report_choice *report_plan_forms(struct db *, struct mem *, int64_t plan, int64_t account,
	const char *day);
/* Does that form ask a unit whose reports this account may see? */
bool report_form_is_asked(struct db *, int64_t form, int64_t account, const char *day);
/* Issued plans, the newest first, at most 200. */
struct report_choice *report_plans(struct db *, struct mem *);

#endif
