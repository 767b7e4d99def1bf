/* plan_feedback.c - what was said of a draft, and what a plan that stands carries out of it;
 * what was proposed and concluded about a plan. */

#include "cgi-bin/lib/plan_page.h"

#include "db/document.h"
#include "db/feedback_draft.h"

/* On the draft of a plan, for who may look after what is said of it; else NULL. */
static struct feedback_draft *
draft_of(struct req *r, const struct plan *p)
{
	return !p->stands && may_here(r, "plan.view", p->unit) && may_here(r, "feedback.view", p->unit)
	    ? feedback_draft_last(r->db, r->mem, p->id, r->today) : NULL;
}

/* What waits for a decision when it is to be submitted, whenever it was said; or NULL. */
static const char *
undecided(struct req *r, const struct feedback_draft *d)
{
	int64_t n = d ? feedback_draft_undecided(r->db, d->plan) : 0;

	return n ? tr_with(r->mem, r->lang, "Còn {1} ý kiến về dự thảo chưa có quyết định",
	    number(r, n, 0), NULL, NULL) : NULL;
}

/* As the window's own page says it: of one that was dropped with its plan no day is kept. */
static void
show_until(struct req *r, struct view *asked, const struct feedback_draft *d)
{
	struct view *v = view_add(asked, d->open ? "OPEN_UNTIL" : "OVER");

	if (d->open)
		view_text(v, "until", text_of_day(r->mem, d->last_day));
	else if (d->closed || strcmp(d->last_day, r->today) < 0)
		view_text(view_add(v, "ON"), "until", d->closed ? moment(r, d->closed)
		    : text_of_day(r->mem, d->last_day));
}

static void
show_draft(struct req *r, const struct plan *p)
{
	struct feedback_draft *d = draft_of(r, p);
	bool writes = p->edits && may_here(r, "plan.write", p->unit)
	    && may_here(r, "feedback.view", p->unit);
	const char *left = undecided(r, d);

	if (d) {
		struct view *v = view_add(r->view, "ASKED");
		view_text(v, "asked_path", mem_printf(r->mem, "/feedback/draft/%lld", (long long)d->id));
		view_text(v, "asked", tr_with(r->mem, r->lang,
		    "{1} trên {2} đơn vị đã trả lời, {3} ý kiến", number(r, d->answered, 0),
		    number(r, d->asked, 0), number(r, d->comments, 0)));
		show_until(r, v, d);
		if (left && p->edits)
			view_text(view_add(v, "LEFT"), "left", left);
	}
	if (writes && !(d && d->open))
		view_text(view_add(r->view, "TO_ASK"), "ask_path", mem_printf(r->mem,
		    "/feedback/draft/plan/%lld/add", (long long)p->id));
}

/* By its topics for who looks after them; for others, who read opinions and answers alone, by
 * the plans of which those are. */
static void
show_done(struct req *r, const struct plan *p)
{
	int64_t told = 0;

	for (struct feedback_topic *t = feedback_topics_done(r->db, r->mem, p->id, r->lang); t;
	    t = t->next) {
		bool inside = may_here(r, "feedback.view", t->issuer);
		const char *of = *t->number ? t->number : t->subject;
		if (!inside && told == t->plan)
			continue;
		struct view *v = view_add(r->view, "CARRIES_OUT");
		view_text(v, "topic_name", inside ? t->name : tr_with(r->mem, r->lang, "về {1}", of, NULL, NULL));
		if (inside)
			view_text(view_add(v, "OF"), "of_number", of);
		view_text(v, "topic_path", mem_printf(r->mem, inside ? "/feedback/topic/%lld"
		    : "/feedback/plan/%lld", (long long)(inside ? t->id : t->plan)));
		told = t->plan;
	}
}

void
plan_show_feedback(struct req *r, const struct plan *p)
{
	if (p->stands)
		show_done(r, p);
	else
		show_draft(r, p);
}

const char *
plan_undecided(struct req *r, const struct plan *p)
{
	return undecided(r, draft_of(r, p));
}

/* For a unit of his there is a body above that may answer. */
static bool
may_propose(struct req *r)
{
	struct document_body *u = may(r, "document.write") ? document_drafters(r->db, r->mem, r->who.id,
	    "document.write", r->today) : NULL;

	while (u && !document_bodies(r->db, r->mem, u->unit, r->today))
		u = u->next;
	return u;
}

void
plan_show_documents(struct req *r, const struct plan *p)
{
	int64_t n = document_count(r->db, p->id, r->who.id, r->today);

	if (n) {
		struct view *v = view_add(r->view, "DOCUMENTS_OF");
		view_text(v, "n", number(r, n, 0));
		view_text(v, "documents_path", mem_printf(r->mem, "/document?plan=%lld", (long long)p->id));
	}
	if (p->stands && may_propose(r))
		view_text(view_add(r->view, "PROPOSE"), "propose_path",
		    mem_printf(r->mem, "/document/add?kind=proposal&plan=%lld", (long long)p->id));
}
