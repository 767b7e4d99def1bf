/* feedback_send.c - a unit says what in a plan does not suit it, and may take it back. */

#include "cgi-bin/lib/blank.h"
#include "cgi-bin/lib/feedback_page.h"

#include <stdlib.h>

#include "cgi-bin/lib/markdown.h"
#include "db/plan_change.h"

enum { OPINION_LINES = 14, WISH_LINES = 8 };

static const struct field fields[] = {
	FIELD(feedback, text, "Nội dung góp ý", LINES, .max = 4000),
	FIELD(feedback, wish, "Kiến nghị", LINES, true, .max = 4000),
	{ 0 }
};

/* With the clause, of which show_clauses() makes the choice. */
static const struct field shown[] = {
	FIELD(feedback, anchor, "Điểm góp ý", LINE),
	FIELD(feedback, text, "Nội dung góp ý", LINES),
	FIELD(feedback, wish, "Kiến nghị", LINES),
	{ 0 }
};

static void
offer(struct view *v, const char *value, const char *label, bool chosen)
{
	view_text(v, "value", value);
	view_text(v, "label", label);
	if (chosen)
		view_add(v, "CHOSEN");
}

/* The units for which I may speak; answers the one that was chosen, or the first. */
static struct mandate *
unit_of(struct req *r)
{
	int64_t asked = strtoll(form_get(r->form, "unit"), NULL, 10), last = 0;
	struct mandate *first = NULL, *chosen = NULL;
	int n = 0;

	for (struct mandate *m = mandates_of(r->db, r->mem, r->who.id, r->today, r->lang); m;
	    m = m->next) {
		if (m->unit == last || !may_here(r, "feedback.write", m->unit))
			continue;
		last = m->unit;
		n++;
		if (!first)
			first = m;
		if (m->unit == asked)
			chosen = m;
	}
	if (!asked)
		chosen = first;
	if (n < 2) {
		if (chosen) {
			struct view *v = view_add(r->view, "ONE_UNIT");
			view_text(v, "unit_name", chosen->unit_name);
			view_int(v, "unit", chosen->unit);
		}
		return chosen;
	}
	struct view *choice = view_add(r->view, "UNITS");
	last = 0;
	for (struct mandate *m = mandates_of(r->db, r->mem, r->who.id, r->today, r->lang); m;
	    m = m->next) {
		if (m->unit == last || !may_here(r, "feedback.write", m->unit))
			continue;
		last = m->unit;
		offer(view_add(choice, "UNIT"), mem_printf(r->mem, "%lld", (long long)m->unit),
		    m->unit_name, m == chosen || (chosen && m->unit == chosen->unit));
	}
	return chosen;
}

/* The clauses to choose from; the chosen one's words stand above the form.  False: no
 * clause of the plan has that anchor. */
static bool
show_clauses(struct req *r, const struct plan *p, const char *anchor)
{
	bool found = !*anchor;

	offer(view_add(r->view, "CLAUSE"), "", tr(r->lang, "Toàn văn bản"), found);
	for (struct plan_clause *c = plan_text_on(r->db, r->mem, p->id, r->today); c; c = c->next) {
		struct feedback f = { .anchor = c->anchor, .clause = c->text };
		bool here = !strcmp(c->anchor, anchor);
		offer(view_add(r->view, "CLAUSE"), c->anchor, feedback_clause(r, &f), here);
		if (here) {
			found = true;
			view_html(view_add(r->view, "QUOTE"), "clause_html",
			    markdown_alone(r->mem, (struct html){ c->html }));
		}
	}
	return found;
}

static bool
has_clause(struct req *r, const struct plan *p, const char *anchor)
{
	struct plan_clause *c = plan_text_on(r->db, r->mem, p->id, r->today);

	while (c && strcmp(c->anchor, anchor))
		c = c->next;
	return !*anchor || c;
}

static const char *
blank_path(struct req *r, const struct plan *p, const char *anchor)
{
	return mem_printf(r->mem, "%s%s%s", feedback_plan_path(r, p->id, "/print"),
	    *anchor ? "?clause=" : "", anchor);
}

static int
show_form(struct req *r, int status, const struct plan *p, const char *anchor,
    const struct feedback *f)
{
	feedback_show_plan(r, p);
	if (!show_clauses(r, p, anchor))
		form_wrong(r->form, "anchor", "Kế hoạch không có điểm này: chọn một điểm trong danh sách, hoặc “Toàn văn bản”");
	if (!unit_of(r))
		return 404;
	view_text(r->view, "blank_path", blank_path(r, p, has_clause(r, p, anchor) ? anchor : ""));
	form_show(r->form, r->view, r->lang, shown, f);
	title(r, tr(r->lang, "Góp ý về kế hoạch"));
	return show(r, status, "feedback_add");
}

int
feedback_add_page(struct req *r)
{
	int status;
	struct plan *p = feedback_plan_open(r, r->id, &status);

	if (!p)
		return status;
	form_open(r, r->view, feedback_plan_path(r, p->id, "/add"));
	return show_form(r, 200, p, form_get(r->form, "clause"),
	    &(struct feedback){ .anchor = "", .text = "", .wish = "" });
}

int
feedback_add_save(struct req *r)
{
	int status;
	struct plan *p = feedback_plan_open(r, r->id, &status);
	struct feedback f = { .anchor = "", .text = "", .wish = "" };
	const char *anchor = form_get(r->form, "clause");
	int64_t unit = strtoll(form_get(r->form, "unit"), NULL, 10);

	if (!p || !may_here(r, "feedback.write", unit))
		return p ? 404 : status;
	if (!form_read(r->form, r->mem, fields, &f) || !has_clause(r, p, anchor)) {
		form_open(r, r->view, feedback_plan_path(r, p->id, "/add"));
		return show_form(r, 422, p, anchor, &f);
	}
	f.plan = p->id;
	f.unit = unit;
	f.account = r->who.id;
	f.at = r->now;
	f.anchor = anchor;
	int64_t id = feedback_add(r->db, r->mem, &f, text_plain(r->mem, f.text));
	changed(r, "clause", "", anchor);
	changed_form(r, fields, &(struct feedback){ .text = "", .wish = "" }, &f);
	audit(r, "feedback.send", id);
	said(r, "Đã gửi góp ý. Câu trả lời sẽ hiện ở đây và ở Việc của tôi");
	return go(r, feedback_path(r, id));
}

int
feedback_withdraw_save(struct req *r)
{
	struct feedback *f = feedback_get(r->db, r->mem, r->id, r->today, r->lang);

	if (!f || !may_here(r, "feedback.write", f->unit))
		return 404;
	if (!feedback_withdraw(r->db, f->id, r->now))
		return 409;
	changed(r, "withdrawn", "", moment(r, r->now));
	audit(r, "feedback.withdraw", f->id);
	said(r, "Đã rút góp ý");
	return go(r, feedback_path(r, f->id));
}

/* The clause that is meant stands on it; of another plan's there is none. */
int
feedback_blank(struct req *r)
{
	int status;
	struct plan *p = feedback_plan_open(r, r->id, &status);
	const char *anchor = form_get(r->form, "clause");

	if (!p || !has_clause(r, p, anchor))
		return p ? 404 : status;
	crumb(r, tr(r->lang, "Góp ý"), "/feedback");
	blank_open(r, "", tr(r->lang, "Góp ý về kế hoạch"), p->subject);
	blank_ask(r, tr(r->lang, "Kế hoạch"), *p->number ? p->number : tr(r->lang, "chưa có số"));
	blank_ask(r, tr(r->lang, "Đơn vị góp ý"), "");
	blank_ask(r, tr(r->lang, "Điểm góp ý"), *anchor ? cited(r, anchor) : "");
	blank_lines(r, tr(r->lang, "Nội dung góp ý"), tr(r->lang,
	    "Chỗ nào chưa phù hợp, vì sao, khi thực hiện vướng gì."), OPINION_LINES);
	blank_lines(r, tr(r->lang, "Kiến nghị"), tr(r->lang,
	    "Nếu có: đề nghị sửa thành thế nào."), WISH_LINES);
	return blank_show(r);
}
