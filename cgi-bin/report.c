/*
 * report.c - periodic reports: filled in, sent, accepted, added up.
 *
 *	GET  /report				what waits for me, and all that I may see
 *	GET  /report/sign			what waits for its leader
 *	GET  /report/period/#/unit/#	the form of a report that is not begun; POST begins it
 *	GET  /report/period/#/unit/#/print	the same, blank, to be filled in by pen
 *	GET  /report/#			a report: its form, or what it says; POST saves it
 *	GET  /report/#/check		what it lacks, before it goes on
 *	GET  /report/#/review		beside the last one, to accept or return
 *	POST /report/#/move		every move of its case
 *	POST /report/accept		several of those that wait, at once
 *	GET  /report/#/receipt, /report/#/sent/#
 *	GET  /report/period/#/totals	up the tree; /late: who is late, and reminders
 *	GET  /report/form/#/print	blank, of no period yet
 *	GET  /report/form, /report/indicator, /report/check ...	what is asked, and when
 *	GET  /report/holiday		days off, by which due dates are shifted
 */

#include "cgi-bin/lib/report_page.h"

#include <stdlib.h>

#define SINCE_PERIOD \
	{ "period", "Kỳ",            CELL_CODE, true }, \
	{ "due",    "Hạn gửi",       CELL_DAY,  true }, \
	{ "state",  "Tình trạng",    CELL_TAG,  true }, \
	{ "receipt", "Mã biên nhận", CELL_CODE, false }, \
	{ 0 }
static const struct column columns[] = {
	{ "unit",   "Đơn vị",        CELL_TEXT, true },
	{ "form",   "Mẫu báo cáo",   CELL_TEXT, false },
	SINCE_PERIOD
}, columns_of_one[] = {		/* form, which the caption then names */
	{ "unit",   "Đơn vị",        CELL_TEXT, true },
	SINCE_PERIOD
};

static const struct report_word states[] = {
	{ "none", "Chưa bắt đầu" }, { "draft", "Đang nhập" }, { "signing", "Chờ lãnh đạo gửi" },
	{ "sent", "Đã gửi" }, { "returned", "Bị trả lại" }, { "accepted", "Đã tiếp nhận" }, { 0 }
};

static bool
is_late(struct req *r, const struct report *p)
{
	return strcmp(p->last_day, r->today) < 0;
}

static void
show_task(struct req *r, struct view *list, const struct report *p)
{
	struct view *v = view_add(list, "TASK"), *go_;
	const char *path = p->id ? report_path(r, p->id, "") : mem_printf(r->mem,
	    "/report/period/%lld/unit/%lld", (long long)p->period, (long long)p->unit);
	bool opened = strcmp(p->opens, r->today) <= 0, back = !strcmp(p->state, "returned");

	view_date(v, "due", p->last_day);
	view_text(v, "far", how_far(r, p->last_day));
	if (strcmp(p->due, p->last_day))
		view_text(view_add(v, "SHIFTED"), "shifted", due_words(r, p->due, p->last_day,
		    p->holiday));
	if (is_late(r, p))
		view_add(v, "LATE");
	view_text(v, "heading", mem_printf(r->mem, "%s: %s", p->form_name, p->period_name));
	view_text(v, "unit_name", p->unit_name);
	view_text(v, "window", report_window_text(r, p->window_from, p->window_to));
	view_text(v, "tag", !opened ? "none" : back ? "back" : is_late(r, p) ? "late"
	    : p->id ? p->tag : "none");
	view_text(v, "state", !opened ? tr(r->lang, "Chưa đến kỳ") : p->id ? p->inside
	    : tr(r->lang, "Chưa bắt đầu"));
	if (back) {
		struct view *b = view_add(v, "BACK");
		view_text(b, "reason", p->reason);
		view_text(b, "returned_by", p->returned_by);
		view_text(b, "returned_at", moment(r, p->returned_at));
	}
	if (!opened) {
		view_date(view_add(v, "OPENS"), "opens", p->opens);
		return;
	}
	if (!p->id && !p->may_write) {
		view_add(v, "WAITS");
		return;
	}
	go_ = view_add(v, "GO");
	view_text(go_, "path", !strcmp(p->state, "signing") && p->may_send
	    ? report_path(r, p->id, "/check") : path);
	view_text(go_, "label", tr(r->lang, !p->may_write || !strcmp(p->state, "signing")
	    ? "Xem báo cáo" : back ? "Sửa và gửi lại" : p->id ? "Nhập tiếp" : "Bắt đầu nhập"));
}

/* Late and returned, of the next seven days, and after: each under its heading. */
static void
show_tasks(struct req *r, const struct report *p)
{
	static const char *const names[] = { "FIRST", "SOON", "THEN" };
	struct view *lists[3] = { 0 };
	int64_t n[3] = { 0 };

	for (; p; p = p->next) {
		int i = is_late(r, p) || !strcmp(p->state, "returned") ? 0
		    : text_days(r->today, p->last_day) <= 7 ? 1 : 2;
		if (!lists[i])
			lists[i] = view_add(r->view, names[i]);
		show_task(r, lists[i], p);
		n[i]++;
	}
	for (int i = 0; i < 3; i++)
		if (lists[i])
			view_text(lists[i], "n", number(r, n[i], 0));
}

/* The first few: there is a page of them all. */
static void
show_signing(struct req *r, const struct report_ask *asked)
{
	struct report_ask ask = { .account = asked->account, .day = asked->day, .lang = asked->lang,
	    .state = "", .words = "", .what = "", .limit = 10 };
	int64_t total;
	const struct report *p = report_to_sign(r->db, r->mem, &ask, &total);
	struct view *list = p ? view_add(r->view, "SIGN") : NULL;

	if (p)
		view_text(list, "n", number(r, total, 0));
	for (; p; p = p->next) {
		struct view *v = view_add(list, "WAITING");
		view_text(v, "path", report_path(r, p->id, "/check"));
		view_text(v, "unit_name", p->unit_name);
		view_text(v, "heading", mem_printf(r->mem, "%s: %s", p->form_name, p->period_name));
		view_text(v, "at", moment(r, p->saved));
		view_text(v, "due", due_words(r, p->due, p->last_day, p->holiday));
	}
}

/* What waits to be accepted, each with a box; its value names the copy that is seen. */
static void
show_review(struct req *r, const struct report *p)
{
	struct view *list = p ? view_add(r->view, "REVIEW") : NULL;

	if (p)
		form_open(r, list, "/report/accept");
	for (; p; p = p->next) {
		struct view *v = view_add(list, "WAITING");
		const char *value = mem_printf(r->mem, "%lld/%s", (long long)p->id, p->receipt);
		const struct sent *s = NULL;
		while ((s = form_next(r->form, s, "report")) && strcmp(s->value, value))
			;
		if (s)
			view_add(v, "CHECKED");
		view_text(v, "value", value);
		view_text(v, "path", report_path(r, p->id, "/review"));
		view_text(v, "unit_name", p->unit_name);
		view_text(v, "heading", mem_printf(r->mem, "%s: %s", p->form_name, p->period_name));
		view_text(v, "at", moment(r, p->sent));
		view_text(v, "due", due_words(r, p->due, p->last_day, p->holiday));
		if (*report_lateness(p, r->today))
			view_add(v, "LATE");
	}
}

static struct report_period *
show_periods(struct req *r)
{
	struct report_period *all = report_periods_followed(r->db, r->mem, r->who.id, r->today, 0);
	struct view *list = all ? view_add(r->view, "PERIODS") : NULL;

	for (struct report_period *p = all; p; p = p->next) {
		struct view *v = view_add(list, "PERIOD");
		view_text(v, "period_name", p->name);
		view_text(v, "form_name", p->form_name);
		view_text(v, "window", report_window_text(r, p->window_from, p->window_to));
		view_text(v, "complete", mem_printf(r->mem, "%s/%s", number(r, p->sent, 0),
		    number(r, p->expected, 0)));
		view_text(v, "totals_path", mem_printf(r->mem, "/report/period/%lld/totals",
		    (long long)p->id));
		view_text(v, "late_path", mem_printf(r->mem, "/report/period/%lld/late",
		    (long long)p->id));
	}
	return all;
}

static struct report_ask
asked(struct req *r)
{
	const char *state = form_get(r->form, "state");

	return (struct report_ask){ .account = r->who.id, .day = r->today, .lang = r->lang,
	    .period = strtoll(form_get(r->form, "period"), NULL, 10),
	    .state = report_word_is(states, state) ? state : "", .what = "",
	    .words = text_plain(r->mem, form_get(r->form, "q")),
	    .sort = table_sort(r, columns, -3),
	    .limit = table_limit(r), .skip = table_skip(r) };
}

static struct table *
all_of(struct req *r, int64_t *total)
{
	struct report_ask ask = asked(r);
	struct report *list = report_list(r->db, r->mem, &ask, total);
	bool one = list && !r->face;

	for (struct report *p = list; p; p = p->next)
		one &= p->form == list->form;
	struct table *t = one ? table_new(r, list->form_name, columns_of_one)
	    : table_new(r, "Các báo cáo bạn được xem", columns);
	for (struct report *p = list; p; p = p->next) {
		table_row(t, p->id ? report_path(r, p->id, "") : NULL);
		table_text(t, p->unit_name);
		if (!one)
			table_text(t, p->form_name);
		table_text(t, p->period_name);
		table_day(t, p->last_day);
		const char *late = report_lateness(p, r->today);
		if (!strcmp(late, "missing"))
			table_tag(t, "late", tr(r->lang, "Quá hạn"));
		else if (!strcmp(late, "late"))
			table_tag(t, "soon", tr_with(r->mem, r->lang, "{1}, trễ hạn",
			    report_state_word(r, p), NULL, NULL));
		else
			table_tag(t, p->id ? p->tag : "none", report_state_word(r, p));
		if (*p->receipt)
			table_text(t, p->receipt);
		else
			table_nothing(t, "chưa có");
	}
	return t;
}

int
report_show_list(struct req *r, int status)
{
	struct report_ask ask = { .account = r->who.id, .day = r->today, .lang = r->lang };
	int64_t total, period = strtoll(form_get(r->form, "period"), NULL, 10);
	struct table *t = all_of(r, &total);
	const char *empty = "Chưa có kỳ báo cáo nào mở cho đơn vị của bạn. Khi cơ quan thường trực"
	    " mở kỳ, báo cáo phải gửi hiện ở đây.";

	if (r->face)
		return table_show(r, status, "report_list", t, total, empty);
	struct report *mine = report_mine(r->db, r->mem, &ask);
	title(r, tr(r->lang, "mục::Báo cáo"));
	r->list = "h-all";
	show_tasks(r, mine);
	if (may(r, "report.send"))
		show_signing(r, &ask);
	struct report *review = may(r, "report.review") ? report_to_review(r->db, r->mem, &ask)
	    : NULL;
	show_review(r, review);
	if (may(r, "report.design"))
		view_add(r->view, "DESIGN");
	if (may(r, "report.design") || may(r, "holiday.change"))
		view_add(r->view, "HOLIDAYS");
	if (!mine && !review && (may(r, "report.write") || may(r, "report.send")))
		view_add(r->view, "DONE");
	for (struct report_period *p = show_periods(r); p; p = p->next)
		form_option(r->view, "IN_PERIOD", mem_printf(r->mem, "%lld",
		    (long long)p->id), mem_printf(r->mem, "%s (%s)", p->name, p->form_name),
		    mem_printf(r->mem, "%lld", (long long)period));
	report_show_words(r, r->view, "STATE", states, form_get(r->form, "state"));
	view_text(r->view, "q", form_get(r->form, "q"));
	form_show_faults(r->form, r->view, r->lang, NULL);
	return table_show(r, status, "report_list", t, total,
	    *form_get(r->form, "q") || *form_get(r->form, "state") || period
	    ? "Không có báo cáo nào hợp với điều kiện lọc. Bỏ bớt điều kiện rồi xem lại." : empty);
}

static int
list(struct req *r)
{
	return report_show_list(r, 200);
}

const struct page page = {
	.name = "report",
	.body_max = 4 << 20,	/* several texts of 64 KiB, urlencoded */
	.grants = (const struct grant[]){
		SIGNED_IN, POSTING,
		{ "report", READ | ADD | CHANGE | REMOVE },
		{ "indicator", READ | ADD | CHANGE | REMOVE },
		{ "flow", READ | ADD | CHANGE },
		{ "holiday", READ | ADD | REMOVE },
		{ "plan", READ },
		{ "evaluation", READ },	/* what was opened from a date of a plan */
		{ "json_each", READ },	/* of the sent copies */
		{ 0 }
	},
	.routes = (const struct route[]){
		{ GET,  "/report",                    SIGNED,          list, LIST },
		{ GET,  "/report/sign",               "report.send",   report_sign, LIST },
		{ GET,  "/report/period/#/unit/#",    "report.write",  report_begin, 0 },
		{ POST, "/report/period/#/unit/#",    "report.write",  report_begin_save, 0 },
		{ GET,  "/report/period/#/unit/#/print", "report.view", report_blank, 0 },
		{ GET,  "/report/#",                  "report.view",   report_one, RECORD },
		{ POST, "/report/#",                  "report.write",  report_save, 0 },
		{ GET,  "/report/#/check",            "report.view",   report_check, 0 },
		{ GET,  "/report/#/review",           "report.review", report_review, 0 },
		{ POST, "/report/#/move",             SIGNED,          report_move, 0 },
		{ POST, "/report/accept",             "report.review", report_accept_many, 0 },
		{ GET,  "/report/#/receipt",          "report.view",   report_receipt, RECORD },
		{ GET,  "/report/#/sent/#",           "report.view",   report_sent_copy, RECORD },
		{ GET,  "/report/period/#/totals",    "report.follow", report_totals_page, LIST },
		{ GET,  "/report/period/#/late",      "report.follow", report_late_page, LIST },
		{ POST, "/report/period/#/late",      "report.review", report_late_remind, 0 },
		{ GET,  "/report/form",               "report.design", report_forms_page, LIST },
		{ POST, "/report/form",               "report.design", report_forms_add, 0 },
		{ GET,  "/report/form/#",             "report.design", report_form_page, RECORD },
		{ POST, "/report/form/#",             "report.design", report_form_save, 0 },
		{ GET,  "/report/form/#/print",       "report.view",   report_form_blank, 0 },
		{ GET,  "/report/form/#/section",     "report.design", report_section_add_page, 0 },
		{ POST, "/report/form/#/section",     "report.design", report_section_new, 0 },
		{ GET,  "/report/section/#",          "report.design", report_section_page, RECORD },
		{ POST, "/report/section/#",          "report.design", report_section_save, 0 },
		{ POST, "/report/section/#/drop",     "report.design", report_section_remove, 0 },
		{ GET,  "/report/form/#/period",      "report.design", report_period_add_page, 0 },
		{ POST, "/report/form/#/period",      "report.design", report_period_new, 0 },
		{ GET,  "/report/period/#",           "report.design", report_period_page, RECORD },
		{ POST, "/report/period/#",           "report.design", report_period_save, 0 },
		{ GET,  "/report/indicator",          "report.design", report_indicators_page, LIST },
		{ POST, "/report/indicator",          "report.design", report_indicators_add, 0 },
		{ GET,  "/report/indicator/#",        "report.design", report_indicator_page, RECORD },
		{ POST, "/report/indicator/#",        "report.design", report_indicator_save, 0 },
		{ GET,  "/report/check",              "report.design", report_checks_page, 0 },
		{ POST, "/report/check",              "report.design", report_checks_add, 0 },
		{ POST, "/report/check/#/drop",       "report.design", report_check_remove, 0 },
		{ GET,  "/report/holiday",            SIGNED,          report_holidays_page, LIST },
		{ POST, "/report/holiday",            "holiday.change", report_holidays_add, 0 },
		{ POST, "/report/holiday/#/drop",     "holiday.change", report_holiday_remove, 0 },
		{ 0 }
	},
};
