/* outline_mark.c - what is **bold** and *italic* within a line (see outline_part.h). */

#include "cgi-bin/lib/outline_part.h"

#include <string.h>

static bool
is_among(uint32_t c, const uint32_t *list)
{
	while (*list && *list != c)
		list++;
	return *list;
}

/* What may stand just within a mark, beside letters and figures: none of it is a lone sign of
 * a note, "(*)". */
static bool
begins_marked(uint32_t c)
{
	static const uint32_t list[] = { '"', '\'', '(', '\\', 0xAB, 0x2018, 0x201C, 0 };

	return is_word(c) || is_among(c, list);
}

static bool
ends_marked(uint32_t c)
{
	static const uint32_t list[] = { '"', '\'', ')', '.', ',', ';', ':', '!', '?', '%', '/', 0xBB,
		0x2019, 0x201D, 0x2026, 0 };

	return is_word(c) || is_among(c, list);
}

/* As CommonMark has it: a stroke before a sign, or else a letter like any other. */
static bool
has_stroke(const char *s)
{
	return *s == '\\' && s[1] > ' ' && s[1] < 0x7F && !is_word((unsigned char)s[1]);
}

/* The place of the stars that close those n: the very next ones are they, or there are none. */
static const char *
closing(const char *s, size_t n)
{
	uint32_t last = ' ';
	int bytes;

	if (!begins_marked(code_at(s, &bytes)))
		return NULL;
	for (; *s && *s != '*'; s += bytes) {
		last = code_at(s, &bytes);
		if (has_stroke(s))
			last = (unsigned char)s[1], bytes = 2;
	}
	return *s && strspn(s, "*") == n && ends_marked(last) && !is_word(code_at(s + n, &bytes))
	    ? s : NULL;
}

static void
add(struct mem *mem, struct piece ***end, const char *s, const char *to, size_t stars)
{
	if (to == s)
		return;
	struct piece *p = **end = mem_take(mem, sizeof(*p));
	*p = (struct piece){ mem_copy(mem, s, (size_t)(to - s)), stars > 1, stars & 1, NULL };
	*end = &p->next;
}

struct piece *
pieces_of(struct mem *mem, const char *s)
{
	struct piece *first = NULL, **end = &first;
	const char *from = s, *close;
	uint32_t last = ' ';
	int bytes;

	for (; *s; s += bytes) {
		size_t stars = strspn(s, "*");
		if (stars && stars <= 3 && !is_word(last) && (close = closing(s + stars, stars))) {
			add(mem, &end, from, s, 0);
			add(mem, &end, s + stars, close, stars);
			s = from = close + stars;
			last = '*';
			bytes = 0;
			continue;
		}
		last = code_at(s, &bytes);
		if (stars)
			bytes = (int)stars;
		else if (has_stroke(s))
			last = (unsigned char)s[1], bytes = 2;
	}
	add(mem, &end, from, s, 0);
	return first;
}

const char *
pieces_text(struct mem *mem, const struct piece *p)
{
	struct buf b = { .mem = mem };

	for (; p; p = p->next)
		buf_text(&b, p->text);
	return b.n ? b.s : "";
}

const char *
piece_stars(const struct piece *p)
{
	return p->bold ? p->italic ? "***" : "**" : p->italic ? "*" : "";
}

/* Blanks at the edges of a mark belong outside of it, and what closes a part of a sentence: how
 * that was set depends on who set it. */
static void
add_marked(struct buf *b, const struct piece *p)
{
	size_t from = strspn(p->text, " "), to = strlen(p->text);

	while (to > from && strchr(" .,;:", p->text[to - 1]))
		to--;
	const char *stars = from < to ? piece_stars(p) : "";
	buf_add(b, p->text, from);
	buf_text(b, stars);
	buf_add(b, p->text + from, to - from);
	buf_text(b, stars);
	buf_text(b, p->text + to);
}

static bool
is_blank(const char *s)
{
	return !s[strspn(s, " ")];
}

const char *
pieces_marked(struct mem *mem, const struct piece *first)
{
	struct buf b = { .mem = mem };
	const char *plain = pieces_text(mem, first);
	const struct piece *look = NULL;
	bool mixed = false;

	for (const struct piece *p = first; p; p = p->next) {
		if (is_blank(p->text))
			continue;
		mixed = mixed || (look && (look->bold != p->bold || look->italic != p->italic));
		look = p;
	}
	for (const struct piece *p = first; mixed && p; ) {
		struct buf same = { .mem = mem };
		struct piece all = *p;
		/* blanks are of what stands before them, whatever they were set in */
		for (; p && (is_blank(p->text) || (p->bold == all.bold && p->italic == all.italic)); p = p->next)
			buf_text(&same, p->text);
		all.text = same.n ? same.s : "";
		add_marked(&b, &all);
	}
	return mixed && !strcmp(pieces_text(mem, pieces_of(mem, b.s)), plain) && strcmp(b.s, plain)
	    ? b.s : NULL;
}
