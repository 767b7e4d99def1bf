/* evaluation_review.c - the standing body's score beside the unit's own. */

#include <stdlib.h>

#include "cgi-bin/lib/evaluation_page.h"

enum { REASON_MAX = 1000, SCORE_MAX = 40 };

static const char *
key(struct req *r, const char *what, const struct evaluation_line *l)
{
	return mem_printf(r->mem, "%s%lld", what, (long long)l->item.id);
}

static const char *
label_of(struct req *r, const struct evaluation_line *l)
{
	return *l->item.anchor ? tr_with(r->mem, r->lang, "Tiêu chí {1}", cited(r,
	    l->item.anchor), NULL, NULL)
	    : l->item.text;
}

/* ---- all sheets of a round ---- */

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
		if (!e->stands && strcmp(evaluation_last_day(r, e->due), r->today) < 0)
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
		view_date(r->view, "due", d->due_date);
		view_text(r->view, "q", form_get(r->form, "q"));
		view_text(r->view, "path", evaluation_round_path(r, d->id, "/units"));
		view_text(r->view, "results_path", evaluation_round_path(r, d->id, "/results"));
		for (size_t i = 0; i < sizeof(states) / sizeof(*states); i++)
			evaluation_option(r->view, "STATE", states[i].value, tr(r->lang, states[i].label),
			    !strcmp(states[i].value, ask.state));
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
		changed(r, *l->item.anchor ? l->item.anchor : key(r, "bonus ", l), "",
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
		form_wrong_at(r->form, "waiting", tr(r->lang, "Phiếu chờ thẩm định"), tr(r->lang,
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

/* ---- one sheet ---- */

static void
show_line(struct req *r, const struct evaluation *e, const struct evaluation_line *l)
{
	struct view *v = view_add(r->view, "LINE");
	const char *name = key(r, "v", l), *why = key(r, "w", l), *na = key(r, "n", l);
	const char *fault = form_fault(r->form, name), *unsaid = form_fault(r->form, why);
	bool again = form_sent(r->form, name);

	view_text(v, "label", label_of(r, l));
	evaluation_show_own(r, v, e, l);
	struct evaluation_fill fill = evaluation_fill(r, e, l, r->lang);
	struct evaluation_score now = evaluation_computed(r, e, l);
	if (evaluation_fills(&fill) && !evaluation_same(&now, &l->own)) {
		struct view *changed_ = view_add(v, "NOW");
		view_text(changed_, "now", evaluation_points(r, &now));
		view_text(changed_, "now_how", fill.how);
	}
	if (*l->item.condition || l->own.skipped || l->review.skipped) {
		struct view *box = view_add(v, "NA");
		view_text(box, "na", na);
		if (again ? form_sent(r->form, na) : l->review.skipped)
			view_text(box, "ticked", "checked");
	}
	view_text(v, "field", name);
	view_text(v, "value", again ? form_get(r->form, name) : l->review.points < 0 ? ""
	    : text_of_number(r->mem, l->review.points, 2, false, "vi"));
	view_text(v, "invalid", fault ? "true" : "false");
	if (fault)
		view_text(view_add(v, "FAULTY"), "why", fault);
	view_int(v, "item_id", l->item.id);
	view_text(v, "why_field", why);
	view_text(v, "reason", form_sent(r->form, why) ? form_get(r->form, why)
	    : l->review.text ? l->review.text : "");
	view_text(v, "why_invalid", unsaid ? "true" : "false");
	if (unsaid)
		view_text(view_add(v, "UNSAID"), "why", unsaid);
}

static int
show_review(struct req *r, int status, const struct evaluation *e, struct evaluation_line *all)
{
	struct evaluation_ask ask = { .account = r->who.id, .day = r->today, .lang = r->lang };
	struct score_total own = evaluation_own_total(r, all);
	struct score_total total = evaluation_review_total(r, all);
	struct evaluation_round *d = evaluation_round_get(r->db, r->mem, e->round, r->lang);
	const struct evaluation_place *p = d ? evaluation_place_of(evaluation_places(r, d), e->id) : NULL;

	evaluation_show_head(r, r->view, e, "Thẩm định điểm: {1}");
	crumb(r, e->round_name, evaluation_round_path(r, e->round, "/units"));
	form_open(r, r->view, evaluation_path(r, e->id, "/review"));
	form_show_faults(r->form, r->view, r->lang, evaluation_reason);
	evaluation_show_edition(r, r->view, e->edition);
	view_text(r->view, "reason_all", form_get(r->form, "reason"));
	view_text(r->view, "reason_invalid", form_fault(r->form, "reason") ? "true" : "false");
	if (form_fault(r->form, "reason") || *form_get(r->form, "reason"))
		view_add(r->view, "RETURNING");
	if (form_fault(r->form, "reason"))
		view_text(view_add(r->view, "REASON_FAULTY"), "why", form_fault(r->form, "reason"));
	for (struct evaluation_line *l = all; l; l = l->next)
		show_line(r, e, l);
	view_text(r->view, "max_total", number(r, own.maximum, 2));
	view_text(r->view, "own_total", number(r, own.total, 2));
	view_text(r->view, "review_total", number(r, total.total, 2));
	if (p && p->rank) {
		struct view *v = view_add(r->view, "PLACE");
		view_text(v, "rank", number(r, p->rank, 0));
		view_text(v, "among", number(r, p->among, 0));
	}
	if (*e->note)
		view_text(view_add(r->view, "NOTE"), "note", e->note);
	view_add(r->view, evaluation_offered(r, e, "review") ? "DECIDES" : "OWN");
	for (struct evaluation *x = evaluation_to_review(r->db, r->mem, &ask); x; x = x->next)
		if (x->id != e->id && x->round == e->round) {
			struct view *v = view_add(r->view, "NEXT");
			view_text(v, "name", x->name);
			view_text(v, "path", evaluation_path(r, x->id, "/review"));
			break;
		}
	evaluation_show_history(r, r->view, e, true);
	view_add_around(r->view, "WIDE");
	return show(r, status, "evaluation_review");
}

/* The sheet, if it waits for this person's review. */
static struct evaluation *
to_judge(struct req *r, int *status)
{
	struct evaluation_sight sight;
	struct evaluation *e = evaluation_seen(r, r->id, &sight);

	*status = !e || !sight.reviews || !sight.board ? 404
	    : strcmp(e->state, "sent") || !strcmp(e->round_state, "published") ? 409 : 0;
	return e;
}

int
evaluation_review(struct req *r)
{
	int status;
	struct evaluation *e = to_judge(r, &status);

	if (status)
		return status == 409 ? go(r, evaluation_path(r, e->id, "")) : status;
	return show_review(r, 200, e, evaluation_lines(r->db, r->mem, e));
}

/* What was typed of one line into its review; taken: its own score was accepted. */
static void
read_line(struct req *r, struct evaluation_line *l, bool taken, bool strict)
{
	struct typed { const char *score, *why; } t;
	const char *name = key(r, "v", l), *max = number(r, l->item.points, 2);
	struct field table[] = {
		{ .name = name, .at = offsetof(struct typed, score), .label = label_of(r, l),
		    .optional = true, .max = SCORE_MAX },
		{ .name = key(r, "w", l), .at = offsetof(struct typed, why), .label = label_of(r, l),
		    .kind = LINES, .optional = true, .max = REASON_MAX },
		{ 0 }
	};
	struct evaluation_score *s = &l->review;
	int64_t n;

	form_read(r->form, r->mem, table, &t);
	*s = (struct evaluation_score){ .points = -1, .text = t.why, .how = "", .document = "",
	    .document_day = "" };
	s->skipped = form_sent(r->form, key(r, "n", l)) && (*l->item.condition || l->own.skipped);
	if (taken) {
		s->skipped = l->own.skipped, s->points = l->own.points, s->text = "";
	} else if (*t.score && s->skipped) {
		form_wrong_at(r->form, name, label_of(r, l), tr(r->lang,
		    "Đã đánh dấu không phát sinh mà vẫn ghi điểm: bỏ dấu hoặc để trống ô điểm"));
	} else if (*t.score && !text_number(t.score, 2, &n)) {
		form_wrong_at(r->form, name, label_of(r, l), tr_with(r->mem, r->lang,
		    "{1} không phải số. Ghi số từ 0 đến {2}, có thể lẻ như 12,5", t.score, max, NULL));
	} else if (*t.score && (n < 0 || n > l->item.points)) {
		form_wrong_at(r->form, name, label_of(r, l), tr_with(r->mem, r->lang,
		    "{1} vượt giới hạn của tiêu chí này. Ghi số từ 0 đến {2}, có thể lẻ như 12,5",
		    t.score, max, NULL));
	} else if (*t.score) {
		s->points = n;
	}
	s->has = s->skipped || s->points >= 0;
	if (strict && !s->has && !l->item.bonus && !form_fault(r->form, name))
		form_wrong_at(r->form, name, label_of(r, l), tr(r->lang,
		    "Chưa thẩm định: ghi điểm, hoặc bấm chấp nhận điểm tự chấm"));
	if (strict && s->has && !evaluation_same(s, &l->own) && !*s->text)
		form_wrong_at(r->form, table[1].name, label_of(r, l), tr_with(r->mem, r->lang,
		    "Điểm thẩm định {1} khác điểm tự chấm {2}: cần ghi lý do",
		    evaluation_points(r, s), evaluation_points(r, &l->own), NULL));
}

static void
put_lines(struct req *r, const struct evaluation *e, const struct evaluation_line *old,
    const struct evaluation_line *all)
{
	for (; all; all = all->next, old = old->next) {
		const char *name = *all->item.anchor ? all->item.anchor : key(r, "bonus ", all);
		const struct evaluation_score *s = &all->review;
		const char *was = old->review.has ? evaluation_points(r, &old->review) : "";
		const char *is = s->has ? evaluation_points(r, s) : "";

		if (s->has)
			evaluation_put(r->db, e->id, all->item.id, "review", s, r->who.id, r->now);
		else if (old->review.has)
			evaluation_drop(r->db, e->id, all->item.id, "review");
		changed(r, name, was, is);
		changed(r, mem_printf(r->mem, "%s reason", name), old->review.text, s->text);
	}
}

/* Back to its unit, with what is said of single criteria. */
static int
send_back(struct req *r, const struct evaluation *e, struct evaluation_line *all)
{
	struct { const char *reason; } typed;
	struct field table[] = {
		{ .name = "reason", .at = 0, .label = "Lý do trả lại", .kind = LINES, .optional = true,
		    .max = 4000 },
		{ 0 }
	};
	bool any = false;
	int status;

	form_read(r->form, r->mem, table, &typed);
	for (struct evaluation_line *l = all; l; l = l->next)
		any |= *l->review.text != '\0';
	if (form_faults(r->form))
		return show_review(r, 422, e, all);
	struct flow_ask ask = { .flow_case = e->flow_case, .move = "return",
	    .reason = !*typed.reason && any ? "Xem lý do ghi ở từng tiêu chí." : typed.reason };
	for (struct evaluation_line *l = all; l; l = l->next)
		changed(r, mem_printf(r->mem, "%s reason", *l->item.anchor ? l->item.anchor
		    : key(r, "bonus ", l)), "", l->review.text);
	if ((status = act(r, &ask, "evaluation.return", e->id)))
		return status == -1 ? show_review(r, 422, e, all) : status;
	for (struct evaluation_line *l = all; l; l = l->next)
		if (*l->review.text)
			evaluation_return_add(r->db, ask.step, l->item.id, l->review.text);
	evaluation_drop_accepted(r->db, e->id);
	evaluation_touch(r->db, e->id);
	return go(r, evaluation_round_path(r, e->round, "/units"));
}

int
evaluation_judge(struct req *r)
{
	int status;
	struct evaluation *e = to_judge(r, &status);
	const char *what = form_get(r->form, "do"), *one = form_get(r->form, "accept");
	bool whole = !strcmp(what, "accept"), back = !strcmp(what, "return");
	bool computed = !strcmp(what, "computed");
	bool ends = !strcmp(what, "review") || whole;

	if (status)
		return status;
	may_here(r, "evaluation.review", e->round_unit);
	if (!evaluation_offered(r, e, "review"))
		form_wrong_at(r->form, "reason", tr(r->lang, "Phiếu chấm"), tr(r->lang,
		    "Bạn đã lập hoặc gửi phiếu này nên không tự thẩm định được: đề nghị người khác cùng vai trò"));
	struct evaluation_line *old = evaluation_lines(r->db, r->mem, e);
	struct evaluation_line *all = evaluation_lines(r->db, r->mem, e);
	if (strtoll(form_get(r->form, "edition"), NULL, 10) != e->edition)
		form_wrong_at(r->form, "edition", tr(r->lang, "Phiếu chấm"), tr(r->lang,
		    "Người khác đã lưu điểm thẩm định sau khi bạn mở trang: lưu lần nữa để thay bằng bản này, hoặc mở lại trang để xem bản kia"));
	for (struct evaluation_line *l = all; l; l = l->next) {
		bool typed = *form_get(r->form, key(r, "v", l)) || form_sent(r->form, key(r, "n", l));
		bool taken = (whole && !typed) || (computed && l->own.computed && !typed)
		    || strtoll(one, NULL, 10) == l->item.id;
		read_line(r, l, taken, ends);	/* a review half done is kept as it is */
	}
	if (back)
		return send_back(r, e, all);
	if (form_faults(r->form))
		return show_review(r, 422, e, all);
	put_lines(r, e, old, all);
	evaluation_touch(r->db, e->id);
	if (!ends) {
		audit(r, "evaluation.judge", e->id);
		said(r, "Đã lưu điểm thẩm định");
		return go(r, evaluation_path(r, e->id, "/review"));
	}
	if ((status = act(r, &(struct flow_ask){ .flow_case = e->flow_case, .move = "review",
	    .reason = "" }, "evaluation.review", e->id)))
		return status == -1 ? show_review(r, 422, e, all) : status;
	return go(r, evaluation_round_path(r, e->round, "/units"));
}
