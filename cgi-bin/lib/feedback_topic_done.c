/* feedback_topic_done.c - the document that carries out what was accepted. */

#include "cgi-bin/lib/feedback_page.h"

#include <stdlib.h>

#include "cgi-bin/lib/plan_text.h"

/* Which document carries out what was accepted; who reviews names it, or none again. */
void
feedback_topic_show_done(struct req *r, const struct feedback_topic *t)
{
	const char *words = feedback_done(r, t->draft, t->state, t->done_by, t->done_number,
	    t->done_subject);

	if (!*words)
		return;
	struct view *v = view_add(r->view, "DONE");
	view_text(v, "done", words);
	if (t->done_by)
		view_text(view_add(v, "BY"), "done_path", mem_printf(r->mem, "/plan/%lld",
		    (long long)t->done_by));
	else
		view_add(v, "NOT_YET");
	if (!may_here(r, "feedback.review", t->issuer))
		return;
	struct feedback_done *c = feedback_topic_choices(r->db, r->mem, t->id);
	if (!c && !t->done_by) {
		view_add(v, "NO_CHOICE");
		return;
	}
	struct view *form = view_add(v, "NAME_IT");
	const char *now = mem_printf(r->mem, "%lld", (long long)t->done_by);
	form_open(r, form, feedback_topic_path(r, t->id, "/done"));
	form_option(form, "CHOICE", "0", tr(r->lang, "chưa có văn bản sửa đổi"), now);
	for (; c; c = c->next)
		form_option(form, "CHOICE", mem_printf(r->mem, "%lld", (long long)c->plan),
		    mem_printf(r->mem, "%s %s", c->number, plan_brief(r->mem, c->subject, 80)), now);
}

int
feedback_topic_done_save(struct req *r)
{
	struct feedback_topic *t = feedback_topic_seen(r);
	int64_t plan = strtoll(form_get(r->form, "plan"), NULL, 10);

	if (!t || !may_here(r, "feedback.review", t->issuer))
		return 404;
	if (t->draft || !t->decided || !strcmp(t->state, "rejected"))
		return 409;
	struct feedback_done *c = feedback_topic_choices(r->db, r->mem, t->id);
	while (c && c->plan != plan)
		c = c->next;
	if (plan && !c)
		return 404;
	feedback_topic_done(r->db, t->id, plan);
	changed(r, "done_by", t->done_by ? t->done_number : "", c ? c->number : "");
	audit(r, "feedback_topic.done", t->id);
	said(r, plan ? "Đã ghi văn bản thực hiện góp ý" : "Đã bỏ văn bản thực hiện góp ý");
	return go(r, feedback_topic_path(r, t->id, ""));
}
