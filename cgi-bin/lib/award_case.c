/* award_case.c - a nomination as those see it who handle it, and each step of its case:
 * sent by the leader, received, referred to a higher authority, asked of the council. */

#include "cgi-bin/lib/award_page.h"

struct nomination *
nomination_of_address(struct req *r)
{
	return nomination_seen(r->db, r->id, r->who.id, r->today)
	    ? nomination_get(r->db, r->mem, r->id, r->today, r->lang) : NULL;
}

/* The headings of the outline alone are no report. */
static bool
tells_something(const char *markdown)
{
	for (; *markdown; markdown += strcspn(markdown, "\n")) {
		markdown += strspn(markdown, " \t\r\n");
		if (*markdown && *markdown != '#')
			return true;
	}
	return false;
}

const char *
nomination_value(const void *record, const char *field)
{
	const struct nomination *n = record;

	return !strcmp(field, "report") && tells_something(n->report) ? n->report : "";
}

static const char *
days(struct req *r, const char *from, const char *to)
{
	return tr_with(r->mem, r->lang, "từ {1} đến {2}", text_of_day(r->mem, from),
	    text_of_day(r->mem, to), NULL);
}

bool
nomination_show_same(struct req *r, const struct nomination *n)
{
	struct nomination_found *f = nomination_same(r->db, r->mem, n->id, r->who.id, r->today, r->lang);
	bool stops = !strcmp(setting_get(r->db, r->mem, "award_duplicate", r->today, "warn"), "stop");
	bool given = false;
	int64_t mandate = r->mandate;
	struct view *all = f ? view_add(r->view, "SAME") : NULL;

	for (; f; f = f->next) {
		struct view *v = view_add(all, "FOUND");
		view_text(v, "form", f->form);
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
		view_add(all, stops ? "STOPS" : "WARNS");
	if (!n->handler || !may_here(r, "award.review", n->handler))
		view_add(r->view, "NOT_ALL");	/* whether anything was found or not */
	r->mandate = mandate;
	return stops && given;
}

static void
show_who(struct req *r, const struct nomination *n)
{
	view_text(r->view, "name", n->name);
	view_text(r->view, "subject", award_subject(r, n->subject));
	view_text(r->view, "group", n->group_label);
	view_text(r->view, "unit_name", n->unit_name);
	view_text(r->view, "of_name", *n->of_name ? n->of_name : tr(r->lang, "ngoài cổng"));
	view_text(r->view, "form", n->form_name);
	view_text(r->view, "type", n->type_label);
	view_text(r->view, "achieved", days(r, n->achieved_from, n->achieved_to));
	view_text(r->view, "state_label", n->state_label);
	view_text(r->view, "tag", n->tag);
	view_text(r->view, "self", nomination_path(r, n->id, ""));
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
own_move(struct req *r, const struct nomination *n, const char *move)
{
	return strcmp(move, "submit") && strcmp(move, "withdraw")
	    && nomination_own(r->db, n->id, r->who.id);
}

static bool
flow_offers(struct req *r, const struct nomination *n, const char *move)
{
	for (struct flow_move *m = flow_moves(r->db, r->mem, n->flow_case, r->who.id, r->today,
	    r->lang); m; m = m->next)
		if (!strcmp(m->move, move))
			return true;
	return false;
}

static bool
offers(struct req *r, const struct nomination *n, const char *move)
{
	return !own_move(r, n, move) && flow_offers(r, n, move);
}

static void
show_links(struct req *r, const struct nomination *n)
{
	bool reviews = n->handler && may_here(r, "award.review", n->handler);

	if (n->edits && may_here(r, "award.nominate", n->unit))
		view_add(r->view, "EDIT");
	if (!n->held && offers(r, n, "submit"))
		view_add(r->view, "SEND");
	if (!n->held && offers(r, n, "refer"))
		view_add(r->view, "REFER");
	if (!n->held && offers(r, n, "opinion"))
		view_add(r->view, "GIVE_OPINION");
	if (!n->held && offers(r, n, "list"))
		view_add(r->view, "LIST_IT");
	if (strcmp(n->subject, "collective")
	    && (may_here(r, "award.nominate", n->unit) || reviews))
		view_add(r->view, "CONSENT");
	if (reviews && strcmp(n->kind, "end"))
		view_add(r->view, "HOLD");
	if (reviews && !n->edits && strcmp(n->kind, "end")
	    && nomination_own(r->db, n->id, r->who.id))
		view_add(r->view, "OWN");
}

static int
show_one(struct req *r, int status, const struct nomination *n)
{
	struct flow_step *last = flow_steps(r->db, r->mem, n->flow_case, r->lang);

	nomination_crumbs(r, NULL, n->name);
	form_show_faults(r->form, r->view, r->lang, (const struct field[]){
		{ .name = "reason", .label = "Lý do" }, { .name = "report", .label = "Báo cáo thành tích" },
		{ 0 } });
	show_who(r, n);
	show_side(r, n);
	if (strcmp(n->kind, "end"))
		nomination_show_same(r, n);
	view_html(r->view, "report_html", (struct html){ n->html });
	if (!*n->report)
		view_add(r->view, "NO_REPORT");
	if (last && *last->reason && (!strcmp(n->state, "returned") || !strcmp(n->state, "refused"))) {
		struct view *v = view_add(r->view, "RETURNED");
		view_text(v, "label", n->state_label);
		view_text(v, "reason", last->reason);
		view_text(v, "who_said", last->name);
		view_text(v, "at", moment(r, last->at));
	}
	show_links(r, n);
	attach_show(r, r->view, &nomination_files, n->id, "", tr(r->lang, "Giấy tờ của đề nghị"),
	    !nomination_files.may(r, n->id, "", ATTACH_ADD));
	award_show_moves(r, n->flow_case, nomination_path(r, n->id, "/move"),
	    own_move(r, n, "receive") ? "submit receive refer council opinion return refuse list unlist decide"
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
	json_text(j, "form", n->form_name);
	json_text(j, "type", n->award_type);
	json_text(j, "group", n->award_group);
	json_text(j, "plan", *n->plan_number ? n->plan_number : NULL);
	json_text(j, "achieved_from", n->achieved_from);
	json_text(j, "achieved_to", n->achieved_to);
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
	static const char *const here[] = { "receive", "council", "return", "refuse", "withdraw" };
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
	if (own_move(r, n, ask.move) && flow_offers(r, n, ask.move)) {
		award_refuse_own(r);
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

/* ---- to whom it goes ---- */

/* A choice of those that may have it; the one that may grant the form is offered first.
 * `but` is left out. */
static void
show_offices(struct req *r, struct nomination_office *o, int64_t but)
{
	int64_t chosen = award_id_typed(r, "to", 0);
	bool any = false;

	for (struct nomination_office *x = o; x && !chosen; x = x->next)
		if (x->grants && x->unit != but)
			chosen = x->unit;
	for (; o; o = o->next) {
		if (o->unit == but)
			continue;
		any = true;
		form_option(r->view, "OFFICE", award_id(r, o->unit), o->grants
		    ? tr_with(r->mem, r->lang, "{1} (có thẩm quyền với hình thức này)", o->name, NULL, NULL)
		    : o->name, award_id(r, chosen));
	}
	view_add(r->view, any ? "SOME_OFFICE" : "NO_OFFICE");
}

static const struct field to_labels[] = {
	{ .name = "to", .label = "Gửi tới" }, { .name = "reason", .label = "Lý do" },
	{ .name = "report", .label = "Báo cáo thành tích" },
	{ .name = "same", .label = "Khen trùng thành tích" }, { 0 }
};

static int
show_to(struct req *r, int status, const struct nomination *n, const char *move)
{
	bool sends = !strcmp(move, "submit");

	form_open(r, r->view, nomination_path(r, n->id, sends ? "/send" : "/refer"));
	show_who(r, n);
	nomination_show_same(r, n);
	if (sends)
		show_offices(r, nomination_offices(r->db, r->mem, n->unit, n->award_form, r->today), 0);
	else
		show_offices(r, nomination_offices(r->db, r->mem, n->handler, n->award_form, r->today),
		    n->handler);
	view_add(r->view, sends ? "SENDS" : "REFERS");
	view_text(r->view, "reason", form_get(r->form, "reason"));
	form_show_faults(r->form, r->view, r->lang, to_labels);
	nomination_crumbs(r, n, tr(r->lang, sends ? "Gửi đề nghị khen thưởng" : "Chuyển đề nghị lên cấp trên"));
	return show(r, status, "nomination_to");
}

/* The nomination of the address, if that move of it is this person's; else *status. */
static struct nomination *
movable(struct req *r, const char *move, int *status)
{
	struct nomination *n = nomination_of_address(r);

	*status = 404;
	if (!n || !may_here(r, !strcmp(move, "submit") ? "award.send" : "award.review",
	    !strcmp(move, "submit") ? n->unit : n->handler))
		return NULL;
	*status = 409;
	return !n->held && offers(r, n, move) ? n : NULL;
}

static int
to_page(struct req *r, const char *move)
{
	int status;
	struct nomination *n = movable(r, move, &status);

	return n ? show_to(r, 200, n, move) : status;
}

int
nomination_send_page(struct req *r)
{
	return to_page(r, "submit");
}

int
nomination_refer_page(struct req *r)
{
	return to_page(r, "refer");
}

static int
to_save(struct req *r, const char *move)
{
	int status;
	struct nomination *n = movable(r, move, &status);
	bool sends = !strcmp(move, "submit");
	int64_t to = award_id_typed(r, "to", 0), from;
	struct nomination_office *o;

	if (!n)
		return status;
	from = sends ? n->unit : n->handler;
	for (o = nomination_offices(r->db, r->mem, from, n->award_form, r->today); o; o = o->next)
		if (o->unit == to && (sends || to != n->handler))
			break;
	if (!o)
		form_wrong(r->form, "to", "Cần chọn một cơ quan trong danh sách");
	if (text_length(form_get(r->form, "reason")) > 4000)
		form_wrong(r->form, "reason", "Lý do dài quá 4.000 ký tự: hãy rút ngắn");
	if (sends && nomination_show_same(r, n))
		form_wrong(r->form, "same", "Thành tích này đã được khen; cơ quan thường trực quy định không khen trùng: rút đề nghị, hoặc sửa thời gian, phong trào nếu ghi nhầm");
	if (form_faults(r->form)) {
		view_text(r->view, "to_invalid", o ? "false" : "true");
		return show_to(r, 422, n, move);
	}
	struct flow_ask ask = { .flow_case = n->flow_case, .move = move,
	    .reason = form_get(r->form, "reason"), .value = nomination_value, .record = n };
	changed(r, "handler", n->handler_name, o->name);
	status = act(r, &ask, mem_printf(r->mem, "award.%s", move), n->id);
	if (status < 0)
		return show_to(r, 422, n, move);
	if (status)
		return status;
	nomination_hand(r->db, n->id, to);
	nomination_settle(r->db, n->id);
	said_with(r, "Đã gửi đề nghị tới {1}", o->name, NULL);
	return go(r, nomination_path(r, n->id, ""));
}

int
nomination_send_save(struct req *r)
{
	return to_save(r, "submit");
}

int
nomination_refer_save(struct req *r)
{
	return to_save(r, "refer");
}

/* ---- the council ---- */

static const struct field opinion_fields[] = {
	FIELD(nomination_opinion, day,      "Ngày họp hoặc lấy ý kiến", DAY),
	FIELD(nomination_opinion, document, "Số biên bản", LINE, true, .max = 100),
	FIELD(nomination_opinion, members,  "Tổng số thành viên", NUMBER, .min = 1, .max = 500),
	FIELD(nomination_opinion, present,  "Số dự họp, cho ý kiến", NUMBER, .min = 0, .max = 500),
	FIELD(nomination_opinion, agreed,   "Số đồng ý", NUMBER, .min = 0, .max = 500),
	FIELD(nomination_opinion, text,     "Kết luận", LINES, true, .max = 4000),
	{ 0 }
};

static int
show_opinion(struct req *r, int status, const struct nomination *n,
    const struct nomination_opinion *o)
{
	form_open(r, r->view, nomination_path(r, n->id, "/opinion"));
	form_show(r->form, r->view, r->lang, opinion_fields, o);
	view_text(r->view, "name", n->name);
	view_text(r->view, "form", n->form_name);
	nomination_crumbs(r, n, tr(r->lang, "Ghi ý kiến Hội đồng"));
	return show(r, status, "nomination_opinion");
}

int
nomination_opinion_page(struct req *r)
{
	int status;
	struct nomination *n = movable(r, "opinion", &status);

	return n ? show_opinion(r, 200, n, &(struct nomination_opinion){ .day = r->today,
	    .document = "", .text = "" }) : status;
}

int
nomination_opinion_save(struct req *r)
{
	int status;
	struct nomination *n = movable(r, "opinion", &status);
	struct nomination_opinion o = { .day = "" };

	if (!n)
		return status;
	if (form_read(r->form, r->mem, opinion_fields, &o)) {
		if (strcmp(o.day, r->today) > 0)
			form_wrong(r->form, "day", "Ngày ở tương lai: ghi hôm nay hoặc ngày trước đó");
		if (o.present > o.members)
			form_wrong(r->form, "present", "Nhiều hơn tổng số thành viên: xem lại hai số");
		if (o.agreed > o.present)
			form_wrong(r->form, "agreed", "Nhiều hơn số dự họp, cho ý kiến: xem lại hai số");
	}
	if (form_faults(r->form))
		return show_opinion(r, 422, n, &o);
	changed_form(r, opinion_fields, &(struct nomination_opinion){ .day = "", .document = "",
	    .text = "" }, &o);
	status = act(r, &(struct flow_ask){ .flow_case = n->flow_case, .move = "opinion",
	    .reason = "" }, "award.opinion", n->id);
	if (status < 0)
		return show_opinion(r, 422, n, &o);
	if (status)
		return status;
	nomination_opinion_add(r->db, n->id, &o);
	return go(r, nomination_path(r, n->id, ""));
}
