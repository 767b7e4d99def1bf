/* decree.c - see decree.h; the .docx is docx_decree.c. */

#include "cgi-bin/lib/decree.h"

#include "cgi-bin/lib/wrap.h"

static const char blank[] = "..........";

struct decree_line **
decree_to(struct req *r, struct decree_line **end, const char *text)
{
	*end = mem_take(r->mem, sizeof(**end));
	**end = (struct decree_line){ text, NULL };
	return &(*end)->next;
}

void
decree_show_lines(struct req *r, struct view *v, const char *section, const char *lines)
{
	char *copy = mem_text(r->mem, lines), *line;

	while ((line = strsep(&copy, "\n")))
		if (*line)
			view_text(view_add(v, section), "text", line);
}

static void
show_head(struct req *r, const struct decree *d)
{
	struct view *v = view_include(r->view, "HEAD", "decreehead");

	if (*d->over)
		decree_show_lines(r, v, "OVER", wrap_body(r->mem, d->over));
	decree_show_lines(r, v, "ISSUER", wrap_body(r->mem, d->issuer));
	view_text(v, "kind", d->kind);
	view_text(v, "subject", d->subject);
	view_text(v, "place", *d->place ? d->place : blank);
	view_text(v, "number", *d->number ? d->number : blank);
	if (*d->date)
		view_text(view_add(v, "DATED"), "date_long", text_of_day_long(r->mem, d->date));
	else
		view_add(v, "UNDATED");
	if (d->draft)
		view_add(v, "UNISSUED");
	if (*d->note)
		view_text(view_add(v, "NOTE"), "note", d->note);
}

const char *
decree_closed(struct req *r, const struct decree_line *to)
{
	return mem_printf(r->mem, "- %s%s", to->text, to->next ? ";" : ".");
}

static void
show_foot(struct req *r, const struct decree *d)
{
	struct view *v = view_include(r->view, "FOOT", "decreefoot");

	if (d->to)
		view_add(v, "TO");
	for (const struct decree_line *to = d->to; to; to = to->next)
		view_text(view_add(v, "RECIPIENT"), "text", decree_closed(r, to));
	decree_show_lines(r, v, "AUTHORITY", d->authority);
	view_text(v, "signer_name", d->signer_name);
}

void
decree_show(struct req *r, const struct decree *d)
{
	show_head(r, d);
	show_foot(r, d);
	view_add_around(r->view, "SHEET");
}
