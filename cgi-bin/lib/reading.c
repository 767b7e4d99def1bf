/* reading.c - see reading.h. */

#include "cgi-bin/lib/reading.h"

#include <stdint.h>
#include <string.h>

#include "cgi-bin/lib/docx.h"
#include "cgi-bin/lib/outline_part.h"
#include "cgi-bin/lib/pdf.h"
#include "db/text.h"

enum { SAMPLE = 300 };

const char reading_too_long[] = "Tệp có hơn 1 MB chữ: tách phụ lục ra tệp khác rồi gửi phần chính";
const char reading_stopped[] = "Đọc tệp này quá 20 giây hoặc quá 512 MB bộ nhớ nên cổng dừng lại: chia tệp ra, hoặc mở tệp, chép chữ rồi dán";
const char docx_broken[] = "Tệp .docx bị hỏng hoặc chưa tải lên đủ: mở bằng Word, lưu lại rồi gửi";
const char docx_too_many[] = "Tệp .docx có hơn 2.000 thành phần bên trong: chép chữ sang văn bản Word mới, lưu lại rồi gửi";
const char docx_too_dense[] = "Tệp .docx nén quá 200 lần, vượt mức an toàn: chép chữ sang văn bản Word mới, lưu lại rồi gửi";
const char docx_too_big[] = "Phần chữ của tệp .docx giải nén ra quá 48 MB: tách phụ lục ra tệp khác rồi gửi phần chính";
const char docx_unsafe[] = "Tệp .docx có thành phần không an toàn: chép chữ sang văn bản Word mới, lưu lại rồi gửi";
const char docx_locked[] = "Tệp có mật khẩu: mở bằng Word, bỏ mật khẩu, lưu lại rồi gửi";
const char docx_no_document[] = "Tệp này không phải văn bản Word (.docx): chọn tệp khác, hoặc mở tệp, chép chữ rồi dán";
const char pdf_broken[] = "Tệp PDF bị hỏng hoặc chưa tải lên đủ: tải lại tệp từ nơi gốc, hoặc mở tệp, chép chữ rồi dán";
const char pdf_locked[] = "Tệp PDF có mật khẩu: mở tệp, in ra PDF mới không mật khẩu rồi gửi, hoặc chép chữ rồi dán";
const char pdf_scanned[] = "Tệp PDF là bản quét (ảnh), không có lớp chữ: xin bản Word hoặc PDF có chữ của nơi soạn, hay chạy nhận dạng chữ (OCR) rồi gửi lại";
const char pdf_too_many[] = "Tệp PDF có hơn 500 trang: tách phụ lục ra tệp khác rồi gửi phần chính";
static const char no_words[] = "Tệp không có chữ nào: kiểm tra lại tệp đã chọn";
static const char old_word[] = "Tệp Word đời cũ (.doc) hoặc tệp có mật khẩu: mở bằng Word, bỏ mật khẩu nếu có, lưu lại dạng .docx rồi gửi";
const char reading_other[] = "Nội dung tệp không phải chữ theo bảng mã Unicode UTF-8";
const char reading_book[] = "Tệp .xlsx bị hỏng, có mật khẩu, không an toàn hoặc giải nén ra quá 48 MB";
static const char no_kind[] = "Nội dung tệp không phải Word hay PDF, dù đuôi tên là .docx hoặc .pdf: mở bằng Word, lưu lại dạng .docx, hoặc chép chữ rồi dán";

struct reading *
reading_new(struct mem *mem)
{
	struct reading *r = mem_take(mem, sizeof(*r));

	r->mem = mem;
	r->text = "";
	for (int i = 0; i < NOTES; i++)
		r->notes[i].sample = "";
	return r;
}

void
reading_refuse(struct reading *r, const char *why)
{
	if (!r->wrong)
		r->wrong = why;
}

/* Whole characters of the beginning. */
static const char *
cut(struct mem *mem, const char *s, size_t most)
{
	size_t n = strlen(s);

	if (n <= most)
		return s;
	for (n = most; n && ((unsigned char)s[n] & 0xc0) == 0x80; n--)
		;
	return mem_printf(mem, "%.*s...", (int)n, s);
}

void
reading_note(struct reading *r, enum note_kind kind, const char *text)
{
	struct note *n = &r->notes[kind];
	size_t used = strlen(n->sample);

	n->times++;
	n->words += count_words(text);
	if (*text && used < SAMPLE - 20)
		n->sample = mem_printf(r->mem, "%s%s%s", n->sample, used ? "; " : "",
		    cut(r->mem, squeeze(r->mem, text, strlen(text)), SAMPLE - 10 - used));
}

static bool
has_marks(const char *s, size_t n)
{
	for (size_t i = 0; i + 1 < n; i++)	/* U+0300 to U+036F */
		if ((s[i] == '\xcc' && (unsigned char)s[i + 1] >= 0x80) || (s[i] == '\xcd'
		    && (unsigned char)s[i + 1] >= 0x80 && (unsigned char)s[i + 1] < 0xb0))
			return true;
	return false;
}

const char *
reading_tidy(struct reading *r, const char *bytes, size_t n)
{
	const char *s = text_nfc(r->mem, bytes, n);

	if (!s)
		return "";
	if (has_marks(bytes, n))
		reading_note(r, TOLD_COMPOSED, "");
	if (memmem(bytes, n, "\xc2\xad", 2))
		reading_note(r, TOLD_HYPHEN, "");
	return s;
}

void
reading_row(struct reading *r, struct buf *b, const char *const *cells, int columns, const char *const *rules)
{
	buf_text(b, "|");
	for (int i = 0; i < columns; i++) {
		buf_text(b, " ");
		for (const char *s = cells[i]; *s; ) {
			size_t n = strcspn(s, "|");
			buf_add(b, s, n);
			s += n;
			if (*s) {
				buf_text(b, "\xc2\xa6");
				reading_note(r, TOLD_BAR, "");
				s++;
			}
		}
		buf_text(b, " |");
	}
	buf_text(b, "\n");
	for (int i = 0; rules && i < columns; i++) {
		buf_text(b, "|");
		buf_text(b, rules[i]);
	}
	buf_text(b, rules ? "|\n" : "");
}

/* Without blanks at the ends of lines, and with one empty line at most. */
static const char *
tidy(struct mem *mem, const char *text)
{
	struct buf b = { .mem = mem };
	bool empty = true;

	while (*text) {
		size_t n = strcspn(text, "\n");
		const char *line = squeeze(mem, text, n);
		text += n + (text[n] == '\n');
		if (*line || !empty) {
			buf_text(&b, line);
			buf_text(&b, "\n");
		}
		empty = !*line;
	}
	while (b.n > 1 && b.s[b.n - 1] == '\n' && b.s[b.n - 2] == '\n')
		b.s[--b.n] = '\0';
	return b.n ? b.s : "";
}

void
reading_end(struct reading *r, const char *text)
{
	int left = 0, added = 0;

	for (enum note_kind k = 0; k < NOTES; k++) {
		left += NOTE_LEFT(k) ? r->notes[k].words : 0;
		added += NOTE_ADDED(k) ? r->notes[k].words : 0;
	}
	r->text = text = tidy(r->mem, text);
	r->words_out = count_words(text);
	int lost = r->words_in + added - left - r->words_out;
	if (lost) {
		r->notes[UNACCOUNTED].times = 1;
		r->notes[UNACCOUNTED].words = lost;
	}
	if (strlen(text) > READING_MAX)
		reading_refuse(r, reading_too_long);
	if (!r->words_out)
		reading_refuse(r, no_words);
}

struct reading *
reading_of(struct mem *mem, const char *bytes, size_t n)
{
	struct reading *r;

	if (n >= 4 && !memcmp(bytes, "PK\3\4", 4))
		return docx_read(mem, bytes, n);
	if (n >= 5 && !memcmp(bytes, "%PDF-", 5))
		return pdf_read(mem, bytes, n);
	r = reading_new(mem);
	reading_refuse(r, !n ? no_words : n >= 4 && !memcmp(bytes, "\xd0\xcf\x11\xe0", 4) ? old_word
	    : no_kind);
	return r;
}

/* Lines of numbers, then texts with their lengths before them. */
static void
put_text(struct buf *b, const char *s)
{
	buf_text(b, mem_printf(b->mem, "%zu ", strlen(s)));
	buf_text(b, s);
	buf_text(b, "\n");
}

const char *
reading_pack(const struct reading *r, size_t *n)
{
	struct buf b = { .mem = r->mem };

	buf_text(&b, mem_printf(r->mem, "%d %d\n", r->words_in, r->words_out));
	put_text(&b, r->wrong ? r->wrong : "");
	put_text(&b, r->wrong ? "" : r->text);
	for (int i = 0; i < NOTES; i++) {
		buf_text(&b, mem_printf(r->mem, "%d %d ", r->notes[i].times, r->notes[i].words));
		put_text(&b, r->notes[i].sample);
	}
	*n = b.n;
	return b.s;
}

struct packed {
	struct mem *mem;
	const char *at, *end;
	bool bad;
};

static int
get_number(struct packed *p)
{
	bool less = p->at < p->end && *p->at == '-';
	int64_t v = 0;

	for (p->at += less; p->at < p->end && *p->at >= '0' && *p->at <= '9' && v < INT32_MAX / 10;
	    p->at++)
		v = v * 10 + *p->at - '0';
	if (p->at == p->end || (*p->at != ' ' && *p->at != '\n'))
		p->bad = true;
	else
		p->at++;
	return (int)(less ? -v : v);
}

static const char *
get_text(struct packed *p)
{
	int n = get_number(p);

	if (p->bad || n < 0 || n >= p->end - p->at || p->at[n] != '\n') {
		p->bad = true;
		return "";
	}
	const char *s = text_nfc(p->mem, p->at, (size_t)n);
	p->at += n + 1;
	return s ? s : "";
}

struct reading *
reading_unpack(struct mem *mem, const char *bytes, size_t n)
{
	struct packed p = { mem, bytes, bytes + n, false };
	struct reading *r = reading_new(mem);
	const char *wrong;

	r->words_in = get_number(&p);
	r->words_out = get_number(&p);
	wrong = get_text(&p);
	r->wrong = *wrong ? wrong : NULL;
	r->text = get_text(&p);
	for (int i = 0; i < NOTES; i++) {
		r->notes[i].times = get_number(&p);
		r->notes[i].words = get_number(&p);
		r->notes[i].sample = get_text(&p);
	}
	return p.bad || p.at != p.end ? NULL : r;
}
