/* plan_change_body.c - a document that changes a plan: begun, and its text made of its changes
 * (plan_change_text.h). */

#include "cgi-bin/lib/plan_change_text.h"

#include <string.h>

#include "cgi-bin/lib/plan_text.h"
#include "db/flow.h"
#include "db/plan_child.h"
#include "db/plan_date.h"
#include "db/text.h"
#include "db/unit.h"

const char *
plan_change_words(struct db *db, struct mem *mem, int64_t target)
{
	const char *all = "";

	for (struct plan_change *g = plan_changes(db, mem, target, "vi"); g; g = g->next) {
		size_t n = 1, at = 0;
		struct plan_change_clause *first = g->stands && !strcmp(g->kind, "amend")
		    ? plan_change_clauses(db, mem, g->plan) : NULL;
		for (struct plan_change_clause *c = first; c; c = c->next)
			n += strlen(c->text) + 1;
		char *words = mem_take(mem, n);
		for (struct plan_change_clause *c = first; c; c = c->next) {
			memcpy(words + at, c->text, strlen(c->text));
			at += strlen(c->text);
			words[at++] = '\n';
		}
		all = mem_printf(mem, "%s%s", all, words);
	}
	return all;
}

const char *
plan_full_name(struct mem *mem, const struct plan *p)
{
	const char *name = plan_capital(mem, text_lower(mem, *p->kind ? p->kind : "Kế hoạch"));

	if (*p->number)
		name = mem_printf(mem, "%s số %s", name, p->number);
	return *p->date ? mem_printf(mem, "%s ngày %s", name, text_of_day(mem, p->date)) : name;
}

/* What headed it that day, in the writing of a name and not of a head. */
static const char *
of_issuer(struct db *db, struct mem *mem, const struct plan *p)
{
	const char *name = unit_issuer(db, mem, p->unit, *p->date ? p->date : "9999-12-31");

	if (!*name)
		name = p->issuer;
	return *name ? mem_printf(mem, " của %s", name) : "";
}

/* Below an article, from the inside out, as decisions cite: D1.1.đ is "điểm đ khoản 1 Điều 1".
 * NULL: of a number given twice ("+2"), which nobody cites so. */
static const char *
cited_in_article(struct mem *mem, const char *anchor)
{
	size_t article = strcspn(anchor, ".");
	const char *whole = mem_printf(mem, "Điều %.*s", (int)article - 1, anchor + 1);
	const char *number = anchor[article] ? anchor + article + 1 : "";
	size_t n = strspn(number, "0123456789.");

	if (strchr(anchor, '+'))
		return NULL;
	if (n) {
		const char *letter = number[n] ? number + n : "";
		size_t digits = n - (*letter && number[n - 1] == '.');
		whole = mem_printf(mem, "khoản %.*s %s", (int)digits, number, whole);
		number = letter;
	}
	return *number ? mem_printf(mem, "điểm %s %s", number, whole) : whole;
}

/* "điểm III.2 (ý thứ 4)", "khoản 1 Điều 2" */
static const char *
cited_as(struct mem *mem, const char *anchor)
{
	const char *loose = strrchr(anchor, '~'), *in;

	if (!loose && anchor[0] == 'D' && anchor[1] >= '1' && anchor[1] <= '9' && (in = cited_in_article(mem, anchor)))
		return in;
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

const char *
plan_change_after(const struct plan_change_clause *all, const struct plan_change_clause *c)
{
	const char *after = c->beside;

	for (; all && all != c; all = all->next)
		if (!strcmp(all->act, "add") && !strcmp(all->beside, c->beside))
			after = all->anchor;
	return after;
}

/* D1 is an article, D1.2 a clause (khoản) of it: one with so many numbers behind the article's. */
static bool
is_article(const char *anchor, int numbers)
{
	if (*anchor++ != 'D')
		return false;
	for (int i = 0; i <= numbers; i++) {
		size_t n = strspn(anchor, "0123456789");
		if (!n || anchor[n] != (i < numbers ? '.' : '\0'))
			return false;
		anchor += n + (i < numbers);
	}
	return true;
}

static const char *
said_of_clause(struct mem *mem, const struct plan_change *g, const struct plan_change_clause *all,
    const struct plan_change_clause *c, int n)
{
	bool more = c->next && !strcmp(c->next->act, "drop") && !strcmp(c->next->beside, c->anchor);

	if (!strcmp(c->act, "drop"))
		return mem_printf(mem, !more ? "%d\\. Bỏ %s.\n\n" : is_article(c->anchor, 0)
		    ? "%d\\. Bỏ %s và các khoản, điểm của Điều này.\n\n" : is_article(c->anchor, 1)
		    ? "%d\\. Bỏ %s và các điểm thuộc khoản này.\n\n"
		    : "%d\\. Bỏ %s và các điểm thuộc điểm này.\n\n", n, cited_as(mem, c->anchor));
	if (!strcmp(c->act, "add"))
		return mem_printf(mem, "%d\\. Bổ sung vào ngay sau %s:\n\n%s\n", n,
		    cited_as(mem, plan_change_after(all, c)), quotation(mem, c->markdown));
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
			parts[n] = said_of_clause(mem, g, first, c, (int)n + 1), n++;
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
		name, of_issuer(db, mem, target), target->subject, text_of_day(mem, g->holds))
	    : mem_printf(mem, "1\\. Thu hồi %s%s về %s.\n\n2\\. Cơ quan, đơn vị đã nhận văn bản này thôi thực hiện từ ngày ký ban hành.\n",
		name, of_issuer(db, mem, target), target->subject);
}

/* But for blanks at the end, which a form does not keep. */
static bool
same_text(const char *a, const char *b)
{
	size_t n = strlen(a), m = strlen(b);

	while (n && strchr(" \n", a[n - 1]))
		n--;
	while (m && strchr(" \n", b[m - 1]))
		m--;
	return n == m && !memcmp(a, b, n);
}

bool
plan_change_by_hand(struct db *db, struct mem *mem, const struct plan *p, const struct plan *target,
    const struct plan_change *g)
{
	return strcmp(g->kind, "replace") && !same_text(p->body, plan_change_body(db, mem, target, g));
}

void
plan_change_write(struct db *db, struct mem *mem, const struct plan *target,
    const struct plan_change *g, const char *was)
{
	struct plan *p = plan_get(db, mem, g->plan, "vi");

	if (!p || !strcmp(g->kind, "replace") || !same_text(p->body, was)) {
		plan_touch(db, g->plan);
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
		.period_from = replaces ? target->period_from : "",
		.period_to = replaces ? target->period_to : "",
		.authority = target->authority, .signer_name = target->signer_name,
		.preamble = "", .body = "", .original = "", .signup_due = "",
		.change = g->kind,
	};
	struct plan_basis basis = { .relation = "căn cứ", .kind = target->kind, .number = target->number,
	    .date = target->date, .text = mem_printf(mem, "Căn cứ %s%s về %s;", name,
	    of_issuer(db, mem, target), target->subject) };

	plan_keys(mem, &p);
	p.id = plan_add(db, &p);
	g->plan = p.id;
	g->target = target->id;
	plan_change_add(db, g);
	if (!replaces && strcmp(g->kind, "recall"))
		plan_put_bases(db, p.id, &basis);
	copy_recipients(db, mem, target->id, p.id, today);
	if (replaces)
		plan_put_movement(db, p.id, plan_short_names(db, mem, target->id), plan_ties(db, mem, target->id, "vi"));
	/* what takes a plan's place stands where it stood */
	if (replaces && plan_parent(db, target->id))
		plan_put_parent(db, p.id, plan_parent(db, target->id));
	p.body = p.original = replaces
	    ? plan_markdown_on(db, mem, target, *g->holds ? g->holds : today)
	    : plan_change_body(db, mem, target, g);
	plan_save(db, mem, &p);
	return p.id;
}
