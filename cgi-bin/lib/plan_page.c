/* plan_page.c - see plan_page.h. */

#include "cgi-bin/lib/plan_change_page.h"

#include "cgi-bin/lib/plan_archive.h"
#include "cgi-bin/lib/plan_text.h"
#include "cgi-bin/lib/reply.h"
#include "db/report_form.h"
#include "db/signup.h"
#include "db/task.h"

struct plan *
plan_seen(struct req *r)
{
	struct plan *p = plan_get(r->db, r->mem, r->id, r->lang);

	return p && (p->stands || may_here(r, "plan.view", p->unit)) ? p : NULL;
}

bool
plan_is_own(const struct plan *p)
{
	return !*p->change || !strcmp(p->change, "replace");
}

const char *
plan_path(struct req *r, int64_t id, const char *rest)
{
	return mem_printf(r->mem, "/plan/%lld%s", (long long)id, rest);
}

const char *
plan_name(struct req *r, const struct plan *p)
{
	return *p->number ? mem_printf(r->mem, "%s %s", tr(r->lang, "Kế hoạch"), p->number)
	    : tr(r->lang, "Kế hoạch chưa có số");
}

const char *
plan_period(struct req *r, const struct plan *p)
{
	const char *from = text_of_day(r->mem, p->period_from), *to = text_of_day(r->mem, p->period_to);

	return !*from && !*to ? tr(r->lang, "chưa rõ")
	    : !*to ? tr_with(r->mem, r->lang, "từ {1}", from, NULL, NULL)
	    : !*from ? tr_with(r->mem, r->lang, "đến {1}", to, NULL, NULL)
	    : !strcmp(from, to) ? from : mem_printf(r->mem, "%s - %s", from, to);
}

/* As plan_life() says it. */
static const char *const lives[][3] = {
	{ "force",   "Còn hiệu lực",               "" },
	{ "amended", "Còn hiệu lực, đã sửa đổi",   "" },
	{ "early",   "Chưa đến ngày có hiệu lực",  "soon" },
	{ "replace", "Đã bị thay thế",             "none" },
	{ "recall",  "Đã bị thu hồi",              "none" },
	{ "expired", "Hết giai đoạn",              "none" },
};

const char *
plan_state_label(struct req *r, const struct plan *p)
{
	const char *life = plan_life(p, r->today);

	for (size_t i = 0; i < sizeof(lives) / sizeof(*lives); i++)
		if (!strcmp(lives[i][0], life))
			return tr(r->lang, lives[i][1]);
	return p->state_label;
}

const char *
plan_state_face(struct req *r, const struct plan *p)
{
	const char *life = plan_life(p, r->today);

	for (size_t i = 0; i < sizeof(lives) / sizeof(*lives); i++)
		if (!strcmp(lives[i][0], life) && *lives[i][2])
			return lives[i][2];
	return p->tag;
}

const char *const plan_criterion_kinds[4][2] = {
	{ "judged",   "Nhận xét, có minh chứng" },
	{ "document", "Văn bản, có ngày" },
	{ "formula",  "Công thức từ báo cáo" },
	{ "ledger",   "Sổ ghi việc, cộng dồn" },
};

const char *
plan_criterion_kind(struct req *r, const char *kind)
{
	for (size_t i = 0; i < 4; i++)
		if (!strcmp(plan_criterion_kinds[i][0], kind))
			return tr(r->lang, plan_criterion_kinds[i][1]);
	return "";
}

const char *const plan_purposes[4][2] = {
	{ "act",  "mục::Thực hiện" },
	{ "join", "Phối hợp" },
	{ "know", "Báo cáo, để biết" },
	{ "file", "mục::Lưu" },
};

const char *
plan_purpose_label(struct req *r, const char *purpose)
{
	for (size_t i = 0; i < 4; i++)
		if (!strcmp(plan_purposes[i][0], purpose))
			return tr(r->lang, plan_purposes[i][1]);
	return "";
}

static void
show_lines(struct view *v, const char *section, const char *marker, struct req *r,
    const char *lines)
{
	char *copy = mem_text(r->mem, lines), *line;

	while ((line = strsep(&copy, "\n")))
		if (*line)
			view_text(view_add(v, section), marker, line);
}

/* What may be said of a clause, and what was made of it. */
static void
show_acts(struct req *r, struct view *clause, const struct plan *p, const char *anchor,
    const struct task_count *tasks, bool speaks, bool gives)
{
	struct view *v;

	while (tasks && strcmp(tasks->anchor, anchor))
		tasks = tasks->next;
	if (!speaks && !gives && !tasks)
		return;
	v = view_add(clause, "ACTS");
	if (tasks) {
		struct view *t = view_add(v, "TASKS");
		view_text(t, "tasks", tr_with(r->mem, r->lang, "{1} nhiệm vụ", number(r, tasks->n, 0),
		    NULL, NULL));
		view_text(t, "tasks_path", mem_printf(r->mem, "/task%s?plan=%lld&clause=%s",
		    tasks->follows ? "/given" : "", (long long)p->id, quoted(r->mem, anchor)));
	}
	if (gives)
		view_add(v, "GIVE");
	if (speaks)
		view_add(v, "SPEAK");
}

/* All of its tasks, those of the plan as a whole among them. */
static void
show_tasks(struct req *r, const struct plan *p, const struct task_count *tasks)
{
	int64_t n = 0;
	bool follows = tasks && tasks->follows;

	for (; tasks; tasks = tasks->next)
		n += tasks->n;
	if (!n)
		return;
	struct view *v = view_add(r->view, "TASKS_OF");
	view_text(v, "n", number(r, n, 0));
	view_text(v, "tasks_path", mem_printf(r->mem, "/task%s?plan=%lld", follows ? "/given" : "",
	    (long long)p->id));
}

/* A basis that stands here leads there, and says if it does no more. */
static void
show_bases(struct req *r, const struct plan *p)
{
	for (struct plan_basis *b = plan_bases(r->db, r->mem, p->id); b; b = b->next) {
		struct view *v = view_add(r->view, "BASIS");
		struct view *held = b->plan ? view_add(v, "HELD") : view_add(v, "NOT_HELD");
		view_text(v, "text", b->text);
		if (!b->plan)
			continue;
		view_text(held, "basis_path", plan_path(r, b->plan, ""));
		if (*b->end && strcmp(b->end_day, r->today) <= 0)
			view_text(view_add(held, "ENDED"), "ended", plan_ended_text(r,
			    &(struct plan){ .end = b->end, .end_day = b->end_day }));
	}
}

static void
show_text(struct req *r, const struct plan *p, const char *day)
{
	struct plan_clause *clauses = plan_clauses_on(r->db, r->mem, p->id, day, 0);
	struct view *top = NULL, *subs = NULL;
	bool speaks = plan_remains(p, r->today) && may(r, "feedback.write");
	bool gives = p->stands && (!*p->end || strcmp(p->end_day, r->today) > 0) && r->who.id && may_here(r, "task.give", p->unit);
	struct task_count *tasks = p->stands && r->who.id
	    ? task_counts(r->db, r->mem, p->id, r->who.id, r->today) : NULL;

	struct plan_note last = { 0 };

	show_tasks(r, p, tasks);
	/* the same for every clause */
	view_text(r->view, "give_path", mem_printf(r->mem, "/task/plan/%lld/add", (long long)p->id));
	view_text(r->view, "add_path", mem_printf(r->mem, "/feedback/plan/%lld/add", (long long)p->id));
	show_bases(r, p);
	show_lines(r->view, "PREAMBLE", "text", r, p->preamble);
	for (struct plan_clause *c = clauses; c; c = c->next) {
		struct view *v = view_add(r->view, "CLAUSE");
		view_text(v, "anchor", c->anchor);
		view_text(v, "cited", cited(r, c->anchor));
		view_html(v, "clause_html", (struct html){ c->html });
		plan_show_changed(r, v, c, &last);
		if (!strcmp(c->act, "drop"))
			continue;
		show_acts(r, v, p, c->anchor, tasks, speaks, gives);
		if (c->depth == 1 && *c->label)
			top = view_add(r->view, "TOC"), subs = NULL;
		if (!*c->label || !top || c->depth > 2 || !strcmp(c->label, "-"))
			continue;
		if (c->depth == 2 && !subs)
			subs = view_add(top, "SUBS");
		struct view *line = c->depth == 1 ? top : view_add(subs, "SUB");
		view_text(line, "toc_anchor", c->anchor);
		view_text(line, "toc_text", mem_printf(r->mem, "%s %s", c->label,
		    plan_brief(r->mem, c->text, 60)));
	}
	if (!clauses)
		view_add(r->view, "NO_CLAUSE");
}

static void
show_distribution(struct req *r, const struct plan *p)
{
	int64_t sent = 0;
	bool follows = r->who.id && may_here(r, "plan.follow", p->unit);
	struct plan_recipient *to = plan_recipients(r->db, r->mem, p->id, r->today, r->lang);

	if (!p->stands && !plan_is_archived(to))
		view_add(r->view, "NO_ARCHIVE");
	for (; to; to = to->next) {
		struct view *v = view_add(r->view, "RECIPIENT");
		view_text(v, "text", to->text);
		view_text(v, "purpose", plan_purpose_label(r, to->purpose));
		if (plan_copies(r->mem, to))
			view_text(view_add(v, "COPIES"), "line_copies", tr_with(r->mem, r->lang, "{1} bản",
			    number(r, plan_copies(r->mem, to), 0), NULL, NULL));
		if (!p->stands && to->units) {
			view_text(view_add(v, "WILL_SEND"), "units", number(r, to->units, 0));
		} else if (to->sent && !follows) {
			view_add(v, "BY_PORTAL");
		} else if (to->sent) {
			struct view *n = view_add(v, "COUNTS");
			view_text(n, "sent", number(r, to->sent, 0));
			view_text(n, "opened", number(r, to->opened, 0));
			view_text(n, "acknowledged", number(r, to->acknowledged, 0));
			view_text(n, "line_path", mem_printf(r->mem, "%s?line=%lld",
			    plan_path(r, p->id, "/delivery"), (long long)to->id));
		} else {
			view_add(v, "PAPER");
		}
		sent += to->sent;
	}
	if (sent && may(r, "plan.follow"))
		view_text(view_add(r->view, "FOLLOW"), "delivery_path",
		    plan_path(r, p->id, "/delivery"));
	if (p->stands && follows) {
		plan_show_funnel(r, r->view, p);
		view_text(view_add(r->view, "RECEIPTS"), "receipt_path", plan_path(r, p->id, "/receipt"));
	}
}

/* What happened to it is for those who handle it. */
static void
show_case(struct req *r, const struct plan *p)
{
	struct flow_step *steps = steps_of(r, p->flow_case);
	struct view *edit = NULL;
	int plain = 0;		/* one plain button a screen */

	if (!may_here(r, "plan.view", p->unit))
		return;
	struct view *all = steps ? view_add(r->view, "CASE") : NULL;
	for (struct flow_step *s = steps; s; s = s->next) {
		struct view *v = view_add(all, "STEP");
		view_text(v, "at", moment(r, s->at));
		view_text(v, "label", s->label);
		view_text(v, "name", *s->name ? s->name : tr(r->lang, "người vận hành"));
		if (*s->reason)
			view_text(view_add(v, "REASON"), "reason", s->reason);
	}
	if (steps && *steps->reason && p->edits && !p->stands) {
		struct view *v = view_add(r->view, "RETURNED");
		view_text(v, "reason", steps->reason);
		view_text(v, "name", steps->name);
		view_text(v, "at", moment(r, steps->at));
	}
	if (p->edits && may_here(r, "plan.write", p->unit))
		edit = view_add(r->view, "EDIT");
	if (edit && plan_is_own(p))
		view_add(edit, "EDIT_OWN");
	for (struct flow_move *m = flow_moves(r->db, r->mem, p->flow_case, r->who.id, r->today,
	    r->lang); m; m = m->next) {
		if (!strcmp(m->move, "issue")) {
			view_text(view_add(r->view, "ISSUE"), "label", m->label);
			continue;
		}
		struct view *v = view_add(r->view, m->reason ? "MOVE_REASON" : "MOVE");
		form_open(r, v, plan_path(r, p->id, "/move"));
		view_text(v, "move", m->move);
		view_text(v, "label", m->label);
		view_text(v, "face", m->risk ? "risk" : plain++ ? "alt" : "");
		show_edition(r, v, m->move, p->edition);
		if (!m->reason)
			continue;
		bool chosen = !strcmp(form_get(r->form, "move"), m->move);
		bool wrong_here = chosen && form_fault(r->form, "reason");
		/* the fault's link leads to the one that was pressed */
		view_text(v, "reason_id", wrong_here ? "reason"
		    : mem_printf(r->mem, "reason-%s", m->move));
		view_text(v, "reason_text", chosen ? form_get(r->form, "reason") : "");
		if (wrong_here || (chosen && form_is_draft(r->form)))
			view_add(v, "OPEN");
	}
}

/* What will be asked of this plan, to be filled in by pen before a period is opened. */
static void
show_report_forms(struct req *r, const struct plan *p)
{
	for (struct report_choice *f = report_plan_forms(r->db, r->mem, p->id, r->who.id, r->today);
	    f; f = f->next) {
		struct view *v = view_add(r->view, "REPORT_FORM");
		view_text(v, "form_name", f->name);
		view_text(v, "blank_path", mem_printf(r->mem, "/report/form/%lld/print",
		    (long long)f->id));
	}
}

/* The way to the sign-up of my units: what is to be done, or what they have done. */
static bool
show_signup(struct req *r, const struct plan *p)
{
	int64_t asked = 0;
	struct signup *s = !p->stands || !may(r, "signup.write") ? NULL : signup_mine(r->db, r->mem,
	    &(struct signup_ask){ .account = r->who.id, .day = r->today, .lang = r->lang,
	    .plan = p->id, .state = "", .limit = 100 }, &asked);
	bool owed = false, ended = *p->end && strcmp(p->end_day, r->today) <= 0;

	for (struct signup *x = s; x; x = x->next)
		owed |= !x->stands;
	if (asked && !(owed && ended))
		view_text(view_add(r->view, owed ? "SIGN_UP" : "SIGNED_UP"), "signup_path",
		    mem_printf(r->mem, "/signup/plan/%lld", (long long)p->id));
	if (p->stands && plan_is_own(p) && may(r, "signup.follow"))
		view_text(view_add(r->view, "SIGNUPS"), "signups_path",
		    mem_printf(r->mem, "/signup/plan/%lld/units", (long long)p->id));
	return owed && !ended;
}

/* For the units that I may acknowledge it for. */
static void
show_mine(struct req *r, const struct plan *p)
{
	for (struct plan_delivery *d = plan_mine(r->db, r->mem, p->id, r->who.id, r->today);
	    d; d = d->next) {
		struct view *v = view_add(r->view, d->acknowledged ? "RECEIVED" : "TO_RECEIVE");
		view_text(v, "unit_name", d->unit_name);
		if (d->acknowledged) {
			view_text(v, "at", *d->paper_on ? text_of_day(r->mem, d->paper_on) : moment(r, d->acknowledged));
			view_text(v, "name", *d->paper_on ? d->paper_by : d->acknowledged_by);
		} else {
			form_open(r, v, plan_path(r, p->id, "/receive"));
			view_int(v, "unit", d->unit);
		}
	}
}

int
plan_show(struct req *r, int status, struct plan *p)
{
	const char *unknown = tr(r->lang, "chưa rõ"), *none = tr(r->lang, "chưa có");
	const char *asked = plan_day_asked(r);
	const char *day = asked ? asked : r->today;

	title(r, *p->subject ? p->subject : plan_name(r, p));
	crumb(r, tr(r->lang, "mục::Kế hoạch"), "/plan");
	view_text(r->view, "plan_path", plan_path(r, p->id, ""));
	plan_show_files(r, p);
	plan_keep_files(r, p);
	view_text(r->view, "number", *p->number ? p->number : none);
	if (*p->date)
		view_date(r->view, "date", p->date);
	else
		view_text(r->view, "date", none);
	view_text(r->view, "place", *p->place ? p->place : unknown);
	view_text(r->view, "issuer", *p->issuer ? p->issuer : unknown);
	view_text(r->view, "kind", p->kind);
	view_text(r->view, "subject", p->subject);
	if (plan_is_own(p) || *p->period_from || *p->period_to)
		view_text(view_add(r->view, "PERIOD"), "period", plan_period(r, p));
	view_text(r->view, "signer_name", *p->signer_name ? p->signer_name : unknown);
	view_text(r->view, "state_label", plan_state_label(r, p));
	view_text(r->view, "tag", plan_state_face(r, p));
	plan_show_movement(r, p);
	/* "overdue" is for whom it is overdue */
	bool owed = r->who.id && show_signup(r, p);
	if (*p->signup_due) {
		struct view *v = view_add(r->view, "DUE");
		const char *last = due_last(r, p->signup_due);
		view_text(v, "signup_due", due_text(r, p->signup_due));
		if (owed || strcmp(last, r->today) >= 0)
			view_text(view_add(v, "FAR"), "how_far", how_far(r, last));
	}
	show_lines(r->view, "AUTHORITY", "line", r, p->authority);
	plan_show_life(r, p, day);
	show_text(r, p, day);
	if (plan_is_own(p))
		view_add(r->view, "CRITERIA");
	plan_show_classes(r, p, day);
	plan_show_targets(r, p);
	plan_show_tree(r, p);
	plan_show_dates(r, p);
	show_distribution(r, p);
	if (r->who.id) {
		show_case(r, p);
		show_mine(r, p);
		show_report_forms(r, p);
		plan_show_documents(r, p);
		plan_show_feedback(r, p);
		if (p->stands)
			view_text(view_add(r->view, "FEEDBACK"), "feedback_path",
			    mem_printf(r->mem, "/feedback/plan/%lld", (long long)p->id));
	}
	form_show_faults(r->form, r->view, r->lang, (const struct field[]){
		{ .name = "on", .label = "Nội dung có hiệu lực vào ngày" },
		{ .name = "number", .label = "Số, ký hiệu" },
		{ .name = "date", .label = "Ngày ban hành" }, { .name = "place", .label = "Địa danh" },
		{ .name = "issuer", .label = "Cơ quan ban hành" },
		{ .name = "subject", .label = "Trích yếu" },
		{ .name = "signer_name", .label = "Họ tên người ký" }, { 0 } });
	return show(r, asked ? status : 422, "plan_one");
}

int
plan_json(struct req *r, const struct plan *p)
{
	struct json *j = json_new(r), *all;
	const char *day = plan_day_asked(r);

	if (!day)
		return 400;
	json_int(j, "id", p->id);
	json_text(j, "number", *p->number ? p->number : NULL);
	json_text(j, "date", *p->date ? p->date : NULL);
	json_text(j, "place", *p->place ? p->place : NULL);
	json_text(j, "issuer", *p->issuer ? p->issuer : NULL);
	json_text(j, "kind", p->kind);
	json_text(j, "subject", p->subject);
	json_text(j, "period_from", *p->period_from ? p->period_from : NULL);
	json_text(j, "period_to", *p->period_to ? p->period_to : NULL);
	json_text(j, "signer_name", *p->signer_name ? p->signer_name : NULL);
	json_text(j, "state", p->state);
	plan_movement_json(r, j, p);
	plan_tree_json(r, j, p);
	plan_dates_json(r, j, p);
	json_text(j, "life", plan_life(p, day));
	json_text(j, "on", day);
	all = json_list(j, "recipients");
	for (struct plan_recipient *to = plan_recipients(r->db, r->mem, p->id, r->today,
	    r->lang); to; to = to->next) {
		struct json *one = json_record(all, NULL);
		json_text(one, "text", to->text);
		json_text(one, "purpose", to->purpose);
		if (plan_copies(r->mem, to))
			json_int(one, "copies", plan_copies(r->mem, to));
	}
	all = json_list(j, "clauses");
	for (struct plan_clause *c = plan_text_on(r->db, r->mem, p->id, day); c; c = c->next) {
		struct json *one = json_record(all, NULL);
		json_text(one, "anchor", c->anchor);
		json_text(one, "label", c->label);
		json_text(one, "text", c->text);
		if (c->by)
			json_int(one, "changed_by", c->by->plan);
	}
	all = json_list(j, "classes");
	for (struct plan_class *c = plan_classes_on(r->db, r->mem, p->id, day); c; c = c->next) {
		struct json *one = json_record(all, NULL), *items;
		json_text(one, "name", c->name);
		json_text(one, "anchor", c->anchor);
		json_text(one, "kinds", c->kinds);
		items = json_list(one, "criteria");
		for (struct plan_criterion *k = c->criteria; k; k = k->next) {
			struct json *item = json_record(items, NULL);
			json_text(item, "anchor", k->anchor);
			json_text(item, "text", k->text);
			json_text(item, "kind", k->kind);
			if (k->points < 0)
				json_text(item, "points", NULL);
			else
				json_decimal(item, "points", k->points);
		}
	}
	return json_show(r, j);
}

