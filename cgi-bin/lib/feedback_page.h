/* feedback_page.h - what the rooms of the page program feedback share. */
#ifndef FEEDBACK_PAGE_H
#define FEEDBACK_PAGE_H

#include "cgi-bin/lib/page.h"
#include "db/feedback.h"
#include "db/feedback_draft.h"
#include "db/plan.h"

/* "/feedback/7" */
const char *feedback_path(struct req *, int64_t id);
/* "/feedback/topic/7", and what stands under it */
const char *feedback_topic_path(struct req *, int64_t id, const char *rest);
/* "/feedback/plan/7/group" */
const char *feedback_plan_path(struct req *, int64_t plan, const char *rest);

/* The clause in a line: "III.2.4 Giảm tỷ lệ ...", cut; or "toàn văn bản". */
const char *feedback_clause(struct req *, const struct feedback *);
/* How far it is, in the words for whoever looks; *tag is its face. */
const char *feedback_standing(struct req *, const struct feedback *, bool inside,
	const char **tag);
/* One opinion into a section's view: who, when, which clause, the words. */
void feedback_show_opinion(struct req *, struct view *, const struct feedback *);
/* The plan if it stands, else NULL: drafts are commented on elsewhere. */
struct plan *feedback_plan(struct req *, int64_t id);
/* If it stands and is neither replaced nor recalled: of what is, nobody says more.  NULL, *status 404 or 409. */
struct plan *feedback_plan_open(struct req *, int64_t id, int *status);
/* The plan if it stands, or if it is a draft that units were asked about, and his to look after; else NULL. */
struct plan *feedback_plan_kept(struct req *, int64_t id);
/* May he look after what was said of it: of a draft, only if he may see that. */
bool feedback_is_inside(struct req *, int64_t issuer, bool draft);
/* Which document carries it out: its number or subject; or that there is none yet; or "". */
const char *feedback_done(struct req *, bool draft, const char *state, int64_t done_by,
	const char *number, const char *subject);
/* The plan's name, link and title above the page. */
void feedback_show_plan(struct req *, const struct plan *);

/* feedback_send.c: a unit writes, and withdraws. */
int feedback_add_page(struct req *);
int feedback_add_save(struct req *);
int feedback_withdraw_save(struct req *);
/* The form on paper, empty: of ?clause=, or of any. */
int feedback_blank(struct req *);

/* feedback_topic.c: the standing body groups and submits, a leader decides. */
int feedback_group_page(struct req *);
int feedback_group_save(struct req *);
int feedback_topic_list(struct req *);
int feedback_topic_page(struct req *);
int feedback_topic_save(struct req *);
int feedback_topic_leave(struct req *);
int feedback_topic_move(struct req *);
/* The topic of the address, his to look after; else NULL. */
struct feedback_topic *feedback_topic_seen(struct req *);

/* feedback_topic_done.c: the document that carries it out, on the topic's page; named. */
void feedback_topic_show_done(struct req *, const struct feedback_topic *);
int feedback_topic_done_save(struct req *);

/* feedback_draft_add.c: who drafts asks units. */
int feedback_draft_add_page(struct req *);
int feedback_draft_add_save(struct req *);

/* feedback_draft.c: the list; the draft, which is prolonged, or ended early. */
const char *feedback_draft_path(struct req *, int64_t id, const char *rest);
int feedback_draft_list(struct req *);
int feedback_draft_page(struct req *);
int feedback_draft_put_off(struct req *);
int feedback_draft_end(struct req *);
/* The whole page again, with what was wrong. */
int feedback_draft_show(struct req *, int status, const struct feedback_draft *);
/* The window of the address, if units of his are asked (*mine) or he looks after it (*kept);
 * else NULL. */
struct feedback_draft *feedback_draft_seen(struct req *, struct feedback_draft_unit **mine,
	bool *kept);
/* "30/11/2026", or the day on which it was ended early. */
const char *feedback_draft_until(struct req *, const struct feedback_draft *);
/* OPEN_UNTIL or OVER in the view: until when, or when it ended. */
void feedback_draft_show_until(struct req *, const struct feedback_draft *);
/* A fault of due_date unless it is from today on, and not too far. */
void feedback_draft_check_day(struct req *, const char *day);

/* feedback_draft_say.c: units answer. */
int feedback_draft_say_page(struct req *);
int feedback_draft_say_save(struct req *);
int feedback_draft_agree_save(struct req *);
int feedback_draft_disagree_save(struct req *);

/* feedback_draft_table.c: who has answered; and what is filed. */
int feedback_draft_units_page(struct req *);
int feedback_draft_table(struct req *);

#endif
