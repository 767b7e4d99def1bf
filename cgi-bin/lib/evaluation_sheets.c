/* evaluation_sheets.c - all sheets of a round, for the standing body; and those that it takes
 * as they are. */

#include "cgi-bin/lib/evaluation_page.h"

#include <stdlib.h>

static const struct column columns[] = {
	{ "name",  "Đơn vị, đối tượng", CELL_TEXT,    true },
	{ "class", "Nhóm",              CELL_TEXT,    true },
	{ "state", "Tình trạng",        CELL_TAG,     true },
	{ "sent",  "Gửi lúc",           CELL_TEXT,    true },
	{ "group", "Cụm, khối",         CELL_TEXT,    false },
	{ "own",   "Tự chấm",           CELL_DECIMAL, false },
	{ "review", "Thẩm định",        CELL_DECIMAL, false },
	{ 0 }
};

static const struct { const char *value, *label; } states[] = {
	{ "none", "Chưa bắt đầu" }, { "draft", "Đang chấm" }, { "signing", "Chờ lãnh đạo gửi" },
	{ "sent", "Đã gửi, chờ thẩm định" }, { "returned", "Bị trả lại" },
	{ "reviewed", "Đã thẩm định" },
};

static const char *
state_asked(struct req *r)
{
	for (size_t i = 0; i < sizeof(states) / sizeof(*states); i++)
		if (!strcmp(form_get(r->form, "state"), states[i].value))
			return states[i].value;
	return "";
}

/* Sheets that wait, cluster by cluster, each with its button. */
static void
show_waiting(struct req *r, const struct evaluation_round *d)
{
	struct evaluation_ask ask = { .account = r->who.id, .day = r->today, .lang = r->lang,
	    .round = d->id, .state = "sent", .words = "", .limit = 1000 };
	struct evaluation_place *places = evaluation_places(r, d);
	int64_t total;
	struct evaluation *all = evaluation_list(r->db, r->mem, &ask, &total);
	struct view *box = all ? view_add(r->view, "WAITING") : NULL;

	if (!box)
		return;
	form_open(r, box, evaluation_round_path(r, d->id, "/units"));
	view_text(box, "waiting", number(r, total, 0));
	for (struct evaluation *head = all; head; head = head->next) {
		struct evaluation *e = all;
		struct view *group = NULL;
		while (e != head && e->unit_group != head->unit_group)
			e = e->next;
		if (e != head)
			continue;
		group = view_add(box, "OF_GROUP");
		view_int(group, "group_id", head->unit_group);
		view_text(group, "group_name", head->unit_group ? head->group_name
		    : tr(r->lang, "ngoài các cụm, khối"));
		for (; e; e = e->next) {
			if (e->unit_group != head->unit_group)
				continue;
			const struct evaluation_place *p = evaluation_place_of(places, e->id);
			struct view *v = view_add(group, "SHEET");
			view_int(v, "sheet_id", e->id);
			view_int(v, "edition", e->edition);
			view_text(v, "name", e->name);
			view_text(v, "class_name", e->class_name);
			view_text(v, "path", evaluation_path(r, e->id, "/review"));
			view_text(v, "own_total", p ? number(r, p->own_total, 2) : "");
			view_text(v, "at", moment(r, e->sent));
		}
	}
}

static int
show_sheets(struct req *r, int status, const struct evaluation_round *d)
{
	struct table *t = table_new(r, "Các phiếu chấm của đợt này", columns);
	struct evaluation_place *places = evaluation_places(r, d);
	struct evaluation_ask ask = { .account = r->who.id, .day = r->today, .lang = r->lang,
	    .round = d->id, .state = state_asked(r),
	    .words = text_plain(r->mem, form_get(r->form, "q")),
	    .sort = table_sort(r, columns, 0), .limit = table_limit(r), .skip = table_skip(r) };
	int64_t total;

	for (struct evaluation *e = evaluation_list(r->db, r->mem, &ask, &total); e; e = e->next) {
		const struct evaluation_place *p = evaluation_place_of(places, e->id);
		table_row(t, e->id ? evaluation_path(r, e->id, !strcmp(e->state, "sent")
		    && may_here(r, "evaluation.review", d->unit) ? "/review" : "") : NULL);
		table_text(t, e->name);
		table_text(t, e->class_name);
		if (!e->stands && strcmp(due_last(r, e->due), r->today) < 0)
			table_tag(t, "late", e->id ? e->inside : tr(r->lang, "Quá hạn, chưa bắt đầu"));
		else
			table_tag(t, e->id ? e->tag : "none", e->id ? e->inside
			    : tr(r->lang, "Chưa bắt đầu"));
		if (e->sent)
			table_text(t, moment(r, e->sent));
		else
			table_nothing(t, "chưa gửi");
		if (e->unit_group)
			table_text(t, e->group_name);
		else
			table_nothing(t, "ngoài các cụm, khối");
		if (p)
			table_decimal(t, p->own_total);
		else
			table_nothing(t, "chưa gửi");
		if (p && p->reviewed)
			table_decimal(t, p->sum.total);
		else
			table_nothing(t, "chưa");
	}
	title(r, tr_with(r->mem, r->lang, "Thẩm định: {1}", d->name, NULL, NULL));
	crumb(r, tr(r->lang, "Đánh giá"), "/evaluation");
	if (!r->face) {
		view_text(r->view, "unit_name", d->unit_name);
		view_text(r->view, "state_word", d->inside);
		view_text(r->view, "tag", d->tag);
		view_text(r->view, "due", due_text(r, d->due_date));
		view_text(r->view, "q", form_get(r->form, "q"));
		view_text(r->view, "path", evaluation_round_path(r, d->id, "/units"));
		view_text(r->view, "results_path", evaluation_round_path(r, d->id, "/results"));
		for (size_t i = 0; i < sizeof(states) / sizeof(*states); i++)
			form_option(r->view, "STATE", states[i].value, tr(r->lang, states[i].label),
			    ask.state);
		if (may_here(r, "evaluation.review", d->unit)
		    && (!strcmp(d->state, "open") || !strcmp(d->state, "closed")))
			show_waiting(r, d);
		form_show_faults(r->form, r->view, r->lang, NULL);
	}
	view_add_around(r->view, "WIDE");
	return table_show(r, status, "evaluation_sheets", t, total,
	    *ask.words || *ask.state ? "Không có phiếu nào hợp với điều kiện lọc. Bỏ bớt điều kiện rồi xem lại."
	    : "Không có đơn vị nào phải chấm: xem lại loại đơn vị của từng nhóm đối tượng trong kế hoạch.");
}

int
evaluation_sheets(struct req *r)
{
	struct evaluation_round *d = evaluation_round_get(r->db, r->mem, r->id, r->lang);

	return d && d->stands && evaluation_board(r, d->unit) ? show_sheets(r, 200, d) : 404;
}

/* Would one click take what nobody has decided: another score without its reason, or
 * one that was given to what the unit sent before? */
static bool
is_undecided(const struct evaluation *e, const struct evaluation_line *l)
{
	for (; l; l = l->next)
		if (l->review.has && !evaluation_same(&l->review, &l->own)
		    && (!*l->review.text || l->review.at < e->sent))
			return true;
	return false;
}

/* Where nothing was said yet, one's own score stands. */
static void
take_own(struct req *r, const struct evaluation *e, const struct evaluation_line *l)
{
	struct evaluation_score s = { .points = l->own.points, .skipped = l->own.skipped,
	    .text = "", .how = "", .document = "", .document_day = "" };

	if (!l->review.has && (s.skipped || s.points >= 0)) {
		evaluation_put(r->db, e->id, l->item.id, "review", &s, r->who.id, r->now);
		changed(r, *l->item.anchor ? l->item.anchor : mem_printf(r->mem, "bonus %lld",
		    (long long)l->item.id), "",
		    evaluation_points(r, &s));
	}
}

static bool
accept(struct req *r, const struct evaluation *e)
{
	struct flow_ask ask = { .flow_case = e->flow_case, .move = "review", .reason = "" };

	struct evaluation_line *all = evaluation_lines(r->db, r->mem, e);

	if (strtoll(form_get(r->form, mem_printf(r->mem, "e%lld", (long long)e->id)), NULL, 10)
	    != e->edition || is_undecided(e, all) || !evaluation_offered(r, e, "review"))
		return false;
	for (struct evaluation_line *l = all; l; l = l->next)
		take_own(r, e, l);
	evaluation_touch(r->db, e->id);
	return !act(r, &ask, "evaluation.accept", e->id);
}

/* One click takes a unit's sheet, or all that wait in a cluster. */
int
evaluation_accept(struct req *r)
{
	struct evaluation_round *d = evaluation_round_get(r->db, r->mem, r->id, r->lang);
	struct evaluation_ask ask = { .account = r->who.id, .day = r->today, .lang = r->lang,
	    .state = "sent", .words = "", .limit = 1000 };
	int64_t one = strtoll(form_get(r->form, "sheet"), NULL, 10), total, n = 0, tried = 0;
	bool whole = form_sent(r->form, "group");
	int64_t group = strtoll(form_get(r->form, "group"), NULL, 10);

	if (!d || !d->stands || !may_here(r, "evaluation.review", d->unit)
	    || !evaluation_board(r, d->unit))
		return 404;
	ask.round = d->id;
	for (struct evaluation *e = evaluation_list(r->db, r->mem, &ask, &total); e; e = e->next)
		if (whole ? e->unit_group == group : e->id == one)
			tried++, n += accept(r, e);
	if (!n) {
		form_wrong_away(r->form, "waiting", tr(r->lang, "Phiếu chờ thẩm định"), tr(r->lang,
		    "Không có phiếu nào chấp nhận được: phiếu đã được người khác xử lý, hoặc chính bạn đã lập, đã gửi phiếu ấy, hoặc có điểm thẩm định khác điểm tự chấm mà chưa ghi lý do, hay ghi từ trước lần gửi này (mở phiếu để thẩm định)"));
		return show_sheets(r, 422, d);
	}
	if (n < tried)
		said_with(r, "Đã chấp nhận điểm tự chấm của {1} phiếu; còn {2} phiếu phải mở ra xem vì đã đổi, thiếu lý do hoặc do bạn gửi",
		    number(r, n, 0), number(r, tried - n, 0));
	else
		said_with(r, "Đã chấp nhận điểm tự chấm của {1} phiếu", number(r, n, 0), NULL);
	return go(r, evaluation_round_path(r, d->id, "/units"));
}
