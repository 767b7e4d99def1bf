/*
 * plan_change_page.h - the rooms of the page program plan for the life of a plan that stands: a
 * document that changes it, begun and sent on its way (plan_change_begin.c), prepared clause by
 * clause (plan_change.c); and the plan as in force on
 * a day, with what changed it, and the difference of two days (plan_life.c).
 */
#ifndef PLAN_CHANGE_PAGE_H
#define PLAN_CHANGE_PAGE_H

#include "cgi-bin/lib/plan_change_text.h"
#include "cgi-bin/lib/plan_page.h"

/* plan_change_begin.c */
handler plan_change_add_page, plan_change_add_save;
/* The word in the database, and its label. */
extern const char *const plan_change_kinds[4][2];
const char *plan_change_kind(struct req *, const char *kind);
/* May that plan be changed that way?  Not after its end; an amendment is only recalled, and a
 * recall stays. */
bool plan_change_may(const struct plan *target, const char *kind);
void plan_show_target(struct req *, const struct plan *target);
/* Of a plan that changes another, before it is submitted or stands as of p->date: can it do what
 * it says?  If not, there are faults in the form. */
bool plan_change_fits(struct req *, const struct plan *p, const char *move);
/* If its text is not what its changes make of it: words that say so; else NULL. */
const char *plan_change_unlike(struct req *, const struct plan *);

/* plan_change.c */
handler plan_change_page, plan_change_save, plan_change_clause_page, plan_change_clause_save,
	plan_change_drop_save;

/* plan_life.c */
handler plan_difference_page;
/* The day of ?on=, today if none is asked; NULL, with a fault there, if it is no day. */
const char *plan_day_asked(struct req *);
/* {{>LIFE}}: how it stands, what changes it and what it changes, the choice of a day. */
void plan_show_life(struct req *, const struct plan *, const char *day);
/* Beside a clause: by what it was changed, and what corrects it.  The note is made anew where
 * it is another than that of the clause before. */
struct plan_note {
	const struct plan_change *by;
	const char *act, *text, *path;
};
void plan_show_changed(struct req *, struct view *, const struct plan_clause *, struct plan_note *);
/* "Sửa theo văn bản số 12/KH-UBND ngày 20/11/2026" */
const char *plan_change_note(struct req *, const struct plan_clause *);
const char *plan_correction_note(struct req *, const char *lang, const struct plan_correction *);
/* "Bị thay thế từ ngày 01/12/2026" */
const char *plan_ended_text(struct req *, const struct plan *);
/* "Nội dung có hiệu lực vào ngày ..., hợp nhất với văn bản số ... ngày ...": Vietnamese, for paper, of
 * the amendments that hold on that day; "" of none. */
const char *plan_merged_text(struct req *, const struct plan *, const char *day);
/* Its head and its foot on paper. */
struct decree plan_decree(struct req *, const struct plan *, const char *day);
/* On paper annexes follow the signature, each on pages of its own (Decree 30/2020/NĐ-CP, Annex I).
 * Does one begin with that clause? */
bool plan_annexed(struct req *, const struct plan_clause *);
/* What stands above it: "PHỤ LỤC I" and its title; one in small letters stands in the same line
 * as its label, and is "". */
struct annex {
	const char *label, *title;
};
struct annex plan_annex(struct req *, const struct plan_clause *);
/* Of the clause after that: does it say in brackets what it is annexed to? */
bool plan_annexed_to(const struct plan_clause *);

#endif
