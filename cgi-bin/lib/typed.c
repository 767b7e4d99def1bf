/* typed.c - what was typed, shown once more: of a form that came too late, to be copied; of
 * a row's own form in its row. */

#include "cgi-bin/lib/page.h"
#include "cgi-bin/lib/reply.h"

enum { SHORT = 30, SHOWN_MAX = 60000 };		/* bytes: a page is to stay below 100 kB */

/* Words, not what a choice or the form itself says. */
static bool
is_text(const struct sent *s)
{
	static const char *const own[] = { "csrf", "once", "edition", "move" };

	for (size_t i = 0; i < sizeof(own) / sizeof(*own); i++)
		if (!strcmp(s->name, own[i]))
			return false;
	for (const char *c = s->value; *c; c++)
		if (*c == ' ' || *c == '\n' || *c & 0x80)
			return true;
	return strlen(s->value) > SHORT;
}

void
show_typed(struct req *r)
{
	struct view *all = NULL;
	size_t left = SHOWN_MAX;

	for (const struct sent *s = form_all(r->form); s; s = s->next) {
		if (!is_text(s) || strlen(s->value) > left)
			continue;
		left -= strlen(s->value);
		all = all ? all : view_add(r->view, "TYPED");
		view_text(view_add(all, "TEXT"), "text", s->value);
	}
}

void
form_day(struct req *r, struct view *v, const char *action, const char *name)
{
	form_open(r, v, action);
	view_text(v, name, !r->reading && !strcmp(r->path, action) && form_sent(r->form, name)
	    ? form_get(r->form, name) : text_of_day(r->mem, r->today));
}
