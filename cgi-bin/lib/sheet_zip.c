/* sheet_zip.c - the parts of a book, and why its archive is refused. */

#include "cgi-bin/lib/sheet_part.h"

#include "cgi-bin/lib/zipped.h"

enum { DEEP = 64 };

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
	struct zipped *zip;
	struct sheet_listener to;
};

static void
tell(struct sheet_in *in, enum zipped_fault fault)
{
	static const char *const why[] = {
		[ZIPPED_BROKEN] = sheet_broken, [ZIPPED_TOO_MANY] = too_many_entries,
		[ZIPPED_TOO_DENSE] = too_dense, [ZIPPED_TOO_BIG] = sheet_too_big,
		[ZIPPED_UNSAFE] = unsafe, [ZIPPED_LOCKED] = locked,
	};

	if (fault)
		sheet_refuse(in, why[fault], 0);
}

/* A word against the sheet ends the reading at once. */
static void
heed(struct sheet_zip *z)
{
	if (z->in->sheet->wrong)
		zipped_stop(z->zip);
}

static void
opened(void *of, const char *name, const char **attributes)
{
	struct sheet_zip *z = of;

	z->to.open(z->to.book, name, attributes);
	heed(z);
}

static void
closed(void *of, const char *name)
{
	struct sheet_zip *z = of;

	if (z->to.close)
		z->to.close(z->to.book, name);
	heed(z);
}

static void
characters(void *of, const char *s, size_t n)
{
	struct sheet_zip *z = of;

	z->to.text(z->to.book, s, n);
}

bool
sheet_zip_part(struct sheet_zip *z, const char *path, struct sheet_listener to)
{
	bool found;

	z->to = to;
	found = zipped_part(z->zip, path, (struct zipped_listener){ z, opened, closed, characters });
	tell(z->in, zipped_fault(z->zip));
	return found;
}

const char *
sheet_attribute(const char **attributes, const char *name)
{
	return zipped_attribute(attributes, name);
}

struct sheet_zip *
sheet_zip_open(struct sheet_in *in, const char *bytes, size_t n)
{
	static const struct zipped_limits limits = { SHEET_ENTRIES, SHEET_UNPACKED, DEEP };
	struct sheet_zip *z = mem_take(in->mem, sizeof(*z));
	enum zipped_fault fault;

	z->in = in;
	z->zip = zipped_open(in->mem, bytes, n, &limits, &fault);
	tell(in, fault);
	return z->zip ? z : NULL;
}

void
sheet_zip_close(struct sheet_zip *z)
{
	zipped_close(z->zip);
}
