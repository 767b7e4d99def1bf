/* pdf_text.c - lines of pages as paragraphs, and tables over pages (pdf_lines.h, pdf.h). */

#include "cgi-bin/lib/pdf_lines.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "cgi-bin/lib/pdf.h"

/* ---- paragraphs */

/* Where lines begin and end on pages of that width: the outermost place that several share. */
static void
find_margins(struct pdf_pages *d)
{
	enum { STEP = 200, STEPS = 1500 };
	struct mem *mem = d->r->mem;

	d->left = mem_take(mem, (size_t)d->book->count * sizeof(*d->left));
	d->right = mem_take(mem, (size_t)d->book->count * sizeof(*d->right));
	for (int p = 0; p < d->book->count; p++) {
		int *begins = mem_take(mem, STEPS * 2 * sizeof(*begins)), *ends = begins + STEPS, all = 0, q;
		for (q = 0; q < p && d->book->sheets[q].width != d->book->sheets[p].width; q++)
			;
		if (q < p) {
			d->left[p] = d->left[q], d->right[p] = d->right[q];
			continue;
		}
		d->left[p] = INT_MAX;
		for (int i = 0; i < d->n; i++) {
			const struct pdf_item *at = &d->items[i];
			if (at->gone || at->table || at->half != WHOLE
			    || d->book->sheets[at->page].width != d->book->sheets[p].width)
				continue;
			int a = at->line.x0 / STEP, b = at->line.x1 / STEP;
			begins[a < 0 ? 0 : a < STEPS ? a : STEPS - 1]++;
			ends[b < 0 ? 0 : b < STEPS ? b : STEPS - 1]++;
			all++;
		}
		int few = all / 33 > 2 ? all / 33 : 2, a = 0, b = STEPS - 1;
		while (a < STEPS - 1 && begins[a] + begins[a + 1] < few)
			a++;
		while (b > 1 && ends[b] + ends[b - 1] < few)
			b--;
		d->left[p] = a < STEPS - 1 ? a * STEP : 0;
		d->right[p] = (b + 1) * STEP;
		if (d->right[p] < d->book->sheets[p].width * 6 / 10)	/* short lines only */
			d->right[p] = d->book->sheets[p].width - d->left[p];
	}
}

static bool
is_centred(const struct pdf_pages *d, const struct pdf_item *i)
{
	int before = i->line.x0 - d->left[i->page], after = d->right[i->page] - i->line.x1;

	return before > 2500 && after > 2500 && abs(before - after) < 2000;
}

/* As far from the one margin as from the other, and from either. */
static bool
is_even(const struct pdf_pages *d, const struct pdf_item *i)
{
	int before = i->line.x0 - d->left[i->page], after = d->right[i->page] - i->line.x1;

	return before > PDF_SLACK && after > PDF_SLACK && abs(before - after) < 2000;
}

/* Would the next line's first word have fitted behind it? */
static bool
fills(const struct pdf_pages *d, const struct pdf_item *a, const struct pdf_item *b)
{
	int room = d->right[a->page] - (is_even(d, a)
	    ? a->line.x1 - a->line.x0 + d->left[a->page] : a->line.x1);

	return b->line.first + a->line.size / 5 > room - PDF_SLACK;
}

struct paragraph {
	const struct pdf_item *first, *last;
	int lines, gap;			/* between its lines; 0: only one so far */
	struct buf text;
	struct piece *pieces, **end;	/* the same by how it looks */
};

static bool
starts_label(struct mem *mem, const char *s)
{
	struct label l;

	return label_read(mem, s, &l);
}

/* Is that line one more of the paragraph? */
static bool
goes_on(const struct pdf_pages *d, const struct paragraph *p, const struct pdf_item *b)
{
	const struct pdf_item *a = p->last;
	int left = d->left[b->page], shift = d->left[b->page] - d->left[a->page];
	int gap = b->line.y - a->line.y;
	bool label = starts_label(d->r->mem, b->line.text);

	if (a->half != b->half || a->table || b->table)
		return false;
	if (a->half != WHOLE)
		return gap < a->line.size * 2 && !label && (starts_lower(b->line.text)
		    || (phrase(d->r->mem, a->line.text, "cong hoa xa hoi chu nghia viet")
		    && phrase(d->r->mem, b->line.text, "nam")));	/* a column too narrow for it */
	if (a->page == b->page && gap > (p->gap ? p->gap * 5 / 4 : a->line.size * 2))
		return false;
	if (abs(a->line.size - b->line.size) > 60)
		return false;
	if (is_centred(d, a) || is_centred(d, b))
		return is_even(d, a) && is_centred(d, b) && !label
		    && (starts_lower(b->line.text) || fills(d, a, b));
	if (!fills(d, a, b))
		return false;
	int x = b->line.x0 - shift;
	if (p->lines > 1 && abs(x - a->line.x0) <= PDF_SLACK)
		return true;
	if (p->lines > 1 && b->line.x0 > left + PDF_SLACK)
		return false;
	if (b->line.x0 > left + PDF_SLACK && abs(x - a->line.x0) <= PDF_SLACK)	/* two first lines, or one block */
		return starts_lower(b->line.text) && !label;
	if (b->line.x0 > left + PDF_SLACK)		/* hanging: under the words behind the label */
		return abs(x - p->first->line.second) <= 2 * PDF_SLACK || x < a->line.x0 - PDF_SLACK;
	return a->line.x0 > d->left[a->page] + PDF_SLACK || !ended(a->line.text) || !label;
}

static void
add_piece(struct pdf_pages *d, struct paragraph *p, struct piece piece)
{
	*p->end = mem_take(d->r->mem, sizeof(**p->end));
	**p->end = piece;
	p->end = &(*p->end)->next;
	*p->end = NULL;
}

static void
add_line(struct pdf_pages *d, struct paragraph *p, const struct pdf_item *next)
{
	size_t before = p->text.n;

	if (p->last && p->last->line.hyphen) {
		d->r->words_in--;	/* one word on two lines */
		buf_text(&p->text, next->line.text);
	} else {
		join(&p->text, next->line.text);
	}
	if (before && p->text.s[before] == ' ')
		add_piece(d, p, (struct piece){ .text = " " });
	for (const struct piece *one = next->line.pieces; one; one = one->next)
		add_piece(d, p, *one);
	p->last = next;
	p->lines++;
}

static void
begin(struct pdf_pages *d, struct paragraph *p, const struct pdf_item *first)
{
	*p = (struct paragraph){ .first = first, .text = { .mem = d->r->mem } };
	p->end = &p->pieces;
	add_line(d, p, first);
}

/* The paragraph with what is bold or italic within it in stars. */
static void
end(struct pdf_pages *d, struct paragraph *p, struct buf *b)
{
	struct mem *mem = d->r->mem;

	if (p->last) {
		const char *rich = pieces_marked(mem, p->pieces), *plain = pieces_text(mem, p->pieces);
		/* a letter and its mark, set apart: as they are together */
		bool whole = rich && !strcmp(squeeze(mem, plain, strlen(plain)), p->text.s);
		if (whole)
			reading_note(d->r, TOLD_MARKED, "");
		buf_text(b, "\n\n");
		buf_text(b, whole ? rich : p->text.s);
	}
	p->last = NULL;
}

/* ---- tables over pages */

static bool
same_grid(const struct pdf_table *a, const struct pdf_table *b)
{
	bool same = a->columns == b->columns;

	for (int i = 0; same && i <= a->columns; i++)
		same = abs(a->xs[i] - b->xs[i]) <= 600;
	return same;
}

static bool
same_row(const struct pdf_table *a, const struct pdf_table *b)
{
	for (int i = 0; i < a->columns; i++)
		if (strcmp(a->cells[i], b->cells[i]))
			return false;
	return true;
}

static const char *
row_text(struct mem *mem, const char **cells, int n)
{
	struct buf b = { .mem = mem };

	for (int i = 0; i < n; i++) {
		buf_text(&b, cells[i]);
		buf_text(&b, " ");
	}
	return b.n ? b.s : "";
}

/* The row that the end of the page broke: without its number, and in the middle of words. */
static bool
is_rest(const char **cells, int n)
{
	bool lower = false;

	for (int i = 1; i < n; i++)
		lower |= starts_lower(cells[i]);
	return !*cells[0] && lower;
}

static int
add_tables(struct pdf_pages *d, struct buf *b, int i)
{
	struct pdf_table *head = d->items[i].table;
	const char **held = NULL;
	struct mem *mem = d->r->mem;
	const char **rules = mem_take(mem, (size_t)head->columns * sizeof(*rules));	/* where its words stand in a cell is not asked */
	bool first = true;

	for (int x = 0; x < head->columns; x++)
		rules[x] = "---";
	for (; i < d->n; i++) {
		struct pdf_table *t = d->items[i].table;
		if (d->items[i].gone)
			continue;
		if (!t || !same_grid(head, t) || (t != head && d->items[i].page == d->items[i - 1].page
		    && !d->items[i - 1].gone))
			break;
		for (int y = 0; y < t->rows; y++) {
			const char **cells = t->cells + (size_t)y * (size_t)t->columns;
			if (t != head && !y && same_row(head, t)) {
				reading_note(d->r, LEFT_REPEATED, row_text(mem, cells, t->columns));
				continue;
			}
			if (t != head && held && is_rest(cells, t->columns) && y <= 1) {
				for (int x = 0; x < t->columns; x++)
					if (*cells[x])
						held[x] = *held[x] ? mem_printf(mem, "%s %s", held[x], cells[x]) : cells[x];
				continue;
			}
			if (held)
				reading_row(d->r, b, held, head->columns, first ? rules : NULL);
			first = first && !held;
			held = cells;
		}
	}
	if (held)
		reading_row(d->r, b, held, head->columns, first ? rules : NULL);
	buf_text(b, "\n");
	reading_note(d->r, TOLD_TABLE, "");
	return i;
}

static const char *
text_of(struct pdf_pages *d)
{
	struct buf b = { .mem = d->r->mem };
	struct paragraph p = { 0 };

	for (int i = 0; i < d->n && b.n <= READING_MAX * (size_t)2; ) {
		const struct pdf_item *at = &d->items[i];
		if (at->gone) {
			i++;
			continue;
		}
		if (at->table) {
			end(d, &p, &b);
			buf_text(&b, "\n\n");
			i = add_tables(d, &b, i);
			continue;
		}
		if (p.last && goes_on(d, &p, at)) {
			if (p.last->page == at->page)
				p.gap = at->line.y - p.last->line.y;
			else
				reading_note(d->r, TOLD_ACROSS, "");
			add_line(d, &p, at);
		} else {
			end(d, &p, &b);
			begin(d, &p, at);
		}
		i++;
	}
	end(d, &p, &b);
	return b.n ? b.s : "";
}

/* ---- the whole */

static struct reading *
read_as(struct mem *mem, const char *bytes, size_t n, enum legacy force)
{
	static const char *const why[] = { [PDF_BROKEN] = pdf_broken, [PDF_LOCKED] = pdf_locked,
		[PDF_TOO_MANY] = pdf_too_many, [PDF_TOO_LONG] = reading_too_long };
	struct pdf_pages d = { .r = reading_new(mem), .book = mem_take(mem, sizeof(*d.book)) };
	enum pdf_fault fault = pdf_load(mem, bytes, n, d.book);
	int bare = 0;

	if (fault) {
		reading_refuse(d.r, why[fault]);
		return d.r;
	}
	for (int i = 0; i < d.book->count; i++) {
		if (!d.book->sheets[i].count)
			bare++;
		else
			for (int k = 0; k < d.book->sheets[i].pictures; k++)
				reading_note(d.r, LEFT_PICTURE, "");
		pdf_page(&d, i, force);
	}
	if (bare == d.book->count) {
		reading_refuse(d.r, pdf_scanned);
		return d.r;
	}
	for (int i = 0; i < bare; i++)
		reading_note(d.r, LEFT_PAGE, "");
	pdf_drop_running(&d);
	find_margins(&d);
	reading_end(d.r, text_of(&d));
	return d.r;
}

struct reading *
pdf_read(struct mem *mem, const char *bytes, size_t n)
{
	struct reading *r = read_as(mem, bytes, n, UNICODE);
	enum legacy how = r->wrong ? UNICODE : legacy_of_text(mem, r->text);

	return how == UNICODE ? r : read_as(mem, bytes, n, how);
}
