/* docx.c - the parts of a .docx as blocks (see docx_part.h); the face is docx.h. */

#include "cgi-bin/lib/docx_part.h"

#include <stdlib.h>
#include <string.h>

#include "db/text.h"

enum { BLOCKS_MAX = 100000, ROWS_MAX = 20000, NOTES_MAX = 4000 };

static const struct zipped_limits limits = { 2000, 48 << 20, 200 };

struct paragraph {
	struct buf text, left[3];	/* left: deleted, hidden, inserted (which also stays) */
	const char *style;
	int num, level;
	bool joins;
	struct flow boxes;		/* text boxes: after it */
	struct paragraph *up;
};
enum { DELETED, HIDDEN, INSERTED };

struct open_table {
	struct table *table;
	struct row_of_cells *row;
	struct cell *cell;
	struct flow *outer;
	struct open_table *up;
};

/* A text box stands in a run. */
struct frame {
	struct flow *flow;
	struct open_table *tables;
	struct look look;
	int runs;
	struct frame *up;
};

struct footnote {
	const char *id, *text;
	struct footnote *next;
};

struct docx {
	struct mem *mem;
	struct reading *r;
	struct zipped *z;
	struct styles *styles;
	struct numbers *numbers;
	enum legacy force;
	struct footnote *notes[2];	/* at the foot, at the end */
	int note_count, blocks;
	size_t bytes;

	/* Under way. */
	enum { BODY, NOTES_PART, ASIDE } part;
	enum note_kind aside;		/* of a part that is left out: as what */
	int which;			/* of the notes */
	const char *note;		/* the id of the one that is read */
	struct flow *flow, note_flow;
	struct paragraph *paragraph;
	struct open_table *tables;
	struct frame *frames;
	int skip, deleted, inserted, properties, runs, collects;
	struct look look;
	struct buf run;
	struct buf carried;		/* of a paragraph whose end is deleted */
};

static void
flow_begin(struct flow *f)
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

static const char *
text_of(const struct buf *b)
{
	return b->n ? b->s : "";
}

/* -------------------------------------------------------- paragraphs */

static void
begin_paragraph(struct docx *d)
{
	struct paragraph *p = mem_take(d->mem, sizeof(*p));

	p->text.mem = d->mem;
	for (int i = 0; i < 3; i++)
		p->left[i].mem = d->mem;
	p->style = "";
	p->num = p->level = UNSET;
	flow_begin(&p->boxes);
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
static void
count_carried(struct docx *d)
{
	d->r->words_in += count_words(text_of(&d->carried));
	d->carried = (struct buf){ .mem = d->mem };
}

static void
count(struct docx *d, const char *text, bool joins)
{
	buf_text(&d->carried, text);
	if (!joins)
		count_carried(d);
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

static void
end_paragraph(struct docx *d)
{
	static const enum note_kind kinds[] = { LEFT_DELETED, LEFT_HIDDEN, TOLD_INSERTED };
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
		b->joins = p->joins;
		if (d->part == BODY) {
			b->label = label_of(d, p);
			count(d, text, p->joins);
		}
	}
	for (int i = 0; i < 3; i++)
		leave(d, kinds[i], text_of(&p->left[i]));
	if (p->boxes.first) {
		*d->flow->end = p->boxes.first;
		d->flow->end = p->boxes.end;
	}
}

/* ------------------------------------------------------------- runs */

static void
begin_run(struct docx *d)
{
	d->runs++;
	d->look = style_look(d->styles, d->paragraph ? d->paragraph->style : "");
}

static void
end_text(struct docx *d)
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
		add_text(d, &p->left[DELETED], s);
	} else if (d->look.hidden == 1) {
		add_text(d, &p->left[HIDDEN], s);
	} else {
		add_text(d, &p->text, s);
		if (d->inserted)
			add_text(d, &p->left[INSERTED], s);
	}
	d->run.n = 0;
}

static void
add_mark(struct docx *d, const char *s)
{
	if (d->paragraph && d->runs && !d->properties && !d->deleted && d->look.hidden != 1)
		add_text(d, &d->paragraph->text, s);
}

static void
add_note(struct docx *d, int which, const char *id)
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
	add_mark(d, mem_printf(d->mem, " (chú thích: %s)", n->text));
	reading_note(d->r, ADDED_MARK, "chú thích");
	d->r->words_in -= 2;
	reading_note(d->r, TOLD_NOTE, n->text);
}

static void
add_symbol(struct docx *d, const char **attributes)
{
	unsigned long c = strtoul(zipped_attribute(attributes, "char"), NULL, 16) & 0xFF;
	const char *font = zipped_attribute(attributes, "font");

	if (!strcmp(font, "Symbol") && (c == 0xB7 || c == 0x2D))
		add_mark(d, c == 0x2D ? "-" : "•");
	else
		reading_note(d->r, LEFT_SYMBOL, "");
}

/* ------------------------------------------------------------ tables */

static void
begin_table(struct docx *d)
{
	struct open_table *t = mem_take(d->mem, sizeof(*t));

	count_carried(d);
	t->table = add_block(d, d->flow)->table = mem_take(d->mem, sizeof(*t->table));
	t->table->end = &t->table->rows;
	t->outer = d->flow;
	t->up = d->tables;
	d->tables = t;
}

static void
begin_row(struct docx *d)
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

static void
begin_cell(struct docx *d)
{
	struct open_table *t = d->tables;

	if (!t || !t->row || t->row->columns >= COLUMNS_MAX * COLUMNS_MAX)
		return;
	t->cell = *t->row->end = mem_take(d->mem, sizeof(*t->cell));
	t->row->end = &t->cell->next;
	t->cell->span = 1;
	t->cell->column = t->row->columns++;
	flow_begin(&t->cell->flow);
	d->flow = &t->cell->flow;
}

static void
span(struct open_table *t, int columns)
{
	if (!t || !t->cell || columns < 1 || columns > COLUMNS_MAX)
		return;
	t->row->columns += columns - t->cell->span;	/* read before the next cell begins */
	t->cell->span = columns;
}

/* ---------------------------------------------------------- elements */

static bool
is_one_of(const char *name, const char *const *list)
{
	while (*list && strcmp(*list, name))
		list++;
	return *list;
}

/* With all that is in them: what was before a change, properties without a word, the second
 * telling of a drawing. */
static const char *const skipped[] = { "Fallback", "sectPr", "tblGrid", "instrText",
	"delInstrText", "rPrChange", "pPrChange", "tblPrChange", "tblPrExChange", "trPrChange",
	"tcPrChange", "sectPrChange", "numberingChange", "sdtPr", "sdtEndPr", "tblPr", "ffData",
	"oMathParaPr", "binData", NULL };
static const char *const groups[] = { "pPr", "rPr", "trPr", "tcPr", "ctrlPr", NULL };
static const char *const removed[] = { "del", "moveFrom", NULL };
static const char *const inserted[] = { "ins", "moveTo", NULL };
static const char *const texts[] = { "t", "delText", NULL };
static const char *const breaks[] = { "br", "cr", NULL };
static const char *const blanks[] = { "tab", "ptab", NULL };
static const char *const objects[] = { "object", "chart", "altChunk", "relIds", "textpath", NULL };
static const char *const pictures[] = { "blip", "imagedata", NULL };

static void
open_property(struct docx *d, const char *name, const char **attributes)
{
	struct paragraph *p = d->paragraph;

	if (!strcmp(name, "gridSpan")) {
		span(d->tables, int_of(attributes, "val", 1));
	} else if (d->runs) {
		const char *font = zipped_attribute(attributes, "ascii");
		if (!strcmp(name, "rFonts") && *font)
			d->look.font = mem_text(d->mem, font);
		else if (!strcmp(name, "vanish"))
			d->look.hidden = toggle_of(attributes);
		else if (!strcmp(name, "caps"))
			d->look.capitals = toggle_of(attributes);
		else if (!strcmp(name, "rStyle") && style_of(d->styles, zipped_attribute(attributes, "val"))) {
			struct look look = style_look(d->styles, zipped_attribute(attributes, "val"));
			if (look.hidden != UNSET)
				d->look.hidden = look.hidden;
			if (look.capitals != UNSET)
				d->look.capitals = look.capitals;
		}
	} else if (p) {
		if (!strcmp(name, "pStyle"))
			p->style = mem_text(d->mem, zipped_attribute(attributes, "val"));
		else if (!strcmp(name, "numId"))
			p->num = int_of(attributes, "val", UNSET);
		else if (!strcmp(name, "ilvl"))
			p->level = int_of(attributes, "val", UNSET);
		else if (!strcmp(name, "del"))
			p->joins = true;
	}
}

static void
open_box(struct docx *d)
{
	struct frame *f = mem_take(d->mem, sizeof(*f));

	*f = (struct frame){ d->flow, d->tables, d->look, d->runs, d->frames };
	d->frames = f;
	if (d->paragraph)
		d->flow = &d->paragraph->boxes;
	d->tables = NULL;
	d->runs = 0;
}

static void
close_box(struct docx *d)
{
	struct frame *f = d->frames;

	d->flow = f->flow;
	d->tables = f->tables;
	d->look = f->look;
	d->runs = f->runs;
	d->frames = f->up;
	reading_note(d->r, TOLD_BOX, "");
}

static void
begin_note(struct docx *d, const char **attributes)
{
	const char *type = zipped_attribute(attributes, "type");

	d->note = !*type || !strcmp(type, "normal") ? mem_text(d->mem, zipped_attribute(attributes, "id"))
	    : NULL;
	flow_begin(&d->note_flow);
	d->flow = &d->note_flow;
}

static void
end_note(struct docx *d)
{
	struct footnote *n;

	if (!d->note)
		return;
	if (++d->note_count > NOTES_MAX) {
		reading_refuse(d->r, reading_too_long);
		zipped_stop(d->z);
		return;
	}
	n = mem_take(d->mem, sizeof(*n));
	*n = (struct footnote){ d->note, docx_line(d->mem, &d->note_flow), d->notes[d->which] };
	d->notes[d->which] = n;
}

static void
open(void *of, const char *name, const char **attributes)
{
	struct docx *d = of;

	if (d->skip || is_one_of(name, skipped))
		d->skip++;
	else if (is_one_of(name, groups))
		d->properties++;
	else if (d->properties)
		open_property(d, name, attributes);
	else if (!strcmp(name, "p"))
		begin_paragraph(d);
	else if (!strcmp(name, "r"))
		begin_run(d);
	else if (is_one_of(name, texts))
		d->collects++;
	else if (is_one_of(name, removed))
		d->deleted++;
	else if (is_one_of(name, inserted))
		d->inserted++;
	else if (!strcmp(name, "tbl"))
		begin_table(d);
	else if (!strcmp(name, "tr"))
		begin_row(d);
	else if (!strcmp(name, "tc"))
		begin_cell(d);
	else if (!strcmp(name, "txbxContent"))
		open_box(d);
	else if (is_one_of(name, breaks))
		add_mark(d, "\n");
	else if (is_one_of(name, blanks))
		add_mark(d, " ");
	else if (!strcmp(name, "noBreakHyphen"))
		add_mark(d, "-");
	else if (!strcmp(name, "sym"))
		add_symbol(d, attributes);
	else if (!strcmp(name, "footnoteReference"))
		add_note(d, 0, zipped_attribute(attributes, "id"));
	else if (!strcmp(name, "endnoteReference"))
		add_note(d, 1, zipped_attribute(attributes, "id"));
	else if (!strcmp(name, "footnote") || !strcmp(name, "endnote"))
		begin_note(d, attributes);
	else if (is_one_of(name, pictures))
		reading_note(d->r, LEFT_PICTURE, "");
	else if (is_one_of(name, objects))
		reading_note(d->r, LEFT_OBJECT, zipped_attribute(attributes, "string"));
}

static void
close(void *of, const char *name)
{
	struct docx *d = of;

	if (d->skip)
		d->skip--;
	else if (is_one_of(name, groups))
		d->properties--;
	else if (d->properties)
		return;
	else if (!strcmp(name, "p"))
		end_paragraph(d);
	else if (!strcmp(name, "r"))
		d->runs--;
	else if (is_one_of(name, texts))
		end_text(d);
	else if (is_one_of(name, removed))
		d->deleted--;
	else if (is_one_of(name, inserted))
		d->inserted--;
	else if (!strcmp(name, "tbl")) {
		d->flow = d->tables->outer;
		d->tables = d->tables->up;
	} else if (!strcmp(name, "tc") && d->tables)
		d->flow = d->tables->outer;
	else if (!strcmp(name, "txbxContent"))
		close_box(d);
	else if (!strcmp(name, "footnote") || !strcmp(name, "endnote"))
		end_note(d);
}

static void
characters(void *of, const char *s, size_t n)
{
	struct docx *d = of;

	if (d->collects && !d->skip)
		buf_add(&d->run, s, n);
}

/* ------------------------------------------------------------- parts */

static bool
read_part(struct docx *d, const char *path, struct flow *flow)
{
	flow_begin(flow);
	d->flow = flow;
	d->paragraph = NULL;
	d->tables = NULL;
	d->frames = NULL;
	d->skip = d->deleted = d->inserted = d->properties = d->runs = d->collects = 0;
	d->look = (struct look){ UNSET, UNSET, "" };
	d->run.n = 0;
	return zipped_part(d->z, path, (struct zipped_listener){ d, open, close, characters });
}

/* Running heads and feet, and what people said beside the text. */
static void
read_asides(struct docx *d)
{
	struct flow none;
	const char *path;

	d->part = ASIDE;
	for (uint64_t i = 0; (path = zipped_entry(d->z, i)); i++) {
		size_t n = strlen(path);
		if (n < 4 || strcmp(path + n - 4, ".xml"))
			continue;
		d->aside = !strncmp(path, "word/comments.", 14) ? LEFT_COMMENT : LEFT_HEADER;
		if (d->aside == LEFT_COMMENT || !strncmp(path, "word/header", 11)
		    || !strncmp(path, "word/footer", 11))
			read_part(d, path, &none);
	}
}

static void
find_document(void *of, const char *name, const char **attributes)
{
	const char **path = of, *type = zipped_attribute(attributes, "Type");
	size_t n = strlen(type);

	if (!strcmp(name, "Relationship") && n > 15 && !strcmp(type + n - 15, "/officeDocument")) {
		const char *target = zipped_attribute(attributes, "Target");
		*path = !strcmp(target + (*target == '/'), "word/document.xml") ? *path : "";
	}
}

static void
no_characters(void *of, const char *s, size_t n)
{
	(void)of; (void)s; (void)n;
}

static void
tell(struct reading *r, enum zipped_fault fault)
{
	static const char *const why[] = {
		[ZIPPED_BROKEN] = docx_broken, [ZIPPED_TOO_MANY] = docx_too_many,
		[ZIPPED_TOO_DENSE] = docx_too_dense, [ZIPPED_TOO_BIG] = docx_too_big,
		[ZIPPED_UNSAFE] = docx_unsafe, [ZIPPED_LOCKED] = docx_locked,
	};

	if (fault)
		reading_refuse(r, why[fault]);
}

static struct reading *
read_as(struct mem *mem, const char *bytes, size_t n, enum legacy force)
{
	struct docx d = { .mem = mem, .r = reading_new(mem), .force = force, .run = { .mem = mem },
		.carried = { .mem = mem } };
	struct flow body, none;
	enum zipped_fault fault;
	const char *path = "word/document.xml";

	if (!(d.z = zipped_open(mem, bytes, n, &limits, &fault))) {
		tell(d.r, fault);
		return d.r;
	}
	zipped_part(d.z, "_rels/.rels", (struct zipped_listener){ &path, find_document, NULL, no_characters });
	d.styles = styles_read(d.z, mem, "word/styles.xml");
	d.numbers = numbers_read(d.z, mem, "word/numbering.xml");
	d.part = NOTES_PART;
	read_part(&d, "word/footnotes.xml", &none);
	d.which = 1;
	read_part(&d, "word/endnotes.xml", &none);
	d.part = BODY;
	bool found = *path && read_part(&d, path, &body);
	count_carried(&d);
	if (found)
		read_asides(&d);
	tell(d.r, zipped_fault(d.z));
	if (!found)
		reading_refuse(d.r, docx_no_document);
	zipped_close(d.z);
	if (!d.r->wrong)
		reading_end(d.r, docx_text(d.r, &body));
	return d.r;
}

struct reading *
docx_read(struct mem *mem, const char *bytes, size_t n)
{
	struct reading *r = read_as(mem, bytes, n, UNICODE);
	enum legacy how = r->wrong ? UNICODE : legacy_of_text(mem, r->text);

	return how == UNICODE ? r : read_as(mem, bytes, n, how);
}
