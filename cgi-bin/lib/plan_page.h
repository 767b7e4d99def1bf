/*
 * plan_page.h - the rooms of the page program plan: a text taken in and put right
 * (plan_draft.c), its criteria (plan_criteria.c), its recipients (plan_recipients.c),
 * its case (plan_case.c), the signed copy (plan_file.c); and a plan as its reader sees it, with what they share
 * (plan_page.c); or on paper (plan_print.c).  Its movement (plan_movement.c), its place in the tree of plans (plan_tree.c) and
 * what hangs there (plan_child.c), criteria that it inherits (plan_inherit.c), receipts on paper
 * (plan_receipt.c).  The addresses stand in cgi-bin/plan.c.
 */
#ifndef PLAN_PAGE_H
#define PLAN_PAGE_H

#include "cgi-bin/lib/due.h"
#include "cgi-bin/lib/page.h"
#include "db/plan.h"

/* plan_draft.c */
handler plan_add_page, plan_add_save, plan_edit_page, plan_edit_save;
/* The draft of the address, if this person may change it here: else *status is 404, or
 * 409 because it is no draft any more. */
struct plan *plan_editable(struct req *, int *status);
/* A fault if somebody else has saved since the form was opened; nothing typed is lost,
 * and the form shown again bears the new edition. */
bool plan_overtaken(struct req *, const struct plan *);

/* plan_criteria.c */
handler plan_criteria_page, plan_criteria_save;

/* plan_recipients.c */
handler plan_recipients_page, plan_recipients_save;

/* plan_tree.c */
handler plan_tree_page, plan_tree_save;
/* The day as of which it has a parent: its own, or today. */
const char *plan_tree_day(struct req *, const struct plan *);
/* {{#PARENT}}: what a plan of that unit may carry out; `present`, if not 0, is one of them whatever
 * became of it. */
void plan_show_parents(struct req *, int64_t unit, const char *day, int64_t present,
	const char *chosen);
/* A fault of the field `parent` if that cannot be one (0: none is asked). */
void plan_check_parent(struct req *, int64_t plan, int64_t unit, int64_t parent, const char *day);
/* Asked before it is issued: a fault if its parent cannot be one any more. */
bool plan_parent_holds(struct req *, const struct plan *);
/* Likewise of the field `date` if it is after the last day for plans of units that it asks for. */
bool plan_call_holds(struct req *, const struct plan *);

/* plan_child.c */
handler plan_child_list, plan_owed_list;
/* The plan above it, those that carry it out, what it asks units for; which of mine owe it. */
void plan_show_tree(struct req *, const struct plan *);
void plan_tree_json(struct req *, struct json *, const struct plan *);

/* plan_inherit.c: {{#CLASS}}, its own criteria beside those that it inherits, as in force on that
 * day. */
struct plan_inherited;
void plan_show_classes(struct req *, const struct plan *, const char *day);
/* {{#TARGETS}}: what its unit signed up to in the plans above it. */
void plan_show_targets(struct req *, const struct plan *);
/* A draft's criterion says which inherited one it sharpens: {{#SHARPEN}} of its row. */
struct plan_inherited *plan_sharpenable(struct req *, const struct plan *, const struct plan_class *own);
const char *plan_sharpens_field(struct req *, const struct plan_criterion *);
void plan_show_sharpens(struct req *, struct view *row, const struct plan_criterion *,
	const struct plan_inherited *);
void plan_read_sharpens(struct req *, struct plan_criterion *, const struct plan_inherited *);

/* plan_movement.c: its short names and the movements to which it is tied, entered before and
 * after the issue; and {{#SHORT}}, {{#TIES}}, {{#TIED}} of its page. */
handler plan_movement_page, plan_movement_save;
void plan_show_movement(struct req *, const struct plan *);
void plan_movement_json(struct req *, struct json *, const struct plan *);

/* plan_receipt.c */
handler plan_receipt_list, plan_receipt_save, plan_receipt_print;
/* {{#FUNNEL}}: sent, opened, acknowledged and, of a movement, signed up, over all units that it
 * was sent to. */
void plan_show_funnel(struct req *, struct view *, const struct plan *);

/* plan_case.c */
handler plan_move, plan_issue_page, plan_issue_save;

/* plan_file.c: the signed document, to be read by all; where the page has it, and where who keeps
 * it adds and removes. */
handler plan_file, plan_file_add, plan_file_remove;
void plan_show_files(struct req *, const struct plan *);
void plan_keep_files(struct req *, const struct plan *);

/* What only amends, corrects or recalls another is none: it has no criteria, and nobody signs up
 * to it. */
bool plan_is_own(const struct plan *);
/* plan_page.c: the plan of the address, if it stands or this person may see drafts there; else
 * NULL.  "/plan/7" and the rest; "Kế hoạch 165/KH-UBND". */
struct plan *plan_seen(struct req *);
const char *plan_path(struct req *, int64_t id, const char *rest);
const char *plan_name(struct req *, const struct plan *);

/* "2026 - 2030", or that it is not known. */
const char *plan_period(struct req *, const struct plan *);
/* Its state in words for who looks, and the face of that: what stands is in force or
 * not, today. */
const char *plan_state_label(struct req *, const struct plan *);
const char *plan_state_face(struct req *, const struct plan *);

/* The word in the database, and its label; "" for a word that is none of them. */
extern const char *const plan_criterion_kinds[4][2], *const plan_purposes[4][2];
const char *plan_criterion_kind(struct req *, const char *kind);
const char *plan_purpose_label(struct req *, const char *purpose);

/* plan_print.c: as a document of the office, by Decree 30/2020. */
int plan_print(struct req *, const struct plan *);
/* docx_plan.c: the same as a file for Word. */
int plan_docx(struct req *, const struct plan *);

/* plan_date.c: {{#NEXT_DATE}}, {{#DATES}}: the next of the dates that it sets, the way to all. */
void plan_show_dates(struct req *, const struct plan *);
void plan_dates_json(struct req *, struct json *, const struct plan *);

/* plan_feedback.c: units asked about a draft, and opinions that this plan carries out. */
void plan_show_feedback(struct req *, const struct plan *);
/* Proposals and conclusions about it that he may read, and the way to one for who may draft it. */
void plan_show_documents(struct req *, const struct plan *);
/* What was said of it and has no decision, in words; or NULL. */
const char *plan_undecided(struct req *, const struct plan *);

/* The whole page: text, criteria, recipients, its case and what this person may do. */
int plan_show(struct req *, int status, struct plan *);
int plan_json(struct req *, const struct plan *);

#endif
