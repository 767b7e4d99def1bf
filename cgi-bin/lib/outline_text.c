/* outline_text.c - an outline as Markdown and back, and as JSON. */

#include "cgi-bin/lib/outline_part.h"
#include "cgi-bin/lib/json.h"

#include <string.h>

/* Any of these could begin something in CommonMark; so could what escape_start()
 * looks for at the start of a block. */
static void
escape(struct buf *b, const char *s)
{
	while (*s) {
		size_t n = strcspn(s, "\\`*_[]<>&#~|!");
		buf_add(b, s, n);
		s += n;
		if (*s) {
			buf_text(b, "\\");
			buf_add(b, s++, 1);
		}
	}
}

void
buf_row(struct buf *b, const char *s)
{
	for (size_t n; *s; s += n) {
		n = strcspn(s, "|");
		escape(b, mem_copy(b->mem, s, n));
		if (s[n]) {
			buf_text(b, "|");
			n++;
		}
	}
	buf_text(b, "\n");
}

/* The sign that would make a list of the block gets its stroke. */
static void
escape_start(struct buf *b, const char *s)
{
	size_t n = strspn(s, "0123456789");

	if (s[n] && (n ? strchr(".)", s[n]) : strchr("-+=", s[n]))) {
		buf_add(b, s, n);
		buf_text(b, "\\");
		buf_add(b, s + n, 1);
		s += n + 1;
	}
	escape(b, s);
}

/* The stars of marks stay as they are. */
static void
escape_rich(struct buf *b, const char *s)
{
	const struct piece *first = pieces_of(b->mem, s);

	for (const struct piece *p = first; p; p = p->next) {
		buf_text(b, piece_stars(p));
		if (p == first && !*piece_stars(p))
			escape_start(b, p->text);
		else
			escape(b, p->text);
		buf_text(b, piece_stars(p));
	}
}

const char *
outline_markdown(struct mem *mem, const struct outline *o)
{
	struct buf b = { .mem = mem };

	for (const struct section *s = o->sections; s; s = s->next) {
		if (b.n)
			buf_text(&b, "\n");
		if (s->markdown) {
			buf_text(&b, s->markdown);
			continue;
		}
		if (*s->label && s->depth <= 2 && is_title(s->text))
			buf_text(&b, s->depth == 1 ? "## " : "### ");
		if (s->rich) {
			escape_rich(&b, s->rich);
		} else if (*s->label) {
			escape_start(&b, s->label);
			if (*s->text)
				buf_text(&b, " ");
			escape(&b, s->text);
		} else {
			escape_start(&b, s->text);
		}
		buf_text(&b, "\n");
	}
	return b.n ? b.s : "";
}

/* Without the signs of a heading. */
static const char *
unhead(const char *s)
{
	size_t marks = strspn(s, "#");

	return marks && marks <= 6 && (s[marks] == ' ' || !s[marks]) ? s + marks + (s[marks] == ' ') : s;
}

static const char *
unstroke(struct mem *mem, const char *s)
{
	char *copy, *to;

	copy = to = mem_text(mem, s);
	for (; *s; s++) {
		if (*s == '\\' && s[1] > ' ' && s[1] < 0x7F &&
		    strchr("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~", s[1]))
			s++;
		*to++ = *s;
	}
	*to = '\0';
	return copy;
}

static struct piece *
pieces_shown(struct mem *mem, const char *markdown)
{
	struct piece *first = pieces_of(mem, unhead(markdown));

	for (struct piece *p = first; p; p = p->next)
		p->text = unstroke(mem, p->text);
	return first;
}

struct piece *
outline_pieces(struct mem *mem, const struct section *s)
{
	struct buf all = { .mem = mem };

	for (const char *at = s->markdown; *at; ) {
		size_t n = strcspn(at, "\n");
		join(&all, squeeze(mem, at, n));
		at += n + (at[n] == '\n');
	}
	return pieces_shown(mem, all.n ? all.s : "");
}

/* CommonMark itself begins a block at such a line. */
static bool
begins(const char *s)
{
	size_t n = strspn(s, "0123456789");

	if (*s == '#')
		return true;
	return n ? strchr(".)", s[n]) && s[n] && s[n + 1] == ' '
	    : *s && strchr("-+*", *s) && s[1] == ' ';
}

/* A clause of all its words: what reads as a label, and fits, is one. */
static struct section *
add_clause(struct tree *t, const char *s)
{
	struct label l;

	if (!label_read(t->mem, s, &l) || label_fits(t, &l) == NO)
		l = (struct label){ .rest = s, .number = "" };
	struct section *added = tree_add(t, &l, mem_copy(t->mem, s, l.n));
	added->text = l.rest;
	return added;
}

static void
add_block(struct tree *t, struct buf *b, struct buf *source)
{
	if (b->n) {
		const char *s = pieces_text(t->mem, pieces_shown(t->mem, b->s));
		s = squeeze(t->mem, s, strlen(s));
		if (*s)
			add_clause(t, s)->markdown = source->s;
	}
	*b = *source = (struct buf){ .mem = t->mem };
}

struct section *
sections_again(struct mem *mem, const struct section *s)
{
	struct tree t = { .mem = mem };

	for (; s; s = s->next)
		add_clause(&t, mem_printf(mem, "%s%s%s", s->label,
		    *s->label && *s->text ? " " : "", s->text))->markdown = s->markdown;
	return t.first;
}

struct section *
outline_of_markdown(struct mem *mem, const char *markdown, struct criteria **criteria)
{
	struct tree t = { .mem = mem };
	struct buf b = { .mem = mem }, source = { .mem = mem };
	bool heading = false;

	while (*markdown) {
		size_t n = strcspn(markdown, "\n");
		const char *line = squeeze(mem, markdown, n);
		markdown += n + (markdown[n] == '\n');
		if (!*line || heading || begins(line))
			add_block(&t, &b, &source);
		if (*line) {
			join(&b, line);
			buf_text(&source, line);
			buf_text(&source, "\n");
		}
		heading = *line == '#';
	}
	add_block(&t, &b, &source);
	*criteria = criteria_of(mem, t.first);
	return t.first;
}

/* What is not known is null. */
static void
put(struct json *in, const char *name, const char *s)
{
	json_text(in, name, *s ? s : NULL);
}

static void
put_lines(struct json *in, const char *name, const struct line *l)
{
	struct json *list = json_list(in, name);

	for (; l; l = l->next)
		json_text(list, NULL, l->text);
}

const char *
outline_json(struct mem *mem, const struct outline *o)
{
	struct json *root = json_root(mem), *list, *items, *one;
	size_t length;

	put(root, "number", o->number);
	put(root, "date", o->date);
	put(root, "place", o->place);
	put(root, "issuer", o->issuer);
	put(root, "kind", o->kind);
	put(root, "subject", o->subject);
	one = json_record(root, "period");
	put(one, "from", o->period_from);
	put(one, "to", o->period_to);

	list = json_list(root, "bases");
	for (const struct basis *x = o->bases; x; x = x->next) {
		one = json_record(list, NULL);
		put(one, "relation", x->relation);
		put(one, "kind", x->kind);
		put(one, "number", x->number);
		put(one, "date", x->date);
	}
	put_lines(root, "recipients", o->recipients);
	one = json_record(root, "signer");
	put_lines(one, "authority", o->authority);
	put(one, "title", o->title);
	put(one, "name", o->signer);

	list = json_list(root, "sections");
	for (const struct section *x = o->sections; x; x = x->next) {
		one = json_record(list, NULL);
		json_text(one, "anchor", x->anchor);
		json_text(one, "label", x->label);
		json_text(one, "text", x->text);
	}
	list = json_list(root, "criteria");
	for (const struct criteria *c = o->criteria; c; c = c->next) {
		one = json_record(list, NULL);
		json_text(one, "class", c->class);
		json_text(one, "anchor", c->anchor);
		items = json_list(one, "items");
		for (const struct criteria_item *i = c->items; i; i = i->next) {
			struct json *item = json_record(items, NULL);
			json_text(item, "anchor", i->anchor);
			json_text(item, "text", i->text);
		}
	}
	put_lines(root, "missing", o->missing);
	return json_spell(root, &length);
}
