/*
 * home_figure.c - what one indicator says: over the periods of its form, and unit by unit
 * against what the unit signed up to.  A rate is that of the period; a sum that of the
 * year so far.
 */

#include "cgi-bin/lib/home_page.h"

#include <stdlib.h>

#include "db/report.h"
#include "db/report_form.h"

enum { PERIODS = 8, WHOLE = 10000, MOST = 100 * WHOLE };
static const int64_t MANY = 100000000000000;	/* so that products fit */

struct figures {
	const struct board_choice *of;
	int64_t year;
	struct board_aim *aims;		/* for that year */
	size_t n;			/* periods, the newest first */
	struct {
		struct report_period *p;
		struct report_total *t;
	} at[PERIODS];
	const struct board_ask *ask;
};

static const struct report_figure *
figure_in(const struct report_total *t, int64_t indicator)
{
	const struct report_figure *f = t->figures;

	while (f && f->indicator != indicator)
		f = f->next;
	return f && f->has ? f : NULL;
}

static const struct report_total *
total_of(const struct report_total *t, int64_t unit)
{
	while (t && t->unit != unit)
		t = t->next;
	return t;
}

static int64_t
year_of(const struct report_period *p)
{
	return strtoll(p->window_to, NULL, 10);
}

static const struct board_aim *
aim_of(const struct board_aim *a, int64_t unit)
{
	while (a && a->unit != unit)
		a = a->next;
	return a;
}

bool
home_figure(const struct figures *s, int64_t unit, int64_t *value)
{
	bool has = false;

	*value = 0;
	for (size_t i = 0; s && i < s->n && (!i || !s->of->rate); i++) {
		const struct report_total *t = year_of(s->at[i].p) == s->year
		    ? total_of(s->at[i].t, unit) : NULL;
		const struct report_figure *f = t ? figure_in(t, s->of->id) : NULL;
		if (f) {
			has = true;
			*value += f->value;
		}
	}
	return has;
}

static const char *
text_of(struct req *r, const struct figures *s, int64_t value)
{
	return s->of->rate ? mem_printf(r->mem, "%s%%", number(r, value, 2))
	    : number(r, value, 2);
}

const char *
home_figure_text(struct req *r, const struct figures *s, int64_t unit)
{
	int64_t value;

	return home_figure(s, unit, &value) ? text_of(r, s, value) : NULL;
}

const char *
home_figure_name(struct req *r, const struct figures *s)
{
	return mem_printf(r->mem, "%s (%s)", s->of->name, s->of->measure);
}

/* The whole that this person follows: what the form's own unit adds up to, or else the
 * largest of his. */
static int64_t
root_of(struct req *r, const struct board_period *p)
{
	struct report_choice *u;

	if (may_here(r, "report.follow", p->asker))
		return p->asker;
	u = report_follow_units(r->db, r->mem, r->who.id, r->today);
	return u ? u->id : 0;
}

struct figures *
home_figures(struct req *r, const struct board_period *p, const struct board_ask *ask,
    const struct board_choice *of)
{
	struct figures *s = mem_take(r->mem, sizeof(*s));
	int64_t root = root_of(r, p), id = p->period;

	*s = (struct figures){ .of = of, .ask = ask, .year = strtoll(p->window_to, NULL, 10) };
	if (!root || !of)
		return NULL;
	s->aims = board_aims(r->db, r->mem, ask, of->id, s->year);
	for (; id && s->n < PERIODS; id = report_period_before(r->db, id)) {
		s->at[s->n].t = report_totals(r->db, r->mem, id, root, r->who.id, r->today);
		s->at[s->n].p = report_period_get(r->db, r->mem, id);
		if (!s->at[s->n].t || !s->at[s->n].p)
			break;
		s->n++;
	}
	return s->n ? s : NULL;
}

/* What the whole aims at in a year: its own sign-up; else what its units signed up to,
 * each by its weight, where none of them is silent. */
static bool
common_aim(struct req *r, const struct figures *s, size_t i, int64_t *aim)
{
	const struct report_total *t = s->at[i].t;
	const struct board_aim *all = board_aims(r->db, r->mem, s->ask, s->of->id,
	    year_of(s->at[i].p)), *own = aim_of(all, t->unit);
	int64_t sum = 0, weight = 0;

	if (own)
		*aim = own->value;
	if (own || !s->of->rate || !all)
		return own;
	for (t = t->next; t; t = t->next) {
		const struct report_figure *f = figure_in(t, s->of->id);
		const struct board_aim *a = aim_of(all, t->unit);
		if (f && (!a || a->value > MOST))
			return false;
		if (f) {
			sum += a->value * (f->denominator / 100);
			weight += f->denominator / 100;
		}
	}
	*aim = weight ? sum / weight : 0;
	return weight;
}

static bool
is_whole(const struct report_total *t)
{
	return t->sent == t->expected;
}

static const char *
sent_of(struct req *r, const struct report_total *t)
{
	return mem_printf(r->mem, "%s/%s", number(r, t->sent, 0), number(r, t->expected, 0));
}

static const char *
note_of(struct req *r, const struct report_period *p, const struct report_total *t)
{
	return tr_with(r->mem, r->lang, *p->source ? "{1}, chính thức" : "{1}, sơ bộ",
	    sent_of(r, t), NULL, NULL);
}

/*
 * From the first whole sum to the last period.  A change is told, and drawn, only between
 * whole sums: else who has not answered would look like a fall.
 */
static void
tell_line(struct req *r, const struct figures *s, struct chart *c, size_t first, size_t last)
{
	int64_t now = figure_in(s->at[last].t, s->of->id)->value;
	const char *name = s->of->name, *is = s->at[last].p->name, *was = "";

	c->title = tr_with(r->mem, r->lang, is_whole(s->at[last].t) ? "{1}: {2} ở {3}"
	    : "{1}: {2} ở {3}, sơ bộ", name, text_of(r, s, now), is);
	c->under = tr_with(r->mem, r->lang, "{1}: {2} đơn vị.", is,
	    sent_of(r, s->at[last].t), NULL);
	if (first == s->n || first == last)	/* no other sum is whole */
		return;
	int64_t then = figure_in(s->at[first].t, s->of->id)->value, d = now - then;
	was = mem_printf(r->mem, "%s (%s)", text_of(r, s, then), s->at[first].p->name);
	if (!is_whole(s->at[last].t)) {
		c->under = tr_with(r->mem, r->lang, "Kỳ trước đủ đơn vị: {1}. {2} mới có {3} đơn vị,"
		    " chưa so được (chấm rời).", was, is, sent_of(r, s->at[last].t));
		return;
	}
	c->title = tr_with(r->mem, r->lang, !d ? "{1} không đổi" : d < 0 ? "{1} giảm {2}"
	    : "{1} tăng {2}", name, mem_printf(r->mem, "%s %s", number(r, d < 0 ? -d : d, 2),
	    s->of->rate ? tr(r->lang, "điểm %") : s->of->measure), NULL);
	c->under = tr_with(r->mem, r->lang, "Từ {1} đến {2}.", was,
	    mem_printf(r->mem, "%s (%s)", text_of(r, s, now), is), NULL);
}

static void
show_line(struct req *r, const struct figures *s)
{
	struct chart c = { .id = "trend", .caption = home_figure_name(r, s),
	    .first = tr(r->lang, "Kỳ"), .heads = { tr(r->lang, "Thực hiện"),
	    tr(r->lang, "Chỉ tiêu năm"), tr(r->lang, "Số liệu") },
	    .measure = s->of->rate ? "%" : "" };
	struct chart_point **end = &c.points;
	size_t first = s->n, last = 0;
	int aims = 0;

	for (size_t i = s->n; i-- > 0; ) {
		const struct report_figure *f = figure_in(s->at[i].t, s->of->id);
		if (!f)
			continue;
		if (first == s->n && is_whole(s->at[i].t))
			first = i;
		last = i;
		struct chart_point *p = *end = mem_take(r->mem, sizeof(*p));
		*p = (struct chart_point){ .name = s->at[i].p->name, .value = f->value,
		    .apart = !is_whole(s->at[i].t), .label = text_of(r, s, f->value) };
		p->has_aim = s->of->rate && common_aim(r, s, i, &p->aim);
		aims += p->has_aim;
		p->cells[0] = p->label;
		p->cells[1] = p->has_aim ? text_of(r, s, p->aim) : NULL;
		p->cells[2] = note_of(r, s->at[i].p, s->at[i].t);
		end = &p->next;
	}
	if (!c.points || !c.points->next)	/* one figure is no line */
		return;
	tell_line(r, s, &c, first, last);
	if (aims > 1)
		c.under = mem_printf(r->mem, "%s %s", c.under,
		    tr(r->lang, "Nét đứt: chỉ tiêu năm."));
	home_chart_line(r, r->view, &c);
}

static int64_t
distance(const struct figures *s, const struct chart_point *p)
{
	return s->of->less ? p->value - p->aim : p->aim - p->value;
}

static void
put_sorted(const struct figures *s, struct chart_point **list, struct chart_point *p)
{
	while (*list && distance(s, *list) >= distance(s, p))
		list = &(*list)->next;
	p->next = *list;
	*list = p;
}

/* Of a rate the aim lies on its own axis; sums of different size are shares of theirs. */
static struct chart_point *
point_of(struct req *r, const struct figures *s, const char *name, int64_t value, int64_t aim)
{
	struct chart_point *p = mem_take(r->mem, sizeof(*p));
	int64_t d = value - aim;

	*p = (struct chart_point){ .name = name, .has_aim = true, .value = value, .aim = aim };
	p->cells[0] = text_of(r, s, value);
	p->cells[1] = text_of(r, s, aim);
	if (s->of->rate) {
		p->label = mem_printf(r->mem, "%s / %s", number(r, value, 2), number(r, aim, 2));
		p->cells[2] = mem_printf(r->mem, "%s%s", d > 0 ? "+" : "", number(r, d, 2));
	} else {
		p->value = ((value < MANY ? value : MANY) * WHOLE + aim / 2) / aim;
		p->aim = WHOLE;
		p->label = p->cells[2] = mem_printf(r->mem, "%s%%", number(r, p->value, 2));
	}
	p->missed = s->of->less ? d > 0 : d < 0;	/* by the figures, not as rounded */
	return p;
}

static void
tell_bars(struct req *r, const struct figures *s, struct chart *c, bool signed_up,
    const char *common)
{
	const char *period = s->at[0].p->name, *year = mem_printf(r->mem, "%lld",
	    (long long)s->year);
	int64_t n = 0, missed = 0;

	for (const struct chart_point *p = c->points; p; p = p->next, n++)
		missed += p->missed;
	const char *of = number(r, n, 0), *bad = number(r, missed, 0);
	if (!signed_up) {
		c->title = tr_with(r->mem, r->lang, s->of->less
		    ? "{1} trong {2} đơn vị cao hơn mức chung {3}"
		    : "{1} trong {2} đơn vị thấp hơn mức chung {3}", bad, of, common);
		c->under = tr_with(r->mem, r->lang, "{1}, {2}. Vạch đỏ là mức chung của các đơn vị đã"
		    " gửi; thanh đậm: chưa bằng mức chung. Xa nhất xếp trước. Chưa đơn vị nào đăng ký chỉ tiêu này.",
		    s->of->name, period, NULL);
		return;
	}
	c->title = missed ? tr_with(r->mem, r->lang, "{1} trong {2} đơn vị chưa đạt chỉ tiêu năm {3}",
	    bad, of, year) : tr_with(r->mem, r->lang, "Cả {1} đơn vị đã đạt chỉ tiêu năm {2}",
	    of, year, NULL);
	c->under = tr_with(r->mem, r->lang, s->of->rate ? "{1}, {2}. Vạch đỏ là chỉ tiêu đơn vị"
	    " đăng ký cho cả năm; thanh đậm: chưa đạt. Xa chỉ tiêu xếp trước."
	    : "{1}, cộng từ đầu năm đến hết {2}, tính bằng % chỉ tiêu đơn vị đăng ký cho cả năm"
	    " (vạch đỏ). Thanh đậm: chưa đạt. Xa chỉ tiêu xếp trước.", s->of->name, period, NULL);
}

/* Units that are shown; of one that has none under it with figures, itself. */
static void
show_bars(struct req *r, const struct figures *s, const struct board_unit *units)
{
	struct chart c = { .id = "units", .caption = home_figure_name(r, s),
	    .first = tr(r->lang, "Đơn vị"), .heads = { tr(r->lang, "Thực hiện"),
	    tr(r->lang, s->aims ? "Chỉ tiêu năm" : "Mức chung"),
	    tr(r->lang, s->of->rate ? "Chênh, điểm %" : "Đạt, %") },
	    .measure = "%" };
	const struct report_figure *whole = figure_in(s->at[0].t, s->of->id);
	int64_t value;

	for (; units; units = units->next) {
		const struct board_aim *a = aim_of(s->aims, units->unit);
		if (!home_figure(s, units->unit, &value) || (s->aims ? !a : !whole)
		    || (a && !s->of->rate && a->value <= 0))
			continue;
		put_sorted(s, &c.points, point_of(r, s, units->name, value,
		    a ? a->value : whole->value));
	}
	if (!c.points || (!s->aims && !s->of->rate))
		return;
	tell_bars(r, s, &c, s->aims, whole ? text_of(r, s, whole->value) : "");
	home_chart_bars(r, r->view, &c);
}

void
home_figures_show(struct req *r, const struct figures *s, const struct board_unit *units)
{
	show_line(r, s);
	show_bars(r, s, units);
}
