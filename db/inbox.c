/* inbox.c - the SQL of notices as they are read, of due dates, letters and feeds. */

#include "db/inbox.h"

#include <string.h>

#include "db/mandate.h"
#include "db/text.h"

/*
 * The notices that account ?1 may read on day ?2; once each, whatever he holds.  It begins
 * at his mandates, so that nothing of anyone else's is looked at, and asks what notices an
 * ability reads before it asks how many units it reaches: each page counts them.  Kinds of
 * notices to one person have no readers.
 */
#define MINE(more) \
	"SELECT DISTINCT n.id FROM mandate m" \
	" CROSS JOIN role_ability a ON a.role = m.role AND " ROLE_HOLDS("a", "?2") \
	" CROSS JOIN notice_reader k ON k.ability = a.ability" \
	" CROSS JOIN unit_under u ON u.ancestor = m.unit" \
	"  AND u.unit BETWEEN CASE a.scope WHEN 'below' THEN 0 ELSE m.unit END" \
	"  AND CASE a.scope WHEN 'below' THEN 1 << 62 ELSE m.unit END" \
	"  AND ?2 BETWEEN u.valid_from AND u.valid_to" \
	" CROSS JOIN notice n ON n.unit = u.unit AND n.kind = k.kind" \
	" WHERE m.account = ?1 AND ?2 BETWEEN m.valid_from AND m.valid_to" more \
	" UNION ALL SELECT n.id FROM notice n WHERE n.account = ?1" more

#define UNREAD(n) \
	n ".over IS NULL AND NOT EXISTS (SELECT 1 FROM notice_read x" \
	" WHERE x.notice = " n ".id AND x.account = ?1)"

/* What a unit is called on day ?2, or was called last. */
#define NAMED(unit_) \
	"coalesce((SELECT w.name FROM unit_name w WHERE w.unit = " unit_ \
	" ORDER BY ?2 BETWEEN w.valid_from AND w.valid_to DESC, w.valid_from DESC LIMIT 1), '')"

static struct sql unread = SQL(
	"SELECT count(*) FROM (" MINE(" AND " UNREAD("n")) ")");

static struct sql list = SQL(
	"SELECT n.id, n.unit, n.at, n.kind, g.tag,"
	" CASE WHEN ?3 = 'en' THEN g.label_en ELSE g.label_vi END, n.what, " NAMED("n.unit")
	", n.path, n.day, n.due_date, NOT (" UNREAD("n") "), count(*) OVER ()"
	" FROM (" MINE("") ") m JOIN notice n ON n.id = m.id JOIN notice_kind g ON g.kind = n.kind"
	" WHERE n.id > ?9 AND (?4 = 0 OR (?4 = n.unit AND n.account IS NULL)) AND (?5 = 1 OR (" UNREAD("n") "))"
	" ORDER BY CASE ?6 WHEN 1 THEN n.kind WHEN 2 THEN n.what WHEN 3 THEN " NAMED("n.unit")
	"  WHEN 4 THEN n.due_date WHEN 5 THEN n.at END,"
	" CASE ?6 WHEN -1 THEN n.kind WHEN -2 THEN n.what WHEN -3 THEN " NAMED("n.unit")
	"  WHEN -4 THEN n.due_date WHEN -5 THEN n.at END DESC,"
	" n.at DESC, n.id DESC LIMIT ?7 OFFSET ?8");

static struct sql path = SQL(
	"SELECT n.path FROM notice n WHERE n.id = ?3 AND (n.account = ?1"
	" OR EXISTS (SELECT 1 FROM notice_reader k"
	" JOIN mandate_scope ms ON ms.ability = k.ability AND ms.account = ?1 AND ms.unit = n.unit"
	"  AND ?2 BETWEEN ms.mandate_from AND ms.mandate_to"
	"  AND ?2 BETWEEN ms.unit_from AND ms.unit_to WHERE k.kind = n.kind))");

static struct sql tell = SQL(
	"INSERT INTO notice (kind, unit, record, stage, what, path, day, at, account)"
	" VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?4, ?3)");

static struct sql note = SQL(
	"INSERT INTO notice_read (notice, account, at) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING");

static struct sql note_all = SQL(
	"INSERT INTO notice_read (notice, account, at)"
	" SELECT m.id, ?1, ?4 FROM (" MINE(" AND n.id <= ?3 AND " UNREAD("n")) ") m WHERE 1");

static struct sql duties = SQL(
	"SELECT d.duty, d.record, d.unit, d.due, d.what, d.path, " NAMED("d.unit") ","
	" min(d.done), max(d.back) FROM notice_duty d"
	" WHERE d.unit = ?3 AND d.set_day BETWEEN date(?4, '-60 days') AND ?5"
	" AND d.due BETWEEN ?4 AND ?5 AND ?2 <= d.until"
	" AND EXISTS (SELECT 1 FROM notice_kind g JOIN notice_reader k ON k.kind = g.kind"
	"  JOIN mandate_scope ms ON ms.ability = k.ability AND ms.account = ?1 AND ms.unit = d.unit"
	"   AND ?2 BETWEEN ms.mandate_from AND ms.mandate_to"
	"   AND ?2 BETWEEN ms.unit_from AND ms.unit_to WHERE g.duty = d.duty)"
	" GROUP BY d.duty, d.record ORDER BY d.due, d.duty, d.record");

/* A letter looks back no further than a year and some weeks. */
#define LATE(duty_, ability_, more_) \
	" FROM notice_duty d WHERE d.duty = '" duty_ "' AND d.done = 0" \
	" AND d.set_day BETWEEN date(?2, '-400 days') AND ?2 AND d.due < ?2 AND ?2 BETWEEN d.since AND d.until" \
	" AND EXISTS (SELECT 1 FROM unit_under b WHERE b.ancestor = ?3 AND b.unit = d.unit" \
	"  AND b.depth > 0 AND ?2 BETWEEN b.valid_from AND b.valid_to)" \
	" AND EXISTS (" MAY(ability_, "?1", "d.unit", "?2") ")" more_

/* Whoever has nobody on the portal is not waited for to sign up there. */
#define SOMEBODY \
	" AND EXISTS (SELECT 1 FROM mandate_scope so JOIN account sa ON sa.id = so.account" \
	"  AND sa.disabled IS NULL WHERE so.unit = d.unit AND so.ability = 'signup.write'" \
	"  AND ?2 BETWEEN so.mandate_from AND so.mandate_to" \
	"  AND ?2 BETWEEN so.unit_from AND so.unit_to)"

static struct sql any_below = SQL(
	"SELECT 1 FROM mandate m JOIN unit_under b ON b.ancestor = m.unit AND b.depth > 0"
	"  AND ?2 BETWEEN b.valid_from AND b.valid_to"
	" JOIN mandate w ON w.unit = b.unit AND ?2 BETWEEN w.valid_from AND w.valid_to"
	" WHERE m.account = ?1 AND ?2 BETWEEN m.valid_from AND m.valid_to LIMIT 1");

#define LETTERS "SELECT d.record, d.what, min(d.due), count(DISTINCT d.unit)"
#define BY_RECORD " AND ?4 IN (0, d.record) GROUP BY d.record ORDER BY min(d.due) DESC, d.record DESC"
static struct sql report_letters = SQL(LETTERS LATE("report", "report.follow", BY_RECORD));
static struct sql signup_letters = SQL(LETTERS LATE("signup", "signup.follow", SOMEBODY BY_RECORD));

#define UNITS \
	"SELECT d.duty, d.record, d.unit, d.due, d.what, d.path, " NAMED("d.unit") \
	", 0, max(d.back)"
#define BY_UNIT \
	" AND d.record = ?4 GROUP BY d.unit ORDER BY d.due, (SELECT w.name_key FROM unit_name w" \
	"  WHERE w.unit = d.unit AND ?2 BETWEEN w.valid_from AND w.valid_to), d.unit"
static struct sql report_units = SQL(UNITS LATE("report", "report.follow", BY_UNIT));
static struct sql signup_units = SQL(UNITS LATE("signup", "signup.follow", SOMEBODY BY_UNIT));
static struct sql round_letters = SQL(LETTERS LATE("evaluation", "evaluation.follow", BY_RECORD));
static struct sql round_units = SQL(UNITS LATE("evaluation", "evaluation.follow", BY_UNIT));

static struct sql task_letters = SQL(LETTERS LATE("task", "task.follow", BY_RECORD));
static struct sql task_owing = SQL(UNITS LATE("task", "task.follow", BY_UNIT));

static struct sql document_letters = SQL(LETTERS LATE("document", "document.follow", BY_RECORD));
static struct sql document_owing = SQL(UNITS LATE("document", "document.follow", BY_UNIT));

static struct sql own_letters = SQL(LETTERS LATE("plan", "plan.follow", BY_RECORD));
static struct sql own_units = SQL(UNITS LATE("plan", "plan.follow", BY_UNIT));

static struct sql writes_for = SQL(
	"SELECT m.unit FROM mandate_scope ms JOIN mandate m ON m.id = ms.mandate"
	" AND m.unit = ms.unit WHERE ms.account = ?1 AND ms.ability = ?3"
	" AND ?2 BETWEEN ms.mandate_from AND ms.mandate_to"
	" AND ?2 BETWEEN ms.unit_from AND ms.unit_to"
	" ORDER BY (SELECT count(*) FROM unit_under a WHERE a.unit = m.unit"
	"  AND ?2 BETWEEN a.valid_from AND a.valid_to), m.unit LIMIT 1");

static struct sql head = SQL(
	"SELECT coalesce((SELECT w.name FROM unit_issuer w WHERE w.unit = ?1"
	"  AND ?2 BETWEEN w.valid_from AND w.valid_to), ''), coalesce((SELECT v.name FROM unit_over v"
	"  WHERE v.unit = ?1 AND ?2 BETWEEN v.valid_from AND v.valid_to), ''),"
	" coalesce((SELECT p.place FROM plan p WHERE p.unit = ?1 AND p.place <> ''"
	"  ORDER BY p.date DESC, p.id DESC LIMIT 1), '')");

static struct sql plans = SQL(
	"SELECT p.id, c.at, p.number, p.subject, p.issuer, p.date FROM plan p"
	" JOIN flow_case c ON c.id = p.flow_case"
	" JOIN flow_state s ON s.flow = c.flow AND s.state = c.state AND s.stands = 1"
	" ORDER BY c.at DESC, p.id DESC LIMIT ?1");

/* A role held today at that very unit. */
#define HOLDS(account_, unit_) \
	"EXISTS (SELECT 1 FROM mandate h JOIN role hr ON hr.role = h.role" \
	" AND ?2 BETWEEN hr.valid_from AND hr.valid_to WHERE h.account = " account_ \
	" AND h.unit = " unit_ " AND ?2 BETWEEN h.valid_from AND h.valid_to)"

static struct sql units = SQL(
	"SELECT 0, ?1, u.id, 0, " NAMED("u.id") " FROM unit u"
	" WHERE u.id IN (SELECT m.unit FROM mandate m WHERE m.account = ?1)"
	" AND ?2 BETWEEN u.valid_from AND u.valid_to AND " HOLDS("?1", "u.id") " ORDER BY 5");

static struct sql links = SQL(
	"SELECT l.id, l.account, l.unit, l.made, " NAMED("l.unit") " FROM feed_link l"
	" WHERE l.account = ?1 AND l.revoked IS NULL ORDER BY l.id");

static struct sql add_link = SQL(
	"INSERT INTO feed_link (account, unit, token, made) VALUES (?1, ?2, ?3, ?4)");

static struct sql revoke = SQL(
	"UPDATE feed_link SET revoked = ?3 WHERE id = ?1 AND account = ?2 AND revoked IS NULL");

static struct sql link_of = SQL(
	"SELECT l.id, l.account, l.unit, l.made, " NAMED("l.unit") " FROM feed_link l"
	" JOIN account a ON a.id = l.account AND a.disabled IS NULL"
	" JOIN unit u ON u.id = l.unit AND ?2 BETWEEN u.valid_from AND u.valid_to"
	" WHERE l.token = ?1 AND l.revoked IS NULL AND " HOLDS("l.account", "l.unit"));

int64_t
notice_unread(struct db *db, int64_t account, const char *day)
{
	return db_row(db, &unread, INT(account), TEXT(day)) ? col_int(&unread, 0) : 0;
}

struct notice *
notice_list(struct db *db, struct mem *mem, const struct notice_ask *a, int64_t *total)
{
	struct notice *first = NULL, **tail = &first;

	*total = 0;
	db_query(db, &list, INT(a->account), TEXT(a->day), TEXT(a->lang), INT(a->unit),
	    INT(a->all), INT(a->sort), INT(a->limit), INT(a->skip), INT(a->after));
	while (db_next(db, &list)) {
		*tail = mem_take(mem, sizeof(**tail));
		**tail = (struct notice){
			.id        = col_int(&list, 0),
			.unit      = col_int(&list, 1),
			.at        = col_int(&list, 2),
			.kind      = col_text(&list, 3, mem),
			.tag       = col_text(&list, 4, mem),
			.label     = col_text(&list, 5, mem),
			.what      = col_text(&list, 6, mem),
			.unit_name = col_text(&list, 7, mem),
			.path      = col_text(&list, 8, mem),
			.day       = col_text(&list, 9, mem),
			.due       = col_text(&list, 10, mem),
			.read      = col_int(&list, 11),
		};
		*total = col_int(&list, 12);
		tail = &(*tail)->next;
	}
	return first;
}

const char *
notice_path(struct db *db, struct mem *mem, int64_t id, int64_t account, const char *day)
{
	return db_row(db, &path, INT(account), TEXT(day), INT(id)) ? col_text(&path, 0, mem) : NULL;
}

void
notice_tell(struct db *db, const struct notice *n, int64_t account)
{
	db_run(db, &tell, TEXT(n->kind), INT(n->unit), INT(account), INT(n->at), TEXT(n->what),
	    TEXT(n->path), TEXT(n->day));
}

void
notice_note(struct db *db, int64_t id, int64_t account, int64_t now)
{
	db_run(db, &note, INT(id), INT(account), INT(now));
}

int
notice_note_all(struct db *db, int64_t account, const char *day, int64_t upto, int64_t now)
{
	return db_run(db, &note_all, INT(account), TEXT(day), INT(upto), INT(now));
}

static struct duty *
take_duties(struct db *db, struct sql *q, struct mem *mem, const char *day)
{
	struct duty *first = NULL, **tail = &first;

	while (db_next(db, q)) {
		struct duty *d = *tail = mem_take(mem, sizeof(*d));
		*d = (struct duty){
			.duty      = col_text(q, 0, mem),
			.record    = col_int(q, 1),
			.unit      = col_int(q, 2),
			.due       = col_text(q, 3, mem),
			.what      = col_text(q, 4, mem),
			.path      = col_text(q, 5, mem),
			.unit_name = col_text(q, 6, mem),
			.done      = col_int(q, 7),
			.back      = col_int(q, 8),
		};
		d->days = !d->done && strcmp(d->due, day) < 0 ? text_days(d->due, day) : 0;
		tail = &d->next;
	}
	return first;
}

struct duty *
duty_list(struct db *db, struct mem *mem, int64_t account, int64_t unit, const char *from,
    const char *to, const char *day)
{
	db_query(db, &duties, INT(account), TEXT(day), INT(unit), TEXT(from), TEXT(to));
	return take_duties(db, &duties, mem, day);
}

static const struct letters {
	const char *duty, *ability;
	struct sql *late, *units;
} kinds[] = {
	{ "report", "report.follow", &report_letters, &report_units },
	{ "signup", "signup.follow", &signup_letters, &signup_units },
	{ "evaluation", "evaluation.follow", &round_letters, &round_units },
	{ "task", "task.follow", &task_letters, &task_owing },
	{ "plan", "plan.follow", &own_letters, &own_units },
	{ "document", "document.follow", &document_letters, &document_owing },
};

static const struct letters *
kind_of(const char *duty)
{
	const struct letters *k = kinds;

	while (strcmp(k->duty, duty))
		k++;
	return k;
}

static struct letter **
take_letters(struct db *db, struct mem *mem, const struct letters *k, int64_t record,
    int64_t account, const char *day, struct letter **tail)
{
	int64_t unit = db_row(db, &writes_for, INT(account), TEXT(day), TEXT(k->ability))
	    ? col_int(&writes_for, 0) : 0;

	if (!unit)
		return tail;
	db_query(db, k->late, INT(account), TEXT(day), INT(unit), INT(record));
	while (db_next(db, k->late)) {
		*tail = mem_take(mem, sizeof(**tail));
		**tail = (struct letter){ .duty = k->duty, .record = col_int(k->late, 0),
		    .what = col_text(k->late, 1, mem), .due = col_text(k->late, 2, mem),
		    .late = col_int(k->late, 3), .unit = unit };
		tail = &(*tail)->next;
	}
	return tail;
}

bool
letter_any(struct db *db, int64_t account, const char *day)
{
	return db_row(db, &any_below, INT(account), TEXT(day));
}

struct letter *
letter_list(struct db *db, struct mem *mem, int64_t account, const char *day)
{
	struct letter *first = NULL, **tail = &first;

	for (size_t i = 0; i < sizeof(kinds) / sizeof(*kinds); i++)
		tail = take_letters(db, mem, &kinds[i], 0, account, day, tail);
	return first;
}

struct letter *
letter_get(struct db *db, struct mem *mem, const char *duty, int64_t record,
    int64_t account, const char *day)
{
	struct letter *l = NULL;

	take_letters(db, mem, kind_of(duty), record, account, day, &l);
	if (!l || !db_row(db, &head, INT(l->unit), TEXT(day)))
		return NULL;
	l->issuer = col_text(&head, 0, mem);
	l->over = col_text(&head, 1, mem);
	l->place = col_text(&head, 2, mem);
	return l;
}

struct duty *
letter_units(struct db *db, struct mem *mem, const struct letter *l, int64_t account,
    const char *day)
{
	struct sql *q = kind_of(l->duty)->units;

	db_query(db, q, INT(account), TEXT(day), INT(l->unit), INT(l->record));
	return take_duties(db, q, mem, day);
}

struct feed_plan *
feed_plans(struct db *db, struct mem *mem, int64_t limit)
{
	struct feed_plan *first = NULL, **tail = &first;

	db_query(db, &plans, INT(limit));
	while (db_next(db, &plans)) {
		*tail = mem_take(mem, sizeof(**tail));
		**tail = (struct feed_plan){ col_int(&plans, 0), col_int(&plans, 1),
		    col_text(&plans, 2, mem), col_text(&plans, 3, mem),
		    col_text(&plans, 4, mem), col_text(&plans, 5, mem), NULL };
		tail = &(*tail)->next;
	}
	return first;
}

static struct feed_link *
take_links(struct db *db, struct sql *q, struct mem *mem)
{
	struct feed_link *first = NULL, **tail = &first;

	while (db_next(db, q)) {
		*tail = mem_take(mem, sizeof(**tail));
		**tail = (struct feed_link){ col_int(q, 0), col_int(q, 1), col_int(q, 2),
		    col_int(q, 3), col_text(q, 4, mem), NULL };
		tail = &(*tail)->next;
	}
	return first;
}

struct feed_link *
feed_units(struct db *db, struct mem *mem, int64_t account, const char *day)
{
	db_query(db, &units, INT(account), TEXT(day));
	return take_links(db, &units, mem);
}

struct feed_link *
feed_links(struct db *db, struct mem *mem, int64_t account, const char *day)
{
	db_query(db, &links, INT(account), TEXT(day));
	return take_links(db, &links, mem);
}

int64_t
feed_link_add(struct db *db, const struct feed_link *l, const char *digest, int64_t now)
{
	db_run(db, &add_link, INT(l->account), INT(l->unit), TEXT(digest), INT(now));
	return db_new_id(db);
}

bool
feed_link_revoke(struct db *db, int64_t id, int64_t account, int64_t now)
{
	return db_run(db, &revoke, INT(id), INT(account), INT(now));
}

struct feed_link *
feed_link_of(struct db *db, struct mem *mem, const char *digest, const char *day)
{
	db_query(db, &link_of, TEXT(digest), TEXT(day));
	return take_links(db, &link_of, mem);
}
