/*
 * score.h - the arithmetic of evaluation: formulas F1 to F7, totals, grades and ranks.
 *
 * Pure: nothing is read or kept.  Points and rates are hundredths and counts are in any
 * one unit; there is no floating point.  Rates are rounded half up to hundredths of a per
 * cent first, as the portal shows them, so that a reader can do the sum again by hand.
 * Points in proportion are rounded down: what is not reached never earns all.
 */
#ifndef SCORE_H
#define SCORE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum score_is {
	SCORE_UNKNOWN,		/* a figure is missing: a person scores */
	SCORE_REACHED,
	SCORE_MISSED,
	SCORE_NOT_APPLICABLE,
	SCORE_TOO_SOON,		/* not applicable yet: the time is not up, which is no failure */
};

struct score {
	enum score_is is;
	int64_t points;		/* of REACHED and MISSED */
	int64_t value;		/* what was compared: a rate, a fall a year, a share */
	int64_t goal;		/* with what */
};

/* 10000 * part / whole, half up; false if whole is not above zero. */
bool score_rate(int64_t part, int64_t whole, int64_t *rate);
/* Whole months from one ISO day to another: 2023-11-30 to 2026-11-30 is 36, a day
 * earlier 35; the last day of a shorter month counts as the day it lacks. */
int64_t score_months(const char *from, const char *to);

/* F1: the rate is at most the goal and its tolerance ("khoảng 11 %"). */
struct score score_level(int64_t rate, int64_t goal, int64_t tolerance, int64_t points);

/*
 * F2 and F3: the average fall a year, in percentage points (22,37 to 19,07 is 3,30), is at
 * least the goal.  If the rate at the start is at least `threshold` (F3; 0: none), it is
 * high_goal that counts.  A goal of 0 does not apply.
 */
struct score_fall {
	int64_t start, end;		/* rates */
	int64_t months;			/* between them */
	int64_t goal, threshold, high_goal;
	bool partial;
	int64_t points;
};
struct score score_fall(const struct score_fall *);

/* F4: a sum of counts falls by MORE than that share of the start: 50 % is not above 50 %.
 * A start of zero: not applicable. */
struct score score_shrink(int64_t start, int64_t end, int64_t share, int64_t points);

/* F5: so many months from the day out of poverty ("": not out yet), and not fallen back
 * since.  Too soon is no failure. */
struct score score_lasting(const char *exit_day, const char *back_day, const char *on,
	int64_t months, int64_t points);

/* F6: against the target of its own.  `down`: less is better, and proportion is that of
 * the fall from `base`, where it is known. */
struct score_target {
	int64_t target, value, base;
	bool has_base, down, partial;
	int64_t points;
};
struct score score_target(const struct score_target *);

/* F7: how many were on time, late, missing; points off for each, or in proportion where
 * none is set.  Nothing was due: not applicable. */
struct score score_on_time(int64_t on_time, int64_t late, int64_t missing, int64_t off_late,
	int64_t off_missing, int64_t points);
/* F7 of one document: on its day or before ("": there is none). */
struct score score_document(const char *due, const char *day, int64_t off_late, int64_t points);

/* A sheet's lines. */
struct score_line {
	int64_t maximum, points;
	bool bonus;		/* on top of the maximum; maximum is its cap */
	bool skipped;		/* not applicable */
	bool full;		/* skipped, and counted in full */
	bool computed;		/* counts for the tie rule */
	bool none;		/* not scored yet: earns nothing so far, and the total is not whole */
};
struct score_total {
	int64_t maximum;	/* of all lines but the bonus */
	int64_t applies;	/* of those that apply */
	int64_t base, bonus, total;	/* base: scaled up to the maximum; total: both */
	int64_t share;		/* of the maximum of what applies, without the bonus */
	int64_t lowest;		/* the lowest share of its own maximum that a scored line has,
				 * rounded down */
	int64_t computed;	/* share of the maximum of the computed lines that apply, of
				 * 10^8, rounded down; 0 if there are none */
	bool whole;		/* every line is scored or does not apply */
};
/* What does not apply is never counted as zero: its maximum is left out and the rest is
 * scaled up, or it counts in full. */
struct score_total score_sum(const struct score_line *, size_t n);

struct score_grade {
	int64_t minimum, floor;	/* shares: of the maximum, and of each line's own */
	int64_t quota;		/* at most this share of those ranked together; -1: none */
};
/* The first grade that is reached, from 0; n if none, or if nothing applies.  `from` skips those above it. */
size_t score_grade(const struct score_grade *, size_t n, size_t from, const struct score_total *);

/* Ranks among those of the same group: 1, 2, 2, 4.  Equal totals are parted by `tie`,
 * the greater first; equal ties share a rank.  One to which nothing applies has no rank
 * (0), and the others are not counted among it. */
struct score_place {
	int64_t group, total, tie;
	struct score_total sum;
	int64_t rank, among;	/* the answer */
	size_t grade;		/* the answer of score_grades() */
};
void score_rank(struct score_place *, size_t n);
/* The `tie` of one by a rule: "base" the points without the bonus, "computed" the share of
 * the computed points, "early" the day it was first sent, the earlier the greater ("": after
 * all that were); any other parts none. */
int64_t score_tie(const char *rule, const struct score_total *, const char *first_day);
/* Grades of all, best ranks first; a quota is rounded down, and those who share the rank
 * that does not fit all get the next grade.  After score_rank(). */
void score_grades(struct score_place *, size_t n, const struct score_grade *, size_t grades);

/* `total` hundredths parted over n lines, equal to the hundredth: the first ones take
 * what is left over. */
void score_share_out(int64_t total, int64_t *points, size_t n);

#endif
