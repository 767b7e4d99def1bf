/* feedback_page.h - what the rooms of the page program feedback share. */
#ifndef FEEDBACK_PAGE_H
#define FEEDBACK_PAGE_H

#include "cgi-bin/lib/page.h"
#include "db/feedback.h"
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

#endif
