/* outline_text.c - an outline as Markdown and back, and as JSON. */

#include "cgi-bin/lib/outline_part.h"

#include <jansson.h>
#include <stdlib.h>
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

const char *
outline_markdown(struct mem *mem, const struct outline *o)
{
	struct buf b = { .mem = mem };

	for (const struct section *s = o->sections; s; s = s->next) {
		if (b.n)
			buf_text(&b, "\n");
		if (*s->label && s->depth <= 2 && is_title(s->text))
			buf_text(&b, s->depth == 1 ? "## " : "### ");
		if (*s->label) {
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

/* Without the strokes, and without the signs of a heading. */
static const char *
unescape(struct mem *mem, const char *s)
{
	size_t marks = strspn(s, "#");
	char *copy, *to;

	if (marks && marks <= 6 && (s[marks] == ' ' || !s[marks]))
		s += marks + (s[marks] == ' ');
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

static void
add_block(struct tree *t, struct buf *b, struct buf *source)
{
	struct label l;

	if (b->n) {
		const char *s = unescape(t->mem, b->s);
		s = squeeze(t->mem, s, strlen(s));
		if (!label_read(t->mem, s, &l) || label_fits(t, &l) == NO)
			l = (struct label){ .rest = s, .number = "" };
		if (*s) {
			struct section *added = tree_add(t, &l, mem_copy(t->mem, s, l.n));
			added->text = l.rest;
			added->markdown = source->s;
		}
	}
	*b = *source = (struct buf){ .mem = t->mem };
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

static json_t *
known(const char *s)
{
	return *s ? json_string(s) : json_null();
}

static json_t *
list(const struct line *l)
{
	json_t *array = json_array();

	for (; l; l = l->next)
		json_array_append_new(array, json_string(l->text));
	return array;
}

static int
collect(const char *bytes, size_t n, void *to)
{
	buf_add(to, bytes, n);
	return 0;
}

const char *
outline_json(struct mem *mem, const struct outline *o)
{
	struct buf b = { .mem = mem };
	json_t *root = json_object(), *array, *items, *part;

	json_object_set_new(root, "number", known(o->number));
	json_object_set_new(root, "date", known(o->date));
	json_object_set_new(root, "place", known(o->place));
	json_object_set_new(root, "issuer", known(o->issuer));
	json_object_set_new(root, "kind", known(o->kind));
	json_object_set_new(root, "subject", known(o->subject));
	json_object_set_new(root, "period", part = json_object());
	json_object_set_new(part, "from", known(o->period_from));
	json_object_set_new(part, "to", known(o->period_to));

	json_object_set_new(root, "bases", array = json_array());
	for (const struct basis *x = o->bases; x; x = x->next) {
		json_array_append_new(array, part = json_object());
		json_object_set_new(part, "relation", known(x->relation));
		json_object_set_new(part, "kind", known(x->kind));
		json_object_set_new(part, "number", known(x->number));
		json_object_set_new(part, "date", known(x->date));
	}
	json_object_set_new(root, "recipients", list(o->recipients));
	json_object_set_new(root, "signer", part = json_object());
	json_object_set_new(part, "authority", list(o->authority));
	json_object_set_new(part, "title", known(o->title));
	json_object_set_new(part, "name", known(o->signer));

	json_object_set_new(root, "sections", array = json_array());
	for (const struct section *s = o->sections; s; s = s->next) {
		json_array_append_new(array, part = json_object());
		json_object_set_new(part, "anchor", json_string(s->anchor));
		json_object_set_new(part, "label", json_string(s->label));
		json_object_set_new(part, "text", json_string(s->text));
	}
	json_object_set_new(root, "criteria", array = json_array());
	for (const struct criteria *c = o->criteria; c; c = c->next) {
		json_array_append_new(array, part = json_object());
		json_object_set_new(part, "class", json_string(c->class));
		json_object_set_new(part, "anchor", json_string(c->anchor));
		json_object_set_new(part, "items", items = json_array());
		for (const struct criteria_item *i = c->items; i; i = i->next) {
			json_array_append_new(items, part = json_object());
			json_object_set_new(part, "anchor", json_string(i->anchor));
			json_object_set_new(part, "text", json_string(i->text));
		}
	}
	json_object_set_new(root, "missing", list(o->missing));

	json_dump_callback(root, collect, &b, JSON_INDENT(2) | JSON_PRESERVE_ORDER);
	json_decref(root);
	return b.s;
}
