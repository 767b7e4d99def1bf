/* sheet_test.c - what people send as a sheet, honest and not; and what is sent back. */

#include "cgi-bin/lib/sheet.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <zip.h>

#include "cgi-bin/lib/lang.h"
#include "tests/test.h"

static struct mem *mem;

static struct sheet *
csv(const char *text)
{
	return sheet_read(mem, text, strlen(text));
}

static const char *
at(const struct sheet *s, int line, int column)
{
	const struct sheet_row *row = s->rows;

	while (row && line--)
		row = row->next;
	return row ? sheet_cell(row, column) : NULL;
}

static int
lines(const struct sheet *s)
{
	int n = 0;

	for (const struct sheet_row *row = s->rows; row; row = row->next)
		n++;
	return n;
}

/* True if it was refused with a sentence that holds this, and has its English. */
static bool
says(const struct sheet *s, const char *part)
{
	if (s->wrong && s->wrong_key && !s->rows && strstr(s->wrong, part)
	    && strcmp(tr("en", s->wrong_key), s->wrong_key))
		return true;
	fprintf(stderr, "\tsaid: %s\n", s->wrong ? s->wrong : "(nothing)");
	return false;
}

/* ---- books made by hand ---- */

struct entry {
	const char *path, *text;
	size_t n;		/* 0: the text's length */
};

static char *
zipped(const struct entry *entries, size_t *n, zip_int32_t method)
{
	zip_source_t *out = zip_source_buffer_create(NULL, 0, 0, NULL);
	zip_t *zip = zip_open_from_source(out, ZIP_CREATE | ZIP_TRUNCATE, NULL);
	zip_stat_t s;

	zip_source_keep(out);
	for (const struct entry *e = entries; e->path; e++) {
		zip_int64_t i = zip_file_add(zip, e->path, zip_source_buffer(zip, e->text,
		    e->n ? e->n : strlen(e->text), 0), ZIP_FL_ENC_UTF_8);
		zip_set_file_compression(zip, (zip_uint64_t)i, method, 1);
	}
	CHECK(zip_close(zip) == 0);
	zip_source_open(out);
	zip_source_stat(out, &s);
	char *bytes = mem_take(mem, s.size + 1);
	CHECK(zip_source_read(out, bytes, s.size) == (zip_int64_t)s.size);
	zip_source_close(out);
	zip_source_free(out);
	*n = (size_t)s.size;
	return bytes;
}

#define RELS "<Relationships>" \
	"<Relationship Id='r1' Type='http://x/worksheet' Target='worksheets/sheet1.xml'/>" \
	"<Relationship Id='r2' Type='http://x/worksheet' Target='/xl/worksheets/two.xml'/>" \
	"<Relationship Id='r3' Type='http://x/sharedStrings' Target='strings.xml'/>" \
	"<Relationship Id='r4' Type='http://x/styles' Target='styles.xml'/>" \
	"</Relationships>"
#define BOOK(more, state) "<x:workbook xmlns:x='m' xmlns:r='r'>" more "<x:sheets>" \
	"<x:sheet name='a' state='" state "' r:id='r1'/><x:sheet name='b' r:id='r2'/>" \
	"</x:sheets></x:workbook>"
#define SHEET(rows) "<worksheet><sheetData>" rows "</sheetData></worksheet>"
#define STYLES "<styleSheet><numFmts>" \
	"<numFmt numFmtId='164' formatCode='[$-42A]dd\\ \"tháng\"\\ mm'/>" \
	"<numFmt numFmtId='165' formatCode='#,##0\\ \"đồng/ngày\"'/>" \
	"<numFmt numFmtId='166' formatCode='00000'/>" \
	"<numFmt numFmtId='167' formatCode='[Red]0.0_d;[Blue]-0.0'/>" \
	"<numFmt numFmtId='168' formatCode='[h]:mm'/>" \
	"<numFmt numFmtId='169' formatCode='0.0%'/>" \
	"</numFmts><cellStyleXfs><xf numFmtId='14'/></cellStyleXfs><cellXfs>" \
	"<xf numFmtId='0'/><xf numFmtId='14'/><xf numFmtId='164'/><xf numFmtId='165'/>" \
	"<xf numFmtId='166'/><xf numFmtId='167'/><xf numFmtId='168'/><xf numFmtId='169'/>" \
	"<xf numFmtId='20'/></cellXfs></styleSheet>"
#define STRINGS "<sst><si><t>Mã</t></si><si><r><t>Tên </t></r><r><t xml:space='preserve'>" \
	"đơn vị</t></r><rPh><t>bỏ</t></rPh></si><si><t>a_x000D__x0000__x005F_x0041_b</t></si></sst>"

static struct sheet *
book_of(const char *book, const char *strings, const char *sheet, size_t length)
{
	size_t n;
	const char *bytes = zipped((const struct entry[]){
		{ "xl/_rels/workbook.xml.rels", RELS, 0 },
		{ "xl/workbook.xml", book, 0 },
		{ "xl/styles.xml", STYLES, 0 },
		{ "xl/strings.xml", strings, 0 },
		{ "xl/vbaProject.bin", "\xd0\xcf\x11\xe0 not looked at", 0 },
		{ "xl/worksheets/two.xml", SHEET("<row><c t='str'><v>hai</v></c></row>"), 0 },
		{ "xl/worksheets/sheet1.xml", sheet, length },
		{ 0 } }, &n, ZIP_CM_DEFLATE);
	return sheet_read(mem, bytes, n);
}

static struct sheet *
xlsx(const char *sheet)
{
	return book_of(BOOK("", ""), STRINGS, sheet, 0);
}

/* ---- .csv ---- */

static void
the_first_line_tells_the_separator(void)
{
	struct sheet *s = csv("\xef\xbb\xbfMã;Tên, chức vụ\r\n1;\"An; \"\"Bình\"\"\"\r\n");

	CHECK(!s->wrong);
	SAME(at(s, 0, 0), "Mã");
	SAME(at(s, 0, 1), "Tên, chức vụ");
	SAME(at(s, 1, 1), "An; \"Bình\"");
	SAME(at(csv("a\tb\n"), 0, 1), "b");
	SAME(at(csv("\"a;b;c\",d"), 0, 1), "d");
	SAME(at(csv("a,b;c\n"), 0, 1), "c");
	SAME(at(csv("một cột"), 0, 0), "một cột");
}

static void
lines_end_in_three_ways_and_keep_their_numbers(void)
{
	struct sheet *s = csv("a,b\r\r\n\n\"x\r\ny\",2\n ,\t\n\n3");

	CHECK(lines(s) == 3);
	CHECK(s->rows->number == 1 && s->rows->n == 2);
	CHECK(s->rows->next->number == 4);
	SAME(at(s, 1, 0), "x\ny");
	CHECK(s->rows->next->next->number == 7);
	SAME(at(s, 2, 0), "3");
	SAME(at(s, 2, 1), "");
}

static void
cells_are_composed_trimmed_and_clean(void)
{
	struct sheet *s = csv("\xc2\xa0 Tie\xcc\x82\xcc\x81ng\x01\x7f  Vie\xcc\xa3\xcc\x82t ,"
	    "e\xef\xbf\xbf\xcc\x81\n");

	SAME(at(s, 0, 0), "Tiếng  Việt");
	SAME(at(s, 0, 1), "é");
}

static void
a_bad_quote_is_named_by_its_row(void)
{
	struct sheet *s = csv("a,b\n1,2\n3,\"bốn\n5,6\n");

	CHECK(says(s, "Dòng 3: Dấu nháy kép mở mà không đóng."));
	CHECK(s->wrong_row == 3);
	CHECK(!strncmp(s->wrong_key, "Dấu nháy", strlen("Dấu nháy")));
	CHECK(says(csv("a\n\"b\"c\n"), "Dòng 2: Dấu nháy kép đặt sai chỗ."));
	CHECK(says(csv("a\nb\"c\n"), "Dòng 2: Dấu nháy kép đặt sai chỗ."));
	CHECK(says(csv("\""), "Dòng 1: Dấu nháy kép mở"));
}

/* `n` times the text, after `before`. */
static struct sheet *
many(const char *before, const char *text, int n, const char *after)
{
	size_t m = strlen(text), k = strlen(before);
	char *all = mem_take(mem, k + m * (size_t)n + strlen(after) + 1);

	memcpy(all, before, k);
	for (int i = 0; i < n; i++)
		memcpy(all + k + m * (size_t)i, text, m);
	memcpy(all + k + m * (size_t)n, after, strlen(after));
	return strchr(before, '<') ? xlsx(all) : csv(all);
}

static void
limits_of_csv_hold_at_the_limit_and_not_below(void)
{
	CHECK(lines(many("", "1,2\n", 20000, "\n\n\n")) == 20000);
	CHECK(says(many("", "1,2\n", 20001, ""), "hơn 20.000 dòng. Chia tệp"));
	CHECK(!many("1", ",1", 99, "")->wrong);
	CHECK(!many("1", ",", 500, "")->wrong);
	CHECK(says(many("1\n1", ",1", 100, ""), "Dòng 2: Bảng có hơn 100 cột"));
	CHECK(strlen(at(many("", "e\xcc\x81", 4000, ""), 0, 0)) == 8000);
	CHECK(says(many("", "é", 4001, ""), "Dòng 1: Có ô dài hơn 4.000 ký tự"));
	CHECK(says(many("", "é", 400000, ""), "Có ô dài hơn 4.000 ký tự"));
	CHECK(says(many("", "0123456789abcde\n", 2 * 1024 * 1024 + 1, ""), "hơn 32 MB"));
}

static void
what_is_no_sheet_is_told_what_it_is(void)
{
	CHECK(says(csv("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1..."), "Tệp .xls đời cũ"));
	CHECK(says(csv("%PDF-1.4\n..."), "Đây là tệp PDF"));
	CHECK(says(csv("\n<HTML><table>"), "trang web"));
	CHECK(says(csv("\xef\xbb\xbf<?xml version='1.0'?>"), "trang web"));
	CHECK(says(sheet_read(mem, "a\0b", 3), "không phải bảng tính"));
	CHECK(says(sheet_read(mem, "\xff\xfe" "a\0,\0", 6), "Unicode UTF-8"));
	CHECK(says(csv("M\xb7,2\n"), "Dòng 1: Chữ trong tệp"));
	CHECK(says(csv("a\xc3\x0f\xa9\n"), "Dòng 1: Chữ trong tệp"));
	CHECK(says(csv(""), "không có dữ liệu"));
	CHECK(says(csv("\xef\xbb\xbf,,\r\n \r\n"), "không có dữ liệu"));
}

static void
columns_are_found_by_what_they_mean(void)
{
	struct sheet *s = csv("STT,MA\xcc\x83  \xc4\x90\xc6\xa0N VI\xcc\xa3,Tên,\n1,x,y\n");

	CHECK(sheet_column(mem, s, "Mã|Mã đơn vị|code") == 1);
	CHECK(sheet_column(mem, s, "code|ten") == 2);
	CHECK(sheet_column(mem, s, "Tên|STT") == 2);
	CHECK(sheet_column(mem, s, "Điểm|Mã") == -1);
	CHECK(sheet_column(mem, s, "") == -1);
	CHECK(sheet_column(mem, csv(""), "Mã") == -1);
	SAME(sheet_cell(s->rows->next, 1), "x");
	SAME(sheet_cell(s->rows->next, 3), "");
	SAME(sheet_cell(s->rows->next, -1), "");
}

/* ---- .xlsx ---- */

static void
a_book_is_read_as_a_person_sees_it(void)
{
	struct sheet *s = xlsx(SHEET(
	    "<row r='2'><c r='A2' t='s'><v>0</v></c><c r='C2' t='s'><v>1</v></c></row>"
	    "<row r='3'/><row r='4'><c r='B4' t='s'><v>9</v><f/></c></row>"));
	CHECK(says(s, "bị hỏng"));
	s = xlsx(SHEET(
	    "<row r='2'><c r='A2' t='s'><v>0</v></c><c r='C2' t='s'><v>1</v></c></row>"
	    "<row r='3'><c r='A3' t='b'><v>1</v></c><c t='e'><v>#N/A</v></c>"
	    "<c t='inlineStr'><is><r><t>một </t></r><r><t>hai</t></r></is></c>"
	    "<c t='str'><f>A1&amp;\"x\"</f><v> Hà  Nội </v></c><c t='s'><v>2</v></c>"
	    "<c r='ZZ3' s='1'/></row>"));
	CHECK(!s->wrong);
	CHECK(s->rows->number == 2 && s->rows->n == 3);
	SAME(at(s, 0, 0), "Mã");
	SAME(at(s, 0, 1), "");
	SAME(at(s, 0, 2), "Tên đơn vị");
	SAME(at(s, 1, 0), "TRUE");
	SAME(at(s, 1, 1), "#N/A");
	SAME(at(s, 1, 2), "một hai");
	SAME(at(s, 1, 3), "Hà  Nội");
	SAME(at(s, 1, 4), "a\n_x0041_b");
	CHECK(s->rows->next->n == 5);
}

static void
numbers_take_the_comma(void)
{
	struct sheet *s = xlsx(SHEET("<row><c><v>1234.5</v></c><c><v>0.30000000000000004</v></c>"
	    "<c><v>1.5E-5</v></c><c><v>-0</v></c><c><v>1E+20</v></c><c><v>001012345678</v></c>"
	    "<c s='3'><v>150000</v></c><c s='4'><v>123</v></c><c s='5'><v>-2.5</v></c>"
	    "<c s='7'><v>0.125</v></c><c><v>0x10</v></c></row>"));
	static const char *const want[] = { "1234,5", "0,3", "0,000015", "0", "1E+20",
	    "1012345678", "150000", "00123", "-2,5", "12,5%", "0x10" };

	for (int i = 0; i < 11; i++)
		SAME(at(s, 0, i), want[i]);
}

static void
days_are_told_by_their_style(void)
{
#define DAYS "<row><c s='1'><v>46027</v></c><c s='2'><v>46027.75</v></c><c s='1'><v>1</v></c>" \
	"<c s='1'><v>60</v></c><c s='1'><v>61</v></c><c s='1'><v>99999999</v></c>" \
	"<c s='8'><v>0.3125</v></c><c s='6'><v>1.0625</v></c><c t='d'><v>2026-01-05T00:00:00</v>" \
	"</c><c s='99'><v>46027</v></c><c s='1'><v>2958465</v></c></row>"
	struct sheet *s = xlsx(SHEET(DAYS));
	static const char *const want[] = { "05/01/2026", "05/01/2026", "01/01/1900",
	    "29/02/1900", "01/03/1900", "99999999", "07:30", "25:30", "05/01/2026", "46027",
	    "31/12/9999" };

	for (int i = 0; i < 11; i++)
		SAME(at(s, 0, i), want[i]);
	s = book_of(BOOK("<workbookPr date1904='1'/>", ""), STRINGS, SHEET(
	    "<row><c s='1'><v>44565</v></c></row>"), 0);
	SAME(at(s, 0, 0), "05/01/2026");
}

static void
a_hidden_sheet_is_not_the_first(void)
{
	SAME(at(book_of(BOOK("", "hidden"), STRINGS, SHEET(""), 0), 0, 0), "hai");
	SAME(at(book_of(BOOK("", "veryHidden"), STRINGS, SHEET(""), 0), 0, 0), "hai");
	CHECK(says(xlsx(SHEET("")), "không có dữ liệu"));
}

static void
limits_of_xlsx_hold_at_the_limit_and_not_below(void)
{
	struct sheet *s = many("<worksheet><sheetData>", "<row><c><v>1</v></c></row>", 20000,
	    "<row/></sheetData></worksheet>");
	CHECK(lines(s) == 20000);
	s = many("<worksheet><sheetData>", "<row><c><v>1</v></c></row>", 20001,
	    "</sheetData></worksheet>");
	CHECK(says(s, "hơn 20.000 dòng"));
	CHECK(!xlsx(SHEET("<row><c r='CV1'><v>1</v></c></row>"))->wrong);
	CHECK(says(xlsx(SHEET("<row r='7'><c r='CW7'><v>1</v></c></row>")),
	    "Dòng 7: Bảng có hơn 100 cột"));
	s = many("<worksheet><sheetData><row><c t='str'><v>", "ệ", 4001,
	    "</v></c></row></sheetData></worksheet>");
	CHECK(says(s, "Dòng 1: Có ô dài hơn 4.000 ký tự"));
	char *strings = mem_text(mem, mem_printf(mem, "<sst><si><t>%04100d</t></si></sst>", 7));
	CHECK(says(book_of(BOOK("", ""), strings, SHEET("<row r='3'><c t='s'><v>0</v></c></row>"),
	    0), "Dòng 3: Có ô dài hơn 4.000 ký tự"));
	CHECK(!book_of(BOOK("", ""), strings, SHEET("<row><c><v>0</v></c></row>"), 0)->wrong);
	s = many("<worksheet>", "<a>", 64, "");
	CHECK(says(s, "không an toàn"));
	s = many("<worksheet><!--", "0123456789abcdef", 40000, "--></worksheet>");
	CHECK(says(s, "không an toàn"));
}

static void
rows_out_of_order_are_refused(void)
{
	CHECK(says(xlsx(SHEET("<row r='2'/><row r='2'/>")), "bị hỏng"));
	CHECK(says(xlsx(SHEET("<row r='1048577'/>")), "bị hỏng"));
	CHECK(says(xlsx(SHEET("<row r='-1'/>")), "bị hỏng"));
	CHECK(says(xlsx(SHEET("<c r='A1'><v>1</v></c>")), "bị hỏng"));
	CHECK(says(xlsx(SHEET("<row><c r='1'><v>1</v></c></row>")), "bị hỏng"));
	CHECK(says(xlsx(SHEET("<row><c><v>1</c></row>")), "bị hỏng"));
}

static void
entities_are_refused(void)
{
	CHECK(says(xlsx("<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>"
	    SHEET("<row><c t='str'><v>&e;</v></c></row>")), "không an toàn"));
	CHECK(says(xlsx("<!DOCTYPE x [<!ENTITY a 'x'><!ENTITY b '&a;&a;&a;'>]>"
	    SHEET("<row><c t='str'><v>&b;</v></c></row>")), "không an toàn"));
	CHECK(says(xlsx("<!DOCTYPE x SYSTEM 'http://example.invalid/x.dtd'>" SHEET("")),
	    "không an toàn"));
}

/* A book whose sheet is `pieces` times a MiB of zeros. */
static char *
bomb(zip_uint64_t pieces, size_t *n)
{
	static char zeros[1024 * 1024];
	zip_buffer_fragment_t *all = mem_take(mem, pieces * sizeof(*all));
	zip_source_t *out = zip_source_buffer_create(NULL, 0, 0, NULL);
	zip_t *zip = zip_open_from_source(out, ZIP_CREATE | ZIP_TRUNCATE, NULL);
	zip_stat_t s;

	for (zip_uint64_t i = 0; i < pieces; i++)
		all[i] = (zip_buffer_fragment_t){ (zip_uint8_t *)zeros, sizeof(zeros) };
	zip_source_keep(out);
	zip_file_add(zip, "xl/_rels/workbook.xml.rels",
	    zip_source_buffer(zip, RELS, strlen(RELS), 0), 0);
	zip_file_add(zip, "xl/workbook.xml",
	    zip_source_buffer(zip, BOOK("", ""), strlen(BOOK("", "")), 0), 0);
	zip_int64_t i = zip_file_add(zip, "xl/worksheets/sheet1.xml",
	    zip_source_buffer_fragment(zip, all, pieces, 0), 0);
	zip_set_file_compression(zip, (zip_uint64_t)i, ZIP_CM_DEFLATE, 1);
	CHECK(zip_close(zip) == 0);
	zip_source_open(out);
	zip_source_stat(out, &s);
	char *bytes = mem_take(mem, s.size + 1);
	zip_source_read(out, bytes, s.size);
	zip_source_close(out);
	zip_source_free(out);
	*n = (size_t)s.size;
	return bytes;
}

/* The last place of these bytes. */
static char *
last(char *bytes, size_t n, const char *what, size_t m)
{
	char *found = NULL;

	for (char *p = bytes; (p = memmem(p, (size_t)(bytes + n - p), what, m)); p++)
		found = p;
	return found;
}

static void
bombs_are_refused_quickly(void)
{
	size_t n;
	char *bytes = bomb(1024, &n);
	clock_t start = clock();

	CHECK(says(sheet_read(mem, bytes, n), "hơn 32 MB"));
	bytes = bomb(20, &n);
	CHECK(says(sheet_read(mem, bytes, n), "nén quá 200 lần"));

	/* The sizes declared, in both headers, are lies; zeros are no XML, and so
	 * never come to be counted to the end. */
	const char *const name = "xl/worksheets/sheet1.xml";
	char *local = memmem(bytes, n, name, strlen(name)) - 30;
	char *central = last(bytes, n, name, strlen(name)) - 46;
	memcpy(local + 22, "\0\20\0\0", 4);
	memcpy(central + 24, "\0\20\0\0", 4);
	CHECK(sheet_read(mem, bytes, n)->wrong);
	CHECK(clock() - start < CLOCKS_PER_SEC);
}

static void
a_lying_size_is_counted(void)
{
	size_t length = 3 * 1024 * 1024, n;
	char *spaces = mem_take(mem, length + 1);
	const char *const name = "xl/worksheets/sheet1.xml";

	memset(spaces, ' ', length);
	memcpy(spaces, "<worksheet>", 11);
	memcpy(spaces + length - 12, "</worksheet>", 12);
	char *bytes = zipped((const struct entry[]){
		{ "xl/_rels/workbook.xml.rels", RELS, 0 },
		{ "xl/workbook.xml", BOOK("", ""), 0 },
		{ name, spaces, length }, { 0 } }, &n, ZIP_CM_DEFLATE);
	CHECK(says(sheet_read(mem, bytes, n), "nén quá 200 lần"));
	char *local = memmem(bytes, n, name, strlen(name)) - 30;
	char *central = last(bytes, n, name, strlen(name)) - 46;
	memcpy(local + 22, "\0\20\0\0", 4);
	memcpy(central + 24, "\0\20\0\0", 4);
	CHECK(says(sheet_read(mem, bytes, n), "nén quá 200 lần"));
}

static void
what_is_unpacked_is_summed_over_the_parts(void)
{
	size_t length = 17 * 1024 * 1024, n;
	char *spaces = mem_take(mem, length + 1);

	memset(spaces, ' ', length);
	memcpy(spaces, "<sst>", 5);
	memcpy(spaces + length - 6, "</sst>", 6);
	const struct entry entries[] = {
		{ "xl/_rels/workbook.xml.rels", RELS, 0 },
		{ "xl/workbook.xml", BOOK("", ""), 0 },
		{ "xl/strings.xml", spaces, length },
		{ "xl/worksheets/sheet1.xml", spaces, length },
		{ 0 } };
	char *bytes = zipped(entries, &n, ZIP_CM_STORE);
	CHECK(says(sheet_read(mem, bytes, n), "hơn 32 MB"));
}

static void
entries_are_counted_before_they_are_read(void)
{
	static struct entry entries[5001];
	size_t n;

	for (int i = 0; i < 5000; i++)
		entries[i] = (struct entry){ mem_printf(mem, "xl/%d.xml", i), "x", 0 };
	char *bytes = zipped(entries, &n, ZIP_CM_STORE);
	CHECK(says(sheet_read(mem, bytes, n), "hơn 200 thành phần"));

	/* A 64-bit end record that claims a thousand million. */
	char claim[4 + 52 + 20 + 22] = "PK\3\4";
	memcpy(claim + 4, "PK\6\6\54\0\0\0\0\0\0\0", 12);
	memcpy(claim + 4 + 24, "\0\0\0\100", 4);
	memcpy(claim + 4 + 32, "\0\0\0\100", 4);
	memcpy(claim + 56, "PK\6\7\0\0\0\0\4\0\0\0\0\0\0\0\1", 17);
	memcpy(claim + 76, "PK\5\6\0\0\0\0\xff\xff\xff\xff", 12);
	CHECK(says(sheet_read(mem, claim, sizeof(claim)), "hơn 200 thành phần"));
}

static void
names_that_climb_are_refused(void)
{
	static const char *const names[] = { "../x", "xl/../../x", "/etc/x", "xl\\x" };
	size_t n;

	for (int i = 0; i < 4; i++) {
		char *bytes = zipped((const struct entry[]){
			{ "xl/_rels/workbook.xml.rels", RELS, 0 },
			{ names[i], "x", 0 }, { 0 } }, &n, ZIP_CM_STORE);
		CHECK(says(sheet_read(mem, bytes, n), "không an toàn"));
	}
}

static void
what_is_cut_locked_or_another_kind_is_refused(void)
{
	static const struct entry entries[] = {
		{ "xl/_rels/workbook.xml.rels", RELS, 0 },
		{ "xl/workbook.xml", BOOK("", ""), 0 },
		{ "xl/worksheets/sheet1.xml", SHEET("<row><c><v>1</v></c></row>"), 0 },
		{ 0 } };
	size_t n;
	char *bytes = zipped(entries, &n, ZIP_CM_DEFLATE);

	CHECK(!sheet_read(mem, bytes, n)->wrong);
	for (size_t i = 4; i < n; i++)
		if (!sheet_read(mem, bytes, i)->wrong)
			CHECK(!"a truncated book was read");
	CHECK(says(sheet_read(mem, bytes, n / 2), "chưa tải lên đủ"));

	bytes[6] |= 1;		/* encrypted, says the first local header */
	char *central = memmem(bytes, n, "PK\1\2", 4);
	central[8] |= 1;
	CHECK(says(sheet_read(mem, bytes, n), "có mật khẩu"));

	bytes = zipped((const struct entry[]){ { "word/document.xml", "<x/>", 0 },
	    { 0 } }, &n, ZIP_CM_STORE);
	CHECK(says(sheet_read(mem, bytes, n), "không phải bảng tính .xlsx"));
	bytes = zipped(entries, &n, ZIP_CM_STORE);
	char *v = memmem(bytes, n, "<v>1", 4);
	v[3] = '2';		/* the checksum no longer fits */
	CHECK(says(sheet_read(mem, bytes, n), "bị hỏng"));
}

/* ---- and out ---- */

static const char *const headers[] = { "Mã", "Tên <đơn vị>", "Điểm", "Ngày" };
static const enum sheet_kind kinds[] = { SHEET_TEXT, SHEET_TEXT, SHEET_NUMBER, SHEET_DAY };
static const char *const some[][4] = {
	{ "007", "Xã Mường Giàng & \"Đèo\"\nhai dòng", "1234.5", "2026-01-05" },
	{ "=1+1", "'-x", "không", "chưa rõ" },
	{ "_x0041_", NULL, "007", "1899-05-01" },
	{ "a,b;c", "tab\there\x01", "-3", "" },
	{ "@x", "", "1234567890123456", "1900-03-01" },
};

static struct sheet_out *
written(void)
{
	struct sheet_out *o = sheet_new(mem, "Điểm [quý 1/2026]: các xã, phường, đặc khu",
	    4, headers, kinds);

	for (size_t i = 0; i < sizeof(some) / sizeof(*some); i++)
		sheet_add(o, some[i]);
	return o;
}

static void
check_texts(const struct sheet *s)
{
	CHECK(!s->wrong);
	CHECK(lines(s) == 6);
	SAME(at(s, 0, 1), headers[1]);
	SAME(at(s, 1, 0), "007");
	SAME(at(s, 1, 1), some[0][1]);
	SAME(at(s, 2, 0), "=1+1");
	SAME(at(s, 2, 1), "'-x");
	SAME(at(s, 2, 2), "không");
	SAME(at(s, 2, 3), "chưa rõ");
	SAME(at(s, 3, 0), "_x0041_");
	SAME(at(s, 3, 1), "");
	SAME(at(s, 3, 2), "007");
	SAME(at(s, 4, 0), "a,b;c");
	SAME(at(s, 4, 1), "tab\there");
	SAME(at(s, 4, 2), "-3");
	SAME(at(s, 5, 0), "@x");
	SAME(at(s, 5, 2), "1234567890123456");
}

static void
what_goes_out_as_a_book_comes_in_again(void)
{
	size_t n, again;
	const char *bytes = sheet_xlsx(written(), &n);
	struct sheet *s = sheet_read(mem, bytes, n);

	check_texts(s);
	SAME(at(s, 1, 2), "1234,5");
	SAME(at(s, 1, 3), "05/01/2026");
	SAME(at(s, 3, 3), "01/05/1899");
	SAME(at(s, 5, 3), "01/03/1900");
	const char *same = sheet_xlsx(written(), &again);
	CHECK(n == again && !memcmp(bytes, same, n));
}

static void
what_goes_out_as_csv_comes_in_again(void)
{
	size_t n;
	const char *text = sheet_csv(written(), &n);
	struct sheet *s = sheet_read(mem, text, n);

	check_texts(s);
	CHECK(n == strlen(text));
	SAME(at(s, 1, 2), "1234.5");
	SAME(at(s, 1, 3), "2026-01-05");
	CHECK(!strncmp(text, "\xef\xbb\xbfMã,Tên <đơn vị>,Điểm,Ngày\r\n007,", 40));
	CHECK(strstr(text, "\r\n'=1+1,''-x,không,chưa rõ\r\n"));
	CHECK(strstr(text, "\r\n'@x,,"));
	CHECK(strstr(text, ",-3,\r\n"));
}

static void
formulas_are_disarmed_in_csv_but_numbers_are_not_texts(void)
{
	static const char *const h[] = { "t", "n" };
	static const enum sheet_kind k[] = { SHEET_TEXT, SHEET_NUMBER };
	struct sheet_out *o = sheet_new(mem, "x", 2, h, k);
	size_t n;

	sheet_add(o, (const char *const[]){ "+1", "-1" });
	sheet_add(o, (const char *const[]){ "\tx", "-1+1" });
	sheet_add(o, (const char *const[]){ "\rx", "1.234" });
	sheet_add(o, (const char *const[]){ "-1", "0.5" });
	SAME(sheet_csv(o, &n), "\xef\xbb\xbft,n\r\n'+1,-1\r\n\"'\tx\",'-1+1\r\n"
	    "\"'\rx\",1.2340\r\n'-1,0.5\r\n");
	struct sheet *s = csv(sheet_csv(o, &n));
	SAME(at(s, 2, 0), "x");
	SAME(at(s, 3, 0), "x");
	SAME(at(s, 4, 0), "-1");
	SAME(at(csv("'a,'',''=1"), 0, 0), "'a");
	SAME(at(csv("'a,'',''=1"), 0, 1), "''");
	SAME(at(csv("'a,'',''=1"), 0, 2), "'=1");
}

/* A part of a book that was written. */
static const char *
part_of(const char *bytes, size_t n, const char *path)
{
	zip_error_t e;
	zip_stat_t s;
	zip_t *zip = zip_open_from_source(zip_source_buffer_create(bytes, n, 0, &e),
	    ZIP_RDONLY | ZIP_CHECKCONS, &e);

	CHECK(zip_stat(zip, path, 0, &s) == 0);
	char *text = mem_take(mem, s.size + 1);
	zip_file_t *f = zip_fopen(zip, path, 0);
	CHECK(zip_fread(f, text, s.size) == (zip_int64_t)s.size);
	zip_fclose(f);
	zip_discard(zip);
	return text;
}

static void
the_book_is_dressed(void)
{
	size_t n;
	const char *bytes = sheet_xlsx(written(), &n);
	const char *sheet = part_of(bytes, n, "xl/worksheets/sheet1.xml");

	CHECK(strstr(sheet, "<c r=\"C2\" s=\"0\"><v>1234.5</v></c>"));
	CHECK(strstr(sheet, "<c r=\"D2\" s=\"3\"><v>46027</v></c>"));
	CHECK(strstr(sheet, "<c r=\"A3\" s=\"2\" t=\"inlineStr\"><is><t xml:space=\"preserve\">"
	    "=1+1</t>"));
	CHECK(strstr(sheet, "<c r=\"A1\" s=\"1\""));
	CHECK(!strstr(sheet, "<f"));
	CHECK(strstr(sheet, "ySplit=\"1\"") && strstr(sheet, "state=\"frozen\""));
	CHECK(strstr(sheet, "<autoFilter ref=\"A1:D6\"/>"));
	CHECK(strstr(sheet, "<col min=\"1\" max=\"1\" width=\"9\""));
	CHECK(strstr(sheet, "<col min=\"4\" max=\"4\" width=\"12\""));
	CHECK(strstr(part_of(bytes, n, "xl/workbook.xml"),
	    "<sheet name=\"Điểm quý 1-2026 các xã, phường…\""));
	CHECK(strstr(part_of(bytes, n, "xl/styles.xml"), "formatCode=\"dd/mm/yyyy\""));
	CHECK(strstr(part_of(bytes, n, "[Content_Types].xml"), "sheet.main+xml"));
	CHECK(strstr(part_of(bytes, n, "_rels/.rels"), "xl/workbook.xml"));
}

static void
long_things_are_cut_to_what_excel_opens(void)
{
	static const char *const h[] = { "t" };
	static const enum sheet_kind k[] = { SHEET_TEXT };
	struct sheet_out *o = sheet_new(mem, "'[]:*?/\\'", 1, h, k);
	char *text = mem_take(mem, 40001);
	size_t n;

	memset(text, 'x', 40000);
	sheet_add(o, (const char *const[]){ text });
	const char *bytes = sheet_xlsx(o, &n);
	const char *sheet = part_of(bytes, n, "xl/worksheets/sheet1.xml");
	const char *from = strchr(sheet, 'A') ? strstr(sheet, ">xxx") : NULL;
	CHECK(from && strspn(from + 1, "x") == 32766);
	CHECK(from && !strncmp(from + 1 + 32766, "…</t>", 7));
	CHECK(strstr(sheet, "width=\"60\""));
	CHECK(strstr(part_of(bytes, n, "xl/workbook.xml"), "<sheet name=\"Trang 1\""));
}

int
main(void)
{
	void (*const cases[])(void) = {
		the_first_line_tells_the_separator,
		lines_end_in_three_ways_and_keep_their_numbers,
		cells_are_composed_trimmed_and_clean,
		a_bad_quote_is_named_by_its_row,
		limits_of_csv_hold_at_the_limit_and_not_below,
		what_is_no_sheet_is_told_what_it_is,
		columns_are_found_by_what_they_mean,
		a_book_is_read_as_a_person_sees_it,
		numbers_take_the_comma,
		days_are_told_by_their_style,
		a_hidden_sheet_is_not_the_first,
		limits_of_xlsx_hold_at_the_limit_and_not_below,
		rows_out_of_order_are_refused,
		entities_are_refused,
		bombs_are_refused_quickly,
		a_lying_size_is_counted,
		what_is_unpacked_is_summed_over_the_parts,
		entries_are_counted_before_they_are_read,
		names_that_climb_are_refused,
		what_is_cut_locked_or_another_kind_is_refused,
		what_goes_out_as_a_book_comes_in_again,
		what_goes_out_as_csv_comes_in_again,
		formulas_are_disarmed_in_csv_but_numbers_are_not_texts,
		the_book_is_dressed,
		long_things_are_cut_to_what_excel_opens,
	};

	CHECK(lang_load("cgi-bin/lang"));
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		mem = mem_new();
		cases[i]();
		mem_free(mem);
	}
	return done();
}
