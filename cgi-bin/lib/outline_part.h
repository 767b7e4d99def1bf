/*
 * outline_part.h - what the rooms of the outline share, and nobody else needs:
 * lines, labels, the tree they make.  The face of it all is outline.h.
 */
#ifndef OUTLINE_PART_H
#define OUTLINE_PART_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "cgi-bin/lib/outline.h"

/* Text that grows at its end; s is always terminated. */
struct buf {
	struct mem *mem;
	char *s;
	size_t n, room;
};

void buf_add(struct buf *, const char *bytes, size_t n);
void buf_text(struct buf *, const char *text);

/* One code point and its bytes; bytes that are not UTF-8 come one by one. */
uint32_t code_at(const char *s, int *bytes);
bool is_upper(uint32_t);
bool is_lower(uint32_t);
/* A letter or a figure: words are made of these. */
bool is_word(uint32_t);
int  count_words(const char *text);

/* The text of n bytes with every run of white space as one space, trimmed. */
const char *squeeze(struct mem *, const char *bytes, size_t n);

/* The bytes of s that say `words` (plain form, one space between) and end with a
 * word; marks, case, hyphens and commas do not matter.  0 if s says other. */
size_t phrase(struct mem *, const char *s, const char *words);
/* Where in s they are said, with the bytes they take; NULL if nowhere. */
const char *phrase_in(struct mem *, const char *s, const char *words, size_t *n);
/* The longest that is said of a list closed by NULL. */
size_t phrase_of(struct mem *, const char *s, const char *const *list);

bool starts_upper(const char *s);
bool starts_lower(const char *s);
bool in_capitals(const char *s);	/* two capitals, no small letter */
bool ended(const char *s);		/* by . ; : ! ? before closing quotes */
bool is_title(const char *s);

/* A line of the page. */
struct row {
	const char *s;
	int indent;		/* spaces before it */
	int gap;		/* empty lines before it */
	int width, lead;	/* as set in the usual type; lead: of what would have
				   had to fit on the line before */
};

struct page {
	struct row *rows;
	int n;
	int measure;		/* width of a full line; INT_MAX: lines are paragraphs */
};

/* Could the next line have begun on this one?  `percent` of the measure. */
bool is_full(const struct page *, const struct row *line, const struct row *next,
	int percent);
/* The line cannot end here: "và", "của", a comma, a hyphen. */
bool hangs(const char *s);
/* Two halves of a line: "203/HD-" and "HĐTĐKT" without a space. */
void join(struct buf *, const char *s);

/* A line in pieces.  Stars that do not stand just before and just after words are signs:
 * "(*)", "5*3"; nor does one with a stroke count. */
struct piece *pieces_of(struct mem *, const char *s);
const char   *pieces_text(struct mem *, const struct piece *);
/* "**", "*", "***" or "". */
const char   *piece_stars(const struct piece *);
/* The line with its stars; NULL if all of it looks alike, or if it could not be read back. */
const char   *pieces_marked(struct mem *, const struct piece *);

enum label_kind { BARE, ANNEX, PART, CHAPTER, GROUP, SUBGROUP, CAPITAL, ARTICLE,
	ROMAN, NUMBER, PAREN, LETTER, DASH, PLUS };
enum { PARTS = 6 };

struct label {
	enum label_kind kind;
	size_t n;		/* its bytes */
	const char *rest;	/* what follows it, from its first word */
	const char *number;	/* as printed, for the anchor */
	int part[PARTS], parts;	/* 2.1. is 2 and 1; letters and Roman count too */
	bool sure;		/* its form alone says that it is one */
};

bool label_read(struct mem *, const char *s, struct label *);

/* The sections so far, and those still open. */
struct open {
	struct section *section;
	struct label label;
	int rank, loose;
};

struct tree {
	struct mem *mem;
	struct section *first, **end;
	struct open open[40];
	int depth, loose;
	struct slot { const char *anchor; int n; } *slots;
	int slots_used, slots_room;
};

/* Not a label here; a label if the sentence before has ended; the very next one.
 * May turn a Roman C. into the capital that follows B. */
enum fit { NO, LOOSE, NEXT };
enum fit label_fits(const struct tree *, struct label *);

/* With a label of kind BARE: a paragraph.  The text is set by the caller. */
struct section *tree_add(struct tree *, const struct label *, const char *label);

/* A row of a table, its cells escaped, and the line's end. */
void buf_row(struct buf *, const char *row);

/* The same clauses, their labels read again off all their words: "Chương" at a page's
 * end and "III. ..." on the next are one label only once they are joined.  What the
 * Markdown is read back to. */
struct section *sections_again(struct mem *, const struct section *);

struct criteria *criteria_of(struct mem *, struct section *);

/* The frame: rows before the body, and those after it. */
int  read_head(struct mem *, const struct page *, int end, struct outline *);
void read_preamble(struct mem *, struct line *paragraphs, struct outline *);
bool is_base(struct mem *, const char *s);
int  find_tail(struct mem *, const struct page *);
/* Where the body goes on after it (an annex). */
int  read_tail(struct mem *, const struct page *, int tail, struct outline *);

#endif
