/* attach.c - see attach.h; what files are let in is in attach_sift.c. */

#include "cgi-bin/lib/attach.h"

#include <stdio.h>
#include <stdlib.h>

#include "cgi-bin/lib/attach_part.h"
#include "cgi-bin/lib/reply.h"
#include "db/file.h"

static const char *
record_path(struct req *r, const struct attach *a, int64_t record)
{
	return mem_printf(r->mem, "%s%s/%lld", a->page ? "" : "/", a->page ? a->page : a->kind,
	    (long long)record);
}

/* A part's name as a piece of an id. */
static const char *
key_of(struct req *r, const char *part)
{
	char *key = mem_text(r->mem, part);

	for (char *s = key; *s; s++)
		if (!strchr("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._-", *s))
			*s = '-';
	return key;
}

/* With parts() a record has one list. */
static const char *
list_key(struct req *r, const struct attach *a, const char *part)
{
	return a->parts ? "" : key_of(r, part);
}

static const char *
label_of(const struct attach_part *p, const char *part)
{
	const char *rest = "";

	for (; p; p = p->next) {
		if (!strcmp(p->part, part))
			return p->label;
		if (!*p->part)
			rest = p->label;
	}
	return rest;
}

/* A form of nothing but hidden fields, to which a button elsewhere belongs. */
static struct view *
hidden_form(struct req *r, const char *id, const char *action)
{
	struct view *v = view_include(r->view, "FILE_FORMS", "attach_form");

	view_text(v, "form_id", id);
	view_text(v, "action", action);
	view_text(v, "csrf", token(r->mem, r->session.secret, action));
	view_text(v, "once", random_hex(r->mem, 12));
	return v;
}

static void
show_file(struct req *r, struct view *list, const struct attach *a,
    const struct attachment *f, const struct attach_part *parts, bool change)
{
	struct view *v = view_add(list, "FILE"), *there;
	struct file *bytes = file_find(r->files, r->mem, f->hash);
	const char *path = mem_printf(r->mem, "%s/file/%lld", record_path(r, a, f->record),
	    (long long)f->id);

	view_text(v, "file_name", f->name);
	if (parts)
		view_text(view_add(v, "FILE_PART"), "part_label", label_of(parts, f->part));
	view_text(v, "file_kind", f->label);
	view_text(v, "file_size", attach_size(r, f->size));
	view_text(v, "file_at", moment(r, f->at));
	view_text(v, "file_by", f->who);
	if (bytes && bytes->erased) {
		view_text(view_add(v, "ERASED"), "erased_at", moment(r, bytes->erased));
	} else {
		there = view_add(v, "THERE");
		view_text(there, "file_path", path);
		view_text(there, "file_name", f->name);
	}
	if (change) {
		const char *id = mem_printf(r->mem, "file-drop-%lld", (long long)f->id);
		struct view *drop = view_add(v, "DROP");
		view_text(drop, "form_id", id);
		view_text(drop, "file_name", f->name);
		hidden_form(r, id, mem_printf(r->mem, "%s/remove", path));
	}
}

void
attach_show(struct req *r, struct view *v, const struct attach *a, int64_t record,
    const char *part, const char *label, bool change)
{
	struct view *list = view_include(v, "FILES", "attach"), *some, *add, *hidden;
	struct attach_part *parts = a->parts ? a->parts(r, record) : NULL;
	struct attachment *f = attachments(r->db, r->mem, a->kind, record, parts ? NULL : part, r->lang);
	const char *key = list_key(r, a, part), *id = mem_printf(r->mem, "file-add-%s", key);

	view_text(list, "key", key);
	some = view_add(list, f ? "SOME" : "NONE");
	view_text(some, "files_label", label);
	bool drop = f && change && !a->may(r, record, f->part, ATTACH_REMOVE);
	if (drop)
		view_add(some, "MAY_DROP");
	if (f && parts)
		view_add(some, "PARTED");
	for (; f; f = f->next)
		show_file(r, some, a, f, parts, drop);
	if (!change)
		return;
	add = view_add(list, "ADD");
	view_text(add, "key", key);
	view_text(add, "form_id", id);
	view_text(add, "files_label", label);
	attach_limits_show(r, add);
	if (r->reading && !strcmp(form_get(r->form, "again"), "file"))
		view_add(add, "AGAIN");
	hidden = view_add(hidden_form(r, id, mem_printf(r->mem, "%s/file",
	    record_path(r, a, record))), "WITH_FILES");
	if (!parts) {
		view_text(view_add(hidden, "OF_PART"), "part", part);
		return;
	}
	struct view *choose = view_add(add, "CHOOSE_PART");
	view_text(choose, "key", key);
	view_text(choose, "form_id", id);
	for (; parts; parts = parts->next)
		form_option(choose, "PART", parts->part, parts->label, part);
}

/* What is wrong with each file that was refused, in one sentence a file. */
static bool
tell_refused(struct req *r, const char *field)
{
	const char *first = NULL, *all = "";
	int n = 0;

	for (struct upload *u = r->uploads; u; u = u->next) {
		if (u->hash)
			continue;
		const char *name = *u->name ? u->name : tr(r->lang, "Tệp không tên");
		all = mem_printf(r->mem, "%s%s%s: %s", all, *all ? "; " : "", name, u->why);
		if (!n++)
			first = name;
	}
	if (n)
		form_wrong_at(r->form, field, n > 1 ? tr(r->lang, "Tệp") : first,
		    n > 1 ? all : all + strlen(first) + 2);
	return n;
}

/* The list as it stands, the field to try again, and what was wrong. */
static int
wrong(struct req *r, const struct attach *a, const char *part, int status)
{
	title(r, tr(r->lang, "Chưa nhận được tệp"));
	form_show_faults(r->form, r->view, r->lang, NULL);
	view_text(r->view, "record_path", record_path(r, a, r->id));
	if (r->uploads && r->uploads->next)
		view_add(r->view, "SEVERAL");
	attach_show(r, r->view, a, r->id, part, tr(r->lang, "Tệp kèm theo"), true);
	return show(r, status, "attach_wrong");
}

/* True if the same bytes are in that part already, by that or another name. */
static const struct attachment *
same_there(const struct attachment *f, const char *hash)
{
	while (f && strcmp(f->hash, hash))
		f = f->next;
	return f;
}

static void
check(struct req *r, const struct attach *a, const char *part, const char *field)
{
	int64_t bytes, n = attachment_sum(r->db, a->kind, r->id, &bytes);
	struct attachment *there = attachments(r->db, r->mem, a->kind, r->id, part, r->lang);

	if (!r->uploads && !r->arriving)
		form_wrong_at(r->form, field, tr(r->lang, "Tệp"),
		    tr(r->lang, "Chưa chọn tệp: bấm nút chọn tệp, rồi bấm Gửi tệp"));
	if (!r->arriving && tell_refused(r, field))
		return;
	n += r->arriving;	/* one at least is meant to come */
	for (struct upload *u = r->uploads; u; u = u->next) {
		const struct attachment *is = same_there(there, u->hash);
		const char *same = is ? is->name : NULL;
		n++, bytes += u->size;
		for (struct upload *w = r->uploads; !same && w != u; w = w->next)
			if (!strcmp(w->hash, u->hash))
				same = w->name;
		if (same)
			form_wrong_at(r->form, field, u->name, tr_with(r->mem, r->lang,
			    "Tệp này đã kèm rồi, với tên {1}: không cần gửi lại", same,
			    NULL, NULL));
	}
	attach_quota(r, field, n, bytes);
}

static void
keep_one(struct req *r, const struct attach *a, const char *part, const struct upload *u)
{
	struct attachment f = { .kind = a->kind, .record = r->id, .part = part,
	    .hash = u->hash, .name = attach_name(r, u), .type = u->type, .size = u->size,
	    .at = r->now, .account = r->who.id };
	int64_t id = attachment_add(r->db, &f);

	changed(r, "record", "", mem_printf(r->mem, "%s %lld", a->kind, (long long)r->id));
	changed(r, "part", "", part);
	changed(r, "name", "", f.name);
	changed(r, "size", "", mem_printf(r->mem, "%lld", (long long)f.size));
	changed(r, "hash", "", f.hash);
	audit(r, "attachment.add", id);
}

static int
back(struct req *r, const struct attach *a, const char *part)
{
	return go(r, mem_printf(r->mem, "%s#files-%s", record_path(r, a, r->id),
	    list_key(r, a, part)));
}

int
attach_add(struct req *r, const struct attach *a)
{
	const char *part = form_get(r->form, "part");
	const char *field = mem_printf(r->mem, "file-%s", list_key(r, a, part));
	int64_t n = 0;
	int status = text_length(part) > ATTACHMENT_PART ? 404
	    : a->may(r, r->id, part, ATTACH_ADD);

	if (status)
		return status;
	check(r, a, part, field);
	if (form_faults(r->form))
		return wrong(r, a, part, attach_too_long(r) ? 413 : 422);
	if (r->arriving) {
		attach_sift(r);
		return 0;
	}
	for (struct upload *u = r->uploads; u; u = u->next, n++)
		keep_one(r, a, part, u);
	if (n == 1)
		said_with(r, "Đã nhận tệp {1}", attach_name(r, r->uploads), NULL);
	else
		said_with(r, "Đã nhận {1} tệp", number(r, n, 0), NULL);
	return back(r, a, part);
}

/* The row that the address names, of that record; NULL if there is none. */
static struct attachment *
named(struct req *r, const struct attach *a)
{
	struct attachment *f = attachment_get(r->db, r->mem, r->id2, r->lang);

	return f && f->record == r->id && !strcmp(f->kind, a->kind) ? f : NULL;
}

int
attach_remove(struct req *r, const struct attach *a)
{
	struct attachment *f = named(r, a);
	int status = f ? a->may(r, r->id, f->part, ATTACH_REMOVE) : 404;

	if (status)
		return status;
	if (f->removed)
		return 409;
	attachment_remove(r->db, f->id, r->who.id, r->now);
	changed(r, "record", "", mem_printf(r->mem, "%s %lld", a->kind, (long long)r->id));
	changed(r, "name", f->name, "");
	changed(r, "hash", f->hash, "");
	audit(r, "attachment.remove", f->id);
	said_with(r, "Đã bỏ tệp {1}", f->name, NULL);
	return back(r, a, f->part);
}

struct given {
	struct db *files;
	int64_t id;
};

static const char *
next_piece(void *of, struct mem *mem, int64_t seq, size_t *n)
{
	const struct given *g = of;

	return file_piece(g->files, mem, g->id, seq, n);
}

int
attach_give(struct req *r, const struct attach *a)
{
	struct attachment *f = named(r, a);
	int status = f ? a->may(r, r->id, f->part, ATTACH_SEE) : 404;
	struct file *file;
	struct given *g;

	if (status || f->removed)
		return status ? status : 404;
	if (!(file = file_find(r->files, r->mem, f->hash))) {
		fprintf(stderr, "%s: attachment %lld: no file of hash %s\n", page.name,
		    (long long)f->id, f->hash);
		return 500;
	}
	if (file->erased)
		return 404;
	g = mem_take(r->mem, sizeof(*g));
	*g = (struct given){ r->files, file->id };
	return stream(r, f->type, f->name, file->size, next_piece, g);
}
