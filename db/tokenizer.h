/*
 * tokenizer.h - what FTS5 is given: the tokenizer 'vi' and the rank vi_rank(), for every
 * program that opens portal.db.
 *
 * 'vi' is unicode61 without marks, đ as d, figures without zeros in front: "dang ky" finds
 * "đăng ký", 7/KH finds 07/KH.  Each word stands in the index a second time as it is written,
 * in small letters: a string of a question that begins with TOKEN_MARKED asks for those.
 */
#ifndef TOKENIZER_H
#define TOKENIZER_H

#include <stdbool.h>

#define TOKEN_MARKED "\2"

struct sqlite3;

/*
 * vi_rank(table, mask, number, subject): how well a row answers, by nothing but that row; what
 * stands in others, bm25() asks, and so tells of those that the reader may not see.  `mask` has
 * a letter for each string of the question: f of a word, then m of the same as it was typed
 * with its marks.  `number` and `subject` are columns, -1 for none.  First come rows whose number
 * begins so, then those with the same marks, then those with all words in number or subject;
 * among equals it is BM25 with every word as rare as any other and a length of 100 for the mean.
 */
bool tokenizer_add(struct sqlite3 *);

#endif
