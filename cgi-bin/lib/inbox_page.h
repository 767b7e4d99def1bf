/* inbox_page.h - what the rooms of the page program inbox share. */
#ifndef INBOX_PAGE_H
#define INBOX_PAGE_H

#include "cgi-bin/lib/page.h"
#include "db/inbox.h"

/* inbox_letter.c: reminder letters for all who are late. */
int inbox_letters(struct req *);
int inbox_letter_of_period(struct req *);
int inbox_letter_of_plan(struct req *);
int inbox_letter_of_round(struct req *);
int inbox_letter_of_task(struct req *);
int inbox_letter_of_own(struct req *);
int inbox_letter_of_document(struct req *);

/* inbox_link.c: private links, made, shown once and revoked. */
int inbox_links(struct req *);
int inbox_link_add(struct req *);
int inbox_link_revoke(struct req *);

/* inbox_feed.c: Atom and iCalendar. */
int inbox_plan_feed(struct req *);
int inbox_unit_feed(struct req *);
int inbox_unit_calendar(struct req *);

#endif
