/* sheet_book.c - the parts of an .xlsx: which sheet is seen first, and what it says. */

#include "cgi-bin/lib/sheet_part.h"

#include <stdlib.h>
#include <string.h>

#include "db/text.h"

enum {
	STYLES = 65536,
	FORMATS = 1000,		/* Excel stops at 250 */
	EXCEL_ROWS = 1048576,
};

static const char no_book[] = "Tệp này không phải bảng tính .xlsx. Mở bảng bằng"
    " Excel hoặc LibreOffice, lưu dạng .xlsx rồi gửi lại.";

struct format {
	int id;
	struct sheet_shape shape;
	struct format *next;
};

struct target {		/* of a relation of the book */
	const char *id, *path;
	struct target *next;
};

struct sheet_book {
	struct sheet_in *in;
	struct sheet_zip *zip;
	bool keep;		/* characters belong to the text */
	bool phonetic, inside;
	struct target *sheets;
	const char *sheet_path, *strings_path, *styles_path;
	const char **strings;	/* NULL: longer than a cell may be */
	int count, room;
	struct format *formats;
	struct sheet_shape *styles;
	int nstyles;
	bool from_1904;

	/* The cell under way. */
	int column;
	struct sheet_shape shape;
	char type;
};

static int
get_int(const char **attributes, const char *name)
{
	long n = strtol(sheet_attribute(attributes, name), NULL, 10);
	return n < 0 || n > INT32_MAX ? -1 : (int)n;
}

static bool
ends_with(const char *text, const char *end)
{
	size_t n = strlen(text), m = strlen(end);
	return n >= m && !strcmp(text + n - m, end);
}

/* xl/_rels/workbook.xml.rels: which part is which. */
static void
open_relation(struct sheet_book *b, const char *name, const char **attributes)
{
	const char *type = sheet_attribute(attributes, "Type");
	const char *to = sheet_attribute(attributes, "Target");

	if (strcmp(name, "Relationship"))
		return;
	const char *path = *to == '/' ? mem_text(b->in->mem, to + 1)
	    : mem_printf(b->in->mem, "xl/%s", to);
	if (ends_with(type, "/sharedStrings")) {
		b->strings_path = path;
	} else if (ends_with(type, "/styles")) {
		b->styles_path = path;
	} else if (ends_with(type, "/worksheet") && b->count < SHEET_ENTRIES) {
		struct target *t = mem_take(b->in->mem, sizeof(*t));
		*t = (struct target){ mem_text(b->in->mem, sheet_attribute(attributes, "Id")), path,
		    b->sheets };
		b->sheets = t;
		b->count++;
	}
}

/* xl/workbook.xml: which sheet a person sees first. */
static void
open_book(struct sheet_book *b, const char *name, const char **attributes)
{
	if (!strcmp(name, "workbookPr")) {
		const char *said = sheet_attribute(attributes, "date1904");
		b->from_1904 = !strcmp(said, "1") || !strcmp(said, "true");
	}
	if (strcmp(name, "sheet") || b->sheet_path
	    || ends_with(sheet_attribute(attributes, "state"), "idden"))
		return;
	for (struct target *t = b->sheets; t; t = t->next)
		if (!strcmp(t->id, sheet_attribute(attributes, "id")))
			b->sheet_path = t->path;
}

static struct sheet_shape
shape_of(const struct sheet_book *b, int id)
{
	for (const struct format *f = b->formats; f; f = f->next)
		if (f->id == id)
			return f->shape;
	return sheet_shape_of_id(id);
}

static void
open_style(struct sheet_book *b, const char *name, const char **attributes)
{
	if (!strcmp(name, "numFmt") && b->count < FORMATS) {
		struct format *f = mem_take(b->in->mem, sizeof(*f));
		*f = (struct format){ get_int(attributes, "numFmtId"),
		    sheet_shape_of_code(sheet_attribute(attributes, "formatCode")), b->formats };
		b->formats = f;
		b->count++;
	} else if (!strcmp(name, "cellXfs")) {
		b->inside = true;
	} else if (!strcmp(name, "xf") && b->inside && b->nstyles < STYLES) {
		b->styles[b->nstyles++] = shape_of(b, get_int(attributes, "numFmtId"));
	}
}

static void
close_style(struct sheet_book *b, const char *name)
{
	if (!strcmp(name, "cellXfs"))
		b->inside = false;
}

static int
hex4(const char *s)
{
	int n = 0;

	for (int i = 0; i < 4; i++) {
		const char *digits = "0123456789abcdef";
		const char *at = s[i] ? strchr(digits, s[i] | 0x20) : NULL;
		if (!at || s[i] < '0')
			return -1;
		n = n << 4 | (int)(at - digits);
	}
	return n;
}

/* What XML could not carry stands as _x000D_ in strings, and _ as _x005F_. */
static void
unescape(struct sheet_book *b)
{
	char *s = b->in->text, *to = s, *end = s + b->in->used;

	while (s < end) {
		int c = end - s >= 7 && s[0] == '_' && s[1] == 'x' && s[6] == '_'
		    ? hex4(s + 2) : -1;
		if (c < 0) {
			*to++ = *s++;
			continue;
		}
		s += 7;
		if (!c || (c >= 0xd800 && c < 0xe000))
			continue;
		if (c >= 0x800)
			*to++ = (char)(0xe0 | c >> 12);
		if (c >= 0x80)
			*to++ = (char)(c >= 0x800 ? 0x80 | (c >> 6 & 0x3f) : 0xc0 | c >> 6);
		*to++ = (char)(c >= 0x80 ? 0x80 | (c & 0x3f) : c);
	}
	b->in->used = (size_t)(to - b->in->text);
}

static void
open_text(struct sheet_book *b, const char *name)
{
	if (!strcmp(name, "rPh"))
		b->phonetic = true;
	else if (!strcmp(name, "t"))
		b->keep = !b->phonetic;
}

static void
close_text(struct sheet_book *b, const char *name)
{
	if (!strcmp(name, "rPh"))
		b->phonetic = false;
	else if (!strcmp(name, "t"))
		b->keep = false;
}

static void
open_string(struct sheet_book *b, const char *name, const char **attributes)
{
	(void)attributes;
	if (!strcmp(name, "si"))
		sheet_begin(b->in);
	else
		open_text(b, name);
}

static void
close_string(struct sheet_book *b, const char *name)
{
	close_text(b, name);
	if (strcmp(name, "si"))
		return;
	if (b->count == b->room) {
		int room = b->room ? 2 * b->room : 1024;
		const char **more = mem_take(b->in->mem, (size_t)room * sizeof(*more));
		if (b->count)
			memcpy(more, b->strings, (size_t)b->count * sizeof(*more));
		b->strings = more;
		b->room = room;
	}
	unescape(b);
	b->strings[b->count++] = sheet_tidy(b->in);
}

/* The column of "B7" is 1; -1 if there is none. */
static int
column_of(const char *cell)
{
	int n = 0;

	for (; *cell >= 'A' && *cell <= 'Z' && n < 26 * 26 * 26; cell++)
		n = n * 26 + *cell - 'A' + 1;
	return n - 1;
}

static void
open_row(struct sheet_book *b, const char **attributes)
{
	int n = *sheet_attribute(attributes, "r") ? get_int(attributes, "r") : b->in->number + 1;

	if (n <= b->in->number || n > EXCEL_ROWS)
		sheet_refuse(b->in, sheet_broken, 0);
	b->in->number = n;
	b->column = -1;
	sheet_begin_row(b->in);
}

static void
open_cell(struct sheet_book *b, const char **attributes)
{
	const char *type = sheet_attribute(attributes, "t");
	const char *at = sheet_attribute(attributes, "r");
	int style = get_int(attributes, "s");

	b->column = *at ? column_of(at) : b->column + 1;
	if (b->column < 0 || !b->in->number)
		sheet_refuse(b->in, sheet_broken, 0);
	b->shape = style >= 0 && style < b->nstyles ? b->styles[style]
	    : (struct sheet_shape){ 0 };
	/* inlineStr, str, s, b, n, d, e: two begin alike */
	b->type = !strcmp(type, "s") ? '#' : *type;
	sheet_begin(b->in);
}

static const char *
shared(struct sheet_book *b)
{
	char text[16] = "", *end;

	if (b->in->used && b->in->used < sizeof(text))
		memcpy(text, b->in->text, b->in->used);
	long n = strtol(text, &end, 10);
	if (end == text || *end || n < 0 || n >= b->count) {
		sheet_refuse(b->in, sheet_broken, 0);
		return "";
	}
	b->in->over = true;	/* if it is NULL */
	return b->strings[n];
}

/* "2026-01-05T00:00:00" as the days of all other cells. */
static const char *
iso_day(struct sheet_book *b)
{
	const char *text = sheet_tidy(b->in);

	if (!text || strlen(text) < 10 || (text[10] && text[10] != 'T'))
		return text;
	const char *iso = mem_copy(b->in->mem, text, 10);
	return text_is_day(iso) ? text_of_day(b->in->mem, iso) : text;
}

static const char *
value(struct sheet_book *b)
{
	if (!b->in->used && !b->in->over)
		return "";
	switch (b->type) {
	case '#': return shared(b);
	case 'b': return *b->in->text == '1' || *b->in->text == 't' ? "TRUE" : "FALSE";
	case 'd': return iso_day(b);
	case 'e': return sheet_tidy(b->in);
	case 'i': case 's':
		unescape(b);
		return sheet_tidy(b->in);
	}
	return sheet_number(b->in, b->shape, b->from_1904);
}

static void
open_sheet(struct sheet_book *b, const char *name, const char **attributes)
{
	if (!strcmp(name, "sheetData"))
		b->inside = true;
	else if (!b->inside)
		return;
	else if (!strcmp(name, "row"))
		open_row(b, attributes);
	else if (!strcmp(name, "c"))
		open_cell(b, attributes);
	else if (!strcmp(name, "v"))
		b->keep = true;
	else
		open_text(b, name);
}

static void
close_sheet(struct sheet_book *b, const char *name)
{
	if (!b->inside)
		return;
	if (!strcmp(name, "sheetData"))
		b->inside = false;
	else if (!strcmp(name, "row"))
		sheet_end_row(b->in);
	else if (!strcmp(name, "c"))
		sheet_put(b->in, b->column, value(b));
	else if (!strcmp(name, "v"))
		b->keep = false;
	else
		close_text(b, name);
}

static void
characters(struct sheet_book *b, const char *s, size_t n)
{
	if (b->keep)
		sheet_append(b->in, s, n);
}

static bool
part(struct sheet_book *b, const char *path,
    void (*open)(struct sheet_book *, const char *, const char **),
    void (*close)(struct sheet_book *, const char *))
{
	b->keep = b->phonetic = b->inside = false;
	return sheet_zip_part(b->zip, path,
	    (struct sheet_listener){ b, open, close, characters });
}

static void
read_book(struct sheet_book *b)
{
	if (!part(b, "xl/_rels/workbook.xml.rels", open_relation, NULL)
	    || !part(b, "xl/workbook.xml", open_book, NULL))
		sheet_refuse(b->in, no_book, 0);
	if (!b->sheet_path)
		sheet_refuse(b->in, sheet_broken, 0);
	if (b->styles_path && !b->in->sheet->wrong) {
		b->styles = mem_take(b->in->mem, STYLES * sizeof(*b->styles));
		b->count = 0;
		part(b, b->styles_path, open_style, close_style);
	}
	b->count = 0;
	if (b->strings_path && !b->in->sheet->wrong)
		part(b, b->strings_path, open_string, close_string);
	if (!b->in->sheet->wrong && !part(b, b->sheet_path, open_sheet, close_sheet))
		sheet_refuse(b->in, sheet_broken, 0);
}

void
sheet_read_book(struct sheet_in *in, const char *bytes, size_t n)
{
	struct sheet_book *b = mem_take(in->mem, sizeof(*b));

	b->in = in;
	b->zip = sheet_zip_open(in, bytes, n);
	if (!b->zip)
		return;
	read_book(b);
	sheet_zip_close(b->zip);
}
