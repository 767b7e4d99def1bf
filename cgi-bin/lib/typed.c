/* typed.c - what was typed, shown once more: of a form that came too late, to be copied; of
 * one that found no room, to be sent again; of a row's own form in its row. */

#include "cgi-bin/lib/page.h"
#include "cgi-bin/lib/reply.h"

enum { SHORT = 30 };	/* bytes of a number, a date or a choice at most */

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
show_typed(struct req *r, bool to_send)
{
	struct view *all = NULL;
	int64_t n = 0;

	for (const struct sent *s = form_all(r->form); s; s = s->next) {
		bool text = is_text(s);
		if (!text && !to_send)
			continue;
		if (!all)
			all = view_add(r->view, to_send ? "TYPED_TO_SEND" : "TYPED");
		struct view *v = view_add(all, text ? "TYPED_TEXT" : "TYPED_LINE");
		if (to_send)
			view_text(v, "typed_name", s->name);
		if (text)
			view_int(v, "typed_n", ++n);
		view_text(v, "typed", s->value);
	}
	if (all && to_send)
		view_text(all, "action", r->path);
}

void
form_day(struct req *r, struct view *v, const char *action, const char *name)
{
	form_open(r, v, action);
	view_text(v, name, !r->reading && !strcmp(r->path, action) && form_sent(r->form, name)
	    ? form_get(r->form, name) : text_of_day(r->mem, r->today));
}
