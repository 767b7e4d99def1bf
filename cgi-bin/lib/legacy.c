/* legacy.c - see legacy.h. */

#include "cgi-bin/lib/legacy.h"

#include <stdint.h>
#include <string.h>

#include "cgi-bin/lib/outline_part.h"
#include "db/text.h"

/* TCVN 5712:1993, the third set, from A1; 0 where it has no letter. */
static const uint16_t tcvn3[] = {
	0x102, 0xC2, 0xCA, 0xD4, 0x1A0, 0x1AF, 0x110, 0x103, 0xE2, 0xEA, 0xF4, 0x1A1, 0x1B0, 0x111,
	0, 0, 0, 0, 0, 0, 0xE0, 0x1EA3, 0xE3, 0xE1, 0x1EA1, 0, 0x1EB1, 0x1EB3, 0x1EB5, 0x1EAF,
	0, 0, 0, 0, 0, 0, 0, 0x1EB7, 0x1EA7, 0x1EA9, 0x1EAB, 0x1EA5, 0x1EAD, 0xE8, 0, 0x1EBB,
	0x1EBD, 0xE9, 0x1EB9, 0x1EC1, 0x1EC3, 0x1EC5, 0x1EBF, 0x1EC7, 0xEC, 0x1EC9, 0, 0, 0, 0x129,
	0xED, 0x1ECB, 0xF2, 0, 0x1ECF, 0xF5, 0xF3, 0x1ECD, 0x1ED3, 0x1ED5, 0x1ED7, 0x1ED1, 0x1ED9,
	0x1EDD, 0x1EDF, 0x1EE1, 0x1EDB, 0x1EE3, 0xF9, 0, 0x1EE7, 0x169, 0xFA, 0x1EE5, 0x1EEB,
	0x1EED, 0x1EEF, 0x1EE9, 0x1EF1, 0x1EF3, 0x1EF7, 0x1EF9, 0xFD, 0x1EF5,
};

enum { GRAVE = 0x300, ACUTE, CIRCUMFLEX, TILDE, BREVE = 0x306, HOOK = 0x309, HORN = 0x31B,
	DOT = 0x323 };

/* VNI: a letter that stands after a vowel is its marks; some are whole letters. */
static const struct { uint16_t letter, mark, tone; } vni_marks[] = {
	{ 0xF9, 0, ACUTE }, { 0xF8, 0, GRAVE }, { 0xFB, 0, HOOK }, { 0xF5, 0, TILDE }, { 0xEF, 0, DOT },
	{ 0xE2, CIRCUMFLEX, 0 }, { 0xE1, CIRCUMFLEX, ACUTE }, { 0xE0, CIRCUMFLEX, GRAVE },
	{ 0xE5, CIRCUMFLEX, HOOK }, { 0xE3, CIRCUMFLEX, TILDE }, { 0xE4, CIRCUMFLEX, DOT },
	{ 0xEA, BREVE, 0 }, { 0xE9, BREVE, ACUTE }, { 0xE8, BREVE, GRAVE }, { 0xFA, BREVE, HOOK },
	{ 0xFC, BREVE, TILDE }, { 0xEB, BREVE, DOT },
};
static const struct { uint16_t letter; const char *is; } vni_letters[] = {
	{ 0xF4, "o\xcc\x9b" }, { 0xD4, "O\xcc\x9b" }, { 0xF6, "u\xcc\x9b" }, { 0xD6, "U\xcc\x9b" },
	{ 0xF1, "\xc4\x91" }, { 0xD1, "\xc4\x90" }, { 0xED, "i\xcc\x81" }, { 0xCD, "I\xcc\x81" },
	{ 0xEC, "i\xcc\x80" }, { 0xCC, "I\xcc\x80" }, { 0xE6, "i\xcc\x89" }, { 0xC6, "I\xcc\x89" },
	{ 0xF3, "i\xcc\x83" }, { 0xD3, "I\xcc\x83" }, { 0xF2, "i\xcc\xa3" }, { 0xD2, "I\xcc\xa3" },
	{ 0xEE, "y\xcc\xa3" }, { 0xCE, "Y\xcc\xa3" },
};

enum legacy
legacy_of_font(const char *font)
{
	const char *plus = strchr(font, '+');

	if (plus && plus - font == 6)
		font = plus + 1;
	size_t n = strcspn(font, ",-");
	if (!strncmp(font, ".Vn", 3) || !strncmp(font, "#2EVn", 5))
		return n && font[n - 1] == 'H' ? TCVN3_CAPITALS : TCVN3;
	return !strncmp(font, "VNI-", 4) || !strncmp(font, "VNI ", 4) ? VNI : UNICODE;
}

static void
put(struct buf *b, uint32_t c)
{
	char s[4];
	size_t n = 1;

	if (c < 0x80) {
		s[0] = (char)c;
	} else if (c < 0x800) {
		s[0] = (char)(0xC0 | c >> 6);
		s[1] = (char)(0x80 | (c & 0x3F));
		n = 2;
	} else {
		s[0] = (char)(0xE0 | c >> 12);
		s[1] = (char)(0x80 | (c >> 6 & 0x3F));
		s[2] = (char)(0x80 | (c & 0x3F));
		n = 3;
	}
	buf_add(b, s, n);
}

static bool
is_letter(uint32_t c)
{
	return (c | 32) - 'a' < 26u || (c >= 0xA1 && c <= 0xFE);
}

/* As a hyphen of TCVN3, or the ư that was taken for one? */
static bool
is_u_horn(uint32_t before, uint32_t after)
{
	bool capital = before - 'A' < 26u || before == 0xA7;

	if (before - '0' < 10u || after - '0' < 10u || (capital && (after - 'A' < 26u)))
		return false;
	return is_letter(before) || is_letter(after);
}

static void
add_tcvn3(struct buf *b, const char *s, bool hyphens)
{
	uint32_t before = ' ', after;
	int bytes, more;

	for (; *s; s += bytes) {
		uint32_t c = code_at(s, &bytes);
		after = code_at(s + bytes, &more);
		if (c >= 0xA1 && c <= 0xFE && tcvn3[c - 0xA1])
			put(b, tcvn3[c - 0xA1]);
		else if (c == '-' && hyphens && is_u_horn(before, after))
			put(b, 0x1B0);
		else
			buf_add(b, s, (size_t)bytes);
		before = c;
	}
}

static bool
takes_marks(uint32_t c)
{
	return c < 0x80 ? c && strchr("aeouyAEOUY", (int)c) : c == 0xF4 || c == 0xD4 || c == 0xF6 || c == 0xD6;
}

static void
add_vni(struct buf *b, const char *s)
{
	uint32_t before = ' ';
	int bytes;

	for (; *s; s += bytes) {
		uint32_t c = code_at(s, &bytes), low = c >= 0xC0 && c <= 0xDE ? c + 0x20 : c;
		size_t i, n = sizeof(vni_marks) / sizeof(*vni_marks);
		for (i = 0; i < n && vni_marks[i].letter != low; i++)
			;
		if (i < n && takes_marks(before)) {
			if (vni_marks[i].mark)
				put(b, vni_marks[i].mark);
			if (vni_marks[i].tone)
				put(b, vni_marks[i].tone);
			before = ' ';
			continue;
		}
		before = c;
		n = sizeof(vni_letters) / sizeof(*vni_letters);
		for (i = 0; i < n && vni_letters[i].letter != c; i++)
			;
		if (i < n)
			buf_text(b, vni_letters[i].is);
		else
			buf_add(b, s, (size_t)bytes);
	}
}

const char *
legacy_text(struct mem *mem, enum legacy how, const char *bytes, size_t n, bool hyphens)
{
	struct buf b = { .mem = mem };
	const char *s = mem_copy(mem, bytes, n);

	if (how == UNICODE)
		return s;
	if (how == VNI)
		add_vni(&b, s);
	else
		add_tcvn3(&b, s, hyphens);
	const char *is = b.n ? text_nfc(mem, b.s, b.n) : "";
	if (!is)
		return s;
	return how == TCVN3_CAPITALS ? text_upper(mem, is) : is;
}

/* How often its commonest words are said. */
static int
reads(struct mem *mem, const char *text)
{
	static const char *const words[] = { "và", "của", "các", "được", "ngày", "tháng", "năm",
	    "nhân", "dân", "tỉnh", "xã", "hội", "việt", "số", "độc", "phúc", "kế", "hoạch", "thi",
	    "đua" };
	const char *s = text_lower(mem, text);
	int n = 0;

	while (*s) {
		size_t length = strcspn(s, " \n,.;:()/-");
		for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++)
			n += strlen(words[i]) == length && !memcmp(s, words[i], length);
		s += length + (s[length] != '\0');
	}
	return n;
}

enum legacy
legacy_of_text(struct mem *mem, const char *text)
{
	int bytes, odd = 0, letters = 0;
	size_t n = strlen(text);

	if (n > 20000)	/* the beginning tells */
		for (n = 20000; n && ((unsigned char)text[n] & 0xc0) == 0x80; n--)
			;
	text = mem_copy(mem, text, n);
	for (const char *s = text; *s; s += bytes) {
		uint32_t c = code_at(s, &bytes);
		if ((c >= 0x1EA0 && c <= 0x1EF9) || c == 0x102 || c == 0x103 || c == 0x110
		    || c == 0x111 || c == 0x1A0 || c == 0x1A1 || c == 0x1AF || c == 0x1B0)
			return UNICODE;
		odd += c >= 0xA1 && c <= 0xFE;
		letters += is_letter(c);
	}
	if (odd < 8 || odd * 20 < letters)
		return UNICODE;
	int plain = reads(mem, text);
	int abc = reads(mem, legacy_text(mem, TCVN3, text, n, false));
	int vni = reads(mem, legacy_text(mem, VNI, text, n, false));
	return abc > plain + 2 && abc >= vni ? TCVN3 : vni > plain + 2 ? VNI : UNICODE;
}
