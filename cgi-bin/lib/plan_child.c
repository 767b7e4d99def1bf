/* plan_child.c - the tree of plans as it is read: the plan above, those that carry it out, and
 * which units still owe theirs. */

#include "cgi-bin/lib/plan_change_page.h"

#include <stdlib.h>

#include "cgi-bin/lib/plan_text.h"
#include "db/plan_child.h"

enum { SHOWN = 8 };

static const struct column child_columns[] = {
	{ "unit",    "Đơn vị ban hành", CELL_TEXT, true },
	{ "number",  "Số, ký hiệu",     CELL_CODE, true },
	{ "date",    "Ngày ban hành",   CELL_DAY,  true },
	{ "subject", "Trích yếu",       CELL_TEXT, true },
	{ "state",   "Tình trạng",      CELL_TAG,  true },
	{ 0 }
};

/* ---- on the plan's own page ---- */

static void
show_parent(struct req *r, const struct plan *p)
{
	int64_t id = plan_parent(r->db, p->id);
	struct plan *of = id ? plan_get(r->db, r->mem, id, r->lang) : NULL;

	if (!of)
		return;
	struct view *v = view_add(r->view, "PARENT_PLAN");
	view_text(v, "parent_path", plan_path(r, of->id, ""));
	view_text(v, "parent_name", plan_name(r, of));
	view_text(v, "parent_subject", of->subject);
	view_text(v, "parent_issuer", of->unit_name);
	if (*of->end && strcmp(of->end_day, r->today) <= 0)
		view_text(view_add(v, "PARENT_ENDED"), "ended", plan_ended_text(r, of));
}

/* My units that are asked, and have not issued theirs. */
static void
show_owing(struct req *r, const struct plan *p)
{
	if (!p->stands || !plan_in_force(p, r->today))
		return;
	for (struct plan_owed *o = plan_owed_mine(r->db, r->mem, p->id, r->who.id, r->today); o;
	    o = o->next) {
		struct view *v = view_add(r->view, "OWES");
		view_text(v, "unit_name", o->unit_name);
		view_date(v, "last_day", o->last_day);
		view_text(v, "how_far", how_far(r, o->last_day));
		if (o->draft)
			view_text(view_add(v, "GO_ON"), "draft_path", plan_path(r, o->draft, ""));
		else if (may_here(r, "plan.write", o->unit))
			view_text(view_add(v, "START"), "begin_path", mem_printf(r->mem,
			    "/plan/add?parent=%lld&unit=%lld", (long long)p->id, (long long)o->unit));
	}
}

static void
show_call(struct req *r, struct view *in, const struct plan *p, const struct plan_call *c)
{
	struct view *v = view_add(in, "CALL");
	const char *all = "";

	for (const struct plan_addressee *a = c->to; a; a = a->next)
		all = mem_printf(r->mem, "%s%s%s", all, *all ? "; " : "", a->label);
	view_text(v, "called", all);
	view_text(v, "due", due_text(r, c->due_date));
	if (*c->text)
		view_text(view_add(v, "WORDS"), "text", c->text);
	if (!p->stands || !r->who.id || !may(r, "plan.follow"))
		return;
	struct plan_owed_count n = plan_owed_count(r->db, p->id, r->who.id, r->today);
	if (!n.asked)
		return;
	v = view_add(v, "COUNTED");
	view_text(v, "asked", number(r, n.asked, 0));
	view_text(v, "issued", number(r, n.issued, 0));
	view_text(v, "late", number(r, n.late, 0));
	view_text(v, "overdue", number(r, n.overdue, 0));
	view_text(v, "owed_path", plan_path(r, p->id, "/owed"));
}

static void
show_children(struct req *r, const struct plan *p)
{
	int64_t total;
	struct plan_call call = plan_call(r->db, r->mem, p->id, r->today, r->lang);
	struct plan_child *c = plan_children(r->db, r->mem, &(struct plan_child_ask){ .plan = p->id,
	    .account = r->who.id, .day = r->today, .lang = r->lang, .limit = SHOWN }, &total);

	if (!c && !*call.due_date)
		return;
	struct view *v = view_add(r->view, "TREE");
	view_add(r->view, "TREE_LINE");
	if (*call.due_date)
		show_call(r, v, p, &call);
	for (; c; c = c->next) {
		struct view *one = view_add(v, "CHILD");
		view_text(one, "path", plan_path(r, c->id, ""));
		view_text(one, "subject", *c->subject ? c->subject : tr(r->lang, "Kế hoạch chưa có số"));
		view_text(one, "number", *c->number ? c->number : tr(r->lang, "chưa có số"));
		view_text(one, "issuer", c->unit_name);
		if (*c->date)
			view_date(view_add(one, "DATED"), "date", c->date);
		if (!c->stands) {
			one = view_add(one, "DRAFT");
			view_text(one, "tag", c->tag);
			view_text(one, "state_label", c->state_label);
		}
	}
	if (total > SHOWN) {
		v = view_add(v, "ALL_CHILDREN");
		view_text(v, "children_path", plan_path(r, p->id, "/child"));
		view_text(v, "n", number(r, total, 0));
	}
}

void
plan_show_tree(struct req *r, const struct plan *p)
{
	show_parent(r, p);
	if (r->who.id)
		show_owing(r, p);
	show_children(r, p);
}

void
plan_tree_json(struct req *r, struct json *j, const struct plan *p)
{
	int64_t parent = plan_parent(r->db, p->id);
	struct plan_call call = plan_call(r->db, r->mem, p->id, r->today, r->lang);

	if (parent)
		json_int(j, "parent", parent);
	else
		json_text(j, "parent", NULL);
	json_text(j, "own_plans_due", *call.due_date ? call.due_date : NULL);
}

/* ---- lists ---- */

static void
name_page(struct req *r, const struct plan *p, const char *name_vi)
{
	title(r, tr(r->lang, name_vi));
	crumb(r, tr(r->lang, "mục::Kế hoạch"), "/plan");
	crumb(r, plan_name(r, p), plan_path(r, p->id, ""));
	view_text(r->view, "subject", p->subject);
	view_text(r->view, "plan_path", plan_path(r, p->id, ""));
}

int
plan_child_list(struct req *r)
{
	struct plan *p = plan_seen(r);
	int64_t total;

	if (!p)
		return 404;
	struct table *t = table_new(r, "Kế hoạch thực hiện kế hoạch này", child_columns);
	struct plan_child_ask ask = { .plan = p->id, .account = r->who.id, .day = r->today,
	    .lang = r->lang, .sort = table_sort(r, child_columns, 0), .limit = table_limit(r),
	    .skip = table_skip(r) };
	for (struct plan_child *c = plan_children(r->db, r->mem, &ask, &total); c; c = c->next) {
		table_row(t, plan_path(r, c->id, ""));
		table_text(t, c->unit_name);
		table_text(t, *c->number ? c->number : tr(r->lang, "chưa có số"));
		table_day(t, c->date);
		table_text(t, c->subject);
		table_tag(t, c->tag, c->state_label);
	}
	name_page(r, p, "Kế hoạch thực hiện kế hoạch này");
	return table_show(r, 200, "plan_child", t, total,
	    "Chưa có kế hoạch nào trên cổng thực hiện kế hoạch này.");
}

static const struct column owed_columns[] = {
	{ "unit",    "Đơn vị",        CELL_TEXT,  true },
	{ "state",   "Tình trạng",    CELL_TAG,   true },
	{ "number",  "Số, ký hiệu",   CELL_CODE,  false },
	{ "date",    "Ngày ban hành", CELL_DAY,   true },
	{ "days",    "Số ngày trễ",   CELL_COUNT, true },
	{ "contact", "Người liên hệ", CELL_TEXT,  false },
	{ "phone",   "Điện thoại",    CELL_CODE,  false },
	{ 0 }
};

static const char *const states[][2] = {
	{ "", "tất cả" }, { "late", "quá hạn, ban hành muộn" }, { "none", "chưa có" },
	{ "draft", "đang soạn" }, { "issued", "đã ban hành" },
};

static const char *
state_of(struct req *r, const struct plan_owed *o, const char **tag)
{
	*tag = o->child ? o->days ? "soon" : "done" : o->days ? "late" : o->draft ? "soon" : "none";
	return tr(r->lang, o->child ? o->days ? "Ban hành muộn" : "Ban hành đúng hạn"
	    : o->draft ? o->days ? "Đang soạn, quá hạn" : "Đang soạn"
	    : o->days ? "Chưa có, quá hạn" : "Chưa có");
}

int
plan_owed_list(struct req *r)
{
	struct plan *p = plan_seen(r);
	struct plan_call call = { 0 };
	int64_t total;
	const char *tag;

	if (!p || !p->stands)
		return 404;
	struct table *t = table_new(r, "Kế hoạch của đơn vị, quá hạn xếp trước", owed_columns);
	struct plan_owed_ask ask = { .plan = p->id, .account = r->who.id, .day = r->today,
	    .state = form_get(r->form, "state"), .words = text_plain(r->mem, form_get(r->form, "q")),
	    .sort = table_sort(r, owed_columns, 0), .limit = table_limit(r), .skip = table_skip(r) };
	for (struct plan_owed *o = plan_owed(r->db, r->mem, &ask, &total); o; o = o->next) {
		const char *word = state_of(r, o, &tag);
		table_row(t, o->child ? plan_path(r, o->child, "")
		    : mem_printf(r->mem, "/unit/%lld", (long long)o->unit));
		table_text(t, o->unit_name);
		table_tag(t, tag, word);
		if (o->child)
			table_text(t, *o->number ? o->number : tr(r->lang, "chưa có số"));
		else
			table_nothing(t, "chưa có");
		table_day(t, o->date);
		table_count(t, o->days);
		if (*o->contact)
			table_text(t, o->contact);
		else
			table_nothing(t, "chưa có");
		table_text(t, o->phone);
	}
	name_page(r, p, "Kế hoạch của đơn vị");
	call = plan_call(r->db, r->mem, p->id, r->today, r->lang);
	if (*call.due_date) {
		struct plan_owed_count n = plan_owed_count(r->db, p->id, r->who.id, r->today);
		struct view *v = view_add(r->view, "CALL");
		view_text(v, "due", due_text(r, call.due_date));
		view_text(v, "asked", number(r, n.asked, 0));
		view_text(v, "issued", number(r, n.issued, 0));
		view_text(v, "overdue", number(r, n.overdue, 0));
		if (n.overdue)
			view_text(view_add(v, "LETTER"), "letter_path", mem_printf(r->mem,
			    "/inbox/letter/own/%lld", (long long)p->id));
	}
	view_text(r->view, "q", form_get(r->form, "q"));
	for (size_t i = 0; i < sizeof(states) / sizeof(*states); i++)
		form_option(r->view, "STATE", states[i][0], tr(r->lang, states[i][1]), ask.state);
	view_add_around(r->view, "WIDE");
	return table_show(r, 200, "plan_owed", t, total, *call.due_date
	    ? "Không có đơn vị nào như vậy trong số bạn theo dõi. Chọn lại tình trạng rồi lọc."
	    : "Kế hoạch này không yêu cầu đơn vị ban hành kế hoạch của mình.");
}
