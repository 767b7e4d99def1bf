/*
 * unit_import.h - a sheet of units into the tree: first a dry run that names every
 * bad row, then all of it or nothing.
 *
 * Columns are found by their header, in any order, with or without marks: Mã, Tên,
 * Loại (a kind's word or its name), Mã cấp trên; and if there are any Khu vực, Từ
 * ngày, Người liên hệ, Chức vụ, Điện thoại, Địa chỉ, Tên viết tắt, Văn bản.  Rows may
 * stand in any order.  A code that is known is that unit: what differs is changed
 * from that day on, an empty cell leaves what is there.
 */
#ifndef UNIT_IMPORT_H
#define UNIT_IMPORT_H

#include "cgi-bin/lib/sheet.h"
#include "db/audit.h"
#include "db/db.h"

struct import_fault {
	int row;		/* as the spreadsheet numbers it */
	const char *column;	/* its header, in the reader's language */
	const char *value;	/* what stands there, its first 60 characters; "" is empty */
	const char *why;	/* what is wrong, the limit, the way out */
	struct import_fault *next;
};

struct import_row {
	int number;
	enum { ROW_SAME, ROW_ADD, ROW_CHANGE } what;
	const char *code, *name, *kind_label, *parent_code, *from;
	struct change *changes;	/* for the trail; of ROW_ADD all old ones are "" */
	int64_t id;		/* of the unit; of ROW_ADD only after unit_import_apply() */
	struct import_line *line;	/* its own */
	struct import_row *next;
};

struct unit_import {
	const char *wrong;	/* NULL, or why the sheet as a whole cannot be taken */
	struct import_fault *faults;	/* by row */
	int bad_rows;
	struct import_row *rows;	/* in the order of the sheet */
	int added, changed, unchanged;
	const char *lang;
};

/*
 * Changes nothing.  Rows without a day count from `day`.  account: who must reach,
 * by unit.change, each unit that changes and each parent; 0 is an operator, who may
 * also add a unit without a parent.  Needs READ on unit and, for an account, on
 * mandate and role.
 */
struct unit_import *unit_import_check(struct db *, struct mem *, const struct sheet *,
	const char *day, int64_t account, const char *lang);

/*
 * All that the check found, into a transaction that the caller holds.  False if a row
 * cannot be done after all: it is then in `faults`, and the caller must roll back.
 * Not for an import with faults.  The caller writes a line in the trail for each
 * row that is not ROW_SAME.
 */
bool unit_import_apply(struct db *, struct mem *, struct unit_import *);

/* The columns that are read, as .csv that sheet_read() takes: for a form that confirms. */
const char *unit_import_spell(struct mem *, const struct sheet *, size_t *length);

/* The headers with two rows to follow, as .csv with a byte-order mark. */
const char *unit_import_sample(struct mem *, size_t *length);

#endif
