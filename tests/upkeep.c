/* upkeep.c - see upkeep.h: `maintain` itself, called here a piece at a time. */

#define main maintain_main
#include "cgi-bin/tool/maintain.c"

#include "tests/upkeep.h"

void
upkeep_checkpoint(const char *where)
{
	struct base *bases[] = { &portal, &files, &secret };
	char path[4096];

	dir = where;
	for (size_t i = 0; i < sizeof(bases) / sizeof(*bases); i++) {
		snprintf(path, sizeof(path), "%s/%s.db", where, bases[i]->name);
		if (access(path, F_OK))
			continue;
		if (!open_base(bases[i]))
			exit(1);
		checkpoint(bases[i]);
		close_base(bases[i]);
	}
}
