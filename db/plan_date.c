/* plan_date.c - the SQL of a plan's own dates. */

#include "db/plan_date.h"

#include <string.h>

#include "db/text.h"

#define LABEL "CASE WHEN ?2 = 'en' THEN k.label_en ELSE k.label_vi END"
#define ASKS "CASE WHEN ?2 = 'en' THEN k.asks_en ELSE k.asks_vi END"
#define KIND LABEL ", k.round, k.period, " ASKS ", k.ask_days, k.due_days, k.round_name"

static struct sql kinds = SQL(
	"SELECT k.kind, " KIND " FROM plan_date_kind k"
	" WHERE length(?1) >= 0 ORDER BY k.seq");

#define DATE \
	"SELECT d.id, d.plan, d.edition, d.kind, d.day, d.anchor, d.text, coalesce(d.done, '')," \
	" e.last_day, e.holiday, coalesce(e.evaluation_round, 0)," \
	" coalesce(e.report_period, 0), coalesce(r.name, '')," \
	" coalesce(f.name || ', ' || p.name, ''), e.done, " KIND \
	" FROM plan_date d JOIN plan_date_kind k ON k.kind = d.kind" \
	" JOIN plan_date_deadline e ON e.plan_date = d.id" \
	" LEFT JOIN evaluation_round r ON r.id = e.evaluation_round" \
	" LEFT JOIN report_period p ON p.id = e.report_period" \
	" LEFT JOIN report_form f ON f.id = p.report_form "
static struct sql of_plan = SQL(DATE "WHERE d.plan = ?1 ORDER BY d.day, k.seq, d.id");
static struct sql one = SQL(DATE "WHERE d.id = ?1");
static struct sql taken = SQL(
	"SELECT 1 FROM plan_date WHERE plan = ?1 AND day = ?2 AND kind = ?3 AND anchor = ?4 AND text = ?5"
	" AND id <> ?6");
static struct sql add = SQL(
	"INSERT INTO plan_date (plan, kind, day, anchor, text, done)"
	" VALUES (?1, ?2, ?3, ?4, ?5, nullif(?6, ''))");
static struct sql change = SQL(
	"UPDATE plan_date SET kind = ?2, day = ?3, anchor = ?4, text = ?5, done = nullif(?6, ''),"
	" edition = edition + 1 WHERE id = ?1");
static struct sql drop = SQL("DELETE FROM plan_date WHERE id = ?1");
static struct sql copy = SQL(
	"INSERT INTO plan_date (plan, kind, day, anchor, text)"
	" SELECT ?1, d.kind, d.day, d.anchor, d.text FROM plan_date d"
	" JOIN plan_date_deadline e ON e.plan_date = d.id WHERE d.plan = ?2 AND e.done = 0"
	" AND NOT EXISTS (SELECT 1 FROM plan_date x WHERE x.plan = ?1 AND x.day = d.day AND x.kind = d.kind"
	"  AND x.anchor = d.anchor AND x.text = d.text) ORDER BY d.day, d.id");

static struct sql acting = SQL(
	"WITH RECURSIVE s (unit) AS (SELECT d.unit FROM plan_delivery d"
	"  JOIN plan_recipient a ON a.id = d.recipient AND a.purpose = 'act' WHERE d.plan = ?1 UNION"
	" SELECT h.heir FROM s JOIN unit_heir h ON h.unit = s.unit AND h.ended < max(?2, ?3))"
	" SELECT s.unit, n.kind FROM plan p CROSS JOIN s"
	" JOIN unit x ON x.id = s.unit AND x.valid_from <= ?2 AND x.valid_to >= max(?2, ?3)"
	" JOIN unit_name n ON n.unit = s.unit AND ?2 BETWEEN n.valid_from AND n.valid_to"
	" JOIN unit_under u ON u.unit = s.unit AND u.ancestor = p.unit AND u.depth > 0"
	"  AND ?2 BETWEEN u.valid_from AND u.valid_to"
	" WHERE p.id = ?1 ORDER BY n.kind, s.unit");
static struct sql sections = SQL(
	"SELECT title, hint, document FROM plan_date_section"
	" WHERE ?1 BETWEEN valid_from AND valid_to ORDER BY seq");
static struct sql forms = SQL(
	"SELECT f.id, f.name FROM plan p JOIN report_form f ON f.unit = p.unit AND f.kind = 'periodic'"
	" WHERE p.id = ?1 AND EXISTS (SELECT 1 FROM report_section s"
	"  WHERE s.report_form = f.id AND s.plan = p.id) ORDER BY f.id DESC LIMIT 20");

/* From that column on. */
static struct plan_date_kind
take_kind(struct sql *q, struct mem *mem, const char *kind, int at)
{
	return (struct plan_date_kind){
		.kind = kind, .label = col_text(q, at, mem), .round = col_text(q, at + 1, mem),
		.period = col_int(q, at + 2), .asks = col_text(q, at + 3, mem),
		.ask_days = col_int(q, at + 4), .due_days = col_int(q, at + 5),
		.round_name = col_text(q, at + 6, mem),
	};
}

struct plan_date_kind *
plan_date_kinds(struct db *db, struct mem *mem, const char *lang)
{
	struct plan_date_kind *first = NULL, **end = &first;

	db_query(db, &kinds, TEXT(""), TEXT(lang));
	while (db_next(db, &kinds)) {
		*end = mem_take(mem, sizeof(**end));
		**end = take_kind(&kinds, mem, col_text(&kinds, 0, mem), 1);
		end = &(*end)->next;
	}
	return first;
}

static struct plan_date *
take(struct db *db, struct sql *q, struct mem *mem)
{
	struct plan_date *first = NULL, **end = &first;

	while (db_next(db, q)) {
		struct plan_date *d = *end = mem_take(mem, sizeof(*d));
		*d = (struct plan_date){
			.id          = col_int(q, 0),
			.plan        = col_int(q, 1),
			.edition     = col_int(q, 2),
			.kind        = col_text(q, 3, mem),
			.day         = col_text(q, 4, mem),
			.anchor      = col_text(q, 5, mem),
			.text        = col_text(q, 6, mem),
			.done        = col_text(q, 7, mem),
			.last_day    = col_text(q, 8, mem),
			.holiday     = col_text(q, 9, mem),
			.round       = col_int(q, 10),
			.period      = col_int(q, 11),
			.round_name  = col_text(q, 12, mem),
			.period_name = col_text(q, 13, mem),
			.over        = col_int(q, 14),
		};
		d->is = take_kind(q, mem, d->kind, 15);
		end = &d->next;
	}
	return first;
}

struct plan_date *
plan_dates(struct db *db, struct mem *mem, int64_t plan, const char *lang)
{
	db_query(db, &of_plan, INT(plan), TEXT(lang));
	return take(db, &of_plan, mem);
}

struct plan_date *
plan_date_get(struct db *db, struct mem *mem, int64_t id, const char *lang)
{
	db_query(db, &one, INT(id), TEXT(lang));
	return take(db, &one, mem);
}

bool
plan_date_taken(struct db *db, const struct plan_date *d, int64_t but)
{
	return db_row(db, &taken, INT(d->plan), TEXT(d->day), TEXT(d->kind), TEXT(d->anchor),
	    TEXT(d->text), INT(but));
}

int64_t
plan_date_add(struct db *db, const struct plan_date *d)
{
	db_run(db, &add, INT(d->plan), TEXT(d->kind), TEXT(d->day), TEXT(d->anchor), TEXT(d->text),
	    TEXT(d->done));
	return db_new_id(db);
}

void
plan_date_change(struct db *db, const struct plan_date *d)
{
	db_run(db, &change, INT(d->id), TEXT(d->kind), TEXT(d->day), TEXT(d->anchor), TEXT(d->text),
	    TEXT(d->done));
}

void
plan_date_remove(struct db *db, int64_t id)
{
	db_run(db, &drop, INT(id));
}

void
plan_date_copy(struct db *db, int64_t to, int64_t from)
{
	db_run(db, &copy, INT(to), INT(from));
}

const char *
plan_date_to(struct mem *mem, const struct plan_date *d)
{
	const char *to = text_day_add(mem, d->day, -d->is.due_days);

	return to ? to : d->day;
}

const char *
plan_date_from(struct mem *mem, const struct plan *p, const char *to)
{
	const char *from = !*p->period_from ? p->date : strlen(p->period_from) == 4
	    ? mem_printf(mem, "%s-01-01", p->period_from) : p->period_from;

	return text_is_day(from) && strcmp(from, to) <= 0 ? from : to;
}

struct plan_acting *
plan_acting(struct db *db, struct mem *mem, int64_t plan, const char *day, const char *today)
{
	struct plan_acting *first = NULL, **end = &first;

	db_query(db, &acting, INT(plan), TEXT(day), TEXT(today));
	while (db_next(db, &acting)) {
		*end = mem_take(mem, sizeof(**end));
		**end = (struct plan_acting){ col_int(&acting, 0), col_text(&acting, 1, mem), NULL };
		end = &(*end)->next;
	}
	return first;
}

struct plan_date_section *
plan_date_sections(struct db *db, struct mem *mem, const char *day)
{
	struct plan_date_section *first = NULL, **end = &first;

	db_query(db, &sections, TEXT(day));
	while (db_next(db, &sections)) {
		*end = mem_take(mem, sizeof(**end));
		**end = (struct plan_date_section){ col_text(&sections, 0, mem),
		    col_text(&sections, 1, mem), col_text(&sections, 2, mem), NULL };
		end = &(*end)->next;
	}
	return first;
}

struct plan_choice *
plan_date_forms(struct db *db, struct mem *mem, int64_t plan)
{
	struct plan_choice *first = NULL, **end = &first;

	db_query(db, &forms, INT(plan));
	while (db_next(db, &forms)) {
		*end = mem_take(mem, sizeof(**end));
		**end = (struct plan_choice){ .value = mem_printf(mem, "%lld",
		    (long long)col_int(&forms, 0)), .label = col_text(&forms, 1, mem) };
		end = &(*end)->next;
	}
	return first;
}
