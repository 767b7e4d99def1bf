/*
 * plan_change.h - what changes a plan that stands: amendments (sửa đổi, bổ sung), corrections
 * (đính chính), replacements (thay thế) and recalls (thu hồi).
 *
 * Each is a plan of its own (db/plan.h), of the same unit, that says which plan it changes, how,
 * and from which day.  Nothing of the plan that is changed is ever written: its text in force on
 * a day is made of its own clauses and of the changes that hold then.  A correction mends no
 * word: it is told beside the clause.  Criteria follow their clauses; a clause that is added is
 * none.  The words of a change are found (db/search.h) in the document that makes it, and the plan
 * by them, from its issue on; a clause by the words with which it was issued, while they hold.
 */
#ifndef PLAN_CHANGE_H
#define PLAN_CHANGE_H

#include "db/plan.h"

struct plan_change {
	int64_t plan, target;
	const char *kind;		/* amend, correct, replace, recall */
	const char *holds;		/* the day that was set; "" that of its issue */
	/* Read only. */
	const char *number, *date, *subject;
	const char *first_day, *last_day;	/* it holds; "" while it does not stand */
	const char *state_label, *tag;
	bool stands;
	struct plan_change *next;
};

struct plan_change_clause {
	int64_t seq;			/* read only */
	const char *act;		/* replace, add, drop */
	const char *anchor;		/* of the target's clause, or the new one */
	const char *beside;		/* add: after which; drop: with which it goes, "" by itself */
	const char *parent, *label, *text, *markdown, *html;
	const char *was;		/* the clause's words in force when it was written; "" of a new one */
	int64_t depth;
	struct plan_change_clause *next;
};

/* A correction that stands beside a clause, until other words take that one's place. */
struct plan_correction {
	const struct plan_change *by;
	const char *text, *html;
	const char *markdown;		/* of plan_clauses_written_on() */
	struct plan_correction *next;
};

void plan_change_add(struct db *, const struct plan_change *);
void plan_change_hold(struct db *, int64_t plan, const char *holds);
/* That of a document; NULL: it changes no other. */
struct plan_change *plan_change_get(struct db *, struct mem *, int64_t plan, const char *lang);
/* All that change a plan, the first to hold first, and at the end those that do not stand: these
 * are for who may see drafts. */
struct plan_change *plan_changes(struct db *, struct mem *, int64_t target, const char *lang);

/* Of a draft: in order; one more, at the end; one in other words, where it is; one less, with what
 * was dropped with it. */
struct plan_change_clause *plan_change_clauses(struct db *, struct mem *, int64_t plan);
void plan_change_put(struct db *, int64_t plan, const struct plan_change_clause *);
void plan_change_mend(struct db *, int64_t plan, const struct plan_change_clause *);
void plan_change_drop(struct db *, int64_t plan, const char *anchor);
/* A new clause, and those under it. */
void plan_change_rename(struct db *, int64_t plan, const char *anchor, const char *to);
/* Was that anchor ever one of the plan's: of its own clause or of one that some other document
 * than `but`, which stands, adds? */
bool plan_anchor_taken(struct db *, int64_t target, const char *anchor, int64_t but);

/*
 * The clauses of a plan as in force on that day, the changed ones with what changed them; one
 * that was dropped stays in its place, without words.  `draft`, if it is not 0, is a document
 * whose own changes are laid over that.
 */
struct plan_clause *plan_clauses_on(struct db *, struct mem *, int64_t plan, const char *day,
	int64_t draft);
/* With the Markdown of those that were changed, which is not read else. */
struct plan_clause *plan_clauses_written_on(struct db *, struct mem *, int64_t plan, const char *day,
	int64_t draft);
/* Without those that were dropped. */
struct plan_clause *plan_text_on(struct db *, struct mem *, int64_t plan, const char *day);
/* Its classes, with criteria worded as their clauses are on that day, or gone with them. */
struct plan_class *plan_classes_on(struct db *, struct mem *, int64_t plan, const char *day);

#endif
