/* home_page.h - what the rooms of the front page have in common. */
#ifndef HOME_PAGE_H
#define HOME_PAGE_H

#include "cgi-bin/lib/due.h"
#include "cgi-bin/lib/page.h"
#include "db/home.h"
#include "db/home_board.h"
#include "db/signup.h"

/* Handlers. */
int home_public(struct req *);
int home_work(struct req *);
int home_board_page(struct req *);

/* "118/KH-UBND, 12/3/2026" of what may have neither. */
const char *home_numbered(struct req *, const char *number, const char *date);

/* For the administrator what he should look at, and for the clerk what was sent out: an
 * own list each, for their work has few tasks. */
void home_duty(struct req *);

/* What stands beside the work: the units' year, books, people, seal, what is new. */
void home_aside(struct req *, const struct home_unit *);

/* Four figures of a period that lead to action, as the include {{>STATS}}. */
void home_stats(struct req *, struct view *, const struct board_period *,
	const struct signup_count *);
/* How its plan's sign-up stands; NULL if it has none, or nobody is followed there. */
struct signup_count *home_signup(struct req *, int64_t plan);

/*
 * A chart with its table beside it, an include of that view.  The title is the finding.
 * What is drawn is in hundredths; what is read, in the chart and the table, is in words.
 */
struct chart_point {
	const char *name;
	bool has_aim, missed;		/* missed: on the worse side of its aim */
	bool apart;			/* of a line: not comparable, a dot beside it */
	int64_t value, aim;
	const char *label;		/* beside it: "16,9 / 16,0" */
	const char *cells[3];		/* of the table */
	struct chart_point *next;
};
struct chart {
	const char *id;			/* of the page's own */
	const char *title, *under;
	const char *caption, *first, *heads[3];
	const char *measure;		/* after the figures of the axis: "%" */
	struct chart_point *points;
};
/* A line over time, the aims dashed. */
void home_chart_line(struct req *, struct view *, const struct chart *);
/* Bars from 0 in the order given, a mark at each aim; of more than 20 the first are drawn,
 * the table has all. */
void home_chart_bars(struct req *, struct view *, const struct chart *);

/* What the figures of a period say: of one indicator, over time and unit by unit. */
struct figures;
struct figures *home_figures(struct req *, const struct board_period *,
	const struct board_ask *, const struct board_choice *);
void home_figures_show(struct req *, const struct figures *, const struct board_unit *);
/* That unit's figure at the end of the period, in words; NULL if it has none. */
const char *home_figure_text(struct req *, const struct figures *, int64_t unit);
/* What it is called, in a column: "Tỷ lệ hộ nghèo cuối kỳ (%)". */
const char *home_figure_name(struct req *, const struct figures *);
/* In a file it is a number: hundredths; false if it has none. */
bool home_figure(const struct figures *, int64_t unit, int64_t *value);

#endif
