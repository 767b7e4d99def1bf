/* outline_word.c - letters, words and line ends, as the outline sees them. */

#include "cgi-bin/lib/outline_part.h"

#include <limits.h>
#include <string.h>

#include "db/text.h"

void
buf_add(struct buf *b, const char *bytes, size_t n)
{
	if (b->n + n + 1 > b->room) {
		b->room = (b->n + n + 1) * 2;
		char *s = mem_take(b->mem, b->room);
		if (b->n)
			memcpy(s, b->s, b->n);
		b->s = s;
	}
	memcpy(b->s + b->n, bytes, n);
	b->n += n;
	b->s[b->n] = '\0';
}

void
buf_text(struct buf *b, const char *text)
{
	buf_add(b, text, strlen(text));
}

uint32_t
code_at(const char *s, int *bytes)
{
	const unsigned char *u = (const unsigned char *)s;
	int more = *u >= 0xF0 ? 3 : *u >= 0xE0 ? 2 : *u >= 0xC0 ? 1 : 0;
	uint32_t c = more ? *u & (0x3Fu >> more) : *u;

	*bytes = 1;
	for (int i = 1; i <= more; i++) {
		if ((u[i] & 0xC0) != 0x80)
			return *u;
		c = c << 6 | (u[i] & 0x3F);
	}
	*bytes = more + 1;
	return c;
}

/* In the blocks that Vietnamese uses, capital and small letters stand in pairs. */
static bool
paired(uint32_t c)
{
	return (c >= 0x100 && c < 0x138) || (c >= 0x14A && c < 0x178) ||
	    c == 0x1A0 || c == 0x1A1 || (c >= 0x1EA0 && c < 0x1F00);
}

bool
is_upper(uint32_t c)
{
	return (c >= 'A' && c <= 'Z') || (c >= 0xC0 && c <= 0xDE && c != 0xD7) ||
	    c == 0x1AF || (paired(c) && c % 2 == 0);
}

bool
is_lower(uint32_t c)
{
	return (c >= 'a' && c <= 'z') || (c >= 0xDF && c <= 0xFF && c != 0xF7) ||
	    c == 0x1B0 || (paired(c) && c % 2 == 1);
}

bool
is_word(uint32_t c)
{
	if (c < 0xC0)
		return (c >= '0' && c <= '9') || is_upper(c) || is_lower(c);
	return !(c >= 0x2000 && c < 0x2E80) && !(c >= 0xE000 && c < 0xF900) &&
	    c != 0xD7 && c != 0xF7;
}

int
count_words(const char *text)
{
	int words = 0, bytes;
	bool in = false;

	for (; *text; text += bytes) {
		bool word = is_word(code_at(text, &bytes));
		words += word && !in;
		in = word;
	}
	return words;
}

static bool
is_space(char c)
{
	return c == ' ' || (c >= '\t' && c <= '\r');
}

const char *
squeeze(struct mem *mem, const char *bytes, size_t n)
{
	char *copy = mem_take(mem, n + 1), *to = copy;

	for (size_t i = 0; i < n; i++) {
		if (!is_space(bytes[i]))
			*to++ = bytes[i];
		else if (to > copy && to[-1] != ' ')
			*to++ = ' ';
	}
	if (to > copy && to[-1] == ' ')
		to--;
	*to = '\0';
	return copy;
}

/* The bytes of the word at s; a little more than `limit` if it is longer. */
static size_t
word_at(const char *s, size_t limit)
{
	size_t n = 0;
	int bytes;

	while (n <= limit && s[n] && is_word(code_at(s + n, &bytes)))
		n += (size_t)bytes;
	return n;
}

/* What may stand between the words of a phrase: nothing that ends a sentence. */
static const char *
skip_between(const char *s)
{
	for (;;) {
		if (*s == ' ' || *s == '-' || *s == ',')
			s++;
		else if (!strncmp(s, "–", 3))
			s += 3;
		else
			return s;
	}
}

size_t
phrase(struct mem *mem, const char *s, const char *words)
{
	const char *from = s;

	while (*words) {
		size_t want = strcspn(words, " ");
		/* A letter with its marks takes three bytes at most. */
		size_t bytes = word_at(s, 3 * want);
		if (bytes < want || bytes > 3 * want)
			return 0;
		if ((unsigned char)*s < 0x80 && (*s | 0x20) != *words)
			return 0;
		const char *plain = text_plain(mem, mem_copy(mem, s, bytes));
		if (strlen(plain) != want || strncmp(plain, words, want))
			return 0;
		s += bytes;
		words += want;
		if (*words) {
			words++;
			s = skip_between(s);
		}
	}
	return (size_t)(s - from);
}

const char *
phrase_in(struct mem *mem, const char *s, const char *words, size_t *n)
{
	while (*s) {
		size_t word = word_at(s, SIZE_MAX - 4);
		int bytes;
		if (word && (*n = phrase(mem, s, words)))
			return s;
		code_at(s, &bytes);
		s += word ? word : (size_t)bytes;
	}
	return NULL;
}

size_t
phrase_of(struct mem *mem, const char *s, const char *const *list)
{
	size_t best = 0;

	for (; *list; list++) {
		size_t n = phrase(mem, s, *list);
		if (n > best)
			best = n;
	}
	return best;
}

static uint32_t
first_letter(const char *s)
{
	int bytes;
	uint32_t c = code_at(s, &bytes);

	if (c == 0x201C || c == '"' || c == 0x2018 || c == 0xAB)
		c = code_at(s + bytes, &bytes);
	return c;
}

bool
starts_upper(const char *s)
{
	return is_upper(first_letter(s));
}

bool
starts_lower(const char *s)
{
	return is_lower(first_letter(s));
}

bool
in_capitals(const char *s)
{
	int capitals = 0, bytes;

	for (; *s; s += bytes) {
		uint32_t c = code_at(s, &bytes);
		if (is_lower(c))
			return false;
		capitals += is_upper(c);
	}
	return capitals > 1;
}

static bool
ends_with(const char *s, size_t n, const char *end)
{
	size_t m = strlen(end);

	return n >= m && !memcmp(s + n - m, end, m);
}

/* "TP." before a city, "ThS." before a name: the sentence goes on. */
static bool
abbreviated(const char *s, size_t n)
{
	static const char *const list[] = { "TP.", "Tp.", "TX.", "TT.", "Q.", "P.",
		"GS.", "PGS.", "TS.", "ThS.", "BS.", NULL };

	for (int i = 0; list[i]; i++) {
		size_t m = strlen(list[i]);
		if (ends_with(s, n, list[i]) && (n == m || s[n - m - 1] == ' '))
			return true;
	}
	return false;
}

bool
ended(const char *s)
{
	static const char *const closers[] = { "”", "\"", ")", "]", "’", "»", " " };
	size_t n = strlen(s);

	for (size_t i = 0; i < sizeof(closers) / sizeof(*closers); i++)
		if (ends_with(s, n, closers[i])) {
			n -= strlen(closers[i]);
			i = (size_t)-1;
		}
	if (!n)
		return false;
	return ends_with(s, n, "…") || (strchr(".;:!?", s[n - 1]) && !abbreviated(s, n));
}

bool
is_title(const char *s)
{
	return *s && strlen(s) <= 300 && !ended(s) && !strchr(s, ';');
}

bool
hangs(const char *s)
{
	static const char *const list[] = { ",", "-", "–", "(", "“", "/", " và",
		" của", " các", " những", " với", " tại", " theo", " đến", " từ", " là",
		" để", " về", " cho", " hoặc", " bằng", " khoản", " Điều", NULL };
	size_t n = strlen(s);

	for (int i = 0; list[i]; i++)
		if (ends_with(s, n, list[i]))
			return true;
	return false;
}

bool
is_full(const struct page *page, const struct row *line, const struct row *next,
    int percent)
{
	return page->measure < INT_MAX && (line->width + 250 + next->lead) * (int64_t)100 >=
	    (int64_t)page->measure * percent;
}

void
join(struct buf *b, const char *s)
{
	int bytes;

	if (b->n) {
		char last = b->s[b->n - 1];
		bool broken = (last == '-' || last == '/') && b->n > 1 &&
		    b->s[b->n - 2] != ' ' && is_word(code_at(s, &bytes));
		if (!broken)
			buf_text(b, " ");
	}
	buf_text(b, s);
}
