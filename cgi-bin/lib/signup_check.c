/* signup_check.c - what a unit is about to sign up with, to be looked through; then it
 * counts. */

#include "cgi-bin/lib/signup_page.h"

static int
show_check(struct req *r, int status, const struct signup *s)
{
	const char *tag, *word = signup_standing(r, s, &tag);

	signup_show_plan(r, s);
	signup_show_targets(r, s, signup_indicators(r->db, r->mem, s->plan, s->unit, s->unit_kind,
	    r->today));
	view_text(r->view, "state_label", word);
	view_text(r->view, "tag", tag);
	view_text(r->view, "form_path", signup_form_path(r, s));
	if (signup_overdue(r, s))
		view_add(r->view, "OVERDUE");
	if (*s->note)
		view_text(view_add(r->view, "NOTE"), "note", s->note);
	form_open(r, r->view, signup_check_path(r, s));
	show_edition(r, r->view, "", s->edition);
	form_show_faults(r->form, r->view, r->lang, NULL);
	title(r, tr(r->lang, "Xem lại trước khi đăng ký"));
	crumb(r, tr(r->lang, "Đăng ký"), "/signup");
	crumb(r, s->unit_name, signup_form_path(r, s));
	return show(r, status, "signup_check");
}

static bool
says_something(struct req *r, const struct signup *s)
{
	return s->id && (*s->note || signup_targets(r->db, r->mem, s->id));
}

int
signup_check_page(struct req *r)
{
	struct signup *s = signup_of_unit(signup_mine_of(r), r->id2);

	if (!s)
		return 404;
	if (s->id && !s->edits)
		return go(r, signup_path(r, s->id));
	return says_something(r, s) ? show_check(r, 200, s) : go(r, signup_form_path(r, s));
}

/* What counts is what was looked at: not what another saved meanwhile. */
int
signup_register(struct req *r)
{
	struct signup *s = signup_of_unit(signup_mine_of(r), r->id2);

	if (!s)
		return 404;
	if (!says_something(r, s) || !s->edits)
		return 409;
	may_here(r, "signup.write", s->unit);
	if (is_old(r, s->edition, tr_with(r->mem, r->lang,
	    "Bản đăng ký đã được lưu ở nơi khác lúc {1}, sau khi bạn mở trang: xem lại bản mới dưới đây rồi đăng ký",
	    moment(r, s->saved), NULL, NULL)))
		return show_check(r, 422, s);
	int status = act(r, &(struct flow_ask){ .flow_case = s->flow_case, .move = "register",
	    .reason = "" }, "signup.register", s->id);
	if (status < 0)
		return show_check(r, 422, s);
	signup_settle(r->db, s->id, r->today);
	said_with(r, "Đã đăng ký tham gia cho {1}", s->unit_name, NULL);
	return status ? status : go(r, signup_path(r, s->id));
}
