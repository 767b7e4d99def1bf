/* report_show.c - the words and parts that the pages of a report share. */

#include "cgi-bin/lib/report_page.h"

#include <stdlib.h>

struct report_sight
report_sight_of(struct req *r, const struct report *p)
{
	struct report_sight s = { 0 };

	s.reviews = may_here(r, "report.review", p->unit);
	s.sends = may_here(r, "report.send", p->unit);
	s.writes = may_here(r, "report.write", p->unit);
	s.edits = s.writes && (!*p->state || !strcmp(p->state, "draft")
	    || !strcmp(p->state, "returned"));
	s.values = s.writes || s.sends || !strcmp(p->state, "sent")
	    || !strcmp(p->state, "accepted");
	return s;
}

const char *
report_figure_text(struct req *r, bool has, int64_t value, const char *rule)
{
	if (!strcmp(rule, "rate"))
		return has ? mem_printf(r->mem, "%s%%",
		    text_of_number(r->mem, value, 2, true, r->lang)) : tr(r->lang, "không tính");
	return has ? number(r, value, 2) : tr(r->lang, "chưa có");
}

const char *
report_change_text(struct req *r, int64_t now, int64_t last, const char *rule)
{
	int64_t by = now - last;
	const char *n;

	if (!by)
		return tr(r->lang, "không đổi");
	if (!strcmp(rule, "rate")) {
		n = text_of_number(r->mem, llabs(by), 2, true, r->lang);
		return tr_with(r->mem, r->lang, by > 0 ? "tăng {1} điểm phần trăm"
		    : "giảm {1} điểm phần trăm", n, NULL, NULL);
	}
	n = number(r, llabs(by), 2);
	return tr_with(r->mem, r->lang, by > 0 ? "tăng {1}" : "giảm {1}", n, NULL, NULL);
}

/* "84 + 60 = 144", or the only figure. */
static const char *
left_text(struct req *r, const struct report_sum *s)
{
	const char *text = "";
	int64_t n = 0;

	for (const struct report_term *t = s->terms; t; t = t->next)
		if (t->sign > 0)
			text = mem_printf(r->mem, "%s%s%s", text, n++ ? " + " : "",
			    number(r, t->line->value, 2));
	return n > 1 ? mem_printf(r->mem, "%s = %s", text, number(r, s->left, 2)) : text;
}

const char *
report_sum_text(struct req *r, const struct report_sum *s)
{
	const char *text = "";
	int64_t turn = 1;

	if (s->at_most)
		return tr_with(r->mem, r->lang, "{1}, nhiều nhất {2}", left_text(r, s),
		    number(r, s->right, 2), NULL);
	for (const struct report_term *t = s->terms; t; t = t->next)
		if (t->line == s->last)
			turn = -t->sign;
	for (const struct report_term *t = s->terms; t; t = t->next) {
		bool minus = t->sign * turn < 0;
		if (t->line == s->last)
			continue;
		text = mem_printf(r->mem, "%s%s%s", text,
		    !*text ? minus ? "-" : "" : minus ? " - " : " + ",
		    number(r, t->line->value, 2));
	}
	return mem_printf(r->mem, "%s = %s", text, number(r, s->should, 2));
}

const char *
report_path(struct req *r, int64_t id, const char *tail)
{
	return mem_printf(r->mem, "/report/%lld%s", (long long)id, tail);
}

const char *
report_window_text(struct req *r, const char *from, const char *to)
{
	return tr_with(r->mem, r->lang, "Số liệu từ {1} đến {2}",
	    text_of_day(r->mem, from), text_of_day(r->mem, to), NULL);
}

const char *
report_state_word(struct req *r, const struct report *p)
{
	if (!p->id)
		return tr(r->lang, "Chưa bắt đầu");
	struct report_sight s = report_sight_of(r, p);
	return s.writes || s.sends || s.reviews ? p->inside : p->outside;
}

static void
show_return(struct view *back, struct view **list, const char *field, const char *name,
    const char *reason, bool mended)
{
	if (!*reason)
		return;
	if (!*list)
		*list = view_add(back, "RETURNS");
	struct view *v = view_add(*list, "RETURNED");
	struct view *n = view_add(v, *field ? "THERE" : "NAMED");
	view_text(n, "field", field);
	view_text(n, "name", name);
	view_text(v, "reason", reason);
	if (mended)
		view_add(v, "MENDED");
}

void
report_show_reason(struct view *v, const char *reason, bool mended)
{
	if (*reason)
		view_text(view_add(v, mended ? "MENDED" : "REASON"), "reason", reason);
}

const char *
report_plan_head(const struct report_section *all, const struct report_section *s)
{
	while (all != s && all->next != s)
		all = all->next;
	return all != s && all->plan == s->plan ? "" : s->plan_name;
}

/* What a return says of single fields, with the way to each; and to whom the figures are shut
 * until they are sent again, not what was mended since. */
static void
show_returns(struct req *r, struct view *back, const struct report_section *all, bool values,
    bool there)
{
	struct view *list = NULL;

	for (const struct report_section *s = all; s; s = s->next) {
		show_return(back, &list, there ? mem_printf(r->mem, "s%lld", (long long)s->id) : "",
		    s->title, s->reason, values && s->mended);
		for (const struct report_line *l = s->lines; l; l = l->next)
			show_return(back, &list, there ? report_field_of(r, l) : "", l->name, l->reason,
			    values && l->mended);
	}
}

void
report_show_back(struct req *r, struct view *view, const struct report *p,
    const struct report_section *all, bool listed)
{
	bool stands = !strcmp(p->state, "returned"), values = report_sight_of(r, p).values;

	if (!*p->reason || (!stands && !all))
		return;
	struct view *v = view_include(view, "BACK", "report_back");
	view_text(view_add(v, listed ? "LISTED" : "HEADED"), "what", tr(r->lang, stands
	    ? "Lý do trả lại" : "Lần trước đã trả lại"));
	view_text(v, "reason", p->reason);
	view_text(v, "returned_by", p->returned_by);
	view_text(v, "returned_at", moment(r, p->returned_at));
	if (strcmp(p->state, "sent"))
		show_earlier(r, v, p->flow_case, "sent");
	show_returns(r, v, all, values, values && !listed);
}

static void
add_name(struct req *r, const char **names, const char *name)
{
	*names = mem_printf(r->mem, "%s%s%s", *names, **names ? "; " : "", name);
}

void
report_show_unmended(struct req *r, struct view *view, const struct report_section *all,
    bool listed)
{
	const char *same = "", *empty = "";

	for (const struct report_section *s = all; s; s = s->next) {
		if (*s->reason && !s->mended)
			add_name(r, &same, s->title);
		for (const struct report_line *l = s->lines; l; l = l->next)
			if (*l->reason && !l->mended)
				add_name(r, &same, l->name);
		if (!strcmp(s->kind, "text") && !*s->text)
			add_name(r, &empty, s->title);
	}
	struct view *v = *same || *empty ? view_include(view, "UNMENDED", "report_unmended") : NULL;
	if (*same) {
		struct view *one = view_add(v, "SAME");
		view_text(one, "names", same);
		view_add(one, listed ? "LISTED" : "HEADED");
	}
	if (*empty) {
		struct view *one = view_add(v, "EMPTY");
		view_text(one, "names", empty);
		view_add(one, listed ? "LISTED" : "HEADED");
	}
}

void
report_show_head(struct req *r, struct view *view, const struct report *p,
    const struct report_section *all)
{
	struct view *v = view_include(view, "HEAD", "report_head");

	title(r, mem_printf(r->mem, "%s: %s", p->form_name, p->period_name));
	crumb(r, tr(r->lang, "mục::Báo cáo"), "/report");
	view_text(v, "heading", r->title);
	view_text(v, "unit_name", p->unit_name);
	view_text(v, "window", report_window_text(r, p->window_from, p->window_to));
	view_text(v, "tag", p->tag);
	view_text(v, "state", report_state_word(r, p));
	if (strcmp(p->state, "accepted")) {
		struct view *d = view_add(v, "DUE");
		view_text(d, "due", due_words(r, p->due, p->last_day, p->holiday));
		view_text(d, "far", !strcmp(p->state, "sent") ? "" : how_far(r, p->last_day));
	}
	report_show_back(r, v, p, all, false);
	struct report_sight s = report_sight_of(r, p);
	if (!strcmp(p->state, "signing") && s.writes && !s.sends)
		view_add(v, "WAITS");
}

static void
show_line(struct req *r, struct view *table, struct report_line *l, struct report_sum *sums,
    bool asks, bool marks, const char *mend)
{
	struct view *v = view_add(table, "LINE");
	bool rate = !strcmp(l->rule, "rate");
	const char *field = report_field_of(r, l), *fault = NULL;

	view_text(v, "field", field);
	view_text(v, "name", l->name);
	view_text(v, "measure", l->measure);
	view_text(v, "value", report_figure_text(r, l->has, l->value, l->rule));
	view_text(v, "last", report_figure_text(r, l->has_last, l->last, l->rule));
	view_text(v, "change", l->has && l->has_last
	    ? report_change_text(r, l->value, l->last, l->rule) : tr(r->lang, "chưa so được"));
	if (rate && l->of)
		view_text(view_add(v, "COUNTS"), "counts", mem_printf(r->mem, "%s/%s",
		    report_figure_text(r, l->of->has, l->of->value, ""),
		    report_figure_text(r, l->by->has, l->by->value, "")));
	report_show_reason(v, l->reason, l->mended);
	if (marks && report_is_odd(l))
		view_add(v, "ODD");
	if (marks)
		fault = form_fault(r->form, field);
	if (fault) {
		struct view *e = view_add(v, "FAULTY");
		view_text(e, "why", fault);
		if (*mend)
			view_text(view_add(e, "MEND"), "path", mem_printf(r->mem, "%s#%s", mend,
			    field));
	}
	for (; marks && !fault && sums; sums = sums->next)
		if (sums->last == l && !report_sum_is_right(sums)) {
			struct view *e = view_add(v, "WRONG_SUM");
			view_text(e, "rule", sums->text);
			view_text(e, "sum", report_sum_text(r, sums));
		}
	if (asks) {
		struct view *a = view_add(v, "ASK");
		if (!rate) {
			struct view *in = view_add(a, "IN");
			view_text(in, "r_field", mem_printf(r->mem, "r_%s", field));
			view_text(in, "typed", form_get(r->form, mem_printf(r->mem, "r_%s", field)));
		}
	}
}

void
report_show_values(struct req *r, struct view *view, struct report_section *all,
    bool asks, bool marks, const char *mend)
{
	struct view *include = view_include(view, "VALUES", "report_values");
	struct report_sum *sums = marks ? report_sums(r->db, r->mem, all) : NULL;

	for (struct report_section *s = all; s; s = s->next) {
		struct view *v = view_add(include, "SECTION"), *in;
		bool figures = !strcmp(s->kind, "figures");
		const char *field = mem_printf(r->mem, "s%lld", (long long)s->id);

		in = view_add(v, figures ? "FIGURES" : "WORDS");
		view_text(in, "title_of", s->title);
		view_text(in, "plan_name", report_plan_head(all, s));
		view_text(in, "field", field);
		if (figures) {
			if (asks)
				view_add(in, "ASKS");
			for (struct report_line *l = s->lines; l; l = l->next)
				show_line(r, in, l, sums, asks, marks, mend);
			continue;
		}
		if (*s->text)
			view_html(view_add(in, "TEXT"), "text_html", (struct html){ s->html });
		else
			view_add(in, "NOTHING");
		report_show_reason(in, s->reason, s->mended);
		if (asks) {
			struct view *a = view_add(in, "ASK");
			view_text(a, "r_field", mem_printf(r->mem, "r_%s", field));
			view_text(a, "typed", form_get(r->form, mem_printf(r->mem, "r_%s", field)));
		}
	}
}

void
report_show_history(struct req *r, struct view *view, const struct report *p, bool steps)
{
	struct view *v = view_include(view, "HISTORY", "history");
	struct sent_copy *c = report_copies(r->db, r->mem, p->id);
	struct view *copies = c ? view_add(v, "COPIES") : NULL;

	for (; c; c = c->next) {
		struct view *one = view_add(copies, "COPY");
		view_text(one, "path", report_path(r, p->id,
		    mem_printf(r->mem, "/sent/%lld", (long long)c->id)));
		view_text(one, "receipt", c->receipt);
		view_text(one, "at", moment(r, c->at));
	}
	if (steps)
		show_history(r, v, p->flow_case);
}

void
report_json(struct json *j, const struct report_section *s)
{
	struct json *all = json_list(j, "sections");

	for (; s; s = s->next) {
		struct json *one = json_record(all, NULL), *figures;
		json_text(one, "title", s->title);
		json_text(one, "plan", s->plan_name);
		json_text(one, "kind", s->kind);
		json_text(one, "text", *s->text ? s->text : NULL);
		figures = json_list(one, "figures");
		for (const struct report_line *l = s->lines; l; l = l->next) {
			struct json *f = json_record(figures, NULL);
			json_text(f, "code", l->code);
			json_text(f, "name", l->name);
			json_text(f, "measure", l->measure);
			if (l->has)
				json_decimal(f, "value", l->value);
			else
				json_text(f, "value", NULL);
			if (l->has_last)
				json_decimal(f, "last", l->last);
			else
				json_text(f, "last", NULL);
		}
	}
}
