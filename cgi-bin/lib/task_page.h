/* task_page.h - what the rooms of the page program task share. */
#ifndef TASK_PAGE_H
#define TASK_PAGE_H

#include "cgi-bin/lib/due.h"
#include "cgi-bin/lib/page.h"
#include "db/plan.h"
#include "db/task.h"

/* "/task/7", "/task/unit/7", "/task/plan/7", and what stands under it */
const char *task_path(struct req *, int64_t id, const char *rest);
const char *task_unit_path(struct req *, int64_t id, const char *rest);
const char *task_plan_path(struct req *, int64_t plan, const char *rest);

/* Its first words, for a line. */
const char *task_brief(struct req *, const char *text);
/* "III.2, ý 4", or "Toàn văn bản". */
const char *task_clause(struct req *, const char *anchor);
/* How a unit stands with it, in words; *tag is its face.  Inside: to the unit itself. */
const char *task_standing(struct req *, const struct task_unit *, bool inside,
	const char **tag);
/* How many days late: of what is overdue until today; 0. */
int64_t     task_days_late(struct req *, const struct task_unit *);
/* What is to be done, by which clause, until when: the head of a page of a task. */
void        task_show_head(struct req *, const struct task *);
/* The words of a list to choose from: {{#STATE}}. */
void        task_show_states(struct req *, const char *const states[][2], size_t n,
	const char *chosen);

/* task_give.c: a clause is made a task. */
handler task_give_page, task_give_save;

/* task_one.c: who has received it, has done it, is late; for who gave it. */
handler task_one, task_accept_many, task_withdraw_all, task_put_off;

/* task_unit.c: a unit receives it, does it, sends it; the giver accepts it. */
handler task_unit_page, task_unit_put, task_unit_step, task_unit_file, task_unit_file_add,
	task_unit_file_remove;

/* What of a unit's task this person may see and do. */
struct task_sight {
	bool writes, sends;		/* for the unit */
	bool gives;			/* keeps the plan: accepts, returns, withdraws */
	bool follows;			/* reads how it stands, and what was sent */
	bool edits;			/* writes, and it stands open to it */
	bool result;			/* what was done: others see it once it is sent */
};
/* NULL if there is none that this person may see. */
struct task_unit *task_unit_seen(struct req *, int64_t id, struct task_sight *);
/* Is that move his?  What the giver does is asked at the plan's unit too. */
bool task_may_move(const struct task_sight *, const char *move);
/* A step of a unit's case, with its line; as of act(). */
int  task_act(struct req *, const struct task_unit *, const char *move, const char *reason);

#endif
