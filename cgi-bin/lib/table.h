/*
 * table.h - one list, many faces: columns and rows are declared once and shown as
 * an HTML table (sort, page) or as .csv, .xlsx, .json at the same address.
 *
 * The address carries the state: ?sort=name or ?sort=-name, ?page=2, and the
 * filters that the page itself reads.  The query does the sorting and the cutting
 * (rights are joined there first): table_sort(), table_limit() and table_skip() say
 * how; a short list that is read whole leaves both to table_whole().  An export is not
 * cut at 100 rows.
 *
 * A .csv is for machines, its numbers and days the same in every language: UTF-8 with a
 * byte-order mark, commas between, a point before decimals and none between thousands,
 * ISO days.  Excel of Vietnam wants semicolons between and a comma before decimals: for
 * it there is the .xlsx, whose numbers and days are shown the way that machine shows them.
 */
#ifndef TABLE_H
#define TABLE_H

#include <stdbool.h>
#include <stdint.h>

#include "cgi-bin/lib/json.h"

struct req;
struct view;
struct table;

/* A code is a text that is misread in two lines: a phone number, that of a document, a period. */
enum cell { CELL_TEXT, CELL_CODE, CELL_COUNT, CELL_DECIMAL, CELL_DAY, CELL_TAG };

struct column {
	const char *name;	/* the JSON key, and the word of ?sort= */
	const char *label;	/* Vietnamese */
	enum cell kind;
	bool sorts;
};

/* The first sorting column of ?sort= from 1, negative if downwards; or_else (the
 * same way) if nothing lawful is asked. */
int     table_sort(struct req *, const struct column *, int or_else);
int64_t table_limit(struct req *);	/* 100 or r->rows, or a million for an export and for ?page=all */
int64_t table_skip(struct req *);

/* ends with a NULL name */
struct table *table_new(struct req *, const char *caption_vi, const struct column *);

/* It stands in a box that scrolls sideways (.scroll), so its cells are not stacked on a
 * narrow screen and need not each say their column; from the third on they are figures
 * (.figures of the style sheet), and need not say that either.  Its pager is the page's: above
 * the boxes, where it is seen. */
void table_scrolls(struct table *);

/* A row, and its cells in the order of the columns.  A link, where given, stands in
 * the first cell of the row. */
void table_row(struct table *, const char *link);
/* The row just added, as all before it, stays above however the rest is sorted and cut: a sum. */
void table_stays(struct table *);
/* A heading above the rows that follow it, on the page alone: files have a column. */
void table_group(struct table *, const char *heading);
void table_text(struct table *, const char *);
void table_count(struct table *, int64_t);
void table_decimal(struct table *, int64_t hundredths);
/* The same, shown as that text; sorted and filed as the number. */
void table_decimal_as(struct table *, int64_t hundredths, const char *text);
void table_day(struct table *, const char *iso);	/* "" is shown as "chưa có" */
void table_nothing(struct table *, const char *word_vi);	/* an empty value is a word */
void table_tag(struct table *, const char *face, const char *word);	/* face: late, back, soon, done, none */

/* All rows there are were added, in their usual order: sorts them as ?sort= asks, words the
 * Vietnamese way, and cuts them to the page.  Not for a table with groups. */
void table_whole(struct table *);

/* The heads of a list whose rows the page makes itself (they hold forms), with the links
 * that sort it: {{>HEADS}} is its <th>s; the links to its pages, {{>PAGER}}, empty where
 * one holds it all; and those to its files: {{#FACES}} {{xlsx_path}} {{csv_path}}. */
void table_heads(struct req *, struct view *, const char *include, const struct column *);
void table_pager(struct req *, struct view *, const char *include, int64_t total);
void table_faces(struct req *, struct view *);

/*
 * In the page: {{>TABLE}} of `view` becomes the table, its pager and the links to
 * the other faces; empty_vi stands there when there is no row.  total: how many
 * rows there are in all, for the pager.  In another face the handler's answer is the
 * file: use  return table_show(...)  as the end of the handler.
 */
int table_show(struct req *, int status, const char *template_name, struct table *,
	int64_t total, const char *empty_vi);
/* Several tables on a page: only the HTML. */
void table_put(struct req *, struct view *, const char *include, struct table *,
	int64_t total, const char *empty_vi);

/* A record as JSON (json.h): the tree, and the end of the handler. */
struct json *json_new(struct req *);
int          json_show(struct req *, struct json *);

#endif
