/* archive.c - see archive.h. */

#include "cgi-bin/lib/archive.h"

#include <stdbool.h>
#include <zip.h>

static bool
add(zip_t *zip, const struct archive_part *p)
{
	zip_source_t *source = zip_source_buffer(zip, p->bytes, p->n, 0);
	zip_int64_t i = source ? zip_file_add(zip, p->path, source, ZIP_FL_ENC_UTF_8) : -1;

	if (i < 0)
		zip_source_free(source);
	/* the first day that a zip knows, so that the clock is not in the bytes */
	return i >= 0 && !zip_file_set_dostime(zip, (zip_uint64_t)i, 0, 0x21, 0);
}

static const char *
take(struct mem *mem, zip_source_t *source, size_t *length)
{
	zip_stat_t s;
	char *bytes = NULL;

	if (zip_source_open(source) < 0)
		return NULL;
	if (!zip_source_stat(source, &s)) {
		bytes = mem_take(mem, s.size + 1);
		*length = (size_t)s.size;
		if (zip_source_read(source, bytes, s.size) != (zip_int64_t)s.size)
			bytes = NULL;
	}
	zip_source_close(source);
	return bytes;
}

const char *
archive_of(struct mem *mem, const struct archive_part *parts, size_t *length)
{
	zip_source_t *source = zip_source_buffer_create(NULL, 0, 0, NULL);
	zip_t *zip = source ? zip_open_from_source(source, ZIP_CREATE | ZIP_TRUNCATE, NULL) : NULL;
	const char *bytes = NULL;

	if (zip) {
		zip_source_keep(source);	/* closing the archive lets it go */
		while (parts->path && add(zip, parts))
			parts++;
		if (!parts->path && !zip_close(zip))
			bytes = take(mem, source, length);
		else
			zip_discard(zip);
	}
	zip_source_free(source);
	return bytes;
}
