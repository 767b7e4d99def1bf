/* plan_tree.c - a draft's place in the tree of plans: which plan it carries out, and what it
 * asks units for. */

#include "cgi-bin/lib/plan_page.h"

#include <stddef.h>
#include <stdlib.h>

#include "cgi-bin/lib/addressee.h"
#include "cgi-bin/lib/plan_text.h"
#include "db/plan_child.h"

struct tree {
	const char *parent, *due_date, *text, *code;
};

static const struct field fields[] = {
	FIELD(tree, due_date, "Hạn ban hành kế hoạch của đơn vị", DAY, true),
	FIELD(tree, text, "Lời yêu cầu", LINES, true, .max = 1000),
	{ 0 }
};

static const struct field shown[] = {
	FIELD(tree, parent, "Thực hiện kế hoạch", LINE),
	FIELD(tree, due_date, "Hạn ban hành kế hoạch của đơn vị", DAY),
	FIELD(tree, text, "Lời yêu cầu", LINES),
	FIELD(tree, code, "Đơn vị phải ban hành kế hoạch", LINE),
	{ 0 }
};

static const char *
id_text(struct req *r, int64_t id)
{
	return id ? mem_printf(r->mem, "%lld", (long long)id) : "";
}

const char *
plan_tree_day(struct req *r, const struct plan *p)
{
	return *p->date ? p->date : r->today;
}

void
plan_show_parents(struct req *r, int64_t unit, const char *day, int64_t present, const char *chosen)
{
	struct plan *p = present ? plan_get(r->db, r->mem, present, r->lang) : NULL;

	form_option(r->view, "PARENT", "", tr(r->lang, "không có, hoặc văn bản không lưu trên cổng (ghi ở Căn cứ)"),
	    chosen);
	for (struct plan_choice *c = plan_parents(r->db, r->mem, unit, day); c; c = c->next) {
		form_option(r->view, "PARENT", c->value, mem_printf(r->mem, "%s (%s)",
		    plan_brief(r->mem, c->label, 100), c->document), chosen);
		if (!strcmp(c->value, id_text(r, present)))
			p = NULL;
	}
	if (p)
		form_option(r->view, "PARENT", id_text(r, present), mem_printf(r->mem, "%s %s (%s)", p->number,
		    plan_brief(r->mem, p->subject, 100), p->unit_name), chosen);
}

static const char *
why_not(enum plan_kin kin)
{
	return kin == PLAN_NONE
	    ? "Kế hoạch đã chọn chưa ban hành, đã bị thay thế hoặc thu hồi, hoặc không còn trên cổng: chọn kế hoạch khác trong danh sách"
	    : kin == PLAN_NOT_ABOVE
	    ? "Kế hoạch đã chọn là của đơn vị không ở cấp trên của cơ quan ban hành: chọn kế hoạch của chính cơ quan này hoặc cấp trên"
	    : kin == PLAN_RING
	    ? "Kế hoạch đã chọn lại thực hiện chính kế hoạch này: chọn kế hoạch khác trong danh sách" : NULL;
}

void
plan_check_parent(struct req *r, int64_t plan, int64_t unit, int64_t parent, const char *day)
{
	const char *why = parent ? why_not(plan_may_parent(r->db, plan, unit, parent, day)) : NULL;

	if (why)
		form_wrong_at(r->form, "parent", tr(r->lang, "Thực hiện kế hoạch"), tr(r->lang, why));
}

bool
plan_parent_holds(struct req *r, const struct plan *p)
{
	int64_t parent = plan_parent(r->db, p->id);
	const char *why = parent ? why_not(plan_may_parent(r->db, p->id, p->unit, parent,
	    plan_tree_day(r, p))) : NULL;

	if (why)
		form_wrong_away(r->form, "parent", tr(r->lang, "Thực hiện kế hoạch"), tr(r->lang, why));
	return !why;
}

static const char *
codes_of(struct req *r, const struct plan_addressee *a)
{
	const char *all = "";

	for (; a; a = a->next)
		if (a->unit)
			all = mem_printf(r->mem, "%s%s%s", all, *all ? ", " : "", a->code);
	return all;
}

static bool
is_meant(struct req *r, const struct plan_addressee *a, const char *value)
{
	if (form_sent(r->form, "code"))
		return addressee_ticked(r, "to", value);
	for (; a; a = a->next)
		if (*a->kind ? !strcmp(mem_printf(r->mem, "kind:%s", a->kind), value)
		    : a->unit_group && !strcmp(mem_printf(r->mem, "group:%lld",
		    (long long)a->unit_group), value))
			return true;
	return false;
}

/* A draft with a place in the tree of its own: what only changes another has none. */
static struct plan *
placed(struct req *r, int *status)
{
	struct plan *p = plan_editable(r, status);

	if (!p || plan_is_own(p))
		return p;
	*status = 404;
	return NULL;
}

static int
show_tree(struct req *r, int status, struct plan *p, const struct tree *t)
{
	struct plan_call call = plan_call(r->db, r->mem, p->id, r->today, r->lang);
	struct plan_choice *choices = plan_choices(r->db, r->mem, p->unit, r->today, r->lang);

	form_open(r, r->view, plan_path(r, p->id, "/tree"));
	show_edition(r, r->view, "", p->edition);
	form_show(r->form, r->view, r->lang, shown, t);
	plan_show_parents(r, p->unit, plan_tree_day(r, p), plan_parent(r->db, p->id),
	    form_typed(r->form, "parent", t->parent));
	for (struct plan_choice *c = choices; c; c = c->next) {
		struct view *v = view_add(r->view, "TO");
		view_text(v, "value", c->value);
		view_text(v, "label", addressee_label(r, c));
		if (is_meant(r, call.to, c->value))
			view_text(v, "ticked", "checked");
	}
	if (!choices)
		view_add(r->view, "NOBODY");
	if (call.units)
		view_text(view_add(r->view, "UNITS"), "units", number(r, call.units, 0));
	view_text(r->view, "plan_path", plan_path(r, p->id, ""));
	view_text(r->view, "subject", p->subject);
	title(r, tr(r->lang, "Kế hoạch cấp trên, kế hoạch của đơn vị"));
	crumb(r, tr(r->lang, "mục::Kế hoạch"), "/plan");
	crumb(r, plan_name(r, p), plan_path(r, p->id, ""));
	return show(r, status, "plan_tree");
}

int
plan_tree_page(struct req *r)
{
	int status;
	struct plan *p = placed(r, &status);

	if (!p)
		return status;
	struct plan_call call = plan_call(r->db, r->mem, p->id, r->today, r->lang);
	return show_tree(r, 200, p, &(struct tree){ id_text(r, plan_parent(r->db, p->id)),
	    call.due_date, call.text, codes_of(r, call.to) });
}

bool
plan_call_holds(struct req *r, const struct plan *p)
{
	struct plan_call c = plan_call(r->db, r->mem, p->id, r->today, r->lang);

	if (!*c.due_date || !*p->date || strcmp(c.due_date, p->date) >= 0)
		return true;
	form_wrong_at(r->form, "date", tr(r->lang, "Ngày ban hành"), tr_with(r->mem, r->lang,
	    "Sau hạn {1} mà văn bản này đặt cho kế hoạch của đơn vị: chuyên viên sửa hạn ở trang Kế hoạch cấp trên, kế hoạch của đơn vị",
	    text_of_day(r->mem, c.due_date), NULL, NULL));
	return false;
}

/* For the trail. */
static const char *
spelled(struct req *r, const struct plan_call *c)
{
	const char *all = c->due_date;

	if (!*all)
		return "";
	for (const struct plan_addressee *a = c->to; a; a = a->next)
		all = mem_printf(r->mem, "%s, %s", all, *a->kind ? a->kind : a->unit ? a->code
		    : mem_printf(r->mem, "group:%lld", (long long)a->unit_group));
	return *c->text ? mem_printf(r->mem, "%s: %s", all, c->text) : all;
}

static void
check_call(struct req *r, const struct plan *p, const struct plan_call *c)
{
	if (c->to && !*c->due_date)
		form_wrong(r->form, "due_date", "Đã chọn đơn vị mà chưa có hạn: ghi hạn, hoặc bỏ chọn đơn vị");
	else if (!c->to && (*c->due_date || *c->text))
		form_wrong(r->form, "code", "Chưa chọn đơn vị nào: chọn loại đơn vị, cụm, nhóm hoặc ghi mã; không yêu cầu thì để trống cả hạn và lời yêu cầu");
	if (text_is_day(c->due_date) && *p->date && strcmp(c->due_date, p->date) < 0)
		form_wrong(r->form, "due_date", "Hạn trước ngày ban hành của kế hoạch: ghi từ ngày đó trở đi");
}

int
plan_tree_save(struct req *r)
{
	int status;
	struct plan *p = placed(r, &status);
	struct tree t = { "", "", "", "" };

	if (!p)
		return status;
	int64_t parent = strtoll(form_get(r->form, "parent"), NULL, 10);
	int64_t was = plan_parent(r->db, p->id);
	struct plan_call old = plan_call(r->db, r->mem, p->id, r->today, r->lang);
	form_read(r->form, r->mem, fields, &t);
	t.parent = form_get(r->form, "parent");
	t.code = form_get(r->form, "code");
	struct plan_call new = { .due_date = t.due_date, .text = t.text,
	    .to = addressee_read(r, &(struct addressee_ask){ .issuer = p->unit,
	    .choices = plan_choices(r->db, r->mem, p->unit, r->today, r->lang), .to = "to", .code = "code",
	    .label = tr(r->lang, "Đơn vị phải ban hành kế hoạch"),
	    .outside_vi = "Đơn vị mang mã {1} không thuộc cơ quan ban hành nên không yêu cầu được: bỏ mã này" }) };
	plan_check_parent(r, p->id, p->unit, parent, plan_tree_day(r, p));
	if (!form_faults(r->form))
		check_call(r, p, &new);
	plan_overtaken(r, p);
	if (form_faults(r->form))
		return show_tree(r, 422, p, &t);
	changed(r, "parent_plan", id_text(r, was), id_text(r, parent));
	changed(r, "call", spelled(r, &old), spelled(r, &new));
	if (was != parent)
		plan_put_parent(r->db, p->id, parent);
	plan_put_call(r->db, p->id, &new);
	plan_touch(r->db, p->id);
	audit(r, "plan.tree", p->id);
	said(r, "Đã lưu kế hoạch cấp trên và yêu cầu kế hoạch của đơn vị");
	return go(r, plan_path(r, p->id, ""));
}
