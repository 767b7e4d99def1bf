/*
 * plan_change_text.h - the words of what changes a plan (db/plan_change.h): a clause as it was
 * written made into a change, and the document's own text made of its changes.  Shared by the
 * page and the sample.
 */
#ifndef PLAN_CHANGE_TEXT_H
#define PLAN_CHANGE_TEXT_H

#include "db/plan_change.h"

/* plan_clauses_on() with the Markdown of every clause that is there. */
struct plan_clause *plan_clauses_marked(struct db *, struct mem *, const struct plan *,
	const char *day, int64_t draft);
/* The same as one text, corrected, to begin the plan that replaces it. */
const char *plan_markdown_on(struct db *, struct mem *, const struct plan *, const char *day);

/* The day of whose text a draft speaks: from which it holds, or its own, or that day. */
const char *plan_change_base(const struct plan *, const struct plan_change *, const char *today);

/*
 * What `markdown` makes of a clause: label, text, HTML; of a new one also its anchor, parent and
 * depth, by where it stands (c->beside).  NULL, or why it cannot: a key of cgi-bin/lang.
 */
const char *plan_change_read(struct db *, struct mem *, const struct plan *target,
	const struct plan_change *, const char *day, const char *markdown,
	struct plan_change_clause *c);
/* The Markdown of a clause without the stroke that keeps its number or dash from making a list:
 * plan_change_read() puts it there again. */
const char *plan_change_typed(struct mem *, const char *markdown);
/* And with it, as one types without. */
const char *plan_change_stroke(struct mem *, const char *markdown);
/* After which clause a new one of a document comes to stand: after the last of those that it puts
 * beside the same one before, or after that one. */
const char *plan_change_after(const struct plan_change_clause *all, const struct plan_change_clause *c);
/* plan_change_clauses(), where a new clause whose anchor another document has taken meanwhile has
 * the next free, and those under it with it; `keeps` writes that down. */
struct plan_change_clause *plan_change_anchor(struct db *, struct mem *, const struct plan_change *,
	bool keeps);

/* A draft of the target's unit that changes it: head, recipients, and a text that says so.
 * Opens its case and answers the plan's id.  `plan` of it is set. */
int64_t plan_change_begin(struct db *, struct mem *, const struct plan *target,
	struct plan_change *, int64_t author, const char *today, int64_t now);
/* The document's text made anew of its changes as they are now, unless a person has written
 * another than was made of them as they were (`was`, of plan_change_body()).  Its edition goes
 * up either way. */
void plan_change_write(struct db *, struct mem *, const struct plan *target,
	const struct plan_change *, const char *was);
const char *plan_change_body(struct db *, struct mem *, const struct plan *target,
	const struct plan_change *);
/* Is the text of that document another than its changes would make of it?  Then they reach it no
 * more. */
bool plan_change_by_hand(struct db *, struct mem *, const struct plan *, const struct plan *target,
	const struct plan_change *);

/* What amendments that stand have put into that plan, whether it holds yet or not: it is found by
 * these words too. */
const char *plan_change_words(struct db *, struct mem *, int64_t target);

/* "Kế hoạch số 07/KH-UBND ngày 05/01/2026" */
const char *plan_full_name(struct mem *, const struct plan *);

#endif
