/* evaluation_grades.c - grades, and the rule for equal totals. */

#include <stdlib.h>

#include "cgi-bin/lib/evaluation_page.h"

enum { GRADES = 6, LABEL_MAX = 100 };

static const char *
key(struct req *r, const char *what, int n)
{
	return mem_printf(r->mem, "%s%d", what, n);
}

static const char *
shown(struct req *r, const char *name, int64_t value)
{
	return form_typed(r->form, name, value < 0 ? ""
	    : text_of_number(r->mem, value, 2, false, "vi"));
}

static void
show_grade(struct req *r, int n, const struct evaluation_grade *g)
{
	static const struct evaluation_grade none = { "", -1, -1, -1, NULL };
	static const char *const whats[] = { "name", "min", "floor", "quota" };
	struct view *v = view_add(r->view, "GRADE");

	if (!g)
		g = &none;
	view_int(v, "n", n);
	view_text(v, "name", form_typed(r->form, key(r, "name", n), g->name));
	view_text(v, "minimum", shown(r, key(r, "min", n), g->minimum));
	view_text(v, "floor", shown(r, key(r, "floor", n), g->floor));
	view_text(v, "quota", shown(r, key(r, "quota", n), g->quota));
	for (size_t i = 0; i < 4; i++) {
		const char *fault = form_fault(r->form, key(r, whats[i], n));
		view_text(v, mem_printf(r->mem, "bad_%s", whats[i]), fault ? "true" : "false");
		if (fault)
			view_text(view_add(v, "FAULTY"), "why", fault);
	}
}

/* Offered where none is set yet: what provinces commonly use. */
static struct evaluation_grade usual[] = {
	{ "Hoàn thành xuất sắc nhiệm vụ", 9000, 8500, 2000, &usual[1] },
	{ "Hoàn thành tốt nhiệm vụ", 8000, 8000, -1, &usual[2] },
	{ "Hoàn thành nhiệm vụ", 7000, 7000, -1, &usual[3] },
	{ "Không hoàn thành nhiệm vụ", 0, 0, -1, NULL },
};

static int
show_grades(struct req *r, int status, const struct evaluation_round *d)
{
	struct evaluation_grade *g = evaluation_grades(r->db, r->mem, d->id);
	const char *tie = form_typed(r->form, "tie", d->tie);

	title(r, tr(r->lang, "Mức xếp loại và cách xếp hạng"));
	crumb(r, tr(r->lang, "Đánh giá"), "/evaluation");
	crumb(r, d->name, evaluation_round_path(r, d->id, ""));
	form_open(r, r->view, evaluation_round_path(r, d->id, "/grades"));
	form_show_faults(r->form, r->view, r->lang, NULL);
	show_edition(r, r->view, "", d->edition);
	if (!g && d->edits) {
		g = usual;
		view_add(r->view, "USUAL");
	}
	for (int n = 1; n <= GRADES; n++, g = g ? g->next : NULL)
		show_grade(r, n, g);
	for (struct evaluation_choice *t = evaluation_ties(r->db, r->mem, r->lang); t; t = t->next)
		form_option(r->view, "TIE", t->value, t->label, tie);
	return show(r, status, "evaluation_grades");
}

int
evaluation_grades_page(struct req *r)
{
	struct evaluation_round *d = evaluation_round_here(r, r->id);

	if (!d)
		return 404;
	return d->edits ? show_grades(r, 200, d) : go(r, evaluation_round_path(r, d->id, ""));
}

/* A share in per cent, "" is `none`. */
static int64_t
read_share(struct req *r, const char *what, int n, int64_t max, int64_t none)
{
	const char *typed = form_get(r->form, key(r, what, n));
	int64_t value;

	if (!*typed)
		return none;
	if (text_number(typed, 2, &value) && value >= 0 && value <= max)
		return value;
	form_wrong_at(r->form, key(r, what, n), tr_with(r->mem, r->lang, "Mức {1}",
	    number(r, n, 0), NULL, NULL), tr_with(r->mem, r->lang,
	    "{1} không hợp lệ: ghi phần trăm từ 0 đến {2}", typed, number(r, max, 2), NULL));
	return none;
}

static struct evaluation_grade *
read_grades(struct req *r)
{
	struct evaluation_grade *first = NULL, **tail = &first, *last = NULL;

	for (int n = 1; n <= GRADES; n++) {
		struct { const char *name; } typed;
		struct field table[] = {
			{ .name = key(r, "name", n), .at = 0, .label = "Tên mức", .optional = true,
			    .max = LABEL_MAX },
			{ 0 }
		};
		const char *label = tr_with(r->mem, r->lang, "Mức {1}", number(r, n, 0), NULL, NULL);
		form_read(r->form, r->mem, table, &typed);
		struct evaluation_grade *g = mem_take(r->mem, sizeof(*g));
		*g = (struct evaluation_grade){ typed.name, read_share(r, "min", n, 20000, -1),
		    read_share(r, "floor", n, 10000, 0), read_share(r, "quota", n, 10000, -1), NULL };
		if (!*g->name && g->minimum < 0)
			continue;
		if (!*g->name)
			form_wrong_at(r->form, table[0].name, label, tr(r->lang, "Chưa có tên mức"));
		if (g->minimum < 0)
			form_wrong_at(r->form, key(r, "min", n), label, tr(r->lang, "Chưa ghi từ bao nhiêu phần trăm"));
		if (last && g->minimum >= last->minimum)
			form_wrong_at(r->form, key(r, "min", n), label,
			    tr(r->lang, "Các mức xếp từ cao xuống thấp: mức này phải thấp hơn mức trên"));
		*tail = last = g;
		tail = &g->next;
	}
	if (!first && !form_faults(r->form))
		form_wrong_at(r->form, "name1", tr(r->lang, "Mức xếp loại"),
		    tr(r->lang, "Cần ít nhất một mức"));
	return first;
}

static const char *
spelled(struct req *r, const struct evaluation_grade *g)
{
	const char *text = "";

	for (; g; g = g->next)
		text = mem_printf(r->mem, "%s%s%s %lld/%lld/%lld", text, *text ? "; " : "", g->name,
		    (long long)g->minimum, (long long)g->floor, (long long)g->quota);
	return text;
}

int
evaluation_grades_save(struct req *r)
{
	struct evaluation_round *d = evaluation_round_here(r, r->id);
	const char *tie = form_get(r->form, "tie");
	struct evaluation_choice *t;
	struct evaluation_grade *g;

	if (!d)
		return 404;
	if (!d->edits)
		return 409;
	for (t = evaluation_ties(r->db, r->mem, r->lang); t && strcmp(t->value, tie); )
		t = t->next;
	if (!t)
		form_wrong_at(r->form, "tie", tr(r->lang, "Khi bằng điểm"),
		    tr(r->lang, "Chọn một cách trong danh sách"));
	evaluation_round_is_old(r, d);
	g = read_grades(r);
	if (form_faults(r->form))
		return show_grades(r, 422, d);
	changed(r, "tie", d->tie, tie);
	changed(r, "grades", spelled(r, evaluation_grades(r->db, r->mem, d->id)), spelled(r, g));
	evaluation_put_grades(r->db, d->id, tie, g);
	audit(r, "evaluation.grades", d->id);
	said(r, "Đã lưu mức xếp loại");
	return go(r, evaluation_round_path(r, d->id, ""));
}
