/* ending.h - does the name of a file that is read and not kept say what the file is? */
#ifndef ENDING_H
#define ENDING_H

#include <stdbool.h>
#include <stddef.h>

/* Does the name end in `box` (".docx") if the bytes are those of a ZIP, else in `other`
 * (".pdf")?  Capitals are as good; "" ends in nothing. */
bool ending_agrees(const char *file_name, const char *box, const char *other,
	const char *bytes, size_t n);

#endif
