/*
 * task.h - tasks (nhiệm vụ): what units must do by a clause of a plan that stands, until
 * which day, with which papers.
 *
 * A task does not change once it is given; its units were found on that day.  Each has a
 * row with a case of its own (db/flow.h, flow 'task', whose unit it is): received, done,
 * sent, accepted, or returned; or withdrawn by the giver.  Late is what was first sent
 * after its last day; what was returned and sent again keeps its first day.
 */
#ifndef TASK_H
#define TASK_H

#include "db/db.h"

/* For whom, one of several: all units of a kind, a cluster, or one unit. */
struct task_addressee {
	const char *kind;		/* or "" */
	int64_t unit_group, unit;
	const char *label;		/* read only: what it is called */
	struct task_addressee *next;
};

struct task {
	int64_t id, plan;
	const char *anchor;		/* "" the plan as a whole */
	const char *text, *papers;
	const char *due_date;		/* as it was set */
	const char *day;		/* on which it was given */
	int64_t account, at;
	/* Read only. */
	const char *last_day;		/* the next working day, if it is none */
	const char *clause, *html;	/* of the clause; "" */
	const char *giver;
	int64_t issuer;			/* the plan's unit */
	const char *number, *subject;	/* of the plan */
	int64_t units, received, done, late, accepted;	/* late: overdue or sent late; of
					   units without those from whom it was withdrawn */
	struct task *next;
};

struct task_unit {
	int64_t id, task, flow_case, unit;
	int64_t holder;			/* the account of the unit that does it; 0: none */
	const char *holder_name;	/* its name, or who does it in words; "" */
	const char *result;
	const char *first_day;		/* on which it was first sent; "" */
	int64_t edition;
	/* Read only. */
	const char *unit_name, *contact, *phone;
	int64_t plan, issuer;
	const char *anchor, *text, *papers, *due, *last_day, *day;
	const char *number, *subject, *issuer_name, *level;	/* level: the issuer's kind in words */
	const char *state, *inside, *outside, *tag;
	bool edits, stands;
	const char *late;		/* late: sent after its day; missing: overdue; back: returned
					   after it was sent; "" */
	int64_t received, moved;	/* moments; received 0: not yet */
	const char *reason, *by;	/* of the withdrawal; "" */
	struct task_unit *next;
};

struct task_ask {
	int64_t account;
	const char *day, *lang;
	int64_t plan;			/* 0: all */
	const char *anchor;		/* a clause's; "" all */
	const char *words;		/* text_plain(), of the task, the plan's number and subject, the unit's name */
	const char *state;		/* "", late, open, or a state; received: also what waits
					   for the leader, as it is called outside */
	int sort;			/* a column, from 1; - is down; 0 by itself */
	int64_t limit, skip;
};

/*
 * What my units must do (task.write, task.send): overdue and returned first, then by
 * launching level and plan.  Sort: task, plan, clause, unit, due, state.
 */
struct task_unit *task_mine(struct db *, struct mem *, const struct task_ask *,
	int64_t *total);
/* Of one task its units; rights are the caller's to ask.  Sort: unit, state, received,
 * first sent; 0: the late first. */
struct task_unit *task_units(struct db *, struct mem *, int64_t task,
	const struct task_ask *, int64_t *total);
struct task_unit *task_unit_get(struct db *, struct mem *, int64_t id, const char *day,
	const char *lang);

/* Tasks of plans that I look after (task.follow), those with somebody late first.  State:
 * "", late, open (somebody has not done it).  Sort: task, plan, clause, due. */
struct task *task_given(struct db *, struct mem *, const struct task_ask *, int64_t *total);
/* NULL if there is none: rights are the caller's to ask. */
struct task *task_get(struct db *, struct mem *, int64_t id, const char *day);
struct task_addressee *task_addressees(struct db *, struct mem *, int64_t task,
	const char *day, const char *lang);

/* Of a plan, clause by clause, how many this account may see: all if it follows the plan's
 * unit, else those of its units. */
struct task_count {
	const char *anchor;
	int64_t n;
	bool follows;			/* as one who follows: they are at /task/given */
	struct task_count *next;
};
struct task_count *task_counts(struct db *, struct mem *, int64_t plan, int64_t account,
	const char *day);

/* The plans of task_mine(), or of task_given(), for a choice. */
struct task_plan {
	int64_t id;
	const char *number, *subject;
	struct task_plan *next;
};
struct task_plan *task_plans(struct db *, struct mem *, int64_t account, const char *day,
	bool given);

/* Who holds a role at that unit that day, for a choice. */
struct task_person {
	int64_t id;
	const char *name, *post;
	struct task_person *next;
};
struct task_person *task_people(struct db *, struct mem *, int64_t unit, const char *day);

/* From plan, anchor, text, papers, due_date, day, account, at; `plain` is text_plain(text). */
int64_t task_add(struct db *, const struct task *, const char *plain);
/* Its due date: callers move it later, and say why (the move `extend` of each case). */
void    task_extend(struct db *, int64_t id, const char *due);
void    task_address(struct db *, int64_t task, const struct task_addressee *);
int64_t task_unit_add(struct db *, int64_t task, int64_t unit, int64_t flow_case);
/* holder, holder_name (kept if holder is 0) and result; the edition goes up. */
void    task_unit_save(struct db *, const struct task_unit *);
/* A step was taken: the edition goes up.  `sent` is the day if it was sent, else "". */
void    task_unit_moved(struct db *, int64_t id, const char *sent);

#endif
