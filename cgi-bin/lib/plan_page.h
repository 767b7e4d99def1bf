/* plan_page.h - a plan as its reader sees it; the page program has the handlers. */
#ifndef PLAN_PAGE_H
#define PLAN_PAGE_H

#include "cgi-bin/lib/page.h"
#include "db/plan.h"

/* "/plan/7" and the rest; "Kế hoạch 165/KH-UBND". */
const char *plan_path(struct req *, int64_t id, const char *rest);
const char *plan_name(struct req *, const struct plan *);

/* The word in the database, and its label; "" for a word that is none of them. */
extern const char *const plan_criterion_kinds[4][2], *const plan_purposes[4][2];
const char *plan_criterion_kind(struct req *, const char *kind);
const char *plan_purpose_label(struct req *, const char *purpose);

/* The whole page: text, criteria, recipients, its case and what this person may do. */
int plan_show(struct req *, int status, struct plan *);
int plan_json(struct req *, const struct plan *);

#endif
