/* outline_tree.c - labels, whether they follow one another, and what they make. */

#include "cgi-bin/lib/outline_part.h"

#include <string.h>

/* A letter of the list a b c d đ e g ..., or 0. */
static uint32_t
list_letter(const char *s, int *bytes)
{
	uint32_t c = code_at(s, bytes);

	return (c >= 'a' && c <= 'z') || c == 0x111 ? c : 0;
}

/* đ stands after d; those who list as in English leave it out. */
static bool
letter_follows(int a, int b)
{
	static const int order[] = { 'a', 'b', 'c', 'd', 0x111, 'e', 'g', 'h', 'i', 'k',
		'l', 'm', 'n', 'o', 'p', 'q', 'r', 's', 't', 'u', 'v', 'x', 'y', 0 };

	for (int i = 0; order[i]; i++)
		if (order[i] == a && order[i + 1] == b)
			return true;
	return a < 128 && b == a + 1;
}

static int
roman(const char *s, size_t *n)
{
	static const char signs[] = "IVXLC";
	static const int worth[] = { 1, 5, 10, 50, 100 };
	int sum = 0, last = 1000;

	for (*n = 0; s[*n] && strchr(signs, s[*n]); ++*n) {
		int v = worth[strchr(signs, s[*n]) - signs];
		sum += v > last ? v - 2 * last : v;
		last = v;
		if (*n > 6)
			return 0;
	}
	return *n ? sum : 0;
}

/* A figure of at most four places, without a leading nought. */
static int
figure(const char *s, size_t *n)
{
	int v = 0;

	for (*n = 0; s[*n] >= '0' && s[*n] <= '9'; ++*n) {
		if (*n == 4)
			return -1;
		v = v * 10 + (s[*n] - '0');
	}
	return !*n || (*s == '0' && *n > 1) ? -1 : v;
}

static bool
close_label(struct label *l, const char *s, size_t n, bool glued)
{
	int bytes;

	l->n = n;
	l->rest = s + n + (s[n] == ' ');
	return !s[n] || s[n] == ' ' || (glued && is_upper(code_at(s + n, &bytes)));
}

static bool
first_word_in_capitals(struct mem *mem, const char *s)
{
	return in_capitals(mem_copy(mem, s, strcspn(s, " ")));
}

static bool
keyword(struct mem *mem, const char *s, struct label *l)
{
	static const struct { const char *words; enum label_kind kind; } list[] = {
		{ "phu luc", ANNEX }, { "phan", PART }, { "chuong", CHAPTER },
		{ "tieu muc", SUBGROUP }, { "muc", GROUP }, { "dieu", ARTICLE },
	};
	size_t at = 0, n = 0;

	if (!starts_upper(s))
		return false;
	for (size_t i = 0; i < sizeof(list) / sizeof(*list) && !at; i++)
		if ((at = phrase(mem, s, list[i].words)))
			l->kind = list[i].kind;
	if (!at)
		return false;
	l->parts = 1;
	l->number = "";
	if (l->kind == ANNEX && !s[at])
		return close_label(l, s, at, false);
	if (s[at++] != ' ')
		return false;
	l->part[0] = roman(s + at, &n);
	if (!n)
		l->part[0] = figure(s + at, &n);
	if (!n || l->part[0] < 1)
		return false;
	l->number = mem_copy(mem, s + at, n);
	at += n;
	if (s[at] == '.' || s[at] == ':')
		return close_label(l, s, at + 1, true);
	/* "Mục 5 Chương II" is a citation; a title is in capitals. */
	return l->kind != ARTICLE && close_label(l, s, at, false) &&
	    (!*l->rest || first_word_in_capitals(mem, l->rest));
}

static bool
bullet(const char *s, struct label *l)
{
	static const struct { const char *sign; enum label_kind kind; bool alone; } list[] = {
		{ "-", DASH, true }, { "–", DASH, true }, { "—", DASH, true },
		{ "+", PLUS, true }, { "*", PLUS, true }, { "•", PLUS, false },
		{ "●", PLUS, false }, { "▪", PLUS, false }, { "·", PLUS, false },
		{ "\xEF\x82\xB7", PLUS, false },
	};
	int bytes;

	for (size_t i = 0; i < sizeof(list) / sizeof(*list); i++) {
		size_t n = strlen(list[i].sign);
		if (strncmp(s, list[i].sign, n))
			continue;
		l->kind = list[i].kind;
		l->n = n;
		l->rest = s + n + (s[n] == ' ');
		l->sure = !s[n] || s[n] == ' ';
		return l->sure || !list[i].alone ||
		    (l->kind == DASH && starts_upper(s + n) && is_upper(code_at(s + n, &bytes)));
	}
	return false;
}

static bool
number(struct mem *mem, const char *s, struct label *l)
{
	size_t at = 0, n;

	l->kind = NUMBER;
	for (;;) {
		int v = figure(s + at, &n);
		if (v < 0)
			return false;
		l->part[l->parts++] = v;
		at += n;
		l->number = mem_copy(mem, s, at);
		if (s[at] == '.' && s[at + 1] >= '0' && s[at + 1] <= '9') {
			if (l->parts == PARTS)
				return false;
			at++;
			continue;
		}
		break;
	}
	if (s[at] == '.') {
		l->sure = true;
		return close_label(l, s, at + 1, true);
	}
	if (l->parts > 1)		/* "1.1 Title", or a number with points */
		return close_label(l, s, at, false);
	if (s[at] == ')') {
		l->kind = PAREN;
		return close_label(l, s, at + 1, true);
	}
	return s[at] == '/' && close_label(l, s, at + 1, false);
}

bool
label_read(struct mem *mem, const char *s, struct label *l)
{
	size_t n;
	int bytes;
	uint32_t c;

	*l = (struct label){ .rest = s, .number = "" };
	if (bullet(s, l))
		return true;
	*l = (struct label){ .rest = s, .number = "" };
	if (*s >= '0' && *s <= '9')
		return number(mem, s, l);
	if ((c = list_letter(s, &bytes)) && strchr(").", s[bytes]) && s[bytes]) {
		l->kind = LETTER;
		l->sure = s[bytes] == ')';
		l->number = mem_copy(mem, s, (size_t)bytes);
		l->part[l->parts++] = (int)c;
		return close_label(l, s, (size_t)bytes + 1, l->sure);
	}
	l->part[0] = roman(s, &n);
	if (n && s[n] == '.') {
		l->kind = ROMAN;
		l->parts = 1;
		l->number = mem_copy(mem, s, n);
		return close_label(l, s, n + 1, true);
	}
	if (*s >= 'A' && *s <= 'Z' && s[1] == '.') {
		l->kind = CAPITAL;
		l->parts = 1;
		l->part[0] = *s;
		l->number = mem_copy(mem, s, 1);
		return close_label(l, s, 2, false);
	}
	return keyword(mem, s, l);
}

/* The order in which kinds hold one another.  What has no fixed place (1), +)
 * takes it from what is open. */
static int
rank_of(const struct tree *t, const struct label *l)
{
	static const int rank[] = { [BARE] = 30, [ANNEX] = 1, [PART] = 2, [CHAPTER] = 3,
		[GROUP] = 4, [SUBGROUP] = 5, [CAPITAL] = 6, [ARTICLE] = 7, [ROMAN] = 8,
		[NUMBER] = 10, [PAREN] = 18, [LETTER] = 20, [DASH] = 30, [PLUS] = 30 };
	bool letter = false, dash = false;

	if (l->kind == NUMBER)
		return rank[NUMBER] + l->parts - 1;
	for (int i = 0; i < t->depth; i++) {
		const struct open *o = &t->open[i];
		if (o->label.kind == l->kind && l->kind == PAREN)
			return o->rank;
		letter |= o->label.kind == LETTER;
		dash |= o->label.kind == DASH;
	}
	if (l->kind == PAREN && letter)
		return rank[LETTER] + 2;
	if (l->kind == PLUS && dash)
		return rank[DASH] + 1;
	return rank[l->kind];
}

static bool
same_parts(const struct label *a, const struct label *b, int n)
{
	for (int i = 0; i < n; i++)
		if (a->part[i] != b->part[i])
			return false;
	return true;
}

static bool
follows(const struct tree *t, const struct label *l)
{
	const struct label *before = NULL, *above = NULL;

	for (int i = 0; i < t->depth; i++) {
		const struct label *o = &t->open[i].label;
		if (o->kind == l->kind && o->parts == l->parts &&
		    same_parts(o, l, l->parts - 1))
			before = o;
		if (o->kind == NUMBER && o->parts == l->parts - 1 &&
		    same_parts(o, l, o->parts))
			above = o;
	}
	int last = l->part[l->parts - 1];
	if (l->kind == LETTER)
		return before ? letter_follows(before->part[0], last) : last == 'a';
	if (l->kind == CAPITAL)
		return before ? last == before->part[0] + 1 : last == 'A';
	if (before)
		return last == before->part[l->parts - 1] + 1;
	return last == 1 && (l->parts == 1 || above);
}

enum fit
label_fits(const struct tree *t, struct label *l)
{
	if (l->kind == DASH || l->kind == PLUS)
		return NEXT;
	if (l->kind == ROMAN && !l->number[1]) {
		struct label capital = *l;
		capital.kind = CAPITAL;
		capital.part[0] = l->number[0];
		if (!follows(t, l) && follows(t, &capital))
			*l = capital;
	}
	if (follows(t, l))
		return NEXT;
	switch (l->kind) {
	case CAPITAL:
		return NO;
	case LETTER:
		return l->sure ? LOOSE : NO;
	case NUMBER:
		for (int i = 0; i < l->parts; i++)
			if (l->part[i] >= (l->parts > 1 ? 100 : 1000))
				return NO;
		return l->sure || l->parts == 1 ? LOOSE : NO;
	case PAREN:
		return l->part[0] < 1000 ? LOOSE : NO;
	case ROMAN:
		return l->part[0] <= 60 && (!*l->rest || starts_upper(l->rest)) ? LOOSE : NO;
	default:
		return !*l->rest || starts_upper(l->rest) ? LOOSE : NO;
	}
}

static struct slot *
slot_of(struct slot *slots, int room, const char *anchor)
{
	uint32_t h = 2166136261u;

	for (const char *p = anchor; *p; p++)
		h = (h ^ (unsigned char)*p) * 16777619u;
	for (;; h++) {
		struct slot *s = &slots[h % (uint32_t)room];
		if (!s->anchor || !strcmp(s->anchor, anchor))
			return s;
	}
}

/* An anchor that was taken gets +2, +3. */
static const char *
take_anchor(struct tree *t, const char *anchor)
{
	if (t->slots_used * 2 >= t->slots_room) {
		int room = t->slots_room ? t->slots_room * 2 : 64;
		struct slot *slots = mem_take(t->mem, (size_t)room * sizeof(*slots));
		for (int i = 0; i < t->slots_room; i++)
			if (t->slots[i].anchor)
				*slot_of(slots, room, t->slots[i].anchor) = t->slots[i];
		t->slots = slots;
		t->slots_room = room;
	}
	struct slot *s = slot_of(t->slots, t->slots_room, anchor);
	t->slots_used += !s->anchor;
	s->anchor = anchor;
	if (++s->n == 1)
		return anchor;
	return mem_printf(t->mem, "%s+%d", anchor, s->n);
}

/* What a label adds to the anchor of what is open above it. */
static const char *
piece(struct tree *t, const struct label *l, const struct open *above)
{
	static const char *const word[] = { [ANNEX] = "PL", [PART] = "P", [CHAPTER] = "C",
		[GROUP] = "M", [SUBGROUP] = "TM", [ARTICLE] = "D", [PLUS] = NULL };
	const char *number = l->number;

	if (l->kind == NUMBER && above && above->label.kind == NUMBER)
		for (int i = 0; i < above->label.parts; i++)
			number = strchr(number, '.') + 1;
	return word[l->kind] ? mem_printf(t->mem, "%s%s", word[l->kind], number) : number;
}

struct section *
tree_add(struct tree *t, const struct label *l, const char *label)
{
	struct section *s = mem_take(t->mem, sizeof(*s));
	int rank = rank_of(t, l);

	if (!t->end)
		t->end = &t->first;
	while (t->depth && t->open[t->depth - 1].rank >= rank)
		t->depth--;
	/* 2.1. belongs to 2. and not to 3. */
	while (l->kind == NUMBER && t->depth &&
	    t->open[t->depth - 1].label.kind == NUMBER &&
	    !same_parts(&t->open[t->depth - 1].label, l, t->open[t->depth - 1].label.parts))
		t->depth--;

	struct open *above = t->depth ? &t->open[t->depth - 1] : NULL;
	const char *root = above ? above->section->anchor : "";
	const char *anchor;
	if (l->kind == BARE || l->kind >= DASH)
		anchor = mem_printf(t->mem, "%s~%d", root, above ? ++above->loose : ++t->loose);
	else if (l->kind == ARTICLE || !above)	/* articles count through all chapters */
		anchor = piece(t, l, above);
	else
		anchor = mem_printf(t->mem, "%s.%s", root, piece(t, l, above));
	s->anchor = take_anchor(t, anchor);
	s->parent = root;
	s->label = label;
	s->text = "";
	s->depth = t->depth + 1;
	t->open[t->depth++] = (struct open){ s, *l, rank, 0 };
	*t->end = s;
	t->end = &s->next;
	return s;
}

static bool
is_dash(const char *label)
{
	struct label l;

	return bullet(label, &l);
}

/* "tiêu chuẩn", "tiêu chí" in a heading: what is below it are criteria. */
static bool
is_standard(struct mem *mem, const struct section *s)
{
	size_t n;

	return strlen(s->text) <= 400 && !is_dash(s->label) &&
	    (phrase_in(mem, s->text, "tieu chuan", &n) ||
	    phrase_in(mem, s->text, "tieu chi", &n));
}

static const char *
class_name(struct mem *mem, const char *text, const char **rest)
{
	size_t n = strcspn(text, ":");

	*rest = text[n] ? text + n + 1 + (text[n + 1] == ' ') : "";
	while (n && strchr(" .;,:", text[n - 1]))
		n--;
	return mem_copy(mem, text, n);
}

struct criteria *
criteria_of(struct mem *mem, struct section *s)
{
	struct criteria *first = NULL, **end = &first, *class = NULL;
	struct criteria_item **item_end = NULL;
	struct buf text = { 0 };
	struct criteria_item *item = NULL;
	bool standard[48] = { false };
	int class_depth = 0, item_depth = 0;

	for (; s; s = s->next) {
		bool holds = s->next && s->next->depth > s->depth;
		size_t to = phrase(mem, s->text, "doi voi");
		const char *rest;

		standard[s->depth] = standard[s->depth - 1] || is_standard(mem, s);
		if (class && s->depth <= class_depth)
			class = NULL;
		if (!class) {
			if (!to || !standard[s->depth - 1] || s->text[to] != ' ')
				continue;
			const char *name = class_name(mem, s->text + to + 1, &rest);
			if (!*name || (!holds && !*rest))
				continue;
			class = *end = mem_take(mem, sizeof(*class));
			end = &class->next;
			class->class = name;
			class->anchor = s->anchor;
			class_depth = s->depth;
			item_end = &class->items;
			item_depth = 0;
			if (holds)
				continue;
		} else {
			size_t n = strlen(s->text);
			if (item_depth && s->depth > item_depth) {
				buf_text(&text, *s->label ? mem_printf(mem, " %s ", s->label) : " ");
				buf_text(&text, s->text);
				item->text = text.s;
				continue;
			}
			item_depth = 0;
			if (holds && !is_dash(s->label) &&
			    (is_title(s->text) || to || (n && s->text[n - 1] == ':')))
				continue;	/* a group inside the class */
			rest = s->text;
		}
		item = *item_end = mem_take(mem, sizeof(*item));
		item_end = &item->next;
		item->anchor = s->anchor;
		item_depth = s->depth;
		text = (struct buf){ .mem = mem };
		buf_text(&text, rest);
		item->text = text.s;
	}
	return first;
}
