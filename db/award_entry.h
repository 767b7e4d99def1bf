/*
 * award_entry.h - a row of the award register as the trail keeps it.
 *
 * Whoever enters an award writes its row into the line "award.decide" of the nomination,
 * and its revocation into the line "award.revoke" of the award.  So the chain and the seals
 * of the trail (db/audit.h) stand for the register too: its rows are compared with them.
 */
#ifndef AWARD_ENTRY_H
#define AWARD_ENTRY_H

#include "db/audit.h"

/* The row as it stands, a field each, by the names of the trail; NULL: it has none. */
struct change *award_entry(struct db *, struct mem *, int64_t nomination);
/* The same of its revocation. */
struct change *award_entry_revoked(struct db *, struct mem *, int64_t award);

struct award_entries {
	int64_t total;		/* rows of the register */
	int64_t bare;		/* of these from before lines told rows: only their number is sure */
	int64_t award;		/* the first row that is not as its lines say; 0: none */
	int64_t line;		/* the first line whose row or revocation is gone; 0: none */
};
/* A value that was erased from its line, with a line that says so, is not compared. */
struct award_entries award_entry_check(struct db *, struct mem *);

#endif
