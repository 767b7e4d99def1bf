/* document_draft.c - a proposal or a conclusion is drafted. */

#include "cgi-bin/lib/document_page.h"

#include <stdlib.h>

#include "cgi-bin/lib/plan_text.h"

enum { PLANS = 500 };

#define HEAD \
	FIELD(document, number,      "Số, ký hiệu", LINE, true, .max = 60), \
	FIELD(document, date,        "Ngày văn bản", DAY, true), \
	FIELD(document, place,       "Địa danh", LINE, true, .max = 100), \
	FIELD(document, issuer,      "Cơ quan ban hành", LINE, true, .max = 200), \
	FIELD(document, subject,     "Trích yếu", LINES, true, .max = 500)
#define TAIL \
	FIELD(document, text,        "Nội dung", LINES, true, .max = 60000), \
	FIELD(document, authority,   "Thẩm quyền ký", LINES, true, .max = 500), \
	FIELD(document, signer_name, "Họ tên người ký", LINE, true, .max = 200), \
	FIELD(document, due_date,    "Hạn trả lời", DAY, true)
static const struct field fields[] = {
	HEAD,
	FIELD(document, parties,     "Các bên thống nhất", LINES, true, .max = 500),
	FIELD(document, concerns,    "Chính sách, văn bản được kiến nghị", LINES, true, .max = 500),
	TAIL, { 0 }
};

/* With what is of no field of the table; what a kind has not stays out. */
#define BESIDE(name_, label_) { .name = name_, .label = label_, .kind = LINE, \
	.at = offsetof(struct document, is.kind) }
static const struct field shown[] = {
	HEAD,
	FIELD(document, parties,     "Các bên thống nhất", LINES),
	FIELD(document, concerns,    "Chính sách, văn bản được kiến nghị", LINES),
	TAIL, BESIDE("plan", "Phong trào"), BESIDE("body", "Gửi cho"), BESIDE("code", "Gửi cho"),
	{ 0 }
};

/* Plans that he may read and that stand; that of the draft whatever became of it. */
static void
show_plans(struct req *r, const struct document *d)
{
	int64_t total;
	const char *chosen = form_typed(r->form, "plan", d->plan
	    ? mem_printf(r->mem, "%lld", (long long)d->plan) : "");

	for (struct plan *p = plan_list(r->db, r->mem, &(struct plan_ask){ .account = r->who.id,
	    .day = r->today, .lang = r->lang, .words = "", .state = "", .force = "", .year = "",
	    .limit = PLANS }, &total); p; p = p->next)
		if (p->id == d->plan || plan_remains(p, r->today))
			form_option(r->view, "PLAN", mem_printf(r->mem, "%lld", (long long)p->id),
			    mem_printf(r->mem, "%s %s", p->number, plan_brief(r->mem, p->subject, 80)), chosen);
}

/* Where he drafts for several units, or several kinds, they are chosen before all else: whom it
 * may be for depends on both. */
static void
show_choice(struct req *r, const struct document *d, const struct document_body *units)
{
	int kinds = 0;

	for (const struct document_kind *k = document_kinds(r->db, r->mem, r->today, r->lang); k; k = k->next)
		kinds += may(r, k->ability);
	if (kinds < 2 && !units->next)
		return;
	struct view *v = view_add(r->view, "CHOICE");
	for (const struct document_kind *k = document_kinds(r->db, r->mem, r->today, r->lang); k; k = k->next)
		if (may(r, k->ability))
			form_option(v, "KIND", k->kind, k->label, d->kind);
	for (; units; units = units->next)
		form_option(v, "UNIT", mem_printf(r->mem, "%lld", (long long)units->unit), units->name,
		    mem_printf(r->mem, "%lld", (long long)d->unit));
	if (d->plan)
		view_int(view_add(v, "PLANNED"), "plan", d->plan);
}

static int
show_form(struct req *r, int status, const struct document *d, bool looks)
{
	if (d->is.parties)
		view_add(r->view, "PARTIES");
	if (d->is.concerns)
		view_add(r->view, "CONCERNS");
	view_text(r->view, "kind", d->kind);
	view_text(r->view, "kind_label", d->is.label);
	view_int(r->view, "unit", d->unit);
	view_text(r->view, "unit_name", d->unit_name);
	view_text(r->view, "back_path", d->id ? document_path(r, d->id, "") : "/document");
	document_show_whom(r, d);
	show_plans(r, d);
	form_show(r->form, r->view, r->lang, shown, d);
	crumb(r, tr(r->lang, "Kiến nghị, kết luận"), "/document");
	if (d->id) {
		show_edition(r, r->view, "", d->edition);
		crumb(r, document_name(r, d), document_path(r, d->id, ""));
		title(r, tr_with(r->mem, r->lang, "Sửa bản đang soạn: {1}", d->is.label, NULL, NULL));
	} else {
		title(r, tr_with(r->mem, r->lang, "Soạn: {1}", d->is.label, NULL, NULL));
	}
	if (!looks)
		return show(r, status, "document_edit");
	document_show_text(r, view_add(r->view, "PREVIEW"), "CLAUSE", d->text);
	return look_only(r, status, "document_edit");
}

/* A kind that he drafts, the one asked for or the first; and of which unit.  False: none. */
static bool
begin(struct req *r, struct document *d, struct document_body **units)
{
	const char *kind = form_get(r->form, "kind");
	int64_t unit = strtoll(form_get(r->form, "unit"), NULL, 10);
	const struct document_kind *k = document_kinds(r->db, r->mem, r->today, r->lang);

	while (k && (!may(r, k->ability) || (*kind && strcmp(k->kind, kind))))
		k = k->next;
	if (!k || !(*units = document_drafters(r->db, r->mem, r->who.id, k->ability, r->today)))
		return false;
	const struct document_body *of = *units;
	while (of && unit && of->unit != unit)
		of = of->next;
	if (!of)
		return false;
	*d = (struct document){ .unit = of->unit, .acts = of->unit, .unit_name = of->name,
	    .kind = k->kind, .is = *k, .plan = strtoll(form_get(r->form, "plan"), NULL, 10),
	    .number = "", .date = "", .place = "", .issuer = "", .subject = "", .parties = "", .concerns = "",
	    .text = "", .authority = "", .signer_name = "", .due_date = "" };
	return true;
}

int
document_add_page(struct req *r)
{
	struct document d;
	struct document_body *units;

	form_open(r, r->view, "/document/add");	/* of a kept form its own kind and unit */
	if (!begin(r, &d, &units))
		return 404;
	struct plan *p = d.plan ? plan_get(r->db, r->mem, d.plan, r->lang) : NULL;
	if (!p || !p->stands)
		d.plan = 0;
	document_like_last(r->db, r->mem, &d);
	show_choice(r, &d, units);
	return show_form(r, 200, &d, false);
}

/* All that was typed, and what is wrong with it whether or not it is sent at once. */
static void
read_form(struct req *r, struct document *d, struct document_addressee **to)
{
	int64_t was = d->plan;

	form_read(r->form, r->mem, fields, d);
	if (!d->is.parties)
		d->parties = "";
	if (!d->is.concerns)
		d->concerns = "";
	d->subject = plan_one_line(r->mem, d->subject);
	d->plan = strtoll(form_get(r->form, "plan"), NULL, 10);
	struct plan *p = d->plan ? plan_get(r->db, r->mem, d->plan, r->lang) : NULL;
	if (d->plan && d->plan != was && !(p && p->stands))
		form_wrong(r->form, "plan", "Không có kế hoạch này trong các kế hoạch đã ban hành: chọn lại, hoặc bỏ trống");
	*to = document_read_whom(r, d);
	const char *why = plan_body_too_large(r->mem, d->text);
	if (why)
		form_wrong(r->form, "text", why);
	if (text_is_day(d->date) && strcmp(d->date, r->today) > 0)
		form_wrong(r->form, "date", "Ngày văn bản sau hôm nay: ghi ngày đã ký, hoặc để trống");
	if (text_is_day(d->date) && text_is_day(d->due_date) && strcmp(d->due_date, d->date) <= 0)
		form_wrong(r->form, "due_date", "Hạn trả lời không sau ngày văn bản: chọn ngày muộn hơn");
}

static void
note_changes(struct req *r, const struct document *old, const struct document *d,
    const struct document_addressee *was, const struct document_addressee *to)
{
	changed_form(r, fields, old, d);
	changed(r, "plan", old->plan ? mem_printf(r->mem, "%lld", (long long)old->plan) : "",
	    d->plan ? mem_printf(r->mem, "%lld", (long long)d->plan) : "");
	changed(r, "addressee", document_whom_text(r, was), document_whom_text(r, to));
}

int
document_add_save(struct req *r)
{
	struct document d;
	struct document_body *units;
	struct document_addressee *to;

	if (!*form_get(r->form, "kind") || !begin(r, &d, &units)
	    || !may_here(r, d.is.ability, d.unit))
		return 404;
	struct document none = d;
	none.plan = d.plan = 0;
	read_form(r, &d, &to);
	if (!form_faults(r->form) && !*d.subject && !*text_plain(r->mem, d.text))
		form_wrong(r->form, "subject", "Bản soạn còn trống: ghi ít nhất trích yếu hoặc nội dung");
	bool looks = !strcmp(form_get(r->form, "do"), "look");
	if (looks || form_faults(r->form)) {
		int status = form_faults(r->form) ? 422 : 200;
		show_choice(r, &d, units);
		form_open(r, r->view, "/document/add");
		return show_form(r, status, &d, status == 200);
	}
	d.flow_case = flow_open(r->db, "document", d.unit, r->who.id, r->now);
	int64_t id = document_add(r->db, &d);
	document_address(r->db, id, to);
	changed(r, "kind", "", d.kind);
	note_changes(r, &none, &d, NULL, to);
	audit(r, "document.add", id);
	said(r, "Đã lưu bản đang soạn");
	return go(r, document_path(r, id, ""));
}

/* NULL with the status if he may not change it here, or it is no draft any more. */
static struct document *
editable(struct req *r, int *status)
{
	struct document_sight s;
	struct document *d = document_seen(r, r->id, &s);

	*status = !d || !s.writes ? 404 : s.edits ? 0 : overtaken(r, d->flow_case, "");
	return *status ? NULL : d;
}

int
document_edit_page(struct req *r)
{
	int status;
	struct document *d = editable(r, &status);

	if (!d)
		return status;
	form_open(r, r->view, document_path(r, d->id, "/edit"));
	return show_form(r, 200, d, false);
}

int
document_edit_save(struct req *r)
{
	int status;
	struct document *old = editable(r, &status), d;
	struct document_addressee *to;

	if (!old)
		return status;
	d = *old;
	read_form(r, &d, &to);
	is_old(r, old->edition, tr(r->lang,
	    "Bản này vừa được lưu ở nơi khác. Điều bạn gõ còn nguyên dưới đây: mở văn bản ở thẻ khác để so, rồi lưu lại thì bản của bạn thay bản kia"));
	bool looks = !strcmp(form_get(r->form, "do"), "look");
	if (looks || form_faults(r->form)) {
		status = form_faults(r->form) ? 422 : 200;
		form_open(r, r->view, document_path(r, d.id, "/edit"));
		return show_form(r, status, &d, status == 200);
	}
	note_changes(r, old, &d, document_addressees(r->db, r->mem, d.id, r->today, r->lang), to);
	document_change(r->db, r->mem, &d);
	document_address(r->db, d.id, to);
	audit(r, "document.save", d.id);
	said(r, "Đã lưu bản đang soạn");
	return go(r, document_path(r, d.id, ""));
}
