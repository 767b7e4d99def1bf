/* outline_tail.c - what stands after the body: recipients and signature. */

#include "cgi-bin/lib/outline_part.h"

#include <string.h>

static const char *const posts[] = { "chu tich", "pho chu tich", "giam doc",
	"pho giam doc", "truong", "pho truong", "chanh", "pho chanh", "bi thu", "pho bi thu",
	"bo truong", "thu truong", "thu tuong", "pho thu tuong", "hieu truong",
	"pho hieu truong", "vien truong", "pho vien truong", "cuc truong", "pho cuc truong",
	"tong", "pho tong", "uy vien", "chi huy", "to truong", NULL };

static bool
is_authority(struct mem *mem, const char *s)
{
	static const char *const marks[] = { "tm", "kt", "tl", "tuq", "q", NULL };
	size_t n;

	if (strnlen(s, 301) > 300 || !in_capitals(s))
		return false;
	n = phrase_of(mem, s, marks);
	return (n && s[n] == '.' && s[n + 1]) || phrase_of(mem, s, posts);
}

/* Two to six words, each with a capital: "Lò Văn Ó", "K'Brơi". */
static bool
is_name(const char *s)
{
	int words = 0, bytes;

	if (strnlen(s, 81) > 80)
		return false;
	while (*s) {
		if (!is_upper(code_at(s, &bytes)))
			return false;
		s += bytes;
		for (; *s && *s != ' '; s += bytes)
			if (!is_lower(code_at(s, &bytes)) && *s != '\'' && s[-1] != '\'')
				return false;
		s += *s == ' ';
		words++;
	}
	return words >= 2 && words <= 6;
}

static bool
is_recipients(struct mem *mem, const char *s, size_t *n)
{
	*n = phrase(mem, s, "noi nhan");
	if (!*n || !starts_upper(s))
		return false;
	while (s[*n] == ' ')
		++*n;
	if (s[*n] == ':')
		++*n;
	else if (s[*n])
		return false;
	return true;
}

int
find_tail(struct mem *mem, const struct page *page)
{
	int r = 0, tail;
	size_t n;

	while (r < page->n && !is_recipients(mem, page->rows[r].s, &n))
		r++;
	tail = r;
	for (int i = r - 1; i >= 0 && i >= r - 12; i--) {
		const char *s = page->rows[i].s;
		if (is_authority(mem, s))
			tail = i;
		else if (!is_name(s) && *s != '(' && !in_capitals(s))
			break;
	}
	return tail;
}

struct tail {
	struct mem *mem;
	struct outline *o;
	struct line **to, **authority;
	struct buf recipient;
	bool open;			/* a recipient whose end has not come */
};

static void
close_recipient(struct tail *t)
{
	if (!t->recipient.n)
		return;
	struct line *l = mem_take(t->mem, sizeof(*l));
	size_t n = t->recipient.n;
	while (n && strchr(" ;.", t->recipient.s[n - 1]))
		n--;
	l->text = mem_copy(t->mem, t->recipient.s, n);
	t->recipient = (struct buf){ .mem = t->mem };
	if (!n)
		return;
	*t->to = l;
	t->to = &l->next;
}

static void
add_authority(struct tail *t, const char *s)
{
	struct line *l = mem_take(t->mem, sizeof(*l));

	l->text = t->o->title = s;
	*t->authority = l;
	t->authority = &l->next;
}

/* Two columns on one line: "- Lưu: VT.  KT. CHỦ TỊCH". */
static const char *
split_columns(struct tail *t, const char *s)
{
	for (const char *p = s + strlen(s); p > s; p--)
		if (strchr(";.", p[-1]) && *p == ' ' && p - s > 2) {
			if (is_authority(t->mem, p + 1))
				add_authority(t, p + 1);
			else if (t->o->authority && !*t->o->signer && is_name(p + 1) &&
			    count_words(p + 1) > 2)
				t->o->signer = p + 1;
			else
				continue;
			/* "TM. ỦY BAN": the mark itself is no end */
			const char *mark = p - 1;
			while (mark > s && mark[-1] != ' ')
				mark--;
			if (is_authority(t->mem, mark) && mark > s) {
				t->o->title = mark;
				for (struct line *l = t->o->authority; l; l = l->next)
					if (l->text == p + 1)
						l->text = mark;
				p = mark - 1;
			}
			return mem_copy(t->mem, s, (size_t)(p - s));
		}
	return s;
}

static bool
read_tail_row(struct tail *t, const char *s, bool listed)
{
	struct label l;
	bool labelled = label_read(t->mem, s, &l);

	if (is_authority(t->mem, s) || (t->o->authority && in_capitals(s) && !labelled)) {
		add_authority(t, s);
		return true;
	}
	if (t->o->authority && !*t->o->signer && is_name(s)) {
		t->o->signer = s;
		return true;
	}
	if (t->o->authority && *s == '(')
		return true;
	if (labelled && l.kind >= DASH) {
		if (!listed)
			return false;
		close_recipient(t);
		s = l.rest;
	} else if (labelled || !listed || *t->o->signer) {
		return false;
	} else if (!t->open) {
		if (t->o->recipients && t->recipient.n &&
		    t->recipient.s[t->recipient.n - 1] != ';')
			return false;
		close_recipient(t);
	}
	s = split_columns(t, s);
	join(&t->recipient, s);
	t->open = !ended(s);
	return true;
}

int
read_tail(struct mem *mem, const struct page *page, int i, struct outline *o)
{
	struct tail t = { mem, o, &o->recipients, &o->authority, { .mem = mem }, true };
	bool listed = false;
	size_t n;

	for (; i < page->n; i++) {
		const char *s = page->rows[i].s;
		if (!listed && is_recipients(mem, s, &n)) {
			listed = true;
			s += n + strspn(s + n, " ");
			if (!*s)
				continue;
		}
		if (phrase(mem, s, "phu luc") || !read_tail_row(&t, s, listed))
			break;
	}
	close_recipient(&t);
	return i;
}
