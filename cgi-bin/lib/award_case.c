/* award_case.c - a nomination as those see it who handle it, and the steps of its case
 * that need no page of their own. */

#include <stdlib.h>

#include "cgi-bin/lib/award_page.h"

struct nomination *
nomination_of_address(struct req *r)
{
	return nomination_seen(r->db, r->id, r->who.id, r->today)
	    ? nomination_get(r->db, r->mem, r->id, r->today, r->lang) : NULL;
}

static const char *
days(struct req *r, const char *from, const char *to)
{
	const char *none = tr(r->lang, "chưa ghi");

	return !*from && !*to ? none : tr_with(r->mem, r->lang, "từ {1} đến {2}",
	    *from ? text_of_day(r->mem, from) : none, *to ? text_of_day(r->mem, to) : none, NULL);
}

static bool
stops_twice(struct req *r)
{
	return !strcmp(setting_get(r->db, r->mem, "award_duplicate", r->today, "warn"), "stop");
}

bool
nomination_twice(struct req *r, const struct nomination *n)
{
	struct nomination_found *f = stops_twice(r) ? nomination_same(r->db, r->mem, n->id, r->who.id,
	    r->today, r->lang) : NULL;

	while (f && !f->award)
		f = f->next;
	return f;
}

void
nomination_show_same(struct req *r, const struct nomination *n)
{
	struct nomination_found *f = nomination_same(r->db, r->mem, n->id, r->who.id, r->today, r->lang);
	bool given = false;
	int64_t mandate = r->mandate;
	struct view *all = f ? view_add(r->view, "SAME") : NULL;

	for (; f; f = f->next) {
		struct view *v = view_add(all, "FOUND");
		view_text(v, "form", *f->form ? f->form : tr(r->lang, "chưa chọn danh hiệu, hình thức"));
		view_text(v, "achieved", days(r, f->achieved_from, f->achieved_to));
		if (f->award) {
			struct view *a = view_add(v, "GIVEN");
			view_text(a, "number", f->number);
			view_date(a, "date", f->date);
			view_text(a, "found_path", award_path(r, f->id, ""));
		} else {
			struct view *a = view_add(v, "UNDER_WAY");
			view_text(a, "unit_name", f->unit_name);
			view_text(a, "state_label", f->state_label);
			view_text(a, "found_path", nomination_path(r, f->id, ""));
		}
		given |= f->award;
	}
	if (all && given)
		view_add(all, stops_twice(r) ? "STOPS" : "WARNS");
	if (!n->handler || !may_here(r, "award.review", n->handler))
		view_add(r->view, "NOT_ALL");	/* whether anything was found or not */
	r->mandate = mandate;
}

void
nomination_show_who(struct req *r, const struct nomination *n)
{
	view_text(r->view, "name", n->name);
	view_text(r->view, "subject", award_subject(r, n->subject));
	view_text(r->view, "group", n->group_label);
	view_text(r->view, "unit_name", n->unit_name);
	view_text(r->view, "of_name", *n->of_name ? n->of_name : tr(r->lang, "ngoài địa bàn"));
	view_text(r->view, "form", *n->form_name ? n->form_name
	    : tr(r->lang, "chưa chọn danh hiệu, hình thức"));
	view_text(r->view, "type", n->type_label);
	view_text(r->view, "achieved", days(r, n->achieved_from, n->achieved_to));
	view_text(r->view, "state_label", n->state_label);
	view_text(r->view, "tag", n->tag);
	view_text(r->view, "self", nomination_path(r, n->id, ""));
	if (strcmp(n->name, n->of_name))	/* else a unit, said twice */
		view_add(r->view, "OF");
	if (n->birth_year)
		view_int(view_add(r->view, "BORN"), "birth_year", n->birth_year);
	if (*n->post)
		view_text(view_add(r->view, "POST"), "post", n->post);
	if (*n->place)
		view_text(view_add(r->view, "PLACE"), "place", n->place);
	if (n->plan) {
		struct view *v = view_add(r->view, "PLAN");
		view_text(v, "plan_path", mem_printf(r->mem, "/plan/%lld", (long long)n->plan));
		view_text(v, "plan_subject", n->plan_subject);
	}
	if (*n->handler_name)
		view_text(view_add(r->view, "HANDLER"), "handler_name", n->handler_name);
	if (n->decision) {
		struct view *v = view_add(r->view, "DECISION");
		view_text(v, "decision_path", award_path(r, n->decision, ""));
		view_text(v, "number", *n->decision_number ? n->decision_number
		    : tr(r->lang, "chưa có số"));
	}
}

void
nomination_check_edition(struct req *r, const struct nomination *n)
{
	is_old(r, n->edition, tr(r->lang,
	    "Đề nghị đã đổi sau khi bạn mở trang: xem lại nội dung hiện tại rồi làm lại"));
}

static void
show_side(struct req *r, const struct nomination *n)
{
	for (struct nomination_hold *h = nomination_holds(r->db, r->mem, n->id); h; h = h->next) {
		if (*h->ended || strcmp(h->valid_from, r->today) > 0 || strcmp(h->valid_to, r->today) < 0)
			continue;
		struct view *v = view_add(r->view, "HELD");
		view_text(v, "reason", h->reason);
		view_date(v, "since", h->valid_from);
		if (strcmp(h->valid_to, AWARD_OPEN))
			view_date(view_add(v, "UNTIL"), "until", h->valid_to);
	}
	if (strcmp(n->subject, "collective"))
		view_add(r->view, n->named ? "CONSENTED" : "NOT_CONSENTED");
	for (struct nomination_opinion *o = nomination_opinions(r->db, r->mem, n->id); o; o = o->next) {
		struct view *v = view_add(r->view, "OPINION");
		view_date(v, "day", o->day);
		view_text(v, "document", o->document);
		view_text(v, "members", number(r, o->members, 0));
		view_text(v, "present", number(r, o->present, 0));
		view_text(v, "agreed", number(r, o->agreed, 0));
		view_text(v, "percent", number(r, (o->agreed * 20000 + o->members) / (o->members * 2), 2));
		view_text(v, "text", o->text);
	}
}

/* All moves after the sending decide on it: none of them is for whose own it is. */
static bool
own_move(struct req *r, const struct nomination *n)
{
	return !n->at_unit && nomination_own(r->db, n->id, r->who.id);
}

bool
nomination_offers(struct req *r, const struct nomination *n, const char *move)
{
	return !own_move(r, n) && award_offers(r, n->flow_case, move);
}

struct nomination *
nomination_movable(struct req *r, const char *move, int *status)
{
	struct nomination *n = nomination_of_address(r);

	*status = 404;
	if (!n || !may_here(r, !strcmp(move, "submit") ? "award.send" : "award.review",
	    !strcmp(move, "submit") ? n->unit : n->handler))
		return NULL;
	if (!n->held && nomination_offers(r, n, move))
		return n;
	*status = overtaken(r, n->flow_case, "");
	return NULL;
}

/* Is there a standing body above the one that has it? */
static bool
has_above(struct req *r, const struct nomination *n)
{
	struct nomination_office *o = nomination_offices(r->db, r->mem, n->handler, n->award_form,
	    r->today);

	while (o && o->unit == n->handler)
		o = o->next;
	return o;
}

static void
show_links(struct req *r, const struct nomination *n)
{
	bool reviews = n->handler && may_here(r, "award.review", n->handler);

	if (n->edits && may_here(r, "award.nominate", n->unit))
		view_add(r->view, "EDIT");
	if (!n->held && nomination_offers(r, n, "submit"))
		view_add(r->view, "SEND");
	if (!n->held && nomination_offers(r, n, "refer") && has_above(r, n))
		view_add(r->view, "REFER");
	if (!n->held && nomination_offers(r, n, "opinion"))
		view_add(r->view, "GIVE_OPINION");
	if (!n->held && nomination_offers(r, n, "list"))
		view_add(r->view, "LIST_IT");
	if (strcmp(n->subject, "collective")
	    && (may_here(r, "award.nominate", n->unit) || reviews))
		view_add(r->view, "CONSENT");
	if (reviews && strcmp(n->kind, "end"))
		view_add(r->view, "HOLD");
	if (reviews && own_move(r, n) && strcmp(n->kind, "end"))
		view_add(r->view, "OWN");
}

/* Who only writes is told who sends; and that nobody does, where nobody may. */
static void
show_next(struct req *r, const struct nomination *n)
{
	const char *who = n->at_unit ? nomination_senders(r->db, r->mem, n->unit, r->today) : "";
	struct view *v;

	if (!n->at_unit || n->held || may_here(r, "award.send", n->unit)
	    || !may_here(r, "award.nominate", n->unit))
		return;
	v = view_add(r->view, "NEXT");
	view_text(v, "unit_name", n->unit_name);
	if (!*who)
		view_add(v, "NOBODY_SENDS");
	else
		view_text(view_add(v, n->edits ? "PASS_IT" : "WAITS"), "senders", who);
}

/* What is to be sent next is offered first. */
static const char *
first_lacking(const struct nomination_paper *p)
{
	while (p && p->there)
		p = p->next;
	return p ? p->paper : "";
}

/* Why it was returned since it was last sent, though it moved within its unit since; why it
 * was refused. */
static const struct flow_step *
turned_down(const struct flow_step *p)
{
	while (p && strcmp(p->move, "submit") && strcmp(p->move, "return") && strcmp(p->move, "back")
	    && strcmp(p->move, "refuse"))
		p = p->next;
	return p && strcmp(p->move, "submit") ? p : NULL;
}

static int
show_one(struct req *r, int status, const struct nomination *n)
{
	struct nomination_paper *papers = nomination_papers(r->db, r->mem, n->id, r->today, r->lang);
	const struct flow_step *no = turned_down(steps_of(r, n->flow_case));

	nomination_crumbs(r, NULL, n->name);
	form_show_faults(r->form, r->view, r->lang, nomination_labels);
	nomination_show_who(r, n);
	view_int(r->view, "edition", n->edition);
	nomination_show_papers(r, n, papers);
	show_side(r, n);
	if (strcmp(n->kind, "end"))
		nomination_show_same(r, n);
	view_html(r->view, "report_html", (struct html){ n->html });
	if (!*n->report)
		view_add(r->view, "NO_REPORT");
	if (no && (n->at_unit || !strcmp(n->state, "refused"))) {
		struct view *v = view_add(r->view, "RETURNED");
		view_text(v, "label", strcmp(n->state, "signing") ? no->to_label
		    : tr(r->lang, "Lần trước đã trả lại"));
		view_text(v, "reason", no->reason);
		view_text(v, "who_said", no->name);
		view_text(v, "at", moment(r, no->at));
		if (strcmp(n->state, "refused"))
			show_earlier(r, v, n->flow_case, "submitted");
	}
	show_links(r, n);
	show_next(r, n);
	attach_show(r, r->view, &nomination_files, n->id, first_lacking(papers), tr(r->lang, "Giấy tờ đã gửi"),
	    !nomination_files.may(r, n->id, "", ATTACH_ADD));
	award_show_moves(r, n->flow_case, nomination_path(r, n->id, "/move"),
	    own_move(r, n) ? "submit receive refer council opinion return refuse list unlist decide"
	    : n->held ? "submit receive refer council opinion list unlist decide"
	    : "submit refer opinion list unlist decide");
	award_show_steps(r, n->flow_case);
	return show(r, status, "nomination_one");
}

static int
as_json(struct req *r, const struct nomination *n)
{
	struct json *j = json_new(r);

	json_int(j, "id", n->id);
	json_text(j, "subject", n->subject);
	json_text(j, "name", n->name);
	if (n->birth_year)
		json_int(j, "birth_year", n->birth_year);
	else
		json_text(j, "birth_year", NULL);
	json_text(j, "post", n->post);
	json_text(j, "place", n->place);
	json_text(j, "nominator", n->unit_name);
	json_text(j, "unit", *n->of_name ? n->of_name : NULL);
	json_text(j, "form", *n->form_name ? n->form_name : NULL);
	json_text(j, "type", n->award_type);
	json_text(j, "group", n->award_group);
	json_text(j, "plan", *n->plan_number ? n->plan_number : NULL);
	json_text(j, "achieved_from", *n->achieved_from ? n->achieved_from : NULL);
	json_text(j, "achieved_to", *n->achieved_to ? n->achieved_to : NULL);
	json_text(j, "report", n->report);
	json_text(j, "state", n->state);
	json_text(j, "handler", *n->handler_name ? n->handler_name : NULL);
	json_text(j, "named", n->named ? "yes" : "no");
	return json_show(r, j);
}

int
nomination_page(struct req *r)
{
	struct nomination *n = nomination_of_address(r);

	if (!n)
		return 404;
	return r->face == JSON ? as_json(r, n) : show_one(r, 200, n);
}

int
nomination_move_save(struct req *r)
{
	static const char *const here[] = { "receive", "council", "return", "refuse", "withdraw",
		"pass", "recall", "back" };
	struct nomination *n = nomination_of_address(r);
	struct flow_ask ask = { .move = form_get(r->form, "move"),
	    .reason = form_get(r->form, "reason"), .value = nomination_value, .record = n };
	bool known = false;
	int status;

	/* The others have pages of their own, which ask for more. */
	for (size_t i = 0; i < sizeof(here) / sizeof(*here); i++)
		known |= !strcmp(here[i], ask.move);
	if (!n || !known)
		return 404;
	if (n->held && (!strcmp(ask.move, "receive") || !strcmp(ask.move, "council")))
		return 409;
	ask.flow_case = n->flow_case;
	if (text_length(ask.reason) > 4000) {
		form_wrong(r->form, "reason", "Lý do dài quá 4.000 ký tự: hãy rút ngắn");
		return show_one(r, 422, n);
	}
	/* Whose move it is, is asked before it is told what is wrong. */
	if (award_offers(r, n->flow_case, ask.move)) {
		if (own_move(r, n))
			award_refuse_own(r);
		nomination_check_edition(r, n);
		if (!strcmp(ask.move, "pass"))
			nomination_check_papers(r, nomination_papers(r->db, r->mem, n->id, r->today, r->lang));
		if (form_faults(r->form))
			return show_one(r, 422, n);
	}
	status = act(r, &ask, mem_printf(r->mem, "award.%s", ask.move), n->id);
	if (status < 0)
		return show_one(r, 422, n);
	if (status)
		return status;
	if (!strcmp(ask.move, "receive"))
		nomination_accept(r->db, n->id, r->today);
	nomination_settle(r->db, n->id);
	return go(r, nomination_path(r, n->id, ""));
}
