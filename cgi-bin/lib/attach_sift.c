/* attach_sift.c - which files are let in: by content, name, size and number. */

#include <stdlib.h>
#include <strings.h>

#include "cgi-bin/lib/attach_part.h"
#include "cgi-bin/lib/kind.h"
#include "cgi-bin/lib/serve.h"
#include "db/file.h"

enum { MEGABYTE = 1 << 20 };

/* While files come: what is taken, and whether one was too long. */
struct sieve {
	struct file_type *types;
	bool too_long;
};

const char *
attach_size(struct req *r, int64_t bytes)
{
	if (bytes < MEGABYTE)
		return mem_printf(r->mem, "%s KB", number(r, (bytes + 1023) / 1024, 0));
	return mem_printf(r->mem, "%s MB", number(r, (bytes * 10 + MEGABYTE / 2) / MEGABYTE, 1));
}

static int64_t
limit(struct req *r, const char *name, const char *or_else)
{
	return strtoll(setting_get(r->db, r->mem, name, r->today, or_else), NULL, 10);
}

static int64_t
most_files(struct req *r)
{
	return limit(r, "attachment_files", "30");
}

static int64_t
most_bytes(struct req *r)
{
	return limit(r, "attachment_megabytes", "60") * MEGABYTE;
}

/* "PDF (.pdf), Word (.docx, .doc), ...". */
static const char *
kinds(struct req *r, const struct file_type *types)
{
	const char *all = "", *last = "";

	for (const struct file_type *t = types; t; last = t->label, t = t->next)
		all = !strcmp(t->label, last) ? mem_printf(r->mem, "%s, .%s", all, t->extension)
		    : mem_printf(r->mem, "%s%s%s (.%s", all, *all ? "), " : "", t->label, t->extension);
	return mem_printf(r->mem, "%s%s", all, *all ? ")" : "");
}

void
attach_limits_show(struct req *r, struct view *v)
{
	struct file_type *types = file_types(r->db, r->mem, r->lang);
	const char *accept = "";
	int64_t most = 0;

	for (struct file_type *t = types; t; t = t->next) {
		accept = mem_printf(r->mem, "%s%s.%s", accept, *accept ? "," : "", t->extension);
		most = t->max > most ? t->max : most;
	}
	view_text(v, "kinds", kinds(r, types));
	view_text(v, "accept", accept);
	view_text(v, "most", attach_size(r, most));
	view_text(v, "most_once", attach_size(r, body_limit(NULL)));
	view_text(v, "most_files", number(r, most_files(r), 0));
	view_text(v, "most_bytes", attach_size(r, most_bytes(r)));
}

void
attach_quota(struct req *r, const char *field, int64_t n, int64_t bytes)
{
	if (n > most_files(r))
		form_wrong_at(r->form, field, tr(r->lang, "Tệp"), tr_with(r->mem, r->lang,
		    "Hồ sơ này kèm được tối đa {1} tệp: bỏ bớt tệp cũ hoặc gộp các tệp lại",
		    number(r, most_files(r), 0), NULL, NULL));
	else if (bytes > most_bytes(r))
		form_wrong_at(r->form, field, tr(r->lang, "Tệp"), tr_with(r->mem, r->lang,
		    "Hồ sơ này chứa tối đa {1}, với tệp này sẽ là {2}: giảm cỡ tệp hoặc bỏ bớt tệp cũ",
		    attach_size(r, most_bytes(r)), attach_size(r, bytes), NULL));
}

static bool
refuse(struct upload *u, const char *why)
{
	u->why = why;
	return false;
}

/* Does what was found agree with the name? */
static bool
agrees(struct req *r, const struct sieve *s, struct upload *u, const char *found)
{
	const char *end = attach_name_ending(r->mem, u->name), *word = tr(r->lang, kind_word(found));
	struct file_type *named = file_type_of_ending(s->types, end);

	if (*end ? named && !strcmp(named->type, found) : file_type_of(s->types, found) != NULL)
		return true;
	if (!file_type_of(s->types, found))
		return refuse(u, tr_with(r->mem, r->lang,
		    "Cổng không nhận tệp này (nội dung là {1}). Nhận: {2}", word,
		    kinds(r, s->types), NULL));
	return refuse(u, tr_with(r->mem, r->lang,
	    "Tên tệp ghi .{1} nhưng nội dung là {2}: đặt lại đuôi tên cho đúng rồi gửi lại",
	    end, word, NULL));
}

static bool
fits(struct req *r, struct sieve *s, struct upload *u)
{
	struct file_type *t = file_type_of_ending(s->types, attach_name_ending(r->mem, u->name));

	if (!t)
		t = file_type_of(s->types, u->type);
	for (struct file_type *any = s->types; !t && any; any = any->next)
		if (any->max >= u->size)
			t = any;
	if (t && u->size <= t->max)
		return true;
	s->too_long = true;
	return refuse(u, tr_with(r->mem, r->lang,
	    "Tệp lớn hơn {1} là mức cổng nhận: quét lại ở 150-200 dpi, nén ảnh trong tệp hoặc chia tệp",
	    attach_size(r, t ? t->max : 0), NULL, NULL));
}

static size_t
look_at(void *of, int64_t at, char *to, size_t n)
{
	return file_look(of, at, to, n);
}

static bool
boxed(const char *type)
{
	return !strcmp(type, KIND_ZIP) || !strcmp(type, KIND_OLE);
}

/* The name is cleaned before it is judged: what is judged is what is kept.  The head tells
 * most; of a box its entries do, which are all there at the end. */
static bool
sift(struct req *r, struct upload *u)
{
	struct sieve *s = r->sifting;
	const char *why;

	if (!u->type) {
		u->name = attach_name_clean(r->mem, u->name);
		u->type = kind_of_head(r->mem, u->head, u->head_length);
		if (!boxed(u->type) && !agrees(r, s, u, u->type))
			return false;
	}
	if (u->whole && boxed(u->type)) {
		u->type = kind_of_box(u->type, u->size, look_at, u->in, &why);
		if (why)
			return refuse(u, tr(r->lang, why));
		if (!agrees(r, s, u, u->type))
			return false;
	}
	return fits(r, s, u);
}

void
attach_sift(struct req *r)
{
	struct sieve *s = mem_take(r->mem, sizeof(*s));

	s->types = file_types(r->db, r->mem, r->lang);
	r->sift = sift;
	r->sifting = s;
}

bool
attach_too_long(const struct req *r)
{
	const struct sieve *s = r->sifting;

	return s && s->too_long;
}

const char *
attach_name(struct req *r, const struct upload *u)
{
	struct sieve *s = r->sifting;

	return attach_name_kept(r->mem, s->types, u->name, u->type);
}
