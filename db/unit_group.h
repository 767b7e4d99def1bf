/*
 * unit_group.h - clusters (cụm) of places and blocs (khối) of bodies, as a council
 * draws them anew, lists of recipients (nhóm nhận văn bản) that a document defines, and who is
 * in them from day to day.  A unit is in one cluster or bloc of a council, and in any lists.
 *
 * Days are ISO and inclusive.  A membership ends with its group or its unit.
 * Whoever writes needs READ, ADD, CHANGE and REMOVE on "unit", and READ on "account".
 */
#ifndef UNIT_GROUP_H
#define UNIT_GROUP_H

#include "db/db.h"

struct unit_group {
	int64_t id;
	const char *kind, *name;	/* kind: cluster, bloc; list: of recipients alone */
	int64_t unit;			/* whose council drew it */
	const char *unit_name, *valid_from, *valid_to;
	const char *document;		/* its number, that defines it; "" */
	const char *document_date, *document_text;	/* ISO; its subject line; "", or NULL of a new one */
	int64_t members;		/* on the day asked */
	const char *head_name;		/* cụm trưởng; "" if none */
	struct unit_group *next;
};
/* Those that live on that day. */
struct unit_group *unit_groups(struct db *, struct mem *, const char *day);
struct unit_group *unit_group_get(struct db *, struct mem *, int64_t id, const char *day);
int64_t unit_group_add(struct db *, const struct unit_group *);	/* open-ended */
/* Its last day, and that of its members and seats. */
void    unit_group_end(struct db *, int64_t id, const char *day);

struct unit_member {
	int64_t group, unit;
	const char *group_kind, *group_name, *unit_name, *unit_code, *document;
	int64_t head;			/* 1 cụm trưởng, 2 cụm phó */
	const char *valid_from, *valid_to;
	struct unit_member *next;
};
struct unit_member_ask {
	int64_t group;
	const char *day;
	int sort;			/* 1 name, 2 code, 3 head, 4 first day; negative downwards */
	int64_t limit, skip;
};
/* Members of a group, heads first, unless sort says else; how that unit is one, or NULL;
 * groups of a unit. */
struct unit_member *unit_members(struct db *, struct mem *, const struct unit_member_ask *,
	int64_t *total);
struct unit_member *unit_member_get(struct db *, struct mem *, int64_t group, int64_t unit,
	const char *day);
struct unit_member *unit_groups_of(struct db *, struct mem *, int64_t unit, const char *day);
/* From that day on; a member already gets that office from that day on. */
void    unit_member_add(struct db *, int64_t group, int64_t unit, int64_t head,
	const char *from);
void    unit_member_end(struct db *, int64_t group, int64_t unit, const char *day);

/* Who of the council sits for a group, and for which groups that live one sits, on that day.
 * A seat gives no right. */
struct unit_seat {
	int64_t id, group, account;
	const char *name, *login, *valid_from, *valid_to, *document;
	struct unit_seat *next;
};
struct unit_seat *unit_seats(struct db *, struct mem *, int64_t group, const char *day);
struct unit_seat *unit_seats_of(struct db *, struct mem *, int64_t account, const char *day);
bool    unit_seat_taken(struct db *, int64_t group, int64_t account, const char *from);
/* Does he follow the evaluation of that unit, whose council it is? */
bool    unit_may_sit(struct db *, int64_t account, int64_t unit, const char *day);
/* Until the group ends. */
void    unit_seat_add(struct db *, const struct unit_seat *);
void    unit_seat_end(struct db *, int64_t id, const char *day);

#endif
