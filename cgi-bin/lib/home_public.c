/* home_public.c - the front page of whoever has not signed in. */

#include "cgi-bin/lib/home_page.h"
#include "db/home_front.h"

enum { PLANS = 6, AWARDS = 5, FIGURES = 3 };

const char *
home_numbered(struct req *r, const char *number, const char *date)
{
	return mem_printf(r->mem, "%s%s%s", *number ? number : tr(r->lang, "chưa có số"),
	    *date ? ", " : "", text_of_day(r->mem, date));
}

static void
show_plans(struct req *r)
{
	int64_t total;
	struct in_force *p = home_plans(r->db, r->mem, r->today, PLANS, &total);

	if (!p)
		view_add(r->view, "NO_PLAN");
	else
		view_text(view_add(r->view, "ALL_PLANS"), "n", number(r, total, 0));
	for (; p; p = p->next) {
		struct view *v = view_add(r->view, "PLAN");
		view_text(v, "path", mem_printf(r->mem, "/plan/%lld", (long long)p->id));
		view_text(v, "subject", p->subject);
		view_text(v, "numbered", home_numbered(r, p->number, p->date));
		view_text(v, "issuer", p->issuer);
		if (p->joined)
			view_text(view_add(v, "JOINED"), "joined", tr_with(r->mem, r->lang,
			    "{1} đơn vị tham gia", number(r, p->joined, 0), NULL, NULL));
	}
}

/* "12 tập thể, 21 cá nhân": what there is none of is left out. */
static const char *
counted(struct req *r, const struct award_list *a)
{
	const struct {
		int64_t n;
		const char *word;
	} parts[] = {
		{ a->collectives, "{1} tập thể" }, { a->persons, "{1} cá nhân" },
		{ a->households, "{1} hộ gia đình" },
	};
	const char *s = "";

	for (size_t i = 0; i < sizeof(parts) / sizeof(*parts); i++)
		if (parts[i].n)
			s = mem_printf(r->mem, "%s%s%s", s, *s ? ", " : "", tr_with(r->mem, r->lang,
			    parts[i].word, number(r, parts[i].n, 0), NULL, NULL));
	return s;
}

static void
show_awards(struct req *r)
{
	struct award_list *a = home_awards(r->db, r->mem, AWARDS);

	if (!a)
		view_add(r->view, "NO_AWARD");
	for (; a; a = a->next) {
		struct view *v = view_add(r->view, "AWARD");
		const char *n = counted(r, a);
		view_text(v, "path", mem_printf(r->mem, "/award/%lld", (long long)a->id));
		view_text(v, "subject", a->title);
		view_text(v, "numbered", home_numbered(r, a->number, a->date));
		if (*n)
			view_text(view_add(v, "COUNTED"), "counted", n);
	}
}

/* Between two rates stand percentage points. */
static const char *
change(struct req *r, const struct official_figure *f)
{
	int64_t d = f->value - f->last;
	const char *n = mem_printf(r->mem, "%s %s", number(r, d < 0 ? -d : d, 2),
	    f->rate ? tr(r->lang, "điểm %") : f->measure);

	return !d ? tr_with(r->mem, r->lang, "bằng {1}", f->last_period, NULL, NULL)
	    : tr_with(r->mem, r->lang, d < 0 ? "giảm {1} so với {2}" : "tăng {1} so với {2}", n,
	    f->last_period, NULL);
}

static void
show_figures(struct req *r)
{
	struct official *o = home_official(r->db, r->mem, FIGURES);

	if (!o || !o->figures)
		return;
	struct view *v = view_add(r->view, "OFFICIAL");
	view_text(v, "period", o->period);
	view_text(v, "form", o->form);
	view_date(v, "window_to", o->window_to);
	view_text(v, "source", o->source);
	for (const struct official_figure *f = o->figures; f; f = f->next) {
		struct view *one = view_add(v, "FIGURE");
		view_text(one, "name", f->name);
		view_text(one, "value", mem_printf(r->mem, "%s%s", number(r, f->value, 2),
		    f->rate ? "%" : ""));
		view_text(one, "more", f->has_last ? change(r, f)
		    : f->rate ? "" : f->measure);
	}
	view_text(v, "complete", mem_printf(r->mem, "%s/%s", number(r, o->accepted, 0),
	    number(r, o->expected, 0)));
}

int
home_public(struct req *r)
{
	show_plans(r);
	show_awards(r);
	show_figures(r);
	view_text(r->view, "now", moment(r, r->now));
	title(r, tr_with(r->mem, r->lang, "Phong trào thi đua của {1}", r->office, NULL, NULL));
	return show(r, 200, "home_public");
}
