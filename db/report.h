/*
 * report.h - periodic reports (báo cáo): what a unit answers in a period, from the
 * first figure to the copy that is kept for good, and what the answers add up to.
 *
 * Values are hundredths.  Rates are never typed nor kept: they are derived from
 * their counts, here and in every total.  A report moves by its case (db/flow.h);
 * whoever moves it to `sent` calls report_send_copy() in the same transaction.
 */
#ifndef REPORT_H
#define REPORT_H

#include "db/db.h"
#include "db/sent.h"

/* A duty to report, begun or not. */
struct report {
	int64_t id;			/* 0: not begun, and so all of the first group */
	int64_t flow_case, edition;	/* edition: goes up with each save */
	int64_t saved;
	const char *saver;		/* who saved it last; "" an operator */
	const char *odd;		/* why figures far from the last ones are right */
	const char *state, *inside, *outside, *tag;	/* as in flow_case */
	const char *receipt;		/* of the last copy; "": never sent */
	int64_t sent;			/* when */
	const char *first_day;		/* the day of the first copy, or "" */
	bool late;			/* that day is after last_day: so says report_expected */
	const char *reason;		/* of the last return, until it is accepted; of what is
					 * sent, not the leader's own to his officer */
	const char *returned_by;
	int64_t returned_at, returned_step;

	int64_t period, unit, form;
	const char *unit_name, *kind;	/* on the window's last day */
	const char *form_name, *period_name, *window_from, *window_to, *opens, *due;
	const char *last_day;		/* due, or the next working day: what is late is judged by it */
	const char *holiday;		/* what `due` is, or "" */
	const char *source;
	bool may_write, may_send;	/* in report_mine() */

	const char *contact, *phone;	/* in report_late() */
	int64_t reminders, reminded;	/* in report_late(): how many, the last when */
	struct report *next;
};

struct report *report_get(struct db *, struct mem *, int64_t id, const char *lang);	/* NULL */
/* That unit's duty in that period; NULL if it has none. */
struct report *report_of(struct db *, struct mem *, int64_t period, int64_t unit,
	const char *lang);

struct report_ask {
	int64_t account;
	const char *day, *lang;
	int64_t period;			/* 0: all */
	const char *state;		/* "": all; "none": not begun */
	const char *words;		/* of the unit's name, plain; "": all */
	const char *what;		/* in report_late(): "", late, missing, back */
	int sort;			/* 1 unit, 2 period, 3 last day, 4 state; - is down */
	int64_t limit, skip;
};

/* All duties of opened periods that this account may see, whose askers are or were above
 * or below a unit at which he holds a mandate.  By the last day they come
 * period by period; that order costs what is shown and not what is there. */
struct report *report_list(struct db *, struct mem *, const struct report_ask *,
	int64_t *total);
/* What waits for this account to write or send: late first, then returned, then by date;
 * coming periods too.  At most 100. */
struct report *report_mine(struct db *, struct mem *, const struct report_ask *);
/* What it may send: of a period, of units of such a name; sort: 1 unit, 2 period, 3 last day,
 * 4 who wrote it; else the earliest due first. */
struct report *report_to_sign(struct db *, struct mem *, const struct report_ask *,
	int64_t *total);
/* The periods of all that it may send: period, period_name, form_name alone. */
struct report *report_sign_periods(struct db *, struct mem *, int64_t account, const char *day);
/* What it may accept, the oldest first, at most 100. */
struct report *report_to_review(struct db *, struct mem *, const struct report_ask *);
/* Who of those that this account follows is late: sent and returned (back), never sent and past
 * the last day (missing), or first sent after it (late). */
struct report *report_late(struct db *, struct mem *, const struct report_ask *,
	int64_t *total);
/* "late", "missing", "back" or "". */
const char *report_lateness(const struct report *, const char *day);
/* Does any of them owe that period's report after the last day, that unit apart? */
bool report_owed(struct db *, int64_t period, int64_t but, int64_t account, const char *day);
/* How many duties are not kept as their period, units and due dates would make them anew. */
int64_t report_duties_wrong(struct db *);
void report_remind(struct db *, int64_t period, int64_t unit, int64_t account, int64_t now);

/* What the form asks of one kind of unit, with the answers. */
struct report_line {
	int64_t indicator;
	const char *code, *name, *measure, *rule;
	int64_t decimals;
	bool carried;			/* filled from the last period: not typed */
	bool has, has_last;
	int64_t value, last;		/* of a rate: hundredths of a per cent */
	int64_t numerator, denominator;	/* of a rate: which indicators */
	const struct report_line *of, *by;	/* of a rate: their lines, or NULL */
	const char *reason;		/* of the last return, or "" */
	bool mended;			/* it is no longer what it was then */
	struct report_line *next;
};

struct report_section {
	int64_t id, plan;
	const char *plan_name;		/* 165/KH-UBND, subject; "" */
	const char *title, *kind, *hint;	/* kind: figures, text */
	const char *text, *html;	/* "" until written */
	const char *reason;
	bool mended;
	struct report_line *lines;
	struct report_section *next;
};

/*
 * The sections that this unit fills.  A line's last value is that of the last report
 * of the unit that was sent and whose window ended before this one began, of the same
 * form if there is one.  A line that carries over is filled, and closed to typing, if
 * a sent report ended on the eve of this window.
 */
struct report_section *report_sections(struct db *, struct mem *, const struct report *);
struct report_line *report_line_of(struct report_section *, int64_t indicator);
/* Figures that are typed or carried, and those that are there. */
void report_count(const struct report_section *, int64_t *asked, int64_t *filled);

/* Half up: 10000 * n / d hundredths of a per cent; false if d is 0 ("not computed"). */
bool report_rate(int64_t numerator, int64_t denominator, int64_t *rate);
/* More than ten times the last value or less than a tenth of it, where the larger of
 * them is 10 or more. */
bool report_is_odd(const struct report_line *);

/* Two sums over lines of this report of which one must be the other, or at most that. */
struct report_term {
	const struct report_line *line;
	int64_t sign;
	struct report_term *next;
};
struct report_sum {
	const char *text;		/* the rule in words */
	bool at_most;
	struct report_term *terms;
	/* The one to mend: of the last term; of at most the first on the left.  One that
	 * is carried over is passed by. */
	const struct report_line *last;
	int64_t should;			/* what it should be, if the others are right */
	int64_t left, right;		/* of at most: what its two sides add up to */
	bool whole;			/* every term has a value */
	struct report_sum *next;
};
/* Those all of whose terms this report is asked. */
struct report_sum *report_sums(struct db *, struct mem *, struct report_section *);
bool report_sum_is_right(const struct report_sum *);

/* Changes.  report_open() begins a report, whose case is new (flow_open("report", ...)),
 * and answers its id; author 0: an operator. */
int64_t report_open(struct db *, int64_t flow_case, int64_t period, int64_t unit,
	int64_t author, int64_t now);
void report_value_put(struct db *, int64_t report, int64_t indicator, int64_t value);
void report_value_drop(struct db *, int64_t report, int64_t indicator);
/* "" drops it; html is what markdown() makes of it. */
void report_text_put(struct db *, int64_t report, int64_t section, const char *text,
	const char *html);
/* What is carried over is stored as it stands now. */
void report_carry(struct db *, int64_t report, const struct report_section *);
/* Who saved, and that it was saved once more. */
void report_saved(struct db *, int64_t report, int64_t account, int64_t now);
void report_odd_put(struct db *, int64_t report, const char *odd);
/* Why a return hit this field: v<indicator> or s<section>. */
void report_return_add(struct db *, int64_t step, const char *field, const char *reason);

/*
 * Freezes what the report holds into a copy of its own, as JSON with its SHA-256, and
 * answers its receipt number, BC-2026-00758, which no other has.  day is `now`
 * where the office is.
 */
const char *report_send_copy(struct db *, struct mem *, int64_t report, int64_t account,
	int64_t now, const char *day);

struct sent_copy *report_copies(struct db *, struct mem *, int64_t report);	/* newest first */
struct sent_copy *report_copy_get(struct db *, struct mem *, int64_t report, int64_t id);

/* What stood in a copy, in its order: heads, figures and texts. */
struct report_copy_line {
	const char *section;		/* of a new section, else "" */
	const char *name, *measure;	/* of a figure */
	bool figure, has, has_last;
	bool rate;			/* hundredths of a per cent */
	int64_t value, last;		/* hundredths */
	const char *text;		/* of a text: Markdown */
	struct report_copy_line *next;
};
struct report_copy_line *report_copy_lines(struct db *, struct mem *, int64_t id);

/*
 * Totals of a period: a unit and its children on the window's last day, from the
 * reports that stand sent or accepted.  A unit's own value stands for all under it;
 * else its children's are added.  Only units that this account follows are read.
 */
struct report_figure {
	int64_t indicator;
	const char *code, *name, *measure, *rule;
	int64_t section;		/* of the form */
	const char *section_title;
	const char *kinds;		/* of unit that fill it, " commune village "; "": all */
	int64_t expected, sent;		/* as of report_total, of those that its section asks */
	int64_t decimals;
	bool has;
	int64_t value;			/* of a rate: hundredths of a per cent */
	int64_t numerator, denominator;	/* of a rate: the summed counts; 0 without `has` */
	struct report_figure *next;
};
struct report_total {
	int64_t unit, depth;		/* depth 0: the unit asked for */
	const char *name;
	int64_t expected, sent;		/* units under it, itself too, that must; that did */
	int64_t children;		/* 0: nothing to go down to */
	struct report_figure *figures;	/* the same list for all */
	struct report_total *next;
};
/* The unit asked for, then its children by name, but for those where nobody must report
 * nor does; NULL if it is not in reach. */
struct report_total *report_totals(struct db *, struct mem *, int64_t period, int64_t unit,
	int64_t account, const char *day);

#endif
