/*
 * report_page.h - the rooms of the page program report: one report (report_case.c,
 * report_move.c, report_blank.c, report_sign.c, report_sent.c, report_show.c), totals and who is
 * late (report_follow.c), what is asked (report_design.c, report_section.c,
 * report_dictionary.c, report_period.c), days off (report_holiday.c).
 * The addresses stand in cgi-bin/report.c.
 */
#ifndef REPORT_PAGE_H
#define REPORT_PAGE_H

#include "cgi-bin/lib/due.h"
#include "cgi-bin/lib/page.h"
#include "db/indicator.h"
#include "db/report.h"
#include "db/report_form.h"

/* report_case.c: the form of a report. */
handler report_begin, report_begin_save, report_one, report_save;

/* report_blank.c: the same on paper, empty, of a period or of none. */
handler report_blank, report_form_blank;

/* report_move.c: its checks and moves. */
handler report_check, report_review, report_move, report_accept_many;

/* report_sent.c: what was sent; report_sign.c: what waits for a leader. */
handler report_receipt, report_sent_copy, report_sign;

/* report_follow.c */
handler report_totals_page, report_late_page, report_late_remind;

/* report_design.c: forms; report_section.c: their sections. */
handler report_forms_page, report_forms_add, report_form_page, report_form_save,
	report_section_add_page, report_section_new, report_section_page,
	report_section_save, report_section_remove;

/* report_dictionary.c: indicators, and checks of figures. */
handler report_indicators_page, report_indicators_add, report_indicator_page,
	report_indicator_save, report_checks_page, report_checks_add, report_check_remove;

/* report_period.c */
handler report_period_add_page, report_period_new, report_period_page, report_period_save;

/* report_holiday.c: days off, by which due dates are shifted. */
handler report_holidays_page, report_holidays_add, report_holiday_remove;

/* What these share: the words of a list to choose from, as of form_option(); the form that
 * this person may design, and the way back. */
struct report_word {
	const char *value, *label;
};
bool report_word_is(const struct report_word *, const char *value);
const char *report_word_label(struct req *, const struct report_word *, const char *value);
void report_show_words(struct req *, struct view *, const char *section,
	const struct report_word *, const char *chosen);
extern const struct report_word report_section_kinds[];
/* Is it one of those kinds of unit, "commune village"? */
bool report_has_kind(const char *kinds, const char *kind);
bool report_is_among(const struct report_choice *, int64_t id);
struct report_form *report_form_here(struct req *, int64_t id);
const char *report_form_path(struct req *, int64_t id, const char *tail);
/* Has it been answered?  Then it does not change: the fault of that field says what to do. */
bool report_form_is_closed(struct req *, const struct report_form *, const char *field);
/* The lines of a section as they are typed. */
const char *report_lines_text(struct req *, int64_t section);
/* A section with its lines, for machines. */
void report_section_json(struct req *, struct json *, const struct report_section_form *);
void report_form_crumbs(struct req *, const struct report_form *);

/* report_show.c: words and parts that several of them show. */

/* What of a report this person may see and do. */
struct report_sight {
	bool writes, sends, reviews;	/* for its unit */
	bool edits;			/* writes, and the report stands open to it */
	bool values;			/* its figures: others see them once they are sent */
};
struct report_sight report_sight_of(struct req *, const struct report *);
/* How it stands: as those say who have its unit in hand, else as all others. */
const char *report_state_word(struct req *, const struct report *);

/* 1.310,5; 19,07%; "chưa có". */
const char *report_figure_text(struct req *, bool has, int64_t value, const char *rule);
/* What became of it since the last period: "tăng 12", "giảm 3,30 điểm phần trăm". */
const char *report_change_text(struct req *, int64_t now, int64_t last, const char *rule);
/* "214 - 31 + 2 + 5 = 190"; "2.500, nhiều nhất 2.163" */
const char *report_sum_text(struct req *, const struct report_sum *);
/* "/report/7" with a tail. */
const char *report_path(struct req *, int64_t id, const char *tail);
const char *report_window_text(struct req *, const char *from, const char *to);
/* What a return says of a field: {{#REASON}}, or {{#MENDED}} once it is another. */
void report_show_reason(struct view *, const char *reason, bool mended);
/* The plan of that section; "" if the section before it is of the same. */
const char *report_plan_head(const struct report_section *all, const struct report_section *);

/* The form's field of a figure: v12. */
const char *report_field_of(struct req *, const struct report_line *);
/* What the trail calls a text of the form. */
const char *report_text_told(struct req *, struct report_section *all,
	const struct report_section *);
/* cgi-bin/report.c: what waits, and all that this person may see. */
int report_show_list(struct req *, int status);
/* NULL if there is no such report that this person may see. */
struct report *report_seen(struct req *, int64_t id);
/* The report as it stands, for those who cannot, or can no longer, write in it. */
int report_show_case(struct req *, int status, const struct report *);

/* The head of a page of one report: title, crumb, {{...}} of report_head.tpl.  With the
 * sections, where the page shows them, what a return says of single fields stands on top, and
 * a return before this copy too. */
void report_show_head(struct req *, struct view *, const struct report *,
	const struct report_section *);
/* {{>BACK}}: why it was returned, last and before that since it was sent.  Listed: among other
 * reports, with no way to its fields. */
void report_show_back(struct req *, struct view *, const struct report *,
	const struct report_section *, bool listed);
/* {{>UNMENDED}}: what was returned and is as it was, and texts that are empty: it may be sent so,
 * but seldom is meant to be. */
void report_show_unmended(struct req *, struct view *, const struct report_section *,
	bool listed);
/* {{>VALUES}}: what the report holds.  With `asks` each field has an input for the
 * reason of a return; with `marks` what is odd or wrong is said, with a way to the field
 * in the form at `mend` ("": he cannot mend it). */
void report_show_values(struct req *, struct view *, struct report_section *,
	bool asks, bool marks, const char *mend);
/* The copies that were sent, and what happened. */
void report_show_history(struct req *, struct view *, const struct report *, bool steps);
void report_json(struct json *, const struct report_section *);

#endif
