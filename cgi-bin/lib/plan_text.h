/*
 * plan_text.h - from a plan's text to its parts: what outline.h reads, kept as rows
 * by db/plan.h.  Shared by the page and the operator's tool.
 */
#ifndef PLAN_TEXT_H
#define PLAN_TEXT_H

#include "db/plan.h"
#include "db/plan_tie.h"

/* A draft of that unit from a pasted text (NFC): head, bases, body, classes with the
 * kinds of unit that their words suggest, recipients.  Opens its case and answers
 * the plan's id.  author 0: an operator. */
int64_t plan_take_in(struct db *, struct mem *, const char *text, int64_t unit,
	int64_t author, int64_t now);

/* NULL, or why that text (plain, or a body in Markdown) cannot be kept: a key of
 * cgi-bin/lang.  Asked before anything is written. */
const char *plan_too_large(struct mem *, const char *text);
const char *plan_body_too_large(struct mem *, const char *markdown);

/* The clauses of a body, rendered; and how many classes and criteria are in it. */
struct plan_clause *plan_clauses_of(struct mem *, const char *markdown, int *classes,
	int *items);

/* Writes the plan and makes its clauses and criteria anew from its body; what a
 * person said of a criterion stays with it. */
void plan_save(struct db *, struct mem *, struct plan *);

/* If the plan now stands: sends it to its recipients as of that day, and finds the units that it
 * asks for plans of their own; answers to how many it was sent. */
int plan_settle(struct db *, struct mem *, int64_t plan, const char *day, int64_t now);

/* The day of a moment, local time. */
const char *plan_day(struct mem *, int64_t at);

/* For db/flow.h: the value of a field that a move may need. */
const char *plan_value(const void *plan, const char *field);

/* Words of the original, and of all that was read out of it. */
void plan_words(struct mem *, const struct plan *, int *in, int *out);

/* The words by which it is found, made anew: with its short names, its ties, and what amendments
 * that stand put into it. */
void plan_find_again(struct db *, struct mem *, const struct plan *);

/* "Chung sức vì người nghèo; Vì người nghèo" */
const char *plan_names_text(struct mem *, const struct plan_short_name *);

/* In one line, without spaces around it, however it was pasted. */
const char *plan_one_line(struct mem *, const char *text);

/* The lines as one text, for the trail. */
const char *plan_recipient_text(struct mem *, const struct plan_recipient *);

/* The first n characters, cut between words, with "..." */
const char *plan_brief(struct mem *, const char *text, int n);

/* With a capital letter first. */
const char *plan_capital(struct mem *, const char *text);

#endif
