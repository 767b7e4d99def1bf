/* evaluation_items.c - the score sheet of a class: how many points for what. */

#include <stdlib.h>

#include "cgi-bin/lib/evaluation_page.h"
#include "cgi-bin/lib/wrap.h"
#include "db/unit.h"

enum { POINTS_MAX = 100000, HUNDRED = 10000, CONDITION_MAX = 200, TEXT_MAX = 500 };

static const char *
key(struct req *r, const char *what, const struct evaluation_item *i)
{
	return mem_printf(r->mem, "%s%lld", what, (long long)i->id);
}

static const char *
class_path(struct req *r, const struct evaluation_round *d, int64_t plan_class, const char *tail)
{
	return evaluation_round_path(r, d->id, mem_printf(r->mem, "/class/%lld%s",
	    (long long)plan_class, tail));
}

static struct evaluation_class *
class_of(struct req *r, const struct evaluation_round *d, int64_t id)
{
	struct evaluation_class *c = d ? evaluation_classes(r->db, r->mem, d->id, r->lang) : NULL;

	while (c && c->id != id)
		c = c->next;
	return c;
}

static const char *
kind_word(struct req *r, const struct evaluation_item *i)
{
	return tr(r->lang, !strcmp(i->kind, "formula") ? "Công thức" : !strcmp(i->kind, "document")
	    ? "Văn bản, ngày" : !strcmp(i->kind, "ledger") ? "Theo sổ" : "Nhận xét");
}

static void
show_item(struct req *r, const struct evaluation_round *d, const struct evaluation_item *i)
{
	struct view *v = view_add(r->view, "ITEM"), *in;
	const char *points = key(r, "p", i), *condition = key(r, "c", i), *skip = key(r, "k", i);
	const char *fault = form_fault(r->form, points);

	view_text(v, "text", i->text);
	view_text(v, "kind_of", kind_word(r, i));
	if (*i->anchor) {
		in = view_add(v, "CLAUSE");
		view_text(in, "anchor", cited(r, i->anchor));
		view_text(in, "clause_path", mem_printf(r->mem, "/plan/%lld#%s", (long long)i->plan,
		    i->clause));
	}
	if (i->bonus)
		view_add(v, "BONUS");
	if (*i->rule.formula)
		view_text(view_add(v, "FORMULA"), "formula", i->rule.formula);
	if (i->planned >= 0 && i->planned != i->points)
		view_text(view_add(v, "PLANNED"), "planned", number(r, i->planned, 2));
	if (!d->edits) {
		in = view_add(v, "FIXED");
		view_text(in, "points", i->points < 0 ? tr(r->lang, "chưa có") : number(r, i->points, 2));
		view_text(in, "condition", i->condition);
		view_text(in, "skip_word", *i->condition ? tr(r->lang, !strcmp(i->skip, "full")
		    ? "Tính đủ điểm" : "Bỏ ra, quy đổi") : "");
		return;
	}
	in = view_add(v, "EDIT");
	view_text(in, "label", *i->anchor ? cited(r, i->anchor) : i->text);
	view_text(in, "field", points);
	view_text(in, "points", form_typed(r->form, points, i->points < 0 ? ""
	    : text_of_number(r->mem, i->points, 2, false, "vi")));
	view_text(in, "invalid", fault ? "true" : "false");
	if (fault)
		view_text(view_add(in, "FAULTY"), "why", fault);
	if (i->bonus) {
		view_int(view_add(in, "DROP"), "item_id", i->id);
		return;
	}
	view_text(view_add(in, "LINK"), "item_path", mem_printf(r->mem, "/evaluation/item/%lld",
	    (long long)i->id));
	struct view *c = view_add(in, "CONDITION");
	view_text(c, "c_field", condition);
	view_text(c, "condition", form_typed(r->form, condition, i->condition));
	view_text(c, "k_field", skip);
	const char *chosen = form_typed(r->form, skip, i->skip);
	form_option(c, "SKIP", "rescale", tr(r->lang, "Bỏ ra, quy đổi"), chosen);
	form_option(c, "SKIP", "full", tr(r->lang, "Tính đủ điểm"), chosen);
}

static int
show_class(struct req *r, int status, const struct evaluation_round *d,
    const struct evaluation_class *c)
{
	title(r, tr_with(r->mem, r->lang, "Thang điểm: {1}", c->name, NULL, NULL));
	crumb(r, tr(r->lang, "Đánh giá"), "/evaluation");
	crumb(r, d->name, evaluation_round_path(r, d->id, ""));
	form_open(r, r->view, class_path(r, d, c->id, ""));
	form_show_faults(r->form, r->view, r->lang, NULL);
	view_text(r->view, "kinds", *c->kinds ? c->kinds
	    : tr(r->lang, "hộ gia đình, cá nhân do đơn vị nhập"));
	view_text(r->view, "class_name", c->name);
	view_text(r->view, "max_total", number(r, c->maximum, 2));
	view_text(r->view, "bonus_total", number(r, c->bonus, 2));
	view_text(r->view, "blank_path", class_path(r, d, c->id, "/print"));
	view_text(r->view, "from", evaluation_points_from(r, evaluation_items(r->db, r->mem, d->id, c->id)));
	for (struct evaluation_item *i = evaluation_items(r->db, r->mem, d->id, c->id); i; i = i->next)
		show_item(r, d, i);
	if (d->edits) {
		struct view *v = view_add(r->view, "OPEN");
		show_edition(r, v, "", d->edition);
		view_text(v, "bonus_text", form_get(r->form, "bonus_text"));
		view_text(v, "bonus_points", form_get(r->form, "bonus_points"));
		view_text(v, "bonus_text_invalid", form_fault(r->form, "bonus_text") ? "true" : "false");
		view_text(v, "bonus_points_invalid", form_fault(r->form, "bonus_points") ? "true" : "false");
	} else {
		view_add(r->view, "CLOSED");
	}
	return show(r, status, "evaluation_class");
}

int
evaluation_class_page(struct req *r)
{
	struct evaluation_round *d = evaluation_round_here(r, r->id);
	struct evaluation_class *c = class_of(r, d, r->id2);

	return c ? show_class(r, 200, d, c) : 404;
}

static bool
read_number(struct req *r, const char *name, const char *label, int64_t *points)
{
	const char *typed = form_get(r->form, name);
	int64_t n;

	if (text_number(typed, 2, &n) && n >= 0 && n <= POINTS_MAX) {
		*points = n;
		return true;
	}
	form_wrong_at(r->form, name, label, tr(r->lang,
	    "Điểm tối đa phải là số từ 0 đến 1.000, có thể lẻ như 12,5"));
	return false;
}

static void
read_item(struct req *r, struct evaluation_item *i)
{
	struct { const char *condition; } typed;
	const char *points = key(r, "p", i), *label = *i->anchor ? cited(r, i->anchor)
	    : i->text;
	struct field table[] = {
		{ .name = key(r, "c", i), .at = 0, .label = label, .optional = true,
		    .max = CONDITION_MAX },
		{ 0 }
	};

	if (*form_get(r->form, points))
		read_number(r, points, label, &i->points);
	else if (form_sent(r->form, points))
		i->points = -1;
	if (i->bonus)
		return;
	form_read(r->form, r->mem, table, &typed);
	i->condition = typed.condition;
	i->skip = !strcmp(form_get(r->form, key(r, "k", i)), "full") ? "full" : "rescale";
}

/* For the trail, which is kept in Vietnamese whoever writes it. */
static const char *
spelled(struct req *r, const struct evaluation_item *i)
{
	return mem_printf(r->mem, "%s; %s%s%s", i->points < 0 ? "không có điểm"
	    : text_of_number(r->mem, i->points, 2, false, "vi"), i->condition, *i->condition ? "; " : "",
	    !strcmp(i->skip, "full") ? "Tính đủ điểm" : "Bỏ ra, quy đổi");
}

/* A hundred points over the criteria, equal to the hundredth. */
static void
share_out(struct req *r, struct evaluation_item *all)
{
	size_t n = 0;

	for (struct evaluation_item *i = all; i; i = i->next)
		n += !i->bonus;
	int64_t *points = mem_take(r->mem, (n + 1) * sizeof(*points));
	score_share_out(HUNDRED, points, n);
	n = 0;
	for (struct evaluation_item *i = all; i; i = i->next)
		if (!i->bonus)
			i->points = points[n++];
}

struct bonus {
	const char *bonus_text;
	int64_t bonus_points;
};

static const struct field bonus_fields[] = {
	FIELD(bonus, bonus_text, "Nội dung thưởng", .max = TEXT_MAX),
	FIELD(bonus, bonus_points, "Thưởng tối đa", .kind = DECIMAL, .min = 1, .max = POINTS_MAX),
	{ 0 }
};

int
evaluation_class_save(struct req *r)
{
	struct evaluation_round *d = evaluation_round_here(r, r->id);
	struct evaluation_class *c = class_of(r, d, r->id2);
	const char *what = form_get(r->form, "do");
	int64_t drop = strtoll(form_get(r->form, "drop"), NULL, 10);
	struct bonus b = { 0 };

	if (!c)
		return 404;
	if (!d->edits)
		return 409;
	struct evaluation_item *old = evaluation_items(r->db, r->mem, d->id, c->id);
	struct evaluation_item *all = evaluation_items(r->db, r->mem, d->id, c->id);
	evaluation_round_is_old(r, d);
	for (struct evaluation_item *i = all; i; i = i->next)
		read_item(r, i);
	if (!strcmp(what, "share"))
		share_out(r, all);
	if (!strcmp(what, "bonus"))
		form_read(r->form, r->mem, bonus_fields, &b);
	if (form_faults(r->form))
		return show_class(r, 422, d, c);
	for (struct evaluation_item *i = all, *was = old; i; i = i->next, was = was->next) {
		const char *name = *i->anchor ? i->anchor : key(r, "bonus ", i);
		if (i->bonus && i->id == drop) {
			evaluation_bonus_drop(r->db, i->id);
			changed(r, name, i->text, "");
			continue;
		}
		evaluation_item_change(r->db, i);
		changed(r, name, spelled(r, was), spelled(r, i));
	}
	if (!strcmp(what, "bonus")) {
		evaluation_bonus_add(r->db, d->id, c->id, b.bonus_text, b.bonus_points);
		changed(r, "bonus", "", b.bonus_text);
	}
	audit(r, "evaluation.items", d->id);
	said(r, !strcmp(what, "share") ? "Đã chia đều 100 điểm" : "Đã lưu thang điểm");
	return go(r, class_path(r, d, c->id, ""));
}

/* The empty sheet, to be filled in on paper by those who have no account. */
int
evaluation_blank(struct req *r)
{
	struct evaluation_round *d = evaluation_round_get(r->db, r->mem, r->id, r->lang);
	struct evaluation_class *c = d && evaluation_known(r, d->id) ? class_of(r, d, r->id2) : NULL;

	if (!c)
		return 404;
	title(r, tr_with(r->mem, r->lang, "Phiếu chấm điểm để trống: {1}", c->name, NULL, NULL));
	crumb(r, tr(r->lang, "Đánh giá"), "/evaluation");
	wrap_show(r, "ISSUER", unit_issuer(r->db, r->mem, d->unit, r->today));
	view_add(r->view, "BLANK");
	view_text(r->view, "round_name", d->name);
	view_text(r->view, "window", evaluation_window(r, d->window_from, d->window_to));
	view_text(r->view, "class_name", c->name);
	view_text(r->view, "max_total", number(r, c->maximum, 2));
	for (struct evaluation_item *i = evaluation_items(r->db, r->mem, d->id, c->id); i; i = i->next) {
		struct view *v = view_add(r->view, "LINE");
		view_text(v, "anchor", cited(r, i->anchor));
		view_text(v, "text", *i->condition ? mem_printf(r->mem, "%s (%s)", i->text, i->condition)
		    : i->text);
		view_text(v, "maximum", i->points < 0 ? "" : number(r, i->points, 2));
	}
	view_add_around(r->view, "SHEET");
	return show(r, 200, "evaluation_print");
}
