/* diff.c - see diff.h; E. Myers, "An O(ND) Difference Algorithm and Its Variations" (1986). */

#include "cgi-bin/lib/diff.h"

#include <stdbool.h>
#include <string.h>

struct word {
	const char *s;
	size_t n;
	int is;			/* equal words have the same number */
};

struct side {
	struct word *words;
	bool *gone;		/* is it in this text alone? */
	int n;
};

struct compare {
	struct side old, new;
	int *down, *up;		/* by diagonal: how far in the old text, from its begin, its end */
	int64_t *steps;
};

enum { NOWHERE = -1 };

static bool
is_letter(unsigned char c)
{
	return c >= 0x80 || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static size_t
word_length(const char *s)
{
	size_t from = strspn(s, " \t\r\n"), n = from;

	while (is_letter((unsigned char)s[n]))
		n++;
	return n == from && s[n] ? n + 1 : n;
}

static struct side
divide(struct mem *mem, const char *s)
{
	struct side side = { 0 };

	for (const char *at = s; *at; at += word_length(at))
		side.n++;
	side.words = mem_take(mem, (size_t)side.n * sizeof(*side.words) + 1);
	side.gone = mem_take(mem, (size_t)side.n + 1);
	for (int i = 0; i < side.n; i++, s += word_length(s))
		side.words[i] = (struct word){ s, word_length(s), 0 };
	return side;
}

/* False if it took more steps than there are: words may have been chosen to meet. */
static bool
number(struct side *side, struct word **slots, size_t room, int *known, int64_t *steps)
{
	for (int i = 0; i < side->n; i++) {
		struct word *w = &side->words[i];
		uint32_t h = 2166136261u;
		for (size_t k = 0; k < w->n; k++)
			h = (h ^ (unsigned char)w->s[k]) * 16777619u;
		size_t at = h % room;
		while (slots[at] && (slots[at]->n != w->n || memcmp(slots[at]->s, w->s, w->n))) {
			at = at + 1 == room ? 0 : at + 1;
			if (--*steps < 0)
				return false;
		}
		if (slots[at]) {
			w->is = slots[at]->is;
		} else {
			w->is = ++*known;
			slots[at] = w;
		}
	}
	return (*steps -= side->n) >= 0;
}

/* A part of both texts: of the old one [a, a + n), of the new one [b, b + m). */
struct box {
	int a, n, b, m;
};

static bool
same(const struct compare *c, int a, int b)
{
	return c->old.words[a].is == c->new.words[b].is;
}

/* One step further on diagonal k, of those that d steps reach: how far in the old text then. */
static int
further(struct compare *c, const struct box *box, const int *reach, int k, int d, bool back)
{
	int x = NOWHERE;

	if (!d)
		x = 0;
	if (k < d && reach[k + 1] != NOWHERE && reach[k + 1] - k <= box->m)
		x = reach[k + 1];			/* a word of the new text */
	if (k > -d && reach[k - 1] != NOWHERE && reach[k - 1] < box->n && reach[k - 1] + 1 > x)
		x = reach[k - 1] + 1;			/* a word of the old text */
	--*c->steps;
	if (x == NOWHERE)
		return x;
	for (int y = x - k; x < box->n && y < box->m && (back
	    ? same(c, box->a + box->n - 1 - x, box->b + box->m - 1 - y)
	    : same(c, box->a + x, box->b + y)); x++, y++)
		--*c->steps;
	return x;
}

/* The diagonals that d steps can lead to: no more words than there are, of either text. */
static bool
is_reached(const struct box *box, int k, int d)
{
	return k >= (d > box->m ? d - 2 * box->m : -d) && k <= (d > box->n ? 2 * box->n - d : d);
}

/* Where a shortest way through the box passes in its middle.  False: no steps are left. */
static bool
middle(struct compare *c, const struct box *box, int *x, int *y)
{
	int delta = box->n - box->m;
	bool odd = delta % 2;

	for (int d = 0; *c->steps > 0; d++) {
		int low = d > box->m ? d - 2 * box->m : -d, high = d > box->n ? 2 * box->n - d : d;
		for (int k = low; k <= high; k += 2) {
			int at = c->down[k] = further(c, box, c->down, k, d, false);
			if (odd && at != NOWHERE && is_reached(box, delta - k, d - 1)
			    && c->up[delta - k] != NOWHERE && at + c->up[delta - k] >= box->n) {
				*x = at, *y = at - k;
				return true;
			}
		}
		for (int k = low; k <= high; k += 2) {
			int at = c->up[k] = further(c, box, c->up, k, d, true);
			if (!odd && at != NOWHERE && is_reached(box, delta - k, d)
			    && c->down[delta - k] != NOWHERE && at + c->down[delta - k] >= box->n) {
				*x = box->n - at, *y = box->m - (at - k);
				return true;
			}
		}
	}
	return false;
}

/* Its depth is the logarithm of the number of differences. */
static void
compare(struct compare *c, struct box box)
{
	int x, y;

	while (box.n && box.m && same(c, box.a, box.b))
		box.a++, box.b++, box.n--, box.m--, --*c->steps;
	while (box.n && box.m && same(c, box.a + box.n - 1, box.b + box.m - 1))
		box.n--, box.m--, --*c->steps;
	if (box.n && box.m && middle(c, &box, &x, &y)) {
		compare(c, (struct box){ box.a, x, box.b, y });
		compare(c, (struct box){ box.a + x, box.n - x, box.b + y, box.m - y });
		return;
	}
	memset(c->old.gone + box.a, true, (size_t)box.n);
	memset(c->new.gone + box.b, true, (size_t)box.m);
}

static bool
has_letter(const struct word *w)
{
	return is_letter((unsigned char)w->s[w->n - 1]);
}

/* The end of a change: over signs that stand between it and the next. */
static void
to_its_end(const struct compare *c, int *i, int *j)
{
	const struct side *a = &c->old, *b = &c->new;

	for (int k; ; *i += k, *j += k) {
		while (*i < a->n && a->gone[*i])
			++*i;
		while (*j < b->n && b->gone[*j])
			++*j;
		for (k = 0; *i + k < a->n && *j + k < b->n && !a->gone[*i + k] && !b->gone[*j + k]
		    && !has_letter(&a->words[*i + k]); k++)
			;
		if (!(*i + k < a->n && a->gone[*i + k]) && !(*j + k < b->n && b->gone[*j + k]))
			return;
	}
}

static struct diff_piece **
put(struct mem *mem, struct diff_piece **end, enum diff what, const struct side *side, int from, int to)
{
	if (from == to)
		return end;
	const char *s = side->words[from].s;
	const struct word *last = &side->words[to - 1];
	*end = mem_take(mem, sizeof(**end));
	**end = (struct diff_piece){ what, mem_copy(mem, s, (size_t)(last->s + last->n - s)), NULL };
	return &(*end)->next;
}

struct diff_piece *
diff_words(struct mem *mem, const char *old, const char *new, int64_t *steps)
{
	struct compare c = { .old = divide(mem, old), .new = divide(mem, new), .steps = steps };
	struct diff_piece *first = NULL, **end = &first;
	size_t all = (size_t)(c.old.n + c.new.n);
	struct word **slots = mem_take(mem, (2 * all + 1) * sizeof(*slots));
	int known = 0;

	if (number(&c.old, slots, 2 * all + 1, &known, steps)
	    && number(&c.new, slots, 2 * all + 1, &known, steps)) {
		/* diagonals from one below -all / 2 to one above all / 2 */
		c.down = (int *)mem_take(mem, (all + 5) * sizeof(int)) + all / 2 + 2;
		c.up = (int *)mem_take(mem, (all + 5) * sizeof(int)) + all / 2 + 2;
		compare(&c, (struct box){ 0, c.old.n, 0, c.new.n });
	} else {
		memset(c.old.gone, true, (size_t)c.old.n);
		memset(c.new.gone, true, (size_t)c.new.n);
	}
	for (int i = 0, j = 0; i < c.old.n || j < c.new.n; ) {
		int from = i, to = j;
		while (i < c.old.n && j < c.new.n && !c.old.gone[i] && !c.new.gone[j])
			i++, j++;
		end = put(mem, end, DIFF_SAME, &c.old, from, i);
		from = i, to = j;
		to_its_end(&c, &i, &j);
		end = put(mem, end, DIFF_DROP, &c.old, from, i);
		end = put(mem, end, DIFF_ADD, &c.new, to, j);
	}
	return first;
}
