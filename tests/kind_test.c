/* kind_test.c - what bytes are, by their content. */

#include "tests/test.h"

#include <errno.h>
#include <magic.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

#include "cgi-bin/lib/kind.h"
#include "cgi-bin/lib/sheet.h"
#include "db/text.h"

#define DOCX "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
#define XLSX_ "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
#define ODT "application/vnd.oasis.opendocument.text"

static struct mem *mem;
static const char *why;

#define HEAD_IS(text, type) SAME(kind_of_head(mem, text, sizeof(text) - 1), type)

static void
a_head_says_what_it_is(void)
{
	HEAD_IS("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "application/pdf");
	HEAD_IS("\xff\xd8\xff\xe0\0\x10JFIF\0\1\1\0\0\1\0\1\0\0", "image/jpeg");
	HEAD_IS("\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR\0\0\0\1\0\0\0\1\x08\2\0\0\0", "image/png");
	HEAD_IS("Biên bản họp xét thi đua\nNgày 20 tháng 11\n", "text/plain");
	HEAD_IS("\xef\xbb\xbfSố,Tên\r\n1,An\r\n", "text/plain");
	HEAD_IS("a,b,c\n1,2,3\n4,5,6\n7,8,9\n", "text/plain");
	HEAD_IS("PK\3\4 and all else", KIND_ZIP);
	HEAD_IS("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", KIND_OLE);
	HEAD_IS("<html><body>", "text/html");
	HEAD_IS("<html><body>%PDF-1.4", "application/octet-stream");
	HEAD_IS("\n%PDF-1.4\n", "application/octet-stream");
	HEAD_IS("GIF89a\1\0\1\0\0\0\0", "image/gif");
	HEAD_IS("Rar!\x1a\x07\0\xcf\x90\x73\0\0\x0d", "application/x-rar");
	HEAD_IS("\0\0\0\0\0\0\0", "application/octet-stream");
	CHECK(strcmp(kind_of_head(mem, "MZ\x90\0\3\0\0\0\4\0\0\0\xff\xff\0\0", 16), "text/plain"));
	CHECK(*kind_of_head(mem, "", 0));
}

/* A box in the making. */
static char bytes[1 << 20];
static size_t n;
static char folder[1 << 19];
static size_t folder_n;
static int entries;

static void
put(char *to, size_t *at, uint32_t value, int size)
{
	for (int i = 0; i < size; i++)
		to[(*at)++] = (char)(value >> 8 * i);
}

static void
put_text(char *to, size_t *at, const char *text)
{
	memcpy(to + *at, text, strlen(text));
	*at += strlen(text);
}

/* An entry of a ZIP, stored: flags, and what it says it unpacks to. */
static void
entry_of(const char *name, const char *text, uint32_t flags, uint32_t unpacked)
{
	size_t at = n;
	uint32_t length = (uint32_t)strlen(name), size = (uint32_t)strlen(text);

	put_text(bytes, &n, "PK\3\4");
	put(bytes, &n, 20, 2), put(bytes, &n, flags, 2), put(bytes, &n, 0, 2);
	put(bytes, &n, 0, 4), put(bytes, &n, 0, 4);
	put(bytes, &n, size, 4), put(bytes, &n, size, 4);
	put(bytes, &n, length, 2), put(bytes, &n, 0, 2);
	put_text(bytes, &n, name), put_text(bytes, &n, text);
	put_text(folder, &folder_n, "PK\1\2");
	put(folder, &folder_n, 20, 2), put(folder, &folder_n, 20, 2);
	put(folder, &folder_n, flags, 2), put(folder, &folder_n, 0, 2);
	put(folder, &folder_n, 0, 4), put(folder, &folder_n, 0, 4);
	put(folder, &folder_n, size, 4), put(folder, &folder_n, unpacked, 4);
	put(folder, &folder_n, length, 2), put(folder, &folder_n, 0, 2), put(folder, &folder_n, 0, 2);
	put(folder, &folder_n, 0, 4), put(folder, &folder_n, 0, 4);
	put(folder, &folder_n, (uint32_t)at, 4);
	put_text(folder, &folder_n, name);
	entries++;
}

static void
entry(const char *name)
{
	entry_of(name, "<x/>", 0, 4);
}

static void
end_zip(void)
{
	size_t at = n;

	memcpy(bytes + n, folder, folder_n);
	n += folder_n;
	put_text(bytes, &n, "PK\5\6");
	put(bytes, &n, 0, 4);
	put(bytes, &n, (uint32_t)entries, 2), put(bytes, &n, (uint32_t)entries, 2);
	put(bytes, &n, (uint32_t)folder_n, 4), put(bytes, &n, (uint32_t)at, 4);
	put(bytes, &n, 0, 2);
}

static void
new_box(void)
{
	memset(bytes, 0, sizeof(bytes));
	n = folder_n = 0;
	entries = 0;
}

static size_t
get(void *of, int64_t at, char *to, size_t want)
{
	size_t left = at < (int64_t)n ? n - (size_t)at : 0;

	(void)of;
	CHECK(at >= 0);
	want = want < left ? want : left;
	memcpy(to, bytes + at, want);
	return want;
}

static const char *
zip(void)
{
	return kind_of_box(KIND_ZIP, (int64_t)n, get, NULL, &why);
}

/* With [Content_Types].xml and one more entry. */
static const char *
zip_of(const char *second)
{
	new_box();
	entry("[Content_Types].xml");
	entry(second);
	end_zip();
	return zip();
}

static void
a_zip_is_what_its_entries_make_it(void)
{
	SAME(zip_of("word/document.xml"), DOCX);
	CHECK(!why);
	SAME(zip_of("xl/workbook.xml"), XLSX_);
	SAME(zip_of("readme.txt"), KIND_ZIP);
	CHECK(!why);
	SAME(zip_of("xword/document.xml"), KIND_ZIP);
	new_box();
	end_zip();
	SAME(zip(), KIND_ZIP);
	new_box();
	entry_of("mimetype", ODT, 0, 39);
	entry("content.xml");
	end_zip();
	SAME(zip(), ODT);
	new_box();	/* not the first: a ZIP that says so somewhere */
	entry("content.xml");
	entry_of("mimetype", ODT, 0, 39);
	end_zip();
	SAME(zip(), KIND_ZIP);
}

#define ZIP_REFUSED(part) CHECK(zip() && why && strstr(why, part))

static void
what_a_box_may_not_hold(void)
{
	static const char *const macros[] = { "word/vbaProject.bin", "xl/VBAPROJECT.BIN",
	    "Basic/script-lc.xml", "Scripts/python/a.py" };
	for (size_t i = 0; i < sizeof(macros) / sizeof(*macros); i++) {
		new_box();
		entry("word/document.xml");
		entry(macros[i]);
		end_zip();
		ZIP_REFUSED("macro");
	}
	static const char *const paths[] = { "../a", "word/../../a", "/etc/a", "a\\b", "C:a" };
	for (size_t i = 0; i < sizeof(paths) / sizeof(*paths); i++) {
		zip_of(paths[i]);
		ZIP_REFUSED("đường dẫn");
	}
	new_box();
	entry_of("word/document.xml", "x", 1, 1);
	end_zip();
	ZIP_REFUSED("mật khẩu");
	new_box();
	entry_of("word/document.xml", "x", 0, 600u << 20);
	end_zip();
	ZIP_REFUSED("quá lớn");
	new_box();
	for (int i = 0; i < 10; i++)
		entry_of("word/document.xml", "x", 0, 4u << 20);
	end_zip();
	ZIP_REFUSED("quá lớn");
	new_box();
	for (int i = 0; i < 2001; i++)
		entry("a");
	end_zip();
	ZIP_REFUSED("2.000");
}

/* One that the portal itself makes. */
static void
a_real_book_is_taken(void)
{
	static const char *const headers[] = { "Tên", NULL }, *const cells[] = { "An" };
	static const enum sheet_kind kinds[] = { SHEET_TEXT };
	struct sheet_out *out = sheet_new(mem, "Sổ", 1, headers, kinds);

	sheet_add(out, cells);
	const char *book = sheet_xlsx(out, &n);
	memcpy(bytes, book, n);
	SAME(kind_of_head(mem, bytes, KIND_HEAD), KIND_ZIP);
	SAME(zip(), XLSX_);
	CHECK(!why);
}

static void
a_broken_zip_is_told(void)
{
	size_t whole;

	zip_of("word/document.xml");
	whole = n;
	for (n = 0; n < whole; n++) {
		zip();
		CHECK(why && strstr(why, "hỏng"));
	}
	/* each byte of its directory and end other than it was: never worse than refused */
	static const char odd[] = { 0, -1, 1, 'P' };
	for (size_t at = whole - folder_n - 22; at < whole; at++)
		for (size_t i = 0; i < sizeof(odd); i++) {
			char was = bytes[at];
			bytes[at] = odd[i];
			CHECK(zip() != NULL);
			bytes[at] = was;
		}
	SAME(zip(), DOCX);
	/* something behind the end, as a comment may be, and no more than 64 KiB of it */
	put(bytes, &n, 0, 4);
	SAME(zip(), DOCX);
	n += 70000;
	ZIP_REFUSED("hỏng");
}

/* An OLE file of sectors of 512: head, table, directory of `count` names. */
static void
ole_of(const char *const *names, int count)
{
	size_t at = 512;
	uint32_t sectors = (uint32_t)(count + 3) / 4;

	new_box();
	memcpy(bytes, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 8);
	bytes[30] = 9;
	bytes[44] = 1;
	bytes[48] = 1;
	memset(bytes + 68, 0xff, 4);
	memset(bytes + 76, 0xff, 436);
	memset(bytes + 76, 0, 4);		/* the table is sector 0 */
	for (uint32_t i = 0; i < 128; i++)
		put(bytes, &at, i == 0 ? 0xfffffffd : i < sectors ? i + 1
		    : i == sectors ? 0xfffffffe : 0xffffffff, 4);
	n = 1024 + sectors * 512;
	for (int i = 0; i < count; i++) {
		char *e = bytes + 1024 + i * 128;
		for (size_t c = 0; names[i][c]; c++)
			e[2 * c] = names[i][c];
		e[64] = (char)(2 * strlen(names[i]) + 2);
		e[66] = i ? 2 : 5;
	}
}

static const char *
ole(void)
{
	return kind_of_box(KIND_OLE, (int64_t)n, get, NULL, &why);
}

static void
an_ole_file_is_what_its_streams_make_it(void)
{
	static const char *const doc[] = { "Root Entry", "Data", "1Table", "x", "WordDocument" };
	static const char *const xls[] = { "Root Entry", "Workbook" };
	static const char *const old[] = { "Root Entry", "Book" };
	static const char *const msi[] = { "Root Entry", "Property" };
	static const char *const macro[] = { "Root Entry", "WordDocument", "Macros" };
	static const char *const cur[] = { "Root Entry", "Workbook", "_VBA_PROJECT_CUR" };
	static const char *const locked[] = { "Root Entry", "EncryptedPackage" };

	ole_of(doc, 5);		/* the last name is in the second sector */
	SAME(ole(), "application/msword");
	CHECK(!why);
	ole_of(xls, 2);
	SAME(ole(), "application/vnd.ms-excel");
	ole_of(old, 2);
	SAME(ole(), "application/vnd.ms-excel");
	ole_of(msi, 2);
	SAME(ole(), KIND_OLE);
	CHECK(!why);
	ole_of(macro, 3);
	CHECK(ole() && why && strstr(why, "macro"));
	ole_of(cur, 3);
	CHECK(ole() && why && strstr(why, "macro"));
	ole_of(locked, 2);
	CHECK(ole() && why && strstr(why, "mật khẩu"));
}

static void
a_broken_ole_file_ends(void)
{
	static const char *const doc[] = { "Root Entry", "Data", "1Table", "x", "WordDocument" };
	size_t at = 512 + 8;

	ole_of(doc, 5);
	put(bytes, &at, 1, 4);		/* a directory that goes in a ring */
	CHECK(ole() && why && strstr(why, "hỏng"));
	ole_of(doc, 5);
	bytes[30] = 40;
	CHECK(ole() && why);
	ole_of(doc, 5);
	for (size_t whole = n; n > 0; n -= n > 37 ? 37 : n)
		if (n < whole)
			CHECK(ole() && (why || n > 1024));
	ole_of(doc, 5);
	memset(bytes + 48, 0x7f, 4);	/* a directory far behind the end */
	CHECK(ole() && why);
}

static int lacks;	/* what libmagic lacks: an errno, or 0 */
static const char *made_up;	/* the next answer, without a word of memory */

const char *__real_magic_buffer(magic_t, const void *, size_t);
const char *__wrap_magic_buffer(magic_t, const void *, size_t);
int __real_magic_errno(magic_t);
int __wrap_magic_errno(magic_t);

const char *
__wrap_magic_buffer(magic_t m, const void *head, size_t length)
{
	const char *type = made_up;

	made_up = NULL;
	return lacks ? NULL : type ? type : __real_magic_buffer(m, head, length);
}

int
__wrap_magic_errno(magic_t m)
{
	return lacks ? lacks : __real_magic_errno(m);
}

/* Nobody is told that his file is of a wrong kind because memory ran out: the process ends, as
 * mem.h has it. */
static void
without_memory_no_kind_is_made_up(void)
{
	static const char *const others[] = { "application/octet-stream", "text/plain" };
	int status;
	pid_t pid = fork();

	if (!pid) {
		lacks = ENOMEM;
		kind_of_head(mem, "%PDF-1.7", 8);
		_exit(0);
	}
	waitpid(pid, &status, 0);
	CHECK(WIFEXITED(status) && WEXITSTATUS(status) == 1);
	/* Some of what it asks with it does without, and takes the file for another. */
	for (size_t i = 0; i < sizeof(others) / sizeof(*others); i++) {
		if (!(pid = fork())) {
			made_up = others[i];
			kind_of_head(mem, "%PDF-1.7", 8);
			_exit(0);
		}
		waitpid(pid, &status, 0);
		CHECK(WIFEXITED(status) && WEXITSTATUS(status) == 1);
	}
	lacks = EINVAL;
	SAME(kind_of_head(mem, "%PDF-1.7", 8), "application/octet-stream");
	lacks = 0;
	SAME(kind_of_head(mem, "%PDF-1.7", 8), "application/pdf");
}

int
main(void)
{
	mem = mem_new();
	CHECK(kind_ready() && kind_ready());
	a_head_says_what_it_is();
	a_zip_is_what_its_entries_make_it();
	what_a_box_may_not_hold();
	a_real_book_is_taken();
	a_broken_zip_is_told();
	an_ole_file_is_what_its_streams_make_it();
	a_broken_ole_file_ends();
	without_memory_no_kind_is_made_up();
	SAME(kind_word("application/x-dosexec"), "chương trình chạy được");
	SAME(kind_word("x/y"), "loại tệp cổng không biết");
	mem_free(mem);
	return done();
}
