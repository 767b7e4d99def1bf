/* evaluation_form.c - a sheet's form: begun, scored, saved half filled at any time. */

#include <stdlib.h>

#include "cgi-bin/lib/evaluation_page.h"

enum { TEXT_MAX = 4000, SCORE_MAX = 40 };

static const struct field fields[] = {
	FIELD(evaluation, note, "Nhận xét chung", LINES, true, .max = 4000),
	FIELD(evaluation, exit_day, "Ngày được công nhận thoát nghèo", DAY, true),
	FIELD(evaluation, back_day, "Ngày tái nghèo", DAY, true),
	{ 0 }
};

static bool
is_document(const struct evaluation_line *l)
{
	return !strcmp(l->item.rule.source, "document");
}

/* ---- shown ---- */

static void
show_reports(struct view *v, int64_t base, int64_t report)
{
	if (base)
		view_int(view_add(v, "BASE"), "report", base);
	if (report && report != base)
		view_int(view_add(v, "REPORT"), "report", report);
}

static void
show_score(struct req *r, struct view *v, const struct evaluation_line *l,
    const struct evaluation_fill *fill, const char *by)
{
	const char *name = evaluation_key(r, "s", l), *na = evaluation_key(r, "na", l);
	const char *fault = form_fault(r->form, name);
	const struct evaluation_score *s = &l->own;

	if (evaluation_fills(fill)) {
		struct view *c = view_add(v, "COMPUTED");
		view_text(c, "field", name);
		view_text(c, "points", fill->score.is == SCORE_NOT_APPLICABLE
		    || fill->score.is == SCORE_TOO_SOON ? tr(r->lang, "không phát sinh")
		    : number(r, fill->score.points, 2));
		return;
	}
	if (fault) {
		view_text(view_add(v, "FAULTY"), "why", fault);
		by = mem_printf(r->mem, "%s e_%s", by, name);
	}
	if (*l->item.condition) {
		struct view *box = view_add(v, "NA");
		view_text(box, "na", na);
		if (form_sent(r->form, name) ? form_sent(r->form, na) : s->skipped)
			view_text(box, "ticked", "checked");
	}
	struct view *in = view_add(v, "INPUT");
	view_text(in, "field", name);
	view_text(in, "value", form_typed(r->form, name, s->points < 0 ? ""
	    : text_of_number(r->mem, s->points, 2, false, "vi")));
	view_text(in, "invalid", fault ? "true" : "false");
	view_text(in, "described", by);
	view_text(in, "label", evaluation_label(r, l));
}

static void
show_document(struct req *r, struct view *v, const struct evaluation *e,
    const struct evaluation_line *l)
{
	const struct evaluation_paper *papers = evaluation_papers(r, e, r->lang);
	const char *name = evaluation_key(r, "d", l), *day = evaluation_key(r, "dd", l);
	struct view *d = view_add(v, "DOCUMENT");

	evaluation_show_papers(r, d, l, papers);
	evaluation_show_paper(d, l, papers);
	view_text(d, "d_field", name);
	view_text(d, "dd_field", day);
	view_text(d, "document", form_typed(r->form, name, l->own.document));
	view_text(d, "document_day", form_typed(r->form, day, text_of_day(r->mem, l->own.document_day)));
	view_text(d, "document_invalid", form_fault(r->form, name) ? "true" : "false");
	view_text(d, "day_invalid", form_fault(r->form, day) ? "true" : "false");
	const char *faulty[] = { evaluation_key(r, "p", l), name, day };
	for (size_t i = 0; i < sizeof(faulty) / sizeof(*faulty); i++)
		if (form_fault(r->form, faulty[i]))
			view_text(view_add(d, "FAULTY"), "why", form_fault(r->form, faulty[i]));
}

static void
show_line(struct req *r, const struct evaluation *e, const struct evaluation_line *l)
{
	struct view *v = view_add(r->view, "LINE");
	struct evaluation_fill fill = evaluation_fill(r, e, l, r->lang);
	const char *text = evaluation_key(r, "t", l), *by = evaluation_key(r, "h", l);
	const char *fault = form_fault(r->form, text);
	int64_t n;

	view_text(v, "text", l->item.text);
	view_text(v, "hint_id", by);
	view_text(v, "maximum", number(r, l->item.points > 0 ? l->item.points : 0, 2));
	if (*l->item.anchor) {
		struct view *c = view_add(v, "CLAUSE");
		view_text(c, "anchor", cited(r, l->item.anchor));
		view_text(c, "clause_path", mem_printf(r->mem, "/plan/%lld#%s", (long long)l->item.plan,
		    l->item.clause));
	}
	if (l->item.bonus)
		view_add(v, "BONUS");
	if (*l->item.condition)
		view_text(view_add(v, "CONDITION"), "condition", l->item.condition);
	if (*fill.how)
		view_text(view_add(v, fill.lacks ? "LACKING" : "HOW"), "how", fill.how);
	show_reports(v, fill.base_report, fill.report);
	if (l->last >= 0)
		view_text(view_add(v, "LAST"), "last", number(r, l->last, 2));
	if (*l->reason)
		view_text(view_add(v, "REASON"), "reason", l->reason);
	show_score(r, v, l, &fill, by);
	if (is_document(l))
		show_document(r, v, e, l);
	view_int(v, "item_id", l->item.id);
	view_text(view_add(v, "FILE"), "files", !e->id || !(n = evaluation_files(r, e->id, l->item.id)) ? ""
	    : tr_with(r->mem, r->lang, "{1} tệp", number(r, n, 0), NULL, NULL));
	view_text(v, "t_field", text);
	view_text(v, "own_text", form_typed(r->form, text, l->own.text));
	view_text(v, "t_invalid", fault ? "true" : "false");
	view_text(v, "label", evaluation_label(r, l));
	if (fault)
		view_text(view_add(v, "TEXT_FAULTY"), "why", fault);
}

/* What its own score is now: computed where it can be. */
static void
refresh(struct req *r, const struct evaluation *e, struct evaluation_line *all)
{
	for (struct evaluation_line *l = all; l; l = l->next) {
		if (is_document(l))
			evaluation_paper_fill(l, evaluation_papers(r, e, r->lang));
		struct evaluation_fill fill = evaluation_fill(r, e, l, r->lang);
		if (evaluation_fills(&fill)) {
			l->own = evaluation_computed(r, e, l);
		} else if (l->own.computed) {
			l->own.computed = l->own.skipped = false, l->own.points = -1;
			l->own.how = "", l->own.report = l->own.base_report = 0;
		}
	}
}

static const char *
form_path(struct req *r, const struct evaluation *e)
{
	return e->id ? evaluation_path(r, e->id, "") : evaluation_round_path(r, e->round,
	    mem_printf(r->mem, "/unit/%lld", (long long)e->judged));
}

int
evaluation_show_form(struct req *r, int status, const struct evaluation *e,
    struct evaluation_line *all)
{
	struct score_total total = evaluation_own_total(r, all);

	evaluation_show_head(r, r->view, e, "Tự chấm điểm: {1}");
	form_open(r, r->view, form_path(r, e));
	show_edition(r, r->view, "", e->edition);
	if (!strcmp(e->subject, "household"))
		view_add(r->view, "HOUSEHOLD");
	for (struct evaluation_line *l = all; l; l = l->next)
		show_line(r, e, l);
	form_show(r->form, r->view, r->lang, fields, e);
	view_text(r->view, "class_name", e->class_name);
	view_text(r->view, "from", evaluation_points_from(r, evaluation_items(r->db, r->mem, e->round,
	    e->plan_class)));
	view_text(r->view, "own_total", number(r, total.total, 2));
	view_text(r->view, "max_total", number(r, total.maximum, 2));
	if (!total.whole)
		view_add(r->view, "PART");
	if (e->id) {
		for (struct evaluation_line *l = all; l; l = l->next) {
			struct view *f = view_add(r->view, "EVIDENCE");
			int64_t n = evaluation_files(r, e->id, l->item.id);
			view_text(f, "label", evaluation_label(r, l));
			view_text(f, "text", l->item.text);
			view_text(f, "n", number(r, n, 0));
			if (n)
				view_add(f, "OPEN");
			evaluation_show_files(r, f, e->id, l, true);
		}
		struct view *v = view_add(r->view, "SAVED");
		view_text(v, "saved_at", moment(r, e->saved));
		view_text(v, "saver", e->saver);
		view_text(v, "print_path", evaluation_path(r, e->id, "/print"));
		evaluation_show_history(r, r->view, e, true);
		if (!e->judged)
			evaluation_show_moves(r, e, "drop", "");
	}
	return show(r, status, "evaluation_form");
}

/* ---- begun and read ---- */

static struct evaluation *
to_begin(struct req *r)
{
	struct evaluation *e = evaluation_of(r->db, r->mem, r->id, r->id2, r->today, r->lang);

	return e && strcmp(e->round_state, "draft") && may_here(r, "evaluation.write", r->id2)
	    ? e : NULL;
}

int
evaluation_begin(struct req *r)
{
	struct evaluation *e = to_begin(r);

	if (!e)
		return 404;
	if (e->id)
		return go(r, evaluation_path(r, e->id, ""));
	if (!evaluation_takes(e))
		return 404;
	struct evaluation_line *all = evaluation_lines(r->db, r->mem, e);
	refresh(r, e, all);
	return evaluation_show_form(r, 200, e, all);
}

int
evaluation_one(struct req *r)
{
	struct evaluation_sight sight;
	struct evaluation *e = evaluation_seen(r, r->id, &sight);

	if (!e)
		return 404;
	if (r->face || !sight.edits)
		return evaluation_show_case(r, 200, e, sight);
	struct evaluation_line *all = evaluation_lines(r->db, r->mem, e);
	refresh(r, e, all);
	return evaluation_show_form(r, 200, e, all);
}

/* ---- saved ---- */

struct typed {
	const char *score, *text, *document, *day;
};

static void
read_points(struct req *r, struct evaluation_line *l, const char *typed)
{
	const char *name = evaluation_key(r, "s", l), *max = number(r, l->item.points, 2);
	bool na = form_sent(r->form, evaluation_key(r, "na", l));
	int64_t n;

	l->own.skipped = na && *l->item.condition;
	l->own.points = -1;
	l->own.computed = false, l->own.how = "", l->own.report = l->own.base_report = 0;
	if (!*typed)
		return;
	if (l->own.skipped)
		form_wrong_at(r->form, name, evaluation_label(r, l), tr(r->lang,
		    "Đã đánh dấu không phát sinh mà vẫn ghi điểm: bỏ dấu hoặc để trống ô điểm"));
	else if (!text_number(typed, 2, &n))
		form_wrong_at(r->form, name, evaluation_label(r, l), tr_with(r->mem, r->lang,
		    "{1} không phải số. Ghi số từ 0 đến {2}, có thể lẻ như 12,5", typed, max, NULL));
	else if (n < 0 || n > l->item.points)
		form_wrong_at(r->form, name, evaluation_label(r, l), tr_with(r->mem, r->lang,
		    "{1} vượt giới hạn của tiêu chí này. Ghi số từ 0 đến {2}, có thể lẻ như 12,5",
		    typed, max, NULL));
	else
		l->own.points = n;
}

static const struct field *
fields_of(struct req *r, const struct evaluation_line *l)
{
	const struct field table[] = {
		{ .name = evaluation_key(r, "s", l), .at = offsetof(struct typed, score),
		    .label = evaluation_label(r, l), .optional = true, .max = SCORE_MAX },
		{ .name = evaluation_key(r, "t", l), .at = offsetof(struct typed, text),
		    .label = evaluation_label(r, l), .kind = LINES, .optional = true, .max = TEXT_MAX },
		{ .name = evaluation_key(r, "d", l), .at = offsetof(struct typed, document),
		    .label = evaluation_label(r, l), .optional = true, .max = 200 },
		{ .name = evaluation_key(r, "dd", l), .at = offsetof(struct typed, day),
		    .label = evaluation_label(r, l), .kind = DAY, .optional = true },
		{ 0 }
	};

	return memcpy(mem_take(r->mem, sizeof(table)), table, sizeof(table));
}

static void
read_line(struct req *r, const struct evaluation *e, struct evaluation_line *l)
{
	struct typed t;
	const struct field *table = fields_of(r, l);
	struct evaluation_fill fill;

	form_read(r->form, r->mem, table, &t);
	l->own.text = t.text;
	if (is_document(l)) {
		struct evaluation_paper *papers = evaluation_papers(r, e, r->lang);
		evaluation_paper_fill(l, papers);
		evaluation_paper_read(r, l, papers, &t.document, &t.day);
		bool day = text_is_day(t.day);
		if (day && strcmp(t.day, r->today) > 0)
			form_wrong_at(r->form, table[3].name, table[3].label, tr(r->lang,
			    "Ngày của văn bản chưa đến: ghi ngày đã ban hành"));
		if (day && !*t.document)
			form_wrong_at(r->form, table[2].name, table[2].label, tr(r->lang,
			    "Có ngày mà chưa có số, ký hiệu: ghi như 31/KH-UBND"));
		l->own.document = t.document;
		l->own.document_day = day ? t.day : "";
	}
	fill = evaluation_fill(r, e, l, r->lang);
	if (evaluation_fills(&fill))
		l->own = evaluation_computed(r, e, l);
	else
		read_points(r, l, t.score);
}

static bool
is_empty(const struct evaluation_score *s)
{
	return s->points < 0 && !s->skipped && !*s->text && !*s->document && !*s->document_day;
}

static const char *
spelled(struct req *r, const struct evaluation_score *s)
{
	return mem_printf(r->mem, "%s%s%s%s%s%s%s", s->skipped ? "n/a" : s->points < 0 ? ""
	    : text_of_number(r->mem, s->points, 2, false, "vi"), *s->text ? "; " : "", s->text,
	    *s->document ? "; " : "", s->document, *s->document_day ? " " : "", s->document_day);
}

static void
put_lines(struct req *r, const struct evaluation *e, const struct evaluation_line *old,
    const struct evaluation_line *all)
{
	for (; all; all = all->next, old = old->next) {
		const struct evaluation_score *s = &all->own;
		const char *was = spelled(r, &old->own), *is = spelled(r, s);

		if (is_empty(s)) {
			if (old->own.has)
				evaluation_drop(r->db, e->id, all->item.id, "own");
		} else if (!old->own.has || strcmp(was, is) || strcmp(old->own.how, s->how)
		    || strcmp(old->own.document_day, s->document_day)
		    || old->own.computed != s->computed) {
			evaluation_put(r->db, e->id, all->item.id, "own", s, r->who.id, r->now);
		}
		changed(r, *all->item.anchor ? all->item.anchor : evaluation_key(r, "bonus ", all), was, is);
	}
}

static bool
among(const struct evaluation_line *l, int64_t item)
{
	while (l && l->item.id != item)
		l = l->next;
	return l;
}

/* Of a sheet that is not this one's to fill in any more: what was typed is told by its labels. */
static int
moved_on(struct req *r, const struct evaluation *e)
{
	form_tell(r->form, fields);
	for (struct evaluation_line *l = evaluation_lines(r->db, r->mem, e); l; l = l->next)
		form_tell(r->form, fields_of(r, l));
	return overtaken(r, e->flow_case, "");
}

static int
save(struct req *r, struct evaluation *old)
{
	struct evaluation_line *was = evaluation_lines(r->db, r->mem, old);
	struct evaluation_line *all = evaluation_lines(r->db, r->mem, old);
	struct evaluation e = *old;

	form_read(r->form, r->mem, fields, &e);
	if (*e.back_day && !*e.exit_day)
		form_wrong(r->form, "back_day", "Có ngày tái nghèo thì phải có ngày thoát nghèo trước đó");
	for (struct evaluation_line *l = all; l; l = l->next)
		read_line(r, &e, l);
	if (old->id)
		is_old(r, old->edition, tr_with(r->mem, r->lang,
		    "{1} đã lưu lúc {2}, sau khi bạn mở trang: lưu lần nữa để thay bằng bản này, hoặc mở lại trang để xem bản kia",
		    *old->saver ? old->saver : tr(r->lang, "Người khác"), moment(r, old->saved), NULL));
	if (form_faults(r->form))
		return evaluation_show_form(r, 422, &e, all);
	may_here(r, "evaluation.write", e.unit);
	if (!e.id) {
		e.flow_case = flow_open(r->db, "evaluation", e.unit, r->who.id, r->now);
		e.id = evaluation_add(r->db, &e, r->who.id, r->now);
	}
	changed_form(r, fields, old, &e);
	put_lines(r, &e, was, all);
	evaluation_saved(r->db, &e, r->who.id, r->now);
	audit(r, "evaluation.save", e.id);
	said(r, "Đã lưu phiếu chấm");
	int64_t files = strtoll(form_get(r->form, "files"), NULL, 10);
	if (among(all, files))
		return go(r, evaluation_path(r, e.id, mem_printf(r->mem, "#files-%lld",
		    (long long)files)));
	return go(r, evaluation_path(r, e.id, strcmp(form_get(r->form, "do"), "check") ? ""
	    : "/check"));
}

int
evaluation_begin_save(struct req *r)
{
	struct evaluation *e = to_begin(r);

	if (!e)
		return 404;
	/* Begun by another meanwhile: what was typed is kept, and told as with any save. */
	if (!(e->id ? evaluation_sight_of(r, e).edits : evaluation_takes(e)))
		return e->id ? moved_on(r, e) : 409;
	return save(r, e);
}

int
evaluation_save(struct req *r)
{
	struct evaluation_sight sight;
	struct evaluation *e = evaluation_seen(r, r->id, &sight);

	if (!e || !sight.writes)
		return 404;
	return sight.edits ? save(r, e) : moved_on(r, e);
}
