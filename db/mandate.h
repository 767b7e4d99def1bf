/*
 * mandate.h - mandates (giao vai trò): who acts for which unit, in which role, from
 * when to when; and so who may do what, where.
 *
 * Lists join the view mandate_scope (account, ability, unit, days) BEFORE they
 * search, sort, count or sum; a missing row denies.
 */
#ifndef MANDATE_H
#define MANDATE_H

#include "db/db.h"

/*
 * In a query: AND EXISTS (MAY(ability, "?1", "u.id", "?2")): account ?1 may, by that
 * ability, act on that unit on day ?2.
 */
#define MAY(ability_, account_, unit_, day_) \
	"SELECT 1 FROM mandate_scope ms WHERE ms.account = " account_ \
	" AND ms.ability = '" ability_ "' AND ms.unit = " unit_ \
	" AND " day_ " BETWEEN ms.mandate_from AND ms.mandate_to" \
	" AND " day_ " BETWEEN ms.unit_from AND ms.unit_to"

struct mandate {
	int64_t id, account, unit;
	const char *role, *role_label, *unit_name, *post, *document;
	const char *valid_from, *valid_to;	/* 9999-12-31: open */
	struct mandate *next;
};

struct ability {
	const char *ability;
	struct ability *next;
};

/* What an account holds on that day. */
struct ability *abilities_of(struct db *, struct mem *, int64_t account, const char *day);

/* What it is called: "Xem nhật ký"; "" if there is no such ability. */
const char *ability_label(struct db *, struct mem *, const char *ability, const char *lang);

/* The mandate by which account may do that to that unit today; 0 denies. */
int64_t mandate_for(struct db *, int64_t account, const char *ability, int64_t unit,
	const char *day);

/* By their beginning; day "" gives the ended and the coming ones too. */
struct mandate *mandates_of(struct db *, struct mem *, int64_t account, const char *day,
	const char *lang);
struct mandate *mandate_get(struct db *, struct mem *, int64_t id, const char *lang);

int64_t mandate_add(struct db *, const struct mandate *);
/* Its last day. */
void    mandate_end(struct db *, int64_t id, const char *day);

struct role {
	const char *role, *label;
	struct role *next;
};
struct role *roles(struct db *, struct mem *, const char *lang);

#endif
