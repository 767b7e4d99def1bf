/* evaluation_line.c - what a line is called on a form; apart from the pages, for the sample
 * fills lines too. */

#include "cgi-bin/lib/evaluation_page.h"

const char *
evaluation_key(struct req *r, const char *what, const struct evaluation_line *l)
{
	return mem_printf(r->mem, "%s%lld", what, (long long)l->item.id);
}

const char *
evaluation_label(struct req *r, const struct evaluation_line *l)
{
	return *l->item.anchor ? tr_with(r->mem, r->lang, "Tiêu chí {1}", cited(r, l->item.anchor),
	    NULL, NULL) : l->item.text;
}
