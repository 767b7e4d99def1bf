/* signup_list.c - what is to be signed up to; who has, who has not, whom to call. */

#include "cgi-bin/lib/signup_page.h"

#include "db/plan.h"

static const struct column mine_columns[] = {
	{ "subject", "Kế hoạch",       CELL_TEXT, true },
	{ "number",  "Số, ký hiệu",    CELL_TEXT, true },
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
		table_day(t, s->due);
		table_tag(t, tag, word);
	}
	return table_show(r, 200, "signup_list", t, total,
	    "Chưa có kế hoạch nào gửi tới đơn vị bạn hoặc dành cho loại đơn vị của bạn. Khi có, kế hoạch hiện ở đây cùng hạn đăng ký.");
}

static const struct column count_columns[] = {
	{ "subject",    "Kế hoạch",        CELL_TEXT,  true },
	{ "number",     "Số, ký hiệu",     CELL_TEXT,  true },
	{ "due",        "Hạn đăng ký",     CELL_DAY,   true },
	{ "registered", "Đã đăng ký",      CELL_COUNT, true },
	{ "expected",   "Trên số đơn vị",  CELL_COUNT, true },
	{ "missing",    "Chưa đăng ký",    CELL_COUNT, true },
	{ "late",       "Đăng ký muộn",    CELL_COUNT, true },
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
		table_day(t, c->due);
		table_count(t, c->registered);
		table_count(t, c->expected);
		table_count(t, c->expected - c->registered);
		table_count(t, c->late);
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
	{ "state",     "Tình trạng",    CELL_TAG,   true },
	{ "first_day", "Ngày đăng ký",  CELL_DAY,   true },
	{ "targets",   "Số chỉ tiêu",   CELL_COUNT, true },
	{ "contact",   "Người liên hệ", CELL_TEXT,  false },
	{ "phone",     "Điện thoại",    CELL_TEXT,  false },
	{ 0 }
};

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
	table_put(r, r->view, "TOTALS", t, n,
	    "Chưa có chỉ tiêu nào bằng số để cộng. Tỷ lệ và chỉ tiêu bằng lời không cộng.");
}

static void
show_filter(struct req *r, const char *state)
{
	static const char *const states[][2] = {
		{ "",           "tất cả" },
		{ "missing",    "chưa đăng ký" },
		{ "registered", "đã đăng ký" },
		{ "late",       "đăng ký muộn" },
	};

	for (size_t i = 0; i < sizeof(states) / sizeof(*states); i++)
		signup_offer(r->view, "STATE", states[i][0], tr(r->lang, states[i][1]), state);
}

int
signup_units_page(struct req *r)
{
	int64_t total, plans;
	struct plan *p = plan_get(r->db, r->mem, r->id, r->lang);
	struct signup_ask ask = {
		.account = r->who.id, .day = r->today, .lang = r->lang, .plan = r->id,
		.state = form_get(r->form, "state"), .sort = table_sort(r, unit_columns, 0),
		.limit = table_limit(r), .skip = table_skip(r),
	};
	struct signup_ask whole = { .account = r->who.id, .day = r->today, .plan = r->id,
	    .limit = 1 };

	if (!p || !p->stands)
		return 404;
	struct table *t = table_new(r, "Đơn vị đăng ký tham gia, chưa đăng ký xếp trước",
	    unit_columns);
	for (struct signup *s = signup_units(r->db, r->mem, &ask, &total); s; s = s->next) {
		const char *tag, *word = signup_standing(r, s, &tag);
		table_row(t, s->stands ? signup_path(r, s->id)
		    : mem_printf(r->mem, "/unit/%lld", (long long)s->unit));
		table_text(t, s->unit_name);
		table_tag(t, tag, word);
		if (s->stands) {
			table_day(t, s->first_day);
			table_count(t, s->targets);
		} else {
			table_nothing(t, "chưa");
			table_nothing(t, "chưa");
		}
		if (*s->contact)
			table_text(t, s->contact);
		else
			table_nothing(t, "chưa có");
		if (*s->phone)
			table_text(t, s->phone);
		else
			table_nothing(t, "chưa có");
	}
	if (r->face == HTML) {
		struct signup_count *c = signup_counts(r->db, r->mem, &whole, &plans);
		struct signup head = { .id = 0, .plan = p->id, .unit_name = "", .number = p->number,
		    .subject = p->subject, .due = p->signup_due };
		signup_show_plan(r, &head);
		view_text(r->view, "registered", number(r, c ? c->registered : 0, 0));
		view_text(r->view, "expected", number(r, c ? c->expected : 0, 0));
		view_text(r->view, "late_count", number(r, c ? c->late : 0, 0));
		show_filter(r, ask.state);
		show_totals(r, &ask);
	}
	title(r, tr(r->lang, "Đơn vị đăng ký tham gia"));
	crumb(r, tr(r->lang, "Đăng ký"), "/signup?of=all");
	return table_show(r, 200, "signup_units", t, total, *ask.state
	    ? "Không có đơn vị nào như bạn lọc. Chọn “tất cả” rồi lọc lại."
	    : "Kế hoạch này không có đơn vị nào phải đăng ký trong phạm vi bạn theo dõi. Đơn vị phải đăng ký là đơn vị nhận kế hoạch hoặc thuộc nhóm đối tượng của kế hoạch.");
}
