/* text_document.c - what the number of a document looks like: see text.h. */

#include "db/text.h"

#include <string.h>

/* Digits, perhaps a letter, and what may divide a number's parts after them. */
static size_t
ordinal(const char *number)
{
	size_t n = strspn(number, "0123456789");

	if (!n || n > 6 || strspn(number, "0") == n)
		return 0;
	n += number[n] >= 'a' && number[n] <= 'z';
	return number[n] == '/' || number[n] == '-' ? n : 0;
}

bool
text_is_document_number(const char *number)
{
	size_t at = ordinal(number);
	bool slash = false, letter = false, divided = false;

	if (!at)
		return false;
	for (const char *c = number + at; *c; c++) {
		bool word = (*c & 0x80) || (*c >= 'A' && *c <= 'Z') || (*c >= 'a' && *c <= 'z');
		if (*c == '/' || *c == '-' || *c == '.') {
			if (divided)
				return false;
			divided = true;
			slash = slash || *c == '/';
		} else if (word || (*c >= '0' && *c <= '9')) {
			divided = false;
			letter = letter || word;
		} else {
			return false;
		}
	}
	return slash && letter && !divided;
}
