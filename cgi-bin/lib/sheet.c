/* sheet.c - which kind of sheet it is; the cells and rows that both become. */

#include "cgi-bin/lib/sheet_part.h"

#include <string.h>
#include <strings.h>

#include "db/text.h"

enum { ROWS = 20000, CHARACTERS = 4000 };

static const char too_many_rows[] = "Tệp có hơn 20.000 dòng. Chia tệp thành nhiều"
    " phần rồi gửi lại từng phần.";
static const char too_many_columns[] = "Bảng có hơn 100 cột. Bỏ các cột không cần"
    " rồi gửi lại.";
static const char too_long[] = "Có ô dài hơn 4.000 ký tự. Rút ngắn ô đó rồi gửi lại.";
static const char old_book[] = "Tệp .xls đời cũ hoặc tệp có mật khẩu thì không đọc"
    " được. Mở tệp bằng Excel, bỏ mật khẩu nếu có, lưu dạng .xlsx rồi gửi lại.";
static const char is_pdf[] = "Đây là tệp PDF, không phải bảng tính. Gửi tệp gốc dạng"
    " .xlsx hoặc .csv.";
static const char is_page[] = "Đây là trang web hoặc tệp XML, không phải bảng tính."
    " Mở tệp bằng Excel, lưu dạng .xlsx rồi gửi lại.";
static const char is_binary[] = "Tệp không phải bảng tính. Chọn tệp dạng .xlsx hoặc"
    " .csv rồi gửi lại.";
static const char not_utf8[] = "Chữ trong tệp không theo bảng mã Unicode UTF-8."
    " Mở tệp bằng Excel, lưu dạng .xlsx hoặc “CSV UTF-8” rồi gửi lại.";
static const char empty[] = "Tệp không có dữ liệu. Kiểm tra bảng ở trang tính đầu"
    " tiên rồi gửi lại.";
const char sheet_too_big[] = "Tệp chứa hơn 32 MB dữ liệu. Chia tệp thành nhiều"
    " phần rồi gửi lại từng phần.";

void
sheet_refuse(struct sheet_in *in, const char *why, int row)
{
	struct sheet *s = in->sheet;

	if (s->wrong)
		return;
	s->wrong = row ? mem_printf(in->mem, "Dòng %d: %s", row, why) : why;
	s->wrong_key = why;
	s->wrong_row = row;
}

void
sheet_append(struct sheet_in *in, const char *bytes, size_t n)
{
	if (n > SHEET_RAW - in->used) {
		in->over = true;
		return;
	}
	memcpy(in->text + in->used, bytes, n);
	in->used += n;
}

void
sheet_begin(struct sheet_in *in)
{
	in->used = 0;
	in->over = false;
}

bool
sheet_is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\n';
}

/*
 * The text as a cell keeps it; NULL if it is too long or not UTF-8.  Controls,
 * and what XML cannot carry, go before it is composed, lest they part what
 * belongs together.
 */
const char *
sheet_tidy(struct sheet_in *in)
{
	char *s = in->text, *end = s;
	bool ascii = true;

	s[in->used] = '\0';
	if (in->over || text_length(s) < 0)
		return NULL;
	for (size_t i = 0; i < in->used; i++) {
		unsigned char c = (unsigned char)s[i];
		if ((c < ' ' && c != '\t' && c != '\n' && c != '\r') || c == 0x7f)
			continue;
		if (in->used - i > 2 && !memcmp(s + i, "\xef\xbf", 2)
		    && (unsigned char)s[i + 2] >= 0xbe) {
			i += 2;
			continue;
		}
		ascii = ascii && c < 0x80 && c != '\r';
		*end++ = (char)c;
	}
	if (!ascii) {
		const char *composed = text_nfc(in->mem, s, (size_t)(end - s));
		size_t n = composed ? strlen(composed) : 0;
		if (!composed || n > SHEET_RAW) {
			in->over = composed;
			return NULL;
		}
		memcpy(s, composed, n);
		end = s + n;
	}
	while (s < end && sheet_is_blank(*s))
		s++;
	while (end > s && sheet_is_blank(end[-1]))
		end--;
	if (s == end)
		return "";
	const char *text = mem_copy(in->mem, s, (size_t)(end - s));
	in->over = end - s > CHARACTERS && text_length(text) > CHARACTERS;
	return in->over ? NULL : text;
}

void
sheet_put(struct sheet_in *in, int column, const char *text)
{
	if (!text) {
		sheet_refuse(in, in->over ? too_long : not_utf8, in->number);
	} else if (*text && column >= SHEET_COLUMNS) {
		sheet_refuse(in, too_many_columns, in->number);
	} else if (*text) {
		in->cells[column] = text;
		if (column > in->last)
			in->last = column;
	}
}

void
sheet_begin_row(struct sheet_in *in)
{
	in->last = -1;
	for (int i = 0; i < SHEET_COLUMNS; i++)
		in->cells[i] = "";
}

void
sheet_end_row(struct sheet_in *in)
{
	int n = in->last + 1;

	if (!n)
		return;
	if (++in->rows > ROWS) {
		sheet_refuse(in, too_many_rows, 0);
		return;
	}
	struct sheet_row *row = mem_take(in->mem, sizeof(*row));
	row->number = in->number;
	row->n = n;
	row->cells = mem_take(in->mem, (size_t)n * sizeof(*row->cells));
	memcpy(row->cells, in->cells, (size_t)n * sizeof(*row->cells));
	*in->end = row;
	in->end = &row->next;
}

static bool
begins(const char *bytes, size_t n, const char *with)
{
	return n >= strlen(with) && !strncasecmp(bytes, with, strlen(with));
}

/* Why this is neither; NULL if it may be. */
static const char *
other_kind(const char *bytes, size_t n)
{
	static const char *const pages[] = { "<!doctype", "<html", "<?xml", "<table",
	    "<meta", "<head" };

	if (begins(bytes, n, "\xd0\xcf\x11\xe0"))
		return old_book;
	if (begins(bytes, n, "%PDF-"))
		return is_pdf;
	if (begins(bytes, n, "\xff\xfe") || begins(bytes, n, "\xfe\xff"))
		return not_utf8;
	if (memchr(bytes, '\0', n))
		return is_binary;
	if (begins(bytes, n, "\xef\xbb\xbf")) {
		bytes += 3;
		n -= 3;
	}
	for (; n && (sheet_is_blank(*bytes) || *bytes == '\r'); n--)
		bytes++;
	for (size_t i = 0; i < sizeof(pages) / sizeof(*pages); i++)
		if (begins(bytes, n, pages[i]))
			return is_page;
	return NULL;
}

struct sheet *
sheet_read(struct mem *mem, const char *bytes, size_t n)
{
	struct sheet_in *in = mem_take(mem, sizeof(*in));
	struct sheet *s = in->sheet = mem_take(mem, sizeof(*s));
	const char *why;

	in->mem = mem;
	in->end = &s->rows;
	if (!n)
		sheet_refuse(in, empty, 0);
	else if (begins(bytes, n, "PK\3\4") || begins(bytes, n, "PK\5\6"))
		sheet_read_book(in, bytes, n);
	else if ((why = other_kind(bytes, n)))
		sheet_refuse(in, why, 0);
	else
		sheet_read_csv(in, bytes, n);
	if (!s->rows)
		sheet_refuse(in, empty, 0);
	if (s->wrong)
		s->rows = NULL;
	return s;
}

int
sheet_column(struct mem *mem, const struct sheet *s, const char *names)
{
	char *list = mem_text(mem, names), *name;

	if (!s->rows)
		return -1;
	while ((name = strsep(&list, "|"))) {
		const char *plain = text_plain(mem, name);
		for (int i = 0; i < s->rows->n; i++)
			if (*plain && !strcmp(text_plain(mem, s->rows->cells[i]), plain))
				return i;
	}
	return -1;
}

const char *
sheet_cell(const struct sheet_row *row, int column)
{
	return column >= 0 && column < row->n ? row->cells[column] : "";
}
