/* award_send.c - to whom a nomination goes: sent by the leader, referred to a higher
 * authority. */

#include "cgi-bin/lib/award_page.h"

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

static int
show_to(struct req *r, int status, const struct nomination *n, const char *move)
{
	struct nomination_paper *papers = nomination_papers(r->db, r->mem, n->id, r->today, r->lang);
	bool sends = !strcmp(move, "submit");

	form_open(r, r->view, nomination_path(r, n->id, sends ? "/send" : "/refer"));
	nomination_show_who(r, n);
	nomination_show_same(r, n);
	show_edition(r, r->view, "", n->edition);
	nomination_show_papers(r, n, papers);
	if (sends)
		show_offices(r, nomination_offices(r->db, r->mem, n->unit, n->award_form, r->today), 0);
	else
		show_offices(r, nomination_offices(r->db, r->mem, n->handler, n->award_form, r->today),
		    n->handler);
	view_add(r->view, sends ? "SENDS" : "REFERS");
	view_text(r->view, "reason", form_get(r->form, "reason"));
	form_show_faults(r->form, r->view, r->lang, nomination_labels);
	nomination_crumbs(r, n, tr(r->lang, sends ? "Gửi đề nghị khen thưởng" : "Chuyển đề nghị lên cấp trên"));
	return show(r, status, "nomination_to");
}

static int
to_page(struct req *r, const char *move)
{
	int status;
	struct nomination *n = nomination_movable(r, move, &status);

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
	struct nomination *n = nomination_movable(r, move, &status);
	bool sends = !strcmp(move, "submit");
	int64_t to = award_id_typed(r, "to", 0), from;
	struct nomination_office *o;

	if (!n)
		return status;
	nomination_check_edition(r, n);
	from = sends ? n->unit : n->handler;
	for (o = nomination_offices(r->db, r->mem, from, n->award_form, r->today); o; o = o->next)
		if (o->unit == to && (sends || to != n->handler))
			break;
	if (!o)
		form_wrong(r->form, "to", "Cần chọn một cơ quan trong danh sách");
	if (text_length(form_get(r->form, "reason")) > 4000)
		form_wrong(r->form, "reason", "Lý do dài quá 4.000 ký tự: hãy rút ngắn");
	if (sends && nomination_twice(r, n))
		form_wrong(r->form, "same", "Thành tích này đã được khen; cơ quan thường trực quy định không khen trùng: rút đề nghị, hoặc sửa thời gian, phong trào nếu ghi nhầm");
	if (sends)
		nomination_check_papers(r, nomination_papers(r->db, r->mem, n->id, r->today, r->lang));
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
