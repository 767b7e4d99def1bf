/*
 * inbox.h - notices (thông báo) and reminders, who may read them, due dates, private
 * feeds, and mail.
 *
 * A notice is a row of a unit and a kind; whoever today holds one of the abilities of that
 * kind (notice_reader) at that unit reads it.  `maintain` makes them, out of the steps of
 * cases and of what is due, or a trigger (units asked about a draft): no page has to remember
 * it.  What was done to a
 * person's own account is told to him alone, by notice_tell().
 */
#ifndef INBOX_H
#define INBOX_H

#include "db/db.h"

struct notice {
	int64_t id, unit, at;
	const char *kind, *tag, *label, *what, *unit_name;
	const char *path;	/* where it is dealt with */
	const char *day;	/* on which it was made */
	const char *due;	/* of a reminder, else "" */
	bool read;		/* by this account, or a reminder that is over */
	struct notice *next;
};

/* How many wait for that account. */
int64_t notice_unread(struct db *, int64_t account, const char *day);

struct notice_ask {
	int64_t account, unit;		/* 0: of every unit, and his own */
	const char *day, *lang;
	bool all;			/* those that were read as well */
	int64_t after;			/* only with a greater id */
	int sort;	/* 1 kind, 2 what, 3 unit, 4 due date, 5 made; negative downwards */
	int64_t limit, skip;
};
/* The newest first. */
struct notice *notice_list(struct db *, struct mem *, const struct notice_ask *,
	int64_t *total);
/* Where that notice leads, or NULL if this account may not read it. */
const char *notice_path(struct db *, struct mem *, int64_t id, int64_t account,
	const char *day);
/* To that person: kind, unit, what, path, day and at. */
void        notice_tell(struct db *, const struct notice *, int64_t account);
/* Once; then nothing. */
void        notice_note(struct db *, int64_t id, int64_t account, int64_t now);
/* All of his up to that one; how many there were. */
int         notice_note_all(struct db *, int64_t account, const char *day, int64_t upto,
	int64_t now);

/* What a unit owes or has done, for one who may read its reminders. */
struct duty {
	const char *duty;		/* report, signup, evaluation, task, plan (of one's own), date, document */
	int64_t record, unit;
	const char *due, *what, *path, *unit_name;
	bool done, back;		/* back: returned, and not sent again */
	int64_t days;			/* late on the day asked for */
	struct duty *next;
};
/* Due between those days, by their days. */
struct duty *duty_list(struct db *, struct mem *, int64_t account, int64_t unit,
	const char *from, const char *to, const char *day);

/*
 * What is late, for a reminder letter (công văn đôn đốc): of a period of reports
 * ("report", by report.follow), of a plan ("signup", by signup.follow) or of a round's score
 * sheets ("evaluation", by evaluation.follow, while the round is open), of a task ("task", by
 * task.follow), of the plans of their own that one asks for ("plan", by plan.follow), of the answers
 * to a proposal or conclusion ("document", by document.follow), of the units in that account's reach
 * but the one that he writes for.  A unit counts once, however many sheets it owes.
 */
struct letter {
	const char *duty;
	int64_t record;
	const char *what, *due;		/* the earliest */
	int64_t late;			/* units */
	int64_t unit;			/* for which he writes: the highest that gives him the right */
	const char *issuer, *over, *place;	/* its name; that of the body above it, ""; where it writes from */
	struct letter *next;
};
/* All that may be written today; each without issuer, over and place. */
/* Is somebody on the portal at a unit below one of his, whom a letter could reach? */
bool           letter_any(struct db *, int64_t account, const char *day);
struct letter *letter_list(struct db *, struct mem *, int64_t account, const char *day);
/* NULL if there is nothing late that is his to follow. */
struct letter *letter_get(struct db *, struct mem *, const char *duty, int64_t record,
	int64_t account, const char *day);
struct duty   *letter_units(struct db *, struct mem *, const struct letter *,
	int64_t account, const char *day);

/* Plans that stand, the newest first. */
struct feed_plan {
	int64_t id, at;
	const char *number, *subject, *issuer, *date;
	struct feed_plan *next;
};
struct feed_plan *feed_plans(struct db *, struct mem *, int64_t limit);

struct feed_link {
	int64_t id, account, unit, made;
	const char *unit_name;
	struct feed_link *next;
};
/* Units at which that account holds a role today. */
struct feed_link *feed_units(struct db *, struct mem *, int64_t account, const char *day);
/* His that are not revoked. */
struct feed_link *feed_links(struct db *, struct mem *, int64_t account, const char *day);
int64_t           feed_link_add(struct db *, const struct feed_link *, const char *digest,
	int64_t now);
/* False if it is not his or was revoked. */
bool              feed_link_revoke(struct db *, int64_t id, int64_t account, int64_t now);
/* The one that is good on that day, or NULL. */
struct feed_link *feed_link_of(struct db *, struct mem *, const char *digest,
	const char *day);

/* inbox_make.c: what `maintain` does each minute, in transactions of its own; false if
 * something was not kept.  Made once whenever it is called; of reminders that fell into
 * days on which nobody called it only the latest is made. */
extern const struct grant inbox_makes[];
bool inbox_make(struct db *, struct mem *, const char *day, int64_t now);

/* inbox_mail.c: what a person chose, and what waits to be sent. */
struct mail {
	int64_t account, upto;		/* the last notice in it */
	const char *email;
	bool wanted;
	int tries;
	struct notice *notices;		/* at most 50 of `count` */
	int64_t count;
	struct mail *next;
};
struct mail *mail_get(struct db *, struct mem *, int64_t account);
/* From now on: what is there already is not sent. */
void         mail_put(struct db *, const struct mail *);
/* Mail is sent on this portal: its mailer is alive. */
bool         mail_alive(struct db *, int64_t now);

extern const struct grant mail_sends[];		/* of the mailer */
void         mail_beat(struct db *, int64_t now);
/* Who is to have one now: not more than one an hour, nor before `again`. */
struct mail *mail_list(struct db *, struct mem *, const char *day, int64_t now);
/* What became of it: after failures it is tried again later and later, and after the
 * eighth given up. */
void         mail_note(struct db *, const struct mail *, bool sent, int64_t now);

#endif
