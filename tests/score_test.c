/* score_test.c - vectors of the arithmetic of evaluation (score.h). */

#include "cgi-bin/lib/score.h"

#include "tests/test.h"

static const enum score_is R = SCORE_REACHED, M = SCORE_MISSED, N = SCORE_NOT_APPLICABLE,
    S = SCORE_TOO_SOON, U = SCORE_UNKNOWN;

static bool
is(struct score s, enum score_is is_, int64_t points)
{
	return s.is == is_ && s.points == points;
}

static void
rates(void)
{
	int64_t rate = -1;

	/* Lạng Sơn 2017: 36.537 of 191.594 households */
	CHECK(score_rate(36537, 191594, &rate) && rate == 1907);
	CHECK(score_rate(42490, 189942, &rate) && rate == 2237);
	/* 2025: 4.643 of 199.765 */
	CHECK(score_rate(4643, 199765, &rate) && rate == 232);
	CHECK(score_rate(1, 3, &rate) && rate == 3333);
	CHECK(score_rate(2, 3, &rate) && rate == 6667);
	CHECK(score_rate(1, 20000, &rate) && rate == 1);	/* half up */
	CHECK(score_rate(0, 5, &rate) && rate == 0);
	rate = 7;
	CHECK(!score_rate(5, 0, &rate) && rate == 7);
	CHECK(score_rate(100000000000000, 100000000000000, &rate) && rate == 10000);
}

static void
months(void)
{
	CHECK(score_months("2023-11-30", "2026-11-30") == 36);
	CHECK(score_months("2023-11-30", "2026-11-29") == 35);
	CHECK(score_months("2023-12-14", "2026-12-14") == 36);
	CHECK(score_months("2024-02-29", "2027-02-28") == 36);
	CHECK(score_months("2024-02-29", "2028-02-28") == 47);
	CHECK(score_months("2026-01-31", "2026-02-28") == 1);
	CHECK(score_months("2026-01-31", "2026-02-27") == 0);
	CHECK(score_months("2026-05-01", "2026-01-01") == -4);
	CHECK(score_months("", "2026-01-01") == 0);
}

static void
f1_about_eleven(void)
{
	CHECK(is(score_level(1100, 1100, 0, 1000), R, 1000));
	CHECK(is(score_level(1101, 1100, 0, 1000), M, 0));
	CHECK(is(score_level(1150, 1100, 50, 1000), R, 1000));	/* khoảng 11 % */
	CHECK(is(score_level(1151, 1100, 50, 1000), M, 0));
	CHECK(score_level(1151, 1100, 50, 1000).value == 1151);
}

static struct score
fall(int64_t start, int64_t end, int64_t months_, int64_t threshold, bool partial)
{
	return score_fall(&(struct score_fall){ start, end, months_, 300, threshold, 400,
	    partial, 1000 });
}

static void
f2_points_and_not_per_cent(void)
{
	/* 22,37 % to 19,07 % in a year: 3,30 points, although 14,75 % of the rate */
	CHECK(is(fall(2237, 1907, 12, 0, false), R, 1000));
	CHECK(fall(2237, 1907, 12, 0, false).value == 330);
	/* 10 % to 9,6 %: 4 % of the rate, but 0,40 points */
	CHECK(is(fall(1000, 960, 12, 0, false), M, 0));
	/* an average of two years; the bound itself is reached */
	CHECK(is(fall(2237, 1637, 24, 0, false), R, 1000));
	CHECK(is(fall(2237, 1638, 24, 0, false), M, 0));
	/* nine months: 2,25 points are 3 a year */
	CHECK(is(fall(2000, 1775, 9, 0, false), R, 1000));
	CHECK(is(fall(2000, 1776, 9, 0, false), M, 0));
	/* in proportion, rounded down: what is missed never earns all */
	CHECK(is(fall(2237, 2087, 12, 0, true), M, 500));
	CHECK(is(fall(2237, 1938, 12, 0, true), M, 996));
	CHECK(is(fall(2000, 2100, 12, 0, true), M, 0));	/* it rose */
	CHECK(fall(2000, 2100, 12, 0, true).value == -100);
	CHECK(is(fall(2000, 1000, 0, 0, false), U, 0));
	CHECK(is(score_fall(&(struct score_fall){ 2000, 1000, 12, 0, 0, 0, false, 1000 }), N, 0));
}

static void
f3_the_threshold_is_read_at_the_start(void)
{
	CHECK(is(fall(4000, 3601, 12, 4000, false), M, 0));	/* from 40 % on: 4 points */
	CHECK(is(fall(4000, 3600, 12, 4000, false), R, 1000));
	CHECK(fall(4000, 3600, 12, 4000, false).goal == 400);
	CHECK(is(fall(3999, 3699, 12, 4000, false), R, 1000));	/* below: 3 */
	CHECK(fall(3999, 3699, 12, 4000, false).goal == 300);
	CHECK(is(fall(4500, 3900, 24, 4000, false), M, 0));	/* 39 % now, 45 % then */
	/* the seed's own: below the threshold it does not apply */
	CHECK(is(score_fall(&(struct score_fall){ 3999, 3000, 12, 0, 4000, 400, false, 1000 }), N, 0));
}

static void
f4_more_than_half_of_the_sum(void)
{
	CHECK(is(score_shrink(871, 362, 5000, 1500), R, 1500));
	CHECK(score_shrink(871, 362, 5000, 1500).value == 5844);
	CHECK(is(score_shrink(870, 435, 5000, 1500), M, 0));	/* half is not more than half */
	CHECK(is(score_shrink(870, 434, 5000, 1500), R, 1500));
	/* 50,00 % as it is shown, and yet more than half */
	CHECK(is(score_shrink(200000, 99999, 5000, 1500), R, 1500));
	CHECK(is(score_shrink(0, 0, 5000, 1500), N, 0));
	CHECK(is(score_shrink(0, 12, 5000, 1500), N, 0));
	CHECK(is(score_shrink(10, 0, 5000, 1500), R, 1500));
	CHECK(is(score_shrink(10, 12, 5000, 1500), M, 0));
	CHECK(score_shrink(10, 12, 5000, 1500).value == -2000);
	CHECK(is(score_shrink(100000000000000, 100000000000000, 5000, 1500), M, 0));
}

static void
f5_three_years(void)
{
	CHECK(is(score_lasting("2023-12-14", "", "2026-12-14", 36, 800), R, 800));
	CHECK(is(score_lasting("2023-12-15", "", "2026-12-14", 36, 800), S, 0));
	CHECK(score_lasting("2023-12-15", "", "2026-12-14", 36, 800).value == 35);
	CHECK(is(score_lasting("2021-05-01", "2024-02-01", "2026-12-14", 36, 800), M, 0));
	/* it fell back before it got out, or is said to do so later */
	CHECK(is(score_lasting("2021-05-01", "2019-02-01", "2026-12-14", 36, 800), R, 800));
	CHECK(is(score_lasting("2021-05-01", "2027-02-01", "2026-12-14", 36, 800), R, 800));
	CHECK(is(score_lasting("", "", "2026-12-14", 36, 800), S, 0));
	CHECK(is(score_lasting("2027-01-01", "", "2026-12-14", 36, 800), S, 0));
	/* fallen back within the three years: no question of time */
	CHECK(is(score_lasting("2025-05-01", "2026-02-01", "2026-12-14", 36, 800), M, 0));
}

static struct score
target(int64_t target_, int64_t value, int64_t base, bool down, bool partial)
{
	return score_target(&(struct score_target){ target_, value, base, base >= 0, down, partial,
	    2000 });
}

static void
f6_its_own_target(void)
{
	CHECK(is(target(3000, 3000, -1, false, false), R, 2000));
	CHECK(is(target(3000, 2999, -1, false, false), M, 0));
	CHECK(is(target(3000, 2999, -1, false, true), M, 1999));
	CHECK(is(target(3000, 9000, -1, false, true), R, 2000));	/* no more than all */
	/* to fall from 11,30 to 10,00: fell by 1,28 of 1,30 */
	CHECK(is(target(1000, 1002, 1130, true, true), M, 1969));
	CHECK(is(target(1000, 1000, 1130, true, true), R, 2000));
	CHECK(is(target(1000, 1200, 1130, true, true), M, 0));
	CHECK(is(target(1000, 1002, -1, true, true), M, 0));	/* no start, no proportion */
	CHECK(is(target(1000, 1002, 900, true, true), M, 0));
	CHECK(is(target(0, 0, -1, false, true), R, 2000));
	CHECK(is(target(0, 5, -1, true, true), M, 0));
}

static void
f7_on_time(void)
{
	CHECK(is(score_on_time(9, 0, 0, 100, 200, 1000), R, 1000));
	CHECK(is(score_on_time(7, 2, 0, 100, 200, 1000), M, 800));
	CHECK(is(score_on_time(7, 1, 1, 100, 200, 1000), M, 700));
	CHECK(is(score_on_time(0, 0, 9, 100, 200, 1000), M, 0));	/* not below zero */
	CHECK(is(score_on_time(7, 1, 1, 0, 0, 1000), M, 777));
	CHECK(is(score_on_time(0, 0, 0, 100, 200, 1000), N, 0));
	CHECK(is(score_document("2026-04-15", "2026-04-09", 0, 1000), R, 1000));
	CHECK(is(score_document("2026-04-15", "2026-04-15", 0, 1000), R, 1000));
	CHECK(is(score_document("2026-04-15", "2026-04-16", 0, 1000), M, 0));
	CHECK(is(score_document("2026-04-15", "2026-04-16", 300, 1000), M, 700));
	CHECK(is(score_document("2026-04-15", "", 300, 1000), M, 0));
	CHECK(is(score_document("", "2026-04-16", 300, 1000), U, 0));
}

static void
what_does_not_apply_is_not_zero(void)
{
	struct score_line l[] = {
		{ .maximum = 4000, .points = 3600 }, { .maximum = 5000, .points = 4500, .computed = true },
		{ .maximum = 1000, .skipped = true },
	};
	struct score_total t = score_sum(l, 3);
	CHECK(t.maximum == 10000 && t.applies == 9000 && t.base == 9000 && t.share == 9000);
	CHECK(t.total == 9000 && t.whole && t.computed == 90000000 && t.lowest == 9000);
	l[2].full = true;
	t = score_sum(l, 3);
	CHECK(t.base == 9100 && t.applies == 9000 && t.share == 9000);
	/* a zero is a zero */
	l[2] = (struct score_line){ .maximum = 1000, .points = 0 };
	t = score_sum(l, 3);
	CHECK(t.base == 8100 && t.lowest == 0);
	/* not scored yet: no more than what is there */
	l[2] = (struct score_line){ .maximum = 1000, .none = true };
	t = score_sum(l, 3);
	CHECK(t.base == 8100 && !t.whole && t.lowest == 9000);
	/* nothing applies, and nothing at all */
	l[0].skipped = l[1].skipped = l[2].skipped = true;
	t = score_sum(l, 3);
	CHECK(t.base == 0 && t.total == 0 && t.share == 0);
	t = score_sum(l, 0);
	CHECK(t.total == 0 && t.maximum == 0);
	/* thirds: half up */
	t = score_sum((struct score_line[]){ { .maximum = 300, .points = 200 },
	    { .maximum = 700, .skipped = true } }, 2);
	CHECK(t.base == 667);
}

static void
a_bonus_passes_the_maximum(void)
{
	struct score_total t = score_sum((struct score_line[]){
	    { .maximum = 10000, .points = 9700 }, { .maximum = 1000, .points = 1000, .bonus = true } }, 2);
	CHECK(t.total == 10700 && t.base == 9700 && t.bonus == 1000 && t.maximum == 10000);
	t = score_sum((struct score_line[]){ { .maximum = 10000, .points = 9700 },
	    { .maximum = 1000, .points = 1500, .bonus = true } }, 2);
	CHECK(t.total == 10700);	/* its cap */
	/* a bonus is not scaled, nor missed */
	t = score_sum((struct score_line[]){ { .maximum = 5000, .points = 4000 },
	    { .maximum = 5000, .skipped = true }, { .maximum = 1000, .points = 500, .bonus = true },
	    { .maximum = 1000, .none = true, .bonus = true } }, 4);
	CHECK(t.base == 8000 && t.total == 8500 && t.whole && t.share == 8000);
}

static const struct score_grade grades[] = {
	{ 9000, 8500, -1 }, { 8000, 8000, -1 }, { 7000, 7000, -1 },
};

static void
grades_have_floors(void)
{
	struct score_line l[] = { { .maximum = 5000, .points = 5000 }, { .maximum = 5000, .points = 4200 } };
	struct score_total t = score_sum(l, 2);
	CHECK(t.total == 9200 && t.lowest == 8400);
	CHECK(score_grade(grades, 3, 0, &t) == 1);	/* 92, one at 84 %: not excellent */
	l[0].points = 4950, l[1].points = 4250;
	t = score_sum(l, 2);
	CHECK(score_grade(grades, 3, 0, &t) == 0);
	l[1].points = 4249;
	t = score_sum(l, 2);
	CHECK(t.lowest == 8498 && score_grade(grades, 3, 0, &t) == 1);
	l[0].points = 5000, l[1].points = 1900;
	t = score_sum(l, 2);
	CHECK(score_grade(grades, 3, 0, &t) == 3);
	/* what does not apply has no floor */
	l[1] = (struct score_line){ .maximum = 5000, .skipped = true };
	t = score_sum(l, 2);
	CHECK(score_grade(grades, 3, 0, &t) == 0);
	t = score_sum(l, 0);
	CHECK(score_grade(grades, 3, 0, &t) == 3);
	/* of 50 points: shares of the maximum */
	t = score_sum((struct score_line[]){ { .maximum = 5000, .points = 4500 } }, 1);
	CHECK(score_grade(grades, 3, 0, &t) == 0);
}

static struct score_place
place(int64_t group, int64_t total, int64_t tie)
{
	return (struct score_place){ .group = group, .total = total, .tie = tie,
	    .sum = { .total = total, .maximum = 10000, .applies = 10000, .lowest = 9000 } };
}

static void
ranks_and_ties(void)
{
	struct score_place p[] = { place(1, 9000, 0), place(1, 9500, 0), place(1, 9000, 0),
	    place(1, 8000, 0), place(2, 9900, 0) };
	score_rank(p, 5);
	CHECK(p[1].rank == 1 && p[0].rank == 2 && p[2].rank == 2 && p[3].rank == 4);
	CHECK(p[0].among == 4 && p[4].rank == 1 && p[4].among == 1);	/* its own cluster */
	/* the tie rule parts them, and only them */
	p[2].tie = 8900, p[0].tie = 8800, p[3].tie = 99999;
	score_rank(p, 5);
	CHECK(p[2].rank == 2 && p[0].rank == 3 && p[3].rank == 4 && p[1].rank == 1);
	score_rank(p, 0);
}

/* Two of 90 points, ranked by a rule; the ranks of both as one number: 12, 21, 11. */
static int
ranked_by(const char *rule, const struct score_total *a, const char *day, const struct score_total *b,
    const char *other)
{
	struct score_place p[] = { place(1, a->total, score_tie(rule, a, day)),
	    place(1, b->total, score_tie(rule, b, other)) };

	score_rank(p, 2);
	return (int)(p[0].rank * 10 + p[1].rank);
}

static void
equal_totals_are_parted_by_the_stated_rule(void)
{
	/* 88 and a bonus of 2; 90 by its own points */
	struct score_line with[] = { { .maximum = 10000, .points = 8800 }, { .maximum = 500, .points = 200, .bonus = true } };
	struct score_line own[] = { { .maximum = 10000, .points = 9000, .computed = true } };
	struct score_total a = score_sum(with, 2), b = score_sum(own, 1);

	CHECK(a.total == 9000 && b.total == 9000);
	/* base: more points without the bonus come first, and the day is nothing to it */
	CHECK(score_tie("base", &a, "") == 8800 && score_tie("base", &b, "") == 9000);
	CHECK(ranked_by("base", &a, "2026-11-01", &b, "2026-11-30") == 21);
	CHECK(ranked_by("base", &b, "2026-11-30", &b, "2026-11-01") == 11);
	/* what is scaled up is compared as it counts: 45 of 50 that apply is 90 */
	struct score_line half[] = { { .maximum = 5000, .points = 4500 }, { .maximum = 5000, .skipped = true } };
	struct score_total c = score_sum(half, 2);
	CHECK(c.total == 9000 && ranked_by("base", &c, "", &b, "") == 11 && ranked_by("base", &a, "", &c, "") == 21);
	/* early: by the day, over a month's and a year's end; the same day shares the rank */
	CHECK(ranked_by("early", &a, "2026-11-29", &b, "2026-11-30") == 12);
	CHECK(ranked_by("early", &a, "2026-12-01", &b, "2026-11-30") == 21);
	CHECK(ranked_by("early", &a, "2026-12-31", &b, "2027-01-01") == 12);
	CHECK(ranked_by("early", &a, "2026-11-30", &b, "2026-11-30") == 11);
	/* never sent is after all that were, and alike among themselves */
	CHECK(ranked_by("early", &a, "", &b, "2026-12-31") == 21 && ranked_by("early", &a, "", &b, "") == 11);
	/* no rule passes a better total */
	struct score_total less = score_sum((struct score_line[]){ { .maximum = 10000, .points = 8999 } }, 1);
	CHECK(ranked_by("early", &less, "2026-01-01", &b, "2026-12-31") == 21);
	CHECK(ranked_by("base", &less, "", &a, "") == 21);	/* 89,99 against 88 and 2 */
	/* computed, and equal, which parts none */
	CHECK(ranked_by("computed", &a, "", &b, "") == 21);
	CHECK(ranked_by("equal", &a, "2026-11-01", &b, "2026-11-30") == 11);
}

static void
what_does_not_apply_is_not_last(void)
{
	struct score_place p[] = { place(1, 9000, 0), place(1, 0, 0), place(1, 8000, 0) };
	p[1].sum.applies = 0;
	score_rank(p, 3);
	CHECK(p[1].rank == 0 && p[1].among == 0);
	CHECK(p[0].rank == 1 && p[2].rank == 2 && p[0].among == 2 && p[2].among == 2);
	/* no grade, not even of who reaches nothing; no place in a quota */
	struct score_grade g[] = { { 8000, 0, 5000 }, { 0, 0, -1 } };
	score_grades(p, 3, g, 2);
	CHECK(p[0].grade == 0 && p[2].grade == 1 && p[1].grade == 2);
	/* counted in full, and still nothing that was judged */
	struct score_total t = score_sum((struct score_line[]){ { .maximum = 100, .skipped = true, .full = true } }, 1);
	CHECK(t.total == 100 && score_grade(g, 2, 0, &t) == 2);
}

static void
the_computed_are_compared_as_far_as_they_apply(void)
{
	struct score_line half[] = { { .maximum = 5000, .points = 4500, .computed = true },
	    { .maximum = 5000, .skipped = true, .computed = true } };
	struct score_line both[] = { { .maximum = 5000, .points = 4500, .computed = true },
	    { .maximum = 5000, .points = 4400, .computed = true } };
	CHECK(score_sum(half, 2).computed > score_sum(both, 2).computed);
	half[0].points = 4450;
	CHECK(score_sum(half, 2).computed == score_sum(both, 2).computed);
	/* a judged one has no part in it, nor has none at all */
	both[0].computed = both[1].computed = false;
	CHECK(score_sum(both, 2).computed == 0);
}

static void
quotas_are_rounded_down(void)
{
	struct score_grade g[] = { { 9000, 8500, 2000 }, { 8000, 8000, -1 } };
	struct score_place p[10];
	for (int i = 0; i < 10; i++)
		p[i] = place(1, 9900 - i * 50, 0);
	score_rank(p, 10);
	score_grades(p, 10, g, 2);
	CHECK(p[0].grade == 0 && p[1].grade == 0 && p[2].grade == 1 && p[9].grade == 1);
	/* two share the rank that does not fit: both go */
	p[1].total = p[2].total = p[1].sum.total = p[2].sum.total = 9800;
	score_rank(p, 10);
	score_grades(p, 10, g, 2);
	CHECK(p[0].grade == 0 && p[1].grade == 1 && p[2].grade == 1);
	/* four: a fifth of them is none */
	score_rank(p, 4);
	score_grades(p, 4, g, 2);
	CHECK(p[0].grade == 1);
	g[0].quota = 0;
	score_grades(p, 4, g, 2);
	CHECK(p[0].grade == 1);
	g[0].quota = -1;
	score_grades(p, 4, g, 2);
	CHECK(p[3].grade == 0);
}

static void
a_hundred_points_are_shared_out(void)
{
	int64_t p[7], sum = 0;

	score_share_out(10000, p, 7);
	for (int i = 0; i < 7; i++)
		sum += p[i];
	CHECK(sum == 10000 && p[0] == 1429 && p[6] == 1428);
	score_share_out(10000, p, 4);
	CHECK(p[0] == 2500 && p[3] == 2500);
	score_share_out(10000, p, 0);
}

int
main(void)
{
	rates();
	months();
	f1_about_eleven();
	f2_points_and_not_per_cent();
	f3_the_threshold_is_read_at_the_start();
	f4_more_than_half_of_the_sum();
	f5_three_years();
	f6_its_own_target();
	f7_on_time();
	what_does_not_apply_is_not_zero();
	a_bonus_passes_the_maximum();
	grades_have_floors();
	ranks_and_ties();
	equal_totals_are_parted_by_the_stated_rule();
	what_does_not_apply_is_not_last();
	the_computed_are_compared_as_far_as_they_apply();
	quotas_are_rounded_down();
	a_hundred_points_are_shared_out();
	return done();
}
