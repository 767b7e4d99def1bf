/* home_board.c - the board: who has sent, who is late, what the figures say. */

#include "cgi-bin/lib/home_page.h"

#include <stdlib.h>

#include "db/evaluation.h"

enum { LATE_ROWS = 50, DAY_SECONDS = 86400 };

static const char *
ratio(struct req *r, int64_t n, int64_t of)
{
	return mem_printf(r->mem, "%s/%s", number(r, n, 0), number(r, of, 0));
}

/* A whole per cent, cut: 99,9 % is not all. */
static const char *
percent(struct req *r, int64_t n, int64_t of)
{
	return mem_printf(r->mem, "%s%%", number(r, of ? n * 100 / of : 0, 0));
}

static const char *
board_path(struct req *r, int64_t period, const char *tail)
{
	return mem_printf(r->mem, "/board?period=%lld%s", (long long)period, tail);
}

struct signup_count *
home_signup(struct req *r, int64_t plan)
{
	struct signup_ask ask = { .account = r->who.id, .day = r->today, .lang = r->lang,
	    .plan = plan, .limit = 1 };
	int64_t total;

	return plan && may(r, "signup.follow")
	    ? signup_counts(r->db, r->mem, &ask, &total) : NULL;
}

static void
stat_signup(struct req *r, struct view *stats, const struct signup_count *s)
{
	struct view *v = view_add(stats, "SIGNUP");
	struct view *more = view_add(v, *s->last_day ? "DUE" : "NO_DUE");

	view_text(v, "n", number(r, s->expected - s->registered, 0));
	view_text(v, "path", mem_printf(r->mem, "/signup/plan/%lld/units?state=missing",
	    (long long)s->plan));
	if (*s->last_day)
		view_date(more, "due", s->last_day);
}

void
home_stats(struct req *r, struct view *view, const struct board_period *p,
    const struct signup_count *s)
{
	struct view *v = view_include(view, "STATS", "home_stats");

	view_text(v, "sent", ratio(r, p->sent, p->expected));
	view_text(v, "percent", percent(r, p->sent, p->expected));
	view_text(v, "accepted", number(r, p->accepted, 0));
	view_text(v, "missing", number(r, p->missing, 0));
	view_text(v, "late_path", board_path(r, p->period, "#late"));
	if (p->missing + p->back)
		view_add(v, "LATE");
	else
		view_add(v, "NOT_LATE");
	view_text(v, "waiting", number(r, p->waiting, 0));
	if (p->waiting)
		view_text(view_add(v, "LONGEST"), "days", tr_with(r->mem, r->lang,
		    "lâu nhất chờ {1} ngày", number(r, (r->now - p->since) / DAY_SECONDS, 0),
		    NULL, NULL));
	if (s)
		stat_signup(r, v, s);
}

/* A cluster's own, from its rows. */
static struct signup_count
count_signup(const struct board_unit *u, const struct signup_count *whole)
{
	struct signup_count s = *whole;

	s.expected = s.registered = 0;
	for (; u; u = u->next) {
		s.expected += u->asked;
		s.registered += u->asked && u->signed_up;
	}
	return s;
}

static void
offer(struct req *r, const char *section, int64_t id, const char *label, int64_t chosen)
{
	struct view *v = view_add(r->view, section);

	view_int(v, "value", id);
	view_text(v, "label", label);
	if (id == chosen)
		view_add(v, "CHOSEN");
}

static void
show_filter(struct req *r, const struct board_period *all, const struct board_ask *ask,
    const struct board_choice *groups, const struct board_choice *figures, int64_t figure)
{
	for (; all; all = all->next)
		offer(r, "PERIOD", all->period, mem_printf(r->mem, "%s, %s", all->name, all->form),
		    ask->period);
	for (; groups; groups = groups->next)
		offer(r, "GROUP", groups->id, groups->name, ask->group);
	if (!figures || !figures->next)
		return;
	view_add(r->view, "FIGURES");
	for (; figures; figures = figures->next)
		offer(r, "FIGURE", figures->id, figures->name, figure);
}

static void
show_late(struct req *r, const struct board_unit *u, const struct board_period *p)
{
	struct view *list = NULL;
	int64_t n = 0;

	for (; u; u = u->next) {
		bool back = !strcmp(u->what, "back");
		if (!back && strcmp(u->what, "missing"))
			continue;
		if (!list)
			list = view_add(r->view, "LATE");
		if (n++ >= LATE_ROWS)
			continue;
		struct view *v = view_add(list, "ROW");
		int64_t days = text_days(u->last_day, r->today);
		view_text(v, "path", mem_printf(r->mem, "/unit/%lld", (long long)u->unit));
		view_text(v, "unit_name", u->name);
		view_text(v, "tag", back ? "back" : "late");
		view_text(v, "state", back ? tr(r->lang, "Bị trả lại, chưa gửi lại")
		    : tr_with(r->mem, r->lang, "trễ {1} ngày", number(r, days, 0), NULL, NULL));
		view_text(v, "contact", *u->contact ? u->contact : tr(r->lang, "chưa có"));
		view_text(v, "phone", *u->phone ? u->phone : tr(r->lang, "chưa có"));
		view_text(v, "reminded", u->reminders ? tr_with(r->mem, r->lang,
		    "{1} lần, gần nhất {2}", number(r, u->reminders, 0), moment(r, u->reminded), NULL)
		    : tr(r->lang, "chưa nhắc"));
	}
	if (!list) {
		view_add(r->view, "NONE_LATE");
		return;
	}
	view_text(list, "n", number(r, n, 0));
	if (may(r, "report.review"))
		view_add(list, "REMIND");
	view_text(list, "path", mem_printf(r->mem, "/report/period/%lld/late", (long long)p->period));
}

/* Sent, late, missing, how complete: each period that has opened. */
static void
show_periods(struct req *r, const struct board_period *p)
{
	for (; p; p = p->next) {
		struct view *v = view_add(r->view, "EACH_PERIOD");
		view_text(v, "path", board_path(r, p->period, ""));
		view_text(v, "period", p->name);
		view_text(v, "form", p->form);
		view_text(v, "plans", *p->plans ? p->plans : tr(r->lang, "không theo kế hoạch nào"));
		view_date(v, "due", p->last_day);
		view_text(v, "sent", ratio(r, p->sent, p->expected));
		view_text(v, "percent", percent(r, p->sent, p->expected));
		view_text(v, "late", number(r, p->late, 0));
		view_text(v, "missing", number(r, p->missing, 0));
		view_text(v, "back", number(r, p->back, 0));
		view_text(v, "mark", *p->source ? tr(r->lang, "chính thức") : tr(r->lang, "sơ bộ"));
		view_text(v, "totals_path", mem_printf(r->mem, "/report/period/%lld/totals",
		    (long long)p->period));
	}
}

static const struct board_delivery *
delivery_of(const struct board_delivery *d, int64_t plan)
{
	while (d && d->plan != plan)
		d = d->next;
	return d;
}

/* Plans as they are received and signed up to. */
static void
show_plans(struct req *r, const struct board_ask *a)
{
	struct signup_ask ask = { .account = r->who.id, .day = r->today, .lang = r->lang,
	    .limit = 50 };
	int64_t total;
	struct board_delivery *sent = board_deliveries(r->db, r->mem, a);
	struct signup_count *s = may(r, "signup.follow")
	    ? signup_counts(r->db, r->mem, &ask, &total) : NULL;

	if (s)
		view_add(r->view, "PLANS");
	for (; s; s = s->next) {
		struct view *v = view_add(r->view, "EACH_PLAN");
		const struct board_delivery *d = delivery_of(sent, s->plan);
		view_text(v, "path", mem_printf(r->mem, "/signup/plan/%lld/units", (long long)s->plan));
		view_text(v, "subject", s->subject);
		view_text(v, "number", *s->number ? s->number : tr(r->lang, "chưa có số"));
		view_text(v, "acknowledged", d ? ratio(r, d->acknowledged, d->sent)
		    : tr(r->lang, "chưa gửi"));
		view_text(v, "signed_up", ratio(r, s->registered, s->expected));
		view_text(v, "percent", percent(r, s->registered, s->expected));
		view_text(v, "late", number(r, s->late, 0));
		view_text(v, "missing", number(r, s->expected - s->registered, 0));
		view_text(v, "due", *s->last_day ? text_of_day(r->mem, s->last_day) : tr(r->lang, "chưa đặt"));
	}
}

static void
show_rounds(struct req *r)
{
	struct evaluation_ask ask = { .account = r->who.id, .day = r->today, .lang = r->lang,
	    .limit = 20 };
	int64_t total;
	struct evaluation_round *d = evaluation_rounds(r->db, r->mem, &ask, &total);
	bool any = false;

	for (; d; d = d->next) {
		if (!d->board || !d->stands)
			continue;
		if (!any)
			view_add(r->view, "ROUNDS");
		any = true;
		struct view *v = view_add(r->view, "EACH_ROUND");
		view_text(v, "path", mem_printf(r->mem, "/evaluation/round/%lld/units",
		    (long long)d->id));
		view_text(v, "name", d->name);
		view_date(v, "due", due_last(r, d->due_date));
		view_text(v, "tag", d->tag);
		view_text(v, "state", d->inside);
		view_text(v, "sent", ratio(r, d->sent, d->expected));
		view_text(v, "reviewed", number(r, d->reviewed, 0));
	}
}

static const char *
report_word(struct req *r, const struct board_unit *u)
{
	return !strcmp(u->what, "missing") ? tr(r->lang, "Quá hạn")
	    : !strcmp(u->what, "late") ? mem_printf(r->mem, "%s, %s", u->state, tr(r->lang, "trễ hạn"))
	    : *u->state ? u->state : tr(r->lang, "Chưa gửi");
}

enum { SIGNUP = 3, SHEET, FIGURE, COLUMNS };

/* What this person does not follow has no column. */
static const struct column *
columns_of(struct req *r, const struct figures *f, int64_t round)
{
	static const struct column all[COLUMNS] = {
		{ "unit",   "Đơn vị",     CELL_TEXT, true },
		{ "group",  "Cụm, khối",  CELL_TEXT, true },
		{ "report", "Báo cáo",    CELL_TAG,  true },
		{ "signup", "Đăng ký",    CELL_TAG,  true },
		{ "sheet",  "Phiếu chấm", CELL_TAG,  true },
		{ "figure", "Chỉ số",     CELL_DECIMAL, false },
	};
	struct column *c = mem_take(r->mem, (COLUMNS + 1) * sizeof(*c));
	size_t n = 0;

	for (size_t i = 0; i < COLUMNS; i++) {
		if ((i == SIGNUP && !may(r, "signup.follow")) || (i == SHEET && !round)
		    || (i == FIGURE && !f))
			continue;
		c[n++] = all[i];
		if (i == FIGURE)
			c[n - 1].label = home_figure_name(r, f);
	}
	return c;
}

/* The column that ?sort= names, whichever are shown. */
static int
sort_of(struct req *r)
{
	static const char *const names[] = { "unit", "group", "report", "signup", "sheet" };
	const char *asked = form_get(r->form, "sort");
	bool down = *asked == '-';

	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++)
		if (!strcmp(asked + down, names[i]))
			return down ? -(int)i - 1 : (int)i + 1;
	return 0;
}

static void
put_unit(struct req *r, struct table *t, const struct board_unit *u,
    const struct signup_count *s, int64_t round, const struct figures *f)
{
	bool overdue = s && *s->last_day && strcmp(s->last_day, r->today) < 0;
	int64_t value;

	table_row(t, mem_printf(r->mem, "/unit/%lld", (long long)u->unit));
	table_text(t, u->name);
	if (*u->group)
		table_text(t, u->group);
	else
		table_nothing(t, "không");
	table_tag(t, !strcmp(u->what, "missing") ? "late" : u->tag, report_word(r, u));
	if (!may(r, "signup.follow"))
		;
	else if (!u->asked)
		table_nothing(t, "không phải đăng ký");
	else
		table_tag(t, u->signed_up ? "done" : overdue ? "late" : "none",
		    tr(r->lang, u->signed_up ? "Đã đăng ký" : overdue ? "Quá hạn" : "Chưa đăng ký"));
	if (round)
		table_tag(t, u->sheet_tag, *u->sheet ? u->sheet : tr(r->lang, "Chưa gửi"));
	if (!f)
		;
	else if (home_figure(f, u->unit, &value))
		table_decimal(t, value);
	else
		table_nothing(t, "chưa có");
}

static struct table *
put_units(struct req *r, const struct board_unit *u, const struct board_period *p,
    const struct signup_count *s, const struct figures *f, int64_t *total)
{
	struct board_ask ask = { .account = r->who.id, .day = r->today, .lang = r->lang };
	int64_t round = board_round(r->db, &ask, p->plan), skip = table_skip(r);
	struct table *t = table_new(r, "Từng đơn vị", columns_of(r, f, round));

	for (*total = 0; u; u = u->next)
		if (++*total > skip && *total <= skip + table_limit(r))
			put_unit(r, t, u, s, round, f);
	return t;
}

static const struct board_choice *
choice_of(const struct board_choice *c, int64_t id)
{
	while (c && c->id != id)
		c = c->next;
	return c;
}

static int
show_empty(struct req *r)
{
	title(r, tr(r->lang, "Theo dõi"));
	view_add(r->view, "NOTHING");
	if (may(r, "report.design"))
		view_add(r->view, "DESIGN");
	return table_show(r, 200, "home_board", table_new(r, "Từng đơn vị",
	    columns_of(r, NULL, 0)), 0, "Chưa có đơn vị nào phải báo cáo.");
}

int
home_board_page(struct req *r)
{
	struct board_ask ask = { .account = r->who.id, .day = r->today, .lang = r->lang,
	    .sort = sort_of(r) };
	struct board_period *all = board_periods(r->db, r->mem, &ask);
	int64_t asked = strtoll(form_get(r->form, "period"), NULL, 10), total;
	struct board_period *p = asked ? all : board_first(all, r->today);

	if (!all)
		return asked ? 404 : show_empty(r);
	while (asked && p && p->period != asked)
		p = p->next;
	if (!p)
		return 404;
	ask.period = p->period;
	ask.group = strtoll(form_get(r->form, "group"), NULL, 10);
	struct board_choice *groups = board_groups(r->db, r->mem, &ask);
	if (ask.group && (!choice_of(groups, ask.group)
	    || !(p = board_periods(r->db, r->mem, &ask))))
		return 404;
	struct board_unit *units = board_units(r->db, r->mem, &ask);
	struct board_choice *figures = board_figures(r->db, r->mem, &ask,
	    strtoll(p->window_to, NULL, 10));
	const struct board_choice *of = choice_of(figures,
	    strtoll(form_get(r->form, "figure"), NULL, 10));
	struct figures *f = home_figures(r, p, &ask, of ? of : figures);
	struct signup_count *s = home_signup(r, p->plan), mine;
	struct table *t = put_units(r, units, p, s, f, &total);
	if (s && ask.group) {
		mine = count_signup(units, s);
		s = &mine;
	}
	title(r, tr_with(r->mem, r->lang, "Theo dõi: {1}", p->name, NULL, NULL));
	crumb(r, tr(r->lang, "Việc của tôi"), "/");
	if (r->face)
		return table_show(r, 200, "home_board", t, total, "");
	struct view *v = view_add(r->view, "BOARD");
	view_text(r->view, "form", p->form);
	view_text(r->view, "now", moment(r, r->now));
	if (*p->source)
		view_text(view_add(v, "OFFICIAL"), "source", p->source);
	else
		view_text(view_add(v, "PRELIMINARY"), "complete", ratio(r, p->sent, p->expected));
	show_filter(r, all, &ask, groups, figures, of ? of->id : 0);
	home_stats(r, v, p, s);
	show_late(r, units, p);
	if (f)
		home_figures_show(r, f, units);
	show_plans(r, &ask);
	show_periods(r, all);
	show_rounds(r);
	view_add_around(r->view, "WIDE");
	return table_show(r, 200, "home_board", t, total, "Không có đơn vị nào.");
}
