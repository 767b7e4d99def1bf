/* plan_print.c - a plan on paper, in the layout of Decree 30/2020/NĐ-CP. */

#include "cgi-bin/lib/plan_change_page.h"

#include "cgi-bin/lib/decree.h"
#include "db/unit.h"

/* As many have a count of pages of their own, in www/css/portal.css; what is more goes on
 * with the last one's. */
enum { ANNEX_PAGES = 9 };

struct decree
plan_decree(struct req *r, const struct plan *p, const char *day)
{
	struct decree d = { .over = p->over, .issuer = *p->issuer ? p->issuer
	    : unit_issuer(r->db, r->mem, p->unit, *p->date ? p->date : r->today),
	    .number = p->number, .place = p->place, .date = p->date, .subject = p->subject,
	    .kind = text_upper(r->mem, *p->kind ? p->kind : "Kế hoạch"),
	    .note = plan_merged_text(r, p, day), .draft = !p->stands,
	    .authority = p->authority, .signer_name = p->signer_name };
	struct decree_line **end = &d.to;

	for (struct plan_recipient *to = plan_recipients(r->db, r->mem, p->id, r->today, r->lang); to;
	    to = to->next)
		end = decree_to(r, end, to->text);
	return d;
}

bool
plan_annexed(struct req *r, const struct plan_clause *c)
{
	return c->depth == 1 && !strncmp(text_plain(r->mem, c->label), "phu luc", 7);
}

struct annex
plan_annex(struct req *r, const struct plan_clause *c)
{
	if (!strcmp(c->text, text_upper(r->mem, c->text)))
		return (struct annex){ c->label, c->text };
	return (struct annex){ mem_printf(r->mem, "%s %s", c->label, c->text), "" };
}

bool
plan_annexed_to(const struct plan_clause *c)
{
	return !*c->label && *c->text == '(' && c->text[strlen(c->text) - 1] == ')';
}

static void
show_clause(struct req *r, struct view *v, const struct plan_clause *c)
{
	view_html(v, "clause_html", (struct html){ c->html });
	for (const struct plan_correction *k = c->corrected; k; k = k->next) {
		struct view *mended = view_add(v, "CORRECTED");
		view_text(mended, "note", plan_correction_note(r, "vi", k));
		view_html(mended, "correction_html", (struct html){ k->html });
	}
}

/* From the first on; each stands on pages of its own, numbered for themselves. */
static void
show_annexes(struct req *r, const struct plan_clause *c)
{
	struct view *v = NULL;
	bool top = false;

	for (int n = 0; c; c = c->next) {
		if (plan_annexed(r, c)) {
			struct annex a = plan_annex(r, c);
			v = view_add(r->view, "ANNEX");
			n += n < ANNEX_PAGES;
			view_int(v, "nth", n);
			view_text(v, "anchor", c->anchor);
			view_text(v, "label", a.label);
			if (*a.title)
				view_text(view_add(v, "TITLED"), "annex_title", a.title);
			for (const struct plan_correction *k = c->corrected; k; k = k->next) {
				struct view *mended = view_add(v, "MENDED");
				view_text(mended, "note", plan_correction_note(r, "vi", k));
				view_html(mended, "correction_html", (struct html){ k->html });
			}
			top = true;
			continue;
		}
		if (top && plan_annexed_to(c))
			view_text(view_add(v, "ANNEXED_TO"), "annexed_to", c->text);
		else
			show_clause(r, view_add(v, "PIECE"), c);
		top = false;
	}
}

/* The last clause stands in one block with the signature, which is never alone on a
 * page; annexes follow it. */
int
plan_print(struct req *r, const struct plan *p)
{
	const char *name = plan_name(r, p), *day = plan_day_asked(r);

	if (!day)
		return 400;
	struct decree d = plan_decree(r, p, day);
	decree_show(r, &d);
	for (struct plan_basis *b = plan_bases(r->db, r->mem, p->id); b; b = b->next)
		view_text(view_add(r->view, "BASIS"), "text", b->text);
	decree_show_lines(r, r->view, "PREAMBLE", p->preamble);
	const struct plan_clause *c = plan_text_on(r->db, r->mem, p->id, day);
	for (; c && !plan_annexed(r, c); c = c->next)
		show_clause(r, view_add(r->view, c->next && !plan_annexed(r, c->next) ? "CLAUSE" : "LAST"), c);
	show_annexes(r, c);
	plan_show_files(r, p);
	view_text(r->view, "plan_path", plan_path(r, p->id, ""));
	view_text(r->view, "on", text_of_day(r->mem, day));
	title(r, name);
	crumb(r, tr(r->lang, "mục::Kế hoạch"), "/plan");
	crumb(r, name, plan_path(r, p->id, ""));
	return show(r, 200, "plan_print");
}
