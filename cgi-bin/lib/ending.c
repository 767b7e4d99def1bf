/* ending.c - see ending.h. */

#include "cgi-bin/lib/ending.h"

#include <string.h>
#include <strings.h>

bool
ending_agrees(const char *file_name, const char *box, const char *other, const char *bytes,
    size_t n)
{
	const char *ending = n >= 4 && !memcmp(bytes, "PK\3\4", 4) ? box : other;
	size_t name = strlen(file_name), end = strlen(ending);

	return name > end && !strcasecmp(file_name + name - end, ending);
}
