/* plan_case.c - a plan's case moved on; and its issue, which gives it number and day. */

#include <stdlib.h>

#include "cgi-bin/lib/outline.h"
#include "cgi-bin/lib/plan_archive.h"
#include "cgi-bin/lib/plan_change_page.h"
#include "cgi-bin/lib/plan_text.h"
#include "db/document.h"

/* It stands from now on; sent to the units of that day. */
static void
settle(struct req *r, const struct plan *p, const char *day)
{
	int sent = plan_settle(r->db, r->mem, p->id, day, r->now);

	said_with(r, sent ? "Đã ban hành {1}, gửi qua cổng tới {2} đơn vị"
	    : "Đã ban hành {1}; không có nơi nhận nào gửi qua cổng", plan_name(r, p),
	    number(r, sent, 0));
}

/* It was submitted, and something is missing that does not hold it up. */
static void
warn(struct req *r, const struct plan *p)
{
	const char *parts[] = { plan_change_unlike(r, p), plan_undecided(r, p),
	    plan_is_archived(plan_recipients(r->db, r->mem, p->id, r->today, r->lang)) ? NULL
	    : tr(r->lang, "Nơi nhận chưa có dòng lưu") };
	const char *all = "";

	for (size_t i = 0; i < sizeof(parts) / sizeof(*parts); i++)
		if (parts[i])
			all = mem_printf(r->mem, "%s%s%s", all, *all ? ". " : "", parts[i]);
	if (*all)
		said_with(r, "Đã trình. {1}", all, NULL);
}

/* A unit has one register of numbers, of plans and of proposals and conclusions. */
static bool
is_taken(struct req *r, const struct plan *p)
{
	return plan_number_taken(r->db, p->unit, p->number, p->date, p->id)
	    || document_number_taken(r->db, p->unit, p->number, p->date, 0);
}

int
plan_move(struct req *r)
{
	struct plan *p = plan_get(r->db, r->mem, r->id, r->lang);
	struct flow_ask ask = { .move = form_get(r->form, "move"),
	    .reason = form_get(r->form, "reason"), .value = plan_value, .record = p };
	int status;

	/* The number is given by its own form, which checks that it is free. */
	if (!p || !may_here(r, "plan.view", p->unit) || !strcmp(ask.move, "issue"))
		return 404;
	ask.flow_case = p->flow_case;
	if (text_length(ask.reason) > 4000) {
		form_wrong_at(r->form, "reason", tr(r->lang, "Lý do"), tr(r->lang,
		    "Lý do dài quá 4.000 ký tự: hãy rút ngắn"));
		return plan_show(r, 422, p);
	}
	/* What is moved is what was read. */
	if (is_old(r, p->edition, tr(r->lang,
	    "Văn bản đã được sửa sau khi bạn mở trang: xem lại bản này rồi bấm lại")))
		return plan_show(r, 422, p);
	if (!strncmp(ask.move, "record", 6) && is_taken(r, p)) {
		form_wrong(r->form, "number", "Số này đã có trong năm: xem lại số, ngày ở trang soát văn bản");
		return plan_show(r, 422, p);
	}
	if (!strncmp(ask.move, "record", 6) && strcmp(p->date, r->today) > 0) {
		form_wrong(r->form, "date", "Ngày ban hành chưa đến: ghi ngày hôm nay hoặc trước đó");
		return plan_show(r, 422, p);
	}
	if ((!strncmp(ask.move, "record", 6) && (!plan_parent_holds(r, p) || !plan_call_holds(r, p))) || !plan_change_fits(r, p, ask.move))
		return plan_show(r, 422, p);
	status = act(r, &ask, mem_printf(r->mem, "plan.%s", ask.move), p->id);
	if (status < 0)
		return plan_show(r, 422, p);
	if (status)
		return status;
	if (!strncmp(ask.move, "record", 6))
		settle(r, p, r->today);	/* a document of old goes to those of now */
	if (!strcmp(ask.move, "submit"))
		warn(r, p);
	return go(r, plan_path(r, p->id, ""));
}

/* Of two texts of as many lines those of the first that are others in the second. */
static const char *
lines_other(struct mem *mem, const char *text, const char *in)
{
	const char *others = "";

	while (*text) {
		size_t n = strcspn(text, "\n"), m = strcspn(in, "\n");
		if (n != m || memcmp(text, in, n))
			others = mem_printf(mem, "%s%s%.*s", others, *others ? "\n" : "", (int)n, text);
		text += n + (text[n] == '\n');
		in += m + (in[m] == '\n');
	}
	return others;
}

static const struct field issue_fields[] = {
	FIELD(plan, number,      "Số, ký hiệu", LINE, .max = 60),
	FIELD(plan, date,        "Ngày ban hành", DAY),
	FIELD(plan, place,       "Địa danh", LINE, .max = 60),
	FIELD(plan, signer_name, "Họ tên người ký", LINE, .max = 120),
	{ 0 }
};

/* The last day on which it was approved, or "". */
static const char *
approved_on(struct req *r, const struct plan *p)
{
	for (struct flow_step *s = steps_of(r, p->flow_case); s; s = s->next)
		if (!strcmp(s->move, "approve"))
			return plan_day(r->mem, s->at);
	return "";
}

/* Number and day of what is issued now; a document of old is recorded as it was. */
static void
check_issue(struct req *r, const struct plan *p)
{
	const char *approved = approved_on(r, p);

	if (!text_is_document_number(p->number))
		form_wrong(r->form, "number", "Chưa đúng dạng số, ký hiệu: ghi số thứ tự, dấu gạch chéo rồi ký hiệu viết liền, như 05/KH-UBND hoặc 22-NQ/TU");
	else if (is_taken(r, p))
		form_wrong(r->form, "number", "Số này đã có trong năm: xem sổ văn bản đi rồi ghi số khác");
	if (strcmp(p->date, r->today) > 0)
		form_wrong(r->form, "date", "Ngày ban hành chưa đến: ghi ngày hôm nay hoặc trước đó");
	else if (strcmp(p->date, approved) < 0)
		form_wrong_at(r->form, "date", tr(r->lang, "Ngày ban hành"), tr_with(r->mem, r->lang,
		    "Sớm hơn ngày duyệt {1}: ghi từ ngày đó đến hôm nay. Văn bản đã ký trên giấy từ trước thì chuyên viên đưa vào lại và bấm Ghi nhận văn bản đã ban hành",
		    text_of_day(r->mem, approved), NULL, NULL));
}

static int
show_issue(struct req *r, int status, struct plan *p)
{
	form_open(r, r->view, plan_path(r, p->id, "/issue"));
	form_show(r->form, r->view, r->lang, issue_fields, p);
	view_text(r->view, "subject", p->subject);
	view_text(r->view, "approved_on", text_of_day(r->mem, approved_on(r, p)));
	view_text(r->view, "plan_path", plan_path(r, p->id, ""));
	const char *open = outline_annex_open(r->mem, p->body);
	if (*open)
		view_text(view_add(r->view, "ANNEX"), "line", open);
	title(r, tr(r->lang, "Cấp số và ban hành"));
	crumb(r, tr(r->lang, "mục::Kế hoạch"), "/plan");
	crumb(r, plan_name(r, p), plan_path(r, p->id, ""));
	return show(r, status, "plan_issue");
}

int
plan_issue_page(struct req *r)
{
	struct plan *p = plan_get(r->db, r->mem, r->id, r->lang);

	if (!p || !may_here(r, "plan.issue", p->unit))
		return 404;
	for (struct flow_move *m = flow_moves(r->db, r->mem, p->flow_case, r->who.id, r->today,
	    r->lang); m; m = m->next)
		if (!strcmp(m->move, "issue"))
			return show_issue(r, 200, p);
	return overtaken(r, p->flow_case, "");
}

int
plan_issue_save(struct req *r)
{
	struct plan *old = plan_get(r->db, r->mem, r->id, r->lang), p;
	struct flow_ask ask = { .move = "issue", .reason = "", .value = plan_value, .record = &p };
	int status;

	if (!old || !may_here(r, "plan.issue", old->unit))
		return 404;
	p = *old;
	if (form_read(r->form, r->mem, issue_fields, &p))
		check_issue(r, &p);
	plan_parent_holds(r, &p);
	if (!form_fault(r->form, "date"))
		plan_call_holds(r, &p);
	plan_change_fits(r, &p, "issue");
	if (form_faults(r->form))
		return show_issue(r, 422, &p);
	changed_form(r, issue_fields, old, &p);
	const char *body = outline_annex_filled(r->mem, p.body, p.number, p.date);
	changed(r, "body", lines_other(r->mem, p.body, body), lines_other(r->mem, body, p.body));
	ask.flow_case = p.flow_case;
	status = act(r, &ask, "plan.issue", p.id);
	if (status < 0)
		return show_issue(r, 422, &p);
	if (status)
		return status;
	if (body != p.body) {
		p.body = body;
		plan_save(r->db, r->mem, &p);
	} else {
		plan_change(r->db, &p);
	}
	settle(r, &p, p.date);
	return go(r, plan_path(r, p.id, ""));
}
