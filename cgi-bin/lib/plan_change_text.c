/* plan_change_text.c - see plan_change_text.h. */

#include "cgi-bin/lib/plan_change_text.h"

#include <string.h>

#include "cgi-bin/lib/markdown.h"
#include "cgi-bin/lib/outline.h"
#include "cgi-bin/lib/plan_text.h"
#include "db/text.h"

enum { CLAUSE_MAX = 65536 };

static bool
is_new(const struct plan_clause *c)
{
	return !strcmp(c->act, "add");
}

static bool
is_gone(const struct plan_clause *c)
{
	return !strcmp(c->act, "drop");
}

struct plan_clause *
plan_clauses_marked(struct db *db, struct mem *mem, const struct plan *p, const char *day,
    int64_t draft)
{
	struct criteria *unused;
	const struct section *s = outline_of_markdown(mem, p->body, &unused);
	struct plan_clause *first = plan_clauses_written_on(db, mem, p->id, day, draft);

	/* Both come in the order of the text; the clauses were made of it. */
	for (struct plan_clause *c = first; c; c = c->next) {
		if (is_new(c))
			continue;
		if (!c->by)
			c->markdown = s && !strcmp(s->anchor, c->anchor) ? s->markdown
			    : mem_printf(mem, "%s%s%s", c->label, *c->label ? " " : "", c->text);
		s = s ? s->next : NULL;
	}
	return first;
}

/* As it is read: the words that correct it. */
static const char *
right_words(const struct plan_clause *c)
{
	const struct plan_correction *k = c->corrected;

	while (k && k->next)
		k = k->next;
	return k ? k->markdown : c->markdown;
}

const char *
plan_markdown_on(struct db *db, struct mem *mem, const struct plan *p, const char *day)
{
	size_t n = 1, at = 0;
	struct plan_clause *first = plan_clauses_marked(db, mem, p, day, 0);
	char *all;

	for (struct plan_clause *c = first; c; c = c->next)
		n += strlen(right_words(c)) + 2;
	all = mem_take(mem, n);
	for (struct plan_clause *c = first; c; c = c->next) {
		const char *words = right_words(c);
		size_t length = strlen(words);
		if (is_gone(c))
			continue;
		while (length && words[length - 1] == '\n')
			length--;
		memcpy(all + at, words, length);
		memcpy(all + at + length, "\n\n", 2);
		at += length + 2;
	}
	all[at ? at - 1 : 0] = '\0';
	return all;
}

const char *
plan_change_base(const struct plan *p, const struct plan_change *g, const char *today)
{
	return *g->holds ? g->holds : *p->date ? p->date : today;
}

/* The words as they are read, label first. */
static const char *
words_of(struct mem *mem, const struct section *s)
{
	return mem_printf(mem, "%s%s%s", s->label, *s->label && *s->text ? " " : "", s->text);
}

/* A label that stays is known from before; by itself "5." may as well begin a sentence. */
static void
keep_label(struct mem *mem, const struct section *s, const char *label, struct plan_change_clause *c)
{
	const char *words = words_of(mem, s);
	size_t n = strlen(label);

	if (!n || strncmp(words, label, n) || (words[n] && words[n] != ' '))
		return;
	c->label = label;
	c->text = words + n + (words[n] == ' ');
}

/* The text with the new clause in its place, read anew: `at` is which it is then. */
static const struct section *
in_place(struct mem *mem, struct plan_clause *all, const char *beside, const char *markdown, int *at)
{
	struct criteria *unused;
	const struct plan_clause *after = NULL;
	size_t n = strlen(markdown) + 3, end = 0;
	char *text;
	int i = 0;

	for (const struct plan_clause *c = all; c; c = c->next) {
		n += strlen(c->markdown) + 2;
		if (!strcmp(c->anchor, beside))
			after = c;
		else if (after && is_new(c) && after->next == c && c->by && !c->by->stands)
			after = c;	/* one more after the same */
	}
	text = mem_take(mem, n);
	for (const struct plan_clause *c = all; c; c = c->next) {
		const char *parts[] = { is_gone(c) ? "" : c->markdown, c == after ? markdown : "" };
		for (int k = 0; k < 2; k++) {
			size_t length = strlen(parts[k]);
			if (!length)
				continue;
			memcpy(text + end, parts[k], length);
			memcpy(text + end + length, "\n\n", 2);
			end += length + 2;
			if (k)
				*at = i;
			i++;
		}
	}
	return outline_of_markdown(mem, text, &unused);
}

/* The i-th of those that are there: the new one, which is not among them, stands at `but`. */
static const struct plan_clause *
nth(const struct plan_clause *all, int i, int but)
{
	int n = i > but ? i - 1 : i;

	for (; all; all = all->next)
		if (!is_gone(all) && !n--)
			return all;
	return NULL;
}

static bool
is_taken(struct db *db, const struct plan_change *g, const struct plan_change_clause *own,
    const char *anchor)
{
	for (; own; own = own->next)
		if (!strcmp(own->act, "add") && !strcmp(own->anchor, anchor))
			return true;
	return plan_anchor_taken(db, g->target, anchor, g->plan);
}

/* What labels would make of it, or, if that was ever taken, the next free. */
static const char *
free_anchor(struct db *db, struct mem *mem, const struct plan_change *g,
    const struct plan_change_clause *own, const char *wanted)
{
	const char *loose = strrchr(wanted, '~'), *plus = strrchr(wanted, '+'), *anchor;
	int n = 1;

	if (loose && strspn(loose + 1, "0123456789") == strlen(loose + 1)) {
		do
			anchor = mem_printf(mem, "%.*s~%d", (int)(loose - wanted), wanted, n++);
		while (is_taken(db, g, own, anchor));
		return anchor;
	}
	if (plus && plus > wanted && strspn(plus + 1, "0123456789") == strlen(plus + 1))
		wanted = mem_copy(mem, wanted, (size_t)(plus - wanted));
	for (anchor = wanted; is_taken(db, g, own, anchor); )
		anchor = mem_printf(mem, "%s+%d", wanted, ++n);
	return anchor;
}

static void
place(struct db *db, struct mem *mem, const struct plan *target, const struct plan_change *g,
    const char *day, struct plan_change_clause *c)
{
	struct plan_clause *all = plan_clauses_marked(db, mem, target, day, g->plan);
	struct plan_change_clause *own = plan_change_clauses(db, mem, g->plan);
	int at = 0, i = 0, above = 0;
	const struct section *first = in_place(mem, all, c->beside, c->markdown, &at), *s = first;
	const char *root = "", *tail;

	for (; s && i < at; s = s->next)
		i++;
	if (!s)
		return;
	if (*s->parent) {
		for (i = 0; first != s; first = first->next, i++)
			if (!strcmp(first->anchor, s->parent))
				above = i;
		const struct plan_clause *parent = nth(all, above, at);
		root = parent ? parent->anchor : s->parent;
	}
	size_t n = strlen(s->parent);
	/* articles count through all chapters: D5 wherever it stands */
	tail = !strncmp(s->anchor, s->parent, n) && *s->parent ? mem_printf(mem, "%s%s", root, s->anchor + n)
	    : s->anchor;
	c->anchor = free_anchor(db, mem, g, own, tail);
	c->parent = root;
	c->depth = s->depth;
}

/* Where a number or a dash at the begin, behind the signs of a heading, would make a list. */
static size_t
list_sign(const char *s)
{
	size_t from = strspn(s, "#");

	from += from && s[from] == ' ';
	return from + strspn(s + from, "0123456789");
}

const char *
plan_change_typed(struct mem *mem, const char *markdown_)
{
	size_t n = list_sign(markdown_);

	return markdown_[n] == '\\' && markdown_[n + 1] && strchr(".)-+", markdown_[n + 1])
	    ? mem_printf(mem, "%.*s%s", (int)n, markdown_, markdown_ + n + 1) : markdown_;
}

const char *
plan_change_stroke(struct mem *mem, const char *s)
{
	size_t n = list_sign(s);

	return *s != '#' && s[n] && strchr(n ? ".)" : "-+", s[n])
	    ? mem_printf(mem, "%.*s\\%s", (int)n, s, s + n) : s;
}

const char *
plan_change_read(struct db *db, struct mem *mem, const struct plan *target,
    const struct plan_change *g, const char *day, const char *markdown_, struct plan_change_clause *c)
{
	struct criteria *unused;
	const struct section *s;

	if (strlen(markdown_) > CLAUSE_MAX)
		return "Một điểm dài nhất khoảng 40.000 ký tự: tách thành nhiều điểm";
	s = outline_of_markdown(mem, plan_change_stroke(mem, markdown_), &unused);
	if (!s)
		return "Cần ghi nội dung mới của điểm này";
	if (s->next)
		return "Đây là nhiều điểm: mỗi lần ghi một điểm (không có dòng trống ở giữa), điểm thêm thì bấm “Thêm điểm sau điểm này”";
	const char *old = c->label;
	c->markdown = s->markdown;
	c->html = markdown(mem, s->markdown).text;
	c->label = s->label;
	c->text = s->text;
	if (old)
		keep_label(mem, s, old, c);
	if (!strcmp(c->act, "add") && !c->anchor)
		place(db, mem, target, g, day, c);
	return c->anchor ? NULL : "Không đặt được điểm mới ở đây: chọn điểm khác để thêm vào sau";
}

/* That one, or one that is under it. */
static const char *
moved(struct mem *mem, const char *anchor, const char *from, const char *to)
{
	size_t n = strlen(from);

	return !strncmp(anchor, from, n) && (!anchor[n] || strchr(".~", anchor[n]))
	    ? mem_printf(mem, "%s%s", to, anchor + n) : anchor;
}

struct plan_change_clause *
plan_change_anchor(struct db *db, struct mem *mem, const struct plan_change *g, bool keeps)
{
	struct plan_change_clause *own = plan_change_clauses(db, mem, g->plan);

	for (struct plan_change_clause *c = own; c; c = c->next) {
		if (strcmp(c->act, "add") || !plan_anchor_taken(db, g->target, c->anchor, g->plan))
			continue;
		const char *from = c->anchor, *to = free_anchor(db, mem, g, own, from);
		for (struct plan_change_clause *k = own; k; k = k->next)
			if (!strcmp(k->act, "add")) {
				k->anchor = moved(mem, k->anchor, from, to);
				k->parent = moved(mem, k->parent, from, to);
			}
		if (keeps)
			plan_change_rename(db, g->plan, from, to);
	}
	return own;
}
