/*
 * kind.h - what bytes are, by their content and not by their name.
 *
 * libmagic says what the head is; what it is too kind to is asked again here: a PDF or a
 * picture begins at the first byte, and in a box (.docx, .xls and their like) the entries
 * themselves are read, for its head is the same whatever is in it.
 */
#ifndef KIND_H
#define KIND_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "db/mem.h"

enum { KIND_HEAD = 4096 };	/* bytes that are enough of a head */

/* Opens what libmagic needs, so that no file is opened later: before the jail. */
bool kind_ready(void);

/* The media type of what begins so; KIND_ZIP and KIND_OLE wait for kind_of_box(). */
#define KIND_ZIP "application/zip"
#define KIND_OLE "application/x-ole-storage"
const char *kind_of_head(struct mem *, const char *head, size_t n);

/* Copies what is there of n bytes from `at` on, and says how many. */
typedef size_t kind_look(void *of, int64_t at, char *to, size_t n);

/*
 * The media type of a whole box of that kind (KIND_ZIP, KIND_OLE).  *why is NULL, or a
 * Vietnamese sentence that says why it is not taken: macros, a password, entries that
 * would unpack without end.
 */
const char *kind_of_box(const char *kind, int64_t size, kind_look *, void *of, const char **why);

/* What a type that is not taken is called: "chương trình chạy được"; untranslated. */
const char *kind_word(const char *type);

#endif
