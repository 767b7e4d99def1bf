/* pdf_table.c - rules that make a grid, and the words in its cells (see pdf_lines.h). */

#include "cgi-bin/lib/pdf_lines.h"

#include <stdlib.h>
#include <string.h>

enum { NEAR = 300, EDGE = 400, COLUMNS = 63, ROWS = 400, LONG_X = 800, LONG_Y = 500,
	RULES = 3000 };

static int
by_place(const void *a, const void *b)
{
	const struct pdf_rule *p = a, *q = b;
	bool lies = p->y0 == p->y1;

	if (lies != (q->y0 == q->y1))
		return lies ? -1 : 1;
	int d = lies ? p->y0 - q->y0 : p->x0 - q->x0;
	return d ? d : lies ? p->x0 - q->x0 : p->y0 - q->y0;
}

/* Pieces of one rule are one; what is then too short is none. */
static int
join_rules(struct pdf_rule *rules, int n)
{
	int kept = 0;

	qsort(rules, (size_t)n, sizeof(*rules), by_place);
	for (int i = 0; i < n; i++) {
		struct pdf_rule *r = &rules[i];
		int k;
		for (k = kept - 1; k >= 0 && k >= kept - 64; k--) {
			struct pdf_rule *q = &rules[k];
			bool lies = r->y0 == r->y1, same = lies == (q->y0 == q->y1);
			if (same && lies && abs(r->y0 - q->y0) <= NEAR / 2 && r->x0 <= q->x1 + NEAR
			    && r->x1 >= q->x0 - NEAR) {
				q->x1 = r->x1 > q->x1 ? r->x1 : q->x1;
				q->x0 = r->x0 < q->x0 ? r->x0 : q->x0;
				break;
			}
			if (same && !lies && abs(r->x0 - q->x0) <= NEAR / 2 && r->y0 <= q->y1 + NEAR
			    && r->y1 >= q->y0 - NEAR) {
				q->y1 = r->y1 > q->y1 ? r->y1 : q->y1;
				q->y0 = r->y0 < q->y0 ? r->y0 : q->y0;
				break;
			}
		}
		if (k < 0 || k < kept - 64)
			rules[kept++] = *r;
	}
	int left = 0;
	for (int i = 0; i < kept; i++)
		if (rules[i].x1 - rules[i].x0 >= LONG_X || rules[i].y1 - rules[i].y0 >= LONG_Y)
			rules[left++] = rules[i];
	return left;
}

static int
root(int *of, int i)
{
	while (of[i] != i)
		i = of[i] = of[of[i]];
	return i;
}

static bool
meet(const struct pdf_rule *a, const struct pdf_rule *b)
{
	return (a->y0 == a->y1) != (b->y0 == b->y1) && a->x0 <= b->x1 + NEAR && b->x0 <= a->x1 + NEAR
	    && a->y0 <= b->y1 + NEAR && b->y0 <= a->y1 + NEAR;
}

struct grid {
	const struct pdf_rule *rules;
	const int *of;
	int n, which;
	int xs[COLUMNS + 1], ys[ROWS + 1], columns, rows;
	int *room;			/* for the places of all of them */
};

static int
by_number(const void *a, const void *b)
{
	return *(const int *)a - *(const int *)b;
}

/* Places of the rules, those that lie close taken for one; -1: too many. */
static int
places(const struct grid *g, bool lies, int *to, int most)
{
	int *all = g->room, n = 0, kept = 0;

	for (int i = 0; i < g->n; i++)
		if (g->of[i] == g->which && lies == (g->rules[i].y0 == g->rules[i].y1))
			all[n++] = lies ? g->rules[i].y0 : g->rules[i].x0;
	qsort(all, (size_t)n, sizeof(*all), by_number);
	for (int i = 0; i < n; i++)
		if (!kept || all[i] - to[kept - 1] > EDGE) {
			if (kept == most)
				return -1;
			to[kept++] = all[i];
		}
	return kept;
}

/* Is there a rule of this grid at that place, over that point? */
static bool
ruled(const struct grid *g, bool lies, int at, int over)
{
	for (int i = 0; i < g->n; i++) {
		const struct pdf_rule *r = &g->rules[i];
		if (g->of[i] != g->which || lies != (r->y0 == r->y1))
			continue;
		if (lies ? abs(r->y0 - at) <= EDGE && r->x0 <= over && over <= r->x1
		    : abs(r->x0 - at) <= EDGE && r->y0 <= over && over <= r->y1)
			return true;
	}
	return false;
}

/* A cell without a rule before it is a piece of the one there. */
static int *
owners(struct mem *mem, const struct grid *g)
{
	int *of = mem_take(mem, (size_t)(g->rows * g->columns) * sizeof(*of));

	for (int y = 0; y < g->rows; y++)
		for (int x = 0; x < g->columns; x++) {
			int i = y * g->columns + x;
			if (x && !ruled(g, false, g->xs[x], (g->ys[y] + g->ys[y + 1]) / 2))
				of[i] = of[i - 1];
			else if (y && !ruled(g, true, g->ys[y], (g->xs[x] + g->xs[x + 1]) / 2))
				of[i] = of[i - g->columns];
			else
				of[i] = i;
		}
	return of;
}

static int
between(const int *edges, int n, int v)
{
	int i = 0;

	while (i < n - 1 && v >= edges[i + 1])
		i++;
	return i;
}

struct held {
	int cell, n;
	struct pdf_word *words;
};

/* The text of a cell: its lines, from above, in one. */
static const char *
cell_text(struct reading *r, struct pdf_word *words, int n)
{
	struct pdf_sheet of = { .words = words, .count = n };
	struct buf b = { .mem = r->mem };
	int *ends, lines = pdf_sort_lines(r->mem, words, n, &ends);
	bool hyphen = false, marked = false;

	for (int i = 0; i < lines; i++) {
		struct pdf_line l = pdf_line_of(r, &of, i ? ends[i - 1] : 0, ends[i] - (i ? ends[i - 1] : 0));
		if (b.n && !hyphen)
			buf_text(&b, " ");
		else if (b.n)
			r->words_in--;	/* one word on two lines */
		buf_text(&b, l.text);
		marked = marked || (l.pieces && l.pieces->next);
		hyphen = l.hyphen;
	}
	if (marked)
		reading_note(r, TOLD_UNMARKED, "");
	return b.n ? squeeze(r->mem, b.s, b.n) : "";
}

static struct pdf_table *
fill(struct reading *r, struct pdf_sheet *sheet, const struct grid *g)
{
	struct pdf_table *t = mem_take(r->mem, sizeof(*t));
	int cells = g->rows * g->columns, kept = 0, *of = owners(r->mem, g);
	struct held *held = mem_take(r->mem, (size_t)cells * sizeof(*held));
	int *cell = mem_take(r->mem, (size_t)(sheet->count + 1) * sizeof(*cell));
	int *xs = mem_take(r->mem, sizeof(g->xs));

	memcpy(xs, g->xs, sizeof(g->xs));
	*t = (struct pdf_table){ g->ys[0], g->ys[g->rows], g->columns, g->rows, xs,
	    mem_take(r->mem, (size_t)cells * sizeof(*t->cells)), NULL };
	for (int i = 0; i < sheet->count; i++) {
		const struct pdf_word *w = &sheet->words[i];
		int x = (w->x0 + w->x1) / 2, y = (w->y0 + w->y1) / 2;
		bool in = x >= g->xs[0] && x <= g->xs[g->columns] && y >= t->y0 && y <= t->y1;
		cell[i] = in ? of[between(g->ys, g->rows, y) * g->columns + between(g->xs, g->columns, x)]
		    : -1;
		if (in)
			held[cell[i]].n++;
	}
	for (int i = 0; i < cells; i++) {
		held[i].words = mem_take(r->mem, (size_t)(held[i].n + 1) * sizeof(*held[i].words));
		held[i].n = 0;
	}
	for (int i = 0; i < sheet->count; i++)
		if (cell[i] < 0)
			sheet->words[kept++] = sheet->words[i];
		else
			held[cell[i]].words[held[cell[i]].n++] = sheet->words[i];
	sheet->count = kept;
	for (int i = 0; i < cells; i++)
		t->cells[i] = cell_text(r, held[i].words, held[i].n);
	return t;
}

static void
put_in_order(struct pdf_table **first, struct pdf_table *t)
{
	while (*first && (*first)->y0 <= t->y0)
		first = &(*first)->next;
	t->next = *first;
	*first = t;
}

struct pdf_table *
pdf_tables(struct reading *r, struct pdf_sheet *sheet)
{
	struct pdf_table *first = NULL;
	int n = join_rules(sheet->rules, sheet->rule_count), lying = 0;

	if (n > RULES)
		return NULL;	/* a drawing */
	int *of = mem_take(r->mem, (size_t)(n + 1) * sizeof(*of));
	for (int i = 0; i < n; i++) {
		of[i] = i;
		lying += sheet->rules[i].y0 == sheet->rules[i].y1;
	}
	for (int i = 0; i < lying; i++)
		for (int k = lying; k < n; k++)
			if (meet(&sheet->rules[i], &sheet->rules[k]))
				of[root(of, i)] = root(of, k);
	for (int i = 0; i < n; i++)
		of[i] = root(of, i);
	/* A page may be full of rules that are each alone: one room does for all. */
	struct grid *g = mem_take(r->mem, sizeof(*g));
	*g = (struct grid){ .rules = sheet->rules, .of = of, .n = n,
		.room = mem_take(r->mem, (size_t)(n + 1) * sizeof(*g->room)) };
	for (int i = 0; i < n; i++) {
		if (of[i] != i)
			continue;
		g->which = i;
		g->columns = places(g, false, g->xs, COLUMNS + 1) - 1;
		g->rows = places(g, true, g->ys, ROWS + 1) - 1;
		if (g->columns >= 2 && g->rows >= 1 && g->rows + g->columns >= 3)
			put_in_order(&first, fill(r, sheet, g));
	}
	return first;
}
