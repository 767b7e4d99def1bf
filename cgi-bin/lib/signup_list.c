/* signup_list.c - what is to be signed up to; who has, who has not, whom to call. */

#include "cgi-bin/lib/signup_page.h"

#include "db/plan.h"

static const struct column mine_columns[] = {
	{ "subject", "Kế hoạch",       CELL_TEXT, true },
	{ "number",  "Số, ký hiệu",    CELL_CODE, true },
	{ "unit",    "Đơn vị",         CELL_TEXT, true },
	{ "due",     "Hạn đăng ký",    CELL_DAY,  true },
	{ "state",   "Tình trạng",     CELL_TAG,  true },
	{ 0 }
};

static int
list_mine(struct req *r)
{
	int64_t total;
	struct signup_ask ask = {
		.account = r->who.id, .day = r->today, .lang = r->lang,
		.sort = table_sort(r, mine_columns, 0),
		.limit = table_limit(r), .skip = table_skip(r),
	};
	struct table *t = table_new(r, "Kế hoạch đơn vị bạn đăng ký tham gia", mine_columns);

	for (struct signup *s = signup_mine(r->db, r->mem, &ask, &total); s; s = s->next) {
		const char *tag, *word = signup_standing(r, s, &tag);
		table_row(t, s->stands ? signup_path(r, s->id) : signup_form_path(r, s));
		table_text(t, s->subject);
		table_text(t, signup_number(r, s->number));
		table_text(t, s->unit_name);
		table_day(t, s->last_day);
		table_tag(t, tag, word);
	}
	return table_show(r, 200, "signup_list", t, total,
	    "Chưa có kế hoạch nào gửi tới đơn vị bạn hoặc dành cho loại đơn vị của bạn. Khi có, kế hoạch hiện ở đây cùng hạn đăng ký.");
}

static const struct column count_columns[] = {
	{ "subject",    "Kế hoạch",        CELL_TEXT,  true },
	{ "number",     "Số, ký hiệu",     CELL_CODE,  true },
	{ "due",        "Hạn đăng ký",     CELL_DAY,   true },
	{ "registered", "Đã đăng ký",      CELL_COUNT, true },
	{ "expected",   "Phải đăng ký",    CELL_COUNT, true },
	{ "missing",    "Chưa đăng ký",    CELL_COUNT, true },
	{ "late",       "Muộn",            CELL_COUNT, true },
	{ "nobody",     "Chưa có người dùng", CELL_COUNT, true },
	{ 0 }
};

static int
list_counts(struct req *r)
{
	int64_t total;
	struct signup_ask ask = {
		.account = r->who.id, .day = r->today, .lang = r->lang,
		.sort = table_sort(r, count_columns, 0),
		.limit = table_limit(r), .skip = table_skip(r),
	};
	struct table *t = table_new(r, "Tình hình đăng ký từng kế hoạch", count_columns);

	for (struct signup_count *c = signup_counts(r->db, r->mem, &ask, &total); c; c = c->next) {
		table_row(t, signup_plan_path(r, c->plan, "/units"));
		table_text(t, c->subject);
		table_text(t, signup_number(r, c->number));
		table_day(t, c->last_day);
		table_count(t, c->registered);
		table_count(t, c->expected);
		table_count(t, c->expected - c->registered);
		table_count(t, c->late);
		table_count(t, c->nobody);
	}
	return table_show(r, 200, "signup_list", t, total, may(r, "signup.follow")
	    ? "Chưa có kế hoạch nào mà đơn vị bạn theo dõi phải đăng ký. Kế hoạch hiện ở đây khi được ban hành."
	    : "Bạn chưa được giao đăng ký hay theo dõi việc đăng ký cho đơn vị nào. Đề nghị người quản trị của đơn vị giao vai trò.");
}

/* Who writes and follows both has the two lists, at two addresses. */
int
signup_list(struct req *r)
{
	bool writes = may(r, "signup.write"), follows = may(r, "signup.follow");
	bool all = !writes || (follows && !strcmp(form_get(r->form, "of"), "all"));

	title(r, tr(r->lang, "Đăng ký tham gia, chỉ tiêu"));
	if (writes && follows)
		view_add(view_add(r->view, "BOTH"), all ? "ALL" : "MINE");
	return all ? list_counts(r) : list_mine(r);
}

/* ---- the units of a plan ---- */

static const struct column unit_columns[] = {
	{ "unit",      "Đơn vị",        CELL_TEXT,  true },
	{ "parent",    "Thuộc",         CELL_TEXT,  true },
	{ "state",     "Tình trạng",    CELL_TAG,   true },
	{ "first_day", "Ngày đăng ký",  CELL_DAY,   true },
	{ "targets",   "Số chỉ tiêu",   CELL_COUNT, true },
	{ "contact",   "Người liên hệ", CELL_TEXT,  false },
	{ "phone",     "Điện thoại",    CELL_CODE,  false },
	{ 0 }
};

/* Of those that have not signed up: whom to call.  Sorted as above. */
static const struct column call_columns[] = {
	{ "unit",      "Đơn vị",        CELL_TEXT,  true },
	{ "parent",    "Thuộc",         CELL_TEXT,  true },
	{ "state",     "Tình trạng",    CELL_TAG,   true },
	{ "contact",   "Người liên hệ", CELL_TEXT,  false },
	{ "phone",     "Điện thoại",    CELL_CODE,  false },
	{ 0 }
};

/* What ?state= asks for, in words, and what the list then is. */
static const struct state {
	const char *state, *label, *caption;
	const struct column *columns;
} states[] = {
	{ "",           "tất cả",       "Đơn vị đăng ký tham gia, chưa đăng ký xếp trước",
	    unit_columns },
	{ "missing",    "chưa đăng ký", "Đơn vị chưa đăng ký tham gia", call_columns },
	{ "registered", "đã đăng ký",   "Đơn vị đã đăng ký tham gia", unit_columns },
	{ "late",       "đăng ký muộn", "Đơn vị đăng ký muộn", unit_columns },
	{ "nobody",     "chưa có người dùng trên cổng", "Đơn vị chưa có người dùng trên cổng",
	    call_columns },
};
enum { STATES = sizeof(states) / sizeof(*states) };

static const struct column total_columns[] = {
	{ "indicator", "Chỉ số",         CELL_TEXT,    false },
	{ "measure",   "Đơn vị tính",    CELL_TEXT,    false },
	{ "year",      "Năm",            CELL_TEXT,    false },
	{ "value",     "Cộng chỉ tiêu",  CELL_DECIMAL, false },
	{ "units",     "Số đơn vị",      CELL_COUNT,   false },
	{ 0 }
};

static void
show_totals(struct req *r, const struct signup_ask *ask)
{
	struct view *v = view_add(r->view, "WHOLE");
	struct table *t = table_new(r, "Cộng chỉ tiêu của các đơn vị đã đăng ký", total_columns);
	int64_t n = 0;

	for (struct signup_total *x = signup_totals(r->db, r->mem, ask); x; x = x->next, n++) {
		table_row(t, NULL);
		table_text(t, x->name);
		table_text(t, x->measure);
		table_text(t, mem_printf(r->mem, "%lld", (long long)x->year));
		table_decimal(t, x->value);
		table_count(t, x->units);
	}
	table_put(r, v, "TOTALS", t, n,
	    "Chưa có chỉ tiêu nào bằng số để cộng. Tỷ lệ và chỉ tiêu bằng lời không cộng.");
}

static const struct state *
state_asked(struct req *r)
{
	for (size_t i = 1; i < STATES; i++)
		if (!strcmp(form_get(r->form, "state"), states[i].state))
			return &states[i];
	return states;
}

static void
put_or_none(struct table *t, const char *text)
{
	if (*text)
		table_text(t, text);
	else
		table_nothing(t, "chưa có");
}

static void
put_unit(struct req *r, struct table *t, const struct signup_unit *u, bool whole)
{
	const struct signup *s = u->is;
	const char *tag, *word = signup_state(r, s, &tag);

	table_row(t, s->stands ? signup_path(r, s->id)
	    : mem_printf(r->mem, "/unit/%lld", (long long)s->unit));
	table_text(t, s->unit_name);
	put_or_none(t, u->parent);
	if (u->nobody)
		table_tag(t, "none", tr(r->lang, "Chưa có người dùng"));
	else
		table_tag(t, tag, word);
	if (whole && s->stands) {
		table_day(t, s->first_day);
		table_count(t, s->targets);
	} else if (whole) {
		table_nothing(t, "chưa");
		table_nothing(t, "chưa");
	}
	put_or_none(t, u->above ? mem_printf(r->mem, "%s (%s)", u->contact, u->parent)
	    : u->contact);
	put_or_none(t, u->phone);
}

static const char *
state_path(struct req *r, const char *state)
{
	return signup_plan_path(r, r->id, mem_printf(r->mem, "/units?state=%s", state));
}

/* How many, each number with the way to its units. */
static void
show_counts(struct req *r)
{
	int64_t plans;
	struct signup_ask whole = { .account = r->who.id, .day = r->today, .plan = r->id,
	    .limit = 1 };
	struct signup_count *c = signup_counts(r->db, r->mem, &whole, &plans);
	int64_t missing = c ? c->expected - c->registered : 0;
	struct view *v;

	view_text(r->view, "now", moment(r, r->now));
	view_text(r->view, "registered", number(r, c ? c->registered : 0, 0));
	view_text(r->view, "expected", number(r, c ? c->expected : 0, 0));
	view_text(r->view, "late_count", number(r, c ? c->late : 0, 0));
	if (missing) {
		v = view_add(r->view, "MISSING");
		view_text(v, "missing_count", number(r, missing, 0));
		view_text(v, "missing_path", state_path(r, "missing"));
	}
	if (c && c->nobody) {
		v = view_add(r->view, "NOBODY");
		view_text(v, "nobody_count", number(r, c->nobody, 0));
		view_text(v, "nobody_path", state_path(r, "nobody"));
	}
}

int
signup_units_page(struct req *r)
{
	int64_t total;
	const struct state *state = state_asked(r);
	struct plan *p = plan_get(r->db, r->mem, r->id, r->lang);
	struct signup_ask ask = {
		.account = r->who.id, .day = r->today, .lang = r->lang, .plan = r->id,
		.state = state->state, .sort = table_sort(r, state->columns, 0),
		.limit = table_limit(r), .skip = table_skip(r),
	};

	if (!p || !p->stands)
		return 404;
	struct table *t = table_new(r, state->caption, state->columns);
	for (struct signup_unit *u = signup_units(r->db, r->mem, &ask, &total); u; u = u->next)
		put_unit(r, t, u, state->columns == unit_columns);
	if (r->face == HTML) {
		signup_show_plan(r, &(struct signup){ .plan = p->id, .unit_name = "",
		    .number = p->number, .subject = p->subject, .due = p->signup_due,
		    .last_day = due_last(r, p->signup_due) });
		show_counts(r);
		for (size_t i = 0; i < STATES; i++)
			form_option(r->view, "STATE", states[i].state,
			    tr(r->lang, states[i].label), state->state);
		if (state == states)
			show_totals(r, &ask);
	}
	title(r, tr(r->lang, "Đơn vị đăng ký tham gia"));
	crumb(r, tr(r->lang, "Đăng ký"), "/signup?of=all");
	view_add_around(r->view, "WIDE");
	return table_show(r, 200, "signup_units", t, total, *state->state
	    ? "Không có đơn vị nào khớp điều kiện lọc. Chọn “tất cả” rồi lọc lại."
	    : "Kế hoạch này không có đơn vị nào phải đăng ký trong phạm vi bạn theo dõi. Đơn vị phải đăng ký là đơn vị nhận kế hoạch hoặc thuộc nhóm đối tượng của kế hoạch.");
}
