/* upload_item.c - how the files of upload_items.h are made; see upload_item.h. */

#include "tests/upload_item.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tests/craft.h"

/* What is said of a file: "" is taken (read); else a part of the sentence. */
#define TAKEN ""
#define BROKEN "hỏng"
#define LOCKED "mật khẩu"
#define MACRO "macro"
#define BOMB "quá lớn"
#define PATHS "đường dẫn"
#define WEB "trang web (HTML)"
#define ALIEN "không nhận"
#define NAMED "Tên tệp ghi"
#define NO_SHEET "không phải bảng tính"
#define UNSAFE "không an toàn"
#define EMPTY "không có dữ liệu"
#define DENSE "nén quá 200 lần"
#define MANY_IN "hơn 200 thành phần"

#define RAW(text) text, sizeof(text) - 1
#define NIL NULL, 0
#define AT(n) NULL, (n)

#define PDF_HEAD "%PDF-1.4\n1 0 obj\n<</Type/Catalog>>\nendobj\n"
#define PDF PDF_HEAD "trailer<</Root 1 0 R>>\n%%EOF\n"
#define JPEG "\xff\xd8\xff\xe0\0\x10JFIF\0\1\1\0\0\1\0\1\0\0"
#define GIF "GIF89a\1\0\1\0\0\0\0"
#define MZ "MZ\x90\0\3\0\0\0\4\0\0\0\xff\xff\0\0\xb8\0\0\0\0\0\0\0\x40\0"
#define ELF "\x7f" "ELF\2\1\1\0\0\0\0\0\0\0\0\0\2\0\x3e\0\1\0\0\0"
#define HTML "<!DOCTYPE html><html><script>alert(1)</script></html>"
#define SVG "<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>"
#define XXE "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><w><sheet id='1'/>&x;</w>"
#define XXE_PARAMETER "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY % x SYSTEM \"http://127.0.0.1:1/\">%x;]><w/>"
#define XXE_OUTER "<?xml version=\"1.0\"?><!DOCTYPE a SYSTEM \"http://127.0.0.1:1/a.dtd\"><w><sheet id='1'/></w>"
#define LAUGHS "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY a \"haha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">" \
	"<!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\"><!ENTITY d \"&c;&c;&c;&c;&c;&c;&c;&c;\">]><s>&d;&d;&d;&d;</s>"

static void
raw(const struct item *i)
{
	craft_put(i->a, i->an);
	craft_put(i->b ? i->b : "", i->b ? i->bn : 0);
}

/* a, so much of nothing, and b. */
static void
far(const struct item *i)
{
	craft_put(i->a, i->an);
	craft_fill('\n', 100000);
	craft_put(i->b, i->bn);
}

static void
repeated(const struct item *i)
{
	for (size_t n = 0; n < i->bn; n++)
		craft_put(i->a, i->an);
}

static void
entry(const char *name, const char *text)
{
	craft_entry((struct craft_entry){ .name = name, .bytes = text });
}

static const char *const book[][2] = {
	{ "[Content_Types].xml", "<Types/>" },
	{ "xl/workbook.xml", "<w><sheet id='1'/></w>" },
	{ "xl/_rels/workbook.xml.rels", "<r><Relationship Id='1' Type='/worksheet' Target='sheet.xml'/>"
	    "<Relationship Id='2' Type='/sharedStrings' Target='strings.xml'/></r>" },
	{ "xl/strings.xml", "<t><si><t>một</t></si></t>" },
	{ "xl/sheet.xml", "<s><sheetData><row><c t='s'><v>0</v></c><c><v>5</v></c></row></sheetData></s>" },
};

/* A book, with the part `but` left to be written behind. */
static void
book_but(const char *but)
{
	for (size_t k = 0; k < sizeof(book) / sizeof(*book); k++)
		if (!but || strcmp(book[k][0], but))
			entry(book[k][0], book[k][1]);
}

/* A book with the part a in another's words, or one more. */
static void
xlsx(const struct item *i)
{
	book_but(i->a);
	if (i->a)
		craft_entry((struct craft_entry){ .name = i->a, .bytes = i->b, .n = i->bn });
	craft_end(-1);
}

static void
docx_of(const struct item *i)
{
	entry("[Content_Types].xml", "<Types/>");
	if (!i->a || strcmp(i->a, "word/document.xml"))
		entry("word/document.xml", "<w:document/>");
	if (i->a)
		craft_entry((struct craft_entry){ .name = i->a, .bytes = i->b, .n = i->bn });
}

static void
docx(const struct item *i)
{
	docx_of(i);
	craft_end(-1);
}

static void
only(const struct item *i)
{
	entry("[Content_Types].xml", "<Types/>");
	entry(i->a, "<x/>");
	craft_end(-1);
}

/* a is its type; b what it holds. */
static void
opendocument(const struct item *i)
{
	entry("mimetype", i->a);
	entry("content.xml", i->b ? i->b : "<office:document-content/>");
	craft_end(-1);
}

static void
opendocument_with(const struct item *i)
{
	entry("mimetype", i->a);
	entry("content.xml", "<office:document-content/>");
	entry(i->b, "x");
	craft_end(-1);
}

/* The front of a book, so many eighths of it; more than eight: less than all by a byte. */
static void
cut(const struct item *i)
{
	book_but(NULL);
	craft_end(-1);
	craft_n = i->bn > 8 ? craft_n - 1 : craft_n * i->bn / 8;
}

static void
cut_docx(const struct item *i)
{
	docx(&(struct item){ .a = NULL });
	craft_n = i->bn > 8 ? craft_n - 1 : craft_n * i->bn / 8;
}

/* bn bytes of spaces packed into the sheet, or into the part a. */
static void
bomb(const struct item *i)
{
	const char *part = i->a ? i->a : "xl/sheet.xml";

	book_but(part);
	craft_entry((struct craft_entry){ .name = part, .spaces = i->bn });
	craft_end(-1);
}

static void
bomb_docx(const struct item *i)
{
	docx_of(i);
	craft_entry((struct craft_entry){ .name = "word/media/a.bin", .spaces = i->bn });
	craft_end(-1);
}

/* It says that it is small, before its bytes and in the directory. */
static void
lying(const struct item *i)
{
	book_but("xl/sheet.xml");
	craft_entry((struct craft_entry){ .name = "xl/sheet.xml", .spaces = i->bn, .says_unpacked = 1000 });
	craft_end(-1);
}

/* It says that it is large, and is not. */
static void
boasting(const struct item *i)
{
	book_but("xl/sheet.xml");
	craft_entry((struct craft_entry){ .name = "xl/sheet.xml", .bytes = book[4][1], .says_unpacked = (uint32_t)i->bn });
	craft_end(-1);
}

/* Archives in an archive, bn deep. */
static void
nested(const struct item *i)
{
	static char inner[1 << 20];
	size_t n = 0;

	for (size_t depth = 0; depth < i->bn; depth++) {
		craft_begin();
		if (depth == i->bn - 1)
			docx_of(&(struct item){ .a = NULL });
		for (int k = 0; k < 2; k++)
			craft_entry(depth ? (struct craft_entry){ .name = "word/embeddings/a.zip", .bytes = inner, .n = n }
			    : (struct craft_entry){ .name = "a", .spaces = 1 << 20 });
		craft_end(-1);
		n = craft_n;
		memcpy(inner, craft, n);
	}
}

/* bn entries of the directory lead to the same bytes, each of which unpacks to much. */
static void
overlapping(const struct item *i)
{
	docx_of(&(struct item){ .a = NULL });
	craft_entry((struct craft_entry){ .name = "a", .spaces = 100000 });
	for (size_t k = 0; k < i->bn; k++)
		craft_entry((struct craft_entry){ .name = "a", .spaces = 100000, .at = -1 });
	craft_end(-1);
}

static void
many(const struct item *i)
{
	book_but(NULL);
	for (size_t k = 0; k < i->bn; k++) {
		char name[32];
		snprintf(name, sizeof(name), "xl/media/%zu", k);
		entry(i->a ? i->a : name, "x");
	}
	craft_end(-1);
}

/* The directory's end says another number of entries. */
static void
miscounted(const struct item *i)
{
	book_but(NULL);
	craft_end((long)i->bn);
}

/* An entry with flags, or of a way to pack it; a is what stands before its bytes. */
static void
flagged(const struct item *i)
{
	book_but("xl/sheet.xml");
	craft_entry((struct craft_entry){ .name = "xl/sheet.xml", .bytes = book[4][1], .flags = (unsigned)i->bn,
	    .local = i->a });
	craft_end(-1);
}

static void
packed(const struct item *i)
{
	book_but("xl/sheet.xml");
	craft_entry((struct craft_entry){ .name = "xl/sheet.xml", .bytes = book[4][1], .method = (unsigned)i->bn });
	craft_end(-1);
}

/* The directory leads to that byte. */
static void
astray(const struct item *i)
{
	book_but("xl/sheet.xml");
	craft_entry((struct craft_entry){ .name = "xl/sheet.xml", .bytes = book[4][1], .at = (long)i->bn });
	craft_end(-1);
}

/* a before a book, b behind it. */
static void
around(const struct item *i)
{
	craft_put(i->a ? i->a : "", i->an);
	book_but(NULL);
	craft_end(-1);
	craft_put(i->b ? i->b : "", i->bn);
}

static void
ole(const struct item *i)
{
	static const char *names[8] = { "Root Entry" };

	names[1] = i->a;
	names[2] = i->b;
	craft_ole(names);
	if (i->bn > 100)	/* as a file of AT() it is cut */
		craft_n = i->bn;
}

/* A directory that goes in a ring. */
static void
ring(const struct item *i)
{
	ole(i);
	memcpy(craft + 512 + 4, "\1\0\0\0", 4);
}

static void
png(const struct item *i)
{
	craft_png((uint32_t)i->an, (uint32_t)i->bn);
}

/* Nobody's scanner shall find it in this source. */
static void
eicar(const struct item *i)
{
	craft_put(i->a ? i->a : "", i->an);
	craft_text("X5O!P%@AP[4\\PZX54(P^)7CC)7}$");
	craft_text("EICAR-STANDARD-ANTI");
	craft_text("VIRUS-TEST-FILE!$H+H*");
}

/* A sheet of bn cells like a in a row. */
static void
row(const struct item *i)
{
	craft_text("<s><sheetData><row>");
	repeated(i);
	craft_text("</row></sheetData></s>");
	char *part = malloc(craft_n);
	size_t n = craft_n;
	memcpy(part, craft, n);
	craft_begin();
	xlsx(&(struct item){ .a = "xl/sheet.xml", .b = part, .bn = n });
	free(part);
}

const struct item items[] = {
#include "tests/upload_items.h"
};
const size_t items_n = sizeof(items) / sizeof(*items);
