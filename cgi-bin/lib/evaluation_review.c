/* evaluation_review.c - the standing body's score beside the unit's own. */

#include <stdlib.h>

#include "cgi-bin/lib/evaluation_page.h"

enum { REASON_MAX = 1000, SCORE_MAX = 40 };

static void
show_line(struct req *r, const struct evaluation *e, const struct evaluation_line *l)
{
	struct view *v = view_add(r->view, "LINE");
	const char *name = evaluation_key(r, "v", l), *why = evaluation_key(r, "w", l);
	const char *na = evaluation_key(r, "n", l);
	const char *fault = form_fault(r->form, name), *unsaid = form_fault(r->form, why);
	bool again = form_sent(r->form, name);

	view_text(v, "label", evaluation_label(r, l));
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
	view_text(v, "reason", form_typed(r->form, why, l->review.text ? l->review.text : ""));
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
	form_show_faults(r->form, r->view, r->lang, NULL);
	show_edition(r, r->view, "", e->edition);
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
	const char *name = evaluation_key(r, "v", l), *max = number(r, l->item.points, 2);
	struct field table[] = {
		{ .name = name, .at = offsetof(struct typed, score), .label = evaluation_label(r, l),
		    .optional = true, .max = SCORE_MAX },
		{ .name = evaluation_key(r, "w", l), .at = offsetof(struct typed, why), .label = evaluation_label(r, l),
		    .kind = LINES, .optional = true, .max = REASON_MAX },
		{ 0 }
	};
	struct evaluation_score *s = &l->review;
	int64_t n;

	form_read(r->form, r->mem, table, &t);
	*s = (struct evaluation_score){ .points = -1, .text = t.why, .how = "", .document = "",
	    .document_day = "" };
	s->skipped = form_sent(r->form, evaluation_key(r, "n", l)) && (*l->item.condition || l->own.skipped);
	if (taken) {
		s->skipped = l->own.skipped, s->points = l->own.points, s->text = "";
	} else if (*t.score && s->skipped) {
		form_wrong_at(r->form, name, evaluation_label(r, l), tr(r->lang,
		    "Đã đánh dấu không phát sinh mà vẫn ghi điểm: bỏ dấu hoặc để trống ô điểm"));
	} else if (*t.score && !text_number(t.score, 2, &n)) {
		form_wrong_at(r->form, name, evaluation_label(r, l), tr_with(r->mem, r->lang,
		    "{1} không phải số. Ghi số từ 0 đến {2}, có thể lẻ như 12,5", t.score, max, NULL));
	} else if (*t.score && (n < 0 || n > l->item.points)) {
		form_wrong_at(r->form, name, evaluation_label(r, l), tr_with(r->mem, r->lang,
		    "{1} vượt giới hạn của tiêu chí này. Ghi số từ 0 đến {2}, có thể lẻ như 12,5",
		    t.score, max, NULL));
	} else if (*t.score) {
		s->points = n;
	}
	s->has = s->skipped || s->points >= 0;
	if (strict && !s->has && !l->item.bonus && !form_fault(r->form, name))
		form_wrong_at(r->form, name, evaluation_label(r, l), tr(r->lang,
		    "Chưa thẩm định: ghi điểm, hoặc bấm chấp nhận điểm tự chấm"));
	if (strict && s->has && !evaluation_same(s, &l->own) && !*s->text)
		form_wrong_at(r->form, table[1].name, evaluation_label(r, l), tr_with(r->mem, r->lang,
		    "Điểm thẩm định {1} khác điểm tự chấm {2}: cần ghi lý do",
		    evaluation_points(r, s), evaluation_points(r, &l->own), NULL));
}

static void
put_lines(struct req *r, const struct evaluation *e, const struct evaluation_line *old,
    const struct evaluation_line *all)
{
	for (; all; all = all->next, old = old->next) {
		const char *name = *all->item.anchor ? all->item.anchor : evaluation_key(r, "bonus ", all);
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
		    : evaluation_key(r, "bonus ", l)), "", l->review.text);
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
		form_wrong_away(r->form, "sheet", tr(r->lang, "Phiếu chấm"), tr(r->lang,
		    "Bạn đã lập hoặc gửi phiếu này nên không tự thẩm định được: đề nghị người khác cùng vai trò"));
	struct evaluation_line *old = evaluation_lines(r->db, r->mem, e);
	struct evaluation_line *all = evaluation_lines(r->db, r->mem, e);
	is_old(r, e->edition, tr(r->lang,
		    "Điểm thẩm định đã được lưu ở nơi khác sau khi bạn mở trang: lưu lần nữa để thay bằng bản này, hoặc mở lại trang để xem bản kia"));
	for (struct evaluation_line *l = all; l; l = l->next) {
		bool typed = *form_get(r->form, evaluation_key(r, "v", l))
		    || form_sent(r->form, evaluation_key(r, "n", l));
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
