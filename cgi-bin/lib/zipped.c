/* zipped.c - see zipped.h. */

#include "cgi-bin/lib/zipped.h"

#include <expat.h>
#include <string.h>
#include <zip.h>

enum {
	SMALL = 1024 * 1024,	/* below it a part may be as dense as it likes */
	CHUNK = 32 * 1024,
	TOKEN = 256 * 1024,
};

struct zipped {
	zip_t *zip;
	const struct zipped_limits *limits;
	enum zipped_fault fault;
	bool stopped;
	zip_uint64_t unpacked;
	XML_Parser parser;
	int depth;
	struct zipped_listener to;
};

/* The first fault counts. */
static void
refuse(struct zipped *z, enum zipped_fault fault)
{
	if (!z->fault)
		z->fault = fault;
}

enum zipped_fault
zipped_fault(const struct zipped *z)
{
	return z->fault;
}

void
zipped_stop(struct zipped *z)
{
	z->stopped = true;
}

static bool
ended(const struct zipped *z)
{
	return z->fault || z->stopped;
}

static const char *
local(const char *name)
{
	const char *colon = strchr(name, ':');
	return colon ? colon + 1 : name;
}

const char *
zipped_attribute(const char **attributes, const char *name)
{
	for (; *attributes; attributes += 2)
		if (!strcmp(local(attributes[0]), name))
			return attributes[1];
	return "";
}

/* A fault ends the reading at once. */
static void
heed(struct zipped *z)
{
	if (ended(z))
		XML_StopParser(z->parser, XML_FALSE);
}

static void XMLCALL
opened(void *arg, const char *name, const char **attributes)
{
	struct zipped *z = arg;

	if (++z->depth > z->limits->deep)
		refuse(z, ZIPPED_UNSAFE);
	else
		z->to.open(z->to.of, local(name), attributes);
	heed(z);
}

static void XMLCALL
closed(void *arg, const char *name)
{
	struct zipped *z = arg;

	z->depth--;
	if (z->to.close)
		z->to.close(z->to.of, local(name));
	heed(z);
}

static void XMLCALL
characters(void *arg, const char *s, int n)
{
	struct zipped *z = arg;

	z->to.text(z->to.of, s, (size_t)n);
}

/* No part has a document type; refused before an entity can be declared. */
static void XMLCALL
declared(void *arg, const char *name, const char *system, const char *public,
    int internal)
{
	struct zipped *z = arg;

	(void)name; (void)system; (void)public; (void)internal;
	refuse(z, ZIPPED_UNSAFE);
	heed(z);
}

static void XMLCALL
entity(void *arg, const char *name, int parameter, const char *value, int n,
    const char *base, const char *system, const char *public, const char *notation)
{
	struct zipped *z = arg;

	(void)name; (void)parameter; (void)value; (void)n; (void)base; (void)system;
	(void)public; (void)notation;
	refuse(z, ZIPPED_UNSAFE);
	heed(z);
}

static bool
dense(zip_uint64_t size, zip_uint64_t packed)
{
	return size > SMALL && size / ZIPPED_RATIO > packed;
}

/* Sizes that the archive declares may be lies, so what comes out is counted. */
static void
inflate(struct zipped *z, zip_file_t *file, zip_uint64_t packed)
{
	char chunk[CHUNK];
	zip_uint64_t size = 0;
	zip_int64_t n;

	do {
		n = zip_fread(file, chunk, sizeof(chunk));
		if (n < 0) {
			refuse(z, ZIPPED_BROKEN);
			return;
		}
		size += (zip_uint64_t)n;
		z->unpacked += (zip_uint64_t)n;
		if (z->unpacked > z->limits->unpacked)
			refuse(z, ZIPPED_TOO_BIG);
		else if (dense(size, packed))
			refuse(z, ZIPPED_TOO_DENSE);
		else if (XML_Parse(z->parser, chunk, (int)n, n == 0) != XML_STATUS_OK && !z->stopped)
			refuse(z, ZIPPED_BROKEN);
		XML_Index at = XML_GetCurrentByteIndex(z->parser);
		if (n && (XML_Index)size - at > TOKEN)
			refuse(z, ZIPPED_UNSAFE);
	} while (n && !ended(z));
}

bool
zipped_part(struct zipped *z, const char *path, struct zipped_listener to)
{
	struct zip_stat s;
	zip_int64_t i = zip_name_locate(z->zip, path, ZIP_FL_NOCASE);
	zip_file_t *file;

	if (i < 0 || ended(z) || zip_stat_index(z->zip, (zip_uint64_t)i, 0, &s) < 0)
		return false;
	if (s.size > z->limits->unpacked - z->unpacked) {
		refuse(z, ZIPPED_TOO_BIG);
	} else if (dense(s.size, s.comp_size)) {
		refuse(z, ZIPPED_TOO_DENSE);
	} else if ((s.comp_method != ZIP_CM_STORE && s.comp_method != ZIP_CM_DEFLATE)
	    || !(file = zip_fopen_index(z->zip, (zip_uint64_t)i, 0))) {
		refuse(z, ZIPPED_BROKEN);
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
			refuse(z, ZIPPED_BROKEN);
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
claims_too_many(const char *bytes, size_t n, uint64_t most)
{
	const char *end = bytes + n, *p = n > 128 * 1024 ? end - 128 * 1024 : bytes;

	while ((p = memmem(p, (size_t)(end - p), "PK\6\7", 4))) {
		uint64_t at = end - p >= 20 ? little(p + 8) : UINT64_MAX;
		if (at < n && n - at >= 56 && !memcmp(bytes + at, "PK\6\6", 4)
		    && (little(bytes + at + 24) > most
		    || little(bytes + at + 32) > most))
			return true;
		p += 4;
	}
	return false;
}

static void
look_at_entries(struct zipped *z)
{
	zip_int64_t n = zip_get_num_entries(z->zip, 0);

	if ((zip_uint64_t)n > z->limits->entries)
		refuse(z, ZIPPED_TOO_MANY);
	for (zip_int64_t i = 0; i < n && !ended(z); i++) {
		struct zip_stat s;
		if (zip_stat_index(z->zip, (zip_uint64_t)i, 0, &s) < 0 || !s.name)
			refuse(z, ZIPPED_BROKEN);
		else if (strstr(s.name, "..") || *s.name == '/' || strchr(s.name, '\\'))
			refuse(z, ZIPPED_UNSAFE);
		else if (s.encryption_method != ZIP_EM_NONE)
			refuse(z, ZIPPED_LOCKED);
	}
}

struct zipped *
zipped_open(struct mem *mem, const char *bytes, size_t n, const struct zipped_limits *limits,
    enum zipped_fault *fault)
{
	struct zipped *z = mem_take(mem, sizeof(*z));
	zip_error_t e;
	zip_source_t *source;

	z->limits = limits;
	if (claims_too_many(bytes, n, limits->entries)) {
		*fault = ZIPPED_TOO_MANY;
		return NULL;
	}
	zip_error_init(&e);
	source = zip_source_buffer_create(bytes, n, 0, &e);
	if (source)
		z->zip = zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, &e);
	if (z->zip) {
		look_at_entries(z);
	} else {
		zip_source_free(source);
		refuse(z, ZIPPED_BROKEN);
	}
	zip_error_fini(&e);
	*fault = z->fault;
	if (z->zip && z->fault)
		zipped_close(z);
	return z->fault ? NULL : z;
}

void
zipped_close(struct zipped *z)
{
	zip_discard(z->zip);
}

const char *
zipped_entry(struct zipped *z, uint64_t i)
{
	return zip_get_name(z->zip, i, 0);
}
