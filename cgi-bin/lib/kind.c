/* kind.c - the head of a file, and words for what it is; boxes are in kind_box.c. */

#include "cgi-bin/lib/kind.h"

#include <errno.h>
#include <magic.h>
#include <stdio.h>
#include <string.h>

static magic_t magic;

bool
kind_ready(void)
{
	if (magic)
		return true;
	magic = magic_open(MAGIC_MIME_TYPE | MAGIC_NO_CHECK_COMPRESS | MAGIC_NO_CHECK_CDF
	    | MAGIC_NO_CHECK_TAR | MAGIC_NO_CHECK_ELF);
	if (magic && !magic_load(magic, NULL))
		return true;
	fprintf(stderr, "kind: %s\n", magic ? magic_error(magic) : "libmagic cannot be opened");
	if (magic)
		magic_close(magic), magic = NULL;	/* without its rules it would guess */
	return false;
}

/* What stands at the first byte of a type; else it is another that hides behind it. */
static const struct {
	const char *type, *first;
	size_t n;
} firsts[] = {
	{ "application/pdf", "%PDF-", 5 },
	{ "image/jpeg", "\xff\xd8\xff", 3 },
	{ "image/png", "\x89PNG\r\n\x1a\n", 8 },
};

static bool
begins(const char *head, size_t n, const char *with, size_t length)
{
	return n >= length && !memcmp(head, with, length);
}

/* Twice: libmagic tells of a lack of memory, but not everywhere; where it goes on without what it
 * asked for, it takes the file for another.  What a file is for lack of memory nobody shall be told. */
static const char *
ask_libmagic(struct mem *mem, const char *head, size_t n)
{
	const char *first = NULL, *type;

	for (int i = 0; i < 2; i++) {
		if (!(type = magic_buffer(magic, head, n)) && magic_errno(magic) == ENOMEM)
			mem_must(NULL);
		type = type ? mem_text(mem, type) : "";
		if (first && strcmp(first, type))
			mem_must(NULL);
		first = type;
	}
	return first;
}

const char *
kind_of_head(struct mem *mem, const char *head, size_t n)
{
	const char *type;

	if (begins(head, n, "PK\3\4", 4))
		return KIND_ZIP;
	if (begins(head, n, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 8))
		return KIND_OLE;
	if (!kind_ready() || !*(type = ask_libmagic(mem, head, n)))
		return "application/octet-stream";
	for (size_t i = 0; i < sizeof(firsts) / sizeof(*firsts); i++)
		if (!strcmp(type, firsts[i].type)
		    && !begins(head, n, firsts[i].first, firsts[i].n))
			return "application/octet-stream";
	if (!strcmp(type, "text/csv"))
		return "text/plain";
	if (!strncmp(type, "text/", 5) && memchr(head, '\0', n))
		return "application/octet-stream";
	return type;
}

const char *
kind_word(const char *type)
{
	/* The first that the type begins with. */
	static const struct {
		const char *type, *word;
	} words[] = {
		{ "application/x-dosexec", "chương trình chạy được" },
		{ "application/vnd.microsoft.portable-executable", "chương trình chạy được" },
		{ "application/x-executable", "chương trình chạy được" },
		{ "application/x-pie-executable", "chương trình chạy được" },
		{ "application/x-sharedlib", "chương trình chạy được" },
		{ "application/x-mach-binary", "chương trình chạy được" },
		{ "application/x-msi", "chương trình chạy được" },
		{ "text/x-shellscript", "chương trình chạy được" },
		{ "text/x-msdos-batch", "chương trình chạy được" },
		{ "application/javascript", "mã lệnh" },
		{ "text/html", "trang web (HTML)" },
		{ "image/svg", "ảnh SVG" },
		{ "text/xml", "dữ liệu XML" },
		{ "application/pdf", "PDF" },
		{ "application/msword", "Word bản cũ (.doc)" },
		{ "application/vnd.ms-excel", "Excel bản cũ (.xls)" },
		{ "application/vnd.openxmlformats-officedocument.wordprocessingml", "Word (.docx)" },
		{ "application/vnd.openxmlformats-officedocument.spreadsheetml", "Excel (.xlsx)" },
		{ "application/vnd.openxmlformats-officedocument.presentationml",
			"trình chiếu PowerPoint" },
		{ "application/vnd.oasis.opendocument.text", "văn bản OpenDocument (.odt)" },
		{ "application/vnd.oasis.opendocument.spreadsheet",
			"bảng tính OpenDocument (.ods)" },
		{ "application/zip", "tệp nén ZIP" },
		{ "application/x-rar", "tệp nén RAR" },
		{ "application/x-7z", "tệp nén 7z" },
		{ "application/gzip", "tệp nén gzip" },
		{ "image/jpeg", "ảnh JPEG" },
		{ "image/png", "ảnh PNG" },
		{ "image/", "ảnh loại khác" },
		{ "video/", "phim" },
		{ "audio/", "âm thanh" },
		{ "text/plain", "chữ thuần" },
		{ "text/x-", "mã lệnh" },
	};

	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++)
		if (!strncmp(type, words[i].type, strlen(words[i].type)))
			return words[i].word;
	return "loại tệp cổng không biết";
}
