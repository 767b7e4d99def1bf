/* plan_inherit.c - a plan's criteria with those that hold for it by reference to the plans
 * above it. */

#include "cgi-bin/lib/plan_page.h"

#include <stdlib.h>

#include "cgi-bin/lib/plan_text.h"
#include "db/plan_change.h"
#include "db/plan_child.h"

static const char *
named(struct req *r, const char *number_of)
{
	return *number_of ? number_of : tr(r->lang, "chưa có số");
}

static void
show_original(struct req *r, struct view *row, int64_t id, const char *day)
{
	struct plan_inherited *x = plan_criterion_get(r->db, r->mem, id, day);

	if (!x)
		return;
	struct view *v = view_add(row, "SHARPENS");
	view_text(v, "original_path", plan_path(r, x->source, ""));
	view_text(v, "original_anchor", x->is.anchor);
	view_text(v, "original", x->is.text);
	view_text(v, "original_of", mem_printf(r->mem, "%s, %s", named(r, x->number), cited(r, x->is.anchor)));
}

/* source NULL: the plan's own. */
static void
show_criterion(struct req *r, struct view *in, const struct plan_criterion *k,
    const struct plan_inherited *source, const char *day)
{
	struct view *row = view_add(in, "CRITERION");

	view_text(row, "source_path", source ? plan_path(r, source->source, "") : "");
	view_text(row, "anchor", k->anchor);
	view_text(row, "cited", cited(r, k->anchor));
	view_text(row, "text", k->text);
	view_text(row, "kind", plan_criterion_kind(r, k->kind));
	view_text(row, "points", k->points < 0 ? tr(r->lang, "không cho điểm") : number(r, k->points, 2));
	if (*k->applies)
		view_text(view_add(row, "APPLIES"), "applies", k->applies);
	if (source)
		view_text(view_add(row, "INHERITED"), "inherited_from", named(r, source->number));
	if (k->sharpens)
		show_original(r, row, k->sharpens, day);
}

/* Those of one class, which come one after another or not. */
static int
show_inherited(struct req *r, struct view *v, const struct plan_inherited *all, int64_t as_class,
    const char *day)
{
	int n = 0;

	for (; all; all = all->next)
		if (all->as_class == as_class) {
			show_criterion(r, v, &all->is, all, day);
			n++;
		}
	return n;
}

static bool
is_first(const struct plan_inherited *all, const struct plan_inherited *x)
{
	while (all->as_class != x->as_class)
		all = all->next;
	return all == x;
}

void
plan_show_classes(struct req *r, const struct plan *p, const char *day)
{
	struct plan_inherited *all = plan_inherited(r->db, r->mem, p->id, plan_tree_day(r, p), day);
	struct plan_class *own = plan_classes_on(r->db, r->mem, p->id, day);

	for (struct plan_class *c = own; c; c = c->next) {
		struct view *v = view_add(r->view, "CLASS");
		int n = 0;
		view_text(v, "class_name", plan_capital(r->mem, c->name));
		for (struct plan_criterion *k = c->criteria; k; k = k->next, n++)
			show_criterion(r, v, k, NULL, day);
		n += show_inherited(r, v, all, c->id, day);
		view_text(v, "n", number(r, n, 0));
	}
	for (struct plan_inherited *x = all; x; x = x->next) {
		const struct plan_class *c = own;
		while (c && c->id != x->as_class)
			c = c->next;
		if (c || !is_first(all, x))
			continue;
		struct view *v = view_add(r->view, "CLASS");
		view_text(v, "class_name", plan_capital(r->mem, x->class_name));
		view_text(view_add(v, "CLASS_INHERITED"), "class_from", named(r, x->number));
		view_text(v, "n", number(r, show_inherited(r, v, all, x->as_class, day), 0));
	}
}

/* As of the sign-up: for the unit that made it and for those who follow it. */
void
plan_show_targets(struct req *r, const struct plan *p)
{
	struct plan_target *t = !r->who.id || (!may_here(r, "signup.write", p->unit)
	    && !may_here(r, "signup.follow", p->unit)) ? NULL : plan_targets(r->db, r->mem, p->id);
	struct view *list = t ? view_add(r->view, "TARGETS") : NULL;

	for (; t; t = t->next) {
		struct view *v = view_add(list, "TARGET");
		view_text(v, "what", *t->name ? t->name : t->text);
		view_text(v, "year", mem_printf(r->mem, "%lld", (long long)t->year));
		view_text(v, "value", *t->name ? mem_printf(r->mem, "%s %s", number(r, t->value, 2), t->measure) : "");
		view_text(v, "signup_path", mem_printf(r->mem, "/signup/%lld", (long long)t->signup));
		view_text(v, "of_plan", named(r, t->number));
	}
}

/* Those which a criterion of a draft may sharpen: what it sharpens already among them. */
struct plan_inherited *
plan_sharpenable(struct req *r, const struct plan *p, const struct plan_class *own)
{
	struct plan_inherited *all = plan_inherited(r->db, r->mem, p->id, plan_tree_day(r, p), r->today);

	for (; own; own = own->next)
		for (struct plan_criterion *k = own->criteria; k; k = k->next) {
			struct plan_inherited *x = k->sharpens
			    ? plan_criterion_get(r->db, r->mem, k->sharpens, r->today) : NULL;
			if (x)
				x->next = all, all = x;
		}
	return all;
}

const char *
plan_sharpens_field(struct req *r, const struct plan_criterion *k)
{
	return mem_printf(r->mem, "s:%s", k->anchor);
}

void
plan_show_sharpens(struct req *r, struct view *row, const struct plan_criterion *k,
    const struct plan_inherited *all)
{
	const char *field = plan_sharpens_field(r, k);
	const char *chosen = form_typed(r->form, field, k->sharpens
	    ? mem_printf(r->mem, "%lld", (long long)k->sharpens) : "");

	if (!all)
		return;
	struct view *v = view_add(row, "SHARPEN");
	view_text(v, "s_field", field);
	form_option(v, "ORIGINAL", "", tr(r->lang, "tiêu chí riêng, thêm vào"), chosen);
	for (; all; all = all->next)
		form_option(v, "ORIGINAL", mem_printf(r->mem, "%lld", (long long)all->is.id),
		    mem_printf(r->mem, "%s, %s: %s", named(r, all->number), cited(r, all->is.anchor),
		    plan_brief(r->mem, all->is.text, 70)), chosen);
}

void
plan_read_sharpens(struct req *r, struct plan_criterion *k, const struct plan_inherited *all)
{
	const char *field = plan_sharpens_field(r, k);
	int64_t id = strtoll(form_get(r->form, field), NULL, 10);

	if (!form_sent(r->form, field))
		return;		/* made before its plan had a parent */
	const struct plan_inherited *x = all;
	while (x && x->is.id != id)
		x = x->next;
	if (!id || x)
		k->sharpens = id;
	else	/* without any above it has no box */
		(all ? form_wrong_at : form_wrong_away)(r->form, field, cited(r, k->anchor), tr(r->lang,
		    "Tiêu chí cấp trên đã chọn không có ở kế hoạch mà kế hoạch này thực hiện: chọn lại trong danh sách"));
}
