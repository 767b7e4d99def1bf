/*
 * unit.h - units (đơn vị) in time: what they are called, whose they are, what became
 * of whom.  Whom to call stands in unit_contact.h, clusters and blocs in unit_group.h,
 * plans and reports that bind a unit in unit_bound.h.
 *
 * Days are ISO and inclusive at both ends; UNIT_OPEN is an open end.  What changes
 * from a day on ends the row before it on the day before; a row that begins later
 * stays, and the new one ends before it.  The closure unit_under is kept right by
 * every function here that touches a life or a parent.
 *
 * Whoever writes needs READ, ADD, CHANGE and REMOVE on "unit".
 */
#ifndef UNIT_H
#define UNIT_H

#include "db/db.h"

#define UNIT_OPEN "9999-12-31"

struct unit {
	int64_t id;
	const char *code, *name, *name_key, *name_plain, *short_name;
	const char *kind, *kind_label;
	int64_t level;			/* of the kind, 1 is the province */
	int64_t area;			/* 1: an administrative area */
	const char *region;		/* "", "I", "II", "III" */
	const char *address;
	int64_t parent;			/* 0: none on that day */
	const char *parent_name;
	const char *valid_from, *valid_to;	/* its life */
	const char *name_from, *document;	/* since when it is called so, by what */
	int64_t live;			/* 1: it lives on the day asked */
	const char *contact, *phone;	/* only from unit_list(), if asked */
	int64_t depth;			/* under a root; only from unit_tree(), unit_path() */
	int64_t children, below;	/* at once and in all; only from unit_tree() */
	struct unit *next;
};

struct unit_kind {
	const char *kind, *label;
	int64_t level, area;
	const char *valid_from, *valid_to, *document;	/* the days on which units may be of it */
	struct unit_kind *next;
};

/* What a code may be made of (1 to 20 letters without marks, digits and . - _ /) and a
 * phone number (digits, spaces and + . - ( ); "" too). */
bool unit_code_fits(const char *code);
bool unit_phone_fits(const char *phone);

/* Those that may be chosen on that day, by level; day "": all that ever were. */
struct unit_kind *unit_kinds(struct db *, struct mem *, const char *day, const char *lang);

/* As of that day; of a unit that has ended or not begun, as of its own nearest day,
 * and `live` is 0.  NULL if there is no such unit at all. */
struct unit *unit_get(struct db *, struct mem *, int64_t id, const char *day,
	const char *lang);
struct unit *unit_by_code(struct db *, struct mem *, const char *code, const char *day,
	const char *lang);
/* What heads its papers as of that day, or its own nearest day, in the writing of a
 * name: "Ủy ban nhân dân Xã Nậm Khao", "Sở Y tế" (unit_kind.authority); "" of none. */
const char *unit_issuer(struct db *, struct mem *, int64_t id, const char *day);

/* Those at once under `parent` (0: those under nobody) that live on that day, by the
 * kind's level and name. */
struct unit *unit_children(struct db *, struct mem *, int64_t parent, const char *day,
	const char *lang);

/* The same, down to `depth` under the roots (0: only the roots), parents before
 * children, with `depth`, `children`, `below`. */
struct unit *unit_tree(struct db *, struct mem *, int64_t depth, const char *day,
	const char *lang);

/* Those above it on that day, the root first, itself left out. */
struct unit *unit_path(struct db *, struct mem *, int64_t id, const char *day,
	const char *lang);

/* A list; what is 0 or "" does not filter. */
struct unit_ask {
	const char *day, *lang;
	const char *words;	/* text_plain(): in the code, or in any name it had until that day */
	const char *kind;
	int64_t under;		/* this unit and all under it */
	int64_t group;		/* members of that cluster or bloc */
	bool ended;		/* those that have ended as well */
	bool contacts;		/* fill contact and phone: not for the public */
	int sort;		/* 1 name, 2 code, 3 kind, 4 parent; negative: downwards */
	int64_t limit, skip;
};
struct unit *unit_list(struct db *, struct mem *, const struct unit_ask *, int64_t *total);

/*
 * Changes.  unit_add() takes code, name, name_key, name_plain, short_name, kind,
 * region, address, parent (0: a root), valid_from, document; it is open-ended.
 */
int64_t unit_add(struct db *, const struct unit *);
/* name (with its keys), short_name, kind, region, address, document of ->id, from that
 * day on. */
void    unit_change_name(struct db *, const struct unit *, const char *from);
/* Under another parent (0: under nobody) from that day on.  False, and nothing is
 * done, if it would then be above itself. */
bool    unit_move(struct db *, int64_t id, int64_t parent, const char *from,
	const char *document);
/* Its last day.  Its name, parent, memberships and contacts end with it; its children
 * must have been moved. */
void    unit_end(struct db *, int64_t id, const char *day);
/* True if some unit is under it on that day or later. */
bool    unit_has_children(struct db *, int64_t id, const char *day);

/*
 * What became of whom.  kind: create, merge (n to 1), split (1 to n), part (a share
 * passes on, both live), rename, dissolve; share in 1/10,000 of its households.
 * Create, rename and dissolve are their own successors.
 */
int64_t unit_event_add(struct db *, const char *kind, const char *day,
	const char *document, const char *note);
void    unit_succeed(struct db *, int64_t event, int64_t unit, int64_t successor,
	int64_t share);
/* Who carries on that unit's work on that day, through any number of steps (not by
 * `part`): the unit itself while it lives; NULL if nobody does. */
struct unit *unit_successors(struct db *, struct mem *, int64_t id, const char *day,
	const char *lang);
/* What `part` has taken from that unit on that day, in 1/10,000 of the households that
 * it had before any of them; `successor` 0: to all together.  Each must stay below the
 * whole, for both live on. */
int64_t unit_parted(struct db *, int64_t id, int64_t successor, const char *day);
/* The last day on which a `part` was taken from it or came to it; "" for none. */
const char *unit_last_part(struct db *, struct mem *, int64_t id);

/* The history, the newest first. */
struct unit_past {
	enum { PAST_NAME, PAST_PARENT, PAST_FROM, PAST_INTO, PAST_EVENT } what;
	const char *day, *to;		/* to: "" for an event */
	const char *event;		/* of FROM, INTO, EVENT */
	const char *name;		/* of NAME: its own; else the other unit's */
	const char *kind_label, *region, *document, *note;
	int64_t other, share;		/* parent, predecessor or successor */
	int64_t together;		/* of a part: all of that day between the same two */
	struct unit_past *next;
};
struct unit_past *unit_history(struct db *, struct mem *, int64_t id, const char *lang);

/* In a query: what a unit was called on that day, or first was called; '' if never. */
#define UNIT_CALLED(unit_, day_) \
	"coalesce((SELECT o.name FROM unit_name o WHERE o.unit = " unit_ \
	"  AND o.valid_from <= " day_ " ORDER BY o.valid_from DESC LIMIT 1)," \
	" (SELECT o.name FROM unit_name o WHERE o.unit = " unit_ " ORDER BY o.valid_from LIMIT 1), '')"

#endif
