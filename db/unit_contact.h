/*
 * unit_contact.h - whom to call (người liên hệ) at a unit, from day to day.
 *
 * Days are ISO and inclusive.  A contact ends with his unit: unit_end() sees to it.
 * Whoever writes needs READ, ADD and CHANGE on "unit".
 */
#ifndef UNIT_CONTACT_H
#define UNIT_CONTACT_H

#include "db/db.h"

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

#endif
