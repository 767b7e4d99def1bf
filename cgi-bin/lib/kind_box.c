/*
 * kind_box.c - what is in a ZIP or in an OLE file, by the names of its entries.  Nothing
 * is unpacked; every number read is checked against the file's size before it is used.
 */

#include "cgi-bin/lib/kind.h"

#include <string.h>
#include <strings.h>

enum {
	ENTRIES = 2000, NAME = 300, RATIO = 200,
	UNPACKED = 512 << 20, SMALL = 16 << 20,	/* below which the ratio says nothing */
	SECTORS = 4096				/* of an OLE directory */
};

static const char BROKEN[] = "Tệp bị hỏng hoặc bị cắt: mở tệp trên máy, lưu lại rồi gửi lại";
static const char MACROS[] =
	"Tệp có macro (lệnh chạy được): lưu lại bản không có macro (.docx, .xlsx) rồi gửi lại";
static const char LOCKED[] = "Tệp có mật khẩu nên người nhận không mở được: bỏ mật khẩu rồi gửi lại";
static const char BOMB[] = "Tệp giải nén ra quá lớn: lưu lại bằng phần mềm văn phòng rồi gửi lại";
static const char MANY[] = "Tệp chứa quá 2.000 tệp con: chia nhỏ rồi gửi lại";
static const char PATHS[] = "Tệp chứa đường dẫn lạ: lưu lại bằng phần mềm văn phòng rồi gửi lại";

struct box {
	int64_t size;
	kind_look *look;
	void *of;
	const char *why;
};

static bool
get(struct box *b, int64_t at, void *to, size_t n)
{
	return at >= 0 && at <= b->size - (int64_t)n && b->look(b->of, at, to, n) == n;
}

static uint32_t
number(const void *at, int bytes)
{
	const unsigned char *u = at;
	uint32_t n = 0;

	for (int i = bytes; i--; )
		n = n << 8 | u[i];
	return n;
}

static const char *
refuse(struct box *b, const char *why)
{
	if (!b->why)
		b->why = why;
	return NULL;
}

static bool
has(const char *name, const char *end)
{
	size_t n = strlen(name), m = strlen(end);

	return n >= m && !strcasecmp(name + n - m, end);
}

static const struct {
	const char *entry, *type;
} parts[] = {
	{ "word/document.xml",
		"application/vnd.openxmlformats-officedocument.wordprocessingml.document" },
	{ "xl/workbook.xml", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" },
	{ "ppt/presentation.xml",
		"application/vnd.openxmlformats-officedocument.presentationml.presentation" },
};

/* What one entry tells of the box, or what it had before. */
static const char *
of_entry(struct box *b, const char *name, const char *type)
{
	if (has(name, "vbaProject.bin") || has(name, "vbaData.xml")
	    || !strncasecmp(name, "Basic/", 6) || !strncasecmp(name, "Scripts/", 8))
		return refuse(b, MACROS);
	if (*name == '/' || strstr(name, "../") || strchr(name, '\\') || strchr(name, ':'))
		return refuse(b, PATHS);
	for (size_t i = 0; i < sizeof(parts) / sizeof(*parts); i++)
		if (!strcmp(name, parts[i].entry))
			return parts[i].type;
	return type;
}

/* An OpenDocument says what it is in its first entry, which is not packed. */
static const char *
open_document(struct box *b)
{
	static const char *const types[] = {
		"application/vnd.oasis.opendocument.text",
		"application/vnd.oasis.opendocument.spreadsheet",
		"application/vnd.oasis.opendocument.presentation",
	};
	unsigned char head[30];
	char name[8], text[64] = "";
	uint32_t n;

	if (!get(b, 0, head, 30) || number(head + 26, 2) != 8 || number(head + 8, 2)
	    || !get(b, 30, name, 8) || memcmp(name, "mimetype", 8)
	    || (n = number(head + 22, 4)) >= sizeof(text)
	    || !get(b, 38 + number(head + 28, 2), text, n))
		return KIND_ZIP;
	for (size_t i = 0; i < sizeof(types) / sizeof(*types); i++)
		if (!strcmp(text, types[i]))
			return types[i];
	return KIND_ZIP;
}

/* The end of the central directory: the last that stands in the last 64 KiB. */
static int64_t
directory_end(struct box *b, unsigned char end[22])
{
	int64_t last = b->size - 22, stop = last - 65535;

	for (int64_t at = last; at >= 0 && at >= stop; at--) {
		char block[512];
		int64_t start = at - (int64_t)sizeof(block) + 4 > 0
		    ? at - (int64_t)sizeof(block) + 4 : 0;
		if (!get(b, start, block, (size_t)(at - start) + 4))
			return -1;
		for (; at >= start; at--)
			if (!memcmp(block + (at - start), "PK\5\6", 4))
				return get(b, at, end, 22) ? at : -1;
		at++;
	}
	return -1;
}

/* An entry's bytes begin with its name once more, where its directory says: another name
 * there is another file to another reader. */
static bool
at_home(struct box *b, const unsigned char entry[46], const char *name, size_t length)
{
	unsigned char local[30];
	char same[NAME];
	int64_t at = number(entry + 42, 4);

	return get(b, at, local, 30) && !memcmp(local, "PK\3\4", 4)
	    && number(local + 26, 2) == length && get(b, at + 30, same, length)
	    && !memcmp(same, name, length);
}

static const char *
of_zip(struct box *b)
{
	unsigned char end[22], entry[46];
	const char *type = open_document(b);
	int64_t stop = directory_end(b, end), at, sum = 0, packed = 0;
	bool first = false;

	if (stop < 0 || number(end + 8, 2) == 0xffff)
		return refuse(b, BROKEN);
	if (number(end + 10, 2) > ENTRIES)
		return refuse(b, MANY);
	at = number(end + 16, 4);
	if (at + number(end + 12, 4) != stop)
		return refuse(b, BROKEN);
	for (uint32_t n = number(end + 10, 2); n && type; n--) {
		char name[NAME + 1] = "";
		size_t length;
		if (!get(b, at, entry, 46) || memcmp(entry, "PK\1\2", 4))
			return refuse(b, BROKEN);
		length = number(entry + 28, 2);
		if (length > NAME)
			return refuse(b, PATHS);
		if (!get(b, at + 46, name, length) || memchr(name, '\0', length))
			return refuse(b, BROKEN);
		if (number(entry + 8, 2) & 1)
			return refuse(b, LOCKED);
		if (!at_home(b, entry, name, length))
			return refuse(b, BROKEN);
		first |= number(entry + 42, 4) == 0;
		/* Entries that lie over each other would be more than the file. */
		packed += 30 + (int64_t)length + number(entry + 20, 4);
		if (packed > stop)
			return refuse(b, BOMB);
		sum += number(entry + 24, 4);
		if (sum > UNPACKED || (sum > SMALL && sum / RATIO > b->size))
			return refuse(b, BOMB);
		type = of_entry(b, name, type);
		at += 46 + (int64_t)length + number(entry + 30, 2) + number(entry + 32, 2);
	}
	/* What stands first is of the directory too, or it is something else that stands first. */
	return type && (at != stop || (!first && number(end + 10, 2))) ? refuse(b, BROKEN) : type;
}

/* An OLE file: sectors, a table of which follows which, and a chain of directory
 * entries with names in UTF-16. */
struct ole {
	struct box *box;
	unsigned char head[512];
	int shift;			/* a sector has 1 << shift bytes */
	uint32_t difat, difat_first;	/* where the rest of the table of tables is read */
	uint32_t difat_at;
};

enum { OLE_END = 0xfffffffa };		/* from here on no number of a sector */

static bool
get_sector(struct ole *o, uint32_t sector, uint32_t from, void *to, size_t n)
{
	return sector < OLE_END
	    && get(o->box, (((int64_t)sector + 1) << o->shift) + from, to, n);
}

/* The sector in which the i-th part of the table stands: 109 are named in the head, the
 * others along a chain, which is walked on from where it was left. */
static uint32_t
table_sector(struct ole *o, uint32_t i)
{
	uint32_t each = (1U << o->shift) / 4 - 1, want;
	unsigned char word[4];

	if (i < 109)
		return number(o->head + 76 + 4 * i, 4);
	want = (i - 109) / each;
	if (want < o->difat_at)
		o->difat = o->difat_first, o->difat_at = 0;
	for (; o->difat_at < want; o->difat_at++) {
		if (!get_sector(o, o->difat, each * 4, word, 4))
			return OLE_END;
		o->difat = number(word, 4);
	}
	return get_sector(o, o->difat, (i - 109) % each * 4, word, 4) ? number(word, 4) : OLE_END;
}

static uint32_t
next_sector(struct ole *o, uint32_t sector)
{
	uint32_t each = (1U << o->shift) / 4;
	unsigned char word[4];

	return get_sector(o, table_sector(o, sector / each), sector % each * 4, word, 4)
	    ? number(word, 4) : OLE_END;
}

/* A name in ASCII; what is not is '?'. */
static void
entry_name(const unsigned char *entry, char name[33])
{
	uint32_t n = number(entry + 64, 2) / 2, i;

	for (i = 0; i < 32 && i + 1 < n; i++)
		name[i] = entry[2 * i + 1] || !entry[2 * i] || entry[2 * i] > 126
		    ? '?' : (char)entry[2 * i];
	name[i] = '\0';
}

static const char *
of_ole_entry(struct box *b, const char *name, const char *type)
{
	if (!strcasecmp(name, "VBA") || !strcasecmp(name, "Macros")
	    || !strcasecmp(name, "_VBA_PROJECT_CUR"))
		return refuse(b, MACROS);
	if (!strcmp(name, "EncryptedPackage"))
		return refuse(b, LOCKED);
	if (!strcmp(name, "WordDocument"))
		return "application/msword";
	if (!strcmp(name, "Workbook") || !strcmp(name, "Book"))
		return "application/vnd.ms-excel";
	return type;
}

static const char *
of_ole(struct box *b)
{
	struct ole o = { .box = b };
	const char *type = KIND_OLE;
	uint32_t sector, count = 0;

	if (!get(b, 0, o.head, sizeof(o.head)))
		return refuse(b, BROKEN);
	o.shift = (int)number(o.head + 30, 2);
	o.difat = o.difat_first = number(o.head + 68, 4);
	if (o.shift != 9 && o.shift != 12)
		return refuse(b, BROKEN);
	for (sector = number(o.head + 48, 4); sector < OLE_END; sector = next_sector(&o, sector)) {
		if (++count > SECTORS)
			return refuse(b, BROKEN);
		for (uint32_t from = 0; type && from < 1U << o.shift; from += 128) {
			unsigned char entry[128];
			char name[33];
			if (!get_sector(&o, sector, from, entry, 128))
				return refuse(b, BROKEN);
			entry_name(entry, name);
			if (entry[66])
				type = of_ole_entry(b, name, type);
		}
	}
	return type;
}

const char *
kind_of_box(const char *kind, int64_t size, kind_look *look, void *of,
    const char **why)
{
	struct box b = { size, look, of, NULL };
	const char *type = !strcmp(kind, KIND_ZIP) ? of_zip(&b) : of_ole(&b);

	*why = b.why;
	return b.why ? kind : type;
}
