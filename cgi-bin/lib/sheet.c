/* sheet.c - a strict reader of .csv; and of .xlsx, by libzip and expat. */

#include "cgi-bin/lib/sheet.h"

#include <expat.h>
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <zip.h>

#include "db/text.h"

enum {
	ROWS = 20000,
	COLUMNS = 100,
	CHARACTERS = 4000,
	UNPACKED = 32 * 1024 * 1024,
	ENTRIES = 200,
	RATIO = 200,
	SMALL = 1024 * 1024,	/* below it a part may be as dense as it likes */
	RAW = 64 * 1024,	/* bytes that may become one cell */
	CHUNK = 32 * 1024,
	TOKEN = 256 * 1024,	/* expat reads an unfinished token ever again */
	DEEP = 64,
	STYLES = 65536,
	FORMATS = 1000,		/* Excel stops at 250 */
	EXCEL_ROWS = 1048576,
};

static const char too_many_rows[] = "Tệp có hơn 20.000 dòng. Chia tệp thành nhiều"
    " phần rồi gửi lại từng phần.";
static const char too_many_columns[] = "Bảng có hơn 100 cột. Bỏ các cột không cần"
    " rồi gửi lại.";
static const char too_long[] = "Có ô dài hơn 4.000 ký tự. Rút ngắn ô đó rồi gửi lại.";
static const char too_big[] = "Tệp chứa hơn 32 MB dữ liệu. Chia tệp thành nhiều"
    " phần rồi gửi lại từng phần.";
static const char too_many_entries[] = "Tệp .xlsx có hơn 200 thành phần bên trong."
    " Chép bảng sang một tệp Excel mới, lưu dạng .xlsx rồi gửi lại.";
static const char too_dense[] = "Tệp .xlsx nén quá 200 lần, vượt mức an toàn."
    " Chép bảng sang một tệp Excel mới, lưu dạng .xlsx rồi gửi lại.";
static const char unsafe[] = "Tệp .xlsx có thành phần không an toàn."
    " Chép bảng sang một tệp Excel mới, lưu dạng .xlsx rồi gửi lại.";
static const char broken[] = "Tệp .xlsx bị hỏng hoặc chưa tải lên đủ."
    " Mở tệp bằng Excel, lưu lại rồi gửi lại.";
static const char locked[] = "Tệp có mật khẩu. Mở tệp bằng Excel, bỏ mật khẩu,"
    " lưu lại rồi gửi lại.";
static const char no_book[] = "Tệp này không phải bảng tính .xlsx. Mở bảng bằng"
    " Excel hoặc LibreOffice, lưu dạng .xlsx rồi gửi lại.";
static const char old_book[] = "Tệp .xls đời cũ hoặc tệp có mật khẩu thì không đọc"
    " được. Mở tệp bằng Excel, bỏ mật khẩu nếu có, lưu dạng .xlsx rồi gửi lại.";
static const char is_pdf[] = "Đây là tệp PDF, không phải bảng tính. Gửi tệp gốc dạng"
    " .xlsx hoặc .csv.";
static const char is_page[] = "Đây là trang web hoặc tệp XML, không phải bảng tính."
    " Mở tệp bằng Excel, lưu dạng .xlsx rồi gửi lại.";
static const char is_binary[] = "Tệp không phải bảng tính. Chọn tệp dạng .xlsx hoặc"
    " .csv rồi gửi lại.";
static const char not_utf8[] = "Chữ trong tệp không theo bảng mã Unicode UTF-8."
    " Mở tệp bằng Excel, lưu dạng .xlsx hoặc “CSV UTF-8” rồi gửi lại.";
static const char open_quote[] = "Dấu nháy kép mở mà không đóng. Thêm dấu nháy đóng,"
    " hoặc lưu bảng dạng .xlsx, rồi gửi lại.";
static const char stray_quote[] = "Dấu nháy kép đặt sai chỗ. Đặt cả ô trong dấu nháy"
    " và viết đôi dấu nháy bên trong, hoặc lưu bảng dạng .xlsx, rồi gửi lại.";
static const char empty[] = "Tệp không có dữ liệu. Kiểm tra bảng ở trang tính đầu"
    " tiên rồi gửi lại.";

/* How a cell's number is to be shown. */
struct shape {
	enum { PLAIN, DAY, CLOCK, SPAN, PERCENT, ZEROS } kind;
	int zeros;
};

struct format {
	int id;
	struct shape shape;
	struct format *next;
};

struct target {		/* of a relation of the book */
	const char *id, *path;
	struct target *next;
};

struct in {
	struct mem *mem;
	struct sheet *sheet;
	struct sheet_row **end;
	int rows;

	/* The row and the cell under way. */
	int number, last, column;
	const char *cells[COLUMNS];
	char text[RAW + 1];
	size_t used;
	bool over;		/* the text was longer than that */

	/* Of a book. */
	zip_t *zip;
	zip_uint64_t unpacked;
	XML_Parser parser;
	void (*open)(struct in *, const char *name, const char **attributes);
	void (*close)(struct in *, const char *name);
	int depth;
	bool keep;		/* characters belong to the text */
	bool phonetic, inside;
	struct target *sheets;
	const char *sheet_path, *strings_path, *styles_path;
	const char **strings;	/* NULL: longer than a cell may be */
	int count, room;
	struct format *formats;
	struct shape *styles;
	int nstyles;
	struct shape shape;	/* of the cell under way */
	char type;
	bool from_1904;
};

static void
refuse(struct in *in, const char *why, int row)
{
	struct sheet *s = in->sheet;

	if (s->wrong)
		return;
	s->wrong = row ? mem_printf(in->mem, "Dòng %d: %s", row, why) : why;
	s->wrong_key = why;
	s->wrong_row = row;
	if (in->parser)
		XML_StopParser(in->parser, XML_FALSE);
}

/* ---- cells and rows ---- */

static void
append(struct in *in, const char *bytes, size_t n)
{
	if (n > RAW - in->used) {
		in->over = true;
		return;
	}
	memcpy(in->text + in->used, bytes, n);
	in->used += n;
}

static void
begin(struct in *in)
{
	in->used = 0;
	in->over = false;
}

static bool
is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\n';
}

/*
 * The text as a cell keeps it; NULL if it is too long or not UTF-8.  Controls,
 * and what XML cannot carry, go before it is composed, lest they part what
 * belongs together.
 */
static const char *
tidy(struct in *in)
{
	char *s = in->text, *end = s;
	bool ascii = true;

	s[in->used] = '\0';
	if (in->over || text_length(s) < 0)
		return NULL;
	for (size_t i = 0; i < in->used; i++) {
		unsigned char c = (unsigned char)s[i];
		if ((c < ' ' && c != '\t' && c != '\n' && c != '\r') || c == 0x7f)
			continue;
		if (in->used - i > 2 && !memcmp(s + i, "\xef\xbf", 2)
		    && (unsigned char)s[i + 2] >= 0xbe) {
			i += 2;
			continue;
		}
		ascii = ascii && c < 0x80 && c != '\r';
		*end++ = (char)c;
	}
	if (!ascii) {
		const char *composed = text_nfc(in->mem, s, (size_t)(end - s));
		size_t n = composed ? strlen(composed) : 0;
		if (!composed || n > RAW) {
			in->over = composed;
			return NULL;
		}
		memcpy(s, composed, n);
		end = s + n;
	}
	while (s < end && is_blank(*s))
		s++;
	while (end > s && is_blank(end[-1]))
		end--;
	if (s == end)
		return "";
	const char *text = mem_copy(in->mem, s, (size_t)(end - s));
	in->over = end - s > CHARACTERS && text_length(text) > CHARACTERS;
	return in->over ? NULL : text;
}

static void
put(struct in *in, int column, const char *text)
{
	if (!text) {
		refuse(in, in->over ? too_long : not_utf8, in->number);
	} else if (*text && column >= COLUMNS) {
		refuse(in, too_many_columns, in->number);
	} else if (*text) {
		in->cells[column] = text;
		if (column > in->last)
			in->last = column;
	}
}

static void
begin_row(struct in *in)
{
	in->last = -1;
	for (int i = 0; i < COLUMNS; i++)
		in->cells[i] = "";
}

static void
end_row(struct in *in)
{
	int n = in->last + 1;

	if (!n)
		return;
	if (++in->rows > ROWS) {
		refuse(in, too_many_rows, 0);
		return;
	}
	struct sheet_row *row = mem_take(in->mem, sizeof(*row));
	row->number = in->number;
	row->n = n;
	row->cells = mem_take(in->mem, (size_t)n * sizeof(*row->cells));
	memcpy(row->cells, in->cells, (size_t)n * sizeof(*row->cells));
	*in->end = row;
	in->end = &row->next;
}

/* ---- .csv ---- */

/* What the first line has most of, outside of quotes; of two the rarer in texts. */
static char
separator(const char *s, const char *end)
{
	static const char likely[] = ",;\t";
	int seen[3] = { 0 }, best = 0;
	bool quoted = false;

	for (; s < end && (quoted || (*s != '\n' && *s != '\r')); s++) {
		const char *at = quoted ? NULL : memchr(likely, *s, 3);
		quoted ^= *s == '"';
		if (at)
			seen[at - likely]++;
	}
	for (int i = 1; i < 3; i++)
		if (seen[i] && seen[i] >= seen[best])
			best = i;
	return likely[best];
}

/* What sheet_csv() does to a text that could be taken for a formula, undone. */
static const char *
unguard(const char *text)
{
	const char *first = text ? text + strspn(text, "'") : "";

	if (first == text || !*first || !strchr("=+-@\t\n", *first))
		return text;
	for (text++; is_blank(*text); text++)
		;
	return text;
}

/* The inside of a quoted cell; answers what follows its closing quote, or NULL. */
static const char *
quoted_cell(struct in *in, const char *s, const char *end)
{
	for (; s < end; s++) {
		if (*s == '"' && (++s == end || *s != '"'))
			return s;
		append(in, s, 1);
	}
	return NULL;
}

static bool
ends_cell(const char *s, const char *end, char comma)
{
	return s == end || *s == comma || *s == '\n' || *s == '\r';
}

/* One record; answers where the next begins. */
static const char *
record(struct in *in, const char *s, const char *end, char comma)
{
	begin_row(in);
	for (int column = 0; !in->sheet->wrong; column++, s++) {
		begin(in);
		if (s < end && *s == '"') {
			s = quoted_cell(in, s + 1, end);
			if (!s) {
				refuse(in, open_quote, in->number);
				return end;
			}
		} else {
			for (; !ends_cell(s, end, comma) && *s != '"'; s++)
				append(in, s, 1);
		}
		if (!ends_cell(s, end, comma)) {
			refuse(in, stray_quote, in->number);
			return end;
		}
		put(in, column, unguard(tidy(in)));
		if (s == end || *s != comma)
			break;
	}
	end_row(in);
	if (end - s >= 2 && s[0] == '\r' && s[1] == '\n')
		return s + 2;
	return s < end ? s + 1 : end;
}

static void
read_csv(struct in *in, const char *s, size_t n)
{
	const char *end = s + n;

	if (n > UNPACKED) {
		refuse(in, too_big, 0);
		return;
	}
	if (n >= 3 && !memcmp(s, "\xef\xbb\xbf", 3))
		s += 3;
	char comma = separator(s, end);
	for (in->number = 1; s < end && !in->sheet->wrong; in->number++)
		s = record(in, s, end, comma);
}

/* ---- parts of a book ---- */

static const char *
local(const char *name)
{
	const char *colon = strchr(name, ':');
	return colon ? colon + 1 : name;
}

/* "" if there is no such attribute. */
static const char *
get(const char **attributes, const char *name)
{
	for (; *attributes; attributes += 2)
		if (!strcmp(local(attributes[0]), name))
			return attributes[1];
	return "";
}

static int
get_int(const char **attributes, const char *name)
{
	long n = strtol(get(attributes, name), NULL, 10);
	return n < 0 || n > INT32_MAX ? -1 : (int)n;
}

static void XMLCALL
opened(void *arg, const char *name, const char **attributes)
{
	struct in *in = arg;

	if (++in->depth > DEEP)
		refuse(in, unsafe, 0);
	else
		in->open(in, local(name), attributes);
}

static void XMLCALL
closed(void *arg, const char *name)
{
	struct in *in = arg;

	in->depth--;
	if (in->close)
		in->close(in, local(name));
}

static void XMLCALL
characters(void *arg, const char *s, int n)
{
	struct in *in = arg;

	if (in->keep)
		append(in, s, (size_t)n);
}

/* No book has a document type; refused before an entity can be declared. */
static void XMLCALL
declared(void *arg, const char *name, const char *system, const char *public,
    int internal)
{
	(void)name; (void)system; (void)public; (void)internal;
	refuse(arg, unsafe, 0);
}

static void XMLCALL
entity(void *arg, const char *name, int parameter, const char *value, int n,
    const char *base, const char *system, const char *public, const char *notation)
{
	(void)name; (void)parameter; (void)value; (void)n; (void)base; (void)system;
	(void)public; (void)notation;
	refuse(arg, unsafe, 0);
}

static bool
dense(zip_uint64_t size, zip_uint64_t packed)
{
	return size > SMALL && size / RATIO > packed;
}

/* Sizes that the archive declares may be lies, so what comes out is counted. */
static void
inflate(struct in *in, zip_file_t *file, zip_uint64_t packed)
{
	char chunk[CHUNK];
	zip_uint64_t size = 0;
	zip_int64_t n;

	do {
		n = zip_fread(file, chunk, sizeof(chunk));
		if (n < 0) {
			refuse(in, broken, 0);
			return;
		}
		size += (zip_uint64_t)n;
		in->unpacked += (zip_uint64_t)n;
		if (in->unpacked > UNPACKED)
			refuse(in, too_big, 0);
		else if (dense(size, packed))
			refuse(in, too_dense, 0);
		else if (XML_Parse(in->parser, chunk, (int)n, n == 0) != XML_STATUS_OK)
			refuse(in, broken, 0);
		XML_Index at = XML_GetCurrentByteIndex(in->parser);
		if (n && (XML_Index)size - at > TOKEN)
			refuse(in, unsafe, 0);
	} while (n && !in->sheet->wrong);
}

/* Reads one part of the book; false if there is no such part. */
static bool
part(struct in *in, const char *path,
    void (*open)(struct in *, const char *, const char **),
    void (*close)(struct in *, const char *))
{
	struct zip_stat s;
	zip_int64_t i = zip_name_locate(in->zip, path, ZIP_FL_NOCASE);
	zip_file_t *file;

	if (i < 0 || zip_stat_index(in->zip, (zip_uint64_t)i, 0, &s) < 0)
		return false;
	if (s.size > UNPACKED - in->unpacked) {
		refuse(in, too_big, 0);
	} else if (dense(s.size, s.comp_size)) {
		refuse(in, too_dense, 0);
	} else if ((s.comp_method != ZIP_CM_STORE && s.comp_method != ZIP_CM_DEFLATE)
	    || !(file = zip_fopen_index(in->zip, (zip_uint64_t)i, 0))) {
		refuse(in, broken, 0);
	} else {
		in->open = open;
		in->close = close;
		in->depth = 0;
		in->keep = in->phonetic = in->inside = false;
		in->parser = XML_ParserCreate(NULL);
		if (in->parser) {
			XML_SetUserData(in->parser, in);
			XML_SetElementHandler(in->parser, opened, closed);
			XML_SetCharacterDataHandler(in->parser, characters);
			XML_SetStartDoctypeDeclHandler(in->parser, declared);
			XML_SetEntityDeclHandler(in->parser, entity);
			inflate(in, file, s.comp_size);
			XML_ParserFree(in->parser);
			in->parser = NULL;
		} else {
			refuse(in, broken, 0);
		}
		zip_fclose(file);
	}
	return true;
}

static bool
ends_with(const char *text, const char *end)
{
	size_t n = strlen(text), m = strlen(end);
	return n >= m && !strcmp(text + n - m, end);
}

/* xl/_rels/workbook.xml.rels: which part is which. */
static void
open_relation(struct in *in, const char *name, const char **attributes)
{
	const char *type = get(attributes, "Type"), *to = get(attributes, "Target");

	if (strcmp(name, "Relationship"))
		return;
	const char *path = *to == '/' ? mem_text(in->mem, to + 1)
	    : mem_printf(in->mem, "xl/%s", to);
	if (ends_with(type, "/sharedStrings")) {
		in->strings_path = path;
	} else if (ends_with(type, "/styles")) {
		in->styles_path = path;
	} else if (ends_with(type, "/worksheet") && in->count < ENTRIES) {
		struct target *t = mem_take(in->mem, sizeof(*t));
		*t = (struct target){ mem_text(in->mem, get(attributes, "Id")), path,
		    in->sheets };
		in->sheets = t;
		in->count++;
	}
}

/* xl/workbook.xml: which sheet a person sees first. */
static void
open_book(struct in *in, const char *name, const char **attributes)
{
	if (!strcmp(name, "workbookPr")) {
		const char *said = get(attributes, "date1904");
		in->from_1904 = !strcmp(said, "1") || !strcmp(said, "true");
	}
	if (strcmp(name, "sheet") || in->sheet_path
	    || ends_with(get(attributes, "state"), "idden"))
		return;
	for (struct target *t = in->sheets; t; t = t->next)
		if (!strcmp(t->id, get(attributes, "id")))
			in->sheet_path = t->path;
}

/* ---- how numbers are shown ---- */

/* A number format's first section, as far as it changes what is meant. */
static struct shape
shape_of_code(const char *code)
{
	bool day = false, month = false, clock = false, span = false, percent = false;
	size_t zeros = strspn(code, "0");

	if (zeros > 1 && zeros < 16 && !code[zeros])
		return (struct shape){ ZEROS, (int)zeros };
	for (const char *p = code; *p && *p != ';'; p++) {
		switch (*p) {
		case '"': case '[': {
			const char *end = strchr(p + 1, *p == '"' ? '"' : ']');
			if (!end)
				return (struct shape){ 0 };
			/* [h] is elapsed time, [Red] and [$-42A] are not */
			span |= *p == '[' && strchr("hHmMsS", p[1])
			    && strspn(p + 1, "hHmMsS") == (size_t)(end - p - 1);
			p = end;
			break;
		}
		case '\\': case '_': case '*':
			p += p[1] != '\0';
			break;
		case 'd': case 'D': case 'y': case 'Y': day = true;     break;
		case 'm': case 'M':                     month = true;   break;
		case 'h': case 'H': case 's': case 'S': clock = true;   break;
		case '%':                               percent = true; break;
		}
	}
	return (struct shape){ day ? DAY : span ? SPAN : clock ? CLOCK : month ? DAY
	    : percent ? PERCENT : PLAIN, 0 };
}

static struct shape
shape_of(const struct in *in, int id)
{
	for (const struct format *f = in->formats; f; f = f->next)
		if (f->id == id)
			return f->shape;
	switch (id) {
	case 9: case 10:                    return (struct shape){ PERCENT, 0 };
	case 14: case 15: case 16: case 17: return (struct shape){ DAY, 0 };
	case 18: case 19: case 20: case 21: return (struct shape){ CLOCK, 0 };
	case 22:                            return (struct shape){ DAY, 0 };
	case 45: case 47:                   return (struct shape){ CLOCK, 0 };
	case 46:                            return (struct shape){ SPAN, 0 };
	}
	return (struct shape){ 0 };
}

static void
open_style(struct in *in, const char *name, const char **attributes)
{
	if (!strcmp(name, "numFmt") && in->count < FORMATS) {
		struct format *f = mem_take(in->mem, sizeof(*f));
		*f = (struct format){ get_int(attributes, "numFmtId"),
		    shape_of_code(get(attributes, "formatCode")), in->formats };
		in->formats = f;
		in->count++;
	} else if (!strcmp(name, "cellXfs")) {
		in->inside = true;
	} else if (!strcmp(name, "xf") && in->inside && in->nstyles < STYLES) {
		in->styles[in->nstyles++] = shape_of(in, get_int(attributes, "numFmtId"));
	}
}

static void
close_style(struct in *in, const char *name)
{
	if (!strcmp(name, "cellXfs"))
		in->inside = false;
}

/* As many as 15 digits, the comma of the language, no exponent. */
static const char *
decimal(struct in *in, double v, const char *unit)
{
	char text[96];

	if (v == 0)
		v = 0;		/* not -0 */
	snprintf(text, sizeof(text), "%.15g", v);
	char *e = strchr(text, 'e');
	if (e) {		/* so it is small */
		long digits = 14 - strtol(e + 1, NULL, 10);
		snprintf(text, sizeof(text), "%.*f", digits > 60 ? 60 : (int)digits, v);
		size_t n = strlen(text);
		while (text[n - 1] == '0')
			n--;
		text[text[n - 1] == '.' ? n - 1 : n] = '\0';
	}
	char *point = strchr(text, '.');
	if (point)
		*point = ',';
	return mem_printf(in->mem, "%s%s", text, unit);
}

static const char *
hours(struct in *in, double v, bool span)
{
	long long s = llround((span ? v : v - floor(v)) * 86400);
	long long h = s / 3600, m = s / 60 % 60;

	if (!span)
		h %= 24;
	return s % 60 ? mem_printf(in->mem, "%02lld:%02lld:%02lld", h, m, s % 60)
	    : mem_printf(in->mem, "%02lld:%02lld", h, m);
}

/* Day 60 is the 29th of February 1900, that Excel believes in and no one else. */
static const char *
day(struct in *in, double v)
{
	int n = (int)v + (in->from_1904 ? 1462 : 0);

	if (n == 60)
		return "29/02/1900";
	return text_of_day(in->mem, text_day_add(in->mem,
	    n < 60 ? "1899-12-31" : "1899-12-30", n));
}

/* A value of no type: a number, as its style shows it. */
static const char *
number(struct in *in)
{
	char text[64], *end;
	double v;
	size_t n = in->used;

	if (!n || n >= sizeof(text))
		return tidy(in);
	memcpy(text, in->text, n);
	text[n] = '\0';
	if (strspn(text, "0123456789+-.eE") != n)
		return tidy(in);
	v = strtod(text, &end);
	if (*end || !(fabs(v) < 1e15))
		return tidy(in);
	switch (in->shape.kind) {
	case DAY:
		if (v >= 1 && v < (in->from_1904 ? 2957004 : 2958466))
			return day(in, v);
		if (v >= 0 && v < 1)
			return hours(in, v, false);
		break;
	case CLOCK: case SPAN:
		if (v >= 0 && v < 1e6)
			return hours(in, v, in->shape.kind == SPAN);
		break;
	case PERCENT:
		return decimal(in, v * 100, "%");
	case ZEROS:
		if (v >= 0 && v == floor(v))
			return mem_printf(in->mem, "%0*.0f", in->shape.zeros, v);
		break;
	case PLAIN:
		break;
	}
	return decimal(in, v, "");
}

/* ---- strings and the sheet ---- */

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
unescape(struct in *in)
{
	char *s = in->text, *to = s, *end = s + in->used;

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
	in->used = (size_t)(to - in->text);
}

static void
open_text(struct in *in, const char *name)
{
	if (!strcmp(name, "rPh"))
		in->phonetic = true;
	else if (!strcmp(name, "t"))
		in->keep = !in->phonetic;
}

static void
close_text(struct in *in, const char *name)
{
	if (!strcmp(name, "rPh"))
		in->phonetic = false;
	else if (!strcmp(name, "t"))
		in->keep = false;
}

static void
open_string(struct in *in, const char *name, const char **attributes)
{
	(void)attributes;
	if (!strcmp(name, "si"))
		begin(in);
	else
		open_text(in, name);
}

static void
close_string(struct in *in, const char *name)
{
	close_text(in, name);
	if (strcmp(name, "si"))
		return;
	if (in->count == in->room) {
		int room = in->room ? 2 * in->room : 1024;
		const char **more = mem_take(in->mem, (size_t)room * sizeof(*more));
		if (in->count)
			memcpy(more, in->strings, (size_t)in->count * sizeof(*more));
		in->strings = more;
		in->room = room;
	}
	unescape(in);
	in->strings[in->count++] = tidy(in);
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
open_row(struct in *in, const char **attributes)
{
	int n = *get(attributes, "r") ? get_int(attributes, "r") : in->number + 1;

	if (n <= in->number || n > EXCEL_ROWS)
		refuse(in, broken, 0);
	in->number = n;
	in->column = -1;
	begin_row(in);
}

static void
open_cell(struct in *in, const char **attributes)
{
	const char *type = get(attributes, "t");
	int style = get_int(attributes, "s");

	in->column = *get(attributes, "r") ? column_of(get(attributes, "r"))
	    : in->column + 1;
	if (in->column < 0 || !in->number)
		refuse(in, broken, 0);
	in->shape = style >= 0 && style < in->nstyles ? in->styles[style]
	    : (struct shape){ 0 };
	/* inlineStr, str, s, b, n, d, e: two begin alike */
	in->type = !strcmp(type, "s") ? '#' : *type;
	begin(in);
}

static const char *
shared(struct in *in)
{
	char text[16] = "", *end;

	if (in->used && in->used < sizeof(text))
		memcpy(text, in->text, in->used);
	long n = strtol(text, &end, 10);
	if (end == text || *end || n < 0 || n >= in->count) {
		refuse(in, broken, 0);
		return "";
	}
	in->over = true;	/* if it is NULL */
	return in->strings[n];
}

/* "2026-01-05T00:00:00" as the days of all other cells. */
static const char *
iso_day(struct in *in)
{
	const char *text = tidy(in);

	if (!text || strlen(text) < 10 || (text[10] && text[10] != 'T'))
		return text;
	const char *iso = mem_copy(in->mem, text, 10);
	return text_is_day(iso) ? text_of_day(in->mem, iso) : text;
}

static const char *
value(struct in *in)
{
	if (!in->used && !in->over)
		return "";
	switch (in->type) {
	case '#': return shared(in);
	case 'b': return *in->text == '1' || *in->text == 't' ? "TRUE" : "FALSE";
	case 'd': return iso_day(in);
	case 'e': return tidy(in);
	case 'i': case 's':
		unescape(in);
		return tidy(in);
	}
	return number(in);
}

static void
open_sheet(struct in *in, const char *name, const char **attributes)
{
	if (!strcmp(name, "sheetData"))
		in->inside = true;
	else if (!in->inside)
		return;
	else if (!strcmp(name, "row"))
		open_row(in, attributes);
	else if (!strcmp(name, "c"))
		open_cell(in, attributes);
	else if (!strcmp(name, "v"))
		in->keep = true;
	else
		open_text(in, name);
}

static void
close_sheet(struct in *in, const char *name)
{
	if (!in->inside)
		return;
	if (!strcmp(name, "sheetData"))
		in->inside = false;
	else if (!strcmp(name, "row"))
		end_row(in);
	else if (!strcmp(name, "c"))
		put(in, in->column, value(in));
	else if (!strcmp(name, "v"))
		in->keep = false;
	else
		close_text(in, name);
}

/* ---- the archive ---- */

static uint64_t
little(const char *s)
{
	uint64_t n = 0;

	for (int i = 7; i >= 0; i--)
		n = n << 8 | (unsigned char)s[i];
	return n;
}

/* libzip makes room for as many entries as a 64-bit end record claims, before it
 * looks for them. */
static bool
claims_too_many(const char *bytes, size_t n)
{
	const char *end = bytes + n, *p = n > 128 * 1024 ? end - 128 * 1024 : bytes;

	while ((p = memmem(p, (size_t)(end - p), "PK\6\7", 4))) {
		uint64_t at = end - p >= 20 ? little(p + 8) : UINT64_MAX;
		if (at < n && n - at >= 56 && !memcmp(bytes + at, "PK\6\6", 4)
		    && (little(bytes + at + 24) > ENTRIES
		    || little(bytes + at + 32) > ENTRIES))
			return true;
		p += 4;
	}
	return false;
}

static void
look_at_entries(struct in *in)
{
	zip_int64_t n = zip_get_num_entries(in->zip, 0);

	if (n > ENTRIES)
		refuse(in, too_many_entries, 0);
	for (zip_int64_t i = 0; i < n && !in->sheet->wrong; i++) {
		struct zip_stat s;
		if (zip_stat_index(in->zip, (zip_uint64_t)i, 0, &s) < 0 || !s.name)
			refuse(in, broken, 0);
		else if (strstr(s.name, "..") || *s.name == '/' || strchr(s.name, '\\'))
			refuse(in, unsafe, 0);
		else if (s.encryption_method != ZIP_EM_NONE)
			refuse(in, locked, 0);
	}
}

static void
read_book(struct in *in)
{
	if (!part(in, "xl/_rels/workbook.xml.rels", open_relation, NULL)
	    || !part(in, "xl/workbook.xml", open_book, NULL))
		refuse(in, no_book, 0);
	if (!in->sheet_path)
		refuse(in, broken, 0);
	if (in->styles_path && !in->sheet->wrong) {
		in->styles = mem_take(in->mem, STYLES * sizeof(*in->styles));
		in->count = 0;
		part(in, in->styles_path, open_style, close_style);
	}
	in->count = 0;
	if (in->strings_path && !in->sheet->wrong)
		part(in, in->strings_path, open_string, close_string);
	if (!in->sheet->wrong && !part(in, in->sheet_path, open_sheet, close_sheet))
		refuse(in, broken, 0);
}

static void
read_xlsx(struct in *in, const char *bytes, size_t n)
{
	zip_error_t e;
	zip_source_t *source;

	if (claims_too_many(bytes, n)) {
		refuse(in, too_many_entries, 0);
		return;
	}
	zip_error_init(&e);
	source = zip_source_buffer_create(bytes, n, 0, &e);
	if (source)
		in->zip = zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, &e);
	if (in->zip) {
		look_at_entries(in);
		if (!in->sheet->wrong)
			read_book(in);
		zip_discard(in->zip);
	} else {
		zip_source_free(source);
		refuse(in, broken, 0);
	}
	zip_error_fini(&e);
}

/* ---- the header ---- */

static bool
begins(const char *bytes, size_t n, const char *with)
{
	return n >= strlen(with) && !strncasecmp(bytes, with, strlen(with));
}

/* Why this is neither; NULL if it may be. */
static const char *
other_kind(const char *bytes, size_t n)
{
	static const char *const pages[] = { "<!doctype", "<html", "<?xml", "<table",
	    "<meta", "<head" };

	if (begins(bytes, n, "\xd0\xcf\x11\xe0"))
		return old_book;
	if (begins(bytes, n, "%PDF-"))
		return is_pdf;
	if (begins(bytes, n, "\xff\xfe") || begins(bytes, n, "\xfe\xff"))
		return not_utf8;
	if (memchr(bytes, '\0', n))
		return is_binary;
	if (begins(bytes, n, "\xef\xbb\xbf")) {
		bytes += 3;
		n -= 3;
	}
	for (; n && (is_blank(*bytes) || *bytes == '\r'); n--)
		bytes++;
	for (size_t i = 0; i < sizeof(pages) / sizeof(*pages); i++)
		if (begins(bytes, n, pages[i]))
			return is_page;
	return NULL;
}

struct sheet *
sheet_read(struct mem *mem, const char *bytes, size_t n)
{
	struct in *in = mem_take(mem, sizeof(*in));
	struct sheet *s = in->sheet = mem_take(mem, sizeof(*s));
	const char *why;

	in->mem = mem;
	in->end = &s->rows;
	if (!n)
		refuse(in, empty, 0);
	else if (begins(bytes, n, "PK\3\4") || begins(bytes, n, "PK\5\6"))
		read_xlsx(in, bytes, n);
	else if ((why = other_kind(bytes, n)))
		refuse(in, why, 0);
	else
		read_csv(in, bytes, n);
	if (!s->rows)
		refuse(in, empty, 0);
	if (s->wrong)
		s->rows = NULL;
	return s;
}

int
sheet_column(struct mem *mem, const struct sheet *s, const char *names)
{
	char *list = mem_text(mem, names), *name;

	if (!s->rows)
		return -1;
	while ((name = strsep(&list, "|"))) {
		const char *plain = text_plain(mem, name);
		for (int i = 0; i < s->rows->n; i++)
			if (*plain && !strcmp(text_plain(mem, s->rows->cells[i]), plain))
				return i;
	}
	return -1;
}

const char *
sheet_cell(const struct sheet_row *row, int column)
{
	return column >= 0 && column < row->n ? row->cells[column] : "";
}
