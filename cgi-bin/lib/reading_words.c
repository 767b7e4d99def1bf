/* reading_words.c - the words of a file that hangs on a record: see reading.h. */

#include "cgi-bin/lib/reading.h"

#include <string.h>

#include "cgi-bin/lib/outline_part.h"
#include "cgi-bin/lib/zipped.h"

enum { LONG = 4 * READING_MAX };	/* with empty lines; reading_end() measures what is left */

static const struct zipped_limits limits = { 2000, 48 << 20, 200 };

/* The texts of an .xlsx as they stand: strings that cells share, and those within cells.
 * Numbers are none: they stand there as no person reads them. */
struct book {
	struct zipped *z;
	struct buf text;
	bool string, keep;	/* a cell whose value is a text; characters belong to it */
};

static void
opened(void *of, const char *name, const char **attributes)
{
	struct book *b = of;

	if (!strcmp(name, "c"))
		b->string = !strcmp(zipped_attribute(attributes, "t"), "str");
	else if (!strcmp(name, "t") || (!strcmp(name, "v") && b->string))
		b->keep = true;
}

static void
closed(void *of, const char *name)
{
	struct book *b = of;

	if (!strcmp(name, "t") || !strcmp(name, "v"))
		b->keep = false;
	else if (!strcmp(name, "si") || !strcmp(name, "c") || !strcmp(name, "row"))
		buf_text(&b->text, "\n");
}

static void
characters(void *of, const char *s, size_t n)
{
	struct book *b = of;

	if (b->keep)
		buf_add(&b->text, s, n);
	if (b->text.n > LONG)
		zipped_stop(b->z);
}

static bool
is_sheet(const char *path)
{
	static const char dir[] = "xl/worksheets/", xml[] = ".xml";
	size_t n = strlen(path);

	return !strncmp(path, dir, sizeof(dir) - 1) && n > sizeof(dir) + sizeof(xml)
	    && !strcmp(path + n - (sizeof(xml) - 1), xml) && !strchr(path + sizeof(dir) - 1, '/');
}

/* NULL: it is none. */
static struct reading *
read_book(struct mem *mem, const char *bytes, size_t n)
{
	struct reading *r = reading_new(mem);
	struct book b = { .text = { .mem = mem } };
	struct zipped_listener to = { &b, opened, closed, characters };
	enum zipped_fault fault;
	bool book = false, document = false;
	const char *path;

	if (!(b.z = zipped_open(mem, bytes, n, &limits, &fault)))
		return NULL;
	for (uint64_t i = 0; (path = zipped_entry(b.z, i)); i++) {
		book |= !strcmp(path, "xl/workbook.xml");
		document |= !strcmp(path, "word/document.xml");
	}
	if (book && !document)
		zipped_part(b.z, "xl/sharedStrings.xml", to);
	for (uint64_t i = 0; book && !document && (path = zipped_entry(b.z, i)); i++)
		if (is_sheet(path))
			zipped_part(b.z, path, to);
	if (zipped_fault(b.z))
		reading_refuse(r, reading_book);
	else if (b.text.n > LONG)
		reading_refuse(r, reading_too_long);
	zipped_close(b.z);
	reading_end(r, b.text.n && !r->wrong ? reading_tidy(r, b.text.s, b.text.n) : "");
	return book && !document ? r : NULL;
}

struct reading *
reading_words(struct mem *mem, const char *bytes, size_t n)
{
	struct reading *r = NULL;

	if (n >= 4 && !memcmp(bytes, "PK\3\4", 4) && (r = read_book(mem, bytes, n)))
		return r;
	if (n >= 4 && (!memcmp(bytes, "PK\3\4", 4) || !memcmp(bytes, "%PDF", 4)))
		return reading_of(mem, bytes, n);
	r = reading_new(mem);
	if (n > LONG)
		reading_refuse(r, reading_too_long);
	const char *text = r->wrong ? "" : reading_tidy(r, bytes, n);
	if (n && !*text)
		reading_refuse(r, reading_other);
	reading_end(r, text);
	return r;
}
