/* evaluation_show.c - whose sheet it is, who sees what of it, and how it is shown. */

#include "cgi-bin/lib/evaluation_page.h"

#include <stdlib.h>

const char *
evaluation_path(struct req *r, int64_t id, const char *tail)
{
	return mem_printf(r->mem, "/evaluation/%lld%s", (long long)id, tail);
}

const char *
evaluation_round_path(struct req *r, int64_t id, const char *tail)
{
	return mem_printf(r->mem, "/evaluation/round/%lld%s", (long long)id, tail);
}

const char *
evaluation_window(struct req *r, const char *from, const char *to)
{
	return tr_with(r->mem, r->lang, "từ {1} đến {2}", text_of_day(r->mem, from),
	    text_of_day(r->mem, to), NULL);
}

const char *
evaluation_kind(struct req *r, const char *kind)
{
	return tr(r->lang, !strcmp(kind, "yearly") ? "Hằng năm" : !strcmp(kind, "midterm")
	    ? "Sơ kết" : "Tổng kết");
}

const char *
evaluation_subject_word(struct req *r, const char *subject)
{
	return tr(r->lang, !strcmp(subject, "unit") ? "Đơn vị" : !strcmp(subject, "village")
	    ? "Thôn, bản, tổ dân phố" : !strcmp(subject, "household") ? "Hộ gia đình"
	    : !strcmp(subject, "cadre") ? "Cá nhân" : "Doanh nghiệp, hợp tác xã");
}

const char *
evaluation_points(struct req *r, const struct evaluation_score *s)
{
	if (s->skipped)
		return tr(r->lang, "không phát sinh");
	return s->points < 0 ? tr(r->lang, "chưa chấm") : number(r, s->points, 2);
}

const char *
evaluation_points_from(struct req *r, const struct evaluation_item *i)
{
	bool all = true, any = false;

	for (; i; i = i->next) {
		all &= i->bonus || i->planned == i->points;
		any |= i->planned >= 0;
	}
	return tr(r->lang, !any ? "Kế hoạch không ghi điểm từng tiêu chí; điểm tối đa do cơ quan thường trực đặt khi lập đợt."
	    : all ? "Điểm tối đa lấy từ kế hoạch."
	    : "Điểm tối đa lấy từ kế hoạch, có tiêu chí cơ quan thường trực đặt khác khi lập đợt.");
}

const char *
evaluation_due(struct req *r, const struct evaluation *e)
{
	return e->stands ? "" : how_far(r, due_last(r, e->due));
}

void
evaluation_show_early(struct req *r, struct view *view, const struct evaluation_round *d)
{
	if (strcmp(r->today, due_last(r, d->due_date)) > 0)
		return;
	struct view *v = view_add(view, "EARLY");
	view_text(v, "due", due_text(r, d->due_date));
	view_text(v, "round_path", evaluation_round_path(r, d->id, ""));
}

struct evaluation_round *
evaluation_round_here(struct req *r, int64_t id)
{
	struct evaluation_round *d = evaluation_round_get(r->db, r->mem, id, r->lang);

	return d && may_here(r, "evaluation.design", d->unit) ? d : NULL;
}

bool
evaluation_board(struct req *r, int64_t round_unit)
{
	return may_here(r, "evaluation.follow", round_unit);
}

bool
evaluation_known(struct req *r, int64_t round)
{
	struct evaluation_ask ask = { .account = r->who.id, .day = r->today, .lang = r->lang,
	    .limit = 1000000 };
	int64_t total;
	struct evaluation_round *d = evaluation_rounds(r->db, r->mem, &ask, &total);

	while (d && d->id != round)
		d = d->next;
	return d;
}

bool
evaluation_takes(const struct evaluation *e)
{
	return !strcmp(e->round_state, "open") || (!strcmp(e->round_state, "closed") && e->sent);
}

struct evaluation_sight
evaluation_sight_of(struct req *r, const struct evaluation *e)
{
	bool views = may_here(r, "evaluation.view", e->unit);
	struct evaluation_sight s = {
		.board   = evaluation_board(r, e->round_unit),
		.reviews = may_here(r, "evaluation.review", e->round_unit),
		.sends   = may_here(r, "evaluation.send", e->unit),
		.writes  = may_here(r, "evaluation.write", e->unit),
	};

	s.edits = s.writes && (!e->id || e->edits) && evaluation_takes(e);
	s.own = s.writes || s.sends || ((s.board || views) && e->stands);
	s.judged = s.own && (s.board || !strcmp(e->state, "reviewed"));
	return s;
}

/* The last return that this person is told of. */
static void
tell_return(struct req *r, struct evaluation *e)
{
	struct flow_step *s = returned_of(steps_of(r, e->flow_case), "sent");

	e->reason = s ? s->reason : "";
	e->returned_by = s ? s->name : "";
	e->returned_at = s ? s->at : 0;
	e->returned_step = s ? s->id : 0;
}

struct evaluation *
evaluation_seen(struct req *r, int64_t id, struct evaluation_sight *sight)
{
	struct evaluation *e = evaluation_get(r->db, r->mem, id, r->today, r->lang);

	if (!e || !strcmp(e->round_state, "draft"))
		return NULL;
	*sight = evaluation_sight_of(r, e);
	if (!sight->writes && !sight->sends && !sight->board
	    && !may_here(r, "evaluation.view", e->unit))
		return NULL;
	if (*e->reason)
		tell_return(r, e);
	return e;
}

void
evaluation_show_head(struct req *r, struct view *view, const struct evaluation *e,
    const char *title_vi)
{
	struct view *v = view_include(view, "HEAD", "evaluation_head");

	title(r, tr_with(r->mem, r->lang, title_vi, e->name, e->round_name, NULL));
	crumb(r, tr(r->lang, "Đánh giá"), "/evaluation");
	view_text(v, "unit_name", e->judged ? e->name : mem_printf(r->mem, "%s: %s",
	    evaluation_subject_word(r, e->subject), e->name));
	view_text(v, "class_name", e->class_name);
	view_text(v, "round_name", e->round_name);
	view_text(v, "window", evaluation_window(r, e->window_from, e->window_to));
	view_text(v, "tag", e->id ? e->tag : "none");
	view_text(v, "state", e->id ? e->inside : tr(r->lang, "Chưa bắt đầu"));
	view_text(v, "due", due_text(r, e->due));
	view_text(v, "far", evaluation_due(r, e));
	if (e->judged != e->unit)
		view_text(view_add(v, "BY"), "by_unit", e->unit_name);
	if (*e->place)
		view_text(view_add(v, "PLACE"), "place", e->place);
	if (e->unit_group)
		view_text(view_add(v, "GROUP"), "group_name", e->group_name);
	struct evaluation_sight sight = evaluation_sight_of(r, e);
	bool stands = !strcmp(e->state, "returned");
	if (*e->reason && (stands || sight.writes || sight.sends)) {
		struct view *back = view_add(v, "RETURNED");
		view_text(back, "what", tr(r->lang, stands ? "Phiếu bị trả lại" : "Lần trước đã trả lại"));
		view_text(back, "reason", e->reason);
		view_text(back, "returned_by", e->returned_by);
		view_text(back, "returned_at", moment(r, e->returned_at));
		show_earlier(r, back, e->flow_case, "sent");
	}
}

static struct score_line
line_of(const struct evaluation_line *l, const struct evaluation_score *s)
{
	return (struct score_line){
		.maximum  = l->item.points > 0 ? l->item.points : 0,
		.points   = s->points > 0 ? s->points : 0,
		.bonus    = l->item.bonus,
		.skipped  = s->skipped,
		.full     = !strcmp(l->item.skip, "full"),
		.computed = l->own.computed,
		.none     = !s->skipped && s->points < 0,
	};
}

static struct score_total
total_of(struct req *r, const struct evaluation_line *l, bool review)
{
	struct score_line *lines;
	size_t n = 0;

	for (const struct evaluation_line *i = l; i; i = i->next)
		n++;
	lines = mem_take(r->mem, (n + 1) * sizeof(*lines));
	for (n = 0; l; l = l->next)
		lines[n++] = line_of(l, review && l->review.has ? &l->review : &l->own);
	return score_sum(lines, n);
}

struct score_total
evaluation_own_total(struct req *r, const struct evaluation_line *l)
{
	return total_of(r, l, false);
}

struct score_total
evaluation_review_total(struct req *r, const struct evaluation_line *l)
{
	return total_of(r, l, true);
}

bool
evaluation_is_judged(const struct evaluation *e, const struct evaluation_line *l)
{
	bool all = true;

	for (; l; l = l->next)
		all &= l->review.has || (l->own.points < 0 && !l->own.skipped);
	return all || !strcmp(e->state, "reviewed");
}

void
evaluation_show_own(struct req *r, struct view *v, const struct evaluation *e,
    const struct evaluation_line *l)
{
	struct view *in;

	view_text(v, "text", l->item.text);
	view_text(v, "row_id", mem_printf(r->mem, "s%lld", (long long)l->item.id));
	view_text(v, "maximum", number(r, l->item.points > 0 ? l->item.points : 0, 2));
	if (*l->item.anchor) {
		in = view_add(v, "CLAUSE");
		view_text(in, "anchor", cited(r, l->item.anchor));
		view_text(in, "clause_path", mem_printf(r->mem, "/plan/%lld#%s", (long long)l->item.plan,
		    l->item.clause));
	}
	if (l->item.bonus)
		view_add(v, "BONUS");
	if (*l->item.condition)
		view_text(view_add(v, "CONDITION"), "condition", l->item.condition);
	if (*l->own.how)
		view_text(view_add(v, "HOW"), "how", l->own.how);
	if (l->own.report)
		view_int(view_add(v, "REPORT"), "report", l->own.report);
	if (l->own.base_report)
		view_int(view_add(v, "BASE"), "report", l->own.base_report);
	if (*l->own.document) {
		in = view_add(v, "DOCUMENT");
		view_text(in, "document", l->own.document);
		view_date(in, "document_day", l->own.document_day);
		evaluation_show_paper(in, l, evaluation_papers(r, e, r->lang));
	}
	if (*l->own.text)
		view_text(view_add(v, "TEXT"), "own_text", l->own.text);
	evaluation_show_files(r, v, e->id, l, false);
	view_text(v, "own", evaluation_points(r, &l->own));
}

static void
show_line(struct req *r, struct view *v, const struct evaluation *e,
    const struct evaluation_line *l, struct evaluation_sight sight)
{
	evaluation_show_own(r, v, e, l);
	if (*l->reason)
		view_text(view_add(v, "REASON"), "reason", l->reason);
	if (!sight.judged)
		return;
	struct view *in = view_add(v, "JUDGED");
	view_text(in, "review", l->review.has ? evaluation_points(r, &l->review)
	    : tr(r->lang, "chưa"));
	view_text(in, "why", *l->review.text ? l->review.text
	    : !l->review.has ? "" : tr(r->lang, "Không khác"));
}

void
evaluation_show_lines(struct req *r, struct view *view, const struct evaluation *e,
    struct evaluation_line *all, struct evaluation_sight sight)
{
	struct view *v = view_include(view, "LINES", "evaluation_lines");
	struct score_total own = evaluation_own_total(r, all);
	struct score_total judged = evaluation_review_total(r, all);

	view_text(v, "class_name", e->class_name);
	view_text(v, "max_total", number(r, own.maximum, 2));
	view_text(v, "own_total", number(r, own.total, 2));
	if (sight.judged) {
		view_add(v, "JUDGED_HEAD");
		view_text(view_add(v, "JUDGED_TOTAL"), "review_total",
		    evaluation_is_judged(e, all) ? number(r, judged.total, 2) : tr(r->lang, "chưa"));
	}
	for (struct evaluation_line *l = all; l; l = l->next)
		show_line(r, view_add(v, "LINE"), e, l, sight);
	if (!own.whole)
		view_add(v, "PART");
	else if (own.applies < own.maximum)
		view_text(view_add(v, "SCALED"), "applies", number(r, own.applies, 2));
}

void
evaluation_show_history(struct req *r, struct view *view, const struct evaluation *e,
    bool steps)
{
	struct view *v = view_include(view, "HISTORY", "history");
	struct sent_copy *c = evaluation_copies(r->db, r->mem, e->id);
	struct view *copies = c ? view_add(v, "COPIES") : NULL;

	for (; c; c = c->next) {
		struct view *one = view_add(copies, "COPY");
		view_text(one, "path", evaluation_path(r, e->id,
		    mem_printf(r->mem, "/sent/%lld", (long long)c->id)));
		view_text(one, "receipt", c->receipt);
		view_text(one, "at", moment(r, c->at));
	}
	if (steps)
		show_history(r, v, e->flow_case);
}

static bool
fits(struct req *r, const struct evaluation *e, const char *move)
{
	if (!strcmp(move, "review") || !strcmp(move, "return") || !strcmp(move, "reopen"))
		return (!strcmp(e->round_state, "open") || !strcmp(e->round_state, "closed"))
		    && may_here(r, "evaluation.review", e->round_unit);
	if (!strcmp(move, "drop"))
		return !e->judged && evaluation_takes(e);
	return evaluation_takes(e);
}

bool
evaluation_offered(struct req *r, const struct evaluation *e, const char *move)
{
	for (struct flow_move *m = flow_moves(r->db, r->mem, e->flow_case, r->who.id, r->today,
	    r->lang); m; m = m->next)
		if (!strcmp(m->move, move))
			return fits(r, e, move);
	return false;
}

void
evaluation_show_moves(struct req *r, const struct evaluation *e, const char *wanted,
    const char *reason)
{
	struct view *include = NULL;

	for (struct flow_move *m = flow_moves(r->db, r->mem, e->flow_case, r->who.id, r->today,
	    r->lang); m; m = m->next) {
		if (!strstr(wanted, m->move) || !fits(r, e, m->move))
			continue;
		if (!include)
			include = view_include(r->view, "MOVES", "moves");
		struct view *v = view_add(include, "MOVE");
		form_open(r, v, evaluation_path(r, e->id, "/move"));
		view_text(v, "move", m->move);
		view_text(v, "label", m->label);
		view_text(v, "class", m->risk ? "btn risk" : "btn");
		show_edition(r, v, m->move, e->edition);
		if (m->reason) {
			struct view *why = view_add(v, "REASON");
			view_text(why, "move", m->move);
			view_text(why, "reason", form_typed(r->form, "reason", reason));
		}
	}
}
