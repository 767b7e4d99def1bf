/* report_case.c - the form of one report, and its first save. */

#include <stdlib.h>

#include "cgi-bin/lib/report_page.h"

enum { TEXT_MAX = 65536, FIGURE_MAX = 40 };

/* What a figure may be at most: ten thousand of them still add up. */
static const int64_t VALUE_MAX = 1000000000000;

/* What was typed into the form's fields, in the order of the sections and lines. */
struct typed {
	struct field *fields;
	const char **texts;
};

const char *
report_field_of(struct req *r, const struct report_line *l)
{
	return mem_printf(r->mem, "v%lld", (long long)l->indicator);
}

static const char *
text_name(struct req *r, const struct report_section *s)
{
	return mem_printf(r->mem, "s%lld", (long long)s->id);
}

/* By the title, and where two of the form bear it by the number too. */
const char *
report_text_told(struct req *r, struct report_section *all, const struct report_section *s)
{
	int same = 0;

	for (; all; all = all->next)
		same += !strcmp(all->title, s->title);
	return same < 2 ? mem_printf(r->mem, "text %s", s->title)
	    : mem_printf(r->mem, "text %s (%lld)", s->title, (long long)s->id);
}

static bool
is_typed(const struct report_line *l)
{
	return !l->carried && strcmp(l->rule, "rate");
}

static bool
is_text(const struct report_section *s)
{
	return !strcmp(s->kind, "text");
}

/* The table of fields of this report's form: what is asked decides. */
static struct typed
fields_of(struct req *r, const struct report_section *all)
{
	struct typed t;
	size_t n = 0;

	for (const struct report_section *s = all; s; s = s->next) {
		n += is_text(s);
		for (const struct report_line *l = s->lines; l; l = l->next)
			n += is_typed(l);
	}
	t.fields = mem_take(r->mem, (n + 1) * sizeof(*t.fields));
	t.texts = mem_take(r->mem, (n + 1) * sizeof(*t.texts));
	n = 0;
	for (const struct report_section *s = all; s; s = s->next) {
		if (is_text(s)) {
			t.fields[n] = (struct field){ .name = text_name(r, s),
			    .label = s->title, .at = n * sizeof(*t.texts), .kind = LINES,
			    .optional = true, .max = TEXT_MAX };
			n++;
		}
		for (const struct report_line *l = s->lines; l; l = l->next)
			if (is_typed(l)) {
				t.fields[n] = (struct field){ .name = report_field_of(r, l),
				    .label = l->name, .at = n * sizeof(*t.texts), .kind = LINE,
				    .optional = true, .max = FIGURE_MAX };
				n++;
			}
	}
	return t;
}

/* Why a figure cannot be, or NULL; then *value is in hundredths. */
static const char *
why_not(struct req *r, const char *text, const struct report_line *l, int64_t *value)
{
	static const int64_t scale[] = { 100, 10, 1 };
	const char *d = mem_printf(r->mem, "%lld", (long long)l->decimals);
	int64_t n;

	if (!text_number(text, (int)l->decimals, &n) && text_number_long(text))
		return tr_with(r->mem, r->lang, "Số quá lớn, giới hạn là {1}: xem lại đơn vị tính",
		    number(r, VALUE_MAX, 0), NULL, NULL);
	if (!text_number(text, (int)l->decimals, &n))
		return l->decimals ? tr_with(r->mem, r->lang, "Không phải số: viết như 1.234,5"
		    " (dấu phẩy trước phần lẻ, tối đa {1} chữ số lẻ)", d, NULL, NULL)
		    : tr(r->lang, "Không phải số nguyên: viết như 1.234, không có phần lẻ");
	if (n < 0)
		return tr(r->lang, "Không ghi số âm: ghi từ 0 trở lên, không có thì ghi 0");
	if (n * scale[l->decimals] > VALUE_MAX * 100)
		return tr_with(r->mem, r->lang, "Số quá lớn, giới hạn là {1}: xem lại đơn vị tính",
		    number(r, VALUE_MAX, 0), NULL, NULL);
	*value = n * scale[l->decimals];
	return NULL;
}

/*
 * Reads the form into the lines and texts, so that what is shown again is what was
 * typed.  False if something is at fault; the faults stand in the form.
 */
static bool
read_typed(struct req *r, struct report_section *all)
{
	struct typed t = fields_of(r, all);
	size_t n = 0;

	form_read(r->form, r->mem, t.fields, t.texts);
	for (struct report_section *s = all; s; s = s->next) {
		if (is_text(s)) {
			const char *text = t.texts[n++];
			if (strlen(text) > TEXT_MAX)
				form_wrong_at(r->form, text_name(r, s), s->title,
				    tr(r->lang, "Dài quá khoảng 15 trang A4 (65.536 byte): rút ngắn rồi lưu lại"));
			if (strcmp(text, s->text))
				s->text = text, s->html = markdown(r->mem, text).text;
		}
		for (struct report_line *l = s->lines; l; l = l->next) {
			const char *text, *why;
			if (!is_typed(l))
				continue;
			text = t.texts[n++];
			l->has = *text;
			if (*text && (why = why_not(r, text, l, &l->value)))
				form_wrong_at(r->form, report_field_of(r, l), l->name, why);
		}
	}
	return !form_faults(r->form);
}

/* What another person saved meanwhile, beside what this one typed. */
static const char *
theirs(struct req *r, const struct report_line *mine, struct report_section *saved)
{
	const struct report_line *l = saved ? report_line_of(saved, mine->indicator) : NULL;

	if (!l || !is_typed(l) || (l->has == mine->has && (!l->has || l->value == mine->value)))
		return NULL;
	return report_figure_text(r, l->has, l->value, l->rule);
}

static void
show_input(struct req *r, struct view *v, struct report_line *l, struct report_sum *sums,
    struct report_section *saved)
{
	const char *name = report_field_of(r, l), *by = mem_printf(r->mem, "u_%s", name);
	const char *fault = form_fault(r->form, name), *other = theirs(r, l, saved);
	const char *held = l->has ? text_of_number(r->mem, l->value, 2, false, "vi") : "";

	view_text(v, "field", name);
	view_text(v, "value", is_typed(l) ? form_typed(r->form, name, held) : held);
	view_text(v, "invalid", fault ? "true" : "false");
	if (l->carried) {
		view_text(view_add(v, "READONLY"), "field", name);
		view_add(v, "CARRIED");
		by = mem_printf(r->mem, "%s h_%s", by, name);
	}
	if (*l->reason) {
		report_show_reason(v, l->reason, l->mended);
		by = mem_printf(r->mem, "%s r_%s", by, name);
	}
	if (fault) {
		view_text(view_add(v, "FAULTY"), "why", fault);
		by = mem_printf(r->mem, "%s e_%s", by, name);
	} else if (report_is_odd(l)) {
		view_add(v, "ODD");
		by = mem_printf(r->mem, "%s o_%s", by, name);
	}
	if (other) {
		view_text(view_add(v, "OTHER"), "other", other);
		by = mem_printf(r->mem, "%s t_%s", by, name);
	}
	for (; sums && !fault; sums = sums->next)
		if (sums->last == l && !report_sum_is_right(sums)) {
			struct view *e = view_add(v, "WRONG_SUM");
			view_text(e, "rule", sums->text);
			view_text(e, "sum", report_sum_text(r, sums));
		}
	view_text(v, "described", by);
}

static void
show_figure(struct req *r, struct view *in, struct report_line *l, struct report_sum *sums,
    struct report_section *saved)
{
	struct view *v = view_add(in, "LINE");

	view_text(v, "field", report_field_of(r, l));
	view_text(v, "name", l->name);
	view_text(v, "measure", l->measure);
	view_text(v, "last", report_figure_text(r, l->has_last, l->last, l->rule));
	if (strcmp(l->rule, "rate")) {
		struct view *input = view_add(v, "INPUT");
		view_text(input, "name", l->name);
		show_input(r, input, l, sums, saved);
		return;
	}
	struct view *rate = view_add(v, "RATE");
	view_text(rate, "name", l->name);
	view_text(rate, "value", report_figure_text(r, l->has, l->value, l->rule));
	if (l->of && l->has)
		view_text(view_add(rate, "COUNTS"), "counts", mem_printf(r->mem, "%s/%s",
		    number(r, l->of->value, 2), number(r, l->by->value, 2)));
	if (l->has && l->has_last)
		view_text(view_add(rate, "CHANGE"), "change",
		    report_change_text(r, l->value, l->last, l->rule));
}

static void
show_text(struct req *r, struct view *v, struct report_section *s,
    struct report_section *saved)
{
	const char *name = text_name(r, s), *fault = form_fault(r->form, name);
	const char *by = mem_printf(r->mem, "h_%s", name);

	view_text(v, "field", name);
	view_text(v, "value", form_typed(r->form, name, s->text));
	view_text(v, "invalid", fault ? "true" : "false");
	if (fault) {
		view_text(view_add(v, "FAULTY"), "why", fault);
		by = mem_printf(r->mem, "%s e_%s", by, name);
	}
	if (*s->reason) {
		report_show_reason(v, s->reason, s->mended);
		by = mem_printf(r->mem, "%s r_%s", by, name);
	}
	while (saved && saved->id != s->id)
		saved = saved->next;
	if (saved && strcmp(saved->text, s->text))
		view_text(view_add(v, "OTHER"), "other", saved->text);
	if (*s->html)
		view_html(view_add(v, "PREVIEW"), "preview_html", (struct html){ s->html });
	view_text(v, "described", by);
}

/* The form; `saved` is what another person saved meanwhile, or NULL. */
static int
show_form(struct req *r, int status, const struct report *p, struct report_section *all,
    struct report_section *saved)
{
	int64_t asked, filled, words = 0, written = 0;
	struct report_sum *sums = report_sums(r->db, r->mem, all);

	report_show_head(r, r->view, p, all);
	view_text(r->view, "blank_path", mem_printf(r->mem, "/report/period/%lld/unit/%lld/print",
	    (long long)p->period, (long long)p->unit));
	form_open(r, r->view, p->id ? report_path(r, p->id, "") : r->path);
	form_show_faults(r->form, r->view, r->lang, NULL);
	show_edition(r, r->view, "", p->edition);
	if (saved) {
		struct view *v = view_add(r->view, "MEANWHILE");
		view_text(v, "saver", p->saver);
		view_text(v, "saved_at", moment(r, p->saved));
	}
	for (struct report_section *s = all; s; s = s->next) {
		struct view *v = view_add(r->view, "SECTION");
		struct view *in = view_add(v, is_text(s) ? "WORDS" : "FIGURES");
		view_text(in, "title_of", s->title);
		view_text(in, "plan_name", report_plan_head(all, s));
		view_text(in, "section_hint", s->hint);
		if (is_text(s))
			show_text(r, in, s, saved);
		for (struct report_line *l = s->lines; l; l = l->next)
			show_figure(r, in, l, sums, saved);
	}
	report_count(all, &asked, &filled);
	view_add(r->view, asked ? "ASKED" : "WORDS_ALONE");
	for (struct report_section *s = asked ? NULL : all; s; s = s->next, words++)
		written += *s->text != '\0';
	if (!asked)
		asked = words, filled = written;
	view_text(r->view, "asked", number(r, asked, 0));
	view_text(r->view, "filled", number(r, filled, 0));
	if (p->id) {
		struct view *v = view_add(r->view, "SAVED");
		view_text(v, "saved_at", moment(r, p->saved));
		view_text(v, "saver", p->saver);
		report_show_history(r, r->view, p, true);
	}
	return show(r, status, "report_form");
}

static int
case_json(struct req *r, const struct report *p, struct report_sight sight)
{
	struct json *j = json_new(r);

	json_int(j, "id", p->id);
	json_text(j, "form", p->form_name);
	json_text(j, "period", p->period_name);
	json_text(j, "window_from", p->window_from);
	json_text(j, "window_to", p->window_to);
	json_text(j, "due", p->due);
	json_text(j, "last_day", p->last_day);
	json_int(j, "unit", p->unit);
	json_text(j, "unit_name", p->unit_name);
	/* as its page says it */
	json_text(j, "state", !strcmp(p->state, "signing") && !strcmp(report_state_word(r, p), p->outside)
	    ? "draft" : p->state);
	json_text(j, "receipt", *p->receipt ? p->receipt : NULL);
	if (sight.values)
		report_json(j, report_sections(r->db, r->mem, p));
	return json_show(r, j);
}

/* The last return that this person is told of. */
static void
tell_return(struct req *r, struct report *p)
{
	struct flow_step *s = returned_of(steps_of(r, p->flow_case), "sent");

	p->reason = s ? s->reason : "";
	p->returned_by = s ? s->name : "";
	p->returned_at = s ? s->at : 0;
	p->returned_step = s ? s->id : 0;
}

struct report *
report_seen(struct req *r, int64_t id)
{
	struct report *p = report_get(r->db, r->mem, id, r->lang);

	if (!p || !may_here(r, "report.view", p->unit))
		return NULL;
	if (*p->reason && strcmp(p->state, "sent"))
		tell_return(r, p);
	return p;
}

int
report_one(struct req *r)
{
	struct report *p = report_seen(r, r->id);

	if (!p)
		return 404;
	struct report_sight sight = report_sight_of(r, p);
	if (r->face)
		return case_json(r, p, sight);
	if (sight.edits)
		return show_form(r, 200, p, report_sections(r->db, r->mem, p), NULL);
	return report_show_case(r, 200, p);
}

/* The duty at /report/period/#/unit/#, if this person may begin it today. */
static struct report *
to_begin(struct req *r)
{
	struct report *p = report_of(r->db, r->mem, r->id, r->id2, r->lang);

	return p && may_here(r, "report.write", p->unit) && strcmp(p->opens, r->today) <= 0
	    ? p : NULL;
}

int
report_begin(struct req *r)
{
	struct report *p = to_begin(r);

	if (!p)
		return 404;
	if (p->id)
		return go(r, report_path(r, p->id, ""));
	return show_form(r, 200, p, report_sections(r->db, r->mem, p), NULL);
}

/* Two who write do not undo each other: what this one typed stays on the page, beside
 * what the other saved; sent once more, it is his decision.  It is no draft: the form
 * opened anew shows what is saved. */
static int
meanwhile(struct req *r, const struct report *p, struct report_section *typed)
{
	return show_form(r, 409, p, typed, report_sections(r->db, r->mem, p));
}

static void
put_figure(struct req *r, int64_t id, const struct report_line *old,
    const struct report_line *l)
{
	changed(r, l->code, old->has ? number(r, old->value, 2) : "",
	    l->has ? number(r, l->value, 2) : "");
	if (l->has)
		report_value_put(r->db, id, l->indicator, l->value);
	else
		report_value_drop(r->db, id, l->indicator);
}

static void
put_all(struct req *r, int64_t id, struct report_section *old, struct report_section *new)
{
	for (struct report_section *o = old, *s = new; s; s = s->next, o = o->next) {
		if (is_text(s)) {
			changed(r, report_text_told(r, new, s), o->text, s->text);
			report_text_put(r->db, id, s->id, s->text, s->html);
		}
		for (struct report_line *was = o->lines, *l = s->lines; l;
		    l = l->next, was = was->next)
			if (is_typed(l))
				put_figure(r, id, was, l);
	}
	report_carry(r->db, id, new);
}

static int
save(struct req *r, struct report *p)
{
	struct report_section *old = report_sections(r->db, r->mem, p);
	struct report_section *new = report_sections(r->db, r->mem, p);
	bool sound = read_typed(r, new);
	int64_t edition = strtoll(form_get(r->form, "edition"), NULL, 10);

	if (edition != p->edition)
		return meanwhile(r, p, new);
	if (!sound)
		return show_form(r, 422, p, new, NULL);
	const char *action = p->id ? "report.save" : "report.open";
	if (!p->id)
		p->id = report_open(r->db, flow_open(r->db, "report", p->unit, r->who.id, r->now),
		    p->period, p->unit, r->who.id, r->now);
	else
		report_saved(r->db, p->id, r->who.id, r->now);
	put_all(r, p->id, old, new);
	audit(r, action, p->id);
	said(r, "Đã lưu nháp");
	return go(r, report_path(r, p->id,
	    !strcmp(form_get(r->form, "do"), "check") ? "/check" : ""));
}

/* Of a report that is not this one's to write any more: what was typed is told by its labels. */
static int
moved_on(struct req *r, const struct report *p)
{
	form_tell(r->form, fields_of(r, report_sections(r->db, r->mem, p)).fields);
	return overtaken(r, p->flow_case, "");
}

int
report_begin_save(struct req *r)
{
	struct report *p = to_begin(r);

	if (!p)
		return 404;
	/* Begun by another while this one typed: as if both had opened that one. */
	if (p->id && !report_sight_of(r, p).edits)
		return moved_on(r, p);
	return save(r, p);
}

int
report_save(struct req *r)
{
	struct report *p = report_seen(r, r->id);

	if (!p || !may_here(r, "report.write", p->unit))
		return 404;
	if (!report_sight_of(r, p).edits)
		return moved_on(r, p);
	return save(r, p);
}
