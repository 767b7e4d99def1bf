/* docx_block.c - paragraphs, runs and tables under way, put to blocks (see docx_part.h). */

#include "cgi-bin/lib/docx_part.h"

#include <stdlib.h>
#include <string.h>

#include "db/text.h"

enum { BLOCKS_MAX = 100000, ROWS_MAX = 20000 };

void
docx_flow_begin(struct flow *f)
{
	f->first = NULL;
	f->end = &f->first;
}

static struct block *
add_block(struct docx *d, struct flow *flow)
{
	struct block *b = *flow->end = mem_take(d->mem, sizeof(*b));

	b->label = b->text = "";
	flow->end = &b->next;
	if (++d->blocks > BLOCKS_MAX) {
		reading_refuse(d->r, reading_too_long);
		zipped_stop(d->z);
	}
	return b;
}

static void
add_text(struct docx *d, struct buf *b, const char *s)
{
	d->bytes += strlen(s);
	if (d->bytes > READING_MAX * (size_t)2) {
		reading_refuse(d->r, reading_too_long);
		zipped_stop(d->z);
	} else {
		buf_text(b, s);
	}
}

/* What stays, by how it looks. */
static void
add_shown(struct docx *d, const char *s)
{
	struct paragraph *p = d->paragraph;
	bool bold = d->look.bold == 1, italic = d->look.italic == 1;

	add_text(d, &p->text, s);
	if (!p->last || p->last->bold != bold || p->last->italic != italic) {
		struct piece_open *one = mem_take(d->mem, sizeof(*one));
		*one = (struct piece_open){ { .mem = d->mem }, bold, italic, NULL };
		*(p->last ? &p->last->next : &p->pieces) = one;
		p->last = one;
	}
	buf_text(&p->last->text, s);
}

static const char *
text_of(const struct buf *b)
{
	return b->n ? b->s : "";
}

/* -------------------------------------------------------- paragraphs */

void
docx_paragraph_begin(struct docx *d)
{
	struct paragraph *p = mem_take(d->mem, sizeof(*p));

	p->text.mem = d->mem;
	for (int i = 0; i < APART; i++)
		p->apart[i].mem = d->mem;
	p->style = "";
	p->num = p->level = p->align = UNSET;
	docx_flow_begin(&p->boxes);
	p->up = d->paragraph;
	d->paragraph = p;
}

/* The style of a table of contents: made by Word out of what stands below. */
static bool
is_contents(struct docx *d, const char *id)
{
	const struct style *s = style_of(d->styles, id);
	const char *plain = s ? text_plain(d->mem, s->name) : "";

	return !strncmp(plain, "toc ", 4) || !strcmp(plain, "toc heading");
}

/* Of paragraphs that are one: a word may stand over the end that is deleted. */
void
docx_count_carried(struct docx *d)
{
	d->r->words_in += count_words(text_of(&d->carried));
	d->carried = (struct buf){ .mem = d->mem };
}

static void
count(struct docx *d, const char *text, bool joins)
{
	buf_text(&d->carried, text);
	if (!joins)
		docx_count_carried(d);
}

static void
leave(struct docx *d, enum note_kind kind, const char *text)
{
	if (!*text)
		return;
	reading_note(d->r, kind, text);
	if (NOTE_LEFT(kind))
		d->r->words_in += count_words(text);
}

/* Line by line, for a mark ends with its line; NULL if nothing is marked. */
static const char *
rich_of(struct docx *d, const struct paragraph *p, const char *text)
{
	struct buf all = { .mem = d->mem };
	struct piece *line = NULL, **end = &line;
	bool marked = false;

	for (const struct piece_open *o = p->pieces; o && p->pieces->next; o = o->next) {
		const char *s = text_nfc(d->mem, text_of(&o->text), o->text.n);
		for (size_t n; s; s += n + 1) {
			struct piece *one = *end = mem_take(d->mem, sizeof(*one));
			n = strcspn(s, "\n");
			*one = (struct piece){ mem_copy(d->mem, s, n), o->bold, o->italic, NULL };
			end = &one->next;
			if (!s[n] && o->next)
				break;
			const char *rich = pieces_marked(d->mem, line);
			marked = marked || rich;
			buf_text(&all, rich ? rich : pieces_text(d->mem, line));
			line = NULL, end = &line;
			if (!s[n])
				break;
			buf_text(&all, "\n");
		}
	}
	/* a letter and its mark, set apart: as they are together */
	return marked && !strcmp(pieces_text(d->mem, pieces_of(d->mem, all.s)), text) ? all.s : NULL;
}

static const char *
label_of(struct docx *d, struct paragraph *p)
{
	style_number(d->styles, p->style, &p->num, &p->level);
	if (p->num == UNSET || !p->num)
		return "";
	const char *label = numbers_next(d->numbers, d->r, p->num, p->level);
	if (*label)
		reading_note(d->r, ADDED_NUMBER, label);
	return label;
}

void
docx_paragraph_end(struct docx *d)
{
	static const enum note_kind kinds[APART] = { LEFT_DELETED, LEFT_HIDDEN, TOLD_INSERTED, TOLD_STRUCK,
	    TOLD_UNDERLINED };
	struct paragraph *p = d->paragraph;
	const char *text = reading_tidy(d->r, text_of(&p->text), p->text.n);

	d->paragraph = p->up;
	if (d->part == ASIDE) {
		leave(d, d->aside, text);
	} else if (d->part == BODY && is_contents(d, p->style)) {
		leave(d, LEFT_CONTENTS, text);
	} else {
		struct block *b = add_block(d, d->flow);
		b->text = text;
		b->rich = rich_of(d, p, text);
		b->joins = p->joins;
		b->align = p->align != UNSET ? p->align : style_align(d->styles, p->style);
		if (b->rich && (d->part != BODY || p->joins)) {
			reading_note(d->r, TOLD_UNMARKED, "");
			b->rich = NULL;
		}
		if (d->part == BODY) {
			b->label = label_of(d, p);
			count(d, text, p->joins);
		}
	}
	for (int i = 0; i < APART; i++)
		leave(d, kinds[i], text_of(&p->apart[i]));
	if (p->boxes.first) {
		*d->flow->end = p->boxes.first;
		d->flow->end = p->boxes.end;
	}
}

/* ------------------------------------------------------------- runs */

void
docx_run_begin(struct docx *d)
{
	d->runs++;
	d->look = style_look(d->styles, d->paragraph ? d->paragraph->style : "");
}

void
docx_run_text(struct docx *d)
{
	struct paragraph *p = d->paragraph;
	enum legacy how = legacy_of_font(d->look.font);
	const char *s;

	d->collects--;
	if (!p || !d->run.n)
		return;
	if (how == UNICODE)
		how = d->force;
	s = legacy_text(d->mem, how, d->run.s, d->run.n, false);
	if (how != UNICODE)
		reading_note(d->r, how == VNI ? TOLD_VNI : TOLD_TCVN3, s);
	if (d->look.capitals == 1)
		s = text_upper(d->mem, s);
	if (d->deleted) {
		add_text(d, &p->apart[DELETED], s);
	} else if (d->look.hidden == 1) {
		add_text(d, &p->apart[HIDDEN], s);
	} else {
		add_shown(d, s);
		if (d->inserted)
			add_text(d, &p->apart[INSERTED], s);
		if (d->look.struck == 1)
			add_text(d, &p->apart[STRUCK], s);
		if (d->look.underlined == 1)
			add_text(d, &p->apart[UNDERLINED], s);
	}
	d->run.n = 0;
}

void
docx_run_mark(struct docx *d, const char *s)
{
	if (d->paragraph && d->runs && !d->properties && !d->deleted && d->look.hidden != 1)
		add_shown(d, s);
}

void
docx_run_note(struct docx *d, int which, const char *id)
{
	const struct footnote *n = d->notes[which];

	while (n && strcmp(n->id, id))
		n = n->next;
	if (!n || d->part != BODY)
		return;
	if (d->deleted || d->look.hidden == 1) {
		leave(d, d->deleted ? LEFT_DELETED : LEFT_HIDDEN, n->text);
		return;
	}
	docx_run_mark(d, mem_printf(d->mem, " (chú thích: %s)", n->text));
	reading_note(d->r, ADDED_MARK, "chú thích");
	d->r->words_in -= 2;
	reading_note(d->r, TOLD_NOTE, n->text);
}

void
docx_run_symbol(struct docx *d, const char **attributes)
{
	unsigned long c = strtoul(zipped_attribute(attributes, "char"), NULL, 16) & 0xFF;
	const char *font = zipped_attribute(attributes, "font");

	if (!strcmp(font, "Symbol") && (c == 0xB7 || c == 0x2D))
		docx_run_mark(d, c == 0x2D ? "-" : "•");
	else
		reading_note(d->r, LEFT_SYMBOL, "");
}

/* ------------------------------------------------------------ tables */

void
docx_table_begin(struct docx *d)
{
	struct open_table *t = mem_take(d->mem, sizeof(*t));

	docx_count_carried(d);
	t->table = add_block(d, d->flow)->table = mem_take(d->mem, sizeof(*t->table));
	t->table->end = &t->table->rows;
	t->outer = d->flow;
	t->up = d->tables;
	d->tables = t;
}

void
docx_row_begin(struct docx *d)
{
	struct open_table *t = d->tables;

	if (!t)
		return;
	t->cell = NULL;
	t->row = *t->table->end = mem_take(d->mem, sizeof(*t->row));
	t->row->end = &t->row->cells;
	t->table->end = &t->row->next;
	if (++t->table->count > ROWS_MAX) {
		reading_refuse(d->r, reading_too_long);
		zipped_stop(d->z);
	}
}

void
docx_cell_begin(struct docx *d)
{
	struct open_table *t = d->tables;

	if (!t || !t->row || t->row->columns >= COLUMNS_MAX * COLUMNS_MAX)
		return;
	t->cell = *t->row->end = mem_take(d->mem, sizeof(*t->cell));
	t->row->end = &t->cell->next;
	t->cell->span = 1;
	t->cell->column = t->row->columns++;
	docx_flow_begin(&t->cell->flow);
	d->flow = &t->cell->flow;
}

void
docx_cell_span(struct open_table *t, int columns)
{
	if (!t || !t->cell || columns < 1 || columns > COLUMNS_MAX)
		return;
	t->row->columns += columns - t->cell->span;	/* read before the next cell begins */
	t->cell->span = columns;
}
