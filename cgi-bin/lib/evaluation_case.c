/* evaluation_case.c - a sheet for those who cannot, or can no longer, write in it. */

#include "cgi-bin/lib/evaluation_page.h"

static void
json_score(struct json *j, const char *name, const struct evaluation_score *s)
{
	struct json *one;

	if (!s->has) {
		json_text(j, name, NULL);
		return;
	}
	one = json_record(j, name);
	if (s->points < 0)
		json_text(one, "points", NULL);
	else
		json_decimal(one, "points", s->points);
	json_int(one, "not_applicable", s->skipped);
	json_int(one, "computed", s->computed);
	json_text(one, "text", s->text);
	json_text(one, "how", *s->how ? s->how : NULL);
}

static int
sheet_json(struct req *r, const struct evaluation *e, struct evaluation_sight sight)
{
	struct json *j = json_new(r), *list;

	json_int(j, "id", e->id);
	json_text(j, "round", e->round_name);
	json_text(j, "unit", e->unit_name);
	json_text(j, "subject", e->subject);
	json_text(j, "name", e->name);
	json_text(j, "class", e->class_name);
	json_text(j, "state", e->state);
	json_text(j, "due", e->due);
	json_text(j, "last_day", due_last(r, e->due));
	json_text(j, "receipt", *e->receipt ? e->receipt : NULL);
	if (!sight.own)
		return json_show(r, j);
	list = json_list(j, "criteria");
	for (struct evaluation_line *l = evaluation_lines(r->db, r->mem, e); l; l = l->next) {
		struct json *one = json_record(list, NULL);
		json_text(one, "anchor", l->item.anchor);
		json_text(one, "text", l->item.text);
		json_decimal(one, "maximum", l->item.points > 0 ? l->item.points : 0);
		json_int(one, "bonus", l->item.bonus);
		json_score(one, "own", &l->own);
		if (sight.judged)
			json_score(one, "review", &l->review);
	}
	return json_show(r, j);
}

int
evaluation_show_case(struct req *r, int status, const struct evaluation *e,
    struct evaluation_sight sight)
{
	if (r->face)
		return sheet_json(r, e, sight);
	evaluation_show_head(r, r->view, e, "Phiếu chấm điểm: {1}");
	form_show_faults(r->form, r->view, r->lang, NULL);
	if (sight.own)
		evaluation_show_lines(r, r->view, e, evaluation_lines(r->db, r->mem, e), sight);
	else
		view_add(r->view, "HIDDEN");
	if (sight.own && *e->note)
		view_text(view_add(r->view, "NOTE"), "note", e->note);
	if (sight.reviews && !strcmp(e->state, "sent"))
		view_text(view_add(r->view, "REVIEW"), "path", evaluation_path(r, e->id, "/review"));
	if (sight.sends && !strcmp(e->state, "signing"))
		view_text(view_add(r->view, "CHECK"), "path", evaluation_path(r, e->id, "/check"));
	if (*e->receipt && sight.own)
		view_text(view_add(r->view, "RECEIPT"), "path", evaluation_path(r, e->id, "/receipt"));
	if (sight.own)
		view_text(view_add(r->view, "PRINT"), "path", evaluation_path(r, e->id, "/print"));
	view_text(r->view, "results_path", evaluation_round_path(r, e->round, "/results"));
	evaluation_show_moves(r, e, "reopen", "");
	if (sight.own)
		evaluation_show_history(r, r->view, e, sight.writes || sight.sends || sight.board);
	return show(r, status, "evaluation_case");
}
