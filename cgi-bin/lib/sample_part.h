/*
 * sample_part.h - the rooms of sample.c: people and units, plans, reports, evaluation,
 * awards, feedback, tasks, proposals and a conclusion, plans of communes.  Each reads its own files of
 * the folder and does what persons would, by the aggregates' functions, at moments of office hours.
 */
#ifndef SAMPLE_PART_H
#define SAMPLE_PART_H

#include "cgi-bin/lib/sample.h"
#include "cgi-bin/lib/sheet.h"
#include "db/audit.h"
#include "db/flow.h"
#include "db/mem.h"

enum { SAMPLE_PLANS = 2, SAMPLE_SECTIONS = 6, SAMPLE_FILE_MAX = 1 << 20 };

struct sample {
	struct db *db, *secret, *files;
	struct mem *mem;
	const char *dir, *today, *wrong;	/* wrong: the first thing that failed */
	int64_t now;
	FILE *out;
	struct sample_sheet *sheets;		/* those read already */
	struct sample_person *people;
	struct {
		int64_t id;
		const char *issued;		/* its own day */
	} plan[SAMPLE_PLANS];			/* 0: the one of now, 1: the older one */
	int64_t form, sections[SAMPLE_SECTIONS], first_period, report_date;
};

bool sample_people(struct sample *);		/* units, groups, accounts */
bool sample_plan(struct sample *);		/* issued and received */
void sample_date(struct sample *);		/* the plans' own dates */
void sample_change(struct sample *);		/* the plan of now, amended */
void sample_sign_up(struct sample *);
bool sample_dictionary(struct sample *);
void sample_report(struct sample *);
void sample_evaluation(struct sample *);
void sample_award(struct sample *);
void sample_feedback(struct sample *);
void sample_draft(struct sample *);
void sample_task(struct sample *);
void sample_document(struct sample *);
/* What that plan asks communes for, before it is issued; and what they made of it. */
void sample_call(struct sample *, int64_t plan);
void sample_child(struct sample *);

/* ---- what they share ---- */

/* Always false: the load is given up. */
bool sample_fail(struct sample *, const char *why, const char *what);

/* A .csv of the folder, NULL if it cannot be read; its rows below the headers. */
struct sheet *sample_sheet(struct sample *, const char *name);
struct sheet_row *sample_rows(const struct sheet *);
const char *sample_cell(struct sample *, const struct sheet *, const struct sheet_row *,
	const char *column);

/* 0 of these is a fault. */
int64_t sample_unit(struct sample *, const char *code);
int64_t sample_who(struct sample *, const char *role, const char *unit);
/* A specialist of the province who is not that account: nobody decides on his own case. */
int64_t sample_reviewer(struct sample *, int64_t but);
bool    sample_has(const struct sample *, const char *role, const char *unit);

/* So many minutes after eight on the n-th working day before or after that day; 0 is the
 * day itself, or the next that is worked. */
int64_t sample_office(struct sample *, const char *day, int64_t n, int64_t minutes);
/* A moment as a file says it: "2026-03-05", or "-5", working days before today. */
int64_t sample_when(struct sample *, const char *said, int64_t minutes);
const char *sample_day(const struct sample *, int64_t at);

void sample_trail(struct sample *, const struct audit_line *);
void sample_note(struct sample *, int64_t at, int64_t account, const char *action,
	int64_t entity);

/* A file on a record, of that type; to: kind, record, part, name, type, at, account. */
struct attachment;
void sample_attach(struct sample *, const struct attachment *to, const char *bytes, size_t n);

/* A step of a case, by somebody who may, and its line in the trail. */
struct sample_move {
	int64_t flow_case, by, at, entity;
	const char *move, *action;
	const char *reason;				/* or NULL */
	const char *(*value)(const void *, const char *);	/* of flow_ask; or NULL */
	const void *record;
	struct change *changes;				/* beside the state and the reason; or NULL */
};
/* The step's id; 0 if it was refused. */
int64_t sample_move(struct sample *, const struct sample_move *);

#endif
