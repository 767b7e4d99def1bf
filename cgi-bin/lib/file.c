/* file.c - see file.h. */

#include "cgi-bin/lib/file.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

const char *
file_read(struct mem *mem, const char *path, size_t max, size_t *length)
{
	FILE *f = fopen(path, "rb");
	const char *why = NULL;
	char *bytes = NULL;
	struct stat st;

	if (!f || fstat(fileno(f), &st)) {
		why = strerror(errno);
	} else if (!S_ISREG(st.st_mode)) {
		why = "no regular file";
	} else if ((size_t)st.st_size > max) {
		why = mem_printf(mem, "%lld bytes are too many, the limit is %zu",
		    (long long)st.st_size, max);
	} else {
		*length = (size_t)st.st_size;
		bytes = mem_take(mem, *length + 1);
		if (fread(bytes, 1, *length, f) != *length)
			why = "cannot be read to its end";
	}
	if (f)
		fclose(f);
	if (!why)
		return bytes;
	fprintf(stderr, "%s: %s\n", path, why);
	return NULL;
}
