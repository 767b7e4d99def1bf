/* sheet_csv.c - a strict reader of .csv. */

#include "cgi-bin/lib/sheet_part.h"

#include <string.h>

static const char open_quote[] = "Dấu nháy kép mở mà không đóng. Thêm dấu nháy đóng,"
    " hoặc lưu bảng dạng .xlsx, rồi gửi lại.";
static const char stray_quote[] = "Dấu nháy kép đặt sai chỗ. Đặt cả ô trong dấu nháy"
    " và viết đôi dấu nháy bên trong, hoặc lưu bảng dạng .xlsx, rồi gửi lại.";

/* What the first line has most of, outside of quotes; of two the rarer in texts. */
static char
separator(const char *s, const char *end)
{
	static const char likely[] = ",;\t";
	int seen[3] = { 0 }, best = 0;
	bool quoted = false;

	for (; s < end && (quoted || (*s != '\n' && *s != '\r')); s++) {
		const char *at = quoted ? NULL : memchr(likely, *s, 3);
		quoted ^= *s == '"';
		if (at)
			seen[at - likely]++;
	}
	for (int i = 1; i < 3; i++)
		if (seen[i] && seen[i] >= seen[best])
			best = i;
	return likely[best];
}

/* What sheet_csv() does to a text that could be taken for a formula, undone. */
static const char *
unguard(const char *text)
{
	const char *first = text ? text + strspn(text, "'") : "";

	if (first == text || !*first || !strchr("=+-@\t\n", *first))
		return text;
	for (text++; sheet_is_blank(*text); text++)
		;
	return text;
}

/* The inside of a quoted cell; answers what follows its closing quote, or NULL. */
static const char *
quoted_cell(struct sheet_in *in, const char *s, const char *end)
{
	for (; s < end; s++) {
		if (*s == '"' && (++s == end || *s != '"'))
			return s;
		sheet_append(in, s, 1);
	}
	return NULL;
}

static bool
ends_cell(const char *s, const char *end, char comma)
{
	return s == end || *s == comma || *s == '\n' || *s == '\r';
}

/* One record; answers where the next begins. */
static const char *
record(struct sheet_in *in, const char *s, const char *end, char comma)
{
	sheet_begin_row(in);
	for (int column = 0; !in->sheet->wrong; column++, s++) {
		sheet_begin(in);
		if (s < end && *s == '"') {
			s = quoted_cell(in, s + 1, end);
			if (!s) {
				sheet_refuse(in, open_quote, in->number);
				return end;
			}
		} else {
			for (; !ends_cell(s, end, comma) && *s != '"'; s++)
				sheet_append(in, s, 1);
		}
		if (!ends_cell(s, end, comma)) {
			sheet_refuse(in, stray_quote, in->number);
			return end;
		}
		sheet_put(in, column, unguard(sheet_tidy(in)));
		if (s == end || *s != comma)
			break;
	}
	sheet_end_row(in);
	if (end - s >= 2 && s[0] == '\r' && s[1] == '\n')
		return s + 2;
	return s < end ? s + 1 : end;
}

void
sheet_read_csv(struct sheet_in *in, const char *s, size_t n)
{
	const char *end = s + n;

	if (n > SHEET_UNPACKED) {
		sheet_refuse(in, sheet_too_big, 0);
		return;
	}
	if (n >= 3 && !memcmp(s, "\xef\xbb\xbf", 3))
		s += 3;
	char comma = separator(s, end);
	for (in->number = 1; s < end && !in->sheet->wrong; in->number++)
		s = record(in, s, end, comma);
}
