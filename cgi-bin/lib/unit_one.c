/* unit_one.c - a unit as its reader sees it: what it is, what it was, what binds it. */

#include "cgi-bin/lib/unit_page.h"

enum { CHILDREN_SHOWN = 100 };

const char *
unit_share(struct req *r, int64_t share)
{
	return share == 10000 ? tr(r->lang, "toàn bộ")
	    : unit_say(r, "{1}% số hộ", number(r, share, 2), NULL);
}

/* What happened, in words that stand before the other unit's name. */
static const char *
past_text(struct req *r, const struct unit_past *p)
{
	bool part = !strcmp(p->event, "part");

	switch (p->what) {
	case PAST_NAME:
	case PAST_PARENT:
		return !strcmp(p->to, UNIT_OPEN) ? unit_say(r, p->what == PAST_NAME ? "Từ {1}:"
		    : "Từ {1}: trực thuộc", text_of_day(r->mem, p->day), NULL)
		    : unit_say(r, p->what == PAST_NAME ? "Từ {1} đến {2}:"
		    : "Từ {1} đến {2}: trực thuộc", text_of_day(r->mem, p->day), text_of_day(r->mem, p->to));
	case PAST_FROM:
		return unit_say(r, "{1}: nhận {2} của", text_of_day(r->mem, p->day), unit_share(r, p->share));
	case PAST_INTO:
		return unit_say(r, part ? "{1}: chuyển {2} sang" : !strcmp(p->event, "split")
		    ? "{1}: chia {2} sang" : "{1}: nhập {2} vào", text_of_day(r->mem, p->day),
		    unit_share(r, p->share));
	case PAST_EVENT:
		break;
	}
	return unit_say(r, !strcmp(p->event, "dissolve") ? "{1}: giải thể" : !strcmp(p->event, "create")
	    ? "{1}: thành lập" : "{1}: đổi tên", text_of_day(r->mem, p->day), NULL);
}

static void
put_history(struct req *r, struct unit_past *p, const char *day)
{
	struct view *all = view_add(r->view, "HISTORY");

	for (; p; p = p->next) {
		struct view *v = view_add(all, "PAST");
		bool now = p->what == PAST_NAME && strcmp(p->day, day) <= 0 && strcmp(day, p->to) <= 0;
		if (now)
			view_add(v, "NOW");
		view_text(v, "past", past_text(r, p));
		if (p->what == PAST_NAME) {
			view_text(view_add(v, "CALLED"), "past_name", p->name);
			view_text(v, "past_more", *p->region ? mem_printf(r->mem, "%s. %s", p->kind_label,
			    unit_say(r, "Khu vực {1}", p->region, NULL)) : p->kind_label);
		} else if (p->what != PAST_EVENT) {
			struct view *o = view_add(v, "OTHER");
			view_text(o, "past_name", p->name);
			view_text(o, "past_path", unit_as_of(r, unit_address(r, p->other, ""), p->day));
		}
		if (p->together > p->share)
			view_text(v, "past_more", unit_say(r, *p->note ? "{1}. Cộng cả ngày: {2}."
			    : "Cộng cả ngày: {2}.", p->note, unit_share(r, p->together)));
		else if (*p->note)
			view_text(v, "past_more", p->note);
		if (*p->document)
			view_text(view_add(v, "BY"), "document", p->document);
	}
}

static void
put_facts(struct req *r, const struct unit *u, const char *day)
{
	struct view *v;

	view_text(r->view, "kind_label", u->kind_label);
	view_text(r->view, "code", u->code);
	v = view_add(r->view, "STATE");
	view_text(v, "tag", u->live ? "done" : strcmp(day, u->valid_from) < 0 ? "soon" : "none");
	view_text(v, "state", u->live ? tr(r->lang, "Đang hoạt động") : strcmp(day, u->valid_from) < 0
	    ? unit_say(r, "Hoạt động từ {1}", text_of_day(r->mem, u->valid_from), NULL)
	    : unit_say(r, "Thôi hoạt động sau {1}", text_of_day(r->mem, u->valid_to), NULL));
	if (u->parent) {
		v = view_add(r->view, "PARENT");
		view_text(v, "parent_name", u->parent_name);
		view_text(v, "parent_path", unit_as_of(r, unit_address(r, u->parent, ""), day));
	}
	if (!unit_known(r))
		return;
	if (*u->short_name)
		view_text(view_add(r->view, "SHORT"), "short_name", u->short_name);
	if (u->area)
		view_text(view_add(r->view, "IN_REGION"), "region", *u->region
		    ? unit_say(r, "Khu vực {1}", u->region, NULL) : tr(r->lang, "không thuộc khu vực nào"));
	if (*u->address)
		view_text(view_add(r->view, "AT"), "address", u->address);
	for (struct unit_member *m = unit_groups_of(r->db, r->mem, u->id, day); m; m = m->next) {
		v = view_add(r->view, "MEMBER_OF");
		view_text(v, "group_name", m->group_name);
		view_text(v, "group_path", unit_as_of(r, unit_group_address(r, m->group, ""), day));
		view_text(v, "group_kind", unit_group_kind(r, m->group_kind));
		view_text(v, "group_more", m->head ? tr(r->lang, m->head == 1 ? ", trưởng" : ", phó") : "");
	}
}

static const struct column child_columns[] = {
	{ "name", "Tên đơn vị", CELL_TEXT, false },
	{ "kind", "Loại",       CELL_TEXT, false },
	{ 0 }
};

static void
put_children(struct req *r, const struct unit *u, const char *day)
{
	struct table *t = table_new(r, "Đơn vị trực thuộc", child_columns);
	int64_t n = 0;

	for (struct unit *c = unit_children(r->db, r->mem, u->id, day, r->lang); c; c = c->next) {
		if (++n > CHILDREN_SHOWN)
			continue;
		table_row(t, unit_as_of(r, unit_address(r, c->id, ""), day));
		table_text(t, c->name);
		table_text(t, c->kind_label);
	}
	if (n > CHILDREN_SHOWN) {
		struct view *v = view_add(r->view, "MANY");
		view_text(v, "many", unit_say(r, "{1} đơn vị trực thuộc", number(r, n, 0), NULL));
		view_text(v, "many_path", unit_as_of(r, mem_printf(r->mem, "/unit?under=%lld",
		    (long long)u->id), day));
	} else if (n) {
		table_put(r, view_add(r->view, "CHILDREN"), "TABLE_CHILDREN", t, n, "");
	}
}

/* How a unit stands is for itself and for those who follow it; others see what binds
 * it, and no more. */
static bool
sees_reports(struct req *r, int64_t unit)
{
	return may_here(r, "report.view", unit) || may_here(r, "report.write", unit)
	    || may_here(r, "report.send", unit);
}

static bool
sees_signup(struct req *r, int64_t unit)
{
	return may_here(r, "signup.write", unit) || may_here(r, "signup.follow", unit);
}

static bool
sees_receipt(struct req *r, int64_t unit)
{
	return may_here(r, "plan.receive", unit) || may_here(r, "plan.follow", unit);
}

/* Where this person may read the sign-up, or begin it; NULL for neither. */
static const char *
signup_path(struct req *r, int64_t unit, const struct unit_plan *p)
{
	bool writes = may_here(r, "signup.write", unit);

	if (p->signup_id)
		return writes || (p->signed_up && may_here(r, "signup.follow", unit))
		    ? mem_printf(r->mem, "/signup/%lld", (long long)p->signup_id) : NULL;
	return writes ? mem_printf(r->mem, "/signup/plan/%lld/unit/%lld", (long long)p->id,
	    (long long)unit) : NULL;
}

static void
put_signup(struct req *r, struct view *in, int64_t unit, const struct unit_plan *p)
{
	struct view *v = view_add(in, "SIGNUP");
	const char *path = signup_path(r, unit, p);

	view_text(v, "tag", *p->signup ? p->signup_tag : "none");
	view_text(v, "signup", *p->signup ? p->signup : tr(r->lang, "Chưa đăng ký"));
	if (path)
		view_text(view_add(v, p->signup_id ? "SIGNUP_READ" : "SIGNUP_BEGIN"), "signup_path", path);
	if (*p->signup_due && !*p->signup) {
		struct view *d = view_add(v, "UNTIL");
		view_text(d, "due_day", due_text(r, p->signup_due));
		view_text(d, "far", how_far(r, due_last(r, p->signup_due)));
	}
}

static void
put_plans(struct req *r, const struct unit *u, struct unit_plan *p)
{
	bool signups = sees_signup(r, u->id), receipts = sees_receipt(r, u->id);
	struct view *all = view_add(r->view, "PLANS"), *level = NULL;
	const char *last = "";
	int64_t n = 0;

	for (; p; p = p->next, n++) {
		if (!level || strcmp(p->level_label, last)) {
			level = view_add(all, "LEVEL");
			view_text(level, "level_label", p->level_label);
			last = p->level_label;
		}
		struct view *v = view_add(level, "PLAN");
		view_text(v, "plan_path", mem_printf(r->mem, "/plan/%lld", (long long)p->id));
		view_text(v, "plan_name", *p->short_name ? p->short_name : *p->subject ? p->subject : p->number);
		view_text(v, "plan_number", *p->number ? p->number : tr(r->lang, "chưa có số"));
		view_text(v, "plan_issuer", p->issuer_name);
		if (*p->date)
			view_date(view_add(v, "DATED"), "plan_date", p->date);
		if (signups)
			put_signup(r, v, u->id, p);
		if (receipts && p->sent)
			view_text(view_add(v, "RECEIVED"), "received", p->acknowledged
			    ? unit_say(r, "ký nhận lúc {1}", moment(r, p->acknowledged), NULL)
			    : unit_say(r, "gửi lúc {1}, chưa ký nhận", moment(r, p->sent), NULL));
	}
	view_text(all, "plan_count", number(r, n, 0));
	if (!n)
		view_add(all, "NO_PLAN");
}

static const struct column due_columns[] = {
	{ "period", "Kỳ báo cáo",    CELL_CODE, false },
	{ "asker",  "Cơ quan yêu cầu", CELL_TEXT, false },
	{ "due",    "Hạn gửi",       CELL_DAY,  false },
	{ "state",  "Tình trạng",    CELL_TAG,  false },
	{ 0 }
};

static const char *
due_state(struct req *r, const struct unit_due *d, const char **tag)
{
	bool late = !d->sent && text_days(r->today, d->due_date) < 0;

	*tag = late ? "late" : *d->tag ? d->tag : "none";
	if (late)
		return unit_say(r, "Chưa gửi, {1}", how_far(r, d->due_date), NULL);
	if (*d->state)
		return d->state;
	return unit_say(r, "Chưa làm, {1}", how_far(r, d->due_date), NULL);
}

/* Its report, or where this person may begin it; NULL for neither. */
static const char *
report_path(struct req *r, int64_t unit, const struct unit_due *d)
{
	if (d->report)
		return may_here(r, "report.view", unit)
		    ? mem_printf(r->mem, "/report/%lld", (long long)d->report) : NULL;
	return may_here(r, "report.write", unit) ? mem_printf(r->mem, "/report/period/%lld/unit/%lld",
	    (long long)d->period, (long long)unit) : NULL;
}

static void
put_dues(struct req *r, int64_t unit, struct unit_due *d)
{
	struct table *t = table_new(r, "Kỳ báo cáo phải làm", due_columns);
	int64_t n = 0;
	const char *tag;

	for (; d; d = d->next, n++) {
		table_row(t, report_path(r, unit, d));
		table_text(t, mem_printf(r->mem, "%s, %s", d->form, d->name));
		table_text(t, d->asker_name);
		table_day(t, d->due_date);
		const char *word = due_state(r, d, &tag);
		table_tag(t, tag, word);
	}
	table_put(r, view_add(r->view, "DUES"), "TABLE_DUES", t, n,
	    "Chưa có kỳ báo cáo nào mở cho loại đơn vị này.");
}

static bool
sees_tasks(struct req *r, int64_t unit)
{
	return may_here(r, "task.write", unit) || may_here(r, "task.send", unit)
	    || may_here(r, "task.follow", unit);
}

static const struct column task_columns[] = {
	{ "task",  "Nhiệm vụ",     CELL_TEXT, false },
	{ "plan",  "Kế hoạch",     CELL_TEXT, false },
	{ "asker", "Cơ quan giao", CELL_TEXT, false },
	{ "due",   "Hạn",          CELL_DAY,  false },
	{ "state", "Tình trạng",   CELL_TAG,  false },
	{ 0 }
};

static void
put_tasks(struct req *r, struct unit_task *k)
{
	struct table *t = k ? table_new(r, "Nhiệm vụ phải làm", task_columns) : NULL;
	int64_t n = 0;

	for (; k; k = k->next, n++) {
		bool late = !*k->first_day && text_days(r->today, k->last_day) < 0;
		table_row(t, mem_printf(r->mem, "/task/unit/%lld", (long long)k->id));
		table_text(t, k->text);
		table_text(t, *k->number ? k->number : k->subject);
		table_text(t, k->issuer_name);
		table_day(t, k->last_day);
		table_tag(t, late ? "late" : k->tag, late
		    ? mem_printf(r->mem, "%s, %s", k->state, how_far(r, k->last_day)) : k->state);
	}
	if (t)
		table_put(r, view_add(r->view, "TASKS"), "TABLE_TASKS", t, n, "");
}

static bool
sees_answers(struct req *r, int64_t unit)
{
	return may_here(r, "document.write", unit) || may_here(r, "document.send", unit)
	    || may_here(r, "document.follow", unit);
}

static const struct column answer_columns[] = {
	{ "number", "Số, ký hiệu", CELL_CODE, false },
	{ "subject", "Về việc",    CELL_TEXT, false },
	{ "asker", "Cơ quan gửi",  CELL_TEXT, false },
	{ "due",   "Hạn trả lời",  CELL_DAY,  false },
	{ "state", "Tình trạng",   CELL_TAG,  false },
	{ 0 }
};

static void
put_answers(struct req *r, struct unit_answer *a)
{
	struct table *t = a ? table_new(r, "Kiến nghị, kết luận phải trả lời", answer_columns) : NULL;
	int64_t n = 0;

	for (; a; a = a->next, n++) {
		bool late = *a->last_day && !*a->first_day && text_days(r->today, a->last_day) < 0;
		table_row(t, mem_printf(r->mem, "/document/answer/%lld", (long long)a->id));
		table_text(t, a->number);
		table_text(t, a->subject);
		table_text(t, a->asker_name);
		table_day(t, a->last_day);
		table_tag(t, late ? "late" : a->tag, late
		    ? mem_printf(r->mem, "%s, %s", a->state, how_far(r, a->last_day)) : a->state);
	}
	if (t)
		table_put(r, view_add(r->view, "ANSWERS"), "TABLE_ANSWERS", t, n, "");
}

static void
put_contacts(struct req *r, const struct unit *u, const char *day)
{
	struct view *v = view_add(r->view, "CALL");
	struct unit_contact *c = unit_contacts(r->db, r->mem, u->id, day);

	if (!c)
		view_add(v, "NOBODY");
	for (; c; c = c->next) {
		struct view *one = view_add(v, "CONTACT");
		view_text(one, "contact_post", *c->post ? c->post : tr(r->lang, "Liên hệ"));
		view_text(one, "contact_name", c->name);
		view_text(one, "contact_phone", *c->phone ? c->phone : tr(r->lang, "chưa có số"));
	}
}

/* The unit's nearest day to the one asked: what bound it last, where it has ended. */
static const char *
nearest(const struct unit *u, const char *day)
{
	return strcmp(day, u->valid_to) > 0 ? u->valid_to
	    : strcmp(day, u->valid_from) < 0 ? u->valid_from : day;
}

static int
one_json(struct req *r, const struct unit *u, const char *day)
{
	struct json *j = json_new(r), *l;
	const char *near = nearest(u, day), *tag;
	bool signups = sees_signup(r, u->id);

	json_text(j, "day", day);
	json_int(j, "id", u->id);
	json_text(j, "code", u->code);
	json_text(j, "name", u->name);
	json_text(j, "kind", u->kind);
	json_text(j, "kind_label", u->kind_label);
	json_text(j, "parent", u->parent ? u->parent_name : NULL);
	json_text(j, "valid_from", u->valid_from);
	json_text(j, "valid_to", strcmp(u->valid_to, UNIT_OPEN) ? u->valid_to : NULL);
	if (!unit_known(r))
		return json_show(r, j);
	l = json_list(j, "plans");
	for (struct unit_plan *p = unit_plans(r->db, r->mem, u->id, near, r->lang); p; p = p->next) {
		struct json *o = json_record(l, NULL);
		json_int(o, "id", p->id);
		json_text(o, "number", p->number);
		json_text(o, "subject", p->subject);
		json_text(o, "issuer", p->issuer_name);
		if (signups)
			json_text(o, "signup", *p->signup ? p->signup : NULL);
	}
	json_text(j, "short_name", u->short_name);
	json_text(j, "region", u->region);
	json_text(j, "address", u->address);
	l = json_list(j, "groups");
	for (struct unit_member *m = unit_groups_of(r->db, r->mem, u->id, day); m; m = m->next)
		json_text(json_record(l, NULL), "name", m->group_name);
	l = json_list(j, "contacts");
	for (struct unit_contact *c = unit_contacts(r->db, r->mem, u->id, day); c; c = c->next) {
		struct json *o = json_record(l, NULL);
		json_text(o, "name", c->name);
		json_text(o, "post", c->post);
		json_text(o, "phone", c->phone);
	}
	l = sees_tasks(r, u->id) ? json_list(j, "tasks") : NULL;
	for (struct unit_task *k = l ? unit_tasks(r->db, r->mem, u->id, near, r->lang,
	    UNIT_DUES_SHOWN) : NULL; k; k = k->next) {
		struct json *o = json_record(l, NULL);
		json_int(o, "id", k->id);
		json_text(o, "task", k->text);
		json_text(o, "due", k->last_day);
		json_text(o, "state", k->state);
	}
	l = sees_answers(r, u->id) ? json_list(j, "answers") : NULL;
	for (struct unit_answer *a = l ? unit_answers(r->db, r->mem, u->id, near, r->lang,
	    UNIT_DUES_SHOWN) : NULL; a; a = a->next) {
		struct json *o = json_record(l, NULL);
		json_int(o, "id", a->id);
		json_text(o, "number", a->number);
		json_text(o, "subject", a->subject);
		json_text(o, "due", a->last_day);
		json_text(o, "state", a->state);
	}
	if (!sees_reports(r, u->id))
		return json_show(r, j);
	l = json_list(j, "reports");
	for (struct unit_due *d = unit_dues(r->db, r->mem, u->id, near, r->lang, UNIT_DUES_SHOWN); d;
	    d = d->next) {
		struct json *o = json_record(l, NULL);
		json_text(o, "period", d->name);
		json_text(o, "form", d->form);
		json_text(o, "due", d->due_date);
		json_text(o, "state", due_state(r, d, &tag));
	}
	return json_show(r, j);
}

static void
put_heirs(struct req *r, const struct unit *u, const char *day)
{
	if (u->live || strcmp(day, u->valid_to) <= 0)
		return;
	struct view *v = view_add(r->view, "ENDED");
	struct unit *heir = unit_successors(r->db, r->mem, u->id, day, r->lang);
	view_date(v, "last_day", u->valid_to);
	if (!heir)
		view_add(v, "NO_HEIR");
	for (; heir; heir = heir->next) {
		struct view *h = view_add(v, "HEIR");
		view_text(h, "heir_name", heir->name);
		view_text(h, "heir_path", unit_as_of(r, unit_address(r, heir->id, ""), day));
	}
}

int
unit_one(struct req *r)
{
	const char *day = unit_day_asked(r), *near;
	struct unit *u = unit_get(r->db, r->mem, r->id, day, r->lang);

	if (!u)
		return 404;
	if (r->face)
		return one_json(r, u, day);
	near = nearest(u, day);
	title(r, u->name);
	crumb(r, tr(r->lang, "mục::Đơn vị"), unit_as_of(r, "/unit", day));
	for (struct unit *up = unit_path(r->db, r->mem, u->id, day, r->lang); up; up = up->next)
		crumb(r, up->name, unit_as_of(r, unit_address(r, up->id, ""), day));
	view_text(r->view, "self", unit_address(r, u->id, ""));
	view_text(r->view, "as_of_day", text_of_day(r->mem, day));
	unit_show_day(r, day);
	form_show_faults(r->form, r->view, r->lang, NULL);
	put_facts(r, u, day);
	if (!unit_known(r))
		view_add(r->view, "STRANGER");
	else
		put_plans(r, u, unit_plans(r->db, r->mem, u->id, near, r->lang));
	if (sees_reports(r, u->id))
		put_dues(r, u->id, unit_dues(r->db, r->mem, u->id, near, r->lang, UNIT_DUES_SHOWN));
	if (sees_tasks(r, u->id))
		put_tasks(r, unit_tasks(r->db, r->mem, u->id, near, r->lang, UNIT_DUES_SHOWN));
	if (sees_answers(r, u->id))
		put_answers(r, unit_answers(r->db, r->mem, u->id, near, r->lang, UNIT_DUES_SHOWN));
	if (unit_known(r)) {
		put_heirs(r, u, day);
		put_history(r, unit_history(r->db, r->mem, u->id, r->lang), near);
		put_contacts(r, u, day);
	}
	put_children(r, u, day);
	struct unit *now = unit_get(r->db, r->mem, u->id, r->today, r->lang);
	if (now && !strcmp(u->valid_to, UNIT_OPEN) && unit_may_change(r, now))
		view_text(view_add(r->view, "MAY_CHANGE"), "code", u->code);
	return show(r, form_faults(r->form) ? 422 : 200, "unit_one");
}
