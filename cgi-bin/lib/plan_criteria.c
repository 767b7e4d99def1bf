/* plan_criteria.c - a draft's criteria, class by class. */

#include "cgi-bin/lib/plan_page.h"
#include "cgi-bin/lib/plan_text.h"

/* Those of the plan's day: an old plan that is entered later has the kinds of its time. */
static void
show_kinds(struct req *r, struct view *v, const struct plan *p, const struct plan_class *c)
{
	for (struct plan_choice *k = plan_kinds(r->db, r->mem, *p->date ? p->date : r->today,
	    c->kinds, r->lang); k; k = k->next) {
		struct view *kind = view_add(v, "KIND");
		const char *name = mem_printf(r->mem, "k:%s", c->anchor);
		const char *at = strstr(c->kinds, k->value);
		size_t n = strlen(k->value);
		view_text(kind, "kind_field", name);
		view_text(kind, "kind", k->value);
		view_text(kind, "kind_label", k->label);
		if (at && (at == c->kinds || at[-1] == ' ') && (!at[n] || at[n] == ' '))
			view_text(kind, "ticked", "checked");
	}
}

static void
show_criterion(struct req *r, struct view *v, const struct plan_criterion *k,
    const struct plan_inherited *above)
{
	const char *points = mem_printf(r->mem, "p:%s", k->anchor);
	const char *applies = mem_printf(r->mem, "a:%s", k->anchor);
	const char *fault = form_fault(r->form, points);

	view_text(v, "anchor", k->anchor);
	view_text(v, "cited", cited(r, k->anchor));
	view_text(v, "text", k->text);
	view_text(v, "points", form_typed(r->form, points, k->points < 0 ? ""
	    : text_of_number(r->mem, k->points, 2, false, "vi")));
	view_text(v, "applies", form_typed(r->form, applies, k->applies));
	view_text(v, "points_invalid", fault ? "true" : "false");
	if (fault)
		view_text(view_add(v, "POINTS_ERROR"), "why", fault);
	for (size_t i = 0; i < 4; i++) {
		struct view *o = view_add(v, "CHOICE");
		view_text(o, "value", plan_criterion_kinds[i][0]);
		view_text(o, "label", tr(r->lang, plan_criterion_kinds[i][1]));
		if (!strcmp(plan_criterion_kinds[i][0], k->kind))
			view_add(o, "CHOSEN");
	}
	plan_show_sharpens(r, v, k, above);
}

static int
show_criteria(struct req *r, int status, struct plan *p)
{
	form_open(r, r->view, plan_path(r, p->id, "/criteria"));
	show_edition(r, r->view, "", p->edition);
	struct plan_class *classes = plan_classes(r->db, r->mem, p->id);
	struct plan_inherited *above = plan_sharpenable(r, p, classes);
	struct view *none = NULL;
	for (struct plan_class *c = classes; c; c = c->next) {
		struct view *v = view_add(r->view, "CLASS");
		if (above)
			view_add(v, "SHARPENS");
		view_text(v, "class_name", plan_capital(r->mem, c->name));
		view_text(v, "class_anchor", c->anchor);
		show_kinds(r, v, p, c);
		for (struct plan_criterion *k = c->criteria; k; k = k->next)
			show_criterion(r, view_add(v, "CRITERION"), k, above);
	}
	if (!classes)
		none = view_add(r->view, "NO_CLASS");
	if (none && above)
		view_add(none, "ABOVE");
	form_show_faults(r->form, r->view, r->lang, NULL);
	view_text(r->view, "plan_path", plan_path(r, p->id, ""));
	title(r, tr(r->lang, "Tiêu chí theo đối tượng"));
	crumb(r, tr(r->lang, "mục::Kế hoạch"), "/plan");
	crumb(r, plan_name(r, p), plan_path(r, p->id, ""));
	return show(r, status, "plan_criteria");
}

int
plan_criteria_page(struct req *r)
{
	int status;
	struct plan *p = plan_editable(r, &status);

	return p ? show_criteria(r, 200, p) : status;
}

static void
read_criterion(struct req *r, struct plan_criterion *k, const struct plan_inherited *above)
{
	const char *name = mem_printf(r->mem, "p:%s", k->anchor);
	const char *points = form_get(r->form, name);
	const char *kind = form_get(r->form, mem_printf(r->mem, "t:%s", k->anchor));

	plan_read_sharpens(r, k, above);
	k->applies = form_get(r->form, mem_printf(r->mem, "a:%s", k->anchor));
	if (*plan_criterion_kind(r, kind))
		k->kind = kind;
	if (!*points)
		k->points = -1;
	else if (!text_number(points, 2, &k->points) || k->points < 0 || k->points > 100000)
		form_wrong_at(r->form, name, cited(r, k->anchor),
		    tr(r->lang, "Điểm tối đa phải là số từ 0 đến 1.000, có thể lẻ như 12,5; để trống nếu kế hoạch không cho điểm"));
}

/* For the trail. */
static const char *
spelled(struct req *r, const struct plan_criterion *k)
{
	const char *all = mem_printf(r->mem, "%s %lld %s", k->kind, (long long)k->points, k->applies);

	return k->sharpens ? mem_printf(r->mem, "%s > %lld", all, (long long)k->sharpens) : all;
}

int
plan_criteria_save(struct req *r)
{
	int status;
	struct plan *p = plan_editable(r, &status);

	if (!p)
		return status;
	if (plan_overtaken(r, p))
		return show_criteria(r, 422, p);
	struct plan_class *classes = plan_classes(r->db, r->mem, p->id);
	struct plan_inherited *above = plan_sharpenable(r, p, classes);
	for (struct plan_class *c = classes; c; c = c->next) {
		const char *name = mem_printf(r->mem, "k:%s", c->anchor), *kinds = "";
		for (const struct sent *s = NULL; (s = form_next(r->form, s, name)); )
			kinds = mem_printf(r->mem, "%s%s%s", kinds, *kinds ? " " : "", s->value);
		changed(r, mem_printf(r->mem, "kinds %s", c->anchor), c->kinds, kinds);
		plan_set_kinds(r->db, c->id, kinds);
		for (struct plan_criterion *k = c->criteria; k; k = k->next) {
			struct plan_criterion old = *k;
			read_criterion(r, k, above);
			changed(r, mem_printf(r->mem, "criterion %s", k->anchor),
			    spelled(r, &old), spelled(r, k));
			plan_set_criterion(r->db, k);
		}
	}
	if (form_faults(r->form))
		return show_criteria(r, 422, p);
	plan_touch(r->db, p->id);
	audit(r, "plan.criteria", p->id);
	said(r, "Đã lưu tiêu chí");
	return go(r, plan_path(r, p->id, strcmp(form_get(r->form, "do"), "next")
	    ? "/criteria" : "/recipients"));
}
