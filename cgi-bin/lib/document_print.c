/* document_print.c - a proposal or a conclusion on paper, in the layout of Decree 30/2020/NĐ-CP. */

#include "cgi-bin/lib/document_page.h"

#include "cgi-bin/lib/decree.h"
#include "cgi-bin/lib/outline.h"
#include "cgi-bin/lib/plan_change_text.h"

void
document_show_text(struct req *r, struct view *v, const char *last, const char *text)
{
	struct criteria *unused;

	for (const struct section *c = outline_of_markdown(r->mem, text, &unused); c; c = c->next)
		view_html(view_add(v, c->next ? "CLAUSE" : last), "clause_html",
		    markdown(r->mem, plan_change_stroke(r->mem, c->markdown)));
}

/* The last clause stands in one block with the signature, which is never alone on a page. */
int
document_print(struct req *r)
{
	struct document_sight s;
	struct document *d = document_seen(r, r->id, &s);

	if (!d)
		return 404;
	struct decree p = document_paper(r, d);
	decree_show(r, &p);
	for (struct decree_line *l = document_preamble(r, d); l; l = l->next)
		view_text(view_add(r->view, "PREAMBLE"), "text", l->text);
	document_show_text(r, r->view, "LAST", d->text);
	view_text(r->view, "document_path", document_path(r, d->id, ""));
	title(r, document_name(r, d));
	crumb(r, tr(r->lang, "Kiến nghị, kết luận"), "/document");
	crumb(r, document_name(r, d), document_path(r, d->id, ""));
	return show(r, 200, "document_print");
}
