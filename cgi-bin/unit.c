/*
 * unit.c - units (đơn vị): the tree as of a day, and how it is redrawn.
 *
 *	GET  /unit			the tree and a list, found by words	?day=
 *	GET  /unit/#			a unit, its history, what binds it	?day=
 *	GET  /unit/add			a new unit		POST adds it
 *	GET  /unit/#/edit		name, kind, region	POST changes them from a day on
 *	GET  /unit/#/move		another parent		POST moves it from a day on
 *	GET  /unit/#/end		merge or dissolve	POST ends it
 *	GET  /unit/#/contact		whom to call		POST adds one
 *	POST /unit/#/contact/#		a contact's last day
 *	GET  /unit/group		clusters and blocs	?day=
 *	GET  /unit/group/add		a new one		POST adds it
 *	GET  /unit/group/#		its members
 *	POST /unit/group/#/member	adds one, or gives him an office
 *	POST /unit/group/#/member/#	his last day
 *	POST /unit/group/#/end		its own last day
 *	GET  /unit/import		from a sheet		POST tries it, then does it
 *	GET  /unit/import.csv		the sheet's columns, to fill in
 */

#include "cgi-bin/lib/page.h"
#include "cgi-bin/lib/unit_import.h"
#include "db/unit.h"

enum { BODY_MAX = 2 << 20, ROWS_MAX = 1 << 20, SMALL_TREE = 500, SHOWN = 50, FAULTS_SHOWN = 1000,
	CHILDREN_SHOWN = 100, DUES_SHOWN = 12 };

static const char *
path_of(struct req *r, int64_t id, const char *rest)
{
	return mem_printf(r->mem, "/unit/%lld%s", (long long)id, rest);
}

static const char *
group_path(struct req *r, int64_t id, const char *rest)
{
	return mem_printf(r->mem, "/unit/group/%lld%s", (long long)id, rest);
}

/* The same address as of that day, unless it is today. */
static const char *
as_of(struct req *r, const char *path, const char *day)
{
	return strcmp(day, r->today) ? mem_printf(r->mem, "%s%cday=%s", path,
	    strchr(path, '?') ? '&' : '?', day) : path;
}

static const char *
say(struct req *r, const char *vi, const char *one, const char *two)
{
	return tr_with(r->mem, r->lang, vi, one, two, NULL);
}

static const char *
day_text(struct req *r, const char *iso)
{
	return text_of_day(r->mem, iso);
}

static const char *
day_before(struct req *r, const char *iso)
{
	return text_day_add(r->mem, iso, -1);
}

/* The day asked for, or today; a day that is none is a fault of the form. */
static const char *
day_asked(struct req *r)
{
	const char *typed = form_get(r->form, "day"), *day;

	if (!*typed)
		return r->today;
	if ((day = text_day(r->mem, typed)))
		return day;
	form_wrong_at(r->form, "day", tr(r->lang, "Xem tại ngày"),
	    tr(r->lang, "Ngày không hợp lệ: viết như 26/9/2017"));
	return r->today;
}

static void
show_day(struct req *r, const char *day)
{
	const char *why = form_fault(r->form, "day");

	view_text(r->view, "day", why ? form_get(r->form, "day") : day_text(r, day));
	view_text(r->view, "day_invalid", why ? "true" : "false");
	if (why)
		view_text(view_add(r->view, "day_error"), "why", why);
}

static void
option(struct view *v, const char *section, const char *value, const char *label,
    const char *chosen)
{
	struct view *o = view_add(v, section);

	view_text(o, "value", value);
	view_text(o, "option", label);
	if (!strcmp(value, chosen))
		view_add(o, "CHOSEN");
}

static const char *
typed(struct req *r, const char *name, const char *or_else)
{
	return form_sent(r->form, name) ? form_get(r->form, name) : or_else;
}

static void
offer_kinds(struct req *r, const char *chosen)
{
	for (struct unit_kind *k = unit_kinds(r->db, r->mem, r->lang); k; k = k->next)
		option(r->view, "KIND", k->kind, k->label, chosen);
}

static void
offer_regions(struct req *r, const char *chosen)
{
	static const char *const regions[] = { "I", "II", "III" };

	option(r->view, "REGION", "", tr(r->lang, "không thuộc khu vực nào"), chosen);
	for (size_t i = 0; i < 3; i++)
		option(r->view, "REGION", regions[i], say(r, "Khu vực {1}", regions[i], NULL), chosen);
}

/* Someone with a task today: anybody else is shown names and the tree. */
static bool
known(const struct req *r)
{
	return r->abilities;
}

/* A number that a list or an address of ours sent; what is none is 0. */
static int64_t
sent_number(struct req *r, const char *name)
{
	int64_t n = 0;

	text_number(form_get(r->form, name), 0, &n);
	return n;
}

static bool
kind_is_known(struct req *r, const char *kind)
{
	for (struct unit_kind *k = unit_kinds(r->db, r->mem, r->lang); k; k = k->next)
		if (!strcmp(k->kind, kind))
			return true;
	return false;
}

/* ---- the tree and the list ---- */

static const struct column open_columns[] = {
	{ "name",   "Tên đơn vị", CELL_TEXT, true },
	{ "code",   "Mã",         CELL_TEXT, true },
	{ "kind",   "Loại",       CELL_TEXT, true },
	{ "parent", "Trực thuộc", CELL_TEXT, true },
	{ 0 }
};

static const struct column known_columns[] = {
	{ "name",    "Tên đơn vị",    CELL_TEXT, true },
	{ "code",    "Mã",            CELL_TEXT, true },
	{ "kind",    "Loại",          CELL_TEXT, true },
	{ "parent",  "Trực thuộc",    CELL_TEXT, true },
	{ "contact", "Người liên hệ", CELL_TEXT, false },
	{ "phone",   "Điện thoại",    CELL_TEXT, false },
	{ 0 }
};

struct search {
	const char *q, *kind;
	int64_t ended, group, under;
};

static const struct field search_fields[] = {
	FIELD(search, q,     "Tên hoặc mã", LINE, true, .max = 200),
	FIELD(search, kind,  "Loại", LINE, true, .max = 20),
	FIELD(search, ended, "Cả đơn vị đã thôi hoạt động", TICK),
	{ 0 }
};

/* One unit of the tree; what is under it, in place while the tree is small. */
static void
put_branch(struct req *r, struct view *in, const struct unit *u, const struct unit *all,
    bool small, const char *day)
{
	struct view *v = view_add(in, "BRANCH"), *more;

	view_text(v, "unit_path", as_of(r, path_of(r, u->id, ""), day));
	view_text(v, "unit_name", u->name);
	if (!u->below)
		return;
	more = view_add(v, small ? "MORE" : "COUNT");
	view_text(more, "below", say(r, "{1} đơn vị trực thuộc", number(r, u->below, 0), NULL));
	view_text(more, "below_path", as_of(r, mem_printf(r->mem, "/unit?under=%lld",
	    (long long)u->id), day));
	for (const struct unit *c = all; small && c; c = c->next)
		if (c->parent == u->id && c->depth == 2) {
			struct view *leaf = view_add(more, "LEAF");
			view_text(leaf, "unit_path", as_of(r, path_of(r, c->id, ""), day));
			view_text(leaf, "unit_name", c->below ? mem_printf(r->mem, "%s (%s)", c->name,
			    number(r, c->below, 0)) : c->name);
		}
}

static void
put_tree(struct req *r, const char *day)
{
	struct unit *all = unit_tree(r->db, r->mem, 1, day, r->lang);
	int64_t total = 0;

	for (const struct unit *u = all; u; u = u->next)
		total += u->depth ? 0 : u->below + 1;
	bool small = total <= SMALL_TREE;
	if (small)
		all = unit_tree(r->db, r->mem, 2, day, r->lang);
	for (const struct unit *root = all; root && !root->depth; root = root->next) {
		struct view *v = view_add(r->view, "ROOT"), *kind = NULL;
		const char *last = "";
		view_text(v, "unit_path", as_of(r, path_of(r, root->id, ""), day));
		view_text(v, "unit_name", root->name);
		for (const struct unit *u = all; u; u = u->next) {
			if (u->depth != 1 || u->parent != root->id)
				continue;
			if (strcmp(u->kind, last)) {
				int64_t n = 0;
				for (const struct unit *w = u; w; w = w->next)
					n += w->depth == 1 && w->parent == root->id && !strcmp(w->kind, u->kind);
				kind = view_add(v, "KINDS");
				view_text(kind, "kind_label", u->kind_label);
				view_text(kind, "kind_count", number(r, n, 0));
				last = u->kind;
			}
			put_branch(r, kind, u, all, small, day);
		}
	}
}

static void
put_search(struct req *r, const struct search *s, const char *day)
{
	form_show(r->form, r->view, r->lang, search_fields, s);
	show_day(r, day);
	offer_kinds(r, s->kind);
	struct view *choice = known(r) ? view_add(r->view, "GROUPS") : NULL;
	for (struct unit_group *g = choice ? unit_groups(r->db, r->mem, day) : NULL; g; g = g->next)
		option(choice, "GROUP", mem_printf(r->mem, "%lld", (long long)g->id), g->name,
		    mem_printf(r->mem, "%lld", (long long)s->group));
	struct unit *under = s->under ? unit_get(r->db, r->mem, s->under, day, r->lang) : NULL;
	if (under) {
		struct view *v = view_add(r->view, "UNDER");
		view_int(v, "under", under->id);
		view_text(v, "under_name", under->name);
		view_text(v, "all_path", as_of(r, "/unit", day));
	}
	if (may(r, "unit.change"))
		view_add(r->view, "MAY_CHANGE");
}

static int
list(struct req *r)
{
	struct search s = { .q = "", .kind = "" };
	bool in = known(r);
	const struct column *columns = in ? known_columns : open_columns;
	const char *day = day_asked(r);
	int64_t total;

	int status = form_read(r->form, r->mem, search_fields, &s) ? 200 : 422;
	s.group = in ? sent_number(r, "group") : 0;
	s.under = sent_number(r, "under");
	struct unit_ask ask = {
		.day = day, .lang = r->lang, .words = text_plain(r->mem, s.q), .kind = s.kind,
		.under = s.under, .group = s.group, .ended = s.ended, .contacts = in,
		.sort = table_sort(r, columns, 3), .limit = table_limit(r), .skip = table_skip(r),
	};
	struct table *t = table_new(r, "Đơn vị", columns);

	for (struct unit *u = unit_list(r->db, r->mem, &ask, &total); u; u = u->next) {
		table_row(t, as_of(r, path_of(r, u->id, ""), day));
		table_text(t, u->live ? u->name : say(r, "{1} (đến {2})", u->name,
		    day_text(r, u->valid_to)));
		table_text(t, u->code);
		table_text(t, u->kind_label);
		if (*u->parent_name)
			table_text(t, u->parent_name);
		else
			table_nothing(t, "không trực thuộc đơn vị nào");
		if (!in)
			continue;
		if (*u->contact)
			table_text(t, u->contact);
		else
			table_nothing(t, "chưa có");
		if (*u->phone)
			table_text(t, u->phone);
		else
			table_nothing(t, "chưa có");
	}
	title(r, tr(r->lang, "Đơn vị"));
	if (!r->face) {
		put_search(r, &s, day);
		put_tree(r, day);
	}
	return table_show(r, status, "unit_list", t, total,
	    "Không có đơn vị nào khớp vào ngày này. Thử ít chữ hơn (không cần gõ dấu), bỏ bớt điều kiện, hoặc đánh dấu để tìm cả đơn vị đã thôi hoạt động.");
}

/* ---- one unit ---- */

/* By unit.change, on the unit itself or from the one above it. */
static bool
may_change(struct req *r, const struct unit *u)
{
	return may_here(r, "unit.change", u->id)
	    || (u->parent && may_here(r, "unit.change", u->parent));
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

static const char *
share_text(struct req *r, int64_t share)
{
	return share == 10000 ? tr(r->lang, "toàn bộ")
	    : mem_printf(r->mem, "%s %%", number(r, share, 2));
}

/* What happened, in words that stand before the other unit's name. */
static const char *
past_text(struct req *r, const struct unit_past *p)
{
	bool part = !strcmp(p->event, "part");

	switch (p->what) {
	case PAST_NAME:
	case PAST_PARENT:
		return !strcmp(p->to, UNIT_OPEN) ? say(r, p->what == PAST_NAME ? "Từ {1}:"
		    : "Từ {1}: trực thuộc", day_text(r, p->day), NULL)
		    : say(r, p->what == PAST_NAME ? "Từ {1} đến {2}:"
		    : "Từ {1} đến {2}: trực thuộc", day_text(r, p->day), day_text(r, p->to));
	case PAST_FROM:
		return say(r, "{1}: nhận {2} của", day_text(r, p->day), share_text(r, p->share));
	case PAST_INTO:
		return say(r, part ? "{1}: chuyển {2} sang" : !strcmp(p->event, "split")
		    ? "{1}: chia {2} sang" : "{1}: nhập {2} vào", day_text(r, p->day),
		    share_text(r, p->share));
	case PAST_EVENT:
		break;
	}
	return say(r, !strcmp(p->event, "dissolve") ? "{1}: giải thể" : !strcmp(p->event, "create")
	    ? "{1}: thành lập" : "{1}: đổi tên", day_text(r, p->day), NULL);
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
			    say(r, "Khu vực {1}", p->region, NULL)) : p->kind_label);
		} else if (p->what != PAST_EVENT) {
			struct view *o = view_add(v, "OTHER");
			view_text(o, "past_name", p->name);
			view_text(o, "past_path", as_of(r, path_of(r, p->other, ""), p->day));
		}
		if (*p->note)
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
	    ? say(r, "Hoạt động từ {1}", day_text(r, u->valid_from), NULL)
	    : say(r, "Thôi hoạt động sau {1}", day_text(r, u->valid_to), NULL));
	if (u->parent) {
		v = view_add(r->view, "PARENT");
		view_text(v, "parent_name", u->parent_name);
		view_text(v, "parent_path", as_of(r, path_of(r, u->parent, ""), day));
	}
	if (!known(r))
		return;
	if (*u->short_name)
		view_text(view_add(r->view, "SHORT"), "short_name", u->short_name);
	if (u->area)
		view_text(view_add(r->view, "IN_REGION"), "region", *u->region
		    ? say(r, "Khu vực {1}", u->region, NULL) : tr(r->lang, "không thuộc khu vực nào"));
	if (*u->address)
		view_text(view_add(r->view, "AT"), "address", u->address);
	for (struct unit_member *m = unit_groups_of(r->db, r->mem, u->id, day); m; m = m->next) {
		v = view_add(r->view, "MEMBER_OF");
		view_text(v, "group_name", m->group_name);
		view_text(v, "group_path", as_of(r, group_path(r, m->group, ""), day));
		view_text(v, "group_kind", tr(r->lang, !strcmp(m->group_kind, "cluster")
		    ? "Cụm thi đua" : "Khối thi đua"));
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
		table_row(t, as_of(r, path_of(r, c->id, ""), day));
		table_text(t, c->name);
		table_text(t, c->kind_label);
	}
	if (n > CHILDREN_SHOWN) {
		struct view *v = view_add(r->view, "MANY");
		view_text(v, "many", say(r, "{1} đơn vị trực thuộc", number(r, n, 0), NULL));
		view_text(v, "many_path", as_of(r, mem_printf(r->mem, "/unit?under=%lld",
		    (long long)u->id), day));
	} else if (n) {
		table_put(r, view_add(r->view, "CHILDREN"), "TABLE_CHILDREN", t, n, "");
	}
}

static void
put_signup(struct req *r, struct view *in, const struct unit_plan *p)
{
	struct view *v = view_add(in, "SIGNUP");

	view_text(v, "tag", *p->signup ? p->signup_tag : "none");
	view_text(v, "signup", *p->signup ? p->signup : tr(r->lang, "Chưa đăng ký"));
	if (*p->signup_due && !*p->signup) {
		struct view *d = view_add(v, "UNTIL");
		view_date(d, "due_day", p->signup_due);
		view_text(d, "far", how_far(r, p->signup_due));
	}
}

static void
put_plans(struct req *r, const struct unit *u, struct unit_plan *p)
{
	bool signups = sees_signup(r, u->id), receipts = sees_receipt(r, u->id);
	struct view *level = NULL;
	const char *last = "";
	int64_t n = 0;

	for (; p; p = p->next, n++) {
		if (!level || strcmp(p->level_label, last)) {
			level = view_add(r->view, "LEVEL");
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
			put_signup(r, v, p);
		if (receipts && p->sent)
			view_text(view_add(v, "RECEIVED"), "received", p->acknowledged
			    ? say(r, "ký nhận lúc {1}", moment(r, p->acknowledged), NULL)
			    : say(r, "gửi lúc {1}, chưa ký nhận", moment(r, p->sent), NULL));
	}
	view_text(r->view, "plan_count", number(r, n, 0));
	if (!n)
		view_add(r->view, "NO_PLAN");
}

static const struct column due_columns[] = {
	{ "period", "Kỳ báo cáo",    CELL_TEXT, false },
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
		return say(r, "Chưa gửi, {1}", how_far(r, d->due_date), NULL);
	if (*d->state)
		return d->state;
	return say(r, "Chưa làm, {1}", how_far(r, d->due_date), NULL);
}

static void
put_dues(struct req *r, struct unit_due *d)
{
	struct table *t = table_new(r, "Kỳ báo cáo phải làm", due_columns);
	int64_t n = 0;
	const char *tag;

	for (; d; d = d->next, n++) {
		table_row(t, NULL);
		table_text(t, mem_printf(r->mem, "%s, %s", d->form, d->name));
		table_text(t, d->asker_name);
		table_day(t, d->due_date);
		const char *word = due_state(r, d, &tag);
		table_tag(t, tag, word);
	}
	table_put(r, view_add(r->view, "DUES"), "TABLE_DUES", t, n,
	    "Chưa có kỳ báo cáo nào mở cho loại đơn vị này.");
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
	if (!known(r))
		return json_show(r, j);
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
	if (!sees_reports(r, u->id))
		return json_show(r, j);
	l = json_list(j, "reports");
	for (struct unit_due *d = unit_dues(r->db, r->mem, u->id, near, r->lang, DUES_SHOWN); d;
	    d = d->next) {
		struct json *o = json_record(l, NULL);
		json_text(o, "period", d->name);
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
		view_text(h, "heir_path", as_of(r, path_of(r, heir->id, ""), day));
	}
}

static int
one(struct req *r)
{
	const char *day = day_asked(r), *near;
	struct unit *u = unit_get(r->db, r->mem, r->id, day, r->lang);

	if (!u)
		return 404;
	if (r->face)
		return one_json(r, u, day);
	near = nearest(u, day);
	title(r, u->name);
	crumb(r, tr(r->lang, "Đơn vị"), as_of(r, "/unit", day));
	for (struct unit *up = unit_path(r->db, r->mem, u->id, day, r->lang); up; up = up->next)
		crumb(r, up->name, as_of(r, path_of(r, up->id, ""), day));
	view_text(r->view, "self", path_of(r, u->id, ""));
	view_text(r->view, "as_of_day", day_text(r, day));
	show_day(r, day);
	form_show_faults(r->form, r->view, r->lang, NULL);
	put_facts(r, u, day);
	put_plans(r, u, unit_plans(r->db, r->mem, u->id, near, r->lang));
	if (sees_reports(r, u->id))
		put_dues(r, unit_dues(r->db, r->mem, u->id, near, r->lang, DUES_SHOWN));
	if (known(r)) {
		put_heirs(r, u, day);
		put_history(r, unit_history(r->db, r->mem, u->id, r->lang), near);
		put_contacts(r, u, day);
	}
	put_children(r, u, day);
	if (!strcmp(u->valid_to, UNIT_OPEN)
	    && may_change(r, unit_get(r->db, r->mem, u->id, r->today, r->lang)))
		view_text(view_add(r->view, "MAY_CHANGE"), "code", u->code);
	return show(r, form_faults(r->form) ? 422 : 200, "unit_one");
}

/* ---- changing ---- */

/* The unit as it stands now, if this person may change it: else *status is 404, or
 * 409 because it has ended. */
static struct unit *
changeable(struct req *r, int *status)
{
	struct unit *u = unit_get(r->db, r->mem, r->id, r->today, r->lang);

	*status = 404;
	if (!u || !may_change(r, u))
		return NULL;
	*status = 409;
	return strcmp(u->valid_to, UNIT_OPEN) ? NULL : u;
}

static void
under_unit(struct req *r, const struct unit *u, const char *name)
{
	title(r, name);
	crumb(r, tr(r->lang, "Đơn vị"), "/unit");
	crumb(r, u->name, path_of(r, u->id, ""));
	view_text(r->view, "unit_name", u->name);
	view_text(r->view, "self", path_of(r, u->id, ""));
}

/* The unit of that code, or the only one of that name, living on that day. */
static struct unit *
named(struct req *r, const char *text, const char *day)
{
	struct unit *u = unit_by_code(r->db, r->mem, text, day, r->lang), *found = NULL;
	const char *plain = text_plain(r->mem, text);
	int64_t total;

	if (u)
		return u->live ? u : NULL;
	if (!*plain)
		return NULL;
	for (u = unit_list(r->db, r->mem, &(struct unit_ask){ .day = day, .lang = r->lang,
	    .words = plain, .limit = 1000 }, &total); u; u = u->next)
		if (!strcmp(u->name_plain, plain)) {
			if (found)
				return NULL;
			found = u;
		}
	return found;
}

/* A unit typed into a field; NULL with a fault there if it is none or not reached. */
static struct unit *
named_here(struct req *r, const char *field, const char *text, const char *day)
{
	struct unit *u = named(r, text, day);

	if (!u)
		form_wrong(r->form, field, "Không có đơn vị này vào ngày đó, hoặc có nhiều đơn vị cùng tên: ghi mã đơn vị, xem ở danh sách đơn vị");
	else if (!may_here(r, "unit.change", u->id))
		form_wrong(r->form, field, "Đơn vị này ngoài phạm vi bạn được sửa: chọn đơn vị khác hoặc nhờ quản trị cấp trên");
	else if (strcmp(u->valid_to, UNIT_OPEN))
		form_wrong(r->form, field, "Đơn vị này sắp thôi hoạt động: ghi mã của đơn vị kế thừa");
	else
		return u;
	return NULL;
}

struct edit {
	const char *code, *name, *short_name, *kind, *region, *address, *parent, *valid_from, *document;
};

#define ABOUT_NAME \
	FIELD(edit, name,       "Tên đơn vị", LINE, .min = 2, .max = 200), \
	FIELD(edit, short_name, "Tên viết tắt", LINE, true, .max = 20), \
	FIELD(edit, kind,       "Loại", LINE, .max = 20), \
	FIELD(edit, region,     "Khu vực", LINE, true, .max = 3), \
	FIELD(edit, address,    "Địa chỉ", LINE, true, .max = 300), \
	FIELD(edit, valid_from, "Từ ngày", DAY), \
	FIELD(edit, document,   "Theo văn bản", LINE, true, .max = 100)

static const struct field edit_fields[] = { ABOUT_NAME, { 0 } };

static const struct field add_fields[] = {
	FIELD(edit, code,   "Mã", LINE, .max = 20),
	FIELD(edit, parent, "Trực thuộc đơn vị", LINE, .max = 200),
	ABOUT_NAME,
	{ 0 }
};

static void
check_edit(struct req *r, const struct edit *e)
{
	if (*e->kind && !kind_is_known(r, e->kind))
		form_wrong(r->form, "kind", "Không có loại này: chọn một loại trong danh sách");
	if (*e->region && strcmp(e->region, "I") && strcmp(e->region, "II") && strcmp(e->region, "III"))
		form_wrong(r->form, "region", "Không có khu vực này: chọn trong danh sách");
}

static struct unit
unit_of(struct req *r, const struct edit *e)
{
	return (struct unit){
		.code = e->code, .name = e->name, .name_key = text_key(r->mem, e->name),
		.name_plain = text_plain(r->mem, e->name), .short_name = e->short_name,
		.kind = e->kind, .region = e->region, .address = e->address,
		.valid_from = e->valid_from, .document = e->document,
	};
}

static int
show_add(struct req *r, int status, const struct edit *e)
{
	form_open(r, r->view, "/unit/add");
	title(r, tr(r->lang, "Thêm đơn vị"));
	crumb(r, tr(r->lang, "Đơn vị"), "/unit");
	form_show(r->form, r->view, r->lang, add_fields, e);
	offer_kinds(r, typed(r, "kind", e->kind));
	offer_regions(r, typed(r, "region", e->region));
	return show(r, status, "unit_add");
}

static int
add_form(struct req *r)
{
	return show_add(r, 200, &(struct edit){ .code = "", .name = "", .short_name = "",
	    .kind = "commune", .region = "", .address = "", .parent = "",
	    .valid_from = r->today, .document = "" });
}

static int
add(struct req *r)
{
	struct edit e = { 0 };
	struct unit *parent = NULL, u;

	form_read(r->form, r->mem, add_fields, &e);
	check_edit(r, &e);
	if (*e.code && !unit_code_fits(e.code))
		form_wrong(r->form, "code", "Mã chỉ gồm chữ cái không dấu, chữ số và . - _ /, tối đa 20 ký tự");
	if (*e.code && unit_by_code(r->db, r->mem, e.code, r->today, r->lang))
		form_wrong(r->form, "code", "Mã này đã cấp cho một đơn vị; mã không dùng lại: ghi mã khác");
	if (*e.parent && text_is_day(e.valid_from))
		parent = named_here(r, "parent", e.parent, e.valid_from);
	if (form_faults(r->form))
		return show_add(r, 422, &e);
	u = unit_of(r, &e);
	u.parent = parent->id;
	int64_t id = unit_add(r->db, &u);
	e.parent = parent->name;
	changed_form(r, add_fields, &(struct edit){ .code = "", .name = "", .short_name = "",
	    .kind = "", .region = "", .address = "", .parent = "", .valid_from = "",
	    .document = "" }, &e);
	audit(r, "unit.add", id);
	return go(r, as_of(r, path_of(r, id, ""), strcmp(e.valid_from, r->today) > 0
	    ? e.valid_from : r->today));
}

static struct edit
edit_of(const struct unit *u)
{
	return (struct edit){ .name = u->name, .short_name = u->short_name, .kind = u->kind,
	    .region = u->region, .address = u->address, .valid_from = "", .document = "" };
}

static int
show_edit(struct req *r, int status, const struct unit *u, const struct edit *e)
{
	form_open(r, r->view, path_of(r, u->id, "/edit"));
	under_unit(r, u, say(r, "Sửa tên, loại: {1}", u->name, NULL));
	form_show(r->form, r->view, r->lang, edit_fields, e);
	offer_kinds(r, typed(r, "kind", e->kind));
	offer_regions(r, typed(r, "region", e->region));
	return show(r, status, "unit_edit");
}

static int
edit_form(struct req *r)
{
	int status;
	struct unit *u = changeable(r, &status);

	return u ? show_edit(r, 200, u, &(struct edit){ .name = u->name, .short_name = u->short_name,
	    .kind = u->kind, .region = u->region, .address = u->address, .valid_from = r->today,
	    .document = "" }) : status;
}

static int
edit(struct req *r)
{
	struct edit e = { 0 }, was;
	int status;
	struct unit *u = changeable(r, &status);

	if (!u)
		return status;
	form_read(r->form, r->mem, edit_fields, &e);
	check_edit(r, &e);
	if (text_is_day(e.valid_from)) {
		u = unit_get(r->db, r->mem, r->id, e.valid_from, r->lang);
		if (!u->live)
			form_wrong_at(r->form, "valid_from", tr(r->lang, "Từ ngày"), say(r,
			    "Đơn vị có từ ngày {1}: ghi ngày từ đó trở đi", day_text(r, u->valid_from), NULL));
	}
	was = edit_of(u);
	if (!form_faults(r->form) && !strcmp(was.name, e.name) && !strcmp(was.short_name, e.short_name)
	    && !strcmp(was.kind, e.kind) && !strcmp(was.region, e.region)
	    && !strcmp(was.address, e.address))
		form_wrong(r->form, "name", "Chưa có gì khác với dữ liệu vào ngày đó: sửa ít nhất một mục");
	if (form_faults(r->form))
		return show_edit(r, 422, u, &e);
	struct unit next = unit_of(r, &e);
	next.id = u->id;
	unit_change_name(r->db, &next, e.valid_from);
	changed_form(r, edit_fields, &was, &e);
	audit(r, "unit.change", u->id);
	return go(r, as_of(r, path_of(r, u->id, ""), e.valid_from));
}

struct move {
	const char *parent, *valid_from, *document;
};

static const struct field move_fields[] = {
	FIELD(move, parent,     "Trực thuộc đơn vị", LINE, .max = 200),
	FIELD(move, valid_from, "Từ ngày", DAY),
	FIELD(move, document,   "Theo văn bản", LINE, true, .max = 100),
	{ 0 }
};

static int
show_move(struct req *r, int status, const struct unit *u, const struct move *m)
{
	form_open(r, r->view, path_of(r, u->id, "/move"));
	under_unit(r, u, say(r, "Chuyển cấp trên: {1}", u->name, NULL));
	view_text(r->view, "parent_name", u->parent ? u->parent_name
	    : tr(r->lang, "không trực thuộc đơn vị nào"));
	form_show(r->form, r->view, r->lang, move_fields, m);
	return show(r, status, "unit_move");
}

static int
move_form(struct req *r)
{
	int status;
	struct unit *u = changeable(r, &status);

	return u ? show_move(r, 200, u, &(struct move){ "", r->today, "" }) : status;
}

static int
move(struct req *r)
{
	struct move m = { 0 };
	int status;
	struct unit *u = changeable(r, &status), *to = NULL;

	if (!u)
		return status;
	form_read(r->form, r->mem, move_fields, &m);
	if (text_is_day(m.valid_from)) {
		u = unit_get(r->db, r->mem, r->id, m.valid_from, r->lang);
		if (!u->live)
			form_wrong_at(r->form, "valid_from", tr(r->lang, "Từ ngày"), say(r,
			    "Đơn vị có từ ngày {1}: ghi ngày từ đó trở đi", day_text(r, u->valid_from), NULL));
		if (*m.parent)
			to = named_here(r, "parent", m.parent, m.valid_from);
	}
	if (to && to->id == u->parent)
		form_wrong(r->form, "parent", "Vào ngày đó đơn vị đã trực thuộc đơn vị này: chọn đơn vị khác");
	if (!form_faults(r->form) && !unit_move(r->db, u->id, to->id, m.valid_from, m.document))
		form_wrong(r->form, "parent", "Đơn vị sẽ thành cấp trên của chính mình: chọn đơn vị không nằm dưới nó");
	if (form_faults(r->form))
		return show_move(r, 422, u, &m);
	m.parent = to->name;
	changed_form(r, move_fields, &(struct move){ u->parent_name, "", "" }, &m);
	may_change(r, u);	/* the line names the mandate that reaches the unit */
	audit(r, "unit.move", u->id);
	return go(r, as_of(r, path_of(r, u->id, ""), m.valid_from));
}

struct end {
	const char *valid_to, *successor, *document, *note;
};

static const struct field end_fields[] = {
	FIELD(end, valid_to,  "Ngày hoạt động cuối cùng", DAY),
	FIELD(end, successor, "Đơn vị làm tiếp", LINE, true, .max = 200),
	FIELD(end, document,  "Theo văn bản", LINE, .min = 3, .max = 100),
	FIELD(end, note,      "Ghi chú", LINE, true, .max = 500),
	{ 0 }
};

static int
show_end(struct req *r, int status, const struct unit *u, const struct end *e)
{
	int64_t n = 0;
	bool open = false;

	form_open(r, r->view, path_of(r, u->id, "/end"));
	under_unit(r, u, say(r, "Sáp nhập hoặc giải thể: {1}", u->name, NULL));
	form_show(r->form, r->view, r->lang, end_fields, e);
	for (struct unit *c = unit_children(r->db, r->mem, u->id, r->today, r->lang); c; c = c->next)
		n++;
	view_text(r->view, "children", number(r, n, 0));
	for (struct unit_due *d = unit_dues(r->db, r->mem, u->id, r->today, r->lang, DUES_SHOWN); d;
	    d = d->next)
		if (!d->sent) {
			struct view *v = view_add(r->view, "OPEN");
			view_text(v, "open_name", mem_printf(r->mem, "%s, %s", d->form, d->name));
			view_date(v, "open_due", d->due_date);
			open = true;
		}
	if (!open)
		view_add(r->view, "NO_OPEN");
	return show(r, status, "unit_end");
}

static int
end_form(struct req *r)
{
	int status;
	struct unit *u = changeable(r, &status);

	return u ? show_end(r, 200, u, &(struct end){ day_before(r, r->today), "", "", "" }) : status;
}

/* The children go over to the one that carries on. */
static void
hand_over(struct req *r, int64_t id, int64_t to, const char *from, const char *document)
{
	for (struct unit *c = unit_children(r->db, r->mem, id, from, r->lang); c; c = c->next)
		if (!unit_move(r->db, c->id, to, from, document)) {
			form_wrong(r->form, "successor", "Đơn vị làm tiếp nằm trong đơn vị sắp kết thúc: chuyển nó lên trước");
			return;
		}
}

static int
end(struct req *r)
{
	struct end e = { 0 };
	int status;
	struct unit *u = changeable(r, &status), *heir = NULL;
	const char *next = "";

	if (!u)
		return status;
	form_read(r->form, r->mem, end_fields, &e);
	if (text_is_day(e.valid_to)) {
		next = text_day_add(r->mem, e.valid_to, 1);
		if (strcmp(e.valid_to, u->valid_from) < 0)
			form_wrong_at(r->form, "valid_to", tr(r->lang, "Ngày hoạt động cuối cùng"), say(r,
			    "Đơn vị có từ ngày {1}: ghi ngày từ đó trở đi", day_text(r, u->valid_from), NULL));
		if (!next)
			form_wrong_at(r->form, "valid_to", tr(r->lang, "Ngày hoạt động cuối cùng"), say(r,
			    "Ngày muộn nhất ghi được là {1}: ghi ngày đó hoặc một ngày trước đó",
			    day_text(r, day_before(r, UNIT_OPEN)), NULL));
		else if (*e.successor)
			heir = named_here(r, "successor", e.successor, next);
	}
	if (heir && heir->id == u->id)
		form_wrong(r->form, "successor", "Đơn vị không làm tiếp việc của chính mình: ghi đơn vị khác hoặc để trống");
	if (!form_faults(r->form) && heir)
		hand_over(r, u->id, heir->id, next, e.document);
	if (!form_faults(r->form) && unit_has_children(r->db, u->id, next))
		form_wrong(r->form, heir ? "valid_to" : "successor",
		    "Sau ngày đó còn đơn vị trực thuộc: ghi đơn vị làm tiếp, hoặc chuyển các đơn vị ấy đi trước");
	if (form_faults(r->form))
		return show_end(r, 422, u, &e);
	unit_end(r->db, u->id, e.valid_to);
	unit_succeed(r->db, unit_event_add(r->db, heir ? "merge" : "dissolve", next, e.document,
	    e.note), u->id, heir ? heir->id : u->id, heir ? 10000 : 0);
	if (heir)
		e.successor = heir->name;
	changed_form(r, end_fields, &(struct end){ u->valid_to, "", "", "" }, &e);
	may_change(r, u);	/* the line names the mandate that reaches the unit */
	audit(r, "unit.end", u->id);
	return go(r, path_of(r, u->id, ""));
}

/* ---- whom to call ---- */

struct contact {
	const char *name, *post, *phone, *valid_from;
};

static const struct field contact_fields[] = {
	FIELD(contact, name,       "Họ tên", LINE, .min = 2, .max = 120),
	FIELD(contact, post,       "Chức vụ, việc phụ trách", LINE, true, .max = 120),
	FIELD(contact, phone,      "Điện thoại", LINE, .max = 30),
	FIELD(contact, valid_from, "Từ ngày", DAY),
	{ 0 }
};

struct until {
	const char *valid_to;
};

static const struct field until_fields[] = {
	FIELD(until, valid_to, "Ngày cuối", DAY),
	{ 0 }
};

static int
show_contacts(struct req *r, int status, const struct unit *u, const struct contact *c)
{
	form_open(r, r->view, path_of(r, u->id, "/contact"));
	under_unit(r, u, say(r, "Người liên hệ: {1}", u->name, NULL));
	form_show(r->form, r->view, r->lang, contact_fields, c);
	for (struct unit_contact *k = unit_contacts(r->db, r->mem, u->id, ""); k; k = k->next) {
		struct view *v = view_add(r->view, "CONTACT"), *e;
		view_text(v, "contact_name", k->name);
		view_text(v, "contact_post", *k->post ? k->post : tr(r->lang, "chưa có"));
		view_text(v, "contact_phone", *k->phone ? k->phone : tr(r->lang, "chưa có"));
		view_date(v, "since", k->valid_from);
		if (strcmp(k->valid_to, UNIT_OPEN)) {
			view_date(view_add(v, "GONE"), "till", k->valid_to);
			continue;
		}
		e = view_add(v, "END");
		form_open(r, e, mem_printf(r->mem, "%s/%lld", path_of(r, u->id, "/contact"),
		    (long long)k->id));
		view_int(e, "row", k->id);
		view_text(e, "contact_name", k->name);
		view_date(e, "valid_to", r->today);
	}
	return show(r, status, "unit_contact");
}

static struct contact
no_contact(struct req *r)
{
	return (struct contact){ "", "", "", r->today };
}

static int
contact_form(struct req *r)
{
	int status;
	struct unit *u = changeable(r, &status);
	struct contact c = no_contact(r);

	return u ? show_contacts(r, 200, u, &c) : status;
}

static int
contact_add(struct req *r)
{
	struct contact c = { 0 };
	int status;
	struct unit *u = changeable(r, &status);

	if (!u)
		return status;
	form_read(r->form, r->mem, contact_fields, &c);
	if (!unit_phone_fits(c.phone))
		form_wrong(r->form, "phone", "Số điện thoại chỉ gồm chữ số, dấu cách và + . - ( )");
	if (text_is_day(c.valid_from) && strcmp(c.valid_from, u->valid_from) < 0)
		form_wrong_at(r->form, "valid_from", tr(r->lang, "Từ ngày"), say(r,
		    "Đơn vị có từ ngày {1}: ghi ngày từ đó trở đi", day_text(r, u->valid_from), NULL));
	if (form_faults(r->form))
		return show_contacts(r, 422, u, &c);
	unit_contact_add(r->db, &(struct unit_contact){ .unit = u->id, .name = c.name,
	    .post = c.post, .phone = c.phone, .valid_from = c.valid_from });
	struct contact none = { "", "", "", "" };
	changed_form(r, contact_fields, &none, &c);
	audit(r, "unit.contact_add", u->id);
	return go(r, path_of(r, u->id, "/contact"));
}

static int
contact_end(struct req *r)
{
	struct until e = { 0 };
	int status;
	struct unit *u = changeable(r, &status);
	struct unit_contact *k = u ? unit_contact_get(r->db, r->mem, r->id2) : NULL;
	struct contact c = no_contact(r);

	if (!u || !k || k->unit != u->id)
		return u ? 404 : status;
	if (form_read(r->form, r->mem, until_fields, &e) && strcmp(e.valid_to, k->valid_from) < 0)
		form_wrong_at(r->form, "valid_to", tr(r->lang, "Ngày cuối"), say(r,
		    "Người này phụ trách từ {1}: ghi ngày từ đó trở đi", day_text(r, k->valid_from), NULL));
	if (form_faults(r->form))
		return show_contacts(r, 422, u, &c);
	unit_contact_end(r->db, k->id, e.valid_to);
	changed(r, "name", "", k->name);
	changed(r, "valid_to", k->valid_to, e.valid_to);
	audit(r, "unit.contact_end", u->id);
	return go(r, path_of(r, u->id, "/contact"));
}

/* ---- clusters and blocs ---- */

static const struct column group_columns[] = {
	{ "name",    "Cụm, khối",     CELL_TEXT,  false },
	{ "kind",    "Loại",          CELL_TEXT,  false },
	{ "members", "Số thành viên", CELL_COUNT, false },
	{ "head",    "Trưởng",        CELL_TEXT,  false },
	{ "unit",    "Hội đồng lập",  CELL_TEXT,  false },
	{ "since",   "Từ ngày",       CELL_DAY,   false },
	{ 0 }
};

static const char *
group_kind(struct req *r, const char *kind)
{
	return tr(r->lang, !strcmp(kind, "cluster") ? "Cụm thi đua" : "Khối thi đua");
}

static int
groups(struct req *r)
{
	const char *day = day_asked(r);
	struct table *t = table_new(r, "Cụm, khối thi đua", group_columns);
	int64_t n = 0;

	for (struct unit_group *g = unit_groups(r->db, r->mem, day); g; g = g->next, n++) {
		table_row(t, as_of(r, group_path(r, g->id, ""), day));
		table_text(t, g->name);
		table_text(t, group_kind(r, g->kind));
		table_count(t, g->members);
		if (*g->head_name)
			table_text(t, g->head_name);
		else
			table_nothing(t, "chưa có");
		table_text(t, g->unit_name);
		table_day(t, g->valid_from);
	}
	title(r, tr(r->lang, "Cụm, khối thi đua"));
	crumb(r, tr(r->lang, "Đơn vị"), "/unit");
	show_day(r, day);
	form_show_faults(r->form, r->view, r->lang, NULL);
	if (may(r, "unit.change"))
		view_add(r->view, "MAY_CHANGE");
	return table_show(r, form_faults(r->form) ? 422 : 200, "unit_groups", t, n,
	    "Vào ngày này chưa có cụm, khối nào. Người quản trị lập cụm, khối theo thông báo của Hội đồng.");
}

struct group {
	const char *kind, *name, *unit, *valid_from, *document;
};

static const struct field group_fields[] = {
	FIELD(group, kind,       "Loại", LINE, .max = 10),
	FIELD(group, name,       "Tên cụm, khối", LINE, .min = 2, .max = 200),
	FIELD(group, unit,       "Hội đồng của đơn vị", LINE, .max = 200),
	FIELD(group, valid_from, "Từ ngày", DAY),
	FIELD(group, document,   "Theo văn bản", LINE, true, .max = 100),
	{ 0 }
};

static int
show_group_add(struct req *r, int status, const struct group *g)
{
	const char *kind;

	form_open(r, r->view, "/unit/group/add");
	title(r, tr(r->lang, "Lập cụm, khối"));
	crumb(r, tr(r->lang, "Đơn vị"), "/unit");
	crumb(r, tr(r->lang, "Cụm, khối thi đua"), "/unit/group");
	form_show(r->form, r->view, r->lang, group_fields, g);
	kind = typed(r, "kind", g->kind);
	option(r->view, "KIND", "cluster", tr(r->lang, "Cụm thi đua"), kind);
	option(r->view, "KIND", "bloc", tr(r->lang, "Khối thi đua"), kind);
	return show(r, status, "unit_group_add");
}

static int
group_form(struct req *r)
{
	return show_group_add(r, 200, &(struct group){ "cluster", "", "", r->today, "" });
}

static int
group_add(struct req *r)
{
	struct group g = { 0 };
	struct unit *u = NULL;

	form_read(r->form, r->mem, group_fields, &g);
	if (*g.kind && strcmp(g.kind, "cluster") && strcmp(g.kind, "bloc"))
		form_wrong(r->form, "kind", "Không có loại này: chọn một loại trong danh sách");
	if (*g.unit && text_is_day(g.valid_from))
		u = named_here(r, "unit", g.unit, g.valid_from);
	if (form_faults(r->form))
		return show_group_add(r, 422, &g);
	int64_t id = unit_group_add(r->db, &(struct unit_group){ .kind = g.kind, .name = g.name,
	    .unit = u->id, .valid_from = g.valid_from, .document = g.document });
	g.unit = u->name;
	changed_form(r, group_fields, &(struct group){ "", "", "", "", "" }, &g);
	audit(r, "unit.group_add", id);
	return go(r, group_path(r, id, ""));
}

struct member {
	const char *unit, *valid_from;
	int64_t head;
};

static const struct field member_fields[] = {
	FIELD(member, unit,       "Đơn vị", LINE, .max = 200),
	FIELD(member, valid_from, "Từ ngày", DAY),
	{ 0 }
};

static const char *
head_text(struct req *r, int64_t head)
{
	return tr(r->lang, head == 1 ? "trưởng" : head == 2 ? "phó" : "thành viên");
}

static int
show_group(struct req *r, int status, const struct unit_group *g, const char *day,
    const struct member *m)
{
	bool mine = may_here(r, "unit.change", g->unit)
	    && !strcmp(g->valid_to, UNIT_OPEN);
	struct view *change = mine ? view_add(r->view, "MAY_CHANGE") : NULL, *v;

	title(r, g->name);
	crumb(r, tr(r->lang, "Đơn vị"), "/unit");
	crumb(r, tr(r->lang, "Cụm, khối thi đua"), "/unit/group");
	if (mine) {
		form_open(r, change, group_path(r, g->id, "/member"));
		form_show(r->form, change, r->lang, member_fields, m);
		for (int64_t i = 0; i < 3; i++)
			option(change, "HEAD", mem_printf(r->mem, "%lld", (long long)i), head_text(r, i),
			    typed(r, "head", "0"));
		v = view_add(r->view, "MAY_END");
		form_open(r, v, group_path(r, g->id, "/end"));
		view_date(v, "valid_to", r->today);
	}
	form_show_faults(r->form, r->view, r->lang, member_fields);
	view_text(r->view, "group_kind", group_kind(r, g->kind));
	view_text(r->view, "unit_name", g->unit_name);
	view_text(r->view, "unit_path", path_of(r, g->unit, ""));
	view_text(r->view, "document", *g->document ? g->document : tr(r->lang, "chưa có"));
	view_text(r->view, "life", strcmp(g->valid_to, UNIT_OPEN) ? say(r, "từ {1} đến {2}",
	    day_text(r, g->valid_from), day_text(r, g->valid_to))
	    : say(r, "từ {1}", day_text(r, g->valid_from), NULL));
	struct unit_member *k = unit_members(r->db, r->mem, g->id, day);
	if (!k)
		view_add(r->view, "NO_MEMBER");
	struct view *all = k ? view_add(r->view, "MEMBERS") : NULL;
	if (mine && all)
		view_add(all, "ENDS");
	for (; k; k = k->next) {
		v = view_add(all, "MEMBER");
		view_text(v, "member_name", k->unit_name);
		view_text(v, "member_path", path_of(r, k->unit, ""));
		view_text(v, "member_code", k->unit_code);
		view_text(v, "member_head", head_text(r, k->head));
		view_date(v, "since", k->valid_from);
		if (!mine)
			continue;
		struct view *e = view_add(v, "END");
		form_open(r, e, mem_printf(r->mem, "%s/%lld", group_path(r, g->id, "/member"),
		    (long long)k->unit));
		view_int(e, "row", k->unit);
		view_text(e, "member_name", k->unit_name);
		view_date(e, "valid_to", r->today);
	}
	return show(r, status, "unit_group");
}

static struct member
no_member(struct req *r)
{
	return (struct member){ "", r->today, 0 };
}

static int
group_one(struct req *r)
{
	const char *day = day_asked(r);
	struct unit_group *g = unit_group_get(r->db, r->mem, r->id, day);
	struct member m = no_member(r);

	return g ? show_group(r, form_faults(r->form) ? 422 : 200, g, day, &m) : 404;
}

/* The group, if this person may redraw it: else *status is 404 or 409. */
static struct unit_group *
redrawable(struct req *r, int *status)
{
	struct unit_group *g = unit_group_get(r->db, r->mem, r->id, r->today);

	*status = 404;
	if (!g || !may_here(r, "unit.change", g->unit))
		return NULL;
	*status = 409;
	return strcmp(g->valid_to, UNIT_OPEN) ? NULL : g;
}

static void
check_member(struct req *r, const struct unit_group *g, const struct unit *u, const char *from)
{
	if (strcmp(from, g->valid_from) < 0)
		form_wrong_at(r->form, "valid_from", tr(r->lang, "Từ ngày"), say(r,
		    "Cụm, khối có từ ngày {1}: ghi ngày từ đó trở đi", day_text(r, g->valid_from), NULL));
	for (struct unit_member *m = unit_groups_of(r->db, r->mem, u->id, from); m; m = m->next) {
		struct unit_group *other = m->group == g->id ? NULL
		    : unit_group_get(r->db, r->mem, m->group, from);
		if (other && other->unit == g->unit)
			form_wrong_at(r->form, "unit", tr(r->lang, "Đơn vị"), say(r,
			    "Đơn vị đang ở {1}: cho rời cụm, khối ấy trước", other->name, NULL));
	}
}

static int
member_add(struct req *r)
{
	struct member m = { 0 };
	int status;
	struct unit_group *g = redrawable(r, &status);
	struct unit *u = NULL;
	const char *was = "";

	if (!g)
		return status;
	form_read(r->form, r->mem, member_fields, &m);
	m.head = sent_number(r, "head");
	if (m.head < 0 || m.head > 2)
		form_wrong_at(r->form, "head", tr(r->lang, "Vai trò"),
		    tr(r->lang, "Không có vai trò này: chọn trong danh sách"));
	if (*m.unit && text_is_day(m.valid_from)
	    && (u = named_here(r, "unit", m.unit, m.valid_from)))
		check_member(r, g, u, m.valid_from);
	if (form_faults(r->form))
		return show_group(r, 422, g, r->today, &m);
	for (struct unit_member *k = unit_members(r->db, r->mem, g->id, m.valid_from); k; k = k->next)
		if (k->unit == u->id)
			was = head_text(r, k->head);
	unit_member_add(r->db, g->id, u->id, m.head, m.valid_from);
	changed(r, "unit", *was ? u->name : "", u->name);
	changed(r, "head", was, head_text(r, m.head));
	changed(r, "valid_from", "", m.valid_from);
	audit(r, "unit.member_add", g->id);
	return go(r, group_path(r, g->id, ""));
}

static int
member_end(struct req *r)
{
	struct until e = { 0 };
	int status;
	struct unit_group *g = redrawable(r, &status);
	struct unit_member *k = g ? unit_members(r->db, r->mem, g->id, r->today) : NULL;
	struct member m = no_member(r);

	while (k && k->unit != r->id2)
		k = k->next;
	if (!k)
		return g ? 404 : status;
	if (form_read(r->form, r->mem, until_fields, &e) && strcmp(e.valid_to, k->valid_from) < 0)
		form_wrong_at(r->form, "valid_to", tr(r->lang, "Ngày cuối"), say(r,
		    "Đơn vị vào cụm, khối từ {1}: ghi ngày từ đó trở đi", day_text(r, k->valid_from), NULL));
	if (form_faults(r->form))
		return show_group(r, 422, g, r->today, &m);
	unit_member_end(r->db, g->id, k->unit, e.valid_to);
	changed(r, "unit", "", k->unit_name);
	changed(r, "valid_to", k->valid_to, e.valid_to);
	audit(r, "unit.member_end", g->id);
	return go(r, group_path(r, g->id, ""));
}

static int
group_end(struct req *r)
{
	struct until e = { 0 };
	int status;
	struct unit_group *g = redrawable(r, &status);
	struct member m = no_member(r);

	if (!g)
		return status;
	if (form_read(r->form, r->mem, until_fields, &e) && strcmp(e.valid_to, g->valid_from) < 0)
		form_wrong_at(r->form, "valid_to", tr(r->lang, "Ngày cuối"), say(r,
		    "Cụm, khối có từ ngày {1}: ghi ngày từ đó trở đi", day_text(r, g->valid_from), NULL));
	if (form_faults(r->form))
		return show_group(r, 422, g, r->today, &m);
	unit_group_end(r->db, g->id, e.valid_to);
	changed(r, "valid_to", g->valid_to, e.valid_to);
	audit(r, "unit.group_end", g->id);
	return go(r, "/unit/group");
}

/* ---- from a sheet ---- */

static int
show_import(struct req *r, int status)
{
	form_open(r, r->view, "/unit/import");
	title(r, tr(r->lang, "Nhập đơn vị từ bảng tính"));
	crumb(r, tr(r->lang, "Đơn vị"), "/unit");
	form_show_faults(r->form, r->view, r->lang, NULL);
	const char *why = form_fault(r->form, "file");
	view_text(r->view, "file_invalid", why ? "true" : "false");
	if (why)
		view_text(view_add(r->view, "file_error"), "why", tr(r->lang, why));
	return status < 400 ? look_only(r, status, "unit_import") : show(r, status, "unit_import");
}

static int
import_form(struct req *r)
{
	if (r->face == CSV) {
		size_t n;
		const char *bytes = unit_import_sample(r->mem, &n);
		return give(r, "text/csv; charset=utf-8", "mau-nhap-don-vi.csv", bytes, n);
	}
	return show_import(r, 200);
}

static int
refuse_file(struct req *r, const char *why_ready)
{
	form_wrong_at(r->form, "file", tr(r->lang, "Tệp bảng tính"), why_ready);
	return show_import(r, 422);
}

static int
show_bad_rows(struct req *r, const struct unit_import *in)
{
	struct view *v = view_add(r->view, "BAD");
	int n = 0;

	view_text(v, "bad_rows", number(r, in->bad_rows, 0));
	for (const struct import_fault *f = in->faults; f && n < FAULTS_SHOWN; f = f->next, n++) {
		struct view *one_ = view_add(v, "FAULTY");
		view_int(one_, "row", f->row);
		view_text(one_, "column", f->column);
		view_text(one_, "why", f->why);
	}
	if (n == FAULTS_SHOWN)
		view_add(v, "FAULTS_CUT");
	return show_import(r, 422);
}

static void
show_changes(struct req *r, struct view *v, const struct import_row *row)
{
	for (const struct change *c = row->changes; c; c = c->next) {
		if (!strcmp(c->field, "valid_from"))
			continue;	/* has a column of its own */
		struct view *one_ = view_add(v, "DIFFERENCE");
		view_text(view_add(one_, "INSTEAD"), "difference_old", *c->old ? c->old
		    : tr(r->lang, "chưa có"));
		view_text(one_, "difference", c->new);
	}
}

/* What would be done; the rows travel in the form that confirms it. */
static int
show_trial(struct req *r, const struct unit_import *in, const struct sheet *s)
{
	struct view *v = view_add(r->view, "TRIAL");
	int n = 0;
	size_t length;
	const char *rows = unit_import_spell(r->mem, s, &length);

	if (length > ROWS_MAX)
		return refuse_file(r, tr(r->lang, "Bảng có quá nhiều chữ để nhập một lần: chia thành nhiều tệp, mỗi tệp tối đa 1 MB"));
	view_text(v, "added", number(r, in->added, 0));
	view_text(v, "changed", number(r, in->changed, 0));
	view_text(v, "unchanged", number(r, in->unchanged, 0));
	for (const struct import_row *row = in->rows; row; row = row->next) {
		if (row->what == ROW_SAME || n++ >= SHOWN)
			continue;
		struct view *one_ = view_add(v, "LINE");
		view_int(one_, "row", row->number);
		view_text(one_, "what", tr(r->lang, row->what == ROW_ADD ? "thêm" : "sửa"));
		view_text(one_, "line_code", row->code);
		view_text(one_, "line_name", row->name);
		view_date(one_, "line_from", row->from);
		if (row->what == ROW_ADD)
			view_text(view_add(one_, "DIFFERENCE"), "difference", say(r, "{1}, trực thuộc mã {2}",
			    row->kind_label, row->parent_code));
		else
			show_changes(r, one_, row);
	}
	if (n > SHOWN)
		view_text(view_add(v, "LINES_CUT"), "rest", number(r, n - SHOWN, 0));
	if (in->added + in->changed) {
		struct view *go_on = view_add(v, "CONFIRM");
		form_open(r, go_on, "/unit/import");
		view_text(go_on, "rows", rows);
	} else {
		view_add(v, "NOTHING");
	}
	return show_import(r, 200);
}

static int
import(struct req *r)
{
	size_t length = 0;
	const char *name, *bytes = form_file(r->form, "file", &length, &name);
	bool confirmed = form_sent(r->form, "rows");

	if (confirmed)
		bytes = form_get(r->form, "rows"), length = strlen(bytes);
	if (!bytes || !length)
		return refuse_file(r, tr(r->lang, "Chưa chọn tệp: chọn tệp .xlsx hoặc .csv theo mẫu"));
	struct sheet *s = sheet_read(r->mem, bytes, length);
	struct unit_import *in = unit_import_check(r->db, r->mem, s, r->today, r->who.id, r->lang);
	if (in->wrong)
		return refuse_file(r, in->wrong);
	if (in->faults)
		return show_bad_rows(r, in);
	if (!confirmed || !(in->added + in->changed))
		return show_trial(r, in, s);
	if (!unit_import_apply(r->db, r->mem, in))
		return show_bad_rows(r, in);
	for (const struct import_row *row = in->rows; row; row = row->next) {
		if (row->what == ROW_SAME)
			continue;
		for (const struct change *c = row->changes; c; c = c->next)
			changed(r, c->field, c->old, c->new);
		may_here(r, "unit.change", row->id);
		audit(r, row->what == ROW_ADD ? "unit.add" : "unit.change", row->id);
	}
	return go(r, "/unit");
}

const struct page page = {
	.name = "unit",
	.body_max = BODY_MAX,
	.grants = (const struct grant[]){
		SIGNED_IN, POSTING,
		{ "unit", READ | ADD | CHANGE | REMOVE },
		{ "plan", READ },
		{ "signup", READ },
		{ "report", READ },
		{ 0 }
	},
	.routes = (const struct route[]){
		{ GET,  "/unit",                  ANYONE,        list,         LIST },
		{ GET,  "/unit/#",                ANYONE,        one,          RECORD },
		{ GET,  "/unit/add",              "unit.change", add_form,     0 },
		{ POST, "/unit/add",              "unit.change", add,          0 },
		{ GET,  "/unit/#/edit",           "unit.change", edit_form,    0 },
		{ POST, "/unit/#/edit",           "unit.change", edit,         0 },
		{ GET,  "/unit/#/move",           "unit.change", move_form,    0 },
		{ POST, "/unit/#/move",           "unit.change", move,         0 },
		{ GET,  "/unit/#/end",            "unit.change", end_form,     0 },
		{ POST, "/unit/#/end",            "unit.change", end,          0 },
		{ GET,  "/unit/#/contact",        "unit.change", contact_form, 0 },
		{ POST, "/unit/#/contact",        "unit.change", contact_add,  0 },
		{ POST, "/unit/#/contact/#",      "unit.change", contact_end,  0 },
		{ GET,  "/unit/group",            ANYONE,        groups,       LIST },
		{ GET,  "/unit/group/add",        "unit.change", group_form,   0 },
		{ POST, "/unit/group/add",        "unit.change", group_add,    0 },
		{ GET,  "/unit/group/#",          ANYONE,        group_one,    0 },
		{ POST, "/unit/group/#/member",   "unit.change", member_add,   0 },
		{ POST, "/unit/group/#/member/#", "unit.change", member_end,   0 },
		{ POST, "/unit/group/#/end",      "unit.change", group_end,    0 },
		{ GET,  "/unit/import",           "unit.change", import_form,  CSV },
		{ POST, "/unit/import",           "unit.change", import,       0 },
		{ 0 }
	},
};
