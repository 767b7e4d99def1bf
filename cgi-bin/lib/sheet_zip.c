/* sheet_zip.c - an archive of XML parts, by libzip and expat, within limits. */

#include "cgi-bin/lib/sheet_part.h"

#include <expat.h>
#include <string.h>
#include <zip.h>

enum {
	RATIO = 200,
	SMALL = 1024 * 1024,	/* below it a part may be as dense as it likes */
	CHUNK = 32 * 1024,
	TOKEN = 256 * 1024,	/* expat reads an unfinished token ever again */
	DEEP = 64,
};

static const char too_many_entries[] = "Tệp .xlsx có hơn 200 thành phần bên trong."
    " Chép bảng sang một tệp Excel mới, lưu dạng .xlsx rồi gửi lại.";
static const char too_dense[] = "Tệp .xlsx nén quá 200 lần, vượt mức an toàn."
    " Chép bảng sang một tệp Excel mới, lưu dạng .xlsx rồi gửi lại.";
static const char unsafe[] = "Tệp .xlsx có thành phần không an toàn."
    " Chép bảng sang một tệp Excel mới, lưu dạng .xlsx rồi gửi lại.";
static const char locked[] = "Tệp có mật khẩu. Mở tệp bằng Excel, bỏ mật khẩu,"
    " lưu lại rồi gửi lại.";
const char sheet_broken[] = "Tệp .xlsx bị hỏng hoặc chưa tải lên đủ."
    " Mở tệp bằng Excel, lưu lại rồi gửi lại.";

struct sheet_zip {
	struct sheet_in *in;
	zip_t *zip;
	zip_uint64_t unpacked;
	XML_Parser parser;
	int depth;
	struct sheet_listener to;
};

static const char *
local(const char *name)
{
	const char *colon = strchr(name, ':');
	return colon ? colon + 1 : name;
}

const char *
sheet_attribute(const char **attributes, const char *name)
{
	for (; *attributes; attributes += 2)
		if (!strcmp(local(attributes[0]), name))
			return attributes[1];
	return "";
}

/* A word against the sheet ends the reading at once. */
static void
heed(struct sheet_zip *z)
{
	if (z->in->sheet->wrong)
		XML_StopParser(z->parser, XML_FALSE);
}

static void XMLCALL
opened(void *arg, const char *name, const char **attributes)
{
	struct sheet_zip *z = arg;

	if (++z->depth > DEEP)
		sheet_refuse(z->in, unsafe, 0);
	else
		z->to.open(z->to.book, local(name), attributes);
	heed(z);
}

static void XMLCALL
closed(void *arg, const char *name)
{
	struct sheet_zip *z = arg;

	z->depth--;
	if (z->to.close)
		z->to.close(z->to.book, local(name));
	heed(z);
}

static void XMLCALL
characters(void *arg, const char *s, int n)
{
	struct sheet_zip *z = arg;

	z->to.text(z->to.book, s, (size_t)n);
}

/* No book has a document type; refused before an entity can be declared. */
static void XMLCALL
declared(void *arg, const char *name, const char *system, const char *public,
    int internal)
{
	struct sheet_zip *z = arg;

	(void)name; (void)system; (void)public; (void)internal;
	sheet_refuse(z->in, unsafe, 0);
	heed(z);
}

static void XMLCALL
entity(void *arg, const char *name, int parameter, const char *value, int n,
    const char *base, const char *system, const char *public, const char *notation)
{
	struct sheet_zip *z = arg;

	(void)name; (void)parameter; (void)value; (void)n; (void)base; (void)system;
	(void)public; (void)notation;
	sheet_refuse(z->in, unsafe, 0);
	heed(z);
}

static bool
dense(zip_uint64_t size, zip_uint64_t packed)
{
	return size > SMALL && size / RATIO > packed;
}

/* Sizes that the archive declares may be lies, so what comes out is counted. */
static void
inflate(struct sheet_zip *z, zip_file_t *file, zip_uint64_t packed)
{
	char chunk[CHUNK];
	zip_uint64_t size = 0;
	zip_int64_t n;

	do {
		n = zip_fread(file, chunk, sizeof(chunk));
		if (n < 0) {
			sheet_refuse(z->in, sheet_broken, 0);
			return;
		}
		size += (zip_uint64_t)n;
		z->unpacked += (zip_uint64_t)n;
		if (z->unpacked > SHEET_UNPACKED)
			sheet_refuse(z->in, sheet_too_big, 0);
		else if (dense(size, packed))
			sheet_refuse(z->in, too_dense, 0);
		else if (XML_Parse(z->parser, chunk, (int)n, n == 0) != XML_STATUS_OK)
			sheet_refuse(z->in, sheet_broken, 0);
		XML_Index at = XML_GetCurrentByteIndex(z->parser);
		if (n && (XML_Index)size - at > TOKEN)
			sheet_refuse(z->in, unsafe, 0);
	} while (n && !z->in->sheet->wrong);
}

bool
sheet_zip_part(struct sheet_zip *z, const char *path, struct sheet_listener to)
{
	struct zip_stat s;
	zip_int64_t i = zip_name_locate(z->zip, path, ZIP_FL_NOCASE);
	zip_file_t *file;

	if (i < 0 || zip_stat_index(z->zip, (zip_uint64_t)i, 0, &s) < 0)
		return false;
	if (s.size > SHEET_UNPACKED - z->unpacked) {
		sheet_refuse(z->in, sheet_too_big, 0);
	} else if (dense(s.size, s.comp_size)) {
		sheet_refuse(z->in, too_dense, 0);
	} else if ((s.comp_method != ZIP_CM_STORE && s.comp_method != ZIP_CM_DEFLATE)
	    || !(file = zip_fopen_index(z->zip, (zip_uint64_t)i, 0))) {
		sheet_refuse(z->in, sheet_broken, 0);
	} else {
		z->to = to;
		z->depth = 0;
		z->parser = XML_ParserCreate(NULL);
		if (z->parser) {
			XML_SetUserData(z->parser, z);
			XML_SetElementHandler(z->parser, opened, closed);
			XML_SetCharacterDataHandler(z->parser, characters);
			XML_SetStartDoctypeDeclHandler(z->parser, declared);
			XML_SetEntityDeclHandler(z->parser, entity);
			inflate(z, file, s.comp_size);
			XML_ParserFree(z->parser);
		} else {
			sheet_refuse(z->in, sheet_broken, 0);
		}
		zip_fclose(file);
	}
	return true;
}

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
		    && (little(bytes + at + 24) > SHEET_ENTRIES
		    || little(bytes + at + 32) > SHEET_ENTRIES))
			return true;
		p += 4;
	}
	return false;
}

static void
look_at_entries(struct sheet_zip *z)
{
	zip_int64_t n = zip_get_num_entries(z->zip, 0);

	if (n > SHEET_ENTRIES)
		sheet_refuse(z->in, too_many_entries, 0);
	for (zip_int64_t i = 0; i < n && !z->in->sheet->wrong; i++) {
		struct zip_stat s;
		if (zip_stat_index(z->zip, (zip_uint64_t)i, 0, &s) < 0 || !s.name)
			sheet_refuse(z->in, sheet_broken, 0);
		else if (strstr(s.name, "..") || *s.name == '/' || strchr(s.name, '\\'))
			sheet_refuse(z->in, unsafe, 0);
		else if (s.encryption_method != ZIP_EM_NONE)
			sheet_refuse(z->in, locked, 0);
	}
}

struct sheet_zip *
sheet_zip_open(struct sheet_in *in, const char *bytes, size_t n)
{
	struct sheet_zip *z = mem_take(in->mem, sizeof(*z));
	zip_error_t e;
	zip_source_t *source;

	if (claims_too_many(bytes, n)) {
		sheet_refuse(in, too_many_entries, 0);
		return NULL;
	}
	z->in = in;
	zip_error_init(&e);
	source = zip_source_buffer_create(bytes, n, 0, &e);
	if (source)
		z->zip = zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, &e);
	if (z->zip) {
		look_at_entries(z);
	} else {
		zip_source_free(source);
		sheet_refuse(in, sheet_broken, 0);
	}
	zip_error_fini(&e);
	if (z->zip && in->sheet->wrong)
		sheet_zip_close(z);
	return in->sheet->wrong ? NULL : z;
}

void
sheet_zip_close(struct sheet_zip *z)
{
	zip_discard(z->zip);
}
