/*
 * evaluation.h - evaluation (đánh giá, bình xét): a round of a plan, what each class is
 * asked and how it is scored, the sheets of those who are judged, and the results.
 *
 * Points are hundredths and shares hundredths of a per cent.  A round moves by its case
 * (flow "round"), a sheet by its own (flow "evaluation"); whoever moves a sheet to `sent`
 * calls evaluation_send_copy(), whoever publishes a round evaluation_publish(), in the same
 * transaction.  The arithmetic is not here (cgi-bin/lib/score.h).
 */
#ifndef EVALUATION_H
#define EVALUATION_H

#include "db/sent.h"

/* A name to choose, or one of several. */
struct evaluation_choice {
	int64_t id;
	const char *value, *label;
	struct evaluation_choice *next;
};

struct evaluation_round {
	int64_t id, flow_case, plan, unit, edition;
	int64_t plan_date;			/* evaluation_round_add(): from which it is opened; 0 none */
	const char *name, *kind;		/* yearly, midterm, final */
	const char *window_from, *window_to, *base_day, *due_date;
	const char *tie, *tie_text;
	const char *unit_name, *plan_number, *plan_subject;
	const char *state, *inside, *outside, *tag;
	bool edits, stands;
	int64_t publication, published;		/* the last one and when; 0: not published now */
	const char *number, *day, *reason;	/* of its decision; why sheets were left out of it */
	int64_t expected, sent, reviewed;	/* in evaluation_rounds(), for the board */
	bool board;				/* in evaluation_rounds(): this person sees all */
	struct evaluation_round *next;
};

struct evaluation_ask {
	int64_t account;
	const char *day, *lang;
	int64_t round;			/* 0: all */
	const char *state;		/* "": all; "none": not begun */
	const char *words;		/* plain, of the name; "": all */
	int sort;
	int64_t limit, skip;
};

/* Rounds that this person may see: those that stand, where he or a unit of his has to do
 * with it; all those of a unit whose rounds he designs.  sort: 1 name, 2 unit, 3 due,
 * 4 state; negative downwards. */
struct evaluation_round *evaluation_rounds(struct db *, struct mem *,
	const struct evaluation_ask *, int64_t *total);
struct evaluation_round *evaluation_round_get(struct db *, struct mem *, int64_t id,
	const char *lang);	/* NULL */

/* Is it one of those? */
bool evaluation_among(const struct evaluation_choice *, int64_t id);
/* Plans that stand and have criteria, their own or inherited; units where this person may design. */
struct evaluation_choice *evaluation_plans(struct db *, struct mem *);
struct evaluation_choice *evaluation_designers(struct db *, struct mem *, int64_t account,
	const char *day);
/* Is that unit the plan's own, or under it? */
bool evaluation_bound(struct db *, int64_t plan, int64_t unit, const char *day);
struct evaluation_choice *evaluation_ties(struct db *, struct mem *, const char *lang);
struct evaluation_choice *evaluation_formulas(struct db *, struct mem *, const char *lang);
struct evaluation_choice *evaluation_indicators(struct db *, struct mem *, const char *day);

/* Begins a round, its case being new: an item of each criterion that holds for the plan, its own
 * and the inherited, worded as in force on that day or, if that is earlier, the window's last, by
 * the plan's points where it gives some.  What changes a plan later changes no item. */
int64_t evaluation_round_add(struct db *, const struct evaluation_round *, const char *day);
void    evaluation_round_change(struct db *, const struct evaluation_round *);
/* A step of its case was made: the edition goes up. */
void    evaluation_round_touch(struct db *, int64_t id);

struct evaluation_grade {
	const char *name;
	int64_t minimum, floor, quota;		/* quota -1: none */
	struct evaluation_grade *next;
};
struct evaluation_grade *evaluation_grades(struct db *, struct mem *, int64_t round);
void evaluation_put_grades(struct db *, int64_t round, const char *tie,
	const struct evaluation_grade *);

/* How an item fills itself; formula "": a person scores it. */
struct evaluation_rule {
	const char *formula, *source, *due_day;
	const char *part_name, *plus_name, *whole_name, *measure;	/* read only */
	int64_t part, plus, whole;		/* indicators, 0: none */
	int64_t goal, tolerance, threshold, high_goal;
	int64_t region, down, total, partial, off_late, off_missing;
};

struct evaluation_item {
	int64_t id, round, plan_class, criterion;
	const char *anchor, *text, *kind, *condition, *skip;	/* anchor: as it is told */
	int64_t points;				/* -1: not set */
	int64_t planned;			/* the plan's own, -1: none; read only */
	int64_t plan;				/* that says it: the round's, or one above; */
	const char *clause;			/* and there; read only; 0 and "" of a bonus */
	bool bonus;
	struct evaluation_rule rule;
	struct evaluation_item *next;
};

struct evaluation_class {
	int64_t id;
	const char *anchor, *name, *kinds;	/* kinds of unit in words, "" for persons */
	int64_t items, unset, maximum, bonus;	/* unset: items without points */
	struct evaluation_class *next;
};
struct evaluation_class *evaluation_classes(struct db *, struct mem *, int64_t round,
	const char *lang);
/* Classes of its plan that are units and have no criterion: nobody scores them. */
struct evaluation_choice *evaluation_bare_classes(struct db *, struct mem *, int64_t round);
struct evaluation_item *evaluation_items(struct db *, struct mem *, int64_t round,
	int64_t plan_class);
struct evaluation_item *evaluation_item_get(struct db *, struct mem *, int64_t id);
/* Points, condition, how what does not apply counts. */
void evaluation_item_change(struct db *, const struct evaluation_item *);
int64_t evaluation_bonus_add(struct db *, int64_t round, int64_t plan_class, const char *text,
	int64_t points);
void evaluation_bonus_drop(struct db *, int64_t item);
void evaluation_rule_put(struct db *, int64_t item, const struct evaluation_rule *);
void evaluation_rule_drop(struct db *, int64_t item);

/* One sheet, begun or not. */
struct evaluation {
	int64_t id;			/* 0: not begun */
	int64_t flow_case, round, plan_class;
	int64_t unit;			/* enters and sends it */
	int64_t judged;			/* the unit it judges, or 0 */
	const char *subject;		/* unit, village, household, cadre, enterprise */
	const char *name, *name_key, *name_plain, *place;	/* of whom it judges */
	const char *exit_day, *back_day, *note, *saver;
	int64_t saved, edition;
	const char *unit_name, *class_name, *region;
	const char *state, *inside, *outside, *tag;
	bool edits, stands;
	const char *receipt, *first_day;	/* of the last copy; of the first */
	int64_t sent;
	/* of the last return, until it is sent again */
	const char *reason, *returned_by;
	int64_t returned_at, returned_step;
	int64_t round_unit, plan;
	const char *round_name, *round_state, *window_from, *window_to, *base_day, *due;
	int64_t unit_group;
	const char *group_name;
	bool may_write, may_send;	/* in evaluation_mine() */
	struct evaluation *next;
};

struct evaluation *evaluation_get(struct db *, struct mem *, int64_t id, const char *day,
	const char *lang);	/* NULL */
/* That unit's own sheet of a round; NULL if the round does not judge it. */
struct evaluation *evaluation_of(struct db *, struct mem *, int64_t round, int64_t unit,
	const char *day, const char *lang);

/* What waits for this person to score or send; what waits to be reviewed, the oldest
 * first.  At most 100 each. */
struct evaluation *evaluation_mine(struct db *, struct mem *, const struct evaluation_ask *);
struct evaluation *evaluation_to_review(struct db *, struct mem *, const struct evaluation_ask *);
/* All sheets of a round that this person may know of: the board all, a unit its own.
 * sort: 1 name, 2 class, 3 state, 4 sent. */
struct evaluation *evaluation_list(struct db *, struct mem *, const struct evaluation_ask *,
	int64_t *total);
/* Units under that one which the round judges, for whom nobody can score and no sheet is
 * begun: theirs is entered for them.  value is the class. */
struct evaluation_choice *evaluation_under(struct db *, struct mem *, int64_t round,
	int64_t unit, const char *day);
/* The units for which this person may score subjects in that round. */
struct evaluation_choice *evaluation_units(struct db *, struct mem *, int64_t round,
	int64_t account, const char *day);
/* Another of the same name, place and class, entered by that unit? */
bool evaluation_taken(struct db *, const struct evaluation *);

/* Begins a sheet, its case being new. */
int64_t evaluation_add(struct db *, const struct evaluation *, int64_t account, int64_t now);
/* Days and note; the edition goes up. */
void    evaluation_saved(struct db *, const struct evaluation *, int64_t account, int64_t now);
/* A review was saved, or a step made: the edition goes up. */
void    evaluation_touch(struct db *, int64_t id);

struct evaluation_score {
	bool has;			/* there is a row */
	int64_t points;			/* -1: none */
	bool skipped, computed;
	const char *text, *how, *document, *document_day;
	int64_t report, base_report;	/* 0: none */
	const char *who;		/* read only */
	int64_t at;
};

/* A criterion of a sheet, with both scores. */
struct evaluation_line {
	struct evaluation_item item;
	struct evaluation_score own, review;
	int64_t last;			/* of the round before, of the same criterion; -1: none */
	const char *reason;		/* of the last return, or "" */
	struct evaluation_line *next;
};
struct evaluation_line *evaluation_lines(struct db *, struct mem *, const struct evaluation *);
/* stage: "own" or "review". */
void evaluation_put(struct db *, int64_t id, int64_t item, const char *stage,
	const struct evaluation_score *, int64_t account, int64_t now);
void evaluation_drop(struct db *, int64_t id, int64_t item, const char *stage);
/* What was reviewed without words: accepted, or not explained yet.  A return drops it, for
 * the unit may change what was accepted. */
void evaluation_drop_accepted(struct db *, int64_t id);
void evaluation_return_add(struct db *, int64_t step, int64_t item, const char *reason);

/*
 * Figures of the reports that stand.  The last one whose window ended within those days
 * (from "" is any) and that gives all that is asked.
 */
struct evaluation_figure {
	bool has;
	int64_t part, whole;		/* part and plus added up */
	int64_t report;
	const char *period, *to;	/* its name, and its window's last day */
};
struct evaluation_figure evaluation_figure(struct db *, struct mem *, int64_t unit,
	const struct evaluation_rule *, const char *from, const char *to);
/* The same indicator, of all reports of the same form whose window ended in these days
 * added up. */
struct evaluation_figure evaluation_figure_sum(struct db *, struct mem *, int64_t unit,
	int64_t indicator, const char *from, const char *to);
/* A figure of one indicator: a rate is derived from its counts (whole > 0). */
struct evaluation_figure evaluation_figure_of(struct db *, struct mem *, int64_t unit,
	int64_t indicator, const char *from, const char *to);
/* What the unit signed up to: in that plan, or in the nearest above it in which it did; false if
 * to nothing. */
bool evaluation_target(struct db *, int64_t plan, int64_t unit, int64_t indicator,
	const char *year, int64_t *value);
/* Reports with a part on that plan that fell due within those days, as of today; a due date
 * on a holiday is put off (report_deadline). */
struct evaluation_times {
	int64_t on_time, late, missing;
};
struct evaluation_times evaluation_reports(struct db *, int64_t plan, int64_t unit,
	const char *from, const char *to, const char *today);
/* The same of tasks given by that plan, but for those withdrawn; needs READ on task. */
struct evaluation_times evaluation_tasks(struct db *, int64_t plan, int64_t unit,
	const char *from, const char *to, const char *today);
/* The same of the plan of its own that this one asks the unit for. */
struct evaluation_times evaluation_own_plans(struct db *, int64_t plan, int64_t unit,
	const char *from, const char *to, const char *today);
/* What the portal holds of that unit's own papers of those days: plans that stand and have
 * their number, reports by the day and receipt of the first copy that was sent, its sign-up to
 * that plan, and what it has proposed to a body above it; all while they stand.  By day.  Needs
 * READ on document. */
struct evaluation_document {
	const char *kind;		/* plan, report, signup, document */
	int64_t record;
	const char *number, *day;	/* number: "" of a sign-up, which has none */
	const char *name;		/* subject; form and period; "" of a sign-up */
	struct evaluation_document *next;
};
struct evaluation_document *evaluation_documents(struct db *, struct mem *, int64_t plan,
	int64_t unit, const char *from, const char *to);
/* The day of the sign-up that stands, and until when; "" for none. */
void evaluation_signup(struct db *, struct mem *, int64_t plan, int64_t unit,
	const char **due, const char **day);

/* A frozen copy with its digest and receipt, PC-2026-00012, which no other has. */
const char *evaluation_send_copy(struct db *, struct mem *, int64_t id, int64_t account,
	int64_t now, const char *day);
struct sent_copy *evaluation_copies(struct db *, struct mem *, int64_t id);	/* newest first */
struct sent_copy *evaluation_copy_get(struct db *, struct mem *, int64_t evaluation,
	int64_t id);
/* What stood in a copy, in its order. */
struct evaluation_copy_line {
	const char *anchor, *text, *how, *own_text;
	int64_t maximum, points;	/* points -1: none */
	bool skipped;
	struct evaluation_copy_line *next;
};
struct evaluation_copy_line *evaluation_copy_lines(struct db *, struct mem *, int64_t id);

/* What a round's sheets that stand hold, sheet by sheet: the reviewed score where there is
 * one, else its own.  Rights are not asked: it is for ranking. */
struct evaluation_mark {
	int64_t evaluation, plan_class, unit_group;
	int64_t holder;			/* of another without a cluster, as persons: its unit; else 0 */
	const char *first_day;		/* when it was first sent */
	bool reviewed;
	int64_t maximum, points;
	bool bonus, skipped, full, computed, none;
	int64_t own;			/* -1: none */
	bool own_skipped;
	struct evaluation_mark *next;
};
struct evaluation_mark *evaluation_marks(struct db *, struct mem *, int64_t round);
/* Sheets that stand and are not reviewed. */
int64_t evaluation_waiting(struct db *, int64_t round);
/* Sheets that a publication would leave out. */
struct evaluation_missing {
	int64_t returned, begun, none;	/* as evaluation_left_state(); begun: draft */
};
struct evaluation_missing evaluation_missing(struct db *, int64_t round);

/* What a ranking stands on: other words after any save or step of the round or its sheets. */
const char *evaluation_stand(struct db *, struct mem *, int64_t round);

struct evaluation_result {
	int64_t evaluation, unit_group, plan_class;
	const char *name, *name_key, *name_plain, *group_name, *class_name, *grade, *unit_name;
	int64_t total, bonus, maximum, share, rank, among;
	bool mine;			/* of a unit of his */
	bool sheet;			/* he may open it */
	const char *left;		/* "": ranked; else evaluation_left_state(): it was left out */
	struct evaluation_result *next;
};
int64_t evaluation_publish(struct db *, int64_t round, const char *number, const char *day,
	const char *reason, int64_t account, int64_t now);
/* How it stands with a sheet that is left out, as its cluster may read it: none, draft, or returned
 * if it was ever sent, however far it has come within its unit. */
const char *evaluation_left_state(const struct evaluation *);
/* Such a sheet, as the seq-th. */
void    evaluation_left_add(struct db *, int64_t publication, int seq, const struct evaluation *);
void    evaluation_result_add(struct db *, int64_t publication, const struct evaluation_result *);
/*
 * What was published, as far as this person may see it: the board all; a unit its own, and
 * those ranked in a cluster with one of its own; households and persons only their unit.
 * What was left out comes last, seen by the same.
 */
struct evaluation_result *evaluation_results(struct db *, struct mem *, int64_t publication,
	int64_t account, const char *day);
/* Before that: the sheets that stand, the board all, a unit its own that are reviewed; no
 * totals. */
struct evaluation_result *evaluation_drafts(struct db *, struct mem *, int64_t round,
	int64_t account, const char *day);

#endif
