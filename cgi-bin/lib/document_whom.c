/* document_whom.c - for whom a document is: chosen on its form, and the units found by that. */

#include "cgi-bin/lib/document_page.h"

#include <stdlib.h>

#include "cgi-bin/lib/addressee.h"

static void
show_bodies(struct req *r, const struct document *d)
{
	const struct document_addressee *to = document_addressees(r->db, r->mem, d->id, r->today, r->lang);
	const char *chosen = form_typed(r->form, "body", to
	    ? mem_printf(r->mem, "%lld", (long long)to->unit) : "");
	struct view *v = view_add(r->view, "UPWARD");

	for (struct document_body *b = document_bodies(r->db, r->mem, d->acts, r->today); b; b = b->next)
		form_option(v, "BODY", mem_printf(r->mem, "%lld", (long long)b->unit), b->name, chosen);
}

static bool
is_kept(const struct document_addressee *to, const char *value)
{
	for (; to; to = to->next)
		if (!strncmp(value, "kind:", 5) ? !strcmp(to->kind, value + 5)
		    : to->unit_group && to->unit_group == strtoll(value + 6, NULL, 10))
			return true;
	return false;
}

/* The codes as they were typed, else of the units that were chosen. */
static const char *
codes(struct req *r, const struct document_addressee *to)
{
	const char *all = "";

	if (form_sent(r->form, "code"))
		return form_get(r->form, "code");
	for (; to; to = to->next)
		if (to->unit)
			all = mem_printf(r->mem, "%s%s%s", all, *all ? ", " : "", to->code);
	return all;
}

static void
show_boxes(struct req *r, const struct document *d)
{
	const struct document_addressee *to = document_addressees(r->db, r->mem, d->id, r->today, r->lang);
	struct view *v = view_add(r->view, "DOWNWARD");
	bool typed = form_sent(r->form, "code");

	for (const struct plan_choice *c = plan_choices(r->db, r->mem, d->acts, r->today, r->lang); c;
	    c = c->next) {
		struct view *one = view_add(v, "TO");
		view_text(one, "value", c->value);
		view_text(one, "label", addressee_label(r, c));
		if (typed ? addressee_ticked(r, "to", c->value) : is_kept(to, c->value))
			view_text(one, "ticked", "checked");
	}
	view_text(v, "code", codes(r, to));
}

void
document_show_whom(struct req *r, const struct document *d)
{
	if (d->is.upward)
		show_bodies(r, d);
	else
		show_boxes(r, d);
}

static struct document_addressee *
read_body(struct req *r, const struct document *d)
{
	int64_t unit = strtoll(form_get(r->form, "body"), NULL, 10);
	struct document_body *b = document_bodies(r->db, r->mem, d->acts, r->today);

	if (!unit)
		return NULL;
	while (b && b->unit != unit)
		b = b->next;
	if (!b) {
		form_wrong(r->form, "body", "Cơ quan này không nhận kiến nghị của đơn vị được nữa: chọn cơ quan khác trong danh sách");
		return NULL;
	}
	struct document_addressee *a = mem_take(r->mem, sizeof(*a));
	*a = (struct document_addressee){ .kind = "", .unit = unit, .code = "", .label = b->name };
	return a;
}

struct document_addressee *
document_read_whom(struct req *r, const struct document *d)
{
	struct document_addressee *first = NULL, **end = &first;

	if (d->is.upward)
		return read_body(r, d);
	struct plan_addressee *to = addressee_read(r, &(struct addressee_ask){ .issuer = d->acts,
	    .choices = plan_choices(r->db, r->mem, d->acts, r->today, r->lang), .to = "to", .code = "code",
	    .label = tr(r->lang, "Gửi cho"),
	    .outside_vi = "Đơn vị mang mã {1} không thuộc cơ quan ban hành nên không yêu cầu trả lời được: bỏ mã này" });
	for (; to; to = to->next) {
		if (to->unit == d->acts)
			form_wrong(r->form, "code", "Đơn vị không tự yêu cầu mình trả lời: bỏ mã của đơn vị ban hành");
		*end = mem_take(r->mem, sizeof(**end));
		**end = (struct document_addressee){ .kind = to->kind, .unit_group = to->unit_group,
		    .unit = to->unit, .code = to->unit ? to->code : "", .label = "" };
		end = &(*end)->next;
	}
	return first;
}

const char *
document_whom_text(struct req *r, const struct document_addressee *to)
{
	const char *all = "";

	for (; to; to = to->next)
		all = mem_printf(r->mem, "%s%s%s", all, *all ? ", " : "", *to->kind ? to->kind
		    : mem_printf(r->mem, to->unit ? "unit:%lld" : "group:%lld",
		    (long long)(to->unit ? to->unit : to->unit_group)));
	return all;
}

/* ---- the units that it would ask today ---- */

static struct document_unit *
unit_of(struct req *r, int64_t unit, const char *name)
{
	struct document_unit *u = mem_take(r->mem, sizeof(*u));

	*u = (struct document_unit){ unit, name, !document_may_answer(r->db, unit, r->today), NULL };
	return u;
}

static struct document_unit *
body_of(struct req *r, const struct document *d, const struct document_addressee *to)
{
	struct document_body *b = document_bodies(r->db, r->mem, d->acts, r->today);

	while (b && (!to || b->unit != to->unit))
		b = b->next;
	return b ? unit_of(r, b->unit, b->name) : NULL;
}

struct document_unit *
document_whom(struct req *r, const struct document *d)
{
	struct document_unit *first = NULL, **end = &first;
	struct plan_addressee *all = NULL, **last = &all;
	const struct document_addressee *to = document_addressees(r->db, r->mem, d->id, r->today, r->lang);

	if (d->is.upward)
		return body_of(r, d, to);
	for (; to; to = to->next) {
		*last = mem_take(r->mem, sizeof(**last));
		**last = (struct plan_addressee){ .kind = to->kind, .unit_group = to->unit_group,
		    .unit = to->unit };
		last = &(*last)->next;
	}
	for (struct plan_unit *u = plan_meant(r->db, r->mem, d->acts, all, r->today); u; u = u->next) {
		if (u->unit == d->acts)
			continue;
		*end = unit_of(r, u->unit, u->name);
		end = &(*end)->next;
	}
	return first;
}

const char *
document_mute(struct req *r, const struct document_unit *u, int64_t *all, int64_t *mute)
{
	enum { NAMED = 10 };
	const char *names = "";

	*all = *mute = 0;
	for (; u; u = u->next) {
		++*all;
		if (!u->mute || ++*mute > NAMED)
			continue;
		names = mem_printf(r->mem, "%s%s%s", names, *names ? ", " : "", u->name);
	}
	return *mute > NAMED ? mem_printf(r->mem, "%s, …", names) : names;
}
