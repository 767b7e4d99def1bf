/* report_sent.c - a report as it was sent: its receipt, and the copy that is kept. */

#include <stdlib.h>

#include "cgi-bin/lib/report_page.h"

/* By the first copy: one that was returned and sent again is as early as it was. */
static const char *
against(struct req *r, const struct report *p, const struct sent_copy *c)
{
	int64_t early = text_days(p->first_day, p->last_day);
	const char *said = !early ? tr(r->lang, "Đúng ngày hạn.")
	    : tr_with(r->mem, r->lang, p->late ? "Trễ hạn {1} ngày." : "Trước hạn {1} ngày.",
	    number(r, llabs(early), 0), NULL, NULL);

	return c->next ? tr_with(r->mem, r->lang, "Lần gửi đầu ngày {1}: {2}",
	    text_of_day(r->mem, p->first_day), text_lower(r->mem, said), NULL) : said;
}

int
report_receipt(struct req *r)
{
	struct report *p = report_seen(r, r->id);
	struct sent_copy *c = p ? report_copies(r->db, r->mem, p->id) : NULL;
	int64_t figures = 0;

	if (!c)
		return 404;
	if (r->face) {
		struct json *j = json_new(r);
		json_text(j, "receipt", c->receipt);
		json_int(j, "sent", c->at);
		json_text(j, "unit", p->unit_name);
		json_text(j, "period", p->period_name);
		json_text(j, "digest", c->digest);
		return json_show(r, j);
	}
	report_show_head(r, r->view, p, NULL);
	crumb(r, p->unit_name, report_path(r, p->id, ""));
	for (struct report_copy_line *l = report_copy_lines(r->db, r->mem, c->id); l; l = l->next)
		figures += l->has && !l->rate;	/* as the form counts: a rate is not entered */
	view_text(r->view, "receipt", c->receipt);
	view_text(r->view, "against", against(r, p, c));
	view_text(r->view, "heading", r->title);
	view_text(r->view, "unit_name", p->unit_name);
	view_text(r->view, "sender", c->sender);
	view_text(r->view, "digest", c->digest);
	view_text(r->view, "window", report_window_text(r, p->window_from, p->window_to));
	view_text(r->view, "figures", number(r, figures, 0));
	view_text(r->view, "path", report_path(r, p->id, mem_printf(r->mem, "/sent/%lld",
	    (long long)c->id)));
	/* what has come back since is not on its way */
	bool stands = !strcmp(p->state, "sent") || !strcmp(p->state, "accepted");
	struct view *v = view_add(r->view, stands ? "STANDS" : "BACK");
	view_text(v, "at", moment(r, c->at));
	if (may(r, "report.send"))
		view_add(r->view, "SIGNER");
	return show(r, 200, "report_receipt");
}

static int
copy_json(struct req *r, const struct sent_copy *c)
{
	return give(r, "application/json; charset=utf-8", NULL, c->content, strlen(c->content));
}

int
report_sent_copy(struct req *r)
{
	struct report *p = report_seen(r, r->id);
	struct sent_copy *c = p ? report_copy_get(r->db, r->mem, p->id, r->id2) : NULL;
	struct view *v = NULL, *table = NULL;

	if (!c)
		return 404;
	if (r->face)
		return copy_json(r, c);
	report_show_head(r, r->view, p, NULL);
	crumb(r, p->unit_name, report_path(r, p->id, ""));
	view_text(r->view, "receipt", c->receipt);
	view_text(r->view, "at", moment(r, c->at));
	view_text(r->view, "sender", c->sender);
	view_text(r->view, "digest", c->digest);
	view_add(r->view, sent_is_sound(r->mem, c->content, c->digest) ? "WHOLE" : "BROKEN");
	view_text(r->view, "json", mem_printf(r->mem, "%s.json", r->path));
	for (struct report_copy_line *l = report_copy_lines(r->db, r->mem, c->id); l; l = l->next) {
		if (*l->section) {
			v = view_add(r->view, "SECTION");
			table = NULL;
			view_text(v, "title_of", l->section);
			if (*l->text)
				view_html(view_add(v, "TEXT"), "text_html", markdown(r->mem, l->text));
		}
		if (!l->figure)
			continue;
		if (!table) {
			table = view_add(v, "FIGURES");
			view_text(table, "title_of", l->section);
		}
		struct view *row = view_add(table, "LINE");
		view_text(row, "name", l->name);
		view_text(row, "measure", l->measure);
		view_text(row, "value", report_figure_text(r, l->has, l->value,
		    l->rate ? "rate" : ""));
		view_text(row, "last", report_figure_text(r, l->has_last, l->last,
		    l->rate ? "rate" : ""));
	}
	return show(r, 200, "report_sent");
}
