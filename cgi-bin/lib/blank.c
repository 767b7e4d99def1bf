/* blank.c - a form on paper, empty, in the layout of documents. */

#include "cgi-bin/lib/blank.h"
#include "cgi-bin/lib/wrap.h"

void
blank_open(struct req *r, const char *issuer, const char *title_ready, const char *of)
{
	title(r, title_ready);
	wrap_show(r, "ISSUER", *issuer ? issuer : "...............................");
	if (*of)
		view_text(view_add(r->view, "OF"), "of", of);
	view_add_around(r->view, "SHEET");
}

static struct view *
part(struct req *r, const char *section)
{
	return view_add(view_add(r->view, "PART"), section);
}

void
blank_ask(struct req *r, const char *label, const char *known)
{
	struct view *v = part(r, "ASK");

	view_text(v, "label", label);
	if (*known)
		view_text(view_add(v, "KNOWN"), "known", known);
	else
		view_add(v, "DOTS");
}

void
blank_tick(struct req *r, const char *label)
{
	view_text(part(r, "TICK"), "label", label);
}

void
blank_lines(struct req *r, const char *heading, const char *hint, int n)
{
	struct view *v = part(r, "RULED");

	view_text(v, "heading", heading);
	if (*hint)
		view_text(view_add(v, "HINT"), "hint", hint);
	while (n-- > 0)
		view_add(v, "RULE");
}

struct view *
blank_table(struct req *r, const char *caption, const char *const *heads)
{
	struct view *v = part(r, "GRID");

	view_text(v, "caption", caption);
	for (; *heads; heads++)
		view_text(view_add(v, "COLUMN"), "head", *heads);
	return v;
}

/* The first cell names its row, unless it too is to be written. */
void
blank_row(struct view *table, const char *const *heads, const char *const *cells)
{
	struct view *row = view_add(table, "ROW");

	for (int i = 0; heads[i]; i++) {
		const char *text = *cells ? *cells++ : "";
		view_text(view_add(row, !i && *text ? "NAME" : "CELL"), "text", text);
	}
}

int
blank_show(struct req *r)
{
	return show(r, 200, "blank");
}
