/* upkeep.c - see upkeep.h: `maintain` itself, called here a piece at a time. */

#define main maintain_main
#include "cgi-bin/tool/maintain.c"

#include "tests/upkeep.h"

struct upkeep {
	struct base base;
};

struct upkeep *
upkeep_open(const char *where, const char *name)
{
	struct upkeep *u = calloc(1, sizeof(*u));

	dir = where;
	if (!u)
		exit(1);
	u->base.name = name;
	if (!open_base(&u->base))
		exit(1);
	return u;
}

void
upkeep_checkpoint(struct upkeep *u)
{
	checkpoint(&u->base);
}

void
upkeep_close(struct upkeep *u)
{
	close_base(&u->base);
	free(u);
}
