/* pdf_page.c - words as lines, page by page, without what every page repeats (pdf_lines.h). */

#include "cgi-bin/lib/pdf_lines.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "db/text.h"


enum { MARGIN_PERCENT = 12, EDGES = 2000, GUTTER = 900, SIDE = 4000, SLACK = PDF_SLACK };

/* ---------------------------------------------------------- lines */

static int
by_base(const void *a, const void *b)
{
	const struct pdf_word *p = a, *q = b;

	return p->base != q->base ? p->base - q->base : p->x0 - q->x0;
}

static int
by_x(const void *a, const void *b)
{
	const struct pdf_word *p = a, *q = b;

	return p->x0 != q->x0 ? p->x0 - q->x0 : p->base - q->base;
}

int
pdf_sort_lines(struct mem *mem, struct pdf_word *words, int n, int **ends)
{
	int lines = 0, from = 0;

	*ends = mem_take(mem, (size_t)(n + 1) * sizeof(**ends));
	qsort(words, (size_t)n, sizeof(*words), by_base);
	for (int i = 1; i <= n; i++) {
		if (i < n && words[i].base - words[from].base <= words[from].size * 2 / 5
		    && words[i].base - words[from].base <= words[i].size * 3 / 5)
			continue;
		qsort(words + from, (size_t)(i - from), sizeof(*words), by_x);
		(*ends)[lines++] = i;
		from = i;
	}
	return lines;
}

/* The same word drawn twice, a little aside, is a bold one. */
static bool
is_shadow(const struct pdf_word *w, const struct pdf_word *before)
{
	return !strcmp(w->text, before->text) && abs(w->x0 - before->x0) < w->size / 5
	    && abs(w->base - before->base) < w->size / 5;
}

/* How a word looks, by the name of its font. */
static struct piece
look_of(const struct pdf_word *w)
{
	return (struct piece){ .bold = strcasestr(w->font, "bold") || strcasestr(w->font, "black"),
	    .italic = strcasestr(w->font, "italic") || strcasestr(w->font, "oblique") };
}

/* Ends the piece under way, if there is one. */
static struct piece **
end_piece(struct mem *mem, struct piece **end, struct buf *b, struct piece look)
{
	const char *s = b->n ? text_nfc(mem, b->s, b->n) : NULL;

	b->n = 0;
	if (!s)
		return end;
	look.text = mem_text(mem, s);
	*end = mem_take(mem, sizeof(**end));
	**end = look;
	return &(*end)->next;
}

struct pdf_line
pdf_line_of(struct reading *r, const struct pdf_sheet *s, int first, int n)
{
	struct buf b = { .mem = r->mem }, part = { .mem = r->mem };
	const struct pdf_word *w = &s->words[first];
	struct pdf_line l = { .text = "", .x0 = w->x0, .x1 = w->x1, .y = w->base, .size = w->size,
		.first = w->x1 - w->x0, .second = INT_MAX, .word = first, .words = n };
	const struct pdf_word *last = NULL;
	struct piece **end = &l.pieces, look = look_of(w);

	for (int i = first; i < first + n; i++) {
		w = &s->words[i];
		if (last && is_shadow(w, last))
			continue;
		struct piece now = look_of(w);
		if (now.bold != look.bold || now.italic != look.italic)
			end = end_piece(r->mem, end, &part, look);
		look = now;
		if (last && w->x0 - last->x1 > w->size / 12) {
			buf_text(&b, " ");
			buf_text(&part, " ");
			if (l.second == INT_MAX)
				l.second = w->x0;
		} else if (last && l.second == INT_MAX) {
			l.first = w->x1 - l.x0;
		}
		size_t length = strlen(w->text);
		l.hyphen = length > 2 && !memcmp(w->text + length - 2, "\xc2\xad", 2);
		buf_text(&b, w->text);
		buf_text(&part, w->text);
		l.x1 = w->x1 > l.x1 ? w->x1 : l.x1;
		last = w;
	}
	end_piece(r->mem, end, &part, look);
	l.text = b.n ? reading_tidy(r, b.s, b.n) : "";
	l.text = squeeze(r->mem, l.text, strlen(l.text));
	r->words_in += count_words(l.text);
	return l;
}

/* ---------------------------------------------------------- pages */

static void
add_item(struct pdf_pages *d, struct pdf_item item)
{
	if (d->n == d->room) {
		d->room = d->room ? d->room * 2 : 256;
		struct pdf_item *more = mem_take(d->r->mem, (size_t)d->room * sizeof(*more));
		if (d->n)
			memcpy(more, d->items, (size_t)d->n * sizeof(*more));
		d->items = more;
	}
	d->items[d->n++] = item;
}

/* What stands across the page is a stamp or a sign beside the text; unless most does. */
static void
turn(struct reading *r, struct pdf_sheet *s)
{
	int count[4] = { 0 }, main = 0, kept = 0;

	for (int i = 0; i < s->count; i++)
		count[s->words[i].turned & 3]++;
	for (int i = 1; i < 4; i++)
		main = count[i] > count[main] ? i : main;
	for (int i = 0; i < s->count; i++) {
		struct pdf_word w = s->words[i];
		if ((w.turned & 3) != main) {
			reading_note(r, LEFT_TURNED, w.text);
			r->words_in += count_words(w.text);
			continue;
		}
		struct pdf_word t = w;
		if (main == 1)
			t.x0 = w.y0, t.x1 = w.y1, t.y0 = s->width - w.x1, t.y1 = s->width - w.x0,
			    t.base = s->width - w.base;
		else if (main == 2)
			t.x0 = s->width - w.x1, t.x1 = s->width - w.x0, t.y0 = s->height - w.y1,
			    t.y1 = s->height - w.y0, t.base = s->height - w.base;
		else if (main == 3)
			t.x0 = s->height - w.y1, t.x1 = s->height - w.y0, t.y0 = w.x0, t.y1 = w.x1;
		s->words[kept++] = t;
	}
	s->count = kept;
	if (main)
		s->rule_count = 0;
}

static void
tidy_words(struct reading *r, struct pdf_sheet *s, enum legacy force)
{
	int kept = 0;

	for (int i = 0; i < s->count; i++) {
		struct pdf_word *w = &s->words[i];
		enum legacy how = legacy_of_font(w->font);
		if (how == UNICODE)
			how = force;
		if (how != UNICODE) {
			w->text = legacy_text(r->mem, how, w->text, strlen(w->text), true);
			reading_note(r, how == VNI ? TOLD_VNI : TOLD_TCVN3, w->text);
		}
		if (*w->text)
			s->words[kept++] = *w;
	}
	s->count = kept;
}

/* ---- two columns */

/* The free space around that place on a line: false if a word stands over it. */
static bool
narrow(const struct pdf_sheet *s, int first, int n, int *from, int *to, bool *left, bool *right)
{
	*left = *right = false;
	for (int i = first; i < first + n; i++) {
		const struct pdf_word *w = &s->words[i];
		if (w->x1 <= *from + SLACK || w->x1 <= (*from + *to) / 2) {
			*left = true;
			*from = w->x1 > *from ? w->x1 : *from;
		} else if (w->x0 >= *to - SLACK || w->x0 >= (*from + *to) / 2) {
			*right = true;
			*to = w->x0 < *to ? w->x0 : *to;
		} else {
			return false;
		}
	}
	return *to - *from >= GUTTER / 2;
}

/* The widest blank of a line, if it stands out. */
static bool
gutter_of(const struct pdf_sheet *s, int first, int n, int *from, int *to)
{
	int widest = 0, next = 0, at = 0;

	for (int i = first + 1; i < first + n; i++) {
		int gap = s->words[i].x0 - s->words[i - 1].x1;
		if (gap > widest)
			next = widest, widest = gap, at = i;
		else if (gap > next)
			next = gap;
	}
	if (widest < GUTTER || widest < next * 2)
		return false;
	*from = s->words[at - 1].x1;
	*to = s->words[at].x0;
	return *from - s->words[first].x0 >= SIDE && s->words[first + n - 1].x1 - *to >= SIDE;
}

/* How many lines from there stand in two columns, side by side; 0: none. */
static int
columns_from(const struct pdf_sheet *s, const int *ends, int lines, int i, int *from, int *to)
{
	int both = 0, last = 0;

	if (!gutter_of(s, i ? ends[i - 1] : 0, ends[i] - (i ? ends[i - 1] : 0), from, to))
		return 0;
	for (int k = i; k < lines; k++) {
		int a = *from, b = *to;
		bool left, right;
		int begin = k ? ends[k - 1] : 0;
		if (!narrow(s, begin, ends[k] - begin, &a, &b, &left, &right))
			break;
		*from = a, *to = b;
		both += left && right;
		last = k + 1;
	}
	return both >= 1 && last - i >= 2 ? last - i : 0;
}

/* The words of a line on one side of the gutter. */
static void
add_half(struct pdf_pages *d, const struct pdf_sheet *s, int page, int first, int n, int at, bool right)
{
	int from = first;

	while (from < first + n && (s->words[from].x0 + s->words[from].x1) / 2 < at)
		from++;
	if (right)
		n -= from - first, first = from;
	else
		n = from - first;
	if (n)
		add_item(d, (struct pdf_item){ .line = pdf_line_of(d->r, s, first, n), .page = page,
		    .half = right ? RIGHT_HALF : LEFT_HALF });
}

static void
add_page(struct pdf_pages *d, int page, const struct pdf_sheet *s, struct pdf_table *t)
{
	int *ends, from, to;
	struct pdf_word *words = s->words;
	int lines = pdf_sort_lines(d->r->mem, words, s->count, &ends);

	for (int i = 0; i < lines; ) {
		int begin = i ? ends[i - 1] : 0;
		for (; t && t->y0 < words[begin].base; t = t->next)
			add_item(d, (struct pdf_item){ .table = t, .page = page });
		int n = columns_from(s, ends, lines, i, &from, &to);
		for (int side = 0; n && side < 2; side++)
			for (int k = i; k < i + n; k++)
				add_half(d, s, page, k ? ends[k - 1] : 0, ends[k] - (k ? ends[k - 1] : 0),
				    (from + to) / 2, side);
		if (n) {
			reading_note(d->r, TOLD_HALVES, "");
			i += n;
			continue;
		}
		add_item(d, (struct pdf_item){ .line = pdf_line_of(d->r, s, begin, ends[i] - begin),
		    .page = page });
		i++;
	}
	for (; t; t = t->next)
		add_item(d, (struct pdf_item){ .table = t, .page = page });
}

void
pdf_page(struct pdf_pages *d, int page, enum legacy force)
{
	struct pdf_sheet *s = &d->book->sheets[page];

	turn(d->r, s);
	tidy_words(d->r, s, force);
	struct pdf_table *t = pdf_tables(d->r, s);
	add_page(d, page, s, t);
}

/* ---- what every page repeats */

static bool
is_page_number(struct mem *mem, const char *s)
{
	size_t n = phrase(mem, s, "trang"), digits;

	s += n + strspn(s + n, " -");
	digits = strspn(s, "0123456789");
	if (!digits || digits > 3)
		return false;
	s += digits;
	if (*s == '/')
		s += 1 + strspn(s + 1, "0123456789");
	return !s[strspn(s, " -")];
}

/* Figures apart, for a running line may count. */
static bool
is_same(const char *a, const char *b)
{
	while (*a && *b) {
		size_t n = strspn(a, "0123456789"), m = strspn(b, "0123456789");
		a += n, b += m;
		if (!n != !m || *a != *b)
			return false;
		a += *a != '\0', b += *b != '\0';
	}
	return !*a && !*b;
}

/* The three outermost lines of a page, from above and from below. */
struct edge {
	int top[3], bottom[3];
};

static void
push(int *three, int y, bool below)
{
	int i = 0;

	while (i < 3 && (below ? y < three[i] : y > three[i]))
		i++;
	if (i == 3 || three[i] == y)
		return;
	memmove(three + i + 1, three + i, (size_t)(2 - i) * sizeof(*three));
	three[i] = y;
}

static void
find_edges(const struct pdf_pages *d, struct edge *edges)
{
	for (int p = 0; p < d->book->count; p++)
		for (int i = 0; i < 3; i++)
			edges[p].top[i] = INT_MAX, edges[p].bottom[i] = INT_MIN;
	for (int i = 0; i < d->n; i++)
		if (!d->items[i].table) {
			push(edges[d->items[i].page].top, d->items[i].line.y, false);
			push(edges[d->items[i].page].bottom, d->items[i].line.y, true);
		}
}

/* How far the text is from that line of the margin, or from the one beside it; 0: it stands in
 * no margin. */
static int64_t
apart(const struct pdf_pages *d, const struct pdf_item *i, const struct edge *edges)
{
	int64_t height = d->book->sheets[i->page].height, y = i->line.y;
	const int *t = edges[i->page].top, *b = edges[i->page].bottom;
	int64_t a, c;

	if (i->table)
		return 0;
	if (y * 100 < height * MARGIN_PERCENT && y <= t[1]) {
		a = (int64_t)t[1] - t[0], c = (int64_t)t[2] - t[1];
		return y == t[0] && a > c ? a : c;
	}
	if (y * 100 > height * (100 - MARGIN_PERCENT) && y >= b[1]) {
		a = (int64_t)b[0] - b[1], c = (int64_t)b[1] - b[2];
		return y == b[0] && a > c ? a : c;
	}
	return 0;
}

static void
leave(struct pdf_pages *d, struct pdf_item *i, enum note_kind kind)
{
	i->gone = true;
	reading_note(d->r, kind, i->line.text);
}

/* A line of two pages at one place: by all its letters, or far from the text. */
static bool
runs(const struct pdf_item *a, const struct pdf_item *b, int64_t far)
{
	return abs(a->line.y - b->line.y) < 400 && (!strcmp(a->line.text, b->line.text)
	    ? far * 4 > a->line.size * 7 : far > a->line.size * 2 && is_same(a->line.text, b->line.text));
}

/* Outermost lines of pages: the number, and what stands at the same place of most. */
void
pdf_drop_running(struct pdf_pages *d)
{
	struct mem *mem = d->r->mem;
	struct pdf_item *lines[EDGES];
	int64_t far[EDGES];
	struct edge *edges = mem_take(mem, (size_t)d->book->count * sizeof(*edges));
	int n = 0;

	find_edges(d, edges);
	for (int i = 0; i < d->n && n < EDGES; i++) {
		struct pdf_item *at = &d->items[i];
		if (!(far[n] = apart(d, at, edges)))
			continue;
		if (is_page_number(mem, at->line.text))
			leave(d, at, LEFT_PAGE_NUMBER);
		else
			lines[n++] = at;
	}
	for (int i = 0; i < n; i++) {
		int same = 0;
		for (int k = 0; k < n && !lines[i]->gone; k++)
			same += lines[k]->page != lines[i]->page && runs(lines[i], lines[k], far[i]);
		if (same && (same + 1) * 2 >= d->book->count)
			for (int k = n - 1; k >= i; k--)
				if (!lines[k]->gone && runs(lines[i], lines[k], far[i]))
					leave(d, lines[k], LEFT_HEADER);
	}
}
