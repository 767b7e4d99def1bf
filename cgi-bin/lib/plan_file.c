/* plan_file.c - the document as it was signed: its scan or its digitally signed PDF, beside the
 * text that is worked with, and offered before it (plan_page.h). */

#include "cgi-bin/lib/plan_page.h"

#include "cgi-bin/lib/attach.h"
#include "db/file.h"

/* Who numbers a plan, or records one that was issued on paper, has the signed paper in hand. */
static bool
keeps(struct req *r, const struct plan *p)
{
	return r->who.id && p->stands && (may_here(r, "plan.issue", p->unit) || may_here(r, "plan.record", p->unit));
}

static int
files_may(struct req *r, int64_t record, const char *part, enum attach_want want)
{
	struct plan *p = *part ? NULL : plan_get(r->db, r->mem, record, r->lang);

	if (!p || !p->stands || (want != ATTACH_SEE && !keeps(r, p)))
		return 404;
	return 0;
}

static const struct attach files = { .kind = "plan", .may = files_may };

int
plan_file(struct req *r)
{
	return attach_give(r, &files);
}

int
plan_file_add(struct req *r)
{
	return attach_add(r, &files);
}

int
plan_file_remove(struct req *r)
{
	return attach_remove(r, &files);
}

/* Anybody may read them, and who put them here is nobody else's concern. */
void
plan_show_files(struct req *r, const struct plan *p)
{
	struct attachment *f = p->stands ? attachments(r->db, r->mem, files.kind, p->id, "", r->lang) : NULL;

	for (; f; f = f->next) {
		const struct file *bytes = file_find(r->files, r->mem, f->hash);
		if (!bytes || bytes->erased)
			continue;
		struct view *v = view_add(r->view, "SIGNED_COPY");
		view_text(v, "file_path", mem_printf(r->mem, "%s/%lld", plan_path(r, p->id, "/file"), (long long)f->id));
		view_text(v, "file_name", f->name);
		view_text(v, "file_kind", f->label);
		view_text(v, "file_size", attach_size(r, f->size));
	}
}

void
plan_keep_files(struct req *r, const struct plan *p)
{
	if (keeps(r, p))
		attach_show(r, view_add(r->view, "KEEP_FILES"), &files, p->id, "", tr(r->lang, "Bản đã ký"), true);
}
