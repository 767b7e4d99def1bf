/*
 * home.h - what a person finds when he has signed in: what waits for him (việc của tôi)
 * across all areas, how his unit stands this year, and what is new.
 */
#ifndef HOME_H
#define HOME_H

#include "db/db.h"

struct task {
	enum task_kind {
		TASK_RECEIVE,	/* a plan sent to my unit, not acknowledged */
		TASK_DATE,	/* a date of a plan of my unit (id; period: the date), near or past, not done */
		TASK_OWN_PLAN,	/* a plan of its own that my unit owes to one above (period); id: its draft, 0 none */
		TASK_SIGNUP,	/* a plan that my unit should sign up to */
		TASK_REPORT,	/* a report of my unit, to write or to send on */
		TASK_PLAN,	/* a plan whose next step is mine */
		TASK_SEND,	/* a report that waits for me, the leader */
		TASK_REVIEW,	/* reports of a period that wait to be accepted */
		TASK_SCORE,	/* a score sheet of my unit, to fill; code "subject": of others, begun */
		TASK_SCORE_SEND,	/* sheets of a round that wait for me, the leader */
		TASK_SCORE_REVIEW,	/* sheets of a round that wait to be reviewed */
		TASK_ROUND,	/* a round that is to be opened, closed (past its due day), published */
		TASK_NOMINATE,	/* nominations of my unit, to write */
		TASK_NOMINATE_SEND,	/* that are written, and wait for me, the leader */
		TASK_APPRAISE,	/* that are here to be received, appraised, or heard by the council */
		TASK_DECISION,	/* a decision to be submitted, signed, numbered */
		TASK_GROUP,	/* opinions on a plan that wait to be grouped */
		TASK_TOPIC,	/* a group of them to be answered, or decided on */
		TASK_DO,	/* what my unit was given: to receive, to do */
		TASK_DO_SEND,	/* that is done, and waits for me, the leader */
		TASK_COMMENT,	/* a draft on which my unit is asked; it is gone when its day is over */
		TASK_DO_ACCEPT,	/* that units have sent, to be accepted; period: the task */
		TASK_DOCUMENT,	/* proposals and conclusions of my unit, to write or to mend */
		TASK_DOCUMENT_SEND,	/* one that is written, and waits for me, the leader */
		TASK_ANSWER,	/* an answer that my unit owes, or that was returned; period: the document */
		TASK_ANSWER_SEND,	/* that is written, and waits for me, the leader */
		TASK_ANSWER_ACCEPT	/* answers to one of my unit's, to be accepted; period: the document */
	} kind;
	enum task_when {
		TASK_NOW,	/* overdue, or returned */
		TASK_SOON,	/* due within seven days */
		TASK_WAITS,	/* for me, without a due day */
		TASK_LATER
	} when;
	int64_t id;		/* of the record; of a report or sheet 0: not begun */
	int64_t period, unit;	/* of a report: its period; of a sheet: its round; of what was given: the task */
	int64_t count;		/* how many are meant; of more than one id, name, unit are any's */
	const char *name;	/* the plan's number and subject, or the form and period, ... */
	const char *unit_name;
	const char *due;	/* ISO, or "" */
	const char *state, *tag;	/* in words, and its face */
	const char *code;	/* the state's own word, of what moves by a case */
	const char *reason, *by;	/* of a return that stands, or "" */
	int64_t at;		/* of the last move, or when it was sent; of many the oldest */
	struct task *next;
};

/* All of it, in the order of task_when; then by due date, and the longest wait first.
 * What one may not decide because it is one's own case is no task. */
struct task *home_tasks(struct db *, struct mem *, int64_t account, const char *day,
	const char *lang);

/* The next report period of a unit of mine that has not opened; false if none is known. */
struct coming {
	const char *name, *unit_name, *opens, *due;
};
bool home_coming(struct db *, struct mem *, int64_t account, const char *day,
	struct coming *);

/* A unit that this account writes or sends for, in the year of that day. */
struct home_unit {
	int64_t unit;
	const char *name;
	int64_t duties, on_time;	/* reports that were due or are sent; first sent in time */
	int64_t joined;			/* plans that it has signed up to */
	int64_t opinions, opinion_at;	/* that wait for an answer; the last when */
	const char *signers;		/* who may send its reports; "" nobody */
	int64_t passed;			/* reports that wait for them */
	struct home_unit *next;
};
struct home_unit *home_units(struct db *, struct mem *, int64_t account, const char *day);

/* What was answered, decided or published in the last 90 days, the newest first: to this
 * account's units, or to all.  A score is not among it, only that results are out. */
struct news {
	enum news_kind {
		NEWS_ANSWER,	/* to an opinion of my unit; detail: the decision in words */
		NEWS_AWARD,	/* an award list; detail: its number */
		NEWS_PLAN,	/* a plan that stands; detail: its number */
		NEWS_RESULT,	/* of a round that judged my unit, or that I follow; detail: the decision's number */
		NEWS_ACCEPTED,	/* a report of my unit; detail: its receipt */
		NEWS_REWARDED	/* a nomination of my unit, rewarded or refused; detail: which */
	} kind;
	int64_t id, at;
	const char *name, *detail;
	struct news *next;
};
struct news *home_news(struct db *, struct mem *, int64_t account, const char *day,
	const char *lang, int64_t now, int64_t limit);

/* For the clerk: what he numbers, this year. */
struct book {
	int64_t plans, decisions;	/* issued this year by the units where he holds that role */
	const char *plan, *plan_day, *decision, *decision_day;	/* the last; "" none */
};
struct book home_book(struct db *, struct mem *, int64_t account, const char *day);

/* For the administrator: people of the units in his reach (by today's mandates), and
 * units (communes and bodies) where nobody may send a report. */
struct staff {
	int64_t people, never;		/* that may sign in; that never did */
	int64_t ending;			/* mandates that end within 30 days */
	int64_t units, unstaffed;
};
struct staff home_staff(struct db *, int64_t account, const char *day);

/* And by name: units where nobody may send, then mandates that end soon. */
struct concern {
	int64_t unit, account;		/* account 0: a unit without a sender */
	const char *name, *role, *unit_name, *day;	/* of a mandate: who, as what, where, its last day */
	struct concern *next;
};
struct concern *home_concerns(struct db *, struct mem *, int64_t account, const char *day,
	const char *lang, int64_t limit);

/* For the auditor: the last line of the trail that is sealed, and when it was; false: none. */
bool home_seal(struct db *, int64_t *line, int64_t *at);

#endif
