/*
 * document_page.h - the rooms of the page program document: a draft (document_draft.c), whom it
 * is for (document_whom.c), the record as it is read (document_one.c), what is done with it
 * (document_step.c), an answer (document_reply.c), and the paper (document_print.c).
 */
#ifndef DOCUMENT_PAGE_H
#define DOCUMENT_PAGE_H

#include "cgi-bin/lib/due.h"
#include "cgi-bin/lib/page.h"
#include "db/document.h"
#include "db/plan.h"

/* "/document/7", "/document/answer/7", and what stands under it */
const char *document_path(struct req *, int64_t id, const char *rest);
const char *document_answer_path(struct req *, int64_t id, const char *rest);
/* "12/KN-UBND", or that it has none; its first words. */
const char *document_number(struct req *, const struct document *);
const char *document_brief(struct req *, const char *subject);
/* "Kiến nghị chính sách 12/KN-UBND" */
const char *document_name(struct req *, const struct document *);
/* How many days late an answer is: of what is overdue until today; 0. */
int64_t     document_days_late(struct req *, const struct document *, const struct document_answer *);
/* How an answer stands, in words; *tag is its face.  Inside: to the unit itself. */
const char *document_standing(struct req *, const struct document *, const struct document_answer *,
	bool inside, const char **tag);

/* What this person may see and do of a document. */
struct document_sight {
	bool writes;			/* drafts it */
	bool sends;			/* and sends, withdraws, puts off */
	bool judges;			/* accepts and returns answers */
	bool ours;			/* works for the unit whose it is */
	bool follows;			/* reads all answers that were sent */
	bool edits;			/* writes, and it stands open to it */
};
/* NULL if there is none that this person may see: a draft is its unit's alone; what was sent is
 * read by who works for that unit or one that was asked, or follows either. */
struct document *document_seen(struct req *, int64_t id, struct document_sight *);

struct document_answer_sight {
	bool writes, sends;		/* for the unit that answers */
	bool judges, withdraws;		/* for the one that asks */
	bool edits;			/* writes, and it stands open to it */
	bool content;			/* what it says: others see it once it is sent */
};
/* Does he see that answer of that document, and how? */
bool document_answer_sees(struct req *, const struct document *, const struct document_sight *,
	const struct document_answer *, struct document_answer_sight *);
/* Its state as it is told to him: what goes on within the unit is its own. */
const char *document_told_state(const struct document_answer *, const struct document_answer_sight *);
/* Of an answer by its number, with its document; NULL if he may not see it. */
struct document_answer *document_answer_seen(struct req *, int64_t id, struct document **,
	struct document_answer_sight *);

/* document_whom.c: {{#BODY}} or {{#TO}}, {{#CODES}} of a form, and what of it was sent. */
void document_show_whom(struct req *, const struct document *);
struct document_addressee *document_read_whom(struct req *, const struct document *);
/* As one text, for the trail. */
const char *document_whom_text(struct req *, const struct document_addressee *);
/* The units that it would ask today; the unit whose it is does not ask itself.  Those with
 * nobody who may answer are counted and named. */
struct document_unit {
	int64_t unit;
	const char *name;
	bool mute;
	struct document_unit *next;
};
struct document_unit *document_whom(struct req *, const struct document *);
const char *document_mute(struct req *, const struct document_unit *, int64_t *all, int64_t *mute);

/* document_draft.c */
handler document_add_page, document_add_save, document_edit_page, document_edit_save;

/* document_one.c; a refused step shows the record again. */
handler document_page;
int document_show(struct req *, int status, const struct document *, const struct document_sight *);

/* document_step.c: all steps of its case, a later due date, its files. */
handler document_move, document_put_off, document_file, document_file_add, document_file_remove;
struct attach;
extern const struct attach document_files;
/* Is that step offered to him now? */
bool document_offers(const struct document_sight *, const char *move);
bool document_is_offered(const struct flow_move *, const char *move);
/* {{#MOVE}}, {{#MOVE_REASON}}: a step of a case, with its reason where it needs one. */
void document_show_move(struct req *, const char *path, int64_t edition, const struct flow_move *,
	int *plain);
/* Why it cannot be sent yet, each as a fault of the form; with `tells` as {{#LACK}} of a page. */
bool document_is_whole(struct req *, const struct document *, bool tells);

/* document_reply.c: an answer is written, sent; accepted or returned by who asked. */
handler document_answer_page, document_answer_put, document_answer_step, document_answer_file,
	document_answer_file_add, document_answer_file_remove;
/* A step of an answer's case, with its line; as of act(). */
int document_answer_act(struct req *, const struct document_answer *, const char *move,
	const char *reason);

/* Its text on a page, clause by clause: {{#CLAUSE}} of v, the last {{#last}}; each as it was typed, a
 * number or a dash before it too. */
void document_show_text(struct req *, struct view *v, const char *last, const char *text);
/* docx_document.c: its head and foot on paper (decree.h), and what stands before the text: to whom
 * it goes up, who agreed on it, what it is about; all as a file for Word.  document_print.c: on a
 * page. */
struct decree document_paper(struct req *, const struct document *);
struct decree_line *document_preamble(struct req *, const struct document *);
handler document_print, document_docx;

#endif
