/* plan_archive.c - see plan_archive.h. */

#include "cgi-bin/lib/plan_archive.h"

#include <stdlib.h>
#include <string.h>

#include "db/text.h"

static const char digits[] = "0123456789";

/* Without what stands around it. */
static const char *
trimmed(struct mem *mem, const char *s, size_t n)
{
	while (n && strchr(" ,;.", s[n - 1]))
		n--;
	while (n && (*s == ' ' || *s == ','))
		s++, n--;
	return mem_copy(mem, s, n);
}

/* After "Lưu:", or "Lưu" before a sign in capitals; NULL: it begins with other words. */
static const char *
after_word(struct mem *mem, const char *s)
{
	s += strspn(s, " -");
	size_t n = strcspn(s, " :"), blank = strspn(s + n, " ");
	if (strcmp(text_plain(mem, mem_copy(mem, s, n)), "luu"))
		return NULL;
	s += n + blank;
	if (*s == ':')
		return s + 1;
	return blank && *s >= 'A' && *s <= 'Z' ? s : NULL;
}

/* "12", "12b", "12 bản" and nothing more. */
static int64_t
count_in(struct mem *mem, const char *s, size_t n)
{
	size_t figures = strspn(s, digits), blank = strspn(s + figures, " ");
	int64_t count;

	if (!figures || figures > 4 || figures > n)
		return 0;
	if (figures + blank < n) {
		const char *word = text_plain(mem, mem_copy(mem, s + figures + blank, n - figures - blank));
		if (strcmp(word, "b") && strcmp(word, "ban"))
			return 0;
	}
	count = strtoll(s, NULL, 10);
	return count <= PLAN_COPIES_MAX ? count : 0;
}

/* How many the end of s says, in brackets or behind a comma: s is cut before it. */
static int64_t
cut_copies(struct mem *mem, const char **s)
{
	size_t n = strlen(*s);
	const char *open = n && (*s)[n - 1] == ')' ? strrchr(*s, '(') : NULL;
	const char *comma = strrchr(*s, ',');
	const char *from = open ? open + 1 : comma ? comma + 1 + strspn(comma + 1, " ") : NULL;
	int64_t count = from ? count_in(mem, from, (size_t)(*s + n - (open ? 1 : 0) - from)) : 0;

	if (count)
		*s = trimmed(mem, *s, (size_t)((open ? open : comma) - *s));
	return count;
}

bool
plan_archive_read(struct mem *mem, const char *text, struct plan_archive *a)
{
	const char *s = after_word(mem, text), *comma;

	*a = (struct plan_archive){ "", "", 0 };
	if (!s)
		return false;
	s = trimmed(mem, s, strlen(s));
	a->copies = cut_copies(mem, &s);
	comma = strchr(s, ',');
	a->registry = trimmed(mem, s, comma ? (size_t)(comma - s) : strlen(s));
	if (comma)
		a->drafter = trimmed(mem, comma, strlen(comma));
	return *a->registry;
}

const char *
plan_archive_text(struct mem *mem, const struct plan_archive *a)
{
	const char *text = mem_printf(mem, "Lưu: %s%s%s", a->registry, *a->drafter ? ", " : "", a->drafter);

	return a->copies ? mem_printf(mem, "%s (%lld)", text, (long long)a->copies) : text;
}

const struct plan_recipient *
plan_archive_line(struct mem *mem, const struct plan_recipient *r)
{
	struct plan_archive a;

	while (r && (strcmp(r->purpose, "file") || !plan_archive_read(mem, r->text, &a)))
		r = r->next;
	return r;
}

bool
plan_is_archived(const struct plan_recipient *r)
{
	while (r && strcmp(r->purpose, "file"))
		r = r->next;
	return r;
}

int64_t
plan_copies(struct mem *mem, const struct plan_recipient *r)
{
	struct plan_archive a;

	return !strcmp(r->purpose, "file") && plan_archive_read(mem, r->text, &a) && a.copies
	    ? a.copies : r->copies;
}

int64_t
plan_copies_sum(struct mem *mem, const struct plan_recipient *r, int64_t *unsaid)
{
	int64_t sum = 0;

	for (*unsaid = 0; r; r = r->next) {
		int64_t n = plan_copies(mem, r);
		sum += n;
		*unsaid += !n;
	}
	return sum;
}
