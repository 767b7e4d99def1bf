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

/* In a query that joins a mandate to a row of role_ability itself: its role and what
 * the role may do hold on that day. */
#define ROLE_HOLDS(role_ability_, day_) \
	day_ " BETWEEN " role_ability_ ".valid_from AND " role_ability_ ".valid_to" \
	" AND EXISTS (SELECT 1 FROM role rh WHERE rh.role = " role_ability_ ".role" \
	"  AND " day_ " BETWEEN rh.valid_from AND rh.valid_to)"

/* The same of that unit and all that is under it, as the tree stands on tree_day: whoever
 * holds it need not be asked about each. */
#define MAY_ALL(ability_, account_, unit_, day_, tree_day_) \
	"SELECT 1 FROM mandate ma JOIN role_ability aa ON aa.role = ma.role" \
	" AND aa.ability = '" ability_ "' AND aa.scope = 'below'" \
	" JOIN unit_under ua ON ua.ancestor = ma.unit AND ua.unit = " unit_ \
	" AND " tree_day_ " BETWEEN ua.valid_from AND ua.valid_to" \
	" WHERE ma.account = " account_ " AND " day_ " BETWEEN ma.valid_from AND ma.valid_to" \
	" AND " ROLE_HOLDS("aa", day_)

/* In a query: a unit that lives on that day and has none above it; one that has ended
 * has none above it either. */
#define TOP_UNIT(unit_, day_) \
	"EXISTS (SELECT 1 FROM unit tu WHERE tu.id = " unit_ \
	" AND " day_ " BETWEEN tu.valid_from AND tu.valid_to)" \
	" AND NOT EXISTS (SELECT 1 FROM unit_parent tp WHERE tp.unit = " unit_ \
	" AND tp.tree = 'manage' AND " day_ " BETWEEN tp.valid_from AND tp.valid_to)"

struct mandate {
	int64_t id, account, unit;
	const char *role, *role_label, *unit_name, *post, *document;
	const char *valid_from, *valid_to;	/* 9999-12-31: open; before valid_from: withdrawn */
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

/* Does he hold one of these roles that day, anywhere: "admin specialist"? */
bool    role_held(struct db *, int64_t account, const char *roles, const char *day);

/* By their beginning; day "" gives the ended and the coming ones too. */
struct mandate *mandates_of(struct db *, struct mem *, int64_t account, const char *day,
	const char *lang);
struct mandate *mandate_get(struct db *, struct mem *, int64_t id, const char *lang);

int64_t mandate_add(struct db *, const struct mandate *);
/* Its last day; one before its first withdraws it: it was in force on no day. */
void    mandate_end(struct db *, int64_t id, const char *day);

/* Another of that account with the same unit and role, on some of the same days? */
bool    mandate_taken(struct db *, const struct mandate *);

/*
 * Administrators: account.manage reaches people by the units of their mandates, those
 * that go on or are to come.  People who have none at a unit that stands today belong to
 * the administrators of a unit that has none above it.
 */
struct person {
	int64_t id, disabled, seen;	/* 0: may sign in; has not yet done so */
	const char *login, *name, *phone;
	const char *roles;		/* of today: "Văn thư, Xã An; Lãnh đạo, đơn vị khác" */
	struct person *next;
};

struct person_ask {
	int64_t admin;
	const char *day, *lang;
	const char *q;			/* plain: of name, login or phone */
	const char *state;		/* "on", "off", "bare" (no mandate today), or "" */
	const char *unit;		/* plain: of the unit's name, or its code */
	int sort;			/* 1 name, 2 login, 3 last seen; negative downwards */
	int64_t limit, skip;
};
struct person *people(struct db *, struct mem *, const struct person_ask *, int64_t *total);

/* Is that person among them? */
bool    person_mine(struct db *, int64_t admin, int64_t account, const char *day);
/* And all his mandates from that day on, too: else his password, which opens more, is
 * not this administrator's to give.  A unit that has ended gives no right, and what is
 * held there is in nobody's way. */
bool    person_whole(struct db *, int64_t admin, int64_t account, const char *day);
/* Held at a unit that has ended: whoever has the person whole may end it. */
bool    mandate_is_left(struct db *, int64_t id, const char *day);
/* May he know of which unit it is: his own, of a unit in his reach; all at the top. */
bool    mandate_told(struct db *, int64_t admin, int64_t id, const char *day);
/* Holds account.manage for a unit that has none above it? */
bool    person_root(struct db *, int64_t admin, const char *day);

/* Units to which an account's ability to manage people reaches, by name. */
struct place {
	int64_t id;
	const char *code, *name;
	struct place *next;
};
struct place *places_of(struct db *, struct mem *, int64_t admin, const char *day,
	int64_t limit);
/* The one with that code, or of that name (plain) if there are not two; NULL. */
struct place *place_find(struct db *, struct mem *, int64_t admin, const char *day,
	const char *code, const char *plain);

/* For operators.  The unit with that code, or with "" the first that has none above
 * it; 0 if there is none. */
int64_t place_any(struct db *, const char *code, const char *day);
/* The first unit of all, a province. */
int64_t place_first(struct db *, const char *code, const char *name, const char *key,
	const char *plain);

struct role {
	const char *role, *label;
	struct role *next;
};
/* Those that may be given on that day, in their order. */
struct role *roles(struct db *, struct mem *, const char *day, const char *lang);

#endif
