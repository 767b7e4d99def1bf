/* score.c - see score.h. */

#include "cgi-bin/lib/score.h"

#include <stdlib.h>
#include <string.h>

enum { COMPUTED_ALL = 100000000 };	/* the share of who has all computed points */

static int64_t
half_up(int64_t a, int64_t b, int64_t by)
{
	__int128 twice = (__int128)a * b * 2 + by;

	return (int64_t)(twice / ((__int128)by * 2));
}

/* points * part / whole, down; within 0 and points. */
static int64_t
proportion(int64_t points, int64_t part, int64_t whole)
{
	if (part <= 0 || whole <= 0)
		return 0;
	return part >= whole ? points : (int64_t)((__int128)points * part / whole);
}

bool
score_rate(int64_t part, int64_t whole, int64_t *rate)
{
	if (whole <= 0)
		return false;
	*rate = half_up(10000, part, whole);
	return true;
}

static void
parts_of(const char *iso, int64_t *year, int64_t *month, int64_t *day)
{
	*year  = strtoll(iso, NULL, 10);
	*month = strtoll(iso + 5, NULL, 10);
	*day   = strtoll(iso + 8, NULL, 10);
}

static int64_t
last_day(int64_t year, int64_t month)
{
	if (month == 2)
		return year % 4 || (!(year % 100) && year % 400) ? 28 : 29;
	return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

int64_t
score_months(const char *from, const char *to)
{
	int64_t y, m, d, y2, m2, d2;

	if (strlen(from) < 10 || strlen(to) < 10)
		return 0;
	parts_of(from, &y, &m, &d);
	parts_of(to, &y2, &m2, &d2);
	return (y2 * 12 + m2) - (y * 12 + m) - (d2 < d && d2 < last_day(y2, m2));
}

static struct score
answer(bool reached, int64_t points, int64_t value, int64_t goal)
{
	return (struct score){ reached ? SCORE_REACHED : SCORE_MISSED, points, value, goal };
}

struct score
score_level(int64_t rate, int64_t goal, int64_t tolerance, int64_t points)
{
	bool reached = rate <= goal + tolerance;

	return answer(reached, reached ? points : 0, rate, goal);
}

struct score
score_fall(const struct score_fall *f)
{
	int64_t goal = f->threshold && f->start >= f->threshold ? f->high_goal : f->goal;
	int64_t fall = (f->start - f->end) * 12, due = goal * f->months, year;

	if (goal <= 0)
		return (struct score){ .is = SCORE_NOT_APPLICABLE };
	if (f->months <= 0)
		return (struct score){ .is = SCORE_UNKNOWN };
	year = fall >= 0 ? half_up(fall, 1, f->months) : -half_up(-fall, 1, f->months);
	return answer(fall >= due, fall >= due ? f->points
	    : f->partial ? proportion(f->points, fall, due) : 0, year, goal);
}

struct score
score_shrink(int64_t start, int64_t end, int64_t share, int64_t points)
{
	int64_t fall = start - end, shown;
	bool reached;

	if (start <= 0)
		return (struct score){ .is = SCORE_NOT_APPLICABLE };
	reached = (__int128)fall * 10000 > (__int128)share * start;
	shown = fall >= 0 ? half_up(10000, fall, start) : -half_up(10000, -fall, start);
	return answer(reached, reached ? points : 0, shown, share);
}

struct score
score_lasting(const char *exit_day, const char *back_day, const char *on, int64_t months,
    int64_t points)
{
	int64_t so_far;

	if (*exit_day && *back_day && strcmp(back_day, exit_day) >= 0 && strcmp(back_day, on) <= 0)
		return answer(false, 0, 0, months);
	if (!*exit_day || strcmp(exit_day, on) > 0)
		return (struct score){ .is = SCORE_TOO_SOON, .goal = months };
	so_far = score_months(exit_day, on);
	if (so_far < months)
		return (struct score){ .is = SCORE_TOO_SOON, .value = so_far, .goal = months };
	return answer(true, points, so_far, months);
}

struct score
score_target(const struct score_target *t)
{
	bool reached = t->down ? t->value <= t->target : t->value >= t->target;
	int64_t earned = 0;

	if (reached)
		earned = t->points;
	else if (t->partial && !t->down)
		earned = proportion(t->points, t->value, t->target);
	else if (t->partial && t->has_base)
		earned = proportion(t->points, t->base - t->value, t->base - t->target);
	return answer(reached, earned, t->value, t->target);
}

struct score
score_on_time(int64_t on_time, int64_t late, int64_t missing, int64_t off_late,
    int64_t off_missing, int64_t points)
{
	int64_t all = on_time + late + missing, earned;

	if (!all)
		return (struct score){ .is = SCORE_NOT_APPLICABLE };
	earned = off_late || off_missing ? points - late * off_late - missing * off_missing
	    : proportion(points, on_time, all);
	return answer(on_time == all, earned > 0 ? earned : 0, on_time, all);
}

struct score
score_document(const char *due, const char *day, int64_t off_late, int64_t points)
{
	int64_t earned = 0;

	if (!*due)
		return (struct score){ .is = SCORE_UNKNOWN };
	if (*day && strcmp(day, due) <= 0)
		return answer(true, points, 0, 0);
	if (*day && off_late && off_late < points)
		earned = points - off_late;
	return answer(false, earned, 0, 0);
}

struct score_total
score_sum(const struct score_line *l, size_t n)
{
	struct score_total t = { .lowest = 10000, .whole = true };
	int64_t earned = 0, counted = 0, full = 0, computed = 0, computable = 0;

	for (; n; n--, l++) {
		if (l->bonus) {
			if (!l->skipped && !l->none)
				t.bonus += l->points < l->maximum ? l->points : l->maximum;
			continue;
		}
		t.maximum += l->maximum;
		t.whole &= !l->none || l->skipped;
		if (l->skipped && l->full)
			full += l->maximum;
		if (l->skipped)
			continue;
		counted += l->maximum;
		if (l->none)
			continue;
		earned += l->points;
		if (l->computed)
			computed += l->points, computable += l->maximum;
		if (l->maximum && l->points * 10000 / l->maximum < t.lowest)
			t.lowest = l->points * 10000 / l->maximum;
	}
	t.applies = counted;
	t.computed = proportion(COMPUTED_ALL, computed, computable);
	if (counted)
		t.share = half_up(10000, earned, counted);
	if (counted + full)
		t.base = half_up(earned + full, t.maximum, counted + full);
	t.total = t.base + t.bonus;
	return t;
}

size_t
score_grade(const struct score_grade *g, size_t n, size_t from, const struct score_total *t)
{
	for (; from < n; from++)
		if (t->maximum && t->applies && (__int128)t->total * 10000 >= (__int128)g[from].minimum * t->maximum
		    && t->lowest >= g[from].floor)
			break;
	return from;
}

static bool
is_better(const struct score_place *a, const struct score_place *b)
{
	return a->total != b->total ? a->total > b->total : a->tie > b->tie;
}

void
score_rank(struct score_place *p, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		p[i].rank = p[i].sum.applies > 0, p[i].among = 0;
		for (size_t j = 0; p[i].rank && j < n; j++)
			if (p[j].group == p[i].group && p[j].sum.applies) {
				p[i].among++;
				p[i].rank += is_better(&p[j], &p[i]);
			}
	}
}

int64_t
score_tie(const char *rule, const struct score_total *t, const char *first_day)
{
	int64_t y = 9999, m = 12, d = 31;

	if (!strcmp(rule, "base"))
		return t->base;
	if (!strcmp(rule, "computed"))
		return t->computed;
	if (strcmp(rule, "early"))
		return 0;
	if (strlen(first_day) >= 10)
		parts_of(first_day, &y, &m, &d);
	return -(y * 10000 + m * 100 + d);
}

/* How many of one group and rank, and how many of them got at least that grade so far. */
static size_t
holders(const struct score_place *p, size_t n, int64_t group, size_t grade, int64_t rank)
{
	size_t got = 0;

	for (size_t i = 0; i < n; i++)
		got += p[i].group == group && p[i].grade == grade && (!rank || p[i].rank == rank);
	return got;
}

void
score_grades(struct score_place *p, size_t n, const struct score_grade *g, size_t grades)
{
	for (size_t i = 0; i < n; i++)
		p[i].grade = score_grade(g, grades, 0, &p[i].sum);
	for (size_t k = 0; k < grades; k++) {
		if (g[k].quota < 0)
			continue;
		/* The last of a group give way, a rank at a time, until the rest fit. */
		for (size_t i = 0; i < n; i++) {
			size_t room = (size_t)(p[i].among * g[k].quota / 10000);
			while (p[i].grade == k && holders(p, n, p[i].group, k, 0) > room) {
				int64_t last = 0;
				for (size_t j = 0; j < n; j++)
					if (p[j].group == p[i].group && p[j].grade == k && p[j].rank > last)
						last = p[j].rank;
				for (size_t j = 0; j < n; j++)
					if (p[j].group == p[i].group && p[j].grade == k && p[j].rank == last)
						p[j].grade = score_grade(g, grades, k + 1, &p[j].sum);
			}
		}
	}
}

void
score_share_out(int64_t total, int64_t *points, size_t n)
{
	int64_t left = n ? total % (int64_t)n : 0;

	for (size_t i = 0; i < n; i++)
		points[i] = total / (int64_t)n + ((int64_t)i < left);
}
