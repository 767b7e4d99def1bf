/* upkeep.c - see upkeep.h: what `maintain` calls, called here a piece at a time. */

#include "tests/upkeep.h"

#include <stdlib.h>

#include "cgi-bin/lib/tend.h"

struct upkeep {
	struct base base;
};

struct upkeep *
upkeep_open(const char *where, const char *name)
{
	struct upkeep *u = calloc(1, sizeof(*u));

	if (!u)
		exit(1);
	u->base.name = name;
	if (!tend_open(&u->base, where))
		exit(1);
	return u;
}

void
upkeep_checkpoint(struct upkeep *u)
{
	tend_checkpoint(&u->base);
}

void
upkeep_close(struct upkeep *u)
{
	tend_close(&u->base);
	free(u);
}
