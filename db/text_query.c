/* text_query.c - what people type to find something, and where it stands in a text: see text.h. */

#include "db/text.h"

#include <stdint.h>
#include <string.h>

#include "db/tokenizer.h"

enum {
	WORDS = 100,		/* in a question; what comes after is left out */
	TOKEN = 256,		/* bytes of a word that count, as in tokenizer.c */
	PHRASE = 64,		/* words of a phrase that count */
	BEFORE = 6, AFTER = 18,	/* words of an excerpt */
	BESIDE = 400,		/* and bytes on either side at most */
};

/* The length of the quotation mark that stands there; 0 if there is none. */
static size_t
quote(const char *s)
{
	static const char *const marks[] = { "\"", "“", "”", "„", "‟", "«", "»", "‹", "›", "″", "〝",
	    "〞", "＂" };

	for (size_t i = 0; i < sizeof(marks) / sizeof(*marks); i++)
		if (!strncmp(s, marks[i], strlen(marks[i])))
			return strlen(marks[i]);
	return 0;
}

static bool
blank(char c)
{
	return (unsigned char)c <= ' ' || c == 0x7f;
}

struct token {
	size_t from, to;
	char plain[TOKEN + TEXT_LETTER];
};

/* 07 is 7. */
static void
drop_zeros(char *s)
{
	size_t zeros = strspn(s, "0");

	if (!s[strspn(s, "0123456789")] && zeros)
		memmove(s, s + zeros - !s[zeros], strlen(s) - zeros + !s[zeros] + 1);
}

/* The next from *at on. */
static bool
next(const char *text, size_t n, size_t *at, struct token *t)
{
	char plain[TEXT_LETTER];
	bool of_word;

	for (size_t used = 0; ; used = 0) {
		for (t->from = t->to = *at; *at < n; t->to = *at) {
			*at += text_letter(text + *at, n - *at, plain, &of_word);
			if (!of_word)
				break;
			size_t length = strlen(plain);
			if (used < TOKEN)
				memcpy(t->plain + used, plain, length), used += length;
		}
		t->plain[used < TOKEN ? used : TOKEN] = '\0';
		drop_zeros(t->plain);
		if (used || *at >= n)
			return used;
	}
}

static void
add(struct mem *mem, struct text_word ***end, const char *text, size_t n, bool quoted)
{
	const char *tokens[PHRASE];
	struct text_word *w;
	struct token t;
	size_t at = 0;
	int count = 0;

	while (count < PHRASE && next(text, n, &at, &t))
		tokens[count++] = mem_text(mem, t.plain);
	if (!count)
		return;
	w = mem_take(mem, sizeof(*w));
	char *typed = mem_text(mem, text_lower(mem, mem_copy(mem, text, n)));
	for (char *c = typed; *c; c++) {
		w->marked |= (unsigned char)*c >= 0x80;
		if (blank(*c))
			*c = ' ';
	}
	w->typed = typed;
	w->quoted = quoted;
	w->tokens = mem_take(mem, (size_t)count * sizeof(*w->tokens));
	memcpy(w->tokens, tokens, (size_t)count * sizeof(*w->tokens));
	w->n = count;
	**end = w;
	*end = &w->next;
}

struct text_word *
text_words(struct mem *mem, const char *s)
{
	struct text_word *first = NULL, **end = &first;
	size_t n;

	for (int i = 0; i < WORDS; i++) {
		while (*s && blank(*s))
			s++;
		if ((n = quote(s))) {
			const char *close = s += n;
			while (*close && !quote(close))
				close++;
			if (*close) {
				add(mem, &end, s, (size_t)(close - s), true);
				s = close + quote(close);
			}
			continue;
		}
		while (s[n] && !blank(s[n]) && !quote(s + n))
			n++;
		add(mem, &end, s, n, false);
		s += n;
	}
	return first;
}

const char *
text_match(struct mem *mem, const char *typed)
{
	const char *out = "";

	for (const struct text_word *w = text_words(mem, typed); w; w = w->next) {
		const char *and = *out ? " AND " : "";
		out = w->marked ? mem_printf(mem, "%s%s(\"%s\" OR \"" TOKEN_MARKED "%s\")", out, and,
		    w->typed, w->typed) : mem_printf(mem, "%s%s\"%s\"", out, and, w->typed);
	}
	return out;
}

const char *
text_mask(struct mem *mem, const char *typed)
{
	const char *out = "";

	for (const struct text_word *w = text_words(mem, typed); w; w = w->next)
		out = mem_printf(mem, "%sf%s", out, w->marked ? "m" : "");
	return out;
}

/* What JSON would escape is among what divides words. */
static bool
divides(char c)
{
	return blank(c) || strchr(",;:()\"\\", c);
}

static bool
of_word(char c)
{
	return (unsigned char)c >= 0x80 || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

/* Without what stands before and behind a word; a phrase is one item, with single spaces. */
static char *
list(char *at, const char *s, bool phrase)
{
	for (int pieces = 0; *s; ) {
		size_t n = 0, end = 0;
		while (*s && !of_word(*s))
			s++;
		for (; s[n] && !divides(s[n]); n++)
			end = of_word(s[n]) ? n + 1 : end;
		if (!n)
			break;
		if (phrase && pieces++) {
			at[-1] = ' ';
		} else {
			if (at[-1] == '"')
				*at++ = ',';
			*at++ = '"';
		}
		memcpy(at, s, end);
		at += end, s += n;
		*at++ = '"';
	}
	return at;
}

const char *
text_each(struct mem *mem, const char *typed)
{
	struct text_word *words = text_words(mem, typed);
	size_t room = 3;

	for (const struct text_word *w = words; w; w = w->next)
		room += 4 * strlen(text_plain(mem, w->typed)) + 4;
	char *out = mem_take(mem, room), *at = out;
	*at++ = '[';
	for (const struct text_word *w = words; w; w = w->next)
		at = list(at, text_plain(mem, w->typed), w->quoted);
	memcpy(at, "]", 2);
	return out;
}

/* ---- where they stand ---- */

/* How much of each phrase stands before the next word: a bit a beginning. */
struct seek {
	const struct text_word *words;
	uint64_t begun[WORDS];
};

/* One word on: of how many words is the longest that ends here; 0 if none does. */
static int
step(struct seek *s, const struct token *t)
{
	int longest = 0, i = 0;

	for (const struct text_word *w = s->words; w && i < WORDS; w = w->next, i++) {
		uint64_t same = 0;
		for (int k = 0; k < w->n; k++)
			if (!strcmp(w->tokens[k], t->plain))
				same |= (uint64_t)1 << k;
		s->begun[i] = (s->begun[i] << 1 | 1) & same;
		if (s->begun[i] >> (w->n - 1) & 1 && w->n > longest)
			longest = w->n;
	}
	return longest;
}

/* Where its latest words began. */
enum { RING = 128 };
static size_t *
began(size_t ring[static RING], size_t i)
{
	return &ring[i % RING];
}

static void
mark(bool *hit, size_t from, size_t to)
{
	for (size_t i = from; i < to; i++)
		hit[i] = true;
}

static void
mark_words(const char *text, const struct text_word *words, bool *hit)
{
	struct seek s = { .words = words };
	size_t ring[RING], at = 0, n = strlen(text);
	struct token t;

	for (size_t i = 0; next(text, n, &at, &t); i++) {
		*began(ring, i) = t.from;
		size_t found = (size_t)step(&s, &t);
		if (found)
			mark(hit, *began(ring, i + 1 - found), t.to);
	}
}

/* `from` and `to` of each byte of the plain form. */
static void
mark_inside(struct mem *mem, const char *text, const struct text_word *words, bool *hit)
{
	size_t n = strlen(text), room = n * TEXT_LETTER + 1, used = 0;
	char *plain = mem_take(mem, room);
	size_t *from = mem_take(mem, room * sizeof(*from)), *to = mem_take(mem, room * sizeof(*to));
	bool of_word;

	for (size_t at = 0; at < n; ) {
		size_t start = at, was = used;
		at += text_letter(text + at, n - at, plain + used, &of_word);
		for (used += strlen(plain + used); was < used; was++)
			from[was] = start, to[was] = at;
		if (used)
			to[used - 1] = at;	/* with the marks that follow */
	}
	for (; words; words = words->next)
		for (int k = 0; k < words->n; k++)
			for (const char *s = plain; (s = strstr(s, words->tokens[k])); s++)
				mark(hit, from[s - plain], to[(size_t)(s - plain) + strlen(words->tokens[k]) - 1]);
}

const char *
text_marked(struct mem *mem, const char *text, const struct text_word *words, bool inside)
{
	size_t n = strlen(text);
	bool *hit = mem_take(mem, n + 1);
	char *out = mem_take(mem, 3 * n + 2), *at = out;

	if (inside)
		mark_inside(mem, text, words, hit);
	else
		mark_words(text, words, hit);
	for (size_t i = 0; i < n; i++) {
		if (hit[i] && (!i || !hit[i - 1]))
			*at++ = '\1';
		if (text[i] != '\1' && text[i] != '\2')
			*at++ = text[i];
		if (hit[i] && !hit[i + 1])
			*at++ = '\2';
	}
	return out;
}

/* Back to where a character begins. */
static size_t
whole(const char *text, size_t at)
{
	while (at && ((unsigned char)text[at] & 0xc0) == 0x80)
		at--;
	return at;
}

const char *
text_excerpt(struct mem *mem, const char *text, size_t n, const struct text_word *words)
{
	struct seek s = { .words = words };
	size_t ring[RING], at = 0, i, found = 0;
	struct token t, more;

	for (i = 0; !found && next(text, n, &at, &t); i++) {
		*began(ring, i) = t.from;
		found = (size_t)step(&s, &t);
	}
	if (!found)
		return "";
	size_t first = i - found, hit = *began(ring, first);
	size_t start = first > BEFORE ? *began(ring, first - BEFORE) : 0, end = t.to;
	bool goes_on;
	for (int k = 0; (goes_on = next(text, n, &at, &more)) && k < AFTER && more.to - t.to < BESIDE; k++)
		end = more.to;
	if (!goes_on && n - end < BESIDE)
		end = n;
	if (hit - start > BESIDE)
		start = whole(text, hit - BESIDE);
	if (end - hit > 2 * BESIDE)
		end = whole(text, hit + 2 * BESIDE);
	const char *piece = text_marked(mem, mem_copy(mem, text + start, end - start), words, false);
	return mem_printf(mem, "%s%s%s", start ? "... " : "", piece, end < n ? " ..." : "");
}

bool
text_same(struct mem *mem, const char *text, const struct text_word *words)
{
	text = text_lower(mem, text);
	for (; words; words = words->next)
		if (words->marked && !strstr(text, words->typed))
			return false;
	return true;
}
