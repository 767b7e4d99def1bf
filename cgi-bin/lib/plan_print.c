/* plan_print.c - a plan on paper, in the layout of Decree 30/2020/NĐ-CP. */

#include "cgi-bin/lib/plan_change_page.h"

#include "cgi-bin/lib/wrap.h"

static void
show_lines(struct req *r, const char *section, const char *lines)
{
	char *copy = mem_text(r->mem, lines), *line;

	while ((line = strsep(&copy, "\n")))
		if (*line)
			view_text(view_add(r->view, section), "text", line);
}

/* What is not known stays blank, to be written by hand: it is not invented. */
static void
show_head(struct req *r, const struct plan *p)
{
	if (*p->over)
		wrap_show(r, "OVER", p->over);
	wrap_show(r, "ISSUER", *p->issuer ? p->issuer : p->unit_name);
	view_text(r->view, "kind", text_upper(r->mem, *p->kind ? p->kind : "Kế hoạch"));
	view_text(r->view, "subject", p->subject);
	view_text(r->view, "place", *p->place ? p->place : "..........");
	view_text(r->view, "number", *p->number ? p->number : "..........");
	if (*p->date)
		view_text(view_add(r->view, "DATED"), "date_long", text_of_day_long(r->mem, p->date));
	else
		view_add(r->view, "UNDATED");
	if (!p->stands)
		view_add(r->view, "UNISSUED");
}

/* The last line is closed by a point, the others by a semicolon. */
static void
show_foot(struct req *r, const struct plan *p)
{
	const struct plan_recipient *to = plan_recipients(r->db, r->mem, p->id, r->today, r->lang);

	if (to)
		view_add(r->view, "TO");
	for (; to; to = to->next)
		view_text(view_add(r->view, "RECIPIENT"), "text",
		    mem_printf(r->mem, "%s%s", to->text, to->next ? ";" : "."));
	show_lines(r, "AUTHORITY", p->authority);
	view_text(r->view, "signer_name", p->signer_name);
}

/* The last clause stands in one block with the signature, which is never alone on a
 * page. */
int
plan_print(struct req *r, const struct plan *p)
{
	const char *name = plan_name(r, p), *day = plan_day_asked(r), *merged;

	if (!day)
		return 400;
	merged = plan_merged_text(r, p, day);
	show_head(r, p);
	if (*merged)
		view_text(view_add(r->view, "MERGED"), "merged", merged);
	for (struct plan_basis *b = plan_bases(r->db, r->mem, p->id); b; b = b->next)
		view_text(view_add(r->view, "BASIS"), "text", b->text);
	show_lines(r, "PREAMBLE", p->preamble);
	for (struct plan_clause *c = plan_text_on(r->db, r->mem, p->id, day); c; c = c->next) {
		struct view *v = view_add(r->view, c->next ? "CLAUSE" : "LAST");
		view_html(v, "clause_html", (struct html){ c->html });
		for (const struct plan_correction *k = c->corrected; k; k = k->next) {
			struct view *mended = view_add(v, "CORRECTED");
			view_text(mended, "note", plan_correction_note(r, "vi", k));
			view_html(mended, "correction_html", (struct html){ k->html });
		}
	}
	show_foot(r, p);
	plan_show_files(r, p);
	view_text(r->view, "plan_path", plan_path(r, p->id, ""));
	view_text(r->view, "on", text_of_day(r->mem, day));
	view_add_around(r->view, "SHEET");
	title(r, name);
	crumb(r, tr(r->lang, "mục::Kế hoạch"), "/plan");
	crumb(r, name, plan_path(r, p->id, ""));
	return show(r, 200, "plan_print");
}
