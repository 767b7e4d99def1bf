/* home.h - what the front page and /health ask of the database. */
#ifndef HOME_H
#define HOME_H

#include "db/db.h"

/* When that upkeep was last done; 0: never. */
int64_t home_upkeep(struct db *, const char *name);

#endif
