/*
 * inbox_make.c - notices made: of steps of cases, minute by minute, and of due dates, once
 * a day.
 */

#include "db/inbox.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "db/mandate.h"
#include "db/text.h"

const struct grant inbox_makes[] = {
	{ "notice", READ | ADD | CHANGE | REMOVE },
	{ "upkeep", READ | ADD | CHANGE },
	{ "flow", READ }, { "plan", READ }, { "report", READ }, { "holiday", READ },
	{ "signup", READ }, { "evaluation", READ }, { "nomination", READ }, { "award", READ },
	{ "feedback", READ }, { "task", READ }, { "document", READ }, { "unit", READ }, { "mandate", READ }, { "role", READ },
	{ "ability", READ }, { "account", READ }, { "setting", READ },
	{ 0 }
};

enum {
	STEPS_MAX = 500,	/* in one transaction */
	HELD_MAX = 200,		/* ms that it may go on: who saves meanwhile waits for it */
	STAGES_MAX = 16,
	OFF_MAX = 30,		/* days after the last stage: what is older is told no more */
	KEPT = 400 * 86400,	/* seconds that a notice is kept */
};

static struct sql from = SQL("SELECT CAST(detail AS INTEGER) FROM upkeep WHERE name = 'inbox'");
static struct sql last_day = SQL("SELECT detail FROM upkeep WHERE name = 'inbox_day'");
static struct sql any_unit = SQL("SELECT EXISTS (SELECT 1 FROM unit)");
static struct sql set_upkeep = SQL(
	"INSERT INTO upkeep (name, at, detail) VALUES (?1, ?2, ?3)"
	" ON CONFLICT (name) DO UPDATE SET at = excluded.at, detail = excluded.detail");

/* Steps that are told, and those after which something is done, not asked any more, or (they
 * lead to no other state) put off. */
static struct sql steps = SQL(
	"SELECT p.id, p.flow_case, p.at, coalesce(u.kind, ''),"
	" s.stands = 1 OR s.kind = 'end' OR p.from_state = p.to_state,"
	" date(p.at, 'unixepoch', 'localtime') FROM flow_step p"
	" JOIN flow_case c ON c.id = p.flow_case"
	" JOIN flow_state s ON s.flow = c.flow AND s.state = p.to_state"
	" LEFT JOIN notice_rule u ON u.flow = c.flow AND u.move = p.move"
	" WHERE p.id > ?1 ORDER BY p.id LIMIT ?2");

static struct sql told_to = SQL(
	"SELECT record, unit, what, path FROM notice_case WHERE flow_case = ?1");

static struct sql add = SQL(
	"INSERT INTO notice (kind, unit, record, stage, due_date, what, path, day, at)"
	" VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9) ON CONFLICT DO NOTHING");

/* Reminders of what is done, or due on another day, or no longer asked; ?2 a case of whose
 * units alone, 0 of all. */
static struct sql close_done = SQL(
	"UPDATE notice SET over = ?1 WHERE due_date <> '' AND over IS NULL"
	" AND (?2 = 0 OR unit IN (SELECT unit FROM notice_case WHERE flow_case = ?2"
	"  UNION SELECT k.unit FROM flow_case k WHERE k.id = ?2))"
	" AND NOT EXISTS (SELECT 1 FROM notice_duty d WHERE d.record = notice.record"
	"  AND d.unit = notice.unit AND d.due = notice.due_date AND d.done = 0"
	"  AND date(?1, 'unixepoch', 'localtime') <= d.until"
	"  AND d.duty = (SELECT k.duty FROM notice_kind k WHERE k.kind = notice.kind))");

static struct sql close_older = SQL(
	"UPDATE notice SET over = ?1 WHERE due_date <> '' AND over IS NULL AND unit = ?2"
	" AND record = ?3 AND id < ?4"
	" AND kind IN (SELECT k.kind FROM notice_kind k WHERE k.duty = ?5)");

/* Of units where somebody would read it. */
static struct sql owed = SQL(
	"SELECT DISTINCT d.duty, d.record, d.unit, d.due, d.what, d.path FROM notice_duty d"
	" WHERE d.set_day BETWEEN date(?2, '-60 days') AND ?3 AND d.done = 0 AND ?1 BETWEEN d.since AND d.until"
	" AND d.due BETWEEN ?2 AND ?3"
	" AND EXISTS (SELECT 1 FROM unit_under u CROSS JOIN mandate m ON m.unit = u.ancestor"
	"   AND ?1 BETWEEN m.valid_from AND m.valid_to"
	"  CROSS JOIN account t ON t.id = m.account AND t.disabled IS NULL"
	"  CROSS JOIN role_ability a ON a.role = m.role AND (a.scope = 'below' OR u.depth = 0)"
	"   AND " ROLE_HOLDS("a", "?1")
	"  CROSS JOIN notice_reader k ON k.ability = a.ability AND k.kind = d.duty || '_due'"
	"  WHERE u.unit = d.unit AND ?1 BETWEEN u.valid_from AND u.valid_to)"
	" ORDER BY d.due, d.duty, d.record, d.unit");

static struct sql setting = SQL(
	"SELECT value FROM setting WHERE name = ?1 AND valid_from <= ?2"
	" ORDER BY valid_from DESC LIMIT 1");

static struct sql forget_read = SQL(
	"DELETE FROM notice_read WHERE notice IN (SELECT id FROM notice WHERE at < ?1)");
static struct sql forget = SQL("DELETE FROM notice WHERE at < ?1");

struct told {
	int64_t id, flow_case, at;
	const char *kind, *day;
	bool closes;	/* done, not asked any more, or put off */
	struct told *next;
};

/* A notice of each unit that has to do with the case. */
static void
tell(struct db *db, struct mem *mem, const struct told *t)
{
	struct notice *all = NULL, **tail = &all;

	db_query(db, &told_to, INT(t->flow_case));
	while (db_next(db, &told_to)) {
		*tail = mem_take(mem, sizeof(**tail));
		**tail = (struct notice){ .id = col_int(&told_to, 0), .unit = col_int(&told_to, 1),
		    .what = col_text(&told_to, 2, mem), .path = col_text(&told_to, 3, mem) };
		tail = &(*tail)->next;
	}
	for (; all; all = all->next)
		db_run(db, &add, TEXT(t->kind), INT(all->unit), INT(all->id), INT(t->id), TEXT(""),
		    TEXT(all->what), TEXT(all->path), TEXT(t->day), INT(t->at));
}

static struct told *
new_steps(struct db *db, struct mem *mem, int64_t since)
{
	struct told *first = NULL, **tail = &first;

	db_query(db, &steps, INT(since), INT(STEPS_MAX));
	while (db_next(db, &steps)) {
		*tail = mem_take(mem, sizeof(**tail));
		**tail = (struct told){ .id = col_int(&steps, 0), .flow_case = col_int(&steps, 1),
		    .at = col_int(&steps, 2), .kind = col_text(&steps, 3, mem),
		    .closes = col_int(&steps, 4), .day = col_text(&steps, 5, mem) };
		tail = &(*tail)->next;
	}
	return first;
}

/* Milliseconds. */
static int64_t
elapsed(const struct timespec *begun)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (now.tv_sec - begun->tv_sec) * 1000 + (now.tv_nsec - begun->tv_nsec) / 1000000;
}

/* The next steps, and where they end: false if there is none, or it failed. */
static bool
take_steps(struct db *db, struct mem *mem, int64_t now, bool *ok)
{
	struct told *t = NULL;
	int64_t last = 0;
	struct timespec begun;

	db_begin(db, DB_READ);
	if (db_row(db, &from))
		t = new_steps(db, mem, last = col_int(&from, 0));
	db_rollback(db);
	if (db_failed(db))
		*ok = false;
	if (!t || !*ok)
		return false;
	db_begin(db, DB_WRITE);
	clock_gettime(CLOCK_MONOTONIC, &begun);
	do {
		if (*t->kind)
			tell(db, mem, t);
		if (t->closes)
			db_run(db, &close_done, INT(now), INT(t->flow_case));
		last = t->id;
	} while ((t = t->next) && elapsed(&begun) < HELD_MAX);
	db_run(db, &set_upkeep, TEXT("inbox"), INT(now),
	    TEXT(mem_printf(mem, "%lld", (long long)last)));
	*ok = db_commit(db);
	return *ok;
}

/* The days from a due date on which it is told, in order; the day itself among them. */
static int
stages(struct db *db, struct mem *mem, const char *day, int out[static STAGES_MAX])
{
	static const char *const names[] = { "remind_before", "remind_after" };
	int n = 0;

	for (int i = 0; i < 2; i++) {
		const char *s = db_row(db, &setting, TEXT(names[i]), TEXT(day))
		    ? col_text(&setting, 0, mem) : "";
		char *end;
		for (long v; v = strtol(s, &end, 10), end > s; s = end)
			if (v > 0 && v <= 60 && n < STAGES_MAX - 1)
				out[n++] = (int)(i ? v : -v);
	}
	out[n++] = 0;
	for (int i = 1; i < n; i++)
		for (int j = i; j > 0 && out[j] < out[j - 1]; j--) {
			int t = out[j];
			out[j] = out[j - 1], out[j - 1] = t;
		}
	return n;
}

static void
remind(struct db *db, struct mem *mem, const struct duty *d, int stage, const char *day,
    int64_t now)
{
	const char *kind = mem_printf(mem, "%s_%s", d->duty,
	    stage < 0 ? "soon" : stage ? "late" : "due");

	if (db_run(db, &add, TEXT(kind), INT(d->unit), INT(d->record), INT(stage), TEXT(d->due),
	    TEXT(d->what), TEXT(d->path), TEXT(day), INT(now)))
		db_run(db, &close_older, INT(now), INT(d->unit), INT(d->record),
		    INT(db_new_id(db)), TEXT(d->duty));
}

static struct duty *
take_owed(struct db *db, struct mem *mem, const char *day, const char *lo, const char *hi)
{
	struct duty *first = NULL, **tail = &first;

	db_query(db, &owed, TEXT(day), TEXT(lo), TEXT(hi));
	while (db_next(db, &owed)) {
		*tail = mem_take(mem, sizeof(**tail));
		**tail = (struct duty){ .duty = col_text(&owed, 0, mem), .record = col_int(&owed, 1),
		    .unit = col_int(&owed, 2), .due = col_text(&owed, 3, mem),
		    .what = col_text(&owed, 4, mem), .path = col_text(&owed, 5, mem) };
		tail = &(*tail)->next;
	}
	return first;
}

/* What is owed is looked up before the writer's place is taken. */
static bool
take_day(struct db *db, struct mem *mem, const char *day, int64_t now)
{
	int stage[STAGES_MAX], n;
	struct duty *d = NULL;
	bool due;

	db_begin(db, DB_READ);
	due = db_row(db, &any_unit) && col_int(&any_unit, 0) && !(db_row(db, &last_day)
	    && !strcmp(col_text(&last_day, 0, mem), day));
	n = due ? stages(db, mem, day, stage) : 0;
	if (due)
		d = take_owed(db, mem, day, text_day_add(mem, day, -stage[n - 1] - OFF_MAX),
		    text_day_add(mem, day, -stage[0]));
	db_rollback(db);
	if (db_failed(db) || !due)
		return !db_failed(db);
	db_begin(db, DB_WRITE);
	for (; d; d = d->next) {
		int64_t days = text_days(d->due, day);
		int i = n - 1;
		while (i >= 0 && stage[i] > days)
			i--;
		if (i >= 0)
			remind(db, mem, d, stage[i], day, now);
	}
	db_run(db, &close_done, INT(now), INT(0));
	db_run(db, &forget_read, INT(now - KEPT));
	db_run(db, &forget, INT(now - KEPT));
	db_run(db, &set_upkeep, TEXT("inbox_day"), INT(now), TEXT(day));
	return db_commit(db);
}

bool
inbox_make(struct db *db, struct mem *mem, const char *day, int64_t now)
{
	bool ok = true;

	while (take_steps(db, mem, now, &ok))
		;
	return ok && take_day(db, mem, day, now);
}
