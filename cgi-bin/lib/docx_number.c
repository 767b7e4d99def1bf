/* docx_number.c - styles, and the numbers that Word counts (see docx_part.h). */

#include "cgi-bin/lib/docx_part.h"

#include <stdlib.h>
#include <string.h>

enum { MOST = 4000, BASED = 12, FORMAT_MAX = 60, COUNT_MAX = 9999 };

int
int_of(const char **attributes, const char *name, int or_else)
{
	const char *s = zipped_attribute(attributes, name);
	char *end;
	long v = strtol(s, &end, 10);

	return end == s || v < 0 ? or_else : v > 1000000 ? 1000000 : (int)v;
}

int
toggle_of(const char **attributes)
{
	const char *s = zipped_attribute(attributes, "val");

	return strcmp(s, "0") && strcmp(s, "false") && strcmp(s, "off") && strcmp(s, "none");
}

int
align_of(const char **attributes)
{
	const char *s = zipped_attribute(attributes, "val");

	return !strcmp(s, "center") ? AT_MIDDLE : !strcmp(s, "right") || !strcmp(s, "end") ? AT_END : AT_START;
}

/* ------------------------------------------------------------- styles */

struct styles {
	struct mem *mem;
	struct style *first, **end, *at;
	const struct style *last;	/* asked for */
	const char *usual;
	struct look look;		/* of the document */
	int count;
	bool defaults, run;
};

static void
open_style(void *of, const char *name, const char **attributes)
{
	struct styles *s = of;
	struct look *look = s->at ? &s->at->look : s->defaults ? &s->look : NULL;

	if (!strcmp(name, "docDefaults")) {
		s->defaults = true;
	} else if (!strcmp(name, "style") && s->count < MOST) {
		s->count++;
		s->at = *s->end = mem_take(s->mem, sizeof(*s->at));
		*s->at = (struct style){ mem_text(s->mem, zipped_attribute(attributes, "styleId")),
		    "", "", UNSET, UNSET, UNSET, NO_LOOK, NULL };
		s->end = &s->at->next;
		if (!strcmp(zipped_attribute(attributes, "type"), "paragraph")
		    && *zipped_attribute(attributes, "default") && !*s->usual)
			s->usual = s->at->id;
	} else if (!look) {
		return;
	} else if (!strcmp(name, "rFonts")) {
		look->font = mem_text(s->mem, zipped_attribute(attributes, "ascii"));
	} else if (!strcmp(name, "vanish")) {
		look->hidden = toggle_of(attributes);
	} else if (!strcmp(name, "caps")) {
		look->capitals = toggle_of(attributes);
	} else if (!strcmp(name, "b")) {
		look->bold = toggle_of(attributes);
	} else if (!strcmp(name, "i")) {
		look->italic = toggle_of(attributes);
	} else if (!strcmp(name, "strike") || !strcmp(name, "dstrike")) {
		look->struck = toggle_of(attributes);
	} else if (!strcmp(name, "u")) {
		look->underlined = toggle_of(attributes);
	} else if (!s->at) {
		return;
	} else if (!strcmp(name, "name")) {
		s->at->name = mem_text(s->mem, zipped_attribute(attributes, "val"));
	} else if (!strcmp(name, "basedOn")) {
		s->at->based_on = mem_text(s->mem, zipped_attribute(attributes, "val"));
	} else if (!strcmp(name, "numId")) {
		s->at->num = int_of(attributes, "val", UNSET);
	} else if (!strcmp(name, "ilvl")) {
		s->at->level = int_of(attributes, "val", UNSET);
	} else if (!strcmp(name, "jc")) {
		s->at->align = align_of(attributes);
	}
}

static void
close_style(void *of, const char *name)
{
	struct styles *s = of;

	if (!strcmp(name, "style"))
		s->at = NULL;
	else if (!strcmp(name, "docDefaults"))
		s->defaults = false;
}

static void
no_text(void *of, const char *s, size_t n)
{
	(void)of; (void)s; (void)n;
}

struct styles *
styles_read(struct zipped *z, struct mem *mem, const char *path)
{
	struct styles *s = mem_take(mem, sizeof(*s));

	s->mem = mem;
	s->end = &s->first;
	s->usual = "";
	s->look = NO_LOOK;
	zipped_part(z, path, (struct zipped_listener){ s, open_style, close_style, no_text });
	return s;
}

const struct style *
style_of(struct styles *s, const char *id)
{
	if (!*id)
		id = s->usual;
	if (s->last && !strcmp(s->last->id, id))
		return s->last;
	for (const struct style *at = s->first; at; at = at->next)
		if (!strcmp(at->id, id))
			return s->last = at;
	return NULL;
}

static void
under(int *toggle, int of)
{
	if (*toggle == UNSET)
		*toggle = of;
}

void
look_under(struct look *look, const struct look *of)
{
	under(&look->hidden, of->hidden);
	under(&look->capitals, of->capitals);
	under(&look->bold, of->bold);
	under(&look->italic, of->italic);
	under(&look->struck, of->struck);
	under(&look->underlined, of->underlined);
	if (!*look->font)
		look->font = of->font;
}

struct look
style_look(struct styles *s, const char *id)
{
	struct look look = NO_LOOK;
	const struct style *at = style_of(s, id);

	for (int i = 0; at && i < BASED; i++) {
		look_under(&look, &at->look);
		at = *at->based_on ? style_of(s, at->based_on) : NULL;
	}
	look_under(&look, &s->look);
	return look;
}

int
style_align(struct styles *s, const char *id)
{
	const struct style *at = style_of(s, id);

	for (int i = 0; at && at->align == UNSET && i < BASED; i++)
		at = *at->based_on ? style_of(s, at->based_on) : NULL;
	return at && at->align != UNSET ? at->align : AT_START;
}

void
style_number(struct styles *s, const char *id, int *num, int *level)
{
	const struct style *at = style_of(s, id);

	for (int i = 0; at && i < BASED; i++) {
		if (*num == UNSET)
			*num = at->num;
		if (*level == UNSET)
			*level = at->level;
		at = *at->based_on ? style_of(s, at->based_on) : NULL;
	}
}

/* ------------------------------------------------------------ numbers */

struct level {
	int start, restart;		/* restart: UNSET, or after which level only */
	const char *kind, *text;
	bool latin;			/* all its parts in figures */
	int count;
	bool begun;
};

struct abstract {
	int id;
	struct level levels[LEVELS];
	struct abstract *next;
};

struct num {
	int id;
	struct abstract *of;
	int start[LEVELS];		/* UNSET */
	bool begun[LEVELS];
	struct level *own[LEVELS];
	struct num *next;
};

struct numbers {
	struct mem *mem;
	struct abstract *abstracts;
	struct num *nums;
	int count;
	/* Under way. */
	struct abstract *abstract;
	struct num *num;
	struct level *level;
	int at;				/* the level of a <w:lvlOverride> */
};

static struct level
usual_level(void)
{
	return (struct level){ .start = 1, .restart = UNSET, .kind = "decimal", .text = "" };
}

static void
open_level(struct numbers *n, const char **attributes)
{
	int at = int_of(attributes, "ilvl", 0);

	if (at >= LEVELS)
		return;
	if (n->abstract) {
		n->level = &n->abstract->levels[at];
	} else if (n->num) {
		n->level = n->num->own[at] = mem_take(n->mem, sizeof(*n->level));
		*n->level = usual_level();
	}
}

static void
open_number(void *of, const char *name, const char **attributes)
{
	struct numbers *n = of;

	if (!strcmp(name, "abstractNum") && n->count < MOST) {
		n->count++;
		n->abstract = mem_take(n->mem, sizeof(*n->abstract));
		n->abstract->id = int_of(attributes, "abstractNumId", 0);
		for (int i = 0; i < LEVELS; i++)
			n->abstract->levels[i] = usual_level();
		n->abstract->next = n->abstracts;
		n->abstracts = n->abstract;
	} else if (!strcmp(name, "num") && n->count < MOST) {
		n->count++;
		n->num = mem_take(n->mem, sizeof(*n->num));
		n->num->id = int_of(attributes, "numId", 0);
		for (int i = 0; i < LEVELS; i++)
			n->num->start[i] = UNSET;
		n->num->next = n->nums;
		n->nums = n->num;
	} else if (!strcmp(name, "abstractNumId") && n->num) {
		int id = int_of(attributes, "val", UNSET);
		for (struct abstract *a = n->abstracts; a; a = a->next)
			if (a->id == id)
				n->num->of = a;
	} else if (!strcmp(name, "lvlOverride")) {
		n->at = int_of(attributes, "ilvl", 0);
	} else if (!strcmp(name, "startOverride") && n->num && n->at < LEVELS) {
		n->num->start[n->at] = int_of(attributes, "val", 1);
	} else if (!strcmp(name, "lvl")) {
		open_level(n, attributes);
	} else if (!n->level) {
		return;
	} else if (!strcmp(name, "start")) {
		n->level->start = int_of(attributes, "val", 1);
	} else if (!strcmp(name, "numFmt")) {
		n->level->kind = mem_text(n->mem, zipped_attribute(attributes, "val"));
	} else if (!strcmp(name, "lvlText")) {
		const char *s = zipped_attribute(attributes, "val");
		n->level->text = strlen(s) > FORMAT_MAX ? "" : mem_text(n->mem, s);
	} else if (!strcmp(name, "lvlRestart")) {
		n->level->restart = int_of(attributes, "val", UNSET);
	} else if (!strcmp(name, "isLgl")) {
		n->level->latin = toggle_of(attributes);
	}
}

static void
close_number(void *of, const char *name)
{
	struct numbers *n = of;

	if (!strcmp(name, "abstractNum"))
		n->abstract = NULL;
	else if (!strcmp(name, "num"))
		n->num = NULL;
	else if (!strcmp(name, "lvl"))
		n->level = NULL;
}

struct numbers *
numbers_read(struct zipped *z, struct mem *mem, const char *path)
{
	struct numbers *n = mem_take(mem, sizeof(*n));

	n->mem = mem;
	zipped_part(z, path, (struct zipped_listener){ n, open_number, close_number, no_text });
	return n;
}

static void
add_roman(struct buf *b, int v, bool small)
{
	static const struct { int value; const char *large, *little; } parts[] = {
		{ 1000, "M", "m" }, { 900, "CM", "cm" }, { 500, "D", "d" }, { 400, "CD", "cd" },
		{ 100, "C", "c" }, { 90, "XC", "xc" }, { 50, "L", "l" }, { 40, "XL", "xl" },
		{ 10, "X", "x" }, { 9, "IX", "ix" }, { 5, "V", "v" }, { 4, "IV", "iv" }, { 1, "I", "i" },
	};

	for (size_t i = 0; i < sizeof(parts) / sizeof(*parts); i++)
		for (; v >= parts[i].value; v -= parts[i].value)
			buf_text(b, small ? parts[i].little : parts[i].large);
}

static void
add_count(struct buf *b, struct reading *r, const char *kind, int v)
{
	char letter;

	if (v > COUNT_MAX || v < 0)
		v = COUNT_MAX;
	if (!strcmp(kind, "upperRoman") || !strcmp(kind, "lowerRoman")) {
		add_roman(b, v, *kind == 'l');
	} else if ((!strcmp(kind, "upperLetter") || !strcmp(kind, "lowerLetter")) && v) {
		letter = (char)((*kind == 'l' ? 'a' : 'A') + (v - 1) % 26);
		for (int n = 0; n <= (v - 1) / 26 && n < 20; n++)	/* z, aa, bb: as Word has it */
			buf_add(b, &letter, 1);
	} else if (!strcmp(kind, "decimalZero")) {
		buf_text(b, mem_printf(b->mem, "%02d", v));
	} else if (strcmp(kind, "none")) {
		if (strcmp(kind, "decimal"))
			reading_note(r, TOLD_COUNT, "");
		buf_text(b, mem_printf(b->mem, "%d", v));
	}
}

/* A sign out of a font of signs is a dash. */
static const char *
bullet(struct reading *r, const char *s)
{
	int bytes;
	uint32_t c = code_at(s, &bytes);

	if (c == '-' || c == '+' || c == '*' || (c >= 0x2013 && c <= 0x2022))
		return s;
	reading_note(r, TOLD_BULLET, "");
	return "-";
}

static const struct level *
level_of(const struct num *n, int i)
{
	return n->own[i] ? n->own[i] : &n->of->levels[i];
}

/* One further at that level; those below it begin again. */
static void
count_on(struct num *n, int level)
{
	for (int i = 0; i <= level; i++) {
		struct level *l = &n->of->levels[i];
		int start = n->own[i] ? n->own[i]->start : l->start;
		if (n->start[i] != UNSET && !n->begun[i] && i == level) {
			l->count = n->start[i];
			l->begun = n->begun[i] = true;
		} else if (!l->begun) {
			l->count = n->start[i] != UNSET ? n->start[i] : start;
			l->begun = true;
		} else if (i == level) {
			l->count++;
		}
	}
	for (int i = level + 1; i < LEVELS; i++) {
		int after = level_of(n, i)->restart;
		if (after == UNSET || (after && level < after))
			n->of->levels[i].begun = false;
	}
}

const char *
numbers_next(struct numbers *all, struct reading *r, int num, int level)
{
	struct buf b = { .mem = all->mem };
	struct num *n = all->nums;

	while (n && n->id != num)
		n = n->next;
	if (!n || !n->of || num == UNSET || level >= LEVELS)
		return "";
	if (level < 0)
		level = 0;
	count_on(n, level);
	const struct level *l = level_of(n, level);
	if (!strcmp(l->kind, "bullet"))
		return *l->text ? bullet(r, l->text) : "";
	for (const char *s = l->text; *s; s++) {
		int at = *s == '%' && s[1] >= '1' && s[1] <= '9' ? s[1] - '1' : UNSET;
		if (at == UNSET) {
			buf_add(&b, s, 1);
			continue;
		}
		const char *kind = level_of(n, at)->kind;
		add_count(&b, r, l->latin && strcmp(kind, "none") ? "decimal" : kind,
		    n->of->levels[at].count);
		s++;
	}
	return b.n ? squeeze(all->mem, b.s, b.n) : "";
}
