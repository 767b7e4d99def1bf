/* task_give.c - who keeps a plan makes a clause of it a task of units. */

#include "cgi-bin/lib/task_page.h"

#include <stddef.h>
#include <stdlib.h>

#include "cgi-bin/lib/addressee.h"
#include "cgi-bin/lib/markdown.h"
#include "cgi-bin/lib/plan_text.h"
#include "db/plan_change.h"

enum { TEXT_MAX = 2000 };

static const struct field fields[] = {
	FIELD(task, text, "Việc phải làm", LINES, .max = TEXT_MAX),
	FIELD(task, papers, "Giấy tờ phải có", LINES, true, .max = 2000),
	FIELD(task, due_date, "Hạn", DAY),
	{ 0 }
};

/* With those of which the page makes choices; codes stand where the clause's text would. */
static const struct field shown[] = {
	FIELD(task, anchor, "Điểm của kế hoạch", LINE),
	FIELD(task, text, "Việc phải làm", LINES),
	FIELD(task, papers, "Giấy tờ phải có", LINES),
	FIELD(task, due_date, "Hạn", DAY),
	{ .name = "code", .label = "Giao cho", .kind = LINE, .at = offsetof(struct task, clause) },
	{ 0 }
};

/* The plan if it stands, is neither replaced nor recalled and is his to keep, else NULL. */
static struct plan *
kept(struct req *r)
{
	struct plan *p = plan_get(r->db, r->mem, r->id, r->lang);

	bool ended = p && *p->end && strcmp(p->end_day, r->today) <= 0;

	return p && p->stands && !ended && may_here(r, "task.give", p->unit) ? p : NULL;
}

static const char *
line_of(struct req *r, const struct plan_clause *c)
{
	return mem_printf(r->mem, "%s: %s", cited(r, c->anchor), plan_brief(r->mem, c->text, 120));
}

/* The clauses to choose from, the chosen one as it stands; NULL if there is none such. */
static const struct plan_clause *
show_clauses(struct req *r, const struct plan *p, const char *anchor)
{
	const struct plan_clause *found = NULL;

	form_option(r->view, "CLAUSE", "", tr(r->lang, "Toàn văn bản"), anchor);
	for (struct plan_clause *c = plan_text_on(r->db, r->mem, p->id, r->today); c; c = c->next) {
		form_option(r->view, "CLAUSE", c->anchor, line_of(r, c), anchor);
		if (!strcmp(c->anchor, anchor))
			found = c;
	}
	if (found)
		view_html(view_add(r->view, "QUOTE"), "clause_html",
		    markdown_alone(r->mem, (struct html){ found->html }));
	return found;
}

static int
show_form(struct req *r, int status, const struct plan *p, const struct plan_choice *choices,
    struct task *t)
{
	view_text(r->view, "plan_path", mem_printf(r->mem, "/plan/%lld", (long long)p->id));
	view_text(r->view, "number", *p->number ? p->number : tr(r->lang, "chưa có số"));
	view_text(r->view, "subject", p->subject);
	show_clauses(r, p, t->anchor);
	for (const struct plan_choice *c = choices; c; c = c->next) {
		struct view *v = view_add(r->view, "TO");
		view_text(v, "value", c->value);
		view_text(v, "label", addressee_label(r, c));
		if (addressee_ticked(r, "to", c->value))
			view_text(v, "ticked", "checked");
	}
	t->clause = form_get(r->form, "code");
	form_show(r->form, r->view, r->lang, shown, t);
	title(r, tr(r->lang, "Giao nhiệm vụ"));
	crumb(r, tr(r->lang, "mục::Nhiệm vụ"), "/task");
	return show(r, status, "task_give");
}

/* The clause's own words stand ready, as far as the field takes them. */
static const char *
ready(struct req *r, const struct plan *p, const char *anchor)
{
	for (struct plan_clause *c = plan_text_on(r->db, r->mem, p->id, r->today); c; c = c->next)
		if (!strcmp(c->anchor, anchor))
			return plan_brief(r->mem, c->text, TEXT_MAX - 10);
	return "";
}

int
task_give_page(struct req *r)
{
	struct plan *p = kept(r);
	const char *anchor = form_get(r->form, "clause");

	if (!p)
		return 404;
	form_open(r, r->view, task_plan_path(r, p->id, "/add"));
	anchor = form_typed(r->form, "clause", anchor);	/* of a kept form its own */
	return show_form(r, 200, p, plan_choices(r->db, r->mem, p->unit, r->today, r->lang),
	    &(struct task){ .anchor = anchor, .text = ready(r, p, anchor), .papers = "", .due_date = "" });
}

static bool
has_clause(struct req *r, const struct plan *p, const char *anchor)
{
	struct plan_clause *c = plan_text_on(r->db, r->mem, p->id, r->today);

	while (c && strcmp(c->anchor, anchor))
		c = c->next;
	return !*anchor || c;
}

static struct task_addressee *
told(struct req *r, const struct plan_addressee *to, const char **words)
{
	struct task_addressee *first = NULL, **end = &first;

	*words = "";
	for (; to; to = to->next) {
		*end = mem_take(r->mem, sizeof(**end));
		**end = (struct task_addressee){ .kind = to->kind, .unit_group = to->unit_group,
		    .unit = to->unit };
		*words = mem_printf(r->mem, "%s%s%s", *words, **words ? ", " : "", *to->kind
		    ? to->kind : to->unit ? to->code : mem_printf(r->mem, "group:%lld",
		    (long long)to->unit_group));
		end = &(*end)->next;
	}
	return first;
}

/* Each unit's case is opened by nobody, so that who gave the task may decide on it; the
 * giving is its first step. */
static bool
hand(struct req *r, int64_t task, int64_t unit)
{
	int64_t id = flow_open(r->db, "task", unit, 0, r->now);
	struct flow_ask ask = { .flow_case = id, .move = "give", .reason = "" };

	return !act(r, &ask, "task_unit.give", task_unit_add(r->db, task, unit, id));
}

int
task_give_save(struct req *r)
{
	struct plan *p = kept(r);
	struct task t = { .anchor = form_get(r->form, "clause"), .text = "", .papers = "", .due_date = "" };
	const char *words;

	if (!p)
		return 404;
	const struct plan_choice *choices = plan_choices(r->db, r->mem, p->unit, r->today, r->lang);
	form_read(r->form, r->mem, fields, &t);
	if (!has_clause(r, p, t.anchor))
		form_wrong(r->form, "anchor", "Kế hoạch không có điểm này: chọn một điểm trong danh sách, hoặc “Toàn văn bản”");
	if (*t.due_date && !form_fault(r->form, "due_date") && strcmp(t.due_date, r->today) < 0)
		form_wrong(r->form, "due_date", "Hạn đã qua: chọn từ hôm nay trở đi");
	struct plan_addressee *to = addressee_read(r, &(struct addressee_ask){ .issuer = p->unit,
	    .choices = choices, .to = "to", .code = "code", .label = tr(r->lang, "Giao cho"),
	    .outside_vi = "Đơn vị mang mã {1} không thuộc cơ quan ban hành nên không giao được: bỏ mã này" });
	struct plan_unit *units = plan_meant(r->db, r->mem, p->unit, to, r->today);
	if (!units)
		form_wrong(r->form, "code", to ? "Loại đơn vị, cụm đã chọn hiện không có đơn vị nào: chọn thêm"
		    : "Chưa chọn đơn vị nào: chọn loại đơn vị, cụm, hoặc ghi mã đơn vị");
	if (form_faults(r->form)) {
		form_open(r, r->view, task_plan_path(r, p->id, "/add"));
		return show_form(r, 422, p, choices, &t);
	}
	t.plan = p->id, t.account = r->who.id, t.day = r->today, t.at = r->now;
	struct task_addressee *whom = told(r, to, &words);
	int64_t id = task_add(r->db, &t, text_plain(r->mem, t.text)), n = 0;
	task_address(r->db, id, whom);
	for (struct plan_unit *u = units; u; u = u->next)
		n++;
	changed(r, "clause", "", t.anchor);
	changed_form(r, fields, &(struct task){ .text = "", .papers = "", .due_date = "" }, &t);
	changed(r, "addressee", "", words);
	changed(r, "units", "", mem_printf(r->mem, "%lld", (long long)n));
	audit(r, "task.give", id);
	for (; units; units = units->next)
		if (!hand(r, id, units->unit))
			return 404;	/* beyond the reach of who gives it */
	said_with(r, "Đã giao nhiệm vụ cho {1} đơn vị", number(r, n, 0), NULL);
	return go(r, task_path(r, id, ""));
}
