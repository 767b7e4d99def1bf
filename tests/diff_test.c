/* diff_test.c - the difference of two texts, word by word. */

#include "tests/test.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "cgi-bin/lib/diff.h"

static struct mem *mem;
enum { PLENTY = 1 << 30 };

/* "same[-dropped+added]same" */
static const char *
spelt(const char *old, const char *new)
{
	int64_t steps = PLENTY;
	const char *all = "";

	for (struct diff_piece *p = diff_words(mem, old, new, &steps); p; p = p->next)
		all = mem_printf(mem, p->what == DIFF_SAME ? "%s%s" : p->what == DIFF_DROP ? "%s[-%s]"
		    : "%s[+%s]", all, p->text);
	return all;
}

static void
words_that_differ_are_told(void)
{
	SAME(spelt("", ""), "");
	SAME(spelt("một việc", "một việc"), "một việc");
	SAME(spelt("", "một việc"), "[+một việc]");
	SAME(spelt("một việc", ""), "[-một việc]");
	SAME(spelt("giảm 3% mỗi năm", "giảm 4% mỗi năm"), "giảm[- 3][+ 4]% mỗi năm");
	SAME(spelt("Báo cáo trước ngày 15.", "Báo cáo trước ngày 20 hằng tháng."),
	    "Báo cáo trước ngày[- 15][+ 20 hằng tháng].");
	SAME(spelt("các xã, phường", "các xã, phường, đặc khu"), "các xã, phường[+, đặc khu]");
	SAME(spelt("một hai ba", "ba"), "[-một hai ba][+ba]");	/* the blank before it is of the word */
	SAME(spelt("a  b", "a b"), "a[-  b][+ b]");
}

/* A sign between two changes is told with them: nobody reads "15/10" as three. */
static void
signs_between_changes_go_with_them(void)
{
	SAME(spelt("hạn 15/10 tới", "hạn 20/11 tới"), "hạn[- 15/10][+ 20/11] tới");
	SAME(spelt("hạn 15/10.", "hạn 20/11."), "hạn[- 15/10][+ 20/11].");
	SAME(spelt("x - y", "x - z"), "x -[- y][+ z]");
}

static int64_t seed = 88172645463325252;

static int
chance(int n)
{
	uint64_t x = (uint64_t)seed;

	x ^= x << 13, x ^= x >> 7, x ^= x << 17;
	seed = (int64_t)x;
	return (int)(x % (uint64_t)n);
}

static char *
made_up(int words, int kinds)
{
	static const char *const some[] = { "hộ", "nghèo", "xã", ",", ".", " ", "  ", "\n", "đ", "(", "năm 2026",
		"0", "-", "ấp", "\xff", "b" };
	char *s = mem_take(mem, (size_t)words * 16 + 1), *to = s;

	for (int i = 0; i < words; i++) {
		const char *w = some[chance(kinds)];
		memcpy(to, w, strlen(w));
		to += strlen(w);
		if (chance(3))
			*to++ = ' ';
	}
	return s;
}

/* Words of the one that stand in the other too, some moved: what a person changes. */
static char *
mended(const char *s)
{
	size_t n = strlen(s), at = n ? (size_t)chance((int)n) : 0, cut = (size_t)chance(20);
	char *new = mem_take(mem, n + 400), *more = made_up(chance(6), 16);

	memcpy(new, s, at);
	memcpy(new + at, more, strlen(more));
	if (at + cut < n)
		memcpy(new + at + strlen(more), s + at + cut, n - at - cut);
	return new;
}

/* What is not added makes the old text, what is not dropped the new one. */
static bool
applies(const char *old, const char *new, int64_t steps)
{
	char *was = mem_take(mem, strlen(old) + 1), *is = mem_take(mem, strlen(new) + 1);
	size_t at_was = 0, at_is = 0, old_n = strlen(old), new_n = strlen(new);
	enum diff last = DIFF_SAME;
	bool first = true, ok = true;

	for (struct diff_piece *p = diff_words(mem, old, new, &steps); p; p = p->next) {
		size_t n = strlen(p->text);
		ok = ok && n && (first || p->what != last) && (p->what != DIFF_DROP || first || last != DIFF_ADD);
		first = false, last = p->what;
		if (p->what != DIFF_ADD) {
			if (at_was + n > old_n)
				return false;
			memcpy(was + at_was, p->text, n), at_was += n;
		}
		if (p->what != DIFF_DROP) {
			if (at_is + n > new_n)
				return false;
			memcpy(is + at_is, p->text, n), at_is += n;
		}
	}
	return ok && !strcmp(was, old) && !strcmp(is, new);
}

static void
the_difference_applied_to_the_old_gives_the_new(void)
{
	int wrong = 0;

	for (int i = 0; i < 1000; i++) {
		int kinds = 1 + chance(16);
		const char *old = made_up(chance(60), kinds), *new = i % 2 ? made_up(chance(60), kinds) : mended(old);
		wrong += !applies(old, new, PLENTY);
		wrong += !applies(old, new, chance(400));
		mem_empty(mem);
	}
	CHECK(!wrong);
}

/* As many words the same as there can be, counted by the square table. */
static void
it_is_a_shortest_one(void)
{
	static int best[64][64];
	int wrong = 0;

	for (int i = 0; i < 300; i++) {
		int n = chance(30), m = chance(30), kept = 0;
		char old[128] = "", new[128] = "";
		for (int k = 0; k < n; k++)
			memcpy(old + 2 * k, (char[2]){ ' ', (char)('a' + chance(4)) }, 2);
		for (int k = 0; k < m; k++)
			memcpy(new + 2 * k, (char[2]){ ' ', (char)('a' + chance(4)) }, 2);
		for (int x = n; x >= 0; x--)
			for (int y = m; y >= 0; y--)
				best[x][y] = x == n || y == m ? 0 : old[2 * x + 1] == new[2 * y + 1]
				    ? best[x + 1][y + 1] + 1 : best[x + 1][y] > best[x][y + 1] ? best[x + 1][y]
				    : best[x][y + 1];
		int64_t steps = PLENTY;
		for (struct diff_piece *p = diff_words(mem, old, new, &steps); p; p = p->next)
			kept += p->what == DIFF_SAME ? (int)strlen(p->text) / 2 : 0;
		wrong += kept != best[0][0];
		mem_empty(mem);
	}
	CHECK(!wrong);
}

/* Two texts of 64 KiB that have nothing but single letters in common. */
static void
what_it_costs_is_bounded(void)
{
	enum { LONG = 65536 };
	char *old = mem_take(mem, LONG + 1), *new = mem_take(mem, LONG + 1);
	int64_t steps = 1000000;
	clock_t from = clock();

	for (int i = 0; i < LONG; i += 2) {
		memcpy(old + i, (char[2]){ (char)('a' + chance(26)), '.' }, 2);
		memcpy(new + i, (char[2]){ (char)('a' + chance(26)), ',' }, 2);
	}
	CHECK(applies(old, new, steps));
	struct diff_piece *p = diff_words(mem, old, new, &steps);
	CHECK(steps <= 0 && p);
	/* nothing is left for what comes after */
	p = diff_words(mem, "một hai", "một ba", &steps);
	CHECK(p && p->what == DIFF_DROP && p->next && p->next->what == DIFF_ADD && !p->next->next);
	SAME(p->text, "một hai");
	CHECK(clock() - from < 20 * CLOCKS_PER_SEC);	/* a second or so, on any machine */
}

int
main(void)
{
	mem = mem_new();
	words_that_differ_are_told();
	signs_between_changes_go_with_them();
	the_difference_applied_to_the_old_gives_the_new();
	it_is_a_shortest_one();
	what_it_costs_is_bounded();
	mem_free(mem);
	return done();
}
