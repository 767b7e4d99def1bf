/*
 * text.h - Vietnamese text as people write it: one form, one order, one way to
 * read a number or a day.
 *
 * All that comes from outside passes text_nfc() once, at the door; the rest of
 * the house may then compare bytes.  Keys made here are ordinary columns that
 * aggregates bind; text_version() stands beside them, and `maintain` makes them
 * anew when it changes.
 *
 * Results live in the arena and are never NULL unless it is said.
 */
#ifndef TEXT_H
#define TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "db/mem.h"

/*
 * Opens what ICU needs, so that no file is opened later: call it before the
 * process is jailed.  False: see stderr.  Without it the first use opens, and
 * ends the process if that fails.
 */
bool text_ready(void);

/* Characters (code points) in a text, or -1 if it is not UTF-8. */
int64_t text_length(const char *text);

/*
 * Composed (NFC), without byte-order mark, soft hyphens, zero-width characters,
 * marks of direction and what Unicode says is no character; no-break and other odd spaces become plain spaces;
 * CR LF, CR and other line ends become LF.  NULL if the bytes are not UTF-8,
 * hold a NUL or heap more than 30 marks on a letter.  Linear; so is text_plain().
 */
const char *text_nfc(struct mem *, const char *bytes, size_t n);

/* Lower case, no marks, đ as d, runs of white space as one space, trimmed:
 * "Hòa  Bình" and "HOÀ BÌNH" are the same.  For search and duplicate checks.
 * Here and below, bytes that are not UTF-8 become U+FFFD. */
const char *text_plain(struct mem *, const char *text);
/* That of a document's number, in which a space is a slip: none is left. */
const char *text_plain_number(struct mem *, const char *number);
/* Does it look like one: 05/KH-UBND, 12a/KH-UBND, 98/2023/NĐ-CP, 22-NQ/TU, 45/HĐTĐKT? */
bool text_is_document_number(const char *number);

/*
 * What was typed into a box to search (text_query.c).  Words stand in any order; what stands in
 * quotation marks, "..." or “...” or «...», is one word with spaces; an unclosed mark is none, and
 * so is a word without a letter or a figure.  Nothing in it is syntax.
 */
struct text_word {
	const char *typed;		/* without quotation marks, in small letters */
	bool quoted, marked;		/* marked: has letters with marks, or others than a to z */
	const char **tokens;		/* as the tokenizer 'vi' has them: plain, 07 as 7 */
	int n;
	struct text_word *next;
};
struct text_word *text_words(struct mem *, const char *typed);

/* The question for FTS5, each word both as it may stand without marks and as it was typed; ""
 * if there is no word.  And the mask of vi_rank() that goes with it (tokenizer.h). */
const char *text_match(struct mem *, const char *typed);
const char *text_mask(struct mem *, const char *typed);
/* Its words in plain form, as EACH_WORD() takes them: a list in JSON, "[]" of none.  A comma
 * and its like and backslashes divide words; what stands around one is not of it. */
const char *text_each(struct mem *, const char *typed);
/* In SQL: each of those words stands in a *_plain column, in any order; none in NULL. */
#define EACH_WORD(column, words) \
	"NOT EXISTS (SELECT 1 FROM json_each(" words ") each_word" \
	" WHERE coalesce(instr(" column ", each_word.value), 0) = 0)"

/*
 * The text with each of those words between \1 and \2; `inside`: also where one is a part of a
 * longer word, as EACH_WORD() finds it.  For titles: it holds what it looks at several times over.
 */
const char *text_marked(struct mem *, const char *text, const struct text_word *, bool inside);
/* Some words before the first that is found in n bytes of text and some after, marked, with
 * "..." where more stands; "" if none is found.  Linear, and holds no more than it answers. */
const char *text_excerpt(struct mem *, const char *text, size_t n, const struct text_word *);
/* Are all words that were typed with marks there with the same ones? */
bool text_same(struct mem *, const char *text, const struct text_word *);

/* The first character of n bytes: how many it has; its plain form, "" of a mark that belongs to
 * the one before; whether it is a letter, a figure or such a mark. */
enum { TEXT_LETTER = 33 };
size_t text_letter(const char *text, size_t n, char plain[TEXT_LETTER], bool *of_word);

/* Case by the Vietnamese repertoire. */
const char *text_lower(struct mem *, const char *text);
const char *text_upper(struct mem *, const char *text);

/*
 * The Vietnamese sort key, as hexadecimal text that memcmp orders: a ă â b c d đ
 * e ê ..., tones second.  text_name_key() sorts people: given name (the last
 * word) first, whatever its case, then the rest from the left.
 */
const char *text_key(struct mem *, const char *text);
const char *text_name_key(struct mem *, const char *person);

/* "ICU 72.1": the version that made the keys. */
const char *text_version(void);

/*
 * A number as people write it, in units of 1/10^decimals: "1.234,5" with 2
 * decimals is 123450.  Points group by three and nothing else, a comma divides;
 * "19.07" and "0.500" are refused, for they could mean both.  Spaces around, a
 * leading minus and, without points, leading zeros ("03") are taken.  False, and
 * *out as it was, if it is no number, has more decimals than asked for (at most
 * 15), or *out would leave the range of +-10^15.
 */
bool text_number(const char *text, int decimals, int64_t *out);
/* Was it only too long for that: digits and their separators, more than 15 of them? */
bool text_number_long(const char *text);

/* And back: 123450 with 2 decimals is "1.234,5" ("vi") or "1,234.5" ("en");
 * trailing zeros after the comma go unless `full`. */
const char *text_of_number(struct mem *, int64_t n, int decimals, bool full,
	const char *lang);

/*
 * A day as people write it to ISO: "5/1/2026", "05/01/2026", "05-01-2026",
 * "2026-01-05", "ngày 05 tháng 01 năm 2026" give "2026-01-05".  Two-digit years
 * and days that no calendar has give NULL.  Years are 1000 to 9999 throughout.
 */
const char *text_day(struct mem *, const char *text);

/* True for an ISO day of the calendar. */
bool text_is_day(const char *iso);

/* ISO to "05/01/2026" ("" stays ""), and to "ngày 05 tháng 01 năm 2026" by
 * Decree 30/2020/NĐ-CP: day under 10 and months 1 and 2 get a leading 0.  What is
 * no ISO day comes back as it is. */
const char *text_of_day(struct mem *, const char *iso);
const char *text_of_day_long(struct mem *, const char *iso);

/* Days from one ISO day to another; negative if `to` is earlier; 0
 * if either is no day. */
int64_t text_days(const char *from, const char *to);
/* The ISO day n days later, or NULL if there is none. */
const char *text_day_add(struct mem *, const char *iso, int64_t n);

#endif
