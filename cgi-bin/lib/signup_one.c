/* signup_one.c - a sign-up as its readers see it, and its moves. */

#include "cgi-bin/lib/signup_page.h"

/* Its own unit sees it always, those who follow once it stands; else NULL. */
static struct signup *
seen(struct req *r)
{
	struct signup *s = signup_get(r->db, r->mem, r->id, r->today, r->lang);

	return s && (may_here(r, "signup.write", s->unit)
	    || (s->stands && may_here(r, "signup.follow", s->unit))) ? s : NULL;
}

static void
show_moves(struct req *r, const struct signup *s)
{
	for (struct flow_move *m = flow_moves(r->db, r->mem, s->flow_case, r->who.id, r->today,
	    r->lang); m; m = m->next) {
		bool wrong_here = form_fault(r->form, "reason")
		    && !strcmp(form_get(r->form, "move"), m->move);
		struct view *v = view_add(r->view, "MOVE_REASON");
		form_open(r, v, mem_printf(r->mem, "%s/move", signup_path(r, s->id)));
		view_text(v, "move", m->move);
		view_text(v, "label", m->label);
		view_text(v, "risk", m->risk ? "risk" : "");
		view_text(v, "reason_id", wrong_here ? "reason"
		    : mem_printf(r->mem, "reason-%s", m->move));
		view_text(v, "reason_text", !strcmp(form_get(r->form, "move"), m->move)
		    ? form_get(r->form, "reason") : "");
		view_text(v, "reason_invalid", wrong_here ? "true" : "false");
		if (wrong_here)
			view_add(v, "OPEN");
	}
}

void
signup_show_targets(struct req *r, const struct signup *s, const struct signup_indicator *last)
{
	struct signup_target *t = signup_targets(r->db, r->mem, s->id);
	struct view *all = view_add(r->view, t ? "TARGETS" : "NO_TARGET");

	for (; t; t = t->next) {
		struct view *v = view_add(all, "TARGET");
		const struct signup_indicator *i = last;
		view_text(v, "name", t->indicator ? t->name : t->text);
		view_int(v, "year", t->year);
		view_text(v, "value", t->indicator ? number(r, t->value, 2)
		    : tr(r->lang, "bằng lời"));
		view_text(v, "measure", t->measure);
		if (t->indicator && *t->text)
			view_text(view_add(v, "WORDS"), "text", t->text);
		while (i && i->id != t->indicator)
			i = i->next;
		if (i && i->has_last) {
			struct view *l = view_add(v, "LAST");
			view_text(l, "last", number(r, i->last, 2));
			view_text(l, "last_period", i->last_period);
		} else {
			view_add(v, t->indicator ? "NO_LAST" : "IN_WORDS");
		}
	}
}

static int
show_one(struct req *r, int status, const struct signup *s)
{
	struct flow_step *steps = steps_of(r, s->flow_case);
	const char *tag, *word = signup_standing(r, s, &tag);
	const char *by = steps ? steps->name : "";

	signup_show_plan(r, s);
	signup_show_targets(r, s, NULL);
	view_text(r->view, "state_label", word);
	view_text(r->view, "tag", tag);
	view_int(r->view, "id", s->id);
	view_text(r->view, "at", moment(r, s->at));
	view_text(r->view, "by", *by ? by : tr(r->lang, "người vận hành"));
	view_text(r->view, "target_count", number(r, s->targets, 0));
	if (*s->note)
		view_text(view_add(r->view, "NOTE"), "note", s->note);
	for (struct flow_step *p = steps; p; p = p->next) {
		struct view *v = view_add(r->view, "STEP");
		view_text(v, "at", moment(r, p->at));
		view_text(v, "label", p->label);
		view_text(v, "name", *p->name ? p->name : tr(r->lang, "người vận hành"));
		if (*p->reason)
			view_text(view_add(v, "REASON"), "reason", p->reason);
	}
	show_moves(r, s);
	form_show_faults(r->form, r->view, r->lang, NULL);
	if (may(r, "signup.follow"))
		view_text(view_add(r->view, "FOLLOW"), "units_path", signup_plan_path(r, s->plan, "/units"));
	title(r, tr(r->lang, "Đã đăng ký tham gia"));
	crumb(r, tr(r->lang, "Đăng ký"), "/signup");
	return show(r, status, "signup_one");
}

static int
as_json(struct req *r, const struct signup *s)
{
	struct json *j = json_new(r), *all;

	json_int(j, "id", s->id);
	json_int(j, "plan", s->plan);
	json_text(j, "number", *s->number ? s->number : NULL);
	json_int(j, "unit", s->unit);
	json_text(j, "unit_name", s->unit_name);
	json_text(j, "state", s->state);
	json_text(j, "due", *s->due ? s->due : NULL);
	json_text(j, "last_day", *s->due ? s->last_day : NULL);
	json_text(j, "first_day", *s->first_day ? s->first_day : NULL);
	json_text(j, "note", s->note);
	all = json_list(j, "targets");
	for (struct signup_target *t = signup_targets(r->db, r->mem, s->id); t; t = t->next) {
		struct json *one = json_record(all, NULL);
		json_text(one, "indicator", t->indicator ? t->name : NULL);
		json_text(one, "measure", t->indicator ? t->measure : NULL);
		json_int(one, "year", t->year);
		if (t->indicator)
			json_decimal(one, "value", t->value);
		else
			json_text(one, "value", NULL);
		json_text(one, "text", t->text);
	}
	return json_show(r, j);
}

int
signup_one(struct req *r)
{
	struct signup *s = seen(r);

	if (!s)
		return 404;
	if (r->face == JSON)
		return as_json(r, s);
	return s->edits ? go(r, signup_form_path(r, s)) : show_one(r, 200, s);
}

int
signup_move(struct req *r)
{
	struct signup *s = seen(r);
	struct flow_ask ask = { .move = form_get(r->form, "move"),
	    .reason = form_get(r->form, "reason") };
	int status;

	/* Registering is the form's, which looks at what is registered. */
	if (!s || !strcmp(ask.move, "register"))
		return 404;
	ask.flow_case = s->flow_case;
	if (text_length(ask.reason) > 4000) {
		form_wrong_at(r->form, "reason", tr(r->lang, "Lý do"), tr(r->lang,
		    "Lý do dài quá 4.000 ký tự: hãy rút ngắn"));
		return show_one(r, 422, s);
	}
	status = act(r, &ask, mem_printf(r->mem, "signup.%s", ask.move), s->id);
	if (status < 0)
		return show_one(r, 422, s);
	if (status)
		return status;
	said_with(r, !strcmp(ask.move, "return")
	    ? "Đã trả lại bản đăng ký của {1}; đơn vị thấy lý do ở đầu trang đăng ký"
	    : "Bản đăng ký của {1} đã mở để sửa và chưa tính là đăng ký: sửa xong, bấm “Đăng ký tham gia”",
	    s->unit_name, NULL);
	return go(r, may_here(r, "signup.write", s->unit) ? signup_form_path(r, s)
	    : signup_plan_path(r, s->plan, "/units"));
}
