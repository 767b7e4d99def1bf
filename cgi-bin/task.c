/*
 * task.c - tasks (nhiệm vụ): what units must do by a clause of a plan, until when.
 *
 *	GET  /task			what my units must do, late first
 *	GET  /task/given		what was given by plans that I look after
 *	GET  /task/plan/#/add		?clause=III.2.4		POST gives it
 *	GET  /task/#			who has received it, done it, is late
 *	POST /task/#/accept		several of those that were sent, at once
 *	POST /task/#/withdraw		it is taken back from all that have not done it
 *	GET  /task/unit/#		a unit's: what was asked, what was done; POST saves it
 *	POST /task/unit/#/move		every step of its case (db/flow.h)
 *	.... /task/unit/#/file		its papers (cgi-bin/lib/attach.h)
 */

#include <stdlib.h>

#include "cgi-bin/lib/attach.h"
#include "cgi-bin/lib/markdown.h"
#include "cgi-bin/lib/plan_text.h"
#include "cgi-bin/lib/task_page.h"

const char *
task_path(struct req *r, int64_t id, const char *rest)
{
	return mem_printf(r->mem, "/task/%lld%s", (long long)id, rest);
}

const char *
task_unit_path(struct req *r, int64_t id, const char *rest)
{
	return mem_printf(r->mem, "/task/unit/%lld%s", (long long)id, rest);
}

const char *
task_plan_path(struct req *r, int64_t plan, const char *rest)
{
	return mem_printf(r->mem, "/task/plan/%lld%s", (long long)plan, rest);
}

const char *
task_brief(struct req *r, const char *text)
{
	return plan_brief(r->mem, text, 140);
}

const char *
task_clause(struct req *r, const char *anchor)
{
	return *anchor ? cited(r, anchor) : tr(r->lang, "Toàn văn bản");
}

int64_t
task_days_late(struct req *r, const struct task_unit *t)
{
	int64_t n = !strcmp(t->late, "late") ? text_days(t->last_day, t->first_day)
	    : !strcmp(t->late, "missing") ? text_days(t->last_day, r->today) : 0;

	return n > 0 ? n : 0;
}

const char *
task_standing(struct req *r, const struct task_unit *t, bool inside, const char **tag)
{
	const char *days = number(r, task_days_late(r, t), 0);

	*tag = t->tag;
	if (!strcmp(t->late, "missing")) {
		*tag = "late";
		return tr_with(r->mem, r->lang, "{1}, quá hạn {2} ngày", t->outside, days, NULL);
	}
	if (!strcmp(t->late, "late")) {
		*tag = strcmp(t->state, "accepted") ? "soon" : t->tag;
		return tr_with(r->mem, r->lang, "{1}, trễ {2} ngày", t->outside, days, NULL);
	}
	return inside ? t->inside : t->outside;
}

static const char *
numbered(struct req *r, const char *number_of, const char *subject)
{
	return *number_of ? number_of : plan_brief(r->mem, subject, 60);
}

void
task_show_head(struct req *r, const struct task *t)
{
	struct view *v = r->view;

	view_text(v, "plan_path", mem_printf(r->mem, "/plan/%lld", (long long)t->plan));
	view_text(v, "number", *t->number ? t->number : tr(r->lang, "chưa có số"));
	view_text(v, "subject", t->subject);
	if (strcmp(task_brief(r, t->text), t->text))	/* the title says it else */
		view_text(view_add(v, "WHOLE"), "task_text", t->text);
	if (*t->anchor) {
		struct view *at = view_add(v, "ANCHOR");
		view_text(at, "anchor", t->anchor);
		view_text(at, "cited", cited(r, t->anchor));
	}
	if (*t->html)
		view_html(view_add(v, "QUOTE"), "clause_html",
		    markdown_alone(r->mem, (struct html){ t->html }));
	if (*t->papers)
		view_text(view_add(v, "PAPERS"), "papers", t->papers);
	view_text(v, "due", due_text(r, t->due_date));
	view_date(v, "given_day", t->day);
	view_text(v, "giver", *t->giver ? t->giver : tr(r->lang, "người vận hành"));
	title(r, tr_with(r->mem, r->lang, "Nhiệm vụ: {1}", task_brief(r, t->text), NULL, NULL));
	crumb(r, tr(r->lang, "mục::Nhiệm vụ"), "/task");
}

void
task_show_states(struct req *r, const char *const states[][2], size_t n, const char *chosen)
{
	for (size_t i = 0; i < n; i++)
		form_option(r->view, "STATE", states[i][0], tr(r->lang, states[i][1]), chosen);
}

static void
show_filter(struct req *r, const struct task_ask *ask, bool given)
{
	const char *plan = form_get(r->form, "plan");

	view_text(r->view, "q", form_get(r->form, "q"));
	for (struct task_plan *p = task_plans(r->db, r->mem, r->who.id, r->today, given); p;
	    p = p->next)
		form_option(r->view, "PLAN", mem_printf(r->mem, "%lld", (long long)p->id),
		    mem_printf(r->mem, "%s %s", p->number, plan_brief(r->mem, p->subject, 60)), plan);
	if (*ask->anchor) {
		struct view *v = view_add(r->view, "CLAUSE");
		view_text(v, "anchor", ask->anchor);
		view_text(v, "cited", cited(r, ask->anchor));
	}
}

#define SINCE_TASK \
	{ "task",   "Nhiệm vụ",      CELL_TEXT, true }, \
	{ "plan",   "Kế hoạch",      CELL_TEXT, true }, \
	{ "clause", "Điểm",          CELL_TEXT, true }
#define SINCE_UNIT \
	{ "unit",   "Đơn vị",        CELL_TEXT, true }, \
	{ "due",    "Hạn",           CELL_DAY,  true }, \
	{ "state",  "Tình trạng",    CELL_TAG,  true }, \
	{ "holder", "Người làm",     CELL_TEXT, false }
static const struct column columns[] = {
	SINCE_TASK, SINCE_UNIT, { 0 }
}, columns_of_file[] = {	/* on the page the level is a heading */
	SINCE_TASK, SINCE_UNIT, { "level", "Cấp phát động", CELL_TEXT, false }, { 0 }
};

static const char *const states[][2] = {
	{ "", "tất cả" }, { "open", "chưa xong" }, { "late", "quá hạn, trễ hạn, bị trả lại" },
	{ "given", "chưa nhận" }, { "sent", "đã gửi, chờ tiếp nhận" },
	{ "accepted", "đã tiếp nhận" }, { "withdrawn", "đã rút" },
};

static struct task_ask
asked(struct req *r, const struct column *of)
{
	return (struct task_ask){
		.account = r->who.id, .day = r->today, .lang = r->lang,
		.plan = strtoll(form_get(r->form, "plan"), NULL, 10),
		.anchor = form_get(r->form, "clause"),
		.words = text_plain(r->mem, form_get(r->form, "q")),
		.state = form_get(r->form, "state"), .sort = table_sort(r, of, 0),
		.limit = table_limit(r), .skip = table_skip(r),
	};
}

/* Under which heading of the page it stands. */
static const char *
heading(struct req *r, const struct task_unit *t)
{
	if (!strcmp(t->late, "missing") || !strcmp(t->late, "back") || !strcmp(t->state, "returned"))
		return tr(r->lang, "Quá hạn và bị trả lại");
	return tr_with(r->mem, r->lang, "Cấp phát động: {1} · {2}, {3}", t->level,
	    t->issuer_name, numbered(r, t->number, t->subject));
}

static void
put_mine(struct req *r, struct table *t, const struct task_unit *u, bool headed)
{
	const char *tag, *word, *last = "";

	for (; u; u = u->next) {
		const char *now = headed ? heading(r, u) : "";
		if (strcmp(now, last))
			table_group(t, last = now);
		table_row(t, task_unit_path(r, u->id, ""));
		table_text(t, r->face == HTML ? task_brief(r, u->text) : u->text);
		table_text(t, numbered(r, u->number, u->subject));
		table_text(t, task_clause(r, u->anchor));
		table_text(t, u->unit_name);
		table_day(t, u->last_day);
		word = task_standing(r, u, true, &tag);
		table_tag(t, tag, word);
		if (*u->holder_name)
			table_text(t, u->holder_name);
		else
			table_nothing(t, "chưa giao");
		if (r->face)
			table_text(t, u->level);
	}
}

static bool
is_filtered(const struct task_ask *ask)
{
	return *ask->words || *ask->state || *ask->anchor || ask->plan;
}

/* Has he a unit to work for? */
static bool
works(struct req *r)
{
	return may(r, "task.write") || may(r, "task.send");
}

static int
mine(struct req *r)
{
	int64_t total;
	struct task_ask ask = asked(r, columns);

	/* Who has none looks after those who have. */
	if (!works(r) && !r->face && may(r, "task.follow"))
		return go(r, "/task/given");
	struct table *t = table_new(r, "Nhiệm vụ của đơn vị, quá hạn xếp trước", r->face
	    ? columns_of_file : columns);
	put_mine(r, t, task_mine(r->db, r->mem, &ask, &total), !ask.sort && !r->face);
	title(r, tr(r->lang, "mục::Nhiệm vụ"));
	show_filter(r, &ask, false);
	task_show_states(r, states, sizeof(states) / sizeof(*states), ask.state);
	if (may(r, "task.follow"))
		view_add(r->view, "GIVEN");
	view_add_around(r->view, "WIDE");
	return table_show(r, 200, "task_list", t, total, is_filtered(&ask)
	    ? "Không có nhiệm vụ nào như vậy. Bỏ bớt điều kiện lọc rồi thử lại."
	    : "Đơn vị bạn chưa được giao nhiệm vụ nào. Nhiệm vụ hiện ở đây khi cơ quan ban hành kế hoạch giao.");
}

static const struct column given_columns[] = {
	SINCE_TASK,
	{ "due",      "Hạn",          CELL_DAY,   true },
	{ "units",    "Số đơn vị",    CELL_COUNT, false },
	{ "received", "Đã nhận",      CELL_COUNT, false },
	{ "done",     "Đã gửi",       CELL_COUNT, false },
	{ "accepted", "Đã tiếp nhận", CELL_COUNT, false },
	{ "late",     "Chậm",         CELL_COUNT, false },
	{ 0 }
};

static const char *const given_states[][2] = {
	{ "", "tất cả" }, { "open", "có đơn vị chưa xong" }, { "late", "có đơn vị chậm" },
};

static int
given(struct req *r)
{
	int64_t total;
	struct task_ask ask = asked(r, given_columns);
	struct table *t = table_new(r, "Nhiệm vụ đã giao, có đơn vị chậm xếp trước", given_columns);

	for (struct task *k = task_given(r->db, r->mem, &ask, &total); k; k = k->next) {
		table_row(t, task_path(r, k->id, ""));
		table_text(t, r->face == HTML ? task_brief(r, k->text) : k->text);
		table_text(t, numbered(r, k->number, k->subject));
		table_text(t, task_clause(r, k->anchor));
		table_day(t, k->last_day);
		table_count(t, k->units);
		table_count(t, k->received);
		table_count(t, k->done);
		table_count(t, k->accepted);
		table_count(t, k->late);
	}
	title(r, tr(r->lang, "Nhiệm vụ đã giao"));
	if (works(r))
		crumb(r, tr(r->lang, "mục::Nhiệm vụ"), "/task");
	show_filter(r, &ask, true);
	task_show_states(r, given_states, sizeof(given_states) / sizeof(*given_states), ask.state);
	view_add_around(r->view, "WIDE");
	return table_show(r, 200, "task_given", t, total, is_filtered(&ask)
	    ? "Không có nhiệm vụ nào như vậy. Bỏ bớt điều kiện lọc rồi thử lại."
	    : may(r, "task.give")
	    ? "Chưa giao nhiệm vụ nào. Mở kế hoạch đã ban hành rồi bấm “Giao nhiệm vụ từ điểm này” ngay dưới điểm."
	    : "Chưa có nhiệm vụ nào được giao.");
}

const struct page page = {
	.name = "task",
	.views = "attach",
	.files = ATTACH_FILES,
	.grants = (const struct grant[]){
		SIGNED_IN, POSTING, ATTACHING,
		{ "task", READ | ADD | CHANGE },
		{ "flow_case", READ | ADD | CHANGE },
		{ "flow_step", READ | ADD },
		{ "report_duty", READ },	/* by the trigger that tells it how a case stands */
		{ "plan", READ },
		{ "holiday", READ },
		{ 0 }
	},
	.routes = (const struct route[]){
		{ GET,  "/task",                    SIGNED,        mine, LIST },
		{ GET,  "/task/given",              "task.follow", given, LIST },
		{ GET,  "/task/plan/#/add",         "task.give",   task_give_page, 0 },
		{ POST, "/task/plan/#/add",         "task.give",   task_give_save, 0 },
		{ GET,  "/task/#",                  "task.follow", task_one, LIST },
		{ POST, "/task/#/accept",           "task.give",   task_accept_many, 0 },
		{ POST, "/task/#/withdraw",         "task.give",   task_withdraw_all, 0 },
		{ POST, "/task/#/extend",           "task.give",   task_put_off, 0 },
		{ GET,  "/task/unit/#",             SIGNED,        task_unit_page, RECORD },
		{ POST, "/task/unit/#",             "task.write",  task_unit_put, 0 },
		{ POST, "/task/unit/#/move",        SIGNED,        task_unit_step, 0 },
		{ GET,  "/task/unit/#/file/#",      SIGNED,        task_unit_file, 0 },
		{ POST, "/task/unit/#/file",        "task.write",  task_unit_file_add, SINK },
		{ POST, "/task/unit/#/file/#/remove", "task.write", task_unit_file_remove, PRIVATE },
		{ 0 }
	},
};
