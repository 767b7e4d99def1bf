/* sheet_out.c - rows as a book of one sheet, zipped in memory; or as .csv. */

#include "cgi-bin/lib/sheet.h"

#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "cgi-bin/lib/archive.h"
#include "db/text.h"

enum {
	NARROW = 8, WIDE = 60,	/* columns, in characters */
	NAME = 31,		/* of a sheet, in UTF-16 units, by Excel's rule */
	CELL = 32767,		/* of a cell, likewise */
	DIGITS = 15,		/* what a double holds of any number */
};

enum style { GENERAL, HEADER, WORDS, DATE };

struct line {
	const char **cells;
	struct line *next;
};

struct sheet_out {
	struct mem *mem;
	const char *title;
	int columns;
	enum sheet_kind *kinds;
	int *widths;
	int count;		/* lines, with that of the headers */
	struct line *lines, **end;
};

struct text {
	struct mem *mem;
	char *bytes;
	size_t used, size;
};

static void
say_bytes(struct text *t, const char *bytes, size_t n)
{
	if (n > t->size - t->used) {
		size_t size = 2 * (t->used + n) + 1024;
		char *more = mem_take(t->mem, size);
		if (t->used)
			memcpy(more, t->bytes, t->used);
		t->bytes = more;
		t->size = size;
	}
	memcpy(t->bytes + t->used, bytes, n);
	t->used += n;
}

static void
say(struct text *t, const char *text)
{
	say_bytes(t, text, strlen(text));
}

/* ---- rows ---- */

static void
add(struct sheet_out *o, const char *const *cells)
{
	struct line *line = mem_take(o->mem, sizeof(*line));

	line->cells = mem_take(o->mem, (size_t)o->columns * sizeof(*line->cells));
	for (int i = 0; i < o->columns; i++) {
		const char *s = line->cells[i] = cells[i] ? mem_text(o->mem, cells[i]) : "";
		for (int n = 0; *s; s++) {
			n = *s == '\n' ? 0 : n + ((*s & 0xc0) != 0x80);
			if (n > o->widths[i])
				o->widths[i] = n;
		}
	}
	*o->end = line;
	o->end = &line->next;
	o->count++;
}

struct sheet_out *
sheet_new(struct mem *mem, const char *title, int columns,
    const char *const *headers, const enum sheet_kind *kinds)
{
	struct sheet_out *o = mem_take(mem, sizeof(*o));

	o->mem = mem;
	o->title = mem_text(mem, title);
	o->columns = columns;
	o->kinds = mem_take(mem, (size_t)columns * sizeof(*o->kinds));
	memcpy(o->kinds, kinds, (size_t)columns * sizeof(*o->kinds));
	o->widths = mem_take(mem, (size_t)columns * sizeof(*o->widths));
	o->end = &o->lines;
	add(o, headers);
	return o;
}

void
sheet_add(struct sheet_out *o, const char *const *cells)
{
	add(o, cells);
}

/* "-12.5", but not "007", "1." or what a double would round. */
static bool
is_number(const char *s)
{
	size_t whole, part = 0;

	s += *s == '-';
	whole = strspn(s, "0123456789");
	if (!whole || (whole > 1 && *s == '0'))
		return false;
	s += whole;
	if (*s == '.') {
		part = strspn(s + 1, "0123456789");
		if (!part)
			return false;
		s += part + 1;
	}
	return !*s && whole + part <= DIGITS;
}

/* ---- XML ---- */

/* UTF-16 units of the character that begins here; its other bytes have none. */
static int
units(char c)
{
	unsigned char u = (unsigned char)c;
	return (u & 0xc0) == 0x80 ? 0 : u >= 0xf0 ? 2 : 1;
}

/* True if Excel would take what begins here for one of its own escapes. */
static bool
is_escape(const char *s)
{
	return s[0] == '_' && s[1] == 'x'
	    && strspn(s + 2, "0123456789abcdefABCDEF") >= 4 && s[6] == '_';
}

/* What XML cannot carry is left out. */
static void
say_escaped(struct text *t, const char *s)
{
	for (; *s; s++) {
		unsigned char c = (unsigned char)*s;
		if (*s == '&')
			say(t, "&amp;");
		else if (*s == '<')
			say(t, "&lt;");
		else if (*s == '>')
			say(t, "&gt;");
		else if (*s == '"')
			say(t, "&quot;");
		else if (is_escape(s))
			say(t, "_x005F_");
		else if (c == 0xef && (unsigned char)s[1] == 0xbf
		    && (unsigned char)s[2] >= 0xbe)
			s += 2;
		else if ((c >= ' ' || *s == '\n' || *s == '\t') && c != 0x7f)
			say_bytes(t, s, 1);
	}
}

/* The text, or as much of it as Excel opens without complaint. */
static const char *
cut(struct mem *mem, const char *text, int most)
{
	const char *s = text, *end = text;
	int n = 0;

	for (; *s; s++) {
		n += units(*s);
		if (n > most)
			return mem_printf(mem, "%.*s…", (int)(end - text), text);
		if (n < most && (s[1] & 0xc0) != 0x80)
			end = s + 1;
	}
	return text;
}

static const char *
name_of_sheet(struct sheet_out *o)
{
	char *name = mem_text(o->mem, o->title), *out = name;

	for (const char *s = name; *s; s++) {
		char c = *s == '/' || *s == '\\' ? '-' : *s;
		if (!strchr("[]:*?", c) && (unsigned char)c >= ' '
		    && (!strchr(" '-", c) || out > name))
			*out++ = c;
	}
	while (out > name && strchr(" '-", out[-1]))
		out--;
	*out = '\0';
	return *name ? cut(o->mem, name, NAME) : "Trang 1";
}

/* 0 is A, 27 is AB. */
static void
say_column(struct text *t, int column)
{
	char name[8], *s = name + sizeof(name);

	*--s = '\0';
	for (int n = column + 1; n; n = (n - 1) / 26)
		*--s = (char)('A' + (n - 1) % 26);
	say(t, s);
}

static void
say_int(struct text *t, int64_t n)
{
	char digits[24];

	snprintf(digits, sizeof(digits), "%lld", (long long)n);
	say(t, digits);
}

static void
say_cell(struct text *t, int column, int row, enum style style)
{
	say(t, "<c r=\"");
	say_column(t, column);
	say_int(t, row);
	say(t, "\" s=\"");
	say_int(t, style);
	say(t, "\"");
}

static void
say_value(struct text *t, int column, int row, enum sheet_kind kind, const char *s)
{
	enum style style = row == 1 ? HEADER : WORDS;
	bool is_day = row > 1 && kind == SHEET_DAY && text_is_day(s);

	if (!*s && row > 1)
		return;
	if (is_day && strcmp(s, "1900-03-01") >= 0) {
		say_cell(t, column, row, DATE);
		say(t, "><v>");
		say_int(t, text_days("1899-12-30", s));
		say(t, "</v></c>");
	} else if (row > 1 && kind == SHEET_NUMBER && is_number(s)) {
		say_cell(t, column, row, GENERAL);
		say(t, "><v>");
		say(t, s);
		say(t, "</v></c>");
	} else {
		say_cell(t, column, row, style);
		say(t, " t=\"inlineStr\"><is><t xml:space=\"preserve\">");
		say_escaped(t, cut(t->mem, is_day ? text_of_day(t->mem, s) : s, CELL));
		say(t, "</t></is></c>");
	}
}

#define XML "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
#define MAIN "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\""
#define OFFICE "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define PACKAGE "http://schemas.openxmlformats.org/package/2006/"
#define SHEETML "application/vnd.openxmlformats-officedocument.spreadsheetml."

static const char types[] = XML "<Types xmlns=\"" PACKAGE "content-types\">"
    "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package"
    ".relationships+xml\"/>"
    "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
    "<Override PartName=\"/xl/workbook.xml\" ContentType=\"" SHEETML "sheet.main+xml\"/>"
    "<Override PartName=\"/xl/styles.xml\" ContentType=\"" SHEETML "styles+xml\"/>"
    "<Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"" SHEETML
    "worksheet+xml\"/></Types>";

static const char relations[] = XML "<Relationships xmlns=\"" PACKAGE "relationships\">"
    "<Relationship Id=\"rId1\" Type=\"" OFFICE "/officeDocument\""
    " Target=\"xl/workbook.xml\"/></Relationships>";

static const char book_relations[] = XML "<Relationships xmlns=\"" PACKAGE
    "relationships\"><Relationship Id=\"rId1\" Type=\"" OFFICE "/worksheet\""
    " Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"rId2\" Type=\"" OFFICE
    "/styles\" Target=\"styles.xml\"/></Relationships>";

/* The formats under cellXfs stand in the order of enum style; 49 is "text", so
 * that a code or a text with = stays one when a person edits it. */
static const char styles[] = XML "<styleSheet " MAIN ">"
    "<numFmts count=\"1\"><numFmt numFmtId=\"164\" formatCode=\"dd/mm/yyyy\"/></numFmts>"
    "<fonts count=\"2\">"
    "<font><sz val=\"12\"/><name val=\"Times New Roman\"/></font>"
    "<font><b/><sz val=\"12\"/><name val=\"Times New Roman\"/></font></fonts>"
    "<fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill>"
    "<fill><patternFill patternType=\"gray125\"/></fill></fills>"
    "<borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border>"
    "</borders><cellStyleXfs count=\"1\">"
    "<xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>"
    "<cellXfs count=\"4\">"
    "<xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\""
    " applyAlignment=\"1\"><alignment vertical=\"top\"/></xf>"
    "<xf numFmtId=\"49\" fontId=\"1\" fillId=\"0\" borderId=\"0\" xfId=\"0\""
    " applyNumberFormat=\"1\" applyFont=\"1\" applyAlignment=\"1\">"
    "<alignment horizontal=\"center\" vertical=\"center\" wrapText=\"1\"/></xf>"
    "<xf numFmtId=\"49\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\""
    " applyNumberFormat=\"1\" applyAlignment=\"1\">"
    "<alignment vertical=\"top\" wrapText=\"1\"/></xf>"
    "<xf numFmtId=\"164\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\""
    " applyNumberFormat=\"1\" applyAlignment=\"1\"><alignment vertical=\"top\"/></xf>"
    "</cellXfs></styleSheet>";

static void
say_book(struct text *t, struct sheet_out *o)
{
	say(t, XML "<workbook " MAIN " xmlns:r=\"" OFFICE "\"><sheets><sheet name=\"");
	say_escaped(t, name_of_sheet(o));
	say(t, "\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>");
}

static void
say_columns(struct text *t, const struct sheet_out *o)
{
	say(t, "<cols>");
	for (int i = 0; i < o->columns; i++) {
		int width = o->widths[i] + 2;
		if (o->kinds[i] == SHEET_DAY && width < 12)
			width = 12;
		say(t, "<col min=\"");
		say_int(t, i + 1);
		say(t, "\" max=\"");
		say_int(t, i + 1);
		say(t, "\" width=\"");
		say_int(t, width < NARROW ? NARROW : width > WIDE ? WIDE : width);
		say(t, "\" customWidth=\"1\"/>");
	}
	say(t, "</cols>");
}

static void
say_sheet(struct text *t, const struct sheet_out *o)
{
	int row = 1;

	say(t, XML "<worksheet " MAIN "><sheetViews><sheetView workbookViewId=\"0\">"
	    "<pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\""
	    " state=\"frozen\"/></sheetView></sheetViews>");
	say_columns(t, o);
	say(t, "<sheetData>");
	for (const struct line *line = o->lines; line; line = line->next, row++) {
		say(t, "<row r=\"");
		say_int(t, row);
		say(t, "\">");
		for (int i = 0; i < o->columns; i++)
			say_value(t, i, row, o->kinds[i], line->cells[i]);
		say(t, "</row>");
	}
	say(t, "</sheetData><autoFilter ref=\"A1:");
	say_column(t, o->columns - 1);
	say_int(t, o->count);
	say(t, "\"/></worksheet>");
}

const char *
sheet_xlsx(struct sheet_out *o, size_t *length)
{
	struct text book = { .mem = o->mem }, sheet = { .mem = o->mem };

	say_book(&book, o);
	say_sheet(&sheet, o);
	return archive_of(o->mem, (const struct archive_part[]){
		{ "[Content_Types].xml", types, sizeof(types) - 1 },
		{ "_rels/.rels", relations, sizeof(relations) - 1 },
		{ "xl/workbook.xml", book.bytes, book.used },
		{ "xl/_rels/workbook.xml.rels", book_relations, sizeof(book_relations) - 1 },
		{ "xl/styles.xml", styles, sizeof(styles) - 1 },
		{ "xl/worksheets/sheet1.xml", sheet.bytes, sheet.used },
		{ 0 }
	}, length);
}

/* ---- .csv ---- */

static void
say_quoted(struct text *t, const char *s)
{
	size_t n = strlen(s);

	if (!strpbrk(s, ",;\t\"\r\n") && *s != '<' && *s != ' ' && (!n || s[n - 1] != ' ')) {
		say(t, s);
		return;
	}
	say(t, "\"");
	for (; *s; s++) {
		if (*s == '"')
			say(t, "\"");
		say_bytes(t, s, 1);
	}
	say(t, "\"");
}

static const char *
csv_cell(struct mem *mem, enum sheet_kind kind, const char *s)
{
	if (kind == SHEET_NUMBER && is_number(s)) {
		const char *point = strchr(s, '.');
		return point && strlen(point) == 4 ? mem_printf(mem, "%s0", s) : s;
	}
	char first = s[strspn(s, "'")];
	return first && strchr("=+-@\t\r\n", first) ? mem_printf(mem, "'%s", s) : s;
}

const char *
sheet_csv(struct sheet_out *o, size_t *length)
{
	struct text t = { .mem = o->mem };

	say(&t, "\xef\xbb\xbf");
	for (const struct line *line = o->lines; line; line = line->next) {
		for (int i = 0; i < o->columns; i++) {
			enum sheet_kind kind = line == o->lines ? SHEET_TEXT : o->kinds[i];
			say(&t, i ? "," : "");
			say_quoted(&t, csv_cell(o->mem, kind, line->cells[i]));
		}
		say(&t, "\r\n");
	}
	*length = t.used;
	say_bytes(&t, "", 1);
	return t.bytes;
}
