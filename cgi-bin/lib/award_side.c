/* award_side.c - what stands beside a nomination: its papers, whether it may be named in
 * public, whether its consideration rests, what the council said. */

#include "cgi-bin/lib/award_page.h"

static bool
wanted(struct req *r, const struct nomination *n, const char *part)
{
	struct nomination_paper *p = nomination_papers(r->db, r->mem, n->id, r->today, r->lang);

	while (p && strcmp(p->paper, part))
		p = p->next;
	return p || !*part;
}

static int
files_may(struct req *r, int64_t record, const char *part, enum attach_want want)
{
	struct nomination *n = nomination_seen(r->db, record, r->who.id, r->today)
	    ? nomination_get(r->db, r->mem, record, r->today, r->lang) : NULL;

	if (!n)
		return 404;
	if (want == ATTACH_SEE)
		return 0;
	if (may_here(r, "award.nominate", n->unit)) {
		if (!n->edits)
			return 409;
	} else if (want == ATTACH_REMOVE || !n->handler || !may_here(r, "award.review", n->handler)) {
		return 404;
	} else if (n->at_unit || !strcmp(n->kind, "end")) {
		return 409;
	}
	/* The form may have been opened while it still was. */
	if (want == ATTACH_ADD && !wanted(r, n, part))
		form_wrong_at(r->form, "part-", tr(r->lang, "Loại giấy tờ"), tr(r->lang,
		    "Hồ sơ này không cần giấy tờ ấy nữa: chọn loại khác trong danh sách, hoặc “Giấy tờ khác”"));
	return 0;
}

/* Each paper that is asked for, and what else there is. */
static struct attach_part *
parts(struct req *r, int64_t record)
{
	struct attach_part *first = NULL, **end = &first;

	for (struct nomination_paper *p = nomination_papers(r->db, r->mem, record, r->today, r->lang);
	    p; p = p->next) {
		*end = mem_take(r->mem, sizeof(**end));
		**end = (struct attach_part){ p->paper, p->label, NULL };
		end = &(*end)->next;
	}
	*end = mem_take(r->mem, sizeof(**end));
	**end = (struct attach_part){ "", tr(r->lang, "Giấy tờ khác"), NULL };
	return first;
}

const struct attach nomination_files = { "nomination", files_may, "/award/nomination", parts };

static const struct field consent_fields[] = {
	FIELD(nomination_consent, given,    "Ngày đồng ý", DAY),
	FIELD(nomination_consent, how,      "Hình thức đồng ý", LINE, .min = 2, .max = 200),
	FIELD(nomination_consent, document, "Giấy tờ lưu", LINE, true, .max = 200),
	{ 0 }
};
static const struct field why_fields[] = {
	FIELD(nomination_consent, why, "Người đề nghị rút, giấy tờ kèm theo", LINE, .min = 2, .max = 500),
	{ 0 }
};
static const struct field consent_labels[] = {
	{ .name = "given", .label = "Ngày đồng ý" }, { .name = "how", .label = "Hình thức đồng ý" },
	{ .name = "document", .label = "Giấy tờ lưu" },
	{ .name = "why", .label = "Người đề nghị rút, giấy tờ kèm theo" }, { 0 }
};

/* The nomination of the address, if this person keeps its consent: of the unit that
 * nominates or of the standing body that has it.  At any time: it may be withdrawn
 * after the list was published. */
static struct nomination *
consentable(struct req *r)
{
	struct nomination *n = nomination_of_address(r);

	return n && strcmp(n->subject, "collective") && (may_here(r, "award.nominate", n->unit)
	    || (n->handler && may_here(r, "award.review", n->handler))) ? n : NULL;
}

static int
show_consent(struct req *r, int status, const struct nomination *n,
    const struct nomination_consent *in)
{
	struct nomination_consent *c = nomination_consents(r->db, r->mem, n->id);
	struct view *all = c ? view_add(r->view, "CONSENTS") : view_add(r->view, "NO_CONSENT");

	view_text(r->view, "name", n->name);
	view_text(r->view, "self", nomination_path(r, n->id, ""));
	for (; c; c = c->next) {
		struct view *v = view_add(all, "GIVEN");
		view_date(v, "given_day", c->given);
		view_text(v, "how_given", c->how);
		view_text(v, "paper", *c->document ? c->document : tr(r->lang, "chưa có"));
		if (*c->withdrawn) {
			struct view *w = view_add(v, "WITHDRAWN");
			view_date(w, "withdrawn", c->withdrawn);
			view_text(w, "why_withdrawn", c->why);
			continue;
		}
		view_add(v, "LASTS");
		struct view *w = view_add(r->view, "WITHDRAW");
		form_open(r, w, mem_printf(r->mem, "%s/%lld/withdraw",
		    nomination_path(r, n->id, "/consent"), (long long)c->id));
		form_show(r->form, w, r->lang, why_fields, &(struct nomination_consent){ .why = "" });
	}
	if (!n->named) {
		struct view *v = view_add(r->view, "ADD");
		form_open(r, v, nomination_path(r, n->id, "/consent"));
		form_show(r->form, v, r->lang, consent_fields, in);
	}
	form_show_faults(r->form, r->view, r->lang, consent_labels);
	nomination_crumbs(r, n, tr(r->lang, "Đồng ý nêu tên công khai"));
	return show(r, status, "nomination_consent");
}

static const struct nomination_consent none = { .given = "", .how = "", .document = "" };

int
nomination_consent_page(struct req *r)
{
	struct nomination *n = consentable(r);

	return n ? show_consent(r, 200, n, &none) : 404;
}

int
nomination_consent_save(struct req *r)
{
	struct nomination *n = consentable(r);
	struct nomination_consent c = none;

	if (!n)
		return 404;
	if (n->named)
		return 409;
	if (form_read(r->form, r->mem, consent_fields, &c) && strcmp(c.given, r->today) > 0)
		form_wrong(r->form, "given", "Ngày này chưa đến: ghi ngày hôm nay hoặc trước đó");
	if (form_faults(r->form))
		return show_consent(r, 422, n, &c);
	nomination_consent_add(r->db, n->id, &c);
	changed_form(r, consent_fields, &none, &c);
	audit(r, "nomination.consent", n->id);
	said(r, "Đã ghi đồng ý nêu tên");
	return go(r, nomination_path(r, n->id, "/consent"));
}

int
nomination_consent_end_save(struct req *r)
{
	struct nomination *n = consentable(r);
	struct nomination_consent *c = n ? nomination_consents(r->db, r->mem, n->id) : NULL;
	struct nomination_consent in = { .why = "" };

	while (c && c->id != r->id2)
		c = c->next;
	if (!c)
		return 404;
	if (*c->withdrawn)
		return 409;
	if (!form_read(r->form, r->mem, why_fields, &in))
		return show_consent(r, 422, n, &none);
	nomination_consent_end(r->db, c->id, r->today, in.why);
	changed(r, "withdrawn", "", r->today);
	changed(r, "why", "", in.why);
	audit(r, "nomination.unconsent", n->id);
	said(r, "Đã ghi rút đồng ý: từ nay không nêu tên ở trang công khai");
	return go(r, nomination_path(r, n->id, "/consent"));
}

/* ---- holds ---- */

static const struct field hold_fields[] = {
	FIELD(nomination_hold, reason,     "Lý do", LINES, .min = 2, .max = 1000),
	FIELD(nomination_hold, document,   "Nguồn, văn bản", LINE, true, .max = 200),
	FIELD(nomination_hold, valid_from, "Từ ngày", DAY),
	FIELD(nomination_hold, valid_to,   "Đến ngày", DAY, true),
	{ 0 }
};

static struct nomination *
holdable(struct req *r, int *status)
{
	struct nomination *n = nomination_of_address(r);

	*status = 404;
	if (!n || !n->handler || !may_here(r, "award.review", n->handler))
		return NULL;
	*status = 409;
	return strcmp(n->kind, "end") ? n : NULL;
}

static int
show_hold(struct req *r, int status, const struct nomination *n, const struct nomination_hold *in)
{
	form_open(r, r->view, nomination_path(r, n->id, "/hold"));
	form_show(r->form, r->view, r->lang, hold_fields, in);
	view_text(r->view, "name", n->name);
	view_text(r->view, "self", nomination_path(r, n->id, ""));
	for (struct nomination_hold *h = nomination_holds(r->db, r->mem, n->id); h; h = h->next) {
		struct view *v = view_add(r->view, "HELD");
		view_text(v, "why", h->reason);
		view_text(v, "paper", *h->document ? h->document : tr(r->lang, "chưa có"));
		view_date(v, "since", h->valid_from);
		if (strcmp(h->valid_to, AWARD_OPEN))
			view_date(view_add(v, "UNTIL"), "until", h->valid_to);
		if (*h->ended)
			view_date(view_add(v, "ENDED"), "ended", h->ended);
		if (*h->ended || strcmp(h->valid_to, r->today) < 0)
			continue;
		struct view *e = view_add(v, "END");
		form_open(r, e, mem_printf(r->mem, "%s/%lld/end", nomination_path(r, n->id, "/hold"),
		    (long long)h->id));
		view_date(e, "since", h->valid_from);
	}
	nomination_crumbs(r, n, tr(r->lang, "Tạm dừng xét"));
	return show(r, status, "nomination_hold");
}

int
nomination_hold_page(struct req *r)
{
	int status;
	struct nomination *n = holdable(r, &status);

	return n ? show_hold(r, 200, n, &(struct nomination_hold){ .reason = "", .document = "",
	    .valid_from = r->today, .valid_to = "" }) : status;
}

int
nomination_hold_save(struct req *r)
{
	int status;
	struct nomination *n = holdable(r, &status);
	struct nomination_hold h = { .reason = "" };

	if (!n)
		return status;
	if (form_read(r->form, r->mem, hold_fields, &h) && *h.valid_to
	    && strcmp(h.valid_to, h.valid_from) < 0)
		form_wrong(r->form, "valid_to", "Ngày cuối trước ngày đầu: xem lại hai ngày");
	if (form_faults(r->form))
		return show_hold(r, 422, n, &h);
	if (!*h.valid_to)
		h.valid_to = AWARD_OPEN;
	nomination_hold_add(r->db, n->id, &h);
	changed_form(r, hold_fields, &(struct nomination_hold){ .reason = "", .document = "",
	    .valid_from = "", .valid_to = "" }, &h);
	audit(r, "nomination.hold", n->id);
	said(r, "Đã ghi tạm dừng xét");
	return go(r, nomination_path(r, n->id, ""));
}

int
nomination_hold_end_save(struct req *r)
{
	int status;
	struct nomination *n = holdable(r, &status);
	struct nomination_hold *h = n ? nomination_holds(r->db, r->mem, n->id) : NULL;

	while (h && h->id != r->id2)
		h = h->next;
	if (!h)
		return n ? 404 : status;
	if (*h->ended || strcmp(h->valid_to, r->today) < 0)
		return 409;
	nomination_hold_end(r->db, h->id, r->today);
	changed(r, "ended", "", r->today);
	audit(r, "nomination.unhold", n->id);
	said(r, "Đã kết thúc tạm dừng xét");
	return go(r, nomination_path(r, n->id, ""));
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
	for (const struct field *f = opinion_fields; f->name; f++)
		if (f->kind == NUMBER && !form_sent(r->form, f->name))
			view_text(r->view, f->name, "");	/* nobody has counted nought yet */
	view_text(r->view, "self", nomination_path(r, n->id, ""));
	view_text(r->view, "name", n->name);
	view_text(r->view, "form", n->form_name);
	show_edition(r, r->view, "", n->edition);
	nomination_crumbs(r, n, tr(r->lang, "Ghi ý kiến Hội đồng"));
	return show(r, status, "nomination_opinion");
}

int
nomination_opinion_page(struct req *r)
{
	int status;
	struct nomination *n = nomination_movable(r, "opinion", &status);

	return n ? show_opinion(r, 200, n, &(struct nomination_opinion){ .day = r->today,
	    .document = "", .text = "" }) : status;
}

int
nomination_opinion_save(struct req *r)
{
	int status;
	struct nomination *n = nomination_movable(r, "opinion", &status);
	struct nomination_opinion o = { .day = "" };

	if (!n)
		return status;
	nomination_check_edition(r, n);
	if (form_read(r->form, r->mem, opinion_fields, &o)) {
		if (strcmp(o.day, r->today) > 0)
			form_wrong(r->form, "day", "Ngày này chưa đến: ghi ngày hôm nay hoặc trước đó");
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
	nomination_settle(r->db, n->id);
	return go(r, nomination_path(r, n->id, ""));
}
