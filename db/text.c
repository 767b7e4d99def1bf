/* text.c - ICU for forms, case and order; numbers and days by hand. */

#include "db/text.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unicode/uchar.h>
#include <unicode/ucol.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>
#include <unicode/utf16.h>
#include <unicode/utf8.h>

/* The plain form of the characters that Vietnamese is made of, and of their
 * neighbours: one step of a table for each character of a document. */
enum { TABLE = 0x2000, DROPPED = 0xffff, SLOW = 0 };

/* ICU sorts the marks on a letter one by one: half a megabyte of them took it
 * forty seconds.  The bound is that of Unicode's stream-safe text. */
enum { MARKS = 30 };

static struct {
	const UNormalizer2 *nfc, *nfd;
	UCollator *order;
	char version[4 + U_MAX_VERSION_STRING_LENGTH];
	uint16_t plain[TABLE];
	bool ready;
} icu;

/* Seen by nobody, yet it makes two texts differ, or turns one around; or no character at all,
 * for which XML has no place. */
static bool
unseen(UChar32 c)
{
	return c == 0xad || c == 0x34f || c == 0x61c || c == 0x180e
	    || (c >= 0x200b && c <= 0x200f) || (c >= 0x202a && c <= 0x202e)
	    || (c >= 0x2060 && c <= 0x206f) || c == 0xfeff
	    || (c >= 0xe0000 && c <= 0xe007f)
	    || (c >= 0xfdd0 && c <= 0xfdef) || (c & 0xfffe) == 0xfffe;
}

/* One character of a decomposed text: 0 if it goes. */
static UChar32
strip(UChar32 c)
{
	if (c == 0x111 || c == 0x110)		/* đ has no decomposition */
		return 'd';
	if (unseen(c) || (U_GET_GC_MASK(c) & (U_GC_MN_MASK | U_GC_ME_MASK)))
		return 0;
	return u_isUWhiteSpace(c) ? ' ' : u_tolower(c);
}

/* Into at most eight characters, what is left of c; answers how many. */
static int
fold(UChar32 c, UChar32 left[8])
{
	UErrorCode e = U_ZERO_ERROR;
	UChar parts[16];
	int32_t size = unorm2_getDecomposition(icu.nfd, c, parts, 16, &e);
	int n = 0;

	if (size < 0 || U_FAILURE(e)) {
		left[0] = strip(c);
		return left[0] != 0;
	}
	for (int32_t i = 0; i < size && n < 8; ) {
		U16_NEXT(parts, i, size, c);
		if ((left[n] = strip(c)))
			n++;
	}
	return n;
}

bool
text_ready(void)
{
	UErrorCode e = U_ZERO_ERROR;
	UVersionInfo version;
	char number[U_MAX_VERSION_STRING_LENGTH];
	uint8_t key[64];

	if (icu.ready)
		return true;
	icu.nfc = unorm2_getNFCInstance(&e);
	icu.nfd = unorm2_getNFDInstance(&e);
	icu.order = ucol_open("vi", &e);
	/* U_USING_DEFAULT_WARNING: the data knows no Vietnamese. */
	if (U_FAILURE(e) || e == U_USING_DEFAULT_WARNING) {
		fprintf(stderr, "text: ICU: %s\n", u_errorName(e));
		return false;
	}
	ucol_getSortKey(icu.order, u"đ", 1, key, sizeof(key));
	u_getVersion(version);
	u_versionToString(version, number);
	snprintf(icu.version, sizeof(icu.version), "ICU %s", number);
	for (UChar32 c = 1; c < TABLE; c++) {
		UChar32 left[8];
		int n = fold(c, left);
		icu.plain[c] = n == 0 ? DROPPED
		    : n == 1 && left[0] < DROPPED ? (uint16_t)left[0] : SLOW;
	}
	icu.ready = true;
	return true;
}

static void
ready(void)
{
	if (!text_ready())
		_Exit(1);
}

int64_t
text_length(const char *text)
{
	int64_t n = 0;

	for (size_t i = 0; text[i]; n++) {
		UChar32 c;
		U8_NEXT(text, i, SIZE_MAX, c);
		if (c < 0)
			return -1;
	}
	return n;
}

static const char *
utf8(struct mem *mem, const UChar *text, int32_t n)
{
	UErrorCode e = U_ZERO_ERROR;
	int32_t size = 0;

	u_strToUTF8(NULL, 0, &size, text, n, &e);
	char *out = mem_take(mem, (size_t)size + 1);
	e = U_ZERO_ERROR;
	u_strToUTF8(out, size + 1, NULL, text, n, &e);
	return out;
}

const char *
text_nfc(struct mem *mem, const char *bytes, size_t n)
{
	UErrorCode e = U_ZERO_ERROR;
	UChar *text;
	int32_t size = 0;
	int marks = 0;
	UChar32 c, last = 0;

	ready();
	if (n > INT32_MAX / 4)		/* ICU counts in int32_t */
		return NULL;
	text = mem_take(mem, (n + 1) * sizeof(*text));
	for (int32_t i = 0; i < (int32_t)n; last = c) {
		U8_NEXT(bytes, i, (int32_t)n, c);
		if (c <= 0)
			return NULL;
		if (unseen(c) || (c == '\n' && last == '\r'))
			continue;
		marks = u_getCombiningClass(c) ? marks + 1 : 0;
		if (marks > MARKS)
			return NULL;
		if (c == '\r' || c == 0x85 || c == 0x2028 || c == 0x2029)
			text[size++] = '\n';
		else if (c > ' ' && u_charType(c) == U_SPACE_SEPARATOR)
			text[size++] = ' ';
		else
			U16_APPEND_UNSAFE(text, size, c);
	}
	int32_t composed = unorm2_spanQuickCheckYes(icu.nfc, text, size, &e);
	if (composed == size)
		return utf8(mem, text, size);

	UChar *nfc = mem_take(mem, (size_t)size * sizeof(*nfc));
	int32_t need = unorm2_normalize(icu.nfc, text, size, nfc, size, &e);
	if (e == U_BUFFER_OVERFLOW_ERROR) {
		e = U_ZERO_ERROR;
		nfc = mem_take(mem, (size_t)need * sizeof(*nfc));
		unorm2_normalize(icu.nfc, text, size, nfc, need, &e);
	}
	return utf8(mem, nfc, need);
}

/* Where a plain form is written; with `out` NULL it is only measured. */
struct plain {
	char *out;
	size_t n;
	bool space;		/* is owed before the next character */
};

static inline void
put(struct plain *p, UChar32 c)
{
	if (c == ' ') {
		p->space = p->n > 0;
		return;
	}
	if (p->space && p->out)
		p->out[p->n] = ' ';
	p->n += p->space;
	p->space = false;
	if (p->out)
		U8_APPEND_UNSAFE(p->out, p->n, c);
	else
		p->n += U8_LENGTH(c);
}

static size_t
plain(const char *text, char *out)
{
	struct plain p = { .out = out };

	for (size_t i = 0; text[i]; ) {
		UChar32 c, left[8];
		U8_NEXT_OR_FFFD(text, i, SIZE_MAX, c);
		if (c >= TABLE || icu.plain[c] == SLOW) {
			int n = fold(c, left);
			for (int j = 0; j < n; j++)
				put(&p, left[j]);
		} else if (icu.plain[c] != DROPPED) {
			put(&p, icu.plain[c]);
		}
	}
	return p.n;
}

const char *
text_plain(struct mem *mem, const char *text)
{
	ready();
	char *out = mem_take(mem, plain(text, NULL) + 1);
	plain(text, out);
	return out;
}

const char *
text_plain_number(struct mem *mem, const char *number)
{
	char *out = mem_text(mem, text_plain(mem, number)), *at = out;

	for (const char *c = out; *c; c++)
		if (*c != ' ')
			*at++ = *c;
	*at = '\0';
	return out;
}

size_t
text_letter(const char *text, size_t n, char out[static TEXT_LETTER], bool *of_word)
{
	UChar32 c, left[8];
	size_t size = 0, length = 0;
	int parts = 1;

	ready();
	U8_NEXT_OR_FFFD(text, size, n, c);
	*of_word = U_GET_GC_MASK(c) & (U_GC_L_MASK | U_GC_N_MASK | U_GC_M_MASK | U_GC_CO_MASK);
	if (c >= TABLE || icu.plain[c] == SLOW)
		parts = fold(c, left);
	else if (icu.plain[c] == DROPPED)
		parts = 0;
	else
		left[0] = icu.plain[c];
	for (int i = 0; i < parts; i++)
		U8_APPEND_UNSAFE(out, length, left[i]);
	out[length] = '\0';
	return size;
}

static UChar *
utf16(struct mem *mem, const char *text, size_t n, int32_t *size)
{
	UErrorCode e = U_ZERO_ERROR;
	UChar *wide = mem_take(mem, (n + 1) * sizeof(*wide));

	u_strFromUTF8WithSub(wide, (int32_t)n + 1, size, text, (int32_t)n, 0xfffd,
	    NULL, &e);
	return wide;
}

static const char *
in_case(struct mem *mem, const char *text, int32_t (*map)(UChar *, int32_t,
    const UChar *, int32_t, const char *, UErrorCode *))
{
	UErrorCode e = U_ZERO_ERROR;
	size_t n = strlen(text);
	int32_t size, most = 3 * (int32_t)n + 1;	/* ΐ is three in capitals */
	const UChar *wide = utf16(mem, text, n, &size);
	UChar *out = mem_take(mem, (size_t)most * sizeof(*out));

	return utf8(mem, out, map(out, most, wide, size, "vi", &e));
}

const char *
text_lower(struct mem *mem, const char *text)
{
	return in_case(mem, text, u_strToLower);
}

const char *
text_upper(struct mem *mem, const char *text)
{
	return in_case(mem, text, u_strToUpper);
}

/* A key has no zero byte within, so that without its last one, in hexadecimal,
 * what is shorter still comes first. */
static const char *
key(struct mem *mem, const char *text, size_t n)
{
	int32_t size;
	const UChar *wide = utf16(mem, text, n, &size);

	ready();
	int32_t length = ucol_getSortKey(icu.order, wide, size, NULL, 0);
	uint8_t *bytes = mem_take(mem, (size_t)length);
	ucol_getSortKey(icu.order, wide, size, bytes, length);
	char *hex = mem_take(mem, 2 * (size_t)length);
	for (int32_t i = 0; i < length - 1; i++) {
		hex[2 * i] = "0123456789abcdef"[bytes[i] >> 4];
		hex[2 * i + 1] = "0123456789abcdef"[bytes[i] & 15];
	}
	return hex;
}

const char *
text_key(struct mem *mem, const char *text)
{
	return key(mem, text, strlen(text));
}

static bool
blank(char c)
{
	return c == ' ' || (c >= '\t' && c <= '\r');
}

const char *
text_name_key(struct mem *mem, const char *person)
{
	size_t end = strlen(person), start;

	while (end && blank(person[end - 1]))
		end--;
	for (start = end; start && !blank(person[start - 1]); )
		start--;
	/* HÙNG stands among the Hùngs; 00 is less than any byte of a key. */
	const char *given = text_lower(mem, mem_copy(mem, person + start, end - start));
	while (start && blank(person[start - 1]))
		start--;
	while (start && blank(*person)) {
		person++;
		start--;
	}
	return mem_printf(mem, "%s00%s", text_key(mem, given), key(mem, person, start));
}

const char *
text_version(void)
{
	ready();
	return icu.version;
}

static const int64_t LIMIT = 1000000000000000;

static bool
digit(char c)
{
	return c >= '0' && c <= '9';
}

/* Takes up to `most` digits; answers how many, or -1 if *n leaves the range. */
static int
digits(const char **text, int most, int64_t *n)
{
	int count = 0;

	for (; count < most && digit(**text); count++, ++*text) {
		*n = *n * 10 + (**text - '0');
		if (*n > LIMIT)
			return -1;
	}
	return count;
}

bool
text_number(const char *text, int decimals, int64_t *out)
{
	int64_t n = 0;
	bool minus = false;

	while (blank(*text))
		text++;
	if (*text == '-' || !strncmp(text, "\u2212", 3)) {
		minus = true;
		text += *text == '-' ? 1 : 3;
	}
	bool zero = *text == '0';
	int first = digits(&text, INT_MAX, &n);
	if (first <= 0)
		return false;
	if (*text == '.' && (first > 3 || zero))
		return false;
	while (*text == '.') {
		text++;
		if (digits(&text, 3, &n) != 3)
			return false;
	}
	int after = 0;
	if (*text == ',') {
		text++;
		after = digits(&text, decimals, &n);
		if (after <= 0)
			return false;
	}
	while (blank(*text))
		text++;
	if (*text || decimals < 0 || decimals > 15)
		return false;
	for (; after < decimals; after++)
		if ((n *= 10) > LIMIT)
			return false;
	*out = minus ? -n : n;
	return true;
}

bool
text_number_long(const char *text)
{
	int digits = 0;

	for (; *text; text++)
		if (*text >= '0' && *text <= '9')
			digits++;
		else if (!strchr("., ", *text))
			return false;
	return digits > 15;
}

const char *
text_of_number(struct mem *mem, int64_t n, int decimals, bool full, const char *lang)
{
	bool vi = strcmp(lang, "en") != 0;
	char out[64], *to = out + sizeof(out);
	uint64_t left = n < 0 ? -(uint64_t)n : (uint64_t)n;
	bool shown = full;	/* a figure after the comma */

	*--to = '\0';
	for (int i = 0; i < decimals && i < 19; i++, left /= 10) {
		shown = shown || left % 10;
		if (shown)
			*--to = (char)('0' + left % 10);
	}
	if (shown && decimals > 0)
		*--to = vi ? ',' : '.';
	for (int i = 0; i == 0 || left; i++, left /= 10) {
		if (i && i % 3 == 0)
			*--to = vi ? '.' : ',';
		*--to = (char)('0' + left % 10);
	}
	if (n < 0)
		*--to = '-';
	return mem_text(mem, to);
}

static bool
calendar(int64_t y, int64_t m, int64_t d)
{
	static const int64_t days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
	bool leap = (y % 4 == 0 && y % 100) || y % 400 == 0;

	return y >= 1000 && y <= 9999 && m >= 1 && m <= 12 && d >= 1
	    && d <= days[m - 1] + (m == 2 && leap);
}

static bool
iso_parts(const char *iso, int64_t part[3])
{
	static const int most[] = { 4, 2, 2 };

	for (int i = 0; i < 3; i++) {
		part[i] = 0;
		if (i && *iso++ != '-')
			return false;
		if (digits(&iso, most[i], &part[i]) != most[i])
			return false;
	}
	return !*iso && calendar(part[0], part[1], part[2]);
}

static char *
iso_of(struct mem *mem, int64_t y, int64_t m, int64_t d)
{
	return mem_printf(mem, "%04d-%02d-%02d", (int)y, (int)m, (int)d);
}

bool
text_is_day(const char *iso)
{
	int64_t part[3];

	return iso_parts(iso, part);
}

static bool
word(const char **text, const char *want)
{
	size_t n = strlen(want);

	if (strncmp(*text, want, n))
		return false;
	*text += n;
	return true;
}

const char *
text_day(struct mem *mem, const char *text)
{
	int64_t d = 0, m = 0, y = 0;
	const char *s = text_plain(mem, text);

	if (text_is_day(s))
		return s;
	bool said = word(&s, "ngay ");
	if (digits(&s, 2, &d) < 1)
		return NULL;
	char by = *s;
	if (said ? !word(&s, " thang ") : by != '/' && by != '-')
		return NULL;
	s += !said;
	if (digits(&s, 2, &m) < 1)
		return NULL;
	if (said ? !word(&s, " nam ") : *s != by)
		return NULL;
	s += !said;
	if (digits(&s, 4, &y) != 4 || *s || !calendar(y, m, d))
		return NULL;
	return iso_of(mem, y, m, d);
}

const char *
text_of_day(struct mem *mem, const char *iso)
{
	int64_t p[3];

	if (!iso_parts(iso, p))
		return mem_text(mem, iso);
	return mem_printf(mem, "%02d/%02d/%04d", (int)p[2], (int)p[1], (int)p[0]);
}

const char *
text_of_day_long(struct mem *mem, const char *iso)
{
	int64_t p[3];

	if (!iso_parts(iso, p))
		return mem_text(mem, iso);
	return mem_printf(mem, "ngày %02d tháng %0*d năm %d", (int)p[2],
	    p[1] < 3 ? 2 : 1, (int)p[1], (int)p[0]);
}

/* Days since 1 March of the year 0, in years that end with February, so that
 * the leap day is the last of its year. */
static int64_t
count(const int64_t p[3])
{
	int64_t y = p[1] < 3 ? p[0] - 1 : p[0];
	int64_t m = (p[1] + 9) % 12;

	return 365 * y + y / 4 - y / 100 + y / 400 + (153 * m + 2) / 5 + p[2] - 1;
}

int64_t
text_days(const char *from, const char *to)
{
	int64_t a[3], b[3];

	if (!iso_parts(from, a) || !iso_parts(to, b))
		return 0;
	return count(b) - count(a);
}

const char *
text_day_add(struct mem *mem, const char *iso, int64_t n)
{
	enum { FOUR_CENTURIES = 146097, ALL = 10000 * 366 };
	int64_t p[3];

	if (!iso_parts(iso, p) || n > ALL || n < -ALL)
		return NULL;
	int64_t day = count(p) + n;
	if (day < 0)
		return NULL;
	int64_t in = day % FOUR_CENTURIES;
	int64_t year = (in - in / 1460 + in / 36524 - in / 146096) / 365;
	int64_t left = in - (365 * year + year / 4 - year / 100);
	int64_t m = (5 * left + 2) / 153;
	int64_t d = left - (153 * m + 2) / 5 + 1;
	int64_t y = day / FOUR_CENTURIES * 400 + year + (m >= 10);
	m = m < 10 ? m + 3 : m - 9;
	return calendar(y, m, d) ? iso_of(mem, y, m, d) : NULL;
}
