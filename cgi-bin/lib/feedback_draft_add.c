/* feedback_draft_add.c - who drafts a plan asks units for their words on it, until a day. */

#include "cgi-bin/lib/feedback_page.h"

#include <stddef.h>

#include "cgi-bin/lib/addressee.h"
#include "cgi-bin/lib/due.h"

static const struct field fields[] = {
	FIELD(feedback_draft, ask, "Nội dung xin ý kiến", LINES, .max = 2000),
	FIELD(feedback_draft, due_date, "Lấy ý kiến đến hết ngày", DAY),
	{ 0 }
};
static const struct field shown[] = {
	FIELD(feedback_draft, ask, "Nội dung xin ý kiến", LINES),
	FIELD(feedback_draft, due_date, "Lấy ý kiến đến hết ngày", DAY),
	{ .name = "code", .label = "Lấy ý kiến của", .kind = LINE,
	    .at = offsetof(struct feedback_draft, why) },
	{ 0 }
};

static const char *
add_path(struct req *r, int64_t plan)
{
	return mem_printf(r->mem, "/feedback/draft/plan/%lld/add", (long long)plan);
}

/* The draft of the address, his to write; else *status says why not. */
static struct plan *
drafted(struct req *r, int *status)
{
	struct plan *p = plan_get(r->db, r->mem, r->id, r->lang);

	*status = 404;
	if (!p || !may_here(r, "feedback.view", p->unit) || !may_here(r, "plan.write", p->unit))
		return NULL;
	*status = 409;
	return p->edits && !p->stands ? p : NULL;
}

static int
show_form(struct req *r, int status, const struct plan *p, const struct plan_choice *choices,
    struct feedback_draft *d)
{
	form_open(r, r->view, add_path(r, p->id));
	view_text(r->view, "plan_path", mem_printf(r->mem, "/plan/%lld", (long long)p->id));
	view_text(r->view, "subject", p->subject);
	for (const struct plan_choice *c = choices; c; c = c->next) {
		struct view *v = view_add(r->view, "TO");
		view_text(v, "value", c->value);
		view_text(v, "label", c->label);
		if (addressee_ticked(r, "to", c->value))
			view_text(v, "ticked", "checked");
	}
	d->why = form_get(r->form, "code");
	form_show(r->form, r->view, r->lang, shown, d);
	title(r, tr(r->lang, "Lấy ý kiến về dự thảo"));
	crumb(r, tr(r->lang, "Góp ý"), "/feedback");
	crumb(r, tr(r->lang, "Lấy ý kiến dự thảo"), "/feedback/draft");
	return show(r, status, "feedback_draft_add");
}

int
feedback_draft_add_page(struct req *r)
{
	int status;
	struct plan *p = drafted(r, &status);

	if (!p)
		return status;
	struct feedback_draft *before = feedback_draft_last(r->db, r->mem, p->id, r->today);
	if (before && before->open)
		return go(r, feedback_draft_path(r, before->id, ""));
	return show_form(r, 200, p, plan_choices(r->db, r->mem, p->unit, r->today, r->lang),
	    &(struct feedback_draft){ .ask = "", .due_date = "" });
}

static const char *
words_of(struct req *r, const struct plan_addressee *to)
{
	const char *words = "";

	for (; to; to = to->next)
		words = mem_printf(r->mem, "%s%s%s", words, *words ? ", " : "", *to->kind ? to->kind
		    : to->unit ? to->code : mem_printf(r->mem, "group:%lld", (long long)to->unit_group));
	return words;
}

int
feedback_draft_add_save(struct req *r)
{
	int status;
	struct plan *p = drafted(r, &status);
	struct feedback_draft d = { .ask = "", .due_date = "" }, *before;
	int64_t n = 0;

	if (!p)
		return status;
	const struct plan_choice *choices = plan_choices(r->db, r->mem, p->unit, r->today, r->lang);
	form_read(r->form, r->mem, fields, &d);
	feedback_draft_check_day(r, d.due_date);
	struct plan_addressee *to = addressee_read(r, &(struct addressee_ask){ .issuer = p->unit,
	    .choices = choices, .to = "to", .code = "code", .label = tr(r->lang, "Lấy ý kiến của"),
	    .outside_vi = "Đơn vị mang mã {1} không thuộc cơ quan soạn nên không hỏi ý kiến qua cổng được: bỏ mã này" });
	struct plan_unit *units = plan_meant(r->db, r->mem, p->unit, to, r->today);
	if (!units)
		form_wrong(r->form, "code", to ? "Loại đơn vị, cụm đã chọn hiện không có đơn vị nào: chọn thêm"
		    : "Chưa chọn đơn vị nào: chọn loại đơn vị, cụm, hoặc ghi mã đơn vị");
	if ((before = feedback_draft_last(r->db, r->mem, p->id, r->today)) && before->open)
		form_wrong(r->form, "due_date", "Dự thảo này đang được lấy ý kiến rồi: lùi hạn hoặc kết thúc đợt đó trước");
	if (form_faults(r->form))
		return show_form(r, 422, p, choices, &d);
	d.plan = p->id, d.account = r->who.id, d.day = r->today, d.at = r->now;
	d.id = feedback_draft_add(r->db, &d);
	for (struct plan_unit *u = units; u; u = u->next, n++)
		feedback_draft_put(r->db, d.id, u->unit);
	changed_form(r, fields, &(struct feedback_draft){ .ask = "", .due_date = "" }, &d);
	changed(r, "addressee", "", words_of(r, to));
	changed(r, "units", "", mem_printf(r->mem, "%lld", (long long)n));
	audit(r, "feedback_draft.open", d.id);
	said_with(r, "Đã gửi xin ý kiến {1} đơn vị, đến hết ngày {2}", number(r, n, 0),
	    text_of_day(r->mem, due_last(r, d.due_date)));
	return go(r, feedback_draft_path(r, d.id, ""));
}
