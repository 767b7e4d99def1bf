/* plan_life.c - a plan that stands as in force on a day, what changed it, and the difference of
 * two days. */

#include "cgi-bin/lib/diff.h"
#include "cgi-bin/lib/plan_change_page.h"
#include "cgi-bin/lib/plan_text.h"

/* Of all that a page compares: a fifth of a second or so; texts of people need a hundredth. */
enum { STEPS = 20000000 };

const char *
plan_day_asked(struct req *r)
{
	const char *asked = form_get(r->form, "on"), *day = *asked && r->reading ? text_day(r->mem, asked) : r->today;

	if (!day)
		form_wrong(r->form, "on", "Ngày viết sai hoặc không có trong lịch: viết như 26/9/2017");
	return day;
}

static const char *
document_of(struct req *r, const char *lang, const struct plan_change *g)
{
	return tr_with(r->mem, lang, "văn bản số {1} ngày {2}", *g->number ? g->number : "...",
	    text_of_day(r->mem, g->date), NULL);
}

const char *
plan_change_note(struct req *r, const struct plan_clause *c)
{
	return tr_with(r->mem, r->lang, !strcmp(c->act, "add") ? "Thêm theo {1}" : !strcmp(c->act, "drop")
	    ? "Bỏ theo {1}" : "Sửa theo {1}", document_of(r, r->lang, c->by), NULL, NULL);
}

const char *
plan_ended_text(struct req *r, const struct plan *p)
{
	return tr_with(r->mem, r->lang, !strcmp(p->end, "recall") ? "Bị thu hồi từ ngày {1}"
	    : "Bị thay thế từ ngày {1}", text_of_day(r->mem, p->end_day), NULL, NULL);
}

const char *
plan_correction_note(struct req *r, const char *lang, const struct plan_correction *k)
{
	return tr_with(r->mem, lang, "Đính chính theo {1}", document_of(r, lang, k->by), NULL, NULL);
}

void
plan_show_changed(struct req *r, struct view *clause, const struct plan_clause *c, struct plan_note *last)
{
	if (c->by) {
		struct view *v = view_add(clause, "NOTED");
		if (last->by != c->by || strcmp(last->act, c->act))
			*last = (struct plan_note){ c->by, c->act, plan_change_note(r, c),
			    plan_path(r, c->by->plan, "") };
		view_text(v, "note", last->text);
		view_text(v, "by_path", last->path);
	}
	for (const struct plan_correction *k = c->corrected; k; k = k->next) {
		struct view *v = view_add(clause, "CORRECTED");
		view_text(v, "note", plan_correction_note(r, r->lang, k));
		view_text(v, "by_path", plan_path(r, k->by->plan, ""));
		view_html(v, "correction_html", (struct html){ k->html });
	}
}

const char *
plan_merged_text(struct req *r, const struct plan *p, const char *day)
{
	const char *all = "";

	for (struct plan_change *g = plan_changes(r->db, r->mem, p->id, r->lang); g; g = g->next)
		if (g->stands && !strcmp(g->kind, "amend") && strcmp(g->first_day, day) <= 0
		    && strcmp(g->last_day, day) >= 0)
			all = mem_printf(r->mem, "%s%s%s", all, *all ? "; " : "", document_of(r, "vi", g));
	return *all ? tr_with(r->mem, "vi", "Nội dung có hiệu lực vào ngày {1}, hợp nhất với {2}",
	    text_of_day(r->mem, day), all, NULL) : "";
}

static bool
has_held(const struct plan_change *g)
{
	return *g->first_day && strcmp(g->first_day, g->last_day) <= 0;
}

/* What this document does to another, and until when. */
static void
show_own(struct req *r, const struct plan *p)
{
	struct plan_change *g = *p->change ? plan_change_get(r->db, r->mem, p->id, r->lang) : NULL;
	struct plan *t = g ? plan_get(r->db, r->mem, g->target, r->lang) : NULL;

	if (!t)
		return;
	struct view *v = view_add(r->view, "CHANGES_OTHER");
	view_text(v, "kind_label", plan_change_kind(r, g->kind));
	view_text(v, "target_name", plan_full_name(r->mem, t));
	view_text(v, "target_path", plan_path(r, t->id, ""));
	view_text(v, "held", *g->first_day && !has_held(g) ? tr(r->lang, "đã thu hồi trước khi có hiệu lực")
	    : tr_with(r->mem, r->lang, "có hiệu lực từ {1}", *g->first_day
	    ? text_of_day(r->mem, g->first_day) : *g->holds ? text_of_day(r->mem, g->holds)
	    : tr(r->lang, "ngày ban hành"), NULL, NULL));
	if (!strcmp(g->kind, "amend") && has_held(g))
		view_text(view_add(v, "COMPARE"), "difference_path", mem_printf(r->mem, "%s?from=%s&to=%s",
		    plan_path(r, t->id, "/difference"), text_day_add(r->mem, g->first_day, -1), g->first_day));
	if (!p->stands && plan_change_by_hand(r->db, r->mem, p, t, g))
		view_add(v, "BY_HAND");
	if (p->edits && may_here(r, "plan.write", p->unit))
		view_text(view_add(v, "PREPARE"), "change_path", plan_path(r, p->id, "/change"));
}

static void
show_others(struct req *r, struct view *life, const struct plan *p, bool drafts)
{
	for (struct plan_change *g = plan_changes(r->db, r->mem, p->id, r->lang); g; g = g->next) {
		if (!g->stands && !drafts)
			continue;
		struct view *v = view_add(life, "CHANGE");
		view_text(v, "kind_label", plan_change_kind(r, g->kind));
		view_text(v, "by_path", plan_path(r, g->plan, ""));
		view_text(v, "by_name", *g->number ? document_of(r, r->lang, g) : tr(r->lang, "chưa có số"));
		view_text(v, "subject", g->subject);
		if (!g->stands) {
			struct view *draft = view_add(v, "DRAFT");
			view_text(draft, "tag", g->tag);
			view_text(draft, "state_label", g->state_label);
			continue;
		}
		struct view *days = view_add(v, "DAYS");
		view_text(days, "held", !has_held(g) ? tr(r->lang, "đã thu hồi trước khi có hiệu lực")
		    : tr_with(r->mem, r->lang, strcmp(g->last_day, "9999-12-31")
		    ? "có hiệu lực từ {1} đến {2}" : "có hiệu lực từ {1}", text_of_day(r->mem, g->first_day),
		    text_of_day(r->mem, g->last_day), NULL));
		if (!strcmp(g->kind, "amend") && has_held(g))
			view_text(view_add(days, "COMPARE"), "difference_path", mem_printf(r->mem,
			    "%s?from=%s&to=%s", plan_path(r, p->id, "/difference"),
			    text_day_add(r->mem, g->first_day, -1), g->first_day));
	}
}

static bool
has_any(struct req *r, const struct plan *p, bool drafts)
{
	struct plan_change *g = plan_changes(r->db, r->mem, p->id, r->lang);

	while (g && !g->stands && !drafts)
		g = g->next;
	return g;
}

void
plan_show_life(struct req *r, const struct plan *p, const char *day)
{
	bool drafts = r->who.id && may_here(r, "plan.view", p->unit);
	bool asked = strcmp(day, r->today) || form_fault(r->form, "on");
	struct view *v;

	show_own(r, p);
	if (!p->stands)
		return;
	if (*p->end) {
		struct plan *by = plan_get(r->db, r->mem, p->end_by, r->lang);
		v = view_add(r->view, "ENDED");
		view_text(v, "ended", plan_ended_text(r, p));
		view_text(v, "by_path", plan_path(r, p->end_by, ""));
		view_text(v, "by_name", by ? plan_full_name(r->mem, by) : "");
	}
	if (r->who.id && may_here(r, "plan.write", p->unit))
		for (size_t i = 0; i < 4; i++)
			if (plan_change_may(p, plan_change_kinds[i][0])) {
				v = view_add(r->view, "MAKE");
				view_text(v, "kind_label", tr(r->lang, plan_change_kinds[i][1]));
				view_text(v, "make_path", mem_printf(r->mem, "%s?kind=%s",
				    plan_path(r, p->id, "/change/add"), plan_change_kinds[i][0]));
			}
	if (strcmp(day, r->today)) {
		v = view_add(r->view, "ON_DAY");
		view_text(v, "on_text", text_of_day(r->mem, day));
		view_text(v, "on_day", day);
		if (!plan_in_force(p, day))
			view_add(v, "OUT_OF_FORCE");
	}
	if (!asked && !has_any(r, p, drafts))
		return;
	v = view_include(r->view, "LIFE", "plan_life");
	view_text(v, "plan_path", plan_path(r, p->id, ""));
	view_text(v, "on", form_typed(r->form, "on", text_of_day(r->mem, day)));
	view_text(v, "on_invalid", form_fault(r->form, "on") ? "true" : "false");
	if (form_fault(r->form, "on"))
		view_text(view_add(v, "on_error"), "why", tr(r->lang, form_fault(r->form, "on")));
	show_others(r, v, p, drafts);
}

/* ---- the difference of two days ---- */

struct days {
	const char *from, *to;
};

static const struct field days_fields[] = {
	FIELD(days, from, "Nội dung ngày", DAY, true),
	FIELD(days, to,   "So với ngày", DAY, true),
	{ 0 }
};

static const char *
all_words(struct req *r, const struct plan_clause *c)
{
	return c ? mem_printf(r->mem, "%s%s%s", c->label, *c->label ? " " : "", c->text) : "";
}

static void
show_pieces(struct req *r, struct view *v, const struct plan_clause *was, const struct plan_clause *is,
    int64_t *steps)
{
	static const char *const sections[] = { [DIFF_SAME] = "SAME", [DIFF_DROP] = "DROP", [DIFF_ADD] = "ADD" };

	for (struct diff_piece *p = diff_words(r->mem, all_words(r, was), all_words(r, is), steps); p; p = p->next) {
		size_t blanks = p->what == DIFF_SAME ? 0 : strspn(p->text, " \n");
		if (blanks)		/* no line under or through them */
			view_text(view_add(view_add(v, "PIECE"), "SAME"), "text", mem_copy(r->mem, p->text, blanks));
		if (p->text[blanks])
			view_text(view_add(view_add(v, "PIECE"), sections[p->what]), "text", p->text + blanks);
	}
}

/* A clause of one day, of the other, or of both in other words. */
static void
show_pair(struct req *r, const struct plan_clause *was, const struct plan_clause *is,
    struct plan_note *last, int64_t *steps)
{
	struct view *v = view_add(r->view, "CHANGED");

	view_text(v, "cited", cited(r, (is ? is : was)->anchor));
	view_text(v, "how", tr(r->lang, !was ? "Thêm" : !is ? "Bỏ" : "Sửa"));
	if (is)
		plan_show_changed(r, v, is, last);
	show_pieces(r, v, was, is, steps);
}

/* Those of a list, by anchor. */
struct anchors {
	const struct plan_clause **slots;
	size_t room;
};

static const struct plan_clause **
slot(const struct anchors *t, const char *anchor)
{
	uint32_t h = 2166136261u;

	for (const char *s = anchor; *s; s++)
		h = (h ^ (unsigned char)*s) * 16777619u;
	for (size_t at = h % t->room; ; at = at + 1 == t->room ? 0 : at + 1)
		if (!t->slots[at] || !strcmp(t->slots[at]->anchor, anchor))
			return &t->slots[at];
}

static struct anchors
anchors_of(struct req *r, const struct plan_clause *list)
{
	struct anchors t = { .room = 16 };

	for (const struct plan_clause *c = list; c; c = c->next)
		t.room += 2;
	t.slots = mem_take(r->mem, t.room * sizeof(*t.slots));
	for (const struct plan_clause *c = list; c; c = c->next)
		*slot(&t, c->anchor) = c;
	return t;
}

/* Those that stand in both stand there in the same order. */
static void
show_difference(struct req *r, const struct plan *p, const struct days *d)
{
	const struct plan_clause *was = plan_text_on(r->db, r->mem, p->id, d->from);
	const struct plan_clause *is = plan_text_on(r->db, r->mem, p->id, d->to);
	struct anchors before = anchors_of(r, was), after = anchors_of(r, is);
	struct plan_note last = { 0 };
	int64_t steps = STEPS, n = 0;

	while (was || is) {
		if (was && !*slot(&after, was->anchor)) {
			show_pair(r, was, NULL, &last, &steps), n++;
			was = was->next;
		} else if (is && !*slot(&before, is->anchor)) {
			show_pair(r, NULL, is, &last, &steps), n++;
			is = is->next;
		} else if (!was || !is) {
			return;		/* two clauses of one anchor: there are none */
		} else {
			if (strcmp(was->text, is->text) || strcmp(was->label, is->label))
				show_pair(r, was, is, &last, &steps), n++;
			was = was->next;
			is = is->next;
		}
	}
	if (!n)
		view_text(view_add(r->view, "NOTHING"), "count", tr_with(r->mem, r->lang,
		    "Nội dung hai ngày như nhau: {1}, {2}.", text_of_day(r->mem, d->from),
		    text_of_day(r->mem, d->to), NULL));
	else
		view_text(view_add(r->view, "COUNT"), "count", tr_with(r->mem, r->lang,
		    "Từ {1} đến {2} có {3} điểm thay đổi.", text_of_day(r->mem, d->from),
		    text_of_day(r->mem, d->to), number(r, n, 0)));
}

int
plan_difference_page(struct req *r)
{
	struct plan *p = plan_get(r->db, r->mem, r->id, r->lang);
	struct days d = { "", "" };

	if (!p || !p->stands)
		return 404;
	form_read(r->form, r->mem, days_fields, &d);
	if (!*d.from && !form_fault(r->form, "from"))
		d.from = *p->date ? p->date : r->today;
	if (!*d.to && !form_fault(r->form, "to"))
		d.to = r->today;
	if (!form_faults(r->form) && strcmp(d.from, d.to) > 0)
		form_wrong(r->form, "to", "Sớm hơn ngày thứ nhất: xem lại hai ngày");
	bool wrong = form_faults(r->form);
	if (!wrong)
		show_difference(r, p, &d);
	form_show(r->form, r->view, r->lang, days_fields, &d);
	view_text(r->view, "plan_path", plan_path(r, p->id, ""));
	view_text(r->view, "target_name", plan_full_name(r->mem, p));
	view_text(r->view, "subject", p->subject);
	title(r, tr(r->lang, "So nội dung hai ngày"));
	crumb(r, tr(r->lang, "mục::Kế hoạch"), "/plan");
	crumb(r, plan_name(r, p), plan_path(r, p->id, ""));
	return show(r, wrong ? 422 : 200, "plan_difference");
}
