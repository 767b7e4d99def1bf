/*
 * ical.h - a calendar as programs take it (iCalendar, RFC 5545): whole days, each with what it
 * is about.  Its ids are made of the portal's own random number, so that an event stays what it is
 * when the portal is renamed or moved.
 */
#ifndef ICAL_H
#define ICAL_H

struct req;
struct ical;

struct ical_event {
	const char *id;			/* of its own within the portal */
	const char *day;		/* ISO */
	const char *summary, *text;	/* plain; text "" is left out */
	const char *path;		/* "/plan/7", by the name by which this was asked; "" is left out:
					   where a cache keeps the answer, that name is the asker's word */
};

struct ical *ical_new(struct req *, const char *name);
void ical_add(struct ical *, const struct ical_event *);
int  ical_give(struct ical *);		/* the end of a handler */

#endif
