/*
 * award_page.h - the rooms of the page program award: the catalogue
 * (award_catalogue.c) and the papers that it asks for (award_paper.c); nominations: their list (award_list.c) and form
 * (award_nomination.c; award_blank.c on paper), what a report begins with (award_outline.c), their case
 * (award_case.c), what they lack (award_lack.c), to whom they go (award_send.c), papers, consent, holds and the council
 * (award_side.c); decisions as drafts (award_decision.c), what stands in their way
 * (award_check.c), and as they get their number (award_issue.c); what the public sees
 * (award_public.c); the register (award_book.c).  The addresses stand in cgi-bin/award.c.
 */
#ifndef AWARD_PAGE_H
#define AWARD_PAGE_H

#include "cgi-bin/lib/attach.h"
#include "cgi-bin/lib/page.h"
#include "db/award.h"
#include "db/nomination.h"

#define AWARD_OPEN "9999-12-31"

/* award_public.c */
handler award_one_page, award_check_page, award_count_page;

/* award_catalogue.c */
handler award_forms_page, award_form_page, award_form_add_page, award_form_add_save,
	award_form_end_save, award_right_add_page, award_right_add_save, award_right_end_save;
int award_form_show(struct req *, int status, const struct award_form *);
/* The form of the address, if this person may change the catalogue. */
struct award_form *award_form_changeable(struct req *);
const char *award_form_path(struct req *, int64_t id, const char *rest);
/* The way above a page of the catalogue. */
void award_form_crumbs(struct req *, const struct award_form *, const char *title_ready);
/* "từ 01/01/2024 đến 30/09/2026" */
const char *award_life(struct req *, const char *from, const char *to);
/* The last day that was typed; a fault if it lies before the first. */
const char *award_last_day(struct req *, const char *from);

/* award_paper.c */
handler award_paper_add_page, award_paper_add_save, award_paper_end_save;
/* What papers go with the form into {{#PAPERS}}; to who keeps it, its rows too. */
void award_papers_show(struct req *, const struct award_form *, struct view *may_change);
/* The same for machines. */
void award_papers_json(struct req *, const struct award_form *, struct json *list);

/* award_list.c */
handler nomination_list_page;

/* award_nomination.c */
handler nomination_add_page, nomination_add_save,
	nomination_edit_page, nomination_edit_save;

/* What its form calls the name of such a subject. */
const char *nomination_name_label(const char *subject);

/* award_blank.c: the form on paper, empty. */
handler nomination_blank;

/* award_outline.c: headings for a report; what the unit's reports say of those days, and
 * its published scores, to who may read them. */
const char *nomination_outline(struct req *, const struct nomination *);

/* award_case.c */
handler nomination_page, nomination_move_save;
/* The nomination of the address, if who asks may see it; else NULL. */
struct nomination *nomination_of_address(struct req *);
/* The same if that move of it is his now; else *status. */
struct nomination *nomination_movable(struct req *, const char *move, int *status);
bool nomination_offers(struct req *, const struct nomination *, const char *move);
void nomination_show_who(struct req *, const struct nomination *);
/* What this person may know to have been rewarded before, into {{#SAME}}; and whether an
 * award is among it while the office has chosen that this stops the nomination. */
void nomination_show_same(struct req *, const struct nomination *);
bool nomination_twice(struct req *, const struct nomination *);
/* A fault if it was saved or moved after the page was opened on which it was read. */
void nomination_check_edition(struct req *, const struct nomination *);

/* award_lack.c */
const char *nomination_value(const void *, const char *field);
extern const struct field nomination_labels[];	/* what a step may want of it */
/* Each paper that is asked for, and what it lacks, into {{#PAPER}} and {{>LACKS}}. */
void nomination_show_papers(struct req *, const struct nomination *,
	const struct nomination_paper *);
/* A fault of "papers" if one is missing without which it is not sent. */
void nomination_check_papers(struct req *, const struct nomination_paper *);

/* award_send.c */
handler nomination_send_page, nomination_send_save, nomination_refer_page,
	nomination_refer_save;

/* award_side.c */
handler nomination_consent_page, nomination_consent_save, nomination_consent_end_save,
	nomination_hold_page, nomination_hold_save, nomination_hold_end_save,
	nomination_opinion_page, nomination_opinion_save;
/* Its papers: the nominating unit's while it may change it; the standing body that has it
 * may add some, as minutes. */
extern const struct attach nomination_files;

/* award_decision.c */
handler award_add_page, award_add_save, award_edit_page, award_edit_save, award_move_save;
/* A decision that does not stand yet, to those who prepare it. */
int award_draft_show(struct req *, int status, const struct award_decision *);

/* award_issue.c */
handler award_issue_page, award_issue_save;
/* "issue", or "record" for a decision made outside; NULL if neither is this person's. */
const char *award_numbering(struct req *, const struct award_decision *);

/* award_check.c: the record of a decision's moves, and its fields. */
struct award_record {
	const struct award_decision *d;
	bool any;			/* some stand on it */
};
const char *award_value(const void *record, const char *field);
/* What stands in the way of one, or NULL. */
const char *award_hindered(const struct award_item *);
/* A fault in `field` that names each that cannot be decided. */
void award_check_items(struct req *, const struct award_item *, const char *field,
	const char *label);
/* Marks those on the list whose achievement was rewarded already, or stands on it twice. */
bool award_find_twice(struct req *, struct award_item *);
/* A fault in `field` that names them, if the office has chosen that this stops them. */
void award_check_twice(struct req *, struct award_item *, const char *field,
	const char *label);
/* A title is public: it may not say of whom the list says only how many. */
void award_check_title(struct req *, const struct award_item *, const char *title_plain);
/* A fault if it was changed after the page was opened on which it was read. */
void award_check_edition(struct req *, const struct award_decision *);
void award_show_head(struct req *, const struct award_decision *);
/* The fault of whoever asks for a move that decides on what he prepared or ever sent. */
void award_refuse_own(struct req *);

/* award_book.c */
handler award_register_page, award_revoke_page, award_revoke_save;

/* award_word.c: "/award/7" and the rest, "/award/nomination/7" and the rest. */
const char *award_path(struct req *, int64_t id, const char *rest);
const char *nomination_path(struct req *, int64_t id, const char *rest);
/* "Quyết định 2417/QĐ-UBND"; without a number, that it has none yet. */
const char *award_name(struct req *, const struct award_decision *);
/* Tập thể, Cá nhân, Hộ gia đình; "" for another word. */
const char *award_subject(struct req *, const char *subject);
extern const char *const award_subjects[3][2];
/* A number as it was typed; else that. */
int64_t award_id_typed(struct req *, const char *name, int64_t or_else);
const char *award_id(struct req *, int64_t);	/* "" for 0 */
/* The years from 2024 to this one, for a choice; chosen "" is all. */
void award_offer_years(struct req *, const char *chosen);
int64_t award_year_asked(struct req *);
/* Is that move of a case this person's now? */
bool award_offers(struct req *, int64_t flow_case, const char *move);
/* The buttons of a case; those named in `apart` have pages of their own. */
void award_show_moves(struct req *, int64_t flow_case, const char *action, const char *apart);
void award_show_steps(struct req *, int64_t flow_case);
/* The way above a page of nominations. */
void nomination_crumbs(struct req *, const struct nomination *, const char *title_ready);

#endif
