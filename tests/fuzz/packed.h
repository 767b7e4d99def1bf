/*
 * packed.h - a sound archive of which one part is the fuzzer's: its first byte says which, from
 * 'a'; any other, and the whole is a file as it stands.  Made by craft.h, for libzip takes
 * longer to write an archive than our readers to read it.
 */
#ifndef PACKED_H
#define PACKED_H

#include <stdint.h>
#include <string.h>

#include "db/mem.h"
#include "tests/craft.h"

struct packed_part {
	const char *path, *text;	/* the last has no path */
};

/* The bytes for the reader, and in *n how many. */
static const char *
packed(struct mem *mem, const struct packed_part *parts, const uint8_t *data, size_t *n)
{
	size_t count = 0, which;

	while (parts[count].path)
		count++;
	which = *n ? (size_t)*data - 'a' : count;
	if (which >= count)
		return (const char *)data;
	craft_begin();
	for (size_t i = 0; i < count; i++)
		craft_entry((struct craft_entry){ .name = parts[i].path, .n = i == which ? *n - 1 : 0,
		    .bytes = i == which ? mem_copy(mem, (const char *)data + 1, *n - 1) : parts[i].text });
	craft_end(-1);
	*n = craft_n;
	return mem_copy(mem, craft, craft_n);
}

#endif
