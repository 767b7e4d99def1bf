/*
 * reading.h - what was read out of a .docx (docx.h) or a .pdf (pdf.h): the text, line by
 * line, and an account of every word that the file has.
 *
 * The text is for outline.h: a paragraph a line, an empty line between them; tables as
 * lines of "|"; what is **bold** or *italic* within a line in stars (outline_mark.c); numbers
 * that the program counted (1., a), Điều 1.) written out in front.
 * words_in is counted while the file is read, words_out in the text that came out of it:
 * words_in + added = words_out + left, or the reader says so (UNACCOUNTED).
 */
#ifndef READING_H
#define READING_H

#include <stdbool.h>
#include <stddef.h>

#include "db/mem.h"

enum note_kind {
	/* in the file, and not in the text */
	LEFT_HEADER, LEFT_PAGE_NUMBER, LEFT_REPEATED, LEFT_DELETED, LEFT_HIDDEN, LEFT_COMMENT,
	LEFT_CONTENTS, LEFT_PICTURE, LEFT_PAGE, LEFT_TURNED, LEFT_OBJECT, LEFT_SYMBOL, UNACCOUNTED,
	/* in the text, and no words of the file */
	ADDED_NUMBER, ADDED_MARK,
	/* only to be known */
	TOLD_INSERTED, TOLD_BOX, TOLD_NOTE, TOLD_HALVES, TOLD_TABLE, TOLD_BAR, TOLD_BULLET,
	TOLD_COUNT, TOLD_ACROSS, TOLD_HYPHEN, TOLD_TCVN3, TOLD_VNI, TOLD_COMPOSED, TOLD_MARKED,
	TOLD_UNMARKED, TOLD_STRUCK, TOLD_UNDERLINED,
	NOTES
};
#define NOTE_LEFT(kind) ((kind) <= UNACCOUNTED)
#define NOTE_ADDED(kind) ((kind) == ADDED_NUMBER || (kind) == ADDED_MARK)

struct note {
	int times, words;
	const char *sample;	/* the first of it, at most 300 bytes; "" */
};

struct reading {
	struct mem *mem;
	const char *wrong;	/* NULL, or why it cannot be read: a key of cgi-bin/lang */
	const char *text;
	int words_in, words_out;
	struct note notes[NOTES];
};

enum { READING_MAX = 1 << 20 };	/* bytes of text: what /plan/add takes */
/* Why a file cannot be read. */
extern const char reading_too_long[], reading_stopped[], docx_broken[], docx_too_many[],
	docx_too_dense[], docx_too_big[], docx_unsafe[], docx_locked[], docx_no_document[],
	pdf_broken[], pdf_locked[], pdf_scanned[], pdf_too_many[], reading_other[], reading_book[];

struct reading *reading_new(struct mem *);
/* The first word against it counts. */
void reading_refuse(struct reading *, const char *why);
/* One more of that kind, of so many words as the text has. */
void reading_note(struct reading *, enum note_kind, const char *text);
/* Composed (NFC), without what has no width; told if that changed a letter.  Bytes that are no
 * UTF-8 become "". */
const char *reading_tidy(struct reading *, const char *bytes, size_t n);
/* A row of a table as a line of "|"; the first with `rules` below it, "---", ":---:" or "---:" of
 * each column.  A bar within a cell is told and becomes one that is broken (¦). */
struct buf;
void reading_row(struct reading *, struct buf *, const char *const *cells, int columns,
	const char *const *rules);
/* The whole text: counted, and the account closed. */
void reading_end(struct reading *, const char *text);

/* By its bytes: a .docx or a .pdf; else refused by what it is. */
struct reading *reading_of(struct mem *, const char *bytes, size_t n);

/* For an index: of those two, of the texts in any sheet of an .xlsx, of plain text (.txt, .csv)
 * in UTF-8; else refused (reading_words.c). */
struct reading *reading_words(struct mem *, const char *bytes, size_t n);

/* Through a pipe, and back; NULL if it is no reading. */
const char *reading_pack(const struct reading *, size_t *n);
struct reading *reading_unpack(struct mem *, const char *bytes, size_t n);

#endif
