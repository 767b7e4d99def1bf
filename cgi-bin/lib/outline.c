/* outline.c - lines of a page joined to clauses, and the whole of it. */

#include "cgi-bin/lib/outline_part.h"

#include <limits.h>
#include <string.h>

/* Widths of the usual type, in thousandths of its size: enough to tell a full
 * line from one that ends early, which a count of letters is not. */
static int
width_of(const char *s, size_t n)
{
	static const struct { const char *letters; int width; } narrow[] = {
		{ " .,", 250 }, { "ijlt;:/", 278 }, { "fr-()I", 333 }, { "s", 389 },
		{ "acez\"", 444 }, { "wZ", 722 }, { "m", 778 }, { "%", 833 }, { "MW", 900 },
	};
	int64_t sum = 0;
	int bytes;

	for (const char *p = s; p < s + n && sum < INT_MAX / 4; p += bytes) {
		uint32_t c = code_at(p, &bytes);
		int width = is_upper(c) ? 667 : c >= 0xE0 && c <= 0x103 ? 444 : 500;
		if (c == 0xEC || c == 0xED || c == 0x129 || c == 0x1EC9 || c == 0x1ECB)
			width = 278;
		for (size_t i = 0; bytes == 1 && i < sizeof(narrow) / sizeof(*narrow); i++)
			if (strchr(narrow[i].letters, *p))
				width = narrow[i].width;
		sum += width;
	}
	return (int)sum;
}

/* A line of _ or - that is drawn, not read. */
static bool
is_rule(const char *s)
{
	return strlen(s) > 2 && s[strspn(s, "_-*= ")] == '\0';
}

static int
page_number(const char *s)
{
	int v = 0;

	if (*s == '-' && s[1] == ' ')
		s += 2;
	if (*s < '1' || *s > '9')
		return 0;
	for (; *s >= '0' && *s <= '9'; s++)
		if ((v = v * 10 + (*s - '0')) > 999)
			return 0;
	return !*s || !strcmp(s, " -") ? v : 0;
}

static struct row
row_of(struct mem *mem, const char *s, size_t n, int gap)
{
	struct row r = { .gap = gap };
	struct label l;

	while (r.indent < 1000 && (size_t)r.indent < n && s[r.indent] == ' ')
		r.indent++;
	r.s = squeeze(mem, s, n);
	size_t length = strlen(r.s), word = strcspn(r.s, " ");
	if (label_read(mem, r.s, &l) && l.kind >= DASH)
		word = (size_t)(l.rest - r.s) + strcspn(l.rest, " ");
	r.width = width_of(r.s, length);
	r.lead = width_of(r.s, word);
	return r;
}

/* A row of a table in Markdown. */
static bool
is_bar(const char *s)
{
	size_t n = strlen(s);

	return n > 2 && *s == '|' && s[n - 1] == '|';
}

/* The width that nine of ten lines do not pass, but no less than a page has.
 * Where some are much wider, or all, no page has broken them: each is a paragraph; and so
 * where hardly one begins in the middle of a sentence. */
static int
measure_of(const struct page *page)
{
	enum { STEP = 100, STEPS = 1000, LEAST = 240, MOST = 480 };
	int count[STEPS] = { 0 }, seen = 0, common = -1, all = 0, inside = 0;

	for (int i = 0; i < page->n; i++) {
		int w = page->rows[i].width / STEP;
		if (is_bar(page->rows[i].s))
			continue;
		count[w < STEPS ? w : STEPS - 1]++;
		all++;
		inside += starts_lower(page->rows[i].s) && page->rows[i].width > 0;
	}
	if (all >= 8 && inside * 25 < all)
		return INT_MAX;
	for (int w = 0; w < STEPS; w++) {
		seen += count[w];
		if (common < 0 && seen * (int64_t)10 >= all * (int64_t)9)
			common = w < LEAST ? LEAST : w;
		if (seen * (int64_t)100 >= all * (int64_t)97)
			return common > MOST || w * 4 > common * 5 ? INT_MAX : common * STEP;
	}
	return INT_MAX;
}

/* Numbers of pages go; they rise, and stand far apart or inside a sentence. */
static void
drop_page_numbers(struct page *page)
{
	int last = 0, at = 0, kept = 0;

	for (int i = 0; i < page->n; i++) {
		int v = page_number(page->rows[i].s);
		bool inside = kept && i + 1 < page->n && !ended(page->rows[kept - 1].s) &&
		    starts_lower(page->rows[i + 1].s);
		if (v > last && (inside || i - at >= 6)) {
			last = v;
			at = i;
			continue;
		}
		page->rows[kept++] = page->rows[i];
	}
	page->n = kept;
}

static struct page
read_page(struct mem *mem, const char *text)
{
	struct page page = { 0 };
	int lines = 1, gap = 0;

	for (const char *p = text; *p; p++)
		lines += *p == '\n';
	page.rows = mem_take(mem, (size_t)lines * sizeof(*page.rows));
	while (*text) {
		size_t n = strcspn(text, "\n");
		struct row r = row_of(mem, text, n, gap);
		text += n + (text[n] == '\n');
		gap = *r.s ? 0 : gap + 1;
		if (*r.s && !is_rule(r.s))
			page.rows[page.n++] = r;
	}
	drop_page_numbers(&page);
	page.measure = measure_of(&page);
	return page;
}

/* The clause that is being put together. */
struct block {
	struct buf text;
	struct label label;
	bool begun, small, stops;	/* small letters; a mark inside the sentence */
	int rows, capitals;
	struct buf table;	/* as Markdown, if it is one */
};

static void
block_add(struct block *b, const char *s)
{
	int bytes;

	b->begun = true;
	b->rows++;
	for (const char *p = s; *p; p += bytes) {
		uint32_t c = code_at(p, &bytes);
		b->small |= is_lower(c);
		b->capitals += is_upper(c);
		b->stops |= *p == ';' || *p == ':' || (*p == '.' && p[1] == ' ');
	}
	if (*s)
		join(&b->text, s);
}

static bool
capital_heading(const struct block *b)
{
	return b->label.kind != BARE && b->label.kind < DASH && !b->small && b->capitals > 1;
}

/* So far this could be the heading of something. */
static bool
heading(const struct block *b)
{
	return b->label.kind != BARE && b->label.kind < DASH && b->rows <= 3 && !b->stops;
}

static bool
label_starts(const struct page *page, const struct block *b, const struct row *line,
    const struct row *next, const struct label *l, enum fit fit)
{
	bool full = is_full(page, line, next, 92);

	if (ended(line->s) || capital_heading(b) || !b->text.n)
		return true;
	if (l->kind >= DASH)
		return l->sure && (heading(b) || !full);
	if (fit == LOOSE)
		return heading(b) && !full && !hangs(line->s);
	return !full || (!hangs(line->s) && (heading(b) || starts_upper(l->rest)));
}

static bool
line_starts(const struct page *page, const struct block *b, const struct row *line,
    const struct row *next)
{
	bool stands = b->label.kind >= ANNEX && b->label.kind <= ROMAN &&
	    b->label.kind != ARTICLE;

	if (!b->text.n) {
		/* "Chương I", and its title on the next line. */
		if (!stands)
			return b->label.kind == ARTICLE && !starts_upper(next->s);
		if (!starts_upper(next->s))
			return true;
		if (b->label.kind == ROMAN || b->label.kind == CAPITAL)
			return false;
		const char *word = next->s;
		int bytes, capitals = 0;
		for (; *word && *word != ' '; word += bytes) {
			uint32_t c = code_at(word, &bytes);
			if (is_lower(c))
				return true;
			capitals += is_upper(c);
		}
		return capitals < 2 || !*b->label.number;
	}
	if (capital_heading(b))
		return !in_capitals(next->s) || (!stands && !is_full(page, line, next, 92) &&
		    !hangs(line->s));
	if (starts_lower(next->s))
		return false;
	if (ended(line->s)) {
		size_t n = strlen(line->s);
		return !is_full(page, line, next, 95) || line->s[n - 1] == ':' ||
		    (n > 2 && !strcmp(line->s + n - 3, "./.")) ||
		    (line->s[n - 1] == '.' && next->indent > line->indent);
	}
	return starts_upper(next->s) && !hangs(line->s) && !is_full(page, line, next, 92);
}

struct reader {
	struct mem *mem;
	const struct page *page;
	struct tree tree;
	struct block block;
	struct section *section;	/* the one that block fills; NULL: preamble */
	struct line *preamble, **end;
};

static void
close_block(struct reader *r)
{
	if (r->section) {
		if (r->block.text.n)
			r->section->text = r->block.text.s;
		if (r->block.table.n)
			r->section->markdown = r->block.table.s;
	} else if (r->block.text.n) {
		struct line *l = mem_take(r->mem, sizeof(*l));
		l->text = r->block.text.s;
		*r->end = l;
		r->end = &l->next;
	}
	r->section = NULL;
	r->block = (struct block){ .text = { .mem = r->mem }, .table = { .mem = r->mem } };
}

static void
open_block(struct reader *r, const struct row *row, const struct label *l, bool preamble)
{
	const char *s = row->s;

	close_block(r);
	if (!preamble) {
		r->section = tree_add(&r->tree, l, mem_copy(r->mem, s, l->n));
		r->block.label = *l;
		s = l->rest;
	}
	block_add(&r->block, s);
}

/* All rows of a table are one clause. */
static void
add_bar(struct reader *r, const struct row *row)
{
	if (!r->block.table.n || row->gap)
		open_block(r, row, &(struct label){ .rest = row->s, .number = "" }, false);
	else
		block_add(&r->block, row->s);
	buf_row(&r->block.table, row->s);
}

static void
read_rows(struct reader *r, int from, int to)
{
	for (int i = from; i < to; i++) {
		const struct row *row = &r->page->rows[i], *before = row - 1;
		struct label l;
		if (is_bar(row->s)) {
			add_bar(r, row);
			continue;
		}
		bool first = i == from || !r->block.begun || r->block.table.n;
		bool preamble = !r->tree.first;
		bool base = preamble && is_base(r->mem, row->s);
		enum fit fit = label_read(r->mem, row->s, &l) && !base
		    ? label_fits(&r->tree, &l) : NO;

		if (fit != NO && (first || label_starts(r->page, &r->block, before, row, &l, fit)))
			open_block(r, row, &l, false);
		else if (first || (fit == NO && (line_starts(r->page, &r->block, before, row) ||
		    (base && (ended(before->s) || hangs(before->s))))))
			open_block(r, row, &(struct label){ .rest = row->s, .number = "" },
			    preamble);
		else
			block_add(&r->block, row->s);
	}
	close_block(r);
}

static void
miss(struct mem *mem, struct line ***end, bool missing, const char *name)
{
	if (!missing)
		return;
	struct line *l = mem_take(mem, sizeof(*l));
	l->text = name;
	**end = l;
	*end = &l->next;
}

static void
find_missing(struct mem *mem, struct outline *o)
{
	struct line **end = &o->missing;

	miss(mem, &end, !*o->number, "number");
	miss(mem, &end, !*o->date, "date");
	miss(mem, &end, !*o->place, "place");
	miss(mem, &end, !*o->issuer, "issuer");
	miss(mem, &end, !*o->kind, "kind");
	miss(mem, &end, !*o->subject, "subject");
	miss(mem, &end, !*o->period_from || !*o->period_to, "period");
	miss(mem, &end, !o->bases, "bases");
	miss(mem, &end, !o->recipients, "recipients");
	miss(mem, &end, !o->authority, "signer.authority");
	miss(mem, &end, !*o->signer, "signer.name");
	miss(mem, &end, !o->criteria, "criteria");
}

static int
count_out(const struct outline *o)
{
	int words = count_words(o->number) + count_words(o->date) + count_words(o->place) +
	    count_words(o->kind) + count_words(o->subject) + count_words(o->preamble) +
	    count_words(o->signer);

	if (!strstr(o->preamble, o->issuer))	/* or it was counted there */
		words += count_words(o->issuer);

	for (const struct basis *b = o->bases; b; b = b->next)
		words += count_words(b->text);
	for (const struct section *s = o->sections; s; s = s->next)
		words += count_words(s->label) + count_words(s->text);
	for (const struct line *l = o->recipients; l; l = l->next)
		words += count_words(l->text);
	for (const struct line *l = o->authority; l; l = l->next)
		words += count_words(l->text);
	return words;
}

/* A line of the text in which something is marked. */
struct marked {
	const char *plain, *rich;
	struct marked *next;
};

/* The text without marks; all else reads it as if there were none. */
static const char *
unmark(struct mem *mem, const char *text, struct marked **first)
{
	struct buf b = { .mem = mem };

	*first = NULL;
	if (!strchr(text, '*'))
		return text;
	while (*text) {
		size_t n = strcspn(text, "\n");
		const char *line = mem_copy(mem, text, n);
		const char *plain = is_bar(squeeze(mem, text, n)) ? line : pieces_text(mem, pieces_of(mem, line));
		if (strcmp(plain, line)) {
			*first = mem_take(mem, sizeof(**first));
			**first = (struct marked){ squeeze(mem, plain, strlen(plain)), squeeze(mem, line, n), NULL };
			first = &(*first)->next;
		}
		buf_text(&b, plain);
		buf_text(&b, "\n");
		text += n + (text[n] == '\n');
	}
	return b.n ? b.s : "";
}

/* Sections that are one line of the text get its marks back.  They stand in its order, so
 * that a few further lines are looked at for each. */
static void
mark_again(struct mem *mem, struct section *s, const struct marked *from)
{
	enum { AHEAD = 50 };

	for (; s && from; s = s->next) {
		const char *all = s->markdown ? "" : mem_printf(mem, "%s%s%s", s->label,
		    *s->label && *s->text ? " " : "", s->text);
		const struct marked *m = from;
		for (int i = 0; m && strcmp(m->plain, all); i++)
			m = i < AHEAD ? m->next : NULL;
		if (m) {
			s->rich = m->rich;
			from = m->next;
		}
	}
}

struct outline *
outline_read(struct mem *mem, const char *text)
{
	struct outline *o = mem_take(mem, sizeof(*o));
	struct marked *marked;
	struct page page = read_page(mem, text = unmark(mem, text, &marked));
	struct reader r = { .mem = mem, .page = &page, .tree = { .mem = mem },
		.block = { .text = { .mem = mem }, .table = { .mem = mem } } };

	r.end = &r.preamble;
	*o = (struct outline){ "", "", "", "", "", "", "", "", "", NULL, "", NULL, NULL, NULL,
		"", "", NULL, NULL, 0, 0 };
	int tail = find_tail(mem, &page);
	int body = read_head(mem, &page, tail, o);
	read_rows(&r, body, tail);
	read_rows(&r, read_tail(mem, &page, tail, o), page.n);
	read_preamble(mem, r.preamble, o);
	o->sections = sections_again(mem, r.tree.first);
	mark_again(mem, o->sections, marked);
	o->criteria = criteria_of(mem, o->sections);
	o->words_in = count_words(text);
	o->words_out = count_out(o);
	find_missing(mem, o);
	return o;
}
