/* tokenizer.h - the FTS5 tokenizer 'vi', for every program that opens portal.db. */
#ifndef TOKENIZER_H
#define TOKENIZER_H

#include <stdbool.h>

struct sqlite3;

/* unicode61 without marks, and đ as d: "dang ky" finds "đăng ký". */
bool tokenizer_add(struct sqlite3 *);

#endif
