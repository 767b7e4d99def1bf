/*
 * evaluation.c - evaluation: rounds of a plan, scored by the units, reviewed, published.
 *
 *	GET  /evaluation			what waits for me, and the rounds that I may see
 *	GET  /evaluation/add			a new round of a plan			POST begins it
 *	GET  /evaluation/round/#		its design				POST saves it
 *	GET  /evaluation/round/#/class/#	the points of a class			POST saves them
 *	GET  /evaluation/item/#			how a criterion fills itself		POST saves it
 *	GET  /evaluation/round/#/grades		grades, and the rule for equal totals	POST saves them
 *	POST /evaluation/round/#/move		a step of the round's case
 *	GET  /evaluation/round/#/units		all its sheets; POST accepts one, or a cluster
 *	GET  /evaluation/round/#/results	ranks, as far as one may see them
 *	GET  /evaluation/round/#/publish	with the decision's number		POST publishes
 *	GET  /evaluation/round/#/unit/#		a sheet that is not begun		POST begins it
 *	GET  /evaluation/round/#/subject	a sheet for those without an account	POST begins it
 *	GET  /evaluation/#			a sheet: its form, or what it says	POST saves it
 *	GET  /evaluation/#/check, /print, /receipt, /sent/#
 *	GET  /evaluation/#/review		the standing body's score beside it	POST saves, ends, returns
 *	POST /evaluation/#/move			a step of the sheet's case
 *	POST /evaluation/#/file			evidence of a criterion; GET .../file/#, POST .../file/#/remove
 */

#include "cgi-bin/lib/attach.h"
#include "cgi-bin/lib/evaluation_page.h"

static const struct column columns[] = {
	{ "name",     "Đợt đánh giá",   CELL_TEXT,  true },
	{ "unit",     "Cơ quan đánh giá", CELL_TEXT, false },
	{ "kind",     "Loại",           CELL_TEXT,  false },
	{ "due",      "Hạn gửi phiếu",  CELL_DAY,   true },
	{ "state",    "Tình trạng",     CELL_TAG,   true },
	{ "expected", "Phiếu phải có",  CELL_COUNT, false },
	{ "sent",     "Đã gửi",         CELL_COUNT, false },
	{ "reviewed", "Đã thẩm định",   CELL_COUNT, false },
	{ 0 }
};

/* Without the counts, for who follows no round. */
static const struct column plain[] = {
	{ "name",     "Đợt đánh giá",   CELL_TEXT,  true },
	{ "unit",     "Cơ quan đánh giá", CELL_TEXT, false },
	{ "kind",     "Loại",           CELL_TEXT,  false },
	{ "due",      "Hạn gửi phiếu",  CELL_DAY,   true },
	{ "state",    "Tình trạng",     CELL_TAG,   true },
	{ 0 }
};

static int
sort_of(struct req *r)
{
	/* The columns that sort, as evaluation_rounds() counts them. */
	static const int as[] = { 0, 1, 3, 4 };
	int n = table_sort(r, columns, 0);

	return n < 0 ? -as[-n] : as[n];
}

static void
show_task(struct req *r, struct view *list, const struct evaluation *e)
{
	struct view *v = view_add(list, "TASK"), *go_;
	const char *last = due_last(r, e->due);
	bool late = strcmp(last, r->today) < 0, back = !strcmp(e->state, "returned");
	bool signing = !strcmp(e->state, "signing");

	view_date(v, "due", last);
	view_text(v, "far", how_far(r, last));
	if (late)
		view_add(v, "LATE");
	view_text(v, "heading", mem_printf(r->mem, "%s: %s", e->round_name, e->name));
	view_text(v, "unit_name", e->unit_name);
	view_text(v, "class_name", e->class_name);
	view_text(v, "tag", back ? "back" : late ? "late" : e->id ? e->tag : "none");
	view_text(v, "state", e->id ? e->inside : tr(r->lang, "Chưa bắt đầu"));
	if (back) {
		struct view *b = view_add(v, "BACK");
		view_text(b, "reason", e->reason);
		view_text(b, "returned_by", e->returned_by);
		view_text(b, "returned_at", moment(r, e->returned_at));
	}
	if (!e->id && !e->may_write) {
		view_add(v, "WAITS");
		return;
	}
	go_ = view_add(v, "GO");
	view_text(go_, "path", !e->id ? evaluation_round_path(r, e->round,
	    mem_printf(r->mem, "/unit/%lld", (long long)e->unit))
	    : evaluation_path(r, e->id, signing && e->may_send ? "/check" : ""));
	view_text(go_, "label", tr(r->lang, signing ? e->may_send ? "Kiểm tra và gửi" : "Xem phiếu"
	    : !e->may_write ? "Xem phiếu" : back ? "Sửa và gửi lại" : e->id ? "Chấm tiếp"
	    : "Bắt đầu chấm"));
}

static bool
show_tasks(struct req *r, const struct evaluation_ask *ask)
{
	struct evaluation *e = evaluation_mine(r->db, r->mem, ask);
	struct view *list = e ? view_add(r->view, "TASKS") : NULL;
	int64_t n = 0;

	for (; e; e = e->next, n++)
		show_task(r, list, e);
	if (list)
		view_text(list, "n", number(r, n, 0));
	return list;
}

static void
show_waiting(struct req *r, const struct evaluation_ask *ask)
{
	struct evaluation *e = evaluation_to_review(r->db, r->mem, ask);
	struct view *list = e ? view_add(r->view, "REVIEW") : NULL;
	int64_t n = 0;

	for (; e; e = e->next, n++) {
		struct view *v = view_add(list, "WAITING");
		view_text(v, "path", evaluation_path(r, e->id, "/review"));
		view_text(v, "heading", mem_printf(r->mem, "%s: %s", e->name, e->round_name));
		view_text(v, "at", moment(r, e->sent));
		view_text(v, "class_name", e->class_name);
	}
	if (list)
		view_text(list, "n", number(r, n, 0));
}

static const char *
path_of(struct req *r, const struct evaluation_round *d)
{
	if (d->edits)
		return evaluation_round_path(r, d->id, "");
	return evaluation_round_path(r, d->id, d->board && strcmp(d->state, "published")
	    ? "/units" : "/results");
}

static void
show_links(struct req *r, const struct evaluation_round *d)
{
	bool writes = !strcmp(d->state, "open") && may(r, "evaluation.write")
	    && evaluation_units(r->db, r->mem, d->id, r->who.id, r->today);
	bool designs = may(r, "evaluation.design") && may_here(r, "evaluation.design", d->unit);
	struct view *v;

	if (!writes && !designs)
		return;
	v = view_add(r->view, "ROUND");
	view_text(v, "name", d->name);
	if (writes)
		view_text(view_add(v, "SUBJECT"), "path", evaluation_round_path(r, d->id, "/subject"));
	if (designs)
		view_text(view_add(v, "DESIGN"), "path", evaluation_round_path(r, d->id, ""));
}

static int
list(struct req *r)
{
	struct evaluation_ask ask = { .account = r->who.id, .day = r->today, .lang = r->lang,
	    .sort = sort_of(r), .limit = table_limit(r), .skip = table_skip(r) };
	int64_t total;
	struct evaluation_round *all = evaluation_rounds(r->db, r->mem, &ask, &total);
	bool follows = may(r, "evaluation.follow");
	struct table *t = table_new(r, "Các đợt đánh giá", follows ? columns : plain);

	for (struct evaluation_round *d = all; d; d = d->next) {
		table_row(t, path_of(r, d));
		table_text(t, d->name);
		table_text(t, d->unit_name);
		table_text(t, evaluation_kind(r, d->kind));
		table_day(t, due_last(r, d->due_date));
		table_tag(t, d->tag, d->board ? d->inside : d->outside);
		if (d->board) {
			table_count(t, d->expected);
			table_count(t, d->sent);
			table_count(t, d->reviewed);
		} else {
			for (int i = 0; follows && i < 3; i++)
				table_nothing(t, "ẩn");
		}
	}
	title(r, tr(r->lang, "Đánh giá, xếp hạng"));
	if (!r->face) {
		if (!show_tasks(r, &ask) && (may(r, "evaluation.write") || may(r, "evaluation.send")))
			view_add(r->view, "DONE");
		if (may(r, "evaluation.review"))
			show_waiting(r, &ask);
		if (may(r, "evaluation.design"))
			view_add(r->view, "ADD");
		for (struct evaluation_round *d = all; d; d = d->next)
			show_links(r, d);
	}
	view_add_around(r->view, "WIDE");
	return table_show(r, 200, "evaluation_list", t, total, may(r, "evaluation.design")
	    ? "Chưa có đợt đánh giá nào. Lập đợt đầu tiên từ một kế hoạch đã ban hành."
	    : "Chưa có đợt đánh giá nào mở cho đơn vị bạn. Khi cơ quan thường trực mở đợt, phiếu phải chấm hiện ở đây cùng hạn gửi.");
}

const struct page page = {
	.name = "evaluation",
	.views = "attach",
	.body_max = 2 << 20,	/* texts of each criterion, urlencoded */
	.grants = (const struct grant[]){
		SIGNED_IN, POSTING, ATTACHING,
		{ "evaluation", READ | ADD | CHANGE | REMOVE },
		{ "flow_case", READ | ADD | CHANGE },
		{ "flow_step", READ | ADD },
		{ "report_duty", READ },	/* by the trigger that tells it how a case stands */
		{ "plan", READ },
		{ "indicator", READ },
		{ "holiday", READ },	/* of due dates that fall on one */
		{ "report", READ },
		{ "task", READ },
		{ "document", READ },	/* what a unit has proposed */
		{ "signup", READ },
		{ "json_each", READ },	/* of the sent copies */
		{ 0 }
	},
	.files = ATTACH_FILES,
	.routes = (const struct route[]){
		{ GET,  "/evaluation",                   SIGNED,               list, LIST },
		{ GET,  "/evaluation/add",               "evaluation.design",  evaluation_add_page, 0 },
		{ POST, "/evaluation/add",               "evaluation.design",  evaluation_add_save, 0 },
		{ GET,  "/evaluation/round/#",           "evaluation.design",  evaluation_round_page, RECORD },
		{ POST, "/evaluation/round/#",           "evaluation.design",  evaluation_round_save, 0 },
		{ POST, "/evaluation/round/#/move",      SIGNED,               evaluation_round_move, 0 },
		{ GET,  "/evaluation/round/#/grades",    "evaluation.design",  evaluation_grades_page, 0 },
		{ POST, "/evaluation/round/#/grades",    "evaluation.design",  evaluation_grades_save, 0 },
		{ GET,  "/evaluation/round/#/class/#",   "evaluation.design",  evaluation_class_page, 0 },
		{ POST, "/evaluation/round/#/class/#",   "evaluation.design",  evaluation_class_save, 0 },
		{ GET,  "/evaluation/round/#/class/#/print", SIGNED,           evaluation_blank, 0 },
		{ GET,  "/evaluation/item/#",            "evaluation.design",  evaluation_item_page, 0 },
		{ POST, "/evaluation/item/#",            "evaluation.design",  evaluation_item_save, 0 },
		{ GET,  "/evaluation/round/#/units",     "evaluation.follow",  evaluation_sheets, LIST },
		{ POST, "/evaluation/round/#/units",     "evaluation.review",  evaluation_accept, 0 },
		{ GET,  "/evaluation/round/#/results",   SIGNED,               evaluation_results_page, LIST },
		{ GET,  "/evaluation/round/#/publish",   "evaluation.publish", evaluation_publish_page, 0 },
		{ POST, "/evaluation/round/#/publish",   "evaluation.publish", evaluation_publish_save, 0 },
		{ GET,  "/evaluation/round/#/unit/#",    "evaluation.write",   evaluation_begin, 0 },
		{ POST, "/evaluation/round/#/unit/#",    "evaluation.write",   evaluation_begin_save, 0 },
		{ GET,  "/evaluation/round/#/subject",   "evaluation.write",   evaluation_subject, 0 },
		{ POST, "/evaluation/round/#/subject",   "evaluation.write",   evaluation_subject_save, 0 },
		{ GET,  "/evaluation/#",                 SIGNED,               evaluation_one, RECORD },
		{ POST, "/evaluation/#",                 "evaluation.write",   evaluation_save, 0 },
		{ GET,  "/evaluation/#/check",           SIGNED,               evaluation_check, 0 },
		{ GET,  "/evaluation/#/print",           SIGNED,               evaluation_print, 0 },
		{ GET,  "/evaluation/#/receipt",         SIGNED,               evaluation_receipt, RECORD },
		{ GET,  "/evaluation/#/sent/#",          SIGNED,               evaluation_sent_copy, RECORD },
		{ GET,  "/evaluation/#/review",          "evaluation.review",  evaluation_review, 0 },
		{ POST, "/evaluation/#/review",          "evaluation.review",  evaluation_judge, 0 },
		{ POST, "/evaluation/#/move",            SIGNED,               evaluation_move, 0 },
		{ GET,  "/evaluation/#/file/#",          SIGNED,               evaluation_file, 0 },
		{ POST, "/evaluation/#/file",            SIGNED,               evaluation_file_add, SINK },
		{ POST, "/evaluation/#/file/#/remove",   SIGNED,               evaluation_file_remove, PRIVATE },
		{ 0 }
	},
};
