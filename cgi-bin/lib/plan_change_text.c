/* plan_change_text.c - see plan_change_text.h. */

#include "cgi-bin/lib/plan_change_text.h"

#include <string.h>

#include "cgi-bin/lib/markdown.h"
#include "cgi-bin/lib/outline.h"
#include "cgi-bin/lib/plan_text.h"
#include "db/flow.h"
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

const char *
plan_markdown_on(struct db *db, struct mem *mem, const struct plan *p, const char *day)
{
	size_t n = 1, at = 0;
	struct plan_clause *first = plan_clauses_marked(db, mem, p, day, 0);
	char *all;

	for (struct plan_clause *c = first; c; c = c->next)
		n += strlen(c->markdown) + 2;
	all = mem_take(mem, n);
	for (struct plan_clause *c = first; c; c = c->next) {
		size_t length = strlen(c->markdown);
		if (is_gone(c))
			continue;
		while (length && c->markdown[length - 1] == '\n')
			length--;
		memcpy(all + at, c->markdown, length);
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

/* ---- one clause ---- */

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

static const char *
with_stroke(struct mem *mem, const char *s)
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
		return "Một điểm dài nhất 64 KiB: tách thành nhiều điểm";
	s = outline_of_markdown(mem, with_stroke(mem, markdown_), &unused);
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

void
plan_change_anchor(struct db *db, struct mem *mem, const struct plan_change *g)
{
	struct plan_change_clause *own = plan_change_clauses(db, mem, g->plan);

	for (struct plan_change_clause *c = own; c; c = c->next)
		if (!strcmp(c->act, "add") && plan_anchor_taken(db, g->target, c->anchor, g->plan)) {
			const char *anchor = free_anchor(db, mem, g, own, c->anchor);
			plan_change_rename(db, g->plan, c->anchor, anchor);
			c->anchor = anchor;
		}
}

/* ---- the document ---- */

const char *
plan_full_name(struct mem *mem, const struct plan *p)
{
	const char *name = plan_capital(mem, text_lower(mem, *p->kind ? p->kind : "Kế hoạch"));

	if (*p->number)
		name = mem_printf(mem, "%s số %s", name, p->number);
	return *p->date ? mem_printf(mem, "%s ngày %s", name, text_of_day(mem, p->date)) : name;
}

static const char *
of_issuer(struct mem *mem, const struct plan *p)
{
	const char *name = p->unit_name && *p->unit_name ? p->unit_name : p->issuer;

	return *name ? mem_printf(mem, " của %s", name) : "";
}

/* "điểm III.2 (ý thứ 4)" */
static const char *
cited_as(struct mem *mem, const char *anchor)
{
	const char *loose = strrchr(anchor, '~');

	return !loose ? mem_printf(mem, "điểm %s", anchor) : loose == anchor
	    ? mem_printf(mem, "đoạn thứ %s", loose + 1)
	    : mem_printf(mem, "%s (ý thứ %s)", cited_as(mem, mem_copy(mem, anchor, (size_t)(loose - anchor))),
	    loose + 1);
}

/* In quotation marks, no heading of this document; a table stands as it is. */
static const char *
quotation(struct mem *mem, const char *markdown_)
{
	size_t n = strlen(markdown_);

	if (*markdown_ == '|')
		return markdown_;
	while (n && markdown_[n - 1] == '\n')
		n--;
	size_t marks = strspn(markdown_, "#");
	if (marks && marks < n && markdown_[marks] == ' ')
		markdown_ += marks + 1, n -= marks + 1;
	return mem_printf(mem, "“%.*s”\n", (int)n, markdown_);
}

static const char *
said_of_clause(struct mem *mem, const struct plan_change *g, const struct plan_change_clause *c,
    int n)
{
	bool more = c->next && !strcmp(c->next->act, "drop") && !strcmp(c->next->beside, c->anchor);

	if (!strcmp(c->act, "drop"))
		return mem_printf(mem, more ? "%d\\. Bỏ %s và các điểm thuộc điểm này.\n\n"
		    : "%d\\. Bỏ %s.\n\n", n, cited_as(mem, c->anchor));
	if (!strcmp(c->act, "add"))
		return mem_printf(mem, "%d\\. Bổ sung vào ngay sau %s:\n\n%s\n", n, cited_as(mem, c->beside),
		    quotation(mem, c->markdown));
	return mem_printf(mem, !strcmp(g->kind, "correct") ? "%d\\. Đính chính %s, đọc là:\n\n%s\n"
	    : "%d\\. Sửa đổi %s như sau:\n\n%s\n", n, cited_as(mem, c->anchor), quotation(mem, c->markdown));
}

/* Those that go with the clause above them are told with it. */
static const char *
body_of_clauses(struct db *db, struct mem *mem, const struct plan *target, const struct plan_change *g)
{
	struct plan_change_clause *first = plan_change_clauses(db, mem, g->plan);
	const char **parts, *name = plan_full_name(mem, target);
	size_t n = 0, length = 1, at = 0;
	char *body;

	for (struct plan_change_clause *c = first; c; c = c->next)
		n++;
	parts = mem_take(mem, (n + 1) * sizeof(*parts));
	n = 0;
	for (struct plan_change_clause *c = first; c; c = c->next)
		if (strcmp(c->act, "drop") || !*c->beside)
			parts[n] = said_of_clause(mem, g, c, (int)n + 1), n++;
	parts[n] = *g->holds
	    ? mem_printf(mem, "%zu\\. Văn bản này có hiệu lực từ ngày %s. Các nội dung khác của %s không thay đổi.\n",
		n + 1, text_of_day(mem, g->holds), name)
	    : mem_printf(mem, "%zu\\. Văn bản này có hiệu lực từ ngày ký ban hành. Các nội dung khác của %s không thay đổi.\n",
		n + 1, name);
	for (size_t i = 0; i <= n; i++)
		length += strlen(parts[i]);
	body = mem_take(mem, length);
	for (size_t i = 0; i <= n; i++) {
		memcpy(body + at, parts[i], strlen(parts[i]));
		at += strlen(parts[i]);
	}
	return body;
}

const char *
plan_change_body(struct db *db, struct mem *mem, const struct plan *target,
    const struct plan_change *g)
{
	const char *name = plan_full_name(mem, target);

	if (strcmp(g->kind, "recall"))
		return body_of_clauses(db, mem, target, g);
	return *g->holds
	    ? mem_printf(mem, "1\\. Thu hồi %s%s về %s.\n\n2\\. Cơ quan, đơn vị đã nhận văn bản này thôi thực hiện từ ngày %s.\n",
		name, of_issuer(mem, target), target->subject, text_of_day(mem, g->holds))
	    : mem_printf(mem, "1\\. Thu hồi %s%s về %s.\n\n2\\. Cơ quan, đơn vị đã nhận văn bản này thôi thực hiện từ ngày ký ban hành.\n",
		name, of_issuer(mem, target), target->subject);
}

void
plan_change_write(struct db *db, struct mem *mem, const struct plan *target,
    const struct plan_change *g, const char *was)
{
	struct plan *p = plan_get(db, mem, g->plan, "vi");

	if (!strcmp(g->kind, "replace") || strcmp(p->body, was)) {
		plan_touch(db, p->id);
		return;
	}
	p->body = p->original = plan_change_body(db, mem, target, g);
	plan_save(db, mem, p);
}

/* The lines of whom it was sent to, those of the document that changes it too. */
static void
copy_recipients(struct db *db, struct mem *mem, int64_t from, int64_t to, const char *today)
{
	plan_put_recipients(db, to, plan_recipients(db, mem, from, today, "vi"));
}

int64_t
plan_change_begin(struct db *db, struct mem *mem, const struct plan *target, struct plan_change *g,
    int64_t author, const char *today, int64_t now)
{
	bool replaces = !strcmp(g->kind, "replace"), corrects = !strcmp(g->kind, "correct");
	const char *name = plan_full_name(mem, target);
	struct plan p = {
		.unit = target->unit,
		.flow_case = flow_open(db, "plan", target->unit, author, now),
		.number = "", .date = "", .place = target->place, .issuer = target->issuer,
		.kind = target->kind,
		.subject = replaces ? target->subject : mem_printf(mem, corrects ? "Đính chính %s"
		    : !strcmp(g->kind, "recall") ? "Thu hồi %s" : "Sửa đổi, bổ sung một số điểm của %s", name),
		.short_name = replaces ? target->short_name : "",
		.period_from = replaces ? target->period_from : "",
		.period_to = replaces ? target->period_to : "",
		.authority = target->authority, .signer_name = target->signer_name,
		.preamble = "", .body = "", .original = "", .signup_due = "",
		.change = g->kind,
	};
	struct plan_basis basis = { .relation = "căn cứ", .kind = target->kind, .number = target->number,
	    .date = target->date, .text = mem_printf(mem, "Căn cứ %s%s về %s;", name,
	    of_issuer(mem, target), target->subject) };

	plan_keys(mem, &p);
	p.id = plan_add(db, &p);
	g->plan = p.id;
	g->target = target->id;
	plan_change_add(db, g);
	if (!replaces && strcmp(g->kind, "recall"))
		plan_put_bases(db, p.id, &basis);
	copy_recipients(db, mem, target->id, p.id, today);
	p.body = p.original = replaces
	    ? plan_markdown_on(db, mem, target, *g->holds ? g->holds : today)
	    : plan_change_body(db, mem, target, g);
	plan_save(db, mem, &p);
	return p.id;
}
