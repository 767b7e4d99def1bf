/* plan_recipients.c - to whom a draft goes. */

#include "cgi-bin/lib/plan_page.h"

#include <stdlib.h>

#include "cgi-bin/lib/plan_text.h"

enum { RECIPIENTS_MORE = 2 };

static void
show_recipient(struct req *r, struct view *v, const struct plan *p, int n,
    const struct plan_recipient *to)
{
	const char *is = *to->kind ? mem_printf(r->mem, "kind:%s", to->kind)
	    : to->unit_group ? mem_printf(r->mem, "group:%lld", (long long)to->unit_group) : "";
	const char *text = mem_printf(r->mem, "r%d_text", n);
	const char *code = mem_printf(r->mem, "r%d_code", n);
	const char *fault = form_fault(r->form, code);

	view_int(v, "n", n);
	view_text(v, "text", form_sent(r->form, text) ? form_get(r->form, text) : to->text);
	view_text(v, "code", form_sent(r->form, code) ? form_get(r->form, code) : to->unit_code);
	view_text(v, "code_invalid", fault ? "true" : "false");
	if (fault)
		view_text(view_add(v, "CODE_ERROR"), "why", fault);
	for (size_t i = 0; i < 4; i++) {
		struct view *o = view_add(v, "PURPOSE");
		view_text(o, "value", plan_purposes[i][0]);
		view_text(o, "label", tr(r->lang, plan_purposes[i][1]));
		if (!strcmp(plan_purposes[i][0], to->purpose))
			view_add(o, "CHOSEN");
	}
	for (struct plan_choice *c = plan_choices(r->db, r->mem, p->unit, r->today, r->lang);
	    c; c = c->next) {
		struct view *o = view_add(v, "TO");
		view_text(o, "value", c->value);
		view_text(o, "label", c->label);
		if (!strcmp(c->value, is))
			view_add(o, "CHOSEN");
	}
}

static int
show_recipients(struct req *r, int status, struct plan *p, struct plan_recipient *list_)
{
	struct plan_recipient none = { .text = "", .purpose = "know", .kind = "", .unit_code = "" };
	int n = 1;

	form_open(r, r->view, plan_path(r, p->id, "/recipients"));
	plan_show_edition(r, p);
	for (struct plan_recipient *to = list_; to; to = to->next)
		show_recipient(r, view_add(r->view, "RECIPIENT"), p, n++, to);
	for (int more = RECIPIENTS_MORE; more; more--)
		show_recipient(r, view_add(r->view, "RECIPIENT"), p, n++, &none);
	form_show_faults(r->form, r->view, r->lang, NULL);
	view_text(r->view, "plan_path", plan_path(r, p->id, ""));
	title(r, tr(r->lang, "Nơi nhận"));
	crumb(r, tr(r->lang, "Kế hoạch"), "/plan");
	crumb(r, plan_name(r, p), plan_path(r, p->id, ""));
	return show(r, status, "plan_recipients");
}

int
plan_recipients_page(struct req *r)
{
	int status;
	struct plan *p = plan_editable(r, &status);

	return p ? show_recipients(r, 200, p,
	    plan_recipients(r->db, r->mem, p->id, r->today, r->lang)) : status;
}

static struct plan_recipient *
read_recipients(struct req *r, const struct plan *p)
{
	struct plan_recipient *first = NULL, **end = &first;

	for (int n = 1; n <= 200; n++) {
#define GOT(member) form_get(r->form, mem_printf(r->mem, "r%d_" member, n))
		const char *to = GOT("to"), *code = GOT("code");
		if (!*GOT("text"))
			continue;
		struct plan_recipient *line = *end = mem_take(r->mem, sizeof(*line));
		*line = (struct plan_recipient){ .text = GOT("text"),
		    .purpose = *plan_purpose_label(r, GOT("purpose")) ? GOT("purpose") : "know",
		    .kind = "", .unit_code = code };
#undef GOT
		if (*code) {
			line->unit = plan_unit_by_code(r->db, code, r->today);
			if (!line->unit)
				form_wrong_at(r->form, mem_printf(r->mem, "r%d_code", n), line->text,
				    tr(r->lang, "Không có đơn vị đang hoạt động mang mã này: xem mã ở trang Đơn vị, hoặc để trống"));
		} else {
			for (struct plan_choice *c = plan_choices(r->db, r->mem, p->unit, r->today,
			    r->lang); c; c = c->next) {
				if (strcmp(c->value, to))
					continue;
				if (!strncmp(to, "kind:", 5))
					line->kind = to + 5;
				else
					line->unit_group = strtoll(to + 6, NULL, 10);
			}
		}
		end = &line->next;
	}
	return first;
}

int
plan_recipients_save(struct req *r)
{
	int status;
	struct plan *p = plan_editable(r, &status);

	if (!p)
		return status;
	struct plan_recipient *old = plan_recipients(r->db, r->mem, p->id, r->today, r->lang);
	struct plan_recipient *new = read_recipients(r, p);
	plan_overtaken(r, p);
	if (form_faults(r->form))
		return show_recipients(r, 422, p, new);
	changed(r, "recipients", plan_recipient_text(r->mem, old), plan_recipient_text(r->mem, new));
	plan_put_recipients(r->db, p->id, new);
	plan_touch(r->db, p->id);
	audit(r, "plan.recipients", p->id);
	return go(r, plan_path(r, p->id, strcmp(form_get(r->form, "do"), "next")
	    ? "/recipients" : ""));
}
