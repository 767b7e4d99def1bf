/* plan_text.c - see plan_text.h. */

#include "cgi-bin/lib/plan_text.h"

#include <string.h>
#include <time.h>

#include "cgi-bin/lib/markdown.h"
#include "cgi-bin/lib/plan_archive.h"
#include "cgi-bin/lib/plan_change_text.h"
#include "cgi-bin/lib/outline.h"
#include "db/flow.h"
#include "db/plan_child.h"
#include "db/plan_date.h"
#include "db/text.h"

enum { LINES_MAX = 20000, CLAUSES_MAX = 5000, CLAUSE_MAX = 65536,
	SUBJECT_MAX = 1000, SHORT_MAX = 200 };

static const char *
lines(struct mem *mem, const struct line *l)
{
	const char *all = "";

	for (; l; l = l->next)
		all = mem_printf(mem, "%s%s%s", all, *all ? "\n" : "", l->text);
	return all;
}

static struct plan_basis *
bases_of(struct mem *mem, const struct basis *b)
{
	struct plan_basis *first = NULL, **end = &first;

	for (; b; b = b->next) {
		*end = mem_take(mem, sizeof(**end));
		**end = (struct plan_basis){ .relation = b->relation, .kind = b->kind,
		    .number = b->number, .date = b->date, .text = b->text };
		end = &(*end)->next;
	}
	return first;
}

/* Of "commune village", those that are among the choices, as addressees of a line. */
static struct plan_addressee *
of_kinds(struct mem *mem, const char *kinds, const struct plan_choice *below)
{
	struct plan_addressee *first = NULL, **end = &first;

	for (size_t n; *(kinds += strspn(kinds, " ")); kinds += n) {
		n = strcspn(kinds, " ");
		const char *value = mem_printf(mem, "kind:%.*s", (int)n, kinds);
		const struct plan_choice *c = below;
		while (c && strcmp(c->value, value))
			c = c->next;
		if (!c)
			continue;
		*end = mem_take(mem, sizeof(**end));
		**end = (struct plan_addressee){ .kind = value + 5 };
		end = &(*end)->next;
	}
	return first;
}

/* A line "Lưu: ..." is the archive's; one whose words name kinds of unit goes to them, as
 * far as there are such units under the issuer. */
static struct plan_recipient *
recipients_of(struct db *db, struct mem *mem, const struct line *l,
    const struct plan_choice *below)
{
	struct plan_recipient *first = NULL, **end = &first;

	for (; l; l = l->next) {
		const char *plain = text_plain(mem, l->text);
		struct plan_archive archive;
		bool file = plan_archive_read(mem, l->text, &archive);
		struct plan_addressee *to = file ? NULL
		    : of_kinds(mem, plan_kinds_of(db, mem, plain), below);

		*end = mem_take(mem, sizeof(**end));
		**end = (struct plan_recipient){ .text = l->text, .to = to,
		    .purpose = file ? "file" : to ? "act" : "know", .copies = archive.copies };
		end = &(*end)->next;
	}
	return first;
}

static bool
has_lines_over(const char *text, int most)
{
	for (; (text = strchr(text, '\n')); text++)
		if (!most--)
			return true;
	return false;
}

static const char *
too_large(const struct section *s)
{
	int n = 0;

	for (; s; s = s->next) {
		if (++n > CLAUSES_MAX)
			return "Văn bản có hơn 5.000 điểm: tách phụ lục ra rồi dán phần chính";
		if (strlen(s->text) > CLAUSE_MAX)
			return "Có đoạn dài quá khoảng 40.000 ký tự: thêm dòng trống để ngắt đoạn đó";
	}
	return NULL;
}

const char *
plan_too_large(struct mem *mem, const char *text)
{
	if (has_lines_over(text, LINES_MAX))
		return "Văn bản có hơn 20.000 dòng: tách phụ lục ra rồi dán phần chính";
	struct outline *o = outline_read(mem, text);
	if (text_length(o->subject) > SUBJECT_MAX)
		return "Đoạn đầu dài quá 1.000 ký tự nên không tách được trích yếu: thêm dòng trống sau trích yếu rồi dán lại";
	return too_large(o->sections);
}

const char *
plan_body_too_large(struct mem *mem, const char *markdown)
{
	struct criteria *criteria;

	if (has_lines_over(markdown, LINES_MAX))
		return "Văn bản có hơn 20.000 dòng: tách phụ lục ra rồi dán phần chính";
	return too_large(outline_of_markdown(mem, markdown, &criteria));
}

static struct plan_clause *
rendered(struct mem *mem, const struct section *s)
{
	struct plan_clause *first = NULL, **end = &first;

	for (; s; s = s->next) {
		*end = mem_take(mem, sizeof(**end));
		**end = (struct plan_clause){ .anchor = s->anchor, .parent = s->parent,
		    .label = s->label, .text = s->text, .depth = s->depth,
		    .html = markdown(mem, s->markdown).text };
		end = &(*end)->next;
	}
	return first;
}

struct plan_clause *
plan_clauses_of(struct mem *mem, const char *body, int *classes, int *items)
{
	struct criteria *criteria;
	const struct section *sections = outline_of_markdown(mem, body, &criteria);

	for (*classes = *items = 0; criteria; criteria = criteria->next, ++*classes)
		for (const struct criteria_item *i = criteria->items; i; i = i->next)
			++*items;
	return rendered(mem, sections);
}

static void
put_classes(struct db *db, struct mem *mem, int64_t plan, const struct criteria *c)
{
	struct plan_class *first = NULL, **end = &first;

	for (; c; c = c->next) {
		struct plan_class *to = *end = mem_take(mem, sizeof(*to));
		struct plan_criterion **last = &to->criteria;

		to->anchor = c->anchor;
		to->name = c->class;
		for (const struct criteria_item *i = c->items; i; i = i->next) {
			*last = mem_take(mem, sizeof(**last));
			**last = (struct plan_criterion){ .anchor = i->anchor, .text = i->text,
			    .kind = "judged", .points = -1, .applies = "" };
			last = &(*last)->next;
		}
		end = &to->next;
	}
	/* Suggested once: what a person has chosen, or unchosen, stays. */
	struct plan_class *old = plan_classes(db, mem, plan);
	plan_put_classes(db, mem, plan, first);
	for (struct plan_class *is = plan_classes(db, mem, plan); is; is = is->next) {
		struct plan_class *was = old;
		while (was && strcmp(was->name, is->name))
			was = was->next;
		if (!was)
			plan_set_kinds(db, is->id, plan_kinds_of(db, mem, text_plain(mem, is->name)));
	}
}

void
plan_save(struct db *db, struct mem *mem, struct plan *p)
{
	struct criteria *criteria;
	struct section *sections = outline_of_markdown(mem, p->body, &criteria);

	plan_keys(mem, p);
	plan_change(db, p);
	plan_put_clauses(db, p->id, rendered(mem, sections));
	/* what only changes another has none of its own */
	put_classes(db, mem, p->id, p->change && *p->change && strcmp(p->change, "replace") ? NULL : criteria);
	plan_find_again(db, mem, p);
}

int64_t
plan_take_in(struct db *db, struct mem *mem, const char *text, int64_t unit,
    int64_t author, int64_t now)
{
	struct outline *o = outline_read(mem, text);
	struct plan p = {
		.unit = unit,
		.flow_case = flow_open(db, "plan", unit, author, now),
		.number = o->number, .date = o->date, .place = o->place,
		.issuer = o->issuer, .kind = o->kind, .subject = o->subject,
		.period_from = o->period_from, .period_to = o->period_to,
		.authority = lines(mem, o->authority), .signer_name = o->signer,
		.preamble = o->preamble, .body = outline_markdown(mem, o),
		.original = text, .signup_due = "",
	};

	plan_keys(mem, &p);
	p.id = plan_add(db, &p);
	plan_put_bases(db, p.id, bases_of(mem, o->bases));
	plan_put_recipients(db, p.id, recipients_of(db, mem, o->recipients,
	    plan_choices(db, mem, unit, plan_day(mem, now), "vi")));
	if (*o->short_name && text_length(o->short_name) <= SHORT_MAX)
		plan_put_movement(db, p.id, &(struct plan_short_name){ o->short_name, NULL }, NULL);
	plan_save(db, mem, &p);
	return p.id;
}

void
plan_find_again(struct db *db, struct mem *mem, const struct plan *p)
{
	const char *names = plan_names_text(mem, plan_short_names(db, mem, p->id));

	for (struct plan_tie *t = plan_ties(db, mem, p->id, "vi"); t; t = t->next)
		names = mem_printf(mem, "%s\n%s; %s", names, t->name, plan_names_text(mem, t->short_names));
	plan_index(db, p, mem_printf(mem, "%s\n%s\n%s\n%s\n%s", p->issuer, names, p->preamble,
	    p->body, plan_change_words(db, mem, p->id)));
}

const char *
plan_names_text(struct mem *mem, const struct plan_short_name *n)
{
	const char *all = "";

	for (; n; n = n->next)
		all = mem_printf(mem, "%s%s%s", all, *all ? "; " : "", n->name);
	return all;
}

int
plan_settle(struct db *db, struct mem *mem, int64_t plan, const char *day, int64_t now)
{
	struct plan *p = plan_get(db, mem, plan, "vi");
	int sent;

	if (!p || !p->stands)
		return 0;
	sent = plan_deliver(db, plan, day, now);
	plan_call_units(db, mem, plan, day);
	plan_find_again(db, mem, p);
	struct plan_change *g = plan_change_get(db, mem, plan, "vi");
	struct plan *changed = g ? plan_get(db, mem, g->target, "vi") : NULL;
	if (changed)
		plan_find_again(db, mem, changed);
	if (changed && !strcmp(g->kind, "replace"))
		plan_date_copy(db, plan, g->target);	/* as they stand now: some may be done meanwhile */
	return sent;
}

const char *
plan_value(const void *record, const char *field)
{
	const struct plan *p = record;
	const struct {
		const char *field, *value;
	} values[] = {
		{ "number", p->number }, { "date", p->date }, { "place", p->place },
		{ "issuer", p->issuer }, { "subject", p->subject },
		{ "signer_name", p->signer_name },
	};

	for (size_t i = 0; i < sizeof(values) / sizeof(*values); i++)
		if (!strcmp(values[i].field, field))
			return values[i].value;
	return "";
}

void
plan_words(struct mem *mem, const struct plan *p, int *in, int *out)
{
	struct outline *o = outline_read(mem, p->original);

	*in = o->words_in;
	*out = o->words_out;
}

const char *
plan_one_line(struct mem *mem, const char *text)
{
	static const char white[] = " \t\n";
	char *out = mem_take(mem, strlen(text) + 1), *at = out;

	while (*(text += strspn(text, white))) {
		size_t n = strcspn(text, white);
		if (at > out)
			*at++ = ' ';
		memcpy(at, text, n);
		at += n, text += n;
	}
	*at = '\0';
	return out;
}

const char *
plan_recipient_text(struct mem *mem, const struct plan_recipient *r)
{
	const char *all = "";

	for (; r; r = r->next) {
		all = mem_printf(mem, "%s%s | %s |", all, r->text, r->purpose);
		if (plan_copies(mem, r))
			all = mem_printf(mem, "%s x%lld |", all, (long long)plan_copies(mem, r));
		for (const struct plan_addressee *a = r->to; a; a = a->next)
			all = *a->kind ? mem_printf(mem, "%s %s", all, a->kind)
			    : mem_printf(mem, "%s %s %lld", all, a->unit ? "unit" : "group",
			    (long long)(a->unit ? a->unit : a->unit_group));
		all = mem_printf(mem, "%s\n", all);
	}
	return all;
}

const char *
plan_capital(struct mem *mem, const char *text)
{
	size_t n = 1;

	while ((text[n] & 0xc0) == 0x80)
		n++;
	return *text ? mem_printf(mem, "%s%s", text_upper(mem, mem_copy(mem, text, n)), text + n)
	    : text;
}

const char *
plan_brief(struct mem *mem, const char *text, int n)
{
	const char *cut = text;
	int at = 0;

	for (const char *s = text; *s; s++) {
		if ((*s & 0xc0) != 0x80 && at++ >= n)
			return mem_printf(mem, "%.*s...", (int)(cut - text), text);
		if (*s == ' ')
			cut = s;
	}
	return text;
}

const char *
plan_day(struct mem *mem, int64_t at)
{
	char *day = mem_take(mem, 11);
	time_t seconds = (time_t)at;
	struct tm tm;

	strftime(day, 11, "%F", localtime_r(&seconds, &tm));
	return day;
}
