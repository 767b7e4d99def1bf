/* signup_page.c - what the rooms of sign-ups share. */

#include "cgi-bin/lib/signup_page.h"

const char *
signup_path(struct req *r, int64_t id)
{
	return mem_printf(r->mem, "/signup/%lld", (long long)id);
}

const char *
signup_plan_path(struct req *r, int64_t plan, const char *rest)
{
	return mem_printf(r->mem, "/signup/plan/%lld%s", (long long)plan, rest);
}

const char *
signup_form_path(struct req *r, const struct signup *s)
{
	return signup_plan_path(r, s->plan, mem_printf(r->mem, "/unit/%lld", (long long)s->unit));
}

const char *
signup_check_path(struct req *r, const struct signup *s)
{
	return mem_printf(r->mem, "%s/check", signup_form_path(r, s));
}

const char *
signup_number(struct req *r, const char *text)
{
	return *text ? text : tr(r->lang, "chưa có số");
}

bool
signup_overdue(const struct req *r, const struct signup *s)
{
	return *s->last_day && strcmp(s->last_day, r->today) < 0;
}

const char *
signup_state(struct req *r, const struct signup *s, const char **tag)
{
	*tag = s->id ? s->tag : "none";
	if (s->stands && signup_late(s))
		return tr(r->lang, "Đăng ký muộn");
	if (!s->stands && signup_overdue(r, s))
		*tag = "late";
	return s->id ? s->state_label : tr(r->lang, "Chưa đăng ký");
}

const char *
signup_standing(struct req *r, const struct signup *s, const char **tag)
{
	const char *word = signup_state(r, s, tag);

	return s->stands || !*s->due ? word
	    : mem_printf(r->mem, "%s, %s", word, how_far(r, s->last_day));
}

void
signup_show_plan(struct req *r, const struct signup *s)
{
	view_text(r->view, "unit_name", s->unit_name);
	view_text(r->view, "subject", s->subject);
	view_text(r->view, "number", signup_number(r, s->number));
	view_text(r->view, "plan_path", mem_printf(r->mem, "/plan/%lld", (long long)s->plan));
	if (*s->due) {
		struct view *v = view_add(r->view, "DUE");
		view_text(v, "due", due_text(r, s->due));
		view_text(v, "how_far", s->stands ? "" : how_far(r, s->last_day));
	}
}

struct signup *
signup_mine_of(struct req *r)
{
	int64_t total;

	return signup_mine(r->db, r->mem, &(struct signup_ask){ .account = r->who.id,
	    .day = r->today, .lang = r->lang, .plan = r->id, .limit = 1000 }, &total);
}

struct signup *
signup_of_unit(struct signup *all, int64_t unit)
{
	while (all && all->unit != unit)
		all = all->next;
	return all;
}
