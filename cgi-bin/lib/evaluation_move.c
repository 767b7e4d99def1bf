/* evaluation_move.c - what a sheet lacks, its moves, and what was sent. */

#include <stdlib.h>

#include "cgi-bin/lib/evaluation_page.h"
#include "cgi-bin/lib/wrap.h"
#include "db/unit.h"

static const char *
field_of(struct req *r, const struct evaluation_line *l)
{
	return mem_printf(r->mem, "s%lld", (long long)l->item.id);
}

static const char *
label_of(struct req *r, const struct evaluation_line *l)
{
	return *l->item.anchor ? tr_with(r->mem, r->lang, "Tiêu chí {1}", cited(r,
	    l->item.anchor), NULL, NULL)
	    : l->item.text;
}

/* What has become of a score that the portal gave: a row of {{#MOVED}}. */
static void
show_moved(struct req *r, struct view **list, const struct evaluation_line *l,
    const struct evaluation_score *now, const char *how)
{
	if (!*list)
		*list = view_add(r->view, "MOVED");
	struct view *v = view_add(*list, "ROW");
	view_text(v, "label", label_of(r, l));
	view_text(v, "text", l->item.text);
	view_text(v, "was", evaluation_points(r, &l->own));
	view_text(v, "was_how", l->own.how);
	view_text(v, "now", now ? evaluation_points(r, now) : tr(r->lang, "cổng không tính được"));
	view_text(v, "now_how", how);
}

/*
 * What stands in the way of sending: a criterion without score, one that the portal could
 * not compute and that is not explained, one that it would compute otherwise now, or of
 * which the figures are gone.  All of it in a sentence; "" if nothing does.  Figures that
 * changed are shown side by side, if asked.
 */
static const char *
check(struct req *r, const struct evaluation *e, struct evaluation_line *all, bool tell)
{
	struct view *moved_ = NULL;
	const char *said_ = "";

	for (struct evaluation_line *l = all; l; l = l->next) {
		struct evaluation_fill fill = evaluation_fill(r, e, l, r->lang);
		const struct evaluation_score *s = &l->own;
		struct evaluation_score now;
		bool fills = evaluation_fills(&fill);
		const char *why = NULL;

		if (fills && (now = evaluation_computed(r, e, l), !s->computed
		    || !evaluation_stands(&now, s))) {
			why = tr_with(r->mem, r->lang, "số liệu đã đổi, khi lưu là {1}, nay cổng tính {2}",
			    evaluation_points(r, s), evaluation_points(r, &now), NULL);
			if (tell)
				show_moved(r, &moved_, l, &now, fill.how);
		} else if (!fills && s->computed) {
			why = tr(r->lang, "số liệu mà cổng đã dùng không còn, phải chấm lại");
			if (tell)
				show_moved(r, &moved_, l, NULL, fill.how);
		} else if (!fills && !s->skipped && s->points < 0 && !l->item.bonus) {
			why = tr(r->lang, *l->item.condition ? "chưa chấm: ghi điểm, hoặc đánh dấu không phát sinh"
			    : "chưa chấm: ghi điểm, không đạt thì ghi 0");
		} else if (!fills && *l->item.rule.formula && s->points >= 0 && !*s->text) {
			why = tr(r->lang, "cổng chưa tính được nên cần thuyết minh căn cứ của điểm tự chấm");
		}
		if (!why)
			continue;
		form_wrong_at(r->form, field_of(r, l), label_of(r, l), why);
		said_ = mem_printf(r->mem, "%s%s%s: %s", said_, *said_ ? "; " : "", label_of(r, l), why);
	}
	return said_;
}

/* Criteria that a person scored, with neither words nor files: no fault, but odd. */
static const char *
without_evidence(struct req *r, const struct evaluation *e, const struct evaluation_line *l)
{
	const char *names = "";

	for (; l; l = l->next)
		if (!l->own.computed && l->own.points > 0 && !*l->own.text
		    && !evaluation_files(r, e->id, l->item.id))
			names = mem_printf(r->mem, "%s%s%s", names, *names ? "; " : "", label_of(r, l));
	return names;
}

static int
show_check(struct req *r, int status, const struct evaluation *e,
    struct evaluation_line *all, struct evaluation_sight sight)
{
	const char *faults = check(r, e, all, true);

	evaluation_show_head(r, r->view, e, "Xem lại trước khi gửi: {1}");
	crumb(r, e->name, evaluation_path(r, e->id, ""));
	form_show_faults(r->form, r->view, r->lang, NULL);
	sight.judged = false;
	evaluation_show_lines(r, r->view, e, all, sight);
	if (*e->note)
		view_text(view_add(r->view, "NOTE"), "note", e->note);
	if (!*faults)
		view_add(r->view, "SOUND");
	else if (sight.edits)
		view_text(view_add(r->view, "MEND"), "path", evaluation_path(r, e->id, ""));
	else if (evaluation_takes(e))
		view_add(r->view, evaluation_offered(r, e, "back") ? "GIVE_BACK" : "ASK");
	const char *bare = without_evidence(r, e, all);
	if (*bare)
		view_text(view_add(r->view, "BARE"), "criteria", bare);
	if (sight.edits && !*faults)
		view_text(view_add(r->view, "EDIT"), "path", evaluation_path(r, e->id, ""));
	/* What would be refused is not offered. */
	if (*faults)
		evaluation_show_moves(r, e, "back", tr_with(r->mem, r->lang,
		    "Chưa gửi được: {1}. Đề nghị mở phiếu, lưu lại rồi trình lại.", faults, NULL, NULL));
	else
		evaluation_show_moves(r, e, "submit send back", "");
	return show(r, status, "evaluation_check");
}

static bool
is_before_sending(const struct evaluation *e)
{
	return strcmp(e->state, "sent") && strcmp(e->state, "reviewed") && strcmp(e->state, "dropped");
}

int
evaluation_check(struct req *r)
{
	struct evaluation_sight sight;
	struct evaluation *e = evaluation_seen(r, r->id, &sight);

	if (!e || (!sight.writes && !sight.sends))
		return 404;
	if (!is_before_sending(e))
		return go(r, evaluation_path(r, e->id, ""));
	return show_check(r, 200, e, evaluation_lines(r->db, r->mem, e), sight);
}

struct moved {
	const char *move, *reason;
};

static const struct field move_fields[] = {
	FIELD(moved, move, "Việc", .max = 40),
	FIELD(moved, reason, "Lý do", .kind = LINES, .optional = true, .max = 4000),
	{ 0 }
};

/* May he make that move at all?  Those of the review have their own page
 * (evaluation_review.c), but for the one that opens it again. */
static bool
is_able(const struct evaluation_sight *s, const char *move)
{
	if (!strcmp(move, "submit") || !strcmp(move, "drop"))
		return s->writes;
	if (!strcmp(move, "send") || !strcmp(move, "back"))
		return s->sends;
	return !strcmp(move, "reopen") && s->reviews;
}

static int
faulty(struct req *r, const struct evaluation *e, struct evaluation_line *all,
    struct evaluation_sight sight, const char *move)
{
	if (!strcmp(move, "reopen"))
		return evaluation_show_case(r, 422, e, sight);
	if (!strcmp(move, "drop"))
		return evaluation_show_form(r, 422, e, all);
	return show_check(r, 422, e, all, sight);
}

int
evaluation_move(struct req *r)
{
	struct evaluation_sight sight;
	struct evaluation *e = evaluation_seen(r, r->id, &sight);
	struct evaluation_line *all;
	struct moved m;
	int status;

	if (!e)
		return 404;
	form_read(r->form, r->mem, move_fields, &m);
	if (!is_able(&sight, m.move))
		return 404;
	if (!evaluation_offered(r, e, m.move))
		return overtaken(r, e->flow_case, "");
	all = evaluation_lines(r->db, r->mem, e);
	bool forward = !strcmp(m.move, "submit") || !strcmp(m.move, "send");
	is_old(r, e->edition, tr(r->lang,
	    "Phiếu đã được lưu hoặc chuyển bước sau khi bạn mở trang: xem lại bản này rồi bấm lại"));
	if (form_faults(r->form) || (forward && *check(r, e, all, false)))
		return faulty(r, e, all, sight, m.move);
	status = act(r, &(struct flow_ask){ .flow_case = e->flow_case, .move = m.move,
	    .reason = m.reason }, mem_printf(r->mem, "evaluation.%s", m.move), e->id);
	if (status)
		return status == -1 ? faulty(r, e, all, sight, m.move) : status;
	evaluation_touch(r->db, e->id);
	if (!strcmp(m.move, "drop"))
		return go(r, "/evaluation");
	if (strcmp(m.move, "send"))
		return go(r, evaluation_path(r, e->id, ""));
	evaluation_send_copy(r->db, r->mem, e->id, r->who.id, r->now, r->today);
	return go(r, evaluation_path(r, e->id, "/receipt"));
}

/* The sheet and its copy; NULL if it is not his to read. */
static struct evaluation *
with_copies(struct req *r, struct evaluation_sight *sight)
{
	struct evaluation *e = evaluation_seen(r, r->id, sight);

	return e && (sight->own || sight->board || may_here(r, "evaluation.view", e->unit)) ? e : NULL;
}

int
evaluation_receipt(struct req *r)
{
	struct evaluation_sight sight;
	struct evaluation *e = with_copies(r, &sight);
	struct sent_copy *c = e ? evaluation_copies(r->db, r->mem, e->id) : NULL;

	if (!c)
		return 404;
	if (r->face) {
		struct json *j = json_new(r);
		json_text(j, "receipt", c->receipt);
		json_int(j, "sent", c->at);
		json_text(j, "unit", e->unit_name);
		json_text(j, "name", e->name);
		json_text(j, "round", e->round_name);
		json_text(j, "digest", c->digest);
		return json_show(r, j);
	}
	title(r, tr(r->lang, "Đã gửi phiếu chấm"));
	crumb(r, tr(r->lang, "Đánh giá"), "/evaluation");
	crumb(r, e->name, evaluation_path(r, e->id, ""));
	int64_t early = text_days(c->day, due_last(r, e->due));
	const char *days = number(r, llabs(early), 0);
	view_text(r->view, "receipt", c->receipt);
	view_text(r->view, "at", moment(r, c->at));
	view_text(r->view, "against", !early ? tr(r->lang, "Đúng ngày hạn.")
	    : tr_with(r->mem, r->lang, early > 0 ? "Trước hạn {1} ngày." : "Trễ hạn {1} ngày.",
	    days, NULL, NULL));
	view_text(r->view, "name", e->name);
	view_text(r->view, "round_name", e->round_name);
	view_text(r->view, "sender", c->sender);
	view_text(r->view, "digest", c->digest);
	view_text(r->view, "path", evaluation_path(r, e->id, mem_printf(r->mem, "/sent/%lld",
	    (long long)c->id)));
	view_text(r->view, "sheet_path", evaluation_path(r, e->id, ""));
	return show(r, 200, "evaluation_receipt");
}

/* A copy is read as it was frozen: as JSON, and as text in the page. */
int
evaluation_sent_copy(struct req *r)
{
	struct evaluation_sight sight;
	struct evaluation *e = with_copies(r, &sight);
	struct sent_copy *c = e ? evaluation_copy_get(r->db, r->mem, e->id, r->id2) : NULL;

	if (!c)
		return 404;
	if (r->face)
		return give(r, "application/json; charset=utf-8", NULL, c->content, strlen(c->content));
	title(r, tr_with(r->mem, r->lang, "Bản đã gửi {1}", c->receipt, NULL, NULL));
	crumb(r, tr(r->lang, "Đánh giá"), "/evaluation");
	crumb(r, e->name, evaluation_path(r, e->id, ""));
	view_text(r->view, "name", e->name);
	view_text(r->view, "at", moment(r, c->at));
	view_text(r->view, "sender", c->sender);
	view_text(r->view, "digest", c->digest);
	view_add(r->view, sent_is_sound(r->mem, c->content, c->digest) ? "WHOLE" : "BROKEN");
	view_text(r->view, "json", mem_printf(r->mem, "%s.json", r->path));
	for (struct evaluation_copy_line *l = evaluation_copy_lines(r->db, r->mem, c->id); l;
	    l = l->next) {
		struct view *v = view_add(r->view, "LINE");
		view_text(v, "text", l->text);
		view_text(v, "anchor", cited(r, l->anchor));
		view_text(v, "maximum", number(r, l->maximum, 2));
		view_text(v, "own", l->skipped ? tr(r->lang, "không phát sinh")
		    : l->points < 0 ? tr(r->lang, "chưa chấm") : number(r, l->points, 2));
		view_text(v, "how", l->how);
		view_text(v, "own_text", l->own_text);
	}
	return show(r, 200, "evaluation_sent");
}

/* The filled sheet on paper, with the place for a signature. */
int
evaluation_print(struct req *r)
{
	struct evaluation_sight sight;
	struct evaluation *e = evaluation_seen(r, r->id, &sight);
	struct evaluation_line *all;

	if (!e || !sight.own)
		return 404;
	all = evaluation_lines(r->db, r->mem, e);
	struct score_total own = evaluation_own_total(r, all);
	struct score_total judged = evaluation_review_total(r, all);
	title(r, tr_with(r->mem, r->lang, "Phiếu chấm điểm: {1}", e->name, NULL, NULL));
	crumb(r, tr(r->lang, "Đánh giá"), "/evaluation");
	crumb(r, e->name, evaluation_path(r, e->id, ""));
	wrap_show(r, "ISSUER", unit_issuer(r->db, r->mem, e->unit, e->window_to));
	view_text(view_add(r->view, "NAMED"), "name", e->judged ? e->name : mem_printf(r->mem, "%s: %s",
	    evaluation_subject_word(r, e->subject), e->name));
	view_text(r->view, "round_name", e->round_name);
	view_text(r->view, "window", evaluation_window(r, e->window_from, e->window_to));
	view_text(r->view, "class_name", e->class_name);
	view_text(r->view, "max_total", number(r, own.maximum, 2));
	view_text(r->view, "own_total", number(r, own.total, 2));
	view_text(r->view, "review_total", sight.judged && evaluation_is_judged(e, all)
	    ? number(r, judged.total, 2) : "");
	view_text(r->view, "note", e->note);
	for (struct evaluation_line *l = all; l; l = l->next) {
		struct view *v = view_add(r->view, "LINE");
		view_text(v, "anchor", cited(r, l->item.anchor));
		view_text(v, "text", l->item.text);
		view_text(v, "how", l->own.how);
		view_text(v, "own_text", l->own.text);
		view_text(v, "maximum", number(r, l->item.points > 0 ? l->item.points : 0, 2));
		view_text(v, "own", l->own.skipped || l->own.points >= 0
		    ? evaluation_points(r, &l->own) : "");
		view_text(v, "review", sight.judged && l->review.has
		    ? evaluation_points(r, &l->review) : "");
	}
	view_add_around(r->view, "SHEET");
	return show(r, 200, "evaluation_print");
}
