/*
 * unit.h - units (đơn vị) in time: what they are called, whose they are, whom to
 * call, in which cluster or bloc, what became of whom.
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
	struct unit_kind *next;
};

/* What a code may be made of (1 to 20 letters without marks, digits and . - _ /) and a
 * phone number (digits, spaces and + . - ( ); "" too). */
bool unit_code_fits(const char *code);
bool unit_phone_fits(const char *phone);

/* By level. */
struct unit_kind *unit_kinds(struct db *, struct mem *, const char *lang);

/* As of that day; of a unit that has ended or not begun, as of its own nearest day,
 * and `live` is 0.  NULL if there is no such unit at all. */
struct unit *unit_get(struct db *, struct mem *, int64_t id, const char *day,
	const char *lang);
struct unit *unit_by_code(struct db *, struct mem *, const char *code, const char *day,
	const char *lang);

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
/* Makes the whole closure anew from unit and unit_parent. */
void    unit_close_tree(struct db *);

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

/* The history, the newest first. */
struct unit_past {
	enum { PAST_NAME, PAST_PARENT, PAST_FROM, PAST_INTO, PAST_EVENT } what;
	const char *day, *to;		/* to: "" for an event */
	const char *event;		/* of FROM, INTO, EVENT */
	const char *name;		/* of NAME: its own; else the other unit's */
	const char *kind_label, *region, *document, *note;
	int64_t other, share;		/* parent, predecessor or successor */
	struct unit_past *next;
};
struct unit_past *unit_history(struct db *, struct mem *, int64_t id, const char *lang);

/* Whom to call. */
struct unit_contact {
	int64_t id, unit;
	const char *name, *post, *phone, *valid_from, *valid_to;
	struct unit_contact *next;
};
/* day "": the ended and the coming ones too. */
struct unit_contact *unit_contacts(struct db *, struct mem *, int64_t unit, const char *day);
struct unit_contact *unit_contact_get(struct db *, struct mem *, int64_t id);
int64_t unit_contact_add(struct db *, const struct unit_contact *);	/* open-ended */
/* A correction: post and phone of ->id. */
void    unit_contact_change(struct db *, const struct unit_contact *);
void    unit_contact_end(struct db *, int64_t id, const char *day);

/* Clusters (cụm) and blocs (khối). */
struct unit_group {
	int64_t id;
	const char *kind, *name;	/* kind: cluster, bloc */
	int64_t unit;			/* whose council drew it */
	const char *unit_name, *valid_from, *valid_to, *document;
	int64_t members;		/* on the day asked */
	const char *head_name;		/* cụm trưởng; "" if none */
	struct unit_group *next;
};
/* Those that live on that day. */
struct unit_group *unit_groups(struct db *, struct mem *, const char *day);
struct unit_group *unit_group_get(struct db *, struct mem *, int64_t id, const char *day);
int64_t unit_group_add(struct db *, const struct unit_group *);	/* open-ended */
/* Its last day, and that of its members. */
void    unit_group_end(struct db *, int64_t id, const char *day);

struct unit_member {
	int64_t group, unit;
	const char *group_kind, *group_name, *unit_name, *unit_code, *document;
	int64_t head;			/* 1 cụm trưởng, 2 cụm phó */
	const char *valid_from, *valid_to;
	struct unit_member *next;
};
/* Members of a group, heads first; groups of a unit. */
struct unit_member *unit_members(struct db *, struct mem *, int64_t group, const char *day);
struct unit_member *unit_groups_of(struct db *, struct mem *, int64_t unit, const char *day);
/* From that day on; a member already gets that office from that day on. */
void    unit_member_add(struct db *, int64_t group, int64_t unit, int64_t head,
	const char *from);
void    unit_member_end(struct db *, int64_t group, int64_t unit, const char *day);

/*
 * What binds a unit on that day.  Plans that are issued, not over, and delivered to it,
 * or of which a class takes in its kind while the issuer is above it; the highest
 * issuer first.  Needs READ on plan, signup, report and flow.  The list itself is open to
 * all; sent, acknowledged and signup are not: the caller asks who may see them.
 */
struct unit_plan {
	int64_t id;
	const char *number, *date, *subject, *short_name, *period_from, *period_to;
	int64_t issuer;
	const char *issuer_name, *level_label;	/* of the issuer's kind */
	int64_t sent, acknowledged;	/* moments; 0: not */
	const char *signup_due;		/* "": none */
	const char *signup, *signup_tag;	/* its state in words, "": not begun */
	struct unit_plan *next;
};
struct unit_plan *unit_plans(struct db *, struct mem *, int64_t id, const char *day,
	const char *lang);

/* Report periods that have opened and ask its kind, under a form of a unit above it;
 * the latest due first, at most `limit`.  Not for everybody's eyes either. */
struct unit_due {
	int64_t period;
	const char *name, *form, *asker_name;
	const char *due_date;		/* the next working day if it falls on a day off */
	int64_t sent;			/* moment it was first sent; 0: not yet */
	const char *state, *tag;	/* in words, "": not begun */
	struct unit_due *next;
};
struct unit_due *unit_dues(struct db *, struct mem *, int64_t id, const char *day,
	const char *lang, int64_t limit);

#endif
