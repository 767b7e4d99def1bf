/* evaluation_design.c - a round: when, of which plan, by which grades, and what becomes
 * of it. */

#include <stdlib.h>

#include "cgi-bin/lib/evaluation_page.h"
#include "cgi-bin/lib/plan_text.h"
#include "db/plan_date.h"

static const struct field fields[] = {
	FIELD(evaluation_round, name, "Tên đợt đánh giá", .max = 200),
	FIELD(evaluation_round, kind, "Loại", .max = 20),
	FIELD(evaluation_round, window_from, "Đánh giá từ ngày", .kind = DAY),
	FIELD(evaluation_round, window_to, "Đến ngày", .kind = DAY),
	FIELD(evaluation_round, base_day, "Số đầu kỳ lấy đến ngày", .kind = DAY),
	FIELD(evaluation_round, due_date, "Hạn gửi phiếu", .kind = DAY),
	{ 0 }
};

static const char *const kinds[] = { "yearly", "midterm", "final", NULL };

static const char *
id_text(struct req *r, int64_t id)
{
	return mem_printf(r->mem, "%lld", (long long)id);
}

static void
check_round(struct req *r, const struct evaluation_round *d)
{
	int i = 0;

	while (kinds[i] && strcmp(kinds[i], d->kind))
		i++;
	if (!kinds[i] && *d->kind)
		form_wrong(r->form, "kind", "Chọn một loại trong danh sách");
	if (!text_is_day(d->window_from) || !text_is_day(d->window_to))
		return;
	if (strcmp(d->window_to, d->window_from) < 0)
		form_wrong(r->form, "window_to", "Ngày cuối phải từ ngày đầu trở đi");
	if (text_is_day(d->base_day) && strcmp(d->base_day, d->window_to) >= 0)
		form_wrong(r->form, "base_day", "Ngày lấy số đầu kỳ phải trước ngày cuối của thời gian đánh giá");
	if (text_is_day(d->due_date) && strcmp(d->due_date, d->window_from) < 0)
		form_wrong(r->form, "due_date", "Hạn gửi phiếu phải từ ngày đầu của thời gian đánh giá trở đi");
}

static void
show_fields(struct req *r, const struct evaluation_round *d)
{
	form_show(r->form, r->view, r->lang, fields, d);
	for (int i = 0; kinds[i]; i++)
		form_option(r->view, "KIND", kinds[i], evaluation_kind(r, kinds[i]), d->kind);
}

/* ---- a new one ---- */

/* The date of a plan that was taken along, NULL none: a review, of a plan that stands.  *wrong:
 * one was, and it is none of his. */
static struct plan_date *
date_asked(struct req *r, bool *wrong)
{
	int64_t id = strtoll(form_get(r->form, "plan_date"), NULL, 10);
	struct plan_date *d = id ? plan_date_get(r->db, r->mem, id, r->lang) : NULL;
	struct plan *p = d ? plan_get(r->db, r->mem, d->plan, r->lang) : NULL;

	*wrong = id && (!p || !p->stands || !*d->is.round || !may_here(r, "plan.date", p->unit));
	return *wrong ? NULL : d;
}

static int
show_add(struct req *r, int status, const struct evaluation_round *d, const struct plan_date *date)
{
	title(r, tr(r->lang, "Lập đợt đánh giá"));
	crumb(r, tr(r->lang, "Đánh giá"), "/evaluation");
	form_open(r, r->view, "/evaluation/add");
	show_fields(r, d);
	if (date) {
		struct view *v = view_add(r->view, "OF_DATE");
		view_int(v, "plan_date", date->id);
		view_text(v, "date_path", mem_printf(r->mem, "/plan/%lld/date", (long long)date->plan));
		view_text(v, "date_name", mem_printf(r->mem, "%s, %s", date->is.label,
		    text_of_day(r->mem, date->day)));
	}
	for (struct evaluation_choice *p = evaluation_plans(r->db, r->mem); p; p = p->next)
		form_option(r->view, "PLAN", id_text(r, p->id), mem_printf(r->mem, "%s, %s",
		    *p->value ? p->value : tr(r->lang, "chưa có số"), p->label), id_text(r, d->plan));
	for (struct evaluation_choice *u = evaluation_designers(r->db, r->mem, r->who.id,
	    r->today); u; u = u->next)
		form_option(r->view, "UNIT", id_text(r, u->id), u->label, id_text(r, d->unit));
	return show(r, status, "evaluation_add");
}

/* What the plan and the date say already. */
static int
show_of_date(struct req *r, const struct plan_date *date)
{
	struct plan *p = plan_get(r->db, r->mem, date->plan, r->lang);
	const char *to = plan_date_to(r->mem, date);

	if (!p)
		return 404;
	return show_add(r, 200, &(struct evaluation_round){ .kind = date->is.round, .plan = p->id,
	    .unit = p->unit, .due_date = date->day, .base_day = "", .window_to = to,
	    .window_from = plan_date_from(r->mem, p, to),
	    .name = mem_printf(r->mem, "%s %s", date->is.round_name, *p->number ? p->number
	    : plan_brief(r->mem, p->subject, 120)) }, date);
}

int
evaluation_add_page(struct req *r)
{
	const char *year = mem_copy(r->mem, r->today, 4);
	bool wrong;
	struct plan_date *date = date_asked(r, &wrong);

	if (wrong)
		return 404;
	if (date)
		return date->round ? go(r, evaluation_round_path(r, date->round, "")) : show_of_date(r, date);
	return show_add(r, 200, &(struct evaluation_round){ .kind = "yearly",
	    .name = tr_with(r->mem, "vi", "Đánh giá năm {1}", year, NULL, NULL),
	    .window_from = mem_printf(r->mem, "%s-01-01", year),
	    .window_to = mem_printf(r->mem, "%s-12-31", year),
	    .base_day = "", .due_date = "",
	    .plan = strtoll(form_get(r->form, "plan"), NULL, 10) }, NULL);
}

static void
check_date(struct req *r, const struct evaluation_round *d, const struct plan_date *date)
{
	struct plan *p = date ? plan_get(r->db, r->mem, date->plan, r->lang) : NULL;

	if (!p)
		return;
	if (date->round)
		form_wrong_away(r->form, "plan_date", tr(r->lang, "Mốc của kế hoạch"), tr(r->lang,
		    "Đã lập đợt đánh giá từ mốc này rồi, không lập lần nữa: mở đợt ấy ở trang Đánh giá"));
	else if (!plan_remains(p, r->today) || *date->done)
		form_wrong_away(r->form, "plan_date", tr(r->lang, "Mốc của kế hoạch"), tr(r->lang,
		    "Kế hoạch của mốc đã bị thay thế, thu hồi, hoặc mốc đã ghi là xong: xem lại ở trang Các mốc thời gian, hoặc lập đợt không theo mốc ở trang Đánh giá"));
	else if (date->plan != d->plan)
		form_wrong_at(r->form, "plan", tr(r->lang, "Kế hoạch"), tr(r->lang,
		    "Mốc đã chọn là của kế hoạch khác: chọn kế hoạch của mốc, hoặc lập đợt ở trang Đánh giá"));
	else if (p->unit != d->unit)
		form_wrong_at(r->form, "unit", tr(r->lang, "Cơ quan đánh giá"), tr(r->lang,
		    "Mốc đã chọn là của kế hoạch do cơ quan khác ban hành: chọn cơ quan ấy, hoặc lập đợt ở trang Đánh giá"));
}

int
evaluation_add_save(struct req *r)
{
	struct evaluation_round d = { 0 };
	bool wrong;
	struct plan_date *date = date_asked(r, &wrong);

	if (wrong)
		return 404;
	if (form_read(r->form, r->mem, fields, &d))
		check_round(r, &d);
	d.plan = strtoll(form_get(r->form, "plan"), NULL, 10);
	d.unit = strtoll(form_get(r->form, "unit"), NULL, 10);
	if (!evaluation_among(evaluation_plans(r->db, r->mem), d.plan))
		form_wrong_at(r->form, "plan", tr(r->lang, "Kế hoạch"),
		    tr(r->lang, "Chọn một kế hoạch đã ban hành và có tiêu chí"));
	if (!evaluation_among(evaluation_designers(r->db, r->mem, r->who.id, r->today), d.unit))
		form_wrong_at(r->form, "unit", tr(r->lang, "Cơ quan đánh giá"),
		    tr(r->lang, "Chọn một cơ quan trong danh sách"));
	else if (d.plan && !evaluation_bound(r->db, d.plan, d.unit, r->today))
		form_wrong_at(r->form, "unit", tr(r->lang, "Cơ quan đánh giá"), tr(r->lang,
		    "Kế hoạch này không do cơ quan ấy hoặc cấp trên của nó ban hành: chọn kế hoạch hoặc cơ quan khác"));
	check_date(r, &d, date);
	if (form_faults(r->form))
		return show_add(r, 422, &d, date);
	d.plan_date = date ? date->id : 0;
	may_here(r, "evaluation.design", d.unit);
	d.flow_case = flow_open(r->db, "round", d.unit, r->who.id, r->now);
	d.id = evaluation_round_add(r->db, &d, r->today);
	changed_form(r, fields, &(struct evaluation_round){ .name = "", .kind = "",
	    .window_from = "", .window_to = "", .base_day = "", .due_date = "" }, &d);
	audit(r, "evaluation.round_add", d.id);
	said(r, "Đã lập đợt đánh giá; đặt điểm cho từng nhóm rồi mở");
	return go(r, evaluation_round_path(r, d.id, ""));
}

/* ---- its design ---- */

static void
show_classes(struct req *r, const struct evaluation_round *d)
{
	for (struct evaluation_class *c = evaluation_classes(r->db, r->mem, d->id, r->lang); c;
	    c = c->next) {
		struct view *v = view_add(r->view, "CLASS");
		view_text(v, "class_name", c->name);
		view_text(v, "path", evaluation_round_path(r, d->id,
		    mem_printf(r->mem, "/class/%lld", (long long)c->id)));
		view_text(v, "blank_path", evaluation_round_path(r, d->id,
		    mem_printf(r->mem, "/class/%lld/print", (long long)c->id)));
		view_text(v, "kinds", *c->kinds ? c->kinds
		    : tr(r->lang, "hộ gia đình, cá nhân do đơn vị nhập"));
		view_text(v, "items", number(r, c->items, 0));
		view_text(v, "max_total", c->bonus ? mem_printf(r->mem, "%s + %s",
		    number(r, c->maximum, 2), number(r, c->bonus, 2)) : number(r, c->maximum, 2));
		if (c->unset)
			view_text(view_add(v, "UNSET"), "unset", number(r, c->unset, 0));
	}
}

static void
show_round_moves(struct req *r, const struct evaluation_round *d, bool odd)
{
	for (struct flow_move *m = flow_moves(r->db, r->mem, d->flow_case, r->who.id, r->today,
	    r->lang); m; m = m->next) {
		if (!strcmp(m->move, "publish")) {
			view_text(view_add(r->view, "PUBLISH"), "path",
			    evaluation_round_path(r, d->id, "/publish"));
			continue;
		}
		struct view *v = view_add(r->view, "MOVE");
		form_open(r, v, evaluation_round_path(r, d->id, "/move"));
		view_text(v, "move", m->move);
		view_text(v, "label", m->label);
		view_text(v, "class", m->risk ? "btn risk" : "btn");
		show_edition(r, v, m->move, d->edition);
		if (odd && !strcmp(m->move, "open"))
			view_text(view_add(v, "AGREE"), "ticked", form_sent(r->form, "agree") ? "checked" : "");
		if (!strcmp(m->move, "close"))
			evaluation_show_early(r, v, d);
		if (m->reason) {
			struct view *why = view_add(v, "REASON");
			/* the fault's link leads to the one that was pressed */
			view_text(why, "reason_id", form_fault(r->form, "reason")
			    && !strcmp(form_get(r->form, "move"), m->move) ? "reason"
			    : mem_printf(r->mem, "reason-%s", m->move));
			view_text(why, "reason", form_get(r->form, "reason"));
		}
	}
}

static int
show_round(struct req *r, int status, const struct evaluation_round *d,
    const struct evaluation_round *typed)
{
	title(r, d->name);
	crumb(r, tr(r->lang, "Đánh giá"), "/evaluation");
	form_open(r, r->view, evaluation_round_path(r, d->id, ""));
	show_fields(r, typed);
	show_edition(r, r->view, "", d->edition);
	view_text(r->view, "unit_name", d->unit_name);
	view_text(r->view, "state_word", d->inside);
	view_text(r->view, "tag", d->tag);
	view_text(r->view, "plan_path", mem_printf(r->mem, "/plan/%lld", (long long)d->plan));
	view_text(r->view, "plan_name", mem_printf(r->mem, "%s %s", d->plan_number, d->plan_subject));
	view_text(r->view, "window", evaluation_window(r, d->window_from, d->window_to));
	view_text(r->view, "tie_text", d->tie_text);
	view_text(r->view, "grades_path", evaluation_round_path(r, d->id, "/grades"));
	view_text(r->view, "sheets_path", evaluation_round_path(r, d->id, "/units"));
	view_text(r->view, "results_path", evaluation_round_path(r, d->id, "/results"));
	view_add(r->view, d->edits ? "OPEN" : "CLOSED");
	if (d->stands)
		view_add(r->view, "STANDS");
	show_classes(r, d);
	int n = 0;
	for (struct evaluation_grade *g = evaluation_grades(r->db, r->mem, d->id); g; g = g->next, n++)
		view_text(view_add(r->view, "GRADE"), "name", tr_with(r->mem, r->lang,
		    "{1}: từ {2}% điểm tối đa", g->name, number(r, g->minimum, 2), NULL));
	if (!n)
		view_add(r->view, "NO_GRADE");
	show_round_moves(r, d, d->edits && evaluation_lacks(r, r->view, d).odd);
	struct flow_step *s = steps_of(r, d->flow_case);
	for (struct view *steps = s ? view_add(r->view, "STEPS") : NULL; s; s = s->next) {
		struct view *v = view_add(steps, "STEP");
		view_text(v, "at", moment(r, s->at));
		view_text(v, "label", s->label);
		view_text(v, "name", s->name);
		if (*s->reason)
			view_text(view_add(v, "WHY"), "why", s->reason);
	}
	return show(r, status, "evaluation_round");
}

static int
round_json(struct req *r, const struct evaluation_round *d)
{
	struct json *j = json_new(r), *list;

	json_int(j, "id", d->id);
	json_text(j, "name", d->name);
	json_text(j, "kind", d->kind);
	json_text(j, "window_from", d->window_from);
	json_text(j, "window_to", d->window_to);
	json_text(j, "base_day", d->base_day);
	json_text(j, "due", d->due_date);
	json_text(j, "last_day", due_last(r, d->due_date));
	json_text(j, "tie", d->tie);
	json_text(j, "state", d->state);
	list = json_list(j, "classes");
	for (struct evaluation_class *c = evaluation_classes(r->db, r->mem, d->id, r->lang); c;
	    c = c->next) {
		struct json *one = json_record(list, NULL), *items;
		json_text(one, "name", c->name);
		json_decimal(one, "maximum", c->maximum);
		items = json_list(one, "criteria");
		for (struct evaluation_item *i = evaluation_items(r->db, r->mem, d->id, c->id); i;
		    i = i->next) {
			struct json *item = json_record(items, NULL);
			json_text(item, "anchor", i->anchor);
			json_text(item, "text", i->text);
			if (i->points < 0)
				json_text(item, "points", NULL);
			else
				json_decimal(item, "points", i->points);
			json_int(item, "bonus", i->bonus);
			json_text(item, "formula", *i->rule.formula ? i->rule.formula : NULL);
		}
	}
	return json_show(r, j);
}

int
evaluation_round_page(struct req *r)
{
	struct evaluation_round *d = evaluation_round_here(r, r->id);

	if (!d)
		return 404;
	return r->face ? round_json(r, d) : show_round(r, 200, d, d);
}

bool
evaluation_round_is_old(struct req *r, const struct evaluation_round *d)
{
	return is_old(r, d->edition, tr(r->lang,
	    "Đợt này đã được sửa ở nơi khác sau khi bạn mở trang: lưu lần nữa để thay bằng bản này, hoặc mở lại trang để xem bản kia"));
}

int
evaluation_round_save(struct req *r)
{
	struct evaluation_round *d = evaluation_round_here(r, r->id), typed;

	if (!d)
		return 404;
	if (!d->edits)
		return 409;
	typed = *d;
	evaluation_round_is_old(r, d);
	if (form_read(r->form, r->mem, fields, &typed))
		check_round(r, &typed);
	if (form_faults(r->form))
		return show_round(r, 422, d, &typed);
	evaluation_round_change(r->db, &typed);
	changed_form(r, fields, d, &typed);
	audit(r, "evaluation.round_change", d->id);
	said(r, "Đã lưu đợt đánh giá");
	return go(r, evaluation_round_path(r, d->id, ""));
}

struct moved {
	const char *move, *reason;
};

static const struct field move_fields[] = {
	FIELD(moved, move, "Việc", .max = 40),
	FIELD(moved, reason, "Lý do", .kind = LINES, .optional = true, .max = 4000),
	{ 0 }
};

static void
check_open(struct req *r, const struct evaluation_round *d)
{
	struct evaluation_lacks lacks = evaluation_lacks(r, NULL, d);

	if (lacks.stops)
		form_wrong_at(r->form, "lacks", tr(r->lang, "Trước khi mở"), tr(r->lang,
		    "Còn điều phải làm xong mới chấm được: làm từng điều nêu ở mục này rồi mở"));
	else if (lacks.odd && !form_sent(r->form, "agree"))
		form_wrong_at(r->form, "agree", tr(r->lang, "Trước khi mở"), tr(r->lang,
		    "Còn điều phải xem lại: sửa từng điều, hoặc đánh dấu đã xem rồi mở"));
	else
		changed(r, "opened with", "", lacks.names);
}

/* Publication has its own page, with the number of its decision. */
int
evaluation_round_move(struct req *r)
{
	struct evaluation_round *d = evaluation_round_get(r->db, r->mem, r->id, r->lang);
	struct moved m;
	int status;

	form_read(r->form, r->mem, move_fields, &m);
	if (!d || !may_here(r, strcmp(m.move, "reopen") ? "evaluation.design" : "evaluation.publish",
	    d->unit) || !strcmp(m.move, "publish") || form_fault(r->form, "move"))
		return 404;
	is_old(r, d->edition, tr(r->lang,
	    "Đợt này đã được sửa hoặc chuyển bước sau khi bạn mở trang: xem lại rồi bấm lại"));
	if (!strcmp(m.move, "open") && d->edits)
		check_open(r, d);
	if (form_faults(r->form))
		return show_round(r, 422, d, d);
	status = act(r, &(struct flow_ask){ .flow_case = d->flow_case, .move = m.move,
	    .reason = m.reason }, mem_printf(r->mem, "round.%s", m.move), d->id);
	if (status)
		return status == -1 ? show_round(r, 422, d, d) : status;
	evaluation_round_touch(r->db, d->id);
	return go(r, may(r, "evaluation.design") ? evaluation_round_path(r, d->id, "")
	    : evaluation_round_path(r, d->id, "/results"));
}
