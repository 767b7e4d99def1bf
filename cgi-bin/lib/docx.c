/* docx.c - the parts of a .docx, element by element (see docx_part.h); the face is docx.h. */

#include "cgi-bin/lib/docx_part.h"

#include <stdlib.h>
#include <string.h>

#include "db/text.h"

enum { NOTES_MAX = 4000 };

static const struct zipped_limits limits = { 2000, 48 << 20, 200 };

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
		docx_cell_span(d->tables, int_of(attributes, "val", 1));
	} else if (d->runs) {
		const char *font = zipped_attribute(attributes, "ascii");
		if (!strcmp(name, "rFonts") && *font)
			d->look.font = mem_text(d->mem, font);
		else if (!strcmp(name, "vanish"))
			d->look.hidden = toggle_of(attributes);
		else if (!strcmp(name, "caps"))
			d->look.capitals = toggle_of(attributes);
		else if (!strcmp(name, "b"))
			d->look.bold = toggle_of(attributes);
		else if (!strcmp(name, "i"))
			d->look.italic = toggle_of(attributes);
		else if (!strcmp(name, "strike") || !strcmp(name, "dstrike"))
			d->look.struck = toggle_of(attributes);
		else if (!strcmp(name, "u"))
			d->look.underlined = toggle_of(attributes);
		else if (!strcmp(name, "rStyle") && style_of(d->styles, zipped_attribute(attributes, "val"))) {
			struct look look = style_look(d->styles, zipped_attribute(attributes, "val"));
			look.font = "";		/* the run's own comes before it, or that of its paragraph */
			look_under(&look, &d->look);
			d->look = look;
		}
	} else if (p) {
		if (!strcmp(name, "pStyle"))
			p->style = mem_text(d->mem, zipped_attribute(attributes, "val"));
		else if (!strcmp(name, "numId"))
			p->num = int_of(attributes, "val", UNSET);
		else if (!strcmp(name, "ilvl"))
			p->level = int_of(attributes, "val", UNSET);
		else if (!strcmp(name, "jc"))
			p->align = align_of(attributes);
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
	docx_flow_begin(&d->note_flow);
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
		docx_paragraph_begin(d);
	else if (!strcmp(name, "r"))
		docx_run_begin(d);
	else if (is_one_of(name, texts))
		d->collects++;
	else if (is_one_of(name, removed))
		d->deleted++;
	else if (is_one_of(name, inserted))
		d->inserted++;
	else if (!strcmp(name, "tbl"))
		docx_table_begin(d);
	else if (!strcmp(name, "tr"))
		docx_row_begin(d);
	else if (!strcmp(name, "tc"))
		docx_cell_begin(d);
	else if (!strcmp(name, "txbxContent"))
		open_box(d);
	else if (is_one_of(name, breaks))
		docx_run_mark(d, "\n");
	else if (is_one_of(name, blanks))
		docx_run_mark(d, " ");
	else if (!strcmp(name, "noBreakHyphen"))
		docx_run_mark(d, "-");
	else if (!strcmp(name, "sym"))
		docx_run_symbol(d, attributes);
	else if (!strcmp(name, "footnoteReference"))
		docx_run_note(d, 0, zipped_attribute(attributes, "id"));
	else if (!strcmp(name, "endnoteReference"))
		docx_run_note(d, 1, zipped_attribute(attributes, "id"));
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
		docx_paragraph_end(d);
	else if (!strcmp(name, "r"))
		d->runs--;
	else if (is_one_of(name, texts))
		docx_run_text(d);
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
	docx_flow_begin(flow);
	d->flow = flow;
	d->paragraph = NULL;
	d->tables = NULL;
	d->frames = NULL;
	d->skip = d->deleted = d->inserted = d->properties = d->runs = d->collects = 0;
	d->look = NO_LOOK;
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
	docx_count_carried(&d);
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
