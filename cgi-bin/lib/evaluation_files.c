/* evaluation_files.c - evidence (minh chứng) of each criterion of a sheet. */

#include <stdlib.h>

#include "cgi-bin/lib/attach.h"
#include "cgi-bin/lib/evaluation_page.h"

static bool
asks(struct req *r, const struct evaluation *e, const char *part)
{
	for (struct evaluation_item *i = evaluation_items(r->db, r->mem, e->round, e->plan_class);
	    i; i = i->next)
		if (!strcmp(part, mem_printf(r->mem, "%lld", (long long)i->id)))
			return true;
	return false;
}

/* Read by whoever reads its own scores; changed while the sheet may be. */
static int
may_touch(struct req *r, int64_t id, const char *part, enum attach_want want)
{
	struct evaluation_sight sight;
	struct evaluation *e = evaluation_seen(r, id, &sight);

	if (!e || !asks(r, e, part) || (want == ATTACH_SEE ? !sight.own : !sight.writes))
		return 404;
	return want != ATTACH_SEE && !sight.edits ? 409 : 0;
}

static const struct attach files = { .kind = "evaluation", .may = may_touch };

int
evaluation_file(struct req *r)
{
	return attach_give(r, &files);
}

int
evaluation_file_add(struct req *r)
{
	return attach_add(r, &files);
}

int
evaluation_file_remove(struct req *r)
{
	return attach_remove(r, &files);
}

int64_t
evaluation_files(struct req *r, int64_t id, int64_t item)
{
	int64_t n = 0;

	for (struct attachment *f = attachments(r->db, r->mem, files.kind, id,
	    mem_printf(r->mem, "%lld", (long long)item), r->lang); f; f = f->next)
		n++;
	return n;
}

void
evaluation_show_files(struct req *r, struct view *v, int64_t id,
    const struct evaluation_line *l, bool change)
{
	if (id && (change || evaluation_files(r, id, l->item.id)))
		attach_show(r, v, &files, id, mem_printf(r->mem, "%lld", (long long)l->item.id),
		    tr_with(r->mem, r->lang, "Minh chứng của tiêu chí {1}", *l->item.anchor
		    ? cited(r, l->item.anchor) : l->item.text, NULL, NULL), change);
}
