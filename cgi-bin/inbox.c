/*
 * inbox.c - notices (thông báo), reminder letters, feeds.
 *
 *	GET  /inbox			what waits: ?show=all for what was read as well
 *	NOTE /inbox/#			that one is read, and leads to where it is dealt with
 *	POST /inbox/read		all that were shown are read
 *	GET  /inbox/letter		periods, plans, rounds, tasks, documents with which somebody is late
 *	GET  /inbox/letter/period/#, /plan/#, /round/#, /task/#, /own/#, /document/#	công văn đôn đốc, to print
 *	GET  /inbox/link		private links to the feeds of my units
 *	POST /inbox/link, /inbox/link/#/revoke
 *	GET  /inbox/plan.atom		issued plans, for everybody
 *	GET  /inbox/unit.atom, /inbox/unit.ics	?key=: notices and due dates of a unit
 */

#include "cgi-bin/lib/inbox_page.h"

#include <stdlib.h>

static const struct column columns[] = {
	{ "kind",  "mục::Thông báo",   CELL_TEXT, true },
	{ "what",  "Về việc",     CELL_TEXT, true },
	{ "unit",  "Đơn vị",      CELL_TEXT, true },
	{ "due",   "Hạn",         CELL_DAY,  true },
	{ "at",    "Lúc",         CELL_TEXT, true },
	{ "state", "Tình trạng",  CELL_TAG,  false },
	{ 0 }
};

static void
put(struct req *r, struct table *t, const struct notice *n)
{
	table_row(t, mem_printf(r->mem, "/inbox/%lld", (long long)n->id));
	table_text(t, n->label);
	table_text(t, n->what);
	table_text(t, n->unit_name);
	if (*n->due)
		table_day(t, n->due);
	else
		table_text(t, "");	/* of a step, not of a due date: the record tells its own */
	table_text(t, moment(r, n->at));
	table_tag(t, n->read ? "none" : n->tag, tr(r->lang, n->read ? "Đã đọc" : "Chưa đọc"));
}

static int
list(struct req *r)
{
	bool all = !strcmp(form_get(r->form, "show"), "all");
	int64_t total, newest = 0;
	struct notice_ask ask = {
		.account = r->who.id, .day = r->today, .lang = r->lang, .all = all,
		.sort = table_sort(r, columns, 0), .limit = table_limit(r), .skip = table_skip(r),
	};
	struct notice *n = notice_list(r->db, r->mem, &ask, &total);
	struct table *t = table_new(r, all ? "Mọi thông báo, mới nhất xếp trước"
	    : "Thông báo chưa đọc, mới nhất xếp trước", columns);

	if (!all && n) {
		struct view *v = view_add(r->view, "READ_ALL");
		form_open(r, v, "/inbox/read");
		for (struct notice *m = n; m; m = m->next)
			newest = m->id > newest ? m->id : newest;
		view_int(v, "upto", newest);
	}
	for (; n; n = n->next)
		put(r, t, n);
	title(r, tr(r->lang, "Thông báo"));
	view_add(r->view, all ? "ALL" : "UNREAD");
	if ((may(r, "report.follow") || may(r, "signup.follow") || may(r, "evaluation.follow")
	    || may(r, "plan.follow") || may(r, "document.follow"))
	    && letter_any(r->db, r->who.id, r->today))
		view_add(r->view, "LETTERS");
	return table_show(r, 200, "inbox_list", t, total, all
	    ? "Chưa có thông báo nào. Khi có kế hoạch gửi đến, hồ sơ bị trả lại hoặc sắp đến hạn, thông báo hiện ở đây."
	    : "Không có thông báo nào chưa đọc. Chọn “tất cả” để xem lại những thông báo đã đọc.");
}

static int
open_one(struct req *r)
{
	const char *path = notice_path(r->db, r->mem, r->id, r->who.id, r->today);

	if (!path)
		return 404;
	notice_note(r->db, r->id, r->who.id, r->now);
	return go(r, path);
}

static int
read_all(struct req *r)
{
	int64_t upto = strtoll(form_get(r->form, "upto"), NULL, 10);
	int n = notice_note_all(r->db, r->who.id, r->today, upto, r->now);

	audit(r, "notice.read", r->who.id);
	said_with(r, "Đã đánh dấu đã đọc {1} thông báo", number(r, n, 0), NULL);
	return go(r, "/inbox");
}

const struct page page = {
	.name = "inbox",
	.grants = (const struct grant[]){
		SIGNED_IN, POSTING,
		{ "notice_read", ADD },
		{ "feed_link", READ | ADD | CHANGE },
		{ "plan", READ }, { "report", READ }, { "signup", READ },
		{ "evaluation", READ }, { "holiday", READ }, { "task", READ }, { "document", READ },
		{ 0 }
	},
	.routes = (const struct route[]){
		{ GET,  "/inbox",                 SIGNED,          list, LIST },
		{ NOTE, "/inbox/#",               SIGNED,          open_one, 0 },
		{ POST, "/inbox/read",            SIGNED,          read_all, 0 },
		{ GET,  "/inbox/letter",          SIGNED,          inbox_letters, LIST },
		{ GET,  "/inbox/letter/period/#", "report.follow", inbox_letter_of_period, 0 },
		{ GET,  "/inbox/letter/plan/#",   "signup.follow", inbox_letter_of_plan, 0 },
		{ GET,  "/inbox/letter/round/#",  "evaluation.follow", inbox_letter_of_round, 0 },
		{ GET,  "/inbox/letter/task/#",   "task.follow", inbox_letter_of_task, 0 },
		{ GET,  "/inbox/letter/own/#",    "plan.follow", inbox_letter_of_own, 0 },
		{ GET,  "/inbox/letter/document/#", "document.follow", inbox_letter_of_document, 0 },
		{ GET,  "/inbox/link",            SIGNED,          inbox_links, 0 },
		{ POST, "/inbox/link",            SIGNED,          inbox_link_add, PRIVATE },
		{ POST, "/inbox/link/#/revoke",   SIGNED,          inbox_link_revoke, 0 },
		{ GET,  "/inbox/plan.atom",       ANYONE,          inbox_plan_feed, 0 },
		{ GET,  "/inbox/unit.atom",       ANYONE,          inbox_unit_feed, PRIVATE },
		{ GET,  "/inbox/unit.ics",        ANYONE,          inbox_unit_calendar, PRIVATE },
		{ 0 }
	},
};
