/*
 * attach.h - files attached to the records of a page area.
 *
 * An area describes its records once and has three routes of one line each:
 *
 *	static int
 *	files_may(struct req *r, int64_t record, const char *part, enum attach_want want)
 *	{
 *		struct award *a = award_get(r->db, r->mem, record, r->today);
 *
 *		if (!a || !may_here(r, want == ATTACH_SEE ? "award.view" : "award.write", a->unit))
 *			return 404;
 *		return want != ATTACH_SEE && !a->edits ? 409 : 0;
 *	}
 *
 *	static const struct attach files = { .kind = "award", .may = files_may };
 *	static int files_give(struct req *r)   { return attach_give(r, &files); }
 *	static int files_add(struct req *r)    { return attach_add(r, &files); }
 *	static int files_remove(struct req *r) { return attach_remove(r, &files); }
 *
 *	.grants = (const struct grant[]){ SIGNED_IN, POSTING, ATTACHING, ... },
 *	.files = ATTACH_FILES,
 *	.routes = ...
 *		{ GET,  "/award/#/file/#",        SIGNED, files_give,   0 },
 *		{ POST, "/award/#/file",          SIGNED, files_add,   SINK },
 *		{ POST, "/award/#/file/#/remove", SIGNED, files_remove, PRIVATE },
 *
 * The record's own page is at /award/#, and is where one comes back to.  Its handler
 * calls attach_show() for each part; its template says {{>FILE_FORMS}} once, before
 * any <form> of its own, and {{>FILES}} where a part's files shall stand, be it within
 * a form of its own or not.
 */
#ifndef ATTACH_H
#define ATTACH_H

#include "cgi-bin/lib/page.h"
#include "db/attachment.h"

enum attach_want { ATTACH_SEE, ATTACH_ADD, ATTACH_REMOVE };

/*
 * May who asks do that with that record's files, in its present state?  0, or the
 * status to answer: 404 for what is not his or has no such part, 409 for what was sent.
 * A fault of the form that it leaves is the answer to ATTACH_ADD, 422: a part that was
 * there when the form was opened and is no more.
 * `part` is as the form says it; "" for the record itself.
 */
typedef int attach_may(struct req *, int64_t record, const char *part, enum attach_want);

/* A part of a record and what it is called, in the reader's language. */
struct attach_part {
	const char *part, *label;
	struct attach_part *next;
};

struct attach {
	const char *kind;	/* of the record, as the table attachment has it */
	attach_may *may;
	const char *page;	/* address above the record's number; NULL: "/" and kind */
	/* NULL: each part is shown by itself.  Else the parts of one list, in which each file
	 * says of which it is, and who adds one chooses; "" is among them, and stands for
	 * those that are named no more. */
	struct attach_part *(*parts)(struct req *, int64_t record);
};

/* Grants: of portal.db, and of files.db. */
#define ATTACHING { "attachment", READ | ADD | CHANGE }, { "file_type", READ }
#define ATTACH_FILES (const struct grant[]){ { "file", READ | ADD | CHANGE }, { 0 } }

/* The three handlers. */
int attach_add(struct req *, const struct attach *);
int attach_give(struct req *, const struct attach *);
int attach_remove(struct req *, const struct attach *);

/*
 * One part's files in {{>FILES}} of v, a section or the page: each with its name, size,
 * type and day; with `change` (ask may() the same as for ATTACH_ADD) the field to add
 * more, with the limits in words, and to whom may() allows it a button to remove each.
 * `label` is what the part is called there, in the reader's language: "Minh chứng tiêu
 * chí 2".  With parts() all are shown, and `part` is the one that is offered first.
 */
void attach_show(struct req *, struct view *, const struct attach *, int64_t record,
	const char *part, const char *label, bool change);

/* "1,2 MB", as the list says it. */
const char *attach_size(struct req *, int64_t bytes);

#endif
