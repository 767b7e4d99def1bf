/* docx_text.c - paragraphs and tables as lines (see docx_part.h). */

#include "cgi-bin/lib/docx_part.h"

#include <string.h>

#include "db/text.h"

enum { MOST = READING_MAX * 2 };	/* before blanks are squeezed */

/* One piece of a paragraph behind the other, where its end was deleted; told if it is marked,
 * which only one that stands by itself can be. */
static const struct block *
add_paragraph(struct reading *r, struct buf *b, const struct block *at)
{
	const char *rich = r ? at->rich : NULL;

	buf_text(b, at->label);
	if (*at->label && *at->text)
		buf_text(b, " ");
	buf_text(b, rich ? rich : at->text);
	if (rich)
		reading_note(r, TOLD_MARKED, "");
	while (at->joins && at->next && !at->next->table) {
		at = at->next;
		buf_text(b, at->text);
		if (r && at->rich)
			reading_note(r, TOLD_UNMARKED, "");
	}
	return at;
}

static void add_line(struct buf *, const struct flow *);

static void
add_cells(struct buf *b, const struct table *t)
{
	for (const struct row_of_cells *row = t->rows; row; row = row->next)
		for (const struct cell *c = row->cells; c; c = c->next)
			add_line(b, &c->flow);
}

static void
add_line(struct buf *b, const struct flow *flow)
{
	for (const struct block *at = flow->first; at; at = at->next) {
		if (b->n && b->s[b->n - 1] != ' ')
			buf_text(b, " ");
		if (at->table)
			add_cells(b, at->table);
		else
			at = add_paragraph(NULL, b, at);
	}
}

const char *
docx_line(struct mem *mem, const struct flow *flow)
{
	struct buf b = { .mem = mem };

	add_line(&b, flow);
	return b.n ? squeeze(mem, b.s, b.n) : "";
}

/* A table that only lays out the page: the head and the signature of Decree 30, a frame around
 * a text, two columns of paragraphs. */
static bool
lays_out(struct mem *mem, const struct table *t)
{
	static const char *const signs[] = { "cong hoa xa hoi chu nghia", "doc lap - tu do",
	    "noi nhan:", "dang cong san viet nam" };
	int columns = 0;

	for (const struct row_of_cells *row = t->rows; row; row = row->next)
		if (row->columns > columns)
			columns = row->columns;
	if (columns < 2 || (t->count == 1 && columns < 4))
		return true;
	if (columns > 4 || t->count > 12)
		return false;
	for (const struct row_of_cells *row = t->rows; row; row = row->next)
		for (const struct cell *c = row->cells; c; c = c->next) {
			const char *plain = text_plain(mem, docx_line(mem, &c->flow));
			for (size_t i = 0; i < sizeof(signs) / sizeof(*signs); i++)
				if (strstr(plain, signs[i]))
					return true;
		}
	return false;
}

static void add_flow(struct reading *, struct buf *, const struct flow *);

static void
add_halves(struct reading *r, struct buf *b, const struct table *t)
{
	int columns = 0;

	for (const struct row_of_cells *row = t->rows; row; row = row->next)
		if (row->columns > columns)
			columns = row->columns;
	for (int i = 0; i < columns; i++)
		for (const struct row_of_cells *row = t->rows; row; row = row->next)
			for (const struct cell *c = row->cells; c; c = c->next)
				if (c->column == i)
					add_flow(r, b, &c->flow);
	if (columns > 1)
		reading_note(r, TOLD_HALVES, "");
}

/* In a cell there are no marks. */
static void
tell_cells(struct reading *r, const struct row_of_cells *row)
{
	for (const struct cell *c = row->cells; c; c = c->next)
		for (const struct block *at = c->flow.first; at; at = at->next)
			if (at->rich)
				reading_note(r, TOLD_UNMARKED, "");
}

/* Where the words of that column stand, if they do so in each row below the heads. */
static int
align_of_column(const struct table *t, int column)
{
	int all = UNSET;

	for (const struct row_of_cells *row = t->rows ? t->rows->next : NULL; row; row = row->next)
		for (const struct cell *c = row->cells; c; c = c->next)
			for (const struct block *at = c->column == column ? c->flow.first : NULL; at; at = at->next) {
				if (!*at->text)
					continue;
				if (all != UNSET && at->align != all)
					return AT_START;
				all = at->align;
			}
	return all == UNSET ? AT_START : all;
}

static void
add_table(struct reading *r, struct buf *b, const struct table *t)
{
	static const char *const rule_of[] = { [AT_START] = "---", [AT_MIDDLE] = ":---:", [AT_END] = "---:" };
	const char *cells[COLUMNS_MAX * COLUMNS_MAX], *rules[COLUMNS_MAX * COLUMNS_MAX];
	int columns = 0;

	for (const struct row_of_cells *row = t->rows; row; row = row->next)
		if (row->columns > columns)
			columns = row->columns;
	if (columns > (int)(sizeof(cells) / sizeof(*cells)))
		columns = sizeof(cells) / sizeof(*cells);
	for (int i = 0; i < columns; i++)
		rules[i] = rule_of[align_of_column(t, i)];
	for (const struct row_of_cells *row = t->rows; row && b->n <= MOST; row = row->next) {
		for (int i = 0; i < columns; i++)
			cells[i] = "";
		for (const struct cell *c = row->cells; c; c = c->next)
			if (c->column >= 0 && c->column < columns)
				cells[c->column] = docx_line(r->mem, &c->flow);
		tell_cells(r, row);
		reading_row(r, b, cells, columns, row == t->rows ? rules : NULL);
	}
	buf_text(b, "\n");
	reading_note(r, TOLD_TABLE, "");
}

static void
add_flow(struct reading *r, struct buf *b, const struct flow *flow)
{
	for (const struct block *at = flow->first; at && b->n <= MOST; at = at->next) {
		if (at->table) {
			if (lays_out(r->mem, at->table))
				add_halves(r, b, at->table);
			else
				add_table(r, b, at->table);
			continue;
		}
		size_t before = b->n;
		at = add_paragraph(r, b, at);
		if (b->n > before)
			buf_text(b, "\n\n");
	}
}

const char *
docx_text(struct reading *r, const struct flow *flow)
{
	struct buf b = { .mem = r->mem };

	add_flow(r, &b, flow);
	if (b.n > MOST)		/* there was more */
		reading_refuse(r, reading_too_long);
	return b.n ? b.s : "";
}
