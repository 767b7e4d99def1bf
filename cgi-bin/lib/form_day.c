/* form_day.c - a small form of a row that asks for a day. */

#include "cgi-bin/lib/page.h"

void
form_day(struct req *r, struct view *v, const char *action, const char *name)
{
	form_open(r, v, action);
	view_text(v, name, !r->reading && !strcmp(r->path, action) && form_sent(r->form, name)
	    ? form_get(r->form, name) : text_of_day(r->mem, r->today));
}
