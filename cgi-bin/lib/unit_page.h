/*
 * unit_page.h - the rooms of the page program unit: one unit (unit_one.c), the tree
 * redrawn (unit_change.c, unit_split.c), whom to call (unit_contact.c), clusters
 * and blocs (unit_group.c), units from a sheet (unit_import_page.c), and what they
 * share (unit_page.c).  The addresses stand in cgi-bin/unit.c.
 */
#ifndef UNIT_PAGE_H
#define UNIT_PAGE_H

#include "cgi-bin/lib/due.h"
#include "cgi-bin/lib/page.h"
#include "db/unit.h"
#include "db/unit_bound.h"
#include "db/unit_contact.h"
#include "db/unit_group.h"

enum { UNIT_DUES_SHOWN = 12 };

/* unit_one.c */
handler unit_one;
/* "toàn bộ", "62,5% số hộ" */
const char *unit_share(struct req *, int64_t share);

/* unit_change.c */
handler unit_add_page, unit_add_save, unit_edit_page, unit_edit_save, unit_move_page,
	unit_move_save, unit_end_page, unit_end_save;
/* {{#OPEN}} or {{#NO_OPEN}}: the reports of a unit about to end that are not
 * begun, not sent or returned. */
void unit_put_open(struct req *, const struct unit *);
/* A fault at `field` if it would no longer live on `day` and yet gives or takes a part
 * then or later. */
void unit_check_parts(struct req *, const struct unit *, const char *field, const char *day);

/* unit_split.c */
handler unit_split_page, unit_split_save, unit_part_page, unit_part_save;

/* unit_contact.c */
handler unit_contact_page, unit_contact_save, unit_contact_end_save;

/* unit_group.c */
handler unit_groups_page, unit_group_add_page, unit_group_add_save, unit_group_page,
	unit_member_save, unit_member_end_save, unit_group_end_save;
/* "Cụm thi đua" */
/* The group of the address, if this person may redraw it: else *status is 404 or 409; and its
 * page. */
struct unit_group *unit_redrawable(struct req *, int *status);
int unit_show_group(struct req *, int status, const struct unit_group *);
/* unit_seat.c: who of the council sits for it */
handler unit_seat_save, unit_seat_end_save;
void unit_show_seats(struct req *, const struct unit_group *, const char *day, bool mine);
void unit_seats_json(struct req *, struct json *, const struct unit_group *, const char *day);
const char *unit_group_kind(struct req *, const char *kind);

/* unit_import_page.c */
handler unit_import_page, unit_import_save;

/* unit_page.c: "/unit/7" and the rest; "/unit/group/3" likewise; the same address as
 * of that day, unless it is today. */
const char *unit_address(struct req *, int64_t id, const char *rest);
const char *unit_group_address(struct req *, int64_t id, const char *rest);
const char *unit_as_of(struct req *, const char *path, const char *day);

/* tr_with() of one value or two; NULL for none. */
const char *unit_say(struct req *, const char *vi, const char *one, const char *two);

/* ?day= or today; a day that is none is a fault of the form, which {{day}} then shows. */
const char *unit_day_asked(struct req *);
void unit_show_day(struct req *, const char *day);

/* The kinds of that day and the chosen one, as {{#KIND}} of form_option(). */
void unit_offer_kinds(struct req *, const char *day, const char *chosen);

/* A number that a list or an address of ours sent, 0 if it is none. */
int64_t unit_number_sent(struct req *, const char *name);
/* The field valid_to; a fault there if it is none, after `to`, or before `from`: then `why`,
 * whose {1} is that day. */
const char *unit_last_day(struct req *, const char *from, const char *to, const char *why);

/* Someone with a task today: anybody else is shown names and the tree. */
bool unit_known(const struct req *);

/* By unit.change, on the unit itself or from the one above it. */
bool unit_may_change(struct req *, const struct unit *);
/* The unit of the address as it stands now, if this person may change it: else *status
 * is 404, or 409 because it has ended. */
struct unit *unit_changeable(struct req *, int *status);
/* A unit typed into a field, by code or name; NULL with a fault there if there is none
 * on that day or this person does not reach it. */
struct unit *unit_named_here(struct req *, const char *field, const char *label,
	const char *text, const char *day);
/* {{>UNITS}}: what may be typed there, "04221 Xã Bình": the units beside that one on that
 * day; of no unit those at the top and at once below. */
void unit_suggest(struct req *, const struct unit *, const char *day);
/* The head of a page under a unit's own: title, crumbs, {{unit_name}}, {{self}}. */
void unit_under(struct req *, const struct unit *, const char *name);

#endif
