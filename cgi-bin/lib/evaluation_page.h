/*
 * evaluation_page.h - the rooms of the page program evaluation: a round and what it asks
 * (evaluation_design.c, evaluation_ready.c, evaluation_grades.c, evaluation_items.c,
 * evaluation_formula.c), a sheet (evaluation_form.c, evaluation_subject.c,
 * evaluation_case.c, evaluation_files.c, evaluation_move.c, evaluation_sheets.c,
 * evaluation_review.c), what fills itself
 * (evaluation_fill.c; papers of the unit for it: evaluation_paper.c, evaluation_choice.c), ranks (evaluation_place.c) and results (evaluation_rank.c).  The
 * addresses stand in cgi-bin/evaluation.c.
 */
#ifndef EVALUATION_PAGE_H
#define EVALUATION_PAGE_H

#include "cgi-bin/lib/due.h"
#include "cgi-bin/lib/page.h"
#include "cgi-bin/lib/score.h"
#include "db/evaluation.h"

/* evaluation_design.c: a round, and what becomes of it; evaluation_grades.c. */
handler evaluation_add_page, evaluation_add_save, evaluation_round_page,
	evaluation_round_save, evaluation_round_move, evaluation_grades_page,
	evaluation_grades_save;

/* evaluation_ready.c: what a round lacks before it opens: what stops it, and what is opened
 * knowingly; told in {{#LACKS}} of a view, or, NULL, not at all. */
struct evaluation_lacks {
	int64_t stops, odd;
	const char *names;	/* of the odd ones, for the trail */
};
struct evaluation_lacks evaluation_lacks(struct req *, struct view *, const struct evaluation_round *);

/* evaluation_items.c: the points of a class; evaluation_formula.c: how one fills itself. */
handler evaluation_class_page, evaluation_class_save, evaluation_blank, evaluation_item_page,
	evaluation_item_save;

/* evaluation_form.c: a sheet's form; evaluation_case.c: a sheet that is only read, as a page
 * or a record; evaluation_subject.c: of those without an account. */
handler evaluation_begin, evaluation_begin_save, evaluation_one, evaluation_save,
	evaluation_subject, evaluation_subject_save;

int evaluation_show_form(struct req *, int status, const struct evaluation *,
	struct evaluation_line *);

/* evaluation_move.c: its checks and moves, and what was sent. */
handler evaluation_check, evaluation_move, evaluation_receipt, evaluation_sent_copy,
	evaluation_print;

/* evaluation_files.c: evidence of each criterion. */
handler evaluation_file, evaluation_file_add, evaluation_file_remove;
/* How many files a criterion of that sheet has; {{>FILES}} of a section, with the means to
 * change them or, where there are some, to read them. */
int64_t evaluation_files(struct req *, int64_t id, int64_t item);
void evaluation_show_files(struct req *, struct view *, int64_t id,
	const struct evaluation_line *, bool change);

/* evaluation_sheets.c: the standing body's list; evaluation_review.c: its form. */
handler evaluation_sheets, evaluation_accept, evaluation_review, evaluation_judge;

/* evaluation_rank.c */
handler evaluation_results_page, evaluation_publish_page, evaluation_publish_save;

/* ---- evaluation_show.c: words and parts that several of them show ---- */

const char *evaluation_path(struct req *, int64_t id, const char *tail);
const char *evaluation_round_path(struct req *, int64_t id, const char *tail);
const char *evaluation_window(struct req *, const char *from, const char *to);
const char *evaluation_kind(struct req *, const char *kind);	/* of a round, in words */
const char *evaluation_subject_word(struct req *, const char *subject);
/* 12,5; "không phát sinh"; "chưa chấm". */
const char *evaluation_points(struct req *, const struct evaluation_score *);
/* Where the points of these are from: the plan, or the standing body. */
const char *evaluation_points_from(struct req *, const struct evaluation_item *);
/* How far from a due date, and late only where it still waits. */
const char *evaluation_due(struct req *, const struct evaluation *);

/* {{#EARLY}}: its sheets are not due yet. */
void evaluation_show_early(struct req *, struct view *, const struct evaluation_round *);

/* NULL if there is none that this person may design. */
struct evaluation_round *evaluation_round_here(struct req *, int64_t id);
/* May he read all of that round: the board of the unit that holds it? */
bool evaluation_board(struct req *, int64_t round_unit);
/* Has he to do with that round: is it in his list? */
bool evaluation_known(struct req *, int64_t round);

/* What of a sheet this person may see and do. */
struct evaluation_sight {
	bool writes, sends;	/* for its unit */
	bool board, reviews;	/* of the unit that holds the round */
	bool edits;		/* writes, and the sheet and the round stand open to it */
	bool own;		/* its own scores: others see them once they are sent */
	bool judged;		/* the standing body's: its unit once it is reviewed */
};
struct evaluation_sight evaluation_sight_of(struct req *, const struct evaluation *);
/* NULL if there is no such sheet that this person may see. */
struct evaluation *evaluation_seen(struct req *, int64_t id, struct evaluation_sight *);
int evaluation_show_case(struct req *, int status, const struct evaluation *,
	struct evaluation_sight);
/* Do units still score in that round, or only mend what was returned? */
bool evaluation_takes(const struct evaluation *);

/* {{...}} of evaluation_head.tpl, the title and the way back. */
void evaluation_show_head(struct req *, struct view *, const struct evaluation *,
	const char *title_vi);
/* {{>LINES}}: what the sheet holds, both scores as far as they may be seen. */
void evaluation_show_lines(struct req *, struct view *, const struct evaluation *,
	struct evaluation_line *, struct evaluation_sight);
/* A criterion with what its unit says of it: words, sources, evidence, its score. */
void evaluation_show_own(struct req *, struct view *, const struct evaluation *,
	const struct evaluation_line *);
/* {{>HISTORY}} */
void evaluation_show_history(struct req *, struct view *, const struct evaluation *, bool steps);
/* A form with the hidden fields of a move; the offered ones among `wanted`, {{>MOVES}}, with
 * a reason that is ready where none was typed. */
void evaluation_show_moves(struct req *, const struct evaluation *, const char *wanted,
	const char *reason);
/* Those that flow offers and the round's state and unit let through. */
bool evaluation_offered(struct req *, const struct evaluation *, const char *move);

/* Of a form of the round: is_old(), in words. */
bool evaluation_round_is_old(struct req *, const struct evaluation_round *);

/* Of a line's field on a form: its name ("v12" of v), and what its faults call it. */
const char *evaluation_key(struct req *, const char *what, const struct evaluation_line *);
const char *evaluation_label(struct req *, const struct evaluation_line *);

/* Totals of one's own score, of the review (own where there is none). */
struct score_total evaluation_own_total(struct req *, const struct evaluation_line *);
struct score_total evaluation_review_total(struct req *, const struct evaluation_line *);
/* Is the review's total one: the review is done, or each line that is scored has its own? */
bool evaluation_is_judged(const struct evaluation *, const struct evaluation_line *);

/* ---- evaluation_fill.c ---- */

/* What a criterion with a formula comes to, and the sentence that says how. */
struct evaluation_fill {
	struct score score;
	const char *how;	/* in that language */
	int64_t report, base_report;
	bool lacks;		/* a figure is missing, and `how` says which */
};
struct evaluation_fill evaluation_fill(struct req *, const struct evaluation *,
	const struct evaluation_line *, const char *lang);
/* Is it computed: has it a formula, and the figures? */
bool evaluation_fills(const struct evaluation_fill *);
/* The own score that the portal gives, the sentence in Vietnamese. */
struct evaluation_score evaluation_computed(struct req *, const struct evaluation *,
	const struct evaluation_line *);
/* The same points; and by the same figures of the same reports. */
bool evaluation_stands(const struct evaluation_score *, const struct evaluation_score *);
bool evaluation_same(const struct evaluation_score *, const struct evaluation_score *);

/* ---- evaluation_paper.c: for a criterion of a document; the sample needs no page of it ---- */

/* A paper of the unit that is judged, which the portal holds, of the round's time. */
struct evaluation_paper {
	const char *key;		/* plan-12 */
	const char *number, *day;
	const char *name;		/* "kế hoạch 31/KH-UBND, ...", in that language */
	const char *path;
	struct evaluation_paper *next;
};
struct evaluation_paper *evaluation_papers(struct req *, const struct evaluation *,
	const char *lang);
/* The one of that number and day: where a document came from; NULL: from paper. */
const struct evaluation_paper *evaluation_paper_of(const struct evaluation_paper *,
	const char *number, const char *day);
/* ---- evaluation_choice.c: the same on a form ---- */

/* The only one stands in an own score of which nothing is kept yet. */
void evaluation_paper_fill(struct evaluation_line *, const struct evaluation_paper *);
/* The one that was chosen takes the place of a number and day that are empty, or stand as
 * the page showed them; what was typed by hand stays. */
void evaluation_paper_read(struct req *, const struct evaluation_line *,
	const struct evaluation_paper *, const char **number, const char **day);
/* {{#PAPER}}: where it came from; {{#PAPERS}}: the choice, if there is any. */
void evaluation_show_paper(struct view *, const struct evaluation_line *,
	const struct evaluation_paper *);
void evaluation_show_papers(struct req *, struct view *, const struct evaluation_line *,
	const struct evaluation_paper *);

/* ---- evaluation_place.c ---- */

struct evaluation_place {
	int64_t evaluation;
	struct score_total sum;
	int64_t rank, among;	/* 0: nothing applies to it */
	const char *grade;	/* "": reaches none */
	bool reviewed;
	int64_t own_total;
	struct evaluation_place *next;
};
/* Of all sheets that stand, as their scores are now. */
struct evaluation_place *evaluation_places(struct req *, const struct evaluation_round *);
/* Every result as it stands, under the names of the last day that was judged, and what is
 * left out. */
void evaluation_freeze(struct req *, const struct evaluation_round *, int64_t publication);
/* The sheets that a publication leaves out, as this person may know of them. */
struct evaluation *evaluation_left_out(struct req *, const struct evaluation_round *);
const struct evaluation_place *evaluation_place_of(const struct evaluation_place *, int64_t id);

#endif
