/* home_chart.c - charts as inline SVG, drawn for 580 units of width. */

#include "cgi-bin/lib/home_page.h"

enum {
	LEFT = 58, RIGHT = 554, TOP = 24, BOTTOM = 256, TICKS = 4,	/* of a line */
	NAME = 192, START = 200, END = 446, LABEL = 456, ROW = 34, BARS = 20,	/* of bars */
	SHORT = 22, FEW = 4
};

struct axis {
	int64_t from, to, step;
};

/* Steps of 1, 2 or 5, about as many as TICKS, from a tenth on. */
static struct axis
axis_of(int64_t low, int64_t high)
{
	static const int64_t by[] = { 1, 2, 5 };
	struct axis a = { .step = 10 };
	int64_t ten = 10;

	for (size_t i = 0; a.step * TICKS < high - low && ten < INT64_MAX / 100; i++) {
		if (i && i % 3 == 0)
			ten *= 10;
		a.step = ten * by[i % 3];
	}
	a.from = (low < 0 ? low - a.step + 1 : low) / a.step * a.step;
	a.to = (high + a.step - 1) / a.step * a.step;
	if (a.to == a.from)
		a.to += a.step;
	return a;
}

static int64_t
place(const struct axis *a, int64_t value, int64_t at_from, int64_t at_to)
{
	return at_from + (value - a->from) * (at_to - at_from) / (a->to - a->from);
}

static const char *
tick_text(struct req *r, const struct chart *c, int64_t value)
{
	return mem_printf(r->mem, "%s%s", number(r, value, 2), c->measure);
}

/* A long name is cut: the table has it whole. */
static const char *
shorten(struct req *r, const char *name)
{
	const char *s = name;
	int n = 0;

	for (; *s; s++)
		if ((*s & 0xc0) != 0x80 && ++n == SHORT)
			return mem_printf(r->mem, "%.*s…", (int)(s - name), name);
	return name;
}

static struct view *
begin(struct req *r, struct view *view, const struct chart *c, int64_t height)
{
	struct view *v = view_include(view, "CHART", "home_chart");

	view_text(v, "chart", c->id);
	view_text(v, "chart_title", c->title);
	view_text(v, "under", c->under);
	view_int(v, "height", height);
	view_text(v, "caption", c->caption);
	view_text(v, "first", c->first);
	for (int i = 0; i < 3 && c->heads[i]; i++)
		view_text(view_add(v, "HEAD"), "head", c->heads[i]);
	for (const struct chart_point *p = c->points; p; p = p->next) {
		struct view *row = view_add(v, "ROW");
		view_text(row, "name", p->name);
		for (int i = 0; i < 3 && c->heads[i]; i++)
			view_text(view_add(row, "CELL"), "cell", p->cells[i] ? p->cells[i]
			    : tr(r->lang, "chưa có"));
	}
	return v;
}

static struct axis
line_axis(const struct chart_point *p)
{
	int64_t low = p->value, high = p->value;

	for (; p; p = p->next) {
		low = p->value < low ? p->value : low;
		high = p->value > high ? p->value : high;
		if (p->has_aim && p->aim < low)
			low = p->aim;
		if (p->has_aim && p->aim > high)
			high = p->aim;
	}
	return axis_of(low, high);
}

static void
line_ticks(struct req *r, struct view *v, const struct chart *c, const struct axis *a)
{
	for (int64_t at = a->from; at <= a->to; at += a->step) {
		struct view *t = view_add(v, "LINE_TICK");
		view_text(t, "line", at == a->from ? "axis" : "grid");
		view_int(t, "y", place(a, at, BOTTOM, TOP));
		view_int(t, "base", place(a, at, BOTTOM, TOP) + 5);
		view_text(t, "tick", tick_text(r, c, at));
	}
}

/* First, last and turning values are labelled; names where there is room. */
static void
line_point(struct view *v, const struct chart_point *before, const struct chart_point *p,
    int64_t x, int64_t y, int64_t i, int64_t n)
{
	struct view *d = view_add(v, "DOT");
	bool turns = before && p->next && before->value != p->value
	    && p->value != p->next->value
	    && (before->value < p->value) != (p->value < p->next->value);
	bool first = !i && n > 1, last = i == n - 1;

	view_int(d, "x", x);
	view_int(d, "y", y);
	if (first || last || turns) {
		struct view *l = view_add(d, "LABELLED");
		view_text(l, "anchor", first ? "start" : last && n > 1 ? "end" : "middle");
		view_int(l, "above", y > TOP + 24 ? y - 12 : y + 26);
		view_text(l, "label", p->label);
	}
	if (first || last || n <= FEW || i == n / 2) {
		struct view *l = view_add(d, "NAMED");
		view_text(l, "anchor", first ? "start" : last && n > 1 ? "end" : "middle");
		view_text(l, "name", p->name);
	}
}

void
home_chart_line(struct req *r, struct view *view, const struct chart *c)
{
	const struct chart_point *p = c->points, *before = NULL;
	const char *line = "", *goal = "";
	int64_t n = 0, i = 0;

	if (!p)
		return;
	struct axis a = line_axis(p);
	struct view *v = view_add(begin(r, view, c, BOTTOM + 34), "LINE");
	line_ticks(r, v, c, &a);
	for (; p; p = p->next)
		n++;
	for (p = c->points; p; before = p, p = p->next, i++) {
		int64_t x = n > 1 ? LEFT + i * (RIGHT - LEFT) / (n - 1) : (LEFT + RIGHT) / 2;
		int64_t y = place(&a, p->value, BOTTOM, TOP);
		if (!p->apart)
			line = mem_printf(r->mem, "%s %lld,%lld", line, (long long)x, (long long)y);
		if (p->has_aim)
			goal = mem_printf(r->mem, "%s %lld,%lld", goal, (long long)x,
			    (long long)place(&a, p->aim, BOTTOM, TOP));
		line_point(v, before, p, x, y, i, n);
	}
	view_text(v, "points", line);
	if (*goal)
		view_text(view_add(v, "GOAL"), "goal", goal);
}

void
home_chart_bars(struct req *r, struct view *view, const struct chart *c)
{
	const struct chart_point *p = c->points;
	int64_t high = 0, n = 0, i = 0;

	if (!p)
		return;
	for (; p; p = p->next, n++) {
		high = p->value > high ? p->value : high;
		high = p->has_aim && p->aim > high ? p->aim : high;
	}
	n = n < BARS ? n : BARS;
	struct axis a = axis_of(0, high);
	struct view *v = view_add(begin(r, view, c, n * ROW + 28), "BARS");
	for (int64_t at = a.from; at <= a.to; at += a.step) {
		struct view *t = view_add(v, "BAR_TICK");
		view_text(t, "line", at ? "grid" : "axis");
		view_int(t, "x", place(&a, at, START, END));
		view_int(t, "bottom", n * ROW);
		view_int(t, "base", n * ROW + 20);
		view_text(t, "tick", tick_text(r, c, at));
	}
	for (p = c->points; i < n; p = p->next, i++) {
		struct view *b = view_add(v, "BAR");
		view_int(b, "name_x", NAME);
		view_int(b, "start", START);
		view_int(b, "label_x", LABEL);
		view_int(b, "top", i * ROW + 6);
		view_int(b, "base", i * ROW + 22);
		view_int(b, "width", p->value > 0 ? place(&a, p->value, 0, END - START) : 0);
		view_text(b, "fill", p->missed ? "f1" : "f2");
		view_text(b, "weight", p->missed ? "bold" : "dim");
		view_text(b, "name", shorten(r, p->name));
		view_text(b, "label", p->label);
		if (p->has_aim) {
			struct view *m = view_add(b, "AIM");
			view_int(m, "x", place(&a, p->aim, START, END));
			view_int(m, "from", i * ROW + 2);
			view_int(m, "to", i * ROW + 32);
		}
	}
}
