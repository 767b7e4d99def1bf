/*
 * decree.h - the head and the foot of a paper in the layout of Decree 30/2020/NĐ-CP, on a page
 * to be printed and in a .docx: whose it is, its number, place, day and heading; recipients and
 * signature.  What stands between is the caller's.
 */
#ifndef DECREE_H
#define DECREE_H

#include "cgi-bin/lib/page.h"

struct decree_line {
	const char *text;
	struct decree_line *next;
};

/* What is not known is "" and stays blank, to be written by hand: it is not invented. */
struct decree {
	const char *over, *issuer;
	const char *number, *place, *date;
	const char *kind, *subject;	/* kind in capitals */
	const char *note;		/* under the subject; "" */
	bool draft;
	struct decree_line *to;		/* recipients; decree_to() adds one at the end */
	const char *authority, *signer_name;
};

struct decree_line **decree_to(struct req *, struct decree_line **end, const char *text);

/* "- Sở Nội vụ;": the last line is closed by a point, the others by a semicolon. */
const char *decree_closed(struct req *, const struct decree_line *);

/* {{>HEAD}}, {{>FOOT}} of the page, which is a SHEET. */
void decree_show(struct req *, const struct decree *);
/* Lines of a text, one turn of that section each: {{text}}. */
void decree_show_lines(struct req *, struct view *, const char *section, const char *lines);

struct docx_out;
/* Sizes of a .docx, in half points. */
enum { DECREE_SMALL = 22, DECREE_TWELVE = 24, DECREE_HEAD = 26, DECREE_BODY = 28 };
void decree_add_head(struct req *, struct docx_out *, const struct decree *);
void decree_add_foot(struct req *, struct docx_out *, const struct decree *);
void decree_add_lines(struct req *, struct docx_out *, const char *lines, int size, int how);
/* A paragraph of Markdown, a title bold, or a table. */
void decree_add_clause(struct req *, struct docx_out *, const char *markdown, int how);
/* The file, as the end of a handler. */
int  decree_give(struct req *, struct docx_out *, const char *file_name);

#endif
